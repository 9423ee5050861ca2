class TookTooLong extends Error {
  constructor() {
    super('no answer in time');
  }
}

/** Waits for an answer, but not for ever: a connection that died without a word looks like one that is slow. */
export async function within<T>(ms: number, work: (giveUp: AbortSignal) => Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TookTooLong());
      giveUp.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(giveUp.signal), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
