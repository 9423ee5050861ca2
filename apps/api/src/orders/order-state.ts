/** An order is open until its shipment is prepared; after that it can be read and not changed. */
export enum OrderState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
