import './skeleton.css';
import { useWords } from './words';

const WIDTHS = ['wide', 'middle', 'narrow'] as const;

/** Grey lines until there is something to show; says once that it is reading. */
export function Skeleton(props: { lines?: number }) {
  const { lines = 3 } = props;
  const words = useWords();
  return (
    <div class="skeleton" role="status" aria-label={words.common.loading}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} class={`skeleton-line skeleton-${WIDTHS[at % 3] ?? 'wide'}`} />
      ))}
    </div>
  );
}
