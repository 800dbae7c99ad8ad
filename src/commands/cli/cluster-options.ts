import type { Cluster } from '../../cluster/api.ts';
import { type Arguments, type OptionTable, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { timeoutMsOf, timeoutOption } from './request-timeout.ts';

/** Options that say which cluster is read, and how long it may take. */
export const CLUSTER_OPTIONS = {
  context: { type: 'string', value: 'NAME', help: 'context of the kubeconfig; there is no default' },
  kubeconfig: { type: 'string', value: 'FILE', help: 'instead of the files of KUBECONFIG, or of ~/.kube/config' },
  ...timeoutOption('the cluster or of a credential plugin'),
} as const satisfies OptionTable;

/** Opens the cluster that the options name. @throws RenderError */
export async function openClusterFor(args: Arguments, { cwd, env }: Context): Promise<Cluster> {
  const context = args.text('context');
  if (context === undefined) throw new UsageError('--context was expected: the context of a kubeconfig');
  const timeoutMs = timeoutMsOf(args);
  // The client of Kubernetes is loaded late, so that it costs other commands nothing.
  const { openCluster } = await import('../../cluster/cluster.ts');
  return openCluster({ context, kubeconfig: args.text('kubeconfig'), cwd, env, timeoutMs });
}
