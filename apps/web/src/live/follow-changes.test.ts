import { jest } from '@jest/globals';
import { type FollowState, followChanges, type OpenStream, type StreamSink } from './follow-changes';

interface Change {
  cursor: string;
}

/** A source whose streams the test holds in its hands. */
class FakeSource {
  readonly opened: string[] = [];
  closed = 0;
  sink!: StreamSink<Change>;
  readonly open: OpenStream<Change> = (after, sink) => {
    this.opened.push(after);
    this.sink = sink;
    return () => {
      this.closed += 1;
    };
  };
}

function follow(options: Partial<Parameters<typeof followChanges<Change>>[0]> = {}) {
  const source = new FakeSource();
  const changes: string[] = [];
  const states: FollowState[] = [];
  const follower = followChanges<Change>({
    open: source.open,
    cursor: 'c0',
    onChange: ({ cursor }) => changes.push(cursor),
    onState: (state) => states.push(state),
    recover: async () => 'recovered',
    random: () => 1,
    ...options,
  });
  return { source, changes, states, follower };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('following changes', () => {
  it('begins at the cursor given and hands on what comes', () => {
    const { source, changes, states } = follow();
    source.sink.connected();
    source.sink.change({ cursor: 'c1' });
    expect(source.opened).toEqual(['c0']);
    expect(changes).toEqual(['c1']);
    expect(states).toEqual(['connecting', 'following']);
  });

  it('resumes after a drop from the last cursor received', async () => {
    const { source, states } = follow();
    source.sink.connected();
    source.sink.change({ cursor: 'c1' });
    source.sink.change({ cursor: 'c2' });
    source.sink.ended('DROPPED');
    expect(states.at(-1)).toBe('lost');
    await jest.advanceTimersByTimeAsync(500);
    expect(source.opened).toEqual(['c0', 'c2']);
    source.sink.connected();
    expect(states.at(-1)).toBe('following');
  });

  it('hands on nothing twice, and hears nothing from a stream that was given up', async () => {
    const { source, changes } = follow();
    const old = source.sink;
    old.change({ cursor: 'c1' });
    old.change({ cursor: 'c1' });
    old.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(500);
    old.change({ cursor: 'late' });
    old.ended('DROPPED');
    source.sink.change({ cursor: 'c1' });
    expect(changes).toEqual(['c1']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(source.opened).toHaveLength(2);
  });

  it('tries for ever, ever more slowly, at most 15 s apart', async () => {
    const { source } = follow();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const before = source.opened.length;
      source.sink.ended('DROPPED');
      let waited = 0;
      while (source.opened.length === before) {
        await jest.advanceTimersByTimeAsync(500);
        waited += 500;
      }
      waits.push(waited);
    }
    expect(waits.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 8000, 15_000]);
    expect(waits.at(-1)).toBe(15_000);
  });

  it('spreads its attempts by chance', async () => {
    const { source } = follow({ random: () => 0 });
    source.sink.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(249);
    expect(source.opened).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(source.opened).toHaveLength(2);
  });

  it('waits briefly again after a stream that stood for a while, but not after one that fell at once', async () => {
    const { source } = follow();
    for (let round = 0; round < 5; round += 1) {
      source.sink.ended('DROPPED');
      await jest.advanceTimersByTimeAsync(15_000);
    }
    source.sink.connected();
    source.sink.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(14_000);
    expect(source.opened).toHaveLength(6);
    await jest.advanceTimersByTimeAsync(1_000);
    source.sink.connected();
    await jest.advanceTimersByTimeAsync(6_000);
    source.sink.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(500);
    expect(source.opened).toHaveLength(8);
  });

  it('does not wait when told that the network is back', async () => {
    const { source, follower } = follow();
    for (let round = 0; round < 5; round += 1) {
      source.sink.ended('DROPPED');
      await jest.advanceTimersByTimeAsync(15_000);
    }
    source.sink.ended('DROPPED');
    follower.retryNow();
    await jest.advanceTimersByTimeAsync(0);
    expect(source.opened).toHaveLength(7);
  });

  it('leaves a standing stream alone when told to retry, and renews it when the network changed', () => {
    const { source, follower } = follow();
    source.sink.change({ cursor: 'c1' });
    follower.retryNow();
    expect(source.opened).toEqual(['c0']);
    follower.restart();
    expect(source.closed).toBe(1);
    expect(source.opened).toEqual(['c0', 'c1']);
  });

  it('starts from a new cursor when the server no longer knows the old one, however often that takes', async () => {
    let fails = 1;
    const recover = async () => {
      if (fails-- > 0) throw new Error('still down');
      return 'fresh';
    };
    const { source } = follow({ recover });
    source.sink.ended('INVALID_CURSOR');
    await jest.advanceTimersByTimeAsync(500);
    expect(source.opened).toEqual(['c0']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(source.opened).toEqual(['c0', 'fresh']);
  });

  it('goes on even when the look at the session fails', async () => {
    const { source } = follow({ beforeRetry: async () => Promise.reject(new Error('offline')) });
    source.sink.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(500);
    expect(source.opened).toHaveLength(2);
  });

  it('does not wait for ever for a look at the session that never ends', async () => {
    const { source } = follow({ beforeRetry: () => new Promise(() => {}) });
    source.sink.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(500 + 10_000);
    expect(source.opened).toEqual(['c0', 'c0']);
  });

  it('asks for a new cursor again when the answer never comes, and is not sent back by one that comes too late', async () => {
    const answers: ((cursor: string) => void)[] = [];
    const { source } = follow({ recover: () => new Promise((resolve) => answers.push(resolve)) });
    source.sink.ended('INVALID_CURSOR');
    await jest.advanceTimersByTimeAsync(500 + 10_000 + 1_000);
    expect(answers).toHaveLength(2);
    answers[1]?.('fresh');
    await jest.advanceTimersByTimeAsync(0);
    source.sink.change({ cursor: 'c9' });
    answers[0]?.('late');
    source.sink.ended('DROPPED');
    await jest.advanceTimersByTimeAsync(15_000);
    expect(source.opened).toEqual(['c0', 'fresh', 'c9']);
  });

  it('is silent once stopped, in whatever state', async () => {
    const { source, follower, states } = follow();
    source.sink.ended('DROPPED');
    follower.stop();
    const before = states.length;
    follower.retryNow();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(source.opened).toHaveLength(1);
    expect(states).toHaveLength(before);
  });
});
