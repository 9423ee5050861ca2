const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/** Reads something until it succeeds, ever more slowly: what was told live and could not be read would stay wrong. */
export class ReadAgain {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout> | undefined>();

  /** @param name what is read; while it is being tried, asking once more changes nothing */
  until(name: string, read: () => Promise<unknown>): void {
    if (this.waiting.has(name)) return;
    this.waiting.set(name, undefined);
    const attempt = async (delay: number): Promise<void> => {
      try {
        await read();
        this.waiting.delete(name);
      } catch {
        if (!this.waiting.has(name)) return;
        const next = Math.min(LONGEST_DELAY_MS, delay * 2);
        this.waiting.set(
          name,
          setTimeout(() => void attempt(next), delay),
        );
      }
    };
    void attempt(FIRST_DELAY_MS);
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }
}
