import { getIn, type JsonObject } from '../json.ts';
import { GRAPH_KIND, GROUP, REQUEST_KIND } from '../kinds.ts';
import { show } from '../words.ts';
import { nearest } from './nearest.ts';
import { isRequest } from './parse-request.ts';

/** What a document says that is nearly a request, and what it would have to say. */
export interface NearMiss {
  readonly path: 'apiVersion' | 'kind';
  readonly message: string;
  readonly hint: string;
}

/** Kinds of Dynamo's group that are what they say (ai-dynamo 1.6.1, deploy/operator/api). */
const OTHER_KINDS: readonly string[] = [
  GRAPH_KIND,
  `${REQUEST_KIND}List`,
  `${GRAPH_KIND}List`,
  `${GRAPH_KIND}ScalingAdapter`,
  'DynamoComponentDeployment',
  'DynamoCheckpoint',
  'DynamoModel',
  'DynamoWorkerMetadata',
];
/** What people call the kind for short. */
const SHORT = 'DGDR';
const WANTED_VERSION = `${GROUP}/v1beta1`;

/**
 * Text of a file in which such a document may be found, where the kind as it is written is not: other letters, another number,
 * a word left out.
 */
export const NEAR_MISS_TEXT = /^[ \t"'{-]*kind["']?[ \t]*:[ \t]*["']?(?:dgdr|dynamo[\w-]*req[\w-]*)\b/im;

/** Says of a document that is no request why it nearly is one: the kind in another group, or the group with a kind like it. */
export function nearMissOf(object: JsonObject): NearMiss | undefined {
  const { apiVersion, kind } = object;
  if (isRequest(object) || typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const [group = ''] = apiVersion.split('/');
  if (kind === REQUEST_KIND) {
    const isOurs = group.toLowerCase() === GROUP;
    const what = apiVersion.includes('/')
      ? `group ${/^[\w.-]{1,253}$/.test(group) ? group : show(group)}`
      : `version ${show(apiVersion)}`;
    return {
      path: 'apiVersion',
      message: `nearly a request: a ${kind} ${isOurs ? `of ${show(apiVersion)}` : `of the ${what}`}, wanted ${WANTED_VERSION}; it is not rendered`,
      hint: getIn(object, 'spec', 'model') === undefined ? OTHER_SHAPE : `write apiVersion: ${WANTED_VERSION}`,
    };
  }
  const isNear = kind.toUpperCase() === SHORT || nearest(kind, [REQUEST_KIND, ...OTHER_KINDS]) === REQUEST_KIND;
  if (!isNear || group !== GROUP) return undefined;
  return {
    path: 'kind',
    message: `nearly a request: the kind ${show(kind)} of ${apiVersion}, wanted ${REQUEST_KIND}; it is not rendered`,
    hint: `write kind: ${REQUEST_KIND}`,
  };
}

const OTHER_SHAPE = `write apiVersion: ${WANTED_VERSION}, with spec.model and what else such a request has; or the line "# dgdr-render: ignore" at the top if it is something else`;
