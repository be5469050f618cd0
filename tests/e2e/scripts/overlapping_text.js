// Returns pairs of visible texts whose letters overlap. Cards must be open or closed, and not in transition.
(() => {
  const isClipped = (element) => element && (getComputedStyle(element).clipPath === 'inset(50%)' || isClipped(element.parentElement));
  const isHidden = (element) =>
    !element.checkVisibility({ visibilityProperty: true }) ||
    element.closest('.skip-link, script, style, option, .site-header, [popover], dialog') ||
    isClipped(element);
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || isHidden(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const middle = (top + bottom) / 2;
      if (right - left > 2) lines.push({ left, right, top: middle - size * 0.35, bottom: middle + size * 0.35, text });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const pairs = lines.flatMap((a, at) => {
    const below = lines.slice(at + 1).findIndex((b) => b.top >= a.bottom);
    const near = lines.slice(at + 1, below < 0 ? undefined : at + 1 + below);
    return near.filter((b) => a.text !== b.text && a.left < b.right - 1 && b.left < a.right - 1 && b.top < a.bottom - 1).map((b) => `${a.text.data} | ${b.text.data}`);
  });
  return [...new Set(pairs)];
})()
