import { Section, Text } from 'react-email';
import type { ItemWords, TroubledItemWords } from '../item-words.js';
import { shorten } from '../readable.js';
import { LOOK, type MARKS } from './look.js';
import { ActionButton, Paragraph, StatusMark } from './parts.js';

/** So much of a name is enough to know an item by in a list. */
const SHORT_NAME_LENGTH = 80;

export function shortName({ name }: ItemWords): string {
  return shorten(name, SHORT_NAME_LENGTH);
}

/** Who sells it and what went wrong, what it is, how much of it. Names keep to themselves which way they are written. */
export function ItemHead({ item, family }: { item: ItemWords; family: keyof typeof MARKS }) {
  const { merchant, name, specification, quantityTimesPrice, problem } = item;
  return (
    <>
      <Text className="quiet" style={LOOK.merchant}>
        <bdi>{merchant}</bdi>
        {problem ? ' \u00a0' : null}
        {problem ? <StatusMark family={family} label={problem} /> : null}
      </Text>
      <Text className="ink" style={LOOK.name}>
        <bdi>{name}</bdi>
      </Text>
      <Text className="quiet" style={LOOK.quiet}>
        {specification ? <bdi>{specification}</bdi> : null}
        {`${specification ? ' · ' : ''}${quantityTimesPrice}`}
      </Text>
    </>
  );
}

/** An item that needs its buyer, with all that helps to decide and the way to do it. */
export function TroubledItem({ item, modify }: { item: TroubledItemWords; modify: string }) {
  return (
    <Section className="item" style={LOOK.item}>
      <ItemHead item={item} family="needs" />
      {item.evidence.map((piece) => (
        <Text key={piece} className="ink" style={LOOK.evidence}>
          {piece}
        </Text>
      ))}
      {item.note ? (
        <Text className="ink" style={LOOK.note} dir="auto">
          {item.note}
        </Text>
      ) : null}
      <Paragraph>{item.helpText}</Paragraph>
      <ActionButton label={modify} link={item.link} says={item.modify} />
    </Section>
  );
}
