// Ends what a test has started, if the test itself is killed before it can. It is told of each process and folder by a
// line: `+pid 123`, `-pid 123`, `+folder /tmp/…`. Its input ends when the test does, in whatever manner.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const processes = new Set();
const folders = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [, sign, kind, name] = /^([+-])(pid|folder) (.+)$/.exec(line) ?? [];
  const known = kind === 'pid' ? processes : folders;
  if (sign === '+') known.add(name);
  else known.delete(name);
}

for (const pid of processes) {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
// What was killed may still be writing.
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
