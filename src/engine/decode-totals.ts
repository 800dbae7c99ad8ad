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
  const adderOf = adders.get(operationTime) ?? memoOfShapes(operationTime);
  adders.set(operationTime, adderOf);
  const names = [...new Set(ops.map(({ name }) => name))];
  const totals = names.map((name) => adderOf(ops.filter((op) => op.name === name)));
  return ({ batch, isl, osl, stride }) => {
    const first = pointOf(batch, isl + 1);
    return totals.map((total) => total(first, osl - 1, stride));
  };
}

/** The total time in ms of operations of one name in a number of steps, from the first one on. */
type Total = (first: StepPoint, steps: number, stride: number) => number;
type TotalOf = (same: readonly Operation[]) => Total;

/** What layouts have in common is added up once; what is known goes with what times the operations. */
const adders = new WeakMap<OperationTime, TotalOf>();

function memoOfShapes(operationTime: OperationTime): TotalOf {
  const known = new Map<string, Total>();
  const lengthsOf = lastLengths();
  return (same) => {
    const shapes = JSON.stringify(same.map((op) => ({ ...op, name: '' })));
    const total = known.get(shapes) ?? remembered(totalOf(same, operationTime, lengthsOf));
    known.set(shapes, total);
    return total;
  };
}

function remembered(total: Total): Total {
  const known = new Map<string, number>();
  return (first, steps, stride) => {
    const key = `${first.batch} ${first.sequenceLength} ${steps} ${stride}`;
    const ms = known.get(key) ?? total(first, steps, stride);
    known.set(key, ms);
    return ms;
  };
}

/** Lengths of the steps that are timed. */
type LengthsOf = (first: number, steps: number, stride: number) => Float64Array;

/** The same list for the same answer, so that what is worked out for it is found again. */
function lastLengths(): LengthsOf {
  let [known, lengths] = ['', new Float64Array(0)];
  return (first, steps, stride) => {
    const key = `${first} ${steps} ${stride}`;
    if (key !== known) lengths = Float64Array.from({ length: Math.ceil(steps / stride) }, (_, i) => first + i * stride);
    known = key;
    return lengths;
  };
}

/** Steps of an answer from which on they are timed in one go: below, what is remembered of single ones is found sooner. */
const MANY_STEPS = 256;

function totalOf(same: readonly Operation[], operationTime: OperationTime, lengthsOf: LengthsOf): Total {
  if (!same.some(seesLength)) return steadyTotal(same, operationTime);
  const timesOf = (op: Operation, first: StepPoint, lengths: Float64Array): Float64Array =>
    (lengths.length < MANY_STEPS ? undefined : operationTime.along?.(op, first.batch, lengths)) ??
    lengths.map((sequenceLength) => operationTime(op, { ...first, sequenceLength }));
  return (first, steps, stride) => {
    const lengths = lengthsOf(first.sequenceLength, steps, stride);
    const times = same.map((op) => timesOf(op, first, lengths));
    let total = 0;
    for (let i = 0; i < lengths.length; i += 1) {
      let ms = 0;
      for (const one of times) ms += one[i]!;
      total += ms * Math.min(stride, steps - i * stride);
    }
    return total;
  };
}

/** Of operations that take as long in every step. */
function steadyTotal(same: readonly Operation[], operationTime: OperationTime): Total {
  return (first, steps, stride) => {
    if (steps <= 0) return 0;
    let ms = 0;
    for (const op of same) ms += operationTime(op, first);
    let total = 0;
    for (let step = 0; step < steps; step += stride) total += ms * Math.min(stride, steps - step);
    return total;
  };
}
