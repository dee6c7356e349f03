import type { FrameDrawn } from '../../lib/messaging/frames';
import { sendMessage } from '../../lib/messaging/messenger';

/** Waits until what is in the document now is on the screen; in a tab nobody sees, for a while. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 300);
    requestAnimationFrame(() => {
      // A message comes after the frame that is being made.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        clearTimeout(timer);
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(null);
    });
  });
}

/**
 * Tells the frame host, after it is painted, what this frame has drawn and how big it is. Only the
 * newest report is sent; one that says the same as the last is left out unless `always`.
 */
export class DrawnReporter {
  #turn = 0;
  #last = '';

  async report(measure: () => FrameDrawn, always: boolean): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    await painted();
    if (turn !== this.#turn) return;
    const drawn = measure();
    const key = JSON.stringify(drawn);
    if (!always && key === this.#last) return;
    this.#last = key;
    // Without the background there is no frame host to tell; the port says that the page is old.
    await sendMessage('frame-drawn', drawn).catch(() => null);
  }
}
