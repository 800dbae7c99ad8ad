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
  const { stepsOf, totalOf } = shared.get(operationTime) ?? sharedBy(operationTime);
  const names = [...new Set(ops.map(({ name }) => name))];
  const totals = names.map((name) => totalOf(ops.filter((op) => op.name === name)));
  return ({ batch, isl, osl, stride }) => {
    // An answer of one token has no step, for which nothing needs to be measured.
    if (osl <= 1) return totals.map(() => 0);
    const first = pointOf(batch, isl + 1);
    const steps = stepsOf(isl + 1, osl - 1, stride);
    return totals.map((total) => total(first, steps));
  };
}

/** The steps of an answer, all of them counted, and the lengths at which they are timed. */
interface Steps {
  readonly from: number;
  readonly count: number;
  readonly stride: number;
  readonly lengths: Float64Array;
}

/** The total time in ms of operations of one name in the steps of an answer, of which `first` is the first. */
type Total = (first: StepPoint, steps: Steps) => number;

/** What layouts have in common is added up once. */
interface Shared {
  readonly stepsOf: (from: number, count: number, stride: number) => Steps;
  readonly totalOf: (same: readonly Operation[]) => Total;
}

/** What is known goes with what times the operations. */
const shared = new WeakMap<OperationTime, Shared>();

function sharedBy(operationTime: OperationTime): Shared {
  const known = new Map<string, Total>();
  const made: Shared = {
    stepsOf: lastSteps(),
    totalOf: (same) => {
      const shapes = JSON.stringify(same.map((op) => ({ ...op, name: '' })));
      const total = known.get(shapes) ?? remembered(totalOfSteps(same, operationTime));
      known.set(shapes, total);
      return total;
    },
  };
  shared.set(operationTime, made);
  return made;
}

/** The same steps for the same answer, so that what is worked out for them is found again: a sweep asks for no other. */
function lastSteps(): Shared['stepsOf'] {
  let last: Steps | undefined;
  return (from, count, stride) => {
    if (last?.from !== from || last.count !== count || last.stride !== stride) {
      const lengths = new Float64Array(Math.ceil(count / stride)).map((_, i) => from + i * stride);
      last = { from, count, stride, lengths };
    }
    return last;
  };
}

/** Remembers the totals of the last answer by their number of sequences. */
function remembered(total: Total): Total {
  let last: Steps | undefined;
  const known = new Map<number, number>();
  return (first, steps) => {
    if (steps !== last) known.clear();
    last = steps;
    const ms = known.get(first.batch) ?? total(first, steps);
    known.set(first.batch, ms);
    return ms;
  };
}

function totalOfSteps(same: readonly Operation[], operationTime: OperationTime): Total {
  if (!same.some(seesLength)) return steadyTotal(same, operationTime);
  const timesOf = (op: Operation, first: StepPoint, lengths: Float64Array): Float64Array =>
    operationTime.along?.(op, first.batch, lengths) ??
    lengths.map((sequenceLength) => operationTime(op, { ...first, sequenceLength }));
  return (first, { count, stride, lengths }) => {
    const times = same.map((op) => timesOf(op, first, lengths));
    let total = 0;
    for (let i = 0; i < lengths.length; i += 1) {
      let ms = 0;
      for (const one of times) ms += one[i]!;
      total += ms * Math.min(stride, count - i * stride);
    }
    return total;
  };
}

/** Of operations that take as long in every step. */
function steadyTotal(same: readonly Operation[], operationTime: OperationTime): Total {
  return (first, { count, stride }) => {
    let ms = 0;
    for (const op of same) ms += operationTime(op, first);
    let total = 0;
    for (let step = 0; step < count; step += stride) total += ms * Math.min(stride, count - step);
    return total;
  };
}
