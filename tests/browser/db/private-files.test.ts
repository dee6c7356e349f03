import { describe, expect, it } from 'vitest';
import { privateFiles } from '../../../lib/db/private-files';

/* The real file system of an origin; what a killed browser leaves is made by hand here. */

const root = () => navigator.storage.getDirectory();
const folderOf = async () => (await root()).getDirectoryHandle('kept', { create: true });
const text = (value: string) => new TextEncoder().encode(value);

async function leave(name: string, content: string): Promise<void> {
  const file = await (await folderOf()).getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(content);
  await writable.close();
}

async function lying(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await folderOf()).keys()) names.push(name);
  return names.sort();
}

async function flip(name: string): Promise<void> {
  const handle = await (await folderOf()).getFileHandle(name);
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const writable = await handle.createWritable();
  await writable.write(bytes);
  await writable.close();
}

async function fresh() {
  await (await root()).removeEntry('kept', { recursive: true }).catch(() => {});
  return privateFiles(root, 'kept');
}

describe('sealed files of the origin', () => {
  it('gives back what was put, under the SHA-256 of its bytes', async () => {
    const files = await fresh();
    const put = await files.put('a.1', text('标尺'));
    const checksum = 'cccbb29ad3458181d84ce8d4dc87f1f76f6f8f408c5d50372258cf96fb895291';
    expect(put).toEqual({ ok: true, value: { name: 'a.1', checksum, bytes: 6 } });
    const got = await privateFiles(root, 'kept').get('a.1');
    expect(got.ok && new TextDecoder().decode(got.value ?? undefined)).toBe('标尺');
    expect(await files.get('a.2')).toEqual({ ok: true, value: null });
  });

  it('says when a file was written', async () => {
    const files = await fresh();
    const before = Date.now();
    await files.put('a.1', text('标尺'));
    const at = await files.writtenAtMs('a.1');
    // The file system's clock may be a little coarser than the page's.
    expect(at.ok && at.value).toBeGreaterThanOrEqual(before - 2000);
    expect(at.ok && at.value).toBeLessThanOrEqual(Date.now() + 2000);
    expect(await files.writtenAtMs('a.2')).toEqual({ ok: true, value: null });
  });

  it('takes the place of the file before it, also when two are put at once', async () => {
    const files = await fresh();
    await Promise.all(['one', 'two', 'three'].map((word) => files.put('same', text(word))));
    const got = await files.get('same');
    expect(got.ok && new TextDecoder().decode(got.value ?? undefined)).toBe('three');
    expect(await lying()).toEqual(['same.sealed']);
  });

  it('knows a file that was changed, cut, or put under another name', async () => {
    const files = await fresh();
    await files.put('a', text('what was seen'));
    await flip('a.sealed');
    expect(await files.get('a')).toMatchObject({ ok: false, why: 'broken' });
    await leave('cut.sealed', '');
    expect(await files.get('cut')).toMatchObject({ ok: false, why: 'broken' });
    await files.put('b', text('what was seen'));
    const folder = await folderOf();
    const moved = (await folder.getFileHandle('b.sealed')) as FileSystemFileHandle & {
      move(name: string): Promise<void>;
    };
    await moved.move('c.sealed');
    expect(await files.get('c')).toMatchObject({ ok: false, why: 'broken' });
  });

  it('does not count what a kill left, and sweeps it out', async () => {
    const files = await fresh();
    await files.put('whole', text('x'));
    await leave('new.half', '');
    await leave('new.half.crswap', 'half of');
    await leave('whole.half.crswap', 'half of');
    expect(await files.put('new', text('y'))).toMatchObject({ ok: true });
    expect(await privateFiles(root, 'kept').names()).toEqual({
      ok: true,
      value: ['new', 'whole'],
    });
    expect(await lying()).toEqual(['new.sealed', 'whole.sealed']);
  });

  it('removes, and puts a damaged file aside', async () => {
    const files = await fresh();
    await files.put('a', text('a'));
    await files.put('b', text('b'));
    expect(await files.remove('a')).toEqual({ ok: true, value: true });
    expect(await files.remove('a')).toEqual({ ok: true, value: false });
    expect(await files.setAside('b')).toEqual({ ok: true, value: true });
    expect(await files.setAside('b')).toEqual({ ok: true, value: false });
    expect(await files.names()).toEqual({ ok: true, value: [] });
    const aside = await (await root()).getDirectoryHandle('kept-aside');
    expect((await (await aside.getFileHandle('b.sealed')).getFile()).size).toBe(41);
  });

  it('says it as a value when the file system does not answer', async () => {
    const files = privateFiles(
      () => Promise.reject(new DOMException('no', 'SecurityError')),
      'kept',
    );
    expect(await files.names()).toMatchObject({ ok: false });
    expect(await files.put('a', text('a'))).toMatchObject({ ok: false });
    const full = privateFiles(
      () => Promise.reject(new DOMException('no', 'QuotaExceededError')),
      'kept',
    );
    expect(await full.put('a', text('a'))).toMatchObject({ ok: false, why: 'full' });
  });

  it('takes no name that would leave the folder', async () => {
    const files = await fresh();
    await expect(files.get('../a')).rejects.toThrow('not a name');
    await expect(files.put('A', text('a'))).rejects.toThrow('not a name');
  });
});
