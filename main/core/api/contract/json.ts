/** Reading and changing JSON, such as the text of a plan. */
export {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectIn,
  stringIn,
} from '#core/domain/json.ts';
export { type JsonPath, valueAt, withValueAt } from '#core/domain/json-path.ts';
