/** From so many items on, an order takes a phone a while to open. */
export const LARGE = 50;
