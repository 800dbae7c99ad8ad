import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { parseParameters } from '../../src/commands/argocd/parameters.ts';
import { readSets } from '../../src/compare/set.ts';
import { resourcesOf as combinedResources, variantsOf } from '../../src/compare/variants.ts';
import { RenderError, RenderErrors } from '../../src/errors.ts';
import { newBudget } from '../../src/files/budget.ts';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';
import { emitResourceList } from '../../src/krm/emit-resource-list.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { decodeUtf8, parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { itemsBesidesConfig, type ListItem, parseResourceList, readItems } from '../../src/krm/resource-list.ts';
import { joinStream, splitStream } from '../../src/krm/split-stream.ts';
import { emitLock, isLock, parseLock } from '../../src/lock/lock-file.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { isGraph } from '../../src/outputs/graph.ts';
import { type ColumnType, decodeColumns, ENCODING, TAG_BYTES } from '../../src/perfdb/codec.ts';
import { headerJson, parseHeader } from '../../src/perfdb/header.ts';
import { checkBuilt } from '../../src/render/built/built.ts';
import { graphWorkloads } from '../../src/render/graph-workloads.ts';
import { parseFunctionConfig } from '../../src/request/function-config.ts';
import { isRequest, parseRequest } from '../../src/request/parse-request.ts';
import { WORKLOAD_DEFAULTS } from '../../src/request/workload-options.ts';
import { CELLS, recordedSpec } from '../properties/cells.ts';
import { bytesOf, renderText } from '../properties/street.ts';

/** What reads what others wrote. */
export interface Target {
  /** Inputs to start from: sound ones, and those of the corpus are added. */
  readonly seeds: () => readonly Uint8Array[];
  /** @throws what is wrong with the answer; errors with a code are right ones. */
  readonly run: (input: Uint8Array) => void;
  /** Of all runs that are asked for, the share of this one: what is quick gets more. */
  readonly share: number;
}

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const FILE = 'q.yaml';
const GOLDENS = [
  'planner-rapid',
  'planner-mocker',
  'tolerations',
  'qwen3-32b-pvc',
  'both-loads',
  'deepseek-r1-overrides',
];

function filesOf(folder: string, pattern: RegExp): Uint8Array[] {
  const files = readdirSync(new URL(folder, FIXTURES), { withFileTypes: true });
  return files
    .filter((file) => file.isFile() && pattern.test(file.name))
    .map(({ name }) => readFileSync(new URL(`${folder}/${name}`, FIXTURES)));
}

/** Recorded graphs of one node and several, and one that is refused. */
const OPERATOR = ['mocker-disagg', 'overrides', 'pvc-create', 'planner', 'vllm-multinode-dp', 'sglang-multinode'];

const bytes = (text: string): Uint8Array => Buffer.from(text);
const write = (value: Json): Uint8Array => bytes(stringify(value, { aliasDuplicateObjects: false }));
const requestSeeds = (): Uint8Array[] => [
  ...filesOf('requests', /\.yaml$/),
  ...GOLDENS.flatMap((name) => filesOf(`goldens/${name}`, /^dgdr\.yaml$/)),
];

/** A text as every reader takes it; bytes that are none have their code. */
function resourcesOf(input: Uint8Array): readonly Resource[] {
  return parseStream(decodeUtf8(input, FILE, newBudget()), { file: FILE }).flatMap(({ resource }) => resource ?? []);
}

function expectSame(what: string, got: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(got, expected)) throw new Error(`${what}: ${JSON.stringify(got)?.slice(0, 300)}`);
}

/** Numbers without a place in JSON are read from YAML; NaN is not itself, and -0 is 0 everywhere else. */
function isPlain(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain);
}

function expectReadBack(object: JsonObject): void {
  if (!isPlain(object)) return;
  const [again] = parseStream(emitYaml(object), { file: FILE });
  expectSame('is read back as something else', again?.resource?.object, object);
}

