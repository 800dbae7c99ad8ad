import type { Operation } from '../../operations/operations.ts';
import type { FactReader } from '../fact-reader.ts';
import type { FamilyDefinition } from '../family.ts';
import { layerList } from '../layer-list.ts';
import { attention } from '../parts/grouped-attention.ts';
import { everywhere, GROUPED_CHECKS } from '../parts/mode-checks.ts';
import { tokenOps } from '../parts/token-ops.ts';
import { type PrunedBlock, prunedBlock, prunedWidth } from '../pruned-blocks.ts';
import type { PhasePlan } from '../worker-plan.ts';

/** Layers in a row that were pruned alike. */
interface PrunedLayers extends PrunedBlock {
  readonly count: number;
}

/** Heads as wide as the reference takes them to be, whatever a model says. */
const HEAD_SIZE = 128;

/**
 * Llama-Nemotron: a dense decoder in which a search pruned attention and feed-forward parts layer by layer. The reference
 * sizes no KV cache for it. Source: aiconfigurator 0.10.0, sdk/models/nemotron_nas.py.
 */
export const nemotronNas: FamilyDefinition = (read) => {
  // The reference runs nothing at all for models of these classes that nobody pruned.
  if (read.value('block_configs') === undefined) return 'unmodelled';
  const runs = prunedRuns(read);
  return {
    isMoe: false,
    activationProfile: 'other',
    hasDispatchWorkspace: false,
    hasExchanges: false,
    splitsSequences: false,
    operations: (plan) => phaseOperations(plan, runs),
    kvBytesPerSequence: () => 0,
    quantRules: [],
    measured: everywhere(GROUPED_CHECKS),
    mismatch: ({ architecture }) =>
      architecture.nextn > 0 ? 'pruned layers are not modelled with further predicted tokens' : undefined,
  };
};

function prunedRuns(read: FactReader): readonly PrunedLayers[] {
  const runs: PrunedLayers[] = [];
  for (const block of layerList(read, 'block_configs')) {
    const layer = prunedBlock(block);
    if (layer === undefined) throw read.refusal('block_configs', 'attention and ffn with their sizes in each block');
    const last = runs.at(-1);
    const isAlike = last?.headsPerGroup === layer.headsPerGroup && last.ffnFactor === layer.ffnFactor;
    if (isAlike) runs[runs.length - 1] = { ...layer, count: last.count + 1 };
    else runs.push({ ...layer, count: 1 });
  }
  return runs;
}

function phaseOperations(plan: PhasePlan, runs: readonly PrunedLayers[]): readonly Operation[] {
  return [
    tokenOps.embedding(plan, plan.architecture.vocabSize),
    ...runs.flatMap((run) => {
      const layers = { ...plan, perLayer: run.count * plan.once };
      return [
        ...(run.headsPerGroup === 0 ? [] : attentionOf(layers, run)),
        ...(run.ffnFactor === 0 ? [] : feedForward(layers, run)),
      ];
    }),
    tokenOps.pointToPoint(plan),
    tokenOps.logits(plan),
  ];
}

function attentionOf(plan: PhasePlan, { headsPerGroup }: PrunedLayers): readonly Operation[] {
  const { addNorm, allReduce, gemm } = tokenOps;
  const { heads, headSize, hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const kvHeads = Math.ceil(Math.floor(heads / headsPerGroup) / tp);
  const width = Math.floor((heads * headSize) / tp);
  return [
    addNorm(plan, 1),
    gemm(plan, 'qkv_gemm', width + headSize * kvHeads * 2, hiddenSize),
    attention(plan, { kvHeads, headSize: HEAD_SIZE }),
    gemm(plan, 'proj_gemm', hiddenSize, width),
    allReduce(plan, 'ar_1', plan.perLayer),
  ];
}

function feedForward(plan: PhasePlan, { ffnFactor }: PrunedLayers): readonly Operation[] {
  const { addNorm, allReduce, elementWise, gemm } = tokenOps;
  const { hiddenSize } = plan.architecture;
  const { tp } = plan.layout;
  const width = prunedWidth(ffnFactor, hiddenSize);
  const [own, both] = [Math.floor(width / tp), Math.floor((2 * width) / tp)];
  return [
    addNorm(plan, 2),
    gemm(plan, 'gate_ffn1_gemm', both, hiddenSize),
    elementWise(plan, 'act_gate', both, own),
    gemm(plan, 'ffn2_gemm', hiddenSize, own),
    allReduce(plan, 'ar_2', plan.perLayer),
  ];
}
