/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { CDPSession, Page } from 'playwright-core';
import { WINDOWS, withBrowser } from './browser.js';
import { type Demo, ITEMS } from './demo.js';
import { scroll } from './scroll.js';

const SLOWER = 4;
/** Long enough for a slow phone to write an answer to its cache. */
const SETTLED_MS = 2_000;

/** What came before the press: nothing, a pointer or a finger on the order, or nothing for a while. */
type Before = 'nothing' | 'pointing' | 'idleness';

interface Opened {
  /** How long after the press the first rows were painted. */
  readonly first: number;
  /** The same of all of them; waits for them. */
  all(): Promise<number>;
}

/** How an order of as many items as may be opens and scrolls where the processor is four times slower. In ms. */
export async function expand(
  demo: Demo,
  orderNumber: string,
  size: keyof typeof WINDOWS,
): Promise<Record<string, number>> {
  const visit = <T>(before: Before, use: (page: Page, browser: CDPSession, opened: Opened) => Promise<T>) =>
    withBrowser(demo, { window: WINDOWS[size], signedIn: true }, async (context) => {
      const page = context.pages()[0] ?? (await context.newPage());
      const browser = await context.newCDPSession(page);
      return use(page, browser, await press(page, browser, { demo, orderNumber, before }));
    });
  const asking = await visit('nothing', async (_page, _browser, { first }) => first);
  const pointed = await visit('pointing', async (_page, _browser, { first }) => first);
  return visit('idleness', async (page, browser, { first, all }) => {
    const begun = await scroll(page, browser);
    const allRows = await all();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(SETTLED_MS);
    const whole = await scroll(page, browser);
    return {
      'first rows, asking': asking,
      'first rows, pointed at': pointed,
      'first rows, left idle': first,
      'all rows': allRows,
      'late frames, at once': begun.lateFrames,
      'late tasks, at once': begun.lateTasks,
      'longest task, at once': begun.longestTask,
      'late frames, all there': whole.lateFrames,
      'late tasks, all there': whole.lateTasks,
      'longest task, all there': whole.longestTask,
      frames: whole.frames,
    };
  });
}

/** Opens the page anew and presses the order. */
async function press(
  page: Page,
  browser: CDPSession,
  { demo, orderNumber, before }: { demo: Demo; orderNumber: string; before: Before },
): Promise<Opened> {
  // Who saves data is fetched nothing ahead that they have shown no interest in.
  if (before !== 'idleness') await page.addInitScript(saveData);
  await page.goto(demo.url);
  const toggle = page.getByRole('button', { name: orderNumber });
  await toggle.waitFor();
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.waitForTimeout(SETTLED_MS);
  if (before === 'pointing') {
    await toggle.focus();
    await page.waitForTimeout(SETTLED_MS);
  }
  const opened = await toggle.evaluateHandle(pressAndWatch, ITEMS);
  return { first: await opened.evaluate(({ first }) => first), all: () => opened.evaluate(({ all }) => all) };
}

/** Runs in the browser. */
function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/** Runs in the browser: the times from the press until the first rows and until all of them are painted. */
function pressAndWatch(button: Element, items: number): { first: Promise<number>; all: Promise<number> } {
  const card = button.closest('li') ?? button;
  let pressedAt = 0;
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(undefined);
    });
  const painted = (rows: number) =>
    new Promise<number>((resolve) => {
      const watcher = new MutationObserver(() => {
        if (card.querySelectorAll('li[id^="item-"]').length < rows) return;
        watcher.disconnect();
        afterPaint(() => resolve(performance.now() - pressedAt));
      });
      watcher.observe(card, { childList: true, subtree: true });
    });
  const times = { first: painted(1), all: painted(items) };
  button.addEventListener('click', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true });
  (button as HTMLElement).click();
  return times;
}
