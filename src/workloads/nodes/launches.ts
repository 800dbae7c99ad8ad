import type { JsonObject } from '../../json.ts';
import type { Backend } from '../../serving.ts';
import type { Facts } from '../facts.ts';
import { executorOf } from './executor.ts';
import { LEADER, RANK, RANK_VARIABLE } from './group.ts';
import {
  dataParallel,
  type EngineSizes,
  elasticFollower,
  elasticLeader,
  mpFlags,
  rayFollower,
  rayLeader,
} from './vllm.ts';

/** What a container of a component over several nodes is started from. */
interface Launching extends EngineSizes {
  readonly facts: Facts;
  /** The main container before. */
  readonly container: JsonObject;
}

/** Flags that are added to a command, or a shell line that takes its place. */
export type Start =
  | {
      readonly flags: readonly string[];
      /** Whether the flags hold something that only a shell works out. */
      readonly needsShell?: boolean;
      /** Port of the leader that has to be open before the container starts. */
      readonly waitsFor?: number;
    }
  | { readonly line: string };

/** One way in which an engine starts on several nodes. */
export interface LaunchRow {
  readonly name: string;
  readonly backend: Backend;
  /** Whether it is this way, no earlier row of the engine being it. */
  readonly applies: (launching: Launching) => boolean;
  readonly leader: (launching: Launching) => Start;
  readonly follower: (launching: Launching) => Start;
}

/** Port at which the leader of an engine gathers its followers. */
const GATHERING_PORT = 29500;

/** Sources: ai-dynamo, deploy/operator/internal/dynamo/backend_vllm.go and backend_sglang.go, 1.2 to 1.5. */
export const LAUNCHES: readonly LaunchRow[] = [
  {
    name: 'one vLLM over the nodes, by itself',
    backend: 'vllm',
    applies: (launching) => spans(launching) && executorOf(launching.facts.component) === 'mp',
    leader: ({ facts }) => ({ flags: [...mpFlags(facts.component.nodes, GATHERING_PORT), '--node-rank', '0'] }),
    follower: ({ facts }) => ({
      flags: [...mpFlags(facts.component.nodes, GATHERING_PORT), '--node-rank', RANK, '--headless'],
      waitsFor: GATHERING_PORT,
    }),
  },
  {
    name: 'one vLLM over the nodes, with Ray',
    backend: 'vllm',
    applies: (launching) => spans(launching) && executorOf(launching.facts.component) === 'ray',
    leader: ({ container }) => ({ line: rayLeader(container) }),
    follower: () => ({ line: rayFollower() }),
  },
  {
    name: 'experts that come and go, with Ray',
    backend: 'vllm',
    applies: ({ words }) => words.includes('--enable-elastic-ep'),
    leader: ({ container }) => ({ line: elasticLeader(container) }),
    follower: () => ({ line: elasticFollower() }),
  },
  {
    name: 'engines side by side on every node',
    backend: 'vllm',
    applies: ({ gpus, world, dataParallelSize }) => gpus > 0 && world * dataParallelSize > gpus,
    leader: (launching) => ({ flags: dataParallel(launching, launching.facts.component.nodes, '0') }),
    follower: (launching) => {
      const startRank = `$(( ${Math.floor(launching.gpus / launching.world)} * ${RANK_VARIABLE} ))`;
      return { flags: dataParallel(launching, launching.facts.component.nodes, startRank), needsShell: true };
    },
  },
  {
    name: 'one SGLang over the nodes',
    backend: 'sglang',
    applies: () => true,
    leader: ({ facts }) => ({ flags: sglangFlags(facts, '0') }),
    follower: ({ facts }) => ({ flags: sglangFlags(facts, RANK) }),
  },
];

/** Whether one engine needs more GPUs than a node has. */
function spans({ gpus, world }: Launching): boolean {
  return gpus > 0 && world > gpus;
}

function sglangFlags({ component: { nodes } }: Facts, rank: string): string[] {
  return ['--dist-init-addr', `${LEADER}:${GATHERING_PORT}`, '--nnodes', String(nodes), '--node-rank', rank];
}
