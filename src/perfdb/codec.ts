import { RenderError } from '../errors.ts';

/** A column of one block; integers that do not fit 32 bits travel as doubles. */
export type ColumnArray = Int32Array | Float64Array;
export type ColumnType = 'int32' | 'float64';

/** Encodings of a column inside a block: a tag byte, a little-endian uint32 length, then that many bytes. */
export const ENCODING = { shuffledFloats: 0, shuffledDeltas: 1, dictionary8: 2, dictionary16: 3, timings: 4 } as const;
export const TAG_BYTES = 5;

/** Timings: counts of scales, bytes of a tick and exceptions come first, then the scales. */
export const TIMINGS_HEAD_BYTES = 6;
export const SCALE_BYTES = 4;
/** Code of a row whose value is stored as it is. */
export const EXCEPTION_CODE = 255;

/**
 * How a stored whole number becomes a measured value. Timers give nanoseconds as 32-bit milliseconds, which the
 * collectors average by one or two divisions, so `ticks` ns give `fround(ticks / 1e6) / p / a / b` ms, bit for bit;
 * `digits` above 0 rounds that to so many decimal places. With `p` 0 the value is `ticks / 10 ** a`.
 */
export interface Scale {
  readonly p: number;
  readonly a: number;
  readonly b: number;
  readonly digits: number;
}

/** Exact powers of ten; `10 ** n` may differ in the last bit between engines. */
const POWERS_OF_TEN = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
] as const;
export const powerOfTen = (exponent: number): number => POWERS_OF_TEN[exponent] ?? Number.NaN;

/** The measured value of `ticks` under a scale. */
export function measuredValue(ticks: number, { p, a, b, digits }: Scale): number {
  if (p === 0) return ticks / powerOfTen(a);
  const mean = Math.fround(ticks / 1e6) / p / a / b;
  const unit = powerOfTen(digits);
  return digits === 0 ? mean : Math.round(mean * unit) / unit;
}

/** The error of measured data that is not what its writer promised. */
export const corrupt = (what: string): RenderError =>
  new RenderError('PERFDB_INVALID', {
    message: `measured data is damaged: ${what}`,
    hint: 'reinstall the package, or import the release again',
  });

function unshuffle(bytes: Uint8Array, width: number): ArrayBuffer {
  const out = new Uint8Array(bytes.length);
  const count = bytes.length / width;
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0, at = plane; i < count; i++, at += width) out[at] = bytes[plane * count + i] ?? 0;
  }
  return out.buffer;
}

function decodeDeltas(body: Uint8Array, rowCount: number): Int32Array {
  if (body.length !== rowCount * 4) throw corrupt('an integer column has the wrong length');
  const column = new Int32Array(unshuffle(body, 4));
  for (let i = 1; i < rowCount; i++) column[i] = (column[i - 1] ?? 0) + (column[i] ?? 0);
  return column;
}

function decodeDictionary(body: Uint8Array, rowCount: number, width: 1 | 2): Int32Array {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const count = body.length >= 4 ? view.getUint32(0, true) : Number.NaN;
  if (body.length !== 4 + count * 4 + rowCount * width) throw corrupt('a dictionary column has the wrong length');
  const values = Int32Array.from({ length: count }, (_, i) => view.getInt32(4 + i * 4, true));
  const low = body.subarray(4 + count * 4);
  const column = new Int32Array(rowCount);
  for (let i = 0; i < rowCount; i++) {
    const code = (low[i] ?? 0) + (width === 2 ? (low[rowCount + i] ?? 0) * 256 : 0);
    const value = values[code];
    if (value === undefined) throw corrupt('a dictionary column points outside its dictionary');
    column[i] = value;
  }
  return column;
}

function decodeFloats(body: Uint8Array, rowCount: number): Float64Array {
  if (body.length !== rowCount * 8) throw corrupt('a number column has the wrong length');
  return new Float64Array(unshuffle(body, 8));
}

function decodeScales(bytes: Uint8Array): readonly Scale[] {
  return Array.from({ length: bytes.length / SCALE_BYTES }, (_, i) => {
    const [p = 0, a = 0, b = 0, digits = 0] = bytes.subarray(i * SCALE_BYTES, (i + 1) * SCALE_BYTES);
    return { p, a, b, digits };
  });
}

/** Layout: scale count, tick width, exception count (uint32), scales, a code a row, tick bytes by plane, exceptions. */
function decodeTimings(body: Uint8Array, rowCount: number): Float64Array {
  if (body.length < TIMINGS_HEAD_BYTES) throw corrupt('a timing column has the wrong length');
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const [scaleCount = 0, width = 0] = body;
  const exceptionCount = view.getUint32(2, true);
  const codesAt = TIMINGS_HEAD_BYTES + scaleCount * SCALE_BYTES;
  const ticksAt = codesAt + rowCount;
  const exceptionsAt = ticksAt + rowCount * width;
  if (width > 6 || body.length !== exceptionsAt + exceptionCount * 8)
    throw corrupt('a timing column has the wrong length');
  const scales = decodeScales(body.subarray(TIMINGS_HEAD_BYTES, codesAt));
  const exceptions = decodeFloats(body.subarray(exceptionsAt), exceptionCount);
  const column = new Float64Array(rowCount);
  let used = 0;
  for (let i = 0; i < rowCount; i++) {
    const code = body[codesAt + i] ?? EXCEPTION_CODE;
    if (code === EXCEPTION_CODE) {
      column[i] = exceptions[used++] ?? Number.NaN;
      continue;
    }
    const scale = scales[code];
    if (scale === undefined) throw corrupt('a timing column points outside its scales');
    let ticks = 0;
    for (let plane = width - 1; plane >= 0; plane--) ticks = ticks * 256 + (body[ticksAt + plane * rowCount + i] ?? 0);
    column[i] = measuredValue(ticks, scale);
  }
  if (used !== exceptionCount) throw corrupt('a timing column has another number of exceptions');
  return column;
}

/** Decoders by tag. */
const DECODERS: Readonly<Record<number, (body: Uint8Array, rowCount: number) => ColumnArray>> = {
  [ENCODING.shuffledFloats]: decodeFloats,
  [ENCODING.shuffledDeltas]: decodeDeltas,
  [ENCODING.dictionary8]: (body, rowCount) => decodeDictionary(body, rowCount, 1),
  [ENCODING.dictionary16]: (body, rowCount) => decodeDictionary(body, rowCount, 2),
  [ENCODING.timings]: decodeTimings,
};

/** Columns of a block of `rowCount` rows; throws PERFDB_INVALID when the bytes do not hold them. */
export function decodeColumns(
  bytes: Uint8Array,
  types: readonly ColumnType[],
  rowCount: number,
): readonly ColumnArray[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const columns = types.map((type) => {
    if (at + TAG_BYTES > bytes.length) throw corrupt('a block ends inside a column');
    const length = view.getUint32(at + 1, true);
    const start = at + TAG_BYTES;
    if (start + length > bytes.length) throw corrupt('a block ends inside a column');
    const decode = DECODERS[bytes[at] ?? -1];
    if (decode === undefined) throw corrupt('a column has an unknown encoding');
    const column = decode(bytes.subarray(start, start + length), rowCount);
    if (column instanceof Int32Array !== (type === 'int32'))
      throw corrupt('a column has another type than the header says');
    at = start + length;
    return column;
  });
  if (at !== bytes.length) throw corrupt('a block has bytes left over');
  return columns;
}
