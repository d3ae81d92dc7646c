package io.github.tapkustomer.singer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.JsonFile;
import io.github.tapkustomer.TapException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a state file: a state as targets write it, or wrapped ({@link StateWrapping}). If it has
 * several, one on each line, the last counts; an empty file means a first run.
 */
public final class StateFile {
  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final int LONGEST = 16 * 1024 * 1024;

  private StateFile() {}

  /**
   * Reads the file.
   *
   * @throws TapException of kind BAD_INPUT, naming the file
   */
  public static State read(Path path) {
    if (!Files.exists(path)) {
      // A misspelled name must not silently start from the beginning.
      throw TapException.badInput(
          "state " + path + " does not exist; for a first run leave it out, or make it empty");
    }
    JsonFile.Last last = JsonFile.readLast("state", path, LONGEST);
    Optional<ObjectNode> root = last.object();
    if (root.isEmpty()) {
      LOG.info("state {} is empty: this is a first run", path);
      return State.empty();
    }
    if (last.lines() > 1) {
      LOG.info("state {} has {} lines: the last one counts", path, last.lines());
    }
    return State.of(StateWrapping.unwrap(root.get(), "state " + path));
  }
}
