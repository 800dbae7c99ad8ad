import { firstNotBelow, isPositive, type Nest, type SpeedOfLight } from './nest.ts';
import { meanShare, NEEDED } from './weights.ts';

/** Smallest value that distances are worked out for. */
const SMALLEST = 1e-12;

/** A measured point beside one that is asked for; distances are of binary logarithms. */
export interface NearPoint {
  /** Where it stands among the points of the nest, which settles ties. */
  readonly place: number;
  /** Square of its distance, and the part of that which the axes but the last one give. */
  readonly square: number;
  readonly outerSquare: number;
  /** Logarithm of its key on the last axis. */
  readonly lastLog: number;
  /** Share of the roofline that it reaches. */
  readonly share: number;
}

/** The logarithm that distances are differences of. */
export function logOf(value: number): number {
  return Math.log2(Math.max(value, SMALLEST));
}

/** A difference of logarithms, squared. */
export function squareOf(difference: number): number {
  return difference * difference;
}

/**
 * By how much of their size two squares must differ to be told apart: they are sums of at most a handful of rounded
 * terms, so that this is a hundred times what rounding does.
 */
export const TOLD_APART = 1e-13;

/**
 * Whether the first of two points goes before the other at a logarithm of the last axis, whatever is rounded. Along the axis the
 * difference of their squares is linear, since both grow with the same square; so what holds at two places does in between.
 */
export function isToldApart(one: NearPoint, other: NearPoint, log: number): boolean {
  if (one.lastLog === other.lastLog && one.outerSquare <= other.outerSquare && one.place < other.place) return true;
  const square = one.outerSquare + squareOf(one.lastLog - log);
  const otherSquare = other.outerSquare + squareOf(other.lastLog - log);
  return otherSquare - square > otherSquare * TOLD_APART;
}

/** The logarithm at which two points are equally far away; none, or no number, where that is nowhere. */
export function changeOf(one: NearPoint, other: NearPoint): number {
  const constant = one.outerSquare + squareOf(one.lastLog);
  return (constant - other.outerSquare - squareOf(other.lastLog)) / (2 * (one.lastLog - other.lastLog));
}

/** Share of a point that is not worked out yet, and of one that is of no use. */
const UNKNOWN = -1;
const USELESS = 0;

/** The points of a nest by their distance from one; its fields are those of the search that goes on. */
export class NearestPoints {
  readonly #nest: Nest;
  readonly #speedOfLight: SpeedOfLight;
  /** Points that the search keeps. */
  #most = 0;
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
  /** No point is kept whose square is larger: a line's next point is near to what the last one was near to. */
  #bound = Number.POSITIVE_INFINITY;
  readonly #squares: Float64Array;
  readonly #outerSquares: Float64Array;
  readonly #places: Int32Array;
  readonly #nearShares = new Float64Array(NEEDED);

  /** `most` is how many points any search may keep. */
  constructor(nest: Nest, speedOfLight: SpeedOfLight, most: number) {
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
    this.#squares = new Float64Array(most);
    this.#outerSquares = new Float64Array(most);
    this.#places = new Int32Array(most);
  }

  /** The nearest points of use to one, by its logarithms on all axes: the nearest first, of equals the one that stands first. */
  near(logs: ArrayLike<number>): readonly NearPoint[] {
    this.#search((axis) => logs[axis]!, this.#squares.length);
    const lastLogs = this.#logs[this.#logs.length - 1]!;
    return Array.from({ length: this.#count }, (_, i) => {
      const place = this.#places[i]!;
      const [square, outerSquare] = [this.#squares[i]!, this.#outerSquares[i]!];
      return { place, square, outerSquare, lastLog: lastLogs[place]!, share: this.#shares[place]! };
    });
  }

  /** The share of the roofline that is expected at a point. @throws DataMissing where no point is of use */
  meanShare(point: ArrayLike<number>): number {
    this.#search((axis) => logOf(point[axis]!), NEEDED);
    for (let i = 0; i < this.#count; i += 1) this.#nearShares[i] = this.#shares[this.#places[i]!]!;
    return meanShare(this.#count, this.#squares, this.#nearShares);
  }

  #search(logAt: (axis: number) => number, most: number): void {
    const last = this.#wanted.length - 1;
    let isSameLine = this.#most === most && this.#count === most;
    for (let axis = 0; axis <= last; axis += 1) {
      const log = logAt(axis);
      isSameLine &&= axis === last || this.#wanted[axis] === log;
      this.#wanted[axis] = log;
      const [least, most] = this.#ranges[axis]!;
      this.#gaps[axis] = gapSquare(log, least, most);
    }
    this.#bound = isSameLine ? this.#farthestKept() : Number.POSITIVE_INFINITY;
    this.#count = 0;
    this.#most = most;
    this.#visit(0, 0, this.#nest.levels[0]!.keys.length);
  }

  /** The largest square of the points that the last search kept, by their distance from a point of the same line. */
  #farthestKept(): number {
    const last = this.#wanted.length - 1;
    let farthest = 0;
    for (let i = 0; i < this.#count; i += 1) {
      const log = this.#logs[last]![this.#places[i]!]!;
      farthest = Math.max(farthest, this.#outerSquares[i]! + squareOf(log - this.#wanted[last]!));
    }
    return farthest;
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
      if (isLast) this.#consider(node, square, before);
      else {
        this.#outer[depth] = square;
        this.#visit(depth + 1, starts[node]!, starts[node + 1]!);
      }
    }
  }

  /** Whether everything inside a node of such a square is farther away than all that is kept. */
  #isTooFar(depth: number, square: number): boolean {
    const bound = this.#count < this.#most ? this.#bound : this.#squares[this.#most - 1]!;
    if (bound === Number.POSITIVE_INFINITY) return false;
    let least = square;
    for (let axis = depth + 1; axis < this.#gaps.length; axis += 1) least += this.#gaps[axis]!;
    return least > bound;
  }

  /** Keeps a point that is near enough and of use. Points of equal distance keep the order in which they stand. */
  #consider(place: number, square: number, outerSquare: number): void {
    const [squares, places, outerSquares] = [this.#squares, this.#places, this.#outerSquares];
    let at = this.#count;
    while (at > 0 && (square < squares[at - 1]! || (square === squares[at - 1]! && place < places[at - 1]!))) at -= 1;
    if (at === this.#most || this.#shareAt(place) === USELESS) return;
    for (let i = Math.min(this.#count, this.#most - 1); i > at; i -= 1) {
      squares[i] = squares[i - 1]!;
      outerSquares[i] = outerSquares[i - 1]!;
      places[i] = places[i - 1]!;
    }
    squares[at] = square;
    outerSquares[at] = outerSquare;
    places[at] = place;
    this.#count = Math.min(this.#count + 1, this.#most);
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
