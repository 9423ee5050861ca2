import { within } from './within';

describe('waiting, but not for ever', () => {
  it('hands on what comes in time, and what fails', async () => {
    expect(await within(60_000, async () => 'answer')).toBe('answer');
    await expect(within(60_000, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });

  it('gives up what takes too long, and tells it so', async () => {
    let given: AbortSignal | undefined;
    const never = (giveUp: AbortSignal) => {
      given = giveUp;
      return new Promise<never>(() => {});
    };
    await expect(within(1, never)).rejects.toThrow('no answer in time');
    expect(given?.aborted).toBe(true);
  });
});
