/**
 * Files that try every way out of a page or worker that there is, each to an address that names the
 * way. They are written into a copy of the built extension, since what the browser's tools inject is
 * not held to the page's policy; and they are served as an ordinary page, where each must arrive.
 */
export const WAYS = [
  'fetch',
  'xhr',
  'websocket',
  'img',
  'script',
  'form',
  'iframe',
  'worker-import',
  'event-source',
  'beacon',
  'stylesheet',
  'font',
  'media',
  'object',
  'prefetch',
  'worker-fetch',
] as const;

/** The page: `#<host and port>` tells where to. */
export const PROBE_HTML = `<!doctype html><meta charset="utf-8"><title>probe</title>
<body><script src="probe.js"></script></body>`;

export const PROBE_JS = `
const base = 'http://' + location.hash.slice(1) + '/out/';
const put = (tag, set, into = document.body) => {
  const node = document.createElement(tag);
  set(node);
  into.append(node);
  return node;
};
const ways = {
  'fetch': () => fetch(base + 'fetch', { mode: 'no-cors' }),
  'xhr': () => { const ask = new XMLHttpRequest(); ask.open('GET', base + 'xhr'); ask.send(); },
  'websocket': () => new WebSocket(base.replace('http', 'ws') + 'websocket'),
  'img': () => put('img', (n) => { n.src = base + 'img'; }),
  'script': () => put('script', (n) => { n.src = base + 'script'; }),
  'form': () => {
    put('iframe', (n) => { n.name = 'aside'; });
    put('form', (n) => { n.action = base + 'form'; n.method = 'post'; n.target = 'aside'; }).submit();
  },
  'iframe': () => put('iframe', (n) => { n.src = base + 'iframe'; }),
  'worker': () => {
    const policy = globalThis.trustedTypes?.createPolicy('pkg', { createScriptURL: (url) => url });
    const url = 'probe-worker.js' + location.hash;
    const worker = new Worker(policy ? policy.createScriptURL(url) : url);
    worker.onmessage = () => { globalThis.workerRan = true; };
  },
  'event-source': () => new EventSource(base + 'event-source'),
  'beacon': () => navigator.sendBeacon(base + 'beacon', 'x'),
  'stylesheet': () => put('link', (n) => { n.rel = 'stylesheet'; n.href = base + 'stylesheet'; }),
  'font': () => new FontFace('probe', 'url(' + base + 'font)').load().catch(() => {}),
  'media': () => put('video', (n) => { n.src = base + 'media'; n.load(); }),
  'object': () => put('object', (n) => { n.data = base + 'object'; }),
  'prefetch': () => put('link', (n) => { n.rel = 'prefetch'; n.href = base + 'prefetch'; }, document.head),
};
globalThis.tried = {};
for (const [name, go] of Object.entries(ways)) {
  try {
    Promise.resolve(go()).catch((error) => { globalThis.tried[name] = String(error); });
    globalThis.tried[name] ??= 'tried';
  } catch (error) {
    globalThis.tried[name] = String(error);
  }
}
`;

export const PROBE_WORKER_JS = `
const base = 'http://' + self.location.hash.slice(1) + '/out/';
fetch(base + 'worker-fetch', { mode: 'no-cors' }).catch(() => {});
try { importScripts(base + 'worker-import'); } catch {}
postMessage('ran');
`;

/** Goes behind the background's own code: what its worker can reach when it is asked to. */
export const PROBE_BACKGROUND_JS = `
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.probe === undefined) return false;
  const base = 'http://' + message.probe + '/out/background-';
  const tried = [];
  const go = (name, work) => {
    try { Promise.resolve(work()).catch(() => {}); tried.push(name); } catch { tried.push(name); }
  };
  go('fetch', () => fetch(base + 'fetch', { mode: 'no-cors' }));
  go('websocket', () => new WebSocket(base.replace('http', 'ws') + 'websocket'));
  go('event-source', () => new EventSource(base + 'event-source'));
  go('import', () => importScripts(base + 'import'));
  reply(tried);
  return false;
});
`;