function readYaml(input: Uint8Array): void {
  const text = decodeUtf8(input, FILE, newBudget());
  expectSame('is not joined to what was split', joinStream(splitStream(text)), text);
  for (const { object } of resourcesOf(input)) expectReadBack(object);
}

/** Graphs that somebody wrote, as `workloads` takes them: objects that are read back, or findings. */
function readGraphs(input: Uint8Array): void {
  const graphs = resourcesOf(input).filter(({ object }) => isGraph(object));
  const terms = { options: { ...WORKLOAD_DEFAULTS, namespace: 'team' }, imageMirrors: [], isStrict: false };
  const { workloads, findings } = graphWorkloads(graphs, () => terms);
  if (findings.some(({ severity }) => severity === 'error')) return;
  for (const { objects } of workloads) for (const object of objects) expectReadBack(object);
}

function readRequests(input: Uint8Array): void {
  for (const resource of resourcesOf(input)) {
    if (isRequest(resource.object)) parseRequest(resource, {}, () => {});
  }
}

/** Cells of the releases whose graphs take different ways to the end. */
const MERGED = CELLS.filter(({ target }, i) => i % 7 === 0 && [3, 5, 6].includes(target.minor));

function mergeSeeds(): Uint8Array[] {
  const overridden = requestSeeds().filter((one) => Buffer.from(one).includes('overrides'));
  const made = MERGED.slice(0, 12).map((cell) =>
    write({
      apiVersion: 'nvidia.com/v1beta1',
      kind: 'DynamoGraphDeploymentRequest',
      metadata: { name: 'q', annotations: { 'dgdr-render.dev/router-mode': 'kv' } },
      spec: {
        ...recordedSpec(cell),
        overrides: {
          dgd: {
            apiVersion: `nvidia.com/${cell.overrideVersion}`,
            kind: 'DynamoGraphDeployment',
            metadata: { name: 'own', labels: { team: 'a' } },
            spec: {
              services: {
                Frontend: {
                  replicas: 2,
                  envs: [{ name: 'A', value: '1' }],
                  extraPodSpec: { mainContainer: { args: ['--x', '1'] } },
                },
              },
              components: [
                {
                  name: 'Frontend',
                  replicas: 2,
                  podTemplate: { spec: { containers: [{ name: 'main', args: ['--x'] }] } },
                },
              ],
              envs: [{ name: 'B', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }],
            },
          },
        },
      },
    }),
  );
  return [...overridden, ...made];
}

/** The length chooses the cell. */
function mergeRequests(input: Uint8Array): void {
  const cell = MERGED[input.length % MERGED.length]!;
  const text = decodeUtf8(input, FILE, newBudget());
  const report = renderText(cell, text);
  const written = bytesOf(report);
  if (written === '') return;
  const objects = report.graphs.flatMap(({ documents }) => documents);
  const again = resourcesOf(bytes(written)).map(({ object }) => object);
  if (objects.every(isPlain)) expectSame('is written as something else', again, objects);
}

const CONFIG: JsonObject = {
  apiVersion: 'dgdr-render.dev/v1alpha1',
  kind: 'RenderDGDR',
  metadata: { name: 'render' },
  spec: {
    requests: ['a.yaml', 'b/*.yaml'],
    hardware: { gpuSku: 'l40s', totalGpus: 4, numGpusPerNode: 4, vramMb: 46_068 },
    image: 'registry.example.com/dynamo-planner:1.5.0',
    imageMirrors: [{ source: 'nvcr.io/nvidia', mirror: 'registry.example.com' }],
    routing: { mode: 'kv', kvEvents: 'exact' },
    models: [{ id: 'a/b', config: 'models/config.json' }],
    ...{ strict: false, frozen: false, target: '1.5', keepRequests: true, fluxSubstitute: 'disabled', compat: 'ours' },
  },
};
const PAIRS: JsonObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'render' },
  data: { 'hardware.totalGpus': '4', strict: 'false', target: '1.4', 'routing.mode': 'kv', 'hardware.gpuSku': 'l40s' },
};

