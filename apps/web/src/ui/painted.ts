/** How long to wait for frames at most, in milliseconds: a page in the background has none. */
const LONGEST_MS = 1_000;

/** Resolves once what has been rendered is on the screen: when the frame after it begins. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_MS);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
