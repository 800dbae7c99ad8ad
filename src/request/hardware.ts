import { isBefore, printRelease, type Release } from '../releases.ts';
import { SETTING_PATHS } from './defaults.ts';
import type { Mends } from './mends.ts';
import type { Report } from './report.ts';
import type { Request } from './request.ts';
import { hardwareSchema, type Spec } from './schema.ts';
import type { RequestDefaults } from './settings.ts';
import { checkShape } from './shape.ts';
import { skuRelease, toSystem } from './skus.ts';
import { listed, waysToSay } from './ways.ts';

type Hardware = NonNullable<Spec['hardware']>;

/** Largest GPU budget; the sweeps grow with it. */
const MOST_GPUS = 16_384;

/** What an operator would discover in its cluster and has to be said offline. */
const REQUIRED = [
  { field: 'gpuSku', wanted: 'a GPU type', example: 'h200_sxm' },
  { field: 'totalGpus', wanted: 'a GPU budget of at least 1', example: '8' },
  { field: 'numGpusPerNode', wanted: 'at least 1', example: '8' },
] as const satisfies readonly { field: keyof Hardware; wanted: string; example: string }[];

/** The hardware to render for, `defaults` filling what the request leaves out; placeholders after an error. */
export function toHardware(
  spec: Spec,
  { defaults, mends, target }: { readonly defaults: RequestDefaults; readonly mends: Mends; readonly target: Release },
  report: Report,
): Request['hardware'] {
  const hardware = fill(spec.hardware ?? {}, configured(defaults, report));
  reportMissing(hardware, defaults, report);
  for (const field of ['totalGpus', 'numGpusPerNode'] as const) {
    if ((hardware[field] ?? 0) <= MOST_GPUS) continue;
    report.broken('LIMIT_EXCEEDED', {
      path: `spec.hardware.${field}`,
      message: `${field} is ${hardware[field]}, wanted at most ${MOST_GPUS}`,
      hint: `set ${field} to ${MOST_GPUS} or less`,
    });
  }
  const { gpuSku, totalGpus = 1, numGpusPerNode = 1, vramMb } = hardware;
  const system = gpuSku === undefined ? '' : mends.translatesSkus ? toSystem(gpuSku) : gpuSku;
  if (gpuSku !== undefined) warnAboutSku(gpuSku, target, report);
  return { gpuSku: gpuSku ?? '', system, totalGpus, gpusPerNode: numGpusPerNode, vramMb };
}

/** One finding for all of the block that is missing; a value that is too small is a matter of its field. */
function reportMissing(hardware: Hardware, defaults: RequestDefaults, report: Report): void {
  const missing = REQUIRED.filter(
    ({ field }) => hardware[field] === undefined && !report.isSaid(`spec.hardware.${field}`),
  );
  for (const { field, wanted, example } of REQUIRED) {
    const value = hardware[field];
    if (typeof value !== 'number' || value >= 1) continue;
    report.broken('HARDWARE_MISSING', {
      path: `spec.hardware.${field}`,
      message: `${field} is ${value}, wanted ${wanted}; offline nothing can be discovered`,
      hint: `set spec.hardware.${field}, for example ${example}`,
    });
  }
  const [first] = missing;
  if (first === undefined) return;
  const names = missing.map(({ field }) => field);
  const ways = waysToSay(
    names.map((field) => `hardware.${field}` as const),
    defaults,
  );
  const examples = missing.map(({ field, example }) => `${field}: ${example}`).join(', ');
  const isAlone = missing.length === 1;
  report.broken('HARDWARE_MISSING', {
    path: missing.length < REQUIRED.length ? `spec.hardware.${first.field}` : 'spec.hardware',
    message: `${listed(names)} ${isAlone ? `is missing, wanted ${first.wanted}` : 'are missing'}; offline nothing can be discovered`,
    hint: `write below spec what dgdr-render hardware --context NAME prints, such as hardware: {${examples}}; or ${ways}`,
  });
}

function warnAboutSku(gpuSku: string, target: Release, report: Report): void {
  const since = skuRelease(gpuSku);
  if (since !== undefined && !isBefore(target, since)) return;
  const known =
    since === undefined ? 'no operator accepts it' : `operators accept it from ${printRelease(since)} on only`;
  report.warn('SKU_UNKNOWN_TO_OPERATOR', {
    path: 'spec.hardware.gpuSku',
    message: `gpuSku ${gpuSku} is known here, but ${known} in a request`,
    hint: 'render the graph here and do not apply the request itself to a cluster',
  });
}

/** The hardware of the defaults; what is wrong with it is said where it stands, whatever the request says itself. */
function configured({ hardware, sourceOf }: RequestDefaults, report: Report): Hardware {
  const path = 'spec.hardware';
  const about: Report = {
    ...report,
    broken: (code, note) => {
      const setting = SETTING_PATHS.find((known) => note.path === `spec.${known}`);
      report.broken(code, { ...note, origin: setting && sourceOf?.(setting)?.origin });
    },
  };
  return (
    checkShape({ schema: hardwareSchema, value: hardware ?? {}, path, code: 'CONFIG_INVALID', report: about }) ?? {}
  );
}

function fill(own: Hardware, other: Hardware): Hardware {
  return {
    gpuSku: own.gpuSku ?? other.gpuSku,
    totalGpus: own.totalGpus ?? other.totalGpus,
    numGpusPerNode: own.numGpusPerNode ?? other.numGpusPerNode,
    vramMb: own.vramMb ?? other.vramMb,
  };
}