function readLocks(input: Uint8Array): void {
  for (const resource of resourcesOf(input)) {
    if (!isLock(resource.object)) continue;
    const { entries } = parseLock(resource);
    const [again] = resourcesOf(bytes(emitLock(entries)));
    if (again && isPlain(again.object))
      expectSame('is another lock', new Set(parseLock(again).entries), new Set(entries));
  }
}

function objectsOf(items: readonly ListItem[]): JsonObject[] {
  return readItems(items).map(({ resource }) => resource.object);
}

function readList(input: Uint8Array): void {
  const text = decodeUtf8(input, 'stdin', newBudget());
  const list = parseResourceList(text);
  const items = itemsBesidesConfig(list);
  const again = parseResourceList(emitResourceList({ apiVersion: list.apiVersion, items, findings: [] }));
  const objects = objectsOf(items);
  const answered = objectsOf(again.items);
  if (objects.every(isPlain)) expectSame('is answered as something else', answered, objects);
}

const COLUMN_TYPES: readonly ColumnType[] = ['int32', 'float64'];

/** The first bytes say how many rows, and of what: then come the columns. */
function readColumns(input: Uint8Array): void {
  const [rows = 0, kinds = 0] = input;
  const types = Array.from({ length: 1 + (kinds & 3) }, (_, i) => COLUMN_TYPES[(kinds >> (i + 2)) & 1]!);
  for (const column of decodeColumns(input.subarray(2), types, rows)) expectSame('has other rows', column.length, rows);
}

function columnSeeds(): Uint8Array[] {
  const body = (tag: number, length: number, fill = 0): number[] => [
    tag,
    length,
    0,
    0,
    0,
    ...Array<number>(length).fill(fill),
  ];
  const dictionary = [...[1, 0, 0, 0], ...[7, 0, 0, 0], 0, 0];
  const timings = [...[1, 1, 0, 0, 0, 0], ...[1, 1, 1, 0], ...[0, 0], ...[5, 6]];
  return [
    [2, 0, ...body(ENCODING.shuffledDeltas, 8, 1)],
    [2, 4, ...body(ENCODING.shuffledFloats, 16, 1)],
    [2, 0, ENCODING.dictionary8, dictionary.length, 0, 0, 0, ...dictionary],
    [1, 0, ENCODING.dictionary16, dictionary.length, 0, 0, 0, ...dictionary],
    [2, 4, ENCODING.timings, timings.length, 0, 0, 0, ...timings],
    [2, 1 + 8, ...body(ENCODING.shuffledDeltas, 8), ...body(ENCODING.shuffledFloats, 16)],
  ].map((numbers) => Uint8Array.from(numbers));
}

/** JSON as the tool's own data holds it; what is no JSON ends before. */
function jsonOf(input: Uint8Array): Json | undefined {
  try {
    return JSON.parse(Buffer.from(input).toString()) as Json;
  } catch {
    return undefined;
  }
}

const HEADER: Json = {
  ...{ system: 'h200_sxm', backend: 'vllm', version: '0.14.0' },
  tables: [
    {
      ...{
        name: 'gemm',
        sliceColumns: ['dtype'],
        columns: [
          ['m', 'int32'],
          ['latency', 'float64'],
        ],
      },
      ...{ blocks: [[0, TAG_BYTES, TAG_BYTES, 2]], slices: [[0, 2, 'bf16']] },
    },
  ],
};

function readHeader(input: Uint8Array): void {
  const value = jsonOf(input);
  if (value === undefined) return;
  const header = parseHeader(value, 2 ** 20);
  expectSame('is another header', parseHeader(headerJson(header), 2 ** 20), header);
}

function modelSeeds(): Uint8Array[] {
  const file = new URL('../../perfdb/0.10/models.json', import.meta.url);
  const { models } = JSON.parse(readFileSync(file, 'utf8')) as { models: Readonly<Record<string, JsonObject>> };
  const byArchitecture = new Map(
    Object.values(models).map((one) => [JSON.stringify((one.config as JsonObject).architectures), one]),
  );
  return [...byArchitecture.values()]
    .map((one) => bytes(JSON.stringify(one, undefined, 1)))
    .filter(({ length }) => length < 8192);
}

