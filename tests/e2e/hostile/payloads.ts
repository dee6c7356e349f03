import type { Protocol } from '../../../lib/messaging/protocol.ts';
import { RIVAL } from '../../../scripts/demo/listings.ts';
import { randomFrom } from './campaign.ts';

/** Every message of the own tier, each with a payload that it would act on. */
export const OWN_PAYLOADS: Record<
  Exclude<keyof Protocol, `tab-${string}` | 'observe' | 'arrive'>,
  unknown
> = {
  ready: null,
  'ask-tab': { tabId: null },
  'check-title': { title: '防晒衣', benchmarkId: null },
  'listing-facts': { listingIds: [`taobao:${RIVAL.itemId}`] },
  'recent-changes': { sinceMs: 0 },
  'store-health': null,
  'reset-stores': { typed: 'START EMPTY' },
  'keep-picture': { tabId: 1 },
  'weekly-report': {
    listingIds: [`taobao:${RIVAL.itemId}`],
    period: { fromMs: 1, toMs: 2, dayStartsMs: [1], before: { fromMs: 0, toMs: 1 } },
  },
  compare: { listingIds: ['taobao:100000000101', `taobao:${RIVAL.itemId}`], benchmarkId: null },
  command: {
    operationId: 'stolen-operation',
    command: { kind: 'save-note', listingId: `taobao:${RIVAL.itemId}`, text: '偷写', tags: [] },
  },
  pick: { tabId: null, field: 'title', index: 0 },
  'restore-part': { restoreId: 'stolen', index: 0, text: '{}' },
  'restore-commit': { restoreId: 'stolen', parts: 1, operationId: 'stolen-operation' },
  'frame-drawn': { frame: 'dock', itemId: null, width: 300, height: 300, hide: false, atMs: 0 },
  'drag-dock': { phase: 'end', dx: -500, dy: 0 },
  'fold-dock': { folded: true },
  'reread-tab': { tabId: null },
  'locate-in-tab': { tabId: null, target: { place: 'title', index: null, quote: '防晒衣' } },
  'overlay-state': { tabId: null },
  'open-options': { hash: '#/backup' },
};

/** Types that no table has, but that an ordinary object would answer to. */
export const STRANGE_TYPES = [
  '__proto__',
  'constructor',
  '__defineGetter__',
  'toString',
  '',
  'tab-draw',
];

const ODD: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x'.repeat(5000),
  [],
  {},
  [[[[]]]],
  '__proto__',
  '\u0000',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  9_007_199_254_740_991,
  { toJSON: 1 },
  '../../x',
  -0.5,
];

/** Payloads drawn from a valid one: itself first, then with parts replaced, dropped and added. */
export function mutated(valid: unknown, count: number, seed: number): unknown[] {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const change = (value: unknown, depth: number): unknown => {
    if (depth > 6 || random() < 0.12) return pick(ODD);
    if (Array.isArray(value)) {
      const items = value.map((item) => (random() < 0.25 ? change(item, depth + 1) : item));
      return random() < 0.1 ? [...items, pick(ODD)] : items;
    }
    if (typeof value !== 'object' || value === null) return random() < 0.4 ? pick(ODD) : value;
    const entries = Object.entries(value)
      .filter(() => random() > 0.05)
      .map(([key, part]) => [key, random() < 0.4 ? change(part, depth + 1) : part] as const);
    if (random() < 0.2)
      entries.push([pick(['__proto__', 'constructor', 'extra', 'tabId']), pick(ODD)]);
    return Object.fromEntries(entries);
  };
  return Array.from({ length: count }, (_, i) => (i === 0 ? valid : change(valid, 0)));
}
