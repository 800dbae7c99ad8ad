import type { StepPoint } from '../operations/kind.ts';
import { type Operation, type OperationTime, seesLength } from '../operations/operations.ts';

/** An answer of `osl` tokens to each of `batch` prompts of `isl`; one length is timed for a stride of steps. */
interface DecodedAnswer {
  readonly batch: number;
  readonly isl: number;
  readonly osl: number;
  readonly stride: number;
}

/** Times in ms of all steps of an answer, aligned with the names of the operations. @throws DataMissing */
export type DecodeTotals = (answer: DecodedAnswer) => readonly number[];

/** What adds up the steps of answers; `pointOf` is the step of a number of sequences at a length. */
export function decodeTotals(
  ops: readonly Operation[],
  operationTime: OperationTime,
  pointOf: (sequences: number, length: number) => StepPoint,
): DecodeTotals {
  const byName = [...new Set(ops.map(({ name }) => name))].map((name) => ops.filter((op) => op.name === name));
  const named = byName.map((same) => ({ same, isSteady: !same.some(seesLength) }));
  const stepMs = (same: readonly Operation[], point: StepPoint): number => {
    let ms = 0;
    for (const op of same) ms += operationTime(op, point);
    return ms;
  };
  return ({ batch, isl, osl, stride }) =>
    named.map(({ same, isSteady }) => {
      const steadyMs = isSteady && osl > 1 ? stepMs(same, pointOf(batch, isl + 1)) : 0;
      let total = 0;
      for (let step = 0; step < osl - 1; step += stride) {
        const ms = isSteady ? steadyMs : stepMs(same, pointOf(batch, isl + step + 1));
        total += ms * Math.min(stride, osl - 1 - step);
      }
      return total;
    });
}
