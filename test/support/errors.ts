import { RenderError } from '../../src/errors.ts';

/** The expected failure that `run` ends with; anything else that it throws goes on, and no failure is one of the test. */
export function errorOf(run: () => unknown): RenderError {
  try {
    run();
  } catch (error) {
    if (error instanceof RenderError) return error;
    throw error;
  }
  throw new Error('no error');
}

/** The first error code that `run` throws, of one error or of several together; `none` where it throws nothing. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  return 'none';
}
