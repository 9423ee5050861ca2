import type { Plugin } from 'vite';

/** The early script and all that it needs, which is to be a file by itself. */
const MODULES = [
  'src/app/early.ts',
  'src/app/early-answers.ts',
  'src/app/first-questions.ts',
  'src/gql/first-documents.json',
  'src/orders/orders-location.ts',
  'src/orders/orders-variables.ts',
  'vite/preload-helper.js',
];

export function isEarly(module: string): boolean {
  return MODULES.some((early) => module.endsWith(early));
}

const PRELOAD = /\s*<link rel="modulepreload" crossorigin href="([^"]+)">/g;

/**
 * Has each file that the page needs run by itself as soon as it is there, the early script first, where Vite would have the
 * browser fetch them all ahead and then run them in one go: that would hold up the early script until the last has come,
 * and a phone for as long as it takes to run them all.
 */
export function oneScriptAfterAnother(): Plugin {
  return {
    name: 'one-script-after-another',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const scripts = [...html.matchAll(PRELOAD)].map(
          ([, src]) => `<script type="module" crossorigin src="${src}"></script>\n    `,
        );
        return html.replace(PRELOAD, '').replace('<script type="module"', (entry) => scripts.join('') + entry);
      },
    },
  };
}
