import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/json.ts
function isObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function getIn(value, ...path) {
  let current = value;
  for (let key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return;
    current = current[key];
  }
  return current;
}
function getAt(value, path) {
  return path.reduce((current, key) => Array.isArray(current) ? current[Number(key)] : getIn(current, key), value);
}
function updateIn(object, path, change) {
  let [key, ...rest] = path;
  if (key === void 0) return object;
  let value = getIn(object, key), next = rest.length === 0 ? change(value) : updateIn(isObject(value) ? value : {}, rest, change);
  return { ...object, [key]: next };
}
var MOST_NESTING = 100;
function parseObject(text) {
  try {
    let value = JSON.parse(text);
    return isObject(value) && !isDeep(value) ? value : void 0;
  } catch {
    return;
  }
}
function isDeep(value) {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_NESTING) return !0;
    level = level.flatMap((inner) => typeof inner == "object" && inner !== null ? Object.values(inner) : []);
  }
  return !1;
}

export {
  isObject,
  getIn,
  getAt,
  updateIn,
  MOST_NESTING,
  parseObject,
  isDeep
};
