// Reloads the page when the site is rebuilt, and lists the mistakes of the content over it. Keeps open cards and the
// scroll position. Only `cargo xtask serve` serves it.
{
  const { version } = document.currentScript.dataset;
  const storageKey = `live ${location.pathname}`;
  const cards = () => [...document.querySelectorAll('details')];
  const cardKey = (card, at) => card.dataset.fact ?? String(at);

  const saved = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null');
  sessionStorage.removeItem(storageKey);
  if (saved) {
    cards().forEach((card, at) => saved.open.includes(cardKey(card, at)) && (card.open = true));
    addEventListener('load', () => requestAnimationFrame(() => scrollTo({ top: saved.top, behavior: 'instant' })));
  }
  const reload = () => {
    const open = cards().flatMap((card, at) => (card.open ? [cardKey(card, at)] : []));
    sessionStorage.setItem(storageKey, JSON.stringify({ open, top: scrollY }));
    location.reload();
  };

  const element = (tag, style, ...children) => {
    const made = document.createElement(tag);
    made.style.cssText = style;
    made.append(...children);
    return made;
  };
  const overlay = element('section', 'position: fixed; inset: auto 0 0; z-index: 999; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem; border-top: 4px solid #b3261e; background: #fff; color: #1a2026; font: 0.9375rem/1.5 ui-monospace, monospace;');
  overlay.setAttribute('role', 'alert');
  const line = ({ file, line, column, expected, found, suggestion, rule }) =>
    element('li', 'margin-block: 0.5rem;',
      element('b', '', `${file}:${line}:${column}`),
      ` expected ${expected}, found ${found}${suggestion ? `; did you mean \`${suggestion}\`?` : ''} `,
      element('small', 'color: #59636b;', rule));

  new EventSource('/_live').addEventListener('message', ({ data }) => {
    const snapshot = JSON.parse(data);
    if (snapshot.version && String(snapshot.version) !== version) return reload();
    const lines = snapshot.diagnostics.map(line);
    if (snapshot.failure) lines.unshift(element('li', 'white-space: pre-wrap;', snapshot.failure));
    overlay.replaceChildren(element('ul', 'margin: 0; padding: 0; list-style: none;', ...lines));
    if (lines.length) document.body.append(overlay);
    else overlay.remove();
  });
}
