import { unescaped } from './escaped-text.js';
import { damaged } from './workbook-error.js';
import type { XmlHandler } from './xml-part.js';

/** The table of texts of a workbook, to which its cells point; formatting and pronunciation are left out. */
export class SharedStrings implements XmlHandler {
  readonly #texts: string[] = [];
  #text = '';
  #isText = false;
  #isPronunciation = false;

  /** @throws WorkbookError when there is none at that place */
  at(place: number): string {
    const text = this.#texts[place];
    if (text === undefined) throw damaged(`a cell points to text ${place}, which it does not have`);
    return text;
  }

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 't') this.#isText = !this.#isPronunciation;
    else if (name === 'rPh') this.#isPronunciation = true;
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(name: string): void {
    if (name === 'si') this.#texts.push(unescaped(this.#text));
    else if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isPronunciation = false;
  }
}
