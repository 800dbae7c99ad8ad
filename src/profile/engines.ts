import type { EngineRevision } from '../engine/revision.ts';
import { REVISIONS } from '../engine/revisions.ts';
import { openCatalog } from '../perfdb/catalog.ts';
import type { PerfData } from '../perfdb/perfdb.ts';
import { type EngineName, type Release, releaseFacts } from '../releases.ts';

/** A generation of the engine with the data that it reads: what requests are profiled with. */
export interface Engine {
  readonly revision: EngineRevision;
  /** Opened when it is first read. */
  readonly data: PerfData;
}

/** The engine that profiles for a target. */
export type EngineChoice = (target: Release) => Engine;

/** The engines of this package by the release table. */
export function bundledEngines(): EngineChoice {
  const engine = openEngines();
  return (target) => engine(releaseFacts(target).engine);
}

/** The engines of this package by their names. */
export function openEngines(): (name: EngineName) => Engine {
  const catalog = openCatalog();
  return (name) => ({
    revision: REVISIONS[name],
    get data() {
      return catalog(REVISIONS[name].data);
    },
  });
}
