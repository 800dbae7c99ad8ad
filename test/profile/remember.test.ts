import { expect, test } from 'vitest';
import type { Warn } from '../../src/errors.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { rememberProfiles } from '../../src/profile/remember.ts';
import type { ProfileRequest } from '../../src/request/request.ts';

const PROFILE = { system: 'h200_sxm' } as Profile;

/** A request whose fields are on lines of its own. */
function requestOn(model: string, line: number): ProfileRequest {
  return { model, locate: () => ({ file: `${model}.yaml`, index: 0, line }) } as unknown as ProfileRequest;
}

test('equal requests are profiled once, and each hears the warnings on its own line', () => {
  let calls = 0;
  const profiling = rememberProfiles(
    (_request, warn) => {
      calls += 1;
      warn('SLA_NOT_MET', { message: 'missed', path: 'spec.sla', hint: 'raise it' });
      return PROFILE;
    },
    ({ model }) => model,
  );
  const lines: unknown[] = [];
  const warn: Warn = (_code, { origin }) => lines.push(origin?.line);
  for (const line of [3, 7, 9]) expect(profiling(requestOn('a', line), warn)).toBe(PROFILE);
  profiling(requestOn('b', 1), warn);
  expect({ calls, lines }).toEqual({ calls: 2, lines: [3, 7, 9, 1] });
});

test('what failed is tried again, and not every profile is kept for ever', () => {
  const calls: string[] = [];
  const profiling = rememberProfiles(
    ({ model }) => {
      calls.push(model);
      if (model === 'bad') throw new Error('no');
      return PROFILE;
    },
    ({ model }) => model,
  );
  const profile = (model: string): unknown => profiling(requestOn(model, 1), () => {});
  expect(() => profile('bad')).toThrow('no');
  expect(() => profile('bad')).toThrow('no');
  profile('first');
  for (let i = 0; i < 1000; i += 1) profile(`m${i}`);
  profile('first');
  expect(calls.filter((model) => model === 'first')).toHaveLength(2);
});
