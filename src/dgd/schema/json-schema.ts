import { isObject, type Json, type JsonObject } from '../../json.ts';
import { show } from '../../words.ts';
import type { GraphProblem } from '../problem.ts';
import { KEY_DEFAULTS } from './list-keys.ts';
import { nameWords, typeHint, typeWords, unknownFieldHint } from './schema-words.ts';

/**
 * The part of JSON Schema 2020-12 that the schemas of this room use; the rest is not looked at. `title` says what a text
 * with a pattern is, in the words of a message.
 */
export interface Schema {
  /** `#/$defs/NAME` only. */
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  /** In characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  /** For lists of texts. */
  readonly uniqueItems?: boolean;
  /** Keys that no two entries share. */
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly maxProperties?: number;
}

/** Where a value stands and how its schema finds others. */
interface Place {
  readonly path: GraphProblem['path'];
  /** What messages call the value. */
  readonly label: string;
  readonly definition: (name: string) => Schema;
}

type Path = GraphProblem['path'];
type Scalar = string | number | boolean | null;

const DEFINITIONS = '#/$defs/';
/** Where a whole number is read as one with a fraction. */
const INT64 = 2 ** 63;
const TYPE_TESTS: Readonly<Record<string, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INT64,
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: isObject,
};

/** What a scalar may break beside its type and what is wanted then; the first that is broken is told. */
const LIMITS: readonly {
  readonly isBroken: (value: Scalar, schema: Schema) => boolean;
  readonly wanted: (schema: Schema) => string;
}[] = [
  {
    isBroken: (value, schema) => schema.const !== undefined && value !== schema.const,
    wanted: (schema) => `${schema.const}`,
  },
  {
    isBroken: (value, schema) => schema.enum?.every((one) => one !== value) ?? false,
    wanted: (schema) => `one of ${schema.enum?.join(', ')}`,
  },
  {
    isBroken: (value, { minLength = 0 }) => typeof value === 'string' && length(value) < minLength,
    wanted: ({ minLength }) => (minLength === 1 ? 'a text that is not empty' : `at least ${minLength} characters`),
  },
  {
    isBroken: (value, { maxLength = Infinity }) => typeof value === 'string' && length(value) > maxLength,
    wanted: ({ maxLength }) => `at most ${maxLength} characters`,
  },
  {
    isBroken: (value, { pattern }) => pattern !== undefined && typeof value === 'string' && !matches(value, pattern),
    wanted: ({ title, pattern }) => title ?? `a text that matches ${pattern}`,
  },
  {
    isBroken: (value, { minimum = -Infinity }) => typeof value === 'number' && value < minimum,
    wanted: ({ minimum }) => `at least ${minimum}`,
  },
  {
    isBroken: (value, { maximum = Infinity }) => typeof value === 'number' && value > maximum,
    wanted: ({ maximum }) => `at most ${maximum}`,
  },
];

/** Regular expressions of the schemas, which never change. */
const EXPRESSIONS = new Map<string, RegExp>();

/**
 * What is wrong with a whole document by its schema, in the order of the document; missing fields come before those that are
 * there. A null in an object counts as absent, since the API server drops it before it looks at the rest (Kubernetes 1.20,
 * pull request 95423). `definition` finds what a `$ref` names. Unknown fields are warnings, everything else is an error.
 */
export function checkDocument(
  document: JsonObject,
  schema: Schema,
  definition: (name: string) => Schema,
): GraphProblem[] {
  return checkValue(document, schema, { path: [], label: 'the graph', definition });
}

function checkValue(value: Json, schema: Schema, place: Place): GraphProblem[] {
  if (schema.$ref !== undefined) return checkValue(value, place.definition(refName(schema.$ref)), place);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => TYPE_TESTS[type]?.(value))) {
    return [wrong(value, place, typeWords(types), typeHint(value, types))];
  }
  if (Array.isArray(value)) return checkList(value, schema, place);
  return isObject(value) ? checkObject(value, schema, place) : checkScalar(value, schema, place);
}

