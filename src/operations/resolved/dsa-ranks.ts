import { memo } from '../../memo.ts';
import type { PerfDatabase, Slice } from '../../perfdb/perfdb.ts';
import type { SliceKey } from '../attention-grids.ts';
import { DataMissing } from '../data-missing.ts';
import type { ContextDsaModule } from '../dsa-block.ts';
import { type DsaModel, dsaShape } from '../dsa-shape.ts';
import type { Tables } from '../kind.ts';
import { resolvedCollective } from './collectives.ts';
import { type KernelTime, nearestTimes } from './nearest-row.ts';
import type { SparsePrefill } from './sparse-grids.ts';

/** Kernels of the indexer, which were measured by themselves too. */
interface IndexKernels {
  /** Comparing each token with all before it. */
  readonly compare: KernelTime;
  /** Choosing tokens, by scores as whole sequences have them, and by the even ones that blocks were measured with. */
  readonly choose: KernelTime;
  readonly chooseEven: KernelTime;
}

/** What the kernels of a model's indexer are called in the names of tables. */
const MEASURED_AS: Readonly<Record<DsaModel, string>> = {
  DeepseekV32ForCausalLM: 'dsv32',
  GlmMoeDsaForCausalLM: 'glm5',
};

/** A layer whose sequences several ranks share; `chooses` where it has an indexer. */
type SplitLayer = (op: ContextDsaModule, layer: SparsePrefill, chooses: boolean) => SparsePrefill;

/**
 * Blocks over the ranks that share each sequence: that of one rank's tokens, with an indexer that sees all of the sequence
 * in the place of its own, and what the ranks gather of each other. Source: as the blocks. @throws DataMissing
 */
export function splitPrefill(tables: Tables): SplitLayer {
  const gather = resolvedCollective(tables);
  return ({ model, cp }, layer, chooses) => {
    const { kvRank, ropeSize, indexSize } = dsaShape(model);
    const kernelsOf = memo((heads: number) => indexKernels(tables.database, model, heads));
    return (heads, length, batch) => {
      const own = Math.max(1, Math.ceil(length / cp));
      const block = layer(heads, own, batch);
      const latents = gather('all_gather', batch * length * (kvRank + ropeSize), cp);
      if (!chooses) return block + latents;
      const { compare, choose, chooseEven } = kernelsOf(heads);
      const compared = compare(batch, length) / cp - compare(batch, own);
      const chosen = choose(batch, length) / cp - chooseEven(batch, own);
      const keys = gather('all_gather', batch * length * indexSize, cp);
      return block + (compared + chosen) + (keys + latents);
    };
  };
}

function indexKernels(database: PerfDatabase, model: DsaModel, heads: number): IndexKernels {
  const prefix = MEASURED_AS[model];
  const kernel = (name: string, ...key: SliceKey): KernelTime =>
    nearestTimes(rowsOf(database, `${prefix}_${name}`, key));
  return {
    compare: kernel('mqa_logits_module', heads),
    choose: kernel('topk_module', 'top_last', heads),
    chooseEven: kernel('topk_module', 'flat', heads),
  };
}

function rowsOf(database: PerfDatabase, name: string, key: SliceKey): Slice {
  const slice = database.table(name)?.slice(...key);
  if (slice !== undefined && slice.rowCount > 0) return slice;
  throw new DataMissing(`${name} has no rows for ${key.join(', ')}`, { isOfEveryStep: true });
}
