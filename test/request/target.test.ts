import { describe, expect, it } from 'vitest';
import { OURS, REFERENCE } from '../../src/request/mends.ts';
import { brief, makeResource, outcomeOf, requestOf, requestYaml } from '../support/requests.ts';

const image = (tag: string): string => `image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:${tag}`;
const goal = (tag: string, compat?: 'reference') => {
  const { target, engine, mends } = requestOf({ spec: image(tag) }, compat === undefined ? {} : { compat });
  return { target: `${target.major}.${target.minor}`, engine, mends };
};

describe('a request', () => {
  it.each(['1.0.2', '1.2.1', '1.3.1'])('for %s is answered under compat reference as 1.3 does', (tag) => {
    expect(goal(tag, 'reference')).toEqual({ target: '1.3', engine: '0.10', mends: REFERENCE });
  });

  it.each(['1.5', '1.6'])('for %s is answered under compat reference as its own profiler does', (release) => {
    const { target, mends } = goal(`${release}.1`, 'reference');
    expect(target).toBe(release);
    // What later profilers do as we do, and what none does.
    expect(mends).toMatchObject({ mergesOverrideOnce: true, forwardsLengths: true, choosesByServedLoad: false });
  });

  it('for 1.4 is refused under compat reference, since no answer of its profiler is recorded', () => {
    const { errors } = outcomeOf(makeResource(requestYaml({ spec: image('1.4.2') })), { compat: 'reference' });
    expect(brief(errors)).toEqual(['TARGET_UNSUPPORTED spec.target:5']);
    expect(goal('1.4.2')).toMatchObject({ target: '1.4', mends: OURS });
  });
});
