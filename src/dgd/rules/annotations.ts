import { isObject, type Json, type JsonObject } from '../../json.ts';
import { objectIn } from '../../json-reading.ts';
import type { Release } from '../../releases.ts';
import { v1 } from '../../releases.ts';
import type { Path } from '../problem.ts';
import { CONVERSION_PREFIX } from '../services.ts';
import { ALPHA, BETA, type Breach, type GraphView, ofServices, type Rule, show, WEBHOOK } from './rule.ts';

/** Decides whether the operator makes Grove objects of a graph; it does unless this is `false`. */
export const GROVE_ANNOTATION = 'nvidia.com/enable-grove';
/** Decides whether each container or each pod is one instance to the runtime's discovery. */
export const DISCOVERY_ANNOTATION = 'nvidia.com/dynamo-kube-discovery-mode';

/** A version as semver's lenient reader takes it: up to three numbers, a leading v, a suffix. */
const VERSION = /^v?\d+(?:\.\d+){0,2}(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/;

/** An annotation that takes certain values only. */
interface FixedValue {
  readonly key: string;
  readonly since?: Release;
  readonly wanted: string;
  readonly takes: (value: string) => boolean;
}

const EXECUTOR: FixedValue = {
  key: 'nvidia.com/vllm-distributed-executor-backend',
  wanted: 'mp or ray',
  takes: (value) => ['mp', 'ray'].includes(value.toLowerCase()),
};

/** Annotations of the graph. Source: ai-dynamo, deploy/operator/internal/{consts,webhook/validation}, 1.1 to 1.5. */
const OF_GRAPH: readonly FixedValue[] = [
  EXECUTOR,
  {
    key: 'nvidia.com/dynamo-operator-origin-version',
    wanted: 'a version such as 1.3.1',
    takes: (value) => VERSION.test(value),
  },
  {
    key: DISCOVERY_ANNOTATION,
    since: v1(1),
    wanted: 'pod or container',
    takes: (value) => value === 'pod' || value === 'container',
  },
  {
    key: 'nvidia.com/grove-update-strategy',
    since: v1(4),
    wanted: 'RollingRecreate or OnDelete',
    takes: (value) => value === 'RollingRecreate' || value === 'OnDelete',
  },
];

/** Rules about annotations with a meaning to the operator. */
export const ANNOTATION_RULES: readonly Rule[] = [
  ...OF_GRAPH.map(ofGraph),
  {
    name: `${EXECUTOR.key} of a service`,
    versions: ALPHA,
    severity: 'error',
    why: WEBHOOK,
    hint: `set it to ${EXECUTOR.wanted}, or remove it`,
    breaches: ofServices(({ path, object }) =>
      unfit(EXECUTOR, objectIn(object, 'annotations'), [...path, 'annotations']),
    ),
  },
  {
    name: `${EXECUTOR.key} of a pod`,
    versions: BETA,
    since: v1(3),
    severity: 'warning',
    why: 'a webhook of 1.3 refuses it and a later operator takes no notice',
    hint: `set it to ${EXECUTOR.wanted}, or remove it`,
    breaches: ofServices(({ path, object }) => {
      const keys = ['podTemplate', 'metadata', 'annotations'];
      return unfit(EXECUTOR, objectIn(object, ...keys), [...path, ...keys]);
    }),
  },
  {
    name: 'annotations of the conversion',
    since: v1(2),
    severity: 'warning',
    why: "the operator keeps there what a graph's other version cannot say, and reads it back over the graph",
    hint: 'remove the annotation',
    breaches: keptByConversion,
  },
];

function ofGraph(annotation: FixedValue): Rule {
  return {
    name: `${annotation.key} of the graph`,
    ...(annotation.since && { since: annotation.since }),
    severity: 'error',
    why: WEBHOOK,
    hint: `set it to ${annotation.wanted}, or remove it`,
    breaches: ({ annotations }) => unfit(annotation, annotations, ['metadata', 'annotations']),
  };
}

/** The annotation at `path`, where it is there with a value it does not take. */
function unfit({ key, wanted, takes }: FixedValue, annotations: JsonObject, path: Path): Breach[] {
  const value: Json | undefined = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
  if (value === undefined || value === null || (typeof value === 'string' && takes(value))) return [];
  return [{ path: [...path, key], found: `${key} is ${show(value)}, wanted ${wanted}` }];
}

function keptByConversion({ annotations }: GraphView): Breach[] {
  if (!isObject(annotations)) return [];
  const kept = Object.keys(annotations).filter((key) => key.startsWith(CONVERSION_PREFIX));
  return kept.map((key) => ({ path: ['metadata', 'annotations', key], found: `${key} belongs to the conversion` }));
}
