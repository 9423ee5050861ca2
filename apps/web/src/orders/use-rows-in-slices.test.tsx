import { act, renderHook, waitFor } from '@testing-library/react';
import { putInSight } from '../test/in-sight';
import { useRowsInSlices } from './use-rows-in-slices';

const ROWS = 200;

/** Scrolls for several frames. */
async function scroll(): Promise<void> {
  for (let frame = 0; frame < 5; frame += 1)
    await act(async () => {
      window.dispatchEvent(new Event('scroll'));
      await new Promise(requestAnimationFrame);
    });
}

describe('the rows of a large order', () => {
  it('are there after a while, first of all a few', async () => {
    const { result } = renderHook(() => useRowsInSlices(ROWS));
    expect(result.current.shown).toBeLessThan(10);
    await waitFor(() => expect(result.current.shown).toBe(ROWS));
  });

  it('are not added out of sight while somebody scrolls, but afterwards', async () => {
    const { result } = renderHook(() => useRowsInSlices(ROWS));
    await scroll();
    const { shown } = result.current;
    await scroll();
    expect(result.current.shown).toBe(shown);
    await waitFor(() => expect(result.current.shown).toBe(ROWS));
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
    await waitFor(() => expect(result.current.shown).toBe(ROWS));
    expect(scrolling).toBeGreaterThan(0);
    expect(scrolling).toBeLessThan(largestSlice());
  });
});
