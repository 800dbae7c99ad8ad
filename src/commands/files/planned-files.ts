import { RenderError } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import { emitYaml } from '../../krm/emit-yaml.ts';
import { refOf } from '../../krm/identity.ts';
import { joinStream } from '../../krm/split-stream.ts';
import { fileBeside, fileInFolder } from '../../outputs/outputs.ts';
import type { RenderedGraph } from '../../render/render.ts';
import { quote } from '../../words.ts';

/** A file that rendering makes. */
export interface PlannedFile {
  /** Relative to the output folder, or to the working directory where it stands beside its request; with slashes. */
  readonly name: string;
  /** What it holds, in order; at least one. */
  readonly graphs: readonly RenderedGraph[];
}

/** The content of a file: what each graph needs stands before it. */
export function textOf({ graphs }: PlannedFile): string {
  return joinStream(graphs.flatMap(({ documents }) => documents).map(emitYaml));
}

/**
 * One file a request in a folder (`fileInFolder`). Throws OUTPUT_CONFLICT where two graphs claim a file,
 * NAME_INVALID where a name is no file name.
 */
export function filesOfFolder(graphs: readonly RenderedGraph[]): PlannedFile[] {
  const owners = new Map<string, string>();
  return graphs.map((rendered) => {
    const { graph, request } = rendered;
    const file = fileInFolder(refOf(graph));
    const origin = request.locate('metadata.name');
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(file)) {
      throw new RenderError('NAME_INVALID', { message: `${quote(file)} cannot be a file name`, origin });
    }
    const owner = owners.get(file);
    if (owner !== undefined) {
      throw new RenderError('OUTPUT_CONFLICT', {
        message: `${file} would hold the graphs of two requests, ${owner} and ${refOf(request.object).name}`,
        origin,
        hint: 'rename one of them, or give both a namespace',
      });
    }
    owners.set(file, refOf(request.object).name);
    return { name: file, graphs: [rendered] };
  });
}

/**
 * One file a request file and form, beside it; the requests of a file share it in their order. Throws OUTPUT_CONFLICT where two
 * request files, such as `q.yaml` and `q.dgdr.yaml`, claim one, or where it holds requests itself.
 */
export function filesBeside(graphs: readonly RenderedGraph[]): PlannedFile[] {
  const bySource = groupBy(graphs, ({ request }) => request.origin.file);
  const files = [...bySource].flatMap(([source, all]) => {
    const byForm = groupBy(all, ({ form }) => form);
    return [...byForm].map(([form, own]) => ({ source, name: fileBeside(form, source), graphs: own }));
  });
  requireOwnFiles(files);
  return files.map(({ name, graphs: own }) => ({ name, graphs: own }));
}

function requireOwnFiles(files: readonly { readonly source: string; readonly name: string }[]): void {
  const owners = new Map(files.map(({ source }) => [source, source]));
  for (const { source, name } of files) {
    const owner = owners.get(name);
    if (owner !== undefined) {
      throw new RenderError('OUTPUT_CONFLICT', {
        message: `${name} cannot hold the graphs of ${source}, it belongs to ${owner === name ? 'requests' : owner}`,
        origin: { file: source, index: 0 },
        hint: 'rename one of the request files',
      });
    }
    owners.set(name, source);
  }
}
