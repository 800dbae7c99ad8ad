import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openEngines
} from "./chunk-LU23HNTT.mjs";
import {
  answerJob,
  openProfiling,
  takeGroups
} from "./chunk-2EPS7SY3.mjs";
import "./chunk-4TU5AFKM.mjs";
import "./chunk-RDNXMUIG.mjs";
import "./chunk-4FEZFIKB.mjs";
import "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/commands/threads/helper.ts
import { parentPort, workerData } from "node:worker_threads";
function help() {
  let { groups, taken, from, extent } = workerData, engines = openEngines(), profilings = /* @__PURE__ */ new Map();
  for (let group of takeGroups(taken, from))
    for (let { id, models, request } of groups[group]) {
      let profiling = profilings.get(models) ?? openProfiling(engines, models);
      profilings.set(models, profiling);
      try {
        let message = { id, answer: answerJob(profiling.profile, request, extent) };
        parentPort?.postMessage(message);
      } catch {
      }
    }
}

// src/bin/dgdr-render-thread.ts
help();
