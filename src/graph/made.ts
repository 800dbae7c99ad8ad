import type { JsonObject } from '../json.ts';

/** What a request comes to, on its way from the first draft to the finished documents. */
export interface Made {
  readonly graph: JsonObject;
  /** Objects that the graph needs, to be applied before it. */
  readonly resources: readonly JsonObject[];
}
