import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../src/json.ts';
import { hashOf } from '../src/perfdb/index-file.ts';
import { formatOf, QUANT_FORMATS } from './catalogue/quant-formats.ts';

/**
 * Makes `catalogue/` from a collection of facts about models: `configs.json`, `aliases.json` and `aliases-longtail.json` of
 * the folder that is the first argument. What a release needs is taken over, without the sources of each fact, which the
 * collection keeps.
 */
interface Described {
  readonly config: JsonObject;
  readonly parameters: { readonly published: number };
}

interface Alias {
  readonly like: string;
  readonly differs: JsonObject & { readonly quantization?: Readonly<Record<string, string>> | null };
  readonly evidence: { readonly published?: number | null };
  readonly confidence: string;
}

/** What is taken at its word; every other confidence makes a hint. */
const TRUSTED = ['two-sources', 'one-source+total', 'total'];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('a folder with configs.json and aliases.json was expected');
const read = <T>(file: string): Readonly<Record<string, T>> => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const configs = sorted(Object.entries(read<Described>('configs.json')));
const aliases = sorted([
  ...Object.entries(read<Alias>('aliases.json')),
  ...Object.entries(read<Alias>('aliases-longtail.json')),
]);
const [trusted, likely] = [true, false].map((isTrusted) =>
  aliases.filter(([, { confidence }]) => TRUSTED.includes(confidence) === isTrusted),
);

const sections = {
  formats: sorted(Object.entries(QUANT_FORMATS)),
  configs: configs.map(([id, { config, parameters }]) => [id, { parameters: parameters.published, config }] as const),
  aliases: (trusted ?? []).map(([id, alias]) => [id, toEntry(id, alias)] as const),
  likely: (likely ?? []).map(([id, { like }]) => [id, like] as const),
};

function toEntry(id: string, { like, differs, evidence }: Alias): object {
  const { quantization, ...set } = differs;
  const format = quantization === undefined ? undefined : quantization === null ? 'none' : formatOf(id, quantization);
  const isByName = quantization?.method?.includes('name only') === true;
  return {
    like,
    ...(format !== undefined && { format }),
    ...(isByName && { isByName }),
    ...(Object.keys(set).length > 0 && { set }),
    ...(typeof evidence.published === 'number' && { parameters: evidence.published }),
  };
}

function sorted<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** An entry a line, so that a change of one shows as one. */
function print(all: Readonly<Record<string, readonly (readonly [string, unknown])[]>>): string {
  const parts = Object.entries(all).map(([name, entries]) => {
    const lines = entries.map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`);
    return `${JSON.stringify(name)}:{\n${lines.join(',\n')}\n}`;
  });
  return `{${parts.join(',\n')}}\n`;
}

const text = print(sections);
mkdirSync('catalogue', { recursive: true });
writeFileSync('catalogue/models.json', text);
writeFileSync(
  'catalogue/index.json',
  `${JSON.stringify({ format: 1, files: { 'models.json': hashOf(Buffer.from(text)) } })}\n`,
);
