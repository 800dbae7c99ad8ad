import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RenderError } from '../errors.ts';

/** A folder of this package, found upwards from this module (source tree or bundle). @throws RenderError INPUT_NOT_FOUND */
export function packageFolder(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown };
      if (manifest.name === 'dgdr-render') return join(folder, name);
    } catch {
      // no readable package.json here: look one folder up
    }
    if (folder === dirname(folder))
      throw new RenderError('INPUT_NOT_FOUND', { message: `no ${name}: package folder not found` });
  }
}
