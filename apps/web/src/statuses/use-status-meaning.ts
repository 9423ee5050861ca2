import { type ItemStatus, statusHelpText } from '@oops/item-status';
import { useTranslations } from 'use-intl';
import { useRole } from '../accounts/session';

/** What a status means, to whoever reads it: the help texts speak to buyers. */
export function useStatusMeaning(): (status: ItemStatus) => string {
  const t = useTranslations('meaning');
  const role = useRole();
  return (status) => (role === 'OPERATOR' ? t(status) : statusHelpText(status));
}
