package io.github.tapkustomer.cli;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.cli.logging.Logging;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells of failures: one CRITICAL line for what the tap foresaw, a stack trace for a bug. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static int ofArguments(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    critical(words(failure) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    return ExitCode.BAD_INPUT;
  }

  /** What belongs to an unknown option may be a key, and is not repeated. */
  private static String words(CommandLine.ParameterException failure) {
    if (!(failure instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return failure.getMessage();
    }
    String options =
        unmatched.getUnmatched().stream()
            .filter(argument -> argument.startsWith("-"))
            .map(argument -> argument.replaceFirst("=.*", ""))
            .collect(Collectors.joining(", "));
    CommandLine.Model.CommandSpec command = failure.getCommandLine().getCommandSpec();
    if (options.isEmpty()) {
      return command.subcommands().isEmpty()
          ? "an argument that belongs to no option"
          : "an argument that is no command (there are "
              + String.join(", ", command.subcommands().keySet())
              + ") and belongs to no option";
    }
    boolean hasSettings = command.optionsMap().containsKey("--config");
    return "unknown option "
        + options
        + (hasSettings ? "; settings go into the file of --config" : "");
  }

  static int ofExecution(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    return tell(failure);
  }

  /** Logs the failure and gives the exit code that stands for it. */
  static int tell(Throwable failure) {
    if (failure instanceof CancellationException) {
      LOG.info("{}; the last STATE says how far it came", failure.getMessage());
    } else if (failure instanceof TapException) {
      critical(failure.getMessage());
    } else if (failure.getCause() instanceof OutOfMemoryError) {
      critical("not enough memory: raise it, as by JAVA_OPTS=-Xmx2g, or lower concurrency");
    } else {
      LOG.error("a bug in tap-kustomer; please report it with these lines", failure);
      critical(failure.toString());
    }
    return ExitCode.of(failure);
  }

  static void critical(String message) {
    message.lines().forEach(line -> LOG.error(Logging.CRITICAL, line));
  }
}
