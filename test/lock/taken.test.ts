import { describe, expect, test } from 'vitest';
import { emitYaml } from '../../src/krm/emit-yaml.ts';
import { emitLock, type Lock, parseLock } from '../../src/lock/lock-file.ts';
import { openEngines } from '../../src/profile/engines.ts';
import type { LockOptions } from '../../src/render/locked.ts';
import { openStreet, renderResources } from '../../src/render/render.ts';
import type { RankedRow } from '../../src/request/request.ts';
import type { RequestDefaults } from '../../src/request/settings.ts';
import { makeResource, requestYaml } from '../support/requests.ts';

const street = openStreet(openEngines(), {});
const SPEC = 'backend: vllm\nsla: {ttft: 2000, itl: 20}\nworkload: {isl: 4000, osl: 500}';
const SECOND: RankedRow = { mode: 'disagg', rank: 2 };

interface Rendering {
  readonly name?: string;
  readonly sla?: string;
  readonly defaults?: RequestDefaults;
  readonly lock: Partial<LockOptions>;
}

/** A request rendered as `lock` or `render` does. */
function rendered({ name = 'chat', sla = '20', defaults = {}, lock }: Rendering) {
  const text = requestYaml({ spec: SPEC.replace('itl: 20', `itl: ${sla}`) }).replace('name: chat', `name: ${name}`);
  const options = { whenUnlocked: 'warn', isLocking: false, locks: [], ...lock } as const;
  const { graphs, findings } = renderResources([makeResource(text)], {
    street,
    defaults,
    isStrict: false,
    lock: options,
  });
  const [graph] = graphs;
  return {
    entry: graph?.entry,
    documents: graph?.documents.map(emitYaml).join('---\n'),
    summary: String(Object(graph?.graph.metadata).annotations?.['dgdr-render.dev/profile']),
    notes: findings
      .filter(({ code }) => /^(LOCK_(STALE|MISSING)|WISH_COSTS|TAKE_)/.test(code))
      .map((one) => `${one.code} ${one.message}`),
  };
}

const locking = { whenUnlocked: 'pick', isLocking: true } as const;
const lockWith = (rendering: Omit<Rendering, 'lock'>, take?: RankedRow): Lock[] => {
  const { entry } = rendered({ ...rendering, lock: { ...locking, takeOf: () => take } });
  return [parseLock(makeResource(emitLock([entry!]), 'dgdr.lock.yaml'))];
};

describe('a row that was taken', () => {
  const plain = lockWith({});
  const taken = lockWith({}, SECOND);

  test('is an input of its entry', () => {
    expect(taken[0]!.entries[0]!.inputs).toEqual({ ...plain[0]!.entries[0]!.inputs, take: 'disagg:2' });
    expect(taken[0]!.entries[0]!.digest).not.toBe(plain[0]!.entries[0]!.digest);
    expect(taken[0]!.entries[0]!.profile.picked).toEqual(plain[0]!.entries[0]!.profile.runnerUp);
  });

  test('is rendered by everyone who does not say it, with what it costs', () => {
    const { summary, notes, documents } = rendered({ lock: { locks: taken } });
    expect(summary).toMatch(/^disagg 4x prefill tp1 \+ 1x decode tp4, .*, as wished: take disagg:2$/);
    expect(notes).toEqual([expect.stringMatching(/^WISH_COSTS take disagg:2: /)]);
    expect(documents).toBe(rendered({ lock: { ...locking, takeOf: () => SECOND } }).documents);
  });

  test('stays when its lock is written again, and goes where another one is taken or none', () => {
    const again = (more: Partial<LockOptions>) =>
      rendered({ lock: { ...locking, locks: taken, ...more } }).entry?.inputs.take;
    expect(again({})).toBe('disagg:2');
    expect(again({ takeOf: () => SECOND })).toBe('disagg:2');
    expect(again({ takeOf: () => ({ mode: 'agg', rank: 1 }) })).toBe('agg:1');
    expect(again({ isRenewed: () => true })).toBeUndefined();
  });

  test('is left where other inputs changed, which is said', () => {
    const { notes } = rendered({ sla: '21', lock: { locks: taken } });
    expect(notes).toEqual([
      'LOCK_STALE the lock holds for other inputs (sla.itlMs 20 -> 21); the row disagg:2 that was taken is left: picked anew',
    ]);
  });

  test('holds for the request under a longer name, and for no other', () => {
    expect(rendered({ name: 'team-chat', lock: { locks: taken } }).summary).toContain('take disagg:2');
    expect(rendered({ name: 'other', lock: { locks: taken } }).notes).toEqual([expect.stringMatching(/^LOCK_MISSING/)]);
    expect(rendered({ name: 'other', lock: { locks: plain } }).notes).toEqual([]);
  });

  test('cannot be edited by hand', () => {
    const text = emitLock(taken[0]!.entries).replace('take: disagg:2', 'take: disagg:1');
    expect(() => parseLock(makeResource(text, 'dgdr.lock.yaml'))).toThrow('not those of the digest');
  });
});

test('a wish is an input too, and why a lock is stale', () => {
  const plain = lockWith({});
  const defaults = { servingMode: 'agg', memoryHeadroom: '10%' } as const;
  const { notes } = rendered({ defaults, lock: { locks: plain } });
  expect(notes[0]).toBe(
    'LOCK_STALE the lock holds for other inputs (servingMode + agg, memoryHeadroom + "10%"): picked anew',
  );
  const wished = lockWith({ defaults });
  expect(wished[0]!.entries[0]!.inputs).toMatchObject({ servingMode: 'agg', memoryHeadroom: '10%' });
  expect(rendered({ defaults, lock: { locks: wished } }).summary).toMatch(
    /as wished: servingMode agg and memoryHeadroom 10%$/,
  );
});
