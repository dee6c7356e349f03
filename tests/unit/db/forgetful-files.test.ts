import { describe, expect, it } from 'vitest';
import { DAY, HistoryPlace, START } from './history-place';

/* A browser that forgets sealed files at its starts: they go on at another place. */

async function visited(): Promise<HistoryPlace> {
  const place = new HistoryPlace();
  await place.store.ready();
  for (const [index, fen] of [9900, 12900, 10900].entries()) {
    await place.visit(START + index * 31 * DAY, fen);
  }
  await place.restart();
  return place;
}

/** What the browser remembers of the files at each of its starts. */
function remember(place: HistoryPlace, names: string[]): void {
  for (const name of place.sealed()) if (!names.includes(name)) place.files.files.delete(name);
}

describe('sealed files that the browser forgets', () => {
  it('are sealed anew at another place at the first start that finds some missing', async () => {
    for (const kept of [0, 1]) {
      const place = await visited();
      const before = await place.rows();
      remember(place, place.sealed().slice(0, kept));
      await place.restart();
      expect(place.moves).toBe(1);
      // The old place forgets whatever is written there; the new one does not.
      place.oldFiles?.files.clear();
      await place.restart();
      expect(place.moves).toBe(1);
      await place.loseDatabase();
      expect(await place.rows()).toEqual(before);
    }
  });

  it('go on elsewhere also where only the mark of the last verification is missing', async () => {
    const place = await visited();
    await place.store.verify();
    const [mark = ''] = [...place.files.files.keys()].filter((name) => name.startsWith('mark.'));
    await place.restart();
    expect(place.moves).toBe(0);
    expect(place.files.files.delete(mark)).toBe(true);
    await place.restart();
    expect(place.moves).toBe(1);
    // The new place has a mark of its own.
    await place.restart();
    expect(place.moves).toBe(1);
  });

  it('go on elsewhere where one is damaged: what was forgotten may lie there again', async () => {
    const place = await visited();
    const before = await place.rows();
    place.files.flip(place.sealed()[0] ?? '', 77);
    await place.store.verify();
    expect(place.moves).toBe(1);
    place.oldFiles?.files.clear();
    await place.loseDatabase();
    expect(await place.rows()).toEqual(before);
  });

  it('stay where a worker was killed between rows and file: no start of the browser lies between', async () => {
    const place = await visited();
    const before = await place.rows();
    place.isNewSession = false;
    remember(place, place.sealed().slice(1));
    await place.restart();
    expect(place.moves).toBe(0);
    // What was missing is sealed again where it was.
    await place.loseDatabase();
    expect(await place.rows()).toEqual(before);
  });

  it('stay where nothing is missing, and where more is there than the database knows', async () => {
    const place = await visited();
    await place.loseDatabase();
    await place.restart();
    await place.visit(START + DAY, 8800);
    await place.restart();
    expect(place.moves).toBe(0);
  });

  it('are sealed anew where they are when there is no other place', async () => {
    const place = await visited();
    place.canMove = false;
    place.loseFiles();
    await place.restart();
    expect(place.moves).toBe(0);
    expect(place.sealed('b')).toHaveLength(3);
  });
});
