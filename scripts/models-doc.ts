import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../src/commands/cli/command.ts';
import type { Context } from '../src/commands/cli/context.ts';
import { MODELS_LIST } from '../src/commands/models/models-list.ts';

/** Writes what `models list` prints into docs/models.md, after each mark that has its options. */
const FILE = 'docs/models.md';
const MARKED = /<!-- dgdr-render models list (.*) -->\n[^<]*/g;

async function printed(options: string): Promise<string> {
  let table = '';
  const context: Pick<Context, 'stdout'> = {
    stdout: (text) => {
      table += text;
    },
  };
  await runCommand(MODELS_LIST, options.split(' '), context as Context);
  return table;
}

let text = readFileSync(FILE, 'utf8');
for (const [marked, options] of text.matchAll(MARKED)) {
  const table = await printed(options ?? '');
  text = text.replace(marked, () => `<!-- dgdr-render models list ${options} -->\n\n${table}\n`);
}
writeFileSync(FILE, text);
