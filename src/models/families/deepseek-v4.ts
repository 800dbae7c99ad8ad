import type { Compression } from '../../operations/compressed-block.ts';
import type { Operation, Overlap } from '../../operations/operations.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition } from '../family.ts';
import { layerList } from '../layer-list.ts';
import { type CompressedFacts, compressedAttention, compressedKvBytes } from '../parts/compressed-layers.ts';
import { COMPRESSED_CHECKS, EXPERT_CHECKS, everywhere } from '../parts/mode-checks.ts';
import { expertMismatch, routedExperts } from '../parts/routed-experts.ts';
import { SHARED_NAMES, sharedExperts } from '../parts/shared-experts.ts';
import { tokenOps, tokenSplit } from '../parts/token-ops.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** Facts that these models alone have. */
interface V4Facts extends CompressedFacts {
  readonly streams: number;
  readonly sinkhornRounds: number;
}

/**
 * DeepSeek-V4: compressed attention of two kinds, routed and shared experts, and residual streams that are mixed around both.
 * Source of the list: aiconfigurator 0.10.0 and 0.12.0, sdk/models/deepseek_v4.py.
 */
export const deepseekV4: FamilyDefinition = (read, common) => {
  const facts = v4Facts(read, common);
  return {
    isMoe: true,
    activationProfile: 'moe',
    hasDispatchWorkspace: true,
    hasExchanges: false,
    splitsSequences: true,
    splitsStages: true,
    operations: (plan) => phaseOperations(plan, facts),
    kvBytesPerSequence: compressedKvBytes(facts),
    quantRules: [{ applies: () => true, change: { kvCache: 'fp8' } }],
    measured: everywhere([...EXPERT_CHECKS, ...COMPRESSED_CHECKS]),
    mismatch: expertMismatch,
  };
};

function v4Facts(read: FactReader, { hiddenSize, headSize }: CommonFacts): V4Facts {
  const { need } = read;
  return {
    sizes: {
      hiddenSize,
      queryRank: need('q_lora_rank'),
      outputRank: need('o_lora_rank'),
      headSize,
      rotarySize: need('qk_rope_head_dim'),
      indexHeads: need('index_n_heads'),
      indexSize: need('index_head_dim'),
      topk: need('index_topk'),
      windowSize: need('sliding_window'),
    },
    outputGroups: need('o_groups'),
    layers: compressedLayers(read),
    streams: need('hc_mult'),
    sinkhornRounds: need('hc_sinkhorn_iters'),
  };
}

/** Compression by the number of tokens that become one. */
const BY_RATIO: Readonly<Record<number, Compression | 'none'>> = { 0: 'none', 4: 'csa', 128: 'hca' };

function compressedLayers(read: FactReader): readonly (Compression | 'none')[] {
  return layerList(read, 'compress_ratios').map((ratio) => {
    const compression = typeof ratio === 'number' ? BY_RATIO[ratio] : undefined;
    if (compression === undefined)
      throw read.refusal('compress_ratios', `a list of ${Object.keys(BY_RATIO).join(', ')}`);
    return compression;
  });
}

function phaseOperations(plan: PhasePlan, facts: V4Facts): readonly Operation[] {
  const { embedding, elementWise, logits, pointToPoint } = tokenOps;
  const { hiddenSize, vocabSize } = plan.architecture;
  return [
    embedding(plan, vocabSize),
    hyperConnection(plan, facts, 'pre'),
    elementWise(plan, 'attn_norm', hiddenSize, hiddenSize),
    ...compressedAttention(plan, facts),
    hyperConnection(plan, facts, 'post'),
    elementWise(plan, 'ffn_norm', hiddenSize, hiddenSize),
    ...expertLayers(plan),
    logits(plan),
    { ...pointToPoint(plan), tokenSplit: 1 },
  ];
}

function hyperConnection(plan: PhasePlan, { streams, sinkhornRounds }: V4Facts, stage: 'pre' | 'post'): Operation {
  const { hiddenSize } = plan.architecture;
  const base = { name: `${plan.phase}_mhc_${stage}`, count: plan.perLayer, tokenSplit: tokenSplit(plan) };
  return { kind: 'hyperConnection', ...base, stage, hiddenSize, streams, sinkhornRounds };
}

/** Prefill runs shared and routed experts in turn; decode overlaps them on two streams. */
function expertLayers(plan: PhasePlan): readonly Operation[] {
  const { layout, quant, revision } = plan;
  const shared = sharedExperts(plan, { names: SHARED_NAMES, quant: quant.gemm, ranks: layout.tp, dealtRanks: 1 });
  const routed = routedExperts(plan, {
    skew: revision.expertSkew.DEEPSEEKV4,
    attentionCp: layout.cp,
    // The reference sends tokens of decode as in prefill.
    sentAs: 'context',
  });
  if (plan.phase === 'context') return [...shared, ...routed];
  const overlap: Overlap = { kind: 'overlap', name: 'generation_moe_overlap', count: 1, branches: [routed, shared] };
  return [overlap];
}
