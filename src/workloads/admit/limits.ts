import { isWorker } from '../component.ts';
import type { Facts } from '../facts.ts';
import { groupName } from '../objects/controllers.ts';
import { serviceName } from '../objects/services.ts';
import type { Admitted } from './admitted.ts';

/** Characters of the value of a label, and of a DNS label. */
const LABEL_CHARACTERS = 63;
/** LeaderWorkerSet's StatefulSets put its name, the group and the hash of a revision into the value of a label. */
const GROUP_CHARACTERS = 49;
const SERVICE = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;
const LABEL_VALUE = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;
/** What a worker's name has more where generations have names of their own. */
const HASH_CHARACTERS = 9;

/** Whether a label can have a value. */
export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= LABEL_CHARACTERS && LABEL_VALUE.test(value));
}

/** A name with what it is of and how long it may be. */
interface Named {
  readonly what: string;
  readonly name: string;
  readonly characters: number;
}

/** Names that no object could have: NAME_TOO_LONG, NAME_INVALID and SERVICE_NAMES_COLLIDE. */
export function checkNames({ components, report }: Admitted): void {
  const first = new Map<string, Facts>();
  for (const facts of components) {
    const { component } = facts;
    const path = component.service.namePath;
    for (const { what, name, characters } of namesOf(facts)) {
      if (name.length <= characters) continue;
      report({
        code: 'NAME_TOO_LONG',
        path,
        message: `${what} ${name} has ${name.length} characters, and ${characters} are allowed`,
        hint: 'shorten the name of the graph, of the service or of the namespace',
      });
    }
    if (!SERVICE.test(serviceName(facts)) || !LABEL_VALUE.test(component.name)) {
      report({
        code: 'NAME_INVALID',
        path,
        message: `${serviceName(facts)} is no name for a Service: letters, digits and hyphens, a letter first`,
        hint: 'rename the graph or the service',
      });
    }
    for (const name of servicesOf(facts)) {
      const other = first.get(name);
      if (other !== undefined) {
        report({
          code: 'SERVICE_NAMES_COLLIDE',
          path,
          message: `${component.name} and ${other.component.name} both come to a Service ${name}`,
          hint: 'rename one of the two',
        });
      }
      first.set(name, other ?? facts);
    }
  }
}

/** Names of the Services of a component: LeaderWorkerSet makes one under its own name. */
function servicesOf(facts: Facts): string[] {
  return [serviceName(facts), ...(facts.component.nodes > 1 ? [groupName(facts.name)] : [])];
}

function namesOf(facts: Facts): Named[] {
  const { component, dynamoNamespace, name, graph } = facts;
  const isHashed = graph.options.updates === 'blueGreen' && isWorker(component);
  const longest = isHashed ? `${name}${'-'.padEnd(HASH_CHARACTERS, '0')}` : name;
  const spans = component.nodes > 1;
  return [
    { what: spans ? 'the Service' : 'the Deployment', name: longest, characters: LABEL_CHARACTERS },
    ...(spans ? [{ what: 'the LeaderWorkerSet', name: groupName(longest), characters: GROUP_CHARACTERS }] : []),
    { what: 'the Dynamo namespace', name: dynamoNamespace, characters: LABEL_CHARACTERS },
    { what: 'the service', name: component.name, characters: LABEL_CHARACTERS },
  ];
}
