/** A random key. `randomUUID` is missing where the page is not served over https, e.g. in a home network. */
function randomKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from((crypto as Crypto).getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/**
 * The key of a submission: the same content keeps its key until there is an answer, so that pressing again after a lost
 * answer does not do the thing twice.
 */
export class SubmissionKeys {
  private content: string | undefined;
  private key = '';

  keyFor(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.content) {
      this.content = text;
      this.key = randomKey();
    }
    return this.key;
  }

  answered(): void {
    this.content = undefined;
  }
}
