import { afterEach, describe, expect, test } from 'vitest';
import { NoteEditor } from '../../../components/popup/note-editor';
import type { NoteDraft } from '../../../components/popup/popup-actions';
import { PAUSE_MS } from '../../../components/popup/use-autosave';
import { againAfterMs } from '../../../lib/messaging/again-after';
import { fail, ok, type FailureCode, type Result } from '../../../lib/messaging/result';
import { again, axeFaults, click, hide, named, one, press, settle, show, type } from '../ui/show';

afterEach(hide);

type Save = (draft: NoteDraft) => Promise<Result<unknown>>;

/** A note editor over a store that can be told to refuse. */
function bench(start: Partial<{ stored: NoteDraft; draft: NoteDraft | null; save: Save }> = {}) {
  const saves: NoteDraft[] = [];
  const kept: (NoteDraft | null)[] = [];
  const at = { refuse: null as FailureCode | null };
  const usual: Save = async () => (at.refuse === null ? ok(null) : fail(at.refuse));
  const view = (stored: NoteDraft, unread = false) => (
    <NoteEditor
      stored={stored}
      unread={unread}
      draft={start.draft ?? null}
      onSave={(draft) => {
        saves.push(draft);
        return (start.save ?? usual)(draft);
      }}
      onKeep={(draft) => kept.push(draft)}
    />
  );
  const stored = start.stored ?? { text: '', tags: [] };
  show(view(stored));
  return { saves, kept, at, view };
}
const area = () => one<HTMLTextAreaElement>('.note-editor textarea');
const mark = () => one('.note-editor-save').textContent;
const pause = () => settle(PAUSE_MS);

describe('a note saves by itself', () => {
  test('after a pause, once, and says so', async () => {
    const { saves, kept } = bench();
    await settle();
    expect(mark()).toBe('');
    await type(area(), '疑似');
    await type(area(), '疑似清仓');
    expect(saves).toEqual([]);
    expect(mark()).toBe('正在保存');
    await pause();
    expect(saves).toEqual([{ text: '疑似清仓', tags: [] }]);
    expect(mark()).toBe('已保存');
    expect(kept).toEqual([{ text: '疑似', tags: [] }, { text: '疑似清仓', tags: [] }, null]);
  });

  test('on blur, when the page is hidden or left, and when the editor goes', async () => {
    const first = bench();
    await type(area(), '甲');
    area().blur();
    await settle();
    expect(first.saves).toHaveLength(1);

    await type(area(), '乙');
    window.dispatchEvent(new Event('pagehide'));
    await settle();
    expect(first.saves).toHaveLength(2);

    await type(area(), '丙');
    hide();
    expect(first.saves.at(-1)).toEqual({ text: '丙', tags: [] });
  });

  test('what is typed during a save is saved after it, in order', async () => {
    const waiting: (() => void)[] = [];
    const { saves } = bench({
      save: () => new Promise((resolve) => waiting.push(() => resolve(ok(null)))),
    });
    await type(area(), '一');
    area().blur();
    await settle();
    await type(area(), '一二');
    area().blur();
    await settle();
    expect(saves.map(({ text }) => text)).toEqual(['一']);
    waiting[0]?.();
    await settle();
    expect(saves.map(({ text }) => text)).toEqual(['一', '一二']);
    expect(mark()).toBe('正在保存');
    waiting[1]?.();
    await settle();
    expect(mark()).toBe('已保存');
  });
});

const AGAIN_MS = againAfterMs('full') ?? 0;

