import type { Slice } from '../../perfdb/perfdb.ts';
import { attempt } from '../data-missing.ts';
import { type Phase, type StepPoint, shapeOf, type Tables, type TimeOf } from '../kind.ts';
import { perShape } from '../per-shape.ts';
import { type GridTime, gridOf } from '../resolver/grid.ts';
import { movingMs, type StateKernel, type StateKernels, standInSizes } from '../state-kernels.ts';

/** The rows that time a kernel; undefined where there are none, so that it takes what memory allows. */
export type RowsOf<Op> = (op: Op, measured: MeasuredStates) => Slice | undefined;

/** The rows of a table of kernels with a state. */
export interface MeasuredStates {
  /** The rows of a kernel with these very sizes. */
  readonly exact: (kernel: string, phase: Phase, sizes: readonly number[]) => Slice | undefined;
  /** The sizes that a kernel was measured with. */
  readonly sizes: (kernel: string, phase: Phase) => readonly (readonly number[])[];
}

/** Axes of the rows of a phase: those of decode have no length. */
const AXES: Readonly<Record<Phase, readonly string[]>> = {
  context: ['batch_size', 'seq_len'],
  generation: ['batch_size'],
};

/** Kernels with a state by their rows as they were measured. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedStateTime<Op extends StateKernel>(
  tables: Tables,
  kernels: StateKernels<Op>,
  rowsOf: RowsOf<Op> = standInRows(kernels),
): TimeOf<Op> {
  const { system } = tables;
  const boundMs = (op: Op, step: StepPoint): number => movingMs(system, kernels.movedBytes(op, step));
  const measured = measuredStates(tables, kernels.table);
  const gridOfShape = perShape((op: Op) => {
    const slice = rowsOf(op, measured);
    const phase = kernels.phaseOf(op);
    return { phase, timeAt: slice && openGrid(tables, slice, { phase, bound: (step) => boundMs(op, step) }) };
  }, shapeOf);
  return (op, step) => {
    const { phase, timeAt } = gridOfShape(op);
    const timeMs = timeAt === undefined ? undefined : attempt(() => timeAt(pointOf(phase, step)));
    return Math.max(0, typeof timeMs === 'number' ? timeMs : boundMs(op, step));
  };
}

/** The rows of the same sizes, or of those that stand in for them. */
function standInRows<Op extends StateKernel>({ phaseOf, sizesOf, distance }: StateKernels<Op>): RowsOf<Op> {
  return (op, { sizes, exact }) => {
    const phase = phaseOf(op);
    const found = standInSizes(sizes(op.kernel, phase), sizesOf(op), distance);
    return found && exact(op.kernel, phase, found);
  };
}

function measuredStates({ database }: Tables, name: string): MeasuredStates {
  const table = database.table(name);
  return {
    exact: (kernel, phase, sizes) => table?.slice(kernel, phase, ...sizes),
    sizes: (kernel, phase) =>
      (table?.sliceKeys ?? [])
        .filter((key) => key[0] === kernel && key[1] === phase)
        .map((key) => key.slice(2).map(Number)),
  };
}

interface StateGrid {
  readonly phase: Phase;
  readonly bound: (step: StepPoint) => number;
}

function openGrid({ constants }: Tables, slice: Slice, { phase, bound }: StateGrid): GridTime {
  const { farField } = constants.resolver;
  return gridOf(slice, { axes: AXES[phase], farField, speedOfLight: (point) => bound(stepOf(point)) });
}

function pointOf(phase: Phase, { batch, sequenceLength }: StepPoint): Float64Array {
  return Float64Array.from(phase === 'context' ? [batch, sequenceLength] : [batch]);
}

/** The step of a point; one of decode has no length. */
function stepOf(point: ArrayLike<number>): StepPoint {
  const [batch, length] = [point[0]!, point[1]];
  return { tokens: batch * (length ?? 1), batch, sequenceLength: length ?? 0 };
}
