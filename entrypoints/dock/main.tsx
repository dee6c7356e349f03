import { render } from 'preact';
import '../../components/ui/tokens.css';
import '../../components/overlay/frame.css';
import { ChipApp } from '../chip/chip-app';
import { SidePanel } from '../sidepanel/side-panel';
import { DockApp } from './dock-app';

const isPanel = location.pathname === '/sidepanel.html';

/** What each of the overlay's pages draws; all of them are this one script (`wxt.config.ts`). */
function OverlayPage() {
  if (isPanel) return <SidePanel />;
  // The hash says which of the two chips this frame is.
  if (location.pathname === '/chip.html')
    return <ChipApp which={location.hash === '#price' ? 'price' : 'title'} />;
  return <DockApp tabId={null} inPage />;
}

document.documentElement.classList.toggle('framed', !isPanel);
render(<OverlayPage />, document.getElementById('root') as HTMLElement);
