// Sends the page's height to the host, by the host's resize protocol. Scrolls to link targets, because a frame as
// high as its page does not scroll. Sets the theme of the query before the first paint. A message of the host only
// selects the protocol; its content is neither run nor shown.
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
  // Until the host is known: the messages of protocols that announce nothing. Other hosts ignore them.
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
  const pymChildId = query.get('childId');
  // The frame of `<chuhai-embed>`, which understands one protocol, whatever the page around it announces.
  const isChuhaiElement = self.name === 'chuhai-embed';
  let sendSize = broadcast;
  if (isChuhaiElement) sendSize = amp;
  else if (secret) sendSize = wordPress(secret);
  else if (pymChildId) sendSize = pym(pymChildId);
  else if (/\bamp=1/.test(hash)) sendSize = amp;

  let content;
  let lastHeight;
  let frameHeight = innerHeight;
  let greetedId;
  let frameRequest;

  const report = (force) => {
    frameRequest = 0;
    if (!content) return;
    const { height, width } = content.getBoundingClientRect();
    const size = Math.ceil(height);
    if (!size || (size === lastHeight && force !== true)) return;
    lastHeight = size;
    sendSize(size, Math.ceil(width));
  };
  const scheduleReport = () => (frameRequest ||= requestAnimationFrame(report));
  const useProtocol = (protocol) => {
    if (!isChuhaiElement) sendSize = protocol;
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

  // Polls while hidden, because observers do not fire in hidden frames (WordPress).
  const reportUntilShown = () => {
    report();
    if (!lastHeight) setTimeout(reportUntilShown, 1000);
  };

  const start = () => {
    content = document.querySelector('.embed');
    reportUntilShown();
    new ResizeObserver(scheduleReport).observe(content);
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      if (!isIntersecting) return;
      observer.disconnect();
      report(true);
    }).observe(content);
    if (sendSize === broadcast) send('[iFrameResizerChild]Ready');
  };

  // Chromium lays out a late frame 150 pixels high where its host reserves more than the content needs. Another height
  // has it measure again.
  const remeasure = () => {
    if (!self.requestResize || innerHeight >= lastHeight) return;
    content.style.minHeight = `${Math.max(lastHeight, root.clientHeight) + 1}px`;
    addEventListener('resize', () => (content.style.minHeight = ''), { once: true });
  };

  // Hides the scroll bar once the host sets the frame's height.
  const onResize = () => {
    if (innerHeight !== frameHeight && Math.abs(innerHeight - lastHeight) < 2) root.dataset.hostSized = '';
    frameHeight = innerHeight;
  };

  // Replaces the URL, so that the host's history stays the same. Scrolls again after the host has resized the frame
  // for the opened card.
  const goTo = (target, href) => {
    location.replace(href);
    const card = target.closest('.fact')?.querySelector('details');
    const scroll = () => target.scrollIntoView();
    if (card && !card.open && 'hostSized' in root.dataset) addEventListener('resize', scroll, { once: true });
    if (card) card.open = true;
    scroll();
    (card?.firstElementChild ?? target).focus({ preventScroll: true });
  };

  const onClick = (event) => {
    const href = event.target.closest?.('a[href]')?.getAttribute('href');
    if (!href || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (href[0] === '#') {
      const target = document.getElementById(decodeURIComponent(href.slice(1)));
      if (!target) return;
      event.preventDefault();
      goTo(target, href);
    } else if (secret) {
      // WordPress follows only links to the frame's own site. Any other link leads to the page that this one shows.
      const link = new URL(href, document.baseURI);
      if (link.host !== host) link.href = new URL(content.dataset.shownPage, document.baseURI);
      send({ message: 'link', value: link.href, secret });
      event.preventDefault();
    }
  };

  if (parent !== self) {
    if (isChuhaiElement) root.dataset.hostSized = '';
    if (secret) root.dataset.heightCapped = '';
    addEventListener('message', (event) => {
      try {
        onMessage(event);
      } catch {} // A stranger's message.
    });
    addEventListener('visibilitychange', () => report(true));
    addEventListener('load', () => {
      report(true);
      remeasure();
    });
    addEventListener('DOMContentLoaded', start);
    addEventListener('resize', onResize);
    addEventListener('click', onClick);
  }
}
