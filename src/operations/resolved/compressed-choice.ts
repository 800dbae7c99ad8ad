import type { Slice } from '../../perfdb/perfdb.ts';
import type { ContextCompressed } from '../compressed-block.ts';
import { DataMissing } from '../data-missing.ts';
import type { Tables } from '../kind.ts';
import { gridOf } from '../resolver/grid.ts';
import { rowsWith } from '../resolver/rows-with.ts';
import { type KernelTime, nearestTimes } from './nearest-row.ts';
import { threeAxes } from './three-axes.ts';

/** How much longer a rank chooses among all tokens than among those of its share, in ms. @throws DataMissing */
type Choosing = (batch: number, length: number, share: number) => number;

/**
 * Opens the choice of compressed tokens of ranks that share each sequence: logits of an indexer, and the choice by them.
 * Source: aiconfigurator 0.12.0, the operators of its compiled core. @throws DataMissing where either was not measured
 */
export function compressedChoice(tables: Tables, op: ContextCompressed): Choosing {
  const logits = pagedLogits(tables, op);
  const topk = usualTopk(tables, op);
  return (batch, length, share) =>
    logits(batch, length) / op.cp - logits(batch, share) + (topk(batch, length) / op.cp - topk(batch, share));
}

/** Tokens whose logits are made at once. */
const CHUNK = 8192;
const LOGITS = 'dsv4_paged_mqa_logits_module';

function pagedLogits({ database, constants }: Tables, { nativeHeads, tp }: ContextCompressed): KernelTime {
  const all = database.table(LOGITS)?.slice();
  const ofModel = all === undefined ? undefined : rowsWith(all, 'num_heads', nativeHeads);
  const rows = ofModel && [tp, 1].map((ranks) => rowsWith(ofModel, 'tp_size', ranks)).find(hasRows);
  if (rows === undefined)
    throw new DataMissing(`${LOGITS} has no rows for ${nativeHeads} heads`, { isOfEveryStep: true });
  const { farField } = constants.resolver;
  const timeOf = threeAxes(
    gridOf(rows, { axes: ['step', 'isl', 'batch_size'], speedOfLight: logitsOfPoint, farField }),
  );
  return (batch, length) => {
    let sum = 0;
    for (let past = 0; past < length; past += CHUNK) sum += timeOf(past, Math.min(CHUNK, length - past), batch);
    return sum;
  };
}

const hasRows = ({ rowCount }: Slice): boolean => rowCount > 0;

/** Logits take as long as there are pairs of tokens. */
function logitsOfPoint(point: ArrayLike<number>): number {
  const [past, length, batch] = [point[0]!, point[1]!, point[2]!];
  return batch * (past * length + (length * length) / 2);
}

const CALIBRATION = 'dsv4_csa_topk_calib';

/** The choice by usual scores with nothing cached. */
function usualTopk({ database }: Tables, { nativeHeads }: ContextCompressed): KernelTime {
  const slice = database.table(CALIBRATION)?.slice('v1_top_last', nativeHeads);
  if (slice !== undefined && hasRows(slice)) return nearestTimes(slice);
  throw new DataMissing(`${CALIBRATION} has no rows for ${nativeHeads} heads`, { isOfEveryStep: true });
}
