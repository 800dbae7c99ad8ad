import type { Cluster } from '../../cluster/api.ts';
import { type Arguments, type OptionTable, UsageError } from './command.ts';
import type { Context } from './context.ts';

const SECONDS = 30;
/** A day: Node's timers end at 24 of them. */
const MOST_SECONDS = 86_400;

/** Options that say which cluster is read, and how long it may take. */
export const CLUSTER_OPTIONS = {
  context: { type: 'string', value: 'NAME', help: 'context of the kubeconfig; there is no default' },
  kubeconfig: { type: 'string', value: 'FILE', help: 'instead of the files of KUBECONFIG, or of ~/.kube/config' },
  'request-timeout': {
    type: 'string',
    value: 'SECONDS',
    help: `longest wait for an answer of the cluster or of a credential plugin; default ${SECONDS}`,
  },
} as const satisfies OptionTable;

/** Opens the cluster that the options name. @throws RenderError */
export async function openClusterFor(args: Arguments, { cwd, env }: Context): Promise<Cluster> {
  const context = args.text('context');
  if (context === undefined) throw new UsageError('--context was expected: the context of a kubeconfig');
  const timeoutMs = 1000 * secondsOf(args);
  // The client of Kubernetes is loaded late, so that it costs other commands nothing.
  const { openCluster } = await import('../../cluster/cluster.ts');
  return openCluster({ context, kubeconfig: args.text('kubeconfig'), cwd, env, timeoutMs });
}

function secondsOf(args: Arguments): number {
  const text = args.text('request-timeout') ?? String(SECONDS);
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= MOST_SECONDS) return seconds;
  throw new UsageError(`--request-timeout ${text} is not a number of seconds above 0`);
}
