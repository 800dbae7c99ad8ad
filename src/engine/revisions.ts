import type { DataRelease } from '../perfdb/catalog.ts';
import type { EngineName } from '../releases.ts';
import type { EngineRevision } from './revision.ts';
import { R0_10 } from './revisions/r0-10.ts';

/** A revision that reads data of this package. */
interface BundledRevision extends EngineRevision {
  readonly name: EngineName;
  readonly data: DataRelease;
}

/** The engines by their names in the release table; a later one spreads the row that it came from. */
export const REVISIONS: Readonly<Record<EngineName, BundledRevision>> = { '0.10': R0_10 };
