import { createHash } from 'node:crypto';
import type { Severity } from '../../errors.ts';
import type { ResourceFinding } from '../../krm/results.ts';
import { jsonText } from '../cli/json-text.ts';
import { placed } from './placed.ts';

/** Of the five that GitLab knows; every error keeps a request from being rendered. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** Where a finding is about no file, GitLab wants one all the same. */
const NOWHERE = '.';

/**
 * Findings as a code quality report of GitLab, which shows what a merge request adds and mends: a finding is known again by
 * its fingerprint, which its line is no part of.
 */
export function reportGitlab(findings: readonly ResourceFinding[]): string {
  const seen = new Map<string, number>();
  const elements = findings.map((finding) => {
    const { file = NOWHERE, line = 1 } = placed(finding);
    const same = JSON.stringify([finding.code, file, finding.path ?? '', finding.message]);
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return {
      description: descriptionOf(finding),
      check_name: finding.code,
      fingerprint: createHash('sha256').update(`${same}${count}`).digest('hex'),
      severity: SEVERITIES[finding.severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return `${jsonText(elements, 1)}\n`;
}

function descriptionOf({ message, path, hint }: ResourceFinding): string {
  const head = path ? `${path}: ${message}` : message;
  return hint === undefined ? head : `${head} (hint: ${hint})`;
}
