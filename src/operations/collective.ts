import { memo } from '../memo.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import { peerBandwidth } from './bandwidth.ts';
import { DataMissing } from './data-missing.ts';
import { type Curve, curveAt, readCurves } from './grid/curve.ts';
import { noWeights, type OperationBase, type OperationKind, type Tables, type TimeOf } from './kind.ts';

/** NCCL collective of `elements` a token over `gpus` GPUs. */
export interface Collective extends OperationBase {
  readonly kind: 'collective';
  readonly collective: CollectiveName;
  readonly elements: number;
  readonly gpus: number;
}
export type CollectiveName = 'all_gather' | 'reduce_scatter';

/** NCCL collectives, which all backends of a system share. */
export const collective: OperationKind<Collective> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: nccl',
  time: (tables) => timedCollective(collectiveTime(tables)),
};

/** Times the operation by what a collective takes. */
export function timedCollective(timeOf: CollectiveTime): TimeOf<Collective> {
  return (op, { tokens }) => timeOf(op.collective, tokens * op.elements, op.gpus);
}

/** Time in ms of one NCCL collective of `elements` in half precision over `gpus`. @throws DataMissing */
export type CollectiveTime = (name: CollectiveName, elements: number, gpus: number) => number;

interface Measured {
  readonly curves: ReadonlyMap<string, Curve>;
  readonly maxGpus: number;
}

/** Precision of everything that collectives move on this path. */
export const PRECISION = 'half';

/**
 * NCCL, measured up to some number of GPUs; beyond it the time grows with the ring's share and the slower link.
 * Source: aiconfigurator 0.10.0, sdk/operations/communication.py.
 */
export function collectiveTime({ database, system }: Tables): CollectiveTime {
  const measuredOf = memo((name: CollectiveName) => open(database, name));
  return (name, elements, gpus) => {
    const { curves, maxGpus } = measuredOf(name);
    const curve = curves.get(String(Math.min(gpus, maxGpus)));
    if (curve === undefined) throw new DataMissing(`no measured ${name} over ${gpus} GPUs`);
    const inside = curveAt(curve, elements);
    if (gpus <= maxGpus) return inside;
    return inside * beyondLargest(system, maxGpus, gpus);
  };
}

/** How much longer a collective over `gpus` takes than one over the `largest` number of GPUs that was measured. */
export function beyondLargest(system: SystemSpec, largest: number, gpus: number): number {
  const link = peerBandwidth(system, largest) / peerBandwidth(system, gpus);
  return ((((gpus - 1) / gpus) * largest) / (largest - 1)) * link;
}

function open(database: Tables['database'], name: CollectiveName): Measured {
  const slice = database.table('nccl')?.slice(PRECISION, name);
  if (slice === undefined || slice.rowCount === 0) throw new DataMissing(`no measured ${name}`);
  const gpus = slice.column('num_gpus');
  return { curves: readCurves(slice, ['num_gpus'], 'message_size'), maxGpus: gpus[gpus.length - 1]! };
}
