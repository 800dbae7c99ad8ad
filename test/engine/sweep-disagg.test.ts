import { describe, expect, it } from 'vitest';
import type { BackendModel } from '../../src/engine/backends.ts';
import type { Candidate, DisaggCandidate } from '../../src/engine/candidate.ts';
import { type DisaggQuery, disaggStages, sweepDisagg } from '../../src/engine/sweep-disagg.ts';
import { createWorker } from '../../src/engine/worker.ts';
import { DataMissing } from '../../src/operations/data-missing.ts';
import type { OperationTime } from '../../src/operations/operations.ts';
import { COUNTABLE, layoutOf, madeEngine } from './made-engine.ts';

const ANY = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
const QUERY: DisaggQuery = {
  ...{ isl: 1000, osl: 40, prefillLayouts: [layoutOf()], decodeLayouts: [layoutOf()] },
  ...{ targets: [ANY], maxReplicaGpus: 64 },
};
type Changes = NonNullable<Parameters<typeof madeEngine>[0]>;

function stagesOf(query: Partial<DisaggQuery>, changes: Changes = {}) {
  const engine = madeEngine({ ...changes, stages: { decodeBatches: [1, 3], ...changes.stages } });
  return { engine, ...disaggStages({ prefill: engine, decode: engine }, { ...QUERY, ...query }) };
}

/** Time of all 39 further tokens: 32 at the length of the first of them, 7 at the length of the 33rd. */
const decodeMs = (batch: number): number => 1.08 * batch * (32 * (0.1 + 1001 / 1000) + 7 * (0.1 + 1033 / 1000));

describe('a prefill worker', () => {
  it('prefills a tenth slower than measured, and its requests wait besides', () => {
    const { prefill, fastest } = stagesOf({});
    expect(prefill).toHaveLength(1);
    expect(prefill[0]).toMatchObject({ label: 'tp1pp1dp1etp1ep1', batch: 1, globalBatch: 1, tpotMs: 0, gpus: 1 });
    expect(prefill[0]).toMatchObject({ tokensPerSecPerUser: 0, requestsPerSec: 8.264, requestsPerSecPerGpu: 8.264 });
    expect(prefill[0]?.ttftMs).toBeCloseTo(121 * 1.8, 9);
    expect(fastest.ttftMs).toBeCloseTo(121 * 1.8, 9);
  });

  it('prefills as many prompts at a time as its batch, and holds them', () => {
    const { prefill, engine } = stagesOf({}, { stages: { prefillBatches: [1, 64] } });
    expect(prefill.map(({ ttftMs }) => ttftMs)).toEqual([1, 64].map((batch) => expect.closeTo(121 * 1.8 * batch, 6)));
    const { memory } = createWorker(engine, layoutOf());
    const used = [memory(1, 1000, 1001), memory(64, 64_000, 1001)].map(({ totalGib }) => totalGib);
    expect(prefill.map(({ memoryGib }) => memoryGib)).toEqual(used.map((gib) => expect.closeTo(gib, 3)));
  });

  it('has no larger batch than fits the memory', () => {
    const { prefill, excluded } = stagesOf({}, { memCapacityGib: 80, stages: { prefillBatches: [1, 64, 1] } });
    expect(prefill.map(({ batch }) => batch)).toEqual([1]);
    expect(excluded).toEqual([]);
  });
});

