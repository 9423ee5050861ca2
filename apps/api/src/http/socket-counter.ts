import type { WebSocket } from 'ws';

/** Counts the open sockets of each account at this server. */
export class SocketCounter {
  private readonly open = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Counts a socket until it closes. False, and not counted, if its account has as many as it may. */
  add(accountId: string, socket: Pick<WebSocket, 'once' | 'readyState'>): boolean {
    const before = this.open.get(accountId) ?? 0;
    if (before >= this.most) return false;
    // One that closed while its session was looked up will never say so again.
    if (socket.readyState !== OPEN) return true;
    this.open.set(accountId, before + 1);
    socket.once('close', () => {
      const left = (this.open.get(accountId) ?? 1) - 1;
      if (left > 0) this.open.set(accountId, left);
      else this.open.delete(accountId);
    });
    return true;
  }
}

/** `readyState` of a socket that is open. */
const OPEN = 1;
