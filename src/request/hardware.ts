import type { Report } from './report.ts';
import type { Request, RequestDefaults } from './request.ts';
import { hardwareSchema, type Spec } from './schema.ts';
import { checkShape } from './shape.ts';
import { type GpuSku, isKnownToOperator, toSystem } from './skus.ts';

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
export function toHardware(spec: Spec, defaults: RequestDefaults, report: Report): Request['hardware'] {
  const hardware = fill(spec.hardware ?? {}, configured(defaults, report));
  for (const { field, wanted, example } of REQUIRED) {
    const value = hardware[field];
    if (typeof value === 'number' ? value >= 1 : value !== undefined) continue;
    report.broken('HARDWARE_MISSING', {
      path: `spec.hardware.${field}`,
      message: `${field} is ${value ?? 'missing'}, wanted ${wanted}; offline nothing can be discovered`,
      hint: `set spec.hardware.${field}, for example ${example}, in the request or in the function's config`,
    });
  }
  for (const field of ['totalGpus', 'numGpusPerNode'] as const) {
    if ((hardware[field] ?? 0) <= MOST_GPUS) continue;
    report.broken('LIMIT_EXCEEDED', {
      path: `spec.hardware.${field}`,
      message: `${field} is ${hardware[field]}, wanted at most ${MOST_GPUS}`,
      hint: `set ${field} to ${MOST_GPUS} or less`,
    });
  }
  const { gpuSku, totalGpus = 1, numGpusPerNode = 1, vramMb } = hardware;
  const system = gpuSku === undefined ? '' : systemOf(gpuSku, defaults, report);
  return { gpuSku: gpuSku ?? '', system, totalGpus, gpusPerNode: numGpusPerNode, vramMb };
}

function systemOf(gpuSku: GpuSku, { compat }: RequestDefaults, report: Report): string {
  if (!isKnownToOperator(gpuSku)) {
    report.warn('SKU_UNKNOWN_TO_OPERATOR', {
      path: 'spec.hardware.gpuSku',
      message: `gpuSku ${gpuSku} is measured, but no operator up to 1.6 accepts it in a request`,
      hint: 'render the graph here and do not apply the request itself to a cluster',
    });
  }
  return compat === 'reference' ? gpuSku : toSystem(gpuSku);
}

function configured({ hardware }: RequestDefaults, report: Report): Hardware {
  const path = 'spec.hardware';
  return checkShape({ schema: hardwareSchema, value: hardware ?? {}, path, code: 'CONFIG_INVALID', report }) ?? {};
}

function fill(own: Hardware, other: Hardware): Hardware {
  return {
    gpuSku: own.gpuSku ?? other.gpuSku,
    totalGpus: own.totalGpus ?? other.totalGpus,
    numGpusPerNode: own.numGpusPerNode ?? other.numGpusPerNode,
    vramMb: own.vramMb ?? other.vramMb,
  };
}
