/** 自评可信度: how near a self-assessment came to what was verified (reference 3.5). */
import { absolute, divide, isZero, ONE, type Rational, subtract } from '../kernel/index.ts';

/** `1 - |self - verified| / self`; undefined for a self-assessment of nothing. */
export const credibilityOf = (self: Rational, verified: Rational): Rational | undefined =>
  isZero(self) ? undefined : subtract(ONE, divide(absolute(subtract(self, verified)), self));
