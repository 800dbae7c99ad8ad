import { type Finding, findingOf, isSystemError, RenderError, RenderErrors } from '../../errors.ts';

/**
 * The findings of an expected failure; anything else is thrown on. What the system refuses is one wherever it does so: what
 * is written has words of its own for that, so this is about reading.
 */
export function toFindings(error: unknown): Finding[] {
  if (error instanceof RenderErrors) return error.errors.map((one) => one.toFinding());
  if (error instanceof RenderError) return [error.toFinding()];
  if (isSystemError(error)) return [findingOf('INPUT_NOT_FOUND', { message: `cannot be read: ${error.message}` })];
  throw error;
}

/** Throws on what is no expected failure, where it does not matter which one it was. */
export function rethrowBugs(error: unknown): void {
  if (!(error instanceof RenderErrors || error instanceof RenderError || isSystemError(error))) throw error;
}
