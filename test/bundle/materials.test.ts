import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { describe, expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const SCHEMAS = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const SCHEMA_BASE = 'http://cyclonedx.org/schema/';
const FORMATS = ['date-time', 'email', 'idn-email', 'iri-reference', 'uri', 'uri-reference'];

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const text = readFileSync(join(ROOT, 'dist/sbom.cdx.json'), 'utf8');
const bill = JSON.parse(text) as Bill;
const libraries = bill.components.filter(({ type }) => type === 'library');
const nameOf = ({ group, name, version }: Component): string => `${group ? `${group}/` : ''}${name} ${version}`;

function readSchema(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as AnySchemaObject;
}

describe('the bill of materials', () => {
  const formats = Object.fromEntries(FORMATS.map((name) => [name, true as const]));
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    const { $id: _published, ...schema } = readSchema(name);
    ajv.addSchema(schema, `${SCHEMA_BASE}${name}.SNAPSHOT.schema.json`);
  }
  const validate = ajv.compile(readSchema('bom-1.6'));

  test('is CycloneDX 1.6 by its published schema', () => {
    validate(bill);
    expect(validate.errors).toBeNull();
  });

  test('would not be with a field, a kind or a licence that there is not', () => {
    const [first] = bill.components;
    for (const broken of [
      { ...first, made: 1 },
      { ...first, type: 'x' },
      { ...first, licenses: [{ license: {} }] },
    ]) {
      expect(validate({ ...bill, components: [broken] })).toBe(false);
    }
  });

  test('has the packages whose licences are shipped, and no other', () => {
    const licences = readFileSync(join(ROOT, 'dist/THIRD_PARTY_LICENSES.txt'), 'utf8');
    const heads = licences.split(`\n${'-'.repeat(80)}\n\n`).map((entry) => /^(\S+ \S+) \(/.exec(entry)?.[1]);
    expect(libraries.map(nameOf).sort()).toEqual(heads.sort());
    expect(libraries.length).toBeGreaterThan(20);
  });

  test('has the hashes of the lock file', () => {
    const packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>> =
      lock.packages;
    const hashes = new Set(
      Object.entries(packages).map(([path, { version, integrity }]) => {
        return `${path.split('node_modules/').at(-1)} ${version} ${integrity}`;
      }),
    );
    for (const library of libraries) {
      const content = Buffer.from(library.hashes[0]?.content ?? '', 'hex').toString('base64');
      expect(hashes).toContain(`${nameOf(library)} sha512-${content}`);
    }
  });

  test('has the measured data of every release', () => {
    const data = bill.components.filter(({ type }) => type === 'data');
    expect(data.length).toBe(readdirSync(join(ROOT, 'perfdb')).length);
  });

  test('reaches every component from the tool', () => {
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
    const reached = new Set<string>();
    const reach = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of needs.get(ref)!) reach(next);
    };
    reach(bill.metadata.component['bom-ref']);
    const refs = bill.components.map((component) => component['bom-ref']);
    expect([...reached].sort()).toEqual([bill.metadata.component['bom-ref'], ...refs].sort());
  });

  test('says nothing of when or where it was made', () => {
    expect(text).not.toMatch(/"(timestamp|serialNumber)"|\/(home|root|tmp|Users)\//);
  });
});
