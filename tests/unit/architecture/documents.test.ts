import { globSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/paths.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts',
  Readonly<Record<string, string>>
>;
const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };

describe('docs/architecture.md', () => {
  const lines = read('docs/architecture.md').split('## Dependencies')[1]?.split('\n') ?? [];
  const explained = lines
    .filter((line) => line.startsWith('- `'))
    .flatMap((line) => [...(line.split(': ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));

  it('gives a reason for each dependency and names no other package', () => {
    expect(explained.toSorted()).toEqual(Object.keys(dependencies).toSorted());
  });

  it('is right that each dependency is pinned exactly', () => {
    expect(
      Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = read('README.md');

  it('lists every variable that the configuration reads', () => {
    const variables = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect(variables.length).toBeGreaterThan(8);
    expect(variables.filter((name) => !new RegExp(`^\\| \`${name}\` +\\|`, 'm').test(readme))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

it('every link between documents leads to a file', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => join(dirname(document), target))
      .filter((target) => !existsSync(join(ROOT, target)))
      .map((target) => `${target} in ${document}`),
  );
  expect(broken).toEqual([]);
});
