import { CRITERION_NAMES, type CriterionName } from '../compare/best.ts';
import { RenderError, RenderErrors } from '../errors.ts';
import { isObject } from '../json.ts';
import { show } from '../words.ts';

/** What is handed in under a name. */
interface Handed {
  /** As the caller names it, such as `files[0].text`. */
  readonly path: string;
  readonly value: unknown;
}

/** Holds what no compiler has checked against what was expected. @throws RenderErrors CONFIG_INVALID */
function expectThat(isHeld: boolean, wanted: string, { path, value }: Handed): void {
  if (isHeld) return;
  throw new RenderErrors([
    new RenderError('CONFIG_INVALID', {
      path,
      message: `${path} is ${show(value)}, wanted ${wanted}`,
      hint: `give ${wanted}`,
    }),
  ]);
}

/** @throws RenderErrors CONFIG_INVALID */
export function requireFiles(files: unknown, path: string): void {
  expectThat(Array.isArray(files), 'a list of files with a name and a text', { path, value: files });
  for (const [i, file] of (files as readonly unknown[]).entries()) {
    expectThat(isObject(file), 'a file with a name and a text', { path: `${path}[${i}]`, value: file });
    for (const field of ['name', 'text'] as const) {
      const value = (file as Record<string, unknown>)[field];
      expectThat(typeof value === 'string', 'a text', { path: `${path}[${i}].${field}`, value });
    }
  }
}

/** @throws RenderErrors CONFIG_INVALID */
export function requireModels(models: unknown): void {
  expectThat(isObject(models), 'models by their ids', { path: 'models', value: models });
  for (const [id, model] of Object.entries(models as object)) {
    const isModel = isObject(model) && (isObject(model.config) || typeof model.like === 'string');
    expectThat(isModel, '{ config } with a parsed config.json, or { like }', {
      path: `models[${show(id)}]`,
      value: model,
    });
  }
}

/** @throws RenderErrors CONFIG_INVALID */
export function requireRows(topRows: unknown): void {
  const isCount = topRows === undefined || (Number.isInteger(topRows) && Number(topRows) > 0);
  expectThat(isCount, 'a whole number from 1 on', { path: 'topRows', value: topRows });
}

/** @throws RenderErrors CONFIG_INVALID */
export function requireSets(sets: unknown): void {
  const isTexts = Array.isArray(sets) && sets.every((set) => typeof set === 'string');
  expectThat(isTexts, "a list of texts such as 'sla.itl=10,15'", { path: 'sets', value: sets });
}

/** @throws RenderErrors CONFIG_INVALID */
export function requireCriterion(by: CriterionName): void {
  expectThat(CRITERION_NAMES.includes(by), `one of ${CRITERION_NAMES.join(', ')}`, { path: 'by', value: by });
}
