import type { Slice, Table } from '../perfdb/perfdb.ts';
import type { Backend } from '../serving.ts';
import { DataMissing } from './data-missing.ts';
import { noWeights, type OperationBase, type OperationKind, type Tables, type TimeOf } from './kind.ts';
import { perShape } from './per-shape.ts';
import { curvesOf, curveTime, type MeasuredCurve } from './resolver/curves.ts';
import type { OpenFarField } from './resolver/far-field.ts';
import { type GridTime, gridOf } from './resolver/grid.ts';
import { joinedSlices } from './resolver/joined-slices.ts';

/** Libraries that spread tokens over expert-parallel ranks, by the names of the measured rows. */
export type CommBackend =
  | 'deepep_ht'
  | 'deepep_ll'
  | 'deepep_v2_context'
  | 'deepep_v2_generation'
  | 'trtllm_deepep_ht'
  | 'trtllm_deepep_ll'
  | 'nvlink_two_sided'
  | 'nvlink_one_sided';

/** What an all-to-all does: set up, send tokens to their experts, bring results back. */
export type CommStage = 'prepare' | 'dispatch' | 'combine';

/** One all-to-all of the tokens of a rank over expert-parallel ranks. */
export interface AllToAll extends OperationBase {
  readonly kind: 'allToAll';
  readonly comm: CommBackend;
  readonly stage: CommStage;
  /** What is sent, as the measured rows call it. */
  readonly sent: string;
  readonly hiddenSize: number;
  readonly topk: number;
  readonly experts: number;
  readonly moeEp: number;
  readonly nodes: number;
  /** Multiprocessors that the kernel takes, 0 where rows do not tell. */
  readonly sms: number;
  /** Ranks that share the tokens before they are sent. */
  readonly attentionRanks: number;
}

/** Measured by library, stage and ranks. */
export const allToAll: OperationKind<AllToAll> = {
  sees: () => 'tokens',
  isRemembered: true,
  weightBytes: noWeights,
  source: () => 'measured: moe_a2a',
  time: allToAllTime,
};

const TABLE = 'moe_a2a';

/** Libraries whose rows of one node stand for more nodes where these were not measured, and how many ranks those rows have. */
const ONE_NODE_STANDS_IN: readonly CommBackend[] = ['deepep_ht', 'deepep_ll', 'trtllm_deepep_ht', 'trtllm_deepep_ll'];
const SGLANG_RANKS = 8;

/** Ranks of the rows of one node that stand for those of more nodes; undefined where none do. */
export function standInRanks(comm: CommBackend, backend: Backend, gpusPerNode: number): number | undefined {
  if (!ONE_NODE_STANDS_IN.includes(comm)) return undefined;
  return backend === 'sglang' ? SGLANG_RANKS : gpusPerNode;
}

/** What the rows of several numbers of multiprocessors are, or those of the one that is asked for. */
type Measured = { readonly curve: MeasuredCurve } | { readonly alone: GridTime; readonly paired: Paired | undefined };

/** Both ways of a high-throughput exchange: the other one alone, and both together where both were measured. */
interface Paired {
  readonly other: GridTime;
  readonly both: GridTime;
}

/** Messages take as long as they have tokens, outside what was measured. */
const byTokens = (tokens: number): number => tokens;
const byTokensOfPoint = (point: ArrayLike<number>): number => point[1]!;

/** Source: aiconfigurator 0.12.0, sdk/operations/moe_comm.py and the operators of its compiled core. */
function allToAllTime(tables: Tables): TimeOf<AllToAll> {
  const measuredOf = perShape((op: AllToAll) => openMeasured(tables, op), shapeKey);
  const point = new Float64Array(2);
  return (op, step) => {
    const tokens = Math.floor(step.tokens / op.attentionRanks);
    const measured = measuredOf(op);
    if ('curve' in measured) return Math.max(0, curveTime(measured.curve, tokens, byTokens));
    point[0] = op.sms;
    point[1] = tokens;
    const own = measured.alone(point);
    if (measured.paired === undefined) return Math.max(0, own);
    const other = measured.paired.other(point);
    const both = measured.paired.both(point);
    return Math.max(0, own + other > 0 ? (own * both) / (own + other) : own);
  };
}

function shapeKey({ comm, stage, sent, moeEp, nodes, hiddenSize, topk, experts, sms }: AllToAll): string {
  return `${comm} ${stage} ${sent} ${moeEp} ${nodes} ${hiddenSize} ${topk} ${experts} ${sms}`;
}

/** Where rows of an exchange stand. */
type Place = Pick<AllToAll, 'comm' | 'stage' | 'sent' | 'hiddenSize' | 'topk' | 'experts' | 'moeEp' | 'nodes'>;

