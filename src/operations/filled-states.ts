import { memo } from '../memo.ts';
import { attempt } from './data-missing.ts';
import { type Curve, curveAt, readCurves } from './grid/curve.ts';
import { planeTime } from './grid/plane.ts';
import { type StepPoint, shapeOf, type Tables, type TimeOf } from './kind.ts';
import { perShape } from './per-shape.ts';
import { movingMs, type StateKernel, type StateKernels, standInSizes } from './state-kernels.ts';

/** Measured times of one kernel: curves over the length of sequences, by their number. */
type Plane = ReadonlyMap<number, Curve>;

/**
 * Kernels with a state by the rows of their sizes, or of those that stand in: between the points around a step, and in decode
 * also beyond them. What has no time takes what memory allows. Source: aiconfigurator 0.10.0, sdk/operations/mamba.py.
 */
export function filledStateTime<Op extends StateKernel>(tables: Tables, kernels: StateKernels<Op>): TimeOf<Op> {
  const planesOf = memo((slice: string) => openPlanes(tables, kernels, slice.split(' ')));
  const planeOf = perShape((op: Op) => {
    const planes = planesOf(`${op.kernel} ${kernels.phaseOf(op)}`);
    const measured = [...planes.keys()].map((sizes) => sizes.split(' ').map(Number));
    const sizes = standInSizes(measured, kernels.sizesOf(op), kernels.distance);
    return { plane: planes.get(sizes?.join(' ') ?? '') };
  }, shapeOf);
  return (op, step) => {
    const { plane } = planeOf(op);
    const timeAt = kernels.phaseOf(op) === 'context' ? prefillTime : decodeTime;
    const timeMs = plane === undefined ? undefined : attempt(() => timeAt(plane, step));
    return typeof timeMs === 'number' ? timeMs : movingMs(tables.system, kernels.movedBytes(op, step));
  };
}

/** The planes of a kernel by the sizes of its rows. */
function openPlanes<Op extends StateKernel>(
  { database }: Tables,
  { table, sizeColumns }: StateKernels<Op>,
  key: readonly string[],
): ReadonlyMap<string, Plane> {
  const slice = database.table(table)?.slice(...key);
  const planes = new Map<string, Map<number, Curve>>();
  if (slice === undefined) return planes;
  for (const [row, curve] of readCurves(slice, [...sizeColumns, 'batch_size'], 'seq_len')) {
    const end = row.lastIndexOf(' ');
    const sizes = row.slice(0, end);
    const plane = planes.get(sizes) ?? new Map<number, Curve>();
    planes.set(sizes, plane.set(Number(row.slice(end + 1)), curve));
  }
  return planes;
}

function prefillTime(plane: Plane, { batch, sequenceLength }: StepPoint): number {
  return planeTime(plane, batch, sequenceLength);
}

/** Rows of decode have no length, so that each number of sequences has one time. */
function decodeTime(plane: Plane, { batch }: StepPoint): number {
  const latencyMs = [...plane.values()].map((curve) => curve.latencyMs[0]!);
  return curveAt({ keys: [...plane.keys()], latencyMs }, batch);
}
