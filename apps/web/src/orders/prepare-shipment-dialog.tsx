import { useApolloClient } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment, OrderCardFragment } from '../gql/graphql';
import { PrepareShipmentDocument } from '../gql/graphql';
import { StatusBadge } from '../statuses/status-badge';
import { BusyButton } from '../ui/busy-button';
import { Dialog, DialogButtons } from '../ui/dialog';
import { DialogAlert } from '../ui/dialog-alert';
import { useFormats } from '../ui/formats';
import { within } from '../ui/within';
import type { DialogWays } from './dialogs/dialog-host';
import classes from './prepare-shipment-dialog.module.css';
import { useRefusalWords } from './refusal-words';
import { useIntent } from './use-intent';
import { ANSWER_WITHIN_MS } from './use-server-act';
import { useTell } from './use-tell';

interface PrepareShipmentDialogProps {
  order: OrderCardFragment;
  /** Undefined while they are on their way: before one knows what will not ship, nothing is to be confirmed. */
  items: readonly ItemRowFragment[] | undefined;
  ways: DialogWays;
}

/** The last look before the order closes: what will not ship, and that nothing can be changed afterwards. */
export function PrepareShipmentDialog({ order, items, ways }: PrepareShipmentDialogProps) {
  const t = useTranslations('prepare');
  const common = useTranslations('common');
  const { count, money } = useFormats();
  const client = useApolloClient();
  const words = useRefusalWords();
  const title = t('title', { number: order.number });
  const tell = useTell(ways.reopen);
  const intent = useIntent<{ orderId: string; expectedRevision: number }>(`prepare/${order.id}`);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const none = items?.filter(({ shipmentShare }) => shipmentShare === 'NONE') ?? [];
  const part = items?.filter(({ shipmentShare }) => shipmentShare === 'PART') ?? [];
  // Of what is shown here, and not of what is known by now: nobody confirms what they did not see.
  const expectedRevision = items?.reduce((sum, { revision }) => sum + revision, 0) ?? 0;

  async function confirm() {
    setBusy(true);
    setRefusal(undefined);
    try {
      const variables = { input: intent.send({ orderId: order.id, expectedRevision }) };
      const { data } = await within(ANSWER_WITHIN_MS, (signal) =>
        client.mutate({ mutation: PrepareShipmentDocument, variables, context: { fetchOptions: { signal } } }),
      );
      const result = data?.prepareShipment;
      intent.answered();
      if (!result || result.__typename === 'PrepareShipmentSuccess') return ways.finish();
      const why = words.ofResult(result, 'PENDING');
      tell(title, why, () => setRefusal(why));
    } catch (error) {
      const why = words.ofFailure(error);
      tell(title, why, () => setRefusal(why));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog kind="question" title={title} onClose={ways.close}>
      {none.length + part.length === 0 && <Text size="sm">{t(items ? 'allShips' : 'reading')}</Text>}
      {none.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('none', { count: none.length })}
          </Text>
          <ul className={classes.list}>
            {none.map((item) => (
              <li key={item.id}>
                <span>{item.productName}</span> <StatusBadge status={item.status} attention={item.attention} />
              </li>
            ))}
          </ul>
        </>
      )}
      {part.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('part', { count: part.length })}
          </Text>
          <ul className={classes.list}>
            {part.map((item) => (
              <li key={item.id}>
                <span>{item.productName}</span>
                <span>
                  {item.evidence?.availableQuantity == null
                    ? t('partUnknown')
                    : t('partOf', { available: count(item.evidence.availableQuantity), ordered: count(item.quantity) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Text size="sm" mt="sm">
        {t('total', { total: money(order.total, order.currency) })} {t('final')}
      </Text>
      {refusal && (
        <DialogAlert answers mt="sm">
          {refusal}
        </DialogAlert>
      )}
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={ways.close}>
          {common('goBack')}
        </Button>
        <BusyButton loading={busy} disabled={!items} onClick={() => void confirm()}>
          {t('confirm')}
        </BusyButton>
      </DialogButtons>
    </Dialog>
  );
}
