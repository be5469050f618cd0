// The facts as data: JSON validated by ajv, CSV parsed by csv-parse, and both compared.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, answers, file, load, site, text } from './site.mjs';

const Ajv = load('ajv/dist/2020');
const formats = load('ajv-formats');
const { parse } = load('csv-parse/sync');

const schema = JSON.parse(text('facts.schema.json'));
const { facts } = JSON.parse(text('facts.json'));
// Strict but for what 2020-12 allows: a field that is a text or null.
const ajv = formats(new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }));
ajv.addSchema(schema);

const keeps = (name, data) => {
  const valid = ajv.getSchema(name);
  assert.ok(valid(data), JSON.stringify(valid.errors?.slice(0, 3)));
};

test('all facts keep the schema that they name', () => {
  const all = JSON.parse(text('facts.json'));
  assert.equal(all.$schema, schema.$id);
  assert.ok(answers(all.$schema));
  keeps(schema.$id, all);
});

test('the schema refuses a figure with both one number and two', () => {
  const fact = structuredClone(facts.find(({ figure }) => figure));
  Object.assign(fact.figure, { value: 1, from: 1, to: 2 });
  assert.equal(ajv.getSchema(`${schema.$id}#/$defs/fact`)(fact), false);
});

test('each fact is a file of its own, the same as among all, and its addresses answer', () => {
  for (const fact of facts) {
    const one = JSON.parse(text(`${file(fact.address).replace('index.html', 'fact.json')}`));
    keeps(one.$schema, one);
    assert.deepEqual(one, { $schema: `${schema.$id}#/$defs/fact`, ...fact });
    assert.ok(addresses.includes(fact.address), fact.address);
    assert.ok(answers(fact.section.address) && answers(fact.in_story), fact.id);
    assert.ok(answers(fact.picture), fact.picture);
  }
  assert.equal(facts.length, addresses.filter((address) => address.startsWith(`${site}f/`)).length);
});

test('the table holds the same facts as the JSON', () => {
  const bytes = text('facts.csv');
  const rows = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
  const list = (values) => values.join(' | ');
  const expected = facts.map((fact) => ({
    ...Object.fromEntries(['id', 'address', 'title', 'kind', 'date', 'precision', 'when', 'claim', 'picture']
      .map((name) => [name, fact[name]])),
    section: fact.section.id,
    section_title: fact.section.title,
    region: fact.section.region,
    card: String(fact.card),
    figure: fact.figure?.text ?? '',
    ...Object.fromEntries(['value', 'from', 'to', 'unit', 'measure', 'currency', 'qualifier', 'stated_by', 'derived']
      .map((name) => [name, String(fact.figure?.[name] ?? '')])),
    entities: list(fact.entities.map(({ name }) => name)),
    entity_ids: list(fact.entities.map(({ id }) => id)),
    entity_scripts: list(fact.entities.map(({ scripts }) =>
      Object.entries(scripts).map(([language, name]) => `${language}: ${name}`).join('; '))),
    ...Object.fromEntries(['stands_on', 'date_from', 'date_to', 'era', 'why', 'adds', 'context', 'yardstick', 'article']
      .map((name) => [name, fact[name] ?? ''])),
    notes: list(fact.notes),
    verdict: fact.verdict?.word ?? '',
    verdict_label: fact.verdict?.label ?? '',
    reference_ids: list(fact.references.map(({ id }) => id)),
    references: list(fact.references.map(({ title }) => title)),
    record_ids: list(fact.records.map(({ id }) => id)),
    records: list(fact.records.map(({ title, outlet }) => `${title}, ${outlet}`)),
    record_urls: list(fact.records.map(({ urls }) => urls.join(' '))),
    licence: fact.licence.address,
  }));
  assert.deepEqual(rows, expected);
});
