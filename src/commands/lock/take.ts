import type { Finding } from '../../errors.ts';
import { refOf } from '../../krm/identity.ts';
import type { Resource } from '../../krm/resource.ts';
import { entryName } from '../../lock/lock-entry.ts';
import type { RankedRow, Request } from '../../request/request.ts';
import { rowNamed } from '../../request/wishes.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import { isMeant, unknownNames } from './named.ts';

/** Option of `lock` that pins another row than the first. */
export const TAKE_OPTION = {
  take: {
    type: 'string',
    value: '[NAMESPACE/]NAME=ROW',
    isRepeatable: true,
    help: 'pin that ranked row of a request, such as chat=disagg:2; --update takes the first again; may be repeated',
  },
} as const satisfies OptionTable;

/** A row to take of the request that a name means. */
export interface Take {
  readonly name: string;
  readonly row: RankedRow;
}

/** What `--take` says. @throws UsageError */
export function takesOf(args: Arguments): readonly Take[] {
  return args.texts('take').map((text) => {
    const [, name, rowText] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
    const row = rowNamed(rowText);
    if (name === undefined || row === undefined)
      throw new UsageError(`--take ${text} is not NAME=agg:N or NAME=disagg:N`);
    return { name, row };
  });
}

/**
 * A finding for each name that means no request.
 * @throws UsageError for a name that means several, and for several rows of one request
 */
export function unknownTakes(takes: readonly Take[], requests: readonly Resource[]): Finding[] {
  const names = takes.map(({ name }) => name);
  const unknown = unknownNames(names, requests, { option: 'take', purpose: 'take a row of' });
  for (const { object } of requests) {
    const meant = names.filter((name) => isMeant(name, refOf(object)));
    if (meant.length > 1) throw new UsageError(`--take names ${entryName(refOf(object))} twice: one row can be taken`);
  }
  return unknown;
}

/** The row that is to be taken of a request. */
export function takeOf(takes: readonly Take[]): (request: Request) => RankedRow | undefined {
  return (request) => takes.find(({ name }) => isMeant(name, request))?.row;
}