describe('nothing typed is lost', () => {
  test('a refused save leaves the text, keeps the draft, says why, and can be tried again', async () => {
    const { saves, kept, at } = bench();
    at.refuse = 'full';
    await type(area(), '别丢');
    await pause();
    expect(mark()).toBe('未保存：磁盘已满');
    expect(area().value).toBe('别丢');
    expect(kept.at(-1)).toEqual({ text: '别丢', tags: [] });
    expect(document.body.textContent).not.toContain('已保存');
    expect(await axeFaults(one('.note-editor'))).toEqual([]);
    at.refuse = null;
    await click(named('再存一次'));
    expect(saves).toHaveLength(2);
    expect(mark()).toBe('已保存');
    expect(kept.at(-1)).toBeNull();
  });

  test('what found no room is saved by itself once there is some', async () => {
    const { saves, at } = bench();
    at.refuse = 'full';
    await type(area(), '等空间');
    await pause();
    expect(mark()).toBe('未保存：磁盘已满');
    await expect.poll(() => saves.length, { timeout: 3 * AGAIN_MS }).toBe(2);
    // Said all the while, and nothing flickers.
    expect(mark()).toBe('未保存：磁盘已满');
    // A full disk may close the database too; it goes on all the same.
    at.refuse = 'broken';
    await expect.poll(() => saves.length, { timeout: 3 * AGAIN_MS }).toBe(3);
    at.refuse = null;
    await expect.poll(mark, { timeout: 2 * (againAfterMs('broken') ?? 0) }).toBe('已保存');
    const enough = saves.length;
    await settle(AGAIN_MS + 500);
    expect(saves).toHaveLength(enough);
  });

  test('a draft of an earlier popup is shown and saved at once', async () => {
    const { saves } = bench({
      stored: { text: '旧', tags: [] },
      draft: { text: '新', tags: ['a'] },
    });
    await settle();
    expect(area().value).toBe('新');
    expect(saves).toEqual([{ text: '新', tags: ['a'] }]);
  });

  test('a note from elsewhere is taken over only while nothing here is unsaved', async () => {
    const { view, at } = bench({ stored: { text: '旧', tags: [] } });
    again(view({ text: '别处', tags: [] }));
    await settle();
    expect(area().value).toBe('别处');
    at.refuse = 'blocked';
    await type(area(), '我写的');
    again(view({ text: '又一处', tags: [] }));
    await pause();
    expect(area().value).toBe('我写的');
  });
});

describe('while the stores can’t be read', () => {
  const nothing: NoteDraft = { text: '', tags: [] };

  test('a note that was never seen is not written over; it opens once it is read', async () => {
    const { view, saves } = bench();
    hide();
    show(view(nothing, true));
    await settle();
    expect(area().disabled).toBe(true);
    expect(area().placeholder).toBe('现在读不到已有的备注，读到后再写');
    expect(one<HTMLInputElement>('.note-editor-add input').disabled).toBe(true);
    again(view({ text: '早先写的', tags: [] }));
    await settle();
    expect([area().disabled, area().value]).toEqual([false, '早先写的']);
    expect(saves).toEqual([]);
  });

  test('a note that was seen stays as it is and can be written', async () => {
    const { view, saves } = bench({ stored: { text: '早先写的', tags: ['甲'] } });
    again(view(nothing, true));
    await settle();
    expect(area().value).toBe('早先写的');
    await type(area(), '早先写的，又写');
    await pause();
    expect(saves).toEqual([{ text: '早先写的，又写', tags: ['甲'] }]);
  });
});

describe('tags', () => {
  const tagField = () => one<HTMLInputElement>('.note-editor-add input');
  const tags = () => [...document.querySelectorAll('.tag-name')].map((tag) => tag.textContent);

  test('Enter adds, commas part, doubles and blanks are dropped, and it is saved', async () => {
    const { saves } = bench({ stored: { text: '', tags: ['清仓'] } });
    await type(tagField(), ' 主推 ，清仓、, 夏款');
    await press('Enter');
    expect(tags()).toEqual(['清仓', '主推', '夏款']);
    expect(tagField().value).toBe('');
    expect(saves).toEqual([{ text: '', tags: ['清仓', '主推', '夏款'] }]);
  });

  test('Enter that only ends an input method adds nothing', async () => {
    const { saves } = bench();
    await type(tagField(), 'qing');
    tagField().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    );
    await settle();
    expect(tags()).toEqual([]);
    expect(saves).toEqual([]);
  });

  test('a tag is taken away by its named button', async () => {
    const { saves } = bench({ stored: { text: 'x', tags: ['清仓', '主推'] } });
    await click(named('移除 清仓'));
    expect(tags()).toEqual(['主推']);
    expect(saves).toEqual([{ text: 'x', tags: ['主推'] }]);
  });

  test('more than thirty are not taken', async () => {
    const full = Array.from({ length: 30 }, (_, at) => `t${at}`);
    bench({ stored: { text: '', tags: full } });
    expect(tagField().disabled).toBe(true);
  });
});
