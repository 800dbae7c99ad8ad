import type { Experts } from '../../operations/experts.ts';
import type { Gemm } from '../../operations/gemm.ts';
import type { MoeDispatch } from '../../operations/moe-dispatch.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { tokenOps } from './token-ops.ts';

export interface RoutingOptions {
  /** Skew of the load that the experts were measured under: the exponent of a power law. */
  readonly skew: number;
  /** Context-parallel size that the dispatch reckons with. */
  readonly attentionCp: number;
}

/** Router, dispatch, routed experts and dispatch of a phase. */
export function routedExperts(
  plan: PhasePlan,
  { skew, attentionCp }: RoutingOptions,
): readonly (Gemm | MoeDispatch | Experts)[] {
  const { hiddenSize, moeInterSize: interSize, experts, topk } = plan.architecture;
  const { moeTp, moeEp, dp } = plan.layout;
  return [
    tokenOps.gemm(plan, 'router_gemm', experts, hiddenSize, { quant: 'bfloat16' }),
    dispatch(plan, 'pre', attentionCp),
    {
      kind: 'experts',
      name: `${plan.phase}_moe`,
      count: plan.perLayer,
      hiddenSize,
      interSize,
      experts,
      topk,
      moeTp,
      moeEp,
      dp,
      quant: plan.quant.moe,
      distribution: `power_law_${skew}`,
    },
    dispatch(plan, 'post', attentionCp),
  ];
}

function dispatch(plan: PhasePlan, stage: 'pre' | 'post', attentionCp: number): MoeDispatch {
  const { moeTp, moeEp, dp } = plan.layout;
  const gpus = moeTp * moeEp;
  return {
    kind: 'moeDispatch',
    name: `${plan.phase}_moe_${stage}_dispatch`,
    count: plan.perLayer,
    stage,
    phase: plan.phase,
    hiddenSize: plan.architecture.hiddenSize,
    gpus,
    attentionTp: Math.floor(gpus / dp),
    attentionDp: dp,
    attentionCp,
    quant: plan.quant.moe,
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
