import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Mends, mendsInput, mendsOf, OURS, RECORDED_REFERENCES, REFERENCE } from '../../src/request/mends.ts';

const DOCUMENT = readFileSync(new URL('../../docs/deviations.md', import.meta.url), 'utf8');

/** The second column of the table of mends. */
function documented(): readonly string[] {
  const [, table = ''] = /\n## Mended\n([\s\S]*?)\n## /.exec(DOCUMENT) ?? [];
  return [...table.matchAll(/^\| [^|]+ \| ([^|]+) \|/gm)].map((match) => match[1]!).slice(1);
}

describe('the mends', () => {
  test('are those that docs/deviations.md names', () => {
    const named = documented().flatMap((cell) => /^`(\w+)`$/.exec(cell)?.[1] ?? []);
    expect([...new Set(named)].sort()).toEqual(Object.keys(OURS).sort());
  });

  test('and every other row there says that it cannot be turned off', () => {
    const others = documented().filter((cell) => !cell.startsWith('`'));
    expect(new Set(others)).toEqual(new Set(['always']));
  });

  test('say over which engine the reference is without them', () => {
    const [, table = ''] = /\n## Mended\n([\s\S]*?)\n## /.exec(DOCUMENT) ?? [];
    const rows = [...table.matchAll(/^\| [^|]+ \| `(\w+)` \| ([^|]+) \|/gm)];
    expect(rows.length).toBeGreaterThan(25);
    const engines = new Map(rows.map(([, mend = '', engine = '']) => [mend, engine]));
    const mendedLater = Object.entries(RECORDED_REFERENCES['1.5'].mends).flatMap(([mend, isOn]) =>
      isOn ? [mend] : [],
    );
    expect(mendedLater.filter((mend) => engines.get(mend) !== '0.10')).toEqual([]);
    expect(new Set(engines.values())).toEqual(new Set(['0.10', '0.12', 'both']));
    expect(RECORDED_REFERENCES['1.6'].mends).toEqual(RECORDED_REFERENCES['1.5'].mends);
  });

  test.each([
    ['ours', OURS, true],
    ['reference', REFERENCE, false],
    [undefined, OURS, true],
  ] as const)('are all the same under compat %s', (compat, mends, isOn) => {
    expect(mendsOf(compat)).toBe(mends);
    expect(new Set(Object.values(mends))).toEqual(new Set([isOn]));
  });
});

describe('the mends as an input of a profile', () => {
  const one: Mends = { ...REFERENCE, clampsContext: true };

  test.each([
    ['all of them, as locks always had them: not said', OURS, undefined],
    ['none, as locks always had them: the reference', REFERENCE, 'reference'],
    ['some: their names', one, ['clampsContext']],
  ])('%s', (_, mends, input) => {
    expect(mendsInput(mends)).toEqual(input);
  });
});
