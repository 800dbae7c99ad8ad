import { isDeepStrictEqual } from 'node:util';
import { graphServices } from '../../../src/dgd/services.ts';
import { getIn, isObject, type Json, type JsonObject, updateIn } from '../../../src/json.ts';
import { type Documents, type ManifestMend, type MendContext, mapGraph, mapWorkers, withArgs } from './mend.ts';

/** What the reference of TensorRT-LLM puts between the two copies of an override's arguments. */
const CLOSING = ['--trtllm.enable_chunked_prefill', 'true'];

/** Arguments that end in an override's twice, with the first copy taken away. */
function once(args: readonly string[], given: readonly string[]): readonly string[] {
  const between = [[], CLOSING].find((words) => endsWith(args, [...given, ...words, ...given]));
  if (given.length === 0 || between === undefined) return args;
  return args.toSpliced(args.length - 2 * given.length - between.length, given.length);
}

function endsWith(list: readonly string[], end: readonly string[]): boolean {
  return end.length <= list.length && isDeepStrictEqual(list.slice(list.length - end.length), end);
}

function withOverrideOnce(documents: Documents, { request }: MendContext): Documents {
  return mapWorkers(documents, (worker) => {
    const given = getIn(request.overrides.dgd, ...worker.path.map(String), 'extraPodSpec', 'mainContainer', 'args');
    if (!Array.isArray(given)) return worker.object;
    return withArgs(worker, once(worker.args, given.map(String)));
  });
}

/** Lists of a service in which generated entries survive, unless the override has the same name. */
const SERVICE_LISTS = [
  ['envs'],
  ['volumeMounts'],
  ['extraPodSpec', 'volumes'],
  ['extraPodSpec', 'mainContainer', 'env'],
  ['extraPodSpec', 'mainContainer', 'volumeMounts'],
];

/** Names of the entries that a planner's graph cannot do without. */
const PLANNER_ENTRIES = ['DYN_BENCHMARK_MODE', 'planner-config'];

function listPaths(graph: JsonObject): readonly string[][] {
  const services = graphServices(graph).map(({ path }) => path.map(String));
  return [['spec', 'pvcs'], ...services.flatMap((path) => SERVICE_LISTS.map((list) => [...path, ...list]))];
}

/** Brings back the generated entries that an override's lists pushed out, as far as `isWanted` takes their names. */
function withGenerated(
  documents: Documents,
  { request, generated }: MendContext,
  isWanted: (name: string) => boolean,
): Documents {
  return mapGraph(documents, (graph) =>
    listPaths(graph).reduce((current, path) => {
      if (!Array.isArray(getIn(request.overrides.dgd, ...path))) return current;
      const kept = entriesAt(current, path);
      const names = kept.map(nameOf);
      const lost = entriesAt(generated().at(-1), path).filter(
        (entry) => isWanted(nameOf(entry)) && !names.includes(nameOf(entry)),
      );
      return lost.length === 0 ? current : updateIn(current, path, () => [...lost, ...kept]);
    }, graph),
  );
}

function entriesAt(graph: Json | undefined, path: readonly string[]): readonly Json[] {
  const list = getIn(graph, ...path);
  return Array.isArray(list) ? list : [];
}

function nameOf(entry: Json): string {
  return isObject(entry) ? String(entry.name) : '';
}

/** Mends of how `overrides.dgd` is merged. */
export const OVERRIDE_MENDS: readonly ManifestMend[] = [
  { topic: '`overrides.dgd`', apply: withOverrideOnce },
  {
    topic: 'lists of an override',
    apply: (documents, context) => withGenerated(documents, context, (name) => !PLANNER_ENTRIES.includes(name)),
  },
  {
    topic: '`env` and `volumes` of an override, with a planner',
    apply: (documents, context) => withGenerated(documents, context, (name) => PLANNER_ENTRIES.includes(name)),
  },
];
