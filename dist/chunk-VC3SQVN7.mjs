import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  REQUEST_LABEL,
  candidateDeployment,
  candidateWords,
  costOf,
  identityOf,
  inOneVersion,
  isGraph,
  isMadeOf,
  isRendered,
  labelOf,
  meetsAll,
  objectChanges,
  performanceOf,
  refOf,
  targetResults,
  upTo3Decimals,
  verdictOf,
  whyChanged,
  withCost
} from "./chunk-CQRYLWFC.mjs";
import {
  TOP_ROWS,
  groupBy,
  leadWorker
} from "./chunk-2EPS7SY3.mjs";
import {
  MODES,
  OTHER_MODE
} from "./chunk-RDNXMUIG.mjs";

// src/render/compare/replace.ts
var PLANNER_CONFIG_NAME = /^planner-config-[0-9a-f]{4,8}$/;
function placeDocuments(objects, graphs) {
  let older = groupBy(objects, slotOf), byRequest = groupBy(objects, (object) => labelOf(object, REQUEST_LABEL) ?? ""), inPlace = /* @__PURE__ */ new Map(), following = /* @__PURE__ */ new Map();
  for (let rendered of graphs) {
    let waiting = [];
    for (let object of older.get(requestSlot(rendered)) ?? []) inPlace.set(object, []);
    for (let document of rendered.documents) {
      let [replaces, ...others] = older.get(slotOf(document)) ?? [];
      if (waiting.push({ document, rendered, replaces }), replaces !== void 0) {
        for (let other of others) inPlace.set(other, []);
        inPlace.set(replaces, waiting), waiting = [];
      }
    }
    following.set(rendered.request.object, waiting);
    let { name, namespace = rendered.namespace } = refOf(rendered.graph), graph = namespace === void 0 ? { name } : { name, namespace };
    for (let object of byRequest.get(refOf(rendered.request.object).name) ?? [])
      !inPlace.has(object) && [graph, refOf(rendered.graph)].some((one) => isMadeOf(object, one)) && inPlace.set(object, []);
  }
  return { inPlace, following };
}
function slotOf(object) {
  let { kind, name, namespace } = refOf(object), request = labelOf(object, REQUEST_LABEL);
  return kind === "ConfigMap" && PLANNER_CONFIG_NAME.test(name) && request !== void 0 ? plannerSlot(namespace, request) : identityOf(object);
}
function requestSlot({ request }) {
  let { name, namespace } = refOf(request.object);
  return plannerSlot(namespace, name);
}
function plannerSlot(namespace, request) {
  return ["planner config", namespace ?? "", request].join(`
`);
}

// src/render/compare/drift.ts
function findDrift(graphs, committed) {
  let bySlot = groupBy(committed, ({ object }) => slotOf(object)), taken = /* @__PURE__ */ new Set(), drifts = graphs.flatMap((rendered) => {
    let pairs = rendered.documents.map((object) => {
      let known = bySlot.get(slotOf(object))?.find((one) => !taken.has(one));
      return known !== void 0 && taken.add(known), { object, known };
    }), marked = pairs.find(({ object }) => isRendered(object)), why = marked?.known === void 0 ? "request" : whyChanged(marked.known.object, marked.object);
    return pairs.flatMap(({ object, known }) => compareOne(rendered, { object, known, why }));
  }), left = committed.filter((one) => !taken.has(one));
  return [...drifts, ...left.map((one) => ({ kind: "extra", committed: one, object: one.object }))];
}
function compareOne(rendered, { object, known, why }) {
  if (known === void 0) return [{ kind: "missing", rendered, object }];
  let [before, after] = isGraph(known.object) && isGraph(object) ? inOneVersion(known.object, object) : [known.object, object], changes = objectChanges(before, after);
  return changes.length === 0 ? [] : [{ kind: "changed", committed: known, rendered, object, changes, why }];
}

// src/verdict/front.ts
function frontOf({ request: { sla }, profile }) {
  let [pick] = profile.picked, points = MODES.flatMap((mode) => (profile.experiments[mode]?.pareto ?? []).map((one) => toPoint(one, sla, isSame(one.candidate, pick?.candidate))));
  return pick === void 0 || points.some(({ isPick }) => isPick) ? points : [...points, toPoint(pick, sla, !0)];
}
function isSame(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
function toPoint({ candidate, clusterRate }, sla, isPick) {
  let { tokensPerSecPerUser, tokensPerSecPerGpu, ttftMs, tpotMs, requestMs } = candidate.metrics, latencies = { ttftMs, itlMs: tpotMs, requestMs };
  return {
    mode: candidate.mode,
    // What sweeps make names one of ours.
    backend: leadWorker(candidate).engine.backend,
    workers: candidateWords(candidate),
    tokensPerSecPerUser: upTo3Decimals(tokensPerSecPerUser),
    tokensPerSecPerGpu: upTo3Decimals(clusterRate ?? tokensPerSecPerGpu),
    ...latencies,
    meetsTargets: meetsAll(targetResults(sla, latencies)) ?? !1,
    isPick
  };
}

// src/verdict/ranked.ts
var USUAL_ROWS = TOP_ROWS;
function rankedRows(judged) {
  let { chosen, experiments, picked } = judged.profile, own = experiments[chosen], other = OTHER_MODE[chosen];
  return [
    ...rowsOf(judged, chosen, own === void 0 ? picked : allOf(own)),
    ...rowsOf(judged, other, allOf(experiments[other]))
  ];
}
function allOf(table) {
  return table === void 0 ? [] : [...table.top, ...table.further];
}
function rowsOf({ request, profile, cardGib }, mode, ranked) {
  let cards = { totalGpus: request.hardware.totalGpus, cardGib };
  return ranked.map((one, index) => {
    let performance = performanceOf(one);
    return {
      mode,
      rank: index + 1,
      isPick: mode === profile.chosen && index === 0,
      deployment: candidateDeployment(one, cards),
      performance,
      meetsTargets: meetsAll(targetResults(request.sla, performance)) ?? !1
    };
  });
}

// src/verdict/answer.ts
function verdictWithRanking(judged, { topRows = USUAL_ROWS, prices } = {}) {
  let { gpuSku } = judged.request.hardware;
  return {
    verdict: withCost(verdictOf(judged), prices),
    ranked: rankedRows(judged).filter(({ rank }) => rank <= topRows).map((row) => ({ ...row, cost: costOf(row, { gpuSku, prices }) })),
    front: frontOf(judged)
  };
}

export {
  placeDocuments,
  findDrift,
  USUAL_ROWS,
  verdictWithRanking
};
