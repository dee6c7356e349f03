import type { StorageArea } from '../../../lib/db/second-store';

/** A `storage.local` in memory: JSON in and out, one `set` whole or not at all, faults on demand. */
export class FakeArea implements StorageArea {
  items = new Map<string, string>();
  access: string | null = null;
  sets = 0;
  /** Called before each change; throwing makes it fail without any effect. */
  before: () => void = () => {};
  /** Called after each change has taken effect; throwing is a worker killed right there. */
  after: () => void = () => {};

  async get(keys: string[] | null): Promise<Record<string, unknown>> {
    const wanted = keys ?? [...this.items.keys()];
    const found: Record<string, unknown> = {};
    for (const key of wanted) {
      const text = this.items.get(key);
      if (text !== undefined) found[key] = JSON.parse(text);
    }
    return found;
  }

  async set(items: Record<string, unknown>): Promise<void> {
    this.before();
    this.sets += 1;
    for (const [key, value] of Object.entries(items)) this.items.set(key, JSON.stringify(value));
    this.after();
  }

  async clear(): Promise<void> {
    this.before();
    this.items.clear();
  }

  async setAccessLevel({ accessLevel }: { accessLevel: string }): Promise<void> {
    this.access = accessLevel;
  }
}
