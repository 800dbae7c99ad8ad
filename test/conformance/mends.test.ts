import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject, updateIn } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { parseDocuments } from '../support/documents.ts';
import { readProfile } from '../support/graphs.ts';
import { compareAnswers, compareDefault, documentsOf, mendContext } from './compare-default.ts';
import { PLANNER_CONFIG, readable } from './manifest-difference.ts';
import { explainManifest, MANIFEST_MENDS } from './manifest-mends.ts';
import { toProfileRows } from './profile-rows.ts';
import { readRequest } from './recording.ts';
import { finish, type Rendered, render } from './run-case.ts';

const engine = openEngines()('0.10');
/** Recorded runs of the second generation: of layouts beyond a node, and of a model with code of its own. */
const GOLDENS_0_12 = fileURLToPath(new URL('../../fixtures/goldens-0.12', import.meta.url));
const SHOWN_BY = ['v15-trust-newer', 'v16-ds-r1-h100-vllm', 'v16-kimi-k27-auto-b200'];
const ROLE = 'role flags of disaggregated workers';
const EXPERTS = 'SGLang and TensorRT-LLM experts with attention data parallelism';
const OVERRIDE = '`overrides.dgd`';
const LISTS = 'lists of an override';
const PLANNER_LISTS = '`env` and `volumes` of an override, with a planner';
const CACHE = '`modelCache` without a path, or a path that holds the mount';
const SIZED = 'lengths of a sizing from memory';
const FRONTEND = "the Frontend's command from 1.5";
const LENGTH = "vLLM's `--max-model-len` from 1.5";
const CONTEXT = '`--max-model-len`';
const PLANNER_BACKEND = "backend in the planner's configuration";
const PLANNER_SIZED = 'planner on a graph sized from memory';
const BENCHMARK = 'self-benchmark of an aggregated vLLM worker';
const VERSION = "version of the data in the planner's model of engines";
const PATHS = "the planner's paths";

/** Recorded graphs (fixtures/graph) of recorded picks, and the mends that their default rendering shows. */
const GRAPHS: Readonly<Record<string, readonly string[]>> = {
  'deepseek-r1-overrides': [OVERRIDE, CACHE, ROLE],
  'deepseek-v3-b200': [ROLE],
  'gpt-oss-120b': [],
  'llama-70b-fp8-b200': [],
  'llama-8b-h100': [],
  'mocker-alone': [],
  'naive-h100-pcie': [],
  'naive-mocker': [PLANNER_BACKEND, PLANNER_SIZED],
  'naive-planner': [PLANNER_SIZED, BENCHMARK],
  'naive-planner-agg': [PLANNER_BACKEND, PLANNER_SIZED],
  'planner-mocker': [VERSION],
  'planner-rapid': [VERSION, ROLE],
  'planner-vllm-overrides': [PLANNER_LISTS, ROLE],
  'qwen3-235b-fp8': [ROLE, EXPERTS],
  'qwen3-32b-kv-disagg': [OVERRIDE, ROLE],
  'qwen3-32b-pvc': [],
  'qwen3-small-a100': [ROLE],
  tolerations: [],
};

const textOf = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)), 'utf8');

/** A recorded graph and its default rendering from the recorded pick. */
function recordedGraph(name: string) {
  const text = textOf(`graph/${name}/request.yaml`);
  const request = readRequest(text, 'ours');
  const profile = readProfile(name);
  return {
    recorded: parseDocuments(textOf(`graph/${name}/dgd.yaml`)),
    ours: documentsOf(finish(request, profile)),
    context: mendContext(text, request, profile),
  };
}

describe('recorded graphs differ from the default by the mends of the table', () => {
  it.each(Object.entries(GRAPHS))('%s: %j', (name, mends) => {
    const { recorded, ours, context } = recordedGraph(name);
    expect(explainManifest(recorded, ours, context)).toEqual({ mends, unexplained: [] });
  });
});

/** A request of a golden with parts of its spec replaced. */
function changed(name: string, change: (spec: JsonObject) => JsonObject): string {
  const [request] = parseDocuments(textOf(`goldens/${name}/dgdr.yaml`));
  return JSON.stringify({ ...request, spec: change(Object(request?.spec) as JsonObject) });
}

