/** Where and with what somebody comes, when they sign in. */
export interface Visit {
  /** As far as trusted proxies tell. */
  readonly address: string;
  /** What the browser says it is. */
  readonly userAgent: string;
  /** The token of the session that the browser still has. */
  readonly sessionToken: string | undefined;
  /** What the browser was given when somebody first signed in with it. */
  readonly deviceToken: string | undefined;
}

/** A visit of nobody knows where from: that of a program, such as the demo's. */
export const UNKNOWN_VISIT: Visit = { address: '', userAgent: '', sessionToken: undefined, deviceToken: undefined };
