// Reading views, by the library of Firefox's own: who wrote it, what it is called, and that nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, load, site, text } from './site.mjs';

const { Readability } = load('@mozilla/readability');
const { parseHTML } = load('linkedom');

const words = (text) => text.replace(/\s+/g, ' ').trim();

/** Published ids that end in "share", by which the library knows rows of buttons. Known to be lost where they are short. */
const taken = '#jp-search-share, #af-transsion-share';

/** A page, and what a reading view makes of it. */
const read = (path) => {
  const { document } = parseHTML(text(file(`${site}${path}`)));
  const all = (selector) => [...document.querySelectorAll(selector)].filter((part) => !part.closest(taken))
    .map(({ textContent }) => words(textContent));
  const [titles, rows] = [all('.fact-title'), all('#facts tbody th')];
  const paragraphs = all(':is(.passage, .since) > p, .fact-body > p:not(.fact-actions)');
  const view = new Readability(document).parse();
  const shown = words(`${view.title} ${view.textContent}`);
  const lost = (texts) => texts.filter((text) => !shown.includes(text));
  return { view, lost: lost([...titles, ...rows, ...paragraphs]) };
};

for (const path of ['', 'facts/', 's/japan/', 's/middle-east/', 's/southeast-asia/', 's/what-came-next/', 's/notes/', 'f/kr-bts-1m/', 'f/india-kajal/']) {
  test(`a reading view of /${path} has every card, row and paragraph, and the right author`, () => {
    const { view, lost } = read(path);
    assert.equal(view.byline, 'Chuhai');
    assert.equal(view.lang, 'en-GB');
    assert.equal(view.siteName, 'Chuhai');
    assert.deepEqual(lost, []);
  });
}
