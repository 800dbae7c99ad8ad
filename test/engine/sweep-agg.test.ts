import { expect, it } from 'vitest';
import { R0_10 } from '../../src/engine/revisions/r0-10.ts';
import { contextTokenSteps } from '../../src/engine/sweep-agg.ts';

/** Recorded from the reference: aiconfigurator 0.10.0, sdk/sweep.py, `_agg_ctx_tokens_list`. */
it.each([
  // Below 512 tokens the steps are multiples of 512 beside the length itself and its double.
  [100, [100, 200, 512, 1024, 1536, 2048, 2560, 3072, 3584, 4096, 4608, 5120, 5632, 6144, 6656, 7168, 7680, 8192]],
  [600, [600, 1200, 1800, 2400, 3000, 3600, 4200, 4800, 5400, 6000, 6600, 7200, 7800]],
  [3000, [3000, 6000]],
  [4000, [4000, 8000]],
  [8192, [8192, 16384]],
  [20000, [20000, 40000]],
])('an input of %d tokens is prefilled in steps of %j', (isl, steps) => {
  expect(contextTokenSteps(isl, R0_10.sweep.agg)).toEqual(steps);
});
