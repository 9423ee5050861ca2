import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
import * as generated from '../gql/graphql';
import { createSocket } from '../live/socket';
import { createApolloClient, createHttpTransport } from './apollo-client';

const known: Record<string, string> = JSON.parse(
  readFileSync(new URL('../gql/page-documents.json', import.meta.url), 'utf8'),
);

/** The documents of the page, by the names of their operations. */
const documents = Object.values(generated as Record<string, unknown>).flatMap((one) => {
  const document = one as DocumentNode;
  const operation = document.definitions?.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation?.kind === Kind.OPERATION_DEFINITION ? [{ document, operation }] : [];
});

const namesOf = (isSubscription: boolean) =>
  documents
    .filter(({ operation }) => (operation.operation === OperationTypeNode.SUBSCRIPTION) === isSubscription)
    .map(({ operation, document }) => [operation.name?.value ?? '', document, operation.operation] as const);

const hashOf = (text: unknown) => createHash('sha256').update(String(text)).digest('hex');

/** A socket that is welcomed at once, and notes what is sent over it. */
class NotingSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static sent: Array<{ type: string; payload?: { query: string } }> = [];
  readyState = NotingSocket.OPEN;
  onopen?: () => void;
  onmessage?: (message: { data: string }) => void;
  onclose?: (event: { code: number; reason: string; wasClean: boolean }) => void;

  constructor() {
    queueMicrotask(() => this.onopen?.());
  }

  send(data: string): void {
    const message = JSON.parse(data);
    NotingSocket.sent.push(message);
    if (message.type === 'connection_init')
      queueMicrotask(() => this.onmessage?.({ data: '{"type":"connection_ack"}' }));
  }

  close(code = 1000, reason = ''): void {
    this.readyState = NotingSocket.CLOSED;
    this.onclose?.({ code, reason, wasClean: true });
  }
}

test('the server knows these documents and no others', () => {
  expect(documents.map(({ operation }) => operation.name?.value).sort()).toEqual(Object.keys(known).sort());
});

test.each(namesOf(false))('the server knows %s as it is sent over HTTP', async (name, document, kind) => {
  const send = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
  window.fetch = send;
  const client = createApolloClient(createHttpTransport());
  if (kind === OperationTypeNode.MUTATION) await client.mutate({ mutation: document }).catch(() => {});
  else await client.query({ query: document }).catch(() => {});
  expect(send).toHaveBeenCalledTimes(1);
  expect(hashOf(JSON.parse(String(send.mock.calls[0]?.[1]?.body)).query)).toBe(known[name]);
});

test.each(namesOf(true))('the server knows %s as it is sent over a WebSocket', async (name, document) => {
  NotingSocket.sent = [];
  Object.assign(globalThis, { WebSocket: NotingSocket });
  const subscription = createApolloClient(createSocket().link).subscribe({ query: document }).subscribe({});
  while (NotingSocket.sent.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(hashOf(NotingSocket.sent[1]?.payload?.query)).toBe(known[name]);
  subscription.unsubscribe();
});
