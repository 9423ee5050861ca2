import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileAhead } from './vite/compile-ahead';
import { compiledMessages } from './vite/compiled-messages';
import { isEarly, oneScriptAfterAnother } from './vite/one-script-after-another';

const library = (...names: string[]) => new RegExp(`[\\\\/]node_modules[\\\\/](${names.join('|')})[\\\\/]`);

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), compiledMessages(), oneScriptAfterAnother(), compileAhead()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/graphql': { target: api, ws: true }, '/healthz': api, '/readyz': api },
  },
  build: {
    target: 'es2022',
    // check-size.mjs adds up the first load from the manifest.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs, in a few files of about the same size: they load side by side, and what no release of
          // ours changes stays in the browser. Where several match, the first has it.
          groups: [
            { name: 'early', test: isEarly, priority: 4 },
            { name: 'react', tags: ['$initial'], test: library('react', 'react-dom', 'scheduler'), priority: 3 },
            {
              name: 'data',
              tags: ['$initial'],
              test: library('@apollo', '@wry', 'graphql', 'graphql-ws', 'rxjs'),
              priority: 2,
            },
            { name: 'page', tags: ['$initial'], priority: 1 },
            { name: 'account-forms', test: /[\\/]accounts[\\/]forms[\\/]/ },
          ],
        },
      },
    },
  },
});
