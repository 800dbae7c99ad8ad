import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { main } from '../../src/cli.ts';
import { CODES, RenderError } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet, type Street } from '../../src/render/render.ts';
import { CALLS, type Call, LOCKABLE, lockedCalls } from './calls.ts';

/** A longer run, or another one, is asked for with FUZZ_RUNS and FUZZ_SEED. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_125);
const RUNS = Number(process.env.FUZZ_RUNS ?? 2000);

const real = openStreet(openEngines(), {});
/** The street, but for requests that are sound and take long: their profiles are held to the reference elsewhere. */
const street: Street = {
  ...real,
  profile: (request, warn) => {
    const { workload, hardware, backend } = request;
    const isLong = workload.isl + workload.osl > 20_000 || hardware.totalGpus > 16 || backend === 'auto';
    if (isLong) throw new RenderError('NO_FEASIBLE_CONFIG', { message: 'left out' });
    return real.profile(request, warn);
  },
};

const root = mkdtempSync(join(tmpdir(), 'dgdr-fuzz-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
/** A code of ours, or the words for a wrong call. */
const CODED = new RegExp(`\\b(${Object.keys(CODES).join('|')})\\b|^dgdr-render: `, 'm');
const INHERITED = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run({ argv, stdin, env }: Call, cwd: string): Promise<Run> {
  const out = { stdout: '', stderr: '' };
  const code = await main(argv, {
    ...{
      cwd,
      env,
      isColoured: false,
      readStdin: async () => stdin,
      openStreet: () => street,
      threads: { entry: new URL('none:'), processors: 1 },
    },
    progress: () => {},
    untilSafe: (work) => work(new AbortController().signal),
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
  });
  // The log of an application says how long it took.
  return { code, ...out, stderr: out.stderr.replace(/\d+\.\d s$/m, 's') };
}

/** A fresh folder with the call's files. */
function folderOf({ files }: Call): string {
  const cwd = join(root, 'cwd');
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return cwd;
}

/** Documents of others pass through as they are, broken or not. */
function isOurs(text: string): boolean {
  return text.includes('dgdr-render.dev/engine:');
}

/** What every call keeps, whatever it is given. */
async function holds(call: Call): Promise<void> {
  const first = await run(call, folderOf(call));
  expect([0, 1, 2], first.stderr).toContain(first.code);
  if (first.code !== 0) expect(first.stderr).toMatch(CODED);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they move a terminal's cursor or hide what follows
  expect(first.stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  const written = call.argv[0] === 'function' ? [first.stdout] : first.stdout.split(/^---$/m).filter(isOurs);
  expect(written.flatMap((text) => parseAllDocuments(text).flatMap(({ errors }) => errors))).toEqual([]);
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(INHERITED);
  expect(readdirSync(root)).toEqual(['cwd']);
  expect(await run(call, folderOf(call))).toEqual(first);
}

async function fuzz(name: string, calls: fc.Arbitrary<Call>, numRuns: number): Promise<void> {
  let executions = 0;
  const counted = fc.asyncProperty(calls, async (call) => {
    executions += 1;
    await holds(call);
  });
  await fc.assert(counted, { seed: SEED, numRuns });
  console.log(`fuzz: ${executions} inputs of ${name}, each run twice, seed ${SEED}`);
  expect(executions).toBe(numRuns);
}

test('no input gives an error without a code, output that cannot be read, or another answer the second time', () =>
  fuzz('requests, streams, ResourceLists and applications', CALLS, RUNS));

test('no lock does', async () => {
  const locks: JsonObject[] = [];
  for (const text of LOCKABLE) {
    const call: Call = { argv: ['lock'], stdin: new Uint8Array(), files: { 'q.yaml': text }, env: {} };
    const cwd = folderOf(call);
    expect(await run(call, cwd)).toMatchObject({ code: 0 });
    locks.push(parseAllDocuments(readFileSync(join(cwd, 'dgdr.lock.yaml'), 'utf8'))[0]?.toJS() as JsonObject);
  }
  await fuzz('locks', lockedCalls(locks), Math.ceil(RUNS / 5));
});
