import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../src/commands/cli/command.ts';
import type { Context } from '../src/commands/cli/context.ts';
import { MODELS_LIST } from '../src/commands/models/models-list.ts';

/** Writes what `models list --format markdown` prints into docs/models.md, between its marks. */
const FILE = 'docs/models.md';
const MARKS = /(<!-- dgdr-render models list --format markdown -->\n).*(<!-- end -->\n)/s;

let table = '';
const context: Pick<Context, 'stdout'> = {
  stdout: (text) => {
    table += text;
  },
};
await runCommand(MODELS_LIST, ['--format', 'markdown'], context as Context);
const text = readFileSync(FILE, 'utf8');
writeFileSync(
  FILE,
  text.replace(MARKS, (_, begin: string, end: string) => `${begin}\n${table}\n${end}`),
);
