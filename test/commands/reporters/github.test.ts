import { expect, test } from 'vitest';
import { reportGithub } from '../../../src/commands/reporters/github.ts';
import type { ResourceFinding } from '../../../src/krm/results.ts';
import { FULL, INFO, UNLINED, UNPLACED } from './findings.ts';

test.each<{ title: string; finding: ResourceFinding; says: string }>([
  {
    title: 'an error on its line, with what would end a property or a message escaped',
    finding: FULL,
    says: '::error file=a b/ü%2C1%3A%25.yaml,line=7,title=REQUEST_INVALID::spec.sla.ttft: 100%25 wrong, really: yes%0Ahint: write a number\n',
  },
  {
    title: 'a warning about a file',
    finding: UNLINED,
    says: '::warning file=q.yaml,title=FIELD_IGNORED::ignored\n',
  },
  { title: 'an error about no file', finding: UNPLACED, says: '::error title=NO_REQUESTS::no request in .\n' },
  { title: 'a notice', finding: INFO, says: '::notice title=NOT_APPLIED::for review\n' },
])('annotates $title', ({ finding, says }) => {
  expect(reportGithub([finding])).toBe(says);
});

test('text from a manifest cannot start a command of its own', () => {
  const message = 'x\r\n::set-env name=A::b\n';
  const lines = reportGithub([{ ...FULL, message, hint: message, path: message }])
    .trimEnd()
    .split(/[\r\n]/);
  expect(lines).toHaveLength(1);
});
