import type { TraceEvent } from './trace.js';

/** At 60 frames a second, in microseconds. */
const FRAME_US = 1_000_000 / 60;

interface Frames {
  readonly shown: number;
  /** How many were due between the first and the last and were not shown. */
  readonly dropped: number;
  /** How many were shown with a part left empty. */
  readonly incomplete: number;
}

/**
 * How scrolling looked, as the browser itself tells: that is done by a thread of its own, which shows the page moved on even
 * when the main thread is late.
 */
export function framesOfScroll(events: readonly TraceEvent[]): Frames {
  const reports = events
    .filter(({ name, ph }) => name === 'PipelineReporter' && ph === 'b')
    .flatMap(({ ts, args }) => (args.frame_reporter ? [{ ts, ...args.frame_reporter }] : []))
    .filter(({ scroll_state, state }) => scroll_state !== 'SCROLL_NONE' && state.startsWith('STATE_PRESENTED'));
  // What the main thread adds to a frame is reported apart, with the same beginning.
  const beginnings = [...new Set(reports.map(({ ts }) => ts))].sort((a, b) => a - b);
  if (beginnings.length < 2) throw new Error('the browser tells of no frames that it showed while it scrolled');
  const first = beginnings[0] ?? 0;
  const due = Math.round(((beginnings.at(-1) ?? 0) - first) / FRAME_US) + 1;
  return {
    shown: beginnings.length,
    dropped: Math.max(0, due - beginnings.length),
    incomplete: reports.filter(({ has_missing_content }) => has_missing_content).length,
  };
}
