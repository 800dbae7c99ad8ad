import { show } from '../words.ts';
import type { Report } from './report.ts';
import type { Sla } from './request.ts';
import type { Spec } from './schema.ts';

/** Targets in ms of a request that says none (ai-dynamo 1.3.1, profiler/utils/dgdr_v1beta1_types.py). */
const DEFAULT_TTFT_MS = 2000;
const DEFAULT_ITL_MS = 30;

const TARGETS = ['ttft', 'itl', 'e2eLatency'] as const;

/**
 * The latency targets. An explicit null differs from an absent field here: null takes a default away, so that one null
 * leaves half a pair, and the pair counts as said beside e2eLatency unless both halves are null (design graph.md 1.2).
 */
export function toSla(spec: Spec, report: Report): Sla {
  const sla = spec.sla ?? {};
  for (const name of TARGETS) checkPositive(name, sla[name], report);
  const { ttft = DEFAULT_TTFT_MS, itl = DEFAULT_ITL_MS, e2eLatency } = sla;
  const isTouched = sla.ttft !== undefined || sla.itl !== undefined;
  const isPairGone = ttft === null && itl === null;
  if (e2eLatency != null) {
    if (isTouched && !isPairGone) reportConflict(sla, report);
    return { kind: 'e2e', e2eLatencyMs: e2eLatency };
  }
  if (ttft === null || itl === null) reportIncomplete(isPairGone, report);
  const pair = { kind: 'pair', ttftMs: ttft ?? DEFAULT_TTFT_MS, itlMs: itl ?? DEFAULT_ITL_MS } as const;
  const assumed = (['ttft', 'itl'] as const).find((name) => isTouched && sla[name] === undefined);
  return { ...pair, isExplicit: isTouched, ...(assumed && { assumed }) };
}

function checkPositive(name: (typeof TARGETS)[number], valueMs: number | null | undefined, report: Report): void {
  if (valueMs == null || valueMs > 0) return;
  report.broken('SLA_INVALID', {
    path: `spec.sla.${name}`,
    message: `${name} is ${valueMs} ms, wanted more than 0`,
    hint: `set ${name} to a positive number of milliseconds, or delete it`,
  });
}

function reportConflict(sla: NonNullable<Spec['sla']>, report: Report): void {
  const said = (['ttft', 'itl'] as const).filter((name) => sla[name] !== undefined);
  const values = said.map((name) => `${name} ${show(sla[name])}`).join(' and ');
  report.fail('SLA_CONFLICT', {
    path: 'spec.sla.e2eLatency',
    message: `e2eLatency is given beside ${values}, wanted either the pair or e2eLatency`,
    hint: `delete spec.sla.e2eLatency, or delete ${said.map((name) => `spec.sla.${name}`).join(' and ')}`,
  });
}

function reportIncomplete(isPairGone: boolean, report: Report): void {
  report.fail('SLA_INCOMPLETE', {
    path: 'spec.sla',
    message: isPairGone
      ? 'ttft and itl are null and e2eLatency is missing, so there is no target left'
      : 'one of ttft and itl is null, wanted both or neither',
    hint: `delete the null to get the default (ttft ${DEFAULT_TTFT_MS}, itl ${DEFAULT_ITL_MS}), or set e2eLatency and both to null`,
  });
}

/** A latency that a request limits. */
export interface LatencyLimit {
  /** The latency as candidates name it. */
  readonly latency: 'ttftMs' | 'tpotMs' | 'requestMs';
  readonly limitMs: number;
  /** Field of `spec.sla`. */
  readonly field: (typeof TARGETS)[number];
}

/** The limits of a request. */
export interface LatencyLimits {
  readonly all: readonly LatencyLimit[];
  /** What bounds the first token; an end-to-end limit does where there is no other. */
  readonly firstToken: LatencyLimit;
  /** What picks are judged by. */
  readonly judged: LatencyLimit & { readonly latency: 'tpotMs' | 'requestMs' };
  /** False where they are mere defaults. */
  readonly isExplicit: boolean;
  /** Those that the request itself says. */
  readonly said: readonly LatencyLimit[];
}

/** The limits that the targets of a request set. */
export function limitsOf(sla: Sla): LatencyLimits {
  if (sla.kind === 'e2e') {
    const whole = { latency: 'requestMs', limitMs: sla.e2eLatencyMs, field: 'e2eLatency' } as const;
    return { all: [whole], firstToken: whole, judged: whole, isExplicit: true, said: [whole] };
  }
  const firstToken = { latency: 'ttftMs', limitMs: sla.ttftMs, field: 'ttft' } as const;
  const judged = { latency: 'tpotMs', limitMs: sla.itlMs, field: 'itl' } as const;
  const all = [firstToken, judged];
  const { isExplicit, assumed } = sla;
  return { all, firstToken, judged, isExplicit, said: all.filter(({ field }) => isExplicit && field !== assumed) };
}
