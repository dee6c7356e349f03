/** The database's name; the same in the background and on the extension's pages. */
export const DATABASE_NAME = 'store';

/**
 * What this code writes. A database that asks for a newer writer is only read: Dexie lets older
 * code write into a newer database, and that code would drop what it does not know.
 */
export const WRITER_VERSION = 1;

/**
 * The tables, fixed from the first version. Compound primary keys: 1.6 to 2.9 times less disk than
 * an id of its own beside an index. No booleans are indexed, they can't be.
 *
 * Never change a version that has shipped, and never delete one: its tables would be dropped.
 */
export const VERSIONS: readonly { version: number; tables: Record<string, string> }[] = [
  {
    version: 1,
    tables: {
      observations: '[series+atMs], [listingId+atMs], atMs',
      latest: 'listingId, seenAtMs',
      changes: '[listingId+atMs], atMs',
      records: 'key',
      manifest: 'kind',
      operations: 'id, atMs',
      quarantine: 'id, atMs',
      staging: '[restoreId+index], atMs',
      chunks: 'name',
      meta: 'name',
    },
  },
];
