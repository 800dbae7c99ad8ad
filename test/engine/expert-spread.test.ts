import { describe, expect, it } from 'vitest';
import { EXCHANGES_0_12 } from '../../src/engine/exchanges.ts';
import { expertSpreading, NO_SPREAD } from '../../src/engine/expert-spread.ts';
import { R0_12 } from '../../src/engine/revisions/r0-12.ts';
import { quantModes } from '../../src/engine/role-quant.ts';
import { workerLayouts } from '../../src/engine/search-space.ts';
import { parseArchitecture } from '../../src/models/architecture.ts';
import { attempt, DataMissing } from '../../src/operations/data-missing.ts';
import { openEngines } from '../../src/profile/engines.ts';
import type { Backend, Role } from '../../src/serving.ts';
import { layoutOf } from './made-engine.ts';

const { data } = openEngines()('0.12');

function spreading(model: string, systemName: string, backend: Backend, role: Role) {
  const [database, system] = [data.database(systemName, backend)!, data.systems[systemName]!];
  const architecture = parseArchitecture(model, data.models().models[model]!);
  const scope = { architecture, database, system, role };
  const quant = quantModes(scope, R0_12.quantisation);
  return { architecture, ...expertSpreading({ ...scope, quant }, R0_12.spread) };
}

const MINIMAX = 'MiniMaxAI/MiniMax-M2.7';

