// Writes media/schema/*.schema.json from the schemas that check the store at run time: node scripts/schema.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as esbuild from 'esbuild';

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

const stale = [];
mkdirSync(folder, { recursive: true });
for (const [kind, [name, description]] of Object.entries(kinds)) {
  const file = path.join(folder, `${kind}.schema.json`);
  const schema = { ...toJsonSchema(schemas[name], options), title: `Sourcemark ${kind}`, description };
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (readOrEmpty(file) === text) continue;
  if (process.argv.includes('--check')) stale.push(file);
  else writeFileSync(file, text);
}
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
