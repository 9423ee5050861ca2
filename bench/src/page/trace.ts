import type { CDPSession } from 'playwright-core';

/** What the browser has noted of itself. */
export interface TraceEvent {
  readonly name: string;
  /** `b` where something begins that another event ends. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it was, in microseconds. */
  readonly ts: number;
  /** How long it took, in microseconds. */
  readonly dur?: number;
  readonly args: { readonly name?: string; readonly frame_reporter?: FrameReport };
}

/** What the browser says of a frame. */
interface FrameReport {
  /** Whether it was shown: all of it, without what the main thread had not ready in time, or not at all (`STATE_DROPPED`). */
  readonly state: string;
  /** Which thread scrolled meanwhile, or `SCROLL_NONE`. */
  readonly scroll_state: string;
  /** Whether a part of it was left empty, because it was not painted yet. */
  readonly has_missing_content: boolean;
}

/** What the browser notes while `act` is going on: the tasks of its threads, and the frames it shows. */
export async function traced(browser: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const keep = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  browser.on('Tracing.dataCollected', keep);
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'cc', 'benchmark'] },
  });
  await act();
  const complete = new Promise<unknown>((resolve) => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.end');
  await complete;
  browser.off('Tracing.dataCollected', keep);
  return events;
}
