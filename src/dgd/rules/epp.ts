import { isFilled, isGiven, objectIn } from '../../json-reading.ts';
import { isBefore, printRelease, v1 } from '../../releases.ts';
import type { GraphService } from '../lens/lens.ts';
import { nodeCount, runtimeRelease } from '../services.ts';
import { ALPHA, BETA, type Breach, CEL, type GraphView, ofServices, type Rule, show, WEBHOOK, when } from './rule.ts';

const EPP = 'epp';
/** From this release of its image on the picker is another program, which takes no `eppConfig`. */
const NATIVE = v1(5);
const ONE_PICKER = {
  name: 'one endpoint picker',
  hint: 'keep one service of type epp',
  breaches: secondPickers,
} as const;
const ELSEWHERE = {
  name: 'eppConfig is for the picker',
  hint: 'remove eppConfig',
  breaches: ofServices(misplaced),
} as const;

/**
 * Rules about the endpoint picker (EPP). Sources: ai-dynamo, deploy/operator/internal/webhook/validation/shared.go of 1.1,
 * shared_v1beta1.go of 1.4, shared_helpers.go of 1.5, and the CEL rules of deploy/operator/api/v1beta1.
 */
export const EPP_RULES: readonly Rule[] = [
  { ...ONE_PICKER, versions: BETA, severity: 'error', why: CEL },
  { ...ONE_PICKER, versions: ALPHA, severity: 'warning', why: 'the operator looks at one of them' },
  { ...ELSEWHERE, versions: BETA, severity: 'error', why: CEL },
  { ...ELSEWHERE, versions: ALPHA, severity: 'warning', why: 'the operator takes no notice of it there' },
  {
    name: 'the picker has one replica',
    severity: 'error',
    why: WEBHOOK,
    hint: 'set replicas to 1',
    breaches: ofPickers(({ path, object: { replicas } }) =>
      when(isGiven(replicas) && replicas !== 1, [...path, 'replicas'], `replicas is ${show(replicas)}, wanted 1`),
    ),
  },
  {
    name: 'the picker runs on one node',
    severity: 'error',
    why: WEBHOOK,
    hint: 'remove multinode',
    breaches: ofPickers((service) =>
      when(nodeCount(service) !== undefined, [...service.path, 'multinode'], 'the endpoint picker spans nodes'),
    ),
  },
  {
    name: 'the picker has a configuration',
    until: NATIVE,
    severity: 'error',
    why: WEBHOOK,
    hint: 'set eppConfig.configMapRef or eppConfig.config',
    breaches: ofPickers((service) => unconfigured(service)),
  },
  {
    name: 'an older picker has a configuration',
    since: NATIVE,
    severity: 'error',
    why: WEBHOOK,
    hint: 'set eppConfig, or use an image of 1.5 or later',
    breaches: ofPickers((service) => (isNative(service) === false ? unconfigured(service) : [])),
  },
  {
    name: 'the native picker has no configuration',
    since: NATIVE,
    severity: 'error',
    why: WEBHOOK,
    hint: 'remove eppConfig and set DYN_ROUTER_* in the environment of the picker',
    breaches: ofPickers((service) => {
      const { path, object } = service;
      const found = `eppConfig is given for a picker of Dynamo ${printed(service)}, wanted none from 1.5 on`;
      return when(isNative(service) === true && isGiven(object.eppConfig), [...path, 'eppConfig'], found);
    }),
  },
  {
    name: 'eppConfig has one source',
    severity: 'error',
    why: WEBHOOK,
    hint: 'keep one of eppConfig.configMapRef and eppConfig.config',
    breaches: ofPickers(({ path, object }) => {
      const { configMapRef, config } = objectIn(object, 'eppConfig');
      const isBroken = isGiven(object.eppConfig) && isGiven(configMapRef) === isGiven(config);
      const found = `eppConfig has ${isGiven(config) ? 'both' : 'neither'} of configMapRef and config, wanted one`;
      return when(isBroken, [...path, 'eppConfig'], found);
    }),
  },
  {
    name: 'eppConfig names its ConfigMap',
    severity: 'error',
    why: WEBHOOK,
    hint: 'set the name of a ConfigMap',
    breaches: ofPickers(({ path, object }) => {
      const ref = objectIn(object, 'eppConfig').configMapRef;
      const isNameless = isGiven(ref) && !isFilled(objectIn(ref).name);
      return when(isNameless, [...path, 'eppConfig', 'configMapRef', 'name'], 'configMapRef has no name');
    }),
  },
  {
    name: 'the picker needs a gateway',
    severity: 'warning',
    why: 'a cluster without the Gateway API Inference Extension refuses it',
    hint: 'install the extension with its InferencePool first',
    breaches: ofPickers(({ name, typePath }) => [{ path: typePath, found: `service ${name} is an endpoint picker` }]),
  },
];

function ofPickers(check: (service: GraphService) => readonly Breach[]): Rule['breaches'] {
  return ofServices((service) => (service.type === EPP ? check(service) : []));
}

function secondPickers({ services }: GraphView): Breach[] {
  const [first, ...others] = services.filter(({ type }) => type === EPP);
  return others.map(({ name, path }) => ({
    path,
    found: `service ${name} is an endpoint picker next to ${first?.name}`,
  }));
}

function misplaced({ path, object, type }: GraphService): Breach[] {
  const isMisplaced = isGiven(object.eppConfig) && type !== EPP;
  return when(isMisplaced, [...path, 'eppConfig'], `eppConfig is given for ${type ?? 'a service without type'}`);
}

function unconfigured({ path, object }: GraphService): Breach[] {
  return when(!isGiven(object.eppConfig), [...path, 'eppConfig'], 'the endpoint picker has no eppConfig');
}

/** Whether the picker is the newer program; undefined where its release cannot be told. */
function isNative(service: GraphService): boolean | undefined {
  const release = runtimeRelease(service);
  return release && !isBefore(release, NATIVE);
}

function printed(service: GraphService): string {
  const release = runtimeRelease(service);
  return release === undefined ? 'unknown' : printRelease(release);
}
