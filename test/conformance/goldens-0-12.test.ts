import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openEngines } from '../../src/profile/engines.ts';
import { findArchitecture } from '../../src/profile/models.ts';
import { RECORDED_REFERENCES } from '../../src/request/mends.ts';
import { BACKENDS } from '../../src/serving.ts';
import { compareDefault, type DefaultResult } from './compare-default.ts';
import { readRecording, readRequest } from './recording.ts';
import { attempt, isRefusal, render } from './run-case.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const goldens = folder('fixtures/goldens-0.12');
const cases = readdirSync(goldens).sort();
const engine = openEngines()('0.12');
const read = (name: string, file: string): string => readFileSync(`${goldens}/${name}/${file}`, 'utf8');

/** The requests that can be read, which is all but those that are refused for what they say. */
const requests = cases.flatMap((name) => {
  const request = attempt(() => readRequest(read(name, 'dgdr.yaml'), 'ours'));
  return isRefusal(request) ? [] : [{ name, request }];
});

describe('the recordings of the second generation', () => {
  it('name engine and target, as the request does', () => {
    for (const name of cases) {
      const { engine: recorded, target, source } = parse(read(name, 'origin.yaml'));
      expect([name, recorded, target in RECORDED_REFERENCES]).toEqual([name, '0.12', true]);
      expect(read(name, 'dgdr.yaml')).toContain(`dynamo-planner:${target}.1`);
      expect(source).toContain(`ai-dynamo ${target}.1 over aiconfigurator 0.12.0`);
    }
    expect(cases.length).toBeGreaterThanOrEqual(25);
  });

  it('cover every system, backend, way of picking and family', () => {
    const seen = (of: (one: (typeof requests)[number]) => string) => [...new Set(requests.map(of))];
    const measured = engine.data.index.packs.filter(({ backend }) => backend === 'vllm').map(({ system }) => system);
    expect(measured).toHaveLength(9);
    expect(seen(({ request }) => request.hardware.system)).toEqual(expect.arrayContaining(measured));
    expect(seen(({ request }) => request.backend)).toEqual(expect.arrayContaining([...BACKENDS, 'auto']));
    expect(seen(({ request }) => request.pickingMode).sort()).toEqual(['autoscale', 'default', 'load_match']);
    expect(seen(({ request }) => request.sla.kind).sort()).toEqual(['e2e', 'pair']);
    const families = seen(({ request }) => {
      const found = attempt(() => findArchitecture(request, engine).family);
      return isRefusal(found) || found === undefined ? 'none' : found;
    });
    expect(families).toEqual(expect.arrayContaining([...engine.revision.families]));
  });

  it('are compact: what all rows of a table say alike stands once', () => {
    const tables = cases.filter((name) => existsSync(`${goldens}/${name}/picks.json`));
    const sizes = tables.map((name) => read(name, 'picks.json').length);
    // Those of experts have the longest pareto fronts, a hundred rows of sixty columns; one names the source of each operation's
    // time, of which hybrids have sixty.
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });
});

const CONTEXT_PARALLEL = 'context-parallel rows (SGLang)';
const TARGETS_FIRST = 'latency targets against throughput';
const LOAD_BUDGET = 'load that the budget cannot serve';
const PLANNER = 'planner: GPUs and backend';

/** The cases with another pick than the recorded one, and the mend that changes it. */
const OTHER_PICKS: Readonly<Record<string, string>> = {
  'v15-deepseek-v3-planner-trtllm': PLANNER,
  'v15-glm52-nvfp4-b200-sglang': CONTEXT_PARALLEL,
  'v15-load-unserved': LOAD_BUDGET,
  'v15-nm3-su4-b200-plan': PLANNER,
  'v15-nm3-su4-rtx-plan': PLANNER,
  'v15-nm3-super4-b200-d': TARGETS_FIRST,
  'v15-qwen3-32b-h200-sglang-cp': CONTEXT_PARALLEL,
  'v15-v4-flash-b200-sglang': CONTEXT_PARALLEL,
  'v15-v4-flash-b200-vllm': TARGETS_FIRST,
};

/** The cases that the reference refuses, with the code of the same cause. */
const REFUSED: Readonly<Record<string, string>> = {
  'v15-a-very-long-request-name-for-it': 'NAME_TOO_LONG',
  'v15-both-loads': 'LOAD_CONFLICT',
  'v15-custom-code': 'REMOTE_CODE_UNTRUSTED',
  'v15-glm5-nvfp4-h200-vllm': 'NOT_MEASURED',
  'v15-m3-h200-sglang': 'NOT_MEASURED',
  'v15-m3-nvfp4-b200-trtllm': 'NOT_MEASURED',
  'v15-minimax-m25-nvfp4-h200-trtllm': 'NOT_MEASURED',
  'v15-nm3-super8-h200-t': 'NOT_MEASURED',
  'v15-nm35-h200-t': 'NOT_MEASURED',
  'v15-sla-impossible': 'NO_FEASIBLE_CONFIG',
  'v15-v4-flash-b200-trtllm': 'NOT_MEASURED',
  'v16-nm35-b200-s': 'NOT_MEASURED',
  'v16-nm35-h200-v': 'NOT_MEASURED',
};

const results = new Map<string, DefaultResult>();

function resultOf(name: string): DefaultResult {
  const result = results.get(name) ?? compareDefault(goldens, name);
  results.set(name, result);
  return result;
}

describe('by default every one of them agrees, or a named mend says why not', () => {
  it.each(cases)('%s', (name) => {
    const { outcome, unexplained } = resultOf(name);
    expect(unexplained).toEqual([]);
    expect(outcome).toBe(name in REFUSED ? 'refused' : 'answered');
  });

  it('changes only the picks of the table, by its mends', () => {
    const found = cases.map(resultOf).filter(({ isSamePick }) => !isSamePick);
    expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(OTHER_PICKS).sort());
    for (const { name, picks } of found)
      expect(`${name}: ${picks?.reason}`).toContain(`${name}: ${OTHER_PICKS[name]}: `);
  });

  it('names only rows of docs/deviations.md', () => {
    const text = readFileSync(folder('docs/deviations.md'), 'utf8');
    const named = new Set(cases.flatMap((name) => resultOf(name).mends));
    expect(named.size).toBeGreaterThan(3);
    expect([...named].filter((topic) => !text.includes(`\n| ${topic} | `))).toEqual([]);
  });

  it.each(Object.entries(REFUSED))('%s is refused with %s', (name, code) => {
    const { text, error } = readRecording(goldens, name);
    const answer = attempt(() => render(text, engine, 'ours'));
    if (!isRefusal(answer)) throw new Error(`${name} was answered`);
    const codes = 'errors' in answer ? answer.errors.map((one) => one.code) : [answer.code];
    expect([codes, typeof error]).toEqual([[code], 'string']);
  });
});
