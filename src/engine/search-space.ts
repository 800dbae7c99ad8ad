import type { Architecture } from '../models/architecture.ts';
import type { Layout } from '../models/layout.ts';
import { familyModel } from '../models/model.ts';
import type { Role } from '../serving.ts';
import type { BackendModel } from './backends.ts';

/** What the layouts of a worker are chosen from. */
export interface SearchScope {
  readonly architecture: Architecture;
  readonly backend: BackendModel;
  readonly systemName: string;
  /** GPUs that one worker may take. */
  readonly maxGpus: number;
  readonly role: Role;
}

const SIZES = [1, 2, 4, 8];
/** Systems whose racks let a dense worker span several nodes. Source: aiconfigurator 0.10.0, sdk/task_v2.py. */
const WIDE_SYSTEMS = ['gb200', 'gb300'];
const WIDE_SIZES = [...SIZES, 16];

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

function contextParallelSizes({ backend, role }: SearchScope): readonly number[] {
  return role === 'decode' ? [1] : backend.contextParallelSizes;
}

function denseLayouts(scope: SearchScope): readonly Layout[] {
  const sizes = WIDE_SYSTEMS.includes(scope.systemName) ? WIDE_SIZES : SIZES;
  return sizes.flatMap((tp) =>
    contextParallelSizes(scope)
      .filter((cp) => tp * cp <= scope.maxGpus && sizes.includes(tp * cp))
      .map((cp) => ({ tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp })),
  );
}

function expertLayouts(scope: SearchScope): readonly Layout[] {
  const sizes = SIZES.filter((gpus) => gpus <= scope.maxGpus);
  const layouts: Layout[] = [];
  for (const tp of SIZES) {
    for (const dp of SIZES) {
      for (const moeTp of SIZES) {
        for (const moeEp of SIZES) {
          for (const cp of contextParallelSizes(scope)) {
            const layout = { tp, pp: 1, dp, moeTp, moeEp, cp };
            const gpus = tp * dp * cp;
            if (sizes.includes(gpus) && gpus === moeTp * moeEp && scope.backend.allowsExpertLayout(layout))
              layouts.push(layout);
          }
        }
      }
    }
  }
  return layouts;
}
