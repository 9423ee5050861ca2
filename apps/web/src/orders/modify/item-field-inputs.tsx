import { Textarea, TextInput } from '@mantine/core';
import type { ItemField } from '@oops/item-status';
import { useTranslations } from 'use-intl';
import classes from './modify-dialog.module.css';
import type { useItemForm } from './use-item-form';

interface ItemFieldInputsProps {
  form: ReturnType<typeof useItemForm>;
  currency: string;
  /** The field that the item's status is about. */
  focusField: ItemField;
}

/** The five fields, each with its keyboard on a phone. */
export function ItemFieldInputs({ form, currency, focusField }: ItemFieldInputsProps) {
  const t = useTranslations('field');
  const modify = useTranslations('modify');
  const input = (field: ItemField) => ({
    id: `modify-${field}`,
    name: field,
    size: 'md',
    label: t(field),
    value: form.typed[field],
    error: form.errorOf(field),
    'data-autofocus': field === focusField || undefined,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => form.change(field, event.currentTarget.value),
    onBlur: () => form.visit(field),
  });
  return (
    <>
      <TextInput {...input('url')} type="url" inputMode="url" />
      <TextInput {...input('productName')} />
      <div className={classes.pair}>
        <TextInput {...input('quantity')} inputMode="numeric" />
        <TextInput
          {...input('unitPrice')}
          inputMode="decimal"
          description={modify('priceIn', { currency })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      {/* Programs send specifications of several lines; an input of one line would glue them together. */}
      <Textarea {...input('specification')} autosize minRows={1} />
    </>
  );
}
