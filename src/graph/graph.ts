import { RenderError, type Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile.ts';
import { runtimeImage } from '../request/images.ts';
import type { Request } from '../request/request.ts';
import { serviceArgs } from './access.ts';
import { emitTokens, missingTokens } from './args.ts';
import type { EngineWorker, GraphBackend } from './backend.ts';
import { GRAPH_BACKENDS } from './backends.ts';
import { canonicalGraph } from './canonical.ts';
import { hfHomeFields, isFilePath, type ModelSource, mountFields, resolveModel } from './model-source.ts';
import { planWorkers } from './plan.ts';
import { checkNodes, gpuFields, gpusPerNode } from './resources.ts';
import { engineWorker, warnContext } from './worker.ts';

/** Secret with the Hugging Face token that the reference's base graphs name; users can override it per service. */
const TOKEN_SECRET = 'hf-token-secret';

interface Room {
  readonly request: Request;
  readonly backend: GraphBackend;
  readonly image: string;
  readonly model: ModelSource;
}

/**
 * The graph (v1alpha1, for Dynamo up to 1.3) of the first picked row, in canonical form and without overrides.
 * Throws FEATURE_UNSUPPORTED and NO_FEASIBLE_CONFIG; warns with CONTEXT_CLAMPED.
 * Source: ai-dynamo 1.3.1 profiler/utils/config_modifiers, with the mends of docs/deviations.md.
 */
export function buildGraph(request: Request, profile: Profile, warn: Warn): JsonObject {
  refuseUnsupported(request);
  const backend = GRAPH_BACKENDS[profile.backend];
  const workers = planWorkers(request, profile).map((plan) => engineWorker(request, profile, plan));
  const model = resolveModel(request, profile.backendVersion === null);
  const room: Room = { request, backend, image: runtimeImage(request.image, profile.backend, request.compat), model };
  warnContext(request, profile, backend, workers, warn);
  const services = Object.fromEntries([
    ['Frontend', frontend(room)],
    ...workers.map((worker) => [backend.services[worker.role].name, workerService(room, worker)] as const),
  ]);
  return canonicalGraph({
    apiVersion: 'nvidia.com/v1alpha1',
    kind: 'DynamoGraphDeployment',
    metadata: { name: `${request.name}-dgd` },
    spec: { ...(model.claim ? { pvcs: [{ name: model.claim.name, create: false }] } : {}), services },
  });
}

const UNSUPPORTED: readonly (readonly [path: string, what: string, asked: (request: Request) => boolean])[] = [
  ['spec.features.planner', 'a planner', (request) => request.features.planner !== undefined],
  ['spec.features.mocker', 'a mocker graph', (request) => request.features.mocker],
];

function refuseUnsupported(request: Request): void {
  for (const [path, what, asked] of UNSUPPORTED) {
    if (!asked(request)) continue;
    throw new RenderError('FEATURE_UNSUPPORTED', {
      message: `${what} cannot be rendered yet`,
      path,
      hint: `remove ${path} from the request`,
      origin: request.locate(path),
    });
  }
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

function workerService(room: Room, worker: EngineWorker): JsonObject {
  const { request, backend, image, model } = room;
  const shape = backend.services[worker.role];
  const gpus = {
    total: backend.gpusPerWorker[request.compat](worker),
    perInstance: backend.tensorParallel(worker) * worker.pp,
    ephemeralStorage: shape.ephemeralStorage,
  };
  if (request.compat === 'ours') checkNodes(request, shape.name, gpus);
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
function workerArgs({ request, backend, model }: Room, worker: EngineWorker): string[] {
  const engine = emitTokens(backend.flags(worker), worker);
  const override = serviceArgs(request.overrides.dgd, backend.services[worker.role].name);
  const wanted = [
    ...backend.roleFlags[worker.role],
    ...(request.overrides.trustRemoteCode ? [backend.trustRemoteCode] : []),
  ];
  const added = request.compat === 'ours' ? missingTokens(wanted, [...engine, ...override]) : [];
  const names = [backend.modelFlag, model.path, '--served-model-name', request.model];
  return [...engine, ...added, ...names, ...backend.closingArgs];
}
