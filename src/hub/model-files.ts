import { isObject, type Json } from '../json.ts';
import { type Hub, type HubAnswer, type HubFile, isCommit } from './api.ts';
import { readHub } from './hub.ts';
import { noHub, refusal } from './refusal.ts';

/** The files of a model at one commit. */
export interface HubModel {
  readonly revision: string;
  /** Texts by the names of the files, of those that there are. */
  readonly files: Readonly<Record<string, string>>;
}

/** What is asked for of a model. */
interface Wanted {
  readonly id: string;
  /** A commit, a branch or a tag. */
  readonly revision: string;
  /** Files that have to be there, then those that may be. */
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

const MISSING = 404;
const FOUND = 200;

/**
 * Reads files of a model, all of one commit. @throws RenderError HUB_UNREACHABLE, HUB_REFUSED or HUB_NOT_FOUND
 */
export async function readModelFiles(hub: Hub, { id, revision, needed, optional }: Wanted): Promise<HubModel> {
  const files: Record<string, string> = {};
  let pinned = isCommit(revision) ? revision : undefined;
  for (const name of [...needed, ...optional]) {
    const file: HubFile = { id, revision: pinned ?? revision, name };
    const answer = await readFile(hub, file);
    if (answer.status === MISSING && optional.includes(name)) continue;
    if (answer.status !== FOUND) throw refusal(hub, file, answer);
    pinned ??= answer.commit ?? (await commitFor(hub, file));
    files[name] = answer.body;
  }
  return { revision: pinned ?? revision, files };
}

function readFile(hub: Hub, { id, revision, name }: HubFile): Promise<HubAnswer> {
  return readHub(hub, `${id}/resolve/${encodeURIComponent(revision)}/${name}`);
}

/** Mirrors may keep files without saying of which commit they are. */
async function commitFor(hub: Hub, file: HubFile): Promise<string> {
  const answer = await readHub(hub, `api/models/${file.id}/revision/${encodeURIComponent(file.revision)}`);
  const commit = answer.status === FOUND ? shaOf(answer.body) : undefined;
  if (commit !== undefined) return commit;
  throw noHub(hub, `it does not say which commit ${file.revision} is`, 'name the commit with --revision');
}

function shaOf(body: string): string | undefined {
  try {
    const value = JSON.parse(body) as Json;
    return isObject(value) && isCommit(value.sha) ? value.sha : undefined;
  } catch {
    return undefined;
  }
}
