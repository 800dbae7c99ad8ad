import { profile, verdictLines } from '../../../src/library/library.ts';

const text = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: chat}
spec:
  model: Qwen/Qwen3-8B
  backend: vllm
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.5.1
  hardware: {gpuSku: h100_sxm, totalGpus: 2, numGpusPerNode: 8}
  sla: {ttft: 500, itl: 20}
`;

const { answers, findings } = profile([{ name: 'chat.yaml', text }]);
for (const { verdict } of answers) {
  console.log(verdict.deployment.mode, verdict.deployment.gpus, verdict.performance?.itlMs, verdict.meetsTargets);
  for (const { label, text: words } of verdictLines(verdict)) console.log(`${label}: ${words}`);
}
for (const { severity, code, message } of findings) console.log(severity, code, message);
