import { describe, expect, test } from 'vitest';
import { cutList } from '../../src/krm/cut-list.ts';
import { emitResourceList } from '../../src/krm/emit-resource-list.ts';
import { parseResourceList } from '../../src/krm/resource-list.ts';

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n';
/** The texts of the items, or that the list is not cut. */
function itemsOf(text: string): string[] | undefined {
  const cut = cutList(text, () => {});
  return cut?.starts.map((start, i) => text.slice(start, cut.starts[i + 1] ?? cut.end));
}

describe('a list is cut at the dashes of its items', () => {
  test.each([
    { title: 'at the margin', items: ['- a: 1\n', '- b: 2\n'] },
    { title: 'indented', items: ['  - a: 1\n    b:\n    - c\n', '  - b: 2\n'] },
    { title: 'with lists in them', items: ['- a:\n  - x: 1\n  - y: 2\n', '- b: 2\n'] },
    { title: 'with dashes in texts', items: ['- a: |\n    - x: 1\n\n    --- y\n', '- b: "x\n    - c: d"\n'] },
    { title: 'with comments at the margin', items: ['- a: 1\n# a comment\n\n', '- b: 2\n'] },
    { title: 'with ends of lines of Windows', items: ['- a: 1\r\n', '- b: 2\r\n'] },
    { title: 'with an alias of their own', items: ['- a: &x {y: 1}\n  b: *x\n', '- b: 2\n'] },
    { title: 'with the same anchor in each', items: ['- a: &x 1\n  b: *x\n', '- a: &x 2\n  b: *x\n'] },
    { title: 'with stars and ampersands', items: ['- a: "*.yaml && *x & y"\n', '- b: a &z b\n'] },
  ])('$title', ({ items }) => {
    for (const tail of ['', 'functionConfig:\n  kind: C\n', 'results: []\n']) {
      expect(itemsOf(`${HEAD}items:\n${items.join('')}${tail}`)).toEqual(items);
    }
  });
});

describe('a list is read as a whole', () => {
  test.each([
    { title: 'in flow style', text: '{"kind": "ResourceList", "items": [{"a": 1}]}' },
    { title: 'with items in brackets', text: `${HEAD}items: [{a: 1}]\n` },
    { title: 'with items twice', text: `${HEAD}items:\n- a: 1\nitems:\n- b: 2\n` },
    { title: 'in a stream of documents', text: `${HEAD}items:\n- a: 1\n---\n- b: 2\n` },
    { title: 'with keys in quotes', text: `"kind": ResourceList\nitems:\n- a: 1\n` },
    { title: 'with an item that is no object', text: `${HEAD}items:\n- a\n- b: 1\n` },
    { title: 'with a dash alone in its line', text: `${HEAD}items:\n-\n  a: 1\n` },
    { title: 'with a line that stands too far left', text: `${HEAD}items:\n  - a: "x\n y"\n` },
    { title: 'with a text that goes on at the margin', text: `${HEAD}items:\n- a: "x\n"\n- b: 1\n` },
    { title: 'with an alias of another item', text: `${HEAD}items:\n- a: &x 1\n- b: *x\n` },
    { title: 'with an alias of the config', text: `${HEAD}functionConfig:\n  a: &x 1\nitems:\n- b: *x\n` },
    { title: 'with other ends of lines', text: `${HEAD}items:\n- a: "x\u2028"\n` },
    { title: 'with so many stars that nobody looks at them', text: `${HEAD}items:\n- a: "${' *x'.repeat(100_001)}"\n` },
  ])('$title', ({ text }) => {
    expect(itemsOf(text)).toBeUndefined();
  });
});

describe('what is not read goes back as it came', () => {
  const foreign = ['- kind: A\n  a: 0o17 # as it was\n', '- kind: A\n  b: {c:   d}\n'];
  const ours = '- kind: Ours\n  metadata: {name: x}\n';
  const text = `${HEAD}items:\n${[foreign[0], ours, ...foreign].join('')}functionConfig:\n  kind: C\n  metadata: {name: render}\n`;

  test('beside what is', () => {
    const list = parseResourceList(text, { concernsUs: /Ours/ });
    expect(list.items.map(({ resource }) => resource?.object.kind)).toEqual([undefined, 'Ours', undefined]);
    expect(list.functionConfig?.object.kind).toBe('C');
    const { apiVersion, items } = list;
    expect(emitResourceList({ apiVersion, items, findings: [] })).toBe(text.slice(0, text.indexOf('functionConfig')));
  });

  test('and the config itself is read where it is an item too', () => {
    const own = '- kind: C\n  metadata: {name: render}\n';
    const list = parseResourceList(text.replace('functionConfig', `${own}functionConfig`), { concernsUs: /Ours/ });
    expect(list.items.map(({ resource }) => resource?.object.kind)).toEqual([undefined, 'Ours', undefined, 'C']);
  });

  test('an item that is broken has its line in the list', () => {
    const broken = `${HEAD}items:\n${foreign[0]}${ours}  a: [\n`;
    expect(() => parseResourceList(broken, { concernsUs: /Ours/ })).toThrow(
      expect.objectContaining({ code: 'YAML_INVALID', origin: expect.objectContaining({ line: expect.any(Number) }) }),
    );
  });
});
