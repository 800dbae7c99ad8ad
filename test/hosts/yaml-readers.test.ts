import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { emitResourceList } from '../../src/krm/emit-resource-list.ts';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { parseResourceList } from '../../src/krm/resource-list.ts';
import type { LockEntry } from '../../src/lock/lock-entry.ts';
import { emitLock } from '../../src/lock/lock-file.ts';
import { wantPyYamlWriter, wantReaders } from './yaml-readers.ts';
import { ALL_NUMBERS, isKey, TEXTS } from './yaml-texts.ts';

/** Every text as value, key, and item of lists, and between lines that would be read as something else behind it. */
const placesOf = (texts: readonly string[]): JsonObject => ({
  values: texts.map((text) => ({ text, after: { hostNetwork: false } })),
  keys: Object.fromEntries(texts.filter(isKey).map((text) => [text, text])),
  deepKeys: texts.filter(isKey).map((text) => ({ [text]: { [text]: [text] } })),
  items: [...texts],
  lists: texts.map((text) => [[text], text]),
  numbers: ALL_NUMBERS,
});

const PLACES = ['values', 'keys', 'deepKeys', 'items', 'lists', 'numbers'];

/** The same values, and zero without its sign, which JSON readers drop. */
function plain(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** How hosts write lists: ours, and as PyYAML does, with long texts on several lines. */
const WRITERS = [{ title: 'our own writer', write: emitYaml }, ...wantPyYamlWriter()];

describe.each(wantReaders())('$name', ({ read, loses }) => {
  const texts = TEXTS.filter((text) => loses?.test(text) !== true);
  const written = placesOf(texts);

  test.each(PLACES)('reads the very texts and numbers that were written as %s', (place) => {
    const value = { list: written[place]! };
    expect(read(emitYaml(value))).toEqual(plain(value));
  });

  test('reads the very items of a ResourceList, and the results in it', () => {
    const items = texts.filter(isKey).map((text) => ({ kind: 'X', spec: { [text]: [text] } }));
    const findings = texts.map((text) => ({
      code: 'NAME_LONG' as const,
      severity: 'warning' as const,
      message: text,
      hint: text,
    }));
    const list = read(emitResourceList({ apiVersion: 'config.kubernetes.io/v1', items, findings })) as JsonObject;
    expect(list.items).toEqual(plain(items));
    expect((list.results as JsonObject[]).map(({ message }) => message)).toEqual(texts);
  });

  test('reads the very texts of a lock', () => {
    const entries = texts.map((text) => ({
      ...{ name: text, namespace: text, summary: text, inputs: { [isKey(text) ? text : 'key']: [text] } },
      warnings: [{ code: 'NAME_LONG', message: text, path: text, hint: text }],
    }));
    const { requests } = read(emitLock(entries as unknown as LockEntry[])) as { requests: JsonObject[] };
    const byName = (one: JsonObject, other: JsonObject): number => (String(one.name) < String(other.name) ? -1 : 1);
    expect(requests.toSorted(byName)).toEqual(plain(entries.toSorted(byName)));
  });

  test.each(WRITERS)('reads the items of a list that $title wrote as they were, read here or not', ({ write }) => {
    const items = texts
      .filter(isKey)
      .map((text) => ({ kind: 'X', metadata: { name: text }, spec: { [`k${text}`]: [text, [text]] } }));
    const own = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest', spec: { model: 'a: b' } };
    const all = items.flatMap((item, i) => (i % 50 === 0 ? [own, item] : [item]));
    const list = {
      apiVersion: 'config.kubernetes.io/v1',
      kind: 'ResourceList',
      functionConfig: { kind: 'C' },
      items: all,
    };
    const text = write(list);
    for (const concernsUs of [/DynamoGraphDeploymentRequest/, /^/]) {
      const { apiVersion, items: cut } = parseResourceList(text, { concernsUs });
      const answer = read(emitResourceList({ apiVersion, items: cut, findings: [] })) as JsonObject;
      expect(answer.items).toEqual((read(text) as JsonObject).items);
    }
  });
});
