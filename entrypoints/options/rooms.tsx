import type { Route } from '../../components/options/rooms';
import type { Benchmark } from '../../lib/benchmark/benchmark';
import type { Watchlist } from '../../lib/benchmark/watchlist';
import type { Stored } from '../../lib/db/reader';
import type { Settings } from '../../lib/settings';
import { AboutPage } from './about-page';
import { BackupPage } from './backup-page';
import { BankPage } from './bank/bank-page';
import { BenchmarkListPage } from './benchmark-list-page';
import { BenchmarkPage } from './benchmark-page';
import { ChangesPage } from './changes-page';
import { ComparePage } from './compare-page';
import type { Drafts } from './drafts';
import { HealthPage } from './health-page';
import { ImportPage } from './import-page';
import type { PageContext } from './page-context';
import { ReportPage } from './report-page';
import { SettingsPage } from './settings-page';
import { WatchPage } from './watch-page';
import { WelcomePage } from './welcome-page';

type Props = {
  route: Route;
  known: {
    settings: Settings;
    lists: readonly Stored<Watchlist>[];
    benchmarks: readonly Stored<Benchmark>[];
    demo: boolean;
  };
  drafts: Drafts;
  context: PageContext;
};

/** The room that the route names. */
export function Rooms({ route, known, drafts, context }: Props) {
  switch (route.room) {
    case 'watch':
      return (
        <WatchPage
          listId={route.id}
          lists={known.lists}
          benchmarks={known.benchmarks}
          drafts={drafts}
          context={context}
        />
      );
    case 'changes':
      return <ChangesPage lists={known.lists} context={context} />;
    case 'compare':
      return (
        <ComparePage
          ids={route.id}
          lists={known.lists}
          benchmarks={known.benchmarks}
          context={context}
        />
      );
    case 'report':
      return (
        <ReportPage
          key={route.part ?? ''}
          listId={route.id}
          days={route.part}
          lists={known.lists}
          context={context}
        />
      );
    case 'benchmarks':
      return route.id === null ? (
        <BenchmarkListPage benchmarks={known.benchmarks} drafts={drafts} context={context} />
      ) : (
        <BenchmarkPage
          key={route.id}
          benchmarkId={route.id}
          part={route.part}
          stored={known.benchmarks.find((each) => each.value.id === route.id) ?? null}
          drafts={drafts}
          context={context}
        />
      );
    case 'bank':
      return (
        <BankPage
          benchmarkId={route.id}
          part={route.part}
          benchmarks={known.benchmarks}
          drafts={drafts}
          context={context}
        />
      );
    case 'import':
      return (
        <ImportPage
          benchmarkId={route.id}
          benchmarks={known.benchmarks}
          drafts={drafts}
          context={context}
        />
      );
    case 'backup':
      return <BackupPage context={context} />;
    case 'health':
      return <HealthPage context={context} />;
    case 'settings':
      return <SettingsPage demo={known.demo} context={context} />;
    case 'about':
      return <AboutPage />;
    case 'welcome':
      return <WelcomePage demo={known.demo} context={context} />;
  }
}
