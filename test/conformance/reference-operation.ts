import type { Operation, SingleKind, Singles } from '../../src/operations/operations.ts';

/** An operation as the reference records it: its kind, name and count, then dimensions by the kind. */
export type RecordedOperation = readonly [kind: string, name: string, count: number, ...dims: RecordedDim[]];
type RecordedDim = number | string | boolean;

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
    ours: ({ inputs, outputs, tokenSplit }) => ({ bytes: (inputs + outputs) * ACTIVATION_BYTES, tokenSplit }),
    theirs: ([bytes, divisor, ranks]) => ({ bytes: bytes!, tokenSplit: Number(divisor) * Number(ranks) }),
  },
  gemm: {
    named: 'Gemm',
    ours: ({ n, k, quant, hasLowPrecisionInput: low, tokenSplit }) => ({ n, k, quant, low, tokenSplit }),
    theirs: ([n, k, quant, low, divisor, , ranks]) => ({
      ...{ n: n!, k: k!, quant: quant!, low: low! },
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
    ours: ({ hiddenSize, interSize, topk, experts, moeTp, moeEp, dp, quant, distribution }) => ({
      ...{ hiddenSize, interSize, topk, experts, moeTp, moeEp, dp, quant, distribution, gated: true },
    }),
    theirs: ([hiddenSize, interSize, topk, experts, moeTp, moeEp, dp, quant, distribution, gated]) => ({
      ...{ hiddenSize: hiddenSize!, interSize: interSize!, topk: topk!, experts: experts! },
      ...{ moeTp: moeTp!, moeEp: moeEp!, dp: dp!, quant: quant!, distribution: distribution!, gated: gated! },
    }),
  },
  moeDispatch: {
    named: 'MoeDispatch',
    ours: ({ hiddenSize, gpus, attentionDp: dp, attentionCp: cp, stage, quant }) => ({
      ...{ hiddenSize, gpus, dp, cp, isBefore: stage === 'pre', quant },
    }),
    theirs: ([hiddenSize, , , moeTp, moeEp, dp, isBefore, , , quant, cp]) => ({
      ...{ hiddenSize: hiddenSize!, gpus: Number(moeTp) * Number(moeEp), dp: dp!, cp: cp! },
      ...{ isBefore: isBefore!, quant: quant! },
    }),
  },
};

/** One of our operations, and one of the reference's, in words that are equal where the operations are. */
export function ourWords(op: Operation): string {
  if (op.kind === 'fallback' || op.kind === 'overlap') throw new Error(`${op.kind} has no row`);
  return words(op.name, op.count, rowOf(op.kind), op);
}

function words<Kind extends SingleKind>(name: string, count: number, row: KindRow<Kind>, op: Singles[Kind]): string {
  return JSON.stringify([row.named, name, count, row.ours(op)]);
}

/** The same of a recorded operation. */
export function theirWords([kind, name, count, ...dims]: RecordedOperation): string {
  const row = Object.values(ROWS).find(({ named }) => named === kind);
  if (row === undefined) throw new Error(`${kind} has no row`);
  return JSON.stringify([kind, name, count, row.theirs(dims)]);
}

function rowOf<Kind extends SingleKind>(kind: Kind): KindRow<Kind> {
  const row = ROWS[kind];
  if (row === undefined) throw new Error(`${kind} has no row`);
  return row;
}
