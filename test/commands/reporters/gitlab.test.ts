import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import SCHEMA from '../../../fixtures/ci/gitlab-codeclimate.schema.json' with { type: 'json' };
import { reportGitlab } from '../../../src/commands/reporters/gitlab.ts';
import type { ResourceFinding } from '../../../src/krm/results.ts';
import { FULL, INFO, UNLINED, UNPLACED } from './findings.ts';

const isValid = new Ajv().compile(SCHEMA);
const report = (...findings: ResourceFinding[]) => JSON.parse(reportGitlab(findings));

/** What GitLab's documentation of code quality reports lists besides the schema. */
const SEVERITIES = ['info', 'minor', 'major', 'critical', 'blocker'];

describe("GitLab's report", () => {
  test('is a list whose elements its published schema takes', () => {
    const elements = report(FULL, UNLINED, UNPLACED, INFO);
    expect(elements).toHaveLength(4);
    for (const element of elements) {
      expect([isValid(element), isValid.errors]).toEqual([true, null]);
      expect(SEVERITIES).toContain(element.severity);
      expect(element.check_name).toMatch(/^[A-Z_]+$/);
      expect(element.location.path).not.toBe('');
      expect(element.location.lines.begin).toBeGreaterThanOrEqual(1);
    }
    expect(isValid({ ...elements[0], location: 'q.yaml' })).toBe(false);
    expect(report()).toEqual([]);
  });

  test('says what is wrong, where, and what to do', () => {
    expect(report(FULL)[0]).toMatchObject({
      description: 'spec.sla.ttft: 100% wrong,\nreally: yes (hint: write a number)',
      check_name: 'REQUEST_INVALID',
      severity: 'critical',
      location: { path: 'a b/ü,1:%.yaml', lines: { begin: 7 } },
    });
    expect(report(UNPLACED)[0].location).toEqual({ path: '.', lines: { begin: 1 } });
  });

  test('knows a finding again where its line moved, and tells equal ones apart', () => {
    const moved = { ...FULL, origin: { ...FULL.origin!, line: 90 } };
    const prints = (...findings: ResourceFinding[]) =>
      report(...findings).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(prints(moved)).toEqual(prints(FULL));
    expect(new Set(prints(FULL, FULL, moved, UNLINED)).size).toBe(4);
    expect(prints(UNLINED, FULL)[1]).toBe(prints(FULL)[0]);
  });
});
