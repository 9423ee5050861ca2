import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';
import { itemDrafts } from '../orders/modify/drafts';

// The machines that run the tests are often busy: slow is not wrong.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  itemDrafts.dropAll();
  window.history.replaceState(null, '', '/');
});
