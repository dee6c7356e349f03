import '../../lib/zod-jitless';
import { render } from 'preact';
import '../../components/ui/tokens.css';
import { App } from './app';

render(<App />, document.getElementById('root') as HTMLElement);
