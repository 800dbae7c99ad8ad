import { type Origin, RenderError } from '../errors.ts';
import { addModelCommand } from '../model-ids.ts';
import { sameModel } from '../models/id-spelling.ts';
import type { KnownModels } from '../perfdb/known-models.ts';
import type { PerfData } from '../perfdb/perfdb.ts';

/** What is bundled. */
export interface Bundled {
  readonly data: PerfData;
  readonly known: KnownModels;
}

/** A model, and where it is asked for. */
interface Asked {
  readonly model: string;
  readonly origin: Origin | undefined;
}

/** A model that neither the user nor anything that is bundled describes. */
export function unknownModel({ model, origin }: Asked, bundled: Bundled): RenderError {
  const named = sameModel(model, idsOf(bundled));
  const likely = bundled.known.likely(model);
  const isBundled = likely !== undefined && idsOf(bundled).includes(likely);
  const command = addModelCommand(model, origin?.file ?? '');
  const fetch = command === undefined ? '' : `fetch its configuration with \`${command}\`, or `;
  const hints = [
    named === undefined ? undefined : `did you mean ${named}? Otherwise`,
    isBundled && `its shape is most likely that of ${likely}: say so with \`--model-like ${model}=${likely}\`, or`,
    `${fetch}supply its config.json with --model-config ${model}=PATH or spec.models of the function's config`,
  ];
  return new RenderError('MODEL_UNKNOWN', {
    message: `model ${model} is not bundled, and nothing is downloaded while rendering`,
    path: 'spec.model',
    origin,
    hint: hints.filter((hint) => hint !== undefined && hint !== false).join(' '),
  });
}

/** A model that is said to be like one that is not bundled. */
export function unknownLike({ model, origin }: Asked, like: string, bundled: Bundled): RenderError {
  const named = sameModel(like, idsOf(bundled));
  return new RenderError('MODEL_UNKNOWN', {
    message: `model ${model} is said to be like ${like}, which is not bundled`,
    path: 'spec.model',
    origin,
    hint: `${named === undefined ? '' : `did you mean ${named}? `}dgdr-render models list has the models that are bundled`,
  });
}

function idsOf({ data, known }: Bundled): readonly string[] {
  return [...Object.keys(data.models().models), ...known.ids()];
}
