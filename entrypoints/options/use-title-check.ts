import { useEffect, useState } from 'preact/hooks';
import type { TitleCoverage } from '../../lib/analysis/coverage-result';
import { sendMessage } from '../../lib/messaging/messenger';
import type { FailureCode } from '../../lib/messaging/result';

/** How long the typing has to rest before the background is asked, in ms. */
const REST = 150;

type Check = { coverage: TitleCoverage | null; failure: FailureCode | null };

/** The coverage of a title by a benchmark's saved keywords; `stamp` asks anew after a save. */
export function useTitleCheck(title: string, benchmarkId: string, stamp: string): Check {
  const [check, setCheck] = useState<Check>({ coverage: null, failure: null });
  useEffect(() => {
    if (title.trim() === '') {
      setCheck({ coverage: null, failure: null });
      return undefined;
    }
    let gone = false;
    const load = async () => {
      const next = await ask(title, benchmarkId);
      if (!gone) setCheck(next);
    };
    const timer = setTimeout(() => void load(), REST);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [title, benchmarkId, stamp]);
  return check;
}

async function ask(title: string, benchmarkId: string): Promise<Check> {
  try {
    const answer = await sendMessage('check-title', { title, benchmarkId });
    return answer.ok
      ? { coverage: answer.value, failure: null }
      : { coverage: null, failure: answer.failure.code };
  } catch {
    return { coverage: null, failure: 'internal' };
  }
}
