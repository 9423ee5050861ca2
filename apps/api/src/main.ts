import { readConfig } from './config.js';
import { seedDemo } from './demo/seed-demo.js';
import { startHousekeeping } from './housekeeping.js';
import { leave } from './http/leaving.js';
import { openLog } from './http/log-stream.js';
import { MailWorker } from './mail/worker/mail-worker.js';
import { openServices } from './open-services.js';
import { createServer } from './server.js';
import { explainStartFailure } from './start-failure.js';

/** How long a server that was told to stop may finish what it is doing, in milliseconds. */
const LONGEST_GOODBYE_MS = 9_000;

/** How long others have to notice before connections are closed, in milliseconds. Ctrl+C is a developer's, in a hurry. */
const GRACE_MS = { SIGTERM: 1_000, SIGINT: 0 };

const config = readConfig();

try {
  const { services, close } = await openServices(config);
  if (config.demo) await seedDemo(services);
  const stopHousekeeping = startHousekeeping(services, (error) => console.error(error));
  const worker = config.mailWorker ? new MailWorker(services) : undefined;
  const app = await createServer(services, {
    logger: { level: config.isProduction ? 'info' : 'warn', stream: openLog() },
  });
  for (const [signal, graceMs] of Object.entries(GRACE_MS)) {
    process.once(signal, async () => {
      // What has not ended by then never will; the database has all that was acknowledged.
      setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
      stopHousekeeping();
      await Promise.all([leave(app, graceMs), worker?.stop()]);
      await close();
    });
  }
  await app.listen({ host: config.host, port: config.port });
  console.log(`Oops Orders is ready at ${config.publicUrl}`);
} catch (error) {
  console.error(explainStartFailure(error, config));
  process.exit(1);
}
