/** An email address as it is kept and compared: upper and lower case are the same. */
export function emailAddressOf(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
