import type { PerfDatabase } from '../../perfdb/perfdb.ts';
import type { ContextDsaModule, GenerationDsaModule } from '../dsa-block.ts';
import { dsaDecodeRoofline, dsaPrefillRoofline } from '../dsa-roofline.ts';
import { FASTEST, kernelSlice, SHARING } from '../kernel-slice.ts';
import type { Tables, TimeOf } from '../kind.ts';
import { perShape } from '../per-shape.ts';
import type { Grid } from '../resolver/grid.ts';
import { decodeTimes } from './decode-times.ts';
import { splitPrefill } from './dsa-ranks.ts';
import { type SparsePrefill, sparseDecode, sparsePrefill } from './sparse-grids.ts';

/** Layers that choose tokens themselves, and those that take the choice of another one, as rows name them. */
const CHOOSING = 0;
const SKIPPING = 1;
type LayerKind = typeof CHOOSING | typeof SKIPPING;

const PREFILL = 'dsa_context_module';
const DECODE = 'dsa_generation_module';

/** Prefill blocks as they were measured. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export function resolvedContextDsa(tables: Tables): TimeOf<ContextDsaModule> {
  const split = splitPrefill(tables);
  const blockOf = perShape(
    (op: ContextDsaModule): SparsePrefill => {
      const open = (kind: LayerKind): SparsePrefill => {
        const layer = openPrefill(tables, op, kind);
        return op.cp === 1 ? layer : split(op, layer, kind === CHOOSING);
      };
      const choosing = open(CHOOSING);
      if (!hasSkipping(tables.database, PREFILL, op)) return choosing;
      const skipping = open(SKIPPING);
      return (...at) => op.choosingShare * choosing(...at) + (1 - op.choosingShare) * skipping(...at);
    },
    ({ model, gemm, kvCache, fmha, cp, choosingShare }) => `${model} ${gemm} ${kvCache} ${fmha} ${cp} ${choosingShare}`,
  );
  return (op, { batch, sequenceLength }) => Math.max(0, blockOf(op)(op.heads, sequenceLength, batch));
}

/** Decode blocks, likewise. */
export function resolvedGenerationDsa(tables: Tables): TimeOf<GenerationDsaModule> {
  const gridOf = perShape(
    (op: GenerationDsaModule): Grid => {
      const choosing = openDecode(tables, op, CHOOSING);
      if (!hasSkipping(tables.database, DECODE, op)) return choosing;
      return blended(op.choosingShare, choosing, openDecode(tables, op, SKIPPING));
    },
    ({ model, gemm, kvCache, choosingShare }) => `${model} ${gemm} ${kvCache} ${choosingShare}`,
  );
  return decodeTimes(gridOf);
}

/** Where no layer without an indexer was measured, all of them are timed with one. */
function hasSkipping(
  database: PerfDatabase,
  name: string,
  { choosingShare }: Pick<GenerationDsaModule, 'choosingShare'>,
): boolean {
  return choosingShare < 1 && database.table(name)?.sliceKeys.some(([kind]) => kind === SKIPPING) === true;
}

function openPrefill(tables: Tables, op: ContextDsaModule, kind: LayerKind): SparsePrefill {
  const { model, gemm, kvCache, fmha, cp } = op;
  const families = cp === 1 ? FASTEST : SHARING;
  const slice = kernelSlice(tables.database, PREFILL, [kind, fmha, kvCache, gemm, model], families);
  return sparsePrefill(tables, slice, dsaPrefillRoofline(tables, op, kind === CHOOSING));
}

function openDecode(tables: Tables, op: GenerationDsaModule, kind: LayerKind): Grid {
  const slice = kernelSlice(tables.database, DECODE, [kind, op.kvCache, op.gemm, op.model]);
  return sparseDecode(tables, slice, dsaDecodeRoofline(tables, op));
}

/** A layer on average. */
function blended(share: number, choosing: Grid, skipping: Grid): Grid {
  return {
    timeAt: (point) => share * choosing.timeAt(point) + (1 - share) * skipping.timeAt(point),
    addAlong: (outer, places, sums) => {
      const [chosen, skipped] = [new Float64Array(sums.length), new Float64Array(sums.length)];
      choosing.addAlong(outer, places, chosen);
      skipping.addAlong(outer, places, skipped);
      for (let i = 0; i < sums.length; i += 1) sums[i]! += share * chosen[i]! + (1 - share) * skipped[i]!;
    },
  };
}
