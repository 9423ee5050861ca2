import { NameCharacterSet1790000000000 } from './1790000000000-name-character-set.js';
import { CreateAccount1790000001000 } from './1790000001000-create-account.js';
import { CreateSession1790000002000 } from './1790000002000-create-session.js';
import { CreatePurchaseOrder1790000003000 } from './1790000003000-create-purchase-order.js';
import { CreateItem1790000004000 } from './1790000004000-create-item.js';
import { CreateChange1790000005000 } from './1790000005000-create-change.js';
import { CreateOperationsFeed1790000006000 } from './1790000006000-create-operations-feed.js';
import { CreateIdempotencyKey1790000007000 } from './1790000007000-create-idempotency-key.js';
import { AddIdempotencyKeyRefusal1790000008000 } from './1790000008000-add-idempotency-key-refusal.js';
import { CreateApiKey1790000010000 } from './1790000010000-create-api-key.js';
import { DropSession1790000020000 } from './1790000020000-drop-session.js';
import { CreateSessionAnew1790000021000 } from './1790000021000-create-session-anew.js';
import { CreateKnownDevice1790000022000 } from './1790000022000-create-known-device.js';
import { CreateMailedLink1790000023000 } from './1790000023000-create-mailed-link.js';
import { CreateMailSetting1790000030000 } from './1790000030000-create-mail-setting.js';
import { FillMailSetting1790000031000 } from './1790000031000-fill-mail-setting.js';
import { CreateMail1790000032000 } from './1790000032000-create-mail.js';
import { CreateMailMention1790000033000 } from './1790000033000-create-mail-mention.js';
import { CreateDueOrderMail1790000034000 } from './1790000034000-create-due-order-mail.js';
import { KeepItemsByOrder1790000040000 } from './1790000040000-keep-items-by-order.js';
import { AddOrderReference1790000050000 } from './1790000050000-add-order-reference.js';
import { AddItemReference1790000051000 } from './1790000051000-add-item-reference.js';
import { IndexOrderReference1790000052000 } from './1790000052000-index-order-reference.js';

/** Every migration, oldest first. One DDL statement each, since MySQL cannot roll DDL back. */
export const migrations = [
  NameCharacterSet1790000000000,
  CreateAccount1790000001000,
  CreateSession1790000002000,
  CreatePurchaseOrder1790000003000,
  CreateItem1790000004000,
  CreateChange1790000005000,
  CreateOperationsFeed1790000006000,
  CreateIdempotencyKey1790000007000,
  AddIdempotencyKeyRefusal1790000008000,
  CreateApiKey1790000010000,
  DropSession1790000020000,
  CreateSessionAnew1790000021000,
  CreateKnownDevice1790000022000,
  CreateMailedLink1790000023000,
  CreateMailSetting1790000030000,
  FillMailSetting1790000031000,
  CreateMail1790000032000,
  CreateMailMention1790000033000,
  CreateDueOrderMail1790000034000,
  KeepItemsByOrder1790000040000,
  AddOrderReference1790000050000,
  AddItemReference1790000051000,
  IndexOrderReference1790000052000,
];
