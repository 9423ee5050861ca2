/** What has become of a mail. It begins as WAITING and ends as one of the others. */
export enum MailState {
  WAITING = 'WAITING',
  SENT = 'SENT',
  REFUSED = 'REFUSED',
  GIVEN_UP = 'GIVEN_UP',
  WITHDRAWN = 'WITHDRAWN',
}
