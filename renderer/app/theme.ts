import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/**
 * The colours of tempered steel: its blue for what can be acted on, the straw and ember tones for what asks for
 * attention, and neutrals that lean towards the blue. Contrast of text is AA on both themes (see styles/tokens.css).
 */
const steel: MantineColorsTuple = [
  '#eef6fa',
  '#dceaf1',
  '#b8d4e1',
  '#8fbbcf',
  '#64a0ba',
  '#4389a6',
  '#2b7291',
  '#1f5c77',
  '#17475d',
  '#0e3042',
];
const ember: MantineColorsTuple = [
  '#fff5ea',
  '#fde6cd',
  '#f9cd9d',
  '#f3b068',
  '#ea9440',
  '#dd7d26',
  '#c46a18',
  '#a35512',
  '#7d4110',
  '#572d0b',
];
const gray: MantineColorsTuple = [
  '#f5f8f9',
  '#ebf0f2',
  '#dde5e9',
  '#c9d4da',
  '#a9b8c1',
  '#7e909a',
  '#5c6f7a',
  '#44555f',
  '#2d3b43',
  '#182329',
];
const dark: MantineColorsTuple = [
  '#d7e1e6',
  '#bccad2',
  '#98abb6',
  '#7d919d',
  '#384852',
  '#2a3740',
  '#1e2930',
  '#182127',
  '#10171b',
  '#0a0f12',
];
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fbdcd9',
  '#f5b5af',
  '#ee8b83',
  '#e3655b',
  '#d4473d',
  '#bf3229',
  '#a1271f',
  '#7f1f19',
  '#571411',
];
const green: MantineColorsTuple = [
  '#ecf7f1',
  '#d3ecdf',
  '#a6d8c0',
  '#74c09d',
  '#47a67d',
  '#2c8d65',
  '#1f7552',
  '#185e42',
  '#124832',
  '#0b3022',
];

/** Look of the whole program; sizes are one step denser than the library's own. */
export const theme = createTheme({
  colors: { steel, ember, gray, dark, red, green },
  primaryColor: 'steel',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#182329',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '640',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withinPortal: true, multiline: true, maw: 320 } },
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'lg', color: 'gray' } },
    Drawer: { defaultProps: { position: 'right', padding: 'lg' } },
    Modal: { defaultProps: { padding: 'lg', centered: true } },
  },
});

/** Where the library's own shades are too pale for text. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': red[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-default-border': gray[4],
  },
  dark: {
    '--mantine-color-error': red[3],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
  },
});
