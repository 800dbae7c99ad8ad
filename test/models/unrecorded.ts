/**
 * Why no recorded run ranks a bundled model: the reference sizes it from memory or refuses it, which is what was recorded, it
 * fetches the configuration although it ships it, so that nothing can be recorded without a network; or nobody recorded it
 * yet.
 */
export type Reason = 'sized or refused' | 'fetched by the reference' | 'not recorded yet';

/** Bundled models without a recorded run that ranks them. */
export const UNRECORDED: Readonly<Record<string, Reason>> = {
  'Qwen/Qwen3.5-122B-A10B': 'fetched by the reference',
  'mistralai/Mixtral-8x22B-v0.1': 'fetched by the reference',
  'mistralai/Mixtral-8x7B-v0.1': 'fetched by the reference',
  'moonshotai/Kimi-K2-Instruct': 'fetched by the reference',
  'nvidia/DeepSeek-V4-Flash-NVFP4': 'sized or refused',
  'nvidia/DeepSeek-V4-Pro-NVFP4': 'sized or refused',
  'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-NVFP4': 'sized or refused',
  'nvidia/Qwen3.6-27B-NVFP4': 'sized or refused',
  'nvidia/Qwen3.6-35B-A3B-NVFP4': 'sized or refused',
  'stepfun-ai/Step-3.7-Flash': 'sized or refused',
  'stepfun-ai/Step-3.7-Flash-FP8': 'sized or refused',
};
