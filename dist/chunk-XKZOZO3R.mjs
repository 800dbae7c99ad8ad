import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a, b) {
  return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}
function descending(a, b) {
  return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
}
function bisector(f) {
  let compare1, compare2, delta;
  f.length !== 2 ? (compare1 = ascending, compare2 = (d, x) => ascending(f(d), x), delta = (d, x) => f(d) - x) : (compare1 = f === ascending || f === descending ? f : zero, compare2 = f, delta = f);
  function left(a, x, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x, x) !== 0) return hi;
      do {
        let mid = lo + hi >>> 1;
        compare2(a[mid], x) < 0 ? lo = mid + 1 : hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right(a, x, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x, x) !== 0) return hi;
      do {
        let mid = lo + hi >>> 1;
        compare2(a[mid], x) <= 0 ? lo = mid + 1 : hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a, x, lo = 0, hi = a.length) {
    let i = left(a, x, lo, hi - 1);
    return i > lo && delta(a[i - 1], x) > -delta(a[i], x) ? i - 1 : i;
  }
  return { left, center, right };
}
function zero() {
  return 0;
}
function number(x) {
  return x === null ? NaN : +x;
}
function* numbers(values, valueof) {
  if (valueof === void 0)
    for (let value of values)
      value != null && (value = +value) >= value && (yield value);
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (value = +value) >= value && (yield value);
  }
}
var ascendingBisect = bisector(ascending), bisectRight = ascendingBisect.right, bisectLeft = ascendingBisect.left, bisectCenter = bisector(number).center;
var blur2 = Blur2(blurf), blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width, height } = data;
    if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
    if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
    if (!width || !height || !rx && !ry) return data;
    let blurx = rx && blur(rx), blury = ry && blur(ry), temp = values.slice();
    return blurx && blury ? (blurh(blurx, temp, values, width, height), blurh(blurx, values, temp, width, height), blurh(blurx, temp, values, width, height), blurv(blury, values, temp, width, height), blurv(blury, temp, values, width, height), blurv(blury, values, temp, width, height)) : blurx ? (blurh(blurx, values, temp, width, height), blurh(blurx, temp, values, width, height), blurh(blurx, values, temp, width, height)) : blury && (blurv(blury, values, temp, width, height), blurv(blury, temp, values, width, height), blurv(blury, values, temp, width, height)), data;
  };
}
function blurh(blur, T, S, w, h) {
  for (let y = 0, n = w * h; y < n; )
    blur(T, S, y, y += w, 1);
}
function blurv(blur, T, S, w, h) {
  for (let x = 0, n = w * h; x < w; ++x)
    blur(T, S, x, x + n, w);
}
function blurfImage(radius) {
  let blur = blurf(radius);
  return (T, S, start, stop, step) => {
    start <<= 2, stop <<= 2, step <<= 2, blur(T, S, start + 0, stop + 0, step), blur(T, S, start + 1, stop + 1, step), blur(T, S, start + 2, stop + 2, step), blur(T, S, start + 3, stop + 3, step);
  };
}
function blurf(radius) {
  let radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  let t = radius - radius0, w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum2 = radius0 * S[start], s0 = step * radius0, s1 = s0 + step;
    for (let i = start, j = start + s0; i < j; i += step)
      sum2 += S[Math.min(stop, i)];
    for (let i = start, j = stop; i <= j; i += step)
      sum2 += S[Math.min(stop, i + s0)], T[i] = (sum2 + t * (S[Math.max(start, i - s1)] + S[Math.min(stop, i + s1)])) / w, sum2 -= S[Math.max(start, i - s0)];
  };
}
function bluri(radius) {
  let w = 2 * radius + 1;
  return (T, S, start, stop, step) => {
    if (!((stop -= step) >= start)) return;
    let sum2 = radius * S[start], s = step * radius;
    for (let i = start, j = start + s; i < j; i += step)
      sum2 += S[Math.min(stop, i)];
    for (let i = start, j = stop; i <= j; i += step)
      sum2 += S[Math.min(stop, i + s)], T[i] = sum2 / w, sum2 -= S[Math.max(start, i - s)];
  };
}
function length$1(array2) {
  return array2.length | 0;
}
function empty(length) {
  return !(length > 0);
}
function arrayify(values) {
  return typeof values != "object" || "length" in values ? values : Array.from(values);
}
function reducer(reduce) {
  return (values) => reduce(...values);
}
function cross(...values) {
  let reduce = typeof values[values.length - 1] == "function" && reducer(values.pop());
  values = values.map(arrayify);
  let lengths = values.map(length$1), j = values.length - 1, index = new Array(j + 1).fill(0), product = [];
  if (j < 0 || lengths.some(empty)) return product;
  for (; ; ) {
    product.push(index.map((j2, i2) => values[i2][j2]));
    let i = j;
    for (; ++index[i] === lengths[i]; ) {
      if (i === 0) return reduce ? product.map(reduce) : product;
      index[i--] = 0;
    }
  }
}
function variance(values, valueof) {
  let count = 0, delta, mean2 = 0, sum2 = 0;
  if (valueof === void 0)
    for (let value of values)
      value != null && (value = +value) >= value && (delta = value - mean2, mean2 += delta / ++count, sum2 += delta * (value - mean2));
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (value = +value) >= value && (delta = value - mean2, mean2 += delta / ++count, sum2 += delta * (value - mean2));
  }
  if (count > 1) return sum2 / (count - 1);
}
function deviation(values, valueof) {
  let v = variance(values, valueof);
  return v && Math.sqrt(v);
}
function extent(values, valueof) {
  let min2, max2;
  if (valueof === void 0)
    for (let value of values)
      value != null && (min2 === void 0 ? value >= value && (min2 = max2 = value) : (min2 > value && (min2 = value), max2 < value && (max2 = value)));
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (min2 === void 0 ? value >= value && (min2 = max2 = value) : (min2 > value && (min2 = value), max2 < value && (max2 = value)));
  }
  return [min2, max2];
}
var Adder = class {
  constructor() {
    this._partials = new Float64Array(32), this._n = 0;
  }
  add(x) {
    let p = this._partials, i = 0;
    for (let j = 0; j < this._n && j < 32; j++) {
      let y = p[j], hi = x + y, lo = Math.abs(x) < Math.abs(y) ? x - (hi - y) : y - (hi - x);
      lo && (p[i++] = lo), x = hi;
    }
    return p[i] = x, this._n = i + 1, this;
  }
  valueOf() {
    let p = this._partials, n = this._n, x, y, lo, hi = 0;
    if (n > 0) {
      for (hi = p[--n]; n > 0 && (x = hi, y = p[--n], hi = x + y, lo = y - (hi - x), !lo); )
        ;
      n > 0 && (lo < 0 && p[n - 1] < 0 || lo > 0 && p[n - 1] > 0) && (y = lo * 2, x = hi + y, y == x - hi && (hi = x));
    }
    return hi;
  }
};
var InternMap = class extends Map {
  constructor(entries, key = keyof) {
    if (super(), Object.defineProperties(this, { _intern: { value: /* @__PURE__ */ new Map() }, _key: { value: key } }), entries != null) for (let [key2, value] of entries) this.set(key2, value);
  }
  get(key) {
    return super.get(intern_get(this, key));
  }
  has(key) {
    return super.has(intern_get(this, key));
  }
  set(key, value) {
    return super.set(intern_set(this, key), value);
  }
  delete(key) {
    return super.delete(intern_delete(this, key));
  }
}, InternSet = class extends Set {
  constructor(values, key = keyof) {
    if (super(), Object.defineProperties(this, { _intern: { value: /* @__PURE__ */ new Map() }, _key: { value: key } }), values != null) for (let value of values) this.add(value);
  }
  has(value) {
    return super.has(intern_get(this, value));
  }
  add(value) {
    return super.add(intern_set(this, value));
  }
  delete(value) {
    return super.delete(intern_delete(this, value));
  }
};
function intern_get({ _intern, _key }, value) {
  let key = _key(value);
  return _intern.has(key) ? _intern.get(key) : value;
}
function intern_set({ _intern, _key }, value) {
  let key = _key(value);
  return _intern.has(key) ? _intern.get(key) : (_intern.set(key, value), value);
}
function intern_delete({ _intern, _key }, value) {
  let key = _key(value);
  return _intern.has(key) && (value = _intern.get(key), _intern.delete(key)), value;
}
function keyof(value) {
  return value !== null && typeof value == "object" ? value.valueOf() : value;
}
function identity(x) {
  return x;
}
function group(values, ...keys) {
  return nest(values, identity, identity, keys);
}
function rollup(values, reduce, ...keys) {
  return nest(values, identity, reduce, keys);
}
function rollups(values, reduce, ...keys) {
  return nest(values, Array.from, reduce, keys);
}
function nest(values, map, reduce, keys) {
  return (function regroup(values2, i) {
    if (i >= keys.length) return reduce(values2);
    let groups = new InternMap(), keyof2 = keys[i++], index = -1;
    for (let value of values2) {
      let key = keyof2(value, ++index, values2), group2 = groups.get(key);
      group2 ? group2.push(value) : groups.set(key, [value]);
    }
    for (let [key, values3] of groups)
      groups.set(key, regroup(values3, i));
    return map(groups);
  })(values, 0);
}
function permute(source, keys) {
  return Array.from(keys, (key) => source[key]);
}
function sort(values, ...F) {
  if (typeof values[Symbol.iterator] != "function") throw new TypeError("values is not iterable");
  values = Array.from(values);
  let [f] = F;
  if (f && f.length !== 2 || F.length > 1) {
    let index = Uint32Array.from(values, (d, i) => i);
    return F.length > 1 ? (F = F.map((f2) => values.map(f2)), index.sort((i, j) => {
      for (let f2 of F) {
        let c = ascendingDefined(f2[i], f2[j]);
        if (c) return c;
      }
    })) : (f = values.map(f), index.sort((i, j) => ascendingDefined(f[i], f[j]))), permute(values, index);
  }
  return values.sort(compareDefined(f));
}
function compareDefined(compare = ascending) {
  if (compare === ascending) return ascendingDefined;
  if (typeof compare != "function") throw new TypeError("compare is not a function");
  return (a, b) => {
    let x = compare(a, b);
    return x || x === 0 ? x : (compare(b, b) === 0) - (compare(a, a) === 0);
  };
}
function ascendingDefined(a, b) {
  return (a == null || !(a >= a)) - (b == null || !(b >= b)) || (a < b ? -1 : a > b ? 1 : 0);
}
var array = Array.prototype, slice = array.slice;
var e10 = Math.sqrt(50), e5 = Math.sqrt(10), e2 = Math.sqrt(2);
function tickSpec(start, stop, count) {
  let step = (stop - start) / Math.max(0, count), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1, i1, i2, inc;
  return power < 0 ? (inc = Math.pow(10, -power) / factor, i1 = Math.round(start * inc), i2 = Math.round(stop * inc), i1 / inc < start && ++i1, i2 / inc > stop && --i2, inc = -inc) : (inc = Math.pow(10, power) * factor, i1 = Math.round(start / inc), i2 = Math.round(stop / inc), i1 * inc < start && ++i1, i2 * inc > stop && --i2), i2 < i1 && 0.5 <= count && count < 2 ? tickSpec(start, stop, count * 2) : [i1, i2, inc];
}
function ticks(start, stop, count) {
  if (stop = +stop, start = +start, count = +count, !(count > 0)) return [];
  if (start === stop) return [start];
  let reverse2 = stop < start, [i1, i2, inc] = reverse2 ? tickSpec(stop, start, count) : tickSpec(start, stop, count);
  if (!(i2 >= i1)) return [];
  let n = i2 - i1 + 1, ticks2 = new Array(n);
  if (reverse2)
    if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) * inc;
  else if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) / -inc;
  else for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) * inc;
  return ticks2;
}
function tickIncrement(start, stop, count) {
  return stop = +stop, start = +start, count = +count, tickSpec(start, stop, count)[2];
}
function tickStep(start, stop, count) {
  stop = +stop, start = +start, count = +count;
  let reverse2 = stop < start, inc = reverse2 ? tickIncrement(stop, start, count) : tickIncrement(start, stop, count);
  return (reverse2 ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
function max(values, valueof) {
  let max2;
  if (valueof === void 0)
    for (let value of values)
      value != null && (max2 < value || max2 === void 0 && value >= value) && (max2 = value);
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (max2 < value || max2 === void 0 && value >= value) && (max2 = value);
  }
  return max2;
}
function maxIndex(values, valueof) {
  let max2, maxIndex2 = -1, index = -1;
  if (valueof === void 0)
    for (let value of values)
      ++index, value != null && (max2 < value || max2 === void 0 && value >= value) && (max2 = value, maxIndex2 = index);
  else
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (max2 < value || max2 === void 0 && value >= value) && (max2 = value, maxIndex2 = index);
  return maxIndex2;
}
function min(values, valueof) {
  let min2;
  if (valueof === void 0)
    for (let value of values)
      value != null && (min2 > value || min2 === void 0 && value >= value) && (min2 = value);
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (min2 > value || min2 === void 0 && value >= value) && (min2 = value);
  }
  return min2;
}
function minIndex(values, valueof) {
  let min2, minIndex2 = -1, index = -1;
  if (valueof === void 0)
    for (let value of values)
      ++index, value != null && (min2 > value || min2 === void 0 && value >= value) && (min2 = value, minIndex2 = index);
  else
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (min2 > value || min2 === void 0 && value >= value) && (min2 = value, minIndex2 = index);
  return minIndex2;
}
function quickselect(array2, k, left = 0, right = 1 / 0, compare) {
  if (k = Math.floor(k), left = Math.floor(Math.max(0, left)), right = Math.floor(Math.min(array2.length - 1, right)), !(left <= k && k <= right)) return array2;
  for (compare = compare === void 0 ? ascendingDefined : compareDefined(compare); right > left; ) {
    if (right - left > 600) {
      let n = right - left + 1, m = k - left + 1, z = Math.log(n), s = 0.5 * Math.exp(2 * z / 3), sd = 0.5 * Math.sqrt(z * s * (n - s) / n) * (m - n / 2 < 0 ? -1 : 1), newLeft = Math.max(left, Math.floor(k - m * s / n + sd)), newRight = Math.min(right, Math.floor(k + (n - m) * s / n + sd));
      quickselect(array2, k, newLeft, newRight, compare);
    }
    let t = array2[k], i = left, j = right;
    for (swap(array2, left, k), compare(array2[right], t) > 0 && swap(array2, left, right); i < j; ) {
      for (swap(array2, i, j), ++i, --j; compare(array2[i], t) < 0; ) ++i;
      for (; compare(array2[j], t) > 0; ) --j;
    }
    compare(array2[left], t) === 0 ? swap(array2, left, j) : (++j, swap(array2, j, right)), j <= k && (left = j + 1), k <= j && (right = j - 1);
  }
  return array2;
}
function swap(array2, i, j) {
  let t = array2[i];
  array2[i] = array2[j], array2[j] = t;
}
function quantile(values, p, valueof) {
  if (values = Float64Array.from(numbers(values, valueof)), !(!(n = values.length) || isNaN(p = +p))) {
    if (p <= 0 || n < 2) return min(values);
    if (p >= 1) return max(values);
    var n, i = (n - 1) * p, i0 = Math.floor(i), value0 = max(quickselect(values, i0).subarray(0, i0 + 1)), value1 = min(values.subarray(i0 + 1));
    return value0 + (value1 - value0) * (i - i0);
  }
}
function quantileSorted(values, p, valueof = number) {
  if (!(!(n = values.length) || isNaN(p = +p))) {
    if (p <= 0 || n < 2) return +valueof(values[0], 0, values);
    if (p >= 1) return +valueof(values[n - 1], n - 1, values);
    var n, i = (n - 1) * p, i0 = Math.floor(i), value0 = +valueof(values[i0], i0, values), value1 = +valueof(values[i0 + 1], i0 + 1, values);
    return value0 + (value1 - value0) * (i - i0);
  }
}
function mean(values, valueof) {
  let count = 0, sum2 = 0;
  if (valueof === void 0)
    for (let value of values)
      value != null && (value = +value) >= value && (++count, sum2 += value);
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && (value = +value) >= value && (++count, sum2 += value);
  }
  if (count) return sum2 / count;
}
function median(values, valueof) {
  return quantile(values, 0.5, valueof);
}
function* flatten(arrays) {
  for (let array2 of arrays)
    yield* array2;
}
function merge(arrays) {
  return Array.from(flatten(arrays));
}
function mode(values, valueof) {
  let counts = new InternMap();
  if (valueof === void 0)
    for (let value of values)
      value != null && value >= value && counts.set(value, (counts.get(value) || 0) + 1);
  else {
    let index = -1;
    for (let value of values)
      (value = valueof(value, ++index, values)) != null && value >= value && counts.set(value, (counts.get(value) || 0) + 1);
  }
  let modeValue, modeCount = 0;
  for (let [value, count] of counts)
    count > modeCount && (modeCount = count, modeValue = value);
  return modeValue;
}
function pairs(values, pairof = pair) {
  let pairs2 = [], previous, first = !1;
  for (let value of values)
    first && pairs2.push(pairof(previous, value)), previous = value, first = !0;
  return pairs2;
}
function pair(a, b) {
  return [a, b];
}
function range(start, stop, step) {
  start = +start, stop = +stop, step = (n = arguments.length) < 2 ? (stop = start, start = 0, 1) : n < 3 ? 1 : +step;
  for (var i = -1, n = Math.max(0, Math.ceil((stop - start) / step)) | 0, range2 = new Array(n); ++i < n; )
    range2[i] = start + i * step;
  return range2;
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function(array2, i0 = 0, i1 = array2.length) {
    let m = i1 - (i0 = +i0);
    for (; m; ) {
      let i = random() * m-- | 0, t = array2[m + i0];
      array2[m + i0] = array2[i + i0], array2[i + i0] = t;
    }
    return array2;
  };
}
function sum(values, valueof) {
  let sum2 = 0;
  if (valueof === void 0)
    for (let value of values)
      (value = +value) && (sum2 += value);
  else {
    let index = -1;
    for (let value of values)
      (value = +valueof(value, ++index, values)) && (sum2 += value);
  }
  return sum2;
}
function reverse(values) {
  if (typeof values[Symbol.iterator] != "function") throw new TypeError("values is not iterable");
  return Array.from(values).reverse();
}

// src/figures/front-picture.ts
function leastTokensPerUser(targets) {
  let itl = targets.find(({ field }) => field === "itl");
  return itl && 1e3 / itl.limitMs;
}
function axisEnds({ front, targets }) {
  let most = (values) => Math.max(1, ...values) * 1.05;
  return {
    user: most([...front.map(({ tokensPerSecPerUser }) => tokensPerSecPerUser), leastTokensPerUser(targets) ?? 0]),
    gpu: most(front.map(({ tokensPerSecPerGpu }) => tokensPerSecPerGpu))
  };
}

export {
  ascending,
  descending,
  bisector,
  bisectRight,
  cross,
  variance,
  deviation,
  extent,
  Adder,
  InternMap,
  InternSet,
  group,
  rollup,
  rollups,
  sort,
  ticks,
  tickIncrement,
  tickStep,
  max,
  maxIndex,
  min,
  minIndex,
  quantile,
  quantileSorted,
  mean,
  median,
  merge,
  mode,
  pairs,
  range,
  sum,
  reverse,
  leastTokensPerUser,
  axisEnds
};
