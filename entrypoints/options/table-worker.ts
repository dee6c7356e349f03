import type { TableAnswer, TableRequest } from '../../lib/transfer/tables/table-session';
import type { WorkbookAnswer, WorkbookRequest } from '../../lib/transfer/workbook/workbook-session';

/** Longest a worker may go without an answer or progress, in ms. */
const PATIENCE_MS = 20_000;
type Answer = Exclude<TableAnswer, { is: 'share' }> | WorkbookAnswer;
type Request = TableRequest | WorkbookRequest;

/**
 * The worker that reads and writes tables, under a clock: one that hangs or breaks is ended, and the question
 * is answered with `too-slow`. What it had opened is gone then.
 */
export class TableWorker {
  #worker: Worker | null = null;
  #cancel: (() => void) | null = null;
  #due: Promise<unknown> = Promise.resolve();

  constructor(
    readonly start: () => Worker,
    readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Asks one thing, after what was asked before is answered. */
  ask(request: Request, onShare: (share: number) => void = () => {}): Promise<Answer> {
    const answer = this.#due.then(() => this.#ask(request, onShare));
    this.#due = answer;
    return answer;
  }

  #ask(request: Request, onShare: (share: number) => void): Promise<Answer> {
    this.#worker ??= this.start();
    const worker = this.#worker;
    return new Promise((resolve) => {
      const giveUp = () => this.end();
      let clock = setTimeout(giveUp, this.patienceMs);
      const settle = (answer: Answer) => {
        clearTimeout(clock);
        worker.removeEventListener('error', giveUp);
        worker.removeEventListener('message', hear);
        this.#cancel = null;
        resolve(answer);
      };
      this.#cancel = () => settle({ is: 'fault', fault: { code: 'too-slow' } });
      const hear = ({ data }: MessageEvent<TableAnswer | WorkbookAnswer>) => {
        if (data.is !== 'share') return settle(data);
        clearTimeout(clock);
        clock = setTimeout(giveUp, this.patienceMs);
        onShare(data.share);
      };
      worker.addEventListener('error', giveUp);
      worker.addEventListener('message', hear);
      worker.postMessage(request, request.ask === 'open' ? [request.bytes] : []);
    });
  }

  /** Ends the worker and forgets what it had read; an answer that is due is `too-slow`. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#cancel?.();
  }
}
