// Reading views, by the library of Firefox's own: who wrote it, what it is called, and that nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, file, load, site, text } from './site.mjs';

const { Readability } = load('@mozilla/readability');
const { parseHTML } = load('linkedom');

/** Without white space, which reading views take out between elements. */
const words = (text) => text.replace(/\s+/g, '');

/** A page, and what a reading view makes of it. */
const read = (path) => {
  const { document } = parseHTML(text(file(`${site}${path}`)));
  const all = (selector) => [...document.querySelectorAll(selector)].map(({ textContent }) => words(textContent));
  const [titles, rows] = [all('.fact-title, .glossary dt'), all('#facts tbody th, .plot > :is(h2, h3)')];
  const paragraphs = all(':is(.passage, .later-events) > p, .fact-body > p:not(.fact-actions), .glossary dt + dd');
  const view = new Readability(document).parse();
  const shown = words(`${view.title} ${view.textContent}`);
  const lost = (texts) => texts.filter((text) => !shown.includes(text));
  const texts = [...titles, ...rows, ...paragraphs];
  return { view, texts, lost: lost(texts) };
};

const { language } = JSON.parse(text('facts.json'));
const [{ author: [{ literal: author }] }] = JSON.parse(text('cite.json'));
const paths = addresses.map((address) => address.slice(site.length));
const facts = paths.filter((path) => path.startsWith('f/'));
// Pages of facts are alike: one in twenty.
const some = facts.filter((_, at) => at % 20 === 0);

for (const path of [...paths.filter((path) => !facts.includes(path)), ...some]) {
  test(`a reading view of /${path} has every card, row, paragraph and definition, and the right author`, () => {
    const { view, texts, lost } = read(path);
    assert.ok(texts.length > 0, 'nothing to read');
    assert.equal(view.byline, author);
    assert.equal(view.lang, language);
    assert.equal(view.siteName, author);
    assert.deepEqual(lost, []);
  });
}
