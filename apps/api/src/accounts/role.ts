/** What a person is to us: someone who buys, or someone of ours who orders for them. */
export enum Role {
  BUYER = 'BUYER',
  OPERATOR = 'OPERATOR',
}
