const PREFIX = 'oops-orders/';

/** What the browser did not take: private windows and full disks are no reason to lose what was typed. */
const refused = new Map<string, string>();

function quietly<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/** What outlives a reload of this tab, and goes with the tab. */
export const sessionStore = {
  read(name: string): unknown {
    const text = refused.get(PREFIX + name) ?? quietly(() => sessionStorage.getItem(PREFIX + name));
    return text ? quietly(() => JSON.parse(text) as unknown) : undefined;
  },

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      sessionStorage.setItem(PREFIX + name, text);
      refused.delete(PREFIX + name);
    } catch {
      // An older text that it did take must not come back.
      quietly(() => sessionStorage.removeItem(PREFIX + name));
      refused.set(PREFIX + name, text);
    }
  },

  drop(name: string): void {
    refused.delete(PREFIX + name);
    quietly(() => sessionStorage.removeItem(PREFIX + name));
  },

  /** Drops what does not belong to this account; without one, everything. */
  keepOnly(accountId?: string): void {
    const stored = quietly(() => Object.keys(sessionStorage)) ?? [];
    for (const key of [...stored, ...refused.keys()]) {
      if (!key.startsWith(PREFIX) || (accountId && key.startsWith(`${PREFIX}${accountId}/`))) continue;
      sessionStore.drop(key.slice(PREFIX.length));
    }
  },
};
