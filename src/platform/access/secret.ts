/** Secrets that people and programs carry. The database holds their SHA-256 alone, which opens nothing. */
import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** 32 random bytes need no slow hash: there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
