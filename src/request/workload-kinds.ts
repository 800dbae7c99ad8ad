import * as z from 'zod';
import type { ValueKind } from './value-kinds.ts';
import type { Discovery, EventPlane } from './workload-options.ts';

const FILLED = z.string().min(1);
/** A name that a Secret may have. */
const SECRET = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
/** A name that a namespace may have. */
const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const MOST_GROUP = 2 ** 31 - 1;

/** A word, or an address under a name: `zmq`, or in YAML `{nats: URL}` and in one text `nats=URL`. */
function wordOrAddress<T extends string | Readonly<Record<string, string>>>(word: string, name: string): ValueKind<T> {
  const wanted = `${word}, or ${name} with an address`;
  const read = (text: string): T | undefined => {
    if (text === word) return word as T;
    return text.startsWith(`${name}=`) && text.length > name.length + 1
      ? ({ [name]: text.slice(name.length + 1) } as T)
      : undefined;
  };
  return {
    config: z.union(
      [z.literal(word), z.strictObject({ [name]: FILLED })],
      `${wanted} expected`,
    ) as unknown as z.ZodType<T>,
    fromPair: (text) => read(text) ?? text,
    option: ([text = '']) => {
      const value = read(text);
      return value === undefined ? { problem: ` ${text} is not ${word} or ${name}=ADDRESS` } : { value };
    },
    parameter: z.string().transform((text, { addIssue }) => {
      const value = read(text);
      if (value === undefined) addIssue({ code: 'custom', message: `${word} or ${name}=ADDRESS expected` });
      return value as T;
    }),
  };
}

export const DISCOVERY: ValueKind<Discovery> = wordOrAddress('kubernetes', 'etcd');
export const EVENT_PLANE: ValueKind<EventPlane> = wordOrAddress('zmq', 'nats');

/** The name of a namespace. */
export const NAMESPACE_NAME: ValueKind<string> = named(NAMESPACE, 'the name of a namespace');

/** Names of Secrets, in one text with commas between. */
export const SECRET_NAMES: ValueKind<readonly string[]> = {
  config: z.array(z.string().regex(SECRET, 'the name of a Secret was expected')),
  fromPair: (text) => text.split(/[\s,]+/).filter((part) => part !== ''),
  option: (texts) => {
    const wrong = texts.find((text) => !SECRET.test(text));
    return wrong === undefined ? { value: texts } : { problem: ` ${wrong} is not the name of a Secret` };
  },
  isRepeatable: true,
  parameter: z.array(z.string().regex(SECRET, 'the name of a Secret was expected')),
};

/** The number of a group, or null (in a text `none`) for what the cluster sets itself. */
export const FS_GROUP: ValueKind<number | null> = {
  config: z.int().min(1).max(MOST_GROUP).nullable(),
  fromPair: (text) => (text === 'none' ? null : /^\d{1,10}$/.test(text) ? Number(text) : text),
  option: ([text = '']) => {
    if (text === 'none') return { value: null };
    const isGroup = /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MOST_GROUP;
    return isGroup ? { value: Number(text) } : { problem: ` ${text} is not the number of a group, or none` };
  },
  parameter: z
    .string()
    .regex(/^(?:none|[1-9]\d{0,9})$/, 'the number of a group, or none, was expected')
    .transform((text) => (text === 'none' ? null : Number(text))),
};

function named(form: RegExp, what: string): ValueKind<string> {
  return {
    config: z.string().regex(form, `${what} was expected`),
    fromPair: String,
    option: ([text = '']) => (form.test(text) ? { value: text } : { problem: ` ${text} is not ${what}` }),
    parameter: z.string().regex(form, `${what} was expected`),
  };
}
