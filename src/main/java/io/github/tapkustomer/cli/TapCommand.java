package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.Timer;
import io.github.tapkustomer.about.AboutFormat;
import io.github.tapkustomer.cli.logging.LogOptions;
import io.github.tapkustomer.cli.monitor.ParentMonitor;
import io.github.tapkustomer.cli.monitor.Repeater;
import io.github.tapkustomer.discovery.Purpose;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of a Singer tap. */
@Command(
    name = "tap-kustomer",
    versionProvider = Version.class,
    description = "Reads Kustomer through its REST API v1 and writes Singer messages to stdout.",
    subcommands = {CheckCommand.class, SandboxCommand.class},
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a bug, with a stack trace, or not enough memory",
      "2:arguments, settings, catalog or state are wrong",
      "3:the API key was refused",
      "4:the API did not answer after all retries",
      "5:the target closed stdout",
      "6:some streams failed; the others are complete",
      "129:ended by SIGHUP, with a last STATE if reading had begun",
      "130:ended by SIGINT, with a last STATE if reading had begun",
      "143:ended by SIGTERM or --end-with-parent, with a last STATE if reading had begun"
    })
final class TapCommand implements Callable<Integer> {
  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = {"-d", "--discover"},
      description = "Prints a catalog of everything that can be read, and exits.")
  private boolean discover;

  @Option(
      names = "--test",
      arity = "0..1",
      paramLabel = "records|schema",
      fallbackValue = "records",
      description =
          "Writes the schema and one record of each selected stream, or with --test=schema the"
              + " schemas only, and exits.")
  private Optional<Sample> test = Optional.empty();

  @Option(
      names = "--about",
      description = "Prints the settings, streams and capabilities, and exits.")
  private boolean about;

  @Option(
      names = "--format",
      paramLabel = "text|json|markdown|meltano",
      description = "Sets the format of --about; meltano is a plugin definition.")
  private Optional<AboutFormat> format = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes an HTML page about the run to this file.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Writes the numbers of the run and of each stream to this file, as JSON.")
  private Optional<Path> summary = Optional.empty();

  @Option(
      names = "--end-with-parent",
      arity = "0..1",
      paramLabel = "PID",
      fallbackValue = "0",
      description =
          "Ends the run like SIGTERM once the process that started it, or the process with"
              + " this id, has ended.")
  private Optional<Long> endWithParent = Optional.empty();

  @Mixin private LogOptions log = new LogOptions();

  @SuppressWarnings("unused") // picocli acts on it
  @Option(names = "--version", versionHelp = true, description = "Prints the version, and exits.")
  private boolean version;

  @SuppressWarnings("unused") // picocli acts on it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help, and exits.")
  private boolean help;

  /** What {@code --test} shows. */
  enum Sample {
    RECORDS,
    SCHEMA
  }

  private final Surroundings surroundings;

  TapCommand(Surroundings surroundings) {
    this.surroundings = requireNonNull(surroundings, "surroundings");
  }

  @Override
  public Integer call() throws InterruptedException {
    log.apply(LogOptions.LogLevel.INFO);
    refuseWhatWouldDoNothing();
    if (about) {
      StdoutText.text(
          surroundings.stdout(), format.orElse(AboutFormat.TEXT).print(Version.number()));
      return ExitCode.DONE;
    }
    if (endWithParent.isEmpty()) {
      return read();
    }
    Repeater watching =
        ParentMonitor.watch(
            endWithParent.get(), Timer.system(), () -> System.exit(ExitCode.TERMINATED));
    try {
      return read();
    } finally {
      watching.close();
    }
  }

  private int read() throws InterruptedException {
    RunReporter reporter = RunReporter.to(report, summary, surroundings.timer());
    try (Account account = open(reporter)) {
      if (discover) {
        StdoutText.json(surroundings.stdout(), input.choose(account, Purpose.CATALOG).catalog());
        return ExitCode.DONE;
      }
      SyncAction action = new SyncAction(account, input, surroundings.stdout());
      return test.isPresent()
          ? action.sample(test.get() == Sample.SCHEMA ? 0 : 1)
          : action.run(reporter);
    }
  }

  /** The report also names problems with the settings, for people who read nothing else. */
  private Account open(RunReporter reporter) {
    try {
      return input.open(surroundings, reporter.listeners());
    } catch (TapException failure) {
      reporter.write(failure);
      throw failure;
    }
  }

  private void refuseWhatWouldDoNothing() {
    List<String> instead = insteadOfASync();
    if (instead.size() > 1) {
      throw TapException.badInput(
          String.join(" and ", instead) + " cannot be combined: give one of them");
    }
    if (format.isPresent() && !about) {
      throw TapException.badInput("--format needs --about: give both or neither");
    }
    if (!instead.isEmpty() && (report.isPresent() || summary.isPresent())) {
      throw TapException.badInput(
          "--report and --summary describe a sync: leave them out with --about, --discover and"
              + " --test");
    }
  }

  private List<String> insteadOfASync() {
    return Stream.of(
            about ? "--about" : "", discover ? "--discover" : "", test.isPresent() ? "--test" : "")
        .filter(option -> !option.isEmpty())
        .toList();
  }
}
