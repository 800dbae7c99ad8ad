import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BACKENDS,
  MODES,
  OTHER_MODE,
  corrupt,
  hashOf
} from "./chunk-RDNXMUIG.mjs";
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  RenderError,
  RenderErrors
} from "./chunk-LYM26J3H.mjs";
import {
  __export
} from "./chunk-PHXOIUUE.mjs";

// src/group-by.ts
function groupBy(items, keyOf) {
  let groups2 = /* @__PURE__ */ new Map();
  for (let item of items) {
    let key = keyOf(item), group = groups2.get(key);
    group === void 0 ? groups2.set(key, [item]) : group.push(item);
  }
  return groups2;
}

// src/kinds.ts
var GROUP = "nvidia.com", GRAPH_KIND = "DynamoGraphDeployment", REQUEST_KIND = "DynamoGraphDeploymentRequest", GRAPH_LABEL = "nvidia.com/dynamo-graph-deployment-name", NAMESPACE_LABEL = "nvidia.com/dynamo-namespace", TYPE_LABEL = "nvidia.com/dynamo-component-type", PROJECT_FILE = "dgdr-render.yaml", LOCK_FILE = "dgdr.lock.yaml";

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject2,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  let numericValues = Object.values(entries).filter((v) => typeof v == "number");
  return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  return typeof value == "bigint" ? value.toString() : value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter, this._value = void 0;
  }
  get value() {
    let getter = this._getter;
    return getter !== void 0 && (this._value = getter(), this._getter = void 0), this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input == null;
}
function cleanRegex(source) {
  let start = source.startsWith("^") ? 1 : 0, end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  let ratio = val / step, roundedRatio = Math.round(ratio), tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  return Math.abs(ratio - roundedRatio) < tolerance ? 0 : ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value;
  Object.defineProperty(object2, key, {
    get() {
      if (value !== EVALUATING)
        return value === void 0 && (value = EVALUATING, value = getter()), value;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: !0
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: !0,
    enumerable: !0,
    configurable: !0
  });
}
function rawShape(def) {
  let desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      let value = getter();
      return assignProp(this, key, value), value;
    },
    enumerable: !0,
    configurable: !0
  });
}
function putProp(target, key, value) {
  key in target ? assignProp(target, key, value) : target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  let raw = sourceShape(source);
  for (let key of keys) {
    let desc = Object.getOwnPropertyDescriptor(raw, key);
    desc.enumerable && (desc.get ? deferProp(target, key, () => {
      let value = source._zod.def.shape[key];
      return wrap ? wrap(value, key) : value;
    }) : putProp(target, key, wrap ? wrap(desc.value, key) : desc.value));
  }
}
function mirrorProps(target, source) {
  for (let key of Reflect.ownKeys(source)) {
    let desc = Object.getOwnPropertyDescriptor(source, key);
    desc.enumerable && (desc.get ? deferProp(target, key, () => source[key]) : putProp(target, key, desc.value));
  }
}
function mergeDefs(...defs) {
  let mergedDescriptors = {};
  for (let def of defs) {
    let descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
  return path ? path.reduce((acc, key) => acc?.[key], obj) : obj;
}
function promiseAllObject(promisesObj) {
  let keys = Object.keys(promisesObj), promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    let resolvedObj = {};
    for (let i = 0; i < keys.length; i++)
      resolvedObj[keys[i]] = results[i];
    return resolvedObj;
  });
}
function randomString(length = 10) {
  let chars = "abcdefghijklmnopqrstuvwxyz", str = "";
  for (let i = 0; i < length; i++)
    str += chars[Math.floor(Math.random() * chars.length)];
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject2(data) {
  return typeof data == "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless || typeof navigator < "u" && navigator?.userAgent?.includes("Cloudflare"))
    return !1;
  try {
    let F = Function;
    return new F(""), !0;
  } catch {
    return !1;
  }
});
function isPlainObject(o) {
  if (isObject2(o) === !1)
    return !1;
  let ctor = o.constructor;
  if (ctor === void 0 || typeof ctor != "function")
    return !0;
  let prot = ctor.prototype;
  return !(isObject2(prot) === !1 || Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === !1);
}
function shallowClone(o) {
  return isPlainObject(o) ? { ...o } : Array.isArray(o) ? [...o] : o instanceof Map ? new Map(o) : o instanceof Set ? new Set(o) : o;
}
function numKeys(data) {
  let keyCount = 0;
  for (let key in data)
    Object.prototype.hasOwnProperty.call(data, key) && keyCount++;
  return keyCount;
}
var getParsedType = (data) => {
  let t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      return Array.isArray(data) ? "array" : data === null ? "null" : data.then && typeof data.then == "function" && data.catch && typeof data.catch == "function" ? "promise" : typeof Map < "u" && data instanceof Map ? "map" : typeof Set < "u" && data instanceof Set ? "set" : typeof Date < "u" && data instanceof Date ? "date" : typeof File < "u" && data instanceof File ? "file" : "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
}, propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]), primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  let cl = new inst._zod.constr(def ?? inst._zod.def);
  return (!def || params?.parent) && (cl._zod.parent = inst), cl;
}
function normalizeParams(_params) {
  let params = _params;
  if (!params)
    return {};
  if (typeof params == "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  return delete params.message, typeof params.error == "string" ? { ...params, error: () => params.error } : params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      return target ?? (target = getter()), Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      return target ?? (target = getter()), Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      return target ?? (target = getter()), Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      return target ?? (target = getter()), Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      return target ?? (target = getter()), Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      return target ?? (target = getter()), Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      return target ?? (target = getter()), Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  return typeof value == "bigint" ? value.toString() + "n" : typeof value == "string" ? `"${value}"` : `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional");
}
var NUMBER_FORMAT_RANGES = {
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}, BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  let currDef = schema._zod.def, checks = currDef.checks;
  if (checks && checks.length > 0)
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  let newShape = {};
  return mirrorShape(newShape, schema, maskedKeys(schema, mask)), clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  let raw = sourceShape(schema), keys = [];
  for (let key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable)
      throw new Error(`Unrecognized key: "${String(key)}"`);
    mask[key] && keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  let currDef = schema._zod.def, checks = currDef.checks;
  if (checks && checks.length > 0)
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  let omitted = new Set(maskedKeys(schema, mask)), newShape = {};
  return mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key))), clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape))
    throw new Error("Invalid input to extend: expected a plain object");
  let checks = schema._zod.def.checks;
  if (checks && checks.length > 0) {
    let existingShape = sourceShape(schema);
    for (let key of Reflect.ownKeys(shape))
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0)
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  let newShape = {};
  return mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema))), mirrorProps(newShape, shape), newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape))
    throw new Error("Invalid input to safeExtend: expected a plain object");
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def)
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  if (a._zod.def.checks?.length)
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  let newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a))), mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  let def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  let checks = schema._zod.def.checks;
  if (checks && checks.length > 0)
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  let selected = mask ? new Set(maskedKeys(schema, mask)) : void 0, newShape = {};
  return mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value }))), clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  let selected = mask ? new Set(maskedKeys(schema, mask)) : void 0, newShape = {};
  return mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  )), clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === !0)
    return !0;
  for (let i = startIndex; i < x.issues.length; i++)
    if (x.issues[i]?.continue !== !0)
      return !0;
  return !1;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === !0)
    return !0;
  for (let i = startIndex; i < x.issues.length; i++)
    if (x.issues[i]?.continue === !1)
      return !0;
  return !1;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a3;
    return (_a3 = iss).path ?? (_a3.path = []), iss.path.unshift(path), iss;
  });
}
function unwrapMessage(message) {
  return typeof message == "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  let caps = [];
  for (let ch of defChecks ?? []) {
    let d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    let max2 = d.maximum ?? d.length ?? d.size;
    max2 >= 0 && caps.push([max2, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++)
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  let traits = iss.inst?._zod?.traits;
  traits?.has("$ZodType") && (traits.has("$ZodCheck") ? (_a3 = iss).schema ?? (_a3.schema = iss.inst) : iss.schema = iss.inst);
  let schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0, message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input", full = {};
  for (let k of Object.keys(iss))
    k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__" || (full[k] = iss[k]);
  return full.path ?? (full.path = []), full.message = message, ctx?.reportInput && (full.input = iss.input), full;
}
function getSizableOrigin(input) {
  return input instanceof Set ? "set" : input instanceof Map ? "map" : input instanceof File ? "file" : "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  let units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++)
    (str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320 && (count--, i++);
  return count;
}
function getLengthableOrigin(input) {
  return Array.isArray(input) ? "array" : typeof input == "string" ? "string" : "unknown";
}
function parsedType(data) {
  let t = typeof data;
  switch (t) {
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "object": {
      if (data === null)
        return "null";
      if (Array.isArray(data))
        return "array";
      let obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor)
        return obj.constructor.name;
    }
  }
  return t;
}
function issue(...args) {
  let [iss, input, inst] = args;
  return typeof iss == "string" ? {
    message: iss,
    code: "custom",
    input,
    inst
  } : { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => Number.isNaN(Number.parseInt(k, 10))).map((el) => el[1]);
}
function base64ToUint8Array(base642) {
  let binaryString = atob(base642), bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++)
    bytes[i] = binaryString.charCodeAt(i);
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++)
    binaryString += String.fromCharCode(bytes[i]);
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  let base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/"), padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
  let cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0)
    throw new Error("Invalid hex string length");
  let bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2)
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (let key in table) {
    let desc = Object.getOwnPropertyDescriptor(table, key);
    desc.get ? Object.defineProperty(proto, key, { ...desc, enumerable: !1 }) : defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = !0) {
  return Object.defineProperty(inst, key, { configurable: !0, writable: !0, enumerable, value }), value;
}
function hide(inst, key, value) {
  return own(inst, key, value, !1);
}
// @__NO_SIDE_EFFECTS__
function derived(computes2, table) {
  for (let key in computes2) {
    let compute = computes2[key];
    Object.defineProperty(table, key, {
      configurable: !0,
      enumerable: !0,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  let proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing, broke = !1, breaker = {
  configurable: !0,
  get() {
    broke = !0;
  }
};
function defineLazyInternal(inst, key, compute) {
  let proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod, Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      Object.defineProperty(this, key, breaker);
      let outer = broke;
      broke = !1;
      try {
        let value = compute(this);
        return broke ? delete this[key] : Object.defineProperty(this, key, { configurable: !0, writable: !0, value }), broke = broke || outer, value;
      } catch (err) {
        throw delete this[key], broke = broke || outer, err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: !0, writable: !0, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  let proto = claim(inst, key);
  proto && Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      let desc = { configurable: !0, writable: !0, enumerable, value: void 0 };
      return Object.defineProperty(this, key, desc), desc.value = make(this), Object.defineProperty(this, key, desc), desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: !0, writable: !0, enumerable, value });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  let fn = () => value;
  return fn[CONSTANT_CATCH] = !0, fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: !1 }, _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  let E = _E;
  if (E) {
    let saved = E.stackTraceLimit;
    if (typeof saved == "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        return _E = null, new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer3, proto, params) {
  let zodProto = {};
  function Internals(def) {
    this.def = def, this.constr = _, this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  let protoMembers = proto, initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (inst._zod) {
      if (inst._zod.traits.has(name))
        return;
    } else {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    }
    if (inst._zod.traits.add(name), initializer3(inst, def), initialized) {
      let own2 = Object.getPrototypeOf(inst), ctorProto = inst._zod.constr.prototype, up = own2;
      for (; up && up !== ctorProto; )
        up = Object.getPrototypeOf(up);
      let target = up ?? own2;
      initialized.has(target) || (initialized.add(target), members(target, protoMembers));
    }
    let proto2 = _.prototype;
    for (let k in proto2)
      Object.prototype.hasOwnProperty.call(proto2, k) && (k in inst || (inst[k] = proto2[k].bind(inst)));
  }
  let Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    let inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    let deferred = inst._zod.deferred;
    if (deferred) {
      for (let fn of deferred)
        fn();
      inst._zod.deferred = void 0;
    }
    let pp = globalThis.__zod_globalConfig?.postProcessor;
    return pp && pp(inst), inst;
  }
  return Object.defineProperty(_, "init", { value: init }), Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => params?.Parent && inst instanceof params.Parent ? !0 : inst?._zod?.traits?.has(name)
  }), Object.defineProperty(_, "name", { value: name }), _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super("Encountered Promise during synchronous parse. Use .parseAsync() instead.");
  }
}, $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`), this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  return newConfig && Object.assign(globalConfig, newConfig), globalConfig;
}

// src/words.ts
var SHOWN_LENGTH = 60, UNPRINTABLE = /[\p{C}\u2028\u2029]/gu;
function show(value) {
  return Array.isArray(value) ? "a list" : isObject(value) ? "a mapping" : typeof value != "string" ? String(value) : quote(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}...` : value);
}
function quote(text) {
  return escapeUnprintable(JSON.stringify(text));
}
function escapeUnprintable(json) {
  return json.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function isPrintable(text) {
  return escapeUnprintable(text) === text;
}

// src/releases/backends.ts
var BACKENDS_1_0 = {
  trtllm: {
    workers: { agg: "TRTLLMWorker", prefill: "TRTLLMPrefillWorker", decode: "TRTLLMDecodeWorker" },
    formerWorkers: void 0,
    keepsRoleFlags: !1,
    hasEngineFlags: !1,
    eventsFlag: "--publish-events-and-metrics"
  },
  sglang: {
    workers: { agg: "decode", prefill: "prefill", decode: "decode" },
    formerWorkers: void 0,
    keepsRoleFlags: !1,
    graphBatchesFlag: "--cuda-graph-bs",
    hasRequestPerRank: !1,
    draftsDeepSeekV4: !0
  },
  vllm: {
    workers: { agg: "VllmDecodeWorker", prefill: "VllmPrefillWorker", decode: "VllmDecodeWorker" },
    formerWorkers: void 0,
    keepsRoleFlags: !1,
    hasOldRoleFlags: !0,
    writesContextLength: !0,
    kvRoles: { prefill: "kv_both", decode: void 0 }
  }
}, BACKENDS_1_1 = {
  ...BACKENDS_1_0,
  trtllm: { ...BACKENDS_1_0.trtllm, hasEngineFlags: !0 }
}, BACKENDS_1_2 = {
  ...BACKENDS_1_1,
  trtllm: {
    ...BACKENDS_1_1.trtllm,
    workers: { ...BACKENDS_1_1.trtllm.workers, prefill: "prefill", decode: "decode" }
  }
}, BACKENDS_1_3 = {
  ...BACKENDS_1_2,
  trtllm: { ...BACKENDS_1_2.trtllm, eventsFlag: "--publish-kv-events" }
}, BACKENDS_1_4 = {
  ...BACKENDS_1_3,
  // No engine from 0.11 on lets a model predict tokens that nobody asked for.
  sglang: { ...BACKENDS_1_3.sglang, draftsDeepSeekV4: !1 },
  vllm: { ...BACKENDS_1_3.vllm, keepsRoleFlags: !0, hasOldRoleFlags: !1 }
}, BACKENDS_1_5 = {
  ...BACKENDS_1_4,
  sglang: { ...BACKENDS_1_4.sglang, hasRequestPerRank: !0 },
  vllm: { ...BACKENDS_1_4.vllm, writesContextLength: !1 }
}, BACKENDS_1_6 = {
  ...BACKENDS_1_5,
  sglang: { ...BACKENDS_1_5.sglang, graphBatchesFlag: "--cuda-graph-bs-decode" },
  vllm: {
    ...BACKENDS_1_5.vllm,
    workers: { agg: "worker", prefill: "prefill", decode: "decode" },
    formerWorkers: BACKENDS_1_5.vllm.workers,
    kvRoles: { prefill: "kv_producer", decode: "kv_consumer" }
  }
};

// src/releases/router.ts
var ROUTER_1_0 = {
  eventPlane: "nats",
  routerModes: ["round-robin", "random", "kv", "direct"],
  routerVariables: [
    "DYN_ROUTER_ASSUME_KV_REUSE",
    "DYN_ROUTER_BLOCK_SIZE",
    "DYN_ROUTER_DURABLE_KV_EVENTS",
    "DYN_ROUTER_ENDPOINT",
    "DYN_ROUTER_EVENT_THREADS",
    "DYN_ROUTER_KV_OVERLAP_SCORE_WEIGHT",
    "DYN_ROUTER_MAX_TREE_SIZE",
    "DYN_ROUTER_MODE",
    "DYN_ROUTER_PRUNE_TARGET_RATIO",
    "DYN_ROUTER_QUEUE_THRESHOLD",
    "DYN_ROUTER_REPLICA_SYNC",
    "DYN_ROUTER_RESET_STATES",
    "DYN_ROUTER_SNAPSHOT_THRESHOLD",
    "DYN_ROUTER_TEMPERATURE",
    "DYN_ROUTER_TRACK_ACTIVE_BLOCKS",
    "DYN_ROUTER_TRACK_OUTPUT_BLOCKS",
    "DYN_ROUTER_TTL_SECS",
    "DYN_ROUTER_USE_KV_EVENTS"
  ]
}, ROUTER_1_1 = {
  ...ROUTER_1_0,
  routerModes: [...ROUTER_1_0.routerModes, "power-of-two", "least-loaded", "device-aware-weighted"],
  routerVariables: [
    ...ROUTER_1_0.routerVariables,
    "DYN_ROUTER_MIN_INITIAL_WORKERS",
    "DYN_ROUTER_PREFILL_LOAD_MODEL",
    "DYN_ROUTER_QUEUE_POLICY",
    "DYN_ROUTER_TRACK_PREFILL_TOKENS"
  ]
}, ROUTER_1_2 = {
  ...ROUTER_1_1,
  routerVariables: [
    ...without(ROUTER_1_1.routerVariables, "DYN_ROUTER_MAX_TREE_SIZE", "DYN_ROUTER_PRUNE_TARGET_RATIO"),
    "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT",
    "DYN_ROUTER_LOAD_AWARE",
    "DYN_ROUTER_PREFILL_LOAD_SCALE"
  ]
}, ROUTER_1_3 = {
  ...ROUTER_1_2,
  eventPlane: "zmq",
  routerVariables: [
    ...ROUTER_1_2.routerVariables,
    "DYN_ROUTER_DISK_CACHE_HIT_WEIGHT",
    "DYN_ROUTER_HOST_CACHE_HIT_WEIGHT",
    "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY",
    "DYN_ROUTER_POLICY_CONFIG",
    "DYN_ROUTER_PREDICTED_TTL_SECS",
    "DYN_ROUTER_SESSION_AFFINITY_TTL_SECS"
  ]
}, ROUTER_1_4 = {
  ...ROUTER_1_3,
  routerVariables: [
    ...without(
      ROUTER_1_3.routerVariables,
      "DYN_ROUTER_DURABLE_KV_EVENTS",
      "DYN_ROUTER_RESET_STATES",
      "DYN_ROUTER_SNAPSHOT_THRESHOLD"
    ),
    "DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT",
    "DYN_ROUTER_TRACKING_HASH",
    "DYN_ROUTER_TRACKING_KEY_FILE",
    "DYN_ROUTER_TRACKING_KEY_ID"
  ]
}, ROUTER_1_5 = {
  ...ROUTER_1_4,
  routerVariables: [
    ...ROUTER_1_4.routerVariables,
    "DYN_ROUTER_APPROXIMATE_CACHE_POLICY",
    "DYN_ROUTER_CONDITIONAL_DISAGG",
    "DYN_ROUTER_CONDITIONAL_DISAGG_CONFIG",
    "DYN_ROUTER_DECODE_POLICY",
    "DYN_ROUTER_PREFILL_POLICY",
    "DYN_ROUTER_SESSION_AFFINITY_MODE"
  ]
};
function without(names, ...gone) {
  return names.filter((name) => !gone.includes(name));
}

// src/releases/rows.ts
var REGISTRY = "nvcr.io/nvidia/ai-dynamo", R1_0 = {
  ...ROUTER_1_0,
  release: { major: 1, minor: 0 },
  engine: "0.10",
  ownEngine: "aiconfigurator before 0.8",
  hasTwinEngine: !1,
  recordedProfiler: "1.3",
  graphVersion: "v1alpha1",
  overrideMerge: "profiler",
  hasArgsPatch: !1,
  unknownService: "warning",
  writesFrontendCommand: !1,
  refusesCustomCode: !1,
  backends: BACKENDS_1_0,
  skus: ["gb200_sxm", "b200_sxm", "h200_sxm", "h100_sxm", "a100_sxm", "l40s"],
  requestFields: [],
  defaultImage: `${REGISTRY}/dynamo-frontend`,
  plannerImage: void 0,
  planner: {
    renames: {
      ttft_ms: "ttft",
      itl_ms: "itl",
      throughput_adjustment_interval_seconds: "throughput_adjustment_interval",
      load_adjustment_interval_seconds: "load_adjustment_interval",
      advisory: "no_operation"
    },
    drops: [],
    adds: {},
    hasLoadTarget: !1,
    wantsModelName: !1,
    namesDataVersion: !1,
    perfModel: "aic_perf_model",
    needsProfiles: !0
  },
  mocker: {
    prefix: void 0,
    hasBackend: !1,
    backendVersion: void 0,
    omitsUnitExperts: !1,
    isTimedAlone: !1
  }
}, R1_1 = {
  ...R1_0,
  ...ROUTER_1_1,
  release: { major: 1, minor: 1 },
  ownEngine: "aiconfigurator 0.8",
  skus: [...R1_0.skus, "h100_pcie", "a100_pcie", "l40", "l4", "v100_sxm", "v100_pcie", "t4", "mi200", "mi300"],
  requestFields: ["spec.hardware.interconnect", "spec.hardware.rdma", "spec.sla.optimizationType"],
  defaultImage: `${REGISTRY}/dynamo-planner`,
  plannerImage: "dynamo-planner",
  backends: BACKENDS_1_1,
  mocker: { ...R1_0.mocker, prefix: "--aic" }
}, R1_2 = {
  ...R1_1,
  ...ROUTER_1_2,
  release: { major: 1, minor: 2 },
  ownEngine: "aiconfigurator 0.9",
  skus: [...R1_1.skus, "a30"],
  backends: BACKENDS_1_2,
  planner: { ...R1_1.planner, renames: {}, needsProfiles: !1 },
  mocker: { ...R1_1.mocker, hasBackend: !0 }
}, R1_3 = {
  ...R1_2,
  ...ROUTER_1_3,
  release: { major: 1, minor: 3 },
  backends: BACKENDS_1_3,
  skus: [...R1_2.skus, "gb10"],
  planner: { ...R1_2.planner, hasLoadTarget: !0 }
}, R1_4 = {
  ...R1_3,
  ...ROUTER_1_4,
  release: { major: 1, minor: 4 },
  engine: "0.11",
  ownEngine: "aiconfigurator 0.11.0",
  recordedProfiler: void 0,
  graphVersion: "v1beta1",
  overrideMerge: "operator",
  refusesCustomCode: !0,
  requestFields: [...R1_3.requestFields, "spec.runtimeVersionOverride"],
  backends: BACKENDS_1_4,
  planner: { ...R1_3.planner, namesDataVersion: !0 }
}, R1_5 = {
  ...R1_4,
  ...ROUTER_1_5,
  release: { major: 1, minor: 5 },
  engine: "0.12",
  ownEngine: "aisimulate 0.12.0",
  hasTwinEngine: !0,
  recordedProfiler: "1.5",
  hasArgsPatch: !0,
  writesFrontendCommand: !0,
  requestFields: [...R1_4.requestFields, "spec.features.kvRouter.enabled"],
  backends: BACKENDS_1_5,
  planner: {
    ...R1_4.planner,
    adds: {
      prefill_min_endpoint: null,
      decode_min_endpoint: null,
      control_api_port: 9086,
      enable_power_awareness: !1,
      total_gpu_power_limit: null
    }
  },
  mocker: { ...R1_4.mocker, backendVersion: "current", isTimedAlone: !0 }
}, R1_6 = {
  ...R1_5,
  release: { major: 1, minor: 6 },
  engine: "0.13",
  ownEngine: "aisimulate 0.13.0",
  hasTwinEngine: !1,
  recordedProfiler: "1.6",
  unknownService: "error",
  backends: BACKENDS_1_6,
  skus: [...R1_5.skus, "gb200", "vr_nvl72", "b300_sxm"],
  requestFields: [...R1_5.requestFields, "spec.overrides.trustRemoteCode"],
  planner: {
    ...R1_5.planner,
    drops: ["aic_perf_model"],
    adds: { ...R1_5.planner.adds, max_throughput_scaling_replicas: 8, ais_perf_model: null },
    wantsModelName: !0,
    perfModel: "ais_perf_model"
  },
  mocker: { ...R1_5.mocker, prefix: "--ais", backendVersion: "measured", omitsUnitExperts: !0 }
}, RELEASES = [R1_0, R1_1, R1_2, R1_3, R1_4, R1_5, R1_6];

// src/releases/facts.ts
var ENGINE_NAMES = ["0.10", "0.11", "0.12", "0.13"], GRAPH_VERSIONS = ["v1alpha1", "v1beta1"];

// src/releases.ts
function v1(minor) {
  return { major: 1, minor };
}
function releaseFacts(target) {
  return RELEASES.findLast(({ release }) => !isBefore(target, release)) ?? RELEASES[0];
}
function newestRelease() {
  return (RELEASES.at(-1) ?? RELEASES[0]).release;
}
function firstRelease(has) {
  return RELEASES.find(has)?.release;
}
function isBefore(a, b) {
  return a.major < b.major || a.major === b.major && a.minor < b.minor;
}
function printRelease({ major, minor }) {
  return `${major}.${minor}`;
}

// src/request/mends.ts
var COMPATS = ["ours", "reference"], OURS = everyMend(!0), REFERENCE = everyMend(!1), MENDED_SINCE_1_5 = {
  ...REFERENCE,
  mergesOverrideOnce: !0,
  keepsGeneratedEntries: !0,
  foldsEngineSettings: !0,
  coercesOverrides: !0,
  dropsStrayMembers: !0,
  refusesBrokenOverrides: !0,
  stripsModelMount: !0,
  benchmarksByRole: !0,
  forwardsLengths: !0
}, RECORDED_REFERENCES = {
  "1.3": { release: v1(3), engine: "0.10", mends: REFERENCE },
  "1.5": { release: v1(5), engine: "0.12", mends: MENDED_SINCE_1_5 },
  "1.6": { release: v1(6), engine: "0.12", mends: MENDED_SINCE_1_5 }
};
function mendsOf(compat = "ours", profiler = "1.3") {
  return compat === "ours" ? OURS : RECORDED_REFERENCES[profiler].mends;
}
function mendsInput(mends) {
  let names = Object.entries(mends).flatMap(([name, isOn]) => isOn ? [name] : []);
  if (names.length !== Object.keys(OURS).length)
    return names.length === 0 ? "reference" : names;
}
function everyMend(isOn) {
  return {
    writesRoleFlags: isOn,
    mergesOverrideOnce: isOn,
    keepsGeneratedEntries: isOn,
    foldsEngineSettings: isOn,
    requestsLimitedGpus: isOn,
    coercesOverrides: isOn,
    dropsStrayMembers: isOn,
    refusesBrokenOverrides: isOn,
    checksAdmission: isOn,
    warnsAboutRefusedFlags: isOn,
    warnsAboutLostRoles: isOn,
    warnsAboutRouterSettings: isOn,
    warnsAboutVariables: isOn,
    writesForTarget: isOn,
    translatesSkus: isOn,
    usesNodeSize: isOn,
    stripsModelMount: isOn,
    clampsContext: isOn,
    namesPickedBackend: isOn,
    namesDataVersion: isOn,
    plansFromSizing: isOn,
    benchmarksByRole: isOn,
    countsExpertGpus: isOn,
    dropsImageDigests: isOn,
    leavesOutContextParallel: isOn,
    meetsTargetsFirst: isOn,
    choosesByServedLoad: isOn,
    capsEveryRow: isOn,
    reportsMergedLatencies: isOn,
    boundsPlannerPairs: isOn,
    knowsCatalogue: isOn,
    sizesForRequest: isOn,
    forwardsLengths: isOn,
    leavesFrontendCommand: isOn,
    keepsContextLength: isOn,
    limitsToVram: isOn,
    carriesMetadata: isOn
  };
}

// src/request/request.ts
var ROUTER_MODES = [
  "round-robin",
  "random",
  "power-of-two",
  "kv",
  "least-loaded",
  "device-aware-weighted"
], KV_EVENTS = ["exact", "approximate"], FLUX_SUBSTITUTE = ["disabled", "enabled"], SUPPORTS = ["recorded", "assumed"];

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  let internals = this._zod;
  return internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2)), internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: !0,
  configurable: !0
}, _issuesDesc = { value: void 0, enumerable: !1 }, _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]), initializer = (inst, def) => {
  inst.name = "$ZodError", _issuesDesc.value = def, Object.defineProperty(inst, "issues", _issuesDesc), _issuesDesc.value = void 0, Object.defineProperty(inst, "message", _messageDesc);
  let proto = Object.getPrototypeOf(inst);
  _installedToString.has(proto) || (_installedToString.add(proto), Object.defineProperty(proto, "toString", {
    configurable: !0,
    enumerable: !1,
    get() {
      let value = () => this.message;
      return Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 }), value;
    },
    set(value) {
      Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 });
    }
  }));
}, $ZodError = $constructor("$ZodError", initializer), $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  return Object.prototype.hasOwnProperty.call(obj, key) || (key === "__proto__" ? Object.defineProperty(obj, key, { value: make(), writable: !0, enumerable: !0, configurable: !0 }) : obj[key] = make()), obj[key];
}
function flattenError(error2, mapper = (issue2) => issue2.message) {
  let fieldErrors = {}, formErrors = [];
  for (let sub of error2.issues)
    sub.path.length > 0 ? node(fieldErrors, sub.path[0], () => []).push(mapper(sub)) : formErrors.push(mapper(sub));
  return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue2) => issue2.message) {
  let fieldErrors = { _errors: [] }, processError = (error3, path = []) => {
    for (let issue2 of error3.issues)
      if (issue2.code === "invalid_union" && issue2.errors.length)
        issue2.errors.map((issues) => processError({ issues }, [...path, ...issue2.path]));
      else if (issue2.code === "invalid_key")
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      else if (issue2.code === "invalid_element")
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      else {
        let fullpath = [...path, ...issue2.path];
        if (fullpath.length === 0)
          fieldErrors._errors.push(mapper(issue2));
        else {
          let curr = fieldErrors, i = 0;
          for (; i < fullpath.length; ) {
            let el = fullpath[i], terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              terminal && curr._errors.push(mapper(issue2)), i++;
              continue;
            }
            Object.prototype.hasOwnProperty.call(curr, el) || Object.defineProperty(curr, el, {
              value: { _errors: [] },
              enumerable: !0,
              writable: !0,
              configurable: !0
            });
            let node2 = curr[el];
            terminal && node2._errors.push(mapper(issue2)), curr = node2, i++;
          }
        }
      }
  };
  return processError(error2), fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
  let fn = (schema, value, _ctx, _params) => {
    let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      throw new $ZodAsyncError();
    if (result.issues.length) {
      let e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      throw captureStackTrace(e, _params?.callee ?? fn), e;
    }
    return result.value;
  };
  return fn;
};
var _parseAsync = (_Err) => {
  let fn = async (schema, value, _ctx, params) => {
    let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise && (result = await result), result.issues.length) {
      let e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      throw captureStackTrace(e, params?.callee ?? fn), e;
    }
    return result.value;
  };
  return fn;
};
var _safeParse = (_Err) => (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    throw new $ZodAsyncError();
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
};
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: !1,
    get error() {
      return error2 || (error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config()))), issues = void 0, ctx = void 0), error2;
    },
    set error(e) {
      error2 = e, issues = void 0, ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
  return result instanceof Promise && (result = await result), result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
};
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid"), COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback"), validate = ((schema, value, _ctx) => {
  let validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return !0;
    if (validator.definite === !0 && _ctx === void 0)
      return !1;
  }
  return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
  let ctx = _ctx ? { ..._ctx, async: !1, abortEarly: !0 } : { async: !1, abortEarly: !0 }, fallbackRun = schema._zod.bag.fallbackRun, result;
  if (fallbackRun ? (ctx[COMPILE_FALLBACK] = !0, result = fallbackRun({ value, issues: [] }, ctx)) : result = schema._zod.run({ value, issues: [] }, ctx), result instanceof Promise)
    throw new $ZodAsyncError();
  return result.issues.length === 0;
}
var validateAsync = async (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !0, abortEarly: !0 } : { async: !0, abortEarly: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
  return result instanceof Promise && (result = await result), result.issues.length === 0;
}, _encode = (_Err) => {
  let parse3 = _parse(_Err), fn = (schema, value, _ctx, _params) => {
    let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse3(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decode = (_Err) => {
  let parse3 = _parse(_Err), fn = (schema, value, _ctx, _params) => parse3(schema, value, _ctx, finalizeParams(fn, _params));
  return fn;
};
var _encodeAsync = (_Err) => {
  let parseAsync2 = _parseAsync(_Err), fn = async (schema, value, _ctx, _params) => {
    let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decodeAsync = (_Err) => {
  let parseAsync2 = _parseAsync(_Err), fn = async (schema, value, _ctx, _params) => await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  return fn;
};
var _safeEncode = (_Err) => (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
};
var _safeDecode = (_Err) => (schema, value, _ctx) => _safeParse(_Err)(schema, value, _ctx);
var _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
};
var _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => _safeParseAsync(_Err)(schema, value, _ctx);

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/, cuid2 = /^[0-9a-z]+$/, ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/, xid = /^[0-9a-vA-V]{20}$/, ksuid = /^[A-Za-z0-9]{27}$/, nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/, uuid = (version2) => version2 ? new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`) : /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = "^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$";
function emoji() {
  return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/, ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/, cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/, base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/, base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/, e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = "(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))";
function anchor(source) {
  return new RegExp(`^${source}$`);
}
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  let hhmm = "(?:[01]\\d|2[0-3]):[0-5]\\d";
  return typeof args.precision == "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  let opts = ["Z"];
  args.offset && opts.push("([+-](?:[01]\\d|2[0-3]):[0-5]\\d)");
  let qualified = `${timeSource({ precision: args.precision, seconds: !0 })}(?:${opts.join("|")})`, timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/, number = /^-?\d+(?:\.\d+)?$/, boolean = /^(?:true|false)$/i;
var lowercase = /^[^A-Z]*$/, uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {}), inst._zod.def = def, (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  let val = payload.value;
  return !nullish(val) && val.length !== void 0;
}, numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
}, $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  let origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    (def.inclusive ? payload.value <= def.value : payload.value < def.value) || payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value == "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  let origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    (def.inclusive ? payload.value >= def.value : payload.value > def.value) || payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value == "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def), inst._zod.check = (payload) => {
    if (typeof payload.value != typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    (typeof payload.value == "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0) || payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def), def.format = def.format || "float64";
  let isInt = def.format?.includes("int"), origin = isInt ? "int" : "number", [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    let input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: !1,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        input > 0 ? payload.issues.push({
          input,
          code: "too_big",
          maximum: Number.MAX_SAFE_INTEGER,
          note: "Integers must be within the safe integer range.",
          inst,
          origin,
          inclusive: !0,
          continue: !def.abort
        }) : payload.issues.push({
          input,
          code: "too_small",
          minimum: Number.MIN_SAFE_INTEGER,
          note: "Integers must be within the safe integer range.",
          inst,
          origin,
          inclusive: !0,
          continue: !def.abort
        });
        return;
      }
    }
    input < minimum && payload.issues.push({
      origin: "number",
      input,
      code: "too_small",
      minimum,
      inclusive: !0,
      inst,
      continue: !def.abort
    }), input > maximum && payload.issues.push({
      origin: "number",
      input,
      code: "too_big",
      maximum,
      inclusive: !0,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength), inst._zod.check = (payload) => {
    let input = payload.value, units = input.length;
    if ((typeof input == "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum)
      return;
    let origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: !0,
      input,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength), inst._zod.check = (payload) => {
    let input = payload.value, units = input.length;
    if ((typeof input == "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum)
      return;
    let origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: !0,
      input,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def), (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength), inst._zod.check = (payload) => {
    let input = payload.value, units = input.length, length = typeof input == "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    let origin = getLengthableOrigin(input), tooBig = length > def.length;
    payload.issues.push({
      origin,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: !0,
      exact: !0,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def), def.pattern ? (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
    def.pattern.lastIndex = 0, !def.pattern.test(payload.value) && payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: def.format,
      input: payload.value,
      ...def.pattern ? { pattern: def.pattern.toString() } : {},
      inst,
      continue: !def.abort
    });
  }) : (_b = inst._zod).check ?? (_b.check = () => {
  });
}), $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def), inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0, !def.pattern.test(payload.value) && payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase), $ZodCheckStringFormat.init(inst, def);
}), $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase), $ZodCheckStringFormat.init(inst, def);
}), $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  let escapedRegex = escapeRegex(def.includes), pattern = new RegExp(typeof def.position == "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern, inst._zod.check = (payload) => {
    payload.value.includes(def.includes, def.position) || payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  let pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern), inst._zod.check = (payload) => {
    payload.value.startsWith(def.prefix) || payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
}), $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  let pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern), inst._zod.check = (payload) => {
    payload.value.endsWith(def.suffix) || payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def), inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  constructor(args = [], closed = {}) {
    this.content = [], this.indent = 0, this.args = args, this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg == "function") {
      arg(this, { execution: "sync" }), arg(this, { execution: "async" });
      return;
    }
    let lines = arg.split(`
`).filter((x) => x), minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length)), dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (let line2 of dedented)
      this.content.push(line2);
  }
  compile() {
    let F = Function, content = this?.content ?? [""];
    return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join(`
`)}
};`)(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {}), inst._zod.def = def, inst._zod.bag = inst._zod.bag || {}, inst._zod.version = version;
  let defChecks = inst._zod.def.checks, checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (let ch of checks)
    for (let fn of ch._zod.onattach)
      fn(inst);
  if (checks.length === 0)
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  else {
    let runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload), asyncResult;
      for (let ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload) || !ch._zod.def.when(payload))
            continue;
        } else if (isAborted)
          continue;
        let currLen = payload.issues.length, _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === !1)
          throw new $ZodAsyncError();
        if (asyncResult || _ instanceof Promise)
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _, payload.issues.length !== currLen && (attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen)));
          });
        else {
          if (payload.issues.length === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen));
        }
      }
      return asyncResult ? asyncResult.then(() => payload) : payload;
    }, handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary))
        return canary.aborted = !0, canary;
      let checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === !1)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks)
        return inst._zod.parse(payload, ctx);
      if (ctx.direction === "backward") {
        let canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: !0 });
        return canary instanceof Promise ? canary.then((canary2) => handleCanaryResult(canary2, payload, ctx)) : handleCanaryResult(canary, payload, ctx);
      }
      let result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === !1)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
}), toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value) {
  let ctx = { async: !0 };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      let ctx = { async: !1 };
      try {
        let r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = def.pattern ?? anyString, inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch {
      }
    return typeof payload.value == "string" || payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    }), payload;
  };
}), $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def), $ZodString.init(inst, def);
}), $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid), $ZodStringFormat.init(inst, def);
}), $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    let v = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    }[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
}), $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email), $ZodStringFormat.init(inst, def);
}), URL_BAD_FORMAT = 1, URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    return typeof URL < "u" && typeof URL.canParse == "function" ? URL.canParse(input) : (new URL(input), !0);
  } catch {
    return !1;
  }
}
function validateURL(trimmed, def) {
  return !("normalize" in def) && !("hostname" in def) && !("protocol" in def) ? canParseURL(trimmed) || URL_UNPARSEABLE : parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed))
    return URL_BAD_FORMAT;
  try {
    if (typeof URL < "u") {
      let URLStatic = URL;
      if (typeof URLStatic.parse == "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
  return hostname.lastIndex = 0, hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
  return protocol.lastIndex = 0, protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
    try {
      let trimmed = payload.value.trim(), url = validateURL(trimmed, def);
      if (url === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === !0) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      def.hostname && !urlHostnameOk(url, def.hostname) && payload.issues.push({
        code: "invalid_format",
        format: "url",
        note: "Invalid hostname",
        pattern: def.hostname.source,
        input: payload.value,
        inst,
        continue: !def.abort
      }), def.protocol && !urlProtocolOk(url, def.protocol) && payload.issues.push({
        code: "invalid_format",
        format: "url",
        note: "Invalid protocol",
        pattern: def.protocol.source,
        input: payload.value,
        inst,
        continue: !def.abort
      }), payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
      return;
    } catch {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
}), $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji()), $ZodStringFormat.init(inst, def);
}), $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length)), $ZodStringFormat.init(inst, def);
}), $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid), $ZodStringFormat.init(inst, def);
}), $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2), $ZodStringFormat.init(inst, def);
}), $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid), $ZodStringFormat.init(inst, def);
}), $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid), $ZodStringFormat.init(inst, def);
}), $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid), $ZodStringFormat.init(inst, def);
}), $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def)), $ZodStringFormat.init(inst, def);
}), $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date), $ZodStringFormat.init(inst, def);
}), $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def)), $ZodStringFormat.init(inst, def);
}), $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration), $ZodStringFormat.init(inst, def);
}), $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4), $ZodStringFormat.init(inst, def);
}), ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  return ipv6Alphabet.test(value) ? canParseURL(`http://[${value}]`) : !1;
}
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
    isValidIPv6(payload.value) || payload.issues.push({
      code: "invalid_format",
      format: "ipv6",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4), $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  let parts2 = value.split("/");
  if (parts2.length !== 2)
    return !1;
  let [address, prefix] = parts2;
  if (!prefix)
    return !1;
  let prefixNum = Number(prefix);
  return `${prefixNum}` !== prefix || prefixNum < 0 || prefixNum > 128 ? !1 : isValidIPv6(address);
}
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
    isValidCIDRv6(payload.value) || payload.issues.push({
      code: "invalid_format",
      format: "cidrv6",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
function isValidBase64(data) {
  if (data === "")
    return !0;
  if (/\s/.test(data) || data.length % 4 !== 0)
    return !1;
  try {
    return atob(data), !0;
  } catch {
    return !1;
  }
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/, $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
    isValidBase64(payload.value) || payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
}), base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return !1;
  let base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/"), padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset), $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
    isValidBase64URL(payload.value) || payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
}), $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164), $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    let tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return !1;
    let [header] = tokensParts;
    if (!header)
      return !1;
    let parsedHeader = JSON.parse(atob(header));
    return !("typ" in parsedHeader && parsedHeader?.typ !== "JWT" || !parsedHeader.alg || algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm));
  } catch {
    return !1;
  }
}
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def), inst._zod.check = (payload) => {
    isValidJWT(payload.value, def.alg) || payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = number, inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch {
      }
    let input = payload.value;
    if (typeof input == "number" && !Number.isNaN(input) && Number.isFinite(input))
      return payload;
    let received = typeof input == "number" ? Number.isNaN(input) ? "NaN" : Number.isFinite(input) ? void 0 : String(input) : void 0;
    return payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    }), payload;
  };
}), $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def), $ZodNumber.init(inst, def);
}), $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = boolean, inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = !!payload.value;
      } catch {
      }
    let input = payload.value;
    return typeof input == "boolean" || payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    }), payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.parse = (payload) => payload;
}), $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => (payload.issues.push({
    expected: "never",
    code: "invalid_type",
    input: payload.value,
    inst
  }), payload);
});
function capSize(inst, size) {
  let caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  let cap = Math.min(...caps.map((c) => c[0])), parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    let n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (let [max2, ch] of sizeCaps(inst._zod.def.checks))
        if (n > max2 && ch._zod.def.when(payload)) {
          let start = payload.issues.length;
          return ch._zod.check(payload), payload.issues[start].continue = !1, attachSchema(payload.issues, start, inst), payload;
        }
    }
    return parse3(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  result.issues.length && final.issues.push(...prefixIssues(index, result.issues)), final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  let memo3 = globalConfig.memoizer;
  memo3?.attach(inst), inst._zod.parse = (payload, ctx) => {
    let input = payload.value;
    if (!Array.isArray(input))
      return payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo3 ? memo3.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    let proms = [], abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      let item = input[i], result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise)
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      else if (handleArrayResult(result, payload, i), abortEarly && result.issues.length !== 0 && aborted(result))
        break;
    }
    return proms.length ? Promise.all(proms).then(() => payload) : payload;
  }, capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  let isPresent = key in input, isOptionalOut = optout === "optional";
  if (!(!isPresent && isOptionalOut && optin === "optional")) {
    if (result.issues.length) {
      if (optin !== void 0 && isOptionalOut && !isPresent)
        return;
      final.issues.push(...prefixIssues(key, result.issues));
    }
    if (!isPresent && optin === void 0) {
      result.issues.length || final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
      return;
    }
    result.value === void 0 ? (isPresent || optin === "defaulted" && !isOptionalOut) && (final.value[key] = void 0) : final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  let keys = Object.keys(def.shape), ownSymbols = Object.getOwnPropertySymbols(def.shape), symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS, allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (let k of allKeys)
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType"))
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
  let okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  let unrecognized = [], keySet = def.keySet, _catchall = def.catchall._zod, t = _catchall.def.type, optin = _catchall.optin, optout = _catchall.optout, seen = 0;
  for (let key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      t === "never" && unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    let r = _catchall.run({ value: input[key], issues: [] }, ctx);
    r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
  }
  return unrecognized.length && payload.issues.push({
    code: "unrecognized_keys",
    keys: unrecognized,
    input,
    inst,
    // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
    continue: !0
  }), proms.length ? Promise.all(proms).then(() => payload) : payload;
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  let desc = Object.getOwnPropertyDescriptor(def, "shape"), sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    let get = () => {
      let newSh = { ...sh };
      return Object.defineProperty(def, "shape", { value: newSh }), get.raw = newSh, newSh;
    };
    get.raw = sh, Object.defineProperty(def, "shape", { get });
  }
  let _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    let shape = zod.def.shape, propValues = {};
    for (let key in shape) {
      let field = shape[key]._zod;
      if (field.values) {
        Object.prototype.hasOwnProperty.call(propValues, key) || assignProp(propValues, key, /* @__PURE__ */ new Set());
        for (let v of field.values)
          propValues[key].add(v);
        field.optin !== void 0 && propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  let isObject3 = isObject2, catchall = def.catchall, value, memo3 = globalConfig.memoizer;
  memo3?.attach(inst), inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    let input = payload.value;
    if (!isObject3(input))
      return payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo3 ? memo3.alloc(inst, payload, {}, ctx) : {};
    let proms = [], shape = value.shape, abortEarly = ctx?.abortEarly, seen = payload.issues.length;
    for (let key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      let el = shape[key], optin = el._zod.optin, optout = el._zod.optout, r = el._zod.run({ value: input[key], issues: [] }, ctx);
      r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
    }
    return catchall ? handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === !0) : proms.length ? Promise.all(proms).then(() => payload) : payload;
  };
}), $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  let superParse = inst._zod.parse, _normalized = cached(() => normalizeDef(def)), memo3 = globalConfig.memoizer, generateFastpass = (shape) => {
    let normalized = _normalized.value, syms = normalized.symbolKeys, doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo3, syms }), parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`, prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
    doc.write("const input = payload.value;");
    let ids = /* @__PURE__ */ Object.create(null), counter = 0;
    for (let key of normalized.allKeys)
      ids[key] = `key_${counter++}`;
    doc.write(memo3 ? "const newResult = memo.alloc(inst, payload, {}, ctx);" : "const newResult = {};");
    for (let key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      let id = ids[key], k = typeof key == "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key), isPresent = `${k} in input`, schema = shape[key], optin = schema?._zod?.optin, isOptionalIn = optin !== void 0, isOptionalOut = schema?._zod?.optout === "optional";
      if (doc.write(`const ${id} = ${parseStr(k)};`), isOptionalIn && isOptionalOut) {
        let assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
      } else isOptionalIn ? (doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `), optin === "defaulted" ? doc.write(`newResult[${k}] = ${id}.value;`) : doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `)) : doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
    }
    return doc.write("payload.value = newResult;"), doc.write("return payload;"), doc.compile();
  }, fastpass, isObject3 = isObject2, jit = !globalConfig.jitless, fastEnabled = jit && allowsEval.value, catchall = def.catchall, value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    let input = payload.value;
    return isObject3(input) ? jit && fastEnabled && ctx?.async === !1 && ctx.jitless !== !0 ? (fastpass || (fastpass = generateFastpass(def.shape)), payload = fastpass(payload, ctx), catchall ? handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === !0) : payload) : superParse(payload, ctx) : (payload.issues.push({
      expected: "object",
      code: "invalid_type",
      input,
      inst
    }), payload);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (let result of results)
    if (result.issues.length === 0)
      return final.value = result.value, final;
  let nonaborted = results.filter((r) => !aborted(r));
  return nonaborted.length === 1 ? (final.value = nonaborted[0].value, nonaborted[0]) : (final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  }), final);
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0), defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0), defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values))
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
  }), defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      let patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
  });
  let first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first)
      return first(payload, ctx);
    let async = !1, results = [];
    for (let option of def.options) {
      let result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise)
        results.push(result), async = !0;
      else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    return async ? Promise.all(results).then((results2) => handleUnionResults(results2, payload, inst, ctx)) : handleUnionResults(results, payload, inst, ctx);
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.parse = (payload, ctx) => {
    let input = payload.value, left = def.left._zod.run({ value: input, issues: [] }, ctx), right = def.right._zod.run({ value: input, issues: [] }, ctx);
    return left instanceof Promise || right instanceof Promise ? Promise.all([left, right]).then(([left2, right2]) => handleIntersectionResults(payload, left2, right2)) : handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b)
    return { valid: !0, data: a };
  if (a instanceof Date && b instanceof Date && +a == +b)
    return { valid: !0, data: a };
  if (isPlainObject(a) && isPlainObject(b)) {
    let bKeys = Object.keys(b), sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1), newObj = { ...a, ...b };
    Object.prototype.hasOwnProperty.call(newObj, "__proto__") && delete newObj.__proto__;
    for (let key of sharedKeys) {
      if (key === "__proto__")
        continue;
      let sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid)
        return {
          valid: !1,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      newObj[key] = sharedValue.data;
    }
    return { valid: !0, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length)
      return { valid: !1, mergeErrorPath: [] };
    let newArray = [];
    for (let index = 0; index < a.length; index++) {
      let itemA = a[index], itemB = b[index], sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid)
        return {
          valid: !1,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      newArray.push(sharedValue.data);
    }
    return { valid: !0, data: newArray };
  }
  return { valid: !1, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
  let unrecKeys = /* @__PURE__ */ new Map(), unrecIssue, keyIssues = /* @__PURE__ */ new Map(), collect = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length)
      unrecIssue ?? (unrecIssue = iss), keys = iss.keys;
    else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      let k = String(iss.path[0]);
      keyIssues.has(k) || keyIssues.set(k, iss), keys = [k];
    } else
      return !1;
    for (let k of keys)
      unrecKeys.has(k) || unrecKeys.set(k, {}), unrecKeys.get(k)[side] = !0;
    return !0;
  };
  for (let iss of left.issues)
    collect(iss, "l") || result.issues.push(iss);
  for (let iss of right.issues)
    collect(iss, "r") || result.issues.push(iss);
  let bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    let aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    aggregated.length && result.issues.push({ ...unrecIssue, keys: aggregated });
    for (let k of bothKeys)
      !aggregated.includes(k) && keyIssues.has(k) && result.issues.push(keyIssues.get(k));
  }
  let merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  return result.value = merged.data, result;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  let memo3 = globalConfig.memoizer;
  memo3?.attach(inst), inst._zod.parse = (payload, ctx) => {
    let input = payload.value;
    if (!isPlainObject(input))
      return payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      }), payload;
    let proms = [], values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo3 ? memo3.alloc(inst, payload, {}, ctx) : {};
      let recordKeys = /* @__PURE__ */ new Set();
      for (let key of values)
        if (typeof key == "string" || typeof key == "number" || typeof key == "symbol") {
          if (recordKeys.add(typeof key == "number" ? key.toString() : key), key === "__proto__")
            continue;
          let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise)
            throw new Error("Async schemas not supported in object keys currently");
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          let outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          let result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          result instanceof Promise ? proms.push(result.then((result2) => {
            result2.issues.length && payload.issues.push(...prefixIssues(key, result2.issues)), payload.value[outKey] = result2.value;
          })) : (result.issues.length && payload.issues.push(...prefixIssues(key, result.issues)), payload.value[outKey] = result.value);
        }
      let unrecognized;
      for (let key in input)
        if (!recordKeys.has(key))
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else
            unrecognized = unrecognized ?? [], unrecognized.push(key);
      unrecognized && unrecognized.length > 0 && payload.issues.push({
        code: "unrecognized_keys",
        input,
        inst,
        keys: unrecognized,
        continue: !0
      });
    } else {
      payload.value = memo3 ? memo3.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (let key of Reflect.ownKeys(input)) {
        if (key === "__proto__" || !Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise)
          throw new Error("Async schemas not supported in object keys currently");
        if (typeof key == "string" && number.test(key) && keyResult.issues.length) {
          let retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise)
            throw new Error("Async schemas not supported in object keys currently");
          retryResult.issues.length === 0 && (keyResult = retryResult);
        }
        if (keyResult.issues.length) {
          def.mode === "loose" ? payload.value[key] = input[key] : values ? (unrecognized = unrecognized ?? [], unrecognized.push(key)) : payload.issues.push({
            code: "invalid_key",
            origin: "record",
            issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
            input: key,
            path: [key],
            inst
          });
          continue;
        }
        let outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        let result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        result instanceof Promise ? proms.push(result.then((result2) => {
          result2.issues.length && payload.issues.push(...prefixIssues(key, result2.issues)), payload.value[outKey] = result2.value;
        })) : (result.issues.length && payload.issues.push(...prefixIssues(key, result.issues)), payload.value[outKey] = result.value);
      }
      unrecognized && unrecognized.length > 0 && payload.issues.push({
        code: "unrecognized_keys",
        input,
        inst,
        keys: unrecognized,
        continue: !0
      });
    }
    return proms.length ? Promise.all(proms).then(() => payload) : payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  let values = getEnumValues(def.entries), valuesSet = new Set(values);
  inst._zod.values = valuesSet, defineLazyInternal(inst, "pattern", (zod) => {
    let patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  }), inst._zod.parse = (payload, _ctx) => {
    let input = payload.value;
    return valuesSet.has(input) || payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    }), payload;
  };
}), $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  let values = new Set(def.values);
  inst._zod.values = values, defineLazyInternal(inst, "pattern", (zod) => {
    let vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o == "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  }), inst._zod.parse = (payload, _ctx) => {
    let input = payload.value;
    return values.has(input) || payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    }), payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.optin = "optional", globalConfig.memoizer?.guard(inst), inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward")
      throw new $ZodEncodeError(inst.constructor.name);
    let _out = def.transform(payload.value, payload);
    if (ctx.async)
      return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output2) => (payload.value = output2, payload));
    if (_out instanceof Promise)
      throw new $ZodAsyncError();
    return payload.value = _out, payload;
  };
});
function handleOptionalResult(payload, result) {
  return payload.value = result.issues.length ? void 0 : result.value, payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional"), inst._zod.optout = "optional", defineLazyInternal(inst, "values", (zod) => {
    let values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  }), defineLazyInternal(inst, "pattern", (zod) => {
    let pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  }), inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      let result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      return result instanceof Promise ? result.then((result2) => handleOptionalResult(payload, result2)) : handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
}), $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern), inst._zod.parse = (payload, ctx) => def.innerType._zod.run(payload, ctx);
}), $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout), defineLazyInternal(inst, "pattern", (zod) => {
    let pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  }), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0), inst._zod.parse = (payload, ctx) => payload.value === null ? payload : def.innerType._zod.run(payload, ctx);
}), $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.optin = "defaulted", defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward")
      return def.innerType._zod.run(payload, ctx);
    if (payload.value === void 0)
      return payload.value = def.defaultValue, payload;
    let result = def.innerType._zod.run(payload, ctx);
    return result instanceof Promise ? result.then((result2) => handleDefaultResult(result2, def)) : handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  return payload.value === void 0 && (payload.value = def.defaultValue), payload;
}
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.optin = "defaulted", defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), inst._zod.parse = (payload, ctx) => (ctx.direction === "backward" || payload.value === void 0 && (payload.value = def.defaultValue), def.innerType._zod.run(payload, ctx));
}), $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "values", (zod) => {
    let v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  }), inst._zod.parse = (payload, ctx) => {
    let result = def.innerType._zod.run(payload, ctx);
    return result instanceof Promise ? result.then((result2) => handleNonOptionalResult(result2, inst)) : handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  return !payload.issues.length && payload.value === void 0 && payload.issues.push({
    code: "invalid_type",
    expected: "nonoptional",
    input: payload.value,
    inst
  }), payload;
}
function handleCatchResult(payload, result, def, ctx) {
  return result.issues.length ? (payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  }), payload) : (payload.value = result.value, result.memo && (payload.memo = !0), payload);
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional"), defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward")
      return def.innerType._zod.run(payload, ctx);
    let result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    return result instanceof Promise ? result.then((result2) => handleCatchResult(payload, result2, def, ctx)) : handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values), defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout), defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues), inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      let right = def.out._zod.run(payload, ctx);
      return right instanceof Promise ? right.then((right2) => handlePipeResult(right2, def.in, ctx)) : handlePipeResult(right, def.in, ctx);
    }
    let left = def.in._zod.run(payload, ctx);
    return left instanceof Promise ? left.then((left2) => handlePipeResult(left2, def.out, ctx)) : handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  return left.issues.some((iss) => iss.code !== "unrecognized_keys") ? (left.aborted = !0, left) : next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
var $ZodPreprocess = /* @__PURE__ */ $constructor("$ZodPreprocess", (inst, def) => {
  $ZodPipe.init(inst, def);
}), $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues), defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin), defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout), inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward")
      return def.innerType._zod.run(payload, ctx);
    let result = def.innerType._zod.run(payload, ctx);
    return result instanceof Promise ? result.then(handleReadonlyResult) : handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  return payload.memo || (payload.value = Object.freeze(payload.value)), payload;
}
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def), $ZodType.init(inst, def), inst._zod.parse = (payload, _) => payload, inst._zod.check = (payload) => {
    let input = payload.value, r = def.fn(input);
    if (r instanceof Promise)
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    handleRefineResult(r, payload, input, inst);
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    let _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    inst._zod.def.params && (_iss.params = inst._zod.def.params), payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  constructor() {
    super("Cannot parse a reference cycle that closes through a transform"), this.name = "ZodCyclicError";
  }
}, STATE = "~memo", NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value == "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap(), NONE = 0, ASSUMED = 1, PROVEN = 2;
function isRecursive(inst, stack, resolve) {
  let cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE, check = (child) => {
    if (result !== PROVEN && child?._zod) {
      let answer = isRecursive(child, stack, resolve);
      answer > result && (result = answer);
    }
  }, shape = (sh, spread) => {
    let answer = NONE;
    for (let key of Reflect.ownKeys(sh)) {
      let desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      let child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      child > answer && (answer = child);
    }
    return answer;
  }, merge2 = (answer) => {
    answer > result && (result = answer);
  }, def = inst._zod.def, kind = def.type;
  switch (kind) {
    case "object": {
      let raw = rawShape(def);
      merge2(raw ? shape(raw, !0) : ASSUMED), check(def.catchall);
      break;
    }
    case "array":
      check(def.element);
      break;
    case "tuple":
      for (let el of def.items)
        check(el);
      check(def.rest);
      break;
    case "record":
    case "map":
      check(def.keyType), check(def.valueType);
      break;
    case "set":
      check(def.valueType);
      break;
    case "union":
      for (let el of def.options)
        check(el);
      break;
    case "intersection":
      check(def.left), check(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check(def.innerType);
      break;
    case "pipe":
      check(def.in), check(def.out);
      break;
    case "function":
      check(def.input), check(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      let inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, !1) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default:
      for (let key in def) {
        let desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        let value = desc.value;
        if (!(!value || typeof value != "object")) {
          if (value._zod)
            check(value);
          else if (Array.isArray(value))
            for (let el of value)
              check(el);
        }
      }
  }
  return stack.delete(inst), settle(inst, result);
}
function settle(inst, answer) {
  return answer !== ASSUMED && recursive.set(inst, answer === PROVEN), answer;
}
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  return bucket || (bucket = /* @__PURE__ */ new WeakMap(), state.buckets.set(inst, bucket)), bucket;
}
var handoff, open = [], memo = {
  alloc(_inst, payload, empty) {
    let bucket = handoff;
    if (!bucket)
      return empty;
    handoff = void 0;
    let entry = { value: empty, issues: null };
    return bucket.set(payload.value, entry), open.push(entry), empty;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred.push(() => {
      let base = inst._zod.parse, wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      };
      inst._zod.parse = wrapped, inst._zod.run === base && (inst._zod.run = wrapped);
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst, rechecked = !1, lastCtx, lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred.push(() => {
      let base = inst._zod.parse, wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          let walked = isRecursive(inst, /* @__PURE__ */ new Set(), !1);
          if (walked === NONE)
            return inst._zod.parse = base, inst._zod.run === wrapped && (inst._zod.run = base), base(payload, ctx);
          walked === PROVEN || rechecked ? isRecursiveInst = !0 : rechecked = !0;
        }
        let input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state = ctx[STATE];
        state || (state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 }, ctx[STATE] = state);
        let bucket;
        lastCtx === ctx ? bucket = lastBucket : (bucket = bucketFor(state, inst), lastCtx = ctx, lastBucket = bucket);
        let hit = bucket.get(input);
        if (hit)
          return payload.value = hit.value, hit.issues ? hit.issues.length && payload.issues.push(...cloneIssues(hit.issues)) : (payload.memo = !0, state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet()), state.backEdges.add(hit.value)), payload;
        handoff = bucket;
        let depth = open.length, result = base(payload, ctx);
        handoff = void 0;
        let entry = open.length > depth ? open.pop() : void 0;
        return result instanceof Promise ? result.then((r) => (entry && (entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES), r)) : (entry && (entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES), result);
      };
      inst._zod.parse = wrapped, inst._zod.run === base && (inst._zod.run = wrapped);
    });
  }
};
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  let backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
var error = () => {
  let Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  let FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  }, TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    return type === "number" && typeof input == "number" && !Number.isFinite(input) ? String(input) : TypeDictionary[type] ?? type;
  }
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        let expected = getTypeName(issue2.expected), receivedType = parsedType(issue2.input), received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        return issue2.values.length === 1 ? `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}` : `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        let adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<", sizing = getSizing(issue2.origin);
        return sizing ? `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}` : `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        let adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">", sizing = getSizing(issue2.origin);
        return sizing ? `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}` : `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        let _issue = issue2;
        return _issue.format === "starts_with" ? `Invalid string: must start with "${_issue.prefix}"` : _issue.format === "ends_with" ? `Invalid string: must end with "${_issue.suffix}"` : _issue.format === "includes" ? `Invalid string: must include "${_issue.includes}"` : _issue.format === "regex" ? `Invalid string: must match pattern ${_issue.pattern}` : `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        return issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0 ? `Invalid discriminator value. Expected ${issue2.options.map((o) => `'${o}'`).join(" | ")}` : issue2.inclusive === !1 ? "Invalid input: more than one option matched" : "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return "Invalid input";
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap(), this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    let meta2 = _meta[0];
    return this._map.set(schema, meta2), meta2 && typeof meta2 == "object" && "id" in meta2 && this._idmap.set(meta2.id, schema), this;
  }
  clear() {
    return this._map = /* @__PURE__ */ new WeakMap(), this._idmap = /* @__PURE__ */ new Map(), this;
  }
  remove(schema) {
    let meta2 = this._map.get(schema);
    return meta2 && typeof meta2 == "object" && "id" in meta2 && this._idmap.delete(meta2.id), this._map.delete(schema), this;
  }
  get(schema) {
    let p = schema._zod.parent;
    if (p) {
      let pm = { ...this.get(p) ?? {} };
      delete pm.id;
      let f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  return def.checks && (def.checks = [...def.checks]), def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: !1,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: !1,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: !1,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: !1,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: !1,
    local: !1,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _number(Class2, params) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: !1,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: !1
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: !0
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: !1
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: !0
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  return new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class2, fn, _params) {
  let norm3 = normalizeParams(_params);
  return norm3.abort ?? (norm3.abort = !0), new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...norm3
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  return new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  let ch = /* @__PURE__ */ _check((payload) => (payload.addIssue = (issue2) => {
    if (typeof issue2 == "string")
      payload.issues.push(issue(issue2, payload.value, ch._zod.def));
    else {
      let _issue = issue2;
      _issue.fatal && (_issue.continue = !1), _issue.code ?? (_issue.code = "custom"), "input" in _issue || (_issue.input = payload.value), _issue.inst ?? (_issue.inst = ch), _issue.continue ?? (_issue.continue = !ch._zod.def.abort), payload.issues.push(issue(_issue));
    }
  }, fn(payload.value, payload)), params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  let ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  return ch._zod.check = fn, ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (let source of sources)
    for (let key of Reflect.ownKeys(source))
      Object.prototype.propertyIsEnumerable.call(source, key) && assignProp(target, key, source[key]);
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  return target === "draft-4" && (target = "draft-04"), target === "draft-7" && (target = "draft-07"), {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json, params, message) {
  let result = typeof ctx.unrepresentable == "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return !1;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  return Object.assign(json, result), !0;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  let def = schema._zod.def, seen = ctx.seen.get(schema);
  if (seen)
    return seen.count++, _params.schemaPath.includes(schema) && (seen.cycle = _params.path), seen.schema;
  let result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result), ctx.sharedDefsExtractedFor = void 0, ctx.sharedEmitDoneFor = void 0;
  let overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema)
    result.schema = overrideSchema;
  else {
    let params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema)
      schema._zod.processJSONSchema(ctx, result.schema, params);
    else {
      let _json = result.schema, processor = ctx.processors[def.type];
      if (!processor)
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      processor(schema, ctx, _json, params);
    }
    let parent = schema._zod.parent;
    parent && (result.ref || (result.ref = parent), processSchema(parent, ctx, params), ctx.seen.get(parent).isParent = !0);
  }
  let meta2 = ctx.metadataRegistry.get(schema);
  return meta2 && assignProps(result.schema, meta2), ctx.io === "input" && isTransforming(schema) && (delete result.schema.examples, delete result.schema.default), ctx.io === "input" && "_prefault" in result.schema && ((_a3 = result.schema).default ?? (_a3.default = result.schema._prefault)), delete result.schema._prefault, ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  let root2 = ctx.seen.get(schema);
  if (!root2)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  let idToSchema = /* @__PURE__ */ new Map();
  for (let entry of ctx.seen.entries()) {
    let id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      let existing = idToSchema.get(id);
      if (existing && existing !== entry[0])
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      idToSchema.set(id, entry[0]);
    }
  }
  let makeURI = (entry) => {
    let defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      let externalId = ctx.external.registry.get(entry[0])?.id, uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId)
        return { ref: uriGenerator(externalId) };
      let id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      return entry[1].defId = id, { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    let uriPrefix = "#", defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root2 && !entry[1].schema.id)
      return { ref: uriPrefix };
    let defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  }, extractToDef = (entry) => {
    if (entry[1].schema.$ref)
      return;
    let seen = entry[1], { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema }, defId && (seen.defId = defId);
    let schema2 = seen.schema;
    for (let key in schema2)
      delete schema2[key];
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw")
    for (let entry of ctx.seen.entries()) {
      let seen = entry[1];
      if (seen.cycle)
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
    }
  for (let entry of ctx.seen.entries()) {
    let seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      let ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    if (ctx.metadataRegistry.get(entry[0])?.id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    seen.count > 1 && ctx.reused === "ref" && extractToDef(entry);
  }
  ctx.external && (ctx.sharedDefsExtractedFor = ctx.external);
}
function compactTypeUnion(schema) {
  let options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  let types = [];
  for (let option of options) {
    if (!option || typeof option != "object")
      return;
    compactTypeUnion(option);
    let keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    let type = option.type;
    for (let member of Array.isArray(type) ? type : [type]) {
      if (typeof member != "string")
        return;
      types.includes(member) || types.push(member);
    }
  }
  delete schema.anyOf, schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]), UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  let extra = member.additionalProperties;
  return extra === void 0 || extra === !1 || typeof extra != "object" || extra === null ? null : Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  let objects = [];
  for (let member of members2) {
    if (typeof member != "object" || member.type !== "object")
      return null;
    for (let key in member)
      if (!FOLDABLE_KEYS.has(key))
        return null;
    objects.push(member);
  }
  let properties = {}, required2 = /* @__PURE__ */ new Set();
  for (let object2 of objects) {
    for (let key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      let parts2 = [];
      for (let other of objects) {
        let part = other.properties?.[key] ?? undeclaredConstraint(other);
        part != null && (parts2.some((seen) => JSON.stringify(seen) === JSON.stringify(part)) || parts2.push(part));
      }
      let merged = parts2.length === 1 ? parts2[0] : foldObjects(parts2) ?? { allOf: parts2 };
      assignProp(properties, key, merged);
    }
    for (let key of object2.required ?? [])
      required2.add(key);
  }
  let folded = { type: "object", properties };
  if (required2.size && (folded.required = [...required2]), objects.every((object2) => object2.additionalProperties === !1))
    folded.additionalProperties = !1;
  else {
    let constraints = [];
    for (let object2 of objects) {
      let constraint = undeclaredConstraint(object2);
      constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)) && constraints.push(constraint);
    }
    constraints.length === 1 ? folded.additionalProperties = constraints[0] : constraints.length > 1 && (folded.additionalProperties = { allOf: constraints });
  }
  return folded;
}
function foldIntersection(json) {
  let allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (let key of FOLDABLE_KEYS)
    if (key in json)
      return;
  let unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k]))), folded = null;
  if (!unions.length)
    folded = foldObjects(allOf);
  else {
    let union2 = unions[0], keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    let rest = allOf.filter((m) => m !== union2), branches2 = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches2.some((b) => !b))
      return;
    folded = { [keyword]: branches2 };
  }
  folded && (delete json.allOf, assignProps(json, folded));
}
function finalize(ctx, schema) {
  let root2 = ctx.seen.get(schema);
  if (!root2)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  let flattenRef = (zodSchema) => {
    let seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    let schema2 = seen.def ?? seen.schema, _cached = { ...schema2 }, ref = seen.ref;
    if (seen.ref = null, ref) {
      flattenRef(ref);
      let refSeen = ctx.seen.get(ref), refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0") ? (schema2.allOf = schema2.allOf ?? [], schema2.allOf.push(refSchema)) : assignProps(schema2, refSchema), assignProps(schema2, _cached), zodSchema._zod.parent === ref)
        for (let key in schema2)
          key === "$ref" || key === "allOf" || key in _cached || delete schema2[key];
      if (refSchema.$ref && refSeen.def)
        for (let key in schema2)
          key === "$ref" || key === "allOf" || key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key]) && delete schema2[key];
    }
    let parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      let parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref && (schema2.$ref = parentSeen.schema.$ref, parentSeen.def))
        for (let key in schema2)
          key === "$ref" || key === "allOf" || key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key]) && delete schema2[key];
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (let entry of [...ctx.seen.entries()].reverse())
      flattenRef(entry[0]);
    if (ctx.target !== "openapi-3.0")
      for (let entry of ctx.seen.entries())
        compactTypeUnion(entry[1].def ?? entry[1].schema);
    for (let rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      let carriers = /* @__PURE__ */ new Map();
      for (let seen of ctx.seen.values())
        for (let json of [seen.schema, seen.def]) {
          let allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          let existing = carriers.get(allOf);
          existing ? existing.push(json) : carriers.set(allOf, [json]);
        }
      for (let allOf of ctx.intersections)
        for (let json of carriers.get(allOf) ?? [])
          foldIntersection(json);
    }
  }
  let result = {};
  if (ctx.target === "draft-2020-12" ? result.$schema = "https://json-schema.org/draft/2020-12/schema" : ctx.target === "draft-07" ? result.$schema = "http://json-schema.org/draft-07/schema#" : ctx.target === "draft-04" ? result.$schema = "http://json-schema.org/draft-04/schema#" : ctx.target, ctx.external?.uri) {
    let id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root2.defId ? root2.schema : root2.def ?? root2.schema);
  let rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  rootMetaId !== void 0 && result.id === rootMetaId && delete result.id;
  let defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external)
    for (let entry of ctx.seen.entries()) {
      let seen = entry[1];
      seen.def && seen.defId && (seen.def.id === seen.defId && delete seen.def.id, assignProp(defs, seen.defId, seen.def));
    }
  ctx.external && (ctx.sharedEmitDoneFor = ctx.external), ctx.external || Object.keys(defs).length > 0 && (ctx.target === "draft-2020-12" ? result.$defs = defs : result.definitions = defs);
  try {
    let finalized = JSON.parse(JSON.stringify(result));
    return Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: !1,
      writable: !1
    }), finalized;
  } catch {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  let ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return !1;
  ctx.seen.add(_schema);
  let def = _schema._zod.def;
  if (def.type === "transform")
    return !0;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch")
    return isTransforming(def.innerType, ctx);
  if (def.type === "intersection")
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  if (def.type === "record" || def.type === "map")
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  if (def.type === "pipe")
    return _schema._zod.traits.has("$ZodCodec") ? !0 : isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  if (def.type === "object") {
    for (let key in def.shape)
      if (isTransforming(def.shape[key], ctx))
        return !0;
    return !1;
  }
  if (def.type === "union") {
    for (let option of def.options)
      if (isTransforming(option, ctx))
        return !0;
    return !1;
  }
  if (def.type === "tuple") {
    for (let item of def.items)
      if (isTransforming(item, ctx))
        return !0;
    return !!(def.rest && isTransforming(def.rest, ctx));
  }
  return !1;
}
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
  let ctx = initializeContext({ ...params, processors });
  return processSchema(schema, ctx), extractDefs(ctx, schema), finalize(ctx, schema);
}, createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
  let { libraryOptions, target } = params ?? {}, ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  return processSchema(schema, ctx), extractDefs(ctx, schema), finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value) => {
  (agg[key] === void 0 || value > agg[key]) && (agg[key] = value);
}, narrowMax = (agg, key, value) => {
  (agg[key] === void 0 || value < agg[key]) && (agg[key] = value);
}, narrowBoth = (agg, value) => {
  narrowMin(agg, "minimum", value), narrowMax(agg, "maximum", value);
}, addDivisor = (agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []), agg.multipleOf.includes(value) || agg.multipleOf.push(value);
}, addPattern = (agg, pattern) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set()), agg.patterns.add(pattern);
}, intersectMime = (agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
}, setFormat = (agg, format) => {
  agg.format = format, format.includes("int") && (agg.isInt = !0);
}, minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum), maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum), formatContributor = (ranges) => (agg, def) => {
  setFormat(agg, def.format);
  let [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum), narrowMax(agg, "maximum", maximum);
}, contributors = {
  greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
  less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
  multiple_of: (agg, def) => addDivisor(agg, def.value),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: (agg, def) => narrowBoth(agg, def.length),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: (agg, def) => narrowBoth(agg, def.size),
  string_format: (agg, def) => {
    setFormat(agg, def.format), def.pattern && addPattern(agg, def.pattern), (def.format === "base64" || def.format === "base64url") && (agg.contentEncoding = def.format), (def.local || def.precision === -1) && (agg.laxFormat = !0);
  },
  mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
  let agg = {}, def = schema._zod.def, list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (let ch of list)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  let bag = schema._zod.bag;
  bag.minimum !== void 0 && narrowMin(agg, "minimum", bag.minimum), bag.exclusiveMinimum !== void 0 && narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum), bag.maximum !== void 0 && narrowMax(agg, "maximum", bag.maximum), bag.exclusiveMaximum !== void 0 && narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum), bag.multipleOf !== void 0 && addDivisor(agg, bag.multipleOf), bag.format !== void 0 && (agg.format ?? (agg.format = bag.format), bag.format.includes("int") && (agg.isInt = !0)), bag.mime && intersectMime(agg, bag.mime);
  for (let pattern of bag.patterns ?? [])
    addPattern(agg, pattern);
  return agg;
}
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
}, exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]), exactPattern = (p) => exactPatterns.get(p) ?? p, stringProcessor = (schema, ctx, _json, _params) => {
  let json = _json;
  json.type = "string";
  let { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum == "number" && (json.minLength = minimum), typeof maximum == "number" && (json.maxLength = maximum), format && (json.format = formatMap[format] ?? format, json.format === "" && delete json.format, (format === "time" || laxFormat) && delete json.format), contentEncoding && (json.contentEncoding = contentEncoding), patterns && patterns.size > 0) {
    let patternList = [...patterns].map(exactPattern);
    patternList.length === 1 ? json.pattern = patternList[0].source : patternList.length > 1 && (json.allOf = [
      ...patternList.map((regex) => ({
        ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
        pattern: regex.source
      }))
    ]);
  }
}, numberProcessor = (schema, ctx, _json, params) => {
  let json = _json, { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json.type = isInt ? "integer" : "number";
  let exMin = typeof exclusiveMinimum == "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY), exMax = typeof exclusiveMaximum == "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY), legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin ? legacy ? (json.minimum = exclusiveMinimum, json.exclusiveMinimum = !0) : json.exclusiveMinimum = exclusiveMinimum : typeof minimum == "number" && (json.minimum = minimum), exMax ? legacy ? (json.maximum = exclusiveMaximum, json.exclusiveMaximum = !0) : json.exclusiveMaximum = exclusiveMaximum : typeof maximum == "number" && (json.maximum = maximum), multipleOf) {
    let divisors = /* @__PURE__ */ new Set();
    for (let divisor of multipleOf)
      Number.isFinite(divisor) && divisor !== 0 ? divisors.add(Math.abs(divisor)) : handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    let [first, ...rest] = divisors;
    first !== void 0 && (json.multipleOf = first), rest.length && (json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))]);
  }
}, booleanProcessor = (_schema, _ctx, json, _params) => {
  json.type = "boolean";
};
var neverProcessor = (_schema, _ctx, json, _params) => {
  json.not = {};
};
var unknownProcessor = (_schema, _ctx, _json, _params) => {
};
var enumProcessor = (schema, _ctx, json, _params) => {
  let def = schema._zod.def, values = getEnumValues(def.entries);
  if (values.length === 0) {
    json.not = {};
    return;
  }
  values.every((v) => typeof v == "number") && (json.type = "number"), values.every((v) => typeof v == "string") && (json.type = "string"), json.enum = values;
}, literalProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def;
  if (def.values.length === 0) {
    json.not = {};
    return;
  }
  let vals = [];
  for (let val of def.values)
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val == "bigint") {
      if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else
      vals.push(val);
  if (vals.length !== 0)
    if (vals.length === 1) {
      let val = vals[0];
      json.type = val === null ? "null" : typeof val, ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? json.enum = [val] : json.const = val;
    } else
      vals.every((v) => typeof v == "number") && (json.type = "number"), vals.every((v) => typeof v == "string") && (json.type = "string"), vals.every((v) => typeof v == "boolean") && (json.type = "boolean"), vals.every((v) => v === null) && (json.type = "null"), json.enum = vals;
};
var customProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
  let json = _json, def = schema._zod.def, { minimum, maximum } = aggregateChecks(schema);
  typeof minimum == "number" && (json.minItems = minimum), typeof maximum == "number" && (json.maxItems = maximum), json.type = "array", json.items = processSchema(def.element, ctx, {
    ...params,
    path: [...params.path, "items"]
  });
};
function inputOptin(schema) {
  let def = schema._zod.def;
  return def.type === "pipe" && def.in._zod.traits.has("$ZodTransform") ? inputOptin(def.out) : def.type === "catch" ? inputOptin(def.innerType) : schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
  let json = _json, def = schema._zod.def, shape = def.shape;
  if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema"))
    return;
  json.type = "object", json.properties = {};
  for (let key in shape)
    assignProp(json.properties, key, processSchema(shape[key], ctx, {
      ...params,
      path: [...params.path, "properties", key]
    }));
  let requiredKeys = [];
  for (let key of Object.keys(shape)) {
    let field = def.shape[key];
    (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) && requiredKeys.push(key);
  }
  requiredKeys.length > 0 && (json.required = requiredKeys), def.catchall?._zod.def.type === "never" ? json.additionalProperties = !1 : def.catchall ? def.catchall && (json.additionalProperties = processSchema(def.catchall, ctx, {
    ...params,
    path: [...params.path, "additionalProperties"]
  })) : ctx.io === "output" && (json.additionalProperties = !1);
}, unionProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def, isExclusive = def.inclusive === !1, options = def.options.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  isExclusive ? json.oneOf = options : json.anyOf = options;
}, intersectionProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def, a = processSchema(def.left, ctx, {
    ...params,
    path: [...params.path, "allOf", 0]
  }), b = processSchema(def.right, ctx, {
    ...params,
    path: [...params.path, "allOf", 1]
  }), isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1, allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json.allOf = allOf, ctx.intersections.push(allOf);
};
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    let def = bySchema.get(json)?.def;
    if (!def)
      return json;
    let inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (let keyword of ["anyOf", "oneOf"]) {
    let branches2 = json[keyword];
    if (!Array.isArray(branches2))
      continue;
    let mapped = branches2.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    mapped.some((branch, i) => branch !== branches2[i]) && (json = { ...json, [keyword]: mapped });
  }
  let types = Array.isArray(json.type) ? json.type : [json.type], numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer"), values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v == "number"))
    return json;
  let { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  return rest.enum ? rest.enum = rest.enum.map((v) => typeof v == "number" ? String(v) : v) : typeof rest.const == "number" && (rest.const = String(rest.const)), numericType && (rest.type = "string", values || (rest.pattern = (types.includes("number") ? number : integer).source)), rest;
}
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  let bySchema = /* @__PURE__ */ new Map();
  for (let entry of ctx.seen.values())
    entry.def && !bySchema.has(entry.schema) && bySchema.set(entry.schema, entry);
  let rewrites = /* @__PURE__ */ new Map();
  for (let record2 of pendingRecords.get(ctx) ?? []) {
    let seen = ctx.seen.get(record2), names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === !0 || rewrites.has(names))
      continue;
    let rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    rewritten !== names && rewrites.set(names, rewritten);
  }
  if (rewrites.size)
    for (let entry of ctx.seen.values())
      for (let carrier of [entry.schema, entry.def]) {
        let rewritten = carrier && rewrites.get(carrier.propertyNames);
        rewritten && (carrier.propertyNames = rewritten);
      }
}
var recordProcessor = (schema, ctx, _json, params) => {
  let json = _json, def = schema._zod.def;
  json.type = "object";
  let keyType = def.keyType, patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    let valueSchema = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "patternProperties", "*"]
    });
    json.patternProperties = {};
    for (let pattern of patterns)
      assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json.propertyNames = processSchema(def.keyType, ctx, {
        ...params,
        path: [...params.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      pending || (pending = [], pendingRecords.set(ctx, pending), ctx.deferred.push(() => rewriteKeyNames(ctx))), pending.push(schema);
    }
    json.additionalProperties = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
  let keyValues = keyType._zod.values, omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    let validKeyValues = [...keyValues].filter((v) => typeof v == "string" || typeof v == "number");
    validKeyValues.length > 0 && (json.required = validKeyValues.map(String));
  }
}, nullableProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def, inner = processSchema(def.innerType, ctx, params), seen = ctx.seen.get(schema);
  ctx.target === "openapi-3.0" ? (seen.ref = def.innerType, json.nullable = !0) : json.anyOf = [inner, { type: "null" }];
}, nonoptionalProcessor = (schema, ctx, _json, params) => {
  let def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
}, UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = !1, serialized = JSON.stringify(value, (_, val) => typeof val != "bigint" ? val : (unrepresentable = !0, null));
  return unrepresentable ? (handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema"), UNREPRESENTABLE_DEFAULT) : JSON.parse(serialized);
}
var defaultProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  value !== UNREPRESENTABLE_DEFAULT && (json.default = value);
}, prefaultProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  if (seen.ref = def.innerType, ctx.io !== "input")
    return;
  let value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  value !== UNREPRESENTABLE_DEFAULT && (json._prefault = value);
}, catchProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json.default = catchValue;
}, pipeProcessor = (schema, ctx, _json, params) => {
  let def = schema._zod.def, inIsTransform = def.in._zod.traits.has("$ZodTransform"), innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  seen.ref = innerType;
}, readonlyProcessor = (schema, ctx, json, params) => {
  let def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  seen.ref = def.innerType, json.readOnly = !0;
};
var optionalProcessor = (schema, ctx, _json, params) => {
  let def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  let seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: !0,
    enumerable: !1,
    get() {
      let value = make(this);
      return Object.defineProperty(this, key, { value, configurable: !0, writable: !0 }), value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: !0, writable: !0 });
    }
  });
}
var initializer2 = (inst, issues) => {
  $ZodError.init(inst, issues), inst.name = "ZodError";
  let proto = Object.getPrototypeOf(inst);
  _installedErrorProtos.has(proto) || (_installedErrorProtos.add(proto), _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper)), _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper)), _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2), self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  }), _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2), self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  }), Object.defineProperty(proto, "isEmpty", {
    configurable: !0,
    enumerable: !1,
    get() {
      return this.issues.length === 0;
    }
  }));
};
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError), parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError), safeParse = /* @__PURE__ */ _safeParse(ZodRealError), safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError), encode = /* @__PURE__ */ _encode(ZodRealError), decode = /* @__PURE__ */ _decode(ZodRealError), encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError), decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError), safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError), safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError), safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError), safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  globalConfig.localeError || config(en_default());
}
function _ensureDefaultMemoizer() {
  globalConfig.memoizer || config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => (_ensureDefaultLocale(), $ZodType.init(inst, def), inst.def = def, inst.type = def.type, inst), {
  check(...chks) {
    let def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch == "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: !0 });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    return reg.add(this, meta2), this;
  },
  refine(check, params) {
    return this.check(refine(check, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    let cl = this.clone();
    return globalRegistry.add(cl, { description }), cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    let cl = this.clone();
    return globalRegistry.add(cl, args[0]), cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: function _parse2(data, params) {
    return parse(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
}), _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
), ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def), _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji2(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string2(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def), _ZodString.init(inst, def);
}), ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def), ZodStringFormat.init(inst, def);
}), ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def), ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params), inst.isFinite = !0;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      let { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      let { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      let { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value, params) {
      return this.check(_gt(value, params));
    },
    gte(value, params) {
      return this.check(_gte(value, params));
    },
    min(value, params) {
      return this.check(_gte(value, params));
    },
    lt(value, params) {
      return this.check(_lt(value, params));
    },
    lte(value, params) {
      return this.check(_lte(value, params));
    },
    max(value, params) {
      return this.check(_lte(value, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
      return this.check(_multipleOf(value, params));
    },
    step(value, params) {
      return this.check(_multipleOf(value, params));
    },
    finite() {
      return this;
    }
  })
);
function number2(params) {
  return _number(ZodNumber, params);
}
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def), ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean2(params) {
  return _boolean(ZodBoolean, params);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer(), $ZodArray.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params), inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer(), $ZodObjectJIT.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params), util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, !1);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function object(shape, params) {
  let def = {
    type: "object",
    shape: shape ?? {},
    ...util_exports.normalizeParams(params)
  };
  return new ZodObject(def);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params), inst.options = def.options;
});
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer(), $ZodRecord.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params), inst.keyType = def.keyType, inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
  return !valueType || !valueType._zod ? new ZodRecord({
    type: "record",
    keyType: string2(),
    valueType: keyType,
    ...util_exports.normalizeParams(valueType)
  }) : new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params), inst.enum = def.entries, inst.options = [...inst._zod.values];
  let keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params) => {
    let newEntries = {};
    for (let value of values)
      if (keys.has(value))
        newEntries[value] = def.entries[value];
      else
        throw new Error(`Key ${value} not found in enum`);
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  }, inst.exclude = (values, params) => {
    let newEntries = { ...def.entries };
    for (let value of values)
      if (keys.has(value))
        delete newEntries[value];
      else
        throw new Error(`Key ${value} not found in enum`);
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum(values, params) {
  let entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params), inst.values = new Set(def.values), Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1)
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      return def.values[0];
    }
  });
});
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer(), $ZodTransform.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params), inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward")
      throw new $ZodEncodeError(inst.constructor.name);
    payload.addIssue = (issue2) => {
      if (typeof issue2 == "string")
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      else {
        let _issue = issue2;
        _issue.fatal && (_issue.continue = !1), _issue.code ?? (_issue.code = "custom"), "input" in _issue || (_issue.input = payload.value), _issue.inst ?? (_issue.inst = inst), payload.issues.push(util_exports.issue(_issue));
      }
    };
    let output = def.transform(payload.value, payload);
    return output instanceof Promise ? output.then((output2) => (payload.value = output2, payload)) : (payload.value = output, payload);
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType, inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue == "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue == "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType, inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue == "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params), inst.in = def.in, inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodPreprocess = /* @__PURE__ */ $constructor("ZodPreprocess", (inst, def) => {
  ZodPipe.init(inst, def), $ZodPreprocess.init(inst, def);
}), ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params), inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def), ZodType.init(inst, def), inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function custom(fn, _params) {
  return _custom(ZodCustom, fn ?? (() => !0), _params);
}
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}
function preprocess(fn, schema) {
  return new ZodPreprocess({
    type: "pipe",
    in: transform(fn),
    out: schema
  });
}

// src/request/image-syntax.ts
var HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/, NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/, TAG = /^\w[\w.-]{0,127}$/, DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+$/;
function parseImage(image) {
  let reference = splitImage(image), { name, tag, digest } = reference, [host, ...path] = reference.prefix.split("/").slice(0, -1), isPrefix2 = host === void 0 || (HOST.test(host) || NAME.test(host)) && path.every((part) => NAME.test(part)), isName = NAME.test(name) && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest));
  return isPrefix2 && isName ? reference : void 0;
}
function isImagePrefix(text) {
  let [host = "", ...path] = text.split("/");
  return HOST.test(host) && (/[.:]/.test(host) || host === "localhost") && path.every((part) => NAME.test(part));
}
function splitImage(image) {
  let nameStart = image.lastIndexOf("/") + 1, [nameAndTag = "", ...digest] = image.slice(nameStart).split("@"), colon = nameAndTag.lastIndexOf(":");
  return {
    prefix: image.slice(0, nameStart),
    name: colon < 0 ? nameAndTag : nameAndTag.slice(0, colon),
    tag: colon < 0 ? void 0 : nameAndTag.slice(colon + 1),
    digest: digest.length === 0 ? void 0 : digest.join("@")
  };
}

// src/request/mirrors.ts
var DEFAULT_REGISTRY = "docker.io", DEFAULT_FOLDER = "library";
function findMirrorProblem(mirrors) {
  for (let [index, mirror] of mirrors.entries()) {
    for (let field of ["source", "mirror"]) {
      let problem = { index, field, message: `${show(mirror[field])} is no registry with or without a path` };
      if (!isImagePrefix(mirror[field])) return { ...problem, message: `${problem.message}, such as nvcr.io/nvidia` };
    }
    let { source } = mirror;
    if (mirrors.findIndex((other) => other.source === source) < index)
      return { index, field: "source", message: `${show(source)} has a mirror already` };
  }
}
function parseMirrors(text) {
  return text.split(/[\s,]+/).filter((part) => part !== "").map((part) => {
    let at = part.indexOf("=");
    return at < 0 ? { source: part, mirror: "" } : { source: part.slice(0, at), mirror: part.slice(at + 1) };
  });
}
function mirrorImage(image, mirrors) {
  if (parseImage(image) === void 0) return image;
  let full = withRegistry(image), [best] = mirrors.filter(({ source }) => isPrefix(source, full)).sort((a, b) => b.source.length - a.source.length);
  return best === void 0 ? image : `${best.mirror}${full.slice(best.source.length)}`;
}
function isPrefix(source, image) {
  if (!image.startsWith(source)) return !1;
  let next = image.charAt(source.length);
  return next === "/" || source.includes("/") && [":", "@", ""].includes(next);
}
function withRegistry(image) {
  let parts2 = image.split("/");
  return parts2.length === 1 ? `${DEFAULT_REGISTRY}/${DEFAULT_FOLDER}/${image}` : isImagePrefix(parts2[0] ?? "") ? image : `${DEFAULT_REGISTRY}/${image}`;
}

// src/request/percent.ts
var PERCENT_WANTED = "a share of the card from 0% to 90%, such as 10%", PERCENT = /^(?:90(?:\.0{1,2})?|[1-8]?\d(?:\.\d{1,2})?)%$/;
function percentOf(said) {
  return typeof said == "string" && PERCENT.test(said) ? Number(said.slice(0, -1)) : void 0;
}

// src/request/nearest.ts
function nearest(word, words) {
  if (word === "" || word.length > 64) return;
  let plain = toPlain(word), farthest = Math.max(1, plain.length / 3), ranked = words.filter((candidate) => isPossible(plain, toPlain(candidate), farthest)).map((candidate) => ({ candidate, distance: likeness(plain, toPlain(candidate)) }));
  ranked.sort((a, b) => a.distance - b.distance);
  let best = ranked[0];
  return best && best.distance <= farthest ? best.candidate : void 0;
}
function isPossible(word, candidate, farthest) {
  return candidate.startsWith(word) || Math.abs(candidate.length - word.length) <= farthest;
}
function toPlain(word) {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}
function likeness(word, candidate) {
  if (word.length >= 3 && candidate !== word && candidate.startsWith(word)) return 1;
  let beforePrevious = [], previous = Array.from({ length: candidate.length + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row++) {
    let current = [row];
    for (let column = 1; column <= candidate.length; column++) {
      let isSame4 = word[row - 1] === candidate[column - 1], isSwapped = row > 1 && word[row - 1] === candidate[column - 2] && word[row - 2] === candidate[column - 1], replaced = previous[column - 1] + (isSame4 ? 0 : 1), swapped = isSwapped ? beforePrevious[column - 2] + 1 : replaced;
      current.push(Math.min(replaced, swapped, previous[column] + 1, current[column - 1] + 1));
    }
    beforePrevious = previous, previous = current;
  }
  return previous[candidate.length];
}

// src/request/skus.ts
var SYSTEMS_ONLY = ["gb300", "rtx_pro_6000_server"], GPU_SKUS = [.../* @__PURE__ */ new Set([...RELEASES.flatMap(({ skus }) => skus), ...SYSTEMS_ONLY])], SYSTEM_NAMES = /* @__PURE__ */ new Map([["gb200_sxm", "gb200"]]);
function toSystem(sku) {
  return SYSTEM_NAMES.get(sku) ?? sku;
}
function toSku(system) {
  return [...SYSTEM_NAMES].find(([, name]) => name === system)?.[0] ?? system;
}
function skuRelease(sku) {
  return firstRelease(({ skus }) => skus.includes(sku));
}

// src/request/prices.ts
var MOST_PER_GPU_HOUR = 1e9, CURRENCY = /^[A-Z]{3}$/, CURRENCY_WANTED = "the three letters of a currency such as USD were expected", PAIR = /^([^=\s]+)=(\d{1,9}(?:\.\d{1,9})?)([A-Z]{3})$/;
function readPrices(texts) {
  let prices = {};
  for (let text of texts) {
    let [, sku = "", amount, currency = ""] = PAIR.exec(text) ?? [], perGpuHour = Number(amount);
    if (!(perGpuHour > 0)) return { problem: `${text} is not SKU=PRICE such as h200_sxm=3.5USD` };
    let problem = skuProblem(sku);
    if (problem !== void 0) return { problem };
    if (Object.hasOwn(prices, sku)) return { problem: `${sku} has a price already` };
    prices[sku] = { perGpuHour, currency };
  }
  return { value: prices };
}
function skuProblem(sku) {
  if (GPU_SKUS.includes(sku)) return;
  let near = nearest(sku, GPU_SKUS);
  return `there is no GPU ${sku}${near === void 0 ? "" : `, did you mean ${near}?`}`;
}

// src/request/value-kinds.ts
var RELEASE = /^\d+\.\d+(\.\d+)?$/, RELEASE_WANTED = 'a release in quotes such as "1.3" was expected', COUNT = /^[1-9]\d{0,8}$/, COUNT_WANTED = "a whole number above 0", FILLED = string2().min(1), TEXT = {
  config: FILLED,
  fromPair: String,
  option: ([text = ""]) => ({ value: text }),
  parameter: string2()
}, RELEASE_NAME = {
  config: string2(RELEASE_WANTED).regex(RELEASE, RELEASE_WANTED),
  fromPair: String,
  option: ([text = ""]) => RELEASE.test(text) ? { value: text } : { problem: ` ${text} is not a release such as 1.3` },
  parameter: string2().regex(RELEASE, "a release such as 1.3 was expected")
}, NUMBER = {
  config: int().positive(),
  fromPair: (text) => text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text),
  option: ([text = ""]) => COUNT.test(text) ? { value: Number(text) } : { problem: ` ${text} is not ${COUNT_WANTED}` },
  parameter: string2().regex(COUNT, `${COUNT_WANTED} was expected`).transform(Number),
  announced: { itemType: "number" }
}, AMOUNT = { ...NUMBER, config: number2().positive() }, FLAG = {
  config: boolean2(),
  fromPair: (text) => text === "true" ? !0 : text === "false" ? !1 : text,
  option: "flag",
  parameter: _enum(["true", "false"]).transform((text) => text === "true"),
  announced: { itemType: "boolean" }
};
function choiceOf(known3) {
  return {
    config: _enum(known3),
    fromPair: String,
    option: ([text = ""]) => {
      let value = known3.find((one) => one === text);
      return value === void 0 ? { problem: ` ${text} is not one of ${known3.join(", ")}` } : { value };
    },
    parameter: _enum(known3)
  };
}
var MIRRORS = {
  config: array(
    strictObject({
      source: string2().describe("Registry, or path in one"),
      mirror: string2().describe("What stands in its place")
    })
  ).superRefine((mirrors, { addIssue }) => {
    let problem = findMirrorProblem(mirrors);
    problem && addIssue({ code: "custom", path: [problem.index, problem.field], message: problem.message });
  }),
  fromPair: (text) => parseMirrors(text).map((mirror) => ({ ...mirror })),
  option: (texts) => {
    let value = texts.flatMap(parseMirrors), problem = findMirrorProblem(value);
    return problem === void 0 ? { value } : { problem: `: ${problem.message}` };
  },
  isRepeatable: !0,
  parameter: union(
    [record(string2(), string2()), string2()],
    "a map or pairs such as nvcr.io=registry.example.com expected"
  ).transform((given, { addIssue }) => {
    let pairs2 = typeof given == "string" ? parseMirrors(given) : Object.entries(given).map(toMirror), problem = findMirrorProblem(pairs2);
    return problem && addIssue({ code: "custom", message: problem.message }), pairs2;
  }),
  announced: { collectionType: "map" }
};
function toMirror([source, mirror]) {
  return { source, mirror };
}
var TWICE = "the model is named already", CONFIG_OR_LIKE = "either config, a path, or like, a bundled model, was expected";
function repeatedModel(models) {
  let index = models.findIndex(({ id }, i) => models.findIndex((other) => other.id === id) < i);
  return index < 0 ? void 0 : index;
}
var MODELS = {
  config: array(
    strictObject({
      id: FILLED.describe("Id of the model"),
      config: FILLED.describe(
        "Path of its config.json, or of the folder that holds it: from the working directory, in a project file from its folder"
      ).optional(),
      like: FILLED.describe("Bundled model that has the same shape, in place of a configuration").optional()
    }).refine(({ config: config2, like }) => config2 === void 0 != (like === void 0), CONFIG_OR_LIKE).meta({ oneOf: [{ required: ["config"] }, { required: ["like"] }] })
  ).superRefine((models, { addIssue }) => {
    let index = repeatedModel(models);
    index !== void 0 && addIssue({ code: "custom", path: [index, "id"], message: TWICE });
  }),
  ...modelPairs("config", "PATH")
}, MODEL_LIKES = { ...MODELS, ...modelPairs("like", "BUNDLED") };
function modelPairs(field, placeholder) {
  let toSetting = (id, text) => ({ id, [field]: text });
  return {
    option: (texts) => {
      let wrong = texts.find((text) => !/^[^=]+=./s.test(text));
      if (wrong !== void 0) return { problem: ` ${wrong} is not ID=${placeholder}` };
      let value = texts.map((text) => toSetting(text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1))), repeated = repeatedModel(value);
      return repeated === void 0 ? { value } : { problem: ` ${texts[repeated]}: ${TWICE}` };
    },
    isRepeatable: !0,
    parameter: record(string2(), string2()).transform((given) => Object.entries(given).map(([id, text]) => toSetting(id, text))),
    announced: { collectionType: "map" }
  };
}
var SHARE = {
  config: string2(`${PERCENT_WANTED}, was expected`).regex(PERCENT, `${PERCENT_WANTED}, was expected`),
  fromPair: String,
  option: ([text = ""]) => PERCENT.test(text) ? { value: text } : { problem: ` ${text} is not ${PERCENT_WANTED}` },
  parameter: string2().regex(PERCENT, `${PERCENT_WANTED}, was expected`)
}, PRICES = {
  config: record(
    string2(),
    strictObject({
      perGpuHour: number2().positive().max(MOST_PER_GPU_HOUR).describe("Price of one GPU for an hour"),
      currency: string2().regex(CURRENCY, CURRENCY_WANTED).describe("Three letters of a currency, such as USD")
    })
  ).superRefine((prices, { addIssue }) => {
    for (let sku of Object.keys(prices)) {
      let message = skuProblem(sku);
      message !== void 0 && addIssue({ code: "custom", path: [sku], message });
    }
  }),
  fromPair: (text) => {
    let reading = readPrices(text.split(/[\s,]+/).filter((part) => part !== ""));
    return "problem" in reading ? text : Object.fromEntries(Object.entries(reading.value).map(([sku, price]) => [sku, { ...price }]));
  },
  option: (texts) => {
    let reading = readPrices(texts);
    return "problem" in reading ? { problem: `: ${reading.problem}` } : reading;
  },
  isRepeatable: !0,
  parameter: record(string2(), string2()).transform((given, { addIssue }) => {
    let reading = readPrices(Object.entries(given).map((pair) => pair.join("=")));
    return "value" in reading ? reading.value : (addIssue({ code: "custom", message: reading.problem }), {});
  }),
  announced: { collectionType: "map" }
}, PATH = { config: FILLED }, LEADS_OUT = /^(?:[/\\]|[a-z]:)|(?:^|[/\\{,])\.\.(?:[/\\},]|$)/i, GLOBS = {
  config: array(FILLED.refine((glob) => !LEADS_OUT.test(glob), "a glob below the folder of this file was expected")),
  option: (texts) => ({ value: texts }),
  isRepeatable: !0,
  parameter: array(string2())
}, REQUESTS = {
  config: array(union([FILLED, custom(isObject, "a path or a request was expected")])).min(1),
  fromPair: (text) => text.split(/[\s,]+/).filter((part) => part !== "")
};

// src/request/workload-options.ts
var OUTPUT_FORMS = ["graph", "workloads"], MULTINODE_FORMS = ["leaderWorkerSet", "refuse"], UPDATE_WAYS = ["generation", "blueGreen", "shared"];
function toWorkloadOptions(said) {
  let given = Object.entries(said).filter(([, value]) => value !== void 0);
  return { ...WORKLOAD_DEFAULTS, ...Object.fromEntries(given) };
}
var WORKLOAD_DEFAULTS = {
  namespace: void 0,
  discovery: "kubernetes",
  eventPlane: "zmq",
  multinode: "leaderWorkerSet",
  imagePullSecrets: [],
  modelExpress: void 0,
  prometheus: void 0,
  fsGroup: 1e3,
  updates: "generation",
  podMonitors: !1,
  crd: !1
};

// src/request/workload-kinds.ts
var FILLED2 = string2().min(1), SECRET = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/, NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, MOST_GROUP = 2 ** 31 - 1;
function wordOrAddress(word, name) {
  let wanted = `${word}, or ${name} with an address`, read2 = (text) => text === word ? word : text.startsWith(`${name}=`) && text.length > name.length + 1 ? { [name]: text.slice(name.length + 1) } : void 0;
  return {
    config: union(
      [literal(word), strictObject({ [name]: FILLED2 })],
      `${wanted} expected`
    ),
    fromPair: (text) => read2(text) ?? text,
    option: ([text = ""]) => {
      let value = read2(text);
      return value === void 0 ? { problem: ` ${text} is not ${word} or ${name}=ADDRESS` } : { value };
    },
    parameter: string2().transform((text, { addIssue }) => {
      let value = read2(text);
      return value === void 0 && addIssue({ code: "custom", message: `${word} or ${name}=ADDRESS expected` }), value;
    })
  };
}
var DISCOVERY = wordOrAddress("kubernetes", "etcd"), EVENT_PLANE = wordOrAddress("zmq", "nats"), NAMESPACE_NAME = named(NAMESPACE, "the name of a namespace"), SECRET_NAMES = {
  config: array(string2().regex(SECRET, "the name of a Secret was expected")),
  fromPair: (text) => text.split(/[\s,]+/).filter((part) => part !== ""),
  option: (texts) => {
    let wrong = texts.find((text) => !SECRET.test(text));
    return wrong === void 0 ? { value: texts } : { problem: ` ${wrong} is not the name of a Secret` };
  },
  isRepeatable: !0,
  parameter: array(string2().regex(SECRET, "the name of a Secret was expected"))
}, FS_GROUP = {
  config: int().min(1).max(MOST_GROUP).nullable(),
  fromPair: (text) => text === "none" ? null : /^\d{1,10}$/.test(text) ? Number(text) : text,
  option: ([text = ""]) => text === "none" ? { value: null } : /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MOST_GROUP ? { value: Number(text) } : { problem: ` ${text} is not the number of a group, or none` },
  parameter: string2().regex(/^(?:none|[1-9]\d{0,9})$/, "the number of a group, or none, was expected").transform((text) => text === "none" ? null : Number(text))
};
function named(form, what) {
  return {
    config: string2().regex(form, `${what} was expected`),
    fromPair: String,
    option: ([text = ""]) => form.test(text) ? { value: text } : { problem: ` ${text} is not ${what}` },
    parameter: string2().regex(form, `${what} was expected`)
  };
}

// src/request/workload-rows.ts
var { discovery, eventPlane, multinode, imagePullSecrets, fsGroup, updates, podMonitors, crd } = WORKLOAD_DEFAULTS, WORKLOAD_ROWS = {
  "workloads.namespace": {
    about: "request",
    kind: NAMESPACE_NAME,
    description: "Namespace of plain workloads whose graph names none",
    option: { name: "workloads-namespace", value: "NAMESPACE" },
    example: "serving"
  },
  "workloads.discovery": {
    about: "request",
    kind: DISCOVERY,
    description: "How processes of plain workloads find each other: kubernetes, or an etcd",
    fallback: discovery,
    option: {
      name: "discovery",
      value: "HOW",
      help: "how processes of plain workloads find each other: kubernetes (default) or etcd=ENDPOINTS"
    }
  },
  "workloads.eventPlane": {
    about: "request",
    kind: EVENT_PLANE,
    description: "What carries the events of plain workloads: zmq, or a NATS",
    fallback: eventPlane,
    option: {
      name: "event-plane",
      value: "HOW",
      help: "what carries the events of plain workloads: zmq (default) or nats=URL"
    }
  },
  "workloads.multinode": {
    about: "request",
    kind: choiceOf(MULTINODE_FORMS),
    description: "What becomes of replicas that span nodes: a LeaderWorkerSet, or an error",
    fallback: multinode,
    option: {
      name: "multinode",
      value: "FORM",
      help: `replicas that span nodes: ${MULTINODE_FORMS.join(" (default) or ")}`
    }
  },
  "workloads.imagePullSecrets": {
    about: "request",
    kind: SECRET_NAMES,
    description: "Secrets with which the pods of plain workloads fetch their images",
    fallback: imagePullSecrets,
    option: {
      name: "image-pull-secret",
      value: "NAME",
      help: "Secret with which the pods of plain workloads fetch their images; may be repeated"
    },
    example: ["nvcr"]
  },
  "workloads.modelExpress": {
    about: "request",
    kind: TEXT,
    description: "Address of a Model Express server, for plain workloads",
    option: { name: "model-express", value: "URL" }
  },
  "workloads.prometheus": {
    about: "request",
    kind: TEXT,
    description: "Address of a Prometheus server, for plain workloads",
    option: { name: "prometheus", value: "URL" }
  },
  "workloads.fsGroup": {
    about: "request",
    kind: FS_GROUP,
    description: "Group of the volumes of plain workloads; null where the cluster sets one itself, as OpenShift does",
    fallback: fsGroup,
    option: { name: "fs-group", value: "N", help: "group of the volumes of plain workloads (1000), or none" }
  },
  "workloads.updates": {
    about: "request",
    kind: choiceOf(UPDATE_WAYS),
    description: "How changed workers take the place of those that run: by generation, blueGreen, or shared",
    fallback: updates,
    option: {
      name: "updates",
      value: "WAY",
      help: `how changed workers take the place of others: ${UPDATE_WAYS.join(", ")} (default generation)`
    },
    example: "blueGreen"
  },
  "workloads.podMonitors": {
    about: "request",
    kind: FLAG,
    description: "Whether plain workloads have PodMonitors for the Prometheus operator",
    fallback: podMonitors,
    option: { name: "pod-monitors", help: "PodMonitors beside plain workloads" }
  },
  "workloads.crd": {
    about: "request",
    kind: FLAG,
    description: "Whether the CRD of the workers' metadata stands before plain workloads; it belongs to the cluster",
    fallback: crd,
    option: { name: "crd", help: "the CRD that the cluster needs once, before plain workloads" }
  }
};

// src/request/defaults.ts
var DEFAULTS = {
  image: {
    about: "request",
    kind: TEXT,
    description: "Image of requests that name none",
    option: { name: "image", value: "IMAGE" },
    parameter: { name: "image", title: "Image" },
    example: "nvcr.io/nvidia/ai-dynamo/dynamo-planner:1.3.1"
  },
  imageMirrors: {
    about: "request",
    kind: MIRRORS,
    description: "Images of a registry, or of a path in one, are written as those of a mirror; the longest source wins",
    option: {
      name: "image-mirror",
      value: "SOURCE=MIRROR",
      help: "take images of that registry or path from another one; may be repeated, the longest source wins"
    },
    parameter: {
      name: "image-mirror",
      title: "Image mirrors",
      tooltip: "Registries, with or without a path, to where their images are taken from instead"
    },
    example: [{ source: "nvcr.io", mirror: "registry.example.com/nvcr" }]
  },
  target: {
    about: "request",
    kind: RELEASE_NAME,
    description: 'Dynamo release that the graphs are for, in quotes, such as "1.3"',
    option: { name: "target", value: "X.Y", help: "Dynamo release that the graphs are for" },
    parameter: {
      name: "target",
      title: "Dynamo release",
      tooltip: "Release that the graphs are for, such as 1.3"
    },
    example: "1.3"
  },
  "hardware.gpuSku": {
    about: "request",
    kind: TEXT,
    description: "hardware.gpuSku of requests that name none",
    option: { name: "gpu-sku", value: "SKU" },
    parameter: { name: "gpu-sku", title: "GPU" },
    example: "h200_sxm"
  },
  "hardware.totalGpus": {
    about: "request",
    kind: NUMBER,
    description: "hardware.totalGpus of requests that name none",
    option: { name: "total-gpus", value: "N" },
    parameter: { name: "total-gpus", title: "GPU budget" },
    example: 8
  },
  "hardware.numGpusPerNode": {
    about: "request",
    kind: NUMBER,
    description: "hardware.numGpusPerNode of requests that name none",
    option: { name: "num-gpus-per-node", value: "N" },
    parameter: {
      name: "num-gpus-per-node",
      title: "GPUs a node"
    },
    example: 8
  },
  "hardware.vramMb": {
    about: "request",
    kind: AMOUNT,
    description: "hardware.vramMb of requests that name none, MiB a GPU",
    option: { name: "vram-mb", value: "MIB" },
    parameter: {
      name: "vram-mb",
      title: "GPU memory"
    }
  },
  "routing.mode": {
    about: "request",
    kind: choiceOf(ROUTER_MODES),
    description: "Router mode",
    option: {
      name: "router-mode",
      value: "MODE",
      help: `routing of requests that say nothing: ${ROUTER_MODES.join(", ")}`
    },
    parameter: {
      name: "router-mode",
      title: "Router mode",
      tooltip: `Routing of requests that say nothing: ${ROUTER_MODES.join(", ")}`
    },
    annotation: "router-mode",
    example: "kv"
  },
  "routing.kvEvents": {
    about: "request",
    kind: choiceOf(KV_EVENTS),
    description: "KV events with router mode kv",
    option: { name: "kv-events", value: "KIND", help: `KV events with router mode kv: ${KV_EVENTS.join(", ")}` },
    parameter: {
      name: "kv-events",
      title: "KV events",
      tooltip: `KV events with router mode kv: ${KV_EVENTS.join(", ")}`
    },
    annotation: "kv-events"
  },
  emit: {
    about: "request",
    kind: choiceOf(OUTPUT_FORMS),
    description: "What is put out: the graph, or the plain workloads that the operator would make of it",
    fallback: "graph",
    option: { name: "emit", value: "FORM", help: `what is put out: ${OUTPUT_FORMS.join(" (default) or ")}` },
    parameter: {
      name: "emit",
      title: "Output",
      tooltip: "graph, or workloads: the plain objects that the operator would make of it"
    },
    annotation: "emit",
    example: "workloads"
  },
  ...WORKLOAD_ROWS,
  models: {
    about: "run",
    kind: MODELS,
    description: "Models that are not bundled",
    option: {
      name: "model-config",
      value: "ID=PATH",
      help: "config.json (or its folder) of a model that is not bundled; may be repeated"
    },
    parameter: {
      name: "model-config",
      title: "Models",
      tooltip: "Models that are not bundled: id to the path of its config.json, below the application"
    },
    example: [{ id: "acme/chat", config: "models/chat" }]
  },
  modelLikes: {
    about: "run",
    kind: MODEL_LIKES,
    description: "Models that have the shape of bundled ones",
    option: {
      name: "model-like",
      value: "ID=BUNDLED",
      help: "a bundled model that has the same shape as one that is not; may be repeated"
    },
    parameter: {
      name: "model-like",
      title: "Models like others",
      tooltip: "Models that are not bundled: id to a bundled model that has the same shape"
    },
    // A config says it among its models.
    only: "none"
  },
  support: {
    about: "request",
    kind: choiceOf(SUPPORTS),
    description: "Whether models are ranked only where runs of them or their architecture are recorded, or by assumption also where none is",
    fallback: "recorded",
    option: {
      name: "support",
      value: "WHICH",
      help: `rank models where runs are ${SUPPORTS[0]}, or ${SUPPORTS[1]} also those without any run of their architecture`
    },
    parameter: {
      name: "support",
      title: "Support",
      tooltip: `Models are ranked where runs of them are ${SUPPORTS[0]}, or ${SUPPORTS[1]} also without any`
    },
    annotation: "support",
    example: "assumed"
  },
  servingMode: {
    about: "request",
    kind: choiceOf(MODES),
    description: "Mode of serving that is picked, whatever the other one has",
    option: { name: "serving-mode", value: "MODE", help: `pick that mode of serving: ${MODES.join(" or ")}` },
    parameter: { name: "serving-mode", title: "Serving mode", tooltip: `Mode that is picked: ${MODES.join(" or ")}` },
    annotation: "serving-mode",
    example: "disagg"
  },
  memoryHeadroom: {
    about: "request",
    kind: SHARE,
    description: "What workers leave free of the memory of each GPU, as a share of the card such as 10% (0% to 90%)",
    option: { name: "memory-headroom", value: "SHARE", help: "memory of each GPU that is left free, such as 10%" },
    parameter: { name: "memory-headroom", title: "Memory headroom" },
    annotation: "memory-headroom",
    example: "10%"
  },
  prices: {
    about: "run",
    kind: PRICES,
    description: "What a GPU costs an hour, by SKU; without it nothing is said of costs",
    option: {
      name: "price",
      value: "SKU=PRICE",
      help: "what a GPU costs an hour, such as h200_sxm=3.5USD; may be repeated"
    },
    example: { h200_sxm: { perGpuHour: 3.5, currency: "USD" } }
  },
  fluxSubstitute: {
    about: "request",
    kind: choiceOf(FLUX_SUBSTITUTE),
    description: "Whether Flux may substitute variables in graphs; a graph that has some is warned about where it is not said",
    option: {
      name: "flux-substitute",
      value: "WHETHER",
      help: `Flux's variables in graphs: ${FLUX_SUBSTITUTE.join(" (by an annotation) or ")}; a warning by default`
    },
    example: "disabled"
  },
  strict: {
    about: "run",
    kind: FLAG,
    description: "Count warnings as errors",
    fallback: !1,
    option: { name: "strict" },
    parameter: { name: "strict", title: "Strict" },
    example: !0
  },
  frozen: {
    about: "run",
    kind: FLAG,
    description: "Whether a request that is not in the lock beside it for its inputs is an error",
    fallback: !1,
    option: { name: "frozen", help: `a request without an entry for it in ${LOCK_FILE} is an error` },
    parameter: {
      name: "frozen",
      title: "Frozen",
      tooltip: "A request that is not in the lock beside it for its inputs is an error"
    },
    example: !0
  },
  exclude: {
    about: "run",
    kind: GLOBS,
    description: "Files that are not looked at",
    option: { name: "exclude", value: "GLOB", help: "files that are not looked at; may be repeated" },
    only: "project",
    example: ["drafts/**"]
  },
  extends: {
    about: "run",
    kind: PATH,
    description: "Another project file that says what this one leaves out, from the folder of this one",
    only: "project",
    example: "../base/dgdr-render.yaml"
  },
  requests: {
    about: "function",
    kind: REQUESTS,
    description: "Requests to render as a generator: paths and globs below the working directory, or whole requests",
    only: "function"
  },
  keepRequests: {
    about: "function",
    kind: FLAG,
    description: "Keep the requests in the output, marked local-config",
    fallback: !0,
    only: "function"
  },
  compat: {
    about: "request",
    kind: choiceOf(COMPATS),
    description: "ours, or reference: every mend off",
    fallback: "ours",
    option: { name: "compat", value: "NAME" },
    only: "function",
    isInternal: !0
  }
}, SETTING_PATHS = Object.keys(DEFAULTS);
function defaultRow(path) {
  return DEFAULTS[path];
}
var CONFIG_FIELDS = {
  requests: void 0,
  hardware: "What requests leave out, since nothing can be discovered offline",
  image: void 0,
  imageMirrors: void 0,
  routing: "Routing of requests that say nothing",
  models: void 0,
  modelLikes: void 0,
  strict: void 0,
  frozen: void 0,
  target: void 0,
  keepRequests: void 0,
  support: void 0,
  servingMode: void 0,
  memoryHeadroom: void 0,
  prices: void 0,
  fluxSubstitute: void 0,
  emit: void 0,
  workloads: "How plain workloads are made where emit asks for them",
  exclude: void 0,
  extends: void 0,
  compat: void 0
};

// src/request/sla.ts
var DEFAULT_TTFT_MS = 2e3, DEFAULT_ITL_MS = 30, TARGETS = ["ttft", "itl", "e2eLatency"];
function toSla(spec, report) {
  let sla = spec.sla ?? {};
  for (let name of TARGETS) checkPositive(name, sla[name], report);
  let { ttft = DEFAULT_TTFT_MS, itl = DEFAULT_ITL_MS, e2eLatency } = sla, isTouched = sla.ttft !== void 0 || sla.itl !== void 0, isPairGone = ttft === null && itl === null;
  if (e2eLatency != null)
    return isTouched && !isPairGone && reportConflict(sla, report), { kind: "e2e", e2eLatencyMs: e2eLatency };
  (ttft === null || itl === null) && reportIncomplete(isPairGone, report);
  let pair = { kind: "pair", ttftMs: ttft ?? DEFAULT_TTFT_MS, itlMs: itl ?? DEFAULT_ITL_MS }, assumed = ["ttft", "itl"].find((name) => isTouched && sla[name] === void 0);
  return { ...pair, isExplicit: isTouched, ...assumed && { assumed } };
}
function checkPositive(name, valueMs, report) {
  valueMs == null || valueMs > 0 || report.broken("SLA_INVALID", {
    path: `spec.sla.${name}`,
    message: `${name} is ${valueMs} ms, wanted more than 0`,
    hint: `set ${name} to a positive number of milliseconds, or delete it`
  });
}
function reportConflict(sla, report) {
  let said = ["ttft", "itl"].filter((name) => sla[name] !== void 0), values = said.map((name) => `${name} ${show(sla[name])}`).join(" and ");
  report.fail("SLA_CONFLICT", {
    path: "spec.sla.e2eLatency",
    message: `e2eLatency is given beside ${values}, wanted either the pair or e2eLatency`,
    hint: `delete spec.sla.e2eLatency, or delete ${said.map((name) => `spec.sla.${name}`).join(" and ")}`
  });
}
function reportIncomplete(isPairGone, report) {
  report.fail("SLA_INCOMPLETE", {
    path: "spec.sla",
    message: isPairGone ? "ttft and itl are null and e2eLatency is missing, so there is no target left" : "one of ttft and itl is null, wanted both or neither",
    hint: `delete the null to get the default (ttft ${DEFAULT_TTFT_MS}, itl ${DEFAULT_ITL_MS}), or set e2eLatency and both to null`
  });
}
function limitsOf(sla) {
  if (sla.kind === "e2e") {
    let whole = { latency: "requestMs", limitMs: sla.e2eLatencyMs, field: "e2eLatency" };
    return { all: [whole], firstToken: whole, judged: whole, isExplicit: !0, said: [whole] };
  }
  let firstToken = { latency: "ttftMs", limitMs: sla.ttftMs, field: "ttft" }, judged = { latency: "tpotMs", limitMs: sla.itlMs, field: "itl" }, all = [firstToken, judged], { isExplicit, assumed } = sla;
  return { all, firstToken, judged, isExplicit, said: all.filter(({ field }) => isExplicit && field !== assumed) };
}

// src/request/issue-words.ts
var MAPPING = { wanted: "a mapping of fields", hint: "write the fields below it, or leave it out" }, TYPE_WORDS = {
  string: { wanted: "a text", hint: "write a text, and quote one that reads as a number or a truth value" },
  int: { wanted: "a whole number", hint: "write a whole number such as 8" },
  number: { wanted: "a finite number", hint: "write a number such as 8" },
  boolean: { wanted: "true or false", hint: "write true or false" },
  object: MAPPING,
  record: MAPPING,
  array: { wanted: "a list", hint: "write a list, or leave it out" }
}, MOST_KEYS = 5, IN_OUR_WORDS = { error: describeIssue, reportInput: !0 };
function describeIssue(issue2) {
  if (issue2.code === "unrecognized_keys")
    return `there is no ${[...issue2.keys.slice(0, MOST_KEYS).map(show), ...issue2.keys.length > MOST_KEYS ? ["..."] : []].join(", ")}`;
  let expected = `${wantedBy(issue2)} was expected`;
  return issue2.input === void 0 ? expected : `${expected}, not ${show(issue2.input)}`;
}
function typeHint(kind) {
  return TYPE_WORDS[kind]?.hint ?? `write ${kind}`;
}
function wantedBy(issue2) {
  switch (issue2.code) {
    case "invalid_type":
      return TYPE_WORDS[issue2.expected]?.wanted ?? issue2.expected;
    case "invalid_value":
      return issue2.values.length === 1 ? show(issue2.values[0]) : `one of ${issue2.values.join(", ")}`;
    case "too_small":
      return sized(issue2.origin, `${issue2.inclusive === !1 ? "more than" : "at least"} ${issue2.minimum}`);
    case "too_big":
      return sized(issue2.origin, `${issue2.inclusive === !1 ? "less than" : "at most"} ${issue2.maximum}`);
    case "invalid_union":
      return eitherOf(issue2.errors);
    default:
      return issue2.message ?? "another value";
  }
}
function sized(origin, bound) {
  return origin === "string" ? bound === "at least 1" ? "a text that is not empty" : `${bound} characters` : origin === "array" ? `a list of ${bound}` : bound;
}
function eitherOf(errors) {
  let wanted = errors.flatMap((issues) => issues.slice(0, 1).map(wantedBy));
  return [...new Set(wanted)].join(" or ") || "another value";
}

// src/request/quantities.ts
var MILLISECONDS = {
  words: "milliseconds",
  factors: {
    ms: 1,
    msec: 1,
    millis: 1,
    milliseconds: 1,
    s: 1e3,
    sec: 1e3,
    seconds: 1e3,
    us: 1e-3,
    m: 6e4,
    min: 6e4
  }
}, MEBIBYTES = {
  words: "MiB",
  factors: { m: 1, mb: 1, mi: 1, mib: 1, g: 1024, gb: 1024, gi: 1024, gib: 1024, t: 1024 ** 2, tb: 1024 ** 2 }
}, TOKENS = { words: "tokens", factors: { tokens: 1, tok: 1, k: 1e3, ki: 1024 } }, GPUS = { words: "GPUs", factors: { x: 1, gpu: 1, gpus: 1 } }, PER_SECOND = {
  words: "requests a second",
  factors: { rps: 1, qps: 1, "/s": 1, "req/s": 1, "/min": 1 / 60 }
}, REQUESTS2 = { words: "requests at once", factors: { requests: 1, users: 1 } }, UNITS = {
  ttft: MILLISECONDS,
  itl: MILLISECONDS,
  e2eLatency: MILLISECONDS,
  vramMb: MEBIBYTES,
  isl: TOKENS,
  osl: TOKENS,
  totalGpus: GPUS,
  numGpusPerNode: GPUS,
  requestRate: PER_SECOND,
  concurrency: REQUESTS2
}, AMOUNT2 = /^\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([a-z/]{1,12})\s*$/i;
function quantityHint(field, value) {
  let unit = Object.hasOwn(UNITS, field) ? UNITS[field] : void 0;
  if (unit === void 0 || typeof value != "string") return;
  let [, amount = "", name = ""] = AMOUNT2.exec(value) ?? [], factor = unit.factors[name.toLowerCase()], number3 = Number(amount.replace(",", ".")) * (factor ?? Number.NaN);
  return Number.isFinite(number3) ? `write ${Number(number3.toFixed(6))}, in ${unit.words}` : `write a number, in ${unit.words}`;
}

// src/gpu-types.ts
var GPU_ROWS = [
  { models: ["VR-NVL72"], module: "vr_nvl72" },
  { models: ["GB300"], module: "gb300" },
  { models: ["GB200"], module: "gb200_sxm" },
  { models: ["GB10"], card: "gb10" },
  { models: ["B300"], module: "b300_sxm" },
  { models: ["B200"], module: "b200_sxm" },
  { models: ["RTX-PRO-6000-Blackwell-Server-Edition"], card: "rtx_pro_6000_server", cardLink: "pcie" },
  { models: ["H200"], module: "h200_sxm" },
  { models: ["H100"], module: "h100_sxm", card: "h100_pcie" },
  { models: ["A100", "A100X"], module: "a100_sxm", card: "a100_pcie" },
  { models: ["A30"], card: "a30" },
  { models: ["L40S"], card: "l40s", cardLink: "pcie" },
  { models: ["L40"], card: "l40", cardLink: "pcie" },
  { models: ["L4"], card: "l4", cardLink: "pcie" },
  { models: ["V100", "V100S"], module: "v100_sxm", card: "v100_pcie" },
  { models: ["T4", "T4G"], card: "t4", cardLink: "pcie" }
], FORMS = [
  { form: "module", word: /^(SXM|HGX|DGX|HBM3)/ },
  { form: "card", word: /^(PCIE|NVL$|FHHL)/ }
];
function toGpuType(product2) {
  let words = product2.toUpperCase().split(/[-_\s]+/), name = `-${words.join("-")}-`, row = GPU_ROWS.find(({ models }) => models.some((model) => name.includes(`-${model.toUpperCase()}-`)));
  if (row === void 0) return;
  let said = FORMS.find(({ word }) => words.some((one) => word.test(one)))?.form, form = said !== void 0 && row[said] !== void 0 ? said : row.card !== void 0 ? "card" : "module", sku = row[form];
  if (sku === void 0) throw new Error(`the row of ${product2} has no SKU`);
  let isAssumed = said === void 0 ? row.module !== void 0 && row.card !== void 0 : said !== form;
  return isAssumed ? { sku, interconnect: void 0, isAssumed } : { sku, interconnect: form === "module" ? "nvlink" : row.cardLink, isAssumed };
}

// src/request/sku-hint.ts
var toPlain2 = (name) => name.toLowerCase().replace(/[-_\s]/g, ""), chipOf = (sku) => sku.replace(/_(sxm|pcie)$/, ""), LONGEST_NAME = 100, AMD_NAME = /^(amd)?(instinct)?mi(?<series>[23]\d{2})x?$/;
function skusMeant(text) {
  if (text.length > LONGEST_NAME) return [];
  let plain = toPlain2(text), spelt = GPU_SKUS.filter((sku) => toPlain2(sku) === plain);
  if (spelt.length > 0) return spelt;
  let series = AMD_NAME.exec(plain)?.groups?.series;
  if (series !== void 0) return GPU_SKUS.filter((sku) => sku === `mi${series}`);
  let type = toGpuType(text);
  if (type === void 0) return [];
  if (!type.isAssumed) return [type.sku];
  let forms = GPU_SKUS.filter((sku) => chipOf(sku) === chipOf(type.sku));
  if (forms.length < 2) return [];
  let meant = plain === toPlain2(chipOf(type.sku)) ? void 0 : nearest(text, forms);
  return meant === void 0 ? forms : [meant];
}
function skuHint(text) {
  let meant = skusMeant(text);
  return meant.length > 0 ? `write ${meant.join(" or ")}` : /\d/.test(text) ? "no release of Dynamo has a SKU for this GPU: choose the nearest of these yourself, and set spec.hardware.vramMb to the memory of yours" : `use one of ${GPU_SKUS.join(", ")}`;
}

// src/request/shape.ts
var LONGEST_NAME2 = 317, PLAIN_NAME = /^[\w$./-]+$/, FIELD_DEPTH = 3;
function checkShape(options) {
  let { schema, value, path, code, report } = options, first = schema.safeParse(value, IN_OUR_WORDS);
  if (first.success) return first.data;
  for (let issue2 of first.error.issues) {
    let field = toPath(path, issue2.path);
    if (field === "") continue;
    let name = field.slice(field.lastIndexOf(".") + 1);
    report.broken(code, {
      path: field,
      message: `${name} is ${show(issue2.input)}, wanted ${wantedBy(issue2)}`,
      hint: hintFor(issue2)
    });
  }
  let broken = new Set(first.error.issues.map((issue2) => toPath("", issue2.path.slice(0, FIELD_DEPTH))));
  return schema.safeParse(without2(value, broken, [])).data;
}
function toPath(base, names) {
  return names.reduce((path, name) => {
    if (typeof name == "number") return `${path}[${name}]`;
    let word = String(name).slice(0, LONGEST_NAME2);
    return PLAIN_NAME.test(word) ? path === "" ? word : `${path}.${word}` : `${path}[${quote(word)}]`;
  }, base);
}
function hintFor(issue2) {
  let counted2 = quantityHint(String(issue2.path.at(-1)), issue2.input);
  if (counted2 !== void 0 && issue2.code === "invalid_type") return counted2;
  if (issue2.code === "invalid_type") return typeHint(issue2.expected);
  if (issue2.code !== "invalid_value") return `write ${wantedBy(issue2)}`;
  if (typeof issue2.input == "string" && issue2.path.at(-1) === "gpuSku") return skuHint(issue2.input);
  let guess = typeof issue2.input == "string" ? nearest(issue2.input, issue2.values.map(String)) : void 0;
  return guess === void 0 ? `use one of ${issue2.values.join(", ")}` : `write ${guess}`;
}
function without2(value, broken, names) {
  if (!isObject(value) || names.length === FIELD_DEPTH) return value;
  let kept = Object.entries(value).filter(([name]) => !broken.has(toPath("", [...names, name])));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without2(inner, broken, [...names, name])]));
}

// src/request/routing.ts
var PREFIX = "dgdr-render.dev/", MODE_ANNOTATION = `${PREFIX}${DEFAULTS["routing.mode"].annotation}`, EVENTS_ANNOTATION = `${PREFIX}${DEFAULTS["routing.kvEvents"].annotation}`, KNOWN_ANNOTATIONS = [
  ...SETTING_PATHS.flatMap((path) => defaultRow(path).annotation ?? []),
  "source",
  "profile",
  "engine"
], MODE_REASONS = {
  direct: "direct leaves the choice of the worker to the client, and behind a generated Frontend nothing makes it; the endpoint picker of a Gateway does, in a graph of your own or of a gateway recipe of Dynamo"
};
function toRouting(metadata, spec, defaults, report) {
  let sources = toSources(metadata, spec, defaults), modes = sources.map(
    ({ mode: mode2, modePath }, rank2) => read(mode2, { values: ROUTER_MODES, path: modePath, rank: rank2, report })
  ), events = sources.map(
    ({ kvEvents: kvEvents2, kvEventsPath }, rank2) => read(kvEvents2, { values: KV_EVENTS, path: kvEventsPath, rank: rank2, report })
  ), mode = modes.find((wish) => wish !== void 0), kvEvents = events.find((wish) => wish !== void 0);
  if (mode === void 0)
    return kvEvents === void 0 ? {} : { kvEvents: kvEvents.value, ...askedAt(kvEvents, defaults) };
  if (mode.value === "kv") return { mode: "kv", kvEvents: kvEvents?.value ?? "exact" };
  kvEvents !== void 0 && kvEvents.rank <= mode.rank && report.fail("ROUTING_INVALID", {
    path: kvEvents.path,
    message: `kvEvents is ${kvEvents.value}, but the router mode is ${mode.value}; only kv reads events`,
    hint: `set the router mode to kv in ${mode.path}, or delete ${kvEvents.path}`
  });
  let isAlone = kvEvents !== void 0 && defaults.routing?.mode === void 0;
  return { mode: mode.value, ...isAlone && askedAt(kvEvents, defaults) };
}
function askedAt({ path, rank: rank2 }, { sourceOf: sourceOf2 }) {
  return rank2 === 0 || sourceOf2?.("routing.kvEvents")?.isForCall === !0 ? { eventsAskedAt: path } : {};
}
function checkAnnotations({ annotations = {} }, report) {
  for (let key of Object.keys(annotations)) {
    let name = key.slice(PREFIX.length);
    if (!key.startsWith(PREFIX) || KNOWN_ANNOTATIONS.includes(name)) continue;
    let guess = nearest(name, KNOWN_ANNOTATIONS);
    report.warn("ANNOTATION_IGNORED", {
      path: annotationPath(key),
      message: `annotation ${show(key)} is unknown and has no effect`,
      hint: guess === void 0 ? `known are ${KNOWN_ANNOTATIONS.join(", ")}` : `write ${PREFIX}${guess}`
    });
  }
}
function toSources({ annotations = {} }, { features }, { routing: routing2 = {} }) {
  let isOn = features?.kvRouter?.enabled, isTakenBack = isOn === !1 && routing2.mode === "kv";
  return [
    {
      mode: annotations[MODE_ANNOTATION],
      modePath: annotationPath(MODE_ANNOTATION),
      kvEvents: annotations[EVENTS_ANNOTATION],
      kvEventsPath: annotationPath(EVENTS_ANNOTATION)
    },
    {
      mode: isOn === !0 ? "kv" : void 0,
      modePath: "spec.features.kvRouter.enabled",
      kvEvents: void 0,
      kvEventsPath: "spec.features.kvRouter"
    },
    {
      mode: isTakenBack ? void 0 : routing2.mode,
      modePath: "spec.routing.mode",
      kvEvents: isTakenBack ? void 0 : routing2.kvEvents,
      kvEventsPath: "spec.routing.kvEvents"
    }
  ];
}
function annotationPath(key) {
  return toPath("metadata.annotations", [key]);
}
function read(value, { values, path, rank: rank2, report }) {
  if (value == null) return;
  let known3 = values.find((candidate) => candidate === value);
  if (known3 !== void 0) return { value: known3, path, rank: rank2 };
  let guess = typeof value == "string" ? nearest(value, values) : void 0, reason = typeof value == "string" && Object.hasOwn(MODE_REASONS, value) ? `: ${MODE_REASONS[value]}` : "";
  report.broken("ROUTING_INVALID", {
    path,
    message: `${path} is ${show(value)}, wanted one of ${values.join(", ")}${reason}`,
    hint: guess === void 0 || reason !== "" ? `use one of ${values.join(", ")}` : `write ${guess}`
  });
}

// src/request/annotated.ts
function annotated({ setting, read: read2, wanted, otherwise }, { annotations = {} }, report) {
  let name = `${PREFIX}${defaultRow(setting).annotation}`, said = annotations[name] ?? void 0;
  if (said === void 0) return otherwise;
  let value = read2(said);
  return value !== void 0 ? value : (report.broken("REQUEST_INVALID", {
    path: annotationPath(name),
    message: `annotation ${name} is ${show(said)}, wanted ${wanted}`,
    hint: `write ${wanted}, or delete the annotation`
  }), otherwise);
}

// src/request/wishes.ts
function toWishes(metadata, { servingMode, memoryHeadroom }, report) {
  let mode = annotated(
    {
      setting: "servingMode",
      read: (said) => MODES.find((one) => one === said),
      wanted: MODES.join(" or "),
      otherwise: servingMode
    },
    metadata,
    report
  ), headroom = annotated(
    { setting: "memoryHeadroom", read: percentOf, wanted: PERCENT_WANTED, otherwise: percentOf(memoryHeadroom) },
    metadata,
    report
  );
  return { ...mode && { servingMode: mode }, ...headroom && { memoryHeadroomPercent: headroom } };
}
function hasWishes(wishes) {
  return Object.keys(wishes).length > 0;
}
function wishTexts({ servingMode, memoryHeadroomPercent, take }) {
  return {
    ...servingMode && { servingMode },
    ...memoryHeadroomPercent && { memoryHeadroom: `${memoryHeadroomPercent}%` },
    ...take && { take: rowName(take) }
  };
}
var WISHED = ", as wished: ";
function wishWords(wishes) {
  return Object.entries(wishTexts(wishes)).map(([name, value]) => `${name} ${value}`).join(" and ");
}
function rowName({ mode, rank: rank2 }) {
  return `${mode}:${rank2}`;
}
var ROW_NAME = /^(agg|disagg):([1-9]\d?)$/;
function rowNamed(text) {
  let [, mode, rank2] = ROW_NAME.exec(String(text)) ?? [], known3 = MODES.find((one) => one === mode);
  return known3 === void 0 ? void 0 : { mode: known3, rank: Number(rank2) };
}
function wishesIn({ servingMode, memoryHeadroom, take }) {
  let mode = MODES.find((one) => one === servingMode), headroom = percentOf(memoryHeadroom), row = rowNamed(take);
  return {
    ...mode && { servingMode: mode },
    ...headroom && { memoryHeadroomPercent: headroom },
    ...row && { take: row }
  };
}

// src/request/inputs.ts
import { createHash } from "node:crypto";
var FIRST = { engine: "0.10", data: "0.10" };
function profileInputs(request, by) {
  let { model, backend, hardware, workload, pickingMode } = request, sla = { ...request.sla, assumed: void 0 }, features = request.features.mocker ? { mocker: !0 } : void 0, compat = mendsInput(request.mends), engine = by.engine === FIRST.engine ? void 0 : by.engine, data = by.data === FIRST.data ? void 0 : by.data, support = request.support === "recorded" ? void 0 : request.support, wishes = wishTexts(request.wishes);
  return JSON.parse(JSON.stringify({ ...{ model, backend, hardware, workload, sla, pickingMode, support, features, compat, engine, data }, ...wishes }));
}
function digestOf(value) {
  return `sha256:${createHash("sha256").update(JSON.stringify(sorted(value))).digest("hex")}`;
}
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  let keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

// src/profile/card-memory.ts
function limitedToVram(system, { hardware: { vramMb }, mends }) {
  return vramMb === void 0 || !mends.limitsToVram ? system : { ...system, memCapacityBytes: Math.min(system.memCapacityBytes, vramMb * 1048576) };
}
function cardGib(request, { data }) {
  let { system: name, vramMb } = request.hardware, system = data.systems[name], bytes = system === void 0 ? (vramMb ?? Number.NaN) * 1048576 : limitedToVram(system, request).memCapacityBytes;
  return Number.isNaN(bytes) ? void 0 : bytes / 1073741824;
}

// src/profile/remember.ts
function recordProfile(profiling, request) {
  let warnings = [];
  return { profile: profiling(request, (code, { message, path, hint }) => {
    warnings.push({ code, message, path, hint });
  }), warnings };
}
function repeatWarnings({ locate }, warnings, warn) {
  for (let { code, path, ...details } of warnings) warn(code, { ...details, path, origin: locate(path ?? "") });
}
function rememberProfiles(profiling, keyOf) {
  let known3 = /* @__PURE__ */ new Map();
  return (request, warn) => {
    let key = keyOf(request), recorded = known3.get(key) ?? recordProfile(profiling, request);
    known3.delete(key), known3.set(key, recorded);
    let [oldest] = known3.keys();
    return known3.size > 64 && oldest !== void 0 && known3.delete(oldest), repeatWarnings(request, recorded.warnings, warn), recorded.profile;
  };
}

// src/models/architectures.ts
var TEXT2 = { textConfig: "text_config" }, QK_NORM = { hasQkNorm: !0 }, NEXTN = { nextn: 1 }, ARCHITECTURES = {
  LlamaForCausalLM: { family: "LLAMA" },
  Qwen2ForCausalLM: { family: "LLAMA" },
  Qwen3ForCausalLM: { family: "LLAMA", ...QK_NORM },
  MiMoForCausalLM: { family: "LLAMA" },
  MixtralForCausalLM: { family: "MOE" },
  GptOssForCausalLM: { family: "MOE", windowSize: 128 },
  Qwen2MoeForCausalLM: { family: "MOE" },
  Qwen3MoeForCausalLM: { family: "MOE", ...QK_NORM },
  MiniMaxM2ForCausalLM: { family: "MOE", ...QK_NORM },
  DeepSeekForCausalLM: { family: "DEEPSEEK", ...NEXTN },
  DeepseekV3ForCausalLM: { family: "DEEPSEEK", ...NEXTN },
  KimiK25ForConditionalGeneration: { family: "KIMIK25", ...TEXT2, ...NEXTN },
  KimiK3ForConditionalGeneration: { family: "KIMIK3", ...TEXT2 },
  DeepseekV32ForCausalLM: { family: "DEEPSEEKV32", ...NEXTN },
  GlmMoeDsaForCausalLM: { family: "DEEPSEEKV32", ...NEXTN },
  DeepseekV4ForCausalLM: { family: "DEEPSEEKV4", ...NEXTN },
  NemotronForCausalLM: { family: "NEMOTRONNAS" },
  DeciLMForCausalLM: { family: "NEMOTRONNAS" },
  NemotronHForCausalLM: { family: "NEMOTRONH" },
  MiMoV2FlashForCausalLM: { family: "HYBRIDMOE" },
  Step3p5ForCausalLM: { family: "STEP3P7", ...QK_NORM },
  Step3p5FlashForCausalLM: { family: "STEP3P7", ...QK_NORM },
  Step3p7FlashForCausalLM: { family: "STEP3P7", ...TEXT2, ...QK_NORM },
  Step3p7ForConditionalGeneration: { family: "STEP3P7", ...TEXT2, ...QK_NORM },
  Llama4ForConditionalGeneration: { family: "HYBRIDMOE", ...TEXT2 },
  Qwen3_5ForConditionalGeneration: { family: "QWEN35", ...TEXT2, ...NEXTN },
  Qwen3_5MoeForConditionalGeneration: { family: "QWEN35", ...TEXT2, ...NEXTN },
  Qwen3VLForConditionalGeneration: { family: "QWEN3VL", ...TEXT2 },
  Qwen3VLMoeForConditionalGeneration: { family: "QWEN3VL_MOE", ...TEXT2 },
  Gemma4ForConditionalGeneration: { family: "GEMMA4MIX", ...TEXT2 },
  MiniMaxM3ForCausalLM: { family: "MINIMAXM3" },
  MiniMaxM3SparseForConditionalGeneration: { family: "MINIMAXM3", ...TEXT2 }
};
function architectureRow(name) {
  return ARCHITECTURES[name];
}

// src/models/checkpoint-quant.ts
function isDynamic({ config: config2 }) {
  let scheme = typeof config2.activation_scheme == "string" ? config2.activation_scheme.toLowerCase() : "";
  return scheme === "dynamic" ? !0 : scheme === "static" ? !1 : groups(config2).some(
    (group) => [group.input_activations, group.weights].some((part) => isObject(part) && !!part.dynamic)
  );
}
var KEPT_KEYS = {
  config: ["modules_to_not_convert", "exclude_modules", "ignore"],
  hf: ["exclude_modules", "ignore"]
};
function unquantisedModules({ config: config2, hf }) {
  return [...KEPT_KEYS.config.map((key) => config2[key]), ...KEPT_KEYS.hf.map((key) => hf[key])].flatMap((list) => Array.isArray(list) ? list.map(String) : []);
}
var COMPRESSED = {
  "4 int": "int4_wo",
  "8 int": "int8_wo",
  "8 float": "fp8",
  "4 float": "nvfp4"
}, MXFP4 = "w4a16_mxfp4", ATTENTION_WORDS = ["self_attn", "q_proj", "k_proj", "v_proj", "o_proj"];
function compressedTensors({ config: config2 }) {
  let format = groups(config2).map((group) => compressedFormat(group, config2)).find((found) => found !== void 0);
  if (format === void 0) return {};
  let patterns = (Array.isArray(config2.ignore) ? config2.ignore : []).map((pattern) => String(pattern).toLowerCase()), keepsAttention = patterns.some((pattern) => ATTENTION_WORDS.some((word) => pattern.includes(word))), keepsExperts = patterns.some((pattern) => pattern.includes("expert") && !pattern.includes("shared_expert"));
  return { ...keepsAttention || format === MXFP4 ? {} : { gemm: format }, ...keepsExperts ? {} : { moe: format } };
}
function compressedFormat({ weights, format }, config2) {
  if (!isObject(weights)) return;
  let type = String(weights.type ?? "").toLowerCase(), known3 = Object.entries(COMPRESSED).find(([name]) => {
    let [bits, kind] = name.split(" ");
    return weights.num_bits === Number(bits) && type.includes(kind);
  });
  if (known3?.[1] === "nvfp4" && String(format ?? config2.format).startsWith("mxfp4")) return MXFP4;
  let isBlocked = weights.strategy === "block" || Array.isArray(weights.block_structure);
  return known3?.[1] === "fp8" && isBlocked ? "fp8_block" : known3?.[1];
}
var PACKED = { 4: "int4_wo", 8: "int8_wo" }, BITS_BY_FLAG = { load_in_4bit: 4, load_in_8bit: 8 };
function packedIntegers({ config: config2 }) {
  let flags = Object.entries(BITS_BY_FLAG).find(([flag]) => config2[flag] === !0 || config2[`_${flag}`] === !0), mode = PACKED[Number(config2.bits ?? config2.w_bit ?? flags?.[1])];
  return mode && { gemm: mode, moe: mode };
}
var LAYER_ALGORITHMS = { e4m3: "fp8", e5m2: "fp8", fp4: "nvfp4" }, EXPERT_MODES = [
  ["w4a16_nvfp4", "w4a16_nvfp4"],
  ["nvfp4", "nvfp4"],
  ["mxfp8", "fp8_block"],
  ["fp8", "fp8"]
], OTHER_MODES = [
  ["mxfp8", "fp8_block"],
  ["fp8", "fp8"],
  ["w4a16_nvfp4", "w4a16_nvfp4"],
  ["nvfp4", "nvfp4"]
];
function mixedPrecision(source) {
  let experts2 = /* @__PURE__ */ new Set(), others = /* @__PURE__ */ new Set();
  for (let [target, algorithm] of layerAlgorithms(source))
    algorithm !== void 0 && (isRoutedExpert(target) ? experts2 : others).add(algorithm);
  let moe2 = EXPERT_MODES.find(([name]) => experts2.has(name))?.[1], dense = baseMode(source) ?? OTHER_MODES.find(([name]) => others.has(name))?.[1], gemm3 = dense === "fp8" && !isDynamic(source) ? "fp8_static" : dense;
  return { ...gemm3 === void 0 ? {} : { gemm: gemm3 }, ...moe2 === void 0 ? {} : { moe: moe2 } };
}
function baseMode({ config: { quant_method: method, weight_block_size: blocks } }) {
  if (String(method).toLowerCase() === "fp8")
    return Array.isArray(blocks) && blocks.length > 0 ? "fp8_block" : "fp8";
}
function isRoutedExpert(target) {
  let name = target.toLowerCase();
  return (name.includes(".experts.") || name.endsWith(".experts") || name.includes("routing_expert")) && !name.includes("shared_expert");
}
function namedAlgorithms({ config: config2, hf }) {
  return [hf.quantized_layers, config2.quantized_layers].filter(isObject).flatMap((layers) => Object.entries(layers).map(([target, layer]) => [target, layerAlgorithm(layer)]));
}
function layerAlgorithms(source) {
  let grouped = groups(source.config).flatMap((group) => {
    let algorithm = groupAlgorithm(group);
    return (Array.isArray(group.targets) ? group.targets : []).map((target) => [String(target), algorithm]);
  });
  return [...namedAlgorithms(source), ...grouped];
}
function layerAlgorithm(layer) {
  let value = isObject(layer) ? layer.quant_algo || layer.quantization_algo || layer.quant_method : layer, name = String(value ?? "").trim().toLowerCase();
  return name === "" ? void 0 : Object.hasOwn(LAYER_ALGORITHMS, name) ? LAYER_ALGORITHMS[name] : name;
}
function groupAlgorithm({ weights }) {
  if (!isObject(weights)) return;
  let named3 = layerAlgorithm(weights);
  if (named3 !== void 0) return named3;
  if (String(weights.type ?? "").toLowerCase().includes("float"))
    return weights.num_bits === 4 ? "nvfp4" : weights.num_bits === 8 ? weights.group_size === 32 ? "mxfp8" : "fp8" : void 0;
}
function groups(config2) {
  return isObject(config2.config_groups) ? Object.values(config2.config_groups).filter(isObject) : [];
}

// src/models/fact-reader.ts
function factReader(id, { text, root: root2, quantSource: quantSource2 }) {
  let size = (key) => positiveInteger(id, key, text[key]);
  return {
    need: size,
    first: (...keys) => {
      let key = keys.find((name) => typeof text[name] == "number" && text[name] !== 0);
      return key === void 0 ? 0 : size(key);
    },
    orElse: (fallback, ...keys) => {
      let key = keys.find((name) => typeof text[name] == "number");
      return key === void 0 ? fallback : text[key] === 0 ? 0 : size(key);
    },
    value: (key) => text[key],
    ofRoot: (key) => root2[key] ? positiveInteger(id, key, root2[key]) : 0,
    text: (key) => {
      let value = text[key] ?? root2[key];
      return typeof value == "string" ? value : void 0;
    },
    moduleAlgorithms: () => namedAlgorithms(quantSource2),
    within: (key) => {
      let value = text[key];
      if (!isObject(value)) throw refusal(id, { key, value, wanted: "an object" });
      return factReader(id, { text: value, root: root2, quantSource: quantSource2 });
    },
    refusal: (key, wanted) => refusal(id, { key, value: text[key], wanted })
  };
}
function positiveInteger(id, key, value) {
  if (typeof value == "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw refusal(id, { key, value, wanted: "a positive integer" });
}
function refusal(id, { key, value, wanted }) {
  return new RenderError("MODEL_INVALID", {
    message: `the configuration of ${id} has ${key} ${show(value ?? null)}, wanted ${wanted}`,
    path: "spec.model"
  });
}

// src/models/parts/beside-experts.ts
function besideExperts({ phase }, { routed, shared: shared2 }) {
  return phase === "context" ? [...shared2, ...routed] : [{ kind: "overlap", name: "generation_moe_overlap", count: 1, branches: [routed, shared2] }];
}

// src/operations/quant-modes.ts
var GEMM_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  int8_wo: { bytes: 1, compute: 1, type: "bfloat16" },
  int4_wo: { bytes: 0.5, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" },
  fp8_static: { bytes: 1, compute: 2, type: "fp8" },
  sq: { bytes: 1, compute: 2, type: "int8" },
  fp8_block: { bytes: 1, compute: 2, type: "fp8" },
  fp8_ootb: { bytes: 1, compute: 2, type: "fp8" },
  nvfp4: { bytes: 0.5625, compute: 4, type: "fp4" },
  nvfp4_wo: { bytes: 0.5625, compute: 1, type: "bfloat16" },
  w4a16_nvfp4: { bytes: 0.5625, compute: 1, type: "bfloat16" }
}, MOE_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  int8_wo: { bytes: 1, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" },
  int4_wo: { bytes: 0.5, compute: 1, type: "bfloat16" },
  fp8_block: { bytes: 1, compute: 2, type: "fp8" },
  w4afp8: { bytes: 0.5, compute: 2, type: "fp8" },
  nvfp4: { bytes: 9 / 16, compute: 4, type: "fp4" },
  w4a16_mxfp4: { bytes: 0.5, compute: 1, type: "bfloat16" },
  w4a8_mxfp4_mxfp8: { bytes: 0.5, compute: 2, type: "fp8" },
  w4a8_mxfp4_mxfp8_trtllm: { bytes: 0.5, compute: 2, type: "fp8" },
  w4a16_mxfp4_cutlass: { bytes: 0.5, compute: 1, type: "bfloat16" },
  nvfp4_wo: { bytes: 9 / 16, compute: 1, type: "bfloat16" },
  w4a16_nvfp4: { bytes: 9 / 16, compute: 1, type: "bfloat16" }
}, FMHA_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" },
  fp8_block: { bytes: 1, compute: 2, type: "fp8" }
}, KV_CACHE_QUANT = {
  bfloat16: { bytes: 2, compute: 1, type: "bfloat16" },
  int8: { bytes: 1, compute: 1, type: "bfloat16" },
  fp8: { bytes: 1, compute: 2, type: "fp8" }
};

// src/models/parts/token-ops.ts
function tokenSplit({ phase, layout }) {
  return phase === "context" ? layout.cp : 1;
}
var named2 = ({ phase }, name) => `${phase}_${name}`;
function embedding(plan, rows) {
  let columns = plan.architecture.hiddenSize;
  return { kind: "embedding", name: named2(plan, "embedding"), count: plan.once, tokenSplit: tokenSplit(plan), rows, columns };
}
function elementWise(plan, name, inputs, outputs) {
  let count = plan.perLayer;
  return { kind: "elementWise", name: named2(plan, name), count, tokenSplit: tokenSplit(plan), inputs, outputs };
}
function addNorm(plan, index) {
  let width = 2 * plan.architecture.hiddenSize;
  return elementWise(plan, `add_norm_${index}`, width, width);
}
function gemm(plan, name, n, k, options = {}) {
  return {
    kind: "gemm",
    name: named2(plan, name),
    count: plan.perLayer,
    tokenSplit: tokenSplit(plan),
    n,
    k,
    quant: plan.quant.gemm,
    rows: "tokens",
    hasLowPrecisionInput: !1,
    ...options
  };
}
function logits(plan) {
  let { vocabSize, hiddenSize } = plan.architecture, n = Math.floor(vocabSize / plan.layout.tp);
  return gemm(plan, "logits_gemm", n, hiddenSize, { count: plan.once, quant: "bfloat16", rows: "sequences" });
}
function allReduce(plan, name, count) {
  let { hiddenSize: elements } = plan.architecture, gpus = plan.layout.tp;
  return { kind: "customAllReduce", name: named2(plan, name), count, tokenSplit: tokenSplit(plan), elements, gpus };
}
function pointToPoint(plan) {
  let { pp: stages } = plan.layout, { hiddenSize: elements } = plan.architecture, count = (stages - 1) * plan.once;
  return { kind: "pointToPoint", name: named2(plan, "p2p"), count, tokenSplit: tokenSplit(plan), elements, stages };
}
var tokenOps = { embedding, elementWise, addNorm, gemm, logits, allReduce, pointToPoint };

// src/models/parts/grouped-attention.ts
function kvHeadsPerGpu({ architecture, layout }) {
  return Math.ceil(architecture.kvHeads / layout.tp);
}
function attention(plan, { usesQkNorm = plan.architecture.usesQkNorm, ...options } = {}) {
  let { architecture, layout, quant, phase } = plan, common6 = {
    name: `${phase}_attention`,
    count: plan.perLayer,
    mixes: "attention",
    heads: Math.floor(architecture.heads / layout.tp),
    kvHeads: kvHeadsPerGpu(plan),
    headSize: architecture.headSize,
    windowSize: 0,
    kvCache: quant.kvCache,
    ...options
  };
  return phase === "generation" ? { kind: "generationAttention", ...common6, ...usesQkNorm && { usesQkNorm } } : { kind: "contextAttention", ...common6, fmha: quant.fmha, usesQkNorm, cp: layout.cp };
}
function attentionWidth({ architecture, layout }) {
  return Math.floor(architecture.heads * architecture.headSize / layout.tp);
}
function qkvProjection(plan) {
  let { headSize, hiddenSize } = plan.architecture;
  return tokenOps.gemm(plan, "qkv_gemm", attentionWidth(plan) + headSize * kvHeadsPerGpu(plan) * 2, hiddenSize);
}
function outputProjection(plan) {
  return tokenOps.gemm(plan, "proj_gemm", plan.architecture.hiddenSize, attentionWidth(plan), {
    hasLowPrecisionInput: !0
  });
}
var COLLECTIVE_BYTES = 2;
function contextParallelGather(plan, kvBytesPerToken) {
  let count = plan.architecture.layers;
  return layerGather(plan, { name: "cp_all_gather", count, kvBytes: kvBytesPerToken / count });
}
function layerGather(plan, { name, count, kvBytes: kvBytes3 }) {
  let { phase, layout } = plan;
  if (phase === "generation" || layout.cp === 1) return [];
  let elements = kvBytes3 / COLLECTIVE_BYTES;
  return [{ kind: "collective", name: `${phase}_${name}`, count, collective: "all_gather", elements, gpus: layout.cp }];
}
function groupedKvBytes(plan, tokens) {
  let { headSize, layers } = plan.architecture;
  return tokens * KV_CACHE_QUANT[plan.quant.kvCache].bytes * (kvHeadsPerGpu(plan) * headSize * layers * 2);
}
function windowedKvBytes(plan, tokens) {
  let { headSize, layers, windowSize } = plan.architecture;
  if (windowSize === 0 || !plan.revision.capsWindowedCache) return groupedKvBytes(plan, tokens);
  let windowed = Math.floor(layers / 2), kept = windowed * Math.min(tokens, windowSize) + (layers - windowed) * tokens;
  return 2 * kvHeadsPerGpu(plan) * headSize * KV_CACHE_QUANT[plan.quant.kvCache].bytes * kept;
}

// src/models/module-groups.ts
var PROJECTIONS = {
  query: ["q_a_proj", "q_b_proj", "q_proj"],
  keyValue: ["kv_a_proj", "kv_b_proj", "kv_proj", "k_proj", "v_proj"],
  output: ["o_proj"],
  indexer: ["indexer"]
}, ALL_PROJECTIONS = Object.keys(PROJECTIONS), ATTENTION = "self_attn", SHARED_EXPERTS = "shared_expert";
function namesAttention(patterns) {
  return patterns.some((pattern) => pattern.includes(ATTENTION));
}
var known = /* @__PURE__ */ new WeakMap();
function moduleGroups(patterns) {
  let groups2 = known.get(patterns) ?? namedGroups(patterns);
  return known.set(patterns, groups2), groups2;
}
function namedGroups(patterns) {
  let found = new Set(patterns.flatMap(namedProjections));
  return patterns.some((pattern) => pattern.toLowerCase().includes(SHARED_EXPERTS)) && found.add("sharedExperts"), [...found].sort();
}
function namedProjections(pattern) {
  let named3 = ALL_PROJECTIONS.filter((group) => PROJECTIONS[group].some((word) => pattern.includes(word)));
  return named3.length === 0 && pattern.includes(ATTENTION) ? ALL_PROJECTIONS : named3;
}

// src/models/parts/module-modes.ts
function moduleModes({
  architecture,
  quant,
  revision
}) {
  let kept = revision.readsUnquantised ? moduleGroups(architecture.unquantised) : [];
  return (...groups2) => groups2.every((group) => kept.includes(group)) ? "bfloat16" : quant.gemm;
}

// src/models/parts/latent-plan.ts
var V3 = { heads: 128, queryRank: 1536, kvRank: 512, ropeSize: 64, keyWidth: 128, valueWidth: 128 };
function latentFacts({ first }) {
  return {
    kvRank: first("kv_lora_rank") || V3.kvRank,
    ropeSize: first("qk_rope_head_dim") || V3.ropeSize,
    valueHeadSize: first("v_head_dim")
  };
}
var LATENT_KERNELS = {
  trtllm: "latent",
  sglang: "latent",
  vllm: "ordinary"
};
function latentModes(plan) {
  let modeOf = moduleModes(plan), keyValue = modeOf("keyValue");
  return {
    downscale: modeOf("query", "keyValue"),
    query: modeOf("query"),
    keyValue,
    output: modeOf("output"),
    latent: keyValue === "bfloat16" ? "bfloat16" : "fp8",
    sharedExperts: modeOf("sharedExperts")
  };
}
function kernelHeads({ layout }) {
  return Math.floor(V3.heads / layout.tp);
}
function latentKvBytes({ kvRank, ropeSize }, { architecture, quant }, tokens) {
  return tokens * KV_CACHE_QUANT[quant.kvCache].bytes * (architecture.layers * (kvRank + ropeSize));
}

// src/models/parts/latent-attention.ts
var IN_BLOCK = { mixes: "everything" };
function latentAttention(latent) {
  let { plan } = latent, { query, keyValue, output } = latentModes(plan), isEven = query === keyValue && keyValue === output, partsOf2 = plan.phase === "context" ? contextParts : generationParts;
  return isEven ? [{
    kind: "fallback",
    name: `${plan.phase}_mla_block`,
    count: 1,
    ...IN_BLOCK,
    primary: wholeBlock(plan, query),
    parts: partsOf2(latent, IN_BLOCK.mixes)
  }] : partsOf2(latent, "attention");
}
function wholeBlock(plan, gemm3) {
  let { architecture, layout, phase, perLayer, quant, revision } = plan, isContext = phase === "context";
  return {
    kind: isContext ? "contextMlaModule" : "generationMlaModule",
    name: `${phase}_mla_module`,
    count: isContext ? perLayer / layout.cp : perLayer,
    ...IN_BLOCK,
    heads: Math.floor(revision.latent.heads(architecture) / layout.tp),
    fmha: quant.fmha,
    kvCache: quant.kvCache,
    gemm: gemm3,
    nativeHeads: architecture.heads
  };
}
function projections(plan) {
  let { architecture, layout, revision } = plan, { downscale, query } = latentModes(plan), queryUp = Math.floor(revision.latent.heads(architecture) * (V3.keyWidth + V3.ropeSize) / layout.tp);
  return [
    downscaled(plan, V3.queryRank + V3.kvRank + V3.ropeSize, downscale),
    tokenOps.gemm(plan, "q_b_proj_gemm", queryUp, V3.queryRank, { quant: query })
  ];
}
function downscaled(plan, width, quant) {
  return tokenOps.gemm(plan, "downscale_gemm", width, plan.architecture.hiddenSize, { quant });
}
function contextParts(latent, mixes) {
  let { plan } = latent, { architecture, layout, revision } = plan, { keyValue, output } = latentModes(plan), heads = revision.latent.heads(architecture), kvUp = Math.floor(heads * (V3.keyWidth + V3.valueWidth) / layout.tp);
  return [
    ...projections(plan),
    tokenOps.gemm(plan, "kv_b_proj_gemm", kvUp, V3.kvRank, { quant: keyValue }),
    isOrdinary(plan) ? ordinaryAttention(latent, mixes) : contextKernel(plan, mixes),
    projected(plan, heads * V3.valueWidth, output)
  ];
}
function projected(plan, width, quant) {
  let { architecture, layout } = plan;
  return tokenOps.gemm(plan, "proj_gemm", architecture.hiddenSize, Math.floor(width / layout.tp), { quant });
}
function contextKernel(plan, mixes) {
  let { perLayer: count, layout, quant } = plan, { fmha, kvCache } = quant, heads = kernelHeads(plan);
  return { kind: "contextMla", name: "context_attention", count, mixes, heads, fmha, kvCache, cp: layout.cp };
}
function generationParts(latent, mixes) {
  let { plan } = latent, { architecture, revision } = plan, latentKernels2 = [latentProduct(plan, "pre"), generationKernel(plan, mixes), latentProduct(plan, "post")];
  return [
    ...projections(plan),
    ...isOrdinary(plan) ? [ordinaryAttention(latent, mixes)] : latentKernels2,
    projected(plan, revision.latent.decodeOutput(architecture), latentModes(plan).output)
  ];
}
function latentProduct(plan, stage) {
  let { architecture, layout, perLayer: count } = plan, heads = Math.floor(architecture.heads / layout.tp);
  return { kind: "mlaBmm", name: `generation_bmm_${stage}`, count, stage, heads, quant: latentModes(plan).latent };
}
function generationKernel(plan, mixes) {
  let { perLayer: count, quant } = plan, heads = kernelHeads(plan);
  return { kind: "generationMla", name: "generation_attention", count, mixes, heads, kvCache: quant.kvCache };
}
function isOrdinary({ backend }) {
  return LATENT_KERNELS[backend] === "ordinary";
}
function ordinaryAttention({ plan, facts }, mixes) {
  let { heads, kvHeads, headSize } = plan.architecture, { tp, cp } = plan.layout;
  return attention(plan, {
    count: plan.phase === "context" ? plan.perLayer / cp : plan.perLayer,
    mixes,
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: facts.valueHeadSize || headSize
  });
}

// src/models/parts/mode-checks.ts
var ROLES = ["agg", "prefill", "decode"], PREFILLS = ["agg", "prefill"], DECODES = ["agg", "decode"], GROUPED_CHECKS = attentionChecks(["context_attention"], ["generation_attention"], "attn_dtype"), LATENT_KERNEL_CHECKS = attentionChecks(["context_mla"], ["generation_mla"]), LATENT_CHECKS = attentionChecks(
  ["context_mla", "mla_context_module"],
  ["generation_mla", "mla_generation_module"]
), DSA_CHECKS = attentionChecks(["dsa_context_module"], ["dsa_generation_module"]), MSA_CHECKS = attentionChecks(["msa_context_module"], ["msa_generation_module"]), COMPRESSED_CHECKS = attentionChecks(
  ["dsv4_csa_context_module", "dsv4_hca_context_module"],
  ["dsv4_csa_generation_module", "dsv4_hca_generation_module"]
);
function attentionChecks(prefill, decode2, column = "mla_dtype") {
  return [
    { what: "fmha", roles: PREFILLS, tables: prefill.map((table) => ({ table, column })) },
    { what: "kvCache", roles: DECODES, tables: decode2.map((table) => ({ table, column: "kv_cache_dtype" })) }
  ];
}
var EXPERT_CHECKS = [
  { what: "moe", roles: ROLES, tables: [{ table: "moe", column: "moe_dtype" }] }
];
function everywhere(checks) {
  return { trtllm: checks, sglang: checks, vllm: checks };
}

// src/models/parts/routed-experts.ts
function router(plan, prefix = "") {
  let { experts: experts2, hiddenSize } = plan.architecture;
  return tokenOps.gemm(plan, `${prefix}router_gemm`, experts2, hiddenSize, { quant: "bfloat16" });
}
function routedExperts(plan, options) {
  return [...choice(plan, options), ...dispatchedExperts(plan, options)];
}
function choice(plan, { prefix, routerFrom = 0 }) {
  return plan.architecture.experts < routerFrom ? [] : [router(plan, prefix)];
}
function dispatchedExperts(plan, options) {
  return [dispatch(plan, "pre", options), expertLayer(plan, options), dispatch(plan, "post", options)];
}
function expertLayer(plan, { skew, prefix = "", width, isGated = !0 }) {
  let { hiddenSize, moeInterSize: interSize, experts: experts2, topk } = plan.architecture, { moeTp, moeEp, dp } = plan.layout;
  return {
    kind: "experts",
    name: `${plan.phase}_${prefix}moe`,
    count: plan.perLayer,
    hiddenSize: width ?? hiddenSize,
    interSize,
    experts: experts2,
    topk,
    moeTp,
    moeEp,
    dp,
    quant: plan.quant.moe,
    distribution: `power_law_${skew}`,
    isGated
  };
}
function dispatch(plan, stage, { attentionCp, prefix = "", sent = plan.quant.moe, sentAs: sentAs2 = plan.phase, width, isReduced = !1 }) {
  let { moeTp, moeEp, dp } = plan.layout, gpus = moeTp * moeEp;
  return {
    kind: "moeDispatch",
    name: `${plan.phase}_${prefix}moe_${stage}_dispatch`,
    count: plan.perLayer,
    stage,
    phase: sentAs2,
    hiddenSize: width ?? plan.architecture.hiddenSize,
    gpus,
    attentionTp: Math.floor(gpus / dp),
    attentionDp: dp,
    attentionCp,
    quant: sent,
    ...isReduced && { isReduced }
  };
}
function expertMismatch({
  architecture,
  layout
}) {
  let { tp, dp, cp, moeTp, moeEp } = layout;
  if (tp * dp * cp !== moeTp * moeEp) return `${tp * dp * cp} attention ranks are not ${moeTp * moeEp} expert ranks`;
  if (architecture.experts < moeEp) return `${architecture.experts} experts for ${moeEp} expert-parallel ranks`;
}
function blockMismatch({ architecture, layout, quant }) {
  let { moeInterSize, weightBlockSize: weightBlockSize2 } = architecture;
  if (!(quant.moe !== "fp8_block" || Math.floor(moeInterSize / layout.moeTp) % weightBlockSize2 === 0))
    return `expert width ${moeInterSize} over ${layout.moeTp} ranks is no multiple of the block ${weightBlockSize2}`;
}

// src/models/parts/shared-experts.ts
var SHARED_NAMES = ["shared_gate_up_gemm", "shared_act_gate", "shared_ffn2_gemm"];
function sharedExperts(plan, { names, quant, ranks, dealtRanks }) {
  let { hiddenSize, moeInterSize } = plan.architecture, width = Math.floor(moeInterSize / ranks), gateWidth = Math.floor(2 * moeInterSize / ranks), [gateUp, activation, down] = names, options = { quant, ...dealtRanks === 1 ? {} : { dealtRanks } };
  return [
    tokenOps.gemm(plan, gateUp, gateWidth, hiddenSize, options),
    { ...tokenOps.elementWise(plan, activation, gateWidth, width), ...dealtRanks === 1 ? {} : { dealtRanks } },
    tokenOps.gemm(plan, down, hiddenSize, width, options)
  ];
}

// src/models/parts/exchanged-experts.ts
function exchangedExperts(plan, exchange2, { skew }) {
  let { hiddenSize, moeInterSize: interSize, experts: experts2, topk } = plan.architecture, { moeEp, dp } = plan.layout;
  return [
    ...exchange2.stages.filter((stage) => stage !== "combine").map((stage) => allToAll(plan, exchange2, stage)),
    {
      kind: "expertCompute",
      name: `${plan.phase}_moe`,
      count: plan.perLayer,
      phase: plan.phase,
      hiddenSize,
      interSize,
      experts: experts2,
      topk,
      moeEp,
      dp,
      quant: plan.quant.moe,
      distribution: `power_law_${skew}`
    },
    allToAll(plan, exchange2, "combine")
  ];
}
function allToAll(plan, { comm, sent, sms, splitsPrefill, nodes }, stage) {
  let { hiddenSize, topk, experts: experts2 } = plan.architecture, { moeEp, tp, cp } = plan.layout;
  return {
    kind: "allToAll",
    name: `${plan.phase}_moe_${stage}`,
    count: plan.perLayer,
    comm,
    stage,
    sent: stage === "combine" ? sent.combine : sent.dispatch,
    hiddenSize,
    topk,
    experts: experts2,
    moeEp,
    nodes,
    sms,
    attentionRanks: splitsPrefill && plan.phase === "context" ? tp * cp : 1
  };
}

// src/models/parts/gated-layers.ts
var FEED_FORWARD_NAMES = ["gate_ffn1_gemm", "act_gate", "ffn2_gemm"], EXPERT_NAMES = ["gate_up_gemm", "act_gate", "down_gemm"], NAMES = ["gate_up_gemm", "act", "down_gemm"];
function gatedLayers(plan, { prefix, names = NAMES, width, splitsFirst = !1, quant = plan.quant.gemm, isLowPrecision = !0 }) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, own2 = Math.floor(width / tp), both = splitsFirst ? 2 * own2 : Math.floor(2 * width / tp), [gateUp, activation, down] = names;
  return [
    gemm3(plan, `${prefix}${gateUp}`, both, hiddenSize, { quant }),
    elementWise3(plan, `${prefix}${activation}`, both, own2),
    gemm3(plan, `${prefix}${down}`, hiddenSize, own2, { quant, hasLowPrecisionInput: isLowPrecision })
  ];
}

// src/models/parts/spread-experts.ts
var expertsInTurn = (plan, { exchange: exchange2, skew, hasRouter, sharedQuant }) => [
  ...hasRouter ? [router(plan)] : [],
  ...sharedExperts(plan, {
    names: FEED_FORWARD_NAMES,
    quant: sharedQuant,
    ranks: 1,
    dealtRanks: plan.phase === "context" ? plan.layout.tp : 1
  }),
  ...exchangedExperts(plan, exchange2, { skew })
], expertsAtOnce = (plan, { exchange: exchange2, skew, sharedQuant }) => {
  let { hiddenSize } = plan.architecture, shared2 = sharedExperts(plan, { names: SHARED_NAMES, quant: sharedQuant, ranks: 1, dealtRanks: 1 }), exchanged = exchangedExperts(plan, exchange2, { skew }), sum3 = tokenOps.elementWise(plan, "moe_reduce_add", 2 * hiddenSize, hiddenSize);
  return plan.phase === "context" ? [router(plan), ...shared2, ...exchanged, sum3] : [{ kind: "overlap", name: "generation_moe_overlap", count: 1, branches: [[router(plan), ...exchanged], shared2] }, sum3];
};

// src/models/parts/spread-latent.ts
var MIXES = "attention", sglangSpreadAttention = (plan, facts) => {
  let { architecture, layout, phase } = plan, { downscale: quant } = latentModes(plan), width = V3.queryRank + V3.kvRank + V3.ropeSize, product2 = (name, dealtRanks) => tokenOps.gemm(plan, name, width, architecture.hiddenSize, { quant, dealtRanks });
  return [
    product2("qkv_a_proj_gemm", phase === "context" ? layout.tp : 1),
    ...acrossTensorRanks(plan, "all_gather"),
    tokenOps.embedding(plan, architecture.vocabSize),
    tokenOps.addNorm(plan, 1),
    product2("downscale_gemm", 1),
    spreadKernel(plan),
    ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
    ...acrossTensorRanks(plan, "reduce_scatter")
  ];
};
function acrossTensorRanks(plan, collective2) {
  let { architecture, layout, perLayer: count, phase } = plan;
  return phase === "generation" || layout.tp === 1 ? [] : [{ kind: "collective", name: `context_tp_${collective2}`, count, collective: collective2, elements: architecture.hiddenSize, gpus: layout.tp }];
}
function spreadKernel(plan) {
  let { layout, phase, perLayer: count, quant } = plan, { fmha, kvCache } = quant, common6 = { name: `${phase}_attention`, count, mixes: MIXES, heads: kernelHeads(plan), fmha, kvCache };
  return phase === "generation" ? { kind: "generationSpreadMla", ...common6 } : { kind: "contextSpreadMla", ...common6, cp: layout.cp };
}
var trtllmSpreadAttention = (plan, facts) => {
  let { architecture, layout, phase } = plan, { heads, hiddenSize, vocabSize } = architecture, { downscale, query, output } = latentModes(plan), width = V3.queryRank + facts.kvRank + facts.ropeSize, queryUp = Math.floor(heads * (V3.keyWidth + facts.ropeSize) / layout.tp), outputWidth2 = Math.floor(heads * valueWidth(facts) / layout.tp);
  return [
    tokenOps.embedding(plan, vocabSize),
    tokenOps.addNorm(plan, 1),
    tokenOps.gemm(plan, "downscale_gemm", width, hiddenSize, { quant: downscale }),
    tokenOps.elementWise(plan, "q_a_layernorm", V3.queryRank, V3.queryRank),
    tokenOps.gemm(plan, "q_b_proj_gemm", queryUp, V3.queryRank, { quant: query }),
    ...phase === "context" ? contextKernels(plan, facts) : generationKernels(plan, facts),
    tokenOps.gemm(plan, "proj_gemm", hiddenSize, outputWidth2, { quant: output }),
    tokenOps.addNorm(plan, 2)
  ];
};
function valueWidth({ valueHeadSize }) {
  return valueHeadSize || V3.valueWidth;
}
function contextKernels(plan, facts) {
  let { architecture, layout } = plan, kvUp = Math.floor(architecture.heads * (V3.keyWidth + valueWidth(facts)) / layout.tp), { keyValue: quant } = latentModes(plan);
  return [tokenOps.gemm(plan, "kv_b_proj_gemm", kvUp, facts.kvRank, { quant }), contextKernel(plan, MIXES)];
}
function generationKernels(plan, { kvRank, ropeSize }) {
  let cached2 = kvRank + ropeSize;
  return [{
    kind: "overlap",
    name: "generation_bmm_rope_overlap",
    count: 1,
    branches: [[latentProduct(plan, "pre")], [tokenOps.elementWise(plan, "rope_kvcache", cached2, cached2)]]
  }, generationKernel(plan, MIXES), latentProduct(plan, "post")];
}

// src/models/families/deepseek.ts
var wholeAttention = (plan, facts) => [
  tokenOps.embedding(plan, plan.architecture.vocabSize),
  tokenOps.addNorm(plan, 1),
  ...latentAttention({ plan, facts }),
  ...contextParallelGather(plan, latentKvBytes(facts, plan, 1)),
  tokenOps.addNorm(plan, 2)
], BACKENDS2 = {
  trtllm: {
    reduces: !1,
    spread: { attention: trtllmSpreadAttention, experts: expertsAtOnce, hasEnd: !0, decodeShare: 0.9 }
  },
  sglang: {
    reduces: !1,
    spread: { attention: sglangSpreadAttention, experts: expertsInTurn, hasEnd: !1, decodeShare: 1 }
  },
  vllm: {
    reduces: !0,
    spread: { attention: wholeAttention, experts: expertsInTurn, hasEnd: !0, decodeShare: 1 }
  }
};
function latentFamily(variant) {
  let latent = [...EXPERT_CHECKS, ...LATENT_CHECKS];
  return (read2) => {
    let facts = latentFacts(read2);
    return {
      isMoe: !0,
      activationProfile: "moe",
      hasDispatchWorkspace: !0,
      hasExchanges: !0,
      splitsSequences: !0,
      operations: (plan) => phaseOperations(plan, facts, variant),
      kvBytesPerSequence: (plan, tokens) => latentKvBytes(facts, plan, tokens),
      quantRules: [],
      measured: { trtllm: latent, sglang: latent, vllm: [...EXPERT_CHECKS, ...GROUPED_CHECKS] },
      mismatch: expertMismatch,
      spreadModes
    };
  };
}
var spreadModes = ({ architecture, backend }) => backend === "sglang" && architecture.standsFor === "DeepseekV3ForCausalLM" ? { fmha: "fp8_block", kvCache: "fp8" } : {}, deepseek = latentFamily({ family: "DEEPSEEK", routesInExchange: ["sglang"] }), kimiK25 = latentFamily({ family: "KIMIK25", routesInExchange: [] });
function phaseOperations(plan, facts, variant) {
  let { allReduce: allReduce3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, { reduces, spread } = BACKENDS2[plan.backend], exchange2 = plan.spread?.[plan.phase], { layers } = plan.architecture, reduced = reduces ? [allReduce3(plan, "tp_allreduce", 2 * layers * plan.once)] : [], end = [logits2(plan), ...reduced, pointToPoint3(plan)];
  return exchange2 !== void 0 ? [...spreadLayers(plan, { facts, variant, exchange: exchange2 }), ...spread.hasEnd ? end : []] : [...wholeAttention(plan, facts), ...expertLayers(plan, plan.revision.expertSkew[variant.family]), ...end];
}
function spreadLayers(plan, { facts, variant, exchange: exchange2 }) {
  let { attention: attention4, experts: experts2, decodeShare } = BACKENDS2[plan.backend].spread, timed = plan.phase === "context" ? plan : { ...plan, perLayer: plan.perLayer * decodeShare }, layers = experts2(timed, {
    exchange: exchange2,
    skew: plan.revision.expertSkew[variant.family],
    hasRouter: !variant.routesInExchange.includes(plan.backend),
    sharedQuant: latentModes(plan).sharedExperts
  });
  return [...attention4(timed, facts), ...layers];
}
function expertLayers(plan, skew) {
  let routed = routedExperts(plan, { skew, attentionCp: plan.layout.cp }), quant = latentModes(plan).sharedExperts, shared2 = sharedExperts(plan, { names: SHARED_NAMES, quant, ranks: plan.layout.tp, dealtRanks: 1 });
  return besideExperts(plan, { routed, shared: shared2 });
}

// src/models/layer-list.ts
function layerList(read2, key) {
  let layers = read2.need("num_hidden_layers"), list = read2.value(key);
  if (!Array.isArray(list) || list.length < layers) throw read2.refusal(key, `a list of ${layers} layers`);
  return list.slice(0, layers);
}
var WORDS = { full_attention: !0, sliding_attention: !1 };
function fullLayers(read2) {
  return layerList(read2, "layer_types").map((word) => {
    let isFull = typeof word == "string" && Object.hasOwn(WORDS, word) ? WORDS[word] : void 0;
    if (isFull === void 0) throw read2.refusal("layer_types", `a list of ${Object.keys(WORDS).join(" and ")}`);
    return isFull;
  });
}

// src/operations/compressed-block.ts
var COMPRESSIONS = {
  csa: { ratio: 4, entries: 2 },
  hca: { ratio: 128, entries: 1 }
}, INDEX_ENTRIES = 2;
function compressedWeightBytes({ compression, sizes, heads, outputGroups, gemm: gemm3 }) {
  let { hiddenSize: h, queryRank, outputRank, headSize, indexHeads, indexSize } = sizes, { ratio, entries } = COMPRESSIONS[compression], hasIndexer = compression === "csa", indexer = hasIndexer ? queryRank * indexHeads * indexSize + 2 * h * INDEX_ENTRIES * indexSize : 0, quantised = h * queryRank + queryRank * heads * headSize + h * headSize + outputGroups * outputRank * h + 2 * h * entries * headSize + indexer, plain = heads * headSize * outputRank + (hasIndexer ? h * indexHeads : 0), precise = heads + ratio * entries * headSize + (hasIndexer ? ratio * INDEX_ENTRIES * indexSize : 0);
  return quantised * GEMM_QUANT[gemm3].bytes + plain * GEMM_QUANT.bfloat16.bytes + precise * 4;
}

// src/models/parts/compressed-layers.ts
var TIMED_AS = { csa: "csa", hca: "hca", none: "hca" };
function compressedAttention(plan, facts) {
  let compressing = facts.layers.filter((kind) => kind !== "none");
  return [...new Set([...compressing, ...facts.layers].map((kind) => TIMED_AS[kind]))].map((kind) => {
    let count = facts.layers.filter((layer) => TIMED_AS[layer] === kind).length;
    return attentionOf({ ...plan, perLayer: count * plan.once }, facts, kind);
  });
}
function attentionOf(plan, { sizes, outputGroups }, compression) {
  let { architecture, layout, quant, phase, perLayer: count } = plan, { tp, cp } = layout, { fmha, kvCache, gemm: gemm3 } = quant, common6 = {
    name: `${phase}_attention`,
    count,
    mixes: "attention",
    compression,
    sizes,
    kvCache,
    gemm: gemm3,
    tp,
    heads: Math.floor(architecture.heads / tp),
    nativeHeads: architecture.heads,
    outputGroups: Math.max(1, Math.floor(outputGroups / tp))
  };
  return phase === "generation" ? { kind: "generationCompressed", ...common6 } : { kind: "contextCompressed", ...common6, fmha, cp };
}
var STATE_BYTES = 4, INDEX_BYTES = 0.5;
function compressedKvBytes({ sizes, layers }) {
  let kinds = [...new Set(layers)].map((kind) => [kind, layers.filter((layer) => layer === kind).length]);
  return ({ quant }, tokens) => {
    let { bytes } = KV_CACHE_QUANT[quant.kvCache];
    return kinds.reduce((sum3, [kind, count]) => sum3 + count * layerBytes(kind, sizes, { bytes, tokens }), 0);
  };
}
function layerBytes(kind, sizes, { tokens, bytes }) {
  let { headSize, indexSize, windowSize } = sizes, windowed = Math.min(tokens, windowSize) * headSize * bytes;
  if (kind === "none") return windowed;
  let { ratio, entries } = COMPRESSIONS[kind], compressed = Math.floor(tokens / ratio), kept = windowed + compressed * headSize * bytes + 2 * ratio * entries * headSize * STATE_BYTES;
  return kind === "hca" ? kept : kept + compressed * indexSize * INDEX_BYTES + 2 * ratio * INDEX_ENTRIES * indexSize * STATE_BYTES;
}

// src/models/families/deepseek-v4.ts
var deepseekV4 = (read2, common6) => {
  let facts = v4Facts(read2, common6);
  return {
    isMoe: !0,
    activationProfile: "moe",
    hasDispatchWorkspace: !0,
    hasExchanges: !1,
    splitsSequences: !0,
    splitsStages: !0,
    operations: (plan) => phaseOperations2(plan, facts),
    kvBytesPerSequence: compressedKvBytes(facts),
    quantRules: [{ applies: () => !0, change: { kvCache: "fp8" } }],
    measured: everywhere([...EXPERT_CHECKS, ...COMPRESSED_CHECKS]),
    mismatch: expertMismatch
  };
};
function v4Facts(read2, { hiddenSize, headSize }) {
  let { need } = read2;
  return {
    sizes: {
      hiddenSize,
      queryRank: need("q_lora_rank"),
      outputRank: need("o_lora_rank"),
      headSize,
      rotarySize: need("qk_rope_head_dim"),
      indexHeads: need("index_n_heads"),
      indexSize: need("index_head_dim"),
      topk: need("index_topk"),
      windowSize: need("sliding_window")
    },
    outputGroups: need("o_groups"),
    layers: compressedLayers(read2),
    streams: need("hc_mult"),
    sinkhornRounds: need("hc_sinkhorn_iters")
  };
}
var BY_RATIO = { 0: "none", 4: "csa", 128: "hca" };
function compressedLayers(read2) {
  return layerList(read2, "compress_ratios").map((ratio) => {
    let compression = typeof ratio == "number" ? BY_RATIO[ratio] : void 0;
    if (compression === void 0)
      throw read2.refusal("compress_ratios", `a list of ${Object.keys(BY_RATIO).join(", ")}`);
    return compression;
  });
}
function phaseOperations2(plan, facts) {
  let { embedding: embedding3, elementWise: elementWise3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, { hiddenSize, vocabSize } = plan.architecture;
  return [
    embedding3(plan, vocabSize),
    hyperConnection(plan, facts, "pre"),
    elementWise3(plan, "attn_norm", hiddenSize, hiddenSize),
    ...compressedAttention(plan, facts),
    hyperConnection(plan, facts, "post"),
    elementWise3(plan, "ffn_norm", hiddenSize, hiddenSize),
    ...expertLayers2(plan),
    logits2(plan),
    { ...pointToPoint3(plan), tokenSplit: 1 }
  ];
}
function hyperConnection(plan, { streams, sinkhornRounds }, stage) {
  let { hiddenSize } = plan.architecture;
  return { kind: "hyperConnection", ...{ name: `${plan.phase}_mhc_${stage}`, count: plan.perLayer, tokenSplit: tokenSplit(plan) }, stage, hiddenSize, streams, sinkhornRounds };
}
function expertLayers2(plan) {
  let { layout, quant, revision } = plan, shared2 = sharedExperts(plan, { names: SHARED_NAMES, quant: quant.gemm, ranks: layout.tp, dealtRanks: 1 }), routed = routedExperts(plan, {
    skew: revision.expertSkew.DEEPSEEKV4,
    attentionCp: layout.cp,
    // The reference sends tokens of decode as in prefill.
    sentAs: "context"
  });
  return plan.phase === "context" ? [...shared2, ...routed] : [{ kind: "overlap", name: "generation_moe_overlap", count: 1, branches: [routed, shared2] }];
}

// src/operations/dsa-shape.ts
var SHAPES = {
  DeepseekV32ForCausalLM: {
    hiddenSize: 7168,
    queryRank: 1536,
    kvRank: 512,
    keySize: 128,
    ropeSize: 64,
    valueSize: 128,
    indexHeads: 64,
    indexSize: 128,
    topk: 2048
  },
  GlmMoeDsaForCausalLM: {
    hiddenSize: 6144,
    queryRank: 2048,
    kvRank: 512,
    keySize: 192,
    ropeSize: 64,
    valueSize: 256,
    indexHeads: 32,
    indexSize: 128,
    topk: 2048
  }
};
function dsaShape(model) {
  return SHAPES[model];
}
function isDsaModel(name) {
  return name !== void 0 && Object.hasOwn(SHAPES, name);
}
function dsaWeights(model, heads) {
  let shape = SHAPES[model], { hiddenSize, queryRank, kvRank, keySize, ropeSize, valueSize, indexHeads, indexSize } = shape;
  return {
    query: hiddenSize * queryRank + queryRank * heads * (keySize + ropeSize),
    keyValue: hiddenSize * (kvRank + ropeSize),
    latent: kvRank * heads * (keySize + valueSize),
    output: heads * valueSize * hiddenSize,
    indexer: queryRank * indexHeads * indexSize + hiddenSize * indexHeads
  };
}
var INDEX_BLOCK = 128, INDEX_SCALE_BYTES = 4;
function indexEntryBytes(indexSize) {
  return indexSize + Math.ceil(indexSize / INDEX_BLOCK) * INDEX_SCALE_BYTES;
}

// src/models/parts/sparse-latent.ts
var INDEX_SIZE = 128;
function sparseFacts(read2, { layers }, model) {
  let { kvRank, ropeSize } = latentFacts(read2), indexSize = read2.first("index_head_dim") || INDEX_SIZE;
  return { model, kvRank, ropeSize, indexSize, choosingShare: choosingShare(read2, layers) };
}
var SKIPPING = "S";
function choosingShare(read2, layers) {
  let pattern = read2.value("index_topk_pattern"), every = read2.first("index_topk_freq") || 1, offset = read2.value("index_skip_topk_offset"), first = typeof offset == "number" ? offset : 2, chooses = (layer) => typeof pattern == "string" ? pattern[layer] !== SKIPPING : Math.max(layer - first + 1, 0) % every === 0;
  return Array.from({ length: layers }, (_, layer) => layer).filter(chooses).length / layers;
}
function sparseModes(plan, model) {
  let { architecture, quant, revision } = plan, { keptWhole, seesProjections } = revision.sparse;
  if (!seesProjections)
    return { gemm: keptWhole.includes(model) && namesAttention(architecture.unquantised) ? "bfloat16" : quant.gemm, projections: void 0 };
  let modeOf = moduleModes(plan), [query, keyValue, output] = [modeOf("query"), modeOf("keyValue"), modeOf("output")];
  return { gemm: output, projections: { query, keyValue, output, indexer: modeOf("indexer") } };
}
function sparseAttention(plan, { model, choosingShare: share }) {
  let { architecture, layout, phase, perLayer: count, quant } = plan, common6 = {
    name: `${phase}_attention`,
    count,
    mixes: "attention",
    model,
    kvCache: quant.kvCache,
    heads: Math.floor(architecture.heads / layout.tp),
    ...sparseModes(plan, model),
    // Layers without an indexer were measured on SGLang alone.
    choosingShare: plan.backend === "sglang" ? share : 1
  };
  return phase === "generation" ? { kind: "generationDsaModule", ...common6 } : { kind: "contextDsaModule", ...common6, fmha: quant.fmha, cp: layout.cp };
}
function sparseKvBytes({ kvRank, ropeSize, indexSize }, { architecture, quant }, tokens) {
  let { bytes } = KV_CACHE_QUANT[quant.kvCache], entry = kvRank * bytes + ropeSize * KV_CACHE_QUANT.bfloat16.bytes + indexEntryBytes(indexSize);
  return architecture.layers * tokens * entry;
}

// src/models/families/deepseek-v32.ts
var SPREAD = {
  trtllm: { experts: expertsAtOnce, listsAll: !0, keepsShared: !0, decodeShare: 0.9 },
  sglang: { experts: expertsInTurn, listsAll: !1, keepsShared: !1, decodeShare: 1 },
  vllm: { experts: expertsInTurn, listsAll: !0, keepsShared: !1, decodeShare: 1 }
}, deepseekV32 = (read2, common6) => {
  if (!isDsaModel(common6.standsFor)) return "unmodelled";
  let facts = sparseFacts(read2, common6, common6.standsFor);
  return {
    isMoe: !0,
    activationProfile: "moe",
    hasDispatchWorkspace: !0,
    hasExchanges: !0,
    splitsSequences: !0,
    splitsStages: !0,
    operations: (plan) => phaseOperations3(plan, facts),
    kvBytesPerSequence: (plan, tokens) => sparseKvBytes(facts, plan, tokens),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...DSA_CHECKS]),
    mismatch: expertMismatch
  };
};
function phaseOperations3(plan, facts) {
  let exchange2 = plan.spread?.[plan.phase];
  return exchange2 !== void 0 ? spreadLayers2(plan, facts, exchange2) : aroundLayers(plan, [...normedAttention(plan, facts), ...expertLayers3(plan)]);
}
function wholeSequences(plan) {
  return { ...plan, layout: { ...plan.layout, cp: 1 } };
}
function aroundLayers(plan, layers) {
  let { embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, whole = wholeSequences(plan);
  return [embedding3(whole, plan.architecture.vocabSize), ...layers, logits2(whole), pointToPoint3(whole)];
}
function normedAttention(plan, facts) {
  let { phase, layout } = plan, dealt = phase === "context" && layout.cp > 1 ? { dealtRanks: layout.cp } : {}, norm3 = (index) => ({ ...tokenOps.addNorm(wholeSequences(plan), index), ...dealt });
  return [norm3(1), sparseAttention(plan, facts), norm3(2)];
}
function expertLayers3(plan) {
  let whole = wholeSequences(plan), { moeTp, cp } = plan.layout, routed = routedExperts(whole, { skew: skewOf(plan), attentionCp: cp }), quant = moduleModes(plan)("sharedExperts"), shared2 = sharedExperts(whole, { names: SHARED_NAMES, quant, ranks: moeTp, dealtRanks: 1 });
  return besideExperts(plan, { routed, shared: shared2 });
}
function skewOf({ revision }) {
  return revision.expertSkew.DEEPSEEKV32;
}
function spreadLayers2(plan, facts, exchange2) {
  let { experts: experts2, listsAll, keepsShared, decodeShare } = SPREAD[plan.backend], timed = plan.phase === "context" ? plan : { ...plan, perLayer: plan.perLayer * decodeShare }, spread = experts2(timed, {
    exchange: exchange2,
    skew: skewOf(plan),
    hasRouter: listsAll,
    sharedQuant: keepsShared ? moduleModes(plan)("sharedExperts") : plan.quant.gemm
  });
  return listsAll ? aroundLayers(plan, [...normedAttention(timed, facts), ...spread]) : [
    ...acrossTensorRanks(plan, "all_gather"),
    sparseAttention(timed, facts),
    ...acrossTensorRanks(plan, "reduce_scatter"),
    ...spread
  ];
}

// src/models/families/gemma4-mix.ts
var ROUTER_FROM = 128, gemma4Mix = (read2, facts) => {
  let groups2 = layerGroups(read2, facts), hasExperts = facts.experts > 0 && facts.topk > 0;
  return {
    isMoe: !0,
    activationProfile: "moe",
    hasDispatchWorkspace: !0,
    workspaceWidth: ({ hiddenSize }) => hiddenSize,
    hasExchanges: !1,
    splitsSequences: !0,
    operations: (plan) => phaseOperations4(plan, groups2, hasExperts),
    kvBytesPerSequence: (plan, tokens) => groups2.reduce(
      (sum3, group) => sum3 + group.count * layerKvBytes(plan, group) * Math.min(tokens, group.windowSize || tokens),
      0
    ),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => hasExperts ? expertMismatch(plan) : denseMismatch(plan)
  };
};
function layerGroups(read2, { kvHeads, headSize }) {
  let full = fullLayers(read2), count = full.filter(Boolean).length;
  return [
    {
      name: "swa",
      count: full.length - count,
      kvHeads,
      headSize,
      windowSize: read2.first("sliding_window"),
      kvMatrices: 2
    },
    {
      name: "global",
      count,
      kvHeads: read2.first("num_global_key_value_heads") || kvHeads,
      headSize: read2.first("global_head_dim") || headSize,
      windowSize: 0,
      kvMatrices: read2.value("attention_k_eq_v") === !0 ? 1 : 2
    }
  ].filter((group) => group.count > 0);
}
function denseMismatch({ layout }) {
  return layout.moeEp > 1 ? "there are no experts for several expert-parallel ranks" : void 0;
}
function phaseOperations4(plan, groups2, hasExperts) {
  let { embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps;
  return [
    embedding3(plan, plan.architecture.vocabSize),
    ...groups2.flatMap((group) => {
      let layers = { ...plan, perLayer: group.count * plan.once };
      return [...attentionOf2(layers, group), ...feedForward(layers, group, hasExperts)];
    }),
    logits2(plan),
    pointToPoint3(plan),
    ...groups2.flatMap((group) => {
      let { name, count } = group;
      return layerGather(plan, { name: `cp_all_gather_${name}`, count, kvBytes: layerKvBytes(plan, group) });
    })
  ];
}
function attentionOf2(plan, layers) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { heads, hiddenSize } = plan.architecture, { tp } = plan.layout, { name, kvHeads, headSize, windowSize, kvMatrices } = layers, ownKvHeads = Math.ceil(kvHeads / tp), width = Math.floor(heads * headSize / tp), quant = modeBeside(plan, "self_attn", plan.quant.gemm);
  return [
    elementWise3(plan, `${name}_attn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, `${name}_qkv_gemm`, width + ownKvHeads * headSize * kvMatrices, hiddenSize, { quant }),
    attention(plan, { heads: Math.floor(heads / tp), kvHeads: ownKvHeads, headSize, windowSize }),
    gemm3(plan, `${name}_proj_gemm`, hiddenSize, width, { quant, hasLowPrecisionInput: !0 })
  ];
}
function feedForward(plan, { name }, hasExperts) {
  let { hiddenSize, interSize: width } = plan.architecture, quant = modeBeside(plan, ".mlp", plan.quant.gemm), moe2 = modeBeside(plan, ".mlp", plan.quant.moe), routing2 = {
    skew: plan.revision.expertSkew.GEMMA4MIX,
    attentionCp: plan.layout.cp,
    prefix: `${name}_`,
    routerFrom: ROUTER_FROM
  };
  return [
    tokenOps.elementWise(plan, `${name}_ffn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    ...gatedLayers(plan, { prefix: `${name}_shared_mlp_`, width, splitsFirst: !0, quant }),
    ...hasExperts ? routedExperts({ ...plan, quant: { ...plan.quant, moe: moe2 } }, routing2) : []
  ];
}
function modeBeside({ architecture, revision }, word, mode) {
  return revision.readsUnquantised && architecture.unquantised.some((pattern) => pattern.includes(word)) ? "bfloat16" : mode;
}
function layerKvBytes({ layout, quant }, { kvHeads, headSize }) {
  return Math.ceil(kvHeads / layout.tp) * headSize * 2 * KV_CACHE_QUANT[quant.kvCache].bytes;
}

// src/models/parts/hybrid-layers.ts
function fullAttention({ heads, kvHeads, headSize }) {
  return { heads, kvHeads, headSize, valueSize: headSize, windowSize: 0 };
}
var GROUPS = [
  { prefix: "global_", ffn: "global_", isFull: !0, isRouted: !0 },
  { prefix: "swa_", ffn: "swa_", isFull: !1, isRouted: !0 },
  { prefix: "swa_dense_", ffn: "swa_", isFull: !1, isRouted: !1 },
  { prefix: "global_dense_", ffn: "global_", isFull: !0, isRouted: !1 }
];
function layersThat({ layers }, is) {
  return layers.filter(is).length;
}
function hybridOperations(plan, facts, routing2) {
  let { embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, groups2 = GROUPS.flatMap((group) => {
    let count = layersThat(facts, ({ isFull, isRouted }) => isFull === group.isFull && isRouted === group.isRouted);
    if (count === 0) return [];
    let layers = { ...plan, perLayer: count * plan.once };
    return [...attentionOf3(layers, facts, group), ...feedForward2(layers, facts, { group, routing: routing2 })];
  });
  return [
    embedding3(plan, plan.architecture.vocabSize),
    ...groups2,
    logits2(plan),
    pointToPoint3(plan),
    ...gathers(plan, facts)
  ];
}
function attentionOf3(plan, facts, { prefix, isFull }) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, { heads, kvHeads, headSize, valueSize, windowSize } = isFull ? facts.full : facts.windowed, [ownHeads, ownKvHeads] = [Math.floor(heads / tp), Math.ceil(kvHeads / tp)], qkv = Math.floor(heads * headSize / tp) + ownKvHeads * (headSize + valueSize), width = Math.floor(heads * valueSize / tp), gate = [
    gemm3(plan, `${prefix}attn_gate_gemm`, ownHeads, hiddenSize),
    elementWise3(plan, `${prefix}attn_gate`, width + ownHeads, width)
  ];
  return [
    elementWise3(plan, `${prefix}attn_norm`, 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, `${prefix}qkv_gemm`, qkv, hiddenSize),
    attention(plan, { heads: ownHeads, kvHeads: ownKvHeads, headSize, windowSize }),
    ...facts.gatesHeads ? gate : [],
    gemm3(plan, `${prefix}proj_gemm`, hiddenSize, width, { hasLowPrecisionInput: !0 })
  ];
}
function feedForward2(plan, { denseSize }, { group, routing: routing2 }) {
  let { prefix, ffn, isRouted } = group, norm3 = 2 * plan.architecture.hiddenSize;
  if (!isRouted)
    return [
      tokenOps.elementWise(plan, `${prefix}ffn_norm`, norm3, norm3),
      ...gatedLayers(plan, { prefix: `${ffn}dense_`, width: denseSize })
    ];
  let options = { ...routing2, attentionCp: plan.layout.cp, prefix: ffn, sent: "bfloat16" };
  return [tokenOps.elementWise(plan, `${prefix}moe_norm`, norm3, norm3), ...routedExperts(plan, options)];
}
function gathers(plan, facts) {
  let { bytes } = KV_CACHE_QUANT[plan.quant.kvCache], gatherOf = (name, isWanted) => {
    let { kvHeads, headSize, valueSize } = isWanted ? facts.full : facts.windowed, count = layersThat(facts, ({ isFull }) => isFull === isWanted), kvBytes3 = Math.ceil(kvHeads / plan.layout.tp) * (headSize + valueSize) * bytes;
    return count === 0 ? [] : layerGather(plan, { name: `cp_all_gather_${name}`, count, kvBytes: kvBytes3 });
  };
  return [...gatherOf("global", !0), ...gatherOf("swa", !1)];
}

// src/models/families/hybrid-moe.ts
var hybridMoe = (read2, facts) => {
  let hybrid = (READERS[facts.standsFor ?? facts.name] ?? mimoV2)(read2, facts);
  return {
    isMoe: !0,
    activationProfile: "other",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !0,
    operations: (plan) => {
      let { expertSkew, hybridRouterFrom: routerFrom } = plan.revision;
      return hybridOperations(plan, hybrid, { skew: expertSkew.HYBRIDMOE, routerFrom });
    },
    kvBytesPerSequence: groupedKvBytes,
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
  };
}, READERS = {
  MiMoV2FlashForCausalLM: mimoV2,
  Llama4ForConditionalGeneration: llama4
};
function mimoV2(read2, facts) {
  let { first } = read2, full = { ...fullAttention(facts), valueSize: first("v_head_dim") || facts.headSize }, routed = routedLayers(read2);
  return {
    full,
    windowed: {
      heads: full.heads,
      kvHeads: first("swa_num_key_value_heads") || full.kvHeads,
      headSize: first("swa_head_dim") || full.headSize,
      valueSize: first("swa_v_head_dim") || full.valueSize,
      windowSize: first("sliding_window_size")
    },
    denseSize: facts.interSize,
    layers: layerList(read2, "hybrid_layer_pattern").map((flag, i) => ({ isFull: flag === 1, isRouted: routed[i] })),
    gatesHeads: !1
  };
}
function routedLayers(read2) {
  let flag = read2.value("moe_layer_freq");
  return typeof flag == "number" ? Array.from({ length: read2.need("num_hidden_layers") }, () => flag !== 0) : layerList(read2, "moe_layer_freq").map((value) => value === 1);
}
function llama4({ first, orElse }, facts) {
  let full = fullAttention(facts), step = orElse(1, "interleave_moe_layer_step") || 1;
  return {
    full,
    windowed: { ...full, windowSize: first("attention_chunk_size") },
    denseSize: first("intermediate_size_mlp", "intermediate_size"),
    layers: Array.from({ length: facts.layers }, (_, i) => ({ isFull: i % 2 === 1, isRouted: (i + 1) % step === 0 })),
    gatesHeads: !1
  };
}

// src/models/parts/delta-attention.ts
var CONVOLUTION = ["kda_conv1d", "causal_conv1d_fn_qkv3"], IN_TURN = {
  kernels: [
    ["kda_conv1d", "causal_conv1d_update"],
    ["kda_recurrent", "fused_recurrent_kda_packed_decode"]
  ],
  hasNorm: !0
}, CHUNKS = { kernels: [CONVOLUTION, ["kda_scan", "chunk_kda"]], hasNorm: !0 }, KERNELS = {
  trtllm: { context: CHUNKS, generation: IN_TURN },
  sglang: { context: CHUNKS, generation: IN_TURN },
  vllm: {
    context: { kernels: [CONVOLUTION, ["kda_scan", "flashkda_fwd"]], hasNorm: !0 },
    generation: { kernels: [["kda_fused_decode", "fused_kda_decode"]], hasNorm: !1 }
  }
};
function deltaAttention(plan, sizes) {
  let { allReduce: allReduce3, elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, width = Math.floor(sizes.heads / plan.layout.tp) * sizes.headSize, { kernels, hasNorm } = KERNELS[plan.backend][plan.phase];
  return [
    elementWise3(plan, "kda_norm", 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, "kda_qkvg_gemm", 4 * width, hiddenSize),
    gemm3(plan, "kda_bfa_gemm", sizes.heads + sizes.headSize, hiddenSize),
    gemm3(plan, "kda_fb_gemm", width, sizes.headSize),
    ...kernels.map(([name, kernel]) => kernelOf(plan, sizes, { name, kernel })),
    ...hasNorm ? [elementWise3(plan, "kda_onorm", 2 * width, width)] : [],
    gemm3(plan, "kda_o_gemm", hiddenSize, width, { hasLowPrecisionInput: !0 }),
    allReduce3(plan, "kda_ar", plan.perLayer)
  ];
}
function kernelOf(plan, { heads, headSize, convWidth }, { name, kernel }) {
  return {
    kind: "kda",
    name: `${plan.phase}_${name}`,
    count: plan.perLayer,
    kernel,
    hiddenSize: plan.architecture.hiddenSize,
    heads: Math.floor(heads / plan.layout.tp),
    headSize,
    convWidth
  };
}

// src/models/parts/gated-latent.ts
function gatedLatent(plan, sizes) {
  let { allReduce: allReduce3, elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, width = outputWidth(plan, sizes), ranks = sizes.queryRank + sizes.kvRank + sizes.ropeSize;
  return [
    elementWise3(plan, "mla_norm", 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, "mla_downscale_gemm", ranks, hiddenSize),
    ...blockOf(plan, sizes),
    gemm3(plan, "mla_gate_gemm", width, hiddenSize),
    elementWise3(plan, "mla_gate_mul", 2 * width, width),
    allReduce3(plan, "mla_ar", plan.perLayer)
  ];
}
function outputWidth({ architecture, layout }, { valueSize }) {
  return Math.floor(architecture.heads * valueSize / layout.tp);
}
function blockOf(plan, sizes) {
  if (LATENT_KERNELS[plan.backend] === "latent") return parts(plan, sizes, latentKernels(plan));
  let { heads, kvHeads } = plan.architecture, { tp } = plan.layout, ordinary = attention(plan, {
    mixes: "everything",
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: sizes.valueSize
  });
  return [{
    kind: "fallback",
    name: `${plan.phase}_mla_block`,
    count: 1,
    mixes: "everything",
    primary: wholeBlock(plan, plan.quant.gemm),
    parts: parts(plan, sizes, [ordinary])
  }];
}
function parts(plan, sizes, kernels) {
  let { gemm: gemm3 } = tokenOps, { heads, hiddenSize } = plan.architecture, { queryRank, kvRank, plainSize, ropeSize, valueSize } = sizes, { tp } = plan.layout, queries = Math.floor(heads * (plainSize + ropeSize) / tp), keysAndValues = Math.floor(heads * (plainSize + valueSize) / tp);
  return [
    gemm3(plan, "mla_q_b_gemm", queries, queryRank),
    ...plan.phase === "context" ? [gemm3(plan, "mla_kv_b_gemm", keysAndValues, kvRank)] : [],
    ...kernels,
    gemm3(plan, "mla_o_gemm", hiddenSize, outputWidth(plan, sizes), { hasLowPrecisionInput: !0 })
  ];
}
function latentKernels(plan) {
  let { architecture, layout, perLayer: count, phase, quant } = plan, { fmha, kvCache } = quant, heads = Math.floor(architecture.heads / layout.tp), common6 = { name: `${phase}_attention`, count, mixes: "attention", heads, kvCache };
  if (phase === "context") return [{ kind: "contextMla", ...common6, fmha, cp: layout.cp }];
  let kernel = { kind: "generationMla", ...common6 };
  return [latentProduct(plan, "pre"), kernel, latentProduct(plan, "post")];
}

// src/models/families/kimi-k3.ts
var BLACKWELL_SM = 100, quantisedActivations = {
  applies: ({ architecture, backend, smVersion }) => backend === "sglang" && architecture.id === "moonshotai/Kimi-K3" && smVersion >= BLACKWELL_SM,
  change: { moe: "w4a8_mxfp4_mxfp8" }
}, kimiK3 = (read2, common6) => {
  let facts = kimiFacts(read2, common6), latent = [...EXPERT_CHECKS, ...LATENT_KERNEL_CHECKS];
  return {
    isMoe: !0,
    activationProfile: "latentHybrid",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !1,
    operations: (plan) => phaseOperations5(plan, facts),
    kvBytesPerSequence: (plan, tokens) => kvBytes(plan, facts, tokens),
    quantRules: [quantisedActivations],
    measured: { trtllm: latent, sglang: latent, vllm: [...EXPERT_CHECKS, ...GROUPED_CHECKS] },
    mismatch: (plan) => headMismatch(plan, facts) ?? expertMismatch(plan)
  };
};
function kimiFacts(read2, { layers, hiddenSize, moeInterSize }) {
  let linear = read2.within("linear_attn_config"), listed = linear.value("kda_layers"), isLayer = (layer) => Number.isSafeInteger(layer) && Number(layer) >= 1 && Number(layer) <= layers;
  if (!Array.isArray(listed) || listed.length === 0 || !listed.every(isLayer))
    throw linear.refusal("kda_layers", `numbers of layers from 1 to ${layers}`);
  return {
    deltaLayers: new Set(listed).size,
    delta: {
      heads: linear.need("num_heads"),
      headSize: linear.need("head_dim"),
      convWidth: linear.first("short_conv_kernel_size") || 4
    },
    latent: {
      queryRank: read2.need("q_lora_rank"),
      kvRank: read2.need("kv_lora_rank"),
      plainSize: read2.need("qk_nope_head_dim"),
      ropeSize: read2.need("qk_rope_head_dim"),
      valueSize: read2.need("v_head_dim")
    },
    denseLayers: Math.min(read2.orElse(0, "first_k_dense_replace"), layers),
    expertSize: read2.first("routed_expert_hidden_size") || hiddenSize,
    sharedSize: read2.first("num_shared_experts") * moeInterSize,
    blendsResiduals: read2.first("attn_res_block_size") > 0
  };
}
function headMismatch({ layout: { tp } }, { delta: { heads } }) {
  return heads % tp === 0 ? void 0 : `${heads} heads of delta attention do not split over ${tp} GPUs`;
}
function phaseOperations5(plan, facts) {
  let { allReduce: allReduce3, elementWise: elementWise3, embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, { hiddenSize, layers, vocabSize } = plan.architecture, of = (count) => ({ ...plan, perLayer: count * plan.once }), latentLayers = layers - facts.deltaLayers;
  return [
    embedding3(plan, Math.floor(vocabSize / plan.layout.tp)),
    allReduce3(plan, "embedding_ar", plan.once),
    ...deltaAttention(of(facts.deltaLayers), facts.delta),
    ...latentLayers === 0 ? [] : gatedLatent(of(latentLayers), facts.latent),
    ...facts.blendsResiduals ? [elementWise3(of(2 * layers), "attn_res", 4 * hiddenSize, 2 * hiddenSize)] : [],
    elementWise3(of(layers), "ffn_norm", 2 * hiddenSize, 2 * hiddenSize),
    ...facts.denseLayers === 0 ? [] : denseLayers(of(facts.denseLayers)),
    ...expertLayers4(of(layers - facts.denseLayers), facts),
    logits2(plan),
    pointToPoint3(plan)
  ];
}
function denseLayers(plan) {
  let { interSize: width } = plan.architecture;
  return [
    ...gatedLayers(plan, { prefix: "dense_", names: EXPERT_NAMES, width }),
    tokenOps.allReduce(plan, "dense_ffn_ar", plan.perLayer)
  ];
}
var UNQUANTISED = { quant: "bfloat16" };
function expertLayers4(plan, { expertSize, sharedSize: sharedSize2 }) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, shared2 = { prefix: "shared_", names: EXPERT_NAMES, width: sharedSize2, ...UNQUANTISED, isLowPrecision: !1 };
  return [
    router(plan),
    gemm3(plan, "latent_down_gemm", expertSize, hiddenSize, UNQUANTISED),
    elementWise3(plan, "latent_norm", 2 * expertSize, 2 * expertSize),
    ...dispatchedExperts(plan, { skew: plan.revision.expertSkew.KIMIK3, attentionCp: 1, width: expertSize }),
    gemm3(plan, "latent_up_gemm", hiddenSize, expertSize, UNQUANTISED),
    ...sharedSize2 === 0 ? [] : gatedLayers(plan, shared2)
  ];
}
var STATES = 5, STATE_ELEMENT = 4, WINDOW_ELEMENT = 2;
function kvBytes({ architecture, layout, quant }, facts, tokens) {
  let { deltaLayers, latent } = facts, { heads, headSize, convWidth } = facts.delta, latentLayers = architecture.layers - deltaLayers, width = Math.max(1, Math.floor(heads / layout.tp)) * headSize, state = width * headSize * STATE_ELEMENT + (convWidth - 1) * 3 * width * WINDOW_ELEMENT, { bytes } = KV_CACHE_QUANT[quant.kvCache];
  return tokens * bytes * (latentLayers * (latent.kvRank + latent.ropeSize)) + STATES * deltaLayers * state;
}

// src/models/families/llama.ts
var llama = () => ({
  isMoe: !1,
  activationProfile: "dense",
  hasDispatchWorkspace: !1,
  hasExchanges: !1,
  splitsSequences: !0,
  operations: phaseOperations6,
  kvBytesPerSequence: groupedKvBytes,
  quantRules: [],
  measured: everywhere(GROUPED_CHECKS)
});
function phaseOperations6(plan) {
  let { interSize, vocabSize } = plan.architecture, { tp } = plan.layout, { addNorm: addNorm2, allReduce: allReduce3, embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps;
  return [
    embedding3(plan, Math.floor(vocabSize / tp)),
    addNorm2(plan, 1),
    qkvProjection(plan),
    attention(plan),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm2(plan, 2),
    ...gatedLayers(plan, { prefix: "", names: FEED_FORWARD_NAMES, width: interSize }),
    logits2(plan),
    allReduce3(plan, "embedding_ar", plan.once),
    allReduce3(plan, "ar_1", plan.perLayer),
    allReduce3(plan, "ar_2", plan.perLayer),
    pointToPoint3(plan)
  ];
}

// src/models/families/minimax-m3.ts
var minimaxM3 = () => ({
  isMoe: !0,
  activationProfile: "other",
  hasDispatchWorkspace: !1,
  hasExchanges: !1,
  splitsSequences: !1,
  operations: phaseOperations7,
  kvBytesPerSequence: groupedKvBytes,
  quantRules: [],
  measured: everywhere([...EXPERT_CHECKS, ...MSA_CHECKS]),
  mismatch: expertMismatch
});
function phaseOperations7(plan) {
  let { addNorm: addNorm2, embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, { layout, quant, revision, architecture } = plan, routed = routedExperts(plan, { skew: revision.expertSkew.MINIMAXM3, attentionCp: 1 }), shared2 = sharedExperts(plan, { names: SHARED_NAMES, quant: quant.gemm, ranks: layout.tp, dealtRanks: 1 });
  return [
    embedding3(plan, architecture.vocabSize),
    addNorm2(plan, 1),
    attention2(plan),
    addNorm2(plan, 2),
    ...besideExperts(plan, { routed, shared: shared2 }),
    logits2(plan),
    pointToPoint3(plan)
  ];
}
function attention2({ architecture, layout, phase, perLayer: count, quant }) {
  let { heads, kvHeads, headSize, hiddenSize } = architecture, onOneGpu = (all) => Math.max(1, Math.floor(all / layout.tp));
  return {
    kind: phase === "context" ? "contextMsaModule" : "generationMsaModule",
    name: `${phase}_attention`,
    count,
    mixes: "attention",
    heads: onOneGpu(heads),
    kvHeads: onOneGpu(kvHeads),
    headSize,
    hiddenSize,
    kvCache: quant.kvCache,
    fmha: quant.fmha,
    gemm: quant.gemm
  };
}

// src/models/families/moe.ts
var GPT_OSS = ["openai/gpt-oss-120b", "openai/gpt-oss-20b"], BLACKWELL_SM2 = 100, quantisedActivations2 = {
  applies: ({ architecture, backend, smVersion }) => backend === "trtllm" && GPT_OSS.includes(architecture.id) && smVersion >= BLACKWELL_SM2,
  change: { moe: "w4a8_mxfp4_mxfp8" }
};
function routedFamily({ family, activationProfile, hasExchanges }) {
  return () => ({
    isMoe: !0,
    activationProfile,
    hasDispatchWorkspace: !1,
    hasExchanges,
    splitsSequences: !0,
    operations: (plan) => phaseOperations8(plan, plan.revision.expertSkew[family]),
    kvBytesPerSequence: windowedKvBytes,
    quantRules: [quantisedActivations2],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
  });
}
var moe = routedFamily({ family: "MOE", activationProfile: "moe", hasExchanges: !0 });
function phaseOperations8(plan, skew) {
  let { architecture, layout, phase } = plan, { windowSize } = architecture, { addNorm: addNorm2, allReduce: allReduce3, embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, attentionLayers = windowSize === 0 ? plan.perLayer : plan.perLayer / 2, attentionCp = phase === "context" ? layout.cp : 1, exchange2 = plan.spread?.[phase], whole = exchange2 !== void 0 && WHOLE_EMBEDDING.includes(plan.backend);
  return [
    ...windowSize === 0 ? [] : [attention(plan, { windowSize, count: attentionLayers })],
    embedding3(plan, whole ? architecture.vocabSize : Math.floor(architecture.vocabSize / layout.tp)),
    addNorm2(plan, 1),
    qkvProjection(plan),
    attention(plan, { count: attentionLayers }),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm2(plan, 2),
    ...exchange2 === void 0 ? routedExperts(plan, { skew, attentionCp }) : [router(plan), ...exchangedExperts(plan, exchange2, { skew })],
    ...phase === "context" ? [] : [logits2(plan)],
    ...whole ? [] : [allReduce3(plan, "embedding_ar", plan.once), pointToPoint3(plan)]
  ];
}
var WHOLE_EMBEDDING = ["sglang"];

// src/models/parts/plain-layers.ts
function plainLayers(plan, { prefix, width, hasLowPrecisionInput }) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, own2 = Math.floor(width / plan.layout.tp);
  return [
    gemm3(plan, `${prefix}up_gemm`, own2, hiddenSize),
    elementWise3(plan, `${prefix}relu2`, own2, own2),
    gemm3(plan, `${prefix}down_gemm`, hiddenSize, own2, { hasLowPrecisionInput })
  ];
}

// src/models/families/nemotron-h.ts
var LAYERS = {
  mamba: { letter: "M", words: ["mamba"] },
  attention: { letter: "*", words: ["attention"] },
  experts: { letter: "E", words: ["moe"] },
  dense: { letter: "-", words: ["mlp", "dense", "ffn"] }
}, KINDS = Object.keys(LAYERS), quantisedActivations3 = {
  applies: ({ backend }, { moe: moe2 }) => backend === "vllm" && moe2 === "w4a16_nvfp4",
  change: { moe: "nvfp4" }
}, nemotronH = (read2) => {
  let facts = mambaFacts(read2), isMoe = facts.counts.experts > 0;
  return {
    isMoe,
    activationProfile: "other",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !1,
    operations: (plan) => phaseOperations9(plan, facts),
    kvBytesPerSequence: groupedKvBytes,
    quantRules: [quantisedActivations3],
    measured: everywhere([...isMoe ? EXPERT_CHECKS : [], ...GROUPED_CHECKS]),
    mismatch: (plan) => isMoe ? expertMismatch(plan) : void 0
  };
}, DEFAULTS2 = { convWidth: 4, groups: 8, chunkSize: 128 };
function mambaFacts(read2) {
  return {
    counts: layerCounts(read2),
    heads: read2.need("mamba_num_heads"),
    headSize: read2.need("mamba_head_dim"),
    stateSize: read2.need("ssm_state_size"),
    convWidth: read2.first("conv_kernel") || DEFAULTS2.convWidth,
    groups: read2.first("n_groups") || DEFAULTS2.groups,
    chunkSize: read2.first("chunk_size") || DEFAULTS2.chunkSize,
    sharedSize: read2.first("moe_shared_expert_intermediate_size"),
    latentSize: read2.first("moe_latent_size")
  };
}
function layerCounts(read2) {
  let pattern = read2.value("hybrid_override_pattern"), listed = read2.value("layers_block_type"), isPattern = typeof pattern == "string", layers = isPattern ? [...pattern] : Array.isArray(listed) ? listed : [], count = (kind) => {
    let { letter, words } = LAYERS[kind], names = isPattern ? [letter] : words;
    return layers.filter((layer) => names.includes(layer)).length;
  };
  if (layers.length === 0) throw read2.refusal("hybrid_override_pattern", "a letter for each layer");
  return { mamba: count("mamba"), attention: count("attention"), experts: count("experts"), dense: count("dense") };
}
var LISTS = {
  mamba: mambaLayers,
  attention: (plan) => [
    norm(plan, "attn"),
    qkvProjection(plan),
    attention(plan),
    outputProjection(plan),
    tokenOps.allReduce(plan, "attn_ar", plan.perLayer)
  ],
  experts: expertLayers5,
  dense: (plan) => [
    norm(plan, "mlp"),
    ...plainLayers(plan, { prefix: "mlp_", width: plan.architecture.interSize, hasLowPrecisionInput: !1 }),
    tokenOps.allReduce(plan, "mlp_ar", plan.perLayer)
  ]
};
function phaseOperations9(plan, facts) {
  return [
    tokenOps.embedding(plan, plan.architecture.vocabSize),
    ...KINDS.flatMap((kind) => {
      let count = facts.counts[kind];
      return count === 0 ? [] : LISTS[kind]({ ...plan, perLayer: count * plan.once }, facts);
    }),
    tokenOps.pointToPoint(plan),
    tokenOps.logits(plan)
  ];
}
function norm(plan, name) {
  let width = 2 * plan.architecture.hiddenSize;
  return tokenOps.elementWise(plan, `${name}_norm`, width, width);
}
var KERNELS2 = {
  context: ["causal_conv1d_fn", "mamba_chunk_scan_combined"],
  generation: ["causal_conv1d_update", "selective_state_update"]
};
function mambaLayers(plan, facts) {
  let { allReduce: allReduce3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, heads = Math.floor(facts.heads / tp), inner = heads * facts.headSize, groups2 = Math.max(Math.floor(facts.groups / tp), 1), inputs = 2 * inner + 2 * groups2 * facts.stateSize + heads, [convolution, recurrence] = KERNELS2[plan.phase];
  return [
    norm(plan, "mamba"),
    gemm3(plan, "mamba_in_proj_gemm", inputs, hiddenSize),
    kernelOf2(plan, facts, { name: "mamba_conv1d", kernel: convolution }),
    kernelOf2(plan, facts, { name: "mamba_ssm", kernel: recurrence }),
    gemm3(plan, "mamba_out_proj_gemm", hiddenSize, inner),
    allReduce3(plan, "mamba_ar", plan.perLayer)
  ];
}
function kernelOf2({ phase, perLayer, architecture }, facts, { name, kernel }) {
  let { stateSize, convWidth, heads, headSize, groups: groups2, chunkSize } = facts;
  return {
    kind: "mamba2",
    name: `${phase}_${name}`,
    count: perLayer,
    kernel,
    hiddenSize: architecture.hiddenSize,
    stateSize,
    convWidth,
    heads,
    headSize,
    groups: groups2,
    chunkSize
  };
}
function expertLayers5(plan, { sharedSize: sharedSize2, latentSize }) {
  let { allReduce: allReduce3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, own2 = Math.floor(latentSize / plan.layout.tp), skew = plan.revision.expertSkew.NEMOTRONH, into = gemm3(plan, "fc1_latent_proj_gemm", own2, hiddenSize), back = gemm3(plan, "fc2_latent_proj_gemm", hiddenSize, own2, { hasLowPrecisionInput: !0 });
  return [
    norm(plan, "moe"),
    ...plainLayers(plan, { prefix: "shared_", width: sharedSize2, hasLowPrecisionInput: !0 }),
    router(plan),
    ...latentSize === 0 ? [] : [into],
    ...dispatchedExperts(plan, { skew, attentionCp: 1, width: latentSize || hiddenSize, isGated: !1 }),
    ...latentSize === 0 ? [] : [back],
    allReduce3(plan, "moe_ar", plan.perLayer)
  ];
}

// src/models/pruned-blocks.ts
var DEFAULT_FFN_FACTOR = 3.5, MOST_FFN_FACTOR = 1024, WIDTH_STEP = 256;
function prunedBlock(block) {
  let { attention: attention4, ffn } = isObject(block) ? block : {};
  if (!isObject(attention4) || !isObject(ffn)) return;
  let headsPerGroup = attention4.no_op === !0 ? 0 : attention4.n_heads_in_group, ffnFactor = ffn.no_op === !0 ? 0 : ffn.ffn_mult ?? DEFAULT_FFN_FACTOR;
  if (typeof headsPerGroup != "number" || typeof ffnFactor != "number") return;
  let isFactor = ffnFactor >= 0 && ffnFactor <= MOST_FFN_FACTOR;
  return Number.isSafeInteger(headsPerGroup) && headsPerGroup >= 0 && isFactor ? { headsPerGroup, ffnFactor } : void 0;
}
function prunedWidth(ffnFactor, hiddenSize) {
  return Math.ceil(Math.trunc(2 * ffnFactor * hiddenSize / 3) / WIDTH_STEP) * WIDTH_STEP;
}

// src/models/families/nemotron-nas.ts
var HEAD_SIZE = 128, nemotronNas = (read2) => {
  if (read2.value("block_configs") === void 0) return "unmodelled";
  let runs = prunedRuns(read2);
  return {
    isMoe: !1,
    activationProfile: "other",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !1,
    operations: (plan) => phaseOperations10(plan, runs),
    kvBytesPerSequence: () => 0,
    quantRules: [],
    measured: everywhere(GROUPED_CHECKS),
    mismatch: ({ architecture }) => architecture.nextn > 0 ? "pruned layers are not modelled with further predicted tokens" : void 0
  };
};
function prunedRuns(read2) {
  let runs = [];
  for (let block of layerList(read2, "block_configs")) {
    let layer = prunedBlock(block);
    if (layer === void 0) throw read2.refusal("block_configs", "attention and ffn with their sizes in each block");
    let last = runs.at(-1);
    last?.headsPerGroup === layer.headsPerGroup && last.ffnFactor === layer.ffnFactor ? runs[runs.length - 1] = { ...layer, count: last.count + 1 } : runs.push({ ...layer, count: 1 });
  }
  return runs;
}
function phaseOperations10(plan, runs) {
  return [
    tokenOps.embedding(plan, plan.architecture.vocabSize),
    ...runs.flatMap((run) => {
      let layers = { ...plan, perLayer: run.count * plan.once };
      return [
        ...run.headsPerGroup === 0 ? [] : attentionOf4(layers, run),
        ...run.ffnFactor === 0 ? [] : feedForward3(layers, run)
      ];
    }),
    tokenOps.pointToPoint(plan),
    tokenOps.logits(plan)
  ];
}
function attentionOf4(plan, { headsPerGroup }) {
  let { addNorm: addNorm2, allReduce: allReduce3, gemm: gemm3 } = tokenOps, { heads, headSize, hiddenSize } = plan.architecture, { tp } = plan.layout, kvHeads = Math.ceil(Math.floor(heads / headsPerGroup) / tp), width = Math.floor(heads * headSize / tp);
  return [
    addNorm2(plan, 1),
    gemm3(plan, "qkv_gemm", width + headSize * kvHeads * 2, hiddenSize),
    attention(plan, { kvHeads, headSize: HEAD_SIZE }),
    gemm3(plan, "proj_gemm", hiddenSize, width),
    allReduce3(plan, "ar_1", plan.perLayer)
  ];
}
function feedForward3(plan, { ffnFactor }) {
  let { addNorm: addNorm2, allReduce: allReduce3, elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, width = prunedWidth(ffnFactor, hiddenSize), [own2, both] = [Math.floor(width / tp), Math.floor(2 * width / tp)];
  return [
    addNorm2(plan, 2),
    gemm3(plan, "gate_ffn1_gemm", both, hiddenSize),
    elementWise3(plan, "act_gate", both, own2),
    gemm3(plan, "ffn2_gemm", hiddenSize, own2),
    allReduce3(plan, "ar_2", plan.perLayer)
  ];
}

// src/models/families/qwen3-vl.ts
var qwen3Vl = () => ({ ...llama(), activationProfile: "other" }), qwen3VlMoe = routedFamily({
  family: "QWEN3VL_MOE",
  activationProfile: "other",
  hasExchanges: !1
});

// src/memo.ts
function latest(make) {
  let last;
  return (key) => (last?.key !== key && (last = { key, value: make(key) }), last.value);
}
function memo2(make) {
  let known3 = /* @__PURE__ */ new Map();
  return (key) => {
    let value = known3.get(key);
    return value === void 0 && (value = make(key), known3.set(key, value)), value;
  };
}

// src/operations/data-missing.ts
var DataMissing = class extends Error {
  /** Whether it is so of an operation in every step, and not of the sizes of one. */
  isOfEveryStep;
  constructor(message, { isOfEveryStep = !1 } = {}) {
    super(message), this.name = "DataMissing", this.isOfEveryStep = isOfEveryStep;
  }
};
function attempt(run) {
  try {
    return run();
  } catch (error2) {
    if (error2 instanceof DataMissing) return error2;
    throw error2;
  }
}

// src/operations/grid/triangulation.ts
function triangulate(points) {
  return points.length === 3 ? [[0, 1, 2]] : isInCircumcircle(points, [3, 1, 0], points[2]) ? [
    [0, 1, 2],
    [3, 1, 2]
  ] : [
    [3, 1, 0],
    [2, 3, 0]
  ];
}
function barycentric(points, triangle, u, v) {
  let [a, b, c] = triangle.map((i) => points[i]), determinant = (a.u - c.u) * (b.v - c.v) - (b.u - c.u) * (a.v - c.v), first = ((u - c.u) * (b.v - c.v) - (b.u - c.u) * (v - c.v)) / determinant, second = ((a.u - c.u) * (v - c.v) - (u - c.u) * (a.v - c.v)) / determinant;
  return [first, second, 1 - first - second];
}
function inTriangle(coordinates) {
  return coordinates.every((part) => part >= -1e-12);
}
function isInCircumcircle(points, triangle, place) {
  let [a, b, c] = triangle.map((i) => points[i]), rows = [a, b, c].map((p) => [p.u - place.u, p.v - place.v]), [[ax, ay], [bx, by], [cx, cy]] = rows, squares = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy], determinant = squares[0] * (bx * cy - cx * by) - squares[1] * (ax * cy - cx * ay) + squares[2] * (ax * by - bx * ay);
  return ((b.u - a.u) * (c.v - a.v) - (c.u - a.u) * (b.v - a.v) > 0 ? determinant : -determinant) > 0;
}
function linearSurface(points, u, v) {
  for (let triangle of triangulate(points)) {
    let parts2 = barycentric(points, triangle, u, v);
    if (inTriangle(parts2))
      return triangle.reduce((sum3, corner, i) => sum3 + parts2[i] * points[corner].value, 0);
  }
  return Number.NaN;
}

// src/operations/grid/clough-tocher.ts
var MAX_SWEEPS = 400, TOLERANCE = 1e-6;
function cloughTocher(points, u, v) {
  let triangles = triangulate(points), triangle = triangles.find((candidate) => inTriangle(barycentric(points, candidate, u, v)));
  if (triangle === void 0) return Number.NaN;
  let gradients = estimateGradients(points, triangles), neighbour = triangles.find((candidate) => candidate !== triangle);
  return evaluate(points, gradients, triangle, neighbour, barycentric(points, triangle, u, v));
}
function estimateGradients(points, triangles) {
  let neighbours = points.map((_, i) => {
    let linked = triangles.filter((t) => t.includes(i)).flat();
    return [...new Set(linked)].filter((j) => j !== i).sort((a, b) => a - b);
  }), gradients = points.map(() => ({ u: 0, v: 0 }));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) {
    let worst = 0;
    for (let i = 0; i < points.length; i += 1)
      worst = Math.max(worst, relaxVertex(points, gradients, i, neighbours[i]));
    if (worst < TOLERANCE) break;
  }
  return gradients;
}
function relaxVertex(points, gradients, i, linked) {
  let [q0, q1, q3, s0, s1] = [0, 0, 0, 0, 0], from = points[i];
  for (let j of linked) {
    let to = points[j], eu = to.u - from.u, ev = to.v - from.v, length = Math.sqrt(eu * eu + ev * ev), cube = length * length * length, slope = eu * gradients[j].u + ev * gradients[j].v;
    q0 += 4 * eu * eu / cube, q1 += 4 * eu * ev / cube, q3 += 4 * ev * ev / cube;
    let rise = (6 * (from.value - to.value) + 2 * slope) / cube;
    s0 += rise * eu, s1 += rise * ev;
  }
  let determinant = q0 * q3 - q1 * q1, ru = (q3 * s0 - q1 * s1) / determinant, rv = (-q1 * s0 + q0 * s1) / determinant, gradient = gradients[i], change = Math.max(Math.abs(gradient.u + ru), Math.abs(gradient.v + rv));
  return gradient.u = -ru, gradient.v = -rv, change / Math.max(1, Math.abs(ru), Math.abs(rv));
}
function evaluate(points, gradients, triangle, neighbour, b) {
  let [P1, P2, P3] = triangle.map((i) => points[i]), [g1, g2, g3] = triangle.map((i) => gradients[i]), dot = (g, from, to) => g.u * (to.u - from.u) + g.v * (to.v - from.v), [f1, f2, f3] = [P1.value, P2.value, P3.value], p12 = f1 + dot(g1, P1, P2) / 3, p13 = f1 + dot(g1, P1, P3) / 3, p21 = f2 + dot(g2, P2, P1) / 3, p23 = f2 + dot(g2, P2, P3) / 3, p32 = f3 + dot(g3, P3, P2) / 3, p31 = f3 + dot(g3, P3, P1) / 3, q1 = (p12 + p13 + f1) / 3, q2 = (p21 + f2 + p23) / 3, q3 = (p31 + p32 + f3) / 3, [w1, w2, w3] = edgeWeights(points, triangle, neighbour), m1 = (w1 * (-f2 + 3 * p23 - 3 * p32 + f3) + (-f2 + 2 * p23 - p32 + q3 + q2)) / 2, m2 = (w2 * (-f3 + 3 * p31 - 3 * p13 + f1) + (-f3 + 2 * p31 - p13 + q1 + q3)) / 2, m3 = (w3 * (-f1 + 3 * p12 - 3 * p21 + f2) + (-f1 + 2 * p12 - p21 + q1 + q2)) / 2, r1 = (m3 + m2 + q1) / 3, r2 = (m3 + m1 + q2) / 3, r3 = (m2 + m1 + q3) / 3, r0 = (r1 + r2 + r3) / 3, t = Math.min(b[0], b[1], b[2]), [B1, B2, B3, B4] = [b[0] - t, b[1] - t, b[2] - t, 3 * t];
  return B1 ** 3 * f1 + 3 * B1 ** 2 * B2 * p12 + 3 * B1 ** 2 * B3 * p13 + 3 * B1 ** 2 * B4 * q1 + 3 * B1 * B2 ** 2 * p21 + 6 * B1 * B2 * B4 * m3 + 3 * B1 * B3 ** 2 * p31 + 6 * B1 * B3 * B4 * m2 + 3 * B1 * B4 ** 2 * r1 + B2 ** 3 * f2 + 3 * B2 ** 2 * B3 * p23 + 3 * B2 ** 2 * B4 * q2 + 3 * B2 * B3 ** 2 * p32 + 6 * B2 * B3 * B4 * m1 + 3 * B2 * B4 ** 2 * r2 + B3 ** 3 * f3 + 3 * B3 ** 2 * B4 * q3 + 3 * B3 * B4 ** 2 * r3 + B4 ** 3 * r0;
}
function edgeWeights(points, triangle, neighbour) {
  let weights = [-0.5, -0.5, -0.5];
  if (neighbour === void 0) return weights;
  let opposite = triangle.findIndex((i) => !neighbour.includes(i)), centroid = neighbour.map((i) => points[i]), [c1, c2, c3] = barycentric(
    points,
    triangle,
    (centroid[0].u + centroid[1].u + centroid[2].u) / 3,
    (centroid[0].v + centroid[1].v + centroid[2].v) / 3
  );
  return opposite === 0 && (weights[0] = (2 * c3 + c2 - 1) / (2 - 3 * c3 - 3 * c2)), opposite === 1 && (weights[1] = (2 * c1 + c3 - 1) / (2 - 3 * c1 - 3 * c3)), opposite === 2 && (weights[2] = (2 * c2 + c1 - 1) / (2 - 3 * c2 - 3 * c1)), weights;
}

// src/operations/grid/interpolation.ts
function bracket(x, keys, inner) {
  let last = keys.length - 1;
  if (last < 0) throw new DataMissing("no measured points");
  if (last === 0) {
    let only = keys[0];
    if (inner && x !== only) throw new DataMissing(`${x} is not the only measured point ${only}`);
    return [only, only];
  }
  let at = lowerBound(keys, x);
  if (at <= last && keys[at] === x) return [x, x];
  if (inner && (at === 0 || at > last))
    throw new DataMissing(`${x} is outside the measured range ${keys[0]}..${keys[last]}`);
  return at === 0 ? [keys[0], keys[1]] : at > last ? [keys[last - 1], keys[last]] : [keys[at - 1], keys[at]];
}
function lowerBound(keys, x) {
  let low = 0, high = keys.length;
  for (; low < high; ) {
    let middle = low + high >>> 1;
    keys[middle] < x ? low = middle + 1 : high = middle;
  }
  return low;
}
function interpolate1d(x0, x1, y0, y1, x) {
  return (x0 - x1) * (y0 - y1) < 0 && (x - x0) * (x - x1) > 0 || y0 === y1 ? y0 : y0 + (y1 - y0) / (x1 - x0) * (x - x0);
}
function valueAt({ keys, values }, z) {
  let at = lowerBound(keys, z);
  return keys[at] === z ? values[at] : void 0;
}
function lookup3(grid, x, y, z, method) {
  let [x0, x1] = bracket(x, grid.xKeys, !0);
  if (x0 === x1) return planeValue(grid, x, y, z, method);
  requireVaried(grid);
  let left = planeValue(grid, x0, y, z, method);
  return finite(interpolate1d(x0, x1, left, planeValue(grid, x1, y, z, method), x));
}
function planeValue(grid, x, y, z, method) {
  let [y0, y1] = bracket(y, grid.yKeys(x), !0), low = rowAt(grid, x, y0), high = y0 === y1 ? low : rowAt(grid, x, y1), [z0, z1] = bracket(z, high.keys, !0);
  if (y0 === y1 && z0 === z1) return requireValue(low, z);
  if (requireVaried(grid), method === "cubic" && y0 === y1) return finite(line(z0, z1, requireValue(low, z0), requireValue(low, z1), z));
  let lowBracket = bracket(z, low.keys, !0);
  return method === "bilinear" ? finite(bilinear({ y0, y1, low, high, z0, z1 }, y, z)) : z0 === z1 && lowBracket[0] === lowBracket[1] ? finite(line(y0, y1, requireValue(low, z), requireValue(high, z), y)) : finite(cubic([y0, y1], [low, high], [lowBracket, [z0, z1]], y, z));
}
function line(t0, t1, v0, v12, t) {
  return (v12 - v0) / (t1 - t0) * (t - t0) + v0;
}
function requireVaried(grid) {
  if (!grid.isVaried) throw new DataMissing("the measured points do not vary on every axis");
}
function rowAt(grid, x, y) {
  let row = grid.row(x, y);
  if (row === void 0) throw new DataMissing(`no measured points at ${x}, ${y}`);
  return row;
}
function requireValue(row, z) {
  let value = valueAt(row, z);
  if (value === void 0) throw new DataMissing(`no measured point at ${z}`);
  return value;
}
function bilinear({ y0, y1, low, high, z0, z1 }, y, z) {
  let lowAt0 = requireValue(low, z0);
  if (y0 === y1) return interpolate1d(z0, z1, lowAt0, requireValue(low, z1), z);
  let highAt0 = requireValue(high, z0);
  if (z0 === z1) return interpolate1d(y0, y1, lowAt0, highAt0, y);
  let q00 = lowAt0 * (y1 - y) * (z1 - z), q01 = requireValue(low, z1) * (y1 - y) * (z - z0), q10 = highAt0 * (y - y0) * (z1 - z), q11 = requireValue(high, z1) * (y - y0) * (z - z0);
  return (q00 + q01 + q10 + q11) / ((y1 - y0) * (z1 - z0));
}
function cubic(yPair, rows, brackets, y, z) {
  let points = rows.flatMap(
    (row, i) => brackets[i].map((key) => ({ u: yPair[i], v: key, value: requireValue(row, key) }))
  );
  return scattered(points, y, z, cloughTocher);
}
function scattered(points, u, v, surface) {
  let distinct = points.filter((p, i) => points.findIndex((q) => q.u === p.u && q.v === p.v) === i), first = distinct[0], variesU = distinct.some((p) => p.u !== first.u), variesV = distinct.some((p) => p.v !== first.v);
  if (!variesU && !isClose(u, first.u) || !variesV && !isClose(v, first.v))
    throw new DataMissing(`no measured points around ${u}, ${v}`);
  return !variesU && !variesV ? first.value : variesU ? variesV ? surface(distinct, u, v) : piecewise(distinct, "u", u) : piecewise(distinct, "v", v);
}
function isClose(a, b) {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
function piecewise(points, axis, t) {
  let sorted2 = [...points].sort((a, b) => a[axis] - b[axis]), low = sorted2[0], high = sorted2[sorted2.length - 1];
  return t <= low[axis] ? low.value : t >= high[axis] ? high.value : line(low[axis], high[axis], low.value, high.value, t);
}
function finite(value) {
  if (Number.isFinite(value)) return value;
  throw new DataMissing("the measured points do not surround the query");
}

// src/operations/grid/curve.ts
function curveAt({ keys, latencyMs: latencyMs2 }, x) {
  let [low, high] = bracket(x, keys, !1), at = (key) => latencyMs2[lowerBound(keys, key)];
  return interpolate1d(low, high, at(low), at(high), x);
}
function readCurves(slice, by, over) {
  let curves = /* @__PURE__ */ new Map(), columns = by.map((name) => slice.column(name)), [keys, latency] = [slice.column(over), slice.column("latency")];
  for (let i = 0; i < slice.rowCount; i += 1) {
    let id = columns.map((column) => column[i]).join(" "), curve = curves.get(id);
    curve === void 0 && (curve = { keys: [], latencyMs: [] }, curves.set(id, curve)), curve.keys.push(keys[i]), curve.latencyMs.push(latency[i]);
  }
  return curves;
}

// src/operations/grid/plane.ts
function planeTime(curves, u, v) {
  let points = bracket(u, [...curves.keys()], !0).flatMap((key) => {
    let { keys, latencyMs: latencyMs2 } = curves.get(key);
    return bracket(v, keys, !0).map((at) => ({ u: key, v: at, value: latencyMs2[keys.indexOf(at)] }));
  }), timeMs = scattered(points, u, v, linearSurface);
  if (!Number.isFinite(timeMs)) throw new DataMissing(`no measured points around ${u}, ${v}`);
  return timeMs;
}

// src/operations/kind.ts
function shapeOf(op) {
  return JSON.stringify({ ...op, name: "", count: 1 });
}
var LENGTH_LIMIT = 2 ** 24;
function sequencesKey(batch, sequenceLength) {
  return batch * LENGTH_LIMIT + sequenceLength;
}
var ACTIVATION_BYTES = 2, noWeights = () => 0;
function perRank({ tokenSplit: tokenSplit2, dealtRanks = 1 }, tokens) {
  return Math.ceil(Math.floor(tokens / dealtRanks) / tokenSplit2);
}

// src/operations/per-shape.ts
function perShape(open3, keyOf) {
  let byOperation = /* @__PURE__ */ new WeakMap(), byShape = /* @__PURE__ */ new Map(), find = (op) => {
    let key = keyOf(op), value = byShape.get(key);
    return value === void 0 && (value = attempt(() => open3(op)), byShape.set(key, value)), value;
  };
  return (op) => {
    let value = byOperation.get(op);
    if (value === void 0 && (value = find(op), byOperation.set(op, value)), value instanceof DataMissing) throw value;
    return value;
  };
}

// src/operations/state-kernels.ts
function stateKind(kernels) {
  return {
    sees: (op) => kernels.phaseOf(op) === "context" ? "length" : "sequences",
    isRemembered: !0,
    weightBytes: noWeights,
    source: () => `measured: ${kernels.table}, or estimated from memory bandwidth`
  };
}
function standInSizes(measured2, wanted, distance) {
  let same = measured2.find((sizes) => sizes.every((size, i) => size === wanted[i]));
  if (same !== void 0 || distance === void 0) return same;
  let alike = measured2.filter(([hiddenSize]) => hiddenSize === wanted[0]), least = Math.min(...alike.map((sizes) => distance(sizes, wanted)));
  return alike.find((sizes) => distance(sizes, wanted) === least);
}
var DELTA_SIZES = ["d_model", "num_k_heads", "head_k_dim", "num_v_heads", "head_v_dim", "d_conv"], VALUE_HEADS = DELTA_SIZES.indexOf("num_v_heads");
function headsApart(measured2, wanted) {
  return Math.abs(measured2[VALUE_HEADS] - wanted[VALUE_HEADS]);
}
function movingMs(system, bytes) {
  return bytes / system.memBwBytesPerSec * 1e3;
}
var ELEMENT = 2;
function convolutionBytes(tokens, channels, width) {
  return tokens * channels * (width + 1) * ELEMENT + tokens * channels * ELEMENT;
}
var CHUNK_TOKENS = 64;
function wholeChunks({ batch, sequenceLength }) {
  return Math.floor(sequenceLength / CHUNK_TOKENS) * batch;
}

// src/operations/filled-states.ts
function filledStateTime(tables, kernels) {
  let planesOf = memo2((slice) => openPlanes(tables, kernels, slice.split(" "))), planeOf = perShape((op) => {
    let planes = planesOf(`${op.kernel} ${kernels.phaseOf(op)}`), measured2 = [...planes.keys()].map((sizes2) => sizes2.split(" ").map(Number)), sizes = standInSizes(measured2, kernels.sizesOf(op), kernels.distance);
    return { plane: planes.get(sizes?.join(" ") ?? "") };
  }, shapeOf);
  return (op, step) => {
    let { plane } = planeOf(op), timeAt = kernels.phaseOf(op) === "context" ? prefillTime : decodeTime, timeMs = plane === void 0 ? void 0 : attempt(() => timeAt(plane, step));
    return typeof timeMs == "number" ? timeMs : movingMs(tables.system, kernels.movedBytes(op, step));
  };
}
function openPlanes({ database }, { table, sizeColumns }, key) {
  let slice = database.table(table)?.slice(...key), planes = /* @__PURE__ */ new Map();
  if (slice === void 0) return planes;
  for (let [row, curve] of readCurves(slice, [...sizeColumns, "batch_size"], "seq_len")) {
    let end = row.lastIndexOf(" "), sizes = row.slice(0, end), plane = planes.get(sizes) ?? /* @__PURE__ */ new Map();
    planes.set(sizes, plane.set(Number(row.slice(end + 1)), curve));
  }
  return planes;
}
function prefillTime(plane, { batch, sequenceLength }) {
  return planeTime(plane, batch, sequenceLength);
}
function decodeTime(plane, { batch }) {
  let latencyMs2 = [...plane.values()].map((curve) => curve.latencyMs[0]);
  return curveAt({ keys: [...plane.keys()], latencyMs: latencyMs2 }, batch);
}

// src/operations/gdn.ts
var KERNELS3 = {
  causal_conv1d_fn: { phase: "context", moves: "convolution" },
  chunk_gated_delta_rule: { phase: "context", moves: "scan" },
  causal_conv1d_update: { phase: "generation", moves: "convolution" },
  fused_sigmoid_gating_delta_rule_update: { phase: "generation", moves: "recurrence" }
}, STATE_TYPES = { float32: 4, bfloat16: 2, float16: 2 }, MOVES = {
  scan: (volume) => withStates(volume, wholeChunks(volume.step) * volume.chunkBytes),
  recurrence: (volume) => withStates(volume, 0),
  convolution: ({ step, channels }, { convWidth }) => convolutionBytes(step.tokens, channels, convWidth)
};
function withStates({ step, channels, values, stateBytes }, chunkBytes) {
  return step.tokens * (channels + values) * 2 + 2 * (step.batch * stateBytes + chunkBytes);
}
function movedBytes({ keyMatrices, stateBytes }) {
  return (op, step) => {
    let { keyHeads, keySize, valueHeads, valueSize } = op, values = valueHeads * valueSize, state = valueHeads * keySize * valueSize, channels = keyMatrices * keyHeads * keySize + values, volume = { step, channels, values, stateBytes: state * stateBytes(op), chunkBytes: state * 2 };
    return MOVES[KERNELS3[op.kernel].moves](volume, op);
  };
}
var measured = {
  table: "gdn",
  phaseOf: ({ kernel }) => KERNELS3[kernel].phase,
  sizeColumns: DELTA_SIZES,
  sizesOf: ({ hiddenSize, keyHeads, keySize, valueHeads, valueSize, convWidth }) => [
    hiddenSize,
    keyHeads,
    keySize,
    valueHeads,
    valueSize,
    convWidth
  ]
}, GDN_KERNELS = {
  ...measured,
  movedBytes: movedBytes({ keyMatrices: 2, stateBytes: ({ stateType: stateType2 }) => STATE_TYPES[stateType2] })
};
function touchesState({ kernel }) {
  return KERNELS3[kernel].moves !== "convolution";
}
var FILLED3 = {
  ...measured,
  distance: headsApart,
  movedBytes: movedBytes({ keyMatrices: 1, stateBytes: () => STATE_TYPES.bfloat16 })
}, gdn = { ...stateKind(measured), time: (tables) => filledStateTime(tables, FILLED3) };

// src/models/delta-net-facts.ts
function deltaNetFacts(read2, { layers, unquantised }) {
  return {
    ...layerCounts2(read2, layers),
    keyHeads: read2.need("linear_num_key_heads"),
    keySize: read2.need("linear_key_head_dim"),
    valueHeads: read2.need("linear_num_value_heads"),
    valueSize: read2.need("linear_value_head_dim"),
    convWidth: read2.need("linear_conv_kernel_dim"),
    stateType: stateType(read2.text("mamba_ssm_dtype")),
    sharedSize: read2.first("shared_expert_intermediate_size"),
    modes: moduleModes2(read2, unquantised)
  };
}
function layerCounts2(read2, layers) {
  let interval = read2.first("full_attention_interval");
  if (read2.value("layer_types") === void 0 && interval > 0) {
    let full2 = Math.floor(layers / interval);
    return { linear: layers - full2, full: full2 };
  }
  let kinds = layerList(read2, "layer_types"), count = (word) => kinds.filter((kind) => kind === word).length, [linear, full] = [count("linear_attention"), count("full_attention")];
  if (linear + full < kinds.length) throw read2.refusal("layer_types", "a list of linear_attention and full_attention");
  return { linear, full };
}
function stateType(name) {
  return name !== void 0 && Object.hasOwn(STATE_TYPES, name) ? name : "float32";
}
var MODES2 = {
  fp8: "fp8_static",
  mxfp8: "fp8",
  nvfp4: "nvfp4",
  w4a16_nvfp4: "w4a16_nvfp4"
}, ATTENTION2 = [".linear_attn.", ".self_attn."], SHARED = "shared_expert", DENSE = ".mlp";
function partOf(module) {
  let name = module.toLowerCase();
  return ATTENTION2.some((word) => name.includes(word)) ? "projection" : name.includes(SHARED) ? "shared" : name.includes(`${DENSE}.`) && !isRoutedExpert(name) ? "dense" : void 0;
}
var KEPT = {
  projection: (pattern) => ATTENTION2.some((word) => pattern.includes(word.slice(1, -1))),
  shared: (pattern) => pattern.includes(SHARED),
  dense: (pattern) => pattern.includes(DENSE) && !pattern.includes(SHARED)
};
function moduleModes2(read2, unquantised) {
  let modes = {}, patterns = unquantised.map((pattern) => pattern.toLowerCase());
  for (let part of Object.keys(KEPT)) patterns.some(KEPT[part]) && (modes[part] = "bfloat16");
  for (let [module, algorithm = ""] of read2.moduleAlgorithms()) {
    let part = partOf(module), mode = Object.hasOwn(MODES2, algorithm) ? MODES2[algorithm] : void 0;
    part !== void 0 && mode !== void 0 && (modes[part] = mode);
  }
  return modes;
}

// src/models/parts/delta-feed-forward.ts
var ROUTER_FROM2 = 128;
function routing(plan, prefix) {
  return { skew: plan.revision.expertSkew.QWEN35, attentionCp: 1, prefix, routerFrom: ROUTER_FROM2 };
}
function norm2(plan, prefix) {
  let width = 2 * plan.architecture.hiddenSize;
  return tokenOps.elementWise(plan, `${prefix}ffn_norm`, width, width);
}
var denseLayers2 = (plan, { modes }, prefix) => {
  let { interSize: width } = plan.architecture, quant = modes.dense ?? plan.quant.gemm;
  return [
    norm2(plan, prefix),
    ...gatedLayers(plan, { prefix, names: FEED_FORWARD_NAMES, width, quant }),
    tokenOps.allReduce(plan, `${prefix}ffn_ar`, plan.perLayer)
  ];
}, feedForwardInTurn = (plan, net, prefix) => {
  if (plan.architecture.experts === 0) return denseLayers2(plan, net, prefix);
  let shared2 = { prefix: `${prefix}shared_`, width: net.sharedSize, hasLowPrecisionInput: !0 };
  return [
    norm2(plan, prefix),
    ...routedExperts(plan, routing(plan, prefix)),
    ...net.sharedSize === 0 ? [] : plainLayers(plan, shared2)
  ];
}, BACKENDS3 = {
  trtllm: {
    gatesAtMerge: !1,
    sendsAlone: !0,
    inDecode: ({ router: router2, before, experts: experts2, shared: shared2, merge: merge2, after }) => [
      ...[router2, before, experts2, shared2, merge2, after].flat()
    ]
  },
  sglang: {
    gatesAtMerge: !0,
    sendsAlone: !1,
    inDecode: ({ router: router2, before, experts: experts2, shared: shared2, merge: merge2, after }, beside) => [
      ...[before, beside([...router2, ...experts2], shared2), merge2, after].flat()
    ]
  },
  vllm: {
    gatesAtMerge: !1,
    sendsAlone: !0,
    inDecode: ({ router: router2, before, experts: experts2, shared: shared2, merge: merge2, after }, beside) => [
      ...[beside([...router2, ...before, ...experts2], shared2), merge2, after].flat()
    ]
  }
}, feedForwardAtOnce = (plan, net, prefix) => {
  if (plan.architecture.experts === 0) return denseLayers2(plan, net, prefix);
  let { inDecode } = BACKENDS3[plan.backend], parts2 = expertParts(plan, net, prefix), { router: router2, before, experts: experts2, after, shared: shared2, merge: merge2 } = parts2;
  if (plan.phase === "context")
    return [norm2(plan, prefix), ...router2, ...before, ...experts2, ...after, ...shared2, ...merge2];
  let beside = (routed, other) => other.length === 0 ? routed : [{ kind: "overlap", name: `generation_${prefix}moe_overlap`, count: 1, branches: [routed, other] }];
  return [norm2(plan, prefix), ...inDecode(parts2, beside)];
};
function expertParts(plan, net, prefix) {
  let options = { ...routing(plan, prefix), isReduced: !0 }, { gatesAtMerge, sendsAlone } = BACKENDS3[plan.backend], { hiddenSize } = plan.architecture, merge2 = tokenOps.elementWise(plan, `${prefix}shared_merge`, (gatesAtMerge ? 3 : 2) * hiddenSize, hiddenSize);
  return {
    router: choice(plan, options),
    before: sendsAlone || plan.layout.dp > 1 ? [dispatch(plan, "pre", options)] : [],
    experts: [expertLayer(plan, options)],
    after: [dispatch(plan, "post", options)],
    shared: net.sharedSize === 0 ? [] : sharedExpert(plan, net, prefix),
    merge: net.sharedSize === 0 ? [] : [merge2]
  };
}
function sharedExpert(plan, { modes, sharedSize: width }, prefix) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, quant = modes.shared ?? plan.quant.gemm, layers = gatedLayers(plan, { prefix: `${prefix}shared_`, names: EXPERT_NAMES, width, quant });
  return BACKENDS3[plan.backend].gatesAtMerge ? layers : [
    gemm3(plan, `${prefix}shared_expert_gate_gemm`, 1, hiddenSize, { quant: "bfloat16", isNarrow: !0 }),
    ...layers,
    elementWise3(plan, `${prefix}shared_expert_gate_mul`, hiddenSize, hiddenSize)
  ];
}

// src/models/parts/delta-net.ts
var KERNELS4 = {
  context: [
    ["gdn_conv1d", "causal_conv1d_fn"],
    ["gdn_scan", "chunk_gated_delta_rule"]
  ],
  generation: [
    ["gdn_conv1d", "causal_conv1d_update"],
    ["gdn_recurrence", "fused_sigmoid_gating_delta_rule_update"]
  ]
};
function deltaNet(plan, net, rules) {
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { hiddenSize } = plan.architecture, { tp } = plan.layout, quant = net.modes.projection ?? plan.quant.gemm, [keys, values] = [net.keyHeads * net.keySize, net.valueHeads * net.valueSize], inputs = Math.floor((rules.keyMatrices * keys + 2 * values) / tp), heads = Math.floor(2 * net.valueHeads / tp), headProduct = gemm3(plan, "gdn_in_proj_ba_gemm", heads, hiddenSize, { quant, isNarrow: !0 });
  return [
    elementWise3(plan, "gdn_norm", 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, "gdn_in_proj_gemm", inputs, hiddenSize, { quant }),
    ...rules.hasHeadProduct ? [headProduct] : [],
    ...KERNELS4[plan.phase].map(([name, kernel]) => kernelOf3(plan, net, { name, kernel, rules })),
    gemm3(plan, "gdn_out_proj_gemm", hiddenSize, Math.floor(values / tp), { quant, hasLowPrecisionInput: !0 })
  ];
}
function kernelOf3(plan, net, { name, kernel, rules: { isSharded } }) {
  let ranks = isSharded ? plan.layout.tp : 1, { keySize, valueSize, convWidth, stateType: stateType2 } = net;
  return {
    kind: "gdn",
    name: `${plan.phase}_${name}`,
    count: plan.perLayer,
    kernel,
    hiddenSize: plan.architecture.hiddenSize,
    keyHeads: Math.floor(net.keyHeads / ranks),
    keySize,
    valueHeads: Math.floor(net.valueHeads / ranks),
    valueSize,
    convWidth,
    stateType: stateType2
  };
}

// src/models/families/qwen35.ts
var RULES = {
  coarse: {
    keyMatrices: 3,
    hasHeadProduct: !1,
    isSharded: !1,
    queryMatrices: 1,
    normsQueries: !1,
    reducesAtGather: !1,
    feedForward: feedForwardInTurn,
    kvBytes: (_, plan, tokens) => groupedKvBytes(plan, tokens)
  },
  close: {
    keyMatrices: 2,
    hasHeadProduct: !0,
    isSharded: !0,
    queryMatrices: 2,
    normsQueries: !0,
    reducesAtGather: !0,
    feedForward: feedForwardAtOnce,
    kvBytes: stateAndKvBytes
  }
}, qwen35 = (read2, facts) => {
  let net = deltaNetFacts(read2, facts), isMoe = facts.experts > 0;
  return {
    isMoe,
    activationProfile: "other",
    hasDispatchWorkspace: !1,
    hasExchanges: !1,
    splitsSequences: !1,
    operations: (plan) => phaseOperations11(plan, net),
    kvBytesPerSequence: (plan, tokens) => RULES[plan.revision.deltaNets].kvBytes(net, plan, tokens),
    quantRules: [],
    measured: everywhere([...isMoe ? EXPERT_CHECKS : [], ...GROUPED_CHECKS]),
    mismatch: (plan) => headMismatch2(plan, net) ?? (isMoe ? expertMismatch(plan) : void 0)
  };
};
function headMismatch2({ layout: { tp } }, { keyHeads, valueHeads }) {
  if (!(keyHeads % tp === 0 && valueHeads % tp === 0))
    return `${keyHeads} heads of keys and ${valueHeads} of values do not split over ${tp} GPUs`;
}
function phaseOperations11(plan, facts) {
  let { allReduce: allReduce3, embedding: embedding3, logits: logits2, pointToPoint: pointToPoint3 } = tokenOps, rules = RULES[plan.revision.deltaNets], net = plan.revision.readsUnquantised ? facts : { ...facts, modes: {} };
  return [
    embedding3(plan, Math.floor(plan.architecture.vocabSize / plan.layout.tp)),
    allReduce3(plan, "embedding_ar", plan.once),
    ...linearLayers({ ...plan, perLayer: net.linear * plan.once }, net, rules),
    ...fullLayers2({ ...plan, perLayer: net.full * plan.once }, net, rules),
    logits2(plan),
    pointToPoint3(plan)
  ];
}
function linearLayers(plan, net, rules) {
  return net.linear === 0 ? [] : [...deltaNet(plan, net, rules), ...reduction(plan, "gdn_ar", rules), ...rules.feedForward(plan, net, "gdn_")];
}
function fullLayers2(plan, net, rules) {
  if (net.full === 0) return [];
  let { elementWise: elementWise3, gemm: gemm3 } = tokenOps, { heads, headSize, hiddenSize } = plan.architecture, width = Math.floor(heads / plan.layout.tp) * headSize, qkv = rules.queryMatrices * width + kvHeadsPerGpu(plan) * headSize * 2, quant = net.modes.projection ?? plan.quant.gemm;
  return [
    elementWise3(plan, "full_attn_norm", 2 * hiddenSize, 2 * hiddenSize),
    gemm3(plan, "qkv_gemm", qkv, hiddenSize, { quant }),
    attention(plan, { usesQkNorm: rules.normsQueries }),
    gemm3(plan, "proj_gemm", hiddenSize, width, { quant, hasLowPrecisionInput: !0 }),
    ...reduction(plan, "full_ar", rules),
    ...rules.feedForward(plan, net, "full_")
  ];
}
function reduction(plan, name, { reducesAtGather }) {
  let { architecture, backend, layout } = plan;
  return reducesAtGather && backend === "sglang" && architecture.experts > 0 && layout.dp > 1 ? [] : [tokenOps.allReduce(plan, name, plan.perLayer)];
}
var WINDOW_ELEMENT2 = 2;
function stateAndKvBytes(net, plan, tokens) {
  let { keyHeads, keySize, valueHeads, valueSize, convWidth, stateType: stateType2 } = net, { tp } = plan.layout, kv = tokens * KV_CACHE_QUANT[plan.quant.kvCache].bytes * (net.full * 2 * kvHeadsPerGpu(plan) * plan.architecture.headSize), state = Math.floor(valueHeads / tp) * keySize * valueSize * STATE_TYPES[stateType2], channels = Math.floor((2 * keyHeads * keySize + valueHeads * valueSize) / tp);
  return kv + net.linear * (state + channels * (convWidth - 1) * WINDOW_ELEMENT2);
}

// src/models/families/step3p7.ts
var step3p7 = (read2, facts) => {
  let hybrid = stepFacts(read2, facts), sharedSize2 = read2.ofRoot("share_expert_dim"), routed = layersThat(hybrid, ({ isRouted }) => isRouted);
  return {
    isMoe: !0,
    activationProfile: "moe",
    hasDispatchWorkspace: !0,
    workspaceWidth: ({ hiddenSize }) => hiddenSize,
    hasExchanges: !1,
    splitsSequences: !0,
    operations: (plan) => {
      let routedLayers2 = { ...plan, perLayer: routed * plan.once }, part = { prefix: "shared_expert_dense_", width: sharedSize2, splitsFirst: !0 }, layers = hybridOperations(plan, hybrid, { skew: plan.revision.expertSkew.STEP3P7 });
      return sharedSize2 === 0 ? layers : [...layers, ...gatedLayers(routedLayers2, part)];
    },
    kvBytesPerSequence: (plan, tokens) => kvBytes2(plan, hybrid, tokens),
    quantRules: [],
    measured: everywhere([...EXPERT_CHECKS, ...GROUPED_CHECKS]),
    mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
  };
};
function stepFacts(read2, facts) {
  let full = fullAttention(facts), other = read2.value("attention_other_setting"), sizeOf = (key) => isObject(other) ? countOf(other[key]) : 0, isRouted = routedTest(read2);
  return {
    full,
    windowed: {
      ...full,
      heads: sizeOf("num_attention_heads") || full.heads,
      headSize: sizeOf("head_dim") || full.headSize,
      windowSize: read2.first("sliding_window", "sliding_window_size")
    },
    denseSize: facts.interSize,
    layers: fullLayers(read2).map((isFull, layer) => ({ isFull, isRouted: isRouted(layer) })),
    gatesHeads: read2.value("use_head_wise_attn_gate") === !0
  };
}
function countOf(value) {
  return typeof value == "number" && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
function routedTest(read2) {
  let listed = read2.value("moe_layers_enum");
  if (listed == null) {
    let dense = read2.orElse(0, "first_k_dense_replace");
    return (layer) => layer >= dense;
  }
  let numbers = (typeof listed == "string" ? listed.split(",") : Array.isArray(listed) ? listed : void 0)?.map((name) => typeof name == "string" && name.trim() === "" ? Number.NaN : Number(name));
  if (numbers === void 0 || !numbers.every(Number.isSafeInteger))
    throw read2.refusal("moe_layers_enum", "numbers of layers");
  let routed = new Set(numbers);
  return (layer) => routed.has(layer);
}
function kvBytes2(plan, { full, windowed, layers }, tokens) {
  let inWindow = Math.min(tokens, windowed.windowSize || tokens), kept = layers.reduce((sum3, { isFull }) => sum3 + (isFull ? tokens : inWindow), 0);
  return 2 * Math.ceil(full.kvHeads / plan.layout.tp) * full.headSize * KV_CACHE_QUANT[plan.quant.kvCache].bytes * kept;
}

// src/models/families.ts
var FAMILIES = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: kimiK25,
  KIMIK3: kimiK3,
  DEEPSEEKV32: deepseekV32,
  DEEPSEEKV4: deepseekV4,
  NEMOTRONNAS: nemotronNas,
  NEMOTRONH: nemotronH,
  HYBRIDMOE: hybridMoe,
  STEP3P7: step3p7,
  QWEN35: qwen35,
  QWEN3VL: qwen3Vl,
  QWEN3VL_MOE: qwen3VlMoe,
  GEMMA4MIX: gemma4Mix,
  MINIMAXM3: minimaxM3
};

// src/models/field-names.ts
var SPELLINGS = {
  hidden_size: ["n_embd", "n_embed", "d_model"],
  num_hidden_layers: ["n_layer", "n_layers", "num_layers"],
  num_attention_heads: ["n_head", "n_heads", "num_heads"],
  num_key_value_heads: ["num_kv_heads", "n_head_kv", "multi_query_group_num"],
  intermediate_size: ["ffn_dim", "n_inner", "ffn_hidden_size"],
  vocab_size: ["padded_vocab_size"],
  max_position_embeddings: ["model_max_length", "n_positions", "seq_length"],
  n_routed_experts: ["moe_num_experts"],
  num_experts_per_tok: ["moe_k", "moe_topk"],
  n_shared_experts: ["moe_num_shared_experts", "num_shared_experts", "num_shared_expert"],
  first_k_dense_replace: ["moe_layer_start_index"]
}, BY_LAYER = ["num_experts_per_tok", "moe_topk", "moe_intermediate_size", "num_shared_expert", "intermediate_size"];
function usualSpelling(config2) {
  let plain = Object.fromEntries(Object.entries(config2).map(([key, value]) => [key, oneValue(key, value)])), added = Object.entries(SPELLINGS).flatMap(([usual, others]) => {
    let other = others.find((name) => isNumber(plain[name]));
    return isNumber(plain[usual]) || other === void 0 ? [] : [[usual, plain[other]]];
  });
  return { ...plain, ...Object.fromEntries(added) };
}
function oneValue(key, value) {
  return BY_LAYER.includes(key) && Array.isArray(value) ? value[0] ?? null : value;
}
var isNumber = (value) => typeof value == "number";

// src/models/quantisation.ts
var ALGORITHMS = {
  fp8: (source) => ({ gemm: isDynamic(source) ? "fp8" : "fp8_static", moe: "fp8" }),
  fp8_block: () => ({ gemm: "fp8_block", moe: "fp8_block" }),
  nvfp4: () => ({ gemm: "nvfp4", moe: "nvfp4" }),
  mxfp4: () => ({ gemm: "bfloat16", moe: "w4a16_mxfp4" }),
  mixed_precision: mixedPrecision,
  "compressed-tensors": compressedTensors,
  awq: packedIntegers,
  gptq: packedIntegers,
  "auto-round": packedIntegers,
  bitsandbytes: packedIntegers,
  // Of Llama 3.1 405B only the feed-forward is stored so, four fifths of the weights.
  fbgemm_fp8: () => ({ gemm: "fp8", moe: "fp8" })
}, FP8_ATTENTION = ["fp8", "fp8_block", "nvfp4"], SPELLINGS2 = {
  w4a16_mxfp4: "mxfp4",
  "mixed-precision": "mixed_precision",
  mixedprecision: "mixed_precision",
  awq_marlin: "awq",
  gptq_marlin: "gptq",
  auto_round: "auto-round"
}, KV_ALGORITHMS = {
  fp8: "fp8",
  e4m3: "fp8",
  e5m2: "fp8",
  fp16: "bfloat16",
  float16: "bfloat16",
  bf16: "bfloat16",
  bfloat16: "bfloat16"
};
function inferQuantisation(id, quantConfig2, hfQuantConfig) {
  let hf = isObject(hfQuantConfig?.quantization) ? hfQuantConfig.quantization : {}, config2 = quantConfig2 ?? hf, algorithm = canonicalAlgorithm(
    firstText(hf.quant_algo, config2.quant_algo, config2.quant_method, config2.quantization_method),
    config2
  ), kvCache = kvCacheAlgorithm(id, hf, config2);
  if (algorithm === void 0) return kvCache === void 0 ? {} : { kvCache };
  let modes = (Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : void 0)?.({ config: config2, hf });
  if (modes === void 0) throw unsupported(id, "quantisation", algorithm);
  return FP8_ATTENTION.includes(algorithm) || kvCache === "fp8" ? { ...modes, kvCache: "fp8", fmha: "fp8" } : kvCache === void 0 ? modes : { ...modes, kvCache };
}
function withExpertType(quant, expertType) {
  return String(expertType).toLowerCase() !== "fp4" || quant.moe === "nvfp4" ? quant : { ...quant, moe: "w4a8_mxfp4_mxfp8" };
}
function canonicalAlgorithm(found, config2) {
  if (found === void 0) return;
  let name = Object.hasOwn(SPELLINGS2, found) ? SPELLINGS2[found] : found, blocks = config2.weight_block_size;
  return name === "fp8" && Array.isArray(blocks) && blocks.length > 0 ? "fp8_block" : name;
}
function kvCacheAlgorithm(id, hf, config2) {
  let named3 = firstText(
    hf.kv_cache_quant_algo,
    config2.kv_cache_quant_algo,
    config2.kv_cache_quant_method,
    config2.kv_cache_dtype
  );
  if (named3 !== void 0) {
    let mode = Object.hasOwn(KV_ALGORITHMS, named3) ? KV_ALGORITHMS[named3] : void 0;
    if (mode === void 0) throw unsupported(id, "KV cache quantisation", named3);
    return mode;
  }
  let scheme = config2.kv_cache_scheme;
  if (!isObject(scheme)) return;
  let type = String(scheme.type ?? "").toLowerCase();
  if (type.includes("fp8")) return "fp8";
  if (!(type !== "float" || typeof scheme.num_bits != "number"))
    return scheme.num_bits <= 8 ? "fp8" : scheme.num_bits >= 16 ? "bfloat16" : void 0;
}
function firstText(...values) {
  let found = values.find((value) => typeof value == "string" && value.trim() !== "");
  return typeof found == "string" ? found.trim().toLowerCase() : void 0;
}
function unsupported(id, what, value) {
  return new RenderError("MODEL_INVALID", {
    message: `model ${id} asks for the ${what} ${show(value ?? null)}, which is not modelled`,
    path: "spec.model"
  });
}
function withFallbacks(quant) {
  return { gemm: "bfloat16", moe: "bfloat16", kvCache: "bfloat16", fmha: "bfloat16", ...quant, comm: "half" };
}

// src/models/stand-ins.ts
var TEXT3 = { textConfig: "text_config" }, LLAMA = { like: "LlamaForCausalLM", verdict: "same" }, QWEN2 = { like: "Qwen2ForCausalLM", verdict: "same" }, QWEN3 = { like: "Qwen3ForCausalLM", verdict: "same" }, EXPERTS = { like: "Qwen3MoeForCausalLM", verdict: "near" }, LATENT = { like: "DeepseekV3ForCausalLM", verdict: "near" }, NEAR = { verdict: "near" }, TOWER = "a vision tower besides, which is not timed", WINDOW = "most layers keep a window of the tokens only, so that the cache is overstated", FOUR_NORMS = "four norms a layer in place of two", SHARED2 = "a shared expert in each layer of experts", STAND_INS = {
  MistralForCausalLM: LLAMA,
  Mistral3ForConditionalGeneration: { ...LLAMA, ...TEXT3, differences: TOWER },
  Phi3ForCausalLM: { ...LLAMA, differences: "queries, keys and values are one matrix, and so are gate and up" },
  GraniteForCausalLM: { ...LLAMA, differences: "multipliers of embeddings, residuals and logits" },
  InternLM2ForCausalLM: { ...LLAMA, differences: "queries, keys and values are one matrix" },
  InternLM3ForCausalLM: LLAMA,
  ExaoneForCausalLM: LLAMA,
  SmolLM3ForCausalLM: { ...LLAMA, differences: "every fourth layer has no rotary embedding" },
  Ernie4_5ForCausalLM: LLAMA,
  SeedOssForCausalLM: QWEN2,
  GlmForCausalLM: { ...QWEN2, differences: "half of a head is rotated" },
  Glm4ForCausalLM: { ...QWEN2, ...NEAR, differences: FOUR_NORMS },
  Qwen2_5_VLForConditionalGeneration: { ...QWEN2, ...TEXT3, differences: TOWER },
  Qwen2VLForConditionalGeneration: { ...QWEN2, ...TEXT3, differences: TOWER },
  HunYuanDenseV1ForCausalLM: QWEN3,
  Olmo2ForCausalLM: { ...QWEN3, ...NEAR, differences: "norms after attention and feed-forward, and over all heads" },
  Olmo3ForCausalLM: { ...QWEN3, ...NEAR, differences: `norms over all heads; ${WINDOW}` },
  Exaone4ForCausalLM: { ...QWEN3, ...NEAR, differences: `norms after attention and feed-forward; ${WINDOW}` },
  Gemma2ForCausalLM: { ...LLAMA, ...NEAR, differences: `${FOUR_NORMS}, soft caps of scores; ${WINDOW}` },
  Gemma3ForCausalLM: { ...QWEN3, ...NEAR, differences: `${FOUR_NORMS}; ${WINDOW}` },
  Gemma3ForConditionalGeneration: {
    ...QWEN3,
    ...NEAR,
    ...TEXT3,
    differences: `${FOUR_NORMS}; ${WINDOW}; ${TOWER}`,
    // transformers 5.24.0, Gemma3TextConfig; older files leave these out.
    defaults: {
      vocab_size: 262208,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      max_position_embeddings: 131072
    }
  },
  CohereForCausalLM: { ...LLAMA, ...NEAR, differences: "attention and feed-forward side by side after one norm" },
  Cohere2ForCausalLM: { ...LLAMA, ...NEAR, differences: `attention and feed-forward side by side; ${WINDOW}` },
  Starcoder2ForCausalLM: { ...LLAMA, ...NEAR, differences: "no gate, so that a third of the feed-forward is too much" },
  ApertusForCausalLM: { ...LLAMA, ...NEAR, differences: "no gate, so that a third of the feed-forward is too much" },
  MllamaForConditionalGeneration: {
    ...LLAMA,
    ...NEAR,
    ...TEXT3,
    skips: "cross_attention_layers",
    differences: "layers that attend to pictures are passed by, as for prompts of text alone"
  },
  Glm4MoeForCausalLM: { ...EXPERTS, nextn: 0, differences: `${SHARED2}, the first layers dense` },
  Glm4vMoeForConditionalGeneration: { ...EXPERTS, ...TEXT3, nextn: 0, differences: `${SHARED2}; ${TOWER}` },
  Ernie4_5_MoeForCausalLM: { ...EXPERTS, differences: "shared experts, the first layers dense" },
  HunYuanMoEV1ForCausalLM: { ...EXPERTS, differences: SHARED2 },
  OlmoeForCausalLM: { ...EXPERTS, differences: "norms of queries and keys over all heads" },
  BailingMoeV2ForCausalLM: { ...EXPERTS, differences: `${SHARED2}, the first layers dense, routing in groups` },
  SolarOpenForCausalLM: { ...EXPERTS, differences: SHARED2 },
  PhiMoEForCausalLM: { like: "MixtralForCausalLM", ...NEAR, differences: "layer norms with biases, another routing" },
  DeepseekV2ForCausalLM: { ...LATENT, nextn: 0, differences: "attention of the size of DeepSeek-V3, softmax routing" },
  Glm4MoeLiteForCausalLM: {
    ...LATENT,
    nextn: 0,
    differences: "timed with the attention of DeepSeek-V3, which has 128 heads"
  },
  Qwen3NextForCausalLM: { like: "Qwen3_5MoeForConditionalGeneration", verdict: "same" }
};
function standInOf(className) {
  return Object.hasOwn(STAND_INS, className) ? STAND_INS[className] : void 0;
}

// src/models/weights/count-weights.ts
function countWeights(shape, config2) {
  let { hiddenSize: h, vocabSize, experts: experts2, layersWith, matricesPerFfn } = shape, ffn = (width) => matricesPerFfn * h * width, router2 = layersWith.experts * h * experts2;
  return {
    plain: vocabSize * h * (shape.isTied ? 1 : 2) + shape.layers * shape.layerEmbedding + router2 + visionWeights(config2),
    dense: (shape.compressed === void 0 ? layersWith.attention * attention3(shape) : compressedAttention2(shape)) + layersWith.linear * linearLayer(shape) + (shape.interSizes?.reduce((sum3, width) => sum3 + ffn(width), 0) ?? layersWith.dense * ffn(shape.interSize)) + layersWith.experts * ffn(shape.sharedSize),
    experts: layersWith.experts * experts2 * matricesPerFfn * shape.expertInput * shape.expertSize
  };
}
function attention3({ hiddenSize: h, heads, kvHeads, headSize, latent }) {
  if (latent === void 0) return h * headSize * (2 * heads + 2 * kvHeads);
  let { queryRank, cacheRank, plainSize, rotarySize, valueSize } = latent, queryWidth = heads * (plainSize + rotarySize);
  return (queryRank > 0 ? queryRank * (h + queryWidth) : h * queryWidth) + h * (cacheRank + rotarySize) + cacheRank * heads * (plainSize + valueSize) + heads * valueSize * h;
}
var CHOSEN_RATIO = COMPRESSIONS.csa.ratio;
function compressedAttention2({ hiddenSize: h, heads, headSize, compressed }) {
  if (compressed === void 0) return 0;
  let { queryRank, outputRank, outputGroups, indexHeads, indexSize, ratios } = compressed, width = heads * headSize, projections2 = h * (queryRank + headSize) + width * (queryRank + outputRank) + outputGroups * outputRank * h, indexer = queryRank * indexHeads * indexSize + h * (2 * INDEX_ENTRIES * indexSize + indexHeads), ofLayer = (ratio) => {
    let { entries = 0 } = Object.values(COMPRESSIONS).find((one) => one.ratio === ratio) ?? {};
    return projections2 + 2 * h * entries * headSize + (ratio === CHOSEN_RATIO ? indexer : 0);
  };
  return ratios.reduce((sum3, ratio) => sum3 + ofLayer(ratio), 0);
}
function compressedCache({ headSize, compressed }, tokens) {
  if (compressed === void 0) return 0;
  let { indexSize, windowSize, ratios } = compressed, ofLayer = (ratio) => {
    let windowed = Math.min(tokens, windowSize) * headSize;
    if (ratio === 0) return windowed;
    let kept = Math.floor(tokens / ratio);
    return windowed + kept * headSize + (ratio === CHOSEN_RATIO ? kept * indexSize / 2 : 0);
  };
  return ratios.reduce((sum3, ratio) => sum3 + ofLayer(ratio), 0);
}
function linearLayer({ hiddenSize: h, linear }) {
  if (linear === void 0) return 0;
  let values = linear.valueHeads * linear.valueSize;
  return h * (2 * linear.keyHeads * linear.keySize + 2 * values + 2 * linear.valueHeads) + values * h;
}
function visionWeights({ vision_config: vision }) {
  if (!isObject(vision)) return 0;
  let size = (...keys) => keys.map((key) => Number(vision[key])).find((found) => found > 0) ?? 0, h = size("hidden_size", "embed_dim", "width"), inner = size("intermediate_size") || 4 * h;
  return size("num_hidden_layers", "depth", "layers") * (4 * h * h + 2 * h * inner);
}

// src/models/weights/model-shape.ts
var UNGATED = [
  "ApertusForCausalLM",
  "FalconForCausalLM",
  "NemotronForCausalLM",
  "NemotronHForCausalLM",
  "PhiForCausalLM",
  "Starcoder2ForCausalLM"
], LAYER_KINDS = {
  attention: ["*", "attention"],
  linear: ["M", "mamba"],
  dense: ["-", "mlp"],
  experts: ["E", "moe"]
};
function modelShape(text, className) {
  let config2 = usualSpelling(text), size = (...keys) => keys.map((key) => config2[key]).find(isSize) ?? 0, listed = layerList2(config2), layers = size("num_hidden_layers") || (listed?.length ?? 0), hiddenSize = size("hidden_size"), heads = size("num_attention_heads"), experts2 = size("num_local_experts", "n_routed_experts", "num_experts"), interSize = size("intermediate_size_mlp", "intermediate_size") || 4 * hiddenSize, expertSize = size("moe_intermediate_size", "intermediate_size"), delta = isObject(config2.linear_attn_config) ? config2.linear_attn_config : {}, linear = deltaSizes(delta) ?? linearSizes(size), latent = latentSizes(size), compressed = compressedSizes(config2, size, layers), pruned = prunedShape(config2, { layers, heads, hiddenSize });
  return {
    layers,
    hiddenSize,
    vocabSize: size("vocab_size"),
    heads,
    kvHeads: size("num_key_value_heads") || heads,
    headSize: size("head_dim", "attention_head_dim") || Math.floor(hiddenSize / Math.max(1, heads)),
    interSize,
    experts: experts2,
    expertSize,
    expertInput: size("moe_latent_size", "routed_expert_hidden_size") || hiddenSize,
    sharedSize: sharedSize(size, expertSize),
    layerEmbedding: size("vocab_size_per_layer_input") * size("hidden_size_per_layer_input"),
    ...latent && { latent },
    ...compressed && { compressed },
    ...linear && { linear },
    layersWith: layerKinds(size, listed, { layers, experts: experts2, linear: linearLayers2(size, { layers, delta, linear }) }),
    matricesPerFfn: UNGATED.includes(className) ? 2 : 3,
    isTied: config2.tie_word_embeddings === !0,
    ...pruned
  };
}
function prunedShape({ block_configs: blocks }, { layers, heads, hiddenSize }) {
  if (!Array.isArray(blocks)) return;
  let read2 = blocks.slice(0, layers).flatMap((block) => prunedBlock(block) ?? []), attended = read2.filter(({ headsPerGroup }) => headsPerGroup > 0);
  if (read2.length < layers || attended.length === 0) return;
  let kvHeads = Math.max(1, ...attended.map(({ headsPerGroup }) => Math.floor(heads / headsPerGroup))), interSizes = read2.flatMap(({ ffnFactor }) => ffnFactor > 0 ? [prunedWidth(ffnFactor, hiddenSize)] : []), layersWith = { attention: attended.length, linear: 0, dense: interSizes.length, experts: 0 };
  return { kvHeads, interSizes, layersWith };
}
var isSize = (value) => Number.isSafeInteger(value) && Number(value) > 0;
function sharedSize(size, expertSize) {
  return size("shared_expert_intermediate_size", "moe_shared_expert_intermediate_size") || size("n_shared_experts", "num_shared_experts") * expertSize || (size("intermediate_size_mlp") > 0 ? expertSize : 0);
}
function latentSizes(size) {
  let cacheRank = size("kv_lora_rank");
  if (cacheRank !== 0)
    return {
      queryRank: size("q_lora_rank"),
      cacheRank,
      plainSize: size("qk_nope_head_dim"),
      rotarySize: size("qk_rope_head_dim"),
      valueSize: size("v_head_dim")
    };
}
function compressedSizes({ compress_ratios: ratios }, size, layers) {
  if (Array.isArray(ratios))
    return {
      queryRank: size("q_lora_rank"),
      outputRank: size("o_lora_rank"),
      outputGroups: size("o_groups"),
      indexHeads: size("index_n_heads"),
      indexSize: size("index_head_dim"),
      windowSize: size("sliding_window"),
      ratios: ratios.slice(0, layers).map((ratio) => isSize(ratio) ? ratio : 0)
    };
}
function deltaSizes({ num_heads: heads, head_dim: headSize }) {
  if (!(!isSize(heads) || !isSize(headSize)))
    return { keyHeads: heads, valueHeads: heads, keySize: headSize, valueSize: headSize };
}
function linearLayers2(size, { layers, delta, linear }) {
  return linear === void 0 ? 0 : Array.isArray(delta.kda_layers) ? Math.min(layers, delta.kda_layers.length) : layers - Math.floor(layers / (size("full_attention_interval") || 1));
}
function linearSizes(size) {
  let deltaHeads = size("linear_num_value_heads");
  if (deltaHeads > 0) {
    let [keySize2, valueSize] = [size("linear_key_head_dim"), size("linear_value_head_dim")];
    return { keyHeads: size("linear_num_key_heads"), valueHeads: deltaHeads, keySize: keySize2, valueSize };
  }
  let stateHeads = size("mamba_num_heads");
  if (stateHeads === 0) return;
  let [keyHeads, keySize] = [size("n_groups") || 1, size("ssm_state_size")];
  return { keyHeads, valueHeads: stateHeads, keySize, valueSize: size("mamba_head_dim") };
}
function layerList2({
  hybrid_override_pattern: pattern,
  layers_block_type: list
}) {
  return typeof pattern == "string" ? [...pattern] : Array.isArray(list) && list.length > 0 ? list.map(String) : void 0;
}
function layerKinds(size, listed, { layers, experts: experts2, linear }) {
  if (listed !== void 0) {
    let count = (kind) => listed.filter((layer) => LAYER_KINDS[kind].includes(layer)).length;
    return { attention: count("attention"), linear: count("linear"), dense: count("dense"), experts: count("experts") };
  }
  let isRouted = experts2 > 1, leading = isRouted ? Math.min(layers, size("first_k_dense_replace")) : layers, step = isRouted && size("interleave_moe_layer_step", "decoder_sparse_step") || 1, routed = isRouted ? Math.floor((layers - leading) / step) : 0;
  return { attention: layers - linear, linear, dense: layers - routed, experts: routed };
}

// src/models/weights/weight-format.ts
var NONE2 = { form: "none", size: 1, bytes: 0 }, SQUARE = { form: "square", size: 128, bytes: 4 }, GROUP2 = { form: "group", size: 128, bytes: 2.5 }, NVFP4 = { form: "group", size: 16, bytes: 0 }, MXFP42 = { form: "group", size: 32, bytes: 1 }, SCALES = {
  bfloat16: NONE2,
  int8_wo: NONE2,
  int4_wo: GROUP2,
  fp8: NONE2,
  fp8_static: NONE2,
  sq: NONE2,
  fp8_block: SQUARE,
  fp8_ootb: NONE2,
  nvfp4: NVFP4,
  nvfp4_wo: NVFP4,
  w4a16_nvfp4: NVFP4,
  w4afp8: GROUP2,
  w4a16_mxfp4: MXFP42,
  w4a8_mxfp4_mxfp8: MXFP42,
  w4a8_mxfp4_mxfp8_trtllm: MXFP42,
  w4a16_mxfp4_cutlass: MXFP42
};
function weightFormat(mode, source) {
  let { form, size, bytes } = SCALES[mode], stored = mode in GEMM_QUANT ? GEMM_QUANT[mode].bytes : MOE_QUANT[mode].bytes;
  if (form === "none") return { bytes: stored, inputBlock: 1, outputBlock: 1 };
  let block = blockSize(source, form) ?? size, perScale = form === "square" ? block * block : block;
  return { bytes: stored + bytes / perScale, inputBlock: block, outputBlock: form === "square" ? block : 1 };
}
function blockSize({ config: config2, hf }, form) {
  let weights = (isObject(config2.config_groups) ? Object.values(config2.config_groups).filter(isObject) : []).map((group) => group.weights).filter(isObject), sizes = (form === "square" ? sides(config2) : [config2, hf, ...weights].map(({ group_size: length }) => length)).filter((length) => Number.isSafeInteger(length));
  return sizes.length === 0 ? void 0 : Math.max(1, ...sizes);
}
function sides({ weight_block_size: block }) {
  return Array.isArray(block) ? block : [];
}

// src/models/weights/model-weights.ts
var DATA_TYPES = ["bfloat16", "float16", "float32"], PLAIN_BYTES = 2;
function modelWeights({ className, config: config2, text, quant, quantSource: quantSource2 }) {
  let tied = config2.tie_word_embeddings, shape = modelShape(tied === void 0 ? text : { tie_word_embeddings: tied, ...text }, className), { gemm: gemm3 = "bfloat16", moe: moe2 = "bfloat16" } = quant, [dense, experts2] = [weightFormat(gemm3, quantSource2), weightFormat(moe2, quantSource2)], counts = countWeights(shape, config2), modes = [...new Set(shape.experts > 1 ? [gemm3, moe2] : [gemm3])].filter((mode) => mode !== "bfloat16");
  return {
    parameters: counts.plain + counts.dense + counts.experts,
    bytes: PLAIN_BYTES * counts.plain + dense.bytes * counts.dense + experts2.bytes * counts.experts,
    precision: modes.join(" and ") || void 0,
    dataType: DATA_TYPES.find(
      (type) => [text, config2].some((part) => part.torch_dtype === type || part.dtype === type)
    ),
    splitOver: (gpus) => gpus === 1 ? "tensor" : splitOver(shape, { dense, experts: experts2 }, gpus),
    mostGpus: shape.heads,
    cacheBytes: (gpus, tokens) => cacheBytes(shape, text, { gpus, tokens }) * (quant.kvCache === "fp8" ? 1 : 2)
  };
}
function splitOver(shape, { dense, experts: experts2 }, gpus) {
  let divides = (width, block2) => width % gpus === 0 && width / gpus % block2 === 0;
  if (!splitsAttention(shape, dense, gpus)) return;
  let block = Math.max(dense.inputBlock, dense.outputBlock);
  if (denseWidths(shape).every((width) => divides(width, block)))
    return shape.experts <= 1 || divides(shape.expertSize, Math.max(experts2.inputBlock, experts2.outputBlock)) ? "tensor" : shape.experts % gpus === 0 ? "expert" : void 0;
}
function denseWidths({ layersWith, interSize, interSizes, sharedSize: sharedSize2 }) {
  let dense = interSizes ?? (layersWith.dense > 0 ? [interSize] : []);
  return layersWith.experts > 0 && sharedSize2 > 0 ? [...dense, sharedSize2] : dense;
}
function splitsAttention(shape, { inputBlock, outputBlock }, gpus) {
  let { heads, kvHeads, headSize, latent, linear } = shape, isWhole = (count) => count % gpus === 0, isCopied = (count) => isWhole(count) || gpus % count === 0;
  if (!isWhole(heads) || !isCopied(kvHeads) || linear !== void 0 && !(isWhole(linear.valueHeads) && isCopied(linear.keyHeads))) return !1;
  let own2 = heads / gpus;
  if (latent !== void 0) {
    let { plainSize, rotarySize, valueSize } = latent;
    return [own2 * (plainSize + rotarySize), own2 * (plainSize + valueSize)].every((width) => width % outputBlock === 0) && own2 * valueSize % inputBlock === 0;
  }
  let keys = Math.max(1, kvHeads / gpus) * headSize;
  return [own2 * headSize, keys].every((width) => width % outputBlock === 0) && own2 * headSize % inputBlock === 0;
}
function cacheBytes(shape, { sliding_window: window, use_sliding_window: isUsed }, { gpus, tokens }) {
  let { latent, compressed, layersWith, kvHeads, headSize } = shape;
  if (compressed !== void 0) return compressedCache(shape, tokens);
  let kept = typeof window == "number" && window > 0 && isUsed !== !1 ? Math.min(window, tokens) : tokens, width = latent === void 0 ? 2 * Math.max(1, Math.ceil(kvHeads / gpus)) * headSize : latent.cacheRank + latent.rotarySize;
  return layersWith.attention * kept * width;
}

// src/models/architecture.ts
var MAX_LAYERS = 1024, MAX_EXPERTS = 4096;
function parseArchitecture(id, files) {
  let className = requireClass(id, files.config), known3 = isKnown(className) ? { name: className, ...architectureRow(className) } : void 0, found = known3 === void 0 ? foreignModel(id, className, files) : knownModel(id, known3, files), { text } = found, read2 = factReader(id, { text, root: files.config, quantSource: quantSource(files, text) }), facts = commonFacts(read2, found);
  return { ...facts, model: familyOf(facts, read2), weights: weightsOf(facts, found) };
}
function knownModel(id, { name, ...row }, files) {
  return { id, name, standsFor: name, row, text: textConfig(files.config, row.textConfig), files, skippedLayers: 0 };
}
function foreignModel(id, name, files) {
  let standIn = standInOf(name), like = standIn === void 0 ? {} : architectureRow(standIn.like), spelt = usualSpelling(textConfig(files.config, "text_config")), text = { num_key_value_heads: spelt.num_attention_heads ?? null, ...standIn?.defaults, ...spelt };
  requireSizes(id, name, text);
  let skipped = standIn?.skips === void 0 ? void 0 : text[standIn.skips], skippedLayers = Array.isArray(skipped) ? skipped.length : 0;
  return { id, name, standsFor: standIn?.like, row: { ...like, ...standIn }, text, files, skippedLayers };
}
var SIZES = ["hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size"];
function requireSizes(id, name, text) {
  let hasLayers = (key) => key === "num_hidden_layers" && listedLayers(text) !== void 0, missing = SIZES.filter((key) => text[key] === void 0 && !hasLayers(key));
  if (missing.length !== 0)
    throw new RenderError("FAMILY_UNSUPPORTED", {
      message: `model ${id} has the architecture ${show(name)}, which belongs to no known family, and its configuration lacks what a sizing from memory needs: ${missing.join(", ")}`,
      path: "spec.model",
      hint: `add the fields to its config.json; ${KNOWN}`
    });
}
function familyOf(facts, read2) {
  let { family, name, standsFor } = facts;
  if (family === void 0) return "unmodelled";
  if (name === standsFor) return FAMILIES[family](read2, facts);
  try {
    return FAMILIES[family](read2, facts);
  } catch (error2) {
    if (error2 instanceof RenderError) return "unmodelled";
    throw error2;
  }
}
function weightsOf({ name, quant }, { files: { config: config2, hfQuantConfig }, text }) {
  return modelWeights({
    className: name,
    config: config2,
    text,
    quant,
    quantSource: quantSource({ config: config2, hfQuantConfig }, text)
  });
}
function commonFacts(read2, { id, name, standsFor, row, text, files, skippedLayers }) {
  let { family, hasQkNorm = !1, windowSize = 0, nextn = 0 } = row, { need, first, orElse } = read2, layers = layerCount(read2, text) - skippedLayers, heads = need("num_attention_heads"), hiddenSize = need("hidden_size"), quantisation = quantConfig(files.config, text), experts2 = first("num_local_experts", "n_routed_experts", "moe_num_experts", "num_experts");
  return requireBounded(id, layers, experts2), {
    id,
    name,
    standsFor,
    family,
    layers,
    hiddenSize,
    heads,
    kvHeads: first("num_key_value_heads"),
    headSize: first("head_dim", "attention_head_dim") || Math.floor(hiddenSize / heads),
    interSize: first("intermediate_size"),
    vocabSize: need("vocab_size"),
    contextLength: name === standsFor ? need("max_position_embeddings") : first("max_position_embeddings") || void 0,
    experts: experts2,
    topk: orElse(0, "num_experts_per_tok", "top_k_experts", "moe_top_k", "num_experts_per_token"),
    moeInterSize: first("moe_intermediate_size", "intermediate_size"),
    usesQkNorm: hasQkNorm,
    windowSize,
    nextn: orElse(nextn, "num_nextn_predict_layers"),
    hasCustomCode: isObject(files.config.auto_map),
    quant: withExpertType(inferQuantisation(id, quantisation, files.hfQuantConfig), text.expert_dtype),
    unquantised: unquantisedModules(quantSource(files, text)),
    weightBlockSize: weightBlockSize(quantisation)
  };
}
function requireBounded(id, layers, experts2) {
  if (!(layers <= MAX_LAYERS && experts2 <= MAX_EXPERTS))
    throw new RenderError("LIMIT_EXCEEDED", {
      message: `model ${id} has ${layers} layers and ${experts2} experts; at most ${MAX_LAYERS} and ${MAX_EXPERTS} are modelled`,
      path: "spec.model"
    });
}
var DEFAULT_BLOCK_SIZE = 128;
function weightBlockSize(quantisation) {
  let blocks = quantisation?.weight_block_size, first = Array.isArray(blocks) ? blocks[0] : void 0;
  return typeof first == "number" && first > 0 ? first : DEFAULT_BLOCK_SIZE;
}
var KNOWN = `known architectures: ${Object.keys(ARCHITECTURES).join(", ")}`;
function isKnown(name) {
  return Object.hasOwn(ARCHITECTURES, name);
}
function requireClass(id, config2) {
  let names = config2.architectures, name = Array.isArray(names) ? names[0] : void 0;
  if (typeof name == "string" && CLASS_NAME.test(name)) return name;
  throw new RenderError("FAMILY_UNSUPPORTED", {
    message: `model ${id} has the architecture ${show(name ?? null)}, which belongs to no known family`,
    path: "spec.model",
    hint: KNOWN
  });
}
var CLASS_NAME = /^[A-Z]\w{2,99}$/;
function textConfig(config2, key) {
  let text = key === void 0 ? void 0 : config2[key];
  return isObject(text) ? text : config2;
}
function quantSource({ config: config2, hfQuantConfig }, text) {
  let hf = isObject(hfQuantConfig?.quantization) ? hfQuantConfig.quantization : {};
  return { config: quantConfig(config2, text) ?? {}, hf };
}
function quantConfig(config2, text) {
  let found = config2.quantization_config ?? text.quantization_config;
  return isObject(found) ? found : void 0;
}
function layerCount({ need }, text) {
  return typeof text.num_hidden_layers == "number" ? need("num_hidden_layers") : listedLayers(text) ?? need("num_hidden_layers");
}
function listedLayers({ layers_block_type: list, hybrid_override_pattern: pattern }) {
  return Array.isArray(list) ? list.length : typeof pattern == "string" ? pattern.length : void 0;
}

// src/models/worker-plan.ts
function phasesOf(plan) {
  let { layers } = plan.architecture, scale = mtpScale(plan);
  return {
    context: { ...plan, phase: "context", perLayer: layers, once: 1 },
    generation: { ...plan, phase: "generation", perLayer: layers * scale, once: scale }
  };
}
function mtpScale({ architecture: { nextn, layers }, revision }) {
  if (nextn === 0) return 1;
  let expected = 0, probability = 1;
  for (let depth = 0; depth < nextn; depth += 1)
    probability *= revision.nextnAcceptRates[depth] ?? 0, expected += probability;
  return 1 / (1 + expected) * (nextn + layers) / layers;
}

// src/models/model.ts
function familyModel({ model, ...architecture }) {
  if (model !== "unmodelled") return model;
  throw familyUnsupported(architecture);
}
function isModelled({ model }) {
  return model !== "unmodelled";
}
function familyUnsupported({ id, name, family }) {
  return new RenderError("FAMILY_UNSUPPORTED", {
    message: `model ${id} (${name}) belongs to ${family === void 0 ? "no known family" : `the family ${family}, whose facts its configuration lacks`}`,
    path: "spec.model",
    hint: `modelled families: ${Object.keys(FAMILIES).join(", ")}`
  });
}
function operationLists({ operations }, plan) {
  let { context, generation } = phasesOf(plan);
  return { context: operations(context), generation: operations(generation) };
}

// src/perfdb/known-models.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { join as join2 } from "node:path";

// src/perfdb/package-folder.ts
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
function packageFolder(name) {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    try {
      if (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name === "dgdr-render") return join(folder, name);
    } catch {
    }
    if (folder === dirname(folder))
      throw new RenderError("INPUT_NOT_FOUND", { message: `no ${name}: package folder not found` });
  }
}

// src/perfdb/known-models.ts
var NOTHING_KNOWN = {
  files: () => {
  },
  alias: () => {
  },
  aliasFiles: (_, files) => files,
  likely: () => {
  },
  parameters: () => {
  },
  ids: () => [],
  described: () => [],
  aliases: () => []
}, FORMAT = 1, FILE = "models.json";
function openKnownModels(others, root2) {
  let read2, catalogue = () => (read2 ??= readCatalogue(root2 ?? packageFolder("catalogue")), read2), fromOthers = (id) => others().find(({ models }) => Object.hasOwn(models, id))?.models[id], described = () => [
    .../* @__PURE__ */ new Set([...others().flatMap(({ models }) => Object.keys(models)), ...catalogue().configs.keys()])
  ];
  return {
    files: (id) => {
      let known3 = catalogue().configs.get(id);
      return known3 === void 0 ? fromOthers(id) : { config: known3.config, hfQuantConfig: void 0 };
    },
    alias: (id) => catalogue().aliases.get(id),
    aliasFiles: ({ format, set }, files) => withFormat(withFields(files, set), format, catalogue()),
    likely: (id) => catalogue().likely.get(id),
    parameters: (id) => catalogue().configs.get(id)?.parameters,
    ids: () => [.../* @__PURE__ */ new Set([...described(), ...catalogue().aliases.keys()])],
    described,
    aliases: () => [...catalogue().aliases.keys()]
  };
}
function withFields(files, set) {
  let { text_config: text } = files.config;
  if (!isObject(text)) return { ...files, config: { ...files.config, ...set } };
  let inner = Object.entries(set).filter(([key]) => Object.hasOwn(text, key)), outer = Object.entries(set).filter(([key]) => !Object.hasOwn(text, key)), config2 = { ...files.config, ...Object.fromEntries(outer) };
  return { ...files, config: { ...config2, text_config: { ...text, ...Object.fromEntries(inner) } } };
}
function withFormat(files, name, { formats }) {
  if (name === void 0) return files;
  let format = formats.get(name);
  if (format === void 0) throw corrupt(`${FILE} has no format ${name}`);
  let { quantization_config: _, text_config: text, ...rest } = files.config;
  return {
    config: { ...{ ...rest, ...text !== void 0 && { text_config: withoutQuantisation(text) } }, ...format.config && { quantization_config: format.config } },
    hfQuantConfig: format.hf && { quantization: format.hf }
  };
}
function withoutQuantisation(text) {
  if (!isObject(text)) return text;
  let { quantization_config: _, ...rest } = text;
  return rest;
}
function readCatalogue(root2) {
  let index = parse2(readBytes(root2, "index.json"), "index.json");
  if (index.format !== FORMAT) throw corrupt(`the catalogue has format ${index.format}, this release reads ${FORMAT}`);
  let bytes = readBytes(root2, FILE);
  if (!isObject(index.files) || index.files[FILE] !== hashOf(bytes))
    throw corrupt(`${FILE} of the catalogue is not the file that its index.json was made with`);
  let all = parse2(bytes, FILE);
  return {
    formats: entriesOf(all.formats, (value) => value),
    configs: entriesOf(all.configs, ({ config: config2, parameters }) => {
      if (!isObject(config2) || typeof parameters != "number") throw corrupt(`${FILE} has a model without facts`);
      return { config: config2, parameters };
    }),
    aliases: entriesOf(all.aliases, toAlias),
    likely: new Map(Object.entries(isObject(all.likely) ? all.likely : {}).map(([id, like]) => [id, String(like)]))
  };
}
function toAlias({ like, format, isByName, set, parameters }) {
  return {
    like: String(like),
    format: format === void 0 ? void 0 : String(format),
    isByName: isByName === !0,
    set: isObject(set) ? set : {},
    parameters: typeof parameters == "number" ? parameters : void 0
  };
}
function entriesOf(value, read2) {
  if (!isObject(value)) throw corrupt(`${FILE} of the catalogue lacks a part`);
  return new Map(
    Object.entries(value).map(([id, entry]) => {
      if (!isObject(entry)) throw corrupt(`${FILE} of the catalogue has an entry ${id} that is no object`);
      return [id, read2(entry)];
    })
  );
}
function readBytes(root2, name) {
  try {
    return readFileSync2(join2(root2, name));
  } catch (error2) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `no catalogue of models: cannot read ${name} (${String(error2.code)})`,
      hint: "reinstall the package"
    });
  }
}
function parse2(bytes, name) {
  try {
    let value = JSON.parse(bytes.toString("utf8"));
    if (isObject(value)) return value;
  } catch {
  }
  throw corrupt(`${name} of the catalogue is not JSON`);
}

// src/profile/supplied-models.ts
function suppliedFor(id, supplied) {
  return Object.hasOwn(supplied, id) ? supplied[id] : void 0;
}
function isLike(model) {
  return model !== void 0 && "like" in model;
}

// src/model-ids.ts
import { posix } from "node:path";
var NAME2 = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, LONGEST_ID = 192, MODELS_FOLDER = "dgdr-models";
function isHubId(id) {
  if (id.length > LONGEST_ID) return !1;
  let names = id.split("/");
  return names.length <= 2 && names.every((name) => NAME2.test(name) && !/\.\.|\.$/.test(name));
}
var PLAIN = /^[\w./-]+$/;
function addModelCommand(id, file) {
  if (!isHubId(id)) return;
  let folder = posix.dirname(file), to = folder !== ".." && !folder.startsWith("../") && !posix.isAbsolute(folder) ? "" : ` --to ${PLAIN.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`;
  return `dgdr-render models add ${id}${to}`;
}

// src/models/id-spelling.ts
var RENAMED = [
  [/^meta-llama\/meta-llama-/, "meta-llama/llama-"],
  [/^neuralmagic\//, "redhatai/"],
  [/^thudm\//, "zai-org/"],
  [/^cohereforai\//, "coherelabs/"],
  [/^(nvidia\/.*)-fp4$/, "$1-nvfp4"]
], LETTERS_OF_A_SLIP = 4;
function sameModel(id, ids) {
  if (id.length > LONGEST_ID) return;
  let wanted = partsOf(id), others = ids.filter((other) => other !== id);
  return others.find((other) => isSame(wanted, partsOf(other))) ?? others.find((other) => !id.includes("/") && isSame(wanted, partsOf(nameOf(other)))) ?? others.find((other) => isSlip(wanted, partsOf(other)));
}
function nameOf(id) {
  return id.slice(id.lastIndexOf("/") + 1);
}
function partsOf(id) {
  return RENAMED.reduce((text, [before, now]) => text.replace(before, now), id.toLowerCase()).match(/[a-z]+|\d+|\//g) ?? [];
}
function isSame(one, other) {
  return one.length > 0 && one.length === other.length && one.every((part, i) => part === other[i]);
}
function isSlip(one, other) {
  if (one.length !== other.length) return !1;
  let at = one.findIndex((part, i) => part !== other[i]), [word = "", meant = ""] = [one[at], other[at]], isRestSame = one.slice(at + 1).every((part, i) => part === other[at + 1 + i]);
  return at >= 0 && isRestSame && isWord(word) && isWord(meant) && isOneEditApart(word, meant);
}
function isWord(part) {
  return part.length >= LETTERS_OF_A_SLIP && /^[a-z]/.test(part);
}
function isOneEditApart(one, other) {
  let [short, long] = one.length <= other.length ? [one, other] : [other, one], at = [...short].findIndex((letter, i) => letter !== long[i]);
  return at < 0 ? long.length - short.length === 1 : short.length !== long.length ? short.slice(at) === long.slice(at + 1) : short.slice(at + 1) === long.slice(at + 1) ? !0 : short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

// src/profile/unknown-model.ts
function unknownModel({ model, origin }, bundled) {
  let named3 = sameModel(model, idsOf(bundled)), likely = bundled.known.likely(model), isBundled = likely !== void 0 && idsOf(bundled).includes(likely), command = addModelCommand(model, origin?.file ?? ""), fetch = command === void 0 ? "" : `fetch its configuration with \`${command}\`, or `, hints = [
    named3 === void 0 ? void 0 : `did you mean ${named3}? Otherwise`,
    isBundled && `its shape is most likely that of ${likely}: say so with \`--model-like ${model}=${likely}\`, or`,
    `${fetch}supply its config.json with --model-config ${model}=PATH or spec.models of the function's config`
  ];
  return new RenderError("MODEL_UNKNOWN", {
    message: `model ${model} is not bundled, and nothing is downloaded while rendering`,
    path: "spec.model",
    origin,
    hint: hints.filter((hint) => hint !== void 0 && hint !== !1).join(" ")
  });
}
function unknownLike({ model, origin }, like, bundled) {
  let named3 = sameModel(like, idsOf(bundled));
  return new RenderError("MODEL_UNKNOWN", {
    message: `model ${model} is said to be like ${like}, which is not bundled`,
    path: "spec.model",
    origin,
    hint: `${named3 === void 0 ? "" : `did you mean ${named3}? `}dgdr-render models list has the models that are bundled`
  });
}
function idsOf({ data, known: known3 }) {
  return [...Object.keys(data.models().models), ...known3.ids()];
}

// src/profile/models.ts
function withModels(engine, supplied) {
  return {
    revision: engine.revision,
    ...engine.known !== void 0 && { known: engine.known },
    supplied,
    get data() {
      return engine.data;
    }
  };
}
function findArchitecture(request, engine, warn) {
  let { files, like, notes = [] } = findFiles(request, engine);
  for (let { code, ...details } of notes) warn?.(code, { ...details, origin: request.locate("spec.model") });
  let architecture = parseArchitecture(request.model, files);
  if (!request.mends.sizesForRequest && architecture.name !== architecture.standsFor)
    throw familyUnsupported(architecture);
  return {
    ...architecture,
    nextn: engine.revision.drafts.predictedTokens(architecture.nextn),
    ...like !== void 0 && { like }
  };
}
function findFiles(request, engine) {
  let { model } = request, supplied = suppliedFor(model, engine.supplied ?? {});
  if (supplied !== void 0 && !isLike(supplied)) return { files: supplied };
  let like = supplied?.like, bundle = bundledFor(request, engine), bundled = bundledFiles(model, bundle);
  if (bundled !== void 0) return { files: bundled, notes: like === void 0 ? [] : [ignoredLike(model, like)] };
  let found = like === void 0 ? aliasFiles(model, bundle) : filesOfLike(like, bundle);
  if (found !== void 0) return found;
  let asked = { model, origin: request.locate("spec.model") };
  throw like === void 0 ? unknownModel(asked, bundle) : unknownLike(asked, like, bundle);
}
function lookUpModel(id, { data, known: known3 = NOTHING_KNOWN }) {
  let bundle = { data, known: known3 }, bundled = bundledFiles(id, bundle), found = bundled === void 0 ? aliasFiles(id, bundle) : { files: bundled };
  if (found === void 0) throw unknownModel({ model: id, origin: void 0 }, bundle);
  return found;
}
function bundledFor({ mends }, { data, known: known3 = NOTHING_KNOWN }) {
  return { data, known: mends.knowsCatalogue ? known3 : NOTHING_KNOWN };
}
function bundledFiles(id, { data, known: known3 }) {
  let { models } = data.models();
  return Object.hasOwn(models, id) ? models[id] : known3.files(id);
}
function filesOfLike(like, bundle) {
  let files = bundledFiles(like, bundle);
  return files === void 0 ? aliasFiles(like, bundle) : { files, like };
}
function aliasFiles(id, bundle) {
  let alias = bundle.known.alias(id), files = alias && bundledFiles(alias.like, bundle);
  if (!(alias === void 0 || files === void 0))
    return { files: bundle.known.aliasFiles(alias, files), like: alias.like, notes: [aliasNote(id, alias)] };
}
function aliasNote(id, { like, format, isByName }) {
  let weights = format === void 0 || format === "none" ? "" : `, its weights in ${format}`;
  return { code: "MODEL_ALIAS", message: `${id} has the shape of the bundled model ${like}${weights}${isByName ? ", by its name alone" : ""}`, path: "spec.model" };
}
function ignoredLike(id, like) {
  return { code: "FIELD_IGNORED", message: `${id} is bundled itself; that it is like ${like} counts for nothing`, path: "spec.model", hint: `leave out that ${id} is like ${like}` };
}

// src/profile/answering.ts
function answeringEngine(request, engines) {
  let own2 = engines(request.engine), { family } = findArchitecture(request, own2), other = foreignEngine(own2, family, engines);
  if (other === void 0) return { engine: own2, foreignFamily: void 0 };
  let files = own2.data.models().models[request.model];
  return { engine: files === void 0 ? other : withModels(other, { [request.model]: files }), foreignFamily: family };
}
function foreignEngine(own2, family, engines) {
  if (!(family === void 0 || own2.revision.families.includes(family)))
    return ENGINE_NAMES.toReversed().map(engines).find(({ revision }) => revision.families.includes(family));
}
function warnAboutForeign(request, { engine, foreignFamily }, warn) {
  if (foreignFamily === void 0) return;
  let { revision, data } = engine;
  warn("ENGINE_FOREIGN", {
    message: `${request.model} is of the family ${foreignFamily}, which engine ${request.engine} of the target does not have: engine ${revision.name} over ${data.release} answers, by measurements of other releases of the backends`,
    path: "spec.model",
    origin: request.locate("spec.model"),
    hint: "compare the deployment with its latency targets before it serves"
  });
}

// src/profile/kept-sweeps.ts
var sweepAnew = (_, make) => make();
function keepSweeps() {
  let last, known3 = /* @__PURE__ */ new Map();
  return (inputs) => {
    inputs !== last && (known3 = /* @__PURE__ */ new Map()), last = inputs;
    let own2 = known3;
    return (what, make) => {
      let found = own2.get(what) ?? make();
      return own2.set(what, found), found;
    };
  };
}

// src/operations/resolver/boundary.ts
function transferFrom(measuredRoofline, measured2, roofline) {
  if (!(measured2 > 0) || !(measuredRoofline > 0) || !(roofline > 0))
    throw new DataMissing("nothing was measured near, and the roofline tells nothing");
  return roofline / (measuredRoofline / measured2);
}

// src/operations/resolver/nest.ts
function nestOf(slice, axes) {
  let columns = axes.map((name) => slice.column(name)), levels = axes.map((_, depth) => branches(columns, depth, slice.rowCount));
  return {
    levels: levels.map((rows, depth) => ({
      keys: depth === axes.length - 1 ? columns[depth] : Float64Array.from(rows, (row) => columns[depth][row]),
      starts: childStarts(rows, levels[depth + 1])
    })),
    latencyMs: slice.column("latency")
  };
}
function branches(columns, depth, rowCount) {
  let found = new Int32Array(rowCount), count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    let isNew = row === 0;
    for (let i = 0; i <= depth && !isNew; i += 1) isNew = columns[i][row] !== columns[i][row - 1];
    isNew && (found[count++] = row);
  }
  return found.subarray(0, count);
}
function childStarts(own2, next) {
  if (next === void 0) return new Int32Array(0);
  let starts = new Int32Array(own2.length + 1), child = 0;
  for (let i = 0; i < own2.length; i += 1) {
    for (; next[child] < own2[i]; ) child += 1;
    starts[i] = child;
  }
  return starts[own2.length] = next.length, starts;
}
function firstNotBelow(keys, from, to, value) {
  let low = from, high = to;
  for (; low < high; ) {
    let middle = low + high >>> 1;
    keys[middle] < value ? low = middle + 1 : high = middle;
  }
  return low;
}
function isPositive(timeMs) {
  return timeMs > 0 && timeMs < Number.POSITIVE_INFINITY;
}

// src/operations/resolver/curves.ts
function curveTime(curve, x, speedOfLight) {
  let { keys, latencyMs: latencyMs2 } = curve, last = keys.length - 1;
  if (last < 0) throw new DataMissing("no measured points");
  if (x >= keys[0] && x <= keys[last]) return insideCurve(curve, x);
  let edge = x < keys[0] ? 0 : last;
  return transferFrom(speedOfLight(keys[edge]), latencyMs2[edge], speedOfLight(x));
}
function insideCurve({ keys, latencyMs: latencyMs2 }, x) {
  let above = firstNotBelow(keys, 0, keys.length, x);
  if (keys[above] === x) return latencyMs2[above];
  let weight = (x - keys[above - 1]) / (keys[above] - keys[above - 1]);
  return latencyMs2[above - 1] + (latencyMs2[above] - latencyMs2[above - 1]) * weight;
}
function curvesOf(slice, by, over) {
  let columns = by.map((name) => slice.column(name)), [keys, latency] = [slice.column(over), slice.column("latency")], curves = /* @__PURE__ */ new Map(), start = 0;
  for (let row = 1; row <= slice.rowCount; row += 1) {
    if (row < slice.rowCount && columns.every((column) => column[row] === column[row - 1])) continue;
    let id = columns.map((column) => column[start]).join(" ");
    curves.set(id, { keys: keys.subarray(start, row), latencyMs: latency.subarray(start, row) }), start = row;
  }
  return curves;
}

// src/operations/resolver/weights.ts
var NEAREST = 4, NEEDED = NEAREST + 1, TINY = 1e-12;
function meanShare(count, squares, shares) {
  if (count === 0) throw new DataMissing("no measured point is of use");
  let used = Math.min(count, NEAREST), radius = count > NEAREST ? Math.sqrt(squares[NEAREST]) : Number.POSITIVE_INFINITY, weighed = 0, weights = 0;
  for (let i = 0; i < used; i += 1) {
    let weight = weightOf(Math.sqrt(squares[i]), radius);
    weighed += weight * shares[i], weights += weight;
  }
  return weights > 0 ? weighed / weights : plainMean(used, shares);
}
function plainMean(count, shares) {
  let sum3 = 0;
  for (let i = 0; i < count; i += 1) sum3 += shares[i];
  return sum3 / count;
}
function weightOf(distance, radius) {
  return radius === Number.POSITIVE_INFINITY ? 1 / (distance * distance + TINY) : fadedWeight(distance, radius);
}
function fadedWeight(distance, radius) {
  let faded = Math.max(radius - distance, 0) / (radius * distance + TINY);
  return faded * faded;
}

// src/operations/resolver/nearest-points.ts
var SMALLEST = 1e-12;
function logOf(value) {
  return Math.log2(Math.max(value, SMALLEST));
}
function squareOf(difference) {
  return difference * difference;
}
var TOLD_APART = 1e-13;
function isToldApart(one, other, log) {
  if (one.lastLog === other.lastLog && one.outerSquare <= other.outerSquare && one.place < other.place) return !0;
  let square = one.outerSquare + squareOf(one.lastLog - log), otherSquare = other.outerSquare + squareOf(other.lastLog - log);
  return otherSquare - square > otherSquare * TOLD_APART;
}
function changeOf(one, other) {
  return (one.outerSquare + squareOf(one.lastLog) - other.outerSquare - squareOf(other.lastLog)) / (2 * (one.lastLog - other.lastLog));
}
var UNKNOWN = -1, USELESS = 0, NearestPoints = class {
  #nest;
  #speedOfLight;
  /** Points that the search keeps. */
  #most = 0;
  /** Logarithms of the keys of each level, and of the point that is asked for. */
  #logs;
  #wanted;
  /** The smallest and the largest logarithm of each level, and the square of how far the point that is asked for lies outside. */
  #ranges;
  #gaps;
  /** Keys of the point that is looked at. */
  #keys;
  /** By level the square of the distance of the node that is looked at, along its axis and those outside. */
  #outer;
  /** Shares of the roofline that the points reach. */
  #shares;
  /** The nearest useful points so far, in the order of their distances, then of their places. */
  #count = 0;
  /** No point is kept whose square is larger: a line's next point is near to what the last one was near to. */
  #bound = Number.POSITIVE_INFINITY;
  #squares;
  #outerSquares;
  #places;
  #nearShares = new Float64Array(NEEDED);
  /** `most` is how many points any search may keep. */
  constructor(nest, speedOfLight, most) {
    this.#nest = nest, this.#speedOfLight = speedOfLight, this.#logs = nest.levels.map(({ keys }) => Float64Array.from(keys, logOf)), this.#ranges = this.#logs.map((logs) => [
      logs.reduce(min, Number.POSITIVE_INFINITY),
      logs.reduce(max, Number.NEGATIVE_INFINITY)
    ]), this.#wanted = new Float64Array(nest.levels.length), this.#gaps = new Float64Array(nest.levels.length), this.#keys = new Float64Array(nest.levels.length), this.#outer = new Float64Array(nest.levels.length), this.#shares = new Float64Array(nest.latencyMs.length).fill(UNKNOWN), this.#squares = new Float64Array(most), this.#outerSquares = new Float64Array(most), this.#places = new Int32Array(most);
  }
  /** The nearest points of use to one, by its logarithms on all axes: the nearest first, of equals the one that stands first. */
  near(logs) {
    this.#search((axis) => logs[axis], this.#squares.length);
    let lastLogs = this.#logs[this.#logs.length - 1];
    return Array.from({ length: this.#count }, (_, i) => {
      let place = this.#places[i], [square, outerSquare] = [this.#squares[i], this.#outerSquares[i]];
      return { place, square, outerSquare, lastLog: lastLogs[place], share: this.#shares[place] };
    });
  }
  /** The share of the roofline that is expected at a point. @throws DataMissing where no point is of use */
  meanShare(point) {
    this.#search((axis) => logOf(point[axis]), NEEDED);
    for (let i = 0; i < this.#count; i += 1) this.#nearShares[i] = this.#shares[this.#places[i]];
    return meanShare(this.#count, this.#squares, this.#nearShares);
  }
  #search(logAt, most) {
    let last = this.#wanted.length - 1, isSameLine = this.#most === most && this.#count === most;
    for (let axis = 0; axis <= last; axis += 1) {
      let log = logAt(axis);
      isSameLine &&= axis === last || this.#wanted[axis] === log, this.#wanted[axis] = log;
      let [least, most2] = this.#ranges[axis];
      this.#gaps[axis] = gapSquare(log, least, most2);
    }
    this.#bound = isSameLine ? this.#farthestKept() : Number.POSITIVE_INFINITY, this.#count = 0, this.#most = most, this.#visit(0, 0, this.#nest.levels[0].keys.length);
  }
  /** The largest square of the points that the last search kept, by their distance from a point of the same line. */
  #farthestKept() {
    let last = this.#wanted.length - 1, farthest = 0;
    for (let i = 0; i < this.#count; i += 1) {
      let log = this.#logs[last][this.#places[i]];
      farthest = Math.max(farthest, this.#outerSquares[i] + squareOf(log - this.#wanted[last]));
    }
    return farthest;
  }
  /**
   * Looks at the nodes `from` to `to` of a level, the nearest first: their distances along the level's axis only grow to
   * either side, so that a side ends where it is farther away than all that is kept, with the least that the levels inside
   * add. Sums are rounded the same way for larger parts, so that no point is passed by that is nearer.
   */
  #visit(depth, from, to) {
    let { keys, starts } = this.#nest.levels[depth], logs = this.#logs[depth], wanted = this.#wanted[depth], before = depth === 0 ? 0 : this.#outer[depth - 1], isLast = depth === this.#logs.length - 1, up = firstNotBelow(logs, from, to, wanted), down = up - 1;
    for (; up < to || down >= from; ) {
      let upSquare = up < to ? squareOf(logs[up] - wanted) : Number.POSITIVE_INFINITY, downSquare = down >= from ? squareOf(logs[down] - wanted) : Number.POSITIVE_INFINITY, isUp = upSquare < downSquare, square = before + (isUp ? upSquare : downSquare);
      if (this.#isTooFar(depth, square)) return;
      let node2 = isUp ? up++ : down--;
      this.#keys[depth] = keys[node2], isLast ? this.#consider(node2, square, before) : (this.#outer[depth] = square, this.#visit(depth + 1, starts[node2], starts[node2 + 1]));
    }
  }
  /** Whether everything inside a node of such a square is farther away than all that is kept. */
  #isTooFar(depth, square) {
    let bound = this.#count < this.#most ? this.#bound : this.#squares[this.#most - 1];
    if (bound === Number.POSITIVE_INFINITY) return !1;
    let least = square;
    for (let axis = depth + 1; axis < this.#gaps.length; axis += 1) least += this.#gaps[axis];
    return least > bound;
  }
  /** Keeps a point that is near enough and of use. Points of equal distance keep the order in which they stand. */
  #consider(place, square, outerSquare) {
    let [squares, places, outerSquares] = [this.#squares, this.#places, this.#outerSquares], at = this.#count;
    for (; at > 0 && (square < squares[at - 1] || square === squares[at - 1] && place < places[at - 1]); ) at -= 1;
    if (!(at === this.#most || this.#shareAt(place) === USELESS)) {
      for (let i = Math.min(this.#count, this.#most - 1); i > at; i -= 1)
        squares[i] = squares[i - 1], outerSquares[i] = outerSquares[i - 1], places[i] = places[i - 1];
      squares[at] = square, outerSquares[at] = outerSquare, places[at] = place, this.#count = Math.min(this.#count + 1, this.#most);
    }
  }
  #shareAt(place) {
    let known3 = this.#shares[place];
    if (known3 !== UNKNOWN) return known3;
    let latencyMs2 = this.#nest.latencyMs[place], roofline = this.#speedOfLight(this.#keys), share = latencyMs2 > 0 && isPositive(roofline) ? roofline / latencyMs2 : USELESS;
    return this.#shares[place] = share, share;
  }
}, min = (a, b) => Math.min(a, b), max = (a, b) => Math.max(a, b);
function gapSquare(value, least, most) {
  return squareOf(value < least ? least - value : value > most ? value - most : 0);
}

// src/operations/resolver/mean-share.ts
var MeanShare = class {
  #points;
  /** Squares of the distances in the last answer, in the order of the points. */
  #squares;
  constructor(points) {
    this.#points = points, this.#squares = new Float64Array(points.length);
  }
  /** @throws DataMissing where no point is of use */
  at(log) {
    return this.#order(log), meanShare(
      this.#points.length,
      this.#squares,
      this.#points.map(({ share }) => share)
    );
  }
  /** Divides rooflines at ascending logarithms by the shares there, each within a range of them. @throws DataMissing */
  divide(rooflines, logs, { from, end }) {
    for (let i = from; i < end; ) {
      let share = this.at(logs[i]), next = this.#points.length < NEEDED ? i : this.#orderedBelow(logs, { from: i, end });
      next > i ? this.#divideOrdered(rooflines, logs, { from: i, end: next }) : rooflines[i] /= share, i = Math.max(next, i + 1);
    }
  }
  /** Puts the points in the order of their distances, of equals the one that stands first in the grid. */
  #order(log) {
    let squares = this.#squares, points = this.#points;
    for (let i = 0; i < points.length; i += 1) {
      let point = points[i], square = point.outerSquare + squareOf(point.lastLog - log), at = i;
      for (; at > 0 && (square < squares[at - 1] || square === squares[at - 1] && point.place < points[at - 1].place); )
        at -= 1;
      squares.copyWithin(at + 1, at, i), squares[at] = square, at < i && (points = [...points.slice(0, at), point, ...points.slice(at, i), ...points.slice(i + 1)]);
    }
    this.#points = points;
  }
  /** Index below which the points stand in the order of the last answer; the first one itself where that cannot be told. */
  #orderedBelow(logs, { from, end }) {
    let log = logs[from], pairs2 = this.#pairs();
    if (!pairs2.every(([one, other]) => isToldApart(one, other, log))) return from;
    let last = end - 1;
    for (; last > from && !pairs2.every(([one, other]) => isToldApart(one, other, logs[last])); ) {
      let changes = pairs2.map(([one, other]) => changeOf(one, other)).filter((change2) => change2 > log), change = Math.min(...changes), before = firstNotBelow(logs, from, last, change) - 1;
      last = change < logs[last] && before < last ? before : from + last >>> 1;
    }
    return Math.max(last, from) + 1;
  }
  /** Neighbours in the present order, as far as it decides anything. */
  #pairs() {
    let points = this.#points;
    return [...points.slice(1, NEEDED).map((point, i) => [points[i], point]), ...points.slice(NEEDED).map((point) => [points[NEEDED - 1], point])];
  }
  /** The same as dividing by `at`, where the points stay in the present order: of these there are as many as a share depends on. */
  #divideOrdered(rooflines, logs, { from, end }) {
    let points = this.#points, [outer1, outer2, outer3, outer4, outer5] = firstFive(points, ({ outerSquare }) => outerSquare), [log1, log2, log3, log4, log5] = firstFive(points, ({ lastLog }) => lastLog), [share1, share2, share3, share4] = firstFive(points, ({ share }) => share), shareList = [share1, share2, share3, share4];
    for (let i = from; i < end; i += 1) {
      let log = logs[i], radius = Math.sqrt(outer5 + squareOf(log5 - log)), weight1 = fadedWeight(Math.sqrt(outer1 + squareOf(log1 - log)), radius), weight2 = fadedWeight(Math.sqrt(outer2 + squareOf(log2 - log)), radius), weight3 = fadedWeight(Math.sqrt(outer3 + squareOf(log3 - log)), radius), weight4 = fadedWeight(Math.sqrt(outer4 + squareOf(log4 - log)), radius), weights = weight1 + weight2 + weight3 + weight4, shares = weight1 * share1 + weight2 * share2 + weight3 * share3 + weight4 * share4;
      rooflines[i] /= weights > 0 ? shares / weights : plainMean(NEAREST, shareList);
    }
  }
};
function firstFive(points, numberOf) {
  let [one, two, three, four, five] = points.map(numberOf);
  return [one, two, three, four, five];
}

// src/operations/resolver/stretch.ts
var MOST_CANDIDATES = 8, MOST_TRIES = 12, APART = 2 ** -30;
function stretchFrom(nearAt, from, end) {
  let first = nearAt(from), to = end;
  for (let tries = 0; tries < MOST_TRIES && to > from; tries += 1) {
    let second = nearAt(to), count = sharedCount(first, second);
    if (count !== void 0) return { from, to, share: new MeanShare(first.slice(0, count)) };
    to = firstChange(first, second, { from, to }) - APART;
  }
}
function firstChange(first, second, { from, to }) {
  let farthest = from;
  for (let count = NEEDED; count < first.length; count += 1) {
    let nearest2 = Number.POSITIVE_INFINITY;
    for (let other of [...first, ...second])
      if (!isAmong(other, first, count))
        for (let i = 0; i < count; i += 1) {
          let change = changeOf(first[i], other);
          change > from && change < nearest2 && (nearest2 = change);
        }
    farthest = Math.max(farthest, nearest2 < to ? nearest2 : (from + to) / 2);
  }
  return farthest;
}
function isAmong({ place }, points, count) {
  for (let i = 0; i < count; i += 1) if (points[i].place === place) return !0;
  return !1;
}
function sharedCount(first, second) {
  let most = Math.min(first.length, MOST_CANDIDATES);
  for (let count = Math.min(NEEDED, most); count <= most; count += 1)
    if (isSet(first, count) && isSet(second, count) && isSame2(first, second, count)) return count;
}
function isSet(points, count) {
  if (points.length <= MOST_CANDIDATES && count === points.length) return !0;
  let [last, next] = [points[count - 1], points[count]];
  return last !== void 0 && next !== void 0 && next.square - last.square > next.square * TOLD_APART;
}
function isSame2(first, second, count) {
  for (let i = 0; i < count; i += 1) if (!isAmong(second[i], first, count)) return !1;
  return !0;
}

// src/operations/resolver/far-field.ts
var MOST_STRETCHES = 256, MANY_PLACES = 256, MANY_IN_STRETCH = 16;
function placeByPlace(timeAt) {
  return {
    timeAt,
    addAlong: (point, { keys }, { sums, from }) => {
      for (let i = from; i < sums.length; i += 1)
        point[point.length - 1] = keys[i], sums[i] += timeAt(point);
    }
  };
}
function farFieldOf(nest, speedOfLight) {
  let points = new NearestPoints(nest, speedOfLight, MOST_CANDIDATES + 1), rooflineAt = (point) => {
    let roofline = speedOfLight(point);
    if (!isPositive(roofline)) throw new DataMissing("outside the measured points, where the roofline tells nothing");
    return roofline;
  }, times = new Float64Array(0), line2, sharesOn = (point) => {
    let outer = point.slice(0, -1);
    return (line2 === void 0 || !outer.every((key, axis) => key === line2.outer[axis])) && (line2 = { outer, shares: new SharesAlong(points, point.map(logOf)) }), line2.shares;
  }, alone = placeByPlace((point) => rooflineAt(point) / points.meanShare(point));
  return {
    timeAt: alone.timeAt,
    addAlong: (point, places, into) => {
      let { keys, logs } = places, { sums, from } = into;
      if (sums.length - from < MANY_PLACES) return alone.addAlong(point, places, into);
      times.length !== sums.length && (times = new Float64Array(sums.length));
      for (let i = from; i < times.length; i += 1)
        point[point.length - 1] = keys[i], times[i] = rooflineAt(point);
      sharesOn(point).divide(times, logs, from);
      for (let i = from; i < times.length; i += 1) sums[i] += times[i];
    }
  };
}
var SharesAlong = class {
  #points;
  /** Logarithms of the point that is asked for; the last one changes. */
  #logs;
  /** What is known of the axis, ascending, and where in it the last answer stands. */
  #stretches = [];
  #current = 0;
  constructor(points, logs) {
    this.#points = points, this.#logs = logs;
  }
  /** Divides rooflines at ascending logarithms by the shares there, from one of them on. @throws DataMissing */
  divide(rooflines, logs, from) {
    let last = logs[logs.length - 1];
    for (let i = from; i < logs.length; ) {
      let stretch = logs.length - i < MANY_IN_STRETCH ? void 0 : this.#stretchOf(logs[i], last), end = stretch === void 0 ? i + 1 : indexAfter(logs, stretch.to, i);
      stretch !== void 0 ? stretch.share.divide(rooflines, logs, { from: i, end }) : rooflines[i] /= this.#shareAlone(logs[i]), i = end;
    }
  }
  #shareAlone(log) {
    let near = this.#points.near(this.#at(log));
    return new MeanShare(near).at(log);
  }
  #at(log) {
    return this.#logs[this.#logs.length - 1] = log, this.#logs;
  }
  /** The stretch that a logarithm lies in, if new up to an end of the axis at most; undefined where there is none, as beside a place where the nearest points change. */
  #stretchOf(log, end) {
    let stretches = this.#stretches, at = this.#current;
    for (; at > 0 && log < stretches[at].from; ) at -= 1;
    for (; at < stretches.length - 1 && log >= stretches[at + 1].from; ) at += 1;
    let known3 = stretches[at];
    if (this.#current = at, known3 !== void 0 && log >= known3.from && log <= known3.to) return known3;
    if (stretches.length === MOST_STRETCHES) return;
    let found = stretchFrom((where) => this.#points.near(this.#at(where)), log, end);
    if (found !== void 0)
      return known3 !== void 0 && known3.from < log && (this.#current = at + 1), stretches.splice(this.#current, 0, found), found;
  }
};
function indexAfter(values, end, from) {
  let i = from;
  for (; i < values.length && values[i] <= end; ) i += 1;
  return i;
}

// src/operations/resolver/grid.ts
function gridOf(slice, axes) {
  return openGrid(slice, axes).timeAt;
}
function openGrid(slice, { axes, speedOfLight, farField, rootAxis = -1 }) {
  let nest = nestOf(slice, axes);
  if (nest.latencyMs.length === 0) throw new DataMissing("no measured points");
  let blending = new Blending(nest, speedOfLight, rootAxis), known3, outside = () => (known3 ??= axes.length > 1 ? farField(nest, speedOfLight) : boundaryOf(nest, speedOfLight), known3);
  return {
    timeAt: (point) => {
      let inside = blending.timeAt(point);
      return inside === OUTSIDE ? outside().timeAt(point) : inside;
    },
    addAlong: (outer, places, sums) => {
      let point = Float64Array.from([...outer, 0]), inside = blending.timesAlong(point, places);
      for (let i = 0; i < inside.length; i += 1)
        inside[i] === OUTSIDE && (point[outer.length] = places.keys[i]), sums[i] += inside[i] === OUTSIDE ? outside().timeAt(point) : inside[i];
      inside.length < sums.length && outside().addAlong(point, places, { sums, from: inside.length });
    }
  };
}
var OUTSIDE = Number.NEGATIVE_INFINITY, NO_TIMES = new Float64Array(0), MOST_REMEMBERED = 1024, Blending = class {
  #nest;
  #speedOfLight;
  #rootAxis;
  #last;
  /** The line that was asked for last, by the keys of the other axes, and what lies around it. */
  #outer;
  #around;
  /** The point that is asked for. */
  #point = new Float64Array(0);
  /** Times at places by the first key of a leaf, which the lines beside one another share. */
  #leafTimes = /* @__PURE__ */ new WeakMap();
  constructor(nest, speedOfLight, rootAxis) {
    this.#nest = nest, this.#speedOfLight = speedOfLight, this.#rootAxis = rootAxis, this.#last = nest.levels.length - 1, this.#outer = new Float64Array(this.#last).fill(Number.NaN), this.#around = this.#last === 0 ? { from: 0, to: nest.latencyMs.length } : void 0;
  }
  timeAt(point) {
    return this.#moveTo(point), this.#timeIn(this.#around);
  }
  /** The times at places of the line of a point, up to the last one for which there is an answer; some may be OUTSIDE. */
  timesAlong(point, places) {
    this.#moveTo(point);
    let end = this.#endOf(this.#around), { keys } = places, count = firstNotBelow(keys, 0, keys.length, end);
    return count < keys.length && keys[count] === end && (count += 1), count === 0 ? NO_TIMES : this.#timesIn(this.#around, places).subarray(0, count);
  }
  #moveTo(point) {
    this.#point = point;
    for (let axis = 0; axis < this.#last; axis += 1)
      if (this.#outer[axis] !== point[axis]) {
        this.#outer.set(point.subarray(0, this.#last)), this.#around = this.#branchAt(0, 0, this.#nest.levels[0].keys.length);
        return;
      }
  }
  /** What lies around the line below the nodes `from` to `to` of an axis. */
  #branchAt(axis, from, to) {
    if (axis === this.#last) return { from, to };
    let { keys, starts } = this.#nest.levels[axis], value = this.#point[axis], above = firstNotBelow(keys, from, to, value), below = (node2) => this.#branchAt(axis + 1, starts[node2], starts[node2 + 1]);
    if (above < to && keys[above] === value) return below(above);
    if (above === from || above === to) return;
    let [lowKey, highKey] = [keys[above - 1], keys[above]], weight = (value - lowKey) / (highKey - lowKey);
    return { axis, lowKey, highKey, weight, low: below(above - 1), high: below(above) };
  }
  #timeIn(branch) {
    if (branch === void 0) return OUTSIDE;
    if ("axis" in branch) return this.#between(branch, this.#timeIn(branch.low), this.#timeIn(branch.high));
    let value = this.#point[this.#last], { keys } = this.#nest.levels[this.#last];
    return this.#timeBelow(branch, firstNotBelow(keys, branch.from, branch.to, value), value);
  }
  #timesIn(branch, places) {
    let { keys } = places;
    if (branch === void 0) return new Float64Array(keys.length).fill(OUTSIDE);
    if (!("axis" in branch)) return this.#timesOfLeaf(branch, places);
    let times = Float64Array.from(this.#timesIn(branch.low, places)), high = this.#timesIn(branch.high, places);
    for (let i = 0; i < times.length; i += 1)
      this.#point[this.#last] = keys[i], times[i] = this.#between(branch, times[i], high[i]);
    return times;
  }
  /** The time between both sides of a fork. */
  #between(fork, low, high) {
    return low === OUTSIDE && high === OUTSIDE ? OUTSIDE : high === OUTSIDE ? low * this.#ratioTo(fork.axis, fork.lowKey) : low === OUTSIDE ? high * this.#ratioTo(fork.axis, fork.highKey) : this.#blend(fork.axis, low, high, fork.weight);
  }
  #timesOfLeaf(leaf, places) {
    let known3 = this.#leafTimes.get(places) ?? /* @__PURE__ */ new Map(), times = known3.get(leaf.from);
    if (times !== void 0) return times;
    let { keys } = this.#nest.levels[this.#last];
    times = new Float64Array(places.keys.length);
    let above = leaf.from;
    for (let i = 0; i < times.length; i += 1) {
      let value = places.keys[i];
      for (; above < leaf.to && keys[above] < value; ) above += 1;
      times[i] = this.#timeBelow(leaf, above, value);
    }
    return times.length <= MOST_REMEMBERED && this.#leafTimes.set(places, known3.set(leaf.from, times)), times;
  }
  /** The time at a value of the last axis, below the first key that is not below it. */
  #timeBelow({ from, to }, above, value) {
    let { keys } = this.#nest.levels[this.#last], { latencyMs: latencyMs2 } = this.#nest;
    if (above < to && keys[above] === value) return latencyMs2[above];
    if (above === from || above === to) return OUTSIDE;
    let weight = (value - keys[above - 1]) / (keys[above] - keys[above - 1]);
    return this.#blend(this.#last, latencyMs2[above - 1], latencyMs2[above], weight);
  }
  #blend(axis, low, high, weight) {
    if (axis !== this.#rootAxis) return low + (high - low) * weight;
    let lowRoot = root(low), blended = lowRoot + (root(high) - lowRoot) * weight;
    return blended * blended;
  }
  #endOf(branch) {
    return branch === void 0 ? OUTSIDE : "axis" in branch ? Math.max(this.#endOf(branch.low), this.#endOf(branch.high)) : this.#nest.levels[this.#last].keys[branch.to - 1];
  }
  /** Where a ragged grid answers at one neighbouring key alone: how the roofline compares with the one there. */
  #ratioTo(axis, key) {
    let here = this.#speedOfLight(this.#point), value = this.#point[axis];
    this.#point[axis] = key;
    let there = this.#speedOfLight(this.#point);
    return this.#point[axis] = value, isPositive(here) && isPositive(there) ? here / there : 1;
  }
};
function root(timeMs) {
  return timeMs > 0 ? Math.sqrt(timeMs) : 0;
}
function boundaryOf({ levels, latencyMs: latencyMs2 }, speedOfLight) {
  let { keys } = levels[0];
  return placeByPlace((point) => {
    let edge = point[0] < keys[0] ? 0 : keys.length - 1;
    return transferFrom(speedOfLight([keys[edge]]), latencyMs2[edge], speedOfLight(point));
  });
}

// src/operations/resolver/joined-slices.ts
function joinedSlices(slices, name, keys) {
  let rowCount = slices.reduce((sum3, [, slice]) => sum3 + slice.rowCount, 0), columns = /* @__PURE__ */ new Map();
  for (let column of [...keys, "latency"])
    columns.set(column, Float64Array.from(slices.flatMap(([, slice]) => [...slice.column(column)])));
  return columns.set(name, Float64Array.from(slices.flatMap(([key, slice]) => Array(slice.rowCount).fill(key)))), { rowCount, column: (column) => columns.get(column) };
}

// src/operations/all-to-all.ts
var allToAll2 = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: moe_a2a",
  time: allToAllTime
}, TABLE = "moe_a2a", ONE_NODE_STANDS_IN = ["deepep_ht", "deepep_ll", "trtllm_deepep_ht", "trtllm_deepep_ll"], SGLANG_RANKS = 8;
function standInRanks(comm, backend, gpusPerNode) {
  if (ONE_NODE_STANDS_IN.includes(comm))
    return backend === "sglang" ? SGLANG_RANKS : gpusPerNode;
}
var byTokens = (tokens) => tokens, byTokensOfPoint = (point) => point[1];
function allToAllTime(tables) {
  let measuredOf = perShape((op) => openMeasured(tables, op), shapeKey), point = new Float64Array(2);
  return (op, step) => {
    let tokens = Math.floor(step.tokens / op.attentionRanks), measured2 = measuredOf(op);
    if ("curve" in measured2) return Math.max(0, curveTime(measured2.curve, tokens, byTokens));
    point[0] = op.sms, point[1] = tokens;
    let own2 = measured2.alone(point);
    if (measured2.paired === void 0) return Math.max(0, own2);
    let other = measured2.paired.other(point), both = measured2.paired.both(point);
    return Math.max(0, own2 + other > 0 ? own2 * both / (own2 + other) : own2);
  };
}
function shapeKey({ comm, stage, sent, moeEp, nodes, hiddenSize, topk, experts: experts2, sms }) {
  return `${comm} ${stage} ${sent} ${moeEp} ${nodes} ${hiddenSize} ${topk} ${experts2} ${sms}`;
}
function openMeasured({ database, system, constants }, op) {
  let { farField } = constants.resolver, table = database.table(TABLE), standIn = standInRanks(op.comm, database.backend, system.numGpusPerNode), found = rowsAt(table, op), place = found.size > 0 || op.nodes === 1 || standIn === void 0 ? op : { ...op, moeEp: standIn, nodes: 1 }, slices = place === op ? found : rowsAt(table, place);
  if (slices.size === 0) throw new DataMissing(`no measured ${op.stage} of ${op.comm} over ${op.moeEp} ranks`);
  let own2 = slices.get(op.sms), isAlone = op.comm !== "deepep_ht" || place.nodes === 1 && op.sms === HT_SMS;
  if (own2 !== void 0 && isAlone) return { curve: curvesOf(own2, [], "num_tokens").get("") };
  let gridOfSms = (all) => smsGrid(all, farField), others = op.comm === "deepep_ht" ? otherWay(table, place) : void 0;
  return { alone: gridOfSms(slices), paired: others && pairedOf(slices, others, gridOfSms) };
}
var HT_SMS = 20;
function rowsAt(table, place) {
  let sent = sentAs(table, place), wanted = [place.comm, place.stage, sent, place.moeEp, place.nodes, place.hiddenSize, place.topk, place.experts], sms = (table?.sliceKeys ?? []).filter((key) => wanted.every((value, i) => key[i] === value)).map((key) => Number(key[wanted.length])).sort((a, b) => a - b);
  return new Map(sms.map((count) => [count, table.slice(...wanted.map((value) => value), count)]));
}
function sentAs(table, { comm, stage, sent }) {
  let known3 = new Set(
    (table?.sliceKeys ?? []).filter((key) => key[0] === comm && key[1] === stage).map((key) => key[2])
  );
  return known3.has(sent) ? sent : sent === "fp8_block" && known3.has("fp8") ? "fp8" : known3.size === 1 && known3.has(WHATEVER) ? WHATEVER : void 0;
}
var WHATEVER = "default";
function smsGrid(slices, farField) {
  return gridOf(joinedSlices([...slices], "sms", ["num_tokens"]), {
    axes: ["sms", "num_tokens"],
    speedOfLight: byTokensOfPoint,
    farField
  });
}
function otherWay(table, place) {
  return rowsAt(table, { ...place, stage: place.stage === "dispatch" ? "combine" : "dispatch" });
}
function pairedOf(own2, others, gridOfSms) {
  let common6 = [...own2].flatMap(([sms, slice]) => {
    let other = others.get(sms), sum3 = other === void 0 ? void 0 : summed(slice, other);
    return sum3 === void 0 ? [] : [[sms, sum3]];
  });
  return common6.length === 0 ? void 0 : { other: gridOfSms(others), both: gridOfSms(new Map(common6)) };
}
function summed(a, b) {
  let [tokens, latency, otherTokens, otherLatency] = [
    a.column("num_tokens"),
    a.column("latency"),
    b.column("num_tokens"),
    b.column("latency")
  ], byOther = new Map(Array.from(otherTokens, (count, i) => [count, otherLatency[i]])), points = Array.from(tokens, (count, i) => ({ count, own: latency[i], other: byOther.get(count) })).flatMap(
    ({ count, own: own2, other }) => other === void 0 ? [] : [[count, own2 + other]]
  );
  if (points.length === 0) return;
  let columns = {
    num_tokens: Float64Array.from(points, ([count]) => count),
    latency: Float64Array.from(points, ([, ms]) => ms)
  };
  return { rowCount: points.length, column: (name) => columns[name] };
}

// src/operations/bandwidth.ts
function peerBandwidth(system, gpus) {
  return gpus <= system.numGpusPerNode ? system.intraNodeBwBytesPerSec : gpus <= system.numGpusPerRack ? system.interNodeBwBytesPerSec : system.interRackBwBytesPerSec ?? system.interNodeBwBytesPerSec;
}

// src/operations/collective.ts
var collective = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: nccl",
  time: (tables) => timedCollective(collectiveTime(tables))
};
function timedCollective(timeOf) {
  return (op, { tokens }) => timeOf(op.collective, tokens * op.elements, op.gpus);
}
var PRECISION = "half";
function collectiveTime({ database, system }) {
  let measuredOf = memo2((name) => open2(database, name));
  return (name, elements, gpus) => {
    let { curves, maxGpus } = measuredOf(name), curve = curves.get(String(Math.min(gpus, maxGpus)));
    if (curve === void 0) throw new DataMissing(`no measured ${name} over ${gpus} GPUs`);
    let inside = curveAt(curve, elements);
    return gpus <= maxGpus ? inside : inside * beyondLargest(system, maxGpus, gpus);
  };
}
function beyondLargest(system, largest, gpus) {
  let link = peerBandwidth(system, largest) / peerBandwidth(system, gpus);
  return (gpus - 1) / gpus * largest / (largest - 1) * link;
}
function open2(database, name) {
  let slice = database.table("nccl")?.slice(PRECISION, name);
  if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured ${name}`);
  let gpus = slice.column("num_gpus");
  return { curves: readCurves(slice, ["num_gpus"], "message_size"), maxGpus: gpus[gpus.length - 1] };
}

// src/operations/grid/length-curves.ts
function acrossBatches(curves, length, batch) {
  return betweenBatches(curves, length, batch) ?? fromSmallerBatch(curves, length, batch);
}
function betweenBatches(curves, length, batch) {
  let covered2 = curves.flatMap((curve) => {
    let value = alongLength(curve, length, { inside: !0 });
    return value === void 0 ? [] : [{ batch: curve.batch, value }];
  }), low = covered2.findLast((one) => one.batch <= batch), high = covered2.find((one) => one.batch >= batch);
  if (!(low === void 0 || high === void 0))
    return low === high ? low.value : interpolate1d(low.batch, high.batch, low.value, high.value, batch);
}
function fromSmallerBatch(curves, length, batch) {
  let smaller = curves.filter((curve) => curve.batch <= batch).reverse();
  for (let inside of [!0, !1])
    for (let curve of smaller) {
      let value = alongLength(curve, length, { inside });
      if (value !== void 0) return value * batch / curve.batch;
    }
}
function alongLength({ lengths, values }, length, { inside }) {
  let at = lengths.indexOf(length);
  if (at >= 0) return values[at];
  if (lengths.length < 2 || inside && (length < lengths[0] || length > lengths.at(-1))) return;
  let [low, high] = bracket(length, lengths, !1);
  return interpolate1d(low, high, values[lengths.indexOf(low)], values[lengths.indexOf(high)], length);
}

// src/operations/nearest-count.ts
function nearestCount(counts, wanted) {
  return counts.findLast((count) => count <= wanted) ?? counts[0];
}

// src/operations/resolver/rows-with.ts
function rowsWith(slice, name, value) {
  let keys = slice.column(name), from = keys.indexOf(value), to = from < 0 ? from : keys.lastIndexOf(value) + 1;
  return { rowCount: to - from, column: (other) => slice.column(other).subarray(from, to) };
}

// src/operations/shared-compressed.ts
function onBusiestRank(op, { batch, sequenceLength }, { alone, choosing, gather }) {
  if (op.cp === 1) return alone(batch, sequenceLength);
  let share = Math.max(1, Math.ceil(sequenceLength / op.cp)), own2 = alone(batch, share), chosen = op.compression === "csa" ? own2 + choosing(batch, sequenceLength, share) : own2;
  return gathered(op, sequenceLength).reduce(
    (sum3, elements) => sum3 + gather("all_gather", batch * elements, op.cp),
    chosen
  );
}
function gathered({ compression, sizes }, length) {
  let { headSize, indexSize, windowSize } = sizes;
  return [compression === "csa" ? length * indexSize : Math.min(length, windowSize) * headSize, Math.floor(length / COMPRESSIONS[compression].ratio) * headSize];
}

// src/operations/sampled-compressed.ts
function sampledPrefillTime(tables) {
  let curvesOf2 = perShape((op) => {
    let { compression, fmha, kvCache, gemm: gemm3 } = op;
    return curvesByCached(rowsOf(tables, `dsv4_${compression}_context_module`, [fmha, kvCache, gemm3], op));
  }, shapeOf), gather = collectiveTime(tables);
  return (op, step) => onBusiestRank(op, step, { alone: (batch, length) => {
    for (let curves of curvesOf2(op)) {
      let value = acrossBatches(curves, length, batch);
      if (value !== void 0) return value;
    }
    throw unmeasured(op, batch, length);
  }, choosing: neverMeasured, gather });
}
function neverMeasured() {
  throw new DataMissing("no measured choice of compressed tokens for shared sequences", { isOfEveryStep: !0 });
}
function sampledDecodeTime(tables) {
  let curvesOf2 = perShape((op) => {
    let { compression, kvCache, gemm: gemm3 } = op;
    return lengthCurves(rowsOf(tables, `dsv4_${compression}_generation_module`, [kvCache, gemm3], op));
  }, shapeOf);
  return (op, { batch, sequenceLength }) => {
    let value = acrossBatches(curvesOf2(op), sequenceLength, batch);
    if (value === void 0) throw unmeasured(op, batch, sequenceLength);
    return value;
  };
}
function unmeasured({ compression }, batch, length) {
  return new DataMissing(`no measured ${compression} attention near ${batch} sequences of ${length} tokens`);
}
function rowsOf({ database }, name, key, { heads, compression }) {
  let slice = database.table(name)?.slice(...key), counts = slice === void 0 ? [] : [...new Set(slice.column("num_heads"))], measured2 = nearestCount(counts, heads);
  if (slice === void 0 || measured2 === void 0)
    throw new DataMissing(`${name} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 });
  return rowsWith(rowsWith(slice, "num_heads", measured2), "compress_ratio", COMPRESSIONS[compression].ratio);
}
function curvesByCached(slice) {
  return [...new Set(slice.column("step"))].map((tokens) => lengthCurves(rowsWith(slice, "step", tokens)));
}
function lengthCurves(slice) {
  let [batches, lengths, latency] = ["batch_size", "isl", "latency"].map((name) => slice.column(name)), curves = /* @__PURE__ */ new Map();
  for (let row = 0; row < slice.rowCount; row += 1) {
    let batch = batches[row], curve = curves.get(batch) ?? { batch, lengths: [], values: [] };
    curves.set(batch, curve), curve.lengths.push(lengths[row]), curve.values.push(latency[row]);
  }
  return [...curves.values()].sort((a, b) => a.batch - b.batch);
}

// src/operations/compressed-attention.ts
var common = { sees: () => "length", isRemembered: !0, weightBytes: compressedWeightBytes }, contextCompressed = {
  ...common,
  source: ({ compression }) => `measured: dsv4_${compression}_context_module`,
  time: sampledPrefillTime
}, generationCompressed = {
  ...common,
  source: ({ compression }) => `measured: dsv4_${compression}_generation_module`,
  time: sampledDecodeTime
};

// src/operations/attention-grids.ts
function slicedGrids(database, table, open3) {
  let grids = /* @__PURE__ */ new Map(), make = (key) => {
    let slice = database.table(table)?.slice(...key);
    return slice === void 0 || slice.rowCount === 0 ? new DataMissing(`${table} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 }) : open3(slice, key);
  };
  return (key) => {
    let name = key.join(" "), grid = grids.get(name);
    if (grid === void 0 && (grid = make(key), grids.set(name, grid)), grid instanceof DataMissing) throw grid;
    return grid;
  };
}
function prefillPoints(slice) {
  return {
    x: slice.column("num_heads"),
    y: slice.column("isl"),
    z: slice.column("batch_size"),
    value: slice.column("latency")
  };
}
function decodePoints(slice) {
  return {
    x: slice.column("num_heads"),
    y: slice.column("batch_size"),
    z: slice.column("isl"),
    value: slice.column("latency")
  };
}
function prefillTime2(grid, { heads, cp }, { batch, sequenceLength }) {
  return overRanks(sequenceLength, cp, (length) => lookup3(grid, heads, length, batch, "cubic"));
}
function overRanks(length, cp, timeOf) {
  if (cp === 1) return timeOf(length);
  let slice = Math.max(1, Math.ceil(length / (2 * cp)));
  return timeOf(slice) + afterCached(slice, length - slice, timeOf);
}
function afterCached(tokens, cached2, timeOf) {
  let all = tokens + cached2;
  return timeOf(all) * ((all * all - cached2 * cached2) / (all * all));
}

// src/operations/grid/dense-grid.ts
function denseGrid(points, options) {
  let measured2 = indexRows(points), measuredX = [...measured2.keys()], planes = /* @__PURE__ */ new Map(), { floor, usesSqrtY = !1 } = options, plane = (x) => {
    let found = planes.get(x);
    if (found === void 0) {
      let rows = measured2.get(x);
      found = rows === void 0 ? derivedPlane(x) : measuredPlane(points, { x, ranges: rows }, options), planes.set(x, found);
    }
    return found;
  }, derivedPlane = (x) => {
    let [x0, x1] = bracket(x, measuredX, !1);
    return betweenPlanes(plane(x0), plane(x1), { t: x, t0: x0, t1: x1, usesSqrt: !1, skipsNegative: usesSqrtY });
  }, xKeys = [...measuredX];
  if (measuredX.length >= 2)
    for (let x of options.targetX) measured2.has(x) || insertKey(xKeys, x);
  let isVaried = measuredX.length >= 2 && hasTwo(points.y) && hasTwo(points.z), known3 = new Set(xKeys), rowOf = (x, y) => known3.has(x) ? plane(x).row(y) : void 0;
  return {
    xKeys,
    yKeys: (x) => plane(x).keys,
    row: floor === void 0 ? rowOf : flooredRows(rowOf, floor),
    isVaried,
    value: (x, y, z) => {
      let row = rowOf(x, y), value = row === void 0 ? void 0 : valueAt(row, z);
      return value === void 0 || floor === void 0 ? value : Math.max(value, floor(x, y, z));
    }
  };
}
function flooredRows(rowOf, floor) {
  let rows = /* @__PURE__ */ new Map();
  return (x, y) => {
    let ofX = rows.get(x);
    if (ofX === void 0 && (ofX = /* @__PURE__ */ new Map(), rows.set(x, ofX)), !ofX.has(y)) {
      let row = rowOf(x, y);
      ofX.set(
        y,
        row && { keys: row.keys, values: row.values.map((value, i) => Math.max(value, floor(x, y, row.keys[i]))) }
      );
    }
    return ofX.get(y);
  };
}
function indexRows({ x, y }) {
  let index = /* @__PURE__ */ new Map(), from = 0;
  for (let i = 1; i <= x.length; i += 1) {
    if (i < x.length && x[i] === x[from] && y[i] === y[from]) continue;
    let rows = index.get(x[from]);
    rows === void 0 && (rows = /* @__PURE__ */ new Map(), index.set(x[from], rows)), rows.set(y[from], [from, i]), from = i;
  }
  return index;
}
function measuredPlane(points, { x, ranges: measured2 }, options) {
  let { usesSqrtY = !1 } = options, cache = /* @__PURE__ */ new Map(), recipes = /* @__PURE__ */ new Map(), keys = [...measured2.keys()], row = (y) => {
    if (cache.has(y)) return cache.get(y);
    let range = measured2.get(y), between = recipes.get(y), made;
    return range !== void 0 ? made = measuredRow(points, { x, y, range }, options) : between !== void 0 && (made = betweenRows(row(between.t0), row(between.t1), between)), cache.set(y, made), made;
  }, isRagged = [...measured2.values()].some(([from, to]) => to - from < 2);
  for (let y of options.targetY) {
    if (measured2.has(y)) continue;
    if (keys.length < 2) break;
    let [t0, t1] = bracket(y, keys, !1);
    recipes.set(y, { t: y, t0, t1, usesSqrt: usesSqrtY, skipsNegative: !1 }), !((isRagged || usesSqrtY) && row(y) === void 0) && insertKey(keys, y);
  }
  return { keys, row };
}
function measuredRow({ z, value }, { x, y, range: [from, to] }, { floor, targetZ }) {
  let keys = [], values = [];
  for (let i = from; i < to; i += 1)
    keys.push(z[i]), values.push(floor === void 0 ? value[i] : Math.max(value[i], floor(x, y, z[i])));
  if (keys.length >= 2) for (let target of targetZ) insertValue(keys, values, target);
  return { keys, values };
}
function insertValue(keys, values, z) {
  let at = lowerBound(keys, z);
  if (keys[at] === z) return;
  let [z0, z1] = bracket(z, keys, !1), row = { keys, values }, value = interpolate1d(z0, z1, valueAt(row, z0), valueAt(row, z1), z);
  keys.splice(at, 0, z), values.splice(at, 0, value);
}
function betweenPlanes(left, right, between) {
  let cache = /* @__PURE__ */ new Map(), row = (y) => (cache.has(y) || cache.set(y, betweenRows(left.row(y), right.row(y), between)), cache.get(y)), keys;
  return {
    get keys() {
      return keys ??= left.keys.filter((y) => row(y) !== void 0), keys;
    },
    row
  };
}
function betweenRows(left, right, between) {
  if (left === void 0 || right === void 0) return;
  let [keys, values] = [[], []];
  for (let i = 0; i < left.keys.length; i += 1) {
    let key = left.keys[i], high = valueAt(right, key), value = high === void 0 ? void 0 : betweenValues(left.values[i], high, between);
    value !== void 0 && (keys.push(key), values.push(value));
  }
  return keys.length === 0 ? void 0 : { keys, values };
}
function betweenValues(low, high, between) {
  let { t, t0, t1, usesSqrt, skipsNegative } = between;
  if (!usesSqrt) {
    let value = interpolate1d(t0, t1, low, high, t);
    return skipsNegative && value < 0 ? void 0 : value;
  }
  if (low < 0 || high < 0) return;
  let root2 = interpolate1d(t0, t1, Math.sqrt(low), Math.sqrt(high), t);
  return root2 * root2;
}
function insertKey(keys, key) {
  keys.splice(lowerBound(keys, key), 0, key);
}
function hasTwo(keys) {
  for (let i = 1; i < keys.length; i += 1) if (keys[i] !== keys[0]) return !0;
  return !1;
}

// src/operations/grouped-slices.ts
function sliceKvHeads({ heads, kvHeads }) {
  if (kvHeads > heads) throw new DataMissing(`${kvHeads} key-value heads for ${heads} heads`);
  return kvHeads === heads ? 0 : kvHeads;
}
function headsFrom(slice, targets) {
  let smallest2 = slice.column("num_heads")[0];
  return targets.filter((heads) => heads >= smallest2);
}

// src/operations/memory-bound.ts
function memoryTime(system) {
  let bytesPerSec = system.memBwBytesPerSec * system.memBwScaling;
  return (bytes) => (bytes / bytesPerSec + system.memConstantLatencySec) * 1e3;
}

// src/operations/context-attention.ts
var contextAttention = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: context_attention; estimated: cache writes, rotary embedding",
  time: contextAttentionTime
};
function contextAttentionTime({ database, system, constants }) {
  let { heads, contextLengths, contextBatches, surroundFactor } = constants.attention, memory = memoryTime(system), gridOf2 = slicedGrids(
    database,
    "context_attention",
    (slice) => denseGrid(prefillPoints(slice), {
      targetX: headsFrom(slice, heads),
      targetY: contextLengths,
      targetZ: contextBatches,
      usesSqrtY: !0
    })
  );
  return (op, step) => {
    let grid = gridOf2([op.fmha, op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
    return prefillTime2(grid, op, step) + aroundAttention(op, memory) * surroundFactor;
  };
}
function aroundAttention(op, memory) {
  let q = op.heads * op.headSize, kv = op.kvHeads * op.headSize, fmhaBytes = FMHA_QUANT[op.fmha].bytes;
  return (op.usesQkNorm ? (2 * memory(q * 2) + 2 * memory(kv * 2)) * 2 : 0) + (2 * memory(q * 2 + kv * 2) + (memory(kv * fmhaBytes) + memory(kv * fmhaBytes)));
}

// src/operations/latent-grids.ts
function latentPrefillGrid(slice, constants, usesSqrtY) {
  let targetZ = constants.latentAttention.contextBatches;
  return denseGrid(prefillPoints(slice), {
    targetX: [],
    targetY: constants.attention.contextLengths,
    targetZ,
    usesSqrtY
  });
}
function latentDecodeGrid(slice, { attention: attention4 }) {
  let { generationBatches, generationLengths } = attention4;
  return denseGrid(decodePoints(slice), { targetX: [], targetY: generationBatches, targetZ: generationLengths });
}

// src/operations/context-mla.ts
var contextMla = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: context_mla",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "context_mla", (slice) => latentPrefillGrid(slice, constants, !0));
    return (op, step) => prefillTime2(gridOf2([op.fmha, op.kvCache]), op, step);
  }
};

// src/operations/custom-all-reduce.ts
var customAllReduce = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: custom_allreduce",
  time: (tables) => timedAllReduce(allReduceTime(tables))
};
function timedAllReduce(allReduce3) {
  return (op, { tokens }) => allReduce3(perRank(op, tokens) * op.elements, op.gpus);
}
function allReduceTime({ database, system }) {
  let gpusPerNode = system.numGpusPerNode, curves;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    curves ??= openCurves(database);
    let measured2 = Math.min(gpus, gpusPerNode), curve = curves.get(String(measured2));
    if (curve === void 0) throw new DataMissing(`no measured all-reduce over ${measured2} GPUs`);
    let inNode = curveAt(curve, elements);
    return gpus > gpusPerNode ? inNode * beyondMeasured(system, gpusPerNode, gpus) : inNode;
  };
}
function beyondMeasured(system, measured2, gpus) {
  return (gpus - 1) / gpus * measured2 / Math.max(measured2 - 1, 1) * peerBandwidth(system, measured2) / peerBandwidth(system, gpus);
}
function openCurves(database) {
  let slice = database.table("custom_allreduce")?.slice();
  if (slice === void 0) throw new DataMissing("no measured all-reduce");
  return readCurves(slice, ["num_gpus"], "message_size");
}

// src/operations/dsa-block.ts
function dsaWeightBytes({ model, heads, projections: projections2 }) {
  if (projections2 === void 0) return 0;
  let { query, keyValue, latent, output, indexer } = dsaWeights(model, heads), bytes = (mode) => GEMM_QUANT[mode].bytes;
  return query * bytes(projections2.query) + (keyValue + latent) * bytes(projections2.keyValue) + output * bytes(projections2.output) + indexer * bytes(projections2.indexer);
}

// src/operations/attended-pairs.ts
function attendedPairs({ batch, length, cached: cached2 }, limit) {
  let all = length + cached2;
  return all <= limit ? Math.floor(batch * (upTo(all) - upTo(cached2)) / 2) : cached2 >= limit ? batch * length * limit : Math.floor(batch * (upTo(limit) - upTo(cached2)) / 2) + batch * (all - limit) * limit;
}
function upTo(tokens) {
  return tokens * (tokens + 1);
}

// src/operations/dsa-roofline.ts
var INDEX_MODE = FMHA_QUANT.fp8;
function dsaPrefillRoofline(tables, { model, gemm: gemm3, kvCache, fmha }, indexes) {
  let { keySize, ropeSize, kvRank, indexHeads, indexSize, topk } = dsaShape(model);
  return bounded(tables, gemm3, fmha, (point) => {
    let [heads, cached2, length, batch] = [point[0], point[1], point[2], point[3]], [tokens, all] = [batch * length, length + cached2], compares = indexes && all > topk, cacheBytes2 = batch * heads * Math.min(all, topk) * (kvRank + ropeSize) * KV_CACHE_QUANT[kvCache].bytes, queryBytes = tokens * heads * (keySize + ropeSize) * FMHA_QUANT[fmha].bytes * 2;
    return {
      products: products(model, heads, tokens),
      index: compares ? 2 * tokens * indexHeads * indexSize * all : 0,
      attention: 2 * heads * (kvRank + ropeSize + kvRank) * attendedPairs({ batch, length, cached: cached2 }, topk),
      bytes: weightBytes(model, heads, gemm3) + cacheBytes2 + (compares ? batch * all * indexEntryBytes(indexSize) : 0) + queryBytes
    };
  });
}
function dsaDecodeRoofline(tables, { model, gemm: gemm3, kvCache }) {
  let { ropeSize, kvRank, indexHeads, indexSize, topk } = dsaShape(model);
  return bounded(tables, gemm3, "bfloat16", (point) => {
    let [heads, batch, length] = [point[0], point[1], point[2]], attended = Math.min(length, topk), cacheBytes2 = batch * attended * (kvRank + ropeSize) * KV_CACHE_QUANT[kvCache].bytes;
    return {
      products: products(model, heads, batch),
      index: 2 * batch * indexHeads * indexSize * length,
      attention: 2 * batch * heads * (kvRank + ropeSize + kvRank) * attended,
      bytes: weightBytes(model, heads, gemm3) + batch * length * indexEntryBytes(indexSize) + cacheBytes2
    };
  });
}
function bounded({ system, constants }, gemm3, fmha, workAt) {
  let { gemm: flopsOf } = constants.peakFlops, rates = [GEMM_QUANT[gemm3], INDEX_MODE, FMHA_QUANT[fmha]].map((mode) => flopsOf(system, mode)), [productRate, indexRate, attentionRate] = rates;
  return (point) => {
    let work = workAt(point), computed = work.products / productRate + work.index / indexRate + work.attention / attentionRate;
    return Math.max(computed * 1e3, work.bytes / system.memBwBytesPerSec * 1e3);
  };
}
function multiplied(model, heads) {
  let { hiddenSize, indexSize } = dsaShape(model), { query, keyValue, output, indexer } = dsaWeights(model, heads);
  return query + keyValue + output + indexer + hiddenSize * indexSize;
}
function products(model, heads, tokens) {
  return 2 * tokens * multiplied(model, heads) + 2 * tokens * dsaWeights(model, heads).latent;
}
function weightBytes(model, heads, gemm3) {
  return multiplied(model, heads) * GEMM_QUANT[gemm3].bytes;
}

// src/operations/grid/sampled-lookup.ts
function sampledLookup(grid, heads, length, batch) {
  let exact = grid.value(heads, length, batch);
  if (exact !== void 0) return exact;
  let surface = attempt(() => lookup3(grid, heads, length, batch, "cubic"));
  if (!(surface instanceof DataMissing)) return surface;
  let value = acrossBatches(curvesByBatch(grid, heads), length, batch);
  if (value === void 0) throw surface;
  return value;
}
function curvesByBatch(grid, heads) {
  let curves = /* @__PURE__ */ new Map(), isMeasured = Array.from(grid.xKeys).includes(heads);
  for (let length of isMeasured ? Array.from(grid.yKeys(heads)) : []) {
    let { keys = [], values = [] } = grid.row(heads, length) ?? {};
    for (let [i, batch] of keys.entries()) {
      let curve = curves.get(batch) ?? { batch, lengths: [], values: [] };
      curves.set(batch, curve), curve.lengths.push(length), curve.values.push(values[i]);
    }
  }
  return [...curves.values()].sort((a, b) => a.batch - b.batch);
}

// src/operations/grid/within-limit.ts
function withinLimit(curve, length, limit) {
  let exact = valueAt(curve, length);
  if (exact !== void 0) return exact;
  let isBelow2 = length <= limit, keys = curve.keys.filter((key) => key <= limit === isBelow2), isBeforeAll = length < keys[0];
  if (keys.length < 2 || length > keys.at(-1) || isBeforeAll && isBelow2) return;
  let [low, high] = isBeforeAll ? [keys[0], keys[1]] : bracket(length, keys, !0);
  return interpolate1d(low, high, valueAt(curve, low), valueAt(curve, high), length);
}

// src/operations/kernel-slice.ts
var FASTEST = ["trtllm", "flashmla_kv"], SHARING = ["flashmla_kv", "trtllm"];
function kernelSlice(database, name, key, families = FASTEST) {
  let table = database.table(name);
  for (let family of families) {
    let slice = table?.slice(...key, family);
    if (slice !== void 0 && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${key.join(", ")}`, { isOfEveryStep: !0 });
}

// src/operations/filled-dsa.ts
function filledPrefillTime({ database, constants }) {
  let blockOf2 = perShape(
    ({ fmha, kvCache, gemm: gemm3, model }) => {
      let slice = uncached(kernelSlice(database, "dsa_context_module", [fmha, kvCache, gemm3, model]));
      return { measured: measuredCurves(slice), grid: latentPrefillGrid(slice, constants, !1) };
    },
    ({ fmha, kvCache, gemm: gemm3, model }) => `${fmha} ${kvCache} ${gemm3} ${model}`
  );
  return (op, { batch, sequenceLength }) => {
    if (op.cp > 1) throw new DataMissing("no measured indexer kernels for shared sequences", { isOfEveryStep: !0 });
    let { measured: measured2, grid } = blockOf2(op), curve = measured2.get(op.heads)?.get(batch);
    return (curve && withinLimit(curve, sequenceLength, dsaShape(op.model).topk)) ?? sampledLookup(grid, op.heads, sequenceLength, batch);
  };
}
function filledDecodeTime(tables) {
  let { database, constants } = tables, blockOf2 = perShape(
    (op) => {
      let slice = kernelSlice(database, "dsa_generation_module", [op.kvCache, op.gemm, op.model]), speedOfLight = dsaDecodeRoofline(tables, op);
      return { measured: measuredCurves(slice), grid: latentDecodeGrid(slice, constants), speedOfLight };
    },
    ({ kvCache, gemm: gemm3, model }) => `${kvCache} ${gemm3} ${model}`
  );
  return (op, { batch, sequenceLength: length }) => {
    let block = blockOf2(op);
    return decodeAt(block, { heads: op.heads, batch, length }) ?? lookup3(block.grid, op.heads, batch, length, "cubic");
  };
}
function decodeAt(block, point) {
  let curves = block.measured.get(point.heads), own2 = curves?.get(point.batch) && alongLength2(block, point);
  if (curves === void 0 || own2 !== void 0) return own2;
  let values = /* @__PURE__ */ new Map();
  for (let batch of curves.keys()) {
    let value = alongLength2(block, { ...point, batch });
    value !== void 0 && values.set(batch, value);
  }
  if (values.size < 2) return;
  let [low, high] = bracket(point.batch, [...values.keys()], !1);
  return interpolate1d(low, high, values.get(low), values.get(high), point.batch);
}
function alongLength2({ measured: measured2, grid, speedOfLight }, { heads, batch, length }) {
  let curve = measured2.get(heads).get(batch), [first, last] = [curve.keys[0], curve.keys.at(-1)];
  if (length < first || length > last) {
    let edge = length < first ? first : last;
    return valueAt(curve, edge) * speedOfLight([heads, batch, length]) / speedOfLight([heads, batch, edge]);
  }
  let row = grid.row(heads, batch), exact = valueAt(row, length);
  if (exact !== void 0 || row.keys.length < 2) return exact;
  let [low, high] = bracket(length, row.keys, !1);
  return interpolate1d(low, high, valueAt(row, low), valueAt(row, high), length);
}
function uncached(slice) {
  let cached2 = slice.column("step"), rows = Array.from({ length: slice.rowCount }, (_, row) => row).filter((row) => cached2[row] === 0);
  if (rows.length === 0) throw new DataMissing("no rows without cached tokens", { isOfEveryStep: !0 });
  return {
    rowCount: rows.length,
    column: (name) => {
      let column = slice.column(name);
      return Float64Array.from(rows, (row) => column[row]);
    }
  };
}
function measuredCurves(slice) {
  let [heads, batches, lengths] = ["num_heads", "batch_size", "isl"].map((name) => slice.column(name)), latency = slice.column("latency"), curves = /* @__PURE__ */ new Map();
  for (let row = 0; row < slice.rowCount; row += 1) {
    let ofHeads = curves.get(heads[row]) ?? /* @__PURE__ */ new Map();
    curves.set(heads[row], ofHeads);
    let curve = ofHeads.get(batches[row]) ?? { keys: [], values: [] };
    ofHeads.set(batches[row], curve), curve.keys.push(lengths[row]), curve.values.push(latency[row]);
  }
  return curves;
}

// src/operations/dsa-module.ts
var common2 = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: dsaWeightBytes
}, contextDsaModule = {
  ...common2,
  source: () => "measured: dsa_context_module",
  time: filledPrefillTime
}, generationDsaModule = {
  ...common2,
  source: () => "measured: dsa_generation_module",
  time: filledDecodeTime
};

// src/operations/element-wise.ts
var elementWise2 = {
  sees: () => "tokens",
  isRemembered: !1,
  weightBytes: noWeights,
  source: () => "estimated from memory bandwidth",
  time: ({ system }) => {
    let memory = memoryTime(system);
    return (op, step) => {
      let tokens = perRank(op, step.tokens);
      return memory(tokens * op.inputs * ACTIVATION_BYTES + tokens * op.outputs * ACTIVATION_BYTES);
    };
  }
};

// src/operations/embedding.ts
var WEIGHT_BYTES = 2, embedding2 = {
  sees: () => "tokens",
  isRemembered: !1,
  weightBytes: ({ rows, columns }) => rows * columns * WEIGHT_BYTES,
  source: () => "estimated from memory bandwidth",
  time: ({ system }) => {
    let memory = memoryTime(system);
    return (op, { tokens }) => memory(perRank(op, tokens) * op.columns * ACTIVATION_BYTES);
  }
};

// src/operations/experts.ts
var experts = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: weightBytes2,
  source: () => "measured: moe",
  time: expertsTime
}, GATED_PRODUCTS = 3, PLAIN_PRODUCTS = 2;
function productsOf({ isGated }) {
  return isGated ? GATED_PRODUCTS : PLAIN_PRODUCTS;
}
function isLowLatency({ constants }, { isGated, quant }, tokens) {
  return isGated && tokens <= (constants.experts.lowLatencyTokens[quant] ?? 0);
}
function expertsTime(tables) {
  let { database } = tables, curvesOf2 = (lowLatency) => {
    let slices = perShape((op) => {
      let slice = database.table("moe")?.slice(lowLatency, ...sliceKey(op));
      return slice === void 0 ? NO_CURVES : readCurves(slice, ["moe_tp_size", "moe_ep_size"], "num_tokens");
    }, nameOfSlice);
    return perShape(
      (op) => ({ curve: slices(op).get(`${op.moeTp} ${op.moeEp}`) }),
      (op) => `${nameOfSlice(op)} ${op.moeTp} ${op.moeEp}`
    );
  }, [plain, fast] = [curvesOf2(0), curvesOf2(1)];
  return (op, step) => {
    let tokens = step.tokens * op.dp, curve = (isLowLatency(tables, op, tokens) ? fast(op).curve : void 0) ?? plain(op).curve;
    if (curve === void 0) throw unmeasuredExperts(op);
    return timeOn(curve, tables, op, tokens);
  };
}
var NO_CURVES = /* @__PURE__ */ new Map();
function sliceKey({ quant, distribution, topk, experts: experts2, hiddenSize, interSize }) {
  return [quant, distribution, topk, experts2, hiddenSize, interSize];
}
function nameOfSlice(op) {
  return sliceKey(op).join(" ");
}
function unmeasuredExperts(op) {
  let { topk, experts: experts2, hiddenSize, interSize, moeTp, moeEp, quant } = op;
  return new DataMissing(
    `no measured experts in ${quant}: ${topk} of ${experts2}, ${hiddenSize} x ${interSize}, moe tp ${moeTp}, ep ${moeEp}`
  );
}
function timeOn(curve, tables, op, tokens) {
  let { keys, latencyMs: latencyMs2 } = curve, last = keys.length - 1;
  if (last === 0 && tokens < keys[0]) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  if (tokens <= keys[last]) return curveAt(curve, tokens);
  let share = Math.max(expertsFloor(tables, op, keys[last]) / latencyMs2[last], 1e-8);
  return expertsFloor(tables, op, tokens) / share;
}
function expertsFloor({ system, constants }, op, tokens) {
  let { hiddenSize, interSize, moeEp, moeTp } = op, mode = MOE_QUANT[op.quant], products2 = productsOf(op), routed = tokens * op.topk, routedPerRank = Math.floor(routed / moeEp), operations = wholeQuotient([routed, hiddenSize, interSize, products2 * 2], moeEp * moeTp), moved = routedPerRank * hiddenSize * 2 + Math.floor(routedPerRank * interSize * products2 / moeTp) + Math.floor(hiddenSize * interSize * products2 / moeTp) * Math.min(Math.floor(op.experts / moeEp), routedPerRank), mathMs = operations / constants.peakFlops.experts(system, mode) * 1e3, memoryMs = mode.bytes * moved / system.memBwBytesPerSec * 1e3;
  return Math.max(mathMs, memoryMs);
}
function wholeQuotient(factors, divisor) {
  let product2 = factors.reduce((all, factor) => all * factor, 1);
  return product2 <= Number.MAX_SAFE_INTEGER ? Math.floor(product2 / divisor) : Number(factors.reduce((all, factor) => all * BigInt(factor), 1n) / BigInt(divisor));
}
function weightBytes2(op) {
  let { hiddenSize, interSize, experts: experts2, moeEp, moeTp, quant } = op, bytes = hiddenSize * interSize * experts2 * MOE_QUANT[quant].bytes * productsOf(op);
  return Math.floor(Math.floor(bytes / moeEp) / moeTp);
}

// src/operations/peak-flops.ts
var givenFlops = (system, { compute }) => ({ 1: system.bfloat16TcFlops, 2: system.fp8TcFlops, 4: system.fp4TcFlops })[compute] ?? system.bfloat16TcFlops * compute, scaledFlops = ({ bfloat16TcFlops }, { compute }) => bfloat16TcFlops * compute, FIGURES = {
  bfloat16: ({ bfloat16TcFlops }) => bfloat16TcFlops,
  fp8: ({ fp8TcFlops }) => fp8TcFlops,
  int8: ({ int8TcFlops }) => int8TcFlops,
  fp4: ({ fp4TcFlops }) => fp4TcFlops
};
function computes(system, { type }) {
  return (FIGURES[type](system) ?? 0) > 0;
}
var typedFlops = (system, mode) => {
  let figure = FIGURES[mode.type](system);
  if (figure !== void 0 && figure > 0) return figure;
  throw new DataMissing(`${system.name} has no tensor cores for ${mode.type}`);
}, FP8_DECODE_SM = 89;
function decodeMode({ smVersion }, cache) {
  return cache.type === "fp8" && smVersion >= FP8_DECODE_SM ? cache : FMHA_QUANT.bfloat16;
}
var decodeFlops = (system, cache) => typedFlops(system, decodeMode(system, cache));

// src/operations/resolved/experts.ts
var ANY_DISTRIBUTION = "uniform";
function resolvedExperts(tables) {
  let curvesOfShape = perShape((op) => openCurves2(tables, op), shapeKey2);
  return (op, step) => {
    let tokens = step.tokens * Math.max(1, op.dp), { fast, ordinary } = curvesOfShape(op), curve = isLowLatency(tables, op, tokens) ? fast ?? ordinary : ordinary;
    if (curve === void 0) throw unmeasuredExperts(op);
    return Math.max(
      0,
      expertsOn(curve, tokens, (at) => expertsFloor(tables, op, at))
    );
  };
}
function expertsOn(curve, tokens, floor) {
  let { keys } = curve;
  if (keys.length === 1 && tokens < keys[0]) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  return curveTime(curve, tokens, floor);
}
function shapeKey2({ quant, distribution, topk, experts: experts2, hiddenSize, interSize, moeTp, moeEp }) {
  return `${quant} ${distribution} ${topk} ${experts2} ${hiddenSize} ${interSize} ${moeTp} ${moeEp}`;
}
function openCurves2(tables, op) {
  return tables.constants.peakFlops.experts(tables.system, MOE_QUANT[op.quant]), { fast: curveOf(tables, op, 1), ordinary: curveOf(tables, op, 0) };
}
function curveOf({ database }, op, lowLatency) {
  let { quant, topk, experts: experts2, hiddenSize, interSize, moeTp, moeEp } = op, table = database.table("moe"), sliceOf = (distribution) => table?.slice(lowLatency, quant, distribution, topk, experts2, hiddenSize, interSize), slice = sliceOf(op.distribution) ?? sliceOf(ANY_DISTRIBUTION);
  if (slice !== void 0)
    return curvesOf(slice, ["moe_tp_size", "moe_ep_size"], "num_tokens").get(`${moeTp} ${moeEp}`);
}

// src/operations/expert-compute.ts
var expertCompute = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: ({ hiddenSize, interSize, experts: experts2, moeEp, quant }) => Math.floor(hiddenSize * interSize * experts2 * MOE_QUANT[quant].bytes * GATED_PRODUCTS / moeEp),
  source: () => "measured: moe_expert_compute, moe",
  time: expertComputeTime
}, TABLE2 = "moe_expert_compute", ANY_DISTRIBUTION2 = "uniform";
function expertComputeTime(tables) {
  let { database } = tables, whole = resolvedExperts(tables), curveOf2 = perShape((op) => openCurve(tables, op), shapeKey3), constants = { ...tables.constants, peakFlops: { ...tables.constants.peakFlops, experts: scaledFlops } }, alone = (op, { tokens }) => {
    let floor = (at) => expertsFloor({ ...tables, constants }, asExperts(op), at);
    return Math.max(0, expertsOn(curveOf2(op), tokens * Math.max(1, op.dp), floor));
  };
  return FALLS_BACK[database.backend] ? (op, step) => {
    let timeMs = attempt(() => alone(op, step));
    return timeMs instanceof DataMissing ? whole(wholeOf(op), step) : timeMs;
  } : alone;
}
var FALLS_BACK = { trtllm: !0, vllm: !0, sglang: !1 }, known2 = /* @__PURE__ */ new WeakMap();
function wholeOf(op) {
  let found = known2.get(op) ?? asExperts(op);
  return known2.set(op, found), found;
}
function asExperts(op) {
  return { ...op, kind: "experts", moeTp: 1, isGated: !0 };
}
function shapeKey3({ phase, quant, distribution, topk, experts: experts2, hiddenSize, interSize, moeEp }) {
  return `${phase} ${quant} ${distribution} ${topk} ${experts2} ${hiddenSize} ${interSize} ${moeEp}`;
}
function openCurve({ database, system }, op) {
  let table = database.table(TABLE2), kernel = table === void 0 ? void 0 : kernelOf4(table, database.backend, system.smVersion, op.quant), distribution = table === void 0 || kernel === void 0 ? void 0 : distributionOf(table, kernel, op), slice = distribution === void 0 ? void 0 : table?.slice(
    kernel,
    op.quant,
    distribution,
    op.phase,
    op.topk,
    op.experts,
    op.experts,
    op.hiddenSize,
    op.interSize,
    1,
    op.moeEp
  );
  if (slice === void 0) throw new DataMissing(`no measured experts of a rank in ${op.quant} over ${op.moeEp} ranks`);
  return curvesOf(slice, [], "num_tokens").get("");
}
var BLACKWELL_SM3 = 100;
function kernelOf4(table, backend, smVersion, quant) {
  let isGrouped = smVersion >= BLACKWELL_SM3 && quant === "fp8_block", wanted = backend === "trtllm" ? isGrouped ? "deepgemm" : "moe_torch_flow" : "deepep_moe", names = new Set(table.sliceKeys.map((key) => String(key[0])));
  return names.has(wanted) ? wanted : [...names].sort()[0];
}
function distributionOf(table, kernel, op) {
  let measured2 = new Set(
    table.sliceKeys.filter((key) => key[0] === kernel && key[1] === op.quant && key[3] === op.phase).map((key) => String(key[2]))
  );
  return [op.distribution, ANY_DISTRIBUTION2, ...table.lanes].find((name) => measured2.has(name));
}

// src/operations/gemm-scale.ts
function scaleTime(database, table, { growsOutside }) {
  let gridOf2 = memo2((quant) => openGrid2(database, table, quant));
  return (quant, m, k) => {
    let grid = gridOf2(quant), mIn = Math.max(grid.m[0], Math.min(Math.trunc(m), grid.m[grid.m.length - 1])), kIn = Math.max(grid.kMin, Math.min(Math.trunc(k), grid.kMax)), inside = planeTime(grid.rows, mIn, kIn);
    return !growsOutside || mIn === Math.trunc(m) && kIn === Math.trunc(k) ? inside : inside * (Math.trunc(m) * Math.trunc(k) / (mIn * kIn));
  };
}
function openGrid2(database, table, quant) {
  let slice = database.table(table)?.slice(quant);
  if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
  let rows = new Map([...readCurves(slice, ["m"], "k")].map(([m, curve]) => [Number(m), curve])), k = slice.column("k");
  return { m: [...rows.keys()], rows, kMin: Math.min(...k), kMax: Math.max(...k) };
}

// src/operations/gemm.ts
var gemm2 = {
  sees: ({ rows }) => rows,
  isRemembered: !0,
  weightBytes: ({ n, k, quant }) => n * k * GEMM_QUANT[quant].bytes,
  source: ({ quant }) => quant === "fp8_static" ? "estimated: gemm in fp8 less computescale and scale_matrix" : "measured: gemm",
  time: gemmTime
};
function gemmTime(tables) {
  let { database } = tables, tableOf = memo2((quant) => openTable(tables, quant)), scales = {
    compute: scaleTime(database, "computescale", { growsOutside: !1 }),
    matrix: scaleTime(database, "scale_matrix", { growsOutside: !0 })
  }, staticFloor = productFloor(tables, "fp8_static");
  return (op, step) => {
    let m = inputRows(op, step);
    if (op.quant !== "fp8_static") return Math.max(0, tableTime(tableOf(op.quant), m, op));
    let dynamic = tableTime(tableOf("fp8"), m, op);
    return Math.max(staticFloor(m, op.n, op.k), withoutScales(dynamic, m, op, scales));
  };
}
function inputRows(op, step) {
  return perRank(op, op.rows === "sequences" ? step.batch : step.tokens);
}
function withoutScales(dynamic, m, { k, hasLowPrecisionInput }, { compute, matrix }) {
  let unscaled = dynamic - compute("fp8", m, k);
  return hasLowPrecisionInput ? unscaled - matrix("fp8", m, k) : unscaled;
}
function openTable(tables, quant) {
  let { database, constants } = tables, slice = database.table("gemm")?.slice(quant);
  if (slice === void 0) throw new DataMissing(`no measured matrix products in ${quant}`);
  let { tokens, sizes } = constants.gemm;
  return { grid: denseGrid(
    { x: slice.column("m"), y: slice.column("n"), z: slice.column("k"), value: slice.column("latency") },
    { targetX: tokens, targetY: sizes, targetZ: sizes, floor: productFloor(tables, quant) }
  ), curves: /* @__PURE__ */ new Map() };
}
function tableTime(table, m, size) {
  let curve = shapeCurve(table, size);
  if (curve.m.length >= 2) {
    let [m0, m1] = bracket(m, curve.m, !1), at = (key) => curve.latencyMs[curve.m.indexOf(key)];
    return m0 === m1 ? at(m0) : interpolate1d(m0, m1, at(m0), at(m1), m);
  }
  return lookup3(table.grid, m, size.n, size.k, "cubic");
}
var SIZE_LIMIT = 2 ** 26;
function shapeCurve({ grid, curves }, { n, k }) {
  let key = n * SIZE_LIMIT + k, curve = curves.get(key);
  if (curve === void 0) {
    curve = { m: [], latencyMs: [] };
    for (let i = 0; i < grid.xKeys.length; i += 1) {
      let latency = grid.value(grid.xKeys[i], n, k);
      latency !== void 0 && (curve.m.push(grid.xKeys[i]), curve.latencyMs.push(latency));
    }
    curves.set(key, curve);
  }
  return curve;
}
function productFloor({ system, constants }, quant) {
  let mode = GEMM_QUANT[quant], flops = constants.peakFlops.gemm(system, mode);
  return (m, n, k) => {
    let mathMs = 2 * m * n * k / flops * 1e3, memoryMs = mode.bytes * (m * n + m * k + n * k) / system.memBwBytesPerSec * 1e3;
    return Math.max(mathMs, memoryMs);
  };
}

// src/operations/grid/along-z.ts
function bilinearAlong(grid, x, y) {
  let cell;
  return (z) => {
    if (cell !== void 0 && z > cell.z0 && z < cell.z1) return cell.value(z);
    let value = lookup3(grid, x, y, z, "bilinear");
    return cell = cellAt(grid, { x, y, z }), value;
  };
}
function cellAt(grid, { x, y, z }) {
  let [x0, x1] = bracket(x, grid.xKeys, !0);
  if (x0 !== x1) return;
  let [y0, y1] = bracket(y, grid.yKeys(x), !0), [low, high] = [grid.row(x, y0), grid.row(x, y1)];
  if (low === void 0 || high === void 0) return;
  let [z0, z1] = bracket(z, high.keys, !0), corners = [valueAt(low, z0), valueAt(low, z1), valueAt(high, z0), valueAt(high, z1)];
  if (!(z0 === z1 || !corners.every((corner) => corner !== void 0 && Number.isFinite(corner))))
    return { z0, z1, value: y0 === y1 ? onRow(low, z0, z1) : onPlane([low, high], [y0, y1, y], [z0, z1]) };
}
function onRow(row, z0, z1) {
  let [at0, at1] = [valueAt(row, z0), valueAt(row, z1)];
  return (z) => interpolate1d(z0, z1, at0, at1, z);
}
function onPlane([low, high], [y0, y1, y], [z0, z1]) {
  let low0 = valueAt(low, z0) * (y1 - y), low1 = valueAt(low, z1) * (y1 - y), high0 = valueAt(high, z0) * (y - y0), high1 = valueAt(high, z1) * (y - y0), area = (y1 - y0) * (z1 - z0);
  return (z) => (low0 * (z1 - z) + low1 * (z - z0) + high0 * (z1 - z) + high1 * (z - z0)) / area;
}

// src/operations/generation-attention.ts
var generationAttention = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: generation_attention",
  time: generationAttentionTime
};
function generationAttentionTime(tables) {
  let { database, constants } = tables, { heads, generationBatches, generationLengths } = constants.attention, gridOf2 = slicedGrids(
    database,
    "generation_attention",
    (slice, key) => denseGrid(decodePoints(slice), {
      targetX: headsFrom(slice, heads),
      targetY: generationBatches,
      targetZ: generationLengths,
      floor: decodeFloor(tables, key)
    })
  ), gridFor = (op) => gridOf2([op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]), sampled = sampledLengths(constants.attention);
  return Object.assign((op, { batch, sequenceLength }) => meanOverLengths(sequenceLength, constants.attention, bilinearAlong(gridFor(op), op.heads, batch)), { along: (op, batch, lengths) => {
    let grid = gridFor(op), means = new Float64Array(lengths.length);
    for (let around of sampled(lengths)) {
      let timeAt = bilinearAlong(grid, op.heads, batch);
      for (let i = 0; i < around.length; i += 1) means[i] += timeAt(around[i]);
    }
    for (let i = 0; i < means.length; i += 1) means[i] /= constants.attention.lengthSamples;
    return means;
  } });
}
function meanOverLengths(meanLength2, samples, timeAt) {
  let sum3 = 0;
  for (let i = 0; i < samples.lengthSamples; i += 1) sum3 += timeAt(sampledLength(meanLength2, i, samples));
  return sum3 / samples.lengthSamples;
}
function sampledLength(meanLength2, sample, { lengthSamples, lengthSpread }) {
  let low = Math.max(1, Math.trunc(meanLength2 * lengthSpread[0])), high = Math.max(low, Math.trunc(meanLength2 * lengthSpread[1]));
  return low + Math.floor((high - low) * sample / (lengthSamples - 1));
}
function sampledLengths(samples) {
  return latest(
    (meanLengths) => Array.from(
      { length: samples.lengthSamples },
      (_, sample) => meanLengths.map((length) => sampledLength(length, sample, samples))
    )
  );
}
function decodeFloor({ system, constants }, key) {
  let [kvCache, sliceHeads, headSize, windowSize] = key, { bytes } = KV_CACHE_QUANT[kvCache], flops = constants.peakFlops.attention(system, KV_CACHE_QUANT[kvCache]);
  return (heads, batch, length) => {
    let kvHeads = sliceHeads === 0 ? heads : sliceHeads, kvLength = windowSize > 0 ? Math.min(length - 1, windowSize) : length - 1, mathMs = 2 * batch * heads * headSize * 2 * kvLength / flops * 1e3, moved = batch * (heads * headSize * 2 + 2 * kvHeads * kvLength * headSize * bytes + heads * headSize * 2);
    return Math.max(mathMs, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/operations/generation-mla.ts
var generationMla = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: generation_mla",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "generation_mla", (slice) => latentDecodeGrid(slice, constants));
    return ({ kvCache, heads }, { batch, sequenceLength }) => lookup3(gridOf2([kvCache]), heads, batch, sequenceLength, "bilinear");
  }
};

// src/operations/hyper-connection.ts
var hyperConnection2 = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: (op) => mixingParameters(op) * GEMM_QUANT.bfloat16.bytes,
  source: () => "measured: mhc_module",
  time: hyperConnectionTime
};
function mixingParameters({ hiddenSize, streams }) {
  let outputs = (2 + streams) * streams;
  return 2 * (outputs * streams * hiddenSize + outputs + 3);
}
var HYPER_CONNECTIONS = "mhc_module";
function hyperConnectionTime({ database }) {
  let curveOf2 = perShape((op) => {
    let slice = database.table(HYPER_CONNECTIONS)?.slice(op.stage), curves = slice === void 0 ? void 0 : readCurves(slice, ["hc_mult", "hidden_size"], "num_tokens");
    return measuredCurve(curves, op);
  }, shapeOf);
  return (op, { tokens }) => curveAt(curveOf2(op), perRank(op, tokens));
}
function measuredCurve(curves, { stage, streams, hiddenSize }) {
  let curve = curves?.get(`${streams} ${hiddenSize}`);
  if (curve !== void 0) return curve;
  throw new DataMissing(`no measured hyper-connections (${stage}) of ${streams} streams of ${hiddenSize}`, {
    isOfEveryStep: !0
  });
}

// src/operations/resolved/state-kernels.ts
var AXES = {
  context: ["batch_size", "seq_len"],
  generation: ["batch_size"]
};
function resolvedStateTime(tables, kernels, rowsOf2 = standInRows(kernels)) {
  let { system } = tables, boundMs = (op, step) => movingMs(system, kernels.movedBytes(op, step)), measured2 = measuredStates(tables, kernels.table), gridOfShape = perShape((op) => {
    let slice = rowsOf2(op, measured2), phase = kernels.phaseOf(op);
    return { phase, timeAt: slice && openGrid3(tables, slice, { phase, bound: (step) => boundMs(op, step) }) };
  }, shapeOf);
  return (op, step) => {
    let { phase, timeAt } = gridOfShape(op), timeMs = timeAt === void 0 ? void 0 : attempt(() => timeAt(pointOf(phase, step)));
    return Math.max(0, typeof timeMs == "number" ? timeMs : boundMs(op, step));
  };
}
function standInRows({ phaseOf, sizesOf, distance }) {
  return (op, { sizes, exact }) => {
    let phase = phaseOf(op), found = standInSizes(sizes(op.kernel, phase), sizesOf(op), distance);
    return found && exact(op.kernel, phase, found);
  };
}
function measuredStates({ database }, name) {
  let table = database.table(name);
  return {
    exact: (kernel, phase, sizes) => table?.slice(kernel, phase, ...sizes),
    sizes: (kernel, phase) => (table?.sliceKeys ?? []).filter((key) => key[0] === kernel && key[1] === phase).map((key) => key.slice(2).map(Number))
  };
}
function openGrid3({ constants }, slice, { phase, bound }) {
  let { farField } = constants.resolver;
  return gridOf(slice, { axes: AXES[phase], farField, speedOfLight: (point) => bound(stepOf(point)) });
}
function pointOf(phase, { batch, sequenceLength }) {
  return Float64Array.from(phase === "context" ? [batch, sequenceLength] : [batch]);
}
function stepOf(point) {
  let [batch, length] = [point[0], point[1]];
  return { tokens: batch * (length ?? 1), batch, sequenceLength: length ?? 0 };
}

// src/operations/kda.ts
var KERNELS5 = {
  causal_conv1d_fn_qkv3: { phase: "context", moves: "convolution" },
  chunk_kda: { phase: "context", moves: "scan" },
  flashkda_fwd: { phase: "context", moves: "scan" },
  causal_conv1d_update: { phase: "generation", moves: "convolution" },
  fused_recurrent_kda_packed_decode: { phase: "generation", moves: "recurrence" },
  fused_kda_decode: { phase: "generation", moves: "recurrence" }
}, STATE_ELEMENT2 = 4, INPUTS = 4, MOVES2 = {
  convolution: ({ tokens }, { heads, headSize, convWidth }) => convolutionBytes(tokens, 3 * heads * headSize, convWidth),
  scan: (step, op) => recurrenceBytes(step, op, step.batch + wholeChunks(step)),
  recurrence: (step, op) => recurrenceBytes(step, op, step.batch)
};
function recurrenceBytes({ tokens }, { heads, headSize }, states) {
  let width = heads * headSize;
  return tokens * (INPUTS + 1) * width * 2 + 2 * states * width * headSize * STATE_ELEMENT2;
}
var KDA_KERNELS = {
  table: "kda",
  phaseOf: ({ kernel }) => KERNELS5[kernel].phase,
  sizeColumns: DELTA_SIZES,
  sizesOf: ({ hiddenSize, heads, headSize, convWidth }) => [hiddenSize, heads, headSize, heads, headSize, convWidth],
  distance: headsApart,
  movedBytes: (op, step) => MOVES2[KERNELS5[op.kernel].moves](step, op)
}, kda = {
  ...stateKind(KDA_KERNELS),
  time: (tables) => resolvedStateTime(tables, KDA_KERNELS)
};

// src/operations/mamba2.ts
var KERNELS6 = {
  causal_conv1d_fn: { phase: "context", isConvolution: !0 },
  mamba_chunk_scan_combined: { phase: "context", isConvolution: !1 },
  causal_conv1d_update: { phase: "generation", isConvolution: !0 },
  selective_state_update: { phase: "generation", isConvolution: !1 }
}, MAMBA2_KERNELS = {
  table: "mamba2",
  phaseOf: ({ kernel }) => KERNELS6[kernel].phase,
  sizeColumns: ["d_model", "d_state", "d_conv", "nheads", "head_dim", "n_groups", "chunk_size"],
  sizesOf: ({ hiddenSize, stateSize, convWidth, heads, headSize, groups: groups2, chunkSize }) => [
    hiddenSize,
    stateSize,
    convWidth,
    heads,
    headSize,
    groups2,
    chunkSize
  ],
  distance: () => 0,
  movedBytes: ({ kernel, heads, headSize, groups: groups2, stateSize, convWidth }, { tokens }) => {
    let inner = heads * headSize, inputs = inner + 2 * groups2 * stateSize;
    return KERNELS6[kernel].isConvolution ? convolutionBytes(tokens, inputs, convWidth) : tokens * (inputs + heads) * 2 + tokens * inner * 2;
  }
}, mamba2 = {
  ...stateKind(MAMBA2_KERNELS),
  time: (tables) => filledStateTime(tables, MAMBA2_KERNELS)
};

// src/operations/mla-bmm.ts
var mlaBmm = {
  sees: () => "sequences",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: mla_bmm",
  time: bmmTime
}, BMM_TABLE_NAMES = { pre: "mla_gen_pre", post: "mla_gen_post" };
function bmmTime({ database }) {
  let slices = /* @__PURE__ */ new Map(), open3 = (op) => {
    let table = database.table("mla_bmm"), isMeasured = table?.sliceKeys.some(([mode]) => mode === op.quant) === !0, slice = table?.slice(isMeasured ? op.quant : "bfloat16", BMM_TABLE_NAMES[op.stage]);
    return slice === void 0 ? /* @__PURE__ */ new Map() : readCurves(slice, ["num_heads"], "num_tokens");
  };
  return (op, { batch }) => {
    let name = `${op.quant} ${op.stage}`, curves = slices.get(name);
    curves === void 0 && (curves = open3(op), slices.set(name, curves));
    let curve = curves.get(String(op.heads));
    if (curve === void 0) throw new DataMissing(`no measured latent products of ${op.heads} heads`);
    return curveAt(curve, batch);
  };
}

// src/operations/mla-module.ts
var common3 = { sees: () => "length", isRemembered: !0, weightBytes: noWeights }, contextMlaModule = {
  ...common3,
  source: () => "measured: mla_context_module",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "mla_context_module", (slice) => latentPrefillGrid(slice, constants, !1));
    return ({ fmha, kvCache, gemm: gemm3, heads }, step) => prefillTime2(gridOf2([fmha, kvCache, gemm3]), { heads, cp: 1 }, step);
  }
}, generationMlaModule = {
  ...common3,
  source: () => "measured: mla_generation_module",
  time: ({ database, constants }) => {
    let gridOf2 = slicedGrids(database, "mla_generation_module", (slice) => latentDecodeGrid(slice, constants));
    return ({ fmha, kvCache, gemm: gemm3, heads }, { batch, sequenceLength }) => lookup3(gridOf2([fmha, kvCache, gemm3]), heads, batch, sequenceLength, "cubic");
  }
};

// src/operations/moe-dispatch.ts
var moeDispatch = {
  sees: () => "tokens",
  isRemembered: !0,
  weightBytes: noWeights,
  source: () => "measured: custom_allreduce, nccl",
  time: (tables) => dispatchTime(tables, { allReduce: allReduceTime(tables), collective: collectiveTime(tables) })
};
function dispatchTime({ database, system, constants }, { allReduce: allReduce3, collective: collective2 }) {
  let plan = DISPATCH_PLANS[database.backend];
  return (op, { tokens }) => plan(op, tokens * op.hiddenSize, { system, constants: constants.dispatch }).reduce(
    (total, { collective: name, elements, gpus }) => total + (name === "all_reduce" ? allReduce3(elements, gpus) : collective2(name, elements, gpus)),
    0
  );
}
function exchange(op, elements) {
  return { collective: op.stage === "pre" ? "all_gather" : "reduce_scatter", elements, gpus: op.gpus };
}
function allReduce2(op, elements) {
  return { collective: "all_reduce", elements, gpus: op.gpus };
}
var reduceOrExchange = (op, volume) => op.attentionTp > 1 ? [allReduce2(op, volume)] : op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : [], trtllm = (op, volume, scope) => {
  let { compression, compressingSm } = scope.constants;
  if (scope.system.smVersion !== compressingSm) return reduceOrExchange(op, volume, scope);
  let sent = op.stage === "pre" ? volume * (compression[op.quant] ?? 1) : volume;
  return op.attentionDp > 1 ? [exchange(op, sent * op.attentionDp)] : op.attentionTp > 1 ? [allReduce2(op, volume)] : [];
}, vllm = (op, volume) => [
  ...op.attentionTp > 1 && !(op.isReduced && op.stage === "pre") ? [allReduce2(op, volume)] : [],
  ...op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : []
], sglang = (op, volume, scope) => {
  let { attentionTp, attentionDp, attentionCp, stage, phase } = op;
  if (attentionTp > 1 && attentionDp > 1) {
    let all = exchange(op, volume * attentionDp);
    return stage === "pre" ? [{ collective: "reduce_scatter", elements: volume, gpus: attentionTp }, all] : [all, { collective: "all_gather", elements: volume, gpus: attentionTp }];
  }
  return attentionCp === 1 ? reduceOrExchange(op, volume, scope) : phase === "context" ? [exchange(op, volume)] : stage === "pre" ? [] : [allReduce2(op, volume)];
}, DISPATCH_PLANS = { trtllm, vllm, sglang };

// src/operations/msa-module.ts
var common4 = {
  sees: () => "length",
  isRemembered: !0,
  weightBytes: noWeights,
  time: () => unmeasured2
}, unmeasured2 = () => {
  throw new DataMissing("no measured blocks of this sparse attention", { isOfEveryStep: !0 });
}, contextMsaModule = {
  ...common4,
  source: () => "measured: msa_context_module"
}, generationMsaModule = {
  ...common4,
  source: () => "measured: msa_generation_module"
};

// src/operations/point-to-point.ts
var pointToPoint2 = {
  sees: () => "tokens",
  isRemembered: !1,
  weightBytes: noWeights,
  source: () => "estimated from link bandwidth",
  time: ({ system }) => (op, { tokens }) => op.stages === 1 ? 0 : (perRank(op, tokens) * op.elements * ACTIVATION_BYTES / system.interNodeBwBytesPerSec + system.p2pLatencySec) * 1e3
};

// src/operations/resolved/three-axes.ts
function threeAxes(timeAt) {
  let point = new Float64Array(3);
  return (outer, middle, inner) => (point[0] = outer, point[1] = middle, point[2] = inner, timeAt(point));
}

// src/operations/spread-mla-roofline.ts
var HEADS = 128, HIDDEN = 7168, QUERY_RANK = 1536, LATENT2 = 512, ROPE = 64, HEAD = 128, KEY = HEAD + ROPE, KEY_AND_VALUE = KEY + HEAD;
function sharedHeads(heads) {
  return Math.floor(HEADS / Math.floor(HEADS / heads));
}
function bounded2({ system, constants }, mode, boundsAt) {
  let flops = constants.peakFlops.gemm(system, mode), attentionFlops = constants.peakFlops.gemm(system, FMHA_QUANT.bfloat16);
  return (point) => {
    let { products: products2, attention: attention4, moved } = boundsAt(point), workMs = products2 / flops * 1e3 + attention4 / attentionFlops * 1e3;
    return Math.max(workMs, moved * mode.bytes / system.memBwBytesPerSec * 1e3);
  };
}
function spreadPrefillRoofline(tables, mode) {
  return bounded2(tables, mode, (point) => {
    let [n, s, b] = [sharedHeads(point[0]), point[1], point[2]], queryUp = 2 * QUERY_RANK * n * KEY * b * s, keyUp = 2 * LATENT2 * n * (2 * HEAD) * b * s, output = 2 * n * HEAD * HIDDEN * b * s, queries = b * QUERY_RANK * s + QUERY_RANK * n * KEY + 2 * b * n * KEY * s, keys = b * s * LATENT2 + n * (2 * HEAD) * LATENT2 + 2 * b * (2 * HEAD) * n * s, attended = b * s * n * KEY + b * s * n * KEY + b * s * n * HEAD + b * s * n * HEAD, outputs = b * n * HEAD * s + n * HEAD * HIDDEN + 2 * b * HIDDEN * s;
    return {
      products: queryUp + keyUp + output,
      attention: Math.floor(2 * n * KEY_AND_VALUE * b * (s * s) / 2),
      moved: queries + keys + attended * 2 + outputs
    };
  });
}
var FP8_DECODE_SM2 = 89;
function spreadDecodeRoofline(tables, cache) {
  let isFp8 = cache.type === "fp8" && tables.system.smVersion >= FP8_DECODE_SM2;
  return bounded2(tables, isFp8 ? FMHA_QUANT.fp8 : FMHA_QUANT.bfloat16, (point) => {
    let [n, b, s] = [sharedHeads(point[0]), point[1], point[2]], queryUp = 2 * QUERY_RANK * n * KEY * b, intoLatent = 2 * n * HEAD * LATENT2 * b, outOfLatent = 2 * b * n * LATENT2 * HEAD, output = 2 * n * HEAD * HIDDEN * b, queries = b * QUERY_RANK + QUERY_RANK * n * KEY + 2 * b * n * KEY, keys = b * n * HEAD + n * LATENT2 * HEAD + 2 * b * n * LATENT2, attended = b * n * (LATENT2 + ROPE) + b * s * (LATENT2 + ROPE) + b * n * LATENT2, values = b * n * LATENT2 + n * HEAD * LATENT2 + 2 * b * n * HEAD, outputs = b * n * HEAD + n * HEAD * HIDDEN + 2 * b * HIDDEN;
    return {
      products: queryUp + intoLatent + outOfLatent + output,
      attention: 2 * b * s * n * (ROPE + 2 * LATENT2),
      moved: queries + keys + attended * 2 + values + outputs
    };
  });
}

// src/operations/spread-mla.ts
var common5 = { sees: () => "length", isRemembered: !0, weightBytes: noWeights }, contextSpreadMla = {
  ...common5,
  source: () => "measured: wideep_context_mla",
  time: prefillTime3
}, generationSpreadMla = {
  ...common5,
  source: () => "measured: wideep_generation_mla",
  time: decodeTime2
};
function prefillTime3(tables) {
  let { database, constants } = tables, { farField } = constants.resolver, kernelOf5 = perShape(
    ({ fmha, kvCache }) => {
      let speedOfLight = spreadPrefillRoofline(tables, FMHA_QUANT[fmha]), slice = kernelSlice2(database, "wideep_context_mla", [fmha, kvCache]);
      return threeAxes(
        gridOf(slice, { axes: ["num_heads", "isl", "batch_size"], rootAxis: 1, speedOfLight, farField })
      );
    },
    ({ fmha, kvCache }) => `${fmha} ${kvCache}`
  );
  return (op, { batch, sequenceLength }) => {
    let kernel = kernelOf5(op);
    return Math.max(
      0,
      overRanks(sequenceLength, op.cp, (length) => kernel(op.heads, length, batch))
    );
  };
}
function decodeTime2(tables) {
  let { farField } = tables.constants.resolver, kernelOf5 = perShape(
    ({ kvCache }) => {
      let speedOfLight = spreadDecodeRoofline(tables, KV_CACHE_QUANT[kvCache]), slice = kernelSlice2(tables.database, "wideep_generation_mla", [kvCache]);
      return threeAxes(gridOf(slice, { axes: ["num_heads", "batch_size", "isl"], speedOfLight, farField }));
    },
    ({ kvCache }) => kvCache
  );
  return (op, { batch, sequenceLength }) => Math.max(0, kernelOf5(op)(op.heads, batch, sequenceLength));
}
var KERNELS7 = ["flashinfer", "trtllm_mla"];
function kernelSlice2(database, name, modes) {
  let table = database.table(name);
  for (let kernel of KERNELS7) {
    let slice = table?.slice(kernel, ...modes);
    if (slice !== void 0 && slice.rowCount > 0) return slice;
  }
  throw new DataMissing(`${name} has no rows for ${modes.join(", ")}`, { isOfEveryStep: !0 });
}

// src/operations/operations.ts
var KINDS2 = {
  embedding: embedding2,
  elementWise: elementWise2,
  gemm: gemm2,
  contextAttention,
  generationAttention,
  customAllReduce,
  pointToPoint: pointToPoint2,
  contextMlaModule,
  generationMlaModule,
  contextMla,
  generationMla,
  mlaBmm,
  contextSpreadMla,
  generationSpreadMla,
  contextDsaModule,
  generationDsaModule,
  contextMsaModule,
  generationMsaModule,
  experts,
  moeDispatch,
  collective,
  allToAll: allToAll2,
  expertCompute,
  gdn,
  mamba2,
  kda,
  contextCompressed,
  generationCompressed,
  hyperConnection: hyperConnection2
}, ROWS = KINDS2;
function kindOf(kind) {
  return ROWS[kind];
}
var COMPOSITES = {
  fallback: {
    inside: ({ primary, parts: parts2 }) => [primary, ...parts2],
    // The block measured as one has no weights of its own.
    weighed: ({ parts: parts2 }) => parts2,
    source: "measured as one block, or as the sum of its parts",
    time: ({ primary, parts: parts2 }, timeOf) => {
      let isMeasured = !0;
      return (step) => {
        try {
          if (isMeasured) return timeOf(primary, step);
        } catch (error2) {
          if (!(error2 instanceof DataMissing)) throw error2;
          isMeasured = !error2.isOfEveryStep;
        }
        return totalTime(parts2, step, timeOf);
      };
    }
  },
  overlap: {
    inside: ({ branches: branches2 }) => branches2.flat(),
    weighed: ({ branches: branches2 }) => branches2.flat(),
    source: "the longer of two branches that run at once",
    time: ({ branches: branches2 }, timeOf) => (step) => Math.max(...branches2.map((branch) => totalTime(branch, step, timeOf)))
  }
};
function compositeOf(name) {
  return COMPOSITES[name];
}
function totalTime(operations, step, timeOf) {
  return operations.reduce((total, operation) => total + timeOf(operation, step), 0);
}
function isComposite(op) {
  return op.kind in COMPOSITES;
}
function compositeTime(op, timeOf) {
  return compositeOf(op.kind).time(op, timeOf);
}
function weightBytes3(op) {
  return isComposite(op) ? compositeOf(op.kind).weighed(op).reduce((total, part) => total + weightBytes3(part), 0) : kindOf(op.kind).weightBytes(op) * op.count;
}
function seesLength(op) {
  return isComposite(op) ? compositeOf(op.kind).inside(op).some(seesLength) : kindOf(op.kind).sees(op) === "length";
}
function sourceOf(op) {
  return isComposite(op) ? compositeOf(op.kind).source : kindOf(op.kind).source(op);
}

// src/operations/remembered.ts
var KEYS = {
  tokens: { outer: () => 0, inner: ({ tokens }) => tokens },
  sequences: { outer: () => 0, inner: ({ batch }) => batch },
  length: { outer: ({ batch }) => batch, inner: ({ sequenceLength }) => sequenceLength }
}, MOST_REMEMBERED2 = 8192;
function remembered(open3) {
  let byShape = /* @__PURE__ */ new Map(), byOperation = /* @__PURE__ */ new WeakMap(), make = (op) => {
    if (isComposite(op) || !kindOf(op.kind).isRemembered) return open3(op);
    let shape = shapeOf(op), known3 = byShape.get(shape) ?? /* @__PURE__ */ new Map();
    return byShape.set(shape, known3), knownTime(open3(op), known3, KEYS[kindOf(op.kind).sees(op)]);
  };
  return (op, step) => {
    let time2 = byOperation.get(op);
    return time2 === void 0 && (time2 = make(op), byOperation.set(op, time2)), time2(step);
  };
}
function knownTime(time2, known3, { outer, inner }) {
  let [lastBatch, lastKey, last] = [Number.NaN, Number.NaN, 0], times = /* @__PURE__ */ new Map();
  return (step) => {
    let batch = outer(step), key = inner(step);
    if (batch !== lastBatch)
      times = known3.get(batch) ?? /* @__PURE__ */ new Map(), known3.set(batch, times), [lastBatch, lastKey] = [batch, Number.NaN];
    else if (key === lastKey) return last;
    let value = times.get(key);
    if (value === void 0 && (value = attempt(() => time2(step)), times.size < MOST_REMEMBERED2 && times.set(key, value)), typeof value != "number") throw value;
    return lastKey = key, last = value, value;
  };
}

// src/operations/timer.ts
function operationTimer({ database, system, lookups }) {
  let timerOf = database.derived(
    lookups,
    () => kindTimers({ database, system, constants: lookups.constants }, lookups)
  ), along = (op, batch, lengths) => {
    if (!isComposite(op)) return timesOfLayers(timerOf(op.kind).along?.(op, batch, lengths), op.count);
    let times = op.kind === "fallback" ? attempt(() => along(op.primary, batch, lengths)) : void 0;
    return times instanceof DataMissing ? void 0 : timesOfLayers(times, op.count);
  }, time2 = Object.assign((op, step) => once(op, step) * op.count, { along }), once = remembered((op) => {
    if (isComposite(op)) return compositeTime(op, time2);
    let kindTime = timerOf(op.kind);
    return (step) => kindTime(op, step);
  });
  return time2;
}
function timesOfLayers(times, count) {
  for (let i = 0; times !== void 0 && i < times.length; i += 1) times[i] = times[i] * count;
  return times;
}
function kindTimers(tables, { times }) {
  let open3 = (kind) => (times[kind] ?? kindOf(kind).time)(tables);
  return memo2((kind) => open3(kind));
}

// src/profile/measured.ts
function openMeasured2(request, engine) {
  return { architecture: findArchitecture(request, engine), backends: measuredBackends(request, engine) };
}
function wantedBackends({ backend }) {
  return backend === "auto" ? BACKENDS : [backend];
}
function measuredAt(place, engine) {
  return measuredIn(engine.data.database(place.system, place.backend), place, engine);
}
function glanceAt(place, engine) {
  return measuredIn(engine.data.glance(place.system, place.backend), place, engine);
}
function measuredIn(database, { system: name, backend }, engine) {
  let { revision, data, once = sweepAnew } = engine, system = data.systems[name];
  if (database === void 0 || system === void 0) return;
  let operationTime = operationTimer({ database, system, lookups: revision.lookups });
  return {
    backend,
    revision,
    database,
    system,
    operationTime,
    once: (what, make) => once(`${name} ${backend} ${what}`, make)
  };
}
function measuredBackends(request, engine) {
  let { system, gpuSku } = request.hardware, found = wantedBackends(request).flatMap((backend) => measuredAt({ system, backend }, engine) ?? []);
  if (found.length > 0) return found.map((one) => ({ ...one, system: limitedToVram(one.system, request) }));
  throw new RenderError("NOT_MEASURED", {
    message: `there is no measured data for ${wantedBackends(request).join(", ")} on ${gpuSku}`,
    path: "spec.hardware.gpuSku",
    origin: request.locate("spec.hardware.gpuSku"),
    hint: "choose another backend or GPU, or make the data with `dgdr-render perfdb import`"
  });
}

// src/engine/candidate.ts
function leadWorker(candidate) {
  return candidate.mode === "agg" ? candidate.worker : candidate.decode;
}
function workersByRole(candidate) {
  return candidate.mode === "agg" ? [["agg", candidate.worker]] : [
    ["prefill", candidate.prefill],
    ["decode", candidate.decode]
  ];
}
function mostMemoryUsedGib(candidate) {
  return candidate.mode === "agg" ? candidate.worker.memoryGib : Math.max(candidate.prefill.memoryGib, candidate.decode.memoryGib);
}
function replicaGpus(candidate) {
  return candidate.mode === "agg" ? workerGpus(candidate.worker) : workerGpus(candidate.prefill) + workerGpus(candidate.decode);
}
function workerGpus({ layout: { tp, pp, dp }, workers }) {
  return workers * tp * pp * dp;
}

// src/models/layout.ts
function gpusPerWorker({ tp, pp, dp, cp }) {
  return tp * pp * dp * cp;
}
function layoutLabel({ tp, pp, dp, moeTp, moeEp, cp }) {
  return `tp${tp}pp${pp}dp${dp}etp${moeTp}ep${moeEp}${cp > 1 ? `cp${cp}` : ""}`;
}

// src/pick/ranking.ts
var TOP_ROWS = 5;
function cutToTop(ranked) {
  return { top: ranked.slice(0, TOP_ROWS), further: ranked.slice(TOP_ROWS) };
}
var clusterRate = (ranked) => ranked.clusterRate;
function metric(name) {
  return ({ candidate }) => candidate.metrics[name];
}
function deployWithin(candidate, budgetGpus) {
  let gpus = replicaGpus(candidate);
  return { replicaGpus: gpus, budgetGpus, replicas: Math.floor(budgetGpus / gpus) };
}
function deliveryOf({ candidate: { metrics }, replicas: replicas2, replicaGpus: gpus }) {
  let { requestsPerSec, tokensPerSec, concurrency } = metrics;
  return {
    gpus: replicas2 * gpus,
    requestsPerSec: replicas2 * requestsPerSec,
    tokensPerSec: replicas2 * tokensPerSec,
    concurrency: replicas2 * concurrency
  };
}
function loadBudget({ gpus }, totalGpus) {
  return Math.min(gpus, totalGpus);
}
function bestOfEachLayout(ranked, score, wanted = "largest") {
  let sign = wanted === "largest" ? 1 : -1, best = /* @__PURE__ */ new Map();
  for (let one of ranked) {
    let label = layoutLabel(leadWorker(one.candidate).layout), found = best.get(label);
    (found === void 0 || sign * (score(one) - score(found)) > 0) && best.set(label, one);
  }
  return [...best.keys()].sort().map((label) => best.get(label));
}

// src/pick/targets.ts
function meetsTarget({ latency, limitMs }) {
  let latencyMs2 = metric(latency);
  return (one) => latencyMs2(one) <= limitMs;
}
function byTargets(target) {
  let latencyMs2 = metric(target.latency), isMet = meetsTarget(target);
  return (a, b) => isMet(a) || isMet(b) ? Number(isMet(b)) - Number(isMet(a)) : latencyMs2(a) - latencyMs2(b);
}

// src/pick/choose.ts
function pickOrder({ isLoadMatch, target, mends }) {
  let targets = mends.meetsTargetsFirst ? byTargets(target) : () => 0;
  if (isLoadMatch && mends.choosesByServedLoad) {
    let candidates = byServedLoad(targets);
    return { candidates, tables: byFirst(candidates) };
  }
  let tables = byFirst(targets);
  return {
    candidates: (a, b) => targets(a, b) || clusterRate(b) - clusterRate(a),
    tables: (a, b) => tables(a, b) || b.bestThroughput - a.bestThroughput
  };
}
function chooseTable(tables, order) {
  return tables.reduce(
    (best, table) => best === void 0 || order.tables(table.ranked, best.ranked) < 0 ? table : best,
    void 0
  );
}
function byFirst(order) {
  return ({ top: [a] }, { top: [b] }) => a === void 0 || b === void 0 ? +(a === void 0) - +(b === void 0) : order(a, b);
}
var rate = metric("tokensPerSecPerGpu");
function byServedLoad(targets) {
  let servesAll = (one) => +(servedPercent(one) === 100);
  return (a, b) => servesAll(b) - servesAll(a) || targets(a, b) || servedPercent(b) - servedPercent(a) || loadGpus(a) - loadGpus(b) || rate(b) - rate(a);
}
function servedPercent({ load }) {
  return load?.servedPercent === void 0 ? 100 : Math.min(load.servedPercent, 99.9);
}
function loadGpus({ load, budgetGpus }) {
  return load?.gpus ?? budgetGpus;
}

// src/engine/row-order.ts
function quickSort(rows, key, direction) {
  let isReversed = direction === "descending", last = rows.length - 1, keys = new Float64Array(rows.length), order = new Uint32Array(rows.length);
  for (let i = 0; i <= last; i += 1)
    keys[i] = key(rows[isReversed ? last - i : i]), order[i] = i;
  let stack = [[0, last]];
  for (let range = stack.pop(); range !== void 0; range = stack.pop()) sortRange({ keys, order }, range, stack);
  let sorted2 = [];
  for (let i = 0; i <= last; i += 1) sorted2.push(rows[isReversed ? last - order[last - i] : order[i]]);
  return sorted2;
}
function sortRange({ keys, order }, range, stack) {
  let [low, high] = range;
  for (; high - low >= 16; ) {
    let split = partition({ keys, order }, low, high);
    split - low < high - split ? (stack.push([split + 1, high]), high = split - 1) : (stack.push([low, split - 1]), low = split + 1);
  }
  for (let i = low + 1; i <= high; i += 1) {
    let moved = order[i], at = i;
    for (; at > low && keys[moved] < keys[order[at - 1]]; at -= 1) order[at] = order[at - 1];
    order[at] = moved;
  }
}
function partition(sorting, low, high) {
  let { keys, order } = sorting, middle = low + (high - low >> 1);
  isBelow(sorting, middle, low) && swap(order, middle, low), isBelow(sorting, high, middle) && swap(order, high, middle), isBelow(sorting, middle, low) && swap(order, middle, low);
  let pivot = keys[order[middle]], left = low, right = high - 1;
  for (swap(order, middle, right); ; ) {
    do
      left += 1;
    while (keys[order[left]] < pivot);
    do
      right -= 1;
    while (pivot < keys[order[right]]);
    if (left >= right) break;
    swap(order, left, right);
  }
  return swap(order, left, high - 1), left;
}
function isBelow({ keys, order }, a, b) {
  return keys[order[a]] < keys[order[b]];
}
function swap(order, a, b) {
  let moved = order[a];
  order[a] = order[b], order[b] = moved;
}

// src/pick/pareto.ts
var AXES2 = {
  tpotMs: { x: metric("tokensPerSecPerUser"), sign: 1 },
  requestMs: { x: metric("requestMs"), sign: -1 }
};
function paretoFront(rated, { latency }) {
  let { x, sign } = AXES2[latency], finite2 = rated.filter((one) => Number.isFinite(x(one)) && Number.isFinite(one.clusterRate)), sorted2 = quickSort(finite2, x, "ascending"), bestFirst = [...sorted2.map((one, index) => ({ one, index, x: sign * x(one), y: one.clusterRate }))].sort((a, b) => b.x - a.x || b.y - a.y || a.index - b.index), front = /* @__PURE__ */ new Set(), highest = Number.NEGATIVE_INFINITY;
  for (let { one, y } of bestFirst)
    y > highest && front.add(one), highest = Math.max(highest, y);
  let survivors = sorted2.filter((one) => front.has(one));
  return quickSort(survivors, x, "ascending");
}

// src/pick/default.ts
function pickDefault(candidates, { totalGpus, target, mends }) {
  let latencyMs2 = metric(target.latency), filled = candidates.map((candidate) => fillBudget(candidate, totalGpus)), within = filled.filter(meetsTarget(target)), competing = (within.length > 0 ? within : filled).filter(
    (one) => Number.isFinite(latencyMs2(one)) && Number.isFinite(one.clusterRate)
  ), rankMissing = mends.meetsTargetsFirst ? rankByNearness : rankByLatency, ranked = (within.length > 0 ? rankByRate : rankMissing)(competing, target);
  return { bestThroughput: ranked[0]?.clusterRate ?? 0, ...cutToTop(ranked), pareto: paretoFront(filled, target) };
}
var rankByRate = (competing, target) => [...bestOfEachLayout(competing, clusterRate)].sort(byThroughput(target)), rankByLatency = (competing, { latency }) => quickSort(bestOfEachLayout(competing, clusterRate), metric(latency), "ascending"), rankByNearness = (competing, { latency }) => {
  let latencyMs2 = metric(latency), order = (a, b) => latencyMs2(a) - latencyMs2(b) || b.clusterRate - a.clusterRate;
  return [...bestOfEachLayout([...competing].sort(order), latencyMs2, "smallest")].sort(order);
};
function fillBudget(candidate, totalGpus) {
  let { gpus, metrics } = candidate;
  return {
    candidate,
    ...deployWithin(candidate, totalGpus),
    clusterRate: metrics.tokensPerSecPerGpu * Math.floor(totalGpus / gpus) * gpus / totalGpus
  };
}
function byThroughput({ latency }) {
  let speed = { tpotMs: metric("tokensPerSecPerUser"), requestMs: metric("requestMs") }[latency], sign = latency === "requestMs" ? 1 : -1;
  return (a, b) => b.clusterRate - a.clusterRate || sign * (speed(a) - speed(b));
}

// src/engine/rounding.ts
function round3(value) {
  return roundTo(value, 1e3);
}
function round1(value) {
  return roundTo(value, 10);
}
function roundedDecimal3(value) {
  return Number.isInteger(value * 16) ? round3(value) : Number(value.toFixed(3));
}
function roundTo(value, scale) {
  let scaled = value * scale, floor = Math.floor(scaled), rest = scaled - floor;
  return rest > 0.5 || rest === 0.5 && floor % 2 !== 0 ? (floor + 1) / scale : Number.isFinite(scaled) ? floor / scale : value;
}
function floorDivide(dividend, divisor) {
  return Math.round((dividend - dividend % divisor) / divisor);
}

// src/pick/load-match.ts
var loadGpus2 = ({ load }) => load.gpus, rate2 = metric("tokensPerSecPerGpu");
function pickLoadMatch(candidates, query) {
  let { target, load, maxGpus } = query, within = candidates.filter(({ metrics }) => metrics[target.latency] <= target.limitMs), ranked = within.length > 0 ? rankWithinLimit(matchAll(within, load), maxGpus) : rankByLatency2(matchAll(candidates, load), query), all = ranked.map((matched) => deployed(matched, query)), plain = candidates.map((candidate) => ({ candidate, clusterRate: candidate.metrics.tokensPerSecPerGpu }));
  return { bestThroughput: scoreOf(ranked[0], query), ...cutToTop(all), pareto: paretoFront(plain, target) };
}
function deployed(matched, { maxGpus, holdsToBudget }) {
  let budgetGpus = holdsToBudget ? loadBudget(matched.load, maxGpus) : matched.load.gpus;
  return { ...matched, ...deployWithin(matched.candidate, budgetGpus) };
}
function rankWithinLimit(matched, maxGpus) {
  let fitting = matched.filter(({ load }) => load.gpus <= maxGpus);
  if (fitting.length > 0) return [...bestOfEachLayout(fitting, loadGpus2, "smallest")].sort(byGpus);
  let capped = matched.map((one) => withinBudget(one, maxGpus));
  return quickSort(bestOfEachLayout(capped, clusterRate), clusterRate, "descending");
}
function rankByLatency2(matched, { target, maxGpus, mends }) {
  let latency = metric(target.latency), competing = mends.capsEveryRow ? matched.map((one) => withinBudget(one, maxGpus)) : matched;
  return quickSort(bestOfEachLayout(competing, latency, "smallest"), latency, "ascending");
}
function matchAll(candidates, { metric: unit, amount }) {
  return candidates.flatMap((candidate) => {
    let { gpus, metrics } = candidate, replicas2 = Math.max(1, Math.ceil(amount / metrics[unit]));
    return Number.isFinite(replicas2) ? [{ candidate, clusterRate: metrics.tokensPerSecPerGpu, load: { replicas: replicas2, gpus: replicas2 * gpus } }] : [];
  });
}
function withinBudget(matched, maxGpus) {
  let { candidate, load } = matched;
  if (load.gpus <= maxGpus) return matched;
  let replicas2 = Math.max(1, Math.floor(maxGpus / candidate.gpus)), gpus = replicas2 * candidate.gpus;
  return {
    candidate,
    clusterRate: candidate.metrics.tokensPerSecPerGpu * replicas2 * candidate.gpus / maxGpus,
    load: { replicas: replicas2, gpus, servedPercent: round1(replicas2 / load.replicas * 100) }
  };
}
function byGpus(a, b) {
  return a.load.gpus - b.load.gpus || rate2(b) - rate2(a);
}
function scoreOf(first, { mends, maxGpus }) {
  if (first === void 0) return 0;
  let { gpus } = first.load;
  return !mends.choosesByServedLoad && gpus < maxGpus ? 1 / gpus : first.clusterRate;
}

// src/pick/merge.ts
function mergeBackends(tables, target, order) {
  let all = tables.flatMap(({ backend, ranked }) => ranked.top.map((one) => ({ ...one, backend }))), fronts = tables.flatMap(({ backend, ranked }) => ranked.pareto.map((one) => ({ ...one, backend }))), merged = cutToTop(all.sort(order.candidates)), rest = tables.flatMap(({ backend, ranked }) => ranked.further.map((one) => ({ ...one, backend }))), further = [...merged.further, ...rest].sort(order.candidates);
  return {
    bestThroughput: merged.top[0]?.clusterRate ?? 0,
    top: merged.top,
    further,
    pareto: paretoFront(fronts, target)
  };
}

// src/engine/expert-spread.ts
var NO_SPREAD = { of: () => {
}, widened: {} }, PHASES = {
  agg: ["context", "generation"],
  prefill: ["context"],
  decode: ["generation", "context"]
};
function expertSpreading(scope, rules) {
  if (rules === void 0 || !familyModel(scope.architecture).isMoe) return NO_SPREAD;
  let { numGpusPerNode } = scope.system, coverage = { context: covered(scope, rules, "context"), generation: covered(scope, rules, "generation") }, needed = PHASES[scope.role], wide = wideSizes(
    needed.map((phase) => coverage[phase]),
    numGpusPerNode
  ), choose3 = (layout, phase) => {
    if (!(layout.moeTp > 1 || scope.database.backend === "trtllm" && layout.dp === 1))
      return coverage[phase].find(({ sizes }) => sizes.has(layout.moeEp))?.exchange;
  };
  return {
    widened: wide.length === 0 ? {} : rules.widened[scope.database.backend][scope.role](wide),
    of: (layout) => {
      if (layout.moeEp !== 1) {
        if (needed.every((phase) => choose3(layout, phase) !== void 0))
          return spreadOf(scope, layout, (phase) => choose3(layout, phase));
        if (!(layout.moeEp <= numGpusPerNode))
          throw new DataMissing(`no measured exchange of tokens over ${layout.moeEp} ranks of more than one node`);
      }
    }
  };
}
function spreadOf({ quant, system }, { moeEp }, choose3) {
  let nodes = Math.ceil(moeEp / system.numGpusPerNode), exchange2 = (phase) => {
    let rules = choose3(phase), sent = rules?.sent(quant.moe, phase, system.name);
    if (rules === void 0 || sent === void 0) return;
    let { comm, stages, sms, splitsPrefill } = rules;
    return { comm, stages, sent, sms, splitsPrefill, nodes };
  };
  return { context: exchange2("context"), generation: exchange2("generation") };
}
function wideSizes(phases, numGpusPerNode) {
  let byPhase = phases.map((found) => new Set(found.flatMap(({ sizes }) => [...sizes]))), [first = /* @__PURE__ */ new Set(), ...others] = byPhase;
  return [...first].filter((size) => size > numGpusPerNode && others.every((sizes) => sizes.has(size))).sort((a, b) => a - b);
}
function covered(scope, { exchanges }, phase) {
  let { architecture, database, system } = scope;
  if (!familyModel(architecture).hasExchanges) return [];
  let wanted = exchanges.filter(
    ({ backends, phases }) => backends.includes(database.backend) && phases.includes(phase)
  ), computed = computedSizes(scope, phase);
  return wanted.flatMap((exchange2) => {
    let measured2 = exchangedSizes(scope, exchange2, phase), standIn = standInRanks(exchange2.comm, database.backend, system.numGpusPerNode), isCovered = (size) => {
      let nodes = Math.ceil(size / system.numGpusPerNode);
      return measured2.has(`${size} ${nodes}`) || nodes > 1 && standIn !== void 0 && measured2.has(`${standIn} 1`);
    }, sizes = new Set([...computed].filter((size) => isFeasible(scope, exchange2, size) && isCovered(size)));
    return sizes.size === 0 ? [] : [{ exchange: exchange2, sizes }];
  });
}
var MOST_TOPK = 8;
function isFeasible({ architecture: { topk, experts: experts2 }, system }, { minSm }, size) {
  return topk <= MOST_TOPK && size > 1 && size <= experts2 && experts2 % size === 0 && system.smVersion >= minSm;
}
function exchangedSizes({ architecture, quant, database, system }, { comm, sent }, phase) {
  let modes = sent(quant.moe, phase, system.name);
  if (modes === void 0) return /* @__PURE__ */ new Set();
  let { hiddenSize, topk, experts: experts2 } = architecture, sizesOf = (stage) => (database.table("moe_a2a")?.sliceKeys ?? []).flatMap(([library, part, mode, ranks, nodes, ...shape]) => {
    let isWanted = library === comm && part === stage && mode === modes[stage], isShape = shape[0] === hiddenSize && shape[1] === topk && shape[2] === experts2;
    return isWanted && isShape ? [`${ranks} ${nodes}`] : [];
  }), combined = new Set(sizesOf("combine"));
  return new Set(sizesOf("dispatch").filter((sizes) => combined.has(sizes)));
}
function computedSizes({ architecture, quant, database }, phase) {
  let { hiddenSize, moeInterSize, topk, experts: experts2 } = architecture, sizes = /* @__PURE__ */ new Set();
  for (let [, mode, , part, ...shape] of database.table("moe_expert_compute")?.sliceKeys ?? []) {
    let [k, all, , hidden, inter, moeTp, moeEp] = shape, isShape = k === topk && all === experts2 && hidden === hiddenSize && inter === moeInterSize;
    mode === quant.moe && part === phase && isShape && moeTp === 1 && sizes.add(Number(moeEp));
  }
  if (database.backend === "sglang") return sizes;
  let table = database.table("moe");
  for (let key of table?.sliceKeys ?? []) {
    let [lowLatency, mode, , k, all, hidden, inter] = key, isShape = k === topk && all === experts2 && hidden === hiddenSize && inter === moeInterSize;
    if (lowLatency !== 0 || mode !== quant.moe || !isShape) continue;
    let slice = table.slice(...key), [moeTp, moeEp] = [slice.column("moe_tp_size"), slice.column("moe_ep_size")];
    for (let row = 0; row < slice.rowCount; row += 1) moeTp[row] === 1 && sizes.add(moeEp[row]);
  }
  return sizes;
}

// src/engine/measured-modes.ts
var STATIC_TABLES = ["gemm", "computescale", "scale_matrix"];
function missingModes(database, quant, { architecture, system, role }, { quantisation: { needsTensorCores }, unmodelled }) {
  let { family } = architecture;
  if (family !== void 0 && unmodelled[family]?.includes(database.backend))
    return [`the family ${family} on ${database.backend}`];
  let checks = familyModel(architecture).measured[database.backend].filter(({ roles }) => roles.includes(role)), missing = checks.filter((check) => lacks(database, check, quant[check.what]));
  return [
    ...needsTensorCores ? uncomputable(system, quant, checks) : [],
    ...missingProducts(database, quant),
    ...missing.map(({ tables, what }) => `${tables.map(({ table }) => table).join(" or ")} in ${quant[what]}`)
  ];
}
function uncomputable(system, quant, checks) {
  let modes = {
    gemm: GEMM_QUANT[quant.gemm],
    moe: MOE_QUANT[quant.moe],
    fmha: FMHA_QUANT[quant.fmha],
    kvCache: void 0
  };
  return ["gemm", ...checks.map(({ what }) => what)].flatMap((what) => {
    let mode = modes[what];
    return mode === void 0 || computes(system, mode) ? [] : [`tensor cores for ${what} in ${quant[what]}`];
  });
}
function missingProducts(database, { gemm: gemm3 }) {
  if (gemm3 === "fp8_static")
    return STATIC_TABLES.filter((table) => !modesOf(database, table, 0).includes("fp8")).map((table) => `${table} in fp8`);
  let measured2 = modesOf(database, "gemm", 0);
  return measured2.length > 0 && !measured2.includes(gemm3) ? [`gemm in ${gemm3}`] : [];
}
function lacks(database, { tables }, mode) {
  let measured2 = tables.flatMap(({ table, column }) => {
    let at = database.table(table)?.sliceColumns.indexOf(column) ?? -1;
    return at < 0 ? [] : modesOf(database, table, at);
  });
  return measured2.length > 0 && !measured2.includes(SAME_ROWS[mode] ?? mode) && !measured2.includes(mode);
}
var SAME_ROWS = { w4a16_mxfp4_cutlass: "w4a16_mxfp4" };
function modesOf(database, table, column) {
  return (database.table(table)?.sliceKeys ?? []).map((key) => key[column]);
}

// src/engine/role-quant.ts
function quantModes({ architecture, database, system, role }, quantisation) {
  let { backend } = database, family = familyModel(architecture), prefillModes = (kvCache) => measuredBeside(database, family, kvCache), scope = { architecture, backend, role, smVersion: system.smVersion, prefillModes }, rules = [...family.quantRules, ...quantisation.rules[backend]], modes = withFallbacks(architecture.quant);
  for (let { applies, change } of rules) applies(scope, modes) && (modes = { ...modes, ...change });
  return modes;
}
function measuredBeside(database, { measured: measured2 }, kvCache) {
  let modes = measured2[database.backend].filter(({ what }) => what === "fmha").flatMap((one) => one.tables).flatMap(({ table, column }) => {
    let { sliceColumns = [], sliceKeys = [] } = database.table(table) ?? {}, [mode, cache] = [sliceColumns.indexOf(column), sliceColumns.indexOf("kv_cache_dtype")];
    return sliceKeys.filter((key) => key[cache] === kvCache).map((key) => key[mode]);
  });
  return new Set(modes);
}

// src/engine/search-space.ts
function workerLayouts(scope) {
  return (familyModel(scope.architecture).isMoe ? expertLayouts(scope) : denseLayouts(scope)).filter(({ tp, dp, cp }) => cp === 1 || tp === 1 && dp === 1);
}
function contextParallelSizes({ architecture, backend, role }) {
  return role === "decode" || !familyModel(architecture).splitsSequences ? [1] : backend.contextParallelSizes;
}
function denseLayouts(scope) {
  let { dense, denseOfSystem } = scope.sizes, { name } = scope.system, sizes = Object.hasOwn(denseOfSystem, name) ? denseOfSystem[name] : dense, gpus = sizes.filter((size) => size <= scope.maxGpus);
  return [...product({ ...ALONE, tp: sizes, cp: contextParallelSizes(scope) })].filter((layout) => gpus.includes(gpusPerWorker(layout)));
}
function expertLayouts(scope) {
  let { gpus, ...axes } = widenedSizes(scope), allowed = gpus.filter((size) => size <= scope.maxGpus);
  return [...product({ ...axes, cp: contextParallelSizes(scope) })].filter(
    (layout) => allowed.includes(gpusPerWorker(layout)) && layout.tp * layout.dp * layout.cp === layout.moeTp * layout.moeEp && scope.backend.allowsExpertLayout(layout)
  );
}
function widenedSizes(scope) {
  let { experts: experts2 } = scope.sizes, further = [scope.widened, stagedSizes(scope)], all = (axis) => [.../* @__PURE__ */ new Set([...experts2[axis], ...further.flatMap((sizes) => sizes[axis] ?? [])])].sort((a, b) => a - b);
  return { gpus: all("gpus"), tp: all("tp"), pp: all("pp"), dp: all("dp"), moeTp: all("moeTp"), moeEp: all("moeEp") };
}
function stagedSizes({ architecture, sizes: { staged }, system, maxGpus }) {
  return familyModel(architecture).splitsStages === !0 && system.smVersion >= staged.fromSm && maxGpus >= staged.fromGpus ? staged.sizes : {};
}
var ALONE = { tp: [1], pp: [1], dp: [1], moeTp: [1], moeEp: [1], cp: [1] }, AXES3 = ["tp", "pp", "dp", "moeTp", "moeEp", "cp"];
function product(sizes) {
  let first = [{ tp: 1, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp: 1 }];
  return AXES3.reduce((layouts, axis) => withSizes(layouts, axis, sizes[axis]), first);
}
function* withSizes(layouts, axis, sizes) {
  for (let layout of layouts) for (let size of sizes) yield { ...layout, [axis]: size };
}

// src/engine/agg-candidate.ts
function aggCandidate(context, { layout, quant, gpus }, result) {
  let { isl, osl, batch, contextTokens, prefills, decodes, stepTokens, balance, memoryGib } = result;
  return {
    mode: "agg",
    model: context.architecture.id,
    isl,
    osl,
    gpus,
    worker: {
      layout,
      batch,
      workers: 1,
      quant,
      memoryGib: round3(memoryGib),
      engine: engineOf(context)
    },
    step: { contextTokens, tokens: stepTokens, prefills, decodes, balance: round3(balance) },
    metrics: metricsOf(result, layout)
  };
}
function metricsOf(result, layout) {
  let { tp, pp, dp, cp } = layout, { osl, batch, ttftMs, tpotMs } = result, tokensPerSec = result.tokensPerSec * (pp * dp), requestsPerSec = requestRate(result, layout);
  return {
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    requestMs: round3(ttftMs + tpotMs * Math.max(osl - 1, 0)),
    concurrency: batch * pp * dp,
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / pp / tp / dp / cp),
    tokensPerSec: round3(tokensPerSec),
    tokensPerSecPerGpu: round3(tokensPerSec / pp / tp / dp / cp),
    tokensPerSecPerUser: osl > 1 && tpotMs > 0 ? round3(1e3 / tpotMs) : 0
  };
}
function requestRate({ tokensPerSec, osl }, { pp, dp }) {
  return osl > 1 ? tokensPerSec * (pp * dp) / (osl - 1) : 0;
}
function engineOf({ backendName, backendVersion, systemName }) {
  return { backend: backendName, version: backendVersion, system: systemName };
}

// src/engine/fit.ts
function fitsGpu({ totalGib, kvCacheGib }, { backend, backendVersion, system }, { role, layout }) {
  let capacityGib = system.memCapacityBytes / 1073741824, otherGib = totalGib - kvCacheGib;
  return totalGib >= capacityGib ? !1 : kvCacheGib <= backend.kvCacheLimitGib({ role, layout, backendVersion, capacityGib, otherGib });
}

// src/engine/decode-totals.ts
function decodeTotals(ops, operationTime, pointOf2) {
  let { stepsOf, totalOf } = shared.get(operationTime) ?? sharedBy(operationTime), totals = [...new Set(ops.map(({ name }) => name))].map((name) => totalOf(ops.filter((op) => op.name === name)));
  return ({ batch, isl, osl, stride }) => {
    if (osl <= 1) return totals.map(() => 0);
    let first = pointOf2(batch, isl + 1), steps = stepsOf(isl + 1, osl - 1, stride);
    return totals.map((total) => total(first, steps));
  };
}
var shared = /* @__PURE__ */ new WeakMap();
function sharedBy(operationTime) {
  let known3 = /* @__PURE__ */ new Map(), made = {
    stepsOf: lastSteps(),
    totalOf: (same) => {
      let shapes = JSON.stringify(same.map((op) => ({ ...op, name: "" }))), total = known3.get(shapes) ?? remembered2(totalOfSteps(same, operationTime));
      return known3.set(shapes, total), total;
    }
  };
  return shared.set(operationTime, made), made;
}
function lastSteps() {
  let last;
  return (from, count, stride) => {
    if (last?.from !== from || last.count !== count || last.stride !== stride) {
      let lengths = new Float64Array(Math.ceil(count / stride)).map((_, i) => from + i * stride);
      last = { from, count, stride, lengths };
    }
    return last;
  };
}
function remembered2(total) {
  let last, known3 = /* @__PURE__ */ new Map();
  return (first, steps) => {
    steps !== last && known3.clear(), last = steps;
    let ms = known3.get(first.batch) ?? total(first, steps);
    return known3.set(first.batch, ms), ms;
  };
}
function totalOfSteps(same, operationTime) {
  if (!same.some(seesLength)) return steadyTotal(same, operationTime);
  let timesOf = (op, first, lengths) => operationTime.along?.(op, first.batch, lengths) ?? lengths.map((sequenceLength) => operationTime(op, { ...first, sequenceLength }));
  return (first, { count, stride, lengths }) => {
    let times = same.map((op) => timesOf(op, first, lengths)), total = 0;
    for (let i = 0; i < lengths.length; i += 1) {
      let ms = 0;
      for (let one of times) ms += one[i];
      total += ms * Math.min(stride, count - i * stride);
    }
    return total;
  };
}
function steadyTotal(same, operationTime) {
  return (first, { count, stride }) => {
    let ms = 0;
    for (let op of same) ms += operationTime(op, first);
    let total = 0;
    for (let step = 0; step < count; step += stride) total += ms * Math.min(stride, count - step);
    return total;
  };
}

// src/engine/memory.ts
var BYTES_PER_GIB = 2 ** 30, WORKSPACE_BLOCK = 128, WORKSPACE_BYTES = 4, ESTIMATED_TP = [1, 2, 4, 8];
function estimatedTp(tp) {
  return ESTIMATED_TP.findLast((size) => size <= tp) ?? 1;
}
function memoryModel({ plan, family, backend, system, contextOps }) {
  let { architecture, layout } = plan, weights = contextOps.reduce((sum3, op) => sum3 + weightBytes3(op), 0) / layout.pp, tp = estimatedTp(layout.tp), width = architecture.heads * architecture.headSize, coefficient = backend.activationCoefficients[family.activationProfile][tp], workspaceWidth = (family.workspaceWidth ?? backend.workspaceWidth)(architecture), workspace = (tokens) => tokens * workspaceWidth * layout.dp * architecture.experts * architecture.topk / layout.moeEp / WORKSPACE_BLOCK * WORKSPACE_BYTES, other = system.otherMemBytes * backend.otherMemoryFactor, nccl = system.ncclMemBytes[tp] ?? 0;
  return (batch, stepTokens, sequenceTokens) => {
    let tensors = 2 * stepTokens * width * coefficient, sized2 = family.hasDispatchWorkspace ? tensors + workspace(stepTokens) : tensors, activations = Math.max(sized2, backend.minActivationBytes) * (architecture.nextn + 1) * backend.activationFactor, kvCache = batch * family.kvBytesPerSequence(plan, sequenceTokens);
    return {
      totalGib: (weights + activations + kvCache + nccl + other) / BYTES_PER_GIB,
      kvCacheGib: kvCache / BYTES_PER_GIB
    };
  };
}

// src/engine/worker.ts
function createWorker(context, layout) {
  let { architecture, backend, system } = context, family = familyModel(architecture), plan = workerPlan(context, family, layout), mismatch = layoutMismatch(family, plan);
  if (mismatch !== void 0) throw new DataMissing(mismatch);
  let lists = operationLists(family, plan), { context: contextOps, generation: generationOps } = lists, times = {
    context: contextTimes(context, contextOps),
    generation: memoised(generationTimes(context, generationOps))
  };
  return {
    layout,
    quant: plan.quant,
    gpus: gpusPerWorker(layout),
    contextOps,
    generationOps,
    contextNames: namesOf(contextOps),
    generationNames: namesOf(generationOps),
    mixed: mixedTimes(context, lists, times),
    contextTimes: times.context,
    generationTimes: times.generation,
    decodeTotals: decodeTotals(
      generationOps,
      context.operationTime,
      (sequences, length) => decodePoint(architecture, sequences, length)
    ),
    memory: memoryModel({ plan, family, backend, system, contextOps })
  };
}
function workerPlan(context, family, layout) {
  let { architecture, quant, backendName: backend, revision } = context, spread = context.spread.of(layout), plan = { architecture, layout, quant, backend, revision: revision.models, spread };
  return spread === void 0 || family.spreadModes === void 0 ? plan : { ...plan, quant: { ...quant, ...family.spreadModes(plan) } };
}
function layoutMismatch(family, plan) {
  let { heads } = plan.architecture, { tp, dp, cp } = plan.layout;
  return heads % tp !== 0 ? `${heads} heads do not split over ${tp} GPUs` : cp > 1 && (tp > 1 || dp > 1) ? "context parallelism excludes tensor and data parallelism" : family.mismatch?.(plan);
}
function namesOf(ops) {
  return [...new Set(ops.map(({ name }) => name))];
}
function mixesAsAttention(op) {
  return "mixes" in op && op.mixes === "attention";
}
function attentionNames(ops) {
  return new Set(ops.filter(mixesAsAttention).map(({ name }) => name));
}
function mixedTimes(context, lists, whole) {
  let times = {
    context: contextTimes,
    generation: (...scope) => memoised(generationTimes(...scope))
  }, part = (phase, isAttention) => {
    let ops = lists[phase], names = attentionNames(ops), isWanted = (name) => names.has(name) === isAttention;
    return context.revision.sweep.agg.timesUnused ? picked(whole[phase], namesOf(ops).map(isWanted)) : times[phase](
      context,
      ops.filter(({ name }) => isWanted(name))
    );
  };
  return {
    rest: part("context", !1),
    prefillAttention: part("context", !0),
    decodeAttention: part("generation", !0)
  };
}
function picked(times, isWanted) {
  return (batch, length) => times(batch, length).filter((_, i) => isWanted[i]);
}
function byName(ops) {
  let names = namesOf(ops);
  if (names.length === ops.length) return (times) => times;
  let places = ops.map(({ name }) => names.indexOf(name));
  return (times) => {
    let sums = names.map(() => 0);
    for (let [i, place] of places.entries()) sums[place] += times[i];
    return sums;
  };
}
function prefillPoint(batch, sequenceLength) {
  return { tokens: batch * sequenceLength, batch, sequenceLength };
}
function decodePoint({ nextn }, sequences, sequenceLength) {
  let batch = sequences * (nextn + 1);
  return { tokens: batch, batch, sequenceLength };
}
function contextTimes({ operationTime }, ops) {
  let joined = byName(ops);
  return memoised(
    (batch, sequenceLength) => joined(ops.map((op) => operationTime(op, prefillPoint(batch, sequenceLength))))
  );
}
function generationTimes({ architecture, operationTime }, ops) {
  let joined = byName(ops), withLength = ops.map(seesLength), lengthFree = memoised((sequences) => {
    let step = decodePoint(architecture, sequences, 0);
    return ops.map((op, i) => withLength[i] ? 0 : operationTime(op, step));
  });
  return (sequences, length) => {
    let rest = lengthFree(sequences, 0), step = decodePoint(architecture, sequences, length);
    return joined(ops.map((op, i) => withLength[i] ? operationTime(op, step) : rest[i]));
  };
}
function memoised(compute) {
  let known3 = /* @__PURE__ */ new Map();
  return (batch, length) => {
    let key = sequencesKey(batch, length), times = known3.get(key);
    return times === void 0 && (times = compute(batch, length), known3.set(key, times)), times;
  };
}

// src/engine/mixed-step.ts
function meanLength({ isl, osl }) {
  return isl + Math.floor(osl / 2) + 1;
}
function mixedStep(backend, point) {
  let { isl, contextTokens, batch } = point;
  return {
    contextTokens,
    isl,
    prefills: Math.ceil(contextTokens / isl),
    chunks: Math.ceil(isl / contextTokens),
    decodes: batch === 1 ? 0 : backend.mixedDecodeBatch(point),
    decodeLength: meanLength(point)
  };
}
function mixedStepMs(worker, step) {
  let { rest, prefillAttention, decodeAttention } = worker.mixed, together = sum(rest(1, step.contextTokens + step.decodes)), prefills = sum(prefillAttention(step.prefills, step.isl)) / step.chunks;
  return step.decodes === 0 ? together + prefills : together + prefills + sum(decodeAttention(step.decodes, step.decodeLength));
}
function sum(times) {
  let total = 0;
  for (let ms of times) total += ms;
  return total;
}
function mixedStepTimes(context, worker, step) {
  let { architecture, operationTime } = context, together = prefillPoint(1, step.contextTokens + step.decodes), prefills = prefillPoint(step.prefills, step.isl), prefilled = worker.contextOps.map((op) => mixesAsAttention(op) ? { op, ms: operationTime(op, prefills), steps: step.chunks } : { op, ms: operationTime(op, together), steps: 1 });
  if (step.decodes === 0) return prefilled;
  let decodes = decodePoint(architecture, step.decodes, step.decodeLength), attention4 = worker.generationOps.filter(mixesAsAttention);
  return [...prefilled, ...attention4.map((op) => ({ op, ms: operationTime(op, decodes), steps: 1 }))];
}

// src/engine/targets.ts
var ANY_LATENCY = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
function pairTargets(ttftMs, rules) {
  return rules.tpotMs.map((tpotMs) => ({ ttftMs, tpotMs }));
}
function endToEndTargets(latencyMs2, osl, rules) {
  let shares = rules.ttftShares.map((share) => latencyMs2 * share).filter((ms) => ms < 300 || ms > 8e3);
  return [.../* @__PURE__ */ new Set([...rules.fixedTtftMs, ...shares])].filter((ms) => ms < latencyMs2).sort((a, b) => a - b).map((ms) => ({ ttftMs: ms, tpotMs: (latencyMs2 - ms) / (osl - 1) }));
}

// src/engine/sweep-agg.ts
function contextTokenSteps(isl, { minChunkTokens, maxChunkTokens }) {
  let largest = Math.max(maxChunkTokens, 2 * isl), small = Math.max(isl, minChunkTokens), big = Math.ceil(Math.max(1024, minChunkTokens, Math.floor(largest / 8)) / isl) * isl, found = [];
  for (let tokens = small; tokens <= largest; tokens += tokens < maxChunkTokens ? small : big) found.push(tokens);
  return [.../* @__PURE__ */ new Set([...found, isl, 2 * isl])].sort((a, b) => a - b);
}
function aggPoints(context, query) {
  let layouts = query.layouts.map((layout) => ({ layout, found: attempt(() => evaluateLayout(context, createWorker(context, layout), query)) }));
  return toPoints(layouts, context.revision.sweep.agg);
}
function toPoints(layouts, { keptPerTarget, batches }) {
  return { keptPerTarget, batches, layouts, fullest: fullestOf(layouts, batches) };
}
function fullestOf(layouts, batches) {
  return layouts.flatMap(({ found }) => {
    if (found instanceof DataMissing) return [];
    let [first] = bestOf(found, 1)(ANY_LATENCY), largest = found.columns.batch[found.places.at(-1) ?? 0];
    return first === void 0 ? [] : [{ candidate: first, isAtMemory: first.worker.batch === largest && largest !== batches.at(-1) }];
  }).reduce((a, b) => a === void 0 || servesMore(b, a) ? b : a, void 0);
}
function servesMore(a, b) {
  return a.candidate.metrics.tokensPerSecPerGpu > b.candidate.metrics.tokensPerSecPerGpu;
}
function pointsWithin(points, mostGib) {
  if (mostGib === Number.POSITIVE_INFINITY) return points;
  let within = points.layouts.map(({ layout, found }) => {
    if (found instanceof DataMissing) return { layout, found };
    let { memoryGib } = found.columns;
    return { layout, found: { ...found, places: found.places.filter((place) => memoryGib[place] <= mostGib) } };
  });
  return toPoints(within, points);
}
function keepBest({ keptPerTarget, layouts, fullest }, targets) {
  let kept = /* @__PURE__ */ new Set(), excluded = [], fastest2 = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
  for (let { layout, found } of layouts) {
    let exclude = (reason, detail) => {
      excluded.push({ layout, role: "agg", reason, detail });
    };
    if (found instanceof DataMissing) {
      exclude("data", found.message);
      continue;
    }
    let { columns, places, missing } = found;
    for (let place of places)
      fastest2.ttftMs = Math.min(fastest2.ttftMs, columns.ttftMs[place]), fastest2.tpotMs = Math.min(fastest2.tpotMs, columns.tpotMs[place]);
    let before = kept.size, bestFor = bestOf(found, keptPerTarget);
    for (let target of targets) for (let best of bestFor(target)) kept.add(best);
    places.length === 0 && missing !== void 0 ? exclude("data", missing.message) : places.length === 0 ? exclude("memory", "does not fit the GPU memory") : kept.size === before && exclude("latency", "no batch size meets the latency targets");
  }
  return { candidates: quickSort([...kept], ({ metrics }) => metrics.tokensPerSecPerGpu, "descending"), excluded, fastest: fastest2, fullest };
}
function bestOf({ columns: { ttftMs, tpotMs, requestsPerSec }, places, candidateAt }, count) {
  let known3 = /* @__PURE__ */ new Map();
  return (target) => {
    let within = places.filter((place) => tpotMs[place] <= target.tpotMs && ttftMs[place] <= target.ttftMs), key = `${target.ttftMs} ${within.length}`, best = known3.get(key) ?? quickSort(within, (place) => requestsPerSec[place], "descending").slice(0, count).map(candidateAt);
    return known3.set(key, best), best;
  };
}
function evaluateLayout(context, worker, { isl, osl }) {
  let columns = noPoints(), missing, seen = /* @__PURE__ */ new Set(), { agg } = context.revision.sweep, chunks = contextTokenSteps(isl, agg), pointOf2 = (batch, contextTokens) => ({ isl, osl, batch, contextTokens, steps: Math.ceil(isl * batch / contextTokens) });
  for (let batch of agg.batches)
    for (let contextTokens of chunks) {
      let prefills = Math.ceil(contextTokens / isl);
      if (batch < prefills || batch > 1 && batch - prefills < 1) break;
      let point = pointOf2(batch, contextTokens), balance = balanceOf(point);
      if (balance > 1) {
        let decoding = floorDivide(batch, balance);
        if (decoding > 1 && seen.has(decoding)) continue;
        seen.add(decoding);
      }
      let isFitting = attempt(() => evaluatePoint(context, worker, point, columns));
      if (isFitting === !1) break;
      if (isFitting instanceof DataMissing) {
        if (agg.whereMissing === "layout") throw isFitting;
        missing ??= isFitting;
      }
    }
  let candidateAt = memo2((place) => {
    let point = pointOf2(columns.batch[place], columns.contextTokens[place]), { batch, contextTokens, steps } = point, { prefills, decodes, stepTokens } = mixOf(point);
    return aggCandidate(context, worker, {
      isl,
      osl,
      batch,
      contextTokens,
      steps,
      ttftMs: columns.ttftMs[place],
      tpotMs: columns.tpotMs[place],
      tokensPerSec: columns.tokensPerSec[place],
      memoryGib: columns.memoryGib[place],
      balance: balanceOf(point),
      prefills,
      decodes,
      stepTokens
    });
  });
  return { columns, places: columns.batch.map((_, place) => place), candidateAt, missing };
}
function noPoints() {
  return { batch: [], contextTokens: [], ttftMs: [], tpotMs: [], tokensPerSec: [], requestsPerSec: [], memoryGib: [] };
}
function balanceOf({ isl, osl, batch, contextTokens }) {
  return isl * batch / contextTokens / osl;
}
function mixOf({ isl, batch, contextTokens }) {
  let prefills = batch === 1 ? 1 : Math.ceil(contextTokens / isl), decodes = batch === 1 ? 1 : batch - prefills;
  return { prefills, decodes, stepTokens: batch > 1 ? decodes + contextTokens : contextTokens };
}
function evaluatePoint(context, worker, point, columns) {
  let { isl, osl, batch, contextTokens } = point, { ttftMs, tpotMs, tokensPerSec } = pointTimes(context, worker, point), memory = worker.memory(batch, context.backend.aggActivationTokens(mixOf(point).stepTokens), isl + osl);
  return fitsGpu(memory, context, { role: "agg", layout: worker.layout }) ? (columns.batch.push(batch), columns.contextTokens.push(contextTokens), columns.ttftMs.push(ttftMs), columns.tpotMs.push(tpotMs), columns.tokensPerSec.push(tokensPerSec), columns.requestsPerSec.push(round3(requestRate({ tokensPerSec, osl }, worker.layout))), columns.memoryGib.push(round3(memory.totalGib)), !0) : !1;
}
function pointTimes({ backend, architecture }, worker, point) {
  let { isl, osl, batch, contextTokens, steps } = point, isSingle = batch === 1, mixed = isSingle ? 1 : steps, decodeOnly = isSingle ? osl - 1 : Math.max(osl - steps, 0), mixedForTpot = isSingle ? 0 : decodeOnly === 0 ? mixed : backend.mixedStepsForTpot(mixed), mixedMs = mixedStepMs(worker, mixedStep(backend, point)), decodeMs = decodeOnly > 0 || isSingle ? sum2(worker.generationTimes(batch, meanLength(point))) : 0, ttftMs = (mixedMs * Math.ceil(isl / contextTokens) + backend.dispatchOverheadMs(architecture.layers)) * backend.queueFactor(point), tpotSteps = mixedForTpot + decodeOnly, tpotMs = tpotSteps > 0 ? (mixedMs * mixedForTpot + decodeMs * decodeOnly) / tpotSteps : 0, totalMs = mixed * mixedMs + decodeOnly * decodeMs, uncapped = osl > 1 && totalMs > 0 ? 1e3 / totalMs * batch * (osl - 1) : 0, tokensPerSec = Math.min(uncapped, backend.throughputCap(point, ttftMs + tpotMs * Math.max(osl - 1, 0)));
  return { ttftMs, tpotMs, tokensPerSec };
}
function sum2(values) {
  return values.reduce((total, value) => total + value, 0);
}

// src/engine/disagg-candidate.ts
function pairRates({ prefill, decode: decode2, counts }, osl, { prefillRateShare, decodeRateShare, countedGpus }) {
  let requestsPerSec = Math.min(
    prefill.requestsPerSec * counts.prefills * prefillRateShare,
    decode2.requestsPerSec * counts.decodes * decodeRateShare
  ), gpus = countedGpus(prefill.layout) * counts.prefills + countedGpus(decode2.layout) * counts.decodes;
  return { requestsPerSec, gpus, tokensPerSecPerGpu: requestsPerSec * osl / gpus };
}
function disaggCandidate(contexts, pair, { isl, osl }) {
  let { prefill, decode: decode2, counts } = pair, rates = pairRates(pair, osl, contexts.prefill.revision.matching);
  return {
    mode: "disagg",
    model: contexts.prefill.architecture.id,
    isl,
    osl,
    gpus: rates.gpus,
    prefill: stageChoice(contexts.prefill, prefill, counts.prefills),
    decode: stageChoice(contexts.decode, decode2, counts.decodes),
    metrics: metricsOf2(pair, osl, rates)
  };
}
function metricsOf2({ prefill, decode: decode2, counts }, osl, { requestsPerSec, gpus, tokensPerSecPerGpu: tokensPerSecPerGpu2 }) {
  return {
    ttftMs: round3(prefill.ttftMs),
    tpotMs: round3(decode2.tpotMs),
    requestMs: round3(prefill.ttftMs + decode2.tpotMs * Math.max(osl - 1, 0)),
    concurrency: decode2.globalBatch * counts.decodes,
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / gpus),
    tokensPerSec: round3(requestsPerSec * osl),
    tokensPerSecPerGpu: round3(tokensPerSecPerGpu2),
    tokensPerSecPerUser: round3(decode2.tokensPerSecPerUser)
  };
}
function stageChoice(context, worker, workers) {
  let { layout, quant, batch, memoryGib, requestsPerSec } = worker;
  return {
    layout,
    batch,
    workers,
    quant,
    memoryGib: round3(memoryGib),
    engine: engineOf(context),
    requestsPerSec: round3(requestsPerSec)
  };
}

// src/engine/rate-match.ts
function pairChooser(prefill, decode2, options) {
  let ranked = [...prefill].sort(
    (a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch
  ), fits = replicasOfPairs(ranked, options), { maxPrefillCandidates, maxDecodeCandidates } = options.matching, groups2 = groupByLabel(decode2).map((group) => ({
    group,
    bestOf: ratedOnce({ prefills: ranked, decodes: group, fits }, options),
    known: /* @__PURE__ */ new Map()
  }));
  return ({ ttftMs, tpotMs }) => {
    let prefills = placesOf(ranked, (worker) => worker.ttftMs < ttftMs);
    return groups2.flatMap(({ group, bestOf: bestOf2, known: known3 }) => {
      let within = placesOf(group, (worker) => worker.tpotMs < tpotMs && worker.tpotMs > 0), counts = `${prefills.length} ${within.length}`;
      if (!known3.has(counts)) {
        let fastest2 = quickSort(within, (place) => group[place].requestsPerSecPerGpu, "descending");
        known3.set(counts, bestOf2(prefills.slice(0, maxPrefillCandidates), fastest2.slice(0, maxDecodeCandidates)));
      }
      return known3.get(counts) ?? [];
    });
  };
}
function placesOf(workers, isWanted) {
  let places = [];
  for (let place = 0; place < workers.length; place += 1) isWanted(workers[place]) && places.push(place);
  return places;
}
function groupByLabel(workers) {
  let groups2 = groupBy(workers, ({ label }) => label);
  return [...groups2.keys()].sort().map((label) => groups2.get(label));
}
function replicasOfPairs(prefills, { maxReplicaGpus, pairsStages, matching }) {
  let replicasOf = replicas(maxReplicaGpus, matching);
  return memo2(
    (decode2) => prefills.map(({ layout, gpus }) => pairsStages(layout, decode2) ? replicasOf(gpus, gpusPerWorker(decode2)) : [])
  );
}
function ratedOnce({ prefills, decodes, fits }, { osl, matching }) {
  let unrated = Number.NaN, rates = new Float64Array(prefills.length * decodes.length).fill(unrated), gpus = new Float64Array(rates.length), pairAt = (at) => {
    let prefillAt = at % prefills.length, [prefill, decode2] = [prefills[prefillAt], decodes[(at - prefillAt) / prefills.length]], counts = bestMatch([prefill, decode2], fits(decode2.layout)[prefillAt], matching);
    return counts && { prefill, decode: decode2, counts };
  }, rate4 = (at) => {
    let pair = pairAt(at), rated = pair && pairRates(pair, osl, matching);
    rates[at] = rated?.tokensPerSecPerGpu ?? 0, gpus[at] = rated?.gpus ?? 0;
  }, chosen = memo2((at) => pairAt(at));
  return (prefillPlaces, decodePlaces) => {
    let [best, bestRate, bestGpus] = [0, 0, 0];
    for (let decodeAt2 of decodePlaces)
      for (let prefillAt of prefillPlaces) {
        let at = decodeAt2 * prefills.length + prefillAt;
        Number.isNaN(rates[at]) && rate4(at), (rates[at] > bestRate || rates[at] === bestRate && gpus[at] < bestGpus) && ([best, bestRate, bestGpus] = [at, rates[at], gpus[at]]);
      }
    return bestRate > 0 ? chosen(best) : void 0;
  };
}
function replicas(maxReplicaGpus, { replicaGpus: replicaGpus2, maxWorkers }) {
  let sizes = replicaGpus2.filter((gpus) => gpus <= maxReplicaGpus), isAllowed = new Uint8Array(Math.max(0, ...sizes) + 1);
  for (let gpus of sizes) isAllowed[gpus] = 1;
  let known3 = /* @__PURE__ */ new Map(), make = (prefillGpus, decodeGpus) => {
    let found = [];
    for (let decodes = 1; decodes <= maxWorkers; decodes += 1)
      for (let prefills = 1; prefills <= maxWorkers; prefills += 1) {
        let gpus = prefillGpus * prefills + decodeGpus * decodes;
        isAllowed[gpus] === 1 && found.push({ prefills, decodes, gpus });
      }
    return found;
  };
  return (prefillGpus, decodeGpus) => {
    let key = `${prefillGpus} ${decodeGpus}`, found = known3.get(key) ?? make(prefillGpus, decodeGpus);
    return known3.set(key, found), found;
  };
}
function bestMatch([prefill, decode2], matches, { prefillRateShare, decodeRateShare }) {
  let best, bestRate = 0;
  for (let match of matches) {
    let rate4 = Math.min(
      prefill.requestsPerSec * match.prefills * prefillRateShare,
      decode2.requestsPerSec * match.decodes * decodeRateShare
    ) / match.gpus;
    rate4 > bestRate && (bestRate = rate4, best = match);
  }
  return best;
}

// src/engine/steps.ts
function stepsBelow(from, to, step) {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}

// src/engine/sweep-disagg.ts
var UNFIT = { reason: "memory", detail: "does not fit the GPU memory" };
function disaggStages(contexts, query) {
  let prefill = staticWorkers(contexts.prefill, query.prefillLayouts, prefillRun(contexts.prefill, query)), decode2 = staticWorkers(contexts.decode, query.decodeLayouts, decodeRun(contexts.decode, query)), { ttftQueueFactor } = contexts.prefill.revision.sweep.stages, queued = prefill.workers.map((worker) => ({ ...worker, ttftMs: worker.ttftMs * ttftQueueFactor }));
  return toStages(queued, decode2.workers, [...prefill.excluded, ...decode2.excluded]);
}
function stagesWithin(stages, mostGib) {
  if (mostGib === Number.POSITIVE_INFINITY) return stages;
  let { prefill, decode: decode2, excluded } = stages, isWithin = ({ memoryGib }) => memoryGib <= mostGib, [prefills, decodes] = [prefill.filter(isWithin), decode2.filter(isWithin)], lost = [...lostLayouts("prefill", prefill, prefills), ...lostLayouts("decode", decode2, decodes)];
  return toStages(prefills, decodes, [...excluded, ...lost]);
}
function lostLayouts(role, all, left) {
  let kept = new Set(left.map(({ layout }) => layout));
  return [...new Set(all.map(({ layout }) => layout).filter((layout) => !kept.has(layout)))].map((layout) => ({ layout, role, ...UNFIT }));
}
function toStages(prefill, decode2, excluded) {
  let ttftMs = smallest(prefill.map((worker) => worker.ttftMs)), tpotMs = smallest(decode2.map((worker) => worker.tpotMs));
  return { prefill, decode: decode2, excluded, fastest: { ttftMs, tpotMs } };
}
function disaggPairs(contexts, query, { prefill, decode: decode2, excluded, fastest: fastest2 }) {
  let { revision, backend } = contexts.prefill, { osl, maxReplicaGpus } = query, { keptPerTarget } = revision.sweep.stages, spreads = {
    prefill: spreadLayouts(contexts.prefill, query.prefillLayouts),
    decode: spreadLayouts(contexts.decode, query.decodeLayouts)
  }, matching = { ...revision.matching, replicaGpus: replicaSizes(contexts, spreads) }, choosePairs = pairChooser(prefill, decode2, { osl, maxReplicaGpus, matching, pairsStages: (one, other) => backend.pairsStages(one, other) || spreads.prefill.has(one) || spreads.decode.has(other) }), candidateOf = memo2((pair) => disaggCandidate(contexts, pair, query)), best = (target) => quickSort(choosePairs(target).map(candidateOf), tokensPerSecPerGpu, "descending").slice(0, keptPerTarget), [first] = best(ANY_LATENCY), fullest = first && { candidate: first, isAtMemory: isAtMemory(first.decode, decode2, contexts.decode) };
  return { best, excluded, fastest: fastest2, fullest };
}
function isAtMemory({ layout, batch }, workers, { revision }) {
  let largest = workers.findLast((worker) => worker.layout === layout)?.batch;
  return batch === largest && batch !== revision.sweep.stages.decodeBatches.at(-1);
}
function keepPairs({ best, excluded, fastest: fastest2, fullest }, targets) {
  let kept = new Set(targets.flatMap(best));
  return { candidates: quickSort([...kept], tokensPerSecPerGpu, "descending"), excluded, fastest: fastest2, fullest };
}
function spreadLayouts({ spread }, layouts) {
  return new Set(
    layouts.filter((layout) => {
      let found = attempt(() => spread.of(layout));
      return found !== void 0 && !(found instanceof DataMissing);
    })
  );
}
function replicaSizes({ prefill, decode: decode2 }, spreads) {
  let { spread, matching } = prefill.revision, isWide = (context, layouts) => Object.keys(context.spread.widened).length > 0 && layouts.size > 0;
  return spread === void 0 || !(isWide(prefill, spreads.prefill) || isWide(decode2, spreads.decode)) ? matching.replicaGpus : stepsBelow(1, spread.maxReplicaGpus + 1, 1);
}
function tokensPerSecPerGpu({ metrics }) {
  return metrics.tokensPerSecPerGpu;
}
function smallest(values) {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
function staticWorkers(context, layouts, run) {
  let excluded = [];
  return { workers: layouts.flatMap((layout) => {
    let worker = attempt(() => createWorker(context, layout)), found = worker instanceof DataMissing ? { workers: [], missing: worker } : atBatches(context, worker, run), { role } = run;
    return found.missing !== void 0 ? excluded.push({ layout, role, reason: "data", detail: found.missing.message }) : found.workers.length === 0 && excluded.push({ layout, role, ...UNFIT }), found.workers;
  }), excluded };
}
function atBatches(context, worker, { batches, at }) {
  let endsWhereMissing = context.revision.sweep.stages.whereMissing === "layout", workers = [], missing;
  for (let batch of batches) {
    let one = attempt(() => at(worker, batch));
    if (one === void 0) break;
    if (!(one instanceof DataMissing)) workers.push(one);
    else if (missing ??= one, endsWhereMissing) break;
  }
  return { workers, missing: endsWhereMissing || workers.length === 0 ? missing : void 0 };
}
function prefillRun(context, { isl }) {
  let { prefillBatches, prefillLatencyFactor } = context.revision.sweep.stages;
  return {
    role: "prefill",
    batches: prefillBatches,
    at: (worker, batch) => {
      let ttftMs = scaledSum(worker.contextTimes(batch, isl), prefillLatencyFactor), memory = worker.memory(batch, isl * batch, isl + 1);
      if (fitsGpu(memory, context, { role: "prefill", layout: worker.layout }))
        return staticWorker(worker, { batch, ttftMs, tpotMs: 0, latencyMs: ttftMs, memory });
    }
  };
}
function decodeRun(context, { isl, osl }) {
  let { stages } = context.revision.sweep;
  return {
    role: "decode",
    batches: stages.decodeBatches,
    at: (worker, batch) => {
      let memory = worker.memory(batch, batch, isl + osl);
      if (osl > 1 && worker.generationTimes(batch, isl + 1), !fitsGpu(memory, context, { role: "decode", layout: worker.layout })) return;
      let totals = worker.decodeTotals({ batch, isl, osl, stride: stages.decodeStride }), totalMs = scaledSum(totals, stages.decodeLatencyFactor), tpotMs = osl <= 1 ? 0 : totalMs / (osl - 1);
      return staticWorker(worker, { batch, ttftMs: 0, tpotMs, latencyMs: tpotMs * Math.max(osl - 1, 0), memory });
    }
  };
}
function scaledSum(times, factor) {
  return times.reduce((total, ms) => total + ms * factor, 0);
}
function staticWorker({ layout, quant, gpus }, { batch, ttftMs, tpotMs, latencyMs: latencyMs2, memory }) {
  let { tp, pp, dp } = layout, requestsPerSec = latencyMs2 === 0 ? 0 : batch * dp / latencyMs2 * 1e3 * pp;
  return {
    layout,
    quant,
    label: layoutLabel(layout),
    gpus,
    batch,
    globalBatch: batch * dp,
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    tokensPerSecPerUser: tpotMs === 0 ? 0 : round3(1e3 / tpotMs),
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / tp / pp / dp),
    memoryGib: round3(memory.totalGib)
  };
}

// src/profile/wish-limits.ts
function allowsMode({ servingMode }, mode) {
  return servingMode === void 0 || servingMode === mode;
}
function mostMemoryGib({ memoryHeadroomPercent }, { memCapacityBytes }) {
  return memoryHeadroomPercent === void 0 ? Number.POSITIVE_INFINITY : memCapacityBytes / 1073741824 * usableShare({ memoryHeadroomPercent });
}
function usableShare({ memoryHeadroomPercent = 0 }) {
  return (100 - memoryHeadroomPercent) / 100;
}

// src/profile/experiments.ts
var NOTHING = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
function sweepBackend(request, architecture, measured2) {
  let { wishes, sla, hardware } = request, modes = MODES.filter((mode) => allowsMode(wishes, mode) && hardware.totalGpus >= LEAST_GPUS[mode]), limits = JSON.stringify([limitsOf(sla).firstToken, wishes.memoryHeadroomPercent]);
  return modes.map((mode) => measured2.once(`${mode} ${limits}`, () => SWEEPS[mode](request, architecture, measured2)));
}
var LEAST_GPUS = { agg: 1, disagg: 2 }, SWEEPS = { agg: sweepAggregated, disagg: sweepDisaggregated };
function sweepAggregated(request, architecture, measured2) {
  let { isl, osl } = request.workload, agg = prepare(request, architecture, measured2, "agg"), { inexpressible, context, layouts, missing } = agg, points = () => measured2.once("points", () => aggPoints(context, { isl, osl, layouts })), within = () => pointsWithin(points(), mostMemoryGib(request.wishes, measured2.system)), sweep = missing.length > 0 ? unmeasured3(agg) : keepBest(within(), targetsOf(request, measured2));
  return { mode: "agg", measured: measured2, inexpressible, sweep };
}
function sweepDisaggregated(request, architecture, measured2) {
  let { tried, contexts, query, missing } = prepareStages(request, architecture, measured2), { memoryHeadroomPercent = 0 } = request.wishes, asked = { ...query, maxReplicaGpus: request.hardware.totalGpus };
  return { ...tried, sweep: missing ?? keepPairs(measured2.once(
    `pairs ${memoryHeadroomPercent}`,
    () => disaggPairs(contexts, asked, stagesOf(request, { measured: measured2, contexts, query }))
  ), targetsOf(request, measured2)) };
}
function runStages(request, architecture, measured2) {
  let { tried, contexts, query, missing } = prepareStages(request, architecture, measured2), stages = missing === void 0 ? stagesOf(request, { measured: measured2, contexts, query }) : { ...missing, prefill: [], decode: [] };
  return { ...tried, contexts, stages };
}
function stagesOf({ wishes }, { measured: measured2, contexts, query }) {
  let stages = measured2.once("stages", () => disaggStages(contexts, query));
  return stagesWithin(stages, mostMemoryGib(wishes, measured2.system));
}
function prepareStages(request, architecture, measured2) {
  let { isl, osl } = request.workload, prefill = prepare(request, architecture, measured2, "prefill"), decode2 = prepare(request, architecture, measured2, "decode"), missing = [...prefill.missing, ...decode2.missing];
  return {
    tried: { mode: "disagg", measured: measured2, inexpressible: prefill.inexpressible },
    contexts: { prefill: prefill.context, decode: decode2.context },
    query: { isl, osl, prefillLayouts: prefill.layouts, decodeLayouts: decode2.layouts },
    missing: missing.length > 0 ? unmeasured3({ ...prefill, missing }) : void 0
  };
}
function roleContext(architecture, measured2, role) {
  let { backend, revision, database, system } = measured2, scope = { architecture, database, system, role }, quant = quantModes(scope, revision.quantisation);
  return {
    architecture,
    quant,
    backendName: backend,
    backendVersion: database.version,
    revision,
    backend: revision.backends[backend],
    systemName: database.system,
    system,
    spread: expertSpreading({ ...scope, quant }, revision.spread),
    operationTime: measured2.operationTime
  };
}
function prepare(request, architecture, measured2, role) {
  return measured2.once(`prepared ${role}`, () => prepareAnew(request, architecture, measured2, role));
}
function prepareAnew(request, architecture, measured2, role) {
  let { revision, database, system } = measured2, context = roleContext(architecture, measured2, role), { layouts: sizes } = revision, maxGpus = request.hardware.totalGpus, { widened } = context.spread, scope = { architecture, backend: context.backend, sizes, system, maxGpus, role, widened }, all = workerLayouts(scope), isExpressible = ({ cp }) => !request.mends.leavesOutContextParallel || cp === 1, [layouts, inexpressible] = [all.filter(isExpressible), all.filter((layout) => !isExpressible(layout))];
  return {
    role,
    context,
    layouts,
    inexpressible,
    missing: missingModes(database, context.quant, { architecture, system, role }, revision)
  };
}
function unmeasured3({ role, layouts, missing }) {
  let detail = `not measured: ${[...new Set(missing)].join(", ")}`, excluded = layouts.map((layout) => ({ layout, role, reason: "data", detail }));
  return { candidates: [], excluded, fastest: NOTHING, fullest: void 0 };
}
function targetsOf({ sla, workload: { osl } }, { revision: { targets: rules } }) {
  let { latency, limitMs } = limitsOf(sla).firstToken;
  return latency === "requestMs" ? endToEndTargets(limitMs, osl, rules) : pairTargets(limitMs, rules);
}

// src/profile/explanation.ts
function attemptOf(request, { mode, measured: measured2, inexpressible }, { candidates, isWithin, excluded, fastest: fastest2, fullest }) {
  let { backend, database } = measured2;
  return {
    name: request.backend === "auto" ? `${mode}_${backend}` : mode,
    mode,
    backend,
    backendVersion: database.version,
    candidates: candidates.length,
    candidatesWithinLimit: candidates.filter(isWithin).length,
    excluded,
    inexpressible,
    fastest: fastest2,
    fullest: fullest && {
      isAtMemory: fullest.isAtMemory,
      ranked: fillBudget(fullest.candidate, request.hardware.totalGpus)
    }
  };
}

// src/profile/infeasible.ts
function infeasible(request, { contextLength }, attempts) {
  let { workload, hardware } = request, exclusions = attempts.flatMap(({ excluded }) => excluded), where = `at isl ${workload.isl}, osl ${workload.osl} on ${hardware.totalGpus} x ${hardware.gpuSku}`;
  if (exclusions.every(({ reason }) => reason === "data"))
    return failure2(request, "NOT_MEASURED", "spec.model", {
      message: `nothing was measured for ${request.model} ${where}: ${[...new Set(exclusions.map(({ detail }) => detail))].join("; ")}`,
      hint: "choose another backend, GPU or checkpoint"
    });
  let ttftMs = fastest(attempts, "ttftMs");
  if (!Number.isFinite(ttftMs))
    return failure2(request, "NO_FEASIBLE_CONFIG", "spec.hardware.totalGpus", {
      message: `${request.model} does not fit the memory ${where}`,
      hint: "raise totalGpus, choose a GPU with more memory, a quantised checkpoint, or lower isl and osl"
    });
  let tokens = workload.isl + workload.osl;
  return contextLength !== void 0 && tokens > contextLength ? beyondContext(request, contextLength) : unreachable(request, where, ttftMs, fastest(attempts, "tpotMs"));
}
function beyondContext(request, contextLength) {
  let { isl, osl } = request.workload;
  return failure2(request, "NO_FEASIBLE_CONFIG", `spec.workload.${isl >= osl ? "isl" : "osl"}`, {
    message: `isl ${isl} and osl ${osl} are ${isl + osl} tokens together, and ${request.model} has a context of ${contextLength}`,
    hint: `lower isl and osl to ${contextLength} tokens together, or choose a model with a longer context`
  });
}
function unreachable(request, where, ttftMs, tpotMs) {
  let { latency, limitMs } = limitsOf(request.sla).firstToken, best = `the fastest are ttft ${tenthsUp(ttftMs)} ms and itl ${tenthsUp(tpotMs)} ms, each at its own operating point`;
  if (latency === "requestMs")
    return failure2(request, "NO_FEASIBLE_CONFIG", "spec.sla.e2eLatency", {
      message: `no configuration finishes a request within ${limitMs} ms ${where}; ${best}`,
      hint: "raise e2eLatency, lower isl or osl, or allow more GPUs"
    });
  let isFirstToken = ttftMs > limitMs;
  return failure2(request, "NO_FEASIBLE_CONFIG", isFirstToken ? "spec.sla.ttft" : "spec.hardware", {
    message: `no configuration reaches ttft ${limitMs} ms ${where}; ${best}`,
    hint: isFirstToken ? `raise ttft to at least ${Math.ceil(ttftMs)}, lower isl, or allow more GPUs a worker` : "raise ttft, lower isl, or allow more GPUs"
  });
}
function failure2(request, code, path, text) {
  return new RenderError(code, { ...text, path, origin: request.locate(path) });
}
function fastest(attempts, of) {
  return attempts.reduce((low, attempt3) => Math.min(low, attempt3.fastest[of]), Number.POSITIVE_INFINITY);
}
function tenthsUp(ms) {
  return Math.ceil(ms * 10) / 10;
}

// src/profile/pick-outcome.ts
var NO_LATENCIES = { ttftMs: 0, tpotMs: 0, requestMs: 0 };
function latenciesOf({ candidate: { metrics } }) {
  let { ttftMs, tpotMs, requestMs } = metrics;
  return { ttftMs, tpotMs, requestMs };
}
function resolved({ backend, database }) {
  return { backend, backendVersion: database.version };
}

// src/profile/wishes.ts
function pickWished(request, pick2) {
  if (!hasWishes(request.wishes)) return pick2(request);
  let plain = pick2({ ...request, wishes: {} }), wished = attempt2(() => pick2(request));
  if (wished === void 0) throw nothingLeft(request, plain);
  let [first] = plain.picked;
  return first === void 0 || isSame3(wished, plain) ? wished : { ...wished, unwished: { backend: plain.backend, pick: first } };
}
function isSame3({ backend, picked: [a] }, other) {
  return backend === other.backend && JSON.stringify(a) === JSON.stringify(other.picked[0]);
}
function attempt2(pick2) {
  try {
    return pick2();
  } catch (error2) {
    if (error2 instanceof RenderError && UNPICKED.some((code) => code === error2.code)) return;
    throw error2;
  }
}
var UNPICKED = ["NO_FEASIBLE_CONFIG", "NOT_MEASURED"];
function nothingLeft(request, { chosen, backend, picked: picked2 }) {
  let { wishes, hardware } = request;
  if (request.pickingMode === "autoscale" && !allowsMode(wishes, "disagg"))
    return refusal2(request, {
      message: `nothing is as wished (${wishWords(wishes)}): a planner scales prefill and decode workers on their own`,
      hint: "remove features.planner, or take the wish back"
    });
  let uses = picked2[0] === void 0 ? "" : `, and uses ${mostMemoryUsedGib(picked2[0].candidate)} GiB of a GPU`;
  return refusal2(request, {
    message: `no configuration of ${request.model} on ${hardware.totalGpus} x ${hardware.gpuSku} is as wished (${wishWords(wishes)}); without that ${chosen} with ${backend} is picked${uses}`,
    hint: "allow more GPUs, choose a GPU with more memory or a quantised checkpoint, lower isl and osl, or take the wish back"
  });
}
function requireSizeable(request) {
  let { servingMode, take } = request.wishes;
  if (take !== void 0) throw noRow(request, take, "the request is sized from memory, so that nothing is ranked");
  if (!allowsMode({ servingMode }, "agg"))
    throw refusal2(request, {
      message: `servingMode ${servingMode} is wished, and what is sized from memory serves aggregated: nothing was measured that could be matched`,
      hint: "choose a backend and GPU with measurements for the model, or take the wish back"
    });
}
function takeFirst(request, take, rows) {
  let taken = rows[take.rank - 1];
  if (taken === void 0) throw noRow(request, take, `${take.mode} has ${rows.length} ranked rows here`);
  return [taken, ...rows.filter((row) => row !== taken)];
}
function noRow({ locate, wishes }, take, why) {
  let asked = Object.keys(wishTexts({ ...wishes, take: void 0 })).length > 0 ? " and what is wished of it" : "";
  return new RenderError("TAKE_IMPOSSIBLE", {
    message: `there is no row ${rowName(take)} to take: ${why}`,
    path: "metadata.name",
    origin: locate("metadata.name"),
    hint: `dgdr-render profile shows the ranked rows of the request${asked}`
  });
}
function fieldOf({ servingMode, memoryHeadroomPercent }) {
  return servingMode !== void 0 ? "spec.servingMode" : memoryHeadroomPercent === void 0 ? "metadata.name" : "spec.memoryHeadroom";
}
function refusal2(request, text) {
  let path = fieldOf(request.wishes);
  return new RenderError("NO_FEASIBLE_CONFIG", { ...text, path, origin: request.locate(path) });
}
function warnAboutWishes(request, { picked: [first], backend, unwished }, warn) {
  if (first === void 0 || unwished === void 0) return;
  let path = fieldOf(request.wishes), [own2, other] = [perGpu(first), perGpu(unwished.pick)], lessPercent = round1((1 - own2 / other) * 100), less = lessPercent === 0 ? "as much" : `${Math.abs(lessPercent)} % ${lessPercent > 0 ? "less" : "more"}`;
  warn("WISH_COSTS", {
    message: `${wishWords(request.wishes)}: ${inWords(first, backend)}, in place of ${inWords(unwished.pick, unwished.backend)}: ${less} a GPU`,
    path,
    origin: request.locate(path)
  });
}
function perGpu(picked2) {
  let { requestsPerSec, gpus } = deliveryOf(picked2);
  return requestsPerSec / gpus;
}
function inWords(picked2, backend) {
  let { mode, metrics } = picked2.candidate, { requestsPerSec, gpus } = deliveryOf(picked2);
  return `${mode} with ${backend}, ${round3(requestsPerSec)} requests/s on ${gpus} GPUs, ttft ${metrics.ttftMs} ms, itl ${metrics.tpotMs} ms`;
}

// src/profile/compare.ts
function compareExperiments(request, opened, tried = sweepAll(request, opened)) {
  let attempts = tried.map((experiment) => toAttempt(request, experiment)), found = tried.filter(({ sweep }) => sweep.candidates.length > 0), { tables, chosen, rivals } = choose(request, found);
  if (chosen?.ranked.top[0] === void 0) throw infeasible(request, opened.architecture, attempts);
  let { mode, rows } = pickedRows(request, tables, chosen), first = rows[0], isUnnamed = request.backend === "auto" && !request.mends.reportsMergedLatencies;
  return {
    ...resolved(opened.backends.find(({ backend }) => backend === first.backend) ?? opened.backends[0]),
    chosen: mode,
    latencies: isUnnamed ? NO_LATENCIES : latenciesOf(first),
    experiments: Object.fromEntries(tables.map(({ mode: mode2, ranked }) => [mode2, ranked])),
    picked: rows,
    passedOver: passedOver(request, found, first),
    attempts,
    rivals
  };
}
function pickedRows(request, tables, chosen) {
  let { take } = request.wishes;
  if (take === void 0) return { mode: chosen.mode, rows: chosen.ranked.top };
  let top = tables.find(({ mode }) => mode === take.mode)?.ranked.top ?? [];
  return { mode: take.mode, rows: takeFirst(request, take, top) };
}
function choose(request, found) {
  let results = found.map((experiment) => ({ ...experiment, ranked: rank(request, experiment) })), isLoadMatch = request.pickingMode === "load_match", order = pickOrder({ isLoadMatch, target: limitsOf(request.sla).judged, mends: request.mends }), tables = request.backend === "auto" ? mergeByMode(request, results, order) : results, best = chooseTable(tables, order);
  return {
    tables,
    chosen: needsStages(request) ? disaggregated(tables) ?? best : best,
    rivals: toRivals(results, order)
  };
}
function toRivals(results, order) {
  return results.flatMap(({ mode, measured: measured2, ranked }) => {
    let [first] = ranked.top;
    return first === void 0 ? [] : [{ mode, backend: measured2.backend, best: first }];
  }).sort((a, b) => order.candidates(a.best, b.best));
}
function passedOver(request, found, picked2) {
  let { latency, limitMs } = limitsOf(request.sla).judged;
  if (!found.some(({ sweep }) => sweep.candidates.every(({ metrics }) => metrics[latency] > limitMs)) || !request.mends.meetsTargetsFirst || request.wishes.take !== void 0) return;
  let mends = { ...request.mends, meetsTargetsFirst: !1 }, other = choose({ ...request, mends }, found).chosen?.ranked.top[0];
  return other?.candidate === picked2.candidate ? void 0 : other;
}
function sweepAll(request, { architecture, backends }) {
  return backends.flatMap((measured2) => sweepBackend(request, architecture, measured2));
}
function rank({ hardware, workload, sla, mends }, { sweep, measured: measured2 }) {
  let target = limitsOf(sla).judged, { holdsLoadToBudget: holdsToBudget } = measured2.revision.matching, load = loadOf(workload);
  return load === void 0 ? pickDefault(sweep.candidates, { totalGpus: hardware.totalGpus, target, mends }) : pickLoadMatch(sweep.candidates, { load, maxGpus: hardware.totalGpus, holdsToBudget, target, mends });
}
function loadOf({ requestRatePerSec, concurrency }) {
  return requestRatePerSec !== void 0 ? { metric: "requestsPerSec", amount: requestRatePerSec } : concurrency === void 0 ? void 0 : { metric: "concurrency", amount: concurrency };
}
function mergeByMode({ sla }, results, order) {
  return MODES.map((mode) => {
    let tables = results.filter((result) => result.mode === mode).map(({ measured: measured2, ranked }) => ({ backend: measured2.backend, ranked }));
    return { mode, ranked: mergeBackends(tables, limitsOf(sla).judged, order) };
  });
}
function needsStages({ features, pickingMode }) {
  return features.mocker && pickingMode !== "autoscale";
}
function disaggregated(tables) {
  return tables.find(({ mode, ranked }) => mode === "disagg" && ranked.top.length > 0);
}
function toAttempt(request, experiment) {
  let { latency, limitMs } = limitsOf(request.sla).judged, isWithin = ({ metrics }) => metrics[latency] <= limitMs;
  return attemptOf(request, experiment, { ...experiment.sweep, isWithin });
}

// src/profile/naive-reference.ts
var GIB = 2 ** 30, BYTES_PER_WEIGHT = 2, REFERENCE_CARD = { memCapacityBytes: 141 * GIB, numGpusPerNode: 8 };
function sizeAsReference({ hardware: { totalGpus } }, architecture, system) {
  let { memCapacityBytes, numGpusPerNode } = system ?? REFERENCE_CARD, weightBytes4 = estimateWeightBytes(architecture), wanted = Math.ceil(weightBytes4 * 1.5 / memCapacityBytes), requiredGpus = 2 ** Math.ceil(Math.log2(Math.max(1, wanted))), gpusPerWorker2 = Math.min(requiredGpus, numGpusPerNode, totalGpus);
  return {
    gpusPerWorker: gpusPerWorker2,
    split: "tensor",
    replicas: Math.floor(totalGpus / gpusPerWorker2),
    weightsGib: weightBytes4 / GIB,
    requiredGpus
  };
}
function estimateWeightBytes({
  layers,
  hiddenSize,
  interSize,
  vocabSize,
  experts: experts2,
  moeInterSize
}) {
  let feedForward4 = experts2 > 1 ? 3 * hiddenSize * (moeInterSize || interSize) * experts2 + hiddenSize * experts2 : 3 * hiddenSize * interSize, layer = 4 * hiddenSize * hiddenSize + feedForward4 + 4 * hiddenSize;
  return BYTES_PER_WEIGHT * (vocabSize * hiddenSize + layers * layer);
}

// src/profile/size-to-load.ts
var GIB2 = 2 ** 30, MIB = 2 ** 20, USABLE_SHARE = 0.9, MOST_WORKER_GPUS = 1024;
function sizeToLoad(request, architecture, system) {
  let card = cardOf(request, system), { totalGpus } = request.hardware, { weights } = architecture, { bytes, precision } = weights, holding = loadable(weights, card).filter(({ gpus }) => holds(request, weights, { gpus, card })), affordable = holding.filter(({ gpus }) => gpus <= totalGpus), chosen = choose2(affordable, bytes, card);
  if (chosen === void 0) throw tooLarge({ request, weights, card, sizes: holding.map(({ gpus }) => gpus) });
  return {
    gpusPerWorker: chosen.gpus,
    split: chosen.split,
    replicas: workersWithin(chosen.gpus, totalGpus, card.perNode),
    weightsGib: bytes / GIB2,
    requiredGpus: Math.max(1, Math.ceil(bytes * 1.5 / card.memoryBytes)),
    ...precision && { precision }
  };
}
function cardOf({ hardware, wishes, locate }, system) {
  let { vramMb, gpusPerNode, gpuSku } = hardware, memoryBytes = vramMb === void 0 ? system?.memCapacityBytes : vramMb * MIB, share = Math.min(USABLE_SHARE, usableShare(wishes));
  if (memoryBytes !== void 0) return { memoryBytes, usableShare: share, perNode: gpusPerNode };
  throw new RenderError("HARDWARE_MISSING", {
    message: `nothing was measured on ${gpuSku} and its memory is not known, so no worker can be sized for it`,
    path: "spec.hardware.vramMb",
    origin: locate("spec.hardware"),
    hint: "set spec.hardware.vramMb to the MiB of one GPU, as nvidia-smi prints them"
  });
}
function loadable({ mostGpus, splitOver: splitOver2 }, { perNode }) {
  return Array.from({ length: Math.min(mostGpus, MOST_WORKER_GPUS) }, (_, index) => index + 1).flatMap((gpus) => {
    let split = gpus <= perNode || gpus % perNode === 0 ? splitOver2(gpus) : void 0;
    return split === void 0 ? [] : [{ gpus, split }];
  });
}
function holds({ workload }, { bytes, cacheBytes: cacheBytes2 }, { gpus, card }) {
  let request = cacheBytes2(gpus, workload.isl + workload.osl);
  return bytes / gpus + request <= card.usableShare * card.memoryBytes;
}
function choose2(workers, bytes, { memoryBytes, perNode }) {
  let ofOneNode = workers.filter(({ gpus }) => gpus <= perNode), pool = ofOneNode.length > 0 ? ofOneNode : workers, roomy = pool.filter(({ gpus }) => gpus * memoryBytes >= 1.5 * bytes);
  return roomy.find(({ gpus }) => Number.isInteger(Math.log2(gpus))) ?? roomy[0] ?? pool.at(-1);
}
function workersWithin(gpus, totalGpus, perNode) {
  return gpus > perNode ? Math.floor(totalGpus / gpus) : Math.floor(totalGpus / perNode) * Math.floor(perNode / gpus) + Math.floor(totalGpus % perNode / gpus);
}
function tooLarge({ request, weights, card, sizes }) {
  let { model, hardware, workload, locate } = request, { totalGpus, gpuSku } = hardware, { bytes, precision, cacheBytes: cacheBytes2 } = weights, largest = loadable(weights, card).findLast(({ gpus }) => gpus <= totalGpus)?.gpus ?? 1, cardGib2 = card.memoryBytes / GIB2, heldGib = card.usableShare * largest * cardGib2, cacheGib = cacheBytes2(largest, workload.isl + workload.osl) * largest / GIB2, enough = sizes.find((gpus) => gpus > totalGpus), path = enough !== void 0 ? "spec.hardware.totalGpus" : "spec.model";
  return new RenderError("NO_FEASIBLE_CONFIG", {
    message: `${model} does not fit the memory: ${inTenths(bytes / GIB2)} GiB of ${precision ?? "16-bit"} weights and ${inTenths(cacheGib)} GiB for one request of isl ${workload.isl} and osl ${workload.osl}, but ${largest} x ${gpuSku} of ${inTenths(cardGib2)} GiB, the most that one worker can have here, hold ${inTenths(heldGib)} GiB`,
    path,
    hint: enough === void 0 ? "choose a GPU with more memory or a quantised checkpoint, or lower isl and osl" : `set totalGpus to ${enough} or more${enough > card.perNode ? ", for a worker over several nodes" : ""}, choose a GPU with more memory or a quantised checkpoint`,
    origin: locate(path)
  });
}
function inTenths(value) {
  return value.toFixed(1);
}

// src/profile/naive.ts
var BATCH_SIZE = 128, REFERENCE_BACKEND = "vllm";
function sizeFromMemory(request, architecture, system) {
  let sizing = (request.mends.sizesForRequest ? sizeToLoad : sizeAsReference)(request, architecture, system);
  return { outcome: {
    backend: request.backend === "auto" ? REFERENCE_BACKEND : request.backend,
    backendVersion: null,
    chosen: "agg",
    latencies: NO_LATENCIES,
    experiments: {},
    picked: [],
    attempts: []
  }, naive: toNaive(sizing, architecture) };
}
function toNaive({ split, gpusPerWorker: gpusPerWorker2, replicas: replicas2, ...rest }, architecture) {
  let { weightsGib, precision, requiredGpus } = rest, { dataType } = architecture.weights;
  return {
    ...parallelSizes(architecture.experts > 1, split, gpusPerWorker2),
    gpusPerWorker: gpusPerWorker2,
    replicas: replicas2,
    batchSize: BATCH_SIZE,
    weightsGib,
    ...precision && { precision },
    ...dataType && { dataType },
    requiredGpus
  };
}
function parallelSizes(hasExperts, split, gpus) {
  return hasExperts ? split === "tensor" ? { tp: 1, moeTp: gpus } : { tp: 1, moeTp: 1, moeEp: gpus } : { tp: gpus, moeTp: 1 };
}
function warnAboutSizing(request, naive, { why, hint }, warn) {
  let { gpusPerWorker: gpusPerWorker2, requiredGpus, weightsGib, replicas: replicas2, precision = "16-bit" } = naive, isTight = gpusPerWorker2 < requiredGpus, words = request.mends.sizesForRequest ? TIGHT : UNFIT2;
  warn("SIZED_FROM_MEMORY", {
    message: `no performance was estimated (${why}): ${replicas2} x ${gpusPerWorker2} GPUs for about ${weightsGib.toFixed(1)} GiB of ${precision} weights${isTight ? words(requiredGpus) : ""}`,
    path: "spec.hardware.gpuSku",
    origin: request.locate("spec.hardware.gpuSku"),
    hint
  });
}
var TIGHT = (gpus) => `; little room is left for the cache, ${gpus} GPUs would hold the weights ${1.5} times`, UNFIT2 = (gpus) => `; it may not fit, since ${gpus} GPUs would be needed to hold the weights ${1.5} times`;

// src/pick/autoscale.ts
function pickAutoscale({ contexts, prefill, decode: decode2 }, query) {
  let prefills = leavingRoom(prefill, decode2, query), decodes = leavingRoom(decode2, prefill, query), best = pairs(
    byRate(prefills, query.ttftMs).slice(0, query.keptLayouts),
    byRate(decodes, query.tpotMs).slice(0, query.keptLayouts),
    query
  ), picked2 = (best.length > 0 ? best : pairs(byLatency(prefills), byLatency(decodes), query)).map((pair) => onePair(disaggCandidate(contexts, pair, query)));
  return quickSort(picked2, metric("tokensPerSecPerGpu"), "descending").slice(0, TOP_ROWS);
}
function onePair(candidate) {
  return { candidate, ...deployWithin(candidate, replicaGpus(candidate)) };
}
function leavingRoom(workers, others, { maxGpus }) {
  let room = maxGpus - others.reduce((least, { gpus }) => Math.min(least, gpus), Number.POSITIVE_INFINITY);
  return workers.filter(({ gpus }) => gpus <= room);
}
function pairs(prefills, decodes, { maxGpus }) {
  let counts = { prefills: 1, decodes: 1 };
  return prefills.flatMap(
    (prefill) => decodes.flatMap((decode2) => prefill.gpus + decode2.gpus <= maxGpus ? [{ prefill, decode: decode2, counts }] : [])
  );
}
function byRate(workers, limitMs) {
  let within = workers.filter((worker) => latencyMs(worker) < limitMs);
  return within.length === 0 ? byLatency(workers) : firstOfEachLayout(
    within.sort((a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch)
  );
}
function byLatency(workers) {
  return firstOfEachLayout(
    [...workers].sort((a, b) => latencyMs(a) - latencyMs(b) || b.requestsPerSecPerGpu - a.requestsPerSecPerGpu)
  );
}
function latencyMs({ ttftMs, tpotMs }) {
  return ttftMs + tpotMs;
}
function firstOfEachLayout(ranked) {
  let first = /* @__PURE__ */ new Map();
  for (let worker of ranked) first.has(worker.label) || first.set(worker.label, worker);
  return [...first.values()];
}

// src/profile/planner.ts
var REFERENCE_AUTO = "vllm", rate3 = metric("tokensPerSecPerGpu");
function pickForPlanner(request, { architecture, backends }) {
  requireTwoGpus(request);
  let query = autoscaleQuery(request, backends[0].revision.targets.planner), tried = backends.filter(isTried(request)).map((measured2) => {
    let planner = runStages(request, architecture, measured2);
    return { ...planner, picked: pickAutoscale({ ...planner.stages, contexts: planner.contexts }, query) };
  }), attempts = tried.map((paired) => toAttempt2(request, paired)), best = tried.reduce(
    (a, b) => isBetter(b.picked[0], a?.picked[0], query) ? b : a,
    void 0
  );
  if (best?.picked[0] === void 0) throw noRoom(request, tried) ?? infeasible(request, architecture, attempts);
  let rows = pickedRows2(request, best.picked);
  return {
    ...resolved(best.measured),
    chosen: "disagg",
    latencies: latenciesOf(rows[0]),
    experiments: {},
    picked: rows,
    attempts
  };
}
function pickedRows2(request, pairs2) {
  let { take } = request.wishes;
  return take === void 0 ? pairs2 : takeFirst(request, take, take.mode === "disagg" ? pairs2 : []);
}
function isTried({ backend, mends, wishes }) {
  return allowsMode(wishes, "disagg") ? (measured2) => backend !== "auto" || mends.boundsPlannerPairs || measured2.backend === REFERENCE_AUTO : () => !1;
}
function autoscaleQuery({ workload, sla, hardware, mends }, { tpotMs, keptLayouts }) {
  return {
    isl: workload.isl,
    osl: workload.osl,
    ttftMs: limitsOf(sla).firstToken.limitMs,
    tpotMs,
    keptLayouts,
    maxGpus: mends.boundsPlannerPairs ? hardware.totalGpus : Number.POSITIVE_INFINITY
  };
}
function isBetter(a, b, { ttftMs, tpotMs }) {
  if (a === void 0 || b === void 0) return a !== void 0;
  let within = ({ candidate: { metrics } }) => +(metrics.ttftMs < ttftMs && metrics.tpotMs < tpotMs);
  return (within(a) - within(b) || rate3(a) - rate3(b)) > 0;
}
function toAttempt2(request, { picked: picked2, stages, ...tried }) {
  let { excluded, fastest: fastest2 } = stages, { tpotMs } = tried.measured.revision.targets.planner, isWithin = ({ metrics }) => metrics.tpotMs < tpotMs;
  return attemptOf(request, tried, {
    candidates: picked2.map(({ candidate }) => candidate),
    isWithin,
    excluded,
    fastest: fastest2,
    fullest: void 0
  });
}
function requireTwoGpus({ hardware, locate }) {
  if (!(hardware.totalGpus >= 2))
    throw new RenderError("NO_FEASIBLE_CONFIG", {
      message: `a planner scales prefill and decode workers on their own, which takes 2 GPUs; totalGpus is ${hardware.totalGpus}`,
      path: "spec.hardware.totalGpus",
      origin: locate("spec.hardware.totalGpus"),
      hint: "set totalGpus to 2 or more, or remove features.planner"
    });
}
function noRoom({ hardware, locate, model }, tried) {
  let smallest2 = (workers) => workers.reduce((least, { gpus }) => Math.min(least, gpus), Number.POSITIVE_INFINITY), neededGpus = tried.reduce(
    (least, { stages }) => Math.min(least, smallest2(stages.prefill) + smallest2(stages.decode)),
    Number.POSITIVE_INFINITY
  );
  if (Number.isFinite(neededGpus))
    return new RenderError("NO_FEASIBLE_CONFIG", {
      message: `one prefill and one decode worker of ${model} take ${neededGpus} GPUs at least; totalGpus is ${hardware.totalGpus}`,
      path: "spec.hardware.totalGpus",
      origin: locate("spec.hardware.totalGpus"),
      hint: `set totalGpus to ${neededGpus} or more, or choose a GPU with more memory or a quantised checkpoint`
    });
}

// src/profile/support-gate.ts
function askSupport(request, architecture, data) {
  let { system } = request.hardware;
  return wantedBackends(request).map((backend) => {
    let answer = askAt({ system, backend }, { architecture, data });
    return request.support === "assumed" && canAssume(answer, architecture) && data.database(system, backend) !== void 0 ? { ...answer, source: "assumed", isSupported: !0 } : answer;
  });
}
function askAt({ system, backend }, { architecture, data }) {
  let matrix = data.support(), own2 = matrix.byModel(architecture.like ?? architecture.id, system, backend);
  if (own2 !== void 0) return { backend, source: "matrix", isSupported: own2.pass > 0, ...own2 };
  let kin = matrix.byArchitecture(architecture.name, system, backend);
  return { backend, source: kin.total > 0 ? "majority" : "none", isSupported: kin.pass * 2 > kin.total, ...kin };
}
function canAssume({ source }, { model }) {
  return source === "none" && model !== "unmodelled";
}
function supportInWords({ backend, source, pass, total }) {
  let counted2 = `${pass} of ${total} recorded`;
  return {
    matrix: `${counted2} runs of the model with ${backend} passed`,
    majority: `${counted2} runs of its architecture with ${backend} passed`,
    none: `no run of the model or its architecture with ${backend} is recorded`,
    assumed: `no run of the model or its architecture with ${backend} is recorded, support is assumed`
  }[source];
}
function warnAboutSupport(request, { answer, architecture }, warn) {
  if (answer === void 0 || answer.source === "matrix" && answer.isSupported) return;
  let place = { path: "spec.model", origin: request.locate("spec.model") };
  if (answer.source === "assumed") {
    warn("SUPPORT_ASSUMED", {
      message: `no run of ${architecture.name} with ${answer.backend} is recorded on ${request.hardware.gpuSku}; ${request.model} is ranked as ${likenessInWords(architecture)}`,
      hint: "measure the deployment against the latency targets, or leave support out to have it sized from memory",
      ...place
    });
    return;
  }
  warn("SUPPORT_INFERRED", {
    message: `the support matrix does not vouch for ${request.model} on ${request.hardware.system}: ${supportInWords(answer)}`,
    ...place
  });
}
function likenessInWords({ name, standsFor, family }) {
  let standIn = standInOf(name);
  if (standIn === void 0 || standsFor === name) return `a model of the family ${family}`;
  let { verdict, differences = "none that is timed" } = standIn, how = verdict === "same" ? "has the same layers" : "is near";
  return `${standIn.like} (${family}), which ${how}; differences: ${differences}`;
}

// src/profile/priced.ts
var TRIED_TOKENS = 128;
function isPriced(architecture, measured2, maxGpus) {
  let context = roleContext(architecture, measured2, "agg"), { database, revision, system } = measured2;
  if (missingModes(database, context.quant, { architecture, system, role: "agg" }, revision).length > 0) return !1;
  let { widened } = context.spread, scope = { architecture, backend: context.backend, sizes: revision.layouts, system, widened };
  return workerLayouts({ ...scope, maxGpus, role: "agg" }).some((layout) => {
    try {
      let worker = createWorker(context, layout);
      return worker.contextTimes(1, TRIED_TOKENS).length + worker.generationTimes(1, TRIED_TOKENS).length > 0;
    } catch (error2) {
      if (error2 instanceof DataMissing) return !1;
      throw error2;
    }
  });
}

// src/profile/where-measured.ts
function whereMeasured(request, architecture, engine) {
  if (architecture.model === "unmodelled") return { backends: [], skus: [], elsewhere: [] };
  let { system } = request.hardware, hasPrices = pricedTest(architecture, engine, request.hardware.totalGpus), isMeasured = (place) => {
    let answer = askAt(place, { architecture, data: engine.data });
    return (answer.isSupported || request.support === "assumed" && canAssume(answer, architecture)) && hasPrices(place);
  }, wanted = wantedBackends(request), others = BACKENDS.filter((backend) => !wanted.includes(backend)), cards = Object.keys(engine.data.systems).filter((name) => name !== system), cardsWith = (backends2) => cards.filter((name) => backends2.some((backend) => isMeasured({ system: name, backend }))).map(toSku), backends = others.filter((backend) => isMeasured({ system, backend })), skus = cardsWith(wanted), elsewhere = backends.length === 0 && skus.length === 0 ? others.map((backend) => ({ backend, skus: cardsWith([backend]) })) : [];
  return { backends, skus, elsewhere: elsewhere.filter((place) => place.skus.length > 0) };
}
function pricedTest(architecture, engine, totalGpus) {
  let key = JSON.stringify([engine.revision.name, architecture, totalGpus]);
  return (place) => {
    let known3 = engine.data.database(place.system, place.backend)?.derived(pricedTest, () => /* @__PURE__ */ new Map());
    if (known3 === void 0) return !1;
    let measured2 = known3.has(key) ? void 0 : glanceAt(place, engine), answer = known3.get(key) ?? (measured2 !== void 0 && isPriced(architecture, measured2, totalGpus));
    return known3.set(key, answer), answer;
  };
}
function isNowhere({ backends, skus, elsewhere }) {
  return backends.length + skus.length + elsewhere.length === 0;
}
function placesInWords({ backends, skus, elsewhere }, { backend, hardware }) {
  let all = [
    ...backends.length === 0 ? [] : [`with ${inWords2(backends, "or")} on ${hardware.gpuSku}`],
    ...skus.length === 0 ? [] : [`${withBackend(backend)}on ${inWords2(skus, "or")}`],
    ...elsewhere.map((place) => `with ${place.backend} on ${inWords2(place.skus, "or")}`)
  ];
  return all.length === 0 ? void 0 : all.join(", or ");
}
function withBackend(backend) {
  return backend === "auto" ? "" : `with ${backend} `;
}
function isNotMeasured(error2) {
  return error2 instanceof RenderError && error2.code === "NOT_MEASURED";
}
function sayWhere(error2, request, { backends, skus, elsewhere, isSizedUnassumed: isSizedUnassumed2 }) {
  let { message, path, origin } = error2, { backend, hardware } = request, ways = [
    ...backends.length === 0 ? [] : [`set spec.backend to ${inWords2([...backends, "auto"], "or")}: there is data for it on ${hardware.gpuSku}`],
    ...skus.length === 0 ? [] : [`${withBackend(backend)}there is data for it on ${inWords2(skus, "and")}`],
    ...elsewhere.map((place) => `with ${place.backend} there is data for it on ${inWords2(place.skus, "and")}`),
    ...isSizedUnassumed2 ? ["leave support out to have it sized from memory"] : []
  ], nowhere = "no data of this release ranks the model on any GPU; make some with `dgdr-render perfdb import`";
  return new RenderError("NOT_MEASURED", { message, path, origin, hint: ways.join("; ") || nowhere });
}
function inWords2(names, last) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

// src/profile/unpriced.ts
var PACKED2 = ["int4_wo", "int8_wo"];
function hasOtherWeights({ like, quant: { gemm: gemm3, moe: moe2 } }) {
  return like !== void 0 || PACKED2.includes(gemm3) || PACKED2.includes(moe2);
}
function isSizedUnpriced({ mends, support: wish }, { architecture, support, where }) {
  if (!mends.sizesForRequest || wish === "assumed") return !1;
  let isOwn = support.some(({ source, isSupported }) => source === "matrix" && isSupported);
  return hasOtherWeights(architecture) || !isOwn && isNowhere(where);
}
function isSizedUnassumed(request, unpriced) {
  return request.support !== "assumed" ? !1 : !unpriced.support.some(({ source, isSupported }) => isSupported && source !== "assumed") || isSizedUnpriced({ ...request, support: "recorded" }, unpriced);
}
function unpricedInWords({ weights: { precision } }) {
  return `recorded runs are of other models or checkpoints, and nothing was measured there for ${precision === void 0 ? "its layers" : `weights in ${precision}`}`;
}

// src/profile/warnings.ts
var LOAD_FIELD = { concurrency: "concurrency", requestsPerSec: "requestRate" };
function warnAboutSla(request, outcome, { revision, warn }) {
  let { planner } = revision.targets;
  for (let limit of limitsOf(request.sla).said) {
    let pickedMs = outcome.picked[0].candidate.metrics[limit.latency];
    if (pickedMs <= limit.limitMs) continue;
    let shortestMs = Math.min(...latenciesFound(outcome, limit)), { why, hint } = isPlannedDecode(request, limit) ? plannerWords(limit, planner.tpotMs) : missedWords(limit, shortestMs), path = `spec.sla.${limit.field}`;
    warn("SLA_NOT_MET", { message: `${why}; the pick has ${pickedMs} ms`, path, origin: request.locate(path), hint });
  }
}
function latenciesFound({ picked: picked2, experiments }, { latency }) {
  let swept = Object.values(experiments).flatMap(({ pareto }) => pareto);
  return [...picked2, ...swept].map(({ candidate }) => candidate.metrics[latency]);
}
function isPlannedDecode({ pickingMode }, { latency }) {
  return pickingMode === "autoscale" && latency !== "ttftMs";
}
function plannerWords({ field, limitMs }, plannerTpotMs) {
  return {
    why: `decode workers of a planner are picked for rate up to ${plannerTpotMs} ms a token, not for ${field} ${limitMs} ms`,
    hint: "leave it to the planner to keep the limit by scaling, or remove features.planner to pick for it"
  };
}
function missedWords({ field, limitMs }, shortestMs) {
  return shortestMs <= limitMs ? {
    why: `what meets ${field} ${limitMs} ms does not serve the load, or is of the other serving mode`,
    hint: "compare the ranked tables of `profile`"
  } : {
    why: `no configuration reaches ${field} ${limitMs} ms`,
    hint: `the shortest found is ${shortestMs} ms: raise the limit, lower isl or osl, or allow more GPUs`
  };
}
function warnAboutLoad({ workload, hardware, locate }, { candidate: { gpus, metrics }, load: share }, warn) {
  let load = loadOf(workload);
  if (load === void 0 || share?.servedPercent === void 0) return;
  let field = LOAD_FIELD[load.metric], path = `spec.workload.${field}`, perReplica = metrics[load.metric], wantedGpus = Math.ceil(load.amount / perReplica) * gpus, served = share.replicas * perReplica;
  warn("LOAD_NOT_SERVED", {
    message: `${field} ${load.amount} needs ${wantedGpus} GPUs, but there are ${hardware.totalGpus}; the pick has ${share.servedPercent} % of the replicas and serves ${served}`,
    path,
    origin: locate(path),
    hint: `set totalGpus to ${wantedGpus} or more, or ${field} to ${served} or less`
  });
}

// src/profile/why-sized.ts
function whySized(request, {
  architecture,
  support,
  engine
}) {
  let { name, family } = architecture, { system, totalGpus } = request.hardware, unmodelled = family === void 0 ? `${name} is no modelled architecture` : `the family ${family} is not modelled`, places = placesInWords(whereMeasured(request, architecture, engine), request), wouldRank = (answer) => {
    let measured2 = measuredAt({ system, backend: answer.backend }, engine);
    return measured2 !== void 0 && canAssume(answer, architecture) && isPriced(architecture, measured2, totalGpus);
  }, reasons = support.some(({ isSupported }) => isSupported) ? unpricedInWords(architecture) : support.map(supportInWords).join("; "), ways = [
    "measure the deployment against the latency targets",
    ...places === void 0 ? [] : [`have it ranked ${places}`],
    ...support.some(wouldRank) ? [`say support: assumed to have it ranked as ${likenessInWords(architecture)}`] : []
  ];
  return {
    why: isModelled(architecture) ? reasons : unmodelled,
    hint: ways.join(", or ")
  };
}

// src/profile/profile.ts
function profileRequest(request, engine, warn) {
  let { data } = engine, { sizesForRequest } = request.mends, architecture = findArchitecture(request, engine, warn), system = data.systems[request.hardware.system], support = askSupport(request, architecture, data), isRanked = support.some((answer) => answer.isSupported) && (isModelled(architecture) || !sizesForRequest), size = () => (requireSizeable(request), sizeFromMemory(request, architecture, system)), picked2 = isRanked ? measure(request, { architecture, support, engine, size }) : size();
  warnAbout(request, picked2, { architecture, support, engine, warn });
  let { attempts, passedOver: passedOver2, rivals, ...outcome } = picked2.outcome;
  return {
    ...outcome,
    system: request.hardware.system,
    nodeGpus: system?.numGpusPerNode,
    engine: engine.revision.name,
    dataRelease: data.release,
    pickingMode: request.pickingMode,
    wishes: request.wishes,
    naive: picked2.naive,
    explanation: { support, attempts, passedOver: passedOver2, rivals },
    model: {
      isMoe: picked2.naive ? architecture.experts > 1 : familyModel(architecture).isMoe,
      nextn: architecture.nextn,
      contextLength: architecture.contextLength,
      ...architecture.hasCustomCode && { hasCustomCode: !0 }
    }
  };
}
var PICKERS = {
  default: compareExperiments,
  load_match: compareExperiments,
  autoscale: pickForPlanner
};
function measure(request, { architecture, support, engine, size }) {
  try {
    let backends = measuredBackends(request, engine);
    return { outcome: pickWished(request, (asked) => PICKERS[request.pickingMode](asked, { architecture, backends })), naive: void 0 };
  } catch (error2) {
    if (!isNotMeasured(error2)) throw error2;
    let where = whereMeasured(request, architecture, engine);
    if (isSizedUnpriced(request, { architecture, support, where })) return size();
    let isSized = isSizedUnassumed(request, { architecture, support, where });
    throw sayWhere(error2, request, { ...where, isSizedUnassumed: isSized });
  }
}
function warnAbout(request, { outcome, naive }, judgement) {
  let { architecture, support, engine, warn } = judgement;
  if (naive !== void 0) {
    warnAboutSizing(request, naive, whySized(request, { architecture, support, engine }), warn);
    return;
  }
  let answer = support.find(({ backend }) => backend === outcome.backend);
  warnAboutSupport(request, { answer, architecture }, warn), warnAboutSla(request, outcome, { revision: engine.revision, warn }), warnAboutLoad(request, outcome.picked[0], warn), warnAboutWishes(request, outcome, warn);
}

// src/profile/profiling.ts
function openProfiling(engines, models) {
  let engineOf2 = ({ engine }) => withModels(engines(engine), models), inputs = (request) => {
    let { name: engine, data } = engineOf2(request).revision;
    return { ...profileInputs(request, { engine, data }), ...modelInputs(request, models) };
  }, keptSweeps = keepSweeps(), sweepId = (request) => digestOf(sweepInputs(inputs(request))), answering = (request) => {
    let answer = answeringEngine(request, (name) => withModels(engines(name), models));
    return { ...answer, engine: { ...answer.engine, once: keptSweeps(sweepId(request)) } };
  }, idOf = (request) => digestOf([inputs(request), saidTargets(request)]);
  return {
    engineOf: engineOf2,
    answering,
    inputs,
    profile: rememberProfiles((request, warn) => {
      let answer = answering(request);
      return warnAboutForeign(request, answer, warn), profileRequest(request, answer.engine, warn);
    }, idOf),
    job: (request) => ({
      id: idOf(request),
      tables: [request.engine, request.hardware.system, request.backend].join(" "),
      sweeps: sweepId(request),
      sweptBackends: countMeasured(request, engineOf2(request)),
      request: plainRequest(request),
      models
    })
  };
}
function saidTargets({ sla }) {
  return limitsOf(sla).said.map(({ field }) => field);
}
function modelInputs({ model }, models) {
  let supplied = suppliedFor(model, models);
  if (supplied === void 0) return {};
  if (isLike(supplied)) return { modelLike: supplied.like };
  let { config: config2, hfQuantConfig = null } = supplied;
  return { modelConfig: digestOf({ config: config2, hfQuantConfig }) };
}
function sweepInputs({
  sla: _,
  pickingMode: __,
  support: ___,
  features: ____,
  servingMode: _____,
  memoryHeadroom: ______,
  take: _______,
  workload,
  ...rest
}) {
  let { isl, osl } = Object(workload);
  return { ...rest, isl, osl };
}
function countMeasured(request, { data }) {
  let { system } = request.hardware;
  return wantedBackends(request).filter((backend) => data.database(system, backend) !== void 0).length;
}
function plainRequest(request) {
  let { model, backend, hardware, workload, sla, pickingMode, support, wishes, mends, features, engine } = request, { mocker } = features;
  return { model, backend, hardware, workload, sla, pickingMode, support, wishes, mends, features: { mocker }, engine };
}

// src/profile/profile-job.ts
function answerJob(profile, request, extent) {
  try {
    let recorded = recordProfile(profile, { ...request, locate: placeOf });
    return extent === "all" ? recorded : { ...recorded, profile: forGraph(recorded.profile) };
  } catch (error2) {
    return { failures: (error2 instanceof RenderErrors ? error2.errors : [error2]).map(toFailure) };
  }
}
function recordedOf(answer, { locate }) {
  if (!("failures" in answer)) return answer;
  throw new RenderErrors(
    answer.failures.map(({ code, place, ...details }) => new RenderError(code, { ...details, origin: place === void 0 ? void 0 : locate(place) }))
  );
}
function toFailure(error2) {
  if (!(error2 instanceof RenderError)) throw error2;
  let { code, message, path, hint, origin } = error2;
  return { code, message, path, hint, place: origin?.file };
}
function placeOf(path) {
  return { file: path, index: 0 };
}
function forGraph(profile) {
  let other = OTHER_MODE[profile.chosen], table = profile.experiments[other];
  return {
    ...profile,
    experiments: table === void 0 ? {} : { [other]: { ...table, top: table.top.slice(0, 1), further: [], pareto: [] } },
    picked: profile.picked.slice(0, 2),
    explanation: { support: profile.explanation.support, attempts: [] }
  };
}

// src/render/take-groups.ts
function* takeGroups(taken, from) {
  for (let step = 0; step < taken.length; step += 1) {
    let group = (from + step) % taken.length;
    Atomics.exchange(taken, group, 1) === 0 && (yield group);
  }
}

export {
  GROUP,
  GRAPH_KIND,
  REQUEST_KIND,
  GRAPH_LABEL,
  NAMESPACE_LABEL,
  TYPE_LABEL,
  PROJECT_FILE,
  LOCK_FILE,
  RELEASES,
  ENGINE_NAMES,
  GRAPH_VERSIONS,
  v1,
  releaseFacts,
  newestRelease,
  firstRelease,
  isBefore,
  printRelease,
  groupBy,
  OURS,
  RECORDED_REFERENCES,
  mendsOf,
  SUPPORTS,
  config,
  string2 as string,
  number2 as number,
  int,
  boolean2 as boolean,
  unknown,
  ZodArray,
  array,
  ZodObject,
  object,
  strictObject,
  union,
  record,
  _enum,
  literal,
  ZodNullable,
  ZodDefault,
  ZodPrefault,
  custom,
  preprocess,
  show,
  quote,
  escapeUnprintable,
  counted,
  isPrintable,
  parseImage,
  splitImage,
  mirrorImage,
  nearest,
  GPU_SKUS,
  toSystem,
  toSku,
  skuRelease,
  FLAG,
  OUTPUT_FORMS,
  toWorkloadOptions,
  WORKLOAD_ROWS,
  DEFAULTS,
  SETTING_PATHS,
  defaultRow,
  CONFIG_FIELDS,
  IN_OUR_WORDS,
  toGpuType,
  checkShape,
  toPath,
  PREFIX,
  toRouting,
  checkAnnotations,
  toSla,
  limitsOf,
  annotated,
  toWishes,
  hasWishes,
  WISHED,
  wishWords,
  rowName,
  rowNamed,
  wishesIn,
  FIRST,
  digestOf,
  isLike,
  MODELS_FOLDER,
  isHubId,
  cardGib,
  leadWorker,
  workersByRole,
  gpusPerWorker,
  layoutLabel,
  TOP_ROWS,
  clusterRate,
  deployWithin,
  loadBudget,
  paretoFront,
  fillBudget,
  roundedDecimal3,
  floorDivide,
  GEMM_QUANT,
  FMHA_QUANT,
  KV_CACHE_QUANT,
  COMPRESSIONS,
  INDEX_ENTRIES,
  dsaShape,
  latest,
  memo2 as memo,
  DataMissing,
  attempt,
  shapeOf,
  perRank,
  perShape,
  GDN_KERNELS,
  touchesState,
  isModelled,
  transferFrom,
  isPositive,
  curveTime,
  insideCurve,
  curvesOf,
  logOf,
  farFieldOf,
  gridOf,
  openGrid,
  HT_SMS,
  WHATEVER,
  givenFlops,
  scaledFlops,
  typedFlops,
  decodeMode,
  decodeFlops,
  timedCollective,
  PRECISION,
  beyondLargest,
  nearestCount,
  rowsWith,
  onBusiestRank,
  overRanks,
  sliceKvHeads,
  memoryTime,
  aroundAttention,
  timedAllReduce,
  beyondMeasured,
  attendedPairs,
  dsaPrefillRoofline,
  dsaDecodeRoofline,
  FASTEST,
  SHARING,
  kernelSlice,
  resolvedExperts,
  inputRows,
  withoutScales,
  productFloor,
  meanOverLengths,
  sampledLengths,
  decodeFloor,
  mixingParameters,
  HYPER_CONNECTIONS,
  measuredCurve,
  resolvedStateTime,
  MAMBA2_KERNELS,
  BMM_TABLE_NAMES,
  dispatchTime,
  threeAxes,
  sourceOf,
  createWorker,
  prefillPoint,
  decodePoint,
  meanLength,
  mixedStep,
  mixedStepTimes,
  stepsBelow,
  roleContext,
  compareExperiments,
  sweepAll,
  loadOf,
  parseArchitecture,
  packageFolder,
  openKnownModels,
  lookUpModel,
  openMeasured2 as openMeasured,
  measuredAt,
  foreignEngine,
  onePair,
  askAt,
  supportInWords,
  isPriced,
  hasOtherWeights,
  recordProfile,
  repeatWarnings,
  openProfiling,
  answerJob,
  recordedOf,
  takeGroups
};
