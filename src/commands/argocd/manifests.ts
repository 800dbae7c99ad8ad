import { type Finding, RenderError, type Warn } from '../../errors.ts';
import { addFor, type Budget, takeDocuments, takePart } from '../../files/budget.ts';
import { type FoundFile, findFiles } from '../../files/find-files.ts';
import { readFile } from '../../files/read-file.ts';
import type { Root } from '../../files/root.ts';
import { isObject } from '../../json.ts';
import { annotationsOf, LOCAL_CONFIG } from '../../krm/annotations.ts';
import { refOf } from '../../krm/identity.ts';
import { composeDocument, decodeUtf8, REQUEST_LIMITS, requireSize, STREAM_LIMITS } from '../../krm/parse-yaml.ts';
import { cutAt } from '../../krm/pieces.ts';
import { openList } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { documentStarts } from '../../krm/split-stream.ts';
import { NEAR_MISS_TEXT } from '../../request/near-miss.ts';
import { isRequest } from '../../request/parse-request.ts';
import type { Context } from '../cli/context.ts';
import { listedByKustomizations } from '../read/kustomization-lists.ts';
import { type BuildOptions, buildKustomization, findKustomization } from '../read/kustomize-build.ts';
import { nearMisses, strictlyAt } from '../read/near-misses.ts';
import { isProjectFile } from '../read/project-files.ts';
import { readAll } from '../read/read-all.ts';
import { chartOf, isIgnored, REQUESTS, skippedTemplates, type Template, warnInto } from '../read/request-files.ts';
import type { SettingsAt } from '../read/settings-at.ts';
import { refuseRemote } from './remote-references.ts';

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
export function readManifests(
  settings: SettingsAt,
  context: Pick<Context, 'cwd' | 'env'>,
  build: BuildOptions,
): Manifests {
  if (findKustomization(context.cwd) === undefined) return readFolder(settings);
  // Without a file name findings name the resource, since kustomize does not say where one came from.
  const { root } = settings;
  return collect(settings, [
    () => {
      const text = decodeUtf8(buildLocal(root, context, build), 'kustomize build', root.budget);
      return toManifests(text, NO_FILE, root.budget);
    },
  ]);
}

const NO_FILE = { file: '', source: '' };

/** The manifests of a plain folder. Documents of files that are no requests are left out where they look like one. */
function readFolder(settings: SettingsAt): Manifests {
  const { root, projectOf } = settings;
  const { budget } = root;
  const skipped: Finding[] = [];
  const templates: Template[] = [];
  const found = manifestFiles(root, warnInto(skipped, settings));
  const parts = new Set(found.flatMap(({ file }) => projectOf(file).parts));
  const files = found.filter(({ file, path }) => !isProjectFile(file) && !parts.has(path));
  const isListed = listedByKustomizations(files, root);
  const read = collect(
    settings,
    files.map((file) => () => {
      const text = textOf(file);
      const isMentioning = text.includes(REQUESTS.mention);
      const isExcluded = isMentioning && projectOf(file.file).excludes(file.file);
      if (isExcluded) return toManifests(text, file, budget, isNoRequest);
      const chart = isMentioning ? chartOf(file.file, text, root) : undefined;
      if (chart !== undefined) templates.push({ file: file.file, chart });
      if (chart !== undefined) return [];
      const isNone = isMentioning && (isIgnored(text) || isListed(file));
      return isNone ? toManifests(text, file, budget, isNoRequest) : toManifests(text, file, budget);
    }),
  );
  return { ...read, findings: [...skipped, ...read.findings, ...skippedTemplates(templates)] };
}

/** Whether the text of a document speaks of no request. */
function isNoRequest(text: string): boolean {
  return !text.includes(REQUESTS.mention);
}

function collect(settings: SettingsAt, readers: readonly (() => readonly Manifest[])[]): Manifests {
  const { read: manifests, findings } = readAll(readers);
  const requests = manifests.flatMap(({ resource }) => (resource && isRequest(resource.object) ? [resource] : []));
  const near = nearMisses(
    manifests.flatMap(({ resource }) => resource ?? []),
    strictlyAt(settings),
  );
  addFor(settings.root.budget, requests.length);
  return { manifests, requests, findings: [...findings, ...near] };
}

