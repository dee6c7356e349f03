import type { PageReport } from '../listing/page-report';
import type { ReadResult } from '../listing/read-result';
import { interpret } from './taobao/interpret';

/** What a page's report says, by the site that it is of: a listing that was seen becomes a snapshot. */
export function resultOf(report: PageReport): ReadResult {
  return report.state === 'seen' ? interpret(report) : report;
}
