import { dirname, join, relative, resolve } from 'node:path';
import { type Finding, findingOf, RenderError, RenderErrors } from '../../errors.ts';
import { excludedBy, type FoundFile, foundBeside } from '../../files/find-files.ts';
import { toSlashes } from '../../files/paths.ts';
import { isThere, isWithin, placeFolder, projectRoot, type ReadablePath, type Root } from '../../files/root.ts';
import { PROJECT_FILE } from '../../kinds.ts';
import { readWanted } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import { CONFIG_API_VERSION, CONFIG_KIND, checkConfig, invalid, specOf } from '../../request/config-schema.ts';
import { type Layer, mergeLayers, SILENCE } from '../../request/layers.ts';
import type { Settings } from '../../request/settings.ts';
import { toFindings } from '../cli/to-findings.ts';

/** What counts for the files of a folder besides what a host says. */
export interface Project {
  /** The file, relative to the working directory; undefined where there is none up to the root. */
  readonly file: string | undefined;
  /** The file and what it extends. */
  readonly parts: readonly ReadablePath[];
  /** Paths in it are relative to the working directory. */
  readonly layer: Layer;
  /** Why the file cannot be used; then it says nothing. */
  readonly errors: readonly Finding[];
  /** What else is to be said of it. */
  readonly warnings: readonly Finding[];
  /** Whether it leaves a file out; `file` is relative to the working directory. */
  readonly excludes: (file: string) => boolean;
}

/** How many project files may extend each other. */
const MOST_EXTENDED = 8;
const MISNAMED = PROJECT_FILE.replace('.yaml', '.yml');
const ANY = { isWanted: () => true, mention: '' };

/** Whether a file is a project file, by its name. */
export function isProjectFile(file: string): boolean {
  return file === PROJECT_FILE || file.endsWith(`/${PROJECT_FILE}`);
}

/** The project file that counts for a file, which need not be there: the nearest from its folder up to the root, read once. */
export function projectFiles(root: Root): (file: string) => Project {
  const own = projectRoot(root);
  const known = new Map<string, Project>();
  const projectOf = (folder: string, last: string): Project => {
    const project = known.get(folder) ?? readFolder(folder, last);
    known.set(folder, project);
    return project;
  };
  const readFolder = (folder: string, last: string): Project => {
    const shown = toSlashes(relative(root.cwd, folder));
    const warnings = isThere(join(shown, MISNAMED), own) ? [misnamed(join(shown, MISNAMED))] : [];
    const project = readProject(toSlashes(join(shown, PROJECT_FILE)), own);
    if (project !== undefined) return { ...project, warnings };
    if (folder === last || folder === dirname(folder)) return { ...NONE, warnings };
    const above = projectOf(dirname(folder), last);
    return warnings.length === 0 ? above : { ...above, warnings: [...warnings, ...above.warnings] };
  };
  return (file) => {
    const isKnown = file !== '' && isWithin(file, own);
    const folder = isKnown ? dirname(resolve(root.cwd, file)) : root.cwd;
    return projectOf(folder, placeFolder(toSlashes(relative(root.cwd, folder)), own));
  };
}

const NONE: Project = { file: undefined, parts: [], layer: SILENCE, errors: [], warnings: [], excludes: () => false };

function misnamed(file: string): Finding {
  return findingOf('PROJECT_FILE_MISNAMED', {
    message: `the file is not read: a project file is called ${PROJECT_FILE}`,
    hint: `rename it to ${PROJECT_FILE}`,
    origin: { file: toSlashes(file), index: 0 },
  });
}

function readProject(file: string, root: Root): Project | undefined {
  try {
    const found = foundBeside(file, root, { isNamed: true });
    if (found === undefined) return undefined;
    const chain = readChain(found, root, []);
    const { settings, sourceOf } = mergeLayers(chain);
    const layer: Layer = { settings, sourceOf: (path) => sourceOf(path) ?? { words: file } };
    return { ...NONE, file, parts: chain.map(({ path }) => path), layer, excludes: excluderOf(chain, root) };
  } catch (error) {
    return { ...NONE, file, errors: toFindings(error) };
  }
}

