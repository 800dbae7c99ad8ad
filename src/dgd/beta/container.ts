import { isDeepStrictEqual } from 'node:util';
import { getIn, isObject, type Json, type JsonObject } from '../../json.ts';
import { MAIN_CONTAINER } from '../lens/v1beta1.ts';
import { type ClaimMounts, containerMounts } from './claims.ts';
import {
  complain,
  type Named,
  nonEmpty,
  overlay,
  type Part,
  partAt,
  partsAt,
  present,
  refuseOthers,
  without,
} from './part.ts';

/** Resource that `gpu` counts where no `gpuType` names another. */
const GPU = 'nvidia.com/gpu';
/** Ways of a probe to ask; Kubernetes takes one at a time. */
const PROBE_ACTIONS = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;
/** Fields that a v1alpha1 service has beside its main container. */
const SHARED_FIELDS = ['resources', 'env', 'envFrom', 'volumeMounts', 'livenessProbe', 'readinessProbe'] as const;

interface Origins {
  readonly service: Part;
  /** `extraPodSpec.mainContainer` of the service. */
  readonly main: Part | undefined;
}

/**
 * The container `main` of a service: `extraPodSpec.mainContainer` over the service's own fields. Resources and variables
 * meet by name and probes field by field, `envFrom` and claims replace, mounts follow each other. A warning for each
 * value of the service that is overruled so. Source: `mergeExtraPodSpecMainContainer` of ai-dynamo,
 * deploy/operator/api/v1alpha1/shared_spec_conversion.go, with mergo 0.3.16; up to 1.3 the values of the service counted.
 */
export function mainContainer(origins: Origins, mounts: ClaimMounts): JsonObject {
  const { service, main } = origins;
  warnName(main);
  return {
    ...without(main?.object ?? {}, SHARED_FIELDS),
    name: MAIN_CONTAINER,
    ...present({
      resources: nonEmpty(resources(origins)),
      env: nonEmpty(environment(origins)),
      envFrom: nonEmpty(secretSources(origins)),
      volumeMounts: nonEmpty([...objectsAt(main, 'volumeMounts'), ...containerMounts(mounts)]),
      livenessProbe: probe(partAt(service, 'livenessProbe'), partAt(main, 'livenessProbe')),
      readinessProbe: probe(partAt(service, 'readinessProbe'), partAt(main, 'readinessProbe')),
    }),
  };
}

/** A source of variables from a secret's keys; none without a name. */
export function secretSource(secret: Json | undefined): JsonObject[] {
  return secret === undefined || secret === '' ? [] : [{ secretRef: { name: secret } }];
}

function warnName(main: Part | undefined): void {
  const name = main?.object.name ?? MAIN_CONTAINER;
  if (main === undefined || name === MAIN_CONTAINER) return;
  const message = `the main container is called ${MAIN_CONTAINER} in v1beta1, not ${name}`;
  complain(main, { severity: 'warning', at: ['name'], message, hint: 'remove the name' });
}

function resources({ service, main }: Origins): JsonObject {
  const dedicated = partAt(service, 'resources');
  const native = partAt(main, 'resources');
  if (dedicated !== undefined) refuseOthers(dedicated, ['requests', 'limits', 'claims']);
  const side = (key: string): JsonObject | undefined => {
    const amounts = [...dedicatedAmounts(partAt(dedicated, key)), ...members(partAt(native, key))];
    const kept = overlay(amounts, service.report);
    return nonEmpty(Object.fromEntries(kept.map(({ name = '', value }) => [name, value])));
  };
  return {
    ...without(native?.object ?? {}, ['requests', 'limits', 'claims']),
    ...present({ requests: side('requests'), limits: side('limits'), claims: deviceClaims(dedicated, native) }),
  };
}

