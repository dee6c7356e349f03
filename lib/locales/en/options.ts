import type { Catalog } from '../catalog';

export const options: Catalog['options'] = {};
