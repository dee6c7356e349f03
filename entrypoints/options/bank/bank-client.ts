import type {
  BankAnswers,
  BankOf,
  BankQuestion,
  BankReply,
  BankRequest,
} from '../bank-worker/bank-messages';

export type Asks = BankQuestion['ask'];
export type Question<A extends Asks> = Extract<BankQuestion, { ask: A }>;
/** An answer, or why there is none. */
export type Answered<A extends Asks> =
  | { ok: true; answer: BankAnswers[A] }
  | { ok: false; why: 'failed' | 'gone' | 'damaged' };

/**
 * The worker that holds the bank. It is started at the first question; one that breaks is ended, what
 * it was asked is answered with `failed`, and the next question starts another.
 */
export class BankClient {
  #worker: Worker | null = null;
  #last = 0;
  readonly #waiting = new Map<number, (reply: BankReply) => void>();

  constructor(readonly start: () => Worker) {}

  ask<A extends Asks>(of: BankOf, question: Question<A>): Promise<Answered<A>> {
    const worker = (this.#worker ??= this.#started());
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => resolve(reply as Answered<A>));
      const request: BankRequest & { id: number } = { of, ...question, id };
      worker.postMessage(request, []);
    });
  }

  /** Ends the worker; what is still waiting is answered with `failed`. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, settle] of waiting) settle({ id, ok: false, why: 'failed' });
  }

  #started(): Worker {
    const worker = this.start();
    worker.addEventListener('message', ({ data }: MessageEvent<BankReply>) => {
      const settle = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      settle?.(data);
    });
    worker.addEventListener('error', () => this.end());
    return worker;
  }
}
