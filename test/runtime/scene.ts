import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIn, type JsonObject } from '../../src/json.ts';
import { listIn } from '../../src/json-reading.ts';
import { refOf } from '../../src/krm/identity.ts';
import { writeModel } from './model.ts';
import { isListening, isReady, type Pod, type PodHost, sliceOf, startPod } from './pods.ts';
import { StandIn } from './stand-in.ts';

const NAMESPACE = 'serving';
const FRONTEND = 'Frontend';
const FIRST_PORT = 20_000;

/** What is applied, and what of a cluster is there. */
export interface SceneOptions {
  readonly objects: readonly JsonObject[];
  readonly hasCrd?: boolean;
}

/** A chat completion that came back, or why none did. */
export interface Answer {
  readonly isServed: boolean;
  readonly words: string;
}

/** Pods of rendered objects as processes of this host, with an API server that knows what they may ask. */
export class Scene {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dgdr-runtime-'));
  readonly #pods: Pod[] = [];
  readonly #server: StandIn;
  readonly #objects: JsonObject[];
  readonly #python: string;
  #host: PodHost | undefined;
  #isOver = false;

  constructor(python: string, { objects, hasCrd = true }: SceneOptions) {
    this.#python = python;
    this.#objects = [...objects];
    const role = objects.find(({ kind }) => kind === 'Role');
    this.#server = new StandIn({ rules: listIn(role, 'rules').map((rule) => Object(rule)), hasCrd });
  }

  get refused(): readonly string[] {
    return this.#server.refused;
  }

  get asked(): readonly string[] {
    return [...this.#server.asked].sort();
  }

  /** Applies the objects: every Deployment becomes a process. */
  async start(): Promise<void> {
    const url = await this.#server.start();
    const kubeconfig = join(this.#folder, 'kubeconfig');
    writeFileSync(kubeconfig, kubeconfigText(url));
    const model = writeModel(join(this.#folder, 'model'));
    mkdirSync(join(this.#folder, 'run'));
    this.#host = { python: this.#python, folder: join(this.#folder, 'run'), model, kubeconfig };
    await this.add([]);
    void this.#keepSlices();
  }

  /** More objects, such as another generation of workers. */
  async add(objects: readonly JsonObject[]): Promise<void> {
    const deployments = [...(this.#pods.length === 0 ? this.#objects : []), ...objects].filter(
      ({ kind }) => kind === 'Deployment',
    );
    this.#objects.push(...objects);
    const ports = await freePorts(deployments.length, this.#pods.length * 10);
    for (const [index, deployment] of deployments.entries())
      this.#pods.push(startPod(deployment, ports[index]!, this.#host!));
  }

  /** Asks the frontend until it answers with a completion; gives up after so many seconds. */
  async ask(seconds: number): Promise<Answer> {
    const url = this.#pods.find(({ component }) => component === FRONTEND)!.url;
    const end = Date.now() + seconds * 1000;
    let words = 'nothing was asked';
    while (Date.now() < end) {
      const answer = await complete(url);
      if (answer.isServed) return answer;
      words = answer.words;
      await sleep(1000);
    }
    return { isServed: false, words };
  }

  /** Names of the components with whether their pods are ready. */
  async readiness(): Promise<Readonly<Record<string, boolean>>> {
    const states = await Promise.all(
      this.#pods.map(async (pod) => [pod.name.replace(/-\d+$/, ''), await isReady(pod)] as const),
    );
    return Object.fromEntries(states);
  }

  /** Waits until every pod is ready. */
  async waitUntilReady(seconds: number): Promise<void> {
    await until(seconds, async () => Object.values(await this.readiness()).every(Boolean));
  }

  /** Waits until every process answers over HTTP, ready or not. */
  async waitUntilListening(seconds: number): Promise<void> {
    await until(seconds, async () => (await Promise.all(this.#pods.map(isListening))).every(Boolean));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    for (const { process } of this.#pods) process.kill('SIGKILL');
    await this.#server.stop();
    if (process.env.KEEP_RUNTIME_LOGS === undefined)
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    else console.log(`logs: ${this.#folder}`);
  }

  /** What the controllers of a cluster do: slices of the Services by the readiness of the pods. */
  async #keepSlices(): Promise<void> {
    const last = new Map<string, string>();
    while (!this.#isOver) {
      const pods = await Promise.all(this.#pods.map(async (pod) => ({ ...pod, isReady: await isReady(pod) })));
      for (const service of this.#objects.filter(({ kind }) => kind === 'Service')) {
        const component = getIn(service, 'metadata', 'labels', 'nvidia.com/dynamo-component');
        const slice = sliceOf(
          service,
          pods.filter((pod) => pod.component === component),
        );
        const { name } = refOf(slice);
        const text = JSON.stringify(slice);
        if (last.get(name) === text) continue;
        last.set(name, text);
        this.#server.put(`/apis/discovery.k8s.io/v1/namespaces/${NAMESPACE}/endpointslices/${name}`, slice);
      }
      await sleep(500);
    }
  }
}

/** Asks every second; whoever waits looks at what came of it. */
async function until(seconds: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await isSo()) && Date.now() < end) await sleep(1000);
}

async function complete(url: string): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  try {
    const model = await firstModel(url);
    if (model === undefined) return { isServed: false, words: 'the frontend knows no model' };
    const body = JSON.stringify({ model, max_tokens: 8, messages: [{ role: 'user', content: 'hello world' }] });
    const answer = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    return { isServed: answer.ok && text.includes('"choices"'), words: `${answer.status} ${text.slice(0, 160)}` };
  } catch (error) {
    return { isServed: false, words: error instanceof Error ? error.message : String(error) };
  }
}

async function firstModel(url: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/v1/models`, { signal: AbortSignal.timeout(10_000) });
  const { data = [] } = (await answer.json()) as { data?: { id: string }[] };
  return data[0]?.id;
}

function kubeconfigText(server: string): string {
  const cluster = { name: 'c', cluster: { server } };
  const user = { name: 'u', user: { token: 'token' } };
  const context = { name: 'x', context: { cluster: 'c', user: 'u', namespace: NAMESPACE } };
  const config = { clusters: [cluster], users: [user], contexts: [context], 'current-context': 'x' };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Config', ...config });
}

/** Free ports below 32768: the runtime reads the one of its own state as a signed number of 16 bits. */
async function freePorts(count: number, beyond: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = FIRST_PORT + (process.pid % 5000) + beyond; found.length < count; port += 1) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '0.0.0.0', () => server.close(() => done(true)));
  });
}
