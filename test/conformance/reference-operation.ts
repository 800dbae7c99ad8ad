import type { CompressedAttention } from '../../src/operations/compressed-block.ts';
import type { Operation, SingleKind, Singles } from '../../src/operations/operations.ts';

/** An operation as the reference records it: its kind, name and count, then dimensions by the kind. */
type RecordedOperation = readonly [kind: string, name: string, count: number, ...dims: RecordedDim[]];
type RecordedDim = number | string | boolean | null | readonly (readonly [string, string])[];

/** A row of a recorded list: an operation, or one that holds others. */
export type RecordedRow =
  | { readonly op: RecordedOperation }
  | {
      readonly op: 'Overlap';
      readonly name: string;
      readonly a: readonly RecordedOperation[];
      readonly b: readonly RecordedOperation[];
    }
  | {
      readonly op: 'Fallback';
      readonly name: string;
      readonly primary: RecordedOperation;
      readonly parts: readonly RecordedOperation[];
    };

/** What of an operation is compared: dimensions that both sides name. */
type Dims = Readonly<Record<string, RecordedDim>>;

interface KindRow<Kind extends SingleKind> {
  /** The kind by the reference's name. */
  readonly named: string;
  readonly ours: (op: Singles[Kind]) => Dims;
  /** The same of a recorded one; its fields count from behind the count. */
  readonly theirs: (dims: readonly RecordedDim[]) => Dims;
}

const ACTIVATION_BYTES = 2;

