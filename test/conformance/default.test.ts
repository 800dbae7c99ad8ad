import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEngines } from '../../src/profile/engines.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { parseDocuments } from '../support/documents.ts';
import { compareAnswers, compareDefault, type DefaultResult } from './compare-default.ts';
import type { RecordedPicks } from './compare-profile.ts';
import { MANIFEST_MENDS } from './manifest-mends.ts';
import { toPick } from './profile-rows.ts';
import { type RecordedAnswer, readRequest } from './recording.ts';
import { explainRefusal } from './refusals.ts';
import { ROW_MENDS } from './row-mends.ts';
import { attempt, isRefusal, type Rendered, render } from './run-case.ts';
import { TARGETS_FIRST } from './targets-first.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const goldens = folder('fixtures/goldens');
const cases = readdirSync(goldens).sort();
const engine = openEngines()('0.10');

const results = new Map<string, DefaultResult>();

/** How a case goes; each is rendered once. */
function resultOf(name: string): DefaultResult {
  const result = results.get(name) ?? compareDefault(goldens, name);
  results.set(name, result);
  return result;
}

const CONTEXT_PARALLEL = 'context-parallel rows (SGLang)';
const LOAD_MATCH = 'load match, aggregated against disaggregated';
const LOAD_BUDGET = 'load that the budget cannot serve';

/** The cases with another pick than the recorded one: both topologies, and the mend that changes it. */
const OTHER_PICKS: Readonly<Record<string, readonly [reference: string, ours: string, mend: string]>> = {
  'deepseek-r1-overrides': ['disagg', 'disagg', CONTEXT_PARALLEL],
  'kimi-sglang': ['disagg', 'agg', CONTEXT_PARALLEL],
  'llama-8b-h100': ['agg', 'disagg', LOAD_MATCH],
  'llama-8b-tight-itl': ['disagg', 'agg', TARGETS_FIRST],
  'load-exceeded': ['disagg', 'agg', LOAD_BUDGET],
  'nemotron-49b-h200': ['disagg', 'agg', TARGETS_FIRST],
  'qwen3-235b-fp8': ['disagg', 'agg', CONTEXT_PARALLEL],
  'qwen3-32b-itl-15': ['disagg', 'agg', TARGETS_FIRST],
  'qwen3-32b-rate-sglang': ['disagg', 'agg', CONTEXT_PARALLEL],
  'qwen3-small-a100': ['disagg', 'agg', LOAD_MATCH],
};

/** The cases that the reference refuses, with the code of the same cause. */
const REFUSED: Readonly<Record<string, string>> = {
  'a-very-long-request-name-for-a-deployment': 'NAME_TOO_LONG',
  'both-loads': 'LOAD_CONFLICT',
  'gemma4-b200-vllm': 'NOT_MEASURED',
  'mimo-v2-b200': 'NOT_MEASURED',
  'llama-70b-fp8-h100': 'NOT_MEASURED',
  'sla-impossible': 'NO_FEASIBLE_CONFIG',
  'v4-flash-fp8-b200-sglang': 'NOT_MEASURED',
  'v4-pro-b200-sglang': 'NOT_MEASURED',
};

const topologyOf = (pick = ''): string | undefined => pick.split(' ')[1];

describe('by default every recorded request agrees, or a named mend says why not', () => {
  it.each(cases)('%s', (name) => {
    const { outcome, unexplained } = resultOf(name);
    expect(unexplained).toEqual([]);
    expect(outcome).toBe(name in REFUSED ? 'refused' : 'answered');
  });

  it('changes only the picks of the table, by its mends', () => {
    const differing = cases.map(resultOf).filter(({ isSamePick }) => !isSamePick);
    const found = differing.map(({ name, picks }) => {
      const mend = String(picks?.reason).split(': ')[0];
      return [name, [topologyOf(picks?.reference), topologyOf(picks?.ours), mend]];
    });
    expect(Object.fromEntries(found)).toEqual(OTHER_PICKS);
    for (const { name, mends } of differing) expect(mends).toContain(OTHER_PICKS[name]![2]);
  });

  it('names only rows of docs/deviations.md', () => {
    const text = readFileSync(folder('docs/deviations.md'), 'utf8');
    const topics = [...MANIFEST_MENDS, ...ROW_MENDS].map(({ topic }) => topic);
    const named = [...topics, ...cases.flatMap((name) => resultOf(name).mends)];
    expect([...new Set(named)].filter((topic) => !text.includes(`\n| ${topic} | `))).toEqual([]);
  });

  it.each(Object.entries(REFUSED))('%s is refused with %s, and for nothing else', (name, code) => {
    const answer = attempt(() => render(textOf(name), engine, 'ours'));
    if (!isRefusal(answer)) throw new Error(`${name} was answered`);
    const codes = 'errors' in answer ? answer.errors.map((one) => one.code) : [answer.code];
    expect(codes).toEqual([code]);
    const others = Object.keys(REFUSED).filter((other) => !/SystemExit/.test(errorOf(other)) && other !== name);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(explainRefusal(answer, errorOf(other)).unexplained).toHaveLength(1);
  });
});

