/**
 * Writes src/dgd/schema/pod-types.json: the types that a pod template is made of, from the models of @kubernetes/client-node.
 * A member reads `text[]!`: its type, `[]` for a list or `{}` for a map of it, `!` where it is required.
 * `--check` fails when the file differs from what the package says.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = join(ROOT, 'src/dgd/schema/pod-types.json');
const MODELS = join(ROOT, 'node_modules/@kubernetes/client-node/dist/gen/models');

/** Everything else is found from these. */
const ROOTS = ['V1PodTemplateSpec', 'V1PodSpec', 'V1Container', 'V1Probe', 'V1EnvVar', 'V1ObjectMeta'];

/** Types of the models to the words of the table; the format decides where it is listed. */
const SCALARS = {
  'string ': 'text',
  'boolean ': 'boolean',
  'number int32': 'int32',
  'number int64': 'int64',
  'number double': 'number',
  'IntOrString int-or-string': 'intOrText',
  'Date date-time': 'text',
  'any ': 'any',
};

/** Members that the models call text and Kubernetes reads as quantities (core/v1 of the Kubernetes API, types.go). */
const QUANTITIES = {
  V1EmptyDirVolumeSource: ['sizeLimit'],
  V1PodSpec: ['overhead'],
  V1ResourceFieldSelector: ['divisor'],
  V1ResourceRequirements: ['limits', 'requests'],
  V1VolumeResourceRequirements: ['limits', 'requests'],
};

async function readModel(name) {
  const model = (await import(join(MODELS, `${name}.js`)))[name];
  const declarations = readFileSync(join(MODELS, `${name}.d.ts`), 'utf8');
  const isRequired = (member) => declarations.includes(`    '${member}': `);
  const members = model
    .getAttributeTypeMap()
    .map((attribute) => ({ ...attribute, required: isRequired(attribute.name) }));
  return members.sort((a, b) => (a.baseName < b.baseName ? -1 : 1));
}

/** A member's type in the notation of the table. */
function notationOf(owner, { baseName, type, format, required }) {
  const list = /^Array<(.*)>$/.exec(type)?.[1];
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  const bare = list ?? map ?? type;
  const isQuantity = QUANTITIES[owner]?.includes(baseName) ?? false;
  const word = isQuantity ? 'quantity' : (SCALARS[`${bare} ${format}`] ?? bare);
  if (!/^\w+$/.test(word))
    throw new Error(`${owner}.${baseName} has the type ${type}, which the table has no word for`);
  return word + (list ? '[]' : map ? '{}' : '') + (required ? '!' : '');
}

/** Type name to member to notation, both in alphabetical order. */
async function readTypes() {
  const types = new Map();
  const left = [...ROOTS];
  while (left.length > 0) {
    const name = left.pop();
    if (types.has(name)) continue;
    const members = await readModel(name);
    types.set(name, Object.fromEntries(members.map((member) => [member.baseName, notationOf(name, member)])));
    left.push(...members.flatMap(({ type }) => type.match(/\b\w*V\d\w+/g) ?? []));
  }
  return Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A renamed member must not lose its meaning silently. */
function checkQuantities(types) {
  for (const [owner, members] of Object.entries(QUANTITIES)) {
    const missing = members.find((member) => !types[owner]?.[member]);
    if (missing) throw new Error(`${owner}.${missing} is listed as a quantity, but the package does not have it`);
  }
}

const types = await readTypes();
checkQuantities(types);
const text = `${JSON.stringify(types, null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
  console.log(`${Object.keys(types).length} types, ${text.length} characters`);
} else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error('src/dgd/schema/pod-types.json is not what the package says\n  hint: node scripts/pod-types.mjs');
  process.exitCode = 1;
}
