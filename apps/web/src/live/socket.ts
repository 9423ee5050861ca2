import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { type Client, createClient } from 'graphql-ws';

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;

/**
 * The socket for subscriptions. It never reconnects by itself, for then it would subscribe again with the cursor it
 * began with: follow-changes.ts starts it anew from the last cursor received.
 */
export function createSocket(): { link: GraphQLWsLink; onConnected: (listener: () => void) => () => void } {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  let standing = false;
  let pongDue: ReturnType<typeof setTimeout> | undefined;
  const client: Client = createClient({
    url: url.href,
    retryAttempts: 0,
    keepAlive: PING_EVERY_MS,
    connectionAckWaitTimeout: PING_EVERY_MS,
    on: {
      // A phone that changes networks leaves a socket that looks open for minutes; only a missing pong tells.
      ping: (received) => {
        if (!received) pongDue = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongDue);
      },
      connected: () => {
        standing = true;
      },
      closed: () => {
        standing = false;
        clearTimeout(pongDue);
      },
    },
  });
  return {
    link: new GraphQLWsLink(client),
    onConnected: (listener) => {
      // A stream that is started anew may take over the socket of the one before it, which then stands already.
      if (standing) queueMicrotask(listener);
      return client.on('connected', listener);
    },
  };
}
