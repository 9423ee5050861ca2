import type { MerchantGroup } from '@oops/item-status';
import { Arg, Field, Int, ObjectType } from 'type-graphql';
import { pageSize } from '../cursors.js';
import { Item, Merchant } from './item.type.js';

/** The most merchants, or items of one, that can be asked for at once. */
const MAX_PAGE = 100;

export const DEFAULT_PAGE = 20;

@ObjectType({ description: 'The part of an order that comes from one merchant.' })
export class OrderMerchant {
  @Field(() => Merchant, { description: 'Who sells these items.', simple: true })
  merchant: Merchant;

  @Field(() => Int, { description: 'How many items of the order it sells.', simple: true })
  itemCount: number;

  @Field(() => Int, { description: 'How many of these wait for the buyer to decide.', simple: true })
  attentionCount: number;

  private readonly group: MerchantGroup<Item>;

  constructor(group: MerchantGroup<Item>) {
    this.merchant = group.merchant;
    this.itemCount = group.items.length;
    this.attentionCount = group.attentionCount;
    this.group = group;
  }

  @Field(() => [Item], {
    description: 'Its items: those that need the buyer first, else in the order in which they were listed.',
  })
  items(
    @Arg('first', () => Int, { nullable: true, defaultValue: DEFAULT_PAGE, description: '1 to 100.' })
    first: number | null,
  ): readonly Item[] {
    return this.group.items.slice(0, sizeOf(first));
  }
}

/** @throws GraphQLError where nobody may ask for so many */
export function sizeOf(first: number | null): number {
  return pageSize(first ?? DEFAULT_PAGE, MAX_PAGE);
}
