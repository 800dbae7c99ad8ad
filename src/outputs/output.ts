import type { Warn } from '../errors.ts';
import type { Made } from '../graph/made.ts';
import type { JsonObject } from '../json.ts';
import type { ResourceRef } from '../krm/identity.ts';
import type { Request } from '../request/request.ts';

/** What a form may need besides the graph. */
interface OutputContext {
  readonly request: Request;
  readonly warn: Warn;
}

/** What names the graph that something was made of. */
export type GraphRef = Pick<ResourceRef, 'name' | 'namespace'>;

/** One form: what is put out, which files hold it, and how it is known again. */
export interface Output {
  /** Everything that a request came to, in the order in which it is to be applied. Throws `RenderError`. */
  readonly documents: (made: Made, context: OutputContext) => readonly JsonObject[];
  /** Ending of the file beside a request: takes the place of the request file's. */
  readonly ending: string;
  /** Whether an object was made of a graph in this form, and is nobody else's: not wanted once another form is put out. */
  readonly isMadeOf: (object: JsonObject, graph: GraphRef) => boolean;
  /** The graph that an object of this form stands for; undefined for every other object. */
  readonly graphOf: (object: JsonObject) => GraphRef | undefined;
}
