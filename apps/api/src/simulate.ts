import { parseArgs } from 'node:util';
import { simulateOperator } from './demo/simulate-operator.js';

// An operator at work, seen from outside: everything goes through the public API. `npm run simulate -- --help`.
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    every: { type: 'string', default: '4' },
    email: { type: 'string', default: 'operator@demo.example' },
    password: { type: 'string', default: 'oops-demo' },
    help: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.every);

if (values.help || !(seconds > 0)) {
  console.log('npm run simulate -- [--url http://127.0.0.1:4000] [--every <seconds>] [--email …] [--password …]');
  process.exitCode = values.help ? 0 : 1;
} else {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  await simulateOperator({ ...values, everyMs: seconds * 1000, signal: stop.signal, tell: console.log });
}
