import { dirname, join, relative, resolve } from 'node:path';
import { toSlashes } from '../../files/paths.ts';
import { isThere, isWithin, placeFolder, projectRoot, type Root } from '../../files/root.ts';
import { isHubId, MODELS_FOLDER } from '../../model-ids.ts';
import { CONFIG_FILE } from './model-configs.ts';

/**
 * Where the configuration of a model was put by `models add`: the nearest folder of it from that of a file, or from the working
 * directory, up to the root, by its name from the working directory; undefined where there is none.
 */
export function fetchedModels(root: Root): (id: string, file?: string) => string | undefined {
  const own = projectRoot(root);
  const known = new Map<string, string | undefined>();
  const find = (folder: string, last: string, id: string): string | undefined => {
    const key = `${folder}\n${id}`;
    if (!known.has(key)) known.set(key, look(folder, last, id));
    return known.get(key);
  };
  const look = (folder: string, last: string, id: string): string | undefined => {
    const place = toSlashes(join(relative(root.cwd, folder), MODELS_FOLDER, id));
    if (isThere(join(place, CONFIG_FILE), own)) return place;
    return folder === last || folder === dirname(folder) ? undefined : find(dirname(folder), last, id);
  };
  return (id, file = '') => {
    if (!isHubId(id)) return undefined;
    const folder = file !== '' && isWithin(file, own) ? dirname(resolve(root.cwd, file)) : root.cwd;
    return find(folder, placeFolder(toSlashes(relative(root.cwd, folder)), own), id);
  };
}
