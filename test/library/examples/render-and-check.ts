import { check, render } from '../../../src/library/library.ts';

const text = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: chat}
spec:
  model: Qwen/Qwen3-8B
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.5.1
  hardware: {gpuSku: h100_sxm, numGpusPerNode: 8}
`;
const requests = [{ name: 'chat.yaml', text }];

const [small] = render(requests, { settings: { hardware: { totalGpus: 1 } } }).graphs;
const committed = [{ name: 'chat.dgd.yaml', text: small?.yaml ?? '' }];
console.log(check(requests, committed, { settings: { hardware: { totalGpus: 1 } } }).differences.length);

for (const { name, changes } of check(requests, committed, { settings: { hardware: { totalGpus: 2 } } }).differences) {
  console.log(name);
  for (const { path, text: change } of changes.slice(0, 2)) console.log(path, change);
}