function buildLocal(root: Root, context: Pick<Context, 'cwd' | 'env'>, options: BuildOptions): Uint8Array {
  if (!options.allowsRemote) refuseRemote(root);
  return buildKustomization(context, options);
}

function manifestFiles(root: Root, warn: Warn): FoundFile[] {
  try {
    return findFiles([FILES], root, { use: 'request', warn });
  } catch (error) {
    if (error instanceof RenderError && error.code === 'INPUT_NOT_FOUND') return [];
    throw error;
  }
}

function textOf({ path, file, budget }: FoundFile): string {
  const { bytes, size } = readFile(path, STREAM_LIMITS.bytes) ?? { bytes: Buffer.alloc(0), size: 0 };
  requireSize(size, STREAM_LIMITS, { file, index: 0 });
  return decodeUtf8(bytes ?? Buffer.alloc(0), file, budget);
}

type Named = Pick<FoundFile, 'file' | 'source'>;

function toManifests(
  stream: string,
  { file, source }: Named,
  budget: Budget,
  isRead: (text: string) => boolean = () => true,
): Manifest[] {
  const whole = stream.replace(/^\uFEFF/, '');
  const starts = documentStarts(whole, () => takePart(budget, { file, index: 0 }));
  // Each by itself: Argo CD takes none of them with what stands before its marker.
  return cutAt(whole, starts, { isRead: () => true }).flatMap(({ text, position: index, line }) => {
    if (!text.includes('apiVersion') || !text.includes('kind') || !isRead(text)) return [];
    return toManifest(text, { origin: { file, index, line }, source, budget });
  });
}

/** Documents without an apiVersion and kind (values, other tools' settings) are no manifests. */
interface Place extends Pick<Named, 'source'> {
  readonly origin: Required<Resource['origin']>;
  readonly budget: Budget;
}

function toManifest(text: string, place: Place): Manifest[] {
  const isBlock = AT_MARGIN.apiVersion.test(text) && AT_MARGIN.kind.test(text);
  if (isBlock && !CONCERNS_US.test(text) && !NEAR_MISS_TEXT.test(text)) return [{ text, resource: undefined }];
  takeDocuments(place.budget, 1, place.origin);
  const resource = parse(text, place);
  if (resource === undefined) return [];
  return openList({ text, resource }, isRequest).flatMap((one) => admit(one.text, one.resource));
}

function admit(text: string, resource: Resource | undefined): Manifest[] {
  if (resource === undefined) return [];
  const { apiVersion, kind } = refOf(resource.object);
  if (apiVersion === '' || kind === '' || annotationsOf(resource.object)[LOCAL_CONFIG] === 'true') return [];
  refuseMisplaced(resource);
  if (isRequest(resource.object)) requireSize(Buffer.byteLength(text), REQUEST_LIMITS, resource.origin);
  return [{ text, resource }];
}

function parse(text: string, { origin, source, budget }: Place): Resource | undefined {
  const composed = composeDocument(text, origin, { limits: LIMITS, budget });
  if (composed?.strange !== undefined) throw composed.strange;
  return composed && isObject(composed.value) ? { ...composed, object: composed.value, source } : undefined;
}

function refuseMisplaced(resource: Resource): void {
  const { apiVersion, kind } = refOf(resource.object);
  const group = apiVersion.split('/')[0] ?? '';
  if (Object.hasOwn(NOT_FOR_CLUSTERS, group)) {
    throw misplaced(resource, 'kind', `a ${kind} is not read here, and no cluster takes it`, NOT_FOR_CLUSTERS[group]);
  }
}

function misplaced(resource: Resource, path: string, message: string, hint: string | undefined): RenderError {
  return new RenderError('CONFIG_INVALID', { message, path, hint, origin: resource.locate(path) });
}
