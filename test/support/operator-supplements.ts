import { getIn, type JsonObject, updateIn } from '../../src/json.ts';
import { listIn, objectIn } from '../../src/json-reading.ts';
import { mapContainers, type OperatorCase, operatorCase, TEMPLATES } from './operator.ts';

const LEADER = '$(LWS_LEADER_ADDRESS)';
const EXECUTOR = 'nvidia.com/vllm-distributed-executor-backend';
const WORKER = ['spec', 'services', 'VllmDecodeWorker', 'extraPodSpec', 'mainContainer', 'args'];

/**
 * Recorded cases with a change on both sides, for what no recorded one has. What becomes of the objects is read in the
 * operator's sources, which the comments name.
 */
export const SUPPLEMENTS: readonly OperatorCase[] = [
  addresses(operatorCase('mocker-disagg')),
  restarted(operatorCase('mocker-disagg')),
  byItself(operatorCase('vllm-multinode-ray')),
  elastic(operatorCase('vllm-multinode-ray')),
  throughMesh(operatorCase('pvc-create')),
];

/** `AddStandardEnvVars` of deploy/operator/internal/dynamo/graph.go. */
function addresses(base: OperatorCase): OperatorCase {
  const options = { ...base.options, modelExpress: 'http://model-express:8001', prometheus: 'http://prometheus:9090' };
  const added = [
    { name: 'MODEL_EXPRESS_URL', value: options.modelExpress },
    { name: 'PROMETHEUS_ENDPOINT', value: options.prometheus },
  ];
  const recorded = base.recorded.map((object) => withEnv(object, added));
  return { ...base, name: 'addresses of Model Express and Prometheus', options, recorded };
}

/** `applyRestartAnnotation` of the same file. */
function restarted(base: OperatorCase): OperatorCase {
  const graph = updateIn(base.graph, ['spec', 'restart'], () => ({ id: '2026-11-27' }));
  const recorded = base.recorded.map((object) =>
    mapTemplates(object, (template) =>
      updateIn(template, ['metadata', 'annotations'], () => ({ 'nvidia.com/restartAt': '2026-11-27' })),
    ),
  );
  return { ...base, name: 'a restart', graph, recorded };
}

/** internal/controller/testdata/dcd/vllm-multinode-tp-args/output.yaml, the script that waits aside, which is ours. */
function byItself(base: OperatorCase): OperatorCase {
  const graph = updateIn(base.graph, ['metadata', 'annotations'], () => ({}));
  const args = listIn(base.graph, ...WORKER);
  const flags = ['--distributed-executor-backend', 'mp', '--nnodes', '2', '--master-addr', LEADER];
  const start = [...flags, '--master-port', '29500', '--node-rank'];
  const recorded = base.recorded.map((object) =>
    withEnv(
      startedBy(object, {
        leader: { args: [...args, ...start, '0'] },
        follower: { args: [...args, ...start, '$(LWS_WORKER_INDEX)', '--headless'] },
        command: ['python3', '-m', 'dynamo.vllm'],
      }),
      object.kind === 'LeaderWorkerSet'
        ? [{ name: 'VLLM_NIXL_SIDE_CHANNEL_HOST', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }]
        : [],
    ),
  );
  return { ...base, name: 'vLLM over nodes by itself', graph, recorded: recorded.map(withoutExecutor).map(withWait) };
}

/** `injectElasticEPRayLaunchFlags` of deploy/operator/internal/dynamo/backend_vllm.go; the loops are our own. */
function elastic(base: OperatorCase): OperatorCase {
  const args = ['--enable-elastic-ep', '--model', 'deepseek-ai/DeepSeek-V3'];
  const graph = updateIn(base.graph, WORKER, () => args);
  const open = `python3 -c "import socket; socket.create_connection(('127.0.0.1', 6379), timeout=1)" 2>/dev/null`;
  const live = `python3 -c "import urllib.request; urllib.request.urlopen('http://${LEADER}:9090/live', timeout=5)" 2>/dev/null`;
  const loop = (tries: number, question: string, pause: number): string => {
    return `tries=${tries}; until ${question}; do tries=$((tries - 1)); [ "$tries" -gt 0 ] || exit 1; sleep ${pause}; done`;
  };
  const engine = `python3 -m dynamo.vllm ${args.join(' ')}`;
  const recorded = base.recorded.map((object) =>
    startedBy(object, {
      leader: { args: [`ray start --head --port=6379 --block & ${loop(150, open, 2)} && ${engine}`] },
      follower: { args: [`${loop(720, live, 15)} && ray start --address=${LEADER}:6379 --block`] },
      command: ['/bin/sh', '-c'],
    }),
  );
  return { ...base, name: 'elastic experts', graph, recorded };
}

