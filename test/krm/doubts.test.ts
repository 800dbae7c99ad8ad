import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doubtsOf } from '../../src/krm/doubts.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import { FAKE_STREET, run } from '../commands/harness.ts';

/** What stands behind `v:`, what it is read as, and the code of what is in doubt about it. */
function read(written: string) {
  const [document] = parseStream(`v: ${written}\n`, { file: 'x.yaml' });
  return { value: document!.resource!.object.v, codes: doubtsOf(document!.resource!).map(({ code }) => code) };
}

describe('rows of "How YAML is read" in docs/deviations.md', () => {
  test.each([
    { written: '0440', value: 288 },
    { written: '0o17', value: 15 },
    { written: '0b101', value: 5 },
    { written: '0x1F', value: 31 },
    { written: '1_000', value: 1000 },
    { written: '1:30', value: '1:30' },
    { written: '"yes"', value: 'yes' },
    { written: '"0440"', value: '0440' },
    { written: '2001-12-14T21:59:43Z', value: '2001-12-14T21:59:43Z' },
  ])('$written is $value, and nobody doubts it', ({ written, value }) => {
    expect(read(written)).toEqual({ value, codes: [] });
  });

  test.each(['yes', 'Yes', 'YES', 'no', 'No', 'NO', 'on', 'On', 'ON', 'off', 'Off', 'OFF'])(
    '%s is a truth value to some and a text to others, so that it is refused',
    (written) => {
      expect(read(written).codes).toEqual(['YAML_INVALID']);
    },
  );

  test.each(['y', 'Y', 'n', 'N'])('%s is a text, with a warning', (written) => {
    expect(read(written)).toEqual({ value: written, codes: ['YAML_AMBIGUOUS'] });
  });

  test.each([
    { what: 'a date', written: '2001-12-14' },
    { what: 'a time in another zone', written: '2001-12-14t21:59:43.10-05:00' },
    { what: 'a whole number beyond 2^53', written: '9007199254740993' },
    { what: 'infinity', written: '-.inf' },
    { what: 'no number', written: '.NaN' },
    { what: 'a tag that its text is not of', written: '! 010' },
    { what: 'half a surrogate pair', written: '"\\uD800"' },
    { what: 'a number as a key, in another spelling', written: '{010: a}' },
    { what: 'the key <<', written: '{"<<": a}' },
  ])('$what is refused', ({ written }) => {
    expect(read(written).codes).toEqual(['YAML_INVALID']);
  });
});

test('a text such as y is a warning of its request at its line, and an error under --strict', async () => {
  const sound = readFileSync(new URL('../../fixtures/requests/qwen3-8b-l40s.dgdr.yaml', import.meta.url), 'utf8');
  const stdin = sound.replace(/^metadata:\n/m, 'metadata:\n  annotations: {example.com/on-call: y}\n');
  const street = { ...FAKE_STREET, parse: parseRequest };
  const plain = await run(['render', '-'], { stdin, street });
  expect(plain).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^warning YAML_AMBIGUOUS stdin:\d+ metadata\.annotations/m),
  });
  const strict = await run(['render', '--strict', '-'], { stdin, street });
  expect(strict).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^error YAML_AMBIGUOUS stdin:\d+ metadata\.annotations/m),
  });
});
