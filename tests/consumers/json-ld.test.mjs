// JSON-LD: extracted by open-graph-scraper, expanded by jsonld, and checked against schema.org's vocabulary with the
// types of schema-dts.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addresses, answers, file, load, packages, site, text } from './site.mjs';

const scrape = load('open-graph-scraper');
const jsonld = load('jsonld');

const found = await Promise.all(addresses.map(async (address) => {
  const { result } = await scrape({ html: text(file(address)) });
  return { address, blocks: result.jsonLD ?? [] };
}));
const graphs = found.flatMap(({ blocks }) => blocks);
const types = (graph) => graph['@graph'].map((node) => node['@type']);

test('every page has one block, of the kinds that it should have', () => {
  for (const { address, blocks } of found) {
    assert.equal(blocks.length, 1, address);
    const has = types(blocks[0]);
    const expected = address === site ? ['Article', 'Dataset', 'Organization']
      : address === `${site}facts/` ? ['Dataset', 'BreadcrumbList']
      : address.startsWith(`${site}s/`) ? ['BreadcrumbList'] : ['Claim', 'BreadcrumbList'];
    assert.ok(expected.every((type) => has.includes(type)), `${address}: ${has}`);
  }
});

test('no type or property is unknown to schema.org', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chuhai-'));
  const source = join(folder, 'graphs.ts');
  const types = JSON.stringify(join(packages, 'schema-dts'));
  writeFileSync(source, `import type { Graph } from ${types};\n`
    + graphs.map((graph, at) => `export const graph${at}: Graph = ${JSON.stringify(graph)};\n`).join(''));
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--moduleResolution', 'bundler',
    '--module', 'esnext'];
  const { stdout, status } = spawnSync(process.execPath, [join(packages, 'typescript/bin/tsc'), ...options, source]);
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, String(stdout).slice(0, 2000));
});

test('nothing is lost in expansion, and every address of the site answers', async () => {
  const document = { '@context': { '@vocab': 'https://schema.org/' } };
  const documentLoader = async (url) => ({ documentUrl: url, contextUrl: null, document });
  for (const graph of graphs) {
    const expanded = await jsonld.expand(graph, { documentLoader, safe: true });
    assert.ok(expanded.length >= graph['@graph'].length);
    for (const [address] of JSON.stringify(graph).matchAll(/https?:[^"\\]+/g)) {
      const own = address.startsWith(site);
      assert.ok(!own || answers(address), address);
    }
  }
});
