import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CONFIG_FIELDS,
  DEFAULTS,
  FIRST,
  GPU_SKUS,
  GRAPH_KIND,
  GRAPH_LABEL,
  GRAPH_VERSIONS,
  GROUP,
  IN_OUR_WORDS,
  NAMESPACE_LABEL,
  OURS,
  OUTPUT_FORMS,
  PREFIX,
  PROJECT_FILE,
  RECORDED_REFERENCES,
  RELEASES,
  REQUEST_KIND,
  SETTING_PATHS,
  SUPPORTS,
  TYPE_LABEL,
  WISHED,
  ZodArray,
  ZodDefault,
  ZodNullable,
  ZodObject,
  ZodPrefault,
  _enum,
  annotated,
  answerJob,
  array,
  boolean,
  cardGib,
  checkAnnotations,
  checkShape,
  clusterRate,
  compareExperiments,
  counted,
  createWorker,
  custom,
  decodePoint,
  defaultRow,
  deployWithin,
  digestOf,
  escapeUnprintable,
  firstRelease,
  gpusPerWorker,
  groupBy,
  hasWishes,
  int,
  isBefore,
  isPrintable,
  layoutLabel,
  leadWorker,
  limitsOf,
  loadBudget,
  loadOf,
  meanLength,
  mendsOf,
  mirrorImage,
  mixedStep,
  mixedStepTimes,
  nearest,
  newestRelease,
  number,
  object,
  onePair,
  openMeasured,
  openProfiling,
  parseImage,
  prefillPoint,
  preprocess,
  printRelease,
  quote,
  record,
  recordProfile,
  recordedOf,
  releaseFacts,
  repeatWarnings,
  roleContext,
  rowName,
  rowNamed,
  show,
  skuRelease,
  sourceOf,
  splitImage,
  strictObject,
  string,
  sweepAll,
  takeGroups,
  toPath,
  toRouting,
  toSla,
  toSystem,
  toWishes,
  toWorkloadOptions,
  unknown,
  v1,
  wishWords,
  wishesIn,
  workersByRole
} from "./chunk-2EPS7SY3.mjs";
import {
  BACKENDS,
  OTHER_MODE
} from "./chunk-RDNXMUIG.mjs";
import {
  require_Pair,
  require_YAMLMap,
  require_createNode,
  require_dist,
  require_foldFlowLines,
  require_log,
  require_map,
  require_seq,
  require_string,
  require_stringifyNumber,
  require_stringifyString,
  require_toJS
} from "./chunk-ECWP2FQH.mjs";
import {
  VERSION
} from "./chunk-5QU7APPO.mjs";
import {
  MOST_NESTING,
  getAt,
  getIn,
  isDeep,
  isObject,
  parseObject,
  updateIn
} from "./chunk-4FEZFIKB.mjs";
import {
  CODES,
  MOST_FINDINGS,
  RenderError,
  RenderErrors,
  findingOf
} from "./chunk-LYM26J3H.mjs";
import {
  __commonJS,
  __toESM
} from "./chunk-PHXOIUUE.mjs";

// node_modules/yaml/dist/util.js
var require_util = __commonJS({
  "node_modules/yaml/dist/util.js"(exports) {
    "use strict";
    var createNode = require_createNode(), log = require_log(), Pair = require_Pair(), toJS = require_toJS(), YAMLMap = require_YAMLMap(), map = require_map(), seq = require_seq(), string2 = require_string(), foldFlowLines = require_foldFlowLines(), stringifyNumber = require_stringifyNumber(), stringifyString = require_stringifyString();
    exports.createNode = createNode.createNode;
    exports.debug = log.debug;
    exports.warn = log.warn;
    exports.createPair = Pair.createPair;
    exports.toJS = toJS.toJS;
    exports.findPair = YAMLMap.findPair;
    exports.mapTag = map.map;
    exports.seqTag = seq.seq;
    exports.stringTag = string2.string;
    exports.foldFlowLines = foldFlowLines.foldFlowLines;
    exports.stringifyNumber = stringifyNumber.stringifyNumber;
    exports.stringifyString = stringifyString.stringifyString;
  }
});

// src/krm/emit-yaml.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/krm/write-scalar.ts
var import_yaml = __toESM(require_dist(), 1), import_util = __toESM(require_util(), 1);
var ESCAPED = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF"\\]/gu, FORCES_ESCAPES = /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u, FORCES_QUOTES = /^ *\t|\n *\t|\t *(?:\n|$)|^[^\n]*\t[^\n]*$|^[ \n]*$/, NEEDS_QUOTES = /^(?:(?!.*\..*\.)[-+]?\.?\d[\d_,:.]*(?:[eE][-+]?\d+)?|[-+]?0[xXoObB][\da-fA-F_]*|\d{4}-\d\d?-\d.*|[=.]|<<|[-+]?\.(?:inf|nan))$/i, NAMED_ESCAPES = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "	": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1B": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\x85": "\\N",
  "\u2028": "\\L",
  "\u2029": "\\P"
};
function writeText(item, context, onComment, onChompKeep) {
  let { value, type } = item;
  if (FORCES_ESCAPES.test(value) || FORCES_QUOTES.test(value) && value !== "") return inDoubleQuotes(value);
  if (value === "<<" && context.implicitKey)
    throw unwritable("a key is the text <<, which kustomize takes for a merge");
  let quoted2 = (type === void 0 || type === import_yaml.Scalar.PLAIN) && NEEDS_QUOTES.test(value) ? { ...item, type: import_yaml.Scalar.QUOTE_DOUBLE } : item;
  return import_util.stringTag.stringify(quoted2, context, onComment, onChompKeep);
}
function writeNumber(value) {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number of YAML`);
  return String(value === 0 ? 0 : value).replace(/^(-?\d)e/, "$1.0e");
}
function inDoubleQuotes(text6) {
  return `"${text6.replace(ESCAPED, escaped)}"`;
}
function escaped(character) {
  let named3 = NAMED_ESCAPES[character];
  if (named3 !== void 0) return named3;
  if (new RegExp("\\p{Cs}", "u").test(character)) throw unwritable("a text holds half of a surrogate pair, which YAML cannot say");
  let digits = character.codePointAt(0).toString(16).toUpperCase();
  return digits.length <= 2 ? `\\x${digits.padStart(2, "0")}` : digits.length <= 4 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
function unwritable(message) {
  return new RenderError("YAML_INVALID", { message, hint: "take it out of the request" });
}

// src/krm/emit-plain.ts
var MOST_KEPT = 2e4, MOST_CHARACTERS = 200, LONGEST_KEY = 500, SIMPLE = /^[A-Za-z_/](?:[\w./-]|:(?=\w))*$/, WORDS = /^(?:y|n|yes|no|on|off|true|false|null|e[\d_]*)$/i, PLACED = /[\n\r\u0085\u2028\u2029]|^(?:---|\.\.\.)/, Unwritable = class extends Error {
};
function giveUp() {
  throw new Unwritable();
}
function plainWriter(library) {
  let key = kept(library.key), scalars = {
    text: kept(library.text),
    key: (value) => value.length > LONGEST_KEY ? giveUp() : key(value)
  };
  return (object2) => {
    let lines = [];
    try {
      writeMap(object2, "", lines, scalars);
    } catch (error2) {
      if (error2 instanceof Unwritable) return;
      throw error2;
    }
    return lines.length === 0 ? void 0 : `${lines.join(`
`)}
`;
  };
}
function kept(write) {
  let known = /* @__PURE__ */ new Map();
  return (value) => {
    if (SIMPLE.test(value) && !WORDS.test(value)) return value;
    let found = known.get(value);
    if (found !== void 0) return found;
    PLACED.test(value) && giveUp();
    let text6 = write(value);
    return text6.includes(`
`) && giveUp(), known.size < MOST_KEPT && value.length <= MOST_CHARACTERS && known.set(value, text6), text6;
  };
}
function writeMap(object2, indent, lines, scalars) {
  for (let key of Object.keys(object2))
    writeMember(`${indent}${scalars.key(key)}:`, object2[key] ?? null, { indent, lines, scalars });
}
function writeMember(head, value, { indent, lines, scalars }) {
  let single = inline(value, scalars);
  if (single !== void 0) {
    lines.push(`${head} ${single}`);
    return;
  }
  lines.push(head), Array.isArray(value) ? writeList(value, indent, lines, scalars) : writeMap(value, `${indent}  `, lines, scalars);
}
function writeList(list, indent, lines, scalars) {
  let inner = `${indent}  `;
  for (let value of list) {
    let single = inline(value, scalars);
    if (single !== void 0) {
      lines.push(`${indent}- ${single}`);
      continue;
    }
    let at = lines.length;
    Array.isArray(value) ? writeList(value, inner, lines, scalars) : writeMap(value, inner, lines, scalars), lines[at] = `${indent}- ${lines[at].slice(inner.length)}`;
  }
}
function inline(value, scalars) {
  return typeof value == "string" ? scalars.text(value) : typeof value == "number" ? writeNumber(value) : typeof value == "boolean" || value === null ? String(value) : Array.isArray(value) ? value.length === 0 ? "[]" : void 0 : isObject(value) && Object.keys(value).length === 0 ? "{}" : void 0;
}

// src/krm/scalar-tags.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/krm/read-scalar.ts
var OLD_TRUTH = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/, SHORT_TRUTH = /^[yYnN]$/, NUMBER_LIKE = /^(?:(?:[-+]_*)?(?:(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE]_*[-+]?_*\d[\d_]*)?|0_*(?:[xX][\da-fA-F_]+|[oObB][0-7_]+))|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/, NOT_FINITE = /^[-+]?\.(?:inf|nan)$/i, WHOLE = /^([-+]?)(?:0[bB]([01]+)|0[xX]([\da-fA-F]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/, FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/, LEAST_INT64 = -(2n ** 63n), MOST_INT64 = 2n ** 63n - 1n, MOST_UINT64 = 2n ** 64n - 1n, DATE = /^\d{4}-\d\d?-\d\d?(?:(?:[tT]| +)\d\d?:\d\d?:\d\d?(?:\.\d+)?(?:[zZ]|[-+]\d\d:\d\d)?)?$/, CANONICAL_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d*[1-9])?Z$/;
function numberOf(text6) {
  if (NOT_FINITE.test(text6)) return notFinite(text6);
  let plain = text6.replaceAll("_", "");
  return wholeOf(plain) ?? floatOf(plain);
}
function notFinite(text6) {
  return /nan$/i.test(text6) ? Number.NaN : text6.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
function wholeOf(plain) {
  let [whole, sign, binary, hexadecimal, octal, decimal] = WHOLE.exec(plain) ?? [];
  if (whole === void 0) return;
  let size = BigInt(binary ? `0b${binary}` : hexadecimal ? `0x${hexadecimal}` : octal ? `0o${octal}` : decimal), value = sign === "-" ? -size : size, most = sign === "" ? MOST_UINT64 : MOST_INT64;
  return value >= LEAST_INT64 && value <= most ? Number(value) : void 0;
}
function floatOf(plain) {
  let value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isFinite(value))
    return value === 0 ? 0 : value;
}
function doubtOfPlain(text6) {
  let hint = `write "${text6}" with quotes for a text`;
  if (OLD_TRUTH.test(text6)) {
    let truth2 = /^(?:y|on)/i.test(text6);
    return {
      code: "YAML_INVALID",
      message: `${text6} is a text to kustomize and ${truth2} to the API server`,
      hint: `${hint}, or ${truth2}`
    };
  }
  if (SHORT_TRUTH.test(text6)) {
    let truth2 = /y/i.test(text6);
    return {
      code: "YAML_AMBIGUOUS",
      message: `${text6} is read as a text, as kustomize does; to the API server it is ${truth2}`,
      hint
    };
  }
  return DATE.test(text6) && !CANONICAL_DATE.test(text6) ? { code: "YAML_INVALID", message: `kustomize writes the date ${text6} in another form`, hint } : NUMBER_LIKE.test(text6) ? doubtOfNumber(text6, hint) : void 0;
}
function doubtOfNumber(text6, hint) {
  let value = numberOf(text6);
  if (value === void 0) return;
  if (!Number.isFinite(value)) return { code: "YAML_INVALID", message: `${text6} has no place in JSON`, hint };
  if (!(/[.eE]/.test(text6) && !/^[-+]?0[xX]/.test(text6) || Number.isSafeInteger(value)))
    return { code: "YAML_INVALID", message: `${text6} is beyond the whole numbers that are kept exactly, 2^53`, hint };
}

// src/krm/scalar-tags.ts
var NULL = {
  tag: "tag:yaml.org,2002:null",
  default: !0,
  identify: (value) => value == null,
  createNode: () => new import_yaml2.Scalar(null),
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: () => new import_yaml2.Scalar(null),
  stringify: ({ source }) => source ?? "null"
}, TRUTH = {
  tag: "tag:yaml.org,2002:bool",
  default: !0,
  identify: (value) => typeof value == "boolean",
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: (text6) => new import_yaml2.Scalar(/^t/i.test(text6)),
  stringify: ({ value }) => String(value)
}, NUMBER = {
  default: !0,
  test: NUMBER_LIKE,
  resolve: (text6) => numberOf(text6) ?? text6,
  stringify: ({ source, value }) => source ?? writeNumber(value)
};
function inOnePiece(text6) {
  return text6.charCodeAt(0), text6;
}
var TEXT = {
  tag: "tag:yaml.org,2002:str",
  default: !0,
  identify: (value) => typeof value == "string",
  resolve: inOnePiece,
  stringify: (item, context, onComment, onChompKeep) => writeText(item, context, onComment, onChompKeep)
}, MERGE = {
  tag: "tag:yaml.org,2002:merge",
  default: "key",
  identify: (value) => typeof value == "symbol",
  test: /^<<$/,
  resolve: () => new import_yaml2.Scalar(/* @__PURE__ */ Symbol("<<")),
  stringify: () => "<<"
}, SCALARS = [
  MERGE,
  NULL,
  TRUTH,
  { ...NUMBER, tag: "tag:yaml.org,2002:int", identify: (value) => typeof value == "number" },
  { ...NUMBER, tag: "tag:yaml.org,2002:float" },
  TEXT
], SCALAR_SCHEMA = {
  schema: "failsafe",
  customTags: (tags) => [
    ...tags.filter((tag) => typeof tag != "string" && tag.collection !== void 0),
    ...SCALARS
  ]
};
function emptyDocument() {
  return new import_yaml2.Document(void 0, SCALAR_SCHEMA);
}

// src/krm/emit-yaml.ts
var STYLE = { indent: 2, indentSeq: !1, lineWidth: 0, minContentWidth: 0 };
function emitByLibrary(value) {
  return (0, import_yaml3.stringify)(value, { ...STYLE, ...SCALAR_SCHEMA, aliasDuplicateObjects: !1, compat: "yaml-1.1" });
}
var writePlain = plainWriter({
  text: (value) => emitByLibrary([value]).slice(2, -1),
  key: (value) => emitByLibrary({ [value]: 0 }).slice(0, -4)
});
function emitYaml(object2) {
  return writePlain(object2) ?? emitByLibrary(object2);
}
var DOCUMENT_STYLE = STYLE;

// src/krm/identity.ts
function refOf(object2) {
  let metadata3 = isObject(object2.metadata) ? object2.metadata : {}, ref = { apiVersion: text(object2.apiVersion), kind: text(object2.kind), name: text(metadata3.name) };
  return typeof metadata3.namespace == "string" ? { ...ref, namespace: metadata3.namespace } : ref;
}
function identityOf(object2) {
  let { apiVersion, kind, name, namespace = "" } = refOf(object2);
  return [apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "", kind, namespace, name].join(`
`);
}
function describeRef(ref) {
  return `${ref.kind} ${ref.namespace === void 0 ? ref.name : `${ref.namespace}/${ref.name}`}`;
}
function text(value) {
  return typeof value == "string" ? value : "";
}

// src/krm/split-stream.ts
var MARKER = /^---(?=[ \t\r\n]|$)/, END = /^\.\.\.(?=[ \t\r\n]|$)/, PROLOGUE = /^(?:\uFEFF)?[ \t\r]*(?:#.*|%.*)?\r?\n?$/;
function documentStarts(text6, onDocument) {
  let starts = [], add2 = (at) => {
    onDocument(), starts.push(at);
  }, start = 0, isPrologue = !0;
  for (let { line: line3, offset } of linesOf(text6)) {
    let isMarker = MARKER.test(line3);
    isMarker && !isPrologue && (add2(start), start = offset);
    let isEnd = END.test(line3);
    isPrologue = isEnd || isPrologue && !isMarker && PROLOGUE.test(line3), isEnd && (add2(start), start = offset + line3.length);
  }
  return start < text6.length && (!isPrologue || starts.length === 0) ? [...starts, start] : starts;
}
function joinStream(texts2) {
  let pieces = [], last = "";
  for (let text6 of texts2) {
    let isOpen = last === "" || /(^|\n)\.\.\.[^\n]*\n$/.test(last);
    last !== "" && !last.endsWith(`
`) && pieces.push(`
`);
    let piece = isOpen || hasMarker(text6) ? text6 : `---
${text6}`;
    pieces.push(piece), last = piece === "" ? last : piece;
  }
  return pieces.join("");
}
function hasMarker(chunk) {
  for (let { line: line3 } of linesOf(chunk)) {
    if (MARKER.test(line3)) return !0;
    if (!PROLOGUE.test(line3)) return !1;
  }
  return !1;
}
function* linesOf(text6) {
  let offset = 0;
  for (; offset < text6.length; ) {
    let end = text6.indexOf(`
`, offset) + 1 || text6.length;
    yield { line: text6.slice(offset, end), offset }, offset = end;
  }
}

// src/request/ways.ts
var OF_HOST = {
  command: (paths) => `give ${listed(paths.flatMap((path) => optionOf(path)))}`,
  application: (paths) => {
    let names = paths.flatMap((path) => defaultRow(path).parameter?.name ?? []);
    return `set the ${names.length === 1 ? "parameter" : "parameters"} ${listed(names)}`;
  },
  function: (paths) => `set ${listed(paths.map((path) => `spec.${path}`))} of the function's config`
};
function waysToSay(paths, { host }) {
  let inProject = `set ${listed(paths.map((path) => `spec.${path}`))} in ${PROJECT_FILE}`;
  return `${(host === void 0 ? OF_HOST.function : OF_HOST[host])(paths)}, or ${inProject}`;
}
function optionOf(path) {
  let { option } = defaultRow(path);
  return option === void 0 ? [] : [`--${option.name}`];
}
function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

// src/request/images.ts
var RUNTIME_NAMES = {
  trtllm: "tensorrtllm-runtime",
  sglang: "sglang-runtime",
  vllm: "vllm-runtime"
}, DEFAULT_REPOSITORY = "nvcr.io/nvidia/ai-dynamo/dynamo-planner";
function runtimeImage(image, backend, mends = OURS) {
  return rename(image, RUNTIME_NAMES[backend], mends);
}
function plannerImage(image, target, mends = OURS) {
  let { plannerImage: name } = releaseFacts(target);
  return name === void 0 ? image : rename(image, name, mends);
}
function toImage(spec, { defaults: defaults3, mends }, report) {
  let image = spec.image || defaults3.image;
  return image ? check(image, { isOwn: !!spec.image, mends, report }) : defaults3.target !== void 0 ? defaultImage(defaults3.target) : (report.broken("IMAGE_MISSING", {
    path: "spec.image",
    message: "image is missing and no target release is given to derive it from",
    hint: `set spec.image, for example ${DEFAULT_REPOSITORY}:1.3.1; or ${waysToSay(["image"], defaults3)}; a target does as well: ${waysToSay(["target"], defaults3)}`
  }), "");
}
function check(image, { isOwn, mends, report }) {
  let path = "spec.image", subject = isOwn ? "image" : "image of the project file, the function's config or the command line", reference = parseImage(image);
  return reference ? reference.digest === void 0 || !mends.dropsImageDigests ? image : reference.tag === void 0 ? (report.broken("IMAGE_INVALID", {
    path,
    message: `${subject} has a digest and no tag: runtime images are other images with the same tag, and a digest cannot tell theirs`,
    hint: `write ${reference.prefix}${reference.name} with a tag such as 1.3.1`
  }), "") : (report.warn("FIELD_IGNORED", {
    path,
    message: `the digest of ${subject} is used for that image only; runtime images are other images and get the tag ${reference.tag} alone`,
    hint: "leave the digest out, or pin the runtime images in overrides.dgd"
  }), image) : (report.broken("IMAGE_INVALID", {
    path,
    message: `${subject} is ${show(image)}, wanted registry/path/name:tag`,
    hint: `write an image such as ${DEFAULT_REPOSITORY}:1.3.1`
  }), "");
}
function defaultImage(target) {
  let [major = 0, minor = 0] = target.split(".").map(Number), { defaultImage: image } = releaseFacts({ major, minor });
  return `${image}:${/^\d+\.\d+$/.test(target) ? `${target}.0` : target}`;
}
function rename(image, name, { dropsImageDigests }) {
  let reference = splitImage(image), tag = reference.tag === void 0 ? "" : `:${reference.tag}`, isKept = reference.digest !== void 0 && (!dropsImageDigests || reference.name === name);
  return `${reference.prefix}${name}${tag}${isKept ? `@${reference.digest}` : ""}`;
}

// src/graph/args.ts
function emitTokens(rows, input) {
  let written = /* @__PURE__ */ new Set();
  return rows.flatMap(([flag, toValue2]) => {
    let value = toValue2(input);
    return value === void 0 || value === !1 || written.has(flag) ? [] : (written.add(flag), value === !0 ? [flag] : [flag, ...typeof value == "object" ? value.map(String) : [String(value)]]);
  });
}
function hasFlag(args, flag) {
  return args.some((arg) => spelling(arg) === spelling(flag));
}
function flagValue(args, flag) {
  let index = args.findLastIndex((arg2) => spelling(arg2) === spelling(flag)), arg = args[index];
  if (arg === void 0) return;
  let equals = arg.indexOf("=");
  return equals >= 0 ? arg.slice(equals + 1) : args[index + 1];
}
function missingTokens(flags, args) {
  return flags.filter(({ flag, aliases = [] }) => ![flag, ...aliases].some((name) => hasFlag(args, name))).flatMap(({ flag, value }) => value === void 0 ? [flag] : [flag, value]);
}
function spelling(arg) {
  let equals = arg.indexOf("=");
  return (equals >= 0 ? arg.slice(0, equals) : arg).replaceAll("_", "-");
}

// src/json-reading.ts
function isGiven(value) {
  return value != null;
}
function isFilled(value) {
  return isGiven(value) && value !== "";
}
function objectIn(value, ...path) {
  let found = getIn(value, ...path);
  return isObject(found) ? found : {};
}
function listIn(value, ...path) {
  let found = getIn(value, ...path);
  return Array.isArray(found) ? found : [];
}
function wholeNumber(value) {
  return typeof value == "number" && Number.isInteger(value) ? value : void 0;
}

// src/dgd/lens/gpu-amounts.ts
var RESOURCE_SIDES = ["limits", "requests"], GPU_RESOURCE = /^gpu$|\/gpu$|\/mig-|^gpu\./i;
function gpuResource(container) {
  return RESOURCE_SIDES.flatMap((side) => Object.keys(objectIn(container, "resources", side))).find((name) => GPU_RESOURCE.test(name)) ?? "nvidia.com/gpu";
}
function containerGpus(container, side) {
  return Object.entries(objectIn(container, "resources", side)).filter(([name]) => GPU_RESOURCE.test(name)).map(([, amount]) => amount);
}

// src/dgd/lens/v1alpha1.ts
var SERVICES = "services", POD = "extraPodSpec", MAIN = [POD, "mainContainer"], V1ALPHA1 = {
  version: "v1alpha1",
  servicesKey: SERVICES,
  envKey: "envs",
  topologyKey: "topologyProfile",
  podSpecPath: [POD],
  featuresPath: [],
  images: [
    "frontendSidecar.image",
    `${MAIN.join(".")}.image`,
    `${POD}.containers.*.image`,
    `${POD}.initContainers.*.image`,
    `${POD}.volumes.*.image.reference`
  ],
  // Of the two lists the service's own wins up to Dynamo 1.3.
  env: [listAt("envs"), listAt(...MAIN, "env")],
  entries: (graph) => {
    let services = getIn(graph, "spec", SERVICES);
    if (isObject(services))
      return Object.entries(services).map(([name, value]) => ({ key: name, name, value }));
  },
  holding: (entries2) => Object.fromEntries(entries2.map(({ name, value }) => [name, value])),
  named: (_name, service) => service,
  toService,
  updateMainContainer: (service, change) => updateIn(service, MAIN, () => change(objectIn(service, ...MAIN))),
  gpus: ({ object: object2, mainContainer: mainContainer4 }) => RESOURCE_SIDES.flatMap((side) => [...containerGpus(mainContainer4, side), objectIn(object2, "resources", side).gpu]),
  gpuSides: ({ path, object: object2 }) => {
    let side = (name) => ({
      path: [...path, "resources", name, "gpu"],
      value: objectIn(object2, "resources", name).gpu
    });
    return { limits: side("limits"), requests: side("requests") };
  },
  requestGpus: ({ object: object2 }, amount) => updateIn(object2, ["resources", "requests", "gpu"], () => amount),
  sharedMemory: ({ path, object: object2 }) => [
    { path: [...path, "sharedMemory", "size"], value: objectIn(object2, "sharedMemory").size }
  ],
  claims: () => [],
  hasSwitch: () => !0
};
function listAt(...keys) {
  return {
    read: (service) => getIn(service, ...keys),
    update: (service, change) => updateIn(service, keys, change)
  };
}
function toService({ name, value: object2 }) {
  if (!isObject(object2)) return;
  let { componentType: componentType2, subComponentType } = object2, type = componentType2 === "worker" ? subComponentType ?? componentType2 : componentType2, path = ["spec", SERVICES, name];
  return {
    name,
    path,
    namePath: path,
    type: typeof type == "string" ? type : void 0,
    typePath: [...path, "componentType"],
    object: object2,
    podSpec: objectIn(object2, POD),
    podSpecPath: [...path, POD],
    mainContainer: objectIn(object2, ...MAIN),
    imagePath: [...path, ...MAIN, "image"]
  };
}

// src/dgd/lens/v1beta1.ts
var MAIN_CONTAINER = "main", SERVICES2 = "components", POD2 = ["podTemplate", "spec"], CONTAINERS = [...POD2, "containers"], V1BETA1 = {
  version: "v1beta1",
  servicesKey: SERVICES2,
  envKey: "env",
  topologyKey: "clusterTopologyName",
  podSpecPath: POD2,
  featuresPath: ["experimental"],
  images: ["containers.*.image", "initContainers.*.image", "volumes.*.image.reference"].map(
    (image) => `${POD2.join(".")}.${image}`
  ),
  env: [
    {
      read: (service) => mainContainer(service).env,
      update: (service, change) => updateMainContainer(service, (container) => ({ ...container, env: change(container.env) }))
    }
  ],
  entries: (graph) => {
    let components2 = getIn(graph, "spec", SERVICES2);
    if (Array.isArray(components2))
      return components2.map((value, index) => ({ key: String(index), name: nameOf(value), value }));
  },
  holding: (entries2) => entries2.map(({ value }) => value),
  named: (name, component) => ({ ...component, name }),
  toService: toService2,
  updateMainContainer,
  gpus: (service) => RESOURCE_SIDES.flatMap((side) => containerGpus(service.mainContainer, side)),
  gpuSides: ({ mainContainer: container, imagePath }) => {
    let resource = gpuResource(container), side = (name) => ({
      path: [...imagePath.slice(0, -1), "resources", name, resource],
      value: objectIn(container, "resources", name)[resource]
    });
    return { limits: side("limits"), requests: side("requests") };
  },
  requestGpus: ({ object: object2 }, amount) => updateMainContainer(
    object2,
    (container) => updateIn(container, ["resources", "requests", gpuResource(container)], () => amount)
  ),
  sharedMemory: ({ path, object: object2 }) => [{ path: [...path, "sharedMemorySize"], value: object2.sharedMemorySize }],
  claims: ({ path, object: object2 }) => [
    {
      path: [...path, "compilationCache", "pvcName"],
      value: getIn(object2, "compilationCache", "pvcName")
    }
  ],
  hasSwitch: (feature, target) => feature === "checkpoint" && !isBefore(target, v1(3))
};
function nameOf(component) {
  let name = getIn(component, "name") ?? "";
  return typeof name == "object" ? "" : String(name);
}
function mainContainer(component) {
  let main = listIn(component, ...CONTAINERS).find(isMain);
  return isObject(main) ? main : {};
}
function isMain(container) {
  return getIn(container, "name") === MAIN_CONTAINER;
}
function updateMainContainer(component, change) {
  let container = change(mainContainer(component));
  return updateIn(component, CONTAINERS, (list) => [
    container,
    ...Array.isArray(list) ? list.filter((one) => !isMain(one)) : []
  ]);
}
function toService2({ key, value: object2 }) {
  if (!isObject(object2) || typeof object2.name != "string") return;
  let path = ["spec", SERVICES2, Number(key)], containers = [...path, ...CONTAINERS], index = listIn(object2, ...CONTAINERS).findIndex(isMain);
  return {
    name: object2.name,
    path,
    namePath: [...path, "name"],
    type: typeof object2.type == "string" ? object2.type : void 0,
    typePath: [...path, "type"],
    object: object2,
    podSpec: objectIn(object2, ...POD2),
    podSpecPath: [...path, ...POD2],
    mainContainer: mainContainer(object2),
    imagePath: index < 0 ? containers : [...containers, index, "image"]
  };
}

// src/dgd/services.ts
var WORKER_TYPES = ["worker", "prefill", "decode"], CONVERSION_PREFIX = "nvidia.com/dgd-", IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][\\dA-Za-z-]*)", VERSION_TAG = new RegExp(
  `^[vV]?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[\\dA-Za-z.-]+)?$`
), TAG = /:([^:/]+)$/, LENSES = { v1alpha1: V1ALPHA1, v1beta1: V1BETA1 };
function graphVersion(graph) {
  let { apiVersion } = isObject(graph) ? graph : {}, named3 = GRAPH_VERSIONS.find((version) => apiVersion === `${GROUP}/${version}`);
  return named3 !== void 0 ? named3 : apiVersion === void 0 && V1BETA1.entries(graph) !== void 0 ? "v1beta1" : "v1alpha1";
}
function lensOf(graph) {
  return LENSES[graphVersion(graph)];
}
function viewGraph(graph) {
  return {
    graph,
    lens: lensOf(graph),
    spec: objectIn(graph, "spec"),
    annotations: objectIn(graph, "metadata", "annotations"),
    services: graphServices(graph)
  };
}
function graphServices(graph) {
  let { entries: entries2, toService: toService3 } = lensOf(graph);
  return (entries2(graph) ?? []).flatMap((entry) => toService3(entry) ?? []);
}
function findService(graph, name) {
  return graphServices(graph).find((service) => service.name === name);
}
function serviceArgs(graph, name) {
  let args = findService(graph, name)?.mainContainer.args;
  return Array.isArray(args) ? args.map((arg) => typeof arg == "string" ? arg : JSON.stringify(arg)) : [];
}
function serviceEnv(graph, name) {
  let { env, envKey } = lensOf(graph);
  return [...env.map(({ read: read2 }) => read2(findService(graph, name)?.object ?? {})), getIn(graph, "spec", envKey)].filter((list) => Array.isArray(list));
}
function nodeCount({ object: object2 }) {
  return isObject(object2.multinode) ? object2.multinode.nodeCount ?? 2 : void 0;
}
function runtimeRelease({ object: object2, mainContainer: mainContainer4 }) {
  let declared = object2.runtimeVersionOverride, text6 = isFilled(declared) ? declared : imageTag(mainContainer4.image), match = typeof text6 == "string" ? VERSION_TAG.exec(text6.trim()) : null;
  return match === null ? void 0 : { major: Number(match[1]), minor: Number(match[2]) };
}
function imageTag(image) {
  return typeof image == "string" ? TAG.exec((image.split("@")[0] ?? "").trim())?.[1] : void 0;
}
function podContainers({ podSpec: podSpec2, podSpecPath, imagePath }, kind) {
  let [mainKind, mainIndex] = imagePath.slice(podSpecPath.length);
  return listIn(podSpec2, kind).flatMap((container, index) => isObject(container) ? [{ container, path: [...podSpecPath, kind, index], isMain: kind === mainKind && index === mainIndex }] : []);
}
function mapServices(graph, change) {
  let { entries: entries2, holding, toService: toService3, servicesKey } = lensOf(graph), changed = (entries2(graph) ?? []).map((entry) => {
    let service = toService3(entry);
    return service === void 0 ? entry : { ...entry, value: change(service) };
  });
  return updateIn(graph, ["spec", servicesKey], () => holding(changed));
}
function updateMainContainer2(graph, name, change) {
  let lens = lensOf(graph);
  return mapServices(
    graph,
    (service) => service.name === name ? lens.updateMainContainer(service.object, change) : service.object
  );
}
function addEnv(graph, name, variables) {
  let [{ update }] = lensOf(graph).env;
  return mapServices(
    graph,
    ({ name: own2, object: object2 }) => own2 === name ? update(object2, (list) => [...Array.isArray(list) ? list : [], ...variables]) : object2
  );
}

// src/graph/facts.ts
var HARDWARE_FACTS = {
  h100_sxm: "h100",
  h100_pcie: "h100",
  h200_sxm: "h200",
  b200_sxm: "b200",
  b300_sxm: "b200",
  gb200: "gb200",
  gb200_sxm: "gb200",
  gb300: "gb200"
};
function hardwareFacts(system) {
  return Object.hasOwn(HARDWARE_FACTS, system) ? HARDWARE_FACTS[system] : void 0;
}
var DEEPSEEK_V4_IDS = ["deepseek-ai/DeepSeek-V4", "sgl-project/DeepSeek-V4"];
function isDeepSeekV4(worker2) {
  return worker2.facts !== void 0 && DEEPSEEK_V4_IDS.some((id) => worker2.model.startsWith(id));
}

// src/graph/rules.ts
function wideSequences(worker2) {
  return worker2.batchSize < 512 ? 512 : 2 * worker2.batchSize;
}
function expertTensorParallel(worker2) {
  return worker2.isMoe ? worker2.moeTp * worker2.moeEp : worker2.tp;
}
function expertGpus(worker2, { countsExpertGpus }) {
  let gpus = expertTensorParallel(worker2) * worker2.pp;
  return countsExpertGpus ? gpus : gpus * worker2.dp;
}
function hasAttentionDp(worker2) {
  return worker2.isMoe && worker2.dp > 1;
}

// src/graph/sglang.ts
var KV_DTYPE = { bfloat16: "auto", fp8: "fp8_e4m3" }, MOE_RUNNER = { b200: "deepep_moe", gb200: "deepep_moe" }, GRAPH_RANGES = [
  [1, 16, 1],
  [16, 32, 4],
  [32, 64, 8],
  [64, 128, 16],
  [128, 256, 32],
  [256, 512, 64]
], GRAPH_MARGIN = 8;
function stepsThrough(first, last, step) {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}
function graphBatches({ role, batchSize }) {
  if (role === "prefill") return;
  let near = stepsThrough(batchSize <= GRAPH_MARGIN ? 1 : batchSize - GRAPH_MARGIN, batchSize + GRAPH_MARGIN, 1);
  return [...GRAPH_RANGES.flatMap(([first, last, step]) => stepsThrough(first, last, step)), ...near];
}
function runningRequests(worker2) {
  return worker2.role === "prefill" ? Math.max(worker2.batchSize, 1) : wideSequences(worker2);
}
function requestsPerRank(worker2) {
  return worker2.role === "prefill" && worker2.release.backends.sglang.hasRequestPerRank && hasAttentionDp(worker2) ? worker2.dp : 1;
}
var PARALLEL = [
  ["--tensor-parallel-size", expertTensorParallel],
  ["--pipeline-parallel-size", (w) => w.pp],
  ["--data-parallel-size", (w) => w.dp],
  ["--kv-cache-dtype", (w) => w.kvCache === void 0 ? void 0 : KV_DTYPE[w.kvCache] ?? w.kvCache]
], PREFILL = [
  ["--max-prefill-tokens", (w) => w.isl + 1500],
  ["--enable-mixed-chunk", (w) => w.role === "agg"]
], REQUESTS = [
  "--max-running-requests",
  (w) => runningRequests(w) < requestsPerRank(w) ? void 0 : runningRequests(w)
], RAISED_REQUESTS = ["--max-running-requests", requestsPerRank], EXPERTS = [
  ["--enable-dp-attention", hasAttentionDp],
  ["--expert-parallel-size", (w) => w.moeEp]
], TRANSFER = ["--disaggregation-transfer-backend", (w) => w.role === "agg" ? void 0 : "nixl"], GRAPHS = [
  ["--cuda-graph-bs", graphBatches],
  ["--speculative-algorithm", (w) => w.nextn > 0 ? "NEXTN" : void 0],
  ["--speculative-num-steps", (w) => w.nextn > 0 ? w.nextn : void 0]
], V4_SPECULATION = {
  "--speculative-algorithm": "EAGLE",
  "--speculative-num-steps": 3,
  "--speculative-eagle-topk": 1,
  "--speculative-num-draft-tokens": 4
}, draftsV4 = (w) => isDeepSeekV4(w) && w.release.backends.sglang.draftsDeepSeekV4, FACTS = [
  ["--moe-runner-backend", (w) => w.isMoe && w.facts !== void 0 ? MOE_RUNNER[w.facts] : void 0],
  ["--trust-remote-code", isDeepSeekV4],
  ["--disable-flashinfer-autotune", isDeepSeekV4],
  ...Object.entries(V4_SPECULATION).map(([flag, value]) => [flag, (w) => draftsV4(w) ? value : void 0])
], SAFE_PREFILL_GRAPHS = [
  "--cuda-graph-bs",
  (w) => w.role === "prefill" && runningRequests(w) === 1 ? Math.max(1, w.dp) : void 0
], LIMITS = [SAFE_PREFILL_GRAPHS, RAISED_REQUESTS], TEMPLATES = [
  {
    since: [0, 5, 11],
    flags: [...PARALLEL, REQUESTS, ...PREFILL, ...EXPERTS, TRANSFER, ...GRAPHS, ...FACTS, ...LIMITS]
  },
  {
    since: [0, 5, 9],
    flags: [...PARALLEL, ...PREFILL, REQUESTS, ...EXPERTS, ...GRAPHS, TRANSFER, ...FACTS, ...LIMITS]
  }
], GRAPH_FLAG = "--cuda-graph-bs";
function flagsOf({ engineVersion, release }) {
  let version = engineVersion?.split(".").map((part) => Number.parseInt(part, 10));
  return (((version === void 0 ? TEMPLATES[0] : TEMPLATES.find(({ since }) => isAtLeast(version, since))) ?? TEMPLATES.at(-1))?.flags ?? []).map(([flag, value]) => [flag === GRAPH_FLAG ? release.backends.sglang.graphBatchesFlag : flag, value]);
}
function isAtLeast(version, since) {
  let differing = since.findIndex((part, index) => version[index] !== part);
  return differing < 0 || (version[differing] ?? 0) > (since[differing] ?? 0);
}
var BOOTSTRAP = [
  { flag: "--disaggregation-bootstrap-port", value: "12345" },
  { flag: "--host", value: "0.0.0.0" }
], SGLANG = {
  module: "dynamo.sglang",
  workingDir: "/workspace/examples/backends/sglang",
  modelFlag: "--model-path",
  services: {
    agg: { ephemeralStorage: "2Gi" },
    decode: { subComponentType: "decode" },
    prefill: { subComponentType: "prefill" }
  },
  sizeFlags: {
    tensor: ["--tensor-parallel-size", "--tp-size", "--tp"],
    pipeline: ["--pipeline-parallel-size", "--pp-size", "--pp"],
    data: ["--data-parallel-size", "--dp-size", "--dp"],
    localData: [],
    sharesRanks: "--enable-dp-attention",
    opaque: ["--config"]
  },
  tensorParallel: expertTensorParallel,
  gpusPerWorker: expertGpus,
  flags: flagsOf,
  roleFlags: {
    agg: () => [],
    decode: () => [{ flag: "--disaggregation-mode", value: "decode" }, ...BOOTSTRAP],
    prefill: () => [{ flag: "--disaggregation-mode", value: "prefill" }, ...BOOTSTRAP]
  },
  trustRemoteCode: { flag: "--trust-remote-code" },
  needsTrust: !0,
  halfPrecision: { flag: "--dtype", value: "half" },
  /** MOE_RUNNER_BACKEND_CHOICES of SGLang 0.5.9 to 0.5.21, which Dynamo 1.0 to 1.6 use, lacks it. */
  refused: [{ flag: "--moe-runner-backend", value: "deepep_moe" }],
  closingArgs: [],
  spreadsRanks: !1
};

// src/graph/trtllm.ts
var SLACK_TOKENS2 = 500, TOKENS_PER_BLOCK = 32, DEFAULT_BATCH = 128, KV_DTYPE2 = { bfloat16: "auto", float16: "auto" }, MOE_KERNEL = {
  h100: "CUTLASS",
  h200: "CUTLASS",
  b200: "WIDEEP",
  gb200: "WIDEEP"
}, DEFAULT_MOE_KERNEL = "CUTLASS";
function toBlocks(tokens3) {
  return Math.ceil(tokens3 / TOKENS_PER_BLOCK) * TOKENS_PER_BLOCK;
}
var wideBatch = (w) => w.batchSize || DEFAULT_BATCH, RULES = {
  agg: {
    batch: wideBatch,
    tokens: (w) => toBlocks(wideBatch(w) + w.isl + SLACK_TOKENS2),
    hasTransfer: !1,
    padding: "true",
    disableOverlap: "false",
    speculates: !0
  },
  prefill: {
    batch: (w) => w.batchSize || 1,
    tokens: (w) => toBlocks(w.isl + SLACK_TOKENS2),
    hasTransfer: !0,
    padding: "false",
    disableOverlap: "true",
    speculates: !1
  },
  decode: {
    batch: wideBatch,
    tokens: (w) => toBlocks(wideBatch(w)),
    hasTransfer: !0,
    padding: "true",
    disableOverlap: "false",
    speculates: !0
  }
}, rules = (w) => RULES[w.role], batch = (w) => rules(w).batch(w), tokens = (w) => rules(w).tokens(w), kernel = (w) => w.facts === void 0 ? DEFAULT_MOE_KERNEL : MOE_KERNEL[w.facts], kvDtype = ({ kvCache = "bfloat16" }) => KV_DTYPE2[kvCache] ?? kvCache, speculates = (w) => w.nextn > 0 && rules(w).speculates, transferTokens = (w) => toBlocks(w.isl + w.osl + SLACK_TOKENS2), hasBuildConfig = (w) => w.engineVersion === "1.0.0", FLAGS = [
  ["--tensor-parallel-size", expertTensorParallel],
  ["--pipeline-parallel-size", (w) => w.pp],
  ["--expert-parallel-size", (w) => w.moeEp],
  ["--enable-attention-dp", hasAttentionDp],
  ["--max-batch-size", batch],
  ["--max-num-tokens", tokens],
  ["--trtllm.moe_tensor_parallel_size", (w) => w.isMoe ? w.moeTp : void 0],
  ["--trtllm.moe_config.backend", (w) => w.isMoe ? kernel(w) : void 0],
  ["--trtllm.build_config.max_batch_size", (w) => hasBuildConfig(w) ? batch(w) : void 0],
  ["--trtllm.build_config.max_num_tokens", (w) => hasBuildConfig(w) ? tokens(w) : void 0],
  ["--trtllm.kv_cache_config.dtype", kvDtype],
  ["--trtllm.kv_cache_config.tokens_per_block", () => TOKENS_PER_BLOCK],
  ["--trtllm.kv_cache_config.enable_block_reuse", () => "false"],
  ["--trtllm.cache_transceiver_config.backend", (w) => rules(w).hasTransfer ? "DEFAULT" : void 0],
  [
    "--trtllm.cache_transceiver_config.max_tokens_in_buffer",
    (w) => rules(w).hasTransfer ? transferTokens(w) : void 0
  ],
  ["--trtllm.cuda_graph_config.enable_padding", (w) => rules(w).padding],
  ["--trtllm.disable_overlap_scheduler", (w) => rules(w).disableOverlap],
  ["--trtllm.print_iter_log", () => "false"],
  ["--trtllm.speculative_config.decoding_type", (w) => speculates(w) ? "MTP" : void 0],
  ["--trtllm.speculative_config.num_nextn_predict_layers", (w) => speculates(w) ? w.nextn : void 0]
], TRTLLM = {
  module: "dynamo.trtllm",
  workingDir: "/workspace/",
  modelFlag: "--model-path",
  services: {
    agg: { ephemeralStorage: "2Gi" },
    decode: { subComponentType: "decode" },
    prefill: { subComponentType: "prefill" }
  },
  sizeFlags: {
    tensor: ["--tensor-parallel-size", "--trtllm.tensor_parallel_size"],
    pipeline: ["--pipeline-parallel-size", "--trtllm.pipeline_parallel_size"],
    data: [],
    localData: [],
    sharesRanks: void 0,
    opaque: ["--extra-engine-args"]
  },
  tensorParallel: expertTensorParallel,
  gpusPerWorker: expertGpus,
  flags: () => FLAGS,
  roleFlags: {
    agg: () => [],
    decode: () => [{ flag: "--disaggregation-mode", value: "decode" }],
    prefill: () => [{ flag: "--disaggregation-mode", value: "prefill" }]
  },
  trustRemoteCode: { flag: "--trtllm.trust_remote_code", value: "true" },
  needsTrust: !1,
  halfPrecision: { flag: "--trtllm.dtype", value: "float16" },
  refused: [],
  /** ai-dynamo 1.3.1, trtllm/args.py: the runtime exits on both kinds of settings together. */
  engineSettings: { jsonFlag: "--override-engine-args", prefix: "--trtllm." },
  closingArgs: ["--trtllm.enable_chunked_prefill", "true"],
  spreadsRanks: !1
};

// src/graph/vllm.ts
var KV_DTYPE3 = { bfloat16: "auto" }, COMPILATION_CONFIG = '{"mode":3,"cudagraph_mode":"FULL_AND_PIECEWISE","custom_ops":["all"],"pass_config":{"fuse_allreduce_rms":true}}';
function tensorParallel(worker2) {
  return worker2.isMoe ? Math.floor(worker2.moeTp * worker2.moeEp / worker2.dp) : worker2.tp;
}
function gpusPerWorker2(worker2) {
  return tensorParallel(worker2) * worker2.pp * worker2.dp;
}
var LIMITS2 = {
  agg: { sequences: wideSequences, tokens: (w) => wideSequences(w) + w.isl + 1500 },
  prefill: { sequences: (w) => Math.max(w.batchSize, 1), tokens: (w) => w.isl + 1500 },
  decode: { sequences: wideSequences, tokens: wideSequences }
}, speculative = (w) => w.nextn > 0 ? `{"method": "mtp", "num_speculative_tokens": ${w.nextn}}` : void 0, isV4OnGb200 = (w) => isDeepSeekV4(w) && w.facts === "gb200", FLAGS2 = [
  ["--tensor-parallel-size", tensorParallel],
  ["--pipeline-parallel-size", (w) => w.pp],
  ["--data-parallel-size", (w) => w.dp],
  ["--enable-expert-parallel", (w) => w.moeEp > 1],
  ["--kv-cache-dtype", (w) => w.kvCache === void 0 ? void 0 : KV_DTYPE3[w.kvCache] ?? w.kvCache],
  ["--max-model-len", (w) => w.role === "agg" && w.writesContextLength ? w.maxModelLen : void 0],
  ["--max-num-seqs", (w) => LIMITS2[w.role].sequences(w)],
  ["--max-num-batched-tokens", (w) => LIMITS2[w.role].tokens(w)],
  ["--speculative-config", speculative],
  ["--trust-remote-code", isDeepSeekV4],
  ["--block-size", (w) => isDeepSeekV4(w) ? 256 : void 0],
  ["--no-enable-flashinfer-autotune", isDeepSeekV4],
  ["--moe-backend", (w) => isV4OnGb200(w) ? "deep_gemm_mega_moe" : void 0],
  ["--compilation-config", (w) => isV4OnGb200(w) && w.role !== "prefill" ? COMPILATION_CONFIG : void 0]
], ROLE_ALIASES = ["--is-prefill-worker", "--is-decode-worker"];
function roleFlag(role, { hasOldRoleFlags }) {
  return { flag: "--disaggregation-mode", value: role, aliases: hasOldRoleFlags ? ROLE_ALIASES : [] };
}
function transferFlag(kvRole) {
  return kvRole === void 0 ? [] : [{ flag: "--kv-transfer-config", value: `{"kv_connector":"NixlConnector","kv_role":"${kvRole}"}` }];
}
var VLLM = {
  module: "dynamo.vllm",
  workingDir: "/workspace/examples/backends/vllm",
  modelFlag: "--model",
  services: {
    agg: { ephemeralStorage: "2Gi" },
    decode: { subComponentType: "decode", ephemeralStorage: "2Gi" },
    prefill: { subComponentType: "prefill", ephemeralStorage: "2Gi" }
  },
  sizeFlags: {
    tensor: ["--tensor-parallel-size", "-tp"],
    pipeline: ["--pipeline-parallel-size", "-pp"],
    data: ["--data-parallel-size", "-dp"],
    localData: ["--data-parallel-size-local", "-dpl"],
    sharesRanks: void 0,
    opaque: ["--config"]
  },
  tensorParallel,
  gpusPerWorker: gpusPerWorker2,
  flags: () => FLAGS2,
  contextFlag: "--max-model-len",
  roleFlags: {
    agg: () => [],
    decode: ({ backends: { vllm } }) => [roleFlag("decode", vllm), ...transferFlag(vllm.kvRoles.decode)],
    prefill: ({ backends: { vllm } }) => [roleFlag("prefill", vllm), ...transferFlag(vllm.kvRoles.prefill)]
  },
  trustRemoteCode: { flag: "--trust-remote-code" },
  needsTrust: !0,
  halfPrecision: { flag: "--dtype", value: "half" },
  refused: [],
  closingArgs: [],
  // It adds the flags that let them find each other (operator of 1.2 to 1.5, internal/dynamo/backend_vllm.go).
  spreadsRanks: !0
};

// src/graph/backends.ts
var GRAPH_BACKENDS = { trtllm: TRTLLM, sglang: SGLANG, vllm: VLLM };
function workerName(backend, role, target) {
  return releaseFacts(target).backends[backend].workers[role];
}
function formerNames(backend, role, target) {
  let { formerWorkers } = releaseFacts(target).backends[backend];
  return formerWorkers === void 0 ? [] : [formerWorkers[role]];
}
function overrideArgs({ overrides, target }, backend, role) {
  return [workerName(backend, role, target), ...formerNames(backend, role, target)].flatMap((name) => serviceArgs(overrides.dgd, name));
}

// src/graph/canonical.ts
var CONTAINER = {
  keys: ["name", "image", "imagePullPolicy", "workingDir", "command", "args", "env", "envFrom", "ports", "resources"],
  members: { resources: { keys: ["limits", "requests"] } }
}, SERVICE = {
  keys: [
    "componentType",
    "subComponentType",
    "replicas",
    "minAvailable",
    "multinode",
    "scalingAdapter",
    "labels",
    "annotations",
    "resources",
    "sharedMemory",
    "envFromSecret",
    "envs",
    "volumeMounts",
    "livenessProbe",
    "readinessProbe",
    "extraPodMetadata",
    "extraPodSpec"
  ],
  members: {
    resources: { keys: ["limits", "requests"], each: { keys: ["cpu", "memory", "gpu", "gpuType", "custom"] } },
    extraPodSpec: { keys: ["mainContainer"], members: { mainContainer: CONTAINER } }
  }
}, COMPONENT = {
  keys: [
    "name",
    "type",
    "replicas",
    "minAvailable",
    "multinode",
    "scalingAdapter",
    "sharedMemorySize",
    "compilationCache",
    "modelRef",
    "runtimeVersionOverride",
    "podTemplate"
  ],
  members: {
    podTemplate: {
      keys: ["metadata", "spec"],
      members: {
        spec: { keys: ["containers", "initContainers", "volumes"], members: { containers: { each: CONTAINER } } }
      }
    }
  }
}, SPEC = {
  v1alpha1: { keys: ["backendFramework", "envs", "pvcs", "services"], members: { services: { each: SERVICE } } },
  v1beta1: { keys: ["backendFramework", "env", "components"], members: { components: { each: COMPONENT } } }
}, METADATA = {
  keys: ["name", "namespace", "labels", "annotations"],
  members: { labels: { sorted: !0 }, annotations: { sorted: !0 } }
};
function canonicalGraph(graph) {
  return canonicalObject(graph, { keys: ["apiVersion", "kind", "metadata", "spec"], members: { metadata: METADATA, spec: SPEC[graphVersion(graph)] } });
}
function canonicalObject(object2, shape) {
  return Object.fromEntries(
    orderedKeys(object2, shape).flatMap((key) => {
      let value = object2[key];
      return value == null ? [] : [[key, canonicalValue(value, memberShape(shape, key))]];
    })
  );
}
function canonicalValue(value, shape) {
  return Array.isArray(value) ? value.filter((item) => item !== null).map((item) => canonicalValue(item, shape.each ?? {})) : isObject(value) ? canonicalObject(value, shape) : value;
}
function memberShape({ members: members2 = {}, each = {} }, key) {
  return Object.hasOwn(members2, key) ? members2[key] ?? each : each;
}
function orderedKeys(object2, { keys = [], sorted: sorted2 = !1 }) {
  let first = keys.filter((key) => Object.hasOwn(object2, key)), rest = Object.keys(object2).filter((key) => !first.includes(key));
  return [...first, ...sorted2 ? rest.sort() : rest];
}

// src/graph/frontend.ts
var MODULE = ["-m", "dynamo.frontend"];
function frontendCommand({ target, mends }, args) {
  return releaseFacts(target).writesFrontendCommand && !mends.leavesFrontendCommand ? { command: ["python3"], args: [...MODULE, ...args] } : args.length === 0 ? {} : { command: ["python3", ...MODULE], args: [...args] };
}

// src/graph/model-source.ts
var TOKEN_SECRET = "hf-token-secret";
function locate(cache, model) {
  let path = stripMount(cache);
  return path === "" ? { path: model, hfHome: cache.pvcMountPath } : { path: joinPath(cache.pvcMountPath, path), hfHome: void 0 };
}
function locateAsReference(cache, naive) {
  return cache.pvcModelPath === void 0 && naive ? { path: cache.pvcMountPath, hfHome: cache.pvcMountPath } : { path: joinPath(cache.pvcMountPath, cache.pvcModelPath ?? cache.pvcMountPath), hfHome: void 0 };
}
function resolveModel(request, naive) {
  let cache = request.modelCache;
  return cache === void 0 ? { path: request.model, hfHome: void 0, claim: void 0 } : {
    ...request.mends.stripsModelMount ? locate(cache, request.model) : locateAsReference(cache, naive),
    claim: { name: cache.pvcName, mountPoint: cache.pvcMountPath }
  };
}
function isFilePath(path) {
  return path.startsWith("/") || path.startsWith(".");
}
function mountFields({ claim }) {
  return claim === void 0 ? {} : { volumeMounts: [{ ...claim }] };
}
function hfHomeFields({ hfHome }) {
  return hfHome === void 0 ? {} : { env: [{ name: "HF_HOME", value: hfHome }] };
}
function joinPath(mount, path) {
  return `${mount.replace(/\/+$/, "")}/${trimSlashes(path)}`;
}
function stripMount({ pvcModelPath = "", pvcMountPath }) {
  let mount = `${pvcMountPath.replace(/\/+$/, "")}/`, path = `${pvcModelPath.trim()}/`;
  return trimSlashes(path.startsWith(mount) ? path.slice(mount.length) : path);
}
function trimSlashes(path) {
  return path.replace(/^[\s/]+|[\s/]+$/g, "");
}

// src/graph/plan.ts
var MODE_ROLES = { agg: ["agg"], disagg: ["decode", "prefill"] };
function planWorkers(request, profile) {
  if (profile.naive !== void 0) return [naiveWorker(profile.naive)];
  let pick2 = profile.picked[0];
  if (pick2 === void 0) throw noWorkers(request, "no configuration was picked, so there is nothing to render");
  let { candidate, replicas, replicaGpus: replicaGpus2, budgetGpus } = pick2;
  if (replicas < 1)
    throw noWorkers(
      request,
      `the picked workers need ${replicaGpus2} GPUs together, but only ${budgetGpus} may be used`
    );
  return workersOf(candidate).map(([role, worker2]) => pickedWorker(role, worker2, replicas));
}
function workersOf(candidate) {
  return candidate.mode === "agg" ? [["agg", candidate.worker]] : MODE_ROLES.disagg.map((role) => [role, candidate[role]]);
}
function pickedWorker(role, { layout: layout2, batch: batch2, workers, quant }, replicas) {
  let { tp, pp, dp, moeTp, moeEp } = layout2;
  return { role, replicas: replicas * workers, batchSize: batch2, tp, pp, dp, moeTp, moeEp, kvCache: quant.kvCache };
}
function naiveWorker({ tp, moeTp, moeEp = 1, replicas, batchSize }) {
  return { role: "agg", replicas, batchSize, tp, pp: 1, dp: 1, moeTp, moeEp, kvCache: void 0 };
}
function noWorkers(request, message) {
  return new RenderError("NO_FEASIBLE_CONFIG", {
    message,
    path: "spec.hardware.totalGpus",
    hint: "allow more GPUs in spec.hardware.totalGpus",
    origin: request.locate("spec.hardware.totalGpus")
  });
}

// src/graph/mocker.ts
var IMITATED = ["vllm", "sglang"];
function mockerServices(request, timing, warn) {
  warnAboutCache(request, warn);
  let { image } = request, workers = MODE_ROLES.disagg.map((role) => [role, worker(request, role, timing)]);
  return {
    Frontend: {
      componentType: "frontend",
      replicas: 1,
      extraPodSpec: { mainContainer: { image, ...frontendCommand(request, []) } }
    },
    ...Object.fromEntries(workers)
  };
}
function worker(request, role, timing) {
  let { image, model, target } = request, { mocker } = releaseFacts(target);
  return {
    componentType: "worker",
    subComponentType: role,
    replicas: 1,
    envFromSecret: TOKEN_SECRET,
    extraPodSpec: {
      mainContainer: {
        image,
        workingDir: "/workspace",
        command: ["python3", "-m", "dynamo.mocker"],
        args: [...["--model-path", model, "--model-name", model, "--speedup-ratio", "1.0", "--disaggregation-mode", role], ...latencyArgs(timing, role, mocker)]
      }
    }
  };
}
function latencyArgs({ interpolation, backendVersion }, role, facts) {
  if (interpolation === void 0) return [];
  let { prefix, hasBackend, omitsUnitExperts } = facts, { backend, system } = interpolation, pick2 = interpolation[`${role}_pick`];
  if (prefix === void 0 || !hasBackend && !IMITATED.includes(backend)) return [];
  let hasExperts = !omitsUnitExperts || pick2.moe_tp * pick2.moe_ep > 1, flags = [
    ["backend", hasBackend ? backend : void 0],
    ["backend-version", facts.backendVersion === "measured" ? backendVersion ?? void 0 : facts.backendVersion],
    ["system", system],
    ["tp-size", String(pick2.tp)],
    ["moe-tp-size", hasExperts ? String(pick2.moe_tp) : void 0],
    ["moe-ep-size", hasExperts ? String(pick2.moe_ep) : void 0],
    ["attention-dp-size", String(pick2.dp)]
  ];
  return [
    `${prefix}-perf-model`,
    ...flags.flatMap(([name, value]) => value === void 0 ? [] : [`${prefix}-${name}`, value]),
    ...IMITATED.includes(backend) ? ["--engine-type", backend] : []
  ];
}
function warnAboutCache({ modelCache, locate: locate2 }, warn) {
  modelCache !== void 0 && warn("FIELD_IGNORED", {
    message: `a mocker loads no weights, so the claim ${modelCache.pvcName} is not mounted`,
    path: "spec.modelCache",
    hint: "delete spec.modelCache, or set features.mocker.enabled to false",
    origin: locate2("spec.modelCache")
  });
}

// src/graph/planner.ts
import { createHash } from "node:crypto";

// src/graph/perf-model.ts
function perfModelMembers(modelled) {
  let { request, profile, config } = modelled, { perfModel } = releaseFacts(request.target).planner;
  return config.optimization_target !== "sla" || profile.chosen !== "disagg" && request.mends.plansFromSizing ? {} : PERF_MODELS[perfModel](modelled);
}
var PERF_MODELS = { aic_perf_model: aicPerfModel, ais_perf_model: aisPerfModel };
function aicPerfModel({ request, profile, picks }) {
  let { backendVersion, system, backend } = profile, { namesDataVersion } = releaseFacts(request.target).planner;
  return namesDataVersion && backendVersion === null ? {} : { aic_perf_model: {
    hf_id: request.model,
    system,
    backend,
    backend_version: namesDataVersion ? backendVersion : null,
    prefill_pick: { ...picks.prefill },
    decode_pick: { ...picks.decode },
    model_arch: null,
    weight_dtype: null,
    moe_dtype: null,
    activation_dtype: null,
    kv_cache_dtype: null
  } };
}
var ROLES = {
  disagg: [
    ["prefill", "prefill"],
    ["decode", "decode"]
  ],
  prefill: [["prefill", "prefill"]],
  decode: [["decode", "decode"]],
  agg: [["aggregated", "decode"]]
};
function aisPerfModel({ request, profile, config, picks }) {
  let { backendVersion, system, backend } = profile;
  if (backendVersion === null) return {};
  let identity = { model: request.model, system, backend, backend_version: backendVersion }, roles = ROLES[config.mode].map(([role, pick2]) => [
    role,
    { ...identity, worker_type: role, ...canonicalSizes(picks[pick2]) }
  ]);
  return { ais_perf_model: { roles: Object.fromEntries(roles) } };
}
function canonicalSizes({ tp, pp, dp, moe_tp, moe_ep }) {
  let hasExperts = moe_tp * moe_ep > 1, [moe_tp_size, moe_ep_size] = hasExperts ? [moe_tp, moe_ep] : [null, null];
  return { tp, pp, attention_dp: dp, moe_tp_size, moe_ep_size };
}

// src/request/report.ts
function createReport(locate2, warn) {
  let errors = [], broken = /* @__PURE__ */ new Set(), aboveBroken = /* @__PURE__ */ new Set(), isEcho = (path) => aboveBroken.has(path) || upwards(path).some((outer) => broken.has(outer)), toDetails = ({ path, message, hint, origin = locate2(path) }) => ({ path, message, hint, origin }), fail = (code, note) => {
    if (!isEcho(note.path) && (errors.push(new RenderError(code, toDetails(note))), errors.length > MOST_FINDINGS))
      throw new RenderErrors(errors);
  };
  return {
    fail,
    broken: (code, note) => {
      fail(code, note), broken.add(note.path);
      for (let outer of upwards(note.path)) aboveBroken.add(outer);
    },
    warn: (code, note) => {
      isEcho(note.path) || warn(code, toDetails(note));
    },
    isSaid: isEcho,
    settle: () => {
      if (errors.length > 0) throw new RenderErrors(errors);
    }
  };
}
function upwards(path) {
  return [...[...path.matchAll(/[.[]/g)].map(({ index }) => index), path.length].map((end) => path.slice(0, end));
}

// src/graph/planner-rules.ts
var scalesPrefill = ({ mode }) => mode === "disagg" || mode === "prefill", scalesDecode = ({ mode }) => mode !== "prefill";
function threshold(at, isScaled) {
  return {
    at,
    isBroken: (config) => config.optimization_target === "load" && isScaled(config) && config[at] === null,
    says: ({ mode }) => `${at} is missing, which optimization_target load needs with mode ${mode}`,
    hint: `set ${at}, or optimization_target to throughput, latency or sla`
  };
}
function order(up, down, isScaled) {
  return {
    at: up,
    isBroken: (config) => {
      let [high, low] = [config[up], config[down]];
      return config.optimization_target === "load" && isScaled(config) && high !== null && low !== null && high <= low;
    },
    says: (config) => `${up} is ${config[up]} and ${down} is ${config[down]}, wanted the first above the second`,
    hint: `raise ${up} or lower ${down}`
  };
}
function perfModelPick(pick2, isScaled) {
  return {
    at: `aic_perf_model.${pick2}`,
    isBroken: (config) => isScaled(config) && config.aic_perf_model !== null && config.aic_perf_model[pick2] === null,
    says: ({ mode }) => `${pick2} is missing from aic_perf_model, which mode ${mode} needs`,
    hint: `set aic_perf_model.${pick2}, or delete aic_perf_model: the pick fills it in`
  };
}
var THROUGHPUT = "throughput_adjustment_interval_seconds", LOAD = "load_adjustment_interval_seconds", PLANNER_RULES = [
  {
    at: "global_planner_namespace",
    isBroken: (config) => config.environment === "global-planner" && !config.global_planner_namespace,
    says: () => "global_planner_namespace is missing, which environment global-planner needs",
    hint: "set global_planner_namespace to the namespace of the GlobalPlanner, or environment to kubernetes"
  },
  threshold("prefill_scale_up_queue_tokens", scalesPrefill),
  threshold("prefill_scale_down_queue_tokens", scalesPrefill),
  order("prefill_scale_up_queue_tokens", "prefill_scale_down_queue_tokens", scalesPrefill),
  threshold("decode_scale_up_kv_rate", scalesDecode),
  threshold("decode_scale_down_kv_rate", scalesDecode),
  order("decode_scale_up_kv_rate", "decode_scale_down_kv_rate", scalesDecode),
  perfModelPick("prefill_pick", scalesPrefill),
  perfModelPick("decode_pick", scalesDecode),
  {
    at: THROUGHPUT,
    isBroken: (config) => config.enable_throughput_scaling && config[THROUGHPUT] <= 0,
    says: (config) => `${THROUGHPUT} is ${config[THROUGHPUT]}, wanted more than 0 with throughput scaling`,
    hint: `set ${THROUGHPUT} to a positive number of seconds such as 180`
  },
  {
    at: LOAD,
    isBroken: (config) => config.enable_load_scaling && config.enable_throughput_scaling && config[LOAD] >= config[THROUGHPUT],
    says: (config) => `${LOAD} is ${config[LOAD]} and ${THROUGHPUT} ${config[THROUGHPUT]}, wanted the first below the second`,
    hint: `lower ${LOAD}, or switch one kind of scaling off`
  },
  {
    at: "scheduling.scale_interval_seconds",
    isBroken: (config) => activeIntervals(config).some((interval) => !isMultiple(interval, config.scheduling.scale_interval_seconds)),
    says: (config) => `scale_interval_seconds is ${config.scheduling.scale_interval_seconds}, which does not divide ${activeIntervals(config).join(" and ")}`,
    hint: `delete scale_interval_seconds: it follows from ${LOAD} and ${THROUGHPUT}`
  }
];
function activeIntervals(config) {
  return config.enable_throughput_scaling ? [config[LOAD], config[THROUGHPUT]] : [config[LOAD]];
}
function isMultiple(value, base) {
  let ratio = value / base, nearest2 = Math.round(ratio);
  return Math.abs(ratio - nearest2) <= 1e-9 * Math.max(1, Math.abs(ratio), Math.abs(nearest2));
}

// src/request/scalars.ts
var INTEGER_TEXT = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/, NUMBER_TEXT = /^[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i, LONGEST_NUMBER = 64, TRUTH2 = new Map([
  ...["1", "true", "t", "yes", "y", "on"].map((word) => [word, !0]),
  ...["0", "false", "f", "no", "n", "off"].map((word) => [word, !1])
]), CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u, LONGEST_TEXT = 512;
function toNumber(pattern) {
  return (value) => {
    if (typeof value != "string" || value.length > LONGEST_NUMBER) return value;
    let text6 = value.trim();
    return pattern.test(text6) ? Number(text6.replaceAll("_", "")) : value;
  };
}
var integer = preprocess(toNumber(INTEGER_TEXT), int()), number2 = preprocess(toNumber(NUMBER_TEXT), number()), truth = preprocess((value) => toTruth(value) ?? value, boolean());
function toTruth(value) {
  return typeof value == "boolean" ? value : typeof value == "string" || typeof value == "number" ? TRUTH2.get(String(value).toLowerCase()) : void 0;
}
var text2 = string().max(LONGEST_TEXT).refine((value) => !CONTROL_CHARACTER.test(value), "a text without control characters");

// src/graph/planner-schema.ts
var FLOATS = /* @__PURE__ */ new WeakSet();
function float(bounds = number()) {
  let schema = number2.pipe(bounds);
  return FLOATS.add(schema), schema;
}
function isFloat(schema) {
  return schema !== void 0 && FLOATS.has(schema);
}
function bareSchema(schema) {
  return schema instanceof ZodDefault || schema instanceof ZodPrefault || schema instanceof ZodNullable ? bareSchema(schema.unwrap()) : schema;
}
var orNull = (schema) => schema.nullable().default(null), atLeast = (least) => integer.pipe(number().min(least)), positive = () => float(number().positive()), notNegative = () => float(number().min(0)), someText = text2.refine((value) => value !== "", "a text that is not empty"), texts = array(text2).default([]), mapping = custom(isObject, "a mapping of fields"), pick = object({
  tp: integer.default(1),
  pp: integer.default(1),
  dp: integer.default(1),
  moe_tp: integer.default(1),
  moe_ep: integer.default(1)
}), aicInterpolation = object({
  hf_id: text2,
  system: text2,
  backend: _enum(BACKENDS),
  isl: atLeast(1),
  osl: atLeast(1),
  sweep_max_context_length: atLeast(1),
  prefill_interpolation_granularity: atLeast(1),
  decode_interpolation_granularity: atLeast(1),
  prefill_pick: pick,
  decode_pick: pick
}), aicPerfModel2 = object({
  hf_id: text2,
  system: text2,
  backend: _enum(BACKENDS),
  backend_version: orNull(text2),
  prefill_pick: orNull(pick),
  decode_pick: orNull(pick),
  model_arch: orNull(text2),
  weight_dtype: orNull(text2),
  moe_dtype: orNull(text2),
  activation_dtype: orNull(text2),
  kv_cache_dtype: orNull(text2)
}), HOLD_POLICIES = ["ACCEPT_WHEN_IDLE", "HOLD_LAST"], pluginType = _enum(["predict", "propose", "reconcile", "constrain"]), holdPolicy = preprocess(
  (value) => HOLD_POLICIES.find(
    (policy, number3) => number3 === value || typeof value == "string" && policy === value.toUpperCase()
  ) ?? value,
  _enum(HOLD_POLICIES)
).transform((policy) => HOLD_POLICIES.indexOf(policy)), externalPlugin = object({
  plugin_id: someText,
  plugin_type: pluginType,
  priority: integer,
  endpoint: someText,
  auth_token: text2.default(""),
  protocol_version: text2.default("1.0"),
  version: text2.default("v1"),
  execution_interval_seconds: notNegative().default(0),
  hold_policy: holdPolicy.default(HOLD_POLICIES.indexOf("HOLD_LAST")),
  needs: texts,
  requires_produced_fields: texts,
  observation_window_seconds: notNegative().default(0)
}), inProcessPlugin = object({
  module: text2,
  class_: text2,
  plugin_id: text2,
  plugin_type: pluginType,
  priority: integer,
  execution_interval_seconds: float().default(0),
  hold_policy: _enum(HOLD_POLICIES).default("ACCEPT_WHEN_IDLE"),
  needs: texts,
  requires_produced_fields: texts,
  observation_window_seconds: notNegative().default(0),
  kwargs: mapping.default({})
}), gateway = object({
  enabled: truth.default(!1),
  listen: text2.default("unix:///var/run/dynamo/planner/registry.sock"),
  allow_insecure: truth.default(!1)
}), scheduling = object({
  tick_max_duration_seconds: positive().default(30),
  external_plugins: array(externalPlugin).default([]),
  gateway: gateway.prefault({}),
  scale_interval_seconds: positive().default(5)
}), transport = object({
  allow_insecure_grpc: truth.default(!1),
  request_timeout_seconds: positive().default(5),
  keepalive_time_ms: integer.default(3e4),
  max_message_size_bytes: integer.default(10 * 2 ** 20)
}), pluginRegistration = object({
  auth: object({
    trusted_sources: array(_enum(["static_secret", "allow_unauthenticated"])).default([]),
    static_secrets: record(string(), text2).default({})
  }).prefault({}),
  transport: transport.prefault({}),
  protocol_version_min: text2.default("1.0"),
  protocol_version_max: text2.default("1.0"),
  heartbeat_timeout_seconds: float().default(15),
  heartbeat_missed_threshold: integer.default(2),
  in_process_plugins: array(inProcessPlugin).default([]),
  admin: object({ mode: _enum(["allow_all", "k8s_rbac"]).default("allow_all") }).prefault({})
}), kvRate = float(number().min(0).max(100)), plannerSchema = object({
  pre_deployment_sweeping_mode: _enum(["none", "rapid", "thorough"]).nullable().default("rapid"),
  environment: _enum(["kubernetes", "virtual", "global-planner"]).default("kubernetes"),
  backend: _enum(["vllm", "sglang", "trtllm", "mocker"]).default("vllm"),
  mode: _enum(["disagg", "prefill", "decode", "agg"]).default("disagg"),
  optimization_target: _enum(["throughput", "latency", "load", "sla"]).default("throughput"),
  log_dir: orNull(text2),
  throughput_adjustment_interval_seconds: integer.default(180),
  max_gpu_budget: integer.default(8),
  min_gpu_budget: integer.default(-1),
  min_endpoint: integer.default(1),
  decode_engine_num_gpu: orNull(integer),
  prefill_engine_num_gpu: orNull(integer),
  profile_results_dir: text2.default("profiling_results"),
  aic_interpolation: orNull(aicInterpolation),
  aic_perf_model: orNull(aicPerfModel2),
  ttft_ms: positive().default(500),
  itl_ms: float().default(50),
  load_predictor: text2.default("arima"),
  load_predictor_log1p: truth.default(!1),
  prophet_window_size: integer.default(50),
  load_predictor_warmup_trace: orNull(text2),
  kalman_q_level: float().default(1),
  kalman_q_trend: float().default(0.1),
  kalman_r: float().default(10),
  kalman_min_points: integer.default(5),
  metric_reporting_prometheus_port: integer.default(0),
  throughput_metrics_source: _enum(["frontend", "router"]).default("frontend"),
  model_name: orNull(text2),
  global_planner_namespace: orNull(text2),
  enable_throughput_scaling: truth.default(!0),
  enable_load_scaling: truth.default(!1),
  load_adjustment_interval_seconds: atLeast(1).default(5),
  max_num_fpm_samples: integer.default(64),
  fpm_sample_bucket_size: atLeast(0).refine((size) => Number.isInteger(Math.sqrt(size)), "a square number such as 16").default(16),
  load_scaling_down_sensitivity: integer.default(80),
  prefill_scale_up_queue_tokens: orNull(atLeast(0)),
  prefill_scale_down_queue_tokens: orNull(atLeast(0)),
  decode_scale_up_kv_rate: orNull(kvRate),
  decode_scale_down_kv_rate: orNull(kvRate),
  load_min_observations: integer.default(5),
  speculative_nextn: atLeast(0).default(0),
  advisory: truth.default(!1),
  report_interval_hours: positive().nullable().default(24),
  report_output_dir: text2.default("./planner_reports"),
  report_filename: orNull(text2),
  report_write_gzip_log: truth.default(!0),
  live_dashboard_port: integer.default(8080),
  scheduling: scheduling.prefault({}),
  plugin_registration: pluginRegistration.prefault({})
});

// src/graph/planner-request.ts
var PLANNER_PATH = "spec.features.planner", ALIASES = [
  ["throughput_adjustment_interval", "throughput_adjustment_interval_seconds"],
  ["load_adjustment_interval", "load_adjustment_interval_seconds"],
  ["ttft", "ttft_ms"],
  ["itl", "itl_ms"]
], STRICT_MEMBERS = ["scheduling", "plugin_registration"], LISTED_NAMES = 12, ENVIRONMENT_SETTINGS = {
  namespace: "DYN_NAMESPACE, which the operator sets",
  metric_pulling_prometheus_endpoint: "PROMETHEUS_ENDPOINT",
  metric_pulling_prometheus_token: "PROMETHEUS_TOKEN",
  metric_pulling_prometheus_token_file: "PROMETHEUS_TOKEN_FILE",
  metric_pulling_prometheus_ssl_verify: "PROMETHEUS_SSL_VERIFY",
  metric_pulling_prometheus_extra_query_params: "PROMETHEUS_EXTRA_QUERY_PARAMS",
  metric_pulling_prometheus_ca_bundle: "PROMETHEUS_CA_BUNDLE"
};
function readPlanner(request, warn) {
  let given = request.features.planner;
  if (given === void 0) return;
  let written = new Map(ALIASES.filter(([alias, name]) => alias in given && !(name in given)).map(swap)), report = aboutWritten(createReport(request.locate, warn), written), settings = withMemberNames(given, written), { adds } = releaseFacts(request.target).planner, known = Object.fromEntries(Object.entries(settings).filter(([key]) => !Object.hasOwn(adds, key)));
  checkNames({ value: known, schema: plannerSchema, path: PLANNER_PATH, isStrict: !1, report });
  let config = derive(checkShape({
    schema: plannerSchema,
    value: settings,
    path: PLANNER_PATH,
    code: "REQUEST_INVALID",
    report
  }) ?? plannerSchema.parse({}), settings);
  checkSweeping(config, report);
  for (let { at, isBroken, says, hint } of PLANNER_RULES)
    isBroken(config) && report.fail("REQUEST_INVALID", { path: `${PLANNER_PATH}.${at}`, message: says(config), hint });
  report.settle();
  let added = Object.entries(settings).filter(([key]) => Object.hasOwn(adds, key));
  return {
    config,
    isSet: (member2) => Object.hasOwn(settings, member2),
    additions: { ...adds, ...Object.fromEntries(added) }
  };
}
function swap([alias, member2]) {
  return [member2, alias];
}
function aboutWritten(report, written) {
  let respell = (note) => {
    let member2 = note.path.slice(PLANNER_PATH.length + 1), alias = written.get(member2);
    return alias === void 0 ? note : { ...note, path: `${PLANNER_PATH}.${alias}`, message: note.message.replace(member2, alias) };
  };
  return {
    ...report,
    broken: (code, note) => report.broken(code, respell(note)),
    fail: (code, note) => report.fail(code, respell(note)),
    warn: (code, note) => report.warn(code, respell(note))
  };
}
function withMemberNames(given, written) {
  let members2 = new Map([...written].map(([member2, alias]) => [alias, member2])), entries2 = Object.entries(given).filter(([key, value]) => key !== "scheduling" || value !== null);
  return Object.fromEntries(
    entries2.map(([key, value]) => [
      members2.get(key) ?? key,
      key === "plugin_registration" ? withClassNames(value) : value
    ])
  );
}
function withClassNames(registration) {
  if (!isObject(registration) || !Array.isArray(registration.in_process_plugins)) return registration;
  let plugins = registration.in_process_plugins.map((plugin) => {
    if (!isObject(plugin) || plugin.class === void 0) return plugin;
    let { class: class_, ...rest } = plugin;
    return { ...rest, class_ };
  });
  return { ...registration, in_process_plugins: plugins };
}
function checkNames({ value, schema, path, isStrict, report }) {
  let bare = bareSchema(schema);
  if (Array.isArray(value) && bare instanceof ZodArray)
    for (let [index, item] of value.entries())
      checkNames({ value: item, schema: bare.element, path: toPath(path, [index]), isStrict, report });
  if (!isObject(value) || !(bare instanceof ZodObject)) return;
  let shape = bare.shape;
  for (let [key, member2] of Object.entries(value)) {
    let field = toPath(path, [key]), known = Object.hasOwn(shape, key) ? shape[key] : void 0;
    if (known === void 0) reportName(field, key, Object.keys(shape), { isStrict, report });
    else {
      let isInside3 = isStrict || path === PLANNER_PATH && STRICT_MEMBERS.includes(key);
      checkNames({ value: member2, schema: known, path: field, isStrict: isInside3, report });
    }
  }
}
function reportName(path, key, known, { isStrict, report }) {
  let parent = path.slice(0, path.length - key.length - 1), variable2 = parent === PLANNER_PATH && Object.hasOwn(ENVIRONMENT_SETTINGS, key) && ENVIRONMENT_SETTINGS[key];
  if (variable2) {
    report.warn("FIELD_IGNORED", {
      path,
      message: `${key} is not part of the planner's ConfigMap; the planner reads it from ${variable2}`,
      hint: "set the variable on the service Planner with overrides.dgd if its default does not do"
    });
    return;
  }
  let guess = nearest(key, known), listed3 = known.length > LISTED_NAMES ? "delete it, or check its spelling" : `known are ${known.join(", ")}`, hint = guess === void 0 ? listed3 : `write ${guess}`, message = `${parent} has no field ${show(key)}`;
  isStrict ? report.fail("REQUEST_INVALID", { path, message: `${message}, and the planner refuses it`, hint }) : report.warn("REQUEST_UNKNOWN_FIELD", { path, message: `${message}; it has no effect`, hint });
}
function derive(config, settings) {
  let scaling = config.optimization_target === "sla" ? {} : { enable_throughput_scaling: !1, enable_load_scaling: !0 }, derived = { ...config, ...scaling };
  if (isObject(settings.scheduling) && Object.hasOwn(settings.scheduling, "scale_interval_seconds")) return derived;
  let scale_interval_seconds = activeIntervals(derived).reduce(greatestDivisor);
  return { ...derived, scheduling: { ...config.scheduling, scale_interval_seconds } };
}
function greatestDivisor(a, b) {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}
function checkSweeping({ pre_deployment_sweeping_mode: mode }, report) {
  mode === "thorough" && report.fail("SEARCH_STRATEGY_UNSUPPORTED", {
    path: `${PLANNER_PATH}.pre_deployment_sweeping_mode`,
    message: "pre_deployment_sweeping_mode is thorough, which measures on the GPUs of a cluster; offline there are none",
    hint: "set pre_deployment_sweeping_mode to rapid, or to none without features.mocker"
  });
}

// src/graph/planner-config.ts
var WORKSPACE = "/workspace", PREFILL_GRANULARITY = 16, DECODE_GRANULARITY = 6;
function planPlanner(request, profile, warn) {
  let wish = readPlanner(request, warn);
  if (wish === void 0) return;
  let { config, additions } = wish;
  warnAboutRelease(request, wish, warn), warnAboutMode(request, profile, config, warn), warnAboutBudget(request, wish, warn);
  let picks = readPicks(profile), interpolation = config.pre_deployment_sweeping_mode === "rapid" && (config.enable_throughput_scaling || request.features.mocker) ? toInterpolation(request, profile, picks) : void 0, isOwnBackend = wish.isSet("backend") || !request.mends.namesPickedBackend, { aic_perf_model = config.aic_perf_model, ais_perf_model } = perfModelMembers({
    request,
    profile,
    config,
    picks
  });
  return {
    interpolation,
    additions: withPerfModel(additions, ais_perf_model),
    config: {
      ...config,
      model_name: config.model_name ?? (releaseFacts(request.target).planner.wantsModelName ? request.model : null),
      backend: isOwnBackend ? config.backend : profile.backend,
      ...engineGpus(request, profile, picks),
      profile_results_dir: `${WORKSPACE}/profiling_results`,
      aic_interpolation: interpolation ?? config.aic_interpolation,
      aic_perf_model: versioned(aic_perf_model, request, profile),
      ...slaTargets(request, wish)
    }
  };
}
function withPerfModel(additions, own2) {
  return additions.ais_perf_model === null && own2 !== void 0 ? { ...additions, ais_perf_model: own2 } : additions;
}
var ONE_GPU = { tp: 1, pp: 1, dp: 1, moe_tp: 1, moe_ep: 1 };
function readPicks({ picked: [first] }) {
  let candidate = first?.candidate;
  return candidate?.mode !== "disagg" ? { prefill: ONE_GPU, decode: ONE_GPU } : { prefill: toAicPick(candidate.prefill), decode: toAicPick(candidate.decode) };
}
function toAicPick({ layout: { tp, pp, dp, moeTp, moeEp } }) {
  return { tp, pp, dp, moe_tp: moeTp, moe_ep: moeEp };
}
function gpusOf({ tp, pp, dp, moe_tp, moe_ep }) {
  return pp * Math.max(tp, dp, moe_tp * moe_ep);
}
function engineGpus({ mends }, { naive }, { prefill, decode }) {
  return naive === void 0 || !mends.plansFromSizing ? { prefill_engine_num_gpu: gpusOf(prefill), decode_engine_num_gpu: gpusOf(decode) } : { prefill_engine_num_gpu: naive.gpusPerWorker, decode_engine_num_gpu: naive.gpusPerWorker };
}
function mockerInterpolation(request, profile) {
  let { isTimedAlone } = releaseFacts(request.target).mocker;
  return isTimedAlone ? toInterpolation(request, profile, readPicks(profile)) : void 0;
}
function toInterpolation({ model, workload }, { chosen, system, backend }, { prefill, decode }) {
  if (chosen === "disagg")
    return {
      hf_id: model,
      system,
      backend,
      isl: workload.isl,
      osl: workload.osl,
      sweep_max_context_length: 2 * workload.isl,
      prefill_interpolation_granularity: PREFILL_GRANULARITY,
      decode_interpolation_granularity: DECODE_GRANULARITY,
      prefill_pick: prefill,
      decode_pick: decode
    };
}
function versioned(model, { mends }, { backendVersion }) {
  return model === null || model.backend_version !== null || !mends.namesDataVersion ? model : backendVersion === null ? null : { ...model, backend_version: backendVersion };
}
var TARGET_FIELDS = { ttftMs: "ttft_ms", tpotMs: "itl_ms", requestMs: void 0 };
function slaTargets({ sla }, { isSet }) {
  let { all, isExplicit } = limitsOf(sla), targets = all.flatMap(({ latency, limitMs }) => {
    let field = TARGET_FIELDS[latency];
    return field === void 0 || !isExplicit || isSet(field) ? [] : [[field, limitMs]];
  });
  return Object.fromEntries(targets);
}
function warnAboutRelease({ target, locate: locate2 }, { config }, warn) {
  let { needsProfiles, drops, hasLoadTarget } = releaseFacts(target).planner, release = printRelease(target), say = (path, message, hint) => {
    warn("FIELD_NEWER_THAN_TARGET", { message, path, hint, origin: locate2(path) });
  };
  if (needsProfiles) {
    let message = `the planner of Dynamo ${release} reads measured profiles, which only a run in the cluster makes; it may not start`;
    say(PLANNER_PATH, message, "set the target to 1.2 or later, or delete spec.features.planner");
  }
  if (config.optimization_target === "load" && !hasLoadTarget) {
    let since = printRelease(firstRelease(({ planner }) => planner.hasLoadTarget)), message = `the planner of Dynamo ${release} refuses the optimization target load, which came with ${since}`;
    say(`${PLANNER_PATH}.optimization_target`, message, "use throughput, latency or sla");
  }
  if (config.aic_perf_model !== null && drops.includes("aic_perf_model")) {
    let message = `the planner of Dynamo ${release} refuses aic_perf_model, so it is left out`;
    say(`${PLANNER_PATH}.aic_perf_model`, message, "set ais_perf_model.roles instead");
  }
}
function warnAboutMode(request, profile, { mode }, warn) {
  let path = `${PLANNER_PATH}.mode`;
  !(profile.chosen === "agg" && !request.features.mocker) && mode === "agg" && warn("PLANNER_MODE_MISMATCH", {
    message: "the planner's mode is agg, but the graph has prefill and decode workers, of which it then scales decode alone",
    path,
    hint: `set ${path} to disagg, or delete it`,
    origin: request.locate(path)
  }), !(profile.naive === void 0 || mode === "agg" || request.features.mocker) && warn("SIZED_FROM_MEMORY", {
    message: `the graph was sized from memory and is aggregated, but the planner's mode is ${mode}, for which it looks for other workers`,
    path,
    hint: `set ${path} to agg`,
    origin: request.locate(path)
  });
}
function warnAboutBudget({ hardware, locate: locate2 }, { config, isSet }, warn) {
  if (isSet("max_gpu_budget") || config.max_gpu_budget === hardware.totalGpus) return;
  let path = `${PLANNER_PATH}.max_gpu_budget`;
  warn("FIELD_IGNORED", {
    message: `totalGpus ${hardware.totalGpus} does not bound the planner, which scales up to its own max_gpu_budget of ${config.max_gpu_budget}`,
    path,
    hint: `set ${path} to ${hardware.totalGpus}`,
    origin: locate2(path)
  });
}

// src/graph/planner-json.ts
var EXPONENT_FROM = 1e16, EXPONENT_BELOW = 1e-5;
function emitPlannerJson(config, additions, { drops, renames }) {
  let shape = plannerSchema.shape, members2 = Object.entries({ ...config, ...additions }).filter(([key]) => !drops.includes(key));
  return printMembers(members2.map(([key, member2]) => [renames[key] ?? key, emit(member2, shape[key])]));
}
function emit(value, schema) {
  let bare = schema && bareSchema(schema);
  if (typeof value == "number") return isFloat(bare) ? emitFloat(value) : String(value);
  if (Array.isArray(value)) {
    let element = bare instanceof ZodArray ? bare.element : void 0;
    return `[${value.map((item) => emit(item, element)).join(",")}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  let shape = bare instanceof ZodObject ? bare.shape : {};
  return printMembers(Object.entries(value).map(([key, member2]) => [key, emit(member2, shape[key])]));
}
function printMembers(members2) {
  return `{${members2.map(([key, text6]) => `${JSON.stringify(key)}:${text6}`).join(",")}}`;
}
function emitFloat(value) {
  let size = Math.abs(value);
  if (size !== 0 && (size < EXPONENT_BELOW || size >= EXPONENT_FROM)) return value.toExponential().replace("+", "");
  let text6 = Object.is(value, -0) ? "-0" : String(value);
  return text6.includes(".") ? text6 : `${text6}.0`;
}

// src/graph/planner.ts
var PLANNER_SERVICE = "Planner", CONFIG_FILE = "planner_config.json", CONFIG_MOUNT = `${WORKSPACE}/planner_config`, HASH_CHARACTERS = 8;
function toConfigMap({ name, target }, { config, additions }) {
  let text6 = emitPlannerJson(config, additions, releaseFacts(target).planner);
  return { name: `planner-config-${createHash("sha256").update(`${name}
${text6}`).digest("hex").slice(0, HASH_CHARACTERS)}`, data: { [CONFIG_FILE]: text6 } };
}
function addPlanner(services, plan, planned) {
  if (plan === void 0) return { services, resources: [] };
  let { name, data } = toConfigMap(planned.request, plan), configMap = { apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data }, planner = plannerService(planned.request, name);
  return {
    services: { ...preparedWorkers(services, plan, planned), [PLANNER_SERVICE]: planner },
    resources: [configMap]
  };
}
function preparedWorkers(services, { config }, { request, profile }) {
  let benchmarked = profile.backend === "vllm" && !request.features.mocker ? mapWorkers(services, (name, worker2) => addBenchmark(worker2, benchmarkRole(name, worker2, request.mends))) : services;
  return config.advisory ? benchmarked : mapWorkers(benchmarked, (name, worker2) => addScaling(name, worker2, config.mode));
}
function mapWorkers(services, change) {
  let entries2 = Object.entries(services).map(([name, service]) => [
    name,
    service.componentType === "worker" ? change(name, service) : service
  ]);
  return Object.fromEntries(entries2);
}
function benchmarkRole(name, { subComponentType }, { benchmarksByRole }) {
  let role = benchmarksByRole ? subComponentType : roleInName(name);
  return typeof role == "string" ? role : "agg";
}
function addBenchmark(worker2, role) {
  return updateIn(worker2, ["extraPodSpec", "mainContainer", "env"], (env) => [
    ...Array.isArray(env) ? env : [],
    { name: "DYN_BENCHMARK_MODE", value: role }
  ]);
}
var SCALED = {
  disagg: ["prefill", "decode"],
  prefill: ["prefill"],
  decode: ["decode"],
  agg: ["decode"]
};
function addScaling(name, worker2, mode) {
  let untyped = mode === "agg" ? "decode" : void 0, kind = SCALED[mode].find((one) => one === (worker2.subComponentType ?? roleInName(name) ?? untyped));
  return kind === void 0 ? worker2 : { ...worker2, subComponentType: kind, scalingAdapter: { enabled: !0 } };
}
function roleInName(name) {
  return ["prefill", "decode"].find((role) => name.toLowerCase().includes(role));
}
function plannerService({ image, target, mends }, configMap) {
  return {
    componentType: "planner",
    replicas: 1,
    extraPodSpec: {
      mainContainer: {
        image: plannerImage(image, target, mends),
        workingDir: `${WORKSPACE}/components/src/dynamo/planner`,
        command: ["python3", "-m", "dynamo.planner"],
        args: ["--config", `${CONFIG_MOUNT}/${CONFIG_FILE}`],
        volumeMounts: [{ name: configMap, mountPath: CONFIG_MOUNT, readOnly: !0 }]
      },
      volumes: [{ name: configMap, configMap: { name: configMap } }]
    }
  };
}

// src/graph/resources.ts
var USUAL_GPUS_PER_NODE = 8;
function gpusPerNode({ mends, hardware }, { nodeGpus }) {
  return mends.usesNodeSize ? hardware.gpusPerNode : nodeGpus ?? USUAL_GPUS_PER_NODE;
}
function gpuFields(gpus, perNode) {
  let gpu = String(Math.min(gpus.total, perNode)), requests = gpus.ephemeralStorage === void 0 ? {} : { requests: { gpu, custom: { "ephemeral-storage": gpus.ephemeralStorage } } }, spread = gpus.spreadsRanks ? gpus.total : gpus.perInstance;
  return { ...spread > perNode ? { multinode: { nodeCount: Math.ceil(spread / perNode) } } : {}, resources: { limits: { gpu }, ...requests } };
}
function checkNodes(request, service, gpus) {
  let { gpusPerNode: perNode } = request.hardware, isWhole = gpus.total % perNode === 0, areRanksWhole = gpus.spreadsRanks && perNode % gpus.perInstance === 0;
  if (gpus.total <= perNode || isWhole && (gpus.total === gpus.perInstance || areRanksWhole)) return;
  let why = gpus.total === gpus.perInstance ? `${gpus.total} GPUs are no whole number of nodes` : "data parallel ranks cannot be spread over nodes";
  throw new RenderError("FEATURE_UNSUPPORTED", {
    message: `${service} needs ${gpus.total} GPUs and a node has ${perNode}: ${why}`,
    path: "spec.hardware.numGpusPerNode",
    hint: `use nodes of ${gpus.total} GPUs (spec.hardware.numGpusPerNode) or allow fewer GPUs (spec.hardware.totalGpus)`,
    origin: request.locate("spec.hardware.numGpusPerNode")
  });
}

// src/graph/trust.ts
var TRUST_FIELD = "spec.overrides.trustRemoteCode";
function trustFlags(context, { release }, given) {
  let { request, profile, backend, model } = context, { trustRemoteCode: flag, needsTrust } = backend, knowsField = release.requestFields.includes(TRUST_FIELD), { writesRoleFlags } = request.mends;
  if (request.overrides.trustRemoteCode && (writesRoleFlags || knowsField))
    return writesRoleFlags || needsTrust ? [flag] : [];
  if (!(needsTrust && release.refusesCustomCode && profile.model.hasCustomCode === !0) || missingTokens([flag], given).length === 0) return [];
  if (isFilePath(model.path)) return [flag];
  throw untrusted(context, knowsField);
}
function untrusted({ request, backend, profile }, knowsField) {
  let { model, target, locate: locate2 } = request, { flag } = backend.trustRemoteCode, how = knowsField ? `set ${TRUST_FIELD} to true` : `set ${flag} in the arguments of every worker in spec.overrides.dgd`;
  return new RenderError("REMOTE_CODE_UNTRUSTED", {
    message: `${model} brings code of its own (auto_map in its config.json), which ${profile.backend} runs only with ${flag}; the profiler of Dynamo ${printRelease(target)} refuses it unless the request trusts it`,
    path: "spec.model",
    origin: locate2("spec.model"),
    hint: `${how} if this code is meant to run`
  });
}

// src/graph/worker.ts
var NAIVE_REFERENCE = { isl: 4e3, osl: 1e3 };
function engineWorker(request, profile, plan) {
  let naive = profile.naive !== void 0, { isl, osl } = naive && !request.mends.forwardsLengths ? NAIVE_REFERENCE : request.workload, wanted = isl + osl + 1500, release = releaseFacts(request.target);
  return {
    ...plan,
    model: request.model,
    engineVersion: profile.backendVersion,
    isMoe: profile.model.isMoe,
    nextn: naive ? 0 : profile.model.nextn,
    isl,
    osl,
    maxModelLen: request.mends.clampsContext ? Math.min(wanted, profile.model.contextLength ?? wanted) : wanted,
    writesContextLength: release.backends.vllm.writesContextLength || request.mends.keepsContextLength,
    facts: hardwareFacts(request.hardware.system),
    release
  };
}
function warnContext(request, profile, backend, workers, warn) {
  for (let worker2 of workers) {
    let wanted = worker2.isl + worker2.osl + 1500;
    backend.contextFlag === void 0 || worker2.role !== "agg" || worker2.maxModelLen >= wanted || warn("CONTEXT_CLAMPED", {
      message: `isl + osl + ${1500} is ${wanted} tokens, but ${request.model} has a context of ${profile.model.contextLength}; ${backend.contextFlag} is ${worker2.maxModelLen}`,
      path: "spec.workload",
      hint: `keep isl + osl at or below ${worker2.maxModelLen - 1500}`,
      origin: request.locate("spec.workload")
    });
  }
}

// src/graph/graph.ts
function buildGraph(request, profile, warn) {
  let planner = planPlanner(request, profile, warn), { services, pvcs = {} } = request.features.mocker ? { services: mockerServices(request, mockerTiming(request, profile, planner), warn) } : engineServices(request, profile, warn), built = addPlanner(services, planner, { request, profile });
  return { graph: canonicalGraph({
    apiVersion: `${GROUP}/v1alpha1`,
    kind: GRAPH_KIND,
    metadata: { name: `${request.name}-dgd` },
    spec: { ...pvcs, services: built.services }
  }), resources: built.resources };
}
function mockerTiming(request, profile, planner) {
  return { interpolation: planner ? planner.interpolation : mockerInterpolation(request, profile), backendVersion: profile.backendVersion };
}
function engineServices(request, profile, warn) {
  let backend = GRAPH_BACKENDS[profile.backend], workers = planWorkers(request, profile).map((plan) => engineWorker(request, profile, plan)), model = resolveModel(request, profile.backendVersion === null), image = runtimeImage(request.image, profile.backend, request.mends), perNode = gpusPerNode(request, profile), context = { request, profile, backendName: profile.backend, backend, image, model, perNode };
  return warnContext(request, profile, backend, workers, warn), { services: Object.fromEntries([
    ["Frontend", frontend(context)],
    ...workers.map((worker2) => [nameOf2(context, worker2), workerService(context, worker2)])
  ]), ...model.claim ? { pvcs: { pvcs: [{ name: model.claim.name, create: !1 }] } } : {} };
}
function frontend({ request, image, model }) {
  let path = isFilePath(model.path) ? ["--model-name", request.model, "--model-path", model.path] : [], command = frontendCommand(request, path);
  return {
    componentType: "frontend",
    replicas: 1,
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: { mainContainer: { image, ...command, ...hfHomeFields(model) } }
  };
}
function nameOf2({ request, backendName }, { role }) {
  return workerName(backendName, role, request.target);
}
function workerService(context, worker2) {
  let { request, backend, image, model, perNode } = context, shape = backend.services[worker2.role], gpus = {
    total: backend.gpusPerWorker(worker2, request.mends),
    perInstance: backend.tensorParallel(worker2) * worker2.pp,
    ephemeralStorage: shape.ephemeralStorage,
    spreadsRanks: backend.spreadsRanks && request.mends.usesNodeSize
  };
  return request.mends.usesNodeSize && checkNodes(request, nameOf2(context, worker2), gpus), {
    componentType: "worker",
    ...shape.subComponentType === void 0 ? {} : { subComponentType: shape.subComponentType },
    replicas: worker2.replicas,
    ...gpuFields(gpus, perNode),
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: {
      mainContainer: {
        image,
        workingDir: backend.workingDir,
        command: ["python3", "-m", backend.module],
        args: workerArgs(context, worker2),
        ...hfHomeFields(model)
      }
    }
  };
}
function workerArgs(context, worker2) {
  let { request, backendName, backend, model } = context, engine = emitTokens(backend.flags(worker2), worker2), given = [...engine, ...overrideArgs(request, backendName, worker2.role)], isRoleWritten = request.mends.writesRoleFlags || worker2.release.backends[backendName].keepsRoleFlags, role = missingTokens(isRoleWritten ? backend.roleFlags[worker2.role](worker2.release) : [], given), trust = missingTokens(trustFlags(context, worker2, given), given), names = [backend.modelFlag, model.path, "--served-model-name", request.model];
  return [...engine, ...role, ...names, ...backend.closingArgs, ...trust];
}

// src/lock/find-entry.ts
import { posix } from "node:path";
function findEntry(locks, request, inputs) {
  let beside = locks.filter(({ resource }) => isBeside(resource, request.origin.file)), all = beside.flatMap((lock) => lock.entries.map((entry) => ({ lock, entry }))), named3 = all.filter(({ entry }) => isNamed(entry, request)), digests = { profile: digestOf(inputs.profile), cluster: digestOf(inputs.cluster) }, digestFor = (entry) => entry.inputs.take === void 0 ? digests[inputsOf(entry)] : digestOf(withTake(inputs.profile, entry)), fits = ({ entry }) => entry.digest === digestFor(entry), locked = named3.find(fits) ?? all.find((one) => fits(one) && holdsForOthers(one.entry, request));
  return locked !== void 0 ? { kind: "locked", ...locked } : named3[0] !== void 0 ? { kind: "stale", ...named3[0] } : beside[0] === void 0 ? { kind: "unlocked" } : { kind: "missing", lock: beside[0] };
}
function withTake(inputs, { inputs: { take: take2 } }) {
  return take2 === void 0 || inputs.take !== void 0 ? inputs : { ...inputs, take: take2 };
}
function holdsForOthers({ cluster, inputs: { take: take2 }, name }, request) {
  return cluster === void 0 && (take2 === void 0 || request.name.includes(name));
}
function inputsOf({ cluster }) {
  return cluster === void 0 ? "profile" : "cluster";
}
function isBeside({ origin }, requestFile) {
  return origin.file === "" || requestFile === "" ? !0 : posix.dirname(origin.file) === posix.dirname(requestFile);
}
function isNamed({ name, namespace }, request) {
  return name === request.name && namespace === request.namespace;
}
function hasClusterEntry(locks, { object: object2 }) {
  let { name, namespace } = refOf(object2);
  return locks.some(({ entries: entries2 }) => entries2.some((entry) => entry.cluster && entry.name === name && entry.namespace === namespace));
}

// src/merge/context.ts
function onGraph(change) {
  return (made, context) => ({ ...made, graph: change(made.graph, context) });
}
function onlyLook(look) {
  return (made, context) => (look(made.graph, context), made);
}

// src/dgd/beta/part.ts
import { isDeepStrictEqual } from "node:util";
function complain(part, { severity = "error", at = [], message, hint }) {
  part.report({ severity, path: [...part.path, ...at], message, hint });
}
function partAt(part, key) {
  let value = getIn(part?.object, key);
  return part === void 0 || value === void 0 ? void 0 : toPart(part, [key], value);
}
function partsAt(part, key) {
  let value = getIn(part?.object, key);
  return part === void 0 || value === void 0 ? [] : Array.isArray(value) ? value.flatMap((entry, index) => toPart(part, [key, index], entry) ?? []) : (complain(part, { at: [key], message: `${key} is no list`, hint: "give a list" }), []);
}
function refuseOthers(part, known) {
  let others = Object.keys(part.object).filter((key) => !known.includes(key));
  for (let key of others) {
    let message = `v1beta1 has no place for ${key}, and v1alpha1 does not know it here`;
    complain(part, { at: [key], message, hint: `remove it, or write one of ${known.join(", ")}` });
  }
}
function overlay(entries2, report) {
  let kept2 = [], places = /* @__PURE__ */ new Map();
  for (let entry of entries2) {
    let { name } = entry, index = (name === void 0 ? void 0 : places.get(name)) ?? kept2.length, overruled = kept2[index];
    if (kept2[index] = entry, name !== void 0 && places.set(name, index), overruled === void 0 || isDeepStrictEqual(overruled.value, entry.value)) continue;
    let message = `${entry.name} has another value further on, which counts`;
    report({ severity: "warning", path: overruled.path, message, hint: "give it in one place" });
  }
  return kept2;
}
function without(object2, keys) {
  return Object.fromEntries(Object.entries(object2).filter(([key]) => !keys.includes(key)));
}
function present(members2) {
  return Object.fromEntries(
    Object.entries(members2).flatMap(([key, value]) => value === void 0 ? [] : [[key, value]])
  );
}
function nonEmpty(value) {
  return typeof value == "object" && value !== null && Object.keys(value).length === 0 ? void 0 : value;
}
function toPart({ path, report }, keys, value) {
  let part = { path: [...path, ...keys], report, object: isObject(value) ? value : {} };
  if (isObject(value)) return part;
  complain(part, { message: `${keys.join(".")} is no map`, hint: "give a map" });
}

// src/dgd/beta/claims.ts
var PVC_FIELDS = ["name", "create", "storageClass", "size", "volumeAccessMode"], MAKING = ["storageClass", "size", "volumeAccessMode"];
function claimMounts(service) {
  let mounts = partsAt(service, "volumeMounts"), cache = mounts.find(({ object: object2 }) => object2.useAsCompilationCache === !0), others = mounts.filter((mount) => mount !== cache);
  for (let mount of others) refusePathless(mount);
  return cache !== void 0 && refuseOthers(cache, ["name", "mountPoint", "useAsCompilationCache"]), { cache, others };
}
function compilationCache({ cache }) {
  return cache && present({ pvcName: cache.object.name, mountPath: cache.object.mountPoint });
}
function containerMounts({ others }) {
  return others.map(({ object: object2 }) => ({
    ...without(object2, ["mountPoint", "useAsCompilationCache"]),
    ...present({ mountPath: object2.mountPoint })
  }));
}
function claimVolumes({ others }, podVolumes) {
  let taken = new Set(podVolumes.map(({ object: object2 }) => object2.name));
  return [...new Set(others.flatMap(({ object: { name } }) => typeof name == "string" ? [name] : []))].filter((claim) => !taken.has(claim)).map((claim) => ({ name: claim, persistentVolumeClaim: { claimName: claim } }));
}
function createdClaims(spec) {
  return partsAt(spec, "pvcs").flatMap((pvc) => (refuseOthers(pvc, PVC_FIELDS), pvc.object.create === !0 ? createdClaim(pvc) : (warnIdle(pvc), [])));
}
function createdClaim(pvc) {
  let field = (key) => pvc.object[key] ?? "", missing = ["name", ...MAKING].filter((key) => field(key) === "");
  for (let key of missing) {
    let message = `the claim ${field("name") || "without a name"} is to be created and has no ${key}`;
    complain(pvc, { at: [key], message, hint: `give ${key}, or create the claim yourself and leave out create` });
  }
  return missing.length > 0 ? [] : [
    {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: field("name") },
      spec: {
        accessModes: [field("volumeAccessMode")],
        resources: { requests: { storage: field("size") } },
        storageClassName: field("storageClass")
      }
    }
  ];
}
function warnIdle(pvc) {
  for (let key of MAKING.filter((field) => pvc.object[field] !== void 0)) {
    let message = `${key} does nothing for a claim that is not created, and is left out`;
    complain(pvc, { severity: "warning", at: [key], message, hint: "remove it, or set create to true" });
  }
}
function refusePathless(mount) {
  let { mountPoint, mountPath } = mount.object;
  (mountPoint ?? "") === "" && complain(mount, { at: ["mountPoint"], message: "the mount has no mountPoint, and only the first compilation cache has a default", hint: "give mountPoint" }), mountPath !== void 0 && complain(mount, { at: ["mountPath"], message: "mountPath is called mountPoint in v1alpha1", hint: "write mountPoint" });
}

// src/dgd/beta/container.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";
var GPU = "nvidia.com/gpu", PROBE_ACTIONS = ["exec", "httpGet", "tcpSocket", "grpc"], SHARED_FIELDS = ["resources", "env", "envFrom", "volumeMounts", "livenessProbe", "readinessProbe"];
function mainContainer2(origins, mounts) {
  let { service, main } = origins;
  return warnName(main), {
    ...without(main?.object ?? {}, SHARED_FIELDS),
    name: MAIN_CONTAINER,
    ...present({
      resources: nonEmpty(resources(origins)),
      env: nonEmpty(environment(origins)),
      envFrom: nonEmpty(secretSources(origins)),
      volumeMounts: nonEmpty([...objectsAt(main, "volumeMounts"), ...containerMounts(mounts)]),
      livenessProbe: probe(partAt(service, "livenessProbe"), partAt(main, "livenessProbe")),
      readinessProbe: probe(partAt(service, "readinessProbe"), partAt(main, "readinessProbe"))
    })
  };
}
function secretSource(secret) {
  return secret === void 0 || secret === "" ? [] : [{ secretRef: { name: secret } }];
}
function warnName(main) {
  let name = main?.object.name ?? MAIN_CONTAINER;
  if (main === void 0 || name === MAIN_CONTAINER) return;
  let message = `the main container is called ${MAIN_CONTAINER} in v1beta1, not ${name}`;
  complain(main, { severity: "warning", at: ["name"], message, hint: "remove the name" });
}
function resources({ service, main }) {
  let dedicated = partAt(service, "resources"), native = partAt(main, "resources");
  dedicated !== void 0 && refuseOthers(dedicated, ["requests", "limits", "claims"]);
  let side = (key) => {
    let amounts = [...dedicatedAmounts(partAt(dedicated, key)), ...members(partAt(native, key))], kept2 = overlay(amounts, service.report);
    return nonEmpty(Object.fromEntries(kept2.map(({ name = "", value }) => [name, value])));
  };
  return {
    ...without(native?.object ?? {}, ["requests", "limits", "claims"]),
    ...present({ requests: side("requests"), limits: side("limits"), claims: deviceClaims(dedicated, native) })
  };
}
function dedicatedAmounts(side) {
  if (side === void 0) return [];
  refuseOthers(side, ["cpu", "memory", "gpu", "gpuType", "custom"]);
  let { gpu, gpuType = GPU } = side.object;
  return (gpu ?? "") === "" && side.object.gpuType !== void 0 && complain(side, { severity: "warning", at: ["gpuType"], message: "gpuType does nothing without gpu, and is left out", hint: "give gpu, or remove gpuType" }), [...members(side).filter(({ name }) => name === "cpu" || name === "memory" || name === "gpu").map((amount) => amount.name === "gpu" ? { ...amount, name: String(gpuType) } : amount), ...members(partAt(side, "custom"))].filter(({ value }) => value !== "");
}
function members(part) {
  return part === void 0 ? [] : Object.entries(part.object).map(([name, value]) => ({ name, value, path: [...part.path, name] }));
}
function deviceClaims(dedicated, native) {
  let claims = objectsAt(dedicated, "claims"), winning = objectsAt(native, "claims");
  return claims.length === 0 || winning.length === 0 ? nonEmpty([...claims, ...winning]) : (dedicated !== void 0 && !isDeepStrictEqual2(claims, winning) && warnOverruled(dedicated, "claims"), winning);
}
function environment({ service, main }) {
  let entries2 = [...partsAt(service, "envs"), ...partsAt(main, "env")].map(({ object: object2, path }) => ({ name: typeof object2.name == "string" ? object2.name : void 0, value: object2, path }));
  return overlay(entries2, service.report).map(({ value }) => value);
}
function secretSources({ service, main }) {
  let dedicated = secretSource(service.object.envFromSecret), winning = objectsAt(main, "envFrom");
  return winning.length === 0 ? dedicated : (dedicated.some((source) => !winning.some((other) => isDeepStrictEqual2(other, source))) && warnOverruled(service, "envFromSecret", "envFrom"), winning);
}
function probe(dedicated, winning) {
  if (dedicated === void 0 || winning === void 0) return (winning ?? dedicated)?.object;
  let merged = mergeFilled(dedicated.object, winning.object), actions2 = PROBE_ACTIONS.filter((action) => getIn(merged, action) !== void 0);
  if (actions2.length > 1) {
    let message = `the probe asks by ${actions2.join(" and ")}, counting what mainContainer gives`;
    complain(dedicated, { message, hint: "give the probe in one place" });
  } else isDeepStrictEqual2(dedicated.object, winning.object) || warnOverruled(dedicated);
  return merged;
}
function mergeFilled(base, winning) {
  let merged = Object.entries(winning).flatMap(([key, value]) => {
    let below2 = getIn(base, key);
    return isObject(below2) && isObject(value) ? [[key, mergeFilled(below2, value)]] : (value === "" || value === 0 || value === !1 || Array.isArray(value) && value.length === 0) && below2 !== void 0 ? [] : [[key, value]];
  });
  return { ...base, ...Object.fromEntries(merged) };
}
function warnOverruled(part, key, by = key ?? part.path.at(-1)) {
  let message = `${key ?? by} is overruled by ${by} of mainContainer`;
  complain(part, { severity: "warning", at: key === void 0 ? [] : [key], message, hint: "give it in one place" });
}
function objectsAt(part, key) {
  return partsAt(part, key).map(({ object: object2 }) => object2);
}

// src/dgd/beta/pod.ts
var SIDECAR_CONTAINER = "sidecar-frontend", SIDECAR_NAMES = { name: void 0, env: "envs", envFrom: "envFromSecret" };
function podMembers(service, mounts) {
  let sidecar = partAt(service, "frontendSidecar"), metadata3 = nonEmpty(partAt(service, "extraPodMetadata")?.object ?? {}), spec = podSpec(service, mounts, sidecar);
  return present({
    podTemplate: nonEmpty(present({ metadata: metadata3, spec: metadata3 === void 0 && isBare(spec) ? void 0 : spec })),
    frontendSidecar: sidecar && SIDECAR_CONTAINER
  });
}
function podSpec(service, mounts, sidecar) {
  let pod = partAt(service, "extraPodSpec"), main = mainContainer2({ service, main: partAt(pod, "mainContainer") }, mounts), others = partsAt(pod, "containers").filter((container) => isFree(container, sidecar)), volumes = partsAt(pod, "volumes");
  return {
    ...without(pod?.object ?? {}, ["mainContainer", "containers", "volumes"]),
    containers: [
      main,
      ...others.map(({ object: object2 }) => object2),
      ...sidecar === void 0 ? [] : [sidecarContainer(sidecar)]
    ],
    ...present({ volumes: nonEmpty([...volumes.map(({ object: object2 }) => object2), ...claimVolumes(mounts, volumes)]) })
  };
}
function isFree(container, sidecar) {
  let { name } = container.object, owner = { [MAIN_CONTAINER]: "mainContainer", ...sidecar && { [SIDECAR_CONTAINER]: "frontendSidecar" } }, taken = new Map(Object.entries(owner)).get(String(name));
  if (taken === void 0) return !0;
  let hint = `call it otherwise, or write it as ${taken}`;
  return complain(container, { message: `in v1beta1 the container ${name} is the one of ${taken}`, hint }), !1;
}
function sidecarContainer(sidecar) {
  let { envs, envFromSecret } = sidecar.object;
  for (let [key, instead] of Object.entries(SIDECAR_NAMES)) {
    if (sidecar.object[key] === void 0) continue;
    let message = `frontendSidecar takes no ${key}`;
    complain(sidecar, { at: [key], message, hint: instead === void 0 ? "remove it" : `write ${instead}` });
  }
  return {
    ...without(sidecar.object, ["envs", "envFromSecret"]),
    ...present({ env: envs, envFrom: nonEmpty(secretSource(envFromSecret)) }),
    name: SIDECAR_CONTAINER
  };
}
function isBare({ containers, ...rest }) {
  let [main = {}, ...others] = Array.isArray(containers) ? containers : [];
  return Object.keys(rest).length === 0 && others.length === 0 && Object.keys(main ?? {}).length === 1;
}

// src/dgd/beta/component.ts
var COMPONENT_TYPES = ["frontend", "worker", "prefill", "decode", "planner", "epp"], PROMOTED = ["prefill", "decode"], SAME = [
  "replicas",
  "minAvailable",
  "multinode",
  "modelRef",
  "eppConfig",
  "topologyConstraint",
  "globalDynamoNamespace",
  "runtimeVersionOverride"
], MOVED = [
  "componentType",
  "subComponentType",
  "resources",
  "envs",
  "envFromSecret",
  "volumeMounts",
  "sharedMemory",
  "extraPodMetadata",
  "extraPodSpec",
  "livenessProbe",
  "readinessProbe",
  "scalingAdapter",
  "frontendSidecar",
  "checkpoint",
  "gpuMemoryService",
  "failover"
], MODES = /* @__PURE__ */ new Map([
  ["intraPod", "IntraPod"],
  ["interPod", "InterPod"]
]), IN_POD_METADATA = () => "write them under extraPodMetadata, which becomes podTemplate.metadata", HOMELESS = {
  annotations: {
    severity: "error",
    counts: saysSomething,
    message: "a component of v1beta1 has no annotations of its own",
    hint: IN_POD_METADATA
  },
  labels: {
    severity: "error",
    counts: saysSomething,
    message: "a component of v1beta1 has no labels of its own",
    hint: IN_POD_METADATA
  },
  ingress: {
    severity: "error",
    counts: isOn,
    message: "v1beta1 makes no ingress",
    hint: ({ graph, service }) => `write an Ingress of your own for the Service ${graph}-${service.toLowerCase()}`
  },
  autoscaling: {
    severity: "warning",
    counts: isOn,
    message: "autoscaling does nothing, and is left out",
    hint: () => "remove it, or set scalingAdapter.enabled and scale with a planner or autoscaler"
  },
  dynamoNamespace: {
    severity: "warning",
    counts: saysSomething,
    message: "dynamoNamespace does nothing, and is left out",
    hint: () => "remove it: the namespace is made of those of Kubernetes and the name of the graph"
  },
  serviceName: {
    severity: "warning",
    counts: (value, { service }) => saysSomething(value) && value !== service,
    message: "serviceName does nothing, and is left out",
    hint: ({ service }) => `remove it: the component is called ${service}`
  }
};
function toComponent(service, name, graph) {
  refuseOthers(service, [...SAME, ...MOVED, ...Object.keys(HOMELESS)]), reportHomeless(service, { service: name, graph });
  let mounts = claimMounts(service);
  return {
    name,
    ...present({ type: componentType(service) }),
    ...present(Object.fromEntries(SAME.map((key) => [key, service.object[key]]))),
    ...present({
      sharedMemorySize: sharedMemorySize(partAt(service, "sharedMemory")),
      compilationCache: compilationCache(mounts),
      scalingAdapter: scalingAdapter(partAt(service, "scalingAdapter")),
      experimental: nonEmpty(experimental(service))
    }),
    ...podMembers(service, mounts)
  };
}
function reportHomeless(service, names) {
  for (let [key, { severity, counts, message, hint }] of Object.entries(HOMELESS)) {
    let value = service.object[key];
    value === void 0 || !counts(value, names) || complain(service, { severity, at: [key], message, hint: hint(names) });
  }
}
function componentType(service) {
  let { componentType: general, subComponentType: special } = service.object, type = general === "worker" && special !== void 0 && PROMOTED.includes(special) ? special : general;
  if (type !== void 0 && !COMPONENT_TYPES.includes(type)) {
    let hint = `use one of ${COMPONENT_TYPES.join(", ")}`;
    complain(service, {
      at: ["componentType"],
      message: `v1beta1 has no component type ${JSON.stringify(type)}`,
      hint
    });
  }
  if (special !== void 0 && special !== type) {
    let message = `a ${general ?? "component"} with subComponentType ${special} has no type of its own in v1beta1`;
    complain(service, { severity: "warning", at: ["subComponentType"], message, hint: "remove subComponentType" });
  }
  return type;
}
function sharedMemorySize(memory) {
  if (memory === void 0) return;
  refuseOthers(memory, ["disabled", "size"]);
  let { disabled, size } = memory.object;
  return disabled !== !0 ? size : (size !== void 0 && complain(memory, {
    at: ["size"],
    message: "shared memory is disabled and has a size",
    hint: "keep one of the two"
  }), "0");
}
function scalingAdapter(adapter) {
  if (!(adapter === void 0 || !isOn(adapter.object)))
    return refuseOthers(adapter, ["enabled"]), {};
}
function experimental(service) {
  let [memory, failover, checkpoint] = ["gpuMemoryService", "failover", "checkpoint"].map((key) => {
    let feature = partAt(service, key);
    return feature !== void 0 && isOn(feature.object) ? feature : void 0;
  });
  return present({
    gpuMemoryService: memory && gpuMemoryService(memory),
    failover: failover && withMode(failover.object),
    checkpoint: checkpoint?.object
  });
}
function gpuMemoryService(memory) {
  return saysSomething(memory.object.extraClientPods ?? []) && complain(memory, { at: ["extraClientPods"], message: "extraClientPods is reserved, and the operator refuses it in v1beta1 as well", hint: "remove it, or use extraClientContainers" }), without(withMode(memory.object), ["extraClientPods"]);
}
function withMode(feature) {
  let { mode } = feature;
  return { ...without(feature, ["enabled", "mode"]), ...present({ mode: MODES.get(mode) ?? mode }) };
}
function isOn(feature) {
  let { enabled = !1 } = typeof feature == "object" && feature !== null && !Array.isArray(feature) ? feature : {};
  return enabled !== !1;
}
function saysSomething(value) {
  return value !== "" && nonEmpty(value) !== void 0;
}

// src/dgd/beta/to-beta.ts
var SAME2 = ["annotations", "labels", "priorityClassName", "backendFramework", "restart", "experimental"], MOVED2 = ["services", "envs", "pvcs", "topologyConstraint"];
function toBeta(graph) {
  let problems = [], report = (problem) => {
    problems.push(problem);
  }, root = { object: withoutNulls(graph), path: [], report };
  refuseOthers(root, ["apiVersion", "kind", "metadata", "spec", "status"]), warnStatus(root);
  let spec = partAt(root, "spec");
  return { graph: {
    ...without(root.object, ["status", "metadata", "spec"]),
    apiVersion: `${GROUP}/v1beta1`,
    ...present({ metadata: metadata(root), spec: spec && betaSpec(spec, root) })
  }, resources: spec === void 0 ? [] : createdClaims(spec), problems };
}
var NEWEST_FORM = {
  v1alpha1: (graph) => ({ ...toBeta(graph).graph, apiVersion: graph.apiVersion ?? "" }),
  v1beta1: (graph) => graph
};
function inOneVersion(before, after) {
  let [older, newer] = [graphVersion(before), graphVersion(after)];
  return older === newer ? [before, after] : [NEWEST_FORM[older](before), NEWEST_FORM[newer](after)];
}
function betaSpec(spec, root) {
  return refuseOthers(spec, [...SAME2, ...MOVED2]), present({
    ...Object.fromEntries(SAME2.map((key) => [key, spec.object[key]])),
    env: spec.object.envs,
    topologyConstraint: topologyConstraint(partAt(spec, "topologyConstraint")),
    components: components(partAt(spec, "services"), graphName(root))
  });
}
function components(services, graph) {
  return services === void 0 ? [] : (refuseTwins(services), Object.keys(services.object).flatMap((name) => {
    let service = partAt(services, name);
    return service === void 0 ? [] : [toComponent(service, name, graph)];
  }));
}
function refuseTwins(services) {
  let seen = /* @__PURE__ */ new Map();
  for (let name of Object.keys(services.object)) {
    let twin = seen.get(name.toLowerCase());
    if (twin === void 0) seen.set(name.toLowerCase(), name);
    else {
      let message = `v1beta1 takes ${name} and ${twin} for the same name`;
      complain(services, { at: [name], message, hint: "rename one of the two" });
    }
  }
}
function topologyConstraint(constraint) {
  if (constraint === void 0) return;
  refuseOthers(constraint, ["topologyProfile", "packDomain"]);
  let { topologyProfile, packDomain } = constraint.object;
  return present({ clusterTopologyName: topologyProfile, packDomain });
}
function metadata(root) {
  let given = partAt(root, "metadata"), annotations = partAt(given, "annotations");
  if (given === void 0 || annotations === void 0) return given?.object;
  let reserved = Object.keys(annotations.object).filter((key) => key.startsWith(CONVERSION_PREFIX));
  for (let key of reserved) {
    let message = `${key} belongs to the operator's conversion, and is left out`;
    complain(annotations, { severity: "warning", at: [key], message, hint: "remove it" });
  }
  let kept2 = without(annotations.object, reserved), isEmptied = reserved.length > 0 && Object.keys(kept2).length === 0;
  return { ...without(given.object, ["annotations"]), ...isEmptied ? {} : { annotations: kept2 } };
}
function graphName(root) {
  let { name } = isObject(root.object.metadata) ? root.object.metadata : {};
  return typeof name == "string" ? name : "<name>";
}
function warnStatus(root) {
  if (root.object.status === void 0) return;
  complain(root, { severity: "warning", at: ["status"], message: "status is written by the operator, and is left out", hint: "remove it" });
}
function withoutNulls(object2) {
  let clean = (value) => Array.isArray(value) ? value.map(clean) : isObject(value) ? withoutNulls(value) : value, members2 = Object.entries(object2).filter(([, value]) => value !== null);
  return Object.fromEntries(members2.map(([key, value]) => [key, clean(value)]));
}

// src/merge/override-paths.ts
var NOT_WORKERS = ["Frontend", "Planner"];
function matchesPath(pattern, path) {
  let parts = pattern.split(".");
  return parts.length === path.length && parts.every((part, index) => matchesKey(part, path[index] ?? ""));
}
function matchesKey(part, key) {
  return part === "<worker>" ? !NOT_WORKERS.includes(key) : part === "*" || part === key;
}
function overridePath(path) {
  return path.reduce((text6, key) => /^\d+$/.test(key) ? `${text6}[${key}]` : `${text6}.${key}`, "spec.overrides.dgd");
}
function serviceOverridePath(override, service) {
  return overridePath(findService(override, service)?.path.map(String) ?? []);
}
function mapLeaves(value, change, path = []) {
  return Array.isArray(value) ? value.map((item, index) => mapLeaves(item, change, [...path, String(index)])) : isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapLeaves(item, change, [...path, key])])) : change(value, path);
}

// src/merge/finish/problems.ts
function reportProblems(problems, { graph, codes }, { request, warn }) {
  let details = problems.map((problem) => ({ ...inRequest(problem, graph, request), severity: problem.severity })), errors = details.filter(({ severity }) => severity === "error").map((one) => new RenderError(codes.error, one));
  for (let one of details) one.severity === "warning" && warn(codes.warning, one);
  if (errors.length > 0) throw new RenderErrors(errors);
}
function inRequest({ path: at, message, hint }, graph, request) {
  let path = blamedField(request.overrides.dgd, graph, at);
  return { message: `${graphPath(at)}: ${message}`, path, hint, origin: request.locate(path) };
}
function graphPath(path) {
  return path.reduce((way, key) => typeof key == "number" ? `${way}[${key}]` : `${way}.${key}`, "").replace(/^\./, "");
}
function blamedField(dgd, graph, path) {
  if (dgd === void 0) return "spec";
  let { start, rest } = inOverride(dgd, graph, path);
  return graphVersion(dgd) === graphVersion(graph) ? overridePath([
    ...start,
    ...existing(getAt(dgd, start), getAt(graph, path.slice(0, path.length - rest.length).map(String)), rest)
  ]) : overridePath(start);
}
function inOverride(dgd, graph, path) {
  let service = graphServices(graph).find((one) => one.path.every((key, index) => path[index] === key));
  if (service === void 0) return { start: [], rest: path };
  let own2 = findService(dgd, service.name);
  return own2 === void 0 ? { start: [], rest: [] } : { start: own2.path.map(String), rest: path.slice(service.path.length) };
}
function existing(value, merged, keys) {
  let [key, ...rest] = keys;
  if (key === void 0) return [];
  let place = typeof key == "number" ? namedPlace(value, getAt(merged, [String(key), "name"])) : key, member2 = place === void 0 ? void 0 : getAt(value, [place]);
  return place === void 0 || member2 === void 0 ? [] : [place, ...existing(member2, getAt(merged, [String(key)]), rest)];
}
function namedPlace(list, name) {
  let index = Array.isArray(list) ? list.findIndex((item) => name !== void 0 && getIn(item, "name") === name) : -1;
  return index < 0 ? void 0 : String(index);
}

// src/merge/convert.ts
function convertToBeta({ graph, resources: resources2 }, context) {
  let converted = toBeta(graph), codes = { error: "CONVERSION_IMPOSSIBLE", warning: "CONVERSION_DROPPED" };
  return reportProblems(converted.problems, { graph, codes }, context), { graph: converted.graph, resources: [...resources2, ...converted.resources] };
}
function convertToTarget(made, context) {
  let { target, locate: locate2 } = context.request, wanted = releaseFacts(target).graphVersion;
  if (graphVersion(made.graph) === wanted) return made;
  if (wanted === "v1beta1") return convertToBeta(made, context);
  throw new RenderError("CONVERSION_IMPOSSIBLE", {
    message: `the graph from the cluster is v1beta1, but graphs for Dynamo ${printRelease(target)} are v1alpha1`,
    path: "spec.image",
    hint: "set the target to the release of the cluster, 1.4 or later",
    origin: locate2("spec.image")
  });
}

// src/dgd/rules/rule.ts
var ALPHA = ["v1alpha1"], BETA = ["v1beta1"], WEBHOOK = "the operator's webhook refuses it", CEL = "the API server refuses it";
function viewFor(graph, target) {
  return { ...viewGraph(graph), target };
}
function ofServices(check2) {
  return (view) => view.services.flatMap((service) => check2(service, view));
}
function when(isBroken, path, found, hint) {
  return isBroken ? [{ path, found, hint }] : [];
}
function show2(value) {
  return isGiven(value) ? show(value) : "absent";
}

// src/dgd/rules/annotations.ts
var GROVE_ANNOTATION = "nvidia.com/enable-grove", DISCOVERY_ANNOTATION = "nvidia.com/dynamo-kube-discovery-mode", VERSION2 = /^v?\d+(?:\.\d+){0,2}(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/, EXECUTOR = {
  key: "nvidia.com/vllm-distributed-executor-backend",
  wanted: "mp or ray",
  takes: (value) => ["mp", "ray"].includes(value.toLowerCase())
}, OF_GRAPH = [
  EXECUTOR,
  {
    key: "nvidia.com/dynamo-operator-origin-version",
    wanted: "a version such as 1.3.1",
    takes: (value) => VERSION2.test(value)
  },
  {
    key: DISCOVERY_ANNOTATION,
    since: v1(1),
    wanted: "pod or container",
    takes: (value) => value === "pod" || value === "container"
  },
  {
    key: "nvidia.com/grove-update-strategy",
    since: v1(4),
    wanted: "RollingRecreate or OnDelete",
    takes: (value) => value === "RollingRecreate" || value === "OnDelete"
  }
], ANNOTATION_RULES = [
  ...OF_GRAPH.map(ofGraph),
  {
    name: `${EXECUTOR.key} of a service`,
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: `set it to ${EXECUTOR.wanted}, or remove it`,
    breaches: ofServices(
      ({ path, object: object2 }) => unfit(EXECUTOR, objectIn(object2, "annotations"), [...path, "annotations"])
    )
  },
  {
    name: `${EXECUTOR.key} of a pod`,
    versions: BETA,
    since: v1(3),
    severity: "warning",
    why: "a webhook of 1.3 refuses it and a later operator takes no notice",
    hint: `set it to ${EXECUTOR.wanted}, or remove it`,
    breaches: ofServices(({ path, object: object2 }) => {
      let keys = ["podTemplate", "metadata", "annotations"];
      return unfit(EXECUTOR, objectIn(object2, ...keys), [...path, ...keys]);
    })
  },
  {
    name: "annotations of the conversion",
    since: v1(2),
    severity: "warning",
    why: "the operator keeps there what a graph's other version cannot say, and reads it back over the graph",
    hint: "remove the annotation",
    breaches: keptByConversion
  }
];
function ofGraph(annotation) {
  return {
    name: `${annotation.key} of the graph`,
    ...annotation.since && { since: annotation.since },
    severity: "error",
    why: WEBHOOK,
    hint: `set it to ${annotation.wanted}, or remove it`,
    breaches: ({ annotations }) => unfit(annotation, annotations, ["metadata", "annotations"])
  };
}
function unfit({ key, wanted, takes }, annotations, path) {
  let value = Object.hasOwn(annotations, key) ? annotations[key] : void 0;
  return value == null || typeof value == "string" && takes(value) ? [] : [{ path: [...path, key], found: `${key} is ${show2(value)}, wanted ${wanted}` }];
}
function keptByConversion({ annotations }) {
  return isObject(annotations) ? Object.keys(annotations).filter((key) => key.startsWith(CONVERSION_PREFIX)).map((key) => ({ path: ["metadata", "annotations", key], found: `${key} belongs to the conversion` })) : [];
}

// src/dgd/rules/feature.ts
var INTER_POD = "interpod";
function ofFeature(name, check2, find = featureOf) {
  return ofServices((service, view) => {
    let feature = find(service, view, name);
    return feature === void 0 ? [] : check2(feature);
  });
}
function featureOf(service, view, name) {
  let feature = settingsOf(service, view, name);
  return feature !== void 0 && isOn2(feature, name) ? feature : void 0;
}
function settingsOf(service, view, name) {
  let { featuresPath } = view.lens, settings = objectIn(service.object, ...featuresPath)[name];
  return isObject(settings) ? { service, settings, path: [...service.path, ...featuresPath, name], view } : void 0;
}
function isOn2({ settings, view: { lens, target } }, name) {
  return !lens.hasSwitch(name, target) || settings.enabled === !0;
}
function isInterPod({ settings: { mode } }) {
  return typeof mode == "string" && mode.toLowerCase() === INTER_POD;
}

// src/dgd/rules/checkpoint.ts
var CHECKPOINT_RULES = [
  {
    name: "a checkpoint is identified",
    until: v1(3),
    severity: "error",
    why: CEL,
    hint: "set checkpointRef, or identity.model and identity.backendFramework",
    breaches: ofFeature("checkpoint", ({ settings, path }) => {
      let isKnown = isFilled(settings.checkpointRef) || isGiven(settings.identity);
      return when(!isKnown, path, "the checkpoint has neither checkpointRef nor identity");
    })
  },
  {
    name: "a checkpoint that exists needs no job",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "remove job or checkpointRef",
    breaches: ofFeature(
      "checkpoint",
      ({ settings: { job, checkpointRef }, path }) => when(isGiven(job) && isFilled(checkpointRef), [...path, "job"], "job is given with checkpointRef"),
      settingsOf
    )
  },
  {
    name: "clients of the checkpoint job have the memory service",
    since: v1(2),
    severity: "error",
    why: WEBHOOK,
    hint: "switch gpuMemoryService on with the intra-pod mode, or remove gmsClientContainers",
    breaches: ofFeature("checkpoint", lostJobClients, settingsOf)
  },
  {
    name: "checkpoints and the memory service exclude each other",
    since: v1(2),
    severity: "warning",
    why: "operators refuse the two together unless they are set up for it",
    hint: "switch one of the two off",
    breaches: ofFeature(
      "checkpoint",
      ({ service, path, view }) => when(
        featureOf(service, view, "gpuMemoryService") !== void 0,
        path,
        "a checkpoint is on with gpuMemoryService"
      )
    )
  },
  {
    name: "checkpoints are switched on in the platform",
    severity: "warning",
    why: "it works only where the platform is installed with checkpoints, and operators from 1.4 refuse it elsewhere",
    hint: "switch checkpoints on in the values of the platform",
    breaches: ofFeature("checkpoint", ({ path }) => [{ path, found: "a checkpoint is on" }])
  }
];
function lostJobClients({ service, settings, path, view }) {
  let memory = featureOf(service, view, "gpuMemoryService"), isBroken = !(memory !== void 0 && !isInterPod(memory)) && listIn(settings, "job", "gmsClientContainers").length > 0;
  return when(isBroken, [...path, "job", "gmsClientContainers"], "gmsClientContainers is given without an intra-pod gpuMemoryService");
}

// src/dgd/rules/epp.ts
var EPP = "epp", NATIVE = v1(5), ONE_PICKER = {
  name: "one endpoint picker",
  hint: "keep one service of type epp",
  breaches: secondPickers
}, ELSEWHERE = {
  name: "eppConfig is for the picker",
  hint: "remove eppConfig",
  breaches: ofServices(misplaced)
}, EPP_RULES = [
  { ...ONE_PICKER, versions: BETA, severity: "error", why: CEL },
  { ...ONE_PICKER, versions: ALPHA, severity: "warning", why: "the operator looks at one of them" },
  { ...ELSEWHERE, versions: BETA, severity: "error", why: CEL },
  { ...ELSEWHERE, versions: ALPHA, severity: "warning", why: "the operator takes no notice of it there" },
  {
    name: "the picker has one replica",
    severity: "error",
    why: WEBHOOK,
    hint: "set replicas to 1",
    breaches: ofPickers(
      ({ path, object: { replicas } }) => when(isGiven(replicas) && replicas !== 1, [...path, "replicas"], `replicas is ${show2(replicas)}, wanted 1`)
    )
  },
  {
    name: "the picker runs on one node",
    severity: "error",
    why: WEBHOOK,
    hint: "remove multinode",
    breaches: ofPickers(
      (service) => when(nodeCount(service) !== void 0, [...service.path, "multinode"], "the endpoint picker spans nodes")
    )
  },
  {
    name: "the picker has a configuration",
    until: NATIVE,
    severity: "error",
    why: WEBHOOK,
    hint: "set eppConfig.configMapRef or eppConfig.config",
    breaches: ofPickers((service) => unconfigured(service))
  },
  {
    name: "an older picker has a configuration",
    since: NATIVE,
    severity: "error",
    why: WEBHOOK,
    hint: "set eppConfig, or use an image of 1.5 or later",
    breaches: ofPickers((service) => isNative(service) === !1 ? unconfigured(service) : [])
  },
  {
    name: "the native picker has no configuration",
    since: NATIVE,
    severity: "error",
    why: WEBHOOK,
    hint: "remove eppConfig and set DYN_ROUTER_* in the environment of the picker",
    breaches: ofPickers((service) => {
      let { path, object: object2 } = service, found = `eppConfig is given for a picker of Dynamo ${printed(service)}, wanted none from 1.5 on`;
      return when(isNative(service) === !0 && isGiven(object2.eppConfig), [...path, "eppConfig"], found);
    })
  },
  {
    name: "eppConfig has one source",
    severity: "error",
    why: WEBHOOK,
    hint: "keep one of eppConfig.configMapRef and eppConfig.config",
    breaches: ofPickers(({ path, object: object2 }) => {
      let { configMapRef, config } = objectIn(object2, "eppConfig"), isBroken = isGiven(object2.eppConfig) && isGiven(configMapRef) === isGiven(config), found = `eppConfig has ${isGiven(config) ? "both" : "neither"} of configMapRef and config, wanted one`;
      return when(isBroken, [...path, "eppConfig"], found);
    })
  },
  {
    name: "eppConfig names its ConfigMap",
    severity: "error",
    why: WEBHOOK,
    hint: "set the name of a ConfigMap",
    breaches: ofPickers(({ path, object: object2 }) => {
      let ref = objectIn(object2, "eppConfig").configMapRef, isNameless = isGiven(ref) && !isFilled(objectIn(ref).name);
      return when(isNameless, [...path, "eppConfig", "configMapRef", "name"], "configMapRef has no name");
    })
  },
  {
    name: "the picker needs a gateway",
    severity: "warning",
    why: "a cluster without the Gateway API Inference Extension refuses it",
    hint: "install the extension with its InferencePool first",
    breaches: ofPickers(({ name, typePath }) => [{ path: typePath, found: `service ${name} is an endpoint picker` }])
  }
];
function ofPickers(check2) {
  return ofServices((service) => service.type === EPP ? check2(service) : []);
}
function secondPickers({ services }) {
  let [first, ...others] = services.filter(({ type }) => type === EPP);
  return others.map(({ name, path }) => ({
    path,
    found: `service ${name} is an endpoint picker next to ${first?.name}`
  }));
}
function misplaced({ path, object: object2, type }) {
  let isMisplaced = isGiven(object2.eppConfig) && type !== EPP;
  return when(isMisplaced, [...path, "eppConfig"], `eppConfig is given for ${type ?? "a service without type"}`);
}
function unconfigured({ path, object: object2 }) {
  return when(!isGiven(object2.eppConfig), [...path, "eppConfig"], "the endpoint picker has no eppConfig");
}
function isNative(service) {
  let release = runtimeRelease(service);
  return release && !isBefore(release, NATIVE);
}
function printed(service) {
  let release = runtimeRelease(service);
  return release === void 0 ? "unknown" : printRelease(release);
}

// src/dgd/rules/quantity.ts
var QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/, FACTORS = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 1024,
  Mi: 1048576,
  Gi: 1073741824,
  Ti: 1099511627776,
  Pi: 1125899906842624,
  Ei: 1152921504606847e3
};
function quantityNumber(value) {
  let match = typeof value == "number" ? QUANTITY.exec(String(value)) : matchText(value);
  if (match === null) return;
  let [, digits, suffix = ""] = match, factor = FACTORS[suffix];
  return factor === void 0 ? +`${digits}${suffix}` : Number(digits) * factor;
}
function matchText(value) {
  return typeof value == "string" ? QUANTITY.exec(value) : null;
}

// src/dgd/rules/graph-rules.ts
var ORDER = ["spec", "restart", "strategy", "order"], CREATED_CLAIM = ["storageClass", "size", "volumeAccessMode"], GRAPH_RULES = [
  {
    name: "v1beta1 is served",
    versions: BETA,
    until: v1(2),
    severity: "error",
    why: "the API server does not know it",
    hint: "write the graph as nvidia.com/v1alpha1, or target 1.2 or later",
    breaches: () => [{ path: ["apiVersion"], found: "apiVersion is nvidia.com/v1beta1, which came with Dynamo 1.2" }]
  },
  {
    name: "v1beta1 is admitted",
    versions: BETA,
    since: v1(2),
    until: v1(3),
    severity: "warning",
    why: "a webhook of 1.2 was seen to refuse it for want of spec.services",
    hint: "write the graph as nvidia.com/v1alpha1, or target 1.3 or later",
    breaches: () => [{ path: ["apiVersion"], found: "apiVersion is nvidia.com/v1beta1" }]
  },
  {
    name: "at least one service",
    severity: "error",
    why: WEBHOOK,
    hint: "add a frontend and a worker",
    breaches: missingServices
  },
  {
    name: "names differ by more than case",
    severity: "error",
    why: "their Kubernetes objects would share one name",
    hint: "rename one of the two",
    breaches: sharedNames
  },
  {
    name: "restart order is for sequential restarts",
    severity: "error",
    why: WEBHOOK,
    hint: "remove the order, or set the type to Sequential",
    breaches: (view) => when(isParallel(view) && orderOf(view).length > 0, ORDER, "an order is given for type Parallel")
  },
  {
    name: "restart order names each service once",
    severity: "error",
    why: WEBHOOK,
    hint: "list every service once, or remove the order",
    breaches: (view) => isParallel(view) ? [] : brokenOrder(view)
  },
  {
    name: "no restart on creation",
    since: v1(3),
    severity: "warning",
    why: "the operator refuses it when the graph is created, though not later",
    hint: "remove spec.restart, and set it once the graph runs",
    breaches: ({ spec }) => when(isGiven(spec.restart), ["spec", "restart"], "a restart is asked for")
  },
  {
    name: "created claims are complete",
    versions: ALPHA,
    severity: "error",
    why: CEL,
    hint: "set storageClass, size and volumeAccessMode, or create to false for a claim that exists",
    breaches: ({ spec }) => listIn(spec, "pvcs").flatMap(incompleteClaim)
  }
];
function missingServices({ spec, lens: { servicesKey: key } }) {
  let held = spec[key], isEmpty2 = typeof held == "object" && held !== null && Object.keys(held).length === 0, found = `spec.${key} is ${isEmpty2 ? "empty" : "absent"}, wanted one service at least`;
  return when(isEmpty2 || !isGiven(held), ["spec", key], found);
}
function sharedNames({ services }) {
  return services.flatMap(({ name, namePath }, index) => {
    let other = services.slice(0, index).find((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
    if (other === void 0) return [];
    let found = other.name === name ? `two services are called ${name}` : `the names ${other.name} and ${name} differ by case only`;
    return [{ path: namePath, found }];
  });
}
function isParallel({ spec }) {
  return getIn(spec, "restart", "strategy", "type") === "Parallel";
}
function orderOf({ spec }) {
  return listIn(spec, "restart", "strategy", "order");
}
function brokenOrder(view) {
  let order2 = orderOf(view);
  if (order2.length === 0) return [];
  let names = view.services.map(({ name }) => name), wrong2 = order2.flatMap((name, index) => {
    let path = [...ORDER, index];
    return order2.indexOf(name) < index ? [{ path, found: `${show2(name)} comes twice` }] : when(!names.some((known) => known === name), path, `${show2(name)} is no service of the graph`);
  }), missing = names.filter((name) => !order2.includes(name));
  return [...wrong2, ...when(missing.length > 0, ORDER, `the order leaves out ${missing.join(", ")}`)];
}
function incompleteClaim(claim, index) {
  return !isObject(claim) || claim.create !== !0 ? [] : CREATED_CLAIM.flatMap((key) => {
    let value = objectIn(claim)[key], isMissing = !isFilled(value) || key === "size" && quantityNumber(value) === 0;
    return when(isMissing, ["spec", "pvcs", index, key], `${key} is ${show2(value)} for a claim that is to be created`);
  });
}

// src/dgd/rules/name-syntax.ts
var LABEL = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?", WORD = "[A-Za-z\\d](?:[\\w.-]*[A-Za-z\\d])?";
var FORMS = {
  /** The name of a namespace. */
  label: new RegExp(`^(?=.{1,63}$)${LABEL}$`),
  /** The name of most resources. */
  subdomain: new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`),
  labelValue: new RegExp(`^(?=.{0,63}$)(?:${WORD})?$`),
  /** The part of a key behind the slash, or all of it. */
  keyName: new RegExp(`^(?=.{1,63}$)${WORD}$`)
};
function isNamed2(form, text6) {
  return FORMS[form].test(text6);
}
function isLabelKey(text6) {
  let [name = "", prefix, ...more] = text6.split("/").reverse();
  return more.length === 0 && (prefix === void 0 || isNamed2("subdomain", prefix)) && isNamed2("keyName", name);
}

// src/dgd/rules/metadata.ts
var METADATA2 = ["metadata"], ANNOTATION_BYTES = 262144, METADATA_RULES = [
  {
    name: "a graph has a name",
    severity: "error",
    why: CEL,
    hint: "set metadata.name",
    breaches: ({ graph }) => {
      let { name, generateName } = objectIn(graph, "metadata");
      return when(!isFilled(name) && !isFilled(generateName), [...METADATA2, "name"], "there is no name");
    }
  },
  {
    name: "the name is one of a resource",
    severity: "error",
    why: CEL,
    hint: "use lower-case letters, digits and inner hyphens",
    breaches: (view) => misnamed(view, "name", (text6) => isNamed2("subdomain", text6))
  },
  {
    name: "the namespace is a DNS label",
    severity: "error",
    why: CEL,
    hint: "use at most 63 lower-case letters, digits and inner hyphens",
    breaches: (view) => misnamed(view, "namespace", (text6) => isNamed2("label", text6))
  },
  {
    name: "labels have keys and values of labels",
    severity: "error",
    why: CEL,
    hint: "use at most 63 letters, digits, dots, hyphens and underscores, and letters or digits at both ends",
    breaches: (view) => [
      ...badKeys(view, "labels", isLabelKey),
      ...entries(view, "labels").flatMap(
        ([key, value]) => when(!isNamed2("labelValue", value), [...METADATA2, "labels", key], `${show2(value)} is no value of a label`)
      )
    ]
  },
  {
    name: "annotations have keys of annotations",
    severity: "error",
    why: CEL,
    hint: "use a name such as example.com/owner",
    breaches: (view) => badKeys(view, "annotations", (key) => isLabelKey(key.toLowerCase()))
  },
  {
    name: "annotations are not too large",
    severity: "error",
    why: CEL,
    hint: "keep large texts in a ConfigMap",
    breaches: (view) => {
      let bytes = entries(view, "annotations").reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0), found = `annotations have ${bytes} bytes, wanted at most ${ANNOTATION_BYTES}`;
      return when(bytes > ANNOTATION_BYTES, [...METADATA2, "annotations"], found);
    }
  }
];
function misnamed({ graph }, key, isFine) {
  let name = objectIn(graph, "metadata")[key], isBroken = typeof name == "string" && name !== "" && !isFine(name);
  return when(isBroken, [...METADATA2, key], `${show2(name)} is no ${key} of a resource`);
}
function badKeys(view, texts2, isFine) {
  return entries(view, texts2).flatMap(
    ([key]) => when(!isFine(key), [...METADATA2, texts2, key], `${show2(key)} is no key for ${texts2}`)
  );
}
function entries({ graph }, texts2) {
  return Object.entries(objectIn(graph, "metadata", texts2)).filter(
    (entry) => typeof entry[1] == "string"
  );
}

// src/dgd/rules/placement.ts
var CONSTRAINT = ["spec", "topologyConstraint"], POLICY = ["spec", "experimental", "kvTransferPolicy"], GROVE_FIELDS = [
  {
    since: v1(3),
    label: "priorityClassName",
    paths: ({ spec }) => isFilled(spec.priorityClassName) ? [["spec", "priorityClassName"]] : []
  },
  {
    since: v1(3),
    label: "minAvailable",
    paths: ({ services }) => services.flatMap(
      ({ path, object: object2 }) => wholeNumber(object2.minAvailable) === void 0 ? [] : [[...path, "minAvailable"]]
    )
  },
  {
    since: v1(2),
    label: "an inter-pod gpuMemoryService",
    paths: (view) => view.services.flatMap((service) => {
      let memory = featureOf(service, view, "gpuMemoryService");
      return memory !== void 0 && isInterPod(memory) ? [[...memory.path, "mode"]] : [];
    })
  },
  {
    since: v1(3),
    label: "kvTransferPolicy.clusterTopologyName",
    paths: ({ spec }) => isFilled(getIn(spec, "experimental", "kvTransferPolicy", "clusterTopologyName")) ? [[...POLICY, "clusterTopologyName"]] : []
  }
], PLACEMENT_RULES = [
  ...GROVE_FIELDS.flatMap(groveRules),
  {
    name: "topology constraints need Grove",
    since: v1(1),
    severity: "warning",
    why: "it needs Grove and, in the cluster, a topology of that name with that level",
    hint: "apply the graph where both are, or remove the constraint",
    breaches: constrainedPlaces
  },
  {
    name: "topology constraints have a profile",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "name the topology of the cluster in spec.topologyConstraint",
    breaches: ({ spec, lens: { topologyKey }, services }) => {
      let isUsed = services.some(({ object: object2 }) => isObject(object2.topologyConstraint)), profile = objectIn(spec, "topologyConstraint")[topologyKey], found = `${topologyKey} is ${show2(profile)} though a service has a topologyConstraint`;
      return when(isUsed && !isFilled(profile), [...CONSTRAINT, topologyKey], found);
    }
  },
  {
    name: "every service has a packing domain",
    since: v1(1),
    until: v1(5),
    severity: "error",
    why: WEBHOOK,
    hint: "set spec.topologyConstraint.packDomain, or a topologyConstraint for each service",
    breaches: (view) => hasOpenDomain(view) ? view.services.flatMap(
      ({ name, path, object: object2 }) => when(
        !isObject(object2.topologyConstraint),
        [...path, "topologyConstraint"],
        `service ${name} has no packDomain`
      )
    ) : []
  },
  {
    name: "some service has a packing domain",
    since: v1(5),
    severity: "error",
    why: WEBHOOK,
    hint: "set spec.topologyConstraint.packDomain, or a topologyConstraint for a service",
    breaches: (view) => {
      let isUnused = view.services.every(({ object: object2 }) => !isObject(object2.topologyConstraint));
      return when(hasOpenDomain(view) && isUnused, [...CONSTRAINT, "packDomain"], "no packDomain is given anywhere");
    }
  },
  {
    name: "a transfer policy has one topology",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "set one of labelKey and clusterTopologyName",
    breaches: ofPolicy((policy) => {
      let given = ["labelKey", "clusterTopologyName"].filter((key) => isFilled(policy[key])), found = `${given.length === 0 ? "neither" : "both"} of labelKey and clusterTopologyName given, wanted one`;
      return when(given.length !== 1, POLICY, found);
    })
  },
  {
    name: "a preference has a weight",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "set preferredWeight to a number from 0 to 1",
    breaches: ofPolicy(({ enforcement, preferredWeight }) => {
      let isBroken = enforcement === "preferred" && !isGiven(preferredWeight);
      return when(isBroken, [...POLICY, "preferredWeight"], "enforcement is preferred without preferredWeight");
    })
  },
  {
    name: "a weight belongs to a preference",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "remove preferredWeight, or set enforcement to preferred",
    breaches: ofPolicy(({ enforcement, preferredWeight }) => {
      let isBroken = enforcement !== "preferred" && isGiven(preferredWeight);
      return when(isBroken, [...POLICY, "preferredWeight"], "preferredWeight is given, though nothing is preferred");
    })
  },
  {
    name: "a transfer policy names a resource",
    since: v1(3),
    severity: "error",
    why: WEBHOOK,
    hint: "use the name of the ClusterTopology in the cluster",
    breaches: ofPolicy(({ clusterTopologyName: name }) => {
      let isBroken = typeof name == "string" && name !== "" && !isNamed2("subdomain", name);
      return when(isBroken, [...POLICY, "clusterTopologyName"], `${show2(name)} is no name of a Kubernetes resource`);
    })
  },
  {
    name: "the label of a transfer policy fits",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "use the key of a node label",
    breaches: ofPolicy(({ labelKey }) => {
      let length2 = typeof labelKey == "string" ? labelKey.lastIndexOf("/") : 0, found = `the prefix of labelKey has ${length2} characters, wanted at most ${253}`;
      return when(length2 > 253, [...POLICY, "labelKey"], found);
    })
  }
];
function groveRules({ since, label, paths }) {
  let found = `${label} is given, which needs Grove`, breaches = (isOff) => (view) => isGroveOff(view) === isOff ? paths(view).map((path) => ({ path, found })) : [];
  return [
    {
      name: `${label} excludes turning Grove off`,
      since,
      severity: "error",
      why: `${WEBHOOK}, as ${GROVE_ANNOTATION} is false`,
      hint: `remove the annotation ${GROVE_ANNOTATION} or the field`,
      breaches: breaches(!0)
    },
    {
      name: `${label} needs Grove`,
      since,
      severity: "warning",
      why: "operators that run without it refuse the graph",
      hint: "apply the graph where Grove is installed, or remove the field",
      breaches: breaches(!1)
    }
  ];
}
function isGroveOff({ annotations }) {
  let value = annotations[GROVE_ANNOTATION];
  return typeof value == "string" && value.toLowerCase() === "false";
}
function constrainedPlaces(view) {
  let found = isGroveOff(view) ? `topologyConstraint is given, though ${GROVE_ANNOTATION} is false` : "topologyConstraint is given", ofService = ofServices(
    ({ path, object: object2 }) => when(isObject(object2.topologyConstraint), [...path, "topologyConstraint"], found)
  );
  return [...when(isObject(view.spec.topologyConstraint), CONSTRAINT, found), ...ofService(view)];
}
function hasOpenDomain({ spec }) {
  return isObject(spec.topologyConstraint) && !isFilled(spec.topologyConstraint.packDomain);
}
function ofPolicy(check2) {
  return ({ spec }) => {
    let policy = getIn(spec, "experimental", "kvTransferPolicy");
    return isObject(policy) ? check2(policy) : [];
  };
}

// src/dgd/rules/runtime-images.ts
var IMAGE_RULES = [
  {
    name: "added containers have an image",
    severity: "error",
    why: "the operator fills in nothing for a container that is not the main one",
    hint: "set its image",
    breaches: ofServices(
      (service) => [...podContainers(service, "containers"), ...podContainers(service, "initContainers")].filter(({ isMain: isMain2 }) => !isMain2).flatMap(
        ({ container: { name, image }, path }) => when(!isFilled(image), [...path, "image"], `container ${show2(name)} has no image`)
      )
    )
  },
  {
    name: "the main container has an image",
    since: v1(4),
    severity: "error",
    why: WEBHOOK,
    hint: "set the image of every main container",
    breaches: ofServices(
      ({ name, mainContainer: mainContainer4, imagePath }) => when(!isFilled(mainContainer4.image), imagePath, `the main container of ${name} has no image`)
    )
  },
  {
    name: "the runtime version is known",
    since: v1(4),
    severity: "error",
    why: WEBHOOK,
    hint: "set runtimeVersionOverride to the Dynamo release in the image, such as 1.4.0",
    breaches: ofServices(unknownVersion)
  }
];
function unknownVersion(service) {
  let { object: object2, mainContainer: mainContainer4, path } = service;
  if (!isFilled(mainContainer4.image) || isFilled(object2.runtimeVersionOverride)) return [];
  let found = `the tag of ${show2(mainContainer4.image)} is no version such as 1.4.0, and runtimeVersionOverride is absent`;
  return when(runtimeRelease(service) === void 0, [...path, "runtimeVersionOverride"], found);
}

// src/dgd/rules/service.ts
var SIDECAR = "sidecar-frontend", IGNORED = {
  dynamoNamespace: "remove it: the namespace is made of those of Kubernetes and the name of the graph",
  autoscaling: "remove it, or set scalingAdapter.enabled and scale with a planner or autoscaler"
}, SERVICE_RULES = [
  {
    name: "minAvailable is at most the replicas",
    since: v1(3),
    severity: "error",
    why: CEL,
    hint: "raise replicas or lower minAvailable",
    breaches: ofServices(tooManyAvailable)
  },
  {
    name: "mounts have a path",
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: "set mountPoint; only the compilation cache has a place of its own",
    breaches: ofServices(
      ({ path, object: object2 }) => listIn(object2, "volumeMounts").flatMap(
        (mount, index) => mountWithoutPath(mount, [...path, "volumeMounts", index])
      )
    )
  },
  {
    name: "shared memory has a size",
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: "set a size such as 8Gi, or disabled to true",
    breaches: ofServices(({ path, object: { sharedMemory } }) => {
      if (!isObject(sharedMemory) || sharedMemory.disabled === !0) return [];
      let isMissing = !isFilled(sharedMemory.size) || quantityNumber(sharedMemory.size) === 0;
      return when(
        isMissing,
        [...path, "sharedMemory", "size"],
        `sharedMemory.size is ${show2(sharedMemory.size)}, wanted more than 0`
      );
    })
  },
  {
    name: "disabled shared memory has no size",
    versions: ALPHA,
    severity: "error",
    why: CEL,
    hint: "remove size or disabled",
    breaches: ofServices(({ path, object: { sharedMemory } }) => {
      let isBoth = isObject(sharedMemory) && sharedMemory.disabled === !0 && isGiven(sharedMemory.size);
      return when(isBoth, [...path, "sharedMemory", "size"], "sharedMemory.size is given with disabled true");
    })
  },
  {
    name: "shared memory is not negative",
    severity: "error",
    why: WEBHOOK,
    hint: "set a size such as 8Gi",
    breaches: ofServices(
      (service, { lens }) => lens.sharedMemory(service).flatMap(({ path, value }) => when((quantityNumber(value) ?? 0) < 0, path, `${show2(value)} is below 0`))
    )
  },
  {
    name: "resources are quantities",
    versions: ALPHA,
    severity: "error",
    why: "the operator cannot read it",
    hint: "write a number with a Kubernetes suffix, such as 500m, 8 or 16Gi",
    breaches: ofServices(
      (service) => resourceTexts(service).flatMap(
        ({ path, value }) => when(isFilled(value) && quantityNumber(value) === void 0, path, `${show2(value)} is no quantity`)
      )
    )
  },
  {
    name: "ingress has a host",
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: "set host, or enabled to false",
    breaches: ofServices(({ path, object: object2 }) => {
      let { enabled, host } = objectIn(object2, "ingress");
      return when(
        enabled === !0 && !isFilled(host),
        [...path, "ingress", "host"],
        "the ingress is enabled without a host"
      );
    })
  },
  {
    name: "sidecar-frontend is free",
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: "rename the container, or remove frontendSidecar",
    breaches: ofServices((service) => isGiven(service.object.frontendSidecar) ? podContainers(service, "containers").filter(({ container }) => container.name === SIDECAR).map(({ path }) => ({
      path: [...path, "name"],
      found: `${SIDECAR} is the name of the frontendSidecar`
    })) : [])
  },
  {
    name: "frontendSidecar is a container",
    versions: BETA,
    severity: "error",
    why: WEBHOOK,
    hint: "name a container of podTemplate.spec.containers",
    breaches: ofServices((service) => {
      let { frontendSidecar } = service.object, names = podContainers(service, "containers").map(({ container }) => container.name), isLost = typeof frontendSidecar == "string" && !names.includes(frontendSidecar);
      return when(isLost, [...service.path, "frontendSidecar"], `${show2(frontendSidecar)} is no container of the pod`);
    })
  },
  {
    name: "several nodes are for workers",
    since: v1(6),
    severity: "warning",
    why: "newer webhooks refuse a graph that is new",
    hint: "remove multinode",
    breaches: ofServices((service) => {
      let isFine = nodeCount(service) === void 0 || ["epp", ...WORKER_TYPES].includes(service.type ?? ""), found = `${service.type ?? "a service without type"} spans nodes, wanted ${WORKER_TYPES.join(", ")}`;
      return when(!isFine, [...service.path, "multinode"], found);
    })
  },
  {
    name: "fields without effect",
    versions: ALPHA,
    severity: "warning",
    why: "the operator takes no notice of it",
    breaches: ofServices(
      ({ path, object: object2 }) => Object.entries(IGNORED).flatMap(
        ([key, hint]) => when(isFilled(object2[key]), [...path, key], `${key} is deprecated`, hint)
      )
    )
  }
];
function tooManyAvailable({ path, object: { minAvailable, replicas } }) {
  let least = wholeNumber(minAvailable), most = isGiven(replicas) ? wholeNumber(replicas) : 1, isBroken = least !== void 0 && most !== void 0 && most > 0 && least > most;
  return when(isBroken, [...path, "minAvailable"], `minAvailable is ${least}, wanted at most the replicas, ${most}`);
}
function mountWithoutPath(mount, path) {
  return !isObject(mount) || mount.useAsCompilationCache === !0 || isFilled(mount.mountPoint) ? [] : [{ path: [...path, "mountPoint"], found: `the mount of ${show2(mount.name)} has no mountPoint` }];
}
function resourceTexts({ path, object: object2 }) {
  return ["requests", "limits"].flatMap((side) => {
    let { cpu, memory, gpu } = objectIn(object2, "resources", side), at = [...path, "resources", side], custom2 = Object.entries(objectIn(object2, "resources", side, "custom"));
    return [
      ...Object.entries({ cpu, memory, gpu }).map(([key, value]) => ({ path: [...at, key], value })),
      ...custom2.map(([key, value]) => ({ path: [...at, "custom", key], value }))
    ].filter(({ value }) => typeof value == "string");
  });
}

// src/dgd/rules/shared-memory.ts
var NEEDS_GPU = "resources.limits of the main container ask for no whole GPU, wanted one at least", MEMORY_RULES = [
  {
    name: "the GPU memory service is for workers",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "remove gpuMemoryService",
    breaches: ofFeature(
      "gpuMemoryService",
      ({ service: { type = "" }, path }) => when(!WORKER_TYPES.includes(type), path, `gpuMemoryService is on for ${type || "a service without type"}`)
    )
  },
  {
    name: "the GPU memory service has a GPU",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "set the GPU limit",
    breaches: ofFeature("gpuMemoryService", (feature) => when(!hasWholeGpus(feature), feature.path, NEEDS_GPU))
  },
  {
    name: "inter-pod memory came with 1.2",
    since: v1(1),
    until: v1(2),
    severity: "error",
    why: WEBHOOK,
    hint: "set mode to intraPod, or target 1.2 or later",
    breaches: ofFeature(
      "gpuMemoryService",
      (feature) => when(isInterPod(feature), [...feature.path, "mode"], "mode is interPod, which came with Dynamo 1.2")
    )
  },
  {
    name: "inter-pod memory is for vllm",
    since: v1(2),
    severity: "error",
    why: WEBHOOK,
    hint: "set spec.backendFramework to vllm, or the mode to intra-pod",
    breaches: ofFeature("gpuMemoryService", (feature) => {
      let backend = feature.view.spec.backendFramework, found = `the mode is inter-pod with backendFramework ${show2(backend)}, wanted vllm`;
      return when(isInterPod(feature) && backend !== "vllm", [...feature.path, "mode"], found);
    })
  },
  {
    name: "client pods are reserved",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "remove extraClientPods",
    breaches: ofFeature(
      "gpuMemoryService",
      ({ settings, path }) => when(listIn(settings, "extraClientPods").length > 0, [...path, "extraClientPods"], "extraClientPods is reserved")
    )
  },
  {
    name: "client containers are intra-pod",
    since: v1(2),
    severity: "error",
    why: CEL,
    hint: "remove extraClientContainers, or set the mode to intra-pod",
    breaches: ofFeature("gpuMemoryService", (feature) => {
      let isBroken = isInterPod(feature) && listIn(feature.settings, "extraClientContainers").length > 0;
      return when(isBroken, [...feature.path, "extraClientContainers"], "extraClientContainers is given for inter-pod");
    })
  },
  {
    name: "client containers exist",
    since: v1(2),
    severity: "warning",
    why: "older operators take no notice of the name and newer ones refuse it",
    hint: "name a container of the pod",
    breaches: ofFeature("gpuMemoryService", lostClients)
  },
  {
    name: "the GPU memory service needs DRA",
    since: v1(1),
    severity: "warning",
    why: "pods wait for ever in a cluster without dynamic resource allocation and that device class",
    hint: "apply the graph where both are, or switch gpuMemoryService off",
    breaches: ofFeature("gpuMemoryService", ({ settings, path }) => {
      let deviceClass = isFilled(settings.deviceClassName) ? settings.deviceClassName : "gpu.nvidia.com";
      return [{ path, found: `gpuMemoryService takes its GPUs from the device class ${show2(deviceClass)}` }];
    })
  },
  {
    name: "failover has the GPU memory service",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "switch gpuMemoryService on as well",
    breaches: ofFeature(
      "failover",
      ({ service, view, path }) => when(featureOf(service, view, "gpuMemoryService") === void 0, path, "failover is on without gpuMemoryService")
    )
  },
  {
    name: "failover has the mode of the memory service",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "set both modes to the same",
    breaches: ofFeature("failover", (feature) => {
      let memory = featureOf(feature.service, feature.view, "gpuMemoryService"), isBroken = memory !== void 0 && isInterPod(memory) !== isInterPod(feature), found = `mode is ${show2(feature.settings.mode)} and that of gpuMemoryService ${show2(memory?.settings.mode)}`;
      return when(isBroken, [...feature.path, "mode"], found);
    })
  },
  {
    name: "failover in one pod has one shadow",
    versions: ALPHA,
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "remove numShadows",
    breaches: ofFeature("failover", (feature) => {
      let { numShadows } = feature.settings, isBroken = !isInterPod(feature) && isGiven(numShadows) && numShadows !== 0 && numShadows !== 1;
      return when(
        isBroken,
        [...feature.path, "numShadows"],
        `numShadows is ${show2(numShadows)} for intraPod, wanted 1`
      );
    })
  },
  {
    name: "failover in one pod has discovery by container",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: `set the annotation ${DISCOVERY_ANNOTATION} of the graph to container`,
    breaches: discoveryByPod
  }
];
function hasWholeGpus({ service, view }) {
  let count2 = quantityNumber(view.lens.gpus(service).find(isFilled));
  return count2 !== void 0 && count2 >= 1 && Number.isInteger(count2);
}
function lostClients({ service, settings, path }) {
  let names = podContainers(service, "containers").map(({ container }) => container.name);
  return listIn(settings, "extraClientContainers").flatMap(
    (name, index) => when(
      typeof name == "string" && !names.includes(name),
      [...path, "extraClientContainers", index],
      `${show2(name)} is no container of the pod`
    )
  );
}
function discoveryByPod(view) {
  let value = view.annotations[DISCOVERY_ANNOTATION], isSingle = view.services.some((service) => {
    let failover = featureOf(service, view, "failover");
    return failover !== void 0 && !isInterPod(failover);
  }), found = `${DISCOVERY_ANNOTATION} is ${show2(value)} with failover in one pod, wanted container`;
  return when(isSingle && value !== "container", ["metadata", "annotations", DISCOVERY_ANNOTATION], found);
}

// src/dgd/rules/check-rules.ts
var RULES2 = [
  ...METADATA_RULES,
  ...GRAPH_RULES,
  ...ANNOTATION_RULES,
  ...SERVICE_RULES,
  ...IMAGE_RULES,
  ...EPP_RULES,
  ...MEMORY_RULES,
  ...CHECKPOINT_RULES,
  ...PLACEMENT_RULES
];
function checkRules(graph, target) {
  let view = viewFor(graph, target);
  return RULES2.filter((rule) => isInForce(rule, view)).flatMap(
    (rule) => rule.breaches(view).map((breach) => toProblem(rule, breach))
  );
}
function isInForce({ versions, since, until: until2 }, { lens, target }) {
  return versions !== void 0 && !versions.includes(lens.version) ? !1 : (since === void 0 || !isBefore(target, since)) && (until2 === void 0 || isBefore(target, until2));
}
function toProblem({ severity, why, hint }, breach) {
  return { severity, path: breach.path, message: `${breach.found}: ${why}`, hint: breach.hint ?? hint };
}

// src/dgd/schema/dgd-v1alpha1.schema.json
var dgd_v1alpha1_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "dgd-v1alpha1.schema.json",
  title: "DynamoGraphDeployment nvidia.com/v1alpha1",
  description: "Union of releases 1.2 to 1.6; a later field says so in its description. Objects of Dynamo are closed, those of Kubernetes are left open. Rules across fields are not said here.",
  type: "object",
  properties: {
    apiVersion: {
      type: "string",
      const: "nvidia.com/v1alpha1"
    },
    kind: {
      type: "string",
      const: "DynamoGraphDeployment"
    },
    metadata: {
      $ref: "#/$defs/objectMeta"
    },
    spec: {
      $ref: "#/$defs/spec"
    },
    status: {
      type: "object",
      description: "Written by the operator."
    }
  },
  required: ["apiVersion", "kind", "metadata"],
  additionalProperties: !1,
  $defs: {
    autoscaling: {
      type: "object",
      description: "Deprecated and ignored; use scalingAdapter.",
      properties: {
        enabled: {
          type: "boolean"
        },
        minReplicas: {
          type: "integer"
        },
        maxReplicas: {
          type: "integer"
        },
        behavior: {
          type: "object"
        },
        metrics: {
          type: "array",
          items: {
            type: "object"
          }
        }
      },
      additionalProperties: !1
    },
    backendFramework: {
      type: "string",
      enum: ["sglang", "vllm", "trtllm"],
      description: "Engine of the graph; cannot change after creation."
    },
    checkpoint: {
      type: "object",
      description: "Fast restore from a snapshot.",
      properties: {
        enabled: {
          type: "boolean",
          description: "Off when absent."
        },
        mode: {
          type: "string",
          enum: ["Auto", "Manual"],
          description: "Auto when absent; deprecated in 1.3."
        },
        startupPolicy: {
          type: "string",
          enum: ["Immediate", "WaitForCheckpoint"],
          description: "Immediate when absent (1.3+)."
        },
        deletionPolicy: {
          type: "string",
          enum: ["Delete", "Retain"],
          description: "Delete when absent (1.3+)."
        },
        checkpointRef: {
          type: "string",
          description: "Existing DynamoCheckpoint."
        },
        identity: {
          $ref: "#/$defs/checkpointIdentity"
        },
        targetContainerName: {
          type: "string",
          minLength: 1,
          description: "main when absent."
        },
        job: {
          type: "object",
          description: "Capture job (1.3+); not with checkpointRef.",
          properties: {
            gmsClientContainers: {
              type: "array",
              items: {
                $ref: "#/$defs/label"
              },
              uniqueItems: !0
            },
            podTemplate: {
              type: "object",
              description: "Kubernetes PodTemplateSpec; the API server takes anything here."
            }
          },
          additionalProperties: !1
        }
      },
      additionalProperties: !1
    },
    checkpointIdentity: {
      type: "object",
      description: "What the checkpoint is keyed by.",
      properties: {
        model: {
          type: "string",
          minLength: 1
        },
        backendFramework: {
          type: "string",
          enum: ["sglang", "vllm", "trtllm"]
        },
        dynamoVersion: {
          type: "string"
        },
        tensorParallelSize: {
          type: "integer",
          minimum: 1
        },
        pipelineParallelSize: {
          type: "integer",
          minimum: 1
        },
        dtype: {
          type: "string"
        },
        maxModelLen: {
          type: "integer",
          minimum: 1
        },
        extraParameters: {
          $ref: "#/$defs/stringMap"
        }
      },
      required: ["model", "backendFramework"],
      additionalProperties: !1
    },
    configMapKey: {
      type: "object",
      description: "Key of a ConfigMap.",
      properties: {
        name: {
          type: "string"
        },
        key: {
          type: "string",
          minLength: 1
        },
        optional: {
          type: "boolean"
        }
      },
      required: ["key"],
      additionalProperties: !1
    },
    container: {
      type: "object",
      description: "Kubernetes Container whose name may be left out, left open."
    },
    envVar: {
      type: "object",
      description: "Kubernetes EnvVar, left open."
    },
    eppConfig: {
      type: "object",
      description: "Endpoint picker settings; one of the two.",
      properties: {
        configMapRef: {
          $ref: "#/$defs/configMapKey"
        },
        config: {
          type: "object",
          description: "EndpointPickerConfig document."
        }
      },
      additionalProperties: !1
    },
    extraPodMetadata: {
      type: "object",
      description: "Added to the pods.",
      properties: {
        annotations: {
          $ref: "#/$defs/stringMap"
        },
        labels: {
          $ref: "#/$defs/stringMap"
        }
      },
      additionalProperties: !1
    },
    extraPodSpec: {
      type: "object",
      description: "Kubernetes PodSpec whose containers may be left out, plus mainContainer; left open.",
      properties: {
        mainContainer: {
          $ref: "#/$defs/container"
        }
      }
    },
    failover: {
      type: "object",
      description: "Standby engine; needs gpuMemoryService.",
      properties: {
        enabled: {
          type: "boolean"
        },
        mode: {
          type: "string",
          enum: ["intraPod", "interPod"],
          description: "Same as gpuMemoryService.mode."
        },
        numShadows: {
          type: "integer",
          minimum: 1,
          description: "1 when absent; only 1 works."
        }
      },
      additionalProperties: !1,
      required: ["enabled"]
    },
    frontendSidecar: {
      type: "object",
      description: "Frontend next to a worker, for gateway routing.",
      properties: {
        image: {
          type: "string",
          minLength: 1
        },
        args: {
          type: "array",
          items: {
            type: "string"
          }
        },
        envFromSecret: {
          type: "string"
        },
        envs: {
          type: "array",
          items: {
            $ref: "#/$defs/envVar"
          }
        }
      },
      required: ["image"],
      additionalProperties: !1
    },
    gmsClientPod: {
      type: "object",
      description: "Reserved; the webhook refuses it.",
      properties: {
        name: {
          $ref: "#/$defs/label"
        },
        podTemplate: {
          type: "object",
          description: "Kubernetes PodTemplateSpec; the API server takes anything here."
        }
      },
      required: ["name", "podTemplate"],
      additionalProperties: !1
    },
    gpuMemoryService: {
      type: "object",
      description: "GPU memory service through DRA.",
      properties: {
        enabled: {
          type: "boolean"
        },
        mode: {
          type: "string",
          enum: ["intraPod", "interPod"],
          description: "intraPod when absent."
        },
        deviceClassName: {
          type: "string",
          description: "gpu.nvidia.com when absent."
        },
        extraClientContainers: {
          type: "array",
          items: {
            $ref: "#/$defs/label"
          },
          uniqueItems: !0
        },
        extraClientPods: {
          type: "array",
          items: {
            $ref: "#/$defs/gmsClientPod"
          }
        }
      },
      additionalProperties: !1,
      required: ["enabled"]
    },
    ingress: {
      type: "object",
      description: "Ingress of the frontend.",
      properties: {
        enabled: {
          type: "boolean"
        },
        host: {
          type: "string"
        },
        useVirtualService: {
          type: "boolean"
        },
        virtualServiceGateway: {
          type: "string"
        },
        hostPrefix: {
          type: "string"
        },
        annotations: {
          $ref: "#/$defs/stringMap"
        },
        labels: {
          $ref: "#/$defs/stringMap"
        },
        tls: {
          type: "object",
          properties: {
            secretName: {
              type: "string"
            }
          },
          additionalProperties: !1
        },
        hostSuffix: {
          type: "string"
        },
        ingressControllerClassName: {
          type: "string"
        }
      },
      additionalProperties: !1
    },
    kvTransferPolicy: {
      type: "object",
      description: "Topology-aware KV transfer (1.2+, incubating).",
      properties: {
        clusterTopologyName: {
          type: "string",
          minLength: 1,
          description: "Grove ClusterTopology to read levels from."
        },
        labelKey: {
          type: "string",
          title: "a label key such as topology.kubernetes.io/zone",
          description: "Node label naming the topology domain.",
          minLength: 1,
          maxLength: 317,
          pattern: "^(([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*/)?([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$"
        },
        domain: {
          $ref: "#/$defs/packDomain",
          description: "Topology level that prefill and decode must share."
        },
        enforcement: {
          type: "string",
          enum: ["required", "preferred"],
          description: "required when absent."
        },
        preferredWeight: {
          type: "number",
          minimum: 0,
          maximum: 1,
          description: "Only with preferred."
        }
      },
      required: ["domain"],
      additionalProperties: !1
    },
    label: {
      type: "string",
      title: "lower-case letters, digits and inner hyphens",
      minLength: 1,
      maxLength: 63,
      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
    },
    modelRef: {
      type: "object",
      description: "Served model, for the headless model service.",
      properties: {
        name: {
          type: "string",
          minLength: 1
        },
        revision: {
          type: "string"
        }
      },
      required: ["name"],
      additionalProperties: !1
    },
    multinode: {
      type: "object",
      description: "Several nodes per replica.",
      properties: {
        nodeCount: {
          type: "integer",
          minimum: 2,
          description: "Nodes per replica; 2 when absent."
        }
      },
      additionalProperties: !1
    },
    objectMeta: {
      type: "object",
      description: "Kubernetes ObjectMeta, left open."
    },
    packDomain: {
      type: "string",
      title: "lower-case letters, digits and inner hyphens",
      description: "Topology level.",
      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
    },
    probe: {
      type: "object",
      description: "Kubernetes Probe, left open."
    },
    pvc: {
      type: "object",
      description: "Claim that services may mount.",
      properties: {
        name: {
          type: "string",
          minLength: 1,
          description: "Claim name; also the volume name."
        },
        create: {
          type: "boolean",
          description: "Create the claim (true) or use an existing one."
        },
        storageClass: {
          type: "string"
        },
        size: {
          $ref: "#/$defs/quantity"
        },
        volumeAccessMode: {
          type: "string",
          enum: ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]
        }
      },
      required: ["name"],
      additionalProperties: !1
    },
    quantity: {
      type: ["integer", "string"],
      title: "a quantity such as 500m or 8Gi",
      description: "Kubernetes quantity; a fraction has to be text.",
      pattern: "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$"
    },
    resourceItem: {
      type: "object",
      description: "One side of resources; every value is text.",
      properties: {
        cpu: {
          type: "string",
          description: "Kubernetes quantity as text."
        },
        memory: {
          type: "string",
          description: "Kubernetes quantity as text."
        },
        gpu: {
          type: "string",
          description: "GPU count as text."
        },
        gpuType: {
          type: "string",
          description: "Resource name the count is put under; nvidia.com/gpu when absent."
        },
        custom: {
          $ref: "#/$defs/stringMap",
          description: "Quantities of any other resource name, as text."
        }
      },
      additionalProperties: !1
    },
    resources: {
      type: "object",
      description: "Resources of the main container.",
      properties: {
        requests: {
          $ref: "#/$defs/resourceItem"
        },
        limits: {
          $ref: "#/$defs/resourceItem"
        },
        claims: {
          type: "array",
          items: {
            type: "object",
            properties: {
              name: {
                type: "string",
                minLength: 1
              },
              request: {
                type: "string"
              }
            },
            required: ["name"],
            additionalProperties: !1
          },
          description: "DRA claims of the main container."
        }
      },
      additionalProperties: !1
    },
    restart: {
      type: "object",
      description: "Restart request; leave unset on creation.",
      properties: {
        id: {
          type: "string",
          minLength: 1,
          description: "Any new value asks for a restart."
        },
        strategy: {
          type: "object",
          properties: {
            type: {
              type: "string",
              enum: ["Sequential", "Parallel"],
              description: "Sequential when absent."
            },
            order: {
              type: "array",
              items: {
                type: "string"
              },
              description: "Every component once; not with Parallel."
            }
          },
          additionalProperties: !1
        }
      },
      required: ["id"],
      additionalProperties: !1
    },
    runtimeVersion: {
      type: "string",
      title: "a version such as 1.4.0",
      description: "Runtime version when the image tag does not tell it; 1.4+.",
      pattern: "^(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})$"
    },
    scalingAdapter: {
      type: "object",
      description: "Hands replicas over to a scaling adapter.",
      properties: {
        enabled: {
          type: "boolean",
          description: "False when absent."
        }
      },
      additionalProperties: !1
    },
    service: {
      type: "object",
      description: "One service of the graph.",
      properties: {
        annotations: {
          $ref: "#/$defs/stringMap"
        },
        labels: {
          $ref: "#/$defs/stringMap"
        },
        serviceName: {
          type: "string",
          description: "Ignored; the map key is the name."
        },
        componentType: {
          type: "string",
          description: "Free text; known: frontend, worker, prefill, decode, planner, epp."
        },
        subComponentType: {
          type: "string",
          description: "Free text; known: prefill, decode."
        },
        dynamoNamespace: {
          type: "string",
          description: "Deprecated and ignored."
        },
        globalDynamoNamespace: {
          type: "boolean",
          description: "Join the namespace shared by all graphs."
        },
        replicas: {
          type: "integer",
          minimum: 0,
          description: "1 when absent."
        },
        minAvailable: {
          type: "integer",
          minimum: 1,
          description: "Grove only; 1.3+."
        },
        runtimeVersionOverride: {
          $ref: "#/$defs/runtimeVersion"
        },
        resources: {
          $ref: "#/$defs/resources"
        },
        envs: {
          type: "array",
          items: {
            $ref: "#/$defs/envVar"
          }
        },
        envFromSecret: {
          type: "string",
          description: "Secret whose keys become environment."
        },
        volumeMounts: {
          type: "array",
          items: {
            $ref: "#/$defs/volumeMount"
          }
        },
        sharedMemory: {
          $ref: "#/$defs/sharedMemory"
        },
        extraPodMetadata: {
          $ref: "#/$defs/extraPodMetadata"
        },
        extraPodSpec: {
          $ref: "#/$defs/extraPodSpec"
        },
        livenessProbe: {
          $ref: "#/$defs/probe"
        },
        readinessProbe: {
          $ref: "#/$defs/probe"
        },
        multinode: {
          $ref: "#/$defs/multinode"
        },
        scalingAdapter: {
          $ref: "#/$defs/scalingAdapter"
        },
        ingress: {
          $ref: "#/$defs/ingress"
        },
        autoscaling: {
          $ref: "#/$defs/autoscaling"
        },
        modelRef: {
          $ref: "#/$defs/modelRef"
        },
        eppConfig: {
          $ref: "#/$defs/eppConfig"
        },
        frontendSidecar: {
          $ref: "#/$defs/frontendSidecar"
        },
        checkpoint: {
          $ref: "#/$defs/checkpoint"
        },
        topologyConstraint: {
          $ref: "#/$defs/topologyLevel"
        },
        gpuMemoryService: {
          $ref: "#/$defs/gpuMemoryService"
        },
        failover: {
          $ref: "#/$defs/failover"
        }
      },
      additionalProperties: !1
    },
    sharedMemory: {
      type: "object",
      description: "/dev/shm; 8Gi when the whole object is absent.",
      properties: {
        disabled: {
          type: "boolean",
          description: "No /dev/shm volume."
        },
        size: {
          $ref: "#/$defs/quantity"
        }
      },
      additionalProperties: !1
    },
    spec: {
      type: "object",
      properties: {
        annotations: {
          $ref: "#/$defs/stringMap",
          description: "On every child resource; a service may override."
        },
        labels: {
          $ref: "#/$defs/stringMap",
          description: "On every child resource; a service may override."
        },
        backendFramework: {
          $ref: "#/$defs/backendFramework"
        },
        envs: {
          type: "array",
          items: {
            $ref: "#/$defs/envVar"
          },
          description: "For every service; a service value wins."
        },
        pvcs: {
          type: "array",
          items: {
            $ref: "#/$defs/pvc"
          },
          maxItems: 100,
          description: "Claims the services mount by name."
        },
        priorityClassName: {
          type: "string",
          description: "Grove only."
        },
        restart: {
          $ref: "#/$defs/restart"
        },
        topologyConstraint: {
          type: "object",
          description: "Packing of the whole graph.",
          properties: {
            topologyProfile: {
              type: "string",
              minLength: 1
            },
            packDomain: {
              $ref: "#/$defs/packDomain"
            }
          },
          required: ["topologyProfile"],
          additionalProperties: !1
        },
        experimental: {
          type: "object",
          properties: {
            kvTransferPolicy: {
              $ref: "#/$defs/kvTransferPolicy"
            }
          },
          additionalProperties: !1
        },
        services: {
          type: "object",
          description: "Services by name; the names as v1beta1 has them.",
          maxProperties: 25,
          propertyNames: {
            title: "letters, digits and inner hyphens",
            pattern: "^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$",
            maxLength: 63
          },
          additionalProperties: {
            $ref: "#/$defs/service"
          }
        }
      },
      additionalProperties: !1
    },
    stringMap: {
      type: "object",
      additionalProperties: {
        type: "string"
      }
    },
    topologyLevel: {
      type: "object",
      description: "Packing of one component.",
      properties: {
        packDomain: {
          $ref: "#/$defs/packDomain"
        }
      },
      required: ["packDomain"],
      additionalProperties: !1
    },
    volumeMount: {
      type: "object",
      description: "Mount of a claim into the main container.",
      properties: {
        name: {
          type: "string",
          minLength: 1,
          description: "Name of a claim of spec.pvcs."
        },
        mountPoint: {
          type: "string",
          description: "Path; may be left out only for the compilation cache."
        },
        useAsCompilationCache: {
          type: "boolean",
          description: "False when absent."
        }
      },
      required: ["name"],
      additionalProperties: !1
    }
  }
};

// src/dgd/schema/dgd-v1beta1.schema.json
var dgd_v1beta1_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "dgd-v1beta1.schema.json",
  title: "DynamoGraphDeployment nvidia.com/v1beta1",
  description: "Union of releases 1.2 to 1.6; a later field says so in its description. Objects of Dynamo are closed, those of Kubernetes are left open. Rules across fields are not said here.",
  type: "object",
  properties: {
    apiVersion: {
      type: "string",
      const: "nvidia.com/v1beta1"
    },
    kind: {
      type: "string",
      const: "DynamoGraphDeployment"
    },
    metadata: {
      $ref: "#/$defs/objectMeta"
    },
    spec: {
      $ref: "#/$defs/spec"
    },
    status: {
      type: "object",
      description: "Written by the operator."
    }
  },
  required: ["apiVersion", "kind", "metadata"],
  additionalProperties: !1,
  $defs: {
    backendFramework: {
      type: "string",
      enum: ["sglang", "vllm", "trtllm"],
      description: "Engine of the graph; cannot change after creation."
    },
    checkpoint: {
      type: "object",
      description: "Fast restore from a snapshot.",
      properties: {
        enabled: {
          type: "boolean",
          description: "Off when absent."
        },
        mode: {
          type: "string",
          enum: ["Auto", "Manual"],
          description: "Auto when absent; deprecated in 1.3."
        },
        startupPolicy: {
          type: "string",
          enum: ["Immediate", "WaitForCheckpoint"],
          description: "Immediate when absent (1.3+)."
        },
        deletionPolicy: {
          type: "string",
          enum: ["Delete", "Retain"],
          description: "Delete when absent (1.3+)."
        },
        checkpointRef: {
          type: "string",
          description: "Existing DynamoCheckpoint."
        },
        identity: {
          $ref: "#/$defs/checkpointIdentity"
        },
        targetContainerName: {
          type: "string",
          minLength: 1,
          description: "main when absent."
        },
        job: {
          type: "object",
          description: "Capture job (1.3+); not with checkpointRef.",
          properties: {
            gmsClientContainers: {
              type: "array",
              items: {
                $ref: "#/$defs/label"
              },
              uniqueItems: !0
            },
            podTemplate: {
              type: "object",
              description: "Kubernetes PodTemplateSpec; the API server takes anything here."
            }
          },
          additionalProperties: !1
        }
      },
      required: ["enabled"],
      additionalProperties: !1
    },
    checkpointIdentity: {
      type: "object",
      description: "What the checkpoint is keyed by.",
      properties: {
        model: {
          type: "string",
          minLength: 1
        },
        backendFramework: {
          type: "string",
          enum: ["sglang", "vllm", "trtllm"]
        },
        dynamoVersion: {
          type: "string"
        },
        tensorParallelSize: {
          type: "integer",
          minimum: 1
        },
        pipelineParallelSize: {
          type: "integer",
          minimum: 1
        },
        dtype: {
          type: "string"
        },
        maxModelLen: {
          type: "integer",
          minimum: 1
        },
        extraParameters: {
          $ref: "#/$defs/stringMap"
        }
      },
      required: ["model", "backendFramework"],
      additionalProperties: !1
    },
    component: {
      type: "object",
      description: "One component of the graph.",
      properties: {
        name: {
          type: "string",
          title: "letters, digits and inner hyphens",
          description: "Unique without regard to case.",
          minLength: 1,
          maxLength: 63,
          pattern: "^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$"
        },
        type: {
          type: "string",
          enum: ["frontend", "worker", "prefill", "decode", "planner", "epp"],
          description: "Role; at most one epp."
        },
        globalDynamoNamespace: {
          type: "boolean",
          description: "Join the namespace shared by all graphs."
        },
        replicas: {
          type: "integer",
          minimum: 0,
          description: "1 when absent."
        },
        minAvailable: {
          type: "integer",
          minimum: 1,
          description: "Grove only; 1.3+; not above replicas."
        },
        runtimeVersionOverride: {
          $ref: "#/$defs/runtimeVersion"
        },
        multinode: {
          $ref: "#/$defs/multinode"
        },
        podTemplate: {
          $ref: "#/$defs/podTemplate"
        },
        sharedMemorySize: {
          $ref: "#/$defs/quantity",
          description: "/dev/shm size; 8Gi when absent, 0 turns it off."
        },
        compilationCache: {
          type: "object",
          description: "Claim that keeps compiled kernels.",
          properties: {
            pvcName: {
              type: "string",
              minLength: 1
            },
            mountPath: {
              type: "string"
            }
          },
          required: ["pvcName"],
          additionalProperties: !1
        },
        modelRef: {
          $ref: "#/$defs/modelRef"
        },
        scalingAdapter: {
          type: "object",
          description: "Presence alone hands replicas over to a scaling adapter.",
          properties: {},
          additionalProperties: !1
        },
        eppConfig: {
          $ref: "#/$defs/eppConfig"
        },
        frontendSidecar: {
          type: "string",
          minLength: 1,
          description: "Name of a container of podTemplate."
        },
        topologyConstraint: {
          $ref: "#/$defs/topologyLevel"
        },
        experimental: {
          type: "object",
          description: "Incubating parts.",
          properties: {
            gpuMemoryService: {
              $ref: "#/$defs/gpuMemoryService"
            },
            failover: {
              $ref: "#/$defs/failover"
            },
            checkpoint: {
              $ref: "#/$defs/checkpoint"
            }
          },
          additionalProperties: !1
        }
      },
      required: ["name"],
      additionalProperties: !1
    },
    configMapKey: {
      type: "object",
      description: "Key of a ConfigMap.",
      properties: {
        name: {
          type: "string"
        },
        key: {
          type: "string",
          minLength: 1
        },
        optional: {
          type: "boolean"
        }
      },
      required: ["key"],
      additionalProperties: !1
    },
    envVar: {
      type: "object",
      description: "Kubernetes EnvVar, left open."
    },
    eppConfig: {
      type: "object",
      description: "Endpoint picker settings; one of the two.",
      properties: {
        configMapRef: {
          $ref: "#/$defs/configMapKey"
        },
        config: {
          type: "object",
          description: "EndpointPickerConfig document."
        }
      },
      additionalProperties: !1
    },
    failover: {
      type: "object",
      description: "Standby engine; needs gpuMemoryService.",
      properties: {
        mode: {
          type: "string",
          enum: ["IntraPod", "InterPod"],
          description: "Same as gpuMemoryService.mode."
        },
        numShadows: {
          type: "integer",
          minimum: 1,
          maximum: 1,
          description: "1 when absent; only 1 works."
        }
      },
      additionalProperties: !1
    },
    gmsClientPod: {
      type: "object",
      description: "Reserved; the webhook refuses it.",
      properties: {
        name: {
          $ref: "#/$defs/label"
        },
        podTemplate: {
          type: "object",
          description: "Kubernetes PodTemplateSpec; the API server takes anything here."
        }
      },
      required: ["name", "podTemplate"],
      additionalProperties: !1
    },
    gpuMemoryService: {
      type: "object",
      description: "GPU memory service through DRA.",
      properties: {
        mode: {
          type: "string",
          enum: ["IntraPod", "InterPod"],
          description: "IntraPod when absent."
        },
        deviceClassName: {
          type: "string",
          description: "gpu.nvidia.com when absent."
        },
        extraClientContainers: {
          type: "array",
          items: {
            $ref: "#/$defs/label"
          },
          uniqueItems: !0
        },
        extraClientPods: {
          type: "array",
          items: {
            $ref: "#/$defs/gmsClientPod"
          }
        }
      },
      additionalProperties: !1
    },
    kvTransferPolicy: {
      type: "object",
      description: "Topology-aware KV transfer (1.2+, incubating).",
      properties: {
        clusterTopologyName: {
          type: "string",
          minLength: 1,
          description: "Grove ClusterTopology to read levels from."
        },
        labelKey: {
          type: "string",
          title: "a label key such as topology.kubernetes.io/zone",
          description: "Node label naming the topology domain.",
          minLength: 1,
          maxLength: 317,
          pattern: "^(([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*/)?([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$"
        },
        domain: {
          $ref: "#/$defs/packDomain",
          description: "Topology level that prefill and decode must share."
        },
        enforcement: {
          type: "string",
          enum: ["required", "preferred"],
          description: "required when absent."
        },
        preferredWeight: {
          type: "number",
          minimum: 0,
          maximum: 1,
          description: "Only with preferred."
        }
      },
      required: ["domain"],
      additionalProperties: !1
    },
    label: {
      type: "string",
      title: "lower-case letters, digits and inner hyphens",
      minLength: 1,
      maxLength: 63,
      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
    },
    modelRef: {
      type: "object",
      description: "Served model, for the headless model service.",
      properties: {
        name: {
          type: "string",
          minLength: 1
        },
        revision: {
          type: "string"
        }
      },
      required: ["name"],
      additionalProperties: !1
    },
    multinode: {
      type: "object",
      description: "Several nodes per replica.",
      properties: {
        nodeCount: {
          type: "integer",
          minimum: 2,
          description: "Nodes per replica; 2 when absent."
        }
      },
      additionalProperties: !1
    },
    objectMeta: {
      type: "object",
      description: "Kubernetes ObjectMeta, left open."
    },
    packDomain: {
      type: "string",
      title: "lower-case letters, digits and inner hyphens",
      description: "Topology level.",
      pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"
    },
    podTemplate: {
      type: "object",
      description: "Kubernetes PodTemplateSpec, left open; the container named main is merged with the defaults of the operator."
    },
    quantity: {
      type: ["integer", "string"],
      title: "a quantity such as 500m or 8Gi",
      description: "Kubernetes quantity; a fraction has to be text.",
      pattern: "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$"
    },
    restart: {
      type: "object",
      description: "Restart request; leave unset on creation.",
      properties: {
        id: {
          type: "string",
          minLength: 1,
          description: "Any new value asks for a restart."
        },
        strategy: {
          type: "object",
          properties: {
            type: {
              type: "string",
              enum: ["Sequential", "Parallel"],
              description: "Sequential when absent."
            },
            order: {
              type: "array",
              items: {
                type: "string"
              },
              description: "Every component once; not with Parallel."
            }
          },
          additionalProperties: !1
        }
      },
      required: ["id"],
      additionalProperties: !1
    },
    runtimeVersion: {
      type: "string",
      title: "a version such as 1.4.0",
      description: "Runtime version when the image tag does not tell it; 1.4+.",
      pattern: "^(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})$"
    },
    spec: {
      type: "object",
      properties: {
        annotations: {
          $ref: "#/$defs/stringMap",
          description: "On every child resource."
        },
        labels: {
          $ref: "#/$defs/stringMap",
          description: "On every child resource."
        },
        backendFramework: {
          $ref: "#/$defs/backendFramework"
        },
        env: {
          type: "array",
          items: {
            $ref: "#/$defs/envVar"
          },
          description: "Put before the environment of every component."
        },
        priorityClassName: {
          type: "string",
          description: "Grove only."
        },
        restart: {
          $ref: "#/$defs/restart"
        },
        topologyConstraint: {
          type: "object",
          description: "Packing of the whole graph.",
          properties: {
            clusterTopologyName: {
              type: "string",
              minLength: 1
            },
            packDomain: {
              $ref: "#/$defs/packDomain"
            }
          },
          required: ["clusterTopologyName"],
          additionalProperties: !1
        },
        experimental: {
          type: "object",
          properties: {
            kvTransferPolicy: {
              $ref: "#/$defs/kvTransferPolicy"
            }
          },
          additionalProperties: !1
        },
        components: {
          type: "array",
          items: {
            $ref: "#/$defs/component"
          },
          maxItems: 25,
          description: "Components, keyed by name."
        }
      },
      additionalProperties: !1
    },
    stringMap: {
      type: "object",
      additionalProperties: {
        type: "string"
      }
    },
    topologyLevel: {
      type: "object",
      description: "Packing of one component.",
      properties: {
        packDomain: {
          $ref: "#/$defs/packDomain"
        }
      },
      required: ["packDomain"],
      additionalProperties: !1
    }
  }
};

// src/dgd/schema/list-keys.ts
var CONTAINER2 = {
  env: ["name"],
  ports: ["containerPort", "protocol"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"]
}, LIST_KEYS = {
  V1PodSpec: {
    containers: ["name"],
    initContainers: ["name"],
    ephemeralContainers: ["name"],
    volumes: ["name"],
    imagePullSecrets: ["name"],
    schedulingGates: ["name"],
    resourceClaims: ["name"],
    hostAliases: ["ip"],
    topologySpreadConstraints: ["topologyKey", "whenUnsatisfiable"]
  },
  V1Container: CONTAINER2,
  V1EphemeralContainer: CONTAINER2,
  V1ResourceRequirements: { claims: ["name"] }
}, KEY_DEFAULTS = { protocol: "TCP", name: "" };

// src/dgd/schema/schema-words.ts
var TYPE_WORDS = {
  string: "a text",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping"
}, PLAIN_NAME = /^[\w./-]{1,100}$/, BARE = {
  integer: /^-?(0|[1-9]\d{0,14})$/,
  number: /^-?(0|[1-9]\d{0,14})(\.\d+)?$/,
  boolean: /^(true|false)$/
}, LISTED = 12;
function nameWords(name) {
  return PLAIN_NAME.test(name) ? name : show(name);
}
function typeWords(types) {
  return types.map((type) => TYPE_WORDS[type] ?? type).join(" or ");
}
function typeHint(value, types) {
  return typeof value == "string" ? types.some((type) => BARE[type]?.test(value)) ? `write ${value} without quotes` : void 0 : (typeof value == "number" || typeof value == "boolean") && types.includes("string") ? `quote it: "${value}"` : void 0;
}
function unknownFieldHint(name, known) {
  let first = name.slice(0, 1).toLowerCase(), alike = known.filter((field) => field.slice(0, 1).toLowerCase() === first);
  return known.length > LISTED ? alike.length === 0 ? "remove it" : `fields with ${first} are ${alike.join(", ")}` : known.length === 0 ? "remove it" : `known are ${known.join(", ")}`;
}

// src/dgd/schema/json-schema.ts
var DEFINITIONS = "#/$defs/", INT64 = 2 ** 63, TYPE_TESTS = {
  string: (value) => typeof value == "string",
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INT64,
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value == "boolean",
  array: (value) => Array.isArray(value),
  object: isObject
}, LIMITS3 = [
  {
    isBroken: (value, schema) => schema.const !== void 0 && value !== schema.const,
    wanted: (schema) => `${schema.const}`
  },
  {
    isBroken: (value, schema) => schema.enum?.every((one) => one !== value) ?? !1,
    wanted: (schema) => `one of ${schema.enum?.join(", ")}`
  },
  {
    isBroken: (value, { minLength = 0 }) => typeof value == "string" && length(value) < minLength,
    wanted: ({ minLength }) => minLength === 1 ? "a text that is not empty" : `at least ${minLength} characters`
  },
  {
    isBroken: (value, { maxLength = 1 / 0 }) => typeof value == "string" && length(value) > maxLength,
    wanted: ({ maxLength }) => `at most ${maxLength} characters`
  },
  {
    isBroken: (value, { pattern }) => pattern !== void 0 && typeof value == "string" && !matches(value, pattern),
    wanted: ({ title, pattern }) => title ?? `a text that matches ${pattern}`
  },
  {
    isBroken: (value, { minimum = -1 / 0 }) => typeof value == "number" && value < minimum,
    wanted: ({ minimum }) => `at least ${minimum}`
  },
  {
    isBroken: (value, { maximum = 1 / 0 }) => typeof value == "number" && value > maximum,
    wanted: ({ maximum }) => `at most ${maximum}`
  }
], EXPRESSIONS = /* @__PURE__ */ new Map();
function checkDocument(document, schema, definition) {
  return checkValue(document, schema, { path: [], label: "the graph", definition });
}
function checkValue(value, schema, place) {
  if (schema.$ref !== void 0) return checkValue(value, place.definition(refName(schema.$ref)), place);
  let types = schema.type === void 0 ? [] : [schema.type].flat();
  return types.length > 0 && !types.some((type) => TYPE_TESTS[type]?.(value)) ? [wrong(value, place, typeWords(types), typeHint(value, types))] : Array.isArray(value) ? checkList(value, schema, place) : isObject(value) ? checkObject(value, schema, place) : checkScalar(value, schema, place);
}
function checkScalar(value, schema, place) {
  let broken = LIMITS3.find(({ isBroken }) => isBroken(value, schema));
  return broken === void 0 ? [] : [wrong(value, place, broken.wanted(schema))];
}
function checkList(list, schema, place) {
  let { items, maxItems = 1 / 0, uniqueItems = !1, "x-kubernetes-list-map-keys": keys = [] } = schema;
  return [
    ...tooMany(list.length, maxItems, place),
    ...uniqueItems ? repeated(list, place) : [],
    ...keys.length > 0 ? repeatedKeys(list, keys, place) : [],
    ...items === void 0 ? [] : list.flatMap((item, index) => checkValue(item, items, below(place, index)))
  ];
}
function checkObject(object2, schema, place) {
  let members2 = Object.entries(object2).filter(([, value]) => value !== null), given = new Set(members2.map(([name]) => name));
  return [
    ...(schema.required?.filter((name) => !given.has(name)) ?? []).map((name) => error([...place.path, name], `${name} is missing`)),
    ...tooMany(members2.length, schema.maxProperties ?? 1 / 0, place),
    ...members2.flatMap(([name, value]) => checkMember({ name, value }, schema, below(place, name)))
  ];
}
function checkMember({ name, value }, { properties = {}, additionalProperties = !0, propertyNames = {} }, place) {
  let misnamed2 = checkValue(name, propertyNames, { ...place, label: "the name" }), found = (Object.hasOwn(properties, name) ? properties[name] : void 0) ?? additionalProperties;
  return typeof found == "object" ? [...misnamed2, ...checkValue(value, found, place)] : found ? misnamed2 : [unknownField(name, Object.keys(properties), place.path)];
}
function unknownField(name, known, path) {
  let message = `there is no field ${show(name)}; the API server drops it`;
  return { severity: "warning", path, message, hint: unknownFieldHint(name, known) };
}
function tooMany(count2, most, { path, label }) {
  return count2 > most ? [error(path, `${label} has ${count2} entries, wanted at most ${most}`)] : [];
}
function repeated(list, { path, label }) {
  let seen = /* @__PURE__ */ new Set(), second = list.findIndex((item) => typeof item == "string" && seen.size === seen.add(item).size), text6 = list[second];
  return text6 === void 0 ? [] : [error([...path, second], `${label} holds ${show(text6)} twice`)];
}
function repeatedKeys(list, keys, { path, label }) {
  let seen = /* @__PURE__ */ new Set();
  return list.flatMap((entry, index) => {
    if (!isObject(entry)) return [];
    let values = keys.map((key) => entry[key] ?? KEY_DEFAULTS[key] ?? null);
    if (values.includes(null) || seen.size < seen.add(JSON.stringify(values)).size) return [];
    let named3 = keys.map((key, at) => `${key} ${show(values[at] ?? null)}`).join(" and ");
    return [error([...path, index], `${label} has two entries with ${named3}`)];
  });
}
function wrong(value, { path, label }, wanted, hint) {
  return error(path, `${label} is ${show(value)}, wanted ${wanted}`, hint);
}
function error(path, message, hint) {
  return { severity: "error", path, message, hint };
}
function below(place, key) {
  let label = typeof key == "number" ? `${place.label}[${key}]` : nameWords(key);
  return { ...place, path: [...place.path, key], label };
}
function refName(ref) {
  return ref.slice(DEFINITIONS.length);
}
function length(text6) {
  return [...text6].length;
}
function matches(text6, pattern) {
  let expression = EXPRESSIONS.get(pattern) ?? new RegExp(pattern, "u");
  return EXPRESSIONS.set(pattern, expression), expression.test(text6);
}

// src/dgd/schema/misplaced.ts
var LAYOUTS = {
  v1alpha1: {
    services: ["spec", "services"],
    parts: [
      { words: "extraPodSpec.mainContainer", definition: "container" },
      { words: "extraPodSpec", definition: "extraPodSpec" },
      { words: "", definition: "service" }
    ],
    partOf: (keys) => keys,
    renamed: { env: "envs", envFrom: "envFromSecret", gpu: "resources.limits.gpu", gpus: "resources.limits.gpu" }
  },
  v1beta1: {
    services: ["spec", "components"],
    parts: [
      { words: "podTemplate.spec.containers[name: main]", definition: "V1Container" },
      { words: "podTemplate.spec", definition: "V1PodSpec" },
      { words: "", definition: "component" }
    ],
    partOf: (keys) => keys.replace(/^podTemplate\.spec\.containers\.\d+$/, "podTemplate.spec.containers[name: main]"),
    renamed: {
      envs: "podTemplate.spec.containers[name: main].env",
      envFromSecret: "podTemplate.spec.containers[name: main].envFrom",
      mainContainer: "podTemplate.spec.containers[name: main]",
      extraPodSpec: "podTemplate.spec"
    }
  }
};
function rightPlace(path, version, definition) {
  let { services, parts, partOf: partOf2, renamed } = LAYOUTS[version];
  if (services.some((key, i) => path[i] !== key)) return;
  let [, ...keys] = path.slice(services.length), name = String(keys.pop() ?? ""), here = partOf2(keys.join("."));
  if (!parts.some(({ words }) => words === here)) return;
  if (Object.hasOwn(renamed, name)) return renamed[name];
  let home = parts.find(({ words, definition: of }) => words !== here && Object.hasOwn(definition(of).properties ?? {}, name));
  return home && (home.words === "" ? name : `${home.words}.${name}`);
}

// src/dgd/schema/pod-types.json
var pod_types_default = {
  CoreV1ResourceClaim: {
    name: "text!",
    request: "text"
  },
  V1AWSElasticBlockStoreVolumeSource: {
    fsType: "text",
    partition: "int32",
    readOnly: "boolean",
    volumeID: "text!"
  },
  V1Affinity: {
    nodeAffinity: "V1NodeAffinity",
    podAffinity: "V1PodAffinity",
    podAntiAffinity: "V1PodAntiAffinity"
  },
  V1AppArmorProfile: {
    localhostProfile: "text",
    type: "text!"
  },
  V1AzureDiskVolumeSource: {
    cachingMode: "text",
    diskName: "text!",
    diskURI: "text!",
    fsType: "text",
    kind: "text",
    readOnly: "boolean"
  },
  V1AzureFileVolumeSource: {
    readOnly: "boolean",
    secretName: "text!",
    shareName: "text!"
  },
  V1CSIVolumeSource: {
    driver: "text!",
    fsType: "text",
    nodePublishSecretRef: "V1LocalObjectReference",
    readOnly: "boolean",
    volumeAttributes: "text{}"
  },
  V1Capabilities: {
    add: "text[]",
    drop: "text[]"
  },
  V1CephFSVolumeSource: {
    monitors: "text[]!",
    path: "text",
    readOnly: "boolean",
    secretFile: "text",
    secretRef: "V1LocalObjectReference",
    user: "text"
  },
  V1CinderVolumeSource: {
    fsType: "text",
    readOnly: "boolean",
    secretRef: "V1LocalObjectReference",
    volumeID: "text!"
  },
  V1ClusterTrustBundleProjection: {
    labelSelector: "V1LabelSelector",
    name: "text",
    optional: "boolean",
    path: "text!",
    signerName: "text"
  },
  V1ConfigMapEnvSource: {
    name: "text",
    optional: "boolean"
  },
  V1ConfigMapKeySelector: {
    key: "text!",
    name: "text",
    optional: "boolean"
  },
  V1ConfigMapProjection: {
    items: "V1KeyToPath[]",
    name: "text",
    optional: "boolean"
  },
  V1ConfigMapVolumeSource: {
    defaultMode: "int32",
    items: "V1KeyToPath[]",
    name: "text",
    optional: "boolean"
  },
  V1Container: {
    args: "text[]",
    command: "text[]",
    env: "V1EnvVar[]",
    envFrom: "V1EnvFromSource[]",
    image: "text",
    imagePullPolicy: "text",
    lifecycle: "V1Lifecycle",
    livenessProbe: "V1Probe",
    name: "text!",
    ports: "V1ContainerPort[]",
    readinessProbe: "V1Probe",
    resizePolicy: "V1ContainerResizePolicy[]",
    resources: "V1ResourceRequirements",
    restartPolicy: "text",
    restartPolicyRules: "V1ContainerRestartRule[]",
    securityContext: "V1SecurityContext",
    startupProbe: "V1Probe",
    stdin: "boolean",
    stdinOnce: "boolean",
    terminationMessagePath: "text",
    terminationMessagePolicy: "text",
    tty: "boolean",
    volumeDevices: "V1VolumeDevice[]",
    volumeMounts: "V1VolumeMount[]",
    workingDir: "text"
  },
  V1ContainerPort: {
    containerPort: "int32!",
    hostIP: "text",
    hostPort: "int32",
    name: "text",
    protocol: "text"
  },
  V1ContainerResizePolicy: {
    resourceName: "text!",
    restartPolicy: "text!"
  },
  V1ContainerRestartRule: {
    action: "text!",
    exitCodes: "V1ContainerRestartRuleOnExitCodes"
  },
  V1ContainerRestartRuleOnExitCodes: {
    operator: "text!",
    values: "int32[]"
  },
  V1DownwardAPIProjection: {
    items: "V1DownwardAPIVolumeFile[]"
  },
  V1DownwardAPIVolumeFile: {
    fieldRef: "V1ObjectFieldSelector",
    mode: "int32",
    path: "text!",
    resourceFieldRef: "V1ResourceFieldSelector"
  },
  V1DownwardAPIVolumeSource: {
    defaultMode: "int32",
    items: "V1DownwardAPIVolumeFile[]"
  },
  V1EmptyDirVolumeSource: {
    medium: "text",
    sizeLimit: "quantity"
  },
  V1EnvFromSource: {
    configMapRef: "V1ConfigMapEnvSource",
    prefix: "text",
    secretRef: "V1SecretEnvSource"
  },
  V1EnvVar: {
    name: "text!",
    value: "text",
    valueFrom: "V1EnvVarSource"
  },
  V1EnvVarSource: {
    configMapKeyRef: "V1ConfigMapKeySelector",
    fieldRef: "V1ObjectFieldSelector",
    fileKeyRef: "V1FileKeySelector",
    resourceFieldRef: "V1ResourceFieldSelector",
    secretKeyRef: "V1SecretKeySelector"
  },
  V1EphemeralContainer: {
    args: "text[]",
    command: "text[]",
    env: "V1EnvVar[]",
    envFrom: "V1EnvFromSource[]",
    image: "text",
    imagePullPolicy: "text",
    lifecycle: "V1Lifecycle",
    livenessProbe: "V1Probe",
    name: "text!",
    ports: "V1ContainerPort[]",
    readinessProbe: "V1Probe",
    resizePolicy: "V1ContainerResizePolicy[]",
    resources: "V1ResourceRequirements",
    restartPolicy: "text",
    restartPolicyRules: "V1ContainerRestartRule[]",
    securityContext: "V1SecurityContext",
    startupProbe: "V1Probe",
    stdin: "boolean",
    stdinOnce: "boolean",
    targetContainerName: "text",
    terminationMessagePath: "text",
    terminationMessagePolicy: "text",
    tty: "boolean",
    volumeDevices: "V1VolumeDevice[]",
    volumeMounts: "V1VolumeMount[]",
    workingDir: "text"
  },
  V1EphemeralVolumeSource: {
    volumeClaimTemplate: "V1PersistentVolumeClaimTemplate"
  },
  V1ExecAction: {
    command: "text[]"
  },
  V1FCVolumeSource: {
    fsType: "text",
    lun: "int32",
    readOnly: "boolean",
    targetWWNs: "text[]",
    wwids: "text[]"
  },
  V1FileKeySelector: {
    key: "text!",
    optional: "boolean",
    path: "text!",
    volumeName: "text!"
  },
  V1FlexVolumeSource: {
    driver: "text!",
    fsType: "text",
    options: "text{}",
    readOnly: "boolean",
    secretRef: "V1LocalObjectReference"
  },
  V1FlockerVolumeSource: {
    datasetName: "text",
    datasetUUID: "text"
  },
  V1GCEPersistentDiskVolumeSource: {
    fsType: "text",
    partition: "int32",
    pdName: "text!",
    readOnly: "boolean"
  },
  V1GRPCAction: {
    port: "int32!",
    service: "text"
  },
  V1GitRepoVolumeSource: {
    directory: "text",
    repository: "text!",
    revision: "text"
  },
  V1GlusterfsVolumeSource: {
    endpoints: "text!",
    path: "text!",
    readOnly: "boolean"
  },
  V1HTTPGetAction: {
    host: "text",
    httpHeaders: "V1HTTPHeader[]",
    path: "text",
    port: "intOrText!",
    scheme: "text"
  },
  V1HTTPHeader: {
    name: "text!",
    value: "text!"
  },
  V1HostAlias: {
    hostnames: "text[]",
    ip: "text!"
  },
  V1HostPathVolumeSource: {
    path: "text!",
    type: "text"
  },
  V1ISCSIVolumeSource: {
    chapAuthDiscovery: "boolean",
    chapAuthSession: "boolean",
    fsType: "text",
    initiatorName: "text",
    iqn: "text!",
    iscsiInterface: "text",
    lun: "int32!",
    portals: "text[]",
    readOnly: "boolean",
    secretRef: "V1LocalObjectReference",
    targetPortal: "text!"
  },
  V1ImageVolumeSource: {
    pullPolicy: "text",
    reference: "text"
  },
  V1KeyToPath: {
    key: "text!",
    mode: "int32",
    path: "text!"
  },
  V1LabelSelector: {
    matchExpressions: "V1LabelSelectorRequirement[]",
    matchLabels: "text{}"
  },
  V1LabelSelectorRequirement: {
    key: "text!",
    operator: "text!",
    values: "text[]"
  },
  V1Lifecycle: {
    postStart: "V1LifecycleHandler",
    preStop: "V1LifecycleHandler",
    stopSignal: "text"
  },
  V1LifecycleHandler: {
    exec: "V1ExecAction",
    httpGet: "V1HTTPGetAction",
    sleep: "V1SleepAction",
    tcpSocket: "V1TCPSocketAction"
  },
  V1LocalObjectReference: {
    name: "text"
  },
  V1ManagedFieldsEntry: {
    apiVersion: "text",
    fieldsType: "text",
    fieldsV1: "any",
    manager: "text",
    operation: "text",
    subresource: "text",
    time: "text"
  },
  V1NFSVolumeSource: {
    path: "text!",
    readOnly: "boolean",
    server: "text!"
  },
  V1NodeAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: "V1PreferredSchedulingTerm[]",
    requiredDuringSchedulingIgnoredDuringExecution: "V1NodeSelector"
  },
  V1NodeSelector: {
    nodeSelectorTerms: "V1NodeSelectorTerm[]!"
  },
  V1NodeSelectorRequirement: {
    key: "text!",
    operator: "text!",
    values: "text[]"
  },
  V1NodeSelectorTerm: {
    matchExpressions: "V1NodeSelectorRequirement[]",
    matchFields: "V1NodeSelectorRequirement[]"
  },
  V1ObjectFieldSelector: {
    apiVersion: "text",
    fieldPath: "text!"
  },
  V1ObjectMeta: {
    annotations: "text{}",
    creationTimestamp: "text",
    deletionGracePeriodSeconds: "int64",
    deletionTimestamp: "text",
    finalizers: "text[]",
    generateName: "text",
    generation: "int64",
    labels: "text{}",
    managedFields: "V1ManagedFieldsEntry[]",
    name: "text",
    namespace: "text",
    ownerReferences: "V1OwnerReference[]",
    resourceVersion: "text",
    selfLink: "text",
    uid: "text"
  },
  V1OwnerReference: {
    apiVersion: "text!",
    blockOwnerDeletion: "boolean",
    controller: "boolean",
    kind: "text!",
    name: "text!",
    uid: "text!"
  },
  V1PersistentVolumeClaimSpec: {
    accessModes: "text[]",
    dataSource: "V1TypedLocalObjectReference",
    dataSourceRef: "V1TypedObjectReference",
    resources: "V1VolumeResourceRequirements",
    selector: "V1LabelSelector",
    storageClassName: "text",
    volumeAttributesClassName: "text",
    volumeMode: "text",
    volumeName: "text"
  },
  V1PersistentVolumeClaimTemplate: {
    metadata: "V1ObjectMeta",
    spec: "V1PersistentVolumeClaimSpec!"
  },
  V1PersistentVolumeClaimVolumeSource: {
    claimName: "text!",
    readOnly: "boolean"
  },
  V1PhotonPersistentDiskVolumeSource: {
    fsType: "text",
    pdID: "text!"
  },
  V1PodAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: "V1WeightedPodAffinityTerm[]",
    requiredDuringSchedulingIgnoredDuringExecution: "V1PodAffinityTerm[]"
  },
  V1PodAffinityTerm: {
    labelSelector: "V1LabelSelector",
    matchLabelKeys: "text[]",
    mismatchLabelKeys: "text[]",
    namespaceSelector: "V1LabelSelector",
    namespaces: "text[]",
    topologyKey: "text!"
  },
  V1PodAntiAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: "V1WeightedPodAffinityTerm[]",
    requiredDuringSchedulingIgnoredDuringExecution: "V1PodAffinityTerm[]"
  },
  V1PodCertificateProjection: {
    certificateChainPath: "text",
    credentialBundlePath: "text",
    keyPath: "text",
    keyType: "text!",
    maxExpirationSeconds: "int32",
    signerName: "text!"
  },
  V1PodDNSConfig: {
    nameservers: "text[]",
    options: "V1PodDNSConfigOption[]",
    searches: "text[]"
  },
  V1PodDNSConfigOption: {
    name: "text",
    value: "text"
  },
  V1PodOS: {
    name: "text!"
  },
  V1PodReadinessGate: {
    conditionType: "text!"
  },
  V1PodResourceClaim: {
    name: "text!",
    resourceClaimName: "text",
    resourceClaimTemplateName: "text"
  },
  V1PodSchedulingGate: {
    name: "text!"
  },
  V1PodSecurityContext: {
    appArmorProfile: "V1AppArmorProfile",
    fsGroup: "int64",
    fsGroupChangePolicy: "text",
    runAsGroup: "int64",
    runAsNonRoot: "boolean",
    runAsUser: "int64",
    seLinuxChangePolicy: "text",
    seLinuxOptions: "V1SELinuxOptions",
    seccompProfile: "V1SeccompProfile",
    supplementalGroups: "int64[]",
    supplementalGroupsPolicy: "text",
    sysctls: "V1Sysctl[]",
    windowsOptions: "V1WindowsSecurityContextOptions"
  },
  V1PodSpec: {
    activeDeadlineSeconds: "int64",
    affinity: "V1Affinity",
    automountServiceAccountToken: "boolean",
    containers: "V1Container[]!",
    dnsConfig: "V1PodDNSConfig",
    dnsPolicy: "text",
    enableServiceLinks: "boolean",
    ephemeralContainers: "V1EphemeralContainer[]",
    hostAliases: "V1HostAlias[]",
    hostIPC: "boolean",
    hostNetwork: "boolean",
    hostPID: "boolean",
    hostUsers: "boolean",
    hostname: "text",
    hostnameOverride: "text",
    imagePullSecrets: "V1LocalObjectReference[]",
    initContainers: "V1Container[]",
    nodeName: "text",
    nodeSelector: "text{}",
    os: "V1PodOS",
    overhead: "quantity{}",
    preemptionPolicy: "text",
    priority: "int32",
    priorityClassName: "text",
    readinessGates: "V1PodReadinessGate[]",
    resourceClaims: "V1PodResourceClaim[]",
    resources: "V1ResourceRequirements",
    restartPolicy: "text",
    runtimeClassName: "text",
    schedulerName: "text",
    schedulingGates: "V1PodSchedulingGate[]",
    securityContext: "V1PodSecurityContext",
    serviceAccount: "text",
    serviceAccountName: "text",
    setHostnameAsFQDN: "boolean",
    shareProcessNamespace: "boolean",
    subdomain: "text",
    terminationGracePeriodSeconds: "int64",
    tolerations: "V1Toleration[]",
    topologySpreadConstraints: "V1TopologySpreadConstraint[]",
    volumes: "V1Volume[]"
  },
  V1PodTemplateSpec: {
    metadata: "V1ObjectMeta",
    spec: "V1PodSpec"
  },
  V1PortworxVolumeSource: {
    fsType: "text",
    readOnly: "boolean",
    volumeID: "text!"
  },
  V1PreferredSchedulingTerm: {
    preference: "V1NodeSelectorTerm!",
    weight: "int32!"
  },
  V1Probe: {
    exec: "V1ExecAction",
    failureThreshold: "int32",
    grpc: "V1GRPCAction",
    httpGet: "V1HTTPGetAction",
    initialDelaySeconds: "int32",
    periodSeconds: "int32",
    successThreshold: "int32",
    tcpSocket: "V1TCPSocketAction",
    terminationGracePeriodSeconds: "int64",
    timeoutSeconds: "int32"
  },
  V1ProjectedVolumeSource: {
    defaultMode: "int32",
    sources: "V1VolumeProjection[]"
  },
  V1QuobyteVolumeSource: {
    group: "text",
    readOnly: "boolean",
    registry: "text!",
    tenant: "text",
    user: "text",
    volume: "text!"
  },
  V1RBDVolumeSource: {
    fsType: "text",
    image: "text!",
    keyring: "text",
    monitors: "text[]!",
    pool: "text",
    readOnly: "boolean",
    secretRef: "V1LocalObjectReference",
    user: "text"
  },
  V1ResourceFieldSelector: {
    containerName: "text",
    divisor: "quantity",
    resource: "text!"
  },
  V1ResourceRequirements: {
    claims: "CoreV1ResourceClaim[]",
    limits: "quantity{}",
    requests: "quantity{}"
  },
  V1SELinuxOptions: {
    level: "text",
    role: "text",
    type: "text",
    user: "text"
  },
  V1ScaleIOVolumeSource: {
    fsType: "text",
    gateway: "text!",
    protectionDomain: "text",
    readOnly: "boolean",
    secretRef: "V1LocalObjectReference!",
    sslEnabled: "boolean",
    storageMode: "text",
    storagePool: "text",
    system: "text!",
    volumeName: "text"
  },
  V1SeccompProfile: {
    localhostProfile: "text",
    type: "text!"
  },
  V1SecretEnvSource: {
    name: "text",
    optional: "boolean"
  },
  V1SecretKeySelector: {
    key: "text!",
    name: "text",
    optional: "boolean"
  },
  V1SecretProjection: {
    items: "V1KeyToPath[]",
    name: "text",
    optional: "boolean"
  },
  V1SecretVolumeSource: {
    defaultMode: "int32",
    items: "V1KeyToPath[]",
    optional: "boolean",
    secretName: "text"
  },
  V1SecurityContext: {
    allowPrivilegeEscalation: "boolean",
    appArmorProfile: "V1AppArmorProfile",
    capabilities: "V1Capabilities",
    privileged: "boolean",
    procMount: "text",
    readOnlyRootFilesystem: "boolean",
    runAsGroup: "int64",
    runAsNonRoot: "boolean",
    runAsUser: "int64",
    seLinuxOptions: "V1SELinuxOptions",
    seccompProfile: "V1SeccompProfile",
    windowsOptions: "V1WindowsSecurityContextOptions"
  },
  V1ServiceAccountTokenProjection: {
    audience: "text",
    expirationSeconds: "int64",
    path: "text!"
  },
  V1SleepAction: {
    seconds: "int64!"
  },
  V1StorageOSVolumeSource: {
    fsType: "text",
    readOnly: "boolean",
    secretRef: "V1LocalObjectReference",
    volumeName: "text",
    volumeNamespace: "text"
  },
  V1Sysctl: {
    name: "text!",
    value: "text!"
  },
  V1TCPSocketAction: {
    host: "text",
    port: "intOrText!"
  },
  V1Toleration: {
    effect: "text",
    key: "text",
    operator: "text",
    tolerationSeconds: "int64",
    value: "text"
  },
  V1TopologySpreadConstraint: {
    labelSelector: "V1LabelSelector",
    matchLabelKeys: "text[]",
    maxSkew: "int32!",
    minDomains: "int32",
    nodeAffinityPolicy: "text",
    nodeTaintsPolicy: "text",
    topologyKey: "text!",
    whenUnsatisfiable: "text!"
  },
  V1TypedLocalObjectReference: {
    apiGroup: "text",
    kind: "text!",
    name: "text!"
  },
  V1TypedObjectReference: {
    apiGroup: "text",
    kind: "text!",
    name: "text!",
    namespace: "text"
  },
  V1Volume: {
    awsElasticBlockStore: "V1AWSElasticBlockStoreVolumeSource",
    azureDisk: "V1AzureDiskVolumeSource",
    azureFile: "V1AzureFileVolumeSource",
    cephfs: "V1CephFSVolumeSource",
    cinder: "V1CinderVolumeSource",
    configMap: "V1ConfigMapVolumeSource",
    csi: "V1CSIVolumeSource",
    downwardAPI: "V1DownwardAPIVolumeSource",
    emptyDir: "V1EmptyDirVolumeSource",
    ephemeral: "V1EphemeralVolumeSource",
    fc: "V1FCVolumeSource",
    flexVolume: "V1FlexVolumeSource",
    flocker: "V1FlockerVolumeSource",
    gcePersistentDisk: "V1GCEPersistentDiskVolumeSource",
    gitRepo: "V1GitRepoVolumeSource",
    glusterfs: "V1GlusterfsVolumeSource",
    hostPath: "V1HostPathVolumeSource",
    image: "V1ImageVolumeSource",
    iscsi: "V1ISCSIVolumeSource",
    name: "text!",
    nfs: "V1NFSVolumeSource",
    persistentVolumeClaim: "V1PersistentVolumeClaimVolumeSource",
    photonPersistentDisk: "V1PhotonPersistentDiskVolumeSource",
    portworxVolume: "V1PortworxVolumeSource",
    projected: "V1ProjectedVolumeSource",
    quobyte: "V1QuobyteVolumeSource",
    rbd: "V1RBDVolumeSource",
    scaleIO: "V1ScaleIOVolumeSource",
    secret: "V1SecretVolumeSource",
    storageos: "V1StorageOSVolumeSource",
    vsphereVolume: "V1VsphereVirtualDiskVolumeSource"
  },
  V1VolumeDevice: {
    devicePath: "text!",
    name: "text!"
  },
  V1VolumeMount: {
    mountPath: "text!",
    mountPropagation: "text",
    name: "text!",
    readOnly: "boolean",
    recursiveReadOnly: "text",
    subPath: "text",
    subPathExpr: "text"
  },
  V1VolumeProjection: {
    clusterTrustBundle: "V1ClusterTrustBundleProjection",
    configMap: "V1ConfigMapProjection",
    downwardAPI: "V1DownwardAPIProjection",
    podCertificate: "V1PodCertificateProjection",
    secret: "V1SecretProjection",
    serviceAccountToken: "V1ServiceAccountTokenProjection"
  },
  V1VolumeResourceRequirements: {
    limits: "quantity{}",
    requests: "quantity{}"
  },
  V1VsphereVirtualDiskVolumeSource: {
    fsType: "text",
    storagePolicyID: "text",
    storagePolicyName: "text",
    volumePath: "text!"
  },
  V1WeightedPodAffinityTerm: {
    podAffinityTerm: "V1PodAffinityTerm!",
    weight: "int32!"
  },
  V1WindowsSecurityContextOptions: {
    gmsaCredentialSpec: "text",
    gmsaCredentialSpecName: "text",
    hostProcess: "boolean",
    runAsUserName: "text"
  }
};

// src/dgd/schema/pod-schema.ts
var WORDS2 = {
  text: { type: "string" },
  boolean: { type: "boolean" },
  int32: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { type: "integer" },
  number: { type: "number" },
  intOrText: { type: ["integer", "string"] },
  any: {}
}, VARIANTS = {
  MainContainer: { of: "V1Container", optional: "name" },
  ExtraPodSpec: { of: "V1PodSpec", optional: "containers", added: { mainContainer: "MainContainer" } },
  V1PodTemplateSpec: { of: "V1PodTemplateSpec", added: { metadata: "EmbeddedMetadata" } },
  V1PersistentVolumeClaimTemplate: { of: "V1PersistentVolumeClaimTemplate", added: { metadata: "EmbeddedMetadata" } },
  EmbeddedMetadata: { of: "V1ObjectMeta", kept: ["annotations", "finalizers", "labels", "name", "namespace"] }
}, NOTATION = /^(\w+?)(\[\]|\{\})?(!)?$/, TYPES = pod_types_default, KEYS = LIST_KEYS, SCHEMAS = /* @__PURE__ */ new Map();
function podSchema(name) {
  let made = SCHEMAS.get(name);
  if (made !== void 0) return made;
  let variant = VARIANTS[name] ?? { of: name }, members2 = Object.hasOwn(TYPES, variant.of) ? TYPES[variant.of] : void 0;
  if (members2 === void 0) return;
  let schema = toSchema(members2, variant);
  return SCHEMAS.set(name, schema), schema;
}
function toSchema(members2, { of, optional: optional2, added = {}, kept: kept2 }) {
  let entries2 = Object.entries({ ...members2, ...added }).filter(([member2]) => kept2?.includes(member2) ?? !0), keys = KEYS[of] ?? {};
  return {
    type: "object",
    properties: Object.fromEntries(
      entries2.map(([member2, notation]) => [member2, memberSchema(notation, keys[member2])])
    ),
    required: entries2.filter(([member2, notation]) => notation.endsWith("!") && member2 !== optional2).map(([member2]) => member2),
    additionalProperties: !1
  };
}
function memberSchema(notation, keys) {
  let [, word = "", many] = NOTATION.exec(notation) ?? [], one = WORDS2[word] ?? { $ref: `#/$defs/${word}` };
  return many === "[]" ? { type: "array", items: one, ...keys && { "x-kubernetes-list-map-keys": keys } } : many === "{}" ? { type: "object", additionalProperties: one } : one;
}

// src/dgd/schema/check-schema.ts
var SCHEMAS2 = { v1alpha1: dgd_v1alpha1_schema_default, v1beta1: dgd_v1beta1_schema_default }, KUBERNETES_TYPES = {
  container: "MainContainer",
  envVar: "V1EnvVar",
  extraPodSpec: "ExtraPodSpec",
  objectMeta: "V1ObjectMeta",
  podTemplate: "V1PodTemplateSpec",
  probe: "V1Probe"
};
function checkSchema(graph) {
  let version = versionOf(graph);
  if (version === void 0) return [badVersion(graph)];
  let { root, definition } = graphSchema(version);
  return checkDocument(graph, root, definition).map((problem) => {
    let place = problem.severity === "warning" ? rightPlace(problem.path, version, definition) : void 0;
    return place === void 0 ? problem : { ...problem, hint: `write it as ${place} of the service` };
  });
}
function graphSchema(version) {
  let root = SCHEMAS2[version];
  return { root, definition: (name) => definitionOf(root, name) };
}
function versionOf({ apiVersion }) {
  return GRAPH_VERSIONS.find((version) => apiVersion === `${GROUP}/${version}`);
}
function badVersion({ apiVersion = null }) {
  let found = apiVersion === null ? "missing" : show(apiVersion), wanted = GRAPH_VERSIONS.map((version) => `${GROUP}/${version}`).join(" or "), message = `apiVersion is ${found}, wanted ${wanted}`;
  return { severity: "error", path: ["apiVersion"], message };
}
function definitionOf(schema, name) {
  let found = podSchema(KUBERNETES_TYPES[name] ?? name) ?? schema.$defs[name];
  if (found === void 0) throw new Error(`no definition ${name}`);
  return found;
}

// src/dgd/schema/field-since.ts
var AGED_FIELDS = {
  v1alpha1: {
    ofSpec: [
      { since: v1(1), keys: ["annotations"] },
      { since: v1(1), keys: ["labels"] },
      { since: v1(1), keys: ["topologyConstraint"] },
      { since: v1(2), keys: ["experimental"] },
      { since: v1(3), keys: ["experimental", "kvTransferPolicy", "clusterTopologyName"] },
      { since: v1(3), keys: ["priorityClassName"] }
    ],
    ofService: [
      { since: v1(1), keys: ["topologyConstraint"] },
      { since: v1(1), keys: ["gpuMemoryService"] },
      { since: v1(2), keys: ["gpuMemoryService", "extraClientContainers"] },
      { since: v1(2), keys: ["gpuMemoryService", "extraClientPods"] },
      { since: v1(1), keys: ["failover"] },
      { since: v1(2), keys: ["checkpoint", "targetContainerName"] },
      { since: v1(2), keys: ["checkpoint", "job"] },
      { since: v1(3), keys: ["checkpoint", "startupPolicy"] },
      { since: v1(3), keys: ["checkpoint", "deletionPolicy"] },
      { since: v1(3), keys: ["minAvailable"] },
      { since: v1(4), keys: ["runtimeVersionOverride"] }
    ]
  },
  v1beta1: {
    ofSpec: [
      { since: v1(3), keys: ["experimental", "kvTransferPolicy", "clusterTopologyName"] },
      { since: v1(3), keys: ["priorityClassName"] }
    ],
    ofService: [
      { since: v1(3), keys: ["experimental", "checkpoint", "enabled"] },
      { since: v1(3), keys: ["experimental", "checkpoint", "startupPolicy"] },
      { since: v1(3), keys: ["experimental", "checkpoint", "deletionPolicy"] },
      { since: v1(3), keys: ["minAvailable"] },
      { since: v1(4), keys: ["runtimeVersionOverride"] }
    ]
  }
};
function checkFieldAge(graph, target) {
  let { ofSpec, ofService } = AGED_FIELDS[graphVersion(graph)];
  return [
    { at: ["spec"], object: graph.spec, fields: ofSpec },
    ...graphServices(graph).map(({ path, object: object2 }) => ({ at: path, object: object2, fields: ofService }))
  ].flatMap(({ at, object: object2, fields }) => {
    let young = fields.filter(({ since, keys }) => isBefore(target, since) && isPresent(object2, keys));
    return young.filter((field) => !isInside(field, young)).map((field) => toProblem2(at, field, target));
  });
}
function isPresent(object2, keys) {
  let found = keys.reduce(
    (value, key) => isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0,
    object2
  );
  return isGiven(found);
}
function isInside({ keys }, fields) {
  return fields.some(
    (other) => other.keys.length < keys.length && other.keys.every((key, index) => key === keys[index])
  );
}
function toProblem2(at, { since, keys }, target) {
  let name = keys.join(".");
  return {
    severity: "warning",
    path: [...at, ...keys],
    message: `${name} came with Dynamo ${printRelease(since)}: the API server of ${printRelease(target)} drops it`,
    hint: `remove ${name}, or target ${printRelease(since)} or later`
  };
}

// src/merge/finish/admit.ts
function admit(graph, context) {
  if (!context.mends.checksAdmission) return;
  let { target, emit: emit2 } = context.request, problems = graphProblems(graph, target).filter(({ severity }) => emit2 === "graph" || severity === "error");
  reportProblems(problems, { graph, codes: ADMISSION_CODES }, context);
}
var ADMISSION_CODES = { error: "ADMISSION_REFUSED", warning: "ADMISSION_AT_RISK" };
function graphProblems(graph, target) {
  return [...checkSchema(graph), ...checkRules(graph, target), ...checkFieldAge(graph, target)];
}

// src/graph/cards.ts
var NVIDIA = { lacks: [], vendor: "NVIDIA" }, BEFORE_AMPERE = { ...NVIDIA, lacks: ["bfloat16"] }, AMD = { ...NVIDIA, vendor: "AMD" }, CARDS = {
  v100_sxm: BEFORE_AMPERE,
  v100_pcie: BEFORE_AMPERE,
  t4: BEFORE_AMPERE,
  mi200: AMD,
  mi300: AMD
};
function cardFacts(gpuSku) {
  return Object.hasOwn(CARDS, gpuSku) ? CARDS[gpuSku] : NVIDIA;
}

// src/merge/finish/card-lint.ts
var AMD_RESOURCE = "amd.com/gpu", GPU_TYPE = {
  v1alpha1: " (as resources.limits.gpuType)",
  v1beta1: " (in the limits of its main container, for nvidia.com/gpu)"
};
function lintCards(graph, { request, profile: { naive, backend }, warn, mends }) {
  if (naive === void 0 || !mends.sizesForRequest || request.features.mocker) return;
  let { gpuSku } = request.hardware, service = workerName(backend, "agg", request.target), { lacks, vendor } = cardFacts(gpuSku), path = "spec.hardware.gpuSku", origin = request.locate(path), { flag, value } = GRAPH_BACKENDS[backend].halfPrecision, { dataType = "bfloat16" } = naive;
  lacks.includes(dataType) && !hasFlag(serviceArgs(graph, service), flag) && warn("DATA_TYPE_UNSUPPORTED", {
    message: `${gpuSku} has no ${dataType}, which the checkpoint of ${request.model} is in, so that ${service} refuses to start`,
    hint: `add ${flag} ${value} to the arguments of ${service} in spec.overrides.dgd`,
    path,
    origin
  }), vendor === "AMD" && !JSON.stringify(findService(graph, service)?.object ?? {}).includes(AMD_RESOURCE) && warn("GPU_VENDOR_MISMATCH", {
    message: `${gpuSku} is a card of AMD, but ${service} has an image for NVIDIA's and asks for nvidia.com/gpu`,
    hint: `give ${service} an image that is built for ROCm and the resource ${AMD_RESOURCE}${GPU_TYPE[releaseFacts(request.target).graphVersion]} in spec.overrides.dgd`,
    path,
    origin
  });
}

// src/merge/finish/dgd-name.ts
var DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, LABEL_CHARACTERS = 63;
function dgdName(request) {
  let given = getIn(request.overrides.dgd, "metadata", "name") ?? "";
  if (typeof given != "string") {
    let path = overridePath(["metadata", "name"]);
    throw new RenderError("OVERRIDE_INVALID", {
      message: `${path} is ${JSON.stringify(given)}, not text`,
      path,
      hint: "quote the name",
      origin: request.locate(path)
    });
  }
  let found = given === "" ? { name: `${request.name}-dgd`, path: "metadata.name" } : { name: given, path: "spec.overrides.dgd.metadata.name" };
  if (found.name.length <= LABEL_CHARACTERS && DNS_LABEL.test(found.name)) return found;
  throw new RenderError("NAME_INVALID", {
    message: `the graph's name "${found.name}" is no DNS label`,
    path: found.path,
    hint: `use at most ${LABEL_CHARACTERS} lower-case letters, digits and inner hyphens`,
    origin: request.locate(found.path)
  });
}

// src/graph/engine-size.ts
var MODEL_FLAGS = ["--model", "--model-path"], SIZE_WORDS = /parallel_size|parallel-size/;
function startedEngine({ type, mainContainer: { command, args } }) {
  if (!WORKER_TYPES.includes(type ?? "")) return;
  let tokens3 = [...textsOf(command), ...textsOf(args)], backend = BACKENDS.find((name) => tokens3.includes(GRAPH_BACKENDS[name].module));
  return backend === void 0 ? void 0 : { backend, args: tokens3 };
}
function textsOf(list) {
  return Array.isArray(list) ? list.map(String) : [];
}
function namesModel({ args }) {
  return MODEL_FLAGS.some((flag) => hasFlag(args, flag));
}
function wantedGpus(service, { backend, args }) {
  let flags = GRAPH_BACKENDS[backend].sizeFlags, nodes = Number(nodeCount(service) ?? 1);
  if (isOpaque(args, flags) || !Number.isInteger(nodes)) return;
  let engine = sizeOf(args, flags.tensor) * sizeOf(args, flags.pipeline), ranks = flags.localData.some((flag) => hasFlag(args, flag)) ? sizeOf(args, flags.localData) * nodes : sizeOf(args, flags.data), gpus = flags.sharesRanks !== void 0 && hasFlag(args, flags.sharesRanks) ? engine : engine * ranks;
  return Number.isInteger(gpus) ? gpus : void 0;
}
function isOpaque(args, { opaque }) {
  return args.some((arg) => arg.trimStart().startsWith("{") && SIZE_WORDS.test(arg)) || opaque.some((flag) => hasFlag(args, flag));
}
function sizeOf(args, flags) {
  let value = flags.map((flag) => flagValue(args, flag)).find((found) => found !== void 0);
  return value === void 0 ? 1 : /^\d+$/.test(value) ? Number(value) : Number.NaN;
}

// src/graph/worker-fit.ts
function replicaGpus(graph, service) {
  let { limits, requests } = lensOf(graph).gpuSides(service), perNode = quantityNumber(limits.value) ?? quantityNumber(requests.value), gpus = perNode === void 0 ? Number.NaN : perNode * Number(nodeCount(service) ?? 1);
  return Number.isFinite(gpus) ? gpus : void 0;
}
function replicasOf({ object: object2 }) {
  let replicas = Number(object2.replicas ?? 1);
  return Number.isFinite(replicas) ? replicas : 1;
}
function workersOf2(graph) {
  return graphServices(graph).filter(({ type }) => WORKER_TYPES.includes(type ?? ""));
}
function gpuMismatches(graph) {
  return [...unequalSides(graph), ...unfitWorkers(graph)];
}
function unequalSides(graph) {
  return graphServices(graph).flatMap((service) => {
    let { limits, requests } = lensOf(graph).gpuSides(service), [limit, request] = [quantityNumber(limits.value), quantityNumber(requests.value)];
    return limit === void 0 || request === void 0 || limit === request ? [] : [
      {
        severity: "warning",
        path: requests.path,
        message: `${service.name} requests ${counted(request, "GPU")} at a limit of ${limit}; the API server refuses its pods`,
        hint: "give both the same number, or the limit alone"
      }
    ];
  });
}
function unfitWorkers(graph) {
  return workersOf2(graph).flatMap((service) => {
    let engine = startedEngine(service), wanted = engine && wantedGpus(service, engine), given = replicaGpus(graph, service);
    if (wanted === void 0 || given === void 0 || wanted === given) return [];
    let { limits, requests } = lensOf(graph).gpuSides(service);
    return [
      {
        severity: "warning",
        path: limits.value === void 0 ? requests.path : limits.path,
        message: `${service.name} has ${counted(given, "GPU")} a replica, but its arguments start an engine on ${counted(wanted, "GPU")}`,
        hint: `give it ${counted(wanted, "GPU")}, or change its parallel sizes to ${counted(given, "GPU")}`
      }
    ];
  });
}
function lostModels(graph) {
  return workersOf2(graph).flatMap((service) => {
    let engine = startedEngine(service);
    if (engine === void 0 || namesModel(engine)) return [];
    let [image, ...container] = [...service.imagePath].reverse();
    return [
      {
        severity: "warning",
        path: image === "image" ? [...container.reverse(), "args"] : service.imagePath,
        message: `the arguments of ${service.name} name no model to serve`,
        hint: `append to the generated arguments of ${service.name} instead of replacing them, or repeat the model`
      }
    ];
  });
}

// src/merge/finish/fit-lint.ts
function lintFit(graph, context) {
  let { dgd } = context.request.overrides;
  if (dgd === void 0) return;
  let say = (warning, problems) => reportProblems(problems, { graph, codes: { error: "ADMISSION_REFUSED", warning } }, context);
  say("GPUS_MISMATCH", gpuMismatches(graph)), say("MODEL_FLAG_MISSING", lostModels(graph)), say("BUDGET_EXCEEDED", budgetExcess(graph, dgd, context.request.hardware.totalGpus));
}
function budgetExcess(graph, dgd, totalGpus) {
  let workers = workersOf2(graph), gpus = workers.reduce((sum, one) => sum + replicasOf(one) * (replicaGpus(graph, one) ?? 0), 0);
  if (gpus <= totalGpus) return [];
  let own2 = workers.filter(({ name }) => findService(dgd, name) !== void 0), blamed = own2.find(({ name }) => findService(dgd, name)?.object.replicas !== void 0) ?? own2[0], path = blamed === void 0 ? ["spec"] : [...blamed.path, "replicas"], parts = workers.map((one) => `${replicasOf(one)} x ${replicaGpus(graph, one) ?? 0} of ${one.name}`);
  return [
    {
      severity: "warning",
      path,
      message: `the workers take ${gpus} GPUs (${parts.join(", ")}), but totalGpus is ${totalGpus}`,
      hint: `lower the replicas, or set spec.hardware.totalGpus to ${gpus} so that the pick is made for them`
    }
  ];
}

// src/merge/finish/flux-variables.ts
var SUBSTITUTE = "kustomize.toolkit.fluxcd.io/substitute", VARIABLE = /\$(?:\{[^}"]*\}?|\$[({]?\w*[)}]?)/;
function preventSubstitution(made, { request: { fluxSubstitute } }) {
  return fluxSubstitute !== "disabled" ? made : { graph: withoutSubstitution(made.graph), resources: made.resources.map(withoutSubstitution) };
}
function withoutSubstitution(object2) {
  return variableOf(object2) === void 0 ? object2 : updateIn(object2, ["metadata", "annotations"], (annotations) => ({ ...isObject(annotations) ? annotations : {}, [SUBSTITUTE]: "disabled" }));
}
function lintVariables(made, { request, warn, mends }) {
  if (request.fluxSubstitute !== void 0 || !mends.warnsAboutVariables) return made;
  let variable2 = [...made.resources, made.graph].filter((object2) => !isLeftAlone(object2)).map(variableOf).find((text6) => text6 !== void 0);
  if (variable2 === void 0) return made;
  let path = blamedField2(request.overrides.dgd);
  return warn("VARIABLES_AT_RISK", {
    message: `Flux would replace ${JSON.stringify(variable2)} where its Kustomization has postBuild`,
    path,
    hint: "set --flux-substitute disabled (fluxSubstitute in a config), or enabled where Flux may do so or is not used",
    origin: request.locate(path)
  }), made;
}
function isLeftAlone(object2) {
  return ["labels", "annotations"].some((kind) => getIn(object2, "metadata", kind, SUBSTITUTE) === "disabled");
}
function variableOf(object2) {
  return VARIABLE.exec(JSON.stringify(object2))?.[0];
}
function blamedField2(dgd = {}) {
  let found = [];
  return mapLeaves(dgd, (leaf, path) => (typeof leaf == "string" && VARIABLE.test(leaf) && found.push(overridePath(path)), leaf)), found[0] ?? "spec";
}

// src/profile/engine-words.ts
var FIRST_ENGINE = FIRST.engine;
function answeredBy({ engine, dataRelease }) {
  return engine === FIRST_ENGINE ? dataRelease : `engine ${engine} over ${dataRelease}`;
}

// src/merge/finish/profile-line.ts
var NAMED_ROLES = {
  agg: [{ role: "agg", label: "" }],
  disagg: [
    { role: "prefill", label: "prefill " },
    { role: "decode", label: "decode " }
  ]
}, MOCKER_PREFIXES = [...new Set(RELEASES.flatMap(({ mocker }) => mocker.prefix ?? []))], SIZES = [
  { name: "tp", flags: ["--tensor-parallel-size", ...mockerFlags("tp-size")] },
  { name: "pp", flags: ["--pipeline-parallel-size"] },
  { name: "dp", flags: ["--data-parallel-size", ...mockerFlags("attention-dp-size")] },
  { name: "ep", flags: ["--expert-parallel-size", ...mockerFlags("moe-ep-size")] }
], OVERRIDDEN = "overridden", MOCKED_LATENCIES = mockerFlags("perf-model");
function mockerFlags(name) {
  return MOCKER_PREFIXES.map((prefix) => `${prefix}-${name}`);
}
function summarize(graph, finishing) {
  let { wishes } = finishing.profile, wished = hasWishes(wishes) ? `${WISHED}${wishWords(wishes)}` : "";
  return `${picked(graph, finishing)}${wished}`;
}
function picked(graph, { request, profile, generated }) {
  if (profile.pinned !== void 0) return summarizePinned(graph, profile);
  if (request.features.mocker) return summarizeMocker(graph, { profile, generated });
  let workers = NAMED_ROLES[profile.chosen].map(({ role, label }) => {
    let name = workerName(profile.backend, role, request.target);
    return `${replicaWords(graph, name)}x ${label}${layout(serviceArgs(graph, name))}`;
  }), topology = `${profile.chosen} ${workers.join(" + ")}`;
  return isReshaped(graph, generated) ? `${topology}, ${OVERRIDDEN}` : profile.naive === void 0 ? `${topology}, ${speeds(profile)}` : `${topology}, sized from memory without measurements`;
}
function summarizePinned(graph, { chosen }) {
  let words = graphServices(graph).filter(({ type }) => WORKER_TYPES.includes(type ?? "")).map(
    ({ name, object: { replicas = 1 } }) => `${replicas}x ${name} ${layout(serviceArgs(graph, name))}`
  );
  return `${chosen} ${words.join(" + ")}, profiled in a cluster`;
}
function summarizeMocker(graph, { profile, generated }) {
  let isMeasured = serviceArgs(graph, "decode").some((arg) => MOCKED_LATENCIES.includes(arg)), workers = ["prefill", "decode"].map((name) => `${replicaWords(graph, name)}x ${name}${isMeasured ? ` ${layout(serviceArgs(graph, name))}` : ""}`);
  return isMeasured && isReshaped(graph, generated) ? `mocker ${workers.join(" + ")}, ${OVERRIDDEN}` : `mocker ${workers.join(" + ")}, ${isMeasured ? speeds(profile) : "latencies of its own"}`;
}
function replicaWords(graph, service) {
  return String(findService(graph, service)?.object.replicas ?? 1);
}
function speeds({ latencies: { ttftMs, tpotMs }, picked: picked4 }) {
  let throughput = picked4[0]?.candidate.metrics.tokensPerSecPerGpu ?? 0;
  return `ttft ${threeDecimals(ttftMs)} ms, itl ${threeDecimals(tpotMs)} ms, ${threeDecimals(throughput)} tokens/s/GPU`;
}
function layout(args) {
  return SIZES.map(({ name, flags }) => ({
    name,
    size: flags.map((flag) => flagValue(args, flag)).find((value) => value !== void 0) ?? "1"
  })).filter(({ size }, index) => index === 0 || size !== "1").map(({ name, size }) => `${name}${size}`).join("");
}
function isReshaped(graph, generated) {
  return JSON.stringify(shapesOf(graph)) !== JSON.stringify(shapesOf(generated));
}
function shapesOf(graph) {
  return workersOf2(graph).map((service) => {
    let { name } = service;
    return [name, replicasOf(service), replicaGpus(graph, service) ?? null, layout(serviceArgs(graph, name))];
  });
}
function topologyWords(graph, mode) {
  let workers = workersOf2(graph), words = NAMED_ROLES[mode].map(({ role, label }) => {
    let found = workers.filter(({ type }) => role === "agg" || type === role), [first] = found;
    if (!(first === void 0 || found.length > 1))
      return `${replicasOf(first)}x ${label}${layout(serviceArgs(graph, first.name))}`;
  });
  return words.includes(void 0) ? void 0 : `${mode} ${words.join(" + ")}`;
}
function threeDecimals(value) {
  return String(Number(value.toFixed(3)));
}

// src/merge/finish/graph-identity.ts
function applyIdentity({ graph, resources: resources2 }, context) {
  let { request, warn } = context;
  return warnAboutLabels(request, warn), { graph: identified(graph, context), resources: resources2.map((object2) => owned(object2, request)) };
}
function identified(graph, context) {
  let { request, profile, name } = context, { source, origin } = request, carried = carriedBy(request), engine = profile.backendVersion === null ? profile.backend : `${profile.backend} ${profile.backendVersion}`, annotations = {
    // A host may not say which file a request came from.
    ...source === "" ? {} : { "dgdr-render.dev/source": `${source}#${origin.index}` },
    "dgdr-render.dev/profile": summarize(graph, context),
    "dgdr-render.dev/engine": `dgdr-render ${VERSION}, ${answeredBy(profile)}, ${engine} on ${profile.system}`
  };
  return updateIn(graph, ["metadata"], (metadata3) => ({
    ...isObject(metadata3) ? metadata3 : {},
    name: name.name,
    ...namespaceOf(request),
    labels: { ...carried.labels, ...member(graph, "labels"), ...requestLabels(request) },
    annotations: { ...carried.annotations, ...member(graph, "annotations"), ...annotations }
  }));
}
function owned({ apiVersion = "", kind = "", metadata: metadata3, ...rest }, request) {
  let { labels, annotations } = carriedBy(request), own2 = {
    ...isObject(metadata3) ? metadata3 : {},
    ...namespaceOf(request),
    labels: { ...labels, ...requestLabels(request) },
    ...Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }
  };
  return { apiVersion, kind, metadata: own2, ...rest };
}
function carriedBy({ carried, mends }) {
  return mends.carriesMetadata ? carried : NOTHING;
}
var NOTHING = { labels: {}, annotations: {} };
function namespaceOf({ namespace }) {
  return namespace === void 0 ? {} : { namespace };
}
function member(graph, name) {
  let found = getIn(graph, "metadata", name);
  return isObject(found) ? found : {};
}
function requestLabels(request) {
  let fitting = namingParts(request).filter(({ value }) => value.length <= LABEL_CHARACTERS);
  return Object.fromEntries(fitting.map(({ part, value }) => [`dgdr.nvidia.com/${part}`, value]));
}
function warnAboutLabels(request, warn) {
  for (let { part, value } of namingParts(request))
    value.length <= LABEL_CHARACTERS || warn("LABEL_OMITTED", {
      message: `the label dgdr.nvidia.com/${part} is left out: "${value}" has ${value.length} characters`,
      path: `metadata.${part}`,
      hint: `use at most ${LABEL_CHARACTERS} characters`,
      origin: request.locate(`metadata.${part}`)
    });
}
function namingParts({ name, namespace }) {
  return [{ part: "name", value: name }, ...namespace === void 0 ? [] : [{ part: "namespace", value: namespace }]];
}

// src/merge/finish/image-mirrors.ts
function applyImageMirrors(graph, { request: { imageMirrors } }) {
  if (imageMirrors.length === 0) return graph;
  let { images } = lensOf(graph);
  return mapServices(graph, ({ object: object2 }) => {
    let mirrored = mapLeaves(
      object2,
      (leaf, path) => typeof leaf == "string" && images.some((pattern) => matchesPath(pattern, path)) ? mirrorImage(leaf, imageMirrors) : leaf
    );
    return isObject(mirrored) ? mirrored : object2;
  });
}

// src/merge/finish/name-lengths.ts
var COMBINED_CHARACTERS = 45, SUFFIX = "-dgd", LEADER_SUFFIX = "-ldr";
function nameProblems(graph, name) {
  let services = graphServices(graph), offenders = services.filter((one) => name.length + one.name.length > COMBINED_CHARACTERS), listed3 = offenders.map((one) => `${one.name} (${name.length} + ${one.name.length})`).join(", "), spanning2 = services.filter((one) => nodeCount(one) !== void 0);
  return {
    tooLong: offenders.length === 0 ? void 0 : {
      message: `the graph's name "${name}" and a service's name together exceed ${COMBINED_CHARACTERS} characters: ${listed3}`,
      longest: COMBINED_CHARACTERS - Math.max(...services.map((one) => one.name.length))
    },
    risky: spanning2.flatMap(({ name: service }) => {
      let budget = Math.max(COMBINED_CHARACTERS - 2 * service.length - LEADER_SUFFIX.length, 0), message = `${service} spans nodes, for which the operator with Grove allows graph names of ${budget} characters; "${name}" has ${name.length}`;
      return name.length <= budget ? [] : [{ message, budget }];
    })
  };
}
function checkNameLengths(graph, { request, name: { name, path }, warn }) {
  if (request.emit === "workloads") return;
  let { tooLong, risky } = nameProblems(graph, name), origin = request.locate(path);
  if (tooLong !== void 0) {
    let { message, longest } = tooLong;
    throw new RenderError("NAME_TOO_LONG", {
      message,
      path,
      hint: `use a request name of at most ${longest - SUFFIX.length} characters, or set spec.overrides.dgd.metadata.name to at most ${longest}`,
      origin
    });
  }
  for (let { message, budget } of risky) {
    let hint = `set spec.overrides.dgd.metadata.name to at most ${Math.max(budget, 1)} characters`;
    warn("NAME_LONG", { message, path, hint, origin });
  }
}

// src/merge/finish/role-lint.ts
function lintRoles(graph, { request, profile, warn, mends }) {
  if (!mends.warnsAboutLostRoles || request.features.mocker) return;
  let { roleFlags } = GRAPH_BACKENDS[profile.backend];
  for (let role of MODE_ROLES[profile.chosen]) {
    let service = workerName(profile.backend, role, request.target), missing = missingTokens(roleFlags[role](releaseFacts(request.target)), serviceArgs(graph, service)).filter(
      (token) => token.startsWith("--")
    );
    if (missing.length === 0) continue;
    let path = serviceOverridePath(request.overrides.dgd, service);
    warn("ROLE_FLAGS_MISSING", {
      message: `${service} is not told that it does ${role}: its arguments lack ${missing.join(", ")}`,
      path,
      hint: `append to the generated arguments of ${service} instead of replacing them, or repeat these flags`,
      origin: request.locate(path)
    });
  }
}
function lintEngineFlags(graph, { request, profile, warn, mends }) {
  if (!(!mends.warnsAboutRefusedFlags || request.features.mocker))
    for (let role of MODE_ROLES[profile.chosen]) {
      let service = workerName(profile.backend, role, request.target), args = serviceArgs(graph, service);
      for (let { flag, value } of GRAPH_BACKENDS[profile.backend].refused)
        flagValue(args, flag) === value && warn("ENGINE_FLAG_REFUSED", {
          message: `${service} is started with ${flag} ${value}, as the reference does, but no ${profile.backend} of Dynamo 1.0 to 1.6 takes that value`,
          path: "spec.backend",
          hint: "use another backend, or replace the arguments of the worker with a v1beta1 override (targets from 1.4)",
          origin: request.locate("spec.backend")
        });
    }
}

// src/merge/finish/runtime-version.ts
function addRuntimeVersion(graph, { request }) {
  let { runtimeVersionOverride } = request;
  return runtimeVersionOverride === void 0 || graphVersion(graph) === "v1alpha1" ? graph : mapServices(graph, ({ object: object2 }) => ({ runtimeVersionOverride, ...object2 }));
}

// src/merge/finish/server-fields.ts
function withoutServerFields({ apiVersion = "", kind = "", metadata: metadata3, spec = {} }) {
  let { name = "", labels = {}, annotations = {} } = isObject(metadata3) ? metadata3 : {};
  return { apiVersion, kind, metadata: { name, labels, annotations }, spec };
}

// src/merge/finish/tolerations.ts
function addTolerations(graph, { request }) {
  let { tolerations } = request.overrides;
  if (tolerations.length === 0) return graph;
  let path = [...lensOf(graph).podSpecPath, "tolerations"];
  return mapServices(
    graph,
    ({ object: object2 }) => updateIn(object2, path, (existing2) => union(Array.isArray(existing2) ? existing2 : [], tolerations))
  );
}
function union(existing2, added) {
  let known = new Set(existing2.map(sortedText)), missing = added.filter((entry) => {
    let text6 = sortedText(entry);
    return !known.has(text6) && known.add(text6);
  });
  return [...existing2, ...missing];
}
function sortedText(value) {
  return JSON.stringify(value, (_key, inner) => isObject(inner) ? Object.entries(inner).sort(byKey) : inner);
}
function byKey([a], [b]) {
  return a < b ? -1 : 1;
}

// src/merge/override/override-check.ts
var FORBIDDEN_KEY = "__proto__";
function checkOverride(dgd, names, context) {
  if (refuseForbiddenKeys(dgd, [], context), !context.mends.refusesBrokenOverrides) return;
  let facts = releaseFacts(context.request.target);
  checkEnvelope(dgd, facts, context), facts.overrideMerge === "operator" && refuseDeletions(dgd, context);
  for (let path of [["metadata"], ["metadata", "labels"], ["metadata", "annotations"], ["spec"]])
    requireObject(dgd, path, context);
  CHECK_SERVICES[graphVersion(dgd)](dgd, names, context);
}
function checkEnvelope(dgd, facts, context) {
  let { apiVersion, kind } = dgd;
  if (kind !== void 0 && kind !== GRAPH_KIND)
    throw invalid(["kind"], { message: `kind is ${text3(kind)}`, hint: `use ${GRAPH_KIND}` }, context);
  let versions = GRAPH_VERSIONS.slice(0, GRAPH_VERSIONS.indexOf(facts.graphVersion) + 1), declared = versions.find((version) => apiVersion === `${GROUP}/${version}`);
  if (apiVersion !== void 0 && declared === void 0)
    throw badVersion2(["apiVersion"], { found: `apiVersion is ${text3(apiVersion)}`, versions }, context);
  let { servicesKey } = LENSES[declared ?? "v1alpha1"], stray = Object.values(LENSES).filter((lens) => lens.servicesKey !== servicesKey).find((lens) => getIn(dgd.spec, lens.servicesKey) !== void 0);
  if (stray !== void 0) {
    let found = `${stray.servicesKey} belong to ${stray.version}`;
    throw badVersion2(["spec", stray.servicesKey], { found, versions }, context);
  }
  if (facts.overrideMerge === "operator" && apiVersion === void 0 != (kind === void 0)) {
    let missing = apiVersion === void 0 ? "apiVersion" : "kind";
    throw invalid(
      [missing],
      { message: `${missing} is missing beside the other one`, hint: "give both apiVersion and kind" },
      context
    );
  }
}
function refuseDeletions(dgd, context) {
  if (dgd.status !== void 0)
    throw invalid(["status"], { message: "status is not merged", hint: "remove status" }, context);
  let path = findNull(dgd, []);
  if (path === void 0) return;
  let message = `${overridePath(path)} is null, and from 1.4 an override cannot delete a field`;
  throw invalid(path, { message, hint: "remove the key, or give the value that is wanted" }, context);
}
function findNull(value, path) {
  if (value === null) return path;
  if (typeof value == "object")
    for (let [key, member2] of Object.entries(value)) {
      let found = findNull(member2, [...path, key]);
      if (found !== void 0) return found;
    }
}
var CHECK_SERVICES = {
  v1alpha1: checkAlphaServices,
  v1beta1: checkComponents
};
function checkAlphaServices(dgd, names, context) {
  requireObject(dgd, ["spec", "services"], context);
  for (let service of names) {
    let path = ["spec", "services", service];
    requireObject(dgd, path, context), requireObject(dgd, [...path, "extraPodSpec"], context), requireObject(dgd, [...path, "extraPodSpec", "mainContainer"], context), requireArgs(dgd, [...path, "extraPodSpec", "mainContainer", "args"], context);
  }
}
function checkComponents(dgd, names, context) {
  let components2 = named(dgd, ["spec", "components"], context);
  for (let [index, component] of components2.entries()) {
    if (!names.includes(String(component.name))) continue;
    let path = ["spec", "components", String(index)];
    requireObject(dgd, [...path, "podTemplate"], context), requireObject(dgd, [...path, "podTemplate", "spec"], context);
    let podSpec2 = [...path, "podTemplate", "spec", "containers"];
    if (getIn(component, "podTemplate", "spec", "containers") === void 0) continue;
    let containers = named(dgd, podSpec2, context);
    for (let position of containers.keys()) requireArgs(dgd, [...podSpec2, String(position), "args"], context);
  }
}
function named(dgd, path, context) {
  let list = getAt(dgd, path);
  if (list === void 0) return [];
  if (!Array.isArray(list))
    throw invalid(
      path,
      { message: `${overridePath(path)} is ${text3(list)}, not a list`, hint: "give a list" },
      context
    );
  let seen = /* @__PURE__ */ new Set();
  return list.map((entry, index) => {
    let place = [...path, String(index)], name = getIn(entry, "name");
    if (!isObject(entry) || typeof name != "string" || name === "")
      throw invalid(
        place,
        { message: `${overridePath(place)} has no name`, hint: "give the name by which it is merged" },
        context
      );
    if (seen.has(name))
      throw invalid(
        place,
        { message: `${overridePath(place)} repeats the name ${name}`, hint: "name each once" },
        context
      );
    return seen.add(name), entry;
  });
}
function requireObject(dgd, path, context) {
  let value = getAt(dgd, path);
  if (value === void 0 || isObject(value)) return;
  let hint = value === null ? "remove the key: an override cannot delete this" : "give a map";
  throw invalid(path, { message: `${overridePath(path)} is ${text3(value)}, not a map`, hint }, context);
}
function requireArgs(dgd, path, context) {
  let value = getAt(dgd, path);
  if (value == null) return;
  let bad = Array.isArray(value) ? value.find((item) => typeof item == "object") : value;
  if (bad !== void 0)
    throw invalid(
      path,
      { message: `args hold ${text3(bad)}`, hint: "give a list with one text per flag and one per value" },
      context
    );
}
function refuseForbiddenKeys(value, path, context) {
  if (!(typeof value != "object" || value === null))
    for (let [key, member2] of Object.entries(value)) {
      if (key === FORBIDDEN_KEY)
        throw invalid(path, { message: `the key ${FORBIDDEN_KEY} is not allowed`, hint: `remove ${key}` }, context);
      refuseForbiddenKeys(member2, [...path, key], context);
    }
}
function badVersion2(keys, { found, versions }, { request }) {
  let path = overridePath(keys), named3 = versions.map((version) => `${GROUP}/${version}`);
  return new RenderError("OVERRIDE_VERSION_UNSUPPORTED", {
    message: `${found}, but overrides for Dynamo ${printRelease(request.target)} are read as ${named3.join(" or ")}`,
    path,
    hint: versions.length > 1 ? `use ${versions.map((version) => `${LENSES[version].servicesKey} with ${version}`).join(" and ")}` : `write the override as ${named3[0]} with spec.services`,
    origin: request.locate(path)
  });
}
function invalid(keys, { message, hint }, { request }) {
  let path = overridePath(keys);
  return new RenderError("OVERRIDE_INVALID", { message, path, hint, origin: request.locate(path) });
}
function text3(value) {
  return JSON.stringify(value);
}

// src/merge/override/args-patch.ts
var PATCH = "$patch";
function applyArgsPatches(graph, context) {
  let override = context.override.content, { entries: entries2, podSpecPath } = lensOf(override);
  if (entries2(override) === void 0) return override;
  let keys = [...podSpecPath, "containers"];
  return mapServices(override, ({ name, path, object: object2, podSpec: { containers } }) => {
    if (!Array.isArray(containers)) return object2;
    let written = findService(context.request.overrides.dgd, name)?.path ?? path, base = generatedArgs(graph, name), patched = containers.map(
      (one, position) => patchContainer(one, { base, path: [...written.map(String), ...keys, String(position)] }, context)
    );
    return updateIn(object2, keys, () => patched);
  });
}
function generatedArgs(graph, component) {
  let containers = findService(graph, component)?.podSpec.containers, names = Array.isArray(containers) ? containers.map((one) => String(getIn(one, "name"))) : [];
  return new Map(names.map((name) => [name, name === MAIN_CONTAINER ? serviceArgs(graph, component) : []]));
}
function patchContainer(container, { base, path }, context) {
  if (!isObject(container) || !Object.hasOwn(container, PATCH)) return container;
  let { [PATCH]: patch, ...rest } = container, { target } = context.request, refuse = (message, hint) => invalid([...path, PATCH], { message, hint }, context);
  if (!releaseFacts(target).hasArgsPatch) {
    let message = `${PATCH} came after Dynamo ${printRelease(target)}`;
    throw refuse(message, "write the override as nvidia.com/v1alpha1, whose worker arguments are appended");
  }
  if (!isObject(patch) || Object.keys(patch).length !== 1 || patch.args !== "append")
    throw refuse(`${PATCH} is ${JSON.stringify(patch)}`, `the only patch is ${PATCH}: {args: append}`);
  let generated = base.get(String(container.name)) ?? [];
  if (!Array.isArray(rest.args) || rest.args.length === 0 || generated.length === 0) {
    let what = generated.length === 0 ? "no generated arguments" : "no arguments of its own";
    throw refuse(`container ${String(container.name)} has ${what} to append to`, `remove ${PATCH}`);
  }
  return { ...rest, args: [...generated, ...rest.args] };
}

// node_modules/deepmerge-ts/dist/index.mjs
var actions = {
  defaultMerge: /* @__PURE__ */ Symbol("deepmerge-ts: default merge"),
  skip: /* @__PURE__ */ Symbol("deepmerge-ts: skip")
}, actionsInto = {
  defaultMerge: actions.defaultMerge
};
function defaultMetaDataUpdater(previousMeta, mergeInfo) {
  let ancestor = {
    key: mergeInfo.key,
    parents: mergeInfo.parents,
    values: mergeInfo.values,
    result: mergeInfo.result
  }, prevHierarchy = previousMeta?.hierarchy;
  return {
    ...ancestor,
    hierarchy: prevHierarchy === void 0 ? [ancestor] : [...prevHierarchy, ancestor]
  };
}
function defaultFilterValues(values, meta) {
  return values.includes(void 0) ? values.filter((value) => value !== void 0) : values;
}
function shouldFallbackToDefault(utils, fallback, result) {
  return result === actions.defaultMerge || utils.useImplicitDefaultMerging && result === void 0 && utils.mergeFunctions[fallback] !== utils.defaultMergeFunctions[fallback];
}
function resolveCustomMergeFunctions(options, defaultMergeFunctions) {
  return {
    ...defaultMergeFunctions,
    ...Object.fromEntries(Object.entries(options).filter(([key]) => Object.hasOwn(defaultMergeFunctions, key)).map(([key, option]) => option === !1 ? [key, defaultMergeFunctions.mergeOthers] : typeof option == "function" ? [key, option] : [key, defaultMergeFunctions[key]]))
  };
}
function mergeArrays$1(values, utils, meta) {
  return values.flat();
}
function mergeSets$1(values, utils, meta) {
  let result = /* @__PURE__ */ new Set();
  for (let set of values)
    for (let element of set)
      result.add(element);
  return result;
}
function mergeOthers$1(values, utils, meta) {
  return values.at(-1);
}
var ObjectType;
(function(ObjectType2) {
  ObjectType2[ObjectType2.NOT = 0] = "NOT", ObjectType2[ObjectType2.RECORD = 1] = "RECORD", ObjectType2[ObjectType2.ARRAY = 2] = "ARRAY", ObjectType2[ObjectType2.SET = 3] = "SET", ObjectType2[ObjectType2.MAP = 4] = "MAP", ObjectType2[ObjectType2.OTHER = 5] = "OTHER";
})(ObjectType || (ObjectType = {}));
function getObjectType(object2) {
  return typeof object2 != "object" || object2 === null ? ObjectType.NOT : Array.isArray(object2) ? ObjectType.ARRAY : isRecord(object2) ? ObjectType.RECORD : object2 instanceof Set ? ObjectType.SET : object2 instanceof Map ? ObjectType.MAP : ObjectType.OTHER;
}
function getKeysOfObjects(objects) {
  let keys = /* @__PURE__ */ new Set();
  for (let currentObject of objects) {
    let stringKeys = Object.keys(currentObject);
    for (let stringKey of stringKeys)
      keys.add(stringKey);
    let symbols = Object.getOwnPropertySymbols(currentObject);
    if (symbols.length > 0)
      for (let symbol of symbols)
        Object.prototype.propertyIsEnumerable.call(currentObject, symbol) && keys.add(symbol);
  }
  return keys;
}
function getKeysOfObject(object2) {
  let symbols = Object.getOwnPropertySymbols(object2).filter((symbol) => Object.prototype.propertyIsEnumerable.call(object2, symbol));
  return [...Object.keys(object2), ...symbols];
}
function objectHasProperty(object2, property) {
  return typeof object2 == "object" && Object.prototype.propertyIsEnumerable.call(object2, property);
}
function isRecord(value) {
  let prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype)
    return !0;
  let objectToString = Object.prototype.toString.call(value);
  if (objectToString !== "[object Object]" && objectToString !== "[object Module]")
    return !1;
  let { constructor } = value;
  if (constructor === void 0)
    return !0;
  let constructorPrototype = constructor.prototype;
  if (constructorPrototype === null || typeof constructorPrototype != "object")
    return !1;
  let constructorToString = Object.prototype.toString.call(constructorPrototype);
  return !(constructorToString !== "[object Object]" && constructorToString !== "[object Module]" || !Object.hasOwn(constructorPrototype, "isPrototypeOf"));
}
function getCyclicReferenceDepth(object2, hierarchy, index) {
  if (hierarchy === void 0 || hierarchy.length === 0)
    return 0;
  let mut_depth = 1;
  for (let mut_index = hierarchy.length - 1; mut_index >= 0; mut_index--) {
    let { parents } = hierarchy[mut_index];
    if (parents[index] === object2 || parents.includes(object2))
      return mut_depth;
    mut_depth += 1;
  }
  return 0;
}
function getMetaDataHierarchy(meta) {
  return meta?.hierarchy;
}
function mergeRecords$1(values, utils, meta) {
  if (values.length === 2) {
    let result = {}, mergeProperty = (key, propValues) => {
      let updatedMeta = utils.metaDataUpdater(meta, {
        key,
        parents: values,
        values: propValues,
        result
      }), propertyResult = mergeUnknowns(propValues, utils, updatedMeta);
      propertyResult !== actions.skip && (key === "__proto__" ? Object.defineProperty(result, key, {
        value: propertyResult,
        configurable: !0,
        enumerable: !0,
        writable: !0
      }) : result[key] = propertyResult);
    }, firstValue = values[0], secondValue = values[1];
    for (let key of getKeysOfObject(firstValue))
      mergeProperty(key, objectHasProperty(secondValue, key) ? [firstValue[key], secondValue[key]] : [firstValue[key]]);
    for (let key of getKeysOfObject(secondValue))
      objectHasProperty(firstValue, key) || mergeProperty(key, [secondValue[key]]);
    return result;
  }
  return mergeRecordsGeneral(values, utils, meta);
}
function mergeRecordsGeneral(values, utils, meta) {
  let result = {};
  for (let key of getKeysOfObjects(values)) {
    let propValues = [];
    for (let value of values)
      objectHasProperty(value, key) && propValues.push(value[key]);
    let updatedMeta = utils.metaDataUpdater(meta, {
      key,
      parents: values,
      values: propValues,
      result
    }), propertyResult = mergeUnknowns(propValues, utils, updatedMeta);
    propertyResult !== actions.skip && (key === "__proto__" ? Object.defineProperty(result, key, {
      value: propertyResult,
      configurable: !0,
      enumerable: !0,
      writable: !0
    }) : result[key] = propertyResult);
  }
  return result;
}
function mergeMaps$1(values, utils, meta) {
  let result = /* @__PURE__ */ new Map(), valuesByKey = /* @__PURE__ */ new Map();
  for (let map of values)
    for (let [key, value] of map) {
      let mut_keyValues = valuesByKey.get(key);
      mut_keyValues === void 0 ? valuesByKey.set(key, [value]) : mut_keyValues.push(value);
    }
  for (let [key, keyValues] of valuesByKey) {
    let updatedMeta = utils.metaDataUpdater(meta, {
      key,
      parents: values,
      values: keyValues,
      result
    }), keyResult = mergeUnknowns(keyValues, utils, updatedMeta);
    keyResult !== actions.skip && result.set(key, keyResult);
  }
  return result;
}
function resolveCyclicReferences(value, utils, meta) {
  if (typeof value != "object" || value === null)
    return value;
  let hierarchy = getMetaDataHierarchy(meta), depth = getCyclicReferenceDepth(value, hierarchy, 0);
  if (hierarchy !== void 0 && depth > 0)
    return hierarchy[hierarchy.length - depth]?.result;
  if (getObjectType(value) === ObjectType.RECORD) {
    let record2 = value, mut_changed = !1, result = {};
    for (let key of getKeysOfObject(record2)) {
      let propVal = record2[key], updatedMeta = utils.metaDataUpdater(meta, {
        key,
        parents: [record2],
        values: [propVal],
        result
      }), resolvedProp = resolveCyclicReferences(propVal, utils, updatedMeta);
      resolvedProp !== propVal && (mut_changed = !0), key === "__proto__" ? Object.defineProperty(result, key, {
        value: resolvedProp,
        configurable: !0,
        enumerable: !0,
        writable: !0
      }) : result[key] = resolvedProp;
    }
    return mut_changed ? result : value;
  }
  return value;
}
function mergeCircularReferences$1(values, cyclicDepths, utils, meta) {
  let depth = cyclicDepths[0], hierarchy = getMetaDataHierarchy(meta);
  for (let mut_index = 1; mut_index < values.length; mut_index++)
    if (cyclicDepths[mut_index] !== depth) {
      let lastCyclicDepth = cyclicDepths.at(-1);
      return lastCyclicDepth === 0 ? resolveCyclicReferences(values.at(-1), utils, meta) : hierarchy?.[hierarchy.length - lastCyclicDepth]?.result;
    }
  return hierarchy?.[hierarchy.length - depth]?.result;
}
var mergeFunctions = {
  mergeRecords: mergeRecords$1,
  mergeArrays: mergeArrays$1,
  mergeSets: mergeSets$1,
  mergeMaps: mergeMaps$1,
  mergeCircularReferences: mergeCircularReferences$1,
  mergeOthers: mergeOthers$1
};
function deepmergeCustom(options = {}, rootMetaData) {
  let utils = getUtils$1(options, customizedDeepmerge);
  function customizedDeepmerge(...objects) {
    return mergeUnknowns(objects, utils, rootMetaData ?? void 0);
  }
  return customizedDeepmerge;
}
function getUtils$1(options, customizedDeepmerge) {
  let defaultMergeFns = mergeFunctions, defaultMetaDataUpd = defaultMetaDataUpdater;
  return {
    defaultMergeFunctions: defaultMergeFns,
    mergeFunctions: resolveCustomMergeFunctions(options, defaultMergeFns),
    metaDataUpdater: typeof options.metaDataUpdater == "function" ? options.metaDataUpdater : defaultMetaDataUpd,
    deepmerge: customizedDeepmerge,
    useImplicitDefaultMerging: options.enableImplicitDefaultMerging ?? !1,
    filterValues: options.filterValues === !1 ? void 0 : typeof options.filterValues == "function" ? options.filterValues : defaultFilterValues,
    maxDepth: typeof options.maxDepth == "number" && !Number.isNaN(options.maxDepth) && options.maxDepth >= 0 ? options.maxDepth : 1e3,
    actions
  };
}
function mergeUnknowns(values, utils, meta) {
  let filteredValues = utils.filterValues?.(values, meta) ?? values;
  if (filteredValues.length === 0)
    return;
  let hierarchy = getMetaDataHierarchy(meta), currentDepth = hierarchy?.length ?? (typeof meta == "number" ? meta : meta?.depth ?? 0);
  if (utils.maxDepth !== void 0 && currentDepth >= utils.maxDepth)
    return mergeOthers(filteredValues, utils, meta);
  if (filteredValues.length === 1) {
    if (hierarchy !== void 0) {
      let depth = getCyclicReferenceDepth(filteredValues[0], hierarchy, 0);
      if (depth > 0)
        return hierarchy[hierarchy.length - depth]?.result ?? hierarchy[hierarchy.length - depth]?.parents[0];
    }
    return mergeOthers(filteredValues, utils, meta);
  }
  let type = getObjectType(filteredValues[0]);
  if (type !== ObjectType.NOT && type !== ObjectType.OTHER)
    if (filteredValues.length === 2) {
      if (getObjectType(filteredValues[1]) !== type)
        return mergeOthers(filteredValues, utils, meta);
      let d0 = getCyclicReferenceDepth(filteredValues[0], hierarchy, 0), d1 = getCyclicReferenceDepth(filteredValues[1], hierarchy, 1);
      if (d0 !== 0 || d1 !== 0)
        return mergeCircularReferences(filteredValues, [d0, d1], utils, meta);
    } else {
      let cyclicDepths = new Array(filteredValues.length);
      cyclicDepths[0] = getCyclicReferenceDepth(filteredValues[0], hierarchy, 0);
      for (let mut_index = 1; mut_index < filteredValues.length; mut_index++) {
        if (getObjectType(filteredValues[mut_index]) !== type)
          return mergeOthers(filteredValues, utils, meta);
        cyclicDepths[mut_index] = getCyclicReferenceDepth(filteredValues[mut_index], hierarchy, mut_index);
      }
      if (cyclicDepths.some((depth) => depth !== 0))
        return mergeCircularReferences(filteredValues, cyclicDepths, utils, meta);
    }
  switch (type) {
    case ObjectType.RECORD:
      return mergeRecords(filteredValues, utils, meta);
    case ObjectType.ARRAY:
      return mergeArrays(filteredValues, utils, meta);
    case ObjectType.SET:
      return mergeSets(filteredValues, utils, meta);
    case ObjectType.MAP:
      return mergeMaps(filteredValues, utils, meta);
    default:
      return mergeOthers(filteredValues, utils, meta);
  }
}
function mergeRecords(values, utils, meta) {
  let result = utils.mergeFunctions.mergeRecords(values, utils, meta);
  return shouldFallbackToDefault(utils, "mergeRecords", result) ? utils.defaultMergeFunctions.mergeRecords(values, utils, meta) : result;
}
function mergeArrays(values, utils, meta) {
  let result = utils.mergeFunctions.mergeArrays(values, utils, meta);
  return shouldFallbackToDefault(utils, "mergeArrays", result) ? utils.defaultMergeFunctions.mergeArrays(values) : result;
}
function mergeSets(values, utils, meta) {
  let result = utils.mergeFunctions.mergeSets(values, utils, meta);
  return shouldFallbackToDefault(utils, "mergeSets", result) ? utils.defaultMergeFunctions.mergeSets(values) : result;
}
function mergeMaps(values, utils, meta) {
  let result = utils.mergeFunctions.mergeMaps(values, utils, meta);
  return shouldFallbackToDefault(utils, "mergeMaps", result) ? utils.defaultMergeFunctions.mergeMaps(values, utils, meta) : result;
}
function mergeCircularReferences(values, cyclicDepths, utils, meta) {
  let result = utils.mergeFunctions.mergeCircularReferences(values, cyclicDepths, utils, meta);
  return shouldFallbackToDefault(utils, "mergeCircularReferences", result) ? utils.defaultMergeFunctions.mergeCircularReferences(values, cyclicDepths, utils, meta) : result;
}
function mergeOthers(values, utils, meta) {
  let result = utils.mergeFunctions.mergeOthers(values, utils, meta);
  return shouldFallbackToDefault(utils, "mergeOthers", result) ? utils.defaultMergeFunctions.mergeOthers(values) : result;
}

// src/merge/override/list-rules.ts
var BY_NAME = { keys: ["name"] }, UNION_BY_NAME = { keys: ["name"], isUnion: !0 }, UNIONS = ["volumes", "resourceClaims", "env"], PODS = ["spec.services.*.extraPodSpec", "spec.components.*.podTemplate.spec"], CONTAINERS2 = [
  "spec.services.*.extraPodSpec.mainContainer",
  ...PODS.flatMap((pod) => ["containers", "initContainers", "ephemeralContainers"].map((list) => `${pod}.${list}.*`))
], LIST_RULES = [
  {
    path: "spec.services.<worker>.extraPodSpec.mainContainer.args",
    profiler: "append",
    mended: "append",
    operator: "append"
  },
  { path: "spec.pvcs", mended: "byName", operator: BY_NAME },
  { path: "spec.services.*.envs", mended: "byName", operator: UNION_BY_NAME },
  { path: "spec.services.*.volumeMounts", mended: "byName", operator: BY_NAME },
  { path: "spec.services.*.extraPodSpec.volumes", mended: "byName", operator: UNION_BY_NAME },
  { path: "spec.services.*.extraPodSpec.mainContainer.env", mended: "byName", operator: UNION_BY_NAME },
  {
    path: "spec.services.*.extraPodSpec.mainContainer.volumeMounts",
    mended: "byName",
    operator: { keys: ["mountPath"] }
  },
  { path: "spec.components", operator: BY_NAME },
  ...PODS.flatMap((pod) => rowsBelow(pod, LIST_KEYS.V1PodSpec)),
  ...CONTAINERS2.flatMap((container) => rowsBelow(container, LIST_KEYS.V1Container)),
  ...[...PODS, ...CONTAINERS2].flatMap((owner) => rowsBelow(`${owner}.resources`, LIST_KEYS.V1ResourceRequirements))
];
function rowsBelow(parent, lists) {
  return Object.entries(lists).map(([list, keys]) => ({
    path: `${parent}.${list}`,
    operator: { keys, isUnion: UNIONS.includes(list) }
  }));
}
var REFERENCES = ["configMapKeyRef", "fieldRef", "fileKeyRef", "resourceFieldRef", "secretKeyRef"], SECRET_VOLUMES = ["cephfs", "cinder", "flexVolume", "iscsi", "rbd", "scaleIO", "storageos"], ATOMIC_MAPS = [
  ...PODS.flatMap(
    (pod) => [
      "nodeSelector",
      "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution",
      "topologySpreadConstraints.*.labelSelector",
      "volumes.*.configMap",
      "volumes.*.csi.nodePublishSecretRef",
      "volumes.*.ephemeral.volumeClaimTemplate.spec.dataSource",
      "volumes.*.ephemeral.volumeClaimTemplate.spec.selector",
      ...SECRET_VOLUMES.map((volume) => `volumes.*.${volume}.secretRef`)
    ].map((path) => `${pod}.${path}`)
  ),
  ...CONTAINERS2.flatMap((container) => REFERENCES.map((reference) => `${container}.env.*.valueFrom.${reference}`))
];
function profilerRules({ keepsGeneratedEntries }) {
  return keepsGeneratedEntries ? "mended" : "profiler";
}
function isAtomicMap(path, rules2) {
  return rules2 === "operator" && ATOMIC_MAPS.some((pattern) => matchesPath(pattern, path));
}
function listRule(path, rules2) {
  return LIST_RULES.find((row) => matchesPath(row.path, path))?.[rules2] ?? "replace";
}

// src/merge/override/deep-merge.ts
function mergeOverride(base, override, rules2) {
  return mergeAt(base, override, { path: [], rules: rules2 });
}
function mergeAt(base, override, { path: root, rules: rules2 }) {
  let merged = deepmergeCustom(
    {
      metaDataUpdater: (path, { key }) => key === void 0 ? path ?? root : [...path ?? root, String(key)],
      mergeRecords: (values, { actions: actions2 }, path = root) => isAtomicMap(path, rules2) ? { ...values.at(-1) } : actions2.defaultMerge,
      mergeArrays: (lists, _utils, path = root) => {
        let [first = [], second] = lists;
        return second === void 0 ? [...first] : mergeLists(first, second, { path, rules: rules2 });
      }
    },
    root
  )(base, override);
  return isObject(merged) ? merged : base;
}
function mergeLists(base, override, place) {
  let rule = listRule(place.path, place.rules);
  return rule === "append" ? [...base, ...override] : rule === "replace" ? [...override] : rule === "byName" ? [...base.filter((entry) => !override.some((other) => isSame(entry, other, NAME))), ...override] : mergeKeyed(base, override, rule, place);
}
var NAME = ["name"];
function mergeKeyed(base, override, rule, place) {
  let isIn = (list, entry) => list.some((other) => isSame(entry, other, rule.keys)), awaited = override.filter((entry) => isIn(base, entry)), left = [...base], merged = [], takeBase = () => {
    for (; left.length > 0 && !(awaited.length > 0 && isSame(left[0], awaited[0], rule.keys)); ) {
      let entry = left.shift();
      isIn(override, entry) || merged.push(entry);
    }
  };
  for (let entry of override) {
    takeBase();
    let partner = base.find((other) => isSame(entry, other, rule.keys));
    merged.push(partner === void 0 ? entry : mergeEntry(partner, entry, rule, place)), partner !== void 0 && awaited.shift();
  }
  return takeBase(), merged;
}
function mergeEntry(base, override, { keys, isUnion }, place) {
  if (!isObject(base) || !isObject(override)) return override;
  let isOther2 = Object.keys(override).some((key) => !keys.includes(key) && !Object.hasOwn(base, key));
  return isUnion && isOther2 ? override : mergeAt(base, override, { ...place, path: [...place.path, "*"] });
}
function isSame(entry, other, keys) {
  return !isObject(entry) || !isObject(other) ? entry === other : keys.every((key) => keyOf(entry, key) === keyOf(other, key));
}
function keyOf(entry, key) {
  return entry[key] ?? KEY_DEFAULTS[key];
}

// src/merge/override/drop-overridden-env.ts
function dropOverriddenEnv(graph, override) {
  let { env } = lensOf(graph);
  return mapServices(graph, ({ name, object: object2 }) => {
    let said = findService(override, name)?.object;
    return said === void 0 ? object2 : env.reduce((service, place) => {
      let others = env.filter((other) => other !== place).flatMap(({ read: read2 }) => namesIn(read2(said))), list = place.read(service);
      if (!Array.isArray(list) || !list.some((entry) => others.includes(nameOf3(entry)))) return service;
      let kept2 = list.filter((entry) => !others.includes(nameOf3(entry)));
      return place.update(service, () => kept2.length > 0 ? kept2 : null);
    }, object2);
  });
}
function namesIn(list) {
  return Array.isArray(list) ? list.filter(isObject).map(nameOf3) : [];
}
function nameOf3(entry) {
  return getIn(entry, "name");
}

// src/merge/override/operator-merge.ts
function mergeAsOperator(made, context) {
  let { version, content } = context.override;
  if (version === "v1beta1") {
    let { graph, resources: resources2 } = convertToBeta(made, context);
    return { graph: mergeOverride(graph, applyArgsPatches(graph, context), "operator"), resources: resources2 };
  }
  let merged = mergeOverride(dropOverriddenEnv(made.graph, content), content, "operator");
  return convertToBeta({ ...made, graph: merged }, context);
}

// src/merge/override/coerce.ts
var LABELS_AND_ANNOTATIONS = ["labels.*", "annotations.*"], TEXTS_OF_SERVICE = {
  v1alpha1: [
    ...LABELS_AND_ANNOTATIONS,
    "envs.*.value",
    ...containerTexts("extraPodSpec.mainContainer"),
    ...containerTexts("extraPodSpec.containers.*"),
    ...["limits", "requests"].flatMap(
      (kind) => ["cpu", "memory", "gpu", "gpuType", "custom.*"].map((key) => `resources.${kind}.${key}`)
    ),
    ...LABELS_AND_ANNOTATIONS.map((map) => `extraPodMetadata.${map}`)
  ],
  v1beta1: [
    ...LABELS_AND_ANNOTATIONS.map((map) => `podTemplate.metadata.${map}`),
    ...containerTexts("podTemplate.spec.containers.*")
  ]
}, TEXT_FIELDS = [
  ...["metadata", "spec"].flatMap((part) => LABELS_AND_ANNOTATIONS.map((map) => `${part}.${map}`)),
  ...Object.values(LENSES).flatMap(({ version, servicesKey, envKey }) => [
    `spec.${envKey}.*.value`,
    ...TEXTS_OF_SERVICE[version].map((field) => `spec.${servicesKey}.*.${field}`)
  ])
];
function containerTexts(container) {
  return ["env.*.value", "args.*", "command.*"].map((list) => `${container}.${list}`);
}
function coerceOverride(override, { request, warn }) {
  let coerced = mapLeaves(override, (leaf, path) => {
    if (leaf === null || typeof leaf == "string" || !TEXT_FIELDS.some((pattern) => matchesPath(pattern, path))) return leaf;
    let field = overridePath(path);
    return warn("OVERRIDE_COERCED", {
      message: `${field} is ${JSON.stringify(leaf)}, where text is wanted; it is taken as "${leaf}"`,
      path: field,
      hint: `quote it: "${leaf}"`,
      origin: request.locate(field)
    }), String(leaf);
  });
  return isObject(coerced) ? coerced : override;
}

// src/merge/override/override-services.ts
function serviceNames(graph, { request, profile }) {
  let { target, features } = request, known = graphServices(graph).map(({ name }) => name);
  if (features.mocker) return { known, renamed: /* @__PURE__ */ new Map() };
  let renamed = MODE_ROLES[profile.chosen].flatMap((role) => {
    let name = workerName(profile.backend, role, target);
    return formerNames(profile.backend, role, target).map((former) => [former, name]);
  });
  return { known, renamed: new Map(renamed) };
}
function keepServices(override, names, context) {
  let { spec } = override;
  if (!isObject(spec)) return override;
  for (let { entries: entries2, servicesKey, named: named3, holding } of Object.values(LENSES)) {
    let given = entries2(override);
    if (given === void 0) continue;
    let kept2 = keepEntries(given, { parent: ["spec", servicesKey], names }, context).map(({ name, value }) => ({ name, value: isObject(value) ? named3(name, value) : value }));
    return { ...override, spec: { ...spec, [servicesKey]: holding(kept2) } };
  }
  return override;
}
function keepEntries(entries2, { parent, names }, context) {
  let { known, renamed } = names, seen = /* @__PURE__ */ new Set();
  return entries2.flatMap((entry) => {
    let name = renamed.get(entry.name) ?? entry.name, path = [...parent, entry.key];
    if (!known.includes(name) && isPicker(entry)) throw invalid(path, GATEWAY, context);
    if (!known.includes(name)) return leaveOut(entry.name, { path, known }, context);
    if (seen.has(name)) {
      let message = `${entry.name} and another entry are both about ${name}`;
      throw invalid(path, { message, hint: `say it once, for ${name}` }, context);
    }
    return seen.add(name), name !== entry.name && warnAboutName(entry.name, { path, name }, context), [{ ...entry, name }];
  });
}
var GATEWAY = {
  message: "the override asks for an endpoint picker (EPP) of a Gateway, but an override cannot add a service",
  hint: "write a DynamoGraphDeployment of your own with the picker, or start from a gateway recipe of Dynamo, and take the workers from what is rendered here; without a Gateway, ask for routing with dgdr-render.dev/router-mode: kv"
};
function isPicker({ name, value }) {
  return [getIn(value, "componentType"), getIn(value, "type")].includes("epp") || name.toLowerCase() === "epp" || getIn(value, "eppConfig") !== void 0;
}
function leaveOut(name, { path, known }, context) {
  let { request, warn } = context, hint = `use one of the services that exist: ${known.join(", ")}`;
  if (releaseFacts(request.target).unknownService === "error") {
    let message = `the graph has no service ${name}, and Dynamo ${printRelease(request.target)} refuses such an override`;
    throw invalid(path, { message, hint }, context);
  }
  let field = overridePath(path);
  return warn("OVERRIDE_UNKNOWN_SERVICE", {
    message: `the graph has no service ${name}, so its override is left out`,
    path: field,
    hint,
    origin: request.locate(field)
  }), [];
}
function warnAboutName(given, { path, name }, { request, warn }) {
  let field = overridePath(path);
  warn("OVERRIDE_COERCED", {
    message: `${given} is called ${name} in Dynamo ${printRelease(request.target)}; it is taken as that`,
    path: field,
    hint: `write ${name}`,
    origin: request.locate(field)
  });
}

// src/merge/override/override.ts
var METADATA_MERGED = ["labels", "annotations"], ENVELOPE = ["apiVersion", "kind", "metadata"];
function readOverride(graph, context) {
  let { dgd } = context.request.overrides;
  if (dgd === void 0 || Object.keys(dgd).length === 0) return { version: "v1alpha1", content: {} };
  let names = serviceNames(graph, context);
  checkOverride(dgd, [...names.known, ...names.renamed.keys()], context), warnAboutVersion(dgd, context);
  let coerced = context.mends.coercesOverrides ? coerceOverride(dgd, context) : dgd;
  return { version: graphVersion(dgd), content: keepServices(readParts(coerced, context), names, context) };
}
function warnAboutVersion(dgd, { request, warn }) {
  releaseFacts(request.target).overrideMerge === "profiler" || dgd.apiVersion !== void 0 || warn("OVERRIDE_VERSION_ASSUMED", {
    message: "the override names no apiVersion and kind; it is taken as v1alpha1",
    path: "spec.overrides.dgd",
    hint: `add apiVersion: ${GROUP}/v1alpha1 and kind: ${GRAPH_KIND} to spec.overrides.dgd`,
    origin: request.locate("spec.overrides.dgd")
  });
}
function readParts(dgd, context) {
  return { ...readMetadata(dgd, context), ...readRest(dgd, context) };
}
function readMetadata(dgd, context) {
  let metadata3 = getIn(dgd, "metadata");
  if (!isObject(metadata3)) return {};
  for (let key of Object.keys(metadata3))
    key === "name" || METADATA_MERGED.includes(key) || ignore(["metadata", key], "of the metadata only name, labels and annotations are used", context);
  let kept2 = METADATA_MERGED.flatMap((key) => {
    let map = metadata3[key];
    return isObject(map) ? [[key, dropConversion(map, key, context)]] : [];
  });
  return kept2.length === 0 ? {} : { metadata: Object.fromEntries(kept2) };
}
function dropConversion(map, member2, context) {
  if (!context.mends.dropsStrayMembers || member2 !== "annotations") return map;
  let entries2 = Object.entries(map).filter(([key]) => key.startsWith(CONVERSION_PREFIX) ? (ignore(["metadata", member2, key], "it belongs to the operator", context), !1) : !0);
  return Object.fromEntries(entries2);
}
function readRest(dgd, context) {
  let members2 = Object.entries(dgd).filter(([key]) => ENVELOPE.includes(key) ? !1 : key === "spec" || !context.mends.dropsStrayMembers ? !0 : (ignore([key], "only metadata and spec are merged", context), !1));
  return Object.fromEntries(members2);
}
function ignore(keys, why, { request, warn }) {
  let path = overridePath(keys);
  warn("OVERRIDE_IGNORED_FIELD", {
    message: `${path} is left out: ${why}`,
    path,
    hint: `remove ${path}`,
    origin: request.locate(path)
  });
}

// src/merge/override/profiler-merge.ts
function mergeAsProfiler(made, { override: { content }, mends }) {
  return { ...made, graph: mergeOverride(dropOverriddenEnv(made.graph, content), content, profilerRules(mends)) };
}

// src/merge/override/reference-args.ts
var JSON_FLAG = "--override-engine-args", CHUNKED_PREFILL = "enable_chunked_prefill", CHUNKED_FLAG = `--trtllm.${CHUNKED_PREFILL}`, PIPELINE = ["|", "2>&1"];
function withChunkedPrefill(args) {
  let tokens3 = withoutFlag(breakArguments(args)), json = tokens3.indexOf(JSON_FLAG);
  if (json >= 0) return tokens3.map((token, index) => index === json + 1 ? switchOn(token) : token);
  let end = Math.min(...PIPELINE.map((stop) => tokens3.indexOf(stop)).filter((at) => at >= 0), tokens3.length);
  return [...tokens3.slice(0, end), CHUNKED_FLAG, "true", ...tokens3.slice(end)];
}
function splitDecodeArgs(args) {
  if (!Array.isArray(args) || args.some((arg) => typeof arg != "string")) return args;
  try {
    return breakArguments(breakArguments(args));
  } catch (error2) {
    if (error2 instanceof UnclosedQuote) return args;
    throw error2;
  }
}
function breakArguments(args) {
  return typeof args == "string" ? splitWords(args) : Array.isArray(args) ? args.flatMap((arg) => arg === null ? [] : typeof arg != "string" ? [JSON.stringify(arg)] : /[ \t]/.test(arg) && !/^\s*[{[]/.test(arg) ? splitWords(arg) : [arg]) : [];
}
function withoutFlag(tokens3) {
  return tokens3.filter((token, index) => {
    let isValue2 = tokens3[index - 1] === CHUNKED_FLAG && !token.startsWith("--");
    return token !== CHUNKED_FLAG && !isValue2;
  });
}
function switchOn(text6) {
  let value = parseObject(text6);
  return value === void 0 ? text6 : printJson({ ...value, [CHUNKED_PREFILL]: !0 });
}
function printJson(value) {
  return Array.isArray(value) ? `[${value.map(printJson).join(", ")}]` : isObject(value) ? `{${Object.entries(value).map(([key, member2]) => `${JSON.stringify(key)}: ${printJson(member2)}`).join(", ")}}` : JSON.stringify(value);
}
var UnclosedQuote = class extends Error {
}, PIECE = /(\s+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/gy;
function splitWords(text6) {
  let words = [], word, end = 0;
  for (let [whole, blank, single, double, escaped3, plain] of text6.matchAll(PIECE))
    end += whole.length, blank === void 0 ? word = `${word ?? ""}${single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped3 ?? plain ?? ""}` : word !== void 0 && (words.push(word), word = void 0);
  if (end < text6.length) throw new UnclosedQuote(text6);
  return word === void 0 ? words : [...words, word];
}

// src/merge/override/reference-merge.ts
function mergeAsReference(made, context) {
  let { request, profile } = context, once = request.features.mocker ? made.graph : chunkPrefill(openWorkers(made.graph, context), context), twice = mergeContent(once, context);
  return { ...made, graph: profile.backend === "vllm" ? splitDecodeWorker(twice, context) : twice };
}
function mergeContent(graph, { override: { content }, mends }) {
  return mergeOverride(graph, content, profilerRules(mends));
}
function chunkPrefill(graph, context) {
  let once = mergeContent(graph, context);
  return GRAPH_BACKENDS[context.profile.backend].closingArgs.length === 0 ? once : graphServices(once).filter(({ object: object2 }) => object2.componentType === "worker").reduce(
    (current, { name }) => updateMainContainer2(current, name, (container) => ({ ...container, args: withChunkedPrefill(container.args) })),
    once
  );
}
function openWorkers(graph, { request: { target }, profile: { backend, chosen } }) {
  let { length: length2 } = GRAPH_BACKENDS[backend].closingArgs;
  return length2 === 0 ? graph : MODE_ROLES[chosen].reduce((current, role) => {
    let name = workerName(backend, role, target), args = serviceArgs(current, name);
    return updateMainContainer2(current, name, (container) => ({ ...container, args: args.slice(0, -length2) }));
  }, graph);
}
function splitDecodeWorker(graph, { request: { target } }) {
  let name = graphServices(graph).find(({ type }) => type === "decode")?.name ?? workerName("vllm", "decode", target);
  return updateMainContainer2(graph, name, (container) => {
    let args = splitDecodeArgs(container.args);
    return args === void 0 ? container : { ...container, args };
  });
}

// src/merge/override/apply-override.ts
var MERGES = {
  profiler: mergeAsProfiler,
  operator: mergeAsOperator,
  reference: mergeAsReference
};
function applyOverride(made, context) {
  let override = readOverride(made.graph, context);
  return MERGES[whoMerges(context)](made, { ...context, override });
}
function whoMerges({ mends, request }) {
  return mends.mergesOverrideOnce ? releaseFacts(request.target).overrideMerge : "reference";
}

// src/merge/override/engine-settings.ts
function foldEngineSettings(graph, context) {
  let { request, profile, mends } = context, flags = GRAPH_BACKENDS[profile.backend].engineSettings;
  if (flags === void 0 || request.features.mocker || !mends.foldsEngineSettings) return graph;
  let { hasEngineFlags } = releaseFacts(request.target).backends.trtllm, isConcerned = (args) => hasFlag(args, flags.jsonFlag) || !hasEngineFlags && args.some((arg) => arg.startsWith(flags.prefix));
  return graphServices(graph).filter(({ name }) => isConcerned(serviceArgs(graph, name))).reduce((current, { name }) => {
    refuseBoth(name, flags, context), refuseDeep(name, flags, context);
    let args = withJson(serviceArgs(graph, name), flags), given = parseObject(flagValue(args, flags.jsonFlag) ?? "");
    if (given === void 0) {
      let message = `${flags.jsonFlag} of ${name} is no JSON object`;
      throw invalid2(name, { message, hint: "give one JSON object as one list item" }, context);
    }
    let folded = foldArgs(args, given, flags);
    return updateMainContainer2(current, name, (container) => ({ ...container, args: [...folded] }));
  }, graph);
}
function withJson(args, { jsonFlag, prefix }) {
  if (hasFlag(args, jsonFlag)) return args;
  let first = args.findIndex((arg) => arg.startsWith(prefix));
  return [...args.slice(0, first), jsonFlag, "{}", ...args.slice(first)];
}
function refuseBoth(name, { jsonFlag, prefix }, context) {
  let own2 = serviceArgs(context.request.overrides.dgd, name);
  if (!hasFlag(own2, jsonFlag) || !own2.some((arg) => arg.startsWith(prefix))) return;
  let message = `${jsonFlag} and ${prefix}<key> exclude each other, so ${name} would not start`;
  throw invalid2(name, { message, hint: `write all settings of ${name} as one of them` }, context);
}
function refuseDeep(name, { prefix }, context) {
  let own2 = serviceArgs(context.request.overrides.dgd, name), isDeep2 = (arg) => arg.startsWith(prefix) && arg.split(".", MOST_NESTING + 2).length > MOST_NESTING;
  if (!own2.some(isDeep2)) return;
  let message = `a setting of ${name} nests deeper than ${MOST_NESTING}`;
  throw invalid2(name, { message, hint: "name a setting of the engine" }, context);
}
function foldArgs(args, given, { jsonFlag, prefix }) {
  let isSingle = (index) => args[index]?.startsWith(prefix) === !0, hasOwnValue = (index) => args[index]?.includes("=") === !0, single = args.reduce((settings, arg, index) => {
    if (!isSingle(index)) return settings;
    let [dotted = "", value = args[index + 1] ?? ""] = splitOnce(arg.slice(prefix.length), "=");
    return updateIn(settings, dotted.split("."), () => toValue(value));
  }, {}), json = JSON.stringify(mergeOverride(single, given, "operator")), last = args.findLastIndex((arg) => hasFlag([arg], jsonFlag)), isJoined = args[last]?.includes("=") === !0;
  return args.flatMap((arg, index) => isSingle(index) || isSingle(index - 1) && !hasOwnValue(index - 1) ? [] : isJoined ? [index === last ? `${jsonFlag}=${json}` : arg] : [index === last + 1 ? json : arg]);
}
function splitOnce(text6, separator) {
  let at = text6.indexOf(separator);
  return at < 0 ? [text6] : [text6.slice(0, at), text6.slice(at + 1)];
}
function toValue(text6) {
  let lower = text6.toLowerCase();
  return lower === "none" || lower === "null" ? null : lower === "true" || lower === "false" ? lower === "true" : text6.trim() !== "" && Number.isFinite(Number(text6)) ? Number(text6) : text6;
}
function invalid2(service, { message, hint }, { request }) {
  let path = serviceOverridePath(request.overrides.dgd, service);
  return new RenderError("OVERRIDE_INVALID", { message, path, hint, origin: request.locate(path) });
}

// src/merge/override/request-gpus.ts
function requestLimitedGpus(graph, context) {
  let { dgd } = context.request.overrides;
  if (dgd === void 0 || !context.mends.requestsLimitedGpus) return graph;
  let { renamed } = serviceNames(graph, context), names = graphServices(dgd).filter((service) => saysLimitAlone(dgd, service)).map(({ name }) => renamed.get(name) ?? name), lens = lensOf(graph);
  return mapServices(graph, (service) => {
    let { limits, requests } = lens.gpuSides(service);
    return requests.value === void 0 || limits.value === void 0 || !names.includes(service.name) ? service.object : lens.requestGpus(service, limits.value);
  });
}
function saysLimitAlone(dgd, service) {
  let { limits, requests } = lensOf(dgd).gpuSides(service);
  return limits.value !== void 0 && requests.value === void 0;
}

// src/merge/routing/event-flags.ts
var CONFIG_FLAG = "--kv-events-config", PREFIX_CACHING = { flag: "--enable-prefix-caching", aliases: ["--no-enable-prefix-caching"] }, VLLM_EVENTS = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}', SGLANG_EVENTS = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080"}', TRTLLM_SWITCHES = [...new Set(RELEASES.map(({ backends }) => backends.trtllm.eventsFlag))], EVENT_FLAGS = {
  vllm: {
    flags: () => [PREFIX_CACHING, { flag: CONFIG_FLAG, value: VLLM_EVENTS }],
    corrections: [],
    publishes: (args) => eventsConfig(args)?.enable_kv_cache_events === !0
  },
  sglang: {
    flags: () => [{ flag: CONFIG_FLAG, value: SGLANG_EVENTS }],
    corrections: [],
    publishes: (args) => (eventsConfig(args)?.publisher ?? "null") !== "null"
  },
  trtllm: {
    flags: (target) => [{ flag: releaseFacts(target).backends.trtllm.eventsFlag, aliases: TRTLLM_SWITCHES }],
    corrections: [{ flag: "--trtllm.kv_cache_config.enable_block_reuse", value: "true" }],
    publishes: (args) => TRTLLM_SWITCHES.some((flag) => hasFlag(args, flag))
  }
};
function eventsConfig(args) {
  return parseObject(flagValue(args, CONFIG_FLAG) ?? "");
}

// src/merge/routing/router-settings.ts
var MODE = { env: "DYN_ROUTER_MODE", flag: "--router-mode" }, EVENTS = { env: "DYN_ROUTER_USE_KV_EVENTS", on: "--router-kv-events", off: "--no-router-kv-events" }, ROUTER_ENV = { mode: MODE.env, useKvEvents: EVENTS.env };
function routerSettings(graph) {
  let args = serviceArgs(graph, "Frontend"), flagged = flagValue(args, MODE.flag);
  return {
    mode: flagged === void 0 ? envSetting(graph, "Frontend", MODE.env) : { value: flagged },
    useKvEvents: eventsSetting(graph, args)
  };
}
function eventsSetting(graph, args) {
  if (hasFlag(args, EVENTS.off)) return !1;
  if (hasFlag(args, EVENTS.on)) return !0;
  let setting = envSetting(graph, "Frontend", EVENTS.env);
  if (!(setting === void 0 || setting === "unknown"))
    return !["false", "0", "no", "off"].includes(setting.value.toLowerCase());
}
function envSetting(graph, service, name) {
  for (let list of serviceEnv(graph, service)) {
    let entry = list.findLast((item) => getIn(item, "name") === name);
    if (!isObject(entry)) continue;
    let { value } = entry;
    return value == null || typeof value == "object" ? "unknown" : { value: String(value) };
  }
}

// src/merge/routing/apply-routing.ts
var PUBLISHING_ROLE = { agg: "agg", disagg: "prefill" };
function publisherName({ request: { target }, profile: { backend, chosen } }) {
  return workerName(backend, PUBLISHING_ROLE[chosen], target);
}
function applyRouting(graph, context) {
  let { request, profile } = context, { mode, kvEvents } = request.routing;
  if (mode === void 0 && kvEvents === void 0) return graph;
  let said = routerSettings(profile.pinned === void 0 ? request.overrides.dgd : graph), env = routingEnv(request, said), withEnv2 = env.length === 0 ? graph : addEnv(graph, "Frontend", env);
  return wantsEvents(request, said) && !request.features.mocker ? addEventFlags(withEnv2, context) : withEnv2;
}
function effectiveMode(request, said) {
  return said.mode === void 0 ? request.routing.mode : said.mode === "unknown" ? void 0 : said.mode.value;
}
function routingEnv(request, said) {
  let { mode, kvEvents } = request.routing, approximate = kvEvents === "approximate" && said.useKvEvents === void 0 && effectiveMode(request, said) === "kv";
  return [
    ...mode !== void 0 && said.mode === void 0 ? [{ name: ROUTER_ENV.mode, value: mode }] : [],
    ...approximate ? [{ name: ROUTER_ENV.useKvEvents, value: "false" }] : []
  ];
}
function wantsEvents(request, said) {
  return effectiveMode(request, said) === "kv" && (said.useKvEvents ?? request.routing.kvEvents !== "approximate");
}
function addEventFlags(graph, context) {
  let { request, profile } = context, service = publisherName(context), { flags, corrections } = EVENT_FLAGS[profile.backend], override = overrideArgs(request, profile.backend, PUBLISHING_ROLE[profile.chosen]), present2 = serviceArgs(graph, service), corrected = corrections.filter(({ flag }) => !hasFlag(override, flag)).reduce(correctValue, present2), added = missingTokens(flags(request.target), [...override, ...present2]);
  return updateMainContainer2(graph, service, (container) => ({ ...container, args: [...corrected, ...added] }));
}
function correctValue(args, { flag, value }) {
  return args.map((arg, index) => args[index - 1] === flag ? value : arg);
}

// src/merge/routing/router-lint.ts
var FRONTEND = "Frontend", PREFIX2 = "DYN_ROUTER_", PLANE = { env: "DYN_EVENT_PLANE", flag: "--event-plane" };
function lintRouterSettings(graph, context) {
  let { request, mends } = context;
  if (!mends.warnsAboutRouterSettings) return;
  let facts = releaseFacts(request.target), names = serviceEnv(graph, FRONTEND).flatMap((list) => list.map((entry) => String(getIn(entry, "name")))), strange = [...new Set(names)].filter(
    (name) => name.startsWith(PREFIX2) && !facts.routerVariables.includes(name)
  );
  for (let name of strange) {
    let has2 = ({ routerVariables }) => routerVariables.includes(name);
    warnUnknown({ what: `the variable ${name}`, has: has2, guess: nearest(name, facts.routerVariables) }, context);
  }
  let { mode } = routerSettings(graph);
  if (mode === void 0 || mode === "unknown" || facts.routerModes.includes(mode.value)) return;
  let has = ({ routerModes }) => routerModes.includes(mode.value), guess = nearest(mode.value, facts.routerModes);
  warnUnknown({ what: `the router mode ${mode.value}`, has, guess }, context);
}
function warnUnknown({ what, has, guess }, { request, warn }) {
  let path = serviceOverridePath(request.overrides.dgd, FRONTEND), first = firstRelease(has), last = RELEASES.findLast(has)?.release, known = first === void 0 || last === void 0 ? "no release of Dynamo does" : `only ${printRelease(first)} to ${printRelease(last)} do`;
  warn("ROUTER_SETTING_UNKNOWN", {
    message: `the Frontend of Dynamo ${printRelease(request.target)} does not know ${what}; ${known}`,
    path,
    hint: guess === void 0 ? "remove it, or set the target to the release that runs" : `write ${guess}`,
    origin: request.locate(path)
  });
}
function lintEventPlane(graph, publisher, { request, warn }) {
  let [heard, spoken] = [FRONTEND, publisher].map((service) => eventPlane(graph, service, request));
  if (heard === "unknown" || spoken === "unknown" || heard === spoken) return;
  let path = serviceOverridePath(request.overrides.dgd, FRONTEND);
  warn("EVENT_PLANE_MIXED", {
    message: `the Frontend listens for KV events on the event plane ${heard}, but ${publisher} publishes on ${spoken}`,
    path,
    hint: `set ${PLANE.env} to the same value everywhere, for example in spec.overrides.dgd.spec.envs (v1beta1: env)`,
    origin: request.locate(path)
  });
}
function eventPlane(graph, service, { target }) {
  let flagged = flagValue(serviceArgs(graph, service), PLANE.flag);
  if (flagged !== void 0) return flagged;
  let setting = envSetting(graph, service, PLANE.env);
  return setting === "unknown" ? setting : setting?.value ?? releaseFacts(target).eventPlane;
}

// src/merge/routing/routing-lint.ts
function lintRouting(graph, context) {
  let { request } = context, { publishes } = EVENT_FLAGS[context.profile.backend], publishing = graphServices(graph).map(({ name }) => name).filter((name) => publishes(serviceArgs(graph, name))), settings = routerSettings(graph), publisher = publisherName(context);
  if (settings.mode === "unknown") return;
  let mode = settings.mode?.value;
  if (mode === "direct") throw directMode(request);
  if (mode !== "kv" && warnUnread(context), request.features.mocker) return;
  let listens = mode === "kv" && settings.useKvEvents !== !1;
  listens && lintEventPlane(graph, publisher, context), listens && !publishing.includes(publisher) && warnSilent(publisher, context);
  for (let name of publishing)
    listens ? name !== publisher && warnUnheard(name, `only ${publisher} prefills and publishes`, context) : warnUnheard(name, mode === "kv" ? "the router does not listen to events" : "routing is not by KV cache", context);
}
function warnUnread({ request, warn }) {
  let { eventsAskedAt: path } = request.routing;
  path !== void 0 && warn("FIELD_IGNORED", {
    message: "KV events are asked for, but the router mode is not kv, and only that reads them",
    path,
    hint: "say the router mode kv too, or leave KV events out",
    origin: request.locate(path)
  });
}
function warnSilent(publisher, { request, warn }) {
  let path = serviceOverridePath(request.overrides.dgd, "Frontend");
  warn("ROUTING_WITHOUT_EVENTS", {
    message: `the Frontend routes by KV cache, but ${publisher} publishes no KV events, so the router knows no prefixes`,
    path,
    hint: `annotate the request with dgdr-render.dev/router-mode: kv, which adds the flags to ${publisher}, or set DYN_ROUTER_USE_KV_EVENTS to "false"`,
    origin: request.locate(path)
  });
}
function warnUnheard(service, why, { request, warn }) {
  let path = serviceOverridePath(request.overrides.dgd, service);
  warn("EVENTS_WITHOUT_ROUTING", {
    message: `${service} is told to publish KV events that nobody uses: ${why}`,
    path,
    hint: `set DYN_ROUTER_MODE to kv on the Frontend, or take the event flags off ${service}`,
    origin: request.locate(path)
  });
}
function directMode(request) {
  let path = serviceOverridePath(request.overrides.dgd, "Frontend");
  return new RenderError("ROUTING_INVALID", {
    message: "router mode direct needs a gateway that chooses the worker, and a request renders none",
    path,
    hint: "use another mode, such as kv or round-robin, or write the graph with its gateway by hand",
    origin: request.locate(path)
  });
}

// src/merge/merge.ts
var STEPS = [
  { name: "server fields", only: "pinned", run: onGraph(withoutServerFields) },
  { name: "routing", run: onGraph(applyRouting) },
  { name: "override", only: "generated", run: applyOverride },
  { name: "requests of GPUs", only: "generated", run: onGraph(requestLimitedGpus) },
  { name: "engine settings", only: "generated", run: onGraph(foldEngineSettings) },
  { name: "runtime version", only: "generated", run: onGraph(addRuntimeVersion) },
  { name: "version of the target", only: "pinned", run: convertToTarget },
  { name: "tolerations", only: "generated", run: onGraph(addTolerations) },
  { name: "lengths of names", run: onlyLook(checkNameLengths) },
  { name: "image mirrors", run: onGraph(applyImageMirrors) },
  { name: "identity", run: applyIdentity },
  { name: "Flux's substitution", run: preventSubstitution },
  { name: "canonical form", run: onGraph(canonicalGraph) },
  { name: "admission", run: onlyLook(admit) },
  { name: "role flags", run: onlyLook(lintRoles) },
  { name: "engine flags", run: onlyLook(lintEngineFlags) },
  { name: "GPUs and models of workers", only: "generated", run: onlyLook(lintFit) },
  { name: "cards", only: "generated", run: onlyLook(lintCards) },
  { name: "routing by events", run: onlyLook(lintRouting) },
  { name: "router settings", run: onlyLook(lintRouterSettings) },
  { name: "variables", run: lintVariables }
];
function stepsFor(kind) {
  return STEPS.filter(({ only }) => only === void 0 || only === kind);
}
function mergeGraph(made, given) {
  let { request, profile } = given, context = { ...given, name: dgdName(request), mends: request.mends, generated: made.graph };
  return stepsFor(profile.pinned === void 0 ? "generated" : "pinned").reduce((current, { run }) => run(current, context), made);
}

// src/krm/annotations.ts
var LOCAL_CONFIG = "config.kubernetes.io/local-config", PATH_SPELLINGS = ["config.kubernetes.io/path", "internal.config.kubernetes.io/path"], INDEX_SPELLINGS = ["config.kubernetes.io/index", "internal.config.kubernetes.io/index"], ORIGIN = "config.kubernetes.io/origin", BOOKKEEPING = /^(internal\.config\.kubernetes\.io\/|config\.k8s\.io\/id$|kustomize\.config\.k8s\.io\/id$)/;
function annotationsOf(object2) {
  let { metadata: metadata3 } = object2;
  if (!isObject(metadata3) || !isObject(metadata3.annotations)) return {};
  let texts2 = Object.entries(metadata3.annotations).filter((entry) => typeof entry[1] == "string");
  return Object.fromEntries(texts2);
}
function withAnnotations(object2, added) {
  if (Object.keys(added).length === 0) return object2;
  let metadata3 = isObject(object2.metadata) ? object2.metadata : {}, annotations = isObject(metadata3.annotations) ? metadata3.annotations : {};
  return { ...object2, metadata: { ...metadata3, annotations: { ...annotations, ...added } } };
}
function placeOf(object2) {
  let annotations = annotationsOf(object2), path = firstOf(annotations, PATH_SPELLINGS) ?? originPath(annotations[ORIGIN]);
  if (path === void 0) return;
  let index = firstOf(annotations, PATH_SPELLINGS) !== void 0 ? Number(firstOf(annotations, INDEX_SPELLINGS) ?? 0) : 0;
  return { path, index: Number.isSafeInteger(index) && index >= 0 ? index : 0 };
}
function placeAnnotations(path, index) {
  return {
    ...Object.fromEntries(PATH_SPELLINGS.map((name) => [name, path])),
    ...Object.fromEntries(INDEX_SPELLINGS.map((name) => [name, String(index)]))
  };
}
function hasPath(object2) {
  return firstOf(annotationsOf(object2), PATH_SPELLINGS) !== void 0;
}
function bookkeepingOf(object2) {
  let places = [...PATH_SPELLINGS, ...INDEX_SPELLINGS], kept2 = Object.entries(annotationsOf(object2)).filter(
    ([name]) => places.includes(name) || BOOKKEEPING.test(name)
  );
  return Object.fromEntries(kept2);
}
function firstOf(annotations, names) {
  return names.map((name) => annotations[name]).find((value) => value !== void 0);
}
function originPath(origin) {
  return /^path: (.+)$/m.exec(origin ?? "")?.[1];
}

// src/outputs/mark.ts
var ENGINE = "dgdr-render.dev/engine", SOURCE = "dgdr-render.dev/source", REQUEST_LABEL = "dgdr.nvidia.com/name";
function isRendered(object2) {
  return annotationsOf(object2)[ENGINE] !== void 0;
}
function sourceFile(object2) {
  return /^(.+)#\d+$/.exec(annotationsOf(object2)[SOURCE] ?? "")?.[1];
}
function labelOf({ metadata: metadata3 }, label) {
  let labels = isObject(metadata3) && isObject(metadata3.labels) ? metadata3.labels : {}, value = Object.hasOwn(labels, label) ? labels[label] : void 0;
  return typeof value == "string" ? value : void 0;
}

// src/outputs/graph.ts
var GRAPH_OUTPUT = {
  documents: ({ graph, resources: resources2 }) => [...resources2, graph],
  ending: ".dgd.yaml",
  isMadeOf: (object2, { name, namespace }) => {
    let ref = refOf(object2);
    return isGraph(object2) && isRendered(object2) && ref.name === name && ref.namespace === namespace;
  },
  graphOf: (object2) => isGraph(object2) ? refOf(object2) : void 0
};
function isGraph({ kind, apiVersion }) {
  return kind === GRAPH_KIND && typeof apiVersion == "string" && apiVersion.startsWith(`${GROUP}/`);
}

// src/outputs/outputs.ts
import { basename, dirname, join } from "node:path";

// src/files/paths.ts
import { realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
function reach(path) {
  try {
    return { stat: statSync(path, { throwIfNoEntry: !1 }) };
  } catch (error2) {
    return { reason: reasonOf(error2) };
  }
}
function reasonOf(error2) {
  if (error2 instanceof Error && "code" in error2) return String(error2.code);
  throw error2;
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch (error2) {
    return reasonOf(error2), path;
  }
}
function isInside2(path, folder) {
  let way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function toSlashes(path) {
  return sep === "/" ? path : path.split(sep).join("/");
}

// src/dgd/dynamo-namespace.ts
var GLOBAL = "dynamo";
function namespaceOf2(graph) {
  let { namespace } = objectIn(graph, "metadata");
  return typeof namespace == "string" && namespace !== "" ? namespace : void 0;
}
function dynamoNamespace(graph, namespace, isGlobal) {
  if (isGlobal) return GLOBAL;
  let name = graph.replaceAll(".", "-");
  return namespace === void 0 ? name : `${namespace}-${name}`;
}
function dynamoNamespaces(graph, namespace) {
  let { name } = objectIn(graph, "metadata"), own2 = namespaceOf2(graph) ?? namespace, found = graphServices(graph).map(({ object: object2 }) => dynamoNamespace(String(name ?? ""), own2, object2.globalDynamoNamespace === !0));
  return [...new Set(found)];
}
function sees(frontend2, workers) {
  return frontend2 === GLOBAL || workers.startsWith(frontend2);
}

// src/workloads/component.ts
function isWorker({ type }) {
  return WORKER_TYPES.includes(type);
}

// src/workloads/pod/metadata.ts
function metadataOf(facts, tables, of) {
  let { annotations } = facts.component, labels = Object.entries(facts.component.labels).filter(([key]) => !isReserved(key, tables.labels)), own2 = valuesOf(tables.annotations, facts, of), noted = sorted({ ...annotations, ...own2 });
  return {
    labels: sorted({ ...Object.fromEntries(labels), ...valuesOf(tables.labels, facts, of) }),
    ...Object.keys(noted).length > 0 && { annotations: noted }
  };
}
function isReserved(key, rows) {
  return key.startsWith(`${GROUP}/`) && rows.some((row) => row.key === key);
}
function selectorOf(facts, rows) {
  let selecting = rows.filter(({ selects }) => selects === !0);
  return sorted(Object.fromEntries(selecting.flatMap(({ key, value }) => pair(key, value(facts)))));
}
function valuesOf(rows, facts, of) {
  let own2 = rows.filter(({ on }) => on.includes(of));
  return Object.fromEntries(own2.flatMap(({ key, value }) => pair(key, value(facts))));
}
function pair(key, value) {
  return value === void 0 ? [] : [[key, value]];
}
function sorted(object2) {
  return Object.fromEntries(Object.entries(object2).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/workloads/nodes/group.ts
var LEADER = "$(LWS_LEADER_ADDRESS)", RANK_VARIABLE = "LWS_WORKER_INDEX", RANK = `$(${RANK_VARIABLE})`;

// src/workloads/nodes/shell.ts
var SPECIAL = /[\s'"\\{}[\]$`!]/, MEANT = /[\\"$`]/g, REFERENCE = /\$\((\w+)\)/g;
function shellLine(container) {
  let words = [...listIn(container, "command"), ...listIn(container, "args")].map(String), names = new Set(listIn(container, "env").map((one) => getIn(one, "name")));
  return words.map((word) => shellWord(word, names)).join(" ");
}
function shellWord(word, names) {
  if (!SPECIAL.test(word)) return word;
  let rest = 0, parts = [];
  for (let match of word.matchAll(REFERENCE))
    names.has(match[1]) && (parts.push(escaped2(word.slice(rest, match.index)), match[0]), rest = match.index + match[0].length);
  return `"${parts.join("")}${escaped2(word.slice(rest))}"`;
}
function escaped2(text6) {
  return text6.replace(MEANT, "\\$&");
}

// src/workloads/nodes/vllm.ts
var TENSOR = ["--tensor-parallel-size", "-tp"], PIPELINE2 = ["--pipeline-parallel-size", "-pp"], DATA = ["--data-parallel-size", "-dp"], RAY_PORT = 6379, SYSTEM_PORT = 9090, DATA_PARALLEL_PORT = 13445, GPU2 = /\/gpu$|\.com\/gpu|\/mig-/;
function engineSizes(container) {
  let words = listIn(container, "args").flatMap((arg) => String(arg).split(/\s+/).filter(Boolean));
  return {
    words,
    gpus: gpusOf2(container),
    world: sizeOf2(words, TENSOR) * sizeOf2(words, PIPELINE2),
    dataParallelSize: sizeOf2(words, DATA)
  };
}
function mpFlags(nodes, port) {
  let leader = ["--master-addr", LEADER, "--master-port", String(port)];
  return ["--distributed-executor-backend", "mp", "--nnodes", String(nodes), ...leader];
}
function dataParallel({ words, gpus, world }, nodes, startRank) {
  let local = Math.floor(gpus / world);
  return [
    "--data-parallel-hybrid-lb",
    ...DATA.some((flag) => words.some((word) => word === flag || word.startsWith(`${flag}=`))) ? [] : [DATA[0], String(local * nodes)],
    "--data-parallel-size-local",
    String(local),
    "--data-parallel-start-rank",
    startRank,
    "--data-parallel-address",
    LEADER,
    "--data-parallel-rpc-port",
    String(DATA_PARALLEL_PORT)
  ];
}
function rayLeader(container) {
  return `ray start --head --port=${RAY_PORT} && ${shellLine(container)} --distributed-executor-backend ray`;
}
function rayFollower() {
  return `ray start --address=${LEADER}:${RAY_PORT} --block`;
}
function elasticLeader(container) {
  let open = until(`socket.create_connection(('127.0.0.1', ${RAY_PORT}), timeout=1)`, "socket", {
    tries: 150,
    pauseSeconds: 2
  });
  return `ray start --head --port=${RAY_PORT} --block & ${open} && ${shellLine(container)}`;
}
function elasticFollower() {
  let live = `urllib.request.urlopen('http://${LEADER}:${SYSTEM_PORT}/live', timeout=5)`;
  return `${until(live, "urllib.request", { tries: 720, pauseSeconds: 15 })} && ${rayFollower()}`;
}
function until(question, module, { tries, pauseSeconds }) {
  let ask3 = `python3 -c "import ${module}; ${question}" 2>/dev/null`;
  return `tries=${tries}; until ${ask3}; do tries=$((tries - 1)); [ "$tries" -gt 0 ] || exit 1; sleep ${pauseSeconds}; done`;
}
function gpusOf2(container) {
  for (let side of ["requests", "limits"]) {
    let amount = Object.entries(objectIn(container, "resources", side)).find(([name]) => GPU2.test(name))?.[1];
    if (amount !== void 0) return Number.parseInt(String(amount), 10) || 0;
  }
  return 0;
}
function sizeOf2(words, names) {
  for (let [index, word] of words.entries()) {
    let [name = "", joined] = word.split("=", 2), value = names.includes(name) ? Number(joined ?? words[index + 1]) : Number.NaN;
    if (Number.isInteger(value) && value > 0) return value;
  }
  return 1;
}

// src/workloads/nodes/launch.ts
var PYTHON = /^(?:.*\/)?python\d*(?:\.\d+)*$/;
function launch(container, facts, { launches }) {
  if (facts.role === "main" || facts.backend === void 0) return { container, initContainers: [] };
  let row = launchOf(container, facts, launches), placed = facts.role === "follower" ? withoutProbes(container) : container;
  if (row === void 0) return { container: placed, initContainers: [] };
  let start = row[facts.role]({ ...engineSizes(container), facts, container });
  return {
    container: { ...placed, ...started(placed, start, facts.backend) },
    initContainers: "waitsFor" in start && start.waitsFor !== void 0 ? [waitFor(start.waitsFor, container)] : []
  };
}
function launchOf(container, facts, launches) {
  let launching = { ...engineSizes(container), facts, container };
  return launches.filter(({ backend }) => backend === facts.backend).find(({ applies }) => applies(launching));
}
function takesFlags(container, backend) {
  return isPython(container) || listIn(container, "args").some((arg) => callOf(backend).test(String(arg)));
}
function started(container, start, backend) {
  if ("line" in start) return { command: ["/bin/sh", "-c"], args: [start.line] };
  let { flags, needsShell = !1 } = start, args = listIn(container, "args");
  return isPython(container) ? needsShell ? { command: ["sh", "-c"], args: [`exec ${shellLine(container)} ${flags.join(" ")}`] } : { args: [...args, ...flags] } : { args: insertIntoCall(args, flags, backend) };
}
function isPython(container) {
  return PYTHON.test(String(listIn(container, "command")[0] ?? ""));
}
function callOf(backend) {
  return new RegExp(`python[\\d.]*\\s[^|&;]*?\\bdynamo\\.${backend}[\\w.]*`);
}
function insertIntoCall(args, flags, backend) {
  let at = args.findIndex((arg) => callOf(backend).test(String(arg)));
  return args.map((arg, index) => index !== at ? arg : String(arg).replace(callOf(backend), (call) => `${call} ${flags.join(" ")}`));
}
function withoutProbes({ livenessProbe, readinessProbe, startupProbe, ...rest }) {
  return rest;
}
var WAIT = `
import socket, sys, time
host, port = sys.argv[1], int(sys.argv[2])
while True:
    try:
        socket.create_connection((host, port), timeout=2).close()
        break
    except OSError as error:
        print("waiting for", host, "port", port, "-", error, flush=True)
        time.sleep(5)
`.trimStart();
function waitFor(port, { image }) {
  let command = ["python3", "-c", WAIT, LEADER, String(port)];
  return { name: "wait-for-leader", ...image !== void 0 && { image }, command };
}

// src/workloads/tables/containers.ts
function rowsOf(rows, type) {
  return rows.filter(({ types }) => types?.includes(type) ?? !0);
}
var WORKERS = ["worker", "prefill", "decode"], FRONTEND2 = ["frontend"], TCP = "TCP", COMMANDS = [
  { command: ["/bin/sh", "-c"] },
  { types: FRONTEND2, command: ["python3"], args: ["-m", "dynamo.frontend"] }
], PORTS = [
  { types: FRONTEND2, name: "http", port: 8e3 },
  { types: WORKERS, name: "system", port: 9090 },
  { types: WORKERS, name: "nixl", port: 19090 }
], SERVICE_PORTS = [
  { name: "system", port: 9090 },
  { types: FRONTEND2, name: "http", port: 8e3 }
], PROBES = [
  {
    types: FRONTEND2,
    kind: "livenessProbe",
    probe: { ...ask("/live", "http"), initialDelaySeconds: 15, ...every(10), timeoutSeconds: 1, failureThreshold: 3 }
  },
  {
    types: FRONTEND2,
    kind: "readinessProbe",
    probe: { ...ask("/health", "http"), initialDelaySeconds: 10, ...every(10), timeoutSeconds: 3, failureThreshold: 3 }
  },
  {
    types: WORKERS,
    kind: "livenessProbe",
    probe: { ...ask("/live", "system"), ...every(5), timeoutSeconds: 4, failureThreshold: 1 }
  },
  {
    types: WORKERS,
    kind: "readinessProbe",
    probe: { ...ask("/health", "system"), ...every(10), timeoutSeconds: 4, failureThreshold: 3 }
  },
  {
    types: WORKERS,
    kind: "startupProbe",
    probe: { ...ask("/live", "system"), ...every(10), timeoutSeconds: 5, failureThreshold: 720 }
  }
], NO_ACCOUNT = "default", POD_DEFAULTS = [
  { key: "restartPolicy", value: () => "Always" },
  { key: "terminationGracePeriodSeconds", value: () => 60 },
  {
    key: "serviceAccountName",
    value: ({ graph, isDiscovered }) => isDiscovered ? accountName(graph.name) : NO_ACCOUNT
  },
  {
    key: "securityContext",
    value: ({ graph: { options } }) => options.fsGroup === null ? void 0 : { fsGroup: options.fsGroup }
  }
];
function accountName(graph) {
  return `${graph}-k8s-service-discovery`;
}
function portOf({ name, port }, key) {
  return { name, [key]: port, protocol: TCP, ...key === "port" && { targetPort: name } };
}
function ask(path, port) {
  return { httpGet: { path, port } };
}
function every(periodSeconds) {
  return { periodSeconds };
}

// src/workloads/nodes/executor.ts
var ANNOTATION = "nvidia.com/vllm-distributed-executor-backend";
function executorOf({ annotations }) {
  return String(annotations[ANNOTATION] ?? "").toLowerCase() === "ray" ? "ray" : "mp";
}

// src/workloads/tables/variables.ts
var WORKERS2 = ["worker", "prefill", "decode"], FRONTEND3 = ["frontend"], VARIABLES = [
  { name: "POD_NAME", place: "first", value: () => ({ field: "metadata.name" }) },
  { name: "POD_NAMESPACE", place: "first", value: () => ({ field: "metadata.namespace" }) },
  { name: "POD_UID", place: "first", value: () => ({ field: "metadata.uid" }) },
  ...defaults({
    DYN_NAMESPACE: ({ dynamoNamespace: dynamoNamespace2 }) => dynamoNamespace2,
    DYN_COMPONENT: ({ component }) => component.type || void 0,
    DYN_PARENT_DGD_K8S_NAME: ({ graph }) => graph.namespace === void 0 ? void 0 : graph.name,
    DYN_PARENT_DGD_K8S_NAMESPACE: ({ graph }) => graph.namespace,
    DYN_DISCOVERY_BACKEND: ({ isDiscovered }) => isDiscovered ? "kubernetes" : void 0,
    DYN_EVENT_PLANE: ({ graph }) => graph.options.eventPlane === "zmq" ? "zmq" : "nats",
    NATS_SERVER: ({ graph: { options } }) => options.eventPlane === "zmq" ? void 0 : options.eventPlane.nats,
    ETCD_ENDPOINTS: ({ graph: { options } }) => options.discovery === "kubernetes" ? void 0 : options.discovery.etcd,
    MODEL_EXPRESS_URL: ({ graph }) => graph.options.modelExpress,
    PROMETHEUS_ENDPOINT: ({ graph }) => graph.options.prometheus
  }),
  ...defaults(
    { DYNAMO_PORT: () => "8000", DYN_HTTP_PORT: () => "8000", DYN_NAMESPACE_PREFIX: (facts) => facts.dynamoNamespace },
    FRONTEND3
  ),
  ...defaults(
    {
      DYN_SYSTEM_ENABLED: () => "true",
      DYN_SYSTEM_PORT: () => "9090",
      // Called unused by the runtime's log; without it no worker was ever ready in 1.3 to 1.6.
      DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS: () => '["generate"]',
      DYN_HEALTH_CHECK_ENABLED: () => "false",
      DYN_FORWARDPASS_METRIC_PORT: () => "20380",
      NIXL_TELEMETRY_ENABLE: () => "n",
      NIXL_TELEMETRY_EXPORTER: () => "prometheus",
      NIXL_TELEMETRY_PROMETHEUS_PORT: () => "19090",
      DYN_NAMESPACE_WORKER_SUFFIX: ({ graph }) => graph.hash
    },
    WORKERS2
  ),
  {
    name: "VLLM_NIXL_SIDE_CHANNEL_HOST",
    place: "last",
    value: (facts) => facts.role === "main" || facts.backend !== "vllm" || executorOf(facts.component) !== "mp" ? void 0 : { field: "status.podIP" }
  },
  {
    name: "VLLM_CACHE_ROOT",
    place: "last",
    value: ({ backend, cachePath }) => backend === "vllm" ? cachePath : void 0
  }
];
function variable(name, value) {
  return typeof value == "string" ? { name, value } : { name, valueFrom: { fieldRef: { fieldPath: value.field } } };
}
function defaults(values, types) {
  return Object.entries(values).map(([name, value]) => ({
    name,
    place: "default",
    value,
    ...types !== void 0 && { types }
  }));
}

// src/workloads/pod/environment.ts
function environment2(facts, rows, given) {
  let wanted = rowsOf(rows, facts.component.type).flatMap((row) => {
    let value = row.value(facts);
    return value === void 0 ? [] : [[row, variable(row.name, value)]];
  }), at = (...places) => wanted.filter(([{ place }]) => places.includes(place)).map(([, one]) => one), last = at("last"), kept2 = without2(given, last);
  return [...without2([...at("first"), ...at("default")], [...kept2, ...last]), ...kept2, ...last];
}
function overlaid(lists) {
  let [base = [], ...over] = lists;
  return over.reduce((below2, list) => [...without2(below2, list), ...list], [...base]);
}
function without2(variables, others) {
  let names = new Set(others.map((other) => getIn(other, "name")));
  return variables.filter((one) => !names.has(getIn(one, "name")));
}

// src/workloads/pod/container.ts
var MAIN2 = "main", KEYS2 = [
  "name",
  "image",
  "imagePullPolicy",
  "command",
  "args",
  "workingDir",
  "ports",
  "envFrom",
  "env",
  "resources",
  "volumeMounts",
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle",
  "securityContext"
];
function mainContainer3(facts, tables) {
  let { type, main } = facts.component, { command = [], args = [] } = rowsOf(tables.commands, type).at(-1) ?? {}, defaults3 = {
    command: [...command],
    args: [...args],
    ports: rowsOf(tables.ports, type).map((row) => portOf(row, "containerPort")),
    ...Object.fromEntries(rowsOf(tables.probes, type).map(({ kind, probe: probe2 }) => [kind, probe2]))
  }, env = environment2(facts, tables.variables, listIn(main, "env"));
  return inOrder(filled({ ...defaults3, ...filled(main), env, name: MAIN2 }), KEYS2);
}
function filled(object2) {
  return Object.fromEntries(Object.entries(object2).filter(([, value]) => !isEmpty(value)));
}
function inOrder(object2, keys) {
  let ordered = {};
  for (let key of keys) Object.hasOwn(object2, key) && (ordered[key] = object2[key] ?? null);
  return { ...ordered, ...object2 };
}
function isEmpty(value) {
  return value === null || value === "" ? !0 : (Array.isArray(value) || isObject(value)) && Object.keys(value).length === 0;
}

// src/workloads/pod/volumes.ts
function mounted({ component, cachePath }, rows) {
  let given = listIn(component.main, "volumeMounts"), cached = cachePath === void 0 || component.cache === void 0 ? [] : [cacheMount(component.cache.claim, cachePath)], own2 = rows.flatMap((row) => {
    let source = row.source(component);
    return source === void 0 ? [] : [{ ...row, source }];
  }), paths = new Set(own2.map(({ mountPath }) => mountPath)), taken = new Set(own2.map(({ name }) => name)), cachePaths = new Set(cached.map(({ mountPath }) => mountPath)), mounts = [...given.filter((mount) => !cachePaths.has(getIn(mount, "mountPath"))), ...cached].filter(
    (mount) => !paths.has(getIn(mount, "mountPath"))
  ), volumes = listIn(component.podSpec, "volumes").filter((volume) => !taken.has(getIn(volume, "name")));
  return {
    mounts: [...mounts, ...own2.map(({ name, mountPath }) => ({ name, mountPath }))],
    volumes: [...inOrderOfMounts(volumes, mounts, taken), ...own2.map(({ name, source }) => ({ name, ...source }))]
  };
}
function cacheMount(claim, mountPath) {
  return { name: claim, mountPath };
}
function inOrderOfMounts(volumes, mounts, taken) {
  let byName3 = new Map(volumes.map((volume) => [getIn(volume, "name"), volume])), names = [...new Set(mounts.map((mount) => getIn(mount, "name")))].filter((name) => !taken.has(name));
  return [...names.flatMap((name) => typeof name == "string" ? [byName3.get(name) ?? claimVolume(name)] : []), ...volumes.filter((volume) => !names.includes(getIn(volume, "name") ?? null))];
}
function claimVolume(name) {
  return { name, persistentVolumeClaim: { claimName: name } };
}

// src/workloads/pod/pod-template.ts
var KEYS3 = [
  "serviceAccountName",
  "imagePullSecrets",
  "initContainers",
  "containers",
  "volumes",
  "nodeSelector",
  "tolerations",
  "affinity",
  "securityContext",
  "terminationGracePeriodSeconds",
  "restartPolicy"
];
function podTemplate(facts, tables) {
  let { podSpec: podSpec2 } = facts.component, { mounts, volumes } = mounted(facts, tables.volumes), { container, initContainers } = launch(
    { ...mainContainer3(facts, tables), volumeMounts: mounts },
    facts,
    tables
  ), others = listIn(podSpec2, "containers").filter((other) => getIn(other, "name") !== MAIN2), spec = {
    ...defaults2(facts, tables),
    ...filled(podSpec2),
    // Whoever sets a security context sets all of it, an empty one too.
    ...Object.hasOwn(podSpec2, "securityContext") && { securityContext: podSpec2.securityContext ?? {} },
    imagePullSecrets: pullSecrets(facts),
    initContainers: [...listIn(podSpec2, "initContainers"), ...initContainers],
    containers: [filled(container), ...others],
    volumes
  };
  return { metadata: metadataOf(facts, tables, "pod"), spec: inOrder(withoutEmptyLists(spec), KEYS3) };
}
function defaults2(facts, { podDefaults }) {
  return Object.fromEntries(
    podDefaults.flatMap(({ key, value: of }) => {
      let value = of(facts);
      return value === void 0 ? [] : [[key, value]];
    })
  );
}
function pullSecrets({ graph: { options }, component: { podSpec: podSpec2 } }) {
  let given = listIn(podSpec2, "imagePullSecrets"), names = new Set(given.map((secret) => getIn(secret, "name")));
  return [...given, ...options.imagePullSecrets.filter((name) => !names.has(name)).map((name) => ({ name }))];
}
function withoutEmptyLists(object2) {
  return Object.fromEntries(Object.entries(object2).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

// src/workloads/tables/labels.ts
import { createHash as createHash2 } from "node:crypto";
var SELECTOR_LABEL = "nvidia.com/selector", METRICS_LABEL = "nvidia.com/metrics-enabled", METRICS_ANNOTATION = "nvidia.com/enable-metrics", EVERYWHERE = ["workload", "pod", "service"], SUB_TYPES = ["prefill", "decode"], GROUP_ROLES = {
  main: void 0,
  leader: "leader",
  follower: "worker"
}, LABELS = [
  { key: GRAPH_LABEL, on: EVERYWHERE, value: ({ graph }) => graph.name },
  { key: "nvidia.com/dynamo-component", on: EVERYWHERE, selects: !0, value: ({ component }) => component.name },
  { key: NAMESPACE_LABEL, on: EVERYWHERE, selects: !0, value: (facts) => facts.dynamoNamespace },
  { key: TYPE_LABEL, on: ["pod"], selects: !0, value: ({ component }) => component.type || void 0 },
  {
    key: "nvidia.com/dynamo-sub-component-type",
    on: EVERYWHERE,
    value: ({ component: { type } }) => SUB_TYPES.includes(type) ? type : void 0
  },
  {
    key: "nvidia.com/dynamo-worker-hash",
    on: EVERYWHERE,
    value: ({ component, graph }) => isWorker(component) ? graph.hash : void 0
  },
  { key: SELECTOR_LABEL, on: ["pod"], value: ({ role, name }) => role === "main" ? name : void 0 },
  {
    key: METRICS_LABEL,
    on: ["pod"],
    value: ({ component }) => component.annotations[METRICS_ANNOTATION] === "false" ? void 0 : "true"
  },
  // The runtime reads both on EndpointSlices, which take the labels of their Service.
  {
    key: "nvidia.com/dynamo-discovery-backend",
    on: ["pod", "service"],
    value: ({ isDiscovered }) => isDiscovered ? "kubernetes" : void 0
  },
  {
    key: "nvidia.com/dynamo-discovery-enabled",
    on: ["pod", "service"],
    value: ({ isDiscovered }) => isDiscovered ? "true" : void 0
  },
  {
    key: "nvidia.com/dynamo-base-model-hash",
    on: EVERYWHERE,
    value: ({ component: { model } }) => model === void 0 ? void 0 : shortHash(model)
  },
  { key: "role", on: ["pod"], value: ({ role }) => GROUP_ROLES[role] }
], ANNOTATIONS = [
  { key: "nvidia.com/dynamo-base-model", on: EVERYWHERE, value: ({ component }) => component.model },
  { key: "nvidia.com/restartAt", on: ["pod"], value: ({ graph }) => graph.restart }
], PROPAGATED = [
  METRICS_ANNOTATION,
  "nvidia.com/dynamo-discovery-backend",
  "nvidia.com/vllm-distributed-executor-backend"
];
function shortHash(text6) {
  return createHash2("sha256").update(text6).digest("hex").slice(0, 8);
}

// src/workloads/objects/object.ts
function metadata2({ namespace }, { name, labels = {}, annotations = {} }) {
  return {
    name,
    ...namespace !== void 0 && { namespace },
    ...Object.keys(labels).length > 0 && { labels },
    ...Object.keys(annotations).length > 0 && { annotations }
  };
}

// src/workloads/objects/services.ts
var PRUNE_LAST = { "argocd.argoproj.io/sync-options": "PruneLast=true" }, FRONTEND4 = "frontend";
function serviceName({ name }) {
  return name.replaceAll(".", "-");
}
function serviceOf(facts, tables) {
  let { component, graph, isDiscovered } = facts;
  if (!isDiscovered && component.type !== FRONTEND4) return [];
  let { labels, annotations } = metadataOf(facts, tables, "service"), marks = { ...Object(annotations), ...keptToTheLast(facts) }, port = rowsOf(tables.servicePorts, component.type).at(-1), named3 = metadata2(graph, { name: serviceName(facts), labels: Object(labels), annotations: marks }), ports = port === void 0 ? [] : [portOf(port, "port")];
  return [
    { apiVersion: "v1", kind: "Service", metadata: named3, spec: { selector: selectorOf(facts, tables.labels), ports } }
  ];
}
function keptToTheLast({ component, graph }) {
  return graph.options.updates === "blueGreen" && isWorker(component) ? PRUNE_LAST : {};
}

// src/workloads/objects/controllers.ts
var ROLLING = "RollingUpdate", STRATEGY = "nvidia.com/deployment-strategy", ROLLING_FIELDS = {
  maxSurge: "nvidia.com/deployment-rolling-update-max-surge",
  maxUnavailable: "nvidia.com/deployment-rolling-update-max-unavailable"
}, DEFAULT_SHARE = "25%";
function templatesOf(facts, tables) {
  return (facts.component.nodes > 1 ? ["leader", "follower"] : ["main"]).map((role) => podTemplate({ ...facts, role }, tables));
}
function controllerOf(facts, tables, parts) {
  return facts.component.nodes > 1 ? leaderWorkerSet(facts, tables, parts) : deployment(facts, tables, parts);
}
function deployment(facts, tables, { marks, templates }) {
  let { component, graph, name } = facts, { labels, annotations } = metadataOf(facts, tables, "workload"), noted = { ...Object(annotations), ...marks, ...keptToTheLast(facts) }, [template = {}] = templates;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadata2(graph, { name, labels: Object(labels), annotations: noted }),
    spec: {
      ...replicasOf2(component),
      selector: { matchLabels: { [SELECTOR_LABEL]: name } },
      strategy: strategyOf(component),
      template
    }
  };
}
function leaderWorkerSet(facts, tables, { marks, templates }) {
  let { component, graph, name } = facts, { labels } = metadataOf(facts, tables, "workload"), [leaderTemplate = {}, workerTemplate = {}] = templates, annotations = { ...marks, ...keptToTheLast(facts) };
  return {
    apiVersion: "leaderworkerset.x-k8s.io/v1",
    kind: "LeaderWorkerSet",
    metadata: metadata2(graph, { name: groupName(name), labels: Object(labels), annotations }),
    spec: {
      ...replicasOf2(component),
      startupPolicy: "LeaderCreated",
      leaderWorkerTemplate: { size: component.nodes, leaderTemplate, workerTemplate }
    }
  };
}
function groupName(name) {
  return `${name}-0`;
}
function replicasOf2({ replicas, isScaled }) {
  return isScaled ? {} : { replicas };
}
function strategyOf({ annotations }) {
  if (annotations[STRATEGY] === "Recreate") return { type: "Recreate" };
  let fields = Object.entries(ROLLING_FIELDS).map(([field, key]) => [field, share(annotations[key])]);
  return { type: ROLLING, rollingUpdate: Object.fromEntries(fields) };
}
function share(text6 = DEFAULT_SHARE) {
  return /^\d+$/.test(String(text6)) ? Number(text6) : text6;
}

// src/workloads/admit/limits.ts
var LABEL_CHARACTERS2 = 63, GROUP_CHARACTERS = 49, SERVICE2 = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/, LABEL_VALUE = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/, HASH_CHARACTERS2 = 9;
function isLabelValue(value) {
  return value === "" || value.length <= LABEL_CHARACTERS2 && LABEL_VALUE.test(value);
}
function checkNames2({ components: components2, report }) {
  let first = /* @__PURE__ */ new Map();
  for (let facts of components2) {
    let { component } = facts, path = component.service.namePath;
    for (let { what, name, characters } of namesOf(facts))
      name.length <= characters || report({
        code: "NAME_TOO_LONG",
        path,
        message: `${what} ${name} has ${name.length} characters, and ${characters} are allowed`,
        hint: "shorten the name of the graph, of the service or of the namespace"
      });
    (!SERVICE2.test(serviceName(facts)) || !LABEL_VALUE.test(component.name)) && report({
      code: "NAME_INVALID",
      path,
      message: `${serviceName(facts)} is no name for a Service: letters, digits and hyphens, a letter first`,
      hint: "rename the graph or the service"
    });
    for (let name of servicesOf(facts)) {
      let other = first.get(name);
      other !== void 0 && report({
        code: "SERVICE_NAMES_COLLIDE",
        path,
        message: `${component.name} and ${other.component.name} both come to a Service ${name}`,
        hint: "rename one of the two"
      }), first.set(name, other ?? facts);
    }
  }
}
function servicesOf(facts) {
  return [serviceName(facts), ...facts.component.nodes > 1 ? [groupName(facts.name)] : []];
}
function namesOf(facts) {
  let { component, dynamoNamespace: dynamoNamespace2, name, graph } = facts, longest = graph.options.updates === "blueGreen" && isWorker(component) ? `${name}${"-".padEnd(HASH_CHARACTERS2, "0")}` : name, spans2 = component.nodes > 1;
  return [
    { what: spans2 ? "the Service" : "the Deployment", name: longest, characters: LABEL_CHARACTERS2 },
    ...spans2 ? [{ what: "the LeaderWorkerSet", name: groupName(longest), characters: GROUP_CHARACTERS }] : [],
    { what: "the Dynamo namespace", name: dynamoNamespace2, characters: LABEL_CHARACTERS2 },
    { what: "the service", name: component.name, characters: LABEL_CHARACTERS2 }
  ];
}

// src/workloads/nodes/launches.ts
var GATHERING_PORT = 29500, LAUNCHES = [
  {
    name: "one vLLM over the nodes, by itself",
    backend: "vllm",
    applies: (launching) => spans(launching) && executorOf(launching.facts.component) === "mp",
    leader: ({ facts }) => ({ flags: [...mpFlags(facts.component.nodes, GATHERING_PORT), "--node-rank", "0"] }),
    follower: ({ facts }) => ({
      flags: [...mpFlags(facts.component.nodes, GATHERING_PORT), "--node-rank", RANK, "--headless"],
      waitsFor: GATHERING_PORT
    })
  },
  {
    name: "one vLLM over the nodes, with Ray",
    backend: "vllm",
    applies: (launching) => spans(launching) && executorOf(launching.facts.component) === "ray",
    leader: ({ container }) => ({ line: rayLeader(container) }),
    follower: () => ({ line: rayFollower() })
  },
  {
    name: "experts that come and go, with Ray",
    backend: "vllm",
    applies: ({ words }) => words.includes("--enable-elastic-ep"),
    leader: ({ container }) => ({ line: elasticLeader(container) }),
    follower: () => ({ line: elasticFollower() })
  },
  {
    name: "engines side by side on every node",
    backend: "vllm",
    applies: ({ gpus, world, dataParallelSize }) => gpus > 0 && world * dataParallelSize > gpus,
    leader: (launching) => ({ flags: dataParallel(launching, launching.facts.component.nodes, "0") }),
    follower: (launching) => {
      let startRank = `$(( ${Math.floor(launching.gpus / launching.world)} * ${RANK_VARIABLE} ))`;
      return { flags: dataParallel(launching, launching.facts.component.nodes, startRank), needsShell: !0 };
    }
  },
  {
    name: "one SGLang over the nodes",
    backend: "sglang",
    applies: () => !0,
    leader: ({ facts }) => ({ flags: sglangFlags(facts, "0") }),
    follower: ({ facts }) => ({ flags: sglangFlags(facts, RANK) })
  }
];
function spans({ gpus, world }) {
  return gpus > 0 && world > gpus;
}
function sglangFlags({ component: { nodes } }, rank) {
  return ["--dist-init-addr", `${LEADER}:${GATHERING_PORT}`, "--nnodes", String(nodes), "--node-rank", rank];
}

// src/workloads/tables/access.ts
var RULES3 = [
  { apiGroup: "discovery.k8s.io", resource: "endpointslices", verbs: ["get", "list", "watch"] },
  {
    apiGroup: "nvidia.com",
    resource: "dynamoworkermetadatas",
    verbs: ["create", "get", "list", "watch", "patch", "delete"]
  }
];

// src/workloads/tables/volumes.ts
var NO_SIZE = /^0+(?:\.0*)?[A-Za-z]*$/, SHARED_MEMORY = [
  {
    name: "shared-memory",
    mountPath: "/dev/shm",
    source: ({ sharedMemory = "8Gi" }) => NO_SIZE.test(String(sharedMemory)) ? void 0 : { emptyDir: { medium: "Memory", sizeLimit: sharedMemory } }
  }
];

// src/workloads/tables/tables.ts
var TABLES = {
  commands: COMMANDS,
  ports: PORTS,
  servicePorts: SERVICE_PORTS,
  probes: PROBES,
  podDefaults: POD_DEFAULTS,
  volumes: SHARED_MEMORY,
  variables: VARIABLES,
  labels: LABELS,
  annotations: ANNOTATIONS,
  propagated: PROPAGATED,
  rules: RULES3,
  launches: LAUNCHES
};

// src/workloads/admit/needs.ts
var NONE = "remove it, or keep the graph and an operator", ROUTE = "remove it: the frontend's own router chooses workers by their KV caches with DYN_ROUTER_MODE=kv", SCALE = "fix the replicas, or scale on the metrics of frontend and workers with KEDA or a HorizontalPodAutoscaler (docs/workloads.md)", CONTAINER_DISCOVERY = "nvidia.com/dynamo-kube-discovery-mode", NEEDS = [
  {
    paths: ofType("planner"),
    why: "a planner reads the graph and its status in the cluster, and writes replicas into it",
    wayOut: SCALE
  },
  { paths: ofType("epp"), why: "an endpoint picker needs a pool, and rules of a gateway", wayOut: ROUTE },
  { paths: ofMember("eppConfig"), why: "it configures an endpoint picker", wayOut: ROUTE },
  { paths: ofMember("frontendSidecar"), why: "it belongs to an endpoint picker", wayOut: ROUTE },
  { paths: ofFeature2("checkpoint"), why: "checkpoints need controllers and agents on the nodes", wayOut: NONE },
  {
    paths: ofFeature2("gpuMemoryService"),
    why: "the GPU memory service needs claims of devices and an admission webhook",
    wayOut: NONE
  },
  { paths: ofFeature2("failover"), why: "failover needs the GPU memory service", wayOut: NONE },
  {
    paths: ({ components: components2, view }) => [
      ...annotated2(view.annotations, CONTAINER_DISCOVERY, "container", ["metadata", "annotations"]),
      ...components2.flatMap(({ component }) => view.annotations[CONTAINER_DISCOVERY] === void 0 ? annotated2(component.annotations, CONTAINER_DISCOVERY, "container", component.path) : [])
    ],
    why: "containers that find each other one by one need an admission webhook",
    wayOut: "remove the annotation: pods find each other"
  },
  {
    paths: ({ view: { spec } }) => isObject(getIn(spec, "experimental", "kvTransferPolicy")) ? [["spec", "experimental", "kvTransferPolicy"]] : [],
    why: "a controller copies labels of nodes to the pods for it",
    wayOut: NONE
  },
  {
    paths: ({ view: { spec, services } }) => [
      ...isObject(spec.topologyConstraint) ? [["spec", "topologyConstraint"]] : [],
      ...services.flatMap(({ object: object2, path }) => isObject(object2.topologyConstraint) ? [[...path, "topologyConstraint"]] : [])
    ],
    why: "it is for Grove, which places groups of pods",
    wayOut: "set an affinity in the pod's spec"
  },
  {
    paths: spanning(({ backend }) => backend === "trtllm"),
    why: "TensorRT-LLM over several nodes starts by mpirun over SSH, which was not tried without the operator",
    wayOut: "keep the graph and an operator with Grove or LeaderWorkerSet, or use one node"
  },
  {
    paths: spanning(({ backend, graph }) => backend !== "trtllm" && graph.options.multinode === "refuse"),
    why: "workloads.multinode refuses replicas that span nodes",
    wayOut: "set workloads.multinode to leaderWorkerSet where the cluster has LeaderWorkerSet, or use one node"
  }
];
function checkNeeds(graph) {
  for (let { paths, why, wayOut } of NEEDS)
    for (let path of paths(graph)) graph.report({ code: "NEEDS_OPERATOR", path, message: why, hint: wayOut });
  for (let facts of graph.components) checkStart(facts, graph);
  checkEtcd(graph);
}
function checkEtcd({ components: components2, report }) {
  let lost = components2.find(({ component, isDiscovered, graph: { options } }) => {
    let names = listIn(component.main, "env").map((one) => getIn(one, "name"));
    return !isDiscovered && options.discovery === "kubernetes" && !names.includes("ETCD_ENDPOINTS");
  });
  lost !== void 0 && report({
    code: "WORKLOADS_IMPOSSIBLE",
    path: lost.component.path,
    message: "processes are to find each other by etcd, but no endpoints are known",
    hint: "set workloads.discovery to {etcd: ENDPOINTS}, or ETCD_ENDPOINTS among the variables of the graph"
  });
}
function checkStart(facts, { report }) {
  let { component, backend, cachePath } = facts, fail = (path, message, hint) => {
    report({ code: "WORKLOADS_IMPOSSIBLE", path: [...component.path, ...path], message, hint });
  };
  if (component.cache !== void 0 && cachePath === void 0 && fail([], "the compilation cache has no path, and the engine has none of its own", "give the path of the cache"), component.nodes < 2 || backend === "trtllm") return;
  let main = filled(mainContainer3(facts, TABLES));
  main.args === void 0 ? fail([], "a replica spans nodes, but its main container has no arguments", "give command and args") : backend !== void 0 && !takesFlags(main, backend) && fail(
    [],
    `no python call of dynamo.${backend} takes the flags for several nodes`,
    "start the engine with python3 -m"
  );
}
function ofType(type) {
  return ({ view: { services } }) => services.filter((one) => one.type === type).map(({ typePath }) => typePath);
}
function ofMember(key) {
  return ({ view: { services } }) => services.filter(({ object: object2 }) => isFilled(object2[key])).map(({ path }) => [...path, key]);
}
function ofFeature2(name) {
  return ({ view: { lens, services } }) => {
    let settingsOf2 = ({ object: object2 }) => getIn(objectIn(object2, ...lens.featuresPath), name), isOn3 = (settings) => isObject(settings) ? lens.version === "v1alpha1" ? settings.enabled === !0 : settings.enabled !== !1 : !1;
    return services.filter((one) => isOn3(settingsOf2(one))).map(({ path }) => [...path, ...lens.featuresPath, name]);
  };
}
function spanning(isMeant) {
  return ({ components: components2 }) => components2.filter((facts) => facts.component.nodes > 1 && isMeant(facts)).map(({ component }) => [...component.path, "multinode"]);
}
function annotated2(annotations, key, value, path) {
  return annotations[key] === value ? [[...path, key]] : [];
}

// src/workloads/objects/ingress.ts
var DEFAULT_SUFFIX = "local", PORT = 8e3, ROUTES = [
  {
    isWanted: ({ ingressControllerClassName }) => isFilled(ingressControllerClassName),
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    spec: (ingress, { service, host }) => {
      let secretName = getIn(ingress, "tls", "secretName"), backend = { service: { name: service, port: { number: PORT } } };
      return {
        ingressClassName: ingress.ingressControllerClassName ?? "",
        rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
        ...secretName !== void 0 && { tls: [{ hosts: [host], secretName }] }
      };
    }
  },
  {
    isWanted: ({ useVirtualService, virtualServiceGateway }) => useVirtualService === !0 && isFilled(virtualServiceGateway),
    apiVersion: "networking.istio.io/v1beta1",
    kind: "VirtualService",
    spec: ({ virtualServiceGateway = "" }, { service, host }) => ({
      hosts: [host],
      gateways: [virtualServiceGateway],
      http: [
        {
          match: [{ uri: { prefix: "/" } }],
          route: [{ destination: { host: service, port: { number: PORT } } }]
        }
      ]
    })
  }
];
function hasRoute(facts) {
  return wantedRoutes(facts).length > 0;
}
function wantedRoutes({ component: { ingress } }) {
  return ingress?.enabled === !0 ? ROUTES.filter(({ isWanted }) => isWanted(ingress)) : [];
}
function routesOf(facts) {
  let { ingress = {} } = facts.component, service = serviceName(facts), host = `${text4(ingress, "hostPrefix")}${text4(ingress, "host")}.${text4(ingress, "hostSuffix", DEFAULT_SUFFIX)}`;
  return wantedRoutes(facts).map(({ apiVersion, kind, spec }) => ({
    apiVersion,
    kind,
    metadata: metadata2(facts.graph, { name: service }),
    spec: spec(ingress, { service, host })
  }));
}
function text4(ingress, key, fallback = "") {
  let value = ingress[key];
  return typeof value == "string" ? value : fallback;
}

// src/workloads/admit/reduced.ts
var REDUCTIONS = [
  {
    paths: ofComponents(({ component }) => component.isScaled ? ["scalingAdapter"] : void 0),
    message: "replicas are left out, so that an autoscaler may own them; there is one pod until it does",
    hint: "add a HorizontalPodAutoscaler or a KEDA ScaledObject, or remove scalingAdapter"
  },
  {
    paths: ({ view: { spec } }) => isFilled(spec.priorityClassName) ? [["spec", "priorityClassName"]] : [],
    message: "it is set on every pod, which the operator does with Grove alone",
    hint: "make sure that the cluster has the PriorityClass"
  },
  {
    paths: ofComponents(
      ({ component: { service } }) => isGiven(service.object.minAvailable) ? ["minAvailable"] : void 0
    ),
    message: "minAvailable is for Grove, and is left out",
    hint: "remove it, or add a PodDisruptionBudget"
  },
  {
    paths: ({ view: { spec } }) => isObject(spec.restart) ? [["spec", "restart"]] : [],
    message: "all pods restart at once, in no order",
    hint: "remove restart, and use kubectl rollout restart where the order counts"
  },
  {
    paths: ofComponents(({ component }) => component.model === void 0 ? void 0 : ["modelRef"]),
    message: "it becomes a label and an annotation; the Service for DynamoModel objects is left out",
    hint: "remove modelRef, or keep the operator where adapters are loaded by DynamoModel"
  },
  {
    paths: ofComponents((facts) => {
      let { ingress } = facts.component;
      return ingress?.enabled === !0 && !hasRoute(facts) ? ["ingress"] : void 0;
    }),
    message: "nothing is made of it: it names neither an ingressControllerClassName nor, with useVirtualService, a virtualServiceGateway",
    hint: "set one of them, which the operator takes from its own configuration, or write a route of your own to the Service"
  },
  {
    paths: ({ components: [first] }) => first?.graph.name.includes(".") ? [["metadata", "name"]] : [],
    message: "pods take the dot of this name into theirs, of which the API server warns: no DNS finds them by it",
    hint: "use a hyphen"
  }
], PRIVATE = /^nvcr\.io\//;
function checkReduced(graph) {
  for (let { paths, message, hint } of REDUCTIONS)
    for (let path of paths(graph)) graph.report({ code: "WORKLOADS_REDUCED", path, message, hint });
  checkPullSecrets(graph), checkNamespace(graph);
}
function checkPullSecrets({ components: components2, report }) {
  let images = components2.flatMap(({ component: { service, podSpec: podSpec2 }, graph: { options } }) => {
    if (options.imagePullSecrets.length > 0 || listIn(podSpec2, "imagePullSecrets").length > 0) return [];
    let { mainContainer: mainContainer4, imagePath } = service, others = [...podContainers(service, "containers"), ...podContainers(service, "initContainers")];
    return [
      { image: mainContainer4.image, path: imagePath },
      ...others.map(({ container, path }) => ({ image: container.image, path: [...path, "image"] }))
    ].filter(({ image }) => typeof image == "string" && PRIVATE.test(image));
  }), [first] = images;
  first !== void 0 && report({
    code: "PULL_SECRET_MISSING",
    path: first.path,
    message: `pods take ${String(first.image)} without an image pull secret; the operator would look for one in the namespace`,
    hint: "name one under workloads.imagePullSecrets, unless the registry gives the image to everybody"
  });
}
function checkNamespace({ components: components2, report }) {
  let [first] = components2;
  if (first === void 0 || first.graph.namespace !== void 0) return;
  let { discovery, eventPlane: eventPlane2 } = first.graph.options, path = ["metadata", "namespace"], hint = "set metadata.namespace, or workloads.namespace";
  if ((discovery !== "kubernetes" || eventPlane2 !== "zmq") && report({ code: "WORKLOADS_IMPOSSIBLE", path, message: "without a namespace the graph has no name of its own in the etcd or NATS of the cluster", hint }), !components2.some(({ isDiscovered }) => isDiscovered)) return;
  report({ code: "NAMESPACE_UNKNOWN", path, message: "the namespace is not known: kustomize puts it into the RoleBinding, kubectl and Argo CD do not", hint });
}
function ofComponents(find) {
  return ({ components: components2 }) => components2.flatMap((facts) => {
    let at = find(facts);
    return at === void 0 ? [] : [[...facts.component.path, ...at]];
  });
}

// src/workloads/admit/admit.ts
function admitGraph(graph) {
  checkNeeds(graph), checkReduced(graph), checkNames2(graph);
}

// src/workloads/admit/pods.ts
function containersOf(template) {
  return [...listIn(template, "spec", "containers"), ...listIn(template, "spec", "initContainers")];
}
var RULES4 = [
  {
    faults: (template) => repeated2(containersOf(template), "name").map((name) => `two of its containers are called ${name}`),
    hint: "rename one of them; a group of nodes has a container wait-for-leader"
  },
  {
    faults: (template) => containersOf(template).flatMap(
      (container) => repeated2(listIn(container, "volumeMounts"), "mountPath").map(
        (path) => `two volumes of its container ${String(getIn(container, "name"))} are mounted at ${path}`
      )
    ),
    hint: "mount one of them elsewhere"
  },
  {
    faults: (template) => repeated2(listIn(template, "spec", "volumes"), "name").map((name) => `two of its volumes are called ${name}`),
    hint: "rename one of them"
  }
], SHARE = /^\d+%?$/, NOTHING2 = /^0+%?$/;
function checkPods(component, templates, report) {
  let { path } = component;
  for (let { faults, hint } of RULES4)
    for (let message of new Set(templates.flatMap(faults)))
      report({ code: "WORKLOADS_IMPOSSIBLE", path, message, hint });
  for (let [key, value] of Object.entries(component.labels)) {
    if (isLabelValue(String(value))) continue;
    report({
      code: "WORKLOADS_IMPOSSIBLE",
      path,
      message: `the label ${key} has a value that no label can have`,
      hint: "at most 63 letters, digits, dots, hyphens and underscores, with a letter or a digit at both ends"
    });
  }
  component.nodes === 1 && checkStrategy(component, report);
}
function checkStrategy(component, report) {
  let shares = Object.entries(objectIn(strategyOf(component), "rollingUpdate")).map(([key, value]) => [
    key,
    String(value)
  ]), fail = (message) => {
    report({ code: "WORKLOADS_IMPOSSIBLE", path: component.path, message, hint: "give the annotations of the rolling update numbers or percentages, not all of them 0" });
  }, wrong2 = shares.filter(([, value = ""]) => !SHARE.test(value));
  for (let [key, value] of wrong2) fail(`${key} of its rolling update is ${value}`);
  shares.length > 0 && shares.every(([, value = ""]) => NOTHING2.test(value)) && fail("its rolling update may neither add a pod nor take one away");
}
function repeated2(items, key) {
  let values = items.map((item) => getIn(item, key)).filter((value) => typeof value == "string");
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

// src/workloads/forms.ts
var GENERAL = "worker", V1ALPHA12 = {
  template: (service) => objectIn(podMembers(service, claimMounts(service)), "podTemplate"),
  cache: (service) => {
    let { cache } = claimMounts({ ...service, report: () => {
    } });
    return cache && { claim: String(cache.object.name ?? ""), path: textOf(cache.object.mountPoint) };
  },
  sharedMemory: (object2) => {
    let { disabled, size } = objectIn(object2, "sharedMemory");
    return disabled === !0 ? "0" : size;
  },
  isScaled: (object2) => getIn(object2, "scalingAdapter", "enabled") === !0,
  own: (object2) => ({ labels: objectIn(object2, "labels"), annotations: objectIn(object2, "annotations") })
}, V1BETA12 = {
  template: ({ object: object2 }) => objectIn(object2, "podTemplate"),
  cache: ({ object: { compilationCache: compilationCache2 } }) => {
    let claim = textOf(getIn(compilationCache2, "pvcName"));
    return claim === void 0 ? void 0 : { claim, path: textOf(getIn(compilationCache2, "mountPath")) };
  },
  sharedMemory: ({ sharedMemorySize: sharedMemorySize2 }) => sharedMemorySize2,
  isScaled: ({ scalingAdapter: scalingAdapter2 }) => scalingAdapter2 !== void 0,
  own: () => ({ labels: {}, annotations: {} })
}, FORMS2 = { v1alpha1: V1ALPHA12, v1beta1: V1BETA12 };
function componentsOf(shared) {
  return shared.view.services.map((service) => toComponent2(service, shared)).sort((a, b) => a.name < b.name ? -1 : 1);
}
function toComponent2(service, { view, propagated, report }) {
  let { name, object: object2, path } = service, part = { object: object2, path: [...path], report }, form = FORMS2[view.lens.version], template = form.template(part), spec = objectIn(template, "spec"), main = listIn(spec, "containers").find((container) => getIn(container, "name") === MAIN2), own2 = form.own(object2), inherited = Object.entries(view.annotations).filter(([key]) => propagated.includes(key));
  return {
    name,
    type: typeOf(service),
    replicas: wholeNumber(object2.replicas) ?? 1,
    nodes: wholeNumber(nodeCount(service)) ?? 1,
    labels: { ...objectIn(view.spec, "labels"), ...own2.labels, ...objectIn(template, "metadata", "labels") },
    annotations: {
      ...objectIn(view.spec, "annotations"),
      ...Object.fromEntries(inherited),
      ...own2.annotations,
      ...objectIn(template, "metadata", "annotations")
    },
    podSpec: { ...picked2(view.spec, "priorityClassName"), ...spec },
    main: withEnv(objectIn(main), listIn(view.spec, view.lens.envKey)),
    cache: form.cache(part),
    sharedMemory: form.sharedMemory(object2),
    isGlobal: object2.globalDynamoNamespace === !0,
    isScaled: form.isScaled(object2),
    model: textOf(getIn(object2, "modelRef", "name")),
    ingress: partAt(part, "ingress")?.object,
    path,
    service
  };
}
function typeOf({ type = "", object: object2 }) {
  return object2.componentType === GENERAL && !WORKER_TYPES.includes(type) ? GENERAL : type;
}
function withEnv(main, shared) {
  let env = overlaid([shared, listIn(main, "env")]);
  return env.length === 0 ? main : { ...main, env };
}
function textOf(value) {
  return isFilled(value) && typeof value == "string" ? value : void 0;
}
function picked2(object2, key) {
  let value = object2[key];
  return isFilled(value) ? { [key]: value } : {};
}

// src/workloads/hash.ts
import { createHash as createHash3 } from "node:crypto";
var HASH_TO_COME = "\0", PLAIN = /^[ !#-[\]-~]*$/;
function hashOf(values) {
  return createHash3("sha256").update(canonical([...values])).digest("hex").slice(0, 8);
}
function withHash(template, hash) {
  let filled2 = (text6) => typeof text6 == "string" ? text6.replaceAll(HASH_TO_COME, hash) : text6, [main, ...others] = listIn(template, "spec", "containers"), env = listIn(main, "env").map((one) => isObject(one) && one.value === HASH_TO_COME ? { ...one, value: hash } : one), labels = Object.entries(objectIn(template, "metadata", "labels")).map(([key, value]) => [key, filled2(value)]), labelled2 = updateIn(template, ["metadata", "labels"], () => Object.fromEntries(labels));
  return updateIn(labelled2, ["spec", "containers"], () => [{ ...Object(main), env }, ...others]);
}
function canonical(value) {
  if (typeof value == "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  let text6 = "{";
  for (let key of Object.keys(value).sort()) text6 += `${quoted(key)}:${canonical(value[key] ?? null)},`;
  return `${text6}}`;
}
function quoted(text6) {
  return PLAIN.test(text6) ? `"${text6}"` : JSON.stringify(text6);
}

// src/workloads/nodes/backend.ts
var CALLS = BACKENDS.map((backend) => ({
  backend,
  module: `dynamo.${backend}`,
  call: new RegExp(`python[\\d.]*\\s+[^|&;]*-m\\s+[^|&;]*dynamo\\.${backend}\\b`)
}));
function startedBackend(container) {
  let line3 = commandLine(container).join(" ");
  return CALLS.find(({ module, call }) => line3.includes(module) && call.test(line3))?.backend;
}
function backendOf(component, named3) {
  if (isWorker(component))
    return startedBackend(component.main) ?? BACKENDS.find((backend) => backend === named3);
}
function commandLine(container) {
  return [...listIn(container, "command"), ...listIn(container, "args")].map(String);
}

// src/workloads/objects/access.ts
var RBAC = "rbac.authorization.k8s.io";
function accessObjects(graph, rules2) {
  let account = accountName(graph.name), role = `${account}-role`, labels = {
    "app.kubernetes.io/component": "rbac",
    "app.kubernetes.io/managed-by": "dgdr-render",
    "app.kubernetes.io/name": account
  }, named3 = (name) => metadata2(graph, { name, labels }), { namespace } = graph;
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: named3(account) },
    {
      apiVersion: `${RBAC}/v1`,
      kind: "Role",
      metadata: named3(role),
      rules: rules2.map(({ apiGroup, resource, verbs }) => ({
        apiGroups: [apiGroup],
        resources: [resource],
        verbs: [...verbs]
      }))
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: "RoleBinding",
      metadata: named3(`${account}-binding`),
      roleRef: { apiGroup: RBAC, kind: "Role", name: role },
      subjects: [{ kind: "ServiceAccount", name: account, ...namespace !== void 0 && { namespace } }]
    }
  ];
}

// src/workloads/objects/crd.ts
var NAMES = {
  kind: "DynamoWorkerMetadata",
  listKind: "DynamoWorkerMetadataList",
  plural: "dynamoworkermetadatas",
  singular: "dynamoworkermetadata",
  shortNames: ["dwm"]
}, WORKER_METADATA_CRD = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `${NAMES.plural}.${GROUP}` },
  spec: {
    group: GROUP,
    scope: "Namespaced",
    names: NAMES,
    versions: [
      {
        name: "v1alpha1",
        served: !0,
        storage: !0,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                required: ["data"],
                properties: { data: { type: "object", "x-kubernetes-preserve-unknown-fields": !0 } }
              }
            }
          }
        }
      }
    ]
  }
};

// src/workloads/objects/pod-monitors.ts
var PORTS2 = {
  frontend: "http",
  worker: "system",
  prefill: "system",
  decode: "system"
};
function podMonitors(components2) {
  let [first] = components2;
  if (first === void 0 || !first.graph.options.podMonitors) return [];
  let types = new Set(components2.map(({ component }) => component.type)), { graph } = first;
  return Object.entries(PORTS2).filter(([type]) => types.has(type)).map(([type, port]) => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PodMonitor",
    metadata: metadata2(graph, { name: `${graph.name}-${type}`, labels: { [GRAPH_LABEL]: graph.name } }),
    spec: {
      selector: { matchLabels: { [GRAPH_LABEL]: graph.name, [TYPE_LABEL]: type, [METRICS_LABEL]: "true" } },
      podMetricsEndpoints: [{ port, path: "/metrics" }]
    }
  }));
}

// src/workloads/workloads.ts
var OURS2 = "dgdr-render.dev/", DISCOVERY = "nvidia.com/dynamo-discovery-backend", CACHE_PATHS = { vllm: "/root/.cache/vllm" };
function toWorkloads(graph, options, tables = TABLES) {
  let problems = [], view = viewGraph(withoutNulls2(graph)), report = (problem) => {
    problems.push(problem);
  }, convert = ({ severity, path, message, hint = "" }) => {
    report({ code: severity === "error" ? "WORKLOADS_IMPOSSIBLE" : "FIELD_IGNORED", path, message, hint });
  }, components2 = componentsOf({ view, propagated: tables.propagated, report: convert }), claims = createdClaims({ object: view.spec, path: ["spec"], report: convert }), facts = factsOf(view.graph, options, void 0);
  admitGraph({ view, components: components2.map((one) => toFacts(one, facts, view.spec)), report });
  let { templates, hash } = generationOf(components2, { facts, spec: view.spec, tables });
  for (let one of components2) checkPods(one, templates.get(one) ?? [], report);
  let known = components2.map((one) => toFacts(one, { ...facts, hash }, view.spec)), marks = Object.fromEntries(Object.entries(view.annotations).filter(([key]) => key.startsWith(OURS2)));
  return { objects: [
    ...options.crd ? [WORKER_METADATA_CRD] : [],
    ...known.some(({ isDiscovered }) => isDiscovered) ? accessObjects(facts, tables.rules) : [],
    ...claims.map((claim) => inNamespace(claim, facts.namespace)).sort(byName),
    ...known.flatMap((one) => serviceOf(one, tables)),
    ...known.map(
      (one) => controllerOf(one, tables, { marks, templates: finished(one, templates.get(one.component) ?? []) })
    ),
    ...known.flatMap(routesOf),
    ...podMonitors(known)
  ], problems };
}
function factsOf(graph, options, hash) {
  let restart = getIn(graph, "spec", "restart", "id");
  return {
    name: String(objectIn(graph, "metadata").name ?? ""),
    namespace: namespaceOf2(graph) ?? options.namespace,
    options,
    hash,
    restart: restart === void 0 ? void 0 : String(restart)
  };
}
function toFacts(component, graph, spec) {
  let discovery = component.annotations[DISCOVERY] ?? graph.options.discovery, stem = `${graph.name}-${component.name.toLowerCase()}`, isNew = graph.options.updates === "blueGreen" && isWorker(component) && graph.hash !== void 0, backend = backendOf(component, spec.backendFramework);
  return {
    graph,
    component,
    name: isNew ? `${stem}-${graph.hash}` : stem,
    role: component.nodes > 1 ? "leader" : "main",
    backend,
    isDiscovered: discovery === "kubernetes",
    dynamoNamespace: dynamoNamespace(graph.name, graph.namespace, component.isGlobal),
    cachePath: component.cache && (component.cache.path ?? (backend && CACHE_PATHS[backend]))
  };
}
function generationOf(components2, { facts, spec, tables }) {
  let isShared = facts.options.updates === "shared", graph = { ...facts, hash: isShared ? void 0 : HASH_TO_COME }, templates = new Map(components2.map((one) => [one, templatesOf(toFacts(one, graph, spec), tables)])), ofWorkers = components2.filter(isWorker).flatMap((one) => templates.get(one) ?? []);
  return { templates, hash: isShared ? void 0 : hashOf(ofWorkers) };
}
function finished({ component, graph: { hash } }, templates) {
  return hash === void 0 || !isWorker(component) ? templates : templates.map((one) => withHash(one, hash));
}
function inNamespace(object2, namespace) {
  return namespace === void 0 ? object2 : updateIn(object2, ["metadata", "namespace"], () => namespace);
}
function byName(a, b) {
  return String(getIn(a, "metadata", "name")) < String(getIn(b, "metadata", "name")) ? -1 : 1;
}
function withoutNulls2(object2) {
  if (!hasNull(object2)) return object2;
  let members2 = Object.entries(object2).filter(([, value]) => value !== null);
  return Object.fromEntries(members2.map(([key, value]) => [key, isObject(value) ? withoutNulls2(value) : value]));
}
function hasNull(value) {
  return value === null ? !0 : typeof value != "object" ? !1 : Array.isArray(value) ? value.some(hasNull) : Object.values(value).some(hasNull);
}

// src/outputs/workloads.ts
var CONTROLLERS = ["Deployment", "LeaderWorkerSet"], MADE = [
  ...CONTROLLERS,
  "ServiceAccount",
  "Role",
  "RoleBinding",
  "Service",
  "Ingress",
  "VirtualService",
  "PodMonitor"
], REQUEST_LABELS = /^dgdr\.nvidia\.com\//, WORKLOADS_OUTPUT = {
  documents: ({ graph, resources: resources2 }, { request, warn }) => {
    let { objects, problems } = toWorkloads(graph, request.workloads), errors = [];
    for (let { code, ...problem } of problems) {
      let details = { ...inRequest(problem, graph, request), ...plannerField(problem.path, graph, request) };
      isErrorCode(code) ? errors.push(new RenderError(code, details)) : warn(code, details);
    }
    if (errors.length > 0) throw new RenderErrors(errors);
    let { namespace } = request.workloads, beside = resources2.map((object2) => inNamespace2(object2, namespace)), documents = inOrder2({ graph, resources: beside }, objects);
    return request.fluxSubstitute === "disabled" ? documents.map(withoutSubstitution) : documents;
  },
  ending: ".workloads.yaml",
  // Claims are left out: they hold what pods wrote.
  isMadeOf: (object2, { name, namespace }) => {
    let ref = refOf(object2);
    return labelOf(object2, REQUEST_LABEL) !== void 0 && MADE.includes(ref.kind) && ref.namespace === namespace && [name, name.replaceAll(".", "-")].some((stem) => ref.name.startsWith(`${stem}-`));
  },
  graphOf
}, FIRST2 = [
  "CustomResourceDefinition",
  "ServiceAccount",
  "Role",
  "RoleBinding",
  "PersistentVolumeClaim"
];
function inOrder2({ graph, resources: resources2 }, objects) {
  let labels = Object.entries(objectIn(graph, "metadata", "labels")).filter(([key]) => REQUEST_LABELS.test(key)), isFirst = ({ kind }) => FIRST2.includes(String(kind)), made = objects.map((object2) => labelled(object2, Object.fromEntries(labels)));
  return [...made.filter(isFirst), ...resources2, ...made.filter((object2) => !isFirst(object2))];
}
function labelled(object2, labels) {
  return object2.kind === "CustomResourceDefinition" || Object.keys(labels).length === 0 ? object2 : updateIn(object2, ["metadata"], (metadata3) => withLabels(isObject(metadata3) ? metadata3 : {}, labels));
}
function withLabels({ name = "", namespace, labels, ...rest }, added) {
  let own2 = isObject(labels) ? labels : {};
  return { name, ...namespace !== void 0 && { namespace }, labels: { ...added, ...own2 }, ...rest };
}
function plannerField(at, graph, { features, locate: locate2 }) {
  if (graphServices(graph).find(({ typePath }) => typePath.join(`
`) === at.join(`
`))?.type !== "planner" || features.planner === void 0) return {};
  let path = "spec.features.planner";
  return { path, origin: locate2(path) };
}
function inNamespace2(object2, namespace) {
  if (namespace === void 0 || refOf(object2).namespace !== void 0) return object2;
  let { name = "", ...rest } = objectIn(object2, "metadata");
  return { ...object2, metadata: { name, namespace, ...rest } };
}
function graphOf(object2) {
  let name = labelOf(object2, GRAPH_LABEL);
  if (name === void 0 || !CONTROLLERS.includes(String(object2.kind))) return;
  let { namespace } = refOf(object2);
  return namespace === void 0 ? { name } : { name, namespace };
}
function isErrorCode(code) {
  return CODES[code].severity === "error";
}

// src/outputs/outputs.ts
var OUTPUTS = { graph: GRAPH_OUTPUT, workloads: WORKLOADS_OUTPUT }, REQUEST_ENDING = /(\.dgdr)?\.(ya?ml|json)$/;
function ownGraphOf(object2) {
  if (!isRendered(object2)) return;
  let [graph] = Object.values(OUTPUTS).flatMap(({ graphOf: graphOf2 }) => graphOf2(object2) ?? []);
  return graph;
}
function isMadeOf(object2, graph) {
  return Object.values(OUTPUTS).some((output) => output.isMadeOf(object2, graph));
}
function fileBeside(form, requestFile) {
  return `${stemOf(requestFile)}${OUTPUTS[form].ending}`;
}
function stemOf(requestFile) {
  return toSlashes(join(dirname(requestFile), basename(requestFile).replace(REQUEST_ENDING, "")));
}
function stemBeside(file) {
  let own2 = Object.values(OUTPUTS).find(({ ending }) => file.endsWith(ending));
  return own2 && file.slice(0, -own2.ending.length);
}
function fileInFolder({ name, namespace = "default" }) {
  return `${namespace}-${name}.yaml`;
}

// src/profile/context-parallel.ts
var AS_RANKED_BY_REFERENCE = {
  leavesOutContextParallel: !1,
  meetsTargetsFirst: !1,
  choosesByServedLoad: !1,
  capsEveryRow: !1
};
function contextParallelCandidates(request, { attempts }, { architecture, backends }) {
  let concerned = attempts.filter(({ inexpressible }) => inexpressible.length > 0);
  if (concerned.length === 0 || request.pickingMode === "autoscale") return [];
  let tried = backends.filter(({ backend }) => concerned.some((attempt2) => attempt2.backend === backend)), mends = { ...request.mends, ...AS_RANKED_BY_REFERENCE }, all = compareExperiments({ ...request, mends }, { architecture, backends: tried });
  return Object.values(all.experiments).flatMap(({ top }) => top).filter(splitsSequences).sort((a, b) => clusterRate(b) - clusterRate(a));
}
function splitsSequences({ candidate }) {
  let { layout: layout2 } = candidate.mode === "agg" ? candidate.worker : candidate.prefill;
  return layout2.cp > 1;
}

// src/profile/operation-times.ts
function pickedOperationTimes(request, profile, opened) {
  let candidate = profile.picked[0]?.candidate;
  if (candidate === void 0) return [];
  let measured = opened.backends.find(({ backend }) => backend === profile.backend), context = (role) => roleContext(opened.architecture, measured, role), { isl, osl } = request.workload;
  return candidate.mode === "agg" ? aggSteps(context("agg"), candidate, { isl, osl }) : [
    prefillStep(context("prefill"), candidate.prefill, isl),
    decodeStep(context("decode"), candidate.decode, meanLength({ isl, osl }))
  ];
}
function aggSteps(context, { worker: worker2, step: { contextTokens } }, { isl, osl }) {
  let { batch: batch2, layout: layout2 } = worker2, point = { isl, osl, batch: batch2, contextTokens, steps: Math.ceil(isl * batch2 / contextTokens) }, step = mixedStep(context.backend, point);
  return [
    { title: `mixed step: ${contextTokens} prefill tokens, ${step.decodes} decoding sequences`, lines: mixedStepTimes(context, createWorker(context, layout2), step).map(line) },
    decodeStep(context, worker2, step.decodeLength)
  ];
}
function prefillStep(context, { layout: layout2, batch: batch2 }, length2) {
  let step = prefillPoint(batch2, length2), { contextOps } = createWorker(context, layout2), lines = contextOps.map((op) => line({ op, ms: context.operationTime(op, step), steps: 1 }));
  return { title: `prefill step: ${batch2} sequences of ${length2} tokens`, lines };
}
function decodeStep(context, { layout: layout2, batch: batch2 }, length2) {
  let step = decodePoint(context.architecture, batch2, length2), { generationOps } = createWorker(context, layout2), lines = generationOps.map((op) => line({ op, ms: context.operationTime(op, step), steps: 1 }));
  return { title: `decode step: ${batch2} sequences at ${length2} tokens`, lines };
}
function line({ op, ms, steps }) {
  let { name, count: count2 } = op;
  return { name, count: count2, onceMs: count2 === 0 ? 0 : ms / count2 / steps, totalMs: ms / steps, source: sourceOf(op) };
}

// src/profile/explain.ts
function explainProfile(request, profile, engine) {
  if (profile.picked.length === 0) return { steps: [], contextParallel: [], candidates: () => [] };
  let opened = openMeasured(request, engine);
  return {
    steps: pickedOperationTimes(request, profile, opened),
    contextParallel: contextParallelCandidates(request, profile.explanation, opened),
    candidates: () => consideredCandidates(request, profile, opened)
  };
}
function consideredCandidates(request, { picked: picked4 }, opened) {
  return request.pickingMode === "autoscale" ? picked4.map(({ candidate }) => candidate) : sweepAll(request, opened).flatMap(({ sweep }) => sweep.candidates);
}

// src/request/copy.ts
var UNSAFE_KEY = "__proto__";
function copyObject(value, path, report) {
  let entries2 = Object.entries(value).filter(([key]) => (key === UNSAFE_KEY && report.warn("REQUEST_UNKNOWN_FIELD", {
    path: toPath(path, [key]),
    message: `${UNSAFE_KEY} is not a field of any Kubernetes object and is left out`,
    hint: "delete it"
  }), key !== UNSAFE_KEY));
  return Object.fromEntries(entries2.map(([key, inner]) => [key, copy(inner, toPath(path, [key]), report)]));
}
function copy(value, path, report) {
  return Array.isArray(value) ? value.map((inner, index) => copy(inner, toPath(path, [index]), report)) : isObject(value) ? copyObject(value, path, report) : value;
}
function freezeDeep(value) {
  if (typeof value != "object" || value === null || Object.isFrozen(value)) return value;
  for (let inner of Object.values(value)) freezeDeep(inner);
  return Object.freeze(value);
}

// src/request/features.ts
var PLANNER = "spec.features.planner";
function toFeatures(spec, report) {
  let given = spec.features?.planner, planner = given === void 0 ? void 0 : copyObject(given, PLANNER, report), mocker = spec.features?.mocker?.enabled === !0;
  return planner !== void 0 && (checkSwitch(planner, report), checkScaling(planner, report), mocker && checkSweeping2(planner, report)), { planner, mocker };
}
function toPickingMode({ features, workload }) {
  return features?.planner !== void 0 ? "autoscale" : workload?.concurrency !== void 0 || workload?.requestRate !== void 0 ? "load_match" : "default";
}
function checkSearchStrategy(spec, { acceptsThorough = !1 }, report) {
  spec.searchStrategy === "thorough" && ((spec.backend ?? "auto") === "auto" ? report.fail("SEARCH_STRATEGY_CONFLICT", {
    path: SEARCH_STRATEGY,
    message: "searchStrategy is thorough and backend is auto, wanted one concrete backend with thorough",
    hint: "set searchStrategy to rapid; thorough with a backend needs GPUs and cannot be rendered offline either"
  }) : acceptsThorough || report.fail("SEARCH_STRATEGY_UNSUPPORTED", THOROUGH));
}
var SEARCH_STRATEGY = "spec.searchStrategy", THOROUGH = {
  path: SEARCH_STRATEGY,
  message: "searchStrategy is thorough, which measures on the GPUs of a cluster; offline only rapid can be rendered",
  hint: "set searchStrategy to rapid, or pin the result: let a cluster run the request, and take its graph with dgdr-render lock --from-cluster"
};
function requireRapid({ searchStrategy, locate: locate2 }) {
  if (searchStrategy === "thorough")
    throw new RenderError("SEARCH_STRATEGY_UNSUPPORTED", { ...THOROUGH, origin: locate2(SEARCH_STRATEGY) });
}
function checkSwitch({ enabled }, report) {
  toTruth(enabled) === !1 && report.broken("REQUEST_INVALID", {
    path: `${PLANNER}.enabled`,
    message: "enabled is false, but the planner is on because features.planner is there",
    hint: "delete spec.features.planner to turn it off; or delete enabled to keep it"
  });
}
function checkScaling(planner, report) {
  let isThroughput = toTruth(planner.enable_throughput_scaling) ?? !0, isLoad = toTruth(planner.enable_load_scaling) ?? !1;
  planner.optimization_target !== "sla" || isThroughput || isLoad || report.fail("REQUEST_INVALID", {
    path: `${PLANNER}.enable_throughput_scaling`,
    message: "enable_throughput_scaling and enable_load_scaling are both off, wanted at least one",
    hint: "set enable_throughput_scaling or enable_load_scaling to true, or delete spec.features.planner"
  });
}
function checkSweeping2(planner, report) {
  let { pre_deployment_sweeping_mode: mode = "rapid" } = planner;
  mode !== "none" && mode !== null || report.fail("MOCKER_PLANNER_CONFLICT", {
    path: `${PLANNER}.pre_deployment_sweeping_mode`,
    message: `pre_deployment_sweeping_mode is ${mode}, but a mocker takes its latencies from the sweep`,
    hint: "set pre_deployment_sweeping_mode to rapid, or features.mocker.enabled to false"
  });
}

// src/request/locate-value.ts
function saidByRequest({ object: object2, locate: locate2 }, setting) {
  let { annotation } = defaultRow(setting), at = (path, value2) => ({ value: value2, path, origin: locate2(path) }), name = `dgdr-render.dev/${annotation}`, said = annotation === void 0 ? void 0 : getIn(object2, "metadata", "annotations", name);
  if (said !== void 0) return at(`metadata.annotations["${name}"]`, said);
  if (setting === "routing.mode" && getIn(object2, "spec", "features", "kvRouter", "enabled") === !0) return at("spec.features.kvRouter.enabled", "kv");
  let value = ownField(object2, setting);
  return value === void 0 ? void 0 : at(`spec.${setting}`, value);
}
function ownField(object2, setting) {
  let value = getIn(object2, "spec", ...setting.split(".")) ?? "";
  return value === "" ? void 0 : value;
}
function locateValue(resource, { sourceOf: sourceOf2 }) {
  let { object: object2, locate: locate2 } = resource;
  return (path) => {
    let setting = SETTING_PATHS.find((known) => path === `spec.${known}` || path.startsWith(`spec.${known}.`));
    return setting === void 0 || ownField(object2, setting) !== void 0 ? locate2(path) : saidByRequest(resource, setting)?.origin ?? sourceOf2?.(setting)?.origin ?? locate2(path);
  };
}

// src/krm/doubts.ts
var import_yaml4 = __toESM(require_dist(), 1);
var NUMBER_TAGS = ["tag:yaml.org,2002:int", "tag:yaml.org,2002:float"];
function doubtsOf({ document }) {
  let found = [];
  return visit(document.contents, "", found), found;
}
function visit(node, path, found) {
  if (!(found.length >= MOST_FINDINGS))
    if ((0, import_yaml4.isMap)(node)) for (let pair2 of node.items) visitPair(pair2, path, found);
    else if ((0, import_yaml4.isSeq)(node)) for (let [index, item] of node.items.entries()) visit(item, `${path}[${index}]`, found);
    else (0, import_yaml4.isScalar)(node) && add(doubtOf(node), path, found);
}
function visitPair({ key, value }, path, found) {
  let inner = (0, import_yaml4.isScalar)(key) ? [path, String(key.value)].filter((step) => step !== "").join(".") : path;
  (0, import_yaml4.isScalar)(key) && add(doubtOf(key) ?? doubtOfKey(key), inner, found), visit(value, inner, found);
}
function add(doubt, path, found) {
  if (doubt === void 0) return;
  let { code, message, hint } = doubt;
  found.push({ code, note: { path, message, hint } });
}
var OTHER_LINE_END = /[\x85\u2028\u2029]/;
function doubtOf({ value, source, type, tag, srcToken }) {
  if (srcToken !== void 0 && "source" in srcToken && OTHER_LINE_END.test(srcToken.source))
    return {
      code: "YAML_INVALID",
      message: "the text holds U+0085, U+2028 or U+2029",
      hint: "take it out of the text"
    };
  if (typeof value == "string" && new RegExp("\\p{Cs}", "u").test(value))
    return {
      code: "YAML_INVALID",
      message: "the text holds half of a surrogate pair",
      hint: "write the character itself"
    };
  if (source === void 0) return;
  let isOfNumber = tag !== void 0 && NUMBER_TAGS.includes(tag);
  return isOfNumber && typeof value != "number" || tag === "!" && numberOf(source) !== void 0 ? { code: "YAML_INVALID", message: `${source} is not what its tag says`, hint: "leave the tag out" } : isOfNumber || type === import_yaml4.Scalar.PLAIN && tag === void 0 ? doubtOfPlain(source) : void 0;
}
function doubtOfKey({ value, source }) {
  if (value === "<<")
    return { code: "YAML_INVALID", message: 'the key "<<" is a merge to kustomize', hint: "rename the key" };
  if (typeof value != "number" || source === String(value)) return;
  let hint = `write "${source}" with quotes`;
  return { code: "YAML_INVALID", message: `the key ${source} is the number ${value}`, hint };
}

// src/request/carried.ts
var ABOUT_REQUESTS = [
  "config.kubernetes.io",
  "config.k8s.io",
  "kpt.dev",
  "kubectl.kubernetes.io",
  "postrenderer.helm.sh",
  "meta.helm.sh",
  "dgdr-render.dev",
  "nvidia.com"
], NAMES_ABOUT_REQUESTS = [
  "argocd.argoproj.io/tracking-id",
  "argocd.argoproj.io/installation-id",
  "argocd.argoproj.io/instance",
  "kustomize.toolkit.fluxcd.io/name",
  "kustomize.toolkit.fluxcd.io/namespace",
  "helm.toolkit.fluxcd.io/name",
  "helm.toolkit.fluxcd.io/namespace"
];
function toCarried({ labels, annotations }) {
  return { labels: handedOn(labels), annotations: handedOn(annotations) };
}
function handedOn(entries2 = {}) {
  let kept2 = Object.entries(entries2).filter((entry) => typeof entry[1] == "string" && !isAboutRequest(entry[0]));
  return Object.fromEntries(kept2);
}
function isAboutRequest(name) {
  let domain = name.includes("/") ? name.slice(0, name.indexOf("/")) : "";
  return NAMES_ABOUT_REQUESTS.includes(name) || ABOUT_REQUESTS.some((one) => domain === one || domain.endsWith(`.${one}`));
}

// src/request/emit.ts
var ANNOTATION2 = `dgdr-render.dev/${DEFAULTS.emit.annotation}`;
function toEmit({ annotations = {} }, { emit: emit2 }, report) {
  let said = annotations[ANNOTATION2], form = OUTPUT_FORMS.find((known) => known === said);
  return said === void 0 || form !== void 0 ? form ?? emit2 ?? DEFAULTS.emit.fallback : (report.fail("REQUEST_INVALID", {
    path: toPath("metadata.annotations", [ANNOTATION2]),
    message: `${ANNOTATION2} is ${show(said)}, wanted one of ${OUTPUT_FORMS.join(", ")}`,
    hint: `write ${OUTPUT_FORMS.join(" or ")}`
  }), DEFAULTS.emit.fallback);
}

// src/request/schema.ts
function optional(schema) {
  return schema.nullish().transform((value) => value ?? void 0).optional();
}
var RUNTIME_VERSION = /^(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}$/, positiveInteger = integer.pipe(number().min(1)), positiveNumber = number2.pipe(number().positive()), mapping2 = custom(isObject, "a mapping of fields"), modelCacheFields = { pvcName: optional(text2), pvcModelPath: optional(text2), pvcMountPath: optional(text2) }, hardwareFields = {
  gpuSku: optional(_enum(GPU_SKUS)),
  totalGpus: optional(integer),
  numGpusPerNode: optional(integer),
  vramMb: optional(positiveNumber),
  interconnect: optional(text2),
  rdma: optional(truth)
}, workloadFields = {
  isl: positiveInteger.optional(),
  osl: positiveInteger.optional(),
  concurrency: optional(positiveNumber),
  requestRate: optional(positiveNumber)
}, slaFields = {
  ttft: number2.nullish(),
  itl: number2.nullish(),
  e2eLatency: number2.nullish(),
  optimizationType: optional(_enum(["latency", "throughput"]))
}, jobPodFields = { tolerations: optional(array(mapping2)) }, jobTemplateFields = { spec: optional(object(jobPodFields)) }, profilingJobFields = { template: optional(object(jobTemplateFields)) }, overridesFields = {
  profilingJob: optional(object(profilingJobFields)),
  dgd: optional(mapping2),
  trustRemoteCode: optional(truth)
}, switchFields = { enabled: optional(truth) }, featuresFields = {
  planner: optional(mapping2),
  mocker: optional(object(switchFields)),
  kvRouter: optional(object(switchFields))
}, specFields = {
  model: optional(text2),
  backend: optional(_enum(["auto", ...BACKENDS])),
  image: optional(text2),
  runtimeVersionOverride: optional(string().regex(RUNTIME_VERSION, "a release x.y.z such as 1.4.0")),
  modelCache: optional(object(modelCacheFields)),
  hardware: optional(object(hardwareFields)),
  workload: optional(object(workloadFields)),
  sla: optional(object(slaFields)),
  overrides: optional(object(overridesFields)),
  features: optional(object(featuresFields)),
  searchStrategy: optional(_enum(["rapid", "thorough"])),
  autoApply: optional(truth)
}, dgdrSchema = object({
  metadata: optional(
    object({
      name: optional(text2),
      namespace: optional(text2),
      labels: optional(record(string(), unknown())),
      annotations: optional(record(string(), unknown()))
    })
  ),
  spec: optional(object(specFields))
}), hardwareSchema = object(hardwareFields), FIELD_TABLE = [
  unknownIn("", ["apiVersion", "kind", "metadata", "spec", "status"]),
  unknownIn("spec", Object.keys(specFields)),
  unknownIn("spec.modelCache", Object.keys(modelCacheFields)),
  unknownIn("spec.hardware", Object.keys(hardwareFields)),
  unknownIn("spec.workload", Object.keys(workloadFields)),
  unknownIn("spec.sla", Object.keys(slaFields)),
  unknownIn("spec.overrides", Object.keys(overridesFields)),
  unknownIn("spec.features", Object.keys(featuresFields)),
  unknownIn("spec.features.mocker", Object.keys(switchFields)),
  unknownIn("spec.features.kvRouter", Object.keys(switchFields)),
  ignoredIn("spec.overrides.profilingJob", Object.keys(profilingJobFields)),
  ignoredIn("spec.overrides.profilingJob.template", Object.keys(jobTemplateFields)),
  ignoredIn("spec.overrides.profilingJob.template.spec", Object.keys(jobPodFields))
];
function unknownIn(path, fields) {
  return { path, fields, extra: "REQUEST_UNKNOWN_FIELD" };
}
function ignoredIn(path, fields) {
  return { path, fields, extra: "FIELD_IGNORED" };
}

// src/request/fields.ts
var NEWER_FIELDS = [
  {
    path: "spec.runtimeVersionOverride",
    effect: "it only helps to find the target here",
    isSet: (spec) => spec.runtimeVersionOverride !== void 0
  },
  {
    path: "spec.features.kvRouter.enabled",
    effect: "the graph gets KV routing all the same",
    isSet: (spec) => spec.features?.kvRouter?.enabled === !0
  },
  {
    path: "spec.overrides.trustRemoteCode",
    effect: "the workers get the flag all the same",
    isSet: (spec) => spec.overrides?.trustRemoteCode === !0
  }
], MOVED_FIELDS = [
  {
    name: "useMocker",
    hint: "write features.mocker.enabled: true instead",
    lost: (value) => value === !0 ? "real workers would be rendered in the place of a mocker" : void 0
  },
  {
    name: "profilingConfig",
    hint: "write isl and osl of its sla below spec.workload, ttft and itl below spec.sla, and its GPUs below spec.hardware"
  },
  { name: "enableGpuDiscovery", hint: "describe the GPUs below spec.hardware: gpuSku, totalGpus and numGpusPerNode" },
  { name: "deploymentOverrides", hint: "write overrides.dgd, whose metadata.name is the name of the graph" }
];
function reportMoved(object2, name, report) {
  let moved = MOVED_FIELDS.find((field) => field.name === name);
  if (moved === void 0) return !1;
  let path = `spec.${name}`, lost = moved.lost?.(getIn(object2, "spec", name) ?? null), message = `${name} is a field of v1alpha1 requests, which v1beta1 has elsewhere`;
  return lost === void 0 ? report.warn("REQUEST_UNKNOWN_FIELD", { path, message: `${message}; it has no effect`, hint: moved.hint }) : report.fail("REQUEST_INVALID", { path, message: `${message}; ${lost}`, hint: moved.hint }), !0;
}
var WORDING = {
  REQUEST_UNKNOWN_FIELD: (path, name, known) => {
    let guess = nearest(name, known), start = known.find((field) => isLonger(name, field));
    return guess === void 0 && start !== void 0 ? { message: noField(path, name), hint: `did you mean ${start}?` } : {
      message: noField(path, name),
      hint: guess === void 0 ? `known are ${known.join(", ")}` : `write ${guess}`
    };
  },
  FIELD_IGNORED: (_path, name) => ({
    message: `no profiling Job runs here; of it only the pod's tolerations reach the graph, ${show(name)} does not`,
    hint: "set it on the services with overrides.dgd if they need it"
  })
};
function noField(path, name) {
  return `${path === "" ? "a request" : path} has no field ${show(name)}; it has no effect`;
}
function isLonger(word, field) {
  return field.length > 2 && word.startsWith(field) && /^[A-Z_-]/.test(word.slice(field.length));
}
function checkFieldNames(object2, report) {
  for (let { path, fields, extra } of FIELD_TABLE)
    for (let name of extraFields(object2, path, fields)) {
      let value = getIn(object2, ...path === "" ? [] : path.split("."), name);
      extra === "FIELD_IGNORED" && saysNothing(value) || path === "spec" && reportMoved(object2, name, report) || report.warn(extra, { path: toPath(path, [name]), ...WORDING[extra](path, name, fields) });
    }
}
function checkFieldEffects(spec, target, report) {
  spec.sla?.optimizationType !== void 0 && report.warn("FIELD_IGNORED", {
    path: "spec.sla.optimizationType",
    message: `optimizationType ${spec.sla.optimizationType} has no effect; the most tokens/s/GPU within the targets win`,
    hint: "lower ttft and itl to favour latency"
  });
  for (let { path, effect, isSet } of NEWER_FIELDS) {
    let since = firstRelease(({ requestFields }) => requestFields.includes(path));
    !isSet(spec) || since === void 0 || !isBefore(target, since) || report.warn("FIELD_NEWER_THAN_TARGET", {
      path,
      message: `${path.split(".").slice(1).join(".")} came with ${printRelease(since)} and an operator of ${printRelease(target)} does not know it; ${effect}`,
      hint: `do not apply the request to a cluster older than ${printRelease(since)}, or delete ${path}`
    });
  }
}
function saysNothing(value) {
  return value == null || Array.isArray(value) && value.length === 0;
}
function extraFields(object2, path, known) {
  let value = object2;
  for (let name of path === "" ? [] : path.split("."))
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
  return isObject(value) ? Object.keys(value).filter((name) => !known.includes(name)) : [];
}

// src/request/from-alpha.ts
var REQUEST_VERSION = `${GROUP}/v1beta1`, ALPHA_VERSION = `${GROUP}/v1alpha1`;
function isAlphaRequest({ apiVersion, kind }) {
  return apiVersion === ALPHA_VERSION && kind === REQUEST_KIND;
}
var CONFIG = ["profilingConfig", "config"];
function inConfig(key, ...groups) {
  return [...groups.map((group) => [...CONFIG, group, key]), [...CONFIG, key]];
}
function inCache(...names) {
  return names.map((name) => [...CONFIG, "deployment", "modelCache", name]);
}
function same(name) {
  return { to: [name], from: [[name]] };
}
var HOMES = [
  same("model"),
  { to: ["backend"], from: [["backend"], ...inConfig("backend", "engine")] },
  { to: ["image"], from: [["profilingConfig", "profilerImage"]] },
  { to: ["modelCache", "pvcName"], from: inCache("pvcName") },
  { to: ["modelCache", "pvcModelPath"], from: inCache("modelPathInPvc", "pvcModelPath") },
  { to: ["modelCache", "pvcMountPath"], from: inCache("mountPath", "pvcMountPath") },
  {
    to: ["hardware", "gpuSku"],
    from: [...inConfig("aicSystem", "sweep", "hardware"), ...inConfig("gpuSku", "hardware")],
    turn: (value) => typeof value == "string" ? value.toLowerCase() : value
  },
  { to: ["hardware", "numGpusPerNode"], from: inConfig("numGpusPerNode", "hardware") },
  { to: ["hardware", "totalGpus"], from: inConfig("totalGpus", "hardware") },
  { to: ["workload", "isl"], from: inConfig("isl", "sla", "workload") },
  { to: ["workload", "osl"], from: inConfig("osl", "sla", "workload") },
  { to: ["sla", "ttft"], from: inConfig("ttft", "sla") },
  { to: ["sla", "itl"], from: inConfig("itl", "sla") },
  { to: ["overrides", "profilingJob", "template", "spec", "tolerations"], from: [["profilingConfig", "tolerations"]] },
  { to: ["overrides", "dgd", "metadata", "name"], from: [["deploymentOverrides", "name"]] },
  { to: ["overrides", "dgd", "metadata", "labels"], from: [["deploymentOverrides", "labels"]] },
  { to: ["overrides", "dgd", "metadata", "annotations"], from: [["deploymentOverrides", "annotations"]] },
  { to: ["features", "planner"], from: [[...CONFIG, "planner"]] },
  {
    to: ["features", "mocker", "enabled"],
    from: [["useMocker"]],
    turn: (value) => value === !0 ? !0 : void 0
  }
], WITHOUT_LOSS = [
  ["enableGpuDiscovery"],
  ["autoApply"],
  ...["useAiConfigurator", "aicHfId", "aicBackendVersion"].flatMap((key) => inConfig(key, "sweep"))
], INSTEAD = {
  "deploymentOverrides.workersImage": "set the image of each worker in overrides.dgd, or use --image-mirror",
  "deploymentOverrides.namespace": "set metadata.namespace",
  "profilingConfig.configMapRef": "write what the ConfigMap changes into overrides.dgd"
};
function fromAlpha(object2) {
  let spec = isObject(object2.spec) ? object2.spec : {}, made = HOMES.flatMap(({ to, from, turn = (value) => value }) => {
    let value = from.map((path) => findIn(spec, path)).find((one) => one != null), turned = value === void 0 ? void 0 : turn(value);
    return turned === void 0 ? [] : [{ to, value: turned }];
  }).reduce((beta, { to, value }) => updateIn(beta, to, () => value), {}), typed = getIn(made, "overrides", "dgd") === void 0 ? made : updateIn(made, ["overrides", "dgd"], asGraph), autoApply = spec.autoApply === !0, { metadata: metadata3 = {} } = object2;
  return { request: { apiVersion: REQUEST_VERSION, kind: REQUEST_KIND, metadata: metadata3, spec: { ...typed, autoApply } }, lost: lostOf(spec) };
}
var LONGEST_SHOWN = 1500;
function alphaHint(object2, file) {
  let { request, lost } = fromAlpha(object2), text6 = escapeUnprintable(
    JSON.stringify(request).replace(/"([A-Za-z][\w]*)":/g, "$1: ").replace(/,(?=[\w"])/g, ", ")
  ), without3 = lost.length === 0 ? "" : `, without ${lost.join(", ")}, which it has nowhere`, command = `dgdr-render migrate ${file === "" ? "FILE" : file} prints it as ${REQUEST_VERSION}${without3}`;
  return isDeep(object2) || text6.length > LONGEST_SHOWN ? command : `${command}: ${text6}`;
}
function asGraph(override) {
  return { apiVersion: ALPHA_VERSION, kind: GRAPH_KIND, ...isObject(override) ? override : {} };
}
function loosely(name) {
  return name.toLowerCase().replace(/[-_]/g, "");
}
function findIn(value, path) {
  return path.reduce((inner, name) => {
    let own2 = isObject(inner) ? Object.keys(inner).find((key) => loosely(key) === loosely(name)) : void 0;
    return own2 === void 0 ? void 0 : getIn(inner, own2);
  }, value);
}
var HOMES_AND_MORE = new Set(
  [...HOMES.flatMap(({ from }) => from), ...WITHOUT_LOSS].map((path) => loosely(path.join(".")))
);
function lostOf(spec) {
  return leaves(spec, []).filter((path) => !hasHome(loosely(path))).map((path) => INSTEAD[path] === void 0 ? path : `${path} (${INSTEAD[path]})`);
}
function hasHome(path) {
  let end = path.lastIndexOf(".");
  return HOMES_AND_MORE.has(path) || end > 0 && hasHome(path.slice(0, end));
}
function leaves(value, path) {
  return value === null ? [] : isObject(value) ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name])) : [path.join(".")];
}

// src/request/hardware.ts
var MOST_GPUS = 16384, REQUIRED = [
  { field: "gpuSku", wanted: "a GPU type", example: "h200_sxm" },
  { field: "totalGpus", wanted: "a GPU budget of at least 1", example: "8" },
  { field: "numGpusPerNode", wanted: "at least 1", example: "8" }
];
function toHardware(spec, { defaults: defaults3, mends, target }, report) {
  let hardware = fill(spec.hardware ?? {}, configured(defaults3, report));
  reportMissing(hardware, defaults3, report);
  for (let field of ["totalGpus", "numGpusPerNode"])
    (hardware[field] ?? 0) <= MOST_GPUS || report.broken("LIMIT_EXCEEDED", {
      path: `spec.hardware.${field}`,
      message: `${field} is ${hardware[field]}, wanted at most ${MOST_GPUS}`,
      hint: `set ${field} to ${MOST_GPUS} or less`
    });
  let { gpuSku, totalGpus = 1, numGpusPerNode = 1, vramMb } = hardware, system = gpuSku === void 0 ? "" : mends.translatesSkus ? toSystem(gpuSku) : gpuSku;
  return gpuSku !== void 0 && warnAboutSku(gpuSku, target, report), { gpuSku: gpuSku ?? "", system, totalGpus, gpusPerNode: numGpusPerNode, vramMb };
}
function reportMissing(hardware, defaults3, report) {
  let missing = REQUIRED.filter(
    ({ field }) => hardware[field] === void 0 && !report.isSaid(`spec.hardware.${field}`)
  );
  for (let { field, wanted, example } of REQUIRED) {
    let value = hardware[field];
    typeof value != "number" || value >= 1 || report.broken("HARDWARE_MISSING", {
      path: `spec.hardware.${field}`,
      message: `${field} is ${value}, wanted ${wanted}; offline nothing can be discovered`,
      hint: `set spec.hardware.${field}, for example ${example}`
    });
  }
  let [first] = missing;
  if (first === void 0) return;
  let names = missing.map(({ field }) => field), ways = waysToSay(
    names.map((field) => `hardware.${field}`),
    defaults3
  ), examples = missing.map(({ field, example }) => `${field}: ${example}`).join(", "), isAlone = missing.length === 1;
  report.broken("HARDWARE_MISSING", {
    path: missing.length < REQUIRED.length ? `spec.hardware.${first.field}` : "spec.hardware",
    message: `${listed(names)} ${isAlone ? `is missing, wanted ${first.wanted}` : "are missing"}; offline nothing can be discovered`,
    hint: `write below spec what dgdr-render hardware --context NAME prints, such as hardware: {${examples}}; or ${ways}`
  });
}
function warnAboutSku(gpuSku, target, report) {
  let since = skuRelease(gpuSku);
  if (since !== void 0 && !isBefore(target, since)) return;
  let known = since === void 0 ? "no operator accepts it" : `operators accept it from ${printRelease(since)} on only`;
  report.warn("SKU_UNKNOWN_TO_OPERATOR", {
    path: "spec.hardware.gpuSku",
    message: `gpuSku ${gpuSku} is known here, but ${known} in a request`,
    hint: "render the graph here and do not apply the request itself to a cluster"
  });
}
function configured({ hardware, sourceOf: sourceOf2 }, report) {
  let path = "spec.hardware", about = {
    ...report,
    broken: (code, note) => {
      let setting = SETTING_PATHS.find((known) => note.path === `spec.${known}`);
      report.broken(code, { ...note, origin: setting && sourceOf2?.(setting)?.origin });
    }
  };
  return checkShape({ schema: hardwareSchema, value: hardware ?? {}, path, code: "CONFIG_INVALID", report: about }) ?? {};
}
function fill(own2, other) {
  return {
    gpuSku: own2.gpuSku ?? other.gpuSku,
    totalGpus: own2.totalGpus ?? other.totalGpus,
    numGpusPerNode: own2.numGpusPerNode ?? other.numGpusPerNode,
    vramMb: own2.vramMb ?? other.vramMb
  };
}

// src/request/names.ts
var LABEL2 = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, LONGEST_LABEL = 63, LONGEST_POD_NAME = 45, LONGEST_MOCKER_SERVICE = "Frontend";
function toIdentity(metadata3, report) {
  let { name = "", namespace } = metadata3;
  return name === "" ? report.broken("REQUEST_INVALID", {
    path: "metadata.name",
    message: "name is missing; nothing can generate one offline",
    hint: "set metadata.name"
  }) : checkLabel(name, "metadata.name", report), namespace && checkLabel(namespace, "metadata.namespace", report), { name, namespace: namespace || void 0 };
}
function checkGraphName({ name, spec, target, emit: emit2 }, report) {
  let metadata3 = spec.overrides?.dgd?.metadata, given = typeof metadata3 == "object" && metadata3 !== null && !Array.isArray(metadata3) ? metadata3.name : "", isGiven2 = typeof given == "string" && given !== "", path = isGiven2 ? "spec.overrides.dgd.metadata.name" : "metadata.name", graphName2 = isGiven2 ? given : `${name}-dgd`;
  if (isGiven2 && checkLabel(given, path, report), emit2 === "workloads") return;
  let service = spec.features?.mocker?.enabled === !0 ? LONGEST_MOCKER_SERVICE : longestService(spec.backend ?? "auto", target), room = LONGEST_POD_NAME - service.length;
  graphName2.length <= room || report.warn("NAME_LONG", {
    path,
    message: `the graph's name ${show(graphName2)} has ${graphName2.length} characters; with service ${service} at most ${room} fit`,
    hint: `shorten ${path} to ${isGiven2 ? room : room - 4} characters, or set a short overrides.dgd.metadata.name`
  });
}
function longestService(backend, target) {
  let { backends } = releaseFacts(target);
  return ["Frontend", ...(backend === "auto" ? BACKENDS : [backend]).flatMap((one) => Object.values(backends[one].workers))].reduce((longest, name) => name.length > longest.length ? name : longest);
}
function checkLabel(value, path, report) {
  LABEL2.test(value) && value.length <= LONGEST_LABEL || report.broken("NAME_INVALID", {
    path,
    message: `${path.split(".").at(-1)} is ${show(value)}, wanted at most ${LONGEST_LABEL} lower-case letters, digits and inner hyphens`,
    hint: "rename it; it becomes part of Service and pod names"
  });
}

// src/request/overrides.ts
var DEFAULT_MOUNT_PATH = "/opt/model-cache";
function toOverrides({ overrides = {} }, report) {
  let { dgd = {}, profilingJob, trustRemoteCode = !1 } = overrides, path = "spec.overrides.profilingJob.template.spec.tolerations", tolerations = profilingJob?.template?.spec?.tolerations ?? [];
  return {
    dgd: Object.keys(dgd).length === 0 ? void 0 : copyObject(dgd, "spec.overrides.dgd", report),
    tolerations: tolerations.map((toleration, index) => copyObject(toleration, `${path}[${index}]`, report)),
    trustRemoteCode
  };
}
var PLACEHOLDER = /<[^<>]*>/;
function checkPlaceholders(modelCache, report) {
  for (let [field, value] of Object.entries(modelCache)) {
    let placeholder = typeof value == "string" ? PLACEHOLDER.exec(value)?.[0] : void 0;
    placeholder !== void 0 && report.fail("REQUEST_INVALID", {
      path: `spec.modelCache.${field}`,
      message: `${field} is ${show(value ?? null)}, in which ${show(placeholder)} stands for something`,
      hint: "write what it stands for; the commit hash of a snapshot is the name of its folder below snapshots/"
    });
  }
}
function toModelCache({ modelCache }, report) {
  if (modelCache === void 0) return;
  let { pvcName, pvcModelPath, pvcMountPath } = modelCache;
  if (checkPlaceholders(modelCache, report), pvcName)
    return { pvcName, pvcModelPath: pvcModelPath || void 0, pvcMountPath: pvcMountPath || DEFAULT_MOUNT_PATH };
  (pvcModelPath || pvcMountPath) && report.warn("FIELD_IGNORED", {
    path: "spec.modelCache",
    message: "modelCache has no pvcName, so nothing is mounted",
    hint: "set spec.modelCache.pvcName, or delete spec.modelCache"
  });
}

// src/request/settings.ts
function toSettings(values) {
  let settings = {};
  for (let [path, value] of values) {
    if (value === void 0) continue;
    let [head = "", member2] = path.split(".");
    settings[head] = member2 === void 0 ? value : { ...Object(settings[head]), [member2]: value };
  }
  return settings;
}
function withFallbacks(settings) {
  let fallbacks = SETTING_PATHS.map((path) => [path, defaultRow(path).fallback]), said = SETTING_PATHS.map((path) => [path, settingAt(settings, path)]);
  return toSettings([...fallbacks, ...said]);
}
function settingAt(settings, path) {
  return path.split(".").reduce((value, key) => Object(value)[key], settings);
}

// src/request/overruled.ts
function warnAboutOverruled(resource, defaults3, report) {
  for (let setting of SETTING_PATHS) {
    let said = defaults3.sourceOf?.(setting);
    if (said?.isForCall !== !0 || defaultRow(setting).about !== "request") continue;
    let own2 = saidByRequest(resource, setting), asked = settingAt(defaults3, setting);
    own2 === void 0 || asked === void 0 || isSame2(own2.value, asked) || report.warn("OPTION_OVERRULED", {
      path: own2.path,
      message: `${said.words} says ${shown(asked)}, but the request itself says ${shown(own2.value)}, which counts`,
      hint: "change the request, or leave the option out: it only fills in what a request leaves out",
      origin: own2.origin
    });
  }
}
function isSame2(own2, asked) {
  return typeof own2 == "object" ? JSON.stringify(own2) === JSON.stringify(asked) : String(own2) === String(asked);
}
function shown(value) {
  return typeof value == "string" && /^[\w./:@-]{1,200}$/.test(value) ? value : show(value);
}

// src/request/placeholders.ts
var FILLED_BY = [
  {
    mark: /\$\{[A-Za-z_][\w.:=/-]*\}|^\$[A-Z_][A-Z0-9_]*$/,
    hint: "fill it in first, for example envsubst < FILE | dgdr-render render -"
  },
  { mark: /\{\{/, hint: "render the template first: helm template NAME CHART | dgdr-render render -" }
], NOT_LOOKED_AT = ["overrides", "features"], MOST_NAMED = 4;
function checkPlaceholders2({ metadata: metadata3, spec }, report) {
  let parts = isObject(spec) ? Object.entries(spec).filter(([name]) => !NOT_LOOKED_AT.includes(name)) : [], left = [
    ...leftIn(
      isObject(metadata3) ? { name: metadata3.name ?? null, namespace: metadata3.namespace ?? null } : {},
      "metadata"
    ),
    ...leftIn(Object.fromEntries(parts), "spec")
  ], [first, ...others] = left;
  if (first === void 0) return;
  let named3 = others.slice(0, MOST_NAMED).map(({ path }) => path), more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : "";
  report.broken("PLACEHOLDER_LEFT", {
    path: first.path,
    message: `${show(first.text)} was never filled in${named3.length === 0 ? "" : `, and so in ${named3.join(", ")}${more}`}`,
    hint: first.hint
  }), report.settle();
}
function leftIn(value, path) {
  if (typeof value == "string") {
    let by = FILLED_BY.find(({ mark }) => mark.test(value));
    return by === void 0 ? [] : [{ path, text: value, hint: by.hint }];
  }
  return Array.isArray(value) ? value.flatMap((inner, i) => leftIn(inner, toPath(path, [i]))) : isObject(value) ? Object.entries(value).flatMap(([name, inner]) => leftIn(inner, toPath(path, [name]))) : [];
}

// src/request/support.ts
function toSupport(metadata3, { support = DEFAULTS.support.fallback }, report) {
  return annotated({ setting: "support", read: (said) => SUPPORTS.find((one) => one === said), wanted: SUPPORTS.join(" or "), otherwise: support }, metadata3, report);
}

// src/request/target.ts
var RELEASE = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3}))?$/, TAG_RELEASE = /^v?((?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2})(?!\d)/, OLDEST = { major: 1, minor: 0 }, NEWEST = newestRelease(), ASSUMED = { major: 1, minor: 3 };
function parseTarget(text6, path = "spec.target") {
  let match = RELEASE.exec(text6);
  if (!match)
    throw new RenderError("TARGET_UNSUPPORTED", {
      path,
      message: `target is ${show(text6)}, wanted a Dynamo release such as 1.3`,
      hint: `write ${printRelease(ASSUMED)}`
    });
  let target = { major: Number(match[1]), minor: Number(match[2]) };
  if (isBefore(target, OLDEST))
    throw new RenderError("TARGET_UNSUPPORTED", {
      path,
      message: `target release is ${printRelease(target)}, which reads no DGDR of v1beta1; the first that does is ${printRelease(OLDEST)}`,
      hint: `set the target to ${printRelease(ASSUMED)} with spec.target of ${PROJECT_FILE} or of the function's config, or --target`
    });
  return target;
}
function toGoal(sources, report) {
  let target = namedTarget(sources, report), { engine, recordedProfiler } = releaseFacts(target), mends = mendsOf(sources.compat);
  if (mends.writesForTarget) return { target, engine, mends };
  recordedProfiler === void 0 && refuseUnrecorded(target, report);
  let { release, ...recorded } = RECORDED_REFERENCES[recordedProfiler ?? "1.3"];
  return { target: release, ...recorded };
}
function refuseUnrecorded(target, report) {
  let recorded = Object.keys(RECORDED_REFERENCES).join(", ");
  report.broken("TARGET_UNSUPPORTED", {
    path: "spec.target",
    message: `compat is reference, and no answer of the profiler of ${printRelease(target)} is recorded`,
    hint: `set the target to one of ${recorded}, or leave compat out`
  });
}
function namedTarget({ configured: configured2, runtimeVersionOverride, image }, report) {
  let sources = [
    { text: configured2, path: "spec.target" },
    { text: runtimeVersionOverride, path: "spec.runtimeVersionOverride" },
    { text: TAG_RELEASE.exec(parseImage(image)?.tag ?? "")?.[1], path: "spec.image" }
  ];
  for (let { text: text6, path } of sources)
    if (text6 !== void 0) return collect(text6, path, report);
  return report.warn("TARGET_ASSUMED", {
    path: "spec.image",
    message: `no release is named: the tag of image ${show(image)} is no version; ${printRelease(ASSUMED)} is assumed`,
    hint: `set spec.target of ${PROJECT_FILE} or of the function's config, or --target, for example ${printRelease(ASSUMED)}`
  }), ASSUMED;
}
function collect(text6, path, report) {
  try {
    let target = parseTarget(text6, path);
    return warnAboutNewer(target, path, report), target;
  } catch (error2) {
    if (!(error2 instanceof RenderError)) throw error2;
    return report.broken(error2.code, { path, message: error2.message, hint: error2.hint }), ASSUMED;
  }
}
function warnAboutNewer(target, path, report) {
  isBefore(NEWEST, target) && report.warn("TARGET_ASSUMED", {
    path,
    message: `release ${printRelease(target)} is newer than ${printRelease(NEWEST)}, the last one whose differences are known; its graph is written as for ${printRelease(NEWEST)}`,
    hint: `update dgdr-render, or set the target to ${printRelease(NEWEST)} to say that this is meant`
  });
}

// src/request/workload.ts
function toWorkload(spec, report) {
  let { isl = 4e3, osl = 1e3, concurrency, requestRate } = spec.workload ?? {};
  concurrency !== void 0 && requestRate !== void 0 && report.fail("LOAD_CONFLICT", {
    path: "spec.workload.requestRate",
    message: `concurrency is ${concurrency} and requestRate is ${requestRate}, wanted only one of them`,
    hint: "delete spec.workload.concurrency or spec.workload.requestRate"
  });
  for (let [field, load = 0] of Object.entries({ concurrency, requestRate }))
    load <= 1e9 || report.fail("LIMIT_EXCEEDED", {
      path: `spec.workload.${field}`,
      message: `${field} is ${load}, wanted at most 1000000000`,
      hint: `lower ${field} to 1000000000 or less`
    });
  return isl + osl > 2097152 && report.fail("LIMIT_EXCEEDED", {
    path: `spec.workload.${isl >= osl ? "isl" : "osl"}`,
    message: `isl ${isl} and osl ${osl} are ${isl + osl} tokens together, wanted at most 2097152`,
    hint: "lower isl and osl to 2097152 tokens together"
  }), spec.sla?.e2eLatency != null && osl < 2 && report.fail("REQUEST_INVALID", {
    path: "spec.workload.osl",
    message: `osl is ${osl}, wanted at least 2 with sla.e2eLatency: one token has no inter-token latency`,
    hint: "set osl to 2 or more, or give sla.ttft instead of sla.e2eLatency"
  }), { isl, osl, concurrency, requestRatePerSec: requestRate };
}

// src/request/parse-request.ts
var API_VERSION = `${GROUP}/v1beta1`;
function isRequest(object2) {
  let { kind, apiVersion } = object2;
  return kind === REQUEST_KIND && (typeof apiVersion != "string" || apiVersion.startsWith(`${GROUP}/`));
}
function parseRequest(resource, defaults3, warn) {
  let report = createReport(resource.locate, warn);
  checkVersion(resource, report), checkPlaceholders2(resource.object, report), checkFieldNames(resource.object, report), warnAboutOverruled(resource, defaults3, report);
  let dgdr = checkShape({ schema: dgdrSchema, value: resource.object, path: "", code: "REQUEST_INVALID", report });
  reportDoubts(resource, report), dgdr?.spec === void 0 && report.broken("REQUEST_INVALID", {
    path: "spec",
    message: "spec is missing",
    hint: "set spec.model and spec.hardware"
  });
  let request = toRequest(resource, { metadata: dgdr?.metadata ?? {}, spec: dgdr?.spec ?? {}, defaults: defaults3, report });
  return report.settle(), freezeDeep(request);
}
function reportDoubts(resource, report) {
  for (let { code, note } of doubtsOf(resource))
    code === "YAML_INVALID" ? report.fail(code, note) : report.warn(code, note);
}
function toRequest({ origin, source, locate: locate2 }, { metadata: metadata3, spec, defaults: defaults3, report }) {
  let { name, namespace } = toIdentity(metadata3, report);
  checkAnnotations(metadata3, report);
  let model = toModel(spec, report), { compat, target: configured2 } = defaults3, image = toImage(spec, { defaults: defaults3, mends: mendsOf(compat) }, report), { runtimeVersionOverride, backend = "auto" } = spec, { target, engine, mends } = toGoal({ compat, configured: configured2, runtimeVersionOverride, image }, report), hardware = toHardware(spec, { defaults: defaults3, mends, target }, report);
  checkSearchStrategy(spec, defaults3, report);
  let emit2 = toEmit(metadata3, defaults3, report);
  return checkGraphName({ name, spec, target, emit: emit2 }, report), checkFieldEffects(spec, target, report), {
    name,
    namespace,
    origin: { ...origin },
    source,
    model,
    backend,
    image,
    target,
    engine,
    runtimeVersionOverride,
    hardware,
    imageMirrors: defaults3.imageMirrors ?? [],
    workload: toWorkload(spec, report),
    sla: toSla(spec, report),
    searchStrategy: spec.searchStrategy ?? "rapid",
    pickingMode: toPickingMode(spec),
    support: toSupport(metadata3, defaults3, report),
    wishes: toWishes(metadata3, defaults3, report),
    modelCache: toModelCache(spec, report),
    overrides: toOverrides(spec, report),
    features: toFeatures(spec, report),
    routing: toRouting(metadata3, spec, defaults3, report),
    carried: toCarried(metadata3),
    autoApply: spec.autoApply ?? !0,
    fluxSubstitute: defaults3.fluxSubstitute,
    emit: emit2,
    workloads: toWorkloadOptions(defaults3.workloads ?? {}),
    mends,
    locate: locate2
  };
}
function toModel({ model = "" }, report) {
  return model.trim() === "" && report.broken("REQUEST_INVALID", {
    path: "spec.model",
    message: `model is ${model === "" ? "missing or empty" : "blank"}, wanted a model id`,
    hint: "set spec.model, for example Qwen/Qwen3-32B"
  }), model;
}
function checkVersion({ object: object2, origin }, report) {
  let { kind, apiVersion } = object2;
  kind !== REQUEST_KIND ? report.broken("REQUEST_INVALID", {
    path: "kind",
    message: `kind is ${kind === void 0 ? "missing" : show(kind)}, wanted ${REQUEST_KIND}`,
    hint: `write ${REQUEST_KIND}`
  }) : apiVersion !== API_VERSION && report.broken("REQUEST_VERSION_UNSUPPORTED", {
    path: "apiVersion",
    message: `apiVersion is ${apiVersion === void 0 ? "missing" : show(apiVersion)}, wanted ${API_VERSION}`,
    hint: isAlphaRequest(object2) ? alphaHint(object2, origin.file) : `write ${API_VERSION}, the version of operators from 1.0 on`
  }), report.settle();
}

// src/verdict/figures.ts
function upTo3Decimals(value) {
  return Number(value.toFixed(3));
}
function factorOf(value, other) {
  let factor = value / other;
  return Number.isFinite(factor) && factor > 0 ? upTo3Decimals(factor) : void 0;
}

// src/verdict/performance.ts
function performanceOf({ candidate, replicas, clusterRate: clusterRate2 }) {
  let { metrics } = candidate;
  return {
    requestsPerSec: upTo3Decimals(replicas * metrics.requestsPerSec),
    concurrency: upTo3Decimals(replicas * metrics.concurrency),
    tokensPerSec: upTo3Decimals(replicas * metrics.tokensPerSec),
    tokensPerSecPerGpu: upTo3Decimals(metrics.tokensPerSecPerGpu),
    tokensPerSecPerBudgetGpu: upTo3Decimals(clusterRate2 ?? metrics.tokensPerSecPerGpu),
    tokensPerSecPerUser: upTo3Decimals(metrics.tokensPerSecPerUser),
    ttftMs: upTo3Decimals(metrics.ttftMs),
    itlMs: upTo3Decimals(metrics.tpotMs),
    requestMs: upTo3Decimals(metrics.requestMs)
  };
}

// src/verdict/targets.ts
var LATENCIES = { ttftMs: "ttftMs", tpotMs: "itlMs", requestMs: "requestMs" };
function targetResults(sla, performance) {
  let { all, said } = limitsOf(sla);
  return all.map((limit) => {
    let reachedMs = performance?.[LATENCIES[limit.latency]];
    return {
      field: limit.field,
      limitMs: limit.limitMs,
      reachedMs,
      isMet: reachedMs === void 0 ? void 0 : reachedMs <= limit.limitMs,
      isSaid: said.includes(limit)
    };
  });
}
function meetsAll(targets) {
  return targets.some(({ isMet }) => isMet === void 0) ? void 0 : targets.every(({ isMet }) => isMet);
}

// src/verdict/alternatives.ts
function alternativesOf(profile, sla) {
  let [pick2] = profile.picked, { rivals = [] } = profile.explanation;
  if (pick2 === void 0) return [];
  let rate = performanceOf(pick2).tokensPerSecPerBudgetGpu, otherMode = rivals.filter(({ mode }) => mode !== profile.chosen).slice(0, 1), others = [...new Set(rivals.map(({ backend }) => backend))].filter((backend) => backend !== profile.backend).flatMap((backend) => rivals.find((rival) => rival.backend === backend) ?? []);
  return [
    ...otherMode.map((rival) => toAlternative("mode", rival, { rate, sla })),
    ...others.map((rival) => toAlternative("backend", rival, { rate, sla }))
  ];
}
function toAlternative(kind, { mode, backend, best }, { rate, sla }) {
  let performance = performanceOf(best);
  return {
    kind,
    mode,
    backend,
    replicas: best.replicas,
    gpus: best.replicas * best.replicaGpus,
    performance,
    meetsTargets: meetsAll(targetResults(sla, performance)) ?? !1,
    factor: factorOf(rate, performance.tokensPerSecPerBudgetGpu)
  };
}

// src/verdict/memory.ts
function memoryShare(usedGib, cardGib2) {
  let used = upTo3Decimals(usedGib);
  return cardGib2 === void 0 ? { usedGib: used, cardGib: cardGib2, freeGib: void 0, freePercent: void 0 } : {
    usedGib: used,
    cardGib: upTo3Decimals(cardGib2),
    freeGib: upTo3Decimals(cardGib2 - usedGib),
    freePercent: Number(((cardGib2 - usedGib) / cardGib2 * 100).toFixed(1))
  };
}

// src/verdict/deployment.ts
function deploymentOf(profile, cards) {
  let { chosen: mode, backend, backendVersion, naive, pinned, picked: picked4 } = profile, [pick2] = picked4, common = { mode, backend, backendVersion, budgetGpus: cards.totalGpus };
  return pinned !== void 0 ? { ...common, replicas: 1, ...counted2(pinnedWorkers(pinned, mode)) } : naive !== void 0 ? { ...common, replicas: naive.replicas, ...counted2([sizedWorker(naive)]) } : pick2 === void 0 ? { ...common, replicas: 0, ...counted2([]) } : { ...candidateDeployment(pick2, cards), backend, backendVersion };
}
function candidateDeployment(pick2, { totalGpus, cardGib: cardGib2 }) {
  let { candidate, replicas } = pick2, { backend, version } = leadWorker(candidate).engine;
  return {
    mode: candidate.mode,
    // What sweeps make names one of ours; it is text since a lock may have been edited.
    backend,
    backendVersion: version,
    replicas,
    budgetGpus: totalGpus,
    ...counted2(pickedWorkers(pick2, cardGib2))
  };
}
function tightestMemory({ workers }) {
  return workers.flatMap(({ memory }) => memory?.freePercent === void 0 ? [] : [memory]).toSorted((a, b) => a.freePercent - b.freePercent)[0];
}
function counted2(workers) {
  return { gpus: workers.reduce((sum, { count: count2, gpus }) => sum + count2 * gpus, 0), workers };
}
function pickedWorkers({ candidate, replicas }, cardGib2) {
  return workersByRole(candidate).map(([role, { layout: layout2, batch: batch2, workers, memoryGib }]) => ({
    role,
    count: workers * replicas,
    // No flag expresses context-parallel ranks, so that a graph gives them no GPUs.
    gpus: gpusPerWorker({ ...layout2, cp: 1 }),
    layout: layout2,
    batch: batch2,
    memory: memoryShare(memoryGib, cardGib2)
  }));
}
function sizedWorker({ tp, moeTp, moeEp = 1, gpusPerWorker: gpus, replicas, batchSize }) {
  return { role: "agg", count: replicas, gpus, layout: { tp, pp: 1, dp: 1, moeTp, moeEp, cp: 1 }, batch: batchSize, memory: void 0 };
}
function pinnedWorkers({ graph }, mode) {
  return workersOf2(graph).map((service) => ({
    role: mode === "agg" ? mode : service.type === "prefill" ? "prefill" : "decode",
    count: replicasOf(service),
    gpus: replicaGpus(graph, service) ?? 0,
    layout: void 0,
    batch: void 0,
    memory: void 0
  }));
}

// src/verdict/engine-standing.ts
function engineStanding({ request: { target, engine }, profile }) {
  return {
    name: profile.engine,
    data: profile.dataRelease,
    words: answeredBy(profile),
    nearness: nearnessOf({ request: { target, engine }, profile }),
    target: printRelease(target),
    targetEngine: releaseFacts(target).ownEngine,
    support: supportOf(profile)
  };
}
function nearnessOf({ request: { target, engine }, profile }) {
  return profile.pinned !== void 0 ? "none" : profile.engine !== engine ? "foreign" : releaseFacts(target).hasTwinEngine ? "twin" : "near";
}
var SUPPORT = { matrix: "model", majority: "architecture", assumed: "assumed", none: void 0 };
function supportOf({ explanation, backend, picked: picked4 }) {
  let answer = explanation.support.find((one) => one.backend === backend);
  return answer === void 0 || picked4.length === 0 ? void 0 : SUPPORT[answer.source];
}

// src/verdict/limit.ts
function limitOf({ profile, sla, load }) {
  if (load !== void 0) return load.isServed ? { by: "load" } : { by: "budget", neededGpus: load.neededGpus };
  let [pick2] = profile.picked, found = profile.explanation.attempts.flatMap(({ fullest: fullest2 }) => fullest2 ?? []);
  if (pick2?.clusterRate === void 0 || found.length === 0) return;
  let fullest = found.reduce((a, b) => b.ranked.clusterRate > a.ranked.clusterRate ? b : a);
  if (fullest.ranked.clusterRate > pick2.clusterRate) {
    let without3 = performanceOf(fullest.ranked), missed = targetResults(sla, without3).filter(({ isMet }) => isMet === !1);
    if (missed.length > 0) return { by: "target", fields: missed.map(({ field }) => field), without: without3 };
  }
  return fullest.isAtMemory ? { by: "memory" } : { by: "budget" };
}

// src/verdict/load.ts
var FIELDS = { requestsPerSec: "requestRate", concurrency: "concurrency" };
function loadResult({ workload }, pick2) {
  let load = loadOf(workload);
  if (load === void 0 || pick2.load === void 0) return;
  let { candidate, replicas } = pick2, perReplica = candidate.metrics[load.metric];
  return {
    field: FIELDS[load.metric],
    wanted: load.amount,
    served: upTo3Decimals(replicas * perReplica),
    // Where nothing keeps the targets, the reference counts replicas that the budget does not hold.
    isServed: pick2.load.servedPercent === void 0 && replicas >= pick2.load.replicas,
    neededGpus: Math.max(1, Math.ceil(load.amount / perReplica)) * candidate.gpus
  };
}

// src/verdict/wishes.ts
function wishResult({ wishes, unwished, picked: [pick2] }) {
  if (!hasWishes(wishes)) return;
  let { servingMode, memoryHeadroomPercent, take: take2 } = wishes, without3 = unwished && pick2 && toUnwished(unwished, performanceOf(pick2));
  return { servingMode, memoryHeadroomPercent, take: take2 && rowName(take2), without: without3 };
}
function toUnwished({ backend, pick: pick2 }, own2) {
  let { candidate, replicas, replicaGpus: replicaGpus2 } = pick2, performance = performanceOf(pick2);
  return {
    mode: candidate.mode,
    backend,
    replicas,
    gpus: replicas * replicaGpus2,
    performance,
    factor: factorOf(own2.tokensPerSecPerBudgetGpu, performance.tokensPerSecPerBudgetGpu)
  };
}

// src/verdict/verdict.ts
function verdictOf({ request, profile, cardGib: cardGib2 }) {
  let { name, namespace, model, hardware, workload, sla } = request, [pick2] = profile.picked, performance = pick2 && performanceOf(pick2), targets = targetResults(sla, performance), load = pick2 && loadResult(request, pick2);
  return {
    name,
    namespace,
    model,
    gpuSku: hardware.gpuSku,
    system: profile.system,
    isl: workload.isl,
    osl: workload.osl,
    basis: basisOf(profile),
    pickingMode: profile.pickingMode,
    engine: engineStanding({ request, profile }),
    deployment: deploymentOf(profile, { totalGpus: hardware.totalGpus, cardGib: cardGib2 }),
    performance,
    targets,
    meetsTargets: meetsAll(targets),
    load,
    alternatives: alternativesOf(profile, sla),
    limit: limitOf({ profile, sla, load }),
    wishes: wishResult(profile)
  };
}
function basisOf({ pinned, naive }) {
  return pinned !== void 0 ? "pinned" : naive === void 0 ? "ranked" : "sized";
}

// src/render/cluster-needs.ts
var TOKEN_SECRET2 = "hf-token-secret", MOST_NAMED2 = 6;
function clusterNeeds(graphs) {
  let needs = /* @__PURE__ */ new Map();
  for (let { documents, namespace } of graphs) {
    let made = new Set(documents.map((document) => keyOf2(String(document.kind), refOf(document).name)));
    for (let document of documents) {
      let where = refOf(document).namespace ?? namespace ?? "";
      for (let need of needsIn(document)) {
        let key = keyOf2(need.kind, need.name);
        if (made.has(key)) continue;
        let known = needs.get(key) ?? { ...need, namespaces: /* @__PURE__ */ new Set() };
        known.namespaces.add(where), needs.set(key, known);
      }
    }
  }
  let [first] = graphs;
  if (first === void 0 || needs.size === 0) return [];
  let words = [...groupBy([...needs.values()].slice(0, MOST_NAMED2), placeOf2)].map(([place, all]) => `${all.map(nameOf4).join(" and ")} ${place}`), more = needs.size > MOST_NAMED2 ? `, and ${needs.size - MOST_NAMED2} more` : "", isToken = needs.has(keyOf2("Secret", TOKEN_SECRET2));
  return [
    findingOf("CLUSTER_NEEDS", {
      message: `pods start only where the cluster has ${words.join(", ")}${more}`,
      ...isToken && { hint: TOKEN_HINT },
      path: "metadata.name",
      origin: first.request.locate("metadata.name"),
      resource: first.request
    })
  ];
}
var TOKEN_HINT = `kubectl create secret generic ${TOKEN_SECRET2} --from-literal=HF_TOKEN=TOKEN; for public models envFromSecret: null in an override of each service drops it`;
function nameOf4({ kind, name }) {
  return `${kind} ${name}${name === TOKEN_SECRET2 ? " with HF_TOKEN" : ""}`;
}
function placeOf2({ namespaces }) {
  let known = [...namespaces].filter((one) => one !== "").sort();
  return known.length === 0 ? "in the namespace of the graph" : `in ${known.join(" and ")}${namespaces.has("") ? ", and in the namespace of the graphs that name none" : ""}`;
}
function keyOf2(kind, name) {
  return `${kind}/${name}`;
}
var FIELDS2 = {
  envFromSecret: (value) => named2("Secret", value),
  secretRef: (value) => unlessOptional("Secret", value),
  secretKeyRef: (value) => unlessOptional("Secret", value),
  imagePullSecrets: (value) => Array.isArray(value) ? value.flatMap((one) => unlessOptional("Secret", one)) : [],
  claimName: (value) => named2("PersistentVolumeClaim", value),
  pvcs: (value) => (Array.isArray(value) ? value : []).flatMap((one) => isObject(one) && one.create !== !0 ? named2("PersistentVolumeClaim", one.name) : [])
};
function needsIn(value) {
  return Array.isArray(value) ? value.flatMap(needsIn) : isObject(value) ? Object.entries(value).flatMap(([field, inner]) => Object.hasOwn(FIELDS2, field) ? FIELDS2[field]?.(inner) ?? [] : needsIn(inner)) : [];
}
function named2(kind, name) {
  return typeof name == "string" && name !== "" ? [{ kind, name }] : [];
}
function unlessOptional(kind, value) {
  return isObject(value) && value.optional !== !0 ? named2(kind, value.name) : [];
}

// src/render/listed-findings.ts
function listed2(found, resource) {
  if (found.length <= MOST_FINDINGS) return found;
  let byWeight = [...found.filter(isError), ...found.filter((finding) => !isError(finding))], kept2 = new Set(byWeight.slice(0, MOST_FINDINGS)), [first] = byWeight.slice(MOST_FINDINGS), more = { ...first, message: "more findings of this request are not listed", path: "", hint: "mend the others first", origin: resource.locate("") };
  return [...found.filter((finding) => kept2.has(finding)), more];
}
function isError({ severity }) {
  return severity === "error";
}

// src/dgd/topology.ts
var BACKEND_MODULE = /(?:^|\s)-m\s+dynamo\.(vllm|sglang|trtllm|mocker)(?=[\s.]|$)/, NONE2 = "none", OF_GRAPH2 = [
  { label: "backend", words: backendOf2 },
  { label: "topologyConstraint", words: graphConstraint }
], OF_SERVICE = [
  { label: "", words: nodesOf, fixed: spansNodes },
  // The operator fills in 1 where the field is absent.
  { label: "minAvailable", words: ({ object: object2 }) => JSON.stringify(object2.minAvailable ?? 1) },
  { label: "topologyConstraint", words: ({ object: object2 }) => constraintOf(object2.topologyConstraint, void 0) }
];
function topologyChanges(previous, next) {
  let older = graphServices(previous), newer = graphServices(next), ofServices2 = newer.flatMap((service) => {
    let before = older.find(({ name }) => name === service.name);
    return before === void 0 ? [] : serviceChanges(before, service);
  });
  return [...setChanges(older, newer), ...fieldChanges(OF_GRAPH2, previous, next), ...ofServices2];
}
var OUTLINED = ["multinode", "minAvailable", "topologyConstraint"];
function outlineOf(graph) {
  let { apiVersion = "", kind = "" } = graph, [name, namespace] = ["name", "namespace"].map((key) => getIn(graph, "metadata", key)), backendFramework = backendOf2(graph), topologyConstraint2 = getIn(graph, "spec", "topologyConstraint"), { servicesKey, holding, named: named3 } = lensOf(graph), services = graphServices(graph).map(({ name: service, object: object2 }) => ({ name: service, value: named3(service, picked3(object2, OUTLINED)) })), spec = {
    ...backendFramework !== void 0 && { backendFramework },
    ...topologyConstraint2 !== void 0 && { topologyConstraint: topologyConstraint2 },
    [servicesKey]: holding(services)
  };
  return {
    apiVersion,
    kind,
    metadata: { ...name !== void 0 && { name }, ...namespace !== void 0 && { namespace } },
    spec
  };
}
function picked3(object2, keys) {
  let entries2 = keys.flatMap((key) => {
    let value = getIn(object2, key);
    return value === void 0 ? [] : [[key, value]];
  });
  return Object.fromEntries(entries2);
}
function setChanges(older, newer) {
  let sides = [
    { names: namesBeyond(newer, older), what: "added" },
    { names: namesBeyond(older, newer), what: "removed" }
  ].filter(({ names }) => names.length > 0);
  if (sides.length === 0) return [];
  let isOne = sides.flatMap(({ names }) => names).length === 1, listed3 = sides.map(({ names, what }) => `${names.join(" and ")} ${what}`);
  return [`${isOne ? "service" : "services"} ${listed3.join(", ")}`];
}
function namesBeyond(services, others) {
  let known = new Set(others.map(({ name }) => name));
  return services.map(({ name }) => name).filter((name) => !known.has(name));
}
function serviceChanges(previous, next) {
  return fieldChanges(OF_SERVICE, previous, next).map((change) => `${next.name} ${change}`);
}
function fieldChanges(fields, previous, next) {
  return fields.flatMap(({ label, words, fixed = (subject) => words(subject) ?? null }) => {
    let before = words(previous), after = words(next);
    return before === void 0 || after === void 0 || fixed(previous) === fixed(next) ? [] : [`${label} ${before} -> ${after}`.trimStart()];
  });
}
function backendOf2(graph) {
  let declared = getIn(graph, "spec", "backendFramework");
  if (typeof declared == "string" && declared !== "") return declared;
  let started2 = graphServices(graph).flatMap(({ mainContainer: { command, args } }) => {
    let line3 = [command, args].flatMap((part) => Array.isArray(part) ? part : []).join(" ");
    return BACKEND_MODULE.exec(line3)?.[1] ?? [];
  });
  return started2.length === 0 ? void 0 : [...new Set(started2)].sort().join(" and ");
}
function nodesOf(service) {
  return spansNodes(service) ? `${Number(nodeCount(service))} nodes` : "one node";
}
function spansNodes(service) {
  return Number(nodeCount(service) ?? 1) > 1;
}
function graphConstraint(graph) {
  let constraint = getIn(graph, "spec", "topologyConstraint");
  return constraintOf(constraint, objectIn(constraint)[lensOf(graph).topologyKey]);
}
function constraintOf(constraint, profile) {
  return isObject(constraint) ? [
    ["profile", profile],
    ["packDomain", constraint.packDomain]
  ].flatMap(([label, value]) => typeof value == "string" ? [`${label} ${value}`] : []).join(", ") || "empty" : NONE2;
}

// src/profile/rows/row.ts
var QUANT_COLUMNS = [
  ["gemm", "gemm"],
  ["kvCache", "kvcache"],
  ["fmha", "fmha"],
  ["moe", "moe"],
  ["comm", "comm"]
];
function toLatencyColumns({ ttftMs, tpotMs, requestMs }) {
  return { ttft: ttftMs, tpot: tpotMs, request_latency: requestMs };
}
function fromLatencyColumns({ ttft, tpot, request_latency }) {
  return { ttftMs: ttft, tpotMs: tpot, requestMs: request_latency };
}

// src/profile/rows/from-row.ts
function fromRow(row, { pickingMode, totalGpus }) {
  let candidate = toCandidate(row), load = loadOf2(row), { "tokens/s/gpu_cluster": clusterRate2, backend } = row, budgetGpus = load === void 0 ? totalGpus : loadBudget(load, totalGpus);
  return {
    ...pickingMode === "autoscale" ? onePair(candidate) : { candidate, ...deployWithin(candidate, budgetGpus) },
    ...clusterRate2 !== void 0 && { clusterRate: Number(clusterRate2) },
    ...load && { load },
    ...candidate.mode === "disagg" && backend !== void 0 && { backend: String(backend) }
  };
}
function toCandidate(row) {
  let base = {
    model: text5(row, "model"),
    isl: figure(row, "isl"),
    osl: figure(row, "osl"),
    gpus: count(row, "num_total_gpus"),
    metrics: metricsOf(row)
  };
  return row["(d)tp"] === void 0 ? { ...base, mode: "agg", worker: workerOf(row, ""), step: stepOf(row) } : { ...base, mode: "disagg", prefill: stageOf(row, "(p)"), decode: stageOf(row, "(d)") };
}
function metricsOf(row) {
  return {
    ttftMs: figure(row, "ttft"),
    tpotMs: figure(row, "tpot"),
    requestMs: figure(row, "request_latency"),
    concurrency: figure(row, "concurrency"),
    requestsPerSec: figure(row, "seq/s"),
    requestsPerSecPerGpu: figure(row, "seq/s/gpu"),
    tokensPerSec: figure(row, "tokens/s"),
    tokensPerSecPerGpu: figure(row, "tokens/s/gpu"),
    tokensPerSecPerUser: figure(row, "tokens/s/user")
  };
}
function stepOf(row) {
  return {
    contextTokens: figure(row, "ctx_tokens"),
    tokens: figure(row, "num_tokens"),
    prefills: figure(row, "num_ctx_reqs"),
    decodes: figure(row, "num_gen_reqs"),
    balance: figure(row, "balance_score")
  };
}
function stageOf(row, prefix) {
  return { ...workerOf(row, prefix), requestsPerSec: figure(row, `${prefix}seq/s/worker`) };
}
function workerOf(row, prefix) {
  let size = (name) => count(row, `${prefix}${name}`), named3 = (name) => text5(row, `${prefix}${name}`), quant = QUANT_COLUMNS.flatMap(([mode, column]) => row[`${prefix}${column}`] === void 0 ? [] : [[mode, named3(column)]]);
  return {
    layout: {
      tp: size("tp"),
      pp: size("pp"),
      dp: size("dp"),
      moeTp: size("moe_tp"),
      moeEp: size("moe_ep"),
      cp: size("cp")
    },
    batch: size("bs"),
    workers: prefix === "" ? 1 : Math.max(size("workers"), 1),
    quant: Object.fromEntries(quant),
    memoryGib: figure(row, `${prefix}memory`),
    engine: { backend: named3("backend"), version: named3("version"), system: named3("system") }
  };
}
function loadOf2(row) {
  let gpus = figure(row, "total_gpus_needed");
  if (gpus < 1) return;
  let { load_served_pct: percent } = row;
  return {
    replicas: figure(row, "replicas_needed"),
    gpus: Math.trunc(gpus),
    ...percent !== void 0 && { servedPercent: Number(percent) }
  };
}
function count(row, column) {
  return Math.trunc(figure(row, column, 1));
}
function figure(row, column, otherwise = 0) {
  let value = Number(row[column] ?? otherwise);
  return Number.isNaN(value) ? otherwise : value;
}
function text5(row, column) {
  return String(row[column] ?? "");
}

// src/profile/rows/to-row.ts
function toRow({
  candidate,
  clusterRate: clusterRate2,
  load,
  backend
}) {
  return {
    ...candidate.mode === "agg" ? aggColumns(candidate) : disaggColumns(candidate),
    ...clusterRate2 !== void 0 && { "tokens/s/gpu_cluster": clusterRate2 },
    ...load && { replicas_needed: load.replicas, total_gpus_needed: load.gpus },
    ...load?.servedPercent !== void 0 && { load_served_pct: load.servedPercent },
    ...backend !== void 0 && { backend }
  };
}
function loadColumns({ model, isl, osl, metrics }) {
  let { concurrency, requestsPerSec } = metrics;
  return { model, isl, osl, prefix: 0, concurrency, request_rate: requestsPerSec };
}
function aggColumns(candidate) {
  let { worker: worker2, step, metrics } = candidate, { batch: batch2, layout: layout2 } = worker2;
  return {
    ...loadColumns(candidate),
    bs: batch2,
    global_bs: batch2 * layout2.dp,
    ttft: metrics.ttftMs,
    tpot: metrics.tpotMs,
    request_latency: metrics.requestMs,
    encoder_latency: 0,
    encoder_memory: 0,
    ...rateColumns(metrics),
    num_total_gpus: candidate.gpus,
    ...layoutColumns(layout2, ""),
    cp: layout2.cp,
    parallel: layoutLabel(layout2),
    ...quantColumns(worker2, ""),
    memory: worker2.memoryGib,
    balance_score: step.balance,
    num_ctx_reqs: step.prefills,
    num_gen_reqs: step.decodes,
    num_tokens: step.tokens,
    ctx_tokens: step.contextTokens,
    gen_tokens: step.decodes,
    ...engineColumns(worker2, ""),
    power_w: 0
  };
}
function disaggColumns(candidate) {
  let { prefill, decode, metrics } = candidate;
  return {
    ...loadColumns(candidate),
    ...countColumns(prefill, "(p)"),
    ...countColumns(decode, "(d)"),
    ttft: metrics.ttftMs,
    tpot: metrics.tpotMs,
    request_latency: metrics.requestMs,
    encoder_latency: 0,
    ...rateColumns(metrics),
    "(p)seq/s/worker": prefill.requestsPerSec,
    "(d)seq/s/worker": decode.requestsPerSec,
    num_total_gpus: candidate.gpus,
    ...layoutColumns(prefill.layout, "(p)"),
    // Only prefill workers split a sequence, so only they have a column for it.
    "(p)cp": prefill.layout.cp,
    ...stageColumns(prefill, "(p)"),
    ...layoutColumns(decode.layout, "(d)"),
    ...stageColumns(decode, "(d)"),
    "(e)workers": 0,
    "(e)tp": 0,
    "(e)pp": 0,
    "(e)parallel": "",
    "(e)memory": 0,
    power_w: 0
  };
}
function rateColumns(metrics) {
  return {
    "seq/s": metrics.requestsPerSec,
    "seq/s/gpu": metrics.requestsPerSecPerGpu,
    "tokens/s": metrics.tokensPerSec,
    "tokens/s/gpu": metrics.tokensPerSecPerGpu,
    "tokens/s/user": metrics.tokensPerSecPerUser
  };
}
function countColumns({ batch: batch2, layout: layout2, workers }, prefix) {
  return { [`${prefix}bs`]: batch2, [`${prefix}global_bs`]: batch2 * layout2.dp, [`${prefix}workers`]: workers };
}
function layoutColumns({ tp, pp, dp, moeTp, moeEp }, prefix) {
  return {
    [`${prefix}tp`]: tp,
    [`${prefix}pp`]: pp,
    [`${prefix}dp`]: dp,
    [`${prefix}moe_tp`]: moeTp,
    [`${prefix}moe_ep`]: moeEp
  };
}
function stageColumns(worker2, prefix) {
  return {
    [`${prefix}parallel`]: layoutLabel(worker2.layout),
    ...quantColumns(worker2, prefix),
    [`${prefix}memory`]: worker2.memoryGib,
    ...engineColumns(worker2, prefix)
  };
}
function engineColumns({ engine: { backend, version, system } }, prefix) {
  return { [`${prefix}backend`]: backend, [`${prefix}version`]: version, [`${prefix}system`]: system };
}
function quantColumns({ quant }, prefix) {
  let columns = QUANT_COLUMNS.flatMap(([mode, column]) => {
    let name = quant[mode];
    return name === void 0 ? [] : [[`${prefix}${column}`, name]];
  });
  return Object.fromEntries(columns);
}

// src/lock/locked-profile.ts
function toLockedProfile(profile) {
  let { engine, system, backend, backendVersion, pickingMode, chosen, latencies, model, naive } = profile, { contextLength, hasCustomCode, ...facts } = model, [picked4] = profile.picked, next = runnerUp(profile);
  return {
    ...engine !== FIRST_ENGINE && { engine },
    system,
    backend,
    backendVersion,
    pickingMode,
    chosen,
    latencies: { ...toLatencyColumns(latencies) },
    model: { ...facts, ...contextLength !== void 0 && { contextLength }, ...hasCustomCode && { hasCustomCode } },
    ...picked4 && { picked: { ...toRow(picked4) } },
    ...next && { runnerUp: { ...toRow(next) } },
    ...naive && { naive: { ...naive } }
  };
}
function runnerUp({ picked: picked4, experiments, chosen }) {
  return picked4[1] ?? experiments[OTHER_MODE[chosen]]?.top[0];
}
function fromLocked({ data, inputs, profile, cluster }, totalGpus) {
  let { engine = FIRST_ENGINE, ...rest } = profile, { system, backend, backendVersion, pickingMode, chosen, latencies, model, picked: picked4, naive } = rest;
  return {
    system,
    backend,
    backendVersion,
    pickingMode,
    chosen,
    latencies: fromLatencyColumns(latencies),
    engine,
    dataRelease: data,
    experiments: {},
    picked: picked4 === void 0 ? [] : [fromRow(picked4, { pickingMode, totalGpus })],
    naive,
    // A cluster knows of none.
    wishes: cluster === void 0 ? wishesIn(inputs) : {},
    pinned: cluster && { graph: cluster.graph, resources: cluster.resources ?? [] },
    explanation: { support: [], attempts: [] },
    model: { ...model, contextLength: model.contextLength }
  };
}

// src/render/compare/change-words.ts
var SHOWN_CHARACTERS = 120, CONTEXT_CHARACTERS = 30;
function inWords(value) {
  return cut(spelled(value));
}
function changeInWords(before, after) {
  let skipped = Math.max(before.length, after.length) <= SHOWN_CHARACTERS ? 0 : Math.max(commonLength(before, after) - CONTEXT_CHARACTERS, 0), [from, to] = [before, after].map((text6) => cut(skipped === 0 ? text6 : `...${text6.slice(skipped)}`));
  return `${from} -> ${to}`;
}
function spelled(value) {
  return typeof value == "string" && isPlain(value) ? value : escapeUnprintable(JSON.stringify(value));
}
function spelledWord(word) {
  return /^[^\s"]\S*$/.test(word) && isPrintable(word) ? word : quote(word);
}
function cut(text6) {
  return text6.length <= SHOWN_CHARACTERS ? text6 : `${text6.slice(0, SHOWN_CHARACTERS)}... (${text6.length} characters)`;
}
function commonLength(a, b) {
  let length2 = 0;
  for (; length2 < a.length && a[length2] === b[length2]; ) length2 += 1;
  return length2;
}
function isPlain(text6) {
  return !/^[\w.:/@,=+*-][\w.:/@,=+* -]*$/.test(text6) || text6.endsWith(" ") ? !1 : !/^(true|false|null|[-+]?[\d.][\d.e+-]*)$/i.test(text6);
}

// src/render/compare/align.ts
function align(before, after) {
  let head = commonLength2(before, after), tail = commonLength2(before.slice(head).reverse(), after.slice(head).reverse()), ends = [before.length - tail, after.length - tail], middle = alignMiddle(before.slice(head, ends[0]), after.slice(head, ends[1]));
  return [
    ...together(head, 0, 0),
    ...middle.map((pair2) => ({ before: shifted(pair2.before, head), after: shifted(pair2.after, head) })),
    ...together(tail, ends[0], ends[1])
  ];
}
function commonLength2(a, b) {
  let first = a.findIndex((word, i) => word !== b[i]);
  return first === -1 ? a.length : first;
}
function together(length2, before, after) {
  return Array.from({ length: length2 }, (_, i) => ({ before: before + i, after: after + i }));
}
function shifted(position, by) {
  return position === void 0 ? void 0 : position + by;
}
function alignMiddle(before, after) {
  let table = before.length * after.length > 4e6 ? void 0 : commonTable(before, after), width = after.length + 1, commonFrom = (i2, j2) => table?.[i2 * width + j2] ?? 0, pairs = [], i = 0, j = 0;
  for (; i < before.length || j < after.length; )
    table !== void 0 && i < before.length && before[i] === after[j] ? pairs.push({ before: i++, after: j++ }) : i < before.length && commonFrom(i + 1, j) >= commonFrom(i, j) ? pairs.push({ before: i++, after: void 0 }) : pairs.push({ before: void 0, after: j++ });
  return pairs;
}
function commonTable(before, after) {
  let width = after.length + 1, table = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      let longer = Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
      table[i * width + j] = before[i] === after[j] ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : longer;
    }
  return table;
}

// src/render/compare/list-changes.ts
var FLAG = /^--?[A-Za-z]/;
function argumentChanges(before, after) {
  let older = toArguments(before), newer = toArguments(after);
  return align(
    older.map(({ key }) => key),
    newer.map(({ key }) => key)
  ).flatMap((pair2) => {
    let from = pair2.before === void 0 ? void 0 : older[pair2.before], to = pair2.after === void 0 ? void 0 : newer[pair2.after];
    return from !== void 0 && to !== void 0 ? wordsChange(from.words, to.words) : [`${to === void 0 ? "-" : "+"} ${cut((to ?? from)?.words.join(" ") ?? "")}`];
  });
}
function lineChanges(before, after) {
  let older = before.split(`
`), newer = after.split(`
`);
  return align(older, newer).flatMap((pair2) => pair2.before !== void 0 && pair2.after !== void 0 ? [] : pair2.before === void 0 ? [`+ ${inWords(newer[pair2.after ?? 0] ?? "")}`] : [`- ${inWords(older[pair2.before] ?? "")}`]);
}
function wordsChange(before, after) {
  if (before.length === after.length && before.every((word, i) => word === after[i])) return [];
  let isFlag = before.length > 1 && after.length > 1 && before[0] === after[0], [from, to] = [before, after].map((words) => (isFlag ? words.slice(1) : words).join(" "));
  return [`${isFlag ? `${before[0]} ` : ""}${changeInWords(from ?? "", to ?? "")}`];
}
function toArguments(list) {
  let found = [];
  for (let item of list) {
    let isFlag = FLAG.test(item), last = found.at(-1);
    !isFlag && last !== void 0 && FLAG.test(last.key) ? last.words.push(spelledWord(item)) : found.push({ key: isFlag ? flagName(item) : spelledWord(item), words: [spelledWord(item)] });
  }
  return found;
}
function flagName(word) {
  return word.split("=", 1)[0] ?? word;
}

// src/render/compare/changes.ts
function objectChanges(before, after) {
  return memberChanges(before, after, { path: "", field: "" });
}
function compare(before, after, place) {
  return before === void 0 || after === void 0 ? onesided(before, after, place) : isObject(before) && isObject(after) ? memberChanges(before, after, place) : Array.isArray(before) && Array.isArray(after) ? listChanges(before, after, place) : typeof before == "string" && typeof after == "string" ? textChanges(before, after, place) : JSON.stringify(before) === JSON.stringify(after) ? [] : [replaced(before, after, place)];
}
function onesided(before, after, place) {
  return before !== void 0 ? [{ ...place, text: `- ${inWords(before)}` }] : after === void 0 ? [] : [{ ...place, text: `+ ${inWords(after)}` }];
}
function replaced(before, after, place) {
  return { ...place, text: changeInWords(spelled(before), spelled(after)) };
}
function memberChanges(before, after, place) {
  return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => compare(own(before, key), own(after, key), inside(place, key)));
}
function own(object2, key) {
  return Object.hasOwn(object2, key) ? object2[key] : void 0;
}
function listChanges(before, after, place) {
  let older = byName2(before), newer = byName2(after);
  return older !== void 0 && newer !== void 0 ? namedChanges(older, newer, place) : areWords(before) && areWords(after) ? argumentChanges(before, after).map((text6) => ({ ...place, text: text6 })) : Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).flatMap((i) => {
    let at = { path: `${place.path}[${i}]`, field: `${place.field}[${i}]` };
    return compare(before[i], after[i], at);
  });
}
function areWords(list) {
  return list.every((item) => typeof item == "string");
}
function byName2(list) {
  let entries2 = list.flatMap((item) => isObject(item) && typeof item.name == "string" ? [[item.name, item]] : []), named3 = new Map(entries2);
  return named3.size === list.length ? named3 : void 0;
}
function namedChanges(before, after, place) {
  let positions = [...before.keys()], changes = [.../* @__PURE__ */ new Set([...positions, ...after.keys()])].flatMap((name) => {
    let position = positions.indexOf(name), field = position === -1 ? place.field : `${place.field}[${position}]`;
    return compare(before.get(name), after.get(name), { path: `${place.path}.${name}`, field });
  }), kept2 = positions.filter((name) => after.has(name)), next = [...after.keys()].filter((name) => before.has(name));
  return kept2.every((name, i) => name === next[i]) ? changes : [...changes, { ...place, text: `order ${kept2.join(", ")} -> ${next.join(", ")}` }];
}
function textChanges(before, after, place) {
  if (before === after) return [];
  let inner = jsonChanges(before, after, place);
  return inner !== void 0 && inner.length > 0 ? inner : !before.includes(`
`) || !after.includes(`
`) ? [replaced(before, after, place)] : lineChanges(before, after).map((text6) => ({ ...place, text: text6 }));
}
function jsonChanges(before, after, place) {
  let older = parsed(before), newer = parsed(after);
  return older && newer && memberChanges(older, newer, place).map((change) => ({ ...change, field: place.field }));
}
function parsed(text6) {
  return text6.trimStart().startsWith("{") ? parseObject(text6) : void 0;
}
function inside({ path, field }, key) {
  let step = (text6) => text6 === "" ? key : `${text6}.${key}`;
  return { path: step(path), field: step(field) };
}

// src/render/compare/provenance.ts
var PROFILE = "dgdr-render.dev/profile", RELEASES2 = ["tool release", "engine", "data release"];
function profileLine(graph) {
  return annotationsOf(graph)[PROFILE] ?? "";
}
function whyChanged(before, after) {
  let older = annotationsOf(before), newer = annotationsOf(after);
  if (older[ENGINE] === void 0) return "not known, the committed graph does not say what rendered it";
  let from = partsOf(older[ENGINE]), to = partsOf(newer[ENGINE]), releases = RELEASES2.flatMap((label, i) => from.releases[i] === to.releases[i] ? [] : [`${label} (${from.releases[i]} -> ${to.releases[i]})`]), isOther2 = from.system !== to.system || older[SOURCE] !== newer[SOURCE], causes = [...releases, ...wishCauses(wishesOf(before), wishesOf(after))];
  return causes.length > 0 ? [...causes, ...isOther2 ? ["request"] : []].join(", ") : isOther2 || older[PROFILE] !== newer[PROFILE] ? "request" : "request, its options or an edit of the file";
}
function wishesOf(graph) {
  return profileLine(graph).split(WISHED)[1] ?? "";
}
function wishCauses(before, after) {
  return before === after ? [] : [`wishes (${before || "none"} -> ${after || "none"})`];
}
function partsOf(engine = "") {
  let [tool = "", answered = "", run = ""] = engine.split(", "), [, name = FIRST_ENGINE, data = ""] = /^(?:engine (\S+) over )?(.*)$/.exec(answered) ?? [], [, backend = "", system = ""] = /^(\S+).* on (\S+)$/.exec(run) ?? [];
  return { releases: [tool, name, data], system: `${backend} ${system}` };
}

// src/render/lock-entries.ts
var SHOWN_COLUMNS = /^(tokens\/s\/gpu|tokens\/s\/user|ttft|tpot|request_latency|concurrency|num_total_gpus|total_gpus_needed|(\([pd]\))?(parallel|workers|bs|memory))$/;
function toEntry(graph, { request, inputs, recorded, locked }) {
  let { name, namespace } = request, identity = { name, ...namespace !== void 0 && { namespace } }, summary = profileLine(graph);
  if (locked !== void 0) return { ...locked.entry, ...identity, summary, graph: outlineOf(graph) };
  let warnings = recorded.warnings.map(withoutBlanks);
  return {
    ...identity,
    summary,
    engine: `dgdr-render ${VERSION}`,
    data: recorded.profile.dataRelease,
    digest: digestOf(inputs.profile),
    inputs: inputs.profile,
    graph: outlineOf(graph),
    profile: toLockedProfile(asWritten(recorded.profile, request)),
    ...warnings.length > 0 && { warnings }
  };
}
function asWritten(profile, { target }) {
  if (releaseFacts(target).refusesCustomCode) return profile;
  let { hasCustomCode: _, ...model } = profile.model;
  return { ...profile, model };
}
function withoutBlanks({ code, message, path, hint }) {
  return { code, message, ...path !== void 0 && { path }, ...hint !== void 0 && { hint } };
}
function outlinesOf({ resource, entries: entries2 }) {
  return entries2.map(({ graph: object2 }, i) => {
    let path = `requests[${i}].graph`;
    return { ...resource, object: object2, origin: resource.locate(path), locate: () => resource.locate(path) };
  });
}
function entryChanges(before, after) {
  return objectChanges(comparable(before), comparable(after));
}
function comparable({ summary, inputs, engine, data, profile, cluster, graph }) {
  let { chosen, backend, picked: picked4 = {} } = profile, columns = Object.entries(picked4).filter(([column]) => SHOWN_COLUMNS.test(column));
  return {
    inputs,
    engine,
    data,
    summary,
    chosen,
    backend,
    picked: Object.fromEntries(columns),
    ...cluster && { cluster: { graph: cluster.graph, resources: cluster.resources ?? [] } },
    graph
  };
}

// src/render/locked.ts
var MOST_CHANGES = 4, ANSWERING = ["engine", "data"], SPEC_DIGEST = "spec", LOCK_HINT = "run dgdr-render lock and commit what it writes";
function lockedResult(request, inputs, { locks, whenUnlocked, isRenewed }, warn) {
  if (isRenewed?.(request)) return;
  let answer = findEntry(locks, request, inputs);
  if (answer.kind === "locked") return answer;
  if (whenUnlocked === "pick") return;
  let why = answer.kind === "stale" ? staleWords(answer, inputs) : "there is no lock entry for the request", place = { path: "metadata.name", origin: request.locate("metadata.name"), hint: LOCK_HINT };
  if (whenUnlocked === "fail")
    throw new RenderError("LOCK_FROZEN", { ...place, message: `${why}, and none may be made` });
  let warning = { stale: "LOCK_STALE", missing: "LOCK_MISSING", unlocked: void 0 }[answer.kind];
  warning !== void 0 && warn(warning, { ...place, message: `${why}: picked anew` });
}
function recordedIn({ entry }, { hardware }, nodeGpus) {
  return { profile: { ...fromLocked(entry, hardware.totalGpus), nodeGpus }, warnings: entry.warnings ?? [] };
}
function usedLocks(results) {
  let used = /* @__PURE__ */ new Map();
  for (let { lock, entry } of results)
    used.set(lock, used.get(lock) ?? []).get(lock)?.push(entry);
  return [...used].map(([{ resource }, entries2]) => {
    let releases = [
      ...new Set(
        entries2.map(
          ({ engine, data, profile }) => `${engine}, ${answeredBy({ engine: profile.engine ?? FIRST.engine, dataRelease: data })}`
        )
      )
    ].sort(), what = entries2.length === 1 ? "1 request is" : `${entries2.length} requests are`;
    return findingOf("LOCK_USED", {
      message: `${what} rendered as locked with ${releases.join("; ")}; this is dgdr-render ${VERSION}`,
      origin: resource.origin,
      resource
    });
  });
}
function staleWords({ entry }, inputs) {
  let wanted = withTake(inputs[inputsOf(entry)], entry), changes = objectChanges(entry.inputs, wanted).filter(({ path }) => !ANSWERING.includes(path)).map(({ path, text: text6 }) => path === SPEC_DIGEST ? "another spec" : `${path} ${text6}`), [before, after] = [engineOf(entry.inputs), engineOf(wanted)];
  before !== after && changes.unshift(`it was picked by ${before}, and the target's picks are made by ${after}`);
  let more = changes.length > MOST_CHANGES ? `, and ${changes.length - MOST_CHANGES} more` : "", taken = entry.inputs.take === void 0 ? "" : `; the row ${String(entry.inputs.take)} that was taken is left`;
  return `the lock holds for other inputs (${changes.slice(0, MOST_CHANGES).join(", ")}${more})${taken}`;
}
function engineOf({ engine = FIRST.engine, data = FIRST.data }) {
  return `engine ${engine} over data ${data}`;
}

// src/render/near-engines.ts
function engineFacts({ engine, dataRelease, pinned }) {
  return { engine, dataRelease, pinned };
}
function nearEngines(answered) {
  let near = answered.filter(isNear), [first] = near;
  if (first === void 0) return [];
  let words = near.map(({ request, profile }) => inWords2(request.target, profile));
  return [
    findingOf("ENGINE_NEAR", {
      message: [...new Set(words)].sort().join("; "),
      origin: first.resource.origin,
      resource: first.resource
    })
  ];
}
function isNear({ request, profile }) {
  return request.mends.writesForTarget && nearnessOf({ request, profile }) === "near";
}
function inWords2(target, profile) {
  return `Dynamo ${printRelease(target)} profiles with ${releaseFacts(target).ownEngine}, for which ${answeredBy(profile)} stands in here`;
}

// src/render/sight.ts
var FRONTEND5 = "frontend", HINT = "rename one of the graphs, so that neither name begins with the other, or use two namespaces";
function sightsOf(graph, about, fallback) {
  let types = graphServices(graph).map(({ type = "" }) => type);
  return dynamoNamespaces(graph, fallback).map((dynamoNamespace2) => ({
    ...about,
    graph: refOf(graph).name,
    place: namespaceOf2(graph) ?? fallback ?? "",
    dynamoNamespace: dynamoNamespace2,
    hasFrontend: types.includes(FRONTEND5),
    hasWorkers: types.some((type) => WORKER_TYPES.includes(type))
  }));
}
function sightsOfWorkload(resource) {
  let { object: object2 } = resource, label = (key) => String(getIn(podLabels(object2), key) ?? ""), dynamoNamespace2 = label(NAMESPACE_LABEL), type = label(TYPE_LABEL);
  return dynamoNamespace2 === "" ? [] : [
    {
      graph: label(GRAPH_LABEL),
      place: refOf(object2).namespace ?? "",
      dynamoNamespace: dynamoNamespace2,
      hasFrontend: type === FRONTEND5,
      hasWorkers: WORKER_TYPES.includes(type),
      resource,
      path: "metadata.name"
    }
  ];
}
function podLabels(object2) {
  let labels = getIn(object2, "spec", "template", "metadata", "labels") ?? getIn(object2, "spec", "leaderWorkerTemplate", "leaderTemplate", "metadata", "labels");
  return Object(labels ?? {});
}
function findSights(sighted, isStrict) {
  let pairs = [...groupBy(sighted, ({ place }) => place).values()].flatMap(pairsOf), said = /* @__PURE__ */ new Set();
  return pairs.flatMap(([frontend2, workers]) => {
    let key = [frontend2.place, frontend2.graph, workers.graph].join(`
`);
    if (said.has(key)) return [];
    said.add(key);
    let { resource, path } = workers, details = { message: wordsOf(frontend2, workers), path, hint: HINT }, origin = resource.locate(path);
    return [{ ...findingOf("GRAPHS_SEE_EACH_OTHER", { ...details, origin }, isStrict(resource)), resource }];
  });
}
function wordsOf(frontend2, workers) {
  let names = `${workers.dynamoNamespace} begins with ${frontend2.dynamoNamespace}`, why = workers.dynamoNamespace.startsWith(frontend2.dynamoNamespace) ? names : "it takes every name";
  return `the frontend of the graph ${frontend2.graph} also sends requests to the workers of ${workers.graph}: ${why}`;
}
function pairsOf(sighted) {
  let byName3 = groupBy(sighted, ({ dynamoNamespace: dynamoNamespace2 }) => dynamoNamespace2), open = [...byName3.keys()].filter((name) => sees(name, ""));
  return [...byName3.keys()].toSorted().flatMap((name) => {
    open = open.filter((frontend2) => sees(frontend2, name)), open.includes(name) || (open = [...open, name]);
    let frontends = open.flatMap((one) => byName3.get(one).filter(({ hasFrontend }) => hasFrontend));
    return byName3.get(name).flatMap(
      (one) => frontends.flatMap((frontend2) => isOther(frontend2, one) ? [[frontend2, one]] : [])
    );
  });
}
function isOther(frontend2, workers) {
  let isShared = sees(frontend2.dynamoNamespace, "") && frontend2.dynamoNamespace === workers.dynamoNamespace;
  return workers.hasWorkers && workers.graph !== frontend2.graph && !isShared;
}

// src/render/render.ts
function openStreet(engines, models) {
  let { engineOf: engineOf2, answering: answering2, inputs, profile, job } = openProfiling(engines, models), judged = (request, profile2) => ({ request, profile: profile2, cardGib: cardGib(request, answering2(request).engine) });
  return {
    parse: parseRequest,
    inputs,
    profile,
    job,
    // Only a graph without the mend asks, so that a locked request needs no data.
    nodeGpus: (request) => request.mends.usesNodeSize ? void 0 : nodeGpusOf(engineOf2(request), request),
    graph: buildGraph,
    explain: (request, profile2) => explainProfile(request, profile2, answering2(request).engine),
    merge: mergeGraph,
    judged,
    verdict: (request, profile2) => verdictOf(judged(request, profile2))
  };
}
function nodeGpusOf({ data }, { hardware }) {
  return data.systems[hardware.system]?.numGpusPerNode;
}
function termsFor(request, options) {
  return options.termsOf === void 0 ? options : options.termsOf(request);
}
function renderResources(requests, options) {
  let isLocking = options.lock?.isLocking ?? !1, answered = [], { done, findings } = attemptAll(requests, options, (resource, recorded, warn) => {
    let { request, locked } = recorded, profiled = { resource, request, profile: recorded.recorded.profile };
    answered.push({ resource, request, profile: engineFacts(profiled.profile) }), options.onProfiled?.(profiled);
    let merged = finish(recorded, termsFor(resource, options).street, warn), documents = OUTPUTS[request.emit].documents(merged, { request, warn }), entry = isLocking ? toEntry(merged.graph, recorded) : void 0;
    return {
      request: resource,
      graph: merged.graph,
      form: request.emit,
      namespace: request.workloads.namespace,
      documents,
      isApplied: request.autoApply,
      locked,
      entry
    };
  }), duplicates = findDuplicates(done, options.scopeOf), atFault = new Set(duplicates.map(({ resource }) => resource)), notApplied = done.filter((rendered) => !rendered.isApplied).map(notAppliedFinding), used = isLocking ? [] : usedLocks(done.flatMap(({ locked }) => locked ?? []));
  return {
    graphs: done.filter(({ request }) => !atFault.has(request)),
    findings: [
      ...findings,
      ...duplicates,
      ...findSeeing(done, options),
      ...notApplied,
      ...used,
      ...nearEngines(answered),
      ...isLocking ? [] : clusterNeeds(done)
    ]
  };
}
function profileResources(requests, options) {
  let { done, findings } = attemptAll(requests, options, (resource, { request, recorded }) => ({ resource, request, profile: recorded.profile }));
  return { profiles: done, findings: [...findings, ...nearEngines(done)] };
}
function finish({ request, recorded: { profile } }, street, warn) {
  let made = profile.pinned ?? street.graph(request, profile, warn);
  return street.merge(made, { request, profile, warn });
}
function attemptAll(requests, options, attempt2) {
  let done = [], findings = [];
  for (let [position, resource] of requests.entries()) {
    options.onStart?.(resource, position);
    let own2 = [], result = attemptOne(resource, options, attempt2, own2);
    for (let finding of listed2(own2, resource)) findings.push({ ...finding, resource });
    result !== void 0 && !own2.some(isError) && done.push(result);
  }
  return { done, findings };
}
function attemptOne(resource, options, attempt2, found) {
  let terms = termsFor(resource, options), located = { ...resource, locate: locateValue(resource, terms.defaults) }, warn = (code, details) => {
    let origin = details.origin ?? located.locate(details.path ?? "");
    found.push(findingOf(code, { ...details, origin }, terms.isStrict));
  };
  try {
    return attempt2(resource, recordedRequest(located, terms, { lock: options.lock, warn }), warn);
  } catch (error2) {
    let errors = error2 instanceof RenderErrors ? error2.errors : [error2];
    for (let one of errors) {
      if (!(one instanceof RenderError)) throw one;
      found.push(one.toFinding(located.locate(one.path ?? "")));
    }
    return;
  }
}
function recordedRequest(resource, terms, looking) {
  let { street } = terms, { request, inputs, locked } = lookUp(resource, terms, looking), recorded = locked ? recordedIn(locked, request, street.nodeGpus(request)) : recordProfile(street.profile, request);
  return repeatWarnings(request, recorded.warnings, looking.warn), { request, inputs, recorded, locked };
}
function lookUp(resource, { street, defaults: defaults3, isFrozen = !1 }, { lock: given, warn }) {
  let isFailing = isFrozen && given?.whenUnlocked === "warn", lock = given && isFailing ? { ...given, whenUnlocked: "fail" } : given, acceptsThorough = lock !== void 0 && hasClusterEntry(lock.locks, resource), request = taking(street.parse(resource, { ...defaults3, acceptsThorough }, warn), lock), inputs = inputsFor(resource, street.inputs(request)), locked = lock && lockedResult(request, inputs, lock, warn);
  return locked?.entry.cluster === void 0 && requireRapid(request), { request, inputs, locked };
}
function taking(request, lock) {
  let take2 = lock?.takeOf?.(request);
  return take2 === void 0 ? request : { ...request, wishes: { ...request.wishes, take: take2 } };
}
function inputsFor({ object: object2 }, profile) {
  return { profile, cluster: { ...profile, spec: digestOf(object2.spec ?? null) } };
}
function findSeeing(graphs, options) {
  let sighted = graphs.flatMap(({ request: resource, graph, namespace }) => sightsOf(graph, { resource, path: "metadata.name" }, namespace).map((one) => ({ ...one, place: `${options.scopeOf?.(resource) ?? ""}
${one.place}` })));
  return findSights(sighted, (request) => termsFor(request, options).isStrict);
}
function findDuplicates(graphs, scopeOf) {
  let first = /* @__PURE__ */ new Map();
  return graphs.flatMap(
    ({ request, documents }) => documents.flatMap((object2) => {
      let identity = `${scopeOf?.(request) ?? ""}
${identityOf(object2)}`, other = first.get(identity);
      return first.set(identity, other ?? request), other ? [duplicateFinding(request, object2, other)] : [];
    })
  );
}
function duplicateFinding(resource, object2, other) {
  let { kind, name, namespace } = refOf(object2), what = isGraph(object2) ? "graph" : kind, place = other.origin.file === "" ? refOf(other.object).name : `${other.origin.file}:${other.origin.line ?? 1}`;
  return findingOf("REQUEST_DUPLICATE", {
    message: `the ${what} ${namespace === void 0 ? name : `${namespace}/${name}`} is already made by the request ${place}`,
    path: "metadata.name",
    hint: what === "graph" ? "rename one of the requests, or set overrides.dgd.metadata.name" : `let one request make the ${what}, and the others use it`,
    origin: resource.locate("metadata.name"),
    resource
  });
}
function notAppliedFinding({ request: resource, graph }) {
  return findingOf("NOT_APPLIED", {
    message: `autoApply is false: the graph ${refOf(graph).name} is for review only`,
    path: "spec.autoApply",
    origin: resource.locate("spec.autoApply"),
    resource
  });
}

// src/verdict/cost.ts
var SECONDS_AN_HOUR = 3600, MILLION = 1e6;
function costOf({ deployment: deployment2, performance }, { gpuSku, prices = {} }) {
  let price = Object.hasOwn(prices, gpuSku) ? prices[gpuSku] : void 0;
  if (price === void 0) return;
  let perHour = deployment2.gpus * price.perGpuHour, perMillion = (perSec) => perSec === void 0 || perSec === 0 ? void 0 : upTo3Decimals(perHour / (perSec * SECONDS_AN_HOUR) * MILLION);
  return {
    currency: price.currency,
    perGpuHour: price.perGpuHour,
    perHour: upTo3Decimals(perHour),
    perMillionOutputTokens: perMillion(performance?.tokensPerSec),
    perMillionRequests: perMillion(performance?.requestsPerSec)
  };
}
function withCost(verdict, prices) {
  let cost = costOf(verdict, { gpuSku: verdict.gpuSku, prices });
  return cost === void 0 ? verdict : { ...verdict, cost };
}

// src/verdict/layout-words.ts
var SIZES2 = [
  ["tp", "tp", "tensor parallel"],
  ["pp", "pp", "pipeline parallel"],
  ["dp", "dp", "data parallel attention"],
  ["etp", "moeTp", "tensor parallel experts"],
  ["ep", "moeEp", "expert parallel"],
  ["cp", "cp", "context parallel"]
], LAYOUT_LEGEND = `${SIZES2.map(([name, , words]) => `${name} ${words}`).join(", ")}, b batch of a rank; sizes of 1 are left out`;
function layoutWords(layout2) {
  let words = SIZES2.filter(([, member2]) => layout2[member2] > 1).map(([name, member2]) => `${name}${layout2[member2]}`);
  return words.length === 0 ? "tp1" : words.join("");
}
var ROLE_WORDS = { agg: "", prefill: "prefill ", decode: "decode " };
function workersWords(workers) {
  return workers.map(({ role, count: count2, layout: layout2, batch: batch2 }) => {
    let size = layout2 === void 0 ? "workers" : layoutWords(layout2);
    return `${count2}x ${ROLE_WORDS[role]}${size}${batch2 === void 0 ? "" : ` b${batch2}`}`;
  }).join(" + ");
}
function replicaWords2({ replicas, workers }) {
  return workersWords(workers.map((one) => ({ ...one, count: replicas === 0 ? one.count : one.count / replicas })));
}
function candidateWords(candidate) {
  let workers = workersByRole(candidate);
  return workersWords(workers.map(([role, { workers: count2, layout: layout2, batch: batch2 }]) => ({ role, count: count2, layout: layout2, batch: batch2 })));
}

// src/verdict/words.ts
function verdictTitle({ name, namespace, model, gpuSku, isl, osl }) {
  return `${namespace === void 0 ? name : `${namespace}/${name}`}: ${model} on ${gpuSku}, isl ${isl}, osl ${osl}`;
}
function verdictLines(verdict) {
  let { targets, load, wishes, alternatives, limit, cost, engine } = verdict;
  return [
    line2("pick", pickWords(verdict)),
    line2("serves", servesWords(verdict)),
    line2("load", load && loadWords(load)),
    ...targets.map((target) => line2(target.field, targetWords(target, verdict))),
    line2("memory", memoryWords(verdict)),
    line2("wishes", wishes && wishLine(wishes)),
    ...alternatives.map((one) => line2("against", againstWords(one))),
    line2("limit", limit && limitWords(limit)),
    line2("cost", cost && costWords(cost)),
    line2("engine", engineWords(engine, verdict))
  ].filter(({ text: text6 }) => text6 !== "");
}
function line2(label, text6) {
  return { label, text: text6 ?? "" };
}
function pickWords({ deployment: deployment2, basis, pickingMode }) {
  let { mode, backend, backendVersion, replicas, gpus, budgetGpus } = deployment2, engine = backendVersion === null ? backend : `${backend} ${backendVersion}`, gpuWords = `${gpus} of ${budgetGpus} GPUs`, workers = replicaWords2(deployment2);
  if (basis === "pinned") return `${mode} with ${backend}: ${workers}, as a cluster made it, on ${gpuWords}`;
  let how = `${mode} with ${engine}: ${counted(replicas, "replica")} of ${workers} on ${gpuWords}`;
  return basis === "sized" ? `${how}, sized from memory: nothing was measured, so nothing is said of speed` : pickingMode === "autoscale" ? `${how}, for a planner to scale` : how;
}
function servesWords({ performance }) {
  if (performance === void 0) return "";
  let { requestsPerSec, concurrency, tokensPerSec, tokensPerSecPerGpu } = performance;
  return `${requestsPerSec} requests/s of ${concurrency} concurrent users, ${tokensPerSec} tokens/s (${tokensPerSecPerGpu} a GPU)`;
}
function loadWords({ field, wanted, served, isServed, neededGpus }) {
  let asked = `${field} ${wanted} was asked for`;
  return isServed ? `${asked} and is served` : `${asked}, ${served} is served: all of it takes ${neededGpus} GPUs`;
}
var REACHED = {
  ttft: () => "",
  itl: ({ performance }) => ` (${performance?.tokensPerSecPerUser} tokens/s a user)`,
  e2eLatency: ({ performance }) => ` (ttft ${performance?.ttftMs} ms, itl ${performance?.itlMs} ms)`
};
function targetWords({ field, limitMs, reachedMs, isMet, isSaid }, verdict) {
  let target = `${isSaid ? "target" : "default target"} ${limitMs} ms`;
  return reachedMs === void 0 ? `not known, ${target}` : `${reachedMs} ms${REACHED[field](verdict)}, ${target}: ${isMet ? "met" : "MISSED"}`;
}
function memoryWords({ deployment: deployment2 }) {
  return deployment2.workers.flatMap(({ role, memory }) => {
    if (memory === void 0) return [];
    let { usedGib, cardGib: cardGib2, freeGib, freePercent } = memory, used = `${role === "agg" ? "" : `${role} `}${usedGib}`;
    return [
      cardGib2 === void 0 ? `${used} GiB a GPU` : `${used} of ${cardGib2} GiB a GPU, ${freePercent} % (${freeGib} GiB) free`
    ];
  }).join("; ");
}
function againstWords({ kind, mode, backend, performance, gpus, meetsTargets, factor }) {
  let name = `the best ${kind === "mode" ? `of ${mode}, with ${backend}` : `of ${backend}, ${mode}`}`, times = factor === void 0 ? "serves, unlike" : `${factor} times the tokens/s/GPU of`, misses = meetsTargets ? "" : ", and misses the targets";
  return `${times} ${name}, which has ${performance.tokensPerSecPerBudgetGpu} on ${counted(gpus, "GPU")}${misses}`;
}
function wishLine({ servingMode, memoryHeadroomPercent, take: take2, without: without3 }) {
  let wished = wishWords({ servingMode, memoryHeadroomPercent, take: rowNamed(take2) });
  if (without3 === void 0) return wished;
  let { mode, backend, gpus, performance, factor } = without3, costs = factor === void 0 ? "" : `, of whose tokens/s/GPU this has ${factor} times`;
  return `${wished}; else ${mode} with ${backend}, ${performance.requestsPerSec} requests/s on ${counted(gpus, "GPU")}${costs}`;
}
function limitWords(limit) {
  if (limit.by === "load") return "none: the load that was asked for is served";
  if (limit.by === "memory") return "the memory of the card: it holds no larger batch, and the targets leave room";
  if (limit.by === "budget") {
    let { neededGpus } = limit;
    return `the budget: only more GPUs serve more${neededGpus === void 0 ? "" : `, ${neededGpus} the whole load`}`;
  }
  let { tokensPerSecPerBudgetGpu, ttftMs, itlMs } = limit.without, [what, whom] = limit.fields.length === 1 ? ["target", "it"] : ["targets", "them"], fields = limit.fields.join(" and ");
  return `the ${what} ${fields}: without ${whom} ${tokensPerSecPerBudgetGpu} tokens/s/GPU at ttft ${ttftMs} ms, itl ${itlMs} ms`;
}
function costWords({ currency, perHour, perMillionOutputTokens, perMillionRequests }) {
  return [
    `${perHour} ${currency} an hour`,
    ...perMillionOutputTokens === void 0 ? [] : [`${perMillionOutputTokens} a million output tokens`],
    ...perMillionRequests === void 0 ? [] : [`${perMillionRequests} a million requests`]
  ].join(", ");
}
var NEARNESS_WORDS = {
  twin: ({ target }) => `as the profiler of Dynamo ${target} has it`,
  near: ({ target, targetEngine }) => `near ${targetEngine}, which Dynamo ${target} profiles with`,
  foreign: ({ target, targetEngine }) => `in place of ${targetEngine} of Dynamo ${target}, which does not have the model's family`,
  none: () => "profiled in a cluster"
}, SUPPORT_WORDS = {
  model: "recorded runs of the model vouch for it",
  architecture: "recorded runs of its architecture vouch for it, not of the model",
  assumed: "no recorded run vouches for it, support is assumed"
};
function engineWords(engine, { basis }) {
  if (basis === "sized") return "none, since nothing was measured";
  let near = NEARNESS_WORDS[engine.nearness](engine);
  if (basis === "pinned") return near;
  let support = engine.support === void 0 ? "" : `; ${SUPPORT_WORDS[engine.support]}`;
  return `${engine.words}, ${near}${support}`;
}

// src/request/layers.ts
function hostLayer(settings, nameOf6, host) {
  let isForCall = host === "command";
  return { settings, host, sourceOf: (path) => ({ words: nameOf6(path), isForCall }) };
}
function mergeLayers(layers) {
  let by = (path) => layers.find(({ settings }) => settingAt(settings, path) !== void 0), said = SETTING_PATHS.map((path) => [path, settingAt(by(path)?.settings ?? {}, path)]);
  return { settings: toSettings(said), sourceOf: (path) => by(path)?.sourceOf(path) };
}
function resolveLayers(layers) {
  let { settings, sourceOf: sourceOf2 } = mergeLayers(layers);
  return { settings: withFallbacks(settings), sourceOf: sourceOf2 };
}
var SILENCE = { settings: {}, sourceOf: () => ({ words: "nobody" }) };

// src/krm/parse-yaml.ts
var import_yaml7 = __toESM(require_dist(), 1);

// src/files/budget.ts
var MOST_BYTES = 2 ** 25, MOST = {
  /** Documents and items of lists, read or not. */
  parts: 5e5,
  /** Those of them that concern us and are parsed. */
  documents: 1e4,
  /** Pieces of syntax in them: some 2.5 microseconds of a processor and, while the document is held, 200 bytes each. */
  tokens: 1e6,
  /** Their characters but for comments, of which long texts have many: some 40 bytes of memory each while they are read. */
  characters: 2 ** 23,
  /** Of texts that may hold such documents, which stay in memory with them. */
  bytes: MOST_BYTES
}, EACH_REQUEST = {
  parts: 4,
  documents: 4,
  tokens: 4e3,
  characters: 2 ** 14,
  bytes: 2 ** 14
}, MOST_ADDING = 1e3;
function newBudget() {
  return { ...MOST, requests: 0, spent: void 0 };
}
function takePart(budget, origin) {
  take(budget, ONE_PART, () => origin);
}
function takeDocuments(budget, count2, origin) {
  take(budget, { what: "documents", count: count2, words: "documents that are to be read" }, () => origin);
}
function takeToken(budget, at) {
  take(budget, ONE_TOKEN, at);
}
function takeCharacters(budget, count2, at) {
  take(budget, { what: "characters", count: count2, words: "characters of YAML" }, at);
}
function takeBytes(budget, count2, origin) {
  take(budget, { what: "bytes", count: count2, words: "bytes of files that are to be read" }, () => origin);
}
function addFor(budget, requests) {
  let adding = Math.min(requests, MOST_ADDING - budget.requests);
  budget.requests += adding;
  for (let what of AMOUNTS) budget[what] += adding * EACH_REQUEST[what];
}
function sayOnce(findings) {
  let said = /* @__PURE__ */ new Set();
  return findings.filter(({ code, message, origin, path }) => {
    if (code !== "INPUT_TOO_LARGE") return !0;
    let key = JSON.stringify([message, origin, path]);
    return !said.has(key) && said.add(key);
  });
}
var AMOUNTS = ["parts", "documents", "tokens", "characters", "bytes"], ONE_PART = { what: "parts", count: 1, words: "documents" }, ONE_TOKEN = { what: "tokens", count: 1, words: "tokens of YAML" };
function take(budget, { what, count: count2, words }, at) {
  if (budget.spent !== void 0) throw budget.spent;
  if (budget[what] -= count2, budget[what] >= 0) return;
  let most = MOST[what] + budget.requests * EACH_REQUEST[what];
  throw budget.spent = new RenderError("INPUT_TOO_LARGE", {
    message: `more than ${most} ${words} in all`,
    origin: at(),
    hint: "split the input, or name fewer files"
  }), budget.spent;
}

// src/krm/locate.ts
var import_yaml5 = __toESM(require_dist(), 1);
function lineFinder(root, lines) {
  let indexes = /* @__PURE__ */ new Map(), indexOf = (map) => {
    let index = indexes.get(map) ?? new Map(map.items.map((pair2) => [keyOf3(pair2), pair2]));
    return indexes.set(map, index), index;
  };
  return (path) => lineOf(root, path, { lines, indexOf });
}
function lineOf(root, path, { lines, indexOf }) {
  let node = root, offset = node?.range?.[0], rest = path;
  for (; rest !== "" && node !== null; ) {
    let step = (0, import_yaml5.isSeq)(node) ? intoSeq(node.items, rest) : (0, import_yaml5.isMap)(node) ? intoMap(indexOf(node), rest) : void 0;
    if (step === void 0) break;
    offset = step.offset ?? offset, node = step.node, rest = step.rest;
  }
  return offset === void 0 ? void 0 : lines.linePos(offset).line;
}
function intoSeq(items, path) {
  let match = /^\[(\d+)\]\.?/.exec(path), item = match ? items[Number(match[1])] : void 0;
  if (!(!match || !(0, import_yaml5.isNode)(item)))
    return { node: item, offset: item.range?.[0], rest: path.slice(match[0].length) };
}
function intoMap(index, path) {
  let quoted2 = /^\["([^"]*)"\]/.exec(path), key = quoted2?.[1] ?? longestKey(index, path), pair2 = key === void 0 ? void 0 : index.get(key);
  if (!(key === void 0 || pair2 === void 0))
    return {
      node: (0, import_yaml5.isNode)(pair2.value) ? pair2.value : null,
      offset: (0, import_yaml5.isNode)(pair2.key) ? pair2.key.range?.[0] : void 0,
      rest: path.slice(quoted2?.[0].length ?? key.length).replace(/^\./, "")
    };
}
function longestKey(index, path) {
  for (let end = path.length; end > 0; end -= 1)
    if ((end === path.length || ".[".includes(path.charAt(end))) && index.has(path.slice(0, end))) return path.slice(0, end);
}
function keyOf3(pair2) {
  return (0, import_yaml5.isScalar)(pair2.key) ? String(pair2.key.value) : "";
}

// src/krm/pieces.ts
function cutAt(text6, starts, { isRead, isAlone = () => !1, end = text6.length }) {
  let pieces = [], line3 = 1 + countNewlines(text6.slice(0, starts[0] ?? 0)), run, add2 = (part, position, isPieceRead) => {
    pieces.push({ text: part, position, line: line3, isRead: isPieceRead }), line3 += countNewlines(part);
  }, closeRun = (until2) => {
    run !== void 0 && add2(text6.slice(run.start, until2), run.position, !1), run = void 0;
  };
  for (let [position, start] of starts.entries()) {
    let part = text6.slice(start, starts[position + 1] ?? end), isPartRead = isRead(part);
    if (!isPartRead && !isAlone(part)) {
      run ??= { start, position };
      continue;
    }
    closeRun(start), add2(part, position, isPartRead);
  }
  return closeRun(end), pieces;
}
function countNewlines(text6) {
  let count2 = 0;
  for (let at = text6.indexOf(`
`); at >= 0; at = text6.indexOf(`
`, at + 1)) count2 += 1;
  return count2;
}

// src/krm/plain-value.ts
var import_yaml6 = __toESM(require_dist(), 1);
function plainValue({ contents }, options) {
  return read(contents, { ...options, anchors: /* @__PURE__ */ new Map(), count: { aliases: 0, unfolded: 0, values: 0 } });
}
function read(node, walk) {
  if ((0, import_yaml6.isAlias)(node)) return unfold(node, walk);
  let anchor = (0, import_yaml6.isScalar)(node) || (0, import_yaml6.isMap)(node) || (0, import_yaml6.isSeq)(node) ? node.anchor : void 0;
  if (anchor === void 0) return readPlain(node, walk);
  let { anchors, count: count2 } = walk;
  anchors.set(anchor, void 0);
  let before = count2.values, value = readPlain(node, walk);
  return anchors.set(anchor, { value, size: count2.values - before }), value;
}
function readPlain(node, walk) {
  return walk.count.values += 1, (0, import_yaml6.isMap)(node) ? readMap(node, walk) : (0, import_yaml6.isSeq)(node) ? node.items.map((item) => read(item, walk)) : (0, import_yaml6.isScalar)(node) ? node.value : null;
}
function readMap({ items }, walk) {
  let own2 = /* @__PURE__ */ new Set(), members2 = /* @__PURE__ */ new Map();
  for (let { key, value } of items) {
    if (isMergeKey(key)) {
      for (let [name2, merged] of mergedEntries(value, walk)) members2.has(name2) || members2.set(name2, merged);
      continue;
    }
    let name = nameOf5(key, walk);
    if (own2.has(name)) throw invalid3(`the key ${JSON.stringify(name)} is there twice`, key, walk);
    own2.add(name), members2.set(name, read(value, walk));
  }
  return Object.fromEntries(members2);
}
function isMergeKey(key) {
  return (0, import_yaml6.isScalar)(key) && typeof key.value == "symbol";
}
function nameOf5(key, walk) {
  let value = (0, import_yaml6.isScalar)(key) ? read(key, walk) : null;
  if (value === null || typeof value == "object") throw invalid3("a key is no text", key, walk);
  return String(value);
}
function mergedEntries(node, walk) {
  return [read(node, walk)].flat().flatMap((source) => {
    if (!isObject(source)) throw invalid3("a merge key (<<) takes a mapping or a list of mappings", node, walk);
    return Object.entries(source);
  });
}
function unfold(alias, walk) {
  let { anchors, count: count2, limits } = walk, found = anchors.get(alias.source);
  if (found === void 0) {
    let why = anchors.has(alias.source) ? "stands inside its own anchor" : "has no anchor before it";
    throw invalid3(`the alias *${alias.source} ${why}`, alias, walk);
  }
  if (count2.aliases += 1, count2.unfolded += found.size, count2.values += found.size, count2.aliases > limits.aliases) throw tooMany2(`more than ${limits.aliases} aliases`, alias, walk);
  if (count2.unfolded <= limits.unfolded) return found.value;
  throw tooMany2(`the aliases unfold to more than ${limits.unfolded} values`, alias, walk);
}
function invalid3(message, node, walk) {
  return new RenderError("YAML_INVALID", { message, origin: placeOf3(node, walk) });
}
function tooMany2(message, node, walk) {
  let hint = "write the repeated values out";
  return new RenderError("INPUT_TOO_LARGE", { message, origin: placeOf3(node, walk), hint });
}
function placeOf3(node, { at }) {
  return at((0, import_yaml6.isNode)(node) ? node.range?.[0] ?? 0 : 0);
}

// src/krm/yaml-words.ts
var QUOTES = "put the text in quotes", INDENT = "indent lines that belong together with the same number of spaces", WORDS3 = {
  ALIAS_PROPS: { message: "an alias has a tag or an anchor of its own" },
  BAD_ALIAS: { message: "an alias names no anchor before it" },
  BAD_COLLECTION_TYPE: { message: "a tag does not fit the mapping or list behind it", hint: "leave the tag out" },
  BAD_DIRECTIVE: { message: "a line that starts with % is no directive of YAML", hint: QUOTES },
  BAD_DQ_ESCAPE: {
    message: "a text in double quotes has an escape that YAML does not know",
    hint: "write \\\\ for a backslash, or take single quotes"
  },
  BAD_INDENT: {
    message: "a line is not indented like those that it belongs to, or a bracket has no end",
    hint: INDENT
  },
  BAD_PROP_ORDER: { message: "a tag or an anchor stands in the wrong place" },
  BAD_SCALAR_START: { message: "a text without quotes cannot start like this", hint: QUOTES },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a mapping or a list stands where a text can, as where a line has ": " twice',
    hint: QUOTES
  },
  BLOCK_IN_FLOW: { message: "a block stands inside of [ ] or { }", hint: "write commas, or take the brackets away" },
  DUPLICATE_KEY: { message: "a key is there twice", hint: "take one of them away" },
  IMPOSSIBLE: { message: "the YAML cannot be read here" },
  KEY_OVER_1024_CHARS: { message: "a key has more than 1024 characters" },
  MISSING_CHAR: { message: "a quote, a bracket, a comma, a space or a colon is missing" },
  MULTILINE_IMPLICIT_KEY: { message: 'a line is no "key: value", or goes on in the next one', hint: QUOTES },
  MULTIPLE_ANCHORS: { message: "a value has two anchors" },
  MULTIPLE_DOCS: { message: "a document has another one behind it" },
  MULTIPLE_TAGS: { message: "a value has two tags" },
  NON_STRING_KEY: { message: "a key is no text", hint: "put the key in quotes" },
  RESOURCE_EXHAUSTION: { message: "it is nested too deeply" },
  TAB_AS_INDENT: { message: "a tab indents a line", hint: "indent with spaces" },
  TAG_RESOLVE_FAILED: { message: "a tag is not known, or its value not what it says", hint: "leave the tag out" },
  UNEXPECTED_TOKEN: { message: "something stands where nothing can", hint: INDENT }
};
function yamlWords({ code }) {
  return WORDS3[code];
}

// src/krm/parse-yaml.ts
var REQUEST_LIMITS = {
  bytes: 2 ** 20,
  tokens: 5e5,
  nesting: 100,
  aliases: 100,
  unfolded: 1e4
}, STREAM_LIMITS = {
  bytes: MOST_BYTES,
  tokens: Number.POSITIVE_INFINITY,
  nesting: 500,
  aliases: 1e4,
  unfolded: 1e6
}, MOST_CHARACTERS2 = 2 ** 20;
function parseStream(text6, options) {
  let { file, source = file, limits = REQUEST_LIMITS, mustMention = "", budget = newBudget() } = options;
  requireSize(Buffer.byteLength(text6), limits, { file, index: 0 });
  let start = { file, index: 0 }, starts = documentStarts(text6, () => takePart(budget, start)), pieces = cutAt(text6, starts, { isRead: testOf(mustMention), isAlone: options.isAlone });
  return takeDocuments(budget, pieces.filter(({ isRead }) => isRead).length, start), pieces.map(({ text: own2, position: index, line: line3, isRead }) => {
    let parsed3 = isRead ? parseDocument(own2, { file, index, line: line3 }, { limits, budget }) : void 0;
    return { text: own2, resource: parsed3 && { ...parsed3, source } };
  });
}
function testOf(mention) {
  return typeof mention == "function" ? mention : (text6) => typeof mention == "string" ? text6.includes(mention) : mention.test(text6);
}
function requireSize(bytes, limits, origin) {
  if (!(bytes <= limits.bytes))
    throw new RenderError("INPUT_TOO_LARGE", {
      message: `${bytes} bytes of YAML, at most ${limits.bytes} are read`,
      origin,
      hint: "split the file, or name only the files that hold requests"
    });
}
function decodeUtf8(bytes, file, budget) {
  takeBytes(budget, bytes.length, { file, index: 0 });
  try {
    return new TextDecoder("utf-8", { fatal: !0, ignoreBOM: !0 }).decode(bytes);
  } catch {
    throw new RenderError("YAML_INVALID", { message: "the bytes are not UTF-8", origin: { file, index: 0 } });
  }
}
var COMPOSER = {
  ...SCALAR_SCHEMA,
  resolveKnownTags: !1,
  uniqueKeys: !1,
  prettyErrors: !1
};
function composeDocument(text6, origin, { limits, budget, keepsTokens = !1 }) {
  keepsTokens || requireReadable(text6, origin);
  let lines = new import_yaml7.LineCounter(), documents = [...new import_yaml7.Composer({ ...COMPOSER, keepSourceTokens: keepsTokens }).compose(tokens2(text6, lines, origin, { limits, budget }))], [document, second] = documents;
  if (document === void 0) return;
  let at = (offset) => ({ ...origin, line: lines.linePos(offset).line + origin.line - 1 }), error2 = document.errors[0] ?? second?.errors[0];
  if (error2) throw yamlInvalid(error2, at);
  let start = document.contents?.range ? at(document.contents.range[0]) : origin, lineOf2 = lineFinder(document.contents, lines), locate2 = (path) => {
    let line3 = lineOf2(path);
    return line3 === void 0 ? start : { ...origin, line: line3 + origin.line - 1 };
  }, [strange] = document.warnings.map((warning) => yamlInvalid(warning, at));
  return { document, value: plainValue(document, { limits, at }), strange, origin: start, locate: locate2 };
}
var UNREADABLE = /[^\P{Cc}\t\n\r]|[\u2028\u2029\uFFFE\uFFFF]|\r(?!\n)/u;
function requireReadable(text6, origin) {
  let found = UNREADABLE.exec(text6);
  if (found === null) return;
  let line3 = countNewlines(text6.slice(0, found.index)) + origin.line;
  throw new RenderError("YAML_INVALID", {
    message: `the character ${quote(found[0])} ends a line to some readers of YAML, or is refused`,
    origin: { ...origin, line: line3 },
    hint: 'write it as an escape in double quotes, such as "\\L" for U+2028'
  });
}
function parseDocument(text6, origin, options) {
  let composed = composeDocument(text6, origin, options);
  if (!(composed === void 0 || !isObject(composed.value))) {
    if (composed.strange !== void 0) throw composed.strange;
    return { object: composed.value, document: composed.document, origin: composed.origin, locate: composed.locate };
  }
}
function* tokens2(text6, lines, origin, { limits, budget }) {
  let parser = new import_yaml7.Parser(lines.addNewLine), count2 = 0, here = () => ({ ...origin, line: lines.linePos(parser.offset).line + origin.line - 1 });
  lines.addNewLine(0);
  for (let lexeme of new import_yaml7.Lexer().lex(text6)) {
    yield* parser.next(lexeme), count2 += 1;
    let characters = isComment(lexeme) ? 0 : lexeme.length;
    budget !== void 0 && (takeToken(budget, here), takeCharacters(budget, characters, here));
    let why = openCollections(parser, limits.nesting) > limits.nesting ? `collections nest deeper than ${limits.nesting}` : characters > MOST_CHARACTERS2 ? `a text of more than ${MOST_CHARACTERS2} characters` : count2 > limits.tokens && `more than ${limits.tokens} tokens of YAML`;
    if (why) throw new RenderError("INPUT_TOO_LARGE", { message: why, origin: here() });
  }
  yield* parser.end();
}
function isComment(lexeme) {
  return lexeme.startsWith("#") && !lexeme.includes(`
`);
}
function openCollections(parser, limit) {
  return parser.stack.length <= limit ? 0 : parser.stack.filter(({ type }) => COLLECTIONS.includes(type)).length;
}
var COLLECTIONS = ["block-map", "block-seq", "flow-collection"];
function yamlInvalid(error2, at) {
  return new RenderError("YAML_INVALID", { ...yamlWords(error2), origin: at(error2.pos[0]) });
}

// src/krm/resource.ts
var import_yaml8 = __toESM(require_dist(), 1);
function partOf(resource, object2, { keys, path }) {
  let document = emptyDocument(), written = resource.document.getIn(keys, !0);
  return document.contents = (0, import_yaml8.isMap)(written) ? written : document.createNode(object2, { aliasDuplicateObjects: !1 }), { ...resource, object: object2, document, locate: (field) => resource.locate(field === "" ? path : `${path}.${field}`) };
}

// src/krm/list-items.ts
var LISTS = {
  List: /^v1$/,
  DynamoGraphDeploymentRequestList: /^nvidia\.com\//
};
function itemsOf(resource) {
  let { apiVersion, kind, items } = resource.object;
  if (!(typeof kind != "string" || !Object.hasOwn(LISTS, kind) || !Array.isArray(items)) && !(typeof apiVersion != "string" || !LISTS[kind]?.test(apiVersion)))
    return items.flatMap((item, index) => {
      if (!isObject(item)) return [];
      let one = itemAt(resource, item, index);
      return itemsOf(one) ?? [one];
    });
}
function itemAt(list, object2, index) {
  let item = partOf(list, object2, { keys: ["items", index], path: `items[${index}]` });
  return { ...item, origin: item.locate("") };
}

// src/request/config-schema.ts
var CONFIG_API_VERSION = "dgdr-render.dev/v1alpha1", CONFIG_KIND = "RenderDGDR", ELSEWHERE2 = {
  project: {
    requests: "requests are not named in a project file: they are found, and may be left out with exclude",
    keepRequests: "keepRequests is for the function's config alone",
    compat: "compat is for the function's config alone"
  },
  function: {
    exclude: "exclude is for a project file alone",
    extends: "extends is for a project file alone"
  }
};
function pathsOf(form) {
  return Object.keys(CONFIG_FIELDS).flatMap((field) => SETTING_PATHS.filter((path) => isBelow(path, field))).filter((path) => (defaultRow(path).only ?? form) === form);
}
function isBelow(path, field) {
  return path === field || path.startsWith(`${field}.`);
}
function configSchema(form, fills) {
  let paths = pathsOf(form), known = Object.entries(CONFIG_FIELDS).filter(([field]) => paths.some((path) => isBelow(path, field)));
  return strictObject(
    Object.fromEntries(known.map(([field, words]) => [field, fieldSchema({ field, words, fills, form })]))
  );
}
function fieldSchema({ field, words, fills, form }) {
  let own2 = SETTING_PATHS.find((path) => path === field);
  if (own2 !== void 0) return valueSchema(defaultRow(own2), fills);
  let members2 = pathsOf(form).filter((path) => isBelow(path, field)).map((path) => [path.slice(field.length + 1), valueSchema(defaultRow(path), fills)]), group = strictObject(Object.fromEntries(members2)).optional();
  return words === void 0 ? group : group.describe(words);
}
function valueSchema({ kind, fallback, description }, fills) {
  return (fallback === void 0 || !fills ? kind.config.optional() : kind.config.default(fallback)).describe(description);
}
function checkConfig({ form, spec, prefix, config }) {
  requireClear(config);
  let parsed3 = configSchema(form, !1).safeParse(spec, IN_OUR_WORDS);
  if (parsed3.success) return parsed3.data;
  throw new RenderErrors(parsed3.error.issues.flatMap((issue) => toErrors(issue, { form, prefix, config })));
}
function requireClear(config) {
  let doubts = config === void 0 ? [] : doubtsOf(config).filter(({ code }) => code === "YAML_INVALID");
  if (doubts.length !== 0)
    throw new RenderErrors(doubts.map(({ note }) => invalid4(note.message, note.path, config, note.hint)));
}
function specOf(config, expected) {
  let { apiVersion, kind, spec } = config.object;
  if (kind !== CONFIG_KIND || apiVersion !== CONFIG_API_VERSION) throw invalid4(expected, "kind", config);
  if (!isObject(spec ?? {})) throw invalid4("spec is not an object", "spec", config);
  return isObject(spec) ? spec : {};
}
function toErrors(issue, { form, prefix, config }) {
  let path = issue.path.reduce((way, step) => typeof step == "number" ? `${way}[${step}]` : `${way}.${String(step)}`, prefix);
  return issue.code !== "unrecognized_keys" ? [invalid4(issue.message, path, config)] : issue.keys.map(
    (key) => invalid4(wordsOfUnknown(key, form), `${path}.${key}`, config, meant(key, path.slice(prefix.length), form))
  );
}
function wordsOfUnknown(key, form) {
  let elsewhere = ELSEWHERE2[form];
  return (Object.hasOwn(elsewhere, key) ? elsewhere[key] : void 0) ?? `there is no option ${key}`;
}
function meant(key, group, form) {
  if (Object.hasOwn(ELSEWHERE2[form], key)) return;
  let below2 = group.replace(/^\./, ""), names = [...pathsOf(form), ...Object.keys(CONFIG_FIELDS)].filter((path) => below2 === "" || isBelow(path, below2)).map((path) => path.slice(below2 === "" ? 0 : below2.length + 1).split(".")[0] ?? ""), near = nearest(key, [...new Set(names)]);
  return near === void 0 ? void 0 : `did you mean ${near}?`;
}
function invalid4(message, path, config, hint) {
  return new RenderError("CONFIG_INVALID", { message, path, origin: config?.locate(path), hint });
}

// src/render/ahead.ts
async function profileAhead(requests, options, { helpers, extent }) {
  let asked = askAll(requests, options);
  if (asked.size < 2) return { options, lost: [] };
  let work = shareWork(asked, extent), answers = /* @__PURE__ */ new Map(), { ended } = helpers.start(work, (id, answer) => {
    answers.set(id, answer);
  });
  return answerHere(work, { asked, options, answers }), { lost: await ended, options: withAnswers(options, answers) };
}
function profileTogether(requests, options, extent) {
  let asked = askAll(requests, options);
  if (asked.size < 2) return options;
  let answers = /* @__PURE__ */ new Map();
  return answerHere(shareWork(asked, extent), { asked, options, answers }), withAnswers(options, answers);
}
function askAll(requests, options) {
  return requests.length < 2 ? /* @__PURE__ */ new Map() : new Map(requests.flatMap((resource) => ask2(resource, options)).map((one) => [one.job.id, one]));
}
function shareWork(asked, extent) {
  let groups = groupsOf([...asked.values()].map(({ job }) => job));
  return { groups, taken: new Int32Array(new SharedArrayBuffer(groups.length * 4)), extent };
}
function answerHere({ groups, taken, extent }, { asked, options, answers }) {
  for (let group of takeGroups(taken, 0))
    for (let { id, request } of groups[group]) {
      let { resource, street } = asked.get(id);
      options.onStart?.(resource, answers.size);
      let answer = attempt(() => answerJob(street.profile, request, extent));
      answer !== void 0 && answers.set(id, answer);
    }
}
function ask2(resource, options) {
  let terms = termsFor(resource, options), { street } = terms;
  if (street.job === void 0) return [];
  let found = attempt(() => lookUp(resource, terms, { lock: options.lock, warn: () => {
  } }));
  if (found === void 0 || found.locked !== void 0) return [];
  let job = attempt(() => street.job?.(found.request));
  return job === void 0 || job.sweptBackends === 0 ? [] : [{ resource, street, job }];
}
function attempt(make) {
  try {
    return make();
  } catch {
    return;
  }
}
function groupsOf(jobs) {
  let groups = groupBy(jobs, ({ tables, sweeps }) => `${tables}
${sweeps}`);
  return [...groups.keys()].sort().map((key) => groups.get(key));
}
function withAnswers(options, answers) {
  let streets = /* @__PURE__ */ new Map();
  return {
    ...options,
    termsOf: (resource) => {
      let terms = termsFor(resource, options), street = streets.get(terms.street) ?? answering(terms.street, answers);
      return streets.set(terms.street, street), { ...terms, street };
    }
  };
}
function answering(street, answers) {
  let { job } = street;
  return job === void 0 ? street : {
    ...street,
    profile: (request, warn) => {
      let answer = answers.get(job(request).id);
      if (answer === void 0) return street.profile(request, warn);
      let { profile, warnings } = recordedOf(answer, request);
      return repeatWarnings(request, warnings, warn), profile;
    }
  };
}

// src/compare/best.ts
var CRITERIA = {
  throughput: {
    measure: ({ tokensPerSecPerGpu }) => tokensPerSecPerGpu ?? void 0,
    better: "larger"
  },
  cost: {
    measure: ({ neededCostPerHour, costPerMillionOutputTokens }, isLoaded) => (isLoaded ? neededCostPerHour : costPerMillionOutputTokens) ?? void 0,
    better: "smaller",
    isForWholeLoad: !0
  },
  gpus: {
    measure: ({ neededGpus, gpus, tokensPerSec }, isLoaded) => tokensPerSec === null ? void 0 : isLoaded ? neededGpus ?? void 0 : gpus,
    better: "smaller",
    isForWholeLoad: !0
  },
  ttft: { measure: ({ ttftMs }) => ttftMs ?? void 0, better: "smaller" },
  itl: { measure: ({ itlMs }) => itlMs ?? void 0, better: "smaller" }
}, CRITERION_NAMES = Object.keys(CRITERIA);
function bestOf(rows, by) {
  let answered = rows.filter((row) => row !== void 0), measure = measureBy(by, answered), order2 = orderBy(CRITERIA[by], measure);
  return rows.reduce((best, row, i) => row === void 0 || measure(row) === void 0 ? best : best === void 0 || order2(row, rows[best]) < 0 ? i : best, void 0);
}
function measureBy(by, rows) {
  let isLoaded = rows.every(({ servesLoad }) => servesLoad !== null);
  return (figures) => CRITERIA[by].measure(figures, isLoaded);
}
function orderBy({ better, isForWholeLoad = !1 }, measure) {
  let sign = better === "larger" ? -1 : 1, misses = (isHeld) => +(isHeld === !1);
  return (a, b) => misses(a.meetsTargets) - misses(b.meetsTargets) || (isForWholeLoad ? 0 : misses(a.servesLoad) - misses(b.servesLoad)) || sign * ((measure(a) ?? 0) - (measure(b) ?? 0)) || (b.tokensPerSecPerGpu ?? 0) - (a.tokensPerSecPerGpu ?? 0);
}
function incomparableCosts(rows) {
  let unpriced = distinct(rows.filter(({ currency }) => currency === null).map(({ gpuSku }) => gpuSku)), currencies = distinct(rows.flatMap(({ currency }) => currency ?? []));
  if (unpriced.length > 0)
    return findingOf("COSTS_INCOMPARABLE", {
      message: `there is no price for ${unpriced.join(", ")}, so that nothing is the cheapest`,
      hint: `give --price ${unpriced[0]}=3.5USD, or set prices in the project file`
    });
  if (!(currencies.length < 2))
    return findingOf("COSTS_INCOMPARABLE", {
      message: `prices are in ${currencies.join(" and ")}, which nothing here exchanges`,
      hint: "give all prices in one currency"
    });
}
function distinct(texts2) {
  return [...new Set(texts2)];
}

// src/compare/figures.ts
function verdictFigures(verdict) {
  let { deployment: deployment2, performance, load, cost } = verdict, { mode, backend, backendVersion, replicas, gpus, budgetGpus } = deployment2, neededGpus = load?.neededGpus ?? null;
  return {
    mode,
    backend,
    backendVersion,
    gpuSku: verdict.gpuSku,
    workers: workersWords(deployment2.workers),
    replicas,
    gpus,
    budgetGpus,
    neededGpus,
    requestsPerSec: performance?.requestsPerSec ?? null,
    concurrency: performance?.concurrency ?? null,
    tokensPerSec: performance?.tokensPerSec ?? null,
    tokensPerSecPerGpu: performance?.tokensPerSecPerBudgetGpu ?? null,
    tokensPerSecPerUser: performance?.tokensPerSecPerUser ?? null,
    ttftMs: performance?.ttftMs ?? null,
    itlMs: performance?.itlMs ?? null,
    requestMs: performance?.requestMs ?? null,
    meetsTargets: verdict.meetsTargets ?? null,
    servesLoad: load?.isServed ?? null,
    memoryFreePercent: tightestMemory(deployment2)?.freePercent ?? null,
    currency: cost?.currency ?? null,
    costPerHour: cost?.perHour ?? null,
    costPerMillionOutputTokens: cost?.perMillionOutputTokens ?? null,
    costPerMillionRequests: cost?.perMillionRequests ?? null,
    neededCostPerHour: cost === void 0 || neededGpus === null ? null : upTo3Decimals(cost.perGpuHour * neededGpus)
  };
}

// src/compare/comparison.ts
function triedOf({ asWritten: asWritten2, combinations }) {
  return combinations.length === 0 ? [asWritten2] : combinations;
}
function toComparisons(all, report, judgedBy) {
  let judge = judgeOf(report, judgedBy), comparisons = all.map((variants) => toComparison(variants, judge, judgedBy.by)), incomparable = new Map(comparisons.flatMap(({ incomparable: one }) => one ? [[one.message, one]] : []));
  return {
    comparisons,
    findings: [...ofTheRun(report), ...incomparable.values(), ...comparisons.flatMap(unanswered)]
  };
}
var OF_THE_RUN = ["ENGINE_NEAR", "THREAD_LOST"];
function ofTheRun({ findings }) {
  return findings.filter(({ code }) => OF_THE_RUN.includes(code)).map(({ resource: _, ...finding }) => finding);
}
function unanswered(comparison) {
  let tried = triedOf(comparison);
  if (tried.some(({ verdict }) => verdict !== void 0)) return [];
  let { refusals } = comparison.asWritten, reasons = refusals.length > 0 ? refusals : tried.flatMap((one) => one.refusals);
  return [...new Map(reasons.map((reason) => [reason.message, reason])).values()];
}
function judgeOf(report, { termsOf, pricesOf }) {
  let verdictOf2 = ({ resource, request, profile }) => withCost(termsOf(resource).street.verdict(request, profile), pricesOf?.(resource)), profiled = new Map(report.profiles.map((one) => [one.resource, one])), said = groupBy(report.findings, ({ resource }) => resource);
  return ({ resource, changes }) => {
    let findings = (said.get(resource) ?? []).map(
      ({ resource: _, ...finding }) => setsNothing(finding, changes) ? { ...finding, severity: "error" } : finding
    ), refusals = findings.filter(({ severity }) => severity === "error"), found = refusals.length > 0 ? void 0 : profiled.get(resource), verdict = found && verdictOf2(found);
    return {
      verdict,
      figures: verdict && verdictFigures(verdict),
      refusals,
      warnings: findings.filter(({ severity, code }) => severity !== "error" && !OF_THE_RUN.includes(code))
    };
  };
}
function setsNothing({ code, path }, changes) {
  return code === "REQUEST_UNKNOWN_FIELD" && changes.some((one) => `spec.${one.path}.`.startsWith(`${path}.`));
}
function toComparison({ sets, asWritten: asWritten2, combinations }, judge, by) {
  let written = judge(asWritten2), rate = written.figures?.tokensPerSecPerGpu ?? Number.NaN, toCombination = ({ set, changes }, result) => ({
    set,
    changes,
    isBest: !1,
    factor: factorOf(result.figures?.tokensPerSecPerGpu ?? Number.NaN, rate),
    ...result
  }), { name, namespace } = refOf(asWritten2.resource.object), { file } = asWritten2.resource.origin, paths = sets.map(({ path }) => path), tried = combinations.map((variant) => toCombination(variant, judge(variant)));
  return withBest({
    name,
    namespace,
    file,
    by,
    paths,
    asWritten: toCombination(asWritten2, written),
    combinations: tried
  });
}
function withBest(comparison) {
  let { by, asWritten: asWritten2, combinations } = comparison, figures = triedOf(comparison).map((one) => one.figures), incomparable = by === "cost" ? incomparableCosts(figures.filter((one) => one !== void 0)) : void 0, best = incomparable === void 0 ? bestOf(figures, by) : void 0;
  return combinations.length === 0 ? { ...comparison, asWritten: { ...asWritten2, isBest: best === 0 }, incomparable } : { ...comparison, combinations: combinations.map((one, i) => ({ ...one, isBest: i === best })), incomparable };
}

// src/compare/set.ts
var SHAPE = /^([\w.-]+)=(.*)$/s, HINT2 = "write it as --set sla.itl=10,15,20: a field below spec, and values as YAML has them; none leaves the field out";
function readSets(texts2) {
  let sets = /* @__PURE__ */ new Map(), errors = [];
  for (let text6 of texts2) {
    let [, path, list] = SHAPE.exec(text6) ?? [];
    if (path === void 0 || list === void 0) {
      errors.push(invalid5(`${text6} does not set a field`));
      continue;
    }
    let values = list.split(",").map((one) => readValue(one.trim()));
    errors.push(...values.filter((value) => value instanceof RenderError));
    let known = sets.get(path)?.values ?? [];
    sets.set(path, { path, keys: keysOf(path), values: distinct2([...known, ...values.filter(isValue)]) });
  }
  if (errors.length > 0) throw new RenderErrors(errors);
  return [...sets.values()];
}
function isValue(one) {
  return !(one instanceof RenderError);
}
function keysOf(path) {
  let setting = SETTING_PATHS.find((known) => known === path), annotation = setting && defaultRow(setting).annotation;
  return annotation === void 0 ? ["spec", ...path.split(".")] : ["metadata", "annotations", `${PREFIX}${annotation}`];
}
function readValue(text6) {
  if (text6 === "") return { text: text6, value: void 0 };
  let object2 = parsed2(text6), value = object2?.value;
  return value === void 0 || Object.keys(object2 ?? {}).length > 1 ? invalid5(`${text6} is no value`) : { text: text6, value };
}
function parsed2(text6) {
  try {
    let [first, ...others] = parseStream(`value: ${text6}
`, { file: "--set" });
    return first?.resource === void 0 || others.length > 0 || doubtsOf(first.resource).length > 0 ? void 0 : isObject(first.resource.object) ? first.resource.object : void 0;
  } catch (error2) {
    if (error2 instanceof RenderError || error2 instanceof RenderErrors) return;
    throw error2;
  }
}
function invalid5(what) {
  return new RenderError("CONFIG_INVALID", { message: `--set: ${what}`, hint: HINT2 });
}
function distinct2(values) {
  return [...new Map(values.map((one) => [JSON.stringify({ value: one.value }), one])).values()];
}

// src/compare/variants.ts
var MOST_COMBINATIONS = 1e3;
function resourcesOf(all) {
  return all.flatMap(({ asWritten: asWritten2, combinations }) => [asWritten2, ...combinations].map(({ resource }) => resource));
}
function variantsOf(requests, sets) {
  let each = sets.length === 0 ? 0 : sets.reduce((product2, { values }) => product2 * values.length, 1);
  if (each * requests.length > MOST_COMBINATIONS) throw tooMany3(each, requests.length, sets);
  let chosen = sets.length === 0 ? [] : product(sets.map(({ values }) => values));
  return requests.map((resource) => ({
    sets,
    asWritten: { resource: { ...resource }, set: sets.map((field) => ownValue(resource, field)), changes: [] },
    combinations: chosen.map((values) => toVariant(resource, sets, values))
  }));
}
function ownValue({ object: object2 }, { keys }) {
  let value = getIn(object2, ...keys);
  return { text: value === void 0 ? "" : typeof value == "string" ? value : JSON.stringify(value), value };
}
function tooMany3(each, requests, sets) {
  let counts = sets.map(({ path, values }) => `${values.length} of ${path}`).join(" times "), times = requests === 1 ? "" : `, for ${requests} requests`;
  return new RenderError("LIMIT_EXCEEDED", {
    message: `${each * requests} combinations (${counts}${times}), wanted at most ${MOST_COMBINATIONS}`,
    hint: "set fewer values, or compare in several calls"
  });
}
function product(lists) {
  return lists.reduce(
    (known, list) => known.flatMap((start) => list.map((one) => [...start, one])),
    [[]]
  );
}
function toVariant(resource, sets, set) {
  let changes = sets.flatMap((field, i) => {
    let from = getIn(resource.object, ...field.keys), to = set[i].value;
    return JSON.stringify({ value: from }) === JSON.stringify({ value: to }) ? [] : [{ path: field.path, from, to }];
  }), object2 = sets.reduce((known, { keys }, i) => withValue(known, keys, set[i].value), resource.object);
  return { resource: { ...resource, object: object2 }, set, changes };
}
function withValue(object2, keys, value) {
  if (value !== void 0) return updateIn(object2, keys, () => value);
  let [outer, last] = [keys.slice(0, -1), keys.at(-1)], parent = getIn(object2, ...outer);
  return isObject(parent) ? updateIn(object2, outer, () => Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last))) : object2;
}

export {
  MOST_BYTES,
  newBudget,
  takePart,
  takeDocuments,
  takeBytes,
  addFor,
  sayOnce,
  reach,
  realPath,
  isInside2 as isInside,
  toSlashes,
  emptyDocument,
  emitYaml,
  DOCUMENT_STYLE,
  refOf,
  identityOf,
  describeRef,
  LOCAL_CONFIG,
  annotationsOf,
  withAnnotations,
  placeOf,
  placeAnnotations,
  hasPath,
  bookkeepingOf,
  ENGINE,
  SOURCE,
  REQUEST_LABEL,
  isRendered,
  sourceFile,
  labelOf,
  isGraph,
  listIn,
  graphVersion,
  viewGraph,
  graphServices,
  nodeCount,
  runtimeRelease,
  graphPath,
  toWorkloads,
  ownGraphOf,
  isMadeOf,
  fileBeside,
  stemOf,
  stemBeside,
  fileInFolder,
  toSettings,
  settingAt,
  hostLayer,
  mergeLayers,
  resolveLayers,
  SILENCE,
  doubtsOf,
  isAlphaRequest,
  fromAlpha,
  saidByRequest,
  ASSUMED,
  parseTarget,
  isRequest,
  cutAt,
  documentStarts,
  joinStream,
  linesOf,
  REQUEST_LIMITS,
  STREAM_LIMITS,
  parseStream,
  requireSize,
  decodeUtf8,
  composeDocument,
  partOf,
  itemsOf,
  CONFIG_API_VERSION,
  CONFIG_KIND,
  pathsOf,
  checkConfig,
  specOf,
  invalid4 as invalid,
  inOneVersion,
  checkSchema,
  ADMISSION_CODES,
  graphProblems,
  gpuMismatches,
  lostModels,
  topologyWords,
  applyImageMirrors,
  COMBINED_CHARACTERS,
  LEADER_SUFFIX,
  nameProblems,
  upTo3Decimals,
  performanceOf,
  targetResults,
  meetsAll,
  candidateDeployment,
  tightestMemory,
  verdictOf,
  topologyChanges,
  outlineOf,
  toRow,
  objectChanges,
  profileLine,
  whyChanged,
  outlinesOf,
  entryChanges,
  sightsOf,
  sightsOfWorkload,
  findSights,
  openStreet,
  termsFor,
  renderResources,
  profileResources,
  lookUp,
  inputsFor,
  profileAhead,
  profileTogether,
  CRITERION_NAMES,
  costOf,
  withCost,
  LAYOUT_LEGEND,
  layoutWords,
  workersWords,
  replicaWords2 as replicaWords,
  candidateWords,
  verdictFigures,
  triedOf,
  toComparisons,
  readSets,
  resourcesOf,
  variantsOf,
  verdictTitle,
  verdictLines
};
