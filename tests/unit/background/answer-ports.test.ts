import { expect, test } from 'vitest';
import { AnswerPorts, tabOfPort, type AnswerPort } from '../../../lib/background/answer-ports';
import type { AnswerPortMessage } from '../../../lib/messaging/protocol';

const self = { id: 'abc', origin: 'chrome-extension://abc' };
const frame = { id: 'abc', origin: self.origin, frameId: 3, tab: { id: 7 } };

test('a frame gets the answers of the tab it stands in, the popup those of the tab it names', () => {
  expect(tabOfPort({ name: 'answer', sender: frame }, self)).toBe(7);
  expect(tabOfPort({ name: 'answer:12', sender: { id: 'abc', origin: self.origin } }, self)).toBe(
    12,
  );
});

test.each([
  [
    'a content script',
    {
      name: 'answer:12',
      sender: {
        id: 'abc',
        origin: 'https://detail.tmall.com',
        frameId: 0,
        tab: { id: 7, url: 'https://detail.tmall.com/' },
      },
    },
  ],
  ['another name', { name: 'answer:', sender: frame }],
  ['no tab to speak of', { name: 'answer', sender: { id: 'abc', origin: self.origin } }],
  ['no sender', { name: 'answer' }],
])('%s is not served', (_, port) => {
  expect(tabOfPort(port, self)).toBeNull();
});

test('a port that is gone is passed over, and the others still hear', () => {
  const ports = new AnswerPorts();
  const heard: AnswerPortMessage[] = [];
  const message: AnswerPortMessage = { answer: { state: 'off-shelf' } } as AnswerPortMessage;
  const leave: (() => void)[] = [];
  const port = (post: (m: AnswerPortMessage) => void): AnswerPort => ({
    name: 'answer',
    postMessage: post,
    onDisconnect: { addListener: (listener) => leave.push(listener) },
  });
  ports.add(
    7,
    port(() => {
      throw new Error('disconnected');
    }),
  );
  ports.add(
    7,
    port((m) => heard.push(m)),
  );
  ports.post(7, message);
  expect(heard).toEqual([message]);
  for (const go of leave) go();
  expect(ports.tabs()).toEqual([]);
});
