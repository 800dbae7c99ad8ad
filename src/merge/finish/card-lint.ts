import { findService, serviceArgs } from '../../dgd/services.ts';
import { hasFlag } from '../../graph/args.ts';
import { GRAPH_BACKENDS, workerName } from '../../graph/backends.ts';
import { cardFacts } from '../../graph/cards.ts';
import type { JsonObject } from '../../json.ts';
import { type GraphVersion, releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';

/** The resource name of AMD's device plugin. */
const AMD_RESOURCE = 'amd.com/gpu';

/** Where a graph names the resource of its GPUs. */
const GPU_TYPE: Readonly<Record<GraphVersion, string>> = {
  v1alpha1: ' (as resources.limits.gpuType)',
  v1beta1: ' (in the limits of its main container, for nvidia.com/gpu)',
};

/**
 * Warns with DATA_TYPE_UNSUPPORTED about a worker that would compute in a type which its card lacks, and with
 * GPU_VENDOR_MISMATCH about one that asks for NVIDIA's GPUs on a card of AMD; not where an override sees to it. Cards
 * that were measured lack nothing, so that only a sizing from memory has such workers.
 */
export function lintCards(graph: JsonObject, { request, profile: { naive, backend }, warn, mends }: Finishing): void {
  if (naive === undefined || !mends.sizesForRequest || request.features.mocker) return;
  const { gpuSku } = request.hardware;
  const service = workerName(backend, 'agg', request.target);
  const { lacks, vendor } = cardFacts(gpuSku);
  const path = 'spec.hardware.gpuSku';
  const origin = request.locate(path);
  const { flag, value } = GRAPH_BACKENDS[backend].halfPrecision;
  const { dataType = 'bfloat16' } = naive;
  if (lacks.includes(dataType) && !hasFlag(serviceArgs(graph, service), flag)) {
    warn('DATA_TYPE_UNSUPPORTED', {
      message: `${gpuSku} has no ${dataType}, which the checkpoint of ${request.model} is in, so that ${service} refuses to start`,
      hint: `add ${flag} ${value} to the arguments of ${service} in spec.overrides.dgd`,
      ...{ path, origin },
    });
  }
  if (vendor === 'AMD' && !JSON.stringify(findService(graph, service)?.object ?? {}).includes(AMD_RESOURCE)) {
    warn('GPU_VENDOR_MISMATCH', {
      message: `${gpuSku} is a card of AMD, but ${service} has an image for NVIDIA's and asks for nvidia.com/gpu`,
      hint: `give ${service} an image that is built for ROCm and the resource ${AMD_RESOURCE}${GPU_TYPE[releaseFacts(request.target).graphVersion]} in spec.overrides.dgd`,
      ...{ path, origin },
    });
  }
}
