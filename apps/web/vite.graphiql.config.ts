import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * GraphiQL is built by itself, after the page. Built together the two would share chunks, and the page would carry all
 * of graphql-js that only GraphiQL needs.
 */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: 'graphiql.html' },
  },
});
