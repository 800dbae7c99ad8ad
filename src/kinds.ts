/** API group of the kinds of Dynamo. */
export const GROUP = 'nvidia.com';

/** Kind of a graph (DGD), which a rendering makes. */
export const GRAPH_KIND = 'DynamoGraphDeployment';

/** Kind of a request (DGDR), which is rendered. */
export const REQUEST_KIND = 'DynamoGraphDeploymentRequest';

/** Labels of pods of a graph: which graph, under which name its processes find each other, and what a component is. */
export const GRAPH_LABEL = 'nvidia.com/dynamo-graph-deployment-name';
export const NAMESPACE_LABEL = 'nvidia.com/dynamo-namespace';
export const TYPE_LABEL = 'nvidia.com/dynamo-component-type';

/** Name of the file that says for every host what the requests of its folder, and of those below, leave out. */
export const PROJECT_FILE = 'dgdr-render.yaml';

/** Name of the file beside requests that keeps what was picked for them. */
export const LOCK_FILE = 'dgdr.lock.yaml';
