// Starts the WebAssembly once the page has been painted: the one thing that WebAssembly cannot do itself.
// Knows nothing of the page; says on <html> if the program fails, and the style then hides every control.
const script = document.currentScript;
const address = (name) => new URL(script.dataset[name], document.baseURI).href;

const giveUp = () => {
  delete document.documentElement.dataset.hydrated;
  document.documentElement.dataset.failed = '';
};

const start = async () => {
  try {
    const wasm = fetch(address('wasm'), { priority: 'low' });
    const { default: load } = await import(address('glue'));
    await load({ module_or_path: wasm });
  } catch {
    giveUp();
  }
};

// A host's policy may refuse the style that stands in the page.
if (!document.querySelector('style').sheet) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address('style') }));
}

if (self.WebAssembly) {
  // A panic traps, and says so here: later events would find a program that is gone.
  addEventListener('error', ({ error }) => error instanceof WebAssembly.RuntimeError && giveUp());
  requestAnimationFrame(() => setTimeout(start));
}
