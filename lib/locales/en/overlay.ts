import type { Catalog } from '../catalog';

export const overlay: Catalog['overlay'] = {};
