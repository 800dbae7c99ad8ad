import { describe, expect, it } from 'vitest';
import type { AggCandidate } from '../../src/engine/candidate.ts';
import { R0_12 } from '../../src/engine/revisions/r0-12.ts';
import { sweepAgg } from '../../src/engine/sweep-agg.ts';
import { disaggStages } from '../../src/engine/sweep-disagg.ts';
import type { EngineContext } from '../../src/engine/worker.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import type { Layout } from '../../src/models/layout.ts';
import { operationTimer } from '../../src/operations/timer.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { roleContext } from '../../src/profile/experiments.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { layoutOf } from './made-engine.ts';

/**
 * Single operating points of aiconfigurator 0.12.0 over its own data (`run_agg` and `run_static` of its backends), as they
 * were before they were rounded.
 */
const { data } = openEngines()('0.12');

/** Keeps every point, so that one can be looked up. */
const revision = { ...R0_12, sweep: { ...R0_12.sweep, agg: { ...R0_12.sweep.agg, keptPerTarget: Infinity } } };
const ANY = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };

type Place = readonly [model: string, system: string, backend: Backend];

function context([model, systemName, backend]: Place, role: Role): EngineContext {
  const [database, system] = [data.database(systemName, backend)!, data.systems[systemName]!];
  const architecture = { ...parseArchitecture(model, data.models().models[model]!), nextn: 0 };
  const operationTime = operationTimer({ database, system, lookups: revision.lookups });
  return roleContext(architecture, { backend, revision, database, system, operationTime }, role);
}

const lengths = { isl: 4000, osl: 1000 };

function point(
  place: Place,
  layout: Layout,
  [batch, chunk]: readonly [number, number],
  { isl, osl } = lengths,
): AggCandidate {
  const engine = context(place, 'agg');
  const agg = { ...revision.sweep.agg, minChunkTokens: chunk };
  const chunked = { ...engine, revision: { ...revision, sweep: { ...revision.sweep, agg } } };
  const { candidates } = sweepAgg(chunked, { isl, osl, layouts: [layout], targets: [ANY] });
  return candidates.find(
    (one): one is AggCandidate => one.mode === 'agg' && one.worker.batch === batch && one.step.contextTokens === chunk,
  )!;
}

const QWEN: Place = ['Qwen/Qwen3-32B', 'h200_sxm', 'vllm'];
const QWEN_FP8: Place = ['Qwen/Qwen3-32B-FP8', 'h200_sxm', 'sglang'];
const NVFP4: Place = ['nvidia/Qwen3-235B-A22B-NVFP4', 'b200_sxm', 'trtllm'];
const EXPERTS: Place = ['Qwen/Qwen3-30B-A3B', 'h200_sxm', 'vllm'];

describe('an aggregated point is the reference’s', () => {
  it.each([
    ['vLLM, tp 4', QWEN, { tp: 4 }, [112, 4000], [354.468, 30.109, 3.68, 919.131, 53.632]],
    ['vLLM, tp 4, a large batch', QWEN, { tp: 4 }, [240, 4000], [405.218, 58.165, 4.102, 1024.397, 92.704]],
    ['SGLang in fp8, tp 4', QWEN_FP8, { tp: 4 }, [96, 4000], [434.481561, 21.687896, 4.373837, undefined, 27.688436]],
    ['SGLang in fp8, cp 4', QWEN_FP8, { cp: 4 }, [7, 4000], [174.914536, 13.920889, undefined, 123.834387, 41.41705]],
    [
      'TensorRT-LLM in nvfp4, dp 8, ep 8',
      NVFP4,
      { dp: 8, moeEp: 8 },
      [96, 4000],
      [1058.932047, 50.325703, 15.068005, undefined, 68.913086],
    ],
    [
      'TensorRT-LLM in nvfp4, tp 4, etp 4',
      NVFP4,
      { tp: 4, moeTp: 4 },
      [96, 4000],
      [462.93599, 23.736367, 3.997941, undefined, 46.891846],
    ],
    [
      'vLLM with experts, tp 2, ep 2',
      EXPERTS,
      { tp: 2, moeEp: 2 },
      [96, 4000],
      [176.044265, 20.446019, 4.659828, undefined, 54.369774],
    ],
  ] as const)('%s', (_, place, layout, at, [ttft, tpot, rate, perGpu, memory]) => {
    const { metrics, worker } = point(place, layoutOf(layout), at);
    expect(metrics.ttftMs).toBeCloseTo(ttft, 3);
    expect(metrics.tpotMs).toBeCloseTo(tpot, 3);
    if (rate !== undefined) expect(metrics.requestsPerSec).toBeCloseTo(rate, 3);
    if (perGpu !== undefined) expect(metrics.tokensPerSecPerGpu).toBeCloseTo(perGpu, 3);
    expect(worker.memoryGib).toBeCloseTo(memory, 3);
  });

  it('vLLM on l40s, with chunks that are no multiple of the input', () => {
    const short = { isl: 1777, osl: 256 };
    const { metrics, worker } = point(['Qwen/Qwen3-8B', 'l40s', 'vllm'], layoutOf({ tp: 2 }), [16, 8192], short);
    expect(metrics.ttftMs).toBeCloseTo(964.849148, 3);
    expect(metrics.tpotMs).toBeCloseTo(24.433112, 3);
    expect(metrics.requestsPerSec).toBeCloseTo(2.223676, 3);
    expect(worker.memoryGib).toBeCloseTo(14.10223, 3);
  });
});

describe('a worker of one stage is the reference’s', () => {
  const stages = (place: Place, prefill: Layout, decode: Layout) =>
    disaggStages(
      { prefill: context(place, 'prefill'), decode: context(place, 'decode') },
      { ...lengths, prefillLayouts: [prefill], decodeLayouts: [decode] },
    );

  it('SGLang in fp8: prefill over cp 4, decode over tp 4', () => {
    const { prefill, decode } = stages(QWEN_FP8, layoutOf({ cp: 4 }), layoutOf({ tp: 4 }));
    const [first] = prefill;
    expect(first!.ttftMs / R0_12.sweep.stages.ttftQueueFactor).toBeCloseTo(84.895, 3);
    expect([first!.requestsPerSec, first!.memoryGib]).toEqual([11.779, 37.632]);
    const at = decode.find(({ batch }) => batch === 96)!;
    expect([at.tpotMs, at.requestsPerSec, at.memoryGib]).toEqual([13.743, 6.992, 27.322]);
  });

  it('vLLM: prefill on one GPU, decode over tp 4', () => {
    const { prefill, decode } = stages(QWEN, layoutOf(), layoutOf({ tp: 4 }));
    expect(prefill[0]!.ttftMs).toBeCloseTo(778.117, 2);
    expect(prefill[0]!.requestsPerSec).toBe(2.313);
    const at = decode.find(({ batch }) => batch === 352)!;
    expect([at.tpotMs, at.requestsPerSec]).toEqual([42.173, 8.355]);
  });
});
