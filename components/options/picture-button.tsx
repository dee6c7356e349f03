import { useState } from 'preact/hooks';
import type { ChartContent } from '../charts/draw-chart';
import { alignPlots } from '../charts/plots';
import { Button } from '../ui/button';
import { useLanguage, useWords } from '../ui/words';
import { dayText } from './seen-text';

/** Saves a chart as a PNG with its title, legend, source and the day in the picture. */
export function PictureButton(props: {
  content: Omit<ChartContent, 'aligned'>;
  title: string;
  /** Which price of it. */
  subtitle: string;
  /** The first sight that is drawn. */
  fromMs: number;
  nowMs: number;
  disabled: boolean;
  /** The picture, null where none could be made. */
  onPicture: (picture: Blob | null) => void;
}) {
  const { content, title, subtitle, fromMs, nowMs } = props;
  const words = useWords();
  const language = useLanguage();
  const text = words.options.watch.detail;
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { chartPicture } = await import('../charts/chart-picture');
      const days = `${dayText(language, fromMs)} ~ ${dayText(language, nowMs)}`;
      props.onPicture(
        await chartPicture(
          { ...content, aligned: alignPlots(content.plots) },
          {
            title,
            subtitle: `${subtitle} · ${days}`,
            source: text.pictureSource(dayText(language, nowMs)),
          },
        ),
      );
    } catch {
      props.onPicture(null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button disabled={props.disabled || busy} onClick={() => void save()}>
      {text.savePicture}
    </Button>
  );
}
