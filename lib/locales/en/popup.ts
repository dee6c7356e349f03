import type { Catalog } from '../catalog';

export const popup: Catalog['popup'] = {};
