import { useApolloClient } from '@apollo/client/react';
import { IconChevronRight, IconCircleCheck, IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useViewer } from '../accounts/session';
import { type OrderCardFragment, OrderItemsDocument } from '../gql/graphql';
import { useFormats } from '../ui/formats';
import { Time } from '../ui/time';
import { LARGE } from './large-order';
import classes from './order-card.module.css';
import { OrderDetails } from './order-details';

interface OrderCardProps {
  order: OrderCardFragment;
  open: boolean;
  onToggle: (id: string) => void;
}

export const OrderCard = memo(function OrderCard({ order, open, onToggle }: OrderCardProps) {
  const t = useTranslations('order');
  const { money } = useFormats();
  const viewer = useViewer();
  const client = useApolloClient();
  const { id, number, state, itemCount, attentionCount } = order;
  const closed = state === 'CLOSED';
  const detailsId = `order-details-${id}`;

  // On the first sign of interest, so that the items are there when the order opens; if that is the press itself, before
  // anything is rendered for it. Of a large order the first are there, and all would keep a phone busy just when it is pressed.
  const prefetch = () => {
    if (open || itemCount >= LARGE) return;
    void client.query({ query: OrderItemsDocument, variables: { id } }).catch(() => {});
  };

  return (
    <li
      id={`order-${id}`}
      className={classes.card}
      data-needs-you={attentionCount > 0 || undefined}
      data-closed={closed || undefined}
    >
      <h2 className={classes.heading}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => {
            prefetch();
            onToggle(id);
          }}
          onPointerEnter={prefetch}
          onPointerDown={prefetch}
          onFocus={prefetch}
        >
          <IconChevronRight className={classes.chevron} size={20} aria-hidden />
          <span className={classes.number}>{number}</span>
          <span className={classes.need}>
            {attentionCount > 0 ? (
              <strong className={classes.needsYou}>{t('needYou', { count: attentionCount, role: viewer.role })}</strong>
            ) : (
              <span className={classes.calm}>
                {closed ? <IconLock size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
                {closed ? t('closed') : t('nothingNeeded', { role: viewer.role })}
              </span>
            )}
          </span>
          <span className={classes.facts}>
            <Time at={order.placedAt} />
            <span>
              {t('items', { count: itemCount })} · {t('merchants', { count: order.merchantCount })}
            </span>
            {viewer.role === 'OPERATOR' && <span>{t('buyer', { name: order.buyer.name })}</span>}
          </span>
          <span className={classes.total}>{money(order.total, order.currency)}</span>
        </button>
      </h2>
      <div id={detailsId}>{open && <OrderDetails order={order} />}</div>
    </li>
  );
});
