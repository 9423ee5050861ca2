import { barriers } from '../testkit/barriers.js';
import { freshSqlite } from '../testkit/databases.js';
import { Stage } from '../testkit/stage.js';
import type { Visitor } from '../testkit/visitor.js';

const PASSWORD = 'a kettle sings at noon';
const ANOTHER = 'four grey herons wait';

describe('somebody’s own account', () => {
  // As in production: whatever the page asks must be known to the server.
  const stage = new Stage(freshSqlite, { PAGE_DOCUMENTS_ONLY: 'true' });

  /** Types into fields by their labels, and presses a button. */
  async function sends({ page }: Visitor, fields: Record<string, string>, button: string): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole('button', { name: button, exact: true }).click();
  }

  async function signsIn(visitor: Visitor, email: string, password: string): Promise<void> {
    await visitor.goTo('/sign-in');
    await sends(visitor, { Email: email, Password: password }, 'Sign in');
  }

  stage.scene('is made by mail, found again by mail, and looked after on a phone', async () => {
    const found: Record<string, string[]> = {};
    const email = 'dora@test.example';
    const phone = await stage.visitor({ width: 360, height: 740, touch: true });
    phone.expectErrorsLike(/WebSocket|4401/);
    await phone.goTo('/');
    await phone.page.getByRole('link', { name: 'Create an account' }).click();
    await sends(phone, { Email: email }, 'Send me the link');
    await phone.sees(/We have sent a mail to/);
    found.asked = await barriers(phone);

    await phone.goTo(await stage.server.linkMailedTo(email, /confirm your email address/));
    found.signUp = await barriers(phone);
    await sends(phone, { 'Your name': 'Dora Doe', 'New password': PASSWORD }, 'Create account');
    await phone.sees('My Orders', 'heading');
    expect(phone.page.url()).not.toContain('#');

    // On another device, with a password that is forgotten.
    const desk = await stage.visitor();
    desk.expectErrorsLike(/WebSocket|4401/);
    await signsIn(desk, email, 'not the password');
    await desk.sees('Email address or password is wrong.');
    await desk.page.getByRole('link', { name: 'Forgot password?' }).click();
    await sends(desk, { Email: email }, 'Send me the link');
    await desk.sees(/We have sent a mail to/);
    const link = await stage.server.linkMailedTo(email, /choose a new password/);
    await desk.goTo(link);
    found.reset = await barriers(desk);
    await sends(desk, { 'New password': ANOTHER }, 'Set password');
    await desk.sees('Your new password is set');
    // The phone is signed out, live.
    await phone.sees('Sign in', 'heading');
    // The link has been used.
    const late = await stage.visitor();
    await late.goTo(link);
    await sends(late, { 'New password': PASSWORD }, 'Set password');
    await late.sees(/does not work any more/);

    await signsIn(phone, email, ANOTHER);
    await phone.sees('My Orders', 'heading');
    await phone.goTo('/account');
    await phone.sees('This device');
    found.account = await barriers(phone);
    const scrollWidth = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrollWidth).toBeLessThanOrEqual(360);
    await phone.page.getByRole('button', { name: /^Sign out .* on / }).click();
    await desk.goTo('/account');
    await desk.sees('Sign in', 'heading');

    const next = 'dora.doe@test.example';
    await phone.page.getByLabel('New email').fill(next);
    await phone.page.getByLabel('Current password').first().fill(ANOTHER);
    await phone.page.getByRole('button', { name: 'Change email' }).click();
    await phone.sees(/Open the link that we have sent to/);
    await phone.goTo(await stage.server.linkMailedTo(next, /confirm your new email address/));
    found.confirm = await barriers(phone);
    await phone.page.getByRole('button', { name: 'Confirm this address' }).click();
    await phone.sees('Your address is confirmed');
    await phone.goTo('/account');
    await phone.sees(new RegExp(`You sign in with ${next}`));

    await phone.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await phone.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await phone.sees('Sign in', 'heading');
    await signsIn(phone, next, ANOTHER);
    await phone.sees('My Orders', 'heading');
    expect(found).toEqual({ asked: [], signUp: [], reset: [], account: [], confirm: [] });
  });

  stage.scene('has keys that a program uses until they are revoked', async () => {
    const bea = await stage.visitOfBuyer({ colorScheme: 'dark' });
    await bea.goTo('/keys');
    await sends(bea, { Name: 'Till' }, 'Make key');
    const key = await bea.page.getByLabel('Key', { exact: true }).inputValue();
    expect(await barriers(bea)).toEqual([]);
    const asks = async () => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
      const body = JSON.stringify({ query: '{ viewer { name } }' });
      return (await fetch(`${stage.server.url}/graphql`, { method: 'POST', headers, body })).status;
    };
    expect(await asks()).toBe(200);
    await bea.page.getByRole('button', { name: 'Done' }).click();
    await bea.page.getByRole('button', { name: /^Revoke/ }).click();
    expect(await barriers(bea)).toEqual([]);
    await bea.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Revoke/ })
      .click();
    await bea.sees('You have no keys.');
    expect(await asks()).toBe(401);
  });
});
