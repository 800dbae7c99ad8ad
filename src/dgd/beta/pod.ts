import type { JsonObject } from '../../json.ts';
import { MAIN_CONTAINER } from '../lens/v1beta1.ts';
import { type ClaimMounts, claimVolumes } from './claims.ts';
import { mainContainer, secretSource } from './container.ts';
import { complain, nonEmpty, type Part, partAt, partsAt, present, without } from './part.ts';

/** Name of the container that v1alpha1's `frontendSidecar` stands for. */
const SIDECAR_CONTAINER = 'sidecar-frontend';
/** Fields of a container that `frontendSidecar` calls otherwise or settles. */
const SIDECAR_NAMES = { name: undefined, env: 'envs', envFrom: 'envFromSecret' } as const;

/** `podTemplate` and `frontendSidecar` of a service; no template where nothing goes into it. */
export function podMembers(service: Part, mounts: ClaimMounts): JsonObject {
  const sidecar = partAt(service, 'frontendSidecar');
  const metadata = nonEmpty(partAt(service, 'extraPodMetadata')?.object ?? {});
  const spec = podSpec(service, mounts, sidecar);
  return present({
    podTemplate: nonEmpty(present({ metadata, spec: metadata === undefined && isBare(spec) ? undefined : spec })),
    frontendSidecar: sidecar && SIDECAR_CONTAINER,
  });
}

function podSpec(service: Part, mounts: ClaimMounts, sidecar: Part | undefined): JsonObject {
  const pod = partAt(service, 'extraPodSpec');
  const main = mainContainer({ service, main: partAt(pod, 'mainContainer') }, mounts);
  const others = partsAt(pod, 'containers').filter((container) => isFree(container, sidecar));
  const volumes = partsAt(pod, 'volumes');
  return {
    ...without(pod?.object ?? {}, ['mainContainer', 'containers', 'volumes']),
    containers: [
      main,
      ...others.map(({ object }) => object),
      ...(sidecar === undefined ? [] : [sidecarContainer(sidecar)]),
    ],
    ...present({ volumes: nonEmpty([...volumes.map(({ object }) => object), ...claimVolumes(mounts, volumes)]) }),
  };
}

/** Whether a container may keep its name; an error where v1beta1 needs the name for another. */
function isFree(container: Part, sidecar: Part | undefined): boolean {
  const { name } = container.object;
  const owner = { [MAIN_CONTAINER]: 'mainContainer', ...(sidecar && { [SIDECAR_CONTAINER]: 'frontendSidecar' }) };
  const taken = new Map(Object.entries(owner)).get(String(name));
  if (taken === undefined) return true;
  const hint = `call it otherwise, or write it as ${taken}`;
  complain(container, { message: `in v1beta1 the container ${name} is the one of ${taken}`, hint });
  return false;
}

function sidecarContainer(sidecar: Part): JsonObject {
  const { envs, envFromSecret } = sidecar.object;
  for (const [key, instead] of Object.entries(SIDECAR_NAMES)) {
    if (sidecar.object[key] === undefined) continue;
    const message = `frontendSidecar takes no ${key}`;
    complain(sidecar, { at: [key], message, hint: instead === undefined ? 'remove it' : `write ${instead}` });
  }
  return {
    ...without(sidecar.object, ['envs', 'envFromSecret']),
    ...present({ env: envs, envFrom: nonEmpty(secretSource(envFromSecret)) }),
    name: SIDECAR_CONTAINER,
  };
}

/** Whether a pod has nothing but its main container, and that nothing but its name. */
function isBare({ containers, ...rest }: JsonObject): boolean {
  const [main = {}, ...others] = Array.isArray(containers) ? containers : [];
  return Object.keys(rest).length === 0 && others.length === 0 && Object.keys(main ?? {}).length === 1;
}
