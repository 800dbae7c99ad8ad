import { getIn, isObject, type Json } from '../../json.ts';
import { isFilled, isGiven, listIn, objectIn } from '../../json-reading.ts';
import { v1 } from '../../releases.ts';
import type { Path } from '../problem.ts';
import { quantityNumber } from './quantity.ts';
import { ALPHA, BETA, type Breach, CEL, type GraphView, type Rule, show, WEBHOOK, when } from './rule.ts';

const ORDER: Path = ['spec', 'restart', 'strategy', 'order'];
/** What a claim needs that the operator is to create. */
const CREATED_CLAIM = ['storageClass', 'size', 'volumeAccessMode'];

/**
 * Rules about the graph as a whole. Sources: ai-dynamo, deploy/operator/internal/webhook/validation/dynamographdeployment.go
 * of 1.1, 1.3 and 1.5, and the CEL rules of deploy/operator/api/{v1alpha1,v1beta1}; what 1.2 does with v1beta1 is reported in
 * ai-dynamo/dynamo issue 10419 and was mended for 1.3 by pull request 10934.
 */
export const GRAPH_RULES: readonly Rule[] = [
  {
    name: 'v1beta1 is served',
    versions: BETA,
    until: v1(2),
    severity: 'error',
    why: 'the API server does not know it',
    hint: 'write the graph as nvidia.com/v1alpha1, or target 1.2 or later',
    breaches: () => [{ path: ['apiVersion'], found: 'apiVersion is nvidia.com/v1beta1, which came with Dynamo 1.2' }],
  },
  {
    name: 'v1beta1 is admitted',
    versions: BETA,
    since: v1(2),
    until: v1(3),
    severity: 'warning',
    why: 'a webhook of 1.2 was seen to refuse it for want of spec.services',
    hint: 'write the graph as nvidia.com/v1alpha1, or target 1.3 or later',
    breaches: () => [{ path: ['apiVersion'], found: 'apiVersion is nvidia.com/v1beta1' }],
  },
  {
    name: 'at least one service',
    severity: 'error',
    why: WEBHOOK,
    hint: 'add a frontend and a worker',
    breaches: missingServices,
  },
  {
    name: 'names differ by more than case',
    severity: 'error',
    why: 'their Kubernetes objects would share one name',
    hint: 'rename one of the two',
    breaches: sharedNames,
  },
  {
    name: 'restart order is for sequential restarts',
    severity: 'error',
    why: WEBHOOK,
    hint: 'remove the order, or set the type to Sequential',
    breaches: (view) =>
      when(isParallel(view) && orderOf(view).length > 0, ORDER, 'an order is given for type Parallel'),
  },
  {
    name: 'restart order names each service once',
    severity: 'error',
    why: WEBHOOK,
    hint: 'list every service once, or remove the order',
    breaches: (view) => (isParallel(view) ? [] : brokenOrder(view)),
  },
  {
    name: 'no restart on creation',
    since: v1(3),
    severity: 'warning',
    why: 'the operator refuses it when the graph is created, though not later',
    hint: 'remove spec.restart, and set it once the graph runs',
    breaches: ({ spec }) => when(isGiven(spec.restart), ['spec', 'restart'], 'a restart is asked for'),
  },
  {
    name: 'created claims are complete',
    versions: ALPHA,
    severity: 'error',
    why: CEL,
    hint: 'set storageClass, size and volumeAccessMode, or create to false for a claim that exists',
    breaches: ({ spec }) => listIn(spec, 'pvcs').flatMap(incompleteClaim),
  },
];

function missingServices({ spec, lens: { servicesKey: key } }: GraphView): Breach[] {
  const held = spec[key];
  // Anything else than a list or map is the schema's to report.
  const isEmpty = typeof held === 'object' && held !== null && Object.keys(held).length === 0;
  const found = `spec.${key} is ${isEmpty ? 'empty' : 'absent'}, wanted one service at least`;
  return when(isEmpty || !isGiven(held), ['spec', key], found);
}

function sharedNames({ services }: GraphView): Breach[] {
  return services.flatMap(({ name, namePath }, index) => {
    const other = services.slice(0, index).find((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
    if (other === undefined) return [];
    const found =
      other.name === name
        ? `two services are called ${name}`
        : `the names ${other.name} and ${name} differ by case only`;
    return [{ path: namePath, found }];
  });
}

function isParallel({ spec }: GraphView): boolean {
  return getIn(spec, 'restart', 'strategy', 'type') === 'Parallel';
}

function orderOf({ spec }: GraphView): readonly Json[] {
  return listIn(spec, 'restart', 'strategy', 'order');
}

/** Names that come twice or are unknown, at their place, then those that the order leaves out. */
function brokenOrder(view: GraphView): Breach[] {
  const order = orderOf(view);
  if (order.length === 0) return [];
  const names = view.services.map(({ name }) => name);
  const wrong = order.flatMap((name, index) => {
    const path = [...ORDER, index];
    if (order.indexOf(name) < index) return [{ path, found: `${show(name)} comes twice` }];
    return when(!names.some((known) => known === name), path, `${show(name)} is no service of the graph`);
  });
  const missing = names.filter((name) => !order.includes(name));
  return [...wrong, ...when(missing.length > 0, ORDER, `the order leaves out ${missing.join(', ')}`)];
}

function incompleteClaim(claim: Json, index: number): Breach[] {
  if (!isObject(claim) || claim.create !== true) return [];
  return CREATED_CLAIM.flatMap((key) => {
    const value = objectIn(claim)[key];
    const isMissing = !isFilled(value) || (key === 'size' && quantityNumber(value) === 0);
    return when(isMissing, ['spec', 'pvcs', index, key], `${key} is ${show(value)} for a claim that is to be created`);
  });
}
