// Writes a repository with many requests among foreign YAML: node scripts/load-repository.mjs FOLDER COUNT [measured].
// Ten folders; a quarter of the requests shares files; shapes, backends, targets and overrides differ. Unless they are to
// be measured, their card is one without measurements, so that the time they take is not that of the engine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = 10;
const MODELS = ['Qwen/Qwen3-8B', 'Qwen/Qwen3-32B', 'meta-llama/Meta-Llama-3.1-8B', 'Qwen/Qwen3-30B-A3B'];
const BACKENDS = ['vllm', 'sglang', 'trtllm'];
const SYSTEMS = ['h100_sxm', 'h200_sxm', 'b200_sxm', 'b300_sxm'];
const RELEASES = ['1.2.1', '1.3.1', '1.4.0', '1.5.0'];
/** Requests of a file that several share. */
const SHARED = 5;
/** Bytes of a foreign file that no request file may have. */
const LARGE = 2 ** 21;

/** The request with a number, as YAML. */
function request(i, isMeasured) {
  const sku = isMeasured ? SYSTEMS[Math.floor(i / 12) % 4] : 'h100_pcie';
  const overrides = `
  overrides:
    dgd:
      apiVersion: nvidia.com/v1alpha1
      kind: DynamoGraphDeployment
      spec:
        services:
          Frontend:
            envs:
            - {name: TEAM, value: "${i % FOLDERS}"}`;
  return `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata:
  name: q${i}${i % 3 === 0 ? `\n  namespace: team-${i % FOLDERS}` : ''}${i % 5 === 0 ? '\n  annotations:\n    dgdr-render.dev/router-mode: kv' : ''}
spec:
  model: ${MODELS[i % 4]}
  backend: ${BACKENDS[i % 3]}
  image: registry.example.com/ai/dynamo-planner:${RELEASES[i % 4]}
  hardware: {gpuSku: ${sku}, totalGpus: 16, numGpusPerNode: 8${isMeasured ? '' : ', vramMb: 80000'}}
  workload: {isl: ${1000 + 37 * (i % 100)}, osl: ${200 + 11 * (i % 50)}} # tokens
  sla: {ttft: 3000, itl: ${60 + (i % 7)}}${i % 2 === 0 ? overrides : ''}
`;
}

/** What stands beside requests in a folder of a real repository. */
function foreign(folder) {
  const write = (name, text) => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'templates'), { recursive: true });
  write('templates/deployment.yaml', '{{- range .Values.items }}\n\tkind: {{ .kind }}\n{{- end }}\n');
  write('kustomization.yaml', 'resources: [service.yaml]\n');
  write('service.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: chat}\nspec: {ports: [{port: 80}]}\n');
  const kind = 'spec: {names: {kind: DynamoGraphDeploymentRequest}}';
  write(
    'crd.yaml',
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n${kind}\n#${'x'.repeat(LARGE)}\n`,
  );
}

/** Writes `count` requests below a folder. */
export function writeRepository(root, count, isMeasured = false) {
  for (let team = 0; team < FOLDERS; team += 1) {
    const folder = join(root, `team-${team}`);
    mkdirSync(folder, { recursive: true });
    foreign(folder);
    const own = Array.from({ length: Math.ceil((count - team) / FOLDERS) }, (_, k) => team + k * FOLDERS);
    const shared = own.slice(0, Math.floor(own.length / 4));
    for (let at = 0; at < shared.length; at += SHARED) {
      const texts = shared.slice(at, at + SHARED).map((i) => request(i, isMeasured));
      writeFileSync(join(folder, `shared-${at}.yaml`), texts.join('---\n'));
    }
    for (const i of own.slice(shared.length)) writeFileSync(join(folder, `q${i}.dgdr.yaml`), request(i, isMeasured));
  }
}

const [, program, folder, count, mode] = process.argv;
if (program === fileURLToPath(import.meta.url)) writeRepository(folder, Number(count), mode === 'measured');
