import { memo } from '../memo.ts';
import type { PerfDatabase, SystemSpec } from '../perfdb/perfdb.ts';
import type { Tables, TimeOf } from './kind.ts';
import type { Lookups } from './lookups.ts';
import {
  compositeTime,
  isComposite,
  kindOf,
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
  const time: OperationTime = (op, step) => once(op, step) * op.count;
  const once = remembered((op) => {
    if (isComposite(op)) return compositeTime(op, time);
    const kindTime = timerOf(op.kind);
    return (step) => kindTime(op, step);
  });
  return time;
}

/** The timer of each kind, opened when a kind is first asked for. */
function kindTimers(tables: Tables, { times }: Lookups): (kind: SingleKind) => TimeOf<SingleOperation> {
  const open = <Kind extends SingleKind>(kind: Kind): TimeOf<Singles[Kind]> => {
    const openTime = times[kind] ?? kindOf(kind).time;
    return openTime(tables);
  };
  return memo((kind: SingleKind): TimeOf<SingleOperation> => open(kind));
}
