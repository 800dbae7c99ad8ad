import { memo } from '../../memo.ts';
import type { Slice } from '../../perfdb/perfdb.ts';
import type { SliceKey } from '../attention-grids.ts';
import type { CompressedAttention, ContextCompressed, GenerationCompressed } from '../compressed-block.ts';
import { shapeOf, type Tables, type TimeOf } from '../kind.ts';
import { nearestCount } from '../nearest-count.ts';
import { perShape } from '../per-shape.ts';
import { type Grid, gridOf, openGrid } from '../resolver/grid.ts';
import { rowsWith } from '../resolver/rows-with.ts';
import { type CompressedParts, onBusiestRank } from '../shared-compressed.ts';
import { resolvedCollective } from './collectives.ts';
import { compressedChoice } from './compressed-choice.ts';
import { compressedDecodeRoofline, compressedPrefillRoofline } from './compressed-roofline.ts';
import { decodeTimes } from './decode-times.ts';
import { nativeSlice } from './native-slice.ts';
import { threeAxes } from './three-axes.ts';
import { type TopkExcess, type TopkKernel, topkExcess } from './topk-excess.ts';

/** The whole block in prefill. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedContextCompressed(tables: Tables): TimeOf<ContextCompressed> {
  const excessOf = openExcess(tables, 'v1');
  const aloneOf = perShape(
    (op: ContextCompressed) => openPrefill(tables, op, excessOf(op)),
    ({ cp: _, ...op }) => shapeOf(op),
  );
  const choosingOf = perShape((op: ContextCompressed) => compressedChoice(tables, op), shapeOf);
  const gather = resolvedCollective(tables);
  return (op, step) => {
    const choosing: CompressedParts['choosing'] = (...asked) => choosingOf(op)(...asked);
    return Math.max(0, onBusiestRank(op, step, { alone: aloneOf(op), choosing, gather }));
  };
}

function openPrefill(tables: Tables, op: ContextCompressed, excess: TopkExcess): CompressedParts['alone'] {
  const { compression, fmha, kvCache, gemm } = op;
  const rows = rowsOf(tables, `dsv4_${compression}_context_module`, [fmha, kvCache, gemm], op);
  const speedOfLight = compressedPrefillRoofline(tables, op);
  const { farField } = tables.constants.resolver;
  const timeOf = threeAxes(gridOf(rows, { axes: ['step', 'isl', 'batch_size'], speedOfLight, farField }));
  return (batch, length) => Math.max(0, timeOf(0, length, batch) - excess(0, length, batch));
}

/** The same block in decode. */
export function resolvedGenerationCompressed(tables: Tables): TimeOf<GenerationCompressed> {
  const excessOf = openExcess(tables, 'v2');
  return decodeTimes(perShape((op: GenerationCompressed) => openDecode(tables, op, excessOf(op)), shapeOf));
}

/** Times by heads, sequences and their length; the rows of the heads are chosen already. */
function openDecode(tables: Tables, op: GenerationCompressed, excess: TopkExcess): Grid {
  const { compression, kvCache, gemm } = op;
  const rows = rowsOf(tables, `dsv4_${compression}_generation_module`, [kvCache, gemm], op);
  const speedOfLight = compressedDecodeRoofline(tables, op);
  const { farField } = tables.constants.resolver;
  const grid = openGrid(rows, { axes: ['batch_size', 'isl'], speedOfLight, farField });
  return {
    timeAt: (point) => grid.timeAt(point.subarray(1)) - excess(cachedBefore(point[2]!), 1, point[1]!),
    addAlong: ([, batch = 0], places, sums) => {
      grid.addAlong([batch], places, sums);
      for (let i = 0; i < sums.length; i += 1) sums[i]! -= excess(cachedBefore(places.keys[i]!), 1, batch);
    },
  };
}

function cachedBefore(length: number): number {
  return Math.max(length - 1, 0);
}

const NO_EXCESS: TopkExcess = () => 0;

/** Opens what to take off blocks, once for all layouts of a model. */
function openExcess({ database }: Tables, kernel: TopkKernel): (op: CompressedAttention) => TopkExcess {
  const excessOf = memo((nativeHeads: number) => topkExcess(database, kernel, nativeHeads) ?? NO_EXCESS);
  return ({ compression, nativeHeads }) => (compression === 'csa' ? excessOf(nativeHeads) : NO_EXCESS);
}

/** The rows of the models and of the heads on one GPU that are nearest. @throws DataMissing */
function rowsOf({ database }: Tables, name: string, key: SliceKey, { nativeHeads, heads }: CompressedAttention): Slice {
  const slice = nativeSlice(database, name, key, nativeHeads);
  return rowsWith(slice, 'num_heads', nearestCount([...new Set(slice.column('num_heads'))], heads)!);
}
