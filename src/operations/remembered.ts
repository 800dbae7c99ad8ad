import { DataMissing } from './data-missing.ts';
import { type Sees, type StepPoint, sequencesKey } from './kind.ts';
import { isComposite, kindOf, type Operation } from './operations.ts';

/** Times of one operation by what it sees of a step. */
type Known = Map<number, number | DataMissing>;

const KEYS: Readonly<Record<Sees, (step: StepPoint) => number>> = {
  tokens: ({ tokens }) => tokens,
  sequences: ({ batch }) => batch,
  length: ({ batch, sequenceLength }) => sequencesKey(batch, sequenceLength),
};

/** Time in ms of one run of one operation. @throws DataMissing */
export type StepTime = (step: StepPoint) => number;

/**
 * Times of single operations, remembered by what an operation is and not by where it stands: the layouts of a sweep
 * share most of theirs. Missing data is remembered too.
 */
export function remembered(open: (op: Operation) => StepTime): (op: Operation, step: StepPoint) => number {
  const byShape = new Map<string, Known>();
  const byOperation = new WeakMap<Operation, StepTime>();
  const make = (op: Operation): StepTime => {
    if (isComposite(op) || !kindOf(op.kind).isRemembered) return open(op);
    const shape = JSON.stringify({ ...op, name: '', count: 1 });
    const known: Known = byShape.get(shape) ?? new Map();
    byShape.set(shape, known);
    return knownTime(open(op), known, KEYS[kindOf(op.kind).sees(op)]);
  };
  return (op, step) => {
    let time = byOperation.get(op);
    if (time === undefined) {
      time = make(op);
      byOperation.set(op, time);
    }
    return time(step);
  };
}

function knownTime(time: StepTime, known: Known, keyOf: (step: StepPoint) => number): StepTime {
  return (step) => {
    const key = keyOf(step);
    let value = known.get(key);
    if (value === undefined) {
      value = attempt(time, step);
      known.set(key, value);
    }
    if (typeof value === 'number') return value;
    throw value;
  };
}

function attempt(time: StepTime, step: StepPoint): number | DataMissing {
  try {
    return time(step);
  } catch (error) {
    if (error instanceof DataMissing) return error;
    throw error;
  }
}
