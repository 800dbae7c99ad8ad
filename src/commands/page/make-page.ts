import { type Finding, RenderError } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import { emitYaml } from '../../krm/emit-yaml.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import { joinStream } from '../../krm/split-stream.ts';
import { toPageAnswer } from '../../page/answer.ts';
import { entryOf, type PreparedAnswer, prepareAnswer } from '../../page/entry.ts';
import { pageText } from '../../page/page.ts';
import type { Details } from '../../profile/explain.ts';
import type { ProfiledRequest, RenderedGraph, Street } from '../../render/render.ts';
import { withCost } from '../../verdict/cost.ts';
import type { Context } from '../cli/context.ts';
import type { Input } from '../read/read-input.ts';
import { renderSeen } from '../read/render-input.ts';
import { type Trying, whatIfOf } from './what-if.ts';

/** Configurations that a page shows of all its requests together, and at most of one. */
const POINTS = { all: 80_000, each: 2_500 } as const;

/** How many of the configurations of each of so many requests a page shows. */
export function mostPoints(requests: number): number {
  return Math.min(POINTS.each, Math.floor(POINTS.all / requests));
}

/** A page as text, and what is to be said of its requests. */
interface MadePage {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The page of everything that was read; `sets` are what-ifs as `compare` has them. */
export async function makePage(input: Input, sets: readonly string[], context: Context): Promise<MadePage> {
  const most = mostPoints(input.requests.length);
  const answers = new Map<Resource, PreparedAnswer>();
  const report = await renderSeen(input, context, (profiled, terms) => {
    const { prices } = input.settings.at(profiled.resource.origin.file).settings;
    answers.set(profiled.resource, prepared(profiled, { terms, sets, prices, most }));
  });
  const findings = groupBy(report.findings, ({ resource }) => resource?.object);
  const graphs = new Map(report.graphs.map((graph) => [graph.request, graph]));
  const entries = input.requests.map((resource) => {
    const { name, namespace } = refOf(resource.object);
    const graph = graphs.get(resource);
    const said = {
      name: namespace === undefined ? name : `${namespace}/${name}`,
      file: resource.origin.file,
      findings: findings.get(resource.object) ?? [],
      isLocked: graph?.locked !== undefined,
      manifest: manifestOf(graph),
    };
    return entryOf(said, answers.get(resource));
  });
  return { text: pageText(entries), findings: report.findings };
}

function manifestOf(graph: RenderedGraph | undefined): string | undefined {
  return graph && joinStream(graph.documents.map((document) => emitYaml(document)));
}

interface Preparing extends Trying {
  /** How many of its configurations are shown. */
  readonly most: number;
}

/** As text at once, so that nothing of a profile is kept. */
function prepared(profiled: ProfiledRequest, { most, ...trying }: Preparing): PreparedAnswer {
  const { request, profile } = profiled;
  const { street } = trying.terms;
  const verdict = withCost(street.verdict(request, profile), trying.prices);
  const details = explained(profiled, street);
  const whatIf = profile.picked.length === 0 ? undefined : whatIfOf(profiled, trying);
  return prepareAnswer(toPageAnswer({ request, profile, verdict, details, whatIf }, most), verdict);
}

const NOTHING: Details = { steps: [], contextParallel: [], candidates: () => [] };

/** A locked pick may be of data that is not there any more. */
function explained({ request, profile }: ProfiledRequest, street: Street): Details {
  try {
    return street.explain(request, profile);
  } catch (error) {
    if (error instanceof RenderError) return NOTHING;
    throw error;
  }
}
