import { Heading, Section } from 'react-email';
import type { ClosedLetter, ShippedGroup } from '../letter.js';
import { ItemHead, shortName } from './item-block.js';
import { LOOK } from './look.js';
import { ActionButton, Paragraph } from './parts.js';

const SHARE_SIGNS = { ALL: '✓', PART: '◐', NONE: '✕' } as const satisfies Record<ShippedGroup['share'], string>;

/** Of each share. The others have a line each, as nobody reads hundreds of them in a mail. */
const MOST_IN_FULL = 25;

/** What ships of an order, and what does not. */
export function ClosedHtml({ letter: { intro, groups, total, order } }: { letter: ClosedLetter }) {
  return (
    <>
      <Paragraph>{intro}</Paragraph>
      <Paragraph>{total}</Paragraph>
      <ActionButton {...order} />
      {groups.map((group) => (
        <Group key={group.share} group={group} />
      ))}
    </>
  );
}

function Group({ group: { share, heading, items } }: { group: ShippedGroup }) {
  return (
    <>
      <Heading as="h2" className="ink" style={LOOK.heading}>
        {`${SHARE_SIGNS[share]} ${heading}`}
      </Heading>
      {items.map((item, index) =>
        index < MOST_IN_FULL ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing ever moves in a mail, and two items can be alike.
          <Section key={index} className="item" style={LOOK.shippedItem}>
            <ItemHead item={item} family="aside" />
          </Section>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <p key={index} className="quiet" style={LOOK.shippedLine}>
            <bdi>{shortName(item)}</bdi>
            {` · ${item.quantityTimesPrice}`}
          </p>
        ),
      )}
    </>
  );
}
