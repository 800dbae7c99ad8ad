import fc from 'fast-check';
import { expect } from 'vitest';
import { graphServices } from '../../src/dgd/services.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { openStreet, renderResources } from '../../src/render/render.ts';
import { readResources, writeManifest } from './street.ts';
import { all, some } from './words.ts';

const engines = openEngines();
const real = openStreet(engines, {});
const { systems } = engines('0.12').data;
const GIB = 2 ** 30;

const CARDS = [...Object.keys(systems), 'gb200_sxm', 'h100_pcie', 'a30', 'l4'];

/** What requests are made for. */
interface Asked {
  readonly models: readonly string[];
  /** Releases of the profiler that they name. */
  readonly releases: readonly string[];
}

/** Requests of any shape that the schema takes. */
export function profileRequests({ models, releases }: Asked): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(
      all({
        model: fc.constantFrom(...models),
        backend: fc.constantFrom('vllm', 'sglang', 'trtllm', 'auto'),
        image: fc.constantFrom(...releases).map((tag) => `registry.example.com/dynamo-planner:${tag}`),
        hardware: fc
          .tuple(
            all({
              gpuSku: fc.constantFrom(...CARDS),
              totalGpus: fc.constantFrom(1, 2, 3, 4, 8),
              numGpusPerNode: fc.constantFrom(4, 8),
            }),
            fc.constantFrom<JsonObject>({}, {}, { vramMb: 40_960 }),
          )
          .map(([card, memory]) => ({ ...card, ...memory })),
        overrides: fc.constant<Json>({ trustRemoteCode: true }),
      }),
      some({
        workload: fc.oneof(
          all({ isl: fc.integer({ min: 1, max: 20_000 }), osl: fc.integer({ min: 2, max: 3000 }) }),
          all({ isl: fc.constant(2000), osl: fc.constant(200), requestRate: fc.constantFrom(0.5, 20) }),
          all({ isl: fc.constant(2000), osl: fc.constant(200), concurrency: fc.constantFrom(1, 500) }),
        ),
        sla: fc.oneof(
          all({ ttft: fc.constantFrom(50, 1000), itl: fc.constantFrom(2, 25, 80) }),
          all({ e2eLatency: fc.constantFrom(300, 9000) }),
        ),
        features: fc.constantFrom<Json>({ mocker: { enabled: true } }, { planner: { optimization_target: 'sla' } }),
      }),
    )
    .map(([must, may]) => ({
      apiVersion: 'nvidia.com/v1beta1',
      kind: 'DynamoGraphDeploymentRequest',
      metadata: { name: 'q' },
      spec: { ...must, ...may },
    }));
}

/**
 * Renders a request: it is answered within its budget and its cards, or refused with a code. What is no error with a code is
 * thrown. Returns whether it was answered.
 */
export function holdAnswer(manifest: JsonObject): boolean {
  let profile: Profile | undefined;
  const street: typeof real = {
    ...real,
    profile: (request, warn) => {
      profile = real.profile(request, warn);
      return profile;
    },
  };
  const { graphs, findings } = renderResources(readResources(writeManifest(manifest)), {
    ...{ street, defaults: {}, isStrict: false },
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(graphs.length === 1 || errors.length > 0).toBe(true);
  const [rendered] = graphs;
  if (rendered === undefined || profile === undefined) return false;
  const { totalGpus, vramMb = Number.POSITIVE_INFINITY } = Object(Object(manifest.spec).hardware);
  expect(gpusOf(rendered.graph)).toBeLessThanOrEqual(totalGpus);
  const card = systems[profile.system]?.memCapacityBytes ?? Number.POSITIVE_INFINITY;
  const capacityGib = Math.min(card / GIB, vramMb / 1024);
  const memories = profile.picked.flatMap(workersOf).map(({ memoryGib }) => memoryGib);
  expect(Math.max(0, ...memories)).toBeLessThanOrEqual(capacityGib);
  return true;
}

/** GPUs of all pods of a v1beta1 graph. */
function gpusOf(graph: JsonObject): number {
  return graphServices(graph).reduce((sum, { object, mainContainer }) => {
    const perPod = Number(Object(Object(mainContainer.resources).limits)['nvidia.com/gpu'] ?? 0);
    const nodes = Number(Object(object.multinode).nodeCount ?? 1);
    return sum + perPod * nodes * Number(object.replicas ?? 1);
  }, 0);
}

/** The workers of a pick, one of each kind. */
function workersOf({ candidate }: Profile['picked'][number]) {
  return candidate.mode === 'agg' ? [candidate.worker] : [candidate.prefill, candidate.decode];
}
