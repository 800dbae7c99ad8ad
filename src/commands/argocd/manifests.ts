import { readFileSync, statSync } from 'node:fs';
import { type Finding, RenderError } from '../../errors.ts';
import { isObject } from '../../json.ts';
import { annotationsOf, LOCAL_CONFIG } from '../../krm/annotations.ts';
import { type FoundFile, findFiles } from '../../krm/find-files.ts';
import { refOf } from '../../krm/identity.ts';
import { composeDocument, decodeUtf8, REQUEST_LIMITS, requireSize, STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import type { Resource } from '../../krm/resource.ts';
import { splitStream } from '../../krm/split-stream.ts';
import { isRequest } from '../../request/parse-request.ts';
import type { Context } from '../cli/context.ts';
import { buildKustomization, findKustomization } from '../read/kustomize-build.ts';
import { readAll } from '../read/read-all.ts';

/** A manifest of an application. Only those that may concern us are parsed; all others are text. */
export interface Manifest {
  readonly text: string;
  readonly resource: Resource | undefined;
}

/** What an application's folder holds. */
export interface Manifests {
  readonly manifests: readonly Manifest[];
  /** Those of the manifests that are requests. */
  readonly requests: readonly Resource[];
  readonly findings: readonly Finding[];
}

/** The files that Argo CD takes for manifests in a plain folder. */
const FILES = '**/*.{yaml,yml,json}';
const LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens };
/** Requests, graphs, what belongs to them, and what is not for a cluster. */
const CONCERNS_US = /DynamoGraphDeployment|dgdr\.nvidia\.com\/name|dgdr-render\.dev|config\.k(?:ubernetes|8s)\.io/;
const AT_MARGIN = { apiVersion: /^["']?apiVersion["']?\s*:/m, kind: /^["']?kind["']?\s*:/m };

/** Groups of documents that no cluster takes, and what to do instead. */
const NOT_FOR_CLUSTERS: Readonly<Record<string, string>> = {
  'kustomize.config.k8s.io':
    "set the application's path to this folder, or list it under resources: of a kustomization",
  'dgdr-render.dev': 'set parameters of the plugin instead, and remove the document',
};

/**
 * The manifests of the working directory: what `kustomize build` makes of it where a kustomization stands there, else
 * every manifest below it. Every file is tried.
 */
export function readManifests(context: Pick<Context, 'cwd' | 'env'>): Manifests {
  const readers =
    findKustomization(context.cwd) === undefined
      ? manifestFiles(context.cwd).map((file) => () => readManifestFile(file))
      : // Without a file name findings name the resource, since kustomize does not say where one came from.
        [() => toManifests(decodeUtf8(buildKustomization(context), 'kustomize build'), '')];
  const { read: manifests, findings } = readAll(readers);
  const requests = manifests.flatMap(({ resource }) => (resource && isRequest(resource.object) ? [resource] : []));
  return { manifests, requests, findings };
}

function manifestFiles(cwd: string): FoundFile[] {
  try {
    return findFiles([FILES], { cwd, isConfined: true });
  } catch (error) {
    if (error instanceof RenderError && error.code === 'INPUT_NOT_FOUND') return [];
    throw error;
  }
}

function readManifestFile({ absolute, file }: FoundFile): Manifest[] {
  requireSize(statSync(absolute).size, STREAM_LIMITS, { file, index: 0 });
  return toManifests(decodeUtf8(readFileSync(absolute), file), file);
}

function toManifests(stream: string, file: string): Manifest[] {
  let line = 1;
  return splitStream(stream.replace(/^\uFEFF/, '')).flatMap((text, index) => {
    const origin = { file, index, line };
    line += text.split('\n').length - 1;
    if (!text.includes('apiVersion') || !text.includes('kind')) return [];
    return toManifest(text, origin);
  });
}

/** Documents without an apiVersion and kind (values, other tools' settings) are no manifests. */
function toManifest(text: string, origin: Required<Resource['origin']>): Manifest[] {
  const isBlock = AT_MARGIN.apiVersion.test(text) && AT_MARGIN.kind.test(text);
  if (isBlock && !CONCERNS_US.test(text)) return [{ text, resource: undefined }];
  const resource = parse(text, origin);
  if (resource === undefined) return [];
  const { apiVersion, kind } = refOf(resource.object);
  if (apiVersion === '' || kind === '' || annotationsOf(resource.object)[LOCAL_CONFIG] === 'true') return [];
  refuseMisplaced(resource);
  if (isRequest(resource.object)) requireSize(Buffer.byteLength(text), REQUEST_LIMITS, resource.origin);
  return [{ text, resource }];
}

function parse(text: string, origin: Required<Resource['origin']>): Resource | undefined {
  const composed = composeDocument(text, origin, { limits: LIMITS });
  if (composed?.strange !== undefined) throw composed.strange;
  return composed && isObject(composed.value) ? { ...composed, object: composed.value } : undefined;
}

function refuseMisplaced(resource: Resource): void {
  const { items } = resource.object;
  const { apiVersion, kind } = refOf(resource.object);
  const group = apiVersion.split('/')[0] ?? '';
  if (Object.hasOwn(NOT_FOR_CLUSTERS, group)) {
    throw misplaced(resource, 'kind', `a ${kind} is not read here, and no cluster takes it`, NOT_FOR_CLUSTERS[group]);
  }
  const at = Array.isArray(items) ? items.findIndex((item) => isObject(item) && isRequest(item)) : -1;
  if (at >= 0) {
    throw misplaced(
      resource,
      `items[${at}]`,
      `a request inside a ${kind} is not rendered`,
      'give it a document of its own',
    );
  }
}

function misplaced(resource: Resource, path: string, message: string, hint: string | undefined): RenderError {
  return new RenderError('CONFIG_INVALID', { message, path, hint, origin: resource.locate(path) });
}
