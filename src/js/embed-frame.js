// Tells the host of a frame how high the page in it is, growing and shrinking, by the host's own resize protocol. Sets
// the theme that the frame's address asks for, before the first paint. A message of the host chooses the protocol and
// nothing else: what it says is neither run nor shown.
{
  const root = document.documentElement;
  const { hash, host, href, search } = location;
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const send = (message) => parent.postMessage(message, '*');
  const sendText = (message) => send(JSON.stringify(message));

  // Each protocol: how to send a height and a width.
  const amp = (height) => send({ sentinel: 'amp', type: 'embed-size', height });
  const openIframeResizer = (height, width) => send({ type: 'iframe-resized', width, height });
  const guardian = (height) => send({ kind: 'interactive:height', height });
  const pym = (id) => (height) => send(`pymxPYMx${id}xPYMxheightxPYMx${height}`);
  const wordPress = (secret) => (value) => send({ message: 'height', value, secret });
  const iframeResizer = (id) => (height, width) => {
    const size = `[iFrameSizer]${id}:${height}:${width}:`;
    if (greetedId !== id) send(`${size}init`);
    greetedId = id;
    send(`${size}resizeObserver`);
  };
  // Until the host is known: what others listen for and no host minds.
  const broadcast = (height) => {
    amp(height);
    send({ 'datawrapper-height': { chuhai: height } });
    sendText({ src: href, context: 'iframe.resize', height });
    sendText({ sender: 'Flourish', src: href, context: 'iframe.resize', method: 'resize', height });
    sendText({ type: 'set-height', value: height, id: 'iframeMessenger:chuhai' });
    try {
      self.requestResize?.();
    } catch {} // The host has not asked for the browser's own sizing.
  };

  const secret = /secret=([\da-z]{10})/i.exec(hash)?.[1];
  const child = query.get('childId');
  let sendSize = broadcast;
  if (secret) sendSize = wordPress(secret);
  else if (child) sendSize = pym(child);
  else if (/\bamp=1/.test(hash)) sendSize = amp;

  let box;
  let lastHeight;
  let greetedId;
  let frameRequest;

  const report = (force) => {
    frameRequest = 0;
    if (!box) return;
    const { height, width } = box.getBoundingClientRect();
    const size = Math.ceil(height);
    if (!size || (size === lastHeight && force !== true)) return;
    lastHeight = size;
    sendSize(size, Math.ceil(width));
  };
  const scheduleReport = () => (frameRequest ||= requestAnimationFrame(report));
  const useProtocol = (protocol) => {
    sendSize = protocol;
    report(true);
  };

  const onMessage = ({ source, data }) => {
    if (source !== parent || !data) return;
    if (typeof data === 'string') {
      const [head, , flag] = data.slice(0, 999).split(':');
      if (!head.startsWith('[iFrameSizer]')) return;
      if (/^(true|false)$/.test(flag)) useProtocol(iframeResizer(head.slice(13)));
      else if (head === '[iFrameSizer]resize') report(true);
    } else if (data.type === 'iframe-child-init') useProtocol(openIframeResizer);
    else if (data.type === 'iframe-get-child-dimensions') report(true);
    else if (data.sentinel === 'amp' && data.type === 'frames-init') useProtocol(amp);
    else if (data.kind === 'interactive:height') useProtocol(guardian);
    else if (secret && data.message === 'ready' && data.secret === secret) report(true);
  };

  // Browsers report nothing to a hidden frame, not even that it is shown. WordPress hides it so.
  const reportUntilShown = () => {
    report();
    if (!lastHeight) setTimeout(reportUntilShown, 1000);
  };

  const start = () => {
    box = document.querySelector('.embed');
    reportUntilShown();
    new ResizeObserver(scheduleReport).observe(box);
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      if (!isIntersecting) return;
      observer.disconnect();
      report(true);
    }).observe(box);
    if (sendSize === broadcast) send('[iFrameResizerChild]Ready');
  };

  // WordPress gives a frame no other way out than its host.
  const onClick = (event) => {
    const link = event.target.closest?.('a[href]:not([target])');
    if (!link) return;
    send({ message: 'link', value: link.href, secret });
    if (link.host === host) event.preventDefault();
  };

  if (parent !== self) {
    root.dataset.framed = '';
    addEventListener('message', (event) => {
      try {
        onMessage(event);
      } catch {} // A stranger's message.
    });
    addEventListener('visibilitychange', () => report(true));
    addEventListener('load', () => report(true));
    addEventListener('DOMContentLoaded', start);
    if (secret) addEventListener('click', onClick);
  }
}
