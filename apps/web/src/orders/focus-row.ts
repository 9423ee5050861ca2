export type RowAction = 'modify' | 'keep' | 'cancel' | 'report';

export function rowId(itemId: string): string {
  return `item-${itemId}`;
}

/**
 * Puts the focus back where the person was: on the button they pressed, or on the row when that button is gone because
 * the act succeeded.
 */
export function focusRow(itemId: string, action: RowAction): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(rowId(itemId));
    const button = row?.querySelector<HTMLElement>(`[data-action="${action}"]`);
    (button ?? row)?.focus({ preventScroll: true });
  });
}
