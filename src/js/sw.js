// The service worker: caches the site for offline use. Each cache holds one version. Caches a file only if its hash
// matches; fetches the rest from the network. The build writes the manifest and names it by its content. `PRECACHE`
// files are cached at install; `PAGES` too, on a fast connection that is not mobile. On others, pages are cached when
// they are first fetched, as `RUNTIME` files always are. The three lists map paths to SHA-256.
const PRECACHE_MANIFEST = 'offline-list.js';
// The site's policy requires Trusted Types here too.
const types = self.trustedTypes?.createPolicy('chuhai', { createScriptURL: (name) => name });
importScripts(types ? types.createScriptURL(PRECACHE_MANIFEST) : PRECACHE_MANIFEST);

const FILES = { __proto__: null, ...PRECACHE, ...PAGES, ...RUNTIME };

const scope = registration.scope;
// Other sites may share the origin, and so its caches.
const CACHE_PREFIX = `chuhai ${scope} `;
const CACHE = CACHE_PREFIX + PRECACHE_MANIFEST;

/** A copy of the response if its bytes have the hash. */
const verify = async (response, hash) => {
  const bytes = await response.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return response.ok && btoa(String.fromCharCode(...found)) === hash && new Response(bytes, response);
};

/** The file of an earlier version. Other sites' caches may stand beside ours. */
const fromEarlierCache = async (request) => {
  for (const name of await caches.keys()) {
    const cached = name.startsWith(CACHE_PREFIX) && (await caches.match(request, { cacheName: name }));
    if (cached) return cached;
  }
};

/** Caches the response if its bytes have the hash, and returns it. */
const store = async (path, hash, response) => {
  const verified = response && (await verify(response, hash));
  if (verified) await (await caches.open(CACHE)).put(scope + path, verified.clone());
  return verified;
};

/** The file from this version's cache, or from an earlier one. It is in this one from then on. */
const fromCache = async (path, hash) => {
  const cached = await (await caches.open(CACHE)).match(scope + path);
  return (cached && (await verify(cached, hash))) || store(path, hash, await fromEarlierCache(scope + path));
};

/** The file from the caches, else from the network. It is cached from then on. */
const fromCacheOrNetwork = async (path, hash) => {
  const cached = await fromCache(path, hash);
  if (cached) return cached;
  for (const options of [{}, { cache: 'reload' }]) {
    const fetched = await store(path, hash, await fetch(scope + path, options));
    if (fetched) return fetched;
  }
  throw new Error(path);
};

// Sequential, so that the reader's own requests come first. An interrupted install continues where it stopped.
const precache = async () => {
  const { saveData, effectiveType, type } = navigator.connection ?? {};
  if (saveData) throw new Error('The reader saves data');
  for (const [path, hash] of Object.entries(PRECACHE)) await fromCacheOrNetwork(path, hash);
  // Some megabytes. Where the connection is slow, mobile or unknown (Firefox, Safari), unchanged pages are kept, and
  // others are cached when they are visited.
  const cachePage = effectiveType === '4g' && type !== 'cellular' ? fromCacheOrNetwork : fromCache;
  for (const [path, hash] of Object.entries(PAGES)) await cachePage(path, hash);
};

/** Deletes the caches of earlier versions, unless a page may still use one. */
const deleteOldCaches = async () => {
  if (registration.installing || registration.waiting) return;
  if ((await clients.matchAll({ type: 'window', includeUncontrolled: true })).length) return;
  for (const name of await caches.keys()) {
    // In order of creation. A later one is that of an update, whose installation was interrupted.
    if (name === CACHE) break;
    if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
  }
};

const respond = async (request, path) => {
  const isPage = request.mode === 'navigate';
  // Some hosts remove the slash. A redirect to it would be endless; the page itself restores it (first-paint.js).
  if (isPage && FILES[`${path}/`]) path += '/';
  const hash = FILES[path];
  try {
    if (hash) return await fromCacheOrNetwork(path, hash);
    // A page of an earlier version requests its own files until it is left.
    const earlier = !isPage && (await fromEarlierCache(request));
    if (earlier) return earlier;
  } catch {
    // The cache is denied or full, or the host has moved on.
  }
  try {
    return await fetch(request);
  } catch (error) {
    // Lets the browser report the network error for URLs that exist.
    if (hash || request.destination !== 'document' || /^e\/|\.\w+$/.test(path)) throw error;
    const { body, headers } = await fromCacheOrNetwork('404.html', PRECACHE['404.html']);
    return new Response(body, { status: 404, headers });
  }
};

addEventListener('install', (event) => event.waitUntil(precache()));
addEventListener('activate', (event) => event.waitUntil(deleteOldCaches()));
// The reader wants this version. Otherwise it waits until every page of the earlier one is closed.
addEventListener('message', () => skipWaiting());
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET' || !url.startsWith(scope)) return;
  if (request.mode === 'navigate') event.waitUntil(deleteOldCaches());
  event.respondWith(respond(request, url.slice(scope.length).replace(/(^|\/)index\.html$/, '$1')));
});
