import type { Resource } from '../../krm/resource.ts';
import type { LockOptions } from '../../render/locked.ts';
import {
  type ProfiledRequest,
  type RenderOptions,
  type RenderReport,
  renderResources,
  type Terms,
  termsFor,
} from '../../render/render.ts';
import type { Context } from '../cli/context.ts';
import { renderInThreads } from '../threads/in-threads.ts';
import { idleWorkloadOptions } from './idle-workloads.ts';
import type { Input } from './read-input.ts';
import { readLocksBeside } from './read-locks.ts';
import { withTerms } from './settings-at.ts';

/**
 * Renders what was read by what counts for each request, and by the locks beside it; the data is opened only where there is a
 * request.
 */
export function renderInput(input: Input, context: Context, jobs: number | undefined): Promise<RenderReport> {
  return renderBy(input, context, (requests, options) => renderInThreads(requests, options, { context, jobs }));
}

/** The same in this thread alone; `see` is handed each profile while the sweeps behind it are at hand. */
export function renderSeen(
  input: Input,
  context: Context,
  see: (profiled: ProfiledRequest, terms: Terms) => void,
): Promise<RenderReport> {
  return renderBy(input, context, async (requests, options) => {
    const onProfiled = (profiled: ProfiledRequest): void => see(profiled, termsFor(profiled.resource, options));
    return renderResources(requests, { ...options, onProfiled });
  });
}

async function renderBy(
  input: Input,
  context: Context,
  render: (requests: readonly Resource[], options: RenderOptions) => Promise<RenderReport>,
): Promise<RenderReport> {
  const { requests, settings, scopeOf } = input;
  if (requests.length === 0) return { graphs: [], findings: [] };
  const { locks, findings } = readLocksBeside(requests, settings.root);
  const lock: LockOptions = { locks, whenUnlocked: 'warn', isLocking: false };
  const terms = withTerms(requests, settings, context);
  const onStart = showProgress('rendering', terms.requests, context);
  const options = { termsOf: terms.termsOf, lock, scopeOf, onStart };
  const report = await render(terms.requests, options);
  const idle = idleWorkloadOptions(input);
  return { ...report, findings: [...idle, ...terms.findings, ...findings, ...report.findings] };
}

/** Files that could not be read, or with a request that came to nothing. */
export function failedFiles({ requests, findings }: Input, { graphs }: RenderReport): ReadonlySet<string> {
  const done = new Set(graphs.map(({ request }) => request));
  const unread = findings.flatMap(({ origin }) => (origin === undefined ? [] : [origin.file]));
  const undone = requests.filter((request) => !done.has(request)).map(({ origin }) => origin.file);
  return new Set([...unread, ...undone]);
}

/** Shows which of several requests is worked on. */
export function showProgress(
  doing: string,
  requests: readonly Resource[],
  { progress }: Context,
): RenderOptions['onStart'] {
  if (requests.length < 2) return undefined;
  return ({ origin }, position) => progress(`${doing} ${position + 1} of ${requests.length} ${origin.file}`);
}
