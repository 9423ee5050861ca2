import type { Mail } from '../mail/mailer.js';
import type { Services } from '../services.js';

/** Tells somebody by mail what has been done already. Nobody waits for it, and should it fail, the log has it. */
export function tellOwner({ mailer, report }: Services, mail: Mail): void {
  void mailer.send(mail).catch(report);
}
