package io.github.tapkustomer.cli;

import java.io.OutputStream;
import picocli.CommandLine;

/**
 * Makes the commands, with stdout for those that write there. Public and with a constructor without
 * arguments, so that picocli's generators of completion and man page can make them too.
 */
public final class Commands implements CommandLine.IFactory {
  private final OutputStream stdout;

  /** For commands that are described and never run. */
  public Commands() {
    this(OutputStream.nullOutputStream());
  }

  Commands(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == TapCommand.class) {
      return type.cast(new TapCommand(stdout));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(stdout));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
