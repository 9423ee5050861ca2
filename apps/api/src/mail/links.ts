import type { Config } from '../config.js';
import type { MailChoiceLinks } from './templates/mail-facts.js';

type Where = Pick<Config, 'publicUrl'>;

// Where the links in mails lead. None of them changes anything by being opened.

/** The page at an order, expanded. */
export function orderLink({ publicUrl }: Where, orderId: string): string {
  return `${publicUrl}/orders/${orderId}`;
}

/** The page at an item, with Modify open. */
export function modifyLink(where: Where, { id, orderId }: { readonly id: string; readonly orderId: string }): string {
  return `${orderLink(where, orderId)}?modify=${id}`;
}

/** Where people choose which mails they want. */
export function mailChoiceLinks({ publicUrl }: Where, unsubscribeToken: string): MailChoiceLinks {
  return {
    settingsLink: `${publicUrl}/account#mails`,
    unsubscribeLink: `${publicUrl}/unsubscribe/${unsubscribeToken}`,
  };
}
