import type { Slice } from '../perfdb/perfdb.ts';
import { DataMissing } from './data-missing.ts';
import type { ContextDsaModule, GenerationDsaModule } from './dsa-block.ts';
import { dsaDecodeRoofline } from './dsa-roofline.ts';
import { dsaShape } from './dsa-shape.ts';
import { bracket, type Grid, type GridRow, interpolate1d, lookup3, valueAt } from './grid/interpolation.ts';
import { sampledLookup } from './grid/sampled-lookup.ts';
import { withinLimit } from './grid/within-limit.ts';
import { kernelSlice } from './kernel-slice.ts';
import type { Tables, TimeOf } from './kind.ts';
import { latentDecodeGrid, latentPrefillGrid } from './latent-grids.ts';
import { perShape } from './per-shape.ts';
import type { SpeedOfLight } from './resolver/nest.ts';

/** Measured rows by heads, then by batch, over lengths. */
type MeasuredCurves = ReadonlyMap<number, ReadonlyMap<number, GridRow>>;

interface FilledBlock {
  readonly measured: MeasuredCurves;
  /** The measured points filled up. */
  readonly grid: Grid;
}

/** Prefill blocks from filled-up grids. Source: aiconfigurator 0.10.0, sdk/operations/dsa.py. */
export function filledPrefillTime({ database, constants }: Tables): TimeOf<ContextDsaModule> {
  const blockOf = perShape(
    ({ fmha, kvCache, gemm, model }: ContextDsaModule): FilledBlock => {
      const slice = uncached(kernelSlice(database, 'dsa_context_module', [fmha, kvCache, gemm, model]));
      return { measured: measuredCurves(slice), grid: latentPrefillGrid(slice, constants, false) };
    },
    ({ fmha, kvCache, gemm, model }) => `${fmha} ${kvCache} ${gemm} ${model}`,
  );
  return (op, { batch, sequenceLength }) => {
    if (op.cp > 1) throw new DataMissing('no measured indexer kernels for shared sequences', { isOfEveryStep: true });
    const { measured, grid } = blockOf(op);
    const curve = measured.get(op.heads)?.get(batch);
    const value = curve && withinLimit(curve, sequenceLength, dsaShape(op.model).topk);
    return value ?? sampledLookup(grid, op.heads, sequenceLength, batch);
  };
}

interface DecodeBlock extends FilledBlock {
  readonly speedOfLight: SpeedOfLight;
}

/** Decode blocks, likewise. */
export function filledDecodeTime(tables: Tables): TimeOf<GenerationDsaModule> {
  const { database, constants } = tables;
  const blockOf = perShape(
    (op: GenerationDsaModule): DecodeBlock => {
      const slice = kernelSlice(database, 'dsa_generation_module', [op.kvCache, op.gemm, op.model]);
      const speedOfLight = dsaDecodeRoofline(tables, op);
      return { measured: measuredCurves(slice), grid: latentDecodeGrid(slice, constants), speedOfLight };
    },
    ({ kvCache, gemm, model }) => `${kvCache} ${gemm} ${model}`,
  );
  return (op, { batch, sequenceLength: length }) => {
    const block = blockOf(op);
    return decodeAt(block, { heads: op.heads, batch, length }) ?? lookup3(block.grid, op.heads, batch, length, 'cubic');
  };
}

interface DecodePoint {
  readonly heads: number;
  readonly batch: number;
  readonly length: number;
}

/** Along the measured curve of a batch, or between those of two; undefined where there are too few. */
function decodeAt(block: DecodeBlock, point: DecodePoint): number | undefined {
  const curves = block.measured.get(point.heads);
  const own = curves?.get(point.batch) && alongLength(block, point);
  if (curves === undefined || own !== undefined) return own;
  const values = new Map<number, number>();
  for (const batch of curves.keys()) {
    const value = alongLength(block, { ...point, batch });
    if (value !== undefined) values.set(batch, value);
  }
  if (values.size < 2) return undefined;
  const [low, high] = bracket(point.batch, [...values.keys()], false);
  return interpolate1d(low, high, values.get(low)!, values.get(high)!, point.batch);
}

/** Outside the measured lengths a block keeps the share of the roofline that it reached at the last one. */
function alongLength({ measured, grid, speedOfLight }: DecodeBlock, { heads, batch, length }: DecodePoint) {
  const curve = measured.get(heads)!.get(batch)!;
  const [first, last] = [curve.keys[0]!, curve.keys.at(-1)!];
  if (length < first || length > last) {
    const edge = length < first ? first : last;
    return (valueAt(curve, edge)! * speedOfLight([heads, batch, length])) / speedOfLight([heads, batch, edge]);
  }
  const row = grid.row(heads, batch)!;
  const exact = valueAt(row, length);
  if (exact !== undefined || row.keys.length < 2) return exact;
  const [low, high] = bracket(length, row.keys, false);
  return interpolate1d(low, high, valueAt(row, low)!, valueAt(row, high)!, length);
}

/** The rows without tokens before the new ones. */
function uncached(slice: Slice): Slice {
  const cached = slice.column('step');
  const rows = Array.from({ length: slice.rowCount }, (_, row) => row).filter((row) => cached[row] === 0);
  if (rows.length === 0) throw new DataMissing('no rows without cached tokens', { isOfEveryStep: true });
  return {
    rowCount: rows.length,
    column: (name) => {
      const column = slice.column(name);
      return Float64Array.from(rows, (row) => column[row]!);
    },
  };
}

function measuredCurves(slice: Slice): MeasuredCurves {
  const [heads, batches, lengths] = ['num_heads', 'batch_size', 'isl'].map((name) => slice.column(name));
  const latency = slice.column('latency');
  const curves = new Map<number, Map<number, { readonly keys: number[]; readonly values: number[] }>>();
  for (let row = 0; row < slice.rowCount; row += 1) {
    const ofHeads = curves.get(heads![row]!) ?? new Map();
    curves.set(heads![row]!, ofHeads);
    const curve = ofHeads.get(batches![row]!) ?? { keys: [], values: [] };
    ofHeads.set(batches![row]!, curve);
    curve.keys.push(lengths![row]!);
    curve.values.push(latency[row]!);
  }
  return curves;
}
