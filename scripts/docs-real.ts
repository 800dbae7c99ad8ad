import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { REAL_PAGES } from './docs/real-pages.ts';

/** Writes what stands in the documentation of real runs: outputs and the figure. A test holds all to what is printed now. */
for (const [file, make] of Object.entries(REAL_PAGES)) {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, await make(old, process.cwd()));
}
