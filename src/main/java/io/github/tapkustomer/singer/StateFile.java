package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.JsonFile;
import java.nio.file.Path;

/** Reads a state file: a STATE message's value, or the whole message as a tap prints it. */
public final class StateFile {
  private static final int LONGEST = 16 * 1024 * 1024;

  private StateFile() {}

  /**
   * Reads the file.
   *
   * @throws io.github.tapkustomer.TapException of kind BAD_INPUT, naming the file
   */
  public static State read(Path path) {
    ObjectNode root = JsonFile.read("state", path, LONGEST);
    boolean message = root.path("type").asText().equals("STATE");
    return State.of(message && root.get("value") instanceof ObjectNode value ? value : root);
  }
}
