import { type Finding, RenderErrors } from '../../src/errors.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { Request } from '../../src/request/request.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { collectWarnings } from './warnings.ts';

/** The first resource of a text, read as every command reads it. */
export function makeResource(text: string, file = 'request.yaml'): Resource {
  const found = parseStream(text, { file }).find(({ resource }) => resource !== undefined)?.resource;
  if (found === undefined) throw new Error(`${file} holds no object`);
  return found;
}

/** What a request came to: the request or its errors, and its warnings either way. */
export interface Outcome {
  readonly request: Request | undefined;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Parses a resource and catches what is expected to be thrown; anything else is a failure of the test. */
export function outcomeOf(resource: Resource, defaults: RequestDefaults = {}): Outcome {
  const { warn, seen: warnings } = collectWarnings();
  try {
    return { request: parseRequest(resource, defaults, warn), errors: [], warnings };
  } catch (error) {
    if (!(error instanceof RenderErrors)) throw error;
    return { request: undefined, errors: error.errors.map((one) => one.toFinding()), warnings };
  }
}

/** `CODE path:line` of findings, which is what a case asserts. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ code, path, origin }) => `${code} ${path}:${origin?.line}`);
}

/** A complete request; `spec` lines are added below `spec:`, from line 7 on, `head` below `metadata:`. */
export function requestYaml({ spec = '', head = '' }: { spec?: string; head?: string } = {}): string {
  const indent = (text: string, by: string) =>
    text
      .split('\n')
      .map((line) => by + line)
      .join('\n');
  return [
    'apiVersion: nvidia.com/v1beta1',
    'kind: DynamoGraphDeploymentRequest',
    'metadata:',
    '  name: chat',
    ...(head === '' ? [] : [indent(head, '  ')]),
    'spec:',
    ...(/^model:/m.test(spec) ? [] : ['  model: Qwen/Qwen3-32B']),
    ...(spec === '' ? [] : [indent(spec, '  ')]),
    ...(/^image:/m.test(spec) ? [] : ['  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1']),
    ...(/^hardware:/m.test(spec) ? [] : ['  hardware: {gpuSku: h200_sxm, totalGpus: 8, numGpusPerNode: 8}']),
    '',
  ].join('\n');
}

/** The request of complete YAML; a failure of the test when there is none. */
export function requestOf(yaml: Parameters<typeof requestYaml>[0], defaults: RequestDefaults = {}): Request {
  const { request, errors } = outcomeOf(makeResource(requestYaml(yaml)), defaults);
  if (request === undefined) throw new Error(`refused: ${errors.map(({ message }) => message).join('; ')}`);
  return request;
}
