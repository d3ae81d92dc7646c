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
  private final Runnable pause;

  /**
   * A target before its first line.
   *
   * @param pause how it takes its time before each write
   */
  Output(int closesAt, Runnable pause) {
    this.closesAt = closesAt;
    this.pause = pause;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    pause.run();
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
    byte[] text = bytes.toByteArray();
    List<JsonNode> messages = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < Math.min(upTo, text.length); end++) {
      if (text[end] == '\n') {
        messages.add(JSON.readTree(text, start, end - start));
        start = end + 1;
      }
    }
    return messages;
  }

  /** Whether it ends with a whole line. */
  boolean isWhole() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.isEmpty() || text.endsWith("\n");
  }
}
