import type { Slice } from '../../perfdb/perfdb.ts';
import { DataMissing } from '../data-missing.ts';
import { insideCurve, type MeasuredCurve } from './curves.ts';
import { isPositive } from './nest.ts';

/** Lower bound in ms of a product of m x k inputs with an n x k weight. */
export type ProductRoofline = (m: number, n: number, k: number) => number;

/** A measured weight shape with its times over the rows of its input. */
interface Site {
  readonly n: number;
  readonly k: number;
  readonly logN: number;
  readonly logK: number;
  /** Place in the order in which the reference meets the sites, which settles ties. */
  readonly rank: number;
  readonly curve: MeasuredCurve;
}

/** A site beside a shape that was not measured; distances are of binary logarithms. */
interface Neighbour {
  readonly site: Site;
  readonly distance: number;
}

/** The sites beside a shape that was not measured. */
interface Neighbours {
  /** The nearest first. */
  readonly ordered: readonly Neighbour[];
  /** Those of all sites beyond the frontier, where they were looked for. */
  beyond?: readonly Neighbour[];
}

/** Measured products of one mode. */
export interface Sites {
  readonly all: readonly Site[];
  readonly byShape: ReadonlyMap<number, Site>;
  /** The sites beside shapes that were not measured. */
  readonly neighbours: Map<number, Neighbours>;
  readonly rules: SiteRules;
}

/** Sites that a time is carried over from, and how far away they may be. */
const NEAREST = 4;
const REACH = 2;
/** Points at the end of a curve that say what share of the roofline is reached there. */
const TAIL = 3;
const TINY = 1e-12;

/** Both sizes of a weight stay below 2^26, so that they make one exact key. */
const SIZE_LIMIT = 2 ** 26;

/** How a generation of the engine goes through sites. */
export interface SiteRules {
  /** Whether a shape that is larger than all measured ones in one size alone has a time. */
  readonly waivesFrontier: boolean;
  /** In what order sites are numbered, which settles ties: as the rows are met, or by their rows of input, then their shapes. */
  readonly order: 'as met' | 'sorted';
}

/** Opens the products of a slice, whose rows are sorted by n, k and m. */
export function sitesOf(slice: Slice, rules: SiteRules): Sites {
  const [n, k, m, rank] = ['n', 'k', 'm', 'site'].map((name) => slice.column(name)) as [Column, Column, Column, Column];
  const latency = slice.column('latency');
  const all: Site[] = [];
  let start = 0;
  for (let row = 1; row <= slice.rowCount; row += 1) {
    if (row < slice.rowCount && n[row] === n[start] && k[row] === k[start]) continue;
    const size = { n: n[start]!, k: k[start]! };
    const curve = { keys: m.subarray(start, row), latencyMs: latency.subarray(start, row) };
    all.push({ ...size, logN: Math.log2(size.n), logK: Math.log2(size.k), rank: rank[start]!, curve });
    start = row;
  }
  const byShape = new Map(all.map((site) => [site.n * SIZE_LIMIT + site.k, site] as const));
  return { all: RANKED[rules.order](all), byShape, neighbours: new Map(), rules };
}

type Column = ReturnType<Slice['column']>;

/** Sites with their places, from sites that stand by n and k and know where the rows met them. */
const RANKED: Readonly<Record<SiteRules['order'], (all: readonly Site[]) => readonly Site[]>> = {
  'as met': (all) => all,
  sorted: (all) => all.toSorted((a, b) => a.curve.keys[0]! - b.curve.keys[0]!).map((site, rank) => ({ ...site, rank })),
};

/**
 * Time in ms of a product: on the curve of its own weight shape, or carried over from shapes that are near.
 * Source: aiconfigurator 0.12.0, the resolver of its compiled core. @throws DataMissing
 */
export function productTime(
  sites: Sites,
  [m, n, k]: readonly [number, number, number],
  roofline: ProductRoofline,
): number {
  const site = sites.byShape.get(n * SIZE_LIMIT + k);
  const timeMs = site === undefined ? transferred(sites, [m, n, k], roofline) : siteTime(site, m, roofline);
  if (timeMs === undefined) throw new DataMissing(`no measured matrix products near ${m} x ${n} x ${k}`);
  return timeMs;
}

