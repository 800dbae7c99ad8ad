import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GraphProblem } from '../../src/dgd/problem.ts';
import { checkRules, RULES } from '../../src/dgd/rules/check-rules.ts';
import type { Rule } from '../../src/dgd/rules/rule.ts';
import type { JsonObject } from '../../src/json.ts';
import type { GraphVersion, Release } from '../../src/releases.ts';
import { readGraph } from '../support/graphs.ts';
import { ROWS } from './rules-rows.ts';
import { anyGraph, BASE, type Edit, edit, expand, MINORS, VERSIONS, v1 } from './rules-support.ts';

/** The rule of a name for a version; two rules may share one where the versions differ in severity. */
function ruleOf(name: string, version: GraphVersion): Rule | undefined {
  return RULES.find((rule) => rule.name === name && (rule.versions ?? VERSIONS).includes(version));
}

const CASES = ROWS.flatMap((row) =>
  (row.versions ?? VERSIONS).flatMap((version) => {
    const rule = ruleOf(row.rule, version);
    if (rule === undefined) return [];
    // No release before 1.2 knows v1beta1, so a rule that is older is looked at in the first that does.
    const oldest = version === 'v1beta1' ? 3 : 0;
    const first = Math.max(rule.since?.minor ?? 3, rule.until === undefined ? oldest : 0);
    const last = rule.until === undefined ? first : Math.min(first, rule.until.minor - 1);
    const graph = edit(BASE[version], version, row.edits);
    return [{ name: row.rule, version, rule, row, graph, target: row.target ?? v1(last), at: expand(row.at, version) }];
  }),
);

function problemsAt(graph: JsonObject, target: Release, { rule, at }: { rule: Rule; at: readonly unknown[] }) {
  const isThere = ({ path, message }: GraphProblem) =>
    JSON.stringify(path) === JSON.stringify(at) && message.endsWith(`: ${rule.why}`);
  return checkRules(graph, target).filter(isThere);
}

describe('every rule', () => {
  test('has a graph that breaks it, for each of its versions', () => {
    const wanted = RULES.flatMap(({ name, versions }) => (versions ?? VERSIONS).map((version) => `${version} ${name}`));
    expect([...new Set(CASES.map(({ version, name }) => `${version} ${name}`))].sort()).toEqual(wanted.sort());
  });

  test.each(CASES)('$version: $name, at $at', (one) => {
    const problems = problemsAt(one.graph, one.target, one);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: one.rule.severity, path: one.at });
    expect(problems[0]?.message).toMatch(/^[^A-Z].*[^.]$/);
  });

  const EDGES = CASES.filter(({ row, rule }) => !row.hasTwin && (rule.since ?? rule.until) !== undefined);
  test.each(EDGES)('$version: $name, is silent outside its releases', (one) => {
    const { since, until } = one.rule;
    const outside = [since && v1(since.minor - 1), until].filter((release) => release !== undefined);
    for (const release of outside) expect(problemsAt(one.graph, release, one)).toEqual([]);
  });
});

describe('a graph that breaks no rule', () => {
  const targets = MINORS.map(v1);
  test.each(targets)('passes as v1alpha1 for 1.$minor', (target) => {
    expect(checkRules(BASE.v1alpha1, target)).toEqual([]);
  });
  test.each(targets.slice(3))('passes as v1beta1 for 1.$minor', (target) => {
    expect(checkRules(BASE.v1beta1, target)).toEqual([]);
  });

  const FINE: Readonly<Record<string, readonly Edit[]>> = {
    'replicas scaled to zero': [
      [['$worker', 'replicas'], 0],
      [['$worker', 'minAvailable'], 2],
    ],
    'a compilation cache without a path': [[['$worker', 'volumeMounts'], [{ name: 'a', useAsCompilationCache: true }]]],
    'a version behind an unreadable tag': [
      [['$main', 'image'], 'a:mine'],
      [['$worker', 'runtimeVersionOverride'], '1.4.0'],
    ],
    'a registry with a port': [[['$main', 'image'], 'host:5000/a/b:v1.4.0-rc1']],
    'an image with a tag and a digest': [[['$main', 'image'], 'a/b:1.4.0@sha256:00']],
    'an executor in capitals': [[['metadata', 'annotations', 'nvidia.com/vllm-distributed-executor-backend'], 'MP']],
    'a native picker': [
      [['$type'], 'epp'],
      [['$worker', 'replicas'], 1],
      [['$main', 'image'], 'a:1.5.0'],
    ],
    'failover that is whole': [
      [['$memory'], { enabled: true }],
      [['$failover'], { enabled: true, mode: 'IntraPod' }],
      [['metadata', 'annotations', 'nvidia.com/dynamo-kube-discovery-mode'], 'container'],
    ],
    'packing of one service': [
      [['spec', 'topologyConstraint', '$profile'], 'nvl'],
      [['$worker', 'topologyConstraint'], { packDomain: 'rack' }],
    ],
    'a sequential restart of every service': [
      [['spec', 'restart'], { id: '1', strategy: { order: ['worker', 'Frontend'] } }],
    ],
  };
  test.each(Object.keys(FINE))('has no errors: %s', (name) => {
    for (const version of VERSIONS) {
      const problems = checkRules(edit(BASE[version], version, FINE[name] ?? []), v1(5));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

describe('the graphs that the reference rendered', () => {
  const root = new URL('../../fixtures/graph/', import.meta.url);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('dgd.yaml'))
    .map((path) => path.split('/')[0] ?? '');
  const cases = names.flatMap((name) => MINORS.slice(0, 4).map((minor) => ({ name, minor })));

  test.each(cases)('pass: $name for 1.$minor', ({ name, minor }) => {
    expect(checkRules(readGraph(name), v1(minor))).toEqual([]);
  });
});

test('whatever stands below the spec, a list of problems comes out', () => {
  fc.assert(
    fc.property(anyGraph(), fc.constantFrom(...MINORS), (graph, minor) => {
      for (const { path, message } of checkRules(graph, v1(minor))) {
        expect(path.length).toBeGreaterThan(0);
        expect(message).not.toContain('undefined');
      }
    }),
    { numRuns: 500 },
  );
});