/** What one of the files says that extend each other. */
interface Link extends Layer {
  readonly path: ReadablePath;
  /** Where its globs start, from the working directory. */
  readonly folder: string;
}

/** What a project file says, then what those say that it extends. */
function readChain(found: FoundFile, root: Root, before: readonly ReadablePath[]): Link[] {
  const { resource, ...link } = readOne(found, root);
  const { extends: path } = link.settings;
  if (path === undefined) return [link];
  const origin = resource.locate('spec.extends');
  const way = [...before, found.path];
  try {
    const other = foundBeside(path, root, { isNamed: true });
    if (other === undefined) throw new RenderError('INPUT_NOT_FOUND', { message: `there is no file ${path}` });
    if (way.includes(other.path)) throw circular(`${path} is extended already, by itself or by what it extends`);
    if (way.length >= MOST_EXTENDED) throw circular(`more than ${MOST_EXTENDED} files extend each other`);
    return [link, ...readChain(other, root, way)];
  } catch (error) {
    throw aboutField(error, { path: 'spec.extends', origin });
  }
}

function circular(message: string): RenderError {
  return new RenderError('EXTENDS_CIRCULAR', { message, hint: 'end with a file that extends none' });
}

/** Failures of what is extended, at the field that names it unless they have a line of their own. */
function aboutField(error: unknown, place: { readonly path: string; readonly origin: Finding['origin'] }): Error {
  const errors = error instanceof RenderErrors ? error.errors : [error];
  return new RenderErrors(
    errors.map((one) => {
      if (!(one instanceof RenderError)) throw one;
      if (one.origin?.line !== undefined) return one;
      const { code, message, hint } = one;
      const about = one.origin === undefined ? message : `${one.origin.file}: ${message}`;
      return new RenderError(code, { message: about, hint, ...place });
    }),
  );
}

function readOne(found: FoundFile, root: Root): { readonly resource: Resource } & Link {
  const [document, ...others] = readWanted(found, ANY);
  const { file } = found;
  const expected = `${CONFIG_API_VERSION} ${CONFIG_KIND} was expected`;
  if (document === undefined) {
    const hint = 'write one with dgdr-render init, or remove the file';
    throw new RenderError('CONFIG_INVALID', { message: expected, hint, origin: { file, index: 0 } });
  }
  if (others.length > 0) throw invalid('a project file has one document', '', others[0]?.resource);
  const { resource } = document;
  const said = checkConfig({ form: 'project', spec: specOf(resource, expected), prefix: 'spec', config: resource });
  const folder = dirname(file);
  const sourceOf: Layer['sourceOf'] = (path) => ({
    words: file,
    origin: resource.locate(`spec.${path}`),
    locate: resource.locate,
  });
  return { resource, path: found.path, settings: fromFolder(said, folder, root), sourceOf, folder };
}

/** The same with the paths of files from the working directory. */
function fromFolder(settings: Settings, folder: string, { cwd }: Root): Settings {
  const from = (path: string): string => toSlashes(relative(cwd, resolve(cwd, folder, path))) || '.';
  const { models, extends: extended } = settings;
  return {
    ...settings,
    ...(models && {
      models: models.map(({ config, ...model }) => ({
        ...model,
        ...(config !== undefined && { config: from(config) }),
      })),
    }),
    ...(extended !== undefined && { extends: from(extended) }),
  };
}

/** The globs of the first file that has any. */
function excluderOf(chain: readonly Link[], { cwd }: Root): Project['excludes'] {
  const link = chain.find(({ settings }) => settings.exclude !== undefined);
  const globs = link?.settings.exclude ?? [];
  if (link === undefined) return () => false;
  try {
    const files = new Set(globs.flatMap((glob) => excludedBy(glob, resolve(cwd, link.folder))));
    return (file) => files.has(resolve(cwd, file));
  } catch (error) {
    throw aboutField(error, { path: 'spec.exclude', origin: link.sourceOf('exclude').origin });
  }
}
