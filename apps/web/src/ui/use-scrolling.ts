import { useEffect, useState } from 'react';

/** Not all browsers tell of the end of scrolling; a pause as long as this is taken for it. */
const PAUSE_MS = 150;

/** Whether somebody scrolls the page just now. */
export function useScrolling(): boolean {
  const [scrolling, setScrolling] = useState(false);
  useEffect(() => {
    let latest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const left = latest + PAUSE_MS - performance.now();
      timer = left > 0 ? setTimeout(look, left) : undefined;
      if (!timer) setScrolling(false);
    };
    // Each frame tells of it, and is to lose no time by that.
    const onScroll = () => {
      latest = performance.now();
      if (timer) return;
      timer = setTimeout(look, PAUSE_MS);
      setScrolling(true);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
    };
  }, []);
  return scrolling;
}
