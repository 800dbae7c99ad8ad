import { expect, test } from 'vitest';
import { reportText } from '../../../src/commands/reporters/text.ts';
import type { ResourceFinding } from '../../../src/krm/results.ts';
import { FULL, INFO, UNLINED, UNPLACED } from './findings.ts';

test.each<{ title: string; finding: ResourceFinding; says: string }>([
  {
    title: 'everything in two lines',
    finding: FULL,
    says: 'error REQUEST_INVALID a b/ü,1:%.yaml:7 spec.sla.ttft: 100% wrong, really: yes\n  hint: write a number\n',
  },
  { title: 'a file without a line', finding: UNLINED, says: 'warning FIELD_IGNORED q.yaml: ignored\n' },
  { title: 'no place', finding: UNPLACED, says: 'error NO_REQUESTS: no request in .\n' },
  {
    title: 'the resource where its file is not known',
    finding: INFO,
    says: 'info NOT_APPLIED DynamoGraphDeploymentRequest prod/chat: for review\n',
  },
])('says $title', ({ finding, says }) => {
  expect(reportText([finding], { isColoured: false })).toBe(says);
});

test('colours the severity alone, and is empty without findings', () => {
  expect(reportText([UNPLACED], { isColoured: true })).toBe('\u001B[31merror\u001B[0m NO_REQUESTS: no request in .\n');
  expect(reportText([], { isColoured: true })).toBe('');
});
