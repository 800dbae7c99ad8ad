import type { Warn } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { GROUP, REQUEST_KIND } from '../kinds.ts';
import { doubtsOf } from '../krm/doubts.ts';
import type { Resource } from '../krm/resource.ts';
import { show } from '../words.ts';
import { toCarried } from './carried.ts';
import { freezeDeep } from './copy.ts';
import { toEmit } from './emit.ts';
import { checkSearchStrategy, toFeatures, toPickingMode } from './features.ts';
import { checkFieldEffects, checkFieldNames } from './fields.ts';
import { alphaHint, isAlphaRequest } from './from-alpha.ts';
import { toHardware } from './hardware.ts';
import { toImage } from './images.ts';
import { mendsOf } from './mends.ts';
import { checkGraphName, toIdentity } from './names.ts';
import { toModelCache, toOverrides } from './overrides.ts';
import { warnAboutOverruled } from './overruled.ts';
import { checkPlaceholders } from './placeholders.ts';
import { createReport, type Report } from './report.ts';
import type { Request } from './request.ts';
import { checkAnnotations, toRouting } from './routing.ts';
import { dgdrSchema, type Metadata, type Spec } from './schema.ts';
import type { RequestDefaults } from './settings.ts';
import { checkShape } from './shape.ts';
import { toSla } from './sla.ts';
import { toSupport } from './support.ts';
import { toGoal } from './target.ts';
import { toWishes } from './wishes.ts';
import { toWorkload } from './workload.ts';
import { toWorkloadOptions } from './workload-options.ts';

const API_VERSION = `${GROUP}/v1beta1`;

/** Whether an object is a DGDR of whatever version; one without a readable version counts, so that it gets an error. */
export function isRequest(object: JsonObject): boolean {
  const { kind, apiVersion } = object;
  return kind === REQUEST_KIND && (typeof apiVersion !== 'string' || apiVersion.startsWith(`${GROUP}/`));
}

/**
 * Reads and checks one DGDR, `defaults` filling what it leaves out.
 * @throws RenderErrors with every error of the request, each with its field, line and hint.
 */
export function parseRequest(resource: Resource, defaults: RequestDefaults, warn: Warn): Request {
  const report = createReport(resource.locate, warn);
  checkVersion(resource, report);
  checkPlaceholders(resource.object, report);
  checkFieldNames(resource.object, report);
  warnAboutOverruled(resource, defaults, report);
  const dgdr = checkShape({ schema: dgdrSchema, value: resource.object, path: '', code: 'REQUEST_INVALID', report });
  reportDoubts(resource, report);
  if (dgdr?.spec === undefined) {
    report.broken('REQUEST_INVALID', {
      path: 'spec',
      message: 'spec is missing',
      hint: 'set spec.model and spec.hardware',
    });
  }
  const request = toRequest(resource, { metadata: dgdr?.metadata ?? {}, spec: dgdr?.spec ?? {}, defaults, report });
  report.settle();
  return freezeDeep(request);
}

/** What a request says must not depend on who reads its YAML. */
function reportDoubts(resource: Resource, report: Report): void {
  for (const { code, note } of doubtsOf(resource)) {
    if (code === 'YAML_INVALID') report.fail(code, note);
    else report.warn(code, note);
  }
}

interface Parts {
  readonly metadata: Metadata;
  readonly spec: Spec;
  readonly defaults: RequestDefaults;
  readonly report: Report;
}

function toRequest({ origin, source, locate }: Resource, { metadata, spec, defaults, report }: Parts): Request {
  const { name, namespace } = toIdentity(metadata, report);
  checkAnnotations(metadata, report);
  const model = toModel(spec, report);
  const { compat, target: configured } = defaults;
  const image = toImage(spec, { defaults, mends: mendsOf(compat) }, report);
  const { runtimeVersionOverride, backend = 'auto' } = spec;
  const { target, engine, mends } = toGoal({ compat, configured, runtimeVersionOverride, image }, report);
  const hardware = toHardware(spec, { defaults, mends, target }, report);
  checkSearchStrategy(spec, defaults, report);
  const emit = toEmit(metadata, defaults, report);
  checkGraphName({ name, spec, target, emit }, report);
  checkFieldEffects(spec, target, report);
  return {
    ...{
      name,
      namespace,
      origin: { ...origin },
      source,
      model,
      backend,
      image,
      target,
      engine,
      runtimeVersionOverride,
      hardware,
    },
    imageMirrors: defaults.imageMirrors ?? [],
    workload: toWorkload(spec, report),
    sla: toSla(spec, report),
    searchStrategy: spec.searchStrategy ?? 'rapid',
    pickingMode: toPickingMode(spec),
    support: toSupport(metadata, defaults, report),
    wishes: toWishes(metadata, defaults, report),
    modelCache: toModelCache(spec, report),
    overrides: toOverrides(spec, report),
    features: toFeatures(spec, report),
    routing: toRouting(metadata, spec, defaults, report),
    carried: toCarried(metadata),
    autoApply: spec.autoApply ?? true,
    fluxSubstitute: defaults.fluxSubstitute,
    emit,
    workloads: toWorkloadOptions(defaults.workloads ?? {}),
    mends,
    locate,
  };
}

/** A Hugging Face id, a private name or, from `/` or `.` on, a local path; empty after an error. */
function toModel({ model = '' }: Spec, report: Report): string {
  if (model.trim() === '') {
    report.broken('REQUEST_INVALID', {
      path: 'spec.model',
      message: `model is ${model === '' ? 'missing or empty' : 'blank'}, wanted a model id`,
      hint: 'set spec.model, for example Qwen/Qwen3-32B',
    });
  }
  return model;
}

function checkVersion({ object, origin }: Resource, report: Report): void {
  const { kind, apiVersion } = object;
  if (kind !== REQUEST_KIND) {
    report.broken('REQUEST_INVALID', {
      path: 'kind',
      message: `kind is ${kind === undefined ? 'missing' : show(kind)}, wanted ${REQUEST_KIND}`,
      hint: `write ${REQUEST_KIND}`,
    });
  } else if (apiVersion !== API_VERSION) {
    report.broken('REQUEST_VERSION_UNSUPPORTED', {
      path: 'apiVersion',
      message: `apiVersion is ${apiVersion === undefined ? 'missing' : show(apiVersion)}, wanted ${API_VERSION}`,
      hint: isAlphaRequest(object)
        ? alphaHint(object, origin.file)
        : `write ${API_VERSION}, the version of operators from 1.0 on`,
    });
  }
  report.settle();
}
