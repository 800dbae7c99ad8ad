import type { Gdn, GdnKernel } from '../../operations/gdn.ts';
import type { Operation } from '../../operations/operations.ts';
import type { DeltaNetFacts } from '../delta-net-facts.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

/** In what generations of the engine list delta nets and what stands beside them differently. */
export interface DeltaNetRules {
  /** Matrices as wide as the keys that go into a net. */
  readonly keyMatrices: 2 | 3;
  /** Whether decay and gate of each head are a product of their own. */
  readonly hasHeadProduct: boolean;
  /** Whether kernels are looked up by the heads of one GPU, and not by those of the model. */
  readonly isSharded: boolean;
}

/** Kernels between the projections: of the last tokens, then of the state. */
const KERNELS = {
  context: [
    ['gdn_conv1d', 'causal_conv1d_fn'],
    ['gdn_scan', 'chunk_gated_delta_rule'],
  ],
  generation: [
    ['gdn_conv1d', 'causal_conv1d_update'],
    ['gdn_recurrence', 'fused_sigmoid_gating_delta_rule_update'],
  ],
} as const;

/** Norm, projections and kernels of layers with a gated delta net. Source: aiconfigurator 0.12.0, sdk/models/qwen35.py. */
export function deltaNet(plan: PhasePlan, net: DeltaNetFacts, rules: DeltaNetRules): readonly Operation[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const quant = net.modes.projection ?? plan.quant.gemm;
  const [keys, values] = [net.keyHeads * net.keySize, net.valueHeads * net.valueSize];
  const inputs = Math.floor((rules.keyMatrices * keys + 2 * values) / tp);
  const heads = Math.floor((2 * net.valueHeads) / tp);
  const headProduct = gemm(plan, 'gdn_in_proj_ba_gemm', heads, hiddenSize, { quant, isNarrow: true });
  return [
    elementWise(plan, 'gdn_norm', 2 * hiddenSize, 2 * hiddenSize),
    gemm(plan, 'gdn_in_proj_gemm', inputs, hiddenSize, { quant }),
    ...(rules.hasHeadProduct ? [headProduct] : []),
    ...KERNELS[plan.phase].map(([name, kernel]) => kernelOf(plan, net, { name, kernel, rules })),
    gemm(plan, 'gdn_out_proj_gemm', hiddenSize, Math.floor(values / tp), { quant, hasLowPrecisionInput: true }),
  ];
}

interface NamedKernel {
  readonly name: string;
  readonly kernel: GdnKernel;
  readonly rules: DeltaNetRules;
}

function kernelOf(plan: PhasePlan, net: DeltaNetFacts, { name, kernel, rules: { isSharded } }: NamedKernel): Gdn {
  const ranks = isSharded ? plan.layout.tp : 1;
  const { keySize, valueSize, convWidth, stateType } = net;
  return {
    kind: 'gdn',
    name: `${plan.phase}_${name}`,
    count: plan.perLayer,
    kernel,
    hiddenSize: plan.architecture.hiddenSize,
    keyHeads: Math.floor(net.keyHeads / ranks),
    keySize,
    valueHeads: Math.floor(net.valueHeads / ranks),
    valueSize,
    convWidth,
    stateType,
  };
}
