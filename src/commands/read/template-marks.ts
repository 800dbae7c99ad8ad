import type { JsonObject } from '../../json.ts';
import { annotationsOf, withAnnotations } from '../../krm/annotations.ts';
import { emitYaml } from '../../krm/emit-yaml.ts';

/** How Helm says which template a document came from: by a comment, and from Helm 4 on to post-renderers by an annotation. */
const SOURCE_COMMENT = /^# Source: .*\n/m;
const SOURCE_ANNOTATION = 'postrenderer.helm.sh/postrender-filename';

/** A document as text, marked as coming from the template of the document that it takes the place of. */
export function emitInPlaceOf(text: string, replaced: JsonObject, document: JsonObject): string {
  const template = annotationsOf(replaced)[SOURCE_ANNOTATION];
  const marked = template === undefined ? document : withAnnotations(document, { [SOURCE_ANNOTATION]: template });
  return (SOURCE_COMMENT.exec(text)?.[0] ?? '') + emitYaml(marked);
}
