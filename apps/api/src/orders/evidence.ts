/** What an operator found out about a problem, as it is stored: money in minor units of the order's currency. */
export interface Evidence {
  readonly availableQuantity?: number;
  readonly minimumQuantity?: number;
  readonly currentUnitPriceMinor?: number;
  readonly availableSpecifications?: readonly string[];
  readonly note?: string;
}
