/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { CDPSession, Page } from 'playwright-core';
import { WINDOWS, withBrowser } from './browser.js';
import { type Demo, ITEMS } from './demo.js';

const SLOWER = 4;
/** Long enough for a slow phone to write an answer to its cache. */
const SETTLED_MS = 2_000;
/** A frame that took longer was shown late, at 60 frames a second. */
const LATE_FRAME_MS = 25;
/** By the wheel, for headless browsers do not scroll by a finger that is made up. */
const SCROLL = { x: 200, y: 400, yDistance: -12_000, speed: 4_000, gestureSourceType: 'mouse' } as const;

/** How an order of as many items as may be opens and scrolls where the processor is four times slower. In ms. */
export async function expand(demo: Demo, window: keyof typeof WINDOWS): Promise<Record<string, number>> {
  return withBrowser(demo, { window: WINDOWS[window], signedIn: true }, async (context) => {
    const page = context.pages()[0] ?? (await context.newPage());
    const browser = await context.newCDPSession(page);
    const fetched = await press(page, browser, demo, true);
    const frames = await scroll(page, browser);
    const whole = await press(page, browser, demo, false);
    return {
      'first rows, items there': fetched.first,
      'all rows, items there': fetched.all,
      'first rows, with asking': whole.first,
      'late frames': frames.filter((frame) => frame > LATE_FRAME_MS).length,
      frames: frames.length,
    };
  });
}

/** Opens the page anew and presses the order. @param ahead whether the items are fetched before the press */
async function press(page: Page, browser: CDPSession, demo: Demo, ahead: boolean) {
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(demo.url);
  const toggle = page.getByRole('button', { name: demo.orderNumber });
  await toggle.waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (ahead) {
    await toggle.focus();
    await page.waitForTimeout(SETTLED_MS);
  }
  return toggle.evaluate(pressAndWatch, ITEMS);
}

/** Runs in the browser: the times from the press until the first rows and until all of them are painted. */
function pressAndWatch(button: Element, items: number): Promise<{ first: number; all: number }> {
  return new Promise((resolve) => {
    const card = button.closest('li') ?? button;
    const times: number[] = [];
    let pressedAt = 0;
    const afterPaint = (then: (now: number) => void) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(undefined);
      });
    const wanted = [1, items];
    const watcher = new MutationObserver(() => {
      const rows = card.querySelectorAll('li[id^="item-"]').length;
      while (wanted[0] !== undefined && rows >= wanted[0]) {
        wanted.shift();
        afterPaint((now) => {
          times.push(now - pressedAt);
          const [first, all] = times;
          if (first !== undefined && all !== undefined) resolve({ first, all });
        });
      }
      if (wanted.length === 0) watcher.disconnect();
    });
    watcher.observe(card, { childList: true, subtree: true });
    button.addEventListener('click', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true });
    (button as HTMLElement).click();
  });
}

/** Scrolls through many rows, and answers how long each frame took of those that scripts hear of. */
async function scroll(page: Page, browser: CDPSession): Promise<number[]> {
  const frames = await page.evaluateHandle(() => {
    const lengths: number[] = [];
    let before: number | undefined;
    const next = (now: number) => {
      if (before !== undefined) lengths.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return lengths;
  });
  await browser.send('Input.synthesizeScrollGesture', SCROLL);
  if ((await page.evaluate(() => window.scrollY)) === 0) throw new Error('nothing was scrolled');
  return frames.jsonValue();
}
