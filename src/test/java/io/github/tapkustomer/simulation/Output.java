package io.github.tapkustomer.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a target gets; its pipe can close at any byte. */
final class Output extends java.io.OutputStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int closesAt;

  Output(int closesAt) {
    this.closesAt = closesAt;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int room = Math.max(0, Math.min(length, closesAt - bytes.size()));
    bytes.write(source, offset, room);
    if (room < length) {
      throw new IOException("Broken pipe");
    }
  }

  int size() {
    return bytes.size();
  }

  /** The messages up to so many bytes; a torn last line is none. */
  List<JsonNode> messages(int upTo) throws IOException {
    String text = bytes.toString(StandardCharsets.UTF_8).substring(0, Math.min(upTo, bytes.size()));
    List<JsonNode> messages = new ArrayList<>();
    int start = 0;
    for (int end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
      messages.add(JSON.readTree(text.substring(start, end)));
    }
    return messages;
  }

  /** Whether it ends with a whole line. */
  boolean isWhole() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.isEmpty() || text.endsWith("\n");
  }
}
