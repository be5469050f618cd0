// Puts the story, a section or a fact into a host's page: <chuhai-embed fact="…"><a href="…">…</a></chuhai-embed>.
// Makes the frame when it is near, and gives it the height that it asks for; until then the link stands in its place, and
// for good where the frame asks for none: it is blocked, or there is no such page.
// Leaves no global name and no style in the host's page, and writes no HTML: hosts may enforce Trusted Types.
if (!customElements.get('chuhai-embed')) {
  const script = document.currentScript ?? document.querySelector('script[src*="/embed.js"]');
  const site = new URL('.', script.src);

  const near = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.show()),
    { rootMargin: '600px 0px' },
  );

  class ChuhaiEmbed extends HTMLElement {
    static observedAttributes = ['fact', 'section', 'theme', 'lang'];

    #box = document.createElement('div');
    #frame;
    #hasHeight;

    constructor() {
      super();
      this.#box.append(document.createElement('slot'));
      this.attachShadow({ mode: 'open' }).append(this.#box);
    }

    connectedCallback() {
      // A section or the story grows below what the reader sees.
      const height = this.getAttribute('height') || (this.hasAttribute('fact') ? 288 : 1000);
      // Set one by one: a host's policy may refuse a style attribute.
      Object.assign(this.#box.style, { display: 'block', position: 'relative', minHeight: `${parseInt(height)}px` });
      near.observe(this);
    }

    disconnectedCallback() {
      near.unobserve(this);
      removeEventListener('message', this);
      this.#frame?.remove();
      this.#frame = undefined;
      this.#box.firstChild.hidden = false;
    }

    attributeChangedCallback() {
      if (this.#frame) this.#load();
    }

    show() {
      near.unobserve(this);
      addEventListener('message', this);
      this.#load();
    }

    // A new frame each time: another address in the same one would be a step in the host's history.
    #load() {
      const frame = document.createElement('iframe');
      frame.title = this.textContent.trim() || site.host;
      frame.allow = 'clipboard-write';
      // It needs no storage, and is let into hosts that isolate themselves.
      frame.credentialless = true;
      const hidden = {
        border: 0, width: '100%', height: this.#box.style.minHeight,
        position: 'absolute', insetBlockStart: 0, insetInlineStart: 0, visibility: 'hidden',
      };
      if (this.#frame) frame.style.cssText = this.#frame.style.cssText;
      else Object.assign(frame.style, hidden);
      frame.src = this.#address();
      frame.onload = () => setTimeout(() => {
        if (this.#hasHeight || frame !== this.#frame) return;
        this.#box.firstChild.hidden = false;
        this.style.minHeight = this.#box.style.minHeight = 0;
        Object.assign(frame.style, { ...hidden, height: 0 });
      }, 1000);
      this.#hasHeight = false;
      this.#frame?.remove();
      this.#frame = frame;
      this.#box.append(frame);
    }

    handleEvent({ source, origin, data }) {
      const frame = this.#frame;
      if (source !== frame.contentWindow || origin !== site.origin) return;
      if (data?.type !== 'embed-size' || !(data.height > 0 && data.height < 1e5)) return;
      this.#hasHeight = true;
      this.#box.firstChild.hidden = true;
      this.style.minHeight = this.#box.style.minHeight = 0;
      Object.assign(frame.style, { position: 'static', display: 'block', visibility: '', height: `${data.height}px` });
    }

    // A page that says it is dark when its reader's system is not would get a white frame from the browser.
    #hostTheme() {
      const { style } = this.#box;
      style.color = 'canvastext';
      const light = getComputedStyle(this.#box).color === 'rgb(0, 0, 0)';
      style.color = '';
      return light || matchMedia('(prefers-color-scheme: dark)').matches ? '' : 'dark';
    }

    #address() {
      const id = (name) => encodeURIComponent(this.getAttribute(name));
      const path = this.hasAttribute('fact') ? `f/${id('fact')}/` : this.hasAttribute('section') ? `s/${id('section')}/` : '';
      const address = new URL(`e/${path}`, site);
      for (const [name, fallback] of [['theme', this.#hostTheme()], ['lang', '']]) {
        const value = this.getAttribute(name) ?? fallback;
        if (value) address.searchParams.set(name, value);
      }
      return address;
    }
  }

  customElements.define('chuhai-embed', ChuhaiEmbed);
}
