import type { Answers, Job, Told } from '../load/job.js';
import { builtProgram } from '../machine/places.js';
import { CORE, Running } from '../machine/processes.js';
import { memoryOf, type Used, type Watched, watch } from './watch.js';

/** What one side did in one round: what of `Used` is used up, for one request; times in milliseconds, sizes in bytes. */
export interface Measured extends Answers, Used {
  readonly peakMemory: number;
}

/** What others may take of a core before it is told. */
const NOTEWORTHY = 0.05;

/** Puts one side under load, and tells what a request took. */
export async function measure(job: Job, watched: Watched): Promise<Measured> {
  const load = Running.start('the load', [process.execPath, builtProgram('load/http-load.js')], {
    core: CORE.other,
    ipc: true,
  });
  let readOff: Promise<() => Promise<Used>> | undefined;
  const measured = new Promise<Measured>((resolve, reject) => {
    load.child.once('exit', () => reject(new Error('the load program has ended by itself')));
    load.child.on('message', async (told: Told) => {
      if (told.kind === 'begins') readOff = watch(watched, load.pid);
      if (told.kind === 'failed') reject(new Error(told.reason));
      if (told.kind !== 'ends' || !readOff) return;
      const used = await (await readOff)();
      const { count } = told.answers;
      resolve({
        ...told.answers,
        ...used,
        serverCpuMs: used.serverCpuMs / count,
        databaseCpuMs: used.databaseCpuMs / count,
        statements: used.statements / count,
        rowsRead: used.rowsRead / count,
        peakMemory: memoryOf(watched.serverPid).peak,
      });
    });
  });
  load.child.send(job);
  return measured.finally(() => load.end());
}

/** In a few words, with a remark where others had a part in it. */
export function describe({ perSecond, othersShare }: Measured): string {
  const others = othersShare > NOTEWORTHY ? `, while others took ${(othersShare * 100).toFixed(0)} % of a core` : '';
  return `${perSecond.toFixed(0)}/s${others}`;
}
