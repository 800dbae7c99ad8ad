import { basename, join } from 'node:path';
import { toSlashes } from '../../files/paths.ts';
import { commandLineRoot, isThere } from '../../files/root.ts';
import { isCommit } from '../../hub/api.ts';
import { isHubId, MODELS_FOLDER } from '../../model-ids.ts';
import { requireUsable } from '../../profile/describe-model.ts';
import { quote } from '../../words.ts';
import { type Arguments, type Command, UsageError } from '../cli/command.ts';
import type { Context } from '../cli/context.ts';
import { type Outcome, REPORT_OPTIONS, runReported } from '../cli/outcome.ts';
import { timeoutMsOf, timeoutOption } from '../cli/request-timeout.ts';
import { writeAllOrNothing } from '../files/write-files.ts';
import { CONFIG_FILE, parseModelFile, QUANT_FILE, readModelTexts } from '../read/model-configs.ts';
import { ORIGIN_FILE, originOf } from './origin.ts';

const MAIN = 'main';

/** `models add`: brings the configuration of a model to where rendering finds it. */
export const MODELS_ADD: Command = {
  name: 'models add',
  synopsis: 'ID',
  summary: 'Fetches the configuration of a model from its hub, for rendering to find it.',
  details:
    `Writes config.json and hf_quant_config.json with their origin to ${MODELS_FOLDER}/ID/, to be committed; requests of the\n` +
    'folder that has it, and of those below, need no option then. No other command goes to a hub. HF_ENDPOINT names a\n' +
    'mirror, HF_TOKEN is for gated models, and HTTPS_PROXY and its kin are heeded.\n',
  options: {
    revision: { type: 'string', value: 'SHA', help: 'commit of the model; what is newest by default' },
    to: { type: 'string', value: 'DIR', help: `folder for ${MODELS_FOLDER}/; the working directory by default` },
    'from-dir': { type: 'string', value: 'DIR', help: 'take the files from a folder, such as a clone, and ask no hub' },
    ...timeoutOption('the hub'),
    ...REPORT_OPTIONS,
  },
  idle: [
    {
      options: ['revision', 'request-timeout'],
      beside: ['from-dir'],
      why: 'it is for a hub, and none is asked; leave one of them out',
    },
  ],
  run: (args, context) => runReported(args, context, () => addModel(args, context)),
};

/** Texts of a model's files, and where they are from. */
interface Taken {
  readonly config: string;
  readonly quant: string | undefined;
  readonly source: string;
  /** The commit, where it is known. */
  readonly revision: string | undefined;
}

async function addModel(args: Arguments, context: Context): Promise<Outcome> {
  const id = modelId(args);
  const folder = args.text('from-dir');
  const taken = folder === undefined ? await fetchModel(id, args, context) : readFolder(folder, context);
  const config = parseModelFile(taken.config, CONFIG_FILE);
  const hfQuantConfig = taken.quant === undefined ? undefined : parseModelFile(taken.quant, QUANT_FILE);
  requireUsable(id, { config, hfQuantConfig });
  const place = toSlashes(join(args.text('to') ?? '.', MODELS_FOLDER, id));
  const written = await writeModel(place, id, taken, args, context);
  const what =
    written.length === 0
      ? `${place} is as it was`
      : `${place}: wrote ${written.map((name) => basename(name)).join(', ')}`;
  const of = taken.revision === undefined ? '' : ` of revision ${taken.revision}`;
  return { findings: [], output: '', notes: `${what}${of}\n` };
}

function modelId({ positionals }: Arguments): string {
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new UsageError('one model id was expected');
  if (!isHubId(id)) throw new UsageError(`${quote(id.slice(0, 100))} is not the id of a model, such as Qwen/Qwen3-8B`);
  return id;
}

async function fetchModel(id: string, args: Arguments, { env }: Context): Promise<Taken> {
  // Node's client is loaded late, so that it costs other commands nothing.
  const [{ openHub }, { readModelFiles }] = await Promise.all([
    import('../../hub/hub.ts'),
    import('../../hub/model-files.ts'),
  ]);
  const hub = openHub(env, timeoutMsOf(args));
  const { revision, files } = await readModelFiles(hub, {
    id,
    revision: args.text('revision') ?? MAIN,
    needed: [CONFIG_FILE],
    optional: [QUANT_FILE],
  });
  const source = `${hub.endpoint.href.replace(/\/$/, '')}/${id}`;
  return { config: files[CONFIG_FILE] ?? '', quant: files[QUANT_FILE], source, revision };
}

/** A folder is taken at the user's word; one of a cache is called like the commit. */
function readFolder(folder: string, { cwd }: Context): Taken {
  const { config, quant } = readModelTexts(folder, commandLineRoot(cwd));
  const name = basename(folder);
  return { config: config.text, quant, source: 'a folder', revision: isCommit(name) ? name : undefined };
}

/** All files or none; one that the model no longer has is taken away. */
function writeModel(place: string, id: string, taken: Taken, args: Arguments, context: Context): Promise<string[]> {
  const root = commandLineRoot(context.cwd, [args.text('to') ?? '.']);
  const { config, quant } = taken;
  const files = [
    { name: CONFIG_FILE, text: config },
    ...(quant === undefined ? [] : [{ name: QUANT_FILE, text: quant }]),
  ];
  const all = [...files, { name: ORIGIN_FILE, text: originOf(id, taken, files) }];
  const stale = quant === undefined && isThere(join(place, QUANT_FILE), root) ? [join(place, QUANT_FILE)] : [];
  const changes = { files: all.map(({ name, text }) => ({ name: join(place, name), text })), removals: stale };
  return context.untilSafe((signal) => writeAllOrNothing(changes, { root, signal }));
}
