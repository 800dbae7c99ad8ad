import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { compareFamily, type RecordedFamily } from '../conformance/compare-family.ts';

const FOLDER = new URL('../../fixtures/families/', import.meta.url);
const engines = openEngines();
const recordings = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/**
 * How far the worst time may be off: not at all, but that the cubic surfaces which the older engine lays between measured products
 * come of an iteration, whose last bits depend on how a processor adds.
 */
const WORST = { '0.10': 2 ** -50, '0.12': 0 } as const;

describe('a family’s lists, times, weights, cache and memory are the reference’s', () => {
  it.each(recordings)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as RecordedFamily;
    const release = name.startsWith('v0.10-') ? '0.10' : '0.12';
    const { compared, worst, failures } = compareFamily(recorded, engines(release));
    expect(failures).toEqual([]);
    expect(worst).toBeLessThanOrEqual(WORST[release]);
    expect(compared).toBeGreaterThan(4);
  });
});
