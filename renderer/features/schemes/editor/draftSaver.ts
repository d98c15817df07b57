/**
 * Stores values one after the other: while one is on its way, only the latest of those that came meanwhile waits. Goes
 * on when the screen that pushed is gone.
 */
export class DraftSaver<T> {
  readonly #send: (value: T) => Promise<unknown>;
  readonly #onSettled: (value: T, error: unknown) => void;
  #next: { value: T } | null = null;
  #isBusy = false;

  /** @param onSettled told after each value; `error` is null when it was stored */
  constructor(send: (value: T) => Promise<unknown>, onSettled: (value: T, error: unknown) => void) {
    this.#send = send;
    this.#onSettled = onSettled;
  }

  /** Nothing is on its way and nothing waits. */
  get isIdle(): boolean {
    return !this.#isBusy && this.#next === null;
  }

  push(value: T): void {
    this.#next = { value };
    if (!this.#isBusy) void this.#sendNext();
  }

  async #sendNext(): Promise<void> {
    const next = this.#next;
    if (next === null) return;
    this.#next = null;
    this.#isBusy = true;
    const error = await this.#send(next.value).then(
      () => null,
      (reason: unknown) => reason,
    );
    this.#isBusy = false;
    void this.#sendNext();
    this.#onSettled(next.value, error);
  }
}
