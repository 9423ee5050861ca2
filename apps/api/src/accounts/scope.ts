/** What an API key may be used for. */
export enum Scope {
  ORDERS_READ = 'orders:read',
  ORDERS_WRITE = 'orders:write',
}
