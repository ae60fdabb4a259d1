/** Fonts of official papers are seldom on a server; without this 宋, 仿宋 and 楷 are all printed as a gothic like 黑体. */
import { existsSync } from 'node:fs';

/** What the machine itself goes by; elsewhere than on Linux fonts are not found by fontconfig. */
const SYSTEM = '/etc/fonts/fonts.conf';
const WITH_SERIFS = ['方正小标宋简体', '宋体', '仿宋_GB2312', '仿宋', '楷体_GB2312', '楷体'];
const THERE_INSTEAD = ['Noto Serif CJK SC', 'Source Han Serif SC'];

/** A fontconfig file: a font that is there is used, one that is not gives way to a serif. Undefined without fontconfig. */
export function fontChoices(): string | undefined {
  if (!existsSync(SYSTEM)) return undefined;
  const instead = THERE_INSTEAD.map((name) => `<string>${name}</string>`).join('');
  const matches = WITH_SERIFS.map(
    (name) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="append" binding="same">${instead}</edit></match>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>${SYSTEM}</include>${matches.join('')}</fontconfig>`;
}
