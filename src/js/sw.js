// The service worker: keeps the site for readers whose network is gone. A cache holds one version of it, whole; each
// file is served only as long as its bytes are those that the build wrote down. Knows nothing of what is on a page.
// The list is written at build, and named by what is in it: `self.kept` and `self.later` give, for an address
// below the site's root, the SHA-256 of what is there.
const list = 'offline-list.js';
importScripts(list);

const root = registration.scope;
// Other sites may share the origin, and so its caches.
const ours = `chuhai ${root} `;
const version = ours + list;

/** The answer once more, if its bytes are right. */
const checked = async (answer, hash) => {
  const bytes = await answer.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return answer.ok && btoa(String.fromCharCode(...found)) === hash && new Response(bytes, answer);
};

/** The file, kept from now on: out of this version's cache, out of an earlier one, or from the network. */
const find = async (path, hash) => {
  const address = root + path;
  const cache = await caches.open(version);
  const own = await cache.match(address);
  const whole = own && (await checked(own, hash));
  if (whole) return whole;
  for (const ask of [() => caches.match(address), () => fetch(address), () => fetch(address, { cache: 'reload' })]) {
    const answer = await ask();
    const right = answer && !answer.redirected && (await checked(answer, hash));
    if (right) {
      await cache.put(address, right.clone());
      return right;
    }
  }
  throw new Error(path);
};

// One after the other, so that the reader's own requests go first. What was kept before an interruption is not asked for again.
const install = async () => {
  if (navigator.connection?.saveData) throw new Error('The reader saves data');
  for (const [path, hash] of Object.entries(kept)) await find(path, hash);
};

/** Forgets earlier versions, unless somebody may still be reading one. */
const tidy = async () => {
  if (registration.installing || registration.waiting) return;
  if ((await clients.matchAll({ type: 'window', includeUncontrolled: true })).length) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== version) await caches.delete(name);
  }
};

const answer = async (request, path) => {
  const { search } = new URL(request.url);
  const page = request.mode === 'navigate';
  if (page && kept[`${path}/`]) return Response.redirect(`${root}${path}/${search}`);
  const hash = kept[path] || later[path];
  try {
    if (hash) return await find(path, hash);
    // A page of an earlier version asks for its own files until it is left.
    const earlier = !page && (await caches.match(request));
    if (earlier) return earlier;
  } catch {
    // The cache is denied or full, or the host has moved on.
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (request.destination !== 'document') throw error;
    const { body, headers } = await find('404.html', kept['404.html']);
    return new Response(body, { status: 404, headers });
  }
};

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(tidy()));
// The reader asks for this version. Until then it waits for every page of the earlier one to be left.
addEventListener('message', () => skipWaiting());
addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== 'GET' || !address.startsWith(root)) return;
  if (request.mode === 'navigate') event.waitUntil(tidy());
  event.respondWith(answer(request, address.slice(root.length).replace(/(^|\/)index\.html$/, '$1')));
});
