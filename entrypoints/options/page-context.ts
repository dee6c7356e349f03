import type { ToastContent } from '../../components/ui/toast';
import type { Reader } from '../../lib/db/reader';
import type { Reading } from '../../lib/db/reading';
import type { Settings } from '../../lib/settings';

/** What every room is handed by the page. */
export type PageContext = {
  reading: Reading;
  reader: Reader;
  readOnly: boolean;
  settings: Settings;
  nowMs: number;
  toast: (content: ToastContent) => void;
};
