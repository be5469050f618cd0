// Writes the page into a frame tag by tag, up to its first section. Returns the number of titles, and the layout shifts.
const [address, done] = arguments;
fetch(address).then((answer) => answer.text()).then(async (text) => {
  const html = text.replace(/<script [^>]*defer[^>]*><.script>/, '');
  const frame = Object.assign(document.createElement('iframe'), { style: 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; z-index: 9' });
  document.body.append(frame);
  const moved = [];
  new frame.contentWindow.PerformanceObserver((list) => { for (const entry of list.getEntries())
    moved.push(entry.value + entry.sources.map(({ node }) => node?.outerHTML ?? node?.textContent)); }).observe({ type: 'layout-shift' });
  const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const end = html.search(/<section|<.main>/);
  const pieces = html.slice(0, end).split(/(?=<)/);
  const body = pieces.findIndex((piece) => piece.startsWith('<body'));
  frame.contentDocument.open();
  frame.contentDocument.write(pieces.slice(0, body).join(''));
  for (const piece of pieces.slice(body)) {
    frame.contentDocument.write(piece);
    await painted();
  }
  frame.contentDocument.write(html.slice(end));
  frame.contentDocument.close();
  await painted();
  await painted();
  done([frame.contentDocument.querySelectorAll('h1').length, moved]);
});
