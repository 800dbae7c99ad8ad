import { describe, expect, it } from 'vitest';
import { REVISIONS } from '../src/engine/revisions.ts';
import { RELEASES, type ReleaseFacts, releaseFacts } from '../src/releases.ts';
import { BACKENDS, type Backend } from '../src/serving.ts';

const [oldest] = RELEASES as readonly [ReleaseFacts];

describe('every release', () => {
  it('is profiled by an engine that there is', () => {
    expect(RELEASES.map(({ engine }) => engine in REVISIONS)).toEqual(RELEASES.map(() => true));
  });

  it('names the workers of every backend', () => {
    const named = RELEASES.flatMap(({ backends }) =>
      BACKENDS.map((backend) => Object.values(backends[backend].workers)),
    );
    expect(named).toHaveLength(RELEASES.length * BACKENDS.length);
    expect(named.flat().every((name) => name !== '')).toBe(true);
  });

  it.each([
    [0, false],
    [2, false],
    [3, true],
    [6, true],
    [99, true],
  ])('of 1.%i has a planner with the target load: %s', (minor, hasLoadTarget) => {
    expect(releaseFacts({ major: 1, minor }).planner.hasLoadTarget).toBe(hasLoadTarget);
  });
});

describe('does not compile', () => {
  it('a release without a backend', () => {
    const { sglang: _, ...two } = oldest.backends;
    // @ts-expect-error: no sglang
    const facts: ReleaseFacts = { ...oldest, backends: two };
    // @ts-expect-error: a backend more than there are columns
    const grown: Readonly<Record<Backend | 'other', ReleaseFacts['backends'][Backend]>> = oldest.backends;
    expect([facts.backends.sglang, grown.other]).toEqual([undefined, undefined]);
  });

  it('a release without an engine', () => {
    const { engine: _, ...rest } = oldest;
    // @ts-expect-error: no engine
    const facts: ReleaseFacts = rest;
    expect(facts.engine).toBeUndefined();
  });
});
