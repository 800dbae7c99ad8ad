import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Finding, type Origin, RenderErrors, type Warn } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Resource } from '../../src/krm/resource.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { Request, RequestDefaults } from '../../src/request/request.ts';

/** A resource from YAML; `locate` knows the line of every field, and the nearest parent's where a field is absent. */
export function makeResource(text: string): Resource {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const origin: Origin = { file: 'request.yaml', index: 0, line: 1 };
  const locate = (path: string): Origin => {
    const offset = offsetOf(document.contents as Node | null, path);
    return offset === undefined ? origin : { ...origin, line: lineCounter.linePos(offset).line };
  };
  return { object: document.toJS() as JsonObject, document, origin, locate };
}

function offsetOf(start: Node | null, path: string): number | undefined {
  let node = start;
  let offset = start?.range?.[0];
  let rest = path;
  while (node !== null && rest !== '') {
    const isInside = isMap(node) || isSeq(node);
    const index = /^\[(\d+)\]/.exec(rest);
    const pairs = isMap(node) ? node.items : [];
    const pair = pairs.find(({ key }) => isScalar(key) && `${rest}.`.replace('[', '.').startsWith(`${key.value}.`));
    const item = isSeq(node) && index ? node.items[Number(index[1])] : undefined;
    if (!isInside || (pair === undefined && !isNode(item))) return offset;
    const key = pair && isScalar(pair.key) ? pair.key : undefined;
    offset = key ? key.range?.[0] : (item as Node).range?.[0];
    node = pair ? (pair.value as Node | null) : (item as Node);
    rest = rest.slice(key ? String(key.value).length : (index?.[0].length ?? 0)).replace(/^\./, '');
  }
  return offset;
}

/** What a request came to: the request or its errors, and its warnings either way. */
export interface Outcome {
  readonly request: Request | undefined;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Parses a resource and catches what is expected to be thrown; anything else is a failure of the test. */
export function outcomeOf(resource: Resource, defaults: RequestDefaults = {}): Outcome {
  const warnings: Finding[] = [];
  const warn: Warn = (code, details) => warnings.push({ severity: 'warning', code, ...details });
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
