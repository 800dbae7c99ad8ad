import { memo } from '../../memo.ts';
import { attempt, DataMissing } from '../data-missing.ts';
import { type Gemm, inputRows, productFloor, type Scales, withoutScales } from '../gemm.ts';
import type { Tables, TimeOf } from '../kind.ts';
import type { GemmQuant } from '../quant-modes.ts';
import { type ProductRoofline, productTime, type Sites, sitesOf } from '../resolver/sites.ts';
import { resolvedScaleTime } from './gemm-scale.ts';

/** Mode whose measurements a statically scaled product is worked out from. */
const DYNAMIC = 'fp8';

/** Products by measured weight shapes. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedGemmTime(tables: Tables): TimeOf<Gemm> {
  const sitesOfMode = memo((quant: GemmQuant) => openSites(tables, quant));
  const roofline = memo((quant: GemmQuant): ProductRoofline => productFloor(tables, quant));
  const scales: Scales = {
    compute: resolvedScaleTime(tables, 'computescale'),
    matrix: resolvedScaleTime(tables, 'scale_matrix'),
  };
  return (op, step) => {
    const m = inputRows(op, step);
    const bound = roofline(op.quant);
    const measured = op.quant === 'fp8_static' ? DYNAMIC : op.quant;
    const sites = sitesOfMode(measured);
    const found = (): number => productTime(sites, [m, op.n, op.k], roofline(measured));
    const timeMs = op.isNarrow ? attempt(found) : found();
    if (typeof timeMs !== 'number') return bound(m, op.n, op.k);
    if (op.quant !== 'fp8_static') return Math.max(0, timeMs);
    return Math.max(bound(m, op.n, op.k), withoutScales(timeMs, m, op, scales));
  };
}

function openSites({ database, constants }: Tables, quant: GemmQuant): Sites {
  const slice = database.table('gemm')?.slice(quant);
  if (slice === undefined) throw new DataMissing(`no measured matrix products in ${quant}`);
  return sitesOf(slice, constants.resolver.sites);
}
