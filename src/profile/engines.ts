import type { EngineRevision } from '../engine/revision.ts';
import { REVISIONS } from '../engine/revisions.ts';
import { DATA_RELEASES, openCatalog } from '../perfdb/catalog.ts';
import { type KnownModels, openKnownModels } from '../perfdb/known-models.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import type { EngineName } from '../releases.ts';
import type { SweptOnce } from './kept-sweeps.ts';
import type { SuppliedModels } from './supplied-models.ts';

/** A generation of the engine with the data that it reads: what requests are profiled with. */
export interface Engine {
  readonly revision: EngineRevision;
  /** Opened when it is first read. */
  readonly data: PerfData;
  /** Models besides those of the data; none where it is absent. */
  readonly known?: KnownModels;
  /** What the user says of models. */
  readonly supplied?: SuppliedModels;
  /** Keeps sweeps between requests; where it is absent each sweeps anew. */
  readonly once?: SweptOnce;
}

/** Engines by the names that the release table gives them. */
export type Engines = (name: EngineName) => Engine;

/** The same engines over other data. */
export function enginesOver(engines: Engines, data: PerfData): Engines {
  return (name) => {
    const { revision, known } = engines(name);
    return { revision, data, ...(known && { known }) };
  };
}

/** The engines of this package by their names. */
export function openEngines(): Engines {
  const catalog = openCatalog();
  const known = openKnownModels(() => DATA_RELEASES.map((release) => catalog(release).models()));
  return (name) => ({
    revision: REVISIONS[name],
    known,
    get data() {
      return catalog(REVISIONS[name].data);
    },
  });
}
