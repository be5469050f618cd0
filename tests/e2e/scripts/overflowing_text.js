// Returns text that reaches out of the page, and the width of a page that is too wide.
(() => {
  document.querySelectorAll('details').forEach((part) => { part.open = true; });
  const width = document.documentElement.clientWidth;
  const cut = document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px wide`] : [];
  for (const part of document.querySelectorAll('body *')) {
    const hasWords = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasWords || part.closest('.visually-hidden, .hero-map, .skip-link, select, script, style') || !part.checkVisibility()) continue;
    const words = document.createRange();
    words.selectNodeContents([...part.childNodes].find((node) => node.nodeType === 3 && node.data.trim()));
    const { left, right } = words.getBoundingClientRect();
    if (left < -1 || right > width + 1) cut.push(`${part.textContent.trim().slice(0, 40)}: ${left} to ${right}`);
  }
  return cut;
})()
