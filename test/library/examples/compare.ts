import { compare } from '../../../src/library/library.ts';

const text = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: chat}
spec:
  model: Qwen/Qwen3-8B
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.5.1
  hardware: {gpuSku: h100_sxm, totalGpus: 2, numGpusPerNode: 8}
`;

const { comparisons } = compare([{ name: 'chat.yaml', text }], { sets: ['sla.itl=10,20,40'] });
for (const { set, figures, isBest } of comparisons[0]?.combinations ?? []) {
  console.log(set.map((one) => one.text).join(' '), figures?.tokensPerSecPerGpu, isBest ? 'best' : '');
}
