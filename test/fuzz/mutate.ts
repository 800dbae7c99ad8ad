/** Numbers from 0 up to 1, the same for a seed. */
export type Random = () => number;

/** mulberry32: small, and good enough to choose places. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Material {
  readonly random: Random;
  /** Another input to take parts of. */
  readonly other: Uint8Array;
  /** What means something to the target. */
  readonly words: readonly string[];
}

type Change = (text: string, material: Material) => string;

/** Bytes of an input; what is longer is cut. */
const MOST_BYTES = 16_384;
const MOST_CHANGES = 5;
const SHORT = 32;

const STRANGE = [
  ...['', '~', 'null', '-0', '0440', '0o17', '0x1F', '1_0', '1e400', '.inf', '.nan', '9007199254740993', '190:20:30'],
  ...['yes', '=', '<<', '<<: *a', '&a ', '*a', '!!binary ', '!!set ', '!x ', '? ', '- ', '|', '>-', '%YAML 1.1\n---\n'],
  ...['\n---\n', '\n...\n', '\uFEFF', '\u0085', '\u2028', '\t', '\r\n', '\u0000', '\u001b[2J', '\u202e', '\ud800'],
  ...['__proto__', 'constructor', 'toString', '../../x', '/etc/passwd', '$(x)', '{{ x }}', '"', "'", '\\'],
  ...['{}', '[]', '[[[[', '{a: {a: {a: ', '-1', '2147483648', '1.5', 'x'.repeat(600), '::error::x', 'ſ', 'İ', '🙂'],
] as const;
const BYTES = ['\x00', '\x01', '\x7f', '\x80', '\xff', '\xff\xff\xff\xff', '\x00\x00\x00\x80'] as const;

/** Texts are taken as bytes, one a character, so that what is no UTF-8 is met too. */
const toBytes = (text: string): string => Buffer.from(text).toString('latin1');

const CHANGES: readonly Change[] = [
  (text, { random }) => over(text, { random }, 1, String.fromCharCode(Math.floor(random() * 256))),
  (text, { random }) => over(text, { random }, 0, String.fromCharCode(Math.floor(random() * 256))),
  (text, { random }) => over(text, { random }, Math.floor(random() * SHORT), ''),
  (text, { random }) => over(text, { random }, Math.floor(random() * 4), pick(BYTES, random)),
  (text, { random, words }) => over(text, { random }, Math.floor(random() * 2) * 8, toBytes(pick(words, random))),
  (text, { random }) => over(text, { random }, Math.floor(random() * 4), toBytes(pick(STRANGE, random))),
  (text, { random }) => over(text, { random }, 0, part(text, random)),
  (text, { random, other }) => over(text, { random }, 0, part(latin1(other), random)),
  (text, { random, other }) => text.slice(0, at(text, random)) + latin1(other).slice(at(latin1(other), random)),
  ...[STRANGE, undefined].map(
    (own): Change =>
      (text, { random, words }) => {
        return replaceMatch(text, /(?<=: |- )\S[^\n]*/g, random, () => toBytes(pick(own ?? words, random)));
      },
  ),
  (text, { random, words }) => replaceMatch(text, /[\w.\-/]+(?=:)/g, random, () => toBytes(pick(words, random))),
  (text, { random }) => replaceMatch(text, /\d+/g, random, (found) => `${Math.floor(Number(found) * random() * 3)}`),
  (text, { random }) =>
    replaceMatch(text, /^ *(?=\S)/gm, random, (found) => (random() < 0.5 ? `${found}  ` : found.slice(2))),
  (text, { random }) => onLines(text, (lines) => lines.toSpliced(index(lines, random), 1)),
  (text, { random }) => onLines(text, (lines) => lines.toSpliced(index(lines, random), 0, pick(lines, random))),
  (text, { random, other }) =>
    onLines(text, (lines) => lines.toSpliced(index(lines, random), 0, pick(latin1(other).split('\n'), random))),
];

/** Another input, one to a few changes away. */
export function mutate(input: Uint8Array, material: Material): Uint8Array {
  const count = 1 + Math.floor(material.random() ** 2 * MOST_CHANGES);
  let text = latin1(input);
  for (let i = 0; i < count; i++) text = pick(CHANGES, material.random)(text, material);
  return Buffer.from(text.slice(0, MOST_BYTES), 'latin1');
}

/** The words of inputs: names, values and numbers, each once. */
export function wordsOf(inputs: readonly Uint8Array[]): readonly string[] {
  const words = inputs.flatMap(
    (input) =>
      Buffer.from(input)
        .toString()
        .match(/[\w.\-/]{2,60}/g) ?? [],
  );
  return ['x', ...new Set(words)];
}

/** One of a list; never asked for one of none. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[index(list, random)]!;
}

function index(list: { readonly length: number }, random: Random): number {
  return Math.floor(random() * list.length);
}

function at(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

function over(text: string, { random }: Pick<Material, 'random'>, length: number, put: string): string {
  const start = at(text, random);
  return text.slice(0, start) + put + text.slice(start + length);
}

function part(text: string, random: Random): string {
  const start = at(text, random);
  return text.slice(start, start + Math.floor(random() ** 2 * 256));
}

function replaceMatch(text: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index: start, 0: word } = pick(found, random);
  return text.slice(0, start) + by(word) + text.slice(start + word.length);
}

function onLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
