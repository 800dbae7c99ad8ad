import { type Place, placesOf } from '../../profile/describe-model.ts';
import type { Engine, Engines } from '../../profile/engines.ts';
import { releaseFacts } from '../../releases.ts';
import { GPU_SKUS } from '../../request/skus.ts';
import { parseTarget } from '../../request/target.ts';
import { BACKENDS } from '../../serving.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import { oneOf } from '../cli/request-options.ts';

/** Options that say where a model would run. */
export const PLACE_OPTIONS = {
  gpu: { type: 'string', value: 'SKU', help: 'only this card, as hardware.gpuSku names it' },
  backend: { type: 'string', value: 'NAME', help: `only this backend: ${BACKENDS.join(', ')}` },
  target: { type: 'string', value: 'X.Y', help: 'Dynamo release, whose engine is asked; 1.3 by default' },
} as const satisfies OptionTable;

const DEFAULT_TARGET = '1.3';

/** The engine that the options name. @throws RenderError TARGET_UNSUPPORTED */
export function engineFor(args: Arguments, engines: Engines): Engine {
  return engines(releaseFacts(parseTarget(args.text('target') ?? DEFAULT_TARGET, 'target')).engine);
}

/** The places that the options leave; a card without data has none. */
export function placesFor(args: Arguments, engine: Engine): readonly Place[] {
  const [gpu, backend] = [oneOf(args, 'gpu', GPU_SKUS), oneOf(args, 'backend', BACKENDS)];
  const places = placesOf(engine).filter((place) => backend === undefined || place.backend === backend);
  if (gpu === undefined) return places;
  const found = places.filter(({ sku, system }) => sku === gpu || system === gpu);
  if (found.length > 0) return found;
  const skus = [...new Set(places.map(({ sku }) => sku))];
  throw new UsageError(`nothing was measured on ${gpu}; there is data for ${skus.join(', ')}`);
}
