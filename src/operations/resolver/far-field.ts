import { DataMissing } from '../data-missing.ts';
import { firstNotBelow, isPositive, type Nest, type SpeedOfLight } from './nest.ts';

/** Points that a time is carried over from, and the one whose distance they are weighed against. */
const NEAREST = 4;
const KEPT = NEAREST + 1;

/** Keeps weights finite where a distance is 0. */
const TINY = 1e-12;
/** Smallest value that distances are worked out for. */
const SMALLEST = 1e-12;

/** Time in ms at a point outside those that were measured. @throws DataMissing */
type FarField = (point: ArrayLike<number>) => number;

/**
 * Opens what tells times outside the points of a grid: the shares of the roofline that the four nearest points reach, by
 * distances of logarithms, weighed so that they fade towards the fifth.
 * Source: aiconfigurator 0.12.0, the resolver of its compiled core.
 */
export function farFieldOf(nest: Nest, speedOfLight: SpeedOfLight): FarField {
  const search = new NearestPoints(nest, speedOfLight);
  return (point) => {
    const roofline = speedOfLight(point);
    if (!isPositive(roofline)) throw new DataMissing('outside the measured points, where the roofline tells nothing');
    return roofline / search.meanShare(point);
  };
}

/** Share of a point that is not worked out yet, and of one that is of no use. */
const UNKNOWN = -1;
const USELESS = 0;

/** The points of a nest by their distance from one; its fields are those of the search that goes on. */
class NearestPoints {
  readonly #nest: Nest;
  readonly #speedOfLight: SpeedOfLight;
  /** Logarithms of the keys of each level, and of the point that is asked for. */
  readonly #logs: readonly Float64Array[];
  readonly #wanted: Float64Array;
  /** The smallest and the largest logarithm of each level, and the square of how far the point that is asked for lies outside. */
  readonly #ranges: readonly (readonly [least: number, most: number])[];
  readonly #gaps: Float64Array;
  /** Keys of the point that is looked at. */
  readonly #keys: Float64Array;
  /** By level the square of the distance of the node that is looked at, along its axis and those outside. */
  readonly #outer: Float64Array;
  /** Shares of the roofline that the points reach. */
  readonly #shares: Float64Array;
  /** The nearest useful points so far, in the order of their distances, then of their places. */
  #count = 0;
  readonly #squares = new Float64Array(KEPT + 1);
  readonly #places = new Int32Array(KEPT + 1);

