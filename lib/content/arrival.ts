import type { DrawOrder } from '../messaging/frames';
import type { Result } from '../messaging/result';
import { watchStillness, type Stillness } from './stillness';
import { later } from './timers';
import type { Send } from './wire';

/** What the first script leaves in this world for the overlay's. */
export type Arrival = {
  /** Knows since the page came for how long it has rested. */
  stillness: Stillness;
  /** What will be drawn; a failure where the address is of no listing. Rejects where nobody answers. */
  order: Promise<Result<DrawOrder>>;
  /** The way to the background, which is in the page already. */
  send: Send;
};

// No name that an element of the page could have: those are seen in our world too.
const KEY = Symbol.for('arrival');
type World = { [KEY]?: Arrival | null };

/** How often it is told where nobody answers, and how long lies between, ms. */
const MOST_TRIES = 4;
const AGAIN_MS = 1000;

/**
 * Tells the background that a page has come, and nothing else. Where the site is switched on, the
 * background puts the overlay in (`lib/background/put-in.ts`); where it is off, this is all that the
 * page pays. Whether the page rests counts from here, without reading it. Tests wait less.
 */
export function tellArrival(send: Send, againMs = AGAIN_MS): void {
  // A page that is loaded ahead stands in no tab yet. It can make this event itself, often.
  if ((document as { prerendering?: unknown }).prerendering === true) {
    const seen = () => tellArrival(send, againMs);
    addEventListener('prerenderingchange', seen, { capture: true, once: true });
    return;
  }
  const stillness = watchStillness(() => Date.now());
  stillness.start();
  const arrive = async (tries: number): Arrival['order'] => {
    try {
      return await send('arrive', null);
    } catch (nobody) {
      if (tries < 2) throw nobody;
      await new Promise<void>((wait) => later(wait, againMs));
      return arrive(tries - 1);
    }
  };
  const order = arrive(MOST_TRIES);
  (globalThis as World)[KEY] = { stillness, order, send };
  order.then(
    (answer) => answer.ok && !answer.value.draw && stillness.stop(),
    () => stillness.stop(),
  );
}

/** Takes the arrival up, once; null where there is none, or the overlay has come before. */
export function takeArrival(): Arrival | null {
  const world = globalThis as World;
  const arrival = world[KEY] ?? null;
  world[KEY] = null;
  return arrival;
}
