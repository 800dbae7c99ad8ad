import { type RenderReport, renderResources } from '../render.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';
import type { Input } from './read-input.ts';
import { openStreetFor, requestDefaults } from './request-options.ts';

/** Renders what was read with the options of the call; the data is opened only where there is a request. */
export function renderInput({ requests }: Input, args: Arguments, context: Context): RenderReport {
  const options = { defaults: requestDefaults(args), isStrict: args.isSet('strict') };
  if (requests.length === 0) return { graphs: [], findings: [] };
  return renderResources(requests, { ...options, street: openStreetFor(args, context) });
}
