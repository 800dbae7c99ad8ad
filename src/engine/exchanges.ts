import { type CommBackend, type CommStage, HT_SMS, WHATEVER } from '../operations/all-to-all.ts';
import type { Phase } from '../operations/kind.ts';
import type { MoeQuant } from '../operations/quant-modes.ts';
import type { Backend } from '../serving.ts';

/** What each direction of an exchange sends, as the measured rows call it. */
type SentModes = Readonly<Record<'dispatch' | 'combine', string>>;

/** A library that can exchange tokens between expert-parallel ranks. */
export interface ExchangeRules {
  readonly comm: CommBackend;
  readonly backends: readonly Backend[];
  readonly phases: readonly Phase[];
  readonly stages: readonly CommStage[];
  /** Smallest compute capability that it runs on. */
  readonly minSm: number;
  /** Multiprocessors that its kernels take, 0 where rows do not tell. */
  readonly sms: number;
  /** Whether the ranks of a sequence share its tokens before they are sent. */
  readonly splitsPrefill: boolean;
  /** What is sent for experts in a mode; undefined where it cannot send it. */
  readonly sent: (quant: MoeQuant, phase: Phase, systemName: string) => SentModes | undefined;
}

const same = (mode: string): SentModes => ({ dispatch: mode, combine: mode });
const whatever = (): SentModes => same(WHATEVER);

/** A mode without a word for the blocks of its scales. */
const plain = (quant: MoeQuant): string => (quant === 'fp8_block' ? 'fp8' : quant);

const highThroughput: ExchangeRules['sent'] = (quant) => {
  const mode = plain(quant);
  if (mode === 'nvfp4') return same('nvfp4');
  return mode === 'bfloat16' || mode === 'fp8' ? same('bfloat16') : undefined;
};

/** Systems on which four bits are not sent. */
const WITHOUT_FP4: readonly string[] = ['h100_sxm', 'h200_sxm'];

const lowLatency: ExchangeRules['sent'] = (quant, _, systemName) => {
  const mode = plain(quant);
  if (mode === 'nvfp4') return WITHOUT_FP4.includes(systemName) ? undefined : { dispatch: 'nvfp4', combine: 'fp4' };
  return mode === 'bfloat16' || mode === 'fp8' ? same(mode) : undefined;
};

const nvlink: ExchangeRules['sent'] = (quant, phase) => {
  const mode = plain(quant);
  return { dispatch: mode, combine: mode === 'nvfp4' && phase === 'generation' ? 'fp4' : mode };
};

const EXCHANGE = ['dispatch', 'combine'] as const;
const deepep = { stages: EXCHANGE, minSm: 0, sms: 0, splitsPrefill: true, sent: whatever } as const;
const trtllm = { backends: ['trtllm'], stages: EXCHANGE, minSm: 0, sms: 0, splitsPrefill: false } as const;

/** In the order in which they are asked: the first one that was measured is taken. Source: aiconfigurator 0.12.0, sdk/operations/moe_comm.py. */
export const EXCHANGES_0_12: readonly ExchangeRules[] = [
  { ...deepep, comm: 'deepep_ht', backends: ['sglang', 'vllm'], phases: ['context'], sms: HT_SMS },
  { ...deepep, comm: 'deepep_ll', backends: ['sglang', 'vllm'], phases: ['generation'] },
  { ...deepep, comm: 'deepep_v2_context', backends: ['vllm'], phases: ['context'] },
  { ...deepep, comm: 'deepep_v2_generation', backends: ['vllm'], phases: ['generation'] },
  { ...trtllm, comm: 'trtllm_deepep_ht', phases: ['context'], sent: highThroughput },
  { ...trtllm, comm: 'trtllm_deepep_ll', phases: ['generation'], sent: lowLatency },
  {
    ...trtllm,
    comm: 'nvlink_two_sided',
    phases: ['context', 'generation'],
    stages: ['prepare', ...EXCHANGE],
    minSm: 100,
    sent: nvlink,
  },
  { ...trtllm, comm: 'nvlink_one_sided', phases: ['context', 'generation'], minSm: 100, sent: nvlink },
];
