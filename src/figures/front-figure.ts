import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Mode } from '../serving.ts';
import type { FrontPoint } from '../verdict/front.ts';
import { axisEnds, type FrontPicture, leastTokensPerUser } from './front-picture.ts';

const WIDTH = 720;
const HEIGHT = 420;
const SVG = 'http://www.w3.org/2000/svg';
/** Class of the figure, by which its style is its own also inside a page. */
const CLASS = 'dgdr-front';
/** Colours that people with any sight tell apart, on light and dark ground. */
const COLOURS: Readonly<Record<Mode, string>> = { agg: '#3b7dd8', disagg: '#d9730d' };
const STYLE = [
  `.${CLASS}{display:block;max-width:100%;height:auto;color:#1f2328;background:#fff}`,
  `.${CLASS} text{white-space:pre}`,
  `@media (prefers-color-scheme:dark){.${CLASS}{color:#e6edf3;background:#0d1117}}`,
].join('');

/**
 * The front as an SVG document: tokens/s/GPU against tokens/s for a user, a line a mode, what meets the targets filled, the
 * pick in a ring, and the region of the itl target. Equal data give equal bytes.
 */
export function frontFigure(picture: FrontPicture): string {
  const { document } = parseHTML('<html><body></body></html>');
  const figure = Plot.plot({
    document,
    className: CLASS,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 60,
    marginBottom: 40,
    x: { label: 'tokens/s for a user', domain: [0, axisEnds(picture).user], grid: true, labelArrow: 'none' },
    y: { label: 'tokens/s/GPU', domain: [0, axisEnds(picture).gpu], grid: true, labelArrow: 'none' },
    symbol: { legend: false },
    marks: marksOf(picture),
  });
  figure.setAttribute('xmlns', SVG);
  figure.setAttribute('role', 'img');
  // Text of an element of SVG is escaped; of an attribute, and of a title of HTML, not all of it is.
  const title = document.createElementNS(SVG, 'title');
  title.textContent = picture.title;
  figure.prepend(title);
  // The library's own style says the same for browsers of long ago, and nothing of colours.
  for (const style of figure.querySelectorAll('style')) style.textContent = STYLE;
  return `${toXml(figure.outerHTML)}\n`;
}

function marksOf(picture: FrontPicture): Plot.Markish[] {
  const { front } = picture;
  const place = { x: 'tokensPerSecPerUser', y: 'tokensPerSecPerGpu' } as const;
  const colour = ({ mode }: FrontPoint): string => COLOURS[mode];
  const sorted = front.toSorted((a, b) => a.tokensPerSecPerUser - b.tokensPerSecPerUser);
  return [
    ...regionOf(picture),
    Plot.line(sorted, { ...place, z: 'mode', stroke: colour, strokeOpacity: 0.6 }),
    Plot.dot(sorted, {
      ...place,
      r: 3.5,
      stroke: colour,
      fill: (point: FrontPoint) => (point.meetsTargets ? COLOURS[point.mode] : 'none'),
      title: pointWords,
    }),
    Plot.text(
      sorted,
      Plot.selectLast({
        ...place,
        z: 'mode',
        text: 'mode',
        fill: colour,
        dx: 8,
        textAnchor: 'start',
        fontWeight: 'bold',
      }),
    ),
    Plot.text(['filled: meets all targets'], { frameAnchor: 'top-right', dx: -4, dy: 8 }),
    Plot.dot(
      sorted.filter(({ isPick }) => isPick),
      { ...place, r: 8, stroke: 'currentColor', strokeWidth: 2 },
    ),
    Plot.text(
      sorted.filter(({ isPick }) => isPick),
      { ...place, text: () => 'pick', dy: -16, fontWeight: 'bold' },
    ),
  ];
}

/** Where the itl target is met. */
function regionOf(picture: FrontPicture): Plot.Markish[] {
  const least = leastTokensPerUser(picture.targets);
  const itl = picture.targets.find(({ field }) => field === 'itl');
  if (least === undefined || itl === undefined) return [];
  const { user, gpu } = axisEnds(picture);
  return [
    Plot.rect([0], { x1: least, x2: user, y1: 0, y2: gpu, fill: 'currentColor', fillOpacity: 0.06 }),
    Plot.ruleX([least], { stroke: 'currentColor', strokeDasharray: '4,3' }),
    Plot.text([least], {
      x: (x: number) => x,
      y: () => gpu,
      text: () => `itl ${itl.limitMs} ms`,
      textAnchor: 'start',
      dx: 4,
      dy: 8,
    }),
  ];
}

/** What is shown of a point that is pointed at. */
function pointWords(point: FrontPoint): string {
  const { mode, backend, workers, tokensPerSecPerUser, tokensPerSecPerGpu, ttftMs, itlMs, meetsTargets } = point;
  return [
    `${mode} with ${backend}: ${workers}`,
    `${tokensPerSecPerGpu} tokens/s/GPU, ${tokensPerSecPerUser} tokens/s for a user`,
    `ttft ${ttftMs} ms, itl ${itlMs} ms: ${meetsTargets ? 'meets the targets' : 'misses a target'}`,
  ].join('\n');
}

/** XML knows no entity of HTML; places need no more than three decimals. */
function toXml(html: string): string {
  return html.replaceAll('&nbsp;', '&#160;').replace(/(\.\d{3})\d+/g, '$1');
}
