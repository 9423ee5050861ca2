import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { percentile } from '../compare/medians.js';
import type { Answers, Job, Told } from './job.js';
import { httpRequest } from './request.js';

// A process of its own, so that neither its work nor its pauses fall on whoever measures.

/** Longer than any load. It is stopped by hand, so that counting ends while it still runs. */
const WITHOUT_END_SECONDS = 3_600;

/** Sends the requests of a job, and counts the answers from the end of the warming up on. */
async function send({ url, document, asks, warmUpSeconds, seconds }: Job, begins: () => void): Promise<Answers> {
  const times: number[] = [];
  let [total, bytes, refused, connections] = [0, 0, 0, 0];
  let isCounting = false;
  const load = autocannon(
    {
      url,
      connections: asks.length,
      duration: WITHOUT_END_SECONDS,
      setupClient: (client) => {
        client.setRequests((asks[connections] ?? []).map((ask) => httpRequest(document, ask)));
        connections += 1;
        client.on('response', (status, size, time) => {
          total += 1;
          if (status !== 200) refused += 1;
          if (!isCounting) return;
          times.push(time);
          bytes += size;
        });
      },
    },
    () => {},
  );
  await new Promise((resolve) => load.once('response', resolve));
  await pause(warmUpSeconds * 1000);
  isCounting = true;
  begins();
  const begun = performance.now();
  await pause(seconds * 1000);
  isCounting = false;
  const took = (performance.now() - begun) / 1000;
  load.stop();
  if (refused > 0) throw new Error(`${refused} requests were refused`);
  if (times.length === 0) throw new Error('nothing was answered');
  const count = times.length;
  times.sort((a, b) => a - b);
  return {
    ...{ count, total, perSecond: count / took, bytes: bytes / count },
    ...{ p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  };
}

process.once('message', async (job: Job) => {
  const tell = (told: Told) => process.send?.(told);
  try {
    tell({ kind: 'ends', answers: await send(job, () => tell({ kind: 'begins' })) });
  } catch (failure) {
    tell({ kind: 'failed', reason: String(failure) });
  }
  process.disconnect();
});
