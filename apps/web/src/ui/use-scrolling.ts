import { useEffect, useState } from 'react';

/** Not all browsers tell of the end of scrolling; a pause as long as this is taken for it. */
const PAUSE_MS = 150;

/** Whether somebody scrolls the page just now. */
export function useScrolling(): boolean {
  const [scrolling, setScrolling] = useState(false);
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(pause);
      pause = setTimeout(() => setScrolling(false), PAUSE_MS);
      setScrolling(true);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(pause);
      window.removeEventListener('scroll', onScroll);
    };
  }, []);
  return scrolling;
}
