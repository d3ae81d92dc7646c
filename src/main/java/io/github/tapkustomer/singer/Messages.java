package io.github.tapkustomer.singer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** The lines of a Singer tap in UTF-8, each ending in a newline. */
public final class Messages {
  private static final byte[] RECORD_END = "}\n".getBytes(StandardCharsets.UTF_8);
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(100_000).build())
              .build());

  private Messages() {}

  public static byte[] schema(
      String stream, ObjectNode schema, List<String> keys, List<String> bookmarkProperties) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "SCHEMA").put("stream", stream).set("schema", schema);
    keys.forEach(message.putArray("key_properties")::add);
    bookmarkProperties.forEach(message.putArray("bookmark_properties")::add);
    return line(message);
  }

  public static byte[] state(State state) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "STATE").set("value", state.value());
    return line(message);
  }

  /** The start of a RECORD line, up to the record. */
  public static byte[] recordStart(String stream) {
    byte[] name = utf8(new String(new SerializedString(stream).asQuotedChars()));
    byte[] start = "{\"type\":\"RECORD\",\"stream\":\"".getBytes(StandardCharsets.UTF_8);
    return concat(start, name, "\",\"record\":".getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The end of a RECORD line, after the record.
   *
   * @param version the version of the record's table, if it has one
   */
  public static byte[] recordEnd(String timeExtracted, OptionalLong version) {
    String time = ",\"time_extracted\":\"" + timeExtracted + "\"";
    String table = version.isPresent() ? ",\"version\":" + version.getAsLong() : "";
    return concat(utf8(time + table), RECORD_END);
  }

  /** Tells a target that all records of a stream have been sent with this version. */
  public static byte[] activateVersion(String stream, long version) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    return line(
        message.put("type", "ACTIVATE_VERSION").put("stream", stream).put("version", version));
  }

  private static byte[] line(ObjectNode message) {
    try {
      return utf8(JSON.writeValueAsString(message) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that cannot be written", e);
    }
  }

  /** Half of a surrogate pair, as in some catalogs and states, becomes a question mark. */
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
