import fc from 'fast-check';
import { expect, test } from 'vitest';
import { senderOf, type SenderFacts } from '../../../lib/background/sender';

const self = { id: 'abc', origin: 'chrome-extension://abc' };
const page: SenderFacts = {
  id: 'abc',
  origin: 'https://detail.tmall.com',
  frameId: 0,
  tab: { id: 7, url: 'https://detail.tmall.com/item.htm?id=600000000001' },
};

test('a content script in the top frame of a listing host is the page tier', () => {
  expect(senderOf(page, self)).toMatchObject({ tier: 'page', tabId: 7, documentId: null });
  expect(senderOf({ ...page, documentId: 'A1' }, self)).toMatchObject({ documentId: 'A1' });
});

test('a page of ours is the own tier, with the tab it stands in', () => {
  expect(senderOf({ id: 'abc', origin: self.origin }, self)).toEqual({ tier: 'own', tabId: null });
  expect(senderOf({ id: 'abc', origin: self.origin, frameId: 4, tab: { id: 7 } }, self)).toEqual({
    tier: 'own',
    tabId: 7,
  });
});

test.each<[string, SenderFacts]>([
  ['another extension', { ...page, id: 'other' }],
  ['a child frame', { ...page, frameId: 3 }],
  ['an origin that is not the tab’s', { ...page, origin: 'https://evil.example' }],
  [
    'a host that looks alike',
    {
      ...page,
      origin: 'https://detail.tmall.com.evil.example',
      tab: { id: 7, url: 'https://detail.tmall.com.evil.example/item.htm?id=1' },
    },
  ],
  [
    'http',
    {
      ...page,
      origin: 'http://detail.tmall.com',
      tab: { id: 7, url: 'http://detail.tmall.com/item.htm?id=600000000001' },
    },
  ],
  [
    'another port',
    {
      ...page,
      origin: 'https://detail.tmall.com:8443',
      tab: { id: 7, url: 'https://detail.tmall.com:8443/' },
    },
  ],
  ['no tab', { id: 'abc', origin: page.origin, frameId: 0 }],
  ['no origin', { id: 'abc', frameId: 0, tab: page.tab }],
  ['an address that is none', { ...page, tab: { id: 7, url: 'not an address' } }],
])('%s may ask nothing', (_, facts) => {
  expect(senderOf(facts, self)).toBeNull();
});

test('nobody but our own origin is ever the own tier', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer(), fc.webUrl(), (id, origin, frameId, url) => {
      const sender = senderOf({ id, origin, frameId, tab: { id: 1, url } }, self);
      return sender?.tier !== 'own' || (id === self.id && origin === self.origin);
    }),
  );
});
