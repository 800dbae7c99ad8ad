import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import { compareOperations, type RecordedOperations, recordedGeneration } from '../conformance/compare-operations.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const FOLDERS = ['ops', 'ops-0.12'] as const;
const recordings = FOLDERS.flatMap((folder) => {
  const names = readdirSync(new URL(`${folder}/`, FIXTURES)).filter((name) => name.endsWith('.json'));
  return names.map((name) => `${folder}/${name}`);
});
const engines = openEngines();

/** Rounding of the last bits; everything else must be the reference's. The second generation has no such rounding. */
const WORST = { ops: 1e-14, 'ops-0.12': 0 } as const satisfies Record<(typeof FOLDERS)[number], number>;

describe('operations of every parallel choice are the reference’s', () => {
  it.each(recordings)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as RecordedOperations;
    const { compared, worst, failures } = compareOperations(recorded, engines(recordedGeneration(recorded)));
    expect(failures).toEqual([]);
    expect(worst).toBeLessThanOrEqual(WORST[name.split('/')[0] as keyof typeof WORST]);
    expect(compared).toBeGreaterThan(590);
  });

  it.each(FOLDERS)('%s covers each backend', (folder) => {
    const backends = ['sglang', 'trtllm', 'vllm'];
    expect(backends.filter((backend) => recordings.some((name) => name.startsWith(`${folder}/${backend}-`)))).toEqual(
      backends,
    );
  });
});
