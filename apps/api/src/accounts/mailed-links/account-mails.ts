import type { Mail } from '../../mail/mailer.js';

// What account mails say. Each is complete without the page, and says what to do if one did not ask for it.

const SIGNATURE = '\n\nOops Orders\n';

/** For somebody who wants an account, and had none. */
export function signUpMail(to: string, link: string): Mail {
  return mail(to, 'confirm your email address', [
    'You want to open an account with this email address. Open this link to choose a name and a password:',
    link,
    'It works once, for 24 hours. If that was not you, do nothing: no account is made.',
  ]);
}

/** For somebody who wants an account, and has one. */
export function alreadySignedUpMail(to: string, link: string): Mail {
  return mail(to, 'you already have an account', [
    'Somebody, probably you, wanted to open an account with this email address. You have one already: sign in with it. ' +
      'If you do not know your password any more, open this link to choose a new one:',
    link,
    'It works once, for an hour. If that was not you, do nothing: nothing has changed.',
  ]);
}

/** For somebody who has forgotten their password. */
export function passwordResetMail(to: string, link: string): Mail {
  return mail(to, 'choose a new password', [
    'You have forgotten your password. Open this link to choose a new one:',
    link,
    'It works once, for an hour. If that was not you, do nothing: your password stays as it is.',
  ]);
}

/** For somebody who has forgotten which address their account is under. */
export function noAccountMail(to: string, link: string): Mail {
  return mail(to, 'there is no account with this address', [
    'Somebody, probably you, wanted a new password for this email address, but no account has it. Perhaps yours is ' +
      'under another address. If you want to open one with this address, open this link:',
    link,
    'It works once, for 24 hours. If that was not you, do nothing: no account is made.',
  ]);
}

/** For the new address of an account. */
export function emailChangeMail(to: string, link: string): Mail {
  return mail(to, 'confirm your new email address', [
    'You want to sign in with this email address from now on. Open this link to confirm it:',
    link,
    'It works once, for 24 hours. If that was not you, do nothing: nothing has changed.',
  ]);
}

/** For the old address of an account, so that nobody takes an account over unseen. */
export function emailChangedMail(to: string, newAddress: string): Mail {
  return mail(to, 'your email address was changed', [
    `You sign in with ${newAddress} from now on; this address is not used any more.`,
    'If that was not you, tell us at once.',
  ]);
}

/** For the owner of an account whose password has become another. */
export function passwordChangedMail(to: string, publicUrl: string): Mail {
  return mail(to, 'your password was changed', [
    'The password of your account was changed, and its other devices were signed out. API keys work on.',
    'If that was not you, choose a new password at once, and look through your API keys:',
    `${publicUrl}/forgot-password`,
  ]);
}

function mail(to: string, subject: string, paragraphs: readonly string[]): Mail {
  return { to, subject: `Oops Orders: ${subject}`, text: paragraphs.join('\n\n') + SIGNATURE };
}
