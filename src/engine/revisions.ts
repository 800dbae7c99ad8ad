import type { DataRelease } from '../perfdb/catalog.ts';
import type { EngineName } from '../releases.ts';
import type { EngineRevision } from './revision.ts';
import { R0_10 } from './revisions/r0-10.ts';
import { R0_11 } from './revisions/r0-11.ts';
import { R0_12 } from './revisions/r0-12.ts';
import { R0_13 } from './revisions/r0-13.ts';

/** A revision that reads data of this package. */
interface BundledRevision extends EngineRevision {
  readonly name: EngineName;
  readonly data: DataRelease;
}

/** The engines by their names in the release table; a later one spreads the row that it came from. */
export const REVISIONS: Readonly<Record<EngineName, BundledRevision>> = {
  '0.10': R0_10,
  '0.11': R0_11,
  '0.12': R0_12,
  '0.13': R0_13,
};
