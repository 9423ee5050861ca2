import type { TraceEvent } from './trace.js';

/** How long each task of the page's main thread took, in ms. */
export function mainThreadTasks(events: readonly TraceEvent[]): number[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  return events
    .filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
    .filter(({ pid, tid }) => mains.some((main) => main.pid === pid && main.tid === tid))
    .map(({ dur = 0 }) => dur / 1_000);
}
