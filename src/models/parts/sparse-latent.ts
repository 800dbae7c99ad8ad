import type { DsaProjections } from '../../operations/dsa-block.ts';
import { type DsaModel, indexEntryBytes } from '../../operations/dsa-shape.ts';
import type { Operation } from '../../operations/operations.ts';
import { type GemmQuant, KV_CACHE_QUANT } from '../../operations/quant-modes.ts';
import type { CommonFacts } from '../common-facts.ts';
import type { FactReader } from '../fact-reader.ts';
import { namesAttention } from '../module-groups.ts';
import type { PhasePlan, WorkerPlan } from '../worker-plan.ts';
import { type LatentFacts, latentFacts } from './latent-plan.ts';
import { moduleModes } from './module-modes.ts';

/** What a checkpoint says of its sparse attention. */
export interface SparseFacts extends Omit<LatentFacts, 'valueHeadSize'> {
  /** The measured model that its layers are those of. */
  readonly model: DsaModel;
  /** Width of the indexer's keys in elements. */
  readonly indexSize: number;
  /** Share of the layers that choose tokens themselves, 0 to 1. */
  readonly choosingShare: number;
}

const INDEX_SIZE = 128;

/** Reads the facts. @throws RenderError MODEL_INVALID */
export function sparseFacts(read: FactReader, { layers }: CommonFacts, model: DsaModel): SparseFacts {
  const { kvRank, ropeSize } = latentFacts(read);
  const indexSize = read.first('index_head_dim') || INDEX_SIZE;
  return { model, kvRank, ropeSize, indexSize, choosingShare: choosingShare(read, layers) };
}

/** In a pattern of layers, one that takes the choice of a layer before. */
const SKIPPING = 'S';

/** Layers choose in turn, or as a pattern says. Source: aiconfigurator 0.12.0, sdk/models/deepseek_v32.py. */
function choosingShare(read: FactReader, layers: number): number {
  const pattern = read.value('index_topk_pattern');
  const every = read.first('index_topk_freq') || 1;
  const offset = read.value('index_skip_topk_offset');
  const first = typeof offset === 'number' ? offset : 2;
  const chooses = (layer: number): boolean =>
    typeof pattern === 'string' ? pattern[layer] !== SKIPPING : Math.max(layer - first + 1, 0) % every === 0;
  return Array.from({ length: layers }, (_, layer) => layer).filter(chooses).length / layers;
}

/** Modes of a block: the one that its measured slice is named by, and those of its projections where these are counted. */
interface SparseModes {
  readonly gemm: GemmQuant;
  readonly projections: DsaProjections | undefined;
}

/** A block is measured in one mode; where its projections differ the largest one decides. */
function sparseModes(plan: WorkerPlan, model: DsaModel): SparseModes {
  const { architecture, quant, revision } = plan;
  const { keptWhole, seesProjections } = revision.sparse;
  if (!seesProjections) {
    const isKept = keptWhole.includes(model) && namesAttention(architecture.unquantised);
    return { gemm: isKept ? 'bfloat16' : quant.gemm, projections: undefined };
  }
  const modeOf = moduleModes(plan);
  const [query, keyValue, output] = [modeOf('query'), modeOf('keyValue'), modeOf('output')];
  return { gemm: output, projections: { query, keyValue, output, indexer: modeOf('indexer') } };
}

/** The whole block; a mixed step sees its attention, since it stands in no other. */
export function sparseAttention(plan: PhasePlan, { model, choosingShare: share }: SparseFacts): Operation {
  const { architecture, layout, phase, perLayer: count, quant } = plan;
  const common = {
    ...{ name: `${phase}_attention`, count, mixes: 'attention' as const, model, kvCache: quant.kvCache },
    heads: Math.floor(architecture.heads / layout.tp),
    ...sparseModes(plan, model),
    // Layers without an indexer were measured on SGLang alone.
    choosingShare: plan.backend === 'sglang' ? share : 1,
  };
  if (phase === 'generation') return { kind: 'generationDsaModule', ...common };
  return { kind: 'contextDsaModule', ...common, fmha: quant.fmha, cp: layout.cp };
}

/** KV-cache bytes of a sequence, on every tensor rank: latent vector, rotary key in bfloat16, and the indexer's key. */
export function sparseKvBytes(
  { kvRank, ropeSize, indexSize }: SparseFacts,
  { architecture, quant }: WorkerPlan,
  tokens: number,
): number {
  const { bytes } = KV_CACHE_QUANT[quant.kvCache];
  const entry = kvRank * bytes + ropeSize * KV_CACHE_QUANT.bfloat16.bytes + indexEntryBytes(indexSize);
  return architecture.layers * tokens * entry;
}
