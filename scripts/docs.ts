import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PAGES } from './docs/pages.ts';

/** Writes the pages that are made from tables; with `--check` it only says which of them are not as they would be. */
const isCheck = process.argv.includes('--check');
const old = Object.entries(PAGES).filter(([file, page]) => !existsSync(file) || readFileSync(file, 'utf8') !== page());
for (const [file, page] of old) {
  if (isCheck) console.error(`${file} is not what its tables make: npm run docs`);
  else writeFileSync(file, page());
}
if (isCheck && old.length > 0) process.exitCode = 1;
