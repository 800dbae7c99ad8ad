import type { ResourceFinding } from '../../krm/results.ts';

/** Writes the findings of a run in one format; pure, and the whole report at once. */
export type Reporter = (findings: readonly ResourceFinding[], options: ReporterOptions) => string;

export interface ReporterOptions {
  /** Whether a terminal shows the text; only formats for people look at it. */
  readonly isColoured: boolean;
  /** Whether errors alone are shown. */
  readonly isQuiet?: boolean | undefined;
}

/** What is shown of the findings of a run: all, or the errors alone. */
export function shownOf(
  findings: readonly ResourceFinding[],
  { isQuiet = false }: Pick<ReporterOptions, 'isQuiet'>,
): readonly ResourceFinding[] {
  return isQuiet ? findings.filter(({ severity }) => severity === 'error') : findings;
}
