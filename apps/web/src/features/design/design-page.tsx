import { usePageTitle } from '../../lib/use-page-title.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import type { Sample } from './sample.ts'
import { SAMPLES } from './samples.ts'
import { TokenSamples } from './token-samples.tsx'

const THEMES = [
  { name: 'Light', scheme: 'scheme-light' },
  { name: 'Dark', scheme: 'scheme-dark' },
] as const

const SECTIONS: readonly Sample[] = [{ files: ['tokens'], Content: TokenSamples }, ...SAMPLES]

/** The design system: every token and component with all its states, in both themes at once. For whoever builds pages. */
export function DesignPage() {
  usePageTitle('Design system')
  return (
    <main className="min-h-full bg-canvas">
      <header className="flex items-center gap-3 bg-navy px-4 py-4 scheme-dark lg:px-8">
        <BrandMark className="size-8" />
        <div>
          <h1 className="text-lg leading-6 font-semibold tracking-tight text-heading">Design system</h1>
          <p className="text-[0.8125rem] text-muted">Tokens and components, as each theme shows them.</p>
        </div>
      </header>
      <div className="grid lg:grid-cols-2">
        {THEMES.map(({ name, scheme }) => (
          <section key={name} aria-label={name} className={`min-w-0 bg-canvas p-4 text-ink lg:p-8 ${scheme}`}>
            <h2 className="pb-4 text-2xl leading-8 font-semibold tracking-tight text-heading">{name}</h2>
            {SECTIONS.map(({ files, Content }) => (
              <div key={files.join()} className="flex flex-col gap-4 border-t border-line py-6">
                <h3 className="font-mono text-[0.8125rem] text-muted">{files.join(', ')}</h3>
                <Content theme={name} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </main>
  )
}
