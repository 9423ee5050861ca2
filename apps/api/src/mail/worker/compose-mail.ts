import { composeAccountMail } from '../../accounts/mailed-links/compose-account-mail.js';
import type { Services } from '../../services.js';
import { composeClosingMail } from '../digest/compose-closing-mail.js';
import { composeOrdersMail } from '../digest/compose-orders-mail.js';
import type { ClaimedMail } from '../outbox/claim-mail.js';
import type { ComposedMail } from '../outbox/composed-mail.js';
import { MailKind } from '../outbox/mail-kind.js';

/** What a mail says as things stand now; undefined if there is nothing left to be said. */
export function composeMail(services: Services, mail: ClaimedMail): Promise<ComposedMail | undefined> {
  switch (mail.kind) {
    case MailKind.ORDER_REPORTS:
    case MailKind.ORDER_REMINDER:
      return composeOrdersMail(services, mail);
    case MailKind.ORDER_CLOSED:
      return composeClosingMail(services, mail);
    default:
      return composeAccountMail(services, mail, mail.kind);
  }
}
