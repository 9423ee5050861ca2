import type { ItemStatus } from '@oops/item-status';
import {
  type Icon,
  IconBan,
  IconCircleOff,
  IconClock,
  IconCoins,
  IconLinkOff,
  IconMessageOff,
  IconPackageOff,
  IconPackages,
  IconPalette,
  IconReceiptRefund,
  IconTag,
} from '@tabler/icons-react';

export const STATUS_ICONS = {
  PENDING: IconClock,
  PARTIALLY_OOS: IconCircleOff,
  OOS: IconPackageOff,
  MOQ_REQUIRED: IconPackages,
  NO_RESPONSE: IconMessageOff,
  REFUNDED: IconReceiptRefund,
  CANCELLED: IconBan,
  URL_ERROR: IconLinkOff,
  NAME_ERROR: IconTag,
  PRICE_ERROR: IconCoins,
  SPECS_ERROR: IconPalette,
} as const satisfies Record<ItemStatus, Icon>;
