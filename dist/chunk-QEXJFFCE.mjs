import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  bestWords,
  cellsOf,
  filledColumns,
  markOf,
  reasonOf,
  renderSeen,
  rowsOf
} from "./chunk-RQPTSPFD.mjs";
import {
  compare
} from "./chunk-ATYXVR3K.mjs";
import {
  LAYOUT_LEGEND,
  emitYaml,
  joinStream,
  layoutWords,
  refOf,
  tightestMemory,
  verdictLines,
  withCost,
  workersWords
} from "./chunk-CQRYLWFC.mjs";
import {
  TOP_ROWS,
  escapeUnprintable,
  fillBudget,
  groupBy,
  leadWorker,
  limitsOf,
  paretoFront,
  workersByRole
} from "./chunk-2EPS7SY3.mjs";
import {
  MODES
} from "./chunk-RDNXMUIG.mjs";
import "./chunk-ECWP2FQH.mjs";
import {
  VERSION
} from "./chunk-5QU7APPO.mjs";
import "./chunk-4FEZFIKB.mjs";
import {
  RenderError
} from "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/page/figures.ts
function pageFigures(verdict) {
  let { targets } = verdict;
  return [
    ...servedFigures(verdict),
    ...targets.flatMap(targetFigure),
    ...sizeFigures(verdict),
    ...costFigures(verdict)
  ];
}
function shortFigure(value) {
  let digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
function servedFigures({ performance, load }) {
  if (performance === void 0) return [];
  let { tokensPerSecPerBudgetGpu, tokensPerSec, requestsPerSec, concurrency } = performance, wanted = load && `, ${shortFigure(load.wanted)} ${load.field === "requestRate" ? "requests/s" : "in flight"} wanted`;
  return [
    {
      label: "tokens/s/GPU",
      value: shortFigure(tokensPerSecPerBudgetGpu),
      note: `${shortFigure(tokensPerSec)} tokens/s in all`
    },
    {
      label: "requests/s",
      value: shortFigure(requestsPerSec),
      note: `${shortFigure(concurrency)} users at a time${wanted ?? ""}`,
      ...load && { isMet: load.isServed }
    }
  ];
}
var LABELS = { ttft: "ttft", itl: "itl", e2eLatency: "whole request" };
function targetFigure({ field, limitMs, reachedMs, isMet, isSaid }) {
  if (reachedMs === void 0) return [];
  let note = `${isSaid ? "target" : "default target"} ${limitMs.toLocaleString("en")} ms`;
  return [{ label: LABELS[field], value: `${shortFigure(reachedMs)} ms`, note, isMet }];
}
function sizeFigures({ deployment }) {
  let { gpus, budgetGpus, replicas } = deployment, used = {
    label: "GPUs used",
    value: `${gpus.toLocaleString("en")} of ${budgetGpus.toLocaleString("en")}`,
    note: replicas === 1 ? "1 replica" : `${replicas.toLocaleString("en")} replicas`
  }, tightest = tightestMemory(deployment);
  if (tightest === void 0) return [used];
  let { usedGib, cardGib, freePercent } = tightest, note = `${shortFigure(usedGib)} of ${shortFigure(cardGib)} GiB used`;
  return [used, { label: "memory free", value: `${shortFigure(freePercent)} %`, note }];
}
function costFigures({ cost }) {
  if (cost === void 0) return [];
  let { currency, perHour, perMillionOutputTokens } = cost, note = perMillionOutputTokens === void 0 ? "" : `${shortFigure(perMillionOutputTokens)} a million output tokens`;
  return [{ label: `${currency} an hour`, value: shortFigure(perHour), note }];
}

// src/page/data.ts
var POINT_COLUMNS = [
  /** Place among `modes`. */
  "mode",
  /** Place among `backends`. */
  "backend",
  /** Place among `layouts`, of the worker or of the prefill worker. */
  "layout",
  "batch",
  "workers",
  "memoryGib",
  /** The same of the decode worker; zero in aggregated serving. */
  "decodeLayout",
  "decodeBatch",
  "decodeWorkers",
  "decodeMemoryGib",
  /** GPUs of one replica. */
  "gpus",
  "ttftMs",
  "itlMs",
  "requestMs",
  "concurrency",
  "requestsPerSec",
  "tokensPerSecPerUser",
  /** Of the whole budget, filled with replicas; of one replica where a load or a planner decides how many. */
  "tokensPerSecPerGpu",
  /** Position in the ranked table of its mode, from 1; zero outside of it. */
  "rank",
  /** 1 where no other one of its mode beats it. */
  "front"
];

// src/page/points.ts
function pointsOf({ profile, candidates, totalGpus, target, most }) {
  let [picked] = profile.picked;
  if (picked === void 0) return;
  let ranks = ranksOf(profile), all = withRanked(candidates, ranks).map((candidate) => rated(candidate, profile.pickingMode, totalGpus)), front = new Set(
    MODES.flatMap(
      (mode) => paretoFront(
        all.filter(({ candidate }) => candidate.mode === mode),
        target
      )
    )
  ), rankOf = ({ candidate }) => ranks.get(keyOf(candidate))?.rank ?? 0, kept = thinned(all, (one) => {
    let rank = rankOf(one);
    return rank > 0 && rank <= TOP_ROWS ? 0 : front.has(one) ? 1 : rank > 0 ? 2 : 3;
  }, most), [backends, layouts] = [names(), names()], rows = kept.map((one) => {
    let { candidate } = one, columns = {
      mode: MODES.indexOf(candidate.mode),
      ...workerColumns(candidate, layouts.add),
      backend: backends.add(leadWorker(candidate).engine.backend),
      ...metricColumns(one),
      rank: rankOf(one),
      front: front.has(one) ? 1 : 0
    };
    return POINT_COLUMNS.map((column) => columns[column]);
  }), pickedKey = keyOf(picked.candidate);
  return {
    modes: MODES,
    backends: backends.all,
    layouts: layouts.all,
    rows,
    picked: kept.findIndex(({ candidate }) => keyOf(candidate) === pickedKey),
    considered: all.length
  };
}
function rated(candidate, pickingMode, totalGpus) {
  let filled = fillBudget(candidate, totalGpus);
  return pickingMode === "default" ? filled : { ...filled, clusterRate: candidate.metrics.tokensPerSecPerGpu };
}
function ranksOf({ experiments, picked }) {
  let ranked = [picked, ...Object.values(experiments).map(({ top, further }) => [...top, ...further])].flatMap(
    (table) => table.map(({ candidate }, i) => [keyOf(candidate), { candidate, rank: i + 1 }])
  );
  return new Map(ranked);
}
function withRanked(candidates, ranks) {
  return [...new Map(
    [...[...ranks.values()].map(({ candidate }) => candidate), ...candidates].map((one) => [keyOf(one), one])
  ).values()];
}
function keyOf(candidate) {
  let { mode, metrics } = candidate, workers = workersByRole(candidate).map(([, { layout, batch, workers: count, engine }]) => [
    layout,
    batch,
    count,
    engine.backend
  ]);
  return JSON.stringify([mode, workers, metrics.ttftMs, metrics.tpotMs]);
}
function thinned(all, tierOf, most) {
  let counts = /* @__PURE__ */ new Map();
  for (let one of all) counts.set(tierOf(one), (counts.get(tierOf(one)) ?? 0) + 1);
  let room = most, rooms = /* @__PURE__ */ new Map();
  for (let tier of [...counts.keys()].sort((a, b) => a - b))
    rooms.set(tier, Math.min(room, counts.get(tier))), room -= rooms.get(tier);
  let seen = /* @__PURE__ */ new Map();
  return all.filter((one) => {
    let tier = tierOf(one), [before, share] = [seen.get(tier) ?? 0, rooms.get(tier) / counts.get(tier)];
    return seen.set(tier, before + 1), Math.floor((before + 1) * share) > Math.floor(before * share);
  });
}
function workerColumns(candidate, place) {
  let [[, { layout, batch, workers, memoryGib }], [, decode] = []] = workersByRole(candidate);
  return {
    layout: place(layoutWords(layout)),
    batch,
    workers,
    memoryGib,
    decodeLayout: decode === void 0 ? 0 : place(layoutWords(decode.layout)),
    decodeBatch: decode?.batch ?? 0,
    decodeWorkers: decode?.workers ?? 0,
    decodeMemoryGib: decode?.memoryGib ?? 0
  };
}
var DIGITS = 5;
function metricColumns({ candidate: { gpus, metrics }, clusterRate: tokensPerSecPerGpu }) {
  let { ttftMs, tpotMs: itlMs, requestMs, concurrency, requestsPerSec, tokensPerSecPerUser } = metrics, short = Object.entries({ ttftMs, itlMs, requestMs, concurrency, requestsPerSec, tokensPerSecPerUser, tokensPerSecPerGpu }).map(([name, value]) => [name, Number(value.toPrecision(DIGITS))]);
  return { gpus, ...Object.fromEntries(short) };
}
function names() {
  let places = /* @__PURE__ */ new Map(), all = [];
  return { all, add: (name) => {
    let place = places.get(name) ?? all.push(name) - 1;
    return places.set(name, place), place;
  } };
}

// src/page/shown-text.ts
function shownText(text) {
  return text.split(`
`).map((line) => escapeUnprintable(line)).join(`
`);
}

// src/page/answer.ts
function toPageAnswer(answered, mostPoints2) {
  let { request, profile, verdict, details, whatIf } = answered, { all, judged } = limitsOf(request.sla);
  return {
    facts: factsOf(answered).map(([label, value]) => [label, shownText(value)]),
    verdict: verdictLines(verdict).map(({ label, text }) => ({ label, text: shownText(text) })),
    legend: LAYOUT_LEGEND,
    figures: pageFigures(verdict),
    targets: all.map(toTarget),
    points: pointsOf({
      profile,
      candidates: details.candidates(),
      totalGpus: request.hardware.totalGpus,
      target: judged,
      most: mostPoints2
    }),
    memory: verdict.deployment.workers.flatMap(memoryBar),
    steps: details.steps.map(toStep),
    excluded: excludedTable(profile.explanation.attempts),
    whatIf: whatIf && { words: shownText(whatIf.words), table: shownTable(whatIf.table) }
  };
}
function shownTable({ columns, rows }) {
  return {
    columns: columns.map(shownText),
    rows: rows.map((row) => row.map((cell) => typeof cell == "number" ? cell : shownText(cell)))
  };
}
function factsOf({ request, profile, verdict }) {
  let { model, image, hardware, workload } = request, { backend, backendVersion } = profile;
  return [
    ["model", model],
    ["GPUs", `${hardware.totalGpus} x ${hardware.gpuSku}, ${hardware.gpusPerNode} a node`],
    ["workload", `${workload.isl} tokens in, ${workload.osl} out`],
    ["backend", backendVersion === null ? `${backend}, not measured` : `${backend} ${backendVersion}`],
    ["figures by", verdict.engine.words],
    ["image", image]
  ];
}
var LATENCIES = { ttftMs: "ttftMs", tpotMs: "itlMs", requestMs: "requestMs" };
function toTarget({ latency, limitMs }) {
  return { latency: LATENCIES[latency], limitMs };
}
function memoryBar(worker) {
  let { memory } = worker;
  return memory === void 0 ? [] : [{ label: workersWords([worker]), usedGib: memory.usedGib, cardGib: memory.cardGib }];
}
function toStep({ title, lines }) {
  let operations = lines.map(({ name, count, totalMs, source }) => ({ name, count: rounded(count), totalMs: rounded(totalMs), source }));
  return { title, operations };
}
function rounded(value) {
  return Number(value.toFixed(4));
}
var REASONS = {
  memory: "does not fit the memory",
  data: "nothing was measured",
  latency: "over the latency limits"
};
function excludedTable(attempts) {
  let rows = attempts.flatMap(({ name, excluded, inexpressible }) => {
    let groups = /* @__PURE__ */ new Map(), add = (cells, layout) => {
      let key = JSON.stringify(cells), group = groups.get(key) ?? { cells, layouts: [] };
      group.layouts.push(layout), groups.set(key, group);
    };
    for (let { role, reason, detail, layout } of excluded)
      add([name, role, reason === "data" ? detail : REASONS[reason]], layoutWords(layout));
    for (let layout of inexpressible) add([name, "", "no flag of the backend expresses it"], layoutWords(layout));
    return [...groups.values()].map(({ cells, layouts }) => [
      ...cells.map(shownText),
      [...new Set(layouts)].join(", ")
    ]);
  });
  return { columns: ["tried", "workers", "why", "layouts"], rows };
}

// src/page/html.ts
var Html = class {
  #text;
  constructor(text) {
    this.#text = text;
  }
  toString() {
    return this.#text;
  }
}, ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function html(texts, ...parts) {
  return new Html(texts.map((text, i) => `${text}${i < parts.length ? textOf(parts[i]) : ""}`).join(""));
}
function textOf(part) {
  return part instanceof Html ? part.toString() : typeof part == "object" ? part.map(textOf).join("") : String(part).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
function rawText(text) {
  if (/<\/?(?:script|style)|<!--/i.test(text))
    throw new Error("a script or style that holds a tag cannot stand in a page");
  return new Html(text);
}
function jsonText(value) {
  return new Html(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeInJson));
}
function escapeInJson(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/page/entry.ts
function prepareAnswer(answer, verdict) {
  let { model, gpuSku, basis, deployment, performance, meetsTargets, cost } = verdict, { backend, mode, gpus, budgetGpus, workers } = deployment, row = {
    model: shownText(model),
    cards: `${budgetGpus} x ${gpuSku}`,
    servedBy: `${basis === "sized" ? "from memory" : mode}, ${backend}`,
    workers: workersWords(workers),
    gpus,
    tokensPerSecPerGpu: performance?.tokensPerSecPerBudgetGpu,
    ttftMs: performance?.ttftMs,
    itlMs: performance?.itlMs,
    freePercent: tightestMemory(deployment)?.freePercent,
    cost,
    meetsTargets
  };
  return { json: jsonText(answer), row };
}
function entryOf({ name, file, isLocked, findings, manifest }, answer) {
  let state = stateOf(findings, answer), why = findings.find(({ severity }) => severity === "error")?.message ?? "", request = {
    name: shownText(name),
    file: shownText(file),
    state,
    isLocked,
    findings: findings.map(toPageFinding),
    manifest: shownIfKnown(manifest)
  }, isShown = answer !== void 0 && state !== "refused";
  return {
    row: { name: request.name, state, answer: isShown ? answer.row : shownText(why) },
    request,
    answer: answer?.json
  };
}
function stateOf(findings, answer) {
  return answer === void 0 || findings.some(({ severity }) => severity === "error") ? "refused" : findings.some(({ severity }) => severity === "warning") ? "warned" : "ready";
}
function toPageFinding({ severity, code, message, path, hint, origin }) {
  let place = origin === void 0 || origin.file === "" ? void 0 : `${origin.file}:${origin.line ?? 1}`;
  return {
    severity,
    code,
    message: shownText(message),
    path: shownIfKnown(path),
    place: shownIfKnown(place),
    hint: shownIfKnown(hint)
  };
}
function shownIfKnown(text) {
  return text === void 0 ? void 0 : shownText(text);
}

// src/page/page.ts
import { createHash } from "node:crypto";

// src/page/assets.json
var assets_default = {
  script: '"use strict";(()=>{function f(e,n={},...t){return J(document.createElement(e),n,t)}function g(e,n={},...t){return J(document.createElementNS("http://www.w3.org/2000/svg",e),n,t)}function J(e,n,t){for(let[r,o]of Object.entries(n))o!==void 0&&e.setAttribute(r,String(o));return e.append(...t.flatMap(r=>r===void 0?[]:[typeof r=="number"?String(r):r])),e}function b(e){let n=document.getElementById(e);if(n===null)throw new Error(`the page has no element ${e}`);return n}var X=0;function A(){return X+=1,`i${X}`}function Q(e,n,t){return e?.column!==n?{column:n,isDescending:t}:{column:n,isDescending:!e.isDescending}}function x(e,n,t){let r=t?-1:1;return[...e].sort((o,i)=>{let[s,l]=[n(o),n(i)];return s===void 0||l===void 0?+(s===void 0)-+(l===void 0):r*Fe(s,l)})}function Fe(e,n){return typeof e=="number"&&typeof n=="number"?e-n:String(e).localeCompare(String(n),"en",{numeric:!0})}function P(e,n){let t;e.forEach((r,o)=>{let i=f("button",{type:"button",class:"sort"},...r.childNodes,Ie());r.replaceChildren(i),i.addEventListener("click",()=>{t=Q(t,o,r.classList.contains("number"));for(let s of e)s.removeAttribute("aria-sort");r.setAttribute("aria-sort",t.isDescending?"descending":"ascending"),n(t)})})}function Ie(){return f("span",{class:"way","aria-hidden":"true"})}function Y(){let e=b("index-table"),n=e.tBodies[0],t=[...n.rows],r=new Map(t.map(a=>[a,a.textContent?.toLowerCase()??""])),[o,i,s]=[b("search"),b("state"),b("count")],l=()=>{let a=o.value.toLowerCase().split(/\\s+/).filter(c=>c!==""),d=c=>(i.value===""||c.dataset.state===i.value)&&a.every(m=>r.get(c)?.includes(m));for(let c of t)c.hidden=!d(c);let u=t.filter(c=>!c.hidden).length;s.textContent=`${u.toLocaleString("en")} of ${t.length.toLocaleString("en")} requests`};P([...e.tHead.rows[0].cells],({column:a,isDescending:d})=>{n.append(...x(t,u=>Ge(u.cells[a]),d))}),o.addEventListener("input",l),i.addEventListener("change",l),b("filters").hidden=!1,l()}function Ge(e){if(e===void 0)return;let{value:n}=e.dataset;return n!==void 0?Number(n):e.textContent===""?void 0:e.textContent??void 0}function Z(e){let n=[...document.querySelectorAll("#index-table tbody tr:not([hidden]) a")],t=n.findIndex(({hash:r})=>r===`#${e}`);return{before:n[t-1]?.hash,after:t<0?void 0:n[t+1]?.hash}}function I(e,n){return n===void 0?f("span",{class:"step off"},e):f("a",{class:"step",href:n},e)}function L(e,n){return e==null||n==null?NaN:e<n?-1:e>n?1:e>=n?0:NaN}function Be(e,n){return e==null||n==null?NaN:n<e?-1:n>e?1:n>=e?0:NaN}function ee(e){let n,t,r;e.length!==2?(n=L,t=(l,a)=>L(e(l),a),r=(l,a)=>e(l)-a):(n=e===L||e===Be?e:je,t=e,r=e);function o(l,a,d=0,u=l.length){if(d<u){if(n(a,a)!==0)return u;do{let c=d+u>>>1;t(l[c],a)<0?d=c+1:u=c}while(d<u)}return d}function i(l,a,d=0,u=l.length){if(d<u){if(n(a,a)!==0)return u;do{let c=d+u>>>1;t(l[c],a)<=0?d=c+1:u=c}while(d<u)}return d}function s(l,a,d=0,u=l.length){let c=o(l,a,d,u-1);return c>d&&r(l[c-1],a)>-r(l[c],a)?c-1:c}return{left:o,center:s,right:i}}function je(){return 0}function Ue(e){return e===null?NaN:+e}var ne=ee(L),On=ne.right,Rn=ne.left,Hn=ee(Ue).center;var Vn=te(re),qn=te(We);function te(e){return function(n,t,r=t){if(!((t=+t)>=0))throw new RangeError("invalid rx");if(!((r=+r)>=0))throw new RangeError("invalid ry");let{data:o,width:i,height:s}=n;if(!((i=Math.floor(i))>=0))throw new RangeError("invalid width");if(!((s=Math.floor(s!==void 0?s:o.length/i))>=0))throw new RangeError("invalid height");if(!i||!s||!t&&!r)return n;let l=t&&e(t),a=r&&e(r),d=o.slice();return l&&a?(S(l,d,o,i,s),S(l,o,d,i,s),S(l,d,o,i,s),k(a,o,d,i,s),k(a,d,o,i,s),k(a,o,d,i,s)):l?(S(l,o,d,i,s),S(l,d,o,i,s),S(l,o,d,i,s)):a&&(k(a,o,d,i,s),k(a,d,o,i,s),k(a,o,d,i,s)),n}}function S(e,n,t,r,o){for(let i=0,s=r*o;i<s;)e(n,t,i,i+=r,1)}function k(e,n,t,r,o){for(let i=0,s=r*o;i<r;++i)e(n,t,i,i+s,r)}function We(e){let n=re(e);return(t,r,o,i,s)=>{o<<=2,i<<=2,s<<=2,n(t,r,o+0,i+0,s),n(t,r,o+1,i+1,s),n(t,r,o+2,i+2,s),n(t,r,o+3,i+3,s)}}function re(e){let n=Math.floor(e);if(n===e)return De(e);let t=e-n,r=2*e+1;return(o,i,s,l,a)=>{if(!((l-=a)>=s))return;let d=n*i[s],u=a*n,c=u+a;for(let m=s,h=s+u;m<h;m+=a)d+=i[Math.min(l,m)];for(let m=s,h=l;m<=h;m+=a)d+=i[Math.min(l,m+u)],o[m]=(d+t*(i[Math.max(s,m-c)]+i[Math.min(l,m+c)]))/r,d-=i[Math.max(s,m-u)]}}function De(e){let n=2*e+1;return(t,r,o,i,s)=>{if(!((i-=s)>=o))return;let l=e*r[o],a=s*e;for(let d=o,u=o+a;d<u;d+=s)l+=r[Math.min(i,d)];for(let d=o,u=i;d<=u;d+=s)l+=r[Math.min(i,d+a)],t[d]=l/n,l-=r[Math.max(o,d-a)]}}var _e=Array.prototype,Fn=_e.slice;var ze=Math.sqrt(50),Ke=Math.sqrt(10),Xe=Math.sqrt(2);function v(e,n,t){let r=(n-e)/Math.max(0,t),o=Math.floor(Math.log10(r)),i=r/Math.pow(10,o),s=i>=ze?10:i>=Ke?5:i>=Xe?2:1,l,a,d;return o<0?(d=Math.pow(10,-o)/s,l=Math.round(e*d),a=Math.round(n*d),l/d<e&&++l,a/d>n&&--a,d=-d):(d=Math.pow(10,o)*s,l=Math.round(e/d),a=Math.round(n/d),l*d<e&&++l,a*d>n&&--a),a<l&&.5<=t&&t<2?v(e,n,t*2):[l,a,d]}function G(e,n,t){if(n=+n,e=+e,t=+t,!(t>0))return[];if(e===n)return[e];let r=n<e,[o,i,s]=r?v(n,e,t):v(e,n,t);if(!(i>=o))return[];let l=i-o+1,a=new Array(l);if(r)if(s<0)for(let d=0;d<l;++d)a[d]=(i-d)/-s;else for(let d=0;d<l;++d)a[d]=(i-d)*s;else if(s<0)for(let d=0;d<l;++d)a[d]=(o+d)/-s;else for(let d=0;d<l;++d)a[d]=(o+d)*s;return a}function Je(e,n,t){return n=+n,e=+e,t=+t,v(e,n,t)[2]}function oe(e,n,t){let r;for(;;){let o=Je(e,n,t);if(o===r||o===0||!isFinite(o))return[e,n];if(o>0){let i=Math.ceil(e/o),s=Math.floor(n/o);e=(i-(i*o>e))*o,n=(s+(s*o<n))*o}else if(o<0){let i=-o,s=Math.ceil(e*i),l=Math.floor(n*i);e=(s-(s/i>e))/i,n=(l+(l/i<n))/i}r=o}}var In=Qe(Math.random);function Qe(e){return function(t,r=0,o=t.length){let i=o-(r=+r);for(;i;){let s=e()*i--|0,l=t[i+r];t[i+r]=t[s+r],t[s+r]=l}return t}}function B(e,[n,t]){let[,r]=oe(0,e,6);return{at:o=>n+o/r*(t-n),ticks:o=>G(0,r,o)}}function ie([e,n],[t,r]){let[o,i]=[Math.log10(e),Math.log10(n)],l=Array.from({length:Math.ceil(i)-Math.floor(o)+1},(a,d)=>10**(Math.floor(o)+d)).flatMap(a=>[a,2*a,5*a]).filter(a=>a>=e&&a<=n);return{at:a=>t+(Math.log10(a)-o)/(i-o)*(r-t),ticks:a=>l.length>1?l:G(e,n,a)}}var se={x:80,y:45},Ye=new Intl.NumberFormat("en",{notation:"compact",maximumFractionDigits:2});function j({value:e,limit:n,isLogarithmic:t=!1},r,o){let i=[...r.map(e),...n===void 0?[]:[n]].filter(a=>Number.isFinite(a)&&a>0),[s,l]=[Math.min(...i),Math.max(...i)];return i.length===0?B(1,o):t?ie([s*.9,l*1.1],o):B(l*1.04,o)}function fe(e,{x:n,y:t},r){let{width:o,height:i,left:s,right:l,top:a,bottom:d}=e,[u,c]=[le(n,(o-s-l)/se.x),le(t,(i-a-d)/se.y)];return g("g",{class:"axes"},...u.map(({at:m,text:h})=>ae(`M${m},${a}V${i-d}`,{x:m,y:i-d+18,"text-anchor":"middle"},h)),...c.map(({at:m,text:h})=>ae(`M${s},${m}H${o-l}`,{x:s-8,y:m+4,"text-anchor":"end"},h)),g("text",{class:"label",x:o-l,y:i-6,"text-anchor":"end"},`${r.x} \\u2192`),g("text",{class:"label",x:4,y:14},`\\u2191 ${r.y}`))}function ae(e,n,t){return g("g",{},g("path",{class:"grid",d:e}),g("text",n,t))}function le(e,n){return e.ticks(Math.max(2,Math.round(n))).map(r=>({at:Math.round(e.at(r)*10)/10,text:Ye.format(r)}))}function de(e){let n=s=>e.find(l=>l.latency===s)?.limitMs,[t,r]=[n("itlMs"),n("requestMs")],o={label:"tokens/s for one user",value:s=>s.tokensPerSecPerUser,limit:t&&1e3/t,isMoreBetter:!0};return{speed:r===void 0?o:{label:"request latency, ms",value:s=>s.requestMs,limit:r,isMoreBetter:!1},throughput:{label:"tokens/s per GPU",value:s=>s.tokensPerSecPerGpu,isMoreBetter:!0},ttft:{label:"ttft, ms",value:s=>s.ttftMs,limit:n("ttftMs"),isLogarithmic:!0,isMoreBetter:!1},itl:{label:"itl, ms",value:s=>s.itlMs,limit:t,isMoreBetter:!1,isLogarithmic:!0}}}var ue=["mode","backend","layout","batch","workers","memoryGib","decodeLayout","decodeBatch","decodeWorkers","decodeMemoryGib","gpus","ttftMs","itlMs","requestMs","concurrency","requestsPerSec","tokensPerSecPerUser","tokensPerSecPerGpu","rank","front"];function ce(e){return e.rows.map((n,t)=>{let r=Object.fromEntries(ue.map((o,i)=>[o,n[i]]));return{...r,modeName:e.modes[r.mode],backendName:e.backends[r.backend],isPicked:t===e.picked,workersText:Ze(r,e)}})}function Ze(e,{modes:n,layouts:t}){let r=`${t[e.layout]} b${e.batch}`;if(n[e.mode]==="agg")return`${e.workers}x ${r}`;let o=`${t[e.decodeLayout]} b${e.decodeBatch}`;return`${e.workers}x prefill ${r} + ${e.decodeWorkers}x decode ${o}`}var en=5;function E({rank:e}){return e>0&&e<=en}function p(e){let n=Math.abs(e)>=100?0:Math.abs(e)>=10?1:2;return e.toLocaleString("en",{maximumFractionDigits:n})}function me(e){return`${e.isPicked?"The pick: ":e.rank>0?`Rank ${e.rank} of ${e.modeName}: `:""}${e.modeName} with ${e.backendName}, ${e.workersText}; ${p(e.tokensPerSecPerGpu)} tokens/s/GPU, ${p(e.tokensPerSecPerUser)} tokens/s/user, ttft ${p(e.ttftMs)} ms, itl ${p(e.itlMs)} ms, ${p(e.concurrency)} in flight`}function U(e,{columns:n,rows:t}){let r=n.map((a,d)=>{let u=t.map(c=>c[d]).filter(c=>c!=="");return u.length>0&&u.every(c=>typeof c=="number")}),o=a=>r[a]?"number":void 0,i=n.map((a,d)=>f("th",{scope:"col",class:o(d)},a)),s=f("tbody"),l=a=>{s.replaceChildren(...a.map(d=>f("tr",{},...d.map((u,c)=>f("td",{class:o(c)},nn(u))))))};return l(t),P(i,({column:a,isDescending:d})=>l(x(t,u=>u[a]===""?void 0:u[a],d))),w(e,f("table",{},f("caption",{class:"unseen"},e),f("thead",{},f("tr",{},...i)),s))}function w(e,...n){return f("div",{class:"scrolls",tabindex:0,role:"region","aria-label":e},...n)}function nn(e){return typeof e=="number"?e.toLocaleString("en",{maximumFractionDigits:3}):e}var he=8;function pe(e){return f("div",{class:"bars"},...e.map(tn))}function tn({label:e,usedGib:n,cardGib:t}){let r=t===void 0?void 0:100*n/t,o=t===void 0||r===void 0?`${p(n)} GiB`:`${p(n)} of ${p(t)} GiB, ${p(100-r)} % free`;return f("div",{class:"bar-row"},f("span",{class:"bar-label"},e),ye(r??100,r!==void 0&&r>95?"tight":""),f("span",{class:"bar-value"},o))}function ge({title:e,operations:n}){let t=[...n].sort((h,y)=>y.totalMs-h.totalMs),r=t.reduce((h,y)=>h+y.totalMs,0),o=t.length>he+1?t.slice(0,he):t,i=t.slice(o.length),s=i.reduce((h,y)=>h+y.totalMs,0),l={name:`${i.length} others`,count:0,totalMs:s,source:""},a=i.length===0?o:[...o,l],d=Math.max(...a.map(h=>h.totalMs)),u=`${e}, ${p(r)} ms`,c=a.map(({name:h,totalMs:y,count:M,source:qe})=>f("tr",{},f("th",{scope:"row"},h),f("td",{class:"bar-cell"},ye(100*y/d,"")),f("td",{class:"number"},p(y)),f("td",{class:"number"},`${p(100*y/r)} %`),f("td",{class:"number"},M===0?"":p(M)),f("td",{},qe))),m=["operation","share","ms","% of the step","times","from"];return w(u,f("table",{class:"step"},f("caption",{},u),f("thead",{},f("tr",{},...m.map((h,y)=>f("th",{scope:"col",class:y>1&&y<5?"number":void 0},h)))),f("tbody",{},...c)))}function ye(e,n){let t=f("span",{class:`fill ${n}`});return t.style.width=`${Math.max(0,Math.min(100,e)).toFixed(2)}%`,f("span",{class:"bar","aria-hidden":"true"},t)}var be=[e=>`M${-e},0a${e},${e} 0 1,0 ${2*e},0a${e},${e} 0 1,0 ${-2*e},0`,e=>`M${-e},${-e}h${2*e}v${2*e}h${-2*e}z`,e=>`M0,${-1.2*e}l${1.2*e},${2.1*e}h${-2.4*e}z`,e=>`M0,${-1.3*e}l${1.3*e},${1.3*e}l${-1.3*e},${1.3*e}l${-1.3*e},${-1.3*e}z`];function $(e,n){return be[e%be.length](n)}function rn(e,n,t,r){return $(e,n).replace(/^M(-?[\\d.]+),(-?[\\d.]+)/,(o,i,s)=>`M${(t+Number(i)).toFixed(1)},${(r+Number(s)).toFixed(1)}`)}function N(e){return`M${Array.from({length:10},(t,r)=>{let[o,i]=[r*Math.PI/5-Math.PI/2,r%2===0?e:e*.45];return`${(i*Math.cos(o)).toFixed(1)},${(i*Math.sin(o)).toFixed(1)}`}).join("L")}z`}function T(e,n){return g("svg",{viewBox:"-8 -8 16 16",width:16,height:16,"aria-hidden":"true"},g("path",{d:e,class:n}))}function W(e,n,t){let r=new Map;for(let o of[...e].sort((i,s)=>i.mode-s.mode)){let i=`${o.mode} ${o.backend}`,s=r.get(i)??{className:`mark ${o.modeName}`,d:""};s.d+=rn(o.backend,n,...t(o)),r.set(i,s)}return[...r.values()].map(({className:o,d:i})=>g("path",{class:o,d:i}))}function we(e){let n=[...new Set(e.points.map(({modeName:o})=>o))],t=[...new Map(e.points.map(({backendName:o,backend:i})=>[o,i]))],r=[...n.map(o=>xe(e,o,T($(0,5),`mark ${o}`))),...t.length>1?t.map(([o,i])=>xe(e,o,T($(i,5),"mark"))):[]];return f("fieldset",{class:"legend"},f("legend",{class:"unseen"},"Configurations that are shown"),...r,f("span",{class:"key"},T(N(8),"pick"),"the pick"),f("span",{class:"key"},T("M-8,4L-2,-2L8,-4","front"),"best of its mode"))}function xe(e,n,t){let r=f("input",{type:"checkbox",checked:""});return r.addEventListener("change",()=>e.show(n,r.checked)),f("label",{},r,t,n)}var C=[{heading:"rank",value:({rank:e})=>e===0?void 0:e},{heading:"mode",value:({modeName:e})=>e,isText:!0},{heading:"backend",value:({backendName:e})=>e,isText:!0},{heading:"workers",value:({workersText:e})=>e,isText:!0},{heading:"GPUs",value:({gpus:e})=>e},{heading:"tokens/s/GPU",value:({tokensPerSecPerGpu:e})=>e},{heading:"tokens/s/user",value:({tokensPerSecPerUser:e})=>e},{heading:"ttft ms",value:({ttftMs:e})=>e},{heading:"itl ms",value:({itlMs:e})=>e},{heading:"request ms",value:({requestMs:e})=>e},{heading:"in flight",value:({concurrency:e})=>e},{heading:"memory GiB",value:({memoryGib:e,decodeMemoryGib:n})=>Math.max(e,n)}],on=C.findIndex(({heading:e})=>e==="workers"),Me=[{label:"first of each mode",has:E},{label:"ranked",has:({rank:e})=>e>0},{label:"best of each mode",has:({front:e})=>e===1},{label:"all",has:()=>!0}],D=100;function Pe(e){let n=Me[0],t,r=D,o=C.map(({heading:u,isText:c})=>f("th",{scope:"col",class:c?void 0:"number"},u)),i=f("tbody"),s=f("p",{class:"count",role:"status"}),l=f("button",{type:"button"},"Show more"),a=()=>{let u=e.shown.filter(n.has),c=C[t?.column??0].value,h=(t===void 0?sn(u):x(u,c,t.isDescending)).slice(0,r);i.replaceChildren(...h.map(y=>an(y,e))),s.textContent=`${h.length} of ${u.length} configurations`,l.hidden=h.length===u.length};P(o,u=>{t=u,a()}),l.addEventListener("click",()=>{r+=D,a()}),e.onChange(u=>u==="shown"?a():ln(i,e)),a();let d="Configurations";return f("div",{},fn(u=>{n=u,r=D,a()}),w(d,f("table",{class:"ranked-table"},f("caption",{class:"unseen"},d),f("thead",{},f("tr",{},...o)),i)),f("div",{class:"below"},s,l))}function sn(e){return x(e,({isPicked:t,rank:r,mode:o})=>t?-1:r===0?1e6:o*1e3+r,!1)}var Se=new WeakMap;function an(e,n){let t=C.map(({value:o,isText:i},s)=>{let l=o(e);return s===0?f("th",{scope:"row",class:"number"},`${e.isPicked?"\\u2605 ":""}${l??""}`):f("td",{class:i?s===on?"words":void 0:"number"},typeof l=="number"?p(l):l)}),r=f("tr",{class:e.isPicked?"picked":void 0},...t);return r.addEventListener("pointerenter",()=>n.look(e)),r.addEventListener("pointerleave",()=>n.look(void 0)),Se.set(r,e),r}function ln(e,{active:n}){for(let t of e.children)t.classList.toggle("active",n!==void 0&&Se.get(t)===n)}function fn(e){let n=Me.map((t,r)=>{let o=f("input",{type:"radio",name:"view",checked:r===0?"":void 0});return o.addEventListener("change",()=>e(t)),f("label",{},o,t.label)});return f("fieldset",{class:"legend"},f("legend",{class:"unseen"},"Rows of the table"),...n)}var dn={left:52,right:16,top:26,bottom:40},un=.62,ke={smallest:260,largest:430};function _(e){let n=Math.round(Math.max(ke.smallest,Math.min(ke.largest,e*un)));return{width:e,height:n,...dn}}function Ee(e,n,{width:t,height:r,left:o,right:i,top:s,bottom:l}){if(e.x.limit===void 0&&e.y.limit===void 0)return;let[a,d]=$e(e.x,n.x,[o,t-i]),[u,c]=$e(e.y,n.y,[r-l,s]),m={width:Math.max(0,d-a),height:Math.max(0,u-c)};return{rectangle:g("rect",{class:"region",x:a,y:c,...m}),name:g("text",{class:"region-name",x:d-6,y:c+14,"text-anchor":"end"},"meets the targets")}}function $e({limit:e,isMoreBetter:n},t,[r,o]){return e===void 0?[r,o]:n?[t.at(e),o]:[r,t.at(e)]}var O={plain:2.6,ranked:4.6,star:11,cursor:8},cn=40,R=class{surface=g("svg",{"aria-hidden":"true"});#e;#n;#t=g("path",{class:"cursor"});#r=_(0);#o=new Map;constructor(n,t){this.#e=n,this.#n=t}get width(){return this.#r.width}draw(n){let t=_(n),{left:r,right:o,top:i,bottom:s,height:l}=t,{x:a,y:d,hasFront:u}=this.#e,{points:c,shown:m}=this.#n,h={x:j(a,c,[r,n-o]),y:j(d,c,[l-s,i])};this.#r=t,this.#o=new Map(c.map(M=>[M,[h.x.at(a.value(M)),h.y.at(d.value(M))]]));let y=Ee(this.#e,h,t);this.surface.setAttribute("viewBox",`0 0 ${n} ${l}`),this.surface.replaceChildren(...y===void 0?[]:[y.rectangle],fe(t,h,{x:a.label,y:d.label}),...this.#i(m),...u?this.#a(m):[],...y===void 0?[]:[y.name],...this.#s(m),this.#t)}highlight(){let{active:n}=this.#n;this.#t.setAttribute("d",n===void 0?"":$(0,O.cursor)),n!==void 0&&this.#t.setAttribute("transform",`translate(${this.placeOf(n).join(" ")})`)}placeOf(n){return this.#o.get(n)??[0,0]}nearest(n,t){let[r,o]=[void 0,cn];for(let i of this.#n.shown){let[s,l]=this.placeOf(i),a=Math.hypot(s-n,l-t);a<o&&([r,o]=[i,a])}return r}#i(n){let t=n.filter(r=>!E(r));return[g("g",{class:"plain"},...W(t,O.plain,r=>this.placeOf(r)))]}#s(n){let t=s=>this.placeOf(s),r=n.filter(s=>E(s)&&!s.isPicked),i=n.filter(({isPicked:s})=>s).map(s=>g("path",{class:"pick",d:N(O.star),transform:`translate(${t(s).join(" ")})`}));return[g("g",{class:"ranked"},...W(r,O.ranked,t)),...i]}#a(n){return[...new Set(n.map(({modeName:r})=>r))].map(r=>{let s=n.filter(({modeName:l,front:a})=>l===r&&a===1).map(l=>this.placeOf(l)).sort(([l],[a])=>l-a).map(l=>l.map(a=>a.toFixed(1)).join(",")).join("L");return g("path",{class:`front ${r}`,d:s===""?"":`M${s}`})})}};function H(e,n){return(t,r,o)=>{let{value:i}=o[e],s=[...t].sort((l,a)=>i(l)-i(a));return s[s.indexOf(r)+n]??r}}var Te=new Map([["ArrowRight",H("x",1)],["ArrowLeft",H("x",-1)],["ArrowUp",H("y",1)],["ArrowDown",H("y",-1)],["Home",ve],["Escape",()=>{}]]);function Ae(e){return Te.has(e)}function Le(e,n,t,r){return t===void 0?e==="Escape"?void 0:ve(n):Te.get(e)?.(n,t,r)}function ve(e){return e.find(({isPicked:n})=>n)??e[0]}function Ne(e){let n=e.isPicked?" \\xB7 the pick":e.rank>0?` \\xB7 rank ${e.rank}`:"",t=[["tokens/s/GPU",p(e.tokensPerSecPerGpu)],["tokens/s/user",p(e.tokensPerSecPerUser)],["ttft",`${p(e.ttftMs)} ms`],["itl",`${p(e.itlMs)} ms`],["in flight",p(e.concurrency)],["GPUs",p(e.gpus)]];return[f("strong",{},`${e.modeName} \\xB7 ${e.backendName}${n}`),f("p",{},e.workersText),f("dl",{},...t.map(([r,o])=>f("div",{},f("dt",{},r),f("dd",{},o))))]}var mn="Arrow keys go from one configuration to the next, Home goes to the pick, Escape leaves it.";function z(e,n){let t=A(),r=new R(n,e),o=f("div",{class:"tip",hidden:""}),i=f("p",{class:"unseen",role:"status"}),s=f("div",{class:"chart",tabindex:0,role:"application","aria-label":n.title,"aria-describedby":t},r.surface,o),l=()=>{r.highlight(),pn(o,r,e.active),document.activeElement===s&&(i.textContent=e.active?me(e.active):"")},a=()=>{s.clientWidth>0&&r.draw(s.clientWidth),l()};return e.onChange(d=>d==="shown"?a():l()),new ResizeObserver(a).observe(s),hn(s,{state:e,spec:n,drawing:r}),f("figure",{},f("figcaption",{},n.title),s,f("p",{class:"unseen",id:t},mn),i)}function hn(e,{state:n,spec:t,drawing:r}){let o=()=>n.look(void 0);e.addEventListener("pointermove",({clientX:i,clientY:s})=>{let{left:l,top:a}=e.getBoundingClientRect();n.look(r.nearest(i-l,s-a))}),e.addEventListener("pointerleave",o),e.addEventListener("blur",o),e.addEventListener("keydown",i=>{!Ae(i.key)||i.ctrlKey||i.metaKey||i.altKey||(i.preventDefault(),n.look(Le(i.key,n.shown,n.active,t)))})}function pn(e,n,t){if(e.hidden=t===void 0,t===void 0)return;let[r,o]=n.placeOf(t);e.replaceChildren(...Ne(t)),e.style.left=`${Math.max(0,Math.min(r+14,n.width-e.offsetWidth))}px`;let i=o-e.offsetHeight-12;e.style.top=`${i>0?i:o+16}px`}var V=class{points;#e=new Set;#n=[];#t;constructor(n){this.points=n}get active(){return this.#t}get shown(){return this.points.filter(({modeName:n,backendName:t})=>!this.#e.has(n)&&!this.#e.has(t))}show(n,t){t?this.#e.delete(n):this.#e.add(n),this.#r("shown")}look(n){n!==this.#t&&(this.#t=n,this.#r("active"))}onChange(n){this.#n.push(n)}#r(n){for(let t of this.#n)t(n)}};var gn={ready:"Ready",warned:"Ready, with warnings",refused:"Refused"};function Ce({name:e,file:n,state:t,isLocked:r,findings:o,manifest:i},s){return f("article",{},f("p",{class:`state ${t}`},`${gn[t]}${r?", as locked":""}`),f("h2",{tabindex:-1,id:"request-name"},f("bdi",{},e)),f("p",{class:"file"},n),...s===void 0?[]:yn(s),o.length===0?void 0:bn(o),...s===void 0?[]:xn(s),i&&Oe("The manifest",void 0,w("The manifest",f("pre",{},i))))}function yn({verdict:[e,...n],figures:t}){return[f("p",{class:"lead"},e?.text),f("ul",{class:"figures"},...t.map(({label:r,value:o,note:i,isMet:s})=>f("li",{class:s===void 0?void 0:s?"met":"missed"},f("span",{class:"figure-label"},r),f("span",{class:"figure-value"},o),f("span",{class:"figure-note"},i)))),f("dl",{class:"verdict"},...n.map(({label:r,text:o})=>f("div",{},f("dt",{},r),f("dd",{},o))))]}function bn(e){return f("ul",{class:"findings","aria-label":"Findings"},...e.map(({severity:n,code:t,message:r,path:o,place:i,hint:s})=>f("li",{class:n},f("strong",{},`${n} ${t} `),r,f("span",{class:"where"},[o,i].filter(l=>l!==void 0).join(" \\xB7 ")),s===void 0?void 0:f("span",{class:"hint"},s))))}function xn({facts:e,legend:n,points:t,targets:r,memory:o,steps:i,excluded:s,whatIf:l}){let a=new V(t===void 0?[]:ce(t));return[f("dl",{class:"facts"},...e.map(([d,u])=>f("div",{},f("dt",{},d),f("dd",{},u)))),t&&q("What was considered",Mn(t),...wn(a,r),f("p",{class:"note"},n)),l&&q("What if",l.words,U("What if",l.table)),o.length===0?void 0:q("Memory of a GPU",void 0,pe(o)),i.length===0?void 0:q("Where the time goes","Operations of one step of the picked workers.",f("div",{class:"steps"},...i.map(ge))),s.rows.length===0?void 0:Oe("Left out",`${s.rows.length} rows`,U("Left out",s))]}function wn(e,n){let{speed:t,throughput:r,ttft:o,itl:i}=de(n);return[we(e),f("div",{class:"charts"},z(e,{title:"Throughput against speed",x:t,y:r,hasFront:!0}),z(e,{title:"Time to first token against time between tokens",x:o,y:i,hasFront:!1})),Pe(e)]}function Mn({considered:e,rows:n}){let t=`${e.toLocaleString("en")} configurations`;return n.length===e?`${t}.`:`${t}, of which ${n.length.toLocaleString("en")} are shown: what is ranked, the best of each mode, and others evenly.`}function q(e,n,...t){let r=A();return f("section",{"aria-labelledby":r},f("h3",{id:r},e),n===void 0?void 0:f("p",{class:"note"},n),...t)}function Oe(e,n,...t){return f("details",{},f("summary",{},f("h3",{},e),n===void 0?void 0:f("span",{class:"note"},` ${n}`)),...t)}var[Pn,K]=[b("index"),b("detail")],Re=document.title,F;function Ve(){let e=location.hash.slice(1),n=He("request",e);if(Pn.hidden=n!==void 0,K.hidden=n===void 0,n===void 0){document.title=Re,K.replaceChildren(),F!==void 0&&document.querySelector(`a[href="#${F}"]`)?.focus(),F=void 0;return}F=e,document.title=`${n.name} - ${Re}`;let{before:t,after:r}=Z(e),o=f("nav",{"aria-label":"Requests"},f("a",{class:"step",href:"#"},"\\u2190 All requests"),I("Previous",t),I("Next",r));K.replaceChildren(o,Ce(n,He("answer",e))),scrollTo(0,0),b("request-name").focus({preventScroll:!0})}function He(e,n){if(!/^r\\d+$/.test(n))return;let t=document.getElementById(`${e}-${n}`)?.textContent;return t==null?void 0:JSON.parse(t)}function Sn(){for(let e of document.querySelectorAll("details"))e.open=!0}Y();addEventListener("hashchange",Ve);addEventListener("beforeprint",Sn);location.hash===""&&document.querySelectorAll("#index-table tbody tr").length===1&&location.replace("#r0");Ve();})();',
  style: ':root{color-scheme:light dark;--ground: #ffffff;--raised: #f6f7f9;--line: #d9dde3;--text: #1a1f27;--quiet: #57606d;--link: #0a58a8;--agg: #0072b2;--disagg: #b8540a;--pick: #1a1f27;--region: #e4f3ec;--met: #00694b;--missed: #a8320a;--warn: #7a5200;--focus: #0a58a8;--bar: #5b7fa6}@media(prefers-color-scheme:dark){:root{--ground: #14171c;--raised: #1d2128;--line: #353b45;--text: #e9ecf1;--quiet: #a6afbb;--link: #7cbcf5;--agg: #56b4e9;--disagg: #f0a33c;--pick: #ffffff;--region: #17302a;--met: #5fd0a8;--missed: #ff9b73;--warn: #e8bf5a;--focus: #7cbcf5;--bar: #6f95bf}}*{box-sizing:border-box}:root [hidden]{display:none}body{margin:0 auto;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem;max-width:86rem;background:var(--ground);color:var(--text);font:.9375rem/1.5 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,DejaVu Sans,sans-serif;overflow-wrap:anywhere}h1,h2,h3{line-height:1.25;text-wrap:balance}h1{margin:0;font-size:1.0625rem;font-weight:600}h2{margin:.25rem 0 0;font-size:1.75rem;font-weight:650;letter-spacing:-.01em}h3{margin:0;font-size:1.125rem;font-weight:600}a{color:var(--link)}:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}h2:focus,h2:focus-visible{outline:none}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.skip:not(:focus){position:absolute;left:-100vw}header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;justify-content:space-between;padding-bottom:.75rem;margin-bottom:1.5rem;border-bottom:1px solid var(--line)}header p,footer{margin:0;color:var(--quiet);font-size:.8125rem}footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line)}.scrolls{overflow-x:auto}table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.875rem}th,td{padding:.375rem .625rem .375rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}tbody th{font-weight:500}td:first-child{white-space:nowrap}thead th{color:var(--quiet);font-size:.8125rem;font-weight:500;white-space:nowrap;vertical-align:bottom}.number{text-align:right;white-space:nowrap}caption{padding:.5rem 0;text-align:left;color:var(--quiet)}tbody tr:hover,tbody tr.active{background:var(--raised)}tr.picked{font-weight:600}.sort{padding:0;border:0;background:none;color:inherit;font:inherit;cursor:pointer;text-decoration:underline dotted;text-underline-offset:.25em}.sort:hover{color:var(--text)}[aria-sort=ascending] .way:before{content:"\\2191"}[aria-sort=descending] .way:before{content:"\\2193"}.way{margin-left:.2em}.filters{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin-bottom:1rem}.filters label{display:grid;gap:.125rem;color:var(--quiet);font-size:.8125rem}input[type=search],select,button:not(.sort){min-height:2.25rem;padding:.25rem .625rem;border:1px solid color-mix(in srgb,var(--quiet) 70%,transparent);border-radius:6px;background:var(--ground);color:var(--text);font:inherit}input[type=search]{width:min(24rem,80vw)}#count{margin:0 0 .4rem auto;color:var(--quiet);font-size:.8125rem}#index-table{font-size:.8125rem}#index-table td{white-space:nowrap}td.words{min-width:15rem}.name{min-width:9rem;max-width:24rem;overflow-wrap:anywhere}#index-table td.words{min-width:11rem;white-space:normal}.mark-state:before{margin-right:.4em}.ready.mark-state:before{content:"\\2713"}.warned.mark-state:before{content:"!";font-weight:700}.refused.mark-state:before{content:"\\2715"}.ready{color:var(--met)}.warned{color:var(--warn)}.refused{color:var(--missed)}#detail nav{display:flex;gap:1.25rem;margin-bottom:1.25rem;font-size:.875rem}#detail nav a:first-child{margin-right:auto}.step.off{color:var(--quiet)}.state{margin:0;font-size:.8125rem;font-weight:600}.file{margin:.125rem 0 0;color:var(--quiet);font-size:.8125rem}.lead{max-width:54rem;margin:1rem 0 0;font-size:1.125rem;line-height:1.45}.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.25rem,1fr));gap:1px;margin:1.25rem 0;padding:1px;list-style:none}.figures li{display:grid;align-content:start;padding:.75rem .875rem;box-shadow:0 0 0 1px var(--line)}.figure-label,.figure-note{color:var(--quiet);font-size:.8125rem}.figure-value{font-size:1.5rem;font-weight:600;letter-spacing:-.01em;font-variant-numeric:tabular-nums}.met .figure-note{color:var(--met)}.missed .figure-note{color:var(--missed)}.met .figure-note:before{content:"\\2713  "}.missed .figure-note:before{content:"\\2715  "}.verdict{display:grid;gap:.25rem;max-width:62rem;margin:0 0 1.25rem}.verdict div{display:grid;grid-template-columns:6rem 1fr}.findings{display:grid;gap:.5rem;max-width:60rem;margin:1rem 0;padding:0;list-style:none}.findings li{padding:.5rem .75rem;border-left:3px solid var(--quiet);background:var(--raised)}.findings .error{border-color:var(--missed)}.findings .warning{border-color:var(--warn)}.where,.hint{display:block;color:var(--quiet);font-size:.8125rem}.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.5rem 1.5rem;margin:0;font-size:.875rem}dt{color:var(--quiet);font-size:.8125rem}.verdict dt{font-size:inherit}dd{margin:0}section,details{margin-top:2.5rem}details{margin-top:1.5rem;padding-top:.75rem;border-top:1px solid var(--line)}summary{cursor:pointer}summary h3{display:inline}.note{margin:.125rem 0 .5rem;color:var(--quiet);font-size:.875rem}pre{margin:.75rem 0 0;padding:1rem;min-width:max-content;background:var(--raised);font:.8125rem/1.5 ui-monospace,SF Mono,Menlo,Consolas,DejaVu Sans Mono,monospace}.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0;padding:0;border:0;font-size:.875rem}.legend label,.key{display:inline-flex;gap:.3rem;align-items:center;min-height:1.75rem}.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1rem 2rem;margin:.75rem 0 1.5rem}figure{margin:0;min-width:0}figcaption{margin-bottom:.25rem;font-weight:600;font-size:.875rem}.chart{position:relative;touch-action:pan-y}.chart svg{display:block;width:100%;overflow:visible}svg text{fill:var(--quiet);font-size:11.5px}svg .label{font-size:12px}.grid{stroke:var(--line);stroke-width:1}.region{fill:var(--region)}svg .region-name{fill:var(--met);stroke:var(--region);stroke-width:4px;paint-order:stroke}.mark{fill:var(--quiet)}.mark.agg{fill:var(--agg)}.mark.disagg{fill:var(--disagg)}.plain .mark{opacity:.4}.ranked .mark{stroke:var(--ground);stroke-width:1.25}.front{fill:none;stroke:var(--quiet);stroke-width:1.75}.front.agg{stroke:var(--agg)}.front.disagg{stroke:var(--disagg);stroke-dasharray:6 3}.pick{fill:var(--pick);stroke:var(--ground);stroke-width:1.5}.cursor{fill:none;stroke:var(--text);stroke-width:2}.tip{position:absolute;z-index:1;max-width:18rem;padding:.5rem .75rem;border:1px solid var(--line);border-radius:6px;background:var(--ground);box-shadow:0 4px 16px #0000002e;font-size:.8125rem;pointer-events:none}.tip p{margin:.125rem 0 .375rem;color:var(--quiet)}.tip dl{display:grid;grid-template-columns:repeat(2,auto);gap:0 1rem;margin:0}.tip dl div{display:flex;gap:.5rem;justify-content:space-between}.tip dd{font-variant-numeric:tabular-nums}.below{display:flex;gap:1rem;align-items:center}.count{color:var(--quiet);font-size:.8125rem}.bars{display:grid;gap:.625rem;margin-top:.5rem}.bar-row{display:grid;grid-template-columns:minmax(9rem,16rem) minmax(6rem,1fr) minmax(11rem,auto);gap:1rem;align-items:center}.bar{display:block;height:.875rem;border-radius:3px;background:var(--raised);box-shadow:inset 0 0 0 1px var(--line);overflow:hidden}.fill{display:block;height:100%;background:var(--bar);-webkit-print-color-adjust:exact;print-color-adjust:exact}.fill.tight{background:var(--disagg)}.bar-value{font-variant-numeric:tabular-nums}.bar-cell{width:26%;min-width:5rem}.bar-cell .bar{margin-top:.25rem}.steps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(32rem,100%),1fr));gap:1rem 2.5rem}@media(max-width:40rem){.verdict div{grid-template-columns:1fr}.bar-row{grid-template-columns:1fr;gap:.125rem}h2{font-size:1.375rem}.figures{grid-template-columns:1fr 1fr}}@media print{:root{color-scheme:light;--ground: #ffffff;--raised: #f6f7f9;--line: #c4c9d1;--text: #000000;--quiet: #444b55;--link: #000000;--agg: #0072b2;--disagg: #b8540a;--pick: #000000;--region: #e4f3ec;--met: #00563e;--missed: #8f2a08;--warn: #5e3f00;--bar: #5b7fa6}@page{margin:14mm}html{font-size:12px}body{padding:0;max-width:none}:root .filters,:root #detail nav,:root .skip,:root .tip,:root .cursor,:root .below button,:root .legend input,:root fieldset:has([type=radio]){display:none}.sort{text-decoration:none}.scrolls{overflow:visible}table{font-size:.8125rem}pre{min-width:0;white-space:pre-wrap;font-size:.75rem}a{text-decoration:none}figure,tr,.figures,.bar-row,.findings li{break-inside:avoid}h3,summary{break-after:avoid}.region,.bar,.figures{-webkit-print-color-adjust:exact;print-color-adjust:exact}}'
};

// src/page/index-table.ts
var STATES = { ready: "ready", warned: "warnings", refused: "refused" }, COLUMNS = [
  { heading: "model", cell: ({ model }) => textCell(model) },
  { heading: "hardware", cell: ({ cards }) => textCell(cards) },
  { heading: "served by", cell: ({ servedBy }) => textCell(servedBy) },
  { heading: "workers", cell: ({ workers }) => html`<td class="words">${workers}</td>` },
  { heading: "GPUs", cell: ({ gpus }) => numberCell(gpus, 0), isNumber: !0 },
  { heading: "tokens/s/GPU", cell: ({ tokensPerSecPerGpu }) => numberCell(tokensPerSecPerGpu, 0), isNumber: !0 },
  { heading: "ttft ms", cell: ({ ttftMs }) => numberCell(ttftMs, 0), isNumber: !0 },
  { heading: "itl ms", cell: ({ itlMs }) => numberCell(itlMs, 1), isNumber: !0 },
  { heading: "targets", cell: ({ meetsTargets }) => targetsCell(meetsTargets) },
  { heading: "free", cell: ({ freePercent }) => numberCell(freePercent, 1, " %"), isNumber: !0 }
], COST = {
  heading: "an hour",
  cell: ({ cost }) => cost === void 0 ? html`<td></td>` : numberCell(cost.perHour, 2, ` ${cost.currency}`),
  isNumber: !0
};
function indexTable(rows) {
  let columns = rows.some(hasCost) ? [...COLUMNS, COST] : COLUMNS, headings = columns.map(
    ({ heading, isNumber }) => html`<th scope="col"${isNumber ? html` class="number"` : ""}>${heading}</th>`
  );
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="All requests">
<table id="index-table">
<caption class="unseen">All requests</caption>
<thead><tr><th scope="col">state</th><th scope="col">request</th>${headings}</tr></thead>
<tbody>
${rows.map((row, i) => tableRow(row, i, columns))}</tbody>
</table>
</div>`;
}
function hasCost({ answer }) {
  return typeof answer != "string" && answer.cost !== void 0;
}
function tableRow({ state, name, answer }, position, columns) {
  let cells = typeof answer == "string" ? html`<td class="words" colspan="${columns.length}">${answer}</td>` : columns.map(({ cell }) => cell(answer));
  return html`<tr data-state="${state}"><td class="mark-state ${state}">${STATES[state]}</td><th scope="row" class="name"><a href="#r${position}"><bdi>${name}</bdi></a></th>${cells}</tr>
`;
}
function stateOptions(rows) {
  return Object.keys(STATES).map((state) => {
    let count = rows.filter((row) => row.state === state).length;
    return html`<option value="${state}">${STATES[state]} (${count})</option>`;
  });
}
function textCell(text) {
  return html`<td>${text}</td>`;
}
function numberCell(value, digits, unit = "") {
  if (value === void 0) return html`<td class="number"></td>`;
  let text = value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return html`<td class="number" data-value="${value}">${text}${unit}</td>`;
}
function targetsCell(isMet) {
  return isMet === void 0 ? html`<td></td>` : isMet ? html`<td class="ready mark-state">met</td>` : html`<td class="refused mark-state">missed</td>`;
}

// src/page/page.ts
var POLICY = [
  "default-src 'none'",
  `script-src ${hashOf(assets_default.script)}`,
  `style-src ${hashOf(assets_default.style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'"
].join("; ");
function pageText(entries) {
  let rows = entries.map(({ row }) => row), title = `${counted(rows.length, "request")}: what is deployed, and why`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="dgdr-render ${VERSION}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${rawText(assets_default.style)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><h1>${title}</h1><p>${summaryOf(rows)}</p></header>
<main id="main">
<div id="index">
${filters(rows)}
${indexTable(rows)}
</div>
<div id="detail" hidden></div>
<noscript><p>The table is all that is shown without JavaScript: charts and details are drawn by the script inside of this file.</p></noscript>
</main>
<footer>Made by dgdr-render ${VERSION}. The figures are estimates of a model over measured kernels, for steady load.</footer>
${entries.map(dataElements)}<script>${rawText(assets_default.script)}</script>
</body>
</html>
`.toString();
}
function filters(rows) {
  return html`<form id="filters" class="filters" role="search" hidden>
<label>Find <input id="search" type="search" placeholder="name, model, card, ..." autocomplete="off"></label>
<label>State <select id="state"><option value="">all (${rows.length})</option>${stateOptions(rows)}</select></label>
<p id="count" role="status"></p>
</form>`;
}
function dataElements({ request, answer }, position) {
  return html`${dataElement(`request-r${position}`, jsonText(request))}${answer === void 0 ? "" : dataElement(`answer-r${position}`, answer)}`;
}
function dataElement(id, json) {
  return html`<script type="application/json" id="${id}">${json}</script>
`;
}
function summaryOf(rows) {
  let [refused, warned] = ["refused", "warned"].map(
    (state) => rows.filter((row) => row.state === state).length
  ), gpus = rows.reduce((sum, { answer }) => sum + (typeof answer == "string" ? 0 : answer.gpus), 0);
  return [
    `${counted(gpus, "GPU")} used`,
    ...refused ? [`${refused} refused`] : [],
    ...warned ? [`${warned} with warnings`] : []
  ].join(" \xB7 ");
}
function counted(count, what) {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

// src/commands/page/what-if.ts
var TRIED_SHARES = [0.5, 0.75, 1.25, 1.5, 2];
function whatIfOf({ resource, request }, { terms, sets, prices }) {
  let { field, limitMs } = limitsOf(request.sla).judged, varied = TRIED_SHARES.map((share) => Number((share * limitMs).toFixed(3))), { comparisons } = compare([resource], {
    sets: sets.length > 0 ? sets : [`sla.${field}=${varied.join(",")}`],
    by: "throughput",
    termsOf: () => terms,
    pricesOf: () => prices
  }), [comparison] = comparisons;
  return comparison && { words: bestWords(comparison), table: tableOf(comparison) };
}
function tableOf(comparison) {
  let rows = rowsOf(comparison), mark = (row) => markOf(comparison, row), [columns, cells] = cellsOf(comparison, rows, { columns: filledColumns(rows), mark }), toText = (cell) => typeof cell == "number" ? cell : String(cell ?? ""), [, ...headings] = columns;
  return {
    columns: ["row", ...headings],
    rows: cells.map((row, i) => [...row.slice(0, -1).map(toText), notesOf(rows[i], row.at(-1))])
  };
}
function notesOf({ refusals }, notes) {
  return refusals.length === 0 ? String(notes ?? "") : refusals.map(reasonOf).join("; ");
}

// src/commands/page/make-page.ts
var POINTS = { all: 8e4, each: 2500 };
function mostPoints(requests) {
  return Math.min(POINTS.each, Math.floor(POINTS.all / requests));
}
async function makePage(input, sets, context) {
  let most = mostPoints(input.requests.length), answers = /* @__PURE__ */ new Map(), report = await renderSeen(input, context, (profiled, terms) => {
    let { prices } = input.settings.at(profiled.resource.origin.file).settings;
    answers.set(profiled.resource, prepared(profiled, { terms, sets, prices, most }));
  }), findings = groupBy(report.findings, ({ resource }) => resource?.object), graphs = new Map(report.graphs.map((graph) => [graph.request, graph])), entries = input.requests.map((resource) => {
    let { name, namespace } = refOf(resource.object), graph = graphs.get(resource), said = {
      name: namespace === void 0 ? name : `${namespace}/${name}`,
      file: resource.origin.file,
      findings: findings.get(resource.object) ?? [],
      isLocked: graph?.locked !== void 0,
      manifest: manifestOf(graph)
    };
    return entryOf(said, answers.get(resource));
  });
  return { text: pageText(entries), findings: report.findings };
}
function manifestOf(graph) {
  return graph && joinStream(graph.documents.map((document) => emitYaml(document)));
}
function prepared(profiled, { most, ...trying }) {
  let { request, profile } = profiled, { street } = trying.terms, verdict = withCost(street.verdict(request, profile), trying.prices), details = explained(profiled, street), whatIf = profile.picked.length === 0 ? void 0 : whatIfOf(profiled, trying);
  return prepareAnswer(toPageAnswer({ request, profile, verdict, details, whatIf }, most), verdict);
}
var NOTHING = { steps: [], contextParallel: [], candidates: () => [] };
function explained({ request, profile }, street) {
  try {
    return street.explain(request, profile);
  } catch (error) {
    if (error instanceof RenderError) return NOTHING;
    throw error;
  }
}
export {
  makePage,
  mostPoints
};
