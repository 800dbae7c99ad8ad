import type { Matching } from '../../src/engine/revision.ts';
import { deployWithin } from '../../src/pick/ranking.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { fromRow } from '../../src/profile/rows/from-row.ts';
import { type LatencyColumns, type Row, toLatencyColumns } from '../../src/profile/rows/row.ts';
import { toRow } from '../../src/profile/rows/to-row.ts';
import type { Request } from '../../src/request/request.ts';

/** A ranked table in the reference's column names. */
interface RowTable {
  readonly bestThroughput: number;
  readonly top: readonly Row[];
  readonly pareto: readonly Row[];
}

/** A profile as far as recordings have it, in the reference's column names. */
export interface ProfileRows extends Pick<Profile, 'chosen' | 'backend'> {
  readonly experiments: Readonly<Record<string, RowTable>>;
  readonly picked: readonly Row[];
  readonly latencies: LatencyColumns;
}

export function toProfileRows({ chosen, backend, experiments, picked, latencies }: Profile): ProfileRows {
  const tables = Object.entries(experiments).map(([mode, { bestThroughput, top, pareto }]) => {
    return [mode, { bestThroughput, top: top.map(toRow), pareto: pareto.map(toRow) }] as const;
  });
  return {
    ...{ chosen, backend, picked: picked.map(toRow) },
    experiments: Object.fromEntries(tables),
    latencies: toLatencyColumns(latencies),
  };
}

/** The pick that a recorded row stands for, as a request has it, deployed as an engine does. */
export function toPick(
  row: Row,
  { pickingMode, hardware: { totalGpus } }: Request,
  { holdsLoadToBudget }: Pick<Matching, 'holdsLoadToBudget'>,
): Profile['picked'][number] {
  const pick = fromRow(row, { pickingMode, totalGpus });
  if (holdsLoadToBudget || pick.load === undefined) return pick;
  return { ...pick, ...deployWithin(pick.candidate, pick.load.gpus) };
}
