import { DataMissing } from '../data-missing.ts';
import { type Experts, expertsFloor, isLowLatency, unmeasuredExperts } from '../experts.ts';
import type { Tables, TimeOf } from '../kind.ts';
import { perShape } from '../per-shape.ts';
import { MOE_QUANT } from '../quant-modes.ts';
import { curvesOf, curveTime, type MeasuredCurve } from '../resolver/curves.ts';

/** The distribution that stands for one that was not measured. */
const ANY_DISTRIBUTION = 'uniform';

/** Curves of one shape and layout; `fast` is of the low-latency kernel. */
interface ExpertCurves {
  readonly fast: MeasuredCurve | undefined;
  readonly ordinary: MeasuredCurve | undefined;
}

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedExperts(tables: Tables): TimeOf<Experts> {
  const curvesOfShape = perShape((op: Experts) => openCurves(tables, op), shapeKey);
  return (op, step) => {
    const tokens = step.tokens * Math.max(1, op.dp);
    const { fast, ordinary } = curvesOfShape(op);
    const curve = isLowLatency(tables, op, tokens) ? (fast ?? ordinary) : ordinary;
    if (curve === undefined) throw unmeasuredExperts(op);
    return Math.max(
      0,
      expertsOn(curve, tokens, (at) => expertsFloor(tables, op, at)),
    );
  };
}

/** A curve of one point tells nothing of fewer tokens. @throws DataMissing */
export function expertsOn(curve: MeasuredCurve, tokens: number, floor: (tokens: number) => number): number {
  const { keys } = curve;
  if (keys.length === 1 && tokens < keys[0]!) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  return curveTime(curve, tokens, floor);
}

function shapeKey({ quant, distribution, topk, experts, hiddenSize, interSize, moeTp, moeEp }: Experts): string {
  return `${quant} ${distribution} ${topk} ${experts} ${hiddenSize} ${interSize} ${moeTp} ${moeEp}`;
}

function openCurves(tables: Tables, op: Experts): ExpertCurves {
  tables.constants.peakFlops.experts(tables.system, MOE_QUANT[op.quant]);
  return { fast: curveOf(tables, op, 1), ordinary: curveOf(tables, op, 0) };
}

function curveOf({ database }: Tables, op: Experts, lowLatency: 0 | 1): MeasuredCurve | undefined {
  const { quant, topk, experts, hiddenSize, interSize, moeTp, moeEp } = op;
  const table = database.table('moe');
  const sliceOf = (distribution: string) =>
    table?.slice(lowLatency, quant, distribution, topk, experts, hiddenSize, interSize);
  const slice = sliceOf(op.distribution) ?? sliceOf(ANY_DISTRIBUTION);
  if (slice === undefined) return undefined;
  return curvesOf(slice, ['moe_tp_size', 'moe_ep_size'], 'num_tokens').get(`${moeTp} ${moeEp}`);
}
