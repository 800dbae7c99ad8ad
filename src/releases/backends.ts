import type { BackendTable } from './facts.ts';

// Sources: dynamo/{vllm,sglang,trtllm} and profiler/utils/config_modifiers of the wheels of ai-dynamo 1.0.2 to 1.6.1.

/** The workers of Dynamo 1.0. */
export const BACKENDS_1_0: BackendTable = {
  trtllm: {
    workers: { agg: 'TRTLLMWorker', prefill: 'TRTLLMPrefillWorker', decode: 'TRTLLMDecodeWorker' },
    formerWorkers: undefined,
    keepsRoleFlags: false,
    hasEngineFlags: false,
    eventsFlag: '--publish-events-and-metrics',
  },
  sglang: {
    workers: { agg: 'decode', prefill: 'prefill', decode: 'decode' },
    formerWorkers: undefined,
    keepsRoleFlags: false,
    graphBatchesFlag: '--cuda-graph-bs',
    hasRequestPerRank: false,
    draftsDeepSeekV4: true,
  },
  vllm: {
    workers: { agg: 'VllmDecodeWorker', prefill: 'VllmPrefillWorker', decode: 'VllmDecodeWorker' },
    formerWorkers: undefined,
    keepsRoleFlags: false,
    hasOldRoleFlags: true,
    writesContextLength: true,
    kvRoles: { prefill: 'kv_both', decode: undefined },
  },
};

/** The workers of Dynamo 1.1. */
export const BACKENDS_1_1: BackendTable = {
  ...BACKENDS_1_0,
  trtllm: { ...BACKENDS_1_0.trtllm, hasEngineFlags: true },
};

/** The workers of Dynamo 1.2. */
export const BACKENDS_1_2: BackendTable = {
  ...BACKENDS_1_1,
  trtllm: {
    ...BACKENDS_1_1.trtllm,
    workers: { ...BACKENDS_1_1.trtllm.workers, prefill: 'prefill', decode: 'decode' },
  },
};

/** The workers of Dynamo 1.3. */
export const BACKENDS_1_3: BackendTable = {
  ...BACKENDS_1_2,
  trtllm: { ...BACKENDS_1_2.trtllm, eventsFlag: '--publish-kv-events' },
};

/** The workers of Dynamo 1.4. */
export const BACKENDS_1_4: BackendTable = {
  ...BACKENDS_1_3,
  // No engine from 0.11 on lets a model predict tokens that nobody asked for.
  sglang: { ...BACKENDS_1_3.sglang, draftsDeepSeekV4: false },
  vllm: { ...BACKENDS_1_3.vllm, keepsRoleFlags: true, hasOldRoleFlags: false },
};

/** The workers of Dynamo 1.5. */
export const BACKENDS_1_5: BackendTable = {
  ...BACKENDS_1_4,
  sglang: { ...BACKENDS_1_4.sglang, hasRequestPerRank: true },
  vllm: { ...BACKENDS_1_4.vllm, writesContextLength: false },
};

/** The workers of Dynamo 1.6. */
export const BACKENDS_1_6: BackendTable = {
  ...BACKENDS_1_5,
  sglang: { ...BACKENDS_1_5.sglang, graphBatchesFlag: '--cuda-graph-bs-decode' },
  vllm: {
    ...BACKENDS_1_5.vllm,
    workers: { agg: 'worker', prefill: 'prefill', decode: 'decode' },
    formerWorkers: BACKENDS_1_5.vllm.workers,
    kvRoles: { prefill: 'kv_producer', decode: 'kv_consumer' },
  },
};
