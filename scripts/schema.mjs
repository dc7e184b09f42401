// Writes media/schema/*.schema.json from the schemas that check the store at run time: node scripts/schema.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as esbuild from 'esbuild';
import { cslDescriptions, descriptions } from './schemaDescriptions.mjs';

const folder = 'media/schema';
const kinds = {
  article: ['articleFileSchema', 'Annotations of one article: .sourcemark/articles/<path of the article>.yaml'],
  sources: ['sourcesFileSchema', 'Cited works by id: .sourcemark/sources/**/*.yaml'],
  entities: ['entitiesFileSchema', 'People, organizations, products and places by id: .sourcemark/entities/**/*.yaml'],
  config: ['configSchema', 'What a team shares: .sourcemark/config.yaml'],
};

const { outputFiles } = await esbuild.build({
  entryPoints: ['src/core/model/schema.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
});
const schemas = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** JSON Schema reads every pattern with the `u` flag, which is the only one used. */
const options = {
  typeMode: 'input',
  overrideAction: ({ valibotAction, jsonSchema }) =>
    valibotAction.type === 'regex' && valibotAction.requirement.flags === 'u'
      ? { ...jsonSchema, pattern: valibotAction.requirement.source }
      : undefined,
};

const unused = new Set([...Object.values(descriptions), ...Object.values(cslDescriptions)]);

/** Gives every key a description, from the schema's outside in; one that has none is a mistake of ours. */
function describe(schema, kind, path) {
  for (const [key, property] of Object.entries(schema.properties ?? {})) describeAs(property, kind, [...path, key]);
  if (typeof schema.additionalProperties === 'object') describeAs(schema.additionalProperties, kind, [...path, '*']);
  if (schema.items) describeAs(schema.items, kind, [...path, '[]']);
  return schema;
}

function describeAs(schema, kind, path) {
  const known = find(kind, path);
  const isPlain = Object.keys(schema.properties ?? {}).length === 0 && !schema.additionalProperties && !schema.items;
  // An item that is a text, and a value under a free name, say no more than the list or the mapping does.
  if (known === undefined && !(isPlain && /^(?:\[\]|\*)$/.test(path.at(-1))))
    throw new Error(`scripts/schemaDescriptions.mjs says nothing about ${path.join('.')} of ${kind}.`);
  describe(schema, kind, path);
  if (known !== undefined) schema.description = known;
}

/** The longest path that is known; that of one kind of file, and of a work's own keys, before that of any. */
function find(kind, path) {
  for (let from = 0; from < path.length; from++) {
    const name = path.slice(from).join('.');
    const isOfWork = kind === 'sources' && path.length === 2;
    const known = [
      ...(from === 0 ? [[descriptions, `${kind}:${name}`]] : []),
      ...(isOfWork ? [[cslDescriptions, name]] : []),
      [descriptions, name],
    ].find(([table, key]) => Object.hasOwn(table, key));
    if (!known) continue;
    const [table, key] = known;
    unused.delete(table[key]);
    return table[key];
  }
  return undefined;
}

const stale = [];
mkdirSync(folder, { recursive: true });
for (const [kind, [name, description]] of Object.entries(kinds)) {
  const file = path.join(folder, `${kind}.schema.json`);
  const described = describe(toJsonSchema(schemas[name], options), kind, []);
  const schema = { ...described, title: `Sourcemark ${kind}`, description };
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (readOrEmpty(file) === text) continue;
  if (process.argv.includes('--check')) stale.push(file);
  else writeFileSync(file, text);
}
if (unused.size > 0) throw new Error(`No key is described by: ${[...unused].join(' ')}`);
if (stale.length > 0) {
  console.error(`${stale.join(', ')} is not what the schemas say. Run: npm run schema`);
  process.exit(1);
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
