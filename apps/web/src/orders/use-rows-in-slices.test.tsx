import { jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { putInSight } from '../test/in-sight';
import { useRowsInSlices } from './use-rows-in-slices';

const ROWS = 200;

// Frames come when they are told to: a machine that stands still for a while would be taken for somebody who pauses.
beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const FRAME_MS = 16;

async function frames(count: number, before = () => {}): Promise<void> {
  for (let frame = 0; frame < count; frame += 1)
    await act(async () => {
      before();
      await jest.advanceTimersByTimeAsync(FRAME_MS);
    });
}

/** Scrolls for several frames. */
const scroll = () => frames(5, () => window.dispatchEvent(new Event('scroll')));

/** As long as all rows take. */
const wait = () => frames(ROWS);

describe('the rows of a large order', () => {
  it('are there after a while, first of all a few', async () => {
    const { result } = renderHook(() => useRowsInSlices(ROWS));
    expect(result.current.shown).toBeLessThan(10);
    await wait();
    expect(result.current.shown).toBe(ROWS);
  });

  it('are not added out of sight while somebody scrolls, but afterwards', async () => {
    const { result } = renderHook(() => useRowsInSlices(ROWS));
    await scroll();
    const { shown } = result.current;
    await scroll();
    expect(result.current.shown).toBe(shown);
    await wait();
    expect(result.current.shown).toBe(ROWS);
  });

  it('are added while somebody scrolls where that is about to reach them', async () => {
    putInSight();
    const { result } = renderHook(() => useRowsInSlices(ROWS));
    act(() => result.current.toComeRef(document.createElement('div')));
    await scroll();
    const { shown } = result.current;
    await scroll();
    expect(result.current.shown).toBeGreaterThan(shown);
  });

  it('are added in smaller slices while somebody scrolls', async () => {
    putInSight();
    const counts: number[] = [];
    const { result } = renderHook(() => {
      const rows = useRowsInSlices(ROWS);
      counts.push(rows.shown);
      return rows;
    });
    const largestSlice = () => Math.max(...counts.slice(1).map((count, index) => count - (counts[index] ?? 0)));
    act(() => result.current.toComeRef(document.createElement('div')));
    await scroll();
    counts.splice(0, counts.length - 1);
    await scroll();
    const scrolling = largestSlice();
    await wait();
    expect(result.current.shown).toBe(ROWS);
    expect(scrolling).toBeGreaterThan(0);
    expect(scrolling).toBeLessThan(largestSlice());
  });
});
