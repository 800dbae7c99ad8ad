import fc from 'fast-check';
import { type JsonObject, updateIn } from '../../src/json.ts';
import { printRelease, releaseFacts } from '../../src/releases.ts';
import { alphaOverrides } from './alpha-overrides.ts';
import { betaOverrides } from './beta-overrides.ts';
import { CELLS, type Cell, recordedSpec, TOTAL_GPUS } from './cells.ts';
import { typedOverrides } from './typed-overrides.ts';
import { all, few, type Model, some, WORD, withOwnWords } from './words.ts';

/** A request with the cell that it is made for. */
export interface Asked {
  readonly cell: Cell;
  readonly manifest: JsonObject;
  /** The override inside it. */
  readonly override: JsonObject;
}

const OVERRIDES = { v1alpha1: alphaOverrides, v1beta1: betaOverrides } as const;
const MOST_WISHES = 3;

/** Requests that render, with overrides that an operator admits. */
export const VALID_REQUESTS: fc.Arbitrary<Asked> = fc
  .constantFrom(...CELLS)
  .chain((cell) => requestsOf(cell, OVERRIDES[cell.overrideVersion](cell)));

/** Requests whose overrides have the right types and nothing else. */
export const TYPED_REQUESTS: fc.Arbitrary<Asked> = fc
  .constantFrom(...CELLS)
  .chain((cell) => requestsOf(cell, typedOverrides(cell)));

/** Requests of a cell with one of `overrides`; everything else renders. */
function requestsOf(cell: Cell, overrides: fc.Arbitrary<JsonObject>): fc.Arbitrary<Asked> {
  const cached = some({ modelCache: modelCaches() });
  return fc.tuple(overrides, few(wishes(cell), MOST_WISHES), metadata(), features(cell), cached).map((parts) => {
    const [dgd, { tolerations, trustRemoteCode, ...spec }, meta, wanted, cache] = parts;
    const job = tolerations === undefined ? {} : { profilingJob: { template: { spec: { tolerations } } } };
    const trust = trustRemoteCode === undefined ? {} : { trustRemoteCode };
    const manifest = withOwnWords({
      apiVersion: 'nvidia.com/v1beta1',
      kind: 'DynamoGraphDeploymentRequest',
      metadata: meta,
      spec: { ...fixedSpec(cell), ...spec, ...cache, features: wanted, overrides: { ...trust, ...job, dgd } },
    });
    return { cell, manifest, override: overrideOf(manifest) };
  });
}

/** The same request with another override. */
export function withOverride(manifest: JsonObject, dgd: JsonObject): JsonObject {
  return updateIn(manifest, ['spec', 'overrides', 'dgd'], () => dgd);
}

function overrideOf(manifest: JsonObject): JsonObject {
  const { overrides } = manifest.spec as { overrides: { dgd: JsonObject } };
  return overrides.dgd;
}

function fixedSpec(cell: Cell): JsonObject {
  const { model = '', hardware } = recordedSpec(cell);
  const { gpuSku } = Object(hardware);
  return {
    model,
    backend: cell.backend,
    image: `registry.example.com/ai/dynamo-planner:${printRelease(cell.target)}.1`,
    hardware: { gpuSku, totalGpus: TOTAL_GPUS, numGpusPerNode: cell.gpusPerNode },
  };
}

/** A claim with the model, which every service mounts. */
function modelCaches(): fc.Arbitrary<JsonObject> {
  const claim = { pvcName: fc.constant('models'), pvcMountPath: fc.constant('/models') };
  return fc.oneof(all(claim), all({ ...claim, pvcModelPath: fc.constant('weights/q') }));
}

function wishes({ target }: Cell): Model {
  return {
    workload: some({ isl: fc.integer({ min: 1, max: 9000 }), osl: fc.integer({ min: 2, max: 2000 }) }),
    sla: fc.oneof(
      all({ ttft: fc.constantFrom(200, 900.5), itl: fc.constant(30) }),
      all({ e2eLatency: fc.constant(9000) }),
    ),
    autoApply: fc.boolean(),
    runtimeVersionOverride: fc.constant(`${printRelease(target)}.0`),
    trustRemoteCode: fc.boolean(),
    tolerations: fc.array(all({ key: WORD, operator: fc.constant('Exists') }), { maxLength: 2 }),
  };
}

/** Name, perhaps a namespace, and routing as annotations wish it. */
function metadata(): fc.Arbitrary<JsonObject> {
  const kv = { 'dgdr-render.dev/router-mode': 'kv' };
  const annotations = fc.constantFrom<JsonObject>({}, { 'dgdr-render.dev/router-mode': 'random', team: '~' }, kv, {
    ...kv,
    'dgdr-render.dev/kv-events': 'approximate',
  });
  const may = some({ namespace: fc.constant('serving'), labels: all({ team: WORD }) });
  return fc.tuple(all({ name: fc.constant('q'), annotations }), may).map(([must, more]) => ({ ...must, ...more }));
}

function features({ mode, hasPlanner, isMocker, target }: Cell): fc.Arbitrary<JsonObject> {
  const [later = 'log_dir'] = Object.keys(releaseFacts(target).planner.adds);
  const settings = some({
    [later]: WORD,
    plugin_registration: all({ auth: all({ static_secrets: all({ a: WORD }) }) }),
    optimization_target: fc.constantFrom('sla', 'throughput', 'latency'),
    max_gpu_budget: fc.constantFrom(8, 16),
    advisory: fc.boolean(),
    report_filename: WORD,
    load_predictor: fc.constantFrom('arima', 'constant'),
  });
  const planner = settings.map((one): JsonObject => ({ mode, ...one }));
  return all({
    ...(hasPlanner && { planner }),
    ...(isMocker && { mocker: fc.constant({ enabled: true }) }),
    kvRouter: all({ enabled: fc.boolean() }),
  });
}