/** Kinds of families that lists are recorded of. */
const ROWS: { readonly [Kind in SingleKind]?: KindRow<Kind> } = {
  embedding: {
    named: 'Embedding',
    ours: ({ rows, columns, tokenSplit }) => ({ rows, columns, tokenSplit }),
    theirs: ([rows, columns, tokenSplit]) => ({ rows: rows!, columns: columns!, tokenSplit: tokenSplit! }),
  },
  elementWise: {
    named: 'Elementwise',
    ours: ({ inputs, outputs, tokenSplit, dealtRanks = 1 }) => ({
      ...{ bytes: (inputs + outputs) * ACTIVATION_BYTES, tokenSplit: tokenSplit * dealtRanks },
    }),
    theirs: ([bytes, divisor, ranks]) => ({ bytes: bytes!, tokenSplit: Number(divisor) * Number(ranks) }),
  },
  gemm: {
    named: 'Gemm',
    ours: ({ n, k, quant, hasLowPrecisionInput: low, isNarrow = false, tokenSplit, dealtRanks = 1 }) => ({
      ...{ n, k, quant, low, isNarrow, tokenSplit: tokenSplit * dealtRanks },
    }),
    theirs: ([n, k, quant, low, divisor, isNarrow, ranks]) => ({
      ...{ n: n!, k: k!, quant: quant!, low: low!, isNarrow: isNarrow! },
      tokenSplit: Number(divisor) * Number(ranks),
    }),
  },
  contextAttention: {
    named: 'ContextAttention',
    ours: ({ heads, kvHeads, headSize, windowSize, kvCache, fmha, usesQkNorm, cp }) => ({
      ...{ heads, kvHeads, headSize, windowSize, kvCache, fmha, usesQkNorm, cp },
    }),
    theirs: ([heads, kvHeads, headSize, windowSize, kvCache, fmha, usesQkNorm, cp]) => ({
      ...{ heads: heads!, kvHeads: kvHeads!, headSize: headSize!, windowSize: windowSize!, kvCache: kvCache! },
      ...{ fmha: fmha!, usesQkNorm: usesQkNorm!, cp: cp! },
    }),
  },
  generationAttention: {
    named: 'GenerationAttention',
    ours: ({ heads, kvHeads, headSize, windowSize, kvCache }) => ({ heads, kvHeads, headSize, windowSize, kvCache }),
    theirs: ([heads, kvHeads, headSize, windowSize, kvCache]) => ({
      ...{ heads: heads!, kvHeads: kvHeads!, headSize: headSize!, windowSize: windowSize!, kvCache: kvCache! },
    }),
  },
  customAllReduce: {
    named: 'CustomAllReduce',
    ours: ({ elements, gpus, tokenSplit }) => ({ elements, gpus, tokenSplit }),
    theirs: ([elements, gpus, tokenSplit]) => ({ elements: elements!, gpus: gpus!, tokenSplit: tokenSplit! }),
  },
  pointToPoint: {
    named: 'P2P',
    ours: ({ elements, stages, tokenSplit }) => ({ elements, stages, tokenSplit }),
    theirs: ([elements, stages, tokenSplit]) => ({ elements: elements!, stages: stages!, tokenSplit: tokenSplit! }),
  },
  collective: {
    named: 'Nccl',
    ours: ({ elements, gpus, collective }) => ({ elements, gpus, collective }),
    theirs: ([elements, gpus, collective]) => ({ elements: elements!, gpus: gpus!, collective: collective! }),
  },
  experts: {
    named: 'Moe',
    ours: ({ hiddenSize, interSize, topk, experts, moeTp, moeEp, dp, quant, distribution, isGated: gated }) => ({
      ...{ hiddenSize, interSize, topk, experts, moeTp, moeEp, dp, quant, distribution, gated },
    }),
    theirs: ([hiddenSize, interSize, topk, experts, moeTp, moeEp, dp, quant, distribution, gated]) => ({
      ...{ hiddenSize: hiddenSize!, interSize: interSize!, topk: topk!, experts: experts! },
      ...{ moeTp: moeTp!, moeEp: moeEp!, dp: dp!, quant: quant!, distribution: distribution!, gated: gated! },
    }),
  },
  moeDispatch: {
    named: 'MoeDispatch',
    ours: ({ hiddenSize, gpus, attentionDp: dp, attentionCp: cp, stage, quant, isReduced = false }) => ({
      ...{ hiddenSize, gpus, dp, cp, isBefore: stage === 'pre', quant, isReduced },
    }),
    theirs: ([hiddenSize, , , moeTp, moeEp, dp, isBefore, isReduced, , quant, cp]) => ({
      ...{ hiddenSize: hiddenSize!, gpus: Number(moeTp) * Number(moeEp), dp: dp!, cp: cp! },
      ...{ isBefore: isBefore!, quant: quant!, isReduced: isReduced! },
    }),
  },
  contextMla: {
    named: 'ContextMla',
    ours: ({ heads, kvCache, fmha, cp }) => ({ heads, kvCache, fmha, cp }),
    theirs: ([heads, kvCache, fmha, cp]) => ({ heads: heads!, kvCache: kvCache!, fmha: fmha!, cp: cp! }),
  },
  generationMla: {
    named: 'GenerationMla',
    ours: ({ heads, kvCache }) => ({ heads, kvCache }),
    theirs: ([heads, kvCache]) => ({ heads: heads!, kvCache: kvCache! }),
  },
  contextMlaModule: moduleRow('MlaModuleContext'),
  generationMlaModule: moduleRow('MlaModuleGeneration'),
  mlaBmm: {
    named: 'MlaBmm',
    ours: ({ heads, quant, stage }) => ({ heads, quant, isBefore: stage === 'pre' }),
    theirs: ([heads, quant, isBefore]) => ({ heads: heads!, quant: quant!, isBefore: isBefore! }),
  },
  gdn: {
    named: 'Gdn',
    ours: ({ kernel, hiddenSize, convWidth, keyHeads, keySize, valueHeads, valueSize, stateType }) => ({
      ...{ kernel, hiddenSize, convWidth, keyHeads, keySize, valueHeads, valueSize, stateType },
    }),
    theirs: ([kernel, , hiddenSize, convWidth, keyHeads, keySize, valueHeads, valueSize, stateType]) => ({
      ...{ kernel: kernel!, hiddenSize: hiddenSize!, convWidth: convWidth!, keyHeads: keyHeads!, keySize: keySize! },
      // The older engine knows no types of states.
      ...{ valueHeads: valueHeads!, valueSize: valueSize!, stateType: stateType ?? 'float32' },
    }),
  },
  mamba2: {
    named: 'Mamba2',
    ours: ({ kernel, hiddenSize, stateSize, convWidth, heads, headSize, groups, chunkSize }) => ({
      ...{ kernel, hiddenSize, stateSize, convWidth, heads, headSize, groups, chunkSize },
    }),
    theirs: ([kernel, , hiddenSize, stateSize, convWidth, heads, headSize, groups, chunkSize]) => ({
      ...{ kernel: kernel!, hiddenSize: hiddenSize!, stateSize: stateSize!, convWidth: convWidth! },
      ...{ heads: heads!, headSize: headSize!, groups: groups!, chunkSize: chunkSize! },
    }),
  },
  kda: {
    named: 'Kda',
    ours: ({ kernel, hiddenSize, convWidth, heads, headSize }) => ({
      ...{ kernel, hiddenSize, convWidth, heads, headSize, valueHeads: heads, valueSize: headSize },
    }),
    theirs: ([kernel, , hiddenSize, convWidth, heads, headSize, valueHeads, valueSize]) => ({
      ...{ kernel: kernel!, hiddenSize: hiddenSize!, convWidth: convWidth!, heads: heads!, headSize: headSize! },
      ...{ valueHeads: valueHeads!, valueSize: valueSize! },
    }),
  },
  allToAll: {
    named: 'MoeAllToAll',
    ours: ({ stage, comm, sent, hiddenSize, topk, experts, moeEp, nodes, sms, attentionRanks }) => ({
      ...{ stage, comm, sent, hiddenSize, topk, experts, moeEp, nodes, sms, attentionRanks },
    }),
    theirs: ([stage, comm, sent, hiddenSize, topk, experts, moeEp, nodes, sms, attentionRanks]) => ({
      ...{ stage: stage!, comm: comm!, sent: sent!, hiddenSize: hiddenSize!, topk: topk!, experts: experts! },
      ...{ moeEp: moeEp!, nodes: nodes!, sms: sms!, attentionRanks: attentionRanks! },
    }),
  },
  expertCompute: {
    named: 'MoeExpertCompute',
    ours: ({ hiddenSize, interSize, topk, experts, moeEp, quant, distribution, dp, phase }) => ({
      ...{ hiddenSize, interSize, topk, experts, moeEp, quant, distribution, dp, phase },
    }),
    theirs: ([hiddenSize, interSize, topk, experts, moeEp, quant, distribution, dp, phase]) => ({
      ...{ hiddenSize: hiddenSize!, interSize: interSize!, topk: topk!, experts: experts!, moeEp: moeEp! },
      ...{ quant: quant!, distribution: distribution!, dp: dp!, phase: phase! },
    }),
  },
  contextDsaModule: {
    named: 'DsaContext',
    ours: ({ fmha, cp, ...op }) => ({ ...dsaDims(op), fmha, cp }),
    theirs: (dims) => ({ ...recordedDsa(dims), fmha: dims[2]!, cp: dims[6]! }),
  },
  generationDsaModule: { named: 'DsaGeneration', ours: dsaDims, theirs: recordedDsa },
  contextMsaModule: { named: 'MsaContext', ours: msaDims, theirs: recordedMsa },
  generationMsaModule: { named: 'MsaGeneration', ours: msaDims, theirs: recordedMsa },
  contextCompressed: {
    named: 'Dsv4Context',
    ours: (op) => ({ ...compressedDims(op), fmha: op.fmha, cp: op.cp }),
    theirs: (dims) => ({ ...recordedCompressed(dims), fmha: dims[5]!, cp: dims[7]! }),
  },
  generationCompressed: { named: 'Dsv4Generation', ours: compressedDims, theirs: recordedCompressed },
  hyperConnection: {
    named: 'Mhc',
    ours: ({ stage, streams, hiddenSize, sinkhornRounds, tokenSplit }) => ({
      ...{ stage, streams, hiddenSize, sinkhornRounds, tokenSplit },
    }),
    theirs: ([stage, streams, hiddenSize, sinkhornRounds, , tokenSplit]) => ({
      ...{ stage: stage!, streams: streams!, hiddenSize: hiddenSize!, sinkhornRounds: sinkhornRounds! },
      tokenSplit: tokenSplit!,
    }),
  },
};

