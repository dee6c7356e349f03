import { browser } from 'wxt/browser';

/** The text of a file of the package. The one read that looks like a request; it never leaves us. */
export async function packagedText(path: '/demo-backup.json' | '/lexicon.txt'): Promise<string> {
  // oxlint-disable-next-line no-restricted-globals -- a packaged file, by our own address
  const response = await fetch(browser.runtime.getURL(path));
  return response.text();
}
