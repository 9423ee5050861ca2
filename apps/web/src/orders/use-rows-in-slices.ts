import { startTransition, useEffect, useState } from 'react';

/** Less than any row is high, so that the first slice fills the screen. */
const LEAST_HEIGHT_PX = 80;
const SLICE = 10;

/**
 * How many of the rows of an order to show: at first as many as fill the screen, then ever more until all are there, so
 * that an order of hundreds of items opens as fast as a small one. Pressing and scrolling go on between the slices.
 */
export function useRowsInSlices(all: number): number {
  const [shown, setShown] = useState(() => Math.ceil(window.innerHeight / LEAST_HEIGHT_PX));
  useEffect(() => {
    if (shown < all) startTransition(() => setShown(shown + SLICE));
  }, [shown, all]);
  return Math.min(shown, all);
}
