import fc from 'fast-check';
import { SEED } from '../properties/runs.ts';

/** What some reader of YAML takes for something else, to be put together in any way. */
const PIECES = [
  ...[
    '\u0085',
    '\u2028',
    '\u2029',
    '\t',
    '\n',
    '\r',
    ' ',
    '\0',
    '\x07',
    '\x1B',
    '\x7F',
    '\x9F',
    '\u00A0',
    '\u200E',
    '\u202E',
  ],
  ...['\u2066', '\uFEFF', '\uFFFE', '\uFFFF', '\u{1F600}', '\u{1FFFF}', '\u{10FFFF}', 'é', '\u200D', '\u00AD'],
  ...[
    'a',
    'b: c',
    ': ',
    ' #',
    '- ',
    '? ',
    '"',
    "'",
    '\\',
    '|',
    '>',
    '%',
    '@',
    '`',
    '*a',
    '&a',
    '!x',
    '---',
    '...',
    '{',
    ']',
    ',',
  ],
  ...[
    '0',
    '1',
    '7',
    '8',
    '_',
    ':',
    '.',
    'e',
    'E',
    '+',
    '-',
    '0x',
    '0o',
    '0b',
    'F',
    'T',
    'Z',
    'i',
    'yes',
    'No',
    'on',
    'y',
    'N',
  ],
  ...[
    'true',
    'null',
    '~',
    '=',
    '<<',
    '.inf',
    '.NaN',
    '2001-12-14',
    '12:30:45',
    '1_000',
    '0440',
    '1e3',
    'hostNetwork: true',
  ],
];
const WORDS = [
  '',
  ...PIECES,
  ...PIECES.flatMap((piece) => [
    `${piece}a`,
    `a${piece}`,
    `a${piece}b`,
    `${piece}${piece}`,
    `a\n${piece}`,
    `${piece}\na\n`,
    `\n${piece}`,
  ]),
];
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  8,
  288,
  1e3,
  1e21,
  -1e21,
  1e300,
  1e-7,
  1.5e-9,
  5e-324,
  0.1,
  1.5,
  2 ** 53,
  2 ** 53 + 2,
  2 ** 63,
  2 ** 64,
  1e20,
  123456789.123,
  Number.MAX_VALUE,
];

const RANDOM_TEXTS = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[-+]?[0-9][0-9_.:eExobXOB+-]{0,8}$/),
  fc.string({ unit: fc.constantFrom('\n', ' ', '\t', 'a', '\u2028', '#', ':', '-'), maxLength: 60 }),
);
const RANDOM_NUMBERS = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger(), fc.integer());

const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { seed: SEED, numRuns: count });
/** Texts that readers of YAML have trouble with, and random ones. */
export const TEXTS = [...new Set([...WORDS, ...sample(RANDOM_TEXTS, 3000)])];
/** The same of numbers. */
export const ALL_NUMBERS = [...NUMBERS, ...sample(RANDOM_NUMBERS, 1000)];

/** Whether a text may be a key: kustomize merges what stands under `<<`, so that nothing is written there. */
export function isKey(text: string): boolean {
  return text !== '<<';
}
