import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compare
} from "./chunk-ATYXVR3K.mjs";
import {
  findDrift,
  verdictWithRanking
} from "./chunk-VC3SQVN7.mjs";
import {
  CRITERION_NAMES,
  REQUEST_LIMITS,
  STREAM_LIMITS,
  checkConfig,
  emitYaml,
  isRequest,
  itemsOf,
  openStreet,
  parseStream,
  profileResources,
  refOf,
  renderResources,
  resolveLayers,
  settingAt,
  verdictLines,
  verdictTitle
} from "./chunk-CQRYLWFC.mjs";
import {
  openEngines
} from "./chunk-LU23HNTT.mjs";
import {
  REQUEST_KIND,
  SETTING_PATHS,
  show
} from "./chunk-2EPS7SY3.mjs";
import "./chunk-4TU5AFKM.mjs";
import "./chunk-RDNXMUIG.mjs";
import "./chunk-ECWP2FQH.mjs";
import "./chunk-5QU7APPO.mjs";
import {
  isObject
} from "./chunk-4FEZFIKB.mjs";
import {
  RenderError,
  RenderErrors,
  findingOf,
  findingsOfFailure
} from "./chunk-LYM26J3H.mjs";
import "./chunk-PHXOIUUE.mjs";

// src/library/door.ts
function expectThat(isHeld, wanted, { path, value }) {
  if (!isHeld)
    throw new RenderErrors([
      new RenderError("CONFIG_INVALID", {
        path,
        message: `${path} is ${show(value)}, wanted ${wanted}`,
        hint: `give ${wanted}`
      })
    ]);
}
function requireFiles(files, path) {
  expectThat(Array.isArray(files), "a list of files with a name and a text", { path, value: files });
  for (let [i, file] of files.entries()) {
    expectThat(isObject(file), "a file with a name and a text", { path: `${path}[${i}]`, value: file });
    for (let field of ["name", "text"]) {
      let value = file[field];
      expectThat(typeof value == "string", "a text", { path: `${path}[${i}].${field}`, value });
    }
  }
}
function requireModels(models) {
  expectThat(isObject(models), "models by their ids", { path: "models", value: models });
  for (let [id, model] of Object.entries(models)) {
    let isModel = isObject(model) && (isObject(model.config) || typeof model.like == "string");
    expectThat(isModel, "{ config } with a parsed config.json, or { like }", {
      path: `models[${show(id)}]`,
      value: model
    });
  }
}
function requireRows(topRows) {
  let isCount = topRows === void 0 || Number.isInteger(topRows) && Number(topRows) > 0;
  expectThat(isCount, "a whole number from 1 on", { path: "topRows", value: topRows });
}
function requireSets(sets) {
  let isTexts = Array.isArray(sets) && sets.every((set) => typeof set == "string");
  expectThat(isTexts, "a list of texts such as 'sla.itl=10,15'", { path: "sets", value: sets });
}
function requireCriterion(by) {
  expectThat(CRITERION_NAMES.includes(by), `one of ${CRITERION_NAMES.join(", ")}`, { path: "by", value: by });
}

// src/library/given.ts
var GRAPH_LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes }, OF_FILES = ["exclude", "extends", "frozen", "models", "modelLikes"];
function readGiven(files, { settings = {}, models = {} }) {
  requireFiles(files, "files"), requireModels(models);
  let said = checkConfig({ form: "project", spec: settings, prefix: "settings", config: void 0 }), resolved = resolveLayers([{ settings: said, sourceOf: (path) => ({ words: `settings.${path}` }) }]), { requests, findings } = readRequests(files), { strict: isStrict, frozen: isFrozen } = resolved.settings, defaults = { ...resolved.settings, sourceOf: resolved.sourceOf };
  return {
    requests,
    findings: [...ignoredOf(said), ...findings],
    settings: resolved.settings,
    terms: { street: streetWith(models), defaults, isStrict, isFrozen }
  };
}
function ignoredOf(said) {
  return SETTING_PATHS.filter((path) => OF_FILES.includes(path) && settingAt(said, path) !== void 0).map(
    (path) => findingOf("FIELD_IGNORED", {
      message: `${path} is about files beside requests, which nothing here reads`,
      path: `settings.${path}`,
      hint: path.startsWith("model") ? "say it in options.models" : `leave ${path} out`
    })
  );
}
function readObjects({ name, text }) {
  return parseStream(text, { file: name, limits: GRAPH_LIMITS }).flatMap(({ resource }) => opened(resource));
}
function readRequests(files) {
  let findings = [];
  return { requests: files.flatMap(({ name, text }) => {
    try {
      return parseStream(text, { file: name, mustMention: REQUEST_KIND }).flatMap(({ resource }) => opened(resource)).filter(({ object }) => isRequest(object));
    } catch (error) {
      return findings.push(...findingsOfFailure(error)), [];
    }
  }), findings };
}
function opened(resource) {
  return resource === void 0 ? [] : itemsOf(resource) ?? [resource];
}
var plain;
function streetWith(models) {
  return Object.keys(models).length > 0 ? openStreet(openEngines(), models) : (plain ??= openStreet(openEngines(), {}), plain);
}

// src/library/library.ts
function render(files, options = {}) {
  let given = readGiven(files, options), { graphs, findings } = renderResources(given.requests, given.terms);
  return { graphs: graphs.map(toRendered), findings: plainFindings(given, findings) };
}
function profile(files, { topRows, ...options } = {}) {
  requireRows(topRows);
  let given = readGiven(files, options), { street } = given.terms, { profiles, findings } = profileResources(given.requests, given.terms), { prices } = given.settings;
  return {
    answers: profiles.map(
      ({ request, profile: made }) => verdictWithRanking(street.judged(request, made), { topRows, prices })
    ),
    findings: plainFindings(given, findings)
  };
}
function compare2(files, { sets, by = "throughput", ...options }) {
  requireSets(sets), requireCriterion(by);
  let given = readGiven(files, options), { terms, settings } = given, { comparisons, findings } = compare(given.requests, {
    sets,
    by,
    termsOf: () => terms,
    pricesOf: () => settings.prices
  });
  return { comparisons, findings: plainFindings(given, findings) };
}
function check(files, committed, options = {}) {
  requireFiles(committed, "committed");
  let given = readGiven(files, options), { graphs, findings } = renderResources(given.requests, given.terms);
  return { differences: findDrift(graphs, committed.flatMap(readObjects)).map((drift) => {
    let { name, namespace, kind: objectKind } = refOf(drift.object), changes = drift.kind === "changed" ? drift.changes.map(({ path, text }) => ({ path, text })) : [];
    return { kind: drift.kind, objectKind, name, namespace, changes };
  }), findings: plainFindings(given, findings) };
}
function toRendered({ request, graph, documents, isApplied }) {
  let { name, namespace } = refOf(graph);
  return {
    name,
    namespace,
    file: request.origin.file,
    documents,
    yaml: documents.map(emitYaml).join(`---
`),
    isApplied
  };
}
function plainFindings(given, found) {
  return [...given.findings, ...found.map(({ resource: _, ...finding }) => finding)];
}
export {
  RenderError,
  RenderErrors,
  check,
  compare2 as compare,
  profile,
  render,
  verdictLines,
  verdictTitle
};
