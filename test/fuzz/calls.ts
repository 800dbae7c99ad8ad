import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { EDITS, edited, editedText, TEXT_EDITS } from '../properties/broken.ts';

/** A call of the tool: its arguments, what stands on stdin or in the folder, and the environment. */
export interface Call {
  readonly argv: readonly string[];
  readonly stdin: Uint8Array;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly env: Readonly<Record<string, string>>;
}

const FIXTURES = join(import.meta.dirname, '../../fixtures');

function objectsOf(text: string): JsonObject[] {
  return parseAllDocuments(text).map((document) => document.toJS() as JsonObject);
}

/** Requests that are quick to profile, with overrides, planners and routing among them. */
const REQUESTS: readonly JsonObject[] = [
  ...readdirSync(join(FIXTURES, 'requests')).map((name) => `requests/${name}`),
  ...['planner-rapid', 'planner-mocker', 'tolerations', 'qwen3-32b-pvc', 'both-loads'].map(
    (name) => `goldens/${name}/dgdr.yaml`,
  ),
].flatMap((file) => objectsOf(readFileSync(join(FIXTURES, file), 'utf8')));

const GRAPHS: readonly JsonObject[] = ['planner-rapid', 'qwen3-32b-kv-disagg'].flatMap((name) =>
  objectsOf(readFileSync(join(FIXTURES, 'goldens', name, 'dgd.yaml'), 'utf8')),
);

const CONFIG: JsonObject = {
  apiVersion: 'dgdr-render.dev/v1alpha1',
  kind: 'RenderDGDR',
  metadata: { name: 'render' },
  spec: {
    hardware: { gpuSku: 'l40s', totalGpus: 4, numGpusPerNode: 4, vramMb: 46_068 },
    image: 'registry.example.com/dynamo-planner:1.5.0',
    imageMirrors: [{ source: 'nvcr.io/nvidia', mirror: 'registry.example.com' }],
    routing: { mode: 'kv', kvEvents: 'exact' },
    ...{ strict: false, frozen: false, target: '1.5', keepRequests: true, fluxSubstitute: 'disabled' },
  },
};
const PAIRS: JsonObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'render' },
  data: { 'hardware.totalGpus': '4', strict: 'false', target: '1.4', 'routing.mode': 'kv' },
};
const PARAMETERS: JsonObject = {
  list: [
    { name: 'router-mode', string: 'kv' },
    { name: 'strict', string: 'false' },
    { name: 'model-config', map: { 'a/b': 'models/config.json' } },
  ],
};

/** Values that end lines, move cursors, open other trees, or stand for numbers that there are not. */
const STRANGE_TEXTS = ['\u001b[2J', '::error::x', '../../etc/passwd', '/etc/passwd', '.inf', '9'.repeat(400), '!!js x'];

const object = (values: readonly JsonObject[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(fc.constantFrom(...values), fc.oneof({ weight: 5, arbitrary: EDITS }, fc.constant([])))
    .map(([value, edits]) => edited(value, edits));

/** Text that was an object: sound, with broken syntax, with words that nobody expects, or with bytes that are no text. */
function bytes(text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  const broken = fc.tuple(text, TEXT_EDITS).map(([sound, edits]) => editedText(sound, edits));
  const strange = fc.tuple(text, fc.nat(), fc.constantFrom(...STRANGE_TEXTS)).map(([sound, at, word]) => {
    const ends = [...sound.matchAll(/: \S+$/gm)];
    const end = ends[at % Math.max(1, ends.length)];
    return end === undefined
      ? sound
      : `${sound.slice(0, end.index)}: ${JSON.stringify(word)}${sound.slice(end.index + end[0].length)}`;
  });
  const written = fc.oneof({ weight: 4, arbitrary: text }, { weight: 2, arbitrary: broken }, strange);
  const flipped = fc.tuple(written, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }));
  return flipped.map(([sound, flips]) => {
    const buffer = Buffer.from(sound);
    for (const [at, byte] of flips) if (buffer.length > 0) buffer[at % buffer.length] = byte;
    return buffer;
  });
}

const yaml = (values: readonly JsonObject[]): fc.Arbitrary<string> =>
  fc.tuple(object(values), fc.boolean()).map(([value, isJson]) => {
    return isJson ? JSON.stringify(value) : stringify(value, { aliasDuplicateObjects: false });
  });
const stream = (values: readonly JsonObject[]): fc.Arbitrary<string> =>
  fc.array(yaml(values), { minLength: 1, maxLength: 3 }).map((texts) => texts.join('\n---\n'));

const NONE = { stdin: new Uint8Array(), files: {}, env: {} } as const;
const OPTIONS: readonly (readonly string[])[] = [
  [],
  ['--strict'],
  ['--frozen'],
  ['--router-mode', 'kv'],
  ['--target', '1.5'],
  ['--target', '1.6', '--report', 'json'],
  ['--report', 'sarif'],
  ['--report', 'github', '--image-mirror', 'nvcr.io=registry.example.com'],
];

const RENDERED: fc.Arbitrary<Call> = fc
  .tuple(fc.constantFrom('render', 'check'), bytes(stream(REQUESTS)), fc.constantFrom(...OPTIONS))
  .map(([command, q, options]) => ({ ...NONE, argv: [command, ...options], files: { 'q.yaml': q } }));
const PIPED: fc.Arbitrary<Call> = fc
  .tuple(fc.constantFrom('render', 'check'), bytes(stream([...REQUESTS, ...GRAPHS])))
  .map(([command, stdin]) => ({ ...NONE, argv: [command, '-'], stdin }));
const FUNCTION: fc.Arbitrary<Call> = bytes(
  fc
    .record({
      functionConfig: fc.option(object([CONFIG, PAIRS, ...REQUESTS]), { nil: undefined }),
      items: fc.array(object([...REQUESTS, ...GRAPHS]), { maxLength: 3 }),
    })
    .map((list) => stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', ...list })),
).map((stdin) => ({ ...NONE, argv: ['function'], stdin }));
const ARGOCD: fc.Arbitrary<Call> = fc
  .tuple(bytes(stream([...REQUESTS, ...GRAPHS])), object([PARAMETERS]))
  .map(([q, parameters]) => ({
    ...NONE,
    argv: ['argocd', 'generate'],
    files: { 'q.yaml': q },
    env: { ARGOCD_APP_PARAMETERS: JSON.stringify(parameters.list ?? parameters) },
  }));

/** Calls with a lock, which `lock` writes for the request as it is. */
export function lockedCalls(locks: readonly JsonObject[]): fc.Arbitrary<Call> {
  return fc
    .tuple(fc.constantFrom('render', 'lock'), object(REQUESTS.slice(0, 3)), bytes(yaml(locks)))
    .map(([command, request, lock]) => {
      return { ...NONE, argv: [command], files: { 'q.yaml': stringify(request), 'dgdr.lock.yaml': lock } };
    });
}

/** Requests that a lock can be made of. */
export const LOCKABLE: readonly string[] = REQUESTS.slice(0, 3).map((request) => stringify(request));

/** Calls of every command that reads what others wrote. */
export const CALLS: fc.Arbitrary<Call> = fc.oneof(RENDERED, PIPED, FUNCTION, ARGOCD);
