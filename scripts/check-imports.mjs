/**
 * The street of docs/architecture.md as a rule: which rooms of src/ a room may import from, types included.
 * Prints every import that breaks it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), '../src');
const BASE = ['errors', 'group-by', 'json', 'releases', 'serving', 'version'];

/** Room to the rooms it may import from, itself aside. A room is a folder of src/, or a file beside the folders. */
const MAY_IMPORT = {
  errors: [],
  'group-by': [],
  json: [],
  releases: ['serving'],
  serving: [],
  version: [],
  krm: BASE,
  dgd: BASE,
  request: [...BASE, 'krm'],
  models: BASE,
  perfdb: BASE,
  engine: [...BASE, 'models', 'perfdb'],
  pick: [...BASE, 'models', 'perfdb', 'engine'],
  profile: [...BASE, 'request', 'models', 'perfdb', 'engine', 'pick'],
  graph: [...BASE, 'dgd', 'request', 'profile'],
  merge: [...BASE, 'dgd', 'request', 'profile', 'graph'],
  lock: [...BASE, 'dgd', 'krm', 'request', 'profile'],
  render: [...BASE, 'dgd', 'krm', 'request', 'perfdb', 'profile', 'graph', 'merge', 'lock'],
  cluster: BASE,
  commands: [...BASE, 'cluster', 'krm', 'request', 'perfdb', 'profile', 'lock', 'render'],
  cli: [...BASE, 'krm', 'commands'],
  bin: ['cli', 'commands'],
};

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

function roomOf(path) {
  return relative(SRC, path).split('/')[0].replace(/\.ts$/, '');
}

function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => ({
    target: resolve(dirname(file), match[1]),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

function offenceOf(file, { target, line }) {
  const from = roomOf(file);
  const to = roomOf(target);
  const allowed = MAY_IMPORT[from];
  const place = `src/${relative(SRC, file)}:${line}`;
  if (allowed === undefined) return `${place}: the room ${from} has no row in scripts/check-imports.mjs`;
  if (from === to || allowed.includes(to)) return undefined;
  return `${place}: ${from} must not import ${to} (${relative(SRC, target)})`;
}

const files = readdirSync(SRC, { recursive: true }).filter((name) => name.endsWith('.ts'));
const offences = files
  .map((name) => join(SRC, name))
  .flatMap((file) => importsOf(file).map((found) => offenceOf(file, found)))
  .filter((offence) => offence !== undefined);
if (offences.length > 0) {
  console.error(`${offences.sort().join('\n')}\n${offences.length} imports point up the street`);
  process.exitCode = 1;
}
