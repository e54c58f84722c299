/** The step that the pointer is at in one view, so that every other view can show it too. */

type Listener = () => void;

class LinkedStep {
  private current: number | null = null;
  private owner: object | null = null;
  private readonly listeners = new Set<Listener>();

  get value(): number | null {
    return this.current;
  }

  /** The pointer is over `owner`, at this step. */
  point(owner: object, step: number | null): void {
    this.owner = owner;
    this.change(step);
  }

  /** The pointer has left `owner`; it may be over another view by now, whose step then stays. */
  release(owner: object): void {
    if (this.owner !== owner) return;
    this.owner = null;
    this.change(null);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private change(step: number | null): void {
    if (step === this.current) return;
    this.current = step;
    for (const listener of this.listeners) listener();
  }
}

export const linkedStep = new LinkedStep();
