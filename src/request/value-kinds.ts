import * as z from 'zod';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { findMirrorProblem, parseMirrors } from './mirrors.ts';
import { PERCENT, PERCENT_WANTED } from './percent.ts';
import { CURRENCY, CURRENCY_WANTED, MOST_PER_GPU_HOUR, type Prices, readPrices, skuProblem } from './prices.ts';
import type { ImageMirror } from './request.ts';

/** What an option comes to: a value, or what is wrong, in words that follow the name of the option. */
type OptionReading<T> = { readonly value: T } | { readonly problem: string };

/** A kind of value as a config writes it. */
export interface ConfigKind<T> {
  /** In YAML. */
  readonly config: z.ZodType<T>;
  /**
   * From a text of a ConfigMap to what YAML would hold; a text that cannot be read stays one, for the schema to refuse.
   * Kinds without it cannot be said in one text.
   */
  readonly fromPair?: (text: string) => Json;
}

/** A kind of value that every host may set: how each of them writes it. All of them come to the same value. */
export interface ValueKind<T> extends ConfigKind<T> {
  /** From the values of an option, at least one; `flag` for an option without a value. */
  readonly option: 'flag' | ((texts: readonly string[]) => OptionReading<T>);
  /** Whether the option may be given several times. */
  readonly isRepeatable?: boolean;
  /** As a parameter of an Argo CD application, where all values are texts, or maps of texts. */
  readonly parameter: z.ZodType<T>;
  /** What the parameter is announced as, where it is no text. */
  readonly announced?: { readonly itemType: 'number' | 'boolean' } | { readonly collectionType: 'map' };
}

const RELEASE = /^\d+\.\d+(\.\d+)?$/;
const RELEASE_WANTED = 'a release in quotes such as "1.3" was expected';
const COUNT = /^[1-9]\d{0,8}$/;
const COUNT_WANTED = 'a whole number above 0';
const FILLED = z.string().min(1);

/** Any text but an empty one. */
export const TEXT: ValueKind<string> = {
  config: FILLED,
  fromPair: String,
  option: ([text = '']) => ({ value: text }),
  parameter: z.string(),
};

/** A Dynamo release such as `1.3`; whether there is such a one is asked later. */
export const RELEASE_NAME: ValueKind<string> = {
  config: z.string(RELEASE_WANTED).regex(RELEASE, RELEASE_WANTED),
  fromPair: String,
  option: ([text = '']) =>
    RELEASE.test(text) ? { value: text } : { problem: ` ${text} is not a release such as 1.3` },
  parameter: z.string().regex(RELEASE, 'a release such as 1.3 was expected'),
};

/** A whole number above 0. */
export const NUMBER: ValueKind<number> = {
  config: z.int().positive(),
  fromPair: (text) => (text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)),
  option: ([text = '']) =>
    COUNT.test(text) ? { value: Number(text) } : { problem: ` ${text} is not ${COUNT_WANTED}` },
  parameter: z.string().regex(COUNT, `${COUNT_WANTED} was expected`).transform(Number),
  announced: { itemType: 'number' },
};

/** An amount above 0, which a config may give with a fraction. */
export const AMOUNT: ValueKind<number> = { ...NUMBER, config: z.number().positive() };

/** Whether something is so. */
export const FLAG: ValueKind<boolean> = {
  config: z.boolean(),
  fromPair: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  option: 'flag',
  parameter: z.enum(['true', 'false']).transform((text) => text === 'true'),
  announced: { itemType: 'boolean' },
};

/** One of a closed set. */
export function choiceOf<const T extends string>(known: readonly T[]): ValueKind<T> {
  return {
    config: z.enum(known),
    fromPair: String,
    option: ([text = '']) => {
      const value = known.find((one) => one === text);
      return value === undefined ? { problem: ` ${text} is not one of ${known.join(', ')}` } : { value };
    },
    parameter: z.enum(known),
  };
}

/** Registries, or paths in them, with what stands in their place. A sidecar may set them for all applications in one text. */
export const MIRRORS: ValueKind<readonly ImageMirror[]> = {
  config: z
    .array(
      z.strictObject({
        source: z.string().describe('Registry, or path in one'),
        mirror: z.string().describe('What stands in its place'),
      }),
    )
    .superRefine((mirrors, { addIssue }) => {
      const problem = findMirrorProblem(mirrors);
      if (problem) addIssue({ code: 'custom', path: [problem.index, problem.field], message: problem.message });
    }),
  fromPair: (text) => parseMirrors(text).map((mirror) => ({ ...mirror })),
  option: (texts) => {
    const value = texts.flatMap(parseMirrors);
    const problem = findMirrorProblem(value);
    return problem === undefined ? { value } : { problem: `: ${problem.message}` };
  },
  isRepeatable: true,
  parameter: z
    .union(
      [z.record(z.string(), z.string()), z.string()],
      'a map or pairs such as nvcr.io=registry.example.com expected',
    )
    .transform((given, { addIssue }) => {
      const pairs = typeof given === 'string' ? parseMirrors(given) : Object.entries(given).map(toMirror);
      const problem = findMirrorProblem(pairs);
      if (problem) addIssue({ code: 'custom', message: problem.message });
      return pairs;
    }),
  announced: { collectionType: 'map' },
};

function toMirror([source, mirror]: readonly [string, string]): ImageMirror {
  return { source, mirror };
}

/** A model that is not bundled: the path of its configuration, or the bundled model whose shape it has. */
export interface ModelSetting {
  readonly id: string;
  readonly config?: string | undefined;
  readonly like?: string | undefined;
}

