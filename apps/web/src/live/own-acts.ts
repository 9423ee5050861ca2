/**
 * What the person does in this very window comes back over the socket too. It is known here already, so it neither
 * flashes nor is announced.
 */
export class OwnActs {
  private readonly underWay = new Set<string>();
  private readonly cursors = new Set<string>();

  /** @returns to be called when the answer is there, with the cursor of the change if there was one */
  begin(itemId: string): (cursor?: string) => void {
    this.underWay.add(itemId);
    return (cursor) => {
      if (cursor) this.cursors.add(cursor);
      this.underWay.delete(itemId);
    };
  }

  includes(cursor: string, itemId: string | undefined): boolean {
    return this.cursors.has(cursor) || (itemId !== undefined && this.underWay.has(itemId));
  }
}
