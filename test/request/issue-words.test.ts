import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseParameters } from '../../src/commands/argocd/parameters.ts';
import { type RenderError, RenderErrors } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { checkConfig } from '../../src/request/config-schema.ts';
import { IN_OUR_WORDS } from '../../src/request/issue-words.ts';

const SRC = join(import.meta.dirname, '../../src');
const MANY_KEYS = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`k${i}`, i]));

/** What Zod 4 says of its own, in its English. */
const OF_THE_LIBRARY =
  /invalid (?:input|option|string|key|element)|too (?:small|big)|unrecognized key|received|\bexpected [a-z]+,/i;

test.each<[string, z.ZodType, unknown, string]>([
  ['another kind', z.string(), 5, 'a text was expected, not 5'],
  ['a list', z.string(), ['a'], 'a text was expected, not a list'],
  ['a mapping', z.boolean(), { a: 1 }, 'true or false was expected, not a mapping'],
  ['a text with control characters', z.number(), '\u001b[31m', 'a finite number was expected, not "\\u001b[31m"'],
  ['a fraction', z.int(), 1.5, 'a whole number was expected, not 1.5'],
  ['nothing', z.array(z.string()), undefined, 'a list was expected'],
  ['another word', z.enum(['on', 'off']), 'maybe', 'one of on, off was expected, not "maybe"'],
  ['another constant', z.literal('on'), 'off', '"on" was expected, not "off"'],
  ['an empty text', z.string().min(1), '', 'a text that is not empty was expected, not ""'],
  ['a long text', z.string().max(2), 'abc', 'at most 2 characters was expected, not "abc"'],
  ['an empty list', z.array(z.string()).min(1), [], 'a list of at least 1 was expected, not a list'],
  ['a number below', z.number().positive(), -1, 'more than 0 was expected, not -1'],
  ['a number above', z.number().max(3), 4, 'at most 3 was expected, not 4'],
  ['none of two kinds', z.union([z.string(), z.number()]), true, 'a text or a finite number was expected, not true'],
  ['an unknown key', z.strictObject({}), { a: 1 }, 'there is no "a"'],
  ['many unknown keys', z.strictObject({}), MANY_KEYS, 'there is no "k0", "k1", "k2", "k3", "k4", ...'],
  ['what a schema has words for', z.string().regex(/a/, 'an a was expected'), 'b', 'an a was expected'],
  ['what has no words', z.string().refine(() => false), 'b', 'another value was expected, not "b"'],
])('%s is said in our words', (_, schema, value, says) => {
  const parsed = schema.safeParse(value, IN_OUR_WORDS);
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([says]);
});

function errorsOf(run: () => unknown): readonly RenderError[] {
  try {
    run();
  } catch (error) {
    if (error instanceof RenderErrors) return error.errors;
    throw error;
  }
  return [];
}

/** Values of which every schema refuses at least one. */
const WRONG = ['', 'nothing of the kind!', -1, 1.5, true, null, [], ['!'], [{}], [[1]], {}, { a: 1 }, { a: {} }];

describe('no words of the library', () => {
  test.each(WRONG)('where a field of a config is %j', (value) => {
    const check = (spec: JsonObject) =>
      (['function', 'project'] as const).flatMap((form) =>
        errorsOf(() => checkConfig({ form, spec, prefix: 'spec', config: undefined })),
      );
    const fields = [
      'target',
      'image',
      'hardware',
      'routing',
      'models',
      'imageMirrors',
      'requests',
      'exclude',
      'strict',
    ];
    const inner = ['totalGpus', 'gpuSku', 'vramMb', 'mode', 'kvEvents'];
    const specs = fields.flatMap((field): JsonObject[] => [
      { [field]: value },
      ...inner.map((name) => ({ [field]: { [name]: value } })),
    ]);
    const errors = specs.flatMap(check);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).not.toMatch(OF_THE_LIBRARY);
  });

  test.each([{ string: 'nothing of the kind!' }, { array: ['nothing of the kind!'] }, { map: { a: '' } }])(
    'where a parameter of an application is %j',
    (value) => {
      const names = [
        'image',
        'image-mirror',
        'target',
        'total-gpus',
        'router-mode',
        'model-config',
        'strict',
        'support',
      ];
      const set = names.map((name) => ({ name, ...value }));
      const errors = errorsOf(() => parseParameters({ ARGOCD_APP_PARAMETERS: JSON.stringify(set) }));
      expect(errors.length).toBeGreaterThan(3);
      for (const { message } of errors) expect(message).not.toMatch(OF_THE_LIBRARY);
    },
  );
});

test('every reader that shows what a schema says asks it for our words', () => {
  const calls = (readdirSync(SRC, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(SRC, file), 'utf8').match(/\bsafeParse\(.*$/gm) ?? [])
    .filter((call) => !call.includes('IN_OUR_WORDS'));
  // The envelope of parameters is one message whatever is wrong, and what is left after errors is read a second time.
  expect(calls.sort()).toEqual([
    expect.stringContaining('ARGOCD_APP_PARAMETERS'),
    expect.stringContaining('without(value'),
  ]);
});
