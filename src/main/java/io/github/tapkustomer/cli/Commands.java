package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Makes the commands, with stdout for those that write there. */
final class Commands implements CommandLine.IFactory {
  private final OutputStream stdout;

  private Commands(OutputStream stdout) {
    this.stdout = requireNonNull(stdout, "stdout");
  }

  /** The program's whole command line, to be run or described. */
  static CommandLine line(OutputStream stdout) {
    CommandLine line =
        new CommandLine(TapCommand.class, new Commands(stdout))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(Integer.TYPE, Commands::wholeNumber);
    requireNonNull(line.getSubcommands().get("sandbox"))
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> SandboxBehavior.list());
    return line;
  }

  private static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException(
          "'" + text + "' is not a whole number up to " + Integer.MAX_VALUE);
    }
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
