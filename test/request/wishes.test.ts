import { describe, expect, test } from 'vitest';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { rowNamed, wishesIn, wishTexts, wishWords } from '../../src/request/wishes.ts';
import { brief, makeResource, outcomeOf, requestOf, requestYaml } from '../support/requests.ts';

const annotated = (name: string, value: string) => `annotations:\n  dgdr-render.dev/${name}: ${value}`;

describe('a wish', () => {
  test.each([
    ['is absent where nobody says anything', undefined, {}, {}],
    ["is the host's word", undefined, { servingMode: 'agg' }, { servingMode: 'agg' }],
    [
      "is the request's own before it",
      annotated('serving-mode', 'disagg'),
      { servingMode: 'agg' },
      { servingMode: 'disagg' },
    ],
    ['is a share of the card', undefined, { memoryHeadroom: '12.5%' }, { memoryHeadroomPercent: 12.5 }],
    ['is taken back with no share', annotated('memory-headroom', '0%'), { memoryHeadroom: '10%' }, {}],
    [
      'is as without an annotation where that is null',
      annotated('memory-headroom', 'null'),
      { memoryHeadroom: '9%' },
      { memoryHeadroomPercent: 9 },
    ],
  ] as const satisfies readonly [string, string | undefined, RequestDefaults, object][])(
    '%s',
    (_, head, defaults, wishes) => {
      expect(requestOf(head === undefined ? {} : { head }, defaults).wishes).toEqual(wishes);
    },
  );

  test.each([
    ['serving-mode', 'both'],
    ['serving-mode', '[]'],
    ['memory-headroom', '10'],
    ['memory-headroom', '90.5%'],
    ['memory-headroom', '-1%'],
    ['memory-headroom', '"10 %"'],
  ])('%s: %s is refused at its line', (name, value) => {
    const { errors } = outcomeOf(makeResource(requestYaml({ head: annotated(name, value) })));
    expect(brief(errors)).toEqual([`REQUEST_INVALID metadata.annotations.dgdr-render.dev/${name}:6`]);
  });
});

test('wishes are read back from what inputs have of them', () => {
  const wishes = { servingMode: 'disagg', memoryHeadroomPercent: 10, take: { mode: 'disagg', rank: 2 } } as const;
  expect(wishTexts(wishes)).toEqual({ servingMode: 'disagg', memoryHeadroom: '10%', take: 'disagg:2' });
  expect(wishesIn(wishTexts(wishes))).toEqual(wishes);
  expect(wishesIn({ model: 'a/b' })).toEqual({});
  expect(wishWords(wishes)).toBe('servingMode disagg and memoryHeadroom 10% and take disagg:2');
});

test.each(['disagg:0', 'disagg', 'both:1', 'agg:100', 'agg:1.5', 'agg:1 '])('%s names no row', (text) => {
  expect(rowNamed(text)).toBeUndefined();
});
