// Processor time and peak memory of whole processes: npm run bench -- [--against CHECKOUT] [--reference-python PATH]
// [--runs N]. With another checkout both run in turn, and the ratio is that of each pair; with the Python of the reference
// each request has the reference's time beside it. Reports; never judges.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { writeRepository } from './load-repository.mjs';
import { measure } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    'reference-python': { type: 'string' },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(values.runs);
const against = values.against === undefined ? undefined : resolve(values.against);
/** A dense model aggregated and disaggregated, one on a small card, a mixture of experts, and every backend. */
const NAMES = ['qwen3-32b-kv', 'qwen3-32b-kv-disagg', 'qwen3-8b-l40s', 'qwen3-moe-h200', 'qwen3-32b-auto'];
/** A model of each later family, by the engine of targets from 1.4; pruned layers by the first one, the only one that ranks them. */
const FAMILIES = {
  'goldens-0.12': [
    ...['v15-mimo-v2-h200-vllm', 'v15-scout-h200-trtllm', 'v15-gemma4-26b-h200-vllm'],
    ...['v15-qwen3-vl-8b-b200-sglang', 'v15-qwen3-vl-30b-h200-trtllm', 'v15-minimax-m27-h200-trtllm'],
    'v15-step37-h200-vllm',
  ],
  goldens: ['nemotron-49b-h200'],
};

const folder = mkdtempSync(join(tmpdir(), 'dgdr-bench-'));
try {
  console.log(`processor time, median of ${runs} runs, node ${process.version}`);
  copyRequests();
  writeDifferent('hundred', 100);
  writeDifferent('thousand', 1000);
  report('cold start', ['--version']);
  for (const name of NAMES) report(`render ${name}`, ['render', `${name}.yaml`], name);
  for (const name of Object.values(FAMILIES).flat()) report(`render ${name}`, ['render', `${name}.yaml`]);
  report('profile qwen3-32b-kv', ['profile', 'qwen3-32b-kv.yaml']);
  report('profile qwen3-32b-kv --explain', ['profile', 'qwen3-32b-kv.yaml', '--explain']);
  report('render 100 different requests', ['render', 'hundred', '--jobs', '1']);
  reportThreads();
  reportThousand();
  for (const isMeasured of [false, true]) reportForms(isMeasured);
} finally {
  rmSync(folder, { recursive: true });
}

/** One line: what a call takes here, there, and how the two compare pair by pair. */
function report(title, args, reference) {
  const pairs = Array.from({ length: runs }, () => ({
    own: measure(args, { cwd: folder }),
    other: against && measure(args, { cwd: folder, checkout: against }),
  }));
  const own = pairs.map((pair) => pair.own);
  const cells = [title.padEnd(34), seconds(median(own.map(({ ms }) => ms))), peak(own)];
  if (against !== undefined) {
    const other = pairs.map((pair) => pair.other);
    const ratio = median(pairs.map((pair) => pair.own.ms / pair.other.ms));
    cells.push(`there ${seconds(median(other.map(({ ms }) => ms)))}`, peak(other), `ratio ${ratio.toFixed(2)}`);
  }
  if (values['reference-python'] !== undefined && reference !== undefined) {
    const ms = referenceMs(join(folder, `${reference}.yaml`));
    cells.push(`reference ${seconds(ms)}`, `${(ms / median(own.map((run) => run.ms))).toFixed(0)}x`);
  }
  console.log(cells.join('  '));
}

/** The same requests in one thread and in two, in pairs of runs: only the ratio of their wall times says something. */
function reportThreads() {
  const timed = (jobs) => measure(['render', 'hundred', '--jobs', jobs], { cwd: folder });
  const pairs = Array.from({ length: runs }, () => ({ one: timed('1'), two: timed('2') }));
  const two = pairs.map((pair) => pair.two);
  const ratio = median(pairs.map((pair) => pair.two.wallMs / pair.one.wallMs));
  const cells = ['the same in two threads'.padEnd(34), seconds(median(two.map(({ ms }) => ms))), peak(two)];
  console.log([...cells, `wall time ${ratio.toFixed(2)} of one thread's`].join('  '));
}

