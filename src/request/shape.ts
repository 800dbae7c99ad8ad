import type { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { isObject, type Json } from '../json.ts';
import { quote, show } from '../words.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import { skuHint } from './sku-hint.ts';

type Issue = z.core.$ZodIssue;

/** A Kubernetes map key, which is the longest name a path holds: prefix, slash and 63 characters. */
const LONGEST_NAME = 253 + 1 + 63;
const PLAIN_NAME = /^[\w$./-]+$/;

/** A field is at most this many names deep (`spec.hardware.gpuSku`) when it is set aside after an error. */
const FIELD_DEPTH = 3;

const TYPE_WORDS: Readonly<Record<string, { readonly wanted: string; readonly hint: string }>> = {
  string: { wanted: 'a text', hint: 'write a text, and quote one that reads as a number or a truth value' },
  int: { wanted: 'a whole number', hint: 'write a whole number such as 8' },
  number: { wanted: 'a finite number', hint: 'write a number such as 8' },
  boolean: { wanted: 'true or false', hint: 'write true or false' },
  object: { wanted: 'a mapping of fields', hint: 'write the fields below it, or leave it out' },
  record: { wanted: 'a mapping of fields', hint: 'write the fields below it, or leave it out' },
  array: { wanted: 'a list', hint: 'write a list, or leave it out' },
};

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
  const first = schema.safeParse(value, { reportInput: true });
  if (first.success) return first.data;
  for (const issue of first.error.issues) {
    const field = toPath(path, issue.path);
    if (field === '') continue;
    const name = field.slice(field.lastIndexOf('.') + 1);
    report.broken(code, {
      path: field,
      message: `${name} is ${show(issue.input)}, wanted ${wanted(issue)}`,
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

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected]?.wanted ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function hintFor(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected]?.hint ?? `write ${issue.expected}`;
  if (issue.code !== 'invalid_value') return `write ${wanted(issue)}`;
  if (typeof issue.input === 'string' && issue.path.at(-1) === 'gpuSku') return skuHint(issue.input);
  const guess = typeof issue.input === 'string' ? nearest(issue.input, issue.values.map(String)) : undefined;
  return guess === undefined ? `use one of ${issue.values.join(', ')}` : `write ${guess}`;
}

function without(value: Json, broken: ReadonlySet<string>, names: readonly string[]): Json {
  if (!isObject(value) || names.length === FIELD_DEPTH) return value;
  const kept = Object.entries(value).filter(([name]) => !broken.has(toPath('', [...names, name])));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, broken, [...names, name])]));
}
