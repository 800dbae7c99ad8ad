import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { emitByLibrary, emitYaml } from '../../src/krm/emit-yaml.ts';
import { hold } from '../properties/runs.ts';
import { parseDocuments } from '../support/documents.ts';

const FILES = ['fixtures/matrix', 'fixtures/goldens', 'fixtures/operator', 'plugin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

test('committed documents are written as the library writes them', () => {
  const objects = FILES.flatMap((file) => parseDocuments(readFileSync(file, 'utf8')));
  expect(objects.length).toBeGreaterThan(200);
  for (const object of objects) expect(emitYaml(object)).toBe(emitByLibrary(object));
});

const WORD = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[A-Za-z_/.:-][\w./:-]{0,8}$/),
  fc.constantFrom(
    'Yes',
    'yEs',
    'OFF',
    'a:b',
    'a:1',
    'a:',
    'a/b:1.3.1',
    '/x',
    '_',
    'a-',
    'a.',
    'e1',
    'a::b',
    'True',
    'NULL',
  ),
  fc.constantFrom(
    '',
    ' ',
    '-',
    '- a',
    '?',
    'a: b',
    'a:',
    '#',
    'a #b',
    'yes',
    'no',
    'n',
    'null',
    '~',
    '1e3',
    '0x1f',
    '012',
    '1_000',
    '.inf',
  ),
  fc.constantFrom(
    '---',
    '--- a',
    '...',
    '<<',
    '=',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '{',
    '[a]',
    'a, b',
    '"a"',
    "it's",
    '2026-01-01',
    'a\nb',
    'a\t',
  ),
  fc.constantFrom('k'.repeat(199), 'k'.repeat(201), 'k'.repeat(1100)),
);
const VALUES = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    WORD,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(WORD, tie('value'), { maxKeys: 4 }),
}));

test('so is any value, or is refused by both', () => {
  hold(
    fc.property(VALUES.map as fc.Arbitrary<JsonObject>, (object) => {
      expect(outcome(() => emitYaml(object))).toBe(outcome(() => emitByLibrary(object)));
    }),
    400,
  );
});

function outcome(write: () => string): string {
  try {
    return write();
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
}
