import DataLoader from 'dataloader';
import { DataSource, type ObjectLiteral, QueryFailedError } from 'typeorm';
import type { Source } from './prepared-read.js';

/** Reads what belongs to some keys by one statement; what is not found is left out. */
type ReadMany<Key, Found, Shape> = (
  source: Source,
  keys: readonly Key[],
  shape: Shape,
) => Promise<ReadonlyMap<Key, Found>>;

/**
 * A read by key that requests share: what they ask for in one turn of the event loop is read by one statement. Under load
 * they come in groups, and a statement for all costs little more than one for each of them. Who comes alone waits for
 * nobody. Nothing is kept: what is found was read after it was asked for.
 */
export class GatheredRead<Key, Found, Shape extends ObjectLiteral = Record<string, never>> {
  private readonly gatherers = new WeakMap<DataSource, Map<string, DataLoader<Key, Found | undefined>>>();

  /**
   * @param read may be handed a key several times; whoever asks for the same is handed the same, and must not write to it
   * @param most how many keys one statement asks for, because each who asks waits for the rows of all
   */
  constructor(
    private readonly read: ReadMany<Key, Found, Shape>,
    private readonly most: number,
  ) {}

  /** What belongs to a key, or undefined. Within a transaction it is read alone. */
  async one(source: Source, key: Key, shape: Shape): Promise<Found | undefined> {
    if (source instanceof DataSource) return this.gathererOf(source, shape).load(key);
    return (await this.read(source, [key], shape)).get(key);
  }

  private gathererOf(source: DataSource, shape: Shape): DataLoader<Key, Found | undefined> {
    const ofSource = this.gatherers.get(source) ?? new Map<string, DataLoader<Key, Found | undefined>>();
    this.gatherers.set(source, ofSource);
    const name = Object.values(shape).join(' ');
    const known = ofSource.get(name);
    if (known) return known;
    const gatherer = new DataLoader<Key, Found | undefined>((keys) => this.readAll(source, keys, shape), {
      cache: false,
      maxBatchSize: this.most,
      // After all that has come in this turn has been looked at.
      batchScheduleFn: (send) => setImmediate(send),
    });
    ofSource.set(name, gatherer);
    return gatherer;
  }

  private async readAll(source: Source, keys: readonly Key[], shape: Shape): Promise<Array<Found | undefined | Error>> {
    try {
      const found = await this.read(source, keys, shape);
      return keys.map((key) => found.get(key));
    } catch (error) {
      return keys.map(() => ownError(error));
    }
  }
}

/** Whoever asked gets an error of their own: it is by the error that the log knows whose request it came of. */
function ownError(error: unknown): Error {
  if (error instanceof QueryFailedError) return new QueryFailedError(error.query, error.parameters, error.driverError);
  return error as Error;
}