const override = (services: JsonObject, spec: JsonObject = {}): JsonObject => ({
  overrides: {
    dgd: { apiVersion: 'nvidia.com/v1alpha1', kind: 'DynamoGraphDeployment', spec: { ...spec, services } },
  },
});
const container = (mainContainer: JsonObject): JsonObject => ({ extraPodSpec: { mainContainer } });
const IMAGE_1_5 = 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.5.1';
const claim = { pvcName: 'models', pvcMountPath: '/opt/models' };

/** Requests whose recording the reference's own rules stand in for, since none was recorded. */
const UNRECORDED: readonly (readonly [what: string, text: string, mends: readonly string[]])[] = [
  [
    'a context that the model does not have',
    changed('qwen3-8b-l40s', (spec) => ({
      ...spec,
      workload: { isl: 39000, osl: 1000 },
      sla: { ttft: 60000, itl: 900 },
    })),
    [CONTEXT],
  ],
  [
    'a path that holds the mount',
    changed('qwen3-32b-kv', (spec) => ({ ...spec, modelCache: { ...claim, pvcModelPath: '/opt/models/qwen' } })),
    [CACHE],
  ],
  [
    'a path without the mount',
    changed('qwen3-32b-kv', (spec) => ({ ...spec, modelCache: { ...claim, pvcModelPath: 'qwen' } })),
    [],
  ],
  [
    'no path, and the weights sized from memory',
    changed('gptoss-20b-h100-vllm', (spec) => ({ ...spec, modelCache: claim })),
    [CACHE, SIZED],
  ],
  [
    'weights of four bits that are sized from memory',
    changed('gptoss-20b-h100-vllm', (spec) => ({ ...spec, model: 'openai/gpt-oss-120b' })),
    ['sizing from memory'],
  ],
  [
    'claims and mounts of an override',
    changed('tolerations', (spec) => ({
      ...spec,
      modelCache: { ...claim, pvcModelPath: 'qwen' },
      ...override(
        { Frontend: { volumeMounts: [{ name: 'scratch', mountPoint: '/scratch' }] } },
        { pvcs: [{ name: 'scratch', create: false }] },
      ),
    })),
    [LISTS],
  ],
  [
    'arguments of an override for TensorRT-LLM',
    changed('qwen3-32b-trtllm', (spec) => ({
      ...spec,
      ...override({ TRTLLMWorker: container({ args: ['--max-seq-len', '9000'] }) }),
    })),
    [OVERRIDE],
  ],
  [
    'a role that an override sets itself',
    changed('small-osl-vllm', (spec) => ({
      ...spec,
      ...override({ VllmDecodeWorker: container({ args: ['--disaggregation-mode', 'decode'] }) }),
    })),
    [OVERRIDE, ROLE],
  ],
  ['a graph of 1.5', changed('qwen3-8b-l40s', (spec) => ({ ...spec, image: IMAGE_1_5 })), [FRONTEND]],
  [
    'an aggregated worker of vLLM and a model in a claim, of 1.5',
    changed('qwen3-32b-kv', (spec) => ({
      ...spec,
      image: IMAGE_1_5,
      overrides: {},
      modelCache: { ...claim, pvcModelPath: 'qwen' },
    })),
    [FRONTEND, LENGTH],
  ],
  [
    'auto with a planner',
    changed('llama-8b-planner-vllm', (spec) => ({ ...spec, backend: 'auto' })),
    ['planner: GPUs and backend'],
  ],
];

/** What the reference's rules answer, in the form of a recording. */
function referenceAnswer(text: string) {
  const reference = render(text, engine, 'reference');
  const { experiments, chosen, backend, latencies, picked } = toProfileRows(reference.profile);
  const tables = Object.entries(experiments).map(
    ([name, { bestThroughput, ...rest }]) => [name, { ...rest, best_throughput: bestThroughput }] as const,
  );
  const picks = {
    experiments: Object.fromEntries(tables),
    chosen_exp: chosen,
    resolved_backend: backend,
    best_latencies: { ...latencies },
    picked,
  };
  return { text, picks, manifests: documentsOf(reference) };
}

