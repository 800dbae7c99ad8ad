import { graphServices, serviceArgs, updateMainContainer } from '../../dgd/services.ts';
import { GRAPH_BACKENDS, workerName } from '../../graph/backends.ts';
import type { Made } from '../../graph/made.ts';
import { MODE_ROLES } from '../../graph/plan.ts';
import type { JsonObject } from '../../json.ts';
import { mergeOverride } from './deep-merge.ts';
import { profilerRules } from './list-rules.ts';
import type { Overriding } from './override-merge.ts';
import { splitDecodeArgs, withChunkedPrefill } from './reference-args.ts';

/**
 * What ai-dynamo 1.3.1 does: twice, with what it does to arguments in between and afterwards. A mocker's graph takes the
 * place of the engine's after the first time.
 */
export function mergeAsReference(made: Made, context: Overriding): Made {
  const { request, profile } = context;
  const once = request.features.mocker ? made.graph : chunkPrefill(openWorkers(made.graph, context), context);
  const twice = mergeContent(once, context);
  return { ...made, graph: profile.backend === 'vllm' ? splitDecodeWorker(twice, context) : twice };
}

function mergeContent(graph: JsonObject, { override: { content }, mends }: Overriding): JsonObject {
  return mergeOverride(graph, content, profilerRules(mends));
}

/** The graph merged once; of TensorRT-LLM's workers then with chunked prefill. */
function chunkPrefill(graph: JsonObject, context: Overriding): JsonObject {
  const once = mergeContent(graph, context);
  if (GRAPH_BACKENDS[context.profile.backend].closingArgs.length === 0) return once;
  const workers = graphServices(once).filter(({ object }) => object.componentType === 'worker');
  return workers.reduce(
    (current, { name }) =>
      updateMainContainer(current, name, (container) => ({ ...container, args: withChunkedPrefill(container.args) })),
    once,
  );
}

/** The graph without the closing arguments, which the reference adds after the first merge only. */
function openWorkers(graph: JsonObject, { request: { target }, profile: { backend, chosen } }: Overriding): JsonObject {
  const { length } = GRAPH_BACKENDS[backend].closingArgs;
  if (length === 0) return graph;
  return MODE_ROLES[chosen].reduce((current, role) => {
    const name = workerName(backend, role, target);
    const args = serviceArgs(current, name);
    return updateMainContainer(current, name, (container) => ({ ...container, args: args.slice(0, -length) }));
  }, graph);
}

function splitDecodeWorker(graph: JsonObject, { request: { target } }: Overriding): JsonObject {
  const services = graphServices(graph);
  const name = services.find(({ type }) => type === 'decode')?.name ?? workerName('vllm', 'decode', target);
  return updateMainContainer(graph, name, (container) => {
    const args = splitDecodeArgs(container.args);
    return args === undefined ? container : { ...container, args };
  });
}
