/**
 * Money is an integer of minor units (pence, cents, yen) wherever it is stored or summed, and a decimal string such as
 * "12.50" wherever it travels. It is never a float.
 */

/** Active ISO 4217 currencies, grouped by how many digits follow the decimal point. Funds and metals are left out. */
const CURRENCIES_BY_MINOR_DIGITS: ReadonlyArray<readonly [digits: number, codes: string]> = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP ' +
      'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD ' +
      'KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
      'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC ' +
      'SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  ],
];

const MINOR_DIGITS = new Map(
  CURRENCIES_BY_MINOR_DIGITS.flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, digits] as const)),
);

/** How many digits follow the decimal point in this currency, or `undefined` if it is no currency we know. */
export function minorDigitsOf(currency: string): number | undefined {
  return MINOR_DIGITS.get(currency);
}

/**
 * Reads a decimal string as minor units: `parseMoney("12.5", "GBP")` is 1250.
 * Returns `undefined` for anything else: a sign, an exponent, separators, more digits than the currency has, an unknown
 * currency, or an amount above 2^53 - 1 minor units.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const digits = minorDigitsOf(currency);
  const match = /^(\d{1,16})(?:\.(\d{1,3}))?$/.exec(text);
  if (digits === undefined || !match) return undefined;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return undefined;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Writes minor units as a decimal string with all digits of the currency: `formatMoney(1250, "GBP")` is "12.50". */
export function formatMoney(minor: number, currency: string): string {
  const digits = minorDigitsOf(currency);
  if (digits === undefined) throw new RangeError(`${currency} is not a currency we know`);
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError(`${minor} is not an amount of minor units`);
  if (digits === 0) return String(minor);
  const padded = String(minor).padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
