import '../../lib/zod-jitless';
import { render } from 'preact';
import '../../components/ui/tokens.css';
import { PopupApp } from './popup-app';
import { tabInQuestion } from './popup-link';

const root = document.getElementById('root') as HTMLElement;
const tabId = await tabInQuestion(location.search);
// A window without a tab in front (it is being closed) has nothing to be asked about.
if (tabId !== null) render(<PopupApp tabId={tabId} />, root);
