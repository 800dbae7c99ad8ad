import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeComparisonSchema } from './schemas/comparison.ts';
import { makeDgdOpenapi } from './schemas/dgd-openapi.ts';
import { makeDiffSchema } from './schemas/diff-output.ts';
import { makeConfigSchema, makeFunctionDefinition, makeProjectSchema, makeRequestSchema } from './schemas/editor.ts';
import { printJson } from './schemas/print-json.ts';
import { makeProfileSchema } from './schemas/profile-output.ts';

/**
 * Writes the schemas that ship for other tools, each made from what this tool itself checks with. `--check` names the files
 * that differ, and fails.
 */
const FILES: Readonly<Record<string, () => object>> = {
  'plugin/kustomize/dgd-openapi.json': makeDgdOpenapi,
  'plugin/schemas/comparison.schema.json': makeComparisonSchema,
  'plugin/schemas/diff.schema.json': makeDiffSchema,
  'plugin/schemas/dgdr-render.schema.json': makeProjectSchema,
  'plugin/schemas/dgdr.schema.json': makeRequestSchema,
  'plugin/schemas/function-definition.json': makeFunctionDefinition,
  'plugin/schemas/profile.schema.json': makeProfileSchema,
  'plugin/schemas/render-dgdr.schema.json': makeConfigSchema,
};

const texts = Object.entries(FILES).map(([file, make]) => [file, printJson(make())] as const);
const stale = texts.filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what the schemas of src/ say`);
  if (stale.length > 0) console.error('  hint: npm run schemas');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(file, text);
}