/** One side of v1alpha1 resources by resource name, in the order in which they overrule each other. */
function dedicatedAmounts(side: Part | undefined): Named[] {
  if (side === undefined) return [];
  refuseOthers(side, ['cpu', 'memory', 'gpu', 'gpuType', 'custom']);
  const { gpu, gpuType = GPU } = side.object;
  if ((gpu ?? '') === '' && side.object.gpuType !== undefined) {
    const message = 'gpuType does nothing without gpu, and is left out';
    complain(side, { severity: 'warning', at: ['gpuType'], message, hint: 'give gpu, or remove gpuType' });
  }
  const named = members(side).filter(({ name }) => name === 'cpu' || name === 'memory' || name === 'gpu');
  const amounts = named.map((amount) => (amount.name === 'gpu' ? { ...amount, name: String(gpuType) } : amount));
  return [...amounts, ...members(partAt(side, 'custom'))].filter(({ value }) => value !== '');
}

function members(part: Part | undefined): Named[] {
  if (part === undefined) return [];
  return Object.entries(part.object).map(([name, value]) => ({ name, value, path: [...part.path, name] }));
}

function deviceClaims(dedicated: Part | undefined, native: Part | undefined): Json[] | undefined {
  const claims = objectsAt(dedicated, 'claims');
  const winning = objectsAt(native, 'claims');
  if (claims.length === 0 || winning.length === 0) return nonEmpty([...claims, ...winning]);
  if (dedicated !== undefined && !isDeepStrictEqual(claims, winning)) warnOverruled(dedicated, 'claims');
  return winning;
}

function environment({ service, main }: Origins): Json[] {
  const entries = [...partsAt(service, 'envs'), ...partsAt(main, 'env')].map(({ object, path }) => {
    return { name: typeof object.name === 'string' ? object.name : undefined, value: object, path };
  });
  return overlay(entries, service.report).map(({ value }) => value);
}

function secretSources({ service, main }: Origins): Json[] {
  const dedicated = secretSource(service.object.envFromSecret);
  const winning = objectsAt(main, 'envFrom');
  if (winning.length === 0) return dedicated;
  const isLost = dedicated.some((source) => !winning.some((other) => isDeepStrictEqual(other, source)));
  if (isLost) warnOverruled(service, 'envFromSecret', 'envFrom');
  return winning;
}

/** One probe over another, with an error where the two ask in different ways. */
function probe(dedicated: Part | undefined, winning: Part | undefined): JsonObject | undefined {
  if (dedicated === undefined || winning === undefined) return (winning ?? dedicated)?.object;
  const merged = mergeFilled(dedicated.object, winning.object);
  const actions = PROBE_ACTIONS.filter((action) => getIn(merged, action) !== undefined);
  if (actions.length > 1) {
    const message = `the probe asks by ${actions.join(' and ')}, counting what mainContainer gives`;
    complain(dedicated, { message, hint: 'give the probe in one place' });
  } else if (!isDeepStrictEqual(dedicated.object, winning.object)) warnOverruled(dedicated);
  return merged;
}

/** An object over another, its empty values aside: nothing of them is set for the operator. */
function mergeFilled(base: JsonObject, winning: JsonObject): JsonObject {
  const merged = Object.entries(winning).flatMap(([key, value]) => {
    const below = getIn(base, key);
    if (isObject(below) && isObject(value)) return [[key, mergeFilled(below, value)]];
    const isEmpty = value === '' || value === 0 || value === false || (Array.isArray(value) && value.length === 0);
    return isEmpty && below !== undefined ? [] : [[key, value]];
  });
  return { ...base, ...Object.fromEntries(merged) };
}

function warnOverruled(part: Part, key?: string, by = key ?? part.path.at(-1)): void {
  const message = `${key ?? by} is overruled by ${by} of mainContainer`;
  complain(part, { severity: 'warning', at: key === undefined ? [] : [key], message, hint: 'give it in one place' });
}

function objectsAt(part: Part | undefined, key: string): JsonObject[] {
  return partsAt(part, key).map(({ object }) => object);
}
