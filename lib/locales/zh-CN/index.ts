import { common } from './common';
import { options } from './options';
import { overlay } from './overlay';
import { popup } from './popup';

export const catalog = { common, overlay, popup, options };
