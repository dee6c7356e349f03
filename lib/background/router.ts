import * as z from 'zod/mini';
import { fail, type Result } from '../messaging/result';
import type { Protocol } from '../messaging/protocol';
import { senderOf, type Sender, type SenderFacts } from './sender';

/** One message type: who may send it, what its payload must be, and what answers it. */
export type Route<Payload = unknown> = {
  tier: Sender['tier'];
  payload: z.ZodMiniType<Payload>;
  answer(payload: Payload, sender: Sender): Promise<Result<unknown>> | Result<unknown>;
};

/** The messages that the background answers. */
export type RouteName = Exclude<keyof Protocol, `tab-${string}`>;

/** A typed route whose payload the handler sees parsed. */
export function route<Payload, S extends Sender['tier']>(
  tier: S,
  payload: z.ZodMiniType<Payload>,
  answer: (
    payload: Payload,
    sender: Extract<Sender, { tier: S }>,
  ) => Promise<Result<unknown>> | Result<unknown>,
): Route {
  return { tier, payload, answer };
}

/** The envelope in which the messenger sends (`@webext-core/messaging` 4). */
const envelopeSchema = z.object({ type: z.string(), data: z.optional(z.unknown()) });

/** Whether a page's message is looked at at all: asked before its payload is parsed. */
export type Admit = (type: string, tabId: number, data: unknown) => boolean;

/**
 * Makes the one listener of the background. The messenger's own table is an ordinary object and
 * answers errors with their stack, so a hostile `type: '__defineGetter__'` would reach a builtin:
 * here the table has no prototype, every payload is parsed, every sender checked, and what comes
 * back is a `Result` and nothing else.
 */
export function makeRouter(
  routes: Record<RouteName, Route>,
  self: { id: string; origin: string },
  report: (bug: unknown) => void,
  admit: Admit = () => true,
): (message: unknown, facts: SenderFacts) => Promise<Result<unknown>> | null {
  const table: Record<string, Route> = Object.assign(Object.create(null), routes);
  return (message, facts) => {
    const envelope = envelopeSchema.safeParse(message);
    if (!envelope.success) return null;
    const found = table[envelope.data.type];
    if (found === undefined) return null;
    const sender = senderOf(facts, self);
    if (sender === null || sender.tier !== found.tier) return Promise.resolve(fail('not-allowed'));
    const { type, data } = envelope.data;
    if (sender.tier === 'page' && !admit(type, sender.tabId, data))
      return Promise.resolve(fail('not-allowed', 'pace'));
    const payload = found.payload.safeParse(data);
    if (!payload.success) return Promise.resolve(fail('invalid', fieldOf(payload.error)));
    return answerSafely(found, payload.data, sender, report);
  };
}

async function answerSafely(
  found: Route,
  payload: unknown,
  sender: Sender,
  report: (bug: unknown) => void,
): Promise<Result<unknown>> {
  try {
    return await found.answer(payload, sender);
  } catch (bug) {
    report(bug);
    return fail('internal');
  }
}

function fieldOf(error: z.core.$ZodError): string {
  return (error.issues[0]?.path ?? []).map(String).join('.').slice(0, 100);
}
