import { freePort } from '../machine/ports.js';
import { withBrowser } from './browser.js';
import type { Demo } from './demo.js';

/** Newer ones need Node.js 22. It is not installed with the rest: 150 packages that nothing else needs. */
const LIGHTHOUSE = 'lighthouse';
const HOW_TO_BRING = 'Lighthouse is not installed: npm install --no-save lighthouse@12.8.2';

/** As Lighthouse names them; in ms, but for the shift. */
const METRICS = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'speed-index': 'SI',
  'cumulative-layout-shift': 'CLS',
} as const;

interface Audited {
  readonly lhr: {
    /** How much JavaScript the machine does in a time. Chrome takes a phone to have some 1,000, a slow one 264. */
    readonly environment: { readonly benchmarkIndex: number };
    readonly categories: { readonly performance: { readonly score: number } };
    readonly audits: Readonly<Record<string, { readonly numericValue: number }>>;
  };
}

type Lighthouse = (url: string, flags: object) => Promise<Audited>;

async function bringLighthouse(): Promise<Lighthouse> {
  const found = await import(LIGHTHOUSE).catch(() => undefined);
  if (!found) throw new Error(HOW_TO_BRING);
  return found.default;
}

/** What Lighthouse thinks of one visit, as a row: for a phone on simulated slow 4G, which is its default. */
export async function audit(demo: Demo, path: string, signedIn: boolean): Promise<Record<string, number>> {
  const lighthouse = await bringLighthouse();
  const port = await freePort();
  return withBrowser(demo, { signedIn, port }, async () => {
    // Its cookies are the session.
    const flags = { port, onlyCategories: ['performance'], disableStorageReset: true, logLevel: 'error' };
    const { categories, audits, environment } = (await lighthouse(demo.url + path, flags)).lhr;
    const values = Object.entries(METRICS).map(([id, name]) => [name, audits[id]?.numericValue ?? Number.NaN]);
    const processor = environment.benchmarkIndex;
    return { score: categories.performance.score * 100, ...Object.fromEntries(values), processor };
  });
}
