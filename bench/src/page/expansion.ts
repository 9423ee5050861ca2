/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { leaveBareText } from './bare-text.js';
import { WINDOWS, withBrowser } from './browser.js';
import { type Demo, ITEMS } from './demo.js';
import { scroll } from './scroll.js';

const SLOWER = 4;
/** Long enough for a slow phone to write an answer to its cache. */
const SETTLED_MS = 2_000;

/** How long a person who is quick holds down a button. */
const HELD_MS = 80;

/**
 * What came before the click: nothing, as by a program; a mouse or a finger that came and went down, as by a person in a
 * hurry; the focus, some time before; or nothing for a while.
 */
type Before = 'nothing' | 'press' | 'focus' | 'idleness';

interface Opened {
  /** How long after the click the first rows were painted. */
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
      return use(page, browser, await open(page, browser, { demo, orderNumber, before, size }));
    });
  const asking = await visit('nothing', async (_page, _browser, { first }) => first);
  const pressed = await visit('press', async (_page, _browser, { first }) => first);
  const focused = await visit('focus', async (_page, _browser, { first }) => first);
  return visit('idleness', async (page, browser, { first, all }) => {
    const begun = await scroll(page, browser);
    const allRows = await all();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(SETTLED_MS);
    const whole = await scroll(page, browser);
    await leaveBareText(page);
    await page.waitForTimeout(SETTLED_MS);
    const bare = await scroll(page, browser);
    return {
      'first rows, asking': asking,
      'first rows, pressed': pressed,
      'first rows, focused': focused,
      'first rows, left idle': first,
      'all rows': allRows,
      'dropped frames, at once': begun.dropped,
      'incomplete frames, at once': begun.incomplete,
      'late frames, at once': begun.lateFrames,
      'late tasks, at once': begun.lateTasks,
      'longest task, at once': begun.longestTask,
      'dropped frames, all there': whole.dropped,
      'incomplete frames, all there': whole.incomplete,
      'late frames, all there': whole.lateFrames,
      'late tasks, all there': whole.lateTasks,
      'longest task, all there': whole.longestTask,
      'dropped frames, bare text': bare.dropped,
      'late frames, bare text': bare.lateFrames,
      'late tasks, bare text': bare.lateTasks,
      frames: whole.frames,
    };
  });
}

interface Opening {
  readonly demo: Demo;
  readonly orderNumber: string;
  readonly before: Before;
  readonly size: keyof typeof WINDOWS;
}

/** Opens the page anew, and the order. */
async function open(page: Page, browser: CDPSession, { demo, orderNumber, before, size }: Opening): Promise<Opened> {
  // Who saves data is fetched nothing ahead but the first items.
  if (before !== 'idleness') await page.addInitScript(saveData);
  await page.goto(demo.url);
  const toggle = page.getByRole('button', { name: orderNumber });
  await toggle.waitFor();
  await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.waitForTimeout(SETTLED_MS);
  if (before === 'focus') {
    await toggle.focus();
    await page.waitForTimeout(SETTLED_MS);
  }
  const opened = await toggle.evaluateHandle(watch, ITEMS);
  if (before === 'press') await press(page, browser, toggle, WINDOWS[size].touch);
  else await toggle.evaluate((button) => (button as HTMLElement).click());
  return { first: await opened.evaluate(({ first }) => first), all: () => opened.evaluate(({ all }) => all) };
}

/** As a person does. */
async function press(page: Page, browser: CDPSession, toggle: Locator, isTouch: boolean): Promise<void> {
  const box = await toggle.boundingBox();
  if (!box) throw new Error('the order is not in sight');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (isTouch) {
    await browser.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await pause(HELD_MS);
    await browser.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  } else {
    await page.mouse.move(point.x, point.y);
    await page.mouse.down();
    await pause(HELD_MS);
    await page.mouse.up();
  }
}

/** Runs in the browser. */
function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/** Runs in the browser: the times from the click until the first rows and until all of them are painted. */
function watch(button: Element, items: number): { first: Promise<number>; all: Promise<number> } {
  const card = button.closest('li') ?? button;
  let clickedAt = 0;
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
        afterPaint(() => resolve(performance.now() - clickedAt));
      });
      watcher.observe(card, { childList: true, subtree: true });
    });
  const times = { first: painted(1), all: painted(items) };
  button.addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), { capture: true, once: true });
  return times;
}
