import type { Finding } from '../../errors.ts';
import { toFindings } from '../cli/to-findings.ts';

/** What every reader could read, in their order, and why the others could not. */
export function readAll<T>(readers: readonly (() => readonly T[])[]): {
  readonly read: readonly T[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const read = readers.flatMap((reader) => {
    try {
      return reader();
    } catch (error) {
      findings.push(...toFindings(error));
      return [];
    }
  });
  return { read, findings };
}
