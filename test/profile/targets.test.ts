import { describe, expect, it } from 'vitest';
import { memo } from '../../src/memo.ts';
import { compareExperiments, sweepAll } from '../../src/profile/compare.ts';
import type { Experiment } from '../../src/profile/experiments.ts';
import { type Opened, openMeasured } from '../../src/profile/measured.ts';
import type { PickOutcome } from '../../src/profile/pick-outcome.ts';
import { REFERENCE } from '../../src/request/mends.ts';
import { engine, profileOf, wishedRequest } from '../support/profiles.ts';

const MODELS = ['Qwen/Qwen3-32B', 'Qwen/Qwen3-30B-A3B', 'meta-llama/Meta-Llama-3.1-70B'];
const CARDS = ['h100_sxm', 'h200_sxm'];
const BACKENDS = ['vllm', 'trtllm'];
const BUDGETS = [4, 8, 16];
const ITLS_MS = [5, 8, 10, 15, 20];

/** A pick, the token times in ms that the sweeps found, and what the reference's order picks. */
interface Picked {
  readonly name: string;
  readonly itlMs: number;
  readonly outcome: PickOutcome;
  readonly foundMs: readonly number[];
  readonly referenceMs: number;
}

/** The picks of a model on so many cards for every token time; the sweeps are the same for all of them. */
function picksOf(wish: { model: string; gpuSku: string; backend: string; totalGpus: number }): readonly Picked[] {
  const request = wishedRequest(wish);
  const opened: Opened = openMeasured(request, engine);
  const tried: readonly Experiment[] = sweepAll(request, opened);
  const foundMs = tried.flatMap(({ sweep }) => sweep.candidates.map(({ metrics }) => metrics.tpotMs));
  return ITLS_MS.map((itlMs) => {
    const asked = { ...request, sla: { kind: 'pair', ttftMs: 2000, itlMs, isExplicit: true } as const };
    const outcome = compareExperiments(asked, opened, tried);
    const reference = compareExperiments({ ...asked, mends: REFERENCE }, opened, tried);
    const name = `${Object.values(wish).join(' ')} itl ${itlMs}`;
    return { name, itlMs, outcome, foundMs, referenceMs: reference.latencies.tpotMs };
  });
}

/** The picks of all requests; each model, card, backend and budget is swept once. */
function allPicks(): readonly Picked[] {
  return MODELS.flatMap((model) =>
    CARDS.flatMap((gpuSku) =>
      BACKENDS.flatMap((backend) => BUDGETS.flatMap((totalGpus) => picksOf({ model, gpuSku, backend, totalGpus }))),
    ),
  );
}

/** The token time in ms that a pick may have at most. */
function allowedMs({ foundMs, itlMs }: Picked): number {
  return Math.max(itlMs, Math.min(...foundMs));
}

describe('of 180 requests over models, cards, backends and budgets', () => {
  const picks = memo(allPicks);

  it('none has a pick that misses a token time which some candidate meets, and else the nearest is picked', () => {
    const all = picks('all');
    expect(all).toHaveLength(180);
    const missed = all.filter((pick) => pick.outcome.latencies.tpotMs > allowedMs(pick));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it('some twenty are missed needlessly by the order of the reference, and say what was passed over', () => {
    const needless = picks('all').filter(
      (pick) => pick.referenceMs > allowedMs(pick) && allowedMs(pick) === pick.itlMs,
    );
    expect(needless.length).toBeGreaterThan(15);
    for (const { outcome, referenceMs, itlMs } of needless) {
      expect(outcome.latencies.tpotMs).toBeLessThanOrEqual(itlMs);
      expect(outcome.passedOver?.candidate.metrics.tpotMs).toBe(referenceMs);
      expect(outcome.passedOver!.clusterRate).toBeGreaterThan(outcome.picked[0]!.clusterRate!);
    }
  });

  it('those whose pick is the one of the reference pass nothing over', () => {
    const same = picks('all').filter(({ outcome, referenceMs }) => outcome.latencies.tpotMs === referenceMs);
    expect(same.length).toBeGreaterThan(90);
    for (const { outcome } of same) expect(outcome.passedOver).toBeUndefined();
  });
});

describe('a target that is a default', () => {
  const planned = (more: string) =>
    profileOf({ totalGpus: 4, more: `  features: {planner: {}}\n  workload: {isl: 32000}\n${more}` }).warnings;

  it.each([
    ['no target', '', []],
    ['the token time', '  sla: {itl: 5}', ['spec.sla.itl']],
    ['the first token', '  sla: {ttft: 300}', ['spec.sla.ttft']],
    ['both', '  sla: {ttft: 300, itl: 5}', ['spec.sla.ttft', 'spec.sla.itl']],
  ])('may be missed without a warning, where a request says %s', (_, more, paths) => {
    expect(planned(more).map(({ code, path }) => [code, path])).toEqual(paths.map((path) => ['SLA_NOT_MET', path]));
  });
});
