/** How a buyer wants to hear of their orders by mail. Account mails, such as for a forgotten password, always come. */
export enum OrderMails {
  AT_ONCE = 'AT_ONCE',
  DIGEST = 'DIGEST',
  DAILY = 'DAILY',
  NONE = 'NONE',
}