describe('a decode worker', () => {
  it('is timed once for 32 tokens, and is 8 % slower than measured', () => {
    const { decode, fastest } = stagesOf({});
    expect(decode.map(({ tpotMs }) => tpotMs)).toEqual([1, 3].map((batch) => expect.closeTo(decodeMs(batch) / 39, 3)));
    expect(decode.map(({ ttftMs }) => ttftMs)).toEqual([0, 0]);
    expect(decode.map(({ tokensPerSecPerUser }) => tokensPerSecPerUser)).toEqual(
      [1, 3].map((batch) => expect.closeTo(39_000 / decodeMs(batch), 2)),
    );
    expect(fastest.tpotMs).toBe(decode[0]?.tpotMs);
  });

  it('serves requests at the time that each takes, on all its ranks', () => {
    const layouts = [layoutOf(), layoutOf({ tp: 2, pp: 4, dp: 8 })];
    const { decode } = stagesOf({ decodeLayouts: layouts }, { stages: { decodeBatches: [3] } });
    const rate = 3000 / decodeMs(3);
    expect(decode.map(({ requestsPerSec }) => requestsPerSec)).toEqual([
      expect.closeTo(rate, 3),
      expect.closeTo(rate * 4 * 8, 2),
    ]);
    expect(decode.map(({ requestsPerSecPerGpu }) => requestsPerSecPerGpu)).toEqual([
      expect.closeTo(rate, 3),
      expect.closeTo(rate / 2, 3),
    ]);
    expect(decode.map(({ batch, globalBatch, gpus }) => [batch, globalBatch, gpus])).toEqual([
      [3, 3, 1],
      [3, 24, 64],
    ]);
  });

  it('holds whole sequences', () => {
    const { decode, engine } = stagesOf({ osl: 5000 }, { stages: { decodeBatches: [2, 64] } });
    const { memory } = createWorker(engine, layoutOf());
    const used = [memory(2, 2, 6000), memory(64, 64, 6000)].map(({ totalGib }) => totalGib);
    expect(decode.map(({ memoryGib }) => memoryGib)).toEqual(used.map((gib) => expect.closeTo(gib, 3)));
    expect(used[1]! - used[0]!).toBeGreaterThan(10);
  });

  it.each([1, 0])('of %d tokens has none after the first', (osl) => {
    const { decode } = stagesOf({ osl });
    expect(decode).toHaveLength(2);
    for (const worker of decode) {
      expect(worker).toMatchObject({ tpotMs: 0, tokensPerSecPerUser: 0, requestsPerSec: 0, requestsPerSecPerGpu: 0 });
    }
  });

  it('of one token needs no data of a step', () => {
    const missing = (): never => {
      throw new DataMissing('no decode');
    };
    const timeOf: OperationTime = (op, step) => (op.kind === 'generationAttention' ? missing() : COUNTABLE(op, step));
    const operationTime: OperationTime = Object.assign(timeOf, { along: missing });
    const { decode, excluded } = stagesOf({ osl: 1 }, { operationTime });
    expect(decode).toHaveLength(2);
    expect(excluded).toEqual([]);
    expect(stagesOf({ osl: 2 }, { operationTime })).toMatchObject({ decode: [], excluded: [{ detail: 'no decode' }] });
  });

  it.each([
    [32, 31 * 1.101],
    [33, 32 * 1.101],
    [34, 32 * 1.101 + 1.133],
  ])('of %d tokens is timed anew with the 33rd after the first', (osl, measuredMs) => {
    const { decode } = stagesOf({ osl }, { stages: { decodeBatches: [1] } });
    expect(decode[0]?.tpotMs).toBeCloseTo((1.08 * measuredMs) / (osl - 1), 3);
  });

  it('of two tokens has one after the first', () => {
    const { decode } = stagesOf({ osl: 2 }, { stages: { decodeBatches: [1] } });
    expect(decode).toMatchObject([{ tpotMs: 1.189 }]);
    expect(1.08 * 1.101).toBeCloseTo(1.189, 3);
  });

  it('has no larger batch than fits the memory', () => {
    const { decode } = stagesOf({ osl: 5000 }, { memCapacityGib: 80, stages: { decodeBatches: [2, 64, 2] } });
    expect(decode.map(({ batch }) => batch)).toEqual([2]);
  });
});

it.each(['prefill', 'decode'] as const)('asks for the KV cache of a %s worker in its layout', (stage) => {
  const kvCacheLimitGib: BackendModel['kvCacheLimitGib'] = ({ role, layout }) =>
    role === stage && layout.tp === 2 ? Number.POSITIVE_INFINITY : 0;
  const layouts = [layoutOf(), layoutOf({ tp: 2 })];
  const found = stagesOf({ prefillLayouts: layouts, decodeLayouts: layouts }, { backend: { kvCacheLimitGib } });
  const other = stage === 'prefill' ? 'decode' : 'prefill';
  expect(new Set(found[stage].map(({ gpus }) => gpus))).toEqual(new Set([2]));
  expect(found[other]).toEqual([]);
});