/** All threads together, in as many as the machine runs at once. */
function reportThousand() {
  const thousand = measure(['render', 'thousand'], { cwd: folder });
  console.log(['render 1,000 different requests'.padEnd(34), seconds(thousand.ms), peak([thousand])].join('  '));
}

/** Plain workloads beside graphs, of the same thousand requests in one pair of runs. */
function reportForms(isMeasured) {
  const cwd = join(folder, isMeasured ? 'measured' : 'sized');
  writeRepository(cwd, 1000, isMeasured);
  const graphs = measure(['render', '.'], { cwd });
  const workloads = measure(['render', '.', '--emit', 'workloads', '--workloads-namespace', 'team'], { cwd });
  const what = isMeasured ? 'measured' : 'sized from memory';
  const cells = [`1,000 requests, ${what}`.padEnd(34), seconds(workloads.ms), peak([workloads])];
  const ratio = workloads.ms / graphs.ms;
  console.log([...cells, `as graphs ${seconds(graphs.ms)}`, peak([graphs]), `ratio ${ratio.toFixed(2)}`].join('  '));
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

function peak(samples) {
  return `${median(samples.map(({ mib }) => mib)).toFixed(0)} MiB`;
}

/** Processor time in ms of the reference's process for the same request. */
function referenceMs(file) {
  const { spec } = parse(readFileSync(file, 'utf8'));
  const { model, backend = 'auto', hardware, workload = {}, sla = {} } = spec;
  const lengths = [workload.isl ?? 4000, workload.osl ?? 1000, sla.ttft ?? 2000, sla.itl ?? 30];
  const args = [model, hardware.gpuSku, backend, hardware.totalGpus, ...lengths].map(String);
  const { status, stdout, stderr } = spawnSync(
    values['reference-python'],
    [join(root, 'scripts/bench-reference.py'), ...args],
    { encoding: 'utf8', env: { ...process.env, HF_HUB_OFFLINE: '1' } },
  );
  if (status !== 0) throw new Error(`the reference refused ${args.join(' ')}: ${stderr}`);
  return Number(stdout.trim().split(' ').at(-1)) * 1000;
}

function copyRequests() {
  const copy = (from, name) => cpSync(join(root, `fixtures/${from}/${name}/dgdr.yaml`), join(folder, `${name}.yaml`));
  for (const name of NAMES) copy('goldens', name);
  for (const [from, names] of Object.entries(FAMILIES)) for (const name of names) copy(from, name);
}

/** Different requests in a folder of their own. */
function writeDifferent(name, count) {
  const models = ['Qwen/Qwen3-8B', 'Qwen/Qwen3-32B', 'meta-llama/Meta-Llama-3.1-8B', 'Qwen/Qwen3-30B-A3B'];
  const backends = ['vllm', 'sglang', 'trtllm'];
  const systems = ['h100_sxm', 'h200_sxm', 'b200_sxm', 'b300_sxm'];
  mkdirSync(join(folder, name));
  for (let i = 0; i < count; i += 1) {
    const [step, round] = [i % 100, Math.floor(i / 100)];
    const spec = {
      model: models[i % 4],
      backend: backends[i % 3],
      image: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1',
      hardware: { gpuSku: systems[Math.floor(i / 12) % 4], totalGpus: 16, numGpusPerNode: 8 },
      workload: { isl: 1000 + 37 * step + round, osl: 200 + 11 * step },
      sla: { ttft: 3000, itl: 60 },
    };
    const metadata = { name: `r${i}` };
    const request = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest', metadata, spec };
    writeFileSync(join(folder, name, `r${i}.yaml`), JSON.stringify(request));
  }
}
