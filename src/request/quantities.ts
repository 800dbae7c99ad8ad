/** What a field counts in, and how much of it a written unit is. */
interface Unit {
  /** For a hint. */
  readonly words: string;
  /** In small letters. */
  readonly factors: Readonly<Record<string, number>>;
}

const MILLISECONDS: Unit = {
  words: 'milliseconds',
  factors: {
    ms: 1,
    msec: 1,
    millis: 1,
    milliseconds: 1,
    s: 1000,
    sec: 1000,
    seconds: 1000,
    us: 0.001,
    m: 60_000,
    min: 60_000,
  },
};
/** Binary and decimal prefixes, as makers of cards mean both. */
const MEBIBYTES: Unit = {
  words: 'MiB',
  factors: { m: 1, mb: 1, mi: 1, mib: 1, g: 1024, gb: 1024, gi: 1024, gib: 1024, t: 1024 ** 2, tb: 1024 ** 2 },
};
const TOKENS: Unit = { words: 'tokens', factors: { tokens: 1, tok: 1, k: 1000, ki: 1024 } };
const GPUS: Unit = { words: 'GPUs', factors: { x: 1, gpu: 1, gpus: 1 } };
const PER_SECOND: Unit = {
  words: 'requests a second',
  factors: { rps: 1, qps: 1, '/s': 1, 'req/s': 1, '/min': 1 / 60 },
};
const REQUESTS: Unit = { words: 'requests at once', factors: { requests: 1, users: 1 } };

/** Units of the fields of a request that are numbers. */
const UNITS: Readonly<Record<string, Unit>> = {
  ttft: MILLISECONDS,
  itl: MILLISECONDS,
  e2eLatency: MILLISECONDS,
  vramMb: MEBIBYTES,
  isl: TOKENS,
  osl: TOKENS,
  totalGpus: GPUS,
  numGpusPerNode: GPUS,
  requestRate: PER_SECOND,
  concurrency: REQUESTS,
};

const AMOUNT = /^\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([a-z/]{1,12})\s*$/i;

/** What to write in the place of an amount with a unit, such as `800ms`; of other texts what the field counts in. */
export function quantityHint(field: string, value: unknown): string | undefined {
  const unit = Object.hasOwn(UNITS, field) ? UNITS[field] : undefined;
  if (unit === undefined || typeof value !== 'string') return undefined;
  const [, amount = '', name = ''] = AMOUNT.exec(value) ?? [];
  const factor = unit.factors[name.toLowerCase()];
  const number = Number(amount.replace(',', '.')) * (factor ?? Number.NaN);
  return Number.isFinite(number)
    ? `write ${Number(number.toFixed(6))}, in ${unit.words}`
    : `write a number, in ${unit.words}`;
}
