import { getIn, isObject } from '../../json.ts';
import { isFilled, isGiven, objectIn, wholeNumber } from '../../json-reading.ts';
import type { Release } from '../../releases.ts';
import { v1 } from '../../releases.ts';
import type { Path } from '../problem.ts';
import { GROVE_ANNOTATION } from './annotations.ts';
import { featureOf, isInterPod } from './feature.ts';
import { isNamed, SUBDOMAIN_CHARACTERS } from './name-syntax.ts';
import { type Breach, CEL, type GraphView, ofServices, type Rule, show, WEBHOOK, when } from './rule.ts';

const CONSTRAINT: Path = ['spec', 'topologyConstraint'];
const POLICY: Path = ['spec', 'experimental', 'kvTransferPolicy'];

/** A field that only Grove, the scheduler of whole groups of pods, knows how to heed. */
interface GroveField {
  readonly since: Release;
  readonly label: string;
  readonly paths: (view: GraphView) => readonly Path[];
}

/** Source: ai-dynamo, deploy/operator/internal/webhook/validation/dynamographdeployment.go and shared_v1beta1.go, 1.3. */
const GROVE_FIELDS: readonly GroveField[] = [
  {
    since: v1(3),
    label: 'priorityClassName',
    paths: ({ spec }) => (isFilled(spec.priorityClassName) ? [['spec', 'priorityClassName']] : []),
  },
  {
    since: v1(3),
    label: 'minAvailable',
    paths: ({ services }) =>
      services.flatMap(({ path, object }) =>
        wholeNumber(object.minAvailable) === undefined ? [] : [[...path, 'minAvailable']],
      ),
  },
  {
    since: v1(2),
    label: 'an inter-pod gpuMemoryService',
    paths: (view) =>
      view.services.flatMap((service) => {
        const memory = featureOf(service, view, 'gpuMemoryService');
        return memory !== undefined && isInterPod(memory) ? [[...memory.path, 'mode']] : [];
      }),
  },
  {
    since: v1(3),
    label: 'kvTransferPolicy.clusterTopologyName',
    paths: ({ spec }) =>
      isFilled(getIn(spec, 'experimental', 'kvTransferPolicy', 'clusterTopologyName'))
        ? [[...POLICY, 'clusterTopologyName']]
        : [],
  },
];

/**
 * Rules about Grove, topologies and the transfer of KV caches. Sources: ai-dynamo,
 * deploy/operator/internal/webhook/validation/dynamographdeployment.go of 1.1, 1.3 and 1.5, and the CEL rules of
 * deploy/operator/api/v1beta1/common.go.
 */
