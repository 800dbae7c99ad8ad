import { describe, expect, it } from 'vitest';
import type { Exchange, ExpertSpread } from '../../src/models/expert-spread.ts';
import { familyModel, operationLists } from '../../src/models/model.ts';
import { MODELS_0_12 } from '../../src/models/model-revision.ts';
import type { Backend } from '../../src/serving.ts';
import { layoutOf } from '../engine/made-engine.ts';
import { bundled } from '../engine/support.ts';

const ONE_SIDED: Exchange = {
  comm: 'nvlink_one_sided',
  stages: ['dispatch', 'combine'],
  sent: { dispatch: 'nvfp4', combine: 'fp4' },
  sms: 0,
  splitsPrefill: true,
  nodes: 2,
};
const TWO_SIDED: Exchange = { ...ONE_SIDED, comm: 'nvlink_two_sided', stages: ['prepare', 'dispatch', 'combine'] };

function lists(backend: Backend, spread: ExpertSpread | undefined) {
  const architecture = bundled('Qwen/Qwen3-30B-A3B');
  const quant = { gemm: 'bfloat16', moe: 'bfloat16', kvCache: 'bfloat16', fmha: 'bfloat16', comm: 'half' } as const;
  const layout = layoutOf({ tp: 2, dp: 4, moeEp: 8 });
  return operationLists(familyModel(architecture), {
    architecture,
    layout,
    quant,
    backend,
    revision: MODELS_0_12,
    spread,
  });
}

describe('experts with exchanges of their own', () => {
  const { context, generation } = lists('trtllm', { context: TWO_SIDED, generation: ONE_SIDED });

  it('run between what is sent and what comes back', () => {
    const names = context.map(({ name }) => name);
    expect(names.slice(names.indexOf('context_router_gemm'))).toEqual([
      'context_router_gemm',
      'context_moe_prepare',
      'context_moe_dispatch',
      'context_moe',
      'context_moe_combine',
      'context_embedding_ar',
      'context_p2p',
    ]);
    expect(generation.map(({ name }) => name)).not.toContain('generation_moe_prepare');
  });

  it('send each direction as the library does, and share the tokens of a prompt first', () => {
    const exchanges = [...context, ...generation].flatMap((op) => (op.kind === 'allToAll' ? [op] : []));
    expect(exchanges.map(({ stage, sent, attentionRanks }) => `${stage} ${sent} ${attentionRanks}`)).toEqual([
      'prepare nvfp4 2',
      'dispatch nvfp4 2',
      'combine fp4 2',
      'dispatch nvfp4 1',
      'combine fp4 1',
    ]);
  });

  it('keep the whole embedding on every rank with SGLang, and reduce nothing', () => {
    const whole = lists('sglang', { context: ONE_SIDED, generation: undefined });
    const rows = (ops: typeof context) => ops.flatMap((op) => (op.kind === 'embedding' ? [op.rows] : []));
    expect(rows(whole.context)[0]).toBe(rows(whole.generation)[0]! * 2);
    expect(whole.context.map(({ kind }) => kind)).not.toContain('customAllReduce');
    expect(whole.generation.map(({ kind }) => kind)).toContain('moeDispatch');
  });
});
