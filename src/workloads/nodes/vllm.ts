import type { JsonObject } from '../../json.ts';
import { listIn, objectIn } from '../../json-reading.ts';
import { LEADER } from './group.ts';
import { shellLine } from './shell.ts';

/** What the arguments and resources of a container say about the engines in it. */
export interface EngineSizes {
  /** The arguments, cut at white space. */
  readonly words: readonly string[];
  /** GPUs of the container; 0 where it asks for none. */
  readonly gpus: number;
  /** GPUs of one engine, tensor times pipeline parallel. */
  readonly world: number;
  readonly dataParallelSize: number;
}

/** Flags with the short names that vLLM has for them. */
const TENSOR = ['--tensor-parallel-size', '-tp'] as const;
const PIPELINE = ['--pipeline-parallel-size', '-pp'] as const;
const DATA = ['--data-parallel-size', '-dp'] as const;

/** Port of Ray's head. */
const RAY_PORT = 6379;
/** Port of the runtime's own state. */
const SYSTEM_PORT = 9090;
/** Port at which engines side by side find each other. */
const DATA_PARALLEL_PORT = 13445;

/** Names of resources that count as GPUs where nodes are counted. */
const GPU = /\/gpu$|\.com\/gpu|\/mig-/;

export function engineSizes(container: JsonObject): EngineSizes {
  const words = listIn(container, 'args').flatMap((arg) => String(arg).split(/\s+/).filter(Boolean));
  return {
    words,
    gpus: gpusOf(container),
    world: sizeOf(words, TENSOR) * sizeOf(words, PIPELINE),
    dataParallelSize: sizeOf(words, DATA),
  };
}

/** Flags of a vLLM that spans nodes by itself, its rank aside. */
export function mpFlags(nodes: number, port: number): string[] {
  const leader = ['--master-addr', LEADER, '--master-port', String(port)];
  return ['--distributed-executor-backend', 'mp', '--nnodes', String(nodes), ...leader];
}

/** Flags of the engines of one node; ranks count through the nodes. */
export function dataParallel({ words, gpus, world }: EngineSizes, nodes: number, startRank: string): string[] {
  const local = Math.floor(gpus / world);
  const isSaid = DATA.some((flag) => words.some((word) => word === flag || word.startsWith(`${flag}=`)));
  return [
    '--data-parallel-hybrid-lb',
    ...(isSaid ? [] : [DATA[0], String(local * nodes)]),
    ...['--data-parallel-size-local', String(local), '--data-parallel-start-rank', startRank],
    ...['--data-parallel-address', LEADER, '--data-parallel-rpc-port', String(DATA_PARALLEL_PORT)],
  ];
}

export function rayLeader(container: JsonObject): string {
  return `ray start --head --port=${RAY_PORT} && ${shellLine(container)} --distributed-executor-backend ray`;
}

export function rayFollower(): string {
  return `ray start --address=${LEADER}:${RAY_PORT} --block`;
}

/** Ray first, and the engine once its port is open; gives up after five minutes. */
export function elasticLeader(container: JsonObject): string {
  const open = until(`socket.create_connection(('127.0.0.1', ${RAY_PORT}), timeout=1)`, 'socket', {
    tries: 150,
    pauseSeconds: 2,
  });
  return `ray start --head --port=${RAY_PORT} --block & ${open} && ${shellLine(container)}`;
}

/** Joins Ray once the leader's engine runs, so that all engines of the beginning are placed on the leader's node. */
export function elasticFollower(): string {
  const live = `urllib.request.urlopen('http://${LEADER}:${SYSTEM_PORT}/live', timeout=5)`;
  return `${until(live, 'urllib.request', { tries: 720, pauseSeconds: 15 })} && ${rayFollower()}`;
}

/** A shell loop that asks with a line of Python until that goes through; it fails after so many tries. */
function until(
  question: string,
  module: string,
  { tries, pauseSeconds }: { readonly tries: number; readonly pauseSeconds: number },
): string {
  const ask = `python3 -c "import ${module}; ${question}" 2>/dev/null`;
  return `tries=${tries}; until ${ask}; do tries=$((tries - 1)); [ "$tries" -gt 0 ] || exit 1; sleep ${pauseSeconds}; done`;
}

function gpusOf(container: JsonObject): number {
  for (const side of ['requests', 'limits']) {
    const amount = Object.entries(objectIn(container, 'resources', side)).find(([name]) => GPU.test(name))?.[1];
    if (amount !== undefined) return Number.parseInt(String(amount), 10) || 0;
  }
  return 0;
}

/** The value of a flag; 1 where it is absent or no number. */
function sizeOf(words: readonly string[], names: readonly string[]): number {
  for (const [index, word] of words.entries()) {
    const [name = '', joined] = word.split('=', 2);
    const value = names.includes(name) ? Number(joined ?? words[index + 1]) : Number.NaN;
    if (Number.isInteger(value) && value > 0) return value;
  }
  return 1;
}
