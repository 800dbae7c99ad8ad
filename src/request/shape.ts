import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { isObject, type Json } from '../json.ts';
import { quote, show } from '../words.ts';
import { IN_OUR_WORDS, typeHint, wantedBy } from './issue-words.ts';
import { nearest } from './nearest.ts';
import { quantityHint } from './quantities.ts';
import type { Report } from './report.ts';
import { skuHint } from './sku-hint.ts';

type Issue = z.core.$ZodIssue;

/** A Kubernetes map key, which is the longest name a path holds: prefix, slash and 63 characters. */
const LONGEST_NAME = 253 + 1 + 63;
const PLAIN_NAME = /^[\w$./-]+$/;

/** A field is at most this many names deep (`spec.hardware.gpuSku`) when it is set aside after an error. */
const FIELD_DEPTH = 3;

/** What `checkShape` needs to know about the document it checks. */
interface ShapeOptions<T extends z.ZodType> {
  readonly schema: T;
  readonly value: unknown;
  /** Field path of `value`; empty for a whole document. */
  readonly path: string;
  readonly code: ErrorCode;
  readonly report: Report;
}

/**
 * The value as the schema reads it. Each field of wrong shape is reported once and then treated as absent, so that the
 * rules across fields can still look at the others; undefined when nothing is left.
 */
export function checkShape<T extends z.ZodType>(options: ShapeOptions<T>): z.output<T> | undefined {
  const { schema, value, path, code, report } = options;
  const first = schema.safeParse(value, IN_OUR_WORDS);
  if (first.success) return first.data;
  for (const issue of first.error.issues) {
    const field = toPath(path, issue.path);
    if (field === '') continue;
    const name = field.slice(field.lastIndexOf('.') + 1);
    report.broken(code, {
      path: field,
      message: `${name} is ${show(issue.input)}, wanted ${wantedBy(issue)}`,
      hint: hintFor(issue),
    });
  }
  const broken = new Set(first.error.issues.map((issue) => toPath('', issue.path.slice(0, FIELD_DEPTH))));
  return schema.safeParse(without(value as Json, broken, [])).data;
}

/** A field path as KRM writes it: `spec.a.b[0].c`, and `spec["a b"]` for a name that is not plain; long names are cut. */
export function toPath(base: string, names: readonly PropertyKey[]): string {
  return names.reduce<string>((path, name) => {
    if (typeof name === 'number') return `${path}[${name}]`;
    const word = String(name).slice(0, LONGEST_NAME);
    if (!PLAIN_NAME.test(word)) return `${path}[${quote(word)}]`;
    return path === '' ? word : `${path}.${word}`;
  }, base);
}

function hintFor(issue: Issue): string {
  const counted = quantityHint(String(issue.path.at(-1)), issue.input);
  if (counted !== undefined && issue.code === 'invalid_type') return counted;
  if (issue.code === 'invalid_type') return typeHint(issue.expected);
  if (issue.code !== 'invalid_value') return `write ${wantedBy(issue)}`;
  if (typeof issue.input === 'string' && issue.path.at(-1) === 'gpuSku') return skuHint(issue.input);
  const guess = typeof issue.input === 'string' ? nearest(issue.input, issue.values.map(String)) : undefined;
  return guess === undefined ? `use one of ${issue.values.join(', ')}` : `write ${guess}`;
}

function without(value: Json, broken: ReadonlySet<string>, names: readonly string[]): Json {
  if (!isObject(value) || names.length === FIELD_DEPTH) return value;
  const kept = Object.entries(value).filter(([name]) => !broken.has(toPath('', [...names, name])));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, broken, [...names, name])]));
}
