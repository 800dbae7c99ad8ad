import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { RenderError } from '../errors.ts';
import { emitYaml } from '../krm/emit-yaml.ts';
import { refOf } from '../krm/identity.ts';
import { joinStream } from '../krm/split-stream.ts';
import { documentsOf } from '../render/replace.ts';
import type { RenderedGraph } from '../render.ts';

/** A file of the output folder. */
export interface OutputFile {
  readonly name: string;
  readonly text: string;
}

/**
 * One file a request, `<namespace or default>-<graph name>.yaml`, with what the graph needs before it. Throws where two
 * graphs claim a file or a name is no file name.
 */
export function toOutputFiles(graphs: readonly RenderedGraph[]): OutputFile[] {
  const owners = new Map<string, string>();
  return graphs.map((rendered) => {
    const { graph, request } = rendered;
    const { name, namespace } = refOf(graph);
    const file = `${namespace ?? 'default'}-${name}.yaml`;
    const origin = request.locate('metadata.name');
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(file)) {
      throw new RenderError('NAME_INVALID', { message: `${JSON.stringify(file)} cannot be a file name`, origin });
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
    return { name: file, text: joinStream(documentsOf(rendered).map(emitYaml)) };
  });
}

/**
 * Writes all files or none: they are staged beside their places, then swapped in by renaming, and what was there
 * comes back when a swap fails. Returns the names of the files that changed; equal files are not touched.
 */
export function writeAllOrNothing(dir: string, files: readonly OutputFile[]): string[] {
  try {
    mkdirSync(dir, { recursive: true });
    const changed = files.filter(({ name, text }) => !holds(join(dir, name), text));
    if (changed.length > 0) swapIn(dir, changed);
    return changed.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new RenderError('OUTPUT_FAILED', { message: `nothing was written: ${error.message}` });
  }
}

/** Staging inside the folder keeps every rename on one file system, also where the folder is a mount. */
function swapIn(dir: string, files: readonly OutputFile[]): void {
  const stage = mkdtempSync(join(dir, '.dgdr-render-'));
  const undo: (() => void)[] = [];
  try {
    for (const { name, text } of files) writeFileSync(join(stage, name), text);
    for (const { name } of files) undo.push(swapOne(dir, stage, name));
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Puts one staged file in its place and returns how to take it back. */
function swapOne(dir: string, stage: string, name: string): () => void {
  const place = join(dir, name);
  const kept = join(stage, `${name}.before`);
  const existed = existsSync(place);
  if (existed && lstatSync(place).isDirectory())
    throw Object.assign(new Error(`${name} is a folder`), { code: 'EISDIR' });
  if (existed) renameSync(place, kept);
  const restore = (): void => {
    if (existed) renameSync(kept, place);
    else rmSync(place, { force: true });
  };
  try {
    renameSync(join(stage, name), place);
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

function holds(path: string, text: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && readFileSync(path, 'utf8') === text;
}
