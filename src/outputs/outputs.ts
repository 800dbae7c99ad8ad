import { basename, dirname, join } from 'node:path';
import { toSlashes } from '../files/paths.ts';
import type { JsonObject } from '../json.ts';
import type { OutputForm } from '../request/workload-options.ts';
import { GRAPH_OUTPUT } from './graph.ts';
import { isRendered } from './mark.ts';
import type { GraphRef, Output } from './output.ts';
import { WORKLOADS_OUTPUT } from './workloads.ts';

/** Every form; another one is a row more and a file. */
export const OUTPUTS: Readonly<Record<OutputForm, Output>> = { graph: GRAPH_OUTPUT, workloads: WORKLOADS_OUTPUT };

const REQUEST_ENDING = /(\.dgdr)?\.(ya?ml|json)$/;

/** The graph that an object with our mark stands for, in whatever form; undefined for what is not ours. */
export function ownGraphOf(object: JsonObject): GraphRef | undefined {
  if (!isRendered(object)) return undefined;
  const [graph] = Object.values(OUTPUTS).flatMap(({ graphOf }) => graphOf(object) ?? []);
  return graph;
}

/** Whether an object was made of a graph, in whatever form. */
export function isMadeOf(object: JsonObject, graph: GraphRef): boolean {
  return Object.values(OUTPUTS).some((output) => output.isMadeOf(object, graph));
}

/** `serving/qwen.yaml` or `serving/qwen.dgdr.yaml` to `serving/qwen.dgd.yaml`: where graphs belong beside their request. */
export function fileBeside(form: OutputForm, requestFile: string): string {
  return `${stemOf(requestFile)}${OUTPUTS[form].ending}`;
}

/** A request file without its ending, in the form in which files beside it are named. */
export function stemOf(requestFile: string): string {
  return toSlashes(join(dirname(requestFile), basename(requestFile).replace(REQUEST_ENDING, '')));
}

/** The stem that a file shares with the request it stands beside, in whatever form; undefined where its name is not of one. */
export function stemBeside(file: string): string | undefined {
  const own = Object.values(OUTPUTS).find(({ ending }) => file.endsWith(ending));
  return own && file.slice(0, -own.ending.length);
}

/** Name of the file that holds a graph in a folder of renderings, in every form: `<namespace or default>-<graph name>.yaml`. */
export function fileInFolder({ name, namespace = 'default' }: GraphRef): string {
  return `${namespace}-${name}.yaml`;
}
