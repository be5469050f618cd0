// Inlined into the head. Puts the slash at the address's end back where a host has taken it: without it no relative link
// leads anywhere. Applies what the reader has chosen before the first paint, and checks it in the dialog, which may be
// opened before the program runs. Marks a page that needs the program soon: it was opened at a place or with a query, or
// was left in the midst of reading. A frame is its host's to dress.
{
  const { dataset } = document.documentElement;
  const { hash, pathname, search } = location;
  try {
    if (dataset.page !== '404' && /\/[^/.]+$/.test(pathname)) history.replaceState(null, '', `${pathname}/${search}${hash}`);
  } catch {} // A frame without an origin.
  if (!('embed' in dataset)) {
    let left = hash || search;
    try {
      for (const name of ['theme', 'contrast', 'size', 'motion', 'keys']) {
        const chosen = localStorage.getItem(`chuhai:${name}`);
        if (!chosen) continue;
        dataset[name] = chosen;
        addEventListener('DOMContentLoaded', () => {
          const fields = [...document.getElementsByName(name)];
          if (!fields.some(({ value }) => value === chosen)) return;
          for (const field of fields) field.defaultChecked = field.value === chosen;
        });
      }
      const position = localStorage.getItem(`chuhai:reading-position ${location.pathname}`);
      if (position && !hash) dataset.resumes = '';
      left ||= position;
    } catch {} // Storage is denied: nothing was chosen.
    if (left) dataset.startsSoon = '';
  }
  // Most readers look at the opening first: the browser lays out what is near, until something leads further. Once the
  // reader uses something, it lays out the rest, one section after another while the page rests.
  const [{ name: opened = '#', type: navigation } = {}] = performance.getEntriesByType('navigation');
  if ('story' in dataset && navigation === 'navigate' && !opened.includes('#')) {
    dataset.layout = 'near';
    const whenIdle = self.requestIdleCallback ?? setTimeout;
    const layOutNext = () => {
      // Not above: some browsers would move what the reader looks at.
      const ahead = [...document.querySelectorAll('.section:not([data-laid-out])')];
      const section = ahead.find((one) => one.getBoundingClientRect().top > innerHeight);
      if (!section) return;
      section.dataset.laidOut = '';
      whenIdle(layOutNext);
    };
    const layOut = ({ type, target }) => {
      if (type === 'beforeprint' || target.closest('a[href^="#"]')) delete dataset.layout;
      else {
        target.closest('.section details')?.closest('.section').setAttribute('data-laid-out', '');
        whenIdle(layOutNext);
      }
    };
    for (const type of ['click', 'toggle', 'beforeprint']) addEventListener(type, layOut, true);
  }
}
