import type { Experts } from '../../operations/experts.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { Phase } from '../../operations/kind.ts';
import type { MoeDispatch } from '../../operations/moe-dispatch.ts';
import type { MoeQuant } from '../../operations/quant-modes.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

export interface RoutingOptions {
  /** Skew of the load that the experts were measured under: the exponent of a power law. */
  readonly skew: number;
  /** Context-parallel size that the dispatch reckons with. */
  readonly attentionCp: number;
  /** Stands before the names, for layers of several kinds. */
  readonly prefix?: string;
  /** Mode in which tokens are sent where it is not that of the experts. */
  readonly sent?: MoeQuant;
  /** Phase as which the dispatch is timed where it is not its own. */
  readonly sentAs?: Phase;
  /** Fewest experts whose router is timed. */
  readonly routerFrom?: number;
  /** Elements of a token as experts get it, where that is not the hidden state. */
  readonly width?: number;
  /** Whether experts have a gate, as nearly all have. */
  readonly isGated?: boolean;
  /** Whether attention lists an all-reduce of its own. */
  readonly isReduced?: boolean;
}

/** Product that chooses the experts of each token; never quantised. */
export function router(plan: PhasePlan, prefix = ''): Gemm {
  const { experts, hiddenSize } = plan.architecture;
  return tokenOps.gemm(plan, `${prefix}router_gemm`, experts, hiddenSize, { quant: 'bfloat16' });
}

/** Router, dispatch, routed experts and dispatch of a phase. */
export function routedExperts(plan: PhasePlan, options: RoutingOptions): readonly (Gemm | MoeDispatch | Experts)[] {
  return [...choice(plan, options), ...dispatchedExperts(plan, options)];
}

/** The router, as far as it is timed. */
export function choice(plan: PhasePlan, { prefix, routerFrom = 0 }: RoutingOptions): readonly Gemm[] {
  return plan.architecture.experts < routerFrom ? [] : [router(plan, prefix)];
}

/** Dispatch, routed experts and dispatch of a phase. */
export function dispatchedExperts(plan: PhasePlan, options: RoutingOptions): readonly (MoeDispatch | Experts)[] {
  return [dispatch(plan, 'pre', options), expertLayer(plan, options), dispatch(plan, 'post', options)];
}

/** The routed experts themselves. */
export function expertLayer(plan: PhasePlan, { skew, prefix = '', width, isGated = true }: RoutingOptions): Experts {
  const { hiddenSize, moeInterSize: interSize, experts, topk } = plan.architecture;
  const { moeTp, moeEp, dp } = plan.layout;
  return {
    kind: 'experts',
    name: `${plan.phase}_${prefix}moe`,
    count: plan.perLayer,
    hiddenSize: width ?? hiddenSize,
    interSize,
    experts,
    topk,
    moeTp,
    moeEp,
    dp,
    quant: plan.quant.moe,
    distribution: `power_law_${skew}`,
    isGated,
  };
}

/** Sending tokens to their experts, or what comes out back. */
export function dispatch(
  plan: PhasePlan,
  stage: 'pre' | 'post',
  { attentionCp, prefix = '', sent = plan.quant.moe, sentAs = plan.phase, width, isReduced = false }: RoutingOptions,
): MoeDispatch {
  const { moeTp, moeEp, dp } = plan.layout;
  const gpus = moeTp * moeEp;
  return {
    kind: 'moeDispatch',
    name: `${plan.phase}_${prefix}moe_${stage}_dispatch`,
    count: plan.perLayer,
    stage,
    phase: sentAs,
    hiddenSize: width ?? plan.architecture.hiddenSize,
    gpus,
    attentionTp: Math.floor(gpus / dp),
    attentionDp: dp,
    attentionCp,
    quant: sent,
    ...(isReduced && { isReduced }),
  };
}

/**
 * Why experts cannot be spread as the layout says, or undefined.
 * Source: aiconfigurator 0.10.0, sdk/models/moe.py and deepseek.py, assertions.
 */
export function expertMismatch({
  architecture,
  layout,
}: Pick<PhasePlan, 'architecture' | 'layout'>): string | undefined {
  const { tp, dp, cp, moeTp, moeEp } = layout;
  if (tp * dp * cp !== moeTp * moeEp) return `${tp * dp * cp} attention ranks are not ${moeTp * moeEp} expert ranks`;
  if (architecture.experts < moeEp) return `${architecture.experts} experts for ${moeEp} expert-parallel ranks`;
  return undefined;
}

/** Why block-scaled expert weights, which split at block borders only, cannot be spread so, or undefined. */
export function blockMismatch({ architecture, layout, quant }: WorkerPlan): string | undefined {
  const { moeInterSize, weightBlockSize } = architecture;
  if (quant.moe !== 'fp8_block' || Math.floor(moeInterSize / layout.moeTp) % weightBlockSize === 0) return undefined;
  return `expert width ${moeInterSize} over ${layout.moeTp} ranks is no multiple of the block ${weightBlockSize}`;
}
