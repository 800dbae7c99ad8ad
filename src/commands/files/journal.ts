import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  constants as is,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { isObject } from '../../json.ts';
import { type HeldFolders, JOURNAL, STAGED, workOf } from './folder-lock.ts';

/** One file of a folder that is put in its place, or taken away, all by their names. */
export interface Swap {
  readonly name: string;
  /** In the work folder: what is to come, and afterwards, for a removal, what was there. */
  readonly staged: string;
  /** What is to stand there, as a digest; undefined for a removal. */
  readonly digest?: string | undefined;
  /** Whether something stands there, which is kept in the work folder while it may have to come back. */
  readonly existed: boolean;
}

/**
 * What a run is about to change in one folder. It is written, and on the disk, in every folder before the first file of
 * any is touched. The changes of all folders count once the journal of the first one, the head, is gone; while that is
 * there they are to be undone. Folders are named relative to the journal's own, since machines mount them elsewhere.
 */
interface Journal {
  readonly id: string;
  /** The folder whose journal decides; empty in that one. */
  readonly head: string;
  /** In the head: the other folders. */
  readonly others: readonly string[];
  readonly swaps: readonly Swap[];
}

/** The name of a staged file under which what it replaces is kept. */
export const keptAs = (staged: string): string => `${staged}.before`;

/** No run writes a longer one, in bytes. */
const MOST_BYTES = 2 ** 26;

/** The digest of what a file is to hold. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes the journals of folders to the disk, the head's last. Throws what the system says. */
export function writeJournals(id: string, swaps: ReadonlyMap<string, readonly Swap[]>): void {
  const [head = '', ...others] = [...swaps.keys()].sort();
  for (const folder of [...others, head]) {
    const isHead = folder === head;
    const journal: Journal = {
      id,
      head: isHead ? '' : relative(folder, head),
      others: isHead ? others.map((other) => relative(head, other)) : [],
      swaps: swaps.get(folder) ?? [],
    };
    writeFileSync(journalIn(folder), JSON.stringify(journal), { flag: 'wx', flush: true });
  }
}

