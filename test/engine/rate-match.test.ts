import { describe, expect, it } from 'vitest';
import { BACKEND_MODELS } from '../../src/engine/backends.ts';
import type { StaticWorker } from '../../src/engine/disagg-row.ts';
import { pairChooser } from '../../src/engine/rate-match.ts';
import { layoutLabel } from '../../src/models/layout.ts';

/** A worker of `tp` GPUs that serves `rate` requests a second. */
function made(tp: number, rate: number, changes: Partial<StaticWorker> = {}): StaticWorker {
  const layout = { tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
  return {
    layout,
    label: layoutLabel(layout),
    gpus: tp,
    batch: 1,
    globalBatch: 1,
    ttftMs: 100,
    tpotMs: 10,
    tokensPerSecPerUser: 100,
    requestsPerSec: rate,
    requestsPerSecPerGpu: rate / tp,
    memoryGib: 1,
    ...changes,
  };
}

const target = { ttftMs: 200, tpotMs: 20 };
const options = { osl: 100, replicaGpus: [1, 2, 4, 8], pairsStages: BACKEND_MODELS.vllm!.pairsStages };
const chosen = (...[prefill, decode, changes = {}]: [StaticWorker[], StaticWorker[], Partial<typeof options>?]) =>
  pairChooser(prefill, decode, { ...options, ...changes })(target).map(
    ({ prefill: p, decode: d, counts }) => `${counts.prefills} x ${p.label} + ${counts.decodes} x ${d.label}`,
  );

describe('pairs of prefill and decode workers', () => {
  it('are chosen for each decode layout, in the order of their labels', () => {
    expect(chosen([made(1, 4)], [made(2, 4), made(1, 1)])).toEqual([
      '1 x tp1pp1dp1etp1ep1 + 3 x tp1pp1dp1etp1ep1',
      '2 x tp1pp1dp1etp1ep1 + 1 x tp2pp1dp1etp1ep1',
    ]);
  });

  it('fill a replica of an allowed size', () => {
    expect(chosen([made(1, 4)], [made(2, 4)], { replicaGpus: [3] })).toEqual([
      '1 x tp1pp1dp1etp1ep1 + 1 x tp2pp1dp1etp1ep1',
    ]);
    expect(chosen([made(2, 4)], [made(2, 4)], { replicaGpus: [1, 2] })).toEqual([]);
  });

  it('keep both limits strictly', () => {
    expect(chosen([made(1, 4, { ttftMs: 200 })], [made(1, 4)])).toEqual([]);
    expect(chosen([made(1, 4)], [made(1, 4, { tpotMs: 20 })])).toEqual([]);
    expect(chosen([made(1, 4)], [made(1, 4, { tpotMs: 0 })])).toEqual([]);
  });

  it('have equal tensor ranks on SGLang, which hands the cache over as it is', () => {
    const { pairsStages } = BACKEND_MODELS.sglang!;
    const prefills = [made(1, 4), made(2, 1)];
    expect(chosen(prefills, [made(2, 1)], { pairsStages })).toEqual(['1 x tp2pp1dp1etp1ep1 + 1 x tp2pp1dp1etp1ep1']);
    expect(chosen(prefills, [made(4, 1)], { pairsStages })).toEqual([]);
  });
});
