import type { Made } from '../../graph/made.ts';
import type { JsonObject } from '../../json.ts';
import type { GraphVersion } from '../../releases.ts';
import type { Finishing } from '../context.ts';

/** The part of an override that is merged, and the version of the graph that it is merged into. */
export interface Override {
  readonly version: GraphVersion;
  readonly content: JsonObject;
}

/** The room's context with the override to merge. */
export interface Overriding extends Finishing {
  readonly override: Override;
}

/** One way to merge an override into a generated graph. */
export type OverrideMerge = (made: Made, context: Overriding) => Made;
