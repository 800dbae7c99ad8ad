import type { Answer } from '../../verdict/answer.ts';
import { pictureOf } from './front-of-answer.ts';

/** The front of a request as a figure; the library that draws is loaded by who asks for it. */
export async function formatSvg([answer]: readonly Answer[]): Promise<string> {
  if (answer === undefined) return '';
  const { frontFigure } = await import('../../figures/front-figure.ts');
  return frontFigure(pictureOf(answer));
}
