import { browser } from 'wxt/browser';

/** Puts the overlay into a document of a tab: the named one, or with null the one that it shows now. */
export type PutIn = (tabId: number, documentId: string | null) => Promise<void>;

export const putIn: PutIn = async (tabId, documentId) => {
  try {
    await browser.scripting.executeScript({
      target: documentId === null ? { tabId } : { tabId, documentIds: [documentId] },
      files: ['/content-scripts/taobao-overlay.js'],
      injectImmediately: true,
    });
  } catch {
    // The page is gone, or the browser's owner keeps extensions off it.
  }
};