  constructor(nest: Nest, speedOfLight: SpeedOfLight) {
    this.#nest = nest;
    this.#speedOfLight = speedOfLight;
    this.#logs = nest.levels.map(({ keys }) => Float64Array.from(keys, logOf));
    this.#ranges = this.#logs.map((logs) => [
      logs.reduce(min, Number.POSITIVE_INFINITY),
      logs.reduce(max, Number.NEGATIVE_INFINITY),
    ]);
    this.#wanted = new Float64Array(nest.levels.length);
    this.#gaps = new Float64Array(nest.levels.length);
    this.#keys = new Float64Array(nest.levels.length);
    this.#outer = new Float64Array(nest.levels.length);
    this.#shares = new Float64Array(nest.latencyMs.length).fill(UNKNOWN);
  }

  /** The share of the roofline that is expected at a point. @throws DataMissing where no point is of use */
  meanShare(point: ArrayLike<number>): number {
    this.#count = 0;
    for (let axis = 0; axis < this.#wanted.length; axis += 1) {
      const wanted = logOf(point[axis]!);
      this.#wanted[axis] = wanted;
      this.#gaps[axis] = gapSquare(wanted, ...this.#ranges[axis]!);
    }
    this.#visit(0, 0, this.#nest.levels[0]!.keys.length);
    if (this.#count === 0) throw new DataMissing('no measured point is of use');
    const used = Math.min(this.#count, NEAREST);
    const radius = this.#count > NEAREST ? Math.sqrt(this.#squares[NEAREST]!) : Number.POSITIVE_INFINITY;
    let [weights, shares] = [0, 0];
    for (let i = 0; i < used; i += 1) {
      const weight = weightOf(Math.sqrt(this.#squares[i]!), radius);
      shares += weight * this.#shares[this.#places[i]!]!;
      weights += weight;
    }
    return weights > 0 ? shares / weights : this.#plainMean(used);
  }

  #plainMean(used: number): number {
    let shares = 0;
    for (let i = 0; i < used; i += 1) shares += this.#shares[this.#places[i]!]!;
    return shares / used;
  }

  /**
   * Looks at the nodes `from` to `to` of a level, the nearest first: their distances along the level's axis only grow to
   * either side, so that a side ends where it is farther away than all that is kept, with the least that the levels inside
   * add. Sums are rounded the same way for larger parts, so that no point is passed by that is nearer.
   */
  #visit(depth: number, from: number, to: number): void {
    const { keys, starts } = this.#nest.levels[depth]!;
    const logs = this.#logs[depth]!;
    const wanted = this.#wanted[depth]!;
    const before = depth === 0 ? 0 : this.#outer[depth - 1]!;
    const isLast = depth === this.#logs.length - 1;
    let up = firstNotBelow(logs, from, to, wanted);
    let down = up - 1;
    while (up < to || down >= from) {
      const upSquare = up < to ? squareOf(logs[up]! - wanted) : Number.POSITIVE_INFINITY;
      const downSquare = down >= from ? squareOf(logs[down]! - wanted) : Number.POSITIVE_INFINITY;
      const isUp = upSquare < downSquare;
      const square = before + (isUp ? upSquare : downSquare);
      if (this.#isTooFar(depth, square)) return;
      const node = isUp ? up++ : down--;
      this.#keys[depth] = keys[node]!;
      if (isLast) this.#consider(node, square);
      else {
        this.#outer[depth] = square;
        this.#visit(depth + 1, starts[node]!, starts[node + 1]!);
      }
    }
  }

  /** Whether everything inside a node of such a square is farther away than all that is kept. */
  #isTooFar(depth: number, square: number): boolean {
    if (this.#count < KEPT) return false;
    let least = square;
    for (let axis = depth + 1; axis < this.#gaps.length; axis += 1) least += this.#gaps[axis]!;
    return least > this.#squares[KEPT - 1]!;
  }

  /** Keeps a point that is near enough and of use. Points of equal distance keep the order in which they stand. */
  #consider(place: number, square: number): void {
    const [squares, places] = [this.#squares, this.#places];
    let at = this.#count;
    while (at > 0 && (square < squares[at - 1]! || (square === squares[at - 1]! && place < places[at - 1]!))) at -= 1;
    if (at === KEPT || this.#shareAt(place) === USELESS) return;
    for (let i = Math.min(this.#count, KEPT - 1); i > at; i -= 1) {
      squares[i] = squares[i - 1]!;
      places[i] = places[i - 1]!;
    }
    squares[at] = square;
    places[at] = place;
    this.#count = Math.min(this.#count + 1, KEPT);
  }

  #shareAt(place: number): number {
    const known = this.#shares[place]!;
    if (known !== UNKNOWN) return known;
    const latencyMs = this.#nest.latencyMs[place]!;
    const roofline = this.#speedOfLight(this.#keys);
    const share = latencyMs > 0 && isPositive(roofline) ? roofline / latencyMs : USELESS;
    this.#shares[place] = share;
    return share;
  }
}

const min = (a: number, b: number): number => Math.min(a, b);
const max = (a: number, b: number): number => Math.max(a, b);

/** Square of the distance of a value from a range; 0 inside. */
function gapSquare(value: number, least: number, most: number): number {
  return squareOf(value < least ? least - value : value > most ? value - most : 0);
}

function weightOf(distance: number, radius: number): number {
  if (radius === Number.POSITIVE_INFINITY) return 1 / (distance * distance + TINY);
  const faded = Math.max(radius - distance, 0) / (radius * distance + TINY);
  return faded * faded;
}

function logOf(value: number): number {
  return Math.log2(Math.max(value, SMALLEST));
}

function squareOf(difference: number): number {
  return difference * difference;
}
