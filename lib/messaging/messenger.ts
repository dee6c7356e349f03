import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol';

/** The one typed messenger; its log stays silent, a page's console must not name us. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>({
  logger: { debug() {}, log() {}, warn() {}, error() {} },
});