describe('mends that no golden shows explain the default beside the rules of the reference', () => {
  it.each(UNRECORDED)('%s', (_what, text, mends) => {
    const found = compareAnswers(render(text, engine, 'ours'), referenceAnswer(text), engine);
    expect(found.unexplained).toEqual([]);
    expect(found.mends).toEqual(expect.arrayContaining([...mends]));
    if (mends.length === 0) expect(found.mends).toEqual([]);
  });

  it("the planner's paths on the machine that profiled", () => {
    const { recorded, ours, context } = recordedGraph('planner-rapid');
    const moved = JSON.parse(JSON.stringify(recorded).replaceAll('/workspace/', '/home/me/dynamo/')) as JsonObject[];
    const workers = (documents: readonly JsonObject[]) =>
      JSON.parse(JSON.stringify(documents).replaceAll('"/home/me/dynamo/"', '"/workspace/"')) as JsonObject[];
    expect(explainManifest(workers(moved), ours, context)).toEqual({ mends: [VERSION, PATHS, ROLE], unexplained: [] });
  });

  it('every mend of a manifest is shown by some case', () => {
    const listed = [...Object.values(GRAPHS).flat(), ...UNRECORDED.flatMap(([, , mends]) => mends)];
    const recorded = SHOWN_BY.flatMap((name) => compareDefault(GOLDENS_0_12, name).mends);
    const shown = new Set([...listed, PATHS, ...recorded]);
    expect(MANIFEST_MENDS.filter(({ topic }) => !shown.has(topic))).toEqual([]);
  });
});

/** Every way to change one value of a document, or to take one away. */
function* mutations(value: Json): Generator<Json | undefined> {
  yield undefined;
  if (typeof value !== 'object' || value === null) {
    yield typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}0`;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const changed of mutations(item)) {
        yield changed === undefined ? value.toSpliced(index, 1) : value.with(index, changed);
      }
    }
  } else {
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _lost, ...rest } = value;
      for (const changed of mutations(member)) yield changed === undefined ? rest : { ...rest, [key]: changed };
    }
  }
}

/** A readable document as it is written, the planner's configuration as text. */
function written(document: JsonObject): JsonObject {
  if (document.kind !== 'ConfigMap' || !isObject(document.data)) return document;
  return updateIn(document, PLANNER_CONFIG, (config) => JSON.stringify(config));
}

describe('the comparison of manifests notices', () => {
  it('a changed replica count, a lost flag, a lost role flag and a doubled override', () => {
    const { recorded, ours, context } = recordedGraph('qwen3-32b-kv-disagg');
    const edit = (from: string, to: string): readonly string[] => {
      const text = JSON.stringify(ours);
      expect(text).toContain(from);
      return explainManifest(recorded, JSON.parse(text.replace(from, to)) as JsonObject[], context).unexplained;
    };
    const worker = 'DynamoGraphDeployment.spec.services.VllmDecodeWorker';
    const args = `${worker}.extraPodSpec.mainContainer.args`;
    expect(edit('"subComponentType":"decode","replicas":1', '"subComponentType":"decode","replicas":2')).toEqual([
      `${worker}.replicas: 2, expected 1`,
    ]);
    expect(edit('"--max-num-seqs","512",', '')).toEqual([`${args}: lost --max-num-seqs 512`]);
    expect(edit('"--disaggregation-mode","decode",', '')).toEqual([`${args}: lost --disaggregation-mode decode`]);
    expect(edit('"--enable-prefix-caching"', '"--enable-prefix-caching","--enable-prefix-caching"')).toHaveLength(1);
  });

  it.each(Object.keys(GRAPHS))('every changed or lost value of %s', (name) => {
    const { recorded, ours, context } = recordedGraph(name);
    const documents = ours.map(readable);
    const unnoticed = documents.flatMap((document, index) => {
      const changes = [...mutations(document)].filter((changed) => changed !== undefined && isObject(changed));
      expect(changes.length).toBeGreaterThan(30);
      return changes.filter((changed) => {
        const changedDocuments = documents.with(index, changed as JsonObject).map(written);
        return explainManifest(recorded, changedDocuments, context).unexplained.length === 0;
      });
    });
    expect(unnoticed).toEqual([]);
  });

  it('another name, and a null', () => {
    const text = textOf('goldens/qwen3-32b-kv/dgdr.yaml');
    const ours: Rendered = render(text, engine, 'ours');
    const recorded = referenceAnswer(text);
    const problems = (graph: JsonObject): readonly string[] =>
      compareAnswers({ ...ours, graph }, recorded, engine).unexplained;
    expect(problems(ours.graph)).toEqual([]);
    expect(problems(updateIn(ours.graph, ['metadata', 'name'], () => 'vllm-agg-1234abcd'))).toHaveLength(1);
    expect(problems(updateIn(ours.graph, ['spec', 'envs'], () => null))).toEqual(['spec.envs: null']);
  });
});
