import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FormEvent, ReactNode, Ref } from 'react';
import { BusyButton } from '../../ui/busy-button';
import classes from './account-form.module.css';
import type { Refusal } from './use-account-form';

interface AccountFormProps {
  form: { element: Ref<HTMLFormElement>; refusal: Refusal | undefined; busy: boolean; submit(event: FormEvent): void };
  /** What the button says. */
  action: string;
  /** What can be done about a refusal, by its type. */
  waysOn?: Readonly<Record<string, ReactNode>>;
  /** Said beside the button after a success that leaves the form where it is; empty until then. */
  done?: string;
  labelledBy?: string;
  children?: ReactNode;
}

/** The frame of a form of `useAccountForm`: why it was refused, its fields, its button. */
export function AccountForm({ form, action, waysOn = {}, done, labelledBy, children }: AccountFormProps) {
  const { refusal } = form;
  return (
    <form className={classes.form} noValidate ref={form.element} aria-labelledby={labelledBy} onSubmit={form.submit}>
      {refusal && (
        <Alert
          className={classes.refusal}
          color="orange"
          variant="light"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
        >
          {refusal.text}
          {refusal.type && waysOn[refusal.type] && <div className={classes.wayOn}>{waysOn[refusal.type]}</div>}
        </Alert>
      )}
      {children}
      <div className={classes.end}>
        <BusyButton type="submit" loading={form.busy}>
          {action}
        </BusyButton>
        {/* Always there: a status that comes together with its words is not read out by every screen reader. */}
        {done !== undefined && (
          <span role="status" className={classes.done}>
            {done}
          </span>
        )}
      </div>
    </form>
  );
}
