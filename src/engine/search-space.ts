import type { Layout } from '../models/layout.ts';

const NODE_SIZES = [1, 2, 4, 8];
/** Systems whose racks let a dense worker span several nodes. Source: aiconfigurator 0.10.0, sdk/task_v2.py. */
const WIDE_SYSTEMS = ['gb200', 'gb300'];
const WIDE_SIZES = [...NODE_SIZES, 16];

/** Layouts of one dense worker that fit into `maxGpus` GPUs. */
export function denseLayouts(system: string, maxGpus: number): readonly Layout[] {
  const sizes = WIDE_SYSTEMS.includes(system) ? WIDE_SIZES : NODE_SIZES;
  return sizes.filter((tp) => tp <= maxGpus).map((tp) => ({ tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 }));
}
