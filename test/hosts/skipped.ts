import type { Reporter } from 'vitest/node';
import { HOSTS } from './host.ts';

/** Gathers what tests say that they skip, and says all of it once more where the run ends. */
export function skippedReporter(): Reporter {
  const skipped = new Set<string>();
  return {
    onUserConsoleLog: ({ content }) => {
      for (const [, what] of content.matchAll(/^skipped: (.+)$/gm)) skipped.add(what!);
    },
    onTestRunEnd: () => {
      if (skipped.size > 0) console.log(skippedSummary([...skipped]));
    },
  };
}

/** What was skipped, one a line, with the command that brings what is missing. */
export function skippedSummary(skipped: readonly string[]): string {
  const rows = [...skipped].sort().map((what) => [what, commandOf(what)] as const);
  const width = Math.max(...rows.map(([what]) => what.length));
  const isBrought = rows.some(([, command]) => command !== undefined);
  return [
    ' Skipped tests want:',
    ...rows.map(([what, command = 'no script brings it']) => `   ${what.padEnd(width)}   ${command}`),
    ...(isBrought ? [' All hosts at once: .ci/bring-hosts'] : []),
    '',
  ].join('\n');
}

/** The command that brings a program. */
function commandOf(what: string): string | undefined {
  const host = Object.entries(HOSTS).find(([name]) => name === what)?.[1];
  return host !== undefined && 'script' in host ? `.ci/bring-hosts ${host.script}` : undefined;
}
