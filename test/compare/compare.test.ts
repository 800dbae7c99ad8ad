import { describe, expect, test } from 'vitest';
import { CRITERION_NAMES } from '../../src/compare/best.ts';
import { bestWords } from '../../src/compare/best-words.ts';
import { rowsOf } from '../../src/compare/formats/text.ts';
import { profileResources, type Street } from '../../src/render/render.ts';
import { makeResource, requestYaml } from '../support/requests.ts';
import { comparedWith, PRICES, SPEC, street } from './support.ts';

describe('a combination', () => {
  test('has the figures of the request that says it', () => {
    const { comparison } = comparedWith(['hardware.totalGpus=16', 'sla.itl=10,20', 'hardware.gpuSku=h100_sxm']);
    expect(comparison.combinations).toHaveLength(2);
    for (const { verdict, set } of comparison.combinations) {
      const [gpus, itl, sku] = set.map(({ text }) => text);
      const spec = `${SPEC.replace('itl: 20', `itl: ${itl}`)}\nhardware: {gpuSku: ${sku}, totalGpus: ${gpus}, numGpusPerNode: 8}`;
      const written = profileResources([makeResource(requestYaml({ spec }))], {
        street,
        defaults: {},
        isStrict: false,
      });
      const { request, profile } = written.profiles[0]!;
      expect({ ...verdict, cost: undefined }).toEqual({
        ...street.verdict(request, profile),
        cost: undefined,
        alternatives: expect.anything(),
        limit: verdict!.limit,
      });
    }
  });

  test('that is refused stands there with its reason, and the others are answered', () => {
    const { comparison, findings } = comparedWith(['hardware.gpuSku=h100_sxm,h101', 'sla.ttft=0,2000']);
    expect(
      comparison.combinations.map(({ verdict, refusals }) => [
        verdict === undefined,
        refusals.map(({ code, path }) => `${code} ${path}`),
      ]),
    ).toEqual([
      [true, ['SLA_INVALID spec.sla.ttft']],
      [false, []],
      [true, ['REQUEST_INVALID spec.hardware.gpuSku', 'SLA_INVALID spec.sla.ttft']],
      [true, ['REQUEST_INVALID spec.hardware.gpuSku']],
    ]);
    expect(comparison.combinations[3]!.refusals[0]).toMatchObject({
      message: expect.stringContaining('"h101"'),
      hint: expect.any(String),
      origin: { file: 'chat.yaml', line: 11 },
    });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['ENGINE_NEAR', 'info']]);
  });

  test('has the warnings of its request', () => {
    const { comparison } = comparedWith(['sla.itl=3', 'hardware.totalGpus=8']);
    expect(comparison.combinations[0]!.warnings.map(({ code }) => code)).toEqual(['SLA_NOT_MET']);
    expect(comparison.asWritten.warnings).toEqual([]);
  });

  test.each(['sla.tpot=10', 'hardware.foo=1', 'foo.bar=1', 'foo=1'])(
    '%s is refused, since it would change nothing',
    (set) => {
      const { comparison } = comparedWith([set, 'sla.itl=20']);
      const [{ verdict, refusals, warnings, isBest }] = comparison.combinations as [
        (typeof comparison.combinations)[number],
      ];
      expect([verdict, isBest, warnings]).toEqual([undefined, false, []]);
      expect(refusals).toEqual([expect.objectContaining({ code: 'REQUEST_UNKNOWN_FIELD', severity: 'error' })]);
    },
  );

  test('is not refused for an unknown field of the request itself', () => {
    const { comparison } = comparedWith(['sla.itl=20,30'], { spec: `${SPEC}\nfoo: 1` });
    expect(
      comparison.combinations.map(({ refusals, warnings }) => [refusals, warnings.map(({ code }) => code)]),
    ).toEqual([
      [[], ['REQUEST_UNKNOWN_FIELD']],
      [[], ['REQUEST_UNKNOWN_FIELD']],
    ]);
  });

  test('says how much more or less it serves than the request as written', () => {
    const { comparison } = comparedWith(['servingMode=agg,disagg']);
    const rate = comparison.asWritten.figures!.tokensPerSecPerGpu!;
    expect(comparison.combinations.map(({ factor }) => factor)).toEqual([
      Number((comparison.combinations[0]!.figures!.tokensPerSecPerGpu! / rate).toFixed(3)),
      1,
    ]);
    expect(comparison.combinations[0]!.factor).toBeLessThan(1);
  });

  test('may leave out what the request says', () => {
    const { comparison } = comparedWith(['sla.itl=', 'sla.ttft=', 'sla.e2eLatency=20000']);
    const { figures, refusals } = comparison.combinations[0]!;
    expect(refusals).toEqual([]);
    expect(figures!.requestMs).toBeLessThanOrEqual(20_000);
  });
});

