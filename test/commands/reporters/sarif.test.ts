import { describe, expect, test } from 'vitest';
import { reportSarif } from '../../../src/commands/reporters/sarif.ts';
import { CODES } from '../../../src/errors.ts';
import type { ResourceFinding } from '../../../src/krm/results.ts';
import { FULL, INFO, UNLINED, UNPLACED } from './findings.ts';

/** What an object of the log must have and may have; `each` says what its members are. */
interface Shape {
  readonly required?: readonly string[];
  readonly known: readonly string[];
  readonly each?: Readonly<Record<string, string>>;
}

/**
 * The parts of the published schema that concern this log. Source: sarif-schema-2.1.0.json (OASIS), of each definition
 * `required`, and of `properties`, which are closed, the ones that are written here.
 */
const SHAPES: Readonly<Record<string, Shape>> = {
  log: { required: ['version', 'runs'], known: ['$schema', 'version', 'runs'], each: { runs: 'run' } },
  run: {
    required: ['tool'],
    known: ['tool', 'invocations', 'columnKind', 'results'],
    each: { tool: 'tool', invocations: 'invocation', results: 'result' },
  },
  tool: { required: ['driver'], known: ['driver'], each: { driver: 'toolComponent' } },
  toolComponent: {
    required: ['name'],
    known: ['name', 'semanticVersion', 'rules'],
    each: { rules: 'reportingDescriptor' },
  },
  reportingDescriptor: {
    required: ['id'],
    known: ['id', 'shortDescription', 'defaultConfiguration'],
    each: { shortDescription: 'text', defaultConfiguration: 'reportingConfiguration' },
  },
  reportingConfiguration: { known: ['level'] },
  text: { required: ['text'], known: ['text'] },
  invocation: {
    required: ['executionSuccessful'],
    known: ['executionSuccessful', 'toolExecutionNotifications'],
    each: { toolExecutionNotifications: 'notification' },
  },
  notification: {
    required: ['message'],
    known: ['descriptor', 'level', 'message'],
    each: { descriptor: 'reference', message: 'text' },
  },
  reference: { required: ['id'], known: ['id'] },
  result: {
    required: ['message'],
    known: ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
    each: { message: 'text', locations: 'location' },
  },
  location: {
    known: ['physicalLocation', 'logicalLocations'],
    each: { physicalLocation: 'physicalLocation', logicalLocations: 'logicalLocation' },
  },
  physicalLocation: {
    required: ['artifactLocation'],
    known: ['artifactLocation', 'region'],
    each: { artifactLocation: 'artifactLocation', region: 'region' },
  },
  artifactLocation: { known: ['uri', 'uriBaseId'] },
  region: { known: ['startLine'] },
  logicalLocation: { known: ['fullyQualifiedName', 'kind'] },
};
const LEVELS = ['none', 'note', 'warning', 'error'];

/** Paths where an object lacks what it must have, or has what the schema does not know. */
function misfits(value: Record<string, unknown>, name: string, path = name): string[] {
  const { required = [], known, each = {} } = SHAPES[name]!;
  const missing = required.filter((key) => !(key in value)).map((key) => `${path}: no ${key}`);
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  const bad = 'level' in value && !LEVELS.includes(String(value.level)) ? [`${path}: level`] : [];
  const inner = Object.entries(each).flatMap(([key, shape]) =>
    [value[key] ?? []].flat().flatMap((item) => misfits(item as Record<string, unknown>, shape, `${path}.${key}`)),
  );
  return [...missing, ...strange.map((key) => `${path}: ${key}`), ...bad, ...inner];
}

const report = (...findings: ResourceFinding[]) => JSON.parse(reportSarif(findings));

describe('the log', () => {
  test.each([
    { title: 'nothing', findings: [] },
    { title: 'findings of all kinds', findings: [FULL, UNLINED, UNPLACED, INFO] },
  ])('has what SARIF 2.1.0 demands and nothing that it does not know, with $title', ({ findings }) => {
    const log = report(...findings);
    expect(misfits(log, 'log')).toEqual([]);
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
  });

  test('has every code as a rule, with a description', () => {
    const { rules } = report().runs[0].tool.driver;
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(CODES));
    for (const { shortDescription } of rules) expect(shortDescription.text).toMatch(/^[A-Z].*[^.]$/);
  });

  test.each([
    ['DRIFT', 'error'],
    ['SLA_NOT_MET', 'warning'],
    ['NOT_APPLIED', 'note'],
    ['LOCK_USED', 'note'],
  ])('has the rule of %s with the level %s that its findings have', (code, level) => {
    const { rules } = report().runs[0].tool.driver;
    expect(rules.find(({ id }: { id: string }) => id === code).defaultConfiguration).toEqual({ level });
  });
});

describe('a result', () => {
  const results = report(FULL, UNLINED, UNPLACED, INFO).runs[0].results;

  test('names its rule by id and position', () => {
    const { rules } = report().runs[0].tool.driver;
    expect(results).toHaveLength(2);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
  });

  test('stands on its line of an encoded path, with the field', () => {
    expect(results[0]).toMatchObject({
      ruleId: 'REQUEST_INVALID',
      level: 'error',
      message: { text: '100% wrong,\nreally: yes\nhint: write a number' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/%C3%BC%2C1%3A%25.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 7 },
          },
          logicalLocations: [{ fullyQualifiedName: 'spec.sla.ttft', kind: 'property' }],
        },
      ],
    });
  });

  test('stands on the first line where it is about the whole file', () => {
    expect(results[1].locations[0].physicalLocation.region).toEqual({ startLine: 1 });
    expect(results).toHaveLength(2);
  });
});

test('what is about no file is a notification, and an error fails the run', () => {
  const [invocation] = report(UNPLACED, INFO).runs[0].invocations;
  expect(invocation).toEqual({
    executionSuccessful: false,
    toolExecutionNotifications: [
      { descriptor: { id: 'NO_REQUESTS' }, level: 'error', message: { text: 'no request in .' } },
      { descriptor: { id: 'NOT_APPLIED' }, level: 'note', message: { text: 'for review' } },
    ],
  });
  expect(report(FULL).runs[0].invocations[0].executionSuccessful).toBe(true);
});
