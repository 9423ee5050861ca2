import { parseArgs } from 'node:util';

export interface Options {
  /** The names of what is to be measured; none for all. */
  readonly names: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  /** Whether docs/performance.* is to tell of it. */
  readonly write: boolean;
}

export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '5' },
      'warm-up': { type: 'string', default: '2' },
      connections: { type: 'string', default: '32' },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    names: positionals,
    rounds: number(values.rounds),
    seconds: number(values.seconds),
    warmUpSeconds: number(values['warm-up']),
    connections: number(values.connections),
    write: values.write,
  };
}

function number(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`"${text}" must be a number above 0`);
  return value;
}
