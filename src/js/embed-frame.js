// Tells the host of a frame how high the page in it is, growing and shrinking, in the host's own dialect; and sets
// the theme that the frame's address asks for, before the first paint. Knows nothing of what is on the page, and
// never waits for WebAssembly. From the host it takes which dialect to speak, nothing else: it runs and prints
// nothing that it is sent.
{
  const root = document.documentElement;
  const { hash, host, href, search } = location;
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const say = (message) => parent.postMessage(message, '*');
  const text = (message) => say(JSON.stringify(message));

  // Each dialect: how to tell a height and a width.
  const amp = (height) => say({ sentinel: 'amp', type: 'embed-size', height });
  const open = (height, width) => say({ type: 'iframe-resized', width, height });
  const guardian = (height) => say({ kind: 'interactive:height', height });
  const pym = (id) => (height) => say(`pymxPYMx${id}xPYMxheightxPYMx${height}`);
  const wordPress = (secret) => (value) => say({ message: 'height', value, secret });
  const resizer = (id) => (height, width) => {
    const size = `[iFrameSizer]${id}:${height}:${width}:`;
    if (greets !== id) say(`${size}init`);
    greets = id;
    say(`${size}resizeObserver`);
  };
  // Until the host is known: what others listen for and what nobody minds.
  const everyone = (height) => {
    amp(height);
    say({ 'datawrapper-height': { chuhai: height } });
    text({ src: href, context: 'iframe.resize', height });
    text({ sender: 'Flourish', src: href, context: 'iframe.resize', method: 'resize', height });
    text({ type: 'set-height', value: height, id: 'iframeMessenger:chuhai' });
    try {
      self.requestResize?.();
    } catch {} // The host has not asked for the browser's own sizing.
  };

  const secret = /secret=([\da-z]{10})/i.exec(hash)?.[1];
  const child = query.get('childId');
  let tell = everyone;
  if (secret) tell = wordPress(secret);
  else if (child) tell = pym(child);
  else if (/\bamp=1/.test(hash)) tell = amp;

  let box;
  let told;
  let greets;
  let due;

  const report = (again) => {
    due = 0;
    if (!box) return;
    const { height, width } = box.getBoundingClientRect();
    const size = Math.ceil(height);
    if (!size || (size === told && again !== true)) return;
    told = size;
    tell(size, Math.ceil(width));
  };
  const soon = () => (due ||= requestAnimationFrame(report));
  const speak = (dialect) => {
    tell = dialect;
    report(true);
  };

  const hear = ({ source, data }) => {
    if (source !== parent || !data) return;
    if (typeof data === 'string') {
      const [head, , flag] = data.slice(0, 999).split(':');
      if (!head.startsWith('[iFrameSizer]')) return;
      if (/^(true|false)$/.test(flag)) speak(resizer(head.slice(13)));
      else if (head === '[iFrameSizer]resize') report(true);
    } else if (data.type === 'iframe-child-init') speak(open);
    else if (data.type === 'iframe-get-child-dimensions') report(true);
    else if (data.sentinel === 'amp' && data.type === 'frames-init') speak(amp);
    else if (data.kind === 'interactive:height') speak(guardian);
    else if (secret && data.message === 'ready' && data.secret === secret) report(true);
  };

  // Browsers tell a frame that is hidden nothing at all, not even that it is shown (WordPress hides it so).
  const wait = () => {
    report();
    if (!told) setTimeout(wait, 1000);
  };

  const start = () => {
    box = document.querySelector('.embed');
    wait();
    new ResizeObserver(soon).observe(box);
    new IntersectionObserver(([{ isIntersecting }], observer) => {
      if (!isIntersecting) return;
      observer.disconnect();
      report(true);
    }).observe(box);
    if (tell === everyone) say('[iFrameResizerChild]Ready');
  };

  // WordPress gives a frame no other way out than its host.
  const follow = (event) => {
    const link = event.target.closest?.('a[target]');
    if (!link) return;
    say({ message: 'link', value: link.href, secret });
    if (link.host === host) event.preventDefault();
  };

  if (parent !== self) {
    root.dataset.framed = '';
    addEventListener('message', (event) => {
      try {
        hear(event);
      } catch {} // A stranger's message.
    });
    addEventListener('visibilitychange', () => report(true));
    addEventListener('load', () => report(true));
    addEventListener('DOMContentLoaded', start);
    if (secret) addEventListener('click', follow);
  }
}
