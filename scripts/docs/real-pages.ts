import { outputOf } from './real-runs.ts';
import { SCENES, type Scene } from './scenes.ts';
import { onStage, type Stage } from './stage.ts';

/** What is made of real runs, by its file: from what stands there now, for a repository at `root`. */
export const REAL_PAGES: Readonly<Record<string, (old: string, root: string) => Promise<string>>> = {
  ...Object.fromEntries(
    Object.entries(SCENES).map(([file, scenes]) => [file, (old: string, root: string) => withRuns(old, scenes, root)]),
  ),
  'docs/images/front.svg': (_, root) =>
    outputOf(['profile', 'chat.yaml', '--format', 'svg'], `${root}/fixtures/deciding`),
};

/** Blocks of a page that hold command lines and what they print. */
const BLOCK = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;
/** A command line of one, over several lines where these end in `\`. */
const CALL = /^\$ dgdr-render ((?:.*\\\n)*.*)\n/gm;

/** A page with what its command lines print now. Throws where it has other blocks than its scenes are for. */
async function withRuns(page: string, scenes: readonly Scene[], root: string): Promise<string> {
  const blocks = page.match(BLOCK) ?? [];
  const wanted = scenes.reduce((sum, scene) => sum + scene.blocks, 0);
  if (blocks.length !== wanted) throw new Error(`${blocks.length} blocks of a console, and scenes for ${wanted}`);
  const made: string[] = [];
  for (const scene of scenes) {
    const own = blocks.slice(made.length, made.length + scene.blocks);
    made.push(...(await onStage(root, (stage) => played(scene, own, stage))));
  }
  return page.replace(BLOCK, () => made.shift() ?? '');
}

/** The blocks of a scene, one after another on the same stage. */
async function played({ set }: Scene, blocks: readonly string[], stage: Stage): Promise<readonly string[]> {
  await set(stage);
  const made: string[] = [];
  for (const block of blocks) {
    const calls = [...block.matchAll(CALL)];
    if (calls[0]?.index !== 0) throw new Error(`a block begins with another line than a call: ${block}`);
    let text = '';
    for (const [call, line = ''] of calls) text += `${call}${await stage.run(line)}`;
    made.push(text);
  }
  return made;
}
