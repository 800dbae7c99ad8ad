// Processor time and peak memory of whole processes: npm run bench -- [--against CHECKOUT] [--reference-python ENGINE=PATH]...
// [--runs N]. With another checkout both run in turn, and the ratio is that of each pair; with the Python of a generation of the
// reference, 0.10 or 0.12, each request of that generation has its time beside it. Reports; never judges.
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
    'reference-python': { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(values.runs);
const pythons = new Map(values['reference-python'].map((given) => given.split('=', 2)));
const against = values.against === undefined ? undefined : resolve(values.against);
/** Recorded requests by their folder: a dense model, mixtures of experts and every backend, and a model of each later family. */
const REQUESTS = {
  goldens: [
    ...['qwen3-32b-kv', 'qwen3-32b-kv-disagg', 'qwen3-8b-l40s', 'qwen3-moe-h200', 'qwen3-32b-auto'],
    // Pruned layers, which the newer engine does not rank.
    'nemotron-49b-h200',
  ],
  'goldens-0.12': [
    ...['v16-qwen3-32b-vllm', 'v15-qwen3-32b-b300-trtllm', 'v15-qwen3-30b-h100-vllm', 'v15-deepseek-v3-h200-trtllm'],
    ...['v15-qwen3-8b-auto-b200', 'v15-mimo-v2-h200-vllm', 'v15-scout-h200-trtllm', 'v15-gemma4-26b-h200-vllm'],
    ...['v15-qwen3-vl-8b-b200-sglang', 'v15-qwen3-vl-30b-h200-trtllm', 'v15-minimax-m27-h200-trtllm'],
    ...['v15-step37-h200-vllm', 'v15-v32-h200-sglang', 'v16-glm52-fp8-h200-sglang', 'v15-m3-h200-vllm'],
    ...['v15-q35-35b-h200', 'v16-nm3-super8-h200', 'v16-k3-h200-sglang', 'v15-v4-flash-b200-sglang'],
  ],
};
/** The generation that a folder was recorded with. */
const ENGINES = { goldens: '0.10', 'goldens-0.12': '0.12' };

const folder = mkdtempSync(join(tmpdir(), 'dgdr-bench-'));
try {
  console.log(`processor time, median of ${runs} runs, node ${process.version}`);
  copyRequests();
  writeDifferent('hundred', 100);
  writeDifferent('thousand', 1000);
  report('cold start', ['--version']);
  for (const [folder, names] of Object.entries(REQUESTS))
    for (const name of names) report(`render ${name}`, ['render', `${name}.yaml`], { name, engine: ENGINES[folder] });
  report('profile qwen3-32b-kv', ['profile', 'qwen3-32b-kv.yaml']);
  report('profile qwen3-32b-kv --explain', ['profile', 'qwen3-32b-kv.yaml', '--explain']);
  reportVariants();
  report('render 100 different requests', ['render', 'hundred', '--jobs', '1']);
  report('profile 100 different requests', ['profile', 'hundred', '--jobs', '1']);
  report('page of 100 different requests', ['page', 'hundred', '--output', 'hundred.html']);
  reportThreads();
  reportThousand();
  for (const isMeasured of [false, true]) reportForms(isMeasured);
  reportDiff();
} finally {
  rmSync(folder, { recursive: true });
}

/** One line: what a call takes here, there, and how the two compare pair by pair. */
function report(title, args, recorded) {
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
  const python = recorded && pythons.get(recorded.engine);
  if (python !== undefined) {
    const ms = referenceMs(python, join(folder, `${recorded.name}.yaml`));
    cells.push(`reference ${seconds(ms)}`, `${(ms / median(own.map((run) => run.ms))).toFixed(0)}x`);
  }
  console.log(cells.join('  '));
}

/** A hundred variants of one dense request: of its targets alone, which are swept once, and of what has to be swept anew. */
function reportVariants() {
  const steps = (count, from, by) => Array.from({ length: count }, (_, i) => from + i * by).join(',');
  const compared = (...sets) => [
    ...['compare', 'qwen3-32b-kv-disagg.yaml', '--jobs', '1', '--format', 'json'],
    ...sets.flatMap((set) => ['--set', set]),
  ];
  report('compare 100 of other targets', compared(`sla.itl=${steps(25, 6, 1)}`, `sla.ttft=${steps(4, 500, 700)}`));
  report('compare 100 of other budgets', compared(`hardware.totalGpus=${steps(100, 1, 1)}`));
  const cards = 'hardware.gpuSku=h100_sxm,h200_sxm,b200_sxm,a100_sxm';
  report(
    'compare 100 of cards, lengths',
    compared(cards, `workload.isl=${steps(5, 1000, 1000)}`, `workload.osl=${steps(5, 200, 200)}`),
  );
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

/** A repository of a thousand requests of which ten changed since the last commit, the processes of git included. */
function reportDiff() {
  const cwd = join(folder, 'diff');
  writeRepository(cwd, 1000, true);
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args) => {
    const { status, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', '--message', 'bench');
  for (let i = 950; i < 960; i += 1) {
    const file = join(cwd, `team-${i % 10}/q${i}.dgdr.yaml`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('isl: ', 'isl: 1'));
  }
  const samples = Array.from({ length: runs }, () => withChildren(['diff', 'HEAD'], cwd));
  console.log(['diff, 10 of 1,000 requests changed'.padEnd(34), seconds(median(samples))].join('  '));
}

/** Processor time in ms of a call and of all processes that it starts; it may end with findings. */
function withChildren(args, cwd) {
  const cli = join(root, 'dist/dgdr-render.mjs');
  const script = '"$@" > /dev/null 2>&1; code=$?; times; exit $code';
  const words = ['-c', script, 'bash', process.execPath, cli, ...args];
  const { status, stdout } = spawnSync('bash', words, { cwd, encoding: 'utf8' });
  if (status > 1) throw new Error(`${args.join(' ')} ended with ${status}`);
  const [, ofChildren = ''] = stdout.split('\n');
  return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (ms, [, minutes, rest]) => ms + minutes * 60_000 + rest * 1000,
    0,
  );
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
function referenceMs(python, file) {
  const { spec } = parse(readFileSync(file, 'utf8'));
  const { model, backend = 'auto', hardware, workload = {}, sla = {} } = spec;
  const lengths = [workload.isl ?? 4000, workload.osl ?? 1000, sla.ttft ?? 2000, sla.itl ?? 30];
  const args = [model, hardware.gpuSku, backend, hardware.totalGpus, ...lengths].map(String);
  const { status, stdout, stderr } = spawnSync(python, [join(root, 'scripts/bench-reference.py'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, HF_HUB_OFFLINE: '1' },
  });
  if (status !== 0) throw new Error(`the reference refused ${args.join(' ')}: ${stderr}`);
  return Number(stdout.trim().split(' ').at(-1)) * 1000;
}

function copyRequests() {
  const copy = (from, name) => cpSync(join(root, `fixtures/${from}/${name}/dgdr.yaml`), join(folder, `${name}.yaml`));
  for (const [from, names] of Object.entries(REQUESTS)) for (const name of names) copy(from, name);
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
