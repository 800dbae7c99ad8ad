import type { JsonObject } from '../json.ts';
import { GRAPH_KIND, GROUP } from '../kinds.ts';
import { refOf } from '../krm/identity.ts';
import { isRendered } from './mark.ts';
import type { Output } from './output.ts';

/** The graph itself, after what it needs beside it. */
export const GRAPH_OUTPUT: Output = {
  documents: ({ graph, resources }) => [...resources, graph],
  ending: '.dgd.yaml',
  isMadeOf: (object, { name, namespace }) => {
    const ref = refOf(object);
    return isGraph(object) && isRendered(object) && ref.name === name && ref.namespace === namespace;
  },
  graphOf: (object) => (isGraph(object) ? refOf(object) : undefined),
};

/** Whether an object is a DynamoGraphDeployment, of whatever version. */
export function isGraph({ kind, apiVersion }: JsonObject): boolean {
  return kind === GRAPH_KIND && typeof apiVersion === 'string' && apiVersion.startsWith(`${GROUP}/`);
}
