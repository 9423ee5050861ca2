import {
  ITEM_STATUSES,
  type ItemField,
  type ItemStatus,
  type Remedy,
  type ShipmentShare,
  STATUS_FACTS,
  statusHelpText,
  statusLabel,
} from '@oops/item-status';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow } from '../authorization/allow.js';
import { anyone } from '../authorization/rules.js';
import { ItemFieldEnum, ItemStatusEnum, RemedyEnum, ShipmentShareEnum } from '../graphql/enums.js';

@ObjectType({ description: 'What one status means and what it asks of the buyer.' })
export class StatusGuideEntry {
  @Field(() => ItemStatusEnum, { description: 'The status that is explained.', simple: true })
  status: ItemStatus;

  @Field({ description: 'The name that people know it by.', simple: true })
  label: string;

  @Field({ description: 'What it means and what the buyer can do, in one or two sentences.', simple: true })
  helpText: string;

  @Field({ description: 'True for the ten statuses that say something went wrong.', simple: true })
  isError: boolean;

  @Field(() => RemedyEnum, { description: 'What it asks of the buyer first.', simple: true })
  remedy: Remedy;

  @Field(() => ItemFieldEnum, {
    nullable: true,
    description: 'The field that the remedy is about; null where the whole item is meant.',
    simple: true,
  })
  field: ItemField | null;

  @Field(() => ShipmentShareEnum, { description: 'How much of such an item goes out with a shipment.', simple: true })
  shipmentShare: ShipmentShare;
}

@Resolver()
export class StatusGuideResolver {
  @Allow(anyone)
  @Query(() => [StatusGuideEntry], { description: 'The eleven statuses, explained. Needs no sign-in.' })
  statusGuide(): StatusGuideEntry[] {
    return ITEM_STATUSES.map((status) => {
      const { isError, remedy, field, shipmentShare } = STATUS_FACTS[status];
      const words = { label: statusLabel(status), helpText: statusHelpText(status) };
      return Object.assign(new StatusGuideEntry(), { status, ...words, isError, remedy, field, shipmentShare });
    });
  }
}
