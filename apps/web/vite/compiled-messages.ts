import compile from 'icu-minify/compile';
import { type Plugin, runnerImport } from 'vite';

/** The catalogues of texts: a language, and what part of the page the texts are of. */
const CATALOGUE = /\/src\/messages\/[a-z]{2}(-[A-Za-z]+)?(\.[a-z-]+)?\.ts$/;

interface Texts {
  readonly [key: string]: string | Texts;
}

function compileAll(texts: Texts): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? compile(text) : compileAll(text)]),
  );
}

/** Parses the texts once, while the page is built, so that no browser has to load a parser and do it. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    config: () => ({ resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } } }),
    async load(id) {
      const [file = id] = id.split('?');
      if (!CATALOGUE.test(file)) return;
      const { module } = await runnerImport<Record<string, Texts>>(file, { configFile: false, logLevel: 'error' });
      return Object.entries(module)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(compileAll(texts))};`)
        .join('\n');
    },
  };
}
