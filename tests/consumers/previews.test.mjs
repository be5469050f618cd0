// Link previews: Open Graph and X cards, read by open-graph-scraper.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addresses, answers, file, load, text } from './site.mjs';

const scrape = load('open-graph-scraper');
// Slack reads no further into a page.
const READ = 32 * 1024;

const owners = new Map();
const own = (address, what, value) => {
  const other = owners.get(`${what} ${value}`);
  assert.equal(other, undefined, `${address} shares its ${what} with ${other}: ${value}`);
  owners.set(`${what} ${value}`, address);
};

test('every page of the sitemap has a preview of its own in the first bytes of its head', async () => {
  const { facts } = JSON.parse(text('facts.json'));
  assert.ok(addresses.length > facts.length, `only ${addresses.length} pages`);
  for (const address of addresses) {
    const html = Buffer.from(text(file(address))).subarray(0, READ).toString();
    const { result } = await scrape({ html });
    const [image] = result.ogImage ?? [];
    const [card] = result.twitterImage ?? [];
    assert.equal(result.ogUrl, address);
    assert.ok(result.ogType && result.ogSiteName && result.ogLocale?.includes('_'), address);
    own(address, 'title', result.ogTitle);
    own(address, 'description', result.ogDescription);
    own(address, 'image', image.url);
    own(address, 'words of the image', image.alt);
    assert.ok(image.alt.length <= 420, address);
    assert.deepEqual([image.width, image.height, image.type], ['1200', '630', 'image/png'], address);
    assert.ok(answers(image.url), `${address}: no ${image.url}`);
    assert.equal(result.twitterCard, 'summary_large_image');
    assert.deepEqual([card.url, card.alt], [image.url, image.alt], address);
    assert.deepEqual([result.twitterTitle, result.twitterDescription], [result.ogTitle, result.ogDescription], address);
    assert.match(html, new RegExp(`<link rel="canonical" href="${RegExp.escape?.(address) ?? address}">`));
  }
});

test('a page that is not in the sitemap asks not to be listed', () => {
  const listed = new Set(addresses.map(file));
  const all = readdirSync(process.env.DIST, { recursive: true }).filter((name) => name.endsWith('.html'));
  const unlisted = all.filter((name) => !listed.has(name.split('\\').join('/')));
  assert.ok(unlisted.includes('404.html'));
  for (const name of unlisted) {
    assert.match(text(name), /<meta name="robots" content="noindex/, join(name));
  }
});
