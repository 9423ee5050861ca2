import { startTransition, useEffect, useState } from 'react';

/** As many as fill a phone, which needs the longest for each. What a larger screen holds besides comes a frame later. */
const FIRST = 5;
const SLICE = 10;

/**
 * How many of the rows of an order to show: at first a few, then ever more until all are there, so that an order
 * of hundreds of items opens as fast as a small one. Pressing and scrolling go on between the slices.
 */
export function useRowsInSlices(all: number): number {
  const [shown, setShown] = useState(FIRST);
  useEffect(() => {
    if (shown >= all) return;
    // What is there already is painted first.
    const frame = requestAnimationFrame(() => startTransition(() => setShown(shown + SLICE)));
    return () => cancelAnimationFrame(frame);
  }, [shown, all]);
  return Math.min(shown, all);
}
