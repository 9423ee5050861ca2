import { LightSocket } from './light-socket.js';
import type { Arrival, Done, Order } from './orders.js';

// Holds sockets, in a process of its own, and notes what arrives when.

/** How many are being opened at a time. */
const AT_ONCE = 50;

let opened = 0;
let arrivals: Arrival[] = [];
let awaited = Number.POSITIVE_INFINITY;

const tell = (done: Done) => process.send?.(done);
const fail = (reason: string) => tell({ kind: 'failed', reason });

/** The time of day, finer than `Date.now()`. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function note(socket: number, text: Buffer): void {
  arrivals.push({ socket, at: now() });
  if (text.includes('"errors"') || !text.includes('"next"')) fail(text.toString());
  if (arrivals.length === awaited) {
    awaited = Number.POSITIVE_INFINITY;
    tell({ kind: 'await', arrivals, text: text.toString() });
  }
}

async function open({ port, tokens, subscribe }: Extract<Order, { kind: 'open' }>): Promise<void> {
  const waiting = tokens.map((token) => {
    const socket = opened++;
    return () =>
      LightSocket.open({ port, token, subscribe, onText: (text) => note(socket, text), onEnd: (why) => fail(why) });
  });
  const openOn = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openOn));
  tell({ kind: 'open' });
}

process.on('message', (order: Order) => {
  if (order.kind === 'open') void open(order);
  else if (order.kind === 'await') {
    arrivals = [];
    awaited = order.count;
  } else {
    tell({ kind: 'collect', arrivals });
    arrivals = [];
  }
});
