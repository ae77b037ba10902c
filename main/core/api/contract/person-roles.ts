// Apart from the schemas: the window needs these as values, and must not load zod, which its policy
// forbids to make code.

/** From the most to the least. */
export { mayAs, roles as personRoles } from '#core/domain/person.ts';
