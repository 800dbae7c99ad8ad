import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../src/json.ts';

type Path = readonly (string | number)[];

/** One thing done to a value somewhere in a manifest; `at` chooses the place among all there are. */
interface Edit {
  readonly at: number;
  readonly change: (value: Json, member: readonly [key: string, value: Json]) => Json | undefined;
  readonly member: readonly [key: string, value: Json];
}

/** Keys from an override's root to a service. */
const SERVICE_DEPTH = 3;
const LONG = 'x'.repeat(600);
/** Values that belong nowhere, or only where something else was meant. */
const STRANGE: readonly Json[] = [
  ...[null, true, false, '', ' ', '~', '0', 'true', '1.3', '-1', LONG, 'constructor', '\u0000', 'a\u2028b', '🙂', 'é'],
  ...[0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308, Number.POSITIVE_INFINITY, Number.NaN],
  ...[[], [null], [[]], [{}], [1, 'a', true], ['--trtllm.a', '--own={'], [{ name: 'a' }, { name: 'a' }]],
  ...[{}, { a: null }, { name: 1 }, { a: { b: [{}] } }, { enabled: 'maybe' }, { args: [null] }],
];
/** Keys that objects inherit, that paths are made of, and that nobody would write. */
const ODD_KEYS = [
  ...['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', 'prototype', 'length', 'then'],
  ...['', ' ', 'a.b', 'a[0]', '["x"]', '*', '$patch', '$ref', '0', '-1', 'null', 'é', '🙂', '\u0000', LONG],
];

/** What an edit does; undefined takes the value away. */
const CHANGES: readonly Edit['change'][] = [
  (_value, [, other]) => other,
  (_value, [, other]) => other,
  () => undefined,
  () => null,
  (value) => [value],
  (value) => (isObject(value) ? Object.entries(value).map(([name, member]) => ({ name, member })) : { value }),
  (value) => (Array.isArray(value) ? [...value, ...value] : isObject(value) ? JSON.stringify(value) : String(value)),
  (value, [key, other]) => (isObject(value) ? { ...value, [key]: other } : { [key]: value }),
  (value, [key]) => (isObject(value) ? Object.fromEntries(Object.entries(value).map(([, one]) => [key, one])) : key),
];

/** One to three edits. */
export const EDITS: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat(),
    change: fc.constantFrom(...CHANGES),
    member: fc.tuple(fc.constantFrom(...ODD_KEYS), fc.oneof(fc.constantFrom(...STRANGE), odd())),
  }),
  { minLength: 1, maxLength: 3 },
);

function odd(): fc.Arbitrary<Json> {
  return fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json);
}

/** A manifest after the edits. */
export function edited(manifest: JsonObject, edits: readonly Edit[]): JsonObject {
  const done = edits.reduce<Json>((current, edit) => editAt(current, edit), manifest);
  return isObject(done) ? done : manifest;
}

/** An override with a null for one member of a service, where it says anything about one. */
export function nulled(override: JsonObject, at: number): JsonObject {
  const places = placesIn(override, []).filter(isInService);
  const path = places[at % places.length];
  const done = path === undefined ? override : changed(override, path, () => null);
  return isObject(done) ? done : override;
}

function isInService(path: Path): boolean {
  const isEntry = path.some((key) => typeof key === 'number');
  return path[1] === 'services' && path.length > SERVICE_DEPTH && !isEntry;
}

function editAt(value: Json, { at, change, member }: Edit): Json {
  const places = placesIn(value, []);
  const path = places[at % places.length] ?? [];
  return changed(value, path, (found) => change(found, member)) ?? value;
}

/** Every place below the root. */
function placesIn(value: Json, path: Path): Path[] {
  const entries = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, member]) => [[...path, key], ...placesIn(member, [...path, key])]);
}

function changed(value: Json, [key, ...rest]: Path, change: (value: Json) => Json | undefined): Json | undefined {
  if (key === undefined) return change(value);
  const put = (member: Json): Json[] => {
    const next = changed(member, rest, change);
    return next === undefined ? [] : [next];
  };
  if (Array.isArray(value)) return value.flatMap((entry, index) => (index === key ? put(entry) : [entry]));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, member]) =>
    (name === key ? put(member) : [member]).map((one) => [name, one] as const),
  );
  return Object.fromEntries(entries);
}

/** Characters put somewhere into a text, over some that stood there. */
interface TextEdit {
  readonly at: number;
  readonly over: number;
  readonly text: string;
}

const SYNTAX = [
  ...'{}[]:-#&*!|>?%@`",\'\n\t ',
  '\n---\n',
  '\n...\n',
  '<<: ',
  '*a',
  '&a ',
  '!!int ',
  '\r',
  '\u0000',
  '\uFEFF',
];

/** One to four edits of a text. */
export const TEXT_EDITS: fc.Arbitrary<readonly TextEdit[]> = fc.array(
  fc.record({
    at: fc.nat(),
    over: fc.nat(5),
    text: fc.oneof(fc.constantFrom(...SYNTAX), fc.string({ maxLength: 4 })),
  }),
  { minLength: 1, maxLength: 4 },
);

/** A text after the edits. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((current, { at, over, text: put }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + put + current.slice(start + over);
  }, text);
}
