// Writes another version of this tool wherever the present one stands: node scripts/set-version.mjs 0.2.0
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [, , next = ''] = process.argv;
const { version: old } = JSON.parse(readFileSync('package.json', 'utf8'));
if (!/^\d+\.\d+\.\d+$/.test(next) || next === old) throw new Error(`a version other than ${old} was expected`);

/** What says the version of this tool, in the words around it; the same number elsewhere is somebody else's. */
const PHRASES = [
  'dgdr-render VERSION',
  'dgdr-render:VERSION',
  'dgdr-render-argocd:VERSION',
  'VERSION=VERSION',
  "VERSION = 'VERSION'",
];
const said = (version) => PHRASES.map((phrase) => phrase.replace(/VERSION(?=\W*$)/, version));
/** Locks and goldens keep who made them. */
const KEPT = /^(?:CHANGELOG\.md|dist\/|fixtures\/(?:goldens|engine|hostile|operator)|test\/render\/provenance)/;
const OWN = /^(?:package\.json|package-lock\.json|plugin\/helm\/plugin\.yaml)$/;

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && !KEPT.test(file));
let changed = 0;
for (const file of files) {
  const bytes = readFileSync(file);
  if (!bytes.includes(old)) continue;
  const text = bytes.toString('utf8');
  const phrased = said(old).map((from, i) => [from, said(next)[i]]);
  const own = OWN.test(file)
    ? [
        [`"version": "${old}"`, `"version": "${next}"`],
        [`version: ${old}`, `version: ${next}`],
      ]
    : [];
  // Of the lock file only its own two lines, which come first.
  const head = file === 'package-lock.json' ? 400 : text.length;
  const made =
    [...phrased, ...own].reduce((kept, [from, to]) => kept.replaceAll(from, to), text.slice(0, head)) +
    text.slice(head);
  if (made === text) continue;
  writeFileSync(file, made);
  changed += 1;
}
console.log(`${old} -> ${next} in ${changed} files; run npm run bundle, and read the difference`);
