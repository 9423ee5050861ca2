import { itemsIn, type TakenMail } from './mail-server.js';
import { openSql, type Row, toIso } from './sql.js';

/** The longest that a change may take from its time to its commit, in milliseconds: what it does meanwhile is a race. */
const COMMIT_MS = 2_000;

/** The longest that an attempt may have taken of which only the end is known, in milliseconds. */
const ATTEMPT_MS = 3_000;

/** What became of the promises about mails. */
export interface MailAudit {
  /** Reports that still need their buyer and are in no mail that arrived. */
  readonly lost: string[];
  /** Mails that arrived more than once, once for each time more. */
  readonly repeated: string[];
  /** Reports that two different mails about reports were about. */
  readonly toldTwice: string[];
  /** What stands in a mail to somebody whose it is not. */
  readonly misled: string[];
  /** What stands in a mail though it was put right before that was composed. */
  readonly stale: string[];
  readonly arrived: number;
  readonly states: Readonly<Record<string, number>>;
}

/** Compares what arrived with what the database says, once nothing is under way any more. */
export async function auditMails(databaseUrl: string, taken: readonly TakenMail[]): Promise<MailAudit> {
  const sql = await openSql(databaseUrl);
  try {
    const mails = new Map((await sql.all('SELECT * FROM `mail`')).map((mail) => [String(mail.messageId), mail]));
    const mentions = await sql.all('SELECT * FROM `mail_mention`');
    const items = await sql.all(
      'SELECT i.`id`, i.`status`, i.`keptAt`, i.`revision`, o.`state`, a.`email` FROM `item` i ' +
        'JOIN `purchase_order` o ON o.`id` = i.`orderId` JOIN `account` a ON a.`id` = o.`accountId`',
    );
    const changes = await sql.all('SELECT `itemId`, `sequence`, `kind`, `at` FROM `change` WHERE `itemId` IS NOT NULL');
    const byItem = new Map(items.map((item) => [String(item.id), item]));
    const heard = await Promise.all(taken.map(async (mail) => ({ ...mail, items: await itemsIn(mail) })));
    const told = mentionsThatArrived(mentions, mails, heard);
    return {
      lost: items.filter(needsBuyer).flatMap(({ id }) => {
        const newest = Math.max(
          ...changes.filter(({ itemId }) => itemId === id).map(({ sequence }) => Number(sequence)),
        );
        return told.has(`${id} ${newest}`) ? [] : [`${id} ${newest}`];
      }),
      repeated: again(taken.map(({ messageId }) => messageId)),
      toldTwice: again([...told].flatMap(([report, ids]) => ids.map(() => report))),
      misled: heard.flatMap(({ to, items: ids }) => ids.filter((id) => byItem.get(id)?.email !== to)),
      stale: staleItems(heard, mails, mentions, changes),
      arrived: taken.length,
      states: countBy([...mails.values()].map(({ state }) => String(state))),
    };
  } finally {
    await sql.close();
  }
}

function needsBuyer({ status, keptAt, state }: Row): boolean {
  return state === 'OPEN' && status !== 'PENDING' && keptAt === null;
}

type Heard = TakenMail & { readonly items: readonly string[] };

/** Which mails about new reports brought each report, of those that arrived. */
function mentionsThatArrived(
  mentions: readonly Row[],
  mails: ReadonlyMap<string, Row>,
  heard: readonly Heard[],
): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const messageId of new Set(heard.map((mail) => mail.messageId))) {
    const mail = mails.get(messageId);
    if (mail?.kind !== 'ORDER_REPORTS') continue;
    const said = new Set(heard.filter((one) => one.messageId === messageId).flatMap(({ items }) => items));
    for (const { mailId, itemId, sequence } of mentions) {
      if (mailId !== mail.id || !said.has(String(itemId))) continue;
      const report = `${itemId} ${sequence}`;
      told.set(report, [...(told.get(report) ?? []), messageId]);
    }
  }
  return told;
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Each entry that came before, once for each time it comes again. */
function again(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

/** The items of which the next change was there before the attempt began by which the mail arrived last. */
function staleItems(
  heard: readonly Heard[],
  mails: ReadonlyMap<string, Row>,
  mentions: readonly Row[],
  changes: readonly Row[],
): string[] {
  const last = new Map(heard.map((mail) => [mail.messageId, mail]));
  return [...last.values()].flatMap(({ messageId, items, at }) => {
    const mail = mails.get(messageId);
    const lastAttempt = Date.parse(toIso(mail?.lastAttemptAt ?? null) ?? '');
    // Of one that was killed, and found nothing left to say when it was made again, it is not known.
    const began = lastAttempt <= at ? lastAttempt : at - ATTEMPT_MS;
    return items.filter((id) => {
      const mention = mentions.find(({ mailId, itemId }) => mailId === mail?.id && itemId === id);
      const next = changes.find(
        ({ itemId, sequence }) => itemId === id && Number(sequence) > Number(mention?.sequence),
      );
      return next !== undefined && Date.parse(toIso(next.at) ?? '') + COMMIT_MS < began;
    });
  });
}
