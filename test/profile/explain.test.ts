import { describe, expect, it } from 'vitest';
import { explainProfile } from '../../src/profile/explain.ts';
import { engine, profileOf, type Wish, wishedRequest } from '../support/profiles.ts';

function explained(wish: Wish) {
  const { profile } = profileOf(wish);
  return { profile, details: explainProfile(wishedRequest(wish), profile, engine) };
}

describe('the details behind a profile', () => {
  it('have every candidate that the sweeps kept, the pick among them', () => {
    const { profile, details } = explained({});
    const found = details.candidates();
    const kept = profile.explanation.attempts.reduce((sum, { candidates }) => sum + candidates, 0);
    expect(found).toHaveLength(kept);
    expect(new Set(found.map(({ mode }) => mode)).size).toBe(2);
    expect(found).toContainEqual(profile.picked[0]?.candidate);
  });

  it.each([
    ['aggregated serving', {}, [/^mixed step: /, /^decode step: /]],
    [
      'disaggregated serving',
      { more: '  features: {mocker: {enabled: true}}' },
      [/^prefill step: 1 sequences of /, /^decode step: /],
    ],
  ])('have the steps of %s', (_, wish, titles) => {
    const { steps } = explained(wish).details;
    expect(steps.map(({ title }) => title)).toEqual(titles.map((title) => expect.stringMatching(title)));
    expect(steps.map(({ lines }) => lines.length > 0)).toEqual([true, true]);
  });

  it('have the pairs of a planner, which sweeps nothing', () => {
    const { profile, details } = explained({ more: '  features: {planner: {mode: disagg}}' });
    expect(profile.picked.length).toBeGreaterThan(0);
    expect(details.candidates()).toEqual(profile.picked.map(({ candidate }) => candidate));
  });

  it('are none where the workers were sized from memory', () => {
    const { profile, details } = explained({ gpuSku: 'h100_pcie' });
    expect(profile.naive).toBeDefined();
    expect({ ...details, candidates: details.candidates() }).toEqual({
      steps: [],
      contextParallel: [],
      candidates: [],
    });
  });
});
