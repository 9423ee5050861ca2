import {
  hostOf,
  type ItemFields,
  itemFieldViolations,
  LIMITS,
  parseMoney,
  textProblem,
  trimItemFields,
} from '@oops/item-status';
import type { Viewer } from '../accounts/viewer.js';
import { ChangeKind } from '../changes/change-kind.js';
import type { Services } from '../services.js';
import { changeItem, type ItemChanged } from './change-item.js';
import type { Refusal } from './refusals.js';
import { ItemAction } from './rules/item-actions.js';
import { givenMerchantName, newMerchantName } from './rules/merchant.js';

export interface ReplaceItem extends ItemFields {
  readonly itemId: string;
  readonly expectedRevision: number;
  readonly merchantName?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Puts another item, or a corrected one, in the place of an item with an error. It is Pending again afterwards. */
export function replaceItem(services: Services, viewer: Viewer, input: ReplaceItem): Promise<ItemChanged | Refusal> {
  const fields = trimItemFields(input);
  const merchantName = givenMerchantName(input.merchantName);
  return changeItem(services, viewer, {
    mutation: 'replaceItem',
    action: ItemAction.REPLACE,
    kind: ChangeKind.ITEM_REPLACED,
    input,
    violations: ({ currency }) => {
      const problem = textProblem(merchantName ?? '', LIMITS.merchantName);
      return [...itemFieldViolations(fields, currency), ...(problem ? [{ field: 'merchantName', problem }] : [])];
    },
    patch: (item, now) => {
      const merchantHost = hostOf(fields.url) ?? '';
      return {
        url: fields.url,
        merchantHost,
        merchantName: merchantName ?? newMerchantName(item, merchantHost),
        productName: fields.productName,
        quantity: fields.quantity,
        unitPriceMinor: parseMoney(fields.unitPrice, item.currency),
        specification: fields.specification,
        status: 'PENDING',
        statusChangedAt: now,
        evidence: null,
        keptAt: null,
      };
    },
  });
}
