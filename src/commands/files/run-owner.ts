import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, constants as is, openSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A run, as it signs what it leaves in a folder while it writes there. */
export interface Owner {
  /** Of this run alone. */
  readonly id: string;
  readonly pid: number;
  /** When the process started, as the system counts it; a number that is given again starts later. */
  readonly start: string;
  /** What numbers processes: this start of a machine, and the process namespace on it. Empty where that is not known. */
  readonly machine: string;
  /** For people. */
  readonly host: string;
}

/** How often a run shows that it goes on, in ms. */
export const BEAT_MS = 1000;
/** How long one that cannot be looked at may show nothing before it counts as gone, in ms, by our own clock. */
const SILENT_MS = 5000;
/** No signature is longer, in bytes. */
const MOST_BYTES = 4096;

/** A new run of this process. */
export function newOwner(): Owner {
  return { id: randomUUID(), pid: process.pid, start: startOf('self'), machine: thisMachine(), host: hostname() };
}

/** What a signature says, and when it was last touched. */
export interface Signature {
  readonly text: string;
  readonly touchedMs: number;
}

/**
 * Reads a signature; undefined where there is none. A file is opened for that, since network file systems look up anew
 * then what they otherwise remember for a while. Links are not followed, and pipes not waited for.
 */
export function readSignature(file: string): Signature | undefined {
  try {
    const descriptor = openSync(file, is.O_RDONLY | is.O_NOFOLLOW | is.O_NONBLOCK);
    try {
      const { mtimeMs, size } = fstatSync(descriptor);
      return { text: size > MOST_BYTES ? '' : readFileSync(descriptor, 'utf8'), touchedMs: mtimeMs };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // What is there and cannot be read has no owner that could be asked.
    return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : { text: '', touchedMs: 0 };
  }
}

/** Whose a signature is; undefined where it does not say. */
export function ownerOf(text: string): Owner | undefined {
  try {
    const said = JSON.parse(text) as Partial<Owner> | null;
    const { id = '', pid, start = '', machine = '', host } = said ?? {};
    const isWhole = Number.isInteger(pid) && [id, start, machine, host].every((value) => typeof value === 'string');
    return isWhole ? { id, pid: Number(pid), start, machine, host: String(host) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Says which runs are gone. One whose processes we see is asked for; of any other (another machine, another container, a
 * signature that says nothing) it is watched whether it still shows that it goes on. No clocks are compared.
 */
export interface Watch {
  readonly isGone: (file: string, signature: Signature) => boolean;
}

/** Starts watching. */
export function startWatch(): Watch {
  const seen = new Map<string, { readonly touchedMs: number; readonly since: number }>();
  const isSilent = (key: string, touchedMs: number): boolean => {
    const last = seen.get(key);
    if (last?.touchedMs === touchedMs) return performance.now() - last.since > SILENT_MS;
    seen.set(key, { touchedMs, since: performance.now() });
    return false;
  };
  return {
    isGone: (file, { text, touchedMs }) => {
      const owner = ownerOf(text);
      const isHere = owner === undefined ? undefined : isRunningHere(owner);
      return isHere === undefined ? isSilent(`${file}\0${text}`, touchedMs) : !isHere;
    },
  };
}

/** Whether a run goes on; undefined where it cannot be told from here. */
function isRunningHere({ pid, start, machine }: Owner): boolean | undefined {
  if (machine === '' || machine !== thisMachine()) return undefined;
  const now = startOf(pid);
  if (start !== '' && now !== '') return now === start;
  // The number may be another program's by now.
  return isTaken(pid) ? undefined : false;
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * The start of a process that runs: the 22nd field of its status, of which the second one may hold anything but ends the
 * brackets. Empty where the system does not tell.
 */
function startOf(pid: number | 'self'): string {
  const fields = read(`/proc/${pid}/stat`).split(')').at(-1)?.trim().split(' ') ?? [];
  // One that has ended stays in the list until it is asked for its exit code.
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? '');
}

/** The name of a machine does where there is no /proc; one of another namespace would tell of other processes. */
function thisMachine(): string {
  if (process.platform !== 'linux') return hostname();
  const boot = read('/proc/sys/kernel/random/boot_id').trim();
  try {
    const isOurs = readlinkSync('/proc/self') === String(process.pid);
    return boot === '' || !isOurs ? '' : `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return '';
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
