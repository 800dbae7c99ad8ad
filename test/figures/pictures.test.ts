import { describe, expect, test } from 'vitest';
import { frontChart } from '../../src/figures/front-chart.ts';
import { frontFigure } from '../../src/figures/front-figure.ts';
import type { FrontPicture } from '../../src/figures/front-picture.ts';
import { frontOf } from '../../src/verdict/front.ts';
import { verdictOf } from '../../src/verdict/verdict.ts';
import { verdictTitle } from '../../src/verdict/words.ts';
import { recordedRuns } from '../support/recorded-profiles.ts';

const RUNS = recordedRuns()
  .map(({ name, judged }) => {
    const verdict = verdictOf(judged);
    return { name, picture: { title: verdictTitle(verdict), front: frontOf(judged), targets: verdict.targets } };
  })
  .filter(({ picture }) => picture.front.length > 1);

/** A run of each kind: one mode ahead, backends in competition, an end-to-end target. */
const REVIEWED = ['v15-qwen3-32b-h200-sglang-cp', 'v15-qwen3-8b-auto-b200', 'v15-llama-8b-e2e-vllm'];

function pictureOf(wanted: string): FrontPicture {
  const run = RUNS.find(({ name }) => name.endsWith(`/${wanted}`));
  if (run === undefined) throw new Error(`no recorded run ${wanted}`);
  return run.picture;
}

test.each(REVIEWED)('the pictures of %s are those that were reviewed', async (name) => {
  const picture = pictureOf(name);
  await expect(frontFigure(picture)).toMatchFileSnapshot(`../../fixtures/figures/${name}.svg`);
  await expect(frontChart(picture, 100)).toMatchFileSnapshot(`../../fixtures/figures/${name}.txt`);
});

describe('a figure', () => {
  test('has the same bytes each time', () => {
    const picture = pictureOf(REVIEWED[1]!);
    expect(frontFigure(structuredClone(picture))).toBe(frontFigure(picture));
  });

  test('shows of every point the numbers that it has, and no others', () => {
    expect(RUNS.length).toBeGreaterThan(50);
    const wrong = RUNS.filter(({ picture }) => {
      const shown = [...frontFigure(picture).matchAll(/<title>(.*?)<\/title>/gs)]
        .slice(1)
        .map(([, text]) => numbersOf(text!));
      const known = picture.front.map((point) => {
        const { workers, tokensPerSecPerGpu, tokensPerSecPerUser, ttftMs, itlMs } = point;
        return [...numbersOf(workers), tokensPerSecPerGpu, tokensPerSecPerUser, ttftMs, itlMs];
      });
      return JSON.stringify(shown.sort()) !== JSON.stringify(known.sort());
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('takes a hostile title for text', () => {
    const title = '</style><script>alert(1)</script>&nbsp;\u00A0"onload="x';
    const svg = frontFigure({ ...pictureOf(REVIEWED[0]!), title });
    expect(svg).not.toContain('<script');
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/);
    expect(svg).toContain('&lt;script');
  });
});

describe('a chart', () => {
  test.each([100, 80])('fits %s columns and is ASCII', (width) => {
    const lines = RUNS.flatMap(({ picture }) => frontChart(picture, width).split('\n'));
    expect(lines.filter((line) => line.length > width || /[^ -~]/.test(line))).toEqual([]);
  });

  test('has the pick once', () => {
    const counts = RUNS.map(
      ({ picture }) => frontChart(picture, 100).split('legend')[0]!.split('\n* pick')[0]!.split('*').length - 1,
    );
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});

/** Numbers in a text, backends and modes aside. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}
