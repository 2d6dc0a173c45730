/** What is wrong with one field of a form, in one sentence. */
export type FieldProblemOf<Field extends string> = { readonly field: Field; readonly message: string };
