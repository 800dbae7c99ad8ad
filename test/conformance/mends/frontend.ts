import { isDeepStrictEqual } from 'node:util';
import type { GraphService } from '../../../src/dgd/lens/lens.ts';
import { mapServices } from '../../../src/dgd/services.ts';
import type { JsonObject } from '../../../src/json.ts';
import { lensOfService, type ManifestMend, mapGraph } from './mend.ts';

const SPELLED_OUT = { command: ['python3'], args: ['-m', 'dynamo.frontend'] };

/** A spelled out command is left to the operator; one that goes on with a model's path is written as up to 1.4. */
function withOperatorsCommand({ object, type, mainContainer }: GraphService): JsonObject {
  const args = Array.isArray(mainContainer.args) ? mainContainer.args : [];
  const [told, module] = [args.slice(SPELLED_OUT.args.length), args.slice(0, SPELLED_OUT.args.length)];
  const isSpelledOut = isDeepStrictEqual(mainContainer.command, SPELLED_OUT.command);
  if (type !== 'frontend' || !isSpelledOut || !isDeepStrictEqual(module, SPELLED_OUT.args)) return object;
  return lensOfService(object).updateMainContainer(object, ({ command: _, args: __, ...rest }) =>
    told.length === 0 ? rest : { ...rest, command: ['python3', ...SPELLED_OUT.args], args: told },
  );
}

/** The mend of the Frontend's command. */
export const FRONTEND_MEND: ManifestMend = {
  topic: "the Frontend's command from 1.5",
  apply: (documents) => mapGraph(documents, (graph) => mapServices(graph, withOperatorsCommand)),
};
