// Returns text below a contrast of 7, and bars below 3, in targeted, focused and highlighted states.
(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (colors) => { canvas.clearRect(0, 0, 1, 1); for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0); };
  const grounds = (part) => part ? [...grounds(part.parentElement), getComputedStyle(part).backgroundColor] : ['white'];
  const contrast = (part, color) => { const [one, other] = [paint(grounds(part)), paint([...grounds(part), color])].sort((one, other) => one - other); return (other + 0.05) / (one + 0.05); };
  const low = [];
  const words = (part) => { for (const inner of [part, ...part.querySelectorAll('*')]) {
    if (!inner.checkVisibility() || !inner.textContent.trim()) continue;
    const is = contrast(inner, getComputedStyle(inner).color);
    if (is < 7) low.push(`${inner.localName}.${inner.className} in ${part.closest('[id]')?.id}: ${is.toFixed(2)}`); } };
  document.querySelectorAll('.fact').forEach((card) => { card.classList.add('highlighted'); words(card.querySelector('.fact-header')); });
  document.querySelectorAll('.passage a[data-fact-link]').forEach((link) => { link.classList.add('highlighted'); words(link); });
  document.querySelectorAll('.section-head, .passage > p').forEach((place) => { place.tabIndex = -1; place.focus({ preventScroll: true }); words(place); });
  for (const mark of document.querySelectorAll('.guess line, .shape')) { const { fill, stroke } = getComputedStyle(mark); const is = contrast(mark.closest('svg'), stroke === 'none' ? fill : stroke); if (is < 3) low.push(`${mark.outerHTML} ${is.toFixed(2)}`); }
  for (const entry of document.querySelectorAll(':target')) words(entry);
  return [...new Set(low)].slice(0, 20);
})()
