import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCase } from './run-case.ts';

const goldens = fileURLToPath(new URL('../../fixtures/goldens', import.meta.url));
/** Every recorded request, unless scripts/mutation.mjs names a few. */
const cases = process.env.RECORDED_CASES?.split(',') ?? readdirSync(goldens).sort();

describe('under compat reference every recorded request has the recorded rows, pick and manifest', () => {
  it.each(cases)('%s', (name) => {
    const result = runCase(goldens, name);
    expect(result.failures).toEqual([]);
    expect(result.outcome).not.toBe('missing');
  });
});
