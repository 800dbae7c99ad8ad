import { GDN_KERNELS, type Gdn, touchesState } from '../gdn.ts';
import type { Tables, TimeOf } from '../kind.ts';
import { type MeasuredStates, type RowsOf, resolvedStateTime } from './state-kernels.ts';

/** Kernels that a backend chooses from for the scan; where one alone was measured, it is that which runs. */
const SCANS = ['flashinfer', 'triton', 'cutedsl'].map((variant) => `chunk_gated_delta_rule_${variant}`);
const SCAN = 'chunk_gated_delta_rule';

/** Gated delta nets by rows of the very sizes. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedGdn(tables: Tables): TimeOf<Gdn> {
  return resolvedStateTime(tables, GDN_KERNELS, rowsOf);
}

/** States were measured in float32 alone. */
const rowsOf: RowsOf<Gdn> = (op, measured) => {
  if (op.stateType !== 'float32' && touchesState(op)) return undefined;
  const kernel = op.kernel === SCAN ? scanOf(op, measured) : op.kernel;
  return kernel === undefined ? undefined : measured.exact(kernel, GDN_KERNELS.phaseOf(op), GDN_KERNELS.sizesOf(op));
};

/** The kernel of a scan; undefined where several were measured, so that none is known to run. */
function scanOf(op: Gdn, { exact }: MeasuredStates): string | undefined {
  const sizes = GDN_KERNELS.sizesOf(op);
  const found = SCANS.filter((kernel) => exact(kernel, GDN_KERNELS.phaseOf(op), sizes) !== undefined);
  return found.length > 1 ? undefined : (found[0] ?? SCAN);
}
