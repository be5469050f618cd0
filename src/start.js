// Marks on <html> what the reader has chosen, and once the page has been painted starts the WebAssembly, with the style of
// what only that shows: what WebAssembly cannot do, or not in time. Knows nothing of the page, nor what a choice looks
// like; says on <html> if the program fails, and the style then hides every control.
const script = document.currentScript;
const root = document.documentElement;
const address = (name) => new URL(script.dataset[name], document.baseURI).href;

// A page in a frame is its host's to dress.
if (!('embed' in root.dataset)) {
  try {
    for (const name of ['theme', 'size', 'motion', 'keys']) {
      const chosen = localStorage.getItem(`chuhai-${name}`);
      if (chosen) root.dataset[name] = chosen;
    }
  } catch {} // Nothing may be kept, so nothing is.
}

const giveUp = () => {
  delete root.dataset.hydrated;
  root.dataset.failed = '';
};

/** Adds a style file; comes to pass once it holds. */
const dress = (name) =>
  new Promise((done, fail) => {
    const link = { rel: 'stylesheet', href: address(name), onload: done, onerror: fail };
    document.head.append(Object.assign(document.createElement('link'), link));
  });

const start = async () => {
  try {
    const wasm = fetch(address('wasm'), { priority: 'low' });
    wasm.catch(() => {}); // If another fails too, nobody asks what became of this.
    // No control may show before it has its style. An embed has none.
    const dressed = 'controls' in script.dataset && dress('controls');
    const [{ default: load }] = await Promise.all([import(address('glue')), dressed]);
    await load({ module_or_path: wasm });
  } catch {
    giveUp();
  }
};

const begin = () => {
  // A host's policy may refuse the style that stands in the page.
  if (!document.querySelector('style').sheet) dress('style').catch(() => {});

  if (self.WebAssembly) {
    // A panic traps, and says so here: later events would find a program that is gone.
    addEventListener('error', ({ error }) => error instanceof WebAssembly.RuntimeError && giveUp());
    requestAnimationFrame(() => setTimeout(start));
  }
};

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
