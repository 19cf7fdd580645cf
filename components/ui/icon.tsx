import { CHECK_PATH, IconFrame, PHONE_PATH } from "@/components/ui/icon-frame";

/** Line icons on a 24 px grid. Always beside a word, so hidden from screen readers. */
const PATHS = {
  today: <><circle cx="12" cy="9" r="4.2"/><path d="M3 19h18M12 13.2V19"/></>,
  trends: <><path d="M3 18l5.5-6 4 3.5L21 6"/><path d="M3 21.5h18"/></>,
  relapses: <><path d="M2.5 16c3 0 3.2-10 6-10s2.600 10 5 10 2-4.500 4-4.500 2 4.500 4 4.500"/></>,
  share: <><circle cx="8.500" cy="8" r="3.500"/><path d="M2 20c.4-4 3-6 6.500-6s6.100 2 6.500 6"/><path d="M16 4.800a3.500 3.500 0 0 1 0 6.400M18.200 14.400c2.200.8 3.500 2.700 3.800 5.600"/></>,
  more: <><path d="M4 6.500h16M4 12h16M4 17.500h16"/></>,
  phone: PHONE_PATH,
  check: CHECK_PATH,
  chev: <><path d="M9 5l7 7-7 7"/></>,
  back: <><path d="M15 5l-7 7 7 7"/></>,
  down: <><path d="M5 9l7 7 7-7"/></>,
  up: <><path d="M5 15l7-7 7 7"/></>,
  thermo: <><path d="M14 14.200V5a2.500 2.500 0 0 0-5 0v9.200a4.500 4.500 0 1 0 5 0z"/><path d="M11.500 17.500V9"/></>,
  drop: <><path d="M12 3.500c3.500 4.300 5.500 7.200 5.500 10.200a5.500 5.500 0 0 1-11 0c0-3 2-5.900 5.500-10.200z"/></>,
  sun: <><circle cx="12" cy="12" r="4"/><path d="M12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M18.700 5.300l-2.100 2.100M7.400 16.600l-2.100 2.100"/></>,
  alert: <><path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M12 7.500v5.500M12 16.300v.2"/></>,
  eye: <><path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z"/><circle cx="12" cy="12" r="3"/></>,
  lock: <><rect x="5" y="11" width="14" height="9.500" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/></>,
  saved: <><rect x="6.500" y="2.500" width="11" height="19" rx="2.500"/><path d="M9.500 12l2 2 3.500-4"/></>,
  pen: <><path d="M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19z"/></>,
  plus: <><path d="M12 4.500v15M4.500 12h15"/></>,
  search: <><circle cx="10.500" cy="10.500" r="6.500"/><path d="M15.500 15.500L21 21"/></>,
  print: <><path d="M7 8V3.500h10V8M7 17H4V8.500h16V17h-3"/><rect x="7" y="14" width="10" height="6.500"/></>,
  mail: <><rect x="3" y="5" width="18" height="14" rx="2.500"/><path d="M3.500 7l8.500 6.500L20.500 7"/></>,
  table: <><rect x="3.500" y="4.500" width="17" height="15" rx="1.500"/><path d="M3.500 9.500h17M3.500 14.500h17M10 9.500v10"/></>,
  help: <><circle cx="12" cy="12" r="9"/><path d="M9.500 9.500a2.500 2.500 0 1 1 3.600 2.300c-.8.400-1.100.9-1.100 1.700M12 16.700v.2"/></>,
  show: <><rect x="3" y="5" width="18" height="14" rx="2.500"/><path d="M7 10h10M7 14h6"/></>,
  clock: <><circle cx="12" cy="12" r="8.500"/><path d="M12 7v5.500l3.500 2"/></>,
  bell: <><path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21h4"/></>,
  calendar: <><rect x="3.500" y="5" width="17" height="15.500" rx="2"/><path d="M3.500 10h17M8 2.500V7M16 2.500V7"/></>,
  mic: <><rect x="9" y="2.500" width="6" height="11" rx="3"/><path d="M5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3.500M8.500 21.500h7"/></>,
  list: <><path d="M8.500 6h12M8.500 12h12M8.500 18h12M4 6h.1M4 12h.1M4 18h.1"/></>,
};

export type IconName = keyof typeof PATHS;

type IconProps = { name: IconName; size?: number; className?: string };

export function Icon({ name, size, className }: IconProps) {
  return <IconFrame {...(size && { size })} {...(className && { className })}>{PATHS[name]}</IconFrame>;
}
