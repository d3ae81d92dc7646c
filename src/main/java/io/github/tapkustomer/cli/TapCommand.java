package io.github.tapkustomer.cli;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.Loaded;
import io.github.tapkustomer.config.SettingsReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of a Singer tap. */
@Command(
    name = "tap-kustomer",
    versionProvider = Version.class,
    description = "Reads Kustomer through its REST API v1 and writes Singer messages to stdout.",
    subcommands = SandboxCommand.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a bug, with a stack trace",
      "2:arguments, settings, catalog or state are wrong",
      "3:the API key was refused",
      "4:the API did not answer after all retries",
      "5:stdout was closed by the target",
      "6:some streams failed; the others are whole"
    })
final class TapCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(TapCommand.class);

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "Settings, a JSON file; given more than once, later ones win. The word ENV reads"
              + " variables such as TAP_KUSTOMER_API_TOKEN.")
  private List<String> config = new ArrayList<>();

  @Option(
      names = {"--catalog", "-p", "--properties"},
      paramLabel = "FILE",
      description = "What to read; without it, everything that is selected by default.")
  private Path catalog;

  @Option(
      names = {"-s", "--state"},
      paramLabel = "FILE",
      description = "How far the last run came: the last STATE it wrote.")
  private Path state;

  @Option(
      names = {"-d", "--discover"},
      description = "Prints a catalog of what can be read, and ends.")
  private boolean discover;

  @Option(
      names = "--sandbox",
      description = "Runs against a made-up organisation inside this program; needs no account.")
  private boolean sandbox;

  @SuppressWarnings("unused") // picocli acts on it
  @Option(names = "--version", versionHelp = true, description = "Prints the version, and ends.")
  private boolean version;

  @SuppressWarnings("unused") // picocli acts on it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help, and ends.")
  private boolean help;

  private final OutputStream stdout;

  TapCommand(OutputStream stdout) {
    this.stdout = requireNonNull(stdout, "stdout");
  }

  @Override
  public Integer call() throws InterruptedException {
    SettingsReader reader = new SettingsReader(Instant.now(), Version.number(), System.getenv());
    Loaded loaded = sandbox ? reader.readForSandbox(config) : reader.read(sources());
    loaded.warnings().forEach(LOG::warn);
    try (Account account =
        sandbox ? Account.sandbox(loaded.settings()) : Account.real(loaded.settings())) {
      if (discover) {
        new DiscoverAction(account, stdout).run();
        return ExitCode.DONE;
      }
      return new SyncAction(account, stdout)
          .run(Optional.ofNullable(catalog), Optional.ofNullable(state));
    }
  }

  private List<String> sources() {
    if (config.isEmpty()) {
      throw TapException.badInput("no settings: give --config FILE, --config ENV or --sandbox");
    }
    return config;
  }
}
