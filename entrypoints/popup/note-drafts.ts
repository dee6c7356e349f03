import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import type { NoteDraft } from '../../components/popup/popup-actions';

// A popup is gone as soon as something else is clicked, and a full disk may refuse a save: what was
// typed waits in the session's memory, which needs no disk and which no page can read.
const keyOf = (listingId: string) => `note-draft:${listingId}`;

const draftSchema = z.object({
  text: z.string().check(z.maxLength(5000)),
  tags: z.array(z.string().check(z.maxLength(30))).check(z.maxLength(30)),
});

/** What was typed into a listing's note and never saved, null where there is none. */
export async function readDraft(listingId: string): Promise<NoteDraft | null> {
  try {
    const key = keyOf(listingId);
    const kept = await browser.storage.session.get(key);
    const parsed = draftSchema.safeParse(kept[key]);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed, or forgets it once it is saved. A failure here is not the operator's. */
export function keepDraft(listingId: string, draft: NoteDraft | null): void {
  const key = keyOf(listingId);
  const kept =
    draft === null
      ? browser.storage.session.remove(key)
      : browser.storage.session.set({ [key]: draft });
  kept.catch(() => undefined);
}
