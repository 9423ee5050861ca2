/// <reference lib="dom" />
import type { CDPSession, Page } from 'playwright-core';
import { framesOfScroll } from './frames.js';
import { mainThreadTasks } from './main-thread-tasks.js';
import { traced } from './trace.js';

/** After so long the main thread was late for a frame, at 60 frames a second: what it had to add came a frame later. */
const LATE_FRAME_MS = 25;
/** A task of the main thread that took longer left no time for the frame that was due. */
const LATE_TASK_MS = 16;
/** By the wheel, for headless browsers do not scroll by a finger that is made up. */
const GESTURE = { x: 200, y: 400, yDistance: -12_000, speed: 4_000, gestureSourceType: 'mouse' } as const;

interface Scrolled {
  /** Frames that were due and not shown. */
  readonly dropped: number;
  /** Frames that were shown with a part left empty. */
  readonly incomplete: number;
  /** Frames of the main thread. */
  readonly frames: number;
  readonly lateFrames: number;
  readonly lateTasks: number;
  /** In ms. */
  readonly longestTask: number;
}

/** Scrolls through many rows. A late frame without a late task is the browser's, which paints without a graphics processor. */
export async function scroll(page: Page, browser: CDPSession): Promise<Scrolled> {
  const noted = await page.evaluateHandle(() => {
    const lengths: number[] = [];
    let going = true;
    let before: number | undefined;
    const next = (now: number) => {
      if (before !== undefined) lengths.push(now - before);
      before = now;
      if (going) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return {
      end: () => {
        going = false;
        return lengths;
      },
    };
  });
  const events = await traced(browser, async () => {
    await browser.send('Input.synthesizeScrollGesture', GESTURE);
  });
  const tasks = mainThreadTasks(events);
  const frames = await noted.evaluate(({ end }) => end());
  if ((await page.evaluate(() => window.scrollY)) === 0) throw new Error('nothing was scrolled');
  return {
    ...framesOfScroll(events),
    frames: frames.length,
    lateFrames: frames.filter((frame) => frame > LATE_FRAME_MS).length,
    lateTasks: tasks.filter((task) => task > LATE_TASK_MS).length,
    longestTask: Math.max(0, ...tasks),
  };
}
