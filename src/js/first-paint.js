// Inlined into the head, and run before the first paint:
// - restores the trailing slash that some hosts remove, for relative links;
// - applies preferences to the page, the dialog and the browser's own colour (in an embed the host chooses);
// - marks a page that may load the program before a use (`data-preload`);
// - marks one that needs it soon, for a fragment, a saved position or filtered facts (`data-needs-program`);
// - delays the layout of far sections.
{
  const { dataset } = document.documentElement;
  const { hash, pathname, search } = location;
  try {
    if (dataset.page !== '404' && /\/[^/.]+$/.test(pathname)) history.replaceState(null, '', `${pathname}/${search}${hash}`);
  } catch {} // A frame without an origin.
  // Slow and data-saving connections keep system fonts. A font after the first paint would move text, and its preload
  // would delay Chromium's first paint.
  const { saveData, effectiveType = '4g', type, rtt = 0 } = navigator.connection ?? {};
  const isFast = !saveData && effectiveType === '4g';
  // Following a link to filtered facts asks for the program.
  const hasFilter = dataset.page === 'facts' && search;
  if ((isFast && type !== 'cellular') || hasFilter) dataset.preload = '';
  if (!isFast || rtt > 100) dataset.fonts = 'system';
  else {
    for (const href of document.currentScript.dataset.preload.split(' ')) {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'font', crossOrigin: '', href }));
    }
  }
  if (!('embed' in dataset)) {
    let needsProgramSoon = hash || hasFilter;
    const themeColors = document.querySelectorAll('meta[name=theme-color]');
    const setThemeColor = () => {
      const { theme } = dataset;
      ['light', 'dark'].forEach((scheme, index) => {
        const isChosen = /^(light|dark)$/.test(theme);
        themeColors[index].media = isChosen ? (theme === scheme ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`;
      });
    };
    new MutationObserver(setThemeColor).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const preferences = ['theme', 'contrast', 'size', 'motion', 'keys'];
    const apply = (name, value) => {
      if (value) dataset[name] = value;
      else delete dataset[name];
    };
    // Before the program comes, which stores the choice.
    addEventListener('change', ({ target }) => preferences.includes(target.name) && apply(target.name, target.value));
    const applyPreferences = () => {
      // A choice that could not be stored applies to this page.
      if ('unsaved' in dataset) return;
      for (const name of preferences) {
        const chosen = localStorage.getItem(`chuhai:${name}`) ?? '';
        apply(name, chosen);
        const fields = [...document.getElementsByName(name)];
        if (!fields.some(({ value }) => value === chosen)) continue;
        for (const field of fields) field.checked = field.defaultChecked = field.value === chosen;
      }
    };
    try {
      applyPreferences();
      addEventListener('DOMContentLoaded', applyPreferences);
      // After that, browsers restore choices on Back, perhaps outdated ones.
      addEventListener('DOMContentLoaded', () => setTimeout(applyPreferences));
      // Another tab may change them. A page from the back/forward cache may be older than a choice.
      addEventListener('storage', applyPreferences);
      addEventListener('pageshow', ({ persisted }) => persisted && applyPreferences());
      const position = localStorage.getItem(`chuhai:reading-position ${location.pathname}`);
      if (position && !hash && 'preload' in dataset) dataset.savedPosition = '';
      needsProgramSoon ||= position;
    } catch {} // Storage is denied: nothing was chosen.
    if (needsProgramSoon) dataset.needsProgram = hasFilter ? 'now' : '';
  }
  // Beside the text a card that opens moves below its paragraph, and back when it closes: its row stays in view.
  addEventListener('toggle', ({ target }) => {
    const focused = document.activeElement;
    if (focused.parentElement === target) focused.scrollIntoView({ block: 'nearest' });
  }, true);
  // At first the browser lays out only near sections. Where cards open far off, as with “Open all”, the other sections
  // follow, one per idle period. A link within the page, or printing, lays out everything at once.
  // Not in other browsers, which lack `activationStart`. There a script cannot see whether the address ends in
  // `#:~:text=`, and such words are not found in sections that are not laid out.
  const [{ name: navigatedUrl = '#', type: navigation, activationStart } = {}] = performance.getEntriesByType('navigation');
  if ('story' in dataset && activationStart !== undefined && navigation === 'navigate' && !navigatedUrl.includes('#')) {
    dataset.layout = 'near';
    const whenIdle = self.requestIdleCallback ?? setTimeout;
    let restScheduled;
    const layOutNextSection = () => {
      const section = document.querySelector('.section:not([data-laid-out])');
      if (!section) return;
      section.dataset.laidOut = '';
      whenIdle(layOutNextSection);
    };
    const onLayoutEvent = ({ type, target }) => {
      if (type !== 'toggle') {
        if (type === 'beforeprint' || target.closest('a[href^="#"]')) delete dataset.layout;
        return;
      }
      const section = !restScheduled && target.closest('.section:not([data-laid-out])');
      if (!section) return;
      const { top, bottom } = section.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) restScheduled = whenIdle(layOutNextSection);
    };
    for (const type of ['click', 'toggle', 'beforeprint']) addEventListener(type, onLayoutEvent, true);
  }
}
