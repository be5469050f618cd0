// Gives the page the site's whole style, and returns the elements whose computed style changes by that. Checks one
// element for each path of names and classes; `all_of_it` includes hidden elements and the content of templates.
const [all_of_it, done] = arguments;
if (all_of_it) document.querySelectorAll('template').forEach((template) => template.replaceWith(template.content));
const shows = (element) => all_of_it || element.checkVisibility({ visibilityProperty: true });
const kind = (element) => element ? `${kind(element.parentElement)} ${element.localName}.${element.classList}` : '';
const kinds = new Map([...document.querySelectorAll('html, body, body *')].filter(shows).map((element) => [kind(element), element]));
const all = [...kinds.values()];
// A file finds its fonts from where it lies, and what stands in a page from there.
const look = async () => (document.body.offsetHeight, await document.fonts.ready, all.map((element) => {
  const style = getComputedStyle(element);
  return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('\n');
}));
const file = document.querySelector('script[data-style]').dataset.style;
// Whether a font comes in time is no matter of rules.
const timely = (style) => style.replaceAll('font-display: optional', 'font-display: block').replaceAll('font-display:optional', 'font-display:block');
fetch(file).then((answer) => answer.text()).then(async (whole) => {
  document.querySelector('style').textContent = timely(document.querySelector('style').textContent);
  const before = await look();
  document.querySelector('style').textContent = timely(whole).replaceAll('url(', `url(${new URL('.', new URL(file, document.baseURI))}`);
  const after = await look();
  done(all.filter((_, at) => before[at] !== after[at]).map((element) => element.outerHTML.slice(0, 100)));
});
