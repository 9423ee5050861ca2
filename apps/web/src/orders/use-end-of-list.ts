import { useCallback, useEffect, useRef, useState } from 'react';

/** How far before the end of the list the next page is asked for. */
const AHEAD = '600px';

/** Calls `onNear` whenever the element that gets the ref comes near the screen, while `active`. */
export function useEndOfList(onNear: () => void, active: boolean) {
  const [element, setElement] = useState<Element | null>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    if (!element || !active) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, active]);
  return useCallback((node: Element | null) => setElement(node), []);
}
