import type { Finding, RenderError } from '../../src/errors.ts';
import { type Engine, openEngines } from '../../src/profile/engines.ts';
import { type Profile, profileRequest } from '../../src/profile/profile.ts';
import type { Compat } from '../../src/request/mends.ts';
import { parseRequest } from '../../src/request/parse-request.ts';

import type { Request } from '../../src/request/request.ts';
import { errorOf } from './errors.ts';
import { makeResource } from './requests.ts';
import { collectWarnings, ignoreWarnings } from './warnings.ts';

/** The engine over the bundled data. */
export const engine = openEngines()('0.10');
export const data = engine.data;

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
  readonly support?: Request['support'];
}

/** The request of a wish. */
export function wishedRequest(wish: Wish): Request {
  const { support } = wish;
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
  return parseRequest(makeResource(text, 'wish.yaml'), { compat, support }, ignoreWarnings);
}

export interface Profiled {
  readonly profile: Profile;
  readonly warnings: readonly Finding[];
}

/** What profiling a wish comes to. @throws RenderError */
export function profileOf(wish: Wish, by: Engine = engine): Profiled {
  const { warn, seen: warnings } = collectWarnings();
  return { profile: profileRequest(wishedRequest(wish), by, warn), warnings };
}

/** Why a wish cannot be profiled; a failure of the test when it can. */
export function refusalOf(wish: Wish, by: Engine = engine): RenderError {
  return errorOf(() => profileOf(wish, by));
}