function moduleRow(named: string): KindRow<'contextMlaModule' | 'generationMlaModule'> {
  return {
    named,
    ours: ({ heads, kvCache, fmha, gemm, nativeHeads }) => ({ heads, kvCache, fmha, gemm, nativeHeads }),
    theirs: ([heads, kvCache, fmha, gemm, nativeHeads]) => ({
      ...{ heads: heads!, kvCache: kvCache!, fmha: fmha!, gemm: gemm!, nativeHeads: nativeHeads! },
    }),
  };
}

/** Shares and modes are those of the newer engine alone. */
function dsaDims(
  op: Pick<Singles['contextDsaModule'], 'heads' | 'kvCache' | 'gemm' | 'model' | keyof DsaWeighed>,
): Dims {
  const { heads, kvCache, gemm, model, choosingShare, projections } = op;
  const { query: q, keyValue: kv, output: o, indexer } = projections ?? {};
  return {
    heads,
    kvCache,
    gemm,
    model,
    ...(projections && { share: choosingShare, modes: `${q} ${kv} ${o} ${indexer}` }),
  };
}
type DsaWeighed = Pick<Singles['contextDsaModule'], 'choosingShare' | 'projections'>;

function recordedDsa([heads, kvCache, , gemm, model, , , share, modes]: readonly RecordedDim[]): Dims {
  const known = { heads: heads!, kvCache: kvCache!, gemm: gemm!, model: model! };
  if (!Array.isArray(modes)) return known;
  const { q, kv, o, indexer } = Object.fromEntries(modes);
  return { ...known, share: share!, modes: `${q} ${kv} ${o} ${indexer}` };
}

