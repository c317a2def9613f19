import { DOCUMENT, Service, computed, inject } from '@angular/core';
import { OnPaper } from './on-paper';
import { Theme } from './theme';

const TOKENS = [
  'accent',
  'accent-soft',
  'ink',
  'ink-2',
  'ink-3',
  'hairline',
  'surface',
  'surface-2',
  'bad',
  'warn',
  'c-inbound',
  'c-outbound',
  'c-referral',
  'c-event',
  'c-partner',
  'c-upsell',
  'c-renewal',
  'c-other',
  'step-1',
  'step-1-fill',
  'step-2',
  'c-none',
] as const;

/** A colour of `tokens.css`, without its dashes. */
export type ColourToken = (typeof TOKENS)[number];
export type ChartColours = Readonly<Record<ColourToken, string>>;

/** What fills the bars of a colour, and their edge where the fill alone is too pale to stand out. */
export const barColours = (colour: ColourToken): { fill: ColourToken; edge?: ColourToken } =>
  colour === 'step-1' ? { fill: 'step-1-fill', edge: 'step-1' } : { fill: colour };

/** The design tokens as a canvas needs them: plain colours of the theme that is shown; on paper, of the light one. */
@Service()
export class ChartPalette {
  private readonly document = inject(DOCUMENT);
  private readonly theme = inject(Theme);
  private readonly paper = inject(OnPaper);

  readonly colours = computed((): ChartColours => {
    this.theme.shown(); // another theme gives other colours
    return readColours(this.document, this.paper.now() ? 'light' : '');
  });
}

// A custom property keeps its text, `light-dark(…)`; only a property that uses it holds the colour.
/** @param scheme the colours of light or dark; those of the page where it is empty */
function readColours(document: Document, scheme: 'light' | ''): ChartColours {
  const probe = document.createElement('span');
  probe.style.colorScheme = scheme;
  probe.style.setProperty('forced-color-adjust', 'none'); // the charts keep their colours
  probe.hidden = true;
  document.body.append(probe);
  const entries = TOKENS.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as Record<ColourToken, string>;
}
