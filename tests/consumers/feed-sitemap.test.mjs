// Sitemap and feed, read by third-party parsers.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { addresses, answers, load, site, text } from './site.mjs';

const { XMLValidator } = load('fast-xml-parser');
const { parseSitemap } = load('sitemap');
const { parseAtomFeed } = load('feedsmith');

test('sitemap and feed are well-formed XML', () => {
  for (const name of ['sitemap.xml', 'feed.xml']) assert.equal(XMLValidator.validate(text(name)), true, name);
});

test('the sitemap has every page once, and each answers', async () => {
  const pages = await parseSitemap(Readable.from([text('sitemap.xml')]));
  assert.deepEqual(pages.map(({ url }) => url), addresses);
  assert.equal(new Set(addresses).size, addresses.length);
  assert.deepEqual(addresses.filter((address) => !answers(address)), []);
});

test('the feed has every fact once, dated, and each answers', () => {
  const feed = parseAtomFeed(text('feed.xml'));
  assert.ok(feed.title && feed.id === site && feed.authors[0].name, 'the head of the feed');
  assert.deepEqual(feed.links.map(({ rel, href }) => [rel, href]), [['self', `${site}feed.xml`], ['alternate', site]]);
  const ids = feed.entries.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual([...ids].sort(), addresses.filter((address) => address.startsWith(`${site}f/`)).sort());
  const dates = feed.entries.map(({ updated }) => Date.parse(updated));
  assert.ok(dates.every((date) => date <= Date.parse(feed.updated)), 'a date after that of the feed');
  for (const { id, title, summary, links } of feed.entries) {
    assert.ok(title && summary && links[0].href === id && answers(id), id);
  }
});
