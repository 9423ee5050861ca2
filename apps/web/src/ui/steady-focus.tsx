import { Component, type ReactNode } from 'react';

interface Place {
  readonly field: Element;
  readonly top: number;
}

/**
 * Holds the field that has the focus where it stands on the screen while something comes or goes above it: a live change
 * must not push away what somebody types in. A class, for no hook hears of a change before it is made.
 */
export class SteadyFocus extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Place | null {
    const field = document.activeElement;
    return field?.matches('input, textarea') ? { field, top: field.getBoundingClientRect().top } : null;
  }

  override componentDidUpdate(_props: object, _state: object, before: Place | null): void {
    if (before?.field !== document.activeElement) return;
    const dialog = before?.field.closest('[role="dialog"]');
    // Who has scrolled it away below looks at what is above, and that stays as it is.
    if (!before || !dialog || before.top > dialog.getBoundingClientRect().bottom) return;
    dialog.scrollTop += before.field.getBoundingClientRect().top - before.top;
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
