import { LRUCache } from 'lru-cache';

interface Kept<About> {
  /** How many bytes had been written before. */
  readonly at: number;
  readonly length: number;
  readonly about: About;
}

/** What a key and its place take besides, about, in bytes; each of its characters counts as one. */
const ENTRY_BYTES = 200;

/**
 * Keeps bytes by key, in one piece of memory of its own: what comes overwrites what came longest ago. Buffers of all ages
 * would have V8 collect all of its garbage again and again.
 */
export class ByteRing<About> {
  private memory: Buffer | undefined;
  private readonly index: LRUCache<string, Kept<About>>;
  /** How many bytes were ever written, counting those left free where one went round. */
  private written = 0;

  /** @param size in bytes. They are taken once something is to be kept. */
  constructor(private readonly size: number) {
    this.index = new LRUCache({
      maxSize: size,
      sizeCalculation: ({ length }, key) => key.length + length + ENTRY_BYTES,
    });
  }

  /** Keeps a copy of bytes, with what is to be known about them, in place of those of that key. At most `size`. */
  set(key: string, bytes: Uint8Array, about: About): void {
    const { length } = bytes;
    const left = this.size - (this.written % this.size);
    if (length > left) this.written += left;
    this.memory ??= Buffer.allocUnsafeSlow(this.size);
    this.memory.set(bytes, this.written % this.size);
    this.index.set(key, { at: this.written, length, about });
    this.written += length;
  }

  /** The bytes of a key, where they lie: the next that come may overwrite them. */
  get(key: string): { readonly bytes: Uint8Array; readonly about: About } | undefined {
    // Whether it was looked at makes no difference to how long it lies there.
    const kept = this.index.peek(key);
    if (!kept || !this.memory || this.written > kept.at + this.size) return undefined;
    const start = kept.at % this.size;
    return { bytes: this.memory.subarray(start, start + kept.length), about: kept.about };
  }
}
