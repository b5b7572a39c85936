import type { Component } from './component.ts'
import type { ContentLine } from './content-line.ts'
import { quote, type Report } from './problem.ts'
import { parseProperty, type Property } from './property.ts'

/** The properties of a component by name, in the order of the file. */
export type Properties = ReadonlyMap<string, readonly Property[]>

/** Lines that are no property are reported together, as the first one of them. */
export function readProperties({ name, lines }: Component, report: Report): Properties {
  const properties = new Map<string, Property[]>()
  const unreadable: ContentLine[] = []
  for (const content of lines) {
    const property = parseProperty(content)
    if (!property) unreadable.push(content)
    else if (properties.get(property.name)?.push(property) === undefined) properties.set(property.name, [property])
  }
  const [first] = unreadable
  const others = unreadable.length > 1 ? ` Left out with ${unreadable.length - 1} more like it.` : ' Left out.'
  if (first) report(`Expected NAME:value in ${name}, found ${quote(first.text)}.${others}`, first.line)
  return properties
}

/** A property that a component has at most once; the first one counts. */
export function findProperty(properties: Properties, name: string, report: Report): Property | undefined {
  const [first, second] = properties.get(name) ?? []
  if (second) report(`Expected ${name} once; the first one counts.`, second.line)
  return first
}
