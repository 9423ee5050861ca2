import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What every key begins with, so that programs that look for leaked secrets know one when they see it. */
export const KEY_BEGINNING = 'oops_live_';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 36 of 62 characters are 214 bits: nobody guesses one. */
const RANDOM_LENGTH = 36;

const CHECKSUM_LENGTH = 6;

/** How much of a key is shown afterwards, so that people can tell their keys apart. */
const SHOWN_LENGTH = KEY_BEGINNING.length + 6;

const SHAPE = new RegExp(`^${KEY_BEGINNING}([0-9A-Za-z]{${RANDOM_LENGTH}})([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`);

/** A new secret: the prefix, 36 random characters, and a checksum that tells a real one from what merely looks so. */
export function newSecret(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return KEY_BEGINNING + random + checksumOf(random);
}

/** Whether a text can be a secret at all. What cannot is nobody's, without asking the database. */
export function isSecret(text: string): boolean {
  const [, random, checksum] = SHAPE.exec(text) ?? [];
  return random !== undefined && checksum === checksumOf(random);
}

/** The beginning of a secret, which gives nothing away. */
export function shownPartOf(secret: string): string {
  return secret.slice(0, SHOWN_LENGTH);
}

/** The CRC-32 of the random part, in base 62, as GitHub's tokens have it. */
function checksumOf(random: string): string {
  let rest = crc32(random);
  let digits = '';
  while (digits.length < CHECKSUM_LENGTH) {
    digits = ALPHABET[rest % ALPHABET.length] + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits;
}
