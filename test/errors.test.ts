import { expect, test } from 'vitest';
import { type Code, codesOf, type ErrorCode, findingOf, type WarningCode } from '../src/errors.ts';

test.each<[code: Code, usual: string, strict: string]>([
  ['DRIFT', 'error', 'error'],
  ['SLA_NOT_MET', 'warning', 'error'],
  ['LOCK_USED', 'info', 'info'],
])('a finding %s is an %s, and strictly an %s', (code, usual, strict) => {
  const details = { message: 'so it is', path: 'spec' };
  expect(findingOf(code, details)).toEqual({ ...details, code, severity: usual });
  expect(findingOf(code, details, true)).toEqual({ ...details, code, severity: strict });
});

test('a code has one severity', () => {
  const [errors, warnings, infos] = [codesOf('error'), codesOf('warning'), codesOf('info')];
  expect(errors.length).toBeGreaterThan(50);
  expect(warnings.length).toBeGreaterThan(30);
  expect(infos).toEqual([
    'OPTION_UNUSED',
    'WISH_COSTS',
    'WORKLOADS_REPLACED',
    'ENGINE_NEAR',
    'CLUSTER_NEEDS',
    'THREAD_LOST',
    'NOT_APPLIED',
    'LOCK_USED',
    'REQUEST_MOVED',
    'MODEL_ALIAS',
    'TEMPLATE_SKIPPED',
  ]);
  expect(new Set([...errors, ...warnings, ...infos]).size).toBe(errors.length + warnings.length + infos.length);
});

test('a code of another severity is a compile error', () => {
  // @ts-expect-error an error is no warning
  const warning: WarningCode = 'DRIFT';
  // @ts-expect-error an info is no warning, so that --strict leaves it alone
  const info: WarningCode = 'LOCK_USED';
  // @ts-expect-error a warning cannot be thrown
  const error: ErrorCode = 'SLA_NOT_MET';
  expect([warning, info, error]).toHaveLength(3);
});
