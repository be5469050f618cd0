// Starts the WebAssembly once the page has been painted: the one thing that WebAssembly cannot do itself.
// Knows nothing of the page but its controls, which it hides again if the program fails.
const script = document.currentScript;
const address = (name) => new URL(script.dataset[name], document.baseURI).href;

const giveUp = () => {
  delete document.documentElement.dataset.hydrated;
  for (const control of document.querySelectorAll('[data-action]')) control.hidden = true;
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

if (self.WebAssembly) {
  // A panic traps, and says so here: later events would find a program that is gone.
  addEventListener('error', ({ error }) => error instanceof WebAssembly.RuntimeError && giveUp());
  requestAnimationFrame(() => setTimeout(start));
}
