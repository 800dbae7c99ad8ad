import type { RouterFacts } from './facts.ts';

// Sources: components/router and common/configuration of the wheels of ai-dynamo 1.0.2, 1.1.1, 1.2.1, 1.3.1, 1.4.2,
// 1.5.1 and 1.6.1.

/** The router of Dynamo 1.0. */
export const ROUTER_1_0: RouterFacts = {
  eventPlane: 'nats',
  routerModes: ['round-robin', 'random', 'kv', 'direct'],
  routerVariables: [
    'DYN_ROUTER_ASSUME_KV_REUSE',
    'DYN_ROUTER_BLOCK_SIZE',
    'DYN_ROUTER_DURABLE_KV_EVENTS',
    'DYN_ROUTER_ENDPOINT',
    'DYN_ROUTER_EVENT_THREADS',
    'DYN_ROUTER_KV_OVERLAP_SCORE_WEIGHT',
    'DYN_ROUTER_MAX_TREE_SIZE',
    'DYN_ROUTER_MODE',
    'DYN_ROUTER_PRUNE_TARGET_RATIO',
    'DYN_ROUTER_QUEUE_THRESHOLD',
    'DYN_ROUTER_REPLICA_SYNC',
    'DYN_ROUTER_RESET_STATES',
    'DYN_ROUTER_SNAPSHOT_THRESHOLD',
    'DYN_ROUTER_TEMPERATURE',
    'DYN_ROUTER_TRACK_ACTIVE_BLOCKS',
    'DYN_ROUTER_TRACK_OUTPUT_BLOCKS',
    'DYN_ROUTER_TTL_SECS',
    'DYN_ROUTER_USE_KV_EVENTS',
  ],
};

/** The router of Dynamo 1.1. */
export const ROUTER_1_1: RouterFacts = {
  ...ROUTER_1_0,
  routerModes: [...ROUTER_1_0.routerModes, 'power-of-two', 'least-loaded', 'device-aware-weighted'],
  routerVariables: [
    ...ROUTER_1_0.routerVariables,
    'DYN_ROUTER_MIN_INITIAL_WORKERS',
    'DYN_ROUTER_PREFILL_LOAD_MODEL',
    'DYN_ROUTER_QUEUE_POLICY',
    'DYN_ROUTER_TRACK_PREFILL_TOKENS',
  ],
};

/** The router of Dynamo 1.2. */
export const ROUTER_1_2: RouterFacts = {
  ...ROUTER_1_1,
  routerVariables: [
    ...without(ROUTER_1_1.routerVariables, 'DYN_ROUTER_MAX_TREE_SIZE', 'DYN_ROUTER_PRUNE_TARGET_RATIO'),
    'DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT',
    'DYN_ROUTER_LOAD_AWARE',
    'DYN_ROUTER_PREFILL_LOAD_SCALE',
  ],
};

/** The router of Dynamo 1.3. */
export const ROUTER_1_3: RouterFacts = {
  ...ROUTER_1_2,
  eventPlane: 'zmq',
  routerVariables: [
    ...ROUTER_1_2.routerVariables,
    'DYN_ROUTER_DISK_CACHE_HIT_WEIGHT',
    'DYN_ROUTER_HOST_CACHE_HIT_WEIGHT',
    'DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY',
    'DYN_ROUTER_POLICY_CONFIG',
    'DYN_ROUTER_PREDICTED_TTL_SECS',
    'DYN_ROUTER_SESSION_AFFINITY_TTL_SECS',
  ],
};

/** The router of Dynamo 1.4. */
export const ROUTER_1_4: RouterFacts = {
  ...ROUTER_1_3,
  routerVariables: [
    ...without(
      ROUTER_1_3.routerVariables,
      'DYN_ROUTER_DURABLE_KV_EVENTS',
      'DYN_ROUTER_RESET_STATES',
      'DYN_ROUTER_SNAPSHOT_THRESHOLD',
    ),
    'DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT',
    'DYN_ROUTER_TRACKING_HASH',
    'DYN_ROUTER_TRACKING_KEY_FILE',
    'DYN_ROUTER_TRACKING_KEY_ID',
  ],
};

/** The router of Dynamo 1.5 and 1.6. */
export const ROUTER_1_5: RouterFacts = {
  ...ROUTER_1_4,
  routerVariables: [
    ...ROUTER_1_4.routerVariables,
    'DYN_ROUTER_APPROXIMATE_CACHE_POLICY',
    'DYN_ROUTER_CONDITIONAL_DISAGG',
    'DYN_ROUTER_CONDITIONAL_DISAGG_CONFIG',
    'DYN_ROUTER_DECODE_POLICY',
    'DYN_ROUTER_PREFILL_POLICY',
    'DYN_ROUTER_SESSION_AFFINITY_MODE',
  ],
};

function without(names: readonly string[], ...gone: readonly string[]): string[] {
  return names.filter((name) => !gone.includes(name));
}
