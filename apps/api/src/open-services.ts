import { Limiters } from './accounts/guesses/limiters.js';
import { SharedReads } from './changes/shared-reads.js';
import type { Config } from './config.js';
import { InProcessBudgets } from './costs/budgets.js';
import { RedisBudgets } from './costs/redis-budgets.js';
import { openDatabase } from './database/open-database.js';
import { withoutValues } from './database/without-values.js';
import { EmlMailer } from './mail/transport/eml-mailer.js';
import { SmtpMailer } from './mail/transport/smtp-mailer.js';
import type { Services } from './services.js';
import { RedisSignals } from './signals/redis-signals.js';
import { InProcessSignals } from './signals/signals.js';

/** Opens all that the use cases lean on, as the settings say, and tells how to close it. */
export async function openServices(config: Config): Promise<{ services: Services; close: () => Promise<void> }> {
  const services: Services = {
    config,
    database: await openDatabase(config.databaseUrl),
    signals: config.redisUrl
      ? new RedisSignals(config.redisUrl, (error) => console.error(`Redis cannot be reached: ${error.message}`))
      : new InProcessSignals(),
    budgets: config.redisUrl ? new RedisBudgets(config.redisUrl) : new InProcessBudgets(),
    limiters: new Limiters(config.redisUrl),
    mailer: config.mailUrl
      ? new SmtpMailer(config.mailUrl, config.mailFrom)
      : new EmlMailer(config.mailDir, config.mailFrom),
    report: (error) => console.error(withoutValues(error)),
    sharedReads: new SharedReads(),
    now: () => new Date(),
  };
  const close = async () => {
    await services.signals.close();
    await services.budgets.close();
    await services.limiters.close();
    await services.mailer.close();
    await services.database.close();
  };
  return { services, close };
}
