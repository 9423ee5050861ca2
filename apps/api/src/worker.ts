import { readConfig } from './config.js';
import { MailWorker } from './mail/worker/mail-worker.js';
import { openServices } from './open-services.js';
import { explainStartFailure } from './start-failure.js';

// Sends mails, beside the running servers or instead of them: `npm run worker`.

/** How long it may finish the mail that it is at when it is told to stop, in milliseconds. */
const LONGEST_GOODBYE_MS = 9_000;

const config = readConfig();
try {
  const { services, close } = await openServices(config);
  const worker = new MailWorker(services);
  // The worker's own timers keep no process alive.
  const staying = setInterval(() => {}, 60 * 60 * 1000);
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, async () => {
      // A mail that has not been sent by then is sent by another worker.
      setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
      await worker.stop();
      clearInterval(staying);
      await close();
    });
  }
  console.log(`Mails are sent ${config.mailUrl ? 'by the mail server' : `into ${config.mailDir}`}.`);
} catch (error) {
  console.error(explainStartFailure(error, config));
  process.exit(1);
}
