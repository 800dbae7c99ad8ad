import { main } from '../../src/cli.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';

/** Blocks of a page that hold a command line and what it prints. */
const RUN = /^```console\n\$ dgdr-render (.*)\n[\s\S]*?^```$/gm;

/** A page with what its command lines print now, run in a folder with the measured data of this package. */
export async function withRealRuns(page: string, folder: string): Promise<string> {
  const runs = new Map<string, string>();
  for (const [, line = ''] of page.matchAll(RUN)) runs.set(line, await outputOf(line.split(' '), folder));
  return page.replace(RUN, (_, line: string) => `\`\`\`console\n$ dgdr-render ${line}\n${runs.get(line)}\`\`\``);
}

/** What a command prints on stdout. Throws where it fails. */
export async function outputOf(argv: readonly string[], cwd: string): Promise<string> {
  const printed = { out: [] as string[], err: [] as string[] };
  const code = await main(argv, {
    cwd,
    env: {},
    readStdin: async () => new Uint8Array(),
    stdout: (text) => void printed.out.push(text),
    stderr: (text) => void printed.err.push(text),
    untilSafe: (work) => work(new AbortController().signal),
    progress: () => {},
    isColoured: false,
    threads: { entry: new URL('file:///none'), processors: 1 },
    openStreet: (models) => openStreet(openEngines(), models),
  });
  if (code !== 0) throw new Error(`dgdr-render ${argv.join(' ')}: ${printed.err.join('')}`);
  return printed.out.join('');
}
