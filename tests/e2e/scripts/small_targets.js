// Returns targets outside sentences that are less than 44 pixels wide or high.
(() => {
  document.querySelectorAll('details').forEach((part) => { part.open = true; });
  const others = (target) => [...target.parentElement.childNodes].filter((node) => node !== target && !node.matches?.('.anchor, .visually-hidden'));
  const isInSentence = (target) => target.closest('h1, h2, h3') || others(target).some((node) => /[a-z]/i.test(node.textContent) && !node.matches?.('a, button'));
  return [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest('svg, .visually-hidden, .skip-link') && !isInSentence(target))
    .map((target) => [target, target.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 1 && Math.min(width, height) < 44)
    .map(([target, { width, height }]) => `${target.parentElement.className || target.parentElement.localName} ${target.textContent.slice(0, 30)}: ${width} x ${height}`);
})()
