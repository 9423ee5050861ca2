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
