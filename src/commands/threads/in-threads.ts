import type { Resource } from '../../krm/resource.ts';
import type { ProfileExtent } from '../../profile/profile-job.ts';
import {
  type ProfileReport,
  profileResources,
  type RenderOptions,
  type RenderReport,
  renderResources,
} from '../../render/render.ts';
import { aheadOf, type Threads } from './threads.ts';

/** `renderResources` in several threads: the same graphs and findings in the same order, however many there are. */
export async function renderInThreads(
  requests: readonly Resource[],
  options: RenderOptions,
  threads: Threads,
): Promise<RenderReport> {
  const ahead = await aheadOf(requests, { options, extent: 'graph' }, threads);
  const report = renderResources(requests, ahead.options);
  return { ...report, findings: [...report.findings, ...ahead.findings] };
}

/** `profileResources` in several threads; `extent` says how much of the profiles is wanted, everything by default. */
export async function profileInThreads(
  requests: readonly Resource[],
  options: RenderOptions,
  { extent = 'all', ...threads }: Threads & { readonly extent?: ProfileExtent },
): Promise<ProfileReport> {
  const ahead = await aheadOf(requests, { options, extent }, threads);
  const report = profileResources(requests, ahead.options);
  return { ...report, findings: [...report.findings, ...ahead.findings] };
}
