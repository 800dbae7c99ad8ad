import { isObject, type Json } from '../../../json.ts';
import type { Coverage, DataPlace, LaneCoverage } from './layout.ts';

/** The lane of rows that name no kernel. */
const DEFAULT_LANE = 'default';
/** Kernels that users of the frameworks know by name; others are frameworks' own labels. */
const KNOWN_LANES = ['fa3', 'fla', 'flashinfer', 'triton', 'trtllm_mha'];

/** Numbers of a version as far as they are numbers: `1.3.0rc20` is 1, 3, 0. */
function numbersOf(version: string): readonly number[] {
  const numbers: number[] = [];
  for (const segment of version.split('.')) {
    const digits = /^\d+/.exec(segment)?.[0];
    if (digits !== undefined) numbers.push(Number(digits));
    if (digits !== segment) break;
  }
  return numbers.length > 0 ? numbers : [0];
}

/** Compares as tuples: the shorter of two that begin alike is the lower. */
function compareTuples(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * The lane that a framework takes by itself on a card: the entry of the highest version that is not above the one asked
 * for, by compute capability. Undefined where the release does not say.
 */
export function pinnedLane(defaults: Json, { backend, version, system }: DataPlace): string | undefined {
  const ofBackend = isObject(defaults) ? defaults[backend] : undefined;
  if (!isObject(ofBackend)) return undefined;
  const asked = numbersOf(version);
  const [nearest] = Object.keys(ofBackend)
    .filter((floor) => compareTuples(numbersOf(floor), asked) <= 0)
    .sort((a, b) => compareTuples(numbersOf(b), numbersOf(a)));
  const byCapability = nearest === undefined ? undefined : ofBackend[nearest];
  const lane = isObject(byCapability) ? byCapability[String(system.smVersion)] : undefined;
  return typeof lane === 'string' ? lane : undefined;
}

const NOTHING: Coverage = { slices: 0, rows: 0 };

/** Lanes with the most slices first, then the most rows, then by name. */
const ranked = (lanes: readonly string[], coverage: ReadonlyMap<string, Coverage>): readonly string[] =>
  lanes.toSorted((a, b) => {
    const [left, right] = [coverage.get(a) ?? NOTHING, coverage.get(b) ?? NOTHING];
    return right.slices - left.slices || right.rows - left.rows || (a < b ? -1 : 1);
  });

/** How a table is walked: what is pinned, known kernels, the default, then its other kernels. */
function walk(pinned: readonly string[], coverage: ReadonlyMap<string, Coverage>): readonly string[] {
  const known = KNOWN_LANES.filter((lane) => !pinned.includes(lane));
  const listed = new Set([...pinned, ...ranked(known, coverage), DEFAULT_LANE]);
  const rest = [...coverage.keys()].filter((lane) => !listed.has(lane));
  return [...listed, ...ranked(rest, coverage)];
}

/**
 * The lanes of an attention table in the order in which they are asked: the framework's own choice, what the version
 * itself measured, then the rest; where the release does not know that choice, rows without a kernel, then as first read.
 */
export function laneOrder(pin: string | undefined, { own, all }: LaneCoverage): readonly string[] {
  const pinned = pin === undefined || pin === DEFAULT_LANE ? [] : [pin];
  const order =
    pin === undefined
      ? [DEFAULT_LANE]
      : [...pinned, ...walk(pinned, own).filter((lane) => own.has(lane)), ...walk(pinned, all)];
  return [...new Set([...order, ...all.keys()])].filter((lane) => all.has(lane));
}
