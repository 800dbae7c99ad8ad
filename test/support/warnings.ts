import type { Finding, Warn } from '../../src/errors.ts';

/** A sink that fails the test: what comes is not expected. */
export const isNoWarning: Warn = (code, { message }) => {
  throw new Error(`unexpected warning ${code}: ${message}`);
};

/** A sink for tests of something else. */
export const ignoreWarnings: Warn = () => undefined;

/** A sink with what it has seen, as findings. */
export function collectWarnings(): { warn: Warn; seen: Finding[] } {
  const seen: Finding[] = [];
  return { seen, warn: (code, details) => seen.push({ severity: 'warning', code, ...details }) };
}
