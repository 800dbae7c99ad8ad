import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { compareProfile, type RecordedPicks } from './compare-profile.ts';
import { toProfileRows } from './profile-rows.ts';
import { readRecording, readRequest, recordedEngine } from './recording.ts';
import { render } from './run-case.ts';
import { missesTarget } from './targets-first.ts';

const goldens = fileURLToPath(new URL('../../fixtures/goldens', import.meta.url));
const cases = readdirSync(goldens).sort();
const engine = openEngines()('0.10');
const text = (name: string): string => readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8');
const picksOf = (name: string): RecordedPicks => readRecording(goldens, name).answer!.picks;

it('names the engine that it was recorded with, and no other', () => {
  const named = cases.map(
    (name) => /^engine: "(.*)"$/m.exec(readFileSync(`${goldens}/${name}/origin.yaml`, 'utf8'))?.[1],
  );
  expect(named).toEqual(cases.map((name) => recordedEngine(goldens, name).revision.name));
  const folder = mkdtempSync(join(tmpdir(), 'dgdr-golden-'));
  mkdirSync(join(folder, 'case'));
  writeFileSync(join(folder, 'case/origin.yaml'), 'engine: "0.9"\n');
  expect(() => recordedEngine(folder, 'case')).toThrow('names the engine 0.9');
  rmSync(folder, { recursive: true });
});

it('covers every system that was measured', () => {
  const systems = cases.map((name) => /gpuSku: (\S+)/.exec(readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8'))?.[1]);
  const measured = engine.data.index.packs.filter(({ backend }) => backend === 'vllm').map(({ system }) => system);
  expect(measured.filter((system) => !systems.includes(system))).toEqual([]);
  expect(measured).toHaveLength(9);
});

describe('by default', () => {
  const answered = cases.filter((name) => !existsSync(`${goldens}/${name}/error.txt`));

  it('most requests are answered, and many of their picks are not mended', () => {
    expect(answered.length).toBeGreaterThan(40);
    expect(unmended.length).toBeGreaterThan(20);
  });

  it.each(answered)('%s uses no more GPUs than it may and serves the load it claims', (name) => {
    const { request, profile, graph } = render(text(name), recordedEngine(goldens, name), 'ours');
    expect(gpusOf(graph)).toBeLessThanOrEqual(request.hardware.totalGpus);
    const [pick] = profile.picked;
    if (request.pickingMode !== 'load_match' || pick === undefined) return;
    const { requestRatePerSec: rate, concurrency } = request.workload;
    const { metrics } = pick.candidate;
    const served = metrics[rate === undefined ? 'concurrency' : 'requestsPerSec'] * pick.replicas;
    const wanted = (rate ?? concurrency!) * (((pick.load?.servedPercent ?? 100) - 0.05) / 100);
    expect(served).toBeGreaterThanOrEqual(wanted);
  });

  /** Default picking on backends whose layouts flags can express is not mended where every first row meets the target. */
  const unmended = answered.filter((name) => {
    const request = readRequest(text(name), 'ours');
    const { experiments = {} } = picksOf(name);
    const isMet = Object.values(experiments).every(({ top }) => top[0] === undefined || !missesTarget(top[0], request));
    return request.pickingMode === 'default' && request.backend !== 'auto' && request.backend !== 'sglang' && isMet;
  });

  it.each(unmended)('%s has the recorded rows and pick', (name) => {
    const picks = picksOf(name);
    const { profile } = render(text(name), recordedEngine(goldens, name), 'ours');
    expect(compareProfile(toProfileRows(profile), picks).failures).toEqual([]);
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
    const profile = toProfileRows(render(text(name), engine, 'reference').profile);
    const picks = picksOf(name);
    const [first, ...rest] = profile.picked;
    const slower = { ...profile, picked: [{ ...first!, ttft: Number(first!.ttft) * 1.001 }, ...rest] };
    expect(compareProfile(slower, picks).failures).toHaveLength(1);
    expect(compareProfile({ ...profile, chosen: 'disagg' }, picks).failures).toHaveLength(1);
    expect(compareProfile({ ...profile, picked: rest }, picks).failures.length).toBeGreaterThan(0);
  });
});
