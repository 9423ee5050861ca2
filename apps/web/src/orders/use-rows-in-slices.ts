import { startTransition, useEffect, useState } from 'react';

/** About as many as fill the screen. What a large one holds besides comes some frames later. */
const FIRST = 8;
const SLICE = 10;

/**
 * How many of the rows of an order to show: at first a screen of them, then ever more until all are there, so that an order
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
