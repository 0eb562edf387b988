/** A state that the page follows: a new object at each change, so that a component can compare. */
export class Observable<State extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private latest: State) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): State => this.latest;

  protected get state(): State {
    return this.latest;
  }

  /** Tells everybody who follows. */
  protected set(change: Partial<State>): void {
    this.latest = { ...this.latest, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
