import { RenderError } from '../../errors.ts';
import type { Root } from '../../files/root.ts';
import { describeRef, refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import { labelOf, REQUEST_LABEL } from '../../outputs/mark.ts';
import { toFindings } from '../cli/to-findings.ts';
import { type FilesOfRun, findLeftOver, type ReadBack, readCommitted, type Store } from './store.ts';

/**
 * Files of graphs whose request is gone, relative to the working directory. A file is ours to remove only where all that
 * it holds was made of such requests; one that holds something else too is OUTPUT_CONFLICT.
 */
export function filesToPrune(store: Store, run: FilesOfRun, root: Root): ReadBack<readonly string[]> {
  const leftOver = findLeftOver(store, run, root);
  const files = [...new Set(leftOver.value.map(({ origin }) => origin.file))];
  const conflicts = files.flatMap((file) => {
    const graphs = leftOver.value.filter(({ origin }) => origin.file === file);
    const { value = [], findings } = readCommitted(file, root);
    const other = value.find((resource) => !isMadeWith(graphs, resource));
    return other === undefined ? findings : toFindings(notAlone(file, other));
  });
  return { value: files, findings: [...leftOver.findings, ...conflicts] };
}

/** Whether a resource is one of the graphs, or something that was rendered for the request of one. */
function isMadeWith(graphs: readonly Resource[], { object, origin }: Resource): boolean {
  if (graphs.some((graph) => graph.origin.index === origin.index)) return true;
  const request = labelOf(object, REQUEST_LABEL);
  if (request === undefined) return false;
  const { namespace } = refOf(object);
  return graphs.some((graph) => {
    return labelOf(graph.object, REQUEST_LABEL) === request && refOf(graph.object).namespace === namespace;
  });
}

function notAlone(file: string, { object, origin }: Resource): RenderError {
  return new RenderError('OUTPUT_CONFLICT', {
    message: `${file} is left over, but is not removed: it also holds ${describeRef(refOf(object))}, which no request made`,
    origin,
    hint: 'move that to another file, or remove the graph by hand',
  });
}
