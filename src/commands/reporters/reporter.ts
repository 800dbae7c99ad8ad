import type { ResourceFinding } from '../../krm/results.ts';

/** Writes the findings of a run in one format; pure, and the whole report at once. */
export type Reporter = (findings: readonly ResourceFinding[], options: ReporterOptions) => string;

export interface ReporterOptions {
  /** Whether a terminal shows the text; only formats for people look at it. */
  readonly isColoured: boolean;
  /** Whether errors alone are shown; only formats for people look at it. */
  readonly isQuiet?: boolean | undefined;
}
