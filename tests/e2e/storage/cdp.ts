import type { Readable, Writable } from 'node:stream';

type Answer = {
  id?: number;
  result?: unknown;
  error?: { message: string };
  /** Of an event. */
  method?: string;
  params?: unknown;
  sessionId?: string;
};

/**
 * The browser's own protocol over its debugging pipe, and nothing between: Playwright attaches
 * itself to every worker and so keeps an idle one alive, which is what these campaigns must not do.
 */
export class Cdp {
  readonly #out: Writable;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #listeners = new Map<string, (params: unknown) => void>();
  #lastId = 0;
  #rest = '';
  #closed = false;

  constructor(out: Writable, back: Readable) {
    this.#out = out;
    back.setEncoding('utf8');
    back.on('data', (piece: string) => this.#read(piece));
    // A killed browser breaks the pipe; what waits for it is told.
    for (const end of [out, back]) end.on('error', () => this.#end());
    back.on('close', () => this.#end());
  }

  /** Sends a command, to a session or to the browser; rejects with the browser's own words. */
  send<T = Record<string, unknown>>(
    method: string,
    params: object = {},
    sessionId?: string,
  ): Promise<T> {
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error('the browser is gone'));
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result as T);
        else reject(new Error(`${method}: ${error.message}`));
      });
      const session = sessionId === undefined ? {} : { sessionId };
      this.#out.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    });
  }

  /** Hears of every event of that name in a session, from now on. */
  listen(sessionId: string, event: string, heard: (params: unknown) => void): void {
    this.#listeners.set(`${sessionId} ${event}`, heard);
  }

  #read(piece: string): void {
    const messages = (this.#rest + piece).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id === undefined) {
        this.#listeners.get(`${answer.sessionId} ${answer.method}`)?.(answer.params);
        continue;
      }
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    }
  }

  #end(): void {
    this.#closed = true;
    for (const settle of this.#waiting.values()) {
      settle({ error: { message: 'the browser is gone' } });
    }
    this.#waiting.clear();
  }
}
