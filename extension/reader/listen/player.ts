// Speaks sentence after sentence with a voice of the browser's.
import type { Sentence } from './sentences.js';

export interface Manner {
  rate: number;
  /** As in `SpeechSynthesisVoice.voiceURI`; nothing is the browser's own choice for the language. */
  voice: string | undefined;
}

export class Player {
  #at = 0;
  #playing = false;
  /** Tells the end of a sentence that was broken off from that of the one being spoken. */
  #turn = 0;

  constructor(
    readonly sentences: Sentence[],
    readonly lang: string | null,
    readonly manner: () => Manner,
    readonly changed: () => void,
  ) {}

  get playing(): boolean {
    return this.#playing;
  }

  get sentence(): Sentence | undefined {
    return this.sentences[this.#at];
  }

  play(at = this.#at): void {
    this.#at = Math.min(Math.max(0, at), this.sentences.length - 1);
    this.#playing = true;
    this.#speak();
  }

  pause(): void {
    this.#playing = false;
    this.#turn += 1;
    speechSynthesis.cancel();
    this.changed();
  }

  step(by: number): void {
    this.play(this.#at + by);
  }

  /** Speaks the sentence again, as its manner has changed. */
  again(): void {
    if (this.#playing) this.#speak();
  }

  #speak(): void {
    const turn = ++this.#turn;
    speechSynthesis.cancel();
    this.changed();
    const sentence = this.sentence;
    if (!sentence) return;
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    const { rate, voice } = this.manner();
    utterance.rate = rate;
    if (this.lang) utterance.lang = this.lang;
    utterance.voice = speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === voice) ?? null;
    utterance.addEventListener('end', () => {
      if (turn === this.#turn) this.#next();
    });
    utterance.addEventListener('error', () => {
      if (turn === this.#turn) this.pause();
    });
    speechSynthesis.speak(utterance);
  }

  #next(): void {
    if (this.#at + 1 >= this.sentences.length) {
      this.#at = 0;
      this.pause();
      return;
    }
    this.play(this.#at + 1);
  }
}