/** Undefined where no point at the end of the curve is of use. */
function siteTime({ n, k, curve }: Site, m: number, roofline: ProductRoofline): number | undefined {
  const { keys, latencyMs } = curve;
  const last = keys.length - 1;
  if (m >= keys[0]! && m <= keys[last]!) return insideCurve(curve, m);
  const from = m < keys[0]! ? 0 : Math.max(0, keys.length - TAIL);
  const shares: number[] = [];
  for (let i = from; i < Math.min(from + TAIL, keys.length); i += 1) {
    const bound = roofline(keys[i]!, n, k);
    if (latencyMs[i]! > 0 && isPositive(bound)) shares.push(bound / latencyMs[i]!);
  }
  const here = roofline(m, n, k);
  return shares.length === 0 || !isPositive(here) ? undefined : here / median(shares);
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

function transferred(
  sites: Sites,
  [m, n, k]: readonly [number, number, number],
  roofline: ProductRoofline,
): number | undefined {
  let [weights, shares] = [0, 0];
  for (const { site, distance } of nearestSites(sites, [m, n, k])) {
    const [timeMs, bound] = [siteTime(site, m, roofline), roofline(m, site.n, site.k)];
    if (timeMs === undefined || !(timeMs > 0) || !isPositive(bound)) continue;
    const weight = 1 / (distance * distance + TINY);
    weights += weight;
    shares += weight * (bound / timeMs);
  }
  const here = roofline(m, n, k);
  return weights > 0 && isPositive(here) ? here / (shares / weights) : undefined;
}

/** The sites that a shape's time is carried over from: among those that were measured at m, where there are any. */
function nearestSites(sites: Sites, [m, n, k]: readonly [number, number, number]): readonly Neighbour[] {
  const neighbours = neighboursOf(sites, n, k);
  const { ordered } = neighbours;
  const near = nearestCovering(ordered, m);
  if (near.length > 0) return near;
  const covering = ordered.filter(({ site }) => covers(site, m));
  const candidates = covering.length > 0 ? covering : ordered;
  const within = candidates.filter(({ distance }) => distance <= REACH);
  if (within.length > 0 || !sites.rules.waivesFrontier) return within.slice(0, NEAREST);
  const lookBeyond = (): readonly Neighbour[] =>
    beyondFrontier(candidates, Math.log2(n), Math.log2(k)).slice(0, NEAREST);
  // Mostly all sites were measured at the same rows of input, and have one answer for all of them.
  if (candidates.length < ordered.length) return lookBeyond();
  neighbours.beyond ??= lookBeyond();
  return neighbours.beyond;
}

/** The first sites within reach that were measured at m: what nearly every shape is answered by. */
function nearestCovering(ordered: readonly Neighbour[], m: number): readonly Neighbour[] {
  const near: Neighbour[] = [];
  for (const neighbour of ordered) {
    if (neighbour.distance > REACH || near.length === NEAREST) break;
    if (covers(neighbour.site, m)) near.push(neighbour);
  }
  return near;
}

function covers({ curve: { keys } }: Site, m: number): boolean {
  return keys[0]! <= m && keys[keys.length - 1]! >= m;
}

function distanceOf(differenceN: number, differenceK: number): number {
  return Math.sqrt(differenceN * differenceN + differenceK * differenceK);
}

function neighboursOf({ all, neighbours }: Sites, n: number, k: number): Neighbours {
  const key = n * SIZE_LIMIT + k;
  let found = neighbours.get(key);
  if (found === undefined) {
    const [logN, logK] = [Math.log2(n), Math.log2(k)];
    const ordered = all
      .map((site) => ({ site, distance: distanceOf(site.logN - logN, site.logK - logK) }))
      .sort((a, b) => a.distance - b.distance || a.site.rank - b.site.rank);
    found = { ordered };
    neighbours.set(key, found);
  }
  return found;
}

/**
 * Shapes that are larger than all measured ones in one size alone are answered from those that are near in the other
 * size, however far away they are.
 */
function beyondFrontier(candidates: readonly Neighbour[], logN: number, logK: number): readonly Neighbour[] {
  const [sideN, sideK] = [
    sideOf(
      candidates.map(({ site }) => site.logN),
      logN,
    ),
    sideOf(
      candidates.map(({ site }) => site.logK),
      logK,
    ),
  ];
  if (sideN === 'below' || sideK === 'below' || sideN === sideK) return [];
  const otherDistance = ({ site }: Neighbour): number =>
    sideN === 'above' ? Math.abs(site.logK - logK) : Math.abs(site.logN - logN);
  return candidates.filter((neighbour) => otherDistance(neighbour) <= REACH);
}

/** Where a value lies to others. */
function sideOf(values: readonly number[], value: number): 'below' | 'inside' | 'above' {
  if (value > values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)) return 'above';
  return value < values.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY) ? 'below' : 'inside';
}
