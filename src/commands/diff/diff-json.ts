import { type Figures, verdictFigures } from '../../compare/figures.ts';
import type { Finding } from '../../errors.ts';
import { jsonText } from '../cli/json-text.ts';
import type { Answer } from './answers.ts';
import type { Cause } from './causes.ts';
import { countsOf } from './diff-words.ts';
import type { ChangeKind, RequestChange, Review } from './review.ts';

/** Counts changes of the form after which a reader of the older one breaks. */
const SCHEMA_VERSION = 1;

/** A reason against something. */
export interface NoteJson {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** A latency beside its target; null where it was not estimated. */
export interface TargetJson {
  readonly field: 'ttft' | 'itl' | 'e2eLatency';
  readonly limitMs: number;
  readonly reachedMs: number | null;
  readonly isMet: boolean | null;
}

/** What a request comes to on one side: figures, or why there are none. */
export interface AnswerJson {
  readonly figures: Figures | null;
  readonly targets: readonly TargetJson[];
  /** What answered, such as `engine 0.12 over aiconfigurator 0.12.0`. */
  readonly engine: string | null;
  readonly refusals: readonly NoteJson[];
}

/** What becomes of a request. */
export interface ChangeJson {
  readonly change: ChangeKind;
  readonly name: string;
  readonly namespace: string | null;
  readonly file: string;
  readonly previousFile: string | null;
  readonly causes: readonly Cause[];
  readonly before: AnswerJson | null;
  readonly after: AnswerJson | null;
  /** Why the operator refuses the update under the graph's name. */
  readonly refusal: NoteJson | null;
}

/** A review as it is printed; plugin/schemas/diff.schema.json describes it. */
export interface ReviewJson {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly revision: { readonly name: string; readonly commit: string };
  readonly summary: ReturnType<typeof countsOf>;
  readonly requests: readonly ChangeJson[];
}

/** A review for programs. */
export function diffJson(review: Review): string {
  const { name, commit } = review.revision;
  const json: ReviewJson = {
    schemaVersion: SCHEMA_VERSION,
    revision: { name, commit },
    summary: countsOf(review),
    requests: review.changes.map(toElement),
  };
  return `${jsonText(json, 1)}\n`;
}

function toElement(change: RequestChange): ChangeJson {
  const { kind, name, namespace = null, file, previousFile = null, causes, before, after, refusal } = change;
  return {
    ...{ change: kind, name, namespace, file, previousFile, causes },
    ...{ before: toAnswer(before), after: toAnswer(after), refusal: refusal === undefined ? null : toNote(refusal) },
  };
}

function toAnswer(answer: Answer | undefined): AnswerJson | null {
  if (answer === undefined) return null;
  const { verdict, refusals = [] } = answer;
  if (verdict === undefined) return { figures: null, targets: [], engine: null, refusals: refusals.map(toNote) };
  const targets = verdict.targets.map(({ field, limitMs, reachedMs = null, isMet = null }) => ({
    ...{ field, limitMs, reachedMs, isMet },
  }));
  return { figures: verdictFigures(verdict), targets, engine: verdict.engine.words, refusals: [] };
}

function toNote({ code, message, hint }: Finding): NoteJson {
  return { code, message, hint: hint ?? null };
}
