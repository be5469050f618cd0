// Returns the layout shifts since the page was opened: how far, and what moved.
const done = arguments[0];
const moved = [];
const observer = new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) moved.push([value, ...sources.map(({ node }) => node?.outerHTML ?? node?.textContent)]);
});
observer.observe({ type: 'layout-shift', buffered: true });
requestIdleCallback(() => requestIdleCallback(() => done(moved)));
