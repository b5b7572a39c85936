/** Left, top, height and colour of the blocks, in units of the drawing: a week with one overlap. */
const BLOCKS = [
  { x: 8, y: 40, height: 44, fill: '#2b6cb0' },
  { x: 8, y: 120, height: 30, fill: '#1e4e7d' },
  { x: 96, y: 62, height: 60, fill: '#38a169' },
  { x: 96, y: 150, height: 34, fill: '#2b6cb0' },
  { x: 184, y: 40, height: 30, fill: '#1e4e7d' },
  { x: 184, y: 96, height: 52, fill: '#2b6cb0' },
  { x: 272, y: 74, height: 44, fill: '#2b6cb0' },
  { x: 360, y: 40, height: 56, fill: '#1e4e7d' },
  { x: 360, y: 128, height: 40, fill: '#38a169' },
]

/** A picture of a week: decoration of the sign-in pages. */
export function WeekPicture() {
  return (
    <svg aria-hidden viewBox="0 0 440 216" className="w-full max-w-lg">
      <rect x="0.5" y="0.5" width="439" height="215" rx="8" fill="#0f2337" stroke="#1e3a56" />
      {[88, 176, 264, 352].map((x) => (
        <path key={x} d={`M${x} 1V215`} stroke="#1e3a56" />
      ))}
      {[30, 76, 122, 168].map((y) => (
        <path key={y} d={`M1 ${y}H439`} stroke="#1e3a56" />
      ))}
      {[8, 96, 184, 272, 360].map((x) => (
        <rect key={x} x={x} y="12" width="28" height="6" rx="3" fill="#3b5875" />
      ))}
      {BLOCKS.map(({ x, y, height, fill }) => (
        <g key={`${x}-${y}`}>
          <rect x={x} y={y} width="72" height={height} rx="4" fill={fill} />
          <rect x={x + 8} y={y + 8} width="44" height="5" rx="2.5" fill="#fff" opacity="0.85" />
          <rect x={x + 8} y={y + 18} width="28" height="4" rx="2" fill="#fff" opacity="0.5" />
        </g>
      ))}
      <rect x="272.75" y="134.75" width="70.5" height="42.5" rx="4" fill="#3b1d28" stroke="#fc8181" strokeWidth="1.5" />
      <path d="M284 143l5 9h-10z" fill="none" stroke="#fc8181" strokeWidth="1.5" strokeLinejoin="round" />
      <rect x="295" y="146" width="36" height="5" rx="2.5" fill="#feb2b2" />
      <path d="M1 112H439" stroke="#fc8181" strokeWidth="1.5" />
      <circle cx="268" cy="112" r="3.5" fill="#fc8181" />
    </svg>
  )
}
