/** How each role is set: sizes in body sizes, as a newspaper's steps. */
import type { RoleId } from '../model/role.ts';

export interface TypeStyle {
  /** Times the page's body size. */
  readonly size: number;
  readonly weight: 400 | 700 | 900;
  readonly align: 'justify' | 'center' | 'left' | 'right';
  /** Line height over font size. */
  readonly leading: number;
  /** First-line indent in ems: Han texts take it whole, Latin ones half. */
  readonly indent: number;
  /** Space above and below, in body sizes. */
  readonly above: number;
  readonly below: number;
  readonly italic?: true;
  readonly sans?: true;
}

const BODY: TypeStyle = { size: 1, weight: 400, align: 'justify', leading: 1.52, indent: 2, above: 0, below: 0 };
const HEAD: TypeStyle = { size: 1.5, weight: 400, align: 'center', leading: 1.28, indent: 0, above: 0.45, below: 0.35 };
const SMALL: TypeStyle = { ...BODY, size: 0.92, indent: 0, above: 0.3, below: 0.3 };

const STYLES: Record<RoleId, TypeStyle> = {
  headline: { ...HEAD, size: 2, weight: 900, leading: 1.2, above: 0.35, below: 0.7 },
  kicker: { ...HEAD, size: 1.35, above: 0.7, below: 0.1 },
  subhead: { ...HEAD, size: 1.3, above: 0.1, below: 0.7 },
  'jump-head': { ...HEAD, size: 1.35, weight: 700 },
  crosshead: { ...HEAD, size: 1.12, weight: 700, align: 'left', above: 0.6, below: 0.3 },
  lead: { ...BODY, weight: 700, below: 0.4 },
  body: BODY,
  byline: { ...SMALL, align: 'left' },
  dateline: { ...SMALL, align: 'left' },
  caption: { ...SMALL, sans: true, size: 0.88, leading: 1.4 },
  'photo-credit': { ...SMALL, size: 0.82, align: 'right', sans: true },
  source: { ...SMALL, align: 'right' },
  'editor-note': { ...BODY, italic: true, above: 0.4, below: 0.4 },
  quote: { ...HEAD, size: 1.25, align: 'left', italic: true },
  'jump-to': { ...SMALL, align: 'right', weight: 700 },
  'jump-from': { ...SMALL, align: 'left', weight: 700 },
  section: { ...HEAD, size: 1.25, weight: 700, sans: true },
  teaser: { ...SMALL, size: 1.1, align: 'left' },
  table: { ...SMALL, align: 'left' },
  ad: { ...SMALL, align: 'center' },
  notice: { ...SMALL },
  masthead: { ...HEAD, size: 3.6, weight: 900, leading: 1.15 },
  folio: { ...SMALL, align: 'left', sans: true },
  imprint: { ...SMALL, align: 'center', sans: true },
  unknown: BODY,
};

/** A headline grows with the columns that it spans, in steps. */
const HEADLINE_STEPS = [1.9, 2.5, 3, 3.4, 3.8];

export function typeStyle(role: RoleId, span: number): TypeStyle {
  const style = STYLES[role];
  if (role !== 'headline' && role !== 'kicker' && role !== 'subhead') return style;
  const step = HEADLINE_STEPS[Math.min(span, HEADLINE_STEPS.length) - 1] ?? 1.9;
  return role === 'headline'
    ? { ...style, size: step }
    : { ...style, size: style.size * (0.86 + 0.07 * Math.min(span, 5)) };
}

export const HEAD_ROLES: ReadonlySet<RoleId> = new Set<RoleId>(['headline', 'kicker', 'subhead', 'jump-head']);
