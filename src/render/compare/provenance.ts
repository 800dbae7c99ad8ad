import type { JsonObject } from '../../json.ts';
import { annotationsOf } from '../../krm/annotations.ts';
import { ENGINE, SOURCE } from '../../outputs/mark.ts';
import { FIRST_ENGINE } from '../../profile/engine-words.ts';
import { WISHED } from '../../request/wishes.ts';

/** Annotation that says what was picked (merge/finish/graph-identity.ts). */
const PROFILE = 'dgdr-render.dev/profile';

/** Parts of the engine annotation that are releases, in their order. */
const RELEASES = ['tool release', 'engine', 'data release'] as const;

/** What was picked for a rendered graph, in one line. */
export function profileLine(graph: JsonObject): string {
  return annotationsOf(graph)[PROFILE] ?? '';
}

/**
 * Why a graph is rendered to something else than before, by what both say of themselves: another release of the tool or
 * of the data, other wishes, or else the request, the options of the call or an edit of the file.
 */
export function whyChanged(before: JsonObject, after: JsonObject): string {
  const older = annotationsOf(before);
  const newer = annotationsOf(after);
  if (older[ENGINE] === undefined) return 'not known, the committed graph does not say what rendered it';
  const from = partsOf(older[ENGINE]);
  const to = partsOf(newer[ENGINE]);
  const releases = RELEASES.flatMap((label, i) => {
    return from.releases[i] === to.releases[i] ? [] : [`${label} (${from.releases[i]} -> ${to.releases[i]})`];
  });
  const isOther = from.system !== to.system || older[SOURCE] !== newer[SOURCE];
  const causes = [...releases, ...wishCauses(wishesOf(before), wishesOf(after))];
  if (causes.length > 0) return [...causes, ...(isOther ? ['request'] : [])].join(', ');
  return isOther || older[PROFILE] !== newer[PROFILE] ? 'request' : 'request, its options or an edit of the file';
}

/** What was wished of a pick, in words; empty where nothing was. */
function wishesOf(graph: JsonObject): string {
  return profileLine(graph).split(WISHED)[1] ?? '';
}

function wishCauses(before: string, after: string): readonly string[] {
  return before === after ? [] : [`wishes (${before || 'none'} -> ${after || 'none'})`];
}

/**
 * `dgdr-render 0.2.0, engine 0.12 over aiconfigurator 0.12.0, vllm 0.24.0 on h200_sxm`; the backend's version is the data's,
 * and an engine that is not said is the first one.
 */
function partsOf(engine = ''): { readonly releases: readonly string[]; readonly system: string } {
  const [tool = '', answered = '', run = ''] = engine.split(', ');
  const [, name = FIRST_ENGINE, data = ''] = /^(?:engine (\S+) over )?(.*)$/.exec(answered) ?? [];
  const [, backend = '', system = ''] = /^(\S+).* on (\S+)$/.exec(run) ?? [];
  return { releases: [tool, name, data], system: `${backend} ${system}` };
}
