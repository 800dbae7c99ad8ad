import type { TestProject } from 'vitest/node';

/** Goldens that are our own (fixtures/matrix) are rewritten where somebody reviews the difference, which CI does not. */
export function setup({ vitest }: TestProject): void {
  if (process.env.CI === 'true' && vitest.config.snapshotOptions.updateSnapshot === 'all')
    throw new Error('CI does not rewrite goldens: run vitest with --update where the difference is reviewed');
}