function textOf(name: string): string {
  return readFileSync(`${goldens}/${name}/dgdr.yaml`, 'utf8');
}

function errorOf(name: string): string {
  return readFileSync(`${goldens}/${name}/error.txt`, 'utf8');
}

function recordedOf(name: string): RecordedAnswer {
  const read = (file: string): string => readFileSync(`${goldens}/${name}/${file}`, 'utf8');
  const picks = JSON.parse(read('picks.json')) as RecordedPicks;
  return { text: textOf(name), picks, manifests: parseDocuments(read('dgd.yaml')) };
}

/** The recorded picks of a case. */
function recordedPicks(name: string): Profile['picked'] {
  const { text, picks } = recordedOf(name);
  const request = readRequest(text, 'ours');
  return picks.picked.map((row) => toPick(row, request, engine.revision.matching));
}

/** What is left unexplained when our profile of a case is another one. */
function unexplainedWith(name: string, change: (profile: Profile) => Partial<Profile>): readonly string[] {
  const ours = render(textOf(name), engine, 'ours');
  const changed: Rendered = { ...ours, profile: { ...ours.profile, ...change(ours.profile) } };
  return compareAnswers(changed, recordedOf(name), engine).unexplained;
}

type Picked = Profile['picked'][number];

/** The picks and their table with candidates of their own. */
function withRows(
  { chosen, experiments, picked }: Profile,
  change: <One extends Picked>(ranked: readonly One[]) => readonly One[],
): Partial<Profile> {
  const table = experiments[chosen];
  const tables = table === undefined ? experiments : { ...experiments, [chosen]: { ...table, top: change(table.top) } };
  return { picked: change(picked), experiments: tables };
}

function faster<One extends Picked>(one: One): One {
  const { candidate } = one;
  const metrics = { ...candidate.metrics, ttftMs: candidate.metrics.ttftMs * 0.99 };
  return { ...one, candidate: { ...candidate, metrics } };
}

function uncapped<One extends Picked>(one: One): One {
  return { ...one, load: { replicas: 8, gpus: 32 } };
}

/** Changes of a profile that no mend makes. */
const CHANGES: readonly (readonly [what: string, name: string, change: (profile: Profile) => Partial<Profile>])[] = [
  ['a number of the pick', 'qwen3-32b-kv-disagg', (p) => withRows(p, ([a, ...rest]) => [faster(a!), ...rest])],
  ['a lost row', 'qwen3-32b-kv-disagg', (p) => withRows(p, (rows) => rows.slice(1))],
  ['other picks than the chosen rows', 'qwen3-32b-kv-disagg', ({ picked }) => ({ picked: picked.slice(1) })],
  ['another choice', 'qwen3-32b-kv-disagg', () => ({ chosen: 'agg' })],
  [
    'another choice of a load match',
    'qwen3-32b-load',
    ({ chosen }) => ({ chosen: chosen === 'agg' ? 'disagg' : 'agg' }),
  ],
  ['a lost row beside nearest ones', 'llama-8b-tight-itl', (p) => withRows(p, (rows) => rows.slice(1))],
  ['a number of the nearest row', 'llama-8b-tight-itl', (p) => withRows(p, ([a, ...rest]) => [faster(a!), ...rest])],
  ['another latency', 'qwen3-32b-kv', (p) => ({ latencies: { ...p.latencies, ttftMs: 1 } })],
  ['a number beside context-parallel rows', 'qwen3-235b-fp8', (p) => withRows(p, (rows) => rows.map(faster))],
  ['a lost row beside context-parallel rows', 'qwen3-235b-fp8', (p) => withRows(p, (rows) => rows.slice(0, 4))],
  ['a load over the budget', 'load-exceeded', (p) => withRows(p, ([a, ...rest]) => [uncapped(a!), ...rest])],
  ['a pair over the budget', 'planner-rapid', () => ({ picked: recordedPicks('planner-rapid') })],
  ['a lost pair', 'planner-rapid', ({ picked }) => ({ picked: picked.slice(1) })],
];

describe('the comparison of picks notices', () => {
  it.each(CHANGES)('%s (%s)', (_what, name, change) => {
    expect(resultOf(name).unexplained).toEqual([]);
    expect(unexplainedWith(name, change)).not.toEqual([]);
  });

  it('a recorded pick that no rule of the reference gives', () => {
    const name = 'qwen3-235b-fp8';
    const recorded = recordedOf(name);
    const [first, ...rest] = recorded.picks.picked;
    const picks = { ...recorded.picks, picked: [{ ...first!, ttft: Number(first!.ttft) * 0.99 }, ...rest] };
    const { unexplained } = compareAnswers(render(textOf(name), engine, 'ours'), { ...recorded, picks }, engine);
    expect(unexplained).not.toEqual([]);
  });
});
