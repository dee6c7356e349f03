const READER = '/table-reader.js';

type Policy = { createScriptURL(url: string): unknown };
type Factory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
};

// The page's policy of content security knows this name alone, once: it passes packaged workers.
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('pkg', {
  createScriptURL(url) {
    if (url !== READER) throw new TypeError('not a packaged worker');
    return url;
  },
});

/** Starts the packaged worker that reads tables. */
export function startTableReader(): Worker {
  return new Worker((policy?.createScriptURL(READER) ?? READER) as string, { name: 'tables' });
}
