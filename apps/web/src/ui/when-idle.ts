/** Acts after a delay, as soon as the browser has nothing else to do. Answers with what calls it off. */
export function whenIdleAfter(delayMs: number, act: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Safari tells nobody that it is idle.
    if ('requestIdleCallback' in window) idle = requestIdleCallback(act);
    else act();
  }, delayMs);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
