/**
 * A script's expression that opens the extension's database past its own code, without making one.
 * Where it is not there (the browser has thrown it away, and it is still being filled again) it is
 * asked for until 20 s have passed.
 */
export const OPEN_STORE = `(async () => {
  const once = () => new Promise((resolve, reject) => {
    const open = indexedDB.open('store');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
    open.onupgradeneeded = () => open.transaction.abort();
  });
  for (let tries = 0; tries < 40; tries += 1) {
    const database = await once().catch(() => null);
    if (database !== null) return database;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return once();
})()`;
