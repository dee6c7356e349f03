import { render } from 'preact';
import '../../components/ui/tokens.css';
import '../../components/overlay/frame.css';
import { ChipApp } from './chip-app';

// The hash says which of the two chips this frame is.
const which = location.hash === '#price' ? 'price' : 'title';
render(<ChipApp which={which} />, document.getElementById('root') as HTMLElement);
