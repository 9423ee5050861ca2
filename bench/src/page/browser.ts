import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, chromium } from 'playwright-core';
import type { Demo } from './demo.js';

/** Made for a sandbox that we do not have; or would hide what a person's browser refuses. As in e2e/testkit/browser.ts. */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/**
 * Would have the browser do as if it had a graphics processor, in one process with the rest, and the processor do its work:
 * far more of it than painting takes by the processor, which is what a browser does where there is none.
 */
const MADE_UP_GRAPHICS = [
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

interface Window {
  readonly width: number;
  readonly height: number;
  /** Whether it is that of a phone. */
  readonly touch: boolean;
}

export const WINDOWS = {
  phone: { width: 412, height: 823, touch: true },
  wide: { width: 1280, height: 900, touch: false },
} as const satisfies Record<string, Window>;

interface BrowserOptions {
  readonly window?: Window;
  /** Whether the buyer of the demo is signed in. */
  readonly signedIn: boolean;
  /** Where other programs may take part. */
  readonly port?: number;
}

/** A browser that nobody has used before, for as long as `use` takes. */
export async function withBrowser<T>(
  demo: Demo,
  { window = WINDOWS.phone, signedIn, port }: BrowserOptions,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'oops-bench-browser-'));
  const given = sparticuz.args.filter((argument) => ![...UNWANTED, ...MADE_UP_GRAPHICS].includes(argument));
  const args = [...given, '--disable-gpu'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await sparticuz.executablePath(),
    args: port === undefined ? args : [...args, `--remote-debugging-port=${port}`],
    viewport: { width: window.width, height: window.height },
    hasTouch: window.touch,
    isMobile: window.touch,
  });
  const [name, value] = demo.session;
  try {
    if (signedIn) await context.addCookies([{ name, value, url: demo.url }]);
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
