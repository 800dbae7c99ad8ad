import { type Finding, RenderError } from '../../errors.ts';
import { commandLineRoot, type Root } from '../../files/root.ts';
import { exitCodeOf } from '../../krm/results.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { FROZEN_OPTION, oneOf, optionLayer, REQUEST_OPTIONS } from '../cli/request-options.ts';
import { storeBeside, storeOf } from '../files/store.ts';
import { withCopy } from '../git/copy-revision.ts';
import { type Revision, withRevision } from '../git/revision.ts';
import { idleWorkloadOptions } from '../read/idle-workloads.ts';
import { noRequests, STDIN } from '../read/read-input.ts';
import { JOBS_OPTION, jobsOf } from '../threads/threads.ts';
import { diffJson } from './diff-json.ts';
import { diffMarkdown } from './diff-markdown.ts';
import { diffText } from './diff-text.ts';
import { nestedRequests } from './nested.ts';
import { type Review, review } from './review.ts';
import { type Asked, fromHere, readSide, rootOfCopy, type Side, sharedBy } from './side.ts';

const FORMATS = { text: diffText, json: diffJson, markdown: diffMarkdown } as const;
const NAMES = Object.keys(FORMATS) as readonly (keyof typeof FORMATS)[];

/** `diff`: what the requests of the work tree change against a revision. */
export const DIFF: Command = {
  name: 'diff',
  synopsis: 'REF [PATH...]',
  summary: 'Says in numbers what requests change against a Git revision.',
  details:
    'For each request that came, went or changed since REF (a branch, tag or commit): what is picked before\n' +
    'and after, which input caused it, and whether the operator refuses the update. Project files, locks and\n' +
    'configurations of models are read at REF too. What did not change is not profiled. Markdown is the\n' +
    'comment of a pull request; its first line is one by which a bot finds it again. Exit code 1 where the\n' +
    'update of a graph is refused or a request cannot be rendered.\n',
  options: {
    format: { type: 'string', value: 'NAME', help: 'text (default), json or markdown' },
    'output-dir': {
      type: 'string',
      value: 'DIR',
      help: 'graphs are committed in that folder, not beside the requests',
    },
    'allow-empty': { type: 'boolean', help: 'find no request and still succeed' },
    ...FROZEN_OPTION,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...REQUEST_OPTIONS,
  },
  run: (args, context) => runReported(args, context, () => diff(args, context)),
};

async function diff(args: Arguments, context: Context): Promise<Outcome> {
  const [name, ...paths] = args.positionals;
  if (name === undefined) throw new UsageError('a revision was expected, such as origin/main');
  if (paths.includes(STDIN)) throw new UsageError('- (stdin) is in no revision');
  const format = FORMATS[oneOf(args, 'format', NAMES) ?? 'text'];
  const patterns = paths.length > 0 ? paths : ['.'];
  const root = commandLineRoot(context.cwd, [...patterns, args.text('output-dir') ?? '.']);
  const found = await withRevision(name, { root, env: context.env }, (revision) => {
    if (revision === undefined) throw noCommit();
    return withCopy(revision, (copy) => compare({ revision, copy, patterns, root }, args, context));
  });
  const isEmpty = found.changes.length + found.unchanged === 0 && exitCodeOf(found.findings) === 0;
  const missing = isEmpty && !args.isSet('allow-empty') ? [noRequests(patterns, { mayBeEmpty: true })] : [];
  return { findings: [...found.findings, ...missing], output: format(found), notes: '' };
}

function noCommit(): RenderError {
  return new RenderError('REVISION_UNKNOWN', { message: 'there is no commit yet', hint: 'git commit first' });
}

interface Compared {
  readonly revision: Revision;
  /** The folder with the files of the revision. */
  readonly copy: string;
  readonly patterns: readonly string[];
  readonly root: Root;
}

async function compare(
  { revision, copy, patterns, root }: Compared,
  args: Arguments,
  context: Context,
): Promise<Review> {
  const dir = args.text('output-dir');
  const store = dir === undefined ? storeBeside() : storeOf(dir);
  const asked: Asked = { patterns: fromHere(patterns, root), host: optionLayer(args), scopeOf: store.scopeOf };
  const shared = sharedBy(context);
  const formerRoot = rootOfCopy(copy, root, [...patterns, ...(dir === undefined ? [] : [dir])]);
  const before = await readSide(formerRoot, asked, shared);
  const after = await readSide(root, asked, shared);
  const { nested, findings } = nestedRequests(after.requests, root);
  const own = {
    ...after,
    requests: after.requests.filter((request) => !nested.has(request)),
    findings: [
      ...idleWorkloadOptions(before, after),
      ...after.findings.filter((finding) => !isOnlyGone(finding, before)),
      ...findings,
    ],
  };
  return review({ revision, patterns, before, after: own, store, context, jobs: jobsOf(args) });
}

/** Whether a path of the call is not there because it went: the revision has it. */
function isOnlyGone(finding: Finding, { findings }: Side): boolean {
  if (finding.code !== 'INPUT_NOT_FOUND' || finding.origin !== undefined) return false;
  return !findings.some(({ code, message }) => code === finding.code && message === finding.message);
}
