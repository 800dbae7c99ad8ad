import { graphServices, serviceArgs, updateMainContainer } from '../../dgd/services.ts';
import { RenderError } from '../../errors.ts';
import { flagValue, hasFlag } from '../../graph/args.ts';
import type { GraphBackend } from '../../graph/backend.ts';
import { GRAPH_BACKENDS } from '../../graph/backends.ts';
import { type Json, type JsonObject, MOST_NESTING, parseObject, updateIn } from '../../json.ts';
import type { Profile } from '../../profile/profile.ts';
import { releaseFacts } from '../../releases.ts';
import type { Request } from '../../request/request.ts';
import { serviceOverridePath } from '../override-paths.ts';
import { mergeOverride } from './deep-merge.ts';

type Flags = NonNullable<GraphBackend['engineSettings']>;

/**
 * The graph with one kind of engine settings a worker: where the user gives them as JSON, or the target's runtime reads
 * nothing else, the generated single ones move into that JSON, whose own words win, since the runtime exits on both kinds
 * together (ai-dynamo 1.3.1, trtllm/args.py; 1.0.2 has no single ones).
 * Throws OVERRIDE_INVALID for JSON that is no object, and for an override that uses both kinds itself.
 */
export function foldEngineSettings(graph: JsonObject, request: Request, profile: Profile): JsonObject {
  const flags = GRAPH_BACKENDS[profile.backend].engineSettings;
  if (flags === undefined || request.features.mocker) return graph;
  const { hasEngineFlags } = releaseFacts(request.target);
  const isConcerned = (args: readonly string[]): boolean =>
    hasFlag(args, flags.jsonFlag) || (!hasEngineFlags && args.some((arg) => arg.startsWith(flags.prefix)));
  const concerned = graphServices(graph).filter(({ name }) => isConcerned(serviceArgs(graph, name)));
  return concerned.reduce((current, { name }) => {
    refuseBoth(request, name, flags);
    refuseDeep(request, name, flags);
    const args = withJson(serviceArgs(graph, name), flags);
    const given = parseObject(flagValue(args, flags.jsonFlag) ?? '');
    if (given === undefined) {
      throw invalid(
        request,
        name,
        `${flags.jsonFlag} of ${name} is no JSON object`,
        'give one JSON object as one list item',
      );
    }
    const folded = foldArgs(args, given, flags);
    return updateMainContainer(current, name, (container) => ({ ...container, args: [...folded] }));
  }, graph);
}

/** The arguments with the JSON flag, empty and before the first single setting where the user gave none. */
function withJson(args: readonly string[], { jsonFlag, prefix }: Flags): readonly string[] {
  if (hasFlag(args, jsonFlag)) return args;
  const first = args.findIndex((arg) => arg.startsWith(prefix));
  return [...args.slice(0, first), jsonFlag, '{}', ...args.slice(first)];
}

function refuseBoth(request: Request, name: string, { jsonFlag, prefix }: Flags): void {
  const own = serviceArgs(request.overrides.dgd, name);
  if (!hasFlag(own, jsonFlag) || !own.some((arg) => arg.startsWith(prefix))) return;
  const message = `${jsonFlag} and ${prefix}<key> exclude each other, so ${name} would not start`;
  throw invalid(request, name, message, `write all settings of ${name} as one of them`);
}

function refuseDeep(request: Request, name: string, { prefix }: Flags): void {
  const own = serviceArgs(request.overrides.dgd, name);
  const isDeep = (arg: string): boolean =>
    arg.startsWith(prefix) && arg.split('.', MOST_NESTING + 2).length > MOST_NESTING;
  if (!own.some(isDeep)) return;
  throw invalid(
    request,
    name,
    `a setting of ${name} nests deeper than ${MOST_NESTING}`,
    'name a setting of the engine',
  );
}

/** The arguments without single settings, the last JSON holding all of them: argument parsers take the last one too. */
function foldArgs(args: readonly string[], given: JsonObject, { jsonFlag, prefix }: Flags): readonly string[] {
  const isSingle = (index: number): boolean => args[index]?.startsWith(prefix) === true;
  const hasOwnValue = (index: number): boolean => args[index]?.includes('=') === true;
  const single = args.reduce<JsonObject>((settings, arg, index) => {
    if (!isSingle(index)) return settings;
    const [dotted = '', value = args[index + 1] ?? ''] = splitOnce(arg.slice(prefix.length), '=');
    return updateIn(settings, dotted.split('.'), () => toValue(value));
  }, {});
  const json = JSON.stringify(mergeOverride(single, given, 'operator'));
  const last = args.findLastIndex((arg) => hasFlag([arg], jsonFlag));
  const isJoined = args[last]?.includes('=') === true;
  return args.flatMap((arg, index) => {
    if (isSingle(index) || (isSingle(index - 1) && !hasOwnValue(index - 1))) return [];
    if (isJoined) return [index === last ? `${jsonFlag}=${json}` : arg];
    return [index === last + 1 ? json : arg];
  });
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A value as the runtime reads it: nothing, a number, a truth, else text (ai-dynamo 1.3.1, trtllm/dynamic_flags.py). */
function toValue(text: string): Json {
  const lower = text.toLowerCase();
  if (lower === 'none' || lower === 'null') return null;
  if (lower === 'true' || lower === 'false') return lower === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

function invalid(request: Request, service: string, message: string, hint: string): RenderError {
  const path = serviceOverridePath(request, service);
  return new RenderError('OVERRIDE_INVALID', { message, path, hint, origin: request.locate(path) });
}