/** Makes the changes of these folders count: with the head's journal gone, nothing is undone any more. */
export function commit(folders: readonly string[]): void {
  const [head, ...others] = [...folders].sort();
  if (head !== undefined) remove(head);
  for (const folder of others) {
    try {
      remove(folder);
    } catch (error) {
      // It means nothing any more, and the next run removes it.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
}

/** The folders, and those that a run changed together with one of them and did not come to an end with. */
export function withFellows(folders: readonly string[]): string[] {
  const all = new Set(folders);
  // A set hands out what is added to it on the way.
  for (const folder of all) for (const fellow of fellowsOf(folder)) all.add(fellow);
  return [...all];
}

/** Whether a run left a journal in a folder, or is about to write there; not where nobody may look. */
export function hasJournal(folder: string): boolean {
  return peekJournal(folder) !== undefined;
}

/** How many changes there were, and why some could not be taken back. */
export interface Undone {
  readonly swaps: number;
  readonly failures: readonly unknown[];
}

/**
 * Takes back what was begun in folders that this run holds, all that belong together among them. What cannot be taken back
 * stays in the journals, for the next run. @throws RenderError where a folder is not held any more
 */
export function undoBegun(folders: readonly string[], { hold }: Pick<HeldFolders, 'hold'>): Undone {
  for (const folder of folders) hold(folder);
  const begun = folders.map((folder) => ({ folder, ...readJournal(folder) }));
  const heads = begun.filter(({ head }) => head === '');
  const undone = heads.map((head) => undoAll(head, begun));
  // What has no head any more counts, and what cannot be read was never begun.
  const open = new Set(undone.flatMap(({ failures }, i) => (failures.length > 0 ? [heads[i]?.id] : [])));
  for (const { folder, id } of begun) if (id === undefined || !open.has(id)) remove(folder);
  return { swaps: undone.reduce((sum, { swaps }) => sum + swaps, 0), failures: undone.flatMap((one) => one.failures) };
}

type Begun = Partial<Journal> & { readonly folder: string };

function undoAll(head: Begun, begun: readonly Begun[]): Undone {
  const own = begun.filter(({ id }) => id === head.id);
  const failures = own.flatMap(({ folder, swaps = [] }) => undoFolder(folder, swaps));
  if (failures.length === 0) {
    // The head's last: until it is gone the others are undone again.
    for (const { folder } of own) if (folder !== head.folder) remove(folder);
    remove(head.folder);
  }
  return { swaps: own.reduce((sum, { swaps = [] }) => sum + swaps.length, 0), failures };
}

const remove = (folder: string): void => rmSync(journalIn(folder), { force: true, recursive: true });
const journalIn = (folder: string): string => join(workOf(folder), JOURNAL);

/** Every change is tried, the last one first, whatever becomes of the others. */
function undoFolder(folder: string, swaps: readonly Swap[]): unknown[] {
  return [...swaps].reverse().flatMap((swap) => {
    try {
      undo(folder, swap);
      return [];
    } catch (error) {
      return [error];
    }
  });
}

/** What somebody changed since is left alone: only what the run put there is taken away, only what it took is put back. */
function undo(folder: string, { name, staged, digest, existed }: Swap): void {
  const place = join(folder, name);
  const kept = join(workOf(folder), digest === undefined ? staged : keptAs(staged));
  if (digest === undefined ? !isEmpty(place) : digestOfFile(place) !== digest) return;
  if (!isEmpty(kept)) renameSync(kept, place);
  else if (!existed) rmSync(place, { force: true });
}

const isEmpty = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) === undefined;

function digestOfFile(place: string): string | undefined {
  if (lstatSync(place, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return digestOf(readFileSync(place));
}

/** The other folders of the changes that a folder's journal belongs to, where they say so too and are not yet over. */
function fellowsOf(folder: string): string[] {
  const own = peekJournal(folder);
  if (own === undefined) return [];
  const head = own.head === '' ? folder : resolve(folder, own.head);
  const first = peekJournal(head);
  if (first?.id !== own.id || first.head !== '') return [];
  const others = first.others.map((other) => resolve(head, other));
  return [head, ...others].filter((other) => {
    const said = peekJournal(other);
    return said?.id === own.id && (other === head || resolve(other, said.head) === head);
  });
}

/** A journal that may be another machine's to see to. */
function peekJournal(folder: string): Journal | undefined {
  try {
    return readJournal(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/**
 * A journal that was written to its end; a file that is none is from before the first change, or no run's. Links are not
 * followed. Throws what the system says.
 */
function readJournal(folder: string): Journal | undefined {
  if (lstatSync(workOf(folder), { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const file = journalIn(folder);
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const descriptor = openSync(file, is.O_RDONLY | is.O_NOFOLLOW | is.O_NONBLOCK);
  try {
    if (fstatSync(descriptor).size > MOST_BYTES) return undefined;
    return toJournal(JSON.parse(readFileSync(descriptor, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Whoever writes to a repository may have written this: it names files of its own folder, and folders by the way there. */
function toJournal(said: unknown): Journal | undefined {
  if (!isObject(said)) return undefined;
  const { id, head, others, swaps } = said;
  const isWhole = typeof id === 'string' && isWay(head) && isList(others, isWay) && isList(swaps, isSwap);
  return isWhole ? { id, head, others, swaps } : undefined;
}

function isList<T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isWay(value: unknown): value is string {
  return typeof value === 'string' && !isAbsolute(value) && !value.includes('\0');
}

function isSwap(value: unknown): value is Swap {
  if (!isObject(value)) return false;
  const { name, staged, digest, existed } = value;
  const isName = typeof name === 'string' && name === basename(name) && !/^\.{0,2}$|[\\/\0]/.test(name);
  const isStaged = typeof staged === 'string' && STAGED.test(staged);
  return isName && isStaged && typeof existed === 'boolean' && (digest === undefined || typeof digest === 'string');
}
