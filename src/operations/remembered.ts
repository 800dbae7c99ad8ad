import { attempt, type DataMissing } from './data-missing.ts';
import { type Sees, type StepPoint, shapeOf } from './kind.ts';
import { isComposite, kindOf, type Operation, type StepTime } from './operations.ts';

/** Times of one operation by what it sees of a step. Two small whole numbers are found much faster than one large one. */
type Known = Map<number, Times>;
type Times = Map<number, number | DataMissing>;

const KEYS: Readonly<Record<Sees, { readonly outer: KeyOf; readonly inner: KeyOf }>> = {
  tokens: { outer: () => 0, inner: ({ tokens }) => tokens },
  sequences: { outer: () => 0, inner: ({ batch }) => batch },
  length: { outer: ({ batch }) => batch, inner: ({ sequenceLength }) => sequenceLength },
};

/** Of one operation and batch; a long answer has more lengths, which are worked out again. */
const MOST_REMEMBERED = 8192;

type KeyOf = (step: StepPoint) => number;

/**
 * Times of single operations, remembered by what an operation is and not by where it stands: the layouts of a sweep
 * share most of theirs. Missing data is remembered too.
 */
export function remembered(open: (op: Operation) => StepTime): (op: Operation, step: StepPoint) => number {
  const byShape = new Map<string, Known>();
  const byOperation = new WeakMap<Operation, StepTime>();
  const make = (op: Operation): StepTime => {
    if (isComposite(op) || !kindOf(op.kind).isRemembered) return open(op);
    const shape = shapeOf(op);
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

function knownTime(time: StepTime, known: Known, { outer, inner }: (typeof KEYS)[Sees]): StepTime {
  // What does not see how long an answer has become is asked for the same time at each of its steps.
  let [lastBatch, lastKey, last] = [Number.NaN, Number.NaN, 0];
  let times: Times = new Map();
  return (step) => {
    const batch = outer(step);
    const key = inner(step);
    if (batch !== lastBatch) {
      times = known.get(batch) ?? new Map();
      known.set(batch, times);
      [lastBatch, lastKey] = [batch, Number.NaN];
    } else if (key === lastKey) return last;
    let value = times.get(key);
    if (value === undefined) {
      value = attempt(() => time(step));
      if (times.size < MOST_REMEMBERED) times.set(key, value);
    }
    if (typeof value !== 'number') throw value;
    lastKey = key;
    last = value;
    return value;
  };
}
