import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { type MockerFacts, releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { frontendCommand } from './frontend.ts';
import { TOKEN_SECRET } from './model-source.ts';
import { MODE_ROLES } from './plan.ts';
import type { AicInterpolation } from './planner-schema.ts';

/** Backends whose scheduling the mocker can imitate; for others it keeps its own. */
const IMITATED: readonly Backend[] = ['vllm', 'sglang'];

/** Where the latencies of a mocker come from. */
export interface MockerTiming {
  /** The engines that it imitates; without any it has its own model of latencies. */
  readonly interpolation: AicInterpolation | undefined;
  /** Version of the measured data; null where nothing was measured. */
  readonly backendVersion: string | null;
}

type MockedRole = (typeof MODE_ROLES)['disagg'][number];

/**
 * Services that pretend to serve the model, always prefill and decode, on the request's own image and without GPUs.
 * Source: ai-dynamo 1.3.1, profiler/utils/dgd_generation.py; base graph of 1.5.1. Warns with FIELD_IGNORED.
 */
export function mockerServices(request: Request, timing: MockerTiming, warn: Warn): Record<string, JsonObject> {
  warnAboutCache(request, warn);
  const { image } = request;
  const workers = MODE_ROLES.disagg.map((role) => [role, worker(request, role, timing)] as const);
  return {
    Frontend: {
      componentType: 'frontend',
      replicas: 1,
      extraPodSpec: { mainContainer: { image, ...frontendCommand(request, []) } },
    },
    ...Object.fromEntries(workers),
  };
}

function worker(request: Request, role: MockedRole, timing: MockerTiming): JsonObject {
  const { image, model, target } = request;
  const { mocker } = releaseFacts(target);
  const args = ['--model-path', model, '--model-name', model, '--speedup-ratio', '1.0', '--disaggregation-mode', role];
  return {
    componentType: 'worker',
    subComponentType: role,
    replicas: 1,
    envFromSecret: TOKEN_SECRET,
    extraPodSpec: {
      mainContainer: {
        image,
        workingDir: '/workspace',
        command: ['python3', '-m', 'dynamo.mocker'],
        args: [...args, ...latencyArgs(timing, role, mocker)],
      },
    },
  };
}

/** The measured engine that a worker takes its latencies from; pipeline parallelism has no flag. */
function latencyArgs({ interpolation, backendVersion }: MockerTiming, role: MockedRole, facts: MockerFacts): string[] {
  if (interpolation === undefined) return [];
  const { prefix, hasBackend, omitsUnitExperts } = facts;
  const { backend, system } = interpolation;
  const pick = interpolation[`${role}_pick`];
  // Without a flag for the backend, only the engine's type tells it.
  if (prefix === undefined || (!hasBackend && !IMITATED.includes(backend))) return [];
  const hasExperts = !omitsUnitExperts || pick.moe_tp * pick.moe_ep > 1;
  const flags: [name: string, value: string | undefined][] = [
    ['backend', hasBackend ? backend : undefined],
    ['backend-version', facts.backendVersion === 'measured' ? (backendVersion ?? undefined) : facts.backendVersion],
    ['system', system],
    ['tp-size', String(pick.tp)],
    ['moe-tp-size', hasExperts ? String(pick.moe_tp) : undefined],
    ['moe-ep-size', hasExperts ? String(pick.moe_ep) : undefined],
    ['attention-dp-size', String(pick.dp)],
  ];
  return [
    `${prefix}-perf-model`,
    ...flags.flatMap(([name, value]) => (value === undefined ? [] : [`${prefix}-${name}`, value])),
    ...(IMITATED.includes(backend) ? ['--engine-type', backend] : []),
  ];
}

function warnAboutCache({ modelCache, locate }: Request, warn: Warn): void {
  if (modelCache === undefined) return;
  warn('FIELD_IGNORED', {
    message: `a mocker loads no weights, so the claim ${modelCache.pvcName} is not mounted`,
    path: 'spec.modelCache',
    hint: 'delete spec.modelCache, or set features.mocker.enabled to false',
    origin: locate('spec.modelCache'),
  });
}
