import { memo } from '../../memo.ts';
import { beyondLargest, type CollectiveName, type CollectiveTime, PRECISION } from '../collective.ts';
import { type AllReduceTime, beyondMeasured } from '../custom-all-reduce.ts';
import { DataMissing } from '../data-missing.ts';
import type { Tables } from '../kind.ts';
import { curvesOf, curveTime, type MeasuredCurve } from '../resolver/curves.ts';

/** Outside the measured sizes a message takes as long as its size is a multiple of the nearest one. */
const bySize = (elements: number): number => elements;

/** Curves over the size of a message by the number of GPUs. */
interface ByGpus {
  readonly curves: ReadonlyMap<string, MeasuredCurve>;
  /** Ascending. */
  readonly measured: readonly number[];
}

/**
 * The backend's own all-reduce, measured up to some number of GPUs; beyond it the time grows with the ring's share and
 * the slower link. Source: aiconfigurator 0.12.0, the operators of its compiled core.
 */
export function resolvedAllReduce({ database, system, constants }: Tables): AllReduceTime {
  const { allReduce: fanOut } = constants.resolver.fanOut;
  let found: ByGpus | undefined;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    found ??= byGpus(database.table('custom_allreduce')?.slice());
    const { curves, measured } = found;
    const timed = fanOut({ gpus, measured, gpusPerNode: system.numGpusPerNode });
    const curve = curves.get(String(timed));
    if (curve === undefined) throw new DataMissing(`no measured all-reduce over ${timed} GPUs`);
    const timeMs = curveTime(curve, elements, bySize);
    return gpus > timed ? timeMs * beyondMeasured(system, timed, gpus) : timeMs;
  };
}

/** Tables of collectives; one that the first lacks is looked for in the other. */
const COLLECTIVE_TABLES = ['nccl', 'oneccl'] as const;

/** NCCL collectives, likewise. */
export function resolvedCollective({ database, system, constants }: Tables): CollectiveTime {
  const { collective: fanOut } = constants.resolver.fanOut;
  const measuredOf = memo((name: CollectiveName): ByGpus => {
    const found = COLLECTIVE_TABLES.map((table) => byGpus(database.table(table)?.slice(PRECISION, name)));
    const curves = new Map(found.reverse().flatMap((one) => [...one.curves]));
    const measured = [...new Set(found.flatMap((one) => one.measured))].sort((a, b) => a - b);
    return { curves, measured };
  });
  return (name, elements, gpus) => {
    const { curves, measured } = measuredOf(name);
    const timed = fanOut({ gpus, measured, gpusPerNode: system.numGpusPerNode });
    const curve = curves.get(String(timed));
    if (curve === undefined) throw new DataMissing(`no measured ${name} over ${gpus} GPUs`);
    const timeMs = curveTime(curve, elements, bySize);
    return gpus > timed ? timeMs * beyondLargest(system, timed, gpus) : timeMs;
  };
}

function byGpus(slice: Parameters<typeof curvesOf>[0] | undefined): ByGpus {
  if (slice === undefined || slice.rowCount === 0) return { curves: new Map(), measured: [] };
  const measured = [...new Set(Array.from(slice.column('num_gpus')))];
  return { curves: curvesOf(slice, ['num_gpus'], 'message_size'), measured };
}
