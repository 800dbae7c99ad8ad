import { defineConfig } from 'vitest/config';
import { skippedReporter } from './test/hosts/skipped.ts';
import { HANGS_MS } from './test/support/limits.ts';

/** Where CI wants the results as JSON, beside what people read. */
const report = process.env.VITEST_REPORT;

/** Which test files there are, where not all of them are meant: scripts/mutation.mjs. */
const include = process.env.VITEST_INCLUDE?.split(',') ?? ['test/**/*.test.ts'];

export default defineConfig({
  test: {
    include,
    globalSetup: ['test/support/no-update-in-ci.ts'],
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    reporters: report
      ? ['default', ['json', { outputFile: report }], skippedReporter()]
      : ['default', skippedReporter()],
  },
});
