import type { Json, JsonObject } from '../../json.ts';
import type { LockEntry } from '../../lock/lock-entry.ts';
import { type Change, objectChanges } from '../../render/compare/changes.ts';
import { entryChanges } from '../../render/lock-entries.ts';
import { SETTING_PATHS, type SettingPath } from '../../request/defaults.ts';
import { settingAt } from '../../request/settings.ts';
import type { Side } from './side.ts';
import type { Standing } from './standing.ts';

/** What a rendering depends on, in the order in which causes are told, with what people call it. */
export const INPUT_WORDS = {
  request: 'request',
  projectFile: 'project file',
  model: 'configuration of the model',
  lock: 'lock',
  release: 'release of the tool or its data',
  graph: 'committed graph',
} as const;
export type InputName = keyof typeof INPUT_WORDS;

/** An input that differs, and in what. */
export interface Cause {
  readonly input: InputName;
  /** Such as `spec.sla.itl: 60 -> 30`. */
  readonly details: readonly string[];
}

/** A request on both sides. */
export interface Both {
  readonly before: Standing;
  readonly after: Standing;
}

/** Which inputs of a request differ between two sides. */
export function causesOf(both: Both, sides: { readonly before: Side; readonly after: Side }): Cause[] {
  const found: readonly (readonly [InputName, readonly string[]])[] = [
    ['request', inLines(objectChanges(wished(both.before), wished(both.after)))],
    ['projectFile', settingChanges(both, sides)],
    ['model', modelChanges(both)],
    ['lock', lockChanges(both.before.entry, both.after.entry)],
    ['release', releaseChanges(both.before.entry, both.after.entry)],
  ];
  return found.flatMap(([input, details]) => (details.length === 0 ? [] : [{ input, details }]));
}

/** What an operator writes into a request is no wish. */
function wished({ resource: { object } }: Standing): JsonObject {
  const { status: _, ...rest } = object;
  return rest;
}

function inLines(changes: readonly Change[]): string[] {
  return changes.map(({ path, text }) => `${path}: ${text}`);
}

/** Settings that decide nothing about what a request comes to, but whether it is looked at and how loudly. */
const ASIDE: readonly SettingPath[] = ['exclude', 'extends', 'strict', 'frozen', 'models', 'modelLikes'];

/** The call is the same on both sides, so that a setting that differs is one of a project file. */
function settingChanges({ before, after }: Both, sides: { readonly before: Side; readonly after: Side }): string[] {
  const older = settingsOf(before, sides.before);
  const newer = settingsOf(after, sides.after);
  return inLines(objectChanges(older, newer));
}

function settingsOf({ resource }: Standing, { settings }: Side): JsonObject {
  const { settings: said } = settings.at(resource.origin.file);
  const values = SETTING_PATHS.filter((path) => !ASIDE.includes(path)).flatMap((path): [string, Json][] => {
    const value = settingAt(said, path);
    return value === undefined ? [] : [[path, value as Json]];
  });
  return Object.fromEntries(values);
}

/** Inputs that are the content of a configuration, or the name of what a model is like. */
const MODEL_INPUTS = ['modelConfig', 'modelLike'];

function modelChanges({ before, after }: Both): string[] {
  if (before.inputs === undefined || after.inputs === undefined) return [];
  const [older, newer] = [before.inputs, after.inputs].map((inputs) =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => MODEL_INPUTS.includes(name))),
  );
  return objectChanges(older!, newer!).map(({ path, text }) =>
    path === 'modelConfig' ? 'another config.json' : `like ${text}`,
  );
}

/** What of an entry says who made it. */
const MADE_BY = ['engine', 'data'];
/** Follows from the rest of an entry. */
const FOLLOWS = /^(summary|graph|inputs)(\.|$)/;

function lockChanges(before: LockEntry | undefined, after: LockEntry | undefined): string[] {
  if (before === undefined) return after === undefined ? [] : [`locked: ${after.summary}`];
  if (after === undefined) return ['no entry holds any more'];
  const changes = entryChanges(before, after);
  const told = inLines(changes.filter(({ path }) => !MADE_BY.includes(path) && !FOLLOWS.test(path)));
  const isOther = changes.length === 0 && JSON.stringify(before) !== JSON.stringify(after);
  return isOther ? ['other latencies, warnings or facts of the model'] : told;
}

function releaseChanges(before: LockEntry | undefined, after: LockEntry | undefined): string[] {
  if (before === undefined || after === undefined) return [];
  return inLines(entryChanges(before, after).filter(({ path }) => MADE_BY.includes(path)));
}
