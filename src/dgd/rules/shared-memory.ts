import { isFilled, isGiven, listIn } from '../../json-reading.ts';
import { v1 } from '../../releases.ts';
import { podContainers, WORKER_TYPES } from '../services.ts';
import { DISCOVERY_ANNOTATION } from './annotations.ts';
import { type Feature, featureOf, isInterPod, ofFeature } from './feature.ts';
import { quantityNumber } from './quantity.ts';
import { ALPHA, type Breach, CEL, type GraphView, type Rule, show, WEBHOOK, when } from './rule.ts';

const NEEDS_GPU = 'resources.limits of the main container ask for no whole GPU, wanted one at least';

/**
 * Rules about the GPU memory service and failover. Sources: ai-dynamo,
 * deploy/operator/internal/webhook/validation/shared.go of 1.1 and 1.2, shared_v1beta1.go of 1.3 and 1.4, and the CEL rules of
 * deploy/operator/api.
 */
export const MEMORY_RULES: readonly Rule[] = [
  {
    name: 'the GPU memory service is for workers',
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: 'remove gpuMemoryService',
    breaches: ofFeature('gpuMemoryService', ({ service: { type = '' }, path }) =>
      when(!WORKER_TYPES.includes(type), path, `gpuMemoryService is on for ${type || 'a service without type'}`),
    ),
  },
  {
    name: 'the GPU memory service has a GPU',
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set the GPU limit',
    breaches: ofFeature('gpuMemoryService', (feature) => when(!hasWholeGpus(feature), feature.path, NEEDS_GPU)),
  },
  {
    name: 'inter-pod memory came with 1.2',
    since: v1(1),
    until: v1(2),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set mode to intraPod, or target 1.2 or later',
    breaches: ofFeature('gpuMemoryService', (feature) =>
      when(isInterPod(feature), [...feature.path, 'mode'], 'mode is interPod, which came with Dynamo 1.2'),
    ),
  },
  {
    name: 'inter-pod memory is for vllm',
    since: v1(2),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set spec.backendFramework to vllm, or the mode to intra-pod',
    breaches: ofFeature('gpuMemoryService', (feature) => {
      const backend = feature.view.spec.backendFramework;
      const found = `the mode is inter-pod with backendFramework ${show(backend)}, wanted vllm`;
      return when(isInterPod(feature) && backend !== 'vllm', [...feature.path, 'mode'], found);
    }),
  },
  {
    name: 'client pods are reserved',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'remove extraClientPods',
    breaches: ofFeature('gpuMemoryService', ({ settings, path }) =>
      when(listIn(settings, 'extraClientPods').length > 0, [...path, 'extraClientPods'], 'extraClientPods is reserved'),
    ),
  },
  {
    name: 'client containers are intra-pod',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'remove extraClientContainers, or set the mode to intra-pod',
    breaches: ofFeature('gpuMemoryService', (feature) => {
      const isBroken = isInterPod(feature) && listIn(feature.settings, 'extraClientContainers').length > 0;
      return when(isBroken, [...feature.path, 'extraClientContainers'], 'extraClientContainers is given for inter-pod');
    }),
  },
  {
    name: 'client containers exist',
    since: v1(2),
    severity: 'warning',
    why: 'older operators take no notice of the name and newer ones refuse it',
    hint: 'name a container of the pod',
    breaches: ofFeature('gpuMemoryService', lostClients),
  },
  {
    name: 'the GPU memory service needs DRA',
    since: v1(1),
    severity: 'warning',
    why: 'pods wait for ever in a cluster without dynamic resource allocation and that device class',
    hint: 'apply the graph where both are, or switch gpuMemoryService off',
    breaches: ofFeature('gpuMemoryService', ({ settings, path }) => {
      const deviceClass = isFilled(settings.deviceClassName) ? settings.deviceClassName : 'gpu.nvidia.com';
      return [{ path, found: `gpuMemoryService takes its GPUs from the device class ${show(deviceClass)}` }];
    }),
  },
  {
    name: 'failover has the GPU memory service',
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: 'switch gpuMemoryService on as well',
    breaches: ofFeature('failover', ({ service, view, path }) =>
      when(featureOf(service, view, 'gpuMemoryService') === undefined, path, 'failover is on without gpuMemoryService'),
    ),
  },
  {
    name: 'failover has the mode of the memory service',
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set both modes to the same',
    breaches: ofFeature('failover', (feature) => {
      const memory = featureOf(feature.service, feature.view, 'gpuMemoryService');
      const isBroken = memory !== undefined && isInterPod(memory) !== isInterPod(feature);
      const found = `mode is ${show(feature.settings.mode)} and that of gpuMemoryService ${show(memory?.settings.mode)}`;
      return when(isBroken, [...feature.path, 'mode'], found);
    }),
  },
  {
    name: 'failover in one pod has one shadow',
    versions: ALPHA,
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: 'remove numShadows',
    breaches: ofFeature('failover', (feature) => {
      const { numShadows } = feature.settings;
      const isBroken = !isInterPod(feature) && isGiven(numShadows) && numShadows !== 0 && numShadows !== 1;
      return when(
        isBroken,
        [...feature.path, 'numShadows'],
        `numShadows is ${show(numShadows)} for intraPod, wanted 1`,
      );
    }),
  },
  {
    name: 'failover in one pod has discovery by container',
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: `set the annotation ${DISCOVERY_ANNOTATION} of the graph to container`,
    breaches: discoveryByPod,
  },
];

/** Whether a service's main container asks for whole GPUs. */
function hasWholeGpus({ service, view }: Feature): boolean {
  const count = quantityNumber(view.lens.gpus(service).find(isFilled));
  return count !== undefined && count >= 1 && Number.isInteger(count);
}

function lostClients({ service, settings, path }: Feature): Breach[] {
  const names = podContainers(service, 'containers').map(({ container }) => container.name);
  return listIn(settings, 'extraClientContainers').flatMap((name, index) =>
    when(
      typeof name === 'string' && !names.includes(name),
      [...path, 'extraClientContainers', index],
      `${show(name)} is no container of the pod`,
    ),
  );
}

function discoveryByPod(view: GraphView): Breach[] {
  const value = view.annotations[DISCOVERY_ANNOTATION];
  const isSingle = view.services.some((service) => {
    const failover = featureOf(service, view, 'failover');
    return failover !== undefined && !isInterPod(failover);
  });
  const found = `${DISCOVERY_ANNOTATION} is ${show(value)} with failover in one pod, wanted container`;
  return when(isSingle && value !== 'container', ['metadata', 'annotations', DISCOVERY_ANNOTATION], found);
}
