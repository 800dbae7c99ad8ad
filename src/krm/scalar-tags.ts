import { Document, Scalar, type ScalarTag, type Tags } from 'yaml';
import { NUMBER_LIKE, numberOf } from './read-scalar.ts';
import { writeNumber, writeText } from './write-scalar.ts';

const NULL: ScalarTag = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  identify: (value) => value === null || value === undefined,
  createNode: () => new Scalar(null),
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: () => new Scalar(null),
  stringify: ({ source }) => source ?? 'null',
};

const TRUTH: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  identify: (value) => typeof value === 'boolean',
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: (text) => new Scalar(/^t/i.test(text)),
  stringify: ({ value }) => String(value),
};

/** A number keeps the spelling of whoever wrote it. */
const NUMBER = {
  default: true,
  test: NUMBER_LIKE,
  resolve: (text) => numberOf(text) ?? text,
  stringify: ({ source, value }) => source ?? writeNumber(value as number),
} as const satisfies Omit<ScalarTag, 'tag'>;

/** The library puts a quoted text together by characters, and each stays an object of its own until somebody looks at one. */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}

const TEXT: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => typeof value === 'string',
  resolve: inOnePiece,
  stringify: (item, context, onComment, onChompKeep) =>
    writeText(item as Scalar<string>, context, onComment, onChompKeep),
};

/** The library's own takes the text `<<` for a merge key where it writes. */
const MERGE: ScalarTag = {
  tag: 'tag:yaml.org,2002:merge',
  default: 'key',
  identify: (value) => typeof value === 'symbol',
  test: /^<<$/,
  resolve: () => new Scalar(Symbol('<<')),
  stringify: () => '<<',
};

const SCALARS: readonly ScalarTag[] = [
  MERGE,
  NULL,
  TRUTH,
  { ...NUMBER, tag: 'tag:yaml.org,2002:int', identify: (value) => typeof value === 'number' },
  { ...NUMBER, tag: 'tag:yaml.org,2002:float' },
  TEXT,
];

/** The one schema of what is read and written: mappings, lists, and scalars as `read-scalar` and `write-scalar` say. */
export const SCALAR_SCHEMA = {
  schema: 'failsafe',
  customTags: (tags: Tags): Tags => [
    ...tags.filter((tag) => typeof tag !== 'string' && tag.collection !== undefined),
    ...SCALARS,
  ],
} as const;

/** A document without content whose scalars are written that way. */
export function emptyDocument(): Document {
  return new Document(undefined, SCALAR_SCHEMA);
}
