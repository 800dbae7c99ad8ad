import { RenderError } from '../../errors.ts';
import { LAYOUT_0_10 } from './layouts/l0-10.ts';
import { LAYOUT_0_12 } from './layouts/l0-12.ts';
import type { ReleaseLayout } from './layouts/layout.ts';
import type { ReleaseTree } from './tree.ts';

/** The layouts that are known, the newest first: an installed release may have folders of both packages. */
const LAYOUTS: readonly ReleaseLayout[] = [LAYOUT_0_12, LAYOUT_0_10];

/** The layout of a release: that of the package which holds its systems. Throws PERFDB_INVALID when none does. */
export function layoutOf({ paths }: ReleaseTree): ReleaseLayout {
  const layout = LAYOUTS.find((row) => paths.some((path) => path.startsWith(`${row.package}/systems/`)));
  if (layout === undefined) throw new RenderError('PERFDB_INVALID', { message: 'the release has no systems folder' });
  return layout;
}
