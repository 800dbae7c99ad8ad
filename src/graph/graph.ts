import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import { runtimeImage } from '../request/images.ts';
import type { Request } from '../request/request.ts';
import type { Backend } from '../serving.ts';
import { emitTokens, missingTokens } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { GRAPH_BACKENDS, overrideArgs, workerName } from './backends.ts';
import { canonicalGraph } from './canonical.ts';
import { mockerServices } from './mocker.ts';
import { hfHomeFields, isFilePath, type ModelSource, mountFields, resolveModel } from './model-source.ts';
import { planWorkers } from './plan.ts';
import { addPlanner, type Services } from './planner.ts';
import { lonelyInterpolation, planPlanner } from './planner-config.ts';
import { checkNodes, gpuFields, gpusPerNode } from './resources.ts';
import { TOKEN_SECRET } from './secret.ts';
import { engineWorker, warnContext } from './worker.ts';

interface Room {
  readonly request: Request;
  readonly backendName: Backend;
  readonly backend: GraphBackend;
  readonly image: string;
  readonly model: ModelSource;
}

/**
 * The graph (v1alpha1, for Dynamo up to 1.3) of the first picked row, in canonical form and without overrides.
 * Throws FEATURE_UNSUPPORTED, NO_FEASIBLE_CONFIG and what `planPlanner` does; warns with CONTEXT_CLAMPED and like it.
 * Source: ai-dynamo 1.3.1 profiler/utils/config_modifiers, with the mends of docs/deviations.md.
 */
export function buildGraph(request: Request, profile: Profile, warn: Warn): JsonObject {
  const planner = planPlanner(request, profile, warn);
  const { services, pvcs = {} } = request.features.mocker
    ? {
        services: mockerServices(
          request,
          planner ? planner.interpolation : lonelyInterpolation(request, profile),
          warn,
        ),
      }
    : engineServices(request, profile, warn);
  return canonicalGraph({
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: `${request.name}-dgd` },
    spec: { ...pvcs, services: planner === undefined ? services : addPlanner(services, request, profile, planner) },
  });
}

/** Frontend and workers that serve the model, with the claim they load it from. */
function engineServices(request: Request, profile: Profile, warn: Warn) {
  const backend = GRAPH_BACKENDS[profile.backend];
  const workers = planWorkers(request, profile).map((plan) => engineWorker(request, profile, plan));
  const model = resolveModel(request, profile.backendVersion === null);
  const image = runtimeImage(request.image, profile.backend, request.compat);
  const room: Room = { request, backendName: profile.backend, backend, image, model };
  warnContext(request, profile, backend, workers, warn);
  const services: Services = Object.fromEntries([
    ['Frontend', frontend(room)],
    ...workers.map((worker) => [nameOf(room, worker), workerService(room, worker)] as const),
  ]);
  return { services, ...(model.claim ? { pvcs: { pvcs: [{ name: model.claim.name, create: false }] } } : {}) };
}

/** The operator supplies the Frontend's command, except where it must be told a model path. */
function frontend({ request, image, model }: Room): JsonObject {
  const command = isFilePath(model.path)
    ? {
        command: ['python3', '-m', 'dynamo.frontend'],
        args: ['--model-name', request.model, '--model-path', model.path],
      }
    : {};
  return {
    componentType: 'frontend',
    replicas: 1,
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: { mainContainer: { image, ...command, ...hfHomeFields(model) } },
  };
}

function nameOf({ request, backendName }: Room, { role }: EngineWorker): string {
  return workerName(backendName, role, request.target);
}

function workerService(room: Room, worker: EngineWorker): JsonObject {
  const { request, backend, image, model } = room;
  const shape = backend.services[worker.role];
  const gpus = {
    total: backend.gpusPerWorker[request.compat](worker),
    perInstance: backend.tensorParallel(worker) * worker.pp,
    ephemeralStorage: shape.ephemeralStorage,
  };
  if (request.compat === 'ours') checkNodes(request, nameOf(room, worker), gpus);
  return {
    componentType: 'worker',
    ...(shape.subComponentType === undefined ? {} : { subComponentType: shape.subComponentType }),
    replicas: worker.replicas,
    ...gpuFields(gpus, gpusPerNode(request)),
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: {
      mainContainer: {
        image,
        workingDir: backend.workingDir,
        command: ['python3', '-m', backend.module],
        args: workerArgs(room, worker),
        ...hfHomeFields(model),
      },
    },
  };
}

/** Engine flags, what the reference leaves out, then the model; an override that sets a role flag itself keeps it. */
function workerArgs({ request, backendName, backend, model }: Room, worker: EngineWorker): string[] {
  const engine = emitTokens(backend.flags(worker), worker);
  const override = overrideArgs(request, backendName, worker.role);
  const wanted = [
    ...backend.roleFlags[worker.role](worker.release),
    ...(request.overrides.trustRemoteCode ? [backend.trustRemoteCode] : []),
  ];
  const added = request.compat === 'ours' ? missingTokens(wanted, [...engine, ...override]) : [];
  const names = [backend.modelFlag, model.path, '--served-model-name', request.model];
  return [...engine, ...added, ...names, ...backend.closingArgs];
}
