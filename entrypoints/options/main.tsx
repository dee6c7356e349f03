import '../../lib/zod-jitless';
import { render } from 'preact';
import '../../components/ui/tokens.css';
import { App } from './app';
import { guardDrops } from './early-drop';

guardDrops();
render(<App />, document.getElementById('root') as HTMLElement);
