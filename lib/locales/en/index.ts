import type { Catalog } from '../catalog';
import { common } from './common';
import { options } from './options';
import { overlay } from './overlay';
import { popup } from './popup';

export const catalog: Catalog = { common, overlay, popup, options };
