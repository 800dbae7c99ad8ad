import type { RankedRow, Request } from '../../request/request.ts';
import { rowNamed } from '../../request/wishes.ts';
import { type Arguments, type OptionTable, UsageError } from '../cli/command.ts';
import { isMeant } from './named.ts';

/** Option of `lock` that pins another row than the first. */
export const TAKE_OPTION = {
  take: {
    type: 'string',
    value: 'NAME=ROW',
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
  const texts = args.texts('take');
  if (texts.length > 0 && args.isSet('from-cluster')) {
    throw new UsageError('--take picks a row that is ranked here, which --from-cluster does not');
  }
  return texts.map((text) => {
    const [, name, rowText] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
    const row = rowNamed(rowText);
    if (name === undefined || row === undefined)
      throw new UsageError(`--take ${text} is not NAME=agg:N or NAME=disagg:N`);
    return { name, row };
  });
}

/** The row that is to be taken of a request; of several for one name the last. */
export function takeOf(takes: readonly Take[]): (request: Request) => RankedRow | undefined {
  return (request) => takes.findLast(({ name }) => isMeant(name, request))?.row;
}