describe('experts are spread by exchanges of their own', () => {
  it('where exchange and experts were measured for both phases', () => {
    const { of } = spreading(MINIMAX, 'h200_sxm', 'vllm', 'agg');
    const spread = of(layoutOf({ dp: 8, moeEp: 8 }));
    expect([spread?.context?.comm, spread?.generation?.comm]).toEqual(['deepep_ht', 'deepep_ll']);
    expect([spread?.context?.sms, spread?.generation?.sms, spread?.context?.nodes]).toEqual([20, 0, 1]);
    expect(of(layoutOf({ dp: 16, moeEp: 16 }))?.generation?.nodes).toBe(2);
    expect([layoutOf(), layoutOf({ dp: 4, moeEp: 4 }), layoutOf({ tp: 8, moeTp: 8 })].map(of)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('in the phases that a role runs: TensorRT-LLM has exchanges of prompts alone, with data parallelism alone', () => {
    const model = 'nvidia/MiniMax-M2.7-NVFP4';
    const layout = layoutOf({ dp: 8, moeEp: 8 });
    const of = (role: Role) => spreading(model, 'b200_sxm', 'trtllm', role).of;
    expect(of('prefill')(layout)?.context?.comm).toBe('trtllm_deepep_ht');
    expect([of('agg')(layout), of('decode')(layout)]).toEqual([undefined, undefined]);
    expect(of('prefill')(layoutOf({ tp: 8, moeEp: 8 }))).toBeUndefined();
  });

  it('or not at all over more than one node', () => {
    const { of, widened } = spreading('Qwen/Qwen3-235B-A22B', 'h200_sxm', 'vllm', 'agg');
    expect(widened).toEqual({});
    expect(of(layoutOf({ dp: 8, moeEp: 8 }))).toBeUndefined();
    expect(() => of(layoutOf({ dp: 16, moeEp: 16 }))).toThrow(DataMissing);
    const { of: ofGb200 } = spreading('Qwen/Qwen3-235B-A22B', 'gb200', 'trtllm', 'agg');
    expect(() => ofGb200(layoutOf({ dp: 8, moeEp: 8 }))).toThrow(DataMissing);
  });

  it('never in a dense model, nor in the first generation', () => {
    const wide = layoutOf({ dp: 16, moeEp: 16 });
    expect(spreading('Qwen/Qwen3-32B', 'h200_sxm', 'vllm', 'agg').of(wide)).toBeUndefined();
    expect(NO_SPREAD.of(wide)).toBeUndefined();
  });
});

describe('experts of DeepSeek-V3 and Kimi-K2.5 are spread', () => {
  const comms = (model: string, systemName: string, backend: Backend) => {
    const { of } = spreading(model, systemName, backend, 'agg');
    return [8, 16].map((size) => {
      const spread = attempt(() => of(layoutOf({ dp: size, moeEp: size })));
      return spread instanceof DataMissing ? 'missing' : (spread?.context?.comm ?? 'collective');
    });
  };

  it.each([
    ['deepseek-ai/DeepSeek-V3', 'h200_sxm', 'sglang', ['deepep_ht', 'deepep_ht']],
    ['deepseek-ai/DeepSeek-V3', 'h200_sxm', 'vllm', ['deepep_ht', 'deepep_ht']],
    ['deepseek-ai/DeepSeek-V3', 'gb200', 'trtllm', ['trtllm_deepep_ht', 'trtllm_deepep_ht']],
    ['moonshotai/Kimi-K2.5', 'h200_sxm', 'sglang', ['collective', 'missing']],
    ['moonshotai/Kimi-K2.5', 'h200_sxm', 'vllm', ['deepep_ht', 'deepep_ht']],
  ] as const)('where they were measured (%s on %s with %s)', (model, systemName, backend, wanted) => {
    expect(comms(model, systemName, backend)).toEqual(wanted);
  });
});

/** Expert-parallel sizes of more than one node that the experts were measured with. */
const WIDE = [16, 32, 64, 128, 256];

describe('ranks of several nodes', () => {
  it('widen the search to the sizes that were measured', () => {
    const { architecture, widened } = spreading(MINIMAX, 'h200_sxm', 'vllm', 'decode');
    expect(widened).toEqual({ gpus: WIDE, dp: WIDE, moeEp: WIDE });
    const layouts = workerLayouts({
      architecture,
      backend: R0_12.backends.vllm,
      sizes: R0_12.layouts,
      system: { name: 'h200_sxm', smVersion: 90 },
      maxGpus: 32,
      role: 'decode',
      widened,
    });
    expect(layouts).toContainEqual(layoutOf({ dp: 32, moeEp: 32 }));
    expect(layouts).toContainEqual(layoutOf({ tp: 16, moeEp: 16 }));
    expect(layouts.every(({ moeEp }) => moeEp <= 32)).toBe(true);
  });
});

describe('what is sent', () => {
  const rulesOf = (comm: string) => EXCHANGES_0_12.find((rules) => rules.comm === comm)!;

  it.each([
    ['deepep_ht', ['nvfp4', 'context', 'b200_sxm'], 'default default'],
    ['trtllm_deepep_ht', ['fp8_block', 'context', 'b200_sxm'], 'bfloat16 bfloat16'],
    ['trtllm_deepep_ht', ['nvfp4', 'context', 'b200_sxm'], 'nvfp4 nvfp4'],
    ['trtllm_deepep_ht', ['int4_wo', 'context', 'b200_sxm'], 'nothing'],
    ['trtllm_deepep_ll', ['fp8_block', 'generation', 'h200_sxm'], 'fp8 fp8'],
    ['trtllm_deepep_ll', ['nvfp4', 'generation', 'b200_sxm'], 'nvfp4 fp4'],
    ['trtllm_deepep_ll', ['nvfp4', 'generation', 'h200_sxm'], 'nothing'],
    ['trtllm_deepep_ll', ['int4_wo', 'generation', 'h200_sxm'], 'nothing'],
    ['nvlink_two_sided', ['nvfp4', 'context', 'gb200'], 'nvfp4 nvfp4'],
    ['nvlink_two_sided', ['nvfp4', 'generation', 'gb200'], 'nvfp4 fp4'],
    ['nvlink_one_sided', ['fp8_block', 'generation', 'gb200'], 'fp8 fp8'],
  ] as const)('by %s for %j is %s', (comm, [quant, phase, systemName], wanted) => {
    const modes = rulesOf(comm).sent(quant, phase, systemName);
    expect(modes === undefined ? 'nothing' : `${modes.dispatch} ${modes.combine}`).toBe(wanted);
  });
});
