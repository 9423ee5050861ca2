import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './mailer.js';

/** A mail in the terms of nodemailer. */
export function toMessage(mail: OutgoingMail, from: string): SendMailOptions {
  const { to, subject, text, html, messageId, createdAt, unsubscribeLink } = mail;
  return {
    from,
    // Named apart from the text of the address, so that a list of addresses is never read from one.
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId,
    date: createdAt,
    headers: {
      'auto-submitted': 'auto-generated',
      ...(unsubscribeLink && {
        'list-unsubscribe': `<${unsubscribeLink}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      }),
    },
    // Texts of others are never taken for the name of a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
