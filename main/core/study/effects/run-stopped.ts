/** Thrown inside a run when a stop was asked for; the run stays unfinished and can be resumed. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}
