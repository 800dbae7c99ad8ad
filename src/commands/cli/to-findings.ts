import { type Finding, findingOf, findingsOfFailure, isSystemError, RenderError, RenderErrors } from '../../errors.ts';

/**
 * The findings of an expected failure; anything else is thrown on. What the system refuses is one wherever it does so: what
 * is written has words of its own for that, so this is about reading.
 */
export function toFindings(error: unknown): Finding[] {
  if (isSystemError(error)) return [findingOf('INPUT_NOT_FOUND', { message: `cannot be read: ${error.message}` })];
  return findingsOfFailure(error);
}

/** Throws on what is no expected failure, where it does not matter which one it was. */
export function rethrowBugs(error: unknown): void {
  if (!(error instanceof RenderErrors || error instanceof RenderError || isSystemError(error))) throw error;
}
