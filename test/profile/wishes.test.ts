import { describe, expect, it } from 'vitest';
import { mostMemoryUsedGib } from '../../src/engine/candidate.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { keepSweeps } from '../../src/profile/kept-sweeps.ts';
import { type Profile, profileRequest } from '../../src/profile/profile.ts';
import type { Request, Wishes } from '../../src/request/request.ts';
import { wishWords } from '../../src/request/wishes.ts';
import { errorOf } from '../support/errors.ts';
import { engine, type Wish, wishedRequest } from '../support/profiles.ts';
import { collectWarnings, ignoreWarnings } from '../support/warnings.ts';

const CARDS_GIB: Readonly<Record<string, number>> = { h100_sxm: 80, h200_sxm: 141 };
const QWEN: Wish = { model: 'Qwen/Qwen3-32B', gpuSku: 'h200_sxm', totalGpus: 8, more: '  sla: {ttft: 2000, itl: 20}' };

/** Requests of every way of picking, with the modes that each of them can be served in. */
const ASKED: Readonly<Record<string, Wish>> = {
  'a pair of targets': QWEN,
  'every backend': { ...QWEN, backend: 'auto' },
  'a load': { ...QWEN, more: '  workload: {isl: 4000, osl: 500, requestRate: 5}\n  sla: {ttft: 2000, itl: 20}' },
  'a load beyond the budget': { ...QWEN, more: '  workload: {isl: 4000, osl: 500, requestRate: 500}' },
  'an end-to-end limit': { ...QWEN, gpuSku: 'h100_sxm', more: '  sla: {e2eLatency: 20000}' },
  experts: { ...QWEN, model: 'Qwen/Qwen3-30B-A3B', backend: 'trtllm' },
  'a planner': { ...QWEN, more: '  features: {planner: {optimization_target: sla}}' },
};

const HEADROOMS = [undefined, 10, 40, 80, 90];
const WISHES: readonly Wishes[] = ([undefined, 'agg', 'disagg'] as const).flatMap((servingMode) =>
  HEADROOMS.map((memoryHeadroomPercent) => ({
    ...(servingMode && { servingMode }),
    ...(memoryHeadroomPercent && { memoryHeadroomPercent }),
  })),
);

it('says of a planner that no card or budget makes it serve aggregated', () => {
  const { message, hint } = errorOf(() => {
    profileRequest({ ...wishedRequest(ASKED['a planner']!), wishes: { servingMode: 'agg' } }, engine, ignoreWarnings);
  });
  expect(message).toContain('(servingMode agg): a planner scales');
  expect(hint).toBe('remove features.planner, or take the wish back');
});

function candidatesOf({ picked, experiments }: Profile) {
  return [...picked, ...Object.values(experiments).flatMap(({ top, pareto }) => [...top, ...pareto])].map(
    ({ candidate }) => candidate,
  );
}

describe.each(Object.entries(ASKED))('of a request for %s', (_, wish) => {
  const request = wishedRequest(wish);
  // Wishes filter what was swept once.
  const once = { ...engine, once: keepSweeps()('') };
  const profiled = (wishes: Wishes, asked: Request = request) => {
    const { warn, seen } = collectWarnings();
    return { profile: profileRequest({ ...asked, wishes }, once, warn), seen };
  };
  const plain = profiled({}).profile;

  it.each(WISHES.map((wishes) => [wishWords(wishes) || 'nothing', wishes] as const))(
    'nothing is ranked that the wish forbids: %s',
    (_words, wishes) => {
      const { servingMode, memoryHeadroomPercent = 0 } = wishes;
      let found: ReturnType<typeof profiled>;
      try {
        found = profiled(wishes);
      } catch (error) {
        const { code, message, path } = errorOf(() => {
          throw error;
        });
        expect([code, path]).toEqual(['NO_FEASIBLE_CONFIG', expect.stringMatching(/servingMode|memoryHeadroom/)]);
        expect(message).toContain(wishWords(wishes));
        return;
      }
      const candidates = candidatesOf(found.profile);
      const mostGib = (CARDS_GIB[wish.gpuSku!]! * (100 - memoryHeadroomPercent)) / 100;
      expect(candidates.length).toBeGreaterThan(0);
      for (const candidate of candidates) {
        if (servingMode !== undefined) expect(candidate.mode).toBe(servingMode);
        expect(mostMemoryUsedGib(candidate)).toBeLessThanOrEqual(mostGib);
      }
      const isOther = JSON.stringify(found.profile.picked[0]) !== JSON.stringify(plain.picked[0]);
      expect(found.profile.unwished?.pick).toEqual(isOther ? plain.picked[0] : undefined);
      expect(found.seen.filter(({ code }) => code === 'WISH_COSTS')).toHaveLength(isOther ? 1 : 0);
    },
  );

  it('what is picked anyhow costs nothing to wish for', () => {
    const { profile, seen } = profiled({ servingMode: plain.chosen });
    expect(profile.picked[0]).toEqual(plain.picked[0]);
    expect(seen.map(({ code }) => code)).not.toContain('WISH_COSTS');
  });

  it('every ranked row can be taken, and none beyond', () => {
    const tables = Object.entries(plain.experiments);
    const rows =
      tables.length > 0 ? tables.map(([mode, { top }]) => [mode, top] as const) : [['disagg', plain.picked] as const];
    expect(rows.flatMap(([, top]) => top).length).toBeGreaterThan(1);
    for (const [name, top] of rows) {
      const mode = name as Profile['chosen'];
      for (const [i, row] of top.entries()) {
        const { profile } = profiled({ take: { mode, rank: i + 1 } });
        expect([profile.chosen, profile.picked[0]]).toEqual([mode, row]);
        expect(profile.latencies.ttftMs).toBe(row.candidate.metrics.ttftMs);
      }
      const error = errorOf(() => profiled({ take: { mode, rank: top.length + 1 } }));
      expect(error.code).toBe('TAKE_IMPOSSIBLE');
    }
  });
});

