import type { Report } from './report.ts';
import type { Request } from './request.ts';
import type { Spec } from './schema.ts';

/** Tokens of a request that says none (design api.md 2.1). */
const DEFAULT_ISL = 4000;
const DEFAULT_OSL = 1000;

/** Most tokens of a prompt and its answer together. */
const MOST_TOKENS = 2_097_152;

/** Most requests a second or in flight; beyond it GPUs are no longer counted exactly, or at all. */
const MOST_LOAD = 1e9;

/** Fewest output tokens with an end-to-end target: the engine spreads what ttft leaves over osl - 1 steps. */
const FEWEST_E2E_TOKENS = 2;

/** The traffic to serve; isl 4000 and osl 1000 when the request does not say. */
export function toWorkload(spec: Spec, report: Report): Request['workload'] {
  const { isl = DEFAULT_ISL, osl = DEFAULT_OSL, concurrency, requestRate } = spec.workload ?? {};
  if (concurrency !== undefined && requestRate !== undefined) {
    report.fail('LOAD_CONFLICT', {
      path: 'spec.workload.requestRate',
      message: `concurrency is ${concurrency} and requestRate is ${requestRate}, wanted only one of them`,
      hint: 'delete spec.workload.concurrency or spec.workload.requestRate',
    });
  }
  for (const [field, load = 0] of Object.entries({ concurrency, requestRate })) {
    if (load <= MOST_LOAD) continue;
    report.fail('LIMIT_EXCEEDED', {
      path: `spec.workload.${field}`,
      message: `${field} is ${load}, wanted at most ${MOST_LOAD}`,
      hint: `lower ${field} to ${MOST_LOAD} or less`,
    });
  }
  if (isl + osl > MOST_TOKENS) {
    report.fail('LIMIT_EXCEEDED', {
      path: `spec.workload.${isl >= osl ? 'isl' : 'osl'}`,
      message: `isl ${isl} and osl ${osl} are ${isl + osl} tokens together, wanted at most ${MOST_TOKENS}`,
      hint: `lower isl and osl to ${MOST_TOKENS} tokens together`,
    });
  }
  if (spec.sla?.e2eLatency != null && osl < FEWEST_E2E_TOKENS) {
    report.fail('REQUEST_INVALID', {
      path: 'spec.workload.osl',
      message: `osl is ${osl}, wanted at least ${FEWEST_E2E_TOKENS} with sla.e2eLatency: one token has no inter-token latency`,
      hint: `set osl to ${FEWEST_E2E_TOKENS} or more, or give sla.ttft instead of sla.e2eLatency`,
    });
  }
  return { isl, osl, concurrency, requestRatePerSec: requestRate };
}
