import type { Page, WebSocketRoute } from 'playwright-core';

/** Stands between a page and its live changes, and can make them late. */
export class HeldChanges {
  private holding = false;
  private held: Array<() => void> = [];

  /** To be called before the page is opened. */
  static async on(page: Page): Promise<HeldChanges> {
    const changes = new HeldChanges();
    await page.routeWebSocket(/\/graphql$/, (socket) => changes.pass(socket));
    return changes;
  }

  hold(): void {
    this.holding = true;
  }

  /** Lets through what was held back. */
  release(): void {
    this.holding = false;
    for (const send of this.held.splice(0)) send();
  }

  private pass(socket: WebSocketRoute): void {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      // Only the changes: a socket without its pongs would be given up.
      if (this.holding && String(message).includes('"type":"next"')) this.held.push(() => socket.send(message));
      else socket.send(message);
    });
  }
}
