import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  noHub,
  readHub,
  refusal
} from "./chunk-EQFX22D7.mjs";
import {
  isCommit
} from "./chunk-VWKDRK7G.mjs";
import "./chunk-FHUPLVZY.mjs";
import "./chunk-EFL4VJWC.mjs";
import "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/hub/model-files.ts
var MISSING = 404, FOUND = 200;
async function readModelFiles(hub, { id, revision, needed, optional }) {
  let files = {}, pinned = isCommit(revision) ? revision : void 0;
  for (let name of [...needed, ...optional]) {
    let file = { id, revision: pinned ?? revision, name }, answer = await readFile(hub, file);
    if (!(answer.status === MISSING && optional.includes(name))) {
      if (answer.status !== FOUND) throw refusal(hub, file, answer);
      pinned ??= answer.commit ?? await commitFor(hub, file), files[name] = answer.body;
    }
  }
  return { revision: pinned ?? revision, files };
}
function readFile(hub, { id, revision, name }) {
  return readHub(hub, `${id}/resolve/${encodeURIComponent(revision)}/${name}`);
}
async function commitFor(hub, file) {
  let answer = await readHub(hub, `api/models/${file.id}/revision/${encodeURIComponent(file.revision)}`), commit = answer.status === FOUND ? shaOf(answer.body) : void 0;
  if (commit !== void 0) return commit;
  throw noHub(hub, `it does not say which commit ${file.revision} is`, "name the commit with --revision");
}
function shaOf(body) {
  try {
    let value = JSON.parse(body);
    return isObject(value) && isCommit(value.sha) ? value.sha : void 0;
  } catch {
    return;
  }
}
export {
  readModelFiles
};
