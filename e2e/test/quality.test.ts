import { gzipSync } from 'node:zlib';
import { barriers } from '../testkit/barriers.js';
import { freshSqlite } from '../testkit/databases.js';
import { Stage } from '../testkit/stage.js';

/** As in apps/web/check-size.mjs, which counts the built files; here it is what a browser really asks for. */
const SCRIPT_BUDGET_KB = 200;

describe('the page', () => {
  const stage = new Stage(freshSqlite);

  for (const colorScheme of ['light', 'dark'] as const) {
    stage.scene(`shuts nobody out, ${colorScheme}`, async () => {
      const demo = await stage.buyer.orderWith('Oak Serving Board');
      const bea = await stage.visitor({ colorScheme });
      const found: Record<string, string[]> = {};
      await bea.goTo('/');
      await bea.sees('Try the demo', 'heading');
      found.signIn = await barriers(bea);
      await bea.signInAs('Bea Buyer');
      await bea.order(demo.number).toggle.waitFor();
      found.list = await barriers(bea);
      const order = await bea.order(demo.number).expand();
      found.expanded = await barriers(bea);
      const modify = await order.item('Oak Serving Board').openModify();
      await modify.fill({ Quantity: 'many' });
      await bea.page.keyboard.press('Tab');
      found.modify = await barriers(bea);
      await bea.page.keyboard.press('Escape');
      await modify.isClosed();
      const question = await order.askToPrepare();
      found.prepare = await barriers(bea);
      await question.getByRole('button', { name: 'Go back' }).click();
      await question.waitFor({ state: 'detached' });
      await bea.page.getByRole('tab', { name: 'Status guide' }).click();
      await bea.sees('MOQ Required');
      found.guide = await barriers(bea);
      expect(found).toEqual({ signIn: [], list: [], expanded: [], modify: [], prepare: [], guide: [] });
    });
  }

  stage.scene(`loads at most ${SCRIPT_BUDGET_KB} kB of script, compressed, up to My Orders`, async () => {
    const bea = await stage.visitor();
    const sizes: Array<Promise<readonly [path: string, served: number, gzipped: number]>> = [];
    bea.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith('.js')) return;
      const measure = async () => {
        const { responseBodySize } = await response.request().sizes();
        return [pathname, responseBodySize, gzipSync(await response.body()).length] as const;
      };
      sizes.push(measure());
    });
    await bea.goTo('/');
    await bea.signInAs('Bea Buyer');
    await bea.order((await stage.buyer.orderWith('Oak Serving Board')).number).toggle.waitFor();
    const measured = await Promise.all(sizes);
    const total = (column: 1 | 2) => measured.reduce((sum, sizesOfOne) => sum + sizesOfOne[column], 0) / 1000;
    expect(measured.length).toBeGreaterThan(0);
    expect(total(2)).toBeLessThanOrEqual(SCRIPT_BUDGET_KB);
    expect(total(1)).toBeLessThanOrEqual(SCRIPT_BUDGET_KB);
  });
});
