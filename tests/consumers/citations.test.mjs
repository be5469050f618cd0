// Every citation, read by third-party parsers: the formats agree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, file, load, text } from './site.mjs';

const { plugins } = load('@citation-js/core');
load('@citation-js/plugin-bibtex');
load('@citation-js/plugin-ris');

const read = (address, ending, kind) => {
  const items = plugins.input.chain(text(file(`${address}cite.${ending}`)), { forceType: kind, generateGraph: false });
  assert.equal(items.length, 1, `${address}cite.${ending}`);
  return items[0];
};
const { facts } = JSON.parse(text('facts.json'));
const author = ({ literal, family, given }) => literal ?? [given, family].filter(Boolean).join(' ');
const stated = (item) => [item.title, item.URL, item.issued['date-parts'][0][0], item.author.map(author).join()];
const day = (item) => item.issued['date-parts'][0];

test('every page is cited in four formats that say the same', () => {
  assert.ok(addresses.length > facts.length, 'few pages');
  for (const address of addresses) {
    const csl = read(address, 'json', '@else/json');
    assert.equal(csl.URL, address);
    // BibTeX has no day, which biber reads.
    for (const [kind, parts] of [['@bibtex/text', 2], ['@biblatex/text', 3]]) {
      const bib = read(address, 'bib', kind);
      const expected = [...stated(csl), ...day(csl).slice(0, parts)];
      assert.deepEqual([...stated(bib), ...day(bib)], expected, `${address}cite.bib as ${kind}`);
    }
    assert.deepEqual(stated(read(address, 'ris', '@ris/file')), stated(csl), `${address}cite.ris`);
    const plain = text(file(`${address}cite.txt`));
    for (const words of stated(csl)) assert.ok(plain.includes(String(words)), `${address}cite.txt lacks ${words}`);
  }
});

test('no two pages share a citation', () => {
  const ids = addresses.map((address) => read(address, 'json', '@else/json').id);
  assert.equal(new Set(ids).size, ids.length);
});
