import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './vite/compiled-messages';

const api = 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react(), compiledMessages()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/graphql': { target: api, ws: true }, '/healthz': api, '/readyz': api },
  },
  build: {
    target: 'es2022',
    // check-size.mjs adds up the first load from the manifest.
    manifest: true,
  },
});
