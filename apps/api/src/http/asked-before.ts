/** How many texts are kept in mind; a power of two. */
const SLOTS = 65_536;

/**
 * Tells what is asked for again from what is asked for but once, in little and unchanging memory: of each text it keeps 32
 * bits. So it errs at times, and takes a text for known that is not, or has forgotten one.
 */
export class AskedBefore {
  private readonly marks = new Uint32Array(SLOTS);

  /** Whether a text has come before. From now on it has. */
  has(text: string): boolean {
    const mark = hashOf(text);
    const slot = mark % SLOTS;
    const isKnown = this.marks[slot] === mark;
    this.marks[slot] = mark;
    return isKnown;
  }
}

/** FNV-1a, over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
