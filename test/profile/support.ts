import { type Finding, RenderError } from '../../src/errors.ts';
import { parseStream } from '../../src/krm/parse-yaml.ts';
import { openPerfData, type PerfData } from '../../src/perfdb/perfdb.ts';
import { type Profile, profileRequest } from '../../src/profile/profile.ts';
import { parseRequest } from '../../src/request/parse-request.ts';
import type { Compat, Request } from '../../src/request/request.ts';

export const data = openPerfData();

/** What a request wishes; `more` is YAML of further members of `spec`, indented by two. */
export interface Wish {
  readonly model?: string;
  readonly backend?: string;
  readonly gpuSku?: string;
  readonly totalGpus?: number;
  readonly numGpusPerNode?: number;
  readonly vramMb?: number;
  readonly more?: string;
  readonly compat?: Compat;
}

export function requestOf(wish: Wish): Request {
  const { model = 'Qwen/Qwen3-8B', backend = 'vllm', gpuSku = 'h100_sxm', totalGpus = 2, more = '' } = wish;
  const { numGpusPerNode = 8, vramMb, compat = 'ours' } = wish;
  const vram = vramMb === undefined ? '' : `, vramMb: ${vramMb}`;
  const text = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: wish}
spec:
  model: ${model}
  backend: ${backend}
  image: nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.2.1
  hardware: {gpuSku: ${gpuSku}, totalGpus: ${totalGpus}, numGpusPerNode: ${numGpusPerNode}${vram}}
${more}`;
  return parseRequest(parseStream(text, { file: 'wish.yaml' })[0]!.resource!, { compat }, () => {});
}

export interface Profiled {
  readonly profile: Profile;
  readonly warnings: readonly Finding[];
}

export function profileOf(wish: Wish, perfData: PerfData = data): Profiled {
  const warnings: Finding[] = [];
  const profile = profileRequest(requestOf(wish), perfData, (code, details) =>
    warnings.push({ severity: 'warning', code, ...details }),
  );
  return { profile, warnings };
}

export function errorOf(wish: Wish): RenderError {
  try {
    profileOf(wish);
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
  throw new Error('no error');
}
