import { flagValue, hasFlag, type OptionalFlag } from '../../graph/args.ts';
import { parseObject } from '../../json.ts';
import { RELEASES, type Release, releaseFacts } from '../../releases.ts';
import type { Backend } from '../../serving.ts';

/** How a backend's worker is made to publish KV events (Dynamo 1.2 to 1.6, api.md 10.3). */
export interface EventFlags {
  /** Flags to add, for a target release. */
  readonly flags: (target: Release) => readonly OptionalFlag[];
  /** Generated flags whose value has to change, as events are useless with the usual one. */
  readonly corrections: readonly { readonly flag: string; readonly value: string }[];
  /** Whether arguments make the worker publish. */
  readonly publishes: (args: readonly string[]) => boolean;
}

const CONFIG_FLAG = '--kv-events-config';
const PREFIX_CACHING = { flag: '--enable-prefix-caching', aliases: ['--no-enable-prefix-caching'] };
const VLLM_EVENTS = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}';
const SGLANG_EVENTS = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080"}';

/** Every spelling of TensorRT-LLM's switch; the old one is understood in later releases too. */
const TRTLLM_SWITCHES = [...new Set(RELEASES.map(({ backends }) => backends.trtllm.eventsFlag))];

export const EVENT_FLAGS: Readonly<Record<Backend, EventFlags>> = {
  vllm: {
    flags: () => [PREFIX_CACHING, { flag: CONFIG_FLAG, value: VLLM_EVENTS }],
    corrections: [],
    publishes: (args) => eventsConfig(args)?.enable_kv_cache_events === true,
  },
  sglang: {
    flags: () => [{ flag: CONFIG_FLAG, value: SGLANG_EVENTS }],
    corrections: [],
    publishes: (args) => (eventsConfig(args)?.publisher ?? 'null') !== 'null',
  },
  trtllm: {
    flags: (target) => [{ flag: releaseFacts(target).backends.trtllm.eventsFlag, aliases: TRTLLM_SWITCHES }],
    corrections: [{ flag: '--trtllm.kv_cache_config.enable_block_reuse', value: 'true' }],
    publishes: (args) => TRTLLM_SWITCHES.some((flag) => hasFlag(args, flag)),
  },
};

/** The JSON of the events flag; undefined where it is absent or no JSON object. */
function eventsConfig(args: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  return parseObject(flagValue(args, CONFIG_FLAG) ?? '');
}
