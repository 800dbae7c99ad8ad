import { COMMANDS } from '../../src/cli.ts';
import { type Command, optionRows } from '../../src/commands/cli/command.ts';

const HEAD = `# Commands

The same as \`dgdr-render help COMMAND\`, made from the same tables by \`npm run docs\`. \`dgdr-render -h\` lists the commands, \`-v\` says
the version, and \`dgdr-render completion bash|zsh|fish\` prints what a shell needs to complete all of this.

Exit codes: 0 fine, 1 errors in the input or drift, 2 a wrong call, project file or function config, 70 a bug (with a stack). Findings
go to stderr, or with \`--report-file\` into a file; stdout has manifests and what else a command was called for.

An option without effect is a wrong call, so that nothing is lost without a word: one that the format has no place for, or that another
option or stdin leaves nothing to do for. Options of what requests leave out are another matter: every command that reads requests
takes all of them, as it takes the project file, and lists those that it uses. Of an option that may not be repeated the last one counts.
`;

/** docs/cli.md: every command with the options of its help. */
export function cliPage(): string {
  return HEAD + COMMANDS.map(toPart).join('');
}

function toPart(command: Command): string {
  const { name, synopsis, summary, details = '' } = command;
  const tables = optionRows(command).map(({ title, rows }) => {
    const lines = rows.map(({ option, help }) => `| \`${escaped(option)}\` | ${escaped(help)} |\n`);
    return `\n| ${title === '' ? 'option' : title} | |\n|---|---|\n${lines.join('')}`;
  });
  const call = `dgdr-render ${name}${synopsis === '' ? '' : ` ${synopsis}`}`;
  const words = escaped(`${summary} ${details.replaceAll('\n', ' ')}`.trim());
  return `\n## ${name}\n\n\`\`\`text\n${call}\n\`\`\`\n\n${words}\n${tables.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
}
