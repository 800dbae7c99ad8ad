import { memo } from '../memo.ts';
import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import { attempt, DataMissing } from './data-missing.ts';
import type { StepPoint, Tables, TimeOf } from './kind.ts';
import type { Lookups } from './lookups.ts';
import {
  compositeTime,
  isComposite,
  kindOf,
  type Operation,
  type OperationTime,
  type SingleKind,
  type SingleOperation,
  type Singles,
} from './operations.ts';
import { remembered } from './remembered.ts';

/** A backend's measurements with the way to read them. */
export interface MeasuredBy {
  readonly database: PerfDatabase;
  readonly system: SystemSpec;
  readonly lookups: Lookups;
}

/**
 * Evaluates operations against one backend's measured tables. Filled-up grids depend on no request and are kept with
 * the database; what is remembered of single points goes with the timer, so that memory does not grow with requests.
 */
export function operationTimer({ database, system, lookups }: MeasuredBy): OperationTime {
  const timerOf = database.derived(lookups, () =>
    kindTimers({ database, system, constants: lookups.constants }, lookups),
  );
  const along = (op: Operation, batch: number, lengths: Float64Array): Float64Array | undefined => {
    if (!isComposite(op)) return timesOfLayers(timerOf(op.kind).along?.(op, batch, lengths), op.count);
    // What was measured at all lengths needs no other; where it was not, each of them is decided by itself.
    const times = op.kind === 'fallback' ? attempt(() => along(op.primary, batch, lengths)) : undefined;
    return times instanceof DataMissing ? undefined : timesOfLayers(times, op.count);
  };
  const timeOf = (op: Parameters<OperationTime>[0], step: StepPoint): number => once(op, step) * op.count;
  const time: OperationTime = Object.assign(timeOf, { along });
  const once = remembered((op) => {
    if (isComposite(op)) return compositeTime(op, time);
    const kindTime = timerOf(op.kind);
    return (step) => kindTime(op, step);
  });
  return time;
}

/** Times of one run become those of all layers. */
function timesOfLayers(times: Float64Array | undefined, count: number): Float64Array | undefined {
  for (let i = 0; times !== undefined && i < times.length; i += 1) times[i] = times[i]! * count;
  return times;
}

/** The timer of each kind, opened when a kind is first asked for. */
function kindTimers(tables: Tables, { times }: Lookups): (kind: SingleKind) => TimeOf<SingleOperation> {
  const open = <Kind extends SingleKind>(kind: Kind): TimeOf<Singles[Kind]> => {
    const openTime = times[kind] ?? kindOf(kind).time;
    return openTime(tables);
  };
  return memo((kind: SingleKind): TimeOf<SingleOperation> => open(kind));
}
