import { v7 as uuidv7 } from 'uuid';

/** What an id names. The prefix makes ids global: `node(id)` sees from it where to look. */
export type IdKind = 'acc' | 'ord' | 'itm' | 'key' | 'ses' | 'mai';

/** A new id, e.g. `ord_019a…`. Ids of a kind sort by the time they were made. Clients must not read anything into them. */
export function newId(kind: IdKind): string {
  return `${kind}_${uuidv7().replaceAll('-', '')}`;
}

/** Whether a text could be an id of this kind at all. What cannot be one is simply not found. */
export function isId(kind: IdKind, text: string): boolean {
  return text.startsWith(`${kind}_`) && /^[a-z]{3}_[0-9a-f]{32}$/.test(text);
}
