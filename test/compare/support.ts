import type { CriterionName } from '../../src/compare/best.ts';
import { compare } from '../../src/compare/compare.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet, type Street } from '../../src/render/render.ts';
import type { Prices } from '../../src/request/prices.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { makeResource, requestYaml } from '../support/requests.ts';

export const street = openStreet(openEngines(), {});

export const PRICES: Prices = {
  h100_sxm: { perGpuHour: 2, currency: 'USD' },
  h200_sxm: { perGpuHour: 3.5, currency: 'USD' },
};

/** A dense model on one node, whose pick is disaggregated. */
export const SPEC = 'backend: vllm\nsla: {ttft: 2000, itl: 20}\nworkload: {isl: 4000, osl: 500}';

interface Asked {
  readonly spec?: string;
  readonly by?: CriterionName;
  readonly prices?: Prices | undefined;
  readonly defaults?: RequestDefaults;
  readonly street?: Street;
}

/** One request compared with what it could say. */
export function comparedWith(sets: readonly string[], asked: Asked = {}) {
  const { spec = SPEC, by = 'throughput', prices = PRICES, defaults = {}, street: own = street } = asked;
  const terms = { street: own, defaults, isStrict: false };
  const { comparisons, findings } = compare([makeResource(requestYaml({ spec }), 'chat.yaml')], {
    ...{ sets, by, termsOf: () => terms, pricesOf: () => prices },
  });
  return { comparison: comparisons[0]!, comparisons, findings };
}
