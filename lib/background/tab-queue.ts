/**
 * Runs the work of one tab in order: an answer is never computed from a reading older than one
 * that has already arrived. Tabs do not wait for each other.
 */
export class TabQueue {
  readonly #last = new Map<number, Promise<unknown>>();

  run<T>(tabId: number, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(tabId) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => {});
    this.#last.set(tabId, settled);
    void settled.then(() => {
      if (this.#last.get(tabId) === settled) this.#last.delete(tabId);
    });
    return mine;
  }
}
