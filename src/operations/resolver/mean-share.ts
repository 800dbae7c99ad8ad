import { changeOf, isToldApart, type NearPoint, squareOf } from './nearest-points.ts';
import { firstNotBelow } from './nest.ts';
import { fadedWeight, meanShare, NEAREST, NEEDED, plainMean } from './weights.ts';

/** Indexes of a range, the end excluded. */
interface Range {
  readonly from: number;
  readonly end: number;
}

/**
 * The share of the roofline that is expected at a point, by the points near to it as they change along the last axis. Of those it
 * takes the nearest ones, wherever on the axis it is asked for. It keeps them in the order of the last answer.
 */
export class MeanShare {
  #points: readonly NearPoint[];
  /** Squares of the distances in the last answer, in the order of the points. */
  readonly #squares: Float64Array;

  constructor(points: readonly NearPoint[]) {
    this.#points = points;
    this.#squares = new Float64Array(points.length);
  }

  /** @throws DataMissing where no point is of use */
  at(log: number): number {
    this.#order(log);
    return meanShare(
      this.#points.length,
      this.#squares,
      this.#points.map(({ share }) => share),
    );
  }

  /** Divides rooflines at ascending logarithms by the shares there, each within a range of them. @throws DataMissing */
  divide(rooflines: Float64Array, logs: Float64Array, { from, end }: Range): void {
    for (let i = from; i < end; ) {
      const share = this.at(logs[i]!);
      const next = this.#points.length < NEEDED ? i : this.#orderedBelow(logs, { from: i, end });
      if (next > i) this.#divideOrdered(rooflines, logs, { from: i, end: next });
      else rooflines[i]! /= share;
      i = Math.max(next, i + 1);
    }
  }

  /** Puts the points in the order of their distances, of equals the one that stands first in the grid. */
  #order(log: number): void {
    const squares = this.#squares;
    let points = this.#points;
    for (let i = 0; i < points.length; i += 1) {
      const point = points[i]!;
      const square = point.outerSquare + squareOf(point.lastLog - log);
      let at = i;
      while (
        at > 0 &&
        (square < squares[at - 1]! || (square === squares[at - 1]! && point.place < points[at - 1]!.place))
      )
        at -= 1;
      squares.copyWithin(at + 1, at, i);
      squares[at] = square;
      if (at < i) points = [...points.slice(0, at), point, ...points.slice(at, i), ...points.slice(i + 1)];
    }
    this.#points = points;
  }

  /** Index below which the points stand in the order of the last answer; the first one itself where that cannot be told. */
  #orderedBelow(logs: Float64Array, { from, end }: Range): number {
    const log = logs[from]!;
    const pairs = this.#pairs();
    if (!pairs.every(([one, other]) => isToldApart(one, other, log))) return from;
    let last = end - 1;
    while (last > from && !pairs.every(([one, other]) => isToldApart(one, other, logs[last]!))) {
      const changes = pairs.map(([one, other]) => changeOf(one, other)).filter((change) => change > log);
      const change = Math.min(...changes);
      const before = firstNotBelow(logs, from, last, change) - 1;
      last = change < logs[last]! && before < last ? before : (from + last) >>> 1;
    }
    return Math.max(last, from) + 1;
  }

  /** Neighbours in the present order, as far as it decides anything. */
  #pairs(): readonly (readonly [NearPoint, NearPoint])[] {
    const points = this.#points;
    const needed = points.slice(1, NEEDED).map((point, i) => [points[i]!, point] as const);
    return [...needed, ...points.slice(NEEDED).map((point) => [points[NEEDED - 1]!, point] as const)];
  }

  /** The same as dividing by `at`, where the points stay in the present order: of these there are as many as a share depends on. */
  #divideOrdered(rooflines: Float64Array, logs: Float64Array, { from, end }: Range): void {
    const points = this.#points;
    const [outer1, outer2, outer3, outer4, outer5] = firstFive(points, ({ outerSquare }) => outerSquare);
    const [log1, log2, log3, log4, log5] = firstFive(points, ({ lastLog }) => lastLog);
    const [share1, share2, share3, share4] = firstFive(points, ({ share }) => share);
    const shareList = [share1, share2, share3, share4];
    for (let i = from; i < end; i += 1) {
      const log = logs[i]!;
      const radius = Math.sqrt(outer5 + squareOf(log5 - log));
      const weight1 = fadedWeight(Math.sqrt(outer1 + squareOf(log1 - log)), radius);
      const weight2 = fadedWeight(Math.sqrt(outer2 + squareOf(log2 - log)), radius);
      const weight3 = fadedWeight(Math.sqrt(outer3 + squareOf(log3 - log)), radius);
      const weight4 = fadedWeight(Math.sqrt(outer4 + squareOf(log4 - log)), radius);
      const weights = weight1 + weight2 + weight3 + weight4;
      const shares = weight1 * share1 + weight2 * share2 + weight3 * share3 + weight4 * share4;
      rooflines[i]! /= weights > 0 ? shares / weights : plainMean(NEAREST, shareList);
    }
  }
}

type Five = readonly [number, number, number, number, number];

/** A number of each point that a share depends on. */
function firstFive(points: readonly NearPoint[], numberOf: (point: NearPoint) => number): Five {
  const [one, two, three, four, five] = points.map(numberOf);
  return [one!, two!, three!, four!, five!];
}
