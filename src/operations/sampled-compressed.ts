import type { Slice } from '../perfdb/perfdb.ts';
import type { SliceKey } from './attention-grids.ts';
import { collectiveTime } from './collective.ts';
import {
  COMPRESSIONS,
  type CompressedAttention,
  type ContextCompressed,
  type GenerationCompressed,
} from './compressed-block.ts';
import { DataMissing } from './data-missing.ts';
import { acrossBatches, type LengthCurve } from './grid/length-curves.ts';
import { shapeOf, type Tables, type TimeOf } from './kind.ts';
import { nearestCount } from './nearest-count.ts';
import { perShape } from './per-shape.ts';
import { rowsWith } from './resolver/rows-with.ts';
import { onBusiestRank } from './shared-compressed.ts';

/** Prefill blocks by the rows as they were measured. Source: aiconfigurator 0.10.0, sdk/operations/dsv4.py. */
export function sampledPrefillTime(tables: Tables): TimeOf<ContextCompressed> {
  const curvesOf = perShape((op: ContextCompressed) => {
    const { compression, fmha, kvCache, gemm } = op;
    return curvesByCached(rowsOf(tables, `dsv4_${compression}_context_module`, [fmha, kvCache, gemm], op));
  }, shapeOf);
  const gather = collectiveTime(tables);
  return (op, step) => {
    const alone = (batch: number, length: number): number => {
      for (const curves of curvesOf(op)) {
        const value = acrossBatches(curves, length, batch);
        if (value !== undefined) return value;
      }
      throw unmeasured(op, batch, length);
    };
    return onBusiestRank(op, step, { alone, choosing: neverMeasured, gather });
  };
}

/** No release of this generation has the times of an indexer's choice alone. */
function neverMeasured(): never {
  throw new DataMissing('no measured choice of compressed tokens for shared sequences', { isOfEveryStep: true });
}

/** The same block in decode. */
export function sampledDecodeTime(tables: Tables): TimeOf<GenerationCompressed> {
  const curvesOf = perShape((op: GenerationCompressed) => {
    const { compression, kvCache, gemm } = op;
    return lengthCurves(rowsOf(tables, `dsv4_${compression}_generation_module`, [kvCache, gemm], op));
  }, shapeOf);
  return (op, { batch, sequenceLength }) => {
    const value = acrossBatches(curvesOf(op), sequenceLength, batch);
    if (value === undefined) throw unmeasured(op, batch, sequenceLength);
    return value;
  };
}

function unmeasured({ compression }: CompressedAttention, batch: number, length: number): DataMissing {
  return new DataMissing(`no measured ${compression} attention near ${batch} sequences of ${length} tokens`);
}

/** The rows of the nearest number of heads. @throws DataMissing */
function rowsOf({ database }: Tables, name: string, key: SliceKey, { heads, compression }: CompressedAttention): Slice {
  const slice = database.table(name)?.slice(...key);
  const counts = slice === undefined ? [] : [...new Set(slice.column('num_heads'))];
  const measured = nearestCount(counts, heads);
  if (slice === undefined || measured === undefined)
    throw new DataMissing(`${name} has no rows for ${key.join(', ')}`, { isOfEveryStep: true });
  return rowsWith(rowsWith(slice, 'num_heads', measured), 'compress_ratio', COMPRESSIONS[compression].ratio);
}

/** Curves of the rows with as many tokens cached, fewest first: those with none answer before others do. */
function curvesByCached(slice: Slice): readonly (readonly LengthCurve[])[] {
  const cached = [...new Set(slice.column('step'))];
  return cached.map((tokens) => lengthCurves(rowsWith(slice, 'step', tokens)));
}

/** Curves over the length by ascending number of sequences. */
function lengthCurves(slice: Slice): readonly LengthCurve[] {
  const [batches, lengths, latency] = ['batch_size', 'isl', 'latency'].map((name) => slice.column(name));
  const curves = new Map<number, LengthCurve>();
  for (let row = 0; row < slice.rowCount; row += 1) {
    const batch = batches![row]!;
    const curve = curves.get(batch) ?? { batch, lengths: [], values: [] };
    curves.set(batch, curve);
    curve.lengths.push(lengths![row]!);
    curve.values.push(latency![row]!);
  }
  return [...curves.values()].sort((a, b) => a.batch - b.batch);
}
