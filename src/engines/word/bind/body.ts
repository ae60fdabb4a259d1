/** The body of a document while it is being bound: its source, and the paragraphs found anew after each change. */
import { type PlacedParagraph, placeParagraphs } from '../text/paragraphs.ts';
import { applyChanges, type Change } from '../xml/edit.ts';
import { childOf, scanXml, type XmlElement } from '../xml/scan.ts';

export class Body {
  #source: string;
  #root: XmlElement;
  #paragraphs: readonly PlacedParagraph[];

  constructor(source: string) {
    this.#source = source;
    this.#root = scanXml(source);
    this.#paragraphs = placeParagraphs(source, this.#root);
  }

  get source(): string {
    return this.#source;
  }

  get paragraphs(): readonly PlacedParagraph[] {
    return this.#paragraphs;
  }

  get body(): XmlElement {
    return childOf(this.#root, 'w:body') ?? this.#root;
  }

  change(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#source = applyChanges(this.#source, changes);
    this.#root = scanXml(this.#source);
    this.#paragraphs = placeParagraphs(this.#source, this.#root);
  }

  /** Every place where `text` stands, in reading order; places do not overlap. */
  find(text: string): readonly { readonly paragraph: PlacedParagraph; readonly start: number; readonly end: number }[] {
    return this.#paragraphs.flatMap((paragraph) => {
      const places: { paragraph: PlacedParagraph; start: number; end: number }[] = [];
      let at = paragraph.logical.text.indexOf(text);
      while (at !== -1 && text !== '') {
        places.push({ paragraph, start: at, end: at + text.length });
        at = paragraph.logical.text.indexOf(text, at + text.length);
      }
      return places;
    });
  }
}