function msaDims(op: Omit<Singles['contextMsaModule'], 'kind'>): Dims {
  const { heads, kvHeads, hiddenSize, headSize, kvCache, fmha, gemm } = op;
  return { heads, kvHeads, hiddenSize, headSize, kvCache, fmha, gemm };
}

function recordedMsa([heads, kvHeads, hiddenSize, headSize, , , , , , ...modes]: readonly RecordedDim[]): Dims {
  const [kvCache, fmha, gemm] = modes;
  return {
    ...{ heads: heads!, kvHeads: kvHeads!, hiddenSize: hiddenSize!, headSize: headSize! },
    ...{ kvCache: kvCache!, fmha: fmha!, gemm: gemm! },
  };
}

function compressedDims({
  compression,
  heads,
  nativeHeads,
  tp,
  kvCache,
  gemm,
  sizes,
  outputGroups,
}: CompressedAttention) {
  return { compression, heads, nativeHeads, tp, kvCache, gemm, ...sizes, outputGroups };
}

function recordedCompressed(dims: readonly RecordedDim[]): Dims {
  const [kind, heads, nativeHeads, tp, kvCache, , gemm, , windowSize, hiddenSize, queryRank, outputRank, ...rest] =
    dims;
  const [headSize, rotarySize, indexHeads, indexSize, topk, outputGroups] = rest;
  return {
    ...{
      compression: String(kind).toLowerCase(),
      heads: heads!,
      nativeHeads: nativeHeads!,
      tp: tp!,
      kvCache: kvCache!,
    },
    ...{ gemm: gemm!, hiddenSize: hiddenSize!, queryRank: queryRank!, outputRank: outputRank!, headSize: headSize! },
    ...{ rotarySize: rotarySize!, indexHeads: indexHeads!, indexSize: indexSize!, topk: topk! },
    ...{ windowSize: windowSize!, outputGroups: outputGroups! },
  };
}

/** One of our operations, and one of the reference's, in words that are equal where the operations are. */
export function ourWords(op: Operation): string {
  if (op.kind === 'fallback') return blockWords('Fallback', op.name, [[op.primary], op.parts].map(ourList));
  if (op.kind === 'overlap') return blockWords('Overlap', op.name, op.branches.map(ourList));
  return words(op.name, op.count, rowOf(op.kind), op);
}

function ourList(ops: readonly Operation[]): readonly string[] {
  return ops.map(ourWords);
}

function blockWords(kind: string, name: string, lists: readonly (readonly string[])[]): string {
  return JSON.stringify([kind, name, ...lists]);
}

function words<Kind extends SingleKind>(name: string, count: number, row: KindRow<Kind>, op: Singles[Kind]): string {
  return JSON.stringify([row.named, name, count, row.ours(op)]);
}

/** The same of a recorded row. */
export function rowWords(row: RecordedRow): string {
  if (row.op === 'Overlap') return blockWords(row.op, row.name, [row.a, row.b].map(theirList));
  if (row.op === 'Fallback') return blockWords(row.op, row.name, [[row.primary], row.parts].map(theirList));
  return theirWords(row.op);
}

/** Its name. */
export function rowName(row: RecordedRow): string {
  return 'name' in row ? row.name : row.op[1];
}

function theirList(ops: readonly RecordedOperation[]): readonly string[] {
  return ops.map(theirWords);
}

function theirWords([kind, name, count, ...dims]: RecordedOperation): string {
  const row = Object.values(ROWS).find(({ named }) => named === kind);
  if (row === undefined) throw new Error(`${kind} has no row`);
  return JSON.stringify([kind, name, count, row.theirs(dims)]);
}

function rowOf<Kind extends SingleKind>(kind: Kind): KindRow<Kind> {
  const row = ROWS[kind];
  if (row === undefined) throw new Error(`${kind} has no row`);
  return row;
}
