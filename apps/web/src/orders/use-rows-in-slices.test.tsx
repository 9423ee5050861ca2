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
});
