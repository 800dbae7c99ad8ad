import { readFileSync } from 'node:fs';

/** What this page reads of a JSON Schema. */
interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const FILE = 'plugin/schemas/dgdr.schema.json';
const HEAD = `# Fields of a request

What \`dgdr-render\` reads of a \`DynamoGraphDeploymentRequest\` of \`nvidia.com/v1beta1\`, made from the schema of
[plugin/schemas](../plugin/schemas/README.md) by \`npm run docs\`. Times are in milliseconds, lengths in tokens, memory in MiB. Fields of
\`overrides.dgd\` and \`features.planner\` are those of a graph and of the planner. \`dgdr-render migrate\` rewrites requests of
\`v1alpha1\`.

| field | value | meaning, default |
|---|---|---|
`;

/** docs/request.md: every field with its type, limits and meaning. */
export function requestPage(): string {
  const schema = JSON.parse(readFileSync(FILE, 'utf8')) as Schema;
  const { metadata, spec } = schema.properties ?? {};
  return HEAD + [...rowsOf('metadata', metadata), ...rowsOf('spec', spec)].join('');
}

function rowsOf(path: string, schema: Schema = {}): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const own = `${path}.${name}`;
    const below = rowsOf(own, inner);
    return below.length > 0 && inner.description === undefined ? below : [toRow(own, inner), ...below];
  });
}

function toRow(path: string, schema: Schema): string {
  return `| \`${path}\` | ${valueWords(schema).replaceAll('|', '\\|')} | ${(schema.description ?? '').replaceAll('|', '\\|')} |\n`;
}

function valueWords({ type = 'object', enum: values, minimum, exclusiveMinimum }: Schema): string {
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(', ');
  const limit =
    minimum !== undefined
      ? `, at least ${minimum}`
      : exclusiveMinimum !== undefined
        ? `, above ${exclusiveMinimum}`
        : '';
  return `${[type].flat().join(' or ')}${limit}`;
}
