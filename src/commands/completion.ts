import { type Arguments, type Command, optionRows, UsageError } from './cli/command.ts';
import type { Context } from './cli/context.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

/** `completion`: what a shell needs to complete commands and options. `all` gives every command of the tool. */
export function completionOf(all: () => readonly Command[]): Command {
  return {
    name: 'completion',
    synopsis: SHELLS.join('|'),
    summary: 'Prints what a shell needs to complete commands and options.',
    details:
      'bash: source <(dgdr-render completion bash); zsh: source <(dgdr-render completion zsh);\n' +
      'fish: dgdr-render completion fish | source\n',
    options: {},
    run: async (args, context) => print(args, all(), context),
  };
}

function print({ positionals }: Arguments, commands: readonly Command[], { stdout }: Context): number {
  const [name, ...others] = positionals;
  const shell = SHELLS.find((known) => known === name);
  if (shell === undefined || others.length > 0) throw new UsageError(`one of ${SHELLS.join(', ')} was expected`);
  stdout(SCRIPTS[shell](commands));
  return 0;
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Command[]) => string>> = {
  bash: (commands) => `_dgdr_render() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  case "\${COMP_WORDS[*]:1:COMP_CWORD-1}" in
${cases(commands)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _dgdr_render dgdr-render
`,
  zsh: (commands) => `autoload -U +X bashcompinit && bashcompinit
${SCRIPTS.bash(commands)}`,
  fish: (commands) => {
    const first = firstWords(commands).map((word) => `complete -c dgdr-render -n __fish_use_subcommand -a ${word}\n`);
    const second = commands.flatMap(({ name }) => {
      const [one, two] = name.split(' ');
      return two === undefined ? [] : [`complete -c dgdr-render -n '__fish_seen_subcommand_from ${one}' -a ${two}\n`];
    });
    const options = commands.flatMap((command) => {
      const word = command.name.split(' ').at(-1);
      return optionNames(command).map(
        (option) => `complete -c dgdr-render -n '__fish_seen_subcommand_from ${word}' -l ${option.slice(2)}\n`,
      );
    });
    return [...first, ...second, ...options].join('');
  },
};

/** What may follow the words so far: commands, the second word of one, its options. */
function cases(commands: readonly Command[]): string {
  const groups = [...new Set(commands.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0]] : [])))];
  const seconds = groups.map((group) => {
    const words = commands.flatMap(({ name }) => (name.startsWith(`${group} `) ? [name.split(' ')[1]] : []));
    return `    ${group}) words="${words.join(' ')}" ;;`;
  });
  const options = commands.map((command) => {
    return `    "${command.name}"|"${command.name} "*) words="${optionNames(command).join(' ')}" ;;`;
  });
  return [`    "") words="${firstWords(commands).join(' ')}" ;;`, ...seconds, ...options].join('\n');
}

function firstWords(commands: readonly Command[]): string[] {
  return [...new Set([...commands.map(({ name }) => name.split(' ')[0] ?? ''), 'help'])];
}

function optionNames(command: Command): string[] {
  const all = optionRows(command).flatMap(({ rows }) => rows);
  return all.flatMap(({ option }) => /--[\w-]+/.exec(option)?.[0] ?? []);
}
