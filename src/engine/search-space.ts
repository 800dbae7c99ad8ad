import type { Architecture } from '../models/architecture.ts';
import { gpusPerWorker, type Layout } from '../models/layout.ts';
import { familyModel } from '../models/model.ts';
import type { SystemSpec } from '../perfdb/perfdb.ts';
import type { Role } from '../serving.ts';
import type { BackendModel } from './backends.ts';
import type { ExpertSizes, LayoutSizes } from './revision.ts';

/** What the layouts of a worker are chosen from. */
export interface SearchScope {
  readonly architecture: Architecture;
  readonly backend: BackendModel;
  readonly sizes: LayoutSizes;
  readonly system: Pick<SystemSpec, 'name' | 'smVersion'>;
  /** GPUs that one worker may take. */
  readonly maxGpus: number;
  readonly role: Role;
  /** Sizes that experts are tried with besides those. */
  readonly widened: Partial<ExpertSizes>;
}

/**
 * Layouts of one worker in the reference's order. The reference also tries SGLang's DeepEP kernels where the chosen
 * version's own folder has their measurements; no default version of the release has, so there are none here.
 * Source: aiconfigurator 0.10.0, sdk/utils.py, `enumerate_parallel_config`.
 */
export function workerLayouts(scope: SearchScope): readonly Layout[] {
  const candidates = familyModel(scope.architecture).isMoe ? expertLayouts(scope) : denseLayouts(scope);
  // Splitting sequences excludes splitting heads and batches; the reference fails on such layouts one by one.
  return candidates.filter(({ tp, dp, cp }) => cp === 1 || (tp === 1 && dp === 1));
}

function contextParallelSizes({ architecture, backend, role }: SearchScope): readonly number[] {
  return role === 'decode' || !familyModel(architecture).splitsSequences ? [1] : backend.contextParallelSizes;
}

function denseLayouts(scope: SearchScope): readonly Layout[] {
  const { dense, denseOfSystem } = scope.sizes;
  const { name } = scope.system;
  const sizes = Object.hasOwn(denseOfSystem, name) ? denseOfSystem[name]! : dense;
  const gpus = sizes.filter((size) => size <= scope.maxGpus);
  const layouts = [...product({ ...ALONE, tp: sizes, cp: contextParallelSizes(scope) })];
  return layouts.filter((layout) => gpus.includes(gpusPerWorker(layout)));
}

function expertLayouts(scope: SearchScope): readonly Layout[] {
  const { gpus, ...axes } = widenedSizes(scope);
  const allowed = gpus.filter((size) => size <= scope.maxGpus);
  const layouts = [...product({ ...axes, cp: contextParallelSizes(scope) })];
  return layouts.filter(
    (layout) =>
      allowed.includes(gpusPerWorker(layout)) &&
      layout.tp * layout.dp * layout.cp === layout.moeTp * layout.moeEp &&
      scope.backend.allowsExpertLayout(layout),
  );
}

function widenedSizes(scope: SearchScope): ExpertSizes {
  const { experts } = scope.sizes;
  const further = [scope.widened, stagedSizes(scope)];
  const all = (axis: keyof ExpertSizes): readonly number[] =>
    [...new Set([...experts[axis], ...further.flatMap((sizes) => sizes[axis] ?? [])])].sort((a, b) => a - b);
  return { gpus: all('gpus'), tp: all('tp'), pp: all('pp'), dp: all('dp'), moeTp: all('moeTp'), moeEp: all('moeEp') };
}

/** What workers of pipeline stages are tried with. */
function stagedSizes({ architecture, sizes: { staged }, system, maxGpus }: SearchScope): Partial<ExpertSizes> {
  const isTried = familyModel(architecture).splitsStages === true;
  return isTried && system.smVersion >= staged.fromSm && maxGpus >= staged.fromGpus ? staged.sizes : {};
}

type AxisSizes = Readonly<Record<keyof Layout, readonly number[]>>;

const ALONE: AxisSizes = { tp: [1], pp: [1], dp: [1], moeTp: [1], moeEp: [1], cp: [1] };
/** From the one that changes slowest to the one that changes fastest. */
const AXES = ['tp', 'pp', 'dp', 'moeTp', 'moeEp', 'cp'] as const satisfies readonly (keyof Layout)[];

/** Every layout with one of the sizes on each axis. */
function product(sizes: AxisSizes): Iterable<Layout> {
  const first: Iterable<Layout> = [{ tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 }];
  return AXES.reduce((layouts, axis) => withSizes(layouts, axis, sizes[axis]), first);
}

function* withSizes(layouts: Iterable<Layout>, axis: keyof Layout, sizes: readonly number[]): Generator<Layout> {
  for (const layout of layouts) for (const size of sizes) yield { ...layout, [axis]: size };
}
