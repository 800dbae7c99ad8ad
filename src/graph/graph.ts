import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { GRAPH_KIND, GROUP } from '../kinds.ts';
import type { Profile } from '../profile/profile.ts';
import { runtimeImage } from '../request/images.ts';
import type { Request } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { emitTokens, missingTokens } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { GRAPH_BACKENDS, overrideArgs, workerName } from './backends.ts';
import { canonicalGraph } from './canonical.ts';
import { frontendCommand } from './frontend.ts';
import type { Made } from './made.ts';
import { type MockerTiming, mockerServices } from './mocker.ts';
import { hfHomeFields, isFilePath, type ModelSource, mountFields, resolveModel, TOKEN_SECRET } from './model-source.ts';
import { planWorkers } from './plan.ts';
import { addPlanner, type Services } from './planner.ts';
import { mockerInterpolation, type PlannerPlan, planPlanner } from './planner-config.ts';
import { checkNodes, gpuFields, gpusPerNode } from './resources.ts';
import { trustFlags } from './trust.ts';
import { engineWorker, warnContext } from './worker.ts';

/** What every service of an engine is made with. */
interface ServiceContext {
  readonly request: Request;
  readonly profile: Profile;
  readonly backendName: Backend;
  readonly backend: GraphBackend;
  readonly image: string;
  readonly model: ModelSource;
  /** GPUs of one node. */
  readonly perNode: number;
}

/**
 * The graph (v1alpha1, for Dynamo up to 1.3) of the first pick, in canonical form and without overrides, with the
 * ConfigMap that a planner reads.
 * Throws FEATURE_UNSUPPORTED, NO_FEASIBLE_CONFIG and what `planPlanner` does; warns with CONTEXT_CLAMPED and like it.
 * Source: ai-dynamo 1.3.1 profiler/utils/config_modifiers, with the mends of docs/deviations.md.
 */
export function buildGraph(request: Request, profile: Profile, warn: Warn): Made {
  const planner = planPlanner(request, profile, warn);
  const { services, pvcs = {} } = request.features.mocker
    ? { services: mockerServices(request, mockerTiming(request, profile, planner), warn) }
    : engineServices(request, profile, warn);
  const built = addPlanner(services, planner, { request, profile });
  const graph = canonicalGraph({
    apiVersion: `${GROUP}/v1alpha1`,
    kind: GRAPH_KIND,
    metadata: { name: `${request.name}-dgd` },
    spec: { ...pvcs, services: built.services },
  });
  return { graph, resources: built.resources };
}

/** A planner's mocker imitates what the planner expects, one without a planner the pick itself. */
function mockerTiming(request: Request, profile: Profile, planner: PlannerPlan | undefined): MockerTiming {
  const interpolation = planner ? planner.interpolation : mockerInterpolation(request, profile);
  return { interpolation, backendVersion: profile.backendVersion };
}

/** Frontend and workers that serve the model, with the claim they load it from. */
function engineServices(request: Request, profile: Profile, warn: Warn) {
  const backend = GRAPH_BACKENDS[profile.backend];
  const workers = planWorkers(request, profile).map((plan) => engineWorker(request, profile, plan));
  const model = resolveModel(request, profile.backendVersion === null);
  const image = runtimeImage(request.image, profile.backend, request.mends);
  const perNode = gpusPerNode(request, profile);
  const context: ServiceContext = { request, profile, backendName: profile.backend, backend, image, model, perNode };
  warnContext(request, profile, backend, workers, warn);
  const services: Services = Object.fromEntries([
    ['Frontend', frontend(context)],
    ...workers.map((worker) => [nameOf(context, worker), workerService(context, worker)] as const),
  ]);
  return { services, ...(model.claim ? { pvcs: { pvcs: [{ name: model.claim.name, create: false }] } } : {}) };
}

/** The operator supplies the Frontend's command, except where it must be told a model path. */
function frontend({ request, image, model }: ServiceContext): JsonObject {
  const path = isFilePath(model.path) ? ['--model-name', request.model, '--model-path', model.path] : [];
  const command = frontendCommand(request, path);
  return {
    componentType: 'frontend',
    replicas: 1,
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: { mainContainer: { image, ...command, ...hfHomeFields(model) } },
  };
}

function nameOf({ request, backendName }: ServiceContext, { role }: EngineWorker): string {
  return workerName(backendName, role, request.target);
}

function workerService(context: ServiceContext, worker: EngineWorker): JsonObject {
  const { request, backend, image, model, perNode } = context;
  const shape = backend.services[worker.role];
  const gpus = {
    total: backend.gpusPerWorker(worker, request.mends),
    perInstance: backend.tensorParallel(worker) * worker.pp,
    ephemeralStorage: shape.ephemeralStorage,
    spreadsRanks: backend.spreadsRanks && request.mends.usesNodeSize,
  };
  if (request.mends.usesNodeSize) checkNodes(request, nameOf(context, worker), gpus);
  return {
    componentType: 'worker',
    ...(shape.subComponentType === undefined ? {} : { subComponentType: shape.subComponentType }),
    replicas: worker.replicas,
    ...gpuFields(gpus, perNode),
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: {
      mainContainer: {
        image,
        workingDir: backend.workingDir,
        command: ['python3', '-m', backend.module],
        args: workerArgs(context, worker),
        ...hfHomeFields(model),
      },
    },
  };
}

/** Engine flags, what the reference leaves out, the model, then trust in its code; what an override sets itself stays. */
function workerArgs(context: ServiceContext, worker: EngineWorker): string[] {
  const { request, backendName, backend, model } = context;
  const engine = emitTokens(backend.flags(worker), worker);
  const given = [...engine, ...overrideArgs(request, backendName, worker.role)];
  const isRoleWritten = request.mends.writesRoleFlags || worker.release.backends[backendName].keepsRoleFlags;
  const role = missingTokens(isRoleWritten ? backend.roleFlags[worker.role](worker.release) : [], given);
  const trust = missingTokens(trustFlags(context, worker, given), given);
  const names = [backend.modelFlag, model.path, '--served-model-name', request.model];
  return [...engine, ...role, ...names, ...backend.closingArgs, ...trust];
}
