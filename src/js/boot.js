// Listens to controls, and loads the program at the first use of one. Native controls (cards, links, popovers, dialogs)
// never wait for it. program.js does the rest.
{
  const { deferred, error, hotkeys, program, style, wasm } = document.currentScript.dataset;
  const root = document.documentElement;

  // A busy page may never be idle.
  const whenIdle = (step) => (self.requestIdleCallback ?? setTimeout)(step, { timeout: 2e3 });
  const controls = 'button, input, select, textarea';
  const previewLinks = 'html:not([data-embed]) :is(a[data-entity], a[data-fact-link])';

  let dialogStylePromise; // a promise of the style for what only the program and dialogs show
  let filesPromise; // a promise of what the program is made of
  let programPromise; // a promise of the instantiated program
  let mountPromise; // a promise that all that is mounted at start is alive
  // False once loading ahead has failed. On a slow connection only a use loads the program; an embed without islands
  // has no use for it.
  let mayPreload = 'preload' in root.dataset && document.querySelector('[data-island]');

  const element = (tag, properties) => Object.assign(document.createElement(tag), properties);

  const errorMessage = () => element('p', { role: 'alert', tabIndex: -1, textContent: error });

  // Replaces a control that cannot work with an error message. Follows a link that still has the pointer or the focus.
  const replaceWithError = (control) => {
    control.ariaBusy = null;
    if (control.href) return control.matches(':hover, :focus') && control.click();
    const hadFocus = control === document.activeElement;
    const message = errorMessage();
    control.replaceWith(message);
    if (hadFocus) message.focus();
  };

  // Says so where a control was pressed or has the focus, else below the header.
  const fail = () => {
    if ('ready' in root.dataset && !document.querySelector('[aria-busy]:not([href])')) {
      const place = document.activeElement?.closest('main [data-island]') ?? document.querySelector('.site-header');
      place?.after(errorMessage());
    }
    delete root.dataset.ready;
    root.dataset.failed = '';
    document.querySelectorAll('[aria-busy]').forEach(replaceWithError);
  };

  // Loads ahead of use. If that fails, only a use tries again.
  const whenIdleAndAllowed = (step) => {
    if (!mayPreload || mountPromise) return;
    whenIdle(() => step().catch(() => {
      mountPromise = programPromise = filesPromise = undefined;
      // The link to filtered facts was a use.
      mayPreload = root.dataset.needsProgram && fail();
    }));
  };

  const compile = async () => {
    const response = await fetch(wasm);
    if (!response.ok) throw response;
    return WebAssembly.compile(await response.arrayBuffer());
  };

  const loadDialogStyle = () => (dialogStylePromise ??= deferred && loadStylesheet(deferred));

  const fetchFiles = () => Promise.all([import(new URL(program, document.baseURI)), compile(), loadDialogStyle()]);

  // Fetches and compiles off the main thread; tries twice, because a network may drop a request. Times out, because a
  // server may accept a request and never answer.
  const load = () =>
    (filesPromise ??= Promise.race([
      fetchFiles().catch(fetchFiles),
      new Promise((_, reject) => setTimeout(reject, 3e4)),
    ]));

  const instantiate = () => (programPromise ??= load().then(([{ run }, module]) => run(module)));

  const mountAllIslands = () => (mountPromise ??= instantiate().then(({ mountAll }) => mountAll()));

  // Mounts the control's island before all others, then repeats the reader's click.
  const answer = async (control, island, { type }) => {
    control.ariaBusy = true;
    const { mountAndReplay } = await instantiate();
    await mountAndReplay(control, island, type).catch((error) => {
      reportError(error);
      if (control.ariaBusy) replaceWithError(control);
    });
    await mountAllIslands();
  };

  // Handles Caps Lock and non-Latin layouts. Autofill sends `keydown` without a key.
  const isHotkey = ({ key = '', code, ctrlKey, altKey, metaKey, target }) => {
    const letter = /[^ -~]/.test(key) ? code.slice(3) : key;
    return letter && hotkeys?.includes(letter.toLowerCase()) && !ctrlKey && !altKey && !metaKey &&
      root.dataset.keys !== 'off' && !target.closest('input, textarea, select, [contenteditable]') &&
      !document.querySelector('dialog:modal');
  };

  // The reader uses a control: loads the program, whatever the connection.
  const onUse = (event) => {
    const { target, type } = event;
    if ('failed' in root.dataset) return;
    if (type === 'keydown') {
      if ('hydrated' in root.dataset || !isHotkey(event)) return;
      event.preventDefault();
      // The search opens without the program, and its field takes what is typed next.
      if (event.key === '/') return document.querySelector('[data-action=open-search]').click();
      // Does nothing if the reader has moved on. Mounting replaces a focused control.
      const hasMovedOn = () => target.isConnected && target !== document.activeElement;
      mountAllIslands().then(() => hasMovedOn() || document.activeElement.dispatchEvent(new KeyboardEvent(type, event)), fail);
      return;
    }
    // program.js waits for it before the service worker is registered.
    root.isUsed ||= target.closest(`summary, ${controls}`);
    const enclosingIsland = target.closest('[data-island]:not([data-alive])');
    const control = target.closest(enclosingIsland ? controls : `[data-action], ${previewLinks}`);
    if (!control || (control.popoverTargetElement ?? control.commandForElement)) return;
    const handler = `[data-actions~="${control.dataset.action ?? 'preview'}"]:not([data-alive])`;
    const island = enclosingIsland ?? document.querySelector(handler);
    // The second press of a link follows it.
    if (!island || control.ariaBusy) return;
    // A plain first press shows the preview. Keyboard clicks follow the link, because the focus has shown it.
    if (control.href) {
      if (type !== 'click' || !event.detail || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
    }
    answer(control, island, event).catch(fail);
  };

  // The reader approaches a control, reads on, or has opened a card.
  const onIntent = ({ type, target }) => {
    if (type === 'toggle') countOpenCards();
    // The browser opens its dialog on any connection.
    if (target.commandForElement) loadDialogStyle();
    // Only prepares: the press that follows mounts its island before all others.
    const isNearControl = /pointer|focus/.test(type) && target.closest?.('[data-island], [data-action]');
    if (type === 'pointerover' && !isNearControl && !target.closest(previewLinks)) return;
    whenIdleAndAllowed(isNearControl ? instantiate : mountAllIslands);
  };

  // Closes the contents, also on Back and Forward, and opens the card that the address names.
  const openTarget = () => {
    document.getElementById('toc')?.hidePopover?.();
    try {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      target.closest('.fact').querySelector('details').open = true;
    } catch {} // It names no card.
  };

  // Controls without their style are better than none.
  const loadStylesheet = (href) =>
    new Promise((onload) => {
      document.head.append(element('link', { rel: 'stylesheet', href, onload, onerror: onload }));
      setTimeout(onload, 3e3);
    });

  // Counts open cards until the island that counts is alive.
  const countOpenCards = () => {
    const counter = document.querySelector('[data-island]:not([data-alive]) [data-counter]');
    if (counter) counter.textContent = counter.dataset.counter.replace('{open}', document.querySelectorAll('.fact [open]').length);
  };

  // Sets the accessible names of cards and their controls by script, to keep the HTML small.
  const labelCards = () => {
    for (const card of document.querySelectorAll('.fact')) {
      const title = (card.ariaLabel = card.querySelector('.fact-title').textContent);
      for (const control of card.querySelectorAll('.fact-actions > *')) control.ariaLabel = control.textContent + ': ' + title;
    }
  };

  const init = () => {
    // The host's Content-Security-Policy may refuse the inline style.
    if (!document.querySelector('style')?.sheet) loadStylesheet(style);
    // A page that was saved after use.
    delete root.dataset.hydrated;
    for (const island of document.querySelectorAll('[data-alive]')) delete island.dataset.alive;
    openTarget();
    whenIdle(labelCards);
    addEventListener('hashchange', openTarget);
    if (!window.WebAssembly) return;
    for (const type of ['click', 'input', 'change', 'keydown']) document.addEventListener(type, onUse, true);
    for (const type of ['pointerdown', 'pointerover', 'focusin', 'keydown', 'scroll', 'toggle']) {
      document.addEventListener(type, onIntent, true);
    }
    // Mounting would replace the field of a composition, so program.js waits.
    addEventListener('compositionstart', () => (root.isComposing = true));
    addEventListener('compositionend', () => (root.isComposing = false));
    // A panic traps, and stops all; a failed island stops no other. Both reach this by `reportError`.
    addEventListener('error', ({ error }) => error instanceof WebAssembly.RuntimeError && fail());
    countOpenCards();
    root.dataset.ready = '';
    performance.mark('ready');
    addEventListener('load', () => whenIdleAndAllowed(load));
    if ('needsProgram' in root.dataset) whenIdleAndAllowed(mountAllIslands);
  };
  if (document.prerendering) document.addEventListener('prerenderingchange', init, { once: true });
  else init();
}
