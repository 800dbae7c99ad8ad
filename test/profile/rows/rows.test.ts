import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Profile, profileRequest } from '../../../src/profile/profile.ts';
import { fromRow } from '../../../src/profile/rows/from-row.ts';
import { fromLatencyColumns, type Row, toLatencyColumns } from '../../../src/profile/rows/row.ts';
import { toRow } from '../../../src/profile/rows/to-row.ts';
import { parseRequest } from '../../../src/request/parse-request.ts';
import type { Request } from '../../../src/request/request.ts';
import { engine } from '../../support/profiles.ts';
import { makeResource } from '../../support/requests.ts';
import { ignoreWarnings } from '../../support/warnings.ts';

const GOLDENS = new URL('../../../fixtures/goldens/', import.meta.url);

/** Recorded requests of every backend, both modes, a load, several backends and a planner. */
const NAMES = [
  'qwen3-32b-kv',
  'qwen3-32b-trtllm',
  'qwen3-32b-e2e',
  'qwen3-235b-fp8',
  'kimi-sglang',
  'load-exceeded',
  'qwen3-32b-auto',
  'auto-load-capped',
  'planner-rapid',
];

interface RecordedRun {
  readonly request: Request;
  readonly profile: Profile;
  readonly rows: readonly Row[];
}

function read(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, GOLDENS), 'utf8');
}

/** What the reference's rules make of a recorded request, with the picks that were recorded for it. */
function runOf(name: string): RecordedRun {
  const resource = makeResource(read(name, 'dgdr.yaml'), name);
  const request = parseRequest(resource, { compat: 'reference' }, ignoreWarnings);
  return {
    request,
    profile: profileRequest(request, engine, ignoreWarnings),
    rows: JSON.parse(read(name, 'picks.json')).picked,
  };
}

const runs = NAMES.map((name) => [name, runOf(name)] as const);

describe('a row', () => {
  it.each(runs)('says everything of the picks of %s', (_, { request, profile }) => {
    const { pickingMode, hardware } = request;
    expect(profile.picked.length).toBeGreaterThan(0);
    for (const pick of profile.picked) {
      // An aggregated row names its backend whether its table ranked several or not.
      const { backend: _ranked, ...single } = pick;
      const expected = pick.candidate.mode === 'agg' ? single : pick;
      expect(fromRow(toRow(pick), { pickingMode, totalGpus: hardware.totalGpus })).toEqual(expected);
    }
  });

  it.each(runs)('says everything of the candidates on the fronts of %s', (_, { request, profile }) => {
    const fronts = Object.values(profile.experiments).flatMap(({ pareto }) => pareto);
    expect(fronts.length > 0).toBe(request.pickingMode !== 'autoscale');
    for (const { candidate } of fronts) {
      expect(fromRow(toRow({ candidate }), { pickingMode: 'default', totalGpus: 8 }).candidate).toEqual(candidate);
    }
  });

  it.each(runs)('has the columns of the recorded picks of %s', (_, { profile, rows }) => {
    const names = (found: readonly Row[]) => found.map((row) => Object.keys(row).filter((name) => !isMade(name)));
    expect(names(profile.picked.map(toRow))).toEqual(names(rows));
  });

  it.each(runs)('of a recording comes out as it went in: %s', (_, { request, rows }) => {
    const { pickingMode, hardware } = request;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !isMade(name)));
      expect(toRow(fromRow(row, { pickingMode, totalGpus: hardware.totalGpus }))).toEqual(kept);
    }
  });

  it('without columns stands for one worker of one GPU', () => {
    const { candidate, replicas } = fromRow({}, { pickingMode: 'default', totalGpus: 4 });
    const layout = { tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 };
    expect(candidate).toMatchObject({ mode: 'agg', gpus: 1, worker: { layout, batch: 1, workers: 1, quant: {} } });
    expect(replicas).toBe(4);
  });

  it.each([
    ['all of the budget', {}, { budgetGpus: 8, replicas: 4 }],
    ['what a load needs', { total_gpus_needed: 4 }, { budgetGpus: 4, replicas: 2 }],
    ['no more than there is', { total_gpus_needed: 99 }, { budgetGpus: 8, replicas: 4 }],
    ['all of it where a recording has no number', { total_gpus_needed: 'NaN' }, { budgetGpus: 8, replicas: 4 }],
  ])('is deployed over %s', (_, columns, wanted) => {
    expect(fromRow({ tp: 2, ...columns }, { pickingMode: 'default', totalGpus: 8 })).toMatchObject(wanted);
  });

  it('of a planner is deployed once', () => {
    const row = { '(p)tp': 1, '(d)tp': 2, '(p)workers': 1, '(d)workers': 1 };
    const wanted = { replicas: 1, replicaGpus: 3, budgetGpus: 3 };
    expect(fromRow(row, { pickingMode: 'autoscale', totalGpus: 64 })).toMatchObject(wanted);
  });
});

it('latencies have their names of the reference on the wire alone', () => {
  const columns = { ttft: 1, tpot: 2, request_latency: 3 };
  expect(fromLatencyColumns(columns)).toEqual({ ttftMs: 1, tpotMs: 2, requestMs: 3 });
  expect(toLatencyColumns(fromLatencyColumns(columns))).toEqual(columns);
});

it('recorded requests of every kind are read', () => {
  const modes = runs.flatMap(([, { profile }]) => profile.picked.map(({ candidate }) => candidate.mode));
  expect([...new Set(modes)].sort()).toEqual(['agg', 'disagg']);
  expect(new Set(runs.map(([, { request }]) => request.backend)).size).toBe(4);
  expect(new Set(runs.map(([, { request }]) => request.pickingMode)).size).toBe(3);
});

/** Columns that say how the reference computed a row. */
function isMade(name: string): boolean {
  return name.startsWith('_');
}
