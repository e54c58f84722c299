/**
 * Questions that are asked faster than they can be answered: one is on its way at a time, and of those
 * that come meanwhile the latest alone is asked next.
 */

export interface Listener<Question, Found> {
  onAnswer: (found: Found, question: Question) => void;
  onFailure: (failure: unknown, question: Question) => void;
}

export class LatestWins<Question, Found> {
  private waiting: { readonly question: Question } | null = null;
  private isAsking = false;
  /** Goes up when what is on its way is no longer wanted. */
  private turn = 0;

  constructor(
    private readonly send: (question: Question) => Promise<Found>,
    private readonly listener: Listener<Question, Found>,
  ) {}

  ask(question: Question): void {
    this.waiting = { question };
    if (!this.isAsking) void this.next();
  }

  /** Nobody waits for an answer any more: what is on its way is passed over when it comes. */
  forget(): void {
    this.waiting = null;
    this.turn += 1;
  }

  private async next(): Promise<void> {
    this.isAsking = true;
    while (this.waiting !== null) {
      const { question } = this.waiting;
      this.waiting = null;
      const mine = this.turn;
      try {
        const found = await this.send(question);
        if (mine === this.turn) this.listener.onAnswer(found, question);
      } catch (failure) {
        if (mine === this.turn) this.listener.onFailure(failure, question);
      }
    }
    this.isAsking = false;
  }
}
