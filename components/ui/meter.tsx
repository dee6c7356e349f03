import './meter.css';

/**
 * A thin bar for a share of 0 to 1. With `to` it shows a range: solid up to the lower end, paler to
 * the upper. `over` gives it the colour of a fault. The figures stand beside it in words.
 */
export function Meter(props: { share: number; to?: number; label: string; over?: boolean }) {
  const { share, to, label, over = false } = props;
  const from = clamp(share);
  const upper = clamp(to ?? share);
  return (
    <svg
      class={over ? 'meter meter-over' : 'meter'}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect class="meter-ground" width="100" height="4" />
      {upper > from && <rect class="meter-range" width={String(upper * 100)} height="4" />}
      <rect class="meter-value" width={String(from * 100)} height="4" />
    </svg>
  );
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
