/** `true` where two types describe the same values, however they are written. */
export type SameType<A, B> = Probe<Plain<A>> extends Probe<Plain<B>> ? true : false

/** TypeScript takes two of these for each other only where it takes their types for identical. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it is the open T that makes it compare them whole
type Probe<Type> = <T>() => T extends Type ? 1 : 2

/** Intersections, interfaces and read-only lists as the objects and lists that they amount to. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends Record<string, never>
    ? Record<string, never>
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T
