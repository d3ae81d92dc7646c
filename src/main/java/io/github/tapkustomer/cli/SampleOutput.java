package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes what {@code --test} shows: the SCHEMA and the first RECORD of each stream. No STATE, since
 * a sample must not change where the next sync begins.
 */
final class SampleOutput extends OutputStream {
  private static final Pattern START =
      Pattern.compile("\\{\"type\":\"(SCHEMA|RECORD)\",\"stream\":\"([^\"]*)\"");
  private static final int LONGEST_START = 200;

  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Set<String> shown = new HashSet<>();

  SampleOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int start = offset;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        line.write(bytes, start, i + 1 - start);
        pass(line.toByteArray());
        line.reset();
        start = i + 1;
      }
    }
    line.write(bytes, start, offset + length - start);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  private void pass(byte[] whole) throws IOException {
    String start = new String(whole, 0, Math.min(whole.length, LONGEST_START), UTF_8);
    Matcher message = START.matcher(start);
    if (!message.lookingAt()) {
      return;
    }
    boolean record = message.group(1).equals("RECORD");
    String stream = message.group(2);
    if (record ? shown.add(stream) : !shown.contains(stream)) {
      out.write(whole);
    }
  }
}
