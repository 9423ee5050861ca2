import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TestApi } from './api.js';
import type { Person } from './person.js';
import { CHANGE_FIELDS, type ChangeView } from './views.js';

/** A socket of somebody, and the changes that came over it. */
export class Subscriber {
  readonly changes: ChangeView[] = [];
  readonly errors: unknown[] = [];
  private readonly client: Client;

  constructor(url: string, headers: Record<string, string>, connectionParams?: Record<string, unknown>) {
    class SocketWithCookie extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    this.client = createClient({
      url,
      webSocketImpl: SocketWithCookie,
      retryAttempts: 0,
      lazy: true,
      connectionParams,
    });
  }

  static async of(api: TestApi, person: Person): Promise<Subscriber> {
    return new Subscriber(`ws://${await api.address()}/graphql`, person.headers);
  }

  /** Subscribes and collects; resolves once the server has taken it. */
  follow(field: 'changes' | 'itemStatusChanged', args: Record<string, unknown> = {}): this {
    const declared = Object.keys(args).map((name) => `$${name}: ${name === 'orderId' ? 'ID' : 'String'}`);
    const passed = Object.keys(args).map((name) => `${name}: $${name}`);
    const list = (parts: string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');
    return this.subscribe(`subscription ${list(declared)} { ${field}${list(passed)} ${CHANGE_FIELDS} }`, args);
  }

  subscribe(query: string, variables: Record<string, unknown> = {}, operationName?: string): this {
    this.client.subscribe(
      { query, variables, operationName },
      {
        next: ({ data, errors }) => {
          if (errors) this.errors.push(...errors);
          const [change] = Object.values(data ?? {});
          if (change) this.changes.push(change as ChangeView);
        },
        error: (error) => this.errors.push(...(Array.isArray(error) ? error : [error])),
        complete: () => {},
      },
    );
    return this;
  }

  /** Waits until this many changes have come. */
  async received(count: number, withinMs = 30_000): Promise<ChangeView[]> {
    await until(() => this.changes.length >= count, withinMs);
    return this.changes;
  }

  async failed(): Promise<unknown> {
    await until(() => this.errors.length > 0);
    return this.errors[0];
  }

  async leave(): Promise<void> {
    await this.client.dispose();
  }
}

/** Waits until something holds, and fails if it does not in time. */
export async function until(holds: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`did not come true within ${withinMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
