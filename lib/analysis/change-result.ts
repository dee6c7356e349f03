export type { Change, ChangeSet } from '../listing/change';
