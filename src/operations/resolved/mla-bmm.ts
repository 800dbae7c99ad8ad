import { DataMissing } from '../data-missing.ts';
import type { Tables, TimeOf } from '../kind.ts';
import { BMM_TABLE_NAMES, type MlaBmm } from '../mla-bmm.ts';
import { perShape } from '../per-shape.ts';
import { GEMM_QUANT, type GemmQuant } from '../quant-modes.ts';
import { curvesOf, curveTime, type MeasuredCurve } from '../resolver/curves.ts';

/** Elements of a head, and of the latent space. */
const HEAD = 128;
const LATENT = 512;

/** The product of some heads by the number of sequences, in ms. */
type Product = (sequences: number) => number;

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedMlaBmm(tables: Tables): TimeOf<MlaBmm> {
  const productOf = perShape(
    (op: MlaBmm) => openProduct(tables, op),
    ({ quant, stage, heads }) => `${quant} ${stage} ${heads}`,
  );
  return (op, { batch }) => Math.max(0, productOf(op)(batch));
}

/** A number of heads that was not measured is timed as its share of the next power of two. */
function openProduct(tables: Tables, op: MlaBmm): Product {
  const table = tables.database.table('mla_bmm');
  const isMeasured = table?.sliceKeys.some(([mode]) => mode === op.quant) === true;
  const quant = isMeasured ? op.quant : 'bfloat16';
  const slice = table?.slice(quant, BMM_TABLE_NAMES[op.stage]);
  const curves = slice === undefined ? new Map<string, MeasuredCurve>() : curvesOf(slice, ['num_heads'], 'num_tokens');
  const timed = curves.has(String(op.heads)) ? op.heads : nextPowerOfTwo(op.heads);
  const curve = curves.get(String(timed));
  if (curve === undefined)
    throw new DataMissing(`no measured latent products of ${op.heads} heads`, { isOfEveryStep: true });
  const floor = roofline(tables, quant, timed);
  return (sequences) => curveTime(curve, sequences, floor) * (op.heads / timed);
}

function nextPowerOfTwo(heads: number): number {
  return 2 ** (32 - Math.clz32(heads - 1));
}

function roofline({ system, constants }: Tables, quant: GemmQuant, heads: number): Product {
  const flops = constants.peakFlops.gemm(system, GEMM_QUANT[quant]);
  const { bytes } = GEMM_QUANT[quant];
  return (sequences) => {
    const work = 2 * sequences * heads * HEAD * LATENT;
    const moved = heads * (sequences * (HEAD + LATENT) + HEAD * LATENT) * bytes;
    return Math.max((work / flops) * 1000, (moved / system.memBwBytesPerSec) * 1000);
  };
}
