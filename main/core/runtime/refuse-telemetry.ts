/**
 * From 1.29 on, the builds of onnxruntime report how they are used, unless this variable says no:
 * they look up a server of Microsoft's, send it machine, model and failures, and keep what could
 * not be sent in the user's folders. DisableTelemetryEvents of the C API comes too late, for the
 * environment that it needs has begun to report by then. Read when that environment is made.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';
