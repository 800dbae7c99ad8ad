import { type Finding, RenderError, RenderErrors } from '../../errors.ts';

/** The findings of an expected failure; anything else is thrown on. */
export function toFindings(error: unknown): Finding[] {
  if (error instanceof RenderErrors) return error.errors.map((one) => one.toFinding());
  if (error instanceof RenderError) return [error.toFinding()];
  throw error;
}
