import type { Backend } from '../request/request.ts';
import type { GraphBackend } from './backend.ts';
import { SGLANG } from './sglang.ts';
import { TRTLLM } from './trtllm.ts';
import { VLLM } from './vllm.ts';

/** The tables of every backend. */
export const GRAPH_BACKENDS: Readonly<Record<Backend, GraphBackend>> = { trtllm: TRTLLM, sglang: SGLANG, vllm: VLLM };