/** `GenerateComponentVirtualService` of deploy/operator/internal/dynamo/graph.go, where the operator finds Istio. */
function throughMesh(base: OperatorCase): OperatorCase {
  const [frontend = ''] = Object.entries(objectIn(base.graph, 'spec', 'services')).flatMap(([name, service]) =>
    getIn(service, 'ingress') === undefined ? [] : [name],
  );
  const path = ['spec', 'services', frontend, 'ingress'];
  const graph = updateIn(base.graph, path, (ingress) => ({
    ...Object(ingress),
    ...{ useVirtualService: true, virtualServiceGateway: 'istio-system/public' },
  }));
  const [ingress = {}] = base.recorded.filter(({ kind }) => kind === 'Ingress');
  const { name = '', namespace = '' } = objectIn(ingress, 'metadata');
  const route: JsonObject = {
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'VirtualService',
    metadata: { name, namespace },
    spec: {
      hosts: listIn(ingress, 'spec', 'rules').map((rule) => getIn(rule, 'host') ?? ''),
      gateways: ['istio-system/public'],
      http: [{ match: [{ uri: { prefix: '/' } }], route: [{ destination: { host: name, port: { number: 8000 } } }] }],
    },
  };
  return { ...base, name: 'a route through Istio besides', graph, recorded: [...base.recorded, route] };
}

interface Starts {
  readonly leader: JsonObject;
  readonly follower: JsonObject;
  readonly command: string[];
}

/** A LeaderWorkerSet whose containers start otherwise; other objects as they are. */
function startedBy(object: JsonObject, { leader, follower, command }: Starts): JsonObject {
  const at = (template: string) => ['spec', 'leaderWorkerTemplate', template, 'spec', 'containers'];
  if (object.kind !== 'LeaderWorkerSet') return object;
  const changed = (one: JsonObject, template: string, members: JsonObject): JsonObject =>
    updateIn(one, at(template), () =>
      listIn(one, ...at(template)).map((each) => ({ ...Object(each), ...members, command })),
    );
  return changed(changed(object, 'leaderTemplate', leader), 'workerTemplate', follower);
}

function withWait(object: JsonObject): JsonObject {
  if (object.kind !== 'LeaderWorkerSet') return object;
  const spec = ['spec', 'leaderWorkerTemplate', 'workerTemplate', 'spec'];
  const image = getIn(Object(listIn(object, ...spec, 'containers')[0]), 'image') ?? '';
  const script = `import socket, sys, time
host, port = sys.argv[1], int(sys.argv[2])
while True:
    try:
        socket.create_connection((host, port), timeout=2).close()
        break
    except OSError as error:
        print("waiting for", host, "port", port, "-", error, flush=True)
        time.sleep(5)
`;
  const command = ['python3', '-c', script, LEADER, '29500'];
  return updateIn(object, [...spec, 'initContainers'], () => [{ name: 'wait-for-leader', image, command }]);
}

function withoutExecutor(object: JsonObject): JsonObject {
  const without = (one: JsonObject): JsonObject => {
    const metadata = objectIn(one, 'metadata');
    const { annotations = {}, ...rest } = metadata;
    const kept = Object.entries(Object(annotations)).filter(([key]) => key !== EXECUTOR);
    const noted = kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) as JsonObject };
    return one.metadata === undefined ? one : { ...one, metadata: { ...rest, ...noted } };
  };
  return mapTemplates(without(object), without);
}

function withEnv(object: JsonObject, added: readonly JsonObject[]): JsonObject {
  return mapContainers(object, (one) => ({ ...one, env: [...listIn(one, 'env'), ...added] }));
}

function mapTemplates(object: JsonObject, change: (template: JsonObject) => JsonObject): JsonObject {
  return TEMPLATES.reduce((one, path) => {
    return getIn(one, ...path) === undefined ? one : updateIn(one, path, (template) => change(Object(template)));
  }, object);
}
