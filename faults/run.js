// Runs the fault tests: `node run.js [--full] [what Jest takes, e.g. the name of a file]`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const given = process.argv.slice(2);
const isFull = given.includes('--full');
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'oops-faults-'));

// biome-ignore lint/style/noProcessEnv: a launcher hands its environment on.
const environment = process.env;
const seed = environment.OOPS_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const figures = environment.OOPS_FIGURES ?? join(folder, 'figures.jsonl');
const before = existsSync(figures) ? statSync(figures).size : 0;

console.log(`Fault tests, ${isFull ? 'full' : 'short'} form. To have the same random choices again: OOPS_SEED=${seed}`);
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--runInBand',
    ...given.filter((argument) => argument !== '--full'),
  ],
  {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: 'inherit',
    env: { ...environment, OOPS_SEED: seed, OOPS_FIGURES: figures, OOPS_FAULTS_FULL: isFull ? 'true' : 'false' },
  },
);

const lines = existsSync(figures) ? readFileSync(figures).subarray(before).toString().trim().split('\n') : [];
if (lines.some(Boolean)) console.log('\nFigures');
for (const line of lines.filter(Boolean)) {
  const { name, value } = JSON.parse(line);
  console.log(`  ${name}: ${value}`);
}
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
