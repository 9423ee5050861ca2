import { barriers } from '../testkit/barriers.js';
import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';
import type { Visitor } from '../testkit/visitor.js';

/** As in apps/web/check-size.mjs, which counts the built files; here it is what a browser really asks for. */
const SCRIPT_BUDGET_KB = 170;

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
      await stage.operator.report(demo, 'Oak Serving Board', 'OOS');
      await bea.sees('This item has changed while you were here');
      found.changed = await barriers(bea);
      await bea.page.keyboard.press('Escape');
      await modify.isClosed();
      const question = await order.askToPrepare();
      found.prepare = await barriers(bea);
      await question.getByRole('button', { name: 'Go back' }).click();
      await question.waitFor({ state: 'detached' });
      await bea.page.route('**/status-guide-page*.js', (route) => route.abort());
      bea.expectErrorsLike(/ERR_FAILED/);
      await bea.page.getByRole('tab', { name: 'Status guide' }).click();
      await bea.sees('This page could not be loaded', 'alert');
      found.failed = await barriers(bea);
      await bea.page.unroute('**/status-guide-page*.js');
      await bea.page.getByRole('button', { name: 'Try again' }).click();
      await bea.sees('MOQ Required');
      found.guide = await barriers(bea);
      const none = Object.keys(found).map((place) => [place, []]);
      expect(found).toEqual(Object.fromEntries(none));
    });
  }

  stage.scene('shows in forced colours what is chosen, and where a dialog ends', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitOfBuyer();
    await bea.page.emulateMedia({ forcedColors: 'active' });
    const order = await bea.order(demo.number).expand();
    await order.item('Oak Serving Board').cancelButton.click();
    const dialog = bea.page.getByRole('dialog');
    expect(await dialog.evaluate((box) => getComputedStyle(box).borderStyle)).toBe('solid');
    for (const [path, role] of [
      ['/account#mails', 'radio'],
      ['/keys', 'checkbox'],
    ] as const) {
      await bea.goTo(path);
      const marks = await bea.page
        .getByRole(role, { checked: true })
        .first()
        .evaluate((input) => {
          const mark = input.parentElement?.querySelector('svg');
          return [getComputedStyle(input).backgroundColor, mark && getComputedStyle(mark).color];
        });
      expect(marks[1]).not.toBe(marks[0]);
    }
  });

  /** Adds up the scripts that a browser asks for from now on, in kB, as they are served. */
  function weighScripts({ page }: Visitor): () => Promise<number> {
    const sizes: Array<Promise<number>> = [];
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.endsWith('.js')) return;
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
    });
    return async () => {
      expect(sizes.length).toBeGreaterThan(0);
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
    };
  }

  stage.scene(`is served with at most ${SCRIPT_BUDGET_KB} kB of script where one is signed in already`, async () => {
    const bea = await stage.visitor();
    const scripts = weighScripts(bea);
    await bea.context.addCookies(stage.buyer.cookies());
    await bea.goTo('/');
    await bea.order((await stage.buyer.orderWith('Oak Serving Board')).number).toggle.waitFor();
    expect(await scripts()).toBeLessThanOrEqual(SCRIPT_BUDGET_KB);
  });

  stage.scene(`is served with at most ${SCRIPT_BUDGET_KB} kB of script from the sign-in up to My Orders`, async () => {
    const bea = await stage.visitor();
    const scripts = weighScripts(bea);
    await bea.goTo('/');
    await bea.signInAs('Bea Buyer');
    await bea.order((await stage.buyer.orderWith('Oak Serving Board')).number).toggle.waitFor();
    expect(await scripts()).toBeLessThanOrEqual(SCRIPT_BUDGET_KB);
  });

  stage.scene('GraphiQL is there, and asks as whoever is signed in', async () => {
    const bea = await stage.visitor();
    await bea.context.addCookies(stage.buyer.cookies());
    await bea.goTo('/graphiql');
    // The button is there before the editor has anything to run.
    await eventually(async () => {
      await bea.page.getByRole('button', { name: /Execute query/ }).click();
      await bea.page.getByText('Bea Buyer').waitFor({ timeout: 2_000 });
    });
  });
});
