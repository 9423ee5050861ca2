import { useEffect, useState } from 'react';

/** Whether more than half of an element is out of sight, behind the edges of its dialog too; with a ref for it. */
export function useOutOfSight() {
  const [element, ref] = useState<HTMLElement | null>(null);
  const [isOutOfSight, setOutOfSight] = useState(false);
  useEffect(() => {
    if (!element) return;
    const root = element.closest('[role="dialog"]');
    const { scrollPaddingTop, scrollPaddingBottom } = root ? getComputedStyle(root) : document.body.style;
    const observer = new IntersectionObserver(
      (entries) => setOutOfSight((entries.at(-1)?.intersectionRatio ?? 1) < 0.5),
      { root, rootMargin: `-${scrollPaddingTop} 0px -${scrollPaddingBottom} 0px`, threshold: 0.5 },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      setOutOfSight(false);
    };
  }, [element]);
  return { ref, isOutOfSight, element };
}
