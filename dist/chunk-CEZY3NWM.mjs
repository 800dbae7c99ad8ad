import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMON,
  CONFIG_FILE,
  GRAPH_FILE_LIMITS,
  JOBS_OPTION,
  QUANT_FILE,
  UsageError,
  argocdRoot,
  bestWords,
  buildRoot,
  cellsOf,
  commandLineRoot,
  comparisonText,
  copyRoot,
  costNote,
  didYouMean,
  emitLock,
  entryName,
  failedFiles,
  fetchedModels,
  fileOfSource,
  filledColumns,
  findFiles,
  findOne,
  formatTable,
  foundBeside,
  functionRoot,
  gitRoot,
  helpOf,
  idleWorkloadOptions,
  isNumeric,
  isProjectFile,
  isThere,
  isWithin,
  jobsOf,
  locksAmong,
  lookAt,
  markOf,
  nameOf,
  namesIn,
  oneLine,
  openList,
  openSettings,
  optionRows,
  outputPath,
  outputThrough,
  parseModelFile,
  parseWanted,
  placeFolder,
  profileInThreads,
  projectRoot,
  readAll,
  readFile,
  readLocksBeside,
  readMentioning,
  readModelConfigs,
  readModelTexts,
  readWanted,
  reasonOf,
  renderInThreads,
  renderInput,
  requireShown,
  requireUsed,
  rethrowBugs,
  rowsOf,
  runCommand,
  showProgress,
  strictly,
  toFindings,
  withTerms,
  wrap
} from "./chunk-RQPTSPFD.mjs";
import {
  USUAL_ROWS,
  findDrift,
  placeDocuments,
  verdictWithRanking
} from "./chunk-VC3SQVN7.mjs";
import {
  ADMISSION_CODES,
  ASSUMED,
  COMBINED_CHARACTERS,
  CONFIG_API_VERSION,
  CONFIG_KIND,
  CRITERION_NAMES,
  DOCUMENT_STYLE,
  ENGINE,
  LAYOUT_LEGEND,
  LEADER_SUFFIX,
  LOCAL_CONFIG,
  MOST_BYTES,
  REQUEST_LABEL,
  REQUEST_LIMITS,
  SILENCE,
  SOURCE,
  STREAM_LIMITS,
  addFor,
  annotationsOf,
  applyImageMirrors,
  bookkeepingOf,
  candidateWords,
  checkConfig,
  checkSchema,
  composeDocument,
  cutAt,
  decodeUtf8,
  describeRef,
  documentStarts,
  doubtsOf,
  emitYaml,
  emptyDocument,
  entryChanges,
  fileBeside,
  fileInFolder,
  findSights,
  fromAlpha,
  gpuMismatches,
  graphPath,
  graphProblems,
  graphServices,
  graphVersion,
  hasPath,
  hostLayer,
  identityOf,
  inputsFor,
  invalid,
  isAlphaRequest,
  isGraph,
  isInside,
  isRequest,
  itemsOf,
  joinStream,
  labelOf,
  linesOf,
  listIn,
  lookUp,
  lostModels,
  nameProblems,
  newBudget,
  nodeCount,
  objectChanges,
  openStreet,
  outlineOf,
  outlinesOf,
  ownGraphOf,
  parseStream,
  parseTarget,
  partOf,
  pathsOf,
  placeAnnotations,
  placeOf,
  profileLine,
  reach,
  readSets,
  realPath,
  refOf,
  replicaWords,
  requireSize,
  resourcesOf,
  runtimeRelease,
  saidByRequest,
  sayOnce,
  settingAt,
  sightsOf,
  sightsOfWorkload,
  sourceFile,
  specOf,
  stemBeside,
  stemOf,
  takeDocuments,
  takePart,
  toComparisons,
  toRow,
  toSettings,
  toSlashes,
  toWorkloads,
  topologyChanges,
  topologyWords,
  upTo3Decimals,
  variantsOf,
  verdictFigures,
  verdictLines,
  verdictTitle,
  viewGraph,
  whyChanged,
  withAnnotations,
  withCost
} from "./chunk-CQRYLWFC.mjs";
import {
  DATA_RELEASES,
  checkPacks,
  dataRelease,
  dataReleaseOf,
  enginesOver,
  openCatalog,
  openEngines,
  openPerfData
} from "./chunk-LU23HNTT.mjs";
import {
  CONFIG_FIELDS,
  DEFAULTS,
  ENGINE_NAMES,
  FLAG,
  GPU_SKUS,
  GRAPH_KIND,
  GRAPH_LABEL,
  GROUP,
  IN_OUR_WORDS,
  LOCK_FILE,
  MODELS_FOLDER,
  PROJECT_FILE,
  RELEASES,
  REQUEST_KIND,
  SETTING_PATHS,
  array,
  askAt,
  config,
  counted,
  defaultRow,
  digestOf,
  escapeUnprintable,
  firstRelease,
  foreignEngine,
  groupBy,
  hasOtherWeights,
  isBefore,
  isHubId,
  isLike,
  isModelled,
  isPriced,
  limitsOf,
  lookUpModel,
  measuredAt,
  nearest,
  object,
  openKnownModels,
  parseArchitecture,
  parseImage,
  printRelease,
  quote,
  record,
  releaseFacts,
  rowNamed,
  show,
  strictObject,
  string,
  supportInWords,
  toGpuType,
  toSku,
  toWorkloadOptions
} from "./chunk-2EPS7SY3.mjs";
import {
  BACKENDS,
  MODES
} from "./chunk-RDNXMUIG.mjs";
import {
  require_dist
} from "./chunk-ECWP2FQH.mjs";
import {
  refusal
} from "./chunk-A5DYGELK.mjs";
import {
  VERSION
} from "./chunk-5QU7APPO.mjs";
import {
  getIn,
  isObject,
  updateIn
} from "./chunk-4FEZFIKB.mjs";
import {
  isCommit
} from "./chunk-VWKDRK7G.mjs";
import {
  CODES,
  RenderError,
  RenderErrors,
  findingOf,
  isSystemError
} from "./chunk-LYM26J3H.mjs";
import {
  __toESM
} from "./chunk-PHXOIUUE.mjs";

// src/krm/results.ts
var USAGE_CODES = ["CONFIG_INVALID"];
function exitCodeOf(findings) {
  let errors = findings.filter((finding) => finding.severity === "error");
  return errors.some((finding) => USAGE_CODES.includes(finding.code)) ? 2 : errors.length > 0 ? 1 : 0;
}
function toResults(findings) {
  return findings.map((finding) => ({ ...toResult(finding) }));
}
function toResult({ message, severity, code, path, hint, origin, resource }) {
  let line = origin?.line;
  return {
    message,
    severity,
    ...resource && { resourceRef: refOf(resource.object) },
    ...resource && path !== void 0 && { field: { path } },
    ...origin && origin.file !== "" && { file: { path: origin.file, index: origin.index } },
    tags: { code, ...line !== void 0 && { line: String(line) }, ...hint !== void 0 && { hint } }
  };
}

// src/render/built/served.ts
function findUnserved(graphs, apiVersions, isStrict) {
  let applied = graphs.filter(({ isApplied, documents }) => isApplied && documents.some(isGraph)), [first] = applied, served = versionsIn(apiVersions ?? "");
  return first === void 0 || served === void 0 ? [] : served.length === 0 ? [unknownKind(first, isStrict)] : applied.flatMap((one) => served.includes(versionOf(one.graph)) ? [] : [otherVersion(one, served)]);
}
function versionsIn(apiVersions) {
  let kinds = apiVersions.split(",").map((one) => one.trim().split("/"));
  if (kinds.some((parts) => parts.length === KIND_PARTS))
    return kinds.flatMap(
      ([group, version, kind]) => group === GROUP && kind === GRAPH_KIND && version ? [version] : []
    );
}
var KIND_PARTS = 3;
function versionOf(graph) {
  return refOf(graph).apiVersion.split("/")[1] ?? "";
}
function otherVersion({ request: resource, graph }, served) {
  let { name, apiVersion } = refOf(graph), fitting2 = RELEASES.findLast(({ graphVersion: graphVersion2 }) => served.includes(graphVersion2)), target = fitting2 === void 0 ? "" : `set the target to ${printRelease(fitting2.release)}, or `;
  return findingOf("GRAPH_VERSION_NOT_SERVED", {
    message: `the graph ${name} is ${apiVersion}, and the cluster serves ${GRAPH_KIND} as ${served.join(", ")}`,
    path: "spec",
    hint: `${target}update the Dynamo operator of the cluster`,
    origin: resource.locate("spec"),
    resource
  });
}
function unknownKind({ request: resource }, isStrict) {
  return findingOf(
    "GRAPH_NOT_SERVED",
    {
      message: `the cluster serves no ${GROUP} ${GRAPH_KIND}`,
      path: "kind",
      hint: "install the Dynamo operator before the graphs, or refresh hard once it is there",
      origin: resource.locate("kind"),
      resource
    },
    isStrict
  );
}

// src/request/near-miss.ts
var OTHER_KINDS = [
  GRAPH_KIND,
  `${REQUEST_KIND}List`,
  `${GRAPH_KIND}List`,
  `${GRAPH_KIND}ScalingAdapter`,
  "DynamoComponentDeployment",
  "DynamoCheckpoint",
  "DynamoModel",
  "DynamoWorkerMetadata"
], SHORT = "DGDR", WANTED_VERSION = `${GROUP}/v1beta1`, NEAR_MISS_TEXT = /^[ \t"'{-]*kind["']?[ \t]*:[ \t]*["']?(?:dgdr|dynamo[\w-]*req[\w-]*)\b/im;
function nearMissOf(object2) {
  let { apiVersion, kind } = object2;
  if (isRequest(object2) || typeof apiVersion != "string" || typeof kind != "string") return;
  let [group = ""] = apiVersion.split("/");
  if (kind === REQUEST_KIND) {
    let isOurs4 = group.toLowerCase() === GROUP, what = apiVersion.includes("/") ? `group ${/^[\w.-]{1,253}$/.test(group) ? group : show(group)}` : `version ${show(apiVersion)}`;
    return {
      path: "apiVersion",
      message: `nearly a request: a ${kind} ${isOurs4 ? `of ${show(apiVersion)}` : `of the ${what}`}, wanted ${WANTED_VERSION}; it is not rendered`,
      hint: getIn(object2, "spec", "model") === void 0 ? OTHER_SHAPE : `write apiVersion: ${WANTED_VERSION}`
    };
  }
  if (!(!(kind.toUpperCase() === SHORT || nearest(kind, [REQUEST_KIND, ...OTHER_KINDS]) === REQUEST_KIND) || group !== GROUP))
    return {
      path: "kind",
      message: `nearly a request: the kind ${show(kind)} of ${apiVersion}, wanted ${REQUEST_KIND}; it is not rendered`,
      hint: `write kind: ${REQUEST_KIND}`
    };
}
var OTHER_SHAPE = `write apiVersion: ${WANTED_VERSION}, with spec.model and what else such a request has; or the line "# dgdr-render: ignore" at the top if it is something else`;

// src/commands/read/explain-template.ts
var NEAR_LINES = 30;
function explainTemplate(text, read2) {
  try {
    return read2();
  } catch (error) {
    let line = error instanceof RenderError && error.code === "YAML_INVALID" ? error.origin?.line : void 0, marked2 = line === void 0 ? void 0 : markedLine(text, line);
    throw !(error instanceof RenderError) || error.origin === void 0 || marked2 === void 0 ? error : new RenderError("PLACEHOLDER_LEFT", {
      message: `{{ }} that a template engine such as Helm should have replaced; as YAML: ${error.message}`,
      origin: { ...error.origin, line: marked2 },
      hint: "render the template first: helm template NAME CHART | dgdr-render render -"
    });
  }
}
function markedLine(text, line) {
  let lines = text.split(`
`, line), first = Math.max(0, line - NEAR_LINES), found = lines.slice(first).findIndex((one) => one.includes("{{"));
  return found < 0 ? void 0 : first + found + 1;
}

// src/commands/read/near-misses.ts
function nearMisses(resources, isStrict) {
  return resources.flatMap((resource) => {
    let near = nearMissOf(resource.object);
    if (near === void 0) return [];
    let origin = resource.locate(near.path);
    return [findingOf("REQUEST_NEAR_MISS", { ...near, origin, resource }, isStrict(resource.origin.file))];
  });
}
function strictlyAt({ at: at2 }) {
  return (file) => at2(file).settings.strict;
}
var LOOSELY = { isWanted: () => !0, mention: NEAR_MISS_TEXT, isInLists: !0 };
function looselyRead(files) {
  return files.flatMap((file) => {
    try {
      let text = readMentioning(file, LOOSELY);
      return text === void 0 ? [] : parseWanted(text, file, LOOSELY).map(({ resource }) => resource);
    } catch (error) {
      return rethrowBugs(error), [];
    }
  });
}

// src/commands/read/request-files.ts
import { basename as basename2, dirname as dirname2, join as join4, relative as relative2, resolve as resolve2 } from "node:path";

// src/commands/read/kustomization-lists.ts
import { basename, dirname, join as join3, relative, resolve } from "node:path";

// src/commands/read/kustomize-build.ts
import { spawnSync } from "node:child_process";
import { join as join2 } from "node:path";

// src/commands/cli/find-on-path.ts
import { statSync } from "node:fs";
import { delimiter, join } from "node:path";
var MODE_EXECUTABLE = 73;
function findOnPath(name, { PATH = "" }) {
  return PATH.split(delimiter).map((folder) => join(folder, name)).find((path) => isExecutable(statSync(path, { throwIfNoEntry: !1 })));
}
function isExecutable(stat) {
  return stat?.isFile() === !0 && (stat.mode & MODE_EXECUTABLE) !== 0;
}

// src/commands/read/kustomize-build.ts
var KUSTOMIZATIONS = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function findKustomization(folder) {
  return KUSTOMIZATIONS.find((name) => reach(join2(folder, name)).stat?.isFile());
}
var LIMIT_MS = 45e3, TENANTS_OWN = /^(ARGOCD_APP_|ARGOCD_ENV_|PARAM_|KUBE_|HOME$|TMPDIR$)/;
function buildKustomization({ cwd, env }, { allowsRemote, limit = LIMIT_MS }) {
  let program = findOnPath("kustomize", env), { error, signal, status, stdout, stderr } = spawnSync(program ?? "kustomize", ["build", "."], {
    cwd,
    env: allowsRemote || program === void 0 ? env : tenantsOwn(env),
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: STREAM_LIMITS.bytes,
    timeout: limit,
    killSignal: "SIGKILL"
  });
  if (error && "code" in error && error.code === "ETIMEDOUT")
    throw failed(`kustomize build took over ${limit / 1e3} s`, SLOW);
  if (error) throw failed(`the kustomization needs kustomize, which did not run: ${error.message}`, NOT_RUN);
  if (status === 0) return stdout;
  let said = oneLine(stderr.toString("utf8").trim()), hint = PLUGINS_OFF.test(said) ? "list requests under resources:; this command renders what was built" : void 0;
  throw failed(`kustomize build ended with ${signal ?? status}: ${said}`, hint);
}
function tenantsOwn(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => TENANTS_OWN.test(name)));
}
var SLOW = "split the application, or have less fetched", NOT_RUN = "put kustomize on the PATH of the sidecar", PLUGINS_OFF = /external plugins disabled/;
function failed(message, hint) {
  return new RenderError("INPUT_NOT_FOUND", { message, hint });
}

// src/commands/read/kustomization-lists.ts
var FIELDS = [
  "patches",
  "patchesStrategicMerge",
  "patchesJson6902",
  "components",
  "configurations",
  "transformers",
  "generators"
], ANY = { isWanted: () => !0, mention: "" }, MENTION = new RegExp(FIELDS.join("|"));
function listedByKustomizations(files, root) {
  let listed;
  return ({ file }) => (listed ??= new Set(kustomizationsOf(files, root).flatMap((one) => entriesOf(one, root))), isWithin2(resolve(root.cwd, file), listed));
}
function isWithin2(path, set) {
  let above = dirname(path);
  return set.has(path) || above !== path && isWithin2(above, set);
}
function kustomizationsOf(files, root) {
  return [...new Set(files.flatMap(({ file }) => foldersAbove(file, root)))].flatMap((folder) => KUSTOMIZATIONS.map((name) => toSlashes(join3(folder, name)))).flatMap((name) => attempt(() => [foundBeside(name, root, { isNamed: !0 }) ?? []].flat()));
}
function foldersAbove(file, root) {
  let last = placeFolder(file, root), folders = [];
  for (let folder = dirname(resolve(root.cwd, file)); ; folder = dirname(folder))
    if (folders.push(relative(root.cwd, folder)), folder === last || folder === dirname(folder)) return folders;
}
function entriesOf(kustomization, { cwd }) {
  let [document] = attempt(() => {
    let text = readMentioning(kustomization, ANY) ?? "";
    return MENTION.test(text) ? parseWanted(text, kustomization, ANY) : [];
  });
  if (document === void 0) return [];
  let folder = resolve(cwd, dirname(kustomization.file)), { object: object2 } = document.resource;
  return FIELDS.flatMap((field) => pathsOf2(object2[field]).map((path) => resolve(folder, path)));
}
function pathsOf2(entries) {
  return Array.isArray(entries) ? entries.flatMap((entry) => {
    let path = isObject(entry) ? entry.path : entry;
    return typeof path == "string" && path !== "" && !path.includes(`
`) ? [path] : [];
  }) : [];
}
function isKustomization(file) {
  return KUSTOMIZATIONS.some((name) => name === basename(file));
}
function attempt(read2) {
  try {
    return read2();
  } catch (error) {
    if (error instanceof RenderError) return [];
    throw error;
  }
}

// src/commands/read/request-files.ts
var REQUESTS = { isWanted: isRequest, mention: REQUEST_KIND, isInLists: !0 }, NEAR_REQUESTS = {
  ...REQUESTS,
  isWanted: (object2) => isRequest(object2) || nearMissOf(object2) !== void 0
}, parseRequests = (text, file) => explainTemplate(text, () => parseWanted(text, file, NEAR_REQUESTS));
function warnInto(findings, { at: at2 }) {
  return (code, details2) => {
    let file = details2.origin?.file ?? "";
    [LOCK_FILE, PROJECT_FILE].includes(basename2(file)) || findings.push(findingOf(code, details2, at2(file).settings.strict));
  };
}
var IGNORE = /^[ \t]*#[ \t]*dgdr-render:[ \t]*ignore[ \t]*\r?$/, BEFORE_CONTENT = /^[ \t]*(?:#.*|---[ \t]*(?:#.*)?|%.*)?\r?$/;
function isIgnored(text) {
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (; start < text.length; ) {
    let end = text.indexOf(`
`, start), line = text.slice(start, end < 0 ? void 0 : end);
    if (IGNORE.test(line)) return !0;
    if (end < 0 || !BEFORE_CONTENT.test(line)) return !1;
    start = end + 1;
  }
  return !1;
}
function readRequests(files, settings2, parse2 = parseRequests) {
  let { root, projectOf } = settings2, isListed = listedByKustomizations(files, root), templates = [], others = [], { read: all2, findings } = readAll(
    files.map((file) => () => {
      if (isProjectFile(file.file) || projectOf(file.file).excludes(file.file)) return [];
      if (!file.isNamed && isKustomization(file.file)) return [];
      let text = readMentioning(file, REQUESTS);
      if (text === void 0 && others.push(file), text === void 0 || isIgnored(text) || !file.isNamed && isListed(file)) return [];
      let chart = chartOf(file.file, text, root);
      return chart === void 0 ? parse2(text, file) : (templates.push({ file: file.file, chart }), []);
    })
  ), read2 = all2.filter(({ resource }) => isRequest(resource.object)), near = all2.length > 0 ? all2.map(({ resource }) => resource) : looselyRead(others);
  return addFor(root.budget, read2.length), {
    documents: read2,
    findings: [...findings, ...nearMisses(near, strictlyAt(settings2)), ...skippedTemplates(templates)]
  };
}
function chartOf(file, text, root) {
  if (!text.includes("{{")) return;
  let last = placeFolder(file, root);
  for (let folder = dirname2(resolve2(root.cwd, file)); ; folder = dirname2(folder)) {
    let shown2 = toSlashes(relative2(root.cwd, folder)) || ".";
    if (isThere(join4(shown2, "Chart.yaml"), root)) return shown2;
    if (folder === last || folder === dirname2(folder)) return;
  }
}
function skippedTemplates([first, ...others]) {
  if (first === void 0) return [];
  let count = others.length === 1 ? "is 1 more file" : `are ${others.length} more files`, more = others.length === 0 ? "" : `, and so ${count}`;
  return [
    findingOf("TEMPLATE_SKIPPED", {
      message: `{{ }} in a chart: the file is a template of Helm and no request yet${more}`,
      hint: `helm template NAME ${first.chart} | dgdr-render render -`,
      origin: { file: first.file, index: 0 }
    })
  ];
}

// src/commands/read/read-input.ts
var STDIN = "-", STDIN_FILE = "stdin", mentionsUs = (text) => text.includes(GRAPH_KIND) || NEAR_MISS_TEXT.test(text), STDIN_LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens };
async function readInput(patterns, options, context) {
  if (!patterns.includes(STDIN)) return readFiles(patterns, options);
  if (patterns.length > 1) throw new UsageError("- (stdin) cannot be combined with other paths");
  let { option } = DEFAULTS.exclude;
  if (options.settings.host.settings.exclude !== void 0)
    throw new UsageError(`--${option.name} has no effect on - (stdin), where no files are looked for: leave it out`);
  let bytes = await context.readStdin(), { settings: settings2, scopeOf } = options, { budget } = settings2.root, { read: read2, findings } = readAll([() => readStream(bytes, budget)]), requests = requestsAmong(read2);
  addFor(budget, requests.length);
  let near = nearMisses(
    read2.flatMap(({ resource }) => resource ?? []),
    strictlyAt(settings2)
  );
  return { settings: settings2, scopeOf, files: [], documents: read2, requests, findings: [...findings, ...near] };
}
function isEmptyInput({ requests, findings }) {
  return requests.length === 0 && !findings.some(({ severity }) => severity === "error");
}
function noRequests(patterns, { mayBeEmpty = !1 } = {}) {
  let where = patterns.includes(STDIN) ? STDIN_FILE : patterns.join(", ");
  return findingOf("NO_REQUESTS", {
    message: `no ${REQUEST_KIND} in ${where}`,
    hint: `name a file or folder that holds one${mayBeEmpty ? ", or allow none with --allow-empty" : ""}`
  });
}
function readFiles(patterns, { settings: settings2, scopeOf, parse: parse2 }) {
  let found = [], warn = warnInto(found, settings2), fail = (error) => {
    found.push(error.toFinding());
  }, files = findFiles(patterns, settings2.root, {
    excludes: settings2.host.settings.exclude ?? [],
    isEachFolder: scopeOf !== void 0,
    use: "request",
    fail,
    warn
  }), { documents, findings } = readRequests(files, settings2, parse2), names = files.map(({ file }) => file), requests = requestsAmong(documents);
  return { settings: settings2, scopeOf, files: names, documents, requests, findings: [...found, ...findings] };
}
function isLabelled(text) {
  return text.includes(REQUEST_LABEL);
}
function readStream(bytes, budget) {
  let file = STDIN_FILE, options = { file, source: "", limits: STDIN_LIMITS, mustMention: mentionsUs, isAlone: isLabelled, budget }, stream = decodeUtf8(bytes, file, budget), documents = explainTemplate(stream, () => parseStream(stream, options)).flatMap(
    (document) => openList(document, isRequest)
  );
  for (let { resource, text } of documents)
    resource && isRequest(resource.object) && requireSize(Buffer.byteLength(text), REQUEST_LIMITS, resource.origin);
  return documents;
}
function requestsAmong(documents) {
  return documents.flatMap(({ resource }) => resource && isRequest(resource.object) ? [resource] : []);
}

// src/commands/reporters/reporter.ts
function shownOf(findings, { isQuiet = !1 }) {
  return isQuiet ? findings.filter(({ severity }) => severity === "error") : findings;
}

// src/commands/reporters/text.ts
var COLOURS = { error: "31", warning: "33", info: "36" };
function reportText(findings, options) {
  return shownOf(findings, options).map((finding) => formatFinding(finding, options.isColoured)).join("");
}
function formatFinding(finding, isColoured) {
  let { severity, code, message, path, hint } = finding, label = isColoured ? `\x1B[${COLOURS[severity]}m${severity}\x1B[0m` : severity, where = [placeOf2(finding), path].filter((part) => part !== void 0 && part !== "").join(" "), head = `${label} ${oneLine(`${code}${where === "" ? "" : ` ${where}`}: ${message}`)}
`;
  return hint === void 0 ? head : `${head}  hint: ${oneLine(hint)}
`;
}
function placeOf2({ origin, resource }) {
  return origin !== void 0 && origin.file !== "" ? origin.line === void 0 ? origin.file : `${origin.file}:${origin.line}` : resource && describeRef(refOf(resource.object));
}

// src/commands/argocd/remote-references.ts
import { dirname as dirname3, join as join5, relative as relative3, resolve as resolve3 } from "node:path";
var FIELDS2 = {
  resources: "resources",
  bases: "resources",
  components: "resources",
  generators: "configs",
  transformers: "configs",
  validators: "configs",
  crds: "files",
  configurations: "files",
  openapi: "files",
  patches: "files",
  patchesstrategicmerge: "files",
  patchesjson6902: "files",
  replacements: "files",
  configmapgenerator: "files",
  secretgenerator: "files",
  helmcharts: "charts",
  helmchartinflationgenerator: "charts"
}, FILE_FIELDS = ["path", "paths", "files", "env", "envs", "replacements"], HARMLESS = ["apiversion", "kind", "metadata", "resources", "bases"], REMOTE = /^[^/]*:|:\/\/|^\s*[a-z][a-z0-9-]*@[^/]*\/|^\s*github\.com\//i;
function refuseRemote(application) {
  let cwd = realPath(application.cwd), root = projectRoot({ ...application, cwd, top: realPath(application.top) });
  searchFolder(cwd, !1, { root, seen: /* @__PURE__ */ new Set() });
}
function searchFolder(folder, isOfConfigs, search) {
  let key = `${isOfConfigs} ${folder}`, name = findKustomization(folder);
  if (search.seen.has(key) || name === void 0) return;
  search.seen.add(key);
  let path = join5(folder, name);
  for (let kustomization of readObjects(path, REQUEST_LIMITS, search))
    for (let [field, value] of Object.entries(kustomization.object)) {
      let at2 = { field, kustomization, folder, search };
      if (isOfConfigs && !HARMLESS.includes(foldCase(field))) throw refused(at2, "changes what generators are made of");
      searchField(value, isOfConfigs ? "configs" : FIELDS2[foldCase(field)], at2);
    }
}
function searchField(value, reading, at2) {
  if (reading === "charts" && value !== null) throw refused(at2, "names charts");
  if (reading === "files" && searchFiles(value, at2), !(reading !== "resources" && reading !== "configs"))
    for (let text of textsOf(value))
      if (reading === "configs" && /[\n{]/.test(text))
        for (let one of parseObjects(text, at2.kustomization.origin, at2.search)) searchConfig(one.object, at2);
      else searchNamed(text, reading, at2);
}
function searchNamed(text, reading, at2) {
  requireLocal(text, at2);
  let path = resolve3(at2.folder, text), { stat } = reach(path), isFolder = stat?.isDirectory() === !0, isConfig = stat?.isFile() === !0 && reading === "configs";
  if (!isFolder && !isConfig) return;
  let real = realPath(path);
  if (!isWithin(real, at2.search.root)) throw outside(text, at2);
  isFolder ? searchFolder(real, reading === "configs", at2.search) : searchConfigs(path, at2);
}
function searchConfigs(path, at2) {
  for (let { object: object2 } of readObjects(path, STREAM_LIMITS, at2.search))
    searchConfig(object2, { ...at2, folder: dirname3(path) });
}
function searchConfig(config2, at2) {
  if (config2.apiVersion === "builtin") {
    if (foldCase(String(config2.kind)).startsWith("helm")) throw refused(at2, "names charts");
    searchFiles(config2, at2);
  }
}
function searchFiles(value, at2) {
  if (typeof value == "string")
    for (let text of [value, value.slice(value.indexOf("=") + 1)]) isInlinePatch(text) || requireLocal(text, at2);
  else if (Array.isArray(value))
    for (let one of value) searchFiles(one, at2);
  else if (isObject(value))
    for (let [field, one] of Object.entries(value)) FILE_FIELDS.includes(foldCase(field)) && searchFiles(one, at2);
}
function isInlinePatch(text) {
  return text.trim().includes(`
`) || /^\s*[[{]/.test(text);
}
function textsOf(value) {
  return Array.isArray(value) ? value.flatMap(textsOf) : typeof value == "string" ? [value] : [];
}
function requireLocal(text, at2) {
  if (REMOTE.test(text)) throw refused(at2, `names ${quote(text)}`);
}
function foldCase(field) {
  return field.toUpperCase().toLowerCase();
}
function readObjects(path, limits, search) {
  let { root } = search, origin = { file: relative3(root.cwd, path), index: 0 }, { bytes = Buffer.alloc(0), size = 0 } = readFile(findOne(origin.file, root).path, limits.bytes) ?? {};
  return requireSize(size, limits, origin), parseObjects(decodeUtf8(bytes, origin.file, root.budget), origin, { root, limits });
}
function parseObjects(text, { file }, { root, limits = REQUEST_LIMITS }) {
  return parseStream(text, { file, limits, budget: root.budget }).flatMap(
    ({ resource }) => resource === void 0 ? [] : [resource]
  );
}
function refused({ field, kustomization }, what) {
  return new RenderError("REMOTE_REFUSED", {
    path: field,
    message: `the kustomization ${what}, and nothing is fetched here`,
    hint: "copy it into the repository; who runs the sidecar may allow it with argocd generate --allow-remote",
    origin: kustomization.locate(field)
  });
}
function outside(text, { field, kustomization }) {
  return new RenderError("PATH_OUTSIDE_ROOT", {
    path: field,
    message: `${quote(text)} leads out of the repository`,
    origin: kustomization.locate(field)
  });
}

// src/commands/argocd/manifests.ts
var FILES = "**/*.{yaml,yml,json}", LIMITS = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens }, CONCERNS_US = /DynamoGraphDeployment|dgdr\.nvidia\.com\/name|dgdr-render\.dev|config\.k(?:ubernetes|8s)\.io/, AT_MARGIN = { apiVersion: /^["']?apiVersion["']?\s*:/m, kind: /^["']?kind["']?\s*:/m }, NOT_FOR_CLUSTERS = {
  "kustomize.config.k8s.io": "set the application's path to this folder, or list it under resources: of a kustomization",
  "dgdr-render.dev": "set parameters of the plugin instead, and remove the document"
};
function readManifests(settings2, context, build) {
  if (findKustomization(context.cwd) === void 0) return readFolder(settings2);
  let { root } = settings2;
  return collect(settings2, [
    () => {
      let text = decodeUtf8(buildLocal(root, context, build), "kustomize build", root.budget);
      return toManifests(text, NO_FILE, root.budget);
    }
  ]);
}
var NO_FILE = { file: "", source: "" };
function readFolder(settings2) {
  let { root, projectOf } = settings2, { budget } = root, skipped2 = [], templates = [], found = manifestFiles(root, warnInto(skipped2, settings2)), parts = new Set(found.flatMap(({ file }) => projectOf(file).parts)), files = found.filter(({ file, path }) => !isProjectFile(file) && !parts.has(path)), isListed = listedByKustomizations(files, root), read2 = collect(
    settings2,
    files.map((file) => () => {
      let text = textOf(file), isMentioning = text.includes(REQUESTS.mention);
      if (isMentioning && projectOf(file.file).excludes(file.file)) return toManifests(text, file, budget, isNoRequest);
      let chart = isMentioning ? chartOf(file.file, text, root) : void 0;
      return chart !== void 0 && templates.push({ file: file.file, chart }), chart !== void 0 ? [] : isMentioning && (isIgnored(text) || isListed(file)) ? toManifests(text, file, budget, isNoRequest) : toManifests(text, file, budget);
    })
  );
  return { ...read2, findings: [...skipped2, ...read2.findings, ...skippedTemplates(templates)] };
}
function isNoRequest(text) {
  return !text.includes(REQUESTS.mention);
}
function collect(settings2, readers) {
  let { read: manifests, findings } = readAll(readers), requests = manifests.flatMap(({ resource }) => resource && isRequest(resource.object) ? [resource] : []), near = nearMisses(
    manifests.flatMap(({ resource }) => resource ?? []),
    strictlyAt(settings2)
  );
  return addFor(settings2.root.budget, requests.length), { manifests, requests, findings: [...findings, ...near] };
}
function buildLocal(root, context, options) {
  return options.allowsRemote || refuseRemote(root), buildKustomization(context, options);
}
function manifestFiles(root, warn) {
  try {
    return findFiles([FILES], root, { use: "request", warn });
  } catch (error) {
    if (error instanceof RenderError && error.code === "INPUT_NOT_FOUND") return [];
    throw error;
  }
}
function textOf({ path, file, budget }) {
  let { bytes, size } = readFile(path, STREAM_LIMITS.bytes) ?? { bytes: Buffer.alloc(0), size: 0 };
  return requireSize(size, STREAM_LIMITS, { file, index: 0 }), decodeUtf8(bytes ?? Buffer.alloc(0), file, budget);
}
function toManifests(stream, { file, source }, budget, isRead = () => !0) {
  let whole2 = stream.replace(/^\uFEFF/, ""), starts = documentStarts(whole2, () => takePart(budget, { file, index: 0 }));
  return cutAt(whole2, starts, { isRead: () => !0 }).flatMap(({ text, position: index, line }) => !text.includes("apiVersion") || !text.includes("kind") || !isRead(text) ? [] : toManifest(text, { origin: { file, index, line }, source, budget }));
}
function toManifest(text, place) {
  if (AT_MARGIN.apiVersion.test(text) && AT_MARGIN.kind.test(text) && !CONCERNS_US.test(text) && !NEAR_MISS_TEXT.test(text)) return [{ text, resource: void 0 }];
  takeDocuments(place.budget, 1, place.origin);
  let resource = parse(text, place);
  return resource === void 0 ? [] : openList({ text, resource }, isRequest).flatMap((one) => admit(one.text, one.resource));
}
function admit(text, resource) {
  if (resource === void 0) return [];
  let { apiVersion, kind } = refOf(resource.object);
  return apiVersion === "" || kind === "" || annotationsOf(resource.object)[LOCAL_CONFIG] === "true" ? [] : (refuseMisplaced(resource), isRequest(resource.object) && requireSize(Buffer.byteLength(text), REQUEST_LIMITS, resource.origin), [{ text, resource }]);
}
function parse(text, { origin, source, budget }) {
  let composed = composeDocument(text, origin, { limits: LIMITS, budget });
  if (composed?.strange !== void 0) throw composed.strange;
  return composed && isObject(composed.value) ? { ...composed, object: composed.value, source } : void 0;
}
function refuseMisplaced(resource) {
  let { apiVersion, kind } = refOf(resource.object), group = apiVersion.split("/")[0] ?? "";
  if (Object.hasOwn(NOT_FOR_CLUSTERS, group))
    throw misplaced(resource, "kind", `a ${kind} is not read here, and no cluster takes it`, NOT_FOR_CLUSTERS[group]);
}
function misplaced(resource, path, message, hint) {
  return new RenderError("CONFIG_INVALID", { message, path, hint, origin: resource.locate(path) });
}

// src/commands/argocd/parameters.ts
var ALLOW_EMPTY = {
  about: "run",
  kind: FLAG,
  description: "Succeed where there is no request or nothing to apply; Argo CD prunes what was there",
  fallback: !1,
  parameter: { name: "allow-empty", title: "Allow empty" }
}, PARAMETERS = [...SETTING_PATHS.map(defaultRow), ALLOW_EMPTY].flatMap(toParameter), NAMES = PARAMETERS.map(({ announcement }) => announcement.name), SCHEMA = strictObject(
  Object.fromEntries(PARAMETERS.map(({ announcement, schema }) => [announcement.name, schema.optional()]))
);
function toParameter({ parameter: parameter2, kind, description, fallback }) {
  if (parameter2 === void 0) return [];
  let { name, title, tooltip = description } = parameter2, string2 = typeof fallback == "boolean" ? { string: String(fallback) } : {};
  return [{ announcement: { name, title, tooltip, ...kind.announced, ...string2 }, schema: kind.parameter }];
}
var SET = array(
  object({
    name: string(),
    string: string().nullish(),
    array: array(string()).nullish(),
    map: record(string(), string()).nullish()
  })
).nullable();
function announceParameters() {
  return PARAMETERS.map(({ announcement }) => announcement);
}
function parseParameters(env) {
  let parsed = SCHEMA.safeParse(setParameters(env), IN_OUR_WORDS);
  if (!parsed.success) throw new RenderErrors(parsed.error.issues.flatMap(toErrors));
  let { data } = parsed, said = SETTING_PATHS.map((path) => {
    let name = defaultRow(path).parameter?.name;
    return [path, name === void 0 ? void 0 : data[name]];
  });
  return {
    // Nothing to warn about: what Argo CD applies does not pass through Flux.
    layer: hostLayer(
      { ...toSettings([...said, ...destination(env)]), fluxSubstitute: "enabled" },
      (path) => `parameter ${defaultRow(path).parameter?.name}`,
      "application"
    ),
    allowsEmpty: data[ALLOW_EMPTY.parameter.name] === !0
  };
}
function destination({ ARGOCD_APP_NAMESPACE: namespace }) {
  return [["workloads.namespace", namespace || void 0]];
}
function setParameters(env) {
  return { ...fromVariables(env), ...fromApplication(env) };
}
function nameParameterModels(models) {
  return models.map((model) => ({ ...model, field: parameter(DEFAULTS.models.parameter.name) }));
}
function fromVariables(env) {
  let entries = NAMES.map((name) => {
    let variable = name.toUpperCase().replace(/[^A-Z0-9_]/g, "_");
    return [name, env[`PARAM_${variable}`] || env[`ARGOCD_ENV_${variable}`] || ""];
  });
  return Object.fromEntries(entries.filter(([, text]) => text !== ""));
}
function fromApplication(env) {
  let parsed = SET.safeParse(parseJson(env.ARGOCD_APP_PARAMETERS || "null"));
  if (!parsed.success) throw invalid2("ARGOCD_APP_PARAMETERS", "a list of parameters was expected");
  let entries = (parsed.data ?? []).map(({ name, string: string2, array: array2, map }) => [name, map ?? array2 ?? string2 ?? ""]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid2("ARGOCD_APP_PARAMETERS", "the text is no JSON");
  }
}
function toErrors(issue) {
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => invalid2(parameter(key), `there is no such parameter; known: ${NAMES.join(", ")}`)) : [invalid2(parameter(issue.path.join(".")), issue.message)];
}
function parameter(name) {
  return `spec.source.plugin.parameters[${name}]`;
}
function invalid2(path, message) {
  return new RenderError("CONFIG_INVALID", { message, path });
}

// src/commands/argocd/argocd.ts
var ARGOCD_GENERATE = {
  name: "argocd generate",
  synopsis: "",
  summary: "Renders an Argo CD application, as a config management plugin.",
  details: `Prints every manifest below this folder, or what kustomize build makes of it where a kustomization
stands here, with graphs in the place of requests. Options are the parameters of the application, from
ARGOCD_APP_PARAMETERS, PARAM_<NAME> or ARGOCD_ENV_<NAME>; see plugin/argocd/README.md.
`,
  options: {
    ...JOBS_OPTION,
    "allow-remote": { type: "boolean", help: "let kustomize fetch what a kustomization names elsewhere" }
  },
  run: async (args, given) => {
    let context = withoutArguments(args, given);
    return generate({ context, jobs: jobsOf(args), build: { allowsRemote: args.isSet("allow-remote") } });
  }
}, ARGOCD_DISCOVER = {
  name: "argocd discover",
  synopsis: "",
  summary: "Names the requests below this folder, for the discovery of Argo CD.",
  options: {},
  run: async (args, context) => discover(withoutArguments(args, context))
}, ARGOCD_PARAMETERS = {
  name: "argocd parameters",
  synopsis: "",
  summary: "Prints the parameters that the plugin announces to Argo CD, as JSON.",
  options: {},
  run: async (args, context) => (withoutArguments(args, context).stdout(`${JSON.stringify(announceParameters(), null, 2)}
`), 0)
}, MAX_ERRORS = 20, EXPLAINING = ["LINK_SKIPPED", "TEMPLATE_SKIPPED", "REQUEST_NEAR_MISS"];
function withoutArguments({ positionals }, context) {
  if (positionals.length > 0) throw new UsageError("no argument was expected");
  return context;
}
function rootOf({ cwd, env }) {
  return argocdRoot(cwd, env.ARGOCD_APP_SOURCE_PATH);
}
async function generate({ context, jobs, build }) {
  let parameters = parseParameters(context.env), settings2 = openSettings(parameters.layer, rootOf(context), nameParameterModels), read2 = readManifests(settings2, context, build), { graphs, findings } = await renderAll(read2, settings2, { context, jobs }), stream = toStream(read2.manifests, graphs), unserved = findUnserved(graphs, context.env.KUBE_API_VERSIONS, settings2.at("").settings.strict), all2 = sayOnce([...read2.findings, ...findings, ...unserved]), isBlank = exitCodeOf(all2) === 0 && !parameters.allowsEmpty && (read2.requests.length === 0 || stream === "");
  return answer([...all2, ...isBlank ? [nothingToApply(read2, context)] : []], { stream, read: read2, graphs, context });
}
async function renderAll({ requests }, settings2, { context, jobs }) {
  if (requests.length === 0) return { graphs: [], findings: [] };
  let terms = withTerms(requests, settings2, context), { locks, findings } = readLocksBeside(requests, settings2.root), lock3 = { locks, whenUnlocked: "warn", isLocking: !1 }, report = await renderInThreads(terms.requests, { termsOf: terms.termsOf, lock: lock3 }, { context, jobs });
  return { ...report, findings: [...terms.findings, ...findings, ...report.findings] };
}
function answer(findings, { stream, read: read2, graphs, context }) {
  let code = exitCodeOf(findings), requests = counted(read2.requests.length, "request");
  return code === 0 && context.stdout(stream), context.stderr(
    code === 0 ? toLog(findings, { graphs, requests, context }) : toInterface(findings, { requests, context })
  ), code;
}
function toLog(findings, { graphs, requests, context }) {
  if (context.isQuiet === !0) return reportText(findings, context);
  let applied = graphs.filter(({ isApplied }) => isApplied).length, seconds = (performance.now() / 1e3).toFixed(1);
  return `${reportText(findings, context)}${applied} of ${requests} to apply, ${seconds} s
`;
}
function toInterface(findings, { requests, context }) {
  let errors = findings.filter(({ severity, code }) => severity === "error" || EXPLAINING.includes(code)), more = errors.length > MAX_ERRORS ? `${errors.length - MAX_ERRORS} more errors
` : "", report = reportText(errors.slice(0, MAX_ERRORS), context);
  return context.isQuiet === !0 ? `${report}${more}` : `${report}${more}nothing was generated for ${requests}
`;
}
function nothingToApply({ requests }, { env }) {
  let where = env.ARGOCD_APP_SOURCE_PATH || ".";
  return findingOf("NO_REQUESTS", {
    message: requests.length === 0 ? `no DynamoGraphDeploymentRequest in ${where}` : `every DynamoGraphDeploymentRequest in ${where} says autoApply: false, and there is nothing else`,
    hint: 'check path and targetRevision; to have everything pruned, set the parameter allow-empty to "true"'
  });
}
function toStream(manifests, graphs) {
  let objects = manifests.flatMap(({ resource }) => resource === void 0 ? [] : [resource.object]), { inPlace, following } = placeDocuments(objects, graphs);
  return manifests.flatMap(({ text, resource }) => {
    let fresh = resource && (inPlace.get(resource.object) ?? following.get(resource.object));
    return fresh !== void 0 ? fresh.filter(({ rendered }) => rendered.isApplied).map(({ document }) => emitYaml(document)) : resource && isRequest(resource.object) ? [] : [text];
  }).map(toDocument).join("");
}
function toDocument(text) {
  let marker = text.search(/^---(?=[ \t\r\n]|$)/m), marked2 = marker < 0 ? `---
${text}` : text.slice(marker).replace(/^---[ \t]+(?=[^#\s])/, `---
`);
  return marked2.endsWith(`
`) ? marked2 : `${marked2}
`;
}
async function discover(context) {
  let { requests, findings } = await readInput(["."], { settings: openSettings(SILENCE, rootOf(context)) }, context), broken = findings.filter(({ severity }) => severity === "error"), files = [...requests, ...broken].map(({ origin }) => origin?.file ?? "");
  return context.stdout([...new Set(files)].map((file) => `${file}
`).join("")), 0;
}

// src/commands/cli/json-text.ts
var STEERING = /[\x7F-\x9F\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
function jsonText(value, indent) {
  let escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, void 0, indent).replace(STEERING, escaped);
}

// src/commands/argocd/argocd-init.ts
var ARGOCD_INIT = {
  name: "argocd init",
  synopsis: "",
  summary: "Checks the data and the parameters of an application, before Argo CD generates it.",
  options: {},
  run: async (args, context) => init(withoutArguments(args, context))
};
function init(context) {
  let { settings: settings2 } = parseParameters(context.env).layer;
  settings2.target !== void 0 && parseTarget(settings2.target, parameter(DEFAULTS.target.parameter.name)), readModelConfigs(nameParameterModels(settings2.models ?? []), rootOf(context));
  let measured = DATA_RELEASES.map(openCatalog());
  measured.forEach(checkPacks), openKnownModels(() => []).ids();
  let given = setParameters(context.env), notes = `dgdr-render ${VERSION}, ${measured.map(inWords).join(", ")}
parameters: ${jsonText(given)}
`;
  return context.isQuiet !== !0 && context.stderr(notes), context.stdout(`ready
`), 0;
}
function inWords({ release, index }) {
  return `${release} with ${new Set(index.packs.map(({ system }) => system)).size} systems`;
}

// src/render/compare/stable.ts
var OVERRIDE_NAME = ["spec", "overrides", "dgd", "metadata", "name"], NUMBERED = /^(.+)-(\d{1,6})$/;
function checkStable(graphs, previous) {
  let freeName = namer([...graphs.map(({ graph }) => graph), ...previous.map(({ object: object2 }) => object2)]), known = groupBy(previous, ({ object: object2 }) => identityOf(object2));
  return graphs.flatMap((rendered) => {
    let [first, ...copies] = known.get(identityOf(rendered.graph)) ?? [];
    if (first === void 0) return [];
    let other = copies.find(({ object: object2 }) => topologyChanges(first.object, object2).length > 0);
    if (other !== void 0) return [ambiguousFinding(rendered, first, other)];
    let changes2 = topologyChanges(first.object, rendered.graph);
    return changes2.length === 0 ? [] : rendered.form === "workloads" ? [replacedFinding(rendered, first, changes2)] : [changedFinding(rendered, first, { changes: changes2, newName: freeName(rendered.graph) })];
  });
}
function changedFinding({ request: resource, graph }, known, { changes: changes2, newName }) {
  let { name } = refOf(graph), path = getIn(resource.object, ...OVERRIDE_NAME) === name ? OVERRIDE_NAME.join(".") : "metadata.name";
  return findingOf("TOPOLOGY_CHANGED", {
    message: `the operator refuses this update of the graph ${name} (${placeOf3(known.origin)}): ${changes2.join("; ")}`,
    path,
    hint: `set ${OVERRIDE_NAME.join(".")} to ${newName}, and delete the graph ${name} once ${newName} serves`,
    origin: resource.locate(path),
    resource
  });
}
function replacedFinding({ request: resource, graph }, known, changes2) {
  return findingOf("WORKLOADS_REPLACED", {
    message: `the workloads of the graph ${refOf(graph).name} (${placeOf3(known.origin)}) become others: ${changes2.join("; ")}`,
    path: "metadata.name",
    hint: "let whoever applies them prune what is gone",
    origin: resource.locate("metadata.name"),
    resource
  });
}
function ambiguousFinding({ request: resource, graph }, known, other) {
  let places = `${placeOf3(known.origin)} and ${placeOf3(other.origin)}`;
  return findingOf("CONFIG_INVALID", {
    message: `the previous graph ${refOf(graph).name} is there twice, with different topologies: ${places}`,
    hint: "name the file or folder that holds the previous rendering alone",
    origin: other.origin,
    resource
  });
}
function placeOf3({ file, line = 1 }) {
  return `${file}:${line}`;
}
function namer(graphs) {
  let taken = new Set(graphs.map(identityOf));
  return (graph) => {
    let { name } = refOf(graph), [, stem = name, number = "1"] = NUMBERED.exec(name) ?? [], characters = nameCharacters(graph, name);
    for (let next = Number(number) + 1; ; next += 1) {
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

// src/commands/files/replace-file.ts
import { linkSync, readdirSync as readdirSync2, readFileSync as readFileSync2, renameSync, rmSync as rmSync2, statSync as statSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname4, join as join7 } from "node:path";

// src/commands/files/folder-lock.ts
import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join as join6 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/commands/files/run-owner.ts
import { randomUUID } from "node:crypto";
import { closeSync, fstatSync, constants as is, openSync, readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
var BEAT_MS = 1e3, SILENT_MS = 5e3, MOST_BYTES2 = 4096;
function newOwner() {
  return { id: randomUUID(), pid: process.pid, start: startOf("self"), machine: thisMachine(), host: hostname() };
}
function readSignature(file) {
  try {
    let descriptor = openSync(file, is.O_RDONLY | is.O_NOFOLLOW | is.O_NONBLOCK);
    try {
      let { mtimeMs, size } = fstatSync(descriptor);
      return { text: size > MOST_BYTES2 ? "" : readFileSync(descriptor, "utf8"), touchedMs: mtimeMs };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return error.code === "ENOENT" || error.code === "ENOTDIR" ? void 0 : { text: "", touchedMs: 0 };
  }
}
function ownerOf(text) {
  try {
    let said = JSON.parse(text), { id = "", pid, start = "", machine = "", host } = said ?? {};
    return Number.isInteger(pid) && [id, start, machine, host].every((value) => typeof value == "string") ? { id, pid: Number(pid), start, machine, host: String(host) } : void 0;
  } catch {
    return;
  }
}
function startWatch() {
  let seen = /* @__PURE__ */ new Map(), isSilent = (key, touchedMs) => {
    let last = seen.get(key);
    return last?.touchedMs === touchedMs ? performance.now() - last.since > SILENT_MS : (seen.set(key, { touchedMs, since: performance.now() }), !1);
  };
  return {
    isGone: (file, { text, touchedMs }) => {
      let owner = ownerOf(text), isHere = owner === void 0 ? void 0 : isRunningHere(owner);
      return isHere === void 0 ? isSilent(`${file}\0${text}`, touchedMs) : !isHere;
    }
  };
}
function isRunningHere({ pid, start, machine }) {
  if (machine === "" || machine !== thisMachine()) return;
  let now = startOf(pid);
  return start !== "" && now !== "" ? now === start : isTaken(pid) ? void 0 : !1;
}
function isTaken(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
function startOf(pid) {
  let fields = read(`/proc/${pid}/stat`).split(")").at(-1)?.trim().split(" ") ?? [];
  return fields[0] === "Z" || fields[0] === "X" ? "ended" : fields[19] ?? "";
}
function thisMachine() {
  if (process.platform !== "linux") return hostname();
  let boot = read("/proc/sys/kernel/random/boot_id").trim();
  try {
    let isOurs4 = readlinkSync("/proc/self") === String(process.pid);
    return boot === "" || !isOurs4 ? "" : `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return "";
  }
}
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

// src/commands/files/folder-lock.ts
var WORK_FOLDER = ".dgdr-render", JOURNAL = "journal", LOCK = "lock", GUARD = /^guard(-|$)/, STAGED = /^\d+(\.before)?$/, WAIT_MS = 3e4, POLL_MS = 25;
async function lockFolders(folders, options) {
  let works = [...folders].sort().map(workOf), run = { owner: newOwner(), works, held: [], watch: startWatch() }, timer = setInterval(() => beat(run), BEAT_MS).unref(), release = () => {
    clearInterval(timer);
    for (let work of run.held) unlock(work, run);
    for (let work of works) removeEmpty(work);
  };
  try {
    for (let work of works)
      await lock(work, run, options), run.held.push(work);
  } catch (error) {
    throw release(), error;
  }
  let beaten = performance.now(), hold = (folder) => {
    requireHeld(workOf(folder), run), !(performance.now() - beaten < BEAT_MS) && (beat(run), beaten = performance.now());
  };
  return { id: run.owner.id, hold, release };
}
function workOf(folder) {
  return join6(folder, WORK_FOLDER);
}
async function lock(work, run, { signal, wait = WAIT_MS }) {
  let until = performance.now() + wait;
  if (!tryLock(work, run)) {
    for (let each of run.works) for (let file of signaturesIn(each)) isGone(file, run);
    for (; !tryLock(work, run); ) {
      if (performance.now() > until) throw isBusy(work);
      breakDeadLock(work, run), await sleep(POLL_MS * (1 + Math.random()), void 0, { signal });
    }
  }
}
function tryLock(work, run) {
  return mkdirSync(work, { recursive: !0 }), requireFolder(work), writeSignature(join6(work, LOCK), run);
}
function writeSignature(file, { owner }) {
  try {
    return !failed2(() => writeFileSync(file, JSON.stringify(owner), { flag: "wx" }), "EEXIST", "ENOENT");
  } catch (error) {
    throw rmSync(file, { force: !0 }), error;
  }
}
function requireFolder(work) {
  if (lstatSync(work, { throwIfNoEntry: !1 })?.isDirectory() === !1)
    throw new RenderError("OUTPUT_FAILED", { message: `${work} is no folder`, hint: `remove ${work}` });
}
function isHeld(work, { owner }) {
  return ownerOf(readSignature(join6(work, LOCK))?.text ?? "")?.id === owner.id;
}
function requireHeld(work, run) {
  if (!isHeld(work, run))
    throw new RenderError("OUTPUT_FAILED", {
      message: `nothing was written: this run was stopped for so long that another one took ${work} over`,
      hint: "run it again"
    });
}
function beat(run) {
  let now = /* @__PURE__ */ new Date();
  for (let work of run.held) attempt2(() => utimesSync(join6(work, LOCK), now, now));
}
function unlock(work, run) {
  attempt2(() => {
    isHeld(work, run) && (lstatSync(join6(work, JOURNAL), { throwIfNoEntry: !1 }) === void 0 && clearWork(work), rmSync(join6(work, LOCK), { force: !0 }));
  });
}
function removeEmpty(folder) {
  return attempt2(() => rmdirSync(folder));
}
function clearWork(work) {
  for (let name of readdirSync(work))
    (STAGED.test(name) || GUARD.test(name)) && rmSync(join6(work, name), { force: !0, recursive: !0 });
}
function breakDeadLock(work, run) {
  let lockFile = join6(work, LOCK);
  if (!isGone(lockFile, run)) return;
  let guard = join6(work, `guard-${run.owner.id}`);
  writeSignature(guard, run) && (!isGuarded(work, guard, run) && isGone(lockFile, run) && rmSync(lockFile, { force: !0, recursive: !0 }), rmSync(guard, { force: !0 }));
}
function signaturesIn(work) {
  return (existsSync(work) ? readdirSync(work) : []).filter((name) => name === LOCK || GUARD.test(name)).map((name) => join6(work, name));
}
function isGuarded(work, own, run) {
  let guards = signaturesIn(work).filter((file) => file !== own && file !== join6(work, LOCK)), left = guards.filter((file) => isGone(file, run));
  for (let file of left) rmSync(file, { force: !0, recursive: !0 });
  return left.length < guards.length;
}
function isGone(file, { watch }) {
  let signature = readSignature(file);
  return signature !== void 0 && watch.isGone(file, signature);
}
function isBusy(work) {
  let owner = ownerOf(readSignature(join6(work, LOCK))?.text ?? ""), who = owner === void 0 ? "" : ` (process ${owner.pid} on ${owner.host})`;
  return new RenderError("OUTPUT_FAILED", {
    message: `another run${who} does not finish writing beside ${work}`,
    hint: `wait for it; if there is none, remove ${work}`
  });
}
function attempt2(run) {
  try {
    return run(), !0;
  } catch (error) {
    if (error instanceof Error && "code" in error) return !1;
    throw error;
  }
}
function failed2(run, ...codes2) {
  try {
    return run(), !1;
  } catch (error) {
    if (error instanceof Error && "code" in error && codes2.includes(String(error.code))) return !0;
    throw error;
  }
}

// src/commands/files/replace-file.ts
var CLOSED = ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV"], LEFT_MS = 6e5, STAGED2 = new RegExp(`^${WORK_FOLDER.replace(".", "\\.")}-\\d+$`);
function replaceFile(path, text) {
  statSync2(path, { throwIfNoEntry: !1 })?.isFile() === !1 ? writeFileSync2(path, text) : isReplaced(path, text) || overwrite(path, text);
}
function createFile(path, text) {
  let staged = join7(dirname4(path), `${WORK_FOLDER}-${process.pid}`);
  try {
    writeFileSync2(staged, text, { flag: "wx" }), linkSync(staged, path);
  } finally {
    rmSync2(staged, { force: !0 });
  }
}
function isReplaced(place, text) {
  let staged = join7(dirname4(place), `${WORK_FOLDER}-${process.pid}`);
  return removeLeft(dirname4(place)), isOpen(() => {
    rmSync2(staged, { force: !0 }), writeFileSync2(staged, "", { flag: "wx" });
    try {
      writeFileSync2(staged, text), renameSync(staged, place);
    } catch (error) {
      throw rmSync2(staged, { force: !0 }), error;
    }
  });
}
function isOpen(run) {
  try {
    return run(), !0;
  } catch (error) {
    if (isSystemError(error) && CLOSED.includes(error.code)) return !1;
    throw error;
  }
}
function overwrite(path, text) {
  let old = statSync2(path, { throwIfNoEntry: !1 }) && readFileSync2(path);
  try {
    writeFileSync2(path, text);
  } catch (error) {
    throw old !== void 0 && writeFileSync2(path, old), error;
  }
}
function removeLeft(folder) {
  try {
    for (let name of readdirSync2(folder).filter((one) => STAGED2.test(one))) {
      let path = join7(folder, name);
      Date.now() - statSync2(path).mtimeMs > LEFT_MS && rmSync2(path, { force: !0 });
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

// src/commands/files/write-named.ts
async function writeNamed({ what, file, text }, { cwd, untilSafe }) {
  try {
    return await untilSafe(async () => replaceFile(outputThrough(file, commandLineRoot(cwd)), text)), [];
  } catch (error) {
    if (error instanceof RenderError) return [error.toFinding()];
    if (!(error instanceof Error && "code" in error)) throw error;
    let message = `the ${what} ${file} was not written: ${String(error.code)}`;
    return [findingOf("OUTPUT_FAILED", { message, hint: "name a file in a folder that exists" })];
  }
}

// src/commands/reporters/placed.ts
function placed({ origin }) {
  let isPlaced2 = origin !== void 0 && origin.file !== "";
  return { file: isPlaced2 ? origin.file : void 0, line: isPlaced2 ? origin.line : void 0 };
}

// src/commands/reporters/github.ts
var COMMANDS = { error: "error", warning: "warning", info: "notice" }, MESSAGE_ESCAPES = [
  ["%", "%25"],
  ["\r", "%0D"],
  [`
`, "%0A"]
], PROPERTY_ESCAPES = [...MESSAGE_ESCAPES, [":", "%3A"], [",", "%2C"]];
function reportGithub(findings) {
  return findings.map(toCommand).join("");
}
function toCommand(finding) {
  let { severity, code, message, path, hint } = finding, { file, line } = placed(finding), listed = [
    ["file", file],
    ["line", line],
    ["title", code]
  ].filter(([, value]) => value !== void 0).map(([name, value]) => `${name}=${oneLine(escapeAll(String(value), PROPERTY_ESCAPES))}`), head = oneLine(path ? `${path}: ${message}` : message), text = hint === void 0 ? head : `${head}
hint: ${oneLine(hint)}`;
  return `::${COMMANDS[severity]} ${listed.join(",")}::${escapeAll(text, MESSAGE_ESCAPES)}
`;
}
function escapeAll(text, escapes) {
  return escapes.reduce((escaped, [character, code]) => escaped.replaceAll(character, code), text);
}

// src/commands/reporters/gitlab.ts
import { createHash } from "node:crypto";
var SEVERITIES = { error: "critical", warning: "minor", info: "info" }, NOWHERE = ".";
function reportGitlab(findings) {
  let seen = /* @__PURE__ */ new Map(), elements = findings.map((finding) => {
    let { file = NOWHERE, line = 1 } = placed(finding), same = JSON.stringify([finding.code, file, finding.path ?? "", finding.message]), count = seen.get(same) ?? 0;
    return seen.set(same, count + 1), {
      description: descriptionOf(finding),
      check_name: finding.code,
      fingerprint: createHash("sha256").update(`${same}${count}`).digest("hex"),
      severity: SEVERITIES[finding.severity],
      location: { path: file, lines: { begin: line } }
    };
  });
  return `${jsonText(elements, 1)}
`;
}
function descriptionOf({ message, path, hint }) {
  let head = path ? `${path}: ${message}` : message;
  return hint === void 0 ? head : `${head} (hint: ${hint})`;
}

// src/commands/reporters/json.ts
function reportJson(findings) {
  return `${jsonText(findings.map(toFindingElement), 1)}
`;
}
function toFindingElement(finding) {
  let { severity, code, message, path, hint, origin, resource } = finding, { file = null, line = null } = placed(finding);
  return {
    severity,
    code,
    message,
    hint: hint ?? null,
    path: path ?? null,
    file,
    line,
    document: file === null ? null : origin?.index ?? null,
    resource: resource === void 0 ? null : toReference(resource.object)
  };
}
function toReference(object2) {
  let { apiVersion, kind, namespace, name } = refOf(object2);
  return { apiVersion, kind, namespace: namespace ?? null, name };
}

// src/commands/reporters/junit.ts
var NO_FILE2 = "dgdr-render";
function reportJunit(findings) {
  let byFile = groupBy(findings, (finding) => placed(finding).file ?? NO_FILE2), suites = byFile.size === 0 ? [suite(NO_FILE2, [])] : [...byFile].map(([file, own]) => suite(file, own));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dgdr-render" ${`tests="${Math.max(findings.length, 1)}" failures="${failuresOf(findings)}" errors="0"`}>
${suites.join("")}</testsuites>
`;
}
function suite(file, findings) {
  let cases2 = findings.length === 0 ? [`    <testcase${attributes({ name: "no findings", classname: file })}/>
`] : findings.map((finding, i) => testCase(finding, { file, number: i + 1 })), counts = { tests: cases2.length, failures: failuresOf(findings), errors: 0, skipped: 0 };
  return `  <testsuite${attributes({ name: file, ...counts })}>
${cases2.join("")}  </testsuite>
`;
}
function testCase(finding, { file, number }) {
  let { severity, code, path, message, hint } = finding, { line } = placed(finding), where = [line === void 0 ? file : `${file}:${line}`, path ?? ""].filter((part) => part !== "").join(" "), text = inXml(`${where}: ${message}${hint === void 0 ? "" : `; hint: ${hint}`}`), inner = severity === "error" ? `<failure${attributes({ type: code, message })}>${text}</failure>` : `<system-out>${inXml(`${severity} ${code} `)}${text}</system-out>`, name = `${number} ${code}${path ? ` ${path}` : ""}`;
  return `    <testcase${attributes({ name, classname: file })}>${inner}</testcase>
`;
}
function failuresOf(findings) {
  return findings.filter(({ severity }) => severity === "error").length;
}
function attributes(values) {
  return Object.entries(values).map(([name, value]) => ` ${name}="${inXml(String(value))}"`).join("");
}
var ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
function inXml(text) {
  return escapeUnprintable(oneLine(text)).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "");
}

// src/commands/reporters/sarif.ts
var SCHEMA2 = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", LEVELS = { error: "error", warning: "warning", info: "note" }, BASE = "%SRCROOT%", RULES = Object.entries(CODES).map(([id, { severity, meaning }]) => ({
  id,
  shortDescription: { text: meaning },
  defaultConfiguration: { level: LEVELS[severity] }
})), RULE_INDEX = new Map(RULES.map(({ id }, i) => [id, i]));
function reportSarif(findings) {
  let placed3 = findings.filter(isPlaced), others = findings.filter((finding) => !isPlaced(finding)), run = {
    tool: { driver: { name: "dgdr-render", semanticVersion: VERSION, rules: RULES } },
    invocations: [
      {
        executionSuccessful: others.every(({ severity }) => severity !== "error"),
        toolExecutionNotifications: others.map(toNotification)
      }
    ],
    columnKind: "utf16CodeUnits",
    results: placed3.map(toResult2)
  };
  return `${jsonText({ $schema: SCHEMA2, version: "2.1.0", runs: [run] }, 1)}
`;
}
function isPlaced({ origin }) {
  return origin !== void 0 && origin.file !== "";
}
function toNotification(finding) {
  let { severity, code } = finding;
  return { descriptor: { id: code }, level: LEVELS[severity], message: messageOf(finding) };
}
function toResult2(finding) {
  let { severity, code, path, origin } = finding, logical = path ? { logicalLocations: [{ fullyQualifiedName: path, kind: "property" }] } : {};
  return {
    ruleId: code,
    ruleIndex: RULE_INDEX.get(code),
    level: LEVELS[severity],
    message: messageOf(finding),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(origin?.file ?? ""), uriBaseId: BASE },
          // Where a line is not known, services want one all the same.
          region: { startLine: origin?.line ?? 1 }
        },
        ...logical
      }
    ]
  };
}
function messageOf({ message, hint }) {
  return { text: hint === void 0 ? message : `${message}
hint: ${hint}` };
}
function toUri(file) {
  return Buffer.from(file).toString().split("/").map(encodeURIComponent).join("/");
}

// src/commands/cli/request-options.ts
var FROZEN_OPTION = optionsOf(["frozen"]), STRICT_OPTION = optionsOf(["strict"]), REQUEST_OPTIONS = optionsOf(SETTING_PATHS.filter((path) => path !== "frozen")), OF_OUTPUT = SETTING_PATHS.filter(
  (path) => ["emit", "imageMirrors", "fluxSubstitute"].includes(path) || path.startsWith("workloads.")
), GRAPH_OPTIONS = withoutUseFor(["prices"]), PICK_OPTIONS = withoutUseFor(OF_OUTPUT), UNPRICED_PICK_OPTIONS = withoutUseFor([...OF_OUTPUT, "prices"]);
function withoutUseFor(paths) {
  let hidden = Object.entries(optionsOf(paths)).map(([name, spec]) => [name, { ...spec, isHidden: !0 }]);
  return { ...REQUEST_OPTIONS, ...Object.fromEntries(hidden) };
}
function optionsOf(paths) {
  return Object.fromEntries(paths.map(defaultRow).flatMap(toOption));
}
function toOption({ kind, option, description, isInternal = !1 }) {
  if (option === void 0) return [];
  let { name, value, help = withSmallLetter(description) } = option, spec = { type: kind.option === "flag" ? "boolean" : "string", help }, { isRepeatable = !1 } = kind;
  return [[name, { ...spec, ...value !== void 0 && { value }, isRepeatable, isHidden: isInternal }]];
}
function withSmallLetter(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function optionLayer(args) {
  let said = SETTING_PATHS.map((path) => [path, optionValue(args, path)]), settings2 = toSettings(said);
  return requireOneWord(settings2), hostLayer(settings2, (path) => `option --${defaultRow(path).option?.name}`, "command");
}
function requireOneWord({ models = [], modelLikes = [] }) {
  let both = modelLikes.find(({ id }) => models.some((model) => model.id === id));
  if (both === void 0) return;
  let [config2, like] = [defaultRow("models"), defaultRow("modelLikes")].map(({ option }) => `--${option?.name}`);
  throw new UsageError(
    `${like} ${both.id}=${both.like} has no effect beside ${config2} for that model: leave one of them out`
  );
}
function optionValue(args, path) {
  let { kind, option } = defaultRow(path);
  if (option === void 0) return;
  if (kind.option === "flag") return args.isSet(option.name) || void 0;
  let text = args.text(option.name), texts = kind.isRepeatable ? args.texts(option.name) : text === void 0 ? [] : [text];
  if (texts.length === 0) return;
  let reading = kind.option(texts);
  if ("problem" in reading) throw new UsageError(`--${option.name}${reading.problem}`);
  return reading.value;
}
function oneOf(args, name, known) {
  let text = args.text(name), found = known.find((value) => value === text);
  if (text !== void 0 && found === void 0)
    throw new UsageError(`--${name} ${text} is not one of ${known.join(", ")}`);
  return found;
}

// src/commands/cli/outcome.ts
var NO_COLOUR = { isColoured: !1 }, FORMATS = {
  text: { report: reportText, isForPeople: !0 },
  json: { report: reportJson, isForPeople: !1 },
  sarif: { report: reportSarif, isForPeople: !1 },
  github: { report: reportGithub, isForPeople: !0 },
  gitlab: { report: reportGitlab, isForPeople: !1 },
  junit: { report: reportJunit, isForPeople: !1 }
}, NAMES2 = Object.keys(FORMATS), REPORT_OPTIONS = {
  report: { type: "string", value: "NAME", help: `findings as ${NAMES2.join(", ")}; on stderr, text by default` },
  "report-file": { type: "string", value: "FILE", help: "write the report there, and text on stderr all the same" }
};
async function runReported(args, context, work) {
  let format = FORMATS[oneOf(args, "report", NAMES2) ?? "text"], file = args.text("report-file"), attempted = await attempt3(work), outcome = { ...attempted, findings: sayOnce(attempted.findings) }, unwritten = file === void 0 ? [] : await writeNamed({ what: "report", file, text: format.report(outcome.findings, NO_COLOUR) }, context), findings = [...outcome.findings, ...unwritten], onStderr = file === void 0 ? format : FORMATS.text;
  return context.stderr(onStderr.report(shownOf(findings, context), context)), context.stdout(outcome.output), onStderr.isForPeople && context.isQuiet !== !0 && context.stderr(outcome.notes), exitCodeOf(findings);
}
async function attempt3(work) {
  try {
    return await work();
  } catch (error) {
    return { findings: toFindings(error), output: "", notes: "" };
  }
}

// src/commands/files/against.ts
import { basename as basename4, dirname as dirname7, join as join12 } from "node:path";

// src/commands/git/revision.ts
import { posix, relative as relative4 } from "node:path";

// src/commands/git/find-repository.ts
import { dirname as dirname5, join as join8, resolve as resolve4 } from "node:path";
var MOST_BYTES3 = 4096, BARE = ["HEAD", "objects", "refs"];
function findRepository({ top, cwd }) {
  let root = gitRoot(top), found = lookAt(".git", root);
  if (found.path === void 0) throw notInWorkTree(cwd);
  let own = found.stat.isDirectory() ? found.path : linkedFolder(found.path, root), common2 = readLine(join8(own, "commondir"), root), shared = common2 === void 0 ? own : resolve4(own, common2);
  if (!isThere(join8(shared, "objects"), root)) throw lost(top, shared);
  return { top, own, common: shared, isShallow: isThere(join8(shared, "shallow"), root) };
}
function notInWorkTree(cwd) {
  let root = gitRoot(cwd), bare = [cwd, dirname5(cwd)].find((folder) => BARE.every((name) => isThere(join8(folder, name), root)));
  return bare === void 0 ? new RenderError("GIT_NO_REPOSITORY", {
    message: `${cwd} is in no Git repository`,
    hint: "run it inside a work tree"
  }) : new RenderError("GIT_BARE", {
    message: `${bare} is a repository without a work tree, so that there are no files to compare`,
    hint: "git worktree add FOLDER BRANCH, and run it there"
  });
}
function linkedFolder(file, root) {
  let [, named2] = /^gitdir: (.+)$/.exec(readLine(file, root) ?? "") ?? [], folder = named2 === void 0 ? void 0 : resolve4(dirname5(file), named2);
  if (folder !== void 0 && isThere(join8(folder, "HEAD"), root)) return folder;
  throw lost(dirname5(file), folder ?? "no folder");
}
function lost(top, folder) {
  return new RenderError("GIT_FOLDER_LOST", {
    message: `the work tree ${top} belongs to ${folder}, where no repository is`,
    hint: "git worktree repair in the repository that it belongs to, or clone anew"
  });
}
function readLine(file, root) {
  return readText(file, root, MOST_BYTES3)?.split(`
`, 1)[0];
}
function readText(file, root, mostBytes) {
  let { path } = lookAt(file, root);
  if (path !== void 0)
    return readFile(path, mostBytes)?.bytes?.toString("utf8");
}

// src/commands/git/repository-view.ts
import { mkdtempSync, rmSync as rmSync3, symlinkSync, writeFileSync as writeFileSync3 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join9 } from "node:path";
var SHARED = ["refs", "packed-refs", "logs", "reftable"], OWN = ["HEAD", "FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD"], MOST_BYTES4 = 2 ** 20, OBJECT_FORMAT = /^\s*objectformat\s*=\s*(sha1|sha256)\s*$/im;
async function withView(repository, look) {
  let folder = mkdtempSync(join9(tmpdir(), "dgdr-render-git-"));
  try {
    return fill(folder, repository), await look(folder);
  } finally {
    rmSync3(folder, { recursive: !0, force: !0 });
  }
}
function fill(folder, { own, common: common2 }) {
  let root = gitRoot(common2);
  for (let name of SHARED) isThere(name, root) && symlinkSync(join9(common2, name), join9(folder, name));
  for (let name of OWN) {
    let text = readText(join9(own, name), root, MOST_BYTES4);
    text !== void 0 && writeFileSync3(join9(folder, name), text);
  }
  writeFileSync3(join9(folder, "config"), settings(common2));
}
function settings(common2) {
  let root = gitRoot(common2), [, format = "sha1"] = OBJECT_FORMAT.exec(readText("config", root, MOST_BYTES4) ?? "") ?? [], refs = isThere("reftable", root) ? `	refStorage = reftable
` : "", extensions = format === "sha1" ? refs : `	objectFormat = ${format}
${refs}`;
  return `[core]
	repositoryformatversion = ${extensions === "" ? 0 : 1}
	bare = true
${extensions === "" ? "" : `[extensions]
${extensions}`}`;
}

// src/commands/git/run-git.ts
import { spawnSync as spawnSync2 } from "node:child_process";
import { join as join10 } from "node:path";
var LIMIT_MS2 = 6e4, OFFLINE = {
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_ALLOW_PROTOCOL: "none"
}, HARMLESS2 = ["-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "--no-replace-objects", "--no-pager"];
function spawnGit(args, { cwd, env, input = "", mostBytes = STREAM_LIMITS.bytes }) {
  let options = { cwd, env: { ...env, ...OFFLINE }, input, maxBuffer: mostBytes, timeout: LIMIT_MS2 }, { status, stdout, stderr, error } = spawnSync2("git", [...HARMLESS2, ...args], {
    ...options,
    killSignal: "SIGKILL"
  });
  return { isFine: status === 0, stdout: stdout ?? Buffer.alloc(0), stderr: String(stderr ?? ""), error };
}
function askGit(args, { cwd, env }) {
  return spawnGit(args, { cwd, env });
}
var SETTING_UP = /^(GIT_.*|HOME|XDG_CONFIG_HOME|PAGER|EDITOR|VISUAL|SSH_.*|LC_ALL|LANGUAGE)$/i;
function gitOver(view, { common: common2 }, env) {
  let own = {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !SETTING_UP.test(name))),
    GIT_DIR: view,
    GIT_OBJECT_DIRECTORY: join10(common2, "objects"),
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1"
  };
  return (args, options = {}) => {
    let { isFine, stdout, stderr, error } = spawnGit(args, { cwd: view, env: own, ...options });
    if (error?.code === "ENOBUFS") throw tooLarge(args[0]);
    if (error?.code === "ETIMEDOUT")
      throw refused2(
        `no answer within ${LIMIT_MS2 / 1e3} s`,
        "try git rev-parse HEAD there; another program may hold the repository"
      );
    if (error !== void 0 && !isFine) throw missing(error);
    if (isFine) return stdout;
    let said = oneLine(stderr.trim());
    if (NOT_READABLE.test(said)) throw refused2(said, "git fsck in the repository says what is wrong");
  };
}
var NOT_READABLE = /not a git repository|unknown repository extension|expected git repo version|bad config/i;
function tooLarge(what = "git") {
  return new RenderError("INPUT_TOO_LARGE", {
    message: `what git ${what} answers has more bytes than are read`,
    hint: "name fewer folders"
  });
}
function refused2(message, hint) {
  return new RenderError("GIT_REFUSED", { message: `git does not read the repository: ${message}`, hint });
}
function missing(error) {
  return new RenderError("GIT_MISSING", {
    message: `git cannot be started: ${error.message}`,
    hint: "put git 2.30 or newer on the PATH"
  });
}

// src/commands/git/revision.ts
var MOST_LISTED_BYTES = 2 ** 27, MOST_READ_BYTES = 2 ** 25;
async function withRevision(name, { root, env }, look) {
  if (name.startsWith("-") || name === "" || /[\0\n]/.test(name)) throw invalid3(name);
  let repository = findRepository(root);
  return withView(repository, async (view) => {
    let ask2 = gitOver(view, repository, env), commit2 = resolveCommit(name, ask2, repository);
    if (commit2 === void 0) return look(void 0);
    let inside = toSlashes(relative4(root.top, root.cwd));
    return look({ name, commit: commit2, prefix: inside === "" ? "" : `${inside}/`, ...readersOf({ name, commit: commit2 }, ask2) });
  });
}
function resolveCommit(name, ask2, { isShallow }) {
  let found = ask2(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  if (found !== void 0) return found.toString("utf8").trim();
  let object2 = ask2(["rev-parse", "--verify", "--quiet", "--end-of-options", name])?.toString("utf8").trim();
  if (object2 === void 0 && name === "HEAD") return;
  throw isShallow ? new RenderError("REVISION_SHALLOW", {
    message: `there is no revision ${show(name)} in this clone, which lacks older ones`,
    hint: "git fetch --unshallow, or clone with more depth (fetch-depth: 0, GIT_DEPTH: 0)"
  }) : object2 !== void 0 && object2 !== name && ask2(["cat-file", "-e", object2]) === void 0 ? damaged(name, "the commit") : new RenderError("REVISION_UNKNOWN", {
    message: `there is no revision ${show(name)} in this repository`,
    hint: "name a branch, tag or commit, and paths after it; git fetch origin NAME brings one of the server"
  });
}
function invalid3(name) {
  return new RenderError("REVISION_INVALID", {
    message: `${show(name)} can be no revision`,
    hint: "name a branch, tag or commit, which never begins with a dash"
  });
}
var MODES2 = {
  100644: "file",
  100755: "file",
  100664: "file",
  12e4: "link",
  16e4: "submodule"
}, ENTRY = /^(\d{6}) (?:blob|commit) ([0-9a-f]+) +(\S+)\t([\s\S]+)$/;
function readersOf({ name, commit: commit2 }, ask2) {
  let list3 = (args, tree) => {
    let mostBytes = MOST_LISTED_BYTES;
    return ask2(["ls-tree", "-z", "-l", "--full-tree", ...args, "--end-of-options", tree], { mostBytes })?.toString("utf8").split("\0").flatMap(toEntry);
  };
  return {
    all: () => {
      let entries = list3(["-r"], commit2);
      if (entries === void 0) throw damaged(name, "the folders");
      return entries;
    },
    filesIn: (folder) => {
      let inFolder = folder === "" ? "" : `${folder}/`;
      return (list3([], `${commit2}:${folder}`) ?? []).flatMap((entry) => entry.kind === "file" ? [{ ...entry, path: `${inFolder}${entry.path}` }] : []);
    },
    read: (entries) => inBatches(entries).flatMap((batch) => readBatch(batch, { name, ask: ask2 }))
  };
}
function toEntry(line) {
  let [, mode = "", hash = "", size = "", path = ""] = ENTRY.exec(line) ?? [], kind = MODES2[mode];
  return kind === void 0 ? [] : [{ kind, path, hash, size: /^\d+$/.test(size) ? Number(size) : void 0 }];
}
function inBatches(entries) {
  let batches = [], left = 0;
  for (let entry of entries)
    left -= entry.size ?? 0, (left <= 0 || batches.length === 0) && (batches.push([]), left = MOST_READ_BYTES), batches.at(-1)?.push(entry);
  return batches;
}
function readBatch(entries, { name, ask: ask2 }) {
  let lacking = entries.find(({ size }) => size === void 0);
  if (lacking !== void 0) throw damaged(name, show(lacking.path));
  let bytes = entries.reduce((sum2, { size = 0, hash }) => sum2 + size + 2 * hash.length, 0), input = entries.map(({ hash }) => `${hash}
`).join(""), answer2 = ask2(["cat-file", "--batch"], { input, mostBytes: bytes + MOST_READ_BYTES }), at2 = 0;
  return entries.map(({ path }) => {
    let end = answer2?.indexOf(`
`, at2) ?? -1, [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(answer2?.toString("latin1", at2, end) ?? "") ?? [];
    if (answer2 === void 0 || size === void 0) throw damaged(name, show(path));
    let start = end + 1;
    return at2 = start + Number(size) + 1, answer2.subarray(start, start + Number(size));
  });
}
function damaged(name, what) {
  return new RenderError("REVISION_DAMAGED", {
    message: `the clone lacks ${what} of the revision ${show(name)}, or has it broken`,
    hint: "git fetch --refetch --filter=blob:limit=1g of a partial clone, or clone anew; git fsck says what is broken"
  });
}
function atTop({ prefix }, path) {
  return posix.join(prefix, path).replace(/^\.?\/?$|\/$/, "");
}
function shownAt({ name }, file) {
  return `${name}:${file}`;
}

// src/commands/files/store.ts
import { basename as basename3, dirname as dirname6, join as join11, relative as relative5, resolve as resolve5 } from "node:path";

// src/commands/files/planned-files.ts
function textOf2({ graphs }) {
  return joinStream(graphs.flatMap(({ documents }) => documents).map(emitYaml));
}
function filesOfFolder(graphs) {
  let owners = /* @__PURE__ */ new Map();
  return graphs.map((rendered) => {
    let { graph, request } = rendered, file = fileInFolder(refOf(graph)), origin = request.locate("metadata.name");
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(file))
      throw new RenderError("NAME_INVALID", { message: `${quote(file)} cannot be a file name`, origin });
    let owner = owners.get(file);
    if (owner !== void 0)
      throw new RenderError("OUTPUT_CONFLICT", {
        message: `${file} would hold the graphs of two requests, ${owner} and ${refOf(request.object).name}`,
        origin,
        hint: "rename one of them, or give both a namespace"
      });
    return owners.set(file, refOf(request.object).name), { name: file, graphs: [rendered] };
  });
}
function filesBeside(graphs) {
  let files = [...groupBy(graphs, ({ request }) => request.origin.file)].flatMap(([source, all2]) => [...groupBy(all2, ({ form }) => form)].map(([form, own]) => ({ source, name: fileBeside(form, source), graphs: own })));
  return requireOwnFiles(files), files.map(({ name, graphs: own }) => ({ name, graphs: own }));
}
function requireOwnFiles(files) {
  let owners = new Map(files.map(({ source }) => [source, source]));
  for (let { source, name } of files) {
    let owner = owners.get(name);
    if (owner !== void 0)
      throw new RenderError("OUTPUT_CONFLICT", {
        message: `${name} cannot hold the graphs of ${source}, it belongs to ${owner === name ? "requests" : owner}`,
        origin: { file: source, index: 0 },
        hint: "rename one of the request files"
      });
    owners.set(name, source);
  }
}

// src/commands/files/store.ts
var ANY2 = { isWanted: () => !0, mention: "", limits: GRAPH_FILE_LIMITS }, OURS = {
  isWanted: (object2) => ownGraphOf(object2) !== void 0,
  mention: ENGINE,
  limits: GRAPH_FILE_LIMITS
};
function storeBeside() {
  let listings = /* @__PURE__ */ new Map(), list3 = (root, folder) => {
    let files = namesIn(folder, root).map((name) => toSlashes(join11(folder, name)));
    return { files, sources: groupBy(files, stemOf) };
  }, listed = (root, folder) => {
    let listing = listings.get(folder) ?? list3(root, folder);
    return listings.set(folder, listing), listing;
  };
  return {
    root: ".",
    where: "beside the requests",
    scopeOf: ({ origin }) => dirname6(origin.file),
    plan: filesBeside,
    candidates: (root, inputs) => {
      let near = [...new Set(inputs.map((file) => dirname6(file)))].flatMap((folder) => listed(root, folder).files);
      return [.../* @__PURE__ */ new Set([...inputs, ...near])].filter((file) => stemBeside(file) !== void 0);
    },
    sources: (root, { object: object2, origin: { file } }) => {
      let source = sourceFile(object2);
      if (source === void 0 || source === STDIN_FILE) return;
      let stem = stemBeside(file);
      if (!thereOf(source, root).some((one) => stemOf(one) !== stem))
        return stem === void 0 ? [] : listed(root, dirname6(file)).sources.get(stem) ?? [];
    }
  };
}
function storeOf(dir) {
  return {
    root: dir,
    where: `in ${dir}`,
    plan: filesOfFolder,
    candidates: (root) => {
      let { cwd } = root;
      return namesIn(dir, root).filter((name) => name.endsWith(".yaml")).map((name) => toSlashes(relative5(cwd, resolve5(cwd, dir, name))));
    },
    sources: (root, { object: object2, origin: { file } }) => {
      let source = sourceFile(object2), graph = ownGraphOf(object2);
      return source === void 0 || source === STDIN_FILE || graph === void 0 ? void 0 : [graph, { name: graph.name }].map(fileInFolder).includes(basename3(file)) ? thereOf(source, root) : void 0;
    }
  };
}
function thereOf(source, root) {
  let file = fileOfSource(source, root);
  return [.../* @__PURE__ */ new Set([file, source])].filter((one) => isThere(one, root)).slice(0, 1);
}
function readCommitted(file, root) {
  return isThere(file, root) ? attempt4(() => readAt(file, root, !0)) : { value: void 0, findings: [] };
}
function readAt(file, root, isNamed) {
  let found = foundBeside(file, root, { isNamed });
  return found === void 0 ? [] : readWanted(found, isNamed ? ANY2 : OURS);
}
function findLeftOver(store, { inputs, failed: failed4, planned }, root) {
  let seen = /* @__PURE__ */ new Set([...planned, ...failed4]), read2 = store.candidates(root, [...inputs]).filter((file) => !seen.has(file)).map((file) => attempt4(() => readAt(file, root, !1))), isGone2 = (file) => inputs.has(file) && !failed4.has(file);
  return {
    value: read2.flatMap(({ value }) => value.filter((graph) => store.sources(root, graph)?.every(isGone2) === !0)),
    findings: read2.flatMap(({ findings }) => findings)
  };
}
function displayName(store, name, { cwd }) {
  return toSlashes(relative5(cwd, resolve5(cwd, store.root, name)));
}
function attempt4(read2) {
  try {
    return { value: read2().map(({ resource }) => resource), findings: [] };
  } catch (error) {
    return { value: [], findings: toFindings(error) };
  }
}

// src/commands/files/against.ts
var AGAINST_OPTION = {
  against: {
    type: "string",
    value: "REF",
    help: "Git revision whose committed graphs run: changes that the operator refuses are errors"
  }
};
async function checkAgainst(args, { graphs, store, root }, context) {
  let name = args.text("against");
  if (name !== void 0 && args.positionals.includes(STDIN))
    throw new UsageError("--against cannot be combined with - (stdin)");
  return name === void 0 ? [] : withRevision(name, { root, env: context.env }, async (revision) => revision === void 0 ? [] : checkAt(filesOf(revision), { graphs, store, root }));
}
function filesOf(revision) {
  return (folder) => {
    let files = revision.filesIn(atTop(revision, folder)).filter(({ path }) => isYaml(path)), contents = revision.read(files);
    return files.map(({ path }, i) => {
      let file = toSlashes(join12(folder, basename4(path)));
      return { shown: shownAt(revision, file), bytes: contents[i] };
    });
  };
}
function isYaml(name) {
  return /\.ya?ml$/.test(name);
}
function checkAt(files, { graphs, store, root }, former = []) {
  return [...groupBy(graphs, ({ request: { origin } }) => folderOf(store, origin.file, root))].flatMap(([folder, own]) => {
    let names = new Set(own.map(({ graph }) => refOf(graph).name)), { committed, findings } = graphsIn(files(folder), names, root), known = new Set(committed.map(({ object: object2 }) => identityOf(object2))), others = former.filter((one) => one.folder === folder && !known.has(identityOf(one.object)));
    return [...findings, ...checkStable(own, [...committed, ...others])];
  });
}
function folderOf(store, requestFile, root) {
  return store.scopeOf === void 0 ? displayName(store, ".", root) : dirname7(requestFile);
}
function graphsIn(files, names, root) {
  let all2 = files.map(({ shown: shown2, bytes }) => {
    try {
      return { committed: graphsOf(bytes, { shown: shown2, mentions: mentionOf(names) }, root), findings: [] };
    } catch (error) {
      return { committed: [], findings: toFindings(error).filter(({ code }) => code === "INPUT_TOO_LARGE") };
    }
  });
  return { committed: all2.flatMap((one) => one.committed), findings: all2.flatMap(({ findings }) => findings) };
}
function mentionOf(names) {
  return (text) => text.includes(GRAPH_KIND) ? text.includes("\\") || (text.match(/[a-z0-9][-.a-z0-9]*/g) ?? []).some((word) => names.has(word)) : !1;
}
function graphsOf(bytes, { shown: shown2, mentions }, { budget }) {
  if (!bytes.includes(GRAPH_KIND)) return [];
  let options = { file: shown2, limits: GRAPH_FILE_LIMITS, mustMention: mentions ?? GRAPH_KIND, budget };
  return parseStream(decodeUtf8(bytes, shown2, budget), options).flatMap((document) => openList(document, isGraph)).flatMap(({ resource }) => resource !== void 0 && isGraph(resource.object) ? [resource] : []).map(({ object: object2, origin }) => ({ object: object2, origin }));
}

// src/commands/files/drift-report.ts
function formatDifferences(differences) {
  return differences.flatMap((one) => linesOf2(one).map((line) => `${oneLine(`${nameOf2(one)}: ${line}`)}
`)).join("");
}
function linesOf2(one) {
  return one.kind !== "changed" ? [ONE_SIDED[one.kind](one.file)] : [...one.changes.map(({ path, text }) => `${path.replace(/^spec\./, "")}: ${text}`), `why: ${one.why}`];
}
var ONE_SIDED = {
  missing: (file) => `missing in ${file}`,
  extra: (file) => `extra in ${file}, no request renders it`,
  "left over": (file) => `left over in ${file}, no request renders it any more`
};
function toFinding(one, renderAgain) {
  let finding = findingOf("DRIFT", { message: `${nameOf2(one)} is ${inShort(one)}` });
  if (one.kind === "missing") {
    let { request } = one.rendered;
    return { ...finding, hint: renderAgain, origin: request.locate("metadata.name"), resource: request };
  }
  let { committed } = one;
  if (one.kind !== "changed")
    return { ...finding, hint: REMOVE[one.kind], origin: committed.origin, resource: committed };
  let path = foremost(one.changes)?.field ?? "";
  return { ...finding, hint: renderAgain, path, origin: committed.locate(path), resource: committed };
}
function foremost(changes2) {
  return changes2.find(({ path }) => !path.startsWith("metadata.annotations.")) ?? changes2[0];
}
var CHANGES = {
  written: { message: "the file was not what the requests render to, and has been written", git: "git add" },
  untracked: { message: "the file is what the requests render to, but git does not track it", git: "git add" },
  removed: { message: "the file was left over, no request renders it any more, and has been removed", git: "git rm" }
};
function changeFinding(file, change) {
  let { message, git } = CHANGES[change], argument = /^[\w./@+-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  return findingOf("DRIFT", { message, hint: `${git} ${argument}`, origin: { file, index: 0 } });
}
var REMOVE = {
  extra: "move it to another file, or remove it",
  "left over": "delete the file (render --prune does it), and the graph in the cluster unless another file has it"
};
function inShort(one) {
  if (one.kind !== "changed") return ONE_SIDED[one.kind](one.file);
  let others = one.changes.length - 1, more = others === 0 ? "" : `, and ${counted(others, "more difference")}`;
  return `not as rendered: ${foremost(one.changes)?.text}${more}; why: ${one.why}`;
}
function nameOf2({ object: object2 }) {
  let { kind, name, namespace = "default" } = refOf(object2);
  return `${kind === GRAPH_KIND ? "" : `${kind} `}${namespace}/${name}`;
}

// src/commands/files/take-folders.ts
import { realpathSync } from "node:fs";
import { dirname as dirname8, resolve as resolve7 } from "node:path";

// src/commands/files/journal.ts
import { createHash as createHash2 } from "node:crypto";
import {
  closeSync as closeSync2,
  fstatSync as fstatSync2,
  constants as is2,
  lstatSync as lstatSync2,
  openSync as openSync2,
  readFileSync as readFileSync3,
  renameSync as renameSync2,
  rmSync as rmSync4,
  writeFileSync as writeFileSync4
} from "node:fs";
import { basename as basename5, isAbsolute, join as join13, relative as relative6, resolve as resolve6 } from "node:path";
var keptAs = (staged) => `${staged}.before`, MOST_BYTES5 = 2 ** 26;
function digestOf2(content) {
  return createHash2("sha256").update(content).digest("hex");
}
function writeJournals(id, swaps) {
  let [head = "", ...others] = [...swaps.keys()].sort();
  for (let folder of [...others, head]) {
    let isHead = folder === head, journal = {
      id,
      head: isHead ? "" : relative6(folder, head),
      others: isHead ? others.map((other) => relative6(head, other)) : [],
      swaps: swaps.get(folder) ?? []
    };
    writeFileSync4(journalIn(folder), JSON.stringify(journal), { flag: "wx", flush: !0 });
  }
}
function commit(folders) {
  let [head, ...others] = [...folders].sort();
  head !== void 0 && remove(head);
  for (let folder of others)
    try {
      remove(folder);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
}
function withFellows(folders) {
  let all2 = new Set(folders);
  for (let folder of all2) for (let fellow of fellowsOf(folder)) all2.add(fellow);
  return [...all2];
}
function hasJournal(folder) {
  return peekJournal(folder) !== void 0;
}
function undoBegun(folders, { hold }) {
  for (let folder of folders) hold(folder);
  let begun = folders.map((folder) => ({ folder, ...readJournal(folder) })), heads = begun.filter(({ head }) => head === ""), undone = heads.map((head) => undoAll(head, begun)), open = new Set(undone.flatMap(({ failures }, i) => failures.length > 0 ? [heads[i]?.id] : []));
  for (let { folder, id } of begun) (id === void 0 || !open.has(id)) && remove(folder);
  return { swaps: undone.reduce((sum2, { swaps }) => sum2 + swaps, 0), failures: undone.flatMap((one) => one.failures) };
}
function undoAll(head, begun) {
  let own = begun.filter(({ id }) => id === head.id), failures = own.flatMap(({ folder, swaps = [] }) => undoFolder(folder, swaps));
  if (failures.length === 0) {
    for (let { folder } of own) folder !== head.folder && remove(folder);
    remove(head.folder);
  }
  return { swaps: own.reduce((sum2, { swaps = [] }) => sum2 + swaps.length, 0), failures };
}
var remove = (folder) => rmSync4(journalIn(folder), { force: !0, recursive: !0 }), journalIn = (folder) => join13(workOf(folder), JOURNAL);
function undoFolder(folder, swaps) {
  return [...swaps].reverse().flatMap((swap) => {
    try {
      return undo(folder, swap), [];
    } catch (error) {
      return [error];
    }
  });
}
function undo(folder, { name, staged, digest, existed }) {
  let place = join13(folder, name), kept = join13(workOf(folder), digest === void 0 ? staged : keptAs(staged));
  (digest === void 0 ? !isEmpty(place) : digestOfFile(place) !== digest) || (isEmpty(kept) ? existed || rmSync4(place, { force: !0 }) : renameSync2(kept, place));
}
var isEmpty = (path) => lstatSync2(path, { throwIfNoEntry: !1 }) === void 0;
function digestOfFile(place) {
  if (lstatSync2(place, { throwIfNoEntry: !1 })?.isFile() === !0)
    return digestOf2(readFileSync3(place));
}
function fellowsOf(folder) {
  let own = peekJournal(folder);
  if (own === void 0) return [];
  let head = own.head === "" ? folder : resolve6(folder, own.head), first = peekJournal(head);
  if (first?.id !== own.id || first.head !== "") return [];
  let others = first.others.map((other) => resolve6(head, other));
  return [head, ...others].filter((other) => {
    let said = peekJournal(other);
    return said?.id === own.id && (other === head || resolve6(other, said.head) === head);
  });
}
function peekJournal(folder) {
  try {
    return readJournal(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error) return;
    throw error;
  }
}
function readJournal(folder) {
  if (lstatSync2(workOf(folder), { throwIfNoEntry: !1 })?.isDirectory() !== !0) return;
  let file = journalIn(folder);
  if (lstatSync2(file, { throwIfNoEntry: !1 })?.isFile() !== !0) return;
  let descriptor = openSync2(file, is2.O_RDONLY | is2.O_NOFOLLOW | is2.O_NONBLOCK);
  try {
    return fstatSync2(descriptor).size > MOST_BYTES5 ? void 0 : toJournal(JSON.parse(readFileSync3(descriptor, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return;
    throw error;
  } finally {
    closeSync2(descriptor);
  }
}
function toJournal(said) {
  if (!isObject(said)) return;
  let { id, head, others, swaps } = said;
  return typeof id == "string" && isWay(head) && isList(others, isWay) && isList(swaps, isSwap) ? { id, head, others, swaps } : void 0;
}
function isList(value, isOne) {
  return Array.isArray(value) && value.every(isOne);
}
function isWay(value) {
  return typeof value == "string" && !isAbsolute(value) && !value.includes("\0");
}
function isSwap(value) {
  if (!isObject(value)) return !1;
  let { name, staged, digest, existed } = value, isName = typeof name == "string" && name === basename5(name) && !/^\.{0,2}$|[\\/\0]/.test(name), isStaged = typeof staged == "string" && STAGED.test(staged);
  return isName && isStaged && typeof existed == "boolean" && (digest === void 0 || typeof digest == "string");
}

// src/commands/files/take-folders.ts
async function takeFolders(folders, options) {
  let all2 = withFellows(folders), held = await lockFolders(all2, options);
  if (withFellows(folders).some((folder) => !all2.includes(folder)))
    return held.release(), takeFolders(folders, options);
  try {
    takeBack(all2, held);
    for (let folder of all2) clearWork(workOf(folder));
    return held;
  } catch (error) {
    throw held.release(), error;
  }
}
async function settleFolders(files, paths, { cwd, untilSafe }) {
  let named2 = paths.flatMap((path) => path === void 0 ? [] : [path, dirname8(path)]), begun = [...new Set([...files.map((file) => dirname8(file)), ...named2].map((path) => resolve7(cwd, path)))].filter(hasJournal);
  if (begun.length !== 0)
    try {
      await untilSafe(async (signal) => {
        (await takeFolders([...new Set(begun.map((folder) => realpathSync(folder)))], { signal })).release();
      });
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
}
function takeBack(folders, held) {
  let { swaps, failures } = undoBegun(folders, held);
  if (failures.length !== 0)
    throw new RenderError("OUTPUT_FAILED", {
      message: `${failures.length} of ${swaps} files of a run that was killed could not be put back: ${failures[0]}`,
      hint: "see to that, and run it again; or restore the folder from version control"
    });
}

// src/render/built/built-graph.ts
function builtFinding(code, details2, isStrict = !1) {
  return findingOf(code, { ...details2, origin: details2.resource.locate(details2.path ?? "") }, isStrict);
}
function checkBuiltGraph(resource, { target, isStrict }) {
  let find = (code, details2) => builtFinding(code, { ...details2, resource }, isStrict), { release, assumption } = releaseOf(resource.object, target), { name } = refOf(resource.object), { tooLong, risky } = nameProblems(resource.object, name), problems = graphProblems(resource.object, release).map(
    (problem) => find(ADMISSION_CODES[problem.severity], toDetails(problem))
  ), path = "metadata.name";
  return [
    ...assumption === void 0 ? [] : [find("TARGET_ASSUMED", assumption)],
    ...doubtsOf(resource).map(({ code, note }) => find(code, note)),
    ...problems,
    ...gpuMismatches(resource.object).map((problem) => find("GPUS_MISMATCH", toDetails(problem))),
    ...lostModels(resource.object).map((problem) => find("MODEL_FLAG_MISSING", toDetails(problem))),
    ...outdatedProfile(resource.object).map((details2) => find("PROFILE_OUTDATED", details2)),
    ...tooLong === void 0 ? [] : [find("NAME_TOO_LONG", { path, message: tooLong.message, hint: shorten2(tooLong.longest) })],
    ...risky.map(({ message, budget }) => find("NAME_LONG", { path, message, hint: shorten2(Math.max(budget, 1)) }))
  ];
}
function toDetails({ path, message, hint }) {
  return { path: graphPath(path), message, hint };
}
var PROFILE = "dgdr-render.dev/profile";
function outdatedProfile(graph) {
  let said = annotationsOf(graph)[PROFILE], mode = MODES.find((name) => said?.startsWith(`${name} `));
  if (said === void 0 || mode === void 0 || said.endsWith("profiled in a cluster")) return [];
  let [topology = ""] = said.split(", "), found = topologyWords(graph, mode);
  if (found === topology) return [];
  let message = `the annotation says ${topology}, but the graph has ${found ?? "other workers"}`;
  return [{ path: `metadata.annotations.${PROFILE}`, message, hint: "say the change in overrides.dgd of the request and render it again, or remove the annotation with the patch" }];
}
function shorten2(most) {
  return `shorten the name, or the prefix or suffix it was built with, to at most ${most} characters`;
}
function releaseOf(graph, target) {
  if (target !== void 0) return { release: target };
  let version = graphVersion(graph), least = firstRelease((facts) => facts.graphVersion === version) ?? ASSUMED, newest = graphServices(graph).flatMap((service) => runtimeRelease(service) ?? []).reduce((best, one) => best && isBefore(one, best) ? best : one, void 0), release = isBefore(newest ?? ASSUMED, least) ? least : newest ?? ASSUMED;
  if (newest !== void 0) return { release };
  let message = `no image tells the Dynamo release of the graph; ${printRelease(release)} is assumed`;
  return { release, assumption: { path: "spec", message, hint: "name the release of the operator with --target" } };
}

// src/render/built/built-workloads.ts
var TEMPLATES = [
  ["spec", "template"],
  ["spec", "leaderWorkerTemplate", "leaderTemplate"],
  ["spec", "leaderWorkerTemplate", "workerTemplate"]
], WORKLOAD_MENTION = `${GRAPH_LABEL}|-k8s-service-discovery`;
function isBuiltWorkload({ kind, metadata }) {
  return (kind === "Deployment" || kind === "LeaderWorkerSet") && getIn(metadata, "labels", GRAPH_LABEL) !== void 0;
}
function builtGraphs(objects) {
  let workloads = groupBy(objects.filter(isBuiltWorkload), (object2) => `${refOf(object2).namespace ?? ""}/${String(getIn(object2, "metadata", "labels", GRAPH_LABEL))}`);
  return [
    ...objects.filter(isGraph),
    ...[...workloads.values()].flatMap(([first]) => first === void 0 ? [] : [first])
  ];
}
function checkBuiltWorkloads(resources) {
  let accounts = resources.filter(({ object: object2 }) => object2.kind === "ServiceAccount").map(({ object: object2 }) => refOf(object2)), workloads = resources.filter(({ object: object2 }) => isBuiltWorkload(object2));
  return [
    ...resources.filter(({ object: object2 }) => object2.kind === "RoleBinding").flatMap(bindingFindings),
    ...workloads.flatMap((workload) => [...new Set(accountsOf(workload.object))].flatMap((name) => {
      let known = accounts.filter(({ namespace }) => namespace === refOf(workload.object).namespace), renamed2 = known.find((account) => account.name !== name && account.name.includes(name));
      return known.some((account) => account.name === name) || renamed2 === void 0 ? [] : [danglingFinding(workload, name, renamed2.name)];
    }))
  ];
}
function accountsOf(object2) {
  return TEMPLATES.map((path) => getIn(object2, ...path, "spec", "serviceAccountName")).filter((name) => typeof name == "string");
}
function danglingFinding(resource, name, renamed2) {
  return builtFinding("REFERENCE_DANGLING", {
    resource,
    path: "spec",
    message: `pods have the account ${name}, which the stream has as ${renamed2}`,
    hint: "list names.yaml of plugin/kustomize under configurations: of the kustomization that renames it"
  });
}
function bindingFindings(resource) {
  let subjects = listIn(resource.object, "subjects"), lacks = (subject) => isObject(subject) && subject.kind === "ServiceAccount" && subject.namespace === void 0;
  return subjects.some(lacks) ? [
    builtFinding("NAMESPACE_UNKNOWN", {
      resource,
      path: "subjects",
      message: "the account of the RoleBinding has no namespace, which the API server refuses",
      hint: "set namespace: in the kustomization, or workloads.namespace where it is rendered"
    })
  ] : [];
}

// src/render/built/built.ts
var PLANNER_CONFIG = /planner-config-[0-9a-f]{8}/;
function checkBuilt(resources, options) {
  let graphs = resources.filter(({ object: object2 }) => isGraph(object2));
  return [
    ...graphs.flatMap((graph) => checkBuiltGraph(graph, options)),
    ...findTwins(resources.filter(({ object: object2 }) => isOurs(object2))),
    ...findRequests(resources, graphs),
    ...findNearMisses(resources, options),
    ...graphs.flatMap((graph) => findDangling(graph, resources)),
    ...checkBuiltWorkloads(resources),
    ...findSights(sightedAmong(resources), () => options.isStrict)
  ].sort((a, b) => (a.origin?.line ?? 0) - (b.origin?.line ?? 0));
}
function sightedAmong(resources) {
  return resources.flatMap((resource) => isGraph(resource.object) ? sightsOf(resource.object, { resource, path: "metadata.name" }) : isBuiltWorkload(resource.object) ? sightsOfWorkload(resource) : []);
}
function isOurs(object2) {
  return isGraph(object2) || requestOf(object2) !== void 0;
}
function requestOf(object2) {
  let { metadata } = object2;
  return isObject(metadata) && isObject(metadata.labels) ? metadata.labels[REQUEST_LABEL] : void 0;
}
function findTwins(resources) {
  let first = /* @__PURE__ */ new Map();
  return resources.flatMap((resource) => {
    let identity = identityOf(resource.object), other = first.get(identity);
    if (first.set(identity, other ?? resource), other === void 0) return [];
    let message = `${describeRef(refOf(resource.object))} stands in the stream already, at line ${other.origin.line ?? 1}`;
    return [builtFinding("OBJECT_DUPLICATE", { resource, path: "metadata.name", message, hint: "build it once, or give one of the two another name or namespace" })];
  });
}
function findRequests(resources, graphs) {
  return resources.filter(
    ({ object: object2 }) => isRequest(object2) && annotationsOf(object2)[LOCAL_CONFIG] !== "true"
  ).map((request) => {
    let { name } = refOf(request.object), made = graphs.find(({ object: object2 }) => requestOf(object2) === name || refOf(object2).name === `${name}-dgd`), { code, ...words } = made === void 0 ? LEFT : emittedBeside(made.object);
    return builtFinding(code, { ...words, resource: request, path: "kind" });
  });
}
function findNearMisses(resources, { isStrict }) {
  return resources.flatMap((resource) => {
    let near = nearMissOf(resource.object);
    return near === void 0 ? [] : [builtFinding("REQUEST_NEAR_MISS", { ...near, resource }, isStrict)];
  });
}
var LEFT = {
  code: "REQUEST_LEFT",
  message: "the request is not rendered",
  hint: "list the function under transformers:, or render the request before it is built"
};
function emittedBeside(graph) {
  return {
    code: "REQUEST_EMITTED",
    message: `the request stands beside the graph ${refOf(graph).name} that is rendered from it, and the operator would render it again`,
    hint: "keep one of the two out of the build"
  };
}
function findDangling(graph, resources) {
  let { namespace } = refOf(graph.object);
  return referencesOf(graph.object).flatMap(({ kind, name, path }) => {
    if (typeof name != "string") return [];
    let alike = resources.filter(({ object: object2 }) => object2.kind === kind && object2.apiVersion === "v1"), isThere2 = alike.some(({ object: object2 }) => refOf(object2).name === name && refOf(object2).namespace === namespace), renamed2 = alike.find(({ object: object2 }) => requestOf(object2) !== void 0 && refOf(object2).name.includes(name)), isPlanner = kind === "ConfigMap" && PLANNER_CONFIG.test(name);
    if (isThere2 || renamed2 === void 0 && !isPlanner) return [];
    let found = renamed2 === void 0 ? "which is not in the stream" : `which the stream has as ${whole(renamed2)}`, hint = renamed2 === void 0 ? "keep what was rendered beside the graph in the build" : "list names.yaml of plugin/kustomize under configurations: of the kustomization that renames it", details2 = { path: graphPath(path), message: `${kind} ${name} is mounted, ${found}`, hint };
    return [builtFinding("REFERENCE_DANGLING", { ...details2, resource: graph })];
  });
}
function whole({ object: object2 }) {
  let { name, namespace } = refOf(object2);
  return namespace === void 0 ? name : `${namespace}/${name}`;
}
function referencesOf(graph) {
  let { lens, services } = viewGraph(graph);
  return services.flatMap((service) => {
    let { podSpecPath, podSpec } = service, { volumes } = podSpec, mounted = (Array.isArray(volumes) ? volumes : []).flatMap((volume, index) => {
      let at2 = [...podSpecPath, "volumes", index];
      return [
        { kind: "ConfigMap", name: getIn(volume, "configMap", "name"), path: [...at2, "configMap", "name"] },
        {
          kind: "PersistentVolumeClaim",
          name: getIn(volume, "persistentVolumeClaim", "claimName"),
          path: [...at2, "persistentVolumeClaim", "claimName"]
        }
      ];
    }), claims = lens.claims(service).map(({ path, value }) => ({ kind: "PersistentVolumeClaim", name: value, path }));
    return [...mounted, ...claims];
  });
}

// src/commands/read/read-built.ts
var LIMITS2 = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes }, CONCERNS_US2 = new RegExp(
  `\\bkind["']?\\s*:\\s*["']?(?:DynamoGraphDeployment(?:Request(?:List)?)?|ConfigMap|PersistentVolumeClaim|List)\\b|${WORKLOAD_MENTION}`
);
function readBuilt(bytes, file, budget) {
  return readMentioning2(CONCERNS_US2, bytes, { file, budget });
}
function readMentioning2(mustMention, bytes, { file, budget }) {
  return parseStream(decodeUtf8(bytes, file, budget), { file, limits: LIMITS2, mustMention, budget }).flatMap(resourcesOf2);
}
function resourcesOf2({ resource }) {
  return resource === void 0 ? [] : itemsOf(resource) ?? [resource];
}

// src/commands/check/check-stream.ts
var FILE = "stdin", USED = ["target", "strict", "allow-empty", ...Object.keys({ ...REPORT_OPTIONS, ...COMMON })];
async function checkStream(args, context) {
  refuseOthers(args);
  let root = commandLineRoot(context.cwd), { settings: settings2, release } = settingsHere(args, root), resources = readBuilt(await context.readStdin(), FILE, root.budget), count = builtGraphs(resources.map(({ object: object2 }) => object2)).length, found = checkBuilt(resources, { target: release, isStrict: settings2.strict }), findings = count === 0 && exitCodeOf(found) === 0 && !args.isSet("allow-empty") ? [...found, noGraphs()] : found, isFine = exitCodeOf(findings) === 0;
  return { findings, output: "", notes: isFine ? `${counted(count, "graph")} can be applied
` : "" };
}
function settingsHere(args, root) {
  let { at: at2, projectOf } = openSettings(optionLayer(args), root), { settings: settings2, sourceOf } = at2(FILE), { errors } = projectOf(FILE);
  if (errors.length > 0) throw new RenderErrors(errors.map((one) => new RenderError(one.code, one)));
  return { settings: settings2, release: releaseOf2(settings2.target, sourceOf("target")) };
}
function releaseOf2(target, source) {
  if (target !== void 0)
    try {
      return parseTarget(target, source?.origin ? "spec.target" : "--target");
    } catch (error) {
      throw error instanceof RenderError ? new RenderError(error.code, { ...error.toFinding(source?.origin) }) : error;
    }
}
function refuseOthers(args) {
  if (args.positionals.length > 1) throw new UsageError("- (stdin) cannot be combined with other paths");
  requireUsed(args, USED, "what is built already (-)");
}
function noGraphs() {
  return findingOf("NO_REQUESTS", {
    message: `no DynamoGraphDeployment on ${FILE}`,
    hint: "build with --enable-alpha-plugins --enable-exec, or allow none with --allow-empty"
  });
}

// src/commands/check/check.ts
var CHECK = {
  name: "check",
  synopsis: "[PATH...]",
  summary: "Compares rendered graphs with committed ones.",
  details: `Reads requests as render does, renders them in memory and prints what differs from the files beside
them (q.dgd.yaml beside q.yaml) or in --output-dir. Nothing is written. Exit code 1 on drift.
With - it reads what a build prints (kustomize build | dgdr-render check -) and says what the cluster
would refuse of it, and which requests, names and references the build left wrong.
`,
  options: {
    "output-dir": { type: "string", value: "DIR", help: "compare with the files of that folder" },
    "allow-empty": { type: "boolean", help: "find no request and still succeed" },
    ...AGAINST_OPTION,
    ...FROZEN_OPTION,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...GRAPH_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => check(args, context))
};
async function check(args, context) {
  let patterns = args.positionals.length > 0 ? args.positionals : ["."];
  if (patterns.includes(STDIN)) return checkStream(args, context);
  let dir = args.text("output-dir"), store = dir === void 0 ? storeBeside() : storeOf(dir), root = commandLineRoot(context.cwd, [...patterns, dir ?? "."]), settings2 = openSettings(optionLayer(args), root), input = await readInput(patterns, { settings: settings2, scopeOf: store.scopeOf }, context);
  await settleFolders(input.files, [dir], context);
  let report = withoutNeeds(await renderInput(input, context, jobsOf(args))), refused4 = await checkAgainst(args, { graphs: report.graphs, store, root }, context), comparison = compareAll(input, report, { store, dir }), isEmpty2 = isEmptyInput(input) && !args.isSet("allow-empty"), findings = [
    ...input.findings,
    ...report.findings,
    ...comparison.findings,
    ...refused4.filter((one) => !isAmong(one, comparison.findings)),
    ...isEmpty2 ? [noRequests(patterns, { mayBeEmpty: !0 })] : []
  ];
  return { findings, output: formatDifferences(comparison.differences), notes: summarize(input, report, findings) };
}
function withoutNeeds(report) {
  return { ...report, findings: report.findings.filter(({ code }) => code !== "CLUSTER_NEEDS") };
}
function isAmong({ code, resource }, others) {
  return others.some((one) => one.code === code && one.resource === resource);
}
function compareAll(input, report, { store, dir }) {
  let { root } = input.settings, renderAgain = `run dgdr-render render ${dir === void 0 ? "--beside" : `--output-dir ${dir}`} with the same paths and options`;
  try {
    let planned = store.plan(report.graphs), failed4 = failedFiles(input, report), compared2 = planned.map((file) => compareFile(file, { store, failed: failed4, root })), run = { inputs: new Set(input.files), failed: failed4, planned: compared2.map(({ file }) => file) }, leftOver = findLeftOver(store, run, root), differences = [...compared2.flatMap((one) => one.differences), ...leftOver.value.map(asLeftOver)], unread = [...compared2.flatMap(({ findings }) => findings), ...leftOver.findings], drift = differences.map((one) => toFinding(one, renderAgain));
    return { differences, findings: [...unread, ...drift, ...checkStable(report.graphs, changedOnes(differences))] };
  } catch (error) {
    return { differences: [], findings: toFindings(error) };
  }
}
function compareFile(planned, { store, failed: failed4, root }) {
  let file = displayName(store, planned.name, root), { value = [], findings } = readCommitted(file, root);
  if (findings.length > 0) return { file, differences: [], findings };
  let isWhole = !planned.graphs.some(({ request }) => failed4.has(request.origin.file)), drifts = findDrift(planned.graphs, value).filter(({ kind }) => isWhole || kind !== "extra");
  return { file, differences: drifts.map((drift) => ({ ...drift, file })), findings };
}
function asLeftOver(committed) {
  return { kind: "left over", committed, object: committed.object, file: committed.origin.file };
}
function changedOnes(differences) {
  return differences.flatMap((one) => one.kind === "changed" ? [one.committed] : []);
}
function summarize({ requests }, { graphs }, findings) {
  let failed4 = requests.length - graphs.length;
  return failed4 > 0 ? `${failed4} of ${requests.length} requests failed and were not compared
` : exitCodeOf(findings) !== 0 ? "" : `${graphs.length} ${graphs.length === 1 ? "graph is" : "graphs are"} as rendered
`;
}

// src/commands/codes/error-help.ts
var ERROR_HELP = {
  YAML_INVALID: ["the YAML cannot be read", "Mend the line; an editor with the schema of plugin/schemas marks it"],
  INPUT_TOO_LARGE: [
    "a file, stream or nesting is over the limit (a request file: 1 MiB, 500,000 tokens, nesting 100, 100 aliases), or all that a run reads (SECURITY.md)",
    "Split the file, or name only the files that hold requests"
  ],
  INPUT_NOT_FOUND: [
    "a named file, folder or the data cannot be read",
    "Check the name; paths start at the working directory"
  ],
  PATH_OUTSIDE_ROOT: [
    "a path or a link leaves the folder it has to stay in",
    "Move the file inside, or run from a folder above it"
  ],
  REMOTE_REFUSED: [
    "a kustomization names what would have to be fetched; `argocd generate --allow-remote` lets it",
    "Vendor what it names, or let the administrator of the plugin allow it"
  ],
  RESOURCE_LIST_INVALID: [
    "stdin of the function is no ResourceList",
    "Start the function from kustomize or kpt, or pipe plain YAML to render -"
  ],
  CONFIG_INVALID: [
    "the project file, the function's config or an option is wrong",
    "The message names the field; `dgdr-render config show` shows what counts"
  ],
  EXTENDS_CIRCULAR: ["a project file extends itself, or too many others in a row", "Take one extends away"],
  NO_REQUESTS: [
    "there is no request, or for `check -` no graph; `--allow-empty` accepts that",
    "Name the file or folder; a request has kind DynamoGraphDeploymentRequest of nvidia.com/v1beta1"
  ],
  REQUEST_INVALID: [
    "a field has the wrong type, value or shape",
    "Write what the hint says; docs/request.md has every field with its unit"
  ],
  PLACEHOLDER_LEFT: [
    "a name in braces after a dollar sign, or `{{ }}`, that a shell, Flux or Helm should have replaced",
    "Run envsubst, Helm or whatever fills it in first, and pipe the result to render -"
  ],
  REQUEST_VERSION_UNSUPPORTED: [
    "the request is not `nvidia.com/v1beta1`",
    "`dgdr-render migrate FILE` prints a v1alpha1 request as v1beta1"
  ],
  REQUEST_DUPLICATE: [
    "two requests of one stream, folder or application give a graph of the same name",
    "Rename one of the requests, or set overrides.dgd.metadata.name"
  ],
  IMAGE_MISSING: ["there is no image, and no target to derive it from", "Set spec.image or a target"],
  IMAGE_INVALID: ["an image cannot be read, or is given by digest alone", "Write registry/path/name:tag"],
  HARDWARE_MISSING: [
    "`gpuSku`, `totalGpus` or `numGpusPerNode` is missing, and offline nothing can be discovered",
    "Commit what `dgdr-render hardware --context NAME` prints, or say it once in the project file"
  ],
  LOAD_CONFLICT: ["`concurrency` and `requestRate` together", "Keep one of the two"],
  SLA_CONFLICT: ["`e2eLatency` stands beside `ttft` or `itl`", "Keep the end-to-end latency or the pair"],
  SLA_INCOMPLETE: ["one of a pair of latency targets is missing", "Give both, or neither"],
  SLA_INVALID: ["a latency target is zero or less", "Write milliseconds above 0"],
  SEARCH_STRATEGY_CONFLICT: ["`thorough` with `auto`", "Name a backend"],
  SEARCH_STRATEGY_UNSUPPORTED: [
    "`thorough`, which needs GPUs",
    "Use rapid, or let a cluster profile it and pin the result with `lock --from-cluster`"
  ],
  MOCKER_PLANNER_CONFLICT: [
    "a mocker with a planner that does not sweep",
    "Let the planner sweep, or leave one of the two out"
  ],
  LIMIT_EXCEEDED: ["more than 2,097,152 tokens, 16,384 GPUs, 1,024 layers or 4,096 experts", "Write a smaller number"],
  ROUTING_INVALID: ["an unknown router mode, `direct`, or events without mode `kv`", "Use a mode that the hint lists"],
  TARGET_UNSUPPORTED: ["a target that is no release, or one before 1.0", "Name a release such as 1.3"],
  LOCK_INVALID: ["a `dgdr.lock.yaml` is not as `lock` wrote it", "Delete the file and run `dgdr-render lock`"],
  LOCK_FROZEN: [
    "with `--frozen`: the lock does not hold the request for its inputs",
    "Run `dgdr-render lock` and commit what it writes"
  ],
  CLUSTER_RESULT_MISSING: [
    "the request in the cluster has no `selectedConfig`",
    "Wait until the request in the cluster is Ready or Profiled"
  ],
  CLUSTER_REQUEST_DIFFERS: [
    "the request in the cluster says something else than the one here",
    "Apply the request that is committed, or commit the one that is applied"
  ],
  MODEL_UNKNOWN: [
    "the model is not bundled, and no configuration of it was found",
    "`dgdr-render models add ID` fetches its configuration; a spelling may be meant"
  ],
  MODEL_INVALID: [
    "the configuration of the model cannot be read or modelled",
    "Fetch the config.json anew, or name a bundled model of the same shape with --model-like"
  ],
  FAMILY_UNSUPPORTED: [
    "the family of the model is not modelled; the message names it",
    "Use another model, or overrides on a graph of your own"
  ],
  NOT_MEASURED: [
    "no measured data for the model, backend and GPU together",
    "Use a GPU or backend that the hint names, or `support: assumed`"
  ],
  BACKEND_UNSUPPORTED: ["the backend is not modelled; the message names it", "Use vllm, sglang or trtllm"],
  REMOTE_CODE_UNTRUSTED: [
    "from 1.4 on: the model's repository brings code of its own, and nothing says that workers may run it; the hint has the flag or field",
    "Set overrides.trustRemoteCode once somebody has read the code"
  ],
  FEATURE_UNSUPPORTED: ["the feature is not modelled; the message names it", "Leave the feature out"],
  NO_FEASIBLE_CONFIG: [
    "nothing fits or nothing is fast enough; the message has the fastest values found",
    "Relax the target, or give more or other GPUs"
  ],
  TAKE_IMPOSSIBLE: [
    "`lock --take` names a row that the request does not have: a mode that was not ranked, or a rank beyond its table",
    "Take a row that `dgdr-render profile` shows"
  ],
  COSTS_INCOMPARABLE: [
    "`compare --by cost` where a GPU has no price, or prices are in several currencies",
    "Give a price for each GPU in one currency, with `--price` or `prices` of the project file"
  ],
  PERFDB_INVALID: ["the data is broken", "Restore the files of perfdb/ from the release"],
  OVERRIDE_INVALID: [
    "`overrides.dgd` cannot be merged, or would break the graph",
    "The message names the field of the override"
  ],
  OVERRIDE_VERSION_UNSUPPORTED: [
    "`overrides.dgd` is written in a version that the target does not merge",
    "Write it in the version that the hint names"
  ],
  NAME_INVALID: ["no DNS label", "Use lower-case letters, digits and hyphens"],
  NAME_TOO_LONG: [
    "longer than 45 together with a service's name",
    "Shorten the name of the request, or set overrides.dgd.metadata.name"
  ],
  NEEDS_OPERATOR: [
    "plain workloads: a field that only the operator can heed, with the way out",
    "Take the way out of the hint, or render the graph"
  ],
  WORKLOADS_IMPOSSIBLE: ["plain workloads: no pod could start so", "Mend the field that the message names"],
  SERVICE_NAMES_COLLIDE: ["plain workloads: two services become one name", "Rename one of the services"],
  CONVERSION_IMPOSSIBLE: [
    "the override sets a v1alpha1 field that a v1beta1 graph cannot have",
    "Write the override in v1beta1"
  ],
  ADMISSION_REFUSED: [
    "the API server or Dynamo's webhook would refuse the graph",
    "Mend the field of the override that it names"
  ],
  TOPOLOGY_CHANGED: [
    "the previous or committed graph with this name has other services, another backend, node class, `minAvailable` or topology constraint",
    "Give the graph the new name of the hint, and delete the old graph once the new one serves"
  ],
  KUBECONFIG_INVALID: [
    "the kubeconfig, its context or its login cannot be used",
    "Check the context with kubectl config get-contexts"
  ],
  CLUSTER_UNREACHABLE: [
    "no proper answer of the API server: network, TLS or timeout",
    "Check that kubectl reaches the cluster from here"
  ],
  CLUSTER_REFUSED: [
    "the API server refuses: expired credentials, a missing right or a failure",
    "docs/cluster.md has the rights that are needed"
  ],
  CLUSTER_NOT_FOUND: ["no such request in the cluster, or no such kind", "Check namespace and name"],
  GPU_NODES_MISSING: [
    "no node has the labels of GPU feature discovery",
    "Install GPU feature discovery, or write the hardware by hand"
  ],
  GPU_UNKNOWN: ["no release has a SKU for the GPUs of the nodes", "Write gpuSku by hand"],
  GRAPH_VERSION_NOT_SERVED: [
    "Argo CD says that the cluster serves graphs in another version",
    "Set the target to the release of the operator"
  ],
  HUB_UNREACHABLE: ["`models add`: no proper answer of the hub", "Check network and proxy, or name another hub"],
  HUB_REFUSED: ["`models add`: gated, private or a wrong token", "Accept the licence of the model and set HF_TOKEN"],
  HUB_NOT_FOUND: ["`models add`: no such model, revision or file", "Check the id and its revision"],
  GIT_MISSING: [
    "git, which reads the revision, cannot be started",
    "Put git 2.30 or newer on the `PATH`, or leave the option out"
  ],
  GIT_NO_REPOSITORY: [
    "the working directory is in no Git repository, so that there is no revision to compare with",
    "Run it inside a work tree"
  ],
  GIT_BARE: [
    "the repository has no work tree, and so no files to compare a revision with",
    "Add one with `git worktree add FOLDER BRANCH`, and run it there"
  ],
  GIT_FOLDER_LOST: [
    "the file `.git` of a linked work tree or a submodule names a folder where no repository is",
    "Run `git worktree repair` in the repository that it belongs to, or clone anew"
  ],
  GIT_REFUSED: [
    "git does not read the repository: it is broken, newer than git, or keeps git waiting",
    "Run `git fsck` there; update git"
  ],
  REVISION_INVALID: [
    "the revision begins with a dash or has characters that no revision has",
    "Name a branch, tag or commit"
  ],
  REVISION_UNKNOWN: [
    "the repository has no such branch, tag or commit",
    "Check the name; `git fetch origin NAME` brings one of the server"
  ],
  REVISION_SHALLOW: [
    "the clone is shallow and does not reach back to the revision",
    "Run `git fetch --unshallow`, or clone with more depth (`fetch-depth: 0`, `GIT_DEPTH: 0`)"
  ],
  REVISION_DAMAGED: [
    "the clone lacks objects of the revision (a partial clone fetches them when git needs them, which is not done here), or has broken ones",
    "Clone without `--filter`; `git fsck` says what is broken"
  ],
  REQUEST_LEFT: [
    "`check -`, `doctor`: a request that nobody rendered",
    "List the function under transformers, or render before the build"
  ],
  OBJECT_DUPLICATE: ["`check -`, `doctor`: an object stands twice", "Build it once"],
  REFERENCE_DANGLING: [
    "`check -`, `doctor`: a volume mounts a rendered object that the build has under another name, or not at all",
    "List names.yaml of plugin/kustomize under configurations"
  ],
  BUILD_FAILED: ["`doctor`: the build of the kustomization fails, with what it says", "Mend what the build says"],
  FUNCTION_INVALID: [
    "`doctor`: a config's function is not declared as kustomize reads it",
    "Write the annotation as the hint has it"
  ],
  FUNCTION_SKIPPED: [
    "`doctor`: the host does not start the function, for want of a flag or ever",
    "Build with the flag of the hint"
  ],
  FUNCTION_NOT_STARTED: [
    "`doctor`: the program is not found where it is looked up, or cannot be executed; docker cannot be reached",
    "Put the program where it is looked up and make it executable"
  ],
  PLUGIN_INCOMPLETE: [
    "`doctor --host argocd`: the repo server of the build lacks something without which the plugin does not render",
    "Write what the hint says, or take plugin/argocd as it is"
  ],
  GRAPH_MISSING: [
    "`doctor`: no graph of a request comes out of the build",
    "Run `dgdr-render render` on the request itself to see why"
  ],
  REQUEST_EMITTED: [
    "`check -`, `doctor`: a request stands beside its graph, and the operator would render it again",
    "Keep one of the two out of the build"
  ],
  DRIFT: [
    "`check`: a committed file is not what the requests render to; `render --exit-code`: it was not, and has been written or removed",
    "Run the command of the hint and commit what it writes"
  ],
  OUTPUT_CONFLICT: ["two renderings for one file", "Rename one of the requests"],
  OUTPUT_FAILED: ["a folder or report cannot be written", "Check rights and free space of the folder"]
};

// src/commands/codes/note-help.ts
var NOTE_HELP = {
  REQUEST_NEAR_MISS: [
    "a document of the kind in another group, or of a kind that is nearly that of a request: it is not rendered",
    "Write the group and kind of the hint, or the line `# dgdr-render: ignore` at the top"
  ],
  REQUEST_UNKNOWN_FIELD: ["a field that no release has; it has no effect", "Correct the name, or take the field out"],
  FIELD_IGNORED: ["a field without effect here", "Take the field out"],
  OPTION_OVERRULED: [
    "an option such as `--gpu-sku` says one thing and the request another, which counts",
    "Change the request, or leave the option out"
  ],
  OPTION_UNUSED: [
    "an option such as `--fs-group` is about plain workloads, and no request is put out as such",
    "Add `--emit workloads`, or leave the option out"
  ],
  YAML_AMBIGUOUS: [
    "`y` or `n` without quotes, which is read as a text; to the API server it is `true` or `false`",
    "Quote the word, or write true or false"
  ],
  TARGET_ASSUMED: [
    "the release is taken to be 1.3, or the newest one that is known",
    "Say the target once in the project file"
  ],
  SKU_UNKNOWN_TO_OPERATOR: [
    "known here, but not to the target's operator in a request",
    "Apply the graph alone, not the request"
  ],
  FIELD_NEWER_THAN_TARGET: ["one that the target does not have", "Take the field out, or raise the target"],
  SLA_NOT_MET: [
    "the pick misses the latency target",
    "Relax the target or give other GPUs; `profile` shows how near it comes"
  ],
  WISH_COSTS: [
    "`servingMode`, `memoryHeadroom` or `lock --take` keeps another row from being picked; the message has the figures of both",
    "Nothing, where the wish is worth it"
  ],
  LOAD_NOT_SERVED: ["the budget does not serve the load", "Raise totalGpus or lower the load"],
  SIZED_FROM_MEMORY: [
    "no measurements: sized from the weights alone, no performance was estimated",
    "Measure before you rely on it, or use a GPU and backend that the hint names"
  ],
  CONTEXT_CLAMPED: ["`--max-model-len` was cut to the model's context", "Lower isl and osl"],
  ENGINE_FOREIGN: [
    "the engine of the target does not have the family of the model, so that another generation answers; the message names both",
    "Compare with the pick of the operator before you rely on it"
  ],
  SUPPORT_ASSUMED: [
    "ranked with `support: assumed` without a recorded run of the model or its architecture; the message says as what, and in what its layers differ",
    "Measure before you rely on it"
  ],
  SUPPORT_INFERRED: [
    "supported by the majority of its architecture, not by a recorded run",
    "Nothing, unless it fails to start"
  ],
  OVERRIDE_UNKNOWN_SERVICE: [
    "`overrides.dgd` names a service that the graph does not have; it is left out",
    "Use a name that the message lists"
  ],
  OVERRIDE_IGNORED_FIELD: ["a part of `overrides.dgd` is left out", "Take it out, or write it where the hint says"],
  GPUS_MISMATCH: [
    "an override or a patch left a worker with other GPUs than its arguments want",
    "Change the arguments along with the GPUs"
  ],
  MODEL_FLAG_MISSING: ["an override or a patch left a worker without a model", "Keep the flag of the model"],
  BUDGET_EXCEEDED: [
    "an override makes the workers take more GPUs than `totalGpus`",
    "Raise totalGpus, or lower replicas or GPUs in the override"
  ],
  PLANNER_MODE_MISMATCH: [
    "the planner's mode is `agg`, but its graph has prefill and decode workers",
    "Set the mode of the planner to disagg, or leave it out"
  ],
  PROFILE_OUTDATED: [
    "`check -`: a graph has other workers than its annotation `dgdr-render.dev/profile` says",
    "Change the request instead of the graph, and render again"
  ],
  OVERRIDE_COERCED: [
    "a value of `overrides.dgd` was turned to text, or taken under the present name of a service",
    "Quote the value"
  ],
  OVERRIDE_VERSION_ASSUMED: [
    "an override without `apiVersion` and `kind` is taken as v1alpha1",
    "Write apiVersion and kind into the override"
  ],
  CONVERSION_DROPPED: ["a v1alpha1 field without effect that a v1beta1 graph does not have", "Take the field out"],
  ADMISSION_AT_RISK: [
    "an unknown field that would be dropped, or something that depends on the cluster",
    "Check the field against the cluster"
  ],
  VARIABLES_AT_RISK: [
    "a name in braces after a dollar sign, or text such as `$$(POD)`, which Flux replaces where its Kustomization has `postBuild`",
    "Set fluxSubstitute"
  ],
  ENGINE_FLAG_REFUSED: ["the reference writes a value that no known engine takes", "Set the flag by an override"],
  DATA_TYPE_UNSUPPORTED: ["the GPU lacks the checkpoint's data type", "Use the override of the hint"],
  GPU_VENDOR_MISMATCH: ["a worker asks for the GPUs of another vendor", "Use the override of the hint"],
  ROLE_FLAGS_MISSING: [
    "an override took the flags away that tell a worker its role",
    "Keep the flags, or write them into the override"
  ],
  ROUTER_SETTING_UNKNOWN: ["the target's router does not know it", "Take it out, or raise the target"],
  EVENT_PLANE_MIXED: ["Frontend and worker use different event planes", "Set the same event plane on both"],
  ROUTING_WITHOUT_EVENTS: [
    "the router mode is `kv`, and the worker that prefills publishes no events",
    "Set the annotation dgdr-render.dev/router-mode: kv, which sets both"
  ],
  EVENTS_WITHOUT_ROUTING: [
    "a worker publishes events that no router reads",
    "Set the router mode to kv, or take the event flags out"
  ],
  NAME_LONG: ["a name near a limit", "Shorten the name before a service is added"],
  LABEL_OMITTED: ["a label value that is too long", "Use at most 63 characters"],
  GRAPHS_SEE_EACH_OTHER: [
    "the Dynamo namespace of a graph begins with that of another one in its namespace, whose frontend sends to the workers of both",
    "Rename one graph so that neither name begins with the other"
  ],
  WORKLOADS_REDUCED: [
    "plain workloads: a field does less without the operator, or nothing",
    "Read what is lost, and whether it matters"
  ],
  WORKLOADS_REPLACED: [
    "plain workloads: a change that the operator would refuse under one name; what is gone wants to be pruned",
    "Let whoever applies them prune"
  ],
  NAMESPACE_UNKNOWN: [
    "plain workloads: a RoleBinding needs the namespace",
    "Set metadata.namespace or --workloads-namespace"
  ],
  PULL_SECRET_MISSING: ["plain workloads: pods of a private registry name no secret", "Set --image-pull-secret"],
  GRAPH_NOT_SERVED: ["Argo CD says that the cluster has no such kind yet", "Install the operator before the graphs"],
  ENGINE_NEAR: [
    "once a run: what the target's own profiler runs, and which engine and data stand in for it",
    "Nothing; `profile` says the same"
  ],
  CLUSTER_NEEDS: [
    "once a run: the Secrets and claims that pods name and nothing that was rendered makes",
    "Create them in the namespace before the graph is applied"
  ],
  THREAD_LOST: [
    "a thread that profiled ended before its work was done, which the others did: what comes out is the same",
    "Nothing"
  ],
  NOT_APPLIED: ["`autoApply: false`: rendered for review", "Set autoApply to true once it was reviewed"],
  LOCK_USED: ["requests are rendered as they were locked", "Nothing; `lock --update NAME` picks anew"],
  LOCK_STALE: ["the lock holds the request for other inputs, so that it was picked anew", "Run `dgdr-render lock`"],
  LOCK_MISSING: ["the lock has no entry for the request, so that it was picked anew", "Run `dgdr-render lock`"],
  ANNOTATION_IGNORED: ["an annotation of ours that is not known", "Correct the name"],
  GPU_NODES_SKIPPED: [
    "`hardware`: nodes left out (partitioned, shared or without labels)",
    "Check the labels of these nodes"
  ],
  GPU_NODES_DIFFER: ["`hardware`: other GPU types or counts among the nodes", "Choose nodes with --node-selector"],
  GPU_NODES_UNAVAILABLE: ["`hardware`: nodes counted that take no pods now", "Uncordon them, or lower totalGpus"],
  GPU_FORM_ASSUMED: ["`hardware`: SXM or PCIe is assumed", "Write gpuSku by hand if it is the other one"],
  GPU_TOTAL_CUT: ["`hardware`: the total is cut to 32 as the operator cuts it", "Write totalGpus by hand"],
  RDMA_UNKNOWN: [
    "`hardware`: whether there is RDMA may not be looked up",
    "Give the right that docs/cluster.md lists, or write rdma by hand"
  ],
  KUSTOMIZE_UNTRIED: [
    "`doctor`: the release of kustomize is older or newer than those that were tried with functions",
    "Compare with a release that was tried"
  ],
  SUBMODULE_SKIPPED: [
    "requests of a submodule, or of another repository inside this one, are not compared with a revision of this one",
    "Run `dgdr-render diff` inside it"
  ],
  REQUEST_MOVED: [
    "a request stands in another file than at the revision; its graph keeps its name",
    "Nothing, unless a folder decides where it is applied"
  ],
  LINK_SKIPPED: [
    "a link to a YAML file leads out of what may be read, or to nothing, and is not followed",
    "Move what it leads to inside, or list it under exclude"
  ],
  PROJECT_FILE_MISNAMED: [
    "`dgdr-render.yml` is not read: a project file is called `dgdr-render.yaml`",
    "Rename the file"
  ],
  MODEL_ALIAS: [
    "the model has the shape of a bundled one, under another name or in another precision",
    "Nothing, unless it is another model"
  ],
  TEMPLATE_SKIPPED: [
    "a file with `{{ }}` in a chart: it goes through `helm template` first",
    "Pipe helm template through render -"
  ]
};

// src/commands/codes/code-help.ts
var HELP = { ...ERROR_HELP, ...NOTE_HELP };
function allCodes() {
  return Object.keys(CODES).map(wordsOf);
}
function wordsOf(code) {
  let [detail, advice] = HELP[code];
  return { code, ...CODES[code], detail, advice };
}

// src/commands/codes/codes.ts
var CODES_COMMAND = {
  name: "codes",
  synopsis: "[CODE]",
  summary: "Says what a finding means and what to do, or lists all codes.",
  options: {},
  run: async (args, context) => codes(args, context)
};
function codes({ positionals }, { stdout }) {
  let [wanted, ...others] = positionals;
  if (others.length > 0) throw new UsageError("one code was expected");
  let all2 = allCodes();
  if (wanted === void 0)
    return stdout(
      formatTable(
        ["code", "severity", "meaning"],
        all2.map(({ code, severity, meaning }) => [code, severity, meaning])
      )
    ), 0;
  let name = wanted.toUpperCase(), found = all2.find(({ code }) => code === name);
  if (found === void 0) throw new UsageError(unknown(wanted, all2));
  return stdout(describe(found)), 0;
}
function unknown(wanted, all2) {
  return `there is no code ${wanted}${didYouMean(
    wanted,
    all2.map(({ code }) => code)
  )}`;
}
function describe({ code, severity, meaning, detail, advice }) {
  return `${code} (${severity}): ${meaning}

Said where: ${plain(detail)}.
What to do: ${plain(advice)}.
`;
}
function plain(text) {
  return text.replaceAll("`", "");
}

// src/tables/csv.ts
function toCsv(heading, rows) {
  return [heading, ...rows].map((row) => `${row.map(toField).join(",")}\r
`).join("");
}
var FORMULA = /^[=+\-@\t\r]/;
function toField(cell) {
  if (typeof cell != "string") return cell === null ? "" : String(cell);
  let text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// src/compare/formats/csv.ts
var FIGURES = {
  mode: !0,
  backend: !0,
  backendVersion: !0,
  gpuSku: !0,
  workers: !0,
  replicas: !0,
  gpus: !0,
  budgetGpus: !0,
  neededGpus: !0,
  requestsPerSec: !0,
  concurrency: !0,
  tokensPerSec: !0,
  tokensPerSecPerGpu: !0,
  tokensPerSecPerUser: !0,
  ttftMs: !0,
  itlMs: !0,
  requestMs: !0,
  meetsTargets: !0,
  servesLoad: !0,
  memoryFreePercent: !0,
  currency: !0,
  costPerHour: !0,
  costPerMillionOutputTokens: !0,
  costPerMillionRequests: !0,
  neededCostPerHour: !0
}, FIGURE_NAMES = Object.keys(FIGURES);
function comparisonCsv(comparisons) {
  let heading = [
    "namespace",
    "name",
    ...comparisons[0]?.paths ?? [],
    "isAsWritten",
    "isBest",
    ...FIGURE_NAMES,
    "factor",
    "refusals",
    "warnings"
  ];
  return toCsv(
    heading,
    comparisons.flatMap((one) => rowsOf(one).map((row) => toRow2(one, row)))
  );
}
function toRow2({ namespace, name, asWritten }, row) {
  let { set, isBest, figures: figures2, factor, refusals, warnings } = row;
  return [
    namespace ?? null,
    name,
    ...set.map(({ text }) => text || null),
    row === asWritten,
    isBest,
    ...FIGURE_NAMES.map((figure) => figures2?.[figure] ?? null),
    factor ?? null,
    refusals.map(({ code, message }) => `${code} ${message}`).join("; ") || null,
    warnings.map(({ code }) => code).join(" ") || null
  ];
}

// src/compare/formats/json.ts
var SCHEMA_VERSION = 1;
function comparisonJson(comparisons) {
  return { schemaVersion: SCHEMA_VERSION, comparisons: comparisons.map(toElement) };
}
function toElement(comparison) {
  let { name, namespace, file, by, paths, asWritten, combinations } = comparison;
  return {
    name,
    namespace: namespace ?? null,
    file,
    by,
    answer: bestWords(comparison),
    paths,
    asWritten: toCombination(asWritten, paths),
    combinations: combinations.map((one) => toCombination(one, paths))
  };
}
function toCombination(combination, paths) {
  let { set, changes: changes2, isBest, figures: figures2, factor, refusals, warnings } = combination;
  return {
    set: Object.fromEntries(paths.map((path, i) => [path, set[i]?.value ?? null])),
    changes: changes2.map(({ path, from, to }) => ({ path, from: from ?? null, to: to ?? null })),
    isBest,
    figures: figures2 ?? null,
    factor: factor ?? null,
    refusals: refusals.map(toNote),
    warnings: warnings.map(toNote)
  };
}
function toNote({ code, message, path, hint }) {
  return { code, message, path: path ?? null, hint: hint ?? null };
}

// src/tables/markdown.ts
function toMarkdown(heading, rows) {
  let rule = heading.map((_, column) => isNumeric(rows, column) ? "---:" : "---");
  return toLines([heading.map(inMarkdown), rule, ...rows.map((row) => row.map(toText))]);
}
function markdownTable(heading, rows) {
  let escaped = [heading, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  return toLines([...escaped.slice(0, 1), heading.map(() => "---"), ...escaped.slice(1)]);
}
function toLines(rows) {
  return rows.map((cells) => `| ${cells.join(" | ")} |
`).join("");
}
function toText(cell) {
  return cell === null ? "" : inMarkdown(String(cell));
}
var MARKS = /[\\`*[\]<>|#&@~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
function inMarkdown(text) {
  return escapeUnprintable(text).replace(MARKS, (mark) => `\\${mark}`);
}

// src/compare/formats/markdown.ts
function comparisonMarkdown(comparisons) {
  return comparisons.map(oneMarkdown).join(`
`);
}
function oneMarkdown(comparison) {
  let rows = rowsOf(comparison), columns = filledColumns(rows), table = toMarkdown(...cellsOf(comparison, rows, { columns, mark: (row) => markOf(comparison, row) })), refused4 = [...new Set(rows.flatMap(({ refusals }) => refusals.map(reasonOf)))].map((reason) => `- ${inMarkdown(reason)}
`).join(""), head = `**${inMarkdown(nameOf(comparison))}**: ${inMarkdown(bestWords(comparison))}`, note = costNote(rows), costs = note === "" ? "" : `
${note}
`;
  return `${head}

${table}${costs}${refused4 === "" ? "" : `
Refused:

${refused4}`}`;
}

// src/commands/cli/text-width.ts
function textWidth({ columns = 100 }) {
  return Math.max(80, Math.min(100, columns));
}

// src/commands/compare.ts
var FORMATS2 = {
  text: comparisonText,
  json: (comparisons) => `${jsonText(comparisonJson(comparisons), 1)}
`,
  csv: comparisonCsv,
  markdown: comparisonMarkdown
}, FORMAT_NAMES = Object.keys(FORMATS2), DEFAULT_BY = "throughput", COMPARE = {
  name: "compare",
  synopsis: "FILE... --set PATH=V[,V...]",
  summary: "Puts what-ifs of requests side by side and marks the best.",
  details: `Each --set names a field below spec, such as sla.itl, hardware.gpuSku or backend, or a setting that requests say by
an annotation, such as servingMode. Every combination of the values is tried as if the request said so; one that is
refused stands there with its reason. What meets the targets goes first, then what serves the load, then --by:
throughput is tokens/s/GPU, cost needs prices, and gpus is how many serve the load, also beyond the budget.
"How many GPUs for 25 requests/s?" is compare FILE --set workload.requestRate=25 --by gpus.
`,
  options: {
    set: { type: "string", value: "PATH=V[,V]", isRepeatable: !0, help: "values of a field to try; may be repeated" },
    by: {
      type: "string",
      value: "WHAT",
      help: `what the best has: ${CRITERION_NAMES.join(", ")}; throughput by default`
    },
    format: { type: "string", value: "NAME", help: `${FORMAT_NAMES.join(", ")}; text by default` },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...PICK_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => compareCommand(args, context))
};
async function compareCommand(args, context) {
  if (args.positionals.length === 0) throw new UsageError("a file, a folder, a glob or - was expected");
  let format = oneOf(args, "format", FORMAT_NAMES) ?? "text", by = oneOf(args, "by", CRITERION_NAMES) ?? DEFAULT_BY, sets = readSets(args.texts("set")), settings2 = openSettings(optionLayer(args), commandLineRoot(context.cwd, args.positionals)), input = await readInput(args.positionals, { settings: settings2 }, context), empty = isEmptyInput(input) ? [noRequests(args.positionals)] : [], known = withTerms(input.requests, settings2, context), variants = variantsOf(known.requests, sets), { requests, termsOf: termsOf2 } = withTerms(resourcesOf(variants), settings2, context), onStart = showProgress("profiling", requests, context), report = await profileInThreads(
    requests,
    { termsOf: termsOf2, onStart },
    { context, jobs: jobsOf(args), extent: "graph" }
  ), { comparisons, findings } = toComparisons(variants, report, {
    by,
    termsOf: termsOf2,
    pricesOf: ({ origin }) => settings2.at(origin.file).settings.prices
  });
  return {
    findings: [...input.findings, ...known.findings, ...findings, ...empty],
    output: comparisons.length === 0 ? "" : FORMATS2[format](comparisons, textWidth(context)),
    notes: ""
  };
}

// src/commands/completion.ts
var SHELLS = ["bash", "zsh", "fish"];
function completionOf(all2) {
  return {
    name: "completion",
    synopsis: SHELLS.join("|"),
    summary: "Prints what a shell needs to complete commands and options.",
    details: `bash: source <(dgdr-render completion bash); zsh: source <(dgdr-render completion zsh);
fish: dgdr-render completion fish | source
`,
    options: {},
    run: async (args, context) => print(args, all2(), context)
  };
}
function print({ positionals }, commands, { stdout }) {
  let [name, ...others] = positionals, shell = SHELLS.find((known) => known === name);
  if (shell === void 0 || others.length > 0) throw new UsageError(`one of ${SHELLS.join(", ")} was expected`);
  return stdout(SCRIPTS[shell](commands)), 0;
}
var SCRIPTS = {
  bash: (commands) => `_dgdr_render() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  case "\${COMP_WORDS[*]:1:COMP_CWORD-1}" in
${cases(commands)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _dgdr_render dgdr-render
`,
  zsh: (commands) => `autoload -U +X bashcompinit && bashcompinit
${SCRIPTS.bash(commands)}`,
  fish: (commands) => {
    let first = firstWords(commands).map((word) => `complete -c dgdr-render -n __fish_use_subcommand -a ${word}
`), second = commands.flatMap(({ name }) => {
      let [one, two] = name.split(" ");
      return two === void 0 ? [] : [`complete -c dgdr-render -n '__fish_seen_subcommand_from ${one}' -a ${two}
`];
    }), options = commands.flatMap((command) => {
      let word = command.name.split(" ").at(-1);
      return optionNames(command).map(
        (option) => `complete -c dgdr-render -n '__fish_seen_subcommand_from ${word}' -l ${option.slice(2)}
`
      );
    });
    return [...first, ...second, ...options].join("");
  }
};
function cases(commands) {
  let seconds = [...new Set(commands.flatMap(({ name }) => name.includes(" ") ? [name.split(" ")[0]] : []))].map((group) => {
    let words = commands.flatMap(({ name }) => name.startsWith(`${group} `) ? [name.split(" ")[1]] : []);
    return `    ${group}) words="${words.join(" ")}" ;;`;
  }), options = commands.map((command) => `    "${command.name}"|"${command.name} "*) words="${optionNames(command).join(" ")}" ;;`);
  return [`    "") words="${firstWords(commands).join(" ")}" ;;`, ...seconds, ...options].join(`
`);
}
function firstWords(commands) {
  return [.../* @__PURE__ */ new Set([...commands.map(({ name }) => name.split(" ")[0] ?? ""), "help"])];
}
function optionNames(command) {
  return optionRows(command).flatMap(({ rows }) => rows).flatMap(({ option }) => /--[\w-]+/.exec(option)?.[0] ?? []);
}

// src/commands/config-show.ts
import { join as join14 } from "node:path";
var CONFIG_SHOW = {
  name: "config show",
  synopsis: "[PATH]",
  summary: "Shows what counts for a request or a folder, and where each value comes from.",
  details: `A request says a value itself, or an option of this call does, or the project file dgdr-render.yaml, or it is
built in. Takes the options of render. Renders nothing.
`,
  options: {
    format: { type: "string", value: "NAME", help: "text (default) or json" },
    ...FROZEN_OPTION,
    ...REPORT_OPTIONS,
    ...REQUEST_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => showConfig(args, context))
};
async function showConfig(args, context) {
  let [path = ".", ...others] = args.positionals;
  if (others.length > 0) throw new UsageError("one path was expected");
  let format = oneOf(args, "format", ["json", "text"]) ?? "text", root = commandLineRoot(context.cwd, path === STDIN ? [] : [path]), settings2 = openSettings(optionLayer(args), root), input = await readInput([path], { settings: settings2 }, context), files = input.requests.length > 0 ? input.requests.map(({ origin }) => origin.file) : [fileIn(path, root)], parts = input.requests.length > 0 ? input.requests.map((request) => toPart(request, settings2)) : files.map((file) => ({ of: path, values: valuesAt(file, void 0, settings2) }));
  return { findings: [...input.findings, ...aboutProjects(files, settings2)], output: format === "json" ? toJson(parts) : parts.map(toText2).join(`
`), notes: "" };
}
function fileIn(path, root) {
  return path === STDIN ? path : lookAt(path, root).stat?.isDirectory() === !0 ? toSlashes(join14(path, PROJECT_FILE)) : path;
}
function aboutProjects(files, { projectOf, at: at2 }) {
  return [...new Map(
    files.flatMap((file) => {
      let { errors, warnings } = projectOf(file);
      return [...errors, ...warnings].map((one) => [one, strictly(one, at2(file))]);
    })
  ).values()];
}
function toPart(request, settings2) {
  let { file, index } = request.origin;
  return { of: `${file}#${index}`, values: valuesAt(file, request, settings2) };
}
function valuesAt(file, request, { at: at2 }) {
  let { settings: settings2, sourceOf } = at2(file);
  return SETTING_PATHS.flatMap((setting) => {
    let { only, isInternal = !1 } = defaultRow(setting);
    if (only === "function" || isInternal) return [];
    let own = request && saidByRequest(request, setting);
    if (own !== void 0) return [{ setting, value: own.value, from: placed2("request", own.origin) }];
    let value = settingAt(settings2, setting);
    if (value === void 0) return [];
    let source = sourceOf(setting);
    return [{ setting, value, from: source === void 0 ? "built-in" : placed2(source.words, source.origin) }];
  });
}
function placed2(words, origin) {
  return origin === void 0 ? words : `${words === "request" ? "request, " : ""}${origin.file}:${origin.line ?? 1}`;
}
function toJson(parts) {
  return `${jsonText(parts, 1)}
`;
}
function toText2({ of, values }) {
  let rows = values.map(({ setting, value, from }) => [setting, textOf3(value), from]);
  return `${oneLine(of)}
${formatTable(["setting", "value", "from"], rows)}`;
}
function textOf3(value) {
  return oneLine(typeof value == "string" ? value : JSON.stringify(value));
}

// src/commands/git/copy-revision.ts
import { mkdirSync as mkdirSync2, mkdtempSync as mkdtempSync2, realpathSync as realpathSync2, rmSync as rmSync5, symlinkSync as symlinkSync2, writeFileSync as writeFileSync5 } from "node:fs";
import { tmpdir as tmpdir2 } from "node:os";
import { dirname as dirname9, join as join15, sep } from "node:path";
var OF_INTEREST = /(\.(ya?ml|json)|\/Kustomization)$/, MOST_COPIED_BYTES = 2 ** 28, MOST_LINK_BYTES = 4096;
async function withCopy(revision, look) {
  let folder = realpathSync2(mkdtempSync2(join15(tmpdir2(), "dgdr-render-revision-")));
  try {
    return copy(revision, folder), await look(folder);
  } finally {
    rmSync5(folder, { recursive: !0, force: !0 });
  }
}
function copy({ name, all: all2, read: read2, prefix }, folder) {
  let entries = all2().filter(isOfInterest), bytes = entries.reduce((sum2, { size = 0 }) => sum2 + size, 0);
  if (bytes > MOST_COPIED_BYTES)
    throw new RenderError("INPUT_TOO_LARGE", {
      message: `the YAML and JSON of the revision ${name} has ${bytes} bytes, at most ${MOST_COPIED_BYTES} are read`
    });
  let outside2 = entries.find(({ path }) => !isPlain(path));
  if (outside2 !== void 0)
    throw new RenderError("PATH_OUTSIDE_ROOT", {
      message: `the revision ${name} has a path that no work tree may have: ${show(outside2.path)}`
    });
  mkdirSync2(join15(folder, prefix), { recursive: !0 });
  let contents = read2(entries), made = entries.map((entry, i) => ({ ...entry, content: contents[i] }));
  for (let kind of ["file", "link"])
    for (let entry of made) entry.kind === kind && put(entry, { folder, name });
}
var UNDECODED = "\uFFFD";
function isOfInterest({ kind, path, size = 0 }) {
  return path.includes(UNDECODED) ? !1 : kind === "file" ? OF_INTEREST.test(`/${path}`) && size <= MOST_BYTES : kind === "link" && size <= MOST_LINK_BYTES;
}
function isPlain(path) {
  return path.split(sep === "/" ? sep : /[/\\]/).every((part) => !["", ".", "..", ".git"].includes(part.toLowerCase()));
}
function put({ kind, path, content }, { folder, name }) {
  let place = join15(folder, path);
  try {
    mkdirSync2(dirname9(place), { recursive: !0 }), kind === "link" ? symlinkSync2(content.toString("utf8"), place) : writeFileSync5(place, content, { flag: "wx" });
  } catch (error) {
    throw error instanceof Error && "code" in error && TREE_FAULTS.includes(String(error.code)) ? damaged(name, show(path)) : error;
  }
}
var TREE_FAULTS = ["EEXIST", "ENOTDIR", "EISDIR", "ERR_INVALID_ARG_VALUE", "ENAMETOOLONG", "ENOENT"];

// src/commands/diff/causes.ts
var INPUT_WORDS = {
  request: "request",
  projectFile: "project file",
  model: "configuration of the model",
  lock: "lock",
  release: "release of the tool or its data",
  graph: "committed graph"
};
function causesOf(both, sides) {
  return [
    ["request", inLines(objectChanges(wished(both.before), wished(both.after)))],
    ["projectFile", settingChanges(both, sides)],
    ["model", modelChanges(both)],
    ["lock", lockChanges(both.before.entry, both.after.entry)],
    ["release", releaseChanges(both.before.entry, both.after.entry)]
  ].flatMap(([input, details2]) => details2.length === 0 ? [] : [{ input, details: details2 }]);
}
function wished({ resource: { object: object2 } }) {
  let { status: _, ...rest } = object2;
  return rest;
}
function inLines(changes2) {
  return changes2.map(({ path, text }) => `${path}: ${text}`);
}
var ASIDE = ["exclude", "extends", "strict", "frozen", "models", "modelLikes"];
function settingChanges({ before, after }, sides) {
  let older = settingsOf(before, sides.before), newer = settingsOf(after, sides.after);
  return inLines(objectChanges(older, newer));
}
function settingsOf({ resource }, { settings: settings2 }) {
  let { settings: said } = settings2.at(resource.origin.file), values = SETTING_PATHS.filter((path) => !ASIDE.includes(path)).flatMap((path) => {
    let value = settingAt(said, path);
    return value === void 0 ? [] : [[path, value]];
  });
  return Object.fromEntries(values);
}
var MODEL_INPUTS = ["modelConfig", "modelLike"];
function modelChanges({ before, after }) {
  if (before.inputs === void 0 || after.inputs === void 0) return [];
  let [older, newer] = [before.inputs, after.inputs].map(
    (inputs) => Object.fromEntries(Object.entries(inputs).filter(([name]) => MODEL_INPUTS.includes(name)))
  );
  return objectChanges(older, newer).map(
    ({ path, text }) => path === "modelConfig" ? "another config.json" : `like ${text}`
  );
}
var MADE_BY = ["engine", "data"], FOLLOWS = /^(summary|graph|inputs)(\.|$)/;
function lockChanges(before, after) {
  if (before === void 0) return after === void 0 ? [] : [`locked: ${after.summary}`];
  if (after === void 0) return ["no entry holds any more"];
  let changes2 = entryChanges(before, after), told = inLines(changes2.filter(({ path }) => !MADE_BY.includes(path) && !FOLLOWS.test(path)));
  return changes2.length === 0 && JSON.stringify(before) !== JSON.stringify(after) ? ["other latencies, warnings or facts of the model"] : told;
}
function releaseChanges(before, after) {
  return before === void 0 || after === void 0 ? [] : inLines(entryChanges(before, after).filter(({ path }) => MADE_BY.includes(path)));
}

// src/commands/diff/former.ts
function formerResource(resource, revision) {
  let there = (origin) => ({ ...origin, file: shownAt(revision, origin.file) });
  return { ...resource, origin: there(resource.origin), locate: (path) => there(resource.locate(path)) };
}
function formerLock(lock3, revision) {
  return { ...lock3, resource: formerResource(lock3.resource, revision) };
}

// src/commands/diff/side.ts
import { isAbsolute as isAbsolute2, join as join16, relative as relative7, resolve as resolve8 } from "node:path";
function sharedBy({ openStreet: openStreet2 }) {
  let parsed = /* @__PURE__ */ new Map(), streets = /* @__PURE__ */ new Map();
  return {
    parse: (text, file) => {
      let key = keyOf(text, file), documents = parsed.get(key) ?? parseRequests(text, file);
      return parsed.set(key, documents), documents;
    },
    openStreet: (models) => {
      let key = JSON.stringify(models), street = streets.get(key) ?? openStreet2(models);
      return streets.set(key, street), street;
    }
  };
}
function keyOf(text, { file, source, isNamed }) {
  return JSON.stringify([file, source, isNamed, text]);
}
async function readSide(root, { patterns, host, scopeOf }, shared) {
  let settings2 = openSettings(host, root), input = await readInput(patterns, { settings: settings2, scopeOf, parse: shared.parse }, NO_STDIN), terms = withTerms(input.requests, settings2, shared), { locks, findings } = readLocksBeside(terms.requests, root), all2 = [...input.findings, ...terms.findings, ...findings];
  return { root, settings: settings2, scopeOf, requests: input.requests, terms, locks, findings: all2 };
}
var NO_STDIN = { readStdin: () => Promise.reject(new Error("stdin is no part of a repository")) };
function refusalsOf(request, { terms }) {
  return terms.requests.includes(request) ? [] : terms.findings.filter(isError);
}
function failuresIn(file, { findings }) {
  return findings.filter((finding) => isError(finding) && finding.origin?.file === file);
}
function isError({ severity }) {
  return severity === "error";
}
function rootOfCopy(folder, { top, cwd }, patterns) {
  let outside2 = patterns.find((pattern) => !isInside(resolve8(cwd, pattern), top));
  if (outside2 !== void 0)
    throw new RenderError("PATH_OUTSIDE_ROOT", {
      message: `${outside2} is in no revision of the repository ${top}`,
      hint: "name what is below it"
    });
  return copyRoot(folder, join16(folder, relative7(top, cwd)), patterns);
}
function fromHere(patterns, { cwd }) {
  return patterns.map((pattern) => isAbsolute2(pattern) ? toSlashes(relative7(cwd, pattern)) || "." : pattern);
}

// src/commands/diff/answers.ts
async function answersOf(asked, answering) {
  let { before, after, revision, context, jobs } = answering, questions = [
    ...asked.after.flatMap((request) => ask(request, after, (resource) => resource)),
    ...asked.before.flatMap((request) => ask(request, before, (resource) => formerResource(resource, revision)))
  ], byResource = new Map(questions.map((question) => [question.resource, question])), verdicts = /* @__PURE__ */ new Map(), resources = [...byResource.keys()], former = before.locks.map((lock3) => formerLock(lock3, revision)), { graphs, findings } = await renderInThreads(
    resources,
    {
      termsOf: (resource) => byResource.get(resource).terms,
      lock: { locks: [...after.locks, ...former], whenUnlocked: "warn", isLocking: !1 },
      scopeOf: (resource) => JSON.stringify([byResource.get(resource)?.side === before, after.scopeOf?.(resource)]),
      onStart: showProgress("rendering", resources, context),
      onProfiled: ({ resource, request, profile: profile2 }) => {
        let { terms, side } = byResource.get(resource), { prices } = side.settings.at(byResource.get(resource).request.origin.file).settings;
        verdicts.set(resource, withCost(terms.street.verdict(request, profile2), prices));
      }
    },
    { context, jobs }
  ), found = { questions, graphs, findings, verdicts }, isFormer = /* @__PURE__ */ new Set([...former.map((lock3) => lock3.resource), ...ofSide(before, questions)]);
  return {
    before: sideAnswers(before, found),
    after: sideAnswers(after, found),
    findings: findings.filter(({ resource }) => resource === void 0 || !isFormer.has(resource))
  };
}
function ofSide(side, questions) {
  return questions.flatMap((question) => question.side === side ? [question.resource] : []);
}
function ask(request, side, named2) {
  if (refusalsOf(request, side).length > 0) return [];
  let terms = side.terms.termsOf(request), resource = named2(request);
  return [{ request, resource, side, terms: resource === request ? terms : { ...terms, isFrozen: !1 } }];
}
function sideAnswers(side, { questions, graphs, findings, verdicts }) {
  let asked = new Map(
    questions.flatMap((question) => question.side === side ? [[question.request, question.resource]] : [])
  ), resources = new Set(asked.values()), made = graphs.filter(({ request }) => resources.has(request)), rendered = new Set(made.map(({ request }) => request)), errors = groupBy(
    findings.filter(({ severity }) => severity === "error"),
    ({ resource }) => resource
  ), answer2 = (request) => {
    let resource = asked.get(request), verdict = resource !== void 0 && rendered.has(resource) ? verdicts.get(resource) : void 0;
    if (verdict !== void 0) return { verdict };
    let own = resource === void 0 ? [] : errors.get(resource) ?? [];
    return { refusals: [...refusalsOf(request, side), ...own] };
  };
  return {
    graphs: made,
    of: (request, file) => {
      if (request !== void 0) return answer2(request);
      let refusals = failuresIn(file, side);
      return refusals.length === 0 ? void 0 : { refusals };
    }
  };
}

// src/commands/diff/graph-changes.ts
import { posix as posix2 } from "node:path";
var MOST_DETAILS = 4;
function graphCauses(folders, roots) {
  let causes = /* @__PURE__ */ new Map();
  for (let folder of folders)
    for (let [source, cause] of causesIn(folder, roots)) causes.set(source, cause);
  return ({ source, origin }) => {
    let cause = causes.get(`${source}#${origin.index}`);
    return cause === void 0 ? [] : [cause];
  };
}
function causesIn(folder, { before, after }) {
  return namesIn(folder, before).filter(isYaml).flatMap((name) => {
    let file = posix2.join(folder, name), [older, newer] = [bytesOf(file, before), bytesOf(file, after)];
    if (older === void 0 || newer === void 0 || older.equals(newer)) return [];
    let next = new Map(marked(newer, file, after).map(({ object: object2 }) => [identityOf(object2), object2]));
    return marked(older, file, before).flatMap(({ object: object2 }) => {
      let other = next.get(identityOf(object2)), source = other && annotationsOf(other)[SOURCE];
      return other === void 0 || source === void 0 ? [] : [[source, causeOf(object2, other)]];
    });
  });
}
function causeOf(before, after) {
  let [older, newer] = [profileLine(before), profileLine(after)], picked = older === newer ? [] : [`picked: ${older} -> ${newer}`];
  return annotationsOf(before)[ENGINE] !== annotationsOf(after)[ENGINE] ? { input: "release", details: [whyChanged(before, after), ...picked] } : { input: "graph", details: [...objectChanges(before, after).filter(({ path }) => !path.startsWith("metadata.annotations.")).slice(0, MOST_DETAILS).map(({ path, text }) => `${path}: ${text}`), ...picked] };
}
function marked(bytes, file, root) {
  try {
    return graphsOf(bytes, { shown: file }, root).filter(({ object: object2 }) => annotationsOf(object2)[ENGINE] !== void 0);
  } catch (error) {
    return rethrowBugs(error), [];
  }
}
function formerFiles(copy2, revision) {
  return (folder) => namesIn(folder, copy2).filter(isYaml).map((name) => posix2.join(folder, name)).flatMap((file) => {
    let bytes = bytesOf(file, copy2);
    return bytes === void 0 ? [] : [{ shown: shownAt(revision, file), bytes }];
  });
}
function bytesOf(file, root) {
  try {
    let { path } = lookAt(file, root);
    return path && readFile(path, STREAM_LIMITS.bytes)?.bytes;
  } catch (error) {
    rethrowBugs(error);
    return;
  }
}

// src/commands/diff/request-pairs.ts
function pairRequests(before, after) {
  let inFiles = matchBy(before, after, (request) => `${nameOf3(request)}
${request.origin.file}`), left = {
    before: before.filter((request) => !inFiles.taken.has(request)),
    after: after.filter((request) => !inFiles.matches.has(request))
  }, moved = matchBy(left.before, left.after, nameOf3), pairs = after.map((request) => ({
    before: inFiles.matches.get(request) ?? moved.matches.get(request),
    after: request
  })), gone = left.before.filter((request) => !moved.taken.has(request));
  return [...pairs, ...gone.map((request) => ({ before: request, after: void 0 }))];
}
function nameOf3({ object: object2 }) {
  let { namespace = "", name } = refOf(object2);
  return `${namespace}
${name}`;
}
function matchBy(before, after, key) {
  let older = groupBy(before, key), next = /* @__PURE__ */ new Map(), matches = /* @__PURE__ */ new Map();
  for (let request of after) {
    let position = next.get(key(request)) ?? 0, match2 = older.get(key(request))?.[position];
    match2 !== void 0 && (next.set(key(request), position + 1), matches.set(request, match2));
  }
  return { matches, taken: new Set(matches.values()) };
}

// src/commands/diff/same-ground.ts
import { dirname as dirname10 } from "node:path";
function sameGround(before, after) {
  let settings2 = remembered((file) => textOf4(settingsAt(before, file)) === textOf4(settingsAt(after, file))), locks = remembered((folder) => textOf4(locksIn(before, folder)) === textOf4(locksIn(after, folder)));
  return (older, newer) => {
    if (older !== newer || [before, after].some((side) => refusalsOf(newer, side).length > 0)) return !1;
    let [one, other] = [before, after].map((side) => side.terms.termsOf(newer).street), folder = dirname10(newer.origin.file);
    return one === other && settings2(folder, newer.origin.file) && locks(folder, folder);
  };
}
function remembered(find) {
  let known = /* @__PURE__ */ new Map();
  return (key, name) => {
    let found = known.get(key) ?? find(name);
    return known.set(key, found), found;
  };
}
function settingsAt({ settings: settings2 }, file) {
  return settings2.at(file).settings;
}
function locksIn({ locks }, folder) {
  return locks.filter(({ resource }) => dirname10(resource.origin.file) === folder).map(({ entries }) => entries);
}
function textOf4(value) {
  return JSON.stringify(value) ?? "";
}

// src/commands/diff/standing.ts
function standingOf(resource, side) {
  let { terms, locks, settings: settings2 } = side, lock3 = { locks, whenUnlocked: "pick", isLocking: !1 }, unusable = refusalsOf(resource, side);
  if (unusable.length > 0) return refused3(resource, unusable);
  try {
    let { request, inputs, locked } = lookUp(resource, terms.termsOf(resource), { lock: lock3, warn: () => {
    } }), prices = settings2.at(resource.origin.file).settings.prices?.[request.hardware.gpuSku], entry = locked?.entry, decides = { request: decisive(request), inputs: inputs.profile, entry, prices };
    return { resource, digest: digestOf(plain2(decides)), inputs: inputs.profile, entry };
  } catch (error) {
    return refused3(resource, toFindings(error));
  }
}
function refused3(resource, findings) {
  let refusals = findings.map(({ code, message }) => ({ code, message })), digest = digestOf(plain2({ object: resource.object, refusals }));
  return { resource, digest, inputs: void 0, entry: void 0 };
}
function decisive({
  origin: _,
  source: __,
  locate: ___,
  ...request
}) {
  return request;
}
function plain2(value) {
  return JSON.parse(JSON.stringify(value));
}

// src/commands/diff/review.ts
var CHANGE_KINDS = ["added", "removed", "changed", "moved"];
async function review(reviewing) {
  let { revision, patterns, before, after, store, context, jobs } = reviewing, pairs = pairRequests(before.requests, after.requests), differing = differingOf(pairs, reviewing), profiled = differing.filter(({ kind }) => kind !== "moved"), answers = await answersOf(
    { before: requestsOf(profiled, "before"), after: requestsOf(profiled, "after") },
    { before, after, revision, context, jobs }
  ), kept = { graphs: answers.after.graphs, store, root: after.root }, former = formerGraphs(answers.before.graphs, differing, reviewing), refused4 = checkAt(formerFiles(before.root, revision), kept, former), changes2 = differing.map((one) => toChange(one, { answers, refused: refused4 })), findings = [...after.findings, ...answers.findings, ...refused4, ...differing.flatMap(movedFinding)];
  return { revision, patterns, changes: changes2, unchanged: pairs.length - differing.length, findings };
}
function differingOf(pairs, { before, after, store }) {
  let folders = new Set(
    pairs.flatMap((pair) => pair.after?.origin.file ?? []).map((file) => folderOf(store, file, after.root))
  ), causesOfGraph = graphCauses(folders, { before: before.root, after: after.root }), isSame = sameGround(before, after);
  return pairs.flatMap((pair) => {
    if (pair.before === void 0 || pair.after === void 0)
      return [{ ...pair, kind: onesided(pair, { before, after }), causes: [] }];
    let ofGraph = causesOfGraph(pair.after);
    if (ofGraph.length === 0 && isSame(pair.before, pair.after)) return [];
    let both = { before: standingOf(pair.before, before), after: standingOf(pair.after, after) };
    if (both.before.digest !== both.after.digest) {
      let releases = ofGraph.filter(({ input }) => input === "release");
      return [{ ...pair, kind: "changed", causes: [...causesOf(both, { before, after }), ...releases] }];
    }
    return ofGraph.length > 0 ? [{ ...pair, kind: "changed", causes: ofGraph }] : pair.before.origin.file === pair.after.origin.file ? [] : [{ ...pair, kind: "moved", causes: [] }];
  });
}
function onesided(pair, { before, after }) {
  let [request, other, kind] = pair.before === void 0 ? [pair.after, before, "added"] : [pair.before, after, "removed"];
  return failuresIn(request?.origin.file ?? "", other).length > 0 ? "changed" : kind;
}
function requestsOf(differing, side) {
  return differing.flatMap((one) => one[side] ?? []);
}
function formerGraphs(graphs, differing, { revision, store, after: { root } }) {
  let moved = new Map(
    differing.map(({ before, after }) => [before && placeOf4(before, before.origin.file), after?.origin.file])
  );
  return graphs.map(({ graph: object2, request }) => {
    let file = request.origin.file.slice(shownAt(revision, "").length);
    return { object: object2, origin: request.origin, folder: folderOf(store, moved.get(placeOf4(request, file)) ?? file, root) };
  });
}
function placeOf4({ object: object2 }, file) {
  return `${file}
${identityOf(object2)}`;
}
function toChange({ kind, before, after, causes }, { answers, refused: refused4 }) {
  let request = after ?? before, { name, namespace } = refOf(request.object), { file } = request.origin, previousFile = before !== void 0 && before.origin.file !== file ? before.origin.file : void 0, refusal2 = refused4.find(({ code, resource }) => code === "TOPOLOGY_CHANGED" && resource === after), known = { kind, name, namespace, file, previousFile, causes, refusal: refusal2 };
  return kind === "moved" ? { ...known, before: void 0, after: void 0 } : { ...known, before: answers.before.of(before, file), after: answers.after.of(after, file) };
}
function movedFinding({ before, after }) {
  if (before === void 0 || after === void 0 || before.origin.file === after.origin.file) return [];
  let origin = after.locate("metadata.name");
  return [findingOf("REQUEST_MOVED", { message: `it stood in ${before.origin.file}`, origin, resource: after })];
}

// src/commands/diff/diff-words.ts
var SHOWN_DIGITS = 10, MOST_DETAILS2 = 5;
function revisionWords({ revision: { name, commit: commit2 } }) {
  let digits = commit2.slice(0, SHOWN_DIGITS);
  return commit2.startsWith(name) ? digits : `${name} (${digits})`;
}
function nameOf4({ namespace, name }) {
  return `${namespace ?? "default"}/${name}`;
}
function kindWords({ kind, causes }) {
  let names = causes.map(({ input }) => `the ${INPUT_WORDS[input]}`);
  if (names.length === 0) return kind;
  let [last = "", ...others] = names.reverse();
  return `${kind} by ${others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`}`;
}
function causeLines({ input, details: details2 }) {
  let shown2 = details2.slice(0, MOST_DETAILS2).map((detail) => `${INPUT_WORDS[input]}: ${detail}`), others = details2.length - shown2.length;
  return others === 0 ? shown2 : [...shown2, `${INPUT_WORDS[input]}: and ${others} more`];
}
function refusalLines({ before, after }) {
  return [
    ["before", before],
    ["after", after]
  ].flatMap(([side, answer2]) => (answer2?.refusals ?? []).map(({ code, message }) => `${side}: ${code}: ${message}`));
}
function countsOf({ changes: changes2, unchanged }) {
  let count = (kind) => changes2.filter((change) => change.kind === kind).length, [added = 0, removed = 0, changed = 0, moved = 0] = CHANGE_KINDS.map(count), refused4 = changes2.filter(({ refusal: refusal2 }) => refusal2 !== void 0).length, failed4 = changes2.filter(({ after }) => after?.refusals !== void 0).length;
  return { added, removed, changed, moved, unchanged, refused: refused4, failed: failed4 };
}
function summaryWords(review2) {
  let { refused: refused4, failed: failed4, ...kinds } = countsOf(review2), { changed, added, removed, moved, unchanged } = kinds, listed = Object.entries({ changed, added, removed, moved, unchanged }).flatMap(([kind, count]) => count === 0 ? [] : [`${count} ${kind}`]), words = [listed.length === 0 ? "no requests" : listed.join(", ")];
  return failed4 > 0 && words.push(`${failed4} cannot be rendered`), refused4 > 0 && words.push(`the operator refuses ${counted(refused4, "update")}`), words.join("; ");
}

// src/commands/diff/diff-json.ts
var SCHEMA_VERSION2 = 1;
function diffJson(review2) {
  let { name, commit: commit2 } = review2.revision, json = {
    schemaVersion: SCHEMA_VERSION2,
    revision: { name, commit: commit2 },
    summary: countsOf(review2),
    requests: review2.changes.map(toElement2)
  };
  return `${jsonText(json, 1)}
`;
}
function toElement2(change) {
  let { kind, name, namespace = null, file, previousFile = null, causes, before, after, refusal: refusal2 } = change;
  return {
    change: kind,
    name,
    namespace,
    file,
    previousFile,
    causes,
    before: toAnswer(before),
    after: toAnswer(after),
    refusal: refusal2 === void 0 ? null : toNote2(refusal2)
  };
}
function toAnswer(answer2) {
  if (answer2 === void 0) return null;
  let { verdict, refusals = [] } = answer2;
  if (verdict === void 0) return { figures: null, targets: [], engine: null, refusals: refusals.map(toNote2) };
  let targets = verdict.targets.map(({ field, limitMs, reachedMs = null, isMet = null }) => ({
    field,
    limitMs,
    reachedMs,
    isMet
  }));
  return { figures: verdictFigures(verdict), targets, engine: verdict.engine.words, refusals: [] };
}
function toNote2({ code, message, hint }) {
  return { code, message, hint: hint ?? null };
}

// src/commands/diff/figure-rows.ts
var FIGURE_ROWS = [
  { label: "mode", read: ({ mode }) => mode },
  { label: "backend", read: ({ backend, backendVersion }) => [backend, backendVersion ?? []].flat().join(" ") },
  { label: "GPU", read: ({ gpuSku }) => gpuSku },
  { label: "workers", read: ({ workers }) => workers },
  { label: "replicas", read: ({ replicas }) => replicas },
  { label: "GPUs", read: ({ gpus }) => gpus },
  { label: "GPUs allowed", read: ({ budgetGpus }) => budgetGpus },
  { label: "requests/s", read: ({ requestsPerSec }) => requestsPerSec },
  { label: "users", read: ({ concurrency }) => concurrency },
  { label: "tokens/s/GPU", read: ({ tokensPerSecPerGpu }) => tokensPerSecPerGpu },
  { label: "ttft ms", read: ({ ttftMs }) => ttftMs },
  { label: "ttft target ms", read: (_, verdict) => targetOf(verdict, "ttft") },
  { label: "itl ms", read: ({ itlMs }) => itlMs },
  { label: "itl target ms", read: (_, verdict) => targetOf(verdict, "itl") },
  { label: "request ms", read: ({ requestMs }) => requestMs },
  { label: "request target ms", read: (_, verdict) => targetOf(verdict, "e2eLatency") },
  { label: "meets the targets", read: ({ meetsTargets }) => inWords2(meetsTargets) },
  { label: "serves the load", read: ({ servesLoad }) => inWords2(servesLoad) },
  { label: "free memory %", read: ({ memoryFreePercent }) => memoryFreePercent },
  { label: "currency", read: ({ currency }) => currency },
  { label: "cost an hour", read: ({ costPerHour }) => costPerHour },
  { label: "cost of 1M output tokens", read: ({ costPerMillionOutputTokens }) => costPerMillionOutputTokens },
  { label: "cost of 1M requests", read: ({ costPerMillionRequests }) => costPerMillionRequests },
  { label: "engine", read: (_, { engine }) => engine.words }
];
function targetOf({ targets }, wanted) {
  return targets.find(({ field }) => field === wanted)?.limitMs ?? null;
}
function inWords2(isSo) {
  return isSo === null ? null : isSo ? "yes" : "no";
}
function shownRows({ before, after }) {
  let [older, newer] = [valuesOf(before), valuesOf(after)];
  return FIGURE_ROWS.flatMap(({ label }, i) => {
    let values = { before: older[i] ?? null, after: newer[i] ?? null };
    return values.before === null && values.after === null ? [] : [{ label, ...values, change: changeOf(values.before, values.after) }];
  });
}
function figureTable(change) {
  let rows = shownRows(change), both = [
    ["before", ({ before }) => inText(before)],
    ["after", ({ after }) => inText(after)],
    ["change", ({ change: by }) => by]
  ], only = both.filter(([side]) => side !== "change" && change[side]?.verdict !== void 0), columns = only.length === 1 ? only : both;
  return {
    heading: ["", ...columns.map(([name]) => name)],
    cells: rows.map((row) => [row.label, ...columns.map(([, read2]) => read2(row))])
  };
}
function inText(cell) {
  return cell === null ? "-" : String(cell);
}
function valuesOf(answer2) {
  let verdict = answer2?.verdict;
  if (verdict === void 0) return [];
  let figures2 = verdictFigures(verdict);
  return FIGURE_ROWS.map(({ read: read2 }) => read2(figures2, verdict));
}
function changeOf(before, after) {
  if (before === after || before === null || after === null) return "";
  if (typeof before != "number" || typeof after != "number" || before === 0) return "changed";
  let percent2 = (after / before - 1) * 100;
  return `${percent2 < 0 ? "-" : "+"}${Math.abs(percent2).toFixed(1)} %`;
}

// src/commands/diff/diff-markdown.ts
var MOST_ROWS = 20, MOST_BYTES6 = 6e4, OVERVIEW = ["mode", "GPUs", "tokens/s/GPU", "ttft ms", "itl ms", "free memory %", "cost an hour"];
function diffMarkdown(review2) {
  let head = `${markerOf(review2)}
### Requests against ${inMarkdown(revisionWords(review2))}

${summary(review2)}
`, overview2 = review2.changes.length === 0 ? "" : `
${overviewOf(review2.changes)}`;
  return bounded(`${head}${overview2}`, review2.changes.filter(({ kind }) => kind !== "moved").map(details));
}
function markerOf({ patterns }) {
  return `<!-- dgdr-render diff: ${patterns.map((pattern) => encodeURIComponent(Buffer.from(pattern).toString())).join(" ")} -->`;
}
function summary(review2) {
  let isRefused = review2.changes.some(({ refusal: refusal2, after }) => refusal2 !== void 0 || after?.refusals !== void 0), words = inMarkdown(summaryWords(review2));
  return isRefused ? `**${words}**` : words;
}
function overviewOf(changes2) {
  let listed = changes2.slice(0, MOST_ROWS), all2 = listed.map((change) => ({ change, rows: shownRows(change) })), columns = OVERVIEW.filter((label) => all2.some(({ rows }) => rows.some((row) => row.label === label))), cells = all2.map(({ change, rows }) => [
    inCode(nameOf4(change)),
    `${inMarkdown(change.kind)}${change.refusal === void 0 ? "" : ", **refused**"}`,
    ...columns.map((label) => cellOf(rows.find((row) => row.label === label)))
  ]), more = changes2.length - listed.length;
  return `${markdownTable(["request", "", ...columns], cells)}${more === 0 ? "" : `
And ${more} more, below.
`}`;
}
function cellOf(row) {
  if (row === void 0) return "";
  let [before, after] = [row.before, row.after].map((cell) => cell === null ? "" : inMarkdown(String(cell)));
  return before === after || before === "" || after === "" ? `${before || after}` : `${before} \u2192 ${after}`;
}
function details(change) {
  let { file, previousFile, causes, refusal: refusal2 } = change, place = previousFile === void 0 ? file : `${file}, was ${previousFile}`, notes = [...causes.flatMap(causeLines), ...refusalLines(change)].map((line) => `- ${inCode(line)}
`), refused4 = refusal2 && `- **${inCode(refusal2.message)}**
- ${inCode(refusal2.hint ?? "")}
`, { heading, cells } = figureTable(change), table = cells.length === 0 ? "" : `
${markdownTable(
    heading,
    cells.map((row) => row.map(inMarkdown))
  )}`;
  return `
<details><summary>${`<code>${inHtml(nameOf4(change))}</code> ${inHtml(kindWords(change))} (<code>${inHtml(place)}</code>)`}</summary>

${notes.join("")}${refused4 ?? ""}${table}
</details>
`;
}
function bounded(head, blocks) {
  let text = head;
  for (let [i, block] of blocks.entries()) {
    if (Buffer.byteLength(text) + Buffer.byteLength(block) > MOST_BYTES6)
      return `${text}
The details of ${blocks.length - i} more are left out; \`dgdr-render diff\` prints them.
`;
    text += block;
  }
  return text;
}
function inCode(text) {
  let shown2 = escapeUnprintable(text), runs = (shown2.match(/`+/g) ?? []).map((run) => run.length), fence = "`".repeat(Math.max(0, ...runs) + 1), pad = shown2.startsWith("`") || shown2.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown2}${pad}${fence}`;
}
function inHtml(text) {
  let escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return escapeUnprintable(text).replace(/[&<>"]/g, (character) => escapes[character] ?? "");
}

// src/commands/diff/diff-text.ts
function diffText(review2) {
  return [...review2.changes.map(requestText), `${oneLine(`against ${revisionWords(review2)}: ${summaryWords(review2)}`)}
`].join(`
`);
}
function requestText(change) {
  let { file, previousFile, causes, refusal: refusal2 } = change, place = previousFile === void 0 ? file : `${file}, was ${previousFile}`, notes = [
    ...causes.flatMap(causeLines),
    ...refusalLines(change),
    ...refusal2 === void 0 ? [] : [refusal2.message, `hint: ${refusal2.hint}`]
  ], { heading, cells } = figureTable(change), table = cells.length === 0 ? [] : formatTable(heading, cells).trimEnd().split(`
`), lines = [...notes, ...table], head = `${nameOf4(change)} (${place}): ${kindWords(change)}`;
  return `${oneLine(head)}
${lines.map((line) => `  ${oneLine(line)}
`).join("")}`;
}

// src/commands/diff/nested.ts
import { dirname as dirname11, join as join17, relative as relative8, resolve as resolve9 } from "node:path";
function nestedRequests(requests, root) {
  let known = /* @__PURE__ */ new Map(), found = [...groupBy(
    requests,
    ({ origin }) => repositoryOf(dirname11(resolve9(root.cwd, origin.file)), root, known)
  )].flatMap(([folder, own]) => folder === void 0 ? [] : [{ folder, own }]);
  return {
    nested: new Set(found.flatMap(({ own }) => own)),
    findings: found.map(({ folder, own }) => skippedFinding(toSlashes(relative8(root.cwd, folder)), own.length))
  };
}
function repositoryOf(folder, root, known) {
  if (!(folder === root.top || !isInside(folder, root.top))) {
    if (!known.has(folder)) {
      let isOne = isThere(join17(folder, ".git"), root);
      known.set(folder, isOne ? folder : repositoryOf(dirname11(folder), root, known));
    }
    return known.get(folder);
  }
}
function skippedFinding(folder, count) {
  let what = count === 1 ? "1 request is" : `${count} requests are`;
  return findingOf("SUBMODULE_SKIPPED", {
    message: `${folder} is a repository of its own: ${what} not compared`,
    hint: `run dgdr-render diff inside ${folder}`
  });
}

// src/commands/diff/diff-command.ts
var FORMATS3 = { text: diffText, json: diffJson, markdown: diffMarkdown }, NAMES3 = Object.keys(FORMATS3), DIFF = {
  name: "diff",
  synopsis: "REF [PATH...]",
  summary: "Says in numbers what requests change against a Git revision.",
  details: `For each request that came, went or changed since REF (a branch, tag or commit): what is picked before
and after, which input caused it, and whether the operator refuses the update. Project files, locks and
configurations of models are read at REF too. What did not change is not profiled. Markdown is the
comment of a pull request; its first line is one by which a bot finds it again. Exit code 1 where the
update of a graph is refused or a request cannot be rendered.
`,
  options: {
    format: { type: "string", value: "NAME", help: "text (default), json or markdown" },
    "output-dir": {
      type: "string",
      value: "DIR",
      help: "graphs are committed in that folder, not beside the requests"
    },
    "allow-empty": { type: "boolean", help: "find no request and still succeed" },
    ...FROZEN_OPTION,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...REQUEST_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => diff(args, context))
};
async function diff(args, context) {
  let [name, ...paths] = args.positionals;
  if (name === void 0) throw new UsageError("a revision was expected, such as origin/main");
  if (paths.includes(STDIN)) throw new UsageError("- (stdin) is in no revision");
  let format = FORMATS3[oneOf(args, "format", NAMES3) ?? "text"], patterns = paths.length > 0 ? paths : ["."], root = commandLineRoot(context.cwd, [...patterns, args.text("output-dir") ?? "."]), found = await withRevision(name, { root, env: context.env }, (revision) => {
    if (revision === void 0) throw noCommit();
    return withCopy(revision, (copy2) => compare({ revision, copy: copy2, patterns, root }, args, context));
  }), missing2 = found.changes.length + found.unchanged === 0 && exitCodeOf(found.findings) === 0 && !args.isSet("allow-empty") ? [noRequests(patterns, { mayBeEmpty: !0 })] : [];
  return { findings: [...found.findings, ...missing2], output: format(found), notes: "" };
}
function noCommit() {
  return new RenderError("REVISION_UNKNOWN", { message: "there is no commit yet", hint: "git commit first" });
}
async function compare({ revision, copy: copy2, patterns, root }, args, context) {
  let dir = args.text("output-dir"), store = dir === void 0 ? storeBeside() : storeOf(dir), asked = { patterns: fromHere(patterns, root), host: optionLayer(args), scopeOf: store.scopeOf }, shared = sharedBy(context), formerRoot = rootOfCopy(copy2, root, [...patterns, ...dir === void 0 ? [] : [dir]]), before = await readSide(formerRoot, asked, shared), after = await readSide(root, asked, shared), { nested, findings } = nestedRequests(after.requests, root), own = {
    ...after,
    requests: after.requests.filter((request) => !nested.has(request)),
    findings: [
      ...idleWorkloadOptions(before, after),
      ...after.findings.filter((finding) => !isOnlyGone(finding, before)),
      ...findings
    ]
  };
  return review({ revision, patterns, before, after: own, store, context, jobs: jobsOf(args) });
}
function isOnlyGone(finding, { findings }) {
  return finding.code !== "INPUT_NOT_FOUND" || finding.origin !== void 0 ? !1 : !findings.some(({ code, message }) => code === finding.code && message === finding.message);
}

// src/commands/doctor/doctor.ts
import { relative as relative12, resolve as resolve12 } from "node:path";

// src/render/built/missing-graphs.ts
function missingGraphs(requests, built) {
  let applied = requests.filter(({ object: object2 }) => getIn(object2, "spec", "autoApply") !== !1), objects = applied.map(({ object: object2 }) => object2), rendered = match(objects, builtGraphs(built)), left = match(
    objects.filter((object2) => !rendered.has(object2)),
    built.filter(isRequest),
    refOf
  );
  return applied.filter(({ object: object2 }) => !rendered.has(object2) && !left.has(object2)).map(missingFinding);
}
function requestOf2(graph) {
  return { name: labelOf(graph, REQUEST_LABEL) ?? "" };
}
function match(requests, objects, nameOf7 = requestOf2) {
  let found = /* @__PURE__ */ new Map(), free = new Set(objects.filter((object2) => nameOf7(object2).name !== "")), byLength = requests.toSorted((a, b) => refOf(b).name.length - refOf(a).name.length);
  for (let isSame of [isEqual, isPart])
    for (let request of byLength.filter((one) => !found.has(one))) {
      let object2 = [...free].find((one) => isSame(refOf(request).name, nameOf7(one).name));
      object2 !== void 0 && (found.set(request, object2), free.delete(object2));
    }
  return found;
}
function isEqual(a, b) {
  return a === b;
}
function isPart(a, b) {
  return a.includes(b) || b.includes(a);
}
function missingFinding(resource) {
  return findingOf("GRAPH_MISSING", {
    message: `no graph of the request ${refOf(resource.object).name} comes out of the build`,
    path: "metadata.name",
    hint: "list a config with the function under transformers:, after the request under resources:",
    origin: resource.locate("metadata.name"),
    resource
  });
}

// src/commands/doctor/build.ts
import { spawn } from "node:child_process";
var MAX_SAID = 2e3, HINTS = [
  [
    /is not in or below/,
    "move the config below the folder, or give its own folder a kustomization with the config under resources: and list that folder"
  ],
  [
    /behavior must be merge or replace/,
    "a request that is its own generator stands under generators: alone; remove it from resources:"
  ]
];
function runBounded({ program, args, cwd, env, timeoutMs }) {
  return new Promise((done) => {
    let child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: !0 }), output = { stdout: [], stderr: [], bytes: 0 }, failure, stop = (why) => {
      failure ??= why, killGroup(child.pid);
    }, interrupt = () => stop("was interrupted"), timer = setTimeout(() => stop(`did not end within ${timeoutMs / 1e3} s`), timeoutMs);
    for (let signal of SIGNALS) process.once(signal, interrupt);
    for (let name of ["stdout", "stderr"])
      child[name].on("data", (chunk) => {
        output[name].push(chunk), output.bytes += chunk.length, output.bytes > STREAM_LIMITS.bytes && stop(`printed more than ${STREAM_LIMITS.bytes} bytes`);
      });
    child.on("error", (error) => stop(`did not run: ${error.message}`)), child.on("close", (code, signal) => {
      clearTimeout(timer);
      for (let one of SIGNALS) process.off(one, interrupt);
      code !== 0 && (failure ??= `ended with ${signal ?? code}`), done({ stdout: textOf5(output.stdout), stderr: textOf5(output.stderr), failure });
    });
  });
}
function explainFailure(command, { failure = "", stderr }) {
  let said = oneLine(stderr.trim()).slice(0, MAX_SAID), hint = HINTS.find(([pattern]) => pattern.test(said))?.[1];
  return { message: `${command} ${failure}${said === "" ? "" : `: ${said}`}`, hint };
}
var SIGNALS = ["SIGINT", "SIGTERM"];
function killGroup(pid) {
  if (pid !== void 0)
    try {
      process.kill(-pid, "SIGKILL");
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
}
function textOf5(chunks) {
  return Buffer.concat(chunks).toString("utf8");
}

// src/commands/doctor/examine.ts
import { join as join19, relative as relative10 } from "node:path";

// src/commands/read/config-requests.ts
function configRequests(config2, entries, reading) {
  let errors = [], requests = entries.flatMap((entry, i) => {
    let path = `spec.requests[${i}]`;
    try {
      return isObject(entry) ? [inlineRequest(config2, entry, i)] : readEntry(entry, reading);
    } catch (error) {
      let place = { path, origin: config2.locate(path) };
      return errors.push(...toFindings(error).map((finding) => toError(finding, place))), [];
    }
  });
  if (errors.length > 0) throw new RenderErrors(errors);
  return unique(requests);
}
function inlineRequest(config2, object2, position) {
  let path = `spec.requests[${position}]`;
  if (!isRequest(object2))
    throw new RenderError("CONFIG_INVALID", { message: "neither a path nor a DynamoGraphDeploymentRequest", path });
  return partOf(config2, object2, { keys: ["spec", "requests", position], path });
}
function readEntry(entry, { settings: settings2, say }) {
  let skipped2 = [], failed4 = [], fail = (error) => {
    failed4.push(error);
  }, files = findFiles([entry], settings2.root, { use: "request", warn: warnInto(skipped2, settings2), fail }), { documents, findings } = readRequests(files, settings2), errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new RenderErrors(errors.map(toCoded));
  let others = [...skipped2, ...findings];
  if (documents.length === 0) throw nothingIn(entry, failed4[0], others);
  for (let finding of others) say(finding);
  return documents.map(({ resource }) => resource);
}
function nothingIn(entry, failed4, [why]) {
  let error = failed4 ?? new RenderError("NO_REQUESTS", { message: `no DynamoGraphDeploymentRequest in ${entry}` });
  return why === void 0 ? error : new RenderError(error.code, { message: error.message, hint: `${why.origin?.file}: ${why.message}` });
}
function toCoded(finding) {
  return new RenderError(finding.code, finding);
}
function toError(finding, place) {
  let details2 = finding.origin ? finding : { ...finding, ...place };
  return toCoded({ ...finding, ...details2 });
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

// src/commands/doctor/functions.ts
import { existsSync as existsSync2 } from "node:fs";
import { join as join18 } from "node:path";
var ANNOTATIONS = ["config.kubernetes.io/function", "config.k8s.io/function"], [ANNOTATION] = ANNOTATIONS, KEYS = {
  "": ["exec", "container", "deferFailure"],
  exec: ["path", "args", "envs"],
  container: ["image", "network", "mounts", "envs"]
};
function isOurs2({ resource: { object: object2 } }) {
  return isRequest(object2) || object2.kind === CONFIG_KIND && refOf(object2).apiVersion.startsWith("dgdr-render.dev/");
}
function toProgram(listed, env) {
  let annotations = annotationsOf(listed.resource.object), key = ANNOTATIONS.find((name) => annotations[name] !== void 0);
  if (key !== void 0) return fromAnnotation(listed, key, annotations[key] ?? "");
  let plugin = pluginOf(listed, env);
  if (plugin !== void 0 && existsSync2(plugin)) return { listed, form: "plugin", name: plugin, isPlain: !1 };
  let guess = Object.keys(annotations).find((name) => nearest(name, ANNOTATIONS) !== void 0);
  return [
    guess === void 0 ? invalid4(listed, "metadata.annotations", {
      message: `${describeRef(refOf(listed.resource.object))} names no function, and there is no exec plugin of its kind`,
      hint: `annotate it with ${ANNOTATION}; see plugin/kustomize/README.md`
    }) : invalid4(listed, `metadata.annotations.${guess}`, {
      message: `kustomize does not read the annotation ${guess}`,
      hint: `write ${ANNOTATION}`
    })
  ];
}
function fromAnnotation(listed, key, text) {
  let path = `metadata.annotations.${key}`, spec = parseSpec(text);
  if (!isObject(spec)) return [invalid4(listed, path, { message: `the function is no object: ${String(spec)}` })];
  let { exec, container } = spec, unknown2 = [...unknownKeys(spec, ""), ...unknownKeys(exec, "exec"), ...unknownKeys(container, "container")];
  if (unknown2.length > 0) return unknown2.map((details2) => invalid4(listed, path, details2));
  if (isObject(exec) && typeof exec.path == "string" && exec.path !== "") {
    let isPlain2 = exec.args === void 0 && exec.envs === void 0;
    return { listed, form: "exec", name: exec.path, isPlain: isPlain2 };
  }
  return isObject(container) && typeof container.image == "string" && container.image !== "" ? { listed, form: "container", name: container.image, isPlain: !1 } : [invalid4(listed, path, { message: "the function names neither a program (exec.path) nor an image (container.image)", hint: "write exec: {path: dgdr-render-function}" })];
}
function parseSpec(text) {
  try {
    return parseStream(text, { file: "" })[0]?.resource?.object ?? text.trim();
  } catch (error) {
    return toFindings(error).map(({ message }) => message).join("; ");
  }
}
function unknownKeys(value, where) {
  let known = KEYS[where] ?? [];
  return (isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : []).map((key) => {
    let guess = nearest(key, known);
    return {
      message: `a function has no ${where === "" ? key : `${where}.${key}`}; kustomize 5 refuses it, and 4 ignores it`,
      hint: guess === void 0 ? `known are ${known.join(", ")}` : `write ${guess}`
    };
  });
}
function invalid4(listed, path, details2) {
  let { resource } = listed;
  return findingOf("FUNCTION_INVALID", { path, origin: resource.locate(path), resource, ...details2 });
}
function pluginOf({ resource }, { KUSTOMIZE_PLUGIN_HOME, XDG_CONFIG_HOME, HOME = "/" }) {
  let { apiVersion, kind } = refOf(resource.object), home = [
    KUSTOMIZE_PLUGIN_HOME,
    XDG_CONFIG_HOME && join18(XDG_CONFIG_HOME, "kustomize/plugin"),
    join18(HOME, ".config/kustomize/plugin"),
    join18(HOME, "kustomize/plugin")
  ].find((path) => path !== void 0 && path !== "" && existsSync2(path));
  return home === void 0 ? void 0 : join18(home, apiVersion, kind.toLowerCase(), kind);
}

// src/commands/doctor/repo-server.ts
import { basename as basename6, dirname as dirname12 } from "node:path";
var REPO_SERVER = "argocd-repo-server", SERVER_NAMES = [REPO_SERVER, "repo-server"], SERVER_PROGRAM = "/var/run/argocd/argocd-cmp-server", SOCKETS = "/home/argocd/cmp-server/plugins", CONFIG = "/home/argocd/cmp-server/config/plugin.yaml", USER = 999, PLUGIN = "dgdr-render", GENERATE = [PLUGIN, "argocd", "generate"], CONTAINERS = ["spec", "template", "spec"], REPO_SERVER_MENTION = new RegExp(`\\b${REPO_SERVER}\\b|\\bkind["']?\\s*:\\s*["']?ConfigMap\\b`), NEEDS = [
  {
    words: `a sidecar whose image has ${PLUGIN}, its data and kustomize, and that starts ${SERVER_PROGRAM}`,
    problem: ({ sidecar }) => {
      let [program] = commandOf(sidecar);
      return program === void 0 ? "starts what its image names" : basename6(program) === basename6(SERVER_PROGRAM) ? void 0 : `starts ${show(program)}`;
    },
    hint: `write command: [${SERVER_PROGRAM}]`
  },
  {
    words: `in it, the volume with that program at ${dirname12(SERVER_PROGRAM)}`,
    problem: ({ sidecar }) => {
      let folder = dirname12(commandOf(sidecar)[0] ?? SERVER_PROGRAM);
      return volumeAt(sidecar, folder) === void 0 ? `mounts nothing at ${folder}` : void 0;
    },
    hint: "mount the volume var-files, to which the init container of the repo server copies the program"
  },
  {
    words: `the user ${USER}, as whom the repo server opens the socket`,
    problem: ({ spec, sidecar }) => {
      let user = getIn(sidecar, "securityContext", "runAsUser") ?? getIn(spec, "securityContext", "runAsUser");
      return user === USER ? void 0 : user === void 0 ? "names no user" : `runs as ${show(user)}`;
    },
    hint: `write runAsUser: ${USER}`
  },
  {
    words: `in both containers, one volume at ${SOCKETS}, where the sidecar makes the socket ${PLUGIN}.sock`,
    problem: ({ server, sidecar }) => {
      let volume = volumeAt(sidecar, SOCKETS);
      return volume !== void 0 && volume === volumeAt(server, SOCKETS) ? void 0 : `shares no volume at ${SOCKETS} with ${REPO_SERVER}, which then finds no socket`;
    },
    hint: "mount the volume plugins there in both"
  },
  {
    words: `${CONFIG}, a ConfigManagementPlugin named ${PLUGIN}`,
    problem: ({ sidecar, plugin }) => {
      if (configMount(sidecar) === void 0) return `mounts nothing at ${CONFIG}`;
      if (plugin === void 0) return;
      let [name, version] = [getIn(plugin, "metadata", "name"), getIn(plugin, "spec", "version")];
      return plugin.kind !== "ConfigManagementPlugin" ? "has a plugin.yaml that is none" : version !== void 0 ? `makes the socket of ${PLUGIN}-${show(version)}, as spec.version is set` : name === PLUGIN ? void 0 : `makes the socket of ${show(name)}, which applications have to name`;
    },
    hint: "mount plugin.yaml of plugin/argocd as it is"
  },
  {
    words: `in that, the command that generates: [${GENERATE.join(", ")}]`,
    problem: ({ plugin }) => {
      if (plugin === void 0) return;
      let said = textsOf2(getIn(plugin, "spec", "generate", "command"));
      return GENERATE.every((word, i) => said[i] === word) ? void 0 : `generates with ${show(said.join(" "))}`;
    },
    hint: `write spec.generate.command: [${GENERATE.join(", ")}]`
  },
  {
    words: "at /tmp a volume of the sidecar alone, where repositories are unpacked",
    problem: ({ server, sidecar }) => {
      let own = volumeAt(sidecar, "/tmp"), isFixed = getIn(sidecar, "securityContext", "readOnlyRootFilesystem") === !0;
      return own === void 0 ? isFixed ? "has no /tmp to write to" : void 0 : own === volumeAt(server, "/tmp") ? "has the /tmp of the repo server" : void 0;
    },
    hint: "mount an emptyDir of its own at /tmp"
  }
];
function repoServerNeeds() {
  let rows = NEEDS.map(({ words }) => `  - ${words}
`).join(""), named2 = `  - applications that name it: spec.source.plugin.name: ${PLUGIN}
`;
  return `what Argo CD needs to render requests, all of it in plugin/argocd; doctor on the folder of your Argo CD checks it:
${rows}${named2}`;
}
function checkRepoServer(built) {
  let servers = built.flatMap((resource) => {
    let spec = getIn(resource.object, ...CONTAINERS), server = containersOf(spec).find(({ name }) => name !== void 0 && SERVER_NAMES.includes(name));
    return isObject(spec) && server !== void 0 ? [{ resource, spec, server }] : [];
  });
  if (servers.length === 0) return;
  let maps = built.map(({ object: object2 }) => object2).filter(({ kind }) => kind === "ConfigMap");
  return servers.flatMap(({ resource, spec, server }) => {
    let pod = containersOf(spec).filter((one) => one !== server).map((sidecar) => ({ spec, server, sidecar, plugin: pluginOf2(sidecar, spec, maps) })).find(isOurs3);
    return pod === void 0 ? [incomplete(resource, `no sidecar has ${PLUGIN}`, "add plugin/argocd as a component, or its values.yaml")] : NEEDS.flatMap(({ problem, hint }) => {
      let said = problem(pod);
      return said === void 0 ? [] : [incomplete(resource, `the sidecar ${show(pod.sidecar.name)} ${said}`, hint)];
    });
  });
}
function incomplete(resource, said, hint) {
  let message = `${describeRef(refOf(resource.object))}: ${said}`;
  return findingOf("PLUGIN_INCOMPLETE", { message, path: [...CONTAINERS, "containers"].join("."), hint, resource });
}
function isOurs3({ sidecar, plugin }) {
  return [
    getIn(plugin, "metadata", "name"),
    textsOf2(getIn(plugin, "spec", "generate", "command"))[0],
    ...plugin === void 0 ? [sidecar.name, sidecar.image] : []
  ].some((name) => typeof name == "string" && name.includes(PLUGIN));
}
function pluginOf2(sidecar, spec, maps) {
  let mount = configMount(sidecar), volume = objectsOf(spec.volumes).find(({ name }) => mount !== void 0 && name === mount.name), map = getIn(volume, "configMap", "name"), found = maps.find((one) => getIn(one, "metadata", "name") === map);
  if (found === void 0) return;
  let text = getIn(found, "data", typeof mount?.subPath == "string" ? mount.subPath : basename6(CONFIG));
  return typeof text == "string" ? readPlugin(text) : {};
}
function readPlugin(text) {
  try {
    let origin = { file: basename6(CONFIG), index: 0, line: 1 }, value = composeDocument(text, origin, { limits: REQUEST_LIMITS })?.value;
    return isObject(value) ? value : {};
  } catch (error) {
    if (error instanceof RenderError) return {};
    throw error;
  }
}
function configMount(container) {
  return objectsOf(container.volumeMounts).find(
    ({ mountPath }) => mountPath === CONFIG || mountPath === dirname12(CONFIG)
  );
}
function volumeAt(container, path) {
  return objectsOf(container.volumeMounts).find(({ mountPath }) => mountPath === path)?.name;
}
function containersOf(spec) {
  return objectsOf(getIn(spec, "containers"));
}
function commandOf(container) {
  return textsOf2(container.command);
}
function objectsOf(list3) {
  return Array.isArray(list3) ? list3.filter(isObject) : [];
}
function textsOf2(list3) {
  return Array.isArray(list3) ? list3.filter((one) => typeof one == "string") : [];
}

// src/commands/doctor/hosts.ts
var ALPHA_FLAG = "--enable-alpha-plugins", EXEC_FLAG = "--enable-exec", IN_FLUX = {
  why: "Flux runs no functions and no plugins",
  instead: "commit what the build prints, or push it as an artifact"
}, HOSTS = {
  kustomize: {
    program: "kustomize",
    verb: "build",
    flags: [],
    forms: { exec: [ALPHA_FLAG, EXEC_FLAG], container: [ALPHA_FLAG], plugin: [ALPHA_FLAG] },
    keepsModes: !0,
    whereFlags: "build with"
  },
  kubectl: {
    program: "kubectl",
    verb: "kustomize",
    flags: [],
    forms: {
      exec: {
        why: "kubectl starts no exec functions, with whatever flags",
        instead: "use kustomize build, the container form or an exec plugin; see plugin/kustomize/README.md"
      },
      container: [ALPHA_FLAG],
      plugin: [ALPHA_FLAG]
    },
    keepsModes: !0,
    whereFlags: "build with"
  },
  argocd: {
    program: "kustomize",
    verb: "build",
    flags: [],
    forms: {
      exec: [ALPHA_FLAG, EXEC_FLAG],
      container: {
        why: "the repo server of Argo CD has no docker",
        instead: "use the plugin of plugin/argocd, or an exec function that is on the PATH of the repo server"
      },
      plugin: [ALPHA_FLAG]
    },
    keepsModes: !1,
    plugin: { needs: repoServerNeeds, mention: REPO_SERVER_MENTION, check: checkRepoServer },
    whereFlags: "use the plugin of plugin/argocd, or set in argocd-cm kustomize.buildOptions:"
  },
  flux: {
    program: "kustomize",
    verb: "build",
    flags: ["--load-restrictor=LoadRestrictionsNone"],
    forms: { exec: IN_FLUX, container: IN_FLUX, plugin: IN_FLUX },
    keepsModes: !0,
    whereFlags: ""
  }
}, HOST_NAMES = ["kustomize", "kubectl", "argocd", "flux"];
function missingFlags(needed, given) {
  return needed.filter((flag) => {
    let said = given.filter((one) => one === flag || one.startsWith(`${flag}=`)).at(-1);
    return said === void 0 || !["", "=true", "=1", "=t"].includes(said.slice(flag.length).toLowerCase());
  });
}

// src/commands/doctor/start.ts
import { closeSync as closeSync3, openSync as openSync3, readSync, statSync as statSync3 } from "node:fs";
import { basename as basename7, isAbsolute as isAbsolute3, relative as relative9, resolve as resolve10 } from "node:path";
var DOCKER = "docker", FUNCTION_NAME = "dgdr-render-function", ON_PATH = `write path: ${FUNCTION_NAME}, and put it on the PATH of the host (npm install --global does)`, NO_DOCKER = "install docker, or use the exec form", HEAD_BYTES = 256, BINARIES = ["7f454c46", "cffaedfe", "cafebabe"];
function checkStart(program, surroundings) {
  let details2 = CHECKS[program.form](program, surroundings);
  return details2 === void 0 ? [] : [notStarted(program, details2)];
}
function notStarted({ listed: { resource } }, details2) {
  let path = "metadata.annotations";
  return findingOf("FUNCTION_NOT_STARTED", { path, origin: resource.locate(path), resource, ...details2 });
}
var CHECKS = {
  exec: checkExec,
  container: (_, { env }) => findOnPath(DOCKER, env) === void 0 ? { message: "docker is not on the PATH, and kustomize starts containers with nothing else", hint: NO_DOCKER } : void 0,
  plugin: ({ name }, { env }) => checkFile(name, name, env)
};
function checkExec({ name, listed }, { host, env, cwd }) {
  if (!name.includes("/")) {
    let found = findOnPath(name, env);
    return found !== void 0 ? checkFile(found, name, env) : { message: `${name} is not on the PATH`, hint: name === FUNCTION_NAME ? INSTALL : ON_PATH };
  }
  let path = resolve10(listed.folder, name), isRelative = !isAbsolute3(name);
  if (isRelative && !host.keepsModes)
    return { message: `Argo CD takes the permission to execute away from files, from ${name} too`, hint: ON_PATH };
  let problem = checkFile(path, isRelative ? relative9(cwd, path) : name, env);
  return problem && { ...problem, message: `${problem.message}${elsewhere(name, listed, cwd)}` };
}
var INSTALL = "install it with npm install --global, or add its folder to the PATH";
function elsewhere(name, { folder, home }, cwd) {
  let found = [home, cwd].find((start) => statSync3(resolve10(start, name), { throwIfNoEntry: !1 }) !== void 0);
  return found === void 0 || found === folder ? "" : `; there is ${relative9(cwd, resolve10(found, name))}, but a path starts at the kustomization that lists the config`;
}
function checkFile(path, shown2, env) {
  let stat = statSync3(path, { throwIfNoEntry: !1 });
  if (stat === void 0) return { message: `there is no ${shown2}`, hint: ON_PATH };
  if (!stat.isFile()) return { message: `${shown2} is no file`, hint: ON_PATH };
  if (!isExecutable(stat)) {
    let mode = (stat.mode & 511).toString(8), hint = `run git update-index --chmod=+x ${shown2}, or ${ON_PATH}`;
    return { message: `${shown2} may not be executed: its mode is ${mode}`, hint };
  }
  let head = readHead(path);
  return head && checkInterpreter(head, shown2, env);
}
function checkInterpreter(head, shown2, env) {
  if (BINARIES.includes(head.subarray(0, 4).toString("hex"))) return;
  let [, interpreter, argument] = /^#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(head.toString("latin1")) ?? [];
  if (interpreter === void 0)
    return {
      message: `${shown2} is no program: it does not start with #!`,
      hint: "write #!/usr/bin/env node on line 1"
    };
  if (statSync3(interpreter, { throwIfNoEntry: !1 }) === void 0)
    return { message: `${shown2} needs ${interpreter}, which is not there`, hint: "write #!/usr/bin/env node" };
  if (!(!(basename7(interpreter) === "env" && argument !== void 0 && !argument.startsWith("-")) || findOnPath(argument, env) !== void 0))
    return {
      message: `${shown2} needs ${argument}, which is not on the PATH`,
      hint: `put ${argument} on the PATH of the host`
    };
}
function readHead(path) {
  try {
    let file = openSync3(path, "r"), head = Buffer.alloc(HEAD_BYTES), bytes = readSync(file, head);
    return closeSync3(file), head.subarray(0, bytes);
  } catch (error) {
    if (error instanceof Error && "code" in error) return;
    throw error;
  }
}

// src/commands/doctor/examine.ts
function examine({ listed, isComplete }, { host, flags, context }) {
  let configs = listed.filter(({ role }) => role !== "resources"), ours = configs.filter(isOurs2).map((config2) => toProgram(config2, context.env)), programs = ours.filter((one) => !Array.isArray(one)), invalid5 = ours.flatMap((one) => Array.isArray(one) ? one : []), surroundings = { host, ...context }, needed = programs.flatMap(({ form }) => neededFlags(host, form));
  return {
    programs,
    findings: [
      ...invalid5,
      ...misplaced2(listed),
      ...programs.flatMap((program) => never(program, host) ?? checkStart(program, surroundings))
    ],
    missing: missingFlags([...new Set(needed)], flags),
    strangers: [
      ...new Set(configs.flatMap((config2) => strangerOf(config2, context.env))),
      ...isComplete ? [] : ["what other repositories or generated configs name"]
    ],
    requests: requestsOf2(listed, context.cwd)
  };
}
function neededFlags(host, form) {
  let flags = host.forms[form];
  return "why" in flags ? [] : flags;
}
function never({ form, listed: { resource } }, { forms }) {
  let flags = forms[form];
  return "why" in flags ? [skipped(resource, flags.why, flags.instead)] : void 0;
}
function misplaced2(listed) {
  return listed.filter((one) => one.role === "resources" && isOurs2(one) && !isRequest(one.resource.object)).map(({ resource }) => {
    if (isProjectFile(resource.origin.file))
      return skipped(resource, "the project file is no resource", PROJECT_HINT);
    let message = `${describeRef(refOf(resource.object))} is listed under resources:, where kustomize starts no function`;
    return skipped(resource, message, "list it under transformers:, or with spec.requests under generators:");
  });
}
var PROJECT_HINT = "remove it from resources:; it is found by its name";
function skipped(resource, message, hint) {
  let path = "metadata.annotations";
  return findingOf("FUNCTION_SKIPPED", { message, path, hint, origin: resource.locate(path), resource });
}
function strangerOf(listed, env) {
  let { object: object2 } = listed.resource;
  if (object2.apiVersion === "builtin") return [];
  let program = toProgram(listed, env);
  return Array.isArray(program) ? isOurs2(listed) ? [] : [describeRef(refOf(object2))] : program.form === "exec" && program.name === FUNCTION_NAME && program.isPlain ? [] : [program.name];
}
function requestsOf2(listed, cwd) {
  let requests = listed.flatMap(({ role, folder, resource }) => {
    if (role !== "resources" && role !== "generators") return [];
    if (isRequest(resource.object)) return [resource];
    let entries = getIn(resource.object, "spec", "requests");
    return role === "generators" && Array.isArray(entries) ? named(resource, entries, { folder, cwd }) : [];
  }), places = requests.map(({ origin: { file, index, line } }) => [file, index, line].join(`
`));
  return requests.filter((_, i) => places.indexOf(places[i] ?? "") === i);
}
function named(config2, entries, { folder, cwd }) {
  let known = entries.filter((entry) => typeof entry == "string" || isObject(entry));
  try {
    return configRequests(config2, known, { settings: openSettings(SILENCE, functionRoot(folder)), say: () => {
    } }).map(
      (request) => seenFrom(request, relative10(cwd, folder))
    );
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return [];
    throw error;
  }
}
function seenFrom(request, folder) {
  let move = (origin) => ({ ...origin, file: join19(folder, origin.file) });
  return { ...request, origin: move(request.origin), locate: (path) => move(request.locate(path)) };
}

// src/commands/doctor/kustomizations.ts
import { dirname as dirname13, join as join20, relative as relative11, resolve as resolve11 } from "node:path";
var FIELDS3 = {
  resources: "resources",
  bases: "resources",
  components: "resources",
  generators: "generators",
  transformers: "transformers",
  validators: "validators"
}, HARMLESS3 = ["apiVersion", "kind", "metadata", "resources", "bases"], CONCERNS_US3 = /DynamoGraphDeploymentRequest|dgdr-render\.dev/;
function readTree(folder, root) {
  if (findKustomization(folder) === void 0) {
    let message = `there is no kustomization in ${relative11(root.cwd, folder) || "."}`;
    throw new RenderError("INPUT_NOT_FOUND", { message, hint: "name the folder that is built" });
  }
  return readFolder2(folder, { root, seen: /* @__PURE__ */ new Set() });
}
var NOTHING = { listed: [], isComplete: !0 }, UNKNOWN = { listed: [], isComplete: !1 };
function all(trees) {
  return { listed: trees.flatMap(({ listed }) => listed), isComplete: trees.every(({ isComplete }) => isComplete) };
}
function readFolder2(folder, reading) {
  let { path } = at(folder, reading);
  if (path === void 0) return UNKNOWN;
  if (isSeen(path, reading)) return NOTHING;
  let kustomization = readKustomization(folder, reading);
  if (kustomization === void 0) return UNKNOWN;
  let trees = Object.entries(FIELDS3).flatMap(
    ([field, role]) => entriesOf2(kustomization.object[field]).map(
      (entry, i) => role === "resources" ? readResource(folder, entry, reading) : readConfig({ role, folder }, { entry, place: kustomization.locate(`${field}[${i}]`) }, reading)
    )
  );
  return all(trees);
}
function isSeen(key, { seen }) {
  return seen.has(key) ? !0 : (seen.add(key), !1);
}
function readKustomization(folder, reading) {
  let name = findKustomization(folder);
  return name === void 0 ? void 0 : readResources(join20(folder, name), reading)?.[0];
}
function readResource(folder, entry, reading) {
  let path = resolve11(folder, entry), { stat } = at(path, reading);
  return stat?.isDirectory() ? readFolder2(path, reading) : stat === void 0 ? UNKNOWN : list({ role: "resources", folder }, path, reading);
}
function readConfig(where, { entry, place }, reading) {
  let written = writtenOut(entry, place);
  if (written !== void 0) return { ...NOTHING, listed: [{ ...where, home: where.folder, resource: written }] };
  let path = resolve11(where.folder, entry), { stat } = at(path, reading);
  return stat?.isDirectory() ? readConfigFolder(where, path, reading) : stat === void 0 ? UNKNOWN : list(where, path, reading);
}
function readConfigFolder(where, path, reading) {
  let real = at(path, reading).path ?? path;
  if (isSeen([where.role, where.folder, real].join(`
`), reading)) return NOTHING;
  let kustomization = readKustomization(path, reading);
  if (kustomization === void 0) return UNKNOWN;
  let { object: object2 } = kustomization, trees = ["resources", "bases"].flatMap(
    (field) => entriesOf2(object2[field]).map((entry, i) => {
      let inside = { entry: join20(path, entry), place: kustomization.locate(`${field}[${i}]`) };
      return readConfig(where, inside, reading);
    })
  ), isPlain2 = Object.keys(object2).every((field) => HARMLESS3.includes(field));
  return all([...trees, isPlain2 ? NOTHING : UNKNOWN]);
}
function list(where, path, reading) {
  let resources = readResources(path, reading, where.role === "resources" ? CONCERNS_US3 : void 0);
  return resources === void 0 ? UNKNOWN : { ...NOTHING, listed: resources.map((resource) => ({ ...where, home: dirname13(path), resource })) };
}
function readResources(path, { root }, concernsUs = /^/) {
  try {
    let found = lookAt(path, root), bytes = found.path === void 0 ? void 0 : readFile(found.path, STREAM_LIMITS.bytes)?.bytes;
    if (bytes === void 0) return;
    let text = decodeUtf8(bytes, path, root.budget);
    if (!concernsUs.test(text)) return [];
    let options = { file: relative11(root.cwd, path), limits: STREAM_LIMITS, budget: root.budget };
    return parseStream(text, options).flatMap(({ resource }) => resource === void 0 ? [] : itemsOf(resource) ?? [resource]);
  } catch (error) {
    if (error instanceof RenderError || error instanceof Error && "code" in error) return;
    throw error;
  }
}
function at(path, { root }) {
  try {
    return lookAt(path, root);
  } catch (error) {
    if (error instanceof RenderError) return {};
    throw error;
  }
}
function entriesOf2(list3) {
  return Array.isArray(list3) ? list3.filter((entry) => typeof entry == "string") : [];
}
function writtenOut(entry, { file, line = 1 }) {
  if (!entry.includes(":")) return;
  let origin = { file, index: 0, line: line + (entry.includes(`
`) ? 1 : 0) };
  try {
    let composed = composeDocument(entry, origin, { limits: REQUEST_LIMITS });
    return composed && isObject(composed.value) && isResource(composed.value) ? { ...composed, object: composed.value, source: file } : void 0;
  } catch (error) {
    if (error instanceof RenderError) return;
    throw error;
  }
}
function isResource({ kind, apiVersion }) {
  return typeof kind == "string" && typeof apiVersion == "string";
}

// src/commands/doctor/release.ts
var ASK = {
  kustomize: ["version"],
  kubectl: ["version", "--client"]
}, SAYS = {
  kustomize: /v(\d+)\.(\d+)\.\d+/,
  kubectl: /Kustomize Version: v(\d+)\.(\d+)\.\d+/
}, TRIED = { strictSince: 5, newest: 5 };
async function askRelease(program, call) {
  let { stdout } = await runBounded({ ...call, args: ASK[program] });
  return /v\d.*/.exec(SAYS[program].exec(stdout)?.[0] ?? "")?.[0];
}
function checkRelease(release) {
  let major = Number(/^v(\d+)/.exec(release ?? "")?.[1]);
  if (major < TRIED.strictSince) {
    let message = `kustomize ${release} ignores what it does not know in a function, and was last tried at v4.5.7`;
    return [findingOf("KUSTOMIZE_UNTRIED", { message, hint: "use kustomize 5" })];
  }
  if (major > TRIED.newest) {
    let message = `kustomize ${release} is newer than any that was tried, and functions are still alpha in 5`;
    return [findingOf("KUSTOMIZE_UNTRIED", { message, hint: "compare with what kustomize 5 builds" })];
  }
  return [];
}

// src/commands/doctor/doctor.ts
var DOCTOR = {
  name: "doctor",
  synopsis: "[DIR] [-- FLAGS...]",
  summary: "Builds a kustomization as a host does, and says why its requests are not rendered.",
  details: `Runs kustomize build or kubectl kustomize on DIR (default: this folder) with the FLAGS that you use.
A build starts the functions that the kustomization names, whoever wrote it, where FLAGS allow that.
Flags that are missing are tried too, but only where nothing but dgdr-render-function of the PATH
would be started. Nothing is written.
With --host argocd it says what the plugin of plugin/argocd needs on the repo server, and on the folder of
an installation of Argo CD what of that is missing; requests that the build leaves are for the plugin then.
`,
  options: {
    host: { type: "string", value: "NAME", help: `what builds: ${HOST_NAMES.join(", ")}; else what is on the PATH` },
    timeout: { type: "string", value: "SECONDS", help: "how long a build may take, 60 by default" },
    ...REPORT_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => doctor(args, context))
}, TIMEOUT_SECONDS = "60", UNRENDERED = ["GRAPH_MISSING", "REQUEST_LEFT"], BUILT_OPTIONS = { target: void 0, isStrict: !1 }, PLUGINS_OFF2 = /external plugins disabled/, DOCKER_FAILED = /^docker: (.*)/m;
async function doctor(args, context) {
  let wanted = toWanted(args, context), { host, flags, timeoutMs } = wanted, folder = resolve12(context.cwd, wanted.dir), root = buildRoot(context.cwd, folder);
  if (isPlainFor(host, folder, root)) return toOutcome([], "", plainNotes(wanted));
  let examined = examine(readTree(folder, root), { host, flags, context }), program = findOnPath(host.program, context.env);
  if (program === void 0) return toOutcome([noProgram(host), ...examined.findings], "", host.plugin?.needs() ?? "");
  let call = { program, cwd: context.cwd, env: context.env, timeoutMs }, release = await askRelease(host.program, call), build = (all2) => runBounded({ ...call, args: [host.verb, ...all2, folder] }), given = await build(flags), tried = examined.missing.length > 0 && examined.strangers.length === 0 ? await build([...flags, ...examined.missing]) : void 0, findings = [...checkRelease(release), ...examined.findings, ...judge({ wanted, examined, given, tried })];
  return toOutcome(findings, summarize2(wanted, examined, { given, release }), needsOf(wanted, tried ?? given));
}
function isPlainFor({ plugin }, folder, root) {
  return plugin !== void 0 && lookAt(folder, root).stat?.isDirectory() === !0 && !findKustomization(folder);
}
function plainNotes({ host, dir }) {
  return `${dir} has no kustomization; dgdr-render argocd generate in it prints what the plugin renders
` + (host.plugin?.needs() ?? "");
}
function needsOf({ host: { plugin } }, ran) {
  if (plugin === void 0) return "";
  let lacks = ran.failure === void 0 ? lacksOf(plugin, ran) : void 0;
  return lacks === void 0 ? plugin.needs() : lacks.length === 0 ? `the repo server has what the plugin needs
` : "";
}
function lacksOf({ mention, check: check2 }, { stdout }) {
  return check2(readMentioning2(mention, Buffer.from(stdout), { file: "build", budget: newBudget() }));
}
function toWanted(args, { cwd, env }) {
  let { dir, own } = dirAndFlags(args.positionals), seconds = args.text("timeout") ?? TIMEOUT_SECONDS;
  if (!/^[1-9]\d{0,4}$/.test(seconds)) throw new UsageError(`--timeout ${seconds} is not a whole number above 0`);
  let hasOnlyKubectl = findOnPath("kustomize", env) === void 0 && findOnPath("kubectl", env) !== void 0, hostName = oneOf(args, "host", HOST_NAMES) ?? (hasOnlyKubectl ? "kubectl" : "kustomize"), host = HOSTS[hostName], shown2 = relative12(cwd, resolve12(cwd, dir)) || ".";
  return { hostName, host, dir: shown2, flags: [...host.flags, ...own], timeoutMs: Number(seconds) * 1e3 };
}
function dirAndFlags(positionals) {
  let [first = ".", ...rest] = positionals, [dir, own] = first.startsWith("-") ? [".", positionals] : [first, rest];
  if (own[0] !== void 0 && !own[0].startsWith("-")) throw new UsageError("one folder was expected; flags follow --");
  let output = own.find((flag) => /^(-o|--output(=|$))/.test(flag));
  if (output !== void 0) throw new UsageError(`the build has to print what it makes, without ${output}`);
  return { dir, own };
}
function judge(builds) {
  let { wanted, examined, given, tried } = builds, off = switchedOff(builds), last = tried ?? given, isExplained = examined.findings.length > 0 || tried === void 0 && PLUGINS_OFF2.test(given.stderr);
  if (last.failure !== void 0) return [...off, ...isExplained ? [] : [failed3(last, wanted, examined)]];
  if (off.length > 0 && tried === void 0) return off;
  let built = builtOf(last), objects = built.map(({ object: object2 }) => object2), found = [...missingGraphs(examined.requests, objects), ...checkBuilt(built, BUILT_OPTIONS).map(byName)], { plugin } = wanted.host, installed = plugin === void 0 ? [] : lacksOf(plugin, last) ?? [], isExcused = examined.findings.length > 0 || plugin !== void 0 && examined.programs.length === 0;
  return [...off, ...installed, ...found.filter(({ code }) => !isExcused || !UNRENDERED.includes(code))];
}
function byName(finding) {
  let name = finding.resource === void 0 ? "the build" : describeRef(refOf(finding.resource.object));
  return { ...finding, message: `${name}: ${finding.message}`, origin: void 0 };
}
function switchedOff({ wanted, examined: { missing: missing2, strangers, programs }, given, tried }) {
  let [first] = programs;
  if (first === void 0 || missing2.length === 0) return [];
  let names = missing2.join(" "), other = tried === void 0 ? `a build with ${names} was not tried, as it would start ${strangers.join(", ")} too` : `with ${names} it ${describeBuild(tried)}`, message = `without ${names} the function is not started and the build ${describeBuild(given)}; ${other}`;
  return [skipped(first.listed.resource, message, `${wanted.host.whereFlags} ${names}`)];
}
function describeBuild(ran) {
  return ran.failure === void 0 ? `succeeds with ${countGraphs(ran)}` : "fails";
}
function failed3(ran, { host, dir }, { programs }) {
  let container = programs.find(({ form }) => form === "container"), docker = DOCKER_FAILED.exec(ran.stderr)?.[1];
  if (container !== void 0 && docker !== void 0) {
    let message2 = `docker does not start ${container.name}: ${docker}`;
    return notStarted(container, { message: message2, hint: "start docker, make the image reachable, or use the exec form" });
  }
  let { message, hint } = explainFailure(`${host.program} ${host.verb} ${dir}`, ran);
  return findingOf("BUILD_FAILED", { message, hint });
}
function noProgram({ program }) {
  let hint = `install ${program}, or choose another host with --host`;
  return findingOf("INPUT_NOT_FOUND", { message: `${program} is not on the PATH`, hint });
}
function toOutcome(findings, summary2, needs) {
  return { findings, output: "", notes: (exitCodeOf(findings) === 0 ? summary2 : "") + needs };
}
function summarize2({ hostName, host, flags, dir }, { programs }, { given, release }) {
  let version = release === void 0 ? "" : ` (kustomize ${release})`, line = `${[host.program, host.verb, ...flags, dir].join(" ")}${version}: ${countGraphs(given)}${countLeft(host, given)}
`, others = HOST_NAMES.filter((name) => name !== hostName).join(", ");
  return programs.length === 0 ? line : `${line}hosts differ; ask for yours with --host ${others}
`;
}
function countGraphs(ran) {
  return counted(builtGraphs(builtOf(ran).map(({ object: object2 }) => object2)).length, "graph");
}
function countLeft({ plugin }, ran) {
  let count = plugin === void 0 ? 0 : builtOf(ran).filter(({ object: object2 }) => isRequest(object2)).length;
  return count === 0 ? "" : `, ${counted(count, "request")} for the plugin`;
}
function builtOf({ stdout }) {
  return readBuilt(Buffer.from(stdout), "build", newBudget());
}

// src/krm/resource-list.ts
var import_yaml = __toESM(require_dist(), 1);

// src/krm/cut-list.ts
var ITEMS = /^items:[ \t]*(?:#.*)?\r?\n?$/, NO_ITEMS = `items: []
`, FIELD = /^[A-Za-z]+:(?=[ \t\r\n]|$)/, FIRST = /^( *)- +[A-Za-z]+:(?=[ \t\r\n]|$)/, SILENT = /^[ \t]*(?:#.*)?\r?\n?$/, OTHER_LINE_END = /\r(?!\n)|[\x85\u2028\u2029]/;
function cutList(text, onItem) {
  if (OTHER_LINE_END.test(text)) return;
  let places = placesOf(text, onItem);
  if (places?.start === void 0) return;
  let { start, end = text.length, starts } = places;
  return refersAcross(text, [...starts, end]) ? void 0 : { head: `${text.slice(0, start)}${NO_ITEMS}${text.slice(end)}`, starts, end };
}
function placesOf(text, onItem) {
  let places = { start: void 0, end: void 0, indent: void 0, starts: [] };
  for (let line of linesOf(text))
    if (!(places.start !== void 0 && places.end === void 0 ? addToItems(line, places, onItem) : addToHead(line, places))) return;
  return places;
}
function addToHead({ line, offset }, places) {
  if (!ITEMS.test(line)) return FIELD.test(line) || SILENT.test(line) || /^[ \t]/.test(line);
  let isFirst = places.start === void 0;
  return places.start = offset, isFirst;
}
function addToItems({ line, offset }, places, onItem) {
  if (FIELD.test(line))
    return places.end = offset, !ITEMS.test(line);
  let indent = FIRST.exec(line)?.[1]?.length;
  return places.indent ??= indent, indent !== void 0 && indent === places.indent ? (onItem(), places.starts.push(offset), !0) : SILENT.test(line) ? !0 : places.indent !== void 0 && line.search(/[^ ]/) > places.indent;
}
var MARK = /(?<=^|[\s[\]{},:])([&*])([^\s[\]{},]+)/gm, MOST_MARKS = 1e5;
function refersAcross(text, places) {
  let aliases = [], anchors = /* @__PURE__ */ new Map(), part = 0, count = 0;
  for (let { index, 1: mark, 2: name = "" } of text.matchAll(MARK)) {
    if (count += 1, count > MOST_MARKS) return !0;
    for (; (places[part] ?? Number.POSITIVE_INFINITY) <= index; ) part += 1;
    mark === "*" ? aliases.push({ part, name }) : anchors.set(name, (anchors.get(name) ?? /* @__PURE__ */ new Set()).add(part));
  }
  return aliases.some((alias) => anchors.get(alias.name)?.has(alias.part) === !1);
}

// src/krm/resource-list.ts
var VERSIONS = ["config.kubernetes.io/v1", "config.kubernetes.io/v1beta1"], EMPTY_LIST = { apiVersion: VERSIONS[0], items: [], functionConfig: void 0 };
function parseResourceList(text, { budget = newBudget(), concernsUs = /^/ } = {}) {
  if (Buffer.byteLength(text) > STREAM_LIMITS.bytes)
    throw new RenderError("INPUT_TOO_LARGE", { message: `a ResourceList of more than ${STREAM_LIMITS.bytes} bytes` });
  let cut = cutList(text, () => takePart(budget, NOWHERE2));
  if (cut === void 0) return readWhole(text, budget);
  let { apiVersion, functionConfig } = readHead2(compose(cut.head, 1, budget)), pieces = cutAt(text, cut.starts, { isRead: concernOf(concernsUs, functionConfig), end: cut.end });
  takeDocuments(budget, pieces.filter(({ isRead }) => isRead).length, NOWHERE2);
  let items = pieces.map((one) => one.isRead ? readItem(one, budget) : { resource: void 0, text: one.text });
  return { apiVersion, functionConfig, items };
}
function readWhole(text, budget) {
  let composed = compose(text, 1, budget), { apiVersion, functionConfig, items } = readHead2(composed);
  takeDocuments(budget, items.length, NOWHERE2);
  let root = (0, import_yaml.isMap)(composed?.document.contents) ? composed.document.contents : void 0, list3 = composed && !hasAliases(composed.document) ? root?.get("items", !0) : void 0, nodes = (0, import_yaml.isSeq)(list3) ? list3.items : [], texts = (0, import_yaml.isSeq)(list3) ? itemTexts(text, list3) : void 0, read2 = items.map((object2, position) => ({ resource: toResource(object2, nodes[position], position), text: texts?.[position] }));
  return { apiVersion, functionConfig, items: read2 };
}
function compose(text, line, budget) {
  return composeDocument(text, { file: "", index: 0, line }, { limits: STREAM_LIMITS, keepsTokens: !0, budget });
}
function readHead2(composed) {
  let value = composed?.value;
  if (!isObject(value) || value.kind !== "ResourceList") throw notAList("stdin holds no ResourceList");
  let { apiVersion, items = [], functionConfig } = value;
  if (typeof apiVersion != "string" || !VERSIONS.includes(apiVersion))
    throw notAList(`a ResourceList of ${VERSIONS.join(" or ")} was expected, not ${JSON.stringify(apiVersion)}`);
  if (!Array.isArray(items) || !items.every(isObject)) throw notAList(NO_OBJECTS);
  if (functionConfig != null && !isObject(functionConfig)) throw notAList("functionConfig is not an object");
  return {
    apiVersion,
    items,
    functionConfig: isObject(functionConfig) ? toResource(functionConfig, void 0, 0) : void 0
  };
}
var NOWHERE2 = { file: "", index: 0 }, NO_OBJECTS = "items is not a list of objects";
function readItem({ text, line, position }, budget) {
  let composed = compose(text, line, budget), [object2, another] = Array.isArray(composed?.value) ? composed.value : [];
  if (composed === void 0 || !isObject(object2) || another !== void 0) throw notAList(NO_OBJECTS);
  let list3 = composed.document.contents, [node] = (0, import_yaml.isSeq)(list3) && !hasAliases(composed.document) ? list3.items : [];
  return { resource: toResource(object2, node, position), text };
}
function concernOf(concernsUs, config2) {
  let own = config2 && refOf(config2.object);
  return (text) => concernsUs.test(text) || own !== void 0 && text.includes(own.kind) && text.includes(own.name);
}
function itemsBesidesConfig({ items, functionConfig }) {
  let own = functionConfig && identityOf(functionConfig.object);
  return items.filter(({ resource }) => resource === void 0 || identityOf(resource.object) !== own);
}
function readItems(items) {
  return items.filter((item) => item.resource !== void 0);
}
function toResource(object2, node, position) {
  let place = placeOf(object2), origin = place ? { file: place.path, index: place.index } : { file: "", index: position }, document = emptyDocument();
  return document.contents = node ?? document.createNode(object2, { aliasDuplicateObjects: !1 }), { object: object2, document, origin, source: origin.file, locate: () => origin };
}
function hasAliases(document) {
  let found = !1;
  return (0, import_yaml.visit)(document, {
    Alias() {
      return found = !0, import_yaml.visit.BREAK;
    }
  }), found;
}
function itemTexts(text, list3) {
  if (list3.srcToken?.type !== "block-seq") return;
  let dashes = list3.srcToken.items.map(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset), starts = dashes.map((offset = 0) => text.lastIndexOf(`
`, offset) + 1);
  return starts.every((start, i) => /^ *$/.test(text.slice(start, dashes[i]))) ? starts.map((start, i) => text.slice(start, starts[i + 1] ?? list3.range?.[2])) : void 0;
}
function notAList(message) {
  return new RenderError("RESOURCE_LIST_INVALID", {
    message,
    hint: "the function reads a ResourceList on stdin; to render files call `dgdr-render render FILE`"
  });
}

// src/request/function-config.ts
var PAIR_PATHS = pathsOf("function").filter((path) => defaultRow(path).kind.fromPair !== void 0);
function parseFunctionConfig(config2) {
  let isPairs = config2?.object.kind === "ConfigMap" && config2.object.apiVersion === "v1", prefix = isPairs ? "data" : "spec", spec = config2 === void 0 ? {} : isPairs ? fromPairs(config2) : fromSpec(config2);
  return checkConfig({ form: "function", spec, prefix, config: config2 });
}
function fromSpec(config2) {
  let what = `${show(config2.object.apiVersion ?? null)} ${show(config2.object.kind ?? null)}`, expected = `${CONFIG_API_VERSION} ${CONFIG_KIND}, a ${REQUEST_KIND} or a ConfigMap was expected`;
  return specOf(config2, `the function config is ${what}; ${expected}`);
}
function fromPairs(config2) {
  let { data = {} } = config2.object;
  if (!isObject(data)) throw invalid("data is not an object", "data", config2);
  return Object.entries(data).reduce((spec, [key, value]) => {
    let path = PAIR_PATHS.find((known) => known === key), read2 = path && defaultRow(path).kind.fromPair;
    if (!read2) throw invalid(`${key} is not an option; known: ${PAIR_PATHS.join(", ")}`, `data.${key}`, config2);
    if (typeof value == "object") throw invalid("a text was expected", `data.${key}`, config2);
    return updateIn(spec, key.split("."), () => read2(String(value)));
  }, {});
}

// src/krm/emit-resource-list.ts
var import_yaml2 = __toESM(require_dist(), 1);
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
  for (let path of [["metadata"], ["metadata", "annotations"]])
    (0, import_yaml2.isMap)(document.getIn(path, !0)) || document.setIn(path, document.createNode({}));
  return document.setIn(["metadata", "annotations", LOCAL_CONFIG], "true"), { resource: { ...resource, document }, text: void 0 };
}
function itemText(item, indent) {
  if (!isListItem(item)) return asListElement(emitYaml(item), indent);
  let text = item.text ?? asListElement(writeItem(item), indent);
  return text.endsWith(`
`) ? text : `${text}
`;
}
function writeItem({ resource, text = "" }) {
  return resource === void 0 ? text : resource.document.toString(DOCUMENT_STYLE);
}
function asListElement(yaml, indent) {
  return yaml.replace(/\n$/, "").split(`
`).map((line, i) => i === 0 ? `${indent}- ${line}
` : line === "" ? `
` : `${indent}  ${line}
`).join("");
}
function dashIndent(text) {
  return text === void 0 ? void 0 : /^ */.exec(text)?.[0];
}
function isListItem(item) {
  return "resource" in item && "text" in item;
}

// src/commands/function/items.ts
function answerItems(items, graphs, keepsRequests) {
  let objects = readItems(items).map(({ resource }) => resource.object), { inPlace, following } = placeDocuments(objects, graphs), nextPlace = placer(items), answered = items.flatMap((item) => {
    if (item.resource === void 0) return [item];
    let { object: object2 } = item.resource, replacement = inPlace.get(object2);
    return replacement ? replacement.map((one) => finish(one, nextPlace)) : [...isRequest(object2) ? keepsRequests ? [markLocalConfig(item)] : [] : [withoutProject(item)], ...(following.get(object2) ?? []).map((one) => finish(one, nextPlace))];
  }), present = new Set(objects), generated = [...following].flatMap(([request, documents]) => present.has(request) ? [] : documents);
  return [...answered, ...generated.map((one) => finish(one, nextPlace))];
}
function withoutProject(item) {
  if (item.resource === void 0) return item;
  let { apiVersion, kind } = item.resource.object;
  return apiVersion === CONFIG_API_VERSION && kind === CONFIG_KIND ? markLocalConfig(item) : item;
}
function openLists(items) {
  return items.flatMap((item, position) => {
    if (item.resource === void 0) return [item];
    let opened = itemsOf(item.resource) ?? [];
    return opened.some(({ object: object2 }) => isRequest(object2)) ? opened.map(({ object: object2 }, i) => ({ resource: toResource(placedLike(item, object2, i), void 0, position), text: void 0 })) : [item];
  });
}
function placedLike({ resource: list3 }, object2, offset) {
  let place = hasPath(list3.object) ? placeOf(list3.object) : void 0;
  return place === void 0 ? object2 : withAnnotations(object2, placeAnnotations(place.path, place.index + offset));
}
function finish({ document, rendered, replaces }, place) {
  let { request, form, isApplied } = rendered, review2 = isApplied ? {} : { [LOCAL_CONFIG]: "true" };
  return withAnnotations(document, {
    ...review2,
    ...replaces ? bookkeepingOf(replaces) : place(request.object, form)
  });
}
function placer(items) {
  let taken = new Set(readItems(items).map(({ resource }) => placeKey(placeOf(resource.object)))), next = /* @__PURE__ */ new Map();
  return (request, form) => {
    let place = placeOf(request);
    if (place === void 0 || !hasPath(request)) return {};
    let path = fileBeside(form, place.path), index = next.get(path) ?? 0;
    for (; taken.has(placeKey({ path, index })); ) index += 1;
    return next.set(path, index + 1), placeAnnotations(path, index);
  };
}
function placeKey(place) {
  return place ? `${place.path}
${place.index}` : "";
}

// src/krm/plain-list.ts
function parsePlainList(config2, stream, options = {}) {
  let { budget = newBudget(), concernsUs = /^/ } = options, [given, ...others] = readItems(readResources2(config2, { file: "config", budget }));
  if (given === void 0 || others.length > 0)
    throw new RenderError("CONFIG_INVALID", {
      message: `the config file holds ${given === void 0 ? "no resource" : `${others.length + 1} resources`}, not one`,
      hint: "pass a file with one RenderDGDR or request; to render files call `dgdr-render render FILE`"
    });
  let { resource: functionConfig } = given, mustMention = concernOf(concernsUs, functionConfig);
  return { ...EMPTY_LIST, items: readResources2(stream, { file: "stdin", budget, mustMention }), functionConfig };
}
function emitPlainList(items) {
  return joinStream(items.map((item) => isListItem(item) ? item.text ?? writeItem(item) : emitYaml(item)));
}
function readResources2(text, options) {
  let { mustMention: isRead = () => !0 } = options, isAlone = (own) => !own.includes("kind");
  return parseStream(text, { ...options, isAlone, limits: STREAM_LIMITS }).flatMap(
    ({ text: own, resource }, position) => {
      if (resource === void 0) return isRead(own) || isAlone(own) ? [] : [{ resource: void 0, text: own }];
      let node = resource.document.contents ?? void 0;
      return [{ resource: toResource(resource.object, node, position), text: own }];
    }
  );
}

// src/commands/function/wire.ts
var CONCERNS_US4 = /DynamoGraphDeployment|dgdr|planner-config-|\.dgd\./, FUNCTION = {
  read: (stdin, { budget }) => parseResourceList(stdin, { budget, concernsUs: CONCERNS_US4 }),
  write: ({ apiVersion }, answer2) => emitResourceList({ apiVersion, ...answer2 })
};
function wireOf(positionals, configRoot) {
  let [config2, ...others] = positionals;
  if (config2 === void 0) return FUNCTION;
  if (others.length > 0) throw new UsageError("one file with the config was expected, or nothing");
  return {
    read: (stdin, root) => parsePlainList(readConfig2(config2, configRoot), stdin, { budget: root.budget, concernsUs: CONCERNS_US4 }),
    write: (_, { items, findings }) => exitCodeOf(findings) === 0 ? emitPlainList(items) : ""
  };
}
function readConfig2(path, root) {
  let found = findOne(path, root), read2 = found.stat.isFile() ? readFile(found.path, STREAM_LIMITS.bytes) : void 0;
  if (read2 === void 0) throw new UsageError(`${path} is no file with a config`);
  return requireSize(read2.size, STREAM_LIMITS, { file: path, index: 0 }), decodeUtf8(read2.bytes ?? Buffer.alloc(0), path, root.budget);
}

// src/commands/function/function.ts
var FUNCTION2 = {
  name: "function",
  synopsis: "[CONFIG]",
  summary: "Renders as a KRM function, for kustomize and kpt.",
  details: `Reads a ResourceList on stdin and answers with one on stdout: as a transformer it renders the requests
among the items, as a generator those that its config names. With a file CONFIG, as kustomize starts
exec plugins, resources come and go as plain YAML.
`,
  options: JOBS_OPTION,
  run: runFunction
};
async function runFunction(args, context) {
  let { positionals } = args, root = functionRoot(context.cwd), wire = wireOf(positionals, { ...commandLineRoot(context.cwd), budget: root.budget }), call = { wire, root, context, jobs: jobsOf(args) }, { list: list3, answer: answer2 } = await answerBytes(await context.readStdin(), call);
  return context.stdout(wire.write(list3, answer2)), context.stderr(reportText(answer2.findings, context)), exitCodeOf(answer2.findings);
}
async function answerBytes(bytes, call) {
  let { wire, root } = call, list3 = EMPTY_LIST;
  try {
    return list3 = wire.read(decodeUtf8(bytes, "stdin", root.budget), root), { list: list3, answer: await answerList(list3, call) };
  } catch (error) {
    return { list: list3, answer: { items: list3.items, findings: aboutConfig(toFindings(error), list3.functionConfig) } };
  }
}
async function answerList(list3, { root, context, jobs }) {
  let opened = { ...list3, items: openLists(list3.items) }, config2 = configOf(list3), settings2 = settingsFor(list3, config2, root), { requests, read: read2 } = toTask(opened, config2, settings2);
  if (requests.length === 0)
    return { items: exitCodeOf(read2.findings) !== 0 ? list3.items : list3.items.map(withoutProject), findings: read2.findings };
  let terms = withTerms(requests, settings2, context), lock3 = { locks: read2.locks, whenUnlocked: "warn", isLocking: !1 }, options = { termsOf: terms.termsOf, lock: lock3 }, { graphs, findings } = await renderInThreads(terms.requests, options, { context, jobs }), all2 = sayOnce([...terms.findings, ...read2.findings, ...findings]);
  return exitCodeOf(all2) !== 0 ? { items: list3.items, findings: all2 } : { items: answerItems(opened.items, graphs, config2.keepRequests ?? !0), findings: all2 };
}
function configOf({ functionConfig }) {
  return parseFunctionConfig(functionConfig && isRequest(functionConfig.object) ? void 0 : functionConfig);
}
function settingsFor({ functionConfig }, config2, root) {
  return openSettings(
    hostLayer(config2, () => "the function's config", "function"),
    root,
    (models) => models.map((model, i) => {
      let field = `spec.models[${i}].${model.config === void 0 ? "like" : "config"}`;
      return { ...model, field, origin: functionConfig?.locate(field) };
    })
  );
}
function toTask(list3, { requests: named2 }, settings2) {
  let { functionConfig } = list3, fromFiles = (requests2, said2 = []) => {
    let { locks, findings } = readLocksBeside(requests2, settings2.root);
    return { requests: requests2, read: { locks, findings: [...said2, ...findings] } };
  };
  if (functionConfig && isRequest(functionConfig.object)) return fromFiles([ownItem(list3, functionConfig)]);
  let others = itemsBesidesConfig(list3);
  if (named2 === void 0 || functionConfig === void 0) {
    if (others.length === 0 && functionConfig?.object.kind === CONFIG_KIND) throw withoutRequests(functionConfig);
    let known = readItems(others), items = known.filter(({ resource }) => isRequest(resource.object)), near = nearMisses(
      known.map(({ resource }) => resource),
      strictlyAt(settings2)
    );
    for (let item of items) requireRequestSize(item);
    let requests2 = items.map(({ resource }) => resource);
    addFor(settings2.root.budget, requests2.length);
    let { locks, findings } = locksAmong(known.map(({ resource }) => resource));
    return { requests: requests2, read: { locks, findings: [...near, ...findings] } };
  }
  if (others.length > 0) throw asTransformer(functionConfig);
  let said = [], requests = configRequests(functionConfig, named2, { settings: settings2, say: (finding) => said.push(finding) });
  return fromFiles(requests, said);
}
function requireRequestSize({ resource, text }) {
  requireSize(Buffer.byteLength(text ?? JSON.stringify(resource.object)), REQUEST_LIMITS, resource.origin);
}
function ownItem(list3, functionConfig) {
  let others = new Set(itemsBesidesConfig(list3));
  return list3.items.find((item) => !others.has(item))?.resource ?? functionConfig;
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

// src/cluster/gpu-nodes.ts
var GPU_LABELS = {
  product: "nvidia.com/gpu.product",
  count: "nvidia.com/gpu.count",
  memory: "nvidia.com/gpu.memory"
}, PARTS = [
  {
    reason: "partitioned (MIG)",
    isSo: ({ labels }) => /-MIG-/i.test(labels[GPU_LABELS.product] ?? "") || Object.entries(labels).some(([key, value]) => /^nvidia\.com\/mig-.*\.count$/.test(key) && Number(value) > 0)
  },
  {
    reason: "shared (time slicing or MPS)",
    isSo: ({ labels }) => /-SHARED$/i.test(labels[GPU_LABELS.product] ?? "") || Number(labels["nvidia.com/gpu.replicas"] ?? 1) > 1
  }
];
function sortNodes(nodes) {
  let usable = [], skipped2 = [];
  for (let node of nodes) {
    if (!hasGpus(node)) continue;
    let part = PARTS.find(({ isSo }) => isSo(node))?.reason, reason = part ?? flawOf(node);
    reason === void 0 ? usable.push(toGpuNode(node)) : skipped2.push({ node, reason, isPart: part !== void 0 });
  }
  return { usable, skipped: skipped2 };
}
function hasGpus({ labels, capacity }) {
  return capacity > 0 || Object.values(GPU_LABELS).some((key) => labels[key] !== void 0);
}
function flawOf({ labels }) {
  let flaw = Object.values(GPU_LABELS).find(
    (key) => key === GPU_LABELS.product ? (labels[key] ?? "") === "" : !/^[1-9]\d{0,8}$/.test(labels[key] ?? "")
  );
  return flaw === void 0 ? void 0 : `without a usable label ${flaw}`;
}
function toGpuNode(node) {
  let { [GPU_LABELS.product]: product = "", [GPU_LABELS.count]: count, [GPU_LABELS.memory]: memory } = node.labels;
  return { node, product, count: Number(count), memoryMib: Number(memory) };
}

// src/cluster/gpu-findings.ts
var MOST_NAMES = 5;
function requireGpus({ usable, skipped: skipped2 }, nodes) {
  if (usable.length > 0) return;
  let fail = (message, hint) => new RenderError("GPU_NODES_MISSING", { message, hint });
  if (nodes.length === 0) throw fail("no node was found", "check --node-selector and --context");
  let labels = Object.values(GPU_LABELS).join(", ");
  throw fail(
    skipped2.length === 0 ? `there are no GPUs on ${counted(nodes.length, "node")}, or no labels that tell of them` : `no node can be planned with; ${reasonsOf(skipped2).join("; ")}`,
    skipped2.some(({ isPart: isPart2 }) => isPart2) ? "offer whole GPUs on some nodes, or write spec.hardware by hand" : `install NVIDIA's GPU feature discovery, which sets ${labels}, or write spec.hardware by hand`
  );
}
function unknownGpu({ product, count, memoryMib }, others) {
  let rest = others.length === 0 ? "" : `; besides: ${describe2(others)}`;
  return new RenderError("GPU_UNKNOWN", {
    message: `no release of Dynamo has a SKU for ${product} (${count} a node, ${memoryMib} MiB)${rest}`,
    hint: selectorFor(others) ?? "write spec.hardware by hand, with the SKU that comes closest and vramMb"
  });
}
function warnAboutSkipped(skipped2, warn) {
  for (let message of reasonsOf(skipped2))
    warn("GPU_NODES_SKIPPED", { message, hint: "choose the nodes with --node-selector" });
}
function warnAboutType({ product }, { sku, isAssumed }, warn) {
  isAssumed && warn("GPU_FORM_ASSUMED", {
    path: "hardware.gpuSku",
    message: `${product} leaves open whether it is an SXM module or a PCIe card; ${sku} is what the operator takes it for`,
    hint: "change gpuSku if the boards are others"
  }), firstRelease(({ skus }) => skus.includes(sku)) === void 0 && warn("SKU_UNKNOWN_TO_OPERATOR", {
    path: "hardware.gpuSku",
    message: `gpuSku ${sku} is known here, but no operator accepts it in a request`,
    hint: "render the graph here and do not apply the request itself to a cluster"
  });
}
function warnAboutOthers(others, warn) {
  others.length !== 0 && warn("GPU_NODES_DIFFER", {
    message: `there are other GPUs too, which are not counted: ${describe2(others)}`,
    hint: selectorFor(others) ?? "nothing can be rendered for them as long as they have no SKU"
  });
}
function warnAboutCounts(best, counted2, warn) {
  let fewer = counted2.filter(({ count }) => count !== best.count);
  if (fewer.length === 0) return;
  let total = counted2.reduce((sum2, { count }) => sum2 + count, 0);
  warn("GPU_NODES_DIFFER", {
    message: `${nodesOf(fewer)} with fewer than ${best.count} GPUs: ${total} GPUs in all, where the operator would count ${best.count * counted2.length}`,
    hint: `workers of ${best.count} GPUs do not fit there: choose the nodes with --node-selector`
  });
}
function warnAboutUnavailable(counted2, warn) {
  let unavailable = counted2.filter(({ node }) => !node.isAvailable);
  unavailable.length !== 0 && warn("GPU_NODES_UNAVAILABLE", {
    message: `counted, as the operator does, though not ready or cordoned: ${nodesOf(unavailable)}`,
    hint: "lower totalGpus if they do not come back"
  });
}
function warnAboutTotal(total, most, warn) {
  total <= most || warn("GPU_TOTAL_CUT", {
    path: "hardware.totalGpus",
    message: `the nodes have ${total} GPUs; totalGpus is ${most}, as the operator plans with no more by itself`,
    hint: `set totalGpus to ${total} to plan with all of them`
  });
}
function reasonsOf(skipped2) {
  return [...new Set(skipped2.map(({ reason }) => reason))].map((reason) => `${nodesOf(skipped2.filter((one) => one.reason === reason))} left out, ${reason}`);
}
function describe2(nodes) {
  return [...new Set(nodes.map(({ product }) => product))].map((product) => {
    let own = nodes.filter((node) => node.product === product);
    return `${nodesOf(own)} with ${product} (${toGpuType(product)?.sku ?? "no SKU"})`;
  }).join(", ");
}
function selectorFor(nodes) {
  let known = nodes.find(({ product }) => toGpuType(product) !== void 0);
  return known && `--node-selector ${GPU_LABELS.product}=${known.product} reads those nodes alone`;
}
function nodesOf(nodes) {
  let names = nodes.slice(0, MOST_NAMES).map(({ node }) => node.name), more = nodes.length > MOST_NAMES ? ` and ${nodes.length - MOST_NAMES} more` : "";
  return `${counted(nodes.length, "node")} (${names.join(", ")}${more})`;
}

// src/cluster/discovery.ts
var MOST_GPUS = 32;
function discoverHardware(nodes, warn) {
  let { usable, skipped: skipped2 } = sortNodes(nodes);
  requireGpus({ usable, skipped: skipped2 }, nodes);
  let best = usable.reduce((one, other) => isBetter(other, one) ? other : one), counted2 = usable.filter(({ product }) => product === best.product), others = usable.filter(({ product }) => product !== best.product), type = toGpuType(best.product);
  if (type === void 0) throw unknownGpu(best, others);
  let total = counted2.reduce((sum2, { count }) => sum2 + count, 0);
  return warnAboutSkipped(skipped2, warn), warnAboutType(best, type, warn), warnAboutOthers(others, warn), warnAboutCounts(best, counted2, warn), warnAboutUnavailable(counted2, warn), warnAboutTotal(total, MOST_GPUS, warn), { hardware: {
    gpuSku: type.sku,
    vramMb: best.memoryMib,
    totalGpus: Math.min(total, MOST_GPUS),
    numGpusPerNode: best.count,
    interconnect: type.interconnect
  }, counted: counted2 };
}
function isBetter(a, b) {
  return a.count > b.count || a.count === b.count && a.memoryMib > b.memoryMib;
}

// src/cluster/list.ts
var STATUS_OK = 200, STATUS_GONE = 410, PAGE_SIZE = 250, MOST_OBJECTS = 1e4;
async function listAll(cluster, read2, options = {}) {
  let first = await listOnce(cluster, read2, options), items = first.items ?? (await listOnce(cluster, read2, options)).items;
  if (items === void 0) throw refusal(cluster, read2, first.reply);
  return items;
}
async function listOnce(cluster, read2, options) {
  let { pageSize = PAGE_SIZE } = options, items = [], token = "";
  for (; ; ) {
    let query = { ...read2.query, limit: String(pageSize), ...token !== "" && { continue: token } }, reply = await cluster.get({ ...read2, query });
    if (reply.status === STATUS_GONE && token !== "") return { items: void 0, reply };
    if (reply.status !== STATUS_OK) throw refusal(cluster, read2, reply);
    if (items.push(...itemsOf2(reply)), token = tokenOf(reply), token === "") return { items, reply };
    if (items.length >= MOST_OBJECTS) throw tooMany(read2);
  }
}
function itemsOf2({ object: object2 }) {
  return Array.isArray(object2.items) ? object2.items.filter(isObject) : [];
}
function tokenOf({ object: { metadata } }) {
  return isObject(metadata) && typeof metadata.continue == "string" ? metadata.continue : "";
}
function tooMany({ right }) {
  return new RenderError("INPUT_TOO_LARGE", {
    message: `the cluster has more than ${MOST_OBJECTS} ${right.resource}`,
    hint: "read a part of them with --node-selector"
  });
}

// src/cluster/nodes.ts
async function listNodes(cluster, selector, options = {}) {
  return (await listAll(cluster, {
    path: "/api/v1/nodes",
    query: selector === void 0 ? {} : { labelSelector: selector },
    right: { verb: "list", resource: "nodes", group: "" }
  }, options)).map(toNode);
}
function toNode(object2) {
  let labels = getIn(object2, "metadata", "labels");
  return {
    name: String(getIn(object2, "metadata", "name") ?? ""),
    labels: isObject(labels) ? Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)])) : {},
    capacity: Number(getIn(object2, "status", "capacity", "nvidia.com/gpu") ?? 0),
    isAvailable: isReady(getIn(object2, "status", "conditions")) && getIn(object2, "spec", "unschedulable") !== !0
  };
}
function isReady(conditions) {
  return (Array.isArray(conditions) ? conditions.filter(isObject) : []).some(({ type, status }) => type === "Ready" && status === "True");
}

// src/cluster/rdma.ts
var RDMA_LABELS = [
  "nvidia.com/rdma.present",
  "feature.node.kubernetes.io/rdma.available",
  "feature.node.kubernetes.io/network-sriov.capable"
], NAMESPACE = "nvidia-network-operator";
async function findRdma(cluster, counted2, warn) {
  if (counted2.some(({ node }) => RDMA_LABELS.some((key) => node.labels[key] === "true"))) return !0;
  let read2 = {
    path: `/api/v1/namespaces/${NAMESPACE}/pods`,
    right: { verb: "list", resource: "pods", group: "", namespace: NAMESPACE }
  }, pods = await attempt5(() => listAll(cluster, read2));
  if (!(pods instanceof RenderError))
    return pods.some((pod) => String(getIn(pod, "metadata", "name") ?? "").includes("rdma"));
  warn("RDMA_UNKNOWN", {
    path: "hardware.rdma",
    message: `no label tells of RDMA, and rdma is left out: ${pods.message}`,
    hint: `${pods.hint}; or write rdma by hand`
  });
}
async function attempt5(read2) {
  try {
    return await read2();
  } catch (error) {
    if (error instanceof RenderError && error.code === "CLUSTER_REFUSED") return error;
    throw error;
  }
}

// src/commands/cli/request-timeout.ts
var SECONDS = 30, MOST_SECONDS = 86400;
function timeoutOption(whose) {
  return { "request-timeout": { type: "string", value: "SECONDS", help: `longest wait for an answer of ${whose}; default ${SECONDS}` } };
}
function timeoutMsOf(args) {
  let text = args.text("request-timeout") ?? String(SECONDS), seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0 && seconds <= MOST_SECONDS) return 1e3 * seconds;
  throw new UsageError(`--request-timeout ${text} is not a number of seconds above 0`);
}

// src/commands/cli/cluster-options.ts
var CLUSTER_OPTIONS = {
  context: { type: "string", value: "NAME", help: "context of the kubeconfig; there is no default" },
  kubeconfig: { type: "string", value: "FILE", help: "instead of the files of KUBECONFIG, or of ~/.kube/config" },
  ...timeoutOption("the cluster or of a credential plugin")
};
async function openClusterFor(args, { cwd, env }) {
  let context = args.text("context");
  if (context === void 0) throw new UsageError("--context was expected: the context of a kubeconfig");
  let timeoutMs = timeoutMsOf(args), { openCluster } = await import("./chunk-VHPQ46MU.mjs");
  return openCluster({ context, kubeconfig: args.text("kubeconfig"), cwd, env, timeoutMs });
}

// src/commands/hardware.ts
var FORMATS4 = { block: formatBlock, json: formatJson }, HARDWARE = {
  name: "hardware",
  synopsis: "--context NAME",
  summary: "Reads the GPUs of a cluster and prints the hardware block of a request.",
  details: `Reads the labels that GPU feature discovery sets on the nodes, by the rules of the Dynamo operator. Writes nothing
to the cluster. The block goes below spec of a request; what had to be decided for it stands on stderr.
`,
  options: {
    ...CLUSTER_OPTIONS,
    "node-selector": { type: "string", value: "LABELS", help: "only these nodes, by a label selector of Kubernetes" },
    format: { type: "string", value: "NAME", help: "block (default), YAML to paste or append; or json" },
    ...STRICT_OPTION,
    ...REPORT_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => readHardware(args, context))
};
async function readHardware(args, context) {
  if (args.positionals.length > 0) throw new UsageError("no argument was expected");
  let format = oneOf(args, "format", ["block", "json"]) ?? "block", cluster = await openClusterFor(args, context), nodes = await listNodes(cluster, args.text("node-selector")), findings = [], warn = (code, details2) => findings.push(findingOf(code, details2, args.isSet("strict"))), discovery = discoverHardware(nodes, warn), rdma = await findRdma(cluster, discovery.counted, warn);
  if (exitCodeOf(findings) !== 0) return { findings, output: "", notes: "" };
  let { interconnect, ...rest } = discovery.hardware, optional = { ...interconnect !== void 0 && { interconnect }, ...rdma !== void 0 && { rdma } };
  return { findings, output: FORMATS4[format]({ ...rest, ...optional }), notes: summarize3(discovery) };
}
function formatBlock(hardware) {
  return emitYaml({ hardware }).replace(/^/gm, "  ").trimEnd().concat(`
`);
}
function formatJson(hardware) {
  return `${jsonText(hardware, 1)}
`;
}
function summarize3({ counted: counted2 }) {
  let [first] = counted2, total = counted2.reduce((sum2, { count }) => sum2 + count, 0);
  return `${counted2.length} ${counted2.length === 1 ? "node" : "nodes"} with ${total} x ${first?.product}
`;
}

// src/commands/read/previous.ts
var PREVIOUS_OPTION = {
  previous: {
    type: "string",
    value: "FILE|DIR",
    help: "rendering before this one: changes that the operator refuses are errors"
  }
}, GRAPHS = { isWanted: isGraph, mention: GRAPH_KIND, limits: GRAPH_FILE_LIMITS, isInLists: !0 };
function readPrevious(path, root, known) {
  let findings = [], said = new Set(known.map(wordsOf2)), note = (error) => {
    for (let finding of toFindings(error)) said.has(wordsOf2(finding)) || findings.push(finding);
  }, attempt7 = (read2) => {
    try {
      return read2();
    } catch (error) {
      return note(error), [];
    }
  };
  return { graphs: findFiles(path === void 0 ? [] : [path], root, { fail: note }).flatMap((file) => attempt7(() => readWanted(file, GRAPHS).map(toPrevious))), findings };
}
function toPrevious({ resource: { object: object2, origin } }) {
  return { object: object2, origin };
}
function wordsOf2({ code, message, origin }) {
  return [code, origin?.file, origin?.line, message].join(`
`);
}

// src/commands/init/find-here.ts
var REGISTRY = "nvcr.io", DYNAMO = /^(.+)\/(nvidia\/ai-dynamo\/)$/, RELEASE = /^v?(\d{1,4}\.\d{1,4})\.\d/;
function findHere(requests, graphs) {
  let own = requests.flatMap(({ object: object2 }) => textOf6(getIn(object2, "spec", "image"))), images = [...own, ...graphs.flatMap(({ object: object2 }) => imagesIn(object2))], releases = own.map((image) => RELEASE.exec(parseImage(image)?.tag ?? "")?.[1]), registries = images.flatMap((image) => DYNAMO.exec(parseImage(image)?.prefix ?? "")?.[1] ?? []), mirror = common(registries.filter((registry2) => registry2 !== REGISTRY)), field = (name) => common(requests.flatMap(({ object: object2 }) => getIn(object2, "spec", "hardware", name) ?? []));
  return {
    target: own.length === requests.length ? common(releases) : void 0,
    mirrors: mirror === void 0 ? [] : [{ source: REGISTRY, mirror }],
    hardware: { gpuSku: field("gpuSku"), numGpusPerNode: field("numGpusPerNode") }
  };
}
function common(values) {
  let [first, ...others] = new Set(values);
  return others.length === 0 ? first : void 0;
}
function textOf6(value) {
  return typeof value == "string" && value !== "" ? [value] : [];
}
function imagesIn(value) {
  return Array.isArray(value) ? value.flatMap(imagesIn) : isObject(value) ? Object.entries(value).flatMap(([key, one]) => key === "image" ? textOf6(one) : imagesIn(one)) : [];
}

// src/commands/init/project-text.ts
var HEAD = `# What every request of this folder, and of those below, leaves out: for the prompt, hooks, CI, kustomize and Argo CD alike.
# A request's own words count first, then an option or a function's config, then this file. See docs/project-file.md.
apiVersion: ${CONFIG_API_VERSION}
kind: ${CONFIG_KIND}
`;
function projectText({ target, mirrors, hardware }) {
  let said = {
    target,
    imageMirrors: mirrors.length === 0 ? void 0 : mirrors,
    "hardware.gpuSku": hardware.gpuSku,
    "hardware.numGpusPerNode": hardware.numGpusPerNode
  }, fields = Object.keys(CONFIG_FIELDS).flatMap((field) => fieldText(field, said));
  return `${HEAD}spec:
${fields.join("")}`;
}
function fieldText(field, said) {
  let paths = pathsOf("project").filter((path) => path === field || path.startsWith(`${field}.`)), known = paths.filter((path) => said[path] !== void 0), shown2 = known.length > 0 ? known : paths.filter((path) => defaultRow(path).example !== void 0);
  if (shown2.length === 0) return [];
  let words = shown2.map((path) => `  # ${defaultRow(path).description}
`), values = shown2.map((path) => [path, said[path] ?? defaultRow(path).example]), text = emitYaml(toSettings(values)).replace(/^/gm, known.length > 0 ? "  " : "  # ");
  return [`${words.join("")}${text.replace(/[ #]*$/, "")}`];
}

// src/commands/init/init.ts
var INIT = {
  name: "init",
  synopsis: "",
  summary: `Writes a commented ${PROJECT_FILE} from what it finds in this folder.`,
  details: `Looks at the requests and graphs of this folder and below: the release and the registry of their images, and the
GPUs where all requests name the same. Asks nothing, and never overwrites a file.
`,
  options: REPORT_OPTIONS,
  run: (args, context) => runReported(args, context, () => init2(args, context))
};
async function init2(args, context) {
  if (args.positionals.length > 0) throw new UsageError("no argument was expected");
  let root = commandLineRoot(context.cwd), { requests, findings } = await readInput(["."], { settings: openSettings(SILENCE, root) }, context), graphs = readPrevious(".", root, []).graphs, known = findings.filter(({ code }) => code !== "INPUT_NOT_FOUND").map((one) => ({ ...one, severity: "warning" })), found = findHere(requests, graphs);
  try {
    await context.untilSafe(async () => create(projectText(found), root));
  } catch (error) {
    return { findings: [...known, toFinding2(error)], output: "", notes: "" };
  }
  let where = `${PROJECT_FILE} is written, from ${counted(requests.length, "request")} and ${counted(graphs.length, "graph")}`;
  return { findings: known, output: "", notes: `${where}
  see what counts with dgdr-render config show
` };
}
function create(text, root) {
  createFile(outputPath(PROJECT_FILE, root), text);
}
function toFinding2(error) {
  if (error instanceof RenderError) return error.toFinding();
  if (!(error instanceof Error && "code" in error)) throw error;
  let isThere2 = error.code === "EEXIST";
  return findingOf("OUTPUT_FAILED", {
    message: isThere2 ? `${PROJECT_FILE} is there already and was left alone` : `nothing was written: ${error.message}`,
    hint: isThere2 ? "change it, or remove it first" : "run it in a folder that can be written to"
  });
}

// src/commands/lock/lock-command.ts
import { posix as posix4 } from "node:path";

// src/cluster/requests.ts
var VERSION2 = "v1beta1", RESOURCE = "dynamographdeploymentrequests", NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
async function readRequest(cluster, request) {
  let name = checkName(request.name, "name"), namespace = checkName(request.namespace ?? cluster.namespace, "namespace"), read2 = {
    path: `/apis/${GROUP}/${VERSION2}/namespaces/${namespace}/${RESOURCE}/${name}`,
    right: { verb: "get", resource: RESOURCE, group: GROUP, namespace }
  }, reply = await cluster.get(read2);
  if (reply.status === 404) throw notFound(cluster, { name, namespace }, reply.object.kind === "Status");
  if (reply.status !== 200) throw refusal(cluster, read2, reply);
  return reply.object;
}
function checkName(text, what) {
  if (NAME.test(text)) return text;
  throw new RenderError("NAME_INVALID", {
    message: `the ${what} ${text} of the request is no name of Kubernetes`,
    hint: "use lower-case letters, digits, hyphens and dots"
  });
}
function notFound({ context }, { name, namespace }, isKnownKind) {
  return isKnownKind ? new RenderError("CLUSTER_NOT_FOUND", {
    message: `there is no ${REQUEST_KIND} ${name} in the namespace ${namespace} of the context ${context}`,
    hint: `kubectl --context ${context} get dgdr --all-namespaces lists those that exist`
  }) : new RenderError("CLUSTER_NOT_FOUND", {
    message: `the cluster of the context ${context} does not know ${GROUP}/${VERSION2} ${REQUEST_KIND}`,
    hint: "install Dynamo 1.0 or newer there, or use another context"
  });
}

// src/commands/files/write-files.ts
import {
  copyFileSync,
  existsSync as existsSync3,
  linkSync as linkSync2,
  lstatSync as lstatSync3,
  mkdirSync as mkdirSync3,
  readFileSync as readFileSync4,
  readlinkSync as readlinkSync2,
  renameSync as renameSync3,
  symlinkSync as symlinkSync3,
  writeFileSync as writeFileSync6
} from "node:fs";
import { basename as basename8, dirname as dirname14, join as join21 } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
async function writeAllOrNothing(changes2, { root, signal }) {
  try {
    let files = changes2.files.map((file) => ({ ...file, place: outputPath(file.name, root) })), leaving = changes2.removals.map((name) => ({ name, place: outputPath(name, root) })), folders = [...new Set([...files, ...leaving].map(({ place }) => dirname14(place)))];
    return leaving.length === 0 && folders.every((folder) => !existsSync3(join21(folder, WORK_FOLDER))) && files.every(holds) ? [] : await writeLocked({ files, leaving, folders }, signal);
  } catch (error) {
    throw !(error instanceof Error && "code" in error) || error instanceof RenderError ? error : new RenderError("OUTPUT_FAILED", { message: `nothing was written: ${error.message}` });
  }
}
async function writeLocked({ files, leaving, folders }, signal) {
  let made = folders.map((folder) => ({ folder, top: mkdirSync3(folder, { recursive: !0 }) })), isDone = !1;
  try {
    let held = await takeFolders(folders, { signal });
    try {
      let changed = files.filter((file) => !holds(file)), staged = await stage(changed, signal), going = leaving.map((file, i) => toGo(file, staged.length + i));
      return swapIn([...staged, ...going], held), isDone = !0, changed.map(({ name }) => name);
    } finally {
      held.release();
    }
  } finally {
    if (!isDone) for (let { folder, top } of made) removeMade(folder, top);
  }
}
function removeMade(folder, top) {
  top === void 0 || !removeEmpty(folder) || folder === top || removeMade(dirname14(folder), top);
}
async function stage(files, signal) {
  let done = [];
  for (let file of files) {
    let staged = String(done.length);
    writeFileSync6(join21(workOf(dirname14(file.place)), staged), file.text), done.push({ ...file, staged, digest: digestOf2(file.text) }), await nextTurn(), signal.throwIfAborted();
  }
  return done;
}
function toGo(file, number) {
  return { ...file, staged: String(number), digest: void 0 };
}
function swapIn(files, held) {
  let swaps = groupBy(files, ({ place }) => dirname14(place));
  if (swaps.size !== 0)
    try {
      writeJournals(held.id, new Map([...swaps].map(([folder, own]) => [folder, own.map(toSwap)])));
      for (let file of files) swapOne(file, held);
      for (let folder of swaps.keys()) held.hold(folder);
      commit([...swaps.keys()]);
    } catch (error) {
      throw undoAll2([...swaps.keys()], held, error), error;
    }
}
function toSwap({ place, staged, digest }) {
  let existed = lstatSync3(place, { throwIfNoEntry: !1 }) !== void 0;
  return { name: basename8(place), staged, digest, existed };
}
function undoAll2(folders, held, reason) {
  let { swaps, failures } = undoBegun(folders, held);
  if (failures.length !== 0)
    throw new RenderError("OUTPUT_FAILED", {
      message: `${failures.length} of ${swaps} files could not be put back after: ${reason}; ${failures[0]}`,
      hint: "the next run tries again; or restore the folder from version control"
    });
}
function swapOne(file, { hold }) {
  let folder = dirname14(file.place), staged = join21(workOf(folder), file.staged);
  hold(folder), file.digest !== void 0 ? (keep(file, keptAs(staged)), renameSync3(staged, file.place)) : lstatSync3(file.place, { throwIfNoEntry: !1 }) !== void 0 && renameSync3(file.place, staged);
}
function keep({ name, place }, kept) {
  let stat = lstatSync3(place, { throwIfNoEntry: !1 });
  if (stat !== void 0)
    if (stat.isSymbolicLink()) symlinkSync3(readlinkSync2(place), kept);
    else if (stat.isFile()) linkOrCopy(place, kept);
    else throw Object.assign(new Error(`${name} is ${stat.isDirectory() ? "a folder" : "no file"}`), { code: "EEXIST" });
}
function linkOrCopy(path, copy2) {
  try {
    linkSync2(path, copy2);
  } catch {
    copyFileSync(path, copy2);
  }
}
function holds({ place, text }) {
  let stat = lstatSync3(place, { throwIfNoEntry: !1 }), size = Buffer.byteLength(text);
  return stat?.isFile() !== !0 || stat.size < size || stat.size > 2 * size ? !1 : readFileSync4(place, "utf8").replaceAll(`\r
`, `
`) === text;
}

// src/commands/lock/from-cluster.ts
import { posix as posix3 } from "node:path";

// src/render/cluster-entry.ts
var ADDITIONAL = "dgdr.nvidia.com/additional-resources", FILLED_IN = ["image", "backend", "hardware", "searchStrategy", "autoApply"], MOST_CHANGES = 4;
function clusterEntry(object2, spec, request, inputs) {
  requireSameSpec(object2, spec, request);
  let graph = selectedGraph(object2, request), resources = additionalResources(object2), { name, namespace, hardware, pickingMode } = request;
  return {
    name,
    ...namespace !== void 0 && { namespace },
    summary: "",
    engine: `dgdr-render ${VERSION}`,
    data: "profiled in a cluster",
    digest: digestOf(inputs.cluster),
    inputs: inputs.cluster,
    graph: outlineOf(graph),
    profile: {
      system: hardware.system,
      backend: backendOf(graph, request),
      backendVersion: null,
      pickingMode,
      chosen: graphServices(graph).some(({ type }) => type === "prefill") ? "disagg" : "agg",
      latencies: { ttft: 0, tpot: 0, request_latency: 0 },
      model: { isMoe: !1, nextn: 0 }
    },
    cluster: { graph, ...resources.length > 0 && { resources } }
  };
}
function requireSameSpec(object2, spec, request) {
  let there = isObject(object2.spec) ? object2.spec : {}, changes2 = objectChanges(spec, there).filter(({ path, text }) => !text.startsWith("+ ") || !FILLED_IN.some((field) => path === field || path.startsWith(`${field}.`)));
  if (changes2.length === 0) return;
  let listed = changes2.slice(0, MOST_CHANGES).map(({ path, text }) => `spec.${path} ${text}`), more = changes2.length > MOST_CHANGES ? `, and ${changes2.length - MOST_CHANGES} more differences` : "";
  throw new RenderError("CLUSTER_REQUEST_DIFFERS", {
    message: `the request in the cluster is not this one (${listed.join(", ")}${more})`,
    path: `spec.${changes2[0]?.path}`,
    hint: "apply this request to the cluster and wait for its result, or change it here",
    origin: request.locate(`spec.${changes2[0]?.path}`)
  });
}
function selectedGraph({ status }, request) {
  let graph = getIn(status, "profilingResults", "selectedConfig");
  if (isObject(graph) && isGraph(graph)) return withoutStatus(graph);
  let phase = getIn(status, "phase");
  throw new RenderError("CLUSTER_RESULT_MISSING", {
    message: `the request in the cluster has no selectedConfig; its phase is ${typeof phase == "string" ? phase : "not set"}`,
    path: "metadata.name",
    hint: "wait until the phase is Ready or Deployed; kubectl describe dgdr says what is missing",
    origin: request.locate("metadata.name")
  });
}
function withoutStatus({ status: _, ...graph }) {
  return graph;
}
function additionalResources(object2) {
  return parseStream(annotationsOf(object2)[ADDITIONAL] ?? "", { file: ADDITIONAL }).flatMap(({ resource }) => resource ? [resource.object] : []).filter(({ kind }) => kind === "ConfigMap");
}
function backendOf(graph, { backend }) {
  return [getIn(outlineOf(graph), "spec", "backendFramework"), backend].find((one) => BACKENDS.some((name) => name === one)) ?? BACKENDS[0];
}

// src/commands/lock/from-cluster.ts
var FROM_CLUSTER_OPTION = {
  "from-cluster": { type: "boolean", help: "take the graphs that a cluster made of the requests, with --context" }
};
async function readClusterLocks(requests, options) {
  let locks = [], findings = [];
  for (let resource of requests)
    try {
      locks.push(...await readClusterLock(resource, options));
    } catch (error) {
      findings.push(...toFindings(error).map((finding) => located(finding, resource)));
    }
  return { locks, findings };
}
async function readClusterLock(resource, { termsOf: termsOf2, read: read2 }) {
  let { street, defaults } = termsOf2(resource), request = attempt6(() => street.parse(resource, { ...defaults, acceptsThorough: !0 }, () => {
  }));
  if (request === void 0) return [];
  let { name, namespace } = refOf(resource.object), object2 = await read2({ name, namespace }), spec = isObject(resource.object.spec) ? resource.object.spec : {}, entry = clusterEntry(object2, spec, request, inputsFor(resource, street.inputs(request))), file = posix3.join(posix3.dirname(resource.origin.file), LOCK_FILE);
  return [{ resource: { ...resource, origin: { file, index: 0 } }, entries: [entry] }];
}
function attempt6(work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenderError || error instanceof RenderErrors) return;
    throw error;
  }
}
function located(finding, resource) {
  return { ...finding, origin: finding.origin ?? resource.locate("metadata.name"), resource };
}

// src/commands/lock/named.ts
function isMeant(wanted, { name, namespace }) {
  return wanted === name || wanted === entryName({ name, namespace });
}
function unknownNames(wanted, requests, { option, purpose }) {
  let known = requests.map(({ object: object2 }) => refOf(object2)), names = [...new Set(known.map(entryName))];
  return wanted.flatMap((name) => {
    let meant = [...new Set(known.filter((ref) => isMeant(name, ref)).map(entryName))];
    if (meant.length > 1)
      throw new UsageError(`--${option} ${name} fits ${meant.length} requests: say which of ${meant.join(", ")}`);
    return meant.length === 1 ? [] : [unknownName(name, purpose, names)];
  });
}
function unknownName(name, purpose, known) {
  return findingOf("INPUT_NOT_FOUND", {
    message: `there is no request ${name} to ${purpose}`,
    hint: known.length === 0 ? "name the files or folders of the requests" : `known: ${known.join(", ")}`
  });
}

// src/commands/lock/take.ts
var TAKE_OPTION = {
  take: {
    type: "string",
    value: "[NAMESPACE/]NAME=ROW",
    isRepeatable: !0,
    help: "pin that ranked row of a request, such as chat=disagg:2; --update takes the first again; may be repeated"
  }
};
function takesOf(args) {
  return args.texts("take").map((text) => {
    let [, name, rowText] = /^(.+)=([^=]+)$/s.exec(text) ?? [], row = rowNamed(rowText);
    if (name === void 0 || row === void 0)
      throw new UsageError(`--take ${text} is not NAME=agg:N or NAME=disagg:N`);
    return { name, row };
  });
}
function unknownTakes(takes, requests) {
  let names = takes.map(({ name }) => name), unknown2 = unknownNames(names, requests, { option: "take", purpose: "take a row of" });
  for (let { object: object2 } of requests)
    if (names.filter((name) => isMeant(name, refOf(object2))).length > 1) throw new UsageError(`--take names ${entryName(refOf(object2))} twice: one row can be taken`);
  return unknown2;
}
function takeOf(takes) {
  return (request) => takes.find(({ name }) => isMeant(name, request))?.row;
}

// src/commands/lock/lock-command.ts
var LOCK2 = {
  name: "lock",
  synopsis: "[PATH...]",
  summary: `Writes what was picked for each request to ${LOCK_FILE} beside it.`,
  details: `From then on render, check and the function take the pick from there as long as its inputs are the same,
also after an update of this tool or its data. Entries that hold stay as they are; those whose inputs
changed are picked anew. Prints what changes. A change that a running graph cannot take is an error.
With --take another row of the ranking is kept until the inputs change; see profile for the rows.
A name that requests of several namespaces have is given with its namespace, as NAMESPACE/NAME.
With --from-cluster a lock holds the graph that a cluster made of the request, of thorough ones too.
`,
  options: {
    update: {
      type: "string",
      value: "NAME",
      isRepeatable: !0,
      help: "pick that request anew, named as NAME or NAMESPACE/NAME; may be repeated"
    },
    ...TAKE_OPTION,
    ...FROM_CLUSTER_OPTION,
    ...CLUSTER_OPTIONS,
    "update-all": { type: "boolean", help: "pick every request anew" },
    "allow-empty": { type: "boolean", help: "find no request and still succeed" },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...UNPRICED_PICK_OPTIONS
  },
  idle: [
    {
      options: Object.keys(CLUSTER_OPTIONS),
      without: "from-cluster",
      why: "a cluster is asked for results alone; leave it out, or take them from there"
    },
    {
      options: ["take"],
      beside: ["from-cluster"],
      why: "it picks a row that is ranked here; leave one of them out"
    },
    {
      options: ["update-all"],
      beside: ["from-cluster"],
      why: "every result is read anew then; leave it out, or name requests with --update"
    },
    {
      options: ["update"],
      beside: ["update-all"],
      why: "every request is picked anew then; leave one of them out"
    }
  ],
  run: (args, context) => runReported(args, context, () => lock2(args, context))
};
async function lock2(args, context) {
  let patterns = args.positionals.length > 0 ? args.positionals : ["."];
  if (patterns.includes(STDIN)) throw new UsageError("- (stdin) has no folder for a lock");
  let root = commandLineRoot(context.cwd, patterns), settings2 = openSettings(optionLayer(args), root), input = await readInput(patterns, { settings: settings2, scopeOf: folderOf2 }, context);
  await settleFolders(input.files, [], context);
  let isEmpty2 = isEmptyInput(input) && !args.isSet("allow-empty"), read2 = readLocksBeside(input.requests, root), takes = takesOf(args), unknown2 = [
    ...unknownNames(args.texts("update"), input.requests, { option: "update", purpose: "update" }),
    ...unknownTakes(takes, input.requests)
  ], before = [
    ...input.findings,
    ...read2.findings,
    ...unknown2,
    ...isEmpty2 ? [noRequests(patterns, { mayBeEmpty: !0 })] : []
  ];
  if (input.requests.length === 0 || exitCodeOf(before) !== 0) return { findings: before, output: "", notes: "" };
  let terms = withTerms(input.requests, settings2, context), cluster = await clusterLocks(terms, args, context), options = {
    termsOf: terms.termsOf,
    // What a cluster has goes before what was locked.
    lock: {
      locks: [...cluster.locks, ...read2.locks],
      whenUnlocked: "pick",
      isLocking: !0,
      isRenewed: renewal(args),
      takeOf: takeOf(takes)
    },
    scopeOf: input.scopeOf,
    onStart: showProgress("locking", terms.requests, context)
  }, { graphs, findings } = await renderInThreads(terms.requests, options, { context, jobs: jobsOf(args) }), unstable = checkStable(graphs, read2.locks.flatMap(outlinesOf)), all2 = [...before, ...terms.findings, ...cluster.findings, ...findings, ...unstable];
  return exitCodeOf(all2) !== 0 ? { findings: all2, output: "", notes: `nothing was locked
` } : write(planLocks(graphs, read2.locks, root), { findings: all2, root }, context);
}
async function clusterLocks({ requests, termsOf: termsOf2 }, args, context) {
  if (!args.isSet("from-cluster")) return { locks: [], findings: [] };
  let names = args.texts("update"), wanted = requests.filter(({ object: object2 }) => {
    let { name, namespace } = refOf(object2);
    return names.length === 0 || names.some((one) => isMeant(one, { name, namespace }));
  }), cluster = await openClusterFor(args, context);
  return readClusterLocks(wanted, { termsOf: termsOf2, read: (request) => readRequest(cluster, request) });
}
function renewal(args) {
  if (args.isSet("from-cluster")) return () => !1;
  let names = args.texts("update");
  return (request) => args.isSet("update-all") || names.some((name) => isMeant(name, request));
}
function folderOf2({ origin }) {
  return posix4.dirname(origin.file);
}
function planLocks(graphs, locks, root) {
  let folders = /* @__PURE__ */ new Map();
  for (let { request, entry } of graphs) {
    let folder = folderOf2(request), entries = folders.get(folder) ?? [];
    folders.set(folder, entries), entry !== void 0 && entries.push(entry);
  }
  return [...folders].map(([folder, fresh]) => {
    let name = posix4.join(folder, LOCK_FILE), before = locks.filter(({ resource }) => resource.origin.file === name).flatMap(({ entries }) => entries), renewed = new Set(fresh.map(entryName)), isThere2 = presence(folder, root), others = before.filter((entry) => !renewed.has(entryName(entry)) && isThere2(entry));
    return { name, before, after: [...fresh, ...others] };
  });
}
function presence(folder, root) {
  try {
    let requests = namesIn(folder, root).filter((name) => /\.(ya?ml|json)$/.test(name)).flatMap(
      (name) => foundBeside(posix4.join(folder, name), root, { isNamed: !1, use: "request" }) ?? []
    ).flatMap((file) => readWanted(file, REQUESTS)), there = new Set(requests.map(({ resource }) => entryName(refOf(resource.object))));
    return (entry) => there.has(entryName(entry));
  } catch (error) {
    return rethrowBugs(error), () => !0;
  }
}
async function write(planned, { findings, root }, context) {
  let locks = planned.map(({ name, after }) => ({ name, text: emitLock(after) }));
  try {
    let changes2 = { files: locks, removals: [] }, changed = await context.untilSafe((signal) => writeAllOrNothing(changes2, { root, signal })), count = planned.flatMap(({ after }) => after).length, names = changed.map((name) => `  ${oneLine(name)}
`).join(""), files = changed.length === 0 ? "no file" : counted(changed.length, "file"), what = `${count} ${count === 1 ? "request is" : "requests are"} locked, ${files} changed`;
    return { findings, output: planned.map(describe3).join(""), notes: `${what}
${names}` };
  } catch (error) {
    return { findings: [...findings, ...toFindings(error)], output: "", notes: "" };
  }
}
function describe3({ before, after }) {
  let older = new Map(before.map((entry) => [entryName(entry), entry])), newer = new Set(after.map(entryName)), lines = after.flatMap((entry) => {
    let known = older.get(entryName(entry));
    return known === void 0 ? [`${entryName(entry)}: locked: ${entry.summary}`] : entryChanges(known, entry).map(({ path, text }) => `${entryName(entry)}: ${path}: ${text}`);
  }), gone = before.filter((entry) => !newer.has(entryName(entry)));
  return [...lines, ...gone.map((entry) => `${entryName(entry)}: removed, there is no such request any more`)].map((line) => `${oneLine(line)}
`).join("");
}

// src/commands/migrate.ts
var MIGRATE = {
  name: "migrate",
  synopsis: "[PATH...]",
  summary: "Prints requests of v1alpha1 as v1beta1 has them.",
  details: `Reads files, folders and globs (default: this folder), or stdin with -, and prints every request in v1beta1; those
of v1beta1 come as they are. What a request said that v1beta1 has nowhere is listed on stderr. Writes no file.
`,
  options: REPORT_OPTIONS,
  run: (args, context) => runReported(args, context, () => migrate(args, context))
};
async function migrate({ positionals }, context) {
  let patterns = positionals.length > 0 ? positionals : ["."], settings2 = openSettings(SILENCE, commandLineRoot(context.cwd, patterns)), input = await readInput(patterns, { settings: settings2 }, context), notes = [], texts = input.documents.map(({ text, resource }) => {
    if (resource === void 0 || !isRequest(resource.object) || !isAlphaRequest(resource.object)) return text;
    let { request, lost: lost2 } = fromAlpha(resource.object), place = `${resource.origin.file}:${resource.origin.line ?? 1}`;
    for (let field of lost2) notes.push(`${oneLine(`${place}: left out: ${field}`)}
`);
    return emitYaml(request);
  });
  return { findings: [...input.findings, ...isEmptyInput(input) ? [noRequests(patterns)] : []], output: joinStream(texts), notes: notes.join("") };
}

// src/commands/models/models-add.ts
import { basename as basename9, join as join22 } from "node:path";

// src/profile/describe-model.ts
var PLACE_STATUSES = ["measured", "sized", "refused"], GIB = 2 ** 30, PLAIN = "bfloat16", TRIED_GPUS = 32;
function placesOf2({ data }) {
  return Object.keys(data.systems).sort().flatMap((system) => BACKENDS.map((backend) => ({ sku: toSku(system), system, backend }))).filter(({ system, backend }) => data.database(system, backend) !== void 0);
}
function describedModels({ data, known }) {
  return [.../* @__PURE__ */ new Set([...Object.keys(data.models().models), ...known?.described() ?? []])].sort();
}
function namesLike(id, { known }) {
  return (known?.aliases() ?? []).filter((alias) => known?.alias(alias)?.like === id).sort();
}
function describeModel(id, engine, { places, engines, own }) {
  let { files, like } = own === void 0 ? lookUpModel(id, engine) : { files: own, like: void 0 }, architecture = { ...parseArchitecture(id, files), ...like !== void 0 && { like } }, { weights, name, family, contextLength } = architecture, answering = foreignEngine(engine, family, engines) ?? engine;
  return {
    id,
    like,
    architecture: name,
    family,
    contextLength,
    parameters: (own === void 0 ? engine.known?.parameters(id) : void 0) ?? weights.parameters,
    weightsGib: weights.bytes / GIB,
    precision: weights.precision ?? PLAIN,
    places: places.map((place) => ({ ...place, status: statusAt(place, architecture, answering) }))
  };
}
function requireUsable(id, files) {
  parseArchitecture(id, files);
}
function statusAt(place, architecture, engine) {
  let { data } = engine, { source, isSupported } = askAt(place, { architecture, data });
  return !isSupported || !isModelled(architecture) ? "sized" : isMeasured(place, architecture, engine) ? "measured" : !hasOtherWeights(architecture) && (source === "matrix" || isSomewhere(architecture, engine)) ? "refused" : "sized";
}
function isMeasured(place, architecture, engine) {
  let measured = measuredAt(place, engine);
  return measured !== void 0 && isPriced(architecture, measured, TRIED_GPUS);
}
function isSomewhere(architecture, engine) {
  let { data } = engine;
  return placesOf2(engine).some((place) => askAt(place, { architecture, data }).isSupported && isMeasured(place, architecture, engine));
}

// src/commands/models/origin.ts
import { createHash as createHash3 } from "node:crypto";
var ORIGIN_FILE = "origin.json";
function originOf(model, { source, revision }, files) {
  let hashes = files.map(({ name, text }) => [name, `sha256:${createHash3("sha256").update(text).digest("hex")}`]), origin = { model, source, revision, files: Object.fromEntries(hashes) };
  return `${JSON.stringify(origin, void 0, 2)}
`;
}

// src/commands/models/models-add.ts
var MAIN = "main", MODELS_ADD = {
  name: "models add",
  synopsis: "ID",
  summary: "Fetches the configuration of a model from its hub, for rendering to find it.",
  details: `Writes config.json and hf_quant_config.json with their origin to ${MODELS_FOLDER}/ID/, to be committed; requests of the
folder that has it, and of those below, need no option then. No other command goes to a hub. HF_ENDPOINT names a
mirror, HF_TOKEN is for gated models, and HTTPS_PROXY and its kin are heeded.
`,
  options: {
    revision: { type: "string", value: "SHA", help: "commit of the model; what is newest by default" },
    to: { type: "string", value: "DIR", help: `folder for ${MODELS_FOLDER}/; the working directory by default` },
    "from-dir": { type: "string", value: "DIR", help: "take the files from a folder, such as a clone, and ask no hub" },
    ...timeoutOption("the hub"),
    ...REPORT_OPTIONS
  },
  idle: [
    {
      options: ["revision", "request-timeout"],
      beside: ["from-dir"],
      why: "it is for a hub, and none is asked; leave one of them out"
    }
  ],
  run: (args, context) => runReported(args, context, () => addModel(args, context))
};
async function addModel(args, context) {
  let id = modelId(args), folder = args.text("from-dir"), taken = folder === void 0 ? await fetchModel(id, args, context) : readFolder3(folder, context), config2 = parseModelFile(taken.config, CONFIG_FILE), hfQuantConfig = taken.quant === void 0 ? void 0 : parseModelFile(taken.quant, QUANT_FILE);
  requireUsable(id, { config: config2, hfQuantConfig });
  let place = toSlashes(join22(args.text("to") ?? ".", MODELS_FOLDER, id)), written = await writeModel(place, id, taken, args, context), what = written.length === 0 ? `${place} is as it was` : `${place}: wrote ${written.map((name) => basename9(name)).join(", ")}`, of = taken.revision === void 0 ? "" : ` of revision ${taken.revision}`;
  return { findings: [], output: "", notes: `${what}${of}
` };
}
function modelId({ positionals }) {
  let [id, ...others] = positionals;
  if (id === void 0 || others.length > 0) throw new UsageError("one model id was expected");
  if (!isHubId(id)) throw new UsageError(`${quote(id.slice(0, 100))} is not the id of a model, such as Qwen/Qwen3-8B`);
  return id;
}
async function fetchModel(id, args, { env }) {
  let [{ openHub }, { readModelFiles }] = await Promise.all([
    import("./chunk-WNOYOARK.mjs"),
    import("./chunk-U2CR6QHX.mjs")
  ]), hub = openHub(env, timeoutMsOf(args)), { revision, files } = await readModelFiles(hub, {
    id,
    revision: args.text("revision") ?? MAIN,
    needed: [CONFIG_FILE],
    optional: [QUANT_FILE]
  }), source = `${hub.endpoint.href.replace(/\/$/, "")}/${id}`;
  return { config: files[CONFIG_FILE] ?? "", quant: files[QUANT_FILE], source, revision };
}
function readFolder3(folder, { cwd }) {
  let { config: config2, quant } = readModelTexts(folder, commandLineRoot(cwd)), name = basename9(folder);
  return { config: config2.text, quant, source: "a folder", revision: isCommit(name) ? name : void 0 };
}
function writeModel(place, id, taken, args, context) {
  let root = commandLineRoot(context.cwd, [args.text("to") ?? "."]), { config: config2, quant } = taken, files = [
    { name: CONFIG_FILE, text: config2 },
    ...quant === void 0 ? [] : [{ name: QUANT_FILE, text: quant }]
  ], all2 = [...files, { name: ORIGIN_FILE, text: originOf(id, taken, files) }], stale = quant === void 0 && isThere(join22(place, QUANT_FILE), root) ? [join22(place, QUANT_FILE)] : [], changes2 = { files: all2.map(({ name, text }) => ({ name: join22(place, name), text })), removals: stale };
  return context.untilSafe((signal) => writeAllOrNothing(changes2, { root, signal }));
}

// src/commands/models/model-table.ts
var LIST_FORMATS = ["text", "json", "markdown"], WRITERS = {
  text: (list3) => formatTable(
    headingOf(list3),
    list3.models.map((model) => rowOf(model, list3, countWords))
  ),
  json: ({ models }) => `${JSON.stringify({ schemaVersion: 1, models: models.map(modelJson) }, void 0, 1)}
`,
  markdown: (list3) => markdownTable(
    headingOf(list3),
    list3.models.map((model) => rowOf(model, list3, skuWords))
  )
};
function formatModels(format, list3) {
  return WRITERS[format](list3);
}
function modelJson({ places, ...model }) {
  let { like = null, family = null, contextLength = null, weightsGib, ...rest } = model;
  return { ...{ ...rest, like, family, contextLength, weightsGib: Number(weightsGib.toFixed(2)) }, places: places.map(({ sku, backend, status }) => ({ gpuSku: sku, backend, status })) };
}
function headingOf({ backends }) {
  return ["model", "family", "parameters", "weights", "precision", "context", ...backends];
}
function rowOf(model, { backends }, words) {
  let { id, family = "-", precision, contextLength = "-", places } = model;
  return [
    id,
    family,
    parametersInWords(model.parameters),
    `${model.weightsGib.toFixed(1)} GiB`,
    precision,
    String(contextLength),
    ...backends.map((backend) => words(places.filter((place) => place.backend === backend)))
  ];
}
function parametersInWords(parameters) {
  return parameters >= 9995e8 ? `${(parameters / 1e12).toPrecision(3)} T` : `${(parameters / 1e9).toPrecision(parameters < 1e9 ? 2 : 3)} B`;
}
function countWords(places) {
  if (places.length < 2) return places[0]?.status ?? "-";
  let count = placesWith("measured", places).length;
  return count === 0 ? "-" : `${count} of ${places.length}`;
}
function skuWords(places) {
  return placesWith("measured", places).join(" ") || "-";
}
function placesWith(status, places) {
  return places.filter((place) => place.status === status).map(({ sku }) => sku);
}
function placeRows({ places }) {
  return BACKENDS.flatMap(
    (backend) => PLACE_STATUSES.flatMap((status) => {
      let skus = placesWith(
        status,
        places.filter((place) => place.backend === backend)
      );
      return skus.length === 0 ? [] : [[backend, status, skus.join(" ")]];
    })
  );
}

// src/commands/models/places.ts
var PLACE_OPTIONS = {
  gpu: { type: "string", value: "SKU", help: "only this card, as hardware.gpuSku names it" },
  backend: { type: "string", value: "NAME", help: `only this backend: ${BACKENDS.join(", ")}` },
  target: { type: "string", value: "X.Y", help: "Dynamo release, whose engine is asked; 1.3 by default" }
}, DEFAULT_TARGET = "1.3";
function engineFor(args, engines) {
  return engines(releaseFacts(parseTarget(args.text("target") ?? DEFAULT_TARGET, "target")).engine);
}
function placesFor(args, engine) {
  let [gpu, backend] = [oneOf(args, "gpu", GPU_SKUS), oneOf(args, "backend", BACKENDS)], places = placesOf2(engine).filter((place) => backend === void 0 || place.backend === backend);
  if (gpu === void 0) return places;
  let found = places.filter(({ sku, system }) => sku === gpu || system === gpu);
  if (found.length > 0) return found;
  let skus = [...new Set(places.map(({ sku }) => sku))];
  throw new UsageError(`nothing was measured on ${gpu}; there is data for ${skus.join(", ")}`);
}

// src/commands/models/models-list.ts
var MODELS_LIST = {
  name: "models list",
  synopsis: "",
  summary: "Lists the models that are bundled, and where they are measured.",
  details: `Each with its family, parameters, weights, precision and context, and for each backend the cards on which it is ranked
by measurements; with --gpu whether it is measured there, sized from memory, or refused for want of data.
`,
  options: {
    ...PLACE_OPTIONS,
    format: { type: "string", value: "NAME", help: `${LIST_FORMATS.join(", ")}; text by default` }
  },
  run: async (args, context) => list2(args, context)
};
function list2(args, { stdout }) {
  if (args.positionals.length > 0) throw new UsageError("no argument was expected");
  let engines = openEngines(), engine = engineFor(args, engines), places = placesFor(args, engine), models = describedModels(engine).map((id) => describeModel(id, engine, { places, engines })), backends = BACKENDS.filter((backend) => places.some((place) => place.backend === backend));
  return stdout(formatModels(oneOf(args, "format", LIST_FORMATS) ?? "text", { models, backends })), 0;
}

// src/commands/models/models-show.ts
var MODELS_SHOW = {
  name: "models show",
  synopsis: "ID",
  summary: "Says what is known of a model, under which names, and where it is measured.",
  details: `A configuration that models add put above the working directory counts before a bundled one.
`,
  options: {
    ...PLACE_OPTIONS,
    format: { type: "string", value: "NAME", help: `${LIST_FORMATS.join(", ")}; text by default` }
  },
  run: async (args, context) => show2(args, context)
};
function show2(args, { cwd, stdout }) {
  let [id, ...others] = args.positionals;
  if (id === void 0 || others.length > 0) throw new UsageError("one model id was expected");
  let engines = openEngines(), engine = engineFor(args, engines), places = placesFor(args, engine), root = commandLineRoot(cwd), fetched = fetchedModels(root)(id), read2 = fetched === void 0 ? void 0 : readModelConfigs([{ id, config: fetched }], projectRoot(root))[id], own = read2 === void 0 || isLike(read2) ? void 0 : read2, model = describeModel(id, engine, { places, engines, own }), from = fetched ?? (model.like === void 0 ? "bundled" : `the shape of ${model.like}`);
  return stdout(WRITERS2[oneOf(args, "format", LIST_FORMATS) ?? "text"]({ model, from, names: namesLike(id, engine) })), 0;
}
var WRITERS2 = {
  text: ({ model, from, names }) => [
    formatTable(["", model.id], factRows(model, from)),
    formatTable(["backend", "what comes of it", "cards"], placeRows(model)),
    names.length === 0 ? "" : `other names: ${names.join(", ")}
`
  ].filter((part) => part !== "").join(`
`),
  json: ({ model, from, names }) => `${JSON.stringify({ schemaVersion: 1, ...modelJson(model), from, names: [...names] }, void 0, 1)}
`,
  markdown: ({ model, from, names }) => [
    markdownTable(["", model.id], factRows(model, from)),
    markdownTable(["backend", "what comes of it", "cards"], placeRows(model)),
    names.length === 0 ? "" : `Other names: ${names.join(", ")}
`
  ].filter((part) => part !== "").join(`
`)
};
function factRows(model, from) {
  let { architecture, family = "none that is modelled", contextLength, precision } = model;
  return [
    ["architecture", architecture],
    ["family", family],
    ["parameters", parametersInWords(model.parameters)],
    ["weights", `${model.weightsGib.toFixed(1)} GiB in ${precision}`],
    ["context", contextLength === void 0 ? "not said" : `${contextLength} tokens`],
    ["configuration", from]
  ];
}

// src/commands/page/page-command.ts
import { dirname as dirname15 } from "node:path";
var PAGE = {
  name: "page",
  synopsis: "[PATH...] --output FILE.html",
  summary: "Writes one HTML page that shows what is deployed for each request, and why.",
  details: `Reads files, folders and globs (default: this folder), or stdin with -. The page needs no network and no
other file; requests that fail stand in it with what is wrong with them.
`,
  options: {
    output: { type: "string", short: "o", value: "FILE.html", help: "the file that is written" },
    set: {
      type: "string",
      value: "PATH=V[,V]",
      isRepeatable: !0,
      help: "what the what-if tables try, as compare has it; a target of each request by default"
    },
    ...FROZEN_OPTION,
    ...REPORT_OPTIONS,
    ...REQUEST_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => page(args, context))
};
async function page(args, context) {
  let patterns = args.positionals.length > 0 ? args.positionals : ["."], file = outputOf(args), sets = args.texts("set");
  readSets(sets), outputThrough(file, commandLineRoot(context.cwd));
  let settings2 = openSettings(optionLayer(args), commandLineRoot(context.cwd, patterns)), input = await readInput(patterns, { settings: settings2, scopeOf: ({ origin }) => dirname15(origin.file) }, context), findings = [...input.findings, ...isEmptyInput(input) ? [noRequests(patterns)] : []];
  if (input.requests.length === 0) return { findings, output: "", notes: "" };
  let { makePage } = await import("./chunk-QEXJFFCE.mjs"), made = await makePage(input, sets, context), unwritten = await writeNamed({ what: "page", file, text: made.text }, context), notes = `${oneLine(file)}: ${counted(input.requests.length, "request")}, ${kilobytes(made.text)} kB
`;
  return {
    findings: [...findings, ...made.findings, ...unwritten],
    output: "",
    notes: unwritten.length > 0 ? "" : notes
  };
}
function outputOf(args) {
  let file = args.text("output");
  if (file === void 0) throw new UsageError("--output FILE.html was expected");
  if (!/\.html?$/i.test(file)) throw new UsageError(`--output ${file} does not end with .html`);
  return file;
}
function kilobytes(text) {
  return Math.ceil(Buffer.byteLength(text) / 1e3);
}

// src/commands/perfdb/perfdb-diff.ts
import { resolve as resolve14 } from "node:path";

// src/perfdb/diff.ts
function changes(from, to, same) {
  let found = [.../* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)])].sort().map((name) => ({ name, from: from[name], to: to[name] }));
  return {
    removed: found.flatMap(
      ({ name, from: a, to: b }) => a !== void 0 && b === void 0 ? [{ name, value: a }] : []
    ),
    added: found.flatMap(
      ({ name, from: a, to: b }) => a === void 0 && b !== void 0 ? [{ name, value: b }] : []
    ),
    changed: found.flatMap(
      ({ name, from: a, to: b }) => a !== void 0 && b !== void 0 && !same(a, b, name) ? [{ name, from: a, to: b }] : []
    )
  };
}
var equal = (a, b) => a === b;
function systemFigures({ name: _, ...spec }) {
  let fields = Object.entries(spec).flatMap(
    ([field, value]) => typeof value == "object" && value !== null ? Object.entries(value).map(([key, entry]) => [`${field}.${key}`, Number(entry)]) : [[field, value]]
  );
  return Object.fromEntries(fields);
}
var figures = ({ systems }) => Object.fromEntries(Object.entries(systems).map(([name, spec]) => [name, systemFigures(spec)])), sameFigures = (a, b) => [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => a[field] === b[field]), tablesOf = (pack) => new Map((pack?.tables ?? []).map((table) => [table.name, table]));
function packDifferences(from, to) {
  let id = ({ system, backend }) => JSON.stringify([system, backend]), [before, after] = [from, to].map(({ index }) => new Map(index.packs.map((pack) => [id(pack), pack])));
  return [.../* @__PURE__ */ new Set([...before?.keys() ?? [], ...after?.keys() ?? []])].sort().flatMap((key) => {
    let [old, now] = [before?.get(key), after?.get(key)], [oldTables, newTables] = [tablesOf(old), tablesOf(now)], rows = (tables2) => Object.fromEntries([...tables2.values()].map(({ name, rows: count }) => [name, count])), tables = changes(
      rows(oldTables),
      rows(newTables),
      (_a, _b, name) => oldTables.get(name)?.sha256 === newTables.get(name)?.sha256
    ), place = old ?? now, isSame = old?.version === now?.version && Object.values(tables).every((list3) => list3.length === 0);
    if (place === void 0 || isSame) return [];
    let { system, backend } = place;
    return [{ system, backend, fromVersion: old?.version, toVersion: now?.version, tables }];
  });
}
var configurations = (data) => Object.fromEntries(
  Object.entries(data.models().models).map(([id, { config: config2, hfQuantConfig }]) => [
    id,
    JSON.stringify([config2, hfQuantConfig ?? null])
  ])
);
function passedRuns(data) {
  let measured = new Set(data.index.packs.map(({ system }) => system)), passed = data.support().rows().filter(({ status, system }) => status === "PASS" && measured.has(system)).map(
    ({ model, system, backend }) => [JSON.stringify([model, system, backend]), { model, system, backend }]
  );
  return new Map(passed.sort(([a], [b]) => a < b ? -1 : 1));
}
function supportDifference(from, to) {
  let [before, after] = [passedRuns(from), passedRuns(to)], without2 = (runs, others) => [...runs].flatMap(([key, run]) => others.has(key) ? [] : [run]);
  return {
    fromCount: before.size,
    toCount: after.size,
    lost: without2(before, after),
    gained: without2(after, before)
  };
}
var nameOf5 = ({ index: { release, sha256 } }) => ({ release, sha256 });
function diffData(from, to) {
  return {
    from: nameOf5(from),
    to: nameOf5(to),
    systems: changes(figures(from), figures(to), sameFigures),
    packs: packDifferences(from, to),
    models: changes(configurations(from), configurations(to), equal),
    families: changes(from.models().families, to.models().families, equal),
    support: supportDifference(from, to)
  };
}

// src/perfdb/diff-output.ts
var shown = (value) => value === void 0 ? "none" : String(value), changedFields = ({ from, to }) => [.../* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)])].filter((field) => from[field] !== to[field]);
function systemLines({ removed, added, changed }) {
  return [
    ...removed.map(({ name }) => `- ${name}`),
    ...added.map(({ name }) => `+ ${name}`),
    ...changed.flatMap((change) => [
      `  ${change.name}`,
      ...changedFields(change).map(
        (field) => `    ${field} ${shown(change.from[field])} -> ${shown(change.to[field])}`
      )
    ])
  ];
}
function packLines({ system, backend, fromVersion, toVersion, tables }) {
  let versions = fromVersion === toVersion ? toVersion : `${shown(fromVersion)} -> ${shown(toVersion)}`;
  return [
    `  ${system} ${backend} ${versions}`,
    ...tables.removed.map(({ name, value }) => `    - ${name}, ${value} rows`),
    ...tables.added.map(({ name, value }) => `    + ${name}, ${value} rows`),
    ...tables.changed.map(
      ({ name, from, to }) => from === to ? `    ${name}, ${to} rows, other contents` : `    ${name}, ${from} -> ${to} rows`
    )
  ];
}
var nameLines = ({ removed, added, changed }, show3) => [
  ...removed.map(({ name, value }) => `- ${name}${show3(value)}`),
  ...added.map(({ name, value }) => `+ ${name}${show3(value)}`),
  ...changed.map(({ name, from, to }) => `  ${name}${show3(from)}${show3(from) === show3(to) ? "" : ` ->${show3(to)}`}`)
];
function runLines(sign, runs) {
  return [...groupBy(runs, ({ model }) => model)].map(([model, ofModel]) => {
    let places = [...groupBy(ofModel, ({ system }) => system)].map(
      ([system, onSystem]) => `${system} (${onSystem.map(({ backend }) => backend).join(", ")})`
    );
    return `${sign} ${model}: ${places.join(", ")}`;
  });
}
var section = (heading, lines) => lines.length === 0 ? [`${heading}: the same`] : [heading, ...lines.map((line) => `  ${line}`)];
function diffLines({ from, to, systems, packs, models, families, support }) {
  let runs = `recorded runs that passed, by model, system and backend: ${support.fromCount} -> ${support.toCount}`;
  return [
    `${from.release} -> ${to.release}`,
    ...section("systems", systemLines(systems)),
    ...section("versions and tables", packs.flatMap(packLines)),
    ...section(
      "models",
      nameLines(models, () => "")
    ),
    ...section(
      "families of architectures",
      nameLines(families, (family) => ` ${family}`)
    ),
    ...section(runs, [...runLines("-", support.lost), ...runLines("+", support.gained)])
  ];
}
var namesOf = (list3) => list3.map(({ name }) => name), runsJson = (runs) => runs.map((run) => ({ ...run })), packJson = ({ tables, fromVersion, toVersion, ...place }) => ({
  ...place,
  fromVersion: fromVersion ?? null,
  toVersion: toVersion ?? null,
  removedTables: tables.removed.map(({ name, value }) => ({ name, rows: value })),
  addedTables: tables.added.map(({ name, value }) => ({ name, rows: value })),
  changedTables: tables.changed.map(({ name, from, to }) => ({ name, fromRows: from, toRows: to }))
}), figuresJson = (change) => ({
  name: change.name,
  fields: changedFields(change).map((field) => ({
    field,
    from: finite(change.from[field]),
    to: finite(change.to[field])
  }))
}), finite = (value) => value === void 0 || value === Number.POSITIVE_INFINITY ? null : value;
function diffJson2({ from, to, systems, packs, models, families, support }) {
  return {
    schemaVersion: 1,
    from: { ...from },
    to: { ...to },
    systems: {
      removed: namesOf(systems.removed),
      added: namesOf(systems.added),
      changed: systems.changed.map(figuresJson)
    },
    packs: packs.map(packJson),
    models: { removed: namesOf(models.removed), added: namesOf(models.added), changed: namesOf(models.changed) },
    families: {
      removed: families.removed.map(({ name, value }) => ({ architecture: name, family: value })),
      added: families.added.map(({ name, value }) => ({ architecture: name, family: value })),
      changed: families.changed.map(({ name, from: was, to: is3 }) => ({ architecture: name, from: was, to: is3 }))
    },
    support: {
      fromCount: support.fromCount,
      toCount: support.toCount,
      lost: runsJson(support.lost),
      gained: runsJson(support.gained)
    }
  };
}

// src/commands/perfdb/pick-diff.ts
var FIGURES2 = ["tokens/s/gpu", "tokens/s/user", "ttft", "tpot", "request_latency", "concurrency"];
function diffPicks(requests, from, to) {
  let [before, after] = [from, to].map((report) => byRequest(report));
  return requests.flatMap((request) => {
    let [old, now] = [before?.get(request), after?.get(request)];
    if (old?.pick === void 0 && now?.pick === void 0) return [];
    let [onlyFrom, onlyTo] = [without(old?.findings, now?.findings), without(now?.findings, old?.findings)];
    return [{ request, from: old?.pick, to: now?.pick, ...compared(old?.pick, now?.pick), onlyFrom, onlyTo }];
  });
}
function commonFindings(from, to) {
  let answered = new Set([...from.profiles, ...to.profiles].map(({ resource }) => resource)), known = new Set(from.findings.map(keyOf2));
  return to.findings.filter((finding) => {
    let isLost = finding.resource !== void 0 && !answered.has(finding.resource);
    return finding.code !== "ENGINE_NEAR" && (isLost || known.has(keyOf2(finding)));
  });
}
function byRequest({ profiles, findings }) {
  let picks = new Map(profiles.map(({ resource, profile: profile2 }) => [resource, pickOf(profile2)])), found = /* @__PURE__ */ new Map();
  for (let finding of findings) {
    let { resource, code } = finding;
    if (resource === void 0 || code === "ENGINE_NEAR") continue;
    let own = found.get(resource) ?? [];
    own.push(finding), found.set(resource, own);
  }
  let all2 = /* @__PURE__ */ new Set([...picks.keys(), ...found.keys()]);
  return new Map(
    [...all2].map((resource) => [resource, { pick: picks.get(resource), findings: found.get(resource) ?? [] }])
  );
}
function keyOf2({ code, message, path, origin }) {
  return JSON.stringify([code, message, path, origin]);
}
function without(some = [], others = []) {
  let known = new Set(others.map(keyOf2));
  return some.filter((finding) => !known.has(keyOf2(finding)));
}
function pickOf(profile2) {
  let { engine, dataRelease: dataRelease2, naive } = profile2, [first] = profile2.picked;
  if (first === void 0) {
    let { replicas = 0, gpusPerWorker = 0 } = naive ?? {}, words2 = `from memory: ${replicas} x ${gpusPerWorker} GPUs`;
    return { engine, dataRelease: dataRelease2, words: words2, gpus: replicas * gpusPerWorker, figures: void 0 };
  }
  let row = toRow(first), figures2 = Object.fromEntries(FIGURES2.map((name) => [name, Number(row[name])])), words = `${first.replicas} x ${profile2.backend} ${LAYOUTS[first.candidate.mode](row)}`;
  return { engine, dataRelease: dataRelease2, words, gpus: first.replicas * first.replicaGpus, figures: figures2 };
}
var LAYOUTS = {
  agg: (row) => `agg ${splitOf(row.parallel)} batch ${row.bs}`,
  disagg: (row) => `disagg ${["(p)", "(d)"].map((role) => `${row[`${role}workers`]} ${splitOf(row[`${role}parallel`])} batch ${row[`${role}bs`]}`).join(" + ")}`
};
function splitOf(parallel) {
  return String(parallel).replace(/(?:pp|dp|etp|ep)1(?!\d)/g, "");
}
function compared(from, to) {
  let isSame = from !== void 0 && from.words === to?.words, [before, after] = [from?.figures, to?.figures];
  if (before === void 0 || after === void 0) return { isSame, changes: void 0 };
  let changes2 = FIGURES2.map((name) => [name, after[name] / before[name] - 1]);
  return { isSame, changes: Object.fromEntries(changes2) };
}

// src/commands/perfdb/pick-diff-output.ts
var HEADINGS = {
  "tokens/s/gpu": "tokens/s/GPU",
  ttft: "ttft ms",
  tpot: "itl ms",
  concurrency: "concurrency"
}, SHOWN = Object.keys(HEADINGS), SUMMED = "tokens/s/gpu";
function pickDiffText(comparison) {
  return [...comparison.differences.map((difference) => requestText2(comparison, difference)), summaryText(comparison)].join(`
`);
}
function requestText2({ from, to }, difference) {
  let sides = [
    [from, difference.from, difference.onlyFrom],
    [to, difference.to, difference.onlyTo]
  ], { changes: changes2 } = difference, change = changes2 && ["change", "", "", ...SHOWN.map((figure) => percent(changes2[figure]))], rows = [...sides.map(([name, pick]) => pickCells(name, pick)), ...change === void 0 ? [] : [change]], heading = ["engine", "pick", "GPUs", ...SHOWN.map((figure) => HEADINGS[figure])], table = formatTable(...rightAligned(heading, rows)), notes = sides.flatMap(([name, , found]) => found.map((finding) => noteText(name, finding))), verdict = difference.isSame ? "the same pick" : "another pick";
  return `${nameOf6(difference)}: ${verdict}
${indented(table)}${notes.join("")}`;
}
function pickCells(name, pick) {
  if (pick === void 0) return [name, "none", "", ...SHOWN.map(() => "")];
  let answered = pick.engine === name ? name : `${name} (by ${pick.engine})`, { figures: figures2 } = pick;
  return [answered, pick.words, String(pick.gpus), ...SHOWN.map((figure) => String(figures2?.[figure] ?? ""))];
}
var WORDS = 2;
function rightAligned(heading, rows) {
  let widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column].length))), aligned = (row) => row.map((cell, column) => column < WORDS ? cell : cell.padStart(widths[column]));
  return [aligned(heading), rows.map(aligned)];
}
function noteText(name, { severity, code, message }) {
  return `  ${name} alone: ${severity} ${code}: ${message}
`;
}
function indented(text) {
  return text.replace(/^(?=.)/gm, "  ");
}
function summaryText({ from, to, differences }) {
  let { same, none, least, median, most } = summaryOf(differences), words = [`${counted(differences.length, "request")}, ${from} -> ${to}`];
  if (words.push(`${same} with the same pick`), none > 0 && words.push(`${none} that one of them does not answer`), median !== null) {
    let range = `${percent(least ?? 0)} to ${percent(most ?? 0)}`;
    words.push(`${HEADINGS[SUMMED]} ${range}, median ${percent(median)}`);
  }
  return `${words.join("; ")}
`;
}
function percent(share) {
  return Number.isFinite(share) ? `${share < 0 ? "" : "+"}${(share * 100).toFixed(1)} %` : "";
}
function summaryOf(differences) {
  let changes2 = differences.flatMap(({ changes: found }) => found?.[SUMMED] ?? []).filter(Number.isFinite).sort((a, b) => a - b), half = changes2.length >> 1, median = changes2.length % 2 === 1 ? changes2[half] : ((changes2[half - 1] ?? 0) + (changes2[half] ?? 0)) / 2;
  return {
    same: differences.filter(({ isSame }) => isSame).length,
    none: differences.filter(({ from, to }) => from === void 0 || to === void 0).length,
    least: changes2[0] ?? null,
    median: changes2.length === 0 ? null : median ?? null,
    most: changes2.at(-1) ?? null
  };
}
function nameOf6({ request: { object: object2, origin } }) {
  let { namespace, name } = refOf(object2);
  return `${namespace === void 0 ? name : `${namespace}/${name}`} (${origin.file})`;
}
function pickDiffJson({ from, to, differences }) {
  let { same, none, ...change } = summaryOf(differences);
  return {
    schemaVersion: 1,
    from,
    to,
    summary: { requests: differences.length, samePicks: same, unanswered: none, [SUMMED]: change },
    requests: differences.map(requestJson)
  };
}
function requestJson({ request, from, to, isSame, changes: changes2, onlyFrom, onlyTo }) {
  let { namespace, name } = refOf(request.object);
  return {
    name,
    namespace: namespace ?? null,
    file: request.origin.file,
    samePick: isSame,
    from: pickJson(from, onlyFrom),
    to: pickJson(to, onlyTo),
    changes: changes2 === void 0 ? null : finiteOf(changes2)
  };
}
function pickJson(pick, only) {
  let findings = only.map(({ severity, code, message }) => ({ severity, code, message }));
  if (pick === void 0) return { pick: null, findings };
  let { engine, dataRelease: dataRelease2, words, gpus, figures: figures2 } = pick;
  return { pick: { engine, data: dataRelease2, words, gpus, figures: figures2 ? finiteOf(figures2) : null }, findings };
}
function finiteOf(numbers) {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number.isFinite(value) ? value : null])
  );
}

// src/commands/perfdb/sides.ts
import { resolve as resolve13 } from "node:path";
function openSide(name, context) {
  let engine = ENGINE_NAMES.find((known) => known === name);
  return engine !== void 0 ? { name, engine, context: { ...context, openStreet: (models) => answeredBy(engine, context.openStreet(models)) } } : openFolder(name, context);
}
function openFolder(name, context) {
  let data = openPerfData(resolve13(context.cwd, name)), engine = ENGINE_NAMES.find((known) => known === dataReleaseOf(data));
  if (engine === void 0) throw new UsageError(`no engine reads data of ${data.release}, which ${name} has`);
  let engines = enginesOver(openEngines(), data);
  return { name, engine, context: { ...context, openStreet: (models) => {
    let { job: _, ...street } = openStreet(engines, models);
    return answeredBy(engine, street);
  } } };
}
function answeredBy(engine, street) {
  return { ...street, parse: (...asked) => ({ ...street.parse(...asked), engine }) };
}

// src/commands/perfdb/perfdb-diff.ts
var PERFDB_DIFF = {
  name: "perfdb diff",
  synopsis: "A B [REQUEST...]",
  summary: "Says what changed between two releases of measured data, or what another engine picks.",
  details: `A and B are releases of this package (${DATA_RELEASES.join(", ")}) or folders that perfdb import wrote. With requests (files,
folders, globs or -) A and B may also be engines without data of their own (${ENGINE_NAMES.join(", ")}): every
request is profiled by both, whatever its target, and what they pick is compared in numbers.
`,
  options: {
    format: { type: "string", value: "NAME", help: "text (default) or json" },
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...UNPRICED_PICK_OPTIONS
  },
  run: runDiff
};
async function runDiff(args, context) {
  let [from, to, ...patterns] = args.positionals;
  if (from === void 0 || to === void 0) throw new UsageError("two releases were expected");
  let isJson = oneOf(args, "format", ["json", "text"]) === "json";
  if (patterns.length > 0) {
    let asked = { from, to, patterns, isJson };
    return runReported(args, context, () => comparePicks(asked, args, context));
  }
  requireUsed(args, OF_DATA, "data alone: name requests whose picks are compared, or leave it out");
  let catalog = openCatalog(), open = (name) => {
    let release = DATA_RELEASES.find((known) => known === name);
    return release === void 0 ? openPerfData(resolve14(context.cwd, name)) : catalog(release);
  }, difference = diffData(open(from), open(to));
  return context.stdout(isJson ? `${jsonText(diffJson2(difference), 1)}
` : `${diffLines(difference).join(`
`)}
`), 0;
}
var OF_DATA = ["format", ...Object.keys(COMMON)];
async function comparePicks({ from, to, patterns, isJson }, args, context) {
  let sides = [openSide(from, context), openSide(to, context)], settings2 = openSettings(optionLayer(args), commandLineRoot(context.cwd, patterns)), input = await readInput(patterns, { settings: settings2 }, context), jobs = jobsOf(args), before = await profileBy(sides[0], input, jobs), after = await profileBy(sides[1], input, jobs), comparison = { from, to, differences: diffPicks(input.requests, before, after) }, findings = [
    ...input.findings,
    ...commonFindings(before, after),
    ...isEmptyInput(input) ? [noRequests(patterns)] : []
  ];
  if (comparison.differences.length === 0) return { findings, output: "", notes: "" };
  let output = isJson ? `${jsonText(pickDiffJson(comparison), 1)}
` : pickDiffText(comparison);
  return { findings, output, notes: "" };
}
async function profileBy({ name, context }, input, jobs) {
  let { requests, termsOf: termsOf2, findings } = withTerms(input.requests, input.settings, context), onStart = showProgress(`profiling by ${name}:`, requests, context), report = await profileInThreads(requests, { termsOf: termsOf2, onStart }, { context, jobs });
  return { ...report, findings: [...findings, ...report.findings] };
}

// src/commands/perfdb/perfdb-import.ts
import { join as join23, resolve as resolve15 } from "node:path";
var PERFDB_IMPORT = {
  name: "perfdb import",
  synopsis: "WHEEL|FOLDER",
  summary: "Packs the measured data of an aiconfigurator release.",
  details: `Reads its wheel or the unpacked folder.
`,
  options: { output: { type: "string", value: "DIR", help: "folder of the pack; default perfdb/X.Y, by its release" } },
  run: runImport
};
async function runImport(args, context) {
  let [source, ...more] = args.positionals;
  if (source === void 0 || more.length > 0) throw new UsageError("one wheel or folder was expected");
  let { importRelease } = await import("./chunk-JIDNDB5A.mjs"), outputOf2 = (version2) => args.text("output") ?? join23("perfdb", dataRelease(version2)), report = await importRelease(
    resolve15(context.cwd, source),
    (version2) => resolve15(context.cwd, outputOf2(version2)),
    { onPack: context.isQuiet === !0 ? () => {
    } : (file) => context.stderr(`${file}
`) }
  ), { version, index, bytes } = report;
  return context.stdout(`${index.packs.length} packs of ${index.release}, ${bytes} bytes in ${outputOf2(version)}
`), 0;
}

// src/perfdb/show.ts
var sum = (tables, field) => tables.reduce((total, table) => total + table[field], 0);
function select(index, { system, backend }) {
  return index.packs.filter(
    (pack) => (system === void 0 || pack.system === system) && (backend === void 0 || pack.backend === backend)
  );
}
var sourcesText = (table) => table.sources.filter(({ kept }) => kept > 0).map(({ framework, version, kept }) => `${framework} ${version} ${kept}`).join(", "), tableLine = (table, width) => `    ${table.name.padEnd(width)}  ${String(table.rows).padStart(7)} rows, ${String(table.hidden).padStart(7)} hidden: ${sourcesText(table)}`;
function packLines2(pack) {
  let { tables } = pack, width = Math.max(0, ...tables.map(({ name }) => name.length));
  return [`  ${pack.backend} ${pack.version}: ${tables.length} tables, ${sum(tables, "rows")} rows, ${sum(tables, "hidden")} hidden`, ...tables.map((table) => tableLine(table, width))];
}
function showLines(index, options = {}) {
  let packs = select(index, options), systems = [...new Set(packs.map(({ system }) => system))];
  return [
    `${index.release}, contents ${index.sha256}`,
    ...systems.flatMap((system) => [system, ...packs.filter((pack) => pack.system === system).flatMap(packLines2)])
  ];
}
function showJson(index, options = {}) {
  return {
    release: index.release,
    sha256: index.sha256,
    packs: select(index, options).map(({ file, system, backend, version, tables }) => ({
      system,
      backend,
      version,
      file,
      rows: sum(tables, "rows"),
      hidden: sum(tables, "hidden"),
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

// src/commands/perfdb/perfdb-show.ts
var PERFDB_SHOW = {
  name: "perfdb show",
  synopsis: "[RELEASE...]",
  summary: "Lists systems, backends, versions, tables, rows and sources of the measured data.",
  details: `Releases of this package: ${DATA_RELEASES.join(", ")}; default: all.
`,
  options: {
    format: { type: "string", value: "NAME", help: "text (default) or json" },
    system: { type: "string", value: "NAME", help: "only this system" },
    backend: { type: "string", value: "NAME", help: "only this backend" }
  },
  run: runShow
};
function releaseOf3(name) {
  let release = DATA_RELEASES.find((known) => known === name);
  if (release === void 0) throw new UsageError(`${name} is not one of ${DATA_RELEASES.join(", ")}`);
  return release;
}
async function runShow(args, context) {
  let isJson = oneOf(args, "format", ["json", "text"]) === "json", catalog = openCatalog(), indexes = (args.positionals.length > 0 ? args.positionals.map(releaseOf3) : DATA_RELEASES).map((name) => catalog(name).index), packs = indexes.flatMap((index) => index.packs), namesOf2 = (field) => [...new Set(packs.map((pack) => pack[field]))].sort(), only = {
    system: oneOf(args, "system", namesOf2("system")),
    backend: oneOf(args, "backend", namesOf2("backend"))
  }, json = { schemaVersion: 1, releases: indexes.map((index) => showJson(index, only)) }, lines = indexes.flatMap((index) => showLines(index, only));
  return context.stdout(isJson ? `${jsonText(json, 1)}
` : `${lines.join(`
`)}
`), 0;
}

// src/commands/profile/columns.ts
var COLUMNS = [
  { name: "rank", heading: "rank", value: ({ rank }) => rank, leftOut: 0 },
  { name: "mode", heading: "mode", value: ({ mode }) => mode },
  {
    name: "backend",
    heading: "backend",
    value: ({ deployment }) => deployment.backend,
    leftOut: 1,
    isTelling: (rows, { deployment: { backend } }) => rows.some(({ deployment }) => deployment.backend !== backend)
  },
  { name: "workers", heading: "workers", value: ({ deployment }) => replicaWords(deployment), leftOut: 0 },
  { name: "replicas", heading: "replicas", value: ({ deployment }) => deployment.replicas, leftOut: 3 },
  { name: "gpus", heading: "GPUs", value: ({ deployment }) => deployment.gpus, leftOut: 2 },
  {
    name: "tokens/s/gpu",
    heading: "tokens/s/GPU",
    value: ({ performance: performance2 }) => performance2.tokensPerSecPerGpu,
    leftOut: 0
  },
  { name: "tokens/s/user", heading: "tokens/s/user", value: ({ performance: performance2 }) => performance2.tokensPerSecPerUser },
  { name: "requests/s", heading: "requests/s", value: ({ performance: performance2 }) => performance2.requestsPerSec, leftOut: 6 },
  { name: "concurrency", heading: "users", value: ({ performance: performance2 }) => performance2.concurrency, leftOut: 7 },
  { name: "ttft", heading: "ttft ms", value: ({ performance: performance2 }) => performance2.ttftMs, leftOut: 4 },
  { name: "itl", heading: "itl ms", value: ({ performance: performance2 }) => performance2.itlMs, leftOut: 4 },
  { name: "request", heading: "request ms", value: ({ performance: performance2 }) => performance2.requestMs },
  { name: "memory", heading: "memory GiB", value: (row) => largestMemory(row)?.usedGib ?? "" },
  { name: "free", heading: "free GiB", value: (row) => largestMemory(row)?.freeGib ?? "", leftOut: 8 },
  costColumn("cost", "cost/h", 3, ({ perHour }) => perHour),
  costColumn("cost/tokens", "cost/M tok", 2, ({ perMillionOutputTokens }) => perMillionOutputTokens),
  costColumn("cost/requests", "cost/M req", 10, ({ perMillionRequests }) => perMillionRequests),
  { name: "targets", heading: "targets", value: ({ meetsTargets }) => meetsTargets ? "met" : "missed", leftOut: 5 }
];
function costColumn(name, heading, leftOut, read2) {
  let value = ({ cost }) => (cost && read2(cost)) ?? "";
  return { name, heading, value, leftOut, isTelling: (rows) => rows.some((row) => value(row) !== "") };
}
var COLUMN_NAMES = COLUMNS.map(({ name }) => name);
function columnNamed(name) {
  return COLUMNS.find((column) => column.name === name.toLowerCase());
}
function largestMemory({ deployment }) {
  return deployment.workers.flatMap(({ memory }) => memory ?? []).toSorted((a, b) => b.usedGib - a.usedGib)[0];
}
function usualColumns(rows, verdict) {
  return COLUMNS.filter(({ leftOut, isTelling }) => leftOut !== void 0 && (isTelling?.(rows, verdict) ?? !0));
}

// src/commands/profile/front-of-answer.ts
function pictureOf({ verdict, front }) {
  return { title: oneLine(verdictTitle(verdict)), front, targets: verdict.targets };
}
async function loadChart() {
  let { frontChart } = await import("./chunk-7WPBHVZD.mjs");
  return (answer2, width) => answer2.front.length === 0 ? "" : frontChart(pictureOf(answer2), width);
}

// src/commands/profile/profile-csv.ts
var LEADING = [
  { heading: "request", value: ({ verdict }) => verdict.name },
  { heading: "namespace", value: ({ verdict }) => verdict.namespace ?? "" },
  { heading: "model", value: ({ verdict }) => verdict.model },
  { heading: "card", value: ({ verdict }) => verdict.gpuSku }
];
function formatCsv(answers, { columns = COLUMNS }) {
  let heading = [...LEADING, ...columns].map(({ heading: text }) => text), rows = answers.flatMap(
    (answer2) => answer2.ranked.map((row) => [
      ...LEADING.map(({ value }) => value(answer2)),
      ...columns.map(({ value }) => value(row))
    ])
  );
  return toCsv(heading, rows);
}

// src/commands/profile/profile-json.ts
function formatJson2(answers) {
  return `${jsonText({ schemaVersion: 1, requests: answers.map(toElement3) }, 1)}
`;
}
function toElement3({ verdict, ranked, front, warnings, profile: profile2 }) {
  return {
    verdict,
    ranked,
    front,
    warnings: warnings.map(toFindingElement),
    experiments: Object.fromEntries(Object.entries(profile2.experiments).map(([mode, table]) => [mode, toTable(table)])),
    picked: profile2.picked.map(toRow)
  };
}
function toTable({ bestThroughput, top, pareto }) {
  return { bestThroughput, top: top.map(toRow), pareto: pareto.map(toRow) };
}

// src/commands/profile/profile-markdown.ts
function formatMarkdown(answers, { columns }) {
  return answers.map((answer2) => section2(answer2, columns)).join(`
`);
}
function section2({ verdict, ranked }, columns) {
  let lines = verdictLines(verdict).map(({ label, text }) => `- **${label}**: ${inMarkdown(text)}
`), tables = [...groupBy(ranked, ({ mode }) => mode)].map(([mode, rows]) => {
    let shown2 = columns ?? usualColumns(rows, verdict), heading = shown2.map((column) => column.heading), table = toMarkdown(
      heading,
      rows.map((row) => shown2.map(({ value }) => value(row)))
    );
    return `
${mode}

${table}`;
  }), legend = tables.length === 0 ? "" : `
${LAYOUT_LEGEND}
`;
  return `### ${inMarkdown(verdictTitle(verdict))}

${lines.join("")}${tables.join("")}${legend}`;
}

// src/commands/profile/profile-svg.ts
async function formatSvg([answer2]) {
  if (answer2 === void 0) return "";
  let { frontFigure } = await import("./chunk-VDZP2UYB.mjs");
  return frontFigure(pictureOf(answer2));
}

// src/commands/profile/explanation-text.ts
var REASONS = { memory: "does not fit", data: "no data", latency: "over the latency limits" };
function formatExplanation({ support, attempts, passedOver }, { picked, sla }) {
  let answers = support.map((answer2) => `support: ${supportInWords(answer2)}
`).join(""), [first] = picked, other = passedOver && first && `${passedOverInWords(passedOver, first, limitsOf(sla).judged)}
`;
  return [answers, other ?? "", ...attempts.map(formatAttempt)].filter((block) => block !== "").join(`
`);
}
function passedOverInWords(other, pick, { latency, limitMs, field }) {
  let { mode, metrics } = other.candidate, name = other.backend === void 0 ? mode : `${mode} with ${other.backend}`, missed = `${field} ${metrics[latency]} ms instead of ${limitMs} ms`;
  return `passed over: ${name} has ${serves(other)}, but ${missed}; the pick has ${serves(pick)} and ${pick.candidate.metrics[latency]} ms`;
}
function serves({ clusterRate, candidate, load }) {
  let rate = `${upTo3Decimals(clusterRate ?? candidate.metrics.tokensPerSecPerGpu)} tokens/s/GPU`;
  return load === void 0 ? rate : `${rate} on ${load.gpus} GPUs${load.servedPercent === void 0 ? "" : ` for ${load.servedPercent} % of the replicas`}`;
}
function formatAttempt({
  name,
  candidates,
  candidatesWithinLimit,
  excluded,
  inexpressible
}) {
  let title = `${name}: ${candidates} configurations ranked, ${candidatesWithinLimit} within the latency target
`, cells = excluded.map(({ layout, role, reason, detail }) => {
    let { tp, dp, moeTp, moeEp, cp } = layout;
    return [role, tp, dp, moeTp, moeEp, cp, REASONS[reason], reason === "data" ? detail : ""];
  }), hidden = inexpressible.length === 0 ? "" : `${inexpressible.length} context-parallel layouts left out: no flag expresses them
`;
  return cells.length === 0 ? title + hidden : `${title}${hidden}${formatTable(["left out", "tp", "dp", "moe tp", "moe ep", "cp", "why", "detail"], cells)}`;
}
function formatInexpressible(ranked) {
  if (ranked.length === 0) return "";
  let cells = ranked.map(({ candidate }, index) => {
    let { tokensPerSecPerGpu, ttftMs, tpotMs } = candidate.metrics;
    return [index + 1, candidateWords(candidate), tokensPerSecPerGpu, ttftMs, tpotMs];
  });
  return `not expressible in flags (context parallel)
${formatTable(["rank", "workers", "tokens/s/GPU", "ttft ms", "itl ms"], cells)}`;
}
function formatStep({ title, lines }) {
  let cells = lines.map(({ name, onceMs, count, totalMs, source }) => [
    name,
    upTo3Decimals(onceMs),
    upTo3Decimals(count),
    upTo3Decimals(totalMs),
    source
  ]), total = upTo3Decimals(lines.reduce((sum2, { totalMs }) => sum2 + totalMs, 0));
  return `${title}, ${total} ms
${formatTable(["operation", "once ms", "times", "together ms", "source"], cells)}`;
}

// src/commands/profile/profile-text.ts
function formatProfiles(answers, shape) {
  let legend = answers.some(({ ranked }) => ranked.length > 0) ? [wrap(LAYOUT_LEGEND, { width: shape.width })] : [];
  return [...answers.map((answer2) => formatAnswer(answer2, shape)), ...legend].join(`
`);
}
function formatAnswer(answer2, shape) {
  let { profile: profile2, request, details: details2 } = answer2;
  return [
    formatVerdict(answer2, shape.width),
    shape.chart?.(answer2, shape.width) ?? "",
    ...formatTables(answer2, shape),
    ...details2 === void 0 ? [] : [formatExplanation(profile2.explanation, { picked: profile2.picked, sla: request.sla })],
    ...details2 === void 0 ? [] : [formatInexpressible(details2.contextParallel), ...details2.steps.map(formatStep)]
  ].filter((block) => block !== "").join(`
`);
}
function formatVerdict({ verdict }, width) {
  let lines = verdictLines(verdict), indent = Math.max(...lines.map(({ label }) => label.length)) + 4;
  return wrap(oneLine(verdictTitle(verdict)), { width }) + lines.map(({ label, text }) => wrap(oneLine(text), { width, indent, lead: `  ${label}` })).join("");
}
function formatTables({ ranked, verdict }, { width, columns }) {
  return [...groupBy(ranked, ({ mode }) => mode)].map(([mode, rows]) => {
    let shown2 = columns ?? usualColumns(rows, verdict);
    return `${mode}
${fittingTable(rows, shown2, columns === void 0 ? width : void 0)}`;
  });
}
function fittingTable(rows, columns, width) {
  let table = formatTable(
    columns.map(({ heading }) => heading),
    rows.map((row) => columns.map(({ value }) => value(row)))
  ), longest = Math.max(...table.split(`
`).map(({ length }) => length)), spare = Math.max(...columns.map(({ leftOut = 0 }) => leftOut));
  return width === void 0 || longest <= width || spare === 0 ? table : fittingTable(
    rows,
    columns.filter(({ leftOut }) => leftOut !== spare),
    width
  );
}

// src/commands/profile/profile-command.ts
var FORMATS5 = {
  text: formatProfiles,
  json: formatJson2,
  csv: formatCsv,
  markdown: formatMarkdown,
  svg: formatSvg
}, FORMAT_NAMES2 = Object.keys(FORMATS5), SHOWING = {
  chart: { type: "boolean", help: "draw the front of both modes below the verdict" },
  top: { type: "string", value: "N", help: `rows of each ranking, ${USUAL_ROWS} by default` },
  columns: {
    type: "string",
    value: "LIST",
    help: "columns of rankings, with commas between; an unknown one lists them"
  },
  explain: {
    type: "boolean",
    help: "add what was left out, the time of every operation, and what no flag expresses"
  }
}, SHOWN_IN = {
  chart: ["text"],
  top: ["text", "json", "csv", "markdown"],
  columns: ["text", "csv", "markdown"],
  explain: ["text"]
}, PROFILE2 = {
  name: "profile",
  synopsis: "FILE...",
  summary: "Says what is picked for each request and why, and ranks the configurations.",
  details: `Reads files, folders, globs or stdin (-). A request that fails does not hide the others.
`,
  options: {
    format: { type: "string", value: "NAME", help: `${FORMAT_NAMES2.join(", ")}; text by default` },
    ...SHOWING,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...PICK_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => profile(args, context))
};
async function profile(args, context) {
  if (args.positionals.length === 0) throw new UsageError("a file, a folder, a glob or - was expected");
  let format = oneOf(args, "format", FORMAT_NAMES2) ?? "text";
  requireShown(args, format, SHOWN_IN);
  let topRows = topOf(args), columns = columnsOf(args), chart = args.isSet("chart") ? await loadChart() : void 0, settings2 = openSettings(optionLayer(args), commandLineRoot(context.cwd, args.positionals)), input = await readInput(args.positionals, { settings: settings2 }, context), { requests, termsOf: termsOf2, findings: before } = withTerms(input.requests, settings2, context), onStart = showProgress("profiling", requests, context), report = await profileInThreads(requests, { termsOf: termsOf2, onStart }, { context, jobs: jobsOf(args) }), findings = [
    ...input.findings,
    ...before,
    ...report.findings,
    ...isEmptyInput(input) ? [noRequests(args.positionals)] : []
  ];
  if (format === "svg" && report.profiles.length > 1)
    throw new UsageError(`--format svg draws one request, and there are ${report.profiles.length}`);
  let isExplained = args.isSet("explain"), warnings = groupBy(
    report.findings.filter(({ severity }) => severity === "warning"),
    ({ resource }) => resource
  ), answers = report.profiles.map((profiled) => {
    let { street } = termsOf2(profiled.resource), { prices } = settings2.at(profiled.resource.origin.file).settings;
    return toAnswer2(profiled, {
      street,
      warnings: warnings.get(profiled.resource) ?? [],
      topRows,
      prices,
      isExplained
    });
  }), shape = { width: textWidth(context), columns, chart };
  return { findings, output: await FORMATS5[format](answers, shape), notes: "" };
}
function toAnswer2({ request, profile: made }, { street, warnings, topRows, prices, isExplained }) {
  return {
    request,
    profile: made,
    ...verdictWithRanking(street.judged(request, made), { topRows, prices }),
    warnings,
    details: isExplained ? street.explain(request, made) : void 0
  };
}
function topOf(args) {
  let text = args.text("top");
  if (text === void 0) return USUAL_ROWS;
  let rows = Number(text);
  if (!/^\d+$/.test(text) || rows < 1) throw new UsageError(`--top ${text} is not a number from 1 on`);
  return rows;
}
function columnsOf(args) {
  return args.text("columns")?.split(",")?.map((name) => {
    let column = columnNamed(name.trim());
    if (column === void 0) throw new UsageError(`--columns ${name} is not one of ${COLUMN_NAMES.join(", ")}`);
    return column;
  });
}

// src/commands/files/prune.ts
function filesToPrune(store, run, root) {
  let leftOver = findLeftOver(store, run, root), files = [...new Set(leftOver.value.map(({ origin }) => origin.file))], conflicts = files.flatMap((file) => {
    let graphs = leftOver.value.filter(({ origin }) => origin.file === file), { value = [], findings } = readCommitted(file, root), other = value.find((resource) => !isMadeWith(graphs, resource));
    return other === void 0 ? findings : toFindings(notAlone(file, other));
  });
  return { value: files, findings: [...leftOver.findings, ...conflicts] };
}
function isMadeWith(graphs, { object: object2, origin }) {
  if (graphs.some((graph) => graph.origin.index === origin.index)) return !0;
  let request = labelOf(object2, REQUEST_LABEL);
  if (request === void 0) return !1;
  let { namespace } = refOf(object2);
  return graphs.some((graph) => labelOf(graph.object, REQUEST_LABEL) === request && refOf(graph.object).namespace === namespace);
}
function notAlone(file, { object: object2, origin }) {
  return new RenderError("OUTPUT_CONFLICT", {
    message: `${file} is left over, but is not removed: it also holds ${describeRef(refOf(object2))}, which no request made`,
    origin,
    hint: "move that to another file, or remove the graph by hand"
  });
}

// src/commands/files/untracked-files.ts
import { dirname as dirname16 } from "node:path";
function untrackedFiles(files, context) {
  let folders = [...new Set(files.map((file) => dirname16(file)))];
  if (folders.length === 0) return [];
  let listing = ["--literal-pathspecs", "ls-files", "--others", "--exclude-standard", "-z", "--", ...folders], { isFine, stdout } = askGit(listing, context), untracked = new Set(isFine ? stdout.toString("utf8").split("\0") : []);
  return files.filter((file) => untracked.has(file));
}

// src/commands/files/file-output.ts
var FILE_OPTIONS = {
  "output-dir": { type: "string", value: "DIR", help: "write <namespace>-<name>.yaml files instead of printing" },
  beside: { type: "boolean", help: "write q.dgd.yaml beside q.yaml or q.dgdr.yaml instead of printing" },
  prune: { type: "boolean", help: "write files, and remove those of graphs whose request is gone" },
  "exit-code": { type: "boolean", help: "write files, and fail if one changes or is unknown to git (for hooks)" }
};
function fileOutputOf(args) {
  let dir = args.text("output-dir"), asked = ["prune", "beside", "exit-code"].filter((name) => args.isSet(name));
  if (dir === void 0 && asked.length === 0) return;
  let isPruned = asked.includes("prune");
  if (dir !== void 0 && asked.includes("beside"))
    throw new UsageError("--beside cannot be combined with --output-dir");
  if (args.positionals.includes(STDIN) && (dir === void 0 || isPruned))
    throw new UsageError(`--${asked[0]} cannot be combined with - (stdin)`);
  return {
    store: dir === void 0 ? storeBeside() : storeOf(dir),
    isPruned,
    failsOnChange: asked.includes("exit-code")
  };
}
function planFiles({ store, isPruned, failsOnChange }, { input, report }) {
  let graphs = report.graphs.length, { root } = input.settings;
  try {
    let all2 = store.plan(report.graphs), files = all2.map((file) => ({ name: displayName(store, file.name, root), text: textOf2(file) })), planned = files.map(({ name }) => name), known = { inputs: new Set(input.files), failed: failedFiles(input, report), planned }, surplus = isPruned ? filesToPrune(store, known, root) : { value: [], findings: [] }, differences = failsOnChange ? all2.flatMap((file) => changesOf(file, store, root)) : [];
    return { root, files, removals: surplus.value, graphs, differences, findings: surplus.findings };
  } catch (error) {
    return { root, files: [], removals: [], graphs, differences: [], findings: toFindings(error) };
  }
}
function changesOf(planned, store, root) {
  let file = displayName(store, planned.name, root), { value = [] } = readCommitted(file, root);
  return findDrift(planned.graphs, value).filter(({ kind }) => kind === "changed").map((drift) => ({ ...drift, file }));
}
async function writeFiles(output, changes2, context) {
  try {
    let changed = await context.untilSafe((signal) => writeAllOrNothing(changes2, { root: changes2.root, signal }));
    return { findings: output.failsOnChange ? changeFindings(changes2, changed, context) : [], notes: summarize4(output, changes2, changed) };
  } catch (error) {
    return { findings: toFindings(error), notes: "" };
  }
}
function changeFindings({ files, removals }, changed, context) {
  let kept = files.map(({ name }) => name).filter((name) => !changed.includes(name));
  return [
    ...changed.map((name) => changeFinding(name, "written")),
    ...untrackedFiles(kept, context).map((name) => changeFinding(name, "untracked")),
    ...removals.map((name) => changeFinding(name, "removed"))
  ];
}
function summarize4({ store, failsOnChange }, { graphs, removals, differences }, changed) {
  let removed = removals.length === 0 ? "" : `, ${removals.length} removed`, count = `${counted(graphs, "graph")} ${oneLine(store.where)}, ${changed.length} changed${removed}
`, names = [...changed, ...removals.map((name) => `${name} (removed)`)];
  return failsOnChange ? `${formatDifferences(differences)}${count}` : `${count}${names.map((name) => `  ${oneLine(name)}
`).join("")}`;
}

// src/commands/read/template-marks.ts
var SOURCE_COMMENT = /^# Source: .*\n/m, SOURCE_ANNOTATION = "postrenderer.helm.sh/postrender-filename";
function emitInPlaceOf(text, replaced, document) {
  let template = annotationsOf(replaced)[SOURCE_ANNOTATION], marked2 = template === void 0 ? document : withAnnotations(document, { [SOURCE_ANNOTATION]: template });
  return (SOURCE_COMMENT.exec(text)?.[0] ?? "") + emitYaml(marked2);
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
    ...FILE_OPTIONS,
    "only-applied": { type: "boolean", help: "print no graph of a request that says autoApply: false" },
    "keep-requests": { type: "boolean", help: "print the requests too, before their graphs" },
    "allow-empty": { type: "boolean", help: "find no request and still succeed" },
    ...PREVIOUS_OPTION,
    ...AGAINST_OPTION,
    ...FROZEN_OPTION,
    ...JOBS_OPTION,
    ...REPORT_OPTIONS,
    ...GRAPH_OPTIONS
  },
  idle: [
    {
      options: ["only-applied", "keep-requests"],
      beside: Object.keys(FILE_OPTIONS),
      why: "it is about what is printed, and files are written; leave one of them out"
    }
  ],
  run: (args, context) => runReported(args, context, () => render(args, context))
};
async function render(args, context) {
  let patterns = args.positionals.length > 0 ? args.positionals : ["."], files = fileOutputOf(args), root = rootOf2(args, patterns, context), settings2 = openSettings(optionLayer(args), root), input = await readInput(patterns, { settings: settings2, scopeOf: files?.store.scopeOf }, context);
  await settleFolders(input.files, [args.text("output-dir"), args.text("previous")], context);
  let previous = readPrevious(args.text("previous"), root, input.findings), rendered = await renderInput(input, context, jobsOf(args)), kept = { graphs: rendered.graphs, store: files?.store ?? storeBeside(), root }, unstable = [...checkStable(rendered.graphs, previous.graphs), ...await checkAgainst(args, kept, context)], report = { ...rendered, findings: [...rendered.findings, ...unstable] }, isEmpty2 = isEmptyInput(input) && !args.isSet("allow-empty"), planned = files && planFiles(files, { input, report }), findings = [
    ...input.findings,
    ...previous.findings,
    ...report.findings,
    ...planned?.findings ?? [],
    ...isEmpty2 ? [noRequests(patterns, { mayBeEmpty: !0 })] : []
  ];
  if (exitCodeOf(findings) !== 0)
    return { findings, output: "", notes: input.requests.length > 0 ? summarize5(input, report) : "" };
  if (files === void 0 || planned === void 0)
    return { findings, output: toStream2(input, report.graphs, args), notes: "" };
  let written = await writeFiles(files, planned, context);
  return { findings: [...findings, ...written.findings], output: "", notes: written.notes };
}
function rootOf2(args, patterns, { cwd }) {
  return commandLineRoot(cwd, [...patterns, args.text("output-dir") ?? ".", args.text("previous") ?? "."]);
}
function toStream2({ documents, settings: settings2 }, graphs, args) {
  let [keepsRequests, isOnlyApplied] = [args.isSet("keep-requests"), args.isSet("only-applied")], all2 = documents.map((document) => ({ text: document.text, object: objectOf(document, settings2.root) })), { inPlace, following } = placeDocuments(
    all2.flatMap(({ object: object2 }) => object2 === void 0 ? [] : [object2]),
    graphs
  ), texts = all2.flatMap(({ text, object: object2 }) => {
    let fresh = object2 && (inPlace.get(object2) ?? following.get(object2));
    if (object2 === void 0 || fresh === void 0) return [text];
    let made = fresh.filter(({ rendered }) => rendered.isApplied || !isOnlyApplied).map(({ document }) => emitInPlaceOf(text, object2, document));
    return keepsRequests && following.has(object2) ? [text, ...made] : made;
  });
  return joinStream(texts);
}
function objectOf({ text, resource }, { budget }) {
  if (resource !== void 0 || !isLabelled(text)) return resource?.object;
  try {
    return parseStream(text, { file: STDIN_FILE, limits: STREAM_LIMITS, budget })[0]?.resource?.object;
  } catch (error) {
    if (error instanceof RenderError && budget.spent === void 0) return;
    throw error;
  }
}
function summarize5(input, { findings }) {
  let failed4 = new Set(findings.filter((one) => one.severity === "error").map((one) => one.resource)).size;
  return `nothing was rendered: ${failed4 > 0 ? `${failed4} of ${input.requests.length} requests failed` : "the input has errors"}
`;
}

// src/render/graph-workloads.ts
function graphWorkloads(graphs, termsOf2) {
  let made = graphs.map((graph) => workloadsOf(graph, termsOf2(graph))), sighted = graphs.flatMap((resource) => sightsOf(resource.object, { resource, path: "metadata.name" }, termsOf2(resource).options.namespace));
  return {
    workloads: made.map(({ graph, objects }) => ({ graph, objects })),
    findings: [
      ...made.flatMap(({ findings }) => findings),
      ...findTwins2(made),
      ...findSights(sighted, (graph) => termsOf2(graph).isStrict)
    ]
  };
}
function workloadsOf(graph, terms) {
  let { options, imageMirrors, isStrict } = terms, find = (code, details2) => {
    let { path, message, hint } = details2;
    return builtFinding(code, { resource: graph, path: graphPath(path), message, hint }, isStrict);
  }, doubts = doubtsOf(graph).map(({ code, note }) => builtFinding(code, { ...note, resource: graph }, isStrict)), refused4 = checkSchema(graph.object).map((problem) => find(ADMISSION_CODES[problem.severity], problem));
  if (refused4.some(({ severity }) => severity === "error"))
    return { graph, objects: [], findings: [...doubts, ...refused4] };
  let { objects, problems } = toWorkloads(applyImageMirrors(graph.object, { request: { imageMirrors } }), options), found = problems.map((problem) => find(problem.code, problem));
  return { graph, objects, findings: [...doubts, ...refused4, ...found] };
}
function findTwins2(made) {
  let own = made.flatMap(({ graph, objects }) => objects.map((object2) => ({ graph, object: object2 }))).filter(({ object: object2 }) => object2.kind !== "CustomResourceDefinition");
  return [...groupBy(own, ({ object: object2 }) => identityOf(object2)).values()].flatMap(
    ([first, ...others]) => others.map(
      ({ graph, object: object2 }) => builtFinding("OBJECT_DUPLICATE", {
        resource: graph,
        path: "metadata.name",
        message: `${describeRef(refOf(object2))} is made of the graph ${refOf(first.graph.object).name} already`,
        hint: "rename one of the graphs, or give both a namespace"
      })
    )
  );
}

// src/commands/workloads.ts
var STDIN_LIMITS2 = { ...REQUEST_LIMITS, bytes: STREAM_LIMITS.bytes, tokens: STREAM_LIMITS.tokens }, WORKLOADS = {
  name: "workloads",
  synopsis: "FILE...|-",
  summary: "Turns graphs, whoever wrote them, into plain Kubernetes workloads for a cluster without the operator.",
  details: `Reads files, folders and globs, or stdin with -. What stands beside the graphs passes through. What needs the
operator is an error that names the way out, and nothing is printed then (docs/workloads.md).
`,
  options: {
    ...optionsOf(SETTING_PATHS.filter((path) => path.startsWith("workloads.") || path === "imageMirrors")),
    ...STRICT_OPTION,
    ...REPORT_OPTIONS
  },
  run: (args, context) => runReported(args, context, () => printWorkloads(args, context))
};
async function printWorkloads(args, context) {
  let { positionals } = args;
  if (positionals.length === 0) throw new UsageError("name files with graphs, or - for stdin");
  let settings2 = openSettings(optionLayer(args), commandLineRoot(context.cwd, positionals)), { read: documents, findings } = await readDocuments(positionals, settings2.root, context), resources = documents.flatMap(({ resource }) => resource ?? []), graphs = resources.filter(({ object: object2 }) => isGraph(object2)), report = graphWorkloads(graphs, (graph) => termsOf(graph, settings2)), left = resources.filter(({ object: object2 }) => isRequest(object2)).map(requestLeft), all2 = [...findings, ...projectFindings(graphs, settings2), ...report.findings, ...left];
  if (graphs.length === 0 && exitCodeOf(all2) === 0) return { findings: [...all2, noGraphs2(positionals)], output: "", notes: "" };
  if (exitCodeOf(all2) !== 0)
    return { findings: all2, output: "", notes: `nothing was printed: the graphs have errors
` };
  let made = new Map(report.workloads.map(({ graph, objects }) => [graph, objects])), texts = documents.flatMap(({ text, resource }) => {
    let objects = resource && made.get(resource);
    return objects === void 0 ? [text] : objects.map(emitYaml);
  });
  return { findings: all2, output: joinStream(withoutRepeats(texts)), notes: "" };
}
async function readDocuments(patterns, root, context) {
  if (patterns.includes(STDIN)) {
    if (patterns.length > 1) throw new UsageError("- (stdin) cannot be combined with other paths");
    let { budget } = root, text = decodeUtf8(await context.readStdin(), STDIN_FILE, budget);
    return readAll([() => documentsOf(text, { file: STDIN_FILE, source: "", budget })]);
  }
  let missing2 = [], files = findFiles(patterns, root, { fail: (error) => {
    missing2.push(error);
  } }), { read: read2, findings } = readAll(files.map((file) => () => documentsIn(file)));
  return { read: read2, findings: [...missing2.map((error) => error.toFinding()), ...findings] };
}
function documentsIn(found) {
  let text = readMentioning(found, { isWanted: isGraph, mention: GRAPH_KIND, limits: GRAPH_FILE_LIMITS });
  if (text === void 0) return [];
  let documents = documentsOf(text, found);
  return documents.some(
    ({ resource }) => resource && (isGraph(resource.object) || isRequest(resource.object))
  ) || found.isNamed ? documents : [];
}
function documentsOf(text, { file, source, budget }) {
  return parseStream(text, { file, source, budget, limits: STDIN_LIMITS2, mustMention: GRAPH_KIND }).flatMap((document) => openList(document, isGraph));
}
function termsOf({ origin }, { at: at2 }) {
  let { settings: settings2 } = at2(origin.file);
  return {
    options: toWorkloadOptions(settings2.workloads ?? {}),
    imageMirrors: settings2.imageMirrors ?? [],
    isStrict: settings2.strict
  };
}
function projectFindings(graphs, { projectOf }) {
  return [...new Set(graphs.map(({ origin }) => projectOf(origin.file)))].flatMap(({ errors, warnings }) => [...errors, ...warnings]);
}
function requestLeft(resource) {
  return findingOf("REQUEST_LEFT", {
    message: `a ${REQUEST_KIND} is no graph yet`,
    path: "kind",
    hint: "render it: dgdr-render render --emit workloads",
    origin: resource.locate("kind"),
    resource
  });
}
function noGraphs2(patterns) {
  let where = patterns.includes(STDIN) ? STDIN_FILE : patterns.join(", ");
  return findingOf("NO_REQUESTS", { message: `no ${GRAPH_KIND} in ${where}`, hint: "name a file that holds one" });
}
function withoutRepeats(texts) {
  let isCrd = (text) => text.includes(`
kind: CustomResourceDefinition
`);
  return texts.filter((text, index) => !isCrd(text) || texts.indexOf(text) === index);
}

// src/cli.ts
var COMMANDS2 = [
  INIT,
  RENDER,
  CHECK,
  DIFF,
  WORKLOADS,
  LOCK2,
  PROFILE2,
  COMPARE,
  PAGE,
  CONFIG_SHOW,
  MIGRATE,
  HARDWARE,
  DOCTOR,
  FUNCTION2,
  ARGOCD_INIT,
  ARGOCD_GENERATE,
  ARGOCD_PARAMETERS,
  ARGOCD_DISCOVER,
  MODELS_LIST,
  MODELS_SHOW,
  MODELS_ADD,
  PERFDB_SHOW,
  PERFDB_DIFF,
  PERFDB_IMPORT,
  CODES_COMMAND,
  completionOf(() => COMMANDS2)
], EXIT_USAGE = 2, EXIT_BUG = 70;
async function main(argv, context) {
  try {
    return await dispatch(argv, context);
  } catch (error) {
    return explain(error, argv, context);
  }
}
async function dispatch(argv, context) {
  let [first, ...rest] = argv;
  if (first === "--version" || first === "-v")
    return context.stdout(`${VERSION}
`), 0;
  if (first === "--help" || first === "-h" || first === "help")
    return context.stdout(helpAbout(first === "help" ? rest.filter((word) => !isHelp(word)) : [])), 0;
  let command = commandOf2(argv);
  return command === void 0 ? aboutGroup(argv, context) : runCommand(command, argv.slice(command.name.split(" ").length), context);
}
function isHelp(word) {
  return word === "--help" || word === "-h";
}
function helpAbout(words) {
  if (words.length === 0) return overview(COMMANDS2);
  let command = commandOf2(words);
  if (command !== void 0) return helpOf(command);
  let group = groupOf(words);
  if (group.length === 0) throw new UsageError(unknownCommand(words));
  return overview(group);
}
function aboutGroup(argv, context) {
  let [first, second] = argv, group = groupOf(argv.slice(0, 1));
  if (group.length > 0 && isHelp(second))
    return context.stdout(overview(group)), 0;
  throw first === void 0 ? new UsageError("a command was expected") : group.length > 0 && second === void 0 ? new UsageError(`there is no command ${first}, but ${group.map(({ name }) => name).join(", ")}`) : new UsageError(unknownCommand(argv));
}
function groupOf([word, ...others]) {
  return others.length > 0 ? [] : COMMANDS2.filter(({ name }) => name.startsWith(`${word} `));
}
function unknownCommand(argv) {
  let words = argv.slice(0, 2).filter((word) => !word.startsWith("-")), names = COMMANDS2.map(({ name }) => name), near = didYouMean(words.join(" "), names) || didYouMean(words[0] ?? "", names);
  return `there is no command ${argv.slice(0, 2).join(" ")}${near}`;
}
function commandOf2(argv) {
  return COMMANDS2.find(({ name }) => name.split(" ").every((word, i) => argv[i] === word));
}
function explain(error, argv, context) {
  if (error instanceof UsageError) {
    let name = commandOf2(argv)?.name;
    return context.stderr(
      `dgdr-render: ${error.message}
  hint: see dgdr-render ${name === void 0 ? "" : `${name} `}--help
`
    ), EXIT_USAGE;
  }
  if (error instanceof RenderError || error instanceof RenderErrors || isSystemError(error)) {
    let findings = toFindings(error);
    return context.stderr(reportText(findings, context)), exitCodeOf(findings);
  }
  let stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return context.stderr(`dgdr-render ${VERSION}: this is a bug, please report it with the request
${stack}
`), EXIT_BUG;
}
function overview(commands) {
  let width = Math.max(...commands.map(({ name }) => name.length));
  return `usage: dgdr-render COMMAND [--help]

Renders DynamoGraphDeploymentRequest manifests into DynamoGraphDeployment manifests, offline.

${commands.map(({ name, summary: summary2 }) => `  ${name.padEnd(width)}  ${summary2}`).join(`
`)}

exit codes: 0 fine, 1 errors in the input or drift, 2 wrong call or function config, 70 a bug
`;
}

// src/commands/cli/process-context.ts
import { writeSync as writeSync2 } from "node:fs";
import { availableParallelism } from "node:os";

// src/commands/cli/compile-later.ts
import { setFlagsFromString } from "node:v8";
var FLAGS = {
  20: "--interrupt-budget=700000 --max-inlined-bytecode-size-cumulative=150"
};
function compileLater() {
  let flag = FLAGS[process.versions.node.split(".")[0] ?? ""];
  flag !== void 0 && setFlagsFromString(flag);
}

// src/commands/cli/hold-signals.ts
import { setImmediate as nextTurn2 } from "node:timers/promises";
var ENDING = ["SIGINT", "SIGTERM", "SIGHUP"];
async function holdSignals(work) {
  let controller = new AbortController(), hold = (name) => controller.abort(name);
  for (let name of ENDING) process.on(name, hold);
  try {
    return await work(controller.signal);
  } finally {
    await nextTurn2();
    for (let name of ENDING) process.off(name, hold);
    controller.signal.aborted && process.kill(process.pid, controller.signal.reason);
  }
}

// src/commands/cli/progress.ts
var FIRST_MS = 500, EVERY_MS = 100, ERASE = "\r\x1B[K";
function progressLine({ write: write2, columns, now }) {
  let next = now() + FIRST_MS, isShown = !1;
  return {
    show: (text) => {
      now() < next || (next = now() + EVERY_MS, isShown = !0, write2(`${ERASE}${fitting(oneLine(text), columns() - 1)}`));
    },
    erase: () => {
      isShown && write2(ERASE), isShown = !1;
    }
  };
}
var NO_PROGRESS = { show: () => {
}, erase: () => {
} };
function fitting(text, columns) {
  let room = columns, kept = "";
  for (let character of text) {
    if (room -= character > "~" ? 2 : 1, room < 0) break;
    kept += character;
  }
  return kept;
}

// src/commands/cli/streams.ts
import { fstatSync as fstatSync3, writeSync } from "node:fs";
function printTo(name, stream) {
  return isFile(stream) ? (text) => {
    try {
      writeAll(stream.fd, Buffer.from(text));
    } catch (error) {
      throw isSystemError(error) ? cannotPrint(name, error) : error;
    }
  } : (text) => {
    stream.write(text);
  };
}
function isFile({ fd, isTTY }) {
  if (isTTY) return !1;
  try {
    let stat = fstatSync3(fd);
    return !stat.isFIFO() && !stat.isSocket();
  } catch {
    return !1;
  }
}
function writeAll(descriptor, bytes) {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}
function cannotPrint(name, { code }) {
  let gone = code === "EPIPE" ? ", its reader is gone" : "";
  return new RenderError("OUTPUT_FAILED", { message: `${name} cannot be written: ${code}${gone}` });
}

// src/commands/cli/process-context.ts
function processContext() {
  let { env, stderr, stdin, stdout } = process, isTerminal = stderr.isTTY === !0 && env.TERM !== "dumb", line = isTerminal ? progressLine(terminal(stderr)) : NO_PROGRESS, print2 = (name) => {
    let write2 = printTo(name, process[name]);
    return (text) => {
      line.erase(), write2(text);
    };
  };
  return {
    cwd: workingFolder(),
    env,
    readStdin: () => readAll2(stdin),
    stdout: print2("stdout"),
    stderr: print2("stderr"),
    untilSafe: holdSignals,
    progress: line.show,
    columns: stdout.isTTY === !0 && stdout.columns || void 0,
    isColoured: isTerminal && (env.NO_COLOR ?? "") === "",
    threads: { entry: new URL("./dgdr-render-thread.mjs", import.meta.url), processors: availableParallelism() },
    openStreet: (models) => openStreet(openEngines(), models)
  };
}
function terminal(stream) {
  return {
    write: (text) => {
      stream.write(text);
    },
    columns: () => stream.columns || DEFAULT_COLUMNS,
    now: () => performance.now()
  };
}
var DEFAULT_COLUMNS = 80;
async function readAll2(stream) {
  let chunks = [], bytes = 0;
  for await (let chunk of stream)
    if (chunks.push(chunk), bytes += chunk.length, bytes > STREAM_LIMITS.bytes) break;
  return Buffer.concat(chunks);
}
function workingFolder() {
  try {
    return process.cwd();
  } catch (error) {
    throw isSystemError(error) ? new RenderError("INPUT_NOT_FOUND", {
      message: `the working directory cannot be read: ${error.code}`,
      hint: "change to a folder that exists"
    }) : error;
  }
}
var CANNOT_PRINT = 1;
async function runProcess(main2) {
  compileLater(), config({ jitless: !0 });
  let failures = [];
  for (let name of ["stdout", "stderr"])
    process[name].on("error", (error) => failures.push(cannotPrint(name, error)));
  process.on("exit", (code) => {
    failures.length !== 0 && (sayLast(failures.slice(0, 1)), process.exitCode = code === 0 ? CANNOT_PRINT : code);
  });
  try {
    process.exitCode = await main2(processContext());
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    failures.push(error);
  }
}
function sayLast(errors) {
  try {
    writeSync2(process.stderr.fd, reportText(errors.flatMap(toFindings), { isColoured: !1 }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

export {
  main,
  runProcess
};
