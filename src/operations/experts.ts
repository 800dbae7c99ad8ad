import { DataMissing } from './data-missing.ts';
import { type Curve, curveAt, readCurves } from './grid/curve.ts';
import type { OperationBase, OperationKind, Tables, TimeOf } from './kind.ts';
import { perShape } from './per-shape.ts';
import { MOE_QUANT, type MoeQuant } from './quant-modes.ts';

/** Routed experts of a layer. Token counts are those of one attention-data-parallel rank. */
export interface Experts extends OperationBase {
  readonly kind: 'experts';
  readonly hiddenSize: number;
  readonly interSize: number;
  readonly experts: number;
  readonly topk: number;
  readonly moeTp: number;
  readonly moeEp: number;
  readonly dp: number;
  readonly quant: MoeQuant;
  /** How unevenly tokens were spread over experts when measured, such as `power_law_1.2`. */
  readonly distribution: string;
  /** Whether an expert has a gate beside its products up and down. */
  readonly isGated: boolean;
}

/** The experts of a layer, measured as one. */
export const experts: OperationKind<Experts> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes,
  source: () => 'measured: moe',
  time: expertsTime,
};

/** Matrix products of a gated expert: gate, up and down. */
export const GATED_PRODUCTS = 3;
/** Those of one without a gate. */
const PLAIN_PRODUCTS = 2;

function productsOf({ isGated }: Experts): number {
  return isGated ? GATED_PRODUCTS : PLAIN_PRODUCTS;
}

/** Whether so many tokens take the low-latency kernel where that was measured; it runs gated experts alone. */
export function isLowLatency({ constants }: Tables, { isGated, quant }: Experts, tokens: number): boolean {
  return isGated && tokens <= (constants.experts.lowLatencyTokens[quant] ?? 0);
}

/** Source: aiconfigurator 0.10.0, sdk/operations/moe.py. */
function expertsTime(tables: Tables): TimeOf<Experts> {
  const { database } = tables;
  const curvesOf = (lowLatency: 0 | 1): ((op: Experts) => { readonly curve: Curve | undefined }) => {
    const slices = perShape((op: Experts) => {
      const slice = database.table('moe')?.slice(lowLatency, ...sliceKey(op));
      return slice === undefined ? NO_CURVES : readCurves(slice, ['moe_tp_size', 'moe_ep_size'], 'num_tokens');
    }, nameOfSlice);
    return perShape(
      (op) => ({ curve: slices(op).get(`${op.moeTp} ${op.moeEp}`) }),
      (op) => `${nameOfSlice(op)} ${op.moeTp} ${op.moeEp}`,
    );
  };
  const [plain, fast] = [curvesOf(0), curvesOf(1)];
  // Rows of the low-latency kernel exist for TensorRT-LLM alone.
  return (op, step) => {
    const tokens = step.tokens * op.dp;
    const curve = (isLowLatency(tables, op, tokens) ? fast(op).curve : undefined) ?? plain(op).curve;
    if (curve === undefined) throw unmeasuredExperts(op);
    return timeOn(curve, tables, op, tokens);
  };
}

const NO_CURVES: ReadonlyMap<string, Curve> = new Map();

/** What a slice of the table is named by, after its kernel. */
function sliceKey({ quant, distribution, topk, experts, hiddenSize, interSize }: Experts) {
  return [quant, distribution, topk, experts, hiddenSize, interSize] as const;
}

function nameOfSlice(op: Experts): string {
  return sliceKey(op).join(' ');
}

/** Why an operation cannot be timed. */
export function unmeasuredExperts(op: Experts): DataMissing {
  const { topk, experts, hiddenSize, interSize, moeTp, moeEp, quant } = op;
  return new DataMissing(
    `no measured experts in ${quant}: ${topk} of ${experts}, ${hiddenSize} x ${interSize}, moe tp ${moeTp}, ep ${moeEp}`,
  );
}

/** Beyond the last point the kernel keeps the share of its theoretical speed that it reached there. */
function timeOn(curve: Curve, tables: Tables, op: Experts, tokens: number): number {
  const { keys, latencyMs } = curve;
  const last = keys.length - 1;
  if (last === 0 && tokens < keys[0]!) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  if (tokens <= keys[last]!) return curveAt(curve, tokens);
  const share = Math.max(expertsFloor(tables, op, keys[last]!) / latencyMs[last]!, 1e-8);
  return expertsFloor(tables, op, tokens) / share;
}

/** Lower bound in ms: the tensor cores' rate or one pass over activations and the weights that are used. */
export function expertsFloor({ system, constants }: Tables, op: Experts, tokens: number): number {
  const { hiddenSize, interSize, moeEp, moeTp } = op;
  const mode = MOE_QUANT[op.quant];
  const products = productsOf(op);
  const routed = tokens * op.topk;
  const routedPerRank = Math.floor(routed / moeEp);
  const operations = wholeQuotient([routed, hiddenSize, interSize, products * 2], moeEp * moeTp);
  const moved =
    routedPerRank * hiddenSize * 2 +
    Math.floor((routedPerRank * interSize * products) / moeTp) +
    Math.floor((hiddenSize * interSize * products) / moeTp) * Math.min(Math.floor(op.experts / moeEp), routedPerRank);
  const mathMs = (operations / constants.peakFlops.experts(system, mode)) * 1000;
  const memoryMs = ((mode.bytes * moved) / system.memBwBytesPerSec) * 1000;
  return Math.max(mathMs, memoryMs);
}

/** A product of whole numbers over a divisor, rounded down; exact also where the product is beyond what a number holds. */
function wholeQuotient(factors: readonly number[], divisor: number): number {
  const product = factors.reduce((all, factor) => all * factor, 1);
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / divisor);
  return Number(factors.reduce((all, factor) => all * BigInt(factor), 1n) / BigInt(divisor));
}

function weightBytes(op: Experts): number {
  const { hiddenSize, interSize, experts, moeEp, moeTp, quant } = op;
  const bytes = hiddenSize * interSize * experts * MOE_QUANT[quant].bytes * productsOf(op);
  return Math.floor(Math.floor(bytes / moeEp) / moeTp);
}
