import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 as sha256Bytes } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from './encodeUtf8';

/**
 * The id git gives a file with this text: SHA-1 over `blob <bytes>\0` and the UTF-8 text, in 40
 * hexadecimal digits. It names the article as it was anchored, so that its old text can be asked of git.
 */
export function gitBlobId(text: string): string {
  const body = encodeUtf8(text);
  return bytesToHex(
    sha1
      .create()
      .update(encodeUtf8(`blob ${body.length}\0`))
      .update(body)
      .digest(),
  );
}

/** SHA-256 of the UTF-8 text, in 64 hexadecimal digits: what a source's copy was when it was cited. */
export function sha256(text: string): string {
  return bytesToHex(sha256Bytes(encodeUtf8(text)));
}
