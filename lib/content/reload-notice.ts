import type { FrameHost } from './frame-host';
import { newElement } from './page-nodes';

/**
 * Says that the page must be reloaded, after the extension was updated under it: our frames can
 * load no more, so it is a small grey button of our shadow root. Its words are nobody's secret and
 * name nobody. A click reloads, one of the operator's only.
 */
export function showReloadNotice(host: FrameHost): void {
  const button = newElement('button');
  button.type = 'button';
  button.textContent = navigator.language.toLowerCase().startsWith('zh')
    ? '\u5237\u65b0\u9875\u9762\u540e\u7ee7\u7eed'
    : 'Reload this page to go on';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) location.reload();
  });
  host.add(button);
}
