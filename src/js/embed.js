// Embeds the story, a section or a fact: <chuhai-embed fact="…"><a href="…">…</a></chuhai-embed>. Creates the frame
// near the viewport, and sets the height that it requests. Until then, or if no request comes, the link shows. Adds
// no global name and no style to the host's page. Writes no HTML, because hosts may enforce Trusted Types.
if (!customElements.get('chuhai-embed')) {
  // Modules and bundled scripts have no `currentScript`. Then the link names the site.
  const script = document.currentScript?.src;

  const proximityObserver = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.show()),
    { rootMargin: '600px 0px' },
  );

  const style = new CSSStyleSheet();
  // On paper, a frame that was never near leaves no hole.
  style.replaceSync(':host { display: block } @media print { :host, div { min-height: 0 !important } }');

  class ChuhaiEmbed extends HTMLElement {
    static observedAttributes = ['fact', 'section', 'theme'];

    #wrapper = document.createElement('div');
    #frame;
    #isShown;
    #hasHeight;
    #siteUrl;
    #fallback;
    #title;

    constructor() {
      super();
      this.#wrapper.append(document.createElement('slot'));
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [style];
      root.append(this.#wrapper);
    }

    connectedCallback() {
      // A section or the story grows below what the reader sees.
      const height = this.getAttribute('height') || (this.hasAttribute('fact') ? 288 : 1000);
      // Set as properties: a host's policy may refuse a style attribute.
      Object.assign(this.#wrapper.style, { display: 'block', position: 'relative', minHeight: `${parseInt(height)}px` });
      proximityObserver.observe(this);
    }

    disconnectedCallback() {
      proximityObserver.unobserve(this);
      removeEventListener('message', this);
      this.#isShown = false;
      this.#removeFrame();
    }

    attributeChangedCallback() {
      if (this.#isShown) this.#load();
    }

    show() {
      // The element may have been removed since it was observed.
      if (!this.isConnected) return;
      proximityObserver.unobserve(this);
      addEventListener('message', this);
      this.#isShown = true;
      this.#load();
    }

    // Shows the link instead.
    #removeFrame() {
      this.#frame?.remove();
      this.#frame = undefined;
      this.#wrapper.firstChild.hidden = false;
    }

    // A new frame each time, because navigation in a frame adds to the host's history.
    #load() {
      const url = this.#url();
      if (!url) {
        this.#removeFrame();
        return this.#collapse();
      }
      const frame = document.createElement('iframe');
      frame.title = this.#title || url.host;
      // Identifies this element as the host.
      frame.name = 'chuhai-embed';
      // It needs no storage, and is let into hosts that isolate themselves.
      frame.credentialless = true;
      const hidden = {
        border: 0, width: '100%', height: this.#wrapper.style.minHeight,
        position: 'absolute', insetBlockStart: 0, insetInlineStart: 0, visibility: 'hidden',
      };
      if (this.#frame) frame.style.cssText = this.#frame.style.cssText;
      else Object.assign(frame.style, hidden);
      frame.src = url;
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

    // Releases the reserved height.
    #collapse() {
      this.style.minHeight = this.#wrapper.style.minHeight = 0;
    }

    // The frame's origin is not the site's where the site has moved, or where the host is in a sandbox.
    handleEvent({ source, data }) {
      const frame = this.#frame;
      if (source !== frame?.contentWindow) return;
      if (data?.type !== 'embed-size' || !(data.height > 0 && data.height < 1e5)) return;
      this.#hasHeight = true;
      // HTML knows no self-closing tags: `<chuhai-embed … />` holds the rest of the host's page.
      this.#wrapper.firstChild.hidden = this.#fallback && this.childElementCount < 2;
      this.#collapse();
      Object.assign(frame.style, { position: 'static', display: 'block', visibility: '', height: `${data.height}px` });
    }

    // A dark frame in a light system would be painted white, so the theme is explicit.
    #hostTheme() {
      const { style } = this.#wrapper;
      style.color = 'canvastext';
      const light = getComputedStyle(this.#wrapper).color === 'rgb(0, 0, 0)';
      style.color = '';
      return light || matchMedia('(prefers-color-scheme: dark)').matches ? '' : 'dark';
    }

    // The link names the site, because a page may embed two sites. Otherwise the script's URL does.
    #url() {
      const [name, folder] = this.hasAttribute('fact') ? ['fact', 'f'] : ['section', 's'];
      const id = this.getAttribute(name);
      if (id !== null && !/^[\w-]+$/.test(id)) return;
      const path = id === null ? '' : `${folder}/${id}/`;
      const link = this.querySelector('a');
      this.#title = '';
      if (/^https?:/.test(link?.href) && link.href.endsWith(`/${path}`)) {
        this.#fallback = link;
        this.#title = link.textContent.trim();
        this.#siteUrl ??= link.href.slice(0, link.href.length - path.length);
      }
      const site = this.#siteUrl ?? script;
      if (!site) return;
      const url = new URL(`e/${path}`, site);
      const theme = this.getAttribute('theme') ?? this.#hostTheme();
      if (theme) url.searchParams.set('theme', theme);
      return url;
    }
  }

  customElements.define('chuhai-embed', ChuhaiEmbed);
}
