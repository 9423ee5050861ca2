import { useApolloClient } from '@apollo/client/react';
import { statusLabel } from '@oops/item-status';
import { useContext, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useViewer } from '../accounts/session';
import { type ItemRowFragment, type OrderCardFragment, OrderItemsDocument } from '../gql/graphql';
import { useNotify } from '../ui/notices';
import { DIALOG_PARTS } from './dialogs/dialog-parts';
import { DialogsContext } from './dialogs/use-opener';
import { showRow } from './focus-row';
import type { OrdersLocation } from './orders-location';
import { useOrdersLocation } from './use-orders-location';

/** Fetches what a link to an item will need, beside the list and not after it: who comes from a mail is in a hurry. */
export function usePrefetchLinked({ open: [id], modify }: OrdersLocation): void {
  const client = useApolloClient();
  useEffect(() => {
    if (id === undefined || modify === undefined) return;
    DIALOG_PARTS.modify.preload();
    client.query({ query: OrderItemsDocument, variables: { id } }).catch(() => {});
  }, [client, id, modify]);
}

interface LinkedItemProps {
  order: OrderCardFragment;
  items: readonly ItemRowFragment[];
}

/**
 * Leads to the item that the link is about, in the order whose rows are there by now: opens Modify, or says why there is
 * nothing to modify any more. It does so once; then the link is that of the order.
 */
export function LinkedItem({ order, items }: LinkedItemProps) {
  const t = useTranslations('linkedItem');
  const refusal = useTranslations('refusal');
  const { role } = useViewer();
  const dialogs = useContext(DialogsContext);
  const notify = useNotify();
  const [location, change] = useOrdersLocation();
  const itemId = location.open[0] === order.id ? location.modify : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the item as it is on arrival is what the link meets
  useEffect(() => {
    if (itemId === undefined) return;
    change(() => ({ modify: undefined }));
    const item = items.find(({ id }) => id === itemId);
    if (!item) return notify({ text: refusal('NotFound') });
    const opens = item.allowedActions.includes('REPLACE');
    showRow(itemId, !opens);
    if (opens) return dialogs.open({ kind: 'modify', orderId: order.id, itemId });
    // Operators open links of mails to see what the buyer saw; they have nothing to put right.
    if (role === 'OPERATOR') return;
    const why = order.state === 'CLOSED' ? t('closed') : t('settled', { status: statusLabel(item.status) });
    notify({ text: why, polite: true });
  }, [itemId]);
  return null;
}
