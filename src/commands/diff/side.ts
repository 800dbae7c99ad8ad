import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Finding, RenderError } from '../../errors.ts';
import type { FoundFile } from '../../files/find-files.ts';
import { isInside, toSlashes } from '../../files/paths.ts';
import { copyRoot, type Root } from '../../files/root.ts';
import type { WantedDocument } from '../../krm/read-wanted.ts';
import type { Resource } from '../../krm/resource.ts';
import type { Lock } from '../../lock/lock-file.ts';
import type { Layer } from '../../request/layers.ts';
import type { Context } from '../cli/context.ts';
import { type Input, readInput } from '../read/read-input.ts';
import { readLocksBeside } from '../read/read-locks.ts';
import { type ParseRequests, parseRequests } from '../read/request-files.ts';
import { openSettings, type SettingsAt, type WithTerms, withTerms } from '../read/settings-at.ts';

/** The requests of the work tree, or of a revision, with everything that counts for them there. */
export interface Side {
  readonly root: Root;
  readonly settings: SettingsAt;
  readonly scopeOf: Input['scopeOf'];
  /** All that were read; those whose project file cannot be used have no terms. */
  readonly requests: readonly Resource[];
  readonly terms: WithTerms;
  readonly locks: readonly Lock[];
  /** What was found while it was read. */
  readonly findings: readonly Finding[];
}

/** What is compared, and by which words of the call. */
export interface Asked {
  /** Paths, folders and globs. */
  readonly patterns: readonly string[];
  readonly host: Layer;
  readonly scopeOf: Input['scopeOf'];
}

/** What both sides read, so that what they have in common is read once. */
export interface Shared extends Pick<Context, 'openStreet'> {
  readonly parse: ParseRequests;
}

/** Opens what two sides share: the text of a file is parsed once, and one street answers where the same is said of models. */
export function sharedBy({ openStreet }: Pick<Context, 'openStreet'>): Shared {
  const parsed = new Map<string, readonly WantedDocument[]>();
  const streets = new Map<string, ReturnType<typeof openStreet>>();
  return {
    parse: (text, file) => {
      const key = keyOf(text, file);
      const documents = parsed.get(key) ?? parseRequests(text, file);
      parsed.set(key, documents);
      return documents;
    },
    openStreet: (models) => {
      const key = JSON.stringify(models);
      const street = streets.get(key) ?? openStreet(models);
      streets.set(key, street);
      return street;
    },
  };
}

function keyOf(text: string, { file, source, isNamed }: FoundFile): string {
  return JSON.stringify([file, source, isNamed, text]);
}

/** Reads a side; what cannot be read is among its findings. */
export async function readSide(root: Root, { patterns, host, scopeOf }: Asked, shared: Shared): Promise<Side> {
  const settings = openSettings(host, root);
  const input = await readInput(patterns, { settings, scopeOf, parse: shared.parse }, NO_STDIN);
  const terms = withTerms(input.requests, settings, shared);
  const { locks, findings } = readLocksBeside(terms.requests, root);
  const all = [...input.findings, ...terms.findings, ...findings];
  return { root, settings, scopeOf, requests: input.requests, terms, locks, findings: all };
}

const NO_STDIN = { readStdin: () => Promise.reject(new Error('stdin is no part of a repository')) };

/** Why a request has no terms; empty of one that has. */
export function refusalsOf(request: Resource, { terms }: Pick<Side, 'terms'>): readonly Finding[] {
  return terms.requests.includes(request) ? [] : terms.findings.filter(isError);
}

/** Why nothing is known of the requests of a file. */
export function failuresIn(file: string, { findings }: Pick<Side, 'findings'>): readonly Finding[] {
  return findings.filter((finding) => isError(finding) && finding.origin?.file === file);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** The root of a copy of a revision for the same call; paths of the call outside of the repository are PATH_OUTSIDE_ROOT. */
export function rootOfCopy(folder: string, { top, cwd }: Root, patterns: readonly string[]): Root {
  const outside = patterns.find((pattern) => !isInside(resolve(cwd, pattern), top));
  if (outside !== undefined) {
    throw new RenderError('PATH_OUTSIDE_ROOT', {
      message: `${outside} is in no revision of the repository ${top}`,
      hint: 'name what is below it',
    });
  }
  return copyRoot(folder, join(folder, relative(top, cwd)), patterns);
}

/** The paths of a call from its working directory, as both sides have them. */
export function fromHere(patterns: readonly string[], { cwd }: Root): string[] {
  return patterns.map((pattern) => (isAbsolute(pattern) ? toSlashes(relative(cwd, pattern)) || '.' : pattern));
}
