import './mark.css';

/** The product's mark: a small ruler. Decoration; the name stands beside it. */
export function Mark(props: { size?: number }) {
  const { size = 18 } = props;
  return (
    <svg class="mark" viewBox="0 0 18 18" width={size} height={size} aria-hidden="true">
      <rect class="mark-body" width="18" height="18" rx="4" />
      <path class="mark-lines" d="M3.5 0V5M6.5 0V3.5M9.5 0V5M12.5 0V3.5M15.5 0V5" />
    </svg>
  );
}
