import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-W3VJOAOU.mjs";
import {
  MAX_HEADER_BYTES,
  PACK_FORMAT,
  PACK_MAGIC,
  PREAMBLE_BYTES,
  RenderError,
  RenderErrors,
  corrupt,
  decodeColumns,
  getIn,
  isObject,
  parseHeader,
  parseSupport,
  parseSystems,
  updateIn
} from "./chunk-I3YPWVYJ.mjs";
import {
  __commonJS,
  __export,
  __require,
  __toESM
} from "./chunk-PHXOIUUE.mjs";

// node_modules/fast-glob/out/utils/array.js
var require_array = __commonJS({
  "node_modules/fast-glob/out/utils/array.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.splitWhen = exports.flatten = void 0;
    function flatten(items) {
      return items.reduce((collection, item) => [].concat(collection, item), []);
    }
    exports.flatten = flatten;
    function splitWhen(items, predicate) {
      let result = [[]], groupIndex = 0;
      for (let item of items)
        predicate(item) ? (groupIndex++, result[groupIndex] = []) : result[groupIndex].push(item);
      return result;
    }
    exports.splitWhen = splitWhen;
  }
});

// node_modules/fast-glob/out/utils/errno.js
var require_errno = __commonJS({
  "node_modules/fast-glob/out/utils/errno.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.isEnoentCodeError = void 0;
    function isEnoentCodeError(error3) {
      return error3.code === "ENOENT";
    }
    exports.isEnoentCodeError = isEnoentCodeError;
  }
});

// node_modules/fast-glob/out/utils/fs.js
var require_fs = __commonJS({
  "node_modules/fast-glob/out/utils/fs.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.createDirentFromStats = void 0;
    var DirentFromStats = class {
      constructor(name, stats) {
        this.name = name, this.isBlockDevice = stats.isBlockDevice.bind(stats), this.isCharacterDevice = stats.isCharacterDevice.bind(stats), this.isDirectory = stats.isDirectory.bind(stats), this.isFIFO = stats.isFIFO.bind(stats), this.isFile = stats.isFile.bind(stats), this.isSocket = stats.isSocket.bind(stats), this.isSymbolicLink = stats.isSymbolicLink.bind(stats);
      }
    };
    function createDirentFromStats(name, stats) {
      return new DirentFromStats(name, stats);
    }
    exports.createDirentFromStats = createDirentFromStats;
  }
});

// node_modules/fast-glob/out/utils/path.js
var require_path = __commonJS({
  "node_modules/fast-glob/out/utils/path.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.convertPosixPathToPattern = exports.convertWindowsPathToPattern = exports.convertPathToPattern = exports.escapePosixPath = exports.escapeWindowsPath = exports.escape = exports.removeLeadingDotSegment = exports.makeAbsolute = exports.unixify = void 0;
    var os2 = __require("os"), path4 = __require("path"), IS_WINDOWS_PLATFORM = os2.platform() === "win32", LEADING_DOT_SEGMENT_CHARACTERS_COUNT = 2, POSIX_UNESCAPED_GLOB_SYMBOLS_RE = /(\\?)([()*?[\]{|}]|^!|[!+@](?=\()|\\(?![!()*+?@[\]{|}]))/g, WINDOWS_UNESCAPED_GLOB_SYMBOLS_RE = /(\\?)([()[\]{}]|^!|[!+@](?=\())/g, DOS_DEVICE_PATH_RE = /^\\\\([.?])/, WINDOWS_BACKSLASHES_RE = /\\(?![!()+@[\]{}])/g;
    function unixify(filepath) {
      return filepath.replace(/\\/g, "/");
    }
    exports.unixify = unixify;
    function makeAbsolute(cwd, filepath) {
      return path4.resolve(cwd, filepath);
    }
    exports.makeAbsolute = makeAbsolute;
    function removeLeadingDotSegment(entry) {
      if (entry.charAt(0) === ".") {
        let secondCharactery = entry.charAt(1);
        if (secondCharactery === "/" || secondCharactery === "\\")
          return entry.slice(LEADING_DOT_SEGMENT_CHARACTERS_COUNT);
      }
      return entry;
    }
    exports.removeLeadingDotSegment = removeLeadingDotSegment;
    exports.escape = IS_WINDOWS_PLATFORM ? escapeWindowsPath : escapePosixPath;
    function escapeWindowsPath(pattern) {
      return pattern.replace(WINDOWS_UNESCAPED_GLOB_SYMBOLS_RE, "\\$2");
    }
    exports.escapeWindowsPath = escapeWindowsPath;
    function escapePosixPath(pattern) {
      return pattern.replace(POSIX_UNESCAPED_GLOB_SYMBOLS_RE, "\\$2");
    }
    exports.escapePosixPath = escapePosixPath;
    exports.convertPathToPattern = IS_WINDOWS_PLATFORM ? convertWindowsPathToPattern : convertPosixPathToPattern;
    function convertWindowsPathToPattern(filepath) {
      return escapeWindowsPath(filepath).replace(DOS_DEVICE_PATH_RE, "//$1").replace(WINDOWS_BACKSLASHES_RE, "/");
    }
    exports.convertWindowsPathToPattern = convertWindowsPathToPattern;
    function convertPosixPathToPattern(filepath) {
      return escapePosixPath(filepath);
    }
    exports.convertPosixPathToPattern = convertPosixPathToPattern;
  }
});

// node_modules/is-extglob/index.js
var require_is_extglob = __commonJS({
  "node_modules/is-extglob/index.js"(exports, module) {
    module.exports = function(str) {
      if (typeof str != "string" || str === "")
        return !1;
      for (var match; match = /(\\).|([@?!+*]\(.*\))/g.exec(str); ) {
        if (match[2]) return !0;
        str = str.slice(match.index + match[0].length);
      }
      return !1;
    };
  }
});

// node_modules/is-glob/index.js
var require_is_glob = __commonJS({
  "node_modules/is-glob/index.js"(exports, module) {
    var isExtglob = require_is_extglob(), chars = { "{": "}", "(": ")", "[": "]" }, strictCheck = function(str) {
      if (str[0] === "!")
        return !0;
      for (var index = 0, pipeIndex = -2, closeSquareIndex = -2, closeCurlyIndex = -2, closeParenIndex = -2, backSlashIndex = -2; index < str.length; ) {
        if (str[index] === "*" || str[index + 1] === "?" && /[\].+)]/.test(str[index]) || closeSquareIndex !== -1 && str[index] === "[" && str[index + 1] !== "]" && (closeSquareIndex < index && (closeSquareIndex = str.indexOf("]", index)), closeSquareIndex > index && (backSlashIndex === -1 || backSlashIndex > closeSquareIndex || (backSlashIndex = str.indexOf("\\", index), backSlashIndex === -1 || backSlashIndex > closeSquareIndex))) || closeCurlyIndex !== -1 && str[index] === "{" && str[index + 1] !== "}" && (closeCurlyIndex = str.indexOf("}", index), closeCurlyIndex > index && (backSlashIndex = str.indexOf("\\", index), backSlashIndex === -1 || backSlashIndex > closeCurlyIndex)) || closeParenIndex !== -1 && str[index] === "(" && str[index + 1] === "?" && /[:!=]/.test(str[index + 2]) && str[index + 3] !== ")" && (closeParenIndex = str.indexOf(")", index), closeParenIndex > index && (backSlashIndex = str.indexOf("\\", index), backSlashIndex === -1 || backSlashIndex > closeParenIndex)) || pipeIndex !== -1 && str[index] === "(" && str[index + 1] !== "|" && (pipeIndex < index && (pipeIndex = str.indexOf("|", index)), pipeIndex !== -1 && str[pipeIndex + 1] !== ")" && (closeParenIndex = str.indexOf(")", pipeIndex), closeParenIndex > pipeIndex && (backSlashIndex = str.indexOf("\\", pipeIndex), backSlashIndex === -1 || backSlashIndex > closeParenIndex))))
          return !0;
        if (str[index] === "\\") {
          var open3 = str[index + 1];
          index += 2;
          var close = chars[open3];
          if (close) {
            var n = str.indexOf(close, index);
            n !== -1 && (index = n + 1);
          }
          if (str[index] === "!")
            return !0;
        } else
          index++;
      }
      return !1;
    }, relaxedCheck = function(str) {
      if (str[0] === "!")
        return !0;
      for (var index = 0; index < str.length; ) {
        if (/[*?{}()[\]]/.test(str[index]))
          return !0;
        if (str[index] === "\\") {
          var open3 = str[index + 1];
          index += 2;
          var close = chars[open3];
          if (close) {
            var n = str.indexOf(close, index);
            n !== -1 && (index = n + 1);
          }
          if (str[index] === "!")
            return !0;
        } else
          index++;
      }
      return !1;
    };
    module.exports = function(str, options) {
      if (typeof str != "string" || str === "")
        return !1;
      if (isExtglob(str))
        return !0;
      var check2 = strictCheck;
      return options && options.strict === !1 && (check2 = relaxedCheck), check2(str);
    };
  }
});

// node_modules/glob-parent/index.js
var require_glob_parent = __commonJS({
  "node_modules/glob-parent/index.js"(exports, module) {
    "use strict";
    var isGlob = require_is_glob(), pathPosixDirname = __require("path").posix.dirname, isWin32 = __require("os").platform() === "win32", slash2 = "/", backslash = /\\/g, enclosure = /[\{\[].*[\}\]]$/, globby2 = /(^|[^\\])([\{\[]|\([^\)]+$)/, escaped = /\\([\!\*\?\|\[\]\(\)\{\}])/g;
    module.exports = function(str, opts) {
      var options = Object.assign({ flipBackslashes: !0 }, opts);
      options.flipBackslashes && isWin32 && str.indexOf(slash2) < 0 && (str = str.replace(backslash, slash2)), enclosure.test(str) && (str += slash2), str += "a";
      do
        str = pathPosixDirname(str);
      while (isGlob(str) || globby2.test(str));
      return str.replace(escaped, "$1");
    };
  }
});

// node_modules/braces/lib/utils.js
var require_utils = __commonJS({
  "node_modules/braces/lib/utils.js"(exports) {
    "use strict";
    exports.isInteger = (num) => typeof num == "number" ? Number.isInteger(num) : typeof num == "string" && num.trim() !== "" ? Number.isInteger(Number(num)) : !1;
    exports.find = (node2, type) => node2.nodes.find((node3) => node3.type === type);
    exports.exceedsLimit = (min, max, step = 1, limit) => limit === !1 || !exports.isInteger(min) || !exports.isInteger(max) ? !1 : (Number(max) - Number(min)) / Number(step) >= limit;
    exports.escapeNode = (block, n = 0, type) => {
      let node2 = block.nodes[n];
      node2 && (type && node2.type === type || node2.type === "open" || node2.type === "close") && node2.escaped !== !0 && (node2.value = "\\" + node2.value, node2.escaped = !0);
    };
    exports.encloseBrace = (node2) => node2.type !== "brace" ? !1 : node2.commas >> 0 + node2.ranges >> 0 === 0 ? (node2.invalid = !0, !0) : !1;
    exports.isInvalidBrace = (block) => block.type !== "brace" ? !1 : block.invalid === !0 || block.dollar ? !0 : block.commas >> 0 + block.ranges >> 0 === 0 || block.open !== !0 || block.close !== !0 ? (block.invalid = !0, !0) : !1;
    exports.isOpenOrClose = (node2) => node2.type === "open" || node2.type === "close" ? !0 : node2.open === !0 || node2.close === !0;
    exports.reduce = (nodes) => nodes.reduce((acc, node2) => (node2.type === "text" && acc.push(node2.value), node2.type === "range" && (node2.type = "text"), acc), []);
    exports.flatten = (...args) => {
      let result = [], flat = (arr) => {
        for (let i = 0; i < arr.length; i++) {
          let ele = arr[i];
          if (Array.isArray(ele)) {
            flat(ele);
            continue;
          }
          ele !== void 0 && result.push(ele);
        }
        return result;
      };
      return flat(args), result;
    };
  }
});

// node_modules/braces/lib/stringify.js
var require_stringify = __commonJS({
  "node_modules/braces/lib/stringify.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    module.exports = (ast, options = {}) => {
      let stringify2 = (node2, parent = {}) => {
        let invalidBlock = options.escapeInvalid && utils.isInvalidBrace(parent), invalidNode = node2.invalid === !0 && options.escapeInvalid === !0, output = "";
        if (node2.value)
          return (invalidBlock || invalidNode) && utils.isOpenOrClose(node2) ? "\\" + node2.value : node2.value;
        if (node2.value)
          return node2.value;
        if (node2.nodes)
          for (let child of node2.nodes)
            output += stringify2(child);
        return output;
      };
      return stringify2(ast);
    };
  }
});

// node_modules/is-number/index.js
var require_is_number = __commonJS({
  "node_modules/is-number/index.js"(exports, module) {
    "use strict";
    module.exports = function(num) {
      return typeof num == "number" ? num - num === 0 : typeof num == "string" && num.trim() !== "" ? Number.isFinite ? Number.isFinite(+num) : isFinite(+num) : !1;
    };
  }
});

// node_modules/to-regex-range/index.js
var require_to_regex_range = __commonJS({
  "node_modules/to-regex-range/index.js"(exports, module) {
    "use strict";
    var isNumber = require_is_number(), toRegexRange = (min, max, options) => {
      if (isNumber(min) === !1)
        throw new TypeError("toRegexRange: expected the first argument to be a number");
      if (max === void 0 || min === max)
        return String(min);
      if (isNumber(max) === !1)
        throw new TypeError("toRegexRange: expected the second argument to be a number.");
      let opts = { relaxZeros: !0, ...options };
      typeof opts.strictZeros == "boolean" && (opts.relaxZeros = opts.strictZeros === !1);
      let relax = String(opts.relaxZeros), shorthand = String(opts.shorthand), capture = String(opts.capture), wrap = String(opts.wrap), cacheKey = min + ":" + max + "=" + relax + shorthand + capture + wrap;
      if (toRegexRange.cache.hasOwnProperty(cacheKey))
        return toRegexRange.cache[cacheKey].result;
      let a = Math.min(min, max), b = Math.max(min, max);
      if (Math.abs(a - b) === 1) {
        let result = min + "|" + max;
        return opts.capture ? `(${result})` : opts.wrap === !1 ? result : `(?:${result})`;
      }
      let isPadded = hasPadding(min) || hasPadding(max), state = { min, max, a, b }, positives = [], negatives = [];
      if (isPadded && (state.isPadded = isPadded, state.maxLen = String(state.max).length), a < 0) {
        let newMin = b < 0 ? Math.abs(b) : 1;
        negatives = splitToPatterns(newMin, Math.abs(a), state, opts), a = state.a = 0;
      }
      return b >= 0 && (positives = splitToPatterns(a, b, state, opts)), state.negatives = negatives, state.positives = positives, state.result = collatePatterns(negatives, positives, opts), opts.capture === !0 ? state.result = `(${state.result})` : opts.wrap !== !1 && positives.length + negatives.length > 1 && (state.result = `(?:${state.result})`), toRegexRange.cache[cacheKey] = state, state.result;
    };
    function collatePatterns(neg, pos, options) {
      let onlyNegative = filterPatterns(neg, pos, "-", !1, options) || [], onlyPositive = filterPatterns(pos, neg, "", !1, options) || [], intersected = filterPatterns(neg, pos, "-?", !0, options) || [];
      return onlyNegative.concat(intersected).concat(onlyPositive).join("|");
    }
    function splitToRanges(min, max) {
      let nines = 1, zeros = 1, stop = countNines(min, nines), stops = /* @__PURE__ */ new Set([max]);
      for (; min <= stop && stop <= max; )
        stops.add(stop), nines += 1, stop = countNines(min, nines);
      for (stop = countZeros(max + 1, zeros) - 1; min < stop && stop <= max; )
        stops.add(stop), zeros += 1, stop = countZeros(max + 1, zeros) - 1;
      return stops = [...stops], stops.sort(compare), stops;
    }
    function rangeToPattern(start, stop, options) {
      if (start === stop)
        return { pattern: start, count: [], digits: 0 };
      let zipped = zip(start, stop), digits = zipped.length, pattern = "", count2 = 0;
      for (let i = 0; i < digits; i++) {
        let [startDigit, stopDigit] = zipped[i];
        startDigit === stopDigit ? pattern += startDigit : startDigit !== "0" || stopDigit !== "9" ? pattern += toCharacterClass(startDigit, stopDigit, options) : count2++;
      }
      return count2 && (pattern += options.shorthand === !0 ? "\\d" : "[0-9]"), { pattern, count: [count2], digits };
    }
    function splitToPatterns(min, max, tok, options) {
      let ranges = splitToRanges(min, max), tokens3 = [], start = min, prev;
      for (let i = 0; i < ranges.length; i++) {
        let max2 = ranges[i], obj = rangeToPattern(String(start), String(max2), options), zeros = "";
        if (!tok.isPadded && prev && prev.pattern === obj.pattern) {
          prev.count.length > 1 && prev.count.pop(), prev.count.push(obj.count[0]), prev.string = prev.pattern + toQuantifier(prev.count), start = max2 + 1;
          continue;
        }
        tok.isPadded && (zeros = padZeros(max2, tok, options)), obj.string = zeros + obj.pattern + toQuantifier(obj.count), tokens3.push(obj), start = max2 + 1, prev = obj;
      }
      return tokens3;
    }
    function filterPatterns(arr, comparison, prefix, intersection2, options) {
      let result = [];
      for (let ele of arr) {
        let { string: string3 } = ele;
        !intersection2 && !contains(comparison, "string", string3) && result.push(prefix + string3), intersection2 && contains(comparison, "string", string3) && result.push(prefix + string3);
      }
      return result;
    }
    function zip(a, b) {
      let arr = [];
      for (let i = 0; i < a.length; i++) arr.push([a[i], b[i]]);
      return arr;
    }
    function compare(a, b) {
      return a > b ? 1 : b > a ? -1 : 0;
    }
    function contains(arr, key, val) {
      return arr.some((ele) => ele[key] === val);
    }
    function countNines(min, len) {
      return Number(String(min).slice(0, -len) + "9".repeat(len));
    }
    function countZeros(integer3, zeros) {
      return integer3 - integer3 % Math.pow(10, zeros);
    }
    function toQuantifier(digits) {
      let [start = 0, stop = ""] = digits;
      return stop || start > 1 ? `{${start + (stop ? "," + stop : "")}}` : "";
    }
    function toCharacterClass(a, b, options) {
      return `[${a}${b - a === 1 ? "" : "-"}${b}]`;
    }
    function hasPadding(str) {
      return /^-?(0+)\d/.test(str);
    }
    function padZeros(value, tok, options) {
      if (!tok.isPadded)
        return value;
      let diff = Math.abs(tok.maxLen - String(value).length), relax = options.relaxZeros !== !1;
      switch (diff) {
        case 0:
          return "";
        case 1:
          return relax ? "0?" : "0";
        case 2:
          return relax ? "0{0,2}" : "00";
        default:
          return relax ? `0{0,${diff}}` : `0{${diff}}`;
      }
    }
    toRegexRange.cache = {};
    toRegexRange.clearCache = () => toRegexRange.cache = {};
    module.exports = toRegexRange;
  }
});

// node_modules/fill-range/index.js
var require_fill_range = __commonJS({
  "node_modules/fill-range/index.js"(exports, module) {
    "use strict";
    var util = __require("util"), toRegexRange = require_to_regex_range(), isObject3 = (val) => val !== null && typeof val == "object" && !Array.isArray(val), transform2 = (toNumber3) => (value) => toNumber3 === !0 ? Number(value) : String(value), isValidValue = (value) => typeof value == "number" || typeof value == "string" && value !== "", isNumber = (num) => Number.isInteger(+num), zeros = (input) => {
      let value = `${input}`, index = -1;
      if (value[0] === "-" && (value = value.slice(1)), value === "0") return !1;
      for (; value[++index] === "0"; ) ;
      return index > 0;
    }, stringify2 = (start, end, options) => typeof start == "string" || typeof end == "string" ? !0 : options.stringify === !0, pad = (input, maxLength, toNumber3) => {
      if (maxLength > 0) {
        let dash = input[0] === "-" ? "-" : "";
        dash && (input = input.slice(1)), input = dash + input.padStart(dash ? maxLength - 1 : maxLength, "0");
      }
      return toNumber3 === !1 ? String(input) : input;
    }, toMaxLen = (input, maxLength) => {
      let negative = input[0] === "-" ? "-" : "";
      for (negative && (input = input.slice(1), maxLength--); input.length < maxLength; ) input = "0" + input;
      return negative ? "-" + input : input;
    }, toSequence = (parts, options, maxLen) => {
      parts.negatives.sort((a, b) => a < b ? -1 : a > b ? 1 : 0), parts.positives.sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
      let prefix = options.capture ? "" : "?:", positives = "", negatives = "", result;
      return parts.positives.length && (positives = parts.positives.map((v) => toMaxLen(String(v), maxLen)).join("|")), parts.negatives.length && (negatives = `-(${prefix}${parts.negatives.map((v) => toMaxLen(String(v), maxLen)).join("|")})`), positives && negatives ? result = `${positives}|${negatives}` : result = positives || negatives, options.wrap ? `(${prefix}${result})` : result;
    }, toRange = (a, b, isNumbers, options) => {
      if (isNumbers)
        return toRegexRange(a, b, { wrap: !1, ...options });
      let start = String.fromCharCode(a);
      if (a === b) return start;
      let stop = String.fromCharCode(b);
      return `[${start}-${stop}]`;
    }, toRegex = (start, end, options) => {
      if (Array.isArray(start)) {
        let wrap = options.wrap === !0, prefix = options.capture ? "" : "?:";
        return wrap ? `(${prefix}${start.join("|")})` : start.join("|");
      }
      return toRegexRange(start, end, options);
    }, rangeError = (...args) => new RangeError("Invalid range arguments: " + util.inspect(...args)), invalidRange = (start, end, options) => {
      if (options.strictRanges === !0) throw rangeError([start, end]);
      return [];
    }, invalidStep = (step, options) => {
      if (options.strictRanges === !0)
        throw new TypeError(`Expected step "${step}" to be a number`);
      return [];
    }, fillNumbers = (start, end, step = 1, options = {}) => {
      let a = Number(start), b = Number(end);
      if (!Number.isInteger(a) || !Number.isInteger(b)) {
        if (options.strictRanges === !0) throw rangeError([start, end]);
        return [];
      }
      a === 0 && (a = 0), b === 0 && (b = 0);
      let descending = a > b, startString = String(start), endString = String(end), stepString = String(step);
      step = Math.max(Math.abs(step), 1);
      let padded = zeros(startString) || zeros(endString) || zeros(stepString), maxLen = padded ? Math.max(startString.length, endString.length, stepString.length) : 0, toNumber3 = padded === !1 && stringify2(start, end, options) === !1, format = options.transform || transform2(toNumber3);
      if (options.toRegex && step === 1)
        return toRange(toMaxLen(start, maxLen), toMaxLen(end, maxLen), !0, options);
      let parts = { negatives: [], positives: [] }, push = (num) => parts[num < 0 ? "negatives" : "positives"].push(Math.abs(num)), range3 = [], index = 0;
      for (; descending ? a >= b : a <= b; )
        options.toRegex === !0 && step > 1 ? push(a) : range3.push(pad(format(a, index), maxLen, toNumber3)), a = descending ? a - step : a + step, index++;
      return options.toRegex === !0 ? step > 1 ? toSequence(parts, options, maxLen) : toRegex(range3, null, { wrap: !1, ...options }) : range3;
    }, fillLetters = (start, end, step = 1, options = {}) => {
      if (!isNumber(start) && start.length > 1 || !isNumber(end) && end.length > 1)
        return invalidRange(start, end, options);
      let format = options.transform || ((val) => String.fromCharCode(val)), a = `${start}`.charCodeAt(0), b = `${end}`.charCodeAt(0), descending = a > b, min = Math.min(a, b), max = Math.max(a, b);
      if (options.toRegex && step === 1)
        return toRange(min, max, !1, options);
      let range3 = [], index = 0;
      for (; descending ? a >= b : a <= b; )
        range3.push(format(a, index)), a = descending ? a - step : a + step, index++;
      return options.toRegex === !0 ? toRegex(range3, null, { wrap: !1, options }) : range3;
    }, fill2 = (start, end, step, options = {}) => {
      if (end == null && isValidValue(start))
        return [start];
      if (!isValidValue(start) || !isValidValue(end))
        return invalidRange(start, end, options);
      if (typeof step == "function")
        return fill2(start, end, 1, { transform: step });
      if (isObject3(step))
        return fill2(start, end, 0, step);
      let opts = { ...options };
      return opts.capture === !0 && (opts.wrap = !0), step = step || opts.step || 1, isNumber(step) ? isNumber(start) && isNumber(end) ? fillNumbers(start, end, step, opts) : fillLetters(start, end, Math.max(Math.abs(step), 1), opts) : step != null && !isObject3(step) ? invalidStep(step, opts) : fill2(start, end, 1, step);
    };
    module.exports = fill2;
  }
});

// node_modules/braces/lib/compile.js
var require_compile = __commonJS({
  "node_modules/braces/lib/compile.js"(exports, module) {
    "use strict";
    var fill2 = require_fill_range(), utils = require_utils(), compile = (ast, options = {}) => {
      let walk = (node2, parent = {}) => {
        let invalidBlock = utils.isInvalidBrace(parent), invalidNode = node2.invalid === !0 && options.escapeInvalid === !0, invalid4 = invalidBlock === !0 || invalidNode === !0, prefix = options.escapeInvalid === !0 ? "\\" : "", output = "";
        if (node2.isOpen === !0)
          return prefix + node2.value;
        if (node2.isClose === !0)
          return console.log("node.isClose", prefix, node2.value), prefix + node2.value;
        if (node2.type === "open")
          return invalid4 ? prefix + node2.value : "(";
        if (node2.type === "close")
          return invalid4 ? prefix + node2.value : ")";
        if (node2.type === "comma")
          return node2.prev.type === "comma" ? "" : invalid4 ? node2.value : "|";
        if (node2.value)
          return node2.value;
        if (node2.nodes && node2.ranges > 0) {
          let args = utils.reduce(node2.nodes), range3 = fill2(...args, { ...options, wrap: !1, toRegex: !0, strictZeros: !0 });
          if (range3.length !== 0)
            return args.length > 1 && range3.length > 1 ? `(${range3})` : range3;
        }
        if (node2.nodes)
          for (let child of node2.nodes)
            output += walk(child, node2);
        return output;
      };
      return walk(ast);
    };
    module.exports = compile;
  }
});

// node_modules/braces/lib/expand.js
var require_expand = __commonJS({
  "node_modules/braces/lib/expand.js"(exports, module) {
    "use strict";
    var fill2 = require_fill_range(), stringify2 = require_stringify(), utils = require_utils(), append = (queue = "", stash = "", enclose = !1) => {
      let result = [];
      if (queue = [].concat(queue), stash = [].concat(stash), !stash.length) return queue;
      if (!queue.length)
        return enclose ? utils.flatten(stash).map((ele) => `{${ele}}`) : stash;
      for (let item of queue)
        if (Array.isArray(item))
          for (let value of item)
            result.push(append(value, stash, enclose));
        else
          for (let ele of stash)
            enclose === !0 && typeof ele == "string" && (ele = `{${ele}}`), result.push(Array.isArray(ele) ? append(item, ele, enclose) : item + ele);
      return utils.flatten(result);
    }, expand2 = (ast, options = {}) => {
      let rangeLimit = options.rangeLimit === void 0 ? 1e3 : options.rangeLimit, walk = (node2, parent = {}) => {
        node2.queue = [];
        let p = parent, q = parent.queue;
        for (; p.type !== "brace" && p.type !== "root" && p.parent; )
          p = p.parent, q = p.queue;
        if (node2.invalid || node2.dollar) {
          q.push(append(q.pop(), stringify2(node2, options)));
          return;
        }
        if (node2.type === "brace" && node2.invalid !== !0 && node2.nodes.length === 2) {
          q.push(append(q.pop(), ["{}"]));
          return;
        }
        if (node2.nodes && node2.ranges > 0) {
          let args = utils.reduce(node2.nodes);
          if (utils.exceedsLimit(...args, options.step, rangeLimit))
            throw new RangeError("expanded array length exceeds range limit. Use options.rangeLimit to increase or disable the limit.");
          let range3 = fill2(...args, options);
          range3.length === 0 && (range3 = stringify2(node2, options)), q.push(append(q.pop(), range3)), node2.nodes = [];
          return;
        }
        let enclose = utils.encloseBrace(node2), queue = node2.queue, block = node2;
        for (; block.type !== "brace" && block.type !== "root" && block.parent; )
          block = block.parent, queue = block.queue;
        for (let i = 0; i < node2.nodes.length; i++) {
          let child = node2.nodes[i];
          if (child.type === "comma" && node2.type === "brace") {
            i === 1 && queue.push(""), queue.push("");
            continue;
          }
          if (child.type === "close") {
            q.push(append(q.pop(), queue, enclose));
            continue;
          }
          if (child.value && child.type !== "open") {
            queue.push(append(queue.pop(), child.value));
            continue;
          }
          child.nodes && walk(child, node2);
        }
        return queue;
      };
      return utils.flatten(walk(ast));
    };
    module.exports = expand2;
  }
});

// node_modules/braces/lib/constants.js
var require_constants = __commonJS({
  "node_modules/braces/lib/constants.js"(exports, module) {
    "use strict";
    module.exports = {
      MAX_LENGTH: 1e4,
      // Digits
      CHAR_0: "0",
      /* 0 */
      CHAR_9: "9",
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: "A",
      /* A */
      CHAR_LOWERCASE_A: "a",
      /* a */
      CHAR_UPPERCASE_Z: "Z",
      /* Z */
      CHAR_LOWERCASE_Z: "z",
      /* z */
      CHAR_LEFT_PARENTHESES: "(",
      /* ( */
      CHAR_RIGHT_PARENTHESES: ")",
      /* ) */
      CHAR_ASTERISK: "*",
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: "&",
      /* & */
      CHAR_AT: "@",
      /* @ */
      CHAR_BACKSLASH: "\\",
      /* \ */
      CHAR_BACKTICK: "`",
      /* ` */
      CHAR_CARRIAGE_RETURN: "\r",
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: "^",
      /* ^ */
      CHAR_COLON: ":",
      /* : */
      CHAR_COMMA: ",",
      /* , */
      CHAR_DOLLAR: "$",
      /* . */
      CHAR_DOT: ".",
      /* . */
      CHAR_DOUBLE_QUOTE: '"',
      /* " */
      CHAR_EQUAL: "=",
      /* = */
      CHAR_EXCLAMATION_MARK: "!",
      /* ! */
      CHAR_FORM_FEED: "\f",
      /* \f */
      CHAR_FORWARD_SLASH: "/",
      /* / */
      CHAR_HASH: "#",
      /* # */
      CHAR_HYPHEN_MINUS: "-",
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: "<",
      /* < */
      CHAR_LEFT_CURLY_BRACE: "{",
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: "[",
      /* [ */
      CHAR_LINE_FEED: `
`,
      /* \n */
      CHAR_NO_BREAK_SPACE: " ",
      /* \u00A0 */
      CHAR_PERCENT: "%",
      /* % */
      CHAR_PLUS: "+",
      /* + */
      CHAR_QUESTION_MARK: "?",
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: ">",
      /* > */
      CHAR_RIGHT_CURLY_BRACE: "}",
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: "]",
      /* ] */
      CHAR_SEMICOLON: ";",
      /* ; */
      CHAR_SINGLE_QUOTE: "'",
      /* ' */
      CHAR_SPACE: " ",
      /*   */
      CHAR_TAB: "	",
      /* \t */
      CHAR_UNDERSCORE: "_",
      /* _ */
      CHAR_VERTICAL_LINE: "|",
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: "\uFEFF"
      /* \uFEFF */
    };
  }
});

// node_modules/braces/lib/parse.js
var require_parse = __commonJS({
  "node_modules/braces/lib/parse.js"(exports, module) {
    "use strict";
    var stringify2 = require_stringify(), {
      MAX_LENGTH,
      CHAR_BACKSLASH,
      /* \ */
      CHAR_BACKTICK,
      /* ` */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_RIGHT_SQUARE_BRACKET,
      /* ] */
      CHAR_DOUBLE_QUOTE,
      /* " */
      CHAR_SINGLE_QUOTE,
      /* ' */
      CHAR_NO_BREAK_SPACE,
      CHAR_ZERO_WIDTH_NOBREAK_SPACE
    } = require_constants(), parse3 = (input, options = {}) => {
      if (typeof input != "string")
        throw new TypeError("Expected a string");
      let opts = options || {}, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      if (input.length > max)
        throw new SyntaxError(`Input length (${input.length}), exceeds max characters (${max})`);
      let ast = { type: "root", input, nodes: [] }, stack = [ast], block = ast, prev = ast, brackets = 0, length2 = input.length, index = 0, depth = 0, value, advance = () => input[index++], push = (node2) => {
        if (node2.type === "text" && prev.type === "dot" && (prev.type = "text"), prev && prev.type === "text" && node2.type === "text") {
          prev.value += node2.value;
          return;
        }
        return block.nodes.push(node2), node2.parent = block, node2.prev = prev, prev = node2, node2;
      };
      for (push({ type: "bos" }); index < length2; )
        if (block = stack[stack.length - 1], value = advance(), !(value === CHAR_ZERO_WIDTH_NOBREAK_SPACE || value === CHAR_NO_BREAK_SPACE)) {
          if (value === CHAR_BACKSLASH) {
            push({ type: "text", value: (options.keepEscaping ? value : "") + advance() });
            continue;
          }
          if (value === CHAR_RIGHT_SQUARE_BRACKET) {
            push({ type: "text", value: "\\" + value });
            continue;
          }
          if (value === CHAR_LEFT_SQUARE_BRACKET) {
            brackets++;
            let next;
            for (; index < length2 && (next = advance()); ) {
              if (value += next, next === CHAR_LEFT_SQUARE_BRACKET) {
                brackets++;
                continue;
              }
              if (next === CHAR_BACKSLASH) {
                value += advance();
                continue;
              }
              if (next === CHAR_RIGHT_SQUARE_BRACKET && (brackets--, brackets === 0))
                break;
            }
            push({ type: "text", value });
            continue;
          }
          if (value === CHAR_LEFT_PARENTHESES) {
            block = push({ type: "paren", nodes: [] }), stack.push(block), push({ type: "text", value });
            continue;
          }
          if (value === CHAR_RIGHT_PARENTHESES) {
            if (block.type !== "paren") {
              push({ type: "text", value });
              continue;
            }
            block = stack.pop(), push({ type: "text", value }), block = stack[stack.length - 1];
            continue;
          }
          if (value === CHAR_DOUBLE_QUOTE || value === CHAR_SINGLE_QUOTE || value === CHAR_BACKTICK) {
            let open3 = value, next;
            for (options.keepQuotes !== !0 && (value = ""); index < length2 && (next = advance()); ) {
              if (next === CHAR_BACKSLASH) {
                value += next + advance();
                continue;
              }
              if (next === open3) {
                options.keepQuotes === !0 && (value += next);
                break;
              }
              value += next;
            }
            push({ type: "text", value });
            continue;
          }
          if (value === CHAR_LEFT_CURLY_BRACE) {
            depth++;
            let brace = {
              type: "brace",
              open: !0,
              close: !1,
              dollar: prev.value && prev.value.slice(-1) === "$" || block.dollar === !0,
              depth,
              commas: 0,
              ranges: 0,
              nodes: []
            };
            block = push(brace), stack.push(block), push({ type: "open", value });
            continue;
          }
          if (value === CHAR_RIGHT_CURLY_BRACE) {
            if (block.type !== "brace") {
              push({ type: "text", value });
              continue;
            }
            let type = "close";
            block = stack.pop(), block.close = !0, push({ type, value }), depth--, block = stack[stack.length - 1];
            continue;
          }
          if (value === CHAR_COMMA && depth > 0) {
            if (block.ranges > 0) {
              block.ranges = 0;
              let open3 = block.nodes.shift();
              block.nodes = [open3, { type: "text", value: stringify2(block) }];
            }
            push({ type: "comma", value }), block.commas++;
            continue;
          }
          if (value === CHAR_DOT && depth > 0 && block.commas === 0) {
            let siblings = block.nodes;
            if (depth === 0 || siblings.length === 0) {
              push({ type: "text", value });
              continue;
            }
            if (prev.type === "dot") {
              if (block.range = [], prev.value += value, prev.type = "range", block.nodes.length !== 3 && block.nodes.length !== 5) {
                block.invalid = !0, block.ranges = 0, prev.type = "text";
                continue;
              }
              block.ranges++, block.args = [];
              continue;
            }
            if (prev.type === "range") {
              siblings.pop();
              let before = siblings[siblings.length - 1];
              before.value += prev.value + value, prev = before, block.ranges--;
              continue;
            }
            push({ type: "dot", value });
            continue;
          }
          push({ type: "text", value });
        }
      do
        if (block = stack.pop(), block.type !== "root") {
          block.nodes.forEach((node2) => {
            node2.nodes || (node2.type === "open" && (node2.isOpen = !0), node2.type === "close" && (node2.isClose = !0), node2.nodes || (node2.type = "text"), node2.invalid = !0);
          });
          let parent = stack[stack.length - 1], index2 = parent.nodes.indexOf(block);
          parent.nodes.splice(index2, 1, ...block.nodes);
        }
      while (stack.length > 0);
      return push({ type: "eos" }), ast;
    };
    module.exports = parse3;
  }
});

// node_modules/braces/index.js
var require_braces = __commonJS({
  "node_modules/braces/index.js"(exports, module) {
    "use strict";
    var stringify2 = require_stringify(), compile = require_compile(), expand2 = require_expand(), parse3 = require_parse(), braces = (input, options = {}) => {
      let output = [];
      if (Array.isArray(input))
        for (let pattern of input) {
          let result = braces.create(pattern, options);
          Array.isArray(result) ? output.push(...result) : output.push(result);
        }
      else
        output = [].concat(braces.create(input, options));
      return options && options.expand === !0 && options.nodupes === !0 && (output = [...new Set(output)]), output;
    };
    braces.parse = (input, options = {}) => parse3(input, options);
    braces.stringify = (input, options = {}) => stringify2(typeof input == "string" ? braces.parse(input, options) : input, options);
    braces.compile = (input, options = {}) => (typeof input == "string" && (input = braces.parse(input, options)), compile(input, options));
    braces.expand = (input, options = {}) => {
      typeof input == "string" && (input = braces.parse(input, options));
      let result = expand2(input, options);
      return options.noempty === !0 && (result = result.filter(Boolean)), options.nodupes === !0 && (result = [...new Set(result)]), result;
    };
    braces.create = (input, options = {}) => input === "" || input.length < 3 ? [input] : options.expand !== !0 ? braces.compile(input, options) : braces.expand(input, options);
    module.exports = braces;
  }
});

// node_modules/micromatch/node_modules/picomatch/lib/constants.js
var require_constants2 = __commonJS({
  "node_modules/micromatch/node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var path4 = __require("path"), WIN_SLASH = "\\\\/", WIN_NO_SLASH = `[^${WIN_SLASH}]`, DEFAULT_MAX_EXTGLOB_RECURSION = 0, DOT_LITERAL = "\\.", PLUS_LITERAL = "\\+", QMARK_LITERAL = "\\?", SLASH_LITERAL = "\\/", ONE_CHAR = "(?=.)", QMARK = "[^/]", END_ANCHOR = `(?:${SLASH_LITERAL}|$)`, START_ANCHOR = `(?:^|${SLASH_LITERAL})`, DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`, NO_DOT = `(?!${DOT_LITERAL})`, NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`, NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`, NO_DOTS_SLASH = `(?!${DOTS_SLASH})`, QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`, STAR = `${QMARK}*?`, POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR
    }, WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`
    }, POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      SEP: path4.sep,
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === !0 ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/micromatch/node_modules/picomatch/lib/utils.js
var require_utils2 = __commonJS({
  "node_modules/micromatch/node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var path4 = __require("path"), win32 = process.platform === "win32", {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants2();
    exports.isObject = (val) => val !== null && typeof val == "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.removeBackslashes = (str) => str.replace(REGEX_REMOVE_BACKSLASH, (match) => match === "\\" ? "" : match);
    exports.supportsLookbehinds = () => {
      let segs = process.version.slice(1).split(".").map(Number);
      return segs.length === 3 && segs[0] >= 9 || segs[0] === 8 && segs[1] >= 10;
    };
    exports.isWindows = (options) => options && typeof options.windows == "boolean" ? options.windows : win32 === !0 || path4.sep === "\\";
    exports.escapeLast = (input, char, lastIdx) => {
      let idx = input.lastIndexOf(char, lastIdx);
      return idx === -1 ? input : input[idx - 1] === "\\" ? exports.escapeLast(input, char, idx - 1) : `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      return output.startsWith("./") && (output = output.slice(2), state.prefix = "./"), output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      let prepend = options.contains ? "" : "^", append = options.contains ? "" : "$", output = `${prepend}(?:${input})${append}`;
      return state.negated === !0 && (output = `(?:^(?!${output}).*$)`), output;
    };
  }
});

// node_modules/micromatch/node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/micromatch/node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils2(), {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants2(), isPathSeparator = (code) => code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH, depth = (token) => {
      token.isPrefix !== !0 && (token.depth = token.isGlobstar ? 1 / 0 : 1);
    }, scan = (input, options) => {
      let opts = options || {}, length2 = input.length - 1, scanToEnd = opts.parts === !0 || opts.scanToEnd === !0, slashes = [], tokens3 = [], parts = [], str = input, index = -1, start = 0, lastIndex = 0, isBrace = !1, isBracket = !1, isGlob = !1, isExtglob = !1, isGlobstar = !1, braceEscaped = !1, backslashes = !1, negated = !1, negatedExtglob = !1, finished2 = !1, braces = 0, prev, code, token = { value: "", depth: 0, isGlob: !1 }, eos = () => index >= length2, peek = () => str.charCodeAt(index + 1), advance = () => (prev = code, str.charCodeAt(++index));
      for (; index < length2; ) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = !0, code = advance(), code === CHAR_LEFT_CURLY_BRACE && (braceEscaped = !0);
          continue;
        }
        if (braceEscaped === !0 || code === CHAR_LEFT_CURLY_BRACE) {
          for (braces++; eos() !== !0 && (code = advance()); ) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = !0, advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== !0 && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished2 = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (braceEscaped !== !0 && code === CHAR_COMMA) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished2 = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE && (braces--, braces === 0)) {
              braceEscaped = !1, isBrace = token.isBrace = !0, finished2 = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          if (slashes.push(index), tokens3.push(token), token = { value: "", depth: 0, isGlob: !1 }, finished2 === !0) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== !0 && (code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === !0 && peek() === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, isExtglob = token.isExtglob = !0, finished2 = !0, code === CHAR_EXCLAMATION_MARK && index === start && (negatedExtglob = !0), scanToEnd === !0) {
            for (; eos() !== !0 && (code = advance()); ) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = !0, code = advance();
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES) {
                isGlob = token.isGlob = !0, finished2 = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK && (isGlobstar = token.isGlobstar = !0), isGlob = token.isGlob = !0, finished2 = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          if (isGlob = token.isGlob = !0, finished2 = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          for (; eos() !== !0 && (next = advance()); ) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = !0, advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = !0, isGlob = token.isGlob = !0, finished2 = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (opts.nonegate !== !0 && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = !0, start++;
          continue;
        }
        if (opts.noparen !== !0 && code === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, scanToEnd === !0) {
            for (; eos() !== !0 && (code = advance()); ) {
              if (code === CHAR_LEFT_PARENTHESES) {
                backslashes = token.backslashes = !0, code = advance();
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES) {
                finished2 = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === !0) {
          if (finished2 = !0, scanToEnd === !0)
            continue;
          break;
        }
      }
      opts.noext === !0 && (isExtglob = !1, isGlob = !1);
      let base2 = str, prefix = "", glob2 = "";
      start > 0 && (prefix = str.slice(0, start), str = str.slice(start), lastIndex -= start), base2 && isGlob === !0 && lastIndex > 0 ? (base2 = str.slice(0, lastIndex), glob2 = str.slice(lastIndex)) : isGlob === !0 ? (base2 = "", glob2 = str) : base2 = str, base2 && base2 !== "" && base2 !== "/" && base2 !== str && isPathSeparator(base2.charCodeAt(base2.length - 1)) && (base2 = base2.slice(0, -1)), opts.unescape === !0 && (glob2 && (glob2 = utils.removeBackslashes(glob2)), base2 && backslashes === !0 && (base2 = utils.removeBackslashes(base2)));
      let state = {
        prefix,
        input,
        start,
        base: base2,
        glob: glob2,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === !0 && (state.maxDepth = 0, isPathSeparator(code) || tokens3.push(token), state.tokens = tokens3), opts.parts === !0 || opts.tokens === !0) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          let n = prevIndex ? prevIndex + 1 : start, i = slashes[idx], value = input.slice(n, i);
          opts.tokens && (idx === 0 && start !== 0 ? (tokens3[idx].isPrefix = !0, tokens3[idx].value = prefix) : tokens3[idx].value = value, depth(tokens3[idx]), state.maxDepth += tokens3[idx].depth), (idx !== 0 || value !== "") && parts.push(value), prevIndex = i;
        }
        if (prevIndex && prevIndex + 1 < input.length) {
          let value = input.slice(prevIndex + 1);
          parts.push(value), opts.tokens && (tokens3[tokens3.length - 1].value = value, depth(tokens3[tokens3.length - 1]), state.maxDepth += tokens3[tokens3.length - 1].depth);
        }
        state.slashes = slashes, state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/micromatch/node_modules/picomatch/lib/parse.js
var require_parse2 = __commonJS({
  "node_modules/micromatch/node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants2(), utils = require_utils2(), {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants, expandRange = (args, options) => {
      if (typeof options.expandRange == "function")
        return options.expandRange(...args, options);
      args.sort();
      let value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    }, syntaxError = (type, char) => `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`, splitTopLevel = (input) => {
      let parts = [], bracket2 = 0, paren = 0, quote2 = 0, value = "", escaped = !1;
      for (let ch of input) {
        if (escaped === !0) {
          value += ch, escaped = !1;
          continue;
        }
        if (ch === "\\") {
          value += ch, escaped = !0;
          continue;
        }
        if (ch === '"') {
          quote2 = quote2 === 1 ? 0 : 1, value += ch;
          continue;
        }
        if (quote2 === 0) {
          if (ch === "[")
            bracket2++;
          else if (ch === "]" && bracket2 > 0)
            bracket2--;
          else if (bracket2 === 0) {
            if (ch === "(")
              paren++;
            else if (ch === ")" && paren > 0)
              paren--;
            else if (ch === "|" && paren === 0) {
              parts.push(value), value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      return parts.push(value), parts;
    }, isPlainBranch = (branch) => {
      let escaped = !1;
      for (let ch of branch) {
        if (escaped === !0) {
          escaped = !1;
          continue;
        }
        if (ch === "\\") {
          escaped = !0;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch))
          return !1;
      }
      return !0;
    }, normalizeSimpleBranch = (branch) => {
      let value = branch.trim(), changed = !0;
      for (; changed === !0; )
        changed = !1, /^@\([^\\()[\]{}|]+\)$/.test(value) && (value = value.slice(2, -1), changed = !0);
      if (isPlainBranch(value))
        return value.replace(/\\(.)/g, "$1");
    }, hasRepeatedCharPrefixOverlap = (branches) => {
      let values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++)
        for (let j = i + 1; j < values.length; j++) {
          let a = values[i], b = values[j], char = a[0];
          if (!(!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) && (a === b || a.startsWith(b) || b.startsWith(a)))
            return !0;
        }
      return !1;
    }, parseRepeatedExtglob = (pattern, requireEnd = !0) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(")
        return;
      let bracket2 = 0, paren = 0, quote2 = 0, escaped = !1;
      for (let i = 1; i < pattern.length; i++) {
        let ch = pattern[i];
        if (escaped === !0) {
          escaped = !1;
          continue;
        }
        if (ch === "\\") {
          escaped = !0;
          continue;
        }
        if (ch === '"') {
          quote2 = quote2 === 1 ? 0 : 1;
          continue;
        }
        if (quote2 !== 1) {
          if (ch === "[") {
            bracket2++;
            continue;
          }
          if (ch === "]" && bracket2 > 0) {
            bracket2--;
            continue;
          }
          if (!(bracket2 > 0)) {
            if (ch === "(") {
              paren++;
              continue;
            }
            if (ch === ")" && (paren--, paren === 0))
              return requireEnd === !0 && i !== pattern.length - 1 ? void 0 : {
                type: pattern[0],
                body: pattern.slice(2, i),
                end: i
              };
          }
        }
      }
    }, getStarExtglobSequenceOutput = (pattern) => {
      let index = 0, chars = [];
      for (; index < pattern.length; ) {
        let match = parseRepeatedExtglob(pattern.slice(index), !1);
        if (!match || match.type !== "*")
          return;
        let branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1)
          return;
        let branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1)
          return;
        chars.push(branch), index += match.end + 1;
      }
      return chars.length < 1 ? void 0 : `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
    }, repeatedExtglobRecursion = (pattern) => {
      let depth = 0, value = pattern.trim(), match = parseRepeatedExtglob(value);
      for (; match; )
        depth++, value = match.body.trim(), match = parseRepeatedExtglob(value);
      return depth;
    }, analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === !1)
        return { risky: !1 };
      let max = typeof options.maxExtglobRecursion == "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION, branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1 && (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)))
        return { risky: !0 };
      for (let branch of branches) {
        let safeOutput = getStarExtglobSequenceOutput(branch);
        if (safeOutput)
          return { risky: !0, safeOutput };
        if (repeatedExtglobRecursion(branch) > max)
          return { risky: !0 };
      }
      return { risky: !1 };
    }, parse3 = (input, options) => {
      if (typeof input != "string")
        throw new TypeError("Expected a string");
      input = REPLACEMENTS[input] || input;
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      let bos = { type: "bos", value: "", output: opts.prepend || "" }, tokens3 = [bos], capture = opts.capture ? "" : "?:", win32 = utils.isWindows(options), PLATFORM_CHARS = constants.globChars(win32), EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS), {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS, globstar = (opts2) => `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`, nodot = opts.dot ? "" : NO_DOT, qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT, star = opts.bash === !0 ? globstar(opts) : STAR;
      opts.capture && (star = `(${star})`), typeof opts.noext == "boolean" && (opts.noextglob = opts.noext);
      let state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === !0,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: !1,
        negated: !1,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: !1,
        tokens: tokens3
      };
      input = utils.removePrefix(input, state), len = input.length;
      let extglobs = [], braces = [], stack = [], prev = bos, value, eos = () => state.index === len - 1, peek = state.peek = (n = 1) => input[state.index + n], advance = state.advance = () => input[++state.index] || "", remaining = () => input.slice(state.index + 1), consume = (value2 = "", num = 0) => {
        state.consumed += value2, state.index += num;
      }, append = (token) => {
        state.output += token.output != null ? token.output : token.value, consume(token.value);
      }, negate = () => {
        let count2 = 1;
        for (; peek() === "!" && (peek(2) !== "(" || peek(3) === "?"); )
          advance(), state.start++, count2++;
        return count2 % 2 === 0 ? !1 : (state.negated = !0, state.start++, !0);
      }, increment = (type) => {
        state[type]++, stack.push(type);
      }, decrement = (type) => {
        state[type]--, stack.pop();
      }, push = (tok) => {
        if (prev.type === "globstar") {
          let isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace"), isExtglob = tok.extglob === !0 || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob && (state.output = state.output.slice(0, -prev.output.length), prev.type = "star", prev.value = "*", prev.output = star, state.output += prev.output);
        }
        if (extglobs.length && tok.type !== "paren" && (extglobs[extglobs.length - 1].inner += tok.value), (tok.value || tok.output) && append(tok), prev && prev.type === "text" && tok.type === "text") {
          prev.value += tok.value, prev.output = (prev.output || "") + tok.value;
          return;
        }
        tok.prev = prev, tokens3.push(tok), prev = tok;
      }, extglobOpen = (type, value2) => {
        let token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev, token.parens = state.parens, token.output = state.output, token.startIndex = state.index, token.tokensIndex = tokens3.length;
        let output = (opts.capture ? "(" : "") + token.open;
        increment("parens"), push({ type, value: value2, output: state.output ? "" : ONE_CHAR }), push({ type: "paren", extglob: !0, value: advance(), output }), extglobs.push(token);
      }, extglobClose = (token) => {
        let literal = input.slice(token.startIndex, state.index + 1), body = input.slice(token.startIndex + 2, state.index), analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          let safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0, open3 = tokens3[token.tokensIndex];
          open3.type = "text", open3.value = literal, open3.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens3.length; i++)
            tokens3[i].value = "", tokens3[i].output = "", delete tokens3[i].suffix;
          state.output = token.output + open3.output, state.backtrack = !0, push({ type: "paren", extglob: !0, value, output: "" }), decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : ""), rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/") && (extglobStar = globstar(opts)), (extglobStar !== star || eos() || /^\)+$/.test(remaining())) && (output = token.close = `)$))${extglobStar}`), token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            let expression = parse3(rest, { ...options, fastpaths: !1 }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          token.prev.type === "bos" && (state.negatedExtglob = !0);
        }
        push({ type: "paren", extglob: !0, value, output }), decrement("parens");
      };
      if (opts.fastpaths !== !1 && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = !1, output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc2, chars, first, rest, index) => first === "\\" ? (backslashes = !0, m) : first === "?" ? esc2 ? esc2 + first + (rest ? QMARK.repeat(rest.length) : "") : index === 0 ? qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "") : QMARK.repeat(chars.length) : first === "." ? DOT_LITERAL.repeat(chars.length) : first === "*" ? esc2 ? esc2 + first + (rest ? star : "") : star : esc2 ? m : `\\${m}`);
        return backslashes === !0 && (opts.unescape === !0 ? output = output.replace(/\\/g, "") : output = output.replace(/\\+/g, (m) => m.length % 2 === 0 ? "\\\\" : m ? "\\" : "")), output === input && opts.contains === !0 ? (state.output = input, state) : (state.output = utils.wrapOutput(output, state, options), state);
      }
      for (; !eos(); ) {
        if (value = advance(), value === "\0")
          continue;
        if (value === "\\") {
          let next = peek();
          if (next === "/" && opts.bash !== !0 || next === "." || next === ";")
            continue;
          if (!next) {
            value += "\\", push({ type: "text", value });
            continue;
          }
          let match = /^\\+/.exec(remaining()), slashes = 0;
          if (match && match[0].length > 2 && (slashes = match[0].length, state.index += slashes, slashes % 2 !== 0 && (value += "\\")), opts.unescape === !0 ? value = advance() : value += advance(), state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== !1 && value === ":") {
            let inner = prev.value.slice(1);
            if (inner.includes("[") && (prev.posix = !0, inner.includes(":"))) {
              let idx = prev.value.lastIndexOf("["), pre = prev.value.slice(0, idx), rest2 = prev.value.slice(idx + 2), posix = POSIX_REGEX_SOURCE[rest2];
              if (posix) {
                prev.value = pre + posix, state.backtrack = !0, advance(), !bos.output && tokens3.indexOf(prev) === 1 && (bos.output = ONE_CHAR);
                continue;
              }
            }
          }
          (value === "[" && peek() !== ":" || value === "-" && peek() === "]") && (value = `\\${value}`), value === "]" && (prev.value === "[" || prev.value === "[^") && (value = `\\${value}`), opts.posix === !0 && value === "!" && prev.value === "[" && (value = "^"), prev.value += value, append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value), prev.value += value, append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1, opts.keepQuotes === !0 && push({ type: "text", value });
          continue;
        }
        if (value === "(") {
          increment("parens"), push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === !0)
            throw new SyntaxError(syntaxError("opening", "("));
          let extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" }), decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === !0 || !remaining().includes("]")) {
            if (opts.nobracket !== !0 && opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("closing", "]"));
            value = `\\${value}`;
          } else
            increment("brackets");
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === !0 || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("opening", "["));
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          let prevValue = prev.value.slice(1);
          if (prev.posix !== !0 && prevValue[0] === "^" && !prevValue.includes("/") && (value = `/${value}`), prev.value += value, append({ value }), opts.literalBrackets === !1 || utils.hasRegexChars(prevValue))
            continue;
          let escaped = utils.escapeRegex(prev.value);
          if (state.output = state.output.slice(0, -prev.value.length), opts.literalBrackets === !0) {
            state.output += escaped, prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`, state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== !0) {
          increment("braces");
          let open3 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open3), push(open3);
          continue;
        }
        if (value === "}") {
          let brace = braces[braces.length - 1];
          if (opts.nobrace === !0 || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === !0) {
            let arr = tokens3.slice(), range3 = [];
            for (let i = arr.length - 1; i >= 0 && (tokens3.pop(), arr[i].type !== "brace"); i--)
              arr[i].type !== "dots" && range3.unshift(arr[i].value);
            output = expandRange(range3, opts), state.backtrack = !0;
          }
          if (brace.comma !== !0 && brace.dots !== !0) {
            let out = state.output.slice(0, brace.outputIndex), toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{", value = output = "\\}", state.output = out;
            for (let t of toks)
              state.output += t.output || t.value;
          }
          push({ type: "brace", value, output }), decrement("braces"), braces.pop();
          continue;
        }
        if (value === "|") {
          extglobs.length > 0 && extglobs[extglobs.length - 1].conditions++, push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value, brace = braces[braces.length - 1];
          brace && stack[stack.length - 1] === "braces" && (brace.comma = !0, output = "|"), push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1, state.consumed = "", state.output = "", tokens3.pop(), prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            prev.value === "." && (prev.output = DOT_LITERAL);
            let brace = braces[braces.length - 1];
            prev.type = "dots", prev.output += value, prev.value += value, brace.dots = !0;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          if (!(prev && prev.value === "(") && opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            let next = peek(), output = value;
            if (next === "<" && !utils.supportsLookbehinds())
              throw new Error("Node.js v10 or higher is required for regex lookbehinds");
            (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) && (output = `\\${value}`), push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== !0 && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== !0 && peek() === "(" && (peek(2) !== "?" || !/[!=<:]/.test(peek(3)))) {
            extglobOpen("negate", value);
            continue;
          }
          if (opts.nonegate !== !0 && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === !1) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: !0, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          (value === "$" || value === "^") && (value = `\\${value}`);
          let match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          match && (value += match[0], state.index += match[0].length), push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === !0)) {
          prev.type = "star", prev.star = !0, prev.value += value, prev.output = star, state.backtrack = !0, state.globstar = !0, consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== !0 && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === !0) {
            consume(value);
            continue;
          }
          let prior = prev.prev, before = prior.prev, isStart = prior.type === "slash" || prior.type === "bos", afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === !0 && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          let isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace"), isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          for (; rest.slice(0, 3) === "/**"; ) {
            let after = input[state.index + 4];
            if (after && after !== "/")
              break;
            rest = rest.slice(3), consume("/**", 3);
          }
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar", prev.value += value, prev.output = globstar(opts), state.output = prev.output, state.globstar = !0, consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && eos()) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)"), prev.value += value, state.globstar = !0, state.output += prior.output + prev.output, consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            let end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`, prev.value += value, state.output += prior.output + prev.output, state.globstar = !0, consume(value + advance()), push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar", prev.value += value, prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`, state.output = prev.output, state.globstar = !0, consume(value + advance()), push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length), prev.type = "globstar", prev.output = globstar(opts), prev.value += value, state.output += prev.output, state.globstar = !0, consume(value);
          continue;
        }
        let token = { type: "star", value, output: star };
        if (opts.bash === !0) {
          token.output = ".*?", (prev.type === "bos" || prev.type === "slash") && (token.output = nodot + token.output), push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === !0) {
          token.output = value, push(token);
          continue;
        }
        (state.index === state.start || prev.type === "slash" || prev.type === "dot") && (prev.type === "dot" ? (state.output += NO_DOT_SLASH, prev.output += NO_DOT_SLASH) : opts.dot === !0 ? (state.output += NO_DOTS_SLASH, prev.output += NO_DOTS_SLASH) : (state.output += nodot, prev.output += nodot), peek() !== "*" && (state.output += ONE_CHAR, prev.output += ONE_CHAR)), push(token);
      }
      for (; state.brackets > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "["), decrement("brackets");
      }
      for (; state.parens > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "("), decrement("parens");
      }
      for (; state.braces > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{"), decrement("braces");
      }
      if (opts.strictSlashes !== !0 && (prev.type === "star" || prev.type === "bracket") && push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` }), state.backtrack === !0) {
        state.output = "";
        for (let token of state.tokens)
          state.output += token.output != null ? token.output : token.value, token.suffix && (state.output += token.suffix);
      }
      return state;
    };
    parse3.fastpaths = (input, options) => {
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      input = REPLACEMENTS[input] || input;
      let win32 = utils.isWindows(options), {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(win32), nodot = opts.dot ? NO_DOTS : NO_DOT, slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT, capture = opts.capture ? "" : "?:", state = { negated: !1, prefix: "" }, star = opts.bash === !0 ? ".*?" : STAR;
      opts.capture && (star = `(${star})`);
      let globstar = (opts2) => opts2.noglobstar === !0 ? star : `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`, create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            let match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            let source2 = create(match[1]);
            return source2 ? source2 + DOT_LITERAL + match[2] : void 0;
          }
        }
      }, output = utils.removePrefix(input, state), source = create(output);
      return source && opts.strictSlashes !== !0 && (source += `${SLASH_LITERAL}?`), source;
    };
    module.exports = parse3;
  }
});

// node_modules/micromatch/node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/micromatch/node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var path4 = __require("path"), scan = require_scan(), parse3 = require_parse2(), utils = require_utils2(), constants = require_constants2(), isObject3 = (val) => val && typeof val == "object" && !Array.isArray(val), picomatch = (glob2, options, returnState = !1) => {
      if (Array.isArray(glob2)) {
        let fns = glob2.map((input) => picomatch(input, options, returnState));
        return (str) => {
          for (let isMatch of fns) {
            let state2 = isMatch(str);
            if (state2) return state2;
          }
          return !1;
        };
      }
      let isState = isObject3(glob2) && glob2.tokens && glob2.input;
      if (glob2 === "" || typeof glob2 != "string" && !isState)
        throw new TypeError("Expected pattern to be a non-empty string");
      let opts = options || {}, posix = utils.isWindows(options), regex = isState ? picomatch.compileRe(glob2, options) : picomatch.makeRe(glob2, options, !1, !0), state = regex.state;
      delete regex.state;
      let isIgnored = () => !1;
      if (opts.ignore) {
        let ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
      }
      let matcher = (input, returnObject = !1) => {
        let { isMatch, match, output } = picomatch.test(input, regex, options, { glob: glob2, posix }), result = { glob: glob2, state, regex, posix, input, output, match, isMatch };
        return typeof opts.onResult == "function" && opts.onResult(result), isMatch === !1 ? (result.isMatch = !1, returnObject ? result : !1) : isIgnored(input) ? (typeof opts.onIgnore == "function" && opts.onIgnore(result), result.isMatch = !1, returnObject ? result : !1) : (typeof opts.onMatch == "function" && opts.onMatch(result), returnObject ? result : !0);
      };
      return returnState && (matcher.state = state), matcher;
    };
    picomatch.test = (input, regex, options, { glob: glob2, posix } = {}) => {
      if (typeof input != "string")
        throw new TypeError("Expected input to be a string");
      if (input === "")
        return { isMatch: !1, output: "" };
      let opts = options || {}, format = opts.format || (posix ? utils.toPosixSlashes : null), match = input === glob2, output = match && format ? format(input) : input;
      return match === !1 && (output = format ? format(input) : input, match = output === glob2), (match === !1 || opts.capture === !0) && (opts.matchBase === !0 || opts.basename === !0 ? match = picomatch.matchBase(input, regex, options, posix) : match = regex.exec(output)), { isMatch: !!match, match, output };
    };
    picomatch.matchBase = (input, glob2, options, posix = utils.isWindows(options)) => (glob2 instanceof RegExp ? glob2 : picomatch.makeRe(glob2, options)).test(path4.basename(input));
    picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
    picomatch.parse = (pattern, options) => Array.isArray(pattern) ? pattern.map((p) => picomatch.parse(p, options)) : parse3(pattern, { ...options, fastpaths: !1 });
    picomatch.scan = (input, options) => scan(input, options);
    picomatch.compileRe = (state, options, returnOutput = !1, returnState = !1) => {
      if (returnOutput === !0)
        return state.output;
      let opts = options || {}, prepend = opts.contains ? "" : "^", append = opts.contains ? "" : "$", source = `${prepend}(?:${state.output})${append}`;
      state && state.negated === !0 && (source = `^(?!${source}).*$`);
      let regex = picomatch.toRegex(source, options);
      return returnState === !0 && (regex.state = state), regex;
    };
    picomatch.makeRe = (input, options = {}, returnOutput = !1, returnState = !1) => {
      if (!input || typeof input != "string")
        throw new TypeError("Expected a non-empty string");
      let parsed = { negated: !1, fastpaths: !0 };
      return options.fastpaths !== !1 && (input[0] === "." || input[0] === "*") && (parsed.output = parse3.fastpaths(input, options)), parsed.output || (parsed = parse3(input, options)), picomatch.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch.toRegex = (source, options) => {
      try {
        let opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === !0) throw err;
        return /$^/;
      }
    };
    picomatch.constants = constants;
    module.exports = picomatch;
  }
});

// node_modules/micromatch/node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/micromatch/node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    module.exports = require_picomatch();
  }
});

// node_modules/micromatch/index.js
var require_micromatch = __commonJS({
  "node_modules/micromatch/index.js"(exports, module) {
    "use strict";
    var util = __require("util"), braces = require_braces(), picomatch = require_picomatch2(), utils = require_utils2(), isEmptyString = (v) => v === "" || v === "./", hasBraces = (v) => {
      let index = v.indexOf("{");
      return index > -1 && v.indexOf("}", index) > -1;
    }, micromatch2 = (list, patterns, options) => {
      patterns = [].concat(patterns), list = [].concat(list);
      let omit2 = /* @__PURE__ */ new Set(), keep = /* @__PURE__ */ new Set(), items = /* @__PURE__ */ new Set(), negatives = 0, onResult = (state) => {
        items.add(state.output), options && options.onResult && options.onResult(state);
      };
      for (let i = 0; i < patterns.length; i++) {
        let isMatch = picomatch(String(patterns[i]), { ...options, onResult }, !0), negated = isMatch.state.negated || isMatch.state.negatedExtglob;
        negated && negatives++;
        for (let item of list) {
          let matched = isMatch(item, !0);
          (negated ? !matched.isMatch : matched.isMatch) && (negated ? omit2.add(matched.output) : (omit2.delete(matched.output), keep.add(matched.output)));
        }
      }
      let matches2 = (negatives === patterns.length ? [...items] : [...keep]).filter((item) => !omit2.has(item));
      if (options && matches2.length === 0) {
        if (options.failglob === !0)
          throw new Error(`No matches found for "${patterns.join(", ")}"`);
        if (options.nonull === !0 || options.nullglob === !0)
          return options.unescape ? patterns.map((p) => p.replace(/\\/g, "")) : patterns;
      }
      return matches2;
    };
    micromatch2.match = micromatch2;
    micromatch2.matcher = (pattern, options) => picomatch(pattern, options);
    micromatch2.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
    micromatch2.any = micromatch2.isMatch;
    micromatch2.not = (list, patterns, options = {}) => {
      patterns = [].concat(patterns).map(String);
      let result = /* @__PURE__ */ new Set(), items = [], onResult = (state) => {
        options.onResult && options.onResult(state), items.push(state.output);
      }, matches2 = new Set(micromatch2(list, patterns, { ...options, onResult }));
      for (let item of items)
        matches2.has(item) || result.add(item);
      return [...result];
    };
    micromatch2.contains = (str, pattern, options) => {
      if (typeof str != "string")
        throw new TypeError(`Expected a string: "${util.inspect(str)}"`);
      if (Array.isArray(pattern))
        return pattern.some((p) => micromatch2.contains(str, p, options));
      if (typeof pattern == "string") {
        if (isEmptyString(str) || isEmptyString(pattern))
          return !1;
        if (str.includes(pattern) || str.startsWith("./") && str.slice(2).includes(pattern))
          return !0;
      }
      return micromatch2.isMatch(str, pattern, { ...options, contains: !0 });
    };
    micromatch2.matchKeys = (obj, patterns, options) => {
      if (!utils.isObject(obj))
        throw new TypeError("Expected the first argument to be an object");
      let keys = micromatch2(Object.keys(obj), patterns, options), res = {};
      for (let key of keys) res[key] = obj[key];
      return res;
    };
    micromatch2.some = (list, patterns, options) => {
      let items = [].concat(list);
      for (let pattern of [].concat(patterns)) {
        let isMatch = picomatch(String(pattern), options);
        if (items.some((item) => isMatch(item)))
          return !0;
      }
      return !1;
    };
    micromatch2.every = (list, patterns, options) => {
      let items = [].concat(list);
      for (let pattern of [].concat(patterns)) {
        let isMatch = picomatch(String(pattern), options);
        if (!items.every((item) => isMatch(item)))
          return !1;
      }
      return !0;
    };
    micromatch2.all = (str, patterns, options) => {
      if (typeof str != "string")
        throw new TypeError(`Expected a string: "${util.inspect(str)}"`);
      return [].concat(patterns).every((p) => picomatch(p, options)(str));
    };
    micromatch2.capture = (glob2, input, options) => {
      let posix = utils.isWindows(options), match = picomatch.makeRe(String(glob2), { ...options, capture: !0 }).exec(posix ? utils.toPosixSlashes(input) : input);
      if (match)
        return match.slice(1).map((v) => v === void 0 ? "" : v);
    };
    micromatch2.makeRe = (...args) => picomatch.makeRe(...args);
    micromatch2.scan = (...args) => picomatch.scan(...args);
    micromatch2.parse = (patterns, options) => {
      let res = [];
      for (let pattern of [].concat(patterns || []))
        for (let str of braces(String(pattern), options))
          res.push(picomatch.parse(str, options));
      return res;
    };
    micromatch2.braces = (pattern, options) => {
      if (typeof pattern != "string") throw new TypeError("Expected a string");
      return options && options.nobrace === !0 || !hasBraces(pattern) ? [pattern] : braces(pattern, options);
    };
    micromatch2.braceExpand = (pattern, options) => {
      if (typeof pattern != "string") throw new TypeError("Expected a string");
      return micromatch2.braces(pattern, { ...options, expand: !0 });
    };
    micromatch2.hasBraces = hasBraces;
    module.exports = micromatch2;
  }
});

// node_modules/fast-glob/out/utils/pattern.js
var require_pattern = __commonJS({
  "node_modules/fast-glob/out/utils/pattern.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.isAbsolute = exports.partitionAbsoluteAndRelative = exports.removeDuplicateSlashes = exports.matchAny = exports.convertPatternsToRe = exports.makeRe = exports.getPatternParts = exports.expandBraceExpansion = exports.expandPatternsWithBraceExpansion = exports.isAffectDepthOfReadingPattern = exports.endsWithSlashGlobStar = exports.hasGlobStar = exports.getBaseDirectory = exports.isPatternRelatedToParentDirectory = exports.getPatternsOutsideCurrentDirectory = exports.getPatternsInsideCurrentDirectory = exports.getPositivePatterns = exports.getNegativePatterns = exports.isPositivePattern = exports.isNegativePattern = exports.convertToNegativePattern = exports.convertToPositivePattern = exports.isDynamicPattern = exports.isStaticPattern = void 0;
    var path4 = __require("path"), globParent = require_glob_parent(), micromatch2 = require_micromatch(), GLOBSTAR = "**", ESCAPE_SYMBOL = "\\", COMMON_GLOB_SYMBOLS_RE = /[*?]|^!/, REGEX_CHARACTER_CLASS_SYMBOLS_RE = /\[[^[]*]/, REGEX_GROUP_SYMBOLS_RE = /(?:^|[^!*+?@])\([^(]*\|[^|]*\)/, GLOB_EXTENSION_SYMBOLS_RE = /[!*+?@]\([^(]*\)/, BRACE_EXPANSION_SEPARATORS_RE = /,|\.\./, DOUBLE_SLASH_RE = /(?!^)\/{2,}/g;
    function isStaticPattern(pattern, options = {}) {
      return !isDynamicPattern2(pattern, options);
    }
    exports.isStaticPattern = isStaticPattern;
    function isDynamicPattern2(pattern, options = {}) {
      return pattern === "" ? !1 : !!(options.caseSensitiveMatch === !1 || pattern.includes(ESCAPE_SYMBOL) || COMMON_GLOB_SYMBOLS_RE.test(pattern) || REGEX_CHARACTER_CLASS_SYMBOLS_RE.test(pattern) || REGEX_GROUP_SYMBOLS_RE.test(pattern) || options.extglob !== !1 && GLOB_EXTENSION_SYMBOLS_RE.test(pattern) || options.braceExpansion !== !1 && hasBraceExpansion(pattern));
    }
    exports.isDynamicPattern = isDynamicPattern2;
    function hasBraceExpansion(pattern) {
      let openingBraceIndex = pattern.indexOf("{");
      if (openingBraceIndex === -1)
        return !1;
      let closingBraceIndex = pattern.indexOf("}", openingBraceIndex + 1);
      if (closingBraceIndex === -1)
        return !1;
      let braceContent = pattern.slice(openingBraceIndex, closingBraceIndex);
      return BRACE_EXPANSION_SEPARATORS_RE.test(braceContent);
    }
    function convertToPositivePattern(pattern) {
      return isNegativePattern2(pattern) ? pattern.slice(1) : pattern;
    }
    exports.convertToPositivePattern = convertToPositivePattern;
    function convertToNegativePattern(pattern) {
      return "!" + pattern;
    }
    exports.convertToNegativePattern = convertToNegativePattern;
    function isNegativePattern2(pattern) {
      return pattern.startsWith("!") && pattern[1] !== "(";
    }
    exports.isNegativePattern = isNegativePattern2;
    function isPositivePattern(pattern) {
      return !isNegativePattern2(pattern);
    }
    exports.isPositivePattern = isPositivePattern;
    function getNegativePatterns(patterns) {
      return patterns.filter(isNegativePattern2);
    }
    exports.getNegativePatterns = getNegativePatterns;
    function getPositivePatterns(patterns) {
      return patterns.filter(isPositivePattern);
    }
    exports.getPositivePatterns = getPositivePatterns;
    function getPatternsInsideCurrentDirectory(patterns) {
      return patterns.filter((pattern) => !isPatternRelatedToParentDirectory(pattern));
    }
    exports.getPatternsInsideCurrentDirectory = getPatternsInsideCurrentDirectory;
    function getPatternsOutsideCurrentDirectory(patterns) {
      return patterns.filter(isPatternRelatedToParentDirectory);
    }
    exports.getPatternsOutsideCurrentDirectory = getPatternsOutsideCurrentDirectory;
    function isPatternRelatedToParentDirectory(pattern) {
      return pattern.startsWith("..") || pattern.startsWith("./..");
    }
    exports.isPatternRelatedToParentDirectory = isPatternRelatedToParentDirectory;
    function getBaseDirectory(pattern) {
      return globParent(pattern, { flipBackslashes: !1 });
    }
    exports.getBaseDirectory = getBaseDirectory;
    function hasGlobStar(pattern) {
      return pattern.includes(GLOBSTAR);
    }
    exports.hasGlobStar = hasGlobStar;
    function endsWithSlashGlobStar(pattern) {
      return pattern.endsWith("/" + GLOBSTAR);
    }
    exports.endsWithSlashGlobStar = endsWithSlashGlobStar;
    function isAffectDepthOfReadingPattern(pattern) {
      let basename3 = path4.basename(pattern);
      return endsWithSlashGlobStar(pattern) || isStaticPattern(basename3);
    }
    exports.isAffectDepthOfReadingPattern = isAffectDepthOfReadingPattern;
    function expandPatternsWithBraceExpansion(patterns) {
      return patterns.reduce((collection, pattern) => collection.concat(expandBraceExpansion(pattern)), []);
    }
    exports.expandPatternsWithBraceExpansion = expandPatternsWithBraceExpansion;
    function expandBraceExpansion(pattern) {
      let patterns = micromatch2.braces(pattern, { expand: !0, nodupes: !0, keepEscaping: !0 });
      return patterns.sort((a, b) => a.length - b.length), patterns.filter((pattern2) => pattern2 !== "");
    }
    exports.expandBraceExpansion = expandBraceExpansion;
    function getPatternParts(pattern, options) {
      let { parts } = micromatch2.scan(pattern, Object.assign(Object.assign({}, options), { parts: !0 }));
      return parts.length === 0 && (parts = [pattern]), parts[0].startsWith("/") && (parts[0] = parts[0].slice(1), parts.unshift("")), parts;
    }
    exports.getPatternParts = getPatternParts;
    function makeRe(pattern, options) {
      return micromatch2.makeRe(pattern, options);
    }
    exports.makeRe = makeRe;
    function convertPatternsToRe(patterns, options) {
      return patterns.map((pattern) => makeRe(pattern, options));
    }
    exports.convertPatternsToRe = convertPatternsToRe;
    function matchAny(entry, patternsRe) {
      return patternsRe.some((patternRe) => patternRe.test(entry));
    }
    exports.matchAny = matchAny;
    function removeDuplicateSlashes(pattern) {
      return pattern.replace(DOUBLE_SLASH_RE, "/");
    }
    exports.removeDuplicateSlashes = removeDuplicateSlashes;
    function partitionAbsoluteAndRelative(patterns) {
      let absolute = [], relative2 = [];
      for (let pattern of patterns)
        isAbsolute2(pattern) ? absolute.push(pattern) : relative2.push(pattern);
      return [absolute, relative2];
    }
    exports.partitionAbsoluteAndRelative = partitionAbsoluteAndRelative;
    function isAbsolute2(pattern) {
      return path4.isAbsolute(pattern);
    }
    exports.isAbsolute = isAbsolute2;
  }
});

// node_modules/merge2/index.js
var require_merge2 = __commonJS({
  "node_modules/merge2/index.js"(exports, module) {
    "use strict";
    var Stream = __require("stream"), PassThrough = Stream.PassThrough, slice = Array.prototype.slice;
    module.exports = merge2;
    function merge2() {
      let streamsQueue = [], args = slice.call(arguments), merging = !1, options = args[args.length - 1];
      options && !Array.isArray(options) && options.pipe == null ? args.pop() : options = {};
      let doEnd = options.end !== !1, doPipeError = options.pipeError === !0;
      options.objectMode == null && (options.objectMode = !0), options.highWaterMark == null && (options.highWaterMark = 64 * 1024);
      let mergedStream = PassThrough(options);
      function addStream() {
        for (let i = 0, len = arguments.length; i < len; i++)
          streamsQueue.push(pauseStreams(arguments[i], options));
        return mergeStream(), this;
      }
      function mergeStream() {
        if (merging)
          return;
        merging = !0;
        let streams = streamsQueue.shift();
        if (!streams) {
          process.nextTick(endStream2);
          return;
        }
        Array.isArray(streams) || (streams = [streams]);
        let pipesCount = streams.length + 1;
        function next() {
          --pipesCount > 0 || (merging = !1, mergeStream());
        }
        function pipe2(stream) {
          function onend() {
            stream.removeListener("merge2UnpipeEnd", onend), stream.removeListener("end", onend), doPipeError && stream.removeListener("error", onerror), next();
          }
          function onerror(err) {
            mergedStream.emit("error", err);
          }
          if (stream._readableState.endEmitted)
            return next();
          stream.on("merge2UnpipeEnd", onend), stream.on("end", onend), doPipeError && stream.on("error", onerror), stream.pipe(mergedStream, { end: !1 }), stream.resume();
        }
        for (let i = 0; i < streams.length; i++)
          pipe2(streams[i]);
        next();
      }
      function endStream2() {
        merging = !1, mergedStream.emit("queueDrain"), doEnd && mergedStream.end();
      }
      return mergedStream.setMaxListeners(0), mergedStream.add = addStream, mergedStream.on("unpipe", function(stream) {
        stream.emit("merge2UnpipeEnd");
      }), args.length && addStream.apply(null, args), mergedStream;
    }
    function pauseStreams(streams, options) {
      if (Array.isArray(streams))
        for (let i = 0, len = streams.length; i < len; i++)
          streams[i] = pauseStreams(streams[i], options);
      else {
        if (!streams._readableState && streams.pipe && (streams = streams.pipe(PassThrough(options))), !streams._readableState || !streams.pause || !streams.pipe)
          throw new Error("Only readable stream can be merged.");
        streams.pause();
      }
      return streams;
    }
  }
});

// node_modules/fast-glob/out/utils/stream.js
var require_stream = __commonJS({
  "node_modules/fast-glob/out/utils/stream.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.merge = void 0;
    var merge2 = require_merge2();
    function merge3(streams) {
      let mergedStream = merge2(streams);
      return streams.forEach((stream) => {
        stream.once("error", (error3) => mergedStream.emit("error", error3));
      }), mergedStream.once("close", () => propagateCloseEventToSources(streams)), mergedStream.once("end", () => propagateCloseEventToSources(streams)), mergedStream;
    }
    exports.merge = merge3;
    function propagateCloseEventToSources(streams) {
      streams.forEach((stream) => stream.emit("close"));
    }
  }
});

// node_modules/fast-glob/out/utils/string.js
var require_string = __commonJS({
  "node_modules/fast-glob/out/utils/string.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.isEmpty = exports.isString = void 0;
    function isString(input) {
      return typeof input == "string";
    }
    exports.isString = isString;
    function isEmpty(input) {
      return input === "";
    }
    exports.isEmpty = isEmpty;
  }
});

// node_modules/fast-glob/out/utils/index.js
var require_utils3 = __commonJS({
  "node_modules/fast-glob/out/utils/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.string = exports.stream = exports.pattern = exports.path = exports.fs = exports.errno = exports.array = void 0;
    var array2 = require_array();
    exports.array = array2;
    var errno = require_errno();
    exports.errno = errno;
    var fs4 = require_fs();
    exports.fs = fs4;
    var path4 = require_path();
    exports.path = path4;
    var pattern = require_pattern();
    exports.pattern = pattern;
    var stream = require_stream();
    exports.stream = stream;
    var string3 = require_string();
    exports.string = string3;
  }
});

// node_modules/fast-glob/out/managers/tasks.js
var require_tasks = __commonJS({
  "node_modules/fast-glob/out/managers/tasks.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.convertPatternGroupToTask = exports.convertPatternGroupsToTasks = exports.groupPatternsByBaseDirectory = exports.getNegativePatternsAsPositive = exports.getPositivePatterns = exports.convertPatternsToTasks = exports.generate = void 0;
    var utils = require_utils3();
    function generate(input, settings) {
      let patterns = processPatterns(input, settings), ignore2 = processPatterns(settings.ignore, settings), positivePatterns = getPositivePatterns(patterns), negativePatterns = getNegativePatternsAsPositive(patterns, ignore2), staticPatterns = positivePatterns.filter((pattern) => utils.pattern.isStaticPattern(pattern, settings)), dynamicPatterns = positivePatterns.filter((pattern) => utils.pattern.isDynamicPattern(pattern, settings)), staticTasks = convertPatternsToTasks(
        staticPatterns,
        negativePatterns,
        /* dynamic */
        !1
      ), dynamicTasks = convertPatternsToTasks(
        dynamicPatterns,
        negativePatterns,
        /* dynamic */
        !0
      );
      return staticTasks.concat(dynamicTasks);
    }
    exports.generate = generate;
    function processPatterns(input, settings) {
      let patterns = input;
      return settings.braceExpansion && (patterns = utils.pattern.expandPatternsWithBraceExpansion(patterns)), settings.baseNameMatch && (patterns = patterns.map((pattern) => pattern.includes("/") ? pattern : `**/${pattern}`)), patterns.map((pattern) => utils.pattern.removeDuplicateSlashes(pattern));
    }
    function convertPatternsToTasks(positive2, negative, dynamic) {
      let tasks = [], patternsOutsideCurrentDirectory = utils.pattern.getPatternsOutsideCurrentDirectory(positive2), patternsInsideCurrentDirectory = utils.pattern.getPatternsInsideCurrentDirectory(positive2), outsideCurrentDirectoryGroup = groupPatternsByBaseDirectory(patternsOutsideCurrentDirectory), insideCurrentDirectoryGroup = groupPatternsByBaseDirectory(patternsInsideCurrentDirectory);
      return tasks.push(...convertPatternGroupsToTasks(outsideCurrentDirectoryGroup, negative, dynamic)), "." in insideCurrentDirectoryGroup ? tasks.push(convertPatternGroupToTask(".", patternsInsideCurrentDirectory, negative, dynamic)) : tasks.push(...convertPatternGroupsToTasks(insideCurrentDirectoryGroup, negative, dynamic)), tasks;
    }
    exports.convertPatternsToTasks = convertPatternsToTasks;
    function getPositivePatterns(patterns) {
      return utils.pattern.getPositivePatterns(patterns);
    }
    exports.getPositivePatterns = getPositivePatterns;
    function getNegativePatternsAsPositive(patterns, ignore2) {
      return utils.pattern.getNegativePatterns(patterns).concat(ignore2).map(utils.pattern.convertToPositivePattern);
    }
    exports.getNegativePatternsAsPositive = getNegativePatternsAsPositive;
    function groupPatternsByBaseDirectory(patterns) {
      let group = {};
      return patterns.reduce((collection, pattern) => {
        let base2 = utils.pattern.getBaseDirectory(pattern);
        return base2 in collection ? collection[base2].push(pattern) : collection[base2] = [pattern], collection;
      }, group);
    }
    exports.groupPatternsByBaseDirectory = groupPatternsByBaseDirectory;
    function convertPatternGroupsToTasks(positive2, negative, dynamic) {
      return Object.keys(positive2).map((base2) => convertPatternGroupToTask(base2, positive2[base2], negative, dynamic));
    }
    exports.convertPatternGroupsToTasks = convertPatternGroupsToTasks;
    function convertPatternGroupToTask(base2, positive2, negative, dynamic) {
      return {
        dynamic,
        positive: positive2,
        negative,
        base: base2,
        patterns: [].concat(positive2, negative.map(utils.pattern.convertToNegativePattern))
      };
    }
    exports.convertPatternGroupToTask = convertPatternGroupToTask;
  }
});

// node_modules/@nodelib/fs.stat/out/providers/async.js
var require_async = __commonJS({
  "node_modules/@nodelib/fs.stat/out/providers/async.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.read = void 0;
    function read2(path4, settings, callback) {
      settings.fs.lstat(path4, (lstatError, lstat) => {
        if (lstatError !== null) {
          callFailureCallback(callback, lstatError);
          return;
        }
        if (!lstat.isSymbolicLink() || !settings.followSymbolicLink) {
          callSuccessCallback(callback, lstat);
          return;
        }
        settings.fs.stat(path4, (statError, stat) => {
          if (statError !== null) {
            if (settings.throwErrorOnBrokenSymbolicLink) {
              callFailureCallback(callback, statError);
              return;
            }
            callSuccessCallback(callback, lstat);
            return;
          }
          settings.markSymbolicLink && (stat.isSymbolicLink = () => !0), callSuccessCallback(callback, stat);
        });
      });
    }
    exports.read = read2;
    function callFailureCallback(callback, error3) {
      callback(error3);
    }
    function callSuccessCallback(callback, result) {
      callback(null, result);
    }
  }
});

// node_modules/@nodelib/fs.stat/out/providers/sync.js
var require_sync = __commonJS({
  "node_modules/@nodelib/fs.stat/out/providers/sync.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.read = void 0;
    function read2(path4, settings) {
      let lstat = settings.fs.lstatSync(path4);
      if (!lstat.isSymbolicLink() || !settings.followSymbolicLink)
        return lstat;
      try {
        let stat = settings.fs.statSync(path4);
        return settings.markSymbolicLink && (stat.isSymbolicLink = () => !0), stat;
      } catch (error3) {
        if (!settings.throwErrorOnBrokenSymbolicLink)
          return lstat;
        throw error3;
      }
    }
    exports.read = read2;
  }
});

// node_modules/@nodelib/fs.stat/out/adapters/fs.js
var require_fs2 = __commonJS({
  "node_modules/@nodelib/fs.stat/out/adapters/fs.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.createFileSystemAdapter = exports.FILE_SYSTEM_ADAPTER = void 0;
    var fs4 = __require("fs");
    exports.FILE_SYSTEM_ADAPTER = {
      lstat: fs4.lstat,
      stat: fs4.stat,
      lstatSync: fs4.lstatSync,
      statSync: fs4.statSync
    };
    function createFileSystemAdapter(fsMethods) {
      return fsMethods === void 0 ? exports.FILE_SYSTEM_ADAPTER : Object.assign(Object.assign({}, exports.FILE_SYSTEM_ADAPTER), fsMethods);
    }
    exports.createFileSystemAdapter = createFileSystemAdapter;
  }
});

// node_modules/@nodelib/fs.stat/out/settings.js
var require_settings = __commonJS({
  "node_modules/@nodelib/fs.stat/out/settings.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var fs4 = require_fs2(), Settings = class {
      constructor(_options = {}) {
        this._options = _options, this.followSymbolicLink = this._getValue(this._options.followSymbolicLink, !0), this.fs = fs4.createFileSystemAdapter(this._options.fs), this.markSymbolicLink = this._getValue(this._options.markSymbolicLink, !1), this.throwErrorOnBrokenSymbolicLink = this._getValue(this._options.throwErrorOnBrokenSymbolicLink, !0);
      }
      _getValue(option, value) {
        return option ?? value;
      }
    };
    exports.default = Settings;
  }
});

// node_modules/@nodelib/fs.stat/out/index.js
var require_out = __commonJS({
  "node_modules/@nodelib/fs.stat/out/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.statSync = exports.stat = exports.Settings = void 0;
    var async = require_async(), sync = require_sync(), settings_1 = require_settings();
    exports.Settings = settings_1.default;
    function stat(path4, optionsOrSettingsOrCallback, callback) {
      if (typeof optionsOrSettingsOrCallback == "function") {
        async.read(path4, getSettings(), optionsOrSettingsOrCallback);
        return;
      }
      async.read(path4, getSettings(optionsOrSettingsOrCallback), callback);
    }
    exports.stat = stat;
    function statSync4(path4, optionsOrSettings) {
      let settings = getSettings(optionsOrSettings);
      return sync.read(path4, settings);
    }
    exports.statSync = statSync4;
    function getSettings(settingsOrOptions = {}) {
      return settingsOrOptions instanceof settings_1.default ? settingsOrOptions : new settings_1.default(settingsOrOptions);
    }
  }
});

// node_modules/queue-microtask/index.js
var require_queue_microtask = __commonJS({
  "node_modules/queue-microtask/index.js"(exports, module) {
    var promise;
    module.exports = typeof queueMicrotask == "function" ? queueMicrotask.bind(typeof window < "u" ? window : global) : (cb) => (promise || (promise = Promise.resolve())).then(cb).catch((err) => setTimeout(() => {
      throw err;
    }, 0));
  }
});

// node_modules/run-parallel/index.js
var require_run_parallel = __commonJS({
  "node_modules/run-parallel/index.js"(exports, module) {
    module.exports = runParallel;
    var queueMicrotask2 = require_queue_microtask();
    function runParallel(tasks, cb) {
      let results, pending, keys, isSync = !0;
      Array.isArray(tasks) ? (results = [], pending = tasks.length) : (keys = Object.keys(tasks), results = {}, pending = keys.length);
      function done(err) {
        function end() {
          cb && cb(err, results), cb = null;
        }
        isSync ? queueMicrotask2(end) : end();
      }
      function each(i, err, result) {
        results[i] = result, (--pending === 0 || err) && done(err);
      }
      pending ? keys ? keys.forEach(function(key) {
        tasks[key](function(err, result) {
          each(key, err, result);
        });
      }) : tasks.forEach(function(task, i) {
        task(function(err, result) {
          each(i, err, result);
        });
      }) : done(null), isSync = !1;
    }
  }
});

// node_modules/@nodelib/fs.scandir/out/constants.js
var require_constants3 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/constants.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.IS_SUPPORT_READDIR_WITH_FILE_TYPES = void 0;
    var NODE_PROCESS_VERSION_PARTS = process.versions.node.split(".");
    if (NODE_PROCESS_VERSION_PARTS[0] === void 0 || NODE_PROCESS_VERSION_PARTS[1] === void 0)
      throw new Error(`Unexpected behavior. The 'process.versions.node' variable has invalid value: ${process.versions.node}`);
    var MAJOR_VERSION = Number.parseInt(NODE_PROCESS_VERSION_PARTS[0], 10), MINOR_VERSION = Number.parseInt(NODE_PROCESS_VERSION_PARTS[1], 10), SUPPORTED_MAJOR_VERSION = 10, SUPPORTED_MINOR_VERSION = 10, IS_MATCHED_BY_MAJOR = MAJOR_VERSION > SUPPORTED_MAJOR_VERSION, IS_MATCHED_BY_MAJOR_AND_MINOR = MAJOR_VERSION === SUPPORTED_MAJOR_VERSION && MINOR_VERSION >= SUPPORTED_MINOR_VERSION;
    exports.IS_SUPPORT_READDIR_WITH_FILE_TYPES = IS_MATCHED_BY_MAJOR || IS_MATCHED_BY_MAJOR_AND_MINOR;
  }
});

// node_modules/@nodelib/fs.scandir/out/utils/fs.js
var require_fs3 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/utils/fs.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.createDirentFromStats = void 0;
    var DirentFromStats = class {
      constructor(name, stats) {
        this.name = name, this.isBlockDevice = stats.isBlockDevice.bind(stats), this.isCharacterDevice = stats.isCharacterDevice.bind(stats), this.isDirectory = stats.isDirectory.bind(stats), this.isFIFO = stats.isFIFO.bind(stats), this.isFile = stats.isFile.bind(stats), this.isSocket = stats.isSocket.bind(stats), this.isSymbolicLink = stats.isSymbolicLink.bind(stats);
      }
    };
    function createDirentFromStats(name, stats) {
      return new DirentFromStats(name, stats);
    }
    exports.createDirentFromStats = createDirentFromStats;
  }
});

// node_modules/@nodelib/fs.scandir/out/utils/index.js
var require_utils4 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/utils/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.fs = void 0;
    var fs4 = require_fs3();
    exports.fs = fs4;
  }
});

// node_modules/@nodelib/fs.scandir/out/providers/common.js
var require_common = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/providers/common.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.joinPathSegments = void 0;
    function joinPathSegments(a, b, separator) {
      return a.endsWith(separator) ? a + b : a + separator + b;
    }
    exports.joinPathSegments = joinPathSegments;
  }
});

// node_modules/@nodelib/fs.scandir/out/providers/async.js
var require_async2 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/providers/async.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.readdir = exports.readdirWithFileTypes = exports.read = void 0;
    var fsStat = require_out(), rpl = require_run_parallel(), constants_1 = require_constants3(), utils = require_utils4(), common = require_common();
    function read2(directory, settings, callback) {
      if (!settings.stats && constants_1.IS_SUPPORT_READDIR_WITH_FILE_TYPES) {
        readdirWithFileTypes(directory, settings, callback);
        return;
      }
      readdir(directory, settings, callback);
    }
    exports.read = read2;
    function readdirWithFileTypes(directory, settings, callback) {
      settings.fs.readdir(directory, { withFileTypes: !0 }, (readdirError, dirents) => {
        if (readdirError !== null) {
          callFailureCallback(callback, readdirError);
          return;
        }
        let entries = dirents.map((dirent) => ({
          dirent,
          name: dirent.name,
          path: common.joinPathSegments(directory, dirent.name, settings.pathSegmentSeparator)
        }));
        if (!settings.followSymbolicLinks) {
          callSuccessCallback(callback, entries);
          return;
        }
        let tasks = entries.map((entry) => makeRplTaskEntry(entry, settings));
        rpl(tasks, (rplError, rplEntries) => {
          if (rplError !== null) {
            callFailureCallback(callback, rplError);
            return;
          }
          callSuccessCallback(callback, rplEntries);
        });
      });
    }
    exports.readdirWithFileTypes = readdirWithFileTypes;
    function makeRplTaskEntry(entry, settings) {
      return (done) => {
        if (!entry.dirent.isSymbolicLink()) {
          done(null, entry);
          return;
        }
        settings.fs.stat(entry.path, (statError, stats) => {
          if (statError !== null) {
            if (settings.throwErrorOnBrokenSymbolicLink) {
              done(statError);
              return;
            }
            done(null, entry);
            return;
          }
          entry.dirent = utils.fs.createDirentFromStats(entry.name, stats), done(null, entry);
        });
      };
    }
    function readdir(directory, settings, callback) {
      settings.fs.readdir(directory, (readdirError, names) => {
        if (readdirError !== null) {
          callFailureCallback(callback, readdirError);
          return;
        }
        let tasks = names.map((name) => {
          let path4 = common.joinPathSegments(directory, name, settings.pathSegmentSeparator);
          return (done) => {
            fsStat.stat(path4, settings.fsStatSettings, (error3, stats) => {
              if (error3 !== null) {
                done(error3);
                return;
              }
              let entry = {
                name,
                path: path4,
                dirent: utils.fs.createDirentFromStats(name, stats)
              };
              settings.stats && (entry.stats = stats), done(null, entry);
            });
          };
        });
        rpl(tasks, (rplError, entries) => {
          if (rplError !== null) {
            callFailureCallback(callback, rplError);
            return;
          }
          callSuccessCallback(callback, entries);
        });
      });
    }
    exports.readdir = readdir;
    function callFailureCallback(callback, error3) {
      callback(error3);
    }
    function callSuccessCallback(callback, result) {
      callback(null, result);
    }
  }
});

// node_modules/@nodelib/fs.scandir/out/providers/sync.js
var require_sync2 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/providers/sync.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.readdir = exports.readdirWithFileTypes = exports.read = void 0;
    var fsStat = require_out(), constants_1 = require_constants3(), utils = require_utils4(), common = require_common();
    function read2(directory, settings) {
      return !settings.stats && constants_1.IS_SUPPORT_READDIR_WITH_FILE_TYPES ? readdirWithFileTypes(directory, settings) : readdir(directory, settings);
    }
    exports.read = read2;
    function readdirWithFileTypes(directory, settings) {
      return settings.fs.readdirSync(directory, { withFileTypes: !0 }).map((dirent) => {
        let entry = {
          dirent,
          name: dirent.name,
          path: common.joinPathSegments(directory, dirent.name, settings.pathSegmentSeparator)
        };
        if (entry.dirent.isSymbolicLink() && settings.followSymbolicLinks)
          try {
            let stats = settings.fs.statSync(entry.path);
            entry.dirent = utils.fs.createDirentFromStats(entry.name, stats);
          } catch (error3) {
            if (settings.throwErrorOnBrokenSymbolicLink)
              throw error3;
          }
        return entry;
      });
    }
    exports.readdirWithFileTypes = readdirWithFileTypes;
    function readdir(directory, settings) {
      return settings.fs.readdirSync(directory).map((name) => {
        let entryPath = common.joinPathSegments(directory, name, settings.pathSegmentSeparator), stats = fsStat.statSync(entryPath, settings.fsStatSettings), entry = {
          name,
          path: entryPath,
          dirent: utils.fs.createDirentFromStats(name, stats)
        };
        return settings.stats && (entry.stats = stats), entry;
      });
    }
    exports.readdir = readdir;
  }
});

// node_modules/@nodelib/fs.scandir/out/adapters/fs.js
var require_fs4 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/adapters/fs.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.createFileSystemAdapter = exports.FILE_SYSTEM_ADAPTER = void 0;
    var fs4 = __require("fs");
    exports.FILE_SYSTEM_ADAPTER = {
      lstat: fs4.lstat,
      stat: fs4.stat,
      lstatSync: fs4.lstatSync,
      statSync: fs4.statSync,
      readdir: fs4.readdir,
      readdirSync: fs4.readdirSync
    };
    function createFileSystemAdapter(fsMethods) {
      return fsMethods === void 0 ? exports.FILE_SYSTEM_ADAPTER : Object.assign(Object.assign({}, exports.FILE_SYSTEM_ADAPTER), fsMethods);
    }
    exports.createFileSystemAdapter = createFileSystemAdapter;
  }
});

// node_modules/@nodelib/fs.scandir/out/settings.js
var require_settings2 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/settings.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var path4 = __require("path"), fsStat = require_out(), fs4 = require_fs4(), Settings = class {
      constructor(_options = {}) {
        this._options = _options, this.followSymbolicLinks = this._getValue(this._options.followSymbolicLinks, !1), this.fs = fs4.createFileSystemAdapter(this._options.fs), this.pathSegmentSeparator = this._getValue(this._options.pathSegmentSeparator, path4.sep), this.stats = this._getValue(this._options.stats, !1), this.throwErrorOnBrokenSymbolicLink = this._getValue(this._options.throwErrorOnBrokenSymbolicLink, !0), this.fsStatSettings = new fsStat.Settings({
          followSymbolicLink: this.followSymbolicLinks,
          fs: this.fs,
          throwErrorOnBrokenSymbolicLink: this.throwErrorOnBrokenSymbolicLink
        });
      }
      _getValue(option, value) {
        return option ?? value;
      }
    };
    exports.default = Settings;
  }
});

// node_modules/@nodelib/fs.scandir/out/index.js
var require_out2 = __commonJS({
  "node_modules/@nodelib/fs.scandir/out/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.Settings = exports.scandirSync = exports.scandir = void 0;
    var async = require_async2(), sync = require_sync2(), settings_1 = require_settings2();
    exports.Settings = settings_1.default;
    function scandir(path4, optionsOrSettingsOrCallback, callback) {
      if (typeof optionsOrSettingsOrCallback == "function") {
        async.read(path4, getSettings(), optionsOrSettingsOrCallback);
        return;
      }
      async.read(path4, getSettings(optionsOrSettingsOrCallback), callback);
    }
    exports.scandir = scandir;
    function scandirSync(path4, optionsOrSettings) {
      let settings = getSettings(optionsOrSettings);
      return sync.read(path4, settings);
    }
    exports.scandirSync = scandirSync;
    function getSettings(settingsOrOptions = {}) {
      return settingsOrOptions instanceof settings_1.default ? settingsOrOptions : new settings_1.default(settingsOrOptions);
    }
  }
});

// node_modules/reusify/reusify.js
var require_reusify = __commonJS({
  "node_modules/reusify/reusify.js"(exports, module) {
    "use strict";
    function reusify(Constructor) {
      var head2 = new Constructor(), tail = head2;
      function get() {
        var current = head2;
        return current.next ? head2 = current.next : (head2 = new Constructor(), tail = head2), current.next = null, current;
      }
      function release(obj) {
        tail.next = obj, tail = obj;
      }
      return {
        get,
        release
      };
    }
    module.exports = reusify;
  }
});

// node_modules/fastq/queue.js
var require_queue = __commonJS({
  "node_modules/fastq/queue.js"(exports, module) {
    "use strict";
    var reusify = require_reusify();
    function fastqueue(context, worker2, _concurrency) {
      if (typeof context == "function" && (_concurrency = worker2, worker2 = context, context = null), !(_concurrency >= 1))
        throw new Error("fastqueue concurrency must be equal to or greater than 1");
      var cache = reusify(Task), queueHead = null, queueTail = null, _running = 0, errorHandler = null, self = {
        push,
        drain: noop2,
        saturated: noop2,
        pause,
        paused: !1,
        get concurrency() {
          return _concurrency;
        },
        set concurrency(value) {
          if (!(value >= 1))
            throw new Error("fastqueue concurrency must be equal to or greater than 1");
          if (_concurrency = value, !self.paused)
            for (; queueHead && _running < _concurrency; )
              _running++, release();
        },
        running,
        resume,
        idle,
        length: length2,
        getQueue,
        unshift,
        empty: noop2,
        kill,
        killAndDrain,
        error: error3,
        abort
      };
      return self;
      function running() {
        return _running;
      }
      function pause() {
        self.paused = !0;
      }
      function length2() {
        for (var current = queueHead, counter = 0; current; )
          current = current.next, counter++;
        return counter;
      }
      function getQueue() {
        for (var current = queueHead, tasks = []; current; )
          tasks.push(current.value), current = current.next;
        return tasks;
      }
      function resume() {
        if (self.paused) {
          if (self.paused = !1, queueHead === null) {
            _running++, release();
            return;
          }
          for (; queueHead && _running < _concurrency; )
            _running++, release();
        }
      }
      function idle() {
        return _running === 0 && self.length() === 0;
      }
      function push(value, done) {
        var current = cache.get();
        current.context = context, current.release = release, current.value = value, current.callback = done || noop2, current.errorHandler = errorHandler, _running >= _concurrency || self.paused ? queueTail ? (queueTail.next = current, queueTail = current) : (queueHead = current, queueTail = current, self.saturated()) : (_running++, worker2.call(context, current.value, current.worked));
      }
      function unshift(value, done) {
        var current = cache.get();
        current.context = context, current.release = release, current.value = value, current.callback = done || noop2, current.errorHandler = errorHandler, _running >= _concurrency || self.paused ? queueHead ? (current.next = queueHead, queueHead = current) : (queueHead = current, queueTail = current, self.saturated()) : (_running++, worker2.call(context, current.value, current.worked));
      }
      function release(holder) {
        holder && cache.release(holder);
        var next = queueHead;
        next && _running <= _concurrency ? self.paused ? _running-- : (queueTail === queueHead && (queueTail = null), queueHead = next.next, next.next = null, worker2.call(context, next.value, next.worked), queueTail === null && self.empty()) : --_running === 0 && self.drain();
      }
      function kill() {
        queueHead = null, queueTail = null, self.drain = noop2;
      }
      function killAndDrain() {
        queueHead = null, queueTail = null, self.drain(), self.drain = noop2;
      }
      function abort() {
        var current = queueHead;
        for (queueHead = null, queueTail = null; current; ) {
          var next = current.next, callback = current.callback, errorHandler2 = current.errorHandler, val = current.value, context2 = current.context;
          current.value = null, current.callback = noop2, current.errorHandler = null, current.next = null, errorHandler2 && errorHandler2(new Error("abort"), val), callback.call(context2, new Error("abort")), cache.release(current), current = next;
        }
        self.drain = noop2;
      }
      function error3(handler) {
        errorHandler = handler;
      }
    }
    function noop2() {
    }
    function Task() {
      this.value = null, this.callback = noop2, this.next = null, this.release = noop2, this.context = null, this.errorHandler = null;
      var self = this;
      this.worked = function(err, result) {
        var callback = self.callback, errorHandler = self.errorHandler, val = self.value;
        self.value = null, self.callback = noop2, self.errorHandler && errorHandler(err, val), callback.call(self.context, err, result), self.release(self);
      };
    }
    function queueAsPromised(context, worker2, _concurrency) {
      typeof context == "function" && (_concurrency = worker2, worker2 = context, context = null);
      function asyncWrapper(arg, cb) {
        worker2.call(this, arg).then(function(res) {
          cb(null, res);
        }, cb);
      }
      var queue = fastqueue(context, asyncWrapper, _concurrency), pushCb = queue.push, unshiftCb = queue.unshift;
      return queue.push = push, queue.unshift = unshift, queue.drained = drained, queue;
      function push(value) {
        var p = new Promise(function(resolve5, reject) {
          pushCb(value, function(err, result) {
            if (err) {
              reject(err);
              return;
            }
            resolve5(result);
          });
        });
        return p.catch(noop2), p;
      }
      function unshift(value) {
        var p = new Promise(function(resolve5, reject) {
          unshiftCb(value, function(err, result) {
            if (err) {
              reject(err);
              return;
            }
            resolve5(result);
          });
        });
        return p.catch(noop2), p;
      }
      function drained() {
        var p = new Promise(function(resolve5) {
          process.nextTick(function() {
            if (queue.idle())
              resolve5();
            else {
              var previousDrain = queue.drain;
              queue.drain = function() {
                typeof previousDrain == "function" && previousDrain(), resolve5(), queue.drain = previousDrain;
              };
            }
          });
        });
        return p;
      }
    }
    module.exports = fastqueue;
    module.exports.promise = queueAsPromised;
  }
});

// node_modules/@nodelib/fs.walk/out/readers/common.js
var require_common2 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/readers/common.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.joinPathSegments = exports.replacePathSegmentSeparator = exports.isAppliedFilter = exports.isFatalError = void 0;
    function isFatalError(settings, error3) {
      return settings.errorFilter === null ? !0 : !settings.errorFilter(error3);
    }
    exports.isFatalError = isFatalError;
    function isAppliedFilter(filter, value) {
      return filter === null || filter(value);
    }
    exports.isAppliedFilter = isAppliedFilter;
    function replacePathSegmentSeparator(filepath, separator) {
      return filepath.split(/[/\\]/).join(separator);
    }
    exports.replacePathSegmentSeparator = replacePathSegmentSeparator;
    function joinPathSegments(a, b, separator) {
      return a === "" ? b : a.endsWith(separator) ? a + b : a + separator + b;
    }
    exports.joinPathSegments = joinPathSegments;
  }
});

// node_modules/@nodelib/fs.walk/out/readers/reader.js
var require_reader = __commonJS({
  "node_modules/@nodelib/fs.walk/out/readers/reader.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var common = require_common2(), Reader = class {
      constructor(_root, _settings) {
        this._root = _root, this._settings = _settings, this._root = common.replacePathSegmentSeparator(_root, _settings.pathSegmentSeparator);
      }
    };
    exports.default = Reader;
  }
});

// node_modules/@nodelib/fs.walk/out/readers/async.js
var require_async3 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/readers/async.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var events_1 = __require("events"), fsScandir = require_out2(), fastq = require_queue(), common = require_common2(), reader_1 = require_reader(), AsyncReader = class extends reader_1.default {
      constructor(_root, _settings) {
        super(_root, _settings), this._settings = _settings, this._scandir = fsScandir.scandir, this._emitter = new events_1.EventEmitter(), this._queue = fastq(this._worker.bind(this), this._settings.concurrency), this._isFatalError = !1, this._isDestroyed = !1, this._queue.drain = () => {
          this._isFatalError || this._emitter.emit("end");
        };
      }
      read() {
        return this._isFatalError = !1, this._isDestroyed = !1, setImmediate(() => {
          this._pushToQueue(this._root, this._settings.basePath);
        }), this._emitter;
      }
      get isDestroyed() {
        return this._isDestroyed;
      }
      destroy() {
        if (this._isDestroyed)
          throw new Error("The reader is already destroyed");
        this._isDestroyed = !0, this._queue.killAndDrain();
      }
      onEntry(callback) {
        this._emitter.on("entry", callback);
      }
      onError(callback) {
        this._emitter.once("error", callback);
      }
      onEnd(callback) {
        this._emitter.once("end", callback);
      }
      _pushToQueue(directory, base2) {
        let queueItem = { directory, base: base2 };
        this._queue.push(queueItem, (error3) => {
          error3 !== null && this._handleError(error3);
        });
      }
      _worker(item, done) {
        this._scandir(item.directory, this._settings.fsScandirSettings, (error3, entries) => {
          if (error3 !== null) {
            done(error3, void 0);
            return;
          }
          for (let entry of entries)
            this._handleEntry(entry, item.base);
          done(null, void 0);
        });
      }
      _handleError(error3) {
        this._isDestroyed || !common.isFatalError(this._settings, error3) || (this._isFatalError = !0, this._isDestroyed = !0, this._emitter.emit("error", error3));
      }
      _handleEntry(entry, base2) {
        if (this._isDestroyed || this._isFatalError)
          return;
        let fullpath = entry.path;
        base2 !== void 0 && (entry.path = common.joinPathSegments(base2, entry.name, this._settings.pathSegmentSeparator)), common.isAppliedFilter(this._settings.entryFilter, entry) && this._emitEntry(entry), entry.dirent.isDirectory() && common.isAppliedFilter(this._settings.deepFilter, entry) && this._pushToQueue(fullpath, base2 === void 0 ? void 0 : entry.path);
      }
      _emitEntry(entry) {
        this._emitter.emit("entry", entry);
      }
    };
    exports.default = AsyncReader;
  }
});

// node_modules/@nodelib/fs.walk/out/providers/async.js
var require_async4 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/providers/async.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var async_1 = require_async3(), AsyncProvider = class {
      constructor(_root, _settings) {
        this._root = _root, this._settings = _settings, this._reader = new async_1.default(this._root, this._settings), this._storage = [];
      }
      read(callback) {
        this._reader.onError((error3) => {
          callFailureCallback(callback, error3);
        }), this._reader.onEntry((entry) => {
          this._storage.push(entry);
        }), this._reader.onEnd(() => {
          callSuccessCallback(callback, this._storage);
        }), this._reader.read();
      }
    };
    exports.default = AsyncProvider;
    function callFailureCallback(callback, error3) {
      callback(error3);
    }
    function callSuccessCallback(callback, entries) {
      callback(null, entries);
    }
  }
});

// node_modules/@nodelib/fs.walk/out/providers/stream.js
var require_stream2 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/providers/stream.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var stream_1 = __require("stream"), async_1 = require_async3(), StreamProvider = class {
      constructor(_root, _settings) {
        this._root = _root, this._settings = _settings, this._reader = new async_1.default(this._root, this._settings), this._stream = new stream_1.Readable({
          objectMode: !0,
          read: () => {
          },
          destroy: () => {
            this._reader.isDestroyed || this._reader.destroy();
          }
        });
      }
      read() {
        return this._reader.onError((error3) => {
          this._stream.emit("error", error3);
        }), this._reader.onEntry((entry) => {
          this._stream.push(entry);
        }), this._reader.onEnd(() => {
          this._stream.push(null);
        }), this._reader.read(), this._stream;
      }
    };
    exports.default = StreamProvider;
  }
});

// node_modules/@nodelib/fs.walk/out/readers/sync.js
var require_sync3 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/readers/sync.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var fsScandir = require_out2(), common = require_common2(), reader_1 = require_reader(), SyncReader = class extends reader_1.default {
      constructor() {
        super(...arguments), this._scandir = fsScandir.scandirSync, this._storage = [], this._queue = /* @__PURE__ */ new Set();
      }
      read() {
        return this._pushToQueue(this._root, this._settings.basePath), this._handleQueue(), this._storage;
      }
      _pushToQueue(directory, base2) {
        this._queue.add({ directory, base: base2 });
      }
      _handleQueue() {
        for (let item of this._queue.values())
          this._handleDirectory(item.directory, item.base);
      }
      _handleDirectory(directory, base2) {
        try {
          let entries = this._scandir(directory, this._settings.fsScandirSettings);
          for (let entry of entries)
            this._handleEntry(entry, base2);
        } catch (error3) {
          this._handleError(error3);
        }
      }
      _handleError(error3) {
        if (common.isFatalError(this._settings, error3))
          throw error3;
      }
      _handleEntry(entry, base2) {
        let fullpath = entry.path;
        base2 !== void 0 && (entry.path = common.joinPathSegments(base2, entry.name, this._settings.pathSegmentSeparator)), common.isAppliedFilter(this._settings.entryFilter, entry) && this._pushToStorage(entry), entry.dirent.isDirectory() && common.isAppliedFilter(this._settings.deepFilter, entry) && this._pushToQueue(fullpath, base2 === void 0 ? void 0 : entry.path);
      }
      _pushToStorage(entry) {
        this._storage.push(entry);
      }
    };
    exports.default = SyncReader;
  }
});

// node_modules/@nodelib/fs.walk/out/providers/sync.js
var require_sync4 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/providers/sync.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var sync_1 = require_sync3(), SyncProvider = class {
      constructor(_root, _settings) {
        this._root = _root, this._settings = _settings, this._reader = new sync_1.default(this._root, this._settings);
      }
      read() {
        return this._reader.read();
      }
    };
    exports.default = SyncProvider;
  }
});

// node_modules/@nodelib/fs.walk/out/settings.js
var require_settings3 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/settings.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var path4 = __require("path"), fsScandir = require_out2(), Settings = class {
      constructor(_options = {}) {
        this._options = _options, this.basePath = this._getValue(this._options.basePath, void 0), this.concurrency = this._getValue(this._options.concurrency, Number.POSITIVE_INFINITY), this.deepFilter = this._getValue(this._options.deepFilter, null), this.entryFilter = this._getValue(this._options.entryFilter, null), this.errorFilter = this._getValue(this._options.errorFilter, null), this.pathSegmentSeparator = this._getValue(this._options.pathSegmentSeparator, path4.sep), this.fsScandirSettings = new fsScandir.Settings({
          followSymbolicLinks: this._options.followSymbolicLinks,
          fs: this._options.fs,
          pathSegmentSeparator: this._options.pathSegmentSeparator,
          stats: this._options.stats,
          throwErrorOnBrokenSymbolicLink: this._options.throwErrorOnBrokenSymbolicLink
        });
      }
      _getValue(option, value) {
        return option ?? value;
      }
    };
    exports.default = Settings;
  }
});

// node_modules/@nodelib/fs.walk/out/index.js
var require_out3 = __commonJS({
  "node_modules/@nodelib/fs.walk/out/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.Settings = exports.walkStream = exports.walkSync = exports.walk = void 0;
    var async_1 = require_async4(), stream_1 = require_stream2(), sync_1 = require_sync4(), settings_1 = require_settings3();
    exports.Settings = settings_1.default;
    function walk(directory, optionsOrSettingsOrCallback, callback) {
      if (typeof optionsOrSettingsOrCallback == "function") {
        new async_1.default(directory, getSettings()).read(optionsOrSettingsOrCallback);
        return;
      }
      new async_1.default(directory, getSettings(optionsOrSettingsOrCallback)).read(callback);
    }
    exports.walk = walk;
    function walkSync(directory, optionsOrSettings) {
      let settings = getSettings(optionsOrSettings);
      return new sync_1.default(directory, settings).read();
    }
    exports.walkSync = walkSync;
    function walkStream(directory, optionsOrSettings) {
      let settings = getSettings(optionsOrSettings);
      return new stream_1.default(directory, settings).read();
    }
    exports.walkStream = walkStream;
    function getSettings(settingsOrOptions = {}) {
      return settingsOrOptions instanceof settings_1.default ? settingsOrOptions : new settings_1.default(settingsOrOptions);
    }
  }
});

// node_modules/fast-glob/out/readers/reader.js
var require_reader2 = __commonJS({
  "node_modules/fast-glob/out/readers/reader.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var path4 = __require("path"), fsStat = require_out(), utils = require_utils3(), Reader = class {
      constructor(_settings) {
        this._settings = _settings, this._fsStatSettings = new fsStat.Settings({
          followSymbolicLink: this._settings.followSymbolicLinks,
          fs: this._settings.fs,
          throwErrorOnBrokenSymbolicLink: this._settings.followSymbolicLinks
        });
      }
      _getFullEntryPath(filepath) {
        return path4.resolve(this._settings.cwd, filepath);
      }
      _makeEntry(stats, pattern) {
        let entry = {
          name: pattern,
          path: pattern,
          dirent: utils.fs.createDirentFromStats(pattern, stats)
        };
        return this._settings.stats && (entry.stats = stats), entry;
      }
      _isFatalError(error3) {
        return !utils.errno.isEnoentCodeError(error3) && !this._settings.suppressErrors;
      }
    };
    exports.default = Reader;
  }
});

// node_modules/fast-glob/out/readers/stream.js
var require_stream3 = __commonJS({
  "node_modules/fast-glob/out/readers/stream.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var stream_1 = __require("stream"), fsStat = require_out(), fsWalk = require_out3(), reader_1 = require_reader2(), ReaderStream = class extends reader_1.default {
      constructor() {
        super(...arguments), this._walkStream = fsWalk.walkStream, this._stat = fsStat.stat;
      }
      dynamic(root, options) {
        return this._walkStream(root, options);
      }
      static(patterns, options) {
        let filepaths = patterns.map(this._getFullEntryPath, this), stream = new stream_1.PassThrough({ objectMode: !0 });
        stream._write = (index, _enc, done) => this._getEntry(filepaths[index], patterns[index], options).then((entry) => {
          entry !== null && options.entryFilter(entry) && stream.push(entry), index === filepaths.length - 1 && stream.end(), done();
        }).catch(done);
        for (let i = 0; i < filepaths.length; i++)
          stream.write(i);
        return stream;
      }
      _getEntry(filepath, pattern, options) {
        return this._getStat(filepath).then((stats) => this._makeEntry(stats, pattern)).catch((error3) => {
          if (options.errorFilter(error3))
            return null;
          throw error3;
        });
      }
      _getStat(filepath) {
        return new Promise((resolve5, reject) => {
          this._stat(filepath, this._fsStatSettings, (error3, stats) => error3 === null ? resolve5(stats) : reject(error3));
        });
      }
    };
    exports.default = ReaderStream;
  }
});

// node_modules/fast-glob/out/readers/async.js
var require_async5 = __commonJS({
  "node_modules/fast-glob/out/readers/async.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var fsWalk = require_out3(), reader_1 = require_reader2(), stream_1 = require_stream3(), ReaderAsync = class extends reader_1.default {
      constructor() {
        super(...arguments), this._walkAsync = fsWalk.walk, this._readerStream = new stream_1.default(this._settings);
      }
      dynamic(root, options) {
        return new Promise((resolve5, reject) => {
          this._walkAsync(root, options, (error3, entries) => {
            error3 === null ? resolve5(entries) : reject(error3);
          });
        });
      }
      async static(patterns, options) {
        let entries = [], stream = this._readerStream.static(patterns, options);
        return new Promise((resolve5, reject) => {
          stream.once("error", reject), stream.on("data", (entry) => entries.push(entry)), stream.once("end", () => resolve5(entries));
        });
      }
    };
    exports.default = ReaderAsync;
  }
});

// node_modules/fast-glob/out/providers/matchers/matcher.js
var require_matcher = __commonJS({
  "node_modules/fast-glob/out/providers/matchers/matcher.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var utils = require_utils3(), Matcher = class {
      constructor(_patterns, _settings, _micromatchOptions) {
        this._patterns = _patterns, this._settings = _settings, this._micromatchOptions = _micromatchOptions, this._storage = [], this._fillStorage();
      }
      _fillStorage() {
        for (let pattern of this._patterns) {
          let segments = this._getPatternSegments(pattern), sections = this._splitSegmentsIntoSections(segments);
          this._storage.push({
            complete: sections.length <= 1,
            pattern,
            segments,
            sections
          });
        }
      }
      _getPatternSegments(pattern) {
        return utils.pattern.getPatternParts(pattern, this._micromatchOptions).map((part) => utils.pattern.isDynamicPattern(part, this._settings) ? {
          dynamic: !0,
          pattern: part,
          patternRe: utils.pattern.makeRe(part, this._micromatchOptions)
        } : {
          dynamic: !1,
          pattern: part
        });
      }
      _splitSegmentsIntoSections(segments) {
        return utils.array.splitWhen(segments, (segment) => segment.dynamic && utils.pattern.hasGlobStar(segment.pattern));
      }
    };
    exports.default = Matcher;
  }
});

// node_modules/fast-glob/out/providers/matchers/partial.js
var require_partial = __commonJS({
  "node_modules/fast-glob/out/providers/matchers/partial.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var matcher_1 = require_matcher(), PartialMatcher = class extends matcher_1.default {
      match(filepath) {
        let parts = filepath.split("/"), levels = parts.length, patterns = this._storage.filter((info) => !info.complete || info.segments.length > levels);
        for (let pattern of patterns) {
          let section2 = pattern.sections[0];
          if (!pattern.complete && levels > section2.length || parts.every((part, index) => {
            let segment = pattern.segments[index];
            return !!(segment.dynamic && segment.patternRe.test(part) || !segment.dynamic && segment.pattern === part);
          }))
            return !0;
        }
        return !1;
      }
    };
    exports.default = PartialMatcher;
  }
});

// node_modules/fast-glob/out/providers/filters/deep.js
var require_deep = __commonJS({
  "node_modules/fast-glob/out/providers/filters/deep.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var utils = require_utils3(), partial_1 = require_partial(), DeepFilter = class {
      constructor(_settings, _micromatchOptions) {
        this._settings = _settings, this._micromatchOptions = _micromatchOptions;
      }
      getFilter(basePath, positive2, negative) {
        let matcher = this._getMatcher(positive2), negativeRe = this._getNegativePatternsRe(negative);
        return (entry) => this._filter(basePath, entry, matcher, negativeRe);
      }
      _getMatcher(patterns) {
        return new partial_1.default(patterns, this._settings, this._micromatchOptions);
      }
      _getNegativePatternsRe(patterns) {
        let affectDepthOfReadingPatterns = patterns.filter(utils.pattern.isAffectDepthOfReadingPattern);
        return utils.pattern.convertPatternsToRe(affectDepthOfReadingPatterns, this._micromatchOptions);
      }
      _filter(basePath, entry, matcher, negativeRe) {
        if (this._isSkippedByDeep(basePath, entry.path) || this._isSkippedSymbolicLink(entry))
          return !1;
        let filepath = utils.path.removeLeadingDotSegment(entry.path);
        return this._isSkippedByPositivePatterns(filepath, matcher) ? !1 : this._isSkippedByNegativePatterns(filepath, negativeRe);
      }
      _isSkippedByDeep(basePath, entryPath) {
        return this._settings.deep === 1 / 0 ? !1 : this._getEntryLevel(basePath, entryPath) >= this._settings.deep;
      }
      _getEntryLevel(basePath, entryPath) {
        let entryPathDepth = entryPath.split("/").length;
        if (basePath === "")
          return entryPathDepth;
        let basePathDepth = basePath.split("/").length;
        return entryPathDepth - basePathDepth;
      }
      _isSkippedSymbolicLink(entry) {
        return !this._settings.followSymbolicLinks && entry.dirent.isSymbolicLink();
      }
      _isSkippedByPositivePatterns(entryPath, matcher) {
        return !this._settings.baseNameMatch && !matcher.match(entryPath);
      }
      _isSkippedByNegativePatterns(entryPath, patternsRe) {
        return !utils.pattern.matchAny(entryPath, patternsRe);
      }
    };
    exports.default = DeepFilter;
  }
});

// node_modules/fast-glob/out/providers/filters/entry.js
var require_entry = __commonJS({
  "node_modules/fast-glob/out/providers/filters/entry.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var utils = require_utils3(), EntryFilter = class {
      constructor(_settings, _micromatchOptions) {
        this._settings = _settings, this._micromatchOptions = _micromatchOptions, this.index = /* @__PURE__ */ new Map();
      }
      getFilter(positive2, negative) {
        let [absoluteNegative, relativeNegative] = utils.pattern.partitionAbsoluteAndRelative(negative), patterns = {
          positive: {
            all: utils.pattern.convertPatternsToRe(positive2, this._micromatchOptions)
          },
          negative: {
            absolute: utils.pattern.convertPatternsToRe(absoluteNegative, Object.assign(Object.assign({}, this._micromatchOptions), { dot: !0 })),
            relative: utils.pattern.convertPatternsToRe(relativeNegative, Object.assign(Object.assign({}, this._micromatchOptions), { dot: !0 }))
          }
        };
        return (entry) => this._filter(entry, patterns);
      }
      _filter(entry, patterns) {
        let filepath = utils.path.removeLeadingDotSegment(entry.path);
        if (this._settings.unique && this._isDuplicateEntry(filepath) || this._onlyFileFilter(entry) || this._onlyDirectoryFilter(entry))
          return !1;
        let isMatched = this._isMatchToPatternsSet(filepath, patterns, entry.dirent.isDirectory());
        return this._settings.unique && isMatched && this._createIndexRecord(filepath), isMatched;
      }
      _isDuplicateEntry(filepath) {
        return this.index.has(filepath);
      }
      _createIndexRecord(filepath) {
        this.index.set(filepath, void 0);
      }
      _onlyFileFilter(entry) {
        return this._settings.onlyFiles && !entry.dirent.isFile();
      }
      _onlyDirectoryFilter(entry) {
        return this._settings.onlyDirectories && !entry.dirent.isDirectory();
      }
      _isMatchToPatternsSet(filepath, patterns, isDirectory2) {
        return !(!this._isMatchToPatterns(filepath, patterns.positive.all, isDirectory2) || this._isMatchToPatterns(filepath, patterns.negative.relative, isDirectory2) || this._isMatchToAbsoluteNegative(filepath, patterns.negative.absolute, isDirectory2));
      }
      _isMatchToAbsoluteNegative(filepath, patternsRe, isDirectory2) {
        if (patternsRe.length === 0)
          return !1;
        let fullpath = utils.path.makeAbsolute(this._settings.cwd, filepath);
        return this._isMatchToPatterns(fullpath, patternsRe, isDirectory2);
      }
      _isMatchToPatterns(filepath, patternsRe, isDirectory2) {
        if (patternsRe.length === 0)
          return !1;
        let isMatched = utils.pattern.matchAny(filepath, patternsRe);
        return !isMatched && isDirectory2 ? utils.pattern.matchAny(filepath + "/", patternsRe) : isMatched;
      }
    };
    exports.default = EntryFilter;
  }
});

// node_modules/fast-glob/out/providers/filters/error.js
var require_error = __commonJS({
  "node_modules/fast-glob/out/providers/filters/error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var utils = require_utils3(), ErrorFilter = class {
      constructor(_settings) {
        this._settings = _settings;
      }
      getFilter() {
        return (error3) => this._isNonFatalError(error3);
      }
      _isNonFatalError(error3) {
        return utils.errno.isEnoentCodeError(error3) || this._settings.suppressErrors;
      }
    };
    exports.default = ErrorFilter;
  }
});

// node_modules/fast-glob/out/providers/transformers/entry.js
var require_entry2 = __commonJS({
  "node_modules/fast-glob/out/providers/transformers/entry.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var utils = require_utils3(), EntryTransformer = class {
      constructor(_settings) {
        this._settings = _settings;
      }
      getTransformer() {
        return (entry) => this._transform(entry);
      }
      _transform(entry) {
        let filepath = entry.path;
        return this._settings.absolute && (filepath = utils.path.makeAbsolute(this._settings.cwd, filepath), filepath = utils.path.unixify(filepath)), this._settings.markDirectories && entry.dirent.isDirectory() && (filepath += "/"), this._settings.objectMode ? Object.assign(Object.assign({}, entry), { path: filepath }) : filepath;
      }
    };
    exports.default = EntryTransformer;
  }
});

// node_modules/fast-glob/out/providers/provider.js
var require_provider = __commonJS({
  "node_modules/fast-glob/out/providers/provider.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var path4 = __require("path"), deep_1 = require_deep(), entry_1 = require_entry(), error_1 = require_error(), entry_2 = require_entry2(), Provider = class {
      constructor(_settings) {
        this._settings = _settings, this.errorFilter = new error_1.default(this._settings), this.entryFilter = new entry_1.default(this._settings, this._getMicromatchOptions()), this.deepFilter = new deep_1.default(this._settings, this._getMicromatchOptions()), this.entryTransformer = new entry_2.default(this._settings);
      }
      _getRootDirectory(task) {
        return path4.resolve(this._settings.cwd, task.base);
      }
      _getReaderOptions(task) {
        let basePath = task.base === "." ? "" : task.base;
        return {
          basePath,
          pathSegmentSeparator: "/",
          concurrency: this._settings.concurrency,
          deepFilter: this.deepFilter.getFilter(basePath, task.positive, task.negative),
          entryFilter: this.entryFilter.getFilter(task.positive, task.negative),
          errorFilter: this.errorFilter.getFilter(),
          followSymbolicLinks: this._settings.followSymbolicLinks,
          fs: this._settings.fs,
          stats: this._settings.stats,
          throwErrorOnBrokenSymbolicLink: this._settings.throwErrorOnBrokenSymbolicLink,
          transform: this.entryTransformer.getTransformer()
        };
      }
      _getMicromatchOptions() {
        return {
          dot: this._settings.dot,
          matchBase: this._settings.baseNameMatch,
          nobrace: !this._settings.braceExpansion,
          nocase: !this._settings.caseSensitiveMatch,
          noext: !this._settings.extglob,
          noglobstar: !this._settings.globstar,
          posix: !0,
          strictSlashes: !1
        };
      }
    };
    exports.default = Provider;
  }
});

// node_modules/fast-glob/out/providers/async.js
var require_async6 = __commonJS({
  "node_modules/fast-glob/out/providers/async.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var async_1 = require_async5(), provider_1 = require_provider(), ProviderAsync = class extends provider_1.default {
      constructor() {
        super(...arguments), this._reader = new async_1.default(this._settings);
      }
      async read(task) {
        let root = this._getRootDirectory(task), options = this._getReaderOptions(task);
        return (await this.api(root, task, options)).map((entry) => options.transform(entry));
      }
      api(root, task, options) {
        return task.dynamic ? this._reader.dynamic(root, options) : this._reader.static(task.patterns, options);
      }
    };
    exports.default = ProviderAsync;
  }
});

// node_modules/fast-glob/out/providers/stream.js
var require_stream4 = __commonJS({
  "node_modules/fast-glob/out/providers/stream.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var stream_1 = __require("stream"), stream_2 = require_stream3(), provider_1 = require_provider(), ProviderStream = class extends provider_1.default {
      constructor() {
        super(...arguments), this._reader = new stream_2.default(this._settings);
      }
      read(task) {
        let root = this._getRootDirectory(task), options = this._getReaderOptions(task), source = this.api(root, task, options), destination = new stream_1.Readable({ objectMode: !0, read: () => {
        } });
        return source.once("error", (error3) => destination.emit("error", error3)).on("data", (entry) => destination.emit("data", options.transform(entry))).once("end", () => destination.emit("end")), destination.once("close", () => source.destroy()), destination;
      }
      api(root, task, options) {
        return task.dynamic ? this._reader.dynamic(root, options) : this._reader.static(task.patterns, options);
      }
    };
    exports.default = ProviderStream;
  }
});

// node_modules/fast-glob/out/readers/sync.js
var require_sync5 = __commonJS({
  "node_modules/fast-glob/out/readers/sync.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var fsStat = require_out(), fsWalk = require_out3(), reader_1 = require_reader2(), ReaderSync = class extends reader_1.default {
      constructor() {
        super(...arguments), this._walkSync = fsWalk.walkSync, this._statSync = fsStat.statSync;
      }
      dynamic(root, options) {
        return this._walkSync(root, options);
      }
      static(patterns, options) {
        let entries = [];
        for (let pattern of patterns) {
          let filepath = this._getFullEntryPath(pattern), entry = this._getEntry(filepath, pattern, options);
          entry === null || !options.entryFilter(entry) || entries.push(entry);
        }
        return entries;
      }
      _getEntry(filepath, pattern, options) {
        try {
          let stats = this._getStat(filepath);
          return this._makeEntry(stats, pattern);
        } catch (error3) {
          if (options.errorFilter(error3))
            return null;
          throw error3;
        }
      }
      _getStat(filepath) {
        return this._statSync(filepath, this._fsStatSettings);
      }
    };
    exports.default = ReaderSync;
  }
});

// node_modules/fast-glob/out/providers/sync.js
var require_sync6 = __commonJS({
  "node_modules/fast-glob/out/providers/sync.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var sync_1 = require_sync5(), provider_1 = require_provider(), ProviderSync = class extends provider_1.default {
      constructor() {
        super(...arguments), this._reader = new sync_1.default(this._settings);
      }
      read(task) {
        let root = this._getRootDirectory(task), options = this._getReaderOptions(task);
        return this.api(root, task, options).map(options.transform);
      }
      api(root, task, options) {
        return task.dynamic ? this._reader.dynamic(root, options) : this._reader.static(task.patterns, options);
      }
    };
    exports.default = ProviderSync;
  }
});

// node_modules/fast-glob/out/settings.js
var require_settings4 = __commonJS({
  "node_modules/fast-glob/out/settings.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    exports.DEFAULT_FILE_SYSTEM_ADAPTER = void 0;
    var fs4 = __require("fs"), os2 = __require("os"), CPU_COUNT = Math.max(os2.cpus().length, 1);
    exports.DEFAULT_FILE_SYSTEM_ADAPTER = {
      lstat: fs4.lstat,
      lstatSync: fs4.lstatSync,
      stat: fs4.stat,
      statSync: fs4.statSync,
      readdir: fs4.readdir,
      readdirSync: fs4.readdirSync
    };
    var Settings = class {
      constructor(_options = {}) {
        this._options = _options, this.absolute = this._getValue(this._options.absolute, !1), this.baseNameMatch = this._getValue(this._options.baseNameMatch, !1), this.braceExpansion = this._getValue(this._options.braceExpansion, !0), this.caseSensitiveMatch = this._getValue(this._options.caseSensitiveMatch, !0), this.concurrency = this._getValue(this._options.concurrency, CPU_COUNT), this.cwd = this._getValue(this._options.cwd, process.cwd()), this.deep = this._getValue(this._options.deep, 1 / 0), this.dot = this._getValue(this._options.dot, !1), this.extglob = this._getValue(this._options.extglob, !0), this.followSymbolicLinks = this._getValue(this._options.followSymbolicLinks, !0), this.fs = this._getFileSystemMethods(this._options.fs), this.globstar = this._getValue(this._options.globstar, !0), this.ignore = this._getValue(this._options.ignore, []), this.markDirectories = this._getValue(this._options.markDirectories, !1), this.objectMode = this._getValue(this._options.objectMode, !1), this.onlyDirectories = this._getValue(this._options.onlyDirectories, !1), this.onlyFiles = this._getValue(this._options.onlyFiles, !0), this.stats = this._getValue(this._options.stats, !1), this.suppressErrors = this._getValue(this._options.suppressErrors, !1), this.throwErrorOnBrokenSymbolicLink = this._getValue(this._options.throwErrorOnBrokenSymbolicLink, !1), this.unique = this._getValue(this._options.unique, !0), this.onlyDirectories && (this.onlyFiles = !1), this.stats && (this.objectMode = !0), this.ignore = [].concat(this.ignore);
      }
      _getValue(option, value) {
        return option === void 0 ? value : option;
      }
      _getFileSystemMethods(methods = {}) {
        return Object.assign(Object.assign({}, exports.DEFAULT_FILE_SYSTEM_ADAPTER), methods);
      }
    };
    exports.default = Settings;
  }
});

// node_modules/fast-glob/out/index.js
var require_out4 = __commonJS({
  "node_modules/fast-glob/out/index.js"(exports, module) {
    "use strict";
    var taskManager = require_tasks(), async_1 = require_async6(), stream_1 = require_stream4(), sync_1 = require_sync6(), settings_1 = require_settings4(), utils = require_utils3();
    async function FastGlob(source, options) {
      assertPatternsInput2(source);
      let works = getWorks(source, async_1.default, options), result = await Promise.all(works);
      return utils.array.flatten(result);
    }
    (function(FastGlob2) {
      FastGlob2.glob = FastGlob2, FastGlob2.globSync = sync, FastGlob2.globStream = stream, FastGlob2.async = FastGlob2;
      function sync(source, options) {
        assertPatternsInput2(source);
        let works = getWorks(source, sync_1.default, options);
        return utils.array.flatten(works);
      }
      FastGlob2.sync = sync;
      function stream(source, options) {
        assertPatternsInput2(source);
        let works = getWorks(source, stream_1.default, options);
        return utils.stream.merge(works);
      }
      FastGlob2.stream = stream;
      function generateTasks2(source, options) {
        assertPatternsInput2(source);
        let patterns = [].concat(source), settings = new settings_1.default(options);
        return taskManager.generate(patterns, settings);
      }
      FastGlob2.generateTasks = generateTasks2;
      function isDynamicPattern2(source, options) {
        assertPatternsInput2(source);
        let settings = new settings_1.default(options);
        return utils.pattern.isDynamicPattern(source, settings);
      }
      FastGlob2.isDynamicPattern = isDynamicPattern2;
      function escapePath(source) {
        return assertPatternsInput2(source), utils.path.escape(source);
      }
      FastGlob2.escapePath = escapePath;
      function convertPathToPattern2(source) {
        return assertPatternsInput2(source), utils.path.convertPathToPattern(source);
      }
      FastGlob2.convertPathToPattern = convertPathToPattern2;
      let posix;
      (function(posix2) {
        function escapePath2(source) {
          return assertPatternsInput2(source), utils.path.escapePosixPath(source);
        }
        posix2.escapePath = escapePath2;
        function convertPathToPattern3(source) {
          return assertPatternsInput2(source), utils.path.convertPosixPathToPattern(source);
        }
        posix2.convertPathToPattern = convertPathToPattern3;
      })(posix = FastGlob2.posix || (FastGlob2.posix = {}));
      let win32;
      (function(win322) {
        function escapePath2(source) {
          return assertPatternsInput2(source), utils.path.escapeWindowsPath(source);
        }
        win322.escapePath = escapePath2;
        function convertPathToPattern3(source) {
          return assertPatternsInput2(source), utils.path.convertWindowsPathToPattern(source);
        }
        win322.convertPathToPattern = convertPathToPattern3;
      })(win32 = FastGlob2.win32 || (FastGlob2.win32 = {}));
    })(FastGlob || (FastGlob = {}));
    function getWorks(source, _Provider, options) {
      let patterns = [].concat(source), settings = new settings_1.default(options), tasks = taskManager.generate(patterns, settings), provider = new _Provider(settings);
      return tasks.map(provider.read, provider);
    }
    function assertPatternsInput2(input) {
      if (![].concat(input).every((item) => utils.string.isString(item) && !utils.string.isEmpty(item)))
        throw new TypeError("Patterns must be a string (non empty) or an array of strings");
    }
    module.exports = FastGlob;
  }
});

// node_modules/ignore/index.js
var require_ignore = __commonJS({
  "node_modules/ignore/index.js"(exports, module) {
    function makeArray(subject) {
      return Array.isArray(subject) ? subject : [subject];
    }
    var UNDEFINED = void 0, EMPTY = "", SPACE = " ", ESCAPE = "\\", REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/, BOM = "\uFEFF", REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/, REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/, REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/, REGEX_SPLITALL_CRLF = /\r?\n/g, DOUBLE_SLASH = "//", SLASH_CODE = 47, DOT_CODE = 46, SLASH = "/", TMP_KEY_IGNORE = "node-ignore";
    typeof Symbol < "u" && (TMP_KEY_IGNORE = /* @__PURE__ */ Symbol.for("node-ignore"));
    var KEY_IGNORE = TMP_KEY_IGNORE, define = (object2, key, value) => (Object.defineProperty(object2, key, { value }), value), RETURN_FALSE = () => !1, POSIX_CLASSES = {
      alnum: "0-9A-Za-z",
      alpha: "A-Za-z",
      blank: " \\t",
      cntrl: "\\x00-\\x1f\\x7f",
      digit: "0-9",
      graph: "!-.0-~",
      lower: "a-z",
      print: " -.0-~",
      punct: "!-.:-@\\[-`{-~",
      // git's `sane-ctype.h` classifies \v and \f as control, not space,
      //   unlike C's `isspace`
      space: " \\t\\n\\r",
      upper: "A-Z",
      xdigit: "0-9A-Fa-f"
    }, CLASS_MEMBERS_TO_ESCAPE = "\\]^-[", escapeMember = (char) => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0 ? char : ESCAPE + char, NON_SLASH = "(?!\\/)", classSource = (negated, body) => {
      if (negated)
        return `[^\\/${body}]`;
      let source = `[${body}]`;
      return new RegExp(source).test("/") ? NON_SLASH + source : source;
    }, scanBracket = (pattern, start) => {
      let { length: length2 } = pattern, index = start + 1, negated = EMPTY, lead = pattern[index];
      (lead === "!" || lead === "^") && (negated = "^", index++);
      let body = EMPTY, prev = EMPTY;
      for (; ; ) {
        let char = pattern[index];
        if (char === UNDEFINED)
          return null;
        if (char === ESCAPE) {
          let escaped = pattern[++index];
          body += escapeMember(escaped), prev = escaped;
        } else if (char === "-" && prev && index + 1 < length2 && pattern[index + 1] !== "]") {
          index++;
          let to = pattern[index];
          to === ESCAPE && (to = pattern[index += 1]), prev <= to && (body += `-${escapeMember(to)}`), prev = EMPTY;
        } else if (char === "[" && pattern[index + 1] === ":") {
          let nameStart = index + 2, end = nameStart;
          for (; end < length2 && pattern[end] !== "]"; )
            end++;
          if (end === length2)
            return null;
          if (end > nameStart && pattern[end - 1] === ":") {
            let name = pattern.slice(nameStart, end - 1);
            if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name))
              return null;
            body += POSIX_CLASSES[name], prev = EMPTY, index = end;
          } else
            body += escapeMember("["), prev = "[", index = nameStart - 2;
        } else
          body += escapeMember(char), prev = char;
        if (index++, pattern[index] === "]")
          return {
            end: index,
            source: classSource(negated, body)
          };
      }
    }, NEVER_MATCH = "[]", PLACEHOLDER = "\0", REGEX_RESTORE_PLACEHOLDER = new RegExp(
      `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`,
      "g"
    ), TRAILING_WILDCARD = "", TRAILING_DOUBLESTAR = "", isReserved = (char) => char === PLACEHOLDER || char === TRAILING_WILDCARD || char === TRAILING_DOUBLESTAR, extractBrackets = (pattern) => {
      let sources = [], hold = (source) => `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`, { length: length2 } = pattern, out = EMPTY, index = 0;
      for (; index < length2; ) {
        let char = pattern[index];
        if (char === ESCAPE) {
          let escaped = pattern[index + 1];
          escaped === SLASH && index + 2 === length2 ? out += hold(NEVER_MATCH) : escaped === "*" || escaped === "[" || escaped === SPACE ? out += pattern.slice(index, index + 2) : out += hold(
            REGEX_LITERAL_SPECIAL.test(escaped) ? ESCAPE + escaped : isReserved(escaped) ? `[${escaped}]` : escaped
          ), index += 2;
        } else if (isReserved(char))
          out += hold(`[${char}]`), index++;
        else if (char === "[") {
          let scanned = scanBracket(pattern, index);
          scanned === null ? (out += hold(NEVER_MATCH), index = length2) : (out += hold(scanned.source), index = scanned.end + 1);
        } else
          out += char, index++;
      }
      return {
        source: out,
        sources
      };
    }, DIRECT = null, REGEX_INNER_SLASH = /\/(?!$)/, WILDCARD = "[^\\/]*", REPLACERS = [
      // Replace (\ ) with ' '
      // Only a space: an escaped tab or other whitespace is already a literal by
      //   the time it reaches here, and a bare tab must be left as one, not turned
      //   into a space.
      // (\ ) -> ' '
      // (\\ ) -> '\\ '
      // (\\\ ) -> '\\ '
      [
        // A run of backslashes is taken whole, from its first one, so no match
        //   ever starts again inside it -- `(\\+?) ` did, which made a long run
        //   quadratic.
        /(\\+)( ?)/g,
        (_, run, space) => space ? run.slice(0, run.length - run.length % 2) + SPACE : run,
        ESCAPE + SPACE
      ],
      // git's wildmatch() reads a run of two or more asterisks as one globstar
      //   whenever the run fills a path segment: it starts the pattern or follows
      //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
      //   already `**`; a longer one is folded into `**` here, so the steps
      //   below only ever have to know `**`.
      // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
      // git also takes a run beside a literal prefix (`a***/b`) or beside an
      //   escaped slash (`***\/b`) as a globstar, and this does not; the README
      //   lists both, under "A run of asterisks".
      [
        /(^|\/)\*{3,}(?=\/|$)/g,
        (_, start) => `${start}**`,
        "*"
      ],
      // Escape metacharacters
      // which is written down by users but means special for regular expressions.
      // > There are 12 characters with special meanings:
      // > - the backslash \,
      // > - the caret ^,
      // > - the dollar sign $,
      // > - the period or dot .,
      // > - the vertical bar or pipe symbol |,
      // > - the question mark ?,
      // > - the asterisk or star *,
      // > - the plus sign +,
      // > - the opening parenthesis (,
      // > - the closing parenthesis ),
      // > - and the opening square bracket [,
      // > - the opening curly brace {,
      // > These special characters are often called "metacharacters".
      [
        /[\\$.|*+(){^]/g,
        (match) => `\\${match}`
      ],
      [
        // > a question mark (?) matches a single character
        /(?!\\)\?/g,
        () => "[^/]",
        "?"
      ],
      // leading slash
      [
        // > A leading slash matches the beginning of the pathname.
        // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
        // A leading slash matches the beginning of the pathname
        /^\//,
        () => "^",
        SLASH
      ],
      // replace special metacharacter slash after the leading slash
      [
        /\//g,
        () => "\\/",
        SLASH
      ],
      [
        // > A leading "**" followed by a slash means match in all directories.
        // > For example, "**/foo" matches file or directory "foo" anywhere,
        // > the same as pattern "foo".
        // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
        // >   under directory "foo".
        // Notice that the '*'s have been replaced as '\\*'
        /^\^*(?:\\\*\\\*\\\/)+/,
        // '**/foo' <-> 'foo'
        () => "(?:^|\\/)",
        "*"
      ],
      // starting
      [
        // there will be no leading '/'
        //   (which has been replaced by section "leading slash")
        // If starts with '**', adding a '^' to the regular expression also works
        DIRECT,
        (source, pattern) => !source || source[0] === "^" || source[0] === "(" ? source : (REGEX_INNER_SLASH.test(pattern) ? "^" : "(?:^|\\/)") + source
      ],
      // two globstars
      [
        // Use lookahead assertions so that we could match more than one `'/**'`
        /\\\/\\\*\\\*(?=\\\/|$)/g,
        // Zero, one or several directories
        // should not use '*', or it will be replaced by the next replacer
        // Check if it is not the last `'/**'`
        (_, index, str) => index + 6 < str.length ? str.slice(index + 6) === "\\/" ? "(?:\\/[^\\/]+)+" : "(?:\\/[^\\/]+)*" : `\\/${TRAILING_DOUBLESTAR}`,
        "*"
      ],
      // normal intermediate wildcards
      [
        // Never replace escaped '*'
        // ignore rule '\*' will match the path '*'
        // 'abc.*/' -> go
        // 'abc.*'  -> skip this rule,
        //    coz trailing single wildcard will be handed by [trailing wildcard]
        /(^|[^\\])(?:\\\*)+(?!$)/g,
        // '*.js' matches '.js'
        // '*.js' doesn't match 'abc'
        // 1. An asterisk "*" matches anything except a slash.
        // 2. Other consecutive asterisks are considered regular asterisks
        //    and collapse into one non-slash wildcard run.
        (_, p1) => p1 + WILDCARD,
        "*"
      ],
      // trailing wildcard, held apart from a literal star
      [
        // The step above leaves a trailing `*` alone, so a single `\*` is all that
        //   can be left at the end here, and what stands in front of it says which
        //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
        //   nothing before it; a literal arrives as the user's own escape, which
        //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
        //   There is no third case: every backslash still reaching the chain is
        //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
        //   own character, so a longer run can never form. This runs while the
        //   two are still distinct, before the unescape steps below collapse the
        //   literal onto the very `\*` a wildcard leaves behind.
        /(^|[^\\])((?:\\\\)*)\\\*$/,
        (match, p1, p2) => p2 === EMPTY ? p1 + TRAILING_WILDCARD : match,
        "*"
      ],
      [
        // unescape, revert step 3 except for back slash
        // For example, if a user escape a '\\*',
        // after step 3, the result will be '\\\\\\*'
        /\\\\\\(?=[$.|*+(){^])/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // '\\\\' -> '\\'
        /\\\\/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // Every real bracket expression -- POSIX classes included -- has already
        //   been held aside by `extractBrackets`, so the only `[` left in the
        //   pattern is an escaped, literal one.
        // A backslash could only stand at the end of the range if it quoted the
        //   `]`, and `\]` is held aside long before this.
        /\\\[([^\]/]*?)($|\])/g,
        // '\\[bar]' -> '\\\\[bar]'
        (match, range3, close) => `\\[${range3}${close}`,
        "["
      ],
      // ending
      [
        // 'js' will not match 'js.'
        // 'ab' will not match 'abc'
        DIRECT,
        // WTF!
        // https://git-scm.com/docs/gitignore
        // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
        // which re-fixes #24, #38
        // > If there is a separator at the end of the pattern then the pattern
        // > will only match directories, otherwise the pattern can match both
        // > files and directories.
        // 'js*' will not match 'a.js'
        // 'js/' will not match 'a.js'
        // 'js' will match 'a.js' and 'a.js/'
        (source) => {
          let last = source[source.length - 1];
          return !last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR ? source : last === SLASH ? `${source}$` : `${source}(?=$|\\/$)`;
        }
      ]
    ], REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/, MODE_IGNORE = "regex", MODE_CHECK_IGNORE = "checkRegex", UNDERSCORE = "_", replaceTrailingWildcard = (_, p1) => `${p1 ? `${p1}[^/]+` : "[^/]*"}(?=$|\\/$)`, REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/, replaceTrailingDoublestar = () => "[\\s\\S]", separatorAfter = (run, at3) => {
      let separator = EMPTY;
      for (let index = at3 + 1; index < run.length && !run[index].wildcard; index++)
        separator += run[index].single;
      return separator;
    }, pinWildcards = (source) => {
      if (source.indexOf(WILDCARD) < 0)
        return source;
      let tokens3 = [], { length: length2 } = source, index = 0;
      for (; index < length2; ) {
        let char = source[index];
        if (source.startsWith(WILDCARD, index))
          tokens3.push({ wildcard: !0 }), index += WILDCARD.length;
        else if (char === "[") {
          let end = index + 1;
          for (source[end] === "^" && end++, source[end] === "]" && end++; end < length2 && source[end] !== "]"; )
            end += source[end] === ESCAPE ? 2 : 1;
          end++, tokens3.push({ single: source.slice(index, end) }), index = end;
        } else if (char === ESCAPE)
          tokens3.push({ single: source.slice(index, index + 2) }), index += 2;
        else if (char === "(") {
          let depth = 0, end = index;
          do
            source[end] === ESCAPE ? end++ : source[end] === "(" ? depth++ : source[end] === ")" && depth--, end++;
          while (end < length2 && depth > 0);
          "*+?".indexOf(source[end]) >= 0 && end++, tokens3.push({ boundary: source.slice(index, end) }), index = end;
        } else char === "^" || char === "$" ? (tokens3.push({ boundary: char }), index++) : (tokens3.push({ single: char }), index++);
      }
      let out = EMPTY, run = [], flush = () => {
        let lastWildcard;
        run.forEach((token, at3) => {
          token.wildcard && (lastWildcard = at3);
        }), run.forEach((token, at3) => {
          if (!token.wildcard) {
            out += token.single;
            return;
          }
          out += at3 === lastWildcard ? WILDCARD : `(?:(?!${separatorAfter(run, at3)})[^\\/])*`;
        }), run = [];
      };
      return tokens3.forEach((token) => {
        if (token.boundary === void 0) {
          run.push(token);
          return;
        }
        flush(), out += token.boundary;
      }), flush(), out;
    }, makeRegexPrefix = (pattern) => {
      REGEX_ANCHORED_GLOBSTAR.test(pattern) && (pattern = "**");
      let { source, sources } = extractBrackets(pattern), replaced = REPLACERS.reduce(
        // A pass whose matcher finds nothing hands back the very string it was
        //   given, so asking first costs a search and saves a rewrite. Ten of the
        //   fifteen passes never fire for a typical .gitignore line, and between
        //   them they were 45% of this chain.
        (prev, [matcher, replacer, required2]) => matcher === DIRECT ? replacer(prev, pattern) : required2 !== UNDEFINED && prev.indexOf(required2) < 0 ? prev : matcher.test(prev) ? prev.replace(matcher, replacer.bind(pattern)) : prev,
        source
      );
      return sources.length ? replaced.replace(
        REGEX_RESTORE_PLACEHOLDER,
        (match, index) => sources[index]
      ) : replaced;
    }, checkSourceOf = (body, prefix) => {
      body[body.length - 1] === SLASH && (prefix = makeRegexPrefix(body.slice(0, -1)));
      let head2 = prefix.slice(0, -1), last = prefix[prefix.length - 1];
      return last === TRAILING_WILDCARD ? `${head2}$` : last === TRAILING_DOUBLESTAR ? head2 : NEVER_MATCH;
    }, matchesBasename = (body) => {
      let index = body.indexOf(SLASH);
      return index < 0 || index === body.length - 1;
    }, basenameOf = (path4) => {
      let end = path4.length - 1, index = path4.lastIndexOf(
        SLASH,
        path4[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path4 : path4.slice(index + 1);
    }, parentOf = (path4) => {
      if (path4.charCodeAt(0) === SLASH_CODE || path4.indexOf(DOUBLE_SLASH) >= 0) {
        let slices = path4.split(SLASH).filter(Boolean);
        return slices.pop(), slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      let end = path4.length - 1, cut = path4.lastIndexOf(
        SLASH,
        path4.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut < 0 ? EMPTY : path4.slice(0, cut + 1);
    }, isString = (subject) => typeof subject == "string", checkPattern = (pattern) => pattern && isString(pattern), splitPattern = (pattern) => (pattern[pattern.length - 1] === "\r" ? pattern.slice(0, -1) : pattern).split(REGEX_SPLITALL_CRLF).filter(Boolean), IgnoreRule = class {
      constructor(pattern, mark, body, ignoreCase, negative, prefix) {
        this.pattern = pattern, this.mark = mark, this.negative = negative, define(this, "body", body), define(this, "ignoreCase", ignoreCase), define(this, "regexPrefix", prefix);
      }
      // Worked out on first use and kept behind an own property, the way `regex`
      //   caches itself in `_regex`. Deciding it in the constructor instead would
      //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
      //   every compile -- including the compiles of rules that are never matched
      //   against anything.
      get _basenameOnly() {
        return define(this, "_basenameOnly", matchesBasename(this.body));
      }
      get regex() {
        let key = UNDERSCORE + MODE_IGNORE;
        return this[key] ? this[key] : this._make(MODE_IGNORE, key);
      }
      get checkRegex() {
        let key = UNDERSCORE + MODE_CHECK_IGNORE;
        return this[key] ? this[key] : this._make(MODE_CHECK_IGNORE, key);
      }
      _make(mode, key) {
        let str = pinWildcards(
          mode === MODE_IGNORE ? this.regexPrefix.replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard).replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar) : checkSourceOf(this.body, this.regexPrefix)
        ), regex = this.ignoreCase ? new RegExp(str, "i") : new RegExp(str);
        return define(this, key, regex);
      }
    }, hasTrailingBackslash = (str) => {
      let count2 = 0;
      for (; str[str.length - count2 - 1] === ESCAPE; )
        count2++;
      return count2 % 2 === 1;
    }, trimEnd = (body, stripLineEnd) => {
      let lineEnd = body.length, end;
      for (; ; ) {
        for (stripLineEnd && body[lineEnd - 1] === "\r" && lineEnd--, end = lineEnd; body[end - 1] === SPACE; )
          end--;
        if (!stripLineEnd || body[end - 1] !== `
`)
          break;
        lineEnd = end - 1;
      }
      if (end === lineEnd)
        return body.slice(0, lineEnd);
      let backslashes = 0;
      for (; body[end - backslashes - 1] === ESCAPE; )
        backslashes++;
      return backslashes % 2 ? body.slice(0, end - 1) + SPACE : body.slice(0, end);
    }, createRule = (pattern, mark, ignoreCase, stripLineEnd, stripBOM) => {
      let body = stripBOM && pattern[0] === BOM ? pattern.slice(1) : pattern;
      if (body[0] === "#")
        return;
      let negative = !1;
      body[0] === "!" && (negative = !0, body = body.slice(1));
      let last = body[body.length - 1];
      if ((last === SPACE || stripLineEnd && (last === "\r" || last === `
`)) && (body = trimEnd(body, stripLineEnd)), !body || hasTrailingBackslash(body))
        return;
      body = body.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
      let regexPrefix = makeRegexPrefix(body);
      return new IgnoreRule(
        pattern,
        mark,
        body,
        ignoreCase,
        negative,
        regexPrefix
      );
    }, RuleManager = class {
      constructor(ignoreCase) {
        this._ignoreCase = ignoreCase, this._rules = [], this._basenameCount = 0;
      }
      _add(pattern, index) {
        if (pattern && pattern[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern._rules._rules), this._basenameCount += pattern._rules._basenameCount, this._added = !0;
          return;
        }
        let isStr = isString(pattern), raw = isStr ? pattern : pattern.pattern, rule = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        rule && (this._added = !0, this._rules.push(rule), matchesBasename(rule.body) && this._basenameCount++);
      }
      // @param {Array<string> | string | Ignore} pattern
      add(pattern) {
        return this._added = !1, this._split = isString(pattern), this._stripBOM = !this._split || pattern[0] === BOM, makeArray(
          this._split ? splitPattern(pattern) : pattern
        ).forEach(this._add, this), this._added && (this._literalRules = UNDEFINED), this._added;
      }
      // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
      //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
      //   are left out once, rather than tested or compiled for every path.
      testLiteral(path4) {
        let rules2 = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        )), ignored = !1, unignored = !1, matchedRule;
        for (let index = rules2.length - 1; index >= 0; index--) {
          let rule = rules2[index];
          if (rule.checkRegex.test(path4)) {
            ignored = !rule.negative, unignored = rule.negative, matchedRule = rule.negative ? UNDEFINED : rule;
            break;
          }
        }
        let ret = {
          ignored,
          unignored
        };
        return matchedRule && (ret.rule = matchedRule), ret;
      }
      // Test one single path without recursively checking parent directories
      //
      // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`
      // @returns {TestResult}
      test(path4, mode) {
        let rules2 = this._rules, { length: length2 } = rules2, shortcut = this._basenameCount * 2 >= length2, basename3 = shortcut ? basenameOf(path4) : path4;
        for (let index = length2 - 1; index >= 0; index--) {
          let rule = rules2[index];
          if (rule[mode].test(
            shortcut && rule._basenameOnly ? basename3 : path4
          )) {
            let { negative } = rule, ret = {
              ignored: !negative,
              unignored: negative
            };
            return negative || (ret.rule = rule), ret;
          }
        }
        return {
          ignored: !1,
          unignored: !1
        };
      }
    }, throwError = (message, Ctor) => {
      throw new Ctor(message);
    }, checkPath = (path4, originalPath, doThrow) => isString(path4) ? path4 ? checkPath.isNotRelative(path4) ? doThrow(
      `path should be a \`path.relative()\`d string, but got "${originalPath}"`,
      RangeError
    ) : !0 : doThrow("path must not be empty", TypeError) : doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    ), isNotRelative = (path4) => {
      let first = path4.charCodeAt(0);
      if (first === SLASH_CODE)
        return !0;
      if (first !== DOT_CODE)
        return !1;
      if (path4.length === 1)
        return !0;
      let second = path4.charCodeAt(1);
      return second === SLASH_CODE ? !0 : second !== DOT_CODE ? !1 : path4.length === 2 || path4.charCodeAt(2) === SLASH_CODE;
    };
    checkPath.isNotRelative = isNotRelative;
    checkPath.convert = (p) => p;
    var convertPath = (target) => isString(target) && checkPath.convert(target), Ignore = class {
      constructor({
        ignorecase = !0,
        ignoreCase = ignorecase,
        allowRelativePaths = !1
      } = {}) {
        define(this, KEY_IGNORE, !0), this._rules = new RuleManager(ignoreCase), this._strictPathCheck = !allowRelativePaths, this._initCache();
      }
      _initCache() {
        this._ignoreCache = /* @__PURE__ */ Object.create(null), this._testCache = /* @__PURE__ */ Object.create(null);
      }
      add(pattern) {
        return this._rules.add(pattern) && this._initCache(), this;
      }
      // legacy
      addPattern(pattern) {
        return this.add(pattern);
      }
      // @returns {TestResult}
      _test(originalPath, cache, path4) {
        return checkPath(
          path4,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        ), path4 ? this._t(path4, cache) : {
          ignored: !1,
          unignored: !1
        };
      }
      checkIgnore(target) {
        let path4 = convertPath(target);
        if (!path4 || path4.charCodeAt(path4.length - 1) !== SLASH_CODE)
          return this._test(target, this._testCache, path4);
        let dir = this._t(path4, this._testCache);
        if (dir.ignored)
          return dir;
        let literal = this._rules.testLiteral(path4);
        return literal.ignored || literal.unignored ? literal : dir;
      }
      _t(path4, cache) {
        if (path4 in cache)
          return cache[path4];
        let parentPath = parentOf(path4), parent = parentPath ? this._t(parentPath, cache) : UNDEFINED;
        return cache[path4] = parent && parent.ignored ? parent : this._rules.test(path4, MODE_IGNORE);
      }
      ignores(path4) {
        return this._test(path4, this._ignoreCache, convertPath(path4)).ignored;
      }
      createFilter() {
        return (path4) => !this.ignores(path4);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path4) {
        return this._test(path4, this._testCache, convertPath(path4));
      }
    }, factory = (options) => new Ignore(options), isPathValid2 = (path4) => checkPath(convertPath(path4), path4, RETURN_FALSE), setupWindows = () => {
      let makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      let REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path4) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path4) || isNotRelative(path4);
    };
    // Detect `process` so that it can run in browsers.
    typeof process < "u" && process.platform === "win32" && setupWindows();
    module.exports = factory;
    factory.default = factory;
    module.exports.isPathValid = isPathValid2;
    define(module.exports, /* @__PURE__ */ Symbol.for("setupWindows"), setupWindows);
  }
});

// src/commands/command.ts
import { parseArgs } from "node:util";
var UsageError = class extends Error {
}, HELP = { help: { type: "boolean", help: "show this text" } };
async function runCommand(command, argv, context) {
  let args = parse(command, argv);
  return args.isSet("help") ? (context.stdout(helpOf(command)), 0) : command.run(args, context);
}
function parse(command, argv) {
  let options = { ...command.options, ...HELP }, { values, positionals } = parseStrictly(argv, options);
  return {
    text: (name) => typeof values[name] == "string" ? values[name] : void 0,
    texts: (name) => Array.isArray(values[name]) ? values[name].map(String) : [],
    isSet: (name) => values[name] === !0,
    positionals
  };
}
function parseStrictly(argv, table) {
  let options = Object.fromEntries(
    Object.entries(table).map(([name, { type, isRepeatable }]) => [name, { type, multiple: isRepeatable === !0 }])
  );
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: !0, strict: !0 });
  } catch (error3) {
    throw error3 instanceof TypeError && "code" in error3 && String(error3.code).startsWith("ERR_PARSE_ARGS") ? new UsageError(firstSentence(error3.message)) : error3;
  }
}
function firstSentence(message) {
  let [sentence = message] = message.split(/\. |\n/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}
function helpOf({ name, synopsis, summary, details = "", options }) {
  let rows = Object.entries({ ...options, ...HELP }).filter(([, spec]) => !spec.isHidden).map(([option, spec]) => [`--${option}${spec.value ? ` ${spec.value}` : ""}`, spec.help]), width = Math.max(...rows.map(([left]) => left.length)), lines = rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`);
  return `usage: dgdr-render ${name}${synopsis === "" ? "" : ` ${synopsis}`}

${summary}
${details}
${lines.join(`
`)}
`;
}

// src/krm/annotations.ts
var LOCAL_CONFIG = "config.kubernetes.io/local-config", PATH_SPELLINGS = ["config.kubernetes.io/path", "internal.config.kubernetes.io/path"], INDEX_SPELLINGS = ["config.kubernetes.io/index", "internal.config.kubernetes.io/index"], ORIGIN = "config.kubernetes.io/origin", BOOKKEEPING = /^(internal\.config\.kubernetes\.io\/|config\.k8s\.io\/id$|kustomize\.config\.k8s\.io\/id$)/;
function annotationsOf(object2) {
  let { metadata: metadata2 } = object2;
  if (!isObject(metadata2) || !isObject(metadata2.annotations)) return {};
  let texts2 = Object.entries(metadata2.annotations).filter((entry) => typeof entry[1] == "string");
  return Object.fromEntries(texts2);
}
function withAnnotations(object2, added) {
  if (Object.keys(added).length === 0) return object2;
  let metadata2 = isObject(object2.metadata) ? object2.metadata : {}, annotations = isObject(metadata2.annotations) ? metadata2.annotations : {};
  return { ...object2, metadata: { ...metadata2, annotations: { ...annotations, ...added } } };
}
function placeOf(object2) {
  let annotations = annotationsOf(object2), path4 = firstOf(annotations, PATH_SPELLINGS) ?? originPath(annotations[ORIGIN]);
  if (path4 === void 0) return;
  let index = firstOf(annotations, PATH_SPELLINGS) !== void 0 ? Number(firstOf(annotations, INDEX_SPELLINGS) ?? 0) : 0;
  return { path: path4, index: Number.isSafeInteger(index) && index >= 0 ? index : 0 };
}
function placeAnnotations(path4, index) {
  return {
    ...Object.fromEntries(PATH_SPELLINGS.map((name) => [name, path4])),
    ...Object.fromEntries(INDEX_SPELLINGS.map((name) => [name, String(index)]))
  };
}
function hasPath(object2) {
  return firstOf(annotationsOf(object2), PATH_SPELLINGS) !== void 0;
}
function bookkeepingOf(object2) {
  let places = [...PATH_SPELLINGS, ...INDEX_SPELLINGS], kept = Object.entries(annotationsOf(object2)).filter(
    ([name]) => places.includes(name) || BOOKKEEPING.test(name)
  );
  return Object.fromEntries(kept);
}
function firstOf(annotations, names) {
  return names.map((name) => annotations[name]).find((value) => value !== void 0);
}
function originPath(origin) {
  return /^path: (.+)$/m.exec(origin ?? "")?.[1];
}

// src/krm/emit-yaml.ts
var import_yaml = __toESM(require_dist(), 1), STYLE = { indent: 2, indentSeq: !1, lineWidth: 0, minContentWidth: 0 };
function emitYaml(object2) {
  return (0, import_yaml.stringify)(object2, { ...STYLE, aliasDuplicateObjects: !1, compat: "yaml-1.1" });
}
var DOCUMENT_STYLE = STYLE;

// src/krm/identity.ts
function refOf(object2) {
  let metadata2 = isObject(object2.metadata) ? object2.metadata : {}, ref = { apiVersion: text(object2.apiVersion), kind: text(object2.kind), name: text(metadata2.name) };
  return typeof metadata2.namespace == "string" ? { ...ref, namespace: metadata2.namespace } : ref;
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

// src/krm/results.ts
var USAGE_CODES = ["CONFIG_INVALID"];
function exitCodeOf(findings) {
  let errors = findings.filter((finding) => finding.severity === "error");
  return errors.some((finding) => USAGE_CODES.includes(finding.code)) ? 2 : errors.length > 0 ? 1 : 0;
}
function toResults(findings) {
  return findings.map((finding) => ({ ...toResult(finding) }));
}
function toResult({ message, severity, code, path: path4, hint, origin, resource }) {
  let line3 = origin?.line;
  return {
    message,
    severity,
    ...resource && { resourceRef: refOf(resource.object) },
    ...resource && path4 !== void 0 && { field: { path: path4 } },
    ...origin && origin.file !== "" && { file: { path: origin.file, index: origin.index } },
    tags: { code, ...line3 !== void 0 && { line: String(line3) }, ...hint !== void 0 && { hint } }
  };
}

// src/krm/emit-resource-list.ts
function emitResourceList({ apiVersion, items, findings }) {
  let indent = items.map((item) => isListItem(item) ? dashIndent(item.text) : void 0).find((i) => i !== void 0), body = items.map((item) => itemText(item, indent ?? "")).join(""), results = findings.length > 0 ? emitYaml({ results: toResults(findings) }) : "";
  return `apiVersion: ${apiVersion}
kind: ResourceList
items:${items.length > 0 ? `
${body}` : ` []
`}${results}`;
}
function markLocalConfig(item) {
  let { resource } = item;
  if (annotationsOf(resource.object)[LOCAL_CONFIG] === "true") return item;
  let document = resource.document.clone();
  return document.setIn(["metadata", "annotations", LOCAL_CONFIG], "true"), { resource: { ...resource, document }, text: void 0 };
}
function itemText(item, indent) {
  return isListItem(item) ? item.text === void 0 ? asListElement(item.resource.document.toString(DOCUMENT_STYLE), indent) : item.text.endsWith(`
`) ? item.text : `${item.text}
` : asListElement(emitYaml(item), indent);
}
function asListElement(yaml, indent) {
  return yaml.replace(/\n$/, "").split(`
`).map((line3, i) => i === 0 ? `${indent}- ${line3}
` : line3 === "" ? `
` : `${indent}  ${line3}
`).join("");
}
function dashIndent(text5) {
  return text5 === void 0 ? void 0 : /^ */.exec(text5)?.[0];
}
function isListItem(item) {
  return "resource" in item && "text" in item;
}

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
function getElementAtPath(obj, path4) {
  return path4 ? path4.reduce((acc, key) => acc?.[key], obj) : obj;
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
function randomString(length2 = 10) {
  let chars = "abcdefghijklmnopqrstuvwxyz", str = "";
  for (let i = 0; i < length2; i++)
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
function prefixIssues(path4, issues) {
  return issues.map((iss) => {
    var _a3;
    return (_a3 = iss).path ?? (_a3.path = []), iss.path.unshift(path4), iss;
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
    let max = d.maximum ?? d.length ?? d.size;
    max >= 0 && caps.push([max, ch]);
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
  let count2 = units;
  for (let i = 0; i < units - 1; i++)
    (str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320 && (count2--, i++);
  return count2;
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
function derived(computes, table) {
  for (let key in computes) {
    let compute = computes[key];
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
function flattenError(error3, mapper = (issue2) => issue2.message) {
  let fieldErrors = {}, formErrors = [];
  for (let sub of error3.issues)
    sub.path.length > 0 ? node(fieldErrors, sub.path[0], () => []).push(mapper(sub)) : formErrors.push(mapper(sub));
  return { formErrors, fieldErrors };
}
function formatError(error3, mapper = (issue2) => issue2.message) {
  let fieldErrors = { _errors: [] }, processError = (error4, path4 = []) => {
    for (let issue2 of error4.issues)
      if (issue2.code === "invalid_union" && issue2.errors.length)
        issue2.errors.map((issues) => processError({ issues }, [...path4, ...issue2.path]));
      else if (issue2.code === "invalid_key")
        processError({ issues: issue2.issues }, [...path4, ...issue2.path]);
      else if (issue2.code === "invalid_element")
        processError({ issues: issue2.issues }, [...path4, ...issue2.path]);
      else {
        let fullpath = [...path4, ...issue2.path];
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
  return processError(error3), fieldErrors;
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
  let error3;
  return {
    success: !1,
    get error() {
      return error3 || (error3 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config()))), issues = void 0, ctx = void 0), error3;
    },
    set error(e) {
      error3 = e, issues = void 0, ctx = void 0;
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
function nanoidOfLength(length2) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length2}}$`);
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
    let input = payload.value, units = input.length, length2 = typeof input == "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length2 === def.length)
      return;
    let origin = getLengthableOrigin(input), tooBig = length2 > def.length;
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
    for (let line3 of dedented)
      this.content.push(line3);
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
  let parts = value.split("/");
  if (parts.length !== 2)
    return !1;
  let [address, prefix] = parts;
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
      for (let [max, ch] of sizeCaps(inst._zod.def.checks))
        if (n > max && ch._zod.def.when(payload)) {
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
  let memo2 = globalConfig.memoizer;
  memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
    let input = payload.value;
    if (!Array.isArray(input))
      return payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
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
  let isPresent2 = key in input, isOptionalOut = optout === "optional";
  if (!(!isPresent2 && isOptionalOut && optin === "optional")) {
    if (result.issues.length) {
      if (optin !== void 0 && isOptionalOut && !isPresent2)
        return;
      final.issues.push(...prefixIssues(key, result.issues));
    }
    if (!isPresent2 && optin === void 0) {
      result.issues.length || final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
      return;
    }
    result.value === void 0 ? (isPresent2 || optin === "defaulted" && !isOptionalOut) && (final.value[key] = void 0) : final.value[key] = result.value;
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
  let isObject3 = isObject2, catchall = def.catchall, value, memo2 = globalConfig.memoizer;
  memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    let input = payload.value;
    if (!isObject3(input))
      return payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
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
  let superParse = inst._zod.parse, _normalized = cached(() => normalizeDef(def)), memo2 = globalConfig.memoizer, generateFastpass = (shape) => {
    let normalized = _normalized.value, syms = normalized.symbolKeys, doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms }), parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`, prefixStr = (id, k) => `
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
    doc.write(memo2 ? "const newResult = memo.alloc(inst, payload, {}, ctx);" : "const newResult = {};");
    for (let key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      let id = ids[key], k = typeof key == "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key), isPresent2 = `${k} in input`, schema = shape[key], optin = schema?._zod?.optin, isOptionalIn = optin !== void 0, isOptionalOut = schema?._zod?.optout === "optional";
      if (doc.write(`const ${id} = ${parseStr(k)};`), isOptionalIn && isOptionalOut) {
        let assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent2};
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
        if (${id}.value !== undefined || ${isPresent2}) {
          newResult[${k}] = ${id}.value;
        }
      `)) : doc.write(`
        const ${id}_present = ${isPresent2};
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
  let unrecKeys = /* @__PURE__ */ new Map(), unrecIssue, keyIssues = /* @__PURE__ */ new Map(), collect3 = (iss, side) => {
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
    collect3(iss, "l") || result.issues.push(iss);
  for (let iss of right.issues)
    collect3(iss, "r") || result.issues.push(iss);
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
  let memo2 = globalConfig.memoizer;
  memo2?.attach(inst), inst._zod.parse = (payload, ctx) => {
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
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
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
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
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
function isRecursive(inst, stack, resolve5) {
  let cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE, check2 = (child) => {
    if (result !== PROVEN && child?._zod) {
      let answer = isRecursive(child, stack, resolve5);
      answer > result && (result = answer);
    }
  }, shape = (sh, spread) => {
    let answer = NONE;
    for (let key of Reflect.ownKeys(sh)) {
      let desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      let child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve5) : NONE;
      child > answer && (answer = child);
    }
    return answer;
  }, merge2 = (answer) => {
    answer > result && (result = answer);
  }, def = inst._zod.def, kind = def.type;
  switch (kind) {
    case "object": {
      let raw = rawShape(def);
      merge2(raw ? shape(raw, !0) : ASSUMED), check2(def.catchall);
      break;
    }
    case "array":
      check2(def.element);
      break;
    case "tuple":
      for (let el of def.items)
        check2(el);
      check2(def.rest);
      break;
    case "record":
    case "map":
      check2(def.keyType), check2(def.valueType);
      break;
    case "set":
      check2(def.valueType);
      break;
    case "union":
      for (let el of def.options)
        check2(el);
      break;
    case "intersection":
      check2(def.left), check2(def.right);
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
      check2(def.innerType);
      break;
    case "pipe":
      check2(def.in), check2(def.out);
      break;
    case "function":
      check2(def.input), check2(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      let inner = def._cachedInner ?? (resolve5 ? inst._zod.innerType : void 0);
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
            check2(value);
          else if (Array.isArray(value))
            for (let el of value)
              check2(el);
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
      let base2 = inst._zod.parse, wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base2(payload, ctx);
      };
      inst._zod.parse = wrapped, inst._zod.run === base2 && (inst._zod.run = wrapped);
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst, rechecked = !1, lastCtx, lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []), inst._zod.deferred.push(() => {
      let base2 = inst._zod.parse, wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          let walked = isRecursive(inst, /* @__PURE__ */ new Set(), !1);
          if (walked === NONE)
            return inst._zod.parse = base2, inst._zod.run === wrapped && (inst._zod.run = base2), base2(payload, ctx);
          walked === PROVEN || rechecked ? isRecursiveInst = !0 : rechecked = !0;
        }
        let input = payload.value;
        if (!isRef(input))
          return base2(payload, ctx);
        let state = ctx[STATE];
        state || (state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 }, ctx[STATE] = state);
        let bucket;
        lastCtx === ctx ? bucket = lastBucket : (bucket = bucketFor(state, inst), lastCtx = ctx, lastBucket = bucket);
        let hit = bucket.get(input);
        if (hit)
          return payload.value = hit.value, hit.issues ? hit.issues.length && payload.issues.push(...cloneIssues(hit.issues)) : (payload.memo = !0, state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet()), state.backEdges.add(hit.value)), payload;
        handoff = bucket;
        let depth = open.length, result = base2(payload, ctx);
        handoff = void 0;
        let entry = open.length > depth ? open.pop() : void 0;
        return result instanceof Promise ? result.then((r) => (entry && (entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES), r)) : (entry && (entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES), result);
      };
      inst._zod.parse = wrapped, inst._zod.run === base2 && (inst._zod.run = wrapped);
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
function _length(length2, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length: length2
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
  let norm = normalizeParams(_params);
  return norm.abort ?? (norm.abort = !0), new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...norm
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
  let root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  let idToSchema = /* @__PURE__ */ new Map();
  for (let entry of ctx.seen.entries()) {
    let id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      let existing2 = idToSchema.get(id);
      if (existing2 && existing2 !== entry[0])
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
    if (entry[1] === root && !entry[1].schema.id)
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
    for (let member2 of Array.isArray(type) ? type : [type]) {
      if (typeof member2 != "string")
        return;
      types.includes(member2) || types.push(member2);
    }
  }
  delete schema.anyOf, schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]), UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member2) {
  let extra = member2.additionalProperties;
  return extra === void 0 || extra === !1 || typeof extra != "object" || extra === null ? null : Object.keys(extra).length ? extra : null;
}
function foldObjects(members3) {
  let objects2 = [];
  for (let member2 of members3) {
    if (typeof member2 != "object" || member2.type !== "object")
      return null;
    for (let key in member2)
      if (!FOLDABLE_KEYS.has(key))
        return null;
    objects2.push(member2);
  }
  let properties = {}, required2 = /* @__PURE__ */ new Set();
  for (let object2 of objects2) {
    for (let key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      let parts = [];
      for (let other of objects2) {
        let part = other.properties?.[key] ?? undeclaredConstraint(other);
        part != null && (parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)) || parts.push(part));
      }
      let merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (let key of object2.required ?? [])
      required2.add(key);
  }
  let folded = { type: "object", properties };
  if (required2.size && (folded.required = [...required2]), objects2.every((object2) => object2.additionalProperties === !1))
    folded.additionalProperties = !1;
  else {
    let constraints = [];
    for (let object2 of objects2) {
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
    let union3 = unions[0], keyword = UNION_KEYS.find((k) => Array.isArray(union3[k]));
    if (Object.keys(union3).length !== 1)
      return;
    let rest = allOf.filter((m) => m !== union3), branches = union3[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  folded && (delete json.allOf, assignProps(json, folded));
}
function finalize(ctx, schema) {
  let root = ctx.seen.get(schema);
  if (!root)
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
          let existing2 = carriers.get(allOf);
          existing2 ? existing2.push(json) : carriers.set(allOf, [json]);
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
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
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
    let branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    let mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    mapped.some((branch, i) => branch !== branches[i]) && (json = { ...json, [keyword]: mapped });
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
var parse2 = /* @__PURE__ */ _parse(ZodRealError), parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError), safeParse = /* @__PURE__ */ _safeParse(ZodRealError), safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError), encode = /* @__PURE__ */ _encode(ZodRealError), decode = /* @__PURE__ */ _decode(ZodRealError), encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError), decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError), safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError), safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError), safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError), safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

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
  refine(check2, params) {
    return this.check(refine(check2, params));
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
    return parse2(this, data, params, { callee: _parse2 });
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

// src/krm/function-config.ts
var CONFIG_API_VERSION = "dgdr-render.dev/v1alpha1", CONFIG_KIND = "RenderDGDR", COUNT = int().positive(), TEXT = string2().min(1), RELEASE_WANTED = 'a release in quotes such as "1.3" was expected';
function schemaOf({ modes, kvEvents }) {
  return strictObject({
    /** Requests to render as a generator: paths and globs from the working directory, or whole DGDRs. */
    requests: array(union([TEXT, custom(isObject, "a path or a request was expected")])).min(1).optional(),
    /** What requests leave out, since nothing can be discovered offline. `vramMb` is MiB a GPU. */
    hardware: strictObject({
      gpuSku: TEXT.optional(),
      totalGpus: COUNT.optional(),
      numGpusPerNode: COUNT.optional(),
      vramMb: number2().positive().optional()
    }).optional(),
    image: TEXT.optional(),
    routing: strictObject({ mode: _enum(modes).optional(), kvEvents: _enum(kvEvents).optional() }).optional(),
    /** Models that are not bundled: a Hugging Face config.json, or the folder that holds it, below the working directory. */
    models: array(strictObject({ id: TEXT, config: TEXT })).optional(),
    /** Turns warnings into errors; default false. */
    strict: boolean2().default(!1),
    /** Dynamo release that the graphs are for, such as `1.3`. */
    target: string2(RELEASE_WANTED).regex(/^\d+\.\d+(\.\d+)?$/, RELEASE_WANTED).optional(),
    /** Whether requests stay in the output, marked local-config; default true. */
    keepRequests: boolean2().default(!0),
    compat: _enum(["ours", "reference"]).default("ours")
  });
}
var PAIRS = {
  requests: (text5) => text5.split(/[\s,]+/).filter((part) => part !== ""),
  "hardware.gpuSku": String,
  "hardware.totalGpus": toNumber,
  "hardware.numGpusPerNode": toNumber,
  "hardware.vramMb": toNumber,
  image: String,
  "routing.mode": String,
  "routing.kvEvents": String,
  strict: toBoolean,
  target: String,
  keepRequests: toBoolean,
  compat: String
};
function parseFunctionConfig(config2, sets) {
  let isPairs = config2?.object.kind === "ConfigMap" && config2.object.apiVersion === "v1", prefix = isPairs ? "data" : "spec", spec = config2 === void 0 ? {} : isPairs ? fromPairs(config2) : fromSpec(config2), parsed = schemaOf(sets).safeParse(spec);
  if (!parsed.success)
    throw new RenderErrors(parsed.error.issues.flatMap((issue2) => toErrors(issue2, prefix, config2)));
  return parsed.data;
}
function fromSpec(config2) {
  let { apiVersion, kind, spec = {} } = config2.object;
  if (kind !== CONFIG_KIND || apiVersion !== CONFIG_API_VERSION) {
    let what = `${JSON.stringify(apiVersion ?? null)} ${JSON.stringify(kind ?? null)}`;
    throw invalid(
      `the function config is ${what}; ${CONFIG_API_VERSION} ${CONFIG_KIND}, a DynamoGraphDeploymentRequest or a ConfigMap was expected`,
      "kind",
      config2
    );
  }
  if (!isObject(spec)) throw invalid("spec is not an object", "spec", config2);
  return spec;
}
function fromPairs(config2) {
  let { data = {} } = config2.object;
  if (!isObject(data)) throw invalid("data is not an object", "data", config2);
  let spec = {};
  for (let [key, value] of Object.entries(data)) {
    let read2 = Object.hasOwn(PAIRS, key) ? PAIRS[key] : void 0;
    if (!read2) throw invalid(`${key} is not an option; known: ${Object.keys(PAIRS).join(", ")}`, `data.${key}`, config2);
    let [outer = "", inner] = key.split("."), parent = isObject(spec[outer]) ? spec[outer] : {};
    spec[outer] = inner === void 0 ? read2(String(value)) : { ...parent, [inner]: read2(String(value)) };
  }
  return spec;
}
function toErrors(issue2, prefix, config2) {
  let path4 = issue2.path.reduce((way, step) => typeof step == "number" ? `${way}[${step}]` : `${way}.${String(step)}`, prefix);
  return issue2.code !== "unrecognized_keys" ? [invalid(lowerFirst(issue2.message), path4, config2)] : issue2.keys.map((key) => invalid(`there is no option ${key}`, `${path4}.${key}`, config2));
}
function invalid(message, path4, config2, hint) {
  return new RenderError("CONFIG_INVALID", { message, path: path4, hint, origin: config2?.locate(path4) });
}
function toNumber(text5) {
  return text5.trim() === "" || Number.isNaN(Number(text5)) ? text5 : Number(text5);
}
function toBoolean(text5) {
  return text5 === "true" ? !0 : text5 === "false" ? !1 : text5;
}
function lowerFirst(text5) {
  return text5.charAt(0).toLowerCase() + text5.slice(1);
}

// src/krm/parse-yaml.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/krm/locate.ts
var import_yaml2 = __toESM(require_dist(), 1);
function lineOf(root, path4, lines) {
  let node2 = root, offset = node2?.range?.[0], rest = path4;
  for (; rest !== "" && node2 !== null; ) {
    let step = (0, import_yaml2.isSeq)(node2) ? intoSeq(node2.items, rest) : (0, import_yaml2.isMap)(node2) ? intoMap(node2.items, rest) : void 0;
    if (step === void 0) break;
    offset = step.offset ?? offset, node2 = step.node, rest = step.rest;
  }
  return offset === void 0 ? void 0 : lines.linePos(offset).line;
}
function intoSeq(items, path4) {
  let match = /^\[(\d+)\]\.?/.exec(path4), item = match ? items[Number(match[1])] : void 0;
  if (!(!match || !(0, import_yaml2.isNode)(item)))
    return { node: item, offset: item.range?.[0], rest: path4.slice(match[0].length) };
}
function intoMap(pairs2, path4) {
  let quoted = /^\["([^"]*)"\]/.exec(path4), pair = pairs2.filter((pair2) => fitsKey(keyOf(pair2), quoted?.[1], path4)).sort((a, b) => keyOf(b).length - keyOf(a).length)[0];
  if (pair === void 0) return;
  let taken = quoted ? quoted[0].length : keyOf(pair).length;
  return {
    node: (0, import_yaml2.isNode)(pair.value) ? pair.value : null,
    offset: (0, import_yaml2.isNode)(pair.key) ? pair.key.range?.[0] : void 0,
    rest: path4.slice(taken).replace(/^\./, "")
  };
}
function fitsKey(key, quoted, path4) {
  return quoted !== void 0 ? key === quoted : key === "" || !path4.startsWith(key) ? !1 : path4.length === key.length || ".[".includes(path4.charAt(key.length));
}
function keyOf(pair) {
  return (0, import_yaml2.isScalar)(pair.key) ? String(pair.key.value) : "";
}

// src/krm/split-stream.ts
var MARKER = /^---(?=[ \t\r\n]|$)/, END = /^\.\.\.(?=[ \t\r\n]|$)/, PROLOGUE = /^(?:\uFEFF)?[ \t\r]*(?:#.*|%.*)?\r?\n?$/;
function splitStream(text5) {
  let chunks = [], current = "", isPrologue = !0;
  for (let line3 of linesOf(text5))
    MARKER.test(line3) && !isPrologue && (chunks.push(current), current = ""), current += line3, isPrologue = END.test(line3) ? !0 : isPrologue && PROLOGUE.test(line3) && !MARKER.test(line3), END.test(line3) && (chunks.push(current), current = "");
  return current === "" ? chunks : isPrologue && chunks.length > 0 ? [...chunks.slice(0, -1), chunks.at(-1) + current] : [...chunks, current];
}
function joinStream(texts2) {
  let stream = "";
  for (let text5 of texts2) {
    let isOpen = stream === "" || /(^|\n)\.\.\.[^\n]*\n$/.test(stream);
    stream !== "" && !stream.endsWith(`
`) && (stream += `
`), stream += isOpen || hasMarker(text5) ? text5 : `---
${text5}`;
  }
  return stream;
}
function hasMarker(chunk) {
  for (let line3 of linesOf(chunk)) {
    if (MARKER.test(line3)) return !0;
    if (!PROLOGUE.test(line3)) return !1;
  }
  return !1;
}
function linesOf(text5) {
  return text5.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

// src/krm/parse-yaml.ts
var REQUEST_LIMITS = { bytes: 2 ** 20, nesting: 100, aliases: 100 }, STREAM_LIMITS = { bytes: 2 ** 26, nesting: 500, aliases: 1e4 };
function parseStream(text5, options) {
  let { file, limits = REQUEST_LIMITS, mustMention = "" } = options;
  requireSize(Buffer.byteLength(text5), limits, { file, index: 0 });
  let line3 = 1;
  return splitStream(text5).map((chunk, index) => {
    let origin = { file, index, line: line3 };
    line3 += countNewlines(chunk);
    let resource = chunk.includes(mustMention) ? parseDocument(chunk, origin, limits) : void 0;
    return { text: chunk, resource };
  });
}
function requireSize(bytes, limits, origin) {
  if (!(bytes <= limits.bytes))
    throw new RenderError("INPUT_TOO_LARGE", {
      message: `${bytes} bytes of YAML, at most ${limits.bytes} are read`,
      origin,
      hint: "split the file, or name only the files that hold requests"
    });
}
function decodeUtf8(bytes, file) {
  try {
    return new TextDecoder("utf-8", { fatal: !0, ignoreBOM: !0 }).decode(bytes);
  } catch {
    throw new RenderError("YAML_INVALID", { message: "the bytes are not UTF-8", origin: { file, index: 0 } });
  }
}
function composeDocument(text5, origin, limits) {
  let lines = new import_yaml3.LineCounter(), documents = [...new import_yaml3.Composer({ prettyErrors: !1, merge: !0, keepSourceTokens: !0 }).compose(tokens(text5, lines, origin, limits))], [document, second] = documents;
  if (document === void 0) return;
  let toLine = (offset) => lines.linePos(offset).line + origin.line - 1, error3 = document.errors[0] ?? second?.errors[0];
  if (error3) throw yamlInvalid(error3.message, { ...origin, line: toLine(error3.pos[0]) });
  requireFewAliases(document, origin, limits);
  let line3 = document.contents?.range ? toLine(document.contents.range[0]) : origin.line, locate = (path4) => {
    let found = lineOf(document.contents, path4, lines);
    return found === void 0 ? { ...origin, line: line3 } : { ...origin, line: found + origin.line - 1 };
  };
  return { document, value: plainValue(document, toLine, origin, limits), origin: { ...origin, line: line3 }, locate };
}
function parseDocument(text5, origin, limits) {
  let composed = composeDocument(text5, origin, limits);
  if (!(composed === void 0 || !isObject(composed.value)))
    return { object: composed.value, document: composed.document, origin: composed.origin, locate: composed.locate };
}
function* tokens(text5, lines, origin, limits) {
  let parser = new import_yaml3.Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (let lexeme of new import_yaml3.Lexer().lex(text5))
    if (yield* parser.next(lexeme), openCollections(parser, limits.nesting) > limits.nesting) {
      let { line: line3 } = lines.linePos(parser.offset);
      throw new RenderError("INPUT_TOO_LARGE", {
        message: `collections nest deeper than ${limits.nesting}`,
        origin: { ...origin, line: line3 + origin.line - 1 }
      });
    }
  yield* parser.end();
}
function openCollections(parser, limit) {
  return parser.stack.length <= limit ? 0 : parser.stack.filter(({ type }) => COLLECTIONS.includes(type)).length;
}
var COLLECTIONS = ["block-map", "block-seq", "flow-collection"];
function requireFewAliases(document, origin, limits) {
  let count2 = 0;
  if ((0, import_yaml3.visit)(document, { Alias: (_key, _node) => {
    count2 += 1;
  } }), count2 > limits.aliases) throw tooManyAliases(origin, limits);
}
function plainValue(document, toLine, origin, limits) {
  try {
    return document.toJS({ maxAliasCount: limits.aliases + 1 });
  } catch (error3) {
    throw error3 instanceof ReferenceError ? error3.message.startsWith("Excessive alias count") ? tooManyAliases(origin, limits) : unresolvedAlias(document, toLine, origin) : error3;
  }
}
function unresolvedAlias(document, toLine, origin) {
  let line3 = origin.line ?? 1, name = "";
  return (0, import_yaml3.visit)(document, {
    Alias(_key, node2) {
      if (node2.resolve(document) === void 0)
        return line3 = toLine(node2.range?.[0] ?? 0), name = node2.source, import_yaml3.visit.BREAK;
    }
  }), yamlInvalid(`the alias *${name} has no anchor before it`, { ...origin, line: line3 });
}
function tooManyAliases(origin, limits) {
  return new RenderError("INPUT_TOO_LARGE", {
    message: `the aliases of the document unfold more than ${limits.aliases} times`,
    origin,
    hint: "write the repeated values out"
  });
}
function yamlInvalid(reason, origin) {
  let message = reason.charAt(0).toLowerCase() + reason.slice(1).replace(/\.$/, "");
  return new RenderError("YAML_INVALID", { message, origin });
}
function countNewlines(text5) {
  return text5.split(`
`).length - 1;
}

// src/krm/resource-list.ts
var import_yaml4 = __toESM(require_dist(), 1);
var VERSIONS = ["config.kubernetes.io/v1", "config.kubernetes.io/v1beta1"], EMPTY_LIST = { apiVersion: VERSIONS[0], items: [], functionConfig: void 0 };
function parseResourceList(text5) {
  let origin = { file: "", index: 0, line: 1 };
  if (Buffer.byteLength(text5) > STREAM_LIMITS.bytes)
    throw new RenderError("INPUT_TOO_LARGE", { message: `a ResourceList of more than ${STREAM_LIMITS.bytes} bytes` });
  let composed = composeDocument(text5, origin, STREAM_LIMITS), value = composed?.value;
  if (!composed || !isObject(value) || value.kind !== "ResourceList") throw notAList("stdin holds no ResourceList");
  let { apiVersion, items = [], functionConfig } = value;
  if (typeof apiVersion != "string" || !VERSIONS.includes(apiVersion))
    throw notAList(`a ResourceList of ${VERSIONS.join(" or ")} was expected, not ${JSON.stringify(apiVersion)}`);
  if (!Array.isArray(items) || !items.every(isObject)) throw notAList("items is not a list of objects");
  if (functionConfig != null && !isObject(functionConfig)) throw notAList("functionConfig is not an object");
  let root = (0, import_yaml4.isMap)(composed.document.contents) ? composed.document.contents : void 0, list = !hasAliases(composed.document) ? root?.get("items", !0) : void 0, nodes = (0, import_yaml4.isSeq)(list) ? list.items : [], texts2 = (0, import_yaml4.isSeq)(list) ? itemTexts(text5, list) : void 0;
  return {
    apiVersion,
    items: items.map((object2, position) => ({
      resource: toResource(object2, nodes[position], position),
      text: texts2?.[position]
    })),
    functionConfig: isObject(functionConfig) ? toResource(functionConfig, void 0, 0) : void 0
  };
}
function itemsBesidesConfig({ items, functionConfig }) {
  let own2 = functionConfig && identityOf(functionConfig.object);
  return items.filter(({ resource }) => identityOf(resource.object) !== own2);
}
function toResource(object2, node2, position) {
  let place = placeOf(object2), origin = place ? { file: place.path, index: place.index } : { file: "", index: position }, document = new import_yaml4.Document();
  return document.contents = node2 ?? document.createNode(object2), { object: object2, document, origin, locate: () => origin };
}
function hasAliases(document) {
  let found = !1;
  return (0, import_yaml4.visit)(document, {
    Alias() {
      return found = !0, import_yaml4.visit.BREAK;
    }
  }), found;
}
function itemTexts(text5, list) {
  if (list.srcToken?.type !== "block-seq") return;
  let dashes = list.srcToken.items.map(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset), starts = dashes.map((offset = 0) => text5.lastIndexOf(`
`, offset) + 1);
  return starts.every((start, i) => /^ *$/.test(text5.slice(start, dashes[i]))) ? starts.map((start, i) => text5.slice(start, starts[i + 1] ?? list.range?.[2])) : void 0;
}
function notAList(message) {
  return new RenderError("RESOURCE_LIST_INVALID", {
    message,
    hint: "the function reads a ResourceList on stdin; to render files call `dgdr-render render FILE`"
  });
}

// src/releases.ts
var REGISTRY = "nvcr.io/nvidia/ai-dynamo", R1_0 = {
  release: { major: 1, minor: 0 },
  graphVersion: "v1alpha1",
  overrideMerge: "profiler",
  hasArgsPatch: !1,
  unknownService: "warning",
  vllmWorkers: { agg: "VllmDecodeWorker", prefill: "VllmPrefillWorker", decode: "VllmDecodeWorker" },
  trtllmWorkers: { agg: "TRTLLMWorker", prefill: "TRTLLMPrefillWorker", decode: "TRTLLMDecodeWorker" },
  formerVllmWorkers: void 0,
  hasOldRoleFlags: !0,
  kvRoles: { prefill: "kv_both", decode: void 0 },
  sglangGraphFlag: "--cuda-graph-bs",
  hasRequestPerRank: !1,
  hasEngineFlags: !1,
  trtllmEvents: "--publish-events-and-metrics",
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
  ],
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
    adds: [],
    wantsModelName: !1,
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
  release: { major: 1, minor: 1 },
  routerModes: [...R1_0.routerModes, "power-of-two", "least-loaded", "device-aware-weighted"],
  routerVariables: [
    ...R1_0.routerVariables,
    "DYN_ROUTER_MIN_INITIAL_WORKERS",
    "DYN_ROUTER_PREFILL_LOAD_MODEL",
    "DYN_ROUTER_QUEUE_POLICY",
    "DYN_ROUTER_TRACK_PREFILL_TOKENS"
  ],
  skus: [...R1_0.skus, "h100_pcie", "a100_pcie", "l40", "l4", "v100_sxm", "v100_pcie", "t4", "mi200", "mi300"],
  requestFields: ["spec.hardware.interconnect", "spec.hardware.rdma", "spec.sla.optimizationType"],
  defaultImage: `${REGISTRY}/dynamo-planner`,
  plannerImage: "dynamo-planner",
  hasEngineFlags: !0,
  mocker: { ...R1_0.mocker, prefix: "--aic" }
}, R1_2 = {
  ...R1_1,
  release: { major: 1, minor: 2 },
  routerVariables: [
    ...without(R1_1.routerVariables, "DYN_ROUTER_MAX_TREE_SIZE", "DYN_ROUTER_PRUNE_TARGET_RATIO"),
    "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT",
    "DYN_ROUTER_LOAD_AWARE",
    "DYN_ROUTER_PREFILL_LOAD_SCALE"
  ],
  skus: [...R1_1.skus, "a30"],
  trtllmWorkers: { ...R1_1.trtllmWorkers, prefill: "prefill", decode: "decode" },
  planner: { ...R1_1.planner, renames: {}, needsProfiles: !1 },
  mocker: { ...R1_1.mocker, hasBackend: !0 }
}, R1_3 = {
  ...R1_2,
  release: { major: 1, minor: 3 },
  trtllmEvents: "--publish-kv-events",
  eventPlane: "zmq",
  routerVariables: [
    ...R1_2.routerVariables,
    "DYN_ROUTER_DISK_CACHE_HIT_WEIGHT",
    "DYN_ROUTER_HOST_CACHE_HIT_WEIGHT",
    "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY",
    "DYN_ROUTER_POLICY_CONFIG",
    "DYN_ROUTER_PREDICTED_TTL_SECS",
    "DYN_ROUTER_SESSION_AFFINITY_TTL_SECS"
  ],
  skus: [...R1_2.skus, "gb10"]
}, R1_4 = {
  ...R1_3,
  release: { major: 1, minor: 4 },
  graphVersion: "v1beta1",
  overrideMerge: "operator",
  routerVariables: [
    ...without(
      R1_3.routerVariables,
      "DYN_ROUTER_DURABLE_KV_EVENTS",
      "DYN_ROUTER_RESET_STATES",
      "DYN_ROUTER_SNAPSHOT_THRESHOLD"
    ),
    "DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT",
    "DYN_ROUTER_TRACKING_HASH",
    "DYN_ROUTER_TRACKING_KEY_FILE",
    "DYN_ROUTER_TRACKING_KEY_ID"
  ],
  requestFields: [...R1_3.requestFields, "spec.runtimeVersionOverride"],
  hasOldRoleFlags: !1
}, R1_5 = {
  ...R1_4,
  release: { major: 1, minor: 5 },
  hasArgsPatch: !0,
  routerVariables: [
    ...R1_4.routerVariables,
    "DYN_ROUTER_APPROXIMATE_CACHE_POLICY",
    "DYN_ROUTER_CONDITIONAL_DISAGG",
    "DYN_ROUTER_CONDITIONAL_DISAGG_CONFIG",
    "DYN_ROUTER_DECODE_POLICY",
    "DYN_ROUTER_PREFILL_POLICY",
    "DYN_ROUTER_SESSION_AFFINITY_MODE"
  ],
  requestFields: [...R1_4.requestFields, "spec.features.kvRouter.enabled"],
  hasRequestPerRank: !0,
  planner: {
    ...R1_4.planner,
    adds: [
      "prefill_min_endpoint",
      "decode_min_endpoint",
      "control_api_port",
      "enable_power_awareness",
      "total_gpu_power_limit"
    ]
  },
  mocker: { ...R1_4.mocker, backendVersion: "current", isTimedAlone: !0 }
}, R1_6 = {
  ...R1_5,
  release: { major: 1, minor: 6 },
  unknownService: "error",
  vllmWorkers: { agg: "worker", prefill: "prefill", decode: "decode" },
  formerVllmWorkers: R1_5.vllmWorkers,
  kvRoles: { prefill: "kv_producer", decode: "kv_consumer" },
  sglangGraphFlag: "--cuda-graph-bs-decode",
  skus: [...R1_5.skus, "gb200", "vr_nvl72", "b300_sxm"],
  requestFields: [...R1_5.requestFields, "spec.overrides.trustRemoteCode"],
  planner: {
    ...R1_5.planner,
    drops: ["aic_perf_model"],
    adds: [...R1_5.planner.adds, "max_throughput_scaling_replicas", "ais_perf_model"],
    wantsModelName: !0
  },
  mocker: { ...R1_5.mocker, prefix: "--ais", omitsUnitExperts: !0 }
}, RELEASES = [R1_0, R1_1, R1_2, R1_3, R1_4, R1_5, R1_6];
function releaseFacts(target) {
  return RELEASES.findLast(({ release }) => !isBefore(target, release)) ?? R1_0;
}
function newestRelease() {
  return R1_6.release;
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
function without(names, ...gone) {
  return names.filter((name) => !gone.includes(name));
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
      let isSame3 = word[row - 1] === candidate[column - 1], isSwapped = row > 1 && word[row - 1] === candidate[column - 2] && word[row - 2] === candidate[column - 1], replaced = previous[column - 1] + (isSame3 ? 0 : 1), swapped = isSwapped ? beforePrevious[column - 2] + 1 : replaced;
      current.push(Math.min(replaced, swapped, previous[column] + 1, current[column - 1] + 1));
    }
    beforePrevious = previous, previous = current;
  }
  return previous[candidate.length];
}

// src/request/shape.ts
var SHOWN_LENGTH = 60, LONGEST_NAME = 317, UNPRINTABLE = /[\p{C}\u2028\u2029]/gu, PLAIN_NAME = /^[\w$./-]+$/, FIELD_DEPTH = 3, TYPE_WORDS = {
  string: { wanted: "a text", hint: "write a text, and quote one that reads as a number or a truth value" },
  int: { wanted: "a whole number", hint: "write a whole number such as 8" },
  number: { wanted: "a finite number", hint: "write a number such as 8" },
  boolean: { wanted: "true or false", hint: "write true or false" },
  object: { wanted: "a mapping of fields", hint: "write the fields below it, or leave it out" },
  record: { wanted: "a mapping of fields", hint: "write the fields below it, or leave it out" },
  array: { wanted: "a list", hint: "write a list, or leave it out" }
};
function checkShape(options) {
  let { schema, value, path: path4, code, report } = options, first = schema.safeParse(value, { reportInput: !0 });
  if (first.success) return first.data;
  for (let issue2 of first.error.issues) {
    let field = toPath(path4, issue2.path);
    if (field === "") continue;
    let name = field.slice(field.lastIndexOf(".") + 1);
    report.broken(code, {
      path: field,
      message: `${name} is ${show(issue2.input)}, wanted ${wanted(issue2)}`,
      hint: hintFor(issue2)
    });
  }
  let broken = new Set(first.error.issues.map((issue2) => toPath("", issue2.path.slice(0, FIELD_DEPTH))));
  return schema.safeParse(without2(value, broken, [])).data;
}
function toPath(base2, names) {
  return names.reduce((path4, name) => {
    if (typeof name == "number") return `${path4}[${name}]`;
    let word = String(name).slice(0, LONGEST_NAME);
    return PLAIN_NAME.test(word) ? path4 === "" ? word : `${path4}.${word}` : `${path4}[${quote(word)}]`;
  }, base2);
}
function show(value) {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return "a mapping";
  if (typeof value != "string") return String(value);
  let isLong = value.length > SHOWN_LENGTH;
  return quote(isLong ? `${value.slice(0, SHOWN_LENGTH)}...` : value);
}
function quote(text5) {
  return JSON.stringify(text5).replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function wanted(issue2) {
  switch (issue2.code) {
    case "invalid_type":
      return TYPE_WORDS[issue2.expected]?.wanted ?? issue2.expected;
    case "invalid_value":
      return `one of ${issue2.values.join(", ")}`;
    case "too_small":
      return `${issue2.inclusive ? "at least" : "more than"} ${issue2.minimum}`;
    case "too_big":
      return issue2.origin === "string" ? `at most ${issue2.maximum} characters` : `at most ${issue2.maximum}`;
    default:
      return issue2.message;
  }
}
function hintFor(issue2) {
  if (issue2.code === "invalid_type") return TYPE_WORDS[issue2.expected]?.hint ?? `write ${issue2.expected}`;
  if (issue2.code !== "invalid_value") return `write ${wanted(issue2)}`;
  let guess = typeof issue2.input == "string" ? nearest(issue2.input, issue2.values.map(String)) : void 0;
  return guess === void 0 ? `use one of ${issue2.values.join(", ")}` : `write ${guess}`;
}
function without2(value, broken, names) {
  if (!isObject(value) || names.length === FIELD_DEPTH) return value;
  let kept = Object.entries(value).filter(([name]) => !broken.has(toPath("", [...names, name])));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without2(inner, broken, [...names, name])]));
}

// src/request/images.ts
var RUNTIME_NAMES = {
  trtllm: "tensorrtllm-runtime",
  sglang: "sglang-runtime",
  vllm: "vllm-runtime"
}, DEFAULT_REPOSITORY = "nvcr.io/nvidia/ai-dynamo/dynamo-planner", HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/, NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/, TAG = /^\w[\w.-]{0,127}$/, DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+$/;
function parseImage(image) {
  let reference = split(image), { name, tag, digest } = reference, [host, ...path4] = reference.prefix.split("/").slice(0, -1), isPrefix = host === void 0 || (HOST.test(host) || NAME.test(host)) && path4.every((part) => NAME.test(part)), isName = NAME.test(name) && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest));
  return isPrefix && isName ? reference : void 0;
}
function runtimeImage(image, backend, compat = "ours") {
  return rename(image, RUNTIME_NAMES[backend], compat);
}
function plannerImage(image, target, compat = "ours") {
  let { plannerImage: name } = releaseFacts(target);
  return name === void 0 ? image : rename(image, name, compat);
}
function toImage(spec, defaults, report) {
  let image = spec.image || defaults.image;
  return image ? check(image, { isOwn: !!spec.image, compat: defaults.compat ?? "ours", report }) : defaults.target !== void 0 ? defaultImage(defaults.target) : (report.broken("IMAGE_MISSING", {
    path: "spec.image",
    message: "image is missing and no target release is given to derive it from",
    hint: `set spec.image, for example ${DEFAULT_REPOSITORY}:1.3.1, or give a target with spec.target of the function's config or --target`
  }), "");
}
function check(image, { isOwn, compat, report }) {
  let path4 = "spec.image", subject = isOwn ? "image" : "image of the function's config or the command line", reference = parseImage(image);
  return reference ? reference.digest === void 0 || compat === "reference" ? image : reference.tag === void 0 ? (report.broken("IMAGE_INVALID", {
    path: path4,
    message: `${subject} has a digest and no tag: runtime images are other images with the same tag, and a digest cannot tell theirs`,
    hint: `write ${reference.prefix}${reference.name} with a tag such as 1.3.1`
  }), "") : (report.warn("FIELD_IGNORED", {
    path: path4,
    message: `the digest of ${subject} is used for that image only; runtime images are other images and get the tag ${reference.tag} alone`,
    hint: "leave the digest out, or pin the runtime images in overrides.dgd"
  }), image) : (report.broken("IMAGE_INVALID", {
    path: path4,
    message: `${subject} is ${show(image)}, wanted registry/path/name:tag`,
    hint: `write an image such as ${DEFAULT_REPOSITORY}:1.3.1`
  }), "");
}
function defaultImage(target) {
  let [major = 0, minor = 0] = target.split(".").map(Number), { defaultImage: image } = releaseFacts({ major, minor });
  return `${image}:${/^\d+\.\d+$/.test(target) ? `${target}.0` : target}`;
}
function rename(image, name, compat) {
  let reference = split(image), tag = reference.tag === void 0 ? "" : `:${reference.tag}`, isKept = reference.digest !== void 0 && (compat === "reference" || reference.name === name);
  return `${reference.prefix}${name}${tag}${isKept ? `@${reference.digest}` : ""}`;
}
function split(image) {
  let nameStart = image.lastIndexOf("/") + 1, [nameAndTag = "", ...digest] = image.slice(nameStart).split("@"), colon = nameAndTag.lastIndexOf(":");
  return {
    prefix: image.slice(0, nameStart),
    name: colon < 0 ? nameAndTag : nameAndTag.slice(0, colon),
    tag: colon < 0 ? void 0 : nameAndTag.slice(colon + 1),
    digest: digest.length === 0 ? void 0 : digest.join("@")
  };
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

// src/dgd/services.ts
var GROUP = "nvidia.com", MAIN_CONTAINER = "main", POD_SPEC = {
  v1alpha1: ["extraPodSpec"],
  v1beta1: ["podTemplate", "spec"]
}, ARGS_PATH = ["extraPodSpec", "mainContainer", "args"];
function graphVersion(graph) {
  let { apiVersion } = isObject(graph) ? graph : {};
  return apiVersion === `${GROUP}/v1beta1` || apiVersion === void 0 && Array.isArray(getIn(graph, "spec", "components")) ? "v1beta1" : "v1alpha1";
}
function graphServices(graph) {
  if (graphVersion(graph) === "v1alpha1") {
    let services = getIn(graph, "spec", "services");
    return isObject(services) ? Object.entries(services).flatMap((entry) => alphaService(...entry)) : [];
  }
  let components2 = getIn(graph, "spec", "components");
  return Array.isArray(components2) ? components2.flatMap(betaService) : [];
}
function findService(graph, name) {
  return graphServices(graph).find((service) => service.name === name);
}
function serviceArgs(graph, name) {
  let args = findService(graph, name)?.mainContainer.args;
  return Array.isArray(args) ? args.map((arg) => typeof arg == "string" ? arg : JSON.stringify(arg)) : [];
}
function serviceEnv(graph, name) {
  let service = findService(graph, name);
  return [
    service?.object.envs,
    service?.mainContainer.env,
    getIn(graph, "spec", "envs"),
    getIn(graph, "spec", "env")
  ].filter((list) => Array.isArray(list));
}
function nodeCount({ object: object2 }) {
  return isObject(object2.multinode) ? object2.multinode.nodeCount ?? 2 : void 0;
}
function mapServices(graph, change) {
  let spec = isObject(graph.spec) ? graph.spec : {}, changed = new Map(graphServices(graph).map((service) => [service.path.at(-1), change(service)]));
  if (graphVersion(graph) === "v1alpha1") {
    let services = isObject(spec.services) ? spec.services : {}, entries = Object.entries(services).map(([name, service]) => [name, changed.get(name) ?? service]);
    return { ...graph, spec: { ...spec, services: Object.fromEntries(entries) } };
  }
  let components2 = Array.isArray(spec.components) ? spec.components : [];
  return { ...graph, spec: { ...spec, components: components2.map((one, index) => changed.get(index) ?? one) } };
}
function updateMainContainer(graph, name, change) {
  return mapServices(graph, (service) => {
    if (service.name !== name) return service.object;
    let container = change(service.mainContainer);
    return graphVersion(graph) === "v1alpha1" ? updateIn(service.object, [...POD_SPEC.v1alpha1, "mainContainer"], () => container) : updateIn(service.object, [...POD_SPEC.v1beta1, "containers"], (list) => [
      container,
      ...Array.isArray(list) ? list.filter((one) => getIn(one, "name") !== MAIN_CONTAINER) : []
    ]);
  });
}
function podSpecPath(graph) {
  return POD_SPEC[graphVersion(graph)];
}
function alphaService(name, object2) {
  if (!isObject(object2)) return [];
  let { componentType: componentType2, subComponentType } = object2, podSpec2 = objectAt(object2, POD_SPEC.v1alpha1), type = componentType2 === "worker" ? subComponentType ?? componentType2 : componentType2;
  return [
    {
      name,
      path: ["spec", "services", name],
      type: typeof type == "string" ? type : void 0,
      object: object2,
      podSpec: podSpec2,
      mainContainer: objectAt(podSpec2, ["mainContainer"])
    }
  ];
}
function betaService(object2, index) {
  if (!isObject(object2) || typeof object2.name != "string") return [];
  let podSpec2 = objectAt(object2, POD_SPEC.v1beta1), main2 = (Array.isArray(podSpec2.containers) ? podSpec2.containers : []).find((container) => getIn(container, "name") === MAIN_CONTAINER);
  return [
    {
      name: object2.name,
      path: ["spec", "components", index],
      type: typeof object2.type == "string" ? object2.type : void 0,
      object: object2,
      podSpec: podSpec2,
      mainContainer: isObject(main2) ? main2 : {}
    }
  ];
}
function objectAt(object2, path4) {
  let found = getIn(object2, ...path4);
  return isObject(found) ? found : {};
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
var EXPERT_GPUS = {
  ours: (worker2) => expertTensorParallel(worker2) * worker2.pp,
  reference: (worker2) => expertTensorParallel(worker2) * worker2.pp * worker2.dp
};
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
function range(first, last, step) {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}
function graphBatches({ role, batchSize }) {
  if (role === "prefill") return;
  let near = range(batchSize <= GRAPH_MARGIN ? 1 : batchSize - GRAPH_MARGIN, batchSize + GRAPH_MARGIN, 1);
  return [...GRAPH_RANGES.flatMap(([first, last, step]) => range(first, last, step)), ...near];
}
function runningRequests(worker2) {
  return worker2.role === "prefill" ? Math.max(worker2.batchSize, 1) : wideSequences(worker2);
}
function requestsPerRank(worker2) {
  return worker2.role === "prefill" && worker2.release.hasRequestPerRank && hasAttentionDp(worker2) ? worker2.dp : 1;
}
var PARALLEL = [
  ["--tensor-parallel-size", expertTensorParallel],
  ["--pipeline-parallel-size", (w) => w.pp],
  ["--data-parallel-size", (w) => w.dp],
  ["--kv-cache-dtype", (w) => w.kvCache === void 0 ? void 0 : KV_DTYPE[w.kvCache] ?? w.kvCache]
], PREFILL = [
  ["--max-prefill-tokens", (w) => w.isl + 1500],
  ["--enable-mixed-chunk", (w) => w.role === "agg"]
], REQUESTS = ["--max-running-requests", (w) => Math.max(runningRequests(w), requestsPerRank(w))], EXPERTS = [
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
}, FACTS = [
  ["--moe-runner-backend", (w) => w.isMoe && w.facts !== void 0 ? MOE_RUNNER[w.facts] : void 0],
  ["--trust-remote-code", isDeepSeekV4],
  ["--disable-flashinfer-autotune", isDeepSeekV4],
  ...Object.entries(V4_SPECULATION).map(([flag, value]) => [flag, (w) => isDeepSeekV4(w) ? value : void 0])
], SAFE_PREFILL_GRAPHS = [
  "--cuda-graph-bs",
  (w) => w.role === "prefill" && runningRequests(w) === 1 ? Math.max(1, w.dp) : void 0
], TEMPLATES = [
  {
    since: [0, 5, 11],
    flags: [...PARALLEL, REQUESTS, ...PREFILL, ...EXPERTS, TRANSFER, ...GRAPHS, ...FACTS, SAFE_PREFILL_GRAPHS]
  },
  {
    since: [0, 5, 9],
    flags: [...PARALLEL, ...PREFILL, REQUESTS, ...EXPERTS, ...GRAPHS, TRANSFER, ...FACTS, SAFE_PREFILL_GRAPHS]
  }
], GRAPH_FLAG = "--cuda-graph-bs";
function flagsOf({ engineVersion, release }) {
  let version2 = engineVersion?.split(".").map((part) => Number.parseInt(part, 10));
  return (((version2 === void 0 ? TEMPLATES[0] : TEMPLATES.find(({ since }) => isAtLeast(version2, since))) ?? TEMPLATES.at(-1))?.flags ?? []).map(([flag, value]) => [flag === GRAPH_FLAG ? release.sglangGraphFlag : flag, value]);
}
function isAtLeast(version2, since) {
  let differing = since.findIndex((part, index) => version2[index] !== part);
  return differing < 0 || (version2[differing] ?? 0) > (since[differing] ?? 0);
}
var BOOTSTRAP = [
  { flag: "--disaggregation-bootstrap-port", value: "12345" },
  { flag: "--host", value: "0.0.0.0" }
], SGLANG = {
  module: "dynamo.sglang",
  workingDir: "/workspace/examples/backends/sglang",
  modelFlag: "--model-path",
  services: {
    agg: { name: () => "decode", ephemeralStorage: "2Gi" },
    decode: { name: () => "decode", subComponentType: "decode" },
    prefill: { name: () => "prefill", subComponentType: "prefill" }
  },
  tensorParallel: expertTensorParallel,
  gpusPerWorker: EXPERT_GPUS,
  flags: flagsOf,
  roleFlags: {
    agg: () => [],
    decode: () => [{ flag: "--disaggregation-mode", value: "decode" }, ...BOOTSTRAP],
    prefill: () => [{ flag: "--disaggregation-mode", value: "prefill" }, ...BOOTSTRAP]
  },
  trustRemoteCode: { flag: "--trust-remote-code" },
  /** MOE_RUNNER_BACKEND_CHOICES of SGLang 0.5.9 to 0.5.21, which Dynamo 1.0 to 1.6 use, lacks it. */
  refused: [{ flag: "--moe-runner-backend", value: "deepep_moe" }],
  closingArgs: []
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
}, rules = (w) => RULES[w.role], batch = (w) => rules(w).batch(w), tokens2 = (w) => rules(w).tokens(w), kernel = (w) => w.facts === void 0 ? DEFAULT_MOE_KERNEL : MOE_KERNEL[w.facts], kvDtype = ({ kvCache = "bfloat16" }) => KV_DTYPE2[kvCache] ?? kvCache, speculates = (w) => w.nextn > 0 && rules(w).speculates, transferTokens = (w) => toBlocks(w.isl + w.osl + SLACK_TOKENS2), hasBuildConfig = (w) => w.engineVersion === "1.0.0", FLAGS = [
  ["--tensor-parallel-size", expertTensorParallel],
  ["--pipeline-parallel-size", (w) => w.pp],
  ["--expert-parallel-size", (w) => w.moeEp],
  ["--enable-attention-dp", hasAttentionDp],
  ["--max-batch-size", batch],
  ["--max-num-tokens", tokens2],
  ["--trtllm.moe_tensor_parallel_size", (w) => w.isMoe ? w.moeTp : void 0],
  ["--trtllm.moe_config.backend", (w) => w.isMoe ? kernel(w) : void 0],
  ["--trtllm.build_config.max_batch_size", (w) => hasBuildConfig(w) ? batch(w) : void 0],
  ["--trtllm.build_config.max_num_tokens", (w) => hasBuildConfig(w) ? tokens2(w) : void 0],
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
    agg: { name: ({ trtllmWorkers }) => trtllmWorkers.agg, ephemeralStorage: "2Gi" },
    decode: { name: ({ trtllmWorkers }) => trtllmWorkers.decode, subComponentType: "decode" },
    prefill: { name: ({ trtllmWorkers }) => trtllmWorkers.prefill, subComponentType: "prefill" }
  },
  tensorParallel: expertTensorParallel,
  gpusPerWorker: EXPERT_GPUS,
  flags: () => FLAGS,
  roleFlags: {
    agg: () => [],
    decode: () => [{ flag: "--disaggregation-mode", value: "decode" }],
    prefill: () => [{ flag: "--disaggregation-mode", value: "prefill" }]
  },
  trustRemoteCode: { flag: "--trtllm.trust_remote_code", value: "true" },
  refused: [],
  /** ai-dynamo 1.3.1, trtllm/args.py: the runtime exits on both kinds of settings together. */
  engineSettings: { jsonFlag: "--override-engine-args", prefix: "--trtllm." },
  closingArgs: ["--trtllm.enable_chunked_prefill", "true"]
};

// src/graph/vllm.ts
var KV_DTYPE3 = { bfloat16: "auto" }, COMPILATION_CONFIG = '{"mode":3,"cudagraph_mode":"FULL_AND_PIECEWISE","custom_ops":["all"],"pass_config":{"fuse_allreduce_rms":true}}';
function tensorParallel(worker2) {
  return worker2.isMoe ? Math.floor(worker2.moeTp * worker2.moeEp / worker2.dp) : worker2.tp;
}
function gpusPerWorker(worker2) {
  return tensorParallel(worker2) * worker2.pp * worker2.dp;
}
var LIMITS = {
  agg: { sequences: wideSequences, tokens: (w) => wideSequences(w) + w.isl + 1500 },
  prefill: { sequences: (w) => Math.max(w.batchSize, 1), tokens: (w) => w.isl + 1500 },
  decode: { sequences: wideSequences, tokens: wideSequences }
}, speculative = (w) => w.nextn > 0 ? `{"method": "mtp", "num_speculative_tokens": ${w.nextn}}` : void 0, isV4OnGb200 = (w) => isDeepSeekV4(w) && w.facts === "gb200", FLAGS2 = [
  ["--tensor-parallel-size", tensorParallel],
  ["--pipeline-parallel-size", (w) => w.pp],
  ["--data-parallel-size", (w) => w.dp],
  ["--enable-expert-parallel", (w) => w.moeEp > 1],
  ["--kv-cache-dtype", (w) => w.kvCache === void 0 ? void 0 : KV_DTYPE3[w.kvCache] ?? w.kvCache],
  ["--max-model-len", (w) => w.role === "agg" ? w.maxModelLen : void 0],
  ["--max-num-seqs", (w) => LIMITS[w.role].sequences(w)],
  ["--max-num-batched-tokens", (w) => LIMITS[w.role].tokens(w)],
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
function named(role) {
  return {
    name: ({ vllmWorkers }) => vllmWorkers[role],
    formerName: ({ formerVllmWorkers }) => formerVllmWorkers?.[role]
  };
}
var VLLM = {
  module: "dynamo.vllm",
  workingDir: "/workspace/examples/backends/vllm",
  modelFlag: "--model",
  services: {
    agg: { ...named("agg"), ephemeralStorage: "2Gi" },
    decode: { ...named("decode"), subComponentType: "decode", ephemeralStorage: "2Gi" },
    prefill: { ...named("prefill"), subComponentType: "prefill", ephemeralStorage: "2Gi" }
  },
  tensorParallel,
  gpusPerWorker: { ours: gpusPerWorker, reference: gpusPerWorker },
  flags: () => FLAGS2,
  contextFlag: "--max-model-len",
  roleFlags: {
    agg: () => [],
    decode: (facts) => [roleFlag("decode", facts), ...transferFlag(facts.kvRoles.decode)],
    prefill: (facts) => [roleFlag("prefill", facts), ...transferFlag(facts.kvRoles.prefill)]
  },
  trustRemoteCode: { flag: "--trust-remote-code" },
  refused: [],
  closingArgs: []
};

// src/graph/backends.ts
var GRAPH_BACKENDS = { trtllm: TRTLLM, sglang: SGLANG, vllm: VLLM };
function workerName(backend, role, target) {
  return GRAPH_BACKENDS[backend].services[role].name(releaseFacts(target));
}
function formerNames(backend, role, target) {
  let name = GRAPH_BACKENDS[backend].services[role].formerName?.(releaseFacts(target));
  return name === void 0 ? [] : [name];
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
function memberShape({ members: members3 = {}, each = {} }, key) {
  return Object.hasOwn(members3, key) ? members3[key] ?? each : each;
}
function orderedKeys(object2, { keys = [], sorted = !1 }) {
  let first = keys.filter((key) => Object.hasOwn(object2, key)), rest = Object.keys(object2).filter((key) => !first.includes(key));
  return [...first, ...sorted ? rest.sort() : rest];
}

// src/graph/plan.ts
var MODE_ROLES = { agg: ["agg"], disagg: ["decode", "prefill"] }, COLUMN_PREFIX = { agg: "", prefill: "(p)", decode: "(d)" };
function planWorkers(request, profile) {
  if (profile.naive !== void 0) return [naiveWorker(profile.naive)];
  let row = profile.picked[0];
  if (row === void 0) throw noWorkers(request, "no configuration was picked, so there is nothing to render");
  let workers = MODE_ROLES[profile.chosen].map((role) => readWorker(row, role));
  if (profile.pickingMode === "autoscale") return workers;
  let gpusOfSet = workers.reduce((sum3, worker2) => sum3 + worker2.replicas * worker2.tp * worker2.pp * worker2.dp, 0), gpus = gpuBudget(row, request.hardware.totalGpus), sets = Math.floor(gpus / gpusOfSet);
  if (sets < 1)
    throw noWorkers(request, `the picked workers need ${gpusOfSet} GPUs together, but only ${gpus} may be used`);
  return workers.map((worker2) => ({ ...worker2, replicas: sets * worker2.replicas }));
}
function gpuBudget(row, totalGpus) {
  let needed = Math.trunc(Number(row.total_gpus_needed));
  return needed > 0 ? Math.min(needed, totalGpus) : totalGpus;
}
function naiveWorker({ tp, moeTp, replicas, batchSize }) {
  return { role: "agg", replicas, batchSize, tp, pp: 1, dp: 1, moeTp, moeEp: 1, kvCache: void 0 };
}
function readWorker(row, role) {
  let column = (name) => row[`${COLUMN_PREFIX[role]}${name}`], count2 = (name, fallback = 1) => Math.trunc(Number(column(name) ?? fallback)), kvCache = column("kvcache");
  return {
    role,
    replicas: role === "agg" ? 1 : Math.max(count2("workers"), 1),
    batchSize: count2("bs"),
    tp: count2("tp"),
    pp: count2("pp"),
    dp: count2("dp"),
    moeTp: count2("moe_tp"),
    moeEp: count2("moe_ep"),
    kvCache: kvCache === void 0 ? void 0 : String(kvCache)
  };
}
function noWorkers(request, message) {
  return new RenderError("NO_FEASIBLE_CONFIG", {
    message,
    path: "spec.hardware.totalGpus",
    hint: "allow more GPUs in spec.hardware.totalGpus",
    origin: request.locate("spec.hardware.totalGpus")
  });
}

// src/graph/secret.ts
var TOKEN_SECRET = "hf-token-secret";

// src/graph/mocker.ts
var IMITATED = ["vllm", "sglang"];
function mockerServices(request, interpolation, warn) {
  warnAboutCache(request, warn);
  let { image } = request, workers = MODE_ROLES.disagg.map((role) => [role, worker(request, role, interpolation)]);
  return {
    Frontend: { componentType: "frontend", replicas: 1, extraPodSpec: { mainContainer: { image } } },
    ...Object.fromEntries(workers)
  };
}
function worker(request, role, interpolation) {
  let { image, model, target } = request, { mocker } = releaseFacts(target), args = ["--model-path", model, "--model-name", model, "--speedup-ratio", "1.0", "--disaggregation-mode", role];
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
        args: interpolation === void 0 ? args : [...args, ...latencyArgs(interpolation, role, mocker)]
      }
    }
  };
}
function latencyArgs(interpolation, role, facts) {
  let { prefix, hasBackend, backendVersion, omitsUnitExperts } = facts, { backend, system } = interpolation, pick3 = interpolation[`${role}_pick`];
  if (prefix === void 0 || !hasBackend && !IMITATED.includes(backend)) return [];
  let hasExperts = !omitsUnitExperts || pick3.moe_tp * pick3.moe_ep > 1, flags = [
    ["backend", hasBackend ? backend : void 0],
    ["backend-version", backendVersion],
    ["system", system],
    ["tp-size", String(pick3.tp)],
    ["moe-tp-size", hasExperts ? String(pick3.moe_tp) : void 0],
    ["moe-ep-size", hasExperts ? String(pick3.moe_ep) : void 0],
    ["attention-dp-size", String(pick3.dp)]
  ];
  return [
    `${prefix}-perf-model`,
    ...flags.flatMap(([name, value]) => value === void 0 ? [] : [`${prefix}-${name}`, value]),
    ...IMITATED.includes(backend) ? ["--engine-type", backend] : []
  ];
}
function warnAboutCache({ modelCache, locate }, warn) {
  modelCache !== void 0 && warn("FIELD_IGNORED", {
    message: `a mocker loads no weights, so the claim ${modelCache.pvcName} is not mounted`,
    path: "spec.modelCache",
    hint: "delete spec.modelCache, or set features.mocker.enabled to false",
    origin: locate("spec.modelCache")
  });
}

// src/graph/model-source.ts
var LOCATE = {
  ours: (cache, model) => {
    let path4 = stripMount(cache);
    return path4 === "" ? { path: model, hfHome: cache.pvcMountPath } : { path: joinPath(cache.pvcMountPath, path4), hfHome: void 0 };
  },
  reference: (cache, _model, naive) => cache.pvcModelPath === void 0 && naive ? { path: cache.pvcMountPath, hfHome: cache.pvcMountPath } : { path: joinPath(cache.pvcMountPath, cache.pvcModelPath ?? cache.pvcMountPath), hfHome: void 0 }
};
function resolveModel(request, naive) {
  let cache = request.modelCache;
  return cache === void 0 ? { path: request.model, hfHome: void 0, claim: void 0 } : {
    ...LOCATE[request.compat](cache, request.model, naive),
    claim: { name: cache.pvcName, mountPoint: cache.pvcMountPath }
  };
}
function isFilePath(path4) {
  return path4.startsWith("/") || path4.startsWith(".");
}
function mountFields({ claim: claim2 }) {
  return claim2 === void 0 ? {} : { volumeMounts: [{ ...claim2 }] };
}
function hfHomeFields({ hfHome }) {
  return hfHome === void 0 ? {} : { env: [{ name: "HF_HOME", value: hfHome }] };
}
function joinPath(mount, path4) {
  return `${mount.replace(/\/+$/, "")}/${trimSlashes(path4)}`;
}
function stripMount({ pvcModelPath = "", pvcMountPath }) {
  let mount = `${pvcMountPath.replace(/\/+$/, "")}/`, path4 = `${pvcModelPath.trim()}/`;
  return trimSlashes(path4.startsWith(mount) ? path4.slice(mount.length) : path4);
}
function trimSlashes(path4) {
  return path4.replace(/^[\s/]+|[\s/]+$/g, "");
}

// src/graph/planner.ts
import { createHash } from "node:crypto";

// src/request/report.ts
function createReport(locate, warn) {
  let errors = [], brokenPaths = [], isEcho = (path4) => brokenPaths.some((broken) => holds(broken, path4) || holds(path4, broken)), toDetails = ({ path: path4, message, hint }) => ({ path: path4, message, hint, origin: locate(path4) }), fail = (code, note) => {
    isEcho(note.path) || errors.push(new RenderError(code, toDetails(note)));
  };
  return {
    fail,
    broken: (code, note) => {
      fail(code, note), brokenPaths.push(note.path);
    },
    warn: (code, note) => {
      isEcho(note.path) || warn(code, toDetails(note));
    },
    settle: () => {
      if (errors.length > 0) throw new RenderErrors(errors);
    }
  };
}
function holds(outer, inner) {
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

// src/graph/planner-rules.ts
var scalesPrefill = ({ mode }) => mode === "disagg" || mode === "prefill", scalesDecode = ({ mode }) => mode !== "prefill";
function threshold(at3, isScaled) {
  return {
    at: at3,
    isBroken: (config2) => config2.optimization_target === "load" && isScaled(config2) && config2[at3] === null,
    says: ({ mode }) => `${at3} is missing, which optimization_target load needs with mode ${mode}`,
    hint: `set ${at3}, or optimization_target to throughput, latency or sla`
  };
}
function order(up, down, isScaled) {
  return {
    at: up,
    isBroken: (config2) => {
      let [high, low] = [config2[up], config2[down]];
      return config2.optimization_target === "load" && isScaled(config2) && high !== null && low !== null && high <= low;
    },
    says: (config2) => `${up} is ${config2[up]} and ${down} is ${config2[down]}, wanted the first above the second`,
    hint: `raise ${up} or lower ${down}`
  };
}
function perfModelPick(pick3, isScaled) {
  return {
    at: `aic_perf_model.${pick3}`,
    isBroken: (config2) => isScaled(config2) && config2.aic_perf_model !== null && config2.aic_perf_model[pick3] === null,
    says: ({ mode }) => `${pick3} is missing from aic_perf_model, which mode ${mode} needs`,
    hint: `set aic_perf_model.${pick3}, or delete aic_perf_model: the pick fills it in`
  };
}
var THROUGHPUT = "throughput_adjustment_interval_seconds", LOAD = "load_adjustment_interval_seconds", PLANNER_RULES = [
  {
    at: "global_planner_namespace",
    isBroken: (config2) => config2.environment === "global-planner" && !config2.global_planner_namespace,
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
    isBroken: (config2) => config2.enable_throughput_scaling && config2[THROUGHPUT] <= 0,
    says: (config2) => `${THROUGHPUT} is ${config2[THROUGHPUT]}, wanted more than 0 with throughput scaling`,
    hint: `set ${THROUGHPUT} to a positive number of seconds such as 180`
  },
  {
    at: LOAD,
    isBroken: (config2) => config2.enable_load_scaling && config2.enable_throughput_scaling && config2[LOAD] >= config2[THROUGHPUT],
    says: (config2) => `${LOAD} is ${config2[LOAD]} and ${THROUGHPUT} ${config2[THROUGHPUT]}, wanted the first below the second`,
    hint: `lower ${LOAD}, or switch one kind of scaling off`
  },
  {
    at: "scheduling.scale_interval_seconds",
    isBroken: (config2) => activeIntervals(config2).some((interval) => !isMultiple(interval, config2.scheduling.scale_interval_seconds)),
    says: (config2) => `scale_interval_seconds is ${config2.scheduling.scale_interval_seconds}, which does not divide ${activeIntervals(config2).join(" and ")}`,
    hint: `delete scale_interval_seconds: it follows from ${LOAD} and ${THROUGHPUT}`
  }
];
function activeIntervals(config2) {
  return config2.enable_throughput_scaling ? [config2[LOAD], config2[THROUGHPUT]] : [config2[LOAD]];
}
function isMultiple(value, base2) {
  let ratio = value / base2, nearest2 = Math.round(ratio);
  return Math.abs(ratio - nearest2) <= 1e-9 * Math.max(1, Math.abs(ratio), Math.abs(nearest2));
}

// src/request/request.ts
var BACKENDS = ["trtllm", "sglang", "vllm"], ROUTER_MODES = [
  "round-robin",
  "random",
  "power-of-two",
  "kv",
  "least-loaded",
  "device-aware-weighted"
], KV_EVENTS = ["exact", "approximate"];

// src/request/scalars.ts
var INTEGER_TEXT = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/, NUMBER_TEXT = /^[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i, LONGEST_NUMBER = 64, TRUTH = new Map([
  ...["1", "true", "t", "yes", "y", "on"].map((word) => [word, !0]),
  ...["0", "false", "f", "no", "n", "off"].map((word) => [word, !1])
]), CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u, LONGEST_TEXT = 512;
function toNumber2(pattern) {
  return (value) => {
    if (typeof value != "string" || value.length > LONGEST_NUMBER) return value;
    let text5 = value.trim();
    return pattern.test(text5) ? Number(text5.replaceAll("_", "")) : value;
  };
}
var integer2 = preprocess(toNumber2(INTEGER_TEXT), int()), number3 = preprocess(toNumber2(NUMBER_TEXT), number2()), truth = preprocess((value) => toTruth(value) ?? value, boolean2());
function toTruth(value) {
  return typeof value == "boolean" ? value : typeof value == "string" || typeof value == "number" ? TRUTH.get(String(value).toLowerCase()) : void 0;
}
var text2 = string2().max(LONGEST_TEXT).refine((value) => !CONTROL_CHARACTER.test(value), "a text without control characters");

// src/graph/planner-schema.ts
var FLOATS = /* @__PURE__ */ new WeakSet();
function float(bounds = number2()) {
  let schema = number3.pipe(bounds);
  return FLOATS.add(schema), schema;
}
function isFloat(schema) {
  return schema !== void 0 && FLOATS.has(schema);
}
function bareSchema(schema) {
  return schema instanceof ZodDefault || schema instanceof ZodPrefault || schema instanceof ZodNullable ? bareSchema(schema.unwrap()) : schema;
}
var orNull = (schema) => schema.nullable().default(null), atLeast = (least) => integer2.pipe(number2().min(least)), positive = () => float(number2().positive()), notNegative = () => float(number2().min(0)), someText = text2.refine((value) => value !== "", "a text that is not empty"), texts = array(text2).default([]), mapping = custom(isObject, "a mapping of fields"), pick2 = object({
  tp: integer2.default(1),
  pp: integer2.default(1),
  dp: integer2.default(1),
  moe_tp: integer2.default(1),
  moe_ep: integer2.default(1)
}), aicInterpolation = object({
  hf_id: text2,
  system: text2,
  backend: _enum(BACKENDS),
  isl: atLeast(1),
  osl: atLeast(1),
  sweep_max_context_length: atLeast(1),
  prefill_interpolation_granularity: atLeast(1),
  decode_interpolation_granularity: atLeast(1),
  prefill_pick: pick2,
  decode_pick: pick2
}), aicPerfModel = object({
  hf_id: text2,
  system: text2,
  backend: _enum(BACKENDS),
  backend_version: orNull(text2),
  prefill_pick: orNull(pick2),
  decode_pick: orNull(pick2),
  model_arch: orNull(text2),
  weight_dtype: orNull(text2),
  moe_dtype: orNull(text2),
  activation_dtype: orNull(text2),
  kv_cache_dtype: orNull(text2)
}), HOLD_POLICIES = ["ACCEPT_WHEN_IDLE", "HOLD_LAST"], pluginType = _enum(["predict", "propose", "reconcile", "constrain"]), holdPolicy = preprocess(
  (value) => HOLD_POLICIES.find((policy, number4) => number4 === value || policy === String(value).toUpperCase()) ?? value,
  _enum(HOLD_POLICIES)
).transform((policy) => HOLD_POLICIES.indexOf(policy)), externalPlugin = object({
  plugin_id: someText,
  plugin_type: pluginType,
  priority: integer2,
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
  priority: integer2,
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
  keepalive_time_ms: integer2.default(3e4),
  max_message_size_bytes: integer2.default(10 * 2 ** 20)
}), pluginRegistration = object({
  auth: object({
    trusted_sources: array(_enum(["static_secret", "allow_unauthenticated"])).default([]),
    static_secrets: record(string2(), text2).default({})
  }).prefault({}),
  transport: transport.prefault({}),
  protocol_version_min: text2.default("1.0"),
  protocol_version_max: text2.default("1.0"),
  heartbeat_timeout_seconds: float().default(15),
  heartbeat_missed_threshold: integer2.default(2),
  in_process_plugins: array(inProcessPlugin).default([]),
  admin: object({ mode: _enum(["allow_all", "k8s_rbac"]).default("allow_all") }).prefault({})
}), kvRate = float(number2().min(0).max(100)), plannerSchema = object({
  pre_deployment_sweeping_mode: _enum(["none", "rapid", "thorough"]).nullable().default("rapid"),
  environment: _enum(["kubernetes", "virtual", "global-planner"]).default("kubernetes"),
  backend: _enum(["vllm", "sglang", "trtllm", "mocker"]).default("vllm"),
  mode: _enum(["disagg", "prefill", "decode", "agg"]).default("disagg"),
  optimization_target: _enum(["throughput", "latency", "load", "sla"]).default("throughput"),
  log_dir: orNull(text2),
  throughput_adjustment_interval_seconds: integer2.default(180),
  max_gpu_budget: integer2.default(8),
  min_gpu_budget: integer2.default(-1),
  min_endpoint: integer2.default(1),
  decode_engine_num_gpu: orNull(integer2),
  prefill_engine_num_gpu: orNull(integer2),
  profile_results_dir: text2.default("profiling_results"),
  aic_interpolation: orNull(aicInterpolation),
  aic_perf_model: orNull(aicPerfModel),
  ttft_ms: positive().default(500),
  itl_ms: float().default(50),
  load_predictor: text2.default("arima"),
  load_predictor_log1p: truth.default(!1),
  prophet_window_size: integer2.default(50),
  load_predictor_warmup_trace: orNull(text2),
  kalman_q_level: float().default(1),
  kalman_q_trend: float().default(0.1),
  kalman_r: float().default(10),
  kalman_min_points: integer2.default(5),
  metric_reporting_prometheus_port: integer2.default(0),
  throughput_metrics_source: _enum(["frontend", "router"]).default("frontend"),
  model_name: orNull(text2),
  global_planner_namespace: orNull(text2),
  enable_throughput_scaling: truth.default(!0),
  enable_load_scaling: truth.default(!1),
  load_adjustment_interval_seconds: atLeast(1).default(5),
  max_num_fpm_samples: integer2.default(64),
  fpm_sample_bucket_size: atLeast(0).refine((size) => Number.isInteger(Math.sqrt(size)), "a square number such as 16").default(16),
  load_scaling_down_sensitivity: integer2.default(80),
  prefill_scale_up_queue_tokens: orNull(atLeast(0)),
  prefill_scale_down_queue_tokens: orNull(atLeast(0)),
  decode_scale_up_kv_rate: orNull(kvRate),
  decode_scale_down_kv_rate: orNull(kvRate),
  load_min_observations: integer2.default(5),
  speculative_nextn: atLeast(0).default(0),
  advisory: truth.default(!1),
  report_interval_hours: positive().nullable().default(24),
  report_output_dir: text2.default("./planner_reports"),
  report_filename: orNull(text2),
  report_write_gzip_log: truth.default(!0),
  live_dashboard_port: integer2.default(8080),
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
  let written = new Map(ALIASES.filter(([alias, name]) => alias in given && !(name in given)).map(swap)), report = aboutWritten(createReport(request.locate, warn), written), settings = withMemberNames(given, written), { adds } = releaseFacts(request.target).planner, known = Object.fromEntries(Object.entries(settings).filter(([key]) => !adds.includes(key)));
  checkNames({ value: known, schema: plannerSchema, path: PLANNER_PATH, isStrict: !1, report });
  let config2 = derive(checkShape({
    schema: plannerSchema,
    value: settings,
    path: PLANNER_PATH,
    code: "REQUEST_INVALID",
    report
  }) ?? plannerSchema.parse({}), settings);
  checkSweeping(config2, report);
  for (let { at: at3, isBroken, says, hint } of PLANNER_RULES)
    isBroken(config2) && report.fail("REQUEST_INVALID", { path: `${PLANNER_PATH}.${at3}`, message: says(config2), hint });
  report.settle();
  let added = Object.entries(settings).filter(([key]) => adds.includes(key));
  return { config: config2, isSet: (member2) => Object.hasOwn(settings, member2), additions: Object.fromEntries(added) };
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
  let members3 = new Map([...written].map(([member2, alias]) => [alias, member2])), entries = Object.entries(given).filter(([key, value]) => key !== "scheduling" || value !== null);
  return Object.fromEntries(
    entries.map(([key, value]) => [
      members3.get(key) ?? key,
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
function checkNames({ value, schema, path: path4, isStrict, report }) {
  let bare = bareSchema(schema);
  if (Array.isArray(value) && bare instanceof ZodArray)
    for (let [index, item] of value.entries())
      checkNames({ value: item, schema: bare.element, path: toPath(path4, [index]), isStrict, report });
  if (!isObject(value) || !(bare instanceof ZodObject)) return;
  let shape = bare.shape;
  for (let [key, member2] of Object.entries(value)) {
    let field = toPath(path4, [key]), known = Object.hasOwn(shape, key) ? shape[key] : void 0;
    if (known === void 0) reportName(field, key, Object.keys(shape), { isStrict, report });
    else {
      let isInside3 = isStrict || path4 === PLANNER_PATH && STRICT_MEMBERS.includes(key);
      checkNames({ value: member2, schema: known, path: field, isStrict: isInside3, report });
    }
  }
}
function reportName(path4, key, known, { isStrict, report }) {
  let parent = path4.slice(0, path4.length - key.length - 1), variable = parent === PLANNER_PATH && Object.hasOwn(ENVIRONMENT_SETTINGS, key) && ENVIRONMENT_SETTINGS[key];
  if (variable) {
    report.warn("FIELD_IGNORED", {
      path: path4,
      message: `${key} is not part of the planner's ConfigMap; the planner reads it from ${variable}`,
      hint: "set the variable on the service Planner with overrides.dgd if its default does not do"
    });
    return;
  }
  let guess = nearest(key, known), listed = known.length > LISTED_NAMES ? "delete it, or check its spelling" : `known are ${known.join(", ")}`, hint = guess === void 0 ? listed : `write ${guess}`, message = `${parent} has no field ${show(key)}`;
  isStrict ? report.fail("REQUEST_INVALID", { path: path4, message: `${message}, and the planner refuses it`, hint }) : report.warn("REQUEST_UNKNOWN_FIELD", { path: path4, message: `${message}; it has no effect`, hint });
}
function derive(config2, settings) {
  let scaling = config2.optimization_target === "sla" ? {} : { enable_throughput_scaling: !1, enable_load_scaling: !0 }, derived2 = { ...config2, ...scaling };
  if (isObject(settings.scheduling) && Object.hasOwn(settings.scheduling, "scale_interval_seconds")) return derived2;
  let scale_interval_seconds = activeIntervals(derived2).reduce(greatestDivisor);
  return { ...derived2, scheduling: { ...config2.scheduling, scale_interval_seconds } };
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
var WORKSPACE = "/workspace", LOAD_TARGET = { major: 1, minor: 3 }, PREFILL_GRANULARITY = 16, DECODE_GRANULARITY = 6;
function planPlanner(request, profile, warn) {
  let wish = readPlanner(request, warn);
  if (wish === void 0) return;
  let { config: config2, additions } = wish;
  warnAboutRelease(request, wish, warn), warnAboutMode(request, profile, config2, warn), warnAboutBudget(request, wish, warn);
  let picks = readPicks(profile), interpolation = config2.pre_deployment_sweeping_mode === "rapid" && (config2.enable_throughput_scaling || request.features.mocker) ? toInterpolation(request, profile, picks) : void 0, isOwnBackend = wish.isSet("backend") || request.compat === "reference";
  return {
    interpolation,
    additions,
    config: {
      ...config2,
      model_name: config2.model_name ?? (releaseFacts(request.target).planner.wantsModelName ? request.model : null),
      backend: isOwnBackend ? config2.backend : profile.backend,
      ...ENGINE_GPUS[request.compat](profile, picks),
      profile_results_dir: `${WORKSPACE}/profiling_results`,
      aic_interpolation: interpolation ?? config2.aic_interpolation,
      aic_perf_model: toPerfModel(request, profile, config2, picks) ?? config2.aic_perf_model,
      ...slaTargets(request, wish)
    }
  };
}
function readPicks({ picked: [row] }) {
  let read2 = (prefix) => {
    let size = (column) => Math.trunc(Number(row?.[`${prefix}${column}`] ?? 1));
    return { tp: size("tp"), pp: size("pp"), dp: size("dp"), moe_tp: size("moe_tp"), moe_ep: size("moe_ep") };
  };
  return { prefill: read2("(p)"), decode: read2("(d)") };
}
function gpusOf({ tp, pp, dp, moe_tp, moe_ep }) {
  return pp * Math.max(tp, dp, moe_tp * moe_ep);
}
function pickedGpus({ prefill, decode: decode2 }) {
  return { prefill_engine_num_gpu: gpusOf(prefill), decode_engine_num_gpu: gpusOf(decode2) };
}
var ENGINE_GPUS = {
  ours: ({ naive }, picks) => naive === void 0 ? pickedGpus(picks) : { prefill_engine_num_gpu: naive.gpusPerWorker, decode_engine_num_gpu: naive.gpusPerWorker },
  reference: (_profile, picks) => pickedGpus(picks)
};
function lonelyInterpolation(request, profile) {
  let { isTimedAlone } = releaseFacts(request.target).mocker;
  return isTimedAlone ? toInterpolation(request, profile, readPicks(profile)) : void 0;
}
function toInterpolation({ model, workload }, { chosen, system, backend }, { prefill, decode: decode2 }) {
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
      decode_pick: decode2
    };
}
function toPerfModel({ model, compat }, { chosen, system, backend }, config2, { prefill, decode: decode2 }) {
  return config2.optimization_target !== "sla" || chosen !== "disagg" && compat === "ours" ? null : {
    hf_id: model,
    system,
    backend,
    backend_version: null,
    prefill_pick: prefill,
    decode_pick: decode2,
    model_arch: null,
    weight_dtype: null,
    moe_dtype: null,
    activation_dtype: null,
    kv_cache_dtype: null
  };
}
function slaTargets({ sla }, { isSet }) {
  return sla.kind !== "pair" || !sla.isExplicit ? {} : {
    ...isSet("ttft_ms") ? {} : { ttft_ms: sla.ttftMs },
    ...isSet("itl_ms") ? {} : { itl_ms: sla.itlMs }
  };
}
function warnAboutRelease({ target, locate }, { config: config2 }, warn) {
  let { needsProfiles, drops } = releaseFacts(target).planner, release = printRelease(target), say = (path4, message, hint) => {
    warn("FIELD_NEWER_THAN_TARGET", { message, path: path4, hint, origin: locate(path4) });
  };
  if (needsProfiles) {
    let message = `the planner of Dynamo ${release} reads measured profiles, which only a run in the cluster makes; it may not start`;
    say(PLANNER_PATH, message, "set the target to 1.2 or later, or delete spec.features.planner");
  }
  if (config2.optimization_target === "load" && isBefore(target, LOAD_TARGET)) {
    let message = `the planner of Dynamo ${release} refuses the optimization target load, which came with ${printRelease(LOAD_TARGET)}`;
    say(`${PLANNER_PATH}.optimization_target`, message, "use throughput, latency or sla");
  }
  if (config2.aic_perf_model !== null && drops.includes("aic_perf_model")) {
    let message = `the planner of Dynamo ${release} refuses aic_perf_model, so it is left out`;
    say(`${PLANNER_PATH}.aic_perf_model`, message, "set ais_perf_model.roles instead");
  }
}
function warnAboutMode(request, profile, { mode }, warn) {
  if (profile.naive === void 0 || mode === "agg" || request.features.mocker) return;
  let path4 = `${PLANNER_PATH}.mode`;
  warn("SIZED_FROM_MEMORY", {
    message: `the graph was sized from memory and is aggregated, but the planner's mode is ${mode}, for which it looks for other workers`,
    path: path4,
    hint: `set ${path4} to agg`,
    origin: request.locate(path4)
  });
}
function warnAboutBudget({ hardware, locate }, { config: config2, isSet }, warn) {
  if (isSet("max_gpu_budget") || config2.max_gpu_budget === hardware.totalGpus) return;
  let path4 = `${PLANNER_PATH}.max_gpu_budget`;
  warn("FIELD_IGNORED", {
    message: `totalGpus ${hardware.totalGpus} does not bound the planner, which scales up to its own max_gpu_budget of ${config2.max_gpu_budget}`,
    path: path4,
    hint: `set ${path4} to ${hardware.totalGpus}`,
    origin: locate(path4)
  });
}

// src/graph/planner-json.ts
var EXPONENT_FROM = 1e16, EXPONENT_BELOW = 1e-5;
function emitPlannerJson(config2, additions, { drops, renames }) {
  let shape = plannerSchema.shape, members3 = Object.entries({ ...config2, ...additions }).filter(([key]) => !drops.includes(key));
  return printMembers(members3.map(([key, member2]) => [renames[key] ?? key, emit(member2, shape[key])]));
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
function printMembers(members3) {
  return `{${members3.map(([key, text5]) => `${JSON.stringify(key)}:${text5}`).join(",")}}`;
}
function emitFloat(value) {
  let size = Math.abs(value);
  if (size !== 0 && (size < EXPONENT_BELOW || size >= EXPONENT_FROM)) return value.toExponential().replace("+", "");
  let text5 = Object.is(value, -0) ? "-0" : String(value);
  return text5.includes(".") ? text5 : `${text5}.0`;
}

// src/graph/planner.ts
var PLANNER_SERVICE = "Planner", CONFIG_FILE = "planner_config.json", CONFIG_MOUNT = `${WORKSPACE}/planner_config`, HASH_CHARACTERS = 8;
function plannerConfigMap(request, profile, warn) {
  let plan = planPlanner(request, profile, warn);
  return plan && toConfigMap(request, plan);
}
function toConfigMap({ name, target }, { config: config2, additions }) {
  let text5 = emitPlannerJson(config2, additions, releaseFacts(target).planner);
  return { name: `planner-config-${createHash("sha256").update(`${name}
${text5}`).digest("hex").slice(0, HASH_CHARACTERS)}`, data: { [CONFIG_FILE]: text5 } };
}
function addPlanner(services, request, profile, plan) {
  let { config: config2 } = plan, benchmarked = profile.backend === "vllm" && !request.features.mocker ? mapWorkers(services, (name, worker2) => addBenchmark(worker2, BENCHMARK_ROLE[request.compat](name, worker2))) : services;
  return { ...config2.advisory ? benchmarked : mapWorkers(benchmarked, (name, worker2) => addScaling(name, worker2, config2.mode)), [PLANNER_SERVICE]: plannerService(request, toConfigMap(request, plan).name) };
}
function mapWorkers(services, change) {
  let entries = Object.entries(services).map(([name, service]) => [
    name,
    service.componentType === "worker" ? change(name, service) : service
  ]);
  return Object.fromEntries(entries);
}
var BENCHMARK_ROLE = {
  ours: (_name, { subComponentType }) => typeof subComponentType == "string" ? subComponentType : "agg",
  reference: (name) => roleInName(name) ?? "agg"
};
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
function plannerService({ image, target, compat }, configMap) {
  return {
    componentType: "planner",
    replicas: 1,
    extraPodSpec: {
      mainContainer: {
        image: plannerImage(image, target, compat),
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
var SYSTEM_GPUS_PER_NODE = { gb200: 4, gb300: 4, rtx_pro_6000_server: 2 }, USUAL_GPUS_PER_NODE = 8;
function gpusPerNode(request) {
  if (request.compat === "ours") return request.hardware.gpusPerNode;
  let { system } = request.hardware;
  return (Object.hasOwn(SYSTEM_GPUS_PER_NODE, system) ? SYSTEM_GPUS_PER_NODE[system] : void 0) ?? USUAL_GPUS_PER_NODE;
}
function gpuFields(gpus, perNode) {
  let gpu = String(Math.min(gpus.total, perNode)), requests = gpus.ephemeralStorage === void 0 ? {} : { requests: { gpu, custom: { "ephemeral-storage": gpus.ephemeralStorage } } };
  return { ...gpus.perInstance > perNode ? { multinode: { nodeCount: Math.ceil(gpus.perInstance / perNode) } } : {}, resources: { limits: { gpu }, ...requests } };
}
function checkNodes(request, service, gpus) {
  let { gpusPerNode: perNode } = request.hardware;
  if (gpus.total <= perNode || gpus.total === gpus.perInstance && gpus.total % perNode === 0) return;
  let why = gpus.total === gpus.perInstance ? `${gpus.total} GPUs are no whole number of nodes` : "data parallel ranks cannot be spread over nodes";
  throw new RenderError("FEATURE_UNSUPPORTED", {
    message: `${service} needs ${gpus.total} GPUs and a node has ${perNode}: ${why}`,
    path: "spec.hardware.numGpusPerNode",
    hint: `use nodes of ${gpus.total} GPUs (spec.hardware.numGpusPerNode) or allow fewer GPUs (spec.hardware.totalGpus)`,
    origin: request.locate("spec.hardware.numGpusPerNode")
  });
}

// src/graph/worker.ts
var NAIVE_REFERENCE = { isl: 4e3, osl: 1e3 };
function engineWorker(request, profile, plan) {
  let naive = profile.naive !== void 0, { isl, osl } = naive && request.compat === "reference" ? NAIVE_REFERENCE : request.workload, wanted2 = isl + osl + 1500;
  return {
    ...plan,
    model: request.model,
    engineVersion: profile.backendVersion,
    isMoe: profile.model.isMoe,
    nextn: naive ? 0 : profile.model.nextn,
    isl,
    osl,
    maxModelLen: request.compat === "ours" ? Math.min(wanted2, profile.model.contextLength ?? wanted2) : wanted2,
    facts: hardwareFacts(request.hardware.system),
    release: releaseFacts(request.target)
  };
}
function warnContext(request, profile, backend, workers, warn) {
  for (let worker2 of workers) {
    let wanted2 = worker2.isl + worker2.osl + 1500;
    backend.contextFlag === void 0 || worker2.role !== "agg" || worker2.maxModelLen >= wanted2 || warn("CONTEXT_CLAMPED", {
      message: `isl + osl + ${1500} is ${wanted2} tokens, but ${request.model} has a context of ${profile.model.contextLength}; ${backend.contextFlag} is ${worker2.maxModelLen}`,
      path: "spec.workload",
      hint: `keep isl + osl at or below ${worker2.maxModelLen - 1500}`,
      origin: request.locate("spec.workload")
    });
  }
}

// src/graph/graph.ts
function buildGraph(request, profile, warn) {
  let planner = planPlanner(request, profile, warn), { services, pvcs = {} } = request.features.mocker ? {
    services: mockerServices(
      request,
      planner ? planner.interpolation : lonelyInterpolation(request, profile),
      warn
    )
  } : engineServices(request, profile, warn);
  return canonicalGraph({
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata: { name: `${request.name}-dgd` },
    spec: { ...pvcs, services: planner === void 0 ? services : addPlanner(services, request, profile, planner) }
  });
}
function engineServices(request, profile, warn) {
  let backend = GRAPH_BACKENDS[profile.backend], workers = planWorkers(request, profile).map((plan) => engineWorker(request, profile, plan)), model = resolveModel(request, profile.backendVersion === null), image = runtimeImage(request.image, profile.backend, request.compat), room = { request, backendName: profile.backend, backend, image, model };
  return warnContext(request, profile, backend, workers, warn), { services: Object.fromEntries([
    ["Frontend", frontend(room)],
    ...workers.map((worker2) => [nameOf(room, worker2), workerService(room, worker2)])
  ]), ...model.claim ? { pvcs: { pvcs: [{ name: model.claim.name, create: !1 }] } } : {} };
}
function frontend({ request, image, model }) {
  let command = isFilePath(model.path) ? {
    command: ["python3", "-m", "dynamo.frontend"],
    args: ["--model-name", request.model, "--model-path", model.path]
  } : {};
  return {
    componentType: "frontend",
    replicas: 1,
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: { mainContainer: { image, ...command, ...hfHomeFields(model) } }
  };
}
function nameOf({ request, backendName }, { role }) {
  return workerName(backendName, role, request.target);
}
function workerService(room, worker2) {
  let { request, backend, image, model } = room, shape = backend.services[worker2.role], gpus = {
    total: backend.gpusPerWorker[request.compat](worker2),
    perInstance: backend.tensorParallel(worker2) * worker2.pp,
    ephemeralStorage: shape.ephemeralStorage
  };
  return request.compat === "ours" && checkNodes(request, nameOf(room, worker2), gpus), {
    componentType: "worker",
    ...shape.subComponentType === void 0 ? {} : { subComponentType: shape.subComponentType },
    replicas: worker2.replicas,
    ...gpuFields(gpus, gpusPerNode(request)),
    envFromSecret: TOKEN_SECRET,
    ...mountFields(model),
    extraPodSpec: {
      mainContainer: {
        image,
        workingDir: backend.workingDir,
        command: ["python3", "-m", backend.module],
        args: workerArgs(room, worker2),
        ...hfHomeFields(model)
      }
    }
  };
}
function workerArgs({ request, backendName, backend, model }, worker2) {
  let engine = emitTokens(backend.flags(worker2), worker2), override = overrideArgs(request, backendName, worker2.role), wanted2 = [
    ...backend.roleFlags[worker2.role](worker2.release),
    ...request.overrides.trustRemoteCode ? [backend.trustRemoteCode] : []
  ], added = request.compat === "ours" ? missingTokens(wanted2, [...engine, ...override]) : [], names = [backend.modelFlag, model.path, "--served-model-name", request.model];
  return [...engine, ...added, ...names, ...backend.closingArgs];
}

// src/dgd/to-beta-part.ts
import { isDeepStrictEqual } from "node:util";
function complain(part, { severity = "error", at: at3 = [], message, hint }) {
  part.report({ severity, path: [...part.path, ...at3], message, hint });
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
function overlay(entries, report) {
  let kept = [];
  for (let entry of entries) {
    let index = entry.name === void 0 ? -1 : kept.findIndex(({ name }) => name === entry.name), overruled = kept[index];
    if (overruled === void 0 ? kept.push(entry) : kept[index] = entry, overruled === void 0 || isDeepStrictEqual(overruled.value, entry.value)) continue;
    let message = `${entry.name} has another value further on, which counts`;
    report({ severity: "warning", path: overruled.path, message, hint: "give it in one place" });
  }
  return kept;
}
function without3(object2, keys) {
  return Object.fromEntries(Object.entries(object2).filter(([key]) => !keys.includes(key)));
}
function present(members3) {
  return Object.fromEntries(
    Object.entries(members3).flatMap(([key, value]) => value === void 0 ? [] : [[key, value]])
  );
}
function nonEmpty(value) {
  return typeof value == "object" && value !== null && Object.keys(value).length === 0 ? void 0 : value;
}
function toPart({ path: path4, report }, keys, value) {
  let part = { path: [...path4, ...keys], report, object: isObject(value) ? value : {} };
  if (isObject(value)) return part;
  complain(part, { message: `${keys.join(".")} is no map`, hint: "give a map" });
}

// src/dgd/to-beta-claims.ts
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
    ...without3(object2, ["mountPoint", "useAsCompilationCache"]),
    ...present({ mountPath: object2.mountPoint })
  }));
}
function claimVolumes({ others }, podVolumes) {
  let taken = new Set(podVolumes.map(({ object: object2 }) => object2.name));
  return [...new Set(others.flatMap(({ object: { name } }) => typeof name == "string" ? [name] : []))].filter((claim2) => !taken.has(claim2)).map((claim2) => ({ name: claim2, persistentVolumeClaim: { claimName: claim2 } }));
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

// src/dgd/to-beta-container.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";
var GPU = "nvidia.com/gpu", PROBE_ACTIONS = ["exec", "httpGet", "tcpSocket", "grpc"], SHARED_FIELDS = ["resources", "env", "envFrom", "volumeMounts", "livenessProbe", "readinessProbe"];
function mainContainer(origins, mounts) {
  let { service, main: main2 } = origins;
  return warnName(main2), {
    ...without3(main2?.object ?? {}, SHARED_FIELDS),
    name: MAIN_CONTAINER,
    ...present({
      resources: nonEmpty(resources(origins)),
      env: nonEmpty(environment(origins)),
      envFrom: nonEmpty(secretSources(origins)),
      volumeMounts: nonEmpty([...objectsAt(main2, "volumeMounts"), ...containerMounts(mounts)]),
      livenessProbe: probe(partAt(service, "livenessProbe"), partAt(main2, "livenessProbe")),
      readinessProbe: probe(partAt(service, "readinessProbe"), partAt(main2, "readinessProbe"))
    })
  };
}
function secretSource(secret) {
  return secret === void 0 || secret === "" ? [] : [{ secretRef: { name: secret } }];
}
function warnName(main2) {
  let name = main2?.object.name ?? MAIN_CONTAINER;
  if (main2 === void 0 || name === MAIN_CONTAINER) return;
  let message = `the main container is called ${MAIN_CONTAINER} in v1beta1, not ${name}`;
  complain(main2, { severity: "warning", at: ["name"], message, hint: "remove the name" });
}
function resources({ service, main: main2 }) {
  let dedicated = partAt(service, "resources"), native = partAt(main2, "resources");
  dedicated !== void 0 && refuseOthers(dedicated, ["requests", "limits", "claims"]);
  let side = (key) => {
    let amounts = [...dedicatedAmounts(partAt(dedicated, key)), ...members2(partAt(native, key))], kept = overlay(amounts, service.report);
    return nonEmpty(Object.fromEntries(kept.map(({ name = "", value }) => [name, value])));
  };
  return {
    ...without3(native?.object ?? {}, ["requests", "limits", "claims"]),
    ...present({ requests: side("requests"), limits: side("limits"), claims: deviceClaims(dedicated, native) })
  };
}
function dedicatedAmounts(side) {
  if (side === void 0) return [];
  refuseOthers(side, ["cpu", "memory", "gpu", "gpuType", "custom"]);
  let { gpu, gpuType = GPU } = side.object;
  return (gpu ?? "") === "" && side.object.gpuType !== void 0 && complain(side, { severity: "warning", at: ["gpuType"], message: "gpuType does nothing without gpu, and is left out", hint: "give gpu, or remove gpuType" }), [...members2(side).filter(({ name }) => name === "cpu" || name === "memory" || name === "gpu").map((amount) => amount.name === "gpu" ? { ...amount, name: String(gpuType) } : amount), ...members2(partAt(side, "custom"))].filter(({ value }) => value !== "");
}
function members2(part) {
  return part === void 0 ? [] : Object.entries(part.object).map(([name, value]) => ({ name, value, path: [...part.path, name] }));
}
function deviceClaims(dedicated, native) {
  let claims = objectsAt(dedicated, "claims"), winning = objectsAt(native, "claims");
  return claims.length === 0 || winning.length === 0 ? nonEmpty([...claims, ...winning]) : (dedicated !== void 0 && !isDeepStrictEqual2(claims, winning) && warnOverruled(dedicated, "claims"), winning);
}
function environment({ service, main: main2 }) {
  let entries = [...partsAt(service, "envs"), ...partsAt(main2, "env")].map(({ object: object2, path: path4 }) => ({ name: typeof object2.name == "string" ? object2.name : void 0, value: object2, path: path4 }));
  return overlay(entries, service.report).map(({ value }) => value);
}
function secretSources({ service, main: main2 }) {
  let dedicated = secretSource(service.object.envFromSecret), winning = objectsAt(main2, "envFrom");
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
function mergeFilled(base2, winning) {
  let merged = Object.entries(winning).flatMap(([key, value]) => {
    let below2 = getIn(base2, key);
    return isObject(below2) && isObject(value) ? [[key, mergeFilled(below2, value)]] : (value === "" || value === 0 || value === !1 || Array.isArray(value) && value.length === 0) && below2 !== void 0 ? [] : [[key, value]];
  });
  return { ...base2, ...Object.fromEntries(merged) };
}
function warnOverruled(part, key, by = key ?? part.path.at(-1)) {
  let message = `${key ?? by} is overruled by ${by} of mainContainer`;
  complain(part, { severity: "warning", at: key === void 0 ? [] : [key], message, hint: "give it in one place" });
}
function objectsAt(part, key) {
  return partsAt(part, key).map(({ object: object2 }) => object2);
}

// src/dgd/to-beta-pod.ts
var SIDECAR_CONTAINER = "sidecar-frontend", SIDECAR_NAMES = { name: void 0, env: "envs", envFrom: "envFromSecret" };
function podMembers(service, mounts) {
  let sidecar = partAt(service, "frontendSidecar"), metadata2 = nonEmpty(partAt(service, "extraPodMetadata")?.object ?? {}), spec = podSpec(service, mounts, sidecar);
  return present({
    podTemplate: nonEmpty(present({ metadata: metadata2, spec: metadata2 === void 0 && isBare(spec) ? void 0 : spec })),
    frontendSidecar: sidecar && SIDECAR_CONTAINER
  });
}
function podSpec(service, mounts, sidecar) {
  let pod = partAt(service, "extraPodSpec"), main2 = mainContainer({ service, main: partAt(pod, "mainContainer") }, mounts), others = partsAt(pod, "containers").filter((container) => isFree(container, sidecar)), volumes = partsAt(pod, "volumes");
  return {
    ...without3(pod?.object ?? {}, ["mainContainer", "containers", "volumes"]),
    containers: [
      main2,
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
    ...without3(sidecar.object, ["envs", "envFromSecret"]),
    ...present({ env: envs, envFrom: nonEmpty(secretSource(envFromSecret)) }),
    name: SIDECAR_CONTAINER
  };
}
function isBare({ containers, ...rest }) {
  let [main2 = {}, ...others] = Array.isArray(containers) ? containers : [];
  return Object.keys(rest).length === 0 && others.length === 0 && Object.keys(main2 ?? {}).length === 1;
}

// src/dgd/to-beta-component.ts
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
    counts: isFilled,
    message: "a component of v1beta1 has no annotations of its own",
    hint: IN_POD_METADATA
  },
  labels: {
    severity: "error",
    counts: isFilled,
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
    counts: isFilled,
    message: "dynamoNamespace does nothing, and is left out",
    hint: () => "remove it: the namespace is made of those of Kubernetes and the name of the graph"
  },
  serviceName: {
    severity: "warning",
    counts: (value, { service }) => isFilled(value) && value !== service,
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
  return isFilled(memory.object.extraClientPods ?? []) && complain(memory, { at: ["extraClientPods"], message: "extraClientPods is reserved, and the operator refuses it in v1beta1 as well", hint: "remove it, or use extraClientContainers" }), without3(withMode(memory.object), ["extraClientPods"]);
}
function withMode(feature) {
  let { mode } = feature;
  return { ...without3(feature, ["enabled", "mode"]), ...present({ mode: MODES.get(mode) ?? mode }) };
}
function isOn(feature) {
  let { enabled = !1 } = typeof feature == "object" && feature !== null && !Array.isArray(feature) ? feature : {};
  return enabled !== !1;
}
function isFilled(value) {
  return value !== "" && nonEmpty(value) !== void 0;
}

// src/dgd/to-beta.ts
var CONVERSION_PREFIX = "nvidia.com/dgd-", SAME2 = ["annotations", "labels", "priorityClassName", "backendFramework", "restart", "experimental"], MOVED2 = ["services", "envs", "pvcs", "topologyConstraint"];
function toBeta(graph) {
  let problems = [], report = (problem) => {
    problems.push(problem);
  }, root = { object: withoutNulls(graph), path: [], report };
  refuseOthers(root, ["apiVersion", "kind", "metadata", "spec", "status"]), warnStatus(root);
  let spec = partAt(root, "spec");
  return { graph: {
    ...without3(root.object, ["status", "metadata", "spec"]),
    apiVersion: `${GROUP}/v1beta1`,
    ...present({ metadata: metadata(root), spec: spec && betaSpec(spec, root) })
  }, resources: spec === void 0 ? [] : createdClaims(spec), problems };
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
  let kept = without3(annotations.object, reserved), isEmptied = reserved.length > 0 && Object.keys(kept).length === 0;
  return { ...without3(given.object, ["annotations"]), ...isEmptied ? {} : { annotations: kept } };
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
  let clean = (value) => Array.isArray(value) ? value.map(clean) : isObject(value) ? withoutNulls(value) : value, members3 = Object.entries(object2).filter(([, value]) => value !== null);
  return Object.fromEntries(members3.map(([key, value]) => [key, clean(value)]));
}

// src/version.ts
var VERSION = "0.1.0";

// src/merge/paths.ts
var NOT_WORKERS = ["Frontend", "Planner"];
function matchesPath(pattern, path4) {
  let parts = pattern.split(".");
  return parts.length === path4.length && parts.every((part, index) => matchesKey(part, path4[index] ?? ""));
}
function matchesKey(part, key) {
  return part === "<worker>" ? !NOT_WORKERS.includes(key) : part === "*" || part === key;
}
function overridePath(path4) {
  return path4.reduce((text5, key) => /^\d+$/.test(key) ? `${text5}[${key}]` : `${text5}.${key}`, "spec.overrides.dgd");
}
function serviceOverridePath({ overrides }, service) {
  return overridePath(findService(overrides.dgd, service)?.path.map(String) ?? []);
}
function mapLeaves(value, change, path4 = []) {
  return Array.isArray(value) ? value.map((item, index) => mapLeaves(item, change, [...path4, String(index)])) : isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapLeaves(item, change, [...path4, key])])) : change(value, path4);
}

// src/merge/summary.ts
var NAMED_ROLES = {
  agg: [{ role: "agg", label: "" }],
  disagg: [
    { role: "prefill", label: "prefill " },
    { role: "decode", label: "decode " }
  ]
}, SIZES = [
  ["tp", "--tensor-parallel-size", "--aic-tp-size", "--ais-tp-size"],
  ["pp", "--pipeline-parallel-size"],
  ["dp", "--data-parallel-size", "--aic-attention-dp-size", "--ais-attention-dp-size"],
  ["ep", "--expert-parallel-size", "--aic-moe-ep-size", "--ais-moe-ep-size"]
], MOCKED_LATENCIES = ["--aic-perf-model", "--ais-perf-model"];
function summarize(graph, request, profile) {
  if (request.features.mocker) return summarizeMocker(graph, profile);
  let workers = NAMED_ROLES[profile.chosen].map(({ role, label }) => {
    let name = workerName(profile.backend, role, request.target);
    return `${replicasOf(graph, name)}x ${label}${layout(serviceArgs(graph, name))}`;
  }), topology = `${profile.chosen} ${workers.join(" + ")}`;
  return profile.naive === void 0 ? `${topology}, ${speeds(profile)}` : `${topology}, sized from memory without measurements`;
}
function summarizeMocker(graph, profile) {
  let isMeasured = serviceArgs(graph, "decode").some((arg) => MOCKED_LATENCIES.includes(arg));
  return `mocker ${["prefill", "decode"].map((name) => `${replicasOf(graph, name)}x ${name}${isMeasured ? ` ${layout(serviceArgs(graph, name))}` : ""}`).join(" + ")}, ${isMeasured ? speeds(profile) : "latencies of its own"}`;
}
function replicasOf(graph, service) {
  return String(findService(graph, service)?.object.replicas ?? 1);
}
function speeds({ latencies, picked }) {
  let throughput = Number(picked[0]?.["tokens/s/gpu"]);
  return `ttft ${rounded(latencies.ttft)} ms, itl ${rounded(latencies.tpot)} ms, ${rounded(throughput)} tokens/s/GPU`;
}
function layout(args) {
  return SIZES.map(([name, ...flags]) => ({
    name,
    size: flags.map((flag) => flagValue(args, flag)).find((value) => value !== void 0) ?? "1"
  })).filter(({ size }, index) => index === 0 || size !== "1").map(({ name, size }) => `${name}${size}`).join("");
}
function rounded(value) {
  return String(Number(value.toFixed(3)));
}

// src/merge/identity.ts
var DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, LABEL_CHARACTERS = 63;
function dgdName(request) {
  let given = getIn(request.overrides.dgd, "metadata", "name") ?? "";
  if (typeof given != "string") {
    let path4 = overridePath(["metadata", "name"]);
    throw new RenderError("OVERRIDE_INVALID", {
      message: `${path4} is ${JSON.stringify(given)}, not text`,
      path: path4,
      hint: "quote the name",
      origin: request.locate(path4)
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
function applyIdentity(graph, request, profile, { name, warn }) {
  let { file, index } = request.origin, engine = profile.backendVersion === null ? profile.backend : `${profile.backend} ${profile.backendVersion}`, labels = requestLabels(request);
  warnAboutLabels(request, warn);
  let annotations = {
    // A host may not say which file a request came from.
    ...file === "" ? {} : { "dgdr-render.dev/source": `${file}#${index}` },
    "dgdr-render.dev/profile": summarize(graph, request, profile),
    "dgdr-render.dev/engine": `dgdr-render ${VERSION}, ${profile.dataRelease}, ${engine} on ${profile.system}`
  };
  return updateIn(graph, ["metadata"], (metadata2) => ({
    ...isObject(metadata2) ? metadata2 : {},
    name,
    ...request.namespace === void 0 ? {} : { namespace: request.namespace },
    labels: { ...member(graph, "labels"), ...labels },
    annotations: { ...member(graph, "annotations"), ...annotations }
  }));
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

// src/merge/additional-resources.ts
function additionalResources(request, profile) {
  let content = plannerConfigMap(request, profile, () => {
  });
  if (content === void 0) return [];
  let { name, data } = content;
  return [ownedResource(request, { apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data: { ...data } })];
}
function ownedResource(request, { apiVersion = "", kind = "", metadata: metadata2, ...rest }) {
  let namespace = request.namespace === void 0 ? {} : { namespace: request.namespace }, own2 = { ...isObject(metadata2) ? metadata2 : {}, ...namespace, labels: requestLabels(request) };
  return { apiVersion, kind, metadata: own2, ...rest };
}

// src/dgd/rules-shape.ts
var ALPHA = ["v1alpha1"], BETA = ["v1beta1"], WORKER_TYPES = ["worker", "prefill", "decode"], WEBHOOK = "the operator's webhook refuses it", CEL = "the API server refuses it";
function v1(minor) {
  return { major: 1, minor };
}
function viewGraph(graph, target) {
  return {
    graph,
    version: graphVersion(graph),
    target,
    spec: objectIn(graph, "spec"),
    annotations: objectIn(graph, "metadata", "annotations"),
    services: graphServices(graph)
  };
}
function ofServices(check2) {
  return (view) => view.services.flatMap((service) => check2(service, view));
}
function when(isBroken, path4, found, hint) {
  return isBroken ? [{ path: path4, found, hint }] : [];
}
function isGiven(value) {
  return value != null;
}
function isFilled2(value) {
  return isGiven(value) && value !== "";
}
function objectIn(value, ...path4) {
  let found = getIn(value, ...path4);
  return isObject(found) ? found : {};
}
function listIn(value, ...path4) {
  let found = getIn(value, ...path4);
  return Array.isArray(found) ? found : [];
}
function wholeNumber(value) {
  return typeof value == "number" && Number.isInteger(value) ? value : void 0;
}
function podContainers({ path: path4, podSpec: podSpec2 }, { graph }, kind) {
  return listIn(podSpec2, kind).flatMap(
    (container, index) => isObject(container) ? [{ container, path: [...path4, ...podSpecPath(graph), kind, index] }] : []
  );
}
function show2(value) {
  let text5 = isGiven(value) ? JSON.stringify(value) : "absent";
  return text5.length > SHOWN ? `${text5.slice(0, SHOWN)}...` : text5;
}
var SHOWN = 60;

// src/dgd/rules-annotations.ts
var GROVE_ANNOTATION = "nvidia.com/enable-grove", DISCOVERY_ANNOTATION = "nvidia.com/dynamo-kube-discovery-mode", VERSION2 = /^v?\d+(?:\.\d+){0,2}(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/, CONVERSION = "nvidia.com/dgd-", EXECUTOR = {
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
      ({ path: path4, object: object2 }) => unfit(EXECUTOR, objectIn(object2, "annotations"), [...path4, "annotations"])
    )
  },
  {
    name: `${EXECUTOR.key} of a pod`,
    versions: BETA,
    since: v1(3),
    severity: "warning",
    why: "a webhook of 1.3 refuses it and a later operator takes no notice",
    hint: `set it to ${EXECUTOR.wanted}, or remove it`,
    breaches: ofServices(({ path: path4, object: object2 }) => {
      let keys = ["podTemplate", "metadata", "annotations"];
      return unfit(EXECUTOR, objectIn(object2, ...keys), [...path4, ...keys]);
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
function unfit({ key, wanted: wanted2, takes }, annotations, path4) {
  let value = Object.hasOwn(annotations, key) ? annotations[key] : void 0;
  return value == null || typeof value == "string" && takes(value) ? [] : [{ path: [...path4, key], found: `${key} is ${show2(value)}, wanted ${wanted2}` }];
}
function keptByConversion({ annotations }) {
  return isObject(annotations) ? Object.keys(annotations).filter((key) => key.startsWith(CONVERSION)).map((key) => ({ path: ["metadata", "annotations", key], found: `${key} belongs to the conversion` })) : [];
}

// src/dgd/rules-feature.ts
var HOLDER = { v1alpha1: [], v1beta1: ["experimental"] }, INTER_POD = "interpod";
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
  let holder = HOLDER[view.version], settings = objectIn(service.object, ...holder)[name];
  return isObject(settings) ? { service, settings, path: [...service.path, ...holder, name], view } : void 0;
}
function isOn2({ settings, view }, name) {
  return !(view.version === "v1alpha1" || name === "checkpoint" && !isBefore(view.target, v1(3))) || settings.enabled === !0;
}
function isInterPod({ settings: { mode } }) {
  return typeof mode == "string" && mode.toLowerCase() === INTER_POD;
}

// src/dgd/rules-checkpoint.ts
var CHECKPOINT_RULES = [
  {
    name: "a checkpoint is identified",
    until: v1(3),
    severity: "error",
    why: CEL,
    hint: "set checkpointRef, or identity.model and identity.backendFramework",
    breaches: ofFeature("checkpoint", ({ settings, path: path4 }) => {
      let isKnown = isFilled2(settings.checkpointRef) || isGiven(settings.identity);
      return when(!isKnown, path4, "the checkpoint has neither checkpointRef nor identity");
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
      ({ settings: { job, checkpointRef }, path: path4 }) => when(isGiven(job) && isFilled2(checkpointRef), [...path4, "job"], "job is given with checkpointRef"),
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
      ({ service, path: path4, view }) => when(
        featureOf(service, view, "gpuMemoryService") !== void 0,
        path4,
        "a checkpoint is on with gpuMemoryService"
      )
    )
  },
  {
    name: "checkpoints are switched on in the platform",
    severity: "warning",
    why: "it works only where the platform is installed with checkpoints, and operators from 1.4 refuse it elsewhere",
    hint: "switch checkpoints on in the values of the platform",
    breaches: ofFeature("checkpoint", ({ path: path4 }) => [{ path: path4, found: "a checkpoint is on" }])
  }
];
function lostJobClients({ service, settings, path: path4, view }) {
  let memory = featureOf(service, view, "gpuMemoryService"), isBroken = !(memory !== void 0 && !isInterPod(memory)) && listIn(settings, "job", "gmsClientContainers").length > 0;
  return when(isBroken, [...path4, "job", "gmsClientContainers"], "gmsClientContainers is given without an intra-pod gpuMemoryService");
}

// src/dgd/rules-images.ts
var IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][\\dA-Za-z-]*)", VERSION_TAG = new RegExp(
  `^[vV]?(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[\\dA-Za-z.-]+)?$`
), TAG2 = /:([^:/]+)$/, IMAGE_RULES = [
  {
    name: "added containers have an image",
    severity: "error",
    why: "the operator fills in nothing for a container that is not the main one",
    hint: "set its image",
    breaches: ofServices(
      (service, view) => [...podContainers(service, view, "containers"), ...podContainers(service, view, "initContainers")].filter(({ container }) => view.version === "v1alpha1" || container !== service.mainContainer).flatMap(
        ({ container: { name, image }, path: path4 }) => when(!isFilled2(image), [...path4, "image"], `container ${show2(name)} has no image`)
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
      (service, view) => when(
        !isFilled2(service.mainContainer.image),
        imagePath(service, view),
        `the main container of ${service.name} has no image`
      )
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
function runtimeRelease({ object: object2, mainContainer: mainContainer2 }) {
  let declared = object2.runtimeVersionOverride, text5 = isFilled2(declared) ? declared : imageTag(mainContainer2.image), match = typeof text5 == "string" ? VERSION_TAG.exec(text5.trim()) : null;
  return match === null ? void 0 : { major: Number(match[1]), minor: Number(match[2]) };
}
function unknownVersion(service) {
  let { object: object2, mainContainer: mainContainer2, path: path4 } = service;
  if (!isFilled2(mainContainer2.image) || isFilled2(object2.runtimeVersionOverride)) return [];
  let found = `the tag of ${show2(mainContainer2.image)} is no version such as 1.4.0, and runtimeVersionOverride is absent`;
  return when(runtimeRelease(service) === void 0, [...path4, "runtimeVersionOverride"], found);
}
function imageTag(image) {
  return typeof image == "string" ? TAG2.exec((image.split("@")[0] ?? "").trim())?.[1] : void 0;
}
function imagePath({ path: path4, podSpec: podSpec2, mainContainer: mainContainer2 }, { graph, version: version2 }) {
  let pod = [...path4, ...podSpecPath(graph)];
  if (version2 === "v1alpha1") return [...pod, "mainContainer", "image"];
  let containers = getIn(podSpec2, "containers"), index = Array.isArray(containers) ? containers.findIndex((one) => getIn(one, "name") === MAIN_CONTAINER) : -1;
  return isGiven(mainContainer2) && index >= 0 ? [...pod, "containers", index, "image"] : [...pod, "containers"];
}

// src/dgd/rules-epp.ts
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
      ({ path: path4, object: { replicas } }) => when(isGiven(replicas) && replicas !== 1, [...path4, "replicas"], `replicas is ${show2(replicas)}, wanted 1`)
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
      let { path: path4, object: object2 } = service, found = `eppConfig is given for a picker of Dynamo ${printed(service)}, wanted none from 1.5 on`;
      return when(isNative(service) === !0 && isGiven(object2.eppConfig), [...path4, "eppConfig"], found);
    })
  },
  {
    name: "eppConfig has one source",
    severity: "error",
    why: WEBHOOK,
    hint: "keep one of eppConfig.configMapRef and eppConfig.config",
    breaches: ofPickers(({ path: path4, object: object2 }) => {
      let { configMapRef, config: config2 } = objectIn(object2, "eppConfig"), isBroken = isGiven(object2.eppConfig) && isGiven(configMapRef) === isGiven(config2), found = `eppConfig has ${isGiven(config2) ? "both" : "neither"} of configMapRef and config, wanted one`;
      return when(isBroken, [...path4, "eppConfig"], found);
    })
  },
  {
    name: "eppConfig names its ConfigMap",
    severity: "error",
    why: WEBHOOK,
    hint: "set the name of a ConfigMap",
    breaches: ofPickers(({ path: path4, object: object2 }) => {
      let ref = objectIn(object2, "eppConfig").configMapRef, isNameless = isGiven(ref) && !isFilled2(objectIn(ref).name);
      return when(isNameless, [...path4, "eppConfig", "configMapRef", "name"], "configMapRef has no name");
    })
  },
  {
    name: "the picker needs a gateway",
    severity: "warning",
    why: "a cluster without the Gateway API Inference Extension refuses it",
    hint: "install the extension with its InferencePool first",
    breaches: ofPickers((service, { version: version2 }) => [
      {
        path: [...service.path, version2 === "v1beta1" ? "type" : "componentType"],
        found: `service ${service.name} is an endpoint picker`
      }
    ])
  }
];
function ofPickers(check2) {
  return ofServices((service, view) => service.type === EPP ? check2(service, view) : []);
}
function secondPickers({ services }) {
  let [first, ...others] = services.filter(({ type }) => type === EPP);
  return others.map(({ name, path: path4 }) => ({
    path: path4,
    found: `service ${name} is an endpoint picker next to ${first?.name}`
  }));
}
function misplaced({ path: path4, object: object2, type }) {
  let isMisplaced = isGiven(object2.eppConfig) && type !== EPP;
  return when(isMisplaced, [...path4, "eppConfig"], `eppConfig is given for ${type ?? "a service without type"}`);
}
function unconfigured({ path: path4, object: object2 }) {
  return when(!isGiven(object2.eppConfig), [...path4, "eppConfig"], "the endpoint picker has no eppConfig");
}
function isNative(service) {
  let release = runtimeRelease(service);
  return release && !isBefore(release, NATIVE);
}
function printed(service) {
  let release = runtimeRelease(service);
  return release === void 0 ? "unknown" : printRelease(release);
}

// src/dgd/rules-quantity.ts
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

// src/dgd/rules-graph.ts
var SERVICES = { v1alpha1: "services", v1beta1: "components" }, ORDER = ["spec", "restart", "strategy", "order"], CREATED_CLAIM = ["storageClass", "size", "volumeAccessMode"], GRAPH_RULES = [
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
function missingServices({ spec, version: version2 }) {
  let key = SERVICES[version2], held = spec[key], isEmpty = typeof held == "object" && held !== null && Object.keys(held).length === 0, found = `spec.${key} is ${isEmpty ? "empty" : "absent"}, wanted one service at least`;
  return when(isEmpty || !isGiven(held), ["spec", key], found);
}
function sharedNames({ services, version: version2 }) {
  return services.flatMap(({ name, path: path4 }, index) => {
    let other = services.slice(0, index).find((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
    if (other === void 0) return [];
    let found = other.name === name ? `two services are called ${name}` : `the names ${other.name} and ${name} differ by case only`;
    return [{ path: version2 === "v1beta1" ? [...path4, "name"] : path4, found }];
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
    let path4 = [...ORDER, index];
    return order2.indexOf(name) < index ? [{ path: path4, found: `${show2(name)} comes twice` }] : when(!names.some((known) => known === name), path4, `${show2(name)} is no service of the graph`);
  }), missing = names.filter((name) => !order2.includes(name));
  return [...wrong2, ...when(missing.length > 0, ORDER, `the order leaves out ${missing.join(", ")}`)];
}
function incompleteClaim(claim2, index) {
  return !isObject(claim2) || claim2.create !== !0 ? [] : CREATED_CLAIM.flatMap((key) => {
    let value = objectIn(claim2)[key], isMissing = !isFilled2(value) || key === "size" && quantityNumber(value) === 0;
    return when(isMissing, ["spec", "pvcs", index, key], `${key} is ${show2(value)} for a claim that is to be created`);
  });
}

// src/dgd/rules-memory.ts
var GPU_RESOURCE = /^gpu$|\/gpu$|\/mig-|^gpu\./i, NEEDS_GPU = "resources.limits of the main container ask for no whole GPU, wanted one at least", MEMORY_RULES = [
  {
    name: "the GPU memory service is for workers",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "remove gpuMemoryService",
    breaches: ofFeature(
      "gpuMemoryService",
      ({ service: { type = "" }, path: path4 }) => when(!WORKER_TYPES.includes(type), path4, `gpuMemoryService is on for ${type || "a service without type"}`)
    )
  },
  {
    name: "the GPU memory service has a GPU",
    since: v1(1),
    severity: "error",
    why: WEBHOOK,
    hint: "set the GPU limit",
    breaches: ofFeature("gpuMemoryService", ({ service, path: path4 }) => when(!hasWholeGpus(service), path4, NEEDS_GPU))
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
      ({ settings, path: path4 }) => when(listIn(settings, "extraClientPods").length > 0, [...path4, "extraClientPods"], "extraClientPods is reserved")
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
    breaches: ofFeature("gpuMemoryService", ({ settings, path: path4 }) => {
      let deviceClass = isFilled2(settings.deviceClassName) ? settings.deviceClassName : "gpu.nvidia.com";
      return [{ path: path4, found: `gpuMemoryService takes its GPUs from the device class ${show2(deviceClass)}` }];
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
      ({ service, view, path: path4 }) => when(featureOf(service, view, "gpuMemoryService") === void 0, path4, "failover is on without gpuMemoryService")
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
function hasWholeGpus({ object: object2, mainContainer: mainContainer2 }) {
  let amounts = ["limits", "requests"].flatMap((side) => [...Object.entries(objectIn(mainContainer2, "resources", side)).filter(([key]) => GPU_RESOURCE.test(key)).map(([, value]) => value), objectIn(object2, "resources", side).gpu]), count2 = quantityNumber(amounts.find(isFilled2));
  return count2 !== void 0 && count2 >= 1 && Number.isInteger(count2);
}
function lostClients({ service, settings, path: path4, view }) {
  let names = podContainers(service, view, "containers").map(({ container }) => container.name);
  return listIn(settings, "extraClientContainers").flatMap(
    (name, index) => when(
      typeof name == "string" && !names.includes(name),
      [...path4, "extraClientContainers", index],
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

// src/dgd/rules-placement.ts
var CONSTRAINT = ["spec", "topologyConstraint"], POLICY = ["spec", "experimental", "kvTransferPolicy"], PROFILE = {
  v1alpha1: "topologyProfile",
  v1beta1: "clusterTopologyName"
}, DNS_LABEL2 = "[a-z\\d](?:[a-z\\d-]*[a-z\\d])?", DNS_SUBDOMAIN = new RegExp(`^(?=.{1,253}$)${DNS_LABEL2}(?:\\.${DNS_LABEL2})*$`), LABEL_PREFIX = 253, GROVE_FIELDS = [
  {
    since: v1(3),
    label: "priorityClassName",
    paths: ({ spec }) => isFilled2(spec.priorityClassName) ? [["spec", "priorityClassName"]] : []
  },
  {
    since: v1(3),
    label: "minAvailable",
    paths: ({ services }) => services.flatMap(
      ({ path: path4, object: object2 }) => wholeNumber(object2.minAvailable) === void 0 ? [] : [[...path4, "minAvailable"]]
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
    paths: ({ spec }) => isFilled2(getIn(spec, "experimental", "kvTransferPolicy", "clusterTopologyName")) ? [[...POLICY, "clusterTopologyName"]] : []
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
    breaches: ({ spec, version: version2, services }) => {
      let isUsed = services.some(({ object: object2 }) => isObject(object2.topologyConstraint)), profile = objectIn(spec, "topologyConstraint")[PROFILE[version2]], found = `${PROFILE[version2]} is ${show2(profile)} though a service has a topologyConstraint`;
      return when(isUsed && !isFilled2(profile), [...CONSTRAINT, PROFILE[version2]], found);
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
      ({ name, path: path4, object: object2 }) => when(
        !isObject(object2.topologyConstraint),
        [...path4, "topologyConstraint"],
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
      let given = ["labelKey", "clusterTopologyName"].filter((key) => isFilled2(policy[key])), found = `${given.length === 0 ? "neither" : "both"} of labelKey and clusterTopologyName given, wanted one`;
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
      let isBroken = typeof name == "string" && name !== "" && !DNS_SUBDOMAIN.test(name);
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
      let length2 = typeof labelKey == "string" ? labelKey.lastIndexOf("/") : 0, found = `the prefix of labelKey has ${length2} characters, wanted at most ${LABEL_PREFIX}`;
      return when(length2 > LABEL_PREFIX, [...POLICY, "labelKey"], found);
    })
  }
];
function groveRules({ since, label, paths }) {
  let found = `${label} is given, which needs Grove`, breaches = (isOff) => (view) => isGroveOff(view) === isOff ? paths(view).map((path4) => ({ path: path4, found })) : [];
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
    ({ path: path4, object: object2 }) => when(isObject(object2.topologyConstraint), [...path4, "topologyConstraint"], found)
  );
  return [...when(isObject(view.spec.topologyConstraint), CONSTRAINT, found), ...ofService(view)];
}
function hasOpenDomain({ spec }) {
  return isObject(spec.topologyConstraint) && !isFilled2(spec.topologyConstraint.packDomain);
}
function ofPolicy(check2) {
  return ({ spec }) => {
    let policy = getIn(spec, "experimental", "kvTransferPolicy");
    return isObject(policy) ? check2(policy) : [];
  };
}

// src/dgd/rules-service.ts
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
      ({ path: path4, object: object2 }) => listIn(object2, "volumeMounts").flatMap(
        (mount, index) => mountWithoutPath(mount, [...path4, "volumeMounts", index])
      )
    )
  },
  {
    name: "shared memory has a size",
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: "set a size such as 8Gi, or disabled to true",
    breaches: ofServices(({ path: path4, object: { sharedMemory } }) => {
      if (!isObject(sharedMemory) || sharedMemory.disabled === !0) return [];
      let isMissing = !isFilled2(sharedMemory.size) || quantityNumber(sharedMemory.size) === 0;
      return when(
        isMissing,
        [...path4, "sharedMemory", "size"],
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
    breaches: ofServices(({ path: path4, object: { sharedMemory } }) => {
      let isBoth = isObject(sharedMemory) && sharedMemory.disabled === !0 && isGiven(sharedMemory.size);
      return when(isBoth, [...path4, "sharedMemory", "size"], "sharedMemory.size is given with disabled true");
    })
  },
  {
    name: "shared memory is not negative",
    severity: "error",
    why: WEBHOOK,
    hint: "set a size such as 8Gi",
    breaches: ofServices(
      (service) => sharedMemorySizes(service).flatMap(
        ({ path: path4, value }) => when((quantityNumber(value) ?? 0) < 0, path4, `${show2(value)} is below 0`)
      )
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
        ({ path: path4, value }) => when(isFilled2(value) && quantityNumber(value) === void 0, path4, `${show2(value)} is no quantity`)
      )
    )
  },
  {
    name: "ingress has a host",
    versions: ALPHA,
    severity: "error",
    why: WEBHOOK,
    hint: "set host, or enabled to false",
    breaches: ofServices(({ path: path4, object: object2 }) => {
      let { enabled, host } = objectIn(object2, "ingress");
      return when(
        enabled === !0 && !isFilled2(host),
        [...path4, "ingress", "host"],
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
    breaches: ofServices((service, view) => isGiven(service.object.frontendSidecar) ? podContainers(service, view, "containers").filter(({ container }) => container.name === SIDECAR).map(({ path: path4 }) => ({
      path: [...path4, "name"],
      found: `${SIDECAR} is the name of the frontendSidecar`
    })) : [])
  },
  {
    name: "frontendSidecar is a container",
    versions: BETA,
    severity: "error",
    why: WEBHOOK,
    hint: "name a container of podTemplate.spec.containers",
    breaches: ofServices((service, view) => {
      let { frontendSidecar } = service.object, names = podContainers(service, view, "containers").map(({ container }) => container.name), isLost = typeof frontendSidecar == "string" && !names.includes(frontendSidecar);
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
      ({ path: path4, object: object2 }) => Object.entries(IGNORED).flatMap(
        ([key, hint]) => when(isFilled2(object2[key]), [...path4, key], `${key} is deprecated`, hint)
      )
    )
  }
];
function tooManyAvailable({ path: path4, object: { minAvailable, replicas } }) {
  let least = wholeNumber(minAvailable), most = isGiven(replicas) ? wholeNumber(replicas) : 1, isBroken = least !== void 0 && most !== void 0 && most > 0 && least > most;
  return when(isBroken, [...path4, "minAvailable"], `minAvailable is ${least}, wanted at most the replicas, ${most}`);
}
function mountWithoutPath(mount, path4) {
  return !isObject(mount) || mount.useAsCompilationCache === !0 || isFilled2(mount.mountPoint) ? [] : [{ path: [...path4, "mountPoint"], found: `the mount of ${show2(mount.name)} has no mountPoint` }];
}
function sharedMemorySizes({ path: path4, object: object2 }) {
  return [
    { path: [...path4, "sharedMemory", "size"], value: objectIn(object2, "sharedMemory").size },
    { path: [...path4, "sharedMemorySize"], value: object2.sharedMemorySize }
  ];
}
function resourceTexts({ path: path4, object: object2 }) {
  return ["requests", "limits"].flatMap((side) => {
    let { cpu, memory, gpu } = objectIn(object2, "resources", side), at3 = [...path4, "resources", side], custom2 = Object.entries(objectIn(object2, "resources", side, "custom"));
    return [
      ...Object.entries({ cpu, memory, gpu }).map(([key, value]) => ({ path: [...at3, key], value })),
      ...custom2.map(([key, value]) => ({ path: [...at3, "custom", key], value }))
    ].filter(({ value }) => typeof value == "string");
  });
}

// src/dgd/check-rules.ts
var RULES2 = [
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
  let view = viewGraph(graph, target);
  return RULES2.filter((rule) => isInForce(rule, view)).flatMap(
    (rule) => rule.breaches(view).map((breach) => toProblem(rule, breach))
  );
}
function isInForce({ versions, since, until }, { version: version2, target }) {
  return versions !== void 0 && !versions.includes(version2) ? !1 : (since === void 0 || !isBefore(target, since)) && (until === void 0 || isBefore(target, until));
}
function toProblem({ severity, why, hint }, breach) {
  return { severity, path: breach.path, message: `${breach.found}: ${why}`, hint: breach.hint ?? hint };
}

// src/dgd/schema-words.ts
var TYPE_WORDS2 = {
  string: "a text",
  integer: "an integer",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping"
}, PLAIN_NAME2 = /^[\w./-]{1,100}$/, SHOWN_LENGTH2 = 60, UNPRINTABLE2 = /[\p{C}\u2028\u2029]/gu, BARE = {
  integer: /^-?(0|[1-9]\d{0,14})$/,
  number: /^-?(0|[1-9]\d{0,14})(\.\d+)?$/,
  boolean: /^(true|false)$/
}, LISTED = 12;
function valueWords(value) {
  return Array.isArray(value) ? "a list" : isObject(value) ? "a mapping" : typeof value != "string" ? String(value) : JSON.stringify(value.length > SHOWN_LENGTH2 ? `${value.slice(0, SHOWN_LENGTH2)}...` : value).replace(UNPRINTABLE2, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function nameWords(name) {
  return PLAIN_NAME2.test(name) ? name : valueWords(name);
}
function typeWords(types) {
  return types.map((type) => TYPE_WORDS2[type] ?? type).join(" or ");
}
function typeHint(value, types) {
  return typeof value == "string" ? types.some((type) => BARE[type]?.test(value)) ? `write ${value} without quotes` : void 0 : (typeof value == "number" || typeof value == "boolean") && types.includes("string") ? `quote it: "${value}"` : void 0;
}
function unknownFieldHint(name, known) {
  let first = name.slice(0, 1).toLowerCase(), alike = known.filter((field) => field.slice(0, 1).toLowerCase() === first);
  return known.length > LISTED ? alike.length === 0 ? "remove it" : `fields with ${first} are ${alike.join(", ")}` : known.length === 0 ? "remove it" : `known are ${known.join(", ")}`;
}

// src/dgd/json-schema.ts
var DEFINITIONS = "#/$defs/", TYPE_TESTS = {
  string: (value) => typeof value == "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value == "boolean",
  array: (value) => Array.isArray(value),
  object: isObject
}, LIMITS2 = [
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
  let broken = LIMITS2.find(({ isBroken }) => isBroken(value, schema));
  return broken === void 0 ? [] : [wrong(value, place, broken.wanted(schema))];
}
function checkList(list, schema, place) {
  let { items, maxItems = 1 / 0, uniqueItems = !1 } = schema;
  return [
    ...tooMany(list.length, maxItems, place),
    ...uniqueItems ? repeated(list, place) : [],
    ...items === void 0 ? [] : list.flatMap((item, index) => checkValue(item, items, below(place, index)))
  ];
}
function checkObject(object2, schema, place) {
  let members3 = Object.entries(object2).filter(([, value]) => value !== null), given = new Set(members3.map(([name]) => name));
  return [
    ...(schema.required?.filter((name) => !given.has(name)) ?? []).map((name) => error2([...place.path, name], `${name} is missing`)),
    ...tooMany(members3.length, schema.maxProperties ?? 1 / 0, place),
    ...members3.flatMap(([name, value]) => checkMember({ name, value }, schema, below(place, name)))
  ];
}
function checkMember({ name, value }, { properties = {}, additionalProperties = !0, propertyNames = {} }, place) {
  let misnamed = checkValue(name, propertyNames, { ...place, label: "the name" }), found = (Object.hasOwn(properties, name) ? properties[name] : void 0) ?? additionalProperties;
  return typeof found == "object" ? [...misnamed, ...checkValue(value, found, place)] : found ? misnamed : [unknownField(name, Object.keys(properties), place.path)];
}
function unknownField(name, known, path4) {
  let message = `there is no field ${valueWords(name)}; the API server drops it`;
  return { severity: "warning", path: path4, message, hint: unknownFieldHint(name, known) };
}
function tooMany(count2, most, { path: path4, label }) {
  return count2 > most ? [error2(path4, `${label} has ${count2} entries, wanted at most ${most}`)] : [];
}
function repeated(list, { path: path4, label }) {
  let seen = /* @__PURE__ */ new Set(), second = list.findIndex((item) => typeof item == "string" && seen.size === seen.add(item).size), text5 = list[second];
  return text5 === void 0 ? [] : [error2([...path4, second], `${label} holds ${valueWords(text5)} twice`)];
}
function wrong(value, { path: path4, label }, wanted2, hint) {
  return error2(path4, `${label} is ${valueWords(value)}, wanted ${wanted2}`, hint);
}
function error2(path4, message, hint) {
  return { severity: "error", path: path4, message, hint };
}
function below(place, key) {
  let label = typeof key == "number" ? `${place.label}[${key}]` : nameWords(key);
  return { ...place, path: [...place.path, key], label };
}
function refName(ref) {
  return ref.slice(DEFINITIONS.length);
}
function length(text5) {
  return [...text5].length;
}
function matches(text5, pattern) {
  let expression = EXPRESSIONS.get(pattern) ?? new RegExp(pattern, "u");
  return EXPRESSIONS.set(pattern, expression), expression.test(text5);
}

// src/dgd/pod-types.json
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

// src/dgd/pod-schema.ts
var WORDS = {
  text: { type: "string" },
  boolean: { type: "boolean" },
  int32: { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { type: "integer" },
  number: { type: "number" },
  intOrText: { type: ["integer", "string"] },
  any: {}
}, VARIANTS = {
  MainContainer: { of: "V1Container", optional: "name", added: {} },
  ExtraPodSpec: { of: "V1PodSpec", optional: "containers", added: { mainContainer: "MainContainer" } }
}, NOTATION = /^(\w+?)(\[\]|\{\})?(!)?$/, TYPES = pod_types_default, SCHEMAS = /* @__PURE__ */ new Map();
function podSchema(name) {
  let made = SCHEMAS.get(name);
  if (made !== void 0) return made;
  let { of, optional: optional3, added } = VARIANTS[name] ?? { of: name, optional: void 0, added: {} }, members3 = Object.hasOwn(TYPES, of) ? TYPES[of] : void 0;
  if (members3 === void 0) return;
  let schema = toSchema({ ...members3, ...added }, optional3);
  return SCHEMAS.set(name, schema), schema;
}
function toSchema(members3, optional3) {
  let entries = Object.entries(members3);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([member2, notation]) => [member2, memberSchema(notation)])),
    required: entries.filter(([member2, notation]) => notation.endsWith("!") && member2 !== optional3).map(([member2]) => member2),
    additionalProperties: !1
  };
}
function memberSchema(notation) {
  let [, word = "", many] = NOTATION.exec(notation) ?? [], one = WORDS[word] ?? { $ref: `#/$defs/${word}` };
  return many === "[]" ? { type: "array", items: one } : many === "{}" ? { type: "object", additionalProperties: one } : one;
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

// src/dgd/check-schema.ts
var SCHEMAS2 = { v1alpha1: dgd_v1alpha1_schema_default, v1beta1: dgd_v1beta1_schema_default }, KUBERNETES = {
  container: "MainContainer",
  envVar: "V1EnvVar",
  extraPodSpec: "ExtraPodSpec",
  objectMeta: "V1ObjectMeta",
  podTemplate: "V1PodTemplateSpec",
  probe: "V1Probe"
};
function checkSchema(graph) {
  let version2 = versionOf(graph);
  if (version2 === void 0) return [badVersion(graph)];
  let schema = SCHEMAS2[version2];
  return checkDocument(graph, schema, (name) => definitionOf(schema, name));
}
function versionOf({ apiVersion }) {
  return ["v1alpha1", "v1beta1"].find((version2) => apiVersion === `${GROUP}/${version2}`);
}
function badVersion({ apiVersion = null }) {
  let message = `apiVersion is ${apiVersion === null ? "missing" : valueWords(apiVersion)}, wanted ${GROUP}/v1alpha1 or ${GROUP}/v1beta1`;
  return { severity: "error", path: ["apiVersion"], message };
}
function definitionOf(schema, name) {
  let found = podSchema(KUBERNETES[name] ?? name) ?? schema.$defs[name];
  if (found === void 0) throw new Error(`no definition ${name}`);
  return found;
}

// src/dgd/field-since.ts
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
    ...graphServices(graph).map(({ path: path4, object: object2 }) => ({ at: path4, object: object2, fields: ofService }))
  ].flatMap(({ at: at3, object: object2, fields }) => {
    let young = fields.filter(({ since, keys }) => isBefore(target, since) && isPresent(object2, keys));
    return young.filter((field) => !isInside(field, young)).map((field) => toProblem2(at3, field, target));
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
function toProblem2(at3, { since, keys }, target) {
  let name = keys.join(".");
  return {
    severity: "warning",
    path: [...at3, ...keys],
    message: `${name} came with Dynamo ${printRelease(since)}: the API server of ${printRelease(target)} drops it`,
    hint: `remove ${name}, or target ${printRelease(since)} or later`
  };
}

// src/merge/problems.ts
function reportProblems(problems, reporting) {
  let { graph, request, warn, codes } = reporting, details = problems.map((problem) => {
    let path4 = blamedField(request, graph, problem.path), message = `${graphPath(problem.path)}: ${problem.message}`;
    return { severity: problem.severity, message, path: path4, hint: problem.hint, origin: request.locate(path4) };
  }), errors = details.filter(({ severity }) => severity === "error").map((one) => new RenderError(codes.error, one));
  for (let one of details) one.severity === "warning" && warn(codes.warning, one);
  if (errors.length > 0) throw new RenderErrors(errors);
}
function graphPath(path4) {
  return path4.reduce((way, key) => typeof key == "number" ? `${way}[${key}]` : `${way}.${key}`, "").replace(/^\./, "");
}
function blamedField(request, graph, path4) {
  let { dgd } = request.overrides;
  if (dgd === void 0) return "spec";
  let { start, rest } = inOverride(dgd, graph, path4);
  return graphVersion(dgd) === graphVersion(graph) ? overridePath([...start, ...existing(at(dgd, start), rest)]) : overridePath(start);
}
function inOverride(dgd, graph, path4) {
  let service = graphServices(graph).find((one) => one.path.every((key, index) => path4[index] === key));
  if (service === void 0) return { start: [], rest: path4 };
  let own2 = findService(dgd, service.name);
  return own2 === void 0 ? { start: [], rest: [] } : { start: own2.path.map(String), rest: path4.slice(service.path.length) };
}
function existing(value, keys) {
  let [key, ...rest] = keys;
  if (typeof key != "string") return [];
  let member2 = getIn(value, key);
  return member2 === void 0 ? [] : [key, ...existing(member2, rest)];
}
function at(value, path4) {
  return path4.reduce((current, key) => Array.isArray(current) ? current[Number(key)] : getIn(current, key), value);
}

// src/merge/admit.ts
function admit(graph, request, warn) {
  if (request.compat === "reference") return;
  let codes = { error: "ADMISSION_REFUSED", warning: "ADMISSION_AT_RISK" }, problems = [
    ...checkSchema(graph),
    ...checkRules(graph, request.target),
    ...checkFieldAge(graph, request.target)
  ];
  reportProblems(problems, { graph, request, warn, codes });
}

// src/merge/override-check.ts
var KIND = "DynamoGraphDeployment", FORBIDDEN_KEY = "__proto__";
function checkOverride(request, dgd, names) {
  if (refuseForbiddenKeys(request, dgd, []), request.compat === "reference") return;
  let facts = releaseFacts(request.target);
  checkEnvelope(request, dgd, facts), facts.overrideMerge === "operator" && refuseDeletions(request, dgd);
  for (let path4 of [["metadata"], ["metadata", "labels"], ["metadata", "annotations"], ["spec"]])
    requireObject(request, dgd, path4);
  CHECK_SERVICES[graphVersion(dgd)](request, dgd, names);
}
function checkEnvelope(request, dgd, { graphVersion: written }) {
  let { apiVersion, kind } = dgd;
  if (kind !== void 0 && kind !== KIND) throw invalid2(request, ["kind"], `kind is ${text3(kind)}`, `use ${KIND}`);
  let versions = (written === "v1beta1" ? ["v1alpha1", "v1beta1"] : ["v1alpha1"]).map((version2) => `${GROUP}/${version2}`);
  if (apiVersion !== void 0 && !versions.some((version2) => version2 === apiVersion))
    throw badVersion2(request, ["apiVersion"], `apiVersion is ${text3(apiVersion)}`, versions);
  let { spec } = dgd, isBeta = apiVersion === `${GROUP}/v1beta1`, stray = isBeta ? "services" : "components";
  if (getIn(spec, stray) !== void 0)
    throw badVersion2(request, ["spec", stray], `${stray} belong to ${isBeta ? "v1alpha1" : "v1beta1"}`, versions);
  if (written === "v1beta1" && apiVersion === void 0 != (kind === void 0)) {
    let missing = apiVersion === void 0 ? "apiVersion" : "kind";
    throw invalid2(request, [missing], `${missing} is missing beside the other one`, "give both apiVersion and kind");
  }
}
function refuseDeletions(request, dgd) {
  if (dgd.status !== void 0) throw invalid2(request, ["status"], "status is not merged", "remove status");
  let path4 = findNull(dgd, []);
  if (path4 === void 0) return;
  let message = `${overridePath(path4)} is null, and from 1.4 an override cannot delete a field`;
  throw invalid2(request, path4, message, "remove the key, or give the value that is wanted");
}
function findNull(value, path4) {
  if (value === null) return path4;
  if (typeof value == "object")
    for (let [key, member2] of Object.entries(value)) {
      let found = findNull(member2, [...path4, key]);
      if (found !== void 0) return found;
    }
}
var CHECK_SERVICES = {
  v1alpha1: checkAlphaServices,
  v1beta1: checkComponents
};
function checkAlphaServices(request, dgd, names) {
  requireObject(request, dgd, ["spec", "services"]);
  for (let service of names) {
    let path4 = ["spec", "services", service];
    requireObject(request, dgd, path4), requireObject(request, dgd, [...path4, "extraPodSpec"]), requireObject(request, dgd, [...path4, "extraPodSpec", "mainContainer"]), requireArgs(request, dgd, [...path4, "extraPodSpec", "mainContainer", "args"]);
  }
}
function checkComponents(request, dgd, names) {
  let components2 = named2(request, dgd, ["spec", "components"]);
  for (let [index, component] of components2.entries()) {
    if (!names.includes(String(component.name))) continue;
    let path4 = ["spec", "components", String(index)];
    requireObject(request, dgd, [...path4, "podTemplate"]), requireObject(request, dgd, [...path4, "podTemplate", "spec"]);
    let podSpec2 = [...path4, "podTemplate", "spec", "containers"];
    if (getIn(component, "podTemplate", "spec", "containers") === void 0) continue;
    let containers = named2(request, dgd, podSpec2);
    for (let position of containers.keys()) requireArgs(request, dgd, [...podSpec2, String(position), "args"]);
  }
}
function named2(request, dgd, path4) {
  let list = at2(dgd, path4);
  if (list === void 0) return [];
  if (!Array.isArray(list))
    throw invalid2(request, path4, `${overridePath(path4)} is ${text3(list)}, not a list`, "give a list");
  let seen = /* @__PURE__ */ new Set();
  return list.map((entry, index) => {
    let place = [...path4, String(index)], name = getIn(entry, "name");
    if (!isObject(entry) || typeof name != "string" || name === "")
      throw invalid2(request, place, `${overridePath(place)} has no name`, "give the name by which it is merged");
    if (seen.has(name))
      throw invalid2(request, place, `${overridePath(place)} repeats the name ${name}`, "name each once");
    return seen.add(name), entry;
  });
}
function requireObject(request, dgd, path4) {
  let value = at2(dgd, path4);
  if (value === void 0 || isObject(value)) return;
  let hint = value === null ? "remove the key: an override cannot delete this" : "give a map";
  throw invalid2(request, path4, `${overridePath(path4)} is ${text3(value)}, not a map`, hint);
}
function requireArgs(request, dgd, path4) {
  let value = at2(dgd, path4);
  if (value == null) return;
  let bad = Array.isArray(value) ? value.find((item) => typeof item == "object") : value;
  if (bad !== void 0)
    throw invalid2(request, path4, `args hold ${text3(bad)}`, "give a list with one text per flag and one per value");
}
function at2(value, path4) {
  return path4.reduce((current, key) => Array.isArray(current) ? current[Number(key)] : getIn(current, key), value);
}
function refuseForbiddenKeys(request, value, path4) {
  if (!(typeof value != "object" || value === null))
    for (let [key, member2] of Object.entries(value)) {
      if (key === FORBIDDEN_KEY) throw invalid2(request, path4, `the key ${FORBIDDEN_KEY} is not allowed`, `remove ${key}`);
      refuseForbiddenKeys(request, member2, [...path4, key]);
    }
}
function badVersion2(request, keys, found, versions) {
  let path4 = overridePath(keys);
  return new RenderError("OVERRIDE_VERSION_UNSUPPORTED", {
    message: `${found}, but overrides for Dynamo ${printRelease(request.target)} are read as ${versions.join(" or ")}`,
    path: path4,
    hint: versions.length > 1 ? "use services with v1alpha1 and components with v1beta1" : `write the override as ${versions[0]} with spec.services`,
    origin: request.locate(path4)
  });
}
function invalid2(request, keys, message, hint) {
  let path4 = overridePath(keys);
  return new RenderError("OVERRIDE_INVALID", { message, path: path4, hint, origin: request.locate(path4) });
}
function text3(value) {
  return JSON.stringify(value);
}

// src/merge/args-patch.ts
var PATCH = "$patch";
function applyArgsPatches(override, graph, request) {
  let { spec } = override, components2 = getIn(spec, "components");
  if (!isObject(spec) || !Array.isArray(components2)) return override;
  let refuse = (path4, message, hint) => invalid2(request, path4, message, hint), patched = components2.map((component, index) => {
    let containers = getIn(component, "podTemplate", "spec", "containers");
    if (!isObject(component) || !Array.isArray(containers)) return component;
    let path4 = [...findService(request.overrides.dgd, String(component.name))?.path.map(String) ?? ["spec", "components", String(index)], "podTemplate", "spec", "containers"], base2 = generatedArgs(graph, String(component.name)), next = containers.map(
      (one, position) => patchContainer(one, [...path4, String(position)], { base: base2, request, refuse })
    );
    return withContainers(component, next);
  });
  return { ...override, spec: { ...spec, components: patched } };
}
function generatedArgs(graph, component) {
  let containers = findService(graph, component)?.podSpec.containers, names = Array.isArray(containers) ? containers.map((one) => String(getIn(one, "name"))) : [];
  return new Map(names.map((name) => [name, name === "main" ? serviceArgs(graph, component) : []]));
}
function patchContainer(container, path4, { base: base2, request, refuse }) {
  if (!isObject(container) || !Object.hasOwn(container, PATCH)) return container;
  let { [PATCH]: patch, ...rest } = container, place = [...path4, PATCH];
  if (!releaseFacts(request.target).hasArgsPatch) {
    let message = `${PATCH} came after Dynamo ${printRelease(request.target)}`;
    throw refuse(place, message, "write the override as nvidia.com/v1alpha1, whose worker arguments are appended");
  }
  if (!isObject(patch) || Object.keys(patch).length !== 1 || patch.args !== "append")
    throw refuse(place, `${PATCH} is ${JSON.stringify(patch)}`, `the only patch is ${PATCH}: {args: append}`);
  let generated = base2.get(String(container.name)) ?? [];
  if (!Array.isArray(rest.args) || rest.args.length === 0 || generated.length === 0) {
    let what = generated.length === 0 ? "no generated arguments" : "no arguments of its own";
    throw refuse(place, `container ${String(container.name)} has ${what} to append to`, `remove ${PATCH}`);
  }
  return { ...rest, args: [...generated, ...rest.args] };
}
function withContainers(component, containers) {
  let podTemplate = isObject(component.podTemplate) ? component.podTemplate : {}, podSpec2 = isObject(podTemplate.spec) ? podTemplate.spec : {};
  return { ...component, podTemplate: { ...podTemplate, spec: { ...podSpec2, containers } } };
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
function defaultFilterValues(values, meta2) {
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
function mergeArrays$1(values, utils, meta2) {
  return values.flat();
}
function mergeSets$1(values, utils, meta2) {
  let result = /* @__PURE__ */ new Set();
  for (let set of values)
    for (let element of set)
      result.add(element);
  return result;
}
function mergeOthers$1(values, utils, meta2) {
  return values.at(-1);
}
var ObjectType;
(function(ObjectType2) {
  ObjectType2[ObjectType2.NOT = 0] = "NOT", ObjectType2[ObjectType2.RECORD = 1] = "RECORD", ObjectType2[ObjectType2.ARRAY = 2] = "ARRAY", ObjectType2[ObjectType2.SET = 3] = "SET", ObjectType2[ObjectType2.MAP = 4] = "MAP", ObjectType2[ObjectType2.OTHER = 5] = "OTHER";
})(ObjectType || (ObjectType = {}));
function getObjectType(object2) {
  return typeof object2 != "object" || object2 === null ? ObjectType.NOT : Array.isArray(object2) ? ObjectType.ARRAY : isRecord(object2) ? ObjectType.RECORD : object2 instanceof Set ? ObjectType.SET : object2 instanceof Map ? ObjectType.MAP : ObjectType.OTHER;
}
function getKeysOfObjects(objects2) {
  let keys = /* @__PURE__ */ new Set();
  for (let currentObject of objects2) {
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
function getMetaDataHierarchy(meta2) {
  return meta2?.hierarchy;
}
function mergeRecords$1(values, utils, meta2) {
  if (values.length === 2) {
    let result = {}, mergeProperty = (key, propValues) => {
      let updatedMeta = utils.metaDataUpdater(meta2, {
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
  return mergeRecordsGeneral(values, utils, meta2);
}
function mergeRecordsGeneral(values, utils, meta2) {
  let result = {};
  for (let key of getKeysOfObjects(values)) {
    let propValues = [];
    for (let value of values)
      objectHasProperty(value, key) && propValues.push(value[key]);
    let updatedMeta = utils.metaDataUpdater(meta2, {
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
function mergeMaps$1(values, utils, meta2) {
  let result = /* @__PURE__ */ new Map(), valuesByKey = /* @__PURE__ */ new Map();
  for (let map of values)
    for (let [key, value] of map) {
      let mut_keyValues = valuesByKey.get(key);
      mut_keyValues === void 0 ? valuesByKey.set(key, [value]) : mut_keyValues.push(value);
    }
  for (let [key, keyValues] of valuesByKey) {
    let updatedMeta = utils.metaDataUpdater(meta2, {
      key,
      parents: values,
      values: keyValues,
      result
    }), keyResult = mergeUnknowns(keyValues, utils, updatedMeta);
    keyResult !== actions.skip && result.set(key, keyResult);
  }
  return result;
}
function resolveCyclicReferences(value, utils, meta2) {
  if (typeof value != "object" || value === null)
    return value;
  let hierarchy = getMetaDataHierarchy(meta2), depth = getCyclicReferenceDepth(value, hierarchy, 0);
  if (hierarchy !== void 0 && depth > 0)
    return hierarchy[hierarchy.length - depth]?.result;
  if (getObjectType(value) === ObjectType.RECORD) {
    let record2 = value, mut_changed = !1, result = {};
    for (let key of getKeysOfObject(record2)) {
      let propVal = record2[key], updatedMeta = utils.metaDataUpdater(meta2, {
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
function mergeCircularReferences$1(values, cyclicDepths, utils, meta2) {
  let depth = cyclicDepths[0], hierarchy = getMetaDataHierarchy(meta2);
  for (let mut_index = 1; mut_index < values.length; mut_index++)
    if (cyclicDepths[mut_index] !== depth) {
      let lastCyclicDepth = cyclicDepths.at(-1);
      return lastCyclicDepth === 0 ? resolveCyclicReferences(values.at(-1), utils, meta2) : hierarchy?.[hierarchy.length - lastCyclicDepth]?.result;
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
  function customizedDeepmerge(...objects2) {
    return mergeUnknowns(objects2, utils, rootMetaData ?? void 0);
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
function mergeUnknowns(values, utils, meta2) {
  let filteredValues = utils.filterValues?.(values, meta2) ?? values;
  if (filteredValues.length === 0)
    return;
  let hierarchy = getMetaDataHierarchy(meta2), currentDepth = hierarchy?.length ?? (typeof meta2 == "number" ? meta2 : meta2?.depth ?? 0);
  if (utils.maxDepth !== void 0 && currentDepth >= utils.maxDepth)
    return mergeOthers(filteredValues, utils, meta2);
  if (filteredValues.length === 1) {
    if (hierarchy !== void 0) {
      let depth = getCyclicReferenceDepth(filteredValues[0], hierarchy, 0);
      if (depth > 0)
        return hierarchy[hierarchy.length - depth]?.result ?? hierarchy[hierarchy.length - depth]?.parents[0];
    }
    return mergeOthers(filteredValues, utils, meta2);
  }
  let type = getObjectType(filteredValues[0]);
  if (type !== ObjectType.NOT && type !== ObjectType.OTHER)
    if (filteredValues.length === 2) {
      if (getObjectType(filteredValues[1]) !== type)
        return mergeOthers(filteredValues, utils, meta2);
      let d0 = getCyclicReferenceDepth(filteredValues[0], hierarchy, 0), d1 = getCyclicReferenceDepth(filteredValues[1], hierarchy, 1);
      if (d0 !== 0 || d1 !== 0)
        return mergeCircularReferences(filteredValues, [d0, d1], utils, meta2);
    } else {
      let cyclicDepths = new Array(filteredValues.length);
      cyclicDepths[0] = getCyclicReferenceDepth(filteredValues[0], hierarchy, 0);
      for (let mut_index = 1; mut_index < filteredValues.length; mut_index++) {
        if (getObjectType(filteredValues[mut_index]) !== type)
          return mergeOthers(filteredValues, utils, meta2);
        cyclicDepths[mut_index] = getCyclicReferenceDepth(filteredValues[mut_index], hierarchy, mut_index);
      }
      if (cyclicDepths.some((depth) => depth !== 0))
        return mergeCircularReferences(filteredValues, cyclicDepths, utils, meta2);
    }
  switch (type) {
    case ObjectType.RECORD:
      return mergeRecords(filteredValues, utils, meta2);
    case ObjectType.ARRAY:
      return mergeArrays(filteredValues, utils, meta2);
    case ObjectType.SET:
      return mergeSets(filteredValues, utils, meta2);
    case ObjectType.MAP:
      return mergeMaps(filteredValues, utils, meta2);
    default:
      return mergeOthers(filteredValues, utils, meta2);
  }
}
function mergeRecords(values, utils, meta2) {
  let result = utils.mergeFunctions.mergeRecords(values, utils, meta2);
  return shouldFallbackToDefault(utils, "mergeRecords", result) ? utils.defaultMergeFunctions.mergeRecords(values, utils, meta2) : result;
}
function mergeArrays(values, utils, meta2) {
  let result = utils.mergeFunctions.mergeArrays(values, utils, meta2);
  return shouldFallbackToDefault(utils, "mergeArrays", result) ? utils.defaultMergeFunctions.mergeArrays(values) : result;
}
function mergeSets(values, utils, meta2) {
  let result = utils.mergeFunctions.mergeSets(values, utils, meta2);
  return shouldFallbackToDefault(utils, "mergeSets", result) ? utils.defaultMergeFunctions.mergeSets(values) : result;
}
function mergeMaps(values, utils, meta2) {
  let result = utils.mergeFunctions.mergeMaps(values, utils, meta2);
  return shouldFallbackToDefault(utils, "mergeMaps", result) ? utils.defaultMergeFunctions.mergeMaps(values, utils, meta2) : result;
}
function mergeCircularReferences(values, cyclicDepths, utils, meta2) {
  let result = utils.mergeFunctions.mergeCircularReferences(values, cyclicDepths, utils, meta2);
  return shouldFallbackToDefault(utils, "mergeCircularReferences", result) ? utils.defaultMergeFunctions.mergeCircularReferences(values, cyclicDepths, utils, meta2) : result;
}
function mergeOthers(values, utils, meta2) {
  let result = utils.mergeFunctions.mergeOthers(values, utils, meta2);
  return shouldFallbackToDefault(utils, "mergeOthers", result) ? utils.defaultMergeFunctions.mergeOthers(values) : result;
}

// src/merge/list-rules.ts
var BY_NAME = { keys: ["name"] }, UNION_BY_NAME = { keys: ["name"], isUnion: !0 }, POD_LISTS = {
  containers: BY_NAME,
  initContainers: BY_NAME,
  ephemeralContainers: BY_NAME,
  volumes: UNION_BY_NAME,
  imagePullSecrets: BY_NAME,
  schedulingGates: BY_NAME,
  resourceClaims: UNION_BY_NAME,
  hostAliases: { keys: ["ip"] },
  topologySpreadConstraints: { keys: ["topologyKey", "whenUnsatisfiable"] }
}, CONTAINER_LISTS = {
  env: UNION_BY_NAME,
  ports: { keys: ["containerPort", "protocol"] },
  volumeMounts: { keys: ["mountPath"] },
  volumeDevices: { keys: ["devicePath"] },
  "resources.claims": BY_NAME
}, PODS = ["spec.services.*.extraPodSpec", "spec.components.*.podTemplate.spec"], CONTAINERS = [
  "spec.services.*.extraPodSpec.mainContainer",
  ...PODS.flatMap((pod) => ["containers", "initContainers", "ephemeralContainers"].map((list) => `${pod}.${list}.*`))
], LIST_RULES = [
  {
    path: "spec.services.<worker>.extraPodSpec.mainContainer.args",
    ours: "append",
    reference: "append",
    operator: "append"
  },
  { path: "spec.pvcs", ours: "byName", operator: BY_NAME },
  { path: "spec.services.*.envs", ours: "byName", operator: UNION_BY_NAME },
  { path: "spec.services.*.volumeMounts", ours: "byName", operator: BY_NAME },
  { path: "spec.services.*.extraPodSpec.volumes", ours: "byName", operator: UNION_BY_NAME },
  { path: "spec.services.*.extraPodSpec.mainContainer.env", ours: "byName", operator: UNION_BY_NAME },
  {
    path: "spec.services.*.extraPodSpec.mainContainer.volumeMounts",
    ours: "byName",
    operator: { keys: ["mountPath"] }
  },
  { path: "spec.components", operator: BY_NAME },
  ...PODS.flatMap((pod) => rowsBelow(pod, POD_LISTS)),
  ...CONTAINERS.flatMap((container) => rowsBelow(container, CONTAINER_LISTS))
];
function rowsBelow(parent, lists) {
  return Object.entries(lists).map(([list, operator]) => ({ path: `${parent}.${list}`, operator }));
}
function listRule(path4, rules2) {
  return LIST_RULES.find((row) => matchesPath(row.path, path4))?.[rules2] ?? "replace";
}

// src/merge/deep-merge.ts
var KEY_DEFAULTS = { protocol: "TCP" };
function mergeOverride(base2, override, rules2) {
  return mergeAt(base2, override, { path: [], rules: rules2 });
}
function mergeAt(base2, override, { path: root, rules: rules2 }) {
  let merged = deepmergeCustom(
    {
      metaDataUpdater: (path4, { key }) => key === void 0 ? path4 ?? root : [...path4 ?? root, String(key)],
      mergeArrays: (lists, _utils, path4 = root) => {
        let [first = [], second] = lists;
        return second === void 0 ? [...first] : mergeLists(first, second, { path: path4, rules: rules2 });
      }
    },
    root
  )(base2, override);
  return isObject(merged) ? merged : base2;
}
function mergeLists(base2, override, place) {
  let rule = listRule(place.path, place.rules);
  return rule === "append" ? [...base2, ...override] : rule === "replace" ? [...override] : rule === "byName" ? [...base2.filter((entry) => !override.some((other) => isSame(entry, other, NAME2))), ...override] : mergeKeyed(base2, override, rule, place);
}
var NAME2 = ["name"];
function mergeKeyed(base2, override, rule, place) {
  let partners = base2.map((entry) => override.filter((other) => isSame(entry, other, rule.keys))), merged = base2.map(
    (entry, index) => (partners[index] ?? []).reduce((current, other) => mergeEntry(current, other, rule, place), entry)
  ), met = new Set(partners.flat());
  return [...merged, ...override.filter((other) => !met.has(other))];
}
function mergeEntry(base2, override, { keys, isUnion }, place) {
  if (!isObject(base2) || !isObject(override)) return override;
  let isOther = Object.keys(override).some((key) => !keys.includes(key) && !Object.hasOwn(base2, key));
  return isUnion && isOther ? override : mergeAt(base2, override, { ...place, path: [...place.path, "*"] });
}
function isSame(entry, other, keys) {
  return !isObject(entry) || !isObject(other) ? entry === other : keys.every((key) => keyOf2(entry, key) === keyOf2(other, key));
}
function keyOf2(entry, key) {
  return entry[key] ?? KEY_DEFAULTS[key];
}

// src/merge/engine-settings.ts
function foldEngineSettings(graph, request, profile) {
  let flags = GRAPH_BACKENDS[profile.backend].engineSettings;
  if (flags === void 0 || request.features.mocker) return graph;
  let { hasEngineFlags } = releaseFacts(request.target), isConcerned = (args) => hasFlag(args, flags.jsonFlag) || !hasEngineFlags && args.some((arg) => arg.startsWith(flags.prefix));
  return graphServices(graph).filter(({ name }) => isConcerned(serviceArgs(graph, name))).reduce((current, { name }) => {
    refuseBoth(request, name, flags);
    let args = withJson(serviceArgs(graph, name), flags), given = parseObject(flagValue(args, flags.jsonFlag));
    if (given === void 0)
      throw invalid3(
        request,
        name,
        `${flags.jsonFlag} of ${name} is no JSON object`,
        "give one JSON object as one list item"
      );
    let folded = foldArgs(args, given, flags);
    return updateMainContainer(current, name, (container) => ({ ...container, args: [...folded] }));
  }, graph);
}
function withJson(args, { jsonFlag, prefix }) {
  if (hasFlag(args, jsonFlag)) return args;
  let first = args.findIndex((arg) => arg.startsWith(prefix));
  return [...args.slice(0, first), jsonFlag, "{}", ...args.slice(first)];
}
function refuseBoth(request, name, { jsonFlag, prefix }) {
  let own2 = serviceArgs(request.overrides.dgd, name);
  if (!hasFlag(own2, jsonFlag) || !own2.some((arg) => arg.startsWith(prefix))) return;
  let message = `${jsonFlag} and ${prefix}<key> exclude each other, so ${name} would not start`;
  throw invalid3(request, name, message, `write all settings of ${name} as one of them`);
}
function foldArgs(args, given, { jsonFlag, prefix }) {
  let isSingle = (index) => args[index]?.startsWith(prefix) === !0, hasOwnValue = (index) => args[index]?.includes("=") === !0, single = args.reduce((settings, arg, index) => {
    if (!isSingle(index)) return settings;
    let [dotted = "", value = args[index + 1] ?? ""] = splitOnce(arg.slice(prefix.length), "=");
    return updateIn(settings, dotted.split("."), () => toValue(value));
  }, {}), json = JSON.stringify(mergeOverride(single, given, "operator")), last = args.findLastIndex((arg) => hasFlag([arg], jsonFlag)), isJoined = args[last]?.includes("=") === !0;
  return args.flatMap((arg, index) => isSingle(index) || isSingle(index - 1) && !hasOwnValue(index - 1) ? [] : isJoined ? [index === last ? `${jsonFlag}=${json}` : arg] : [index === last + 1 ? json : arg]);
}
function splitOnce(text5, separator) {
  let at3 = text5.indexOf(separator);
  return at3 < 0 ? [text5] : [text5.slice(0, at3), text5.slice(at3 + 1)];
}
function toValue(text5) {
  let lower = text5.toLowerCase();
  return lower === "none" || lower === "null" ? null : lower === "true" || lower === "false" ? lower === "true" : text5.trim() !== "" && Number.isFinite(Number(text5)) ? Number(text5) : text5;
}
function parseObject(text5) {
  try {
    let value = JSON.parse(text5 ?? "");
    return isObject(value) ? value : void 0;
  } catch {
    return;
  }
}
function invalid3(request, service, message, hint) {
  let path4 = serviceOverridePath(request, service);
  return new RenderError("OVERRIDE_INVALID", { message, path: path4, hint, origin: request.locate(path4) });
}

// src/merge/give-way.ts
var ENV_LISTS = [["envs"], ["extraPodSpec", "mainContainer", "env"]];
function giveWay(graph, override) {
  return mapServices(graph, ({ name, object: object2 }) => {
    let said = findService(override, name)?.object;
    return said === void 0 ? object2 : ENV_LISTS.reduce((service, path4) => {
      let others = ENV_LISTS.filter((other) => other !== path4).flatMap((other) => namesIn(getIn(said, ...other))), list = getIn(service, ...path4);
      if (!Array.isArray(list) || !list.some((entry) => others.includes(nameOf2(entry)))) return service;
      let kept = list.filter((entry) => !others.includes(nameOf2(entry)));
      return updateIn(service, path4, () => kept.length > 0 ? kept : null);
    }, object2);
  });
}
function namesIn(list) {
  return Array.isArray(list) ? list.filter(isObject).map(nameOf2) : [];
}
function nameOf2(entry) {
  return getIn(entry, "name");
}

// src/merge/limits.ts
var COMBINED_CHARACTERS = 45, SUFFIX = "-dgd", LEADER_SUFFIX = "-ldr";
function checkNameLengths(graph, request, { name, path: path4 }, warn) {
  let services = graphServices(graph).map((service) => service.name), offenders = services.filter((service) => name.length + service.length > COMBINED_CHARACTERS), origin = request.locate(path4);
  if (offenders.length > 0) {
    let longest = COMBINED_CHARACTERS - Math.max(...services.map((service) => service.length)), listed = offenders.map((service) => `${service} (${name.length} + ${service.length})`).join(", ");
    throw new RenderError("NAME_TOO_LONG", {
      message: `the graph's name "${name}" and a service's name together exceed ${COMBINED_CHARACTERS} characters: ${listed}`,
      path: path4,
      hint: `use a request name of at most ${longest - SUFFIX.length} characters, or set spec.overrides.dgd.metadata.name to at most ${longest}`,
      origin
    });
  }
  for (let { name: service } of graphServices(graph).filter((one) => nodeCount(one) !== void 0)) {
    let budget = COMBINED_CHARACTERS - 2 * service.length - LEADER_SUFFIX.length;
    name.length <= budget || warn("NAME_LONG", {
      message: `${service} spans nodes, for which the operator with Grove allows graph names of ${Math.max(budget, 0)} characters; "${name}" has ${name.length}`,
      path: path4,
      hint: `set spec.overrides.dgd.metadata.name to at most ${Math.max(budget, 1)} characters`,
      origin
    });
  }
}

// src/merge/coerce.ts
var ALPHA2 = "spec.services.*", BETA2 = "spec.components.*.podTemplate", TEXT_FIELDS = [
  "metadata.labels.*",
  "metadata.annotations.*",
  "spec.labels.*",
  "spec.annotations.*",
  "spec.envs.*.value",
  "spec.env.*.value",
  `${ALPHA2}.labels.*`,
  `${ALPHA2}.annotations.*`,
  `${ALPHA2}.envs.*.value`,
  ...containerTexts(`${ALPHA2}.extraPodSpec.mainContainer`),
  ...containerTexts(`${ALPHA2}.extraPodSpec.containers.*`),
  ...["limits", "requests"].flatMap(
    (kind) => ["cpu", "memory", "gpu", "gpuType", "custom.*"].map((key) => `${ALPHA2}.resources.${kind}.${key}`)
  ),
  ...["labels.*", "annotations.*"].flatMap((key) => [`${ALPHA2}.extraPodMetadata.${key}`, `${BETA2}.metadata.${key}`]),
  ...containerTexts(`${BETA2}.spec.containers.*`)
];
function containerTexts(container) {
  return ["env.*.value", "args.*", "command.*"].map((list) => `${container}.${list}`);
}
function coerceOverride({ request, warn }, override) {
  let coerced = mapLeaves(override, (leaf, path4) => {
    if (leaf === null || typeof leaf == "string" || !TEXT_FIELDS.some((pattern) => matchesPath(pattern, path4))) return leaf;
    let field = overridePath(path4);
    return warn("OVERRIDE_COERCED", {
      message: `${field} is ${JSON.stringify(leaf)}, where text is wanted; it is taken as "${leaf}"`,
      path: field,
      hint: `quote it: "${leaf}"`,
      origin: request.locate(field)
    }), String(leaf);
  });
  return isObject(coerced) ? coerced : override;
}

// src/merge/override-services.ts
function serviceNames(graph, { target, features }, profile) {
  let known = graphServices(graph).map(({ name }) => name);
  if (features.mocker) return { known, renamed: /* @__PURE__ */ new Map() };
  let renamed2 = MODE_ROLES[profile.chosen].flatMap((role) => {
    let name = workerName(profile.backend, role, target);
    return formerNames(profile.backend, role, target).map((former) => [former, name]);
  });
  return { known, renamed: new Map(renamed2) };
}
function keepServices(context, override, names) {
  let { spec } = override;
  if (!isObject(spec)) return override;
  let { services, components: components2 } = spec;
  if (isObject(services)) {
    let entries2 = Object.entries(services).map(([name, value]) => ({ key: name, name, value })), members4 = keepEntries(context, entries2, ["spec", "services"], names).map(({ name, value }) => [name, value]);
    return { ...override, spec: { ...spec, services: Object.fromEntries(members4) } };
  }
  if (!Array.isArray(components2)) return override;
  let entries = components2.map((value, index) => ({ key: String(index), name: nameOf3(value), value })), members3 = keepEntries(context, entries, ["spec", "components"], names).map(({ name, value }) => isObject(value) ? { ...value, name } : value);
  return { ...override, spec: { ...spec, components: members3 } };
}
function nameOf3(component) {
  return String(getIn(component, "name") ?? "");
}
function keepEntries(context, entries, parent, { known, renamed: renamed2 }) {
  let seen = /* @__PURE__ */ new Set();
  return entries.flatMap((entry) => {
    let name = renamed2.get(entry.name) ?? entry.name, path4 = [...parent, entry.key];
    if (!known.includes(name)) return leaveOut(context, path4, entry.name, known);
    if (seen.has(name)) {
      let message = `${entry.name} and another entry are both about ${name}`;
      throw invalid2(context.request, path4, message, `say it once, for ${name}`);
    }
    return seen.add(name), name !== entry.name && warnAboutName(context, path4, entry.name, name), [{ ...entry, name }];
  });
}
function leaveOut({ request, warn }, path4, name, known) {
  let hint = `use one of the services that exist: ${known.join(", ")}`;
  if (request.compat === "ours" && releaseFacts(request.target).unknownService === "error") {
    let message = `the graph has no service ${name}, and Dynamo ${printRelease(request.target)} refuses such an override`;
    throw invalid2(request, path4, message, hint);
  }
  let field = overridePath(path4);
  return warn("OVERRIDE_UNKNOWN_SERVICE", {
    message: `the graph has no service ${name}, so its override is left out`,
    path: field,
    hint,
    origin: request.locate(field)
  }), [];
}
function warnAboutName({ request, warn }, path4, given, name) {
  let field = overridePath(path4);
  warn("OVERRIDE_COERCED", {
    message: `${given} is called ${name} in Dynamo ${printRelease(request.target)}; it is taken as that`,
    path: field,
    hint: `write ${name}`,
    origin: request.locate(field)
  });
}

// src/merge/override.ts
var CONVERSION_PREFIX2 = "nvidia.com/dgd-", METADATA_MERGED = ["labels", "annotations"], ENVELOPE = ["apiVersion", "kind", "metadata"];
function readOverride(context, graph, profile) {
  let { request } = context, { dgd } = request.overrides;
  if (dgd === void 0 || Object.keys(dgd).length === 0) return { version: "v1alpha1", content: {} };
  let names = serviceNames(graph, request, profile);
  if (checkOverride(request, dgd, [...names.known, ...names.renamed.keys()]), request.compat === "reference")
    return { version: "v1alpha1", content: keepServices(context, readParts(context, dgd), names) };
  warnAboutVersion(context, dgd);
  let content = keepServices(context, readParts(context, coerceOverride(context, dgd)), names);
  return { version: graphVersion(dgd), content };
}
function warnAboutVersion({ request, warn }, dgd) {
  releaseFacts(request.target).overrideMerge === "profiler" || dgd.apiVersion !== void 0 || warn("OVERRIDE_VERSION_ASSUMED", {
    message: "the override names no apiVersion and kind; it is taken as v1alpha1",
    path: "spec.overrides.dgd",
    hint: `add apiVersion: ${GROUP}/v1alpha1 and kind: ${KIND} to spec.overrides.dgd`,
    origin: request.locate("spec.overrides.dgd")
  });
}
function readParts(context, dgd) {
  return { ...readMetadata(context, dgd), ...readRest(context, dgd) };
}
function readMetadata(context, dgd) {
  let metadata2 = getIn(dgd, "metadata");
  if (!isObject(metadata2)) return {};
  for (let key of Object.keys(metadata2))
    key === "name" || METADATA_MERGED.includes(key) || ignore(context, ["metadata", key], "of the metadata only name, labels and annotations are used");
  let kept = METADATA_MERGED.flatMap((key) => {
    let map = metadata2[key];
    return isObject(map) ? [[key, dropConversion(context, key, map)]] : [];
  });
  return kept.length === 0 ? {} : { metadata: Object.fromEntries(kept) };
}
function dropConversion(context, member2, map) {
  let entries = Object.entries(map).filter(([key]) => {
    let drop = context.request.compat === "ours" && member2 === "annotations" && key.startsWith(CONVERSION_PREFIX2);
    return drop && ignore(context, ["metadata", member2, key], "it belongs to the operator"), !drop;
  });
  return Object.fromEntries(entries);
}
function readRest(context, dgd) {
  let members3 = Object.entries(dgd).filter(([key]) => ENVELOPE.includes(key) ? !1 : key === "spec" || context.request.compat === "reference" ? !0 : (ignore(context, [key], "only metadata and spec are merged"), !1));
  return Object.fromEntries(members3);
}
function ignore({ request, warn }, keys, why) {
  let path4 = overridePath(keys);
  warn("OVERRIDE_IGNORED_FIELD", {
    message: `${path4} is left out: ${why}`,
    path: path4,
    hint: `remove ${path4}`,
    origin: request.locate(path4)
  });
}

// src/merge/reference-args.ts
var JSON_FLAG = "--override-engine-args", CHUNKED_PREFILL = "enable_chunked_prefill", CHUNKED_FLAG = `--trtllm.${CHUNKED_PREFILL}`, PIPELINE = ["|", "2>&1"];
function withChunkedPrefill(args) {
  let tokens3 = withoutFlag(breakArguments(args)), json = tokens3.indexOf(JSON_FLAG);
  if (json >= 0) return tokens3.map((token, index) => index === json + 1 ? switchOn(token) : token);
  let end = Math.min(...PIPELINE.map((stop) => tokens3.indexOf(stop)).filter((at3) => at3 >= 0), tokens3.length);
  return [...tokens3.slice(0, end), CHUNKED_FLAG, "true", ...tokens3.slice(end)];
}
function splitDecodeArgs(args) {
  if (!Array.isArray(args) || args.some((arg) => typeof arg != "string")) return args;
  try {
    return breakArguments(breakArguments(args));
  } catch (error3) {
    if (error3 instanceof UnclosedQuote) return args;
    throw error3;
  }
}
function breakArguments(args) {
  return typeof args == "string" ? splitWords(args) : Array.isArray(args) ? args.flatMap((arg) => arg === null ? [] : typeof arg != "string" ? [JSON.stringify(arg)] : /[ \t]/.test(arg) && !/^\s*[{[]/.test(arg) ? splitWords(arg) : [arg]) : [];
}
function withoutFlag(tokens3) {
  return tokens3.filter((token, index) => {
    let isValue = tokens3[index - 1] === CHUNKED_FLAG && !token.startsWith("--");
    return token !== CHUNKED_FLAG && !isValue;
  });
}
function switchOn(text5) {
  try {
    let value = JSON.parse(text5);
    return isObject(value) ? printJson({ ...value, [CHUNKED_PREFILL]: !0 }) : text5;
  } catch {
    return text5;
  }
}
function printJson(value) {
  return Array.isArray(value) ? `[${value.map(printJson).join(", ")}]` : isObject(value) ? `{${Object.entries(value).map(([key, member2]) => `${JSON.stringify(key)}: ${printJson(member2)}`).join(", ")}}` : JSON.stringify(value);
}
var UnclosedQuote = class extends Error {
}, PIECE = /(\s+)|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/gy;
function splitWords(text5) {
  let words = [], word, end = 0;
  for (let [whole, blank, single, double, escaped, plain] of text5.matchAll(PIECE))
    end += whole.length, blank === void 0 ? word = `${word ?? ""}${single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? plain ?? ""}` : word !== void 0 && (words.push(word), word = void 0);
  if (end < text5.length) throw new UnclosedQuote(text5);
  return word === void 0 ? words : [...words, word];
}

// src/merge/role-lint.ts
function lintRoles(graph, request, profile, warn) {
  if (request.compat === "reference" || request.features.mocker) return;
  let { roleFlags } = GRAPH_BACKENDS[profile.backend];
  for (let role of MODE_ROLES[profile.chosen]) {
    let service = workerName(profile.backend, role, request.target), missing = missingTokens(roleFlags[role](releaseFacts(request.target)), serviceArgs(graph, service)).filter(
      (token) => token.startsWith("--")
    );
    if (missing.length === 0) continue;
    let path4 = serviceOverridePath(request, service);
    warn("ROLE_FLAGS_MISSING", {
      message: `${service} is not told that it does ${role}: its arguments lack ${missing.join(", ")}`,
      path: path4,
      hint: `append to the generated arguments of ${service} instead of replacing them, or repeat these flags`,
      origin: request.locate(path4)
    });
  }
}
function lintEngineFlags(graph, request, profile, warn) {
  if (!(request.compat === "reference" || request.features.mocker))
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

// src/merge/router-settings.ts
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

// src/merge/router-lint.ts
var FRONTEND = "Frontend", PREFIX = "DYN_ROUTER_", PLANE = { env: "DYN_EVENT_PLANE", flag: "--event-plane" };
function lintRouterSettings(graph, request, warn) {
  let facts = releaseFacts(request.target), names = serviceEnv(graph, FRONTEND).flatMap((list) => list.map((entry) => String(getIn(entry, "name")))), strange = [...new Set(names)].filter(
    (name) => name.startsWith(PREFIX) && !facts.routerVariables.includes(name)
  );
  for (let name of strange) {
    let has2 = ({ routerVariables }) => routerVariables.includes(name);
    warnUnknown(request, warn, { what: `the variable ${name}`, has: has2, guess: nearest(name, facts.routerVariables) });
  }
  let { mode } = routerSettings(graph);
  if (mode === void 0 || mode === "unknown" || facts.routerModes.includes(mode.value)) return;
  let has = ({ routerModes }) => routerModes.includes(mode.value);
  warnUnknown(request, warn, {
    what: `the router mode ${mode.value}`,
    has,
    guess: nearest(mode.value, facts.routerModes)
  });
}
function warnUnknown(request, warn, { what, has, guess }) {
  let path4 = serviceOverridePath(request, FRONTEND), first = firstRelease(has), last = RELEASES.findLast(has)?.release, known = first === void 0 || last === void 0 ? "no release of Dynamo does" : `only ${printRelease(first)} to ${printRelease(last)} do`;
  warn("ROUTER_SETTING_UNKNOWN", {
    message: `the Frontend of Dynamo ${printRelease(request.target)} does not know ${what}; ${known}`,
    path: path4,
    hint: guess === void 0 ? "remove it, or set the target to the release that runs" : `write ${guess}`,
    origin: request.locate(path4)
  });
}
function lintEventPlane(graph, request, publisher, warn) {
  let [heard, spoken] = [FRONTEND, publisher].map((service) => eventPlane(graph, service, request));
  if (heard === "unknown" || spoken === "unknown" || heard === spoken) return;
  let path4 = serviceOverridePath(request, FRONTEND);
  warn("EVENT_PLANE_MIXED", {
    message: `the Frontend listens for KV events on the event plane ${heard}, but ${publisher} publishes on ${spoken}`,
    path: path4,
    hint: `set ${PLANE.env} to the same value everywhere, for example in spec.overrides.dgd.spec.envs (v1beta1: env)`,
    origin: request.locate(path4)
  });
}
function eventPlane(graph, service, { target }) {
  let flagged = flagValue(serviceArgs(graph, service), PLANE.flag);
  if (flagged !== void 0) return flagged;
  let setting = envSetting(graph, service, PLANE.env);
  return setting === "unknown" ? setting : setting?.value ?? releaseFacts(target).eventPlane;
}

// src/merge/event-flags.ts
var CONFIG_FLAG = "--kv-events-config", PREFIX_CACHING = { flag: "--enable-prefix-caching", aliases: ["--no-enable-prefix-caching"] }, VLLM_EVENTS = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}', SGLANG_EVENTS = '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080"}', TRTLLM_SWITCHES = [...new Set(RELEASES.map(({ trtllmEvents }) => trtllmEvents))], EVENT_FLAGS = {
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
    flags: (target) => [{ flag: releaseFacts(target).trtllmEvents, aliases: TRTLLM_SWITCHES }],
    corrections: [{ flag: "--trtllm.kv_cache_config.enable_block_reuse", value: "true" }],
    publishes: (args) => TRTLLM_SWITCHES.some((flag) => hasFlag(args, flag))
  }
};
function eventsConfig(args) {
  let text5 = flagValue(args, CONFIG_FLAG);
  if (text5 !== void 0)
    try {
      let config2 = JSON.parse(text5);
      return isObject(config2) ? config2 : void 0;
    } catch {
      return;
    }
}

// src/merge/routing.ts
var PUBLISHING_ROLE = { agg: "agg", disagg: "prefill" };
function publisherName({ target }, { backend, chosen }) {
  return workerName(backend, PUBLISHING_ROLE[chosen], target);
}
function applyRouting(graph, request, profile) {
  let { mode, kvEvents } = request.routing;
  if (mode === void 0 && kvEvents === void 0) return graph;
  let said = routerSettings(request.overrides.dgd), withEnv = addFrontendEnv(graph, routingEnv(request, said));
  return wantsEvents(request, said) && !request.features.mocker ? addEventFlags(withEnv, request, profile) : withEnv;
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
function addFrontendEnv(graph, env) {
  return env.length === 0 ? graph : updateIn(graph, ["spec", "services", "Frontend", "envs"], (list) => [
    ...Array.isArray(list) ? list : [],
    ...env
  ]);
}
function addEventFlags(graph, request, profile) {
  let service = publisherName(request, profile), { flags, corrections } = EVENT_FLAGS[profile.backend], override = overrideArgs(request, profile.backend, PUBLISHING_ROLE[profile.chosen]), corrected = corrections.filter(({ flag }) => !hasFlag(override, flag)).reduce(correctValue, serviceArgs(graph, service)), added = missingTokens(flags(request.target), override);
  return updateIn(graph, ["spec", "services", service, ...ARGS_PATH], () => [...corrected, ...added]);
}
function correctValue(args, { flag, value }) {
  return args.map((arg, index) => args[index - 1] === flag ? value : arg);
}

// src/merge/routing-lint.ts
function lintRouting(graph, request, profile, warn) {
  let { publishes } = EVENT_FLAGS[profile.backend], publishing = graphServices(graph).map(({ name }) => name).filter((name) => publishes(serviceArgs(graph, name))), settings = routerSettings(graph), checked = { request, warn, settings, publisher: publisherName(request, profile), publishing };
  if (settings.mode === "unknown") return;
  let mode = settings.mode?.value;
  if (mode === "direct") throw directMode(request);
  if (request.features.mocker) return;
  let listens = mode === "kv" && settings.useKvEvents !== !1;
  listens && lintEventPlane(graph, request, checked.publisher, warn), listens && !publishing.includes(checked.publisher) && warnSilent(checked);
  for (let name of publishing)
    listens ? name !== checked.publisher && warnUnheard(checked, name, `only ${checked.publisher} prefills and publishes`) : warnUnheard(checked, name, mode === "kv" ? "the router does not listen to events" : "routing is not by KV cache");
}
function warnSilent({ request, warn, publisher }) {
  let path4 = serviceOverridePath(request, "Frontend");
  warn("ROUTING_WITHOUT_EVENTS", {
    message: `the Frontend routes by KV cache, but ${publisher} publishes no KV events, so the router knows no prefixes`,
    path: path4,
    hint: `annotate the request with dgdr-render.dev/router-mode: kv, which adds the flags to ${publisher}, or set DYN_ROUTER_USE_KV_EVENTS to "false"`,
    origin: request.locate(path4)
  });
}
function warnUnheard({ request, warn }, service, why) {
  let path4 = serviceOverridePath(request, service);
  warn("EVENTS_WITHOUT_ROUTING", {
    message: `${service} is told to publish KV events that nobody uses: ${why}`,
    path: path4,
    hint: `set DYN_ROUTER_MODE to kv on the Frontend, or take the event flags off ${service}`,
    origin: request.locate(path4)
  });
}
function directMode(request) {
  let path4 = serviceOverridePath(request, "Frontend");
  return new RenderError("ROUTING_INVALID", {
    message: "router mode direct needs a gateway that chooses the worker, and a request renders none",
    path: path4,
    hint: "use another mode, such as kv or round-robin, or write the graph with its gateway by hand",
    origin: request.locate(path4)
  });
}

// src/merge/tolerations.ts
import { isDeepStrictEqual as isDeepStrictEqual3 } from "node:util";
function addTolerations(graph, tolerations) {
  if (tolerations.length === 0) return graph;
  let path4 = [...podSpecPath(graph), "tolerations"];
  return mapServices(
    graph,
    ({ object: object2 }) => updateIn(object2, path4, (existing2) => union2(Array.isArray(existing2) ? existing2 : [], tolerations))
  );
}
function union2(existing2, added) {
  let list = [...existing2];
  for (let entry of added)
    list.some((other) => isDeepStrictEqual3(other, entry)) || list.push(entry);
  return list;
}

// src/merge/merge.ts
function mergeGraph(graph, request, profile, warn) {
  let dgd = dgdName(request), override = readOverride({ request, warn }, graph, profile), routed = applyRouting(graph, request, profile), merged = MERGE[releaseFacts(request.target).graphVersion](routed, override, { request, profile, warn }), tolerating = addTolerations(merged.graph, request.overrides.tolerations);
  checkNameLengths(tolerating, request, dgd, warn);
  let finished2 = canonicalGraph(applyIdentity(tolerating, request, profile, { name: dgd.name, warn }));
  return admit(finished2, request, warn), lintRoles(finished2, request, profile, warn), lintEngineFlags(finished2, request, profile, warn), lintRouting(finished2, request, profile, warn), request.compat === "ours" && lintRouterSettings(finished2, request, warn), { graph: finished2, resources: [...additionalResources(request, profile), ...merged.resources] };
}
var MERGE = { v1alpha1: mergeAlpha, v1beta1: mergeBeta };
function mergeAlpha(graph, { content }, { request, profile }) {
  if (request.compat === "reference") return { graph: mergeTwice(graph, content, request, profile), resources: [] };
  let merged = mergeOverride(giveWay(graph, content), content, "ours");
  return { graph: foldEngineSettings(merged, request, profile), resources: [] };
}
function mergeBeta(graph, { version: version2, content }, { request, profile, warn }) {
  let alpha = version2 === "v1alpha1" ? mergeOverride(giveWay(graph, content), content, "operator") : graph, converted = toBeta(alpha), codes = { error: "CONVERSION_IMPOSSIBLE", warning: "CONVERSION_DROPPED" };
  reportProblems(converted.problems, { graph: alpha, request, warn, codes });
  let beta = version2 === "v1beta1" ? mergeOverride(converted.graph, applyArgsPatches(content, converted.graph, request), "operator") : converted.graph, folded = foldEngineSettings(beta, request, profile);
  return {
    graph: addRuntimeVersion(folded, request),
    resources: converted.resources.map((object2) => ownedResource(request, object2))
  };
}
function addRuntimeVersion(graph, { runtimeVersionOverride }) {
  return runtimeVersionOverride === void 0 ? graph : mapServices(graph, ({ object: object2 }) => ({ runtimeVersionOverride, ...object2 }));
}
function mergeTwice(graph, override, request, profile) {
  let once2 = request.features.mocker ? graph : chunkPrefill(openWorkers(graph, request, profile), override, profile), twice = mergeOverride(once2, override, "reference");
  return profile.backend === "vllm" ? splitDecodeWorker(twice, request) : twice;
}
function chunkPrefill(graph, override, { backend }) {
  let once2 = mergeOverride(graph, override, "reference");
  return GRAPH_BACKENDS[backend].closingArgs.length === 0 ? once2 : graphServices(once2).filter(({ object: object2 }) => object2.componentType === "worker").reduce(
    (current, { name }) => updateMainContainer(current, name, (container) => ({ ...container, args: withChunkedPrefill(container.args) })),
    once2
  );
}
function openWorkers(graph, { target }, { backend, chosen }) {
  let { length: length2 } = GRAPH_BACKENDS[backend].closingArgs;
  return length2 === 0 ? graph : MODE_ROLES[chosen].reduce((current, role) => {
    let name = workerName(backend, role, target), args = serviceArgs(current, name);
    return updateMainContainer(current, name, (container) => ({ ...container, args: args.slice(0, -length2) }));
  }, graph);
}
function splitDecodeWorker(graph, { target }) {
  let name = graphServices(graph).find(({ type }) => type === "decode")?.name ?? workerName("vllm", "decode", target);
  return updateMainContainer(graph, name, (container) => {
    let args = splitDecodeArgs(container.args);
    return args === void 0 ? container : { ...container, args };
  });
}

// src/engine/row-order.ts
var stableSort = (rows, key, direction) => [...rows].sort(direction === "ascending" ? (a, b) => key(a) - key(b) : (a, b) => key(b) - key(a)), quickSort = (rows, key, direction) => {
  let input = direction === "ascending" ? [...rows] : [...rows].reverse(), keys = input.map(key), order2 = keys.map((_, i) => i), stack = [[0, order2.length - 1]];
  for (let range3 = stack.pop(); range3 !== void 0; range3 = stack.pop()) sortRange(keys, order2, range3, stack);
  let sorted = order2.map((i) => input[i]);
  return direction === "ascending" ? sorted : sorted.reverse();
};
function sortRange(keys, order2, range3, stack) {
  let [low, high] = range3;
  for (; high - low >= 16; ) {
    let split2 = partition(keys, order2, low, high);
    split2 - low < high - split2 ? (stack.push([split2 + 1, high]), high = split2 - 1) : (stack.push([low, split2 - 1]), low = split2 + 1);
  }
  for (let i = low + 1; i <= high; i += 1) {
    let moved = order2[i], at3 = i;
    for (; at3 > low && keys[moved] < keys[order2[at3 - 1]]; at3 -= 1) order2[at3] = order2[at3 - 1];
    order2[at3] = moved;
  }
}
function partition(keys, order2, low, high) {
  let isBelow = (a, b) => keys[order2[a]] < keys[order2[b]], swap2 = (a, b) => {
    [order2[a], order2[b]] = [order2[b], order2[a]];
  }, middle = low + (high - low >> 1);
  isBelow(middle, low) && swap2(middle, low), isBelow(high, middle) && swap2(high, middle), isBelow(middle, low) && swap2(middle, low);
  let pivot = keys[order2[middle]], left = low, right = high - 1;
  for (swap2(middle, right); ; ) {
    do
      left += 1;
    while (keys[order2[left]] < pivot);
    do
      right -= 1;
    while (pivot < keys[order2[right]]);
    if (left >= right) break;
    swap2(left, right);
  }
  return swap2(left, high - 1), left;
}

// src/pick/rows.ts
var CLUSTER_COLUMN = "tokens/s/gpu_cluster", RATE_COLUMN = "tokens/s/gpu", TOP_ROWS = 5, MODE_TABLES = {
  agg: { groupColumn: "parallel", sort: stableSort },
  disagg: { groupColumn: "(d)parallel", sort: quickSort }
};
function numberIn(row, column) {
  let value = row[column];
  return typeof value == "number" ? value : Number.NaN;
}
function withClusterRate(rows, totalGpus) {
  return rows.map((row) => {
    let gpus = numberIn(row, "num_total_gpus"), rate = numberIn(row, RATE_COLUMN) * Math.floor(totalGpus / gpus) * gpus / totalGpus;
    return { ...row, [CLUSTER_COLUMN]: rate };
  });
}
function bestOfEachGroup(rows, groupColumn, column, wanted2 = "largest") {
  let sign = wanted2 === "largest" ? 1 : -1, best = /* @__PURE__ */ new Map();
  for (let row of rows) {
    let group = String(row[groupColumn]), found = best.get(group);
    (found === void 0 || sign * (numberIn(row, column) - numberIn(found, column)) > 0) && best.set(group, row);
  }
  return [...best.entries()].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([, row]) => row);
}

// src/engine/rounding.ts
function round3(value) {
  return roundTo(value, 1e3);
}
function round1(value) {
  return roundTo(value, 10);
}
function roundTo(value, scale) {
  let scaled = value * scale, floor = Math.floor(scaled), rest = scaled - floor;
  return rest > 0.5 || rest === 0.5 && floor % 2 !== 0 ? (floor + 1) / scale : Number.isFinite(scaled) ? floor / scale : value;
}
function floorDivide(dividend, divisor) {
  return Math.round((dividend - dividend % divisor) / divisor);
}

// src/pick/pareto.ts
function paretoFront(rows, target, sort) {
  let isLatency = target.column === "request_latency", xColumn = isLatency ? "request_latency" : "tokens/s/user", sign = isLatency ? -1 : 1, x = (row) => numberIn(row, xColumn), finite2 = rows.filter((row) => Number.isFinite(x(row)) && Number.isFinite(numberIn(row, CLUSTER_COLUMN))), sorted = sort(finite2, x, "ascending"), front = sorted.map((row, index) => ({
    row,
    index,
    x: sign * numberIn(row, xColumn),
    y: numberIn(row, CLUSTER_COLUMN)
  }));
  for (let i = 0; i < sorted.length; i += 1) {
    let point = front.find(({ index }) => index === i);
    point !== void 0 && (front = front.filter((other) => other === point || other.x > point.x || other.y > point.y));
  }
  let survivors = front.map(({ row }) => row);
  return sort(survivors, x, "ascending");
}

// src/pick/load-match.ts
var SERVED_COLUMN = "load_served_pct", GPUS_COLUMN = "total_gpus_needed", REPLICAS_COLUMN = "replicas_needed";
function pickLoadMatch(mode, sweepRows, query) {
  let { target } = query, { sort } = MODE_TABLES[mode], within = sweepRows.filter((row) => numberIn(row, target.column) <= target.limitMs), top = (within.length > 0 ? rankWithinLimit(mode, withReplicas(within, query.load), query.maxGpus) : rankByLatency(mode, withReplicas(sweepRows, query.load), query)).slice(0, TOP_ROWS), plain = sweepRows.map((row) => ({ ...row, [CLUSTER_COLUMN]: numberIn(row, RATE_COLUMN) }));
  return { bestThroughput: scoreOf(top[0], query), top, pareto: paretoFront(plain, target, sort) };
}
function rankWithinLimit(mode, rows, maxGpus) {
  let { groupColumn, sort } = MODE_TABLES[mode], fitting = rows.filter((row) => numberIn(row, GPUS_COLUMN) <= maxGpus);
  if (fitting.length > 0) return [...bestOfEachGroup(fitting, groupColumn, GPUS_COLUMN, "smallest")].sort(byGpus);
  let capped = rows.map((row) => withinBudget(row, maxGpus)), best = bestOfEachGroup(capped, groupColumn, CLUSTER_COLUMN);
  return sort(best, (row) => numberIn(row, CLUSTER_COLUMN), "descending");
}
function rankByLatency(mode, rows, { target, maxGpus, rules: rules2 }) {
  let { groupColumn, sort } = MODE_TABLES[mode], candidates = rules2 === "reference" ? rows : rows.map((row) => withinBudget(row, maxGpus)), best = bestOfEachGroup(candidates, groupColumn, target.column, "smallest");
  return sort(best, (row) => numberIn(row, target.column), "ascending");
}
function withReplicas(rows, { column, amount }) {
  return rows.flatMap((row) => {
    let replicas = Math.max(1, Math.ceil(amount / numberIn(row, column)));
    return Number.isFinite(replicas) ? [
      {
        ...row,
        [CLUSTER_COLUMN]: numberIn(row, RATE_COLUMN),
        [REPLICAS_COLUMN]: replicas,
        [GPUS_COLUMN]: replicas * numberIn(row, "num_total_gpus")
      }
    ] : [];
  });
}
function withinBudget(row, maxGpus) {
  if (numberIn(row, GPUS_COLUMN) <= maxGpus) return row;
  let gpus = numberIn(row, "num_total_gpus"), replicas = Math.max(1, Math.floor(maxGpus / gpus));
  return {
    ...row,
    [REPLICAS_COLUMN]: replicas,
    [GPUS_COLUMN]: replicas * gpus,
    [SERVED_COLUMN]: round1(replicas / numberIn(row, REPLICAS_COLUMN) * 100),
    [CLUSTER_COLUMN]: numberIn(row, RATE_COLUMN) * replicas * gpus / maxGpus
  };
}
function byGpus(a, b) {
  return numberIn(a, GPUS_COLUMN) - numberIn(b, GPUS_COLUMN) || numberIn(b, RATE_COLUMN) - numberIn(a, RATE_COLUMN);
}
function scoreOf(row, { rules: rules2, maxGpus }) {
  if (row === void 0) return 0;
  let gpus = numberIn(row, GPUS_COLUMN);
  return rules2 === "reference" && gpus < maxGpus ? 1 / gpus : numberIn(row, CLUSTER_COLUMN);
}

// src/pick/choose.ts
function criterionOf(isLoadMatch, rules2) {
  return isLoadMatch && rules2 === "ours" ? "load" : "throughput";
}
function chooseTable(tables, criterion) {
  let isBetter2 = BETTER[criterion];
  return tables.reduce(
    (best, table) => best === void 0 || isBetter2(table.ranked, best.ranked) ? table : best,
    void 0
  );
}
var BETTER = {
  throughput: (a, b) => a.bestThroughput > b.bestThroughput,
  load: ({ top: [a] }, { top: [b] }) => a !== void 0 && (b === void 0 || byServedLoad(a, b) < 0)
};
function byServedLoad(a, b) {
  return servedPercent(b) - servedPercent(a) || numberIn(a, GPUS_COLUMN) - numberIn(b, GPUS_COLUMN) || numberIn(b, RATE_COLUMN) - numberIn(a, RATE_COLUMN);
}
function servedPercent(row) {
  let percent = numberIn(row, SERVED_COLUMN);
  return Number.isNaN(percent) ? 100 : Math.min(percent, 99.9);
}

// src/pick/default.ts
function pickDefault(mode, sweepRows, totalGpus, target) {
  let { groupColumn, sort } = MODE_TABLES[mode], rows = withClusterRate(sweepRows, totalGpus), within = rows.filter((row) => numberIn(row, target.column) <= target.limitMs), candidates = (within.length > 0 ? within : rows).filter(
    (row) => Number.isFinite(numberIn(row, target.column)) && Number.isFinite(numberIn(row, CLUSTER_COLUMN))
  ), best = bestOfEachGroup(candidates, groupColumn, CLUSTER_COLUMN), top = (within.length > 0 ? [...best].sort(byThroughput(target)) : sort(best, (row) => numberIn(row, target.column), "ascending")).slice(0, TOP_ROWS);
  return {
    bestThroughput: top[0] === void 0 ? 0 : numberIn(top[0], CLUSTER_COLUMN),
    top,
    pareto: paretoFront(rows, target, sort)
  };
}
function byThroughput({ tieColumn }) {
  let sign = tieColumn === "request_latency" ? 1 : -1;
  return (a, b) => numberIn(b, CLUSTER_COLUMN) - numberIn(a, CLUSTER_COLUMN) || sign * (numberIn(a, tieColumn) - numberIn(b, tieColumn));
}

// src/pick/merge.ts
function mergeBackends(mode, tables, target, criterion) {
  let { sort } = MODE_TABLES[mode], rowsOf = (part) => tables.flatMap(({ backend, ranked: ranked2 }) => ranked2[part].map((row) => ({ ...row, backend }))), top = {
    throughput: (rows) => sort(rows, (row) => numberIn(row, CLUSTER_COLUMN), "descending"),
    load: (rows) => [...rows].sort(byServedLoad)
  }[criterion](rowsOf("top")).slice(0, TOP_ROWS);
  return {
    bestThroughput: top[0] === void 0 ? 0 : numberIn(top[0], CLUSTER_COLUMN),
    top,
    pareto: paretoFront(rowsOf("pareto"), target, sort)
  };
}

// src/models/families.ts
var FAMILY_OF_ARCHITECTURE = {
  LlamaForCausalLM: "LLAMA",
  Qwen2ForCausalLM: "LLAMA",
  Qwen3ForCausalLM: "LLAMA",
  MiMoForCausalLM: "LLAMA",
  MixtralForCausalLM: "MOE",
  GptOssForCausalLM: "MOE",
  Qwen2MoeForCausalLM: "MOE",
  Qwen3MoeForCausalLM: "MOE",
  MiniMaxM2ForCausalLM: "MOE",
  DeepSeekForCausalLM: "DEEPSEEK",
  DeepseekV3ForCausalLM: "DEEPSEEK",
  KimiK25ForConditionalGeneration: "KIMIK25",
  DeepseekV32ForCausalLM: "DEEPSEEKV32",
  GlmMoeDsaForCausalLM: "DEEPSEEKV32",
  DeepseekV4ForCausalLM: "DEEPSEEKV4",
  NemotronForCausalLM: "NEMOTRONNAS",
  DeciLMForCausalLM: "NEMOTRONNAS",
  NemotronHForCausalLM: "NEMOTRONH",
  MiMoV2FlashForCausalLM: "HYBRIDMOE",
  Llama4ForConditionalGeneration: "HYBRIDMOE",
  Qwen3_5ForConditionalGeneration: "QWEN35",
  Qwen3_5MoeForConditionalGeneration: "QWEN35",
  Qwen3VLForConditionalGeneration: "QWEN3VL",
  Qwen3VLMoeForConditionalGeneration: "QWEN3VL_MOE",
  Gemma4ForConditionalGeneration: "GEMMA4MIX",
  MiniMaxM3ForCausalLM: "MINIMAXM3",
  MiniMaxM3SparseForConditionalGeneration: "MINIMAXM3"
}, TEXT_CONFIG_KEY = {
  KimiK25ForConditionalGeneration: "text_config",
  Llama4ForConditionalGeneration: "text_config",
  Qwen3_5ForConditionalGeneration: "text_config",
  Qwen3_5MoeForConditionalGeneration: "text_config",
  Gemma4ForConditionalGeneration: "text_config",
  Qwen3VLForConditionalGeneration: "text_config",
  Qwen3VLMoeForConditionalGeneration: "text_config",
  MiniMaxM3SparseForConditionalGeneration: "text_config"
}, FAMILIES_WITH_NEXTN = ["DEEPSEEK", "DEEPSEEKV32", "DEEPSEEKV4", "KIMIK25", "QWEN35"], QK_NORM_ARCHITECTURES = [
  "Qwen3ForCausalLM",
  "Qwen3MoeForCausalLM",
  "MiniMaxM2ForCausalLM"
], MLA_FAMILIES = ["DEEPSEEK", "KIMIK25"];

// src/models/quant-modes.ts
var GEMM_QUANT = {
  bfloat16: { bytes: 2, compute: 1 },
  int8_wo: { bytes: 1, compute: 1 },
  int4_wo: { bytes: 0.5, compute: 1 },
  fp8: { bytes: 1, compute: 2 },
  fp8_static: { bytes: 1, compute: 2 },
  sq: { bytes: 1, compute: 2 },
  fp8_block: { bytes: 1, compute: 2 },
  fp8_ootb: { bytes: 1, compute: 2 },
  nvfp4: { bytes: 0.5625, compute: 4 }
}, MOE_QUANT = {
  bfloat16: { bytes: 2, compute: 1 },
  fp8: { bytes: 1, compute: 2 },
  int4_wo: { bytes: 0.5, compute: 1 },
  fp8_block: { bytes: 1, compute: 2 },
  w4afp8: { bytes: 0.5, compute: 2 },
  nvfp4: { bytes: 9 / 16, compute: 4 },
  w4a16_mxfp4: { bytes: 0.5, compute: 1 },
  w4a8_mxfp4_mxfp8: { bytes: 0.5, compute: 2 },
  w4a8_mxfp4_mxfp8_trtllm: { bytes: 0.5, compute: 2 },
  w4a16_mxfp4_cutlass: { bytes: 0.5, compute: 1 }
}, FMHA_QUANT = {
  bfloat16: { bytes: 2, compute: 1 },
  fp8: { bytes: 1, compute: 2 },
  fp8_block: { bytes: 1, compute: 2 }
}, KV_CACHE_QUANT = {
  bfloat16: { bytes: 2, compute: 1 },
  int8: { bytes: 1, compute: 1 },
  fp8: { bytes: 1, compute: 2 }
};

// src/models/token-ops.ts
function tokenSplit({ phase, layout: layout2 }) {
  return phase === "context" ? layout2.cp : 1;
}
var named3 = ({ phase }, name) => `${phase}_${name}`;
function embedding(plan, rows) {
  let columns = plan.architecture.hiddenSize;
  return { kind: "embedding", name: named3(plan, "embedding"), count: plan.once, tokenSplit: tokenSplit(plan), rows, columns };
}
function elementWise(plan, name, inputs, outputs) {
  let count2 = plan.perLayer;
  return { kind: "elementWise", name: named3(plan, name), count: count2, tokenSplit: tokenSplit(plan), inputs, outputs };
}
function addNorm(plan, index) {
  let width = 2 * plan.architecture.hiddenSize;
  return elementWise(plan, `add_norm_${index}`, width, width);
}
function gemm(plan, name, n, k, options = {}) {
  return {
    kind: "gemm",
    name: named3(plan, name),
    count: plan.perLayer,
    tokenSplit: tokenSplit(plan),
    n,
    k,
    quant: plan.quant.gemm,
    hasLowPrecisionInput: !1,
    ...options
  };
}
function logits(plan) {
  let { vocabSize, hiddenSize } = plan.architecture, n = Math.floor(vocabSize / plan.layout.tp);
  return gemm(plan, "logits_gemm", n, hiddenSize, { count: plan.once, quant: "bfloat16" });
}
function allReduce(plan, name, count2) {
  let { hiddenSize: elements } = plan.architecture, gpus = plan.layout.tp;
  return { kind: "customAllReduce", name: named3(plan, name), count: count2, tokenSplit: tokenSplit(plan), elements, gpus };
}
function pointToPoint(plan) {
  let { pp: stages } = plan.layout, { hiddenSize: elements } = plan.architecture, count2 = (stages - 1) * plan.once;
  return { kind: "pointToPoint", name: named3(plan, "p2p"), count: count2, tokenSplit: tokenSplit(plan), elements, stages };
}
var tokenOps = { embedding, elementWise, addNorm, gemm, logits, allReduce, pointToPoint };

// src/models/grouped-attention.ts
function kvHeadsPerGpu({ architecture, layout: layout2 }) {
  return Math.ceil(architecture.kvHeads / layout2.tp);
}
function attention(plan, options = {}) {
  let { architecture, layout: layout2, quant, phase } = plan, common = {
    name: `${phase}_attention`,
    count: plan.perLayer,
    heads: Math.floor(architecture.heads / layout2.tp),
    kvHeads: kvHeadsPerGpu(plan),
    headSize: architecture.headSize,
    windowSize: 0,
    kvCache: quant.kvCache,
    ...options
  };
  if (phase === "generation") return { kind: "generationAttention", ...common };
  let { usesQkNorm } = architecture;
  return { kind: "contextAttention", ...common, fmha: quant.fmha, usesQkNorm, cp: layout2.cp };
}
function attentionWidth({ architecture, layout: layout2 }) {
  return Math.floor(architecture.heads * architecture.headSize / layout2.tp);
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
  let { cp } = plan.layout;
  if (plan.phase === "generation" || cp === 1) return [];
  let elements = kvBytesPerToken / plan.architecture.layers / COLLECTIVE_BYTES;
  return [{ kind: "collective", name: "context_cp_all_gather", count: plan.architecture.layers, collective: "all_gather", elements, gpus: cp }];
}
function groupedKvBytes(plan, tokens3) {
  let { headSize, layers } = plan.architecture;
  return tokens3 * KV_CACHE_QUANT[plan.quant.kvCache].bytes * (kvHeadsPerGpu(plan) * headSize * layers * 2);
}

// src/models/routed-experts.ts
function routedExperts(plan, { alpha, attentionCp }) {
  let { hiddenSize, moeInterSize: interSize, experts, topk } = plan.architecture, { moeTp, moeEp, dp } = plan.layout;
  return [
    tokenOps.gemm(plan, "router_gemm", experts, hiddenSize, { quant: "bfloat16" }),
    dispatch(plan, "pre", attentionCp),
    {
      kind: "experts",
      name: `${plan.phase}_moe`,
      count: plan.perLayer,
      hiddenSize,
      interSize,
      experts,
      topk,
      moeTp,
      moeEp,
      dp,
      quant: plan.quant.moe,
      distribution: `power_law_${alpha}`
    },
    dispatch(plan, "post", attentionCp)
  ];
}
function dispatch(plan, stage, attentionCp) {
  let { moeTp, moeEp, dp } = plan.layout, gpus = moeTp * moeEp;
  return {
    kind: "moeDispatch",
    name: `${plan.phase}_moe_${stage}_dispatch`,
    count: plan.perLayer,
    stage,
    phase: plan.phase,
    hiddenSize: plan.architecture.hiddenSize,
    gpus,
    attentionTp: Math.floor(gpus / dp),
    attentionDp: dp,
    attentionCp,
    quant: plan.quant.moe
  };
}
function expertMismatch({
  architecture,
  layout: layout2
}) {
  let { tp, dp, cp, moeTp, moeEp } = layout2;
  if (tp * dp * cp !== moeTp * moeEp) return `${tp * dp * cp} attention ranks are not ${moeTp * moeEp} expert ranks`;
  if (architecture.experts < moeEp) return `${architecture.experts} experts for ${moeEp} expert-parallel ranks`;
}

// src/models/deepseek.ts
var deepseek = {
  isMoe: !0,
  activationProfile: "moe",
  hasDispatchWorkspace: !0,
  operations: phaseOperations,
  kvBytesPerSequence: latentKvBytes,
  mismatch: expertMismatch
}, ALPHA3 = 1.01, V3 = { heads: 128, downscale: 2112, queryUp: 24576, queryRank: 1536, kvUp: 32768, kvRank: 512, output: 16384 }, DEFAULT_KV_RANK = 512, DEFAULT_ROPE_SIZE = 64;
function phaseOperations(plan) {
  let { addNorm: addNorm2, allReduce: allReduce3, embedding: embedding2, logits: logits2, pointToPoint: pointToPoint2 } = tokenOps, layers = plan.architecture.layers;
  return [
    embedding2(plan, plan.architecture.vocabSize),
    addNorm2(plan, 1),
    latentAttention(plan),
    ...contextParallelGather(plan, latentKvBytes(plan, 1)),
    addNorm2(plan, 2),
    ...expertLayers(plan),
    logits2(plan),
    ...plan.backendName === "vllm" ? [allReduce3(plan, "tp_allreduce", 2 * layers * plan.once)] : [],
    pointToPoint2(plan)
  ];
}
function expertLayers(plan) {
  let routed = routedExperts(plan, { alpha: ALPHA3, attentionCp: plan.layout.cp }), shared = sharedExperts(plan);
  return plan.phase === "context" ? [...shared, ...routed] : [{ kind: "overlap", name: "generation_moe_overlap", count: 1, branches: [routed, shared] }];
}
function sharedExperts(plan) {
  let { hiddenSize, moeInterSize } = plan.architecture, width = Math.floor(moeInterSize / plan.layout.tp), gateWidth = Math.floor(2 * moeInterSize / plan.layout.tp);
  return [
    tokenOps.gemm(plan, "shared_gate_up_gemm", gateWidth, hiddenSize),
    tokenOps.elementWise(plan, "shared_act_gate", gateWidth, width),
    tokenOps.gemm(plan, "shared_ffn2_gemm", hiddenSize, width)
  ];
}
function latentAttention(plan) {
  let { fmha, kvCache, gemm: gemm2 } = plan.quant, isContext = plan.phase === "context", primary = {
    kind: isContext ? "contextMlaModule" : "generationMlaModule",
    name: `${plan.phase}_mla_module`,
    count: isContext ? plan.perLayer / plan.layout.cp : plan.perLayer,
    heads: Math.floor(V3.heads / plan.layout.tp),
    fmha,
    kvCache,
    gemm: gemm2
  }, parts = isContext ? contextParts(plan) : generationParts(plan);
  return { kind: "fallback", name: `${plan.phase}_mla_block`, count: 1, primary, parts };
}
function projections(plan) {
  let { hiddenSize } = plan.architecture;
  return [
    tokenOps.gemm(plan, "downscale_gemm", V3.downscale, hiddenSize),
    tokenOps.gemm(plan, "q_b_proj_gemm", Math.floor(V3.queryUp / plan.layout.tp), V3.queryRank)
  ];
}
function contextParts(plan) {
  let { architecture, layout: layout2, quant } = plan, kernel2 = plan.backendName === "vllm" ? unfoldedAttention(plan) : {
    kind: "contextMla",
    name: "context_attention",
    count: plan.perLayer,
    heads: Math.floor(V3.heads / layout2.tp),
    fmha: quant.fmha,
    kvCache: quant.kvCache,
    cp: layout2.cp
  };
  return [
    ...projections(plan),
    tokenOps.gemm(plan, "kv_b_proj_gemm", Math.floor(V3.kvUp / layout2.tp), V3.kvRank),
    kernel2,
    tokenOps.gemm(plan, "proj_gemm", architecture.hiddenSize, Math.floor(V3.output / layout2.tp))
  ];
}
function generationParts(plan) {
  let { architecture, layout: layout2, quant } = plan, { hiddenSize } = architecture, bmm = (stage) => ({
    kind: "mlaBmm",
    name: `generation_bmm_${stage}`,
    count: plan.perLayer,
    stage,
    heads: Math.floor(architecture.heads / layout2.tp),
    quant: quant.gemm === "bfloat16" ? "bfloat16" : "fp8"
  }), kernel2 = {
    kind: "generationMla",
    name: "generation_attention",
    count: plan.perLayer,
    heads: Math.floor(V3.heads / layout2.tp),
    kvCache: quant.kvCache
  };
  return [
    ...projections(plan),
    ...plan.backendName === "vllm" ? [unfoldedAttention(plan)] : [bmm("pre"), kernel2, bmm("post")],
    tokenOps.gemm(plan, "proj_gemm", hiddenSize, Math.floor(hiddenSize / layout2.tp))
  ];
}
function unfoldedAttention(plan) {
  let { heads, kvHeads, headSize, mla } = plan.architecture, { tp, cp } = plan.layout;
  return attention(plan, {
    count: plan.phase === "context" ? plan.perLayer / cp : plan.perLayer,
    heads: Math.floor(heads / tp),
    kvHeads: Math.floor(kvHeads / tp),
    headSize: mla?.valueHeadSize || headSize
  });
}
function latentKvBytes({ architecture, quant }, tokens3) {
  let { layers, mla } = architecture, width = (mla?.kvRank || DEFAULT_KV_RANK) + (mla?.ropeSize || DEFAULT_ROPE_SIZE);
  return tokens3 * KV_CACHE_QUANT[quant.kvCache].bytes * (layers * width);
}

// src/models/llama.ts
var llama = {
  isMoe: !1,
  activationProfile: "dense",
  hasDispatchWorkspace: !1,
  operations: phaseOperations2,
  kvBytesPerSequence: groupedKvBytes
};
function phaseOperations2(plan) {
  let { hiddenSize: h, interSize, vocabSize } = plan.architecture, { tp } = plan.layout, { addNorm: addNorm2, allReduce: allReduce3, elementWise: elementWise2, embedding: embedding2, gemm: gemm2, logits: logits2, pointToPoint: pointToPoint2 } = tokenOps, ffnWidth = Math.floor(interSize / tp), gateWidth = Math.floor(2 * interSize / tp);
  return [
    embedding2(plan, Math.floor(vocabSize / tp)),
    addNorm2(plan, 1),
    qkvProjection(plan),
    attention(plan),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm2(plan, 2),
    gemm2(plan, "gate_ffn1_gemm", gateWidth, h),
    elementWise2(plan, "act_gate", gateWidth, ffnWidth),
    gemm2(plan, "ffn2_gemm", h, ffnWidth, { hasLowPrecisionInput: !0 }),
    logits2(plan),
    allReduce3(plan, "embedding_ar", plan.once),
    allReduce3(plan, "ar_1", plan.perLayer),
    allReduce3(plan, "ar_2", plan.perLayer),
    pointToPoint2(plan)
  ];
}

// src/models/moe.ts
var moe = {
  isMoe: !0,
  activationProfile: "moe",
  hasDispatchWorkspace: !1,
  operations: phaseOperations3,
  kvBytesPerSequence: groupedKvBytes,
  mismatch: (plan) => expertMismatch(plan) ?? blockMismatch(plan)
}, ALPHA4 = 1.2, WINDOW_SIZES = { GptOssForCausalLM: 128 };
function phaseOperations3(plan) {
  let { architecture, layout: layout2, phase } = plan, { addNorm: addNorm2, allReduce: allReduce3, embedding: embedding2, logits: logits2, pointToPoint: pointToPoint2 } = tokenOps, windowSize = WINDOW_SIZES[architecture.name], attentionLayers = windowSize === void 0 ? plan.perLayer : plan.perLayer / 2, attentionCp = phase === "context" ? layout2.cp : 1;
  return [
    ...windowSize === void 0 ? [] : [attention(plan, { windowSize, count: attentionLayers })],
    embedding2(plan, Math.floor(architecture.vocabSize / layout2.tp)),
    addNorm2(plan, 1),
    qkvProjection(plan),
    attention(plan, { count: attentionLayers }),
    ...contextParallelGather(plan, groupedKvBytes(plan, 1)),
    outputProjection(plan),
    addNorm2(plan, 2),
    ...routedExperts(plan, { alpha: ALPHA4, attentionCp }),
    ...phase === "context" ? [] : [logits2(plan)],
    allReduce3(plan, "embedding_ar", plan.once),
    pointToPoint2(plan)
  ];
}
function blockMismatch({ architecture, layout: layout2, quant }) {
  let { moeInterSize, weightBlockSize: weightBlockSize2 } = architecture;
  if (!(quant.moe !== "fp8_block" || Math.floor(moeInterSize / layout2.moeTp) % weightBlockSize2 === 0))
    return `expert width ${moeInterSize} over ${layout2.moeTp} ranks is no multiple of the block ${weightBlockSize2}`;
}

// src/models/worker-plan.ts
function phasesOf(plan, mtpScale2) {
  let { layers } = plan.architecture;
  return {
    context: { ...plan, phase: "context", perLayer: layers, once: 1 },
    generation: { ...plan, phase: "generation", perLayer: layers * mtpScale2, once: mtpScale2 }
  };
}

// src/models/model.ts
var FAMILIES = {
  LLAMA: llama,
  MOE: moe,
  DEEPSEEK: deepseek,
  KIMIK25: deepseek
};
function familyModel(architecture) {
  let model = FAMILIES[architecture.family];
  if (model !== void 0) return model;
  throw new RenderError("FAMILY_UNSUPPORTED", {
    message: `model ${architecture.id} (${architecture.name}) belongs to the family ${architecture.family}, which is not modelled yet`,
    path: "spec.model",
    hint: `modelled families: ${Object.keys(FAMILIES).join(", ")}`
  });
}
function operationLists(plan) {
  let { operations } = familyModel(plan.architecture), { context, generation } = phasesOf(plan, mtpScale(plan.architecture));
  return { context: operations(context), generation: operations(generation) };
}
var NEXTN_ACCEPT_RATES = [0.85, 0.8, 0.6, 0, 0];
function mtpScale({ nextn, layers }) {
  if (nextn === 0) return 1;
  let expected = 0, probability = 1;
  for (let depth = 0; depth < nextn; depth += 1)
    probability *= NEXTN_ACCEPT_RATES[depth] ?? 0, expected += probability;
  return 1 / (1 + expected) * (nextn + layers) / layers;
}

// src/engine/measured-modes.ts
var ROLES = ["agg", "prefill", "decode"], PREFILLS = ["agg", "prefill"], DECODES = ["agg", "decode"], GROUPED = [
  { what: "fmha", roles: PREFILLS, tables: [{ table: "context_attention", column: "attn_dtype" }] },
  { what: "kvCache", roles: DECODES, tables: [{ table: "generation_attention", column: "kv_cache_dtype" }] }
], LATENT = [
  {
    what: "fmha",
    roles: PREFILLS,
    tables: [
      { table: "context_mla", column: "mla_dtype" },
      { table: "mla_context_module", column: "mla_dtype" }
    ]
  },
  {
    what: "kvCache",
    roles: DECODES,
    tables: [
      { table: "generation_mla", column: "kv_cache_dtype" },
      { table: "mla_generation_module", column: "kv_cache_dtype" }
    ]
  }
], EXPERTS2 = { what: "moe", roles: ROLES, tables: [{ table: "moe", column: "moe_dtype" }] }, STATIC_TABLES = ["gemm", "computescale", "scale_matrix"], UNMODELLED = { vllm: ["DEEPSEEK"] };
function missingModes(database, quant, { architecture, backendName, role }) {
  let { family } = architecture;
  if (UNMODELLED[backendName]?.includes(family)) return [`the family ${family} on ${backendName}`];
  let attention2 = MLA_FAMILIES.includes(family) && backendName !== "vllm" ? LATENT : GROUPED, missing = [...familyModel(architecture).isMoe ? [EXPERTS2] : [], ...attention2].filter(
    ({ roles }) => roles.includes(role)
  ).filter((check2) => lacks(database, check2, quant[check2.what]));
  return [
    ...missingProducts(database, quant),
    ...missing.map(({ tables, what }) => `${tables.map(({ table }) => table).join(" or ")} in ${quant[what]}`)
  ];
}
function missingProducts(database, { gemm: gemm2 }) {
  if (gemm2 === "fp8_static")
    return STATIC_TABLES.filter((table) => !modesOf(database, table, 0).includes("fp8")).map((table) => `${table} in fp8`);
  let measured = modesOf(database, "gemm", 0);
  return measured.length > 0 && !measured.includes(gemm2) ? [`gemm in ${gemm2}`] : [];
}
function lacks(database, { tables }, mode) {
  let measured = tables.flatMap(({ table, column }) => {
    let at3 = database.table(table)?.sliceColumns.indexOf(column) ?? -1;
    return at3 < 0 ? [] : modesOf(database, table, at3);
  });
  return measured.length > 0 && !measured.includes(mode);
}
function modesOf(database, table, column) {
  return (database.table(table)?.sliceKeys ?? []).map((key) => key[column]);
}

// src/models/checkpoint-quant.ts
function isDynamic({ config: config2 }) {
  let scheme = typeof config2.activation_scheme == "string" ? config2.activation_scheme.toLowerCase() : "";
  return scheme === "dynamic" ? !0 : scheme === "static" ? !1 : groups(config2).some(
    (group) => [group.input_activations, group.weights].some((part) => isObject(part) && !!part.dynamic)
  );
}
var COMPRESSED = { "4 int": "int4_wo", "8 int": "int8_wo", "8 float": "fp8" }, EXPERT_FORMATS = { int4_wo: "int4_wo", fp8: "fp8" }, ATTENTION_WORDS = ["self_attn", "q_proj", "k_proj", "v_proj", "o_proj"];
function compressedTensors({ config: config2 }) {
  let format = groups(config2).map(compressedFormat).find((found) => found !== void 0);
  if (format === void 0) return {};
  let patterns = (Array.isArray(config2.ignore) ? config2.ignore : []).map((pattern) => String(pattern).toLowerCase()), keepsAttention = patterns.some((pattern) => ATTENTION_WORDS.some((word) => pattern.includes(word))), keepsExperts = patterns.some((pattern) => pattern.includes("expert") && !pattern.includes("shared_expert")), moe2 = EXPERT_FORMATS[format];
  if (!(!keepsExperts && moe2 === void 0))
    return { ...keepsAttention ? {} : { gemm: format }, ...keepsExperts || moe2 === void 0 ? {} : { moe: moe2 } };
}
function compressedFormat({ weights }) {
  if (!isObject(weights)) return;
  let type = String(weights.type ?? "").toLowerCase();
  return Object.entries(COMPRESSED).find(([name]) => {
    let [bits, kind] = name.split(" ");
    return weights.num_bits === Number(bits) && type.includes(kind);
  })?.[1];
}
var LAYER_ALGORITHMS = { e4m3: "fp8", e5m2: "fp8", fp4: "nvfp4" };
function mixedPrecision(source) {
  let experts = /* @__PURE__ */ new Set(), others = /* @__PURE__ */ new Set();
  for (let [target, algorithm] of layerAlgorithms(source))
    algorithm !== void 0 && (isRoutedExpert(target) ? experts : others).add(algorithm);
  let moe2 = ["nvfp4", "fp8"].find((name) => experts.has(name)), dense = ["fp8", "nvfp4"].find((name) => others.has(name)), gemm2 = dense === "fp8" && !isDynamic(source) ? "fp8_static" : dense;
  return { ...gemm2 === void 0 ? {} : { gemm: gemm2 }, ...moe2 === void 0 ? {} : { moe: moe2 } };
}
function isRoutedExpert(target) {
  let name = target.toLowerCase();
  return !name.includes("shared_expert") && (name.includes(".experts.") || name.includes("routing_expert"));
}
function layerAlgorithms({ config: config2, hf }) {
  let named4 = [hf.quantized_layers, config2.quantized_layers].filter(isObject).flatMap((layers) => Object.entries(layers)), grouped = groups(config2).flatMap((group) => {
    let algorithm = groupAlgorithm(group);
    return (Array.isArray(group.targets) ? group.targets : []).map((target) => [String(target), algorithm]);
  });
  return [...named4.map(([target, layer]) => [target, layerAlgorithm(layer)]), ...grouped];
}
function layerAlgorithm(layer) {
  let value = isObject(layer) ? layer.quant_algo || layer.quantization_algo || layer.quant_method : layer, name = String(value ?? "").trim().toLowerCase();
  return name === "" ? void 0 : Object.hasOwn(LAYER_ALGORITHMS, name) ? LAYER_ALGORITHMS[name] : name;
}
function groupAlgorithm({ weights }) {
  if (!isObject(weights)) return;
  let named4 = layerAlgorithm(weights);
  if (named4 !== void 0) return named4;
  if (String(weights.type ?? "").toLowerCase().includes("float"))
    return { 8: "fp8", 4: "nvfp4" }[Number(weights.num_bits)];
}
function groups(config2) {
  return isObject(config2.config_groups) ? Object.values(config2.config_groups).filter(isObject) : [];
}

// src/models/quantisation.ts
var ALGORITHMS = {
  fp8: (source) => ({ gemm: isDynamic(source) ? "fp8" : "fp8_static", moe: "fp8" }),
  fp8_block: () => ({ gemm: "fp8_block", moe: "fp8_block" }),
  nvfp4: () => ({ gemm: "nvfp4", moe: "nvfp4" }),
  mxfp4: () => ({ gemm: "bfloat16", moe: "w4a16_mxfp4" }),
  mixed_precision: mixedPrecision,
  "compressed-tensors": compressedTensors
}, FP8_ATTENTION = ["fp8", "fp8_block", "nvfp4"], SPELLINGS = {
  w4a16_mxfp4: "mxfp4",
  "mixed-precision": "mixed_precision",
  mixedprecision: "mixed_precision"
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
function canonicalAlgorithm(found, config2) {
  if (found === void 0) return;
  let name = Object.hasOwn(SPELLINGS, found) ? SPELLINGS[found] : found, blocks = config2.weight_block_size;
  return name === "fp8" && Array.isArray(blocks) && blocks.length > 0 ? "fp8_block" : name;
}
function kvCacheAlgorithm(id, hf, config2) {
  let named4 = firstText(
    hf.kv_cache_quant_algo,
    config2.kv_cache_quant_algo,
    config2.kv_cache_quant_method,
    config2.kv_cache_dtype
  );
  if (named4 !== void 0) {
    let mode = Object.hasOwn(KV_ALGORITHMS, named4) ? KV_ALGORITHMS[named4] : void 0;
    if (mode === void 0) throw unsupported(id, "KV cache quantisation", named4);
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
    message: `model ${id} asks for the ${what} ${JSON.stringify(value)}, which is not modelled`,
    path: "spec.model"
  });
}
function withFallbacks(quant) {
  return { gemm: "bfloat16", moe: "bfloat16", kvCache: "bfloat16", fmha: "bfloat16", ...quant, comm: "half" };
}

// src/engine/role-quant.ts
var GPT_OSS = ["openai/gpt-oss-120b", "openai/gpt-oss-20b"], BLACKWELL_SM = 100, RULES3 = [
  {
    // The checkpoints run with quantised activations where the tensor cores take them.
    applies: ({ architecture, backendName, system }) => backendName === "trtllm" && GPT_OSS.includes(architecture.id) && system.smVersion >= BLACKWELL_SM,
    change: { moe: "w4a8_mxfp4_mxfp8" }
  },
  {
    // Latent prefill was measured in bfloat16 alone; decode keeps fp8 and so reads other tables than an aggregated worker.
    applies: ({ architecture, role }, { fmha }) => fmha === "fp8" && role !== "decode" && ["DeepseekV3ForCausalLM", "KimiK25ForConditionalGeneration"].includes(architecture.name),
    change: { fmha: "bfloat16" }
  },
  {
    // The prefill kernel of vLLM is not measured in fp8.
    applies: ({ backendName }, { fmha }) => backendName === "vllm" && fmha === "fp8",
    change: { fmha: "bfloat16" }
  }
];
function quantModes(scope) {
  let modes = withFallbacks(scope.architecture.quant);
  for (let { applies, change } of RULES3) applies(scope, modes) && (modes = { ...modes, ...change });
  return modes;
}

// src/engine/search-space.ts
var SIZES2 = [1, 2, 4, 8], WIDE_SYSTEMS = ["gb200", "gb300"], WIDE_SIZES = [...SIZES2, 16];
function workerLayouts(scope) {
  return (familyModel(scope.architecture).isMoe ? expertLayouts(scope) : denseLayouts(scope)).filter(({ tp, dp, cp }) => cp === 1 || tp === 1 && dp === 1);
}
function contextParallelSizes({ backend, role }) {
  return role === "decode" ? [1] : backend.contextParallelSizes;
}
function denseLayouts(scope) {
  let sizes = WIDE_SYSTEMS.includes(scope.systemName) ? WIDE_SIZES : SIZES2;
  return sizes.flatMap(
    (tp) => contextParallelSizes(scope).filter((cp) => tp * cp <= scope.maxGpus && sizes.includes(tp * cp)).map((cp) => ({ tp, pp: 1, dp: 1, moeTp: 1, moeEp: 1, cp }))
  );
}
function expertLayouts(scope) {
  let sizes = SIZES2.filter((gpus) => gpus <= scope.maxGpus), layouts = [];
  for (let tp of SIZES2)
    for (let dp of SIZES2)
      for (let moeTp of SIZES2)
        for (let moeEp of SIZES2)
          for (let cp of contextParallelSizes(scope)) {
            let layout2 = { tp, pp: 1, dp, moeTp, moeEp, cp }, gpus = tp * dp * cp;
            sizes.includes(gpus) && gpus === moeTp * moeEp && scope.backend.allowsExpertLayout(layout2) && layouts.push(layout2);
          }
  return layouts;
}

// src/models/layout.ts
function gpusPerWorker2({ tp, pp, dp, cp }) {
  return tp * pp * dp * cp;
}
function layoutLabel({ tp, pp, dp, moeTp, moeEp, cp }) {
  return `tp${tp}pp${pp}dp${dp}etp${moeTp}ep${moeEp}${cp > 1 ? `cp${cp}` : ""}`;
}

// src/engine/agg-row.ts
function aggRow(context, { layout: layout2, gpus }, result) {
  let { tp, pp, dp, moeTp, moeEp, cp } = layout2, { isl, osl, batch: batch2, ttftMs, tpotMs } = result, tokensPerSec = result.tokensPerSec * (pp * dp), requestsPerSec = requestRate(result, layout2);
  return rounded2({
    model: context.architecture.id,
    isl,
    osl,
    prefix: 0,
    concurrency: batch2 * pp * dp,
    request_rate: requestsPerSec,
    bs: batch2,
    global_bs: batch2 * dp,
    ttft: ttftMs,
    tpot: tpotMs,
    request_latency: ttftMs + tpotMs * Math.max(osl - 1, 0),
    encoder_latency: 0,
    encoder_memory: 0,
    "seq/s": requestsPerSec,
    "seq/s/gpu": requestsPerSec / pp / tp / dp / cp,
    "tokens/s": tokensPerSec,
    "tokens/s/gpu": tokensPerSec / pp / tp / dp / cp,
    "tokens/s/user": osl > 1 && tpotMs > 0 ? 1e3 / tpotMs : 0,
    num_total_gpus: gpus,
    tp,
    pp,
    dp,
    moe_tp: moeTp,
    moe_ep: moeEp,
    cp,
    parallel: layoutLabel(layout2),
    ...quantColumns(context, ""),
    memory: result.memoryGib,
    balance_score: result.balance,
    num_ctx_reqs: result.prefills,
    num_gen_reqs: result.decodes,
    num_tokens: result.stepTokens,
    ctx_tokens: result.contextTokens,
    gen_tokens: result.decodes,
    backend: context.backendName,
    version: context.backendVersion,
    system: context.systemName,
    power_w: 0
  });
}
function requestRate({ tokensPerSec, osl }, { pp, dp }) {
  return osl > 1 ? tokensPerSec * (pp * dp) / (osl - 1) : 0;
}
function quantColumns({ quant }, prefix) {
  return {
    [`${prefix}gemm`]: quant.gemm,
    [`${prefix}kvcache`]: quant.kvCache,
    [`${prefix}fmha`]: quant.fmha,
    [`${prefix}moe`]: quant.moe,
    [`${prefix}comm`]: quant.comm
  };
}
function rounded2(columns) {
  let row = columns;
  for (let name in row) {
    let value = row[name];
    typeof value == "number" && (row[name] = round3(value));
  }
  return columns;
}

// src/engine/data-missing.ts
var DataMissing = class extends Error {
  constructor(message) {
    super(message), this.name = "DataMissing";
  }
};

// src/engine/triangulation.ts
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
    let parts = barycentric(points, triangle, u, v);
    if (inTriangle(parts))
      return triangle.reduce((sum3, corner, i) => sum3 + parts[i] * points[corner].value, 0);
  }
  return Number.NaN;
}

// src/engine/clough-tocher.ts
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
    let to = points[j], eu = to.u - from.u, ev = to.v - from.v, length2 = Math.sqrt(eu * eu + ev * ev), cube = length2 * length2 * length2, slope = eu * gradients[j].u + ev * gradients[j].v;
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

// src/engine/interpolation.ts
function bracket(x, keys, inner) {
  let last = keys.length - 1;
  if (last < 0) throw new DataMissing("no measured points");
  if (last === 0) {
    let only = keys[0];
    if (inner && x !== only) throw new DataMissing(`${x} is not the only measured point ${only}`);
    return [only, only];
  }
  let at3 = lowerBound(keys, x);
  if (at3 <= last && keys[at3] === x) return [x, x];
  if (inner && (at3 === 0 || at3 > last))
    throw new DataMissing(`${x} is outside the measured range ${keys[0]}..${keys[last]}`);
  return at3 === 0 ? [keys[0], keys[1]] : at3 > last ? [keys[last - 1], keys[last]] : [keys[at3 - 1], keys[at3]];
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
  let at3 = lowerBound(keys, z);
  return keys[at3] === z ? values[at3] : void 0;
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
  let sorted = [...points].sort((a, b) => a[axis] - b[axis]), low = sorted[0], high = sorted[sorted.length - 1];
  return t <= low[axis] ? low.value : t >= high[axis] ? high.value : line(low[axis], high[axis], low.value, high.value, t);
}
function finite(value) {
  if (Number.isFinite(value)) return value;
  throw new DataMissing("the measured points do not surround the query");
}

// src/engine/curve.ts
function curveAt({ keys, latencyMs: latencyMs2 }, x) {
  let [low, high] = bracket(x, keys, !1), at3 = (key) => latencyMs2[lowerBound(keys, key)];
  return interpolate1d(low, high, at3(low), at3(high), x);
}
function readCurves(slice, by, over) {
  let curves = /* @__PURE__ */ new Map(), columns = by.map((name) => slice.column(name)), [keys, latency] = [slice.column(over), slice.column("latency")];
  for (let i = 0; i < slice.rowCount; i += 1) {
    let id = columns.map((column) => column[i]).join(" "), curve = curves.get(id);
    curve === void 0 && (curve = { keys: [], latencyMs: [] }, curves.set(id, curve)), curve.keys.push(keys[i]), curve.latencyMs.push(latency[i]);
  }
  return curves;
}

// src/engine/ops/experts.ts
var LOW_LATENCY_TOKENS = { nvfp4: 128 }, GATED_PRODUCTS = 3;
function expertsTime(database, system) {
  let slices = /* @__PURE__ */ new Map(), find = (lowLatency, op) => {
    let key = [lowLatency, op.quant, op.distribution, op.topk, op.experts, op.hiddenSize, op.interSize], name = key.join(" "), curves = slices.get(name);
    if (curves === void 0) {
      let slice = database.table("moe")?.slice(...key);
      curves = slice === void 0 ? /* @__PURE__ */ new Map() : readCurves(slice, ["moe_tp_size", "moe_ep_size"], "num_tokens"), slices.set(name, curves);
    }
    return curves.get(`${op.moeTp} ${op.moeEp}`);
  };
  return (op, tokensPerRank) => {
    let tokens3 = tokensPerRank * op.dp, curve = (tokens3 <= (LOW_LATENCY_TOKENS[op.quant] ?? 0) ? find(1, op) : void 0) ?? find(0, op);
    if (curve === void 0) throw unmeasured(op);
    return timeOn(curve, system, op, tokens3);
  };
}
function unmeasured(op) {
  let { topk, experts, hiddenSize, interSize, moeTp, moeEp, quant } = op;
  return new DataMissing(
    `no measured experts in ${quant}: ${topk} of ${experts}, ${hiddenSize} x ${interSize}, moe tp ${moeTp}, ep ${moeEp}`
  );
}
function timeOn(curve, system, op, tokens3) {
  let { keys, latencyMs: latencyMs2 } = curve, last = keys.length - 1;
  if (last === 0 && tokens3 < keys[0]) throw new DataMissing(`experts were measured at ${keys[0]} tokens alone`);
  if (tokens3 <= keys[last]) return curveAt(curve, tokens3);
  let share = Math.max(speedOfLight(system, op, keys[last]) / latencyMs2[last], 1e-8);
  return speedOfLight(system, op, tokens3) / share;
}
function speedOfLight(system, op, tokens3) {
  let { hiddenSize, interSize, moeEp, moeTp } = op, { bytes, compute } = MOE_QUANT[op.quant], routed = tokens3 * op.topk, routedPerRank = Math.floor(routed / moeEp), work = routed * hiddenSize * interSize * GATED_PRODUCTS * 2, operations = Math.floor(Math.floor(work / moeEp) / moeTp), moved = routedPerRank * hiddenSize * 2 + Math.floor(routedPerRank * interSize * GATED_PRODUCTS / moeTp) + Math.floor(hiddenSize * interSize * GATED_PRODUCTS / moeTp) * Math.min(Math.floor(op.experts / moeEp), routedPerRank), mathMs = operations / (system.bfloat16TcFlops * compute) * 1e3, memoryMs = bytes * moved / system.memBwBytesPerSec * 1e3;
  return Math.max(mathMs, memoryMs);
}
function expertWeightBytes({ hiddenSize, interSize, experts, moeEp, moeTp, quant }) {
  let bytes = hiddenSize * interSize * experts * MOE_QUANT[quant].bytes * GATED_PRODUCTS;
  return Math.floor(Math.floor(bytes / moeEp) / moeTp);
}

// src/engine/memory.ts
var BYTES_PER_GIB = 2 ** 30, WORKSPACE_BLOCK = 128, WORKSPACE_BYTES = 4;
function memoryModel(plan, backend, system, contextOps) {
  let { architecture, layout: layout2 } = plan, family = familyModel(architecture), weights = contextOps.reduce((sum3, op) => sum3 + weightBytes(op), 0) / layout2.pp, tp = Math.min(layout2.tp, 8), width = architecture.heads * architecture.headSize, coefficient = backend.activationCoefficients[family.activationProfile][tp], workspaceWidth = backend.workspaceWidth(architecture), workspace = (tokens3) => tokens3 * workspaceWidth * layout2.dp * architecture.experts * architecture.topk / layout2.moeEp / WORKSPACE_BLOCK * WORKSPACE_BYTES, other = system.otherMemBytes * backend.otherMemoryFactor, nccl = system.ncclMemBytes[tp] ?? 0;
  return (batch2, stepTokens, sequenceTokens) => {
    let tensors = 2 * stepTokens * width * coefficient, sized = family.hasDispatchWorkspace ? tensors + workspace(stepTokens) : tensors, activations = Math.max(sized, backend.minActivationBytes) * (architecture.nextn + 1) * backend.activationFactor, kvCache = batch2 * family.kvBytesPerSequence(plan, sequenceTokens);
    return {
      totalGib: (weights + activations + kvCache + nccl + other) / BYTES_PER_GIB,
      kvCacheGib: kvCache / BYTES_PER_GIB
    };
  };
}
function isOutOfMemory({ totalGib }, system) {
  return totalGib >= system.memCapacityBytes / BYTES_PER_GIB;
}
function isOutOfKvCache(use, backend, system) {
  let freeGib = system.memCapacityBytes / BYTES_PER_GIB - (use.totalGib - use.kvCacheGib);
  return use.kvCacheGib > backend.kvCacheLimitGib(freeGib);
}
function weightBytes(op) {
  let sum3 = (ops) => ops.reduce((total, part) => total + weightBytes(part), 0);
  switch (op.kind) {
    case "embedding":
      return op.rows * op.columns * 2 * op.count;
    case "gemm":
      return op.n * op.k * GEMM_QUANT[op.quant].bytes * op.count;
    case "experts":
      return expertWeightBytes(op) * op.count;
    case "fallback":
      return sum3(op.parts);
    case "overlap":
      return sum3(op.branches.flat());
    default:
      return 0;
  }
}

// src/engine/worker.ts
function createWorker(context, layout2) {
  let { architecture, quant, backend, backendName, system } = context, plan = { architecture, layout: layout2, quant, backendName }, mismatch = layoutMismatch(plan);
  if (mismatch !== void 0) throw new DataMissing(mismatch);
  let { context: contextOps, generation: generationOps } = operationLists(plan);
  return {
    layout: layout2,
    gpus: gpusPerWorker2(layout2),
    contextOps,
    generationOps,
    contextNames: namesOf(contextOps),
    generationNames: namesOf(generationOps),
    contextTimes: contextTimes(context, contextOps),
    generationTimes: generationTimes(context, generationOps),
    memory: memoryModel(plan, backend, system, contextOps)
  };
}
function layoutMismatch(plan) {
  let { heads } = plan.architecture, { tp, dp, cp } = plan.layout;
  return heads % tp !== 0 ? `${heads} heads do not split over ${tp} GPUs` : cp > 1 && (tp > 1 || dp > 1) ? "context parallelism excludes tensor and data parallelism" : familyModel(plan.architecture).mismatch?.(plan);
}
function namesOf(ops) {
  return [...new Set(ops.map(({ name }) => name))];
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
function contextTimes({ operationTime: operationTime2 }, ops) {
  let joined = byName(ops);
  return memoised(
    (batch2, sequenceLength) => joined(
      ops.map((op) => {
        let tokens3 = op.name.includes("logits_gemm") ? batch2 : batch2 * sequenceLength;
        return operationTime2(op, { tokens: tokens3, batch: batch2, sequenceLength });
      })
    )
  );
}
function generationTimes({ architecture, operationTime: operationTime2 }, ops) {
  let perSequence = architecture.nextn + 1, joined = byName(ops), time2 = (op, batch2, sequenceLength) => operationTime2(op, { tokens: batch2, batch: batch2, sequenceLength }), seesLength = ops.map(dependsOnLength), lengthFree = memoised((batch2) => ops.map((op, i) => seesLength[i] ? 0 : time2(op, batch2, 0)));
  return memoised((sequences, length2) => {
    let batch2 = sequences * perSequence, rest = lengthFree(batch2, 0);
    return joined(ops.map((op, i) => seesLength[i] ? time2(op, batch2, length2) : rest[i]));
  });
}
var LENGTH_KINDS = ["generationAttention", "generationMla", "generationMlaModule"];
function dependsOnLength(op) {
  return op.kind === "fallback" ? [op.primary, ...op.parts].some(dependsOnLength) : LENGTH_KINDS.includes(op.kind);
}
var LENGTH_LIMIT = 2 ** 24;
function memoised(compute) {
  let known = /* @__PURE__ */ new Map();
  return (batch2, length2) => {
    let key = batch2 * LENGTH_LIMIT + length2, times = known.get(key);
    return times === void 0 && (times = compute(batch2, length2), known.set(key, times)), times;
  };
}

// src/engine/sweep-agg.ts
var BATCHES = [
  ...range2(1, 16, 1),
  ...range2(16, 32, 4),
  ...range2(32, 64, 8),
  ...range2(64, 256, 16),
  ...range2(256, 512, 32),
  512
], KEPT_PER_TARGET = 10, MAX_CHUNK_TOKENS = 8192, MIN_CHUNK_TOKENS = 512;
function range2(from, to, step) {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
}
function contextTokenSteps(isl) {
  let largest = Math.max(MAX_CHUNK_TOKENS, 2 * isl), small = Math.max(isl, MIN_CHUNK_TOKENS), big = Math.ceil(Math.max(1024, MIN_CHUNK_TOKENS, Math.floor(largest / 8)) / isl) * isl, found = [];
  for (let tokens3 = small; tokens3 <= largest; tokens3 += tokens3 < MAX_CHUNK_TOKENS ? small : big) found.push(tokens3);
  return [.../* @__PURE__ */ new Set([...found, isl, 2 * isl])].sort((a, b) => a - b);
}
function sweepAgg(context, query) {
  let kept = /* @__PURE__ */ new Set(), excluded = [], fastest2 = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
  for (let layout2 of query.layouts) {
    let exclude = (reason, detail) => {
      excluded.push({ layout: layout2, role: "agg", reason, detail });
    }, candidates;
    try {
      candidates = evaluateLayout(context, createWorker(context, layout2), query);
    } catch (error3) {
      if (!(error3 instanceof DataMissing)) throw error3;
      exclude("data", error3.message);
      continue;
    }
    for (let { ttftMs, tpotMs } of candidates)
      fastest2.ttftMs = Math.min(fastest2.ttftMs, ttftMs), fastest2.tpotMs = Math.min(fastest2.tpotMs, tpotMs);
    let before = kept.size, ranked = stableSort(candidates, ({ requestsPerSec }) => requestsPerSec, "descending");
    for (let target of query.targets) for (let row of bestForTarget(ranked, target)) kept.add(row);
    candidates.length === 0 ? exclude("memory", "does not fit the GPU memory") : kept.size === before && exclude("latency", "no batch size meets the latency targets");
  }
  return { rows: stableSort([...kept], (row) => row["tokens/s/gpu"], "descending"), excluded, fastest: fastest2 };
}
function bestForTarget(ranked, { ttftMs, tpotMs }) {
  return ranked.filter((candidate) => candidate.tpotMs <= tpotMs && candidate.ttftMs <= ttftMs).slice(0, KEPT_PER_TARGET).map(({ row }) => row());
}
function evaluateLayout(context, worker2, { isl, osl }) {
  let candidates = [], seen = /* @__PURE__ */ new Set(), chunks = contextTokenSteps(isl);
  for (let batch2 of BATCHES)
    for (let contextTokens of chunks) {
      let prefills = Math.ceil(contextTokens / isl);
      if (batch2 < prefills || batch2 > 1 && batch2 - prefills < 1) break;
      let balance = isl * batch2 / contextTokens / osl;
      if (balance > 1) {
        let decoding = floorDivide(batch2, balance);
        if (decoding > 1 && seen.has(decoding)) continue;
        seen.add(decoding);
      }
      let point = { isl, osl, batch: batch2, contextTokens, steps: Math.ceil(isl * batch2 / contextTokens) }, candidate = evaluatePoint(context, worker2, point, balance);
      if (candidate === void 0) break;
      candidates.push(candidate);
    }
  return candidates;
}
function evaluatePoint(context, worker2, point, balance) {
  let { isl, osl, batch: batch2, contextTokens } = point, prefills = batch2 === 1 ? 1 : Math.ceil(contextTokens / isl), decodes = batch2 === 1 ? 1 : batch2 - prefills, stepTokens = batch2 > 1 ? decodes + contextTokens : contextTokens, times = pointTimes(context, worker2, point), { backend, system } = context, memory = worker2.memory(batch2, backend.aggActivationTokens(stepTokens), isl + osl);
  if (isOutOfMemory(memory, system) || isOutOfKvCache(memory, backend, system)) return;
  let memoryGib = memory.totalGib, result = { ...point, ...times, memoryGib, balance, prefills, decodes, stepTokens }, row;
  return {
    ttftMs: times.ttftMs,
    tpotMs: times.tpotMs,
    requestsPerSec: round3(requestRate(result, worker2.layout)),
    row: () => (row ??= aggRow(context, worker2, result), row)
  };
}
function pointTimes({ backend, architecture }, worker2, point) {
  let { isl, osl, batch: batch2, contextTokens, steps: steps2 } = point, isSingle = batch2 === 1, mixedDecodes = isSingle ? 0 : backend.mixedDecodeBatch(point), mixed = isSingle ? 1 : steps2, decodeOnly = isSingle ? osl - 1 : Math.max(osl - steps2, 0), mixedForTpot = isSingle ? 0 : decodeOnly === 0 ? mixed : backend.mixedStepsForTpot(mixed), mixedMs = mixedStepMs(worker2, point, mixedDecodes), decodeMs2 = decodeOnly > 0 || isSingle ? sum(worker2.generationTimes(batch2, isl + Math.floor(osl / 2) + 1)) : 0, ttftMs = (mixedMs * Math.ceil(isl / contextTokens) + backend.dispatchOverheadMs(architecture.layers)) * backend.queueFactor(point), tpotSteps = mixedForTpot + decodeOnly, tpotMs = tpotSteps > 0 ? (mixedMs * mixedForTpot + decodeMs2 * decodeOnly) / tpotSteps : 0, totalMs = mixed * mixedMs + decodeOnly * decodeMs2, uncapped = osl > 1 && totalMs > 0 ? 1e3 / totalMs * batch2 * (osl - 1) : 0, tokensPerSec = Math.min(uncapped, backend.throughputCap(point, ttftMs + tpotMs * Math.max(osl - 1, 0)));
  return { ttftMs, tpotMs, tokensPerSec };
}
function mixedStepMs(worker2, { isl, osl, contextTokens }, decodes) {
  let attention2 = worker2.contextNames.indexOf("context_attention"), rest = worker2.contextTimes(1, contextTokens + decodes).reduce((total, ms, i) => i === attention2 ? total : total + ms, 0), prefillAttention = (worker2.contextTimes(Math.ceil(contextTokens / isl), isl)[attention2] ?? 0) / Math.ceil(isl / contextTokens);
  if (decodes === 0) return rest + prefillAttention;
  let decodeAttention = worker2.generationNames.indexOf("generation_attention"), decoding = worker2.generationTimes(decodes, isl + Math.floor(osl / 2) + 1);
  return rest + prefillAttention + (decoding[decodeAttention] ?? 0);
}
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

// src/engine/disagg-row.ts
var PREFILL_RATE_SHARE = 0.9, DECODE_RATE_SHARE = 0.92;
function pairRates({ prefill, decode: decode2, counts }, osl) {
  let requestsPerSec = Math.min(
    prefill.requestsPerSec * counts.prefills * PREFILL_RATE_SHARE,
    decode2.requestsPerSec * counts.decodes * DECODE_RATE_SHARE
  ), size = ({ layout: layout2 }) => layout2.pp * layout2.tp * layout2.dp, gpus = size(prefill) * counts.prefills + size(decode2) * counts.decodes;
  return { requestsPerSec, gpus, tokensPerSecPerGpu: requestsPerSec * osl / gpus };
}
function disaggRow(contexts, pair, { isl, osl }) {
  let { prefill, decode: decode2, counts } = pair, { requestsPerSec, gpus, tokensPerSecPerGpu: tokensPerSecPerGpu2 } = pairRates(pair, osl);
  return rounded2({
    model: contexts.prefill.architecture.id,
    isl,
    osl,
    prefix: 0,
    concurrency: decode2.globalBatch * counts.decodes,
    request_rate: requestsPerSec,
    "(p)bs": prefill.batch,
    "(p)global_bs": prefill.globalBatch,
    "(p)workers": counts.prefills,
    "(d)bs": decode2.batch,
    "(d)global_bs": decode2.globalBatch,
    "(d)workers": counts.decodes,
    ttft: prefill.ttftMs,
    tpot: decode2.tpotMs,
    request_latency: prefill.ttftMs + decode2.tpotMs * Math.max(osl - 1, 0),
    encoder_latency: 0,
    "seq/s": requestsPerSec,
    "seq/s/gpu": requestsPerSec / gpus,
    "tokens/s": requestsPerSec * osl,
    "tokens/s/gpu": tokensPerSecPerGpu2,
    "tokens/s/user": decode2.tokensPerSecPerUser,
    "(p)seq/s/worker": prefill.requestsPerSec,
    "(d)seq/s/worker": decode2.requestsPerSec,
    num_total_gpus: gpus,
    ...workerColumns("(p)", contexts.prefill, prefill),
    ...workerColumns("(d)", contexts.decode, decode2),
    "(e)workers": 0,
    "(e)tp": 0,
    "(e)pp": 0,
    "(e)parallel": "",
    "(e)memory": 0,
    power_w: 0
  });
}
function workerColumns(prefix, context, worker2) {
  let { tp, pp, dp, moeTp, moeEp, cp } = worker2.layout;
  return {
    [`${prefix}tp`]: tp,
    [`${prefix}pp`]: pp,
    [`${prefix}dp`]: dp,
    [`${prefix}moe_tp`]: moeTp,
    [`${prefix}moe_ep`]: moeEp,
    ...prefix === "(p)" ? { "(p)cp": cp } : {},
    [`${prefix}parallel`]: worker2.label,
    ...quantColumns(context, prefix),
    [`${prefix}memory`]: worker2.memoryGib,
    [`${prefix}backend`]: context.backendName,
    [`${prefix}version`]: context.backendVersion,
    [`${prefix}system`]: context.systemName
  };
}

// src/engine/rate-match.ts
var MAX_WORKERS = 32, MAX_PREFILL_CANDIDATES = 32, MAX_DECODE_CANDIDATES = 16;
function pairChooser(prefill, decode2, options) {
  let ranked = [...prefill].sort(
    (a, b) => b.requestsPerSecPerGpu - a.requestsPerSecPerGpu || a.globalBatch - b.globalBatch
  ), groups2 = groupByLabel(decode2), rate = pairRater(options);
  return ({ ttftMs, tpotMs }) => {
    let prefills = ranked.filter((worker2) => worker2.ttftMs < ttftMs).slice(0, MAX_PREFILL_CANDIDATES);
    return groups2.flatMap((group) => {
      let within = group.filter((worker2) => worker2.tpotMs < tpotMs && worker2.tpotMs > 0), fastest2 = quickSort(within, (worker2) => worker2.requestsPerSecPerGpu, "descending");
      return bestPair(prefills, fastest2.slice(0, MAX_DECODE_CANDIDATES), rate) ?? [];
    });
  };
}
function groupByLabel(workers) {
  let groups2 = /* @__PURE__ */ new Map();
  for (let worker2 of workers) {
    let group = groups2.get(worker2.label) ?? [];
    groups2.set(worker2.label, group), group.push(worker2);
  }
  return [...groups2.keys()].sort().map((label) => groups2.get(label));
}
function bestPair(prefills, decodes, rate) {
  let best;
  for (let decode2 of decodes)
    for (let prefill of prefills) {
      let rated = rate(prefill, decode2);
      if (rated === void 0) continue;
      (best === void 0 || rated.tokensPerSecPerGpu > best.tokensPerSecPerGpu || rated.tokensPerSecPerGpu === best.tokensPerSecPerGpu && rated.gpus < best.gpus) && (best = rated);
    }
  return best?.pair;
}
function pairRater({ osl, replicaGpus, pairsStages }) {
  let allowed = new Set(replicaGpus), known = /* @__PURE__ */ new Map(), make = (prefill, decode2) => {
    let counts = pairsStages(prefill.layout, decode2.layout) ? bestMatch(prefill, decode2, allowed) : void 0;
    if (counts === void 0) return;
    let pair = { prefill, decode: decode2, counts }, { tokensPerSecPerGpu: tokensPerSecPerGpu2, gpus } = pairRates(pair, osl);
    return { pair, tokensPerSecPerGpu: tokensPerSecPerGpu2, gpus };
  };
  return (prefill, decode2) => {
    let ofDecode = known.get(decode2);
    return ofDecode === void 0 && (ofDecode = /* @__PURE__ */ new Map(), known.set(decode2, ofDecode)), ofDecode.has(prefill) || ofDecode.set(prefill, make(prefill, decode2)), ofDecode.get(prefill);
  };
}
function bestMatch(prefill, decode2, allowed) {
  let most = Math.max(...allowed), best, bestRate = 0;
  for (let decodes = 1; decodes <= MAX_WORKERS && decode2.gpus * decodes < most; decodes += 1)
    for (let prefills = 1; prefills <= MAX_WORKERS; prefills += 1) {
      let gpus = prefill.gpus * prefills + decode2.gpus * decodes;
      if (gpus > most) break;
      if (!allowed.has(gpus)) continue;
      let rate = Math.min(
        prefill.requestsPerSec * prefills * PREFILL_RATE_SHARE,
        decode2.requestsPerSec * decodes * DECODE_RATE_SHARE
      ) / gpus;
      rate > bestRate && (bestRate = rate, best = { prefills, decodes });
    }
  return best;
}

// src/engine/sweep-disagg.ts
var PREFILL_BATCHES = [1], DECODE_BATCHES = [...range2(1, 16, 1), ...range2(16, 32, 2), ...range2(32, 128, 4), ...range2(128, 512, 8), 512], REPLICA_GPUS = [1, 2, 4, 8, ...range2(16, 129, 8)], PREFILL_LATENCY_FACTOR = 1.1, DECODE_LATENCY_FACTOR = 1.08, TTFT_QUEUE_FACTOR = 1.8, DECODE_STRIDE = 32, KEPT_PER_TARGET2 = 5;
function disaggStages(contexts, query) {
  let excluded = [], prefill = staticWorkers(
    contexts.prefill,
    query.prefillLayouts,
    "prefill",
    excluded,
    (context, worker2) => prefillWorkers(context, worker2, query)
  ), decode2 = staticWorkers(
    contexts.decode,
    query.decodeLayouts,
    "decode",
    excluded,
    (context, worker2) => decodeWorkers(context, worker2, query)
  ), queued = prefill.map((worker2) => ({ ...worker2, ttftMs: worker2.ttftMs * TTFT_QUEUE_FACTOR })), fastest2 = { ttftMs: smallest(queued.map((w) => w.ttftMs)), tpotMs: smallest(decode2.map((w) => w.tpotMs)) };
  return { prefill: queued, decode: decode2, excluded, fastest: fastest2 };
}
function sweepDisagg(contexts, query) {
  let { prefill, decode: decode2, excluded, fastest: fastest2 } = disaggStages(contexts, query), choosePairs = pairChooser(prefill, decode2, {
    osl: query.osl,
    replicaGpus: REPLICA_GPUS.filter((gpus) => gpus <= query.maxReplicaGpus),
    pairsStages: contexts.prefill.backend.pairsStages
  }), rowOf = pairRows(contexts, query), rows = /* @__PURE__ */ new Set();
  for (let target of query.targets) {
    let best = choosePairs(target).map(rowOf);
    for (let row of stableSort(best, tokensPerSecPerGpu, "descending").slice(0, KEPT_PER_TARGET2)) rows.add(row);
  }
  return { rows: quickSort([...rows], tokensPerSecPerGpu, "descending"), excluded, fastest: fastest2 };
}
function pairRows(contexts, query) {
  let known = /* @__PURE__ */ new Map();
  return (pair) => {
    let ofDecode = known.get(pair.decode) ?? /* @__PURE__ */ new Map();
    known.set(pair.decode, ofDecode);
    let row = ofDecode.get(pair.prefill) ?? disaggRow(contexts, pair, query);
    return ofDecode.set(pair.prefill, row), row;
  };
}
function tokensPerSecPerGpu(row) {
  return row["tokens/s/gpu"];
}
function smallest(values) {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}
function staticWorkers(context, layouts, role, excluded, run) {
  let rows = [];
  for (let layout2 of layouts) {
    let before = rows.length;
    try {
      for (let row of run(context, createWorker(context, layout2))) rows.push(row);
      rows.length === before && excluded.push({ layout: layout2, role, reason: "memory", detail: "does not fit the GPU memory" });
    } catch (error3) {
      if (!(error3 instanceof DataMissing)) throw error3;
      excluded.push({ layout: layout2, role, reason: "data", detail: error3.message });
    }
  }
  return rows;
}
function* prefillWorkers(context, worker2, { isl }) {
  for (let batch2 of PREFILL_BATCHES) {
    let ttftMs = scaledSum(worker2.contextTimes(batch2, isl), PREFILL_LATENCY_FACTOR), memory = worker2.memory(batch2, isl * batch2, isl + 1);
    if (isOutOfMemory(memory, context.system)) return;
    yield staticWorker(worker2, { batch: batch2, ttftMs, tpotMs: 0, latencyMs: ttftMs, memory });
  }
}
function* decodeWorkers(context, worker2, { isl, osl }) {
  for (let batch2 of DECODE_BATCHES) {
    let totalMs = decodeMs(worker2, batch2, isl, osl), tpotMs = osl <= 1 ? 0 : totalMs / (osl - 1), memory = worker2.memory(batch2, batch2, isl + osl);
    if (isOutOfMemory(memory, context.system)) return;
    yield staticWorker(worker2, { batch: batch2, ttftMs: 0, tpotMs, latencyMs: tpotMs * Math.max(osl - 1, 0), memory });
  }
}
function decodeMs(worker2, batch2, isl, osl) {
  let totals = worker2.generationNames.map(() => 0);
  for (let step = 0; step < osl - 1; step += DECODE_STRIDE) {
    let repeats = Math.min(DECODE_STRIDE, osl - 1 - step), times = worker2.generationTimes(batch2, isl + step + 1);
    for (let i = 0; i < totals.length; i += 1) totals[i] += times[i] * repeats;
  }
  return scaledSum(totals, DECODE_LATENCY_FACTOR);
}
function scaledSum(times, factor) {
  return times.reduce((total, ms) => total + ms * factor, 0);
}
function staticWorker({ layout: layout2, gpus }, { batch: batch2, ttftMs, tpotMs, latencyMs: latencyMs2, memory }) {
  let { tp, pp, dp } = layout2, requestsPerSec = latencyMs2 === 0 ? 0 : batch2 * dp / latencyMs2 * 1e3 * pp;
  return {
    layout: layout2,
    label: layoutLabel(layout2),
    gpus,
    batch: batch2,
    globalBatch: batch2 * dp,
    ttftMs: round3(ttftMs),
    tpotMs: round3(tpotMs),
    tokensPerSecPerUser: tpotMs === 0 ? 0 : round3(1e3 / tpotMs),
    requestsPerSec: round3(requestsPerSec),
    requestsPerSecPerGpu: round3(requestsPerSec / tp / pp / dp),
    memoryGib: round3(memory.totalGib)
  };
}

// src/engine/targets.ts
var FIXED_TTFT_MS = [300, 400, 500, 600, 800, 1e3, 1200, 1400, 1600, 2e3, 3e3, 5e3, 8e3], TTFT_SHARES = [0.1, 0.2, 0.3, 0.5, 0.7], TPOT_MS = [...Array.from({ length: 19 }, (_, i) => i + 1), ...Array.from({ length: 56 }, (_, i) => 20 + 5 * i)];
function pairTargets(ttftMs) {
  return TPOT_MS.map((tpotMs) => ({ ttftMs, tpotMs }));
}
function endToEndTargets(latencyMs2, ttftMs, osl) {
  let shares = TTFT_SHARES.map((share) => latencyMs2 * share).filter((ms) => ms < 300 || ms > 8e3);
  return [.../* @__PURE__ */ new Set([...FIXED_TTFT_MS, ...shares, ttftMs])].filter((ms) => ms < latencyMs2).sort((a, b) => a - b).map((ms) => ({ ttftMs: ms, tpotMs: (latencyMs2 - ms) / (osl - 1) }));
}

// src/profile/experiments.ts
var MAX_REPLICA_GPUS = 128, NOTHING = { ttftMs: Number.POSITIVE_INFINITY, tpotMs: Number.POSITIVE_INFINITY };
function sweepBackend(request, architecture, measured) {
  let { totalGpus } = request.hardware, { isl, osl } = request.workload, targets = sweepTargets(request.sla, osl), agg = prepare(request, architecture, measured, "agg"), { inexpressible, context, layouts, missing } = agg, sweep = missing.length > 0 ? unmeasured2(agg) : sweepAgg(context, { isl, osl, layouts, targets }), experiments = [{ mode: "agg", measured, inexpressible, sweep }];
  if (totalGpus >= 2) {
    let { tried, contexts, query, missing: missing2 } = prepareStages(request, architecture, measured), replica = { targets, maxReplicaGpus: Math.min(totalGpus, MAX_REPLICA_GPUS) };
    experiments.push({ ...tried, sweep: missing2 ?? sweepDisagg(contexts, { ...query, ...replica }) });
  }
  return experiments;
}
function runStages(request, architecture, measured) {
  let { tried, contexts, query, missing } = prepareStages(request, architecture, measured), stages = missing === void 0 ? disaggStages(contexts, query) : { ...missing, prefill: [], decode: [] };
  return { ...tried, contexts, stages };
}
function prepareStages(request, architecture, measured) {
  let { isl, osl } = request.workload, prefill = prepare(request, architecture, measured, "prefill"), decode2 = prepare(request, architecture, measured, "decode"), missing = [...prefill.missing, ...decode2.missing];
  return {
    tried: { mode: "disagg", measured, inexpressible: prefill.inexpressible },
    contexts: { prefill: prefill.context, decode: decode2.context },
    query: { isl, osl, prefillLayouts: prefill.layouts, decodeLayouts: decode2.layouts },
    missing: missing.length > 0 ? unmeasured2({ ...prefill, missing }) : void 0
  };
}
function roleContext(architecture, measured, role) {
  let { backend, model, database, system } = measured;
  return {
    architecture,
    quant: quantModes({ architecture, backendName: backend, system, role }),
    backendName: backend,
    backendVersion: database.version,
    backend: model,
    systemName: database.system,
    system,
    operationTime: measured.operationTime
  };
}
function prepare(request, architecture, measured, role) {
  let { backend, model, database, system } = measured, context = roleContext(architecture, measured, role), maxGpus = request.hardware.totalGpus, all = workerLayouts({ architecture, backend: model, systemName: system.name, maxGpus, role }), isExpressible = ({ cp }) => request.compat === "reference" || cp === 1, [layouts, inexpressible] = [all.filter(isExpressible), all.filter((layout2) => !isExpressible(layout2))];
  return {
    role,
    context,
    layouts,
    inexpressible,
    missing: missingModes(database, context.quant, { architecture, backendName: backend, role })
  };
}
function unmeasured2({ role, layouts, missing }) {
  let detail = `not measured: ${[...new Set(missing)].join(", ")}`, excluded = layouts.map((layout2) => ({ layout: layout2, role, reason: "data", detail }));
  return { rows: [], excluded, fastest: NOTHING };
}
function sweepTargets(sla, osl) {
  return sla.kind === "pair" ? pairTargets(sla.ttftMs) : endToEndTargets(sla.e2eLatencyMs, sla.e2eLatencyMs, osl);
}

// src/profile/explanation.ts
function attemptOf(request, { mode, measured, inexpressible }, { rows, isWithin, excluded, fastest: fastest2 }) {
  let { backend, database } = measured;
  return {
    name: request.backend === "auto" ? `${mode}_${backend}` : mode,
    mode,
    backend,
    backendVersion: database.version,
    rows: rows.length,
    rowsWithinLimit: rows.filter(isWithin).length,
    excluded,
    inexpressible,
    fastest: fastest2
  };
}

// src/profile/infeasible.ts
function infeasible(request, attempts) {
  let { workload, hardware } = request, exclusions = attempts.flatMap(({ excluded }) => excluded), where = `at isl ${workload.isl}, osl ${workload.osl} on ${hardware.totalGpus} x ${hardware.gpuSku}`;
  if (exclusions.every(({ reason }) => reason === "data"))
    return failure2(request, "NOT_MEASURED", "spec.model", {
      message: `nothing was measured for ${request.model} ${where}: ${[...new Set(exclusions.map(({ detail }) => detail))].join("; ")}`,
      hint: "choose another backend, GPU or checkpoint"
    });
  let ttftMs = fastest(attempts, "ttftMs");
  return Number.isFinite(ttftMs) ? unreachable(request, where, ttftMs, fastest(attempts, "tpotMs")) : failure2(request, "NO_FEASIBLE_CONFIG", "spec.hardware.totalGpus", {
    message: `${request.model} does not fit the memory ${where}`,
    hint: "raise totalGpus, choose a GPU with more memory, a quantised checkpoint, or lower isl and osl"
  });
}
function unreachable(request, where, ttftMs, tpotMs) {
  let { sla } = request, best = `the fastest are ttft ${rounded3(ttftMs)} ms and itl ${rounded3(tpotMs)} ms, each at its own operating point`;
  if (sla.kind === "e2e")
    return failure2(request, "NO_FEASIBLE_CONFIG", "spec.sla.e2eLatency", {
      message: `no configuration finishes a request within ${sla.e2eLatencyMs} ms ${where}; ${best}`,
      hint: "raise e2eLatency, lower isl or osl, or allow more GPUs"
    });
  let isFirstToken = ttftMs > sla.ttftMs;
  return failure2(request, "NO_FEASIBLE_CONFIG", isFirstToken ? "spec.sla.ttft" : "spec.hardware", {
    message: `no configuration reaches ttft ${sla.ttftMs} ms ${where}; ${best}`,
    hint: isFirstToken ? `raise ttft to at least ${Math.ceil(ttftMs)}, lower isl, or allow more GPUs a worker` : "raise ttft, lower isl, or allow more GPUs"
  });
}
function failure2(request, code, path4, text5) {
  return new RenderError(code, { ...text5, path: path4, origin: request.locate(path4) });
}
function fastest(attempts, of) {
  return attempts.reduce((low, attempt2) => Math.min(low, attempt2.fastest[of]), Number.POSITIVE_INFINITY);
}
function rounded3(ms) {
  return Math.ceil(ms * 10) / 10;
}

// src/profile/outcome.ts
var NO_LATENCIES = { ttft: 0, tpot: 0, request_latency: 0 };
function latenciesOf(row) {
  let [ttft, tpot] = [numberIn(row, "ttft"), numberIn(row, "tpot")];
  return { ttft, tpot, request_latency: numberIn(row, "request_latency") };
}
function resolved({ backend, database }) {
  return { backend, backendVersion: database.version };
}

// src/profile/compare.ts
function compareExperiments(request, architecture, backends) {
  let tried = backends.flatMap((measured) => sweepBackend(request, architecture, measured)), attempts = tried.map((experiment) => toAttempt(request, experiment)), results = tried.filter(({ sweep }) => sweep.rows.length > 0).map((experiment) => ({ ...experiment, ranked: rank(request, experiment) })), tables = request.backend === "auto" ? mergeByMode(request, results) : results, best = chooseTable(tables, criterionOf(request.pickingMode === "load_match", request.compat)), chosen = needsStages(request) ? disaggregated(tables) ?? best : best, row = chosen?.ranked.top[0];
  if (chosen === void 0 || row === void 0) throw infeasible(request, attempts);
  let isUnnamed = request.backend === "auto" && request.compat === "reference";
  return {
    ...resolved(backends.find(({ backend }) => backend === row.backend) ?? backends[0]),
    chosen: chosen.mode,
    latencies: isUnnamed ? NO_LATENCIES : latenciesOf(row),
    experiments: Object.fromEntries(tables.map(({ mode, ranked }) => [mode, ranked])),
    picked: chosen.ranked.top,
    attempts
  };
}
function rank({ hardware, workload, sla, compat }, { mode, sweep }) {
  let target = pickTarget(sla), load = loadOf(workload);
  return load === void 0 ? pickDefault(mode, sweep.rows, hardware.totalGpus, target) : pickLoadMatch(mode, sweep.rows, { load, maxGpus: hardware.totalGpus, target, rules: compat });
}
function loadOf({ requestRatePerSec, concurrency }) {
  return requestRatePerSec !== void 0 ? { column: "seq/s", amount: requestRatePerSec } : concurrency === void 0 ? void 0 : { column: "concurrency", amount: concurrency };
}
function mergeByMode(request, results) {
  let criterion = criterionOf(request.pickingMode === "load_match", request.compat);
  return ["agg", "disagg"].map((mode) => {
    let tables = results.filter((result) => result.mode === mode).map(({ measured, ranked }) => ({ backend: measured.backend, ranked }));
    return { mode, ranked: mergeBackends(mode, tables, pickTarget(request.sla), criterion) };
  });
}
function needsStages({ features }) {
  return features.mocker && features.planner === void 0;
}
function disaggregated(tables) {
  return tables.find(({ mode, ranked }) => mode === "disagg" && ranked.top.length > 0);
}
function toAttempt(request, experiment) {
  let { column, limitMs } = pickTarget(request.sla);
  return attemptOf(request, experiment, { ...experiment.sweep, isWithin: (row) => numberIn(row, column) <= limitMs });
}
function pickTarget(sla) {
  return sla.kind === "pair" ? { column: "tpot", limitMs: sla.itlMs, tieColumn: "tokens/s/user" } : { column: "request_latency", limitMs: sla.e2eLatencyMs, tieColumn: "request_latency" };
}

// src/engine/backends.ts
var MIB = 1024 * 1024, DRAIN_STEPS = 3, base = {
  contextParallelSizes: [1],
  activationCoefficients: { dense: { 1: 11, 2: 6.5, 4: 5, 8: 5 }, moe: { 1: 22, 2: 13, 4: 10, 8: 10 } },
  workspaceWidth: ({ heads, headSize }) => heads * headSize,
  minActivationBytes: 70 * MIB,
  activationFactor: 1,
  otherMemoryFactor: 1,
  aggActivationTokens: (stepTokens) => stepTokens,
  kvCacheLimitGib: () => Number.POSITIVE_INFINITY,
  pairsStages: () => !0,
  mixedDecodeBatch: ({ batch: batch2, contextTokens, isl, osl, steps: steps2 }) => steps2 >= osl ? Math.max(1, floorDivide(batch2, steps2 / osl)) : Math.max(1, batch2 - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => Math.max(1, mixedSteps - DRAIN_STEPS),
  queueFactor: ({ steps: steps2 }) => Math.min(2 + (steps2 - 3) / 2 / 10, 4),
  dispatchOverheadMs: () => 0,
  throughputCap: () => Number.POSITIVE_INFINITY
}, trtllm = {
  ...base,
  allowsExpertLayout: ({ tp, dp }) => tp === 1 || dp === 1,
  // The engine is built for this many tokens a step, whatever a step takes.
  aggActivationTokens: () => 8192,
  // Share of free memory the engine takes, its own reserve, and the tolerance of the estimate.
  kvCacheLimitGib: (freeGib) => freeGib * 0.9 * (1 - 0.015) * (1 - 0.02)
}, sglang = {
  ...base,
  contextParallelSizes: [1, 2, 4, 8],
  allowsExpertLayout: () => !0,
  activationCoefficients: { dense: { 1: 14, 2: 8.5, 4: 6.5, 8: 6.5 }, moe: { 1: 28, 2: 17, 4: 13, 8: 13 } },
  workspaceWidth: ({ hiddenSize }) => hiddenSize,
  minActivationBytes: 90 * MIB,
  activationFactor: 1.15,
  otherMemoryFactor: 1.2,
  // The layout of the cache that is handed over depends on the tensor ranks (ai-dynamo/dynamo issue 5870).
  pairsStages: (prefill, decode2) => prefill.tp === decode2.tp
}, vllm = {
  ...base,
  allowsExpertLayout: ({ moeTp, moeEp }) => moeTp === 1 || moeEp === 1,
  // One request prefills at a time, the others decode.
  mixedDecodeBatch: ({ batch: batch2, contextTokens, isl }) => Math.max(1, batch2 - Math.ceil(contextTokens / isl)),
  mixedStepsForTpot: (mixedSteps) => mixedSteps,
  queueFactor: ({ batch: batch2 }) => batch2 <= 1 ? 1 : Math.min(1 + Math.log2(batch2) / 8, 2),
  dispatchOverheadMs: (layers) => layers * 0.8,
  // Little's law.
  throughputCap: ({ batch: batch2, osl }, latencyMs2) => latencyMs2 <= 0 ? Number.POSITIVE_INFINITY : batch2 * Math.max(osl - 1, 0) * 1e3 / latencyMs2
}, BACKEND_MODELS = { trtllm, sglang, vllm };

// src/engine/dense-grid.ts
function denseGrid(points, options) {
  let measured = indexRows(points), measuredX = [...measured.keys()], planes = /* @__PURE__ */ new Map(), { floor } = options, plane = (x) => {
    let found = planes.get(x);
    if (found === void 0) {
      let rows = measured.get(x);
      found = rows === void 0 ? derivedPlane(x) : measuredPlane(points, x, rows, options), planes.set(x, found);
    }
    return found;
  }, derivedPlane = (x) => {
    let [x0, x1] = bracket(x, measuredX, !1);
    return betweenPlanes(x, x0, x1, plane(x0), plane(x1), options.usesSqrtY === !0);
  }, xKeys = [...measuredX];
  if (measuredX.length >= 2)
    for (let x of options.targetX) measured.has(x) || insertKey(xKeys, x);
  let isVaried = measuredX.length >= 2 && hasTwo(points.y) && hasTwo(points.z), known = new Set(xKeys), rowOf = (x, y) => known.has(x) ? plane(x).row(y) : void 0;
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
function measuredPlane(points, x, measured, options) {
  let cache = /* @__PURE__ */ new Map(), recipes = /* @__PURE__ */ new Map(), keys = [...measured.keys()], row = (y) => {
    if (cache.has(y)) return cache.get(y);
    let range3 = measured.get(y), recipe = recipes.get(y), made;
    return range3 !== void 0 ? made = measuredRow(points, x, y, range3, options) : recipe !== void 0 && (made = betweenRows(y, recipe[0], recipe[1], row(recipe[0]), row(recipe[1]), options.usesSqrtY === !0, !1)), cache.set(y, made), made;
  }, isRagged = [...measured.values()].some(([from, to]) => to - from < 2);
  for (let y of options.targetY)
    if (!measured.has(y)) {
      if (keys.length < 2) break;
      recipes.set(y, bracket(y, keys, !1)), !((isRagged || options.usesSqrtY === !0) && row(y) === void 0) && insertKey(keys, y);
    }
  return { keys, row };
}
function measuredRow({ z, value }, x, y, [from, to], { floor, targetZ }) {
  let keys = [], values = [];
  for (let i = from; i < to; i += 1)
    keys.push(z[i]), values.push(floor === void 0 ? value[i] : Math.max(value[i], floor(x, y, z[i])));
  if (keys.length >= 2) for (let target of targetZ) insertValue(keys, values, target);
  return { keys, values };
}
function insertValue(keys, values, z) {
  let at3 = lowerBound(keys, z);
  if (keys[at3] === z) return;
  let [z0, z1] = bracket(z, keys, !1), row = { keys, values }, value = interpolate1d(z0, z1, valueAt(row, z0), valueAt(row, z1), z);
  keys.splice(at3, 0, z), values.splice(at3, 0, value);
}
function betweenPlanes(x, x0, x1, left, right, skipsNegative) {
  let cache = /* @__PURE__ */ new Map(), row = (y) => (cache.has(y) || cache.set(y, betweenRows(x, x0, x1, left.row(y), right.row(y), !1, skipsNegative)), cache.get(y)), keys;
  return {
    get keys() {
      return keys ??= left.keys.filter((y) => row(y) !== void 0), keys;
    },
    row
  };
}
function betweenRows(t, t0, t1, left, right, usesSqrt, skipsNegative) {
  if (left === void 0 || right === void 0) return;
  let [keys, values] = [[], []];
  for (let i = 0; i < left.keys.length; i += 1) {
    let low = left.values[i], high = valueAt(right, left.keys[i]);
    if (high === void 0 || usesSqrt && (low < 0 || high < 0)) continue;
    let root = usesSqrt ? interpolate1d(t0, t1, Math.sqrt(low), Math.sqrt(high), t) : interpolate1d(t0, t1, low, high, t), value = usesSqrt ? root * root : root;
    skipsNegative && value < 0 || (keys.push(left.keys[i]), values.push(value));
  }
  return keys.length === 0 ? void 0 : { keys, values };
}
function insertKey(keys, key) {
  keys.splice(lowerBound(keys, key), 0, key);
}
function hasTwo(keys) {
  for (let i = 1; i < keys.length; i += 1) if (keys[i] !== keys[0]) return !0;
  return !1;
}

// src/engine/ops/attention-grids.ts
var steps = (from, by, count2) => Array.from({ length: count2 }, (_, i) => from + by * i), powers = (count2) => Array.from({ length: count2 }, (_, i) => 2 ** i), ATTENTION_TARGETS = {
  contextLengths: [
    1,
    16,
    32,
    64,
    128,
    256,
    512,
    1024,
    2048,
    ...steps(4096, 2048, 14),
    ...steps(32768, 16384, 6),
    ...steps(131072, 32768, 12),
    ...steps(524288, 65536, 9)
  ],
  generationBatches: [...powers(9), 384, 512, 1024, 2048, 8192],
  generationLengths: [...powers(19), 16777216]
};
function slicedGrids(database, table, open3) {
  let grids = /* @__PURE__ */ new Map(), make = (key) => {
    let slice = database.table(table)?.slice(...key);
    return slice === void 0 || slice.rowCount === 0 ? new DataMissing(`${table} has no rows for ${key.join(", ")}`) : open3(slice, key);
  };
  return (key) => {
    let name = key.join(" "), grid = grids.get(name);
    if (grid === void 0 && (grid = make(key), grids.set(name, grid)), grid instanceof DataMissing) throw grid;
    return grid;
  };
}
function prefillTime(grid, { heads, batch: batch2, length: length2, cp }) {
  let after = (tokens3, cached2) => {
    let all = tokens3 + cached2;
    return lookup3(grid, heads, all, batch2, "cubic") * ((all * all - cached2 * cached2) / (all * all));
  };
  if (cp === 1) return after(length2, 0);
  let slice = Math.max(1, Math.ceil(length2 / (2 * cp)));
  return after(slice, 0) + after(slice, length2 - slice);
}

// src/engine/ops/memory-bound.ts
function memoryTime(system) {
  let bytesPerSec = system.memBwBytesPerSec * system.memBwScaling;
  return (bytes) => (bytes / bytesPerSec + system.memConstantLatencySec) * 1e3;
}

// src/engine/ops/attention.ts
var TARGET_HEADS = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 56, 72, 96, 128], CONTEXT_BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 384, 1024, 2048], EXTRA_FACTOR = 1.1;
function sliceKvHeads({ heads, kvHeads }) {
  if (kvHeads > heads) throw new DataMissing(`${kvHeads} key-value heads for ${heads} heads`);
  return kvHeads === heads ? 0 : kvHeads;
}
function headsFrom(slice) {
  let smallest2 = slice.column("num_heads")[0];
  return TARGET_HEADS.filter((heads) => heads >= smallest2);
}
function contextAttentionTime(database, system) {
  let memory = memoryTime(system), gridOf = slicedGrids(
    database,
    "context_attention",
    (slice) => denseGrid(
      {
        x: slice.column("num_heads"),
        y: slice.column("isl"),
        z: slice.column("batch_size"),
        value: slice.column("latency")
      },
      {
        targetX: headsFrom(slice),
        targetY: ATTENTION_TARGETS.contextLengths,
        targetZ: CONTEXT_BATCHES,
        usesSqrtY: !0
      }
    )
  );
  return (op, batch2, length2) => {
    let grid = gridOf([op.fmha, op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]);
    return prefillTime(grid, { heads: op.heads, batch: batch2, length: length2, cp: op.cp }) + aroundAttention(op, memory) * EXTRA_FACTOR;
  };
}
function aroundAttention(op, memory) {
  let q = op.heads * op.headSize, kv = op.kvHeads * op.headSize, fmhaBytes = FMHA_QUANT[op.fmha].bytes;
  return (op.usesQkNorm ? (2 * memory(q * 2) + 2 * memory(kv * 2)) * 2 : 0) + (2 * memory(q * 2 + kv * 2) + (memory(kv * fmhaBytes) + memory(kv * fmhaBytes)));
}
var SAMPLES = 5;
function generationAttentionTime(database, system) {
  let gridOf = slicedGrids(
    database,
    "generation_attention",
    (slice, key) => denseGrid(
      {
        x: slice.column("num_heads"),
        y: slice.column("batch_size"),
        z: slice.column("isl"),
        value: slice.column("latency")
      },
      {
        targetX: headsFrom(slice),
        targetY: ATTENTION_TARGETS.generationBatches,
        targetZ: ATTENTION_TARGETS.generationLengths,
        floor: decodeFloor(system, key)
      }
    )
  );
  return (op, batch2, length2) => {
    let grid = gridOf([op.kvCache, sliceKvHeads(op), op.headSize, op.windowSize]), low = Math.max(1, Math.trunc(length2 * 0.9)), high = Math.max(low, Math.trunc(length2 * 1.1)), sum3 = 0;
    for (let i = 0; i < SAMPLES; i += 1) {
      let sample = low + Math.floor((high - low) * i / (SAMPLES - 1));
      sum3 += lookup3(grid, op.heads, batch2, sample, "bilinear");
    }
    return sum3 / SAMPLES;
  };
}
function decodeFloor(system, key) {
  let [kvCache, sliceHeads, headSize, windowSize] = key, { bytes, compute } = KV_CACHE_QUANT[kvCache];
  return (heads, batch2, length2) => {
    let kvHeads = sliceHeads === 0 ? heads : sliceHeads, kvLength = windowSize > 0 ? Math.min(length2 - 1, windowSize) : length2 - 1, mathMs = 2 * batch2 * heads * headSize * 2 * kvLength / system.bfloat16TcFlops * 1e3 / compute, moved = batch2 * (heads * headSize * 2 + 2 * kvHeads * kvLength * headSize * bytes + heads * headSize * 2);
    return Math.max(mathMs, moved / system.memBwBytesPerSec * 1e3);
  };
}

// src/engine/bandwidth.ts
function tensorFlops(system, { compute }) {
  return { 1: system.bfloat16TcFlops, 2: system.fp8TcFlops, 4: system.fp4TcFlops }[compute] ?? system.bfloat16TcFlops * compute;
}
function peerBandwidth(system, gpus) {
  return gpus <= system.numGpusPerNode ? system.intraNodeBwBytesPerSec : gpus <= system.numGpusPerRack ? system.interNodeBwBytesPerSec : system.interRackBwBytesPerSec ?? system.interNodeBwBytesPerSec;
}

// src/engine/ops/collective.ts
var PRECISION = "half";
function collectiveTime(database, system) {
  let opened = /* @__PURE__ */ new Map();
  return (collective, elements, gpus) => {
    let measured = opened.get(collective);
    measured === void 0 && (measured = open2(database, collective), opened.set(collective, measured));
    let { curves, maxGpus } = measured, curve = curves.get(String(Math.min(gpus, maxGpus)));
    if (curve === void 0) throw new DataMissing(`no measured ${collective} over ${gpus} GPUs`);
    let inside = curveAt(curve, elements);
    if (gpus <= maxGpus) return inside;
    let link = peerBandwidth(system, maxGpus) / peerBandwidth(system, gpus);
    return inside * ((gpus - 1) / gpus * maxGpus / (maxGpus - 1) * link);
  };
}
function open2(database, collective) {
  let slice = database.table("nccl")?.slice(PRECISION, collective);
  if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured ${collective}`);
  let gpus = slice.column("num_gpus");
  return { curves: readCurves(slice, ["num_gpus"], "message_size"), maxGpus: gpus[gpus.length - 1] };
}

// src/engine/ops/custom-all-reduce.ts
function customAllReduceTime(database, system) {
  let gpusPerNode2 = system.numGpusPerNode, curves;
  return (elements, gpus) => {
    if (gpus === 1) return 0;
    curves ??= openCurves(database);
    let measured = Math.min(gpus, gpusPerNode2), curve = curves.get(String(measured));
    if (curve === void 0) throw new DataMissing(`no measured all-reduce over ${measured} GPUs`);
    let inNode = curveAt(curve, elements);
    return gpus > gpusPerNode2 ? inNode * beyondNode(system, gpus) : inNode;
  };
}
function beyondNode(system, gpus) {
  let gpusPerNode2 = system.numGpusPerNode;
  return (gpus - 1) / gpus * gpusPerNode2 / (gpusPerNode2 - 1) * peerBandwidth(system, gpusPerNode2) / peerBandwidth(system, gpus);
}
function openCurves(database) {
  let slice = database.table("custom_allreduce")?.slice();
  if (slice === void 0) throw new DataMissing("no measured all-reduce");
  return readCurves(slice, ["num_gpus"], "message_size");
}

// src/engine/ops/gemm-scale.ts
function scaleTime(database, table, { growsOutside }) {
  let grids = /* @__PURE__ */ new Map();
  return (quant, m, k) => {
    let grid = grids.get(quant);
    grid === void 0 && (grid = openGrid(database, table, quant), grids.set(quant, grid));
    let mIn = Math.max(grid.m[0], Math.min(Math.trunc(m), grid.m[grid.m.length - 1])), kIn = Math.max(grid.kMin, Math.min(Math.trunc(k), grid.kMax)), inside = gridTime(grid, mIn, kIn);
    return !growsOutside || mIn === Math.trunc(m) && kIn === Math.trunc(k) ? inside : inside * (Math.trunc(m) * Math.trunc(k) / (mIn * kIn));
  };
}
function openGrid(database, table, quant) {
  let slice = database.table(table)?.slice(quant);
  if (slice === void 0 || slice.rowCount === 0) throw new DataMissing(`no measured rows of ${table} in ${quant}`);
  let [mColumn, kColumn, latency] = [slice.column("m"), slice.column("k"), slice.column("latency")], grid = { m: [], rows: /* @__PURE__ */ new Map() };
  for (let i = 0; i < slice.rowCount; i += 1) {
    let m = mColumn[i], row = grid.rows.get(m);
    row === void 0 && (row = { k: [], latencyMs: [] }, grid.rows.set(m, row), grid.m.push(m)), row.k.push(kColumn[i]), row.latencyMs.push(latency[i]);
  }
  return { ...grid, kMin: Math.min(...kColumn), kMax: Math.max(...kColumn) };
}
function gridTime({ m: keys, rows }, m, k) {
  let points = bracket(m, keys, !0).flatMap((u) => {
    let row = rows.get(u);
    return bracket(k, row.k, !0).map((v) => ({ u, v, value: row.latencyMs[row.k.indexOf(v)] }));
  }), value = scattered(points, m, k, linearSurface);
  if (!Number.isFinite(value)) throw new DataMissing(`no measured scale times around ${m}, ${k}`);
  return value;
}

// src/engine/ops/gemm.ts
var TARGET_M = [
  1,
  2,
  4,
  8,
  16,
  32,
  48,
  64,
  80,
  96,
  128,
  160,
  192,
  224,
  256,
  320,
  384,
  448,
  512,
  640,
  768,
  896,
  1024,
  2048,
  4096,
  8192,
  16384,
  32768,
  131072,
  524288,
  1048576,
  16777216
], TARGET_NK = [
  32,
  64,
  128,
  256,
  512,
  768,
  1024,
  1536,
  2048,
  2560,
  3072,
  3584,
  4096,
  5120,
  6144,
  7168,
  8192,
  10240,
  12288,
  14336,
  16384,
  20480,
  24576,
  28672,
  32768,
  40960,
  49152,
  57344,
  65536,
  131072,
  262144
];
function gemmTime(database, system) {
  let tables = /* @__PURE__ */ new Map(), computeScale = scaleTime(database, "computescale", { growsOutside: !1 }), scaleMatrix = scaleTime(database, "scale_matrix", { growsOutside: !0 }), tableOf = (quant) => {
    let table = tables.get(quant);
    return table === void 0 && (table = openTable(database, system, quant), tables.set(quant, table)), table;
  };
  return (m, shape) => {
    if (shape.quant !== "fp8_static") return Math.max(0, tableTime(tableOf(shape.quant), m, shape.n, shape.k));
    let dynamic = tableTime(tableOf("fp8"), m, shape.n, shape.k);
    return Math.max(
      speedOfLight2(system, shape.quant, m, shape.n, shape.k),
      withoutScales(dynamic, m, shape, computeScale, scaleMatrix)
    );
  };
}
function withoutScales(dynamic, m, shape, computeScale, scaleMatrix) {
  let unscaled = dynamic - computeScale("fp8", m, shape.k);
  return shape.hasLowPrecisionInput ? unscaled - scaleMatrix("fp8", m, shape.k) : unscaled;
}
function openTable(database, system, quant) {
  let slice = database.table("gemm")?.slice(quant);
  if (slice === void 0) throw new DataMissing(`no measured matrix products in ${quant}`);
  return { grid: denseGrid(
    { x: slice.column("m"), y: slice.column("n"), z: slice.column("k"), value: slice.column("latency") },
    {
      targetX: TARGET_M,
      targetY: TARGET_NK,
      targetZ: TARGET_NK,
      floor: (m, n, k) => speedOfLight2(system, quant, m, n, k)
    }
  ), curves: /* @__PURE__ */ new Map() };
}
function tableTime({ grid, curves }, m, n, k) {
  let curve = shapeCurve(grid, curves, n, k);
  if (curve.m.length >= 2) {
    let [m0, m1] = bracket(m, curve.m, !1), at3 = (key) => curve.latencyMs[curve.m.indexOf(key)];
    return m0 === m1 ? at3(m0) : interpolate1d(m0, m1, at3(m0), at3(m1), m);
  }
  return lookup3(grid, m, n, k, "cubic");
}
var SIZE_LIMIT = 2 ** 26;
function shapeCurve(grid, curves, n, k) {
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
function speedOfLight2(system, quant, m, n, k) {
  let mode = GEMM_QUANT[quant], mathMs = 2 * m * n * k / tensorFlops(system, mode) * 1e3, memoryMs = mode.bytes * (m * n + m * k + n * k) / system.memBwBytesPerSec * 1e3;
  return Math.max(mathMs, memoryMs);
}

// src/engine/ops/latent-attention.ts
function latentAttentionTimes(database) {
  let contextGrid = slicedGrids(database, "context_mla", (slice) => prefillGrid(slice, !0)), generationGrid = slicedGrids(database, "generation_mla", decodeGrid), contextModuleGrid = slicedGrids(database, "mla_context_module", (slice) => prefillGrid(slice, !1)), generationModuleGrid = slicedGrids(database, "mla_generation_module", decodeGrid);
  return {
    contextMla: ({ fmha, kvCache, heads, cp }, batch2, length2) => prefillTime(contextGrid([fmha, kvCache]), { heads, batch: batch2, length: length2, cp }),
    generationMla: ({ kvCache, heads }, batch2, length2) => lookup3(generationGrid([kvCache]), heads, batch2, length2, "bilinear"),
    contextModule: ({ fmha, kvCache, gemm: gemm2, heads }, batch2, length2) => prefillTime(contextModuleGrid([fmha, kvCache, gemm2]), { heads, batch: batch2, length: length2, cp: 1 }),
    generationModule: ({ fmha, kvCache, gemm: gemm2, heads }, batch2, length2) => lookup3(generationModuleGrid([fmha, kvCache, gemm2]), heads, batch2, length2, "cubic"),
    bmm: bmmTime(database)
  };
}
var CONTEXT_BATCHES2 = [1, 2, 4, 8, 16, 32, 64, 128, 256, 384, 512, 1024, 2048];
function prefillGrid(slice, usesSqrtY) {
  return denseGrid(
    {
      x: slice.column("num_heads"),
      y: slice.column("isl"),
      z: slice.column("batch_size"),
      value: slice.column("latency")
    },
    { targetX: [], targetY: ATTENTION_TARGETS.contextLengths, targetZ: CONTEXT_BATCHES2, usesSqrtY }
  );
}
function decodeGrid(slice) {
  return denseGrid(
    {
      x: slice.column("num_heads"),
      y: slice.column("batch_size"),
      z: slice.column("isl"),
      value: slice.column("latency")
    },
    {
      targetX: [],
      targetY: ATTENTION_TARGETS.generationBatches,
      targetZ: ATTENTION_TARGETS.generationLengths
    }
  );
}
var BMM_NAMES = { pre: "mla_gen_pre", post: "mla_gen_post" };
function bmmTime(database) {
  let slices = /* @__PURE__ */ new Map(), open3 = (op) => {
    let table = database.table("mla_bmm"), isMeasured = table?.sliceKeys.some(([mode]) => mode === op.quant) === !0, slice = table?.slice(isMeasured ? op.quant : "bfloat16", BMM_NAMES[op.stage]);
    return slice === void 0 ? /* @__PURE__ */ new Map() : readCurves(slice, ["num_heads"], "num_tokens");
  };
  return (op, batch2) => {
    let name = `${op.quant} ${op.stage}`, curves = slices.get(name);
    curves === void 0 && (curves = open3(op), slices.set(name, curves));
    let curve = curves.get(String(op.heads));
    if (curve === void 0) throw new DataMissing(`no measured latent products of ${op.heads} heads`);
    return curveAt(curve, batch2);
  };
}

// src/engine/ops/moe-dispatch.ts
function exchange(op, elements, gpus = op.gpus) {
  return { collective: op.stage === "pre" ? "all_gather" : "reduce_scatter", elements, gpus };
}
function allReduce2(op, elements) {
  return { collective: "all_reduce", elements, gpus: op.gpus };
}
var reduceOrExchange = (op, volume) => op.attentionTp > 1 ? [allReduce2(op, volume)] : op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : [], COMPRESSION = {
  nvfp4: (volume) => volume / 4 + volume / 4 / 8,
  fp8: (volume) => volume / 2,
  fp8_block: (volume) => volume / 2
}, COMPRESSING_SM = 100, trtllm2 = (op, volume, system) => {
  if (system.smVersion !== COMPRESSING_SM) return reduceOrExchange(op, volume, system);
  let sent = op.stage === "pre" ? COMPRESSION[op.quant]?.(volume) ?? volume : volume;
  return op.attentionDp > 1 ? [exchange(op, sent * op.attentionDp)] : op.attentionTp > 1 ? [allReduce2(op, volume)] : [];
}, vllm2 = (op, volume) => [
  ...op.attentionTp > 1 ? [allReduce2(op, volume)] : [],
  ...op.attentionDp > 1 ? [exchange(op, volume * op.attentionDp)] : []
], sglang2 = (op, volume, system) => {
  let { attentionTp, attentionDp, attentionCp, stage, phase } = op;
  if (attentionTp > 1 && attentionDp > 1) {
    let all = exchange(op, volume * attentionDp);
    return stage === "pre" ? [{ collective: "reduce_scatter", elements: volume, gpus: attentionTp }, all] : [all, { collective: "all_gather", elements: volume, gpus: attentionTp }];
  }
  return attentionCp === 1 ? reduceOrExchange(op, volume, system) : phase === "context" ? [exchange(op, volume)] : stage === "pre" ? [] : [allReduce2(op, volume)];
}, DISPATCH_PLANS = { trtllm: trtllm2, vllm: vllm2, sglang: sglang2 };

// src/engine/ops/remembered.ts
var REMEMBERED = {
  gemm: "tokens",
  customAllReduce: "tokens",
  collective: "tokens",
  moeDispatch: "tokens",
  experts: "tokens",
  contextAttention: "sequences",
  generationAttention: "sequences",
  contextMla: "sequences",
  generationMla: "sequences",
  contextMlaModule: "sequences",
  generationMlaModule: "sequences"
}, LENGTH_LIMIT2 = 2 ** 24;
function remembered(time2) {
  let byShape = /* @__PURE__ */ new Map(), byOperation = /* @__PURE__ */ new WeakMap(), knownOf = (operation) => {
    let known = byOperation.get(operation);
    if (known === void 0) {
      let shape = JSON.stringify({ ...operation, name: "", count: 1 });
      known = byShape.get(shape) ?? /* @__PURE__ */ new Map(), byShape.set(shape, known), byOperation.set(operation, known);
    }
    return known;
  };
  return (operation, point) => {
    let by = REMEMBERED[operation.kind];
    if (by === void 0) return time2(operation, point);
    let known = knownOf(operation), key = by === "tokens" ? point.tokens : point.batch * LENGTH_LIMIT2 + point.sequenceLength, value = known.get(key);
    if (value === void 0 && (value = attempt(time2, operation, point), known.set(key, value)), typeof value == "number") return value;
    throw value;
  };
}
function attempt(time2, operation, point) {
  try {
    return time2(operation, point);
  } catch (error3) {
    if (error3 instanceof DataMissing) return error3;
    throw error3;
  }
}

// src/engine/ops/operation-time.ts
var ACTIVATION_BYTES = 2;
function operationTime(database, system) {
  let time2 = (operation, point) => single(operation, point) * operation.count, times = {
    ...tableTimes(database, system),
    fallback: (op, point) => fallbackTime(time2, op.primary, op.parts, point),
    overlap: ({ branches }, point) => Math.max(...branches.map((branch) => totalTime(time2, branch, point)))
  }, single = remembered(
    (operation, point) => times[operation.kind](operation, point)
  );
  return time2;
}
var TABLES = /* @__PURE__ */ new WeakMap();
function tableTimes(database, system) {
  let known = TABLES.get(database);
  if (known?.system === system) return known.times;
  let times = {
    ...tokenTimes(database, system),
    ...attentionTimes(database, system),
    ...expertTimes(database, system)
  };
  return TABLES.set(database, { system, times }), times;
}
function tokenTimes(database, system) {
  let memory = memoryTime(system), gemm2 = gemmTime(database, system), allReduce3 = customAllReduceTime(database, system);
  return {
    embedding: (op, point) => memory(perRank(op, point) * op.columns * ACTIVATION_BYTES),
    elementWise: (op, point) => {
      let tokens3 = perRank(op, point);
      return memory(tokens3 * op.inputs * ACTIVATION_BYTES + tokens3 * op.outputs * ACTIVATION_BYTES);
    },
    gemm: (op, point) => gemm2(perRank(op, point), op),
    customAllReduce: (op, point) => allReduce3(perRank(op, point) * op.elements, op.gpus),
    pointToPoint: (op, point) => op.stages === 1 ? 0 : (perRank(op, point) * op.elements * ACTIVATION_BYTES / system.interNodeBwBytesPerSec + system.p2pLatencySec) * 1e3
  };
}
function attentionTimes(database, system) {
  let contextAttention = contextAttentionTime(database, system), generationAttention = generationAttentionTime(database, system), latent = latentAttentionTimes(database);
  return {
    contextAttention: (op, { batch: batch2, sequenceLength }) => contextAttention(op, batch2, sequenceLength),
    generationAttention: (op, { batch: batch2, sequenceLength }) => generationAttention(op, batch2, sequenceLength),
    contextMlaModule: (op, { batch: batch2, sequenceLength }) => latent.contextModule(op, batch2, sequenceLength),
    generationMlaModule: (op, { batch: batch2, sequenceLength }) => latent.generationModule(op, batch2, sequenceLength),
    contextMla: (op, { batch: batch2, sequenceLength }) => latent.contextMla(op, batch2, sequenceLength),
    generationMla: (op, { batch: batch2, sequenceLength }) => latent.generationMla(op, batch2, sequenceLength),
    mlaBmm: (op, { batch: batch2 }) => latent.bmm(op, batch2)
  };
}
function expertTimes(database, system) {
  let allReduce3 = customAllReduceTime(database, system), collective = collectiveTime(database, system), experts = expertsTime(database, system), dispatch3 = dispatchTime(database, system, allReduce3, collective);
  return {
    experts: (op, { tokens: tokens3 }) => experts(op, tokens3),
    moeDispatch: (op, { tokens: tokens3 }) => dispatch3(op, tokens3),
    collective: (op, { tokens: tokens3 }) => collective(op.collective, tokens3 * op.elements, op.gpus)
  };
}
function perRank({ tokenSplit: tokenSplit2 }, { tokens: tokens3 }) {
  return Math.ceil(tokens3 / tokenSplit2);
}
function totalTime(time2, operations, point) {
  return operations.reduce((total, operation) => total + time2(operation, point), 0);
}
function fallbackTime(time2, primary, parts, point) {
  try {
    return time2(primary, point);
  } catch (error3) {
    if (!(error3 instanceof DataMissing)) throw error3;
    return totalTime(time2, parts, point);
  }
}
function dispatchTime(database, system, allReduce3, collective) {
  let plan = DISPATCH_PLANS[database.backend];
  return (op, tokens3) => {
    if (plan === void 0) throw new DataMissing(`no dispatch to experts is known for ${database.backend}`);
    return plan(op, tokens3 * op.hiddenSize, system).reduce(
      (total, step) => total + (step.collective === "all_reduce" ? allReduce3(step.elements, step.gpus) : collective(step.collective, step.elements, step.gpus)),
      0
    );
  };
}

// src/profile/measured.ts
function wantedBackends({ backend }) {
  return backend === "auto" ? BACKENDS : [backend];
}
function measuredBackends(request, data) {
  let { system: name, gpuSku } = request.hardware, system = data.systems[name], found = wantedBackends(request).flatMap((backend) => {
    let database = data.database(name, backend);
    if (database === void 0 || system === void 0) return [];
    let times = operationTime(database, system);
    return [{ backend, model: backendModel(request, backend), database, system, operationTime: times }];
  });
  if (found.length > 0) return found;
  throw new RenderError("NOT_MEASURED", {
    message: `there is no measured data for ${wantedBackends(request).join(", ")} on ${gpuSku}`,
    path: "spec.hardware.gpuSku",
    origin: request.locate("spec.hardware.gpuSku"),
    hint: "choose another backend or GPU, or make the data with `dgdr-render perfdb import`"
  });
}
function backendModel(request, backend) {
  let model = BACKEND_MODELS[backend];
  if (model !== void 0) return model;
  throw new RenderError("BACKEND_UNSUPPORTED", {
    message: `backend ${backend} is not modelled yet`,
    path: "spec.backend",
    origin: request.locate("spec.backend"),
    hint: `modelled backends: ${Object.keys(BACKEND_MODELS).join(", ")}`
  });
}

// src/models/architecture.ts
var MAX_LAYERS = 1024, MAX_EXPERTS = 4096;
function parseArchitecture(id, { config: config2, hfQuantConfig }) {
  let name = architectureName(id, config2), family = FAMILY_OF_ARCHITECTURE[name], text5 = textConfig(config2, name), need = (key) => positiveInteger(id, key, text5[key]), layers = layerCount(id, text5), heads = need("num_attention_heads"), hiddenSize = need("hidden_size"), quantisation = quantConfig(config2, text5), experts = firstNumber(text5, "num_local_experts", "n_routed_experts", "num_experts");
  if (layers > MAX_LAYERS || experts > MAX_EXPERTS)
    throw new RenderError("LIMIT_EXCEEDED", {
      message: `model ${id} has ${layers} layers and ${experts} experts; at most ${MAX_LAYERS} and ${MAX_EXPERTS} are modelled`,
      path: "spec.model"
    });
  return {
    id,
    name,
    family,
    layers,
    hiddenSize,
    heads,
    kvHeads: firstNumber(text5, "num_key_value_heads"),
    headSize: firstNumber(text5, "head_dim", "attention_head_dim") || Math.floor(hiddenSize / heads),
    interSize: firstNumber(text5, "intermediate_size"),
    vocabSize: need("vocab_size"),
    contextLength: need("max_position_embeddings"),
    experts,
    topk: numberOr(text5.num_experts_per_tok, numberOr(text5.top_k_experts, 0)),
    moeInterSize: firstNumber(text5, "moe_intermediate_size", "intermediate_size"),
    usesQkNorm: QK_NORM_ARCHITECTURES.includes(name),
    nextn: numberOr(text5.num_nextn_predict_layers, FAMILIES_WITH_NEXTN.includes(family) ? 1 : 0),
    quant: inferQuantisation(id, quantisation, hfQuantConfig),
    weightBlockSize: weightBlockSize(quantisation),
    mla: MLA_FAMILIES.includes(family) ? latentGeometry(text5) : void 0
  };
}
function latentGeometry(text5) {
  return {
    kvRank: firstNumber(text5, "kv_lora_rank"),
    ropeSize: firstNumber(text5, "qk_rope_head_dim"),
    valueHeadSize: firstNumber(text5, "v_head_dim")
  };
}
var DEFAULT_BLOCK_SIZE = 128;
function weightBlockSize(quantisation) {
  let blocks = quantisation?.weight_block_size, first = Array.isArray(blocks) ? blocks[0] : void 0;
  return typeof first == "number" && first > 0 ? first : DEFAULT_BLOCK_SIZE;
}
function architectureName(id, config2) {
  let names = config2.architectures, name = Array.isArray(names) ? names[0] : void 0;
  if (typeof name == "string" && Object.hasOwn(FAMILY_OF_ARCHITECTURE, name)) return name;
  throw new RenderError("FAMILY_UNSUPPORTED", {
    message: `model ${id} has the architecture ${JSON.stringify(name ?? null)}, which belongs to no known family`,
    path: "spec.model",
    hint: `known architectures: ${Object.keys(FAMILY_OF_ARCHITECTURE).join(", ")}`
  });
}
function textConfig(config2, name) {
  let key = TEXT_CONFIG_KEY[name], text5 = key === void 0 ? void 0 : config2[key];
  return isObject(text5) ? text5 : config2;
}
function quantConfig(config2, text5) {
  let found = config2.quantization_config ?? text5.quantization_config;
  return isObject(found) ? found : void 0;
}
function layerCount(id, text5) {
  return typeof text5.num_hidden_layers == "number" ? positiveInteger(id, "num_hidden_layers", text5.num_hidden_layers) : Array.isArray(text5.layers_block_type) ? text5.layers_block_type.length : typeof text5.hybrid_override_pattern == "string" ? text5.hybrid_override_pattern.length : positiveInteger(id, "num_hidden_layers", void 0);
}
function positiveInteger(id, key, value) {
  if (typeof value == "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw new RenderError("MODEL_INVALID", {
    message: `the configuration of ${id} has ${key} ${JSON.stringify(value ?? null)}, wanted a positive integer`,
    path: "spec.model"
  });
}
function firstNumber(text5, ...keys) {
  for (let key of keys) {
    let value = text5[key];
    if (typeof value == "number" && value !== 0) return value;
  }
  return 0;
}
function numberOr(value, fallback) {
  return typeof value == "number" ? value : fallback;
}

// src/profile/models.ts
function withModels(data, supplied) {
  let facts = data.models(), added = Object.entries(supplied).map(([id, { config: config2, hfQuantConfig }]) => [id, { config: config2, hfQuantConfig }]), models = { ...facts, models: { ...facts.models, ...Object.fromEntries(added) } };
  return { ...data, models: () => models };
}
function findArchitecture(request, data) {
  let { models } = data.models(), files = Object.hasOwn(models, request.model) ? models[request.model] : void 0;
  if (files !== void 0) return parseArchitecture(request.model, files);
  let near = nearest(request.model, Object.keys(models)), supply = `supply its config.json with --model-config ${request.model}=PATH or spec.models of the function's config`;
  throw new RenderError("MODEL_UNKNOWN", {
    message: `model ${request.model} is not bundled, and nothing is downloaded while rendering`,
    path: "spec.model",
    origin: request.locate("spec.model"),
    hint: near === void 0 ? supply : `did you mean ${near}? Otherwise ${supply}`
  });
}

// src/profile/context-parallel.ts
var COLUMNS = ["cp", "(p)cp"];
function contextParallelRows(request, { attempts }, data) {
  let concerned = attempts.filter(({ inexpressible }) => inexpressible.length > 0);
  if (concerned.length === 0 || request.pickingMode === "autoscale") return [];
  let backends = measuredBackends(request, data).filter(
    ({ backend }) => concerned.some((attempt2) => attempt2.backend === backend)
  ), all = compareExperiments({ ...request, compat: "reference" }, findArchitecture(request, data), backends);
  return Object.values(all.experiments).flatMap(({ top }) => top).filter((row) => COLUMNS.some((column) => Number(row[column]) > 1)).sort((a, b) => numberIn(b, CLUSTER_COLUMN) - numberIn(a, CLUSTER_COLUMN));
}

// src/profile/operation-times.ts
var SOURCES = {
  embedding: "estimated from memory bandwidth",
  elementWise: "estimated from memory bandwidth",
  pointToPoint: "estimated from link bandwidth",
  gemm: "measured: gemm",
  contextAttention: "measured: context_attention; estimated: cache writes, rotary embedding",
  generationAttention: "measured: generation_attention",
  contextMlaModule: "measured: mla_context_module",
  generationMlaModule: "measured: mla_generation_module",
  contextMla: "measured: context_mla",
  generationMla: "measured: generation_mla",
  mlaBmm: "measured: mla_bmm",
  experts: "measured: moe",
  moeDispatch: "measured: custom_allreduce, nccl",
  collective: "measured: nccl",
  customAllReduce: "measured: custom_allreduce",
  fallback: "measured as one block, or as the sum of its parts",
  overlap: "the longer of two branches that run at once"
}, STATIC_GEMM = "estimated: gemm in fp8 less computescale and scale_matrix";
function pickedOperationTimes(request, profile, data) {
  let row = profile.picked[0];
  if (row === void 0) return [];
  let measured = measuredBackends(request, data).find(({ backend }) => backend === profile.backend), architecture = findArchitecture(request, data), context = (role) => roleContext(architecture, measured, role), { isl, osl } = request.workload, meanLength = isl + Math.floor(osl / 2) + 1;
  return profile.chosen === "agg" ? aggSteps(context("agg"), row, { isl, osl, meanLength }) : [
    prefillStep(context("prefill"), layoutOf(row, "(p)"), numberIn(row, "(p)bs"), isl),
    decodeStep(context("decode"), layoutOf(row, "(d)"), numberIn(row, "(d)bs"), meanLength)
  ];
}
function aggSteps(context, row, { isl, osl, meanLength }) {
  let [batch2, contextTokens] = [numberIn(row, "bs"), numberIn(row, "ctx_tokens")], point = { isl, osl, batch: batch2, contextTokens, steps: Math.ceil(isl * batch2 / contextTokens) }, decodes = batch2 === 1 ? 0 : context.backend.mixedDecodeBatch(point), layout2 = layoutOf(row, ""), { contextOps, generationOps } = createWorker(context, layout2), prefills = Math.ceil(contextTokens / isl), chunks = Math.ceil(isl / contextTokens), tokens3 = contextTokens + decodes, mixed = contextOps.map((op) => {
    if (op.name !== "context_attention") return timed(context, op, 1, tokens3);
    let line3 = timed(context, op, prefills, isl);
    return { ...line3, onceMs: line3.onceMs / chunks, totalMs: line3.totalMs / chunks };
  }), attention2 = decodes === 0 ? [] : generationOps.filter(({ name }) => name === "generation_attention");
  return [
    { title: `mixed step: ${contextTokens} prefill tokens, ${decodes} decoding sequences`, lines: [...mixed, ...attention2.map((op) => decoded(context, op, decodes, meanLength))] },
    decodeStep(context, layout2, batch2, meanLength)
  ];
}
function prefillStep(context, layout2, batch2, length2) {
  let lines = createWorker(context, layout2).contextOps.map((op) => timed(context, op, batch2, length2));
  return { title: `prefill step: ${batch2} sequences of ${length2} tokens`, lines };
}
function decodeStep(context, layout2, batch2, length2) {
  let lines = createWorker(context, layout2).generationOps.map((op) => decoded(context, op, batch2, length2));
  return { title: `decode step: ${batch2} sequences at ${length2} tokens`, lines };
}
function timed(context, op, batch2, sequenceLength) {
  let tokens3 = op.name.includes("logits_gemm") ? batch2 : batch2 * sequenceLength;
  return line2(op, context.operationTime(op, { tokens: tokens3, batch: batch2, sequenceLength }));
}
function decoded(context, op, sequences, sequenceLength) {
  let batch2 = sequences * (context.architecture.nextn + 1);
  return line2(op, context.operationTime(op, { tokens: batch2, batch: batch2, sequenceLength }));
}
function line2(op, totalMs) {
  let source = op.kind === "gemm" && op.quant === "fp8_static" ? STATIC_GEMM : SOURCES[op.kind];
  return { name: op.name, count: op.count, onceMs: op.count === 0 ? 0 : totalMs / op.count, totalMs, source };
}
function layoutOf(row, prefix) {
  let size = (name) => Number(row[`${prefix}${name}`] ?? 1);
  return {
    tp: size("tp"),
    pp: size("pp"),
    dp: size("dp"),
    moeTp: size("moe_tp"),
    moeEp: size("moe_ep"),
    cp: size("cp")
  };
}

// src/profile/naive.ts
var BYTES_PER_WEIGHT = 2, MEMORY_FACTOR = 1.5, BATCH_SIZE = 128, GIB = 2 ** 30, MIB2 = 2 ** 20, REFERENCE_BACKEND = "vllm", REFERENCE_CARD = { memoryBytes: 141 * GIB, gpusPerNode: 8 };
function sizeFromMemory(request, architecture, system) {
  let { totalGpus } = request.hardware, { memoryBytes, gpusPerNode: gpusPerNode2 } = cardOf(request, system), weightBytes2 = estimateWeightBytes(architecture), requiredGpus = 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(weightBytes2 * MEMORY_FACTOR / memoryBytes)))), gpusPerWorker3 = Math.min(requiredGpus, gpusPerNode2, totalGpus), hasExperts = architecture.experts > 1, naive = {
    tp: hasExperts ? 1 : gpusPerWorker3,
    moeTp: hasExperts ? gpusPerWorker3 : 1,
    gpusPerWorker: gpusPerWorker3,
    replicas: Math.floor(totalGpus / gpusPerWorker3),
    batchSize: BATCH_SIZE,
    weightsGib: weightBytes2 / GIB,
    requiredGpus
  };
  return { outcome: {
    backend: request.backend === "auto" ? REFERENCE_BACKEND : request.backend,
    backendVersion: null,
    chosen: "agg",
    latencies: NO_LATENCIES,
    experiments: {},
    picked: [],
    attempts: []
  }, naive };
}
function cardOf({ hardware, compat, locate }, system) {
  if (compat === "reference")
    return system === void 0 ? REFERENCE_CARD : { memoryBytes: system.memCapacityBytes, gpusPerNode: system.numGpusPerNode };
  let { vramMb, gpusPerNode: gpusPerNode2, gpuSku } = hardware, memoryBytes = vramMb === void 0 ? system?.memCapacityBytes : vramMb * MIB2;
  if (memoryBytes !== void 0) return { memoryBytes, gpusPerNode: gpusPerNode2 };
  throw new RenderError("HARDWARE_MISSING", {
    message: `nothing was measured on ${gpuSku} and its memory is not known, so no worker can be sized for it`,
    path: "spec.hardware.vramMb",
    origin: locate("spec.hardware"),
    hint: "set spec.hardware.vramMb to the MiB of one GPU, as nvidia-smi prints them"
  });
}
function estimateWeightBytes({
  layers,
  hiddenSize,
  interSize,
  vocabSize,
  experts,
  moeInterSize
}) {
  let feedForward = experts > 1 ? 3 * hiddenSize * (moeInterSize || interSize) * experts + hiddenSize * experts : 3 * hiddenSize * interSize, layer = 4 * hiddenSize * hiddenSize + feedForward + 4 * hiddenSize;
  return BYTES_PER_WEIGHT * (vocabSize * hiddenSize + layers * layer);
}
function warnAboutSizing(request, naive, why, warn) {
  let { gpusPerWorker: gpusPerWorker3, requiredGpus, weightsGib, replicas } = naive, fits = gpusPerWorker3 >= requiredGpus ? "" : `; it may not fit, since ${requiredGpus} GPUs would be needed to hold the weights ${MEMORY_FACTOR} times`;
  warn("SIZED_FROM_MEMORY", {
    message: `no performance was estimated (${why}): ${replicas} x ${gpusPerWorker3} GPUs for about ${weightsGib.toFixed(1)} GiB of 16-bit weights${fits}`,
    path: "spec.hardware.gpuSku",
    origin: request.locate("spec.hardware.gpuSku"),
    hint: "measure the deployment against the latency targets, or choose a measured GPU, backend and model"
  });
}

// src/pick/autoscale.ts
var PLANNER_TPOT_MS = 295, KEPT = 5;
function pickAutoscale({ contexts, prefill, decode: decode2 }, query) {
  let prefills = leavingRoom(prefill, decode2, query), decodes = leavingRoom(decode2, prefill, query), best = pairs(
    byRate(prefills, query.ttftMs).slice(0, KEPT),
    byRate(decodes, PLANNER_TPOT_MS).slice(0, KEPT),
    query
  ), rows = (best.length > 0 ? best : pairs(byLatency(prefills), byLatency(decodes), query)).map((pair) => disaggRow(contexts, pair, query));
  return stableSort(rows, (row) => numberIn(row, RATE_COLUMN), "descending").slice(0, TOP_ROWS);
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
  let within = workers.filter((worker2) => latencyMs(worker2) < limitMs);
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
  for (let worker2 of ranked) first.has(worker2.label) || first.set(worker2.label, worker2);
  return [...first.values()];
}

// src/profile/planner.ts
var REFERENCE_AUTO = "vllm";
function pickForPlanner(request, architecture, backends) {
  requireTwoGpus(request);
  let query = autoscaleQuery(request), tried = backends.filter(isTried(request)).map((measured) => {
    let planner = runStages(request, architecture, measured);
    return { ...planner, rows: pickAutoscale({ ...planner.stages, contexts: planner.contexts }, query) };
  }), attempts = tried.map((paired) => toAttempt2(request, paired)), best = tried.reduce((a, b) => isBetter(b.rows[0], a?.rows[0], query) ? b : a, void 0), row = best?.rows[0];
  if (best === void 0 || row === void 0) throw noRoom(request, tried) ?? infeasible(request, attempts);
  return {
    ...resolved(best.measured),
    chosen: "disagg",
    latencies: latenciesOf(row),
    experiments: {},
    picked: best.rows,
    attempts
  };
}
function isTried({ backend, compat }) {
  return (measured) => backend !== "auto" || compat === "ours" || measured.backend === REFERENCE_AUTO;
}
function autoscaleQuery({ workload, sla, hardware, compat }) {
  return {
    isl: workload.isl,
    osl: workload.osl,
    ttftMs: sla.kind === "pair" ? sla.ttftMs : sla.e2eLatencyMs,
    maxGpus: compat === "reference" ? Number.POSITIVE_INFINITY : hardware.totalGpus
  };
}
function isBetter(a, b, { ttftMs }) {
  if (a === void 0 || b === void 0) return a !== void 0;
  let within = (row) => +(numberIn(row, "ttft") < ttftMs && numberIn(row, "tpot") < PLANNER_TPOT_MS);
  return (within(a) - within(b) || numberIn(a, RATE_COLUMN) - numberIn(b, RATE_COLUMN)) > 0;
}
function toAttempt2(request, paired) {
  let { excluded, fastest: fastest2 } = paired.stages, isWithin = (row) => numberIn(row, "tpot") < PLANNER_TPOT_MS;
  return attemptOf(request, paired, { rows: paired.rows, isWithin, excluded, fastest: fastest2 });
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
  let { system } = request.hardware, matrix = data.support();
  return wantedBackends(request).map((backend) => {
    let own2 = matrix.byModel(request.model, system, backend);
    if (own2 !== void 0) return { backend, source: "matrix", isSupported: own2.pass > 0, ...own2 };
    let kin = matrix.byArchitecture(architecture.name, system, backend);
    return { backend, source: kin.total > 0 ? "majority" : "none", isSupported: kin.pass * 2 > kin.total, ...kin };
  });
}
function supportInWords({ backend, source, pass, total }) {
  let counted = `${pass} of ${total} recorded`;
  return {
    matrix: `${counted} runs of the model with ${backend} passed`,
    majority: `${counted} runs of its architecture with ${backend} passed`,
    none: `no run of the model or its architecture with ${backend} is recorded`
  }[source];
}
function warnAboutSupport(request, answer, warn) {
  answer === void 0 || answer.source === "matrix" && answer.isSupported || warn("SUPPORT_INFERRED", {
    message: `the support matrix does not vouch for ${request.model} on ${request.hardware.system}: ${supportInWords(answer)}`,
    path: "spec.model",
    origin: request.locate("spec.model")
  });
}

// src/profile/warnings.ts
function warnAboutSla(request, outcome, warn) {
  for (let limit of limitsOf(request.sla)) {
    let pickedMs = numberIn(outcome.picked[0], limit.column);
    if (pickedMs <= limit.limitMs) continue;
    let shortestMs = Math.min(...latenciesFound(outcome, limit)), { why, hint } = isPlannedDecode(request, limit) ? plannerWords(limit) : missedWords(limit, shortestMs), path4 = `spec.sla.${limit.field}`;
    warn("SLA_NOT_MET", { message: `${why}; the pick has ${pickedMs} ms`, path: path4, origin: request.locate(path4), hint });
  }
}
function limitsOf(sla) {
  return sla.kind === "e2e" ? [{ column: "request_latency", limitMs: sla.e2eLatencyMs, field: "e2eLatency" }] : [
    { column: "ttft", limitMs: sla.ttftMs, field: "ttft" },
    { column: "tpot", limitMs: sla.itlMs, field: "itl" }
  ];
}
function latenciesFound({ picked, experiments }, { column }) {
  let swept = Object.values(experiments).flatMap(({ pareto }) => pareto);
  return [...picked, ...swept].map((row) => numberIn(row, column));
}
function isPlannedDecode({ pickingMode }, { column }) {
  return pickingMode === "autoscale" && column !== "ttft";
}
function plannerWords({ field, limitMs }) {
  return {
    why: `decode workers of a planner are picked for rate up to ${PLANNER_TPOT_MS} ms a token, not for ${field} ${limitMs} ms`,
    hint: "leave it to the planner to keep the limit by scaling, or remove features.planner to pick for it"
  };
}
function missedWords({ field, limitMs }, shortestMs) {
  return shortestMs <= limitMs ? { why: `the best serving mode misses ${field} ${limitMs} ms`, hint: "compare the ranked tables of `profile`" } : {
    why: `no configuration reaches ${field} ${limitMs} ms`,
    hint: `the shortest found is ${shortestMs} ms: raise the limit, lower isl or osl, or allow more GPUs`
  };
}
function warnAboutLoad({ workload, hardware, locate }, picked, warn) {
  let load = loadOf(workload), percent = numberIn(picked, SERVED_COLUMN);
  if (load === void 0 || Number.isNaN(percent)) return;
  let field = load.column === "concurrency" ? "concurrency" : "requestRate", path4 = `spec.workload.${field}`, perReplica = numberIn(picked, load.column), gpus = numberIn(picked, "num_total_gpus"), wantedGpus = Math.ceil(load.amount / perReplica) * gpus, served = numberIn(picked, GPUS_COLUMN) / gpus * perReplica;
  warn("LOAD_NOT_SERVED", {
    message: `${field} ${load.amount} needs ${wantedGpus} GPUs, but there are ${hardware.totalGpus}; the pick has ${percent} % of the replicas and serves ${served}`,
    path: path4,
    origin: locate(path4),
    hint: `set totalGpus to ${wantedGpus} or more, or ${field} to ${served} or less`
  });
}

// src/profile.ts
function profileRequest(request, data, warn) {
  let architecture = findArchitecture(request, data), support = askSupport(request, architecture, data), picked = support.some((answer) => answer.isSupported) ? measure(request, architecture, data) : sizeFromMemory(request, architecture, data.systems[request.hardware.system]);
  warnAbout(request, picked, support, warn);
  let { attempts, ...outcome } = picked.outcome;
  return {
    ...outcome,
    system: request.hardware.system,
    dataRelease: data.release,
    pickingMode: request.pickingMode,
    naive: picked.naive,
    explanation: { support, attempts },
    model: {
      isMoe: picked.naive ? architecture.experts > 1 : familyModel(architecture).isMoe,
      nextn: architecture.nextn,
      contextLength: architecture.contextLength
    }
  };
}
var PICKERS = {
  default: compareExperiments,
  load_match: compareExperiments,
  autoscale: pickForPlanner
};
function measure(request, architecture, data) {
  let backends = measuredBackends(request, data);
  return { outcome: PICKERS[request.pickingMode](request, architecture, backends), naive: void 0 };
}
function warnAbout(request, { outcome, naive }, support, warn) {
  if (naive !== void 0) {
    warnAboutSizing(request, naive, support.map(supportInWords).join("; "), warn);
    return;
  }
  let answer = support.find(({ backend }) => backend === outcome.backend);
  warnAboutSupport(request, answer, warn), warnAboutSla(request, outcome, warn), warnAboutLoad(request, outcome.picked[0], warn);
}

// src/request/copy.ts
var UNSAFE_KEY = "__proto__";
function copyObject(value, path4, report) {
  let entries = Object.entries(value).filter(([key]) => (key === UNSAFE_KEY && report.warn("REQUEST_UNKNOWN_FIELD", {
    path: toPath(path4, [key]),
    message: `${UNSAFE_KEY} is not a field of any Kubernetes object and is left out`,
    hint: "delete it"
  }), key !== UNSAFE_KEY));
  return Object.fromEntries(entries.map(([key, inner]) => [key, copy(inner, toPath(path4, [key]), report)]));
}
function copy(value, path4, report) {
  return Array.isArray(value) ? value.map((inner, index) => copy(inner, toPath(path4, [index]), report)) : isObject(value) ? copyObject(value, path4, report) : value;
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
  return planner !== void 0 && (checkScaling(planner, report), mocker && checkSweeping2(planner, report)), { planner, mocker };
}
function toPickingMode({ features, workload }) {
  return features?.planner !== void 0 ? "autoscale" : workload?.concurrency !== void 0 || workload?.requestRate !== void 0 ? "load_match" : "default";
}
function checkSearchStrategy(spec, report) {
  if (spec.searchStrategy === "thorough") {
    if ((spec.backend ?? "auto") === "auto") {
      report.fail("SEARCH_STRATEGY_CONFLICT", {
        path: "spec.searchStrategy",
        message: "searchStrategy is thorough and backend is auto, wanted one concrete backend with thorough",
        hint: "set searchStrategy to rapid; thorough with a backend needs GPUs and cannot be rendered offline either"
      });
      return;
    }
    report.fail("SEARCH_STRATEGY_UNSUPPORTED", {
      path: "spec.searchStrategy",
      message: "searchStrategy is thorough, which measures on the GPUs of a cluster; offline only rapid can be rendered",
      hint: "set searchStrategy to rapid, or pin the result: let a cluster run the request and commit the graph it produced in its place"
    });
  }
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

// src/request/skus.ts
var SYSTEMS_ONLY = ["gb300", "rtx_pro_6000_server"], GPU_SKUS = [.../* @__PURE__ */ new Set([...RELEASES.flatMap(({ skus }) => skus), ...SYSTEMS_ONLY])], SYSTEM_NAMES = /* @__PURE__ */ new Map([["gb200_sxm", "gb200"]]);
function toSystem(sku) {
  return SYSTEM_NAMES.get(sku) ?? sku;
}
function skuRelease(sku) {
  return firstRelease(({ skus }) => skus.includes(sku));
}

// src/request/schema.ts
function optional2(schema) {
  return schema.nullish().transform((value) => value ?? void 0).optional();
}
var RUNTIME_VERSION = /^(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}$/, positiveInteger2 = integer2.pipe(number2().min(1)), positiveNumber = number3.pipe(number2().positive()), mapping2 = custom(isObject, "a mapping of fields"), modelCacheFields = { pvcName: optional2(text2), pvcModelPath: optional2(text2), pvcMountPath: optional2(text2) }, hardwareFields = {
  gpuSku: optional2(_enum(GPU_SKUS)),
  totalGpus: optional2(integer2),
  numGpusPerNode: optional2(integer2),
  vramMb: optional2(positiveNumber),
  interconnect: optional2(text2),
  rdma: optional2(truth)
}, workloadFields = {
  isl: positiveInteger2.optional(),
  osl: positiveInteger2.optional(),
  concurrency: optional2(positiveNumber),
  requestRate: optional2(positiveNumber)
}, slaFields = {
  ttft: number3.nullish(),
  itl: number3.nullish(),
  e2eLatency: number3.nullish(),
  optimizationType: optional2(_enum(["latency", "throughput"]))
}, jobPodFields = { tolerations: optional2(array(mapping2)) }, jobTemplateFields = { spec: optional2(object(jobPodFields)) }, profilingJobFields = { template: optional2(object(jobTemplateFields)) }, overridesFields = {
  profilingJob: optional2(object(profilingJobFields)),
  dgd: optional2(mapping2),
  trustRemoteCode: optional2(truth)
}, switchFields = { enabled: optional2(truth) }, featuresFields = {
  planner: optional2(mapping2),
  mocker: optional2(object(switchFields)),
  kvRouter: optional2(object(switchFields))
}, specFields = {
  model: optional2(text2),
  backend: optional2(_enum(["auto", ...BACKENDS])),
  image: optional2(text2),
  runtimeVersionOverride: optional2(string2().regex(RUNTIME_VERSION, "a release x.y.z such as 1.4.0")),
  modelCache: optional2(object(modelCacheFields)),
  hardware: optional2(object(hardwareFields)),
  workload: optional2(object(workloadFields)),
  sla: optional2(object(slaFields)),
  overrides: optional2(object(overridesFields)),
  features: optional2(object(featuresFields)),
  searchStrategy: optional2(_enum(["rapid", "thorough"])),
  autoApply: optional2(truth)
}, dgdrSchema = object({
  metadata: optional2(
    object({
      name: optional2(text2),
      namespace: optional2(text2),
      annotations: optional2(record(string2(), unknown()))
    })
  ),
  spec: optional2(object(specFields))
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
function unknownIn(path4, fields) {
  return { path: path4, fields, extra: "REQUEST_UNKNOWN_FIELD" };
}
function ignoredIn(path4, fields) {
  return { path: path4, fields, extra: "FIELD_IGNORED" };
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
], WORDING = {
  REQUEST_UNKNOWN_FIELD: (path4, name, known) => {
    let guess = nearest(name, known);
    return {
      message: `${path4 === "" ? "a request" : path4} has no field ${show(name)}; it has no effect`,
      hint: guess === void 0 ? `known are ${known.join(", ")}` : `write ${guess}`
    };
  },
  FIELD_IGNORED: (_path, name) => ({
    message: `no profiling Job runs here; of it only the pod's tolerations reach the graph, ${show(name)} does not`,
    hint: "set it on the services with overrides.dgd if they need it"
  })
};
function checkFieldNames(object2, report) {
  for (let { path: path4, fields, extra } of FIELD_TABLE)
    for (let name of extraFields(object2, path4, fields))
      report.warn(extra, { path: toPath(path4, [name]), ...WORDING[extra](path4, name, fields) });
}
function checkFieldEffects(spec, target, report) {
  spec.sla?.optimizationType !== void 0 && report.warn("FIELD_IGNORED", {
    path: "spec.sla.optimizationType",
    message: `optimizationType ${spec.sla.optimizationType} has no effect; the most tokens/s/GPU within the targets win`,
    hint: "lower ttft and itl to favour latency"
  });
  for (let { path: path4, effect, isSet } of NEWER_FIELDS) {
    let since = firstRelease(({ requestFields }) => requestFields.includes(path4));
    !isSet(spec) || since === void 0 || !isBefore(target, since) || report.warn("FIELD_NEWER_THAN_TARGET", {
      path: path4,
      message: `${path4.split(".").slice(1).join(".")} came with ${printRelease(since)} and an operator of ${printRelease(target)} does not know it; ${effect}`,
      hint: `do not apply the request to a cluster older than ${printRelease(since)}, or delete ${path4}`
    });
  }
}
function extraFields(object2, path4, known) {
  let value = object2;
  for (let name of path4 === "" ? [] : path4.split("."))
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
  return isObject(value) ? Object.keys(value).filter((name) => !known.includes(name)) : [];
}

// src/request/hardware.ts
var MOST_GPUS = 16384, REQUIRED = [
  { field: "gpuSku", wanted: "a GPU type", example: "h200_sxm" },
  { field: "totalGpus", wanted: "a GPU budget of at least 1", example: "8" },
  { field: "numGpusPerNode", wanted: "at least 1", example: "8" }
];
function toHardware(spec, { defaults, target }, report) {
  let hardware = fill(spec.hardware ?? {}, configured(defaults, report));
  for (let { field, wanted: wanted2, example } of REQUIRED) {
    let value = hardware[field];
    (typeof value == "number" ? value >= 1 : value !== void 0) || report.broken("HARDWARE_MISSING", {
      path: `spec.hardware.${field}`,
      message: `${field} is ${value ?? "missing"}, wanted ${wanted2}; offline nothing can be discovered`,
      hint: `set spec.hardware.${field}, for example ${example}, in the request or in the function's config`
    });
  }
  for (let field of ["totalGpus", "numGpusPerNode"])
    (hardware[field] ?? 0) <= MOST_GPUS || report.broken("LIMIT_EXCEEDED", {
      path: `spec.hardware.${field}`,
      message: `${field} is ${hardware[field]}, wanted at most ${MOST_GPUS}`,
      hint: `set ${field} to ${MOST_GPUS} or less`
    });
  let { gpuSku, totalGpus = 1, numGpusPerNode = 1, vramMb } = hardware, system = gpuSku === void 0 ? "" : defaults.compat === "reference" ? gpuSku : toSystem(gpuSku);
  return gpuSku !== void 0 && warnAboutSku(gpuSku, target, report), { gpuSku: gpuSku ?? "", system, totalGpus, gpusPerNode: numGpusPerNode, vramMb };
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
function configured({ hardware }, report) {
  return checkShape({ schema: hardwareSchema, value: hardware ?? {}, path: "spec.hardware", code: "CONFIG_INVALID", report }) ?? {};
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
var LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, LONGEST_LABEL = 63, LONGEST_POD_NAME = 45, LONGEST_MOCKER_SERVICE = "Frontend";
function toIdentity(metadata2, report) {
  let { name = "", namespace } = metadata2;
  return name === "" ? report.broken("REQUEST_INVALID", {
    path: "metadata.name",
    message: "name is missing; nothing can generate one offline",
    hint: "set metadata.name"
  }) : checkLabel(name, "metadata.name", report), namespace && checkLabel(namespace, "metadata.namespace", report), { name, namespace: namespace || void 0 };
}
function checkGraphName({ name, spec, target }, report) {
  let metadata2 = spec.overrides?.dgd?.metadata, given = typeof metadata2 == "object" && metadata2 !== null && !Array.isArray(metadata2) ? metadata2.name : "", isGiven2 = typeof given == "string" && given !== "", path4 = isGiven2 ? "spec.overrides.dgd.metadata.name" : "metadata.name", graphName2 = isGiven2 ? given : `${name}-dgd`;
  isGiven2 && checkLabel(given, path4, report);
  let service = spec.features?.mocker?.enabled === !0 ? LONGEST_MOCKER_SERVICE : longestService(spec.backend ?? "auto", target), room = LONGEST_POD_NAME - service.length;
  graphName2.length <= room || report.warn("NAME_LONG", {
    path: path4,
    message: `the graph's name ${show(graphName2)} has ${graphName2.length} characters; with service ${service} at most ${room} fit`,
    hint: `shorten ${path4} to ${isGiven2 ? room : room - 4} characters, or set a short overrides.dgd.metadata.name`
  });
}
function longestService(backend, target) {
  let { vllmWorkers, trtllmWorkers } = releaseFacts(target), workers = { vllm: Object.values(vllmWorkers), trtllm: Object.values(trtllmWorkers), sglang: ["prefill"] };
  return ["Frontend", ...backend === "auto" ? Object.values(workers).flat() : workers[backend]].reduce((longest, name) => name.length > longest.length ? name : longest);
}
function checkLabel(value, path4, report) {
  LABEL.test(value) && value.length <= LONGEST_LABEL || report.broken("NAME_INVALID", {
    path: path4,
    message: `${path4.split(".").at(-1)} is ${show(value)}, wanted at most ${LONGEST_LABEL} lower-case letters, digits and inner hyphens`,
    hint: "rename it; it becomes part of Service and pod names"
  });
}

// src/request/overrides.ts
var DEFAULT_MOUNT_PATH = "/opt/model-cache";
function toOverrides({ overrides = {} }, report) {
  let { dgd = {}, profilingJob, trustRemoteCode = !1 } = overrides, path4 = "spec.overrides.profilingJob.template.spec.tolerations", tolerations = profilingJob?.template?.spec?.tolerations ?? [];
  return {
    dgd: Object.keys(dgd).length === 0 ? void 0 : copyObject(dgd, "spec.overrides.dgd", report),
    tolerations: tolerations.map((toleration, index) => copyObject(toleration, `${path4}[${index}]`, report)),
    trustRemoteCode
  };
}
function toModelCache({ modelCache }, report) {
  if (modelCache === void 0) return;
  let { pvcName, pvcModelPath, pvcMountPath } = modelCache;
  if (pvcName)
    return { pvcName, pvcModelPath: pvcModelPath || void 0, pvcMountPath: pvcMountPath || DEFAULT_MOUNT_PATH };
  (pvcModelPath || pvcMountPath) && report.warn("FIELD_IGNORED", {
    path: "spec.modelCache",
    message: "modelCache has no pvcName, so nothing is mounted",
    hint: "set spec.modelCache.pvcName, or delete spec.modelCache"
  });
}

// src/request/routing.ts
var PREFIX2 = "dgdr-render.dev/", KNOWN_ANNOTATIONS = ["router-mode", "kv-events", "source", "profile", "engine"], MODE_REASONS = {
  direct: "direct leaves the choice of the worker to the client, and behind a generated Frontend nothing makes it"
};
function toRouting(metadata2, spec, defaults, report) {
  let sources = toSources(metadata2, spec, defaults), modes = sources.map(
    ({ mode: mode2, modePath }, rank2) => read(mode2, { values: ROUTER_MODES, path: modePath, rank: rank2, report })
  ), events = sources.map(
    ({ kvEvents: kvEvents2, kvEventsPath }, rank2) => read(kvEvents2, { values: KV_EVENTS, path: kvEventsPath, rank: rank2, report })
  ), mode = modes.find((wish) => wish !== void 0), kvEvents = events.find((wish) => wish !== void 0);
  return mode === void 0 ? kvEvents === void 0 ? {} : { kvEvents: kvEvents.value } : mode.value === "kv" ? { mode: "kv", kvEvents: kvEvents?.value ?? "exact" } : (kvEvents !== void 0 && kvEvents.rank <= mode.rank && report.fail("ROUTING_INVALID", {
    path: kvEvents.path,
    message: `kvEvents is ${kvEvents.value}, but the router mode is ${mode.value}; only kv reads events`,
    hint: `set the router mode to kv in ${mode.path}, or delete ${kvEvents.path}`
  }), { mode: mode.value });
}
function checkAnnotations({ annotations = {} }, report) {
  for (let key of Object.keys(annotations)) {
    let name = key.slice(PREFIX2.length);
    if (!key.startsWith(PREFIX2) || KNOWN_ANNOTATIONS.includes(name)) continue;
    let guess = nearest(name, KNOWN_ANNOTATIONS);
    report.warn("ANNOTATION_IGNORED", {
      path: annotationPath(key),
      message: `annotation ${show(key)} is unknown and has no effect`,
      hint: guess === void 0 ? `known are ${KNOWN_ANNOTATIONS.join(", ")}` : `write ${PREFIX2}${guess}`
    });
  }
}
function toSources({ annotations = {} }, { features }, { routing = {} }) {
  let isOn3 = features?.kvRouter?.enabled, isTakenBack = isOn3 === !1 && routing.mode === "kv";
  return [
    {
      mode: annotations[`${PREFIX2}router-mode`],
      modePath: annotationPath(`${PREFIX2}router-mode`),
      kvEvents: annotations[`${PREFIX2}kv-events`],
      kvEventsPath: annotationPath(`${PREFIX2}kv-events`)
    },
    {
      mode: isOn3 === !0 ? "kv" : void 0,
      modePath: "spec.features.kvRouter.enabled",
      kvEvents: void 0,
      kvEventsPath: "spec.features.kvRouter"
    },
    {
      mode: isTakenBack ? void 0 : routing.mode,
      modePath: "spec.routing.mode",
      kvEvents: isTakenBack ? void 0 : routing.kvEvents,
      kvEventsPath: "spec.routing.kvEvents"
    }
  ];
}
function annotationPath(key) {
  return toPath("metadata.annotations", [key]);
}
function read(value, { values, path: path4, rank: rank2, report }) {
  if (value == null) return;
  let known = values.find((candidate) => candidate === value);
  if (known !== void 0) return { value: known, path: path4, rank: rank2 };
  let guess = typeof value == "string" ? nearest(value, values) : void 0, reason = typeof value == "string" && Object.hasOwn(MODE_REASONS, value) ? `: ${MODE_REASONS[value]}` : "";
  report.broken("ROUTING_INVALID", {
    path: path4,
    message: `${path4} is ${show(value)}, wanted one of ${values.join(", ")}${reason}`,
    hint: guess === void 0 || reason !== "" ? `use one of ${values.join(", ")}` : `write ${guess}`
  });
}

// src/request/sla.ts
var DEFAULT_TTFT_MS = 2e3, DEFAULT_ITL_MS = 30, TARGETS = ["ttft", "itl", "e2eLatency"];
function toSla(spec, report) {
  let sla = spec.sla ?? {};
  for (let name of TARGETS) checkPositive(name, sla[name], report);
  let { ttft = DEFAULT_TTFT_MS, itl = DEFAULT_ITL_MS, e2eLatency } = sla, isTouched = sla.ttft !== void 0 || sla.itl !== void 0, isPairGone = ttft === null && itl === null;
  return e2eLatency != null ? (isTouched && !isPairGone && reportConflict(sla, report), { kind: "e2e", e2eLatencyMs: e2eLatency }) : ((ttft === null || itl === null) && reportIncomplete(isPairGone, report), { kind: "pair", ttftMs: ttft ?? DEFAULT_TTFT_MS, itlMs: itl ?? DEFAULT_ITL_MS, isExplicit: isTouched });
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

// src/request/target.ts
var RELEASE = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3}))?$/, TAG_RELEASE = /^v?((?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2})(?!\d)/, OLDEST = { major: 1, minor: 0 }, NEWEST = newestRelease(), ASSUMED2 = { major: 1, minor: 3 };
function parseTarget(text5, path4 = "spec.target") {
  let match = RELEASE.exec(text5);
  if (!match)
    throw new RenderError("TARGET_UNSUPPORTED", {
      path: path4,
      message: `target is ${show(text5)}, wanted a Dynamo release such as 1.3`,
      hint: `write ${printRelease(ASSUMED2)}`
    });
  let target = { major: Number(match[1]), minor: Number(match[2]) };
  if (isBefore(target, OLDEST))
    throw new RenderError("TARGET_UNSUPPORTED", {
      path: path4,
      message: `target release is ${printRelease(target)}, which reads no DGDR of v1beta1; the first that does is ${printRelease(OLDEST)}`,
      hint: `set the target to ${printRelease(ASSUMED2)} with spec.target of the function's config or --target`
    });
  return target;
}
function toTarget(sources, report) {
  let target = namedTarget(sources, report);
  return sources.compat === "reference" ? ASSUMED2 : target;
}
function namedTarget({ configured: configured2, runtimeVersionOverride, image }, report) {
  let sources = [
    { text: configured2, path: "spec.target" },
    { text: runtimeVersionOverride, path: "spec.runtimeVersionOverride" },
    { text: TAG_RELEASE.exec(parseImage(image)?.tag ?? "")?.[1], path: "spec.image" }
  ];
  for (let { text: text5, path: path4 } of sources)
    if (text5 !== void 0) return collect(text5, path4, report);
  return report.warn("TARGET_ASSUMED", {
    path: "spec.image",
    message: `no release is named: the tag of image ${show(image)} is no version; ${printRelease(ASSUMED2)} is assumed`,
    hint: `set spec.target of the function's config or --target, for example ${printRelease(ASSUMED2)}`
  }), ASSUMED2;
}
function collect(text5, path4, report) {
  try {
    let target = parseTarget(text5, path4);
    return warnAboutNewer(target, path4, report), target;
  } catch (error3) {
    if (!(error3 instanceof RenderError)) throw error3;
    return report.broken(error3.code, { path: path4, message: error3.message, hint: error3.hint }), ASSUMED2;
  }
}
function warnAboutNewer(target, path4, report) {
  isBefore(NEWEST, target) && report.warn("TARGET_ASSUMED", {
    path: path4,
    message: `release ${printRelease(target)} is newer than ${printRelease(NEWEST)}, the last one whose differences are known; its graph is written as for ${printRelease(NEWEST)}`,
    hint: `update dgdr-render, or set the target to ${printRelease(NEWEST)} to say that this is meant`
  });
}

// src/request/workload.ts
function toWorkload(spec, report) {
  let { isl = 4e3, osl = 1e3, concurrency, requestRate: requestRate2 } = spec.workload ?? {};
  return concurrency !== void 0 && requestRate2 !== void 0 && report.fail("LOAD_CONFLICT", {
    path: "spec.workload.requestRate",
    message: `concurrency is ${concurrency} and requestRate is ${requestRate2}, wanted only one of them`,
    hint: "delete spec.workload.concurrency or spec.workload.requestRate"
  }), isl + osl > 2097152 && report.fail("LIMIT_EXCEEDED", {
    path: `spec.workload.${isl >= osl ? "isl" : "osl"}`,
    message: `isl ${isl} and osl ${osl} are ${isl + osl} tokens together, wanted at most 2097152`,
    hint: "lower isl and osl to 2097152 tokens together"
  }), spec.sla?.e2eLatency != null && osl < 2 && report.fail("REQUEST_INVALID", {
    path: "spec.workload.osl",
    message: `osl is ${osl}, wanted at least 2 with sla.e2eLatency: one token has no inter-token latency`,
    hint: "set osl to 2 or more, or give sla.ttft instead of sla.e2eLatency"
  }), { isl, osl, concurrency, requestRatePerSec: requestRate2 };
}

// src/request/parse-request.ts
var KIND2 = "DynamoGraphDeploymentRequest", GROUP2 = "nvidia.com/", API_VERSION = "nvidia.com/v1beta1", VERSION_HINTS = {
  "nvidia.com/v1alpha1": "rewrite the request as nvidia.com/v1beta1: profilingConfig becomes workload, sla and hardware, profilerImage becomes image, and autoApply is true unless set"
};
function isRequest(object2) {
  let { kind, apiVersion } = object2;
  return kind === KIND2 && (typeof apiVersion != "string" || apiVersion.startsWith(GROUP2));
}
function parseRequest(resource, defaults, warn) {
  let report = createReport(resource.locate, warn);
  checkVersion(resource.object, report), checkFieldNames(resource.object, report);
  let dgdr = checkShape({ schema: dgdrSchema, value: resource.object, path: "", code: "REQUEST_INVALID", report });
  dgdr?.spec === void 0 && report.broken("REQUEST_INVALID", {
    path: "spec",
    message: "spec is missing",
    hint: "set spec.model and spec.hardware"
  });
  let request = toRequest(resource, { metadata: dgdr?.metadata ?? {}, spec: dgdr?.spec ?? {}, defaults, report });
  return report.settle(), freezeDeep(request);
}
function toRequest({ origin, locate }, { metadata: metadata2, spec, defaults, report }) {
  let { name, namespace } = toIdentity(metadata2, report);
  checkAnnotations(metadata2, report);
  let model = toModel(spec, report), image = toImage(spec, defaults, report), { runtimeVersionOverride, backend = "auto" } = spec, target = toTarget(
    { compat: defaults.compat, configured: defaults.target, runtimeVersionOverride, image },
    report
  ), hardware = toHardware(spec, { defaults, target }, report);
  return checkSearchStrategy(spec, report), checkGraphName({ name, spec, target }, report), checkFieldEffects(spec, target, report), {
    name,
    namespace,
    origin: { ...origin },
    model,
    backend,
    image,
    target,
    runtimeVersionOverride,
    hardware,
    workload: toWorkload(spec, report),
    sla: toSla(spec, report),
    pickingMode: toPickingMode(spec),
    modelCache: toModelCache(spec, report),
    overrides: toOverrides(spec, report),
    features: toFeatures(spec, report),
    routing: toRouting(metadata2, spec, defaults, report),
    autoApply: spec.autoApply ?? !0,
    compat: defaults.compat ?? "ours",
    locate
  };
}
function toModel({ model = "" }, report) {
  return model.trim() === "" && report.broken("REQUEST_INVALID", {
    path: "spec.model",
    message: `model is ${model === "" ? "missing or empty" : "blank"}, wanted a model id`,
    hint: "set spec.model, for example Qwen/Qwen3-32B"
  }), model;
}
function checkVersion({ kind, apiVersion }, report) {
  if (kind !== KIND2)
    report.broken("REQUEST_INVALID", {
      path: "kind",
      message: `kind is ${kind === void 0 ? "missing" : show(kind)}, wanted ${KIND2}`,
      hint: `write ${KIND2}`
    });
  else if (apiVersion !== API_VERSION) {
    let known = typeof apiVersion == "string" && Object.hasOwn(VERSION_HINTS, apiVersion) ? VERSION_HINTS[apiVersion] : void 0;
    report.broken("REQUEST_VERSION_UNSUPPORTED", {
      path: "apiVersion",
      message: `apiVersion is ${apiVersion === void 0 ? "missing" : show(apiVersion)}, wanted ${API_VERSION}`,
      hint: known ?? `write ${API_VERSION}, the version of operators from 1.0 on`
    });
  }
  report.settle();
}

// src/render.ts
function openStreet(bundled, models) {
  let data = withModels(bundled, models);
  return {
    parse: parseRequest,
    profile: (request, warn) => profileRequest(request, data, warn),
    graph: buildGraph,
    explain: (request, profile) => ({
      steps: pickedOperationTimes(request, profile, data),
      contextParallel: contextParallelRows(request, profile.explanation, data)
    }),
    merge: mergeGraph
  };
}
function renderResources(requests, options) {
  let { street } = options, { done, findings } = attemptAll(requests, options, (resource, request, profile, warn) => {
    let merged = street.merge(street.graph(request, profile, warn), request, profile, warn);
    return { request: resource, ...merged, isApplied: request.autoApply };
  }), duplicates = findDuplicates(done), notApplied = done.filter((rendered) => !rendered.isApplied).map(notAppliedFinding);
  return {
    graphs: done.filter(({ request }) => !duplicates.some((duplicate) => duplicate.resource === request)),
    findings: [...findings, ...duplicates, ...notApplied]
  };
}
function profileResources(requests, options) {
  let { done, findings } = attemptAll(requests, options, (_resource, request, profile) => ({ request, profile }));
  return { profiles: done, findings };
}
function attemptAll(requests, options, attempt2) {
  let done = [], findings = [];
  for (let resource of requests) {
    let own2 = [], result = attemptOne(resource, options, attempt2, own2);
    findings.push(...own2.map((finding) => ({ ...finding, resource }))), result !== void 0 && !own2.some((finding) => finding.severity === "error") && done.push(result);
  }
  return { done, findings };
}
function attemptOne(resource, options, attempt2, found) {
  let { street, defaults, isStrict } = options, severity = isStrict ? "error" : "warning", warn = (code, details) => {
    found.push({ ...details, severity, code, origin: details.origin ?? resource.locate(details.path ?? "") });
  };
  try {
    let request = street.parse(resource, defaults, warn);
    return attempt2(resource, request, street.profile(request, warn), warn);
  } catch (error3) {
    let errors = error3 instanceof RenderErrors ? error3.errors : [error3];
    for (let one of errors) {
      if (!(one instanceof RenderError)) throw one;
      found.push(one.toFinding(resource.locate(one.path ?? "")));
    }
    return;
  }
}
function findDuplicates(graphs) {
  let first = /* @__PURE__ */ new Map();
  return graphs.flatMap(
    ({ request, graph, resources: resources2 }) => [...resources2, graph].flatMap((object2) => {
      let identity = identityOf(object2), other = first.get(identity);
      return first.set(identity, other ?? request), other ? [duplicateFinding(request, object2, other)] : [];
    })
  );
}
function duplicateFinding(resource, object2, other) {
  let { kind, name, namespace } = refOf(object2), what = object2.kind === "DynamoGraphDeployment" ? "graph" : kind, place = other.origin.file === "" ? refOf(other.object).name : `${other.origin.file}:${other.origin.line ?? 1}`;
  return {
    severity: "error",
    code: "REQUEST_DUPLICATE",
    message: `the ${what} ${namespace === void 0 ? name : `${namespace}/${name}`} is already made by the request ${place}`,
    path: "metadata.name",
    hint: what === "graph" ? "rename one of the requests, or set overrides.dgd.metadata.name" : `let one request make the ${what}, and the others use it`,
    origin: resource.locate("metadata.name"),
    resource
  };
}
function notAppliedFinding({ request: resource, graph }) {
  return {
    severity: "info",
    code: "NOT_APPLIED",
    message: `autoApply is false: the graph ${refOf(graph).name} is for review only`,
    path: "spec.autoApply",
    origin: resource.locate("spec.autoApply"),
    resource
  };
}

// src/krm/find-files.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

// node_modules/globby/index.js
import process3 from "node:process";
import fs3 from "node:fs";
import nodePath from "node:path";
import { Readable } from "node:stream";

// node_modules/@sindresorhus/merge-streams/index.js
import { on, once } from "node:events";
import { PassThrough as PassThroughStream, getDefaultHighWaterMark } from "node:stream";
import { finished } from "node:stream/promises";
function mergeStreams(streams) {
  if (!Array.isArray(streams))
    throw new TypeError(`Expected an array, got \`${typeof streams}\`.`);
  for (let stream of streams)
    validateStream(stream);
  let objectMode = streams.some(({ readableObjectMode }) => readableObjectMode), highWaterMark = getHighWaterMark(streams, objectMode), passThroughStream = new MergedStream({
    objectMode,
    writableHighWaterMark: highWaterMark,
    readableHighWaterMark: highWaterMark
  });
  for (let stream of streams)
    passThroughStream.add(stream);
  return passThroughStream;
}
var getHighWaterMark = (streams, objectMode) => {
  if (streams.length === 0)
    return getDefaultHighWaterMark(objectMode);
  let highWaterMarks = streams.filter(({ readableObjectMode }) => readableObjectMode === objectMode).map(({ readableHighWaterMark }) => readableHighWaterMark);
  return Math.max(...highWaterMarks);
}, MergedStream = class extends PassThroughStream {
  #streams = /* @__PURE__ */ new Set([]);
  #ended = /* @__PURE__ */ new Set([]);
  #aborted = /* @__PURE__ */ new Set([]);
  #onFinished;
  #unpipeEvent = /* @__PURE__ */ Symbol("unpipe");
  #streamPromises = /* @__PURE__ */ new WeakMap();
  add(stream) {
    if (validateStream(stream), this.#streams.has(stream))
      return;
    this.#streams.add(stream), this.#onFinished ??= onMergedStreamFinished(this, this.#streams, this.#unpipeEvent);
    let streamPromise = endWhenStreamsDone({
      passThroughStream: this,
      stream,
      streams: this.#streams,
      ended: this.#ended,
      aborted: this.#aborted,
      onFinished: this.#onFinished,
      unpipeEvent: this.#unpipeEvent
    });
    this.#streamPromises.set(stream, streamPromise), stream.pipe(this, { end: !1 });
  }
  async remove(stream) {
    if (validateStream(stream), !this.#streams.has(stream))
      return !1;
    let streamPromise = this.#streamPromises.get(stream);
    return streamPromise === void 0 ? !1 : (this.#streamPromises.delete(stream), stream.unpipe(this), await streamPromise, !0);
  }
}, onMergedStreamFinished = async (passThroughStream, streams, unpipeEvent) => {
  updateMaxListeners(passThroughStream, PASSTHROUGH_LISTENERS_COUNT);
  let controller = new AbortController();
  try {
    await Promise.race([
      onMergedStreamEnd(passThroughStream, controller),
      onInputStreamsUnpipe(passThroughStream, streams, unpipeEvent, controller)
    ]);
  } finally {
    controller.abort(), updateMaxListeners(passThroughStream, -PASSTHROUGH_LISTENERS_COUNT);
  }
}, onMergedStreamEnd = async (passThroughStream, { signal }) => {
  try {
    await finished(passThroughStream, { signal, cleanup: !0 });
  } catch (error3) {
    throw errorOrAbortStream(passThroughStream, error3), error3;
  }
}, onInputStreamsUnpipe = async (passThroughStream, streams, unpipeEvent, { signal }) => {
  for await (let [unpipedStream] of on(passThroughStream, "unpipe", { signal }))
    streams.has(unpipedStream) && unpipedStream.emit(unpipeEvent);
}, validateStream = (stream) => {
  if (typeof stream?.pipe != "function")
    throw new TypeError(`Expected a readable stream, got: \`${typeof stream}\`.`);
}, endWhenStreamsDone = async ({ passThroughStream, stream, streams, ended, aborted: aborted2, onFinished, unpipeEvent }) => {
  updateMaxListeners(passThroughStream, PASSTHROUGH_LISTENERS_PER_STREAM);
  let controller = new AbortController();
  try {
    await Promise.race([
      afterMergedStreamFinished(onFinished, stream, controller),
      onInputStreamEnd({
        passThroughStream,
        stream,
        streams,
        ended,
        aborted: aborted2,
        controller
      }),
      onInputStreamUnpipe({
        stream,
        streams,
        ended,
        aborted: aborted2,
        unpipeEvent,
        controller
      })
    ]);
  } finally {
    controller.abort(), updateMaxListeners(passThroughStream, -PASSTHROUGH_LISTENERS_PER_STREAM);
  }
  streams.size > 0 && streams.size === ended.size + aborted2.size && (ended.size === 0 && aborted2.size > 0 ? abortStream(passThroughStream) : endStream(passThroughStream));
}, afterMergedStreamFinished = async (onFinished, stream, { signal }) => {
  try {
    await onFinished, signal.aborted || abortStream(stream);
  } catch (error3) {
    signal.aborted || errorOrAbortStream(stream, error3);
  }
}, onInputStreamEnd = async ({ passThroughStream, stream, streams, ended, aborted: aborted2, controller: { signal } }) => {
  try {
    await finished(stream, {
      signal,
      cleanup: !0,
      readable: !0,
      writable: !1
    }), streams.has(stream) && ended.add(stream);
  } catch (error3) {
    if (signal.aborted || !streams.has(stream))
      return;
    isAbortError(error3) ? aborted2.add(stream) : errorStream(passThroughStream, error3);
  }
}, onInputStreamUnpipe = async ({ stream, streams, ended, aborted: aborted2, unpipeEvent, controller: { signal } }) => {
  if (await once(stream, unpipeEvent, { signal }), !stream.readable)
    return once(signal, "abort", { signal });
  streams.delete(stream), ended.delete(stream), aborted2.delete(stream);
}, endStream = (stream) => {
  stream.writable && stream.end();
}, errorOrAbortStream = (stream, error3) => {
  isAbortError(error3) ? abortStream(stream) : errorStream(stream, error3);
}, isAbortError = (error3) => error3?.code === "ERR_STREAM_PREMATURE_CLOSE", abortStream = (stream) => {
  (stream.readable || stream.writable) && stream.destroy();
}, errorStream = (stream, error3) => {
  stream.destroyed || (stream.once("error", noop), stream.destroy(error3));
}, noop = () => {
}, updateMaxListeners = (passThroughStream, increment) => {
  let maxListeners = passThroughStream.getMaxListeners();
  maxListeners !== 0 && maxListeners !== Number.POSITIVE_INFINITY && passThroughStream.setMaxListeners(maxListeners + increment);
}, PASSTHROUGH_LISTENERS_COUNT = 2, PASSTHROUGH_LISTENERS_PER_STREAM = 1;

// node_modules/globby/index.js
var import_fast_glob3 = __toESM(require_out4(), 1);

// node_modules/unicorn-magic/node.js
import { promisify } from "node:util";
import { execFile as execFileCallback, execFileSync as execFileSyncOriginal } from "node:child_process";
import { fileURLToPath } from "node:url";
var execFileOriginal = promisify(execFileCallback);
function toPath2(urlOrPath) {
  return urlOrPath instanceof URL ? fileURLToPath(urlOrPath) : urlOrPath;
}
var TEN_MEGABYTES_IN_BYTES = 10 * 1024 * 1024;

// node_modules/globby/ignore.js
var import_fast_glob2 = __toESM(require_out4(), 1), import_ignore2 = __toESM(require_ignore(), 1);
import process2 from "node:process";
import fs2 from "node:fs";
import fsPromises from "node:fs/promises";
import path3 from "node:path";
import os from "node:os";

// node_modules/is-path-inside/index.js
import path from "node:path";
function isPathInside(childPath, parentPath) {
  let relation = path.relative(parentPath, childPath);
  return !!(relation && relation !== ".." && !relation.startsWith(`..${path.sep}`) && relation !== path.resolve(childPath));
}

// node_modules/slash/index.js
function slash(path4) {
  return path4.startsWith("\\\\?\\") ? path4 : path4.replace(/\\/g, "/");
}

// node_modules/globby/utilities.js
var import_fast_glob = __toESM(require_out4(), 1), import_ignore = __toESM(require_ignore(), 1);
import fs from "node:fs";
import path2 from "node:path";
import { promisify as promisify2 } from "node:util";
var import_micromatch = __toESM(require_micromatch(), 1);
var isNegativePattern = (pattern) => pattern[0] === "!", normalizeAbsolutePatternToRelative = (pattern) => {
  if (!pattern.startsWith("/"))
    return pattern;
  let inner = pattern.slice(1), firstSlashIndex = inner.indexOf("/"), firstSegment = firstSlashIndex > 0 ? inner.slice(0, firstSlashIndex) : inner;
  return firstSlashIndex > 0 && !import_fast_glob.default.isDynamicPattern(firstSegment) ? pattern : inner;
}, absolutePrefixesMatch = (positivePrefix, negativePrefix) => negativePrefix === positivePrefix, getStaticAbsolutePathPrefix = (pattern) => {
  if (!path2.isAbsolute(pattern))
    return;
  let staticSegments = [];
  for (let segment of pattern.split("/"))
    if (segment) {
      if (import_fast_glob.default.isDynamicPattern(segment))
        break;
      staticSegments.push(segment);
    }
  return staticSegments.length === 0 ? void 0 : `/${staticSegments.join("/")}`;
}, normalizeNegativePattern = (pattern, positiveAbsolutePathPrefixes = [], hasRelativePositivePattern = !1) => {
  if (!pattern.startsWith("/"))
    return pattern;
  let normalizedPattern = normalizeAbsolutePatternToRelative(pattern);
  if (normalizedPattern !== pattern)
    return normalizedPattern;
  if (hasRelativePositivePattern)
    return pattern.slice(1);
  let negativeAbsolutePathPrefix = getStaticAbsolutePathPrefix(pattern);
  return negativeAbsolutePathPrefix !== void 0 && positiveAbsolutePathPrefixes.some((positiveAbsolutePathPrefix) => absolutePrefixesMatch(positiveAbsolutePathPrefix, negativeAbsolutePathPrefix)) ? pattern : pattern.slice(1);
}, bindFsMethod = (object2, methodName) => {
  let method = object2?.[methodName];
  return typeof method == "function" ? method.bind(object2) : void 0;
}, promisifyFsMethod = (object2, methodName) => {
  let method = object2?.[methodName];
  if (typeof method == "function")
    return promisify2(method.bind(object2));
}, normalizeDirectoryPatternForFastGlob = (pattern) => {
  if (!pattern.endsWith("/"))
    return pattern;
  let trimmedPattern = pattern.replace(/\/+$/u, "");
  if (!trimmedPattern)
    return "/**";
  if (trimmedPattern === "**")
    return "**/**";
  let hasLeadingSlash = trimmedPattern.startsWith("/"), hasInnerSlash = (hasLeadingSlash ? trimmedPattern.slice(1) : trimmedPattern).includes("/");
  return `${!hasLeadingSlash && !hasInnerSlash && !trimmedPattern.startsWith("**/") ? "**/" : ""}${trimmedPattern}/**`;
}, getParentDirectoryPrefix = (pattern) => {
  let match = (isNegativePattern(pattern) ? pattern.slice(1) : pattern).match(/^(\.\.\/)+/);
  return match ? match[0] : "";
}, adjustIgnorePatternsForParentDirectories = (patterns, ignorePatterns) => {
  if (patterns.length === 0 || ignorePatterns.length === 0)
    return ignorePatterns;
  let parentPrefixes = patterns.map((pattern) => getParentDirectoryPrefix(pattern)), firstPrefix = parentPrefixes[0];
  return !firstPrefix || !parentPrefixes.every((prefix) => prefix === firstPrefix) ? ignorePatterns : ignorePatterns.map((pattern) => pattern.startsWith("**/") && !pattern.startsWith("../") ? firstPrefix + pattern : pattern);
}, getAsyncStatMethod = (fsImplementation) => bindFsMethod(fsImplementation?.promises, "stat") ?? bindFsMethod(fs.promises, "stat"), getStatSyncMethod = (fsImplementation) => bindFsMethod(fsImplementation || fs, "statSync"), pathHasGitDirectory = (stats) => !!(stats?.isDirectory?.() || stats?.isFile?.()), buildPathChain = (startPath, rootPath) => {
  let chain = [], currentPath = startPath;
  for (chain.push(currentPath); currentPath !== rootPath; ) {
    let parentPath = path2.dirname(currentPath);
    if (parentPath === currentPath)
      break;
    currentPath = parentPath, chain.push(currentPath);
  }
  return chain;
}, findGitRootInChain = async (paths, statMethod) => {
  for (let directory of paths) {
    let gitPath = path2.join(directory, ".git");
    try {
      let stats = await statMethod(gitPath);
      if (pathHasGitDirectory(stats))
        return directory;
    } catch {
    }
  }
}, findGitRootSyncUncached = (cwd, fsImplementation) => {
  let statSyncMethod = getStatSyncMethod(fsImplementation);
  if (!statSyncMethod)
    return;
  let currentPath = path2.resolve(cwd), { root } = path2.parse(currentPath), chain = buildPathChain(currentPath, root);
  for (let directory of chain) {
    let gitPath = path2.join(directory, ".git");
    try {
      let stats = statSyncMethod(gitPath);
      if (pathHasGitDirectory(stats))
        return directory;
    } catch {
    }
  }
}, findGitRootSync = (cwd, fsImplementation) => {
  if (typeof cwd != "string")
    throw new TypeError("cwd must be a string");
  return findGitRootSyncUncached(cwd, fsImplementation);
}, findGitRootAsyncUncached = async (cwd, fsImplementation) => {
  let statMethod = getAsyncStatMethod(fsImplementation);
  if (!statMethod)
    return findGitRootSync(cwd, fsImplementation);
  let currentPath = path2.resolve(cwd), { root } = path2.parse(currentPath), chain = buildPathChain(currentPath, root);
  return findGitRootInChain(chain, statMethod);
}, findGitRoot = async (cwd, fsImplementation) => {
  if (typeof cwd != "string")
    throw new TypeError("cwd must be a string");
  return findGitRootAsyncUncached(cwd, fsImplementation);
}, isWithinGitRoot = (gitRoot, cwd) => {
  let resolvedGitRoot = path2.resolve(gitRoot), resolvedCwd = path2.resolve(cwd);
  return resolvedCwd === resolvedGitRoot || isPathInside(resolvedCwd, resolvedGitRoot);
}, getParentGitignorePaths = (gitRoot, cwd) => {
  if (gitRoot && typeof gitRoot != "string")
    throw new TypeError("gitRoot must be a string or undefined");
  if (typeof cwd != "string")
    throw new TypeError("cwd must be a string");
  return gitRoot ? isWithinGitRoot(gitRoot, cwd) ? [...buildPathChain(path2.resolve(cwd), path2.resolve(gitRoot))].reverse().map((directory) => path2.join(directory, ".gitignore")) : [] : [];
}, GITIGNORE_WILDCARDS = /(?<!\\)[*?[]/u, hasGitignoreWildcards = (value) => GITIGNORE_WILDCARDS.test(value), MICROMATCH_ONLY_SYNTAX = /[(){}|\\]/u, unescapeGitignorePattern = (value) => value.replaceAll(/\\(.)/gu, "$1"), normalizeGitignorePatternForIgnore = (value) => value.replaceAll(/\\(.)/gu, (match, character) => "*[]\\".includes(character) ? match : character), toLiteralPattern = (value) => import_fast_glob.default.escapePath(unescapeGitignorePattern(value)), finalSegment = (value) => value.replace(/\/+$/u, "").split("/").pop(), toStandaloneRule = (value) => value.replace(/^([#!])/u, String.raw`\$1`), isInsideCwd = (relativePath) => relativePath !== "" && !relativePath.startsWith("..") && !path2.isAbsolute(relativePath), anchorToCwd = (directory, body, cwd) => {
  let relativePath = slash(path2.relative(cwd, path2.join(directory, body)));
  return isInsideCwd(relativePath) ? relativePath : void 0;
}, createNameComparer = () => {
  let nameMatchers = /* @__PURE__ */ new Map(), matchesName = (pattern, name) => {
    let namePath = unescapeGitignorePattern(name);
    if (!(0, import_ignore.isPathValid)(namePath))
      return !0;
    let normalizedPattern = normalizeGitignorePatternForIgnore(pattern), nameMatcher = nameMatchers.get(normalizedPattern);
    return nameMatcher || (nameMatcher = (0, import_ignore.default)().add([toStandaloneRule(normalizedPattern)]), nameMatchers.set(normalizedPattern, nameMatcher)), nameMatcher.ignores(namePath);
  };
  return (pattern, name) => hasGitignoreWildcards(pattern) && hasGitignoreWildcards(name) ? !0 : hasGitignoreWildcards(name) ? matchesName(name, pattern) : matchesName(pattern, name);
}, getNegationFinalSegments = (rules2) => rules2.filter((rule) => isNegativePattern(rule.pattern)).map((rule) => finalSegment(rule.pattern.slice(1))).filter(Boolean), negationsCouldRescue = (rules2, names) => {
  if (names.length === 0)
    return !1;
  let couldNameTheSamePath = createNameComparer();
  return getNegationFinalSegments(rules2).some((negation) => names.some((name) => couldNameTheSamePath(name, negation)));
}, expandBraceGroups = (pattern) => {
  if (!pattern.includes("{"))
    return [pattern];
  let expandedPatterns = import_fast_glob.default.generateTasks(pattern).flatMap((task) => task.patterns);
  return expandedPatterns.length > 0 ? expandedPatterns : [pattern];
}, convertIgnorePatternsForIgnoreFileSearch = (ignorePatterns, searchPatterns) => {
  if (ignorePatterns.length === 0)
    return ignorePatterns;
  let couldNameTheSamePath = createNameComparer(), expandedSearchPatterns = searchPatterns.flatMap((pattern) => expandBraceGroups(pattern));
  if (expandedSearchPatterns.some((pattern) => MICROMATCH_ONLY_SYNTAX.test(pattern.slice(0, pattern.lastIndexOf("/") + 1))))
    return [];
  let ignoreFileNames = expandedSearchPatterns.map((pattern) => finalSegment(pattern)).filter(Boolean), couldNameAnIgnoreFile = (pattern) => {
    let name = finalSegment(pattern.replace(/\/\*\*$/u, ""));
    return !name || MICROMATCH_ONLY_SYNTAX.test(name) ? !0 : ignoreFileNames.some((ignoreFileName) => MICROMATCH_ONLY_SYNTAX.test(ignoreFileName) ? hasGitignoreWildcards(name) || import_micromatch.default.isMatch(unescapeGitignorePattern(name), ignoreFileName, { dot: !0, nocase: !0 }) : couldNameTheSamePath(name, ignoreFileName));
  };
  return ignorePatterns.filter((pattern) => !expandBraceGroups(pattern).some((expanded) => couldNameAnIgnoreFile(expanded)));
}, getRulePrune = ({ pattern, directory }, { cwd, matcher, hasNegations, canSkipAtAnyDepth, canMatchIgnoreFile, gitignoreOnlySearch }) => {
  if (isNegativePattern(pattern))
    return;
  let isDirectoryPattern = pattern.endsWith("/"), clean = pattern.replace(/\/+$/u, "");
  if (!clean)
    return;
  let body = clean.startsWith("**/") && !clean.slice(3).includes("/") ? clean.slice(3) : clean;
  if (canMatchIgnoreFile(finalSegment(body)))
    return;
  let isGlob = hasGitignoreWildcards(body);
  if (isGlob && MICROMATCH_ONLY_SYNTAX.test(body))
    return;
  let toFastGlob = (value) => normalizeDirectoryPatternForFastGlob(`/${value}${isDirectoryPattern ? "/" : ""}`).replace(/^\//u, "");
  if (!body.includes("/") && canSkipAtAnyDepth(body)) {
    let relativeDirectory = slash(path2.relative(cwd, directory)), prefix = isInsideCwd(relativeDirectory) ? `${import_fast_glob.default.escapePath(relativeDirectory)}/` : "";
    return { pattern: toFastGlob(`${prefix}**/${isGlob ? body : toLiteralPattern(body)}`), guardName: body };
  }
  let anchoredBody = body.replace(/^\//u, ""), target = anchorToCwd(directory, isGlob ? anchoredBody : unescapeGitignorePattern(anchoredBody), cwd);
  if (target === void 0)
    return;
  let guardName = finalSegment(anchoredBody);
  if (isGlob)
    return hasNegations ? void 0 : { pattern: toFastGlob(target), guardName };
  if (!matcher(path2.resolve(cwd, target) + path2.sep).ignored)
    return;
  let needsGuard = !gitignoreOnlySearch || target.includes("/");
  return {
    pattern: toFastGlob(import_fast_glob.default.escapePath(target)),
    guardName: needsGuard ? guardName : void 0
  };
}, buildPrunePatternsAndGuards = (rules2, matcher, cwd, { gitignoreOnlySearch = !1, searchesForGitignoreFiles = !1 } = {}) => {
  if (!matcher || !cwd || !rules2 || rules2.length === 0)
    return { patterns: [], guardNames: [] };
  let negationNames = getNegationFinalSegments(rules2), couldNameTheSamePath = createNameComparer(), context = {
    cwd,
    matcher,
    hasNegations: negationNames.length > 0,
    canSkipAtAnyDepth: (pattern) => !negationNames.some((name) => couldNameTheSamePath(pattern, name)),
    canMatchIgnoreFile: (pattern) => searchesForGitignoreFiles && couldNameTheSamePath(pattern, ".gitignore"),
    gitignoreOnlySearch
  }, patterns = [], guardNames = [];
  for (let rule of rules2) {
    let prune = getRulePrune(rule, context);
    prune && (patterns.push(prune.pattern), prune.guardName !== void 0 && guardNames.push(prune.guardName));
  }
  return { patterns, guardNames };
}, convertPatternsForFastGlob = (rules2, matcher, cwd) => buildPrunePatternsAndGuards(rules2, matcher, cwd).patterns;

// node_modules/globby/ignore.js
var defaultIgnoredDirectories = [
  "**/node_modules",
  "**/flow-typed",
  "**/coverage",
  "**/.git"
], ignoreFilesGlobOptions = {
  absolute: !0,
  dot: !0
}, GITIGNORE_FILES_PATTERN = "**/.gitignore", MAX_INCLUDE_DEPTH = 10, getReadFileMethod = (fsImplementation) => bindFsMethod(fsImplementation?.promises, "readFile") ?? bindFsMethod(fsPromises, "readFile") ?? promisifyFsMethod(fsImplementation, "readFile"), getReadFileSyncMethod = (fsImplementation) => bindFsMethod(fsImplementation, "readFileSync") ?? bindFsMethod(fs2, "readFileSync"), shouldSkipIgnoreFileError = (error3, suppressErrors) => error3 && (error3.code === "ENOENT" || error3.code === "ENOTDIR") ? !0 : !!suppressErrors, createReadError = (kind, filePath, error3) => {
  let prefix = `Failed to read ${kind} at ${filePath}`;
  return error3 instanceof Error ? new Error(`${prefix}: ${error3.message}`, { cause: error3 }) : new Error(`${prefix}: ${String(error3)}`);
}, createIgnoreFileReadError = (filePath, error3) => createReadError("ignore file", filePath, error3), createGitConfigReadError = (filePath, error3) => createReadError("git config", filePath, error3), processIgnoreFileCore = (filePath, readMethod, suppressErrors) => {
  try {
    let content = readMethod(filePath, "utf8");
    return { filePath, content };
  } catch (error3) {
    if (shouldSkipIgnoreFileError(error3, suppressErrors))
      return;
    throw createIgnoreFileReadError(filePath, error3);
  }
}, readIgnoreFilesSafely = async (paths, readFileMethod, suppressErrors) => (await Promise.all(paths.map(async (filePath) => {
  try {
    let content = await readFileMethod(filePath, "utf8");
    return { filePath, content };
  } catch (error3) {
    if (shouldSkipIgnoreFileError(error3, suppressErrors))
      return;
    throw createIgnoreFileReadError(filePath, error3);
  }
}))).filter(Boolean), readIgnoreFilesSafelySync = (paths, readFileSyncMethod, suppressErrors) => paths.map((filePath) => processIgnoreFileCore(filePath, readFileSyncMethod, suppressErrors)).filter(Boolean), dedupePaths = (paths) => {
  let seen = /* @__PURE__ */ new Set();
  return paths.filter((filePath) => seen.has(filePath) ? !1 : (seen.add(filePath), !0));
}, globIgnoreFiles = (globFunction, patterns, normalizedOptions) => globFunction(patterns, {
  ...normalizedOptions,
  ...ignoreFilesGlobOptions
  // Must be last to ensure absolute/dot flags stick
}), normalizeIgnoreFileLine = (line3) => {
  line3 = line3.replace(/^\uFEFF/u, "");
  let whitespaceStart = line3.length;
  for (; whitespaceStart > 0 && /\s/u.test(line3[whitespaceStart - 1]); )
    whitespaceStart--;
  if (whitespaceStart === line3.length)
    return line3;
  let backslashCount = 0;
  for (let index = whitespaceStart - 1; index >= 0 && line3[index] === "\\"; index--)
    backslashCount++;
  return backslashCount % 2 === 1 ? line3.slice(0, whitespaceStart) + " " : line3.slice(0, whitespaceStart);
}, readIgnoreFileLines = (content) => content.split(/\r?\n/).map((line3) => normalizeIgnoreFileLine(line3)).filter((line3) => line3 && !line3.startsWith("#")), getIgnoreRules = (files) => files.flatMap((file) => {
  let directory = path3.dirname(file.filePath);
  return readIgnoreFileLines(file.content).map((pattern) => ({ pattern, directory }));
}), buildIgnoreResult = (files, normalizedOptions, gitRoot) => {
  let baseDir = gitRoot || normalizedOptions.cwd, patterns = getPatternsFromIgnoreFiles(files, baseDir), matcher = createIgnoreMatcher(patterns, normalizedOptions.cwd, baseDir);
  return {
    patterns,
    rules: getIgnoreRules(files),
    matcher,
    predicate: (fileOrDirectory) => matcher(fileOrDirectory).ignored,
    usingGitRoot: !!(gitRoot && gitRoot !== normalizedOptions.cwd)
  };
}, applyBaseToPattern = (pattern, base2) => {
  if (!base2)
    return pattern;
  let isNegative = isNegativePattern(pattern), cleanPattern = isNegative ? pattern.slice(1) : pattern, slashIndex = cleanPattern.indexOf("/"), hasNonTrailingSlash = slashIndex !== -1 && slashIndex !== cleanPattern.length - 1, result;
  return hasNonTrailingSlash ? cleanPattern.startsWith("/") ? result = path3.posix.join(base2, cleanPattern.slice(1)) : result = path3.posix.join(base2, cleanPattern) : result = path3.posix.join(base2, "**", cleanPattern), isNegative ? "!" + result : result;
}, parseIgnoreFile = (file, cwd) => {
  let base2 = slash(path3.relative(cwd, path3.dirname(file.filePath)));
  return readIgnoreFileLines(file.content).map((pattern) => applyBaseToPattern(pattern, base2));
}, toRelativePath = (fileOrDirectory, cwd) => {
  if (path3.isAbsolute(fileOrDirectory)) {
    let relativePath = path3.relative(cwd, fileOrDirectory);
    return relativePath && !isPathInside(fileOrDirectory, cwd) ? void 0 : relativePath;
  }
  if (fileOrDirectory.startsWith("./"))
    return fileOrDirectory.slice(2);
  if (!fileOrDirectory.startsWith("../"))
    return fileOrDirectory;
}, notIgnored = { ignored: !1, unignored: !1 }, createIgnoreMatcher = (patterns, cwd, baseDir) => {
  let ignores = (0, import_ignore2.default)().add(patterns), resolvedCwd = path3.normalize(path3.resolve(cwd)), resolvedBaseDir = path3.normalize(path3.resolve(baseDir));
  return (fileOrDirectory) => {
    fileOrDirectory = toPath2(fileOrDirectory);
    let hasTrailingSeparator = /[/\\]$/.test(fileOrDirectory);
    if (path3.normalize(path3.resolve(fileOrDirectory)) === resolvedCwd)
      return notIgnored;
    let relativePath = toRelativePath(fileOrDirectory, resolvedBaseDir);
    return relativePath === void 0 || !relativePath ? notIgnored : (hasTrailingSeparator && !relativePath.endsWith(path3.sep) && (relativePath += path3.sep), ignores.test(slash(relativePath)));
  };
}, normalizeOptions = (options = {}) => {
  let ignoreOption = options.ignore ? Array.isArray(options.ignore) ? options.ignore : [options.ignore] : [], cwd = toPath2(options.cwd) ?? process2.cwd(), deep = typeof options.deep == "number" ? Math.max(0, options.deep) + 1 : Number.POSITIVE_INFINITY;
  return {
    cwd,
    suppressErrors: options.suppressErrors ?? !1,
    deep,
    ignore: [...ignoreOption, ...defaultIgnoredDirectories],
    followSymbolicLinks: options.followSymbolicLinks ?? !0,
    concurrency: options.concurrency,
    throwErrorOnBrokenSymbolicLink: options.throwErrorOnBrokenSymbolicLink ?? !1,
    fs: options.fs
  };
}, unescapeGitQuotedValue = (value) => value.replaceAll(/\\(["\\abfnrtv])/g, (_match, escapedCharacter) => {
  switch (escapedCharacter) {
    case "a":
      return "\x07";
    case "b":
      return "\b";
    case "f":
      return "\f";
    case "n":
      return `
`;
    case "r":
      return "\r";
    case "t":
      return "	";
    case "v":
      return "\v";
    default:
      return escapedCharacter;
  }
}), parseGitConfigValue = (value) => {
  let trimmedValue = value.trim(), quotedMatch = trimmedValue.match(/^"((?:[^"\\]|\\.)*)"\s*(?:[#;].*)?$/);
  return quotedMatch ? unescapeGitQuotedValue(quotedMatch[1]) : trimmedValue.replace(/\s[#;].*$/, "").trim();
}, resolveConfigPath = (filePath, configPath) => {
  if (configPath.startsWith("~/")) {
    let homeDirectory = os.homedir(), resolved2 = path3.join(homeDirectory, configPath.slice(2));
    return isPathInside(resolved2, homeDirectory) ? resolved2 : path3.join(homeDirectory, ".globby-invalid-path-traversal");
  }
  return path3.isAbsolute(configPath) ? configPath : path3.resolve(path3.dirname(filePath), configPath);
}, parseGitConfigSection = (line3) => {
  if (!line3.startsWith("["))
    return;
  let inQuotes = !1, isEscaped = !1;
  for (let index = 1; index < line3.length; index++) {
    let character = line3[index];
    if (isEscaped) {
      isEscaped = !1;
      continue;
    }
    if (character === "\\") {
      isEscaped = !0;
      continue;
    }
    if (character === '"') {
      inQuotes = !inQuotes;
      continue;
    }
    if (character === "]" && !inQuotes) {
      let remainder = line3.slice(index + 1).trimStart();
      return remainder && !remainder.startsWith("#") && !remainder.startsWith(";") ? void 0 : line3.slice(1, index).trim();
    }
  }
}, parseGitConfigEntry = (line3) => {
  let match = line3.match(/^([A-Za-z\d-.]+)\s*=\s*(.*)$/);
  if (match)
    return {
      key: match[1].toLowerCase(),
      value: parseGitConfigValue(match[2])
    };
}, parseIncludeIfCondition = (section2) => {
  if (!section2)
    return;
  let match = section2.match(/^includeif\s+"([^"]+)"$/i);
  return match ? match[1] : void 0;
}, normalizeGitConfigConditionPattern = (pattern, configFilePath) => (pattern.startsWith("~/") ? pattern = path3.join(os.homedir(), pattern.slice(2)) : pattern.startsWith("./") ? pattern = path3.resolve(path3.dirname(configFilePath), pattern.slice(2)) : path3.isAbsolute(pattern) || (pattern = `**/${pattern}`), pattern.endsWith("/") && (pattern += "**"), slash(pattern)), gitConfigGlobToRegex = (pattern, flags) => {
  let regex = "";
  for (let index = 0; index < pattern.length; index++) {
    let character = pattern[index], nextCharacter = pattern[index + 1], nextNextCharacter = pattern[index + 2];
    if (character === "*" && nextCharacter === "*" && nextNextCharacter === "/") {
      regex += "(?:.*/)?", index += 2;
      continue;
    }
    if (character === "*" && nextCharacter === "*") {
      regex += ".*", index += 1;
      continue;
    }
    if (character === "*") {
      regex += "[^/]*";
      continue;
    }
    if (character === "?") {
      regex += "[^/]";
      continue;
    }
    if (character === "[") {
      let closingBracketIndex = pattern.indexOf("]", index + 1);
      if (closingBracketIndex !== -1) {
        let bracketContent = pattern.slice(index + 1, closingBracketIndex);
        if (bracketContent) {
          let negatedBracketContent = bracketContent[0] === "!" ? `^${bracketContent.slice(1)}` : bracketContent;
          regex += `[${negatedBracketContent}]`, index = closingBracketIndex;
          continue;
        }
      }
    }
    regex += /[|\\{}()[\]^$+?.]/.test(character) ? `\\${character}` : character;
  }
  try {
    return new RegExp(`^${regex}$`, flags);
  } catch {
    return /(?!)/;
  }
}, matchesIncludeIfCondition = (condition, gitDirectory, configFilePath) => {
  if (!gitDirectory)
    return !1;
  let match = condition.match(/^(gitdir|gitdir\/i):(.*)$/i);
  if (!match)
    return !1;
  let [, keyword, rawPattern] = match, pattern = normalizeGitConfigConditionPattern(rawPattern.trim(), configFilePath), isCaseInsensitive = keyword.toLowerCase() === "gitdir/i", regularExpression = gitConfigGlobToRegex(pattern, isCaseInsensitive ? "i" : void 0), normalizedGitDirectory = slash(path3.resolve(gitDirectory));
  return regularExpression.test(normalizedGitDirectory);
}, shouldIncludeConfigSection = (section2, gitDirectory, configFilePath) => {
  if (section2?.toLowerCase() === "include")
    return !0;
  let condition = parseIncludeIfCondition(section2);
  return condition ? matchesIncludeIfCondition(condition, gitDirectory, configFilePath) : !1;
}, createExcludesFileValue = (value, declaringFilePath) => ({
  value,
  declaringFilePath
}), parseGitConfigForExcludesFile = (content, normalizedPath, gitDirectory) => {
  let currentSection, excludesFile, includePaths = [];
  for (let line3 of content.split(/\r?\n/)) {
    let trimmed = line3.trim();
    if (!trimmed || trimmed.startsWith("#") || trimmed.startsWith(";"))
      continue;
    if (trimmed.startsWith("[")) {
      currentSection = parseGitConfigSection(trimmed);
      continue;
    }
    let entry = parseGitConfigEntry(trimmed);
    if (entry) {
      if (currentSection?.toLowerCase() === "core" && entry.key === "excludesfile") {
        excludesFile = createExcludesFileValue(entry.value, normalizedPath);
        continue;
      }
      shouldIncludeConfigSection(currentSection, gitDirectory, normalizedPath) && entry.key === "path" && entry.value && includePaths.push(resolveConfigPath(normalizedPath, entry.value));
    }
  }
  return { excludesFile, includePaths };
}, readGitConfigFile = (normalizedPath, readMethod, suppressErrors) => {
  try {
    return readMethod(normalizedPath, "utf8");
  } catch (error3) {
    if (shouldSkipIgnoreFileError(error3, suppressErrors))
      return;
    throw createGitConfigReadError(normalizedPath, error3);
  }
}, getExcludesFileFromGitConfigSync = (filePath, readFileSync5, gitDirectory, options = {}) => {
  let { suppressErrors, includeStack = /* @__PURE__ */ new Set(), depth = 0 } = options, normalizedPath = path3.resolve(filePath);
  if (includeStack.has(normalizedPath) || depth >= MAX_INCLUDE_DEPTH)
    return;
  includeStack.add(normalizedPath);
  let content = readGitConfigFile(normalizedPath, readFileSync5, suppressErrors);
  if (content === void 0) {
    includeStack.delete(normalizedPath);
    return;
  }
  let { excludesFile, includePaths } = parseGitConfigForExcludesFile(content, normalizedPath, gitDirectory);
  for (let includePath of includePaths) {
    let includedExcludesFile = getExcludesFileFromGitConfigSync(includePath, readFileSync5, gitDirectory, { suppressErrors, includeStack, depth: depth + 1 });
    includedExcludesFile !== void 0 && (excludesFile = includedExcludesFile);
  }
  return includeStack.delete(normalizedPath), excludesFile;
}, getExcludesFileFromGitConfigAsync = async (filePath, readFile, gitDirectory, options = {}) => {
  let { suppressErrors, includeStack = /* @__PURE__ */ new Set(), depth = 0 } = options, normalizedPath = path3.resolve(filePath);
  if (includeStack.has(normalizedPath) || depth >= MAX_INCLUDE_DEPTH)
    return;
  includeStack.add(normalizedPath);
  let content;
  try {
    content = await readFile(normalizedPath, "utf8");
  } catch (error3) {
    if (includeStack.delete(normalizedPath), shouldSkipIgnoreFileError(error3, suppressErrors))
      return;
    throw createGitConfigReadError(normalizedPath, error3);
  }
  let { excludesFile, includePaths } = parseGitConfigForExcludesFile(content, normalizedPath, gitDirectory);
  for (let includePath of includePaths) {
    let includedExcludesFile = await getExcludesFileFromGitConfigAsync(includePath, readFile, gitDirectory, { suppressErrors, includeStack, depth: depth + 1 });
    includedExcludesFile !== void 0 && (excludesFile = includedExcludesFile);
  }
  return includeStack.delete(normalizedPath), excludesFile;
}, resolveGitDirectoryFromFile = (gitFilePath, content) => {
  let match = content.match(/^gitdir:\s*(.+?)\s*$/i);
  return match ? path3.resolve(path3.dirname(gitFilePath), match[1]) : gitFilePath;
}, getGitDirectorySync = (gitRoot, readFileSync5) => {
  if (!gitRoot)
    return;
  let gitFilePath = path3.join(gitRoot, ".git");
  try {
    return resolveGitDirectoryFromFile(gitFilePath, readFileSync5(gitFilePath, "utf8"));
  } catch {
    return gitFilePath;
  }
}, getGitDirectoryAsync = async (gitRoot, readFile) => {
  if (!gitRoot)
    return;
  let gitFilePath = path3.join(gitRoot, ".git");
  try {
    return resolveGitDirectoryFromFile(gitFilePath, await readFile(gitFilePath, "utf8"));
  } catch {
    return gitFilePath;
  }
}, getXdgConfigHome = () => process2.env.XDG_CONFIG_HOME || path3.join(os.homedir(), ".config"), getGitConfigPaths = () => {
  if ("GIT_CONFIG_GLOBAL" in process2.env) {
    let value = process2.env.GIT_CONFIG_GLOBAL;
    return value ? [value] : [];
  }
  return [
    path3.join(getXdgConfigHome(), "git", "config"),
    path3.join(os.homedir(), ".gitconfig")
  ];
}, getDefaultGlobalGitignorePath = () => path3.join(getXdgConfigHome(), "git", "ignore"), resolveExcludesFilePath = (excludesFileConfig) => {
  if (excludesFileConfig?.value !== "")
    return excludesFileConfig === void 0 ? getDefaultGlobalGitignorePath() : resolveConfigPath(excludesFileConfig.declaringFilePath, excludesFileConfig.value);
}, readGlobalGitignoreContent = (filePath, readMethod, suppressErrors) => {
  try {
    let content = readMethod(filePath, "utf8");
    return { filePath, content };
  } catch (error3) {
    if (shouldSkipIgnoreFileError(error3, suppressErrors))
      return;
    throw createIgnoreFileReadError(filePath, error3);
  }
}, getGlobalGitignoreFile = (options = {}) => {
  let cwd = toPath2(options.cwd) ?? process2.cwd(), readFileSync5 = getReadFileSyncMethod(options.fs), gitRoot = findGitRootSync(cwd, options.fs), gitDirectory = getGitDirectorySync(gitRoot, readFileSync5), excludesFileConfig;
  for (let gitConfigPath of getGitConfigPaths()) {
    let value = getExcludesFileFromGitConfigSync(gitConfigPath, readFileSync5, gitDirectory, { suppressErrors: options.suppressErrors });
    value !== void 0 && (excludesFileConfig = value);
  }
  let filePath = resolveExcludesFilePath(excludesFileConfig);
  return filePath === void 0 ? void 0 : readGlobalGitignoreContent(filePath, readFileSync5, options.suppressErrors);
}, getGlobalGitignoreFileAsync = async (options = {}) => {
  let cwd = toPath2(options.cwd) ?? process2.cwd(), readFile = getReadFileMethod(options.fs), gitRoot = await findGitRoot(cwd, options.fs), gitDirectory = await getGitDirectoryAsync(gitRoot, readFile), excludesFileConfig = (await Promise.all(getGitConfigPaths().map((gitConfigPath) => getExcludesFileFromGitConfigAsync(
    gitConfigPath,
    readFile,
    gitDirectory,
    { suppressErrors: options.suppressErrors }
  )))).findLast((value) => value !== void 0), filePath = resolveExcludesFilePath(excludesFileConfig);
  if (filePath !== void 0)
    try {
      let content = await readFile(filePath, "utf8");
      return { filePath, content };
    } catch (error3) {
      if (shouldSkipIgnoreFileError(error3, options.suppressErrors))
        return;
      throw createIgnoreFileReadError(filePath, error3);
    }
}, buildGlobalMatcher = (globalIgnoreFile, cwd, rootDirectory = cwd) => {
  let patterns = parseIgnoreFile(globalIgnoreFile, path3.dirname(globalIgnoreFile.filePath));
  return createIgnoreMatcher(patterns, cwd, rootDirectory);
};
var getKnownIgnoreFilePaths = (patterns, normalizedOptions, gitRoot) => [patterns].flat().includes(GITIGNORE_FILES_PATTERN) ? gitRoot ? getParentGitignorePaths(gitRoot, normalizedOptions.cwd) : [path3.join(normalizedOptions.cwd, ".gitignore")] : [], getKnownIgnoreFileSearchOptions = (patterns, normalizedOptions) => ({
  ...normalizedOptions,
  ignore: [
    ...normalizedOptions.ignore,
    // Keep negative search patterns active when the known candidates are matched independently.
    ...[patterns].flat().filter((pattern) => isNegativePattern(pattern)).map((pattern) => pattern.slice(1))
  ]
}), getKnownIgnoreFilePattern = (filePath, cwd) => {
  let pattern = isPathInside(filePath, cwd) ? path3.relative(cwd, filePath) : filePath;
  return import_fast_glob2.default.convertPathToPattern(pattern);
}, getMatchingKnownIgnoreFilePaths = (knownPaths, matchingPaths) => {
  let matchingPathSet = new Set(matchingPaths.map((filePath) => path3.resolve(filePath)));
  return knownPaths.filter((filePath) => matchingPathSet.has(path3.resolve(filePath)));
}, globKnownIgnoreFilePaths = (globFunction, knownPaths, patterns, normalizedOptions) => knownPaths.length === 0 ? [] : globIgnoreFiles(
  globFunction,
  knownPaths.map((filePath) => getKnownIgnoreFilePattern(filePath, normalizedOptions.cwd)),
  getKnownIgnoreFileSearchOptions(patterns, normalizedOptions)
), filterKnownIgnoreFilePathsAsync = async (knownPaths, patterns, normalizedOptions) => {
  let matchingPaths = await globKnownIgnoreFilePaths(import_fast_glob2.default, knownPaths, patterns, normalizedOptions);
  return getMatchingKnownIgnoreFilePaths(knownPaths, matchingPaths);
}, filterKnownIgnoreFilePathsSync = (knownPaths, patterns, normalizedOptions) => {
  let matchingPaths = globKnownIgnoreFilePaths(import_fast_glob2.default.sync, knownPaths, patterns, normalizedOptions);
  return getMatchingKnownIgnoreFilePaths(knownPaths, matchingPaths);
}, getIgnoreFileSearchPrune = (searchPatterns, files, normalizedOptions, gitRoot) => {
  if (files.length === 0)
    return { patterns: [], guardNames: [] };
  let { cwd } = normalizedOptions, baseDir = gitRoot || cwd, ignorePatterns = getPatternsFromIgnoreFiles(files, baseDir), matcher = createIgnoreMatcher(ignorePatterns, cwd, baseDir), searchPatternsArray = [searchPatterns].flat(), gitignoreOnlySearch = searchPatternsArray.every((pattern) => pattern === GITIGNORE_FILES_PATTERN), searchesForGitignoreFiles = searchPatternsArray.includes(GITIGNORE_FILES_PATTERN);
  return buildPrunePatternsAndGuards(getIgnoreRules(files), matcher, cwd, { gitignoreOnlySearch, searchesForGitignoreFiles });
}, withPrunedSearch = (normalizedOptions, prunePatterns) => prunePatterns.length === 0 ? normalizedOptions : { ...normalizedOptions, ignore: [...normalizedOptions.ignore, ...prunePatterns] }, getUnreadPaths = (childPaths, knownPaths) => {
  let alreadyRead = new Set(knownPaths.map((filePath) => path3.resolve(filePath)));
  return dedupePaths(childPaths).filter((filePath) => !alreadyRead.has(path3.resolve(filePath)));
}, collectIgnoreFileArtifactsAsync = async (patterns, options, includeParentIgnoreFiles) => {
  let normalizedOptions = normalizeOptions(options), readFileMethod = getReadFileMethod(normalizedOptions.fs), gitRoot = includeParentIgnoreFiles ? await findGitRoot(normalizedOptions.cwd, normalizedOptions.fs) : void 0, knownPaths = await filterKnownIgnoreFilePathsAsync(
    getKnownIgnoreFilePaths(patterns, normalizedOptions, gitRoot),
    patterns,
    normalizedOptions
  ), knownFiles = await readIgnoreFilesSafely(knownPaths, readFileMethod, normalizedOptions.suppressErrors), { patterns: prunePatterns, guardNames } = getIgnoreFileSearchPrune(patterns, knownFiles, normalizedOptions, gitRoot), childPaths = await globIgnoreFiles(import_fast_glob2.default, patterns, withPrunedSearch(normalizedOptions, prunePatterns)), childFiles = await readIgnoreFilesSafely(getUnreadPaths(childPaths, knownPaths), readFileMethod, normalizedOptions.suppressErrors);
  if (negationsCouldRescue(getIgnoreRules(childFiles), guardNames)) {
    let allPaths = await globIgnoreFiles(import_fast_glob2.default, patterns, normalizedOptions);
    childFiles = await readIgnoreFilesSafely(getUnreadPaths(allPaths, knownPaths), readFileMethod, normalizedOptions.suppressErrors);
  }
  return { files: [...knownFiles, ...childFiles], normalizedOptions, gitRoot };
}, collectIgnoreFileArtifactsSync = (patterns, options, includeParentIgnoreFiles) => {
  let normalizedOptions = normalizeOptions(options), readFileSyncMethod = getReadFileSyncMethod(normalizedOptions.fs), gitRoot = includeParentIgnoreFiles ? findGitRootSync(normalizedOptions.cwd, normalizedOptions.fs) : void 0, knownPaths = filterKnownIgnoreFilePathsSync(
    getKnownIgnoreFilePaths(patterns, normalizedOptions, gitRoot),
    patterns,
    normalizedOptions
  ), knownFiles = readIgnoreFilesSafelySync(knownPaths, readFileSyncMethod, normalizedOptions.suppressErrors), { patterns: prunePatterns, guardNames } = getIgnoreFileSearchPrune(patterns, knownFiles, normalizedOptions, gitRoot), childPaths = globIgnoreFiles(import_fast_glob2.default.sync, patterns, withPrunedSearch(normalizedOptions, prunePatterns)), childFiles = readIgnoreFilesSafelySync(getUnreadPaths(childPaths, knownPaths), readFileSyncMethod, normalizedOptions.suppressErrors);
  if (negationsCouldRescue(getIgnoreRules(childFiles), guardNames)) {
    let allPaths = globIgnoreFiles(import_fast_glob2.default.sync, patterns, normalizedOptions);
    childFiles = readIgnoreFilesSafelySync(getUnreadPaths(allPaths, knownPaths), readFileSyncMethod, normalizedOptions.suppressErrors);
  }
  return { files: [...knownFiles, ...childFiles], normalizedOptions, gitRoot };
};
var getPatternsFromIgnoreFiles = (files, baseDir) => files.flatMap((file) => parseIgnoreFile(file, baseDir)), getIgnorePatternsAndPredicate = async (patterns, options, includeParentIgnoreFiles = !1) => {
  let { files, normalizedOptions, gitRoot } = await collectIgnoreFileArtifactsAsync(
    patterns,
    options,
    includeParentIgnoreFiles
  );
  return buildIgnoreResult(files, normalizedOptions, gitRoot);
}, getIgnorePatternsAndPredicateSync = (patterns, options, includeParentIgnoreFiles = !1) => {
  let { files, normalizedOptions, gitRoot } = collectIgnoreFileArtifactsSync(
    patterns,
    options,
    includeParentIgnoreFiles
  );
  return buildIgnoreResult(files, normalizedOptions, gitRoot);
};

// node_modules/globby/index.js
var assertPatternsInput = (patterns) => {
  if (patterns.some((pattern) => typeof pattern != "string"))
    throw new TypeError("Patterns must be a string or an array of strings");
}, getStatMethod = (fsImplementation) => fsImplementation ? bindFsMethod(fsImplementation.promises, "stat") ?? promisifyFsMethod(fsImplementation, "stat") : bindFsMethod(fs3.promises, "stat"), getStatSyncMethod2 = (fsImplementation) => bindFsMethod(fsImplementation, "statSync") ?? bindFsMethod(fs3, "statSync"), isDirectory = async (path4, fsImplementation) => {
  try {
    return (await getStatMethod(fsImplementation)(path4)).isDirectory();
  } catch {
    return !1;
  }
}, isDirectorySync = (path4, fsImplementation) => {
  try {
    return getStatSyncMethod2(fsImplementation)(path4).isDirectory();
  } catch {
    return !1;
  }
}, normalizePathForDirectoryGlob = (filePath, cwd) => {
  let path4 = isNegativePattern(filePath) ? filePath.slice(1) : filePath;
  return nodePath.isAbsolute(path4) ? path4 : nodePath.join(cwd, path4);
}, shouldExpandGlobstarDirectory = (pattern) => {
  let match = pattern?.match(/\*\*\/([^/]+)$/);
  if (!match)
    return !1;
  let dirname4 = match[1], hasWildcards = /[*?[\]{}]/.test(dirname4), hasExtension = nodePath.extname(dirname4) && !dirname4.startsWith(".");
  return !hasWildcards && !hasExtension;
}, getDirectoryGlob = ({ directoryPath, files, extensions }) => {
  let extensionGlob = extensions?.length > 0 ? `.${extensions.length > 1 ? `{${extensions.join(",")}}` : extensions[0]}` : "";
  return files ? files.map((file) => nodePath.posix.join(directoryPath, `**/${nodePath.extname(file) ? file : `${file}${extensionGlob}`}`)) : [nodePath.posix.join(directoryPath, `**${extensionGlob ? `/*${extensionGlob}` : ""}`)];
}, directoryToGlob = async (directoryPaths, {
  cwd = process3.cwd(),
  files,
  extensions,
  fs: fsImplementation
} = {}) => (await Promise.all(directoryPaths.map(async (directoryPath) => {
  let checkPattern = isNegativePattern(directoryPath) ? directoryPath.slice(1) : directoryPath;
  if (shouldExpandGlobstarDirectory(checkPattern))
    return getDirectoryGlob({ directoryPath, files, extensions });
  let pathToCheck = normalizePathForDirectoryGlob(directoryPath, cwd);
  return await isDirectory(pathToCheck, fsImplementation) ? getDirectoryGlob({ directoryPath, files, extensions }) : directoryPath;
}))).flat(), directoryToGlobSync = (directoryPaths, {
  cwd = process3.cwd(),
  files,
  extensions,
  fs: fsImplementation
} = {}) => directoryPaths.flatMap((directoryPath) => {
  let checkPattern = isNegativePattern(directoryPath) ? directoryPath.slice(1) : directoryPath;
  if (shouldExpandGlobstarDirectory(checkPattern))
    return getDirectoryGlob({ directoryPath, files, extensions });
  let pathToCheck = normalizePathForDirectoryGlob(directoryPath, cwd);
  return isDirectorySync(pathToCheck, fsImplementation) ? getDirectoryGlob({ directoryPath, files, extensions }) : directoryPath;
}), toPatternsArray = (patterns) => (patterns = [...new Set([patterns].flat())], assertPatternsInput(patterns), patterns), checkCwdOption = (cwd, fsImplementation = fs3) => {
  if (!cwd || !fsImplementation.statSync)
    return;
  let stats;
  try {
    stats = fsImplementation.statSync(cwd);
  } catch {
    return;
  }
  if (!stats.isDirectory())
    throw new Error(`The \`cwd\` option must be a path to a directory, got: ${cwd}`);
}, normalizeOptions2 = (options = {}) => {
  let ignore2 = options.ignore ? Array.isArray(options.ignore) ? options.ignore : [options.ignore] : [];
  return options = {
    ...options,
    ignore: ignore2,
    expandDirectories: options.expandDirectories ?? !0,
    cwd: toPath2(options.cwd)
  }, checkCwdOption(options.cwd, options.fs), options;
}, normalizeArguments = (function_) => async (patterns, options) => function_(toPatternsArray(patterns), normalizeOptions2(options)), normalizeArgumentsSync = (function_) => (patterns, options) => function_(toPatternsArray(patterns), normalizeOptions2(options)), getIgnoreFilesPatterns = (options) => {
  let { ignoreFiles, gitignore } = options, patterns = ignoreFiles ? toPatternsArray(ignoreFiles) : [];
  return gitignore && patterns.push(GITIGNORE_FILES_PATTERN), patterns;
}, isPathIgnored = (matcher, globalMatcher, path4) => {
  let globalResult = globalMatcher ? globalMatcher(path4) : void 0, result = matcher ? matcher(path4) : void 0;
  return result?.unignored ? !1 : !!(result?.ignored || globalResult?.ignored);
}, hasIgnoredAncestorDirectory = (matcher, globalMatcher, file) => {
  let currentPath = file;
  for (; ; ) {
    let parentDirectory = nodePath.dirname(currentPath);
    if (parentDirectory === currentPath)
      return !1;
    if (isPathIgnored(matcher, globalMatcher, `${parentDirectory}${nodePath.sep}`))
      return !0;
    currentPath = parentDirectory;
  }
}, combinePredicate = (matcher, globalMatcher) => !matcher && !globalMatcher ? !1 : (file) => (matcher ? matcher(file) : void 0)?.unignored ? (globalMatcher ? globalMatcher(file) : void 0)?.ignored && hasIgnoredAncestorDirectory(matcher, globalMatcher, file) : isPathIgnored(matcher, globalMatcher, file), buildIgnoreFilterResult = ({ options, cwd, ignoreResult: { rules: rules2, matcher }, globalMatcher, createFilter }) => {
  let finalPredicate = combinePredicate(matcher, globalMatcher), pruneIgnorePatterns = convertPatternsForFastGlob(rules2, matcher, cwd);
  return {
    options,
    pruneIgnorePatterns,
    filter: createFilter(finalPredicate, cwd, options.fs)
  };
}, getIgnoreFileSearchOptions = (options, searchPatterns) => ({
  ...options,
  ignore: convertIgnorePatternsForIgnoreFileSearch(options.ignore, searchPatterns)
}), applyIgnoreFilesAndGetFilter = async (options) => {
  let cwd = options.cwd ?? process3.cwd(), ignoreFilesPatterns = getIgnoreFilesPatterns(options), globalIgnoreFile = options.globalGitignore ? await getGlobalGitignoreFileAsync(options) : void 0;
  if (ignoreFilesPatterns.length === 0 && !globalIgnoreFile)
    return {
      options,
      pruneIgnorePatterns: [],
      filter: createFilterFunctionAsync(!1, cwd, options.fs)
    };
  let includeParentIgnoreFiles = options.gitignore === !0, ignoreResult = ignoreFilesPatterns.length > 0 ? await getIgnorePatternsAndPredicate(ignoreFilesPatterns, getIgnoreFileSearchOptions(options, ignoreFilesPatterns), includeParentIgnoreFiles) : { rules: [], matcher: !1 }, globalGitRoot = globalIgnoreFile ? await findGitRoot(cwd, options.fs) : void 0, globalMatcher = globalIgnoreFile ? buildGlobalMatcher(globalIgnoreFile, cwd, globalGitRoot ?? cwd) : void 0;
  return buildIgnoreFilterResult({
    options,
    cwd,
    ignoreResult,
    globalMatcher,
    createFilter: createFilterFunctionAsync
  });
}, applyIgnoreFilesAndGetFilterSync = (options) => {
  let cwd = options.cwd ?? process3.cwd(), ignoreFilesPatterns = getIgnoreFilesPatterns(options), globalIgnoreFile = options.globalGitignore ? getGlobalGitignoreFile(options) : void 0;
  if (ignoreFilesPatterns.length === 0 && !globalIgnoreFile)
    return {
      options,
      pruneIgnorePatterns: [],
      filter: createFilterFunction(!1, cwd, options.fs)
    };
  let includeParentIgnoreFiles = options.gitignore === !0, ignoreResult = ignoreFilesPatterns.length > 0 ? getIgnorePatternsAndPredicateSync(ignoreFilesPatterns, getIgnoreFileSearchOptions(options, ignoreFilesPatterns), includeParentIgnoreFiles) : { rules: [], matcher: !1 }, globalGitRoot = globalIgnoreFile ? findGitRootSync(cwd, options.fs) : void 0, globalMatcher = globalIgnoreFile ? buildGlobalMatcher(globalIgnoreFile, cwd, globalGitRoot ?? cwd) : void 0;
  return buildIgnoreFilterResult({
    options,
    cwd,
    ignoreResult,
    globalMatcher,
    createFilter: createFilterFunction
  });
}, assertGlobalGitignoreSyncSupport = (options) => {
  if (options.globalGitignore && options.fs && !options.fs.statSync)
    throw new Error("The `globalGitignore` option in `globbySync()` requires `fs.statSync` when a custom `fs` is provided.");
}, globalGitignoreAsyncStatErrorMessage = "The `globalGitignore` option in `globby()` and `globbyStream()` requires `fs.promises.stat` or `fs.stat` when a custom `fs` is provided.", assertGlobalGitignoreAsyncSupport = (options) => {
  if (!(!options.globalGitignore || !options.fs) && !options.fs.promises?.stat && !options.fs.stat)
    throw new Error(globalGitignoreAsyncStatErrorMessage);
}, createPathResolver = (cwd) => {
  let basePath = cwd || process3.cwd(), pathCache = /* @__PURE__ */ new Map();
  return (pathKey) => {
    let absolutePath = pathCache.get(pathKey);
    return absolutePath === void 0 && (pathCache.size > 1e4 && pathCache.clear(), absolutePath = nodePath.isAbsolute(pathKey) ? pathKey : nodePath.resolve(basePath, pathKey), pathCache.set(pathKey, absolutePath)), absolutePath;
  };
}, createAsyncDirectoryCheck = (fsMethod) => {
  let directoryCache = /* @__PURE__ */ new Map();
  return async (absolutePath) => {
    let isDirectory2 = directoryCache.get(absolutePath);
    if (isDirectory2 !== void 0)
      return isDirectory2;
    try {
      isDirectory2 = !!(await fsMethod?.(absolutePath))?.isDirectory();
    } catch {
      isDirectory2 = !1;
    }
    return directoryCache.size > 1e4 && directoryCache.clear(), directoryCache.set(absolutePath, isDirectory2), isDirectory2;
  };
}, createDirectoryCheck = (fsMethod) => {
  let directoryCache = /* @__PURE__ */ new Map();
  return (absolutePath) => {
    let isDirectory2 = directoryCache.get(absolutePath);
    if (isDirectory2 !== void 0)
      return isDirectory2;
    try {
      isDirectory2 = !!fsMethod?.(absolutePath)?.isDirectory();
    } catch {
      isDirectory2 = !1;
    }
    return directoryCache.size > 1e4 && directoryCache.clear(), directoryCache.set(absolutePath, isDirectory2), isDirectory2;
  };
}, createFilterFunctionAsync = (isIgnored, cwd, fsImplementation) => {
  let resolveAbsolutePath = createPathResolver(cwd), isDirectoryEntry = createAsyncDirectoryCheck(getStatMethod(fsImplementation));
  return async (fastGlobResult) => {
    if (!isIgnored)
      return !0;
    let absolutePath = resolveAbsolutePath(nodePath.normalize(fastGlobResult.path ?? fastGlobResult));
    return isIgnored(absolutePath) ? !1 : !(await isDirectoryEntry(absolutePath) && isIgnored(`${absolutePath}${nodePath.sep}`));
  };
}, createFilterFunction = (isIgnored, cwd, fsImplementation) => {
  let seen = /* @__PURE__ */ new Set(), resolveAbsolutePath = createPathResolver(cwd), isDirectoryEntry = createDirectoryCheck(getStatSyncMethod2(fsImplementation));
  return (fastGlobResult) => {
    let pathKey = nodePath.normalize(fastGlobResult.path ?? fastGlobResult);
    if (seen.has(pathKey))
      return !1;
    if (isIgnored) {
      let absolutePath = resolveAbsolutePath(pathKey);
      if (isIgnored(absolutePath) || isDirectoryEntry(absolutePath) && isIgnored(`${absolutePath}${nodePath.sep}`))
        return !1;
    }
    return seen.add(pathKey), !0;
  };
}, unionFastGlobResults = (results, filter) => results.flat().filter((fastGlobResult) => filter(fastGlobResult)), unionFastGlobResultsAsync = async (results, filter) => {
  results = results.flat();
  let matches2 = await Promise.all(results.map((fastGlobResult) => filter(fastGlobResult))), seen = /* @__PURE__ */ new Set();
  return results.filter((fastGlobResult, index) => {
    if (!matches2[index])
      return !1;
    let pathKey = nodePath.normalize(fastGlobResult.path ?? fastGlobResult);
    return seen.has(pathKey) ? !1 : (seen.add(pathKey), !0);
  });
}, convertNegativePatterns = (patterns, options) => {
  if (patterns.length > 0 && patterns.every((pattern) => isNegativePattern(pattern))) {
    if (options.expandNegationOnlyPatterns === !1)
      return [];
    patterns = ["**/*", ...patterns];
  }
  let positiveAbsolutePathPrefixes = [], hasRelativePositivePattern = !1, normalizedPatterns = [];
  for (let pattern of patterns) {
    if (isNegativePattern(pattern)) {
      normalizedPatterns.push(`!${normalizeNegativePattern(pattern.slice(1), positiveAbsolutePathPrefixes, hasRelativePositivePattern)}`);
      continue;
    }
    normalizedPatterns.push(pattern);
    let staticAbsolutePathPrefix = getStaticAbsolutePathPrefix(pattern);
    if (staticAbsolutePathPrefix === void 0) {
      hasRelativePositivePattern = !0;
      continue;
    }
    positiveAbsolutePathPrefixes.push(staticAbsolutePathPrefix);
  }
  patterns = normalizedPatterns;
  let tasks = [];
  for (; patterns.length > 0; ) {
    let index = patterns.findIndex((pattern) => isNegativePattern(pattern));
    if (index === -1) {
      tasks.push({ patterns, options });
      break;
    }
    let ignorePattern = patterns[index].slice(1);
    for (let task of tasks)
      task.options.ignore.push(ignorePattern);
    index !== 0 && tasks.push({
      patterns: patterns.slice(0, index),
      options: {
        ...options,
        ignore: [
          ...options.ignore,
          ignorePattern
        ]
      }
    }), patterns = patterns.slice(index + 1);
  }
  return tasks;
}, applyParentDirectoryIgnoreAdjustments = (tasks) => tasks.map((task) => ({
  patterns: task.patterns,
  options: {
    ...task.options,
    ignore: adjustIgnorePatternsForParentDirectories(task.patterns, task.options.ignore)
  }
})), appendPruneIgnorePatterns = (tasks, pruneIgnorePatterns) => pruneIgnorePatterns.length === 0 ? tasks : tasks.map((task) => ({
  patterns: task.patterns,
  options: {
    ...task.options,
    ignore: [...task.options.ignore, ...pruneIgnorePatterns]
  }
})), normalizeExpandDirectoriesOption = (options, cwd) => ({
  ...cwd ? { cwd } : {},
  ...Array.isArray(options) ? { files: options } : options
}), generateTasks = async (patterns, options, pruneIgnorePatterns = []) => {
  let globTasks = convertNegativePatterns(patterns, options), { cwd, expandDirectories, fs: fsImplementation } = options;
  if (!expandDirectories)
    return appendPruneIgnorePatterns(applyParentDirectoryIgnoreAdjustments(globTasks), pruneIgnorePatterns);
  let directoryToGlobOptions = {
    ...normalizeExpandDirectoriesOption(expandDirectories, cwd),
    fs: fsImplementation
  }, tasks = await Promise.all(globTasks.map(async (task) => {
    let { patterns: patterns2, options: options2 } = task;
    return [
      patterns2,
      options2.ignore
    ] = await Promise.all([
      directoryToGlob(patterns2, directoryToGlobOptions),
      directoryToGlob(options2.ignore, { cwd, fs: fsImplementation })
    ]), options2.ignore = adjustIgnorePatternsForParentDirectories(patterns2, options2.ignore), { patterns: patterns2, options: options2 };
  }));
  return appendPruneIgnorePatterns(tasks, pruneIgnorePatterns);
}, generateTasksSync = (patterns, options, pruneIgnorePatterns = []) => {
  let globTasks = convertNegativePatterns(patterns, options), { cwd, expandDirectories, fs: fsImplementation } = options;
  if (!expandDirectories)
    return appendPruneIgnorePatterns(applyParentDirectoryIgnoreAdjustments(globTasks), pruneIgnorePatterns);
  let directoryToGlobSyncOptions = {
    ...normalizeExpandDirectoriesOption(expandDirectories, cwd),
    fs: fsImplementation
  }, tasks = globTasks.map((task) => {
    let { patterns: patterns2, options: options2 } = task;
    return patterns2 = directoryToGlobSync(patterns2, directoryToGlobSyncOptions), options2.ignore = directoryToGlobSync(options2.ignore, { cwd, fs: fsImplementation }), options2.ignore = adjustIgnorePatternsForParentDirectories(patterns2, options2.ignore), { patterns: patterns2, options: options2 };
  });
  return appendPruneIgnorePatterns(tasks, pruneIgnorePatterns);
}, globby = normalizeArguments(async (patterns, options) => {
  assertGlobalGitignoreAsyncSupport(options);
  let { options: modifiedOptions, pruneIgnorePatterns, filter } = await applyIgnoreFilesAndGetFilter(options), tasks = await generateTasks(patterns, modifiedOptions, pruneIgnorePatterns), results = await Promise.all(tasks.map((task) => (0, import_fast_glob3.default)(task.patterns, task.options)));
  return unionFastGlobResultsAsync(results, filter);
}), globbySync = normalizeArgumentsSync((patterns, options) => {
  assertGlobalGitignoreSyncSupport(options);
  let { options: modifiedOptions, pruneIgnorePatterns, filter } = applyIgnoreFilesAndGetFilterSync(options), results = generateTasksSync(patterns, modifiedOptions, pruneIgnorePatterns).map((task) => import_fast_glob3.default.sync(task.patterns, task.options));
  return unionFastGlobResults(results, filter);
}), globbyStream = normalizeArgumentsSync((patterns, options) => {
  assertGlobalGitignoreAsyncSupport(options);
  let seen = /* @__PURE__ */ new Set();
  return Readable.from((async function* () {
    let { options: modifiedOptions, pruneIgnorePatterns, filter } = await applyIgnoreFilesAndGetFilter(options), tasks = await generateTasks(patterns, modifiedOptions, pruneIgnorePatterns);
    if (tasks.length === 0)
      return;
    let streams = tasks.map((task) => import_fast_glob3.default.stream(task.patterns, task.options));
    for await (let fastGlobResult of mergeStreams(streams)) {
      let pathKey = nodePath.normalize(fastGlobResult.path ?? fastGlobResult);
      !seen.has(pathKey) && await filter(fastGlobResult) && (seen.add(pathKey), yield fastGlobResult);
    }
  })());
}), isDynamicPattern = normalizeArgumentsSync((patterns, options) => patterns.some((pattern) => import_fast_glob3.default.isDynamicPattern(pattern, options))), generateGlobTasks = normalizeArguments(generateTasks), generateGlobTasksSync = normalizeArgumentsSync(generateTasksSync), { convertPathToPattern } = import_fast_glob3.default;

// src/krm/find-files.ts
var YAML_FILES = "**/*.{yaml,yml}", IGNORED2 = ["**/node_modules/**", "**/.git/**"];
function findFiles(patterns, options) {
  let found = /* @__PURE__ */ new Map();
  for (let file of patterns.flatMap((pattern) => expand(pattern, options))) {
    let key = realpathSync(file.absolute), known = found.get(key);
    (known === void 0 || file.isNamed && !known.isNamed) && found.set(key, file);
  }
  return [...found.values()].sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
}
function expand(pattern, options) {
  let absolute = resolve(options.cwd, pattern);
  options.isConfined && requireInside(absolute, pattern, options.cwd);
  let stat = statSync(absolute, { throwIfNoEntry: !1 });
  if (stat?.isDirectory())
    return options.isConfined && requireInside(realpathSync(absolute), pattern, realpathSync(options.cwd)), glob(YAML_FILES, absolute, options);
  if (stat !== void 0)
    return options.isConfined && requireInside(realpathSync(absolute), pattern, realpathSync(options.cwd)), [{ absolute, file: toSlashes(relative(options.cwd, absolute)), isNamed: !0 }];
  let files = isDynamicPattern(pattern) ? globPattern(pattern, options) : [];
  if (files.length === 0) throw notFound(pattern, options.cwd);
  return files;
}
function globPattern(pattern, options) {
  let parts = pattern.split("/"), first = parts.findIndex((part) => isDynamicPattern(part)), root = resolve(options.cwd, parts.slice(0, first).join("/") || (isAbsolute(pattern) ? sep : ".")), rest = parts.slice(first);
  if (rest.includes("..")) throw outside(pattern, options.cwd);
  return statSync(root, { throwIfNoEntry: !1 })?.isDirectory() ? (options.isConfined && requireInside(realpathSync(root), pattern, realpathSync(options.cwd)), glob(rest.join("/"), root, options)) : [];
}
function glob(pattern, root, { cwd }) {
  let realRoot = realpathSync(root);
  return globbySync(pattern, {
    cwd: root,
    expandDirectories: !1,
    onlyFiles: !1,
    followSymbolicLinks: !1,
    ignore: IGNORED2
  }).map((entry) => join(root, entry)).filter((path4) => isFileInside(path4, realRoot)).map((absolute) => ({ absolute, file: toSlashes(relative(cwd, absolute)), isNamed: !1 }));
}
function isFileInside(path4, realRoot) {
  return lstatSync(path4).isFile() ? !0 : statSync(path4, { throwIfNoEntry: !1 })?.isFile() === !0 && isInside2(realpathSync(path4), realRoot);
}
function isInside2(path4, root) {
  let way = relative(root, path4);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function existingPath(path4, { cwd, isConfined }) {
  let absolute = resolve(cwd, path4);
  if (isConfined && requireInside(absolute, path4, cwd), statSync(absolute, { throwIfNoEntry: !1 }) === void 0) throw notFound(path4, cwd);
  return isConfined && requireInside(realpathSync(absolute), path4, realpathSync(cwd)), absolute;
}
function requireInside(path4, pattern, root) {
  if (!isInside2(path4, root)) throw outside(pattern, root);
}
function outside(pattern, root) {
  return new RenderError("PATH_OUTSIDE_ROOT", {
    message: `${pattern} leads out of the folder that may be read`,
    hint: `move the file below ${root}`
  });
}
function notFound(pattern, cwd) {
  let what = isDynamicPattern(pattern) ? "no file fits" : "there is no file or folder";
  return new RenderError("INPUT_NOT_FOUND", { message: `${what} ${pattern}`, hint: `paths start at ${cwd}` });
}
function toSlashes(path4) {
  return sep === "/" ? path4 : path4.split(sep).join("/");
}
function graphFileBeside(requestFile) {
  let name = basename(requestFile).replace(/\.(ya?ml|json)$/, "");
  return toSlashes(join(dirname(requestFile), `${name}.dgd.yaml`));
}

// src/krm/read-wanted.ts
import { readFileSync, statSync as statSync2 } from "node:fs";
function readWanted(found, { isWanted, mention }) {
  let { file, isNamed } = found, bytes = readBounded(found);
  if (!isNamed && !bytes.includes(mention)) return [];
  let text5 = decodeUtf8(bytes, file);
  return !isNamed && !new RegExp(`^["']?kind["']?:\\s*["']?${mention}["']?\\s*$`, "m").test(text5) && bytes.length > REQUEST_LIMITS.bytes ? [] : (requireSize(bytes.length, REQUEST_LIMITS, { file, index: 0 }), parseStream(text5, { file, mustMention: isNamed ? void 0 : mention }).filter((document) => document.resource !== void 0 && isWanted(document.resource.object)));
}
function readBounded({ absolute, file, isNamed }) {
  let origin = { file, index: 0 };
  try {
    let { size } = statSync2(absolute);
    return isNamed && requireSize(size, REQUEST_LIMITS, origin), size > STREAM_LIMITS.bytes ? Buffer.alloc(0) : readFileSync(absolute);
  } catch (error3) {
    throw error3 instanceof RenderError ? error3 : new RenderError("INPUT_NOT_FOUND", { message: `the file cannot be read: ${reasonOf(error3)}`, origin });
  }
}
function reasonOf(error3) {
  return error3 instanceof Error ? error3.message : String(error3);
}

// src/commands/read-input.ts
var REQUESTS2 = { isWanted: isRequest, mention: "DynamoGraphDeploymentRequest" }, STDIN = "-", STDIN_MENTION = "DynamoGraphDeployment", STDIN_LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes };
async function readInput(patterns, context) {
  if (!patterns.includes(STDIN)) return readFiles(patterns, context.cwd);
  if (patterns.length > 1) throw new UsageError("- (stdin) cannot be combined with other paths");
  let bytes = await context.readStdin();
  return collect2([() => readStream(bytes)]);
}
function noRequests(patterns) {
  return {
    severity: "error",
    code: "NO_REQUESTS",
    message: `no DynamoGraphDeploymentRequest in ${patterns.includes(STDIN) ? "stdin" : patterns.join(", ")}`,
    hint: "name a file or folder that holds one, or allow none with --allow-empty"
  };
}
function toFindings(error3) {
  if (error3 instanceof RenderErrors) return error3.errors.map((one) => one.toFinding());
  if (error3 instanceof RenderError) return [error3.toFinding()];
  throw error3;
}
function readFiles(patterns, cwd) {
  let findings = [], found = patterns.filter((pattern) => {
    try {
      return findFiles([pattern], { cwd, isConfined: !1 }).length >= 0;
    } catch (error3) {
      return findings.push(...toFindings(error3)), !1;
    }
  }), files = findFiles(found, { cwd, isConfined: !1 }), input = collect2(files.map((file) => () => readWanted(file, REQUESTS2)));
  return { ...input, findings: [...findings, ...input.findings] };
}
function readStream(bytes) {
  let file = "stdin", documents = parseStream(decodeUtf8(bytes, file), { file, limits: STDIN_LIMITS, mustMention: STDIN_MENTION });
  for (let { resource, text: text5 } of documents)
    resource && isRequest(resource.object) && requireSize(Buffer.byteLength(text5), REQUEST_LIMITS, resource.origin);
  return documents;
}
function collect2(readers) {
  let findings = [], documents = readers.flatMap((read2) => {
    try {
      return read2();
    } catch (error3) {
      return findings.push(...toFindings(error3)), [];
    }
  }), requests = documents.flatMap(({ resource }) => resource && isRequest(resource.object) ? [resource] : []);
  return { documents, requests, findings };
}

// src/commands/config-requests.ts
function configRequests(config2, entries, cwd) {
  let errors = [], requests = entries.flatMap((entry, i) => {
    let path4 = `spec.requests[${i}]`;
    try {
      return isObject(entry) ? [inlineRequest(config2, entry, path4)] : readEntry(entry, cwd);
    } catch (error3) {
      let place = { path: path4, origin: config2.locate(path4) };
      return errors.push(...toFindings(error3).map((finding) => toError(finding, place))), [];
    }
  });
  if (errors.length > 0) throw new RenderErrors(errors);
  return unique(requests);
}
function inlineRequest(config2, object2, path4) {
  if (!isRequest(object2))
    throw new RenderError("CONFIG_INVALID", { message: "neither a path nor a DynamoGraphDeploymentRequest", path: path4 });
  return { ...config2, object: object2, locate: (field) => config2.locate(field === "" ? path4 : `${path4}.${field}`) };
}
function readEntry(entry, cwd) {
  let requests = findFiles([entry], { cwd, isConfined: !0 }).flatMap((file) => readWanted(file, REQUESTS2).map(({ resource }) => resource));
  if (requests.length > 0) return requests;
  throw new RenderError("NO_REQUESTS", { message: `no DynamoGraphDeploymentRequest in ${entry}` });
}
function toError(finding, place) {
  let details = finding.origin ? finding : { ...finding, ...place };
  return new RenderError(finding.code, details);
}
function unique(requests) {
  let seen = /* @__PURE__ */ new Set();
  return requests.filter(({ origin, object: object2 }) => {
    let key = `${origin.file}
${origin.index}
${JSON.stringify(object2)}`;
    return !seen.has(key) && seen.add(key);
  });
}

// src/render/replace.ts
var REQUEST_LABEL = "dgdr.nvidia.com/name", PLANNER_CONFIG_NAME = /^planner-config-[0-9a-f]{4,8}$/;
function documentsOf({ resources: resources2, graph }) {
  return [...resources2, graph];
}
function placeDocuments(objects2, graphs) {
  let older = bySlot(objects2), inPlace = /* @__PURE__ */ new Map(), following = /* @__PURE__ */ new Map();
  for (let rendered of graphs) {
    let waiting = [];
    for (let object2 of older.get(requestSlot(rendered)) ?? []) inPlace.set(object2, []);
    for (let document of documentsOf(rendered)) {
      let [replaces, ...others] = older.get(slotOf(document)) ?? [];
      if (waiting.push({ document, rendered, replaces }), replaces !== void 0) {
        for (let other of others) inPlace.set(other, []);
        inPlace.set(replaces, waiting), waiting = [];
      }
    }
    following.set(rendered.request.object, waiting);
  }
  return { inPlace, following };
}
function bySlot(objects2) {
  let slots = /* @__PURE__ */ new Map();
  for (let object2 of objects2) {
    let slot = slotOf(object2), others = slots.get(slot);
    others === void 0 ? slots.set(slot, [object2]) : others.push(object2);
  }
  return slots;
}
function slotOf(object2) {
  let { kind, name, namespace } = refOf(object2), request = labelOf(object2, REQUEST_LABEL);
  return kind === "ConfigMap" && PLANNER_CONFIG_NAME.test(name) && request !== void 0 ? plannerSlot(namespace, request) : identityOf(object2);
}
function requestSlot({ request }) {
  let { name, namespace } = refOf(request.object);
  return plannerSlot(namespace, name);
}
function plannerSlot(namespace, request) {
  return ["planner config", namespace ?? "", request].join(`
`);
}
function labelOf({ metadata: metadata2 }, label) {
  let labels = isObject(metadata2) && isObject(metadata2.labels) ? metadata2.labels : {}, value = Object.hasOwn(labels, label) ? labels[label] : void 0;
  return typeof value == "string" ? value : void 0;
}

// src/commands/function-items.ts
function answerItems(items, graphs, keepsRequests) {
  let objects2 = items.map(({ resource }) => resource.object), { inPlace, following } = placeDocuments(objects2, graphs), nextPlace = placer(items), answered = items.flatMap((item) => {
    let { object: object2 } = item.resource, replacement = inPlace.get(object2);
    return replacement ? replacement.map((one) => finish(one, nextPlace)) : [...isRequest(object2) ? keepsRequests ? [markLocalConfig(item)] : [] : [item], ...(following.get(object2) ?? []).map((one) => finish(one, nextPlace))];
  }), present2 = new Set(objects2), generated = [...following].flatMap(([request, documents]) => present2.has(request) ? [] : documents);
  return [...answered, ...generated.map((one) => finish(one, nextPlace))];
}
function finish({ document, rendered, replaces }, place) {
  let { request, isApplied } = rendered, review = isApplied ? {} : { [LOCAL_CONFIG]: "true" };
  return withAnnotations(document, { ...review, ...replaces ? bookkeepingOf(replaces) : place(request.object) });
}
function placer(items) {
  let taken = new Set(items.map(({ resource }) => placeKey(placeOf(resource.object))));
  return (request) => {
    let place = placeOf(request);
    if (place === void 0 || !hasPath(request)) return {};
    let path4 = graphFileBeside(place.path), index = 0;
    for (; taken.has(placeKey({ path: path4, index })); ) index += 1;
    return taken.add(placeKey({ path: path4, index })), placeAnnotations(path4, index);
  };
}
function placeKey(place) {
  return place ? `${place.path}
${place.index}` : "";
}

// src/commands/model-configs.ts
import { existsSync, readFileSync as readFileSync2, statSync as statSync3 } from "node:fs";
import { basename as basename2, dirname as dirname2, join as join2, resolve as resolve2 } from "node:path";
var CONFIG_FILE2 = "config.json", QUANT_FILE = "hf_quant_config.json";
function parseModelOptions(options) {
  return options.map((option) => {
    let at3 = option.indexOf("=");
    if (at3 < 1 || at3 === option.length - 1) throw new UsageError(`--model-config ${option} is not ID=PATH`);
    return { id: option.slice(0, at3), path: option.slice(at3 + 1) };
  });
}
function readModelConfigs(sources, options) {
  let errors = [], models = /* @__PURE__ */ new Map();
  for (let { id, path: path4, field, origin } of sources)
    try {
      models.set(id, readModel(path4, options));
    } catch (error3) {
      for (let { message, code } of toFindings(error3)) {
        let place = { path: field, origin, hint: "name a Hugging Face config.json or the folder that holds it" };
        errors.push(new RenderError(code, { ...place, message: `model ${id}: ${message}` }));
      }
    }
  if (errors.length > 0) throw new RenderErrors(errors);
  return Object.fromEntries(models);
}
function readModel(path4, options) {
  let config2 = statSync3(existingPath(path4, options)).isDirectory() ? join2(path4, CONFIG_FILE2) : path4, quant = join2(dirname2(config2), QUANT_FILE), hasQuant = basename2(config2) === CONFIG_FILE2 && existsSync(resolve2(options.cwd, quant)), read2 = (file) => readObject(existingPath(file, options));
  return { config: read2(config2), hfQuantConfig: hasQuant ? read2(quant) : void 0 };
}
var BARE_WORDS = /([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])/g;
function readObject(path4) {
  let name = basename2(path4), { size } = statSync3(path4);
  if (size > REQUEST_LIMITS.bytes)
    throw new RenderError("INPUT_TOO_LARGE", {
      message: `${name} has ${size} bytes, at most ${REQUEST_LIMITS.bytes} are read`
    });
  let value;
  try {
    value = JSON.parse(readFileSync2(path4, "utf8").replace(BARE_WORDS, "$1null"));
  } catch (error3) {
    throw new RenderError("MODEL_INVALID", {
      message: `${name} is not JSON: ${error3 instanceof Error ? error3.message : error3}`
    });
  }
  if (!isObject(value)) throw new RenderError("MODEL_INVALID", { message: `${name} holds no object` });
  return value;
}

// src/commands/report.ts
var COLOURS = { error: "31", warning: "33", info: "36" };
function formatFindings(findings, isColoured) {
  return findings.map((finding) => formatFinding(finding, isColoured)).join("");
}
function formatFinding(finding, isColoured) {
  let { severity, code, message, path: path4, hint } = finding, label = isColoured ? `\x1B[${COLOURS[severity]}m${severity}\x1B[0m` : severity, where = [placeOf2(finding), path4].filter((part) => part !== void 0 && part !== "").join(" "), head2 = `${label} ${code}${where === "" ? "" : ` ${where}`}: ${oneLine(message)}
`;
  return hint === void 0 ? head2 : `${head2}  hint: ${oneLine(hint)}
`;
}
function placeOf2({ origin, resource }) {
  return origin !== void 0 && origin.file !== "" ? origin.line === void 0 ? origin.file : `${origin.file}:${origin.line}` : resource && describeRef(refOf(resource.object));
}
function oneLine(text5) {
  return text5.replace(/[\u0000-\u001F\u007F-\u009F]+/g, " ");
}

// src/commands/function.ts
var FUNCTION = {
  name: "function",
  synopsis: "",
  summary: "Renders as a KRM function, for kustomize and kpt.",
  details: `Reads a ResourceList on stdin and answers with one on stdout: as a transformer it renders the requests
among the items, as a generator those that its config names.
`,
  options: {},
  run: runFunction
};
async function runFunction(args, context) {
  if (args.positionals.length > 0) throw new UsageError("the function takes no arguments; it reads stdin");
  let bytes = await context.readStdin(), { list, answer } = answerBytes(bytes, context);
  return context.stdout(emitResourceList({ apiVersion: list.apiVersion, ...answer })), context.stderr(formatFindings(answer.findings, context.isColoured)), exitCodeOf(answer.findings);
}
function answerBytes(bytes, context) {
  let list = EMPTY_LIST;
  try {
    return list = parseResourceList(decodeUtf8(bytes, "stdin")), { list, answer: answerList(list, context) };
  } catch (error3) {
    return { list, answer: { items: list.items, findings: aboutConfig(toFindings(error3), list.functionConfig) } };
  }
}
function answerList(list, context) {
  let { requests, config: config2 } = toTask(list, context.cwd);
  if (requests.length === 0) return { items: list.items, findings: [] };
  let { graphs, findings } = renderResources(requests, {
    street: context.openStreet(suppliedModels(list.functionConfig, config2, context.cwd)),
    defaults: config2,
    isStrict: config2.strict
  });
  return exitCodeOf(findings) !== 0 ? { items: list.items, findings } : { items: answerItems(list.items, graphs, config2.keepRequests), findings };
}
function suppliedModels(functionConfig, { models = [] }, cwd) {
  let sources = models.map(({ id, config: path4 }, i) => {
    let field = `spec.models[${i}].config`;
    return { id, path: path4, field, origin: functionConfig?.locate(field) };
  });
  return readModelConfigs(sources, { cwd, isConfined: !0 });
}
function toTask(list, cwd) {
  let { functionConfig } = list;
  if (functionConfig && isRequest(functionConfig.object))
    return { requests: [ownItem(list, functionConfig)], config: parseFunctionConfig(void 0, SETS) };
  let config2 = parseFunctionConfig(functionConfig, SETS), others = itemsBesidesConfig(list);
  if (config2.requests === void 0 || functionConfig === void 0) {
    if (others.length === 0 && functionConfig?.object.kind === CONFIG_KIND) throw withoutRequests(functionConfig);
    return { requests: others.map(({ resource }) => resource).filter(({ object: object2 }) => isRequest(object2)), config: config2 };
  }
  if (others.length > 0) throw asTransformer(functionConfig);
  return { requests: configRequests(functionConfig, config2.requests, cwd), config: config2 };
}
var SETS = { modes: ROUTER_MODES, kvEvents: KV_EVENTS };
function ownItem(list, functionConfig) {
  let others = new Set(itemsBesidesConfig(list));
  return list.items.find((item) => !others.has(item))?.resource ?? functionConfig;
}
function withoutRequests(config2) {
  return new RenderError("CONFIG_INVALID", {
    message: "there is nothing to render: as a generator the config has to name requests",
    path: "spec.requests",
    origin: config2.locate("spec"),
    hint: "list request files in spec.requests, or name the config under transformers: beside resources with requests"
  });
}
function asTransformer(config2) {
  return new RenderError("CONFIG_INVALID", {
    message: "a transformer renders the requests among the resources and takes no list of its own",
    path: "spec.requests",
    origin: config2.locate("spec.requests"),
    hint: "remove spec.requests, or name the config under generators:"
  });
}
function aboutConfig(findings, config2) {
  return findings.map((finding) => config2 && finding.path !== void 0 ? { ...finding, resource: config2 } : finding);
}

// src/commands/perfdb-import.ts
import { resolve as resolve3 } from "node:path";
var PERFDB_IMPORT = {
  name: "perfdb import",
  synopsis: "WHEEL|FOLDER",
  summary: "Packs the measured data of an aiconfigurator release.",
  details: `Reads its wheel or the unpacked folder.
`,
  options: { output: { type: "string", value: "DIR", help: "folder of the pack; default perfdb" } },
  run: runImport
};
async function runImport(args, context) {
  let [source, ...more] = args.positionals;
  if (source === void 0 || more.length > 0) throw new UsageError("one wheel or folder was expected");
  let output = args.text("output") ?? "perfdb", { importRelease } = await import("./chunk-IUA6W7K4.mjs"), report = await importRelease(resolve3(context.cwd, source), resolve3(context.cwd, output), {
    onPack: (file) => context.stderr(`${file}
`)
  });
  return context.stdout(`${report.index.packs.length} packs of ${report.index.release}, ${report.bytes} bytes in ${output}
`), 0;
}

// src/perfdb/perfdb.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { dirname as dirname3, join as join3 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";

// src/perfdb/index-file.ts
var text4 = (object2, name) => {
  let value = object2[name];
  if (typeof value != "string") throw corrupt(`index.json lacks ${name}`);
  return value;
}, count = (object2, name) => {
  let value = object2[name];
  if (typeof value != "number") throw corrupt(`index.json lacks ${name}`);
  return value;
}, objects = (object2, name) => {
  let value = object2[name];
  if (!Array.isArray(value)) throw corrupt(`index.json lacks ${name}`);
  return value.map((entry) => {
    if (!isObject(entry)) throw corrupt(`an entry of ${name} in index.json is not an object`);
    return entry;
  });
}, parseTable = (entry) => ({
  name: text4(entry, "name"),
  rows: count(entry, "rows"),
  hidden: count(entry, "hidden"),
  sha256: text4(entry, "sha256"),
  sources: objects(entry, "sources").map((source) => ({
    framework: text4(source, "framework"),
    version: text4(source, "version"),
    read: count(source, "read"),
    kept: count(source, "kept")
  }))
}), PACK_FILE = /^[\w-]+\/[\w.-]+\.pack$/;
function parsePack(entry) {
  let file = text4(entry, "file");
  if (!PACK_FILE.test(file)) throw corrupt(`index.json names an impossible file: ${JSON.stringify(file)}`);
  return {
    file,
    system: text4(entry, "system"),
    backend: text4(entry, "backend"),
    version: text4(entry, "version"),
    tables: objects(entry, "tables").map(parseTable)
  };
}
function parseIndex(value) {
  if (!isObject(value)) throw corrupt("index.json is not an object");
  let format = count(value, "format");
  if (format !== PACK_FORMAT) throw corrupt(`index.json has format ${format}, this release reads ${PACK_FORMAT}`);
  return {
    format,
    release: text4(value, "release"),
    sha256: text4(value, "sha256"),
    packs: objects(value, "packs").map(parsePack)
  };
}

// src/perfdb/models.ts
function parseModels(value) {
  if (!isObject(value) || !isObject(value.models) || !isObject(value.families) || !Array.isArray(value.defaultModels))
    throw corrupt("models.json lacks models, families or defaultModels");
  let models = Object.entries(value.models).map(([id, files]) => {
    if (!isObject(files) || !isObject(files.config)) throw corrupt(`model ${id} has no config`);
    let quant = files.hfQuantConfig;
    return [id, { config: files.config, hfQuantConfig: isObject(quant) ? quant : void 0 }];
  });
  return {
    models: Object.fromEntries(models),
    families: Object.fromEntries(Object.entries(value.families).map(([name, family]) => [name, String(family)])),
    defaultModels: new Set(value.defaultModels.map(String))
  };
}

// src/perfdb/pack.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
function readAt(path4, position, length2) {
  let bytes = Buffer.alloc(length2);
  return withFile(path4, (fd) => {
    let done = 0;
    for (; done < length2; ) {
      let count2 = readSync(fd, bytes, done, length2 - done, position + done);
      if (count2 === 0) throw corrupt(`${path4} ends too early`);
      done += count2;
    }
  }), bytes;
}
function withFile(path4, use) {
  let fd;
  try {
    fd = openSync(path4, "r");
  } catch (error3) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `cannot read ${path4}: ${String(error3)}`,
      hint: "reinstall the package"
    });
  }
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}
function inflate(bytes, rawLength) {
  let raw;
  try {
    raw = brotliDecompressSync(bytes, { maxOutputLength: Math.max(rawLength, 1) });
  } catch {
    throw corrupt("a block does not decompress");
  }
  if (raw.length !== rawLength) throw corrupt("a block has the wrong size");
  return raw;
}
function readHeader(path4) {
  let fileBytes = withFile(path4, (fd) => fstatSync(fd).size), preamble = readAt(path4, 0, PREAMBLE_BYTES);
  if (preamble.toString("latin1", 0, PACK_MAGIC.length) !== PACK_MAGIC) throw corrupt(`${path4} is not a pack file`);
  let format = preamble.readUInt32LE(PACK_MAGIC.length);
  if (format !== PACK_FORMAT) throw corrupt(`${path4} has format ${format}, this release reads ${PACK_FORMAT}`);
  let length2 = preamble.readUInt32LE(PACK_MAGIC.length + 4), rawLength = preamble.readUInt32LE(PACK_MAGIC.length + 8), dataStart = PREAMBLE_BYTES + length2;
  if (rawLength > MAX_HEADER_BYTES || dataStart > fileBytes) throw corrupt(`the header of ${path4} is out of range`);
  let text5 = inflate(readAt(path4, PREAMBLE_BYTES, length2), rawLength).toString("utf8"), json;
  try {
    json = JSON.parse(text5);
  } catch {
    throw corrupt(`the header of ${path4} is not JSON`);
  }
  return { header: parseHeader(json, fileBytes - dataStart), dataStart };
}
var keyId = (key) => JSON.stringify(key);
function openTable2(path4, dataStart, header) {
  let slices = new Map(header.slices.map((slice) => [keyId(slice.key), slice])), blocks = /* @__PURE__ */ new Map(), columnIndex = new Map(header.columns.map(({ name }, i) => [name, i])), readBlock = (index) => {
    let known = blocks.get(index);
    if (known !== void 0) return known;
    let block = header.blocks[index];
    if (block === void 0) throw corrupt("a slice names a block that is not there");
    let raw = inflate(readAt(path4, dataStart + block.offset, block.length), block.rawLength), columns = decodeColumns(
      raw,
      header.columns.map(({ type }) => type),
      block.rowCount
    );
    return blocks.set(index, columns), columns;
  };
  return {
    name: header.name,
    sliceColumns: header.sliceColumns,
    columns: header.columns.map(({ name }) => name),
    sliceKeys: header.slices.map(({ key }) => key),
    slice(...key) {
      let slice = slices.get(keyId(key));
      if (slice !== void 0)
        return {
          rowCount: slice.rowCount,
          column(name) {
            let column = readBlock(slice.block)[columnIndex.get(name) ?? -1];
            if (column === void 0) throw corrupt(`table ${header.name} has no column ${name}`);
            return column.subarray(slice.start, slice.start + slice.rowCount);
          }
        };
    }
  };
}
function openPack(path4) {
  let { header, dataStart } = readHeader(path4), headers = new Map(header.tables.map((table) => [table.name, table])), tables = /* @__PURE__ */ new Map();
  return {
    header,
    table(name) {
      let known = tables.get(name), found = headers.get(name);
      if (known !== void 0 || found === void 0) return known;
      let table = openTable2(path4, dataStart, found);
      return tables.set(name, table), table;
    }
  };
}

// src/perfdb/perfdb.ts
var NCCL = "nccl";
function readJson(root, name) {
  let text5;
  try {
    text5 = readFileSync3(join3(root, name), "utf8");
  } catch (error3) {
    throw new RenderError("INPUT_NOT_FOUND", {
      message: `no measured data: cannot read ${name} (${String(error3.code)})`,
      hint: "reinstall the package, or make the data with `dgdr-render perfdb import`"
    });
  }
  try {
    return JSON.parse(text5);
  } catch {
    throw corrupt(`${name} is not JSON`);
  }
}
function lazy(make) {
  let value;
  return () => (value ??= { made: make() }, value.made);
}
function openEntry(root, entry) {
  let pack = openPack(join3(root, entry.file)), { system, backend, version: version2 } = pack.header;
  if (system !== entry.system || backend !== entry.backend || version2 !== entry.version)
    throw corrupt(`${entry.file} is the pack of ${system}, ${backend} ${version2}`);
  return pack;
}
function openDatabase(root, entry, ncclEntry) {
  let pack = lazy(() => openEntry(root, entry)), nccl = lazy(() => ncclEntry === void 0 ? void 0 : openEntry(root, ncclEntry));
  return {
    system: entry.system,
    backend: entry.backend,
    version: entry.version,
    table: (name) => name === NCCL ? nccl()?.table(name) : pack().table(name)
  };
}
function defaultPerfRoot() {
  for (let folder = dirname3(fileURLToPath2(import.meta.url)); ; folder = dirname3(folder)) {
    try {
      if (JSON.parse(readFileSync3(join3(folder, "package.json"), "utf8")).name === "dgdr-render") return join3(folder, "perfdb");
    } catch {
    }
    if (folder === dirname3(folder))
      throw new RenderError("INPUT_NOT_FOUND", { message: "no measured data: package folder not found" });
  }
}
function openPerfData(root = defaultPerfRoot()) {
  let index = parseIndex(readJson(root, "index.json")), find = (system, backend) => index.packs.find((entry) => entry.system === system && entry.backend === backend), systems = lazy(() => parseSystems(readJson(root, "systems.json"))), databases = /* @__PURE__ */ new Map();
  return {
    root,
    release: index.release,
    index,
    get systems() {
      return systems();
    },
    database(system, backend) {
      let entry = backend === NCCL ? void 0 : find(system, backend);
      if (entry === void 0) return;
      let database = databases.get(entry.file) ?? openDatabase(root, entry, find(system, NCCL));
      return databases.set(entry.file, database), database;
    },
    models: lazy(() => parseModels(readJson(root, "models.json"))),
    support: lazy(() => parseSupport(readJson(root, "support.json")))
  };
}

// src/perfdb/show.ts
var sum2 = (tables, field) => tables.reduce((total, table) => total + table[field], 0);
function select(index, { system, backend }) {
  return index.packs.filter(
    (pack) => (system === void 0 || pack.system === system) && (backend === void 0 || pack.backend === backend)
  );
}
var sourcesText = (table) => table.sources.filter(({ kept }) => kept > 0).map(({ framework, version: version2, kept }) => `${framework} ${version2} ${kept}`).join(", "), tableLine = (table, width) => `    ${table.name.padEnd(width)}  ${String(table.rows).padStart(7)} rows, ${String(table.hidden).padStart(7)} hidden: ${sourcesText(table)}`;
function packLines(pack) {
  let { tables } = pack, width = Math.max(0, ...tables.map(({ name }) => name.length));
  return [`  ${pack.backend} ${pack.version}: ${tables.length} tables, ${sum2(tables, "rows")} rows, ${sum2(tables, "hidden")} hidden`, ...tables.map((table) => tableLine(table, width))];
}
function showLines(index, options = {}) {
  let packs = select(index, options), systems = [...new Set(packs.map(({ system }) => system))];
  return [
    `${index.release}, contents ${index.sha256}`,
    ...systems.flatMap((system) => [system, ...packs.filter((pack) => pack.system === system).flatMap(packLines)])
  ];
}
function showJson(index, options = {}) {
  return {
    release: index.release,
    sha256: index.sha256,
    packs: select(index, options).map(({ file, system, backend, version: version2, tables }) => ({
      system,
      backend,
      version: version2,
      file,
      rows: sum2(tables, "rows"),
      hidden: sum2(tables, "hidden"),
      tables: tables.map(({ name, rows, hidden, sha256, sources }) => ({
        name,
        rows,
        hidden,
        sha256,
        sources: sources.map((source) => ({ ...source }))
      }))
    }))
  };
}

// src/commands/request-options.ts
var REQUEST_OPTIONS = {
  image: { type: "string", value: "IMAGE", help: "image of requests that name none" },
  target: { type: "string", value: "X.Y", help: "Dynamo release that the graphs are for" },
  "gpu-sku": { type: "string", value: "SKU", help: "hardware.gpuSku of requests that name none" },
  "total-gpus": { type: "string", value: "N", help: "hardware.totalGpus of requests that name none" },
  "num-gpus-per-node": { type: "string", value: "N", help: "hardware.numGpusPerNode of requests that name none" },
  "vram-mb": { type: "string", value: "MIB", help: "hardware.vramMb of requests that name none, MiB a GPU" },
  "router-mode": {
    type: "string",
    value: "MODE",
    help: `routing of requests that say nothing: ${ROUTER_MODES.join(", ")}`
  },
  "kv-events": { type: "string", value: "KIND", help: `KV events with router mode kv: ${KV_EVENTS.join(", ")}` },
  "model-config": {
    type: "string",
    value: "ID=PATH",
    isRepeatable: !0,
    help: "config.json (or its folder) of a model that is not bundled; may be repeated"
  },
  strict: { type: "boolean", help: "count warnings as errors" },
  compat: { type: "string", value: "NAME", help: "ours, or reference: every mend off", isHidden: !0 }
};
function requestDefaults(args) {
  return {
    image: args.text("image"),
    target: releaseOf(args),
    hardware: {
      gpuSku: args.text("gpu-sku"),
      totalGpus: countOf(args, "total-gpus"),
      numGpusPerNode: countOf(args, "num-gpus-per-node"),
      vramMb: countOf(args, "vram-mb")
    },
    routing: { mode: oneOf(args, "router-mode", ROUTER_MODES), kvEvents: oneOf(args, "kv-events", KV_EVENTS) },
    compat: oneOf(args, "compat", ["ours", "reference"])
  };
}
function oneOf(args, name, known) {
  let text5 = args.text(name), found = known.find((value) => value === text5);
  if (text5 !== void 0 && found === void 0)
    throw new UsageError(`--${name} ${text5} is not one of ${known.join(", ")}`);
  return found;
}
function countOf(args, name) {
  let text5 = args.text(name);
  if (text5 !== void 0) {
    if (!/^[1-9]\d{0,8}$/.test(text5)) throw new UsageError(`--${name} ${text5} is not a whole number above 0`);
    return Number(text5);
  }
}
function releaseOf(args) {
  let text5 = args.text("target");
  if (text5 !== void 0 && !/^\d+\.\d+(\.\d+)?$/.test(text5))
    throw new UsageError(`--target ${text5} is not a release such as 1.3`);
  return text5;
}
function openStreetFor(args, context) {
  let sources = parseModelOptions(args.texts("model-config"));
  return context.openStreet(readModelConfigs(sources, { cwd: context.cwd, isConfined: !1 }));
}

// src/commands/perfdb-show.ts
var PERFDB_SHOW = {
  name: "perfdb show",
  synopsis: "",
  summary: "Lists systems, backends, versions, tables, rows and sources of the measured data.",
  options: {
    format: { type: "string", value: "NAME", help: "text (default) or json" },
    system: { type: "string", value: "NAME", help: "only this system" },
    backend: { type: "string", value: "NAME", help: "only this backend" }
  },
  run: runShow
};
async function runShow(args, context) {
  if (args.positionals.length > 0) throw new UsageError("no argument was expected");
  let isJson = oneOf(args, "format", ["json", "text"]) === "json", { index } = openPerfData(), only = { system: args.text("system"), backend: args.text("backend") };
  return context.stdout(
    isJson ? `${JSON.stringify(showJson(index, only), void 0, 1)}
` : `${showLines(index, only).join(`
`)}
`
  ), 0;
}

// src/commands/table.ts
function formatTable(heading, rows) {
  let cells = [heading, ...rows.map((row) => row.map(String))], widths = heading.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length))), isNumber = heading.map((_, column) => rows.every((row) => typeof row[column] == "number"));
  return cells.map((row) => `${row.map((cell, i) => isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)).join("  ").trimEnd()}
`).join("");
}

// src/commands/explanation-text.ts
var REASONS = { memory: "does not fit", data: "no data", latency: "over the latency limits" };
function rounded4(value) {
  return Number(value.toFixed(3));
}
function formatExplanation({ support, attempts }) {
  return [support.map((answer) => `support: ${supportInWords(answer)}
`).join(""), ...attempts.map(formatAttempt)].filter((block) => block !== "").join(`
`);
}
function formatAttempt({ name, rows, rowsWithinLimit, excluded, inexpressible }) {
  let title = `${name}: ${rows} configurations ranked, ${rowsWithinLimit} within the latency target
`, cells = excluded.map(({ layout: layout2, role, reason, detail }) => {
    let { tp, dp, moeTp, moeEp, cp } = layout2;
    return [role, tp, dp, moeTp, moeEp, cp, REASONS[reason], reason === "data" ? detail : ""];
  }), hidden = inexpressible.length === 0 ? "" : `${inexpressible.length} context-parallel layouts left out: no flag expresses them
`;
  return cells.length === 0 ? title + hidden : `${title}${hidden}${formatTable(["left out", "tp", "dp", "moe tp", "moe ep", "cp", "why", "detail"], cells)}`;
}
function formatStep({ title, lines }) {
  let cells = lines.map(({ name, onceMs, count: count2, totalMs, source }) => [
    name,
    rounded4(onceMs),
    rounded4(count2),
    rounded4(totalMs),
    source
  ]), total = rounded4(lines.reduce((sum3, { totalMs }) => sum3 + totalMs, 0));
  return `${title}, ${total} ms
${formatTable(["operation", "once ms", "times", "together ms", "source"], cells)}`;
}

// src/commands/profile-text.ts
var COLUMNS2 = [
  ["tokens/s/gpu", "tokens/s/GPU"],
  ["tokens/s/user", "tokens/s/user"],
  ["ttft", "ttft ms"],
  ["tpot", "tpot ms"],
  ["request_latency", "request ms"],
  ["concurrency", "concurrency"],
  ["num_total_gpus", "GPUs"],
  ["backend", "backend"],
  ["parallel", "parallel"],
  ["bs", "batch"],
  ["memory", "memory GiB"],
  ["(p)parallel", "prefill"],
  ["(p)workers", "workers"],
  ["(p)bs", "batch"],
  ["(p)memory", "memory GiB"],
  ["(d)parallel", "decode"],
  ["(d)workers", "workers"],
  ["(d)bs", "batch"],
  ["(d)memory", "memory GiB"]
];
function formatProfiles(profiles) {
  return profiles.map(formatProfile).join(`
`);
}
function formatProfile({ request, profile, details }) {
  let tables = Object.entries(profile.experiments).map(([title, { top, bestThroughput }]) => section(`${title}, best ${bestThroughput} tokens/s/GPU`, top)), steps2 = details?.steps.map(formatStep) ?? [], inexpressible = details?.contextParallel ?? [], left = inexpressible.length === 0 ? [] : [section("not expressible in flags (context parallel)", inexpressible)], picked = profile.naive === void 0 ? [section("picked", profile.picked)] : [];
  return [
    head(request, profile),
    ...picked,
    ...tables,
    formatExplanation(profile.explanation),
    ...left,
    ...steps2
  ].filter((block) => block !== "").join(`
`);
}
function head(request, profile) {
  let { latencies, chosen, system, backend, backendVersion, dataRelease, pickingMode, naive } = profile, name = request.namespace === void 0 ? request.name : `${request.namespace}/${request.name}`, engine = backendVersion === null ? `${backend}, not measured` : `${backend} ${backendVersion} (${dataRelease})`, title = `${name}: ${request.model} on ${system}, ${engine}, picking ${pickingMode}
`;
  if (naive !== void 0) {
    let { replicas, gpusPerWorker: gpusPerWorker3, weightsGib } = naive;
    return `${title}sized from memory: ${replicas} workers of ${gpusPerWorker3} GPUs for ${rounded4(weightsGib)} GiB of weights
`;
  }
  let { ttft, tpot, request_latency: whole } = latencies;
  return `${title}chosen: ${chosen}, ttft ${ttft} ms, tpot ${tpot} ms, request ${whole} ms
`;
}
function section(title, rows) {
  if (rows.length === 0) return `${title}: none
`;
  let columns = COLUMNS2.filter(([column]) => rows.some((row) => row[column] !== void 0)), cells = rows.map((row, i) => [i + 1, ...columns.map(([column]) => row[column] ?? "")]);
  return `${title}
${formatTable(["rank", ...columns.map(([, heading]) => heading)], cells)}`;
}

// src/commands/profile.ts
var NOTHING2 = { profiles: [], findings: [] }, FORMATS = { json: formatJson, text: formatProfiles }, PROFILE2 = {
  name: "profile",
  synopsis: "FILE...",
  summary: "Ranks the configurations for each request and shows the pick.",
  details: `Reads files, folders, globs or stdin (-). A request that fails does not hide the others.
`,
  options: {
    format: { type: "string", value: "NAME", help: "text (default) or json, an array with an element a request" },
    explain: { type: "boolean", help: "add the time of every operation of the pick, and what no flag can express" },
    ...REQUEST_OPTIONS
  },
  run: runProfile
};
async function runProfile(args, context) {
  if (args.positionals.length === 0) throw new UsageError("a file, a folder, a glob or - was expected");
  let format = oneOf(args, "format", ["json", "text"]) ?? "text", options = { defaults: requestDefaults(args), isStrict: args.isSet("strict") }, input = await readInput(args.positionals, context), street = input.requests.length > 0 ? openStreetFor(args, context) : void 0, report = street ? profileResources(input.requests, { ...options, street }) : NOTHING2, isEmpty = input.requests.length === 0 && input.findings.length === 0, findings = [...input.findings, ...report.findings, ...isEmpty ? [noRequests(args.positionals)] : []];
  context.stderr(formatFindings(findings, context.isColoured));
  let isExplained = args.isSet("explain") && format === "text", profiles = report.profiles.map((profiled) => !isExplained || street === void 0 ? profiled : { ...profiled, details: street.explain(profiled.request, profiled.profile) });
  return context.stdout(FORMATS[format](profiles)), exitCodeOf(findings);
}
function formatJson(profiles) {
  return `${JSON.stringify(profiles.map(toElement), void 0, 1)}
`;
}
function toElement({ request, profile }) {
  let { system, backend, backendVersion, pickingMode, chosen, latencies, experiments, picked } = profile;
  return {
    name: request.name,
    namespace: request.namespace ?? null,
    system,
    backend,
    backendVersion,
    pickingMode,
    chosen,
    latencies,
    experiments,
    picked
  };
}

// src/commands/render.ts
import { resolve as resolve4 } from "node:path";

// src/dgd/topology.ts
var BACKEND_MODULE = /(?:^|\s)-m\s+dynamo\.(vllm|sglang|trtllm|mocker)(?=[\s.]|$)/, NONE2 = "none", OF_GRAPH2 = [
  { label: "backend", words: backendOf },
  { label: "topologyConstraint", words: (graph) => constraintOf(getIn(graph, "spec", "topologyConstraint")) }
], OF_SERVICE = [
  { label: "", words: nodesOf, fixed: spansNodes },
  // The operator fills in 1 where the field is absent.
  { label: "minAvailable", words: ({ object: object2 }) => JSON.stringify(object2.minAvailable ?? 1) },
  { label: "topologyConstraint", words: ({ object: object2 }) => constraintOf(object2.topologyConstraint) }
];
function topologyChanges(previous, next) {
  let older = graphServices(previous), newer = graphServices(next), ofServices2 = newer.flatMap((service) => {
    let before = older.find(({ name }) => name === service.name);
    return before === void 0 ? [] : serviceChanges(before, service);
  });
  return [...setChanges(older, newer), ...fieldChanges(OF_GRAPH2, previous, next), ...ofServices2];
}
function setChanges(older, newer) {
  let sides = [
    { names: namesBeyond(newer, older), what: "added" },
    { names: namesBeyond(older, newer), what: "removed" }
  ].filter(({ names }) => names.length > 0);
  if (sides.length === 0) return [];
  let isOne = sides.flatMap(({ names }) => names).length === 1, listed = sides.map(({ names, what }) => `${names.join(" and ")} ${what}`);
  return [`${isOne ? "service" : "services"} ${listed.join(", ")}`];
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
function backendOf(graph) {
  let declared = getIn(graph, "spec", "backendFramework");
  if (typeof declared == "string" && declared !== "") return declared;
  let started = graphServices(graph).flatMap(({ mainContainer: { command, args } }) => {
    let line3 = [command, args].flatMap((part) => Array.isArray(part) ? part : []).join(" ");
    return BACKEND_MODULE.exec(line3)?.[1] ?? [];
  });
  return started.length === 0 ? void 0 : [...new Set(started)].sort().join(" and ");
}
function nodesOf(service) {
  return spansNodes(service) ? `${Number(nodeCount(service))} nodes` : "one node";
}
function spansNodes(service) {
  return Number(nodeCount(service) ?? 1) > 1;
}
function constraintOf(constraint) {
  if (!isObject(constraint)) return NONE2;
  let { clusterTopologyName, topologyProfile, packDomain } = constraint;
  return [
    ["profile", clusterTopologyName ?? topologyProfile],
    ["packDomain", packDomain]
  ].flatMap(([label, value]) => typeof value == "string" ? [`${label} ${value}`] : []).join(", ") || "empty";
}

// src/render/stable.ts
var OVERRIDE_NAME = ["spec", "overrides", "dgd", "metadata", "name"], NUMBERED = /^(.+)-(\d{1,6})$/;
function isGraph({ kind, apiVersion }) {
  return kind === "DynamoGraphDeployment" && typeof apiVersion == "string" && apiVersion.startsWith(`${GROUP}/`);
}
function checkStable(graphs, previous) {
  let freeName = namer([...graphs.map(({ graph }) => graph), ...previous.map(({ object: object2 }) => object2)]);
  return graphs.flatMap((rendered) => {
    let identity = identityOf(rendered.graph), [known, ...copies] = previous.filter(({ object: object2 }) => identityOf(object2) === identity);
    if (known === void 0) return [];
    let other = copies.find(({ object: object2 }) => topologyChanges(known.object, object2).length > 0);
    if (other !== void 0) return [ambiguousFinding(rendered, known, other)];
    let changes = topologyChanges(known.object, rendered.graph);
    return changes.length === 0 ? [] : [changedFinding(rendered, known, { changes, newName: freeName(rendered.graph) })];
  });
}
function changedFinding({ request: resource, graph }, known, { changes, newName }) {
  let { name } = refOf(graph), path4 = getIn(resource.object, ...OVERRIDE_NAME) === name ? OVERRIDE_NAME.join(".") : "metadata.name";
  return {
    severity: "error",
    code: "TOPOLOGY_CHANGED",
    message: `the operator refuses this update of the graph ${name} (${placeOf3(known.origin)}): ${changes.join("; ")}`,
    path: path4,
    hint: `set ${OVERRIDE_NAME.join(".")} to ${newName}, and delete the graph ${name} once ${newName} serves`,
    origin: resource.locate(path4),
    resource
  };
}
function ambiguousFinding({ request: resource, graph }, known, other) {
  let places = `${placeOf3(known.origin)} and ${placeOf3(other.origin)}`;
  return {
    severity: "error",
    code: "CONFIG_INVALID",
    message: `the previous graph ${refOf(graph).name} is there twice, with different topologies: ${places}`,
    hint: "name the file or folder that holds the previous rendering alone",
    origin: other.origin,
    resource
  };
}
function placeOf3({ file, line: line3 = 1 }) {
  return `${file}:${line3}`;
}
function namer(graphs) {
  let taken = new Set(graphs.map(identityOf));
  return (graph) => {
    let { name } = refOf(graph), [, stem = name, number4 = "1"] = NUMBERED.exec(name) ?? [], characters = nameCharacters(graph, name);
    for (let next = Number(number4) + 1; ; next += 1) {
      let candidate = shorten(stem, `-${next}`, characters), identity = identityOf(renamed(graph, candidate));
      if (!taken.has(identity))
        return taken.add(identity), candidate;
    }
  };
}
function renamed(graph, name) {
  return { ...graph, metadata: { ...isObject(graph.metadata) ? graph.metadata : {}, name } };
}
function shorten(stem, suffix, characters) {
  let room = Math.max(characters - suffix.length, 0), kept = stem.slice(0, room).replace(/-+$/, "");
  return `${kept === "" ? stem : kept}${suffix}`;
}
function nameCharacters(graph, name) {
  let limits = graphServices(graph).flatMap((service) => {
    let single = COMBINED_CHARACTERS - service.name.length, leader = single - service.name.length - LEADER_SUFFIX.length;
    return nodeCount(service) !== void 0 && name.length <= leader ? [single, leader] : [single];
  });
  return Math.min(COMBINED_CHARACTERS, ...limits);
}

// src/commands/output-dir.ts
import {
  existsSync as existsSync2,
  lstatSync as lstatSync2,
  mkdirSync,
  mkdtempSync,
  readFileSync as readFileSync4,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { join as join4 } from "node:path";
function toOutputFiles(graphs) {
  let owners = /* @__PURE__ */ new Map();
  return graphs.map((rendered) => {
    let { graph, request } = rendered, { name, namespace } = refOf(graph), file = `${namespace ?? "default"}-${name}.yaml`, origin = request.locate("metadata.name");
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(file))
      throw new RenderError("NAME_INVALID", { message: `${JSON.stringify(file)} cannot be a file name`, origin });
    let owner = owners.get(file);
    if (owner !== void 0)
      throw new RenderError("OUTPUT_CONFLICT", {
        message: `${file} would hold the graphs of two requests, ${owner} and ${refOf(request.object).name}`,
        origin,
        hint: "rename one of them, or give both a namespace"
      });
    return owners.set(file, refOf(request.object).name), { name: file, text: joinStream(documentsOf(rendered).map(emitYaml)) };
  });
}
function writeAllOrNothing(dir, files) {
  try {
    mkdirSync(dir, { recursive: !0 });
    let changed = files.filter(({ name, text: text5 }) => !holds2(join4(dir, name), text5));
    return changed.length > 0 && swapIn(dir, changed), changed.map(({ name }) => name);
  } catch (error3) {
    throw error3 instanceof Error && "code" in error3 ? new RenderError("OUTPUT_FAILED", { message: `nothing was written: ${error3.message}` }) : error3;
  }
}
function swapIn(dir, files) {
  let stage = mkdtempSync(join4(dir, ".dgdr-render-")), undo = [];
  try {
    for (let { name, text: text5 } of files) writeFileSync(join4(stage, name), text5);
    for (let { name } of files) undo.push(swapOne(dir, stage, name));
  } catch (error3) {
    for (let step of undo.reverse()) step();
    throw error3;
  } finally {
    rmSync(stage, { recursive: !0, force: !0 });
  }
}
function swapOne(dir, stage, name) {
  let place = join4(dir, name), kept = join4(stage, `${name}.before`), existed = existsSync2(place);
  if (existed && lstatSync2(place).isDirectory())
    throw Object.assign(new Error(`${name} is a folder`), { code: "EISDIR" });
  existed && renameSync(place, kept);
  let restore = () => {
    existed ? renameSync(kept, place) : rmSync(place, { force: !0 });
  };
  try {
    renameSync(join4(stage, name), place);
  } catch (error3) {
    throw restore(), error3;
  }
  return restore;
}
function holds2(path4, text5) {
  return lstatSync2(path4, { throwIfNoEntry: !1 })?.isFile() === !0 && readFileSync4(path4, "utf8") === text5;
}

// src/commands/previous.ts
var PREVIOUS_OPTION = {
  previous: {
    type: "string",
    value: "FILE|DIR",
    help: "rendering before this one: changes that the operator refuses are errors"
  }
}, GRAPHS2 = { isWanted: isGraph, mention: "DynamoGraphDeployment" };
function readPrevious(path4, cwd, known) {
  let findings = [], attempt2 = (read2) => {
    try {
      return read2();
    } catch (error3) {
      return findings.push(...toFindings(error3).filter((finding) => !known.some((one) => isSame2(one, finding)))), [];
    }
  };
  return { graphs: attempt2(() => findFiles(path4 === void 0 ? [] : [path4], { cwd, isConfined: !1 })).flatMap((file) => attempt2(() => readWanted(file, GRAPHS2))).map(({ resource }) => resource), findings };
}
function isSame2(a, b) {
  return a.code === b.code && a.message === b.message && a.origin?.file === b.origin?.file && a.origin?.line === b.origin?.line;
}

// src/commands/render.ts
var RENDER = {
  name: "render",
  synopsis: "[PATH...]",
  summary: "Renders requests into graphs.",
  details: `Reads files, folders and globs (default: this folder), or stdin with -, where other resources pass
through untouched. Nothing is printed or written when a request fails.
`,
  options: {
    "output-dir": { type: "string", value: "DIR", help: "write <namespace>-<name>.yaml files instead of printing" },
    "keep-requests": { type: "boolean", help: "print the requests too, before their graphs" },
    "allow-empty": { type: "boolean", help: "find no request and still succeed" },
    ...PREVIOUS_OPTION,
    ...REQUEST_OPTIONS
  },
  run: runRender
};
async function runRender(args, context) {
  let patterns = args.positionals.length > 0 ? args.positionals : ["."], options = { defaults: requestDefaults(args), isStrict: args.isSet("strict") }, input = await readInput(patterns, context), previous = readPrevious(args.text("previous"), context.cwd, input.findings), rendered = input.requests.length > 0 ? renderResources(input.requests, { ...options, street: openStreetFor(args, context) }) : { graphs: [], findings: [] }, unstable = checkStable(rendered.graphs, previous.graphs), report = { ...rendered, findings: [...rendered.findings, ...unstable] }, isEmpty = input.requests.length === 0 && input.findings.length === 0 && !args.isSet("allow-empty"), output = planOutput(args, input, report), findings = [
    ...input.findings,
    ...previous.findings,
    ...report.findings,
    ...output.findings,
    ...isEmpty ? [noRequests(patterns)] : []
  ];
  context.stderr(formatFindings(findings, context.isColoured));
  let code = exitCodeOf(findings);
  return code === 0 ? deliver(output, context) : (input.requests.length > 0 && context.stderr(summarize2(input, report)), code);
}
function planOutput(args, input, report) {
  let dir = args.text("output-dir"), nothing = { dir, files: [], text: "", findings: [] };
  if (dir === void 0) return { ...nothing, text: toStream(input, report.graphs, args.isSet("keep-requests")) };
  try {
    return { ...nothing, files: toOutputFiles(report.graphs) };
  } catch (error3) {
    return { ...nothing, findings: toFindings(error3) };
  }
}
function toStream({ documents }, graphs, keepsRequests) {
  let all = documents.map((document) => ({ text: document.text, object: objectOf(document) })), { inPlace, following } = placeDocuments(
    all.flatMap(({ object: object2 }) => object2 === void 0 ? [] : [object2]),
    graphs
  ), texts2 = all.flatMap(({ text: text5, object: object2 }) => {
    let fresh = object2 && (inPlace.get(object2) ?? following.get(object2));
    return [...fresh === void 0 || keepsRequests && object2 !== void 0 && following.has(object2) ? [text5] : [], ...(fresh ?? []).map(({ document }) => emitYaml(document))];
  });
  return joinStream(texts2);
}
function objectOf({ text: text5, resource }) {
  if (resource !== void 0 || !text5.includes(REQUEST_LABEL)) return resource?.object;
  try {
    return parseStream(text5, { file: "stdin", limits: STREAM_LIMITS })[0]?.resource?.object;
  } catch (error3) {
    if (error3 instanceof RenderError) return;
    throw error3;
  }
}
function deliver({ dir, files, text: text5 }, context) {
  if (dir === void 0)
    return context.stdout(text5), 0;
  try {
    let changed = writeAllOrNothing(resolve4(context.cwd, dir), files), names = changed.map((name) => `  ${name}
`).join("");
    return context.stderr(
      `${files.length} ${files.length === 1 ? "graph" : "graphs"} in ${dir}, ${changed.length} changed
${names}`
    ), 0;
  } catch (error3) {
    let findings = toFindings(error3);
    return context.stderr(formatFindings(findings, context.isColoured)), exitCodeOf(findings);
  }
}
function summarize2(input, { findings }) {
  let failed = new Set(findings.filter((one) => one.severity === "error").map((one) => one.resource)).size;
  return `nothing was rendered: ${failed > 0 ? `${failed} of ${input.requests.length} requests failed` : "the input has errors"}
`;
}

// src/cli.ts
var COMMANDS = [RENDER, PROFILE2, FUNCTION, PERFDB_SHOW, PERFDB_IMPORT], EXIT_USAGE = 2, EXIT_BUG = 70;
async function main(argv, context) {
  try {
    return await dispatch2(argv, context);
  } catch (error3) {
    return explain(error3, argv, context);
  }
}
async function dispatch2(argv, context) {
  let [first] = argv;
  if (first === "--version")
    return context.stdout(`${VERSION}
`), 0;
  if (first === "--help" || first === "help")
    return context.stdout(overview()), 0;
  let command = commandOf(argv);
  if (command === void 0)
    throw new UsageError(
      first === void 0 ? "a command was expected" : `there is no command ${argv.slice(0, 2).join(" ")}`
    );
  return runCommand(command, argv.slice(command.name.split(" ").length), context);
}
function commandOf(argv) {
  return COMMANDS.find(({ name }) => name.split(" ").every((word, i) => argv[i] === word));
}
function explain(error3, argv, context) {
  if (error3 instanceof UsageError) {
    let name = commandOf(argv)?.name;
    return context.stderr(
      `dgdr-render: ${error3.message}
  hint: see dgdr-render ${name === void 0 ? "" : `${name} `}--help
`
    ), EXIT_USAGE;
  }
  if (error3 instanceof RenderError || error3 instanceof RenderErrors) {
    let findings = toFindings(error3);
    return context.stderr(formatFindings(findings, context.isColoured)), exitCodeOf(findings);
  }
  let stack = error3 instanceof Error ? error3.stack ?? error3.message : String(error3);
  return context.stderr(`dgdr-render ${VERSION}: this is a bug, please report it with the request
${stack}
`), EXIT_BUG;
}
function overview() {
  let width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return `usage: dgdr-render COMMAND [--help]

Renders DynamoGraphDeploymentRequest manifests into DynamoGraphDeployment manifests, offline.

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join(`
`)}

exit codes: 0 fine, 1 errors in the input, 2 wrong call or function config, 70 a bug
`;
}

// src/commands/process-context.ts
function processContext() {
  let { env, stderr, stdin, stdout } = process;
  return {
    cwd: process.cwd(),
    readStdin: () => readAll(stdin),
    stdout: (text5) => {
      stdout.write(text5);
    },
    stderr: (text5) => {
      stderr.write(text5);
    },
    isColoured: stderr.isTTY === !0 && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
    openStreet: (models) => openStreet(openPerfData(), models)
  };
}
async function readAll(stream) {
  let chunks = [], bytes = 0;
  for await (let chunk of stream)
    if (chunks.push(chunk), bytes += chunk.length, bytes > STREAM_LIMITS.bytes) break;
  return Buffer.concat(chunks);
}
async function runProcess(main2) {
  for (let stream of [process.stdout, process.stderr])
    stream.on("error", (error3) => {
      if (error3.code !== "EPIPE") throw error3;
      process.exit();
    });
  process.exitCode = await main2(processContext());
}

export {
  main,
  runProcess
};
