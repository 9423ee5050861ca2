import { CloseButton, TextInput } from '@mantine/core';
import { LIMITS } from '@oops/item-status';
import { IconSearch } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRole } from '../accounts/session';
import { Choice } from '../ui/choice';
import classes from './orders-page.module.css';

const DEBOUNCE_MS = 250;

interface OrderFiltersProps {
  search: string;
  needsAttention: boolean;
  onSearch: (text: string) => void;
  onNeedsAttention: (wanted: boolean) => void;
}

/** It has no part in what opens and closes below. */
export const OrderFilters = memo(function OrderFilters({
  search,
  needsAttention,
  onSearch,
  onNeedsAttention,
}: OrderFiltersProps) {
  const t = useTranslations('orders');
  const [text, setText] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(search);

  // The URL changed by other means, e.g. the way back or a cleared filter.
  useEffect(() => {
    if (search !== sent.current) {
      sent.current = search;
      setText(search);
    }
  }, [search]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(typed: string, delay = DEBOUNCE_MS) {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = typed.trim();
      onSearch(sent.current);
    }, delay);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the element <search> is too young for some phones
    <div role="search" className={classes.filters}>
      <TextInput
        className={classes.search}
        type="search"
        size="md"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder', { role: useRole() })}
        maxLength={LIMITS.search.maxLength}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={text ? <CloseButton aria-label={t('clearSearch')} onClick={() => type('', 0)} /> : undefined}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Choice
        label={t('show')}
        value={needsAttention ? 'attention' : 'all'}
        onChange={(value) => onNeedsAttention(value === 'attention')}
        options={[
          { value: 'all', label: t('all') },
          { value: 'attention', label: t('needsAttention') },
        ]}
      />
    </div>
  );
});
