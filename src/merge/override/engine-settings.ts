import { graphServices, serviceArgs, updateMainContainer } from '../../dgd/services.ts';
import { RenderError } from '../../errors.ts';
import { flagValue, hasFlag } from '../../graph/args.ts';
import type { GraphBackend } from '../../graph/backend.ts';
import { GRAPH_BACKENDS } from '../../graph/backends.ts';
import { type Json, type JsonObject, MOST_NESTING, parseObject, updateIn } from '../../json.ts';
import { releaseFacts } from '../../releases.ts';
import type { Finishing } from '../context.ts';
import { serviceOverridePath } from '../override-paths.ts';
import { mergeOverride } from './deep-merge.ts';

type Flags = NonNullable<GraphBackend['engineSettings']>;

/**
 * The graph with one kind of engine settings a worker: where the user gives them as JSON, or the target's runtime reads
 * nothing else, the generated single ones move into that JSON, whose own words win, since the runtime exits on both kinds
 * together (ai-dynamo 1.3.1, trtllm/args.py; 1.0.2 has no single ones).
 * Throws OVERRIDE_INVALID for JSON that is no object, and for an override that uses both kinds itself.
 */
export function foldEngineSettings(graph: JsonObject, context: Finishing): JsonObject {
  const { request, profile, mends } = context;
  const flags = GRAPH_BACKENDS[profile.backend].engineSettings;
  if (flags === undefined || request.features.mocker || !mends.foldsEngineSettings) return graph;
  const { hasEngineFlags } = releaseFacts(request.target).backends.trtllm;
  const isConcerned = (args: readonly string[]): boolean =>
    hasFlag(args, flags.jsonFlag) || (!hasEngineFlags && args.some((arg) => arg.startsWith(flags.prefix)));
  const concerned = graphServices(graph).filter(({ name }) => isConcerned(serviceArgs(graph, name)));
  return concerned.reduce((current, { name }) => {
    refuseBoth(name, flags, context);
    refuseDeep(name, flags, context);
    const args = withJson(serviceArgs(graph, name), flags);
    const given = parseObject(flagValue(args, flags.jsonFlag) ?? '');
    if (given === undefined) {
      const message = `${flags.jsonFlag} of ${name} is no JSON object`;
      throw invalid(name, { message, hint: 'give one JSON object as one list item' }, context);
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

function refuseBoth(name: string, { jsonFlag, prefix }: Flags, context: Finishing): void {
  const own = serviceArgs(context.request.overrides.dgd, name);
  if (!hasFlag(own, jsonFlag) || !own.some((arg) => arg.startsWith(prefix))) return;
  const message = `${jsonFlag} and ${prefix}<key> exclude each other, so ${name} would not start`;
  throw invalid(name, { message, hint: `write all settings of ${name} as one of them` }, context);
}

function refuseDeep(name: string, { prefix }: Flags, context: Finishing): void {
  const own = serviceArgs(context.request.overrides.dgd, name);
  const isDeep = (arg: string): boolean =>
    arg.startsWith(prefix) && arg.split('.', MOST_NESTING + 2).length > MOST_NESTING;
  if (!own.some(isDeep)) return;
  const message = `a setting of ${name} nests deeper than ${MOST_NESTING}`;
  throw invalid(name, { message, hint: 'name a setting of the engine' }, context);
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

function invalid(
  service: string,
  { message, hint }: { readonly message: string; readonly hint: string },
  { request }: Finishing,
): RenderError {
  const path = serviceOverridePath(request.overrides.dgd, service);
  return new RenderError('OVERRIDE_INVALID', { message, path, hint, origin: request.locate(path) });
}
