/** One stroke set, 1.5 px on 20; an icon is never the only label but for close and search. */
const PATHS = {
  mark: 'M3 2h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM6 7h8M6 10.5h8M6 14h5',
  home: 'M3 9l7-6 7 6v8h-5v-5H8v5H3z',
  scheme: 'M4 3h5v4H4zM11 8h5v4h-5zM11 14h5v3h-5zM6.5 7v8.5H11M6.5 10H11',
  collect: 'M3 3h14v14H3zM3 8h14M3 12.5h14M8 8v9',
  evidence: 'M14.5 9.5l-5 5a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-5.7 5.7a1 1 0 0 1-1.4-1.4l5-5',
  review: 'M4 3h12v14H4zM7 10l2 2 4-4',
  evaluate: 'M4 17V9M8 17V5M12 17v-6M16 17V3',
  report: 'M5 2h7l4 4v12H5zM12 2v4h4M8 10h5M8 13h5',
  inbox: 'M3 4h14v10h-5l-2 3-2-3H3zM6 8h8',
  admin: 'M10 2l7 3v5c0 4-3 6.5-7 8-4-1.5-7-4-7-8V5zM10 7v4M10 13v.5',
  search: 'M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3zM13.5 13.5L18 18',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
  close: 'M5 5l10 10M15 5L5 15',
  down: 'M5 7.5l5 5 5-5',
  right: 'M7.5 5l5 5-5 5',
  left: 'M12.5 5l-5 5 5 5',
  help: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M10 14v.5',
  person: 'M10 3a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM3.5 17.5c.5-3.5 3-5 6.5-5s6 1.5 6.5 5',
  error: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM7.5 7.5l5 5M12.5 7.5l-5 5',
  warn: 'M10 3l8 14H2zM10 8v4M10 14v.8',
  hint: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 9v5M10 6v.8',
  ok: 'M4 10.5l4 4 8-9',
  download: 'M10 3v9M6 9l4 4 4-4M4 16.5h12',
  upload: 'M10 13V4M6 8l4-4 4 4M4 16.5h12',
  file: 'M5 2h7l4 4v12H5zM12 2v4h4',
  plus: 'M10 4v12M4 10h12',
  trash: 'M4 6h12M8 6V3.5h4V6M5.5 6l1 11h7l1-11',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  refresh: 'M16 10a6 6 0 1 1-2-4.5M14 2.5v3.5h-3.5',
  print: 'M6 7V3h8v4M4 7h12v7h-2v3H6v-3H4zM6 12h8',
  link: 'M8.5 11.5l3-3M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2',
  menu: 'M3 5h14M3 10h14M3 15h14',
  undo: 'M7 5L3 9l4 4M3 9h9a5 5 0 0 1 0 10h-2',
} as const;

export type IconName = keyof typeof PATHS;

interface Given {
  readonly name: IconName;
  readonly size?: number;
  /** Said by screen readers; without it the icon is an ornament beside its word. */
  readonly label?: string;
}

export function Icon({ name, size = 16, label }: Given) {
  return (
    <svg
      aria-hidden={label === undefined}
      role="img"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      <title>{label ?? name}</title>
      <path d={PATHS[name]} />
    </svg>
  );
}
