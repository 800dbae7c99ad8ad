import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Finding, findingOf, type Warn } from '../../errors.ts';
import { addFor } from '../../files/budget.ts';
import type { FoundFile } from '../../files/find-files.ts';
import { toSlashes } from '../../files/paths.ts';
import { isThere, placeFolder, type Root } from '../../files/root.ts';
import type { JsonObject } from '../../json.ts';
import { LOCK_FILE, PROJECT_FILE, REQUEST_KIND } from '../../kinds.ts';
import { parseWanted, readMentioning, type WantedDocument } from '../../krm/read-wanted.ts';
import { nearMissOf } from '../../request/near-miss.ts';
import { isRequest } from '../../request/parse-request.ts';
import { explainTemplate } from './explain-template.ts';
import { isKustomization, listedByKustomizations } from './kustomization-lists.ts';
import { looselyRead, nearMisses, strictlyAt } from './near-misses.ts';
import { isProjectFile } from './project-files.ts';
import { readAll } from './read-all.ts';
import type { SettingsAt } from './settings-at.ts';

/** Which documents of files are read at all. */
export const REQUESTS = { isWanted: isRequest, mention: REQUEST_KIND, isInLists: true } as const;
/** With those that are nearly requests. */
const NEAR_REQUESTS = {
  ...REQUESTS,
  isWanted: (object: JsonObject) => isRequest(object) || nearMissOf(object) !== undefined,
};

/** What the text of a file holds that is a request, or nearly one. */
export type ParseRequests = (text: string, file: FoundFile) => readonly WantedDocument[];

export const parseRequests: ParseRequests = (text, file) =>
  explainTemplate(text, () => parseWanted(text, file, NEAR_REQUESTS));

/** What files hold of requests. */
export interface ReadRequests {
  readonly documents: readonly WantedDocument[];
  /** Why files could not be read, and what was taken for no request. */
  readonly findings: readonly Finding[];
}

/**
 * Receives what is said of links while requests are looked for, as errors where warnings count as such. A lock or a project
 * file that is a link is told of where it is read.
 */
export function warnInto(findings: Finding[], { at }: SettingsAt): Warn {
  return (code, details) => {
    const file = details.origin?.file ?? '';
    if ([LOCK_FILE, PROJECT_FILE].includes(basename(file))) return;
    findings.push(findingOf(code, details, at(file).settings.strict));
  };
}

/** A line that says of its file that nothing in it is a request. */
const IGNORE = /^[ \t]*#[ \t]*dgdr-render:[ \t]*ignore[ \t]*\r?$/;
/** A line that may stand before the first content of a file. */
const BEFORE_CONTENT = /^[ \t]*(?:#.*|---[ \t]*(?:#.*)?|%.*)?\r?$/;

/** Whether the text of a file says, before its first content, that it holds no request. */
export function isIgnored(text: string): boolean {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? undefined : end);
    if (IGNORE.test(line)) return true;
    if (end < 0 || !BEFORE_CONTENT.test(line)) return false;
    start = end + 1;
  }
  return false;
}

/**
 * The requests of files; every file is tried. No request is a project file and what one excludes, what a line `# dgdr-render: ignore` says so of, what a
 * kustomization lists as a patch or the like unless it is named itself, and a template of a chart (TEMPLATE_SKIPPED).
 */
export function readRequests(
  files: readonly FoundFile[],
  settings: SettingsAt,
  parse: ParseRequests = parseRequests,
): ReadRequests {
  const { root, projectOf } = settings;
  const isListed = listedByKustomizations(files, root);
  const templates: Template[] = [];
  const others: FoundFile[] = [];
  const { read: all, findings } = readAll(
    files.map((file) => () => {
      if (isProjectFile(file.file) || projectOf(file.file).excludes(file.file)) return [];
      // They are read for what they list, each once.
      if (!file.isNamed && isKustomization(file.file)) return [];
      const text = readMentioning(file, REQUESTS);
      if (text === undefined) others.push(file);
      if (text === undefined || isIgnored(text) || (!file.isNamed && isListed(file))) return [];
      const chart = chartOf(file.file, text, root);
      if (chart === undefined) return parse(text, file);
      templates.push({ file: file.file, chart });
      return [];
    }),
  );
  const read = all.filter(({ resource }) => isRequest(resource.object));
  const near = all.length > 0 ? all.map(({ resource }) => resource) : looselyRead(others);
  addFor(root.budget, read.length);
  return {
    documents: read,
    findings: [...findings, ...nearMisses(near, strictlyAt(settings)), ...skippedTemplates(templates)],
  };
}

/** A file that a chart makes requests of, and the chart's folder. */
export interface Template {
  readonly file: string;
  readonly chart: string;
}

/** The folder of the chart that a text with marks of a template belongs to; undefined for what is no template. */
export function chartOf(file: string, text: string, root: Root): string | undefined {
  if (!text.includes('{{')) return undefined;
  const last = placeFolder(file, root);
  for (let folder = dirname(resolve(root.cwd, file)); ; folder = dirname(folder)) {
    const shown = toSlashes(relative(root.cwd, folder)) || '.';
    if (isThere(join(shown, 'Chart.yaml'), root)) return shown;
    if (folder === last || folder === dirname(folder)) return undefined;
  }
}

/** One info for all of them, however many there are. */
export function skippedTemplates([first, ...others]: readonly Template[]): Finding[] {
  if (first === undefined) return [];
  const count = others.length === 1 ? 'is 1 more file' : `are ${others.length} more files`;
  const more = others.length === 0 ? '' : `, and so ${count}`;
  return [
    findingOf('TEMPLATE_SKIPPED', {
      message: `{{ }} in a chart: the file is a template of Helm and no request yet${more}`,
      hint: `helm template NAME ${first.chart} | dgdr-render render -`,
      origin: { file: first.file, index: 0 },
    }),
  ];
}
