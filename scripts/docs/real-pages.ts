import { outputOf, withRealRuns } from './real-runs.ts';

/** The request that the page of deciding is about. */
const FOLDER = 'fixtures/deciding';

/** What is made of real runs, by its file: from what stands there now, for a repository at `root`. */
export const REAL_PAGES: Readonly<Record<string, (old: string, root: string) => Promise<string>>> = {
  'docs/deciding.md': (old, root) => withRealRuns(old, `${root}/${FOLDER}`),
  'docs/images/front.svg': (_, root) => outputOf(['profile', 'chat.yaml', '--format', 'svg'], `${root}/${FOLDER}`),
};
