import { useIntersection } from '@mantine/hooks';
import { startTransition, useEffect, useState } from 'react';
import { useScrolling } from '../ui/use-scrolling';

/** As many as fill a phone, which needs the longest for each. What a larger screen holds besides comes a frame later. */
const FIRST = 2;
const SLICE = 10;
/** While somebody scrolls, the next frame is not to wait: a slice is to take less of a phone's time than a frame lasts. */
const SLICE_SCROLLING = 4;
/** How far from the screen rows are still in nobody's way and in nobody's sight. */
const NEAR = '100% 0px';

/**
 * How many of the rows of an order to show: at first a few, then ever more until all are there, so that an order
 * of hundreds of items opens as fast as a small one. Pressing goes on between the slices, and so does scrolling: meanwhile
 * there are only slices that it is about to reach. `toComeRef` is for what stands in place of the rows to come.
 */
export function useRowsInSlices(all: number) {
  const [shown, setShown] = useState(FIRST);
  const { ref: toComeRef, entry } = useIntersection({ rootMargin: NEAR });
  const scrolling = useScrolling();
  const wanted = !scrolling || entry?.isIntersecting === true;
  useEffect(() => {
    if (shown >= all || !wanted) return;
    const slice = scrolling ? SLICE_SCROLLING : SLICE;
    // What is there already is painted first.
    const frame = requestAnimationFrame(() => startTransition(() => setShown(shown + slice)));
    return () => cancelAnimationFrame(frame);
  }, [shown, all, wanted, scrolling]);
  return { shown: Math.min(shown, all), toComeRef };
}
