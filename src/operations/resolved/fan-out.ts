/** What decides over how many GPUs a collective counts as measured. */
interface Fan {
  readonly gpus: number;
  /** Numbers of GPUs that were measured, ascending; never empty. */
  readonly measured: readonly number[];
  readonly gpusPerNode: number;
}

/**
 * The number of GPUs whose measurement stands for a collective over `gpus`; where that is more, the time grows from there.
 * What was not measured over as many has no time.
 */
export type FanOut = (fan: Fan) => number;

/** All-reduce inside one node. Source: aiconfigurator 0.10.0 and 0.11.0. */
export const withinNode: FanOut = ({ gpus, gpusPerNode }) => Math.min(gpus, gpusPerNode);

/** Up to the largest number that was measured. Source: aiconfigurator 0.12.0, the operators of its compiled core. */
export const upToLargest: FanOut = ({ gpus, measured }) => Math.min(gpus, measured.at(-1) ?? 0);

/**
 * Inside a node the same, and over several the largest number that was measured and is not above, or a whole node where
 * all are. Source: aisimulate 0.13.0, its compiled core.
 */
export const upToMeasured: FanOut = (fan) => {
  const { gpus, measured, gpusPerNode } = fan;
  if (gpus <= gpusPerNode) return upToLargest(fan);
  return measured.findLast((count) => count <= gpus) ?? gpusPerNode;
};
