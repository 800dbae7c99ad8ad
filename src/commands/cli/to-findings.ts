import { type Finding, RenderError, RenderErrors } from '../../errors.ts';

/** The findings of an expected failure; anything else is thrown on. */
export function toFindings(error: unknown): Finding[] {
  if (error instanceof RenderErrors) return error.errors.map((one) => one.toFinding());
  if (error instanceof RenderError) return [error.toFinding()];
  throw error;
}

/** Throws on what is no expected failure, where it does not matter which one it was. */
export function rethrowBugs(error: unknown): void {
  if (!(error instanceof RenderErrors || error instanceof RenderError)) throw error;
}
