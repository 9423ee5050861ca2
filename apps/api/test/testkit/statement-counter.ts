import { AbstractLogger } from 'typeorm';

/** Collects the SQL statements that the server sends, so that a test can count them. */
export class StatementCounter extends AbstractLogger {
  private seen: string[] = [];

  constructor() {
    super('all');
  }

  /** Runs something and returns the statements that it took. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.seen = [];
    await work();
    return this.seen;
  }

  /** How many there have been since the last `during` began. */
  get count(): number {
    return this.seen.length;
  }

  override logQuery(query: string): void {
    this.seen.push(query);
  }

  protected writeLog(): void {}
}
