import type { AllToAll, CommStage } from '../../operations/all-to-all.ts';
import type { ExpertCompute } from '../../operations/expert-compute.ts';
import type { Exchange } from '../expert-spread.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** Exchange, experts of a rank and exchange of a phase; `skew` is that under which experts were measured. */
export function exchangedExperts(
  plan: PhasePlan,
  exchange: Exchange,
  { skew }: { readonly skew: number },
): readonly (AllToAll | ExpertCompute)[] {
  const { hiddenSize, moeInterSize: interSize, experts, topk } = plan.architecture;
  const { moeEp, dp } = plan.layout;
  const before = exchange.stages.filter((stage) => stage !== 'combine');
  return [
    ...before.map((stage) => allToAll(plan, exchange, stage)),
    {
      kind: 'expertCompute',
      name: `${plan.phase}_moe`,
      count: plan.perLayer,
      phase: plan.phase,
      hiddenSize,
      interSize,
      experts,
      topk,
      moeEp,
      dp,
      quant: plan.quant.moe,
      distribution: `power_law_${skew}`,
    },
    allToAll(plan, exchange, 'combine'),
  ];
}

function allToAll(plan: PhasePlan, { comm, sent, sms, splitsPrefill, nodes }: Exchange, stage: CommStage): AllToAll {
  const { hiddenSize, topk, experts } = plan.architecture;
  const { moeEp, tp, cp } = plan.layout;
  return {
    kind: 'allToAll',
    name: `${plan.phase}_moe_${stage}`,
    count: plan.perLayer,
    comm,
    stage,
    sent: stage === 'combine' ? sent.combine : sent.dispatch,
    hiddenSize,
    topk,
    experts,
    moeEp,
    nodes,
    sms,
    attentionRanks: splitsPrefill && plan.phase === 'context' ? tp * cp : 1,
  };
}
