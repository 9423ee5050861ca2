import type { CSSProperties } from 'react';

// How mails look. Inline styles are what every mail program understands; they are for light screens. The classes of the
// style sheet set the dark ones against them, where a program asks for them. Nothing is loaded: no font, no image.

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';

const INK = '#212529';
const QUIET = '#495057';
const LINE = '#dee2e6';
const LINK = '#1864ab';

// A long word or link must not make the mail wider than the screen.
const BREAKS: CSSProperties = { overflowWrap: 'anywhere', wordBreak: 'break-word' };

const TEXT: CSSProperties = { margin: 0, fontSize: 15, lineHeight: '22px', color: INK };

export const LOOK = {
  page: { margin: 0, padding: 0, backgroundColor: '#f1f3f5', fontFamily: FONT },
  frame: { width: '100%', maxWidth: 600, tableLayout: 'fixed' },
  sender: { ...TEXT, padding: '20px 24px 10px', color: QUIET, fontWeight: 600 },
  card: {
    padding: '24px 24px 28px',
    backgroundColor: '#ffffff',
    border: `1px solid ${LINE}`,
    borderRadius: 8,
    tableLayout: 'fixed',
    ...BREAKS,
  },
  footer: { padding: '14px 24px 32px', fontSize: 15, tableLayout: 'fixed', ...BREAKS },
  title: { ...TEXT, fontSize: 22, lineHeight: '29px', fontWeight: 700 },
  heading: { ...TEXT, marginTop: 24, fontSize: 17, lineHeight: '24px', fontWeight: 700 },
  text: { ...TEXT, marginTop: 10 },
  quiet: { ...TEXT, fontSize: 14, lineHeight: '21px', color: QUIET },
  item: { marginTop: 16, borderTop: `1px solid ${LINE}`, paddingTop: 14, tableLayout: 'fixed' },
  shippedItem: { marginTop: 12, borderTop: `1px solid ${LINE}`, paddingTop: 10, tableLayout: 'fixed' },
  lines: { marginTop: 16, tableLayout: 'fixed' },
  shippedLine: { margin: '6px 0 0', fontSize: 14, lineHeight: '21px', color: QUIET },
  others: { ...TEXT, marginTop: 16, borderTop: `1px solid ${LINE}`, paddingTop: 6 },
  merchant: { ...TEXT, lineHeight: '26px', color: QUIET, fontWeight: 600 },
  copyLink: { ...TEXT, marginTop: 20, fontSize: 14, color: QUIET },
  name: { ...TEXT, marginTop: 4, fontSize: 16, fontWeight: 600 },
  evidence: { ...TEXT, marginTop: 6, fontWeight: 600 },
  note: { ...TEXT, marginTop: 6, whiteSpace: 'pre-line' },
  link: { color: LINK, textDecoration: 'underline' },
  /** There may be hundreds of these, so they carry no more than they must. */
  itemLine: { margin: 0, borderTop: `1px solid ${LINE}` },
  itemLineLink: { display: 'block', padding: '11px 0', fontSize: 15, lineHeight: '22px', color: LINK },
  /** 44 px high, for a thumb. */
  lineLink: {
    display: 'inline-block',
    padding: '11px 0',
    lineHeight: '22px',
    color: LINK,
    textDecoration: 'underline',
  },
  button: {
    marginTop: 12,
    padding: '13px 22px',
    borderRadius: 6,
    backgroundColor: '#1864ab',
    color: '#ffffff',
    fontSize: 15,
    lineHeight: '20px',
    fontWeight: 600,
  },
} satisfies Record<string, CSSProperties>;

const MARK: CSSProperties = {
  display: 'inline-block',
  padding: '1px 8px',
  border: '1px solid',
  borderRadius: 6,
  fontSize: 14,
  lineHeight: '20px',
  fontWeight: 600,
};

/** The families of the page, with a sign before the word and a colour behind it. */
export const MARKS = {
  needs: { sign: '!', style: { ...MARK, color: '#8a2c02', backgroundColor: '#fff0e0', borderColor: '#f7b988' } },
  aside: { sign: '–', style: { ...MARK, color: QUIET, backgroundColor: '#f1f3f5', borderColor: LINE } },
} as const;

/** Each class that the dark sheet knows is named for what it is put on. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { text-underline-offset: 2px; }
@media (max-width: 480px) {
  .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; }
  .inside { padding: 18px 16px 24px !important; }
  .sender { padding: 14px 16px 8px !important; }
  .below { padding: 14px 16px 28px !important; }
}
@media (prefers-color-scheme: dark) {
  .page, .page > table > tbody > tr > td { background-color: #141517 !important; }
  .card { background-color: #1f2124 !important; border-color: #3b3f44 !important; }
  .ink { color: #f1f3f5 !important; }
  .quiet { color: #ced4da !important; }
  .item { border-color: #3b3f44 !important; }
  .link { color: #74c0fc !important; }
  .button { background-color: #1971c2 !important; color: #ffffff !important; }
  .needs { color: #ffd8a8 !important; background-color: #4a2a0c !important; border-color: #8f5314 !important; }
  .aside { color: #ced4da !important; background-color: #2e3136 !important; border-color: #3b3f44 !important; }
}
`;
