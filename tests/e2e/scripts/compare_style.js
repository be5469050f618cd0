// Gives the page the site's whole style, and returns the elements whose computed style changes. Checks one element for
// each path of names and classes. `includeHidden` adds hidden elements and templates.
const [includeHidden, done] = arguments;
if (includeHidden) document.querySelectorAll('template').forEach((template) => template.replaceWith(template.content));
const shows = (element) => includeHidden || element.checkVisibility({ visibilityProperty: true });
const kind = (element) => element ? `${kind(element.parentElement)} ${element.localName}.${element.classList}` : '';
const kinds = new Map([...document.querySelectorAll('html, body, body *')].filter(shows).map((element) => [kind(element), element]));
const all = [...kinds.values()];
const look = async () => (document.body.offsetHeight, await document.fonts.ready, all.map((element) => {
  const style = getComputedStyle(element);
  return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n');
}));
const file = document.querySelector('script[data-style]').dataset.style;
// The arrival of a font is not checked here.
const timely = (style) => style.replaceAll('font-display: fallback', 'font-display: block').replaceAll('font-display:fallback', 'font-display:block');
fetch(file).then((answer) => answer.text()).then(async (whole) => {
  document.querySelector('style').textContent = timely(document.querySelector('style').textContent);
  const before = await look();
  // URLs in a file are relative to the file, those of an inline style to the page.
  document.querySelector('style').textContent = timely(whole).replaceAll('url(', `url(${new URL('.', new URL(file, document.baseURI))}`);
  const after = await look();
  done(all.filter((_, at) => before[at] !== after[at]).map((element) => element.outerHTML.slice(0, 100)));
});