const TWICE = 'the model is named already';
const CONFIG_OR_LIKE = 'either config, a path, or like, a bundled model, was expected';

/** Position of the first model whose id stands before it already; of two words the second would be lost. */
function repeatedModel(models: readonly ModelSetting[]): number | undefined {
  const index = models.findIndex(({ id }, i) => models.findIndex((other) => other.id === id) < i);
  return index < 0 ? undefined : index;
}

/** Models that are not bundled; an option and a parameter say one half of them. */
export const MODELS: ValueKind<readonly ModelSetting[]> = {
  config: z
    .array(
      z
        .strictObject({
          id: FILLED.describe('Id of the model'),
          config: FILLED.describe(
            'Path of its config.json, or of the folder that holds it: from the working directory, in a project file from its folder',
          ).optional(),
          like: FILLED.describe('Bundled model that has the same shape, in place of a configuration').optional(),
        })
        .refine(({ config, like }) => (config === undefined) !== (like === undefined), CONFIG_OR_LIKE)
        .meta({ oneOf: [{ required: ['config'] }, { required: ['like'] }] }),
    )
    .superRefine((models, { addIssue }) => {
      const index = repeatedModel(models);
      if (index !== undefined) addIssue({ code: 'custom', path: [index, 'id'], message: TWICE });
    }),
  ...modelPairs('config', 'PATH'),
};

/** Models that are like bundled ones, as a host says it that has no lists of objects. */
export const MODEL_LIKES: ValueKind<readonly ModelSetting[]> = { ...MODELS, ...modelPairs('like', 'BUNDLED') };

/** Ids with one more text each, as options and parameters write them. */
function modelPairs(field: 'config' | 'like', placeholder: string): Omit<ValueKind<readonly ModelSetting[]>, 'config'> {
  const toSetting = (id: string, text: string): ModelSetting => ({ id, [field]: text });
  return {
    option: (texts) => {
      const wrong = texts.find((text) => !/^[^=]+=./s.test(text));
      if (wrong !== undefined) return { problem: ` ${wrong} is not ID=${placeholder}` };
      const value = texts.map((text) => toSetting(text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)));
      const repeated = repeatedModel(value);
      return repeated === undefined ? { value } : { problem: ` ${texts[repeated]}: ${TWICE}` };
    },
    isRepeatable: true,
    parameter: z
      .record(z.string(), z.string())
      .transform((given) => Object.entries(given).map(([id, text]) => toSetting(id, text))),
    announced: { collectionType: 'map' },
  };
}

/** A share in per cent of what a GPU has. */
export const SHARE: ValueKind<string> = {
  config: z.string(`${PERCENT_WANTED}, was expected`).regex(PERCENT, `${PERCENT_WANTED}, was expected`),
  fromPair: String,
  option: ([text = '']) => (PERCENT.test(text) ? { value: text } : { problem: ` ${text} is not ${PERCENT_WANTED}` }),
  parameter: z.string().regex(PERCENT, `${PERCENT_WANTED}, was expected`),
};

/** What GPUs cost, by SKU. */
export const PRICES: ValueKind<Prices> = {
  config: z
    .record(
      z.string(),
      z.strictObject({
        perGpuHour: z.number().positive().max(MOST_PER_GPU_HOUR).describe('Price of one GPU for an hour'),
        currency: z.string().regex(CURRENCY, CURRENCY_WANTED).describe('Three letters of a currency, such as USD'),
      }),
    )
    .superRefine((prices, { addIssue }) => {
      for (const sku of Object.keys(prices)) {
        const message = skuProblem(sku);
        if (message !== undefined) addIssue({ code: 'custom', path: [sku], message });
      }
    }),
  fromPair: (text) => {
    const reading = readPrices(text.split(/[\s,]+/).filter((part) => part !== ''));
    if ('problem' in reading) return text;
    return Object.fromEntries(Object.entries(reading.value).map(([sku, price]) => [sku, { ...price }]));
  },
  option: (texts) => {
    const reading = readPrices(texts);
    return 'problem' in reading ? { problem: `: ${reading.problem}` } : reading;
  },
  isRepeatable: true,
  parameter: z.record(z.string(), z.string()).transform((given, { addIssue }) => {
    const reading = readPrices(Object.entries(given).map((pair) => pair.join('=')));
    if ('value' in reading) return reading.value;
    addIssue({ code: 'custom', message: reading.problem });
    return {};
  }),
  announced: { collectionType: 'map' },
};

/** A path, which only a config says. */
export const PATH: ConfigKind<string> = { config: FILLED };

/** Whether a glob leads out of the folder that it starts at. */
const LEADS_OUT = /^(?:[/\\]|[a-z]:)|(?:^|[/\\{,])\.\.(?:[/\\},]|$)/i;

/** Globs of files. Those of a config stay below its folder. */
export const GLOBS: ValueKind<readonly string[]> = {
  config: z.array(FILLED.refine((glob) => !LEADS_OUT.test(glob), 'a glob below the folder of this file was expected')),
  option: (texts) => ({ value: texts }),
  isRepeatable: true,
  parameter: z.array(z.string()),
};

/** Requests to render: paths and globs, or whole ones. Only a config names them. */
export const REQUESTS: ConfigKind<readonly (string | JsonObject)[]> = {
  config: z.array(z.union([FILLED, z.custom<JsonObject>(isObject, 'a path or a request was expected')])).min(1),
  fromPair: (text) => text.split(/[\s,]+/).filter((part) => part !== ''),
};
