import { resolve } from 'node:path';
import { dataReleaseOf } from '../../perfdb/catalog.ts';
import { openPerfData } from '../../perfdb/perfdb.ts';
import { enginesOver, openEngines } from '../../profile/engines.ts';
import { ENGINE_NAMES, type EngineName } from '../../releases.ts';
import { openStreet, type Street } from '../../render/render.ts';
import { UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';

/** One of two engines whose picks are compared. */
export interface Side {
  /** As the call names it. */
  readonly name: string;
  readonly engine: EngineName;
  /** The context in which every request is profiled by this engine, whatever its target says. */
  readonly context: Context;
}

/**
 * The side of a name: a generation of the engine over the data of this package, or a folder of data, which the generation of
 * that release reads. @throws UsageError, INPUT_NOT_FOUND or PERFDB_INVALID
 */
export function openSide(name: string, context: Context): Side {
  const engine = ENGINE_NAMES.find((known) => known === name);
  if (engine !== undefined) {
    const open: Context['openStreet'] = (models) => answeredBy(engine, context.openStreet(models));
    return { name, engine, context: { ...context, openStreet: open } };
  }
  return openFolder(name, context);
}

function openFolder(name: string, context: Context): Side {
  const data = openPerfData(resolve(context.cwd, name));
  const engine = ENGINE_NAMES.find((known) => known === dataReleaseOf(data));
  if (engine === undefined) throw new UsageError(`no engine reads data of ${data.release}, which ${name} has`);
  const engines = enginesOver(openEngines(), data);
  // Other threads know the data of this package alone.
  const open: Context['openStreet'] = (models) => {
    const { job: _, ...street } = openStreet(engines, models);
    return answeredBy(engine, street);
  };
  return { name, engine, context: { ...context, openStreet: open } };
}

function answeredBy(engine: EngineName, street: Street): Street {
  return { ...street, parse: (...asked) => ({ ...street.parse(...asked), engine }) };
}