function openMeasured({ database, system, constants }: Tables, op: AllToAll): Measured {
  const { farField } = constants.resolver;
  const table = database.table(TABLE);
  const standIn = standInRanks(op.comm, database.backend, system.numGpusPerNode);
  const found = rowsAt(table, op);
  const place = found.size > 0 || op.nodes === 1 || standIn === undefined ? op : { ...op, moeEp: standIn, nodes: 1 };
  const slices = place === op ? found : rowsAt(table, place);
  if (slices.size === 0) throw new DataMissing(`no measured ${op.stage} of ${op.comm} over ${op.moeEp} ranks`);
  const own = slices.get(op.sms);
  const isAlone = op.comm !== 'deepep_ht' || (place.nodes === 1 && op.sms === HT_SMS);
  if (own !== undefined && isAlone) return { curve: curvesOf(own, [], 'num_tokens').get('')! };
  const gridOfSms: GridOfSms = (all) => smsGrid(all, farField);
  const others = op.comm === 'deepep_ht' ? otherWay(table, place) : undefined;
  return { alone: gridOfSms(slices), paired: others && pairedOf(slices, others, gridOfSms) };
}

/** Multiprocessors of a high-throughput exchange inside one node. */
export const HT_SMS = 20;

/** The slices at a place by the number of multiprocessors, ascending. */
function rowsAt(table: Table | undefined, place: Place): ReadonlyMap<number, Slice> {
  const sent = sentAs(table, place);
  const wanted = [place.comm, place.stage, sent, place.moeEp, place.nodes, place.hiddenSize, place.topk, place.experts];
  const keys = (table?.sliceKeys ?? []).filter((key) => wanted.every((value, i) => key[i] === value));
  const sms = keys.map((key) => Number(key[wanted.length])).sort((a, b) => a - b);
  return new Map(sms.map((count) => [count, table!.slice(...wanted.map((value) => value!), count)!]));
}

/** What is sent as the rows of a place call it: as asked, fp8 for its blocks, or what is sent whatever it is. */
function sentAs(table: Table | undefined, { comm, stage, sent }: Place): string | undefined {
  const known = new Set(
    (table?.sliceKeys ?? []).filter((key) => key[0] === comm && key[1] === stage).map((key) => key[2]),
  );
  if (known.has(sent)) return sent;
  if (sent === 'fp8_block' && known.has('fp8')) return 'fp8';
  return known.size === 1 && known.has(WHATEVER) ? WHATEVER : undefined;
}

/** How rows call what is sent where it makes no difference. */
export const WHATEVER = 'default';

/** Opens the grid of slices by their numbers of multiprocessors. */
type GridOfSms = (slices: ReadonlyMap<number, Slice>) => GridTime;

function smsGrid(slices: ReadonlyMap<number, Slice>, farField: OpenFarField): GridTime {
  return gridOf(joinedSlices([...slices], 'sms', ['num_tokens']), {
    axes: ['sms', 'num_tokens'],
    speedOfLight: byTokensOfPoint,
    farField,
  });
}

/** The rows of the other way at a place. */
function otherWay(table: Table | undefined, place: Place): ReadonlyMap<number, Slice> {
  return rowsAt(table, { ...place, stage: place.stage === 'dispatch' ? 'combine' : 'dispatch' });
}

function pairedOf(
  own: ReadonlyMap<number, Slice>,
  others: ReadonlyMap<number, Slice>,
  gridOfSms: GridOfSms,
): Paired | undefined {
  const common = [...own].flatMap(([sms, slice]) => {
    const other = others.get(sms);
    const sum = other === undefined ? undefined : summed(slice, other);
    return sum === undefined ? [] : [[sms, sum] as const];
  });
  return common.length === 0 ? undefined : { other: gridOfSms(others), both: gridOfSms(new Map(common)) };
}

/** The points that two slices share, with the sum of their times. */
function summed(a: Slice, b: Slice): Slice | undefined {
  const [tokens, latency, otherTokens, otherLatency] = [
    a.column('num_tokens'),
    a.column('latency'),
    b.column('num_tokens'),
    b.column('latency'),
  ];
  const byOther = new Map(Array.from(otherTokens, (count, i) => [count, otherLatency[i]!]));
  const shared = Array.from(tokens, (count, i) => ({ count, own: latency[i]!, other: byOther.get(count) }));
  const points = shared.flatMap(({ count, own, other }) =>
    other === undefined ? [] : [[count, own + other] as const],
  );
  if (points.length === 0) return undefined;
  const columns: Readonly<Record<string, Float64Array>> = {
    num_tokens: Float64Array.from(points, ([count]) => count),
    latency: Float64Array.from(points, ([, ms]) => ms),
  };
  return { rowCount: points.length, column: (name) => columns[name]! };
}
