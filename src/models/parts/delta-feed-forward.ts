import type { Operation, Overlap } from '../../operations/operations.ts';
import type { Backend } from '../../serving.ts';
import type { DeltaNetFacts } from '../delta-net-facts.ts';
import type { PhasePlan } from '../worker-plan.ts';
import { EXPERT_NAMES, FEED_FORWARD_NAMES, gatedLayers } from './gated-layers.ts';
import { plainLayers } from './plain-layers.ts';
import { choice, dispatch, expertLayer, type RoutingOptions, routedExperts } from './routed-experts.ts';
import { tokenOps } from './token-ops.ts';

/** The feed-forward part of layers of one kind of attention: `prefix` stands before its names. */
export type DeltaFeedForward = (plan: PhasePlan, net: DeltaNetFacts, prefix: string) => readonly Operation[];

/** Experts from which a router is timed. */
const ROUTER_FROM = 128;

function routing(plan: PhasePlan, prefix: string): RoutingOptions {
  return { skew: plan.revision.expertSkew.QWEN35, attentionCp: 1, prefix, routerFrom: ROUTER_FROM };
}

function norm(plan: PhasePlan, prefix: string): Operation {
  const width = 2 * plan.architecture.hiddenSize;
  return tokenOps.elementWise(plan, `${prefix}ffn_norm`, width, width);
}

/** A dense part with its norm and all-reduce. */
const denseLayers: DeltaFeedForward = (plan, { modes }, prefix) => {
  const { interSize: width } = plan.architecture;
  const quant = modes.dense ?? plan.quant.gemm;
  return [
    norm(plan, prefix),
    ...gatedLayers(plan, { prefix, names: FEED_FORWARD_NAMES, width, quant }),
    tokenOps.allReduce(plan, `${prefix}ffn_ar`, plan.perLayer),
  ];
};

/** Everything in turn, the expert for all tokens without a gate. Source: aiconfigurator 0.10.0, sdk/models/qwen35.py. */
export const feedForwardInTurn: DeltaFeedForward = (plan, net, prefix) => {
  if (plan.architecture.experts === 0) return denseLayers(plan, net, prefix);
  const shared = { prefix: `${prefix}shared_`, width: net.sharedSize, hasLowPrecisionInput: true };
  return [
    norm(plan, prefix),
    ...routedExperts(plan, routing(plan, prefix)),
    ...(net.sharedSize === 0 ? [] : plainLayers(plan, shared)),
  ];
};

/** What a layer of experts is made of. */
interface ExpertParts {
  readonly router: readonly Operation[];
  readonly before: readonly Operation[];
  readonly experts: readonly Operation[];
  readonly after: readonly Operation[];
  readonly shared: readonly Operation[];
  /** Adding up what routed and shared experts give. */
  readonly merge: readonly Operation[];
}

/** How a backend runs experts in decode: `beside` runs two lists at once where there is a shared expert. */
type DecodeOrder = (parts: ExpertParts, beside: Beside) => readonly Operation[];
type Beside = (routed: readonly Operation[], shared: readonly Operation[]) => readonly Operation[];

interface DeltaBackend {
  /** Whether a kernel after both kinds of experts gates the shared one, and not the shared expert itself. */
  readonly gatesAtMerge: boolean;
  /** Whether tokens are sent before experts where attention has no data-parallel ranks. */
  readonly sendsAlone: boolean;
  readonly inDecode: DecodeOrder;
}

const BACKENDS: Readonly<Record<Backend, DeltaBackend>> = {
  trtllm: {
    gatesAtMerge: false,
    sendsAlone: true,
    inDecode: ({ router, before, experts, shared, merge, after }) => [
      ...[router, before, experts, shared, merge, after].flat(),
    ],
  },
  sglang: {
    gatesAtMerge: true,
    sendsAlone: false,
    inDecode: ({ router, before, experts, shared, merge, after }, beside) => [
      ...[before, beside([...router, ...experts], shared), merge, after].flat(),
    ],
  },
  vllm: {
    gatesAtMerge: false,
    sendsAlone: true,
    inDecode: ({ router, before, experts, shared, merge, after }, beside) => [
      ...[beside([...router, ...before, ...experts], shared), merge, after].flat(),
    ],
  },
};

/** In decode two streams where a backend has them. Source: aiconfigurator 0.12.0, sdk/models/qwen35.py. */
export const feedForwardAtOnce: DeltaFeedForward = (plan, net, prefix) => {
  if (plan.architecture.experts === 0) return denseLayers(plan, net, prefix);
  const { inDecode } = BACKENDS[plan.backend];
  const parts = expertParts(plan, net, prefix);
  const { router, before, experts, after, shared, merge } = parts;
  if (plan.phase === 'context')
    return [norm(plan, prefix), ...router, ...before, ...experts, ...after, ...shared, ...merge];
  const beside: Beside = (routed, other) => {
    if (other.length === 0) return routed;
    const name = `generation_${prefix}moe_overlap`;
    const overlap: Overlap = { kind: 'overlap', name, count: 1, branches: [routed, other] };
    return [overlap];
  };
  return [norm(plan, prefix), ...inDecode(parts, beside)];
};

function expertParts(plan: PhasePlan, net: DeltaNetFacts, prefix: string): ExpertParts {
  const options = { ...routing(plan, prefix), isReduced: true };
  const { gatesAtMerge, sendsAlone } = BACKENDS[plan.backend];
  const { hiddenSize } = plan.architecture;
  const merge = tokenOps.elementWise(plan, `${prefix}shared_merge`, (gatesAtMerge ? 3 : 2) * hiddenSize, hiddenSize);
  return {
    router: choice(plan, options),
    before: sendsAlone || plan.layout.dp > 1 ? [dispatch(plan, 'pre', options)] : [],
    experts: [expertLayer(plan, options)],
    after: [dispatch(plan, 'post', options)],
    shared: net.sharedSize === 0 ? [] : sharedExpert(plan, net, prefix),
    merge: net.sharedSize === 0 ? [] : [merge],
  };
}

/** The expert for all tokens, with a gate of one number a token. */
function sharedExpert(
  plan: PhasePlan,
  { modes, sharedSize: width }: DeltaNetFacts,
  prefix: string,
): readonly Operation[] {
  const { elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const quant = modes.shared ?? plan.quant.gemm;
  const layers = gatedLayers(plan, { prefix: `${prefix}shared_`, names: EXPERT_NAMES, width, quant });
  if (BACKENDS[plan.backend].gatesAtMerge) return layers;
  return [
    gemm(plan, `${prefix}shared_expert_gate_gemm`, 1, hiddenSize, { quant: 'bfloat16', isNarrow: true }),
    ...layers,
    elementWise(plan, `${prefix}shared_expert_gate_mul`, hiddenSize, hiddenSize),
  ];
}
