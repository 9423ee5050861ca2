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
};
