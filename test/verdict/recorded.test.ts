import { expect, test } from 'vitest';
import { rankedRows } from '../../src/verdict/ranked.ts';
import { verdictOf } from '../../src/verdict/verdict.ts';
import { verdictLines, verdictTitle } from '../../src/verdict/words.ts';
import { recordedRuns } from '../support/recorded-profiles.ts';

const RUNS = recordedRuns();

/** A recorded run of each kind of verdict. */
const REVIEWED = [
  'goldens/llama-8b-h100',
  'goldens-0.12/v15-load-unserved',
  'goldens-0.12/v15-llama-8b-e2e-vllm',
  'goldens-0.12/v15-planner-vllm',
  'goldens-0.12/v15-qwen3-8b-auto-b200',
  'goldens-0.12/v16-deepseek-v3-h200-sglang',
];

test.each(REVIEWED)('the verdict on %s is the one that was reviewed', async (name) => {
  const run = RUNS.find((one) => one.name === name);
  if (run === undefined) throw new Error(`no recorded run ${name}`);
  const verdict = verdictOf(run.judged);
  const words = [verdictTitle(verdict), ...verdictLines(verdict).map(({ label, text }) => `${label}: ${text}`)];
  const text = `${JSON.stringify({ words, verdict }, undefined, 1)}\n`;
  await expect(text).toMatchFileSnapshot(`../../fixtures/verdicts/${name.replace('/', '-')}.json`);
});

test('verdicts agree with the rows that they are of', () => {
  expect(RUNS.length).toBeGreaterThan(100);
  const wrong = RUNS.filter(({ judged }) => {
    const { deployment, performance, targets, meetsTargets } = verdictOf(judged);
    const { gpus, replicas, workers } = deployment;
    const { metrics } = judged.profile.picked[0]!.candidate;
    const counted = workers.reduce((sum, worker) => sum + worker.count * worker.gpus, 0);
    return !(
      gpus === counted &&
      Math.abs(performance!.requestsPerSec - replicas * metrics.requestsPerSec) < 0.001 &&
      performance!.itlMs === metrics.tpotMs &&
      meetsTargets === targets.every(({ reachedMs, limitMs }) => reachedMs! <= limitMs)
    );
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('memory that is used and memory that is free are the card', () => {
  const workers = RUNS.flatMap(({ judged }) => verdictOf(judged).deployment.workers);
  const shares = workers.flatMap(({ memory }) => (memory?.cardGib === undefined ? [] : [memory]));
  expect(shares.length).toBeGreaterThan(100);
  for (const { usedGib, freeGib, cardGib, freePercent } of shares) {
    expect(usedGib + freeGib!).toBeCloseTo(cardGib!, 2);
    expect(Math.abs(freePercent! - (freeGib! / cardGib!) * 100)).toBeLessThan(0.06);
  }
});

test('of every ranking one row is the pick, and it is the verdict', () => {
  const wrong = RUNS.filter(({ judged }) => {
    const picks = rankedRows(judged).filter(({ isPick }) => isPick);
    const { deployment, performance } = verdictOf(judged);
    return (
      JSON.stringify(picks.map((row) => [row.deployment.workers, row.performance])) !==
      JSON.stringify([[deployment.workers, performance]])
    );
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
