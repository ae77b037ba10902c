/** Reading and changing JSON, such as the text of a plan. */
export {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectIn,
  stringIn,
  withValues,
} from '#core/domain/json.ts';
export { type JsonPath, valueAt, withValueAt } from '#core/domain/json-path.ts';
