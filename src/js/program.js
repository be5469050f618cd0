// Runs the program: mounts islands, and repeats the click that asked for one. Bundled with wasm-bindgen's glue.
import { initSync, mount } from '../chuhai.js';

const root = document.documentElement;
const whenIdle = self.requestIdleCallback ?? setTimeout;
const nextIdle = () => new Promise((idle) => whenIdle(idle, { timeout: 99 }));

const isServiceWorkerActive = () => {
  try {
    return navigator.serviceWorker.controller;
  } catch {} // Storage is denied.
};

// The service worker fetches much of the site. So it waits until the reader has used a control or opened a card, which
// boot.js notices. Then what that asked for comes first.
root.whenToRegister = new Promise((used) => {
  const check = () => (root.isUsed || isServiceWorkerActive()) && used();
  check();
  document.addEventListener('click', check, true);
})
  .then(() => new Promise((rested) => setTimeout(rested, 3e3)))
  .then(nextIdle);

const CONTROLS = 'button, input, select, textarea';
const mounts = new WeakMap();
const controlsBefore = new WeakMap(); // the controls of an island before it was mounted

// Waits for the end of a composition in the island, which boot.js notices. Not for long: on Android a composition lasts
// as long as a word, and its reader waits for results.
const mountAfterComposition = async (island) => {
  if (root.isComposing && island.contains(document.activeElement)) {
    await new Promise((end) => {
      addEventListener('compositionend', end, { once: true });
      setTimeout(end, 4e3);
    });
  }
  return new Promise((onMounted, reject) => mount(island, onMounted) || reject(island));
};

// Resolves once the island is alive. Rejects if it cannot be mounted.
const mountOnce = (island) => {
  if (!mounts.has(island)) {
    controlsBefore.set(island, [...island.querySelectorAll(CONTROLS)]);
    mounts.set(island, mountAfterComposition(island));
  }
  return mounts.get(island);
};

// A reader who has moved on is shown no dialog and no preview. A link without pointer and focus is left.
const hasMovedOn = (control, island) => {
  const open = island.dataset.actions && document.querySelector(':is(dialog[open], :popover-open)');
  return (open && !open.contains(control)) || (control.href && !control.matches(':hover, :focus'));
};

// Repeats the click on a control whose island has been mounted. Typed and chosen values are kept by the island.
const replay = (control, island, type) => {
  control.ariaBusy = null;
  if (type !== 'click' || !control.matches('button, a') || hasMovedOn(control, island)) return;
  // The preview reads the pointer event; without it the click counts as keyboard.
  control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  control.click();
};

// Mounts the island of a control that the reader has used, and repeats a click on the control that replaces it.
const mountAndReplay = async (control, island, type) => {
  await mountOnce(island);
  const index = controlsBefore.get(island).indexOf(control);
  replay(control.isConnected ? control : island.querySelectorAll(CONTROLS)[index], island, type);
};

// Of a page that it restores from its cache, WebKit resets these fields to their defaults.
addEventListener('pagehide', () => {
  for (const field of document.querySelectorAll('[data-alive] [autocomplete=off]')) {
    field.defaultValue = field.value;
  }
});

// Instantiates the program. A failed island does not stop the others.
export const run = (module) => {
  initSync({ module });
  const mountAll = async () => {
    const islands = [...document.querySelectorAll('[data-island]')];
    // One per idle period: the reader may be scrolling.
    for (const island of islands.filter(({ dataset }) => 'mountAtStart' in dataset)) {
      await nextIdle();
      await mountOnce(island).catch(reportError);
    }
    root.dataset.hydrated = '';
    performance.mark('hydrated');
    islands.forEach((island) => whenIdle(() => mountOnce(island).catch(reportError), { timeout: 2e3 }));
  };
  return { mountAndReplay, mountAll };
};
