package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Makes the commands, and gives their surroundings to those that read Kustomer. */
final class Commands implements CommandLine.IFactory {
  private final Surroundings surroundings;

  private Commands(Surroundings surroundings) {
    this.surroundings = requireNonNull(surroundings, "surroundings");
  }

  /** The program's whole command line, to be described. */
  static CommandLine line() {
    return line(Surroundings.real(OutputStream.nullOutputStream()));
  }

  /** The program's whole command line, to be run. */
  static CommandLine line(Surroundings surroundings) {
    CommandLine line =
        new CommandLine(TapCommand.class, new Commands(surroundings))
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
      return type.cast(new TapCommand(surroundings));
    }
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(surroundings));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
