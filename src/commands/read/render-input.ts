import type { Resource } from '../../krm/resource.ts';
import type { LockOptions } from '../../render/locked.ts';
import { type RenderOptions, type RenderReport, renderResources } from '../../render/render.ts';
import type { Arguments } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { openStreetFor, requestDefaults } from '../cli/request-options.ts';
import type { Input } from './read-input.ts';
import { readLocksBeside } from './read-locks.ts';

/**
 * Renders what was read with the options of the call, by the locks beside it; the data is opened only where there is a
 * request.
 */
export function renderInput({ requests }: Input, args: Arguments, context: Context): RenderReport {
  const options = { defaults: requestDefaults(args), isStrict: args.isSet('strict') };
  if (requests.length === 0) return { graphs: [], findings: [] };
  const { locks, findings } = readLocksBeside(requests, context.cwd);
  const lock: LockOptions = { locks, whenUnlocked: args.isSet('frozen') ? 'fail' : 'warn', isLocking: false };
  const onStart = showProgress('rendering', requests, context);
  const report = renderResources(requests, { ...options, lock, street: openStreetFor(args, context), onStart });
  return { ...report, findings: [...findings, ...report.findings] };
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
