import type { Stage } from './stage.ts';

/** What is there before some blocks of a page are run, in their order and on one stage. */
export interface Scene {
  /** How many blocks these are. */
  readonly blocks: number;
  readonly set: (stage: Stage) => Promise<void> | void;
}

/** The request of the page of deciding, that of a smaller model, and that of the repository for Flux. */
const CHAT = 'fixtures/deciding/chat.yaml';
const SMALL = 'fixtures/pages/small.yaml';
const FLUX = 'fixtures/flux/requests/chat.dgdr.yaml';

/** Files, by where they are on the stage. */
const files = (taken: Readonly<Record<string, string>>, blocks = 1): Scene => ({
  blocks,
  set: ({ take }) => {
    for (const [to, from] of Object.entries(taken)) take(from, to);
  },
});

/** A request that was rendered for a budget of four GPUs, and now has eight. */
const moreGpus = (to: string): Scene => ({
  blocks: 1,
  set: async ({ take, edit, run }) => {
    take(SMALL, to);
    await run('render --beside');
    edit(to, 'totalGpus: 4', 'totalGpus: 8');
  },
});

/** Has the request of the page of deciding fill eight GPUs, within some targets. */
function fillEight({ take, edit }: Stage, to: string, sla: string): void {
  take(CHAT, to);
  edit(to, ', requestRate: 12', '');
  edit(to, 'totalGpus: 16', 'totalGpus: 8');
  edit(to, 'ttft: 1000, itl: 25', sla);
}

/** Files of the page of the project file. */
const inProject = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, `fixtures/pages/project/${name}`]));

/** A request whose graph is committed, and which then asks for latencies that take another mode of serving. */
const tighter = (blocks: number, to: string, render: string): Scene => ({
  blocks,
  set: async (stage) => {
    stage.take('fixtures/pages/prices.yaml', 'dgdr-render.yaml');
    fillEight(stage, to, 'ttft: 2000, itl: 60');
    await stage.run(render);
    stage.commit();
    stage.edit(to, 'ttft: 2000, itl: 60', 'ttft: 300, itl: 12');
  },
});

/** Pages with command lines and what they print, each with its scenes in the order of its blocks. */
export const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  'docs/ci.md': [
    files({ 'serving/chat.dgdr.yaml': SMALL }),
    {
      blocks: 1,
      set: async ({ take, run, commit, remove }) => {
        take(SMALL, 'serving/chat.dgdr.yaml');
        await run('render --beside');
        commit();
        remove('serving/chat.dgdr.yaml');
      },
    },
    tighter(1, 'serving/chat.yaml', 'render --beside'),
    moreGpus('serving/chat.dgdr.yaml'),
  ],
  'docs/deciding.md': [files({ 'chat.yaml': CHAT }, 4)],
  'docs/flux.md': [
    files({ 'requests/chat.dgdr.yaml': FLUX }),
    {
      blocks: 1,
      set: async ({ take, run }) => {
        take('fixtures/pages/variable.yaml', 'requests/chat.dgdr.yaml');
        await run('render --output-dir apps/serving requests');
      },
    },
  ],
  'docs/guide.md': [
    moreGpus('requests/small.yaml'),
    files({ 'requests/small.yaml': SMALL }),
    { blocks: 2, set: (stage) => fillEight(stage, 'chat.yaml', 'ttft: 1000, itl: 20') },
    tighter(1, 'requests/chat.yaml', 'render --output-dir deploy'),
    files({ 'chat.yaml': 'fixtures/requests/qwen3-32b-kv.dgdr.yaml' }),
    files({ 'requests/chat.yaml': 'fixtures/pages/refused.yaml' }),
    moreGpus('requests/small.yaml'),
  ],
  'docs/page.md': [
    files({ 'requests/chat.yaml': CHAT, 'requests/small.yaml': SMALL, ...inProject('serving/big.yaml') }),
  ],
  'docs/project-file.md': [
    files(inProject('serving/big.yaml')),
    files(inProject('dgdr-render.yaml', 'serving/big.yaml', 'serving/chat.yaml'), 2),
  ],
  'docs/review.md': [tighter(2, 'serving/chat.yaml', 'render --beside')],
  'docs/workloads.md': [files({ 'requests/chat.yaml': CHAT })],
};
