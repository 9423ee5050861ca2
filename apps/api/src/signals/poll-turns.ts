/** The turns of a poll: one at a time. It goes on when one fails, and of failures in a row tells of the first. */
export class PollTurns {
  private isTaken = false;
  private isTroubled = false;
  private isOver = false;

  /** @param onTrouble is told why a turn failed */
  constructor(private readonly onTrouble: (error: unknown) => void) {}

  get isFree(): boolean {
    return !this.isTaken;
  }

  /** Does nothing while another is taken. */
  async take(ask: () => Promise<void>): Promise<void> {
    if (this.isTaken) return;
    this.isTaken = true;
    try {
      await ask();
      this.isTroubled = false;
    } catch (error) {
      if (!this.isTroubled && !this.isOver) this.onTrouble(error);
      this.isTroubled = true;
    }
    this.isTaken = false;
  }

  /** What fails from now on is nobody's concern. */
  end(): void {
    this.isOver = true;
  }
}
