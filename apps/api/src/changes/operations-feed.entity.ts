import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row whose lock orders the operators' feed, and how far that feed has been numbered. */
@Entity('operations_feed')
export class OperationsFeedEntity {
  @PrimaryColumn({ type: 'int' })
  id: number;

  /** The highest `operationsPosition` given out; 0 before the first. */
  @Column({ type: 'int' })
  lastPosition: number;
}
