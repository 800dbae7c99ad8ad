/**
 * Gives changed inputs to what reads what others wrote, and keeps those that run code that no other did.
 *
 *     npm run fuzz -- [--runs N] [--seed N] [--keep] [TARGET...]
 *
 * A target (test/fuzz/targets.ts) gets its share of the runs. Inputs that are worth going on from are kept in the cache of
 * node_modules; `--keep` puts a small set that runs as much into fixtures/hostile/fuzz, from where tests run it. What has no
 * code, gives another answer than it should, takes too long or too much memory is printed, kept, and fails the command.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** As deep as the sources, which look for fixtures beside their folders. */
const CACHE = join(ROOT, 'node_modules/.cache');
const WORKER = join(CACHE, 'dgdr-fuzz-worker.mjs');
const FOUND = join(CACHE, 'dgdr-fuzz');
const CORPUS = join(ROOT, 'fixtures/hostile/fuzz');
/** Of processors, for one batch of inputs, after which none of them will ever end. */
const ENDLESS_SECONDS = 60;
const WATCH_MS = 2000;
/** Of V8, without code and what is outside its heap. */
const MEMORY_MIB = 500;
/** Of threads of one target, after which it is left alone. */
const MOST_DEATHS = 20;
const HEAD_BYTES = 8;
const MOST_BYTES = 2 ** 16;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
await bundleWorker();
const { TARGETS } = await import(pathToFileURL(join(CACHE, 'dgdr-fuzz-targets.mjs')).href);
const names = positionals.length > 0 ? positionals : Object.keys(TARGETS);
const unknown = names.filter((name) => TARGETS[name] === undefined);
if (unknown.length > 0) {
  console.error(`no target ${unknown.join(', ')}; there are ${Object.keys(TARGETS).join(', ')}`);
  process.exit(2);
}
const shares = names.reduce((sum, name) => sum + TARGETS[name].share, 0);
const results = [];
for (const name of names) {
  const result = await fuzz(name, Math.ceil((Number(values.runs) * TARGETS[name].share) / shares));
  results.push(result);
  console.log(
    `${name.padEnd(11)} ${String(result.executions).padStart(8)} runs, ${result.kept.length} inputs kept (${result.cover.length} cover them), ` +
      `${result.seen} characters run, ${result.findings.size} findings, ${result.cpuSeconds.toFixed(0)} s`,
  );
}
const executions = results.reduce((sum, one) => sum + one.executions, 0);
const count = results.reduce((sum, one) => sum + one.findings.size, 0);
console.log(`fuzz: ${executions} runs, ${count} findings, seed ${values.seed}`);
if (count > 0) process.exitCode = 1;

async function bundleWorker() {
  const entries = { 'dgdr-fuzz-worker': 'test/fuzz/worker.ts', 'dgdr-fuzz-targets': 'test/fuzz/targets.ts' };
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(entries).map(([out, source]) => ({ out, in: source })),
    outdir: CACHE,
    outExtension: { '.js': '.mjs' },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

/** Runs one target to the end of its runs; a thread that dies is followed by another, which goes on from what was kept. */
async function fuzz(target, runs) {
  const state = { target, runs, executions: 0, kept: [], findings: new Map(), cover: [], seen: 0, cpuSeconds: 0 };
  const before = process.cpuUsage();
  for (let tries = 0; state.executions < runs && tries <= MOST_DEATHS; tries++) await runThread(state, tries);
  const { user, system } = process.cpuUsage(before);
  state.cpuSeconds = (user + system) / 1e6;
  if (values.keep) {
    rmSync(join(CORPUS, target), { recursive: true, force: true });
    for (const input of state.cover) keepIn(join(CORPUS, target), input);
  }
  return state;
}

function runThread(state, tries) {
  const { target } = state;
  const buffer = new SharedArrayBuffer(HEAD_BYTES + MOST_BYTES);
  const counter = new Int32Array(buffer, 0, 2);
  const current = () => Buffer.from(new Uint8Array(buffer, HEAD_BYTES, Math.min(counter[1], MOST_BYTES)).slice());
  const corpus = [...inputsIn(join(CORPUS, target)), ...inputsIn(join(FOUND, target))];
  const task = {
    target,
    seed: Number(values.seed) + tries,
    runs: state.runs - state.executions,
    corpus,
    shared: buffer,
  };
  const worker = new Worker(pathToFileURL(WORKER), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
  });
  let [last, since] = [-1, process.cpuUsage()];
  const watch = setInterval(() => {
    const count = Atomics.load(counter, 0);
    if (count !== last) [last, since] = [count, process.cpuUsage()];
    else if (process.cpuUsage(since).user > ENDLESS_SECONDS * 1e6) {
      addFinding(state, current(), `endless: more than ${ENDLESS_SECONDS} s of a processor`);
      worker.terminate();
    }
  }, WATCH_MS);
  worker.on('message', ({ kind, input, reason, cover, seen }) => {
    if (kind === 'done') Object.assign(state, { cover, seen });
    if (kind === 'finding') addFinding(state, input, reason);
    if (kind === 'kept') state.kept.push(keepIn(join(FOUND, target), input));
  });
  worker.on('error', (error) => addFinding(state, current(), `the thread died: ${error.stack ?? error}`));
  return new Promise((resolve) => {
    worker.on('exit', () => {
      clearInterval(watch);
      state.executions += counter[0];
      resolve();
    });
  });
}

/** One of a kind: what fails at the same place with the same words is the same. */
function addFinding({ target, findings }, input, reason) {
  const kind = reason
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .replace(/["'].*?["']|\d+/g, '_')
    .slice(0, 160);
  if (findings.has(kind)) return;
  const path = keepIn(join(FOUND, 'findings', target), input);
  findings.set(kind, path);
  console.error(`${target}: ${reason}\n  input: ${path}`);
}

function keepIn(folder, input) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, createHash('sha256').update(input).digest('hex').slice(0, 16));
  writeFileSync(path, input);
  return path;
}

function inputsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}
