/** How long to wait for frames at most, in milliseconds: a page in the background has none. */
const LONGEST_MS = 1_000;

/** How long what is rendered bit by bit may take to fill the screen before other work goes on, in milliseconds. */
const FILLED_WITHIN_MS = 500;

/** Resolves once what has been rendered is on the screen, and the browser has nothing else to do or half a second is over. */
export function screenFilled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_MS);
    const whenIdle = () => {
      // Safari tells nobody that it is idle.
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: FILLED_WITHIN_MS });
      else setTimeout(resolve, FILLED_WITHIN_MS);
    };
    // When the frame after it begins.
    requestAnimationFrame(() => requestAnimationFrame(whenIdle));
  });
}
