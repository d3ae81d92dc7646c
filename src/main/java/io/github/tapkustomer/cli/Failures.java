package io.github.tapkustomer.cli;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.cli.logging.Logging;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Reports failures: one CRITICAL line for an expected one, a stack trace for a bug. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static int ofArguments(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    critical(words(failure) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    return ExitCode.BAD_INPUT;
  }

  /** The value of an unknown option may be a key, so it is not repeated. */
  private static String words(CommandLine.ParameterException failure) {
    if (!(failure instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(failure.getMessage());
    }
    String options =
        unmatched.getUnmatched().stream()
            .filter(argument -> argument.startsWith("-"))
            .map(argument -> argument.replaceFirst("=.*", ""))
            .collect(Collectors.joining(", "));
    CommandLine.Model.CommandSpec command = failure.getCommandLine().getCommandSpec();
    if (options.isEmpty()) {
      return command.subcommands().isEmpty()
          ? "an argument without an option"
          : "an argument that is neither a command ("
              + String.join(", ", command.subcommands().keySet())
              + ") nor the value of an option";
    }
    boolean hasSettings = command.optionsMap().containsKey("--config");
    return "unknown option "
        + options
        + (hasSettings ? "; settings go into the file of --config" : "");
  }

  static int ofExecution(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    return tell(failure);
  }

  /** Logs the failure and returns its exit code. */
  static int tell(Throwable failure) {
    if (failure instanceof CancellationException) {
      LOG.info("{}; the next run continues from the last STATE", failure.getMessage());
    } else if (failure instanceof TapException foreseen) {
      critical(foreseen.getMessage());
    } else if (failure.getCause() instanceof OutOfMemoryError) {
      critical(
          "not enough memory: increase the heap, for example with JAVA_OPTS=-Xmx2g, or reduce"
              + " concurrency");
    } else {
      LOG.error("this is a bug in tap-kustomer: please report it with these lines", failure);
      critical(failure.toString());
    }
    return ExitCode.of(failure);
  }

  static void critical(String message) {
    message.lines().forEach(line -> LOG.error(Logging.CRITICAL, line));
  }
}
