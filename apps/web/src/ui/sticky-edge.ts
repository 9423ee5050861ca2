/**
 * A ref for the header or footer of a dialog, which cover what scrolls under them: tells the dialog's styles how high it is,
 * which long titles, narrow screens and words that come later decide.
 */
export function stickyEdge(name: '--header' | '--footer') {
  return (edge: HTMLElement | null) => {
    const dialog = edge?.closest<HTMLElement>('[role="dialog"]');
    if (!edge || !dialog) return undefined;
    let height = 0;
    function tell(): void {
      if (!edge || !dialog) return;
      const before = height;
      height = edge.offsetHeight;
      dialog.style.setProperty(name, `${height}px`);
      if (before > 0) uncover(edge, before);
    }
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(edge);
    return () => observer.disconnect();
  };
}

/** Brings the field that somebody types in above a footer that has just grown over it. */
function uncover(footer: HTMLElement, heightBefore: number): void {
  const field = document.activeElement;
  if (!field?.matches('input, textarea')) return;
  const { top, bottom } = footer.getBoundingClientRect();
  const end = field.getBoundingClientRect().bottom;
  if (end > top && end <= bottom - heightBefore) field.scrollIntoView({ block: 'nearest' });
}
