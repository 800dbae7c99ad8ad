// A plain scalar is what it is to the readers that count: kustomize (go-yaml 3), and kubectl with the API server
// (sigs.k8s.io/yaml, go-yaml 2).

/** Words of YAML 1.1 for truth values: texts to kustomize, truth values to the API server. */
const OLD_TRUTH = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;
/** The same, but texts to other readers of YAML 1.1 too. */
const SHORT_TRUTH = /^[yYnN]$/;
/** Everything that go-yaml reads as a number, and a few texts that look like one. */
export const NUMBER_LIKE =
  /^(?:(?:[-+]_*)?(?:(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE]_*[-+]?_*\d[\d_]*)?|0_*(?:[xX][\da-fA-F_]+|[oObB][0-7_]+))|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NOT_FINITE = /^[-+]?\.(?:inf|nan)$/i;

const WHOLE = /^([-+]?)(?:0[bB]([01]+)|0[xX]([\da-fA-F]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const LEAST_INT64 = -(2n ** 63n);
const MOST_INT64 = 2n ** 63n - 1n;
const MOST_UINT64 = 2n ** 64n - 1n;

/** Dates and times as go-yaml 3 reads them; kustomize writes them in one form, the API server keeps the text. */
const DATE = /^\d{4}-\d\d?-\d\d?(?:(?:[tT]| +)\d\d?:\d\d?:\d\d?(?:\.\d+)?(?:[zZ]|[-+]\d\d:\d\d)?)?$/;
const CANONICAL_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d*[1-9])?Z$/;

/**
 * The number that a plain scalar is, as go-yaml reads it: octal with a leading zero, binary, hexadecimal, underscores;
 * `.inf` and `.nan`, which JSON lacks, are what they are; undefined for a text, such as `1:30` and `1e400`.
 */
export function numberOf(text: string): number | undefined {
  if (NOT_FINITE.test(text)) return notFinite(text);
  const plain = text.replaceAll('_', '');
  return wholeOf(plain) ?? floatOf(plain);
}

function notFinite(text: string): number {
  if (/nan$/i.test(text)) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function wholeOf(plain: string): number | undefined {
  const [whole, sign, binary, hexadecimal, octal, decimal] = WHOLE.exec(plain) ?? [];
  if (whole === undefined) return undefined;
  const size = BigInt(binary ? `0b${binary}` : hexadecimal ? `0x${hexadecimal}` : octal ? `0o${octal}` : decimal!);
  const value = sign === '-' ? -size : size;
  const most = sign === '' ? MOST_UINT64 : MOST_INT64;
  return value >= LEAST_INT64 && value <= most ? Number(value) : undefined;
}

function floatOf(plain: string): number | undefined {
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value)) return undefined;
  return value === 0 ? 0 : value;
}

/** Why what a scalar means is in doubt, with what to do; the code says whether it can be read all the same. */
export interface Doubt {
  readonly code: 'YAML_INVALID' | 'YAML_AMBIGUOUS';
  readonly message: string;
  readonly hint: string;
}

/** What readers see differently in a plain scalar, or what no JSON holds; undefined where all of them see the same. */
export function doubtOfPlain(text: string): Doubt | undefined {
  const hint = `write "${text}" with quotes for a text`;
  if (OLD_TRUTH.test(text)) {
    const truth = /^(?:y|on)/i.test(text);
    return {
      code: 'YAML_INVALID',
      message: `${text} is a text to kustomize and ${truth} to the API server`,
      hint: `${hint}, or ${truth}`,
    };
  }
  if (SHORT_TRUTH.test(text)) {
    const truth = /y/i.test(text);
    return {
      code: 'YAML_AMBIGUOUS',
      message: `${text} is read as a text, as kustomize does; to the API server it is ${truth}`,
      hint,
    };
  }
  if (DATE.test(text) && !CANONICAL_DATE.test(text)) {
    return { code: 'YAML_INVALID', message: `kustomize writes the date ${text} in another form`, hint };
  }
  return NUMBER_LIKE.test(text) ? doubtOfNumber(text, hint) : undefined;
}

function doubtOfNumber(text: string, hint: string): Doubt | undefined {
  const value = numberOf(text);
  if (value === undefined) return undefined;
  if (!Number.isFinite(value)) return { code: 'YAML_INVALID', message: `${text} has no place in JSON`, hint };
  const isWritten = /[.eE]/.test(text) && !/^[-+]?0[xX]/.test(text);
  if (isWritten || Number.isSafeInteger(value)) return undefined;
  return { code: 'YAML_INVALID', message: `${text} is beyond the whole numbers that are kept exactly, 2^53`, hint };
}
