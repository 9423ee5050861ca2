import type { DialogRequest } from './dialogs/dialog-entry';

type RowAction = 'modify' | 'keep' | 'cancel' | 'report';

/** The rows of a large order come a slice at a time; how long one is waited for. */
const ROW_WITHIN_MS = 5_000;

export function rowId(itemId: string): string {
  return `item-${itemId}`;
}

/**
 * Puts the focus back where the person was: on the button they pressed, or on the row when that button is gone because
 * the act succeeded.
 */
export function focusRow(itemId: string, action: RowAction): void {
  focusWithin(rowId(itemId), `[data-action="${action}"]`);
}

/**
 * Brings an item into sight, in the middle, where no notice covers it.
 * @param takesFocus whether the keyboard goes on from there
 */
export function showRow(itemId: string, takesFocus: boolean): void {
  whenThere(rowId(itemId), (row) => {
    row.scrollIntoView({ block: 'center' });
    if (takesFocus) row.focus({ preventScroll: true });
  });
}

/** The same for whatever opened a dialog. */
export function focusOpener(request: DialogRequest): void {
  if (request.kind !== 'prepare') focusRow(request.itemId, request.kind);
  // Once the order is closed, that button is gone; the first one of the order is its toggle.
  else focusWithin(`order-${request.orderId}`, '[data-action="prepare"]', 'button');
}

/** Unless the person has put it elsewhere meanwhile. */
function focusWithin(id: string, ...selectors: string[]): void {
  const before = document.activeElement;
  whenThere(id, (place) => {
    if (document.activeElement !== before && document.activeElement !== document.body) return;
    const button = selectors.map((selector) => place.querySelector<HTMLElement>(selector)).find(Boolean);
    (button ?? place).focus({ preventScroll: true });
  });
}

function whenThere(id: string, act: (place: HTMLElement) => void, until = performance.now() + ROW_WITHIN_MS): void {
  requestAnimationFrame((now) => {
    const place = document.getElementById(id);
    if (place) act(place);
    else if (now < until) whenThere(id, act, until);
  });
}