describe('a layout without workers', () => {
  it('is left out with its reason, and the others stay', () => {
    const layouts = [3, 1, 2].map((tp) => layoutOf({ tp }));
    const { prefill, decode, excluded } = stagesOf(
      { prefillLayouts: layouts, decodeLayouts: layouts },
      { memCapacityGib: 50 },
    );
    expect([prefill, decode].map((workers) => [...new Set(workers.map(({ gpus }) => gpus))])).toEqual([[2], [2]]);
    const data = { reason: 'data', detail: '64 heads do not split over 3 GPUs' };
    const memory = { reason: 'memory', detail: 'does not fit the GPU memory' };
    expect(excluded).toEqual(
      ['prefill', 'decode'].flatMap((role) => [
        { layout: layouts[0], role, ...data },
        { layout: layouts[1], role, ...memory },
      ]),
    );
  });

  it('keeps the batches that there are data for', () => {
    const operationTime: OperationTime = (op, step) => {
      if (step.batch === 8) throw new DataMissing('no eight');
      return COUNTABLE(op, step);
    };
    const { decode, excluded } = stagesOf({}, { operationTime, stages: { decodeBatches: [1, 3, 8, 9] } });
    expect(decode.map(({ batch }) => batch)).toEqual([1, 3]);
    expect(excluded).toEqual([{ layout: layoutOf(), role: 'decode', reason: 'data', detail: 'no eight' }]);
  });

  it('goes on after a batch without data where a generation skips points', () => {
    const without = (batches: readonly number[]) => {
      const operationTime: OperationTime = (op, step) => {
        if (batches.includes(step.batch)) throw new DataMissing('not that many');
        return COUNTABLE(op, step);
      };
      return stagesOf({}, { operationTime, stages: { decodeBatches: [2, 3, 8, 9], whereMissing: 'point' } });
    };
    expect(without([3, 8]).decode.map(({ batch }) => batch)).toEqual([2, 9]);
    expect(without([3, 8]).excluded).toEqual([]);
    expect(without([2, 3, 8, 9]).excluded).toMatchObject([{ role: 'decode', reason: 'data', detail: 'not that many' }]);
  });

  it('fails with any error that is not of the data', () => {
    const operationTime: OperationTime = () => {
      throw new TypeError('a defect');
    };
    expect(() => stagesOf({}, { operationTime })).toThrow('a defect');
  });

  it('leaves no latency where there is none at all', () => {
    const { fastest } = stagesOf({ prefillLayouts: [], decodeLayouts: [] });
    expect(fastest).toEqual({ ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY });
  });
});

function disaggOf(candidate: Candidate): DisaggCandidate {
  if (candidate.mode !== 'disagg') throw new Error('a disaggregated sweep has disaggregated candidates');
  return candidate;
}

describe('a disaggregated sweep', () => {
  const layouts = [1, 2, 4].map((tp) => layoutOf({ tp }));
  const swept = (query: Partial<DisaggQuery> = {}, changes: Changes = {}) => {
    const engine = madeEngine({ ...changes, stages: { decodeBatches: [1, 3], ...changes.stages } });
    const contexts = { prefill: engine, decode: engine };
    const all = { ...QUERY, prefillLayouts: [layoutOf()], decodeLayouts: layouts, ...query };
    const { candidates, ...rest } = sweepDisagg(contexts, all);
    return { ...rest, candidates: candidates.map(disaggOf) };
  };
  const sizes = (candidates: readonly DisaggCandidate[]) => candidates.map(({ decode }) => decode.layout.tp);

  it('has a pair for each decode layout, by falling rate per GPU, however many targets choose it', () => {
    const { candidates, excluded, fastest } = swept({ targets: [ANY, { ttftMs: 300, tpotMs: 300 }, ANY] });
    expect(sizes(candidates)).toEqual([1, 2, 4]);
    const rates = candidates.map(({ metrics }) => metrics.tokensPerSecPerGpu);
    expect(rates).toEqual([...new Set(rates)].sort((a, b) => b - a));
    expect(excluded).toEqual([]);
    expect(fastest).toEqual({ ttftMs: expect.closeTo(217.8, 9), tpotMs: expect.closeTo(decodeMs(1) / 39, 3) });
  });

  it('keeps the best for each target', () => {
    const two = { stages: { keptPerTarget: 2 } };
    expect(sizes(swept({}, two).candidates)).toEqual([1, 2]);
    expect(sizes(swept({ decodeLayouts: [...layouts].reverse() }, two).candidates)).toEqual([1, 2]);
    expect(sizes(swept({ decodeLayouts: [2, 16, 4].map((tp) => layoutOf({ tp })) }, two).candidates)).toEqual([2, 4]);
  });

  it('keeps another pair for a target that the best one misses', () => {
    const slow = decodeMs(3) / 39;
    const only = { prefillLayouts: [layoutOf()], decodeLayouts: [layoutOf()] };
    const operationTime: OperationTime = (op, step) => COUNTABLE(op, step) + (op.kind === 'embedding' ? 1 : 0);
    const { candidates } = swept({ ...only, targets: [ANY, { ...ANY, tpotMs: slow }] }, { operationTime });
    expect(candidates.map(({ decode }) => decode.batch)).toEqual([3, 1]);
  });

  it('has replicas within the GPUs that one may take, of workers that fit each other', () => {
    expect(sizes(swept({ maxReplicaGpus: 4 }).candidates)).toEqual([1, 2]);
    expect(swept({ maxReplicaGpus: 1 }).candidates).toEqual([]);
    const pairsStages = ({ tp }: { tp: number }, decode: { tp: number }): boolean => tp * 2 === decode.tp;
    expect(sizes(swept({}, { backend: { pairsStages } }).candidates)).toEqual([2]);
  });
});
