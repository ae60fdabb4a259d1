/**
 * Secrets the database has to give back, as those of one-time codes: locked with a key that is not in it, so that a
 * stolen table, dump or backup opens nothing. AES-256-GCM under a key derived (HKDF, SHA-256) from the secret of the
 * installation. What a secret is of is part of the lock: it cannot be moved to another row.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Vault {
  /** `of` names the row, such as an account. */
  lock(secret: string, of: string): string;
  /** Undefined for what was locked by another installation, for another row, or was changed. */
  open(locked: string, of: string): string | undefined;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of the form, so that a later one can be told apart; no secret of base32 begins so. */
const FORM = 'v1.';

export const isLocked = (text: string): boolean => text.startsWith(FORM);

export function openVault(installation: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', installation, '', 'luzhi vault 1', KEY_BYTES));
  return {
    lock(secret, of) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(of));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return FORM + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(locked, of) {
      if (!isLocked(locked)) return undefined;
      const bytes = Buffer.from(locked.slice(FORM.length), 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
      const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(of)).setAuthTag(tag);
      try {
        return cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
