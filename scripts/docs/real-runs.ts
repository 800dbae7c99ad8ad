import { main } from '../../src/cli.ts';
import { openEngines } from '../../src/profile/engines.ts';
import { openStreet } from '../../src/render/render.ts';

const ENGINES = openEngines();

/** Something that a run printed. */
interface Part {
  readonly to: 'stdout' | 'stderr';
  readonly text: string;
}

/** Runs a command with the measured data of this package: what it prints, in order. Throws where it is a wrong call. */
async function runIn(cwd: string, argv: readonly string[]): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const code = await main(argv, {
    cwd,
    env: { PATH: process.env.PATH },
    readStdin: async () => new Uint8Array(),
    stdout: (text) => void parts.push({ to: 'stdout', text }),
    stderr: (text) => void parts.push({ to: 'stderr', text }),
    untilSafe: (work) => work(new AbortController().signal),
    progress: () => {},
    isColoured: false,
    threads: { entry: new URL('file:///none'), processors: 1 },
    openStreet: (models) => openStreet(ENGINES, models),
  });
  if (code > 1) throw new Error(`dgdr-render ${argv.join(' ')}: ${textOf(parts)}`);
  return parts;
}

/** A command line: the call, whether its stderr goes into a file, and to how many lines of stdout `head` cuts it. */
const LINE = /^(.*?)( 2>\S+)?(?: \| head -(\d+))?$/;

/** What a command line prints on a terminal. */
export async function printedBy(line: string, cwd: string): Promise<string> {
  const [, call = '', isQuiet, rows] = LINE.exec(line.replaceAll('\\\n', ' ')) ?? [];
  const parts = await runIn(cwd, call.trim().split(/\s+/));
  const shown = isQuiet === undefined ? parts : parts.filter(({ to }) => to === 'stdout');
  if (rows !== undefined && shown.some(({ to, text }) => to === 'stderr' && text !== '')) {
    throw new Error(`${line} also prints on stderr`);
  }
  const text = textOf(shown);
  return rows === undefined ? text : `${text.split('\n', Number(rows)).join('\n')}\n`;
}

/** What a command prints on stdout. */
export async function outputOf(argv: readonly string[], cwd: string): Promise<string> {
  return textOf((await runIn(cwd, argv)).filter(({ to }) => to === 'stdout'));
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}
