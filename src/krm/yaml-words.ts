import type { YAMLError } from 'yaml';

/** What is wrong, and what helps where that is not plain. */
interface Words {
  readonly message: string;
  readonly hint?: string;
}

const QUOTES = 'put the text in quotes';
const INDENT = 'indent lines that belong together with the same number of spaces';

/** What the parser of YAML finds wrong, in our words. Source of the codes: yaml 2, errors.ts. */
const WORDS: Readonly<Record<YAMLError['code'], Words>> = {
  ALIAS_PROPS: { message: 'an alias has a tag or an anchor of its own' },
  BAD_ALIAS: { message: 'an alias names no anchor before it' },
  BAD_COLLECTION_TYPE: { message: 'a tag does not fit the mapping or list behind it', hint: 'leave the tag out' },
  BAD_DIRECTIVE: { message: 'a line that starts with % is no directive of YAML', hint: QUOTES },
  BAD_DQ_ESCAPE: {
    message: 'a text in double quotes has an escape that YAML does not know',
    hint: 'write \\\\ for a backslash, or take single quotes',
  },
  BAD_INDENT: {
    message: 'a line is not indented like those that it belongs to, or a bracket has no end',
    hint: INDENT,
  },
  BAD_PROP_ORDER: { message: 'a tag or an anchor stands in the wrong place' },
  BAD_SCALAR_START: { message: 'a text without quotes cannot start like this', hint: QUOTES },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a mapping or a list stands where a text can, as where a line has ": " twice',
    hint: QUOTES,
  },
  BLOCK_IN_FLOW: { message: 'a block stands inside of [ ] or { }', hint: 'write commas, or take the brackets away' },
  DUPLICATE_KEY: { message: 'a key is there twice', hint: 'take one of them away' },
  IMPOSSIBLE: { message: 'the YAML cannot be read here' },
  KEY_OVER_1024_CHARS: { message: 'a key has more than 1024 characters' },
  MISSING_CHAR: { message: 'a quote, a bracket, a comma, a space or a colon is missing' },
  MULTILINE_IMPLICIT_KEY: { message: 'a line is no "key: value", or goes on in the next one', hint: QUOTES },
  MULTIPLE_ANCHORS: { message: 'a value has two anchors' },
  MULTIPLE_DOCS: { message: 'a document has another one behind it' },
  MULTIPLE_TAGS: { message: 'a value has two tags' },
  NON_STRING_KEY: { message: 'a key is no text', hint: 'put the key in quotes' },
  RESOURCE_EXHAUSTION: { message: 'it is nested too deeply' },
  TAB_AS_INDENT: { message: 'a tab indents a line', hint: 'indent with spaces' },
  TAG_RESOLVE_FAILED: { message: 'a tag is not known, or its value not what it says', hint: 'leave the tag out' },
  UNEXPECTED_TOKEN: { message: 'something stands where nothing can', hint: INDENT },
};

/** What an error or a warning of the parser comes to. */
export function yamlWords({ code }: Pick<YAMLError, 'code'>): Words {
  return WORDS[code];
}
