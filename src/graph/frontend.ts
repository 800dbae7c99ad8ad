import type { JsonObject } from '../json.ts';
import { releaseFacts } from '../releases.ts';
import type { Request } from '../request/request.ts';

const MODULE = ['-m', 'dynamo.frontend'];

/**
 * What the Frontend's container is started with: nothing where the operator's own command does. Profilers from 1.5 on
 * spell it out in any case. Source: ai-dynamo 1.3.1 and 1.5.1, profiler/utils/config_modifiers/protocol.py.
 */
export function frontendCommand({ target, mends }: Request, args: readonly string[]): JsonObject {
  if (releaseFacts(target).writesFrontendCommand && !mends.leavesFrontendCommand) {
    return { command: ['python3'], args: [...MODULE, ...args] };
  }
  return args.length === 0 ? {} : { command: ['python3', ...MODULE], args: [...args] };
}
