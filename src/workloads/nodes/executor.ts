import type { Component } from '../component.ts';

const ANNOTATION = 'nvidia.com/vllm-distributed-executor-backend';

/** How vLLM's processes on several nodes become one engine: by itself, or with Ray. Anything else than Ray is the default. */
export function executorOf({ annotations }: Component): 'mp' | 'ray' {
  return String(annotations[ANNOTATION] ?? '').toLowerCase() === 'ray' ? 'ray' : 'mp';
}
