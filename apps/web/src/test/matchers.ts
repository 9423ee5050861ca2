import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';
import { sessionStore } from '../ui/session-store';

// The machines that run the tests are often busy: slow is not wrong.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  sessionStore.keepOnly();
  window.history.replaceState(null, '', '/');
});
