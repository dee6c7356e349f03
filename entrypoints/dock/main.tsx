import { render } from 'preact';
import '../../components/ui/tokens.css';
import '../../components/overlay/frame.css';
import { DockApp } from './dock-app';

render(<DockApp tabId={null} inPage />, document.getElementById('root') as HTMLElement);
