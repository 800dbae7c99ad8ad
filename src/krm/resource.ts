import type { Document } from 'yaml';
import type { Origin } from '../errors.ts';
import type { JsonObject } from '../json.ts';

/** One Kubernetes object of a YAML stream. `document` keeps comments and order; `object` is its plain value. */
export interface Resource {
  readonly object: JsonObject;
  readonly document: Document;
  readonly origin: Origin;
  /** Origin with the line of a field path such as `spec.sla.ttft` or `spec.services.Frontend.envs[0]`; the nearest parent's line where the field is absent. */
  readonly locate: (path: string) => Origin;
}
