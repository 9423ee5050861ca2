import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Made for a sandbox that we do not have; or would hide what a person's browser refuses; or end it with the first tab. */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/** The browser that came with `npm ci` where that runs (Linux on x64); elsewhere the Chrome that is installed. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' });
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((argument) => !UNWANTED.includes(argument)),
  });
}