describe('what a wish costs', () => {
  const said = (wishes: Wishes, wish: Wish = QWEN): readonly (string | undefined)[][] => {
    const { warn, seen } = collectWarnings();
    profileRequest({ ...wishedRequest(wish), wishes }, engine, warn);
    return seen.filter(({ code }) => code === 'WISH_COSTS').map(({ path, message }) => [path, message]);
  };

  it('is said in figures of both picks', () => {
    expect(said({ servingMode: 'agg' })).toMatchInlineSnapshot(`
      [
        [
          "spec.servingMode",
          "servingMode agg: agg with vllm, 5.922 requests/s on 8 GPUs, ttft 313.871 ms, itl 18.62 ms, in place of disagg with vllm, 6.381 requests/s on 8 GPUs, ttft 714.539 ms, itl 18.473 ms: 7.2 % less a GPU",
        ],
      ]
    `);
  });

  it('is said of a row that is taken', () => {
    expect(said({ take: { mode: 'agg', rank: 2 } })).toMatchInlineSnapshot(`
      [
        [
          "metadata.name",
          "take agg:2: agg with vllm, 5.046 requests/s on 8 GPUs, ttft 388.032 ms, itl 18.656 ms, in place of disagg with vllm, 6.381 requests/s on 8 GPUs, ttft 714.539 ms, itl 18.473 ms: 20.9 % less a GPU",
        ],
      ]
    `);
  });
});

describe('wishes that leave nothing', () => {
  const refusal = (wishes: Wishes, wish: Wish, by = engine) => {
    const { code, message, path } = errorOf(() =>
      profileRequest({ ...wishedRequest(wish), wishes }, by, ignoreWarnings),
    );
    return { code, message, path };
  };

  it('say what would be picked', () => {
    expect(refusal({ memoryHeadroomPercent: 80 }, { ...QWEN, totalGpus: 2 })).toMatchInlineSnapshot(`
      {
        "code": "NO_FEASIBLE_CONFIG",
        "message": "no configuration of Qwen/Qwen3-32B on 2 x h200_sxm is as wished (memoryHeadroom 80%); without that agg with vllm is picked, and uses 49.393 GiB of a GPU",
        "path": "spec.memoryHeadroom",
      }
    `);
  });

  it('are at fault where one GPU is to serve disaggregated', () => {
    const wish = { ...QWEN, totalGpus: 1, more: '' };
    expect(refusal({ servingMode: 'disagg' }, wish)).toMatchInlineSnapshot(`
      {
        "code": "NO_FEASIBLE_CONFIG",
        "message": "no configuration of Qwen/Qwen3-32B on 1 x h200_sxm is as wished (servingMode disagg); without that agg with vllm is picked, and uses 84.728 GiB of a GPU",
        "path": "spec.servingMode",
      }
    `);
  });

  it('are not, where nothing is left without them', () => {
    const wish = { ...QWEN, more: '  sla: {ttft: 1, itl: 1}' };
    expect(refusal({ servingMode: 'agg' }, wish)).toEqual(refusal({}, wish));
  });

  it('bound what is sized from memory', () => {
    const sized: Wish = { model: 'Qwen/Qwen3-32B', gpuSku: 'a30', vramMb: 24_576, totalGpus: 8 };
    const gpusOf = (memoryHeadroomPercent: number) =>
      profileRequest({ ...wishedRequest(sized), wishes: { memoryHeadroomPercent } }, engine, ignoreWarnings).naive
        ?.gpusPerWorker;
    expect([gpusOf(5), gpusOf(60)]).toEqual([4, 8]);
    expect(refusal({ memoryHeadroomPercent: 90 }, sized).code).toBe('NO_FEASIBLE_CONFIG');
    expect(refusal({ servingMode: 'disagg' }, sized)).toMatchObject({
      code: 'NO_FEASIBLE_CONFIG',
      path: 'spec.servingMode',
    });
    expect(refusal({ take: { mode: 'agg', rank: 1 } }, sized).code).toBe('TAKE_IMPOSSIBLE');
  });
});

it('a wish holds for the engines of later targets, whose caches have budgets', () => {
  const request = wishedRequest(QWEN);
  const newer = openEngines()('0.12');
  const wishes = { servingMode: 'disagg', memoryHeadroomPercent: 60 } as const;
  const { chosen, picked } = profileRequest({ ...request, wishes }, newer, ignoreWarnings);
  expect(chosen).toBe('disagg');
  expect(mostMemoryUsedGib(picked[0]!.candidate)).toBeLessThanOrEqual(141 * 0.4);
});
