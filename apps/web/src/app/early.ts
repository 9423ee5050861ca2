/**
 * Runs before all other scripts, for it is small and needs none of them: what the URL asks for is on its way while they
 * are still being loaded.
 */
import { askEarly } from './early-answers';
import { firstQuestions } from './first-questions';

const { pathname } = window.location;
askEarly(firstQuestions(window.location));
// Whoever shows the page tries again, should this fail.
if (pathname === '/sign-in') import('../accounts/sign-in-page').catch(() => {});
// A browser's first number and first date cost a phone a tenth of a second, in which it reads what it knows of languages. Now
// it waits for the network anyway.
setTimeout(() => {
  new Intl.NumberFormat();
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
});
