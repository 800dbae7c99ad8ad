import type { FrontPicture } from '../../figures/front-picture.ts';
import type { Answer } from '../../verdict/answer.ts';
import { verdictTitle } from '../../verdict/words.ts';
import { oneLine } from '../cli/one-line.ts';

/** What is drawn of an answer. */
export function pictureOf({ verdict, front }: Answer): FrontPicture {
  return { title: oneLine(verdictTitle(verdict)), front, targets: verdict.targets };
}

/** Draws the front of an answer as lines of text, nothing where there is none; loaded by who asks for it. */
export async function loadChart(): Promise<(answer: Answer, width: number) => string> {
  const { frontChart } = await import('../../figures/front-chart.ts');
  return (answer, width) => (answer.front.length === 0 ? '' : frontChart(pictureOf(answer), width));
}
