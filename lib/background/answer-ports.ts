import { ANSWER_PORT, type AnswerPortMessage } from '../messaging/protocol';
import { senderOf, type SenderFacts } from './sender';

/** The part of a `runtime.Port` that is used here. */
export type AnswerPort = {
  name: string;
  sender?: SenderFacts | undefined;
  postMessage(message: AnswerPortMessage): void;
  onDisconnect: { addListener(listener: () => void): void };
};

/**
 * Which tab a port wants answers of: `answer` is the tab it stands in (dock, chips), `answer:<id>`
 * another one (popup, side panel). Null for a port that is not ours to serve.
 */
export function tabOfPort(
  port: Pick<AnswerPort, 'name' | 'sender'>,
  self: { id: string; origin: string },
): number | null {
  const sender = port.sender === undefined ? null : senderOf(port.sender, self);
  if (sender?.tier !== 'own') return null;
  if (port.name === ANSWER_PORT) return sender.tabId;
  const asked = new RegExp(`^${ANSWER_PORT}:(\\d{1,10})$`).exec(port.name)?.[1];
  return asked === undefined ? null : Number(asked);
}

/** The open ports by tab. It is rebuilt by the frames, which connect again when a worker dies. */
export class AnswerPorts {
  readonly #byTab = new Map<number, Set<AnswerPort>>();

  /** Keeps a port until it disconnects. */
  add(tabId: number, port: AnswerPort): void {
    const ports = this.#byTab.get(tabId) ?? new Set();
    this.#byTab.set(tabId, ports.add(port));
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (ports.size === 0) this.#byTab.delete(tabId);
    });
  }

  /** The tabs that somebody looks at. */
  tabs(): number[] {
    return [...this.#byTab.keys()];
  }

  /** Whether a frame of ours stands in the tab: its page has our script, and a reading is to come. */
  hasFrameIn(tabId: number): boolean {
    return [...(this.#byTab.get(tabId) ?? [])].some(({ name }) => name === ANSWER_PORT);
  }

  /** Posts to every port of a tab; one that has just gone is passed over. */
  post(tabId: number, message: AnswerPortMessage): void {
    for (const port of this.#byTab.get(tabId) ?? []) {
      try {
        port.postMessage(message);
      } catch {
        // It disconnected between the look and the post; its own event takes it out.
      }
    }
  }
}
