import { LazyPart } from '../../ui/lazy-part';

/** The dialogs, each in a chunk of its own. */
export const DIALOG_PARTS = {
  modify: new LazyPart(() => import('../modify/modify-dialog').then(({ ModifyDialog }) => ModifyDialog)),
  cancel: new LazyPart(() => import('../cancel-item-dialog').then(({ CancelItemDialog }) => CancelItemDialog)),
  report: new LazyPart(() => import('../report/report-dialog').then(({ ReportDialog }) => ReportDialog)),
  prepare: new LazyPart(() =>
    import('../prepare-shipment-dialog').then(({ PrepareShipmentDialog }) => PrepareShipmentDialog),
  ),
};
