import type { CollectiveName } from '../../models/operations.ts';
import type { PerfDatabase, SystemSpec } from '../../perfdb/perfdb.ts';
import { peerBandwidth } from '../bandwidth.ts';
import { type Curve, curveAt, readCurves } from '../curve.ts';
import { DataMissing } from '../data-missing.ts';

/** Time in ms of one NCCL collective of `elements` in half precision over `gpus`. @throws DataMissing */
export type CollectiveTime = (collective: CollectiveName, elements: number, gpus: number) => number;

interface Measured {
  readonly curves: ReadonlyMap<string, Curve>;
  readonly maxGpus: number;
}

/** Precision of everything that collectives move on this path. */
const PRECISION = 'half';

/**
 * NCCL, measured up to some number of GPUs; beyond it the time grows with the ring's share and the slower link.
 * Source: aiconfigurator 0.10.0, sdk/operations/communication.py.
 */
export function collectiveTime(database: PerfDatabase, system: SystemSpec): CollectiveTime {
  const opened = new Map<CollectiveName, Measured>();
  return (collective, elements, gpus) => {
    let measured = opened.get(collective);
    if (measured === undefined) {
      measured = open(database, collective);
      opened.set(collective, measured);
    }
    const { curves, maxGpus } = measured;
    const curve = curves.get(String(Math.min(gpus, maxGpus)));
    if (curve === undefined) throw new DataMissing(`no measured ${collective} over ${gpus} GPUs`);
    const inside = curveAt(curve, elements);
    if (gpus <= maxGpus) return inside;
    const link = peerBandwidth(system, maxGpus) / peerBandwidth(system, gpus);
    return inside * (((((gpus - 1) / gpus) * maxGpus) / (maxGpus - 1)) * link);
  };
}

function open(database: PerfDatabase, collective: CollectiveName): Measured {
  const slice = database.table('nccl')?.slice(PRECISION, collective);
  if (slice === undefined || slice.rowCount === 0) throw new DataMissing(`no measured ${collective}`);
  const gpus = slice.column('num_gpus');
  return { curves: readCurves(slice, ['num_gpus'], 'message_size'), maxGpus: gpus[gpus.length - 1]! };
}
