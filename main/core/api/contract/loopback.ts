import { z } from 'zod';
import { positionSchema } from './events.ts';

/** The one-time address of the window is `http://127.0.0.1:port/#token`. */
export const signInSchema = z.strictObject({ token: z.string().min(1).max(100) });

export const sessionSchema = z.strictObject({ session: z.string().min(1).max(100) });

/** The first and only message that a window sends over the event socket. */
export const joinSchema = z.strictObject({
  session: z.string().min(1).max(100),
  position: positionSchema.nullable(),
});

export type SignIn = z.infer<typeof signInSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Join = z.infer<typeof joinSchema>;
