import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { compareOperations, type RecordedOperations } from '../conformance/compare-operations.ts';

const FOLDER = new URL('../../fixtures/ops/', import.meta.url);
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const engine = openEngines()('0.10');

/** Rounding of the last bits; everything else must be the reference's. */
const LAST_DIGITS = 1e-14;

describe('operations of every parallel choice are the reference’s', () => {
  it.each(names)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as RecordedOperations;
    const { compared, worst, failures } = compareOperations(recorded, engine);
    expect(failures).toEqual([]);
    expect(worst).toBeLessThan(LAST_DIGITS);
    expect(compared).toBeGreaterThan(600);
  });

  it('covers each backend', () => {
    const backends = new Set(names.map((name) => name.slice(0, name.indexOf('-'))));
    expect([...backends].sort()).toEqual(['sglang', 'trtllm', 'vllm']);
  });
});
