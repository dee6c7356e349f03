/** The weekly report, as pages and views know it. */
export type {
  ListingReport,
  ReportPeriod,
  ReportSeries,
  WeeklyReport,
} from '../inspection/weekly-report';
