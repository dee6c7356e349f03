import { routeOf } from '../../components/options/rooms';

let kept: File[] | null = null;

/**
 * From the page's first moment: a file that is dropped where nothing takes files opens in the tab and
 * takes the page away with it, so it does nothing here. One that is dropped on the import room before
 * that is drawn is kept for it.
 */
export function guardDrops(): void {
  addEventListener('dragover', (event) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null && !isImport()) event.dataTransfer.dropEffect = 'none';
  });
  addEventListener('drop', (event) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    kept = isImport() ? [...(event.dataTransfer?.files ?? [])] : null;
  });
}

/** What was dropped before the import room was there, once. */
export function takeEarlyFiles(): File[] | null {
  const files = kept;
  kept = null;
  return files;
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function isImport(): boolean {
  return routeOf(location.hash).room === 'import';
}
