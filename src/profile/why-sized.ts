import type { Architecture } from '../models/architecture.ts';
import { isModelled } from '../models/model.ts';
import type { ProfileRequest } from '../request/request.ts';
import type { Engine } from './engines.ts';
import { measuredAt } from './measured.ts';
import type { SizingReasons } from './naive.ts';
import { isPriced } from './priced.ts';
import { canAssume, likenessInWords, type SupportAnswer, supportInWords } from './support-gate.ts';
import { unpricedInWords } from './unpriced.ts';
import { placesInWords, whereMeasured } from './where-measured.ts';

/** Why a request is sized from memory, and what would have it ranked. */
export function whySized(
  request: ProfileRequest,
  {
    architecture,
    support,
    engine,
  }: { readonly architecture: Architecture; readonly support: readonly SupportAnswer[]; readonly engine: Engine },
): SizingReasons {
  const { name, family } = architecture;
  const { system, totalGpus } = request.hardware;
  const unmodelled =
    family === undefined ? `${name} is no modelled architecture` : `the family ${family} is not modelled`;
  const places = placesInWords(whereMeasured(request, architecture, engine), request);
  const wouldRank = (answer: SupportAnswer): boolean => {
    const measured = measuredAt({ system, backend: answer.backend }, engine);
    return measured !== undefined && canAssume(answer, architecture) && isPriced(architecture, measured, totalGpus);
  };
  const isVouchedFor = support.some(({ isSupported }) => isSupported);
  const reasons = isVouchedFor ? unpricedInWords(architecture) : support.map(supportInWords).join('; ');
  const ways = [
    'measure the deployment against the latency targets',
    ...(places === undefined ? [] : [`have it ranked ${places}`]),
    ...(support.some(wouldRank) ? [`say support: assumed to have it ranked as ${likenessInWords(architecture)}`] : []),
  ];
  return {
    why: isModelled(architecture) ? reasons : unmodelled,
    hint: ways.join(', or '),
  };
}
