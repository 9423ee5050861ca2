import { Heading, Section, Text } from 'react-email';
import type { TroubledItemWords } from '../item-words.js';
import type { OrderPart, OrdersLetter } from '../letter.js';
import { shortName, TroubledItem } from './item-block.js';
import { LOOK, MARKS } from './look.js';
import { LineLink, Paragraph } from './parts.js';
import { shownInFull } from './shown-in-full.js';

/** What was reported, or what still waits: the first items in full, the others in a line each. */
export function OrdersHtml({ letter: { intro, modify, orders } }: { letter: OrdersLetter }) {
  const inFull = shownInFull(orders.flatMap((part) => part.items));
  return (
    <>
      <Paragraph>{intro}</Paragraph>
      {orders.map((part) => (
        <Order key={part.order.link} part={part} modify={modify} inFull={inFull} />
      ))}
    </>
  );
}

interface OrderProps {
  readonly part: OrderPart;
  readonly modify: string;
  readonly inFull: ReadonlySet<TroubledItemWords>;
}

function Order({ part: { order, items, others }, modify, inFull }: OrderProps) {
  const full = items.filter((item) => inFull.has(item)).length;
  return (
    <>
      <Heading as="h2" style={LOOK.heading}>
        <LineLink {...order} />
      </Heading>
      {items.slice(0, full).map((item) => (
        <TroubledItem key={item.link} item={item} modify={modify} />
      ))}
      {full < items.length ? (
        <Section style={LOOK.lines}>
          {items.slice(full).map((item) => (
            <ItemLine key={item.link} item={item} />
          ))}
        </Section>
      ) : null}
      {others ? (
        <Text className="item ink" style={LOOK.others}>
          <LineLink label={others} link={order.link} />
        </Text>
      ) : null}
    </>
  );
}

/** As short as can be: there may be hundreds. */
function ItemLine({ item }: { item: TroubledItemWords }) {
  return (
    <p className="item" style={LOOK.itemLine}>
      <a className="link" href={item.link} style={LOOK.itemLineLink}>
        {`${MARKS.needs.sign} ${item.problem} · `}
        <bdi>{shortName(item)}</bdi>
      </a>
    </p>
  );
}
