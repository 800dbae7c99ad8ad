import { expect, test } from 'vitest';
import { reportJson } from '../../../src/commands/reporters/json.ts';
import { FULL, INFO, UNLINED, UNPLACED } from './findings.ts';

const report = (...findings: Parameters<typeof reportJson>[0]) => JSON.parse(reportJson(findings));

test('every element has every key, in one order', () => {
  const keys = ['severity', 'code', 'message', 'hint', 'path', 'file', 'line', 'document', 'resource'];
  for (const element of report(FULL, UNLINED, UNPLACED, INFO)) expect(Object.keys(element)).toEqual(keys);
});

test('says what is known, and null for the rest', () => {
  const resource = {
    apiVersion: 'nvidia.com/v1beta1',
    kind: 'DynamoGraphDeploymentRequest',
    namespace: 'prod',
    name: 'chat',
  };
  const nowhere = { file: null, line: null, document: null };
  expect(report(FULL, UNLINED, UNPLACED, INFO)).toEqual([
    {
      severity: 'error',
      code: 'REQUEST_INVALID',
      message: '100% wrong,\nreally: yes',
      hint: 'write a number',
      path: 'spec.sla.ttft',
      file: 'a b/ü,1:%.yaml',
      line: 7,
      document: 1,
      resource,
    },
    { ...report(UNLINED)[0], file: 'q.yaml', line: null, document: 0, hint: null, path: null, resource: null },
    { ...report(UNPLACED)[0], ...nowhere, resource: null },
    { ...report(INFO)[0], ...nowhere, resource },
  ]);
});

test('is an empty array without findings', () => {
  expect(reportJson([])).toBe('[]\n');
});
