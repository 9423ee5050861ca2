import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';
import type { Visitor } from '../testkit/visitor.js';

describe('the first load', () => {
  // As in production, where nothing but the page's own documents is served.
  const stage = new Stage(freshSqlite, { PAGE_DOCUMENTS_ONLY: 'true' });

  /** Notes what is asked, and lets the largest script come only when all of this has been. */
  async function holdScriptsUntilAsked({ page }: Visitor, questions: string[]): Promise<string[]> {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postDataJSON().operationName);
    });
    await page.route(/\/assets\/react-.*\.js$/, async (route) => {
      await eventually(async () => expect(asked).toEqual(questions));
      await route.continue();
    });
    return asked;
  }

  stage.scene('asks for the orders before its scripts are there, and once only', async () => {
    const bea = await stage.visitor();
    await bea.context.addCookies(stage.buyer.cookies());
    const asked = await holdScriptsUntilAsked(bea, ['Session', 'Orders']);
    await bea.goTo('/?show=attention');
    await bea.sees(/need you/);
    // What is fetched ahead comes when the page has nothing else to do.
    const ahead = ['FirstItems', 'OrderItems'];
    expect(asked.filter((name) => !ahead.includes(name))).toEqual(['Session', 'Orders']);
  });

  stage.scene('asks at the sign-in only who is there already', async () => {
    const bea = await stage.visitor();
    const asked = await holdScriptsUntilAsked(bea, ['Session']);
    await bea.goTo('/sign-in');
    await bea.sees('Try the demo', 'heading');
    expect(asked).toEqual(['Session', 'DemoAccounts']);
  });

  for (const [where, size] of [
    ['on a desk', { width: 1280, height: 800 }],
    ['on a phone', { width: 360, height: 740, touch: true }],
  ] as const)
    stage.scene(`says ${where} what is coming while no script has come, and does not move it then`, async () => {
      const bea = await stage.visitor(size);
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      await bea.page.route(/\/assets\/.*\.js$/, async (route) => {
        await arrived;
        await route.continue();
      });
      await bea.page.goto('/sign-in', { waitUntil: 'commit' });
      await bea.sees('Loading …');
      const name = bea.page.getByText('Oops Orders', { exact: true });
      const beginAndEnd = () =>
        name.evaluate((text) => [text.getBoundingClientRect().x, text.getBoundingClientRect().bottom]);
      const before = await beginAndEnd();
      arrive();
      await bea.sees('Sign in', 'heading');
      expect(await bea.page.getByText('Loading …').count()).toBe(0);
      expect(await beginAndEnd()).toEqual(before);
    });

  stage.scene('shows a page whose script did not come, once it can be had and somebody tries again', async () => {
    const bea = await stage.visitOfBuyer();
    bea.expectErrorsLike(/ERR_FAILED/);
    await bea.page.route('**/status-guide-page*.js', (route) => route.abort());
    await bea.page.getByRole('tab', { name: 'Status guide' }).click();
    await bea.sees('This page could not be loaded', 'alert');
    await bea.page.unroute('**/status-guide-page*.js');
    await bea.page.getByRole('button', { name: 'Try again' }).click();
    await bea.sees('MOQ Required');
  });

  stage.scene('has V8 compile its scripts while they arrive', async () => {
    const bea = await stage.visitor();
    await bea.goTo('/sign-in');
    const tops = await bea.page.evaluate(() =>
      Promise.all([...document.scripts].map(async ({ src }) => (await (await fetch(src)).text()).split('\n', 1)[0])),
    );
    expect(tops.length).toBeGreaterThan(1);
    expect(new Set(tops)).toEqual(new Set(['//# allFunctionsCalledOnLoad']));
  });
});
