import { once } from 'node:events';
import { Agent, request } from 'node:http';
import WebSocket from 'ws';
import type { Person } from './person.js';

/** What came back for one payload, and after how many milliseconds. */
export interface Heard {
  /** E.g. `HTTP 400`, `error` or `closed 4400`. */
  readonly kind: string;
  readonly text: string;
  readonly ms: number;
}

/** Sends payloads one after another, and waits for the answer to each. */
export interface Sender {
  send(payload: Buffer): Promise<Heard>;
  end(): void;
}

/** Over one connection that is kept alive. */
export function httpSender(person: Person): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = `${person.nextServer().url}/graphql`;
  const headers = { 'content-type': 'application/json', cookie: person.cookie };
  return {
    send: (payload) =>
      new Promise((resolve, reject) => {
        const begun = performance.now();
        const posted = request(url, { method: 'POST', agent, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          response.on('error', reject).on('end', () => {
            resolve({ kind: `HTTP ${response.statusCode}`, text, ms: performance.now() - begun });
          });
        });
        posted.on('error', reject);
        posted.end(payload);
      }),
    end: () => agent.destroy(),
  };
}

/**
 * Over one socket, and over another when that was closed. What is an object in JSON is sent as a subscription, the rest
 * as it is; every other one in a text frame, where bytes that are no UTF-8 are against the protocol.
 */
export async function socketSender(person: Person): Promise<Sender> {
  let socket = await open(person);
  let sent = 0;
  return {
    async send(payload) {
      if (socket.readyState !== WebSocket.OPEN) socket = await open(person);
      sent += 1;
      const id = String(sent);
      const message = payload[0] === 0x7b ? asSubscription(id, payload) : payload;
      const begun = performance.now();
      let text = '';
      let kind = '';
      let ms = 0;
      let wake = () => {};
      const settle = (what: string) => {
        kind ||= what;
        ms ||= performance.now() - begun;
        wake();
      };
      let ping = '';
      const hear = (data: Buffer) => {
        text += data.toString();
        const said = JSON.parse(data.toString()) as { type: string; id?: string; payload?: { ping?: string } };
        if (said.id === id) settle(said.type);
        else if (said.type === 'pong' && said.payload?.ping === ping) wake();
      };
      const leave = (code: number, reason: Buffer) => {
        text += reason.toString();
        settle(`closed ${code}`);
      };
      socket.on('message', hear).once('close', leave);
      socket.send(message, { binary: sent % 2 === 0 });
      // What is refused is told before the second answer, and a subscription that began says nothing.
      for (let round = 1; round <= 2 && !kind; round += 1) {
        ping = `${id}.${round}`;
        const answered = new Promise<void>((resolve) => {
          wake = resolve;
        });
        socket.send(JSON.stringify({ type: 'ping', payload: { ping } }));
        await answered;
      }
      settle('began');
      if (kind === 'began' || kind === 'next') socket.send(JSON.stringify({ id, type: 'complete' }));
      socket.off('message', hear).off('close', leave);
      // A socket that the server is closing takes no more.
      if (kind.startsWith('closed')) socket.terminate();
      return { kind, text, ms };
    },
    end: () => socket.terminate(),
  };
}

async function open(person: Person): Promise<WebSocket> {
  const socket = new WebSocket(`${person.nextServer().url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: person.cookie },
  });
  // How a socket ends is told by its code.
  socket.on('error', () => {});
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  return socket;
}

function asSubscription(id: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`{"id":"${id}","type":"subscribe","payload":`), payload, Buffer.from('}')]);
}