describe('nothing is answered', () => {
  test('so that the reasons of the request are errors of the call', () => {
    const { comparison, findings } = comparedWith(['backend=vllm,sglang'], { spec: 'model: acme/unknown' });
    expect(findings.map(({ code }) => code)).toEqual(['MODEL_UNKNOWN']);
    expect(bestWords(comparison)).toBe('none of 2 combinations is answered');
    expect(comparison.combinations.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      ['MODEL_UNKNOWN'],
      ['MODEL_UNKNOWN'],
    ]);
  });

  test('of what was tried, so that its reasons are, each once', () => {
    const { comparison, findings } = comparedWith(['hardware.gpuSku=h101', 'sla.itl=10,20']);
    expect(comparison.asWritten.verdict).toBeDefined();
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'info ENGINE_NEAR',
      'error REQUEST_INVALID',
    ]);
  });

  test('of the request as written alone, which is not', () => {
    const { findings, comparison } = comparedWith(['model=Qwen/Qwen3-32B'], { spec: 'model: acme/unknown' });
    expect(findings.map(({ severity }) => severity)).toEqual(['info']);
    expect([comparison.asWritten.verdict, comparison.combinations[0]!.isBest]).toEqual([undefined, true]);
  });
});

describe('the best', () => {
  const sets = ['sla.itl=4,12,30', 'hardware.gpuSku=h100_sxm,h200_sxm'];

  test.each(CRITERION_NAMES)('by %s', (by) => {
    const { comparison } = comparedWith(sets, { by });
    const best = comparison.combinations.filter(({ isBest }) => isBest);
    expect(best).toHaveLength(1);
    expect(comparison.asWritten.isBest).toBe(false);
    const [{ figures }] = best as [(typeof best)[number]];
    const meeting = comparison.combinations.flatMap((one) => (one.figures?.meetsTargets === true ? one.figures : []));
    expect(meeting.length).toBeGreaterThan(2);
    expect(figures!.meetsTargets).toBe(true);
    const read = {
      throughput: (one: typeof figures) => -one!.tokensPerSecPerGpu!,
      cost: (one: typeof figures) => one!.costPerMillionOutputTokens!,
      gpus: (one: typeof figures) => one!.gpus,
      ttft: (one: typeof figures) => one!.ttftMs!,
      itl: (one: typeof figures) => one!.itlMs!,
    }[by];
    expect(read(figures)).toBe(Math.min(...meeting.map(read)));
    expect(bestWords(comparison)).toMatchSnapshot();
  });

  test('is the request itself where nothing is set', () => {
    const { comparison } = comparedWith([]);
    expect([comparison.asWritten.isBest, comparison.combinations]).toEqual([true, []]);
    expect(bestWords(comparison)).toBe('566.775 tokens/s/GPU (disagg with vllm on 8 h200_sxm)');
  });

  test('is none where costs cannot be compared, which is an error', () => {
    const priced = { h100_sxm: PRICES.h100_sxm! };
    const missing = comparedWith(sets, { by: 'cost', prices: priced });
    expect(
      missing.findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`),
    ).toEqual(['COSTS_INCOMPARABLE there is no price for h200_sxm, so that nothing is the cheapest']);
    expect(missing.comparison.combinations.some(({ isBest }) => isBest)).toBe(false);
    const mixed = comparedWith(sets, {
      by: 'cost',
      prices: { ...PRICES, h200_sxm: { perGpuHour: 3, currency: 'EUR' } },
    });
    expect(bestWords(mixed.comparison)).toBe('prices are in USD and EUR, which nothing here exchanges');
  });

  test('is none where nothing was measured', () => {
    const { comparison } = comparedWith(['hardware.totalGpus=4,8'], {
      spec: 'model: Qwen/Qwen3-32B\nhardware: {gpuSku: a30, vramMb: 24576, totalGpus: 8, numGpusPerNode: 8}',
    });
    expect(comparison.combinations.map(({ verdict }) => verdict?.basis)).toEqual(['sized', 'sized']);
    expect(bestWords(comparison)).toBe('nothing can be compared by that: no performance was estimated');
  });
});

describe('how many GPUs a load takes', () => {
  test.each(['workload.requestRate=25', 'workload.concurrency=2000'])('is answered beyond the budget: %s', (set) => {
    const { comparison } = comparedWith([set], { by: 'gpus' });
    const { figures, verdict } = comparison.combinations[0]!;
    expect(figures!.servesLoad).toBe(false);
    expect(figures!.neededGpus).toBeGreaterThan(figures!.budgetGpus);
    const { wanted, served } = verdict!.load!;
    // So many groups of the picked workers serve it, and one less does not.
    const perGroup = served / figures!.replicas;
    const groups = figures!.neededGpus! / (figures!.gpus / figures!.replicas);
    expect([groups * perGroup >= wanted, (groups - 1) * perGroup < wanted]).toEqual([true, true]);
    expect(bestWords(comparison)).toMatchSnapshot();
  });

  test('is what serves it when that is the budget', () => {
    const { comparison } = comparedWith(['workload.requestRate=25'], { by: 'gpus' });
    const { neededGpus } = comparison.combinations[0]!.figures!;
    const given = comparedWith(['workload.requestRate=25', `hardware.totalGpus=${neededGpus}`], { by: 'gpus' });
    expect(given.comparison.combinations[0]!.figures).toMatchObject({ servesLoad: true });
    expect(given.comparison.combinations[0]!.figures!.neededGpus).toBeLessThanOrEqual(neededGpus!);
  });

  test('and what that costs', () => {
    const { comparison } = comparedWith(['workload.requestRate=25', 'hardware.gpuSku=h100_sxm,h200_sxm'], {
      by: 'cost',
    });
    for (const { figures } of comparison.combinations) {
      expect(figures!.neededCostPerHour).toBe(figures!.neededGpus! * PRICES[figures!.gpuSku]!.perGpuHour);
    }
    expect(comparison.combinations.map(({ isBest }) => isBest)).toEqual([true, false]);
  });
});

test('what the needed GPUs cost is not made of a rounded cost', () => {
  const { comparison } = comparedWith(['workload.requestRate=250'], {
    prices: { h200_sxm: { perGpuHour: 0.0004, currency: 'USD' }, h100_sxm: { perGpuHour: 0.0004, currency: 'USD' } },
  });
  const { figures } = comparison.combinations[0]!;
  expect(figures!.neededGpus).toBeGreaterThan(figures!.gpus);
  expect(figures!.neededCostPerHour).toBe(Number((figures!.neededGpus! * 0.0004).toFixed(3)));
});

describe('costs', () => {
  const { figures } = comparedWith([]).comparison.asWritten;

  test('are those of the price, an hour and at full load', () => {
    const { gpus, tokensPerSec, requestsPerSec } = figures!;
    expect(figures!.costPerHour).toBe(gpus * 3.5);
    expect(figures!.costPerMillionOutputTokens).toBeCloseTo((gpus * 3.5 * 1e6) / (tokensPerSec! * 3600), 3);
    expect(figures!.costPerMillionRequests).toBeCloseTo((gpus * 3.5 * 1e6) / (requestsPerSec! * 3600), 3);
    expect(figures!.currency).toBe('USD');
  });

  test('are not known without one', () => {
    const unpriced = comparedWith([], { prices: {} }).comparison.asWritten;
    expect(unpriced.verdict).not.toHaveProperty('cost');
    expect(unpriced.figures).toMatchObject({ currency: null, costPerHour: null, costPerMillionOutputTokens: null });
    expect({
      ...figures,
      currency: null,
      costPerHour: null,
      costPerMillionOutputTokens: null,
      costPerMillionRequests: null,
    }).toEqual(unpriced.figures);
  });
});

test('what differs in targets alone is swept once', () => {
  const swept: string[] = [];
  const counted: Street = {
    ...street,
    job: (request) => {
      const job = street.job!(request);
      swept.push(job.sweeps);
      return job;
    },
  };
  comparedWith(
    [
      'sla.itl=10,20,30',
      'sla.ttft=500,1000',
      'workload.requestRate=,3',
      'servingMode=agg,disagg',
      'memoryHeadroom=10%,20%',
    ],
    { street: counted },
  );
  expect(swept.length).toBeGreaterThan(48);
  expect(new Set(swept).size).toBe(1);
});

test('a comparison is the same however its combinations are ordered', () => {
  const rows = (sets: readonly string[]) =>
    rowsOf(comparedWith(sets).comparison)
      .map(({ verdict, isBest }) => JSON.stringify([verdict, isBest]))
      .sort();
  const sets = ['hardware.totalGpus=4,8', 'sla.itl=10,20', 'hardware.gpuSku=h100_sxm,h200_sxm'];
  expect(rows(sets.toReversed())).toEqual(rows(sets));
});
