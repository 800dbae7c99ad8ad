import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replicaGpus } from '../../src/engine/candidate.ts';
import { NO_SPREAD } from '../../src/engine/expert-spread.ts';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import { workerLayouts } from '../../src/engine/search-space.ts';
import { contextTokenSteps, sweepAgg } from '../../src/engine/sweep-agg.ts';
import { sweepDisagg } from '../../src/engine/sweep-disagg.ts';
import { endToEndTargets, pairTargets } from '../../src/engine/targets.ts';
import { createWorker, type EngineContext } from '../../src/engine/worker.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import { openCatalog } from '../../src/perfdb/catalog.ts';

const data = openCatalog()('0.10');

function context(model: string, systemName: string): EngineContext {
  const database = data.database(systemName, 'vllm')!;
  const system = data.systems[systemName]!;
  const backend = R0_10.backends.vllm;
  const architecture = parseArchitecture(model, data.models().models[model]!);
  const quant = quantModes({ architecture, database, system, role: 'agg' }, R0_10.quantisation);
  const shared = { backendName: 'vllm' as const, backendVersion: database.version, systemName, system };
  const operationTime = operationTimer({ database, system, lookups: R0_10.lookups });
  return { architecture, quant, ...shared, revision: R0_10, backend, spread: NO_SPREAD, operationTime };
}

const layoutsOf = ({ architecture, backend, system }: EngineContext): ReturnType<typeof workerLayouts> =>
  workerLayouts({ architecture, backend, sizes: R0_10.layouts, system, maxGpus: 4, role: 'agg', widened: {} });
const qwen = context('Qwen/Qwen3-32B', 'h200_sxm');
const sum = (times: readonly number[]): number => times.reduce((total, ms) => total + ms, 0);

describe('reference points of Qwen3-32B on h200_sxm, isl 4000, osl 1000 (aiconfigurator 0.10.0)', () => {
  const layout = { pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
  it.each([
    [4, 112, 15.98],
    [8, 176, 15.993],
    [1, 16, 23.319],
  ])('tp %i decodes a batch of %i in %d ms', (tp, batch, wanted) => {
    const worker = createWorker(qwen, { ...layout, tp });
    expect(sum(worker.generationTimes(batch, 4501))).toBeCloseTo(wanted, 3);
  });

  it('prefill on one GPU takes 396.966 ms and 66.171 GiB', () => {
    const worker = createWorker(qwen, { ...layout, tp: 1 });
    expect(sum(worker.contextTimes(1, 4000)) * 1.1).toBeCloseTo(396.966, 3);
    expect(worker.memory(1, 4000, 4001).totalGib).toBeCloseTo(66.171, 3);
  });
});

describe('context-token steps', () => {
  it.each([
    [4000, [4000, 8000]],
    [8000, [8000, 16000]],
    [300, [300, 512, 600, 1024, 1536, 2048, 2560, 3072, 3584, 4096, 4608, 5120, 5632, 6144, 6656, 7168, 7680, 8192]],
    [100_000, [100_000, 200_000]],
  ])('for isl %i are %j', (isl, wanted) => {
    expect(contextTokenSteps(isl, R0_10.sweep.agg)).toEqual(wanted);
  });
});

describe('latency targets', () => {
  it('are 75 token times for a first-token limit', () => {
    const targets = pairTargets(700, R0_10.targets);
    expect(targets).toHaveLength(75);
    expect(targets.map(({ tpotMs }) => tpotMs).filter((ms) => ms < 1 || ms > 295)).toEqual([]);
  });

  it('split an end-to-end limit into pairs that add up to it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 50, max: 60_000, noNaN: true }),
        fc.integer({ min: 2, max: 5000 }),
        (latency, osl) => {
          const targets = endToEndTargets(latency, osl, R0_10.targets);
          expect(targets.length).toBeGreaterThan(0);
          for (const { ttftMs, tpotMs } of targets) {
            expect(ttftMs).toBeLessThan(latency);
            expect(ttftMs + tpotMs * (osl - 1)).toBeCloseTo(latency, 6);
          }
        },
      ),
    );
  });
});

describe('a sweep', () => {
  const layouts = layoutsOf(qwen);
  const query = { isl: 2000, osl: 300, layouts };

  it('keeps every candidate within the first-token limit and the GPU budget', () => {
    const { candidates } = sweepAgg(qwen, { ...query, targets: pairTargets(400, R0_10.targets) });
    expect(candidates.length).toBeGreaterThan(20);
    for (const { metrics, gpus } of candidates) {
      expect(metrics.ttftMs).toBeLessThanOrEqual(400);
      expect(gpus).toBeLessThanOrEqual(4);
    }
  });

  it('never loses throughput when the token limit is relaxed', () => {
    const best = (tpotMs: number): number => {
      const { candidates } = sweepAgg(qwen, { ...query, targets: [{ ttftMs: 800, tpotMs }] });
      return candidates.reduce((most, { metrics }) => Math.max(most, metrics.tokensPerSecPerGpu), 0);
    };
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 100 }), fc.integer({ min: 0, max: 100 }), (tpotMs, more) => {
        expect(best(tpotMs + more)).toBeGreaterThanOrEqual(best(tpotMs));
      }),
      { numRuns: 20 },
    );
  });

  it('says why a layout has no candidates', () => {
    const tight = sweepAgg(qwen, { ...query, targets: pairTargets(1, R0_10.targets) });
    expect(tight.candidates).toEqual([]);
    expect(tight.excluded.map(({ reason }) => reason)).toEqual(['latency', 'latency', 'latency']);
    expect(tight.fastest.ttftMs).toBeGreaterThan(1);
    const large = context('meta-llama/Meta-Llama-3.1-405B', 'h100_sxm');
    const tooBig = sweepAgg(large, { ...query, layouts: layoutsOf(large), targets: pairTargets(5000, R0_10.targets) });
    expect(tooBig.excluded.map(({ reason }) => reason)).toEqual(['memory', 'memory', 'memory']);
  });

  it('matches replicas within the GPUs of a replica', () => {
    const targets = pairTargets(1000, R0_10.targets);
    const { candidates } = sweepDisagg(
      { prefill: qwen, decode: qwen },
      { isl: 2000, osl: 300, prefillLayouts: layouts, decodeLayouts: layouts, targets, maxReplicaGpus: 4 },
    );
    expect(candidates.length).toBeGreaterThan(0);
    for (const candidate of candidates) {
      expect(replicaGpus(candidate)).toBe(candidate.gpus);
      expect(candidate.gpus).toBeLessThanOrEqual(4);
    }
  });
});
