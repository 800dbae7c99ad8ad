import type { ResourceFinding } from '../../krm/results.ts';

/** Where a finding stands, as far as that is known: a host seldom says where an item came from. */
export function placed({ origin }: ResourceFinding): {
  readonly file: string | undefined;
  readonly line: number | undefined;
} {
  const isPlaced = origin !== undefined && origin.file !== '';
  return { file: isPlaced ? origin.file : undefined, line: isPlaced ? origin.line : undefined };
}
