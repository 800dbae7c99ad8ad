// Times whole renders: cold processes on the embedded data, further requests in the same process, and the reference
// where its Python is given: npm run bench -- --reference-python PATH [--runs N]. Reports; never judges.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { measure } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { 'reference-python': { type: 'string' }, runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);
/** A dense model aggregated and disaggregated, one on a small card, a mixture of experts, and every backend. */
const requests = ['qwen3-32b-kv', 'qwen3-32b-kv-disagg', 'qwen3-8b-l40s', 'qwen3-moe-h200', 'qwen3-32b-auto'].map(
  (name) => join(root, `fixtures/goldens/${name}/dgdr.yaml`),
);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

const referenceMs = (file) => {
  const { spec } = parse(readFileSync(file, 'utf8'));
  const { hardware, workload = {}, sla = {} } = spec;
  const args = [
    spec.model,
    hardware.gpuSku,
    spec.backend ?? 'auto',
    hardware.totalGpus,
    workload.isl ?? 4000,
    workload.osl ?? 1000,
  ];
  const started = performance.now();
  const { status, stderr } = spawnSync(
    values['reference-python'],
    [join(root, 'scripts/bench-reference.py'), ...args.map(String), String(sla.ttft ?? 2000), String(sla.itl ?? 30)],
    { encoding: 'utf8', env: { ...process.env, HF_HUB_OFFLINE: '1' } },
  );
  if (status !== 0) throw new Error(`the reference refused ${args.join(' ')}: ${stderr}`);
  return performance.now() - started;
};

console.log(`median of ${runs} runs, node ${process.version}`);
for (const file of requests) {
  const samples = Array.from({ length: runs }, () => measure(['render', file]));
  const cold = median(samples.map(({ ms }) => ms));
  const peak = median(samples.map(({ mib }) => mib));
  const name = file.split('/').at(-2);
  let line = `${name}: cold process ${seconds(cold)}, peak ${peak.toFixed(0)} MiB`;
  if (values['reference-python'] !== undefined) {
    const reference = referenceMs(file);
    line += `, reference ${seconds(reference)}, ratio ${(reference / cold).toFixed(0)}x`;
  }
  console.log(line);
}
const added = Array.from({ length: runs }, () => {
  const one = measure(['profile', requests[0], '--format', 'json']).ms;
  return measure(['profile', requests[0], requests[1], '--format', 'json']).ms - one;
});
console.log(`a second request in the same process adds ${median(added).toFixed(0)} ms`);

/** A hundred different requests in one folder. */
function writeHundred(folder) {
  const models = ['Qwen/Qwen3-8B', 'Qwen/Qwen3-32B', 'meta-llama/Meta-Llama-3.1-8B', 'Qwen/Qwen3-30B-A3B'];
  const backends = ['vllm', 'sglang', 'trtllm'];
  const systems = ['h100_sxm', 'h200_sxm', 'b200_sxm', 'b300_sxm'];
  for (let i = 0; i < 100; i += 1) {
    const spec = {
      model: models[i % 4],
      backend: backends[i % 3],
      image: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1',
      hardware: { gpuSku: systems[Math.floor(i / 12) % 4], totalGpus: 16, numGpusPerNode: 8 },
      workload: { isl: 1000 + 37 * i, osl: 200 + 11 * i },
      sla: { ttft: 3000, itl: 60 },
    };
    const metadata = { name: `r${i}` };
    const request = { apiVersion: 'nvidia.com/v1beta1', kind: 'DynamoGraphDeploymentRequest', metadata, spec };
    writeFileSync(join(folder, `r${i}.yaml`), JSON.stringify(request));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'dgdr-bench-'));
writeHundred(folder);
const hundred = measure(['render', folder]);
rmSync(folder, { recursive: true });
console.log(`100 different requests in one process: ${seconds(hundred.ms)}, peak ${hundred.mib.toFixed(0)} MiB`);
