import { graphServices, WORKER_TYPES } from '../../src/dgd/services.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Row } from '../../src/profile/rows/row.ts';

/** Columns of a row that say what a worker of each kind looks like. */
const LAYOUT_COLUMN: Readonly<Record<string, string>> = {
  worker: 'parallel',
  prefill: '(p)parallel',
  decode: '(d)parallel',
};

/** A pick in one line: topology, replicas and parallel sizes of its workers, latencies and rate. */
export function describePick(chosen: string, backend: string, row: Row | undefined, graph: JsonObject): string {
  const workers = graphServices(graph).flatMap(({ type = '', object }) => {
    const layout = chosen === 'agg' && type === 'decode' ? row?.parallel : row?.[LAYOUT_COLUMN[type] ?? ''];
    if (!WORKER_TYPES.includes(type)) return [];
    return [`${type === 'worker' ? '' : `${type} `}${object.replicas ?? 1} x ${layout ?? 'sized from memory'}`];
  });
  return [`${backend} ${chosen} ${workers.join(' + ')}`, ...(row === undefined ? [] : numbersOf(row))].join(', ');
}

function numbersOf(row: Row): string[] {
  const rate = Number(row['tokens/s/gpu_cluster'] ?? row['tokens/s/gpu']);
  return [
    ...(row.total_gpus_needed === undefined ? [] : [`needs ${gpus(row.total_gpus_needed)}`]),
    ...(row.load_served_pct === undefined ? [] : [`serves ${row.load_served_pct} % of the load`]),
    `ttft ${row.ttft} ms`,
    `tpot ${row.tpot} ms`,
    `${Math.round(rate * 1000) / 1000} tokens/s/GPU`,
  ];
}

/** A number of GPUs in words. */
export function gpus(count: unknown): string {
  return `${count} GPU${count === 1 ? '' : 's'}`;
}
