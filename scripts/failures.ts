/** What failed, in the words of a runner's own JSON report: the test, and how its error begins. */
export type Failure = { test: string; error: string };

/** How much of an error is said again; the whole of it stands where the test ran. */
const LINES = 12;

// Built, because a pattern that spells a control character is refused by the lint.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'gu');

function beginning(error: string): string {
  return error.replace(COLOURS, '').split('\n').slice(0, LINES).join('\n');
}

type VitestReport = {
  testResults: {
    name?: string;
    status: string;
    message?: string;
    assertionResults: { status?: string; fullName?: string; failureMessages?: string[] }[];
  }[];
};

/** The failures of Vitest's JSON report; a file that did not load is one. */
export function vitestFailures(report: VitestReport | null): Failure[] {
  return (report?.testResults ?? []).flatMap((file) => {
    const name = file.name ?? '';
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      return [{ test: name, error: beginning(file.message ?? '') }];
    }
    return file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        test: `${name} › ${test.fullName ?? ''}`,
        error: beginning((test.failureMessages ?? []).join('\n')),
      }));
  });
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
};

/** The failures of Playwright's JSON report, those outside any test among them. */
export function playwrightFailures(
  report: { suites?: PlaywrightSuite[]; errors: unknown[] } | null,
): Failure[] {
  const inSuite = (suite: PlaywrightSuite, path: string): Failure[] => [
    ...(suite.specs ?? [])
      .filter((spec) => !spec.ok)
      .map((spec) => ({
        test: `${path} › ${spec.title}`,
        error: beginning(
          spec.tests
            .flatMap((test) => test.results.map((result) => result.error?.message ?? ''))
            .join('\n'),
        ),
      })),
    ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, `${path} › ${inner.title}`)),
  ];
  return [
    ...(report?.suites ?? []).flatMap((suite) => inSuite(suite, suite.title)),
    ...(report?.errors ?? []).map((error) => ({
      test: 'outside any test',
      error: beginning(JSON.stringify(error)),
    })),
  ];
}
