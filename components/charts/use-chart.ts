import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PriceChartProps } from './price-chart';

/** The chart is a chunk of its own: the page opens without it. */
export function useChart(): { Chart: ComponentType<PriceChartProps> | null; failed: boolean } {
  const [Chart, setChart] = useState<{ view: ComponentType<PriceChartProps> } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      try {
        const { default: view } = await import('./price-chart');
        if (!gone) setChart({ view });
      } catch {
        if (!gone) setFailed(true);
      }
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  return { Chart: Chart?.view ?? null, failed };
}
