import type { Json } from '../../json.ts';

/** Texts that Kubernetes reads as a quantity (apimachinery, pkg/api/resource/quantity.go): a number with one suffix. */
const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** The number that a Kubernetes quantity stands for, `Gi` and the like worked in; undefined for what is no quantity. */
export function quantityNumber(value: Json | undefined): number | undefined {
  const match = typeof value === 'number' ? QUANTITY.exec(String(value)) : matchText(value);
  if (match === null) return undefined;
  const [, digits, suffix = ''] = match;
  const factor = FACTORS[suffix];
  return factor === undefined ? Number(`${digits}${suffix}`) : Number(digits) * factor;
}

function matchText(value: Json | undefined): RegExpExecArray | null {
  return typeof value === 'string' ? QUANTITY.exec(value) : null;
}