function checkScalar(value: Scalar, schema: Schema, place: Place): GraphProblem[] {
  const broken = LIMITS.find(({ isBroken }) => isBroken(value, schema));
  return broken === undefined ? [] : [wrong(value, place, broken.wanted(schema))];
}

function checkList(list: readonly Json[], schema: Schema, place: Place): GraphProblem[] {
  const { items, maxItems = Infinity, uniqueItems = false, 'x-kubernetes-list-map-keys': keys = [] } = schema;
  return [
    ...tooMany(list.length, maxItems, place),
    ...(uniqueItems ? repeated(list, place) : []),
    ...(keys.length > 0 ? repeatedKeys(list, keys, place) : []),
    ...(items === undefined ? [] : list.flatMap((item, index) => checkValue(item, items, below(place, index)))),
  ];
}

function checkObject(object: JsonObject, schema: Schema, place: Place): GraphProblem[] {
  const members = Object.entries(object).filter(([, value]) => value !== null);
  const given = new Set(members.map(([name]) => name));
  const missing = schema.required?.filter((name) => !given.has(name)) ?? [];
  return [
    ...missing.map((name) => error([...place.path, name], `${name} is missing`)),
    ...tooMany(members.length, schema.maxProperties ?? Infinity, place),
    ...members.flatMap(([name, value]) => checkMember({ name, value }, schema, below(place, name))),
  ];
}

function checkMember(
  { name, value }: { readonly name: string; readonly value: Json },
  { properties = {}, additionalProperties = true, propertyNames = {} }: Schema,
  place: Place,
): GraphProblem[] {
  const misnamed = checkValue(name, propertyNames, { ...place, label: 'the name' });
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const found = own ?? additionalProperties;
  if (typeof found === 'object') return [...misnamed, ...checkValue(value, found, place)];
  return found ? misnamed : [unknownField(name, Object.keys(properties), place.path)];
}

function unknownField(name: string, known: readonly string[], path: Path): GraphProblem {
  const message = `there is no field ${show(name)}; the API server drops it`;
  return { severity: 'warning', path, message, hint: unknownFieldHint(name, known) };
}

function tooMany(count: number, most: number, { path, label }: Place): GraphProblem[] {
  return count > most ? [error(path, `${label} has ${count} entries, wanted at most ${most}`)] : [];
}

/** The first text that comes again. */
function repeated(list: readonly Json[], { path, label }: Place): GraphProblem[] {
  const seen = new Set<Json>();
  const second = list.findIndex((item) => typeof item === 'string' && seen.size === seen.add(item).size);
  const text = list[second];
  return text === undefined ? [] : [error([...path, second], `${label} holds ${show(text)} twice`)];
}

/** Every entry whose keys an earlier one has. */
function repeatedKeys(list: readonly Json[], keys: readonly string[], { path, label }: Place): GraphProblem[] {
  const seen = new Set<string>();
  return list.flatMap((entry, index) => {
    if (!isObject(entry)) return [];
    const values = keys.map((key) => entry[key] ?? KEY_DEFAULTS[key] ?? null);
    if (values.includes(null) || seen.size < seen.add(JSON.stringify(values)).size) return [];
    const named = keys.map((key, at) => `${key} ${show(values[at] ?? null)}`).join(' and ');
    return [error([...path, index], `${label} has two entries with ${named}`)];
  });
}

function wrong(value: Json, { path, label }: Place, wanted: string, hint?: string): GraphProblem {
  return error(path, `${label} is ${show(value)}, wanted ${wanted}`, hint);
}

function error(path: Path, message: string, hint?: string): GraphProblem {
  return { severity: 'error', path, message, hint };
}

function below(place: Place, key: string | number): Place {
  const label = typeof key === 'number' ? `${place.label}[${key}]` : nameWords(key);
  return { ...place, path: [...place.path, key], label };
}

function refName(ref: string): string {
  return ref.slice(DEFINITIONS.length);
}

function length(text: string): number {
  return [...text].length;
}

function matches(text: string, pattern: string): boolean {
  const expression = EXPRESSIONS.get(pattern) ?? new RegExp(pattern, 'u');
  EXPRESSIONS.set(pattern, expression);
  return expression.test(text);
}
