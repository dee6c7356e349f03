/**
 * A script's expression: the bucket in which a store goes on that could not be opened any more, null
 * for the browser's ordinary place (`lib/db/buckets.ts`).
 */
export const bucketOf = (store: 'database' | 'second' | 'sealed'): string => `(async () => {
  const names = await navigator.storageBuckets.keys();
  const numbers = names.map((name) => Number(/^${store}-(\\d+)$/.exec(name)?.[1] ?? 0));
  const last = Math.max(0, ...numbers);
  return last === 0 ? null : navigator.storageBuckets.open('${store}-' + last);
})()`;

/**
 * A script's expression that opens the extension's database past its own code, without making one.
 * Where it is not there (the browser has thrown it away, and it is still being filled again) it is
 * asked for until 60 s have passed; the background is asked last, so that a failure says who was wrong.
 */
export const OPEN_STORE = `(async () => {
  const { indexedDB } = (await ${bucketOf('database')}) ?? window;
  const once = () => new Promise((resolve, reject) => {
    const open = indexedDB.open('store');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
    open.onupgradeneeded = () => open.transaction.abort();
  });
  const endMs = performance.now() + 60000;
  for (;;) {
    const database = await once().catch(() => null);
    if (database !== null) return database;
    if (performance.now() > endMs) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const message = { id: 1, type: 'ready', data: null, timestamp: 0 };
  const said = await chrome.runtime.sendMessage(message).catch(String);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const isBack = await once().then(() => true, String);
  throw new Error('no database for 60 s; ready: ' + JSON.stringify({ said, names, isBack }));
})()`;
