import { LOCK_FILE } from '../kinds.ts';
import { MODES } from '../serving.ts';
import type { DefaultRow } from './default-row.ts';
import { COMPATS } from './mends.ts';
import { FLUX_SUBSTITUTE, KV_EVENTS, ROUTER_MODES, SUPPORTS } from './request.ts';
import {
  AMOUNT,
  choiceOf,
  FLAG,
  GLOBS,
  MIRRORS,
  MODEL_LIKES,
  MODELS,
  NUMBER,
  PATH,
  PRICES,
  RELEASE_NAME,
  REQUESTS,
  SHARE,
  TEXT,
} from './value-kinds.ts';
import { OUTPUT_FORMS } from './workload-options.ts';
import { WORKLOAD_ROWS } from './workload-rows.ts';

/**
 * Everything that a host may set, by the path of its field below `spec` of a config. Options and parameters are listed in
 * this order. What a request says itself goes before all of it, and what the host says before the fallback.
 */
export const DEFAULTS = {
  image: {
    about: 'request',
    kind: TEXT,
    description: 'Image of requests that name none',
    option: { name: 'image', value: 'IMAGE' },
    parameter: { name: 'image', title: 'Image' },
    example: 'nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1',
  },
  imageMirrors: {
    about: 'request',
    kind: MIRRORS,
    description: 'Images of a registry, or of a path in one, are written as those of a mirror; the longest source wins',
    option: {
      name: 'image-mirror',
      value: 'SOURCE=MIRROR',
      help: 'take images of that registry or path from another one; may be repeated, the longest source wins',
    },
    parameter: {
      name: 'image-mirror',
      title: 'Image mirrors',
      tooltip: 'Registries, with or without a path, to where their images are taken from instead',
    },
    example: [{ source: 'nvcr.io', mirror: 'registry.example.com/nvcr' }],
  },
  target: {
    about: 'request',
    kind: RELEASE_NAME,
    description: 'Dynamo release that the graphs are for, in quotes, such as "1.3"',
    option: { name: 'target', value: 'X.Y', help: 'Dynamo release that the graphs are for' },
    parameter: {
      name: 'target',
      title: 'Dynamo release',
      tooltip: 'Release that the graphs are for, such as 1.3',
    },
    example: '1.3',
  },
  'hardware.gpuSku': {
    about: 'request',
    kind: TEXT,
    description: 'hardware.gpuSku of requests that name none',
    option: { name: 'gpu-sku', value: 'SKU' },
    parameter: { name: 'gpu-sku', title: 'GPU' },
    example: 'h200_sxm',
  },
  'hardware.totalGpus': {
    about: 'request',
    kind: NUMBER,
    description: 'hardware.totalGpus of requests that name none',
    option: { name: 'total-gpus', value: 'N' },
    parameter: { name: 'total-gpus', title: 'GPU budget' },
    example: 8,
  },
  'hardware.numGpusPerNode': {
    about: 'request',
    kind: NUMBER,
    description: 'hardware.numGpusPerNode of requests that name none',
    option: { name: 'num-gpus-per-node', value: 'N' },
    parameter: {
      name: 'num-gpus-per-node',
      title: 'GPUs a node',
    },
    example: 8,
  },
  'hardware.vramMb': {
    about: 'request',
    kind: AMOUNT,
    description: 'hardware.vramMb of requests that name none, MiB a GPU',
    option: { name: 'vram-mb', value: 'MIB' },
    parameter: {
      name: 'vram-mb',
      title: 'GPU memory',
    },
  },
  'routing.mode': {
    about: 'request',
    kind: choiceOf(ROUTER_MODES),
    description: 'Router mode',
    option: {
      name: 'router-mode',
      value: 'MODE',
      help: `routing of requests that say nothing: ${ROUTER_MODES.join(', ')}`,
    },
    parameter: {
      name: 'router-mode',
      title: 'Router mode',
      tooltip: `Routing of requests that say nothing: ${ROUTER_MODES.join(', ')}`,
    },
    annotation: 'router-mode',
    example: 'kv',
  },
  'routing.kvEvents': {
    about: 'request',
    kind: choiceOf(KV_EVENTS),
    description: 'KV events with router mode kv',
    option: { name: 'kv-events', value: 'KIND', help: `KV events with router mode kv: ${KV_EVENTS.join(', ')}` },
    parameter: {
      name: 'kv-events',
      title: 'KV events',
      tooltip: `KV events with router mode kv: ${KV_EVENTS.join(', ')}`,
    },
    annotation: 'kv-events',
  },
  emit: {
    about: 'request',
    kind: choiceOf(OUTPUT_FORMS),
    description: 'What is put out: the graph, or the plain workloads that the operator would make of it',
    fallback: 'graph',
    option: { name: 'emit', value: 'FORM', help: `what is put out: ${OUTPUT_FORMS.join(' (default) or ')}` },
    parameter: {
      name: 'emit',
      title: 'Output',
      tooltip: 'graph, or workloads: the plain objects that the operator would make of it',
    },
    annotation: 'emit',
    example: 'workloads',
  },
  ...WORKLOAD_ROWS,
  models: {
    about: 'run',
    kind: MODELS,
    description: 'Models that are not bundled',
    option: {
      name: 'model-config',
      value: 'ID=PATH',
      help: 'config.json (or its folder) of a model that is not bundled; may be repeated',
    },
    parameter: {
      name: 'model-config',
      title: 'Models',
      tooltip: 'Models that are not bundled: id to the path of its config.json, below the application',
    },
    example: [{ id: 'acme/chat', config: 'models/chat' }],
  },
  modelLikes: {
    about: 'run',
    kind: MODEL_LIKES,
    description: 'Models that have the shape of bundled ones',
    option: {
      name: 'model-like',
      value: 'ID=BUNDLED',
      help: 'a bundled model that has the same shape as one that is not; may be repeated',
    },
    parameter: {
      name: 'model-like',
      title: 'Models like others',
      tooltip: 'Models that are not bundled: id to a bundled model that has the same shape',
    },
    // A config says it among its models.
    only: 'none',
  },
  support: {
    about: 'request',
    kind: choiceOf(SUPPORTS),
    description:
      'Whether models are ranked only where runs of them or their architecture are recorded, or by assumption also where none is',
    fallback: 'recorded',
    option: {
      name: 'support',
      value: 'WHICH',
      help: `rank models where runs are ${SUPPORTS[0]}, or ${SUPPORTS[1]} also those without any run of their architecture`,
    },
    parameter: {
      name: 'support',
      title: 'Support',
      tooltip: `Models are ranked where runs of them are ${SUPPORTS[0]}, or ${SUPPORTS[1]} also without any`,
    },
    annotation: 'support',
    example: 'assumed',
  },
  servingMode: {
    about: 'request',
    kind: choiceOf(MODES),
    description: 'Mode of serving that is picked, whatever the other one has',
    option: { name: 'serving-mode', value: 'MODE', help: `pick that mode of serving: ${MODES.join(' or ')}` },
    parameter: { name: 'serving-mode', title: 'Serving mode', tooltip: `Mode that is picked: ${MODES.join(' or ')}` },
    annotation: 'serving-mode',
    example: 'disagg',
  },
  memoryHeadroom: {
    about: 'request',
    kind: SHARE,
    description: 'What workers leave free of the memory of each GPU, as a share of the card such as 10% (0% to 90%)',
    option: { name: 'memory-headroom', value: 'SHARE', help: 'memory of each GPU that is left free, such as 10%' },
    parameter: { name: 'memory-headroom', title: 'Memory headroom' },
    annotation: 'memory-headroom',
    example: '10%',
  },
  prices: {
    about: 'run',
    kind: PRICES,
    description: 'What a GPU costs an hour, by SKU; without it nothing is said of costs',
    option: {
      name: 'price',
      value: 'SKU=PRICE',
      help: 'what a GPU costs an hour, such as h200_sxm=3.5USD; may be repeated',
    },
    example: { h200_sxm: { perGpuHour: 3.5, currency: 'USD' } },
  },
  fluxSubstitute: {
    about: 'request',
    kind: choiceOf(FLUX_SUBSTITUTE),
    description:
      'Whether Flux may substitute variables in graphs; a graph that has some is warned about where it is not said',
    option: {
      name: 'flux-substitute',
      value: 'WHETHER',
      help: `Flux's variables in graphs: ${FLUX_SUBSTITUTE.join(' (by an annotation) or ')}; a warning by default`,
    },
    example: 'disabled',
  },
  strict: {
    about: 'run',
    kind: FLAG,
    description: 'Count warnings as errors',
    fallback: false,
    option: { name: 'strict' },
    parameter: { name: 'strict', title: 'Strict' },
    example: true,
  },
  frozen: {
    about: 'run',
    kind: FLAG,
    description: 'Whether a request that is not in the lock beside it for its inputs is an error',
    fallback: false,
    option: { name: 'frozen', help: `a request without an entry for it in ${LOCK_FILE} is an error` },
    parameter: {
      name: 'frozen',
      title: 'Frozen',
      tooltip: 'A request that is not in the lock beside it for its inputs is an error',
    },
    example: true,
  },
  exclude: {
    about: 'run',
    kind: GLOBS,
    description: 'Files that are not looked at',
    option: { name: 'exclude', value: 'GLOB', help: 'files that are not looked at; may be repeated' },
    only: 'project',
    example: ['drafts/**'],
  },
  extends: {
    about: 'run',
    kind: PATH,
    description: 'Another project file that says what this one leaves out, from the folder of this one',
    only: 'project',
    example: '../base/dgdr-render.yaml',
  },
  requests: {
    about: 'function',
    kind: REQUESTS,
    description: 'Requests to render as a generator: paths and globs below the working directory, or whole requests',
    only: 'function',
  },
  keepRequests: {
    about: 'function',
    kind: FLAG,
    description: 'Keep the requests in the output, marked local-config',
    fallback: true,
    only: 'function',
  },
  compat: {
    about: 'request',
    kind: choiceOf(COMPATS),
    description: 'ours, or reference: every mend off',
    fallback: 'ours',
    option: { name: 'compat', value: 'NAME' },
    only: 'function',
    isInternal: true,
  },
} as const satisfies Readonly<Record<string, DefaultRow>>;

