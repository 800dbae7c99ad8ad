import type { Street } from '../../render/render.ts';
import { findMirrorProblem, parseMirrors } from '../../request/mirrors.ts';
import {
  FLUX_SUBSTITUTE,
  type ImageMirror,
  KV_EVENTS,
  type RequestDefaults,
  ROUTER_MODES,
} from '../../request/request.ts';
import { parseModelOptions, readModelConfigs } from '../read/model-configs.ts';
import { type Arguments, type OptionTable, UsageError } from './command.ts';
import type { Context } from './context.ts';

/** Options that fill what a request leaves out; the request's own words win. */
export const REQUEST_OPTIONS = {
  image: { type: 'string', value: 'IMAGE', help: 'image of requests that name none' },
  'image-mirror': {
    type: 'string',
    value: 'SOURCE=MIRROR',
    isRepeatable: true,
    help: 'take images of that registry or path from another one; may be repeated, the longest source wins',
  },
  target: { type: 'string', value: 'X.Y', help: 'Dynamo release that the graphs are for' },
  'gpu-sku': { type: 'string', value: 'SKU', help: 'hardware.gpuSku of requests that name none' },
  'total-gpus': { type: 'string', value: 'N', help: 'hardware.totalGpus of requests that name none' },
  'num-gpus-per-node': { type: 'string', value: 'N', help: 'hardware.numGpusPerNode of requests that name none' },
  'vram-mb': { type: 'string', value: 'MIB', help: 'hardware.vramMb of requests that name none, MiB a GPU' },
  'router-mode': {
    type: 'string',
    value: 'MODE',
    help: `routing of requests that say nothing: ${ROUTER_MODES.join(', ')}`,
  },
  'kv-events': { type: 'string', value: 'KIND', help: `KV events with router mode kv: ${KV_EVENTS.join(', ')}` },
  'model-config': {
    type: 'string',
    value: 'ID=PATH',
    isRepeatable: true,
    help: 'config.json (or its folder) of a model that is not bundled; may be repeated',
  },
  'flux-substitute': {
    type: 'string',
    value: 'WHETHER',
    help: `Flux's variables in graphs: ${FLUX_SUBSTITUTE.join(' (by an annotation) or ')}; a warning by default`,
  },
  strict: { type: 'boolean', help: 'count warnings as errors' },
  compat: { type: 'string', value: 'NAME', help: 'ours, or reference: every mend off', isHidden: true },
} as const satisfies OptionTable;

/** The defaults that the options spell out. */
export function requestDefaults(args: Arguments): RequestDefaults {
  return {
    image: args.text('image'),
    imageMirrors: mirrorsOf(args),
    target: releaseOf(args),
    hardware: {
      gpuSku: args.text('gpu-sku'),
      totalGpus: countOf(args, 'total-gpus'),
      numGpusPerNode: countOf(args, 'num-gpus-per-node'),
      vramMb: countOf(args, 'vram-mb'),
    },
    routing: { mode: oneOf(args, 'router-mode', ROUTER_MODES), kvEvents: oneOf(args, 'kv-events', KV_EVENTS) },
    fluxSubstitute: oneOf(args, 'flux-substitute', FLUX_SUBSTITUTE),
    compat: oneOf(args, 'compat', ['ours', 'reference']),
  };
}

/** The value of an option that must be one of a closed set. */
export function oneOf<T extends string>(args: Arguments, name: string, known: readonly T[]): T | undefined {
  const text = args.text(name);
  const found = known.find((value) => value === text);
  if (text !== undefined && found === undefined) {
    throw new UsageError(`--${name} ${text} is not one of ${known.join(', ')}`);
  }
  return found;
}

function countOf(args: Arguments, name: string): number | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} ${text} is not a whole number above 0`);
  return Number(text);
}

function mirrorsOf(args: Arguments): ImageMirror[] {
  const mirrors = args.texts('image-mirror').flatMap(parseMirrors);
  const problem = findMirrorProblem(mirrors);
  if (problem === undefined) return mirrors;
  throw new UsageError(`--image-mirror: ${problem.message}`);
}

function releaseOf(args: Arguments): string | undefined {
  const text = args.text('target');
  if (text !== undefined && !/^\d+\.\d+(\.\d+)?$/.test(text)) {
    throw new UsageError(`--target ${text} is not a release such as 1.3`);
  }
  return text;
}

/** Opens the street with the models that the options supply. @throws RenderErrors */
export function openStreetFor(args: Arguments, context: Context): Street {
  const sources = parseModelOptions(args.texts('model-config'));
  return context.openStreet(readModelConfigs(sources, { cwd: context.cwd, isConfined: false }));
}
