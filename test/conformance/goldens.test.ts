import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
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
    expect(result.outcome).not.toBe('missing');
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

describe('by default', () => {
  const answered = cases.filter((name) => runCase(goldens, name, data).outcome === 'answered');
  const text = (name: string): string => readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8');

  it.each(answered)('%s uses no more GPUs than it may and serves the load it claims', (name) => {
    const { request, profile, graph } = render(text(name), data, 'ours');
    expect(gpusOf(graph)).toBeLessThanOrEqual(request.hardware.totalGpus);
    const [row] = profile.picked;
    if (request.pickingMode !== 'load_match' || row === undefined) return;
    const { requestRatePerSec: rate, concurrency } = request.workload;
    const served = numberIn(row, rate === undefined ? 'concurrency' : 'seq/s') * numberIn(row, 'replicas_needed');
    const wanted = (rate ?? concurrency!) * ((Number(row.load_served_pct ?? 100) - 0.05) / 100);
    expect(served).toBeGreaterThanOrEqual(wanted);
  });

  /** Default picking on backends whose layouts flags can express is not mended. */
  const unmended = answered.filter((name) => {
    const { request } = render(text(name), data, 'ours');
    return request.pickingMode === 'default' && request.backend !== 'auto' && request.backend !== 'sglang';
  });

  it.each(unmended)('%s has the recorded rows and pick', (name) => {
    const picks = JSON.parse(readFileSync(`${goldens}/${name}/picks.json`, 'utf8')) as RecordedPicks;
    expect(compareProfile(render(text(name), data, 'ours').profile, picks).failures).toEqual([]);
  });
});

/** GPUs of all pods of a graph. */
function gpusOf(graph: JsonObject): number {
  const services = Object.values(Object(Object(graph.spec).services)) as JsonObject[];
  return services.reduce((sum, service) => {
    const perPod = Number(Object(Object(service.resources).limits).gpu ?? 0);
    const nodes = Number(Object(service.multinode).nodeCount ?? 1);
    return sum + perPod * nodes * Number(service.replicas ?? 1);
  }, 0);
}

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
