import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openEngines
} from "./chunk-25QCWARB.mjs";
import {
  answerJob,
  openProfiling,
  takeGroups
} from "./chunk-HOWIFFDD.mjs";
import "./chunk-PB7MDATJ.mjs";
import "./chunk-7DUYN5D3.mjs";
import "./chunk-4FEZFIKB.mjs";
import "./chunk-5NPA6JKG.mjs";
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