function readModel(input: Uint8Array): void {
  const value = jsonOf(input);
  if (!isObject(value) || !isObject(value.config)) return;
  const { config, hfQuantConfig } = value;
  parseArchitecture('a/b', { config, hfQuantConfig: isObject(hfQuantConfig) ? hfQuantConfig : undefined });
}

const PARAMETERS: Json = [
  { name: 'router-mode', string: 'kv' },
  { name: 'strict', string: 'false' },
  { name: 'image-mirror', map: { 'nvcr.io/nvidia': 'registry.example.com' } },
  { name: 'model-config', map: { 'a/b': 'models/config.json' } },
  { name: 'target', string: '1.5' },
];

function readBuiltGraphs(input: Uint8Array): void {
  checkBuilt(resourcesOf(input), { target: undefined, isStrict: false });
}

const LIST: JsonObject = {
  apiVersion: 'config.kubernetes.io/v1',
  kind: 'ResourceList',
  functionConfig: CONFIG,
  items: [PAIRS, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { a: 'b' } }],
};

/** What is set gives requests that are read like any others, or is refused. */
function readCombinations(input: Uint8Array): void {
  const requests = requestSeeds().slice(0, 1).flatMap(resourcesOf);
  const all = variantsOf(requests, readSets([Buffer.from(input).toString()]));
  for (const resource of combinedResources(all)) parseRequest(resource, {}, () => {});
}

/** Every target by its name, which is the folder of its corpus. */
export const TARGETS = {
  yaml: {
    share: 0.12,
    seeds: () => [...filesOf('hostile', /\.yaml$/), ...requestSeeds()].filter(({ length }) => length < 4096),
    run: readYaml,
  },
  request: { share: 0.08, seeds: requestSeeds, run: readRequests },
  merge: { share: 0.02, seeds: mergeSeeds, run: mergeRequests },
  lock: { share: 0.06, seeds: () => filesOf('hostile/fuzz', /lock/), run: readLocks },
  config: {
    share: 0.1,
    seeds: () => [write(CONFIG), write(PAIRS)],
    run: (input) => resourcesOf(input).forEach(parseFunctionConfig),
  },
  list: { share: 0.05, seeds: () => [write(LIST), bytes(JSON.stringify(LIST))], run: readList },
  graph: {
    share: 0.02,
    seeds: () => ['planner-rapid', 'qwen3-32b-kv-disagg'].flatMap((name) => filesOf(`goldens/${name}`, /^dgd\.yaml$/)),
    run: readBuiltGraphs,
  },
  workloads: {
    share: 0.02,
    seeds: () => OPERATOR.flatMap((name) => filesOf(`operator/${name}`, /^dgd\.yaml$/)),
    run: readGraphs,
  },
  sets: {
    share: 0.05,
    seeds: () => ['sla.itl=10,,null', 'hardware.gpuSku="h100_sxm"', 'a.__proto__={b: [1]}'].map(bytes),
    run: readCombinations,
  },
  columns: { share: 0.2, seeds: columnSeeds, run: readColumns },
  header: { share: 0.1, seeds: () => [bytes(JSON.stringify(HEADER))], run: readHeader },
  model: { share: 0.1, seeds: modelSeeds, run: readModel },
  parameters: {
    share: 0.1,
    seeds: () => [bytes(JSON.stringify(PARAMETERS))],
    run: (input) => void parseParameters({ ARGOCD_APP_PARAMETERS: Buffer.from(input).toString() }),
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;

/** What is wrong with the answer to an input; errors with a code are right. */
export function faultOf({ run }: Pick<Target, 'run'>, input: Uint8Array): Error | undefined {
  try {
    run(input);
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return undefined;
    return error instanceof Error ? error : new Error(String(error));
  }
  return JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) === INHERITED ? undefined : new Error('polluted');
}

const INHERITED = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
