import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import SCHEMA from '../../../plugin/schemas/profile.schema.json' with { type: 'json' };
import { formatCsv } from '../../../src/commands/profile/profile-csv.ts';
import { formatJson } from '../../../src/commands/profile/profile-json.ts';
import { formatMarkdown } from '../../../src/commands/profile/profile-markdown.ts';
import { formatProfiles } from '../../../src/commands/profile/profile-text.ts';
import { verdictWithRanking } from '../../../src/verdict/answer.ts';
import { recordedRuns } from '../../support/recorded-profiles.ts';

const RUNS = recordedRuns().map(({ name, judged }) => {
  const answer = { ...judged, ...verdictWithRanking(judged), warnings: [], details: undefined };
  return { name, answer, json: JSON.parse(formatJson([answer])) };
});
type Answer = (typeof RUNS)[number]['answer'];

test('there are recorded runs of both engines, modes and every backend', () => {
  expect(RUNS.length).toBeGreaterThan(100);
  const deployments = RUNS.map(({ answer }) => answer.verdict.deployment);
  expect(new Set(deployments.map(({ mode }) => mode)).size).toBe(2);
  expect(new Set(deployments.map(({ backend }) => backend)).size).toBe(3);
});

const validate = new Ajv({ strictSchema: false }).compile(SCHEMA);

test('what is printed as JSON is what its schema says', () => {
  expect(RUNS.filter(({ json }) => !validate(json)).map(({ name }) => name)).toEqual([]);
});

/** Numbers that a value holds, and those inside its texts. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return numbersOf(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Numbers that stand in a text, also those at the end of a name such as `tp4`. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(/\d+(?:\.\d+)?(?:e[+-]?\d+)?/g)].map(([number]) => Number(number));
}

const FORMATS = {
  text: (answer: Answer) => formatProfiles([answer], { width: 100, columns: undefined }),
  csv: (answer: Answer) => formatCsv([answer], {}),
  markdown: (answer: Answer) => formatMarkdown([answer], {}),
};

test.each(Object.entries(FORMATS))('every number of %s is one of the JSON', (_, format) => {
  const foreign = RUNS.flatMap(({ name, answer, json }) => {
    const known = new Set(numbersIn(json.requests));
    const printed = numbersOf(format(answer));
    if (printed.length < 10) return [{ name, foreign: 'too few numbers' }];
    const others = printed.filter((number) => !known.has(number));
    return others.length === 0 ? [] : [{ name, foreign: others.join(' ') }];
  });
  expect(foreign).toEqual([]);
});

test('tables for people begin with the mode that is picked', () => {
  const others = RUNS.flatMap(({ name, answer }) =>
    [FORMATS.text, FORMATS.markdown].flatMap((format) => {
      const [first] = /^(?:agg|disagg)$/m.exec(format(answer)) ?? [];
      return first === undefined || first === answer.verdict.deployment.mode ? [] : [name];
    }),
  );
  expect(others).toEqual([]);
});

test.each([100, 80])('no line of a text is longer than %s columns', (width) => {
  const long = RUNS.flatMap(({ name, answer }) => {
    const lines = formatProfiles([answer], { width, columns: undefined }).split('\n');
    return lines.filter((line) => line.length > width).map((line) => `${name}: ${line}`);
  });
  expect(long).toEqual([]);
});

test('nothing but rows of the reference says tpot', () => {
  for (const { answer } of RUNS) {
    const { verdict, ranked, front } = JSON.parse(formatJson([answer])).requests[0];
    const texts = [
      ...Object.values(FORMATS).map((format) => format(answer)),
      JSON.stringify({ verdict, ranked, front }),
    ];
    expect(texts.filter((text) => text.includes('tpot'))).toEqual([]);
  }
});
