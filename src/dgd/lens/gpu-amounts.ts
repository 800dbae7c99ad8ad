import type { Json, JsonObject } from '../../json.ts';
import { objectIn } from '../../json-reading.ts';

/** Sides of a container's resources, the one that counts first. */
export const RESOURCE_SIDES = ['limits', 'requests'] as const;

/** Resource names that the operator counts as GPUs. Source: ai-dynamo, deploy/operator/internal/dra/dra.go, 1.3. */
const GPU_RESOURCE = /^gpu$|\/gpu$|\/mig-|^gpu\./i;

/** The name under which a container asks for GPUs; that of whole ones of NVIDIA where it asks for none. */
export function gpuResource(container: JsonObject): string {
  const named = RESOURCE_SIDES.flatMap((side) => Object.keys(objectIn(container, 'resources', side)));
  return named.find((name) => GPU_RESOURCE.test(name)) ?? 'nvidia.com/gpu';
}

/** Amounts of GPUs in one side of a container's resources. */
export function containerGpus(container: JsonObject, side: (typeof RESOURCE_SIDES)[number]): readonly Json[] {
  const amounts = Object.entries(objectIn(container, 'resources', side));
  return amounts.filter(([name]) => GPU_RESOURCE.test(name)).map(([, amount]) => amount);
}
