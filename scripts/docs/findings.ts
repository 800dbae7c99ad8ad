import { allCodes, type CodeWords } from '../../src/commands/codes/code-help.ts';

const HEAD = `# Findings

Each finding is printed with its file, line and field, and a hint. \`dgdr-render codes\` lists them on a terminal, and
\`dgdr-render codes CODE\` says the same as this page of one. A code has one severity; \`--strict\` makes errors of warnings. Made
from the tables of the program by \`npm run docs\`.
`;

const TITLES = { error: 'Errors', warning: 'Warnings', info: 'Infos' } as const;

/** docs/findings.md: every code with what it means and what to do. */
export function findingsPage(): string {
  const parts = (['error', 'warning', 'info'] as const).map((severity) => {
    const rows = allCodes().filter((one) => one.severity === severity);
    return `\n## ${TITLES[severity]}\n\n| code | said where | what to do |\n|---|---|---|\n${rows.map(toRow).join('')}`;
  });
  return HEAD + parts.join('');
}

function toRow({ code, detail, advice }: CodeWords): string {
  return `| \`${code}\` | ${escaped(detail)} | ${escaped(advice)} |\n`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
