import type { Warn } from '../errors.ts';
import type { Made } from '../graph/made.ts';
import type { JsonObject } from '../json.ts';
import type { Profile } from '../profile/profile.ts';
import type { Mends } from '../request/mends.ts';
import type { Request } from '../request/request.ts';
import type { DgdName } from './finish/dgd-name.ts';

/** What a graph is finished for. */
export interface Given {
  readonly request: Request;
  readonly profile: Profile;
  readonly warn: Warn;
}

/** The one context of the room: every step and helper takes what it changes or looks at, and this. */
export interface Finishing extends Given {
  /** The name that the graph gets. */
  readonly name: DgdName;
  readonly mends: Mends;
  /** The graph as it came into the room, before an override. */
  readonly generated: JsonObject;
}

/** One thing that is done to a graph on its way out. */
export interface Step {
  /** What is done, in a few words. */
  readonly name: string;
  /** The kind of graph that it is for: one that was generated here, or one that a cluster made; both without it. */
  readonly only?: 'generated' | 'pinned';
  readonly run: (made: Made, context: Finishing) => Made;
}

/** A step that changes the graph alone. */
export function onGraph(change: (graph: JsonObject, context: Finishing) => JsonObject): Step['run'] {
  return (made, context) => ({ ...made, graph: change(made.graph, context) });
}

/** A step that looks at the graph, for its warnings and errors, and leaves it as it is. */
export function onlyLook(look: (graph: JsonObject, context: Finishing) => void): Step['run'] {
  return (made, context) => {
    look(made.graph, context);
    return made;
  };
}
