// Puts the story, a section or a fact into a host's page: <chuhai-embed fact="…"><a href="…">…</a></chuhai-embed>.
// Makes the frame when it is near, and gives it the height that it asks for; until then the link stands in its place, and
// for good where the frame asks for none: it is blocked, or there is no such page.
// Leaves no global name and no style in the host's page, and writes no HTML: hosts may enforce Trusted Types.
if (!customElements.get('chuhai-embed')) {
  // A module, or a script that a host has bundled, does not know where it comes from; the link does.
  const script = document.currentScript?.src;

  const proximityObserver = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.show()),
    { rootMargin: '600px 0px' },
  );

  class ChuhaiEmbed extends HTMLElement {
    static observedAttributes = ['fact', 'section', 'theme'];

    #wrapper = document.createElement('div');
    #frame;
    #hasHeight;
    #siteUrl;

    constructor() {
      super();
      this.#wrapper.append(document.createElement('slot'));
      this.attachShadow({ mode: 'open' }).append(this.#wrapper);
    }

    connectedCallback() {
      // A section or the story grows below what the reader sees.
      const height = this.getAttribute('height') || (this.hasAttribute('fact') ? 288 : 1000);
      // Set one by one: a host's policy may refuse a style attribute.
      Object.assign(this.#wrapper.style, { display: 'block', position: 'relative', minHeight: `${parseInt(height)}px` });
      proximityObserver.observe(this);
    }

    disconnectedCallback() {
      proximityObserver.unobserve(this);
      removeEventListener('message', this);
      this.#frame?.remove();
      this.#frame = undefined;
      this.#wrapper.firstChild.hidden = false;
    }

    attributeChangedCallback() {
      if (this.#frame) this.#load();
    }

    show() {
      // It may have been taken out of the page since it was seen.
      if (!this.isConnected) return;
      proximityObserver.unobserve(this);
      addEventListener('message', this);
      this.#load();
    }

    // A new frame each time: another address in the same one would be a step in the host's history.
    #load() {
      const address = this.#address();
      if (!address) return this.#collapse();
      const frame = document.createElement('iframe');
      frame.title = this.textContent.trim() || address.host;
      // Tells the page in it that this element is its host.
      frame.name = 'chuhai-embed';
      frame.allow = 'clipboard-write';
      // It needs no storage, and is let into hosts that isolate themselves.
      frame.credentialless = true;
      const hidden = {
        border: 0, width: '100%', height: this.#wrapper.style.minHeight,
        position: 'absolute', insetBlockStart: 0, insetInlineStart: 0, visibility: 'hidden',
      };
      if (this.#frame) frame.style.cssText = this.#frame.style.cssText;
      else Object.assign(frame.style, hidden);
      frame.src = address;
      frame.onload = () => setTimeout(() => {
        if (this.#hasHeight || frame !== this.#frame) return;
        this.#wrapper.firstChild.hidden = false;
        this.#collapse();
        Object.assign(frame.style, { ...hidden, height: 0 });
      }, 1000);
      this.#hasHeight = false;
      this.#frame?.remove();
      this.#frame = frame;
      this.#wrapper.append(frame);
    }

    // Room is kept no longer.
    #collapse() {
      this.style.minHeight = this.#wrapper.style.minHeight = 0;
    }

    // The frame's origin is not the site's where the site has moved, or where the host is in a sandbox.
    handleEvent({ source, data }) {
      const frame = this.#frame;
      if (source !== frame?.contentWindow) return;
      if (data?.type !== 'embed-size' || !(data.height > 0 && data.height < 1e5)) return;
      this.#hasHeight = true;
      this.#wrapper.firstChild.hidden = true;
      this.#collapse();
      Object.assign(frame.style, { position: 'static', display: 'block', visibility: '', height: `${data.height}px` });
    }

    // A page that says it is dark when its reader's system is not would get a white frame from the browser.
    #hostTheme() {
      const { style } = this.#wrapper;
      style.color = 'canvastext';
      const light = getComputedStyle(this.#wrapper).color === 'rgb(0, 0, 0)';
      style.color = '';
      return light || matchMedia('(prefers-color-scheme: dark)').matches ? '' : 'dark';
    }

    // The site is where the link leads, for two sites may stand in one page; else where the script comes from.
    #address() {
      const [name, folder] = this.hasAttribute('fact') ? ['fact', 'f'] : ['section', 's'];
      const path = this.hasAttribute(name) ? `${folder}/${encodeURIComponent(this.getAttribute(name))}/` : '';
      const link = this.querySelector('a')?.href;
      if (link?.endsWith(`/${path}`)) this.#siteUrl ??= link.slice(0, link.length - path.length);
      const site = this.#siteUrl ?? script;
      if (!site) return;
      const address = new URL(`e/${path}`, site);
      const theme = this.getAttribute('theme') ?? this.#hostTheme();
      if (theme) address.searchParams.set('theme', theme);
      return address;
    }
  }

  customElements.define('chuhai-embed', ChuhaiEmbed);
}
