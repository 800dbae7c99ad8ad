import type { Operation } from '../../models/operations.ts';
import { DataMissing } from '../data-missing.ts';
import type { OperationTime } from './operation-time.ts';
import type { StepPoint } from './step-point.ts';

type Known = Map<number, number | DataMissing>;

/** Kinds that cost more to time than to remember, by whether the tokens alone decide their time. */
const REMEMBERED: Partial<Record<Operation['kind'], 'tokens' | 'sequences'>> = {
  gemm: 'tokens',
  customAllReduce: 'tokens',
  collective: 'tokens',
  moeDispatch: 'tokens',
  experts: 'tokens',
  contextAttention: 'sequences',
  generationAttention: 'sequences',
  contextMla: 'sequences',
  generationMla: 'sequences',
  contextMlaModule: 'sequences',
  generationMlaModule: 'sequences',
};

/** Sequences stay below this length, so that batch and length make one exact key. */
const LENGTH_LIMIT = 2 ** 24;

/**
 * Times of single operations, remembered by what an operation is and not by where it stands: the layouts of a sweep
 * share most of theirs. Missing data is remembered too.
 */
export function remembered(time: OperationTime): OperationTime {
  const byShape = new Map<string, Known>();
  const byOperation = new WeakMap<Operation, Known>();
  const knownOf = (operation: Operation): Known => {
    let known = byOperation.get(operation);
    if (known === undefined) {
      const shape = JSON.stringify({ ...operation, name: '', count: 1 });
      known = byShape.get(shape) ?? new Map();
      byShape.set(shape, known);
      byOperation.set(operation, known);
    }
    return known;
  };
  return (operation, point) => {
    const by = REMEMBERED[operation.kind];
    if (by === undefined) return time(operation, point);
    const known = knownOf(operation);
    const key = by === 'tokens' ? point.tokens : point.batch * LENGTH_LIMIT + point.sequenceLength;
    let value = known.get(key);
    if (value === undefined) {
      value = attempt(time, operation, point);
      known.set(key, value);
    }
    if (typeof value === 'number') return value;
    throw value;
  };
}

function attempt(time: OperationTime, operation: Operation, point: StepPoint): number | DataMissing {
  try {
    return time(operation, point);
  } catch (error) {
    if (error instanceof DataMissing) return error;
    throw error;
  }
}
