import { describe, expect, test } from 'vitest';
import { stepsFor } from '../../src/merge/merge.ts';

const SHARED = [
  'lengths of names',
  'image mirrors',
  'identity',
  "Flux's substitution",
  'canonical form',
  'admission',
  'role flags',
  'engine flags',
];
const LAST = ['routing by events', 'router settings', 'variables'];

describe('what is done to a graph', () => {
  test.each([
    [
      'generated',
      [
        ...['routing', 'override', 'requests of GPUs', 'engine settings', 'runtime version', 'tolerations'],
        ...SHARED,
        'GPUs and models of workers',
        'cards',
        ...LAST,
      ],
    ],
    ['pinned', ['server fields', 'routing', 'version of the target', ...SHARED, ...LAST]],
  ] as const)('that is %s, in this order', (kind, names) => {
    expect(stepsFor(kind).map(({ name }) => name)).toEqual(names);
  });

  test('has names that tell the steps apart', () => {
    const names = stepsFor('generated').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
