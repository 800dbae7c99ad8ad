import type { JsonObject } from '../json.ts';
import { MODES } from '../serving.ts';
import { annotated } from './annotated.ts';
import { PERCENT_WANTED, percentOf } from './percent.ts';
import type { Report } from './report.ts';
import type { RankedRow, Wishes } from './request.ts';
import type { Metadata } from './schema.ts';
import type { RequestDefaults } from './settings.ts';

/** What is wished of the pick: the request's annotations before the host's words. */
export function toWishes(metadata: Metadata, { servingMode, memoryHeadroom }: RequestDefaults, report: Report): Wishes {
  const mode = annotated(
    {
      setting: 'servingMode',
      read: (said) => MODES.find((one) => one === said),
      wanted: MODES.join(' or '),
      otherwise: servingMode,
    },
    metadata,
    report,
  );
  const headroom = annotated(
    { setting: 'memoryHeadroom', read: percentOf, wanted: PERCENT_WANTED, otherwise: percentOf(memoryHeadroom) },
    metadata,
    report,
  );
  return { ...(mode && { servingMode: mode }), ...(headroom && { memoryHeadroomPercent: headroom }) };
}

/** Whether anything is wished. */
export function hasWishes(wishes: Wishes): boolean {
  return Object.keys(wishes).length > 0;
}

/** Wishes as they are written, by the names of their settings; what is not wished is left out. */
export function wishTexts({ servingMode, memoryHeadroomPercent, take }: Wishes): Readonly<Record<string, string>> {
  return {
    ...(servingMode && { servingMode }),
    ...(memoryHeadroomPercent && { memoryHeadroom: `${memoryHeadroomPercent}%` }),
    ...(take && { take: rowName(take) }),
  };
}

/** What goes before wishes at the end of a line on a pick. */
export const WISHED = ', as wished: ';

/** Wishes for people: `servingMode disagg and memoryHeadroom 10%`. */
export function wishWords(wishes: Wishes): string {
  return Object.entries(wishTexts(wishes))
    .map(([name, value]) => `${name} ${value}`)
    .join(' and ');
}

/** A row of a ranking by its name: `disagg:2`. */
export function rowName({ mode, rank }: RankedRow): string {
  return `${mode}:${rank}`;
}

const ROW_NAME = /^(agg|disagg):([1-9]\d?)$/;

/** The row that a name such as `disagg:2` means; undefined for what is no name. */
export function rowNamed(text: unknown): RankedRow | undefined {
  const [, mode, rank] = ROW_NAME.exec(String(text)) ?? [];
  const known = MODES.find((one) => one === mode);
  return known === undefined ? undefined : { mode: known, rank: Number(rank) };
}

/** The wishes among the inputs of a profile. */
export function wishesIn({ servingMode, memoryHeadroom, take }: JsonObject): Wishes {
  const mode = MODES.find((one) => one === servingMode);
  const headroom = percentOf(memoryHeadroom);
  const row = rowNamed(take);
  return {
    ...(mode && { servingMode: mode }),
    ...(headroom && { memoryHeadroomPercent: headroom }),
    ...(row && { take: row }),
  };
}
