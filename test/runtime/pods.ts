import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIn, type JsonObject } from '../../src/json.ts';
import { listIn, objectIn } from '../../src/json-reading.ts';
import { refOf } from '../../src/krm/identity.ts';
import { type Connection, kubeconfigText } from './cluster.ts';

/** A process that stands for the one pod of a rendered Deployment. */
export interface Pod {
  readonly name: string;
  readonly uid: string;
  readonly labels: JsonObject;
  /** Where its readiness probe asks; the port is its own, since all pods share a host. */
  readonly probe: string;
  /** Base of its HTTP port. */
  readonly url: string;
  readonly process: ChildProcess;
}

/** What every process is started with. */
export interface PodHost {
  readonly python: string;
  /** Folder for logs and homes. */
  readonly folder: string;
  /** What `/model` is here. */
  readonly model: string;
  /** How the pods of a service account reach the API server. */
  readonly connect: (account: string) => Promise<Connection>;
}

/** Variables that say where a process listens, with the container port that each is. */
const PORT_VARIABLES: Readonly<Record<string, number>> = { DYN_HTTP_PORT: 8000, DYN_SYSTEM_PORT: 9090 };

/** Starts what the main container of a Deployment would run, with its variables; ports aside, nothing is changed. */
export async function startPod(deployment: JsonObject, port: number, host: PodHost): Promise<Pod> {
  const { name: workload, namespace = 'default' } = refOf(deployment);
  const template = objectIn(deployment, 'spec', 'template');
  const container = objectIn({ main: listIn(template, 'spec', 'containers')[0] ?? {} }, 'main');
  const name = `${workload}-${port}`;
  const uid = `00000000-0000-4000-8000-${String(port).padStart(12, '0')}`;
  const fields: Readonly<Record<string, string>> = {
    'metadata.name': name,
    'metadata.namespace': namespace,
    'metadata.uid': uid,
  };
  const given = listIn(container, 'env').map((one): [string, string] => {
    const variable = String(getIn(one, 'name'));
    const field = getIn(one, 'valueFrom', 'fieldRef', 'fieldPath');
    if (PORT_VARIABLES[variable] !== undefined) return [variable, String(port)];
    return [variable, field === undefined ? String(getIn(one, 'value') ?? '') : (fields[String(field)] ?? '')];
  });
  const words = [...listIn(container, 'command'), ...listIn(container, 'args')].map(String);
  const [, ...args] = words.map((word) => (word === '/model' ? host.model : word));
  const account = String(getIn(template, 'spec', 'serviceAccountName'));
  const kubeconfig = join(host.folder, `${name}.kubeconfig`);
  writeFileSync(kubeconfig, kubeconfigText(await host.connect(account), namespace));
  const process = spawn(host.python, args, {
    env: { ...surroundings(host, kubeconfig), ...Object.fromEntries(given) },
    cwd: host.folder,
  });
  const log = createWriteStream(join(host.folder, `${name}.log`));
  process.stdout.pipe(log);
  process.stderr.pipe(log);
  const url = `http://127.0.0.1:${port}`;
  const path = String(getIn(container, 'readinessProbe', 'httpGet', 'path'));
  return { name, uid, labels: objectIn(template, 'metadata', 'labels'), probe: `${url}${path}`, url, process };
}

/** What a container would have of its own, and nothing of whoever runs this. */
function surroundings({ folder }: PodHost, kubeconfig: string): Record<string, string> {
  return {
    ...{ PATH: process.env.PATH ?? '', HOME: folder, KUBECONFIG: kubeconfig, HF_HUB_OFFLINE: '1', RUST_LOG: 'info' },
    ...{ PYTHONUNBUFFERED: '1', TOKENIZERS_PARALLELISM: 'false' },
  };
}

/** Whether a process answers at all, or has given up. */
export async function hasStarted({ url, process }: Pod): Promise<boolean> {
  if (process.exitCode !== null) return true;
  return fetch(url, { signal: AbortSignal.timeout(4000) }).then(
    () => true,
    () => false,
  );
}

/** Whether a pod is ready, as the kubelet would find out. */
export async function isReady({ probe }: Pod): Promise<boolean> {
  try {
    return (await fetch(probe, { signal: AbortSignal.timeout(4000) })).ok;
  } catch {
    return false;
  }
}

/** Whether a Service chooses a pod. */
export function isChosen(service: JsonObject, { labels }: Pod): boolean {
  return Object.entries(objectIn(service, 'spec', 'selector')).every(([key, value]) => labels[key] === value);
}

/**
 * The slice that the controllers of a cluster would write for a Service. Addresses are those of documentation: a server takes
 * none of loopback, and the runtimes go by the names of the pods and the addresses that these tell themselves.
 */
export function sliceOf(service: JsonObject, pods: readonly (Pod & { readonly isReady: boolean })[]): JsonObject {
  const { name, namespace = 'default' } = refOf(service);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-slice`,
      namespace,
      labels: { ...objectIn(service, 'metadata', 'labels'), 'kubernetes.io/service-name': name },
    },
    addressType: 'IPv4',
    endpoints: pods.map((pod, index) => ({
      addresses: [`192.0.2.${index + 1}`],
      conditions: { ready: pod.isReady, serving: pod.isReady, terminating: false },
      targetRef: { kind: 'Pod', name: pod.name, namespace, uid: pod.uid },
    })),
    ports: [{ name: 'system', port: 9090, protocol: 'TCP' }],
  };
}