export const PLACEMENT_RULES: readonly Rule[] = [
  ...GROVE_FIELDS.flatMap(groveRules),
  {
    name: 'topology constraints need Grove',
    since: v1(1),
    severity: 'warning',
    why: 'it needs Grove and, in the cluster, a topology of that name with that level',
    hint: 'apply the graph where both are, or remove the constraint',
    breaches: constrainedPlaces,
  },
  {
    name: 'topology constraints have a profile',
    since: v1(1),
    severity: 'error',
    why: WEBHOOK,
    hint: 'name the topology of the cluster in spec.topologyConstraint',
    breaches: ({ spec, lens: { topologyKey }, services }) => {
      const isUsed = services.some(({ object }) => isObject(object.topologyConstraint));
      const profile = objectIn(spec, 'topologyConstraint')[topologyKey];
      const found = `${topologyKey} is ${show(profile)} though a service has a topologyConstraint`;
      return when(isUsed && !isFilled(profile), [...CONSTRAINT, topologyKey], found);
    },
  },
  {
    name: 'every service has a packing domain',
    since: v1(1),
    until: v1(5),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set spec.topologyConstraint.packDomain, or a topologyConstraint for each service',
    breaches: (view) =>
      hasOpenDomain(view)
        ? view.services.flatMap(({ name, path, object }) =>
            when(
              !isObject(object.topologyConstraint),
              [...path, 'topologyConstraint'],
              `service ${name} has no packDomain`,
            ),
          )
        : [],
  },
  {
    name: 'some service has a packing domain',
    since: v1(5),
    severity: 'error',
    why: WEBHOOK,
    hint: 'set spec.topologyConstraint.packDomain, or a topologyConstraint for a service',
    breaches: (view) => {
      const isUnused = view.services.every(({ object }) => !isObject(object.topologyConstraint));
      return when(hasOpenDomain(view) && isUnused, [...CONSTRAINT, 'packDomain'], 'no packDomain is given anywhere');
    },
  },
  {
    name: 'a transfer policy has one topology',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'set one of labelKey and clusterTopologyName',
    breaches: ofPolicy((policy) => {
      const given = ['labelKey', 'clusterTopologyName'].filter((key) => isFilled(policy[key]));
      const found = `${given.length === 0 ? 'neither' : 'both'} of labelKey and clusterTopologyName given, wanted one`;
      return when(given.length !== 1, POLICY, found);
    }),
  },
  {
    name: 'a preference has a weight',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'set preferredWeight to a number from 0 to 1',
    breaches: ofPolicy(({ enforcement, preferredWeight }) => {
      const isBroken = enforcement === 'preferred' && !isGiven(preferredWeight);
      return when(isBroken, [...POLICY, 'preferredWeight'], 'enforcement is preferred without preferredWeight');
    }),
  },
  {
    name: 'a weight belongs to a preference',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'remove preferredWeight, or set enforcement to preferred',
    breaches: ofPolicy(({ enforcement, preferredWeight }) => {
      const isBroken = enforcement !== 'preferred' && isGiven(preferredWeight);
      return when(isBroken, [...POLICY, 'preferredWeight'], 'preferredWeight is given, though nothing is preferred');
    }),
  },
  {
    name: 'a transfer policy names a resource',
    since: v1(3),
    severity: 'error',
    why: WEBHOOK,
    hint: 'use the name of the ClusterTopology in the cluster',
    breaches: ofPolicy(({ clusterTopologyName: name }) => {
      const isBroken = typeof name === 'string' && name !== '' && !isNamed('subdomain', name);
      return when(isBroken, [...POLICY, 'clusterTopologyName'], `${show(name)} is no name of a Kubernetes resource`);
    }),
  },
  {
    name: 'the label of a transfer policy fits',
    since: v1(2),
    severity: 'error',
    why: CEL,
    hint: 'use the key of a node label',
    breaches: ofPolicy(({ labelKey }) => {
      const length = typeof labelKey === 'string' ? labelKey.lastIndexOf('/') : 0;
      const found = `the prefix of labelKey has ${length} characters, wanted at most ${SUBDOMAIN_CHARACTERS}`;
      return when(length > SUBDOMAIN_CHARACTERS, [...POLICY, 'labelKey'], found);
    }),
  },
];

/** The two sides of a field for Grove: refused where the graph turns Grove off, else a matter of the cluster. */
function groveRules({ since, label, paths }: GroveField): Rule[] {
  const found = `${label} is given, which needs Grove`;
  const breaches = (isOff: boolean) => (view: GraphView) =>
    isGroveOff(view) === isOff ? paths(view).map((path) => ({ path, found })) : [];
  return [
    {
      name: `${label} excludes turning Grove off`,
      since,
      severity: 'error',
      why: `${WEBHOOK}, as ${GROVE_ANNOTATION} is false`,
      hint: `remove the annotation ${GROVE_ANNOTATION} or the field`,
      breaches: breaches(true),
    },
    {
      name: `${label} needs Grove`,
      since,
      severity: 'warning',
      why: 'operators that run without it refuse the graph',
      hint: 'apply the graph where Grove is installed, or remove the field',
      breaches: breaches(false),
    },
  ];
}

function isGroveOff({ annotations }: GraphView): boolean {
  const value = annotations[GROVE_ANNOTATION];
  return typeof value === 'string' && value.toLowerCase() === 'false';
}

/** The constraint of the graph and those of its services. */
function constrainedPlaces(view: GraphView): Breach[] {
  const found = isGroveOff(view)
    ? `topologyConstraint is given, though ${GROVE_ANNOTATION} is false`
    : 'topologyConstraint is given';
  const ofService = ofServices(({ path, object }) =>
    when(isObject(object.topologyConstraint), [...path, 'topologyConstraint'], found),
  );
  return [...when(isObject(view.spec.topologyConstraint), CONSTRAINT, found), ...ofService(view)];
}

/** Whether the graph has a constraint that leaves the domain to the services. */
function hasOpenDomain({ spec }: GraphView): boolean {
  return isObject(spec.topologyConstraint) && !isFilled(spec.topologyConstraint.packDomain);
}

function ofPolicy(check: (policy: ReturnType<typeof objectIn>) => readonly Breach[]): Rule['breaches'] {
  return ({ spec }) => {
    const policy = getIn(spec, 'experimental', 'kvTransferPolicy');
    return isObject(policy) ? check(policy) : [];
  };
}
