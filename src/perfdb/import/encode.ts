import {
  type ColumnArray,
  ENCODING,
  EXCEPTION_CODE,
  measuredValue,
  powerOfTen,
  SCALE_BYTES,
  type Scale,
  TAG_BYTES,
  TIMINGS_HEAD_BYTES,
} from '../codec.ts';

interface Encoded {
  readonly tag: number;
  readonly body: Uint8Array;
}

/** Averages of the measurement scripts: one or two divisors, with whole powers of two from repeats inside a timing. */
const DIVISORS = [
  [1, 1],
  [3, 1],
  [5, 1],
  [3, 3],
  [5, 3],
  [3, 5],
  [5, 5],
  [7, 1],
  [9, 1],
  [15, 1],
  [25, 1],
] as const;
const REPEATS = [1, 2, 4, 8] as const;
/** Decimal places to which one collector rounded its averages. */
const ROUNDED_DIGITS = [0, 16] as const;
const DECIMALS = [3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Every scale that is tried, the plainest first. */
const CANDIDATES: readonly Scale[] = [
  ...ROUNDED_DIGITS.flatMap((digits) => REPEATS.flatMap((p) => DIVISORS.map(([a, b]) => ({ p, a, b, digits })))),
  ...DECIMALS.map((a) => ({ p: 0, a, b: 1, digits: 0 })),
];
/** Rows looked at to choose the scales of a column, and how many scales it may have. */
const SAMPLE_ROWS = 600;
const MAX_SCALES = 16;
const MAX_TICKS = 2 ** 47;
/** Coarsest step tried for ticks: many ticks give the same 32-bit time, and round ones compress best. */
const COARSEST_STEP = 65_536;

/** Same bits, so that a negative zero or another NaN is not lost. */
const isSame = (a: number, b: number): boolean => Object.is(a, b) && !Number.isNaN(a);

/** Groups byte 0 of every element, then byte 1, and so on, so that a compressor sees like with like. */
function shuffle(bytes: Uint8Array, width: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  const count = bytes.length / width;
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0; i < count; i++) out[plane * count + i] = bytes[i * width + plane] ?? 0;
  }
  return out;
}

const bytesOf = (array: ColumnArray | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function encodeInts(column: Int32Array): Encoded {
  const distinct = Int32Array.from(new Set(column)).sort();
  if (distinct.length > 65_536 || distinct.length * 2 > column.length + 16) {
    const deltas = Int32Array.from(column, (value, i) => value - (i === 0 ? 0 : (column[i - 1] ?? 0)));
    return { tag: ENCODING.shuffledDeltas, body: shuffle(bytesOf(deltas), 4) };
  }
  const rank = new Map(Array.from(distinct, (value, i) => [value, i] as const));
  const codes = Uint16Array.from(column, (value) => rank.get(value) ?? 0);
  const isWide = distinct.length > 256;
  const planes = isWide ? shuffle(bytesOf(codes), 2) : Uint8Array.from(codes);
  const body = Buffer.concat([bytesOf(Int32Array.of(distinct.length)), bytesOf(distinct), planes]);
  return { tag: isWide ? ENCODING.dictionary16 : ENCODING.dictionary8, body };
}

/** Ticks that give exactly `value` under a scale, or undefined. */
function ticksOf(value: number, scale: Scale): number | undefined {
  const { p, a, b } = scale;
  const ticks = Math.round(p === 0 ? value * powerOfTen(a) : Math.fround(value * p * a * b) * 1e6);
  return ticks >= 0 && !Object.is(ticks, -0) && ticks < MAX_TICKS && isSame(measuredValue(ticks, scale), value)
    ? ticks
    : undefined;
}

/** The roundest ticks with the same value. */
function coarsen(ticks: number, value: number, scale: Scale): number {
  for (let step = scale.p === 0 ? 1 : COARSEST_STEP; step > 1; step /= 2) {
    const coarse = Math.round(ticks / step) * step;
    if (isSame(measuredValue(coarse, scale), value)) return coarse;
  }
  return ticks;
}

/** Scales that explain most of a sample, the most useful first. */
function chooseScales(column: Float64Array): readonly Scale[] {
  const stride = Math.max(1, Math.floor(column.length / SAMPLE_ROWS));
  let rest = column.filter((_, i) => i % stride === 0);
  const worthwhile = Math.max(1, Math.floor(rest.length / 100));
  const chosen: Scale[] = [];
  while (chosen.length < MAX_SCALES && rest.length > 0) {
    const unexplained = CANDIDATES.map((scale) => rest.filter((value) => ticksOf(value, scale) === undefined));
    const fewest = Math.min(...unexplained.map(({ length }) => length));
    const best = unexplained.findIndex(({ length }) => length === fewest);
    const scale = CANDIDATES[best];
    if (scale === undefined || rest.length - fewest < worthwhile) break;
    chosen.push(scale);
    rest = unexplained[best] ?? rest;
  }
  return chosen;
}

function tickPlanes(ticks: Float64Array): { width: number; planes: Uint8Array } {
  const largest = ticks.reduce((most, value) => Math.max(most, value), 0);
  const width = Math.max(1, Math.ceil(Math.log2(largest + 1) / 8));
  const planes = new Uint8Array(ticks.length * width);
  ticks.forEach((value, i) => {
    for (let plane = 0, left = value; plane < width; plane++, left = Math.floor(left / 256)) {
      planes[plane * ticks.length + i] = left % 256;
    }
  });
  return { width, planes };
}

function encodeTimings(column: Float64Array, scales: readonly Scale[]): Encoded {
  const codes = new Uint8Array(column.length).fill(EXCEPTION_CODE);
  const ticks = new Float64Array(column.length);
  column.forEach((value, i) => {
    const code = scales.findIndex((scale) => ticksOf(value, scale) !== undefined);
    const scale = scales[code];
    if (scale === undefined) return;
    codes[i] = code;
    ticks[i] = coarsen(ticksOf(value, scale) ?? 0, value, scale);
  });
  const exceptions = column.filter((_, i) => codes[i] === EXCEPTION_CODE);
  const { width, planes } = tickPlanes(ticks);
  const head = Buffer.alloc(TIMINGS_HEAD_BYTES + scales.length * SCALE_BYTES);
  head.writeUInt8(scales.length, 0);
  head.writeUInt8(width, 1);
  head.writeUInt32LE(exceptions.length, 2);
  scales.forEach(({ p, a, b, digits }, i) => {
    head.set([p, a, b, digits], TIMINGS_HEAD_BYTES + i * SCALE_BYTES);
  });
  return { tag: ENCODING.timings, body: Buffer.concat([head, codes, planes, shuffle(bytesOf(exceptions), 8)]) };
}

function encodeFloats(column: Float64Array): Encoded {
  const scales = chooseScales(column);
  if (scales.length === 0) return { tag: ENCODING.shuffledFloats, body: shuffle(bytesOf(column), 8) };
  return encodeTimings(column, scales);
}

/** The bytes of a block before compression: every column with its encoding. */
export function encodeColumns(columns: readonly ColumnArray[]): Uint8Array {
  const parts = columns.flatMap((column) => {
    const { tag, body } = column instanceof Int32Array ? encodeInts(column) : encodeFloats(column);
    const head = Buffer.alloc(TAG_BYTES);
    head.writeUInt8(tag, 0);
    head.writeUInt32LE(body.length, 1);
    return [head, body];
  });
  return Buffer.concat(parts);
}
