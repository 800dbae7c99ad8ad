import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../src/json.ts';
import { refOf } from '../../src/krm/identity.ts';
import type { Asked, Cluster } from './cluster.ts';
import { writeModel } from './model.ts';
import { hasStarted, isChosen, isReady, type Pod, type PodHost, sliceOf, startPod } from './pods.ts';

const NAMESPACE = 'serving';
/** As a Service of frontends would choose them. */
const FRONTEND = { spec: { selector: { 'nvidia.com/dynamo-component-type': 'frontend' } } };
const FIRST_PORT = 20_000;

/** Where a scene plays. */
export interface Stage {
  /** A python with a released runtime. */
  readonly python: string;
  readonly cluster: Cluster;
}

/** A chat completion that came back, or why none did. */
export interface Answer {
  readonly isServed: boolean;
  readonly words: string;
}

/** Pods of rendered objects as processes of this host; what a cluster's controllers write for their Services is written here. */
export class Scene {
  readonly #stage: Stage;
  readonly #folder = mkdtempSync(join(tmpdir(), 'dgdr-runtime-'));
  readonly #pods: Pod[] = [];
  readonly #objects: JsonObject[] = [];
  #host: PodHost | undefined;
  #slices: Promise<void> | undefined;
  #isOver = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  asked(): Asked {
    return this.#stage.cluster.asked();
  }

  async start(objects: readonly JsonObject[]): Promise<void> {
    const { python, cluster } = this.#stage;
    await cluster.start(NAMESPACE);
    const model = writeModel(join(this.#folder, 'model'));
    const folder = join(this.#folder, 'run');
    mkdirSync(folder);
    this.#host = { python, folder, model, connect: (account) => cluster.connect(account) };
    await this.add(objects);
    this.#slices = this.#keepSlices();
  }

  /** Applies objects, such as another generation of workers: every Deployment becomes a process. */
  async add(objects: readonly JsonObject[]): Promise<void> {
    await this.#stage.cluster.apply(objects);
    this.#objects.push(...objects);
    const deployments = objects.filter(({ kind }) => kind === 'Deployment');
    const ports = await freePorts(deployments.length, this.#pods.length * 10);
    for (const [index, deployment] of deployments.entries())
      this.#pods.push(await startPod(deployment, ports[index]!, this.#host!));
  }

  /** Asks the frontend until it answers with a completion; gives up after so many seconds. */
  async ask(seconds: number): Promise<Answer> {
    const url = this.#pods.find((pod) => isChosen(FRONTEND, pod))!.url;
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

  /** Waits until every worker answers over HTTP, ready or not, or has ended. A frontend may not listen before it has seen them. */
  async waitUntilStarted(seconds: number): Promise<void> {
    const workers = this.#pods.filter((pod) => !isChosen(FRONTEND, pod));
    await until(seconds, async () => (await Promise.all(workers.map(hasStarted))).every(Boolean));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    for (const { process } of this.#pods) process.kill('SIGKILL');
    await this.#slices;
    await this.#stage.cluster.stop();
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
        const slice = sliceOf(
          service,
          pods.filter((pod) => isChosen(service, pod)),
        );
        const { name } = refOf(slice);
        const text = JSON.stringify(slice);
        if (last.get(name) === text) continue;
        last.set(name, text);
        await this.#stage.cluster.apply([slice]);
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
