import type {
  Calibration,
  CalibrationShape,
  EngineFigures,
  EngineUnusable,
  MeasuredEngine,
} from '#core/domain/calibration.ts';
import { canonicalJson } from './canonical-json.ts';
import type { StorageContext } from './storage-context.ts';

export interface CalibrationStore {
  /** Replaces what was measured before on the same machine. */
  put(calibration: Calibration): void;
  /** By the fingerprint of the machine. */
  find(machine: string): Calibration | undefined;
}

type CalibrationRow = Omit<Calibration, 'shape' | 'engines'> & {
  readonly shapeJson: string;
  readonly enginesJson: string;
};

/** Figures of earlier versions have no rounds. */
type StoredEngine = Omit<MeasuredEngine, 'outcome'> & {
  readonly outcome:
    EngineUnusable | (Omit<EngineFigures, 'rounds'> & Partial<Pick<EngineFigures, 'rounds'>>);
};

function completeEngine({ name, outcome }: StoredEngine): MeasuredEngine {
  if (outcome.state !== 'measured') return { name, outcome };
  return { name, outcome: { ...outcome, rounds: outcome.rounds ?? [] } };
}

const columns = `machine, machine_description AS machineDescription,
  program_version AS programVersion, measured_at_ms AS measuredAtMs, chosen,
  shape_json AS shapeJson, engines_json AS enginesJson`;

/** What was measured of the engines, for each machine that opened the workspace. */
export function openCalibrationStore({ sql, audit }: StorageContext): CalibrationStore {
  return {
    put({ shape, engines, ...calibration }) {
      sql.transaction(() => {
        sql.run(
          `INSERT OR REPLACE INTO calibrations VALUES (@machine, @machineDescription,
             @programVersion, @measuredAtMs, @chosen, @shapeJson, @enginesJson)`,
          {
            ...calibration,
            shapeJson: canonicalJson(shape),
            enginesJson: canonicalJson(engines),
          },
        );
        const { machine, chosen } = calibration;
        audit.append('engines.measured', { machine, chosen });
      });
    },

    find(machine) {
      const row = sql.get(`SELECT ${columns} FROM calibrations WHERE machine = @machine`, {
        machine,
      }) as CalibrationRow | undefined;
      if (row === undefined) return undefined;
      const { shapeJson, enginesJson, ...calibration } = row;
      return {
        ...calibration,
        shape: JSON.parse(shapeJson) as CalibrationShape,
        engines: (JSON.parse(enginesJson) as StoredEngine[]).map(completeEngine),
      };
    },
  };
}
