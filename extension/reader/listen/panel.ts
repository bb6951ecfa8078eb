// Reading aloud: the controls, and the sentence that is being spoken shown in the text.
import { RATES } from '../../page/settings.js';
import { t } from '../../page/text.js';
import { button, element } from '../element.js';
import { mark, show } from '../marks.js';
import { Panel } from '../panels.js';
import type { Command, Reading } from '../reading.js';
import { TextIndex } from '../text-index.js';
import { Player } from './player.js';
import { sentencesOf } from './sentences.js';

export function listen({ outcome, shown, preferences }: Reading): Command[] {
  if (!outcome.ok || !('speechSynthesis' in window)) return [];
  const index = new TextIndex(shown.body);
  const sentences = sentencesOf(shown.body, index, outcome.lang);
  const player = new Player(
    sentences,
    outcome.lang,
    () => preferences.now.speech,
    () => update(),
  );
  const play = button(t('play'), () => toggle(), 'main');
  const panel = new Panel('listen', (body) => {
    const back = button(t('sentenceBack'), () => player.step(-1));
    const on = button(t('sentenceOn'), () => player.step(1));
    body.append(element('div', { class: 'buttons' }, play, back, on), ...manner());
  });

  const toggle = (): void => {
    if (player.playing) player.pause();
    else player.play();
  };
  const update = (): void => {
    play.textContent = t(player.playing ? 'pause' : 'play');
    const { sentence } = player;
    const range = sentence && player.playing ? index.range(sentence.start, sentence.end) : undefined;
    mark(shown, 'spoken', range ? [range] : []);
    if (range) show(shown, range);
  };

  const manner = (): HTMLElement[] => {
    const [min, max, step] = RATES;
    const rate = element('input', { type: 'range', min, max, step });
    const output = element('output');
    rate.addEventListener('change', () => change({ rate: rate.valueAsNumber }));
    const voice = element('select');
    voice.addEventListener('change', () => change({ voice: voice.value || undefined }));
    const change = (part: object): void => {
      preferences.change({ speech: { ...preferences.now.speech, ...part } });
      player.again();
    };
    const none = element('p', {}, t('noVoices'));
    const fill = (): void => {
      const voices = voicesFor(outcome.lang);
      voice.replaceChildren(
        element('option', { value: '' }, t('voiceDefault')),
        ...voices.map(({ voiceURI, name, lang }) => element('option', { value: voiceURI }, `${name} (${lang})`)),
      );
      voice.value = preferences.now.speech.voice ?? '';
      none.hidden = speechSynthesis.getVoices().length > 0;
    };
    speechSynthesis.addEventListener('voiceschanged', fill);
    fill();
    preferences.follow(({ speech }) => {
      rate.value = String(speech.rate);
      output.textContent = `${speech.rate.toLocaleString(chrome.i18n.getUILanguage())}×`;
    });
    return [
      none,
      element('label', { class: 'slider' }, t('speed'), output, rate),
      element('label', { class: 'field' }, t('voice'), voice),
      element('p', {}, t('clickToHear')),
    ];
  };

  shown.addEventListener('click', (event) => {
    if (!panel.isOpen || event.defaultPrevented || !player.playing) return;
    const caret = shown.caretPositionFromPoint(event.clientX, event.clientY);
    if (!caret) return;
    const offset = index.offset(caret.offsetNode, caret.offset);
    const at = sentences.findIndex(({ end }) => offset < end);
    if (at >= 0) player.play(at);
  });
  // A page that is left falls silent.
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
  return [
    { keys: ['l'], label: 'listen', run: () => panel.toggle() },
    { keys: ['k'], label: 'playOrPause', run: toggle },
  ];
}

/** The voices of the article's language; all, where there is none. */
function voicesFor(lang: string | null): SpeechSynthesisVoice[] {
  const language = lang?.split('-')[0]?.toLowerCase();
  const all = speechSynthesis.getVoices();
  const own = all.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  return own.length > 0 ? own : all;
}
