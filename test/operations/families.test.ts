import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { compareFamily, type RecordedFamily } from '../conformance/compare-family.ts';

const FOLDER = new URL('../../fixtures/families/', import.meta.url);
const engines = openEngines();
const recordings = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('a family’s lists, times, weights, cache and memory are the reference’s', () => {
  it.each(recordings)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as RecordedFamily;
    const { compared, worst, failures } = compareFamily(recorded, engines(name.startsWith('v0.10-') ? '0.10' : '0.12'));
    expect(failures).toEqual([]);
    expect(worst).toBe(0);
    expect(compared).toBeGreaterThan(4);
  });
});
