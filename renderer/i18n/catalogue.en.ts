/** All texts of this language, one chunk of the program: a language is fetched when it is first shown. */
export const catalogue = import.meta.glob<Record<string, unknown>>('./en/*.json', {
  eager: true,
  import: 'default',
});
