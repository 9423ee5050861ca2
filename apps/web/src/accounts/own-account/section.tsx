import { Text, Title } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';
import classes from './account-page.module.css';

interface SectionProps {
  title: string;
  intro?: string;
  /** For moving the focus there, where the button that had it goes. */
  titleRef?: Ref<HTMLHeadingElement>;
  children: (titleId: string) => ReactNode;
}

/** One thing of the account, under a heading. */
export function Section({ title, intro, titleRef, children }: SectionProps) {
  const titleId = useId();
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <div>
        <Title order={2} size="h5" id={titleId} ref={titleRef} tabIndex={titleRef ? -1 : undefined}>
          {title}
        </Title>
        {intro && (
          <Text size="sm" c="dimmed">
            {intro}
          </Text>
        )}
      </div>
      {children(titleId)}
    </section>
  );
}