/** A field of a config as the keys of the table write it: `hardware.gpuSku`. */
export type SettingPath = keyof typeof DEFAULTS;
export const SETTING_PATHS = Object.keys(DEFAULTS) as readonly SettingPath[];

/** The row of a path; rows by themselves know only their own members. */
export function defaultRow(path: SettingPath): DefaultRow {
  return DEFAULTS[path];
}

/** The field right below `spec` that a path begins with. */
export type HeadOf<P> = P extends `${infer Head}.${string}` ? Head : P;

/** The fields right below `spec` of a config, in their order; with what those that hold others are for. */
export const CONFIG_FIELDS = {
  requests: undefined,
  hardware: 'What requests leave out, since nothing can be discovered offline',
  image: undefined,
  imageMirrors: undefined,
  routing: 'Routing of requests that say nothing',
  models: undefined,
  modelLikes: undefined,
  strict: undefined,
  frozen: undefined,
  target: undefined,
  keepRequests: undefined,
  support: undefined,
  servingMode: undefined,
  memoryHeadroom: undefined,
  prices: undefined,
  fluxSubstitute: undefined,
  emit: undefined,
  workloads: 'How plain workloads are made where emit asks for them',
  exclude: undefined,
  extends: undefined,
  compat: undefined,
} as const satisfies Readonly<Record<HeadOf<SettingPath>, string | undefined>>;
