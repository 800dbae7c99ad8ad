import { DataMissing } from './data-missing.ts';
import { type Curve, curveAt, readCurves } from './grid/curve.ts';
import { noWeights, type OperationBase, type OperationKind, type Tables, type TimeOf } from './kind.ts';
import type { GemmQuant } from './quant-modes.ts';

/** Batched product that takes queries into the latent space (`pre`) or outputs out of it (`post`). */
export interface MlaBmm extends OperationBase {
  readonly kind: 'mlaBmm';
  readonly stage: 'pre' | 'post';
  readonly heads: number;
  readonly quant: GemmQuant;
}

/** Source: aiconfigurator 0.10.0, sdk/operations/mla.py. */
export const mlaBmm: OperationKind<MlaBmm> = {
  sees: () => 'sequences',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: mla_bmm',
  time: bmmTime,
};

/** What the stages are called in the measured rows. */
export const BMM_TABLE_NAMES = { pre: 'mla_gen_pre', post: 'mla_gen_post' } as const;

function bmmTime({ database }: Tables): TimeOf<MlaBmm> {
  const slices = new Map<string, ReadonlyMap<string, Curve>>();
  const open = (op: MlaBmm): ReadonlyMap<string, Curve> => {
    const table = database.table('mla_bmm');
    // A mode without any rows is timed in bfloat16.
    const isMeasured = table?.sliceKeys.some(([mode]) => mode === op.quant) === true;
    const slice = table?.slice(isMeasured ? op.quant : 'bfloat16', BMM_TABLE_NAMES[op.stage]);
    return slice === undefined ? new Map() : readCurves(slice, ['num_heads'], 'num_tokens');
  };
  return (op, { batch }) => {
    const name = `${op.quant} ${op.stage}`;
    let curves = slices.get(name);
    if (curves === undefined) {
      curves = open(op);
      slices.set(name, curves);
    }
    const curve = curves.get(String(op.heads));
    if (curve === undefined) throw new DataMissing(`no measured latent products of ${op.heads} heads`);
    return curveAt(curve, batch);
  };
}
