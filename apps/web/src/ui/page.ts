/** Ways to load the page anew. Nothing of what it has read, is reading, or shows outlives them. */
export const page = {
  /** At another path of ours, in the place of this one. */
  openAt(path: string): void {
    window.location.replace(path);
  },

  /** Where it is. */
  reload(): void {
    window.location.reload();
  },

  /**
   * Where it is, unless the server cannot be reached: then it stays, and the answer is false. Browsers remember that a
   * script could not be loaded for as long as the page lives, so asking for it again does not help.
   */
  async reloadIfReached(before: () => void = () => {}): Promise<boolean> {
    const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
    if (!answer?.ok) return false;
    before();
    page.reload();
    return true;
  },
};
