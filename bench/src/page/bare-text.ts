/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';

/**
 * Leaves of a page nothing but the words of its rows, as high as they were, without styles and without what listens to them:
 * what of a long scroll is late then is so by the browser and the machine, and no page can be better.
 */
export function leaveBareText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const rows = document.querySelectorAll<HTMLElement>('li[id^="item-"]');
    const lines = [...rows].map((row) => {
      const line = document.createElement('p');
      line.textContent = row.textContent;
      line.style.margin = '0';
      line.style.height = `${row.getBoundingClientRect().height}px`;
      return line;
    });
    document.head.replaceChildren();
    document.body.replaceChildren(...lines);
    window.scrollTo(0, 0);
  });
}
