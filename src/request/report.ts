import {
  type ErrorCode,
  type FindingDetails,
  MOST_FINDINGS,
  type Origin,
  RenderError,
  RenderErrors,
  type Warn,
  type WarningCode,
} from '../errors.ts';

/** What a check says about one field. */
interface Note {
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
  /** Where it stands, if not in the request. */
  readonly origin?: Origin | undefined;
}

/** Collects every finding of one request, so that a user sees all of them at once. */
export interface Report {
  /** An error after which nothing else is said at, above or below the same field: it would only echo this one. */
  readonly broken: (code: ErrorCode, note: Note) => void;
  readonly fail: (code: ErrorCode, note: Note) => void;
  readonly warn: (code: WarningCode, note: Note) => void;
  /** Whether something is said of a field, or of one that it is inside of, that makes the rest an echo. */
  readonly isSaid: (path: string) => boolean;
  /** Throws RenderErrors when there was any error; so does an error that is one too many to be listed. */
  readonly settle: () => void;
}

/** A report whose findings carry the origin that `locate` gives for their field. */
export function createReport(locate: (path: string) => Origin, warn: Warn): Report {
  const errors: RenderError[] = [];
  const broken = new Set<string>();
  const aboveBroken = new Set<string>();
  const isEcho = (path: string) => aboveBroken.has(path) || upwards(path).some((outer) => broken.has(outer));
  const toDetails = ({ path, message, hint, origin = locate(path) }: Note): FindingDetails => {
    return { path, message, hint, origin };
  };
  const fail = (code: ErrorCode, note: Note) => {
    if (isEcho(note.path)) return;
    errors.push(new RenderError(code, toDetails(note)));
    if (errors.length > MOST_FINDINGS) throw new RenderErrors(errors);
  };
  return {
    fail,
    broken: (code, note) => {
      fail(code, note);
      broken.add(note.path);
      for (const outer of upwards(note.path)) aboveBroken.add(outer);
    },
    warn: (code, note) => {
      if (!isEcho(note.path)) warn(code, toDetails(note));
    },
    isSaid: isEcho,
    settle: () => {
      if (errors.length > 0) throw new RenderErrors(errors);
    },
  };
}

/** A path and those of everything that it is inside of. */
function upwards(path: string): string[] {
  const ends = [...path.matchAll(/[.[]/g)].map(({ index }) => index);
  return [...ends, path.length].map((end) => path.slice(0, end));
}
