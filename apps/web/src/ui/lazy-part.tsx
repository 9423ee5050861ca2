import { type ComponentType, useEffect, useState } from 'react';

/**
 * A component in a chunk of its own, like `React.lazy`, with two things that lack there: it can be loaded ahead on the
 * first sign of interest, and a failed download can be tried again.
 */
export class LazyPart<P extends object> {
  loaded: ComponentType<P> | undefined;
  /** How many downloads have failed. The browser may answer the next by what it remembers of them. */
  failures = 0;
  private loading: Promise<ComponentType<P>> | undefined;

  constructor(private readonly load: () => Promise<ComponentType<P>>) {}

  async fetch(): Promise<ComponentType<P>> {
    this.loading ??= this.load().catch((error) => {
      this.loading = undefined;
      this.failures += 1;
      throw error;
    });
    this.loaded = await this.loading;
    return this.loaded;
  }

  readonly preload = () => void this.fetch().catch(() => {});

  /** Spread over the button that opens the part. */
  readonly preloadOnIntent = { onPointerEnter: this.preload, onFocus: this.preload, onTouchStart: this.preload };
}

interface ShowPartProps<P extends object> {
  part: LazyPart<P>;
  give: P;
  /** The parent takes this down again; mounting it anew is the next attempt. */
  onLoadFailed: () => void;
}

export function ShowPart<P extends object>({ part, give, onLoadFailed }: ShowPartProps<P>) {
  const [Loaded, setLoaded] = useState<ComponentType<P> | undefined>(() => part.loaded);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one attempt a mount
  useEffect(() => {
    if (!Loaded) part.fetch().then((component) => setLoaded(() => component), onLoadFailed);
  }, []);
  return Loaded ? <Loaded {...give} /> : null;
}
