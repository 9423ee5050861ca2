/**
 * A ref for the header or footer of a dialog, which cover what scrolls under them: tells the dialog's styles how high it is,
 * which long titles, narrow screens and words that come later decide.
 */
export function stickyEdge(name: '--header' | '--footer') {
  return (edge: HTMLElement | null) => {
    const dialog = edge?.closest<HTMLElement>('[role="dialog"]');
    if (!edge || !dialog) return undefined;
    const tell = () => dialog.style.setProperty(name, `${edge.offsetHeight}px`);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(edge);
    return () => observer.disconnect();
  };
}
