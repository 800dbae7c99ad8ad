// Makes what a release consists of in a folder, and says what to tag: npm run release -- [--output DIR] [--without-image]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { output: { type: 'string', default: 'release' }, 'without-image': { type: 'boolean', default: false } },
});
const run = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What must hold before anything is made. */
const CHECKS = [
  ['the work tree has no changes', () => run('git', 'status', '--porcelain') === ''],
  [
    'src/version.ts says the version of package.json',
    () => readFileSync('src/version.ts', 'utf8').includes(`'${version}'`),
  ],
  ['CHANGELOG.md has the release', () => readFileSync('CHANGELOG.md', 'utf8').includes(`\n## [${version}]`)],
  ['the tag is free', () => run('git', 'tag', '--list', `v${version}`) === ''],
  ['dist/ is what the sources make', () => run(process.execPath, 'scripts/bundle.mjs', '--check') !== undefined],
];
for (const [what, holds] of CHECKS) if (!holds()) throw new Error(`a release wants that ${what}`);

const folder = values.output;
mkdirSync(folder, { recursive: true });
run('npm', 'pack', '--pack-destination', folder);
cpSync('dist/sbom.cdx.json', join(folder, `dgdr-render-${version}.cdx.json`));
if (!values['without-image'])
  run('plugin/container/build', `docker-archive:${join(folder, `dgdr-render-${version}-image.tar`)}`);

const names = readdirSync(folder)
  .filter((name) => name !== 'SHA256SUMS')
  .sort();
const sums = names.map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')}  ${name}\n`,
);
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(`${names.length} files and SHA256SUMS in ${folder}:\n${sums.join('')}`);
console.log(
  `then tag the commit ${run('git', 'rev-parse', 'HEAD').trim()}:\n  git tag --annotate v${version} --message 'dgdr-render ${version}'\n  git push origin v${version}`,
);
