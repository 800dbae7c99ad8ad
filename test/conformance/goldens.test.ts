import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPerfData } from '../../src/perfdb/perfdb.ts';
import { numberIn } from '../../src/pick/rows.ts';
import { compareOperations, type RecordedOperations } from './compare-operations.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';
import { render, runCase } from './run-case.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const goldens = folder('goldens');
const cases = readdirSync(goldens).sort();
const recordings = readdirSync(folder('ops')).filter((name) => name.endsWith('.json'));
const data = openPerfData();

describe('under compat reference every recorded request has the recorded rows, pick and manifest', () => {
  it.each(cases)('%s', (name) => {
    const result = runCase(goldens, name, data);
    expect(result.failures).toEqual([]);
    expect(result.outcome === 'refused' || result.rows > 0).toBe(true);
  });

  it('covers every system that was measured', () => {
    const systems = cases.map(
      (name) => /gpuSku: (\S+)/.exec(readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8'))?.[1],
    );
    const measured = data.index.packs.filter(({ backend }) => backend === 'vllm').map(({ system }) => system);
    expect(measured.filter((system) => !systems.includes(system))).toEqual([]);
    expect(measured).toHaveLength(9);
  });
});

describe('single operations are the recorded ones', () => {
  it.each(recordings)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(`${folder('ops')}/${name}`, 'utf8')) as RecordedOperations;
    const { compared, failures } = compareOperations(recorded, data);
    expect(failures).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});

describe('by default a pick is the recorded one and fits the budget', () => {
  const answered = cases.filter((name) => runCase(goldens, name, data).outcome === 'answered');
  it.each(answered)('%s', (name) => {
    const { request, profile } = render(readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8'), data, 'ours');
    const picks = JSON.parse(readFileSync(`${goldens}/${name}/picks.json`, 'utf8')) as RecordedPicks;
    expect(compareProfile(profile, picks).failures).toEqual([]);
    expect(numberIn(profile.picked[0]!, 'num_total_gpus')).toBeLessThanOrEqual(request.hardware.totalGpus);
  });
});

describe('the comparison itself', () => {
  it('notices a changed number, a changed pick and a missing row', () => {
    const name = 'qwen3-32b-kv';
    const { profile } = render(readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8'), data, 'reference');
    const picks = JSON.parse(readFileSync(`${goldens}/${name}/picks.json`, 'utf8')) as RecordedPicks;
    const [first, ...rest] = profile.picked;
    const slower = { ...profile, picked: [{ ...first!, ttft: numberIn(first!, 'ttft') * 1.001 }, ...rest] };
    expect(compareProfile(slower, picks).failures).toHaveLength(1);
    expect(compareProfile({ ...profile, chosen: 'disagg' }, picks).failures).toHaveLength(1);
    expect(compareProfile({ ...profile, picked: rest }, picks).failures.length).toBeGreaterThan(0);
  });
});
