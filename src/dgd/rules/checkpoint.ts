import { isFilled, isGiven, listIn } from '../../json-reading.ts';
import { v1 } from '../../releases.ts';
import { type Feature, featureOf, isInterPod, ofFeature, settingsOf } from './feature.ts';
import { type Breach, CEL, type Rule, WEBHOOK, when } from './rule.ts';

/**
 * Rules about checkpoints. Sources: ai-dynamo, deploy/operator/internal/webhook/validation/shared.go of 1.2,
 * shared_v1beta1.go of 1.3 and 1.4, and the CEL rules of deploy/operator/api.
 */
export const CHECKPOINT_RULES: readonly Rule[] = [
  {
    name: 'a checkpoint is identified',
    until: v1(3),
    severity: 'error',
    why: CEL,
    hint: 'set checkpointRef, or identity.model and identity.backendFramework',
    breaches: ofFeature('checkpoint', ({ settings, path }) => {
      const isKnown = isFilled(settings.checkpointRef) || isGiven(settings.identity);
      return when(!isKnown, path, 'the checkpoint has neither checkpointRef nor identity');
    }),
  },
  {
    name: 'a checkpoint that exists needs no job',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'remove job or checkpointRef',
    breaches: ofFeature(
      'checkpoint',
      ({ settings: { job, checkpointRef }, path }) =>
        when(isGiven(job) && isFilled(checkpointRef), [...path, 'job'], 'job is given with checkpointRef'),
      settingsOf,
    ),
  },
  {
    name: 'clients of the checkpoint job have the memory service',
    since: v1(2),
    severity: 'error',
    why: WEBHOOK,
    hint: 'switch gpuMemoryService on with the intra-pod mode, or remove gmsClientContainers',
    breaches: ofFeature('checkpoint', lostJobClients, settingsOf),
  },
  {
    name: 'checkpoints and the memory service exclude each other',
    since: v1(2),
    severity: 'warning',
    why: 'operators refuse the two together unless they are set up for it',
    hint: 'switch one of the two off',
    breaches: ofFeature('checkpoint', ({ service, path, view }) =>
      when(
        featureOf(service, view, 'gpuMemoryService') !== undefined,
        path,
        'a checkpoint is on with gpuMemoryService',
      ),
    ),
  },
  {
    name: 'checkpoints are switched on in the platform',
    severity: 'warning',
    why: 'it works only where the platform is installed with checkpoints, and operators from 1.4 refuse it elsewhere',
    hint: 'switch checkpoints on in the values of the platform',
    breaches: ofFeature('checkpoint', ({ path }) => [{ path, found: 'a checkpoint is on' }]),
  },
];

function lostJobClients({ service, settings, path, view }: Feature): Breach[] {
  const memory = featureOf(service, view, 'gpuMemoryService');
  const isFine = memory !== undefined && !isInterPod(memory);
  const isBroken = !isFine && listIn(settings, 'job', 'gmsClientContainers').length > 0;
  const found = 'gmsClientContainers is given without an intra-pod gpuMemoryService';
  return when(isBroken, [...path, 'job', 'gmsClientContainers'], found);
}
