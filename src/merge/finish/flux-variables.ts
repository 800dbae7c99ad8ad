import type { Made } from '../../graph/made.ts';
import { getIn, isObject, type JsonObject, updateIn } from '../../json.ts';
import type { Finishing } from '../context.ts';
import { mapLeaves, overridePath } from '../override-paths.ts';

/** Annotation, or label, by which kustomize-controller leaves an object alone (fluxcd/pkg, kustomize/kustomize_varsub.go). */
const SUBSTITUTE = 'kustomize.toolkit.fluxcd.io/substitute';
/** What it replaces: variables, and `$$`, which it takes for an escaped dollar sign (fluxcd/pkg, envsubst). */
const VARIABLE = /\$(?:\{[^}"]*\}?|\$[({]?\w*[)}]?)/;

/** Every object annotated that Flux would change and must not (`fluxSubstitute: disabled`). */
export function preventSubstitution(made: Made, { request: { fluxSubstitute } }: Finishing): Made {
  if (fluxSubstitute !== 'disabled') return made;
  return { graph: withoutSubstitution(made.graph), resources: made.resources.map(withoutSubstitution) };
}

/** An object as it is, or annotated where Flux would change it. */
export function withoutSubstitution(object: JsonObject): JsonObject {
  if (variableOf(object) === undefined) return object;
  return updateIn(object, ['metadata', 'annotations'], (annotations) => {
    return { ...(isObject(annotations) ? annotations : {}), [SUBSTITUTE]: 'disabled' };
  });
}

/** Warns with VARIABLES_AT_RISK about the first text that Flux would change where nobody said whether it may. */
export function lintVariables(made: Made, { request, warn, mends }: Finishing): Made {
  if (request.fluxSubstitute !== undefined || !mends.warnsAboutVariables) return made;
  const variable = [...made.resources, made.graph]
    .filter((object) => !isLeftAlone(object))
    .map(variableOf)
    .find((text) => text !== undefined);
  if (variable === undefined) return made;
  const path = blamedField(request.overrides.dgd);
  warn('VARIABLES_AT_RISK', {
    message: `Flux would replace ${JSON.stringify(variable)} where its Kustomization has postBuild`,
    path,
    hint: 'set --flux-substitute disabled (fluxSubstitute in a config), or enabled where Flux may do so or is not used',
    origin: request.locate(path),
  });
  return made;
}

function isLeftAlone(object: JsonObject): boolean {
  return ['labels', 'annotations'].some((kind) => getIn(object, 'metadata', kind, SUBSTITUTE) === 'disabled');
}

/** The first variable in an object, keys included, as Flux substitutes its YAML. */
function variableOf(object: JsonObject): string | undefined {
  return VARIABLE.exec(JSON.stringify(object))?.[0];
}

/** The text of the override that has a variable, else the spec. */
function blamedField(dgd: JsonObject = {}): string {
  const found: string[] = [];
  mapLeaves(dgd, (leaf, path) => {
    if (typeof leaf === 'string' && VARIABLE.test(leaf)) found.push(overridePath(path));
    return leaf;
  });
  return found[0] ?? 'spec';
}
