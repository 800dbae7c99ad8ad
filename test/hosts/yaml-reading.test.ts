import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { doubtsOf } from '../../src/krm/doubts.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { SEED } from '../properties/runs.ts';
import { wantReaders } from './yaml-readers.ts';

/** What is written without quotes, and is read as a number, a date or a word by some reader. */
const PLAIN = [
  ...'010 0440 08 09 -012 +010 00 -00 007 01.5 0o17 0O17 -0o17 0o8 0x1F 0X1f -0x1F 0xG 0x1_F 0b101 0B101 -0b1 0b2 0o 0x 0b'.split(
    ' ',
  ),
  ...'1_000 1__0 1_ _1 0_1 -_1 1_0.5 1_000e2 0_x1F .5_0 +12 1. .5 -.5 +.5 . .. .e1 1e3 1E3 1e+3 1e 1e+ 1e400 12e03 1e21 1e-7'.split(
    ' ',
  ),
  ...'1:30 190:20:30 1:30.5 = .inf -.inf .Inf .nan .NaN inf NaN -0 -0.0 0.0 1.0 1.10 1d5 123f 0x1p3 80Gi 1.2.3'.split(
    ' ',
  ),
  ...'yes Yes no NO on off y Y n N true True FALSE tRue null Null ~ 2001-12-14 2001-1-2 2001-12-14T21:59:43Z'.split(
    ' ',
  ),
  ...'2001-12-14t21:59:43.10-05:00 2001-12-14_x 9007199254740991 9007199254740993 9223372036854775808 18446744073709551616'.split(
    ' ',
  ),
  ...'0xffffffffffffffff 0x1ffffffffffffffff 123456789012345678901234567890 0.30000000000000004 !!str@010 !!int@"8" !!int@010'.split(
    ' ',
  ),
  ...'!!float@1 "010" \'0440\' "yes"'.split(' '),
].map((text) => text.replace('@', ' '));
const RANDOM = fc.stringMatching(/^[-+.]?[0-9yYnN_][0-9_.eExobXOB:+-]{0,7}$/);
const LITERALS = [...new Set([...PLAIN, ...fc.sample(RANDOM, { seed: SEED, numRuns: 2000 })])].filter(
  (text) => !/:$/.test(text),
);

/** What we read, or that the document has an error there. */
function ours(literal: string): { readonly value: Json } | undefined {
  const [{ resource } = { resource: undefined }] = parseStream(`v: ${literal}\n`, { file: 'x.yaml' });
  return doubtsOf(resource!).some(({ code }) => code === 'YAML_INVALID') ? undefined : { value: resource!.object.v! };
}

const read = LITERALS.flatMap((literal) => {
  const found = ours(literal);
  return found === undefined ? [] : [{ literal, value: found.value }];
});

describe.each(wantReaders().filter(({ isOfKubernetes }) => isOfKubernetes))('$name', ({ name, read: readYaml }) => {
  test('reads what we read from every scalar without quotes that is no error', () => {
    expect(read.length).toBeGreaterThan(1000);
    // To the API server alone y and n are truth values, which is a warning.
    const asked = read.filter(({ literal }) => name !== 'sigs.k8s.io/yaml' || !/^[yYnN]$/.test(literal));
    const { list } = readYaml(`list:\n${asked.map(({ literal }) => `- v: ${literal}\n`).join('')}`) as {
      list: JsonObject[];
    };
    // Zero has a sign to one reader, which nothing in a cluster sees.
    expect(asked.map(({ literal }, i) => [literal, list[i]!.v === 0 ? 0 : list[i]!.v])).toEqual(
      asked.map(({ literal, value }) => [literal, value]),
    );
  });
});

test.each(['yes', 'Off', '.inf', '2001-12-14', '9007199254740993'])('%s is an error', (literal) => {
  expect(ours(literal)).toBeUndefined();
});

test.each([
  { literal: '0440', value: 288 },
  { literal: '010', value: 8 },
  { literal: '0b101', value: 5 },
  { literal: '1_000', value: 1000 },
  { literal: '1:30', value: '1:30' },
  { literal: 'y', value: 'y' },
])('$literal is $value', ({ literal, value }) => {
  expect(ours(literal)).toEqual({ value });
});
