const TABLES = '/table-reader.js';
const BANK = '/bank-reader.js';

type Policy = { createScriptURL(url: string): unknown };
type Factory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
};

// The page's policy of content security knows this name alone, once: it passes packaged workers.
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('pkg', {
  createScriptURL(url) {
    if (url !== TABLES && url !== BANK) throw new TypeError('not a packaged worker');
    return url;
  },
});

/** Starts the packaged worker that reads tables. */
export function startTableReader(): Worker {
  return start(TABLES, 'tables');
}

/** Starts the packaged worker that holds a keyword bank. */
export function startBankReader(): Worker {
  return start(BANK, 'bank');
}

function start(url: string, name: string): Worker {
  return new Worker((policy?.createScriptURL(url) ?? url) as string, { name });
}
