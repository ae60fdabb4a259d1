/**
 * What a file would have Word fetch by itself, the moment someone opens it: pictures, templates and data by their
 * relations (the gate knows those), and fields that read a file, a program or a database. We follow none of them; who
 * files a report has to know that they are there.
 *
 *   { INCLUDETEXT "http://…" }   =>   <w:fldChar begin/><w:instrText>INCLUDE</w:instrText><w:instrText>TEXT "http://…"</w:instrText>…
 */
import type { Finding } from '../../kernel/index.ts';
import type { WordFile } from './contract.ts';
import { attributeOf, decodeXml, scanXml, type XmlElement } from './xml/scan.ts';

const FETCHES = /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|RD)\b/i;
/** Characters of a field's code that are told. */
const QUOTE = 120;

export function findOutside({ package: pkg, parts }: WordFile): readonly Finding[] {
  const fields = parts.flatMap(({ name, part }) =>
    fieldCodes(pkg.text(part))
      .filter((code) => FETCHES.test(code))
      .map((code): Finding => {
        const field = code.trim().slice(0, QUOTE);
        return { code: 'word.field.outside', severity: 'warn', at: { part: name }, data: { field } };
      }),
  );
  return [...pkg.findings, ...fields];
}

/** Codes of all fields in the order they begin, joined over runs; what stands in a field inside another is that one's. */
function fieldCodes(source: string): readonly string[] {
  const codes: string[] = [];
  const open: number[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      const last = open.at(-1);
      if (child.name === 'w:fldSimple') codes.push(decodeXml(attributeOf(source, child, 'instr') ?? ''));
      if (child.name === 'w:fldChar') {
        const type = attributeOf(source, child, 'fldCharType');
        if (type === 'begin') open.push(codes.push('') - 1);
        else if (type === 'end') open.pop();
      } else if (child.name === 'w:instrText' && last !== undefined)
        codes[last] += decodeXml(source.slice(child.openEnd, child.closeStart));
      else walk(child);
    }
  };
  walk(scanXml(source));
  return codes;
}
