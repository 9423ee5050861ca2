import type { Plugin, Rollup } from 'vite';

/** Stands at the very top of a file, or V8 does not heed it. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has V8 compile what every page loads while it arrives, beside the main thread. Otherwise it compiles each function on the
 * main thread when that is called first: half of what keeps a phone busy while the page starts, and again when an order is
 * first opened.
 */
export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      // Vite writes to the top of files too.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of firstLoad(bundle)) chunk.code = HINT + chunk.code;
      },
    },
  };
}

/** The entries and all that they import statically. */
function firstLoad(bundle: Rollup.OutputBundle): ReadonlySet<Rollup.OutputChunk> {
  const found = new Set<Rollup.OutputChunk>();
  const add = (file: string | undefined) => {
    const chunk = file === undefined ? undefined : bundle[file];
    if (chunk?.type !== 'chunk' || found.has(chunk)) return;
    found.add(chunk);
    chunk.imports.forEach(add);
  };
  for (const output of Object.values(bundle)) if (output.type === 'chunk' && output.isEntry) add(output.fileName);
  return found;
}
