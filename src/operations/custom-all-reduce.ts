import type { SystemSpec } from '../perfdb/perfdb.ts';
import { peerBandwidth } from './bandwidth.ts';
import { DataMissing } from './data-missing.ts';
import { type Curve, curveAt, readCurves } from './grid/curve.ts';
import { noWeights, type OperationKind, perRank, type Tables, type TimeOf, type TokenMajor } from './kind.ts';

/** All-reduce of `elements` a token over `gpus` GPUs by the backend's own kernel. */
export interface CustomAllReduce extends TokenMajor {
  readonly kind: 'customAllReduce';
  readonly elements: number;
  readonly gpus: number;
}

/** The backend's own all-reduce of the tensor ranks. */
export const customAllReduce: OperationKind<CustomAllReduce> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: custom_allreduce',
  time: (tables) => timedAllReduce(allReduceTime(tables)),
};

/** Times the operation by what an all-reduce takes. */
export function timedAllReduce(allReduce: AllReduceTime): TimeOf<CustomAllReduce> {
  return (op, { tokens }) => allReduce(perRank(op, tokens) * op.elements, op.gpus);
}

/** Time in ms of one all-reduce of `elements` over `gpus`. @throws DataMissing */
export type AllReduceTime = (elements: number, gpus: number) => number;

/**
 * The backend's own all-reduce, measured inside one node; beyond it the node's time grows with the ring's share and
 * the slower link. Source: aiconfigurator 0.10.0, sdk/operations/communication.py.
 */
export function allReduceTime({ database, system }: Tables): AllReduceTime {
  const gpusPerNode = system.numGpusPerNode;
  let curves: ReadonlyMap<string, Curve> | undefined;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    curves ??= openCurves(database);
    const measured = Math.min(gpus, gpusPerNode);
    const curve = curves.get(String(measured));
    if (curve === undefined) throw new DataMissing(`no measured all-reduce over ${measured} GPUs`);
    const inNode = curveAt(curve, elements);
    return gpus > gpusPerNode ? inNode * beyondMeasured(system, gpusPerNode, gpus) : inNode;
  };
}

/** How much longer an all-reduce over `gpus` takes than one over the `measured` GPUs that it was timed with. */
export function beyondMeasured(system: SystemSpec, measured: number, gpus: number): number {
  return (
    (((((gpus - 1) / gpus) * measured) / Math.max(measured - 1, 1)) * peerBandwidth(system, measured)) /
    peerBandwidth(system, gpus)
  );
}

function openCurves(database: Tables['database']): ReadonlyMap<string, Curve> {
  const slice = database.table('custom_allreduce')?.slice();
  if (slice === undefined) throw new DataMissing('no measured all-reduce');
  return readCurves(slice, ['num_gpus'], 'message_size');
}
