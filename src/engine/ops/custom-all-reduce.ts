import type { PerfDatabase, SystemSpec } from '../../perfdb/perfdb.ts';
import { peerBandwidth } from '../bandwidth.ts';
import { DataMissing } from '../data-missing.ts';
import { bracket, interpolate1d } from '../interpolation.ts';

/** Time in ms of one all-reduce of `elements` over `gpus`. @throws DataMissing */
export type AllReduceTime = (elements: number, gpus: number) => number;

interface Curve {
  readonly size: number[];
  readonly latencyMs: number[];
}

/**
 * The backend's own all-reduce, measured inside one node; beyond it the node's time grows with the ring's share and
 * the slower link. Source: aiconfigurator 0.10.0, sdk/operations/communication.py.
 */
export function customAllReduceTime(database: PerfDatabase, system: SystemSpec): AllReduceTime {
  const gpusPerNode = system.numGpusPerNode;
  let curves: Map<number, Curve> | undefined;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    curves ??= readCurves(database);
    const curve = curves.get(Math.min(gpus, gpusPerNode));
    if (curve === undefined) throw new DataMissing(`no measured all-reduce over ${Math.min(gpus, gpusPerNode)} GPUs`);
    const [low, high] = bracket(elements, curve.size, false);
    const at = (size: number): number => curve.latencyMs[curve.size.indexOf(size)]!;
    const inNode = interpolate1d(low, high, at(low), at(high), elements);
    return gpus > gpusPerNode ? inNode * beyondNode(system, gpus) : inNode;
  };
}

function beyondNode(system: SystemSpec, gpus: number): number {
  const gpusPerNode = system.numGpusPerNode;
  return (
    (((((gpus - 1) / gpus) * gpusPerNode) / (gpusPerNode - 1)) * peerBandwidth(system, gpusPerNode)) /
    peerBandwidth(system, gpus)
  );
}

function readCurves(database: PerfDatabase): Map<number, Curve> {
  const slice = database.table('custom_allreduce')?.slice();
  if (slice === undefined) throw new DataMissing('no measured all-reduce');
  const curves = new Map<number, Curve>();
  const [gpus, size, latency] = [slice.column('num_gpus'), slice.column('message_size'), slice.column('latency')];
  for (let i = 0; i < slice.rowCount; i += 1) {
    let curve = curves.get(gpus[i]!);
    if (curve === undefined) {
      curve = { size: [], latencyMs: [] };
      curves.set(gpus[i]!, curve);
    }
    curve.size.push(size[i]!);
    curve.latencyMs.push(latency[i]!);
  }
  return curves;
}
