/** What stands for characters in the text. */
export const rtfCharacters: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '{': '{',
  '}': '}',
  '\\': '\\',
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};

/** Groups that hold no text of the document. Groups marked as \* that are not known hold none either. */
export const rtfSkipped = new Set(
  'fonttbl colortbl stylesheet info listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr filetbl revtbl fldinst bkmkstart bkmkend object objdata sp sn sv shpinst nonshppict pgptbl private template operator author title subject keywords comment doccomm company manager category hlinkbase creatim revtim printim buptim pntext pntxta pntxtb tc xe rxe txe upr falt panose xe atnid atnauthor atntime atnicn atnref atndate atrfstart atrfend ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn background do'.split(
    ' ',
  ),
);

/** Groups with text that is told and left out. */
export const rtfMargins = new Set(
  'header headerl headerr headerf footer footerl footerr footerf'.split(' '),
);
