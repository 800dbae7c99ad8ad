import type { PerfDatabase, Table } from '../perfdb/perfdb.ts';
import { attempt, DataMissing } from './data-missing.ts';
import { type Experts, expertsFloor, GATED_PRODUCTS } from './experts.ts';
import type { OperationBase, OperationKind, Phase, Tables, TimeOf } from './kind.ts';
import { scaledFlops } from './peak-flops.ts';
import { perShape } from './per-shape.ts';
import { MOE_QUANT, type MoeQuant } from './quant-modes.ts';
import { expertsOn, resolvedExperts } from './resolved/experts.ts';
import { curvesOf, type MeasuredCurve } from './resolver/curves.ts';

/** The experts of one rank, without the exchange of tokens around them. Token counts are those of one attention-data-parallel rank. */
export interface ExpertCompute extends OperationBase {
  readonly kind: 'expertCompute';
  readonly phase: Phase;
  readonly hiddenSize: number;
  readonly interSize: number;
  readonly experts: number;
  readonly topk: number;
  readonly moeEp: number;
  readonly dp: number;
  readonly quant: MoeQuant;
  /** How unevenly tokens were spread over experts when measured. */
  readonly distribution: string;
}

/** Measured on one rank, else what the experts with their exchange take. */
export const expertCompute: OperationKind<ExpertCompute> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes: ({ hiddenSize, interSize, experts, moeEp, quant }) =>
    Math.floor((hiddenSize * interSize * experts * MOE_QUANT[quant].bytes * GATED_PRODUCTS) / moeEp),
  source: () => 'measured: moe_expert_compute, moe',
  time: expertComputeTime,
};

const TABLE = 'moe_expert_compute';
const ANY_DISTRIBUTION = 'uniform';

/** Source: aiconfigurator 0.12.0, the operators of its compiled core. */
function expertComputeTime(tables: Tables): TimeOf<ExpertCompute> {
  const { database } = tables;
  const whole = resolvedExperts(tables);
  const curveOf = perShape((op: ExpertCompute) => openCurve(tables, op), shapeKey);
  const constants = { ...tables.constants, peakFlops: { ...tables.constants.peakFlops, experts: scaledFlops } };
  const alone: TimeOf<ExpertCompute> = (op, { tokens }) => {
    const floor = (at: number): number => expertsFloor({ ...tables, constants }, asExperts(op), at);
    return Math.max(0, expertsOn(curveOf(op), tokens * Math.max(1, op.dp), floor));
  };
  if (!FALLS_BACK[database.backend]) return alone;
  return (op, step) => {
    const timeMs = attempt(() => alone(op, step));
    return timeMs instanceof DataMissing ? whole(wholeOf(op), step) : timeMs;
  };
}

/** Backends whose ordinary experts stand in where a rank's own were not measured. */
const FALLS_BACK: Readonly<Record<PerfDatabase['backend'], boolean>> = { trtllm: true, vllm: true, sglang: false };

const known = new WeakMap<ExpertCompute, Experts>();

/** The same operation for every step, so that what is opened for it is found again. */
function wholeOf(op: ExpertCompute): Experts {
  const found = known.get(op) ?? asExperts(op);
  known.set(op, found);
  return found;
}

function asExperts(op: ExpertCompute): Experts {
  return { ...op, kind: 'experts', moeTp: 1, isGated: true };
}

function shapeKey({ phase, quant, distribution, topk, experts, hiddenSize, interSize, moeEp }: ExpertCompute): string {
  return `${phase} ${quant} ${distribution} ${topk} ${experts} ${hiddenSize} ${interSize} ${moeEp}`;
}

function openCurve({ database, system }: Tables, op: ExpertCompute): MeasuredCurve {
  const table = database.table(TABLE);
  const kernel = table === undefined ? undefined : kernelOf(table, database.backend, system.smVersion, op.quant);
  const distribution = table === undefined || kernel === undefined ? undefined : distributionOf(table, kernel, op);
  const slice =
    distribution === undefined
      ? undefined
      : table?.slice(
          ...[kernel!, op.quant, distribution, op.phase, op.topk, op.experts, op.experts],
          ...[op.hiddenSize, op.interSize, 1, op.moeEp],
        );
  if (slice === undefined) throw new DataMissing(`no measured experts of a rank in ${op.quant} over ${op.moeEp} ranks`);
  return curvesOf(slice, [], 'num_tokens').get('')!;
}

const BLACKWELL_SM = 100;

function kernelOf(
  table: Table,
  backend: PerfDatabase['backend'],
  smVersion: number,
  quant: MoeQuant,
): string | undefined {
  const isGrouped = smVersion >= BLACKWELL_SM && quant === 'fp8_block';
  const wanted = backend === 'trtllm' ? (isGrouped ? 'deepgemm' : 'moe_torch_flow') : 'deepep_moe';
  const names = new Set(table.sliceKeys.map((key) => String(key[0])));
  return names.has(wanted) ? wanted : [...names].sort()[0];
}

/** The distribution that is asked for, else an even one, else the first that was measured in the phase. */
function distributionOf(table: Table, kernel: string, op: ExpertCompute): string | undefined {
  const measured = new Set(
    table.sliceKeys
      .filter((key) => key[0] === kernel && key[1] === op.quant && key[3] === op.phase)
      .map((key) => String(key[2])),
  );
  const order = [op.distribution, ANY_DISTRIBUTION, ...table.lanes];
  return order.find((name) => measured.has(name));
}
