import type { Kda, KdaKernel } from '../../operations/kda.ts';
import type { Operation } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** Sizes of Kimi delta attention; keys and values have the same heads. */
export interface DeltaAttention {
  readonly heads: number;
  readonly headSize: number;
  readonly convWidth: number;
}

/** The kernels of a phase by name, and whether a norm with the output gate follows them. */
interface PhaseKernels {
  readonly kernels: readonly (readonly [name: string, kernel: KdaKernel])[];
  readonly hasNorm: boolean;
}

const CONVOLUTION = ['kda_conv1d', 'causal_conv1d_fn_qkv3'] as const;
const IN_TURN: PhaseKernels = {
  kernels: [
    ['kda_conv1d', 'causal_conv1d_update'],
    ['kda_recurrent', 'fused_recurrent_kda_packed_decode'],
  ],
  hasNorm: true,
};
const CHUNKS: PhaseKernels = { kernels: [CONVOLUTION, ['kda_scan', 'chunk_kda']], hasNorm: true };

/** vLLM has kernels of its own; that of decode does everything between the projections. */
const KERNELS: Readonly<Record<Backend, Readonly<Record<PhasePlan['phase'], PhaseKernels>>>> = {
  trtllm: { context: CHUNKS, generation: IN_TURN },
  sglang: { context: CHUNKS, generation: IN_TURN },
  vllm: {
    context: { kernels: [CONVOLUTION, ['kda_scan', 'flashkda_fwd']], hasNorm: true },
    generation: { kernels: [['kda_fused_decode', 'fused_kda_decode']], hasNorm: false },
  },
};

/** Layers with Kimi delta attention, from norm to all-reduce. Source: aiconfigurator 0.12.0, sdk/models/kimi_k3.py. */
export function deltaAttention(plan: PhasePlan, sizes: DeltaAttention): readonly Operation[] {
  const { allReduce, elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const width = Math.floor(sizes.heads / plan.layout.tp) * sizes.headSize;
  const { kernels, hasNorm } = KERNELS[plan.backend][plan.phase];
  return [
    elementWise(plan, 'kda_norm', 2 * hiddenSize, 2 * hiddenSize),
    gemm(plan, 'kda_qkvg_gemm', 4 * width, hiddenSize),
    gemm(plan, 'kda_bfa_gemm', sizes.heads + sizes.headSize, hiddenSize),
    gemm(plan, 'kda_fb_gemm', width, sizes.headSize),
    ...kernels.map(([name, kernel]) => kernelOf(plan, sizes, { name, kernel })),
    ...(hasNorm ? [elementWise(plan, 'kda_onorm', 2 * width, width)] : []),
    gemm(plan, 'kda_o_gemm', hiddenSize, width, { hasLowPrecisionInput: true }),
    allReduce(plan, 'kda_ar', plan.perLayer),
  ];
}

interface NamedKernel {
  readonly name: string;
  readonly kernel: KdaKernel;
}

function kernelOf(plan: PhasePlan, { heads, headSize, convWidth }: DeltaAttention, { name, kernel }: NamedKernel): Kda {
  return {
    kind: 'kda',
    name: `${plan.phase}_${name}`,
    count: plan.perLayer,
    kernel,
    hiddenSize: plan.architecture.hiddenSize,
    heads: Math.floor(heads / plan.layout.tp),
    headSize,
    convWidth,
  };
}
